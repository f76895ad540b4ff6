//! A forecast of a case, released to its purchaser: never by itself, and never one that was not back-tested.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, Milestone, case_subject, known_case, said};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// The fewest earlier cases on which a forecast must have been tried.
const FEWEST_TESTED: u32 = 100;
/// How far the share that held may fall short of the share claimed, per mille.
const SHORTFALL: i64 = 50;

/// A range of days in which a case is expected to reach a milestone, as it was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ReleasedForecast {
    /// Which milestone.
    pub milestone: Milestone,
    /// The first day of the range.
    pub earliest: Date,
    /// The last day of the range.
    pub latest: Date,
    /// How often such a range is said to hold, per mille.
    pub share_per_mille: u16,
    /// Earlier cases on which that was tried.
    pub tested: u32,
    /// Of those, how many the range held.
    pub held: u32,
    /// What the range rests on; names no person.
    pub basis: Text,
    /// The day of the release.
    pub on: Date,
    /// The last day on which it stands.
    pub until: Date,
    /// Who released it.
    pub by: Option<AccountId>,
}

impl Case {
    /// The forecast that its purchaser sees on a day: one that stands, of a shown milestone that was not reached yet.
    pub fn shown_forecast(&self, world: &World, day: Date) -> Option<&ReleasedForecast> {
        let forecast = self.portal.forecast.as_deref()?;
        let stands = forecast.on <= day && day <= forecast.until && day <= forecast.latest;
        let open = self.day_of(forecast.milestone).is_none_or(|on| on > day) && !self.phase(day).is_over();
        (stands && open && world.shows_purchasers(forecast.milestone, day)).then_some(forecast)
    }
}

/// Releases a forecast of a case to its purchaser. One released before is replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseForecast {
    /// Which case.
    pub case: CaseId,
    /// Of which milestone.
    pub milestone: Milestone,
    /// The first day of the range.
    pub earliest: Date,
    /// The last day of the range.
    pub latest: Date,
    /// How often such a range is said to hold, per mille.
    #[schema(minimum = 1, maximum = 999)]
    pub share_per_mille: u16,
    /// Earlier cases on which that was tried.
    pub tested: u32,
    /// Of those, how many the range held.
    pub held: u32,
    /// What the range rests on; names no person.
    pub basis: Text,
    /// The last day on which it stands.
    pub until: Date,
}

impl Decide for ReleaseForecast {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let (case, today) = (known_case(world, self.case)?, context.today);
        let (number, code) = (case.number, self.milestone.definition().code);
        said(&self.basis, "basis")?;
        if !case.is_on_portal() {
            return Err(refuse(
                "not-on-portal",
                format!("{number} is a pseudo-LOA: its purchaser is a US program, and no representative sees it."),
                "Release forecasts of other cases.",
            ));
        }
        if !world.shows_purchasers(self.milestone, today) {
            return Err(refuse(
                "not-visible",
                format!("Purchasers are not shown {code}, so no forecast of it either."),
                "Forecast a milestone that purchasers see, or show this one first.",
            ));
        }
        if case.phase(today).is_over() || case.day_of(self.milestone).is_some() {
            return Err(refuse(
                "milestone-passed",
                format!("{number} has nothing to forecast: it reached {code}, or is over."),
                "Forecast a milestone that lies ahead.",
            ));
        }
        if self.earliest > self.latest || self.latest < today || self.until < today {
            return Err(refuse(
                "forecast-range",
                format!(
                    "The range from {} to {}, standing until {}, says nothing.",
                    self.earliest, self.latest, self.until
                ),
                format!("Give a range that begins before it ends and a last day from {today} on."),
            ));
        }
        self.check_tested(case)?;
        let forecast = ReleasedForecast {
            milestone: self.milestone,
            earliest: self.earliest,
            latest: self.latest,
            share_per_mille: self.share_per_mille,
            tested: self.tested,
            held: self.held,
            basis: self.basis.clone(),
            on: today,
            until: self.until,
            by: context.actor,
        };
        Ok(vec![ForecastReleased { case: self.case, forecast: Box::new(forecast) }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

impl ReleaseForecast {
    /// A range that was not tried, or did not hold as often as it says, is not released.
    fn check_tested(&self, case: &Case) -> Result<(), crate::Refusal> {
        let number = case.number;
        if !(1..=999).contains(&self.share_per_mille) || self.held > self.tested {
            return Err(refuse(
                "forecast-share",
                format!(
                    "The forecast of {number} claims {} per mille and held {} of {}.",
                    self.share_per_mille, self.held, self.tested
                ),
                "Give a share from 1 to 999 per mille, and no more cases held than tried.",
            ));
        }
        if self.tested < FEWEST_TESTED {
            return Err(refuse(
                "not-back-tested",
                format!("The forecast of {number} was tried on {} earlier cases.", self.tested),
                format!("Release only ranges that were tried on {FEWEST_TESTED} earlier cases or more."),
            ));
        }
        let held = i64::from(self.held) * 1000 / i64::from(self.tested);
        if held < i64::from(self.share_per_mille) - SHORTFALL {
            return Err(refuse(
                "not-calibrated",
                format!(
                    "Ranges like that of {number} held {held} per mille of the time, not {}.",
                    self.share_per_mille
                ),
                "Release a wider range, or claim no more than held.",
            ));
        }
        Ok(())
    }
}

/// A forecast was released.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastReleased {
    /// Of which case.
    pub case: CaseId,
    /// The forecast.
    pub forecast: Box<ReleasedForecast>,
}

impl Apply for ForecastReleased {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.portal.forecast = Some(self.forecast.clone());
        }
    }
}

/// Withdraws a released forecast.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawForecast {
    /// Of which case.
    pub case: CaseId,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for WithdrawForecast {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.reason, "reason")?;
        if case.portal.forecast.is_none() {
            return Err(refuse(
                "no-forecast",
                format!("No forecast of {} is released.", case.number),
                "Nothing is left to withdraw.",
            ));
        }
        let (reason, by) = (self.reason.clone(), context.actor);
        Ok(vec![ForecastWithdrawn { case: self.case, reason, on: context.today, by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A released forecast was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastWithdrawn {
    /// Of which case.
    pub case: CaseId,
    /// Why.
    pub reason: Text,
    /// The day.
    pub on: Date,
    /// Who withdrew it.
    pub by: Option<AccountId>,
}

impl Apply for ForecastWithdrawn {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.portal.forecast = None;
        }
    }
}
