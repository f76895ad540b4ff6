//! Which milestones purchasers see: dated flags, hidden by default.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cases::{Case, CasePhase, Milestone, MilestoneOrder, said};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, Date, Position, Text, Timeline};
use crate::world::World;

/// Whether purchasers see a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaserVisibility {
    /// Whether they see it.
    pub visible: bool,
    /// Why; names no person.
    pub reason: Text,
    /// The day it was set.
    pub on: Date,
    /// Who set it.
    pub by: Option<AccountId>,
}

/// The flags of every milestone that has one.
pub type PurchaserFlags = BTreeMap<Milestone, Timeline<PurchaserVisibility>>;

/// A milestone as a purchaser sees it reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShownStep {
    /// Which milestone.
    pub milestone: Milestone,
    /// The day.
    pub on: Date,
}

impl Milestone {
    /// Whether no flag can show it: it tells where the case lies inside State.
    pub fn is_never_shown(self) -> bool {
        self.definition().phase == CasePhase::StateReview && self != Self::Countersigned
    }
}

impl World {
    /// Whether purchasers see a milestone on a day.
    pub fn shows_purchasers(&self, milestone: Milestone, day: Date) -> bool {
        let set = self.purchaser_flags.get(&milestone).and_then(|flags| flags.at(day));
        set.is_some_and(|flag| flag.visible) && !milestone.is_never_shown()
    }

    /// Every flag of a milestone with the day it holds from, earliest first.
    pub fn purchaser_flags(&self, milestone: Milestone) -> impl Iterator<Item = (Date, &PurchaserVisibility)> + '_ {
        self.purchaser_flags.get(&milestone).into_iter().flat_map(Timeline::iter)
    }
}

impl Case {
    /// The milestones that its purchaser sees reached by a day, in order. Several of one plain name in a row are one step,
    /// reached on the first day of them.
    pub fn shown_way(&self, world: &World, day: Date) -> Vec<ShownStep> {
        let mut shown: Vec<ShownStep> = Vec::new();
        for one in self.reached() {
            if one.on > day || !world.shows_purchasers(one.milestone, day) {
                continue;
            }
            let plain = |milestone: Milestone| milestone.definition().plain;
            if shown.last().is_none_or(|last| plain(last.milestone) != plain(one.milestone)) {
                shown.push(ShownStep { milestone: one.milestone, on: one.on });
            }
        }
        shown
    }

    /// The next step that its purchaser is told of: worked out from what is shown alone, so that it tells nothing hidden.
    pub fn shown_next(&self, world: &World, day: Date) -> Option<Milestone> {
        let last = self.shown_way(world, day).last().map(|step| step.milestone);
        if last.is_some_and(|last| last.definition().phase.is_over()) {
            return None;
        }
        let plain = last.map(|last| last.definition().plain);
        Milestone::after(last.map(Milestone::stands_at))
            .filter(|one| one.order == MilestoneOrder::Step && Some(one.plain) != plain)
            .map(|one| one.milestone)
            .find(|milestone| world.shows_purchasers(*milestone, day))
    }
}

/// Shows a milestone to purchasers from a date on, or hides it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPurchaserVisible {
    /// Which milestone.
    pub milestone: Milestone,
    /// Whether purchasers see it.
    pub visible: bool,
    /// The first day.
    pub from: Date,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for SetPurchaserVisible {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        said(&self.reason, "reason")?;
        let code = self.milestone.definition().code;
        if self.visible && self.milestone.is_never_shown() {
            return Err(refuse(
                "never-shown",
                format!("{code} tells where a case lies inside State; no purchaser is shown that."),
                "Show CSIGN, which follows it.",
            ));
        }
        if self.from < context.today {
            return Err(refuse(
                "day-past",
                format!("{code} cannot have been shown or hidden since {}.", self.from),
                format!("Give a day from {} on.", context.today),
            ));
        }
        let held = world.purchaser_flags.get(&self.milestone).and_then(|flags| flags.at(self.from));
        let later = world.purchaser_flags(self.milestone).any(|(from, _)| from > self.from);
        if held.is_some_and(|held| held.visible) == self.visible && !later {
            return Ok(Vec::new());
        }
        let flag = PurchaserVisibility {
            visible: self.visible,
            reason: self.reason.clone(),
            on: context.today,
            by: context.actor,
        };
        Ok(vec![PurchaserVisibleSet { milestone: self.milestone, from: self.from, flag }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// Purchasers see a milestone from a date on, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PurchaserVisibleSet {
    /// Which milestone.
    pub milestone: Milestone,
    /// The first day.
    pub from: Date,
    /// Whether it is seen, why, and who said so.
    pub flag: PurchaserVisibility,
}

impl Apply for PurchaserVisibleSet {
    fn apply(&self, world: &mut World, _at: Position) {
        world.purchaser_flags.entry(self.milestone).or_default().set(self.from, self.flag.clone());
    }
}
