//! What a measure observes of cases.

use muster_domain::cases::{Case, LorAssessment, Milestone};
use muster_domain::kernel::days_between;
use muster_domain::{CaseId, Date, World};

use super::case_measure::{CaseMeasure, MeasureUnit};
use super::{Observed, Quarter};
use crate::clock::{Calendar, Holds, Span};

/// What a measure observes of a case in these quarters, as it is known today; `calendar` says which days up to today are
/// working days ([`crate::service_calendar`]).
pub fn observe(
    measure: CaseMeasure,
    world: &World,
    calendar: &Calendar,
    (id, case): (CaseId, &Case),
    quarters: &[Quarter],
    today: Date,
) -> Vec<Observed<CaseId>> {
    let one = |day, value, running| Observed { subject: id, day, value, running };
    match measure {
        CaseMeasure::OfferedInGoal => {
            let within = offered(world, case, today).and_then(|(on, clock)| Some((on, clock.left()? >= 0)));
            within.map(|(on, kept)| one(on, yes(kept), false)).into_iter().collect()
        }
        CaseMeasure::HeldDays => {
            offered(world, case, today).map(|(on, clock)| one(on, f64::from(clock.held), false)).into_iter().collect()
        }
        CaseMeasure::CompleteAtFirst => {
            let first = case.assessed.iter().min_by_key(|assessed| assessed.on).filter(|first| first.on <= today);
            first.map(|first| one(first.on, yes(first.found == LorAssessment::Complete), false)).into_iter().collect()
        }
        CaseMeasure::LateOpen | CaseMeasure::OldestUntouched => {
            let days = quarters.iter().map(|quarter| quarter.counted_on(today)).filter(|day| *day >= case.lor);
            days.filter_map(|day| Some(one(day, open_on(measure, world, case, day)?, false))).collect()
        }
        CaseMeasure::DeliverySlip => {
            let made = case.execution.deliveries.iter().filter_map(|one| Some((one.delivered?, one)));
            let known = made.filter(|(on, _)| *on <= today);
            known.map(|(on, delivery)| one(on, f64::from(delivery.slip_days(today)), false)).collect()
        }
        timed => {
            let timed = timing(timed, calendar, case, today);
            timed.map(|(day, days, running)| one(day, days, running)).into_iter().collect()
        }
    }
}

fn yes(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// The day of the offer and the clock that stood then.
fn offered(world: &World, case: &Case, today: Date) -> Option<(Date, muster_domain::cases::OfferClock)> {
    let on = case.day_of(Milestone::Offered).filter(|on| *on <= today)?;
    Some((on, case.clock(world, on)))
}

/// What counts of a case that was on its way to an offer on a day.
fn open_on(measure: CaseMeasure, world: &World, case: &Case, day: Date) -> Option<f64> {
    if !case.phase(day).is_before_offer() {
        return None;
    }
    if measure == CaseMeasure::LateOpen {
        return case.clock(world, day).left().map(|left| yes(left < 0));
    }
    let workforce = case.waits_for(world, day).is_some_and(muster_domain::cases::CaseHolder::is_workforce);
    (workforce && case.held_by(day).is_none()).then(|| f64::from(days_between(touched(case, day), day)))
}

/// The last day on which anything was recorded of a case by a day.
fn touched(case: &Case, day: Date) -> Date {
    let assessed = case.assessed.iter().map(|one| one.on);
    let lifted = case.holds.iter().flat_map(|hold| [Some(hold.from), hold.lifted].into_iter().flatten());
    let noted = case.notes.iter().map(|note| note.on).chain(case.delays.iter().map(|delay| delay.since));
    let steps = case.notification.steps.iter().map(|(_, on)| *on);
    let all = assessed.chain(lifted).chain(noted).chain(steps).filter(|on| *on <= day);
    all.fold(case.since(day), Date::max)
}

/// The day a measured phase began, the days it took, holds excluded, and whether it is not over.
fn timing(measure: CaseMeasure, calendar: &Calendar, case: &Case, today: Date) -> Option<(Date, f64, bool)> {
    let (begins, ends) = measure.phase()?;
    let reached = case.reached();
    let began = match begins {
        None => case.lor,
        Some(begins) => reached.iter().find(|one| one.milestone == begins).map(|one| one.on)?,
    };
    let ended = reached.iter().rfind(|one| one.milestone == ends).map(|one| one.on).filter(|on| *on <= today);
    let cancelled = case.day_of(Milestone::Cancelled).filter(|on| *on <= today);
    let until = ended.or(cancelled).unwrap_or(today);
    if began > until {
        return None;
    }
    let approved = case.holds.iter().filter(|hold| hold.decision.as_ref().is_some_and(|decision| decision.approved));
    let holds = Holds::new(approved.map(|hold| Span { from: hold.from, to: hold.lifted }));
    let split = calendar.split(began, until, &holds);
    let days = match measure.definition().unit {
        MeasureUnit::WorkingDays => split.working,
        _ => split.running(),
    };
    Some((began, f64::from(days), ended.is_none()))
}
