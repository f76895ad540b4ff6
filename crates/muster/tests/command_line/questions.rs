//! Questions on a small demo: staffing, demand, cycle, slate.

use serde_json::Value;

use crate::support::Desk;

fn sum(rows: &Value, field: &str) -> u64 {
    rows.as_array().unwrap().iter().map(|row| row[field].as_u64().unwrap()).sum()
}

#[test]
fn staffing_reads_as_a_table() {
    let desk = Desk::with_demo();
    let asked = ["staffing", "--db", "demo.db", "--on", "2026-12-01", "--by", "command"];
    let text = desk.muster(&asked).ok();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[0], "On 2026-12-01 (today is 2026-10-01)");
    let header: Vec<&str> = lines[1].split_whitespace().collect();
    assert_eq!(&header[..7], ["required", "authorised", "assigned", "vacant", "gaps", "present", "fill"]);
    let rows = desk.muster(&[&asked[..], &["--json"]].concat()).json();
    let total: Vec<&str> = lines.last().unwrap().split_whitespace().collect();
    assert_eq!(total[0], "Total");
    assert_eq!(total[2].parse::<u64>().unwrap(), sum(&rows, "authorised"));
    assert_eq!(lines.len(), 4 + rows.as_array().unwrap().len());
}

#[test]
fn staffing_in_json_is_an_array_with_the_agreed_fields() {
    let desk = Desk::with_demo();
    let rows = desk.muster(&["staffing", "--db", "demo.db", "--on", "2026-10-01", "--by", "command", "--json"]).json();
    for row in rows.as_array().unwrap() {
        assert!(row["command"].is_string(), "{row}");
        for field in ["authorised", "assigned", "vacant"] {
            assert!(row[field].is_u64(), "{field} of {row}");
        }
        assert!(row["required"].is_u64() || row["required"].is_null(), "{row}");
        let fill = row["fill_rate"].as_f64();
        let to_fill = row["authorised"].as_u64().unwrap() - row["approved_gaps"].as_u64().unwrap();
        let expected = (to_fill > 0).then(|| row["assigned"].as_f64().unwrap() / to_fill as f64);
        assert!(fill.zip(expected).is_none_or(|(fill, expected)| (fill - expected).abs() < 1e-9), "{row}");
        assert_eq!(fill.is_some(), expected.is_some(), "{row}");
    }
}

#[test]
fn every_grouping_adds_up_to_the_same_strength() {
    let desk = Desk::with_demo();
    let authorised = |by: &str| {
        let rows = desk.muster(&["staffing", "--db", "demo.db", "--by", by, "--json"]).json();
        (sum(&rows, "authorised"), sum(&rows, "assigned"))
    };
    let by_command = authorised("command");
    assert!(by_command.0 > 100, "{by_command:?}");
    for by in ["country", "office", "service", "grade_band", "specialty", "functional_area", "funding"] {
        assert_eq!(authorised(by), by_command, "{by}");
    }
}

#[test]
fn a_command_officer_sees_the_billets_of_the_own_area_only() {
    let desk = Desk::with_demo();
    let rows = |sign_in: &str| {
        let table = desk.muster(&["export", "billets", "--db", "demo.db", "--as", sign_in]).ok();
        let mut reader = csv_rows(&table);
        let header = reader.next().unwrap();
        let command = header.iter().position(|name| name == "command").unwrap();
        reader.map(|row| row[command].clone()).collect::<Vec<_>>()
    };
    let all = rows("director");
    let seen = rows("eucom");
    assert!(!seen.is_empty() && seen.iter().all(|command| command == "EUCOM"), "{seen:?}");
    assert_eq!(seen.len(), all.iter().filter(|command| *command == "EUCOM").count());
}

/// The cells of a CSV text without line feeds inside cells.
fn csv_rows(text: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    text.trim_start_matches('\u{feff}').lines().map(|line| {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                other => cells.last_mut().unwrap().push(other),
            }
        }
        cells
    })
}

#[test]
fn demand_opens_into_its_drivers_and_says_that_no_standard_exists() {
    let desk = Desk::with_demo();
    let text = desk.muster(&["demand", "--db", "demo.db", "--country", "JOR"]).ok();
    assert!(text.starts_with("Jordan on 2026-10-01: "), "{text}");
    assert!(text.contains("reference/training.csv#JOR") && text.contains("No public workload standard"), "{text}");
    assert!(text.contains("cases on record (synthetic)"), "{text}");
    let demand = desk.muster(&["demand", "--db", "demo.db", "--country", "JOR", "--json"]).json();
    let hours: f64 =
        demand["drivers"].as_array().unwrap().iter().map(|driver| driver["hours_month"].as_f64().unwrap()).sum();
    assert!((hours - demand["hours_month"].as_f64().unwrap()).abs() < 0.01, "{demand}");
}

