//! Cases of a World as OCEL 2.0 JSON: cases, their lines, and the offices that work them are objects.

use std::collections::BTreeSet;
use std::io::{Result, Write};

use muster_domain::cases::Case;
use muster_domain::{CaseId, OfficeId, World};
use serde_json::{Value as Json, json};

use super::log::{midnight, said_of};
use super::{Happened, Happening};
use crate::event_log::written;
use crate::export::About;
use crate::record::Word as _;

/// Since when an attribute holds that has no time of its own, as the standard wants.
const EVER: &str = "1970-01-01T00:00:00Z";

/// Writes these cases as far as they had come by the day that `about` names. Every event relates to its case and to the
/// office that works it; a case relates to its lines.
///
/// # Errors
/// When it cannot be written.
pub fn write_case_ocel(world: &World, cases: &[CaseId], about: &About, out: &mut impl Write) -> Result<()> {
    let text = |name: &str| json!({"name": name, "type": "string"});
    let whole = |name: &str| json!({"name": name, "type": "integer"});
    let of_cases: Vec<Json> =
        ["country", "title", "category", "marking", crate::record::LABEL].map(text).into_iter().collect();
    let types = json!([
        {"name": "case", "attributes": of_cases},
        {"name": "line", "attributes": [text("title"), text("class"), whole("quantity"), whole("value_cents")]},
        {"name": "office", "attributes": [text("name")]},
    ]);
    writeln!(out, "{{\"objectTypes\": {types},")?;
    let said = [
        text("title"),
        text("requester"),
        text("justification"),
        text("until"),
        whole("number"),
        whole("change_cents"),
    ];
    let kinds = Happened::all().map(|(_, code, _)| json!({"name": code, "attributes": said}).to_string());
    writeln!(out, "\"eventTypes\": [{}],", kinds.collect::<Vec<_>>().join(",\n"))?;
    let held = |id: &CaseId| world.cases.get(*id);
    write!(out, "\"objects\": [")?;
    let mut separator = "\n";
    let mut object = |out: &mut dyn Write, object: Json| {
        write!(out, "{separator}{object}")?;
        separator = ",\n";
        Ok::<(), std::io::Error>(())
    };
    for case in cases.iter().filter_map(held) {
        object(out, case_object(world, case, about))?;
        for line in &case.lines {
            let attributes = json!([
                said_ever("title", &json!(&*line.title)),
                said_ever("class", &json!(line.class.word())),
                said_ever("quantity", &json!(line.quantity)),
                said_ever("value_cents", &json!(line.value_cents)),
            ]);
            let id = line_id(case, line.line);
            object(out, json!({"id": id, "type": "line", "attributes": attributes, "relationships": []}))?;
        }
    }
    let offices: BTreeSet<OfficeId> = cases.iter().filter_map(held).map(|case| case.office).collect();
    for office in offices {
        let office = &world.offices[office];
        let attributes = json!([said_ever("name", &json!(&*office.name))]);
        object(out, json!({"id": &*office.code, "type": "office", "attributes": attributes, "relationships": []}))?;
    }
    write!(out, "],\n\"events\": [")?;
    let (mut separator, mut number) = ("\n", 0_u64);
    for case in cases.iter().filter_map(held) {
        let office = &*world.offices[case.office].code;
        for one in Happening::of(case, about.day) {
            number += 1;
            write!(out, "{separator}{}", event(number, &case.number.to_string(), office, &one))?;
            separator = ",\n";
        }
    }
    writeln!(out, "]}}")
}

fn said_ever(name: &str, value: &Json) -> Json {
    json!({"name": name, "time": EVER, "value": value})
}

fn line_id(case: &Case, line: u16) -> String {
    format!("{}/{line:03}", case.number)
}

fn case_object(world: &World, case: &Case, about: &About) -> Json {
    let said: Vec<Json> =
        said_of(world, case, about).into_iter().map(|(name, value)| said_ever(name, &json!(value))).collect();
    let mut related: Vec<Json> =
        case.lines.iter().map(|line| json!({"objectId": line_id(case, line.line), "qualifier": "line"})).collect();
    related.push(json!({"objectId": &*world.offices[case.office].code, "qualifier": "worked by"}));
    json!({"id": case.number.to_string(), "type": "case", "attributes": said, "relationships": related})
}

fn event(number: u64, case: &str, office: &str, one: &Happening) -> Json {
    let (code, title) = one.what.named();
    let details = &one.details;
    let said = [
        ("title", Some(json!(title))),
        ("requester", details.requester.as_ref().map(|words| json!(&**words))),
        ("justification", details.justification.as_ref().map(|words| json!(&**words))),
        ("until", details.until.map(|until| json!(until.to_string()))),
        ("number", details.number.map(|number| json!(number))),
        ("change_cents", details.change_cents.map(|cents| json!(cents))),
    ];
    let said: Vec<Json> =
        said.into_iter().filter_map(|(name, value)| value.map(|value| json!({"name": name, "value": value}))).collect();
    json!({
        "id": format!("e{number}"),
        "type": code,
        "time": written(midnight(one.on)),
        "attributes": said,
        "relationships": [
            {"objectId": case, "qualifier": "case"},
            {"objectId": office, "qualifier": "worked by"},
        ],
    })
}
