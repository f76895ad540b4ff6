//! What a source as it now stands contradicts: worked out anew from all it says whenever it is loaded, so that a
//! contradiction is noted when it arises and settled when its cause is gone.

use std::collections::BTreeSet;

use super::measures::{misses_billet, misses_person};
use super::{FieldGroup, Link, Source, SourceKind, SourceRow, provenance};
use crate::kernel::{BilletId, ContradictionId, Date, PersonId, SourceId, Text};
use crate::workforce::{Contradiction, ContradictionKind, Noted, RowKey, still_holds};
use crate::world::World;

/// Everything that the source as it stands contradicts on the day of its file. That day is the day it is noted on: its
/// age is how long the source has been known to say so.
pub(super) fn findings(world: &World, id: SourceId, day: Date) -> Vec<Noted> {
    let source = &world.sources[id];
    let mut found = Found { world, id, source, day, all: Vec::new() };
    for (key, row) in source.present() {
        found.row(key, row);
    }
    found.missing();
    found.lacking();
    found.all
}

/// The live or decided contradictions of the source whose cause is gone.
pub(super) fn settled(world: &World, id: SourceId, day: Date, found: &[Noted]) -> Vec<ContradictionId> {
    let source = &world.sources[id];
    let holds: BTreeSet<_> =
        found.iter().map(|noted| (noted.kind, noted.person, noted.billet, noted.row.as_ref(), &noted.detail)).collect();
    let gone = |held: &Contradiction| {
        if held.source != source.name || held.is_settled() {
            return false;
        }
        if held.kind.is_of_a_load() || held.row.is_some() {
            return !holds.contains(&(held.kind, held.person, held.billet, held.row.as_ref(), &held.detail));
        }
        still_holds(world, held, day) == Some(false)
    };
    world.contradictions.iter().filter(|(_, held)| gone(held)).map(|(id, _)| id).collect()
}

struct Found<'a> {
    world: &'a World,
    id: SourceId,
    source: &'a Source,
    day: Date,
    all: Vec<Noted>,
}

