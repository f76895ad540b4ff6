//! What can be changed in a session, and how each change disturbs the optimum as little as possible.

use thiserror::Error;

use super::Session;
use super::hold::Hold;
use crate::market::NONE;
use crate::problem::{MAX_COST, Place, ProblemError, check_total};

/// One change to a session's instance. Indices never move: what is dropped leaves its index behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Allows a pair at a cost, or changes the cost of one that is allowed.
    Allow {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
        /// The pair's cost.
        cost: i64,
    },
    /// Forbids a pair. Forbidding what is not allowed changes nothing.
    Forbid {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
    },
    /// Holds a pair fast: the two are paired whatever it costs, until released. Meanwhile the instance that
    /// [`Session::problem`] shows has no other pair of either, and leaving the two out costs more than the pair.
    Force {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
    },
    /// Lets go of a pair held by [`Edit::Force`].
    Release {
        /// The person whose pair was held.
        person: u32,
    },
    /// Sets what leaving a person unassigned costs.
    Unassigned {
        /// The person.
        person: u32,
        /// The cost.
        cost: i64,
    },
    /// Sets what leaving a position unfilled costs.
    Unfilled {
        /// The position.
        position: u32,
        /// The cost.
        cost: i64,
    },
    /// Adds a person, whose index is the number of people so far.
    AddPerson {
        /// What leaving it unassigned costs.
        unassigned: i64,
        /// The positions it may take and at what cost; of a position given twice the last counts.
        pairs: Vec<(u32, i64)>,
    },
    /// Adds a position, whose index is the number of positions so far.
    AddPosition {
        /// What leaving it unfilled costs.
        unfilled: i64,
        /// The people who may take it and at what cost; of a person given twice the last counts.
        pairs: Vec<(u32, i64)>,
    },
    /// Forbids all pairs of a person and makes leaving it out free. Releases it first if its pair was held.
    DropPerson {
        /// The person.
        person: u32,
    },
    /// Forbids all pairs of a position and makes leaving it unfilled free. Releases it first if its pair was held.
    DropPosition {
        /// The position.
        position: u32,
    },
}

/// Why an edit was refused; the session is as it was before.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// There is no such person.
    #[error("there are {people} people, so person must be below {people}, not {person}")]
    NoSuchPerson {
        /// The person named.
        person: u32,
        /// Number of people.
        people: usize,
    },
    /// There is no such position.
    #[error("there are {positions} positions, so position must be below {positions}, not {position}")]
    NoSuchPosition {
        /// The position named.
        position: u32,
        /// Number of positions.
        positions: usize,
    },
    /// Only an allowed pair can be forced.
    #[error("pair ({person}, {position}) is not allowed, so it cannot be forced: allow it first")]
    NotAPair {
        /// The person.
        person: u32,
        /// The position.
        position: u32,
    },
    /// One of the two is already held in another pair.
    #[error("pair ({person}, {position}) cannot be forced: pair ({held_person}, {held_position}) is; release it first")]
    Held {
        /// The person asked for.
        person: u32,
        /// The position asked for.
        position: u32,
        /// The person of the pair in the way.
        held_person: u32,
        /// The position of the pair in the way.
        held_position: u32,
    },
    /// No pair of this person is held.
    #[error("no pair of person {person} is forced, so there is none to release")]
    NotHeld {
        /// The person.
        person: u32,
    },
    /// The cost, or what such costs can add up to, is beyond exact arithmetic, or the indices run out.
    #[error(transparent)]
    Size(#[from] ProblemError),
}

impl Session {
    /// Changes the instance; the answer follows with the next [`Session::solve`].
    ///
    /// # Errors
    /// [`EditError`]; the session is then unchanged.
    pub fn edit(&mut self, edit: &Edit) -> Result<(), EditError> {
        match *edit {
            Edit::Allow { person, position, cost } => {
                self.check_pair(person, position)?;
                self.check_cost(Place::Pair(person, position), cost)?;
                self.set_pair(person, position, Some(cost));
            }
            Edit::Forbid { person, position } => {
                self.check_pair(person, position)?;
                if self.holds.pair_of_person(person) == Some(position) {
                    self.release(person);
                }
                self.set_pair(person, position, None);
            }
            Edit::Force { person, position } => {
                self.check_pair(person, position)?;
                self.force(person, position)?;
            }
            Edit::Release { person } => {
                self.check_person(person)?;
                if self.holds.pair_of_person(person).is_none() {
                    return Err(EditError::NotHeld { person });
                }
                self.release(person);
            }
            Edit::Unassigned { person, cost } => {
                self.check_person(person)?;
                self.check_cost(Place::Person(person), cost)?;
                self.set_unassigned(person, cost);
            }
            Edit::Unfilled { position, cost } => {
                self.check_position(position)?;
                self.check_cost(Place::Position(position), cost)?;
                self.set_unfilled(position, cost);
            }
            Edit::AddPerson { unassigned, ref pairs } => self.add_person(unassigned, pairs)?,
            Edit::AddPosition { unfilled, ref pairs } => self.add_position(unfilled, pairs)?,
            Edit::DropPerson { person } => {
                self.check_person(person)?;
                self.drop_person(person);
            }
            Edit::DropPosition { position } => {
                self.check_position(position)?;
                self.drop_position(position);
            }
        }
        Ok(())
    }

