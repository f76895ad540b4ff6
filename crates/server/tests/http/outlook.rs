//! The outlook through the API: who may ask, of what, and under which assumptions.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::support::Served;

fn last(outlook: &Value) -> f64 {
    outlook["total"].as_array().unwrap().last().unwrap()["missing"].as_f64().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_plans_is_answered_a_command_of_its_own_area_and_nobody_else() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let whole = manager.get("/api/outlook").await.ok();
    for sign_in in ["director", "army"] {
        assert_eq!(served.signed_in(sign_in).await.get("/api/outlook").await.ok(), whole, "{sign_in}");
    }
    let eucom = served.signed_in("eucom").await.get("/api/outlook").await.ok();
    let commands = |outlook: &Value| {
        let groups = outlook["groups"].as_array().unwrap().clone();
        groups.into_iter().filter(|group| group["by"] == json!("command")).collect::<Vec<_>>()
    };
    assert_eq!(commands(&eucom).len(), 1, "{:?}", commands(&eucom));
    assert!(commands(&whole).contains(&commands(&eucom)[0]), "a command's own part is what the whole says of it");
    for sign_in in ["chief.jor", "bidder"] {
        assert_eq!(
            served.signed_in(sign_in).await.get("/api/outlook").await.status,
            StatusCode::FORBIDDEN,
            "{sign_in}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn assumptions_replace_levers_for_one_question_within_their_range() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let base = manager.get("/api/outlook").await.ok();
    let worse = manager.get("/api/outlook?retention=700").await.ok();
    assert!(last(&worse) > last(&base));
    let refused = manager.get("/api/outlook?retention=400").await;
    assert_eq!(refused.status, StatusCode::BAD_REQUEST);
    assert!(refused.text.contains("Assume 500 to 1000"), "{}", refused.text);

    // What one question assumes changes nothing; setting the lever does.
    assert_eq!(manager.get("/api/outlook").await.ok(), base);
    let today = manager.get("/api/about").await.ok()["today"].clone();
    let set = json!({ "lever": "outlook_retention", "from": today, "value": 700, "reason": "A poor year" });
    served.signed_in("director").await.post("/api/commands/set_lever", set).await.ok();
    assert_eq!(manager.get("/api/outlook").await.ok()["total"], worse["total"]);
}
