//! The workbench through the API: a manager works on a scenario, nobody overwrites anybody, others see what they may.

use axum::http::{Method, StatusCode};
use muster_domain::access::Role;
use serde_json::{Value, json};

use super::support::{Answer, Caller, Served};

struct Bench {
    served: Served,
    manager: Caller,
    scenario: String,
}

async fn bench() -> Bench {
    let served = Served::start(0.02).await;
    let manager = served.signed_in(&served.of_role(Role::WorkforceManager).sign_in).await;
    let branch = json!({ "cycle": "Y0", "name": "Mine", "of": null });
    let taken = manager.post("/api/commands/branch_scenario", branch).await.ok();
    Bench { manager, scenario: taken["created"][0].as_str().unwrap().to_owned(), served }
}

impl Bench {
    async fn page(&self) -> Value {
        self.manager.get(&format!("/api/scenarios/{}", self.scenario)).await.ok()
    }

    async fn rows(&self, query: &str) -> Vec<Value> {
        self.manager.all(&format!("/api/scenarios/{}/lines{query}", self.scenario)).await
    }

    /// A step on the version last seen.
    async fn step(&self, changes: Value, version: &Value) -> Answer {
        let body = json!({ "scenario": self.scenario, "changes": changes });
        let version = format!("\"{version}\"");
        self.manager.send(Method::POST, "/api/commands/change_scenario", Some(body), &[("if-match", &version)]).await
    }
}