impl Found<'_> {
    fn note(
        &mut self,
        kind: ContradictionKind,
        key: Option<&Text>,
        person: Option<PersonId>,
        billet: Option<BilletId>,
        detail: String,
    ) {
        self.all.push(Noted {
            kind,
            source: self.source.name.clone(),
            billet,
            person,
            tour: None,
            detail: Text::from(detail),
            noted: self.day,
            row: key.map(|key| RowKey { source: self.id, key: key.clone() }),
        });
    }

    fn row(&mut self, key: &Text, row: &SourceRow) {
        let position = row.facts.position.as_ref();
        let billet = position.and_then(|number| self.world.keys.billet.get(number)).copied();
        match (position, billet) {
            (Some(number), None) => {
                let detail = format!("Position {number} is not held here.");
                self.note(ContradictionKind::UnknownBillet, Some(key), None, None, detail);
            }
            (Some(_), Some(billet)) if self.source.kind() == SourceKind::ManningDocument => {
                self.codes(key, row, billet);
            }
            _ => {}
        }
        match (row.link, row.link.person()) {
            (Link::Open, _) => {
                let detail = match row.candidates.len() {
                    0 => "Nobody here is like this row.".to_owned(),
                    1 => "One person here is like this row.".to_owned(),
                    more => format!("{more} people here are like this row."),
                };
                self.note(ContradictionKind::UnmatchedRow, Some(key), None, billet, detail);
            }
            (_, Some(person)) => {
                self.fields(key, row, person);
                self.place(key, person, billet);
            }
            _ => {}
        }
    }

    /// What a document says of a billet that another owns, or that differs from what is held though the document owns it.
    fn codes(&mut self, key: &Text, row: &SourceRow, id: BilletId) {
        let billet = &self.world.billets[id];
        let (terms, facts) = (billet.terms_near(self.day), &row.facts);
        let mut differ: Vec<String> = Vec::new();
        let mut compare = |what: &str, held: String, said: Option<String>| {
            if let Some(said) = said.filter(|said| *said != held) {
                differ.push(format!("{what} {held} here, {said} there"));
            }
        };
        compare("grade", terms.grade.to_string(), facts.position_grade.map(|grade| grade.to_string()));
        compare("service coding", format!("{:?}", terms.coding), facts.coding.map(|coding| format!("{coding:?}")));
        let nothing = || "none".to_owned();
        let specialty = terms.specialty.as_ref().map_or_else(nothing, Text::to_string);
        compare("specialty", specialty, facts.specialty.as_ref().map(Text::to_string));
        let code = terms.sc_code.map_or_else(nothing, |code| code.to_string());
        compare("SC code", code, facts.sc_code.as_ref().map(Text::to_string));
        if !differ.is_empty() {
            let detail = format!("Position {}: {}.", billet.number, differ.join("; "));
            self.note(ContradictionKind::CodeDisagrees, Some(key), None, Some(id), detail);
        }
    }

    /// What the row says of the person that is not what is held.
    fn fields(&mut self, key: &Text, row: &SourceRow, person: PersonId) {
        let facts = self.world.people[person].facts_on(self.day);
        // Where a person decided whose the row is, the name was looked at then.
        let decided = matches!(row.link, Link::Decided { .. });
        let differ: Vec<FieldGroup> = FieldGroup::ALL
            .iter()
            .copied()
            .filter(|group| !(decided && *group == FieldGroup::Name))
            .filter(|group| row.facts.agrees(*group, &facts) == Some(false))
            .collect();
        if differ.is_empty() {
            return;
        }
        let from = provenance(self.world, person, self.day);
        let said: Vec<String> = from
            .iter()
            .filter(|held| differ.contains(&held.group))
            .map(|held| {
                let theirs = held.others.iter().find(|saying| saying.source == self.source.name);
                let theirs = theirs.map(|saying| saying.value.clone()).unwrap_or_default();
                let group = held.group.title().to_lowercase();
                format!("{group}: {} says {}, {} says {theirs}", held.source, held.value, self.source.name)
            })
            .collect();
        self.note(ContradictionKind::SourcesDisagree, Some(key), Some(person), None, format!("{}.", said.join("; ")));
    }

    /// Whether the row puts the person where they are held to be.
    fn place(&mut self, key: &Text, person: PersonId, said: Option<BilletId>) {
        let held = self.world.primary_tour(person, self.day).map(|tour| tour.billet);
        let number = |billet: Option<BilletId>| {
            billet.map_or_else(|| "no position".to_owned(), |id| format!("position {}", self.world.billets[id].number))
        };
        match said {
            Some(said) if held != Some(said) => {
                // One held as an additional duty is held all the same.
                let beside = self.world.people[person].tours.iter().map(|tour| &self.world.tours[*tour]);
                let mut there = beside.filter(|tour| {
                    tour.billet == said && tour.period().is_some_and(|period| period.contains(self.day))
                });
                if there.next().is_some() {
                    return;
                }
                let detail = format!("In {} there, in {} here.", number(Some(said)), number(held));
                self.note(ContradictionKind::PlaceDisagrees, Some(key), Some(person), Some(said), detail);
            }
            None if self.source.kind() == SourceKind::StaffingList => {
                let Some(country) = self.source.definition.coverage.country else { return };
                let office = self.world.home_of(person, self.day);
                if office.and_then(|office| self.world.offices[office].country) != Some(country) {
                    let detail = format!("In {} there, in {} here.", self.world.countries[country].name, number(held));
                    self.note(ContradictionKind::PlaceDisagrees, Some(key), Some(person), held, detail);
                }
            }
            _ => {}
        }
    }

    /// People whom the roster that owns them does not name: gone from its file, or never in it.
    fn missing(&mut self) {
        if !self.source.kind().registers_people() {
            return;
        }
        for person in misses_person(self.world, self.id, self.day) {
            let held = &self.world.people[person];
            let since = self.source.rows.get(&held.number).and_then(|row| row.missing_since);
            let gone =
                since.map_or_else(|| "Never on its file".to_owned(), |day| format!("Not on its file since {day}"));
            self.note(ContradictionKind::PersonNotNamed, None, Some(person), None, format!("{gone}."));
        }
    }

    /// Whom and what it should list and does not.
    fn lacking(&mut self) {
        if self.source.kind().registers_people() || !self.source.definition.full {
            return;
        }
        for person in misses_person(self.world, self.id, self.day) {
            let billet = self.world.primary_tour(person, self.day).map(|tour| tour.billet);
            let number = billet.map(|id| self.world.billets[id].number.clone()).unwrap_or_default();
            let detail = format!("Serves in position {number}; {} does not name them.", self.source.name);
            self.note(ContradictionKind::PersonNotListed, None, Some(person), billet, detail);
        }
        for billet in misses_billet(self.world, self.id, self.day) {
            let number = &self.world.billets[billet].number;
            let detail = format!("{} lists position {number} no more.", self.source.name);
            self.note(ContradictionKind::BilletNotListed, None, None, Some(billet), detail);
        }
    }
}
