//! How far a source and the World agree on who there is: matched, unmatched each way, stale.

use std::collections::HashSet;

use serde::Serialize;

use super::Link;
use crate::kernel::{BilletId, Date, PersonId, SourceId};
use crate::world::World;

/// Counts of one source on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Measures {
    /// Rows that its last file had.
    pub rows: u32,
    /// Rows whose person is known; positions without an incumbent are left out.
    pub matched: u32,
    /// Rows that name somebody who is not known.
    pub unmatched: u32,
    /// Rows decided to be nobody of ours.
    pub set_aside: u32,
    /// People and billets it should name and does not.
    pub lacking: u32,
    /// Whether its next file is late.
    pub stale: bool,
}

/// The counts of a source.
pub fn measures(world: &World, id: SourceId, day: Date) -> Measures {
    let source = &world.sources[id];
    let (mut matched, mut unmatched, mut set_aside, mut rows) = (0, 0, 0, 0);
    for (_, row) in source.present() {
        rows += 1;
        match row.link {
            Link::Open => unmatched += 1,
            Link::Vacant => {}
            link if link.person().is_some() => matched += 1,
            _ => set_aside += 1,
        }
    }
    let lacking = u32::try_from(lacking(world, id, day)).unwrap_or(u32::MAX);
    Measures { rows, matched, unmatched, set_aside, lacking, stale: source.is_stale(day) }
}

/// How many people and billets it should name and does not.
pub fn lacking(world: &World, id: SourceId, day: Date) -> usize {
    misses_person(world, id, day).count() + misses_billet(world, id, day).count()
}

/// People it should name on a day and does not. None before its first load, or where its files hold changes only.
pub fn misses_person(world: &World, id: SourceId, day: Date) -> impl Iterator<Item = PersonId> + '_ {
    let source = &world.sources[id];
    let speaks = source.definition.full && !source.rows.is_empty() && source.kind().lists_everybody();
    let named: HashSet<PersonId> = source.present().filter_map(|(_, row)| row.link.person()).collect();
    let people = world.people.iter().map(|(person, _)| person);
    people.filter(move |person| {
        speaks && !named.contains(person) && {
            // A person who left the workforce is not looked for.
            let person = *person;
            let left = source.kind().registers_people()
                && world.people[person].personal.as_ref().and_then(|p| p.separates).is_some_and(|out| out <= day);
            !left && source.covers_person(world, person, day)
        }
    })
}

/// Billets it should list on a day and does not; as [`misses_person`].
pub fn misses_billet(world: &World, id: SourceId, day: Date) -> impl Iterator<Item = BilletId> + '_ {
    let source = &world.sources[id];
    let speaks = source.definition.full && !source.rows.is_empty();
    let listed: HashSet<BilletId> =
        source.present().filter_map(|(_, row)| world.keys.billet.get(row.facts.position.as_ref()?).copied()).collect();
    let billets = world.billets.iter().map(|(billet, _)| billet);
    billets.filter(move |billet| speaks && !listed.contains(billet) && source.covers_billet(world, *billet, day))
}
