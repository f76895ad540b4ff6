//! A forecast of a case, released to its purchaser: the one that the product works out and no other, never by itself, and
//! never one that was not back-tested. Once released it stands as it was, with its day, whatever is worked out later.

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
    /// The day the product worked it out; none of one that somebody typed, which early versions took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Date>,
    /// By which method and from what, for those who work the case: no purchaser sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Text>,
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

/// The product's own forecast of a case: worked out from the histories of cases like it, and tried on earlier ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WorkedForecast {
    /// Of which milestone.
    pub milestone: Milestone,
    /// The first day of the range.
    pub earliest: Date,
    /// The last day of the range; none where so many cases like it were never seen to come to it.
    pub latest: Option<Date>,
    /// How often such a range is to hold, per mille.
    pub share_per_mille: u16,
    /// Earlier cases on which that was tried.
    pub tested: u32,
    /// Of those, how many the range held.
    pub held: u32,
    /// The day it was worked out.
    pub made: Date,
    /// By which method and from what, for those who work the case.
    pub method: Text,
    /// What its purchaser is told beside the figures; names nothing that is hidden from them.
    pub basis: Text,
}

/// Releases the case's own forecast to its purchaser. One released before is replaced.
#[derive(Debug, Clone, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseForecast {
    /// Which case.
    pub case: CaseId,
    /// The first day of the range as it was seen: nobody releases a range that they did not see.
    pub earliest: Date,
    /// The last day of the range as it was seen.
    pub latest: Date,
    /// The last day on which it stands.
    pub until: Date,
    /// The forecast as the product works it out; attached by the desk, never read from outside.
    #[serde(skip)]
    pub worked: Option<Box<WorkedForecast>>,
}

/// The same is asked, whatever was attached.
impl PartialEq for ReleaseForecast {
    fn eq(&self, other: &Self) -> bool {
        (self.case, self.earliest, self.latest, self.until) == (other.case, other.earliest, other.latest, other.until)
    }
}

impl Decide for ReleaseForecast {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let (case, today) = (known_case(world, self.case)?, context.today);
        let number = case.number;
        if !case.is_on_portal() {
            return Err(refuse(
                "not-on-portal",
                format!("{number} is a pseudo-LOA: its purchaser is a US program, and no representative sees it."),
                "Release forecasts of other cases.",
            ));
        }
        let Some(worked) = self.worked.as_deref() else {
            return Err(refuse(
                "no-outlook",
                format!(
                    "No forecast of {number} is worked out as it stands: it is offered, moved a moment ago, or is like no other case."
                ),
                "Open its page and wait until its forecast is there; only that one is released.",
            ));
        };
        let code = worked.milestone.definition().code;
        if !world.shows_purchasers(worked.milestone, today) {
            return Err(refuse(
                "not-visible",
                format!("Purchasers are not shown {code}, so no forecast of it either."),
                "Show purchasers this milestone first.",
            ));
        }
        if case.phase(today).is_over() || case.day_of(worked.milestone).is_some() {
            return Err(refuse(
                "milestone-passed",
                format!("{number} has nothing to forecast: it reached {code}, or is over."),
                "Forecast a milestone that lies ahead.",
            ));
        }
        let latest = self.check_seen(case, worked, today)?;
        if worked.earliest > latest || latest < today || self.until < today {
            return Err(refuse(
                "forecast-range",
                format!("The range from {} to {latest}, standing until {}, says nothing.", worked.earliest, self.until),
                format!("Give a last day from {today} on."),
            ));
        }
        worked.check_tested(case)?;
        let forecast = ReleasedForecast {
            milestone: worked.milestone,
            earliest: worked.earliest,
            latest,
            share_per_mille: worked.share_per_mille,
            tested: worked.tested,
            held: worked.held,
            basis: worked.basis.clone(),
            on: today,
            until: self.until,
            by: context.actor,
            made: Some(worked.made),
            method: Some(worked.method.clone()),
        };
        Ok(vec![ForecastReleased { case: self.case, forecast: Box::new(forecast) }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

impl ReleaseForecast {
    /// The end of the range, where what is worked out is of today and is what was seen.
    fn check_seen(&self, case: &Case, worked: &WorkedForecast, today: Date) -> Result<Date, crate::Refusal> {
        let number = case.number;
        if worked.made != today {
            return Err(refuse(
                "forecast-old",
                format!("The forecast of {number} was worked out on {}.", worked.made),
                "Open its page again: today's is being worked out.",
            ));
        }
        let Some(latest) = worked.latest else {
            return Err(refuse(
                "forecast-open",
                format!("The range of {number} has no end: too many cases like it were never offered."),
                "Tell the purchaser in a message what can be said.",
            ));
        };
        if (worked.earliest, latest) != (self.earliest, self.latest) {
            return Err(refuse(
                "forecast-moved",
                format!(
                    "The forecast of {number} is from {} to {latest}, not from {} to {}.",
                    worked.earliest, self.earliest, self.latest
                ),
                "Look at it on the case's page, and release that one.",
            ));
        }
        Ok(latest)
    }
}

impl WorkedForecast {
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
                "A share is from 1 to 999 per mille, and no more cases held than were tried.",
            ));
        }
        if self.tested < FEWEST_TESTED {
            return Err(refuse(
                "not-back-tested",
                format!("Ranges like that of {number} were tried on {} earlier cases.", self.tested),
                format!("Wait until {FEWEST_TESTED} earlier cases or more tell how they do."),
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
                "Tell the purchaser in a message what can be said; such ranges claim too much.",
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
