//! Event logs at the command line.

use insta::assert_snapshot;
use serde_json::json;

use crate::support::Desk;

const LOG: &str = r#"<log xes.version="1.0">
  <trace><string key="concept:name" value="AT-B-AAA"/>
    <event><string key="concept:name" value="LOR"/><string key="org:resource" value="Ada"/><date key="time:timestamp" value="2026-01-01T00:00:00Z"/></event>
    <event><string key="concept:name" value="Review"/><string key="org:resource" value="Bo"/><date key="time:timestamp" value="2026-01-11T00:00:00Z"/></event>
    <event><string key="concept:name" value="Offer"/><string key="org:resource" value="Bo"/><date key="time:timestamp" value="2026-01-31T00:00:00Z"/></event>
  </trace>
  <trace><string key="concept:name" value="AT-B-AAB"/>
    <event><string key="concept:name" value="LOR"/><string key="org:resource" value="Ada"/><date key="time:timestamp" value="2026-02-01T00:00:00Z"/></event>
    <event><string key="concept:name" value="Review"/><string key="org:resource" value="Bo"/><date key="time:timestamp" value="2026-02-11T00:00:00Z"/></event>
    <event><string key="concept:name" value="Review"/><string key="org:resource" value="Ada"/><date key="time:timestamp" value="2026-02-12T00:00:00Z"/></event>
    <event><string key="concept:name" value="Offer"/><string key="org:resource" value="Bo"/><date key="time:timestamp" value="2026-04-01T00:00:00Z"/></event>
  </trace>
  <trace><string key="concept:name" value="AT-B-AAC"/>
    <event><string key="concept:name" value="Offer"/><date key="time:timestamp" value="2026-05-01T00:00:00Z"/></event>
  </trace>
</log>
"#;

fn desk() -> Desk {
    let desk = Desk::empty();
    std::fs::write(desk.path("log.xes"), LOG).unwrap();
    let model = r#"{"steps": [{"activity": "LOR"}, {"activity": "Review", "kind": "optional"}, {"activity": "Offer"}]}"#;
    std::fs::write(desk.path("model.json"), model).unwrap();
    desk
}

#[test]
fn a_log_is_mined_into_a_readable_page() {
    assert_snapshot!(desk().muster(&["cases", "mine", "log.xes", "--model", "model.json"]));
}

#[test]
fn the_fixed_form_of_a_mined_log_is_whole_numbers_and_the_directly_follows_graph() {
    let told = desk().muster(&["cases", "mine", "log.xes", "--top", "1", "--json"]).json();
    let counts = ["cases", "events", "activities", "variants"].map(|key| told[key].as_u64());
    assert_eq!(counts, [Some(3), Some(8), Some(3), Some(3)]);
    let day = 86_400.0;
    let follows = json!([
        {"from": "LOR", "to": "Review", "count": 2, "median_seconds": 10.0 * day},
        {"from": "Review", "to": "Offer", "count": 2, "median_seconds": 34.0 * day},
        {"from": "Review", "to": "Review", "count": 1, "median_seconds": day},
    ]);
    assert_eq!(told["directly_follows"], follows);
    assert_eq!(told["work"], json!(null));
}

#[test]
fn a_converted_log_tells_the_same_and_is_never_written_over_another_file() {
    let desk = desk();
    let told = |file: &str| desk.muster(&["cases", "mine", file, "--json"]).json()["directly_follows"].clone();
    desk.muster(&["cases", "convert", "log.xes", "log.jsonocel"]).ok();
    desk.muster(&["cases", "convert", "log.jsonocel", "again.xes.gz"]).ok();
    assert_eq!(told("log.jsonocel"), told("log.xes"));
    assert_eq!(told("again.xes.gz"), told("log.xes"));
    let refused = desk.muster(&["cases", "convert", "again.xes.gz", "log.xes"]).refused();
    assert!(refused.contains("left alone"), "{refused}");
    assert_eq!(std::fs::read_to_string(desk.path("log.xes")).unwrap(), LOG);
    let refused = desk.muster(&["cases", "convert", "log.xes", "log.csv"]).refused();
    assert!(refused.contains(".jsonocel"), "{refused}");
}

#[test]
fn a_log_or_model_that_cannot_be_read_is_refused_with_a_hint() {
    let desk = desk();
    std::fs::write(desk.path("bad.xes"), LOG.replace("2026-02-12T00:00:00Z", "12 February")).unwrap();
    assert_snapshot!(desk.muster(&["cases", "mine", "bad.xes"]));
    std::fs::write(desk.path("twice.json"), r#"{"steps": [{"activity": "LOR"}, {"activity": "LOR"}]}"#).unwrap();
    assert_snapshot!(desk.muster(&["cases", "mine", "log.xes", "--model", "twice.json"]));
}
