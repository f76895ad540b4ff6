//! Single relaxations: one rule waived for one person in one billet, and what the whole slate would cost with that line.

use muster_domain::{BilletId, PersonId};
use serde::Serialize;

use super::{Optimum, Study};
use crate::alternatives::cheapest;
use crate::ground::SlateError;
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
    /// allowed, and one insisted on, is the instance with that one waived.
    fn relaxed(&self, pairs: impl Iterator<Item = (u32, u32)>, count: usize) -> Result<Vec<Relaxation>, SlateError> {
        let near: Vec<Near> = pairs.filter_map(|(person, position)| self.near(person, position)).collect();
        if near.is_empty() {
            return Ok(Vec::new());
        }
        let priced =
            |near: &Near| (near.person, near.position, self.field.cost(near.person as usize, near.position as usize));
        let added: Vec<(u32, u32, i64)> = near.iter().map(priced).collect();
        let problem = &self.held.problem;
        let all = (0..problem.people() as u32)
            .flat_map(|person| problem.positions_for(person).map(move |(position, cost)| (person, position, cost)));
        let mut whole: Vec<(u32, u32, i64)> = all.chain(added.iter().copied()).collect();
        whole.sort_unstable();
        let relaxed = Optimum::of(&self.field, whole)?;
        let found = cheapest(&relaxed.solution, &mut relaxed.what_if(), added.into_iter(), count);
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
                costs_more: relaxed.objective + found.costs_more - self.held.objective,
            })
        });
        Ok(told.collect())
    }

    fn near(&self, person: u32, position: u32) -> Option<Near> {
        let pair = self.field.pair(person as usize, position as usize);
        let mut failed = RULES.iter().filter(|rule| !rule.holds(&pair));
        let rule = failed.next().filter(|rule| rule.waivable)?;
        failed.next().is_none().then_some(Near { person, position, rule })
    }
}