    fn check_pair(&self, person: u32, position: u32) -> Result<(), EditError> {
        self.check_person(person)?;
        self.check_position(position)
    }

    fn check_person(&self, person: u32) -> Result<(), EditError> {
        let people = self.problem.people();
        if person as usize >= people {
            return Err(EditError::NoSuchPerson { person, people });
        }
        Ok(())
    }

    fn check_position(&self, position: u32) -> Result<(), EditError> {
        let positions = self.problem.positions();
        if position as usize >= positions {
            return Err(EditError::NoSuchPosition { position, positions });
        }
        Ok(())
    }

    /// Whether the cost, with one node more, is within exact arithmetic and one pair more within the index.
    fn check_cost(&mut self, place: Place, cost: i64) -> Result<(), EditError> {
        if !(-MAX_COST..=MAX_COST).contains(&cost) {
            return Err(ProblemError::CostTooLarge { place, cost }.into());
        }
        let largest = self.problem.largest.max(cost.abs());
        check_total(self.problem.people() + self.problem.positions() + 1, largest)?;
        if let Place::Pair(person, position) = place {
            let (people, positions) = self.problem.lists_mut();
            let full = |lists: &crate::lists::Lists, node: u32| (node as usize) < lists.nodes() && lists.is_full(node);
            if full(people, person) || full(positions, position) {
                return Err(ProblemError::TooMany { what: "pairs", count: people.entries() + 1 }.into());
            }
        }
        self.problem.largest = largest;
        Ok(())
    }

    /// Sets or removes a pair wherever it is kept: in the instance, or aside while a pair of either is held.
    pub(super) fn set_pair(&mut self, person: u32, position: u32, cost: Option<i64>) {
        if self.holds.pair_of_person(person) == Some(position) {
            let cost = cost.expect("a held pair is released before it is forbidden");
            return self.set_held_cost(person, position, cost);
        }
        if let Some(aside) = self.holds.aside(person, position) {
            return aside.set(person, position, cost);
        }
        self.put_pair(person, position, cost);
    }

    /// Sets or removes a pair in the instance.
    pub(super) fn put_pair(&mut self, person: u32, position: u32, cost: Option<i64>) {
        let (people, positions) = self.problem.lists_mut();
        let former = match cost {
            Some(cost) => {
                positions.set(position, person, cost);
                people.set(person, position, cost)
            }
            None => {
                positions.remove(position, person);
                people.remove(person, position)
            }
        };
        if former == cost {
            return;
        }
        self.audit.note_pair(person, position);
        let mated = self.mate_of_person(person) == Some(position);
        if mated && cost.is_none() {
            self.part(person, position);
        }
        let reduced = cost.map(|cost| cost - self.prices(person, position));
        if mated {
            self.touch_person(person);
        } else if reduced.is_some_and(|reduced| reduced < 0) {
            // Whichever end has no pair to lose gives way.
            if self.positions.mate[position as usize] == NONE && self.mate_of_person(person).is_some() {
                self.touch_position(position);
            } else {
                self.touch_person(person);
            }
        }
    }

    pub(super) fn set_unassigned(&mut self, person: u32, cost: i64) {
        if let Some(hold) = self.holds.of_person(person) {
            hold.unassigned = cost;
            return;
        }
        self.put_unassigned(person, cost);
    }

    pub(super) fn put_unassigned(&mut self, person: u32, cost: i64) {
        self.problem.unassigned[person as usize] = cost;
        self.audit.note_person(person);
        self.touch_person(person);
    }

    pub(super) fn set_unfilled(&mut self, position: u32, cost: i64) {
        if let Some(hold) = self.holds.of_position(position) {
            hold.unfilled = cost;
            return;
        }
        self.put_unfilled(position, cost);
    }

    pub(super) fn put_unfilled(&mut self, position: u32, cost: i64) {
        self.problem.unfilled[position as usize] = cost;
        self.audit.note_position(position);
        self.cap_position(position);
    }

