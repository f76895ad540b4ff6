//! What is written reads back the same.

use std::collections::BTreeMap;

use muster_caseflow::log::{Event, EventLog, LogBuilder, Transition, Value};
use muster_exchange::event_log::{write_ocel_json, write_xes};
use proptest::prelude::*;

use crate::{ORDERS_JSON, RUNNING, packed, read};

/// Everything that a log says, by names.
fn told(log: &EventLog) -> BTreeMap<String, (Vec<String>, Vec<String>)> {
    let attributes = |of: &muster_caseflow::log::Attributes, row| {
        let mut all: Vec<String> = of.of(row).map(|(key, value)| format!("{key}={}", shown(value))).collect();
        all.sort();
        all
    };
    let cases = log.case_ids().filter(|case| !log.trace(*case).is_empty());
    let of_case = |case: muster_caseflow::log::CaseId| {
        let trace = log.trace(case);
        let events = trace.events().enumerate().map(|(place, event)| {
            let own = trace.arrivals.get(place).map(|row| attributes(log.event_attributes(), *row)).unwrap_or_default();
            let resource = event.resource.map(|resource| log.resource_name(resource));
            let transition = event.transition;
            format!("{} {resource:?} {transition:?} {} {own:?}", log.activity_name(event.activity), event.at)
        });
        (attributes(log.case_attributes(), case.0), events.collect())
    };
    cases.map(|case| (log.case_name(case).to_owned(), of_case(case))).collect()
}

/// An instant is text in OCEL's JSON, so both are told as text.
fn shown(value: Value<'_>) -> String {
    match value {
        Value::Instant(at) => format!("{:?}", jiff::Timestamp::from_microsecond(at).unwrap()),
        Value::Text(text) => text.parse::<jiff::Timestamp>().map_or_else(|_| format!("{text:?}"), |at| format!("{at:?}")),
        other => format!("{other:?}"),
    }
}

fn as_xes(log: &EventLog) -> Vec<u8> {
    let mut out = Vec::new();
    write_xes(log, &mut out).unwrap();
    out
}

fn as_ocel(log: &EventLog) -> Vec<u8> {
    let mut out = Vec::new();
    write_ocel_json(log, "case", &mut out).unwrap();
    out
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z]{1,3}", "[ -~äß✓\t\n\r]{1,12}"]
}

fn value() -> impl Strategy<Value = String> {
    prop_oneof!["", "[ -~äß✓\t\n]{0,12}"]
}

prop_compose! {
    fn log()(
        rows in prop::collection::vec((name(), name(), prop::option::of(name()), 0..5_u8, -4_000_000_000_000_000_i64..4_000_000_000_000_000), 1..20),
        about in prop::collection::vec((0..20_usize, "[a-z]{1,4}", value(), any::<i64>(), any::<bool>(), -1e9..1e9_f64), 0..10),
    ) -> EventLog {
        let mut builder = LogBuilder::default();
        let mut cases = Vec::new();
        for (case, activity, resource, transition, at) in &rows {
            let case = builder.case(case).unwrap();
            let activity = builder.activity(activity).unwrap();
            let resource = resource.as_ref().map(|name| builder.resource(name).unwrap());
            let all = [Transition::Unstated, Transition::Start, Transition::Complete, Transition::Suspend, Transition::Unknown];
            let transition = all[usize::from(*transition)];
            let row = builder.event(case, Event { activity, resource, transition, at: *at }).unwrap();
            cases.push((case, row));
        }
        for (place, key, text, whole, yes, real) in &about {
            let (case, row) = cases[place % cases.len()];
            builder.case_attribute(case, &format!("c:{key}"), Value::Text(text)).unwrap();
            builder.case_attribute(case, &format!("i:{key}"), Value::Integer(*whole)).unwrap();
            builder.case_attribute(case, &format!("r:{key}"), Value::Real(real.trunc() + 0.5)).unwrap();
            builder.event_attribute(row, &format!("e:{key}"), Value::Boolean(*yes)).unwrap();
            builder.event_attribute(row, &format!("t:{key}"), Value::Instant(whole / 10_000)).unwrap();
        }
        builder.finish()
    }
}

proptest! {
    #[test]
    fn any_log_reads_back_from_either_form(log in log()) {
        prop_assert_eq!(told(&read(&as_xes(&log)).unwrap().log), told(&log));
        let read = read(&as_ocel(&log)).unwrap();
        prop_assert_eq!(read.object_type.as_deref(), Some("case"));
        prop_assert_eq!(told(&read.log), told(&log));
    }
}

#[test]
fn known_logs_read_back_from_either_form() {
    for bytes in [RUNNING, ORDERS_JSON] {
        let log = read(bytes).unwrap().log;
        for written in [as_xes(&log), as_ocel(&log), packed(&as_xes(&log))] {
            let again = read(&written).unwrap();
            assert_eq!(told(&again.log), told(&log));
            assert_eq!(again.notes, Vec::<String>::new());
        }
    }
}
