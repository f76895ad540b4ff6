//! `FORMAT.md` says what the reader takes, and what is wrong with a file is said with its path.

use muster_caseflow::simulation::{Model, Report, read};

use crate::{model, run};

const FORMAT: &str = include_str!("../../FORMAT.md");

fn examples() -> Vec<&'static str> {
    FORMAT.split("```json\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

#[test]
fn the_examples_of_the_description_are_simulated_and_answered_in_its_shape() {
    let examples = examples();
    assert_eq!(examples.len(), 2);
    for text in examples {
        let model = model(text);
        assert_eq!(model.warnings(), []);
        let answer = serde_json::to_value(Report::new(&run(&model, 3, 1, 0.95))).unwrap();
        let kinds = ["wait", "time_in_system", "queue_length", "utilisation"];
        for class in answer["classes"].as_array().unwrap() {
            for kind in kinds {
                let found = &class[kind];
                let [mean, low, high] = ["mean", "low", "high"].map(|name| found[name].as_f64().unwrap());
                assert!(low <= mean && mean <= high, "{kind}: {found}");
            }
        }
        for station in answer["stations"].as_array().unwrap() {
            assert!(!station["classes"].as_array().unwrap().is_empty());
            for place in std::iter::once(station).chain(station["classes"].as_array().unwrap()) {
                for kind in kinds {
                    assert_eq!(
                        place[kind]["mean"].is_f64(),
                        station["pool"].is_string() || kind != "utilisation",
                        "{place}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_field_of_the_answer_is_in_the_description() {
    let answer = serde_json::to_value(Report::new(&run(&model(examples()[0]), 2, 1, 0.95))).unwrap();
    let mut open = vec![&answer];
    let mut names = std::collections::BTreeSet::new();
    while let Some(value) = open.pop() {
        if let Some(object) = value.as_object() {
            names.extend(object.keys());
        }
        open.extend(value.as_object().into_iter().flat_map(|object| object.values()));
        open.extend(value.as_array().into_iter().flatten());
    }
    for name in names.into_iter().filter(|name| !name.starts_with("time_in_system_")) {
        assert!(
            FORMAT.contains(&format!("`{name}`")) || FORMAT.contains(&format!("\"{name}\"")),
            "{name} is not described"
        );
    }
}

#[test]
fn a_network_that_is_written_is_read_again() {
    for text in examples() {
        let file = read(text).unwrap();
        let written = serde_json::to_string(&file.network).unwrap();
        assert_eq!(read(&written).unwrap().network, file.network, "{written}");
    }
}

#[test]
fn dates_are_days_since_the_start() {
    let text = r#"{"start": "2027-01-01", "horizon": "2028-01-01",
        "pools": [{"name": "p", "calendar": [{"from": "2027-01-01", "people": 1}, {"from": "2027-03-01", "people": 2}]}],
        "stations": [{"name": "a", "pool": "p", "service": 1}],
        "classes": [{"name": "c", "arrivals": {"rate": 0.1}, "enter": "a", "steps": [{"station": "a"}]}]}"#;
    let network = read(text).unwrap().network;
    assert_eq!((network.horizon, network.pools[0].calendar[1].from), (365.0, 59.0));
}

/// What is said of a sound file after this change, by path.
fn said(from: &str, to: &str) -> String {
    const SOUND: &str = r#"{"horizon": 10, "pools": [{"name": "p", "people": 1}], "stations": [
        {"name": "a", "pool": "p", "service": {"exponential": {"mean": 1}}}, {"name": "b", "service": 2}],
        "classes": [{"name": "c", "arrivals": {"rate": 0.5}, "enter": "a", "steps": [
            {"station": "a", "next": [{"to": "b", "probability": 0.5}]}, {"station": "b"}]}],
        "initial": [{"class": "c", "station": "a", "state": "waiting"}]}"#;
    let text = SOUND.replacen(from, to, 1);
    assert_ne!(text, SOUND, "nothing changed");
    let refused = match read(&text) {
        Err(refused) => refused,
        Ok(file) => match Model::new(file.network) {
            Err(refused) => refused,
            Ok(model) => return model.warnings().iter().map(ToString::to_string).collect(),
        },
    };
    assert!(refused.0.iter().all(|problem| !problem.remedy.is_empty()));
    refused.to_string()
}

#[test]
fn what_is_wrong_is_said_with_its_path_and_a_remedy() {
    for (from, to, expected) in [
        (r#""rate": 0.5"#, r#""rate": -1"#, "classes[0].arrivals.rate: -1 cannot be; give arrivals a day, 0 or more"),
        (
            r#""probability": 0.5"#,
            r#""probability": 1.5"#,
            "classes[0].steps[0].next[0].probability: 1.5 is no probability",
        ),
        (
            r#""to": "b""#,
            r#""to": "x""#,
            "classes[0].steps[0].next[0].to: the way leads to \"x\", where the class has no step",
        ),
        (
            r#"{"to": "b", "probability": 0.5}"#,
            r#"{"to": "a", "probability": 1}"#,
            "a case of \"c\" that comes to \"a\" never leaves",
        ),
        (r#""mean": 1"#, r#""mean": -1"#, "stations[0].service.exponential.mean: -1 cannot be"),
        (
            r#""mean": 1"#,
            r#""mena": 1"#,
            "stations[0].service.exponential.mena: there is no such field; known here are: comment, rate, mean",
        ),
        (r#""service": 2"#, r#""sevrice": 2"#, "stations[1].sevrice: there is no such field"),
        (r#", "service": 2"#, "", "neither the class nor station \"b\" says how long it takes"),
        (r#""pool": "p""#, r#""pool": "q""#, "stations[0].pool: there is no pool \"q\""),
        (r#""people": 1"#, r#""people": 1.5"#, "pools[0].people: it is 1.5; give a whole number, 0 or more"),
        (r#""enter": "a""#, r#""enter": []"#, "classes[0].enter: the probabilities add up to 0"),
        (
            r#""state": "waiting""#,
            r#""state": "asleep""#,
            "initial[0].state: there is no \"asleep\"; give one of: waiting, in_service, on_hold",
        ),
        (r#""state": "waiting""#, r#""state": "on_hold""#, "initial[0].state: nothing holds or delays a case at \"a\""),
        (r#""horizon": 10"#, r#""horizon": 0"#, "horizon: 0 cannot be"),
        (r#""horizon": 10, "#, "", "horizon: it is missing"),
        (
            r#""rate": 0.5"#,
            r#""rate": 3"#,
            "pools[0]: \"p\" cannot keep up in the long run: 3.00 days of work come in a day, 1.00 can be done (load 300 %)",
        ),
        ("{", "", "the file: it is no JSON"),
    ] {
        let found = said(from, to);
        assert!(found.contains(expected), "{from} → {to}: {found}");
    }
}
