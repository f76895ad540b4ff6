//! The program `assign` as its user meets it: FORMAT.md's examples, the text it prints, and what it says of bad files.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn assign(name: &str, text: &[u8], arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), text).unwrap();
    run(folder.path(), name, arguments)
}

fn run(folder: &Path, name: &str, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_assign"));
    command.current_dir(folder).arg(name).args(arguments).output().unwrap()
}

fn said(text: &str) -> Value {
    let output = assign("file", text.as_bytes(), &["--json", "--duals"]);
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// FORMAT.md's examples: each block of a format with the answer block that follows it.
fn examples() -> Vec<(String, String)> {
    let document = include_str!("../FORMAT.md");
    let blocks = document.split("```").skip(1).step_by(2);
    let mut examples = Vec::new();
    let mut file = None;
    for block in blocks {
        let (kind, text) = block.split_once('\n').unwrap();
        match kind {
            "dimacs" | "matrix" | "json" => assert_eq!(file.replace(text.to_owned()), None, "an example has no answer"),
            "answer" => examples.push((file.take().unwrap(), text.to_owned())),
            _ => panic!("FORMAT.md has a block of kind {kind}"),
        }
    }
    examples
}

#[test]
fn the_examples_of_the_description_have_the_answers_it_gives() {
    let examples = examples();
    assert!(examples.len() >= 10, "FORMAT.md has only {} examples", examples.len());
    for (text, answer) in examples {
        let said = said(&text);
        let expected: Value = serde_json::from_str(&answer).unwrap();
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&said[field], value, "{field} of\n{text}\n{said}");
        }
        assert_eq!(said["verified"], Value::Bool(true), "{text}\n{said}");
    }
}

#[test]
fn an_answer_in_json_has_the_fields_that_are_described() {
    let (text, _) = &examples()[0];
    let said = said(text);
    let fields: Vec<&str> = said.as_object().unwrap().keys().map(String::as_str).collect();
    let document = include_str!("../FORMAT.md");
    for field in &fields {
        assert!(document.contains(&format!("`{field}`")), "FORMAT.md does not describe {field}");
    }
    for field in ["status", "objective", "bound", "gap", "seconds", "peak_bytes", "verified", "assignment", "duals"] {
        assert!(fields.contains(&field), "{field} is missing");
    }
}

#[test]
fn prices_prove_a_perfect_matching() {
    let text = "p asn 6 7\nn 1\nn 2\nn 3\na 1 4 -5\na 1 5 2\na 2 5 9\na 2 4 0\na 2 4 7\na 3 6 1\na 3 5 3\n";
    let said = said(text);
    assert_eq!(said["objective"], 3);
    let prices = |side: &str| -> Vec<(i64, i64)> {
        let list = said["duals"][side].as_array().unwrap();
        list.iter().map(|pair| (pair[0].as_i64().unwrap(), pair[1].as_i64().unwrap())).collect()
    };
    let all: std::collections::HashMap<i64, i64> = prices("people").into_iter().chain(prices("positions")).collect();
    assert_eq!(all.values().sum::<i64>(), 3);
    for line in text.lines().filter(|line| line.starts_with('a')) {
        let [from, to, cost] = line[2..].split(' ').map(|word| word.parse().unwrap()).collect::<Vec<i64>>()[..] else {
            panic!("{line}")
        };
        assert!(all[&from] + all[&to] <= cost, "{line}");
    }
}

#[test]
fn the_text_output_is_as_shown() {
    let text = "p asn 4 3\nn 1\nn 2\na 1 3 4\na 1 4 7\na 2 3 3\n";
    let output = assign("small.asn", text.as_bytes(), &["--assignment", "--duals"]);
    let shown = String::from_utf8(output.stdout).unwrap();
    let steady = shown.lines().filter(|line| !line.starts_with("seconds") && !line.starts_with("peak"));
    insta::assert_snapshot!(steady.collect::<Vec<_>>().join("\n"));
}

#[test]
fn an_infeasible_file_is_answered_with_a_proof_in_words() {
    let output = assign("tight.asn", b"p asn 4 2\nn 1\nn 2\na 1 3 5\na 2 3 6\n", &["--json"]);
    assert_eq!(output.status.code(), Some(0));
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    let words = "2 people that must be placed can have only 1 position between them (people: 1, 2; positions: 3)";
    assert_eq!((said["status"].as_str(), said["verdict"].as_str()), (Some("infeasible"), Some(words)));
}

