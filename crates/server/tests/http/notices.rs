//! What awaits whom of slates and ballots: who, until when, and where it is done.

use axum::http::StatusCode;
use muster_domain::allocation::LineStatus;
use serde_json::{Value, json};

use super::support::{Caller, Served};

/// What awaits a caller on a page and whatever is below it.
async fn awaits(caller: &Caller, page: &str) -> Vec<Value> {
    let all = caller.get("/api/awaiting").await.ok();
    let there = |notice: &&Value| notice["page"].as_str().unwrap().split('?').next() == Some(page);
    all.as_array().unwrap().iter().filter(there).cloned().collect()
}

fn asks(notices: &[Value]) -> Vec<&str> {
    notices.iter().map(|notice| notice["ask"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slate_awaits_commands_then_the_director_then_headquarters_then_those_it_concerns() {
    let served = Served::start(0.05).await;
    let [manager, eucom, director] =
        [served.signed_in("manager").await, served.signed_in("eucom").await, served.signed_in("director").await];
    let computed = manager.post("/api/cycles/Y0/compute", json!({})).await.ok();
    let proposed = manager.post("/api/cycles/Y0/propose", json!({ "base": computed["base"] })).await.ok();
    let slate = proposed["created"][0].as_str().unwrap().to_owned();
    let page = format!("/slates/{slate}");

    let lines = eucom.all(&format!("/api/slates/{slate}/lines")).await;
    let own: Vec<Value> = lines
        .iter()
        .filter(|line| line["command"]["code"] == json!("EUCOM"))
        .map(|line| line["line"].clone())
        .collect();
    let told = awaits(&eucom, &page).await;
    assert_eq!(asks(&told), ["Concur or not"], "one notice, however many lines: {told:?}");
    assert!(told[0]["title"].as_str().unwrap().starts_with(&format!("{} line", own.len())), "{told:?}");
    assert_eq!(told[0]["page"], json!(format!("/slates/{slate}")));
    let turn = &lines.iter().find(|line| line["line"] == own[0]).unwrap()["turn"];
    assert_eq!(told[0]["due"], turn["turn"]["due"], "{turn}");

    // One that is not concurred with goes back to headquarters, the others on to the director.
    let (refused, concurred) = own.split_first().unwrap();
    let decide = |lines: &[Value], concurs: bool| json!({ "slate": slate, "lines": lines, "concurs": concurs, "reason": (!concurs).then_some("Not at this post") });
    eucom.post("/api/commands/decide_lines", decide(std::slice::from_ref(refused), false)).await.ok();
    eucom.post("/api/commands/decide_lines", decide(concurred, true)).await.ok();
    assert!(awaits(&eucom, &page).await.is_empty());
    assert_eq!(asks(&awaits(&manager, &page).await), ["Amend the slate"]);
    assert_eq!(asks(&awaits(&director, &page).await), ["Endorse"]);

    director.post("/api/commands/endorse_lines", json!({ "slate": slate, "lines": [] })).await.ok();
    // What stays with the director is what no endorsement takes: lines whose billet another requisition fills.
    let world = served.world();
    let held = &world.slates[slate.parse().unwrap()].lines;
    let left = held.iter().filter(|line| line.status() == LineStatus::Concurred).count();
    let filled = held
        .iter()
        .filter(|line| line.status() == LineStatus::Concurred)
        .all(|line| world.open_requisition(line.proposal.billet).is_some());
    assert!(filled && left < concurred.len());
    let told = awaits(&director, &page).await;
    assert_eq!(told.len(), usize::from(left > 0));
    assert!(told.iter().all(|notice| notice["title"].as_str().unwrap().starts_with(&format!("{left} line"))));
    let told = awaits(&manager, &page).await;
    let mut asked = asks(&told);
    asked.sort_unstable();
    assert_eq!(asked, ["Amend the slate", "Publish"]);

    let number = held.iter().position(|line| line.status() == LineStatus::Endorsed).unwrap();
    manager.post("/api/commands/publish_slate", json!({ "slate": slate, "lines": [number] })).await.ok();
    let told = awaits(&eucom, &page).await;
    assert_eq!(asks(&told), ["See who was assigned to you"]);
    assert_eq!(told[0]["page"], json!(format!("/slates/{slate}?line={number}")));
    let person = &lines.iter().find(|line| line["line"] == json!(number)).unwrap()["person"]["name"];
    assert!(!told[0].to_string().contains(person.as_str().unwrap()), "a notice names no person");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_ballot_awaits_a_member_until_they_ranked_and_their_offices_too() {
    let served = Served::start(0.05).await;
    let bidder = served.signed_in("bidder").await;
    let ballot = bidder.get("/api/ballots/Y1").await.ok();
    let told = awaits(&bidder, "/ballot").await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["ask"].as_str().unwrap().starts_with("Rank openings"));
    assert_eq!(told[0]["due"], ballot["terms"]["members_until"], "{ballot}");
    assert_eq!(told[0]["page"], json!("/ballot?cycle=Y1"));

    let openings = bidder.all("/api/ballots/Y1/openings?eligible=true").await;
    let billets: Vec<&Value> = openings.iter().take(2).map(|row| &row["billet"]["id"]).collect();
    let rank = json!({ "cycle": "Y1", "person": ballot["person"], "billets": billets });
    assert_eq!(bidder.post("/api/commands/submit_preferences", rank).await.status, StatusCode::OK);
    assert!(awaits(&bidder, "/ballot").await.is_empty());

    let eucom = served.signed_in("eucom").await;
    let told = awaits(&eucom, "/ballot").await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["ask"].as_str().unwrap().starts_with("Rank your candidates"));
    assert_eq!(told[0]["due"], ballot["terms"]["offices_until"]);
    assert_eq!(told[0]["page"], json!("/ballot?cycle=Y1&office=true"));
    assert!(awaits(&served.signed_in("manager").await, "/ballot").await.is_empty());
}
