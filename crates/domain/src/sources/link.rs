//! Whose a row is, decided by a person and remembered: next month's row of the same key is then known exactly. Every
//! decision can be taken back.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::load::relink;
use super::precedence::brought_up;
use super::{Link, SourceRow, known_source};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{Grade, PersonId, Position, Sealed, Service, SourceId, Text};
use crate::workforce::{
    Clearance, ClearanceHeld, ContradictionKind, FamilyFacts, PersonFacts, PersonalFacts, RegisterPerson, RowKey,
    settle,
};
use crate::world::World;

/// A row and who it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowLink {
    /// The key of the row in its source.
    pub key: Text,
    /// Who it is.
    pub person: PersonId,
}

/// Decides who rows of a source are: those looked at, one by one or as a listed selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkRows {
    /// The source.
    pub source: SourceId,
    /// The rows with who they are.
    pub links: Vec<RowLink>,
}

impl Decide for LinkRows {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let mut rows = Vec::with_capacity(self.links.len());
        for RowLink { key, person } in &self.links {
            let row = known_row(world, self.source, key)?;
            if world.people.get(*person).is_none() {
                return Err(refuse("no-person", format!("There is no person {person}."), "Check the id."));
            }
            decidable(world, self.source, key, row)?;
            rows.push((key.clone(), Some(*person)));
        }
        decided(world, context, self.source, rows)
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// Decides that rows of a source are nobody of ours, such as people of other agencies on an embassy's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetRowsAside {
    /// The source.
    pub source: SourceId,
    /// The keys of the rows.
    pub keys: Vec<Text>,
}

impl Decide for SetRowsAside {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let mut rows = Vec::with_capacity(self.keys.len());
        for key in &self.keys {
            decidable(world, self.source, key, known_row(world, self.source, key)?)?;
            rows.push((key.clone(), None));
        }
        decided(world, context, self.source, rows)
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// Registers the person of a row that is nobody known, and links the row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterRow {
    /// The source.
    pub source: SourceId,
    /// The key of the row.
    pub key: Text,
    /// The number to know the person by, unique.
    pub number: Text,
    /// Their service, where the row does not say it.
    pub service: Option<Service>,
    /// Their grade, where the row does not say it.
    pub grade: Option<Grade>,
}

impl Decide for RegisterRow {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let row = known_row(world, self.source, &self.key)?;
        decidable(world, self.source, &self.key, row)?;
        let said = &row.facts;
        let lacks = |what: &str| {
            refuse("row-incomplete", format!("The row does not say the person's {what}."), format!("Give `{what}`."))
        };
        let facts = PersonFacts {
            name: said.name.clone().ok_or_else(|| lacks("name"))?,
            service: said.service.or(self.service).ok_or_else(|| lacks("service"))?,
            grade: said.grade.or(self.grade).ok_or_else(|| lacks("grade"))?,
            specialties: said.specialties.clone().unwrap_or_default(),
            languages: said.languages.clone().unwrap_or_default(),
            clearance: said.clearance.unwrap_or(ClearanceHeld { level: Clearance::None, expires: None }),
            certificates: said.certificates.clone().unwrap_or_default(),
            personal: Sealed::Open(PersonalFacts::default()),
            family: Sealed::Open(FamilyFacts::default()),
        };
        let person = world.people.next_id();
        let source = world.sources[self.source].name.clone();
        let register = RegisterPerson { number: self.number.clone(), source, from: row.since, facts };
        let mut events = register.decide(world, context)?;
        let mut after = world.clone();
        events.iter().for_each(|event| event.apply(&mut after, Position(world.position.0 + 1)));
        events.extend(decided(&after, context, self.source, vec![(self.key.clone(), Some(person))])?);
        Ok(events)
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// Takes back who a row is, or that it is nobody of ours: it is open again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnlinkRow {
    /// The source.
    pub source: SourceId,
    /// The key of the row.
    pub key: Text,
}

impl Decide for UnlinkRow {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let row = known_row(world, self.source, &self.key)?;
        let Link::Decided { person, .. } = row.link else {
            return Err(refuse(
                "row-not-decided",
                format!("Nobody decided who `{}` is.", self.key),
                "A row that names a known number is known by it; correct the number at its source.",
            ));
        };
        let lines = vec![RowLinked { key: self.key.clone(), link: Link::Open }];
        let event: Event = RowsLinked { source: self.source, lines }.into();
        let mut events = vec![event];
        follow_up(world, context, self.source, person, &mut events);
        let source = world.sources[self.source].name.clone();
        let noted = crate::workforce::Noted {
            kind: ContradictionKind::UnmatchedRow,
            source,
            billet: row.facts.position.as_ref().and_then(|number| world.keys.billet.get(number)).copied(),
            person: None,
            tour: None,
            detail: "Who it is was taken back.".into(),
            noted: context.today,
            row: Some(RowKey { source: self.source, key: self.key.clone() }),
        };
        events.extend(crate::workforce::note(world, noted));
        Ok(events)
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

fn known_row<'w>(world: &'w World, source: SourceId, key: &Text) -> Result<&'w SourceRow, Refusal> {
    known_source(world, source)?.rows.get(key).map(Arc::as_ref).ok_or_else(|| {
        let name = &world.sources[source].name;
        refuse("no-row", format!("{name} has no row `{key}`."), "Check the key.")
    })
}