#[test]
fn more_people_than_positions_is_infeasible_and_nobody_at_all_is_not() {
    assert_eq!(said("p asn 3 2\nn 1\nn 2\na 1 3 0\na 2 3 0\n")["status"], "infeasible");
    assert_eq!(said("p asn 2 0\nn 1\n")["status"], "infeasible");
    assert_eq!(said("p asn 0 0\n")["objective"], 0);
}

#[test]
fn dear_costs_that_fit_are_solved_and_dearer_ones_refused_with_their_size() {
    let file = |cost: i64| format!("p asn 4 4\nn 1\nn 2\na 1 3 {cost}\na 1 4 0\na 2 3 0\na 2 4 -{cost}\n");
    assert_eq!(said(&file(1 << 52))["objective"], 0);
    let output = assign("dear.asn", file((1 << 52) + 1).as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("4503599627370497"));
}

/// Every kind of fault, and what is said of it.
#[test]
fn bad_files_are_refused_with_place_fault_and_remedy() {
    let cases: &[(&str, &str)] = &[
        ("empty", ""),
        ("no p line", "c nothing\n"),
        ("unknown problem", "p max 3 2\n"),
        ("no arcs count", "p asn 3\n"),
        ("a word too many", "p asn 4 1\nn 1 1\na 1 3 1\n"),
        ("a fraction", "p asn 2 1\nn 1\na 1 2 1.5\n"),
        ("too large a number", "p asn 2 1\nn 1\na 1 2 99999999999999999999\n"),
        ("no such node", "p asn 2 1\nn 1\na 1 3 1\n"),
        ("not a source", "p asn 2 1\nn 1\na 2 1 1\n"),
        ("source to source", "p asn 3 1\nn 1\nn 2\na 1 2 1\n"),
        ("source twice", "p asn 2 0\nn 1\nn 1\n"),
        ("late source", "p asn 3 1\nn 1\na 1 3 1\nn 2\n"),
        ("cut short", "p asn 4 2\nn 1\nn 2\na 1 3 1\n"),
        ("unknown line", "p asn 2 1\nn 1\nx 1 2 1\n"),
        ("far too many declared", "p asn 4000000000 4000000000\nn 1\n"),
        ("transshipment", "p min 3 2\nn 1 1\nn 3 -1\na 1 2 0 1 1\na 2 3 0 1 1\n"),
        ("lower bound", "p min 2 1\nn 1 1\nn 2 -1\na 1 2 1 1 1\n"),
        ("capacity", "p min 2 1\nn 1 3\nn 2 -3\na 1 2 0 2 1\n"),
        ("matrix too short", "3\n1 2 3\n4 5\n"),
        ("matrix too long", "1\n1 2\n"),
        ("matrix far too large", "50000\n1\n"),
        ("not json", "{\"people\": 3,\n"),
        ("unknown field", "{\"people\": 1,\n \"peeple\": 2}\n"),
        ("wrong type", "{\"people\": -1}\n"),
        ("no such person", "{\"people\": 1, \"positions\": 1, \"pairs\": [[1, 0, 5]]}"),
        ("list of another length", "{\"people\": 2, \"unassigned\": [1]}"),
        ("forced pair not listed", "{\"people\": 1, \"positions\": 1, \"forced\": [[0, 0]]}"),
        ("unlimited and not free", "{\"people\": 1, \"positions\": 1, \"capacity\": \"unlimited\", \"unfilled\": 3}"),
        ("share of nothing", "{\"people\": 1, \"positions\": 1, \"shares\": [{\"name\": \"x\", \"least\": [1, 0]}]}"),
    ];
    let mut shown = String::new();
    for (case, text) in cases {
        let output = assign("bad", text.as_bytes(), &["--json"]);
        assert_eq!(output.status.code(), Some(2), "{case}: {}", String::from_utf8_lossy(&output.stdout));
        assert!(output.stdout.is_empty(), "{case}");
        shown += &format!("# {case}\n{}", String::from_utf8(output.stderr).unwrap());
    }
    insta::assert_snapshot!(shown);
}

#[test]
fn a_file_that_is_not_there_is_said_so() {
    let output = run(Path::new("."), "no-such-file", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: no-such-file: cannot be read"));
}

#[test]
fn the_help_is_as_shown() {
    let output = Command::new(env!("CARGO_BIN_EXE_assign")).arg("--help").env("COLUMNS", "100").output().unwrap();
    insta::assert_snapshot!(String::from_utf8(output.stdout).unwrap());
}
