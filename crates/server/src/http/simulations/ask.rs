//! What may be asked of a simulation, and the plan that is made of it.

use axum::http::StatusCode;
use muster_caseflow::network::{Ask, Change, Fill, MoreArrivals, MorePeople};
use muster_domain::allocation::LineStatus;
use muster_domain::kernel::days_between;
use muster_domain::{Date, ScenarioId, SlateId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::problem::{Answer, Problem};
use super::super::{scenarios, slates};
use crate::policy::Question;

/// Months simulated where nothing else is asked.
pub(super) const MONTHS: u16 = 24;

/// Changes of people and of requests taken at once.
const MOST_CHANGES: usize = 20;

/// What to simulate.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SimulationAsk {
    /// What to find out.
    #[serde(default)]
    pub of: SimulationOf,
    /// The slate whose assignments are put beside its openings left empty.
    #[serde(default)]
    pub slate: Option<SlateId>,
    /// The scenario whose slate is put beside its openings left empty.
    #[serde(default)]
    pub scenario: Option<ScenarioId>,
    /// People more or fewer in pools; at most 20.
    #[serde(default)]
    pub people: Vec<MorePeople>,
    /// Requests more or fewer; at most 20.
    #[serde(default)]
    pub arrivals: Vec<MoreArrivals>,
    /// Months simulated.
    #[serde(default = "months")]
    #[schema(minimum = 6, maximum = 60, default = 24)]
    pub months: u16,
    /// Sets of coefficients.
    #[serde(default = "sets")]
    #[schema(minimum = 2, maximum = 16, default = 8)]
    pub sets: u16,
    /// Replications of each set.
    #[serde(default = "replications")]
    #[schema(minimum = 1, maximum = 20, default = 6)]
    pub replications: u16,
    /// Where all chance comes from.
    #[serde(default = "seed")]
    #[schema(default = 1)]
    pub seed: u32,
}

/// What to find out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SimulationOf {
    /// What the changes do.
    #[default]
    Effect,
    /// What one more person in each pool is worth; changes are not asked.
    Worth,
}

fn months() -> u16 {
    MONTHS
}

fn sets() -> u16 {
    8
}

fn replications() -> u16 {
    6
}

fn seed() -> u32 {
    1
}

/// Days of so many months.
pub(super) fn days(months: u16) -> f64 {
    (f64::from(months) * 365.0 / 12.0).round()
}

/// A simulation that can be begun.
pub(super) struct Plan {
    pub given: SimulationAsk,
    pub ask: Ask,
    pub change: Change,
}

impl Plan {
    /// Of what was asked, as far as the asker may.
    pub async fn of(asker: &Asker, given: SimulationAsk) -> Answer<Self> {
        given.check()?;
        let fill = match (given.slate, given.scenario) {
            (Some(slate), None) => Some(of_slate(asker, slate)?),
            (None, Some(scenario)) => Some(of_scenario(asker, scenario).await?),
            (None, None) => None,
            (Some(_), Some(_)) => return Err(wrong("A slate and a scenario are two questions.", "Name one of them.")),
        };
        let from = [
            fill.as_ref().and_then(|fill| fill.begins).map(|day| days_between(asker.today, day)),
            given.people.iter().map(|people| i32::from(people.from_day)).min(),
            given.arrivals.iter().map(|arrivals| i32::from(arrivals.from_day)).min(),
        ];
        let from = u32::try_from(from.into_iter().flatten().min().unwrap_or(0)).unwrap_or(0);
        if f64::from(from) >= days(given.months) - 30.0 {
            return Err(wrong(
                "The simulation ends before what is changed can have done anything.",
                "Simulate more months.",
            ));
        }
        let (replications, sets) = (u32::from(given.replications), usize::from(given.sets));
        let ask = Ask { sets, replications, seed: u64::from(given.seed), from_day: from };
        let change = Change { fill, people: given.people.clone(), arrivals: given.arrivals.clone() };
        Ok(Self { given, ask, change })
    }
}

impl SimulationAsk {
    fn check(&self) -> Answer<()> {
        let range = |what: &str, value: u16, least: u16, most: u16| {
            if (least..=most).contains(&value) {
                return Ok(());
            }
            Err(wrong(format!("`{what}` is {value}."), format!("Give {least} to {most}.")))
        };
        range("months", self.months, 6, 60)?;
        range("sets", self.sets, 2, 16)?;
        range("replications", self.replications, 1, 20)?;
        if self.people.len() > MOST_CHANGES || self.arrivals.len() > MOST_CHANGES {
            return Err(wrong("That are too many changes at once.", "Give at most 20 of people and 20 of requests."));
        }
        if let Some(people) = self.people.iter().find(|people| !(-1000..=1000).contains(&people.more)) {
            return Err(wrong(format!("{} people are asked for.", people.more), "Give -1000 to 1000."));
        }
        if let Some(more) = self.arrivals.iter().find(|more| !(-100..=1000).contains(&more.percent)) {
            return Err(wrong(format!("{} per cent more requests are asked for.", more.percent), "Give -100 to 1000."));
        }
        let changes =
            self.slate.is_some() || self.scenario.is_some() || !self.people.is_empty() || !self.arrivals.is_empty();
        if self.of == SimulationOf::Worth && changes {
            return Err(wrong(
                "What one more person is worth is asked of the service as it is.",
                "Leave the changes out.",
            ));
        }
        Ok(())
    }
}

fn wrong(what: impl Into<String>, remedy: impl Into<String>) -> Problem {
    Problem::new(StatusCode::UNPROCESSABLE_ENTITY, what).mend(remedy)
}

/// A proposed slate as it stands: without lines that were taken out or not concurred with.
fn of_slate(asker: &Asker, id: SlateId) -> Answer<Fill> {
    let slate = asker.world.slates.get(id).ok_or_else(Problem::not_found)?;
    if !slates::seen_whole(asker, id, slate) {
        return Err(Problem::forbidden("What a slate buys is for those who may see all of its lines."));
    }
    let mut fill = Fill { begins: Some(begins(asker, slate.cycle)), ..Fill::default() };
    fill.openings.extend(slate.unfilled.iter().map(|billet| (*billet, None)));
    for line in &slate.lines {
        let stands = !matches!(line.status(), LineStatus::Dropped | LineStatus::Nonconcurred);
        let who = stands.then_some((line.proposal.person, line.proposal.report));
        let held = fill.openings.entry(line.proposal.billet).or_default();
        *held = who.or(*held);
    }
    Ok(fill)
}

async fn of_scenario(asker: &Asker, id: ScenarioId) -> Answer<Fill> {
    if !asker.app.policy.may_ask(&asker.world, asker.today, asker.account, Question::Compute) {
        return Err(Problem::not_found());
    }
    let worked = scenarios::slate_of(asker, id).await?;
    let slate = &worked.slate;
    let mut fill = Fill { begins: Some(begins(asker, slate.cycle())), ..Fill::default() };
    fill.openings.extend(slate.unfilled().map(|opening| (opening.billet, None)));
    fill.openings.extend(slate.lines().iter().map(|line| (line.billet, Some((line.person, line.report)))));
    Ok(fill)
}

fn begins(asker: &Asker, cycle: muster_domain::CycleId) -> Date {
    asker.world.cycles[cycle].window.from()
}
