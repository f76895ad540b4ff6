//! Who a row without a known number may be: proposals of the linkage room, ranked, with evidence in words.

use muster_domain::sources::{Candidate, RowFacts};
use muster_domain::{Date, PersonId, Text, World};
use muster_linkage::{Known, Link, Row};

use crate::record::Word;

/// A row that is to be matched. The date of birth is compared and forgotten.
pub(super) struct Unknown<'a> {
    pub facts: &'a RowFacts,
    pub born: Option<Date>,
}

/// Whom each row may be, the likeliest first.
pub(super) fn propose(world: &World, day: Date, rows: &[Unknown<'_>]) -> Vec<Vec<Candidate>> {
    if rows.is_empty() {
        return Vec::new();
    }
    let (ids, people): (Vec<PersonId>, Vec<Row>) =
        world.people.iter().map(|(id, _)| (id, known(world, id, day))).unzip();
    let known = Known::new(&people);
    let rows: Vec<Row> = rows.iter().map(|row| said(row)).collect();
    known.link(&rows).into_iter().map(|link| candidates(link, &ids)).collect()
}

fn candidates(link: Link, ids: &[PersonId]) -> Vec<Candidate> {
    let found = match link {
        Link::Exact(only) | Link::Likely(only) => vec![only],
        Link::Unclear(several) => several,
        Link::Nobody => Vec::new(),
    };
    let candidate = |found: muster_linkage::Candidate| Candidate {
        person: ids[found.person],
        // Never certain: a person decides.
        likely_per_mille: (found.probability * 1000.0).round().clamp(0.0, 999.0) as u16,
        evidence: found.evidence.iter().map(|evidence| Text::from(evidence.words())).collect(),
    };
    found.into_iter().map(candidate).collect()
}

fn known(world: &World, id: PersonId, day: Date) -> Row {
    let person = &world.people[id];
    let billet = world.primary_tour(id, day).map(|tour| &world.billets[tour.billet]);
    let terms = billet.map(|billet| billet.terms_near(day));
    let office = terms.map(|terms| world.offices[terms.office].code.to_string());
    let place = terms.map(|terms| world.posts[terms.place].name.to_string());
    Row {
        name: person.name.to_string(),
        numbers: vec![person.number.to_string()],
        born: person.personal.as_ref().and_then(|personal| personal.born),
        service: Some(person.service.word().to_owned()),
        grade: Some(person.grade_on(day).to_string()),
        specialties: person.specialties.iter().map(Text::to_string).collect(),
        offices: office.into_iter().chain(place).collect(),
        positions: billet.map(|billet| billet.number.to_string()).into_iter().collect(),
    }
}

fn said(row: &Unknown<'_>) -> Row {
    let facts = row.facts;
    let text = |text: &Option<Text>| text.as_ref().map(Text::to_string);
    Row {
        name: text(&facts.name).unwrap_or_default(),
        numbers: text(&facts.number).into_iter().collect(),
        born: row.born,
        service: facts.service.map(|service| service.word().to_owned()),
        grade: facts.grade.map(|grade| grade.to_string()),
        specialties: facts.specialties.iter().flatten().map(Text::to_string).collect(),
        offices: text(&facts.office).into_iter().chain(text(&facts.place)).collect(),
        positions: text(&facts.position).into_iter().collect(),
    }
}
