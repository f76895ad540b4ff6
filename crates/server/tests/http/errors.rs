//! Whatever goes wrong is a problem document that says what, where and how to mend it.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use serde_json::json;

use super::support::{Answer, Served};

fn is_problem(answer: &Answer, status: StatusCode) {
    assert_eq!(answer.status, status, "{}", answer.text);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json", "{}", answer.text);
    let problem = answer.json();
    assert_eq!(problem["status"], status.as_u16());
    assert!(!problem["detail"].as_str().unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_error_is_a_problem_document() {
    let served = Served::start(0.01).await;
    let nobody = served.nobody();
    is_problem(&nobody.get("/api/billets").await, StatusCode::UNAUTHORIZED);
    is_problem(&nobody.get("/api/nothing").await, StatusCode::NOT_FOUND);
    is_problem(&nobody.send(Method::PUT, "/api/about", None, &[]).await, StatusCode::METHOD_NOT_ALLOWED);
    is_problem(
        &nobody.post("/api/session", json!({ "sign_in": "director", "password": "wrong" })).await,
        StatusCode::UNAUTHORIZED,
    );
    is_problem(&nobody.post("/api/session", json!({ "sign_in": 5 })).await, StatusCode::UNPROCESSABLE_ENTITY);

    let manager = served.signed_in("manager").await;
    is_problem(&manager.get("/api/billets/B99999999").await, StatusCode::NOT_FOUND);
    is_problem(&manager.get("/api/billets/nonsense").await, StatusCode::NOT_FOUND);
    is_problem(&manager.get("/api/billets?limit=0").await, StatusCode::BAD_REQUEST);
    is_problem(&manager.get("/api/billets?grade=Z-9").await, StatusCode::BAD_REQUEST);
    is_problem(&manager.get("/api/billets?cursor=nonsense").await, StatusCode::BAD_REQUEST);
    is_problem(&manager.get("/api/picture?on=9999-12-31").await, StatusCode::BAD_REQUEST);
    is_problem(&manager.post("/api/commands/nothing", json!({})).await, StatusCode::NOT_FOUND);
    is_problem(
        &manager.post("/api/commands/plan_tour", json!({ "person": "P1" })).await,
        StatusCode::UNPROCESSABLE_ENTITY,
    );

    let text = Request::post("/api/commands/plan_tour")
        .header(header::CONTENT_TYPE, "text/plain")
        .body(Body::from("{}"))
        .unwrap();
    is_problem(&manager.raw(text).await, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    let broken = Request::post("/api/commands/plan_tour")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{"))
        .unwrap();
    is_problem(&manager.raw(broken).await, StatusCode::BAD_REQUEST);
    let large = Request::post("/api/commands/plan_tour")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(vec![b' '; 2_000_000]))
        .unwrap();
    is_problem(&manager.raw(large).await, StatusCode::PAYLOAD_TOO_LARGE);
    let foreign = Request::post("/api/commands/plan_tour")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from("{}"))
        .unwrap();
    is_problem(&manager.raw(foreign).await, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_command_says_the_rule_the_problem_and_the_remedy() {
    let served = Served::start(0.01).await;
    let manager = served.signed_in("manager").await;
    let body = json!({ "person": "P0", "billet": "B0", "incumbency": "primary", "report": "2027-01-01", "rotation": "2026-01-01", "accompanied": false });
    let answer = manager.post("/api/commands/plan_tour", body).await;
    is_problem(&answer, StatusCode::UNPROCESSABLE_ENTITY);
    let problem = answer.json();
    assert_eq!(problem["rule"], "backward");
    assert!(problem["remedy"].as_str().unwrap().contains("later"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_locked_after_several_wrong_passwords_even_for_the_right_one() {
    let served = Served::start(0.01).await;
    for _ in 0..5 {
        served.nobody().post("/api/session", json!({ "sign_in": "analyst", "password": "wrong" })).await;
    }
    let right = json!({ "sign_in": "analyst", "password": super::support::PASSWORD });
    is_problem(&served.nobody().post("/api/session", right).await, StatusCode::TOO_MANY_REQUESTS);
}
