//! `muster simulate`: a network from a file.

use crate::support::Desk;

const NETWORK: &str = r#"{"name": "one desk", "horizon": 2000, "warm_up": 100,
    "stations": [{"name": "desk", "servers": 1, "service": {"exponential": {"mean": 0.5}}}],
    "classes": [{"name": "case", "arrivals": {"rate": 1}, "enter": "desk", "steps": [{"station": "desk"}]}]}"#;

#[test]
fn a_network_is_answered_per_class_and_station_as_json_and_as_tables() {
    let desk = Desk::empty();
    std::fs::write(desk.path("net.json"), NETWORK).unwrap();
    let words = ["simulate", "net.json", "--replications", "40", "--seed", "3", "--confidence", "0.99"];
    let answer = desk.muster(&[&words[..], &["--json"]].concat()).json();
    assert_eq!(answer["replications"], 40);
    // M/M/1 at half load: a wait and a queue of 0.5, one case there
    for (place, measure, exact) in [
        (&answer["classes"][0], "wait", 0.5),
        (&answer["classes"][0], "time_in_system", 1.0),
        (&answer["stations"][0], "queue_length", 0.5),
        (&answer["stations"][0]["classes"][0], "utilisation", 0.5),
    ] {
        let [low, high] = ["low", "high"].map(|end| place[measure][end].as_f64().unwrap());
        assert!(low <= exact && exact <= high, "{measure}: {low} to {high}");
    }
    let again = desk.muster(&[&words[..], &["--json", "--threads", "1"]].concat()).json();
    assert_eq!(again, answer, "for any number of threads");
    let text = desk.muster(&words).ok();
    assert!(text.starts_with("one desk: 2000 days") && text.contains("time in system"), "{text}");
}

#[test]
fn what_is_wrong_with_a_network_is_said_by_path_with_a_remedy() {
    let desk = Desk::empty();
    let wrong = NETWORK.replace(r#""rate": 1"#, r#""rate": -1"#).replace(r#""enter": "desk""#, r#""enter": "disk""#);
    std::fs::write(desk.path("net.json"), wrong).unwrap();
    let said = desk.muster(&["simulate", "net.json"]).refused();
    assert!(said.contains("net.json"), "{said}");
    for expected in [
        "classes[0].arrivals.rate: -1 cannot be; give arrivals a day",
        "classes[0].enter[0].to: the way leads to \"disk\"",
    ] {
        assert!(said.contains(expected), "{said}");
    }
    let missing = desk.muster(&["simulate", "nowhere.json"]).refused();
    assert!(missing.contains("nowhere.json cannot be read"), "{missing}");
}
