//! What was ranked goes to nobody but the member, or the office, before the deadline: every other account is asked every
//! question before and after the member ranks otherwise, and nothing it is answered may differ.

use axum::http::StatusCode;
use muster_domain::access::Role;
use muster_domain::{AccountId, PersonId};
use serde_json::{Value, json};

use super::support::{Caller, Served};

/// What moves with every record, whatever it holds.
const MOVING: [&str; 8] = ["position", "changed", "base", "seconds", "head", "size", "root", "compared_on"];

/// An answer without what moves with every record.
fn still(text: &str) -> String {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                fields.retain(|name, _| !MOVING.contains(&name.as_str()));
                fields.values_mut().for_each(strip);
            }
            Value::Array(items) => items.iter_mut().for_each(strip),
            _ => {}
        }
    }
    match serde_json::from_str::<Value>(text) {
        Ok(mut value) => {
            strip(&mut value);
            value.to_string()
        }
        Err(_) => text.to_owned(),
    }
}

/// Every question about cycles, slates, people and exports, but the journal's.
fn questions(served: &Served, person: PersonId) -> Vec<String> {
    let mut paths: Vec<String> = [
        "picture?by=office",
        "projection",
        "outlook",
        "awaiting",
        "cycles",
        "cycles/Y0",
        "cycles/Y1",
        "cycles/Y1/movers?limit=1000",
        "cycles/Y1/openings?limit=1000",
        "ballots",
        "ballots/Y1",
        "ballots/Y1/openings?limit=1000",
        "ballots/Y1/offices?limit=1000",
        "people?limit=1000",
        "billets?limit=1000",
        "requisitions?limit=1000",
        "levers",
        "rules",
        "reconcile/summary",
        "export/people",
        "export/billets",
        "export/tours",
        "slates/S1",
        "slates/S1/lines?limit=1000",
        "slates/S1/unfilled?limit=1000",
        "slates/S1/unmatched?limit=1000",
        "slates/S1/blocking?limit=1000",
    ]
    .map(|path| format!("/api/{path}"))
    .into();
    paths.push(format!("/api/people/{person}"));
    let world = served.world();
    let lines = world.slates.iter().next().map_or(0, |(_, slate)| slate.lines.len());
    paths.extend((0..lines).step_by(lines / 12 + 1).map(|line| format!("/api/slates/S1/lines/{line}")));
    let own = world
        .slates
        .iter()
        .next()
        .and_then(|(_, slate)| slate.lines.iter().position(|line| line.proposal.person == person));
    paths.extend(own.map(|line| format!("/api/slates/S1/lines/{line}")));
    paths
}

