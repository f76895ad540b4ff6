//! Cases of a World as an event log, with everything that an import reads back.

use jiff::tz::TimeZone;
use muster_caseflow::log::{Event, EventLog, Limits, LogBuilder, LogError, Transition, Value};
use muster_domain::cases::Case;
use muster_domain::{CaseId, Date, World};

use super::Happening;
use crate::export::About;
use crate::record::LABEL;

/// The log of these cases as far as they had come by the day that `about` names. Activities are codes, the resource is the
/// office that works the case; a day counts from its midnight (UTC), for systems of record know no hours.
///
/// # Errors
/// When there are more cases or events than a log holds.
pub fn case_log(world: &World, cases: impl IntoIterator<Item = CaseId>, about: &About) -> Result<EventLog, LogError> {
    let mut log = LogBuilder::new(Limits::default());
    for id in cases {
        let Some(case) = world.cases.get(id) else { continue };
        let named = log.case(&case.number.to_string())?;
        for (key, value) in said_of(world, case, about) {
            log.case_attribute(named, key, Value::Text(&value))?;
        }
        let resource = Some(log.resource(&world.offices[case.office].code)?);
        for one in Happening::of(case, about.day) {
            let activity = log.activity(one.what.named().0)?;
            let event = Event { activity, resource, transition: Transition::Complete, at: midnight(one.on) };
            let row = log.event(named, event)?;
            let until = one.details.until.map(|until| until.to_string());
            let words = [
                ("requester", one.details.requester.as_deref()),
                ("justification", one.details.justification.as_deref()),
                ("until", until.as_deref()),
            ];
            for (key, value) in words {
                if let Some(value) = value {
                    log.event_attribute(row, key, Value::Text(value))?;
                }
            }
            let number = one.details.number.map(i64::from);
            for (key, value) in [("number", number), ("change_cents", one.details.change_cents)] {
                if let Some(value) = value {
                    log.event_attribute(row, key, Value::Integer(value))?;
                }
            }
        }
    }
    Ok(log.finish())
}

/// What a log says of a case beside its events.
pub(super) fn said_of(world: &World, case: &Case, about: &About) -> Vec<(&'static str, String)> {
    let mut said = vec![
        ("country", world.countries[case.country].iso3.to_string()),
        ("title", case.title.to_string()),
        ("category", case.category.letter().to_owned()),
        ("marking", about.marking.clone()),
    ];
    said.extend(about.data_label.iter().map(|label| (LABEL, label.clone())));
    said
}

/// The first instant of a day (UTC), microseconds since 1970.
pub(super) fn midnight(day: Date) -> i64 {
    // INVARIANT: every civil date of the calendar is an instant of UTC.
    day.to_zoned(TimeZone::UTC).map_or(0, |at| at.timestamp().as_microsecond())
}
