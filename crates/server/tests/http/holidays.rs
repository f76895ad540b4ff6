//! Holidays through the API: listed by year, closed and taken back by the director, and counted by the measures.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::support::{Caller, Served};

/// The rows of a measure of working days, by case.
async fn measured(caller: &Caller, measure: &str) -> Vec<(String, String, f64)> {
    let page = caller.get(&format!("/api/measures/{measure}")).await.ok();
    assert_eq!(page["total"], page["rows"].as_array().unwrap().len(), "every row of the quarter is shown");
    let row = |row: &Value| {
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        (text(&row["case"]["id"]), text(&row["on"]), row["value"].as_f64().unwrap())
    };
    let mut rows: Vec<_> = page["rows"].as_array().unwrap().iter().map(row).collect();
    rows.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    rows
}

async fn row(caller: &Caller, day: &str) -> Value {
    let list = caller.get(&format!("/api/holidays?year={}", &day[..4])).await.ok();
    list.as_array().unwrap().iter().find(|row| row["day"] == day).cloned().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_year_has_its_holidays_and_a_year_that_is_none_is_refused() {
    let served = Served::start(0.02).await;
    let director = served.signed_in("director").await;
    let all = director.get("/api/holidays?year=2021").await.ok();
    let days: Vec<&str> = all.as_array().unwrap().iter().map(|row| row["day"].as_str().unwrap()).collect();
    assert_eq!((days.len(), days[4], days[11]), (12, "2021-06-18", "2021-12-31"));
    let eve = row(&director, "2021-12-31").await;
    assert_eq!((&eve["name"], &eve["in_lieu_of"]), (&json!("New Year's Day"), &json!("2022-01-01")));
    assert_eq!((&eve["worked"], &eve["source"]), (&json!(false), &json!("5 U.S.C. 6103(a)")));
    let now = director.get("/api/holidays").await.ok();
    assert!(now[0]["day"].as_str().unwrap().starts_with("2026"), "this year unless another is asked for");
    for year in ["1970", "2200", "-1", "99999", "soon"] {
        let asked = director.get(&format!("/api/holidays?year={year}")).await;
        assert_eq!(asked.status, StatusCode::BAD_REQUEST, "{year}: {}", asked.text);
    }
    assert_eq!(served.nobody().get("/api/holidays").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_director_closes_a_day_and_every_measure_of_working_days_follows() {
    let served = Served::start(0.05).await;
    let (director, program) = (served.signed_in("director").await, served.signed_in("program").await);
    let measure = "development_working_days";
    let before = measured(&program, measure).await;
    // The first day on which a case came in that was worked; the day it enters a step counts.
    let holidays = director.get("/api/holidays?year=2026").await.ok();
    let closed = |day: &str| holidays.as_array().unwrap().iter().any(|row| row["day"] == day);
    let weekday = |day: &str| {
        let date: muster_domain::Date = day.parse().unwrap();
        date.weekday().to_monday_zero_offset() < 5 && day.starts_with("2026") && !closed(day)
    };
    let day = before.iter().filter(|row| row.2 > 1.0).map(|row| row.1.clone()).find(|day| weekday(day)).unwrap();
    let set = |day: &str, worked: bool, reason: &str| json!({ "day": day, "worked": worked, "reason": reason, "source": "Executive order" });
    let forbidden = program.post("/api/commands/set_working_day", set(&day, false, "Closed")).await;
    assert_eq!(forbidden.status, StatusCode::FORBIDDEN);
    for (body, why) in [
        (set("2026-10-03", false, "A weekend"), "a Saturday"),
        (set(&day, true, "Worked anyway"), "worked already"),
        (set(&day, false, ""), "no reason"),
        (set("2026-02-30", false, "No such day"), "no day"),
    ] {
        let answer = director.post("/api/commands/set_working_day", body).await;
        assert!(answer.status.is_client_error(), "{why}: {}", answer.text);
    }

    director.post("/api/commands/set_working_day", set(&day, false, "Executive departments are closed")).await.ok();
    let after = measured(&program, measure).await;
    assert_eq!(before.len(), after.len());
    let less = |(before, after): (&(String, String, f64), &(String, String, f64))| before.2 - after.2;
    let differences: Vec<f64> = before.iter().zip(&after).map(less).collect();
    assert!(differences.iter().all(|less| [0.0, 1.0].contains(less)), "one day at most: {differences:?}");
    assert!(differences.contains(&1.0), "the case that came in on {day} has a day less");
    let shown = row(&director, &day).await;
    assert_eq!((&shown["name"], &shown["worked"]), (&Value::Null, &json!(false)));
    let change = &shown["history"][0];
    assert_eq!(
        (&change["reason"], &change["by"]),
        (&json!("Executive departments are closed"), &json!("Service Director"))
    );

    director.post("/api/commands/set_working_day", set(&day, true, "Rescinded")).await.ok();
    assert_eq!(measured(&program, measure).await, before);
    let shown = row(&director, &day).await;
    assert_eq!((&shown["worked"], shown["history"].as_array().unwrap().len()), (&json!(true), 2));
}