async fn eligible(bidder: &Caller) -> Vec<String> {
    let rows = bidder.all("/api/ballots/Y1/openings?eligible=true").await;
    rows.iter().map(|row| row["billet"]["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_member_ranks_changes_any_answer_to_anybody_else_before_the_deadline() {
    let served = Served::start(0.05).await;
    let bidder = served.signed_in("bidder").await;
    let own = bidder.get("/api/ballots/Y1").await.ok();
    let person: PersonId = own["person"].as_str().unwrap().parse().unwrap();
    let openings = eligible(&bidder).await;
    assert!(openings.len() >= 3, "the member who ranks has no choice: {openings:?}");
    let rank = |order: [usize; 3]| json!({ "cycle": "Y1", "person": person, "billets": order.map(|i| &openings[i]) });

    bidder.post("/api/commands/submit_preferences", rank([0, 1, 2])).await.ok();
    let manager = served.signed_in("manager").await;
    let before = manager.post("/api/cycles/Y1/compute", json!({})).await.ok();
    let stable = manager.post("/api/cycles/Y1/stable", json!({ "favours": "members" })).await.ok();
    manager.post("/api/cycles/Y1/propose", json!({ "base": before["base"] })).await.ok();
    let mut asked = Vec::new();
    for account in &served.accounts {
        if account.sign_in == "bidder" {
            continue;
        }
        let caller = served.signed_in(&account.sign_in).await;
        for path in questions(&served, person) {
            let answer = caller.get(&path).await;
            asked.push((account.sign_in.clone(), caller.clone(), path, answer.status, still(&answer.text)));
        }
    }
    let told = asked.iter().filter(|(_, _, _, status, _)| status.is_success()).count();
    assert!(told > 100, "{told} answers say too little");

    // The same number of billets in another order, another shortlist, a partner.
    bidder.post("/api/commands/submit_preferences", rank([2, 1, 0])).await.ok();
    let favourites = json!({ "cycle": "Y1", "person": person, "billets": [&openings[1]] });
    bidder.post("/api/commands/keep_favourites", favourites).await.ok();
    let couple = json!({ "cycle": "Y1", "person": person, "partner": "PARTNER-77" });
    bidder.post("/api/commands/declare_couple", couple).await.ok();
    for (sign_in, caller, path, status, text) in asked {
        let answer = caller.get(&path).await;
        assert_eq!(answer.status, status, "{sign_in} {path}");
        assert_eq!(still(&answer.text), text, "{sign_in} {path}");
        assert!(!answer.text.contains("PARTNER-77"), "{sign_in} {path}");
    }
    // Nor does a slate computed before the deadline.
    let again = manager.post("/api/cycles/Y1/compute", json!({})).await.ok();
    assert_eq!(again["objective"], before["objective"]);
    let stable_again = manager.post("/api/cycles/Y1/stable", json!({ "favours": "members" })).await.ok();
    assert_eq!(stable_again["objective"], stable["objective"]);
    for line in manager.all("/api/cycles/Y1/movers").await {
        assert_eq!(line["ranked"], 0, "{line}");
    }

    // The journal's pages say that it is sealed, and the member reads it all.
    for role in [Role::Director, Role::WorkforceManager, Role::Auditor] {
        let caller = served.signed_in(&served.of_role(role).sign_in).await;
        let page = caller.get("/api/journal?limit=10").await.ok();
        let events: Vec<&Value> =
            page["items"].as_array().unwrap().iter().flat_map(|row| row["events"].as_array().unwrap()).collect();
        let of = |name: &str| events.iter().find(|event| event["event"] == name).unwrap()["body"].clone();
        for (name, field) in
            [("preferences_submitted", "billets"), ("favourites_kept", "billets"), ("couple_declared", "partner")]
        {
            assert_eq!(of(name)[field], "sealed", "{role:?} {name}");
        }
    }
    let own = bidder.get("/api/ballots/Y1").await.ok();
    let ranked: Vec<&str> =
        own["ranked"].as_array().unwrap().iter().map(|row| row["billet"]["id"].as_str().unwrap()).collect();
    assert_eq!(ranked, [&openings[2], &openings[1], &openings[0]]);
    assert_eq!((own["partner"].as_str(), own["partner_confirmed"].as_bool()), (Some("PARTNER-77"), Some(false)));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stream_of_changes_says_that_something_moved_and_nothing_else() {
    let served = Served::start(0.02).await;
    let mut stream = served.signed_in("auditor").await.stream("/api/changes").await;
    let bidder = served.signed_in("bidder").await;
    let person = bidder.get("/api/ballots/Y1").await.ok()["person"].clone();
    let openings = eligible(&bidder).await;
    stream.next_text().await;
    let body = json!({ "cycle": "Y1", "person": person, "billets": [&openings[0]] });
    bidder.post("/api/commands/submit_preferences", body).await.ok();
    let told = stream.next_text().await;
    let position = served.world().position;
    assert_eq!(told.trim(), format!("event: moved\ndata: {{\"position\":{position}}}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_ranks_for_a_member_and_a_member_reads_no_other_ballot() {
    let served = Served::start(0.02).await;
    let bidder = served.signed_in("bidder").await;
    let person = bidder.get("/api/ballots/Y1").await.ok()["person"].clone();
    for account in served.accounts.iter().filter(|account| account.sign_in != "bidder") {
        let caller = served.signed_in(&account.sign_in).await;
        let body = json!({ "cycle": "Y1", "person": person, "billets": [] });
        for command in ["submit_preferences", "keep_favourites"] {
            let answer = caller.post(&format!("/api/commands/{command}"), body.clone()).await;
            assert!(matches!(answer.status.as_u16(), 403 | 404), "{} {command}: {}", account.sign_in, answer.text);
        }
        let ballot = caller.get("/api/ballots/Y1").await;
        if ballot.status.is_success() {
            assert_ne!(ballot.json()["person"], person, "{}", account.sign_in);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_ranks_its_eligible_candidates_and_no_other_office_reads_it() {
    let served = Served::start(0.05).await;
    let world = served.world();
    let today = served.desk.clock().today();
    let mut ranked = 0;
    for sign_in in ["africom", "centcom", "eucom", "indopacom"] {
        let officer = served.signed_in(sign_in).await;
        let own = world.grants(account(&served, sign_in), today).next().unwrap().office.unwrap();
        for row in officer.all("/api/ballots/Y1/offices").await.iter().filter(|row| row["eligible"] != 0).take(2) {
            let office = row["office"]["id"].as_str().unwrap().parse().unwrap();
            assert!(office == own || world.command_of(office, today) == own, "{sign_in} {row}");
            let billet = row["billet"]["id"].as_str().unwrap();
            let path = format!("/api/ballots/Y1/offices/{billet}");
            let page = officer.get(&path).await.ok();
            let candidates = page["candidates"].as_array().unwrap();
            assert!(
                candidates.iter().all(|one| one["rules"].as_array().unwrap().iter().all(|rule| rule["passed"] == true))
            );
            assert!(
                candidates.iter().all(|one| one["rules"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|rule| rule["private"].is_null()))
            );
            let last = &candidates.last().unwrap()["person"]["id"];
            let rank = |tiers: Value| json!({ "cycle": "Y1", "billet": billet, "tiers": tiers });
            officer.post("/api/commands/rank_candidates", rank(json!([[last]]))).await.ok();
            let page = officer.get(&path).await.ok();
            assert_eq!((&page["candidates"][0]["person"]["id"], &page["candidates"][0]["tier"]), (last, &json!(1)));
            let eligible: Vec<&str> = candidates.iter().map(|one| one["person"]["id"].as_str().unwrap()).collect();
            let outsider = world.people.iter().map(|(id, _)| id.to_string()).find(|id| !eligible.contains(&&**id));
            let refused = officer.post("/api/commands/rank_candidates", rank(json!([[outsider]]))).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text);
            assert!(refused.text.contains("not-eligible"), "{}", refused.text);
            for other in served.accounts.iter().filter(|other| other.sign_in != sign_in) {
                let speaks = world.grants(other.account, today).any(|grant| grant.office == Some(office));
                if speaks {
                    continue;
                }
                let caller = served.signed_in(&other.sign_in).await;
                let status = caller.get(&path).await.status.as_u16();
                assert!(matches!(status, 403 | 404), "{} reads what {sign_in} ranked: {status}", other.sign_in);
                let given = caller.post("/api/commands/rank_candidates", rank(json!([[last]]))).await;
                assert!(matches!(given.status.as_u16(), 403 | 404), "{} ranks for {sign_in}", other.sign_in);
            }
            ranked += 1;
        }
    }
    assert!(ranked > 0, "no office has a candidate to rank");
}

fn account(served: &Served, sign_in: &str) -> AccountId {
    served.accounts.iter().find(|account| account.sign_in == sign_in).unwrap().account
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stable_slate_counts_what_was_ranked_and_nothing_blocks_it() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    // The summer's ballot has closed: what was ranked counts.
    assert!(manager.all("/api/cycles/Y0/movers").await.iter().any(|mover| mover["ranked"] != 0));
    let least = manager.post("/api/cycles/Y0/compute", json!({})).await.ok();
    let stable = manager.post("/api/cycles/Y0/stable", json!({ "favours": "members" })).await.ok();
    let offices = manager.post("/api/cycles/Y0/stable", json!({ "favours": "offices" })).await.ok();
    assert!(stable["objective"].as_i64() >= least["objective"].as_i64());
    assert_eq!(stable["lines"], offices["lines"], "all stable slates place the same people");
    let body = json!({ "favours": "members", "base": stable["base"] });
    manager.post("/api/cycles/Y0/stable/propose", body).await.ok();
    let page = manager.get("/api/slates/S1/blocking").await.ok();
    assert_eq!((page["count"].as_u64(), page["total"].as_u64()), (Some(0), Some(0)));
    assert!(page["members_ranked"].as_u64() > Some(0) && page["offices_ranked"].as_u64() > Some(0), "{page}");
    let slate = manager.get("/api/slates/S1").await.ok();
    assert!(slate["method"]["member_optimal"]["seed"].is_u64(), "{slate}");
    let why = manager.get("/api/slates/S1/lines/0").await.ok();
    assert!(why["why"]["sentence"].as_str().unwrap().contains("stable"), "{why}");

    // The least-cost slate of the same rankings is held against them too.
    manager.post("/api/commands/withdraw_slate", json!({ "slate": "S1" })).await.ok();
    let least = manager.post("/api/cycles/Y0/compute", json!({})).await.ok();
    let proposed = manager.post("/api/cycles/Y0/propose", json!({ "base": least["base"] })).await.ok();
    let blocking = format!("/api/slates/{}/blocking?limit=1000", proposed["created"][0].as_str().unwrap());
    let page = manager.get(&blocking).await.ok();
    assert_eq!(page["count"], page["total"], "headquarters sees both sides of every pair");
    assert!(page["count"].as_u64() > Some(0), "cost alone is not expected to be stable: {page}");
    // Its limits are used as the computed slate uses them; sums are for those who see every line.
    let limits = blocking.replace("blocking?limit=1000", "limits");
    let used = manager.get(&limits).await.ok();
    let uses = |page: &Value| -> Vec<(String, String, String)> {
        let text = |limit: &Value, field: &str| limit[field].as_str().unwrap().to_owned();
        let of = |limit| (text(limit, "title"), text(limit, "used"), text(limit, "allowed"));
        let mut uses: Vec<_> = page["limits"].as_array().unwrap().iter().map(of).collect();
        uses.sort();
        uses
    };
    assert!(!uses(&used).is_empty() && used["whole"] == true, "{used}");
    assert_eq!(uses(&used), uses(&least));
    let part = served.signed_in("eucom").await.get(&limits).await.ok();
    assert_eq!((part["whole"].as_bool(), part["limits"].as_array().unwrap().len()), (Some(false), 0));
    let command = served.signed_in("eucom").await.get(&blocking).await.ok();
    assert_eq!(command["count"], page["count"]);
    assert!(command["total"].as_u64() < page["total"].as_u64());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slate_between_cost_and_stability_is_computed_proposed_and_counted_the_same() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let refused = served.signed_in("eucom").await.post("/api/cycles/Y0/trade", json!({})).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let curve = manager.post("/api/cycles/Y0/trade", json!({})).await.ok();
    let points = curve["points"].as_array().unwrap();
    let (first, last) = (&points[0], points.last().unwrap());
    assert_eq!((first["blocking"].as_u64(), last["above_least"].as_i64()), (Some(0), Some(0)));
    assert_eq!(first["above_least"], first["bound_above_least"], "the least costly stable slate is known");
    let stable = manager.post("/api/cycles/Y0/stable", json!({ "favours": "members" })).await.ok();
    let least = curve["least"].as_i64().unwrap();
    assert!(least + first["above_least"].as_i64().unwrap() <= stable["objective"].as_i64().unwrap());

    // Half of the blocking pairs of the least cost: as a slate, proposed, counted on its page.
    let trade = json!({ "most_blocking": last["blocking"].as_u64().unwrap() / 2 });
    let slate = manager.post("/api/cycles/Y0/trade/slate", json!({ "trade": trade })).await.ok();
    assert!(slate["blocking"].as_u64() <= trade["most_blocking"].as_u64());
    assert!(slate["bound"].as_i64() <= slate["objective"].as_i64());
    assert!(slate["exceeded"].as_array().unwrap().is_empty(), "{slate}");
    let near = json!({ "trade": { "above_least": slate["above_least"] } });
    let near = manager.post("/api/cycles/Y0/trade/slate", near).await.ok();
    assert!(near["objective"].as_i64() <= slate["objective"].as_i64());
    assert!(near["bound"].as_u64() <= near["blocking"].as_u64());
    let late = json!({ "trade": { "most_blocking": 0 }, "base": slate["base"] });
    let late = manager.post("/api/cycles/Y0/trade/propose", late).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "it was not computed");
    let body = json!({ "trade": trade, "base": slate["base"] });
    let proposed = manager.post("/api/cycles/Y0/trade/propose", body).await.ok();
    let path = format!("/api/slates/{}", proposed["created"][0].as_str().unwrap());
    let page = manager.get(&path).await.ok();
    assert_eq!(page["objective"], slate["objective"]);
    assert_eq!(page["method"]["few_blocking"]["most"], trade["most_blocking"]);
    assert_eq!(manager.get(&format!("{path}/blocking")).await.ok()["count"], slate["blocking"]);
    let why = manager.get(&format!("{path}/lines/0")).await.ok();
    assert!(why["why"]["sentence"].as_str().unwrap().contains("between cost and"), "{why}");
}
