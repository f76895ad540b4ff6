//! Beginning an installation, keeping its accounts, copying it away and back.

use insta::assert_snapshot;

use crate::support::Desk;

#[test]
fn an_installation_begins_with_its_first_account() {
    let desk = Desk::empty();
    let add = [
        "user",
        "add",
        "admin",
        "--name",
        "A. Strator",
        "--role",
        "administrator",
        "--db",
        "new.db",
        "--today",
        "2026-10-01",
    ];
    assert_snapshot!(desk.muster(&add));
    let short = desk.muster_given(&["user", "password", "admin", "--db", "new.db"], "short\n").refused();
    assert!(short.contains("at least 8"), "{short}");
    desk.muster_given(&["user", "password", "admin", "--db", "new.db"], "correct horse battery\n").ok();
    let listed = desk.muster(&["user", "list", "--db", "new.db", "--json"]).json();
    assert_eq!(listed[0]["password"], true);
    let journal = std::fs::read(desk.path("new.db")).unwrap();
    assert!(!journal.windows(13).any(|window| window == b"correct horse"), "the password is in the journal");
    assert_snapshot!(desk.muster(&add));
}

#[test]
fn a_role_that_reaches_an_office_must_name_one() {
    let desk = Desk::with_demo();
    let said = desk.muster(&["user", "grant", "analyst", "--db", "demo.db", "--role", "command_officer"]).refused();
    assert!(said.contains("Name an `office`"), "{said}");
    let granted = desk
        .muster(&[
            "user",
            "grant",
            "analyst",
            "--db",
            "demo.db",
            "--role",
            "command_officer",
            "--office",
            "AFRICOM",
            "--json",
        ])
        .json();
    assert!(granted[0]["roles"][1].as_str().unwrap().contains("AFRICOM"), "{granted}");
}

#[test]
fn a_disabled_account_sees_nothing() {
    let desk = Desk::with_demo();
    desk.muster(&["user", "disable", "eucom", "--db", "demo.db"]).ok();
    let said = desk.muster(&["staffing", "--db", "demo.db", "--as", "eucom"]).refused();
    assert!(said.contains("no role today"), "{said}");
}

#[test]
fn a_backup_restores_to_the_same_answers_and_the_same_head() {
    let desk = Desk::with_demo();
    desk.muster(&["backup", "copy.journal", "--db", "demo.db"]).ok();
    let twice = desk.muster(&["backup", "copy.journal", "--db", "demo.db"]).refused();
    assert!(twice.contains("exists already"), "{twice}");
    let restored = desk.muster(&["restore", "copy.journal", "--db", "back.db", "--json"]).json();
    let head = desk.muster(&["audit", "head", "--db", "demo.db"]).json();
    assert_eq!((&restored["records"], &restored["root"]), (&head["size"], &head["root"]));
    std::fs::copy(desk.path("demo.db.vault"), desk.path("back.db.vault")).unwrap();
    let ask = |db| desk.muster(&["staffing", "--db", db, "--by", "office", "--json"]).ok();
    assert_eq!(ask("demo.db"), ask("back.db"));
    let over = desk.muster(&["restore", "copy.journal", "--db", "demo.db"]).refused();
    assert!(over.contains("already has"), "{over}");
}

#[test]
fn a_demo_never_replaces_what_is_no_demo_and_another_demo_only_when_told() {
    let desk = Desk::with_demo();
    let other = ["demo", "--db", "demo.db", "--seed", "2", "--scale", "0.01", "--no-serve"];
    assert_snapshot!(desk.muster(&other));
    desk.muster(&[&other[..], &["--fresh"]].concat()).ok();
    desk.muster(&["user", "add", "admin", "--name", "Admin", "--role", "administrator", "--db", "real.db"]).ok();
    let words = ["demo", "--db", "real.db", "--scale", "0.01", "--no-serve", "--fresh"];
    assert!(desk.muster(&words).refused().contains("left alone"));
    assert_eq!(desk.muster(&["user", "list", "--db", "real.db", "--json"]).json().as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_demo_on_postgresql_answers_as_one_in_a_file() {
    let name = "installations::a_demo_on_postgresql_answers_as_one_in_a_file";
    let Some(place) = muster_journal::testing::postgres_place(name).await else { return };
    let muster_journal::Location::Postgres(url) = place.location().clone() else { unreachable!("it is PostgreSQL") };
    let desk = Desk::with_demo();
    desk.muster(&["demo", "--db", &url, "--seed", "1", "--scale", "0.01", "--no-serve"]).ok();
    let ask = |db| desk.muster(&["staffing", "--db", db, "--by", "office", "--json"]).ok();
    assert_eq!(ask(&url), ask("demo.db"));
    assert!(desk.muster(&["audit", "verify", "--db", &url]).ok().contains("Sound."));

    let export = ["export", "--db", "demo.db", "--into", &url, "--schema", "bi"];
    desk.muster(&export).ok();
    let again = desk.muster(&export).refused();
    assert!(again.contains("--replace"), "{again}");
    desk.muster(&[&export[..], &["--replace"]].concat()).ok();
    place.remove().await;
}
