//! Why a line, an unfilled billet or an unmatched person is as it is: the rules with what they compared, the cost with
//! its rates, the next best choice, and a sentence.
//!
//! Two audiences are kept apart by fields: `private` needs the person's sealed field classes, and everything about
//! another person stands in [`RunnerUpWhy`] alone. No sentence names a person but that one.

mod left_out;
mod line;
mod room;
mod words;

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use muster_domain::allocation::{CostPart, SlateLine};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, PersonId, SlateId, World};
use muster_solver::WhatIf;
use serde::Serialize;

pub use left_out::{NearMiss, UnfilledWhy, UnmatchedWhy, explain_unfilled, explain_unmatched};
pub use line::{LineWhy, RunnerUpWhy, explain_line, explain_proposed};

use crate::compute::ComputedSlate;
use crate::ground::{Ground, Levers, SlateError};
use crate::pair::Pair;
use crate::pairs::Field;
use crate::rules::{Checked, RULES};
use crate::section_515::{self, Room as Space};

/// One rule held against one pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RuleWhy {
    /// The rule's slug.
    pub id: &'static str,
    /// What it asks, as a sentence.
    pub title: &'static str,
    /// Where it comes from.
    pub authority: &'static str,
    /// Whether an authority may waive it.
    pub waivable: bool,
    /// Whether the pair passes, and what was compared.
    #[serde(flatten)]
    pub checked: Checked,
}

impl RuleWhy {
    /// The same for somebody without the person's sealed field classes.
    pub fn without_private(mut self) -> Self {
        self.checked.private = None;
        self
    }
}

/// One part of a cost, with what prices it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PartWhy {
    /// The lever that prices it.
    pub lever: Lever,
    /// What the lever means.
    pub meaning: &'static str,
    /// The unit of the rate.
    pub unit: &'static str,
    /// How much there is of what it prices.
    pub amount: i64,
    /// The lever's value: points for one.
    pub rate: i64,
    /// Amount times rate.
    pub points: i64,
}

/// Explains one cycle's slate: derive once, ask often.
pub struct Explainer<'w> {
    field: Field<'w>,
    /// The room that section 515 leaves for each opening beside the slate's lines.
    spaces: Vec<Space>,
    computed: Option<Computed<'w>>,
}

/// A computed slate with what questions about other choices share. The lock is held for one question.
struct Computed<'w> {
    slate: &'w ComputedSlate,
    what_if: Mutex<WhatIf<'w>>,
}

impl Computed<'_> {
    fn ask<T>(&self, question: impl FnOnce(&ComputedSlate, &mut WhatIf<'_>) -> T) -> T {
        // A question begins by putting the optimum back, so one that panicked leaves nothing behind.
        let mut what_if = self.what_if.lock().unwrap_or_else(PoisonError::into_inner);
        question(self.slate, &mut what_if)
    }
}

impl<'w> Explainer<'w> {
    /// Explains a computed slate. Hand in the World it was computed on; on a later one, facts may have moved on.
    ///
    /// # Errors
    /// The cycle is not open in this World.
    pub fn of_computed(world: &'w World, computed: &'w ComputedSlate) -> Result<Self, SlateError> {
        let ground = Ground::under(world, computed.setting())?;
        let field = Field::new(ground);
        let spaces = spaces(&field, computed.lines());
        let computed = Computed { slate: computed, what_if: Mutex::new(computed.what_if()) };
        Ok(Self { field, spaces, computed: Some(computed) })
    }

    /// Explains a proposed slate by today's facts, with its own levers and as of the day it was proposed, looking past
    /// the tours that its endorsement planned. `None` if there is no such slate.
    pub fn of_slate(world: &'w World, slate: SlateId) -> Option<Self> {
        let field = Field::new(Ground::past(world, slate)?);
        let lines = world.slates.get(slate)?.lines.iter().map(|line| &*line.proposal);
        Some(Self { spaces: spaces(&field, lines), field, computed: None })
    }

    /// Every rule held against one pair: why this person may, or may not, take this billet. `None` if the person is no
    /// mover or the billet no opening of the cycle.
    pub fn rules(&self, person: PersonId, billet: BilletId) -> Option<Vec<RuleWhy>> {
        Some(rules_of(&self.pair(person, billet)?))
    }

    fn pair(&self, person: PersonId, billet: BilletId) -> Option<Pair<'_, 'w>> {
        Some(self.field.pair(self.mover(person)?, self.opening(billet)?))
    }

    fn mover(&self, person: PersonId) -> Option<usize> {
        self.field.movers.binary_search_by_key(&person, |facts| facts.mover.person).ok()
    }

    fn opening(&self, billet: BilletId) -> Option<usize> {
        self.field.openings.binary_search_by_key(&billet, |facts| facts.opening.billet).ok()
    }

    fn levers(&self) -> &Levers {
        &self.field.ground.levers
    }
}

/// The room that section 515 leaves for each opening beside a slate's own lines, by place.
fn spaces<'l>(field: &Field<'_>, lines: impl IntoIterator<Item = &'l SlateLine>) -> Vec<Space> {
    let military = |line: &&SlateLine| field.ground.world.people[line.person].service.is_military();
    let filled: BTreeSet<BilletId> = lines.into_iter().filter(military).map(|line| line.billet).collect();
    section_515::rooms(&field.ground, &field.openings, |billet| filled.contains(&billet))
}

pub(crate) fn rules_of(pair: &Pair<'_, '_>) -> Vec<RuleWhy> {
    let held = |rule: &crate::rules::Rule| RuleWhy {
        id: rule.id,
        title: rule.title,
        authority: rule.authority,
        waivable: rule.waivable,
        checked: rule.checked(pair),
    };
    RULES.iter().map(held).collect()
}

fn parts_of(parts: &[CostPart], levers: &Levers) -> Vec<PartWhy> {
    let priced = |part: &CostPart| {
        let definition = part.lever.definition();
        PartWhy {
            lever: part.lever,
            meaning: definition.meaning,
            unit: definition.unit,
            amount: part.amount,
            rate: levers.value(part.lever),
            points: part.points,
        }
    };
    parts.iter().map(priced).collect()
}