fn pair(row: &Value) -> (String, String) {
    (row["person"]["id"].as_str().unwrap().to_owned(), row["billet"]["id"].as_str().unwrap().to_owned())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_moves_a_lever_locks_undoes_compares_and_adopts() {
    let bench = bench().await;
    let begun = bench.page().await;
    assert_eq!(begun["outcome"], begun["plain"]);
    let lever = json!([{ "set_lever": { "lever": "unlisted_cost", "value": 3000 } }]);
    bench.step(lever, &begun["changed"]).await.ok();
    let moved = bench.page().await;
    assert_ne!(moved["outcome"]["parts"], begun["outcome"]["parts"]);
    assert_eq!(moved["step"]["moved"], moved["to_base"]["moved"]);
    let stepped = bench.rows("?show=stepped").await;
    let people = stepped.iter().filter(|row| !row["person"].is_null()).count();
    assert_eq!(people as u64, moved["step"]["moved"].as_u64().unwrap());

    // A recommended choice, locked, makes the whole exactly as much dearer as was said.
    let all = bench.rows("").await;
    assert_eq!(
        all.len() as u64,
        moved["outcome"]["openings"].as_u64().unwrap() + moved["outcome"]["unmatched"].as_u64().unwrap()
    );
    let mut tried = None;
    for row in all.iter().filter(|row| !row["person"].is_null() && !row["billet"].is_null()) {
        let path = format!("/api/scenarios/{}/recommend?billet={}", bench.scenario, pair(row).1);
        let choices = bench.manager.get(&path).await.ok();
        tried = choices.as_array().unwrap().iter().find(|it| it["costs_more"].as_i64() > Some(0)).cloned();
        if tried.is_some() {
            break;
        }
    }
    let choice = tried.expect("somebody else could fill some billet");
    let (person, billet) = pair(&choice);
    bench.step(json!([{ "lock": { "person": person, "billet": billet } }]), &moved["changed"]).await.ok();
    let locked = bench.page().await;
    let dearer = locked["outcome"]["objective"].as_i64().unwrap() - moved["outcome"]["objective"].as_i64().unwrap();
    assert_eq!(Some(dearer), choice["costs_more"].as_i64());
    assert_eq!(locked["step"]["points"].as_i64(), Some(dearer));
    let why = bench.manager.get(&format!("/api/scenarios/{}/why?billet={billet}", bench.scenario)).await.ok();
    assert_eq!(why["lock_costs"].as_i64(), Some(dearer));
    assert_eq!(why["line"]["person"], json!(person));

    let undo = json!({ "scenario": bench.scenario });
    bench.manager.post("/api/commands/undo_scenario", undo).await.ok();
    assert_eq!(bench.page().await["outcome"], moved["outcome"]);

    let compared = bench.manager.get(&format!("/api/scenarios/{}/compare", bench.scenario)).await.ok();
    assert_eq!(compared["other"]["outcome"], begun["plain"]);
    assert_eq!(compared["this"]["outcome"], moved["outcome"]);
    let beside = bench.manager.get(&format!("/api/scenarios/{}/compare?with=Z0", bench.scenario)).await.ok();
    assert_eq!(beside["other"]["scenario"], json!("Z0"));

    let adopted = bench.manager.post(&format!("/api/scenarios/{}/adopt", bench.scenario), json!({})).await.ok();
    let slate = adopted["created"][0].as_str().unwrap().to_owned();
    let proposed = bench.manager.get(&format!("/api/slates/{slate}")).await.ok();
    assert_eq!(proposed["objective"], moved["outcome"]["objective"]);
    assert_eq!(proposed["lines"], moved["outcome"]["lines"]);
    let again = bench.manager.post(&format!("/api/scenarios/{}/adopt", bench.scenario), json!({})).await;
    assert_eq!(again.json()["rule"], json!("scenario-ended"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_officers_who_change_one_scenario_at_once_one_is_told() {
    let bench = bench().await;
    let seen = bench.page().await["changed"].clone();
    let lever = |value| json!([{ "set_lever": { "lever": "grade_cost", "value": value } }]);
    bench.step(lever(100), &seen).await.ok();
    let late = bench.step(lever(900), &seen).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
    let adopt = format!("/api/scenarios/{}/adopt", bench.scenario);
    let old = format!("\"{seen}\"");
    let late = bench.manager.send(Method::POST, &adopt, Some(json!({})), &[("if-match", &old)]).await;
    assert_eq!(late.status, StatusCode::PRECONDITION_FAILED, "{}", late.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pair_that_a_rule_forbids_is_not_locked_and_the_rule_is_named() {
    let bench = bench().await;
    let rows = bench.rows("").await;
    let people: Vec<&Value> = rows.iter().filter(|row| !row["person"].is_null()).collect();
    let mut refused = 0;
    for (one, other) in people.iter().zip(people.iter().rev()).take(12) {
        let (Some(person), Some(billet)) = (one["person"]["id"].as_str(), other["billet"]["id"].as_str()) else {
            continue;
        };
        let version = bench.page().await["changed"].clone();
        let answer = bench.step(json!([{ "lock": { "person": person, "billet": billet } }]), &version).await;
        if answer.status == StatusCode::UNPROCESSABLE_ENTITY {
            refused += 1;
            let problem = answer.json();
            assert!(
                problem["detail"].as_str().unwrap().contains("Compared:") || problem["rule"] == json!("locked-twice")
            );
            assert!(problem["remedy"].is_string());
        }
    }
    assert!(refused > 0, "no pair at all was against the rules");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_director_reads_scenarios_and_neither_commands_nor_members_learn_of_them() {
    let bench = bench().await;
    let path = format!("/api/scenarios/{}", bench.scenario);
    let director = bench.served.signed_in(&bench.served.of_role(Role::Director).sign_in).await;
    director.get(&path).await.ok();
    let body = json!({ "scenario": bench.scenario });
    let change = director.post("/api/commands/discard_scenario", body.clone()).await;
    assert_eq!(change.status, StatusCode::FORBIDDEN, "{}", change.text);
    for role in
        [Role::CommandOfficer, Role::AssignmentOfficer, Role::OfficeChief, Role::Member, Role::Analyst, Role::Auditor]
    {
        let caller = bench.served.signed_in(&bench.served.of_role(role).sign_in).await;
        for path in [
            path.clone(),
            "/api/cycles/Y0/scenarios".to_owned(),
            format!("{path}/lines"),
            format!("{path}/compare"),
            format!("{path}/why?billet=B0"),
            format!("{path}/recommend?billet=B0"),
        ] {
            assert_eq!(caller.get(&path).await.status, StatusCode::FORBIDDEN, "{role:?} {path}");
        }
        let change = caller.post("/api/commands/discard_scenario", body.clone()).await;
        assert!(!change.status.is_success(), "{role:?}: {}", change.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_director_is_told_no_sealed_fact_in_a_reason() {
    let bench = bench().await;
    let director = bench.served.signed_in(&bench.served.of_role(Role::Director).sign_in).await;
    let rows = bench.rows("").await;
    let mut sealed = 0;
    for row in rows.iter().filter(|row| !row["person"].is_null() && !row["billet"].is_null()).take(10) {
        let path = format!("/api/scenarios/{}/why?billet={}", bench.scenario, pair(row).1);
        let held = |answer: &Value| {
            answer["line"]["rules"].as_array().unwrap().iter().filter(|rule| !rule["private"].is_null()).count()
        };
        sealed += held(&bench.manager.get(&path).await.ok());
        assert_eq!(held(&director.get(&path).await.ok()), 0);
    }
    assert!(sealed > 0, "the manager's reasons hold sealed facts");
}