/// Refuses a row that is not a person's to decide.
fn decidable(world: &World, source: SourceId, key: &Text, row: &SourceRow) -> Result<(), Refusal> {
    let name = &world.sources[source].name;
    match row.link {
        Link::Open => Ok(()),
        Link::Vacant => Err(refuse("row-vacant", format!("`{key}` of {name} names nobody."), "Leave it out.")),
        Link::Exact(person) => Err(refuse(
            "row-exact",
            format!("`{key}` of {name} is {person} by its number."),
            "Correct the number at its source if that is wrong.",
        )),
        Link::Decided { .. } => {
            Err(refuse("row-decided", format!("Who `{key}` of {name} is was decided before."), "Take that back first."))
        }
    }
}

/// The events of a decision: the links, the contradictions that they end, and what the people then are.
fn decided(world: &World, context: &Context, source: SourceId, rows: Vec<(Text, Option<PersonId>)>) -> Decision {
    if rows.is_empty() {
        return Err(refuse("nothing-chosen", "No row is named.", "Choose rows."));
    }
    let mut seen = std::collections::BTreeSet::new();
    if let Some((key, _)) = rows.iter().find(|(key, _)| !seen.insert(key)) {
        return Err(refuse("row-twice", format!("`{key}` is named twice."), "Name each row once."));
    }
    let people: Vec<PersonId> = rows.iter().filter_map(|(_, person)| *person).collect();
    let open = rows.iter().flat_map(|(key, _)| {
        let at = RowKey { source, key: key.clone() };
        let held = world.contradictions.iter().filter(move |(_, held)| {
            held.kind == ContradictionKind::UnmatchedRow && !held.is_settled() && held.row.as_ref() == Some(&at)
        });
        held.map(|(id, _)| id).collect::<Vec<_>>()
    });
    let settled = settle(context, open.collect());
    let lines = rows
        .into_iter()
        .map(|(key, person)| RowLinked { key, link: Link::Decided { person, by: context.actor, on: context.today } })
        .collect();
    let mut events: Vec<Event> = vec![RowsLinked { source, lines }.into()];
    events.extend(settled);
    for person in people {
        follow_up(world, context, source, Some(person), &mut events);
    }
    Ok(events)
}

/// Whom a source was missing is missed no more once a row is theirs; and their facts follow precedence.
fn follow_up(world: &World, context: &Context, source: SourceId, person: Option<PersonId>, events: &mut Vec<Event>) {
    let Some(person) = person else { return };
    let mut after = world.clone();
    events.iter().for_each(|event| event.apply(&mut after, Position(world.position.0 + 1)));
    events.extend(brought_up(&after, person, context.today));
    let name = &after.sources[source].name;
    let named = after.sources[source].present().any(|(_, row)| row.link.person() == Some(person));
    if named {
        let held = after.flagged_person(person).to_vec();
        let over = held.into_iter().filter(|id| {
            let held = &after.contradictions[*id];
            held.kind == ContradictionKind::PersonNotListed && held.source == *name && !held.is_settled()
        });
        events.extend(settle(context, over.collect()));
    }
}

/// A row and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowLinked {
    /// The key of the row.
    pub key: Text,
    /// Whose it is.
    pub link: Link,
}

/// Who rows are was decided, or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsLinked {
    /// The source.
    pub source: SourceId,
    /// The rows.
    pub lines: Vec<RowLinked>,
}

impl Apply for RowsLinked {
    fn apply(&self, world: &mut World, at: Position) {
        for RowLinked { key, link } in &self.lines {
            let Some(held) = world.sources[self.source].rows.get(key).cloned() else { continue };
            let at_key = RowKey { source: self.source, key: key.clone() };
            relink(world, &at_key, held.link.person(), link.person());
            if let Some(source) = world.sources.edit(self.source, at) {
                source.rows.insert(key.clone(), Arc::new(SourceRow { link: *link, ..SourceRow::clone(&held) }));
            }
        }
    }
}
