//! Files out and in again.

use insta::assert_snapshot;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Row};

use crate::support::Desk;

#[test]
fn what_was_exported_changes_nothing_when_it_is_imported() {
    let desk = Desk::with_demo();
    let cases =
        ["cases", "case-payments", "case-deliveries", "case-discrepancies", "case-reviews", "case-reconciliations"];
    for noun in ["offices", "billets"].into_iter().chain(cases) {
        let file = format!("{noun}.csv");
        desk.muster(&["export", noun, "--db", "demo.db", "--out", &file]).ok();
        let imported = desk.muster(&["import", noun, &file, "--db", "demo.db", "--json"]).json();
        assert_eq!(imported[0]["taken"], false, "{noun}");
        assert_eq!(imported[0]["differences"].as_array().unwrap().len(), 0, "{noun}");
    }
}

#[test]
fn a_changed_file_shows_its_differences_before_it_is_taken() {
    let desk = Desk::with_demo();
    let table = desk.muster(&["export", "billets", "--db", "demo.db"]).ok();
    let changed = table.replacen("Air Force Programs Officer", "Air Programs Officer", 1);
    std::fs::write(desk.path("billets.csv"), changed).unwrap();
    let owner = ["--source", "JTD (synthetic)"];
    let words = [&["import", "billets", "billets.csv", "--db", "demo.db", "--json"][..], &owner].concat();

    let dry = desk.muster(&[&words[..], &["--dry-run"]].concat()).json();
    assert_eq!((dry[0]["taken"].as_bool(), dry[0]["differences"][0]["field"].as_str()), (Some(false), Some("title")));
    let taken = desk.muster(&words).json();
    assert_eq!(taken[0]["differences"], dry[0]["differences"]);
    let again = desk.muster(&words).json();
    assert_eq!((again[0]["taken"].as_bool(), again[0]["differences"].as_array().map(Vec::len)), (Some(false), Some(0)));
}

#[test]
fn a_file_with_bad_rows_is_refused_whole_and_names_each() {
    let desk = Desk::with_demo();
    let columns = "number,title,office,place,grade,coding,clearance,functional_area,funding,accompanied_months,key,accompanied,fill_mode,authorised_from";
    let rows = "X-1,Clerk,SCO-JRO,\"Amman, JOR\",O-55,army,secret,sco_operations,military_pay,36,no,yes,service_nomination,2026-13-01";
    std::fs::write(desk.path("bad.csv"), format!("{columns}\n{rows}\n")).unwrap();
    let before = desk.muster(&["audit", "head", "--db", "demo.db"]).json()["size"].clone();
    assert_snapshot!(desk.muster(&["import", "billets", "bad.csv", "--db", "demo.db"]));
    assert_eq!(desk.muster(&["audit", "head", "--db", "demo.db"]).json()["size"], before);
}

#[test]
fn the_columns_of_a_file_explain_themselves() {
    assert_snapshot!(Desk::empty().muster(&["import", "tours", "--columns"]));
}

#[test]
fn every_table_goes_into_a_database_with_its_dictionary_and_only_an_export_is_replaced() {
    let desk = Desk::with_demo();
    desk.muster(&["export", "--db", "demo.db", "--into", "bi.sqlite"]).ok();
    let refused = desk.muster(&["export", "--db", "demo.db", "--into", "bi.sqlite"]).refused();
    assert!(refused.contains("--replace"), "{refused}");
    desk.muster(&["export", "--db", "demo.db", "--into", "bi.sqlite", "--replace", "--on", "2027-01-01"]).ok();
    let kept = desk.muster(&["export", "--db", "demo.db", "--into", "demo.db", "--replace"]).refused();
    assert!(kept.contains("left alone"), "{kept}");

    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (billets, explained, authorised): (i64, i64, i64) = runtime.block_on(async {
        let mut connection = SqliteConnectOptions::new().filename(desk.path("bi.sqlite")).connect().await.unwrap();
        let sql = "SELECT (SELECT count(*) FROM billets), \
                   (SELECT count(*) FROM data_dictionary WHERE table_name = 'billets' AND meaning <> ''), \
                   (SELECT sum(authorised) FROM picture)";
        let row = sqlx::query(sql).fetch_one(&mut connection).await.unwrap();
        (row.get(0), row.get(1), row.get(2))
    });
    let rows = desk.muster(&["staffing", "--db", "demo.db", "--on", "2027-01-01", "--json"]).json();
    let expected: i64 = rows.as_array().unwrap().iter().map(|row| row["authorised"].as_i64().unwrap()).sum();
    assert!(billets > 100 && explained > 20, "{billets} billets, {explained} columns");
    assert_eq!(authorised, expected);
}
