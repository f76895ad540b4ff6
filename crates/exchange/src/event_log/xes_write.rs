//! A log as XES.

use std::io::{Result, Write};

use muster_caseflow::log::{EventLog, Value};
use quick_xml::escape::escape;

use super::instant::written;

/// Writes a log as XES 1.0 with the extensions concept, organizational, time and lifecycle: cases in their order, events
/// by time. Instants are in UTC, to the microsecond.
///
/// # Errors
/// When it cannot be written.
pub fn write_xes(log: &EventLog, out: &mut impl Write) -> Result<()> {
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    writeln!(out, r#"<log xes.version="1.0" xes.features="" xmlns="http://www.xes-standard.org/">"#)?;
    for (name, prefix) in
        [("Concept", "concept"), ("Organizational", "org"), ("Time", "time"), ("Lifecycle", "lifecycle")]
    {
        let address = format!("http://www.xes-standard.org/{prefix}.xesext");
        writeln!(out, r#"  <extension name="{name}" prefix="{prefix}" uri="{address}"/>"#)?;
    }
    writeln!(out, r#"  <classifier name="Activity" keys="concept:name"/>"#)?;
    for case in log.case_ids() {
        let trace = log.trace(case);
        if trace.is_empty() {
            continue;
        }
        writeln!(out, "  <trace>")?;
        text(out, 4, "concept:name", log.case_name(case))?;
        for (key, value) in log.case_attributes().of(case.0) {
            attribute(out, 4, key, value)?;
        }
        for (place, event) in trace.events().enumerate() {
            writeln!(out, "    <event>")?;
            text(out, 6, "concept:name", log.activity_name(event.activity))?;
            if let Some(resource) = event.resource {
                text(out, 6, "org:resource", log.resource_name(resource))?;
            }
            if let Some(transition) = event.transition.name() {
                text(out, 6, "lifecycle:transition", transition)?;
            }
            attribute(out, 6, "time:timestamp", Value::Instant(event.at))?;
            if let Some(arrival) = trace.arrivals.get(place) {
                for (key, value) in log.event_attributes().of(*arrival) {
                    attribute(out, 6, key, value)?;
                }
            }
            writeln!(out, "    </event>")?;
        }
        writeln!(out, "  </trace>")?;
    }
    writeln!(out, "</log>")
}

fn text(out: &mut impl Write, indent: usize, key: &str, value: &str) -> Result<()> {
    element(out, indent, "string", key, value)
}

fn attribute(out: &mut impl Write, indent: usize, key: &str, value: Value<'_>) -> Result<()> {
    match value {
        Value::Text(value) => text(out, indent, key, value),
        Value::Integer(value) => element(out, indent, "int", key, &value.to_string()),
        Value::Real(value) => element(out, indent, "float", key, &value.to_string()),
        Value::Boolean(value) => element(out, indent, "boolean", key, &value.to_string()),
        Value::Instant(at) => element(out, indent, "date", key, &written(at)),
    }
}

fn element(out: &mut impl Write, indent: usize, kind: &str, key: &str, value: &str) -> Result<()> {
    writeln!(out, r#"{:indent$}<{kind} key="{}" value="{}"/>"#, "", quotable(key), quotable(value))
}

/// Text between quotation marks that reads back as it was: what an XML reader would make a space of is written as a
/// number, and what XML cannot hold at all becomes the sign for an unknown character.
fn quotable(text: &str) -> String {
    let plain = |c: char| c >= ' ' && c != '\u{FFFE}' && c != '\u{FFFF}';
    if text.chars().all(plain) {
        return escape(text).into_owned();
    }
    let mut quoted = String::new();
    for c in text.chars() {
        match c {
            '\n' => quoted.push_str("&#10;"),
            '\t' => quoted.push_str("&#9;"),
            '\r' => quoted.push_str("&#13;"),
            c if plain(c) => quoted.push_str(&escape(c.encode_utf8(&mut [0; 4]) as &str)),
            _ => quoted.push('\u{FFFD}'),
        }
    }
    quoted
}
