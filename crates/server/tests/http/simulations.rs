//! Simulations through the API: what a slate buys, who may ask, what is refused, what cancelling does.

use std::time::Duration;

use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::support::{Caller, Served};

/// Asks again until it is over.
async fn finished(caller: &Caller, begun: &Value) -> Value {
    let path = format!("/api/simulations/{}", begun["id"]);
    loop {
        let now = caller.get(&path).await.ok();
        if now["state"] != "running" {
            return now;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

async fn simulated(caller: &Caller, ask: Value) -> Value {
    let begun = caller.post("/api/simulations", ask).await;
    assert_eq!(begun.status, StatusCode::ACCEPTED, "{}", begun.text);
    finished(caller, &serde_json::from_str(&begun.text).unwrap()).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_slate_buys_is_said_with_a_range_and_what_changes_nobody_changes_nothing() {
    let served = Served::start(0.2).await;
    let director = served.signed_in("director").await;
    let small = |change: Value| {
        let mut ask = json!({ "sets": 2, "replications": 1, "months": 12 });
        ask.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        ask
    };
    let bought = simulated(&director, small(json!({ "slate": "S0" }))).await;
    assert_eq!(bought["state"], "finished", "{bought}");
    let effect = &bought["effect"];
    let all = &effect["commands"][0];
    assert!(all["command"].is_null() && effect["commands"].as_array().unwrap().len() > 3);
    let days = &all["median_days"];
    assert!(days["without"]["mean"].as_f64().unwrap() > 20.0, "{days}");
    assert!(days["difference"]["low"].as_f64() <= days["difference"]["high"].as_f64());
    assert_eq!(bought["synthetic"], true);
    assert!(effect["pools"].as_array().unwrap().iter().any(|pool| pool["people"]["difference"]["mean"] != 0.0));

    // the same question is not worked on twice; another's is not shown
    let again = director.post("/api/simulations", small(json!({ "slate": "S0" }))).await;
    let again: Value = serde_json::from_str(&again.text).unwrap();
    assert_eq!((&again["id"], &again["state"]), (&bought["id"], &json!("finished")));
    let analyst = served.signed_in("analyst").await;
    let path = format!("/api/simulations/{}", bought["id"]);
    assert_eq!(analyst.get(&path).await.status, StatusCode::NOT_FOUND);

    // nobody more, nobody fewer: exactly nothing, measure by measure
    let pools = director.get("/api/simulations").await.ok();
    let pool = pools["pools"][0].clone();
    let same = simulated(&director, small(json!({ "people": [{ "pool": pool, "from_day": 10, "more": 0 }] }))).await;
    for command in same["effect"]["commands"].as_array().unwrap() {
        for measure in ["median_days", "within_goal", "offers", "open_at_end"] {
            let difference = &command[measure]["difference"];
            assert_eq!(*difference, json!({ "mean": 0.0, "low": 0.0, "high": 0.0 }), "{measure} {command}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_simulation_that_cannot_be_is_refused_in_words_and_one_that_is_not_wanted_ends() {
    let served = Served::start(0.2).await;
    let analyst = served.signed_in("analyst").await;
    for (ask, word) in [
        (json!({ "months": 5 }), "months"),
        (json!({ "slate": "S0", "scenario": "Z0" }), "two questions"),
        (json!({ "of": "worth", "people": [{ "pool": "x", "from_day": 0, "more": 1 }] }), "as it is"),
        (json!({ "people": [{ "pool": "x", "from_day": 0, "more": 5000 }] }), "people are asked for"),
        (json!({ "people": [{ "pool": "x", "from_day": 700, "more": 1 }] }), "before what is changed"),
    ] {
        let answer = analyst.post("/api/simulations", ask).await;
        assert!(answer.status.is_client_error() && answer.text.contains(word), "{word}: {}", answer.text);
    }
    let nobody = simulated(&analyst, json!({ "people": [{ "pool": "nobody", "from_day": 0, "more": 1 }] })).await;
    assert_eq!(nobody["state"], "failed");
    assert!(nobody["problem"].as_str().unwrap().contains("there is no pool \"nobody\""), "{nobody}");

    let long = json!({ "months": 60, "sets": 16, "replications": 20 });
    let begun = analyst.post("/api/simulations", long.clone()).await;
    let begun: Value = serde_json::from_str(&begun.text).unwrap();
    let path = format!("/api/simulations/{}", begun["id"]);
    analyst.send(Method::DELETE, &path, None, &[]).await.ok();
    assert_eq!(finished(&analyst, &begun).await["state"], "cancelled");
    let anew: Value = serde_json::from_str(&analyst.post("/api/simulations", long).await.text).unwrap();
    assert_ne!(anew["id"], begun["id"], "what was cancelled is begun anew");
    analyst.send(Method::DELETE, &format!("/api/simulations/{}", anew["id"]), None, &[]).await.ok();

    for stranger in ["member", "cases", "chief.jor"] {
        let caller = served.signed_in(stranger).await;
        assert_eq!(caller.get("/api/simulations").await.status, StatusCode::FORBIDDEN, "{stranger}");
    }
    let army = served.signed_in("army").await;
    assert_eq!(army.post("/api/simulations", json!({ "slate": "S0" })).await.status, StatusCode::FORBIDDEN);
}
