//! Work on cases through the API: what is stuck and who is told, who should get which case, when an offer comes, watch lists.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::support::{Caller, Served};

const TODAY: &str = "2026-10-01";

async fn case_notices(caller: &Caller) -> Vec<Value> {
    let all = caller.get("/api/awaiting").await.ok();
    all.as_array().unwrap().iter().filter(|notice| notice["kind"] == "case").cloned().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_stuck_is_counted_listed_with_its_reason_and_told_to_whoever_holds_the_ball() {
    let served = Served::start(0.2).await;
    let (cases, program) = (served.signed_in("cases").await, served.signed_in("program").await);
    let stuck = program.all("/api/cases?part=stuck").await;
    let summary = program.get("/api/cases/summary").await.ok();
    assert_eq!(summary["stuck"], stuck.len());
    assert!(!stuck.is_empty() && stuck.len() < summary["open"].as_u64().unwrap() as usize / 3, "{}", stuck.len());
    let offices: u64 =
        summary["offices"].as_array().unwrap().iter().map(|office| office["stuck"].as_u64().unwrap()).sum();
    assert_eq!(offices as usize, stuck.len(), "each office its own");
    let alarms: Vec<&Value> = stuck.iter().flat_map(|row| row["alarms"].as_array().unwrap()).collect();
    let steps: u64 =
        summary["stuck_steps"].as_array().unwrap().iter().map(|step| step["cases"].as_u64().unwrap()).sum();
    assert_eq!(steps as usize, alarms.len(), "each reason once");
    let silent = program.all("/api/cases?part=stuck&stuck=silent").await;
    assert_eq!(silent.len(), alarms.iter().filter(|alarm| alarm["kind"] == "silent").count());
    for alarm in alarms {
        assert!(alarm["days"].as_i64() > alarm["allowed"].as_i64(), "{alarm}");
        assert!(alarm["why"].as_str().unwrap().contains(|letter: char| letter.is_ascii_digit()), "{alarm}");
    }

    // The manager is told of the own, one notice a case; the office of what nobody manages, once.
    let own: Vec<Value> = cases.all("/api/cases?part=stuck&mine=true").await;
    let told = case_notices(&cases).await;
    let pages: Vec<&str> = told.iter().map(|notice| notice["page"].as_str().unwrap()).collect();
    for row in own.iter().filter(|row| row["alarms"][0]["who"] == "the case's manager") {
        let page = format!("/cases/{}", row["id"].as_str().unwrap());
        assert_eq!(pages.iter().filter(|one| **one == page).count(), 1, "{page}");
    }
    assert_eq!(pages.iter().filter(|page| page.contains("part=unassigned")).count(), 1, "{pages:?}");
    assert!(case_notices(&served.signed_in("analyst").await).await.is_empty(), "who holds no ball is told nothing");

    // A silent case that moves is stuck no more.
    let moved = own.iter().find(|row| row["alarms"][0]["kind"] == "silent");
    if let Some(row) = moved {
        let (id, next) = (row["id"].as_str().unwrap(), &row["next"]);
        let body = json!({ "case": id, "milestone": next, "on": TODAY });
        if cases.post("/api/commands/record_milestone", body).await.status.is_success() {
            let page = cases.get(&format!("/api/cases/{id}")).await.ok();
            assert!(page["alarms"].as_array().unwrap().iter().all(|alarm| alarm["kind"] != "silent"), "{page}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_before_its_offer_has_a_range_that_says_what_it_rests_on() {
    let served = Served::start(0.2).await;
    let cases = served.signed_in("cases").await;
    let outlook = cases.get("/api/cases/outlook").await.ok();
    assert_eq!((&outlook["made"], &outlook["synthetic"]), (&json!(TODAY), &json!(true)));
    assert!(outlook["learned"].as_u64() > Some(200), "{outlook}");
    let rows = cases.all("/api/cases?part=development").await;
    let with: Vec<&Value> = rows.iter().filter(|row| !row["offer"].is_null()).collect();
    assert_eq!(outlook["cases"], with.len(), "each forecast is in the queue");
    assert!(with.len() * 10 > rows.len() * 9, "{} of {}", with.len(), rows.len());
    for row in &with {
        assert!(row["offer"]["from"].as_str() >= Some(TODAY), "{row}");
        assert!(row["offer"]["to"].is_null() || row["offer"]["to"].as_str() >= row["offer"]["from"].as_str(), "{row}");
    }
    let page = cases.get(&format!("/api/cases/{}", with[0]["id"].as_str().unwrap())).await.ok();
    let forecast = &page["forecast"];
    assert_eq!(forecast["offer"], with[0]["offer"]);
    assert_eq!((&forecast["level_percent"], &forecast["synthetic"]), (&json!(80), &json!(true)));
    assert!(forecast["like"].as_array().is_some_and(|like| !like.is_empty()), "{forecast}");
    assert!(forecast["ended"].as_u64() > Some(0) && forecast["ended"].as_u64() <= forecast["count"].as_u64());
    let offered = &cases.get("/api/cases?phase=offered&limit=1").await.ok()["items"][0];
    let page = cases.get(&format!("/api/cases/{}", offered["id"].as_str().unwrap())).await.ok();
    assert!(page["forecast"].is_null() && page["forecast_pending"] == false);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_manages_is_shared_evenly_with_reasons_and_given_at_once() {
    let served = Served::start(0.2).await;
    let cases = served.signed_in("cases").await;
    let unassigned = cases.all("/api/cases?part=unassigned").await;
    let office = unassigned[0]["office"]["id"].as_str().unwrap();
    let path = format!("/api/cases/distribution?office={office}");
    let preview = cases.get(&path).await.ok();
    assert_eq!(preview, cases.get(&path).await.ok(), "the same ask, the same answer");
    let shares = preview["shares"].as_array().unwrap();
    assert_eq!((shares.len(), &preview["waiting"]), (unassigned.len(), &json!(unassigned.len())));
    let (before, after) = (&preview["before"], &preview["after"]);
    assert!(after["least"].as_i64() >= before["least"].as_i64(), "nobody loses load: {before} {after}");
    for share in shares {
        assert!(share["by"].is_null() || share["by"].as_f64() >= Some(0.0), "nobody else costs less: {share}");
    }
    let mut by_manager: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
    for share in shares {
        by_manager.entry(share["person"]["id"].as_str().unwrap()).or_default().push(&share["case"]);
    }
    let commands: Vec<Value> = by_manager
        .iter()
        .map(|(manager, given)| json!({ "command": "assign_cases", "body": { "cases": given, "manager": manager, "reason": "Shared by load" } }))
        .collect();
    let together = json!({ "commands": commands });
    let stranger = served.signed_in("analyst").await.post("/api/commands/together", together.clone()).await;
    assert_eq!(stranger.status, StatusCode::FORBIDDEN, "{}", stranger.text);
    cases.post("/api/commands/together", together).await.ok();
    assert!(cases.all("/api/cases?part=unassigned").await.is_empty());
    for load in preview["managers"].as_array().unwrap() {
        let query = format!("/api/cases?part=open&limit=1&manager={}", load["person"]["id"].as_str().unwrap());
        assert_eq!(cases.get(&query).await.ok()["total"], load["cases_after"], "{load}");
    }
    // Who leaves gives all; nobody gets them twice and they get none back.
    let (leaving, _) = by_manager.first_key_value().unwrap();
    let left = cases.get(&format!("{path}&leaving={leaving}")).await.ok();
    assert!(left["shares"].as_array().unwrap().iter().all(|share| share["person"]["id"] != *leaving));
    assert_eq!(served.signed_in("chief.jor").await.get(&path).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_watch_list_is_the_own_and_tells_of_what_moves() {
    let served = Served::start(0.05).await;
    let (cases, program) = (served.signed_in("cases").await, served.signed_in("program").await);
    let row = &program.get("/api/cases?phase=writing&limit=1").await.ok()["items"][0];
    let id = row["id"].as_str().unwrap();
    program.post("/api/commands/watch_cases", json!({ "cases": [id], "watched": true })).await.ok();
    let list = program.all("/api/cases?part=watched").await;
    assert_eq!((list.len(), &list[0]["id"], &list[0]["watched"]), (1, &json!(id), &json!(true)));
    assert!(cases.all("/api/cases?part=watched").await.is_empty());
    program
        .post("/api/commands/record_milestone", json!({ "case": id, "milestone": "cancelled", "on": TODAY }))
        .await
        .ok();
    let told = case_notices(&program).await;
    let told: Vec<&Value> = told.iter().filter(|notice| notice["ask"] == "See a case that you watch").collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["title"].as_str().unwrap().contains("cancelled"), "{told:?}");
    program.post("/api/commands/watch_cases", json!({ "cases": [id], "watched": false })).await.ok();
    assert!(program.all("/api/cases?part=watched").await.is_empty());
    let member = served.signed_in("member").await;
    let refused = member.post("/api/commands/watch_cases", json!({ "cases": [id], "watched": true })).await;
    assert!(matches!(refused.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{}", refused.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_awaits_its_answer_in_the_queue_on_the_page_and_among_notices() {
    let served = Served::start(0.2).await;
    let (cases, program) = (served.signed_in("cases").await, served.signed_in("program").await);
    let summary = program.get("/api/cases/summary").await.ok();
    let waiting = program.all("/api/cases?part=awaits_answer").await;
    assert!(!waiting.is_empty() && summary["awaits_answer"] == waiting.len(), "{}", summary["awaits_answer"]);
    let due: Vec<&str> = waiting.iter().map(|row| row["answers"]["due"].as_str().unwrap()).collect();
    assert!(due.is_sorted() && due[0] < TODAY, "overdue first: {due:?}");
    let overdue = waiting.iter().filter(|row| row["answers"]["overdue"].as_u64() > Some(0)).count();
    assert_eq!(summary["answer_overdue"], overdue);
    let industry = program.all("/api/cases?part=awaits_answer&answer_by=industry").await;
    assert!(industry.len() < waiting.len() && !industry.is_empty());

    let own = cases.get("/api/cases?mine=true&limit=1").await.ok()["items"][0].clone();
    let path = format!("/api/cases/{}", own["id"].as_str().unwrap());
    let count = |page: &Value| page["letters"].as_array().unwrap().len();
    let before = count(&cases.get(&path).await.ok());
    let letter = json!({
        "on": "2026-08-20", "direction": "in", "kind": "cable", "party": "state", "subject": "End use",
        "reference": "26 STATE 1", "owed": { "by": "agency", "due": "2026-09-01" },
    });
    let register = json!({ "case": own["id"], "letter": letter });
    cases.post("/api/commands/register_letter", register.clone()).await.ok();
    let twice = cases.post("/api/commands/register_letter", register.clone()).await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.text.contains("letter-twice"), "{}", twice.text);
    let analyst = served.signed_in("analyst").await.post("/api/commands/register_letter", register).await;
    assert_eq!(analyst.status, StatusCode::FORBIDDEN);
    let page = cases.get(&path).await.ok();
    let row = &page["letters"][before];
    assert_eq!((&row["awaits"], &row["overdue_days"], &row["entry"]), (&json!(true), &json!(30), &json!(before)));
    let told = case_notices(&cases).await;
    let letters = told.iter().find(|notice| notice["ask"] == "Answer letters").unwrap();
    assert_eq!(letters["page"], "/cases?part=awaits_answer&answer_by=agency&mine=true");
    let listed = cases.all("/api/cases?part=awaits_answer&answer_by=agency&mine=true").await;
    assert!(listed.iter().any(|one| one["id"] == own["id"]));

    let mut answer = letter;
    (answer["direction"], answer["on"]) = (json!("out"), json!(TODAY));
    (answer["owed"], answer["reference"]) = (Value::Null, json!(""));
    let register = json!({ "case": own["id"], "letter": answer, "answers": before });
    cases.post("/api/commands/register_letter", register).await.ok();
    let page = cases.get(&path).await.ok();
    assert_eq!(page["letters"][before]["answer"]["letter"], before + 1);
    assert_eq!(page["letters"][before + 1]["answers"], json!([before]));
    assert_eq!(page["letters"][before]["awaits"], false);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_range_that_is_worked_out_is_released_and_what_moves_later_is_seen_inside_alone() {
    let served = Served::start(0.2).await;
    let program = served.signed_in("program").await;
    // Waits until the outlook of today is there.
    program.get("/api/cases/outlook").await.ok();
    let mut releasable = None;
    for row in program.all("/api/cases?part=development").await {
        let page = program.get(&format!("/api/cases/{}", row["id"].as_str().unwrap())).await.ok();
        let side = &page["purchaser"];
        if side["forecast"].is_null() && !side["worked"].is_null() && side["worked_refusal"].is_null() {
            releasable = Some(page);
            break;
        }
    }
    let page = releasable.expect("a case whose forecast may be released");
    let worked = &page["purchaser"]["worked"];
    assert!(worked["tested"].as_u64() >= Some(100), "{worked}");
    assert_eq!(
        (&worked["earliest"], &worked["latest"]),
        (&page["forecast"]["offer"]["from"], &page["forecast"]["offer"]["to"])
    );
    let release = |latest: &Value| json!({ "case": page["id"], "earliest": worked["earliest"], "latest": latest, "until": "2026-12-01" });
    let typed = program.post("/api/commands/release_forecast", release(&json!("2030-01-01"))).await;
    assert!(typed.text.contains("forecast-moved"), "{}", typed.text);
    let mut slipped = release(&worked["latest"]);
    slipped["worked"] = worked.clone();
    let refused = program.post("/api/commands/release_forecast", slipped).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "what it rests on is never read from outside");
    program.post("/api/commands/release_forecast", release(&worked["latest"])).await.ok();
    let path = format!("/api/cases/{}", page["id"].as_str().unwrap());
    let side = &program.get(&path).await.ok()["purchaser"];
    assert_eq!((&side["forecast"]["made"], &side["forecast"]["on"]), (&json!(TODAY), &json!(TODAY)));
    assert_eq!(side["forecast"]["method"], worked["method"]);
    assert!(side["moved"].is_null(), "{side}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purchaser_who_waits_is_told_to_the_program_manager_until_answered() {
    let served = Served::start(0.05).await;
    let program = served.signed_in("program").await;
    let waits = async |program: &Caller| -> Vec<Value> {
        case_notices(program).await.into_iter().filter(|notice| notice["ask"] == "Answer a purchaser").collect()
    };
    let before = waits(&program).await;
    assert!(!before.is_empty(), "the demonstration leaves a question open");
    assert!(waits(&served.signed_in("cases").await).await.is_empty(), "it is not the agency's to answer");
    let page = before[0]["page"].as_str().unwrap();
    let case = page.strip_prefix("/cases/").unwrap();
    assert_eq!(before[0]["late"], before[0]["due"].as_str().unwrap() < TODAY);
    program.post("/api/commands/answer_purchaser", json!({ "case": case, "message": "In spring." })).await.ok();
    let after = waits(&program).await;
    assert!(after.len() == before.len() - 1 && after.iter().all(|notice| notice["page"] != page), "{after:?}");
}
