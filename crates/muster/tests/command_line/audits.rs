//! Proofs about the journal, as an auditor asks for them.

use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;

use crate::support::Desk;

/// Changes the database behind the program's back.
fn tamper(desk: &Desk, sql: &'static str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut connection = SqliteConnectOptions::new().filename(desk.path("demo.db")).connect().await.unwrap();
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
        sqlx::Connection::close(connection).await.unwrap();
    });
}

#[test]
fn an_untouched_journal_is_sound_and_says_what_it_cannot_know_without_a_head() {
    let said = Desk::with_demo().muster(&["audit", "verify", "--db", "demo.db"]).ok();
    assert!(said.contains("Sound.") && said.contains("No signed head was given"), "{said}");
}

#[test]
fn a_changed_record_is_named() {
    let desk = Desk::with_demo();
    tamper(&desk, "UPDATE journal SET events = replace(events, 'Jordan', 'Xordan') WHERE position = 2");
    let run = desk.muster(&["audit", "verify", "--db", "demo.db", "--json"]);
    assert_eq!(run.code, 1, "{run}");
    assert!(run.stderr.contains("position 2"), "{run}");
    let report: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(report["findings"][0]["position"], 2);
}

#[test]
fn a_head_kept_elsewhere_shows_that_history_was_shortened() {
    let desk = Desk::with_demo();
    let head = desk.muster(&["audit", "head", "--db", "demo.db"]).ok();
    std::fs::write(desk.path("head.json"), &head).unwrap();
    let key = desk.muster(&["audit", "key", "--db", "demo.db"]).ok();
    let against = ["audit", "verify", "--db", "demo.db", "--against", "head.json", "--public-key", key.trim()];
    assert!(desk.muster(&against).ok().contains("only added to"));

    let backup = Desk::empty();
    let whole = desk.path("demo.db").display().to_string();
    backup.muster(&["demo", "--db", "demo.db", "--seed", "2", "--scale", "0.01", "--no-serve"]).ok();
    std::fs::copy(desk.path("head.json"), backup.path("head.json")).unwrap();
    let other =
        backup.muster(&["audit", "verify", "--db", "demo.db", "--against", "head.json", "--public-key", key.trim()]);
    assert_eq!(other.code, 1, "{other}\n{whole}");
    assert!(other.stdout.contains("REWRITTEN") || other.stdout.contains("SHORTENED"), "{other}");
}

#[test]
fn a_head_that_was_changed_or_signed_by_another_key_is_refused() {
    let desk = Desk::with_demo();
    let head = desk.muster(&["audit", "head", "--db", "demo.db"]).ok();
    std::fs::write(desk.path("head.json"), head.replace("\"at\": ", "\"at\": 1")).unwrap();
    let said = desk.muster(&["audit", "verify", "--db", "demo.db", "--against", "head.json"]).refused();
    assert!(said.contains("not proven"), "{said}");
    std::fs::write(desk.path("head.json"), head).unwrap();
    let other = "aa".repeat(32);
    let said = desk.muster(&["audit", "verify", "--db", "demo.db", "--against", "head.json", "--public-key", &other]);
    assert_eq!(said.code, 1, "{said}");
}

#[test]
fn a_proof_of_inclusion_and_one_of_consistency_verify_on_their_own() {
    let desk = Desk::with_demo();
    let size = desk.muster(&["audit", "head", "--db", "demo.db", "--json"]).json()["size"].as_u64().unwrap();
    let inclusion = desk.muster(&["audit", "prove", "--db", "demo.db", "--position", "3"]).ok();
    let inclusion: muster_journal::InclusionProof = serde_json::from_str(&inclusion).unwrap();
    assert_eq!(inclusion.verify().unwrap().size, size);
    let consistency = desk.muster(&["audit", "prove", "--db", "demo.db", "--from", "5"]).ok();
    let consistency: muster_journal::ConsistencyProof = serde_json::from_str(&consistency).unwrap();
    let (old, new) = consistency.verify().unwrap();
    assert_eq!((old.size, new.size), (5, size));
    let beyond = desk.muster(&["audit", "prove", "--db", "demo.db", "--position", "99999"]).refused();
    assert!(beyond.contains("no position 99999"), "{beyond}");
}
