//! Single relaxations: one rule waived for one person in one billet, and what the whole slate would cost with that line.

use muster_domain::{BilletId, PersonId};
use muster_solver::{Change, Problem, WhatIf};
use serde::Serialize;

use super::Study;
use crate::alternatives::cheapest;
use crate::compute::anew;
use crate::ground::SlateError;
use crate::limits::{Limits, chosen, pairs_of};
use crate::rules::{RULES, Rule};

/// One rule waived for one person in one billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Relaxation {
    /// For whom.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// The rule's slug.
    pub rule: &'static str,
    /// What it asks, as a sentence.
    pub title: &'static str,
    /// How much the pair falls short, where that is counted.
    pub short: Option<i64>,
    /// What is counted: a partial waiver of so much covers it.
    pub unit: Option<&'static str>,
    /// Points by which the whole slate would cost more with this line; less than nothing: it would cost less.
    pub costs_more: i64,
}

/// A pair that one waivable rule keeps apart.
struct Near {
    person: u32,
    position: u32,
    rule: &'static Rule,
}

impl Study<'_> {
    /// The cheapest single relaxations that would fill a billet, cheapest first. Empty for a billet that is no opening.
    ///
    /// # Errors
    /// An answer does not pass its verification.
    pub fn would_fill(&self, billet: BilletId, count: usize) -> Result<Vec<Relaxation>, SlateError> {
        let Some(position) = self.opening(billet) else { return Ok(Vec::new()) };
        self.relaxed((0..self.field.movers.len() as u32).map(|person| (person, position)), count)
    }

    /// The cheapest single relaxations that would place a person, cheapest first. Empty for somebody who is no mover.
    ///
    /// # Errors
    /// An answer does not pass its verification.
    pub fn would_place(&self, person: PersonId, count: usize) -> Result<Vec<Relaxation>, SlateError> {
        let Some(person) = self.mover(person) else { return Ok(Vec::new()) };
        self.relaxed((0..self.field.openings.len() as u32).map(|position| (person, position)), count)
    }

    /// All these pairs share one end, so that a slate with one of them holds no other: the instance with all of them
    /// allowed, and one insisted on, is the instance with that one waived. What the limits close stays closed, and what
    /// they leave no room for is none of them.
    fn relaxed(&self, pairs: impl Iterator<Item = (u32, u32)>, count: usize) -> Result<Vec<Relaxation>, SlateError> {
        let near: Vec<Near> = pairs.filter_map(|(person, position)| self.near(person, position)).collect();
        if near.is_empty() {
            return Ok(Vec::new());
        }
        let priced =
            |near: &Near| (near.person, near.position, self.field.cost(near.person as usize, near.position as usize));
        let added: Vec<(u32, u32, i64)> = near.iter().map(priced).collect();
        let (held, problem) = (&self.held.within, &self.held.within.open.problem);
        let mut whole: Vec<(u32, u32, i64)> = pairs_of(problem).chain(added.iter().copied()).collect();
        whole.sort_unstable();
        let relaxed = anew(Problem::new(whole, problem.unassigned().to_vec(), problem.unfilled().to_vec())?)?;
        let allowed = || {
            let known = pairs_of(&held.free.as_deref().unwrap_or(&held.open).problem);
            let mut all: Vec<(u32, u32)> = known.chain(added.iter().copied()).map(|(i, j, _)| (i, j)).collect();
            all.sort_unstable();
            all.into_iter().map(|(person, position)| (person, position, true))
        };
        let (limits, choice) = (Limits::of(&self.field, allowed, &[]), chosen(&relaxed.solution, &held.held));
        let admits = |changes: &[Change]| limits.is_empty() || limits.keeps_after(&choice, changes);
        let mut what_if = WhatIf::new(&relaxed.problem, &relaxed.solution)?;
        let found = cheapest(&relaxed.solution, &mut what_if, &admits, added.iter().copied(), count);
        let before = held.open.proof.objective();
        let told = found.into_iter().filter_map(|found| {
            let near = near.iter().find(|near| (near.person, near.position) == (found.person, found.position))?;
            let pair = self.field.pair(near.person as usize, near.position as usize);
            let (person, billet) = pair.ids();
            Some(Relaxation {
                person,
                billet,
                rule: near.rule.id,
                title: near.rule.title,
                short: near.rule.short(&pair),
                unit: near.rule.waiver()?.unit(),
                costs_more: relaxed.proof.objective() + found.costs_more - before,
            })
        });
        Ok(told.collect())
    }

    /// The one rule that keeps a pair apart. Whoever's couple was decided together is no single choice.
    fn near(&self, person: u32, position: u32) -> Option<Near> {
        let within = &self.held.within;
        if within.shares.is_coupled(person) || within.held.iter().any(|(_, held)| *held == position) {
            return None;
        }
        let pair = self.field.pair(person as usize, position as usize);
        let mut failed = RULES.iter().filter(|rule| !rule.holds(&pair));
        let rule = failed.next().filter(|rule| rule.waivable)?;
        failed.next().is_none().then_some(Near { person, position, rule })
    }
}
