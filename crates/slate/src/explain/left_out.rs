//! Why a billet stays unfilled, and why a person stays without an assignment.

use muster_domain::{BilletId, Date, PersonId, World};
use muster_solver::WhatIf;
use serde::Serialize;

use super::words::{count, points};
use super::{Explainer, PartWhy, parts_of, room};
use crate::compute::{Alternative, ComputedSlate};
use crate::ground::SlateError;
use crate::limits::Room;
use crate::rules::RULES;
use crate::section_515::Room as Space;

/// Pairs that fail one rule only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NearMiss {
    /// The rule's slug.
    pub rule: &'static str,
    /// What it asks, as a sentence.
    pub title: &'static str,
    /// Whether an authority may waive it.
    pub waivable: bool,
    /// How many pairs fail it and nothing else.
    pub count: usize,
}

/// Why a billet stays unfilled.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct UnfilledWhy {
    /// Which billet.
    pub billet: BilletId,
    /// The first day nobody holds it.
    pub open_from: Date,
    /// Points that leaving it unfilled costs.
    pub cost: i64,
    /// The parts of that cost.
    pub parts: Vec<PartWhy>,
    /// How many movers are eligible.
    pub eligible: usize,
    /// Movers who fail one rule only, by rule, most first.
    pub near_misses: Vec<NearMiss>,
    /// Points by which the whole slate would cost more with the billet filled, where somebody is eligible and the
    /// computed slate is at hand.
    pub filled_costs_more: Option<i64>,
    /// What more room within the limits over several lines would fill it, where they close it to somebody and the computed
    /// slate is at hand.
    pub room: Option<Room>,
    /// In plain words; names nobody.
    pub sentence: String,
}

/// Why a person stays without an assignment.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct UnmatchedWhy {
    /// Who.
    pub person: PersonId,
    /// The first day they are free.
    pub free: Date,
    /// Points that leaving them unassigned costs.
    pub cost: i64,
    /// How many openings they are eligible for.
    pub eligible: usize,
    /// Openings that fail one rule only, by rule, most first.
    pub near_misses: Vec<NearMiss>,
    /// Points by which the whole slate would cost more with the person assigned, where they are eligible and the
    /// computed slate is at hand.
    pub assigned_costs_more: Option<i64>,
    /// What more room within the limits over several lines would assign them, where they close something to them and the
    /// computed slate is at hand.
    pub room: Option<Room>,
    /// Points by which the whole slate would cost less if they and the other half of their couple bid each alone, where
    /// the two were placed together.
    pub together_costs: Option<i64>,
    /// In plain words; names nobody.
    pub sentence: String,
}

/// Explains why an opening stays unfilled; `None` if the billet is no opening of the cycle.
///
/// # Errors
/// The cycle is not open in this World.
pub fn explain_unfilled(
    world: &World,
    computed: &ComputedSlate,
    billet: BilletId,
) -> Result<Option<UnfilledWhy>, SlateError> {
    Ok(Explainer::of_computed(world, computed)?.unfilled(billet))
}

/// Explains why a mover stays without an assignment; `None` if the person is no mover of the cycle.
///
/// # Errors
/// The cycle is not open in this World.
pub fn explain_unmatched(
    world: &World,
    computed: &ComputedSlate,
    person: PersonId,
) -> Result<Option<UnmatchedWhy>, SlateError> {
    Ok(Explainer::of_computed(world, computed)?.unmatched(person))
}

