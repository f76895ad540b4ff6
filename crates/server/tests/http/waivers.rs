//! Waivers and what would change a slate, through the API: from an unfilled billet to a waiver that fills it.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::support::{Caller, Served};

async fn compute(manager: &Caller, cycle: &str) -> Value {
    manager.post(&format!("/api/cycles/{cycle}/compute"), json!({})).await.ok()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_near_miss_becomes_a_waiver_and_the_waiver_a_cheaper_slate() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let cycle = manager.get("/api/cycles").await.ok()[0]["id"].as_str().unwrap().to_owned();
    let computed = compute(&manager, &cycle).await;
    let proposed = manager.post(&format!("/api/cycles/{cycle}/propose"), json!({ "base": computed["base"] })).await;
    let slate = proposed.ok()["created"][0].as_str().unwrap().to_owned();

    // the cheapest single relaxation of all billets left unfilled
    let mut best: Option<Value> = None;
    for row in manager.all(&format!("/api/slates/{slate}/unfilled")).await.iter().take(40) {
        let path = format!("/api/slates/{slate}/unfilled/{}/relaxations", row["billet"]["id"].as_str().unwrap());
        let found = manager.get(&path).await.ok();
        let cheapest = found.as_array().unwrap().first().cloned();
        let costs = |row: &Value| row["costs_more"].as_i64().unwrap();
        if let Some(cheapest) = cheapest.filter(|row| best.as_ref().is_none_or(|best| costs(row) < costs(best))) {
            best = Some(cheapest);
        }
    }
    let near = best.expect("some billet is missed by one rule that may be waived");
    let asks = json!({
        "person": near["person"]["id"], "billet": near["billet"]["id"], "rule": near["rule"], "extent": "full",
        "justification": "Knows the country from an earlier tour",
    });
    let waiver = manager.post("/api/commands/request_waiver", asks.clone()).await.ok()["created"][0].clone();
    let again = manager.post("/api/commands/request_waiver", asks).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", again.text);

    // whoever asked does not decide; the director does, and then the slate costs what the relaxation said
    let answer = json!({ "approve": { "from": "2026-10-01", "until": "2029-01-01" } });
    let decision = json!({ "waiver": waiver, "answer": answer, "reason": "The country team asks for it" });
    let own = manager.post("/api/commands/decide_waiver", decision.clone()).await;
    assert!(own.text.contains("waiver-own"), "{}", own.text);
    let before = compute(&manager, &cycle).await["objective"].as_i64().unwrap();
    let director = served.signed_in("director").await;
    director.post("/api/commands/decide_waiver", decision).await.ok();
    let after = compute(&manager, &cycle).await["objective"].as_i64().unwrap();
    assert_eq!(after, before + near["costs_more"].as_i64().unwrap().min(0));

    let listed = manager.get("/api/waivers?status=approved").await.ok();
    let row = listed["items"].as_array().unwrap().iter().find(|row| row["id"] == waiver).unwrap();
    assert_eq!((&row["rule"], &row["yours"]), (&near["rule"], &json!(true)));
    assert_eq!(row["justification"], "Knows the country from an earlier tour");

    // a command officer elsewhere sees neither the person nor the words
    let eucom = served.signed_in("eucom").await;
    for row in eucom.all("/api/waivers").await {
        assert_eq!(row["person"].is_null(), row["justification"].is_null(), "{row}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn prices_are_for_who_computes_and_a_line_says_what_moves_it() {
    let served = Served::start(0.02).await;
    let manager = served.signed_in("manager").await;
    let cycle = manager.get("/api/cycles").await.ok()[0]["id"].as_str().unwrap().to_owned();
    let computed = compute(&manager, &cycle).await;
    let proposed = manager.post(&format!("/api/cycles/{cycle}/propose"), json!({ "base": computed["base"] })).await;
    let slate = proposed.ok()["created"][0].as_str().unwrap().to_owned();
    let prices = manager.get(&format!("/api/slates/{slate}/prices")).await.ok();
    assert_eq!(prices["objective"], computed["objective"]);
    let rows = prices["prices"].as_array().unwrap();
    for rule in manager.get("/api/rules").await.ok().as_array().unwrap() {
        let row = rows.iter().find(|row| row["of"] == "rule" && row["name"] == rule["id"]).unwrap();
        assert!(row["costs_more"].as_i64().unwrap() <= 0, "{row}");
    }
    assert!(rows.iter().any(|row| row["of"] == "limit") && rows.iter().any(|row| row["of"] == "lever"));

    let eucom = served.signed_in("eucom").await;
    assert_eq!(eucom.get(&format!("/api/slates/{slate}/prices")).await.status, StatusCode::FORBIDDEN);
    let change = manager.get(&format!("/api/slates/{slate}/lines/0/change")).await.ok();
    assert!(change["firmness"]["points"].as_i64().unwrap() >= 0, "{change}");
    assert_eq!(manager.get(&format!("/api/slates/{slate}/lines/999999/change")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(manager.get("/api/slates/S99/prices").await.status, StatusCode::NOT_FOUND);
}
