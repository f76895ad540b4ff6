//! What another choice would cost: one pair forced or forbidden, answered exactly from the optimum's prices.
//!
//! Taking a pair out of an optimum leaves at most two nodes without a mate, so at most two shortest path
//! searches give the new optimum; everything else stays as it was. Nothing here changes the instance or the
//! answer it starts from.

use thiserror::Error;

use crate::market::{Market, NONE};
use crate::meet::{Ends, Meeting};
use crate::problem::Problem;
use crate::search::Except;
use crate::solution::Solution;
use crate::verify::verify;
use crate::violation::Violation;

/// Answers what-if questions about one optimum. Build it once and ask it thousands of times.
#[derive(Debug, Clone)]
pub struct WhatIf<'a> {
    problem: &'a Problem,
    optimum: Market<'a>,
    objective: i64,
    /// The optimum again, disturbed by a question and put back by the next.
    trial: Market<'a>,
    meeting: Meeting,
}

/// The best that remains when a choice is taken out of the solver's hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// The least total cost under the added condition.
    pub objective: i64,
    /// How much that is above the optimum; never negative.
    pub extra: i64,
    /// People whose position differs from the optimum, by rising index. Where several assignments cost the
    /// same, this is one of them.
    pub changes: Vec<Change>,
}

/// One person's difference between two assignments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The person.
    pub person: u32,
    /// Its position in the optimum.
    pub before: Option<u32>,
    /// Its position in the alternative.
    pub after: Option<u32>,
}

/// Why a question has no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WhatIfError {
    /// The pair is not allowed, or does not exist.
    #[error("pair ({person}, {position}) is not among the allowed pairs")]
    NotAPair {
        /// The person asked about.
        person: u32,
        /// The position asked about.
        position: u32,
    },
}

impl<'a> WhatIf<'a> {
    /// Starts from an optimal answer, which is verified first.
    ///
    /// # Errors
    /// What [`verify`] finds wrong with the answer.
    pub fn new(problem: &'a Problem, solution: &Solution) -> Result<WhatIf<'a>, Violation> {
        verify(problem, solution)?;
        let optimum = Market::at(problem, solution);
        Ok(WhatIf {
            problem,
            objective: solution.objective,
            trial: optimum.clone(),
            meeting: Meeting::new(problem.people(), problem.positions()),
            optimum,
        })
    }

    /// The optimum if this person had to take this position.
    ///
    /// # Errors
    /// [`WhatIfError::NotAPair`] if the pair is not allowed.
    pub fn forced(&mut self, person: u32, position: u32) -> Result<Alternative, WhatIfError> {
        self.check(person, position)?;
        let held = self.optimum.people.mate[person as usize];
        if held == position {
            return Ok(self.unchanged());
        }
        self.restart();
        let holder = self.optimum.positions.mate[position as usize];
        let Market { people, positions } = &mut self.trial;
        people.mate[person as usize] = position;
        positions.mate[position as usize] = person;
        if holder != NONE {
            people.mate[holder as usize] = NONE;
        }
        if held != NONE {
            positions.mate[held as usize] = NONE;
        }
        self.settle(holder, held, Some((person, position)));
        Ok(self.difference())
    }

    /// The optimum if this pair were not allowed.
    ///
    /// # Errors
    /// [`WhatIfError::NotAPair`] if the pair is not allowed to begin with.
    pub fn without(&mut self, person: u32, position: u32) -> Result<Alternative, WhatIfError> {
        self.check(person, position)?;
        if self.optimum.people.mate[person as usize] != position {
            return Ok(self.unchanged());
        }
        self.restart();
        self.trial.people.mate[person as usize] = NONE;
        self.trial.positions.mate[position as usize] = NONE;
        self.settle(person, position, None);
        Ok(self.difference())
    }

    fn check(&self, person: u32, position: u32) -> Result<(), WhatIfError> {
        match self.problem.cost(person, position) {
            Some(_) => Ok(()),
            None => Err(WhatIfError::NotAPair { person, position }),
        }
    }

    fn unchanged(&self) -> Alternative {
        Alternative { objective: self.objective, extra: 0, changes: Vec::new() }
    }

    fn restart(&mut self) {
        for (trial, optimum) in
            [(&mut self.trial.people, &self.optimum.people), (&mut self.trial.positions, &self.optimum.positions)]
        {
            trial.price.copy_from_slice(&optimum.price);
            trial.mate.copy_from_slice(&optimum.mate);
        }
    }

    /// Settles a person and a position that lost their mates, either of which may be [`NONE`]: around a `fixed`
    /// pair, or else never with one another.
    fn settle(&mut self, person: u32, position: u32, fixed: Option<(u32, u32)>) {
        let WhatIf { problem, trial, meeting, .. } = self;
        let Market { people, positions } = trial;
        let person_waits = person != NONE && people.is_owed(person);
        let position_waits = position != NONE && positions.is_owed(position);
        if person_waits && position_waits {
            let cost = fixed.and_then(|_| problem.cost(person, position));
            let direct = cost.map(|cost| cost - people.price[person as usize] - positions.price[position as usize]);
            meeting.settle(people, positions, Ends { person, position, fixed, direct });
        }
        let (held_person, held_position) = fixed.unzip();
        // Without a fixed pair, the two ends' own pair is the forbidden one, which only they could use.
        let never = |other: u32| fixed.is_none().then_some(other);
        if person_waits && people.is_owed(person) {
            let except = Except { far: [held_position, None], mate: never(position), joined: false };
            meeting.from_people.settle(people, positions, person, except);
        }
        if position_waits && positions.is_owed(position) {
            let except = Except { far: [held_person, None], mate: never(person), joined: false };
            meeting.from_positions.settle(positions, people, position, except);
        }
    }

    /// Compares the trial with the optimum, node by node.
    fn difference(&self) -> Alternative {
        let (before, after) = (&self.optimum, &self.trial);
        let mut extra = 0;
        let mut changes = Vec::new();
        for (person, (&was, &is)) in (0..).zip(before.people.mate.iter().zip(&after.people.mate)) {
            if was != is {
                extra += self.person_cost(person, is) - self.person_cost(person, was);
                let named = |mate: u32| (mate != NONE).then_some(mate);
                changes.push(Change { person, before: named(was), after: named(is) });
            }
        }
        let limits = before.positions.limit;
        for ((&was, &is), &limit) in before.positions.mate.iter().zip(&after.positions.mate).zip(limits) {
            extra += limit * (i64::from(is == NONE) - i64::from(was == NONE));
        }
        Alternative { objective: self.objective + extra, extra, changes }
    }

    fn person_cost(&self, person: u32, mate: u32) -> i64 {
        match mate {
            NONE => self.problem.unassigned()[person as usize],
            position => self.optimum.pair_cost(person, position),
        }
    }
}