    fn add_person(&mut self, unassigned: i64, pairs: &[(u32, i64)]) -> Result<(), EditError> {
        let person = self.problem.people() as u32;
        if person == u32::MAX - 2 {
            return Err(ProblemError::TooMany { what: "people", count: person as usize + 1 }.into());
        }
        self.check_cost(Place::Person(person), unassigned)?;
        for &(position, cost) in pairs {
            self.check_position(position)?;
            self.check_cost(Place::Pair(person, position), cost)?;
        }
        self.problem.lists_mut().0.push_node();
        self.problem.unassigned.push(unassigned);
        self.grow_person();
        self.audit.note_person(person);
        self.touch_person(person);
        for &(position, cost) in pairs {
            self.set_pair(person, position, Some(cost));
        }
        Ok(())
    }

    fn add_position(&mut self, unfilled: i64, pairs: &[(u32, i64)]) -> Result<(), EditError> {
        let position = self.problem.positions() as u32;
        if position == u32::MAX - 2 {
            return Err(ProblemError::TooMany { what: "positions", count: position as usize + 1 }.into());
        }
        self.check_cost(Place::Position(position), unfilled)?;
        for &(person, cost) in pairs {
            self.check_person(person)?;
            self.check_cost(Place::Pair(person, position), cost)?;
        }
        self.problem.lists_mut().1.push_node();
        self.problem.unfilled.push(unfilled);
        self.grow_position();
        self.audit.note_position(position);
        for &(person, cost) in pairs {
            self.set_pair(person, position, Some(cost));
        }
        self.cap_position(position);
        Ok(())
    }

    fn drop_person(&mut self, person: u32) {
        if self.holds.pair_of_person(person).is_some() {
            self.release(person);
        }
        self.holds.forget(Some(person), None);
        let row: Vec<_> = self.problem.people.of(person).iter().collect();
        for (position, _) in row {
            self.put_pair(person, position, None);
        }
        self.put_unassigned(person, 0);
    }

    fn drop_position(&mut self, position: u32) {
        if let Some(person) = self.holds.pair_of_position(position) {
            self.release(person);
        }
        self.holds.forget(None, Some(position));
        let row: Vec<_> = self.problem.by_position().of(position).iter().collect();
        for (person, _) in row {
            self.put_pair(person, position, None);
        }
        self.put_unfilled(position, 0);
    }

    fn force(&mut self, person: u32, position: u32) -> Result<(), EditError> {
        if let Some((held_person, held_position)) = self.holds.in_the_way(person, position) {
            if (held_person, held_position) == (person, position) {
                return Ok(());
            }
            return Err(EditError::Held { person, position, held_person, held_position });
        }
        let cost = self.problem.cost(person, position).ok_or(EditError::NotAPair { person, position })?;
        let others_of_person: Vec<_> =
            self.problem.people.of(person).iter().filter(|&(other, _)| other != position).collect();
        let others_of_position: Vec<_> =
            self.problem.by_position().of(position).iter().filter(|&(other, _)| other != person).collect();
        for &(other, _) in &others_of_person {
            self.put_pair(person, other, None);
        }
        for &(other, _) in &others_of_position {
            self.put_pair(other, position, None);
        }
        let mut hold = Hold {
            unassigned: self.problem.unassigned[person as usize],
            unfilled: self.problem.unfilled[position as usize],
            aside: std::collections::BTreeMap::new(),
        };
        hold.aside.extend(others_of_person.into_iter().map(|(other, cost)| ((person, other), cost)));
        hold.aside.extend(others_of_position.into_iter().map(|(other, cost)| ((other, position), cost)));
        self.holds.insert(person, position, hold);
        self.set_held_cost(person, position, cost);
        Ok(())
    }

    /// Makes being paired worth it for a held pair whatever it costs.
    fn set_held_cost(&mut self, person: u32, position: u32, cost: i64) {
        self.put_pair(person, position, Some(cost));
        let hold = self.holds.of_person(person).expect("held");
        // Out together they must cost more than the pair.
        let unfilled = hold.unfilled.max(0);
        let unassigned = hold.unassigned.max(cost + 1);
        self.put_unassigned(person, unassigned);
        self.put_unfilled(position, unfilled);
    }

    fn release(&mut self, person: u32) {
        let (position, hold) = self.holds.remove(person).expect("asked before");
        self.put_unassigned(person, hold.unassigned);
        self.put_unfilled(position, hold.unfilled);
        for ((person, position), cost) in hold.aside {
            self.set_pair(person, position, Some(cost));
        }
    }
}
