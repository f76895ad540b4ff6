//! Cases through the API: who sees which, how one moves, who decides on a hold.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::support::{Caller, Served};

async fn one(caller: &Caller, query: &str) -> Value {
    let page = caller.get(&format!("/api/cases?{query}&limit=1")).await.ok();
    page["items"].as_array().unwrap().first().cloned().unwrap_or_else(|| panic!("no case of `{query}`"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_moves_is_held_by_one_and_approved_by_another() {
    let served = Served::start(0.2).await;
    let (cases, program) = (served.signed_in("cases").await, served.signed_in("program").await);
    let row = one(&cases, "phase=data_development&order=value").await;
    let id = row["id"].as_str().unwrap().to_owned();
    let page = cases.get(&format!("/api/cases/{id}")).await.ok();
    assert_eq!(page["number"], row["number"]);
    assert!(page["milestones"].as_array().is_some_and(|all| !all.is_empty()), "{page}");

    // a step too far is refused in words, the next one is taken
    let today = "2026-10-01";
    let reach = |milestone: &Value| json!({ "case": id, "milestone": milestone, "on": today });
    let far = cases.post("/api/commands/record_milestone", reach(&json!("offered"))).await;
    assert_eq!(far.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", far.text);
    assert!(far.text.contains("milestone-order") || far.text.contains("on-hold"), "{}", far.text);
    let free = one(&cases, "phase=writing").await;
    let page = cases.get(&format!("/api/cases/{}", free["id"].as_str().unwrap())).await.ok();
    let next = page["may_reach"].as_array().unwrap().iter().find(|one| **one == page["next"]);
    if let Some(next) = next {
        let body = json!({ "case": page["id"], "milestone": next, "on": today });
        cases.post("/api/commands/record_milestone", body).await.ok();
        let after = cases.get(&format!("/api/cases/{}", page["id"].as_str().unwrap())).await.ok();
        assert_eq!(after["milestone"], *next);
        assert_eq!(after["days"], 0);
    }

    // who asks for a hold does not decide on it; the clock stands once it is approved
    let other = one(&cases, "phase=review").await;
    let other = other["id"].as_str().unwrap();
    let held = cases.get(&format!("/api/cases/{other}")).await.ok();
    let hold =
        json!({ "case": other, "requester": "State", "justification": "Policy review", "from": today, "until": null });
    if held["held_since"].is_null() {
        cases.post("/api/commands/place_hold", hold).await.ok();
        let own = cases.post("/api/commands/decide_hold", json!({ "case": other, "approved": true })).await;
        assert_eq!(own.status, StatusCode::FORBIDDEN, "{}", own.text);
        program.post("/api/commands/decide_hold", json!({ "case": other, "approved": true })).await.ok();
        let after = cases.get(&format!("/api/cases/{other}")).await.ok();
        assert_eq!(after["held_since"], today);
        assert_eq!(after["may_reach"], json!(["cancelled"]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_put_together_are_the_whole_list_in_order() {
    let served = Served::start(0.2).await;
    let program = served.signed_in("program").await;
    for query in ["order=oldest", "order=goal&part=development", "order=value", "order=number&q=radar"] {
        let whole = program.all(&format!("/api/cases?{query}")).await;
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        while seen.len() < 50 {
            let page = program.get(&format!("/api/cases?{query}&limit=7&cursor={cursor}")).await.ok();
            assert_eq!(page["total"], whole.len(), "{query}");
            seen.extend(page["items"].as_array().unwrap().iter().cloned());
            let Some(next) = page["next"].as_str() else { break };
            cursor = next.to_owned();
        }
        assert!(seen.len() >= whole.len().min(50) && whole.starts_with(&seen), "{query}");
        let key = |row: &Value| match &query[..9] {
            "order=old" => (row["since"].to_string(), 0),
            "order=goa" => {
                (String::new(), row["left"].as_i64().filter(|_| row["clock"]["runs"] == true).unwrap_or(i64::MAX))
            }
            "order=val" => (String::new(), -row["value_cents"].as_i64().unwrap()),
            _ => (row["number"].to_string(), 0),
        };
        assert!(whole.is_sorted_by_key(key), "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_sees_the_cases_of_the_own_office_or_area_and_no_other() {
    let served = Served::start(0.2).await;
    let everything = served.signed_in("program").await.all("/api/cases?part=open").await;
    let summary = served.signed_in("analyst").await.get("/api/cases/summary").await.ok();
    assert_eq!(summary["open"], everything.len());
    let cents: i64 = everything.iter().map(|row| row["value_cents"].as_i64().unwrap()).sum();
    assert_eq!(summary["value_cents"], cents);
    for part in ["held", "late", "unassigned", "holds"] {
        let listed = served.signed_in("program").await.get(&format!("/api/cases?part={part}&limit=1")).await.ok();
        assert_eq!(summary[part], listed["total"], "{part}");
    }

    let own = served.signed_in("cases").await.all("/api/cases").await;
    assert!(!own.is_empty() && own.iter().all(|row| row["office"]["code"] == "USASAC-CENTCOM"));
    let jordan = served.signed_in("chief.jor").await.all("/api/cases").await;
    assert!(!jordan.is_empty() && jordan.iter().all(|row| row["country"]["iso3"] == "JOR"));
    assert!(jordan.iter().all(|row| row["manager"].is_null()), "a chief sees nobody of an agency by name");
    let area = served.signed_in("eucom").await.all("/api/cases").await;
    assert!(!area.is_empty() && area.len() < everything.len());
    let elsewhere = everything.iter().find(|row| row["country"]["iso3"] != "JOR").unwrap();
    let path = format!("/api/cases/{}", elsewhere["id"].as_str().unwrap());
    assert_eq!(served.signed_in("chief.jor").await.get(&path).await.status, StatusCode::NOT_FOUND);
    for stranger in ["member", "admin", "army"] {
        let asked = served.signed_in(stranger).await.get("/api/cases").await;
        assert_eq!(asked.status, StatusCode::FORBIDDEN, "{stranger}: {}", asked.text);
    }
    let mine = served.signed_in("cases").await.get("/api/cases?mine=true").await.ok();
    assert!(mine["total"].as_u64().is_some_and(|total| total > 0), "the case manager has cases of the own");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_director_sets_a_figure_of_policy_and_every_clock_follows() {
    let served = Served::start(0.05).await;
    let director = served.signed_in("director").await;
    let before = one(&director, "part=development").await;
    let category = before["category"].as_str().unwrap();
    let set = json!({
        "key": "case_goal_days", "applies_to": category, "from": "2000-01-01", "value": 1, "source": "A test",
    });
    let other = json!({ "key": "case_goal_days", "applies_to": category, "from": "2022-01-01", "value": 1, "source": "A test" });
    assert_eq!(
        served.signed_in("cases").await.post("/api/commands/set_policy", set).await.status,
        StatusCode::FORBIDDEN
    );
    director.post("/api/commands/set_policy", other).await.ok();
    let after = director.get(&format!("/api/cases/{}", before["id"].as_str().unwrap())).await.ok();
    assert_eq!(after["clock"]["goal"], 1);
    let figures = director.get("/api/policy").await.ok();
    let goals = figures.as_array().unwrap().iter().find(|figure| figure["key"] == "case_goal_days").unwrap();
    let set = goals["rows"].as_array().unwrap().iter().find(|row| row["source"] == "A test").unwrap();
    assert_eq!((&set["in_force"], &set["by"]), (&json!(true), &json!("Service Director")));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_flow_is_that_of_the_cases_in_scope() {
    let served = Served::start(0.2).await;
    let program = served.signed_in("program").await;
    let whole = program.get("/api/cases/flow").await.ok();
    let all = program.all("/api/cases?part=open").await.len() + program.all("/api/cases?part=over").await.len();
    assert_eq!(whole["cases"], all);
    let passings: u64 = whole["segments"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
    assert_eq!(passings, whole["events"].as_u64().unwrap() - whole["cases"].as_u64().unwrap());
    let conforming = whole["conforming"].as_u64().unwrap() as usize;
    assert!(conforming > all / 2 && conforming < all, "most cases keep the order, some were planted not to");

    let back = whole["segments"].as_array().unwrap().iter().find(|one| one["to"] == "DREACT").unwrap();
    let pair = format!("from={}&to=DREACT", back["from"].as_str().unwrap());
    let taken = program.all(&format!("/api/cases/flow/cases?{pair}")).await;
    assert!(!taken.is_empty() && taken.len() as u64 <= back["count"].as_u64().unwrap(), "{pair}: {}", taken.len());
    let unclear = program.get(&format!("/api/cases/flow/cases?{pair}&way=LOR")).await;
    assert_eq!(unclear.status, StatusCode::BAD_REQUEST);
    let milestones = program.get("/api/cases/milestones").await.ok();
    let reactivated = milestones.as_array().unwrap().iter().find(|one| one["code"] == "DREACT").unwrap();
    assert_eq!(reactivated["stands_at"], "development_status");

    let jordan = served.signed_in("chief.jor").await.get("/api/cases/flow").await.ok();
    let seen = served.signed_in("chief.jor").await;
    let own = seen.all("/api/cases?part=open").await.len() + seen.all("/api/cases?part=over").await.len();
    assert_eq!(jordan["cases"], own);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_in_execution_is_billed_delivered_and_disputed_by_who_works_it() {
    let served = Served::start(0.2).await;
    let (cases, program) = (served.signed_in("cases").await, served.signed_in("program").await);
    let summary = program.get("/api/cases/summary").await.ok();
    let figures = &summary["execution"];
    let parts =
        [("overdue", "overdue"), ("delivery_late", "delivery_late"), ("backlog", "backlog"), ("closable", "closable")];
    for (part, figure) in parts {
        let listed = program.get(&format!("/api/cases?part={part}&limit=1")).await.ok();
        assert!(listed["total"].as_u64().is_some_and(|total| total > 0), "{part}: {figures}");
        assert_eq!(listed["total"], figures[figure], "{part}");
    }
    let ways: u64 = figures["ways"].as_array().unwrap().iter().map(|way| way["cases"].as_u64().unwrap()).sum();
    assert_eq!(figures["backlog"], ways);

    // a delivery that is late is recorded, and a report on it takes its first step
    let late = one(&cases, "part=delivery_late").await;
    let path = format!("/api/cases/{}", late["id"].as_str().unwrap());
    let page = cases.get(&path).await.ok();
    let open = page["running"]["deliveries"].as_array().unwrap().iter().filter(|one| one["late"] == true);
    let due = open.min_by_key(|one| one["expected"].as_str().unwrap().to_owned()).unwrap();
    let today = "2026-10-01";
    let body = json!({ "case": late["id"], "line": due["line"], "quantity": due["quantity"], "on": today });
    cases.post("/api/commands/record_delivery", body).await.ok();
    let after = cases.get(&path).await.ok();
    let before = page["execution"]["deliveries"].as_u64().unwrap();
    assert_eq!(after["execution"]["deliveries"], before - 1);
    let report = json!({
        "case": late["id"], "line": due["line"], "kind": "damage", "quantity": 1, "claim_cents": 20_000,
        "filed": today, "note": "The crate came open",
    });
    cases.post("/api/commands/file_discrepancy", report).await.ok();
    let after = cases.get(&path).await.ok();
    let report = after["running"]["discrepancies"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&report["status"], &report["holder"], &report["age"]),
        (&json!("received"), &json!("agency"), &json!(0))
    );

    // a case with something open is not closed, and the refusal names it
    let open = program.all("/api/cases?part=closure").await;
    let stopped = open.iter().find(|row| row["execution"]["closure_stops"].as_u64().unwrap() > 0).unwrap();
    let close = json!({ "case": stopped["id"], "milestone": "closed", "on": today });
    let refused = program.post("/api/commands/record_milestone", close).await;
    assert!(refused.text.contains("closing-stopped"), "{}", refused.text);
    let stops = program.get(&format!("/api/cases/{}", stopped["id"].as_str().unwrap())).await.ok();
    let first = stops["running"]["closure"]["stops"][0]["problem"].as_str().unwrap();
    assert!(refused.text.contains(first), "{first}: {}", refused.text);

    // the money of a case is not everybody's to record
    let chief = served.signed_in("chief.jor").await;
    let pay = json!({ "case": late["id"], "on": today, "cents": 1 });
    assert_ne!(chief.post("/api/commands/record_payment", pay).await.status, StatusCode::OK);
}
