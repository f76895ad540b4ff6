//! The World's cases as an event log: each milestone that counts, the letter of request before them, holds beside them.

use jiff::tz::TimeZone;
use muster_domain::cases::{Case, Milestone, MilestoneOrder};
use muster_domain::{CaseId, Date, World};

use crate::log::{Event, EventLog, Limits, LogBuilder, LogError, Transition};
use crate::mining::{Model, NoModel, Step, StepKind};

/// The activity that a letter of request is received.
pub const REQUEST: &str = "LOR";
/// The activity that an approved hold begins.
pub const HOLD: &str = "CPOHOLD";
/// The activity that a hold is lifted.
pub const HOLD_LIFTED: &str = "CPOHOLDREM";

/// The log of these cases as far as they had come by a day. Activities are the codes of milestones, the resource is the
/// office that works the case; a day counts from its midnight (UTC), for systems of record know no hours.
///
/// # Errors
/// When there are more cases or events than a log holds.
pub fn event_log(world: &World, cases: impl IntoIterator<Item = CaseId>, until: Date) -> Result<EventLog, LogError> {
    let mut log = LogBuilder::new(Limits::default());
    for id in cases {
        let Some(case) = world.cases.get(id) else { continue };
        let named = log.case(&case.number.to_string())?;
        let resource = Some(log.resource(&world.offices[case.office].code)?);
        for (code, on) in steps(case).into_iter().filter(|(_, on)| *on <= until) {
            let activity = log.activity(code)?;
            log.event(named, Event { activity, resource, transition: Transition::Complete, at: midnight(on) })?;
        }
    }
    Ok(log.finish())
}

/// What happened to a case, by day; on one day a hold is lifted before the case moves.
fn steps(case: &Case) -> Vec<(&'static str, Date)> {
    let mut all = vec![(REQUEST, case.lor)];
    for hold in case.holds.iter().filter(|hold| hold.decision.as_ref().is_some_and(|decision| decision.approved)) {
        all.push((HOLD, hold.from));
        all.extend(hold.lifted.map(|on| (HOLD_LIFTED, on)));
    }
    all.extend(case.reached().into_iter().map(|one| (one.milestone.definition().code, one.on)));
    all.sort_by_key(|(_, on)| *on);
    all
}

/// The instant at which a day begins, UTC: microseconds since 1970.
pub(crate) fn midnight(day: Date) -> i64 {
    // INVARIANT: every civil date of the calendar is an instant of UTC.
    day.to_zoned(TimeZone::UTC).map_or(0, |at| at.timestamp().as_microsecond())
}

/// The order of milestones as a model that a log is held against.
///
/// # Errors
/// Never for the list as it is; a test builds it.
pub fn milestone_model() -> Result<Model, NoModel> {
    let kind = |order| match order {
        MilestoneOrder::Step => StepKind::Required,
        MilestoneOrder::Optional => StepKind::Optional,
        MilestoneOrder::Back | MilestoneOrder::End => StepKind::Side,
    };
    let step = |activity: &str, kind| Step { activity: activity.to_owned(), kind };
    let milestones = Milestone::ALL.iter().map(|one| step(one.code, kind(one.order)));
    let beside = [step(HOLD, StepKind::Side), step(HOLD_LIFTED, StepKind::Side)];
    Model::new(std::iter::once(step(REQUEST, StepKind::Required)).chain(milestones).chain(beside).collect())
}
