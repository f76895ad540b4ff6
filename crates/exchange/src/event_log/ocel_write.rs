//! A log as OCEL 2.0: each case an object.

use std::collections::BTreeMap;
use std::io::{Result, Write};

use muster_caseflow::log::{EventLog, Value};
use serde_json::{Value as Json, json};

use super::instant::written;

/// Since when an attribute holds that has no time of its own, as the standard wants.
const EVER: &str = "1970-01-01T00:00:00Z";

/// Writes a log as OCEL 2.0 JSON. Each case is an object of the type `object_type`, under its name as id; events are
/// numbered in the order of cases and time. Resource and lifecycle are attributes of events.
///
/// # Errors
/// When it cannot be written.
pub fn write_ocel_json(log: &EventLog, object_type: &str, out: &mut impl Write) -> Result<()> {
    let about = log.case_attributes();
    let mut declared = BTreeMap::new();
    for key in about.keys() {
        let kinds = about.column(key).map(|(_, value)| kind(value));
        declared.insert(key, common(kinds));
    }
    let of_objects: Vec<Json> = declared.iter().map(|(name, kind)| json!({"name": name, "type": kind})).collect();
    writeln!(out, "{{\"objectTypes\": [{}],", json!({"name": object_type, "attributes": of_objects}))?;

    let mut of_events = vec![json!({"name": "org:resource", "type": "string"})];
    of_events.push(json!({"name": "lifecycle:transition", "type": "string"}));
    let details = log.event_attributes();
    for key in details.keys() {
        let kinds = details.column(key).map(|(_, value)| kind(value));
        of_events.push(json!({"name": key, "type": common(kinds)}));
    }
    let kinds = log.activities().iter().map(|name| json!({"name": name, "attributes": of_events}).to_string());
    writeln!(out, "\"eventTypes\": [{}],", kinds.collect::<Vec<_>>().join(",\n"))?;

    write!(out, "\"objects\": [")?;
    let mut separator = "\n";
    for case in log.case_ids().filter(|case| !log.trace(*case).is_empty()) {
        let attributes = about.of(case.0);
        let attributes: Vec<Json> =
            attributes.map(|(name, value)| json!({"name": name, "time": EVER, "value": shown(value)})).collect();
        let object = json!({"id": log.case_name(case), "type": object_type, "attributes": attributes, "relationships": []});
        write!(out, "{separator}{object}")?;
        separator = ",\n";
    }
    write!(out, "],\n\"events\": [")?;
    let (mut separator, mut number) = ("\n", 0_u64);
    for case in log.case_ids() {
        let trace = log.trace(case);
        for (place, event) in trace.events().enumerate() {
            let mut attributes = Vec::new();
            if let Some(resource) = event.resource {
                attributes.push(json!({"name": "org:resource", "value": log.resource_name(resource)}));
            }
            if let Some(transition) = event.transition.name() {
                attributes.push(json!({"name": "lifecycle:transition", "value": transition}));
            }
            if let Some(arrival) = trace.arrivals.get(place) {
                let own = details.of(*arrival);
                attributes.extend(own.map(|(name, value)| json!({"name": name, "value": shown(value)})));
            }
            number += 1;
            let event = json!({
                "id": format!("e{number}"),
                "type": log.activity_name(event.activity),
                "time": written(event.at),
                "attributes": attributes,
                "relationships": [{"objectId": log.case_name(case), "qualifier": "case"}],
            });
            write!(out, "{separator}{event}")?;
            separator = ",\n";
        }
    }
    writeln!(out, "]}}")
}

/// The type that OCEL has for a value.
fn kind(value: Value<'_>) -> &'static str {
    match value {
        Value::Text(_) => "string",
        Value::Integer(_) => "integer",
        Value::Real(_) => "float",
        Value::Boolean(_) => "boolean",
        Value::Instant(_) => "time",
    }
}

/// One type for all of them: text where they differ.
fn common(mut kinds: impl Iterator<Item = &'static str>) -> &'static str {
    let Some(first) = kinds.next() else { return "string" };
    if kinds.all(|kind| kind == first) { first } else { "string" }
}

fn shown(value: Value<'_>) -> Json {
    match value {
        Value::Text(text) => json!(text),
        Value::Integer(number) => json!(number),
        Value::Real(number) => json!(number),
        Value::Boolean(yes) => json!(yes),
        Value::Instant(at) => json!(written(at)),
    }
}
