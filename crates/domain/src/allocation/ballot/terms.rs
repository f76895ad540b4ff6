//! Giving a cycle its ballot: deadlines, and who ranks on it.

use serde::{Deserialize, Serialize};

use super::BallotTerms;
use crate::allocation::cycle::{cycle_subject, open_cycle};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CycleId, Date, Position, Service};
use crate::world::World;

/// Gives a cycle its ballot, or changes the deadlines while members may still rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetBallot {
    /// Which cycle.
    pub cycle: CycleId,
    /// Deadlines, and who takes part.
    pub terms: BallotTerms,
}

impl Decide for SetBallot {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = open_cycle(world, self.cycle)?;
        let terms = &self.terms;
        let past = |until: Date| until < context.today;
        if let Some(held) = cycle.ballot.terms().filter(|held| past(held.members_until)) {
            return Err(refuse(
                "ballot-opened",
                format!("The ballot of `{}` closed on {}; its rankings count now.", cycle.name, held.members_until),
                "A ballot whose rankings are known cannot be sealed again. Open a new cycle.",
            ));
        }
        for (what, until) in [("members", terms.members_until), ("offices", terms.offices_until)] {
            if past(until) || until >= cycle.window.end() {
                return Err(refuse(
                    "ballot-deadline",
                    format!("The deadline of {what} {until} is past, or after the cycle's window {}.", cycle.window),
                    format!("Give a day from {} until the end of the window.", context.today),
                ));
            }
        }
        let odd = |service: &Service| !service.is_slated() || *service == Service::Civilian;
        if let Some(service) = terms.services.iter().find(|service| odd(service)) {
            return Err(refuse(
                "ballot-services",
                format!("{} is no military service that could opt in.", service.title()),
                "Name military services in `services`; civilians take part by `civilians`.",
            ));
        }
        if !terms.civilians && terms.services.is_empty() && !terms.boards {
            return Err(refuse(
                "ballot-nobody",
                "Nobody would rank on this ballot.",
                "Let civilians, a service or the candidates of boards take part.",
            ));
        }
        if cycle.ballot.terms() == Some(terms) {
            return Ok(Vec::new());
        }
        Ok(vec![BallotSet { cycle: self.cycle, terms: terms.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        cycle_subject(world, self.cycle)
    }
}

/// A cycle has a ballot on these terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BallotSet {
    /// Which cycle.
    pub cycle: CycleId,
    /// Deadlines, and who takes part.
    pub terms: BallotTerms,
}

impl Apply for BallotSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            cycle.ballot.terms = Some(self.terms.clone());
        }
    }
}
