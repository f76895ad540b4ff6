//! Scenarios: what-ifs of a cycle that several people work on and that last. A scenario holds only what differs from the
//! facts and the levers in force; its slate is always computed anew from both.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::kernel::{AccountId, BilletId, CycleId, Date, PersonId, ScenarioId, SlateId, Text};
use crate::policy::Lever;
use crate::world::World;

/// Steps that can be taken back.
pub(super) const STEPS_KEPT: usize = 50;

/// What differs from the facts and the levers in force. The plain slate is the empty overrides.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Overrides {
    /// Levers of the groups *slate* and *eligibility* with another value.
    pub levers: BTreeMap<Lever, i64>,
    /// People who must take this billet.
    pub locks: BTreeMap<PersonId, BilletId>,
    /// Pairs that must not be chosen.
    pub forbidden: BTreeSet<(PersonId, BilletId)>,
    /// Movers who are left out.
    pub dropped_people: BTreeSet<PersonId>,
    /// Openings that are left out.
    pub dropped_billets: BTreeSet<BilletId>,
    /// People who are moved although window or scope leaves them out.
    pub added_people: BTreeSet<PersonId>,
    /// Billets that are filled although window, scope or an approved gap leaves them out.
    pub added_billets: BTreeSet<BilletId>,
    /// Ranked billets that replace a member's own list, best first.
    pub wishes: BTreeMap<PersonId, Vec<BilletId>>,
}

impl Overrides {
    /// Nothing differs.
    pub const NONE: Self = Self {
        levers: BTreeMap::new(),
        locks: BTreeMap::new(),
        forbidden: BTreeSet::new(),
        dropped_people: BTreeSet::new(),
        dropped_billets: BTreeSet::new(),
        added_people: BTreeSet::new(),
        added_billets: BTreeSet::new(),
        wishes: BTreeMap::new(),
    };

    /// How many things differ.
    pub fn count(&self) -> usize {
        self.levers.len()
            + self.locks.len()
            + self.forbidden.len()
            + self.dropped_people.len()
            + self.dropped_billets.len()
            + self.added_people.len()
            + self.added_billets.len()
            + self.wishes.len()
    }

    /// Makes one change.
    pub fn change(&mut self, change: &ScenarioChange) {
        match change {
            ScenarioChange::SetLever { lever, value } => drop(self.levers.insert(*lever, *value)),
            ScenarioChange::ResetLever { lever } => drop(self.levers.remove(lever)),
            ScenarioChange::Lock { person, billet } => drop(self.locks.insert(*person, *billet)),
            ScenarioChange::Unlock { person } => drop(self.locks.remove(person)),
            ScenarioChange::Forbid { person, billet } => drop(self.forbidden.insert((*person, *billet))),
            ScenarioChange::Allow { person, billet } => drop(self.forbidden.remove(&(*person, *billet))),
            ScenarioChange::TakePerson { person, taken } => {
                place(&mut self.dropped_people, *person, *taken == Taken::Dropped);
                place(&mut self.added_people, *person, *taken == Taken::Added);
            }
            ScenarioChange::TakeBillet { billet, taken } => {
                place(&mut self.dropped_billets, *billet, *taken == Taken::Dropped);
                place(&mut self.added_billets, *billet, *taken == Taken::Added);
            }
            ScenarioChange::Wish { person, billets: Some(billets) } => {
                self.wishes.insert(*person, billets.clone());
            }
            ScenarioChange::Wish { person, billets: None } => drop(self.wishes.remove(person)),
        }
    }
}

fn place<T: Ord>(set: &mut BTreeSet<T>, member: T, is_in: bool) {
    if is_in {
        set.insert(member);
    } else {
        set.remove(&member);
    }
}

/// Whether a scenario takes somebody or something into the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Taken {
    /// As the facts say.
    AsDerived,
    /// Left out.
    Dropped,
    /// Taken in although the facts leave it out.
    Added,
}

/// One change of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ScenarioChange {
    /// Gives a lever another value.
    SetLever {
        /// Which lever, of the groups *slate* and *eligibility*.
        lever: Lever,
        /// The value, in the lever's unit.
        value: i64,
    },
    /// Gives a lever back the value in force.
    ResetLever {
        /// Which lever.
        lever: Lever,
    },
    /// Insists that a person takes a billet; every rule must allow it.
    Lock {
        /// Who.
        person: PersonId,
        /// Into which billet.
        billet: BilletId,
    },
    /// Insists no more.
    Unlock {
        /// On whom.
        person: PersonId,
    },
    /// Rules a pair out.
    Forbid {
        /// Who.
        person: PersonId,
        /// Out of which billet.
        billet: BilletId,
    },
    /// Rules a pair out no more.
    Allow {
        /// Who.
        person: PersonId,
        /// Into which billet.
        billet: BilletId,
    },
    /// Drops or adds a mover.
    TakePerson {
        /// Who.
        person: PersonId,
        /// Whether the person is moved.
        taken: Taken,
    },
    /// Drops or adds an opening.
    TakeBillet {
        /// Which billet.
        billet: BilletId,
        /// Whether the billet is filled.
        taken: Taken,
    },
    /// Replaces a member's ranked billets.
    Wish {
        /// Whose.
        person: PersonId,
        /// Billets, best first; absent for the member's own list.
        billets: Option<Vec<BilletId>>,
    },
}

/// How a scenario ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScenarioEnd {
    /// It was thrown away.
    Discarded {
        /// The day.
        on: Date,
    },
    /// Its slate was proposed.
    Adopted {
        /// The day.
        on: Date,
        /// The slate.
        slate: SlateId,
    },
}

/// A what-if of a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Which cycle.
    pub cycle: CycleId,
    /// Its name.
    pub name: Text,
    /// The scenario it was branched from; the cycle itself where absent.
    pub of: Option<ScenarioId>,
    /// The slate that was proposed in the cycle when it was branched: what its disruption is measured against.
    pub base: Option<SlateId>,
    /// What differs.
    pub overrides: Overrides,
    /// What differed before each of the last steps, the latest last.
    pub(super) past: Vec<Overrides>,
    /// Who branched it.
    pub by: Option<AccountId>,
    /// The day it was branched.
    pub branched: Date,
    /// How it ended, if it did.
    pub ended: Option<ScenarioEnd>,
}

impl Scenario {
    /// The scenario as it was before the last step, where there was one.
    pub fn earlier(&self) -> Option<Self> {
        let mut earlier = self.clone();
        earlier.overrides = earlier.past.pop()?;
        Some(earlier)
    }

    /// Steps that can be taken back.
    pub fn steps(&self) -> usize {
        self.past.len()
    }
}

impl World {
    /// The scenario that a slate was adopted from.
    pub fn scenario_of(&self, slate: SlateId) -> Option<&Scenario> {
        let adopted =
            |scenario: &Scenario| matches!(scenario.ended, Some(ScenarioEnd::Adopted { slate: of, .. }) if of == slate);
        self.scenarios.iter().map(|(_, scenario)| scenario).find(|scenario| adopted(scenario))
    }
}
