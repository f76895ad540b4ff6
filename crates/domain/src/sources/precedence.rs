//! Whom to believe on which fields of a person: a lever over sources, dated, with a reason and its history. And what
//! follows: the facts a person has, and where each comes from.

use serde::{Deserialize, Serialize};

use super::row::words;
use super::{FieldGroup, SourceRow, known_source};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{AccountId, Date, PersonId, Position, SourceId, Text, Timeline};
use crate::workforce::{PersonFacts, PersonUpdated};
use crate::world::World;

/// An order of sources for a group of fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Precedence {
    /// The sources, the most believed first. Sources not listed come after the owner of the person's row.
    pub order: Vec<SourceId>,
    /// Why.
    pub reason: Text,
    /// Who set it; the installation itself where absent.
    pub by: Option<AccountId>,
}

/// The order of sources in force for a group on a day; empty where the owner of the row is believed.
pub fn order_on(world: &World, group: FieldGroup, day: Date) -> &[SourceId] {
    let held = world.precedence.get(&group).and_then(|history| history.at(day));
    held.map(|precedence| &precedence.order[..]).unwrap_or_default()
}

/// The rows that are known to be a person's and that the sources' last files still had.
fn rows_of(world: &World, person: PersonId) -> impl Iterator<Item = (SourceId, &SourceRow)> {
    let keys = world.keys.said.get(&person).into_iter().flatten();
    keys.filter_map(|at| {
        let row = world.sources.get(at.source)?.rows.get(&at.key)?;
        row.missing_since.is_none().then_some((at.source, &**row))
    })
}

/// What a report of the owner's comes to: on the groups for which a source before the owner says something, that stays.
pub fn overruled(world: &World, person: PersonId, owner: &Text, day: Date, said: &PersonFacts) -> PersonFacts {
    let mut facts = said.clone();
    if world.precedence.is_empty() {
        return facts;
    }
    for group in FieldGroup::ALL {
        for source in order_on(world, *group, day) {
            if world.sources[*source].name == *owner {
                break;
            }
            let given = rows_of(world, person).filter(|(id, _)| id == source);
            if given.into_iter().any(|(_, row)| row.facts.give(*group, &mut facts)) {
                break;
            }
        }
    }
    facts
}

/// The facts a person has on a day by what every source says and whom to believe; what no source says stays as held.
pub fn resolved(world: &World, person: PersonId, day: Date) -> PersonFacts {
    let held = &world.people[person];
    let mut facts = held.facts_on(day);
    let owner = world.keys.source.get(&held.source).copied();
    if let Some(owner) = owner {
        for group in FieldGroup::ALL {
            rows_of(world, person).filter(|(id, _)| *id == owner).for_each(|(_, row)| {
                row.facts.give(*group, &mut facts);
            });
        }
    }
    overruled(world, person, &held.source, day, &facts)
}

/// The event that brings a person to what the sources say; `None` where they are there, or were erased.
pub(super) fn brought_up(world: &World, person: PersonId, day: Date) -> Option<Event> {
    world.people[person].personal.as_ref()?;
    let facts = resolved(world, person, day);
    let changed = facts != world.people[person].facts_on(day);
    changed.then(|| PersonUpdated { person, from: day, facts }.into())
}

/// Where a group of a person's fields comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Provenance {
    /// The group.
    pub group: FieldGroup,
    /// What is held.
    pub value: Text,
    /// The system of record that says so; where none of the loaded sources does, the owner of the row.
    pub source: Text,
    /// Since which file's day it says so, where one was loaded.
    pub since: Option<Date>,
    /// What the other sources say of it.
    pub others: Vec<Saying>,
}

/// What a source says of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Saying {
    /// The source.
    pub source: Text,
    /// What it says.
    pub value: Text,
    /// Since which file's day.
    pub since: Date,
    /// The day of its last file.
    pub confirmed: Option<Date>,
    /// Whether that is what is held.
    pub agrees: bool,
}

/// Where each group of a person's ordinary fields comes from, and who says otherwise.
pub fn provenance(world: &World, person: PersonId, day: Date) -> Vec<Provenance> {
    let held = &world.people[person];
    let facts = held.facts_on(day);
    let of_group = |group: FieldGroup| {
        let order = order_on(world, group, day);
        let rank = |id: SourceId| {
            let listed = order.iter().position(|listed| *listed == id);
            let owner = world.sources[id].name == held.source;
            listed.unwrap_or(if owner { order.len() } else { usize::MAX })
        };
        let mut sayings: Vec<(usize, SourceId, Saying)> = rows_of(world, person)
            .filter_map(|(id, row)| {
                let agrees = row.facts.agrees(group, &facts)?;
                let mut theirs = facts.clone();
                row.facts.give(group, &mut theirs);
                let source = &world.sources[id];
                let saying = Saying {
                    source: source.name.clone(),
                    value: words(group, &theirs),
                    since: row.since,
                    confirmed: source.loads.last().map(|load| load.as_of),
                    agrees,
                };
                Some((rank(id), id, saying))
            })
            .collect();
        sayings.sort_by_key(|(rank, id, _)| (*rank, *id));
        let believed = sayings.iter().position(|(rank, _, saying)| *rank < usize::MAX && saying.agrees);
        let (source, since) = match believed {
            Some(at) => {
                let (_, _, saying) = sayings.remove(at);
                (saying.source, Some(saying.since))
            }
            None => (held.source.clone(), None),
        };
        let others = sayings.into_iter().map(|(_, _, saying)| saying).collect();
        Provenance { group, value: words(group, &facts), source, since, others }
    };
    FieldGroup::ALL.iter().map(|group| of_group(*group)).collect()
}

/// Sets which sources are believed on a group of fields, from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPrecedence {
    /// The group.
    pub group: FieldGroup,
    /// The sources, the most believed first; empty for the owner of each row.
    pub order: Vec<SourceId>,
    /// The first day of the order.
    pub from: Date,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for SetPrecedence {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        for (at, source) in self.order.iter().enumerate() {
            known_source(world, *source)?;
            if self.order[..at].contains(source) {
                return Err(refuse(
                    "precedence-twice",
                    format!("{} stands twice in the order.", world.sources[*source].name),
                    "List each source once.",
                ));
            }
        }
        if self.reason.trim().is_empty() {
            return Err(refuse(
                "reason-missing",
                format!("The precedence of {} would change without a reason.", self.group.title()),
                "Say why in `reason`.",
            ));
        }
        let precedence = Precedence { order: self.order.clone(), reason: self.reason.clone(), by: context.actor };
        let set = PrecedenceSet { group: self.group, from: self.from, precedence };
        let mut events: Vec<Event> = vec![set.clone().into()];
        if self.from <= context.today {
            // Who is concerned: whoever a source of the old or new order speaks of.
            let mut after = world.clone();
            set.apply(&mut after, Position(world.position.0 + 1));
            let said: std::collections::BTreeSet<PersonId> = world.keys.said.keys().copied().collect();
            events.extend(said.into_iter().filter_map(|person| brought_up(&after, person, context.today)));
        }
        Ok(events)
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// Sources have this order for a group of fields from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrecedenceSet {
    /// The group.
    pub group: FieldGroup,
    /// The first day of the order.
    pub from: Date,
    /// The order, why, and who.
    pub precedence: Precedence,
}

impl Apply for PrecedenceSet {
    fn apply(&self, world: &mut World, _at: Position) {
        let history: &mut Timeline<Precedence> = world.precedence.entry(self.group).or_default();
        history.set(self.from, self.precedence.clone());
    }
}
