//! Systems of record as their callers meet them: who sees and loads which, what a file brings, and what the queue tells.

use axum::body::Body;
use axum::http::{Method, Request};
use muster_domain::access::Role;
use muster_domain::workforce::ContradictionKind;
use muster_domain::{Position, SourceId};
use serde_json::{Value, json};

use super::support::{Answer, Caller, Served};

async fn upload(caller: &Caller, path: &str, bytes: &[u8]) -> Answer {
    let request = Request::builder().method(Method::POST).uri(path).header("content-type", "application/octet-stream");
    caller.raw(request.body(Body::from(bytes.to_vec())).unwrap()).await
}

fn source(served: &Served, name: &str) -> SourceId {
    served.world().keys.source[name]
}

#[tokio::test(flavor = "multi_thread")]
async fn headquarters_sees_every_source_a_service_its_own_roster_and_others_none() {
    let served = Served::start(0.03).await.with_sources().await;
    let manager = served.signed_in("manager").await;
    let all = manager.get("/api/sources").await.ok();
    assert_eq!(all.as_array().unwrap().len(), 5);
    let page = manager.get("/api/sources/F0").await.ok();
    assert_eq!(page["loads"].as_array().unwrap().len(), 2);
    assert!(page["definition"]["profile"]["columns"].as_array().unwrap().len() > 5);

    let roster = source(&served, "IPPS-A (synthetic)");
    for account in served.accounts.iter().filter(|account| account.role == Role::AssignmentOfficer) {
        let caller = served.signed_in(&account.sign_in).await;
        let today = served.desk.clock().today();
        let service = served.world().grants(account.account, today).next().unwrap().service;
        let seen = caller.get("/api/sources").await.ok();
        let army = service == Some(muster_domain::Service::Army);
        assert_eq!(seen.as_array().unwrap().len(), usize::from(army), "{}", account.sign_in);
        assert_eq!(caller.get(&format!("/api/sources/{roster}")).await.status.is_success(), army);
        assert_eq!(caller.get("/api/sources/F0").await.status, 404, "what one may not know is not found");
    }
    let chief = served.signed_in(&served.of_role(Role::OfficeChief).sign_in).await;
    assert!(chief.get("/api/sources").await.status.is_client_error());
    assert!(upload(&chief, "/api/sources/F0/load?file=a.csv", b"x").await.status.is_client_error());
    let director = served.signed_in("director").await;
    let refused = upload(&director, &format!("/api/sources/{roster}/load?file=a.txt"), b"").await.ok();
    assert_eq!(refused["taken"], false, "an empty file is refused before anybody is asked");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_tried_without_being_taken_refused_in_its_own_words_and_loaded_once() {
    let served = Served::start(0.03).await.with_sources().await;
    let (manager, before) = (served.signed_in("manager").await, served.world().position);
    let list = source(&served, "Embassy staffing list (synthetic)");
    let header = "Name,Agency,Position Title,Section,Rank,City,Date of Arrival,Est. Departure,Dependents at Post\n";
    let path = |act: &str| format!("/api/sources/{list}/{act}?file=list.csv&as_of=2026-10-01");

    let bad = format!("{header}\"Hale, R.\",DOD/ARMY,Chief,SCO,O4,Rome,2026/13/45,,0\n");
    let refused = upload(&manager, &path("load"), bad.as_bytes()).await.ok();
    let fault = &refused["refused"]["faults"][0];
    assert_eq!((&fault["line"], &fault["column"]), (&json!(2), &json!("Date of Arrival")));
    assert_eq!(served.world().position, before);

    let good = format!("{header}\"Nobody, Known\",STATE,Consul,EMB,,Rome,01 OCT 2025,,0\n");
    let tried = upload(&manager, &path("try"), good.as_bytes()).await.ok();
    assert_eq!((&tried["taken"], &tried["rows"], &tried["changed"]), (&json!(false), &json!(1), &json!(1)));
    assert_eq!(served.world().position, before);
    let loaded = upload(&manager, &path("load"), good.as_bytes()).await.ok();
    assert_eq!(loaded["taken"], true);
    assert!(served.world().position > before);
    let again = upload(&manager, &path("load"), good.as_bytes()).await.ok();
    assert_eq!((&again["taken"], again["notes"].as_array().unwrap().len()), (&json!(false), 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_tried_on_a_sample_before_it_is_given() {
    let served = Served::start(0.03).await.with_sources().await;
    let manager = served.signed_in("manager").await;
    let content = "SUQsTmFtZSxHcmFkZQpaMSwiSGFsZSwgUm9iZXJ0IixPNAo="; // ID,Name,Grade / Z1,"Hale, Robert",O4
    let sample = json!({ "kind": "service_roster", "file": "a.csv", "content": content });
    let look = manager.post("/api/sources/detect", sample).await.ok();
    assert_eq!(look["columns"][1]["field"], "name");
    let mut profile = look["profile"].clone();
    profile["columns"][0]["field"] = json!("number");
    profile["constants"] = json!([{ "field": "service", "value": "army" }]);
    let definition = json!({
        "name": "Trial (synthetic)", "kind": "service_roster", "owner": "headquarters", "cadence_days": 31, "full": true,
        "profile": profile,
    });
    let draft = json!({ "definition": definition, "file": "a.csv", "content": content });
    let tried = manager.post("/api/sources/try", draft.clone()).await.ok();
    assert_eq!((&tried["rows"], &tried["sample"][0]["facts"]["grade"]), (&json!(1), &json!("O-4")));
    assert!(!served.world().keys.source.contains_key("Trial (synthetic)"), "nothing was given");
    let mut wrong = draft;
    wrong["definition"]["profile"]["columns"][2]["field"] = json!("rank");
    let refused = manager.post("/api/sources/try", wrong).await;
    assert_eq!((refused.status.as_u16(), refused.json()["rule"].clone()), (422, json!("profile-field")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_queue_shows_evidence_takes_decisions_and_gives_the_owner_a_list() {
    let served = Served::start(0.03).await.with_sources().await;
    let manager = served.signed_in("manager").await;
    let unmatched = manager.all("/api/reconcile?kind=unmatched_row&standing=open").await;
    let with = unmatched.iter().find(|row| !row["candidates"].as_array().unwrap().is_empty()).unwrap();
    let evidence = with["candidates"][0]["evidence"].as_array().unwrap();
    assert!(evidence.iter().any(|words| words.as_str().unwrap().contains("name")));
    let link = json!({
        "source": with["source_id"],
        "links": [{ "key": with["row"], "person": with["candidates"][0]["person"]["id"] }],
    });
    manager.post("/api/commands/link_rows", link.clone()).await.ok();
    let again = manager.post("/api/commands/link_rows", link).await;
    assert_eq!(again.json()["rule"], "row-decided");
    let page = manager.get(&format!("/api/reconcile/{}", with["id"].as_str().unwrap())).await.ok();
    assert_eq!((&page["standing"], &page["said"]["link"]), (&json!("settled"), &json!("decided")));

    let lost = manager.all("/api/reconcile?lost=true&standing=open").await;
    let summary = manager.get("/api/reconcile/summary").await.ok();
    assert_eq!(summary["lost"].as_u64().unwrap() as usize, lost.len());
    let first = &lost[0]["id"];
    let back = json!({ "contradictions": [first], "reason": "Please list them." });
    manager.post("/api/commands/send_back", back).await.ok();
    let list = manager.get("/api/sources/F0/corrections").await;
    assert!(list.text.starts_with("POSN_NBR,") && list.text.contains("Please list them."), "{}", list.text);
    let shown = manager.get(&format!("/api/reconcile/{}", first.as_str().unwrap())).await.ok();
    assert_eq!(shown["turn"]["late"], false);
    assert_eq!(shown["steps"][0]["reason"], "Please list them.");

    // Whoever sees a person's row but not what is personal is not told the reason.
    let auditor = served.signed_in("auditor").await;
    let told: Value = auditor.get(&format!("/api/reconcile/{}", first.as_str().unwrap())).await.ok();
    let concerns = served.world().contradictions[first.as_str().unwrap().parse().unwrap()].person.is_some();
    assert_eq!(told["steps"][0]["reason"].is_null(), concerns);
    assert!(served.world().position > Position(0));
    let kinds: Vec<ContradictionKind> = served.world().contradictions.iter().map(|(_, held)| held.kind).collect();
    assert!(kinds.contains(&ContradictionKind::PersonNotListed));
}
