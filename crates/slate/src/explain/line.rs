//! Why a person goes into a billet.

use muster_domain::allocation::{SlateLine, SlateMethod};
use muster_domain::{BilletId, Date, PersonId, SlateId, World};
use serde::Serialize;

use super::words::{differences, largest_first, points};
use super::{Explainer, PartWhy, RuleWhy, parts_of, rules_of};
use crate::compute::ComputedSlate;
use crate::cost::{amounts, parts};
use crate::ground::SlateError;

/// Why a line is as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LineWhy {
    /// Who.
    pub person: PersonId,
    /// Into which billet.
    pub billet: BilletId,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// Every rule and what it compared; empty where the person or the billet is no longer to be assigned.
    pub rules: Vec<RuleWhy>,
    /// The parts of the cost.
    pub parts: Vec<PartWhy>,
    /// Points: the sum of the parts.
    pub cost: i64,
    /// The billet's dual price, in points.
    pub price: i64,
    /// Points that leaving the billet unfilled would cost, where it is still an opening.
    pub unfilled_cost: Option<i64>,
    /// In plain words; names nobody.
    pub sentence: String,
    /// The next best person: for those who may see another person's assignment.
    pub runner_up: Option<RunnerUpWhy>,
}

/// The next best person for a line's billet, and why they are not the best.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RunnerUpWhy {
    /// Who.
    pub person: PersonId,
    /// Points by which the whole slate would cost more.
    pub costs_more: i64,
    /// Points of this person in this billet, where still eligible.
    pub cost: Option<i64>,
    /// In plain words, with the name.
    pub sentence: String,
}

impl LineWhy {
    /// The same for somebody without the person's sealed field classes.
    pub fn without_private(mut self) -> Self {
        self.rules = self.rules.into_iter().map(RuleWhy::without_private).collect();
        self
    }

    /// The same for the member: it identifies nobody else.
    pub fn without_others(mut self) -> Self {
        self.runner_up = None;
        self
    }
}

/// Explains one line of a computed slate, on the World it was computed on.
///
/// # Errors
/// The cycle is not open in this World.
pub fn explain_line(world: &World, computed: &ComputedSlate, line: &SlateLine) -> Result<LineWhy, SlateError> {
    Ok(Explainer::of_computed(world, computed)?.line(line))
}

/// Explains one line of a proposed slate by today's facts. `None` if there is no such line.
pub fn explain_proposed(world: &World, slate: SlateId, number: u32) -> Option<LineWhy> {
    let proposed = world.slates.get(slate)?;
    let line = proposed.lines.get(number as usize)?;
    let mut why = Explainer::of_slate(world, slate)?.line(&line.proposal);
    if let Some(sentence) = stable_sentence(proposed.method, &line.proposal) {
        why.sentence = sentence;
    }
    Some(why)
}

/// What chose a line of a slate that is stable or nearly so: not its cost, or not alone.
fn stable_sentence(method: SlateMethod, line: &SlateLine) -> Option<String> {
    let cost = points(line.cost);
    let of_stable = |whom: &str, seed: u64| {
        format!(
            "Chosen by what members and offices ranked, not by cost: of all stable slates the best for {whom} (ties by the lottery of seed {seed}). No office of a billet the member would rather have would rather have the member. It costs {cost}."
        )
    };
    let of_trade = |chosen: String, seed: u64| {
        format!(
            "Chosen together with all other lines between cost and what members and offices ranked: {chosen} (ties of offices by the lottery of seed {seed}). It costs {cost}."
        )
    };
    match method {
        SlateMethod::LeastCost => None,
        SlateMethod::MemberOptimal { seed } => Some(of_stable("members", seed)),
        SlateMethod::OfficeOptimal { seed } => Some(of_stable("offices", seed)),
        SlateMethod::FewBlocking { most, seed } => Some(of_trade(
            format!(
                "the least costly slate found in which at most {most} members and offices would both rather have each other"
            ),
            seed,
        )),
        SlateMethod::NearLeastCost { points: above, seed } => Some(of_trade(
            format!(
                "of the slates that cost at most {} above the least, the one found in which the fewest members and offices would both rather have each other",
                points(i64::try_from(above).unwrap_or(i64::MAX))
            ),
            seed,
        )),
    }
}

