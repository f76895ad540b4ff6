//! What the service's people do, end to end through the API.

use axum::http::{Method, StatusCode, header};
use serde_json::{Value, json};

use super::support::{Caller, Served};

async fn total(caller: &Caller, path: &str) -> Value {
    caller.get(path).await.ok()["total"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slate_is_computed_proposed_concurred_endorsed_and_the_picture_changes() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let cycle = manager.get("/api/cycles").await.ok()[0]["id"].as_str().unwrap().to_owned();
    let computed = manager.post(&format!("/api/cycles/{cycle}/compute"), json!({})).await.ok();
    assert_eq!(computed["objective"], computed["bound"]);
    let propose = json!({ "base": computed["base"] });
    let slate = manager.post(&format!("/api/cycles/{cycle}/propose"), propose).await.ok()["created"][0]
        .as_str()
        .unwrap()
        .to_owned();

    let eucom = served.signed_in("eucom").await;
    let lines = eucom.all(&format!("/api/slates/{slate}/lines")).await;
    let command = |line: &Value| line["command"]["code"].as_str().unwrap().to_owned();
    let own: Vec<Value> =
        lines.iter().filter(|line| command(line) == "EUCOM").map(|line| line["line"].clone()).collect();
    assert!(!own.is_empty());
    let decide = |lines: &[Value]| json!({ "slate": slate, "lines": lines, "concurs": true, "reason": null });
    let answer = eucom.post("/api/commands/decide_lines", decide(&own)).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);

    // another command's line is not EUCOM's to decide
    let all = manager.all(&format!("/api/slates/{slate}/lines")).await;
    let foreign: Vec<Value> =
        all.iter().filter(|line| command(line) != "EUCOM").map(|line| line["line"].clone()).take(1).collect();
    let answer = eucom.post("/api/commands/decide_lines", decide(&foreign)).await;
    assert!(answer.status == StatusCode::NOT_FOUND || answer.status == StatusCode::FORBIDDEN, "{}", answer.text);

    let why = eucom.get(&format!("/api/slates/{slate}/lines/{}", own[0])).await.ok();
    let points: i64 = why["why"]["parts"].as_array().unwrap().iter().map(|part| part["points"].as_i64().unwrap()).sum();
    assert_eq!(json!(points), why["line"]["cost"]);
    assert!(why["why"]["rules"].as_array().unwrap().iter().all(|rule| rule["passed"] == json!(true)), "{why}");

    let director = served.signed_in("director").await;
    let future = "/api/picture?by=command&on=2028-01-01";
    let before = total(&director, future).await;
    let endorse = json!({ "slate": slate, "lines": [] });
    assert_eq!(manager.post("/api/commands/endorse_lines", endorse.clone()).await.status, StatusCode::FORBIDDEN);
    let endorsed = director.post("/api/commands/endorse_lines", endorse).await.ok();
    // An endorsement assigns nobody: it asks each person's service for them.
    assert!(!endorsed["created"].as_array().unwrap().is_empty());
    assert_eq!(total(&director, future).await, before);
    let lines = eucom.all(&format!("/api/slates/{slate}/lines")).await;
    let asked = |line: &&Value| line["fill"] == json!("nominating") && line["person"]["service"] == json!("army");
    let line = lines.iter().find(asked).expect("an Army line among those endorsed");
    let (requisition, person) = (&line["requisition"], &line["person"]["id"]);
    let army = served.signed_in("army").await;
    let justification = "As slated";
    let nominated = json!({ "requisition": requisition, "person": person, "rank": "primary", "report": null, "justification": justification });
    army.post("/api/commands/nominate_person", nominated).await.ok();
    let accept = json!({ "requisition": requisition, "person": person, "accompanied": false });
    eucom.post("/api/commands/accept_nominee", accept.clone()).await.ok();
    // Of two who accept at once only one can.
    assert_eq!(eucom.post("/api/commands/accept_nominee", accept).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let after = total(&director, future).await;
    assert!(after["assigned"].as_u64().unwrap() > before["assigned"].as_u64().unwrap());

    manager.post("/api/commands/publish_slate", json!({ "slate": slate, "lines": [] })).await.ok();
    let tracker = manager.get(&format!("/api/people/{}/tracker", person.as_str().unwrap())).await.ok();
    assert!(tracker["sentence"].as_str().unwrap().ends_with("you are accepted."), "{tracker}");
    assert!(tracker["arrival"]["steps"].as_array().unwrap().iter().any(|step| step["step"] == json!("orders")));
    assert!(tracker["why"]["runner_up"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_not_concurred_with_is_replaced_with_the_least_disruption_and_by_one_manager_only() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let computed = manager.post("/api/cycles/Y0/compute", json!({})).await.ok();
    let proposed = manager.post("/api/cycles/Y0/propose", json!({ "base": computed["base"] })).await.ok();
    let slate = proposed["created"][0].as_str().unwrap().to_owned();
    let eucom = served.signed_in("eucom").await;
    let lines = eucom.all(&format!("/api/slates/{slate}/lines")).await;
    let own = |line: &&Value| line["command"]["code"] == json!("EUCOM");
    let line = lines.iter().find(own).unwrap();
    let refused = json!({ "slate": slate, "lines": [line["line"]], "concurs": false, "reason": "Not at this post" });
    eucom.post("/api/commands/decide_lines", refused).await.ok();

    let amendment = manager.post(&format!("/api/slates/{slate}/amendment"), json!({})).await.ok();
    let (dropped, added) = (amendment["dropped"].as_array().unwrap(), amendment["added"].as_array().unwrap());
    assert!(dropped.iter().any(|gone| gone["line"] == line["line"]), "{amendment}");
    assert!(dropped.len() + added.len() < lines.len() / 2, "an amendment disturbs little: {amendment}");
    let pair = |row: &Value| (row["person"]["id"].clone(), row["billet"]["id"].clone());
    assert!(added.iter().all(|new| pair(new) != pair(line)));

    let stale = amendment["changed"].to_string();
    let headers = [("if-match", format!("\"{stale}\""))];
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let path = format!("/api/slates/{slate}/amend");
    let body = json!({ "reason": "EUCOM does not concur" });
    let first = manager.send(Method::POST, &path, Some(body.clone()), &headers).await;
    assert_eq!(first.status, StatusCode::OK, "{}", first.text);
    let second = manager.send(Method::POST, &path, Some(body), &headers).await;
    assert!(second.status.is_client_error(), "{}", second.text);
    let page = manager.get(&format!("/api/slates/{slate}")).await.ok();
    assert_eq!(page["amendments"].as_array().unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_gets_the_first_answer_and_a_stale_change_is_refused() {
    let served = Served::start(0.01).await;
    let director = served.signed_in("director").await;
    let country = director.get("/api/countries?q=jordan").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    let body = json!({ "country": country, "from": "2026-10-01", "priority": 5 });
    let key = "018f3c1e-0000-7000-8000-000000000001";
    let send = |body: Value, headers: Vec<(&'static str, String)>| {
        let director = director.clone();
        async move {
            let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            director.send(Method::POST, "/api/commands/set_priority", Some(body), &headers).await
        }
    };
    let first = send(body.clone(), vec![("idempotency-key", key.to_owned())]).await;
    let etag = first.headers[header::ETAG].to_str().unwrap().to_owned();
    let first = first.ok();
    let again = send(body.clone(), vec![("idempotency-key", key.to_owned())]).await.ok();
    assert_eq!((&first["position"], true), (&again["position"], again["repeated"] == json!(true)));
    let other = json!({ "country": country, "from": "2026-10-01", "priority": 4 });
    assert_eq!(send(other.clone(), vec![("idempotency-key", key.to_owned())]).await.status, StatusCode::CONFLICT);

    send(other, vec![("if-match", etag.clone())]).await.ok();
    assert_eq!(send(body, vec![("if-match", etag)]).await.status, StatusCode::PRECONDITION_FAILED);
}

#[tokio::test(flavor = "multi_thread")]
async fn groupings_of_the_picture_add_up_to_one_total() {
    let served = Served::start(0.02).await;
    let director = served.signed_in("director").await;
    for on in ["2025-03-01", "2026-10-01", "2027-09-01"] {
        let mut totals = Vec::new();
        for by in ["command", "country", "office", "service", "grade_band", "specialty", "functional_area", "funding"] {
            let picture = director.get(&format!("/api/picture?on={on}&by={by}")).await.ok();
            let sum = |field: &str| {
                picture["rows"].as_array().unwrap().iter().map(|row| row[field].as_u64().unwrap()).sum::<u64>()
            };
            totals.push((sum("authorised"), sum("assigned"), sum("vacant"), sum("approved_gaps")));
        }
        assert!(totals.windows(2).all(|pair| pair[0] == pair[1]), "{on}: {totals:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_auditor_verifies_the_journal_and_proves_a_record() {
    let served = Served::start(0.01).await;
    let auditor = served.signed_in("auditor").await;
    let report = auditor.post("/api/audit/verify", json!({})).await.ok();
    assert!(
        report.to_string().contains("rewritten") || report["history"].is_string() || report["history"].is_object(),
        "{report}"
    );
    let page = auditor.get("/api/journal?limit=3").await.ok();
    assert_eq!(page["items"][0]["position"], page["total"]);
    let proof = auditor.get("/api/audit/proof/1").await.ok();
    assert!(proof["path"].is_array() || proof.to_string().len() > 10);
    assert_eq!(served.signed_in("analyst").await.get("/api/journal").await.status, StatusCode::FORBIDDEN);
}
