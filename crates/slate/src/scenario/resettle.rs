//! A proposed slate settled anew after a late change, with as little disturbed as the lever *disruption_cost* is worth.

use std::sync::Arc;

use muster_domain::allocation::{LineStatus, Overrides};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, Date, PersonId, SlateId, World};

use super::{Moved, moved};
use crate::compute::{ComputedSlate, compute_under};
use crate::ground::{Assignments, Setting, SlateError, assigned};

/// What came late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateChange {
    /// This person does not go into this billet: a command did not concur, or an offer was declined.
    Refused(PersonId, BilletId),
    /// This person needs no assignment any more.
    PersonDropped(PersonId),
    /// This billet is not to be filled any more.
    BilletDropped(BilletId),
}

/// A slate settled anew.
#[derive(Debug, Clone)]
pub struct Resettled {
    /// The new slate, its lines without their runners-up: see [`ComputedSlate::with_runners_up`].
    pub slate: ComputedSlate,
    /// Who goes elsewhere than by the slate before, those who dropped out not counted.
    pub moved: Vec<Moved>,
}

/// Settles a proposed slate anew: with the levers it was made with, what its scenario changed, none of the pairs that
/// were not concurred with, and these changes. Each further person whose assignment differs costs the lever
/// *disruption_cost* in force.
///
/// # Errors
/// There is no such slate, or its cycle is over.
pub fn resettle(world: &World, slate: SlateId, today: Date, changes: &[LateChange]) -> Result<Resettled, SlateError> {
    let proposed = world.slates.get(slate).ok_or(SlateError::NoSlate(slate))?;
    let mut overrides = world.scenario_of(slate).map_or(Overrides::NONE, |scenario| scenario.overrides.clone());
    overrides.levers = proposed.levers.iter().copied().collect();
    overrides.levers.insert(Lever::DisruptionCost, world.lever(Lever::DisruptionCost, today));
    let refused = proposed.lines.iter().filter(|line| line.status() == LineStatus::Nonconcurred);
    overrides.forbidden.extend(refused.map(|line| (line.proposal.person, line.proposal.billet)));
    let mut before = assigned(proposed);
    changes.iter().for_each(|change| make(change, &mut overrides, &mut before));
    let overridden = &overrides.forbidden;
    overrides.locks.retain(|person, billet| !overridden.contains(&(*person, *billet)));
    let setting =
        Setting { overrides, previous: Some(Arc::new(before.clone())), ..Setting::plain(proposed.cycle, today) };
    let slate = compute_under(world, setting, &[])?;
    Ok(Resettled { moved: moved(&before, &slate), slate })
}

/// Makes one change. What it takes away is not there to be kept: only what follows from it counts as disruption.
fn make(change: &LateChange, overrides: &mut Overrides, before: &mut Assignments) {
    match change {
        LateChange::Refused(person, billet) => {
            overrides.forbidden.insert((*person, *billet));
            if before.get(person) == Some(billet) {
                before.remove(person);
            }
        }
        LateChange::PersonDropped(person) => {
            overrides.dropped_people.insert(*person);
            overrides.locks.remove(person);
            before.remove(person);
        }
        LateChange::BilletDropped(billet) => {
            overrides.dropped_billets.insert(*billet);
            overrides.locks.retain(|_, locked| locked != billet);
            before.retain(|_, held| held != billet);
        }
    }
}