impl Explainer<'_> {
    /// Why this line is as it is.
    pub fn line(&self, line: &SlateLine) -> LineWhy {
        let pair = self.pair(line.person, line.billet);
        let unfilled_cost = pair.map(|pair| pair.opening.opening.cost);
        LineWhy {
            person: line.person,
            billet: line.billet,
            report: line.report,
            rotation: line.rotation,
            accompanied: line.accompanied,
            rules: pair.as_ref().map(rules_of).unwrap_or_default(),
            parts: parts_of(&line.parts, self.levers()),
            cost: line.cost,
            price: line.price,
            unfilled_cost,
            sentence: self.sentence(line, unfilled_cost),
            runner_up: self.runner_up(line),
        }
    }

    fn is_locked(&self, line: &SlateLine) -> bool {
        self.field.ground.overrides.locks.get(&line.person) == Some(&line.billet)
    }

    fn sentence(&self, line: &SlateLine, unfilled: Option<i64>) -> String {
        let parts = largest_first(&line.parts);
        let made_of = if parts.is_empty() { String::new() } else { format!(" ({parts})") };
        let instead = unfilled
            .map_or_else(String::new, |cost| format!("; leaving the billet unfilled would cost {}", points(cost)));
        let cost = points(line.cost);
        if self.is_locked(line) {
            return format!("Locked into this billet, whatever else is chosen: {cost}{made_of}{instead}.");
        }
        let next = match line.runner_up.as_ref().map(|next| next.costs_more) {
            None if self.goes_together(line) => {
                let computed = self.computed.as_ref();
                let less = computed.and_then(|held| held.slate.cost_of_together(line.person).ok().flatten());
                let alone = less.map_or_else(String::new, |less| {
                    format!(" Were the two to bid each alone, the whole slate would cost {} less.", points(less))
                });
                return format!(
                    "Chosen together with the other half of the couple, at one post or at posts between which one \
                     commutes: {cost}{made_of}{instead}.{alone}"
                );
            }
            None if self.others_eligible(line) => {
                "Others are eligible, but within the slate's limits there is room for nobody else.".to_owned()
            }
            None => "Nobody else is eligible.".to_owned(),
            Some(0) => "Another eligible person would do as well.".to_owned(),
            Some(more) => format!("With the next best person the whole slate would cost {} more.", points(more)),
        };
        format!("Best for the slate: {cost}{made_of}{instead}. {next}")
    }

    fn runner_up(&self, line: &SlateLine) -> Option<RunnerUpWhy> {
        let next = line.runner_up.as_ref()?;
        let name = self.field.ground.world.people.get(next.person).map(|person| person.name.clone());
        let name =
            name.filter(|name| !name.is_empty()).map_or_else(|| next.person.to_string(), |name| name.to_string());
        let pair = self.pair(next.person, line.billet);
        let own = pair.map(|pair| parts(self.levers(), &amounts(&pair, &self.field.roads)));
        let cost = own.as_ref().map(|own| own.iter().map(|part| part.points).sum::<i64>());
        let gap = match next.costs_more {
            0 => "at the same cost for the whole slate".to_owned(),
            more => format!("at {} more for the whole slate", points(more)),
        };
        let because = own.zip(cost).map(|(own, cost)| {
            let here = match cost - line.cost {
                0 => "in this billet both cost the same".to_owned(),
                more => format!(
                    "in this billet alone {} {} ({})",
                    points(more.abs()),
                    if more > 0 { "more" } else { "less" },
                    differences(&own, &line.parts)
                ),
            };
            let rest = match next.costs_more - (cost - line.cost) {
                0 => "the rest of the slate costs the same".to_owned(),
                more if more > 0 => format!("the rest of the slate {} more", points(more)),
                less => format!("the rest of the slate {} less", points(-less)),
            };
            format!(": {here}, {rest}")
        });
        let sentence = format!("Next best is {name} {gap}{}.", because.unwrap_or_default());
        Some(RunnerUpWhy { person: next.person, costs_more: next.costs_more, cost, sentence })
    }
}
