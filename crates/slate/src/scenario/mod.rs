//! Scenarios worked on: what a slate comes to, two of them side by side, the best choices for one person or billet with
//! what they move, and a proposed slate settled anew after a late change. Everything here asks
//! [`compute_under`](crate::compute_under); nothing solves by itself.

mod outcome;
mod recommend;
mod resettle;

use std::sync::Arc;

use muster_domain::allocation::Scenario;
use muster_domain::policy::Lever;
use muster_domain::{BilletId, Date, PersonId, World};
use serde::Serialize;

pub use outcome::{CommandFill, CountryFill, FundingFill, ServiceShare, SlateOutcome};
pub use recommend::Recommendation;
pub use resettle::{LateChange, Resettled, resettle};

use crate::compute::ComputedSlate;
use crate::ground::{Assignments, Setting};

/// Somebody whose assignment differs between two slates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Moved {
    /// Who.
    pub person: PersonId,
    /// The billet before; none without an assignment.
    pub before: Option<BilletId>,
    /// The billet after; none without an assignment.
    pub after: Option<BilletId>,
}

/// Whose assignment differs from before, of those who are movers of the later slate, by rising person.
pub fn moved(before: &Assignments, after: &ComputedSlate) -> Vec<Moved> {
    let now = after.assignments();
    let of =
        |person: PersonId| Moved { person, before: before.get(&person).copied(), after: now.get(&person).copied() };
    after.movers().iter().map(|mover| of(mover.person)).filter(|it| it.before != it.after).collect()
}

/// What a scenario's slate is computed for. It keeps to the slate that was proposed when it was branched; a scenario of a
/// cycle without one disturbs nothing, unless it sets the lever *disruption_cost* itself: then it keeps to `plain`, the
/// slate of the cycle as it is.
pub fn setting_of(world: &World, scenario: &Scenario, today: Date, plain: Option<&ComputedSlate>) -> Setting {
    let base = scenario.base.and_then(|base| world.slates.get(base));
    let asked = scenario.overrides.levers.contains_key(&Lever::DisruptionCost);
    let previous = match base {
        Some(base) => Some(crate::ground::assigned(base)),
        None => plain.filter(|_| asked).map(ComputedSlate::assignments),
    };
    Setting {
        overrides: scenario.overrides.clone(),
        previous: previous.map(Arc::new),
        ..Setting::plain(scenario.cycle, today)
    }
}
