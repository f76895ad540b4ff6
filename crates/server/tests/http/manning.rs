//! Manning through the API: a billet change request from the chief's draft to the authorised billet, what each role sees of
//! it, the ledger and the turnover book.

use axum::http::{StatusCode, header};
use serde_json::{Value, json};

use super::support::{Caller, Served};

/// A military billet of Jordan's office that command, service and mission coordinate, with its terms.
async fn jordan(caller: &Caller) -> (Value, Value) {
    for row in caller.all("/api/billets?q=SCO-JOR").await {
        let billet = caller.get(&format!("/api/billets/{}", row["id"].as_str().unwrap())).await.ok();
        let terms = billet["terms"].as_array().unwrap().last().unwrap()["terms"].clone();
        let asked = terms["coordinators"].as_array().unwrap();
        if asked.len() == 3 && terms["coding"]["only"].is_string() && terms["coding"]["only"] != "civilian" {
            return (billet, terms);
        }
    }
    panic!("no such billet in Jordan's office")
}

fn steps(request: &Value) -> Vec<&str> {
    request["steps"].as_array().unwrap().iter().map(|step| step.as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_goes_from_the_chief_over_its_coordinators_to_an_authorised_billet() {
    let served = Served::start(0.02).await;
    let (chief, manager) = (served.signed_in("chief.jor").await, served.signed_in("manager").await);
    let (billet, mut terms) = jordan(&chief).await;
    let (title, service) = ("End-Use Monitoring Officer", terms["coding"]["only"].as_str().unwrap().to_owned());
    (terms["title"], terms["section_515"]) = (json!(title), json!(false));
    let change = json!({ "establish": { "number": "SCO-JOR-7001", "source": billet["source"], "terms": terms } });
    let draft = json!({ "change": change, "effective": 2029, "reason": "Inventories under monitoring doubled" });
    let elsewhere = served.signed_in("eucom").await;
    assert_eq!(elsewhere.post("/api/commands/draft_billet_request", draft.clone()).await.status, StatusCode::NOT_FOUND);
    let id =
        chief.post("/api/commands/draft_billet_request", draft).await.ok()["created"][0].as_str().unwrap().to_owned();
    let path = format!("/api/change-requests/{id}");
    let asks = |caller: &Caller| {
        let (caller, path) = (caller.clone(), path.clone());
        async move { caller.get(&path).await.ok() }
    };
    assert_eq!(steps(&asks(&chief).await), ["amend", "edit", "submit", "withdraw"]);
    assert_eq!(elsewhere.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(served.signed_in("member").await.get(&path).await.status, StatusCode::FORBIDDEN);

    // The evidence is the server's own: nobody hands it in.
    let forged = json!({ "request": id, "evidence": { "indicated": 99 } });
    assert_eq!(
        chief.post("/api/commands/submit_billet_request", forged).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    chief.post("/api/commands/submit_billet_request", json!({ "request": id })).await.ok();
    let request = asks(&chief).await;
    assert_eq!((request["status"].as_str(), steps(&request)), (Some("review"), vec!["withdraw"]));
    let office = request["office"]["id"].as_str().unwrap().to_owned();
    let demand = chief.get(&format!("/api/offices/{office}/demand")).await.ok();
    let evidence = &request["rounds"][0]["evidence"];
    assert_eq!(evidence["indicated"], demand["indicated"]);
    let counts = |of: &Value| {
        let drivers = of["drivers"].as_array().unwrap().iter();
        drivers.map(|driver| (driver["count"].clone(), driver["basis"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(counts(evidence), counts(&demand));

    let review = json!({ "request": id, "coordinate": true, "note": "Sound" });
    assert_eq!(chief.post("/api/commands/review_billet_request", review.clone()).await.status, StatusCode::FORBIDDEN);
    manager.post("/api/commands/review_billet_request", review).await.ok();
    let answer = |index: &Value, document: Option<&str>| json!({ "request": id, "index": index, "concurs": true, "reason": null, "document": document });
    let sign_in = match service.as_str() {
        "air_force" => "airforce",
        "marine_corps" => "marines",
        other => other,
    };
    for who in ["centcom", sign_in, "manager"] {
        let caller = served.signed_in(who).await;
        let open = asks(&caller).await["answers"].as_array().unwrap().clone();
        assert_eq!(open.len(), 1, "{who} answers one turn");
        let document = (who == "manager").then_some("NSDD-38 27-114");
        caller.post("/api/commands/answer_billet_request", answer(&open[0], document)).await.ok();
    }
    let request = asks(&manager).await;
    assert_eq!(request["status"], "decision");
    assert_eq!(steps(&request), ["edit", "return", "approve", "disapprove", "withdraw"]);
    let decide = json!({ "request": id, "approve": true, "effective": null, "reason": null });
    assert_eq!(chief.post("/api/commands/decide_billet_request", decide.clone()).await.status, StatusCode::FORBIDDEN);
    let made = manager.post("/api/commands/decide_billet_request", decide).await.ok();
    let made = made["created"][0].as_str().unwrap();
    assert_eq!(chief.get(&format!("/api/billets/{made}")).await.ok()["authorised"]["from"], "2028-10-01");
    assert_eq!(asks(&chief).await["decision"]["billet"]["title"], title);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_packet_is_written_worded_given_back_and_exported() {
    let served = Served::start(0.02).await;
    let manager = served.signed_in("manager").await;
    let open = manager.all("/api/change-requests?open=true").await;
    assert!(open.len() >= 8);
    let id = open.iter().find(|row| row["status"] == "coordination").unwrap()["id"].as_str().unwrap();
    let packet = || async { manager.get(&format!("/api/change-requests/{id}/packet")).await.ok() };
    let whole = packet().await;
    let sections = whole["sections"].as_array().unwrap();
    assert_eq!(sections.len(), 8);
    assert!(sections.iter().all(|section| !section["written"].as_array().unwrap().is_empty()), "{whole}");
    let word = |note: Option<&str>| json!({ "request": id, "section": "purpose", "note": note });
    manager.post("/api/commands/edit_packet", word(Some("Because the mission asks for it"))).await.ok();
    let worded = packet().await;
    let section = &worded["sections"][0];
    assert_eq!(section["edit"]["note"], "Because the mission asks for it");
    assert_eq!(section["edit"]["by_name"], "Workforce Manager");
    assert_eq!(section["written"], whole["sections"][0]["written"], "the system's words stay beside it");
    let book = manager.get(&format!("/api/change-requests/{id}/workbook")).await;
    assert_eq!(book.status, StatusCode::OK);
    assert!(book.text.starts_with("PK"));
    assert!(book.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains(id));
    manager.post("/api/commands/edit_packet", word(None)).await.ok();
    assert!(packet().await["sections"][0]["edit"].is_null());
}

#[tokio::test(flavor = "multi_thread")]
async fn each_sees_the_manning_of_their_own_reach() {
    let served = Served::start(0.02).await;
    let manager = served.signed_in("manager").await;
    let all = manager.all("/api/change-requests").await;
    let centcom = served.signed_in("centcom").await.all("/api/change-requests").await;
    assert!(!centcom.is_empty() && centcom.len() < all.len());
    assert!(centcom.iter().all(|row| row["command"]["code"] == "CENTCOM"));
    for auditor in ["analyst", "auditor", "army"] {
        assert_eq!(served.signed_in(auditor).await.all("/api/change-requests").await.len(), all.len(), "{auditor}");
    }
    for nobody in ["member", "admin"] {
        let caller = served.signed_in(nobody).await;
        for path in ["/api/change-requests", "/api/manning/documents", "/api/section-515"] {
            assert_eq!(caller.get(path).await.status, StatusCode::FORBIDDEN, "{nobody} {path}");
        }
    }
    let documents = manager.get("/api/manning/documents").await.ok();
    let sum = |field: &str| documents.as_array().unwrap().iter().map(|row| row[field].as_u64().unwrap()).sum::<u64>();
    let total = manager.get("/api/picture?by=command&lens=place").await.ok()["total"].clone();
    assert_eq!(json!(sum("authorised")), total["authorised"]);
    assert_eq!(json!(sum("funded")), total["funded"]);
    assert!(sum("funded") < sum("authorised"));
    let source = documents[0]["source"].as_str().unwrap().replace(' ', "%20");
    let listed = manager.all(&format!("/api/billets?source={source}")).await;
    assert!(listed.len() as u64 >= documents[0]["authorised"].as_u64().unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_counts_as_the_office_page_does_and_names_only_who_may_be_seen() {
    let served = Served::start(0.02).await;
    let chief = served.signed_in("chief.jor").await;
    let office = chief.get("/api/offices?q=SCO-JOR").await.ok()["items"][0].clone();
    let page = chief.get(&format!("/api/offices/{}", office["id"].as_str().unwrap())).await.ok();
    let country = page["country"]["id"].as_str().unwrap();
    let ledger = chief.get(&format!("/api/countries/{country}/section-515")).await.ok();
    for field in ["members", "billets", "limit", "left"] {
        assert_eq!(ledger[field], page["section_515"][field], "{field}");
    }
    let lines = ledger["lines"].as_array().unwrap();
    assert_eq!(lines.len() as u64, ledger["billets"].as_u64().unwrap());
    assert!(lines.iter().any(|line| line["incumbent"]["name"].is_string()));
    // Oversight counts and names nobody; another command counts and is told of no billet.
    let seen = served.signed_in("analyst").await.get(&format!("/api/countries/{country}/section-515")).await.ok();
    assert_eq!(seen["members"], ledger["members"]);
    assert!(seen["lines"].as_array().unwrap().iter().all(|line| line["incumbent"].is_null()));
    let other = served.signed_in("eucom").await.get(&format!("/api/countries/{country}/section-515")).await.ok();
    assert_eq!((other["lines"].as_array().unwrap().len(), &other["unseen"]), (0, &ledger["billets"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chief_reads_the_turnover_book_of_the_own_office_alone() {
    let served = Served::start(0.02).await;
    let chief = served.signed_in("chief.jor").await;
    let office = chief.get("/api/offices?q=SCO-JOR").await.ok()["items"][0]["id"].as_str().unwrap().to_owned();
    let book = chief.get(&format!("/api/offices/{office}/turnover")).await.ok();
    let count = |field: &str| book[field].as_array().unwrap().len();
    assert_eq!(count("billets") as u64, book["strengths"]["authorised"].as_u64().unwrap());
    assert!(count("contacts") >= 4 && count("authorities") >= 5 && count("figures") > 0 && count("matters") > 0);
    assert!(book["billets"].as_array().unwrap().iter().any(|row| row["incumbent"]["name"].is_string()));
    let asked = chief.get(&format!("/api/change-requests?office={office}&open=true")).await.ok();
    assert_eq!(json!(count("matters")), asked["total"]);
    let manager = served.signed_in("manager").await;
    let other = manager.get("/api/offices?kind=sco&limit=3").await.ok()["items"].clone();
    let other = other.as_array().unwrap().iter().find(|row| row["code"] != "SCO-JOR").unwrap()["id"].clone();
    let path = format!("/api/offices/{}/turnover", other.as_str().unwrap());
    assert_eq!(chief.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(served.signed_in("member").await.get(&path).await.status, StatusCode::FORBIDDEN);
    assert!(
        served.signed_in("analyst").await.get(&path).await.ok()["billets"]
            .as_array()
            .unwrap()
            .iter()
            .all(|row| row["incumbent"].is_null())
    );
}