impl Explainer<'_> {
    /// Why this opening stays unfilled; `None` if the billet is no opening of the cycle.
    pub fn unfilled(&self, billet: BilletId) -> Option<UnfilledWhy> {
        let place = self.opening(billet)?;
        let facts = &self.field.openings[place];
        let (eligible, near_misses) = self.tally((0..self.field.movers.len()).map(|mover| (mover, place)));
        let more = self.dearer(|slate, what_if| slate.other_people_by(what_if, billet, 1));
        let room = self.computed.as_ref().and_then(|held| held.slate.room_for(billet).ok().flatten());
        let sentence = match (&room, self.spaces[place]) {
            (Some(room), _) => room::sentence(self.field.ground.world, room, "this billet filled"),
            (None, Space::Full { members, limit }) => format!(
                "No room: this would be section-515 member {members} in a country where the limit is {limit} \
                 (22 U.S.C. 2321i), beside those whom this slate brings there."
            ),
            _ if eligible == 0 => format!(
                "Of {} nobody is eligible. {}",
                count(self.field.movers.len(), "mover", "movers"),
                near(&near_misses, "of them falls short", "of them fall short")
            ),
            _ => format!(
                "{} better elsewhere. Leaving the billet unfilled costs {}{}.",
                if eligible == 1 {
                    "The one eligible person serves the slate".to_owned()
                } else {
                    format!("All {eligible} eligible people serve the slate")
                },
                points(facts.opening.cost),
                dearer(more, "filling it")
            ),
        };
        Some(UnfilledWhy {
            billet,
            open_from: facts.opening.open_from,
            cost: facts.opening.cost,
            parts: parts_of(&facts.opening.parts, self.levers()),
            eligible,
            near_misses,
            filled_costs_more: more,
            room,
            sentence,
        })
    }

    /// Why this mover stays without an assignment; `None` if the person is no mover of the cycle.
    pub fn unmatched(&self, person: PersonId) -> Option<UnmatchedWhy> {
        let place = self.mover(person)?;
        let (eligible, near_misses) = self.tally((0..self.field.openings.len()).map(|opening| (place, opening)));
        let more = self.dearer(|slate, what_if| slate.other_billets_by(what_if, person, 1));
        let cost = self.field.ground.unassigned(person);
        let slate = self.computed.as_ref().map(|held| held.slate);
        let room = slate.and_then(|slate| slate.room_of(person).ok().flatten());
        let together_costs = slate.and_then(|slate| slate.cost_of_together(person).ok().flatten());
        let sentence = if let Some(less) = together_costs {
            format!(
                "Neither half of the couple moves: no two openings between which one commutes are worth more to the \
                 slate. Were the two to bid each alone, the whole slate would cost {} less.",
                points(less)
            )
        } else if let Some(room) = &room {
            room::sentence(self.field.ground.world, room, "this person assigned")
        } else if eligible == 0 {
            format!(
                "None of {} is open to this person. {}",
                count(self.field.openings.len(), "opening", "openings"),
                near(&near_misses, "of them is missed", "of them are missed")
            )
        } else {
            format!(
                "{} filled better by others. Staying without an assignment costs {}{}.",
                if eligible == 1 {
                    "The one opening for which this person is eligible is".to_owned()
                } else {
                    format!("All {eligible} openings for which this person is eligible are")
                },
                points(cost),
                dearer(more, "assigning the person")
            )
        };
        Some(UnmatchedWhy {
            person,
            free: self.field.movers[place].mover.free,
            cost,
            eligible,
            near_misses,
            assigned_costs_more: more,
            room,
            together_costs,
            sentence,
        })
    }

    /// Points by which the whole slate would cost more with the cheapest of these choices, where a computed slate is at
    /// hand.
    fn dearer(&self, choices: impl FnOnce(&ComputedSlate, &mut WhatIf<'_>) -> Vec<Alternative>) -> Option<i64> {
        let cheapest = self.computed.as_ref()?.ask(choices).pop()?;
        Some(cheapest.costs_more)
    }

    /// How many of these pairs pass every rule, and how many fail just one, by rule.
    fn tally(&self, pairs: impl Iterator<Item = (usize, usize)>) -> (usize, Vec<NearMiss>) {
        let mut eligible = 0;
        let mut counts = vec![0_usize; RULES.len()];
        for (mover, opening) in pairs {
            let pair = self.field.pair(mover, opening);
            let mut failed = RULES.iter().enumerate().filter(|(_, rule)| !rule.holds(&pair)).map(|(place, _)| place);
            match (failed.next(), failed.next()) {
                (None, _) => eligible += 1,
                (Some(only), None) => counts[only] += 1,
                (Some(_), Some(_)) => {}
            }
        }
        let missed = RULES.iter().zip(counts).filter(|(_, count)| *count > 0);
        let mut near: Vec<NearMiss> = missed
            .map(|(rule, count)| NearMiss { rule: rule.id, title: rule.title, waivable: rule.waivable, count })
            .collect();
        near.sort_by_key(|miss| std::cmp::Reverse(miss.count));
        (eligible, near)
    }
}

fn near(misses: &[NearMiss], one: &str, many: &str) -> String {
    let total: usize = misses.iter().map(|miss| miss.count).sum();
    if total == 0 {
        return "Every one fails two rules or more.".to_owned();
    }
    let each: Vec<String> = misses.iter().map(|miss| format!("{} {}", miss.rule, miss.count)).collect();
    format!("{} by one rule only: {}.", count(total, one, many), each.join(", "))
}

fn dearer(more: Option<i64>, deed: &str) -> String {
    match more {
        None => String::new(),
        Some(0) => format!("; {deed} would cost the whole slate the same"),
        Some(more) => format!("; {deed} would make the whole slate {} dearer", points(more)),
    }
}
