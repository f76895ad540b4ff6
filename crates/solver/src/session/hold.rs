//! Pairs held fast, and what is kept aside while they are.

use std::collections::BTreeMap;

/// All held pairs, found from either end.
#[derive(Debug, Clone, Default)]
pub(super) struct Holds {
    by_person: BTreeMap<u32, (u32, Hold)>,
    person_of: BTreeMap<u32, u32>,
}

/// What a held pair's ends gave up: their other pairs, and what leaving them out costs when they are not held.
#[derive(Debug, Clone)]
pub(super) struct Hold {
    pub(super) unassigned: i64,
    pub(super) unfilled: i64,
    pub(super) aside: BTreeMap<(u32, u32), i64>,
}

impl Hold {
    /// Sets or removes a pair that is kept aside.
    pub(super) fn set(&mut self, person: u32, position: u32, cost: Option<i64>) {
        match cost {
            Some(cost) => self.aside.insert((person, position), cost),
            None => self.aside.remove(&(person, position)),
        };
    }
}

impl Holds {
    pub(super) fn pairs(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.by_person.iter().map(|(&person, &(position, _))| (person, position))
    }

    pub(super) fn pair_of_person(&self, person: u32) -> Option<u32> {
        self.by_person.get(&person).map(|(position, _)| *position)
    }

    pub(super) fn pair_of_position(&self, position: u32) -> Option<u32> {
        self.person_of.get(&position).copied()
    }

    pub(super) fn of_person(&mut self, person: u32) -> Option<&mut Hold> {
        self.by_person.get_mut(&person).map(|(_, hold)| hold)
    }

    pub(super) fn of_position(&mut self, position: u32) -> Option<&mut Hold> {
        let person = self.pair_of_position(position)?;
        self.of_person(person)
    }

    /// Where a pair is kept aside while one of its ends is held with somebody else.
    pub(super) fn aside(&mut self, person: u32, position: u32) -> Option<&mut Hold> {
        let holder = self.pair_of_position(position);
        let with_holder = holder.filter(|holder| {
            let (_, hold) = &self.by_person[holder];
            // If both ends are held, the pair is kept with either; it stays where it is.
            hold.aside.contains_key(&(person, position)) || !self.by_person.contains_key(&person)
        });
        self.of_person(with_holder.unwrap_or(person))
    }

    /// The held pair that shares an end with this one.
    pub(super) fn in_the_way(&self, person: u32, position: u32) -> Option<(u32, u32)> {
        let by_person = self.pair_of_person(person).map(|held| (person, held));
        by_person.or_else(|| self.pair_of_position(position).map(|holder| (holder, position)))
    }

    pub(super) fn insert(&mut self, person: u32, position: u32, hold: Hold) {
        self.by_person.insert(person, (position, hold));
        self.person_of.insert(position, person);
    }

    pub(super) fn remove(&mut self, person: u32) -> Option<(u32, Hold)> {
        let (position, hold) = self.by_person.remove(&person)?;
        self.person_of.remove(&position);
        Some((position, hold))
    }

    /// Forgets every pair of a dropped person or position that is kept aside.
    pub(super) fn forget(&mut self, dropped_person: Option<u32>, dropped_position: Option<u32>) {
        for (_, hold) in self.by_person.values_mut() {
            hold.aside
                .retain(|&(person, position), _| Some(person) != dropped_person && Some(position) != dropped_position);
        }
    }
}
