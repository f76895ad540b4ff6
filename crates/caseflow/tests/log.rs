//! The columnar log: order, growth, limits and size.
#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use muster_caseflow::log::{Event, EventLog, Limits, LogBuilder, LogError, Transition, Value};
use proptest::prelude::*;

/// Case, activity, instant.
type Row = (u8, u8, i64);

fn built(rows: &[Row]) -> EventLog {
    let mut builder = LogBuilder::default();
    for (case, activity, at) in rows {
        let case = builder.case(&format!("case {case}")).unwrap();
        let activity = builder.activity(&format!("step {activity}")).unwrap();
        let event = Event { activity, resource: None, transition: Transition::Unstated, at: *at };
        builder.event(case, event).unwrap();
    }
    builder.finish()
}

/// Every case by name, with its events by name and instant.
fn told(log: &EventLog) -> Vec<(String, Vec<(String, i64)>)> {
    let mut cases: Vec<_> = log
        .case_ids()
        .map(|case| {
            let events = log.trace(case).events();
            let events = events.map(|event| (log.activity_name(event.activity).to_owned(), event.at)).collect();
            (log.case_name(case).to_owned(), events)
        })
        .collect();
    cases.sort();
    cases
}

proptest! {
    #[test]
    fn events_lie_by_time_and_those_of_one_instant_as_they_came(
        rows in prop::collection::vec((0..5_u8, 0..9_u8, 0..6_i64), 0..60),
    ) {
        let log = built(&rows);
        prop_assert_eq!(log.events(), rows.len());
        for (name, events) in told(&log) {
            let mut expected: Vec<_> = rows
                .iter()
                .filter(|row| format!("case {}", row.0) == name)
                .map(|row| (format!("step {}", row.1), row.2))
                .collect();
            expected.sort_by_key(|(_, at)| *at);
            prop_assert_eq!(events, expected);
        }
    }

    #[test]
    fn a_log_that_grew_reads_as_one_that_was_read_at_once_settled_or_not(
        rows in prop::collection::vec((0..5_u8, 0..9_u8, 0..6_i64), 1..60),
        first in 0..60_usize,
    ) {
        let first = first.min(rows.len());
        let mut log = built(&rows[..first]);
        for (case, activity, at) in &rows[first..] {
            let (case, activity) = (format!("case {case}"), format!("step {activity}"));
            let pushed = log.push(&case, &activity, None, Transition::Unstated, *at).unwrap();
            let event = log.trace(pushed.case).event(pushed.place);
            prop_assert_eq!((event.activity, event.at), (pushed.activity, *at));
        }
        let expected = told(&built(&rows));
        prop_assert_eq!(told(&log), expected.clone());
        prop_assert_eq!(log.unsettled(), rows.len() - first);
        log.settle();
        prop_assert_eq!((told(&log), log.unsettled(), log.events()), (expected, 0, rows.len()));
    }
}

#[test]
fn attributes_stay_with_their_case_and_event_however_they_are_sorted() {
    let mut builder = LogBuilder::default();
    let (case, activity) = (builder.case("7").unwrap(), builder.activity("offer").unwrap());
    builder.case_attribute(case, "country", Value::Text("AT")).unwrap();
    builder.case_attribute(case, "country", Value::Text("AU")).unwrap();
    for (at, cost) in [(9, 30), (3, 10), (5, 20)] {
        let event = Event { activity, resource: None, transition: Transition::Complete, at };
        let row = builder.event(case, event).unwrap();
        builder.event_attribute(row, "cost", Value::Integer(cost)).unwrap();
    }
    let mut log = builder.finish();
    log.push("7", "offer", None, Transition::Complete, 4).unwrap();
    for _ in 0..2 {
        let costs: Vec<_> =
            log.trace(case).arrivals.iter().map(|arrival| log.event_attributes().get("cost", *arrival)).collect();
        let expected = [Some(10), None, Some(20), Some(30)].map(|cost| cost.map(Value::Integer));
        assert_eq!(costs, expected);
        log.settle();
    }
    assert_eq!(log.case_attributes().get("country", case.0), Some(Value::Text("AU")));
    assert_eq!(log.case_attributes().get("country", 1), None);
}

#[test]
fn what_goes_beyond_a_limit_is_refused_with_what_would_mend_it() {
    let mut builder = LogBuilder::new(Limits { events: 1, cases: 1, activities: 1, name: 5, ..Limits::default() });
    let (case, activity) = (builder.case("1").unwrap(), builder.activity("step").unwrap());
    let event = Event { activity, resource: None, transition: Transition::Start, at: 0 };
    builder.event(case, event).unwrap();
    assert!(matches!(builder.event(case, event), Err(LogError::TooMany { what: "events", most: 1, .. })));
    assert!(matches!(builder.case("2"), Err(LogError::TooMany { what: "cases", .. })));
    assert!(builder.activity("other").unwrap_err().to_string().contains("without numbers of cases"));
    assert!(matches!(builder.resource("longer"), Err(LogError::Name { length: 6, most: 5, .. })));
    assert!(matches!(builder.resource(""), Err(LogError::Name { length: 0, .. })));
    assert_eq!(builder.finish().events(), 1);
    let mut builder = LogBuilder::default();
    let (case, activity) = (builder.case("1").unwrap(), builder.activity("step").unwrap());
    let never = Event { activity, resource: None, transition: Transition::Start, at: i64::MAX };
    assert_eq!(builder.event(case, never), Err(LogError::Instant(i64::MAX)));
}

#[test]
fn an_event_takes_at_most_32_bytes_with_the_names_of_its_case() {
    let rows: Vec<Row> = (0..50_000).map(|row| (0, (row % 20) as u8, i64::from(row))).collect();
    let log = built(&rows);
    assert!(log.heap_bytes() <= 16 * rows.len(), "{} bytes", log.heap_bytes());
}