#[test]
fn what_stability_costs_is_shown_and_a_slate_between_is_proposed() {
    let desk = Desk::with_demo();
    let curve = desk.muster(&["slate", "curve", "--db", "demo.db", "--json"]).json();
    let points = curve["points"].as_array().unwrap();
    assert_eq!(points[0]["blocking"], 0);
    assert_eq!(points.last().unwrap()["above_least"], 0);
    let told = desk.muster(&["slate", "curve", "--db", "demo.db"]).stdout;
    assert!(told.contains("proven at least"), "{told}");

    let both = ["slate", "compute", "--db", "demo.db", "--most-blocking", "1", "--above-least", "1"];
    let both = desk.muster(&both);
    assert!(both.code == 2 && both.stderr.contains("cannot be used with"), "{both}");
    let least = desk.muster(&["slate", "compute", "--db", "demo.db", "--above-least", "0", "--json"]).json();
    assert_eq!((&least["objective"], &least["above_least"]), (&curve["least"], &0.into()));
    let stable = ["slate", "propose", "--db", "demo.db", "--as", "manager", "--most-blocking", "0", "--json"];
    let stable = desk.muster(&stable).json();
    assert_eq!((&stable["slate"], &stable["blocking"]), (&Value::from("S0"), &0.into()));
    assert_eq!(stable["above_least"], points[0]["above_least"]);
}

#[test]
fn a_slate_is_computed_proposed_and_explained() {
    let desk = Desk::with_demo();
    let computed = desk.muster(&["slate", "compute", "--db", "demo.db", "--json"]).json();
    assert_eq!(computed["objective"], computed["bound"]);
    assert!(computed["lines"].as_u64().unwrap() > 0, "{computed}");

    let refused = desk.muster(&["slate", "propose", "--db", "demo.db", "--as", "eucom"]).refused();
    assert!(refused.contains("roles"), "{refused}");
    let proposed = desk.muster(&["slate", "propose", "--db", "demo.db", "--as", "manager", "--json"]).json();
    assert_eq!((&proposed["slate"], &proposed["objective"]), (&Value::from("S0"), &computed["objective"]));

    let shown = desk.muster(&["slate", "show", "--db", "demo.db", "--json"]).json();
    assert_eq!(shown["lines"].as_array().unwrap().len() as u64, computed["lines"].as_u64().unwrap());
    let why = desk.muster(&["slate", "why", "--db", "demo.db", "--line", "0", "--json"]).json();
    let parts: i64 = why["line"]["parts"].as_array().unwrap().iter().map(|part| part["points"].as_i64().unwrap()).sum();
    assert_eq!(why["line"]["cost"].as_i64().unwrap(), parts);

    let again = desk.muster(&["slate", "propose", "--db", "demo.db"]).refused();
    assert!(again.contains("already proposed"), "{again}");
}

#[test]
fn a_cycle_is_opened_for_a_scope_and_listed() {
    let desk = Desk::with_demo();
    let before = desk.muster(&["cycle", "list", "--db", "demo.db", "--json"]).json().as_array().unwrap().len();
    let words = [
        "cycle",
        "open",
        "--db",
        "demo.db",
        "Winter",
        "--from",
        "2027-11-01",
        "--until",
        "2028-02-01",
        "--scope",
        "EUCOM",
    ];
    let opened = desk.muster(&[&words[..], &["--json"]].concat()).json();
    assert_eq!(opened["scope"], serde_json::json!(["EUCOM"]));
    let listed = desk.muster(&["cycle", "list", "--db", "demo.db", "--json"]).json();
    assert_eq!(listed.as_array().unwrap().len(), before + 1);
    let twice = desk.muster(&words).refused();
    assert!(twice.contains("still open"), "{twice}");
}

#[test]
fn the_same_seed_makes_the_same_service() {
    let (one, two) = (Desk::with_demo(), Desk::empty());
    two.muster(&["demo", "--db", "demo.db", "--seed", "1", "--scale", "0.01", "--no-serve"]).ok();
    let asked = ["staffing", "--db", "demo.db", "--by", "office", "--on", "2027-03-01", "--json"];
    assert_eq!(one.muster(&asked).ok(), two.muster(&asked).ok());
}
