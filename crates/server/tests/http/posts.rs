//! Posts through the API: a departure previewed, ordered, ended; a diversion inside an area and not across; people present
//! without a billet; each to those who may see and do it.

use axum::http::{Method, StatusCode, header};
use muster_domain::access::Role;
use serde_json::{Value, json};

use super::support::{Caller, Served};

async fn office(caller: &Caller, code: &str) -> Value {
    let found = caller.get(&format!("/api/offices?q={code}")).await.ok();
    found["items"].as_array().unwrap().iter().find(|row| row["code"] == code).unwrap().clone()
}

async fn total(caller: &Caller) -> Value {
    caller.get("/api/picture?by=office").await.ok()["total"].clone()
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no count"))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_departure_is_previewed_ordered_and_undone_and_the_picture_follows() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let post = office(&manager, "SCO-JOR").await["post"]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/posts/{post}");
    let haven = manager.all("/api/posts?abroad=false").await[0]["id"].clone();
    let page = manager.get(&path).await;
    let etag = page.headers[header::ETAG].to_str().unwrap().to_owned();
    let page = page.ok();
    assert_eq!(page["departure"], Value::Null);
    let people = page["people"].as_array().unwrap();
    let (essential, before) = (people[0]["person"]["id"].clone(), total(&manager).await);
    assert!(people.len() > 2 && page["present"] != json!(0));

    let body = json!({
        "post": post, "from": "2026-10-01", "safe_haven": haven, "essential": [essential],
        "reach": "not_essential", "document": "State cable 7",
    });
    let ask = json!({ "command": "order_departure", "body": body });
    let effect = manager.post(&format!("{path}/departure/preview"), ask.clone()).await.ok();
    assert_eq!(total(&manager).await, before, "a preview changes nothing");
    let leave = count(&effect["totals"]["leave"]);
    assert!(leave > 0);
    let stays: Vec<&Value> =
        effect["people"].as_array().unwrap().iter().filter(|row| row["moves"] == "stays").collect();
    assert!(stays.iter().any(|row| row["person"]["id"] == essential && row["essential"] == json!(true)));
    let family = effect["people"].as_array().unwrap().iter().find(|row| row["family"] == "leaves").unwrap();
    assert!(family["dependents"].is_u64(), "the manager sees the family class: {family}");
    for row in effect["offices"].as_array().unwrap() {
        assert_eq!(row["before"]["assigned"], row["after"]["assigned"]);
        assert_eq!(row["before"]["fill_rate"], row["after"]["fill_rate"]);
        assert_eq!(row["before"]["section_515"], row["after"]["section_515"]);
    }

    // What the chief and the director see of it; ordering is neither's.
    let chief = served.signed_in("chief.jor").await;
    let seen = chief.post(&format!("{path}/departure/preview"), ask).await.ok();
    assert!(seen["people"].as_array().unwrap().iter().all(|row| row["dependents"].is_null()));
    assert!(seen["people"].as_array().unwrap().iter().any(|row| row["family"] == "leaves"));
    for sign_in in ["chief.jor", "centcom", "director"] {
        let refused = served.signed_in(sign_in).await.post("/api/commands/order_departure", body.clone()).await;
        assert!(matches!(refused.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{sign_in}");
    }

    let order = |etag: String| {
        let (manager, body) = (manager.clone(), body.clone());
        async move { manager.send(Method::POST, "/api/commands/order_departure", Some(body), &[("if-match", &etag)]).await }
    };
    order(etag.clone()).await.ok();
    assert_eq!(order(etag).await.status, StatusCode::PRECONDITION_FAILED);
    let during = total(&manager).await;
    assert_eq!(count(&during["present"]) + leave, count(&before["present"]));
    assert_eq!(count(&during["away"]), count(&before["away"]) + leave);
    assert_eq!((&during["assigned"], &during["fill_rate"]), (&before["assigned"], &before["fill_rate"]));
    let page = manager.get(&path).await.ok();
    assert_eq!((page["status"].as_str(), count(&page["departure"]["days"])), (Some("ordered_departure"), 1));
    let away = page["people"].as_array().unwrap().iter().filter(|row| row["duty"]["kind"] == "departed").count();
    assert_eq!(away as u64, leave);
    let sco = office(&manager, "SCO-JOR").await["id"].as_str().unwrap().to_owned();
    let section = chief.get(&format!("/api/offices/{sco}")).await.ok()["presence"].clone();
    assert!(!section["away"].as_array().unwrap().is_empty());

    let end = json!({ "post": post, "on": "2026-10-02", "outcome": "returned", "document": "State cable 8" });
    let ask = json!({ "command": "end_departure", "body": end });
    let effect = manager.post(&format!("{path}/departure/preview"), ask).await.ok();
    assert_eq!(count(&effect["totals"]["come_back"]), leave);
    let rescind = json!({ "post": post, "from": "2026-10-01", "document": "State cable 9" });
    manager.post("/api/commands/rescind_departure", rescind).await.ok();
    assert_eq!(total(&manager).await, before);
    let page = manager.get(&path).await.ok();
    assert!(page["departures"].as_array().unwrap().iter().any(|row| row["rescinded"].is_object()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_preview_says_what_would_refuse_the_command_and_teaches_nobody_who_serves_where() {
    let served = Served::start(0.02).await;
    let manager = served.signed_in("manager").await;
    let post = office(&manager, "SCO-JOR").await["post"]["id"].clone();
    let path = format!("/api/posts/{}/departure/preview", post.as_str().unwrap());
    let body = |essential: Vec<&str>| {
        json!({ "command": "order_departure", "body": {
            "post": post, "from": "2026-10-01", "safe_haven": post, "essential": essential,
            "reach": "not_essential", "document": "State cable 7",
        } })
    };
    let refused = manager.post(&path, body(vec![])).await;
    assert_eq!(
        (refused.status, refused.json()["rule"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("safe-haven"))
    );
    // A person outside the asker's scope is not found, whether or not they serve at the post.
    let (world, today) = (served.world(), served.desk.clock().today());
    let chief = served.signed_in("chief.jor").await;
    let own = served.accounts.iter().find(|account| account.sign_in == "chief.jor").unwrap();
    let own = world.grants(own.account, today).next().unwrap().office;
    let other = world.people.iter().find(|(id, _)| world.home_of(*id, today).is_some_and(|home| Some(home) != own));
    let other = other.unwrap().0.to_string();
    assert_eq!(chief.post(&path, body(vec![&other])).await.status, StatusCode::NOT_FOUND);
    let eucom = served.signed_in("eucom").await;
    assert_eq!(eucom.post(&path, body(vec![])).await.status, StatusCode::NOT_FOUND);
    let elsewhere = manager.all("/api/posts?abroad=true").await;
    let elsewhere = elsewhere.iter().find(|row| row["id"] != post).unwrap()["id"].as_str().unwrap().to_owned();
    let mixed = manager.post(&format!("/api/posts/{elsewhere}/departure/preview"), body(vec![])).await;
    assert_eq!(mixed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(manager.get("/api/posts/L999999").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_diverts_inside_its_area_and_not_into_another() {
    let served = Served::start(0.05).await;
    let (world, today) = (served.world(), served.desk.clock().today());
    let director = served.signed_in("director").await;
    let eucom = served.signed_in("eucom").await;
    let scos: Vec<Value> = eucom.all("/api/offices?kind=sco").await;
    let area = scos[0]["command"]["id"].as_str().unwrap().parse().unwrap();
    let own = scos.iter().filter(|row| row["command"]["code"] == "EUCOM");
    let own: Vec<&Value> = own.filter(|row| row["post_status"] != "ordered_departure").collect();
    let period = muster_domain::Period::new(today, Some(today.saturating_add(jiff::ToSpan::days(30)))).unwrap();
    let (tour, home) = world
        .tours
        .iter()
        .find_map(|(id, tour)| {
            let home = world.billets[tour.billet].terms_near(today).office;
            let free = world.people[tour.person].diversions.is_empty() && world.people[tour.person].tours.len() == 1;
            let fits = tour.is_primary() && free && tour.served().is_some_and(|served| served.covers(period));
            let us = world.people[tour.person].service != muster_domain::Service::LocallyEmployed;
            (fits && us && world.command_of(home, today) == area && own.iter().any(|row| row["id"] == home.to_string()))
                .then_some((id, home))
        })
        .unwrap();
    let to = own.iter().find(|row| row["id"] != home.to_string()).unwrap();
    let body = json!({ "tour": tour, "to": to["id"], "period": period, "reason": "Short until the relief comes" });
    for sign_in in ["southcom", "centcom"] {
        let answer = served.signed_in(sign_in).await.post("/api/commands/divert_person", body.clone()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{sign_in}: {}", answer.text);
    }
    for sign_in in ["manager", "director"] {
        let answer = served.signed_in(sign_in).await.post("/api/commands/divert_person", body.clone()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{sign_in}: {}", answer.text);
    }
    // Nor into another area.
    let elsewhere = director.all("/api/offices?kind=sco").await;
    let elsewhere = elsewhere.iter().find(|row| row["command"]["code"] == "SOUTHCOM").unwrap()["id"].clone();
    let across = json!({ "tour": tour, "to": elsewhere, "period": period, "reason": "Across" });
    assert_eq!(eucom.post("/api/commands/divert_person", across).await.status, StatusCode::NOT_FOUND);

    let row = |path: String| {
        let director = director.clone();
        async move { director.get(&path).await.ok()["picture"].clone() }
    };
    let before =
        [row(format!("/api/offices/{home}")).await, row(format!("/api/offices/{}", to["id"].as_str().unwrap())).await];
    let made = eucom.post("/api/commands/divert_person", body).await.ok()["created"][0].clone();
    let after =
        [row(format!("/api/offices/{home}")).await, row(format!("/api/offices/{}", to["id"].as_str().unwrap())).await];
    assert_eq!(count(&after[0]["present"]) + 1, count(&before[0]["present"]));
    assert_eq!(count(&after[0]["away"]), count(&before[0]["away"]) + 1);
    assert_eq!((&after[0]["assigned"], &after[0]["fill_rate"]), (&before[0]["assigned"], &before[0]["fill_rate"]));
    assert_eq!(count(&after[1]["present"]), count(&before[1]["present"]) + 1);
    assert_eq!(count(&after[1]["diverted_in"]), count(&before[1]["diverted_in"]) + 1);
    assert_eq!(after[1]["assigned"], before[1]["assigned"]);
    let listed = director.all("/api/diversions?state=running").await;
    let listed = listed.iter().find(|row| row["id"] == made).unwrap();
    assert!(listed["person"].is_object() && listed["reason"] == "Short until the relief comes");
    assert!(served.signed_in("southcom").await.all("/api/diversions").await.iter().all(|row| row["id"] != made));
    // An analyst sees that it is so, not who and why.
    let analyst = served.signed_in("analyst").await.all("/api/diversions").await;
    let blind = analyst.iter().find(|row| row["id"] == made).unwrap();
    assert!(blind["person"].is_null() && blind["reason"].is_null());
    let end = json!({ "diversion": made, "on": today });
    assert_eq!(director.post("/api/commands/end_diversion", end.clone()).await.status, StatusCode::FORBIDDEN);
    eucom.post("/api/commands/end_diversion", end).await.ok();
    assert_eq!(row(format!("/api/offices/{home}")).await, before[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn people_without_a_billet_are_recorded_by_the_command_of_the_area_and_by_headquarters() {
    let served = Served::start(0.02).await;
    let (eucom, manager) = (served.signed_in("eucom").await, served.signed_in("manager").await);
    let rules = eucom.get("/api/augmentations/rules").await.ok();
    assert!(rules["kinds"].as_array().unwrap().len() == 5 && !rules["funding"].as_array().unwrap().is_empty());
    let scos = eucom.all("/api/offices?kind=sco").await;
    let sco = scos.iter().find(|row| row["command"]["code"] == "EUCOM").unwrap();
    let body = |funding: &str| {
        json!({
            "office": sco["id"], "kind": "contractor", "who": { "people": 5 },
            "period": { "from": "2026-10-01", "until": "2026-12-01" }, "document": "Task order 5",
            "funding": funding, "purpose": "command_support",
        })
    };
    let refused = eucom.post("/api/commands/augment_office", body("military_pay")).await;
    assert_eq!(refused.json()["rule"], "augmentation-funding");
    for sign_in in ["southcom", "chief.jor", "director"] {
        let answer =
            served.signed_in(sign_in).await.post("/api/commands/augment_office", body("operations_maintenance")).await;
        assert!(matches!(answer.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND), "{sign_in}");
    }
    let before = total(&manager).await;
    let made =
        eucom.post("/api/commands/augment_office", body("operations_maintenance")).await.ok()["created"][0].clone();
    let after = total(&manager).await;
    assert_eq!(count(&after["augmented"]), count(&before["augmented"]) + 5);
    assert_eq!((&after["present"], &after["assigned"]), (&before["present"], &before["assigned"]));
    let row = manager.all("/api/augmentations?state=running&kind=contractor").await;
    let row = row.iter().find(|row| row["id"] == made).unwrap();
    assert_eq!((row["heads"].clone(), row["kind_title"].clone()), (json!(5), json!("Contractor")));
    manager.post("/api/commands/end_augmentation", json!({ "augmentation": made, "on": "2026-10-01" })).await.ok();
    assert_eq!(total(&manager).await, before);

    // Somebody of another area is not EUCOM's to move: only headquarters may.
    let (world, today) = (served.world(), served.desk.clock().today());
    let period = muster_domain::Period::new(today, Some(today.saturating_add(jiff::ToSpan::days(30)))).unwrap();
    let (other, _) = world
        .people
        .iter()
        .find(|(id, person)| {
            let away = world
                .home_of(*id, today)
                .is_some_and(|home| &*world.offices[world.command_of(home, today)].code == "SOUTHCOM");
            let free = person.augmentations.is_empty() && person.diversions.is_empty() && person.tours.len() == 1;
            away && free && person.service != muster_domain::Service::LocallyEmployed
        })
        .unwrap();
    let visit = json!({
        "office": sco["id"], "kind": "temporary_duty", "who": { "person": other }, "period": period,
        "document": "Travel order 5", "funding": "operations_maintenance", "purpose": "command_support",
    });
    assert_eq!(eucom.post("/api/commands/augment_office", visit.clone()).await.status, StatusCode::NOT_FOUND);
    manager.post("/api/commands/augment_office", visit).await.ok();
    let during = total(&manager).await;
    assert_eq!(count(&during["away"]), count(&before["away"]) + 1);
    assert_eq!(count(&during["present"]) + 1, count(&before["present"]));
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_of_posts_and_people_elsewhere_hold_what_the_asker_may_see() {
    let served = Served::start(0.05).await;
    let (world, today) = (served.world(), served.desk.clock().today());
    let manager = served.signed_in("manager").await;
    let everywhere = manager.all("/api/posts").await;
    let departed: Vec<&Value> = everywhere.iter().filter(|row| row["departure"].is_object()).collect();
    assert_eq!(departed.len(), 2);
    assert!(departed.iter().any(|row| row["departure"]["near"] == json!(true)));
    assert_eq!(manager.all("/api/posts?status=ordered_departure").await.len(), 2);
    let sums = |name: &str| everywhere.iter().map(|row| count(&row[name])).sum::<u64>();
    let total = total(&manager).await;
    for name in ["authorised", "assigned", "present", "away", "augmented"] {
        assert_eq!(sums(name), count(&total[name]), "{name}");
    }
    for account in &served.accounts {
        let caller = served.signed_in(&account.sign_in).await;
        let grant = world.grants(account.account, today).next().unwrap().clone();
        if matches!(account.role, Role::CommandOfficer | Role::OfficeChief) {
            let own = grant.office.unwrap();
            let concerned = |id: &Value| {
                let office = id.as_str().unwrap().parse().unwrap();
                office == own || world.command_of(office, today) == own
            };
            for row in caller.all("/api/augmentations").await {
                assert!(concerned(&row["office"]["id"]), "{}: {row}", account.sign_in);
            }
            for row in caller.all("/api/diversions").await {
                assert!(concerned(&row["from"]["id"]) || concerned(&row["to"]["id"]), "{}: {row}", account.sign_in);
            }
            for row in caller.all("/api/posts").await {
                assert!(row["offices"].as_array().unwrap().iter().all(|office| concerned(&office["id"])));
            }
        }
        if account.role == Role::Administrator {
            assert_eq!(caller.get("/api/posts").await.status, StatusCode::FORBIDDEN);
        }
    }
}
