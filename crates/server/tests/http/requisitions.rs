//! Requisitions through the API: a fill from opening to order, who sees which requisition and whom in it, and what is
//! offered to whom.

use axum::http::{Method, StatusCode};
use muster_domain::access::Role;
use muster_domain::allocation::RequisitionStatus;
use muster_domain::organization::{AuthorityHolder, AuthorityKind};
use muster_domain::{OfficeId, PersonId, RequisitionId, Service, World};
use serde_json::{Value, json};

use super::privacy::may_see;
use super::support::{Caller, Served};

fn commands(page: &Value) -> Vec<&str> {
    page["acts"].as_array().unwrap().iter().map(|act| act["command"].as_str().unwrap()).collect()
}

/// Nominates the first candidate that the domain takes.
async fn nominate(caller: &Caller, requisition: &str) -> Value {
    let found = caller.get(&format!("/api/requisitions/{requisition}/candidates?limit=40")).await.ok();
    for candidate in found["items"].as_array().unwrap() {
        let body = json!({
            "requisition": requisition, "person": candidate["person"]["id"], "rank": "primary",
            "report": null, "justification": "Planned the last exercise"
        });
        if caller.post("/api/commands/nominate_person", body).await.status == StatusCode::OK {
            return candidate.clone();
        }
    }
    panic!("nobody of {} could be nominated", found["listed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_opening_is_filled_by_a_service_and_everybody_is_offered_their_own_part_of_it() {
    let served = Served::start(0.05).await;
    let (manager, army) = (served.signed_in("manager").await, served.signed_in("army").await);
    let openings = manager.all("/api/requisitions/openings").await;
    let opening = openings
        .iter()
        .find(|row| {
            row["mode"] == "service_nomination"
                && row["services"].as_array().unwrap().contains(&json!("army"))
                && row["command"]["code"] == "EUCOM"
                && row["office"]["code"].as_str().unwrap().starts_with("SCO-")
        })
        .expect("some opening of EUCOM that the Army may fill");
    let body = json!({
        "billet": opening["billet"]["id"], "report": opening["report"], "priority": opening["priority"],
        "services": ["army"], "suspense": null
    });
    assert_eq!(army.post("/api/commands/open_requisition", body.clone()).await.status, StatusCode::FORBIDDEN);
    let opened = manager.post("/api/commands/open_requisition", body.clone()).await.ok();
    let id = opened["created"][0].as_str().unwrap().to_owned();
    assert!(id.starts_with('R'), "{opened}");
    let twice = manager.post("/api/commands/open_requisition", body).await;
    assert_eq!(
        (twice.status, twice.json()["rule"].as_str()),
        (StatusCode::UNPROCESSABLE_ENTITY, Some("requisition-open"))
    );

    let path = format!("/api/requisitions/{id}");
    let page = army.get(&path).await.ok();
    assert!(page["turns"][0]["yours"] == json!(true) && commands(&page).contains(&"nominate_person"), "{page}");
    assert!(commands(&page).contains(&"declare_no_fill") && !commands(&page).contains(&"accept_nominee"));
    let navy = served.signed_in("navy").await;
    assert_eq!(navy.get(&path).await.status, StatusCode::NOT_FOUND, "not addressed to the Navy");
    let inbox = army.all("/api/requisitions?mine=true").await;
    assert!(inbox.iter().any(|row| row["id"] == json!(id)));

    let candidate = nominate(&army, &id).await;
    assert_eq!(candidate["person"]["service"], "army");
    let eucom = served.signed_in("eucom").await;
    let page = eucom.get(&path).await;
    let etag = page.headers[axum::http::header::ETAG].to_str().unwrap().to_owned();
    let page = page.ok();
    assert_eq!(page["nominees"][0]["person"], candidate["person"], "the gaining command sees who is offered");
    let rules = page["nominees"][0]["why"]["rules"].as_array().unwrap();
    let sees_row = eucom.get(&format!("/api/people/{}", candidate["person"]["id"].as_str().unwrap())).await;
    if sees_row.status == StatusCode::NOT_FOUND {
        assert!(rules.iter().all(|rule| rule["private"].is_null()), "ordinary facts only");
    }
    assert_eq!(page["nominees"][0]["justification"], "Planned the last exercise");
    assert!(commands(&page).contains(&"accept_nominee"));
    let accept = json!({ "requisition": id, "person": candidate["person"]["id"], "accompanied": false });
    let stale =
        eucom.send(Method::POST, "/api/commands/accept_nominee", Some(accept.clone()), &[("if-match", "\"1\"")]).await;
    assert_eq!(stale.status, StatusCode::PRECONDITION_FAILED);
    let fresh = [("if-match", etag.as_str())];
    let first = eucom.send(Method::POST, "/api/commands/accept_nominee", Some(accept.clone()), &fresh);
    let second = eucom.post("/api/commands/accept_nominee", accept);
    let (first, second) = tokio::join!(first, second);
    assert!(first.status.is_success() != second.status.is_success(), "{} {}", first.text, second.text);

    let page = army.get(&path).await.ok();
    assert_eq!((page["status"].as_str(), commands(&page).contains(&"order_tour")), (Some("planned"), true), "{page}");
    let today = served.desk.clock().today().to_string();
    army.post("/api/commands/order_tour", json!({ "tour": page["tour"]["id"], "on": today })).await.ok();
    let page = eucom.get(&path).await.ok();
    assert_eq!(page["status"], "ordered");
    assert_eq!(page["pipeline"].as_array().unwrap().len(), 4);
    assert!(page["history"].as_array().unwrap().len() >= 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demonstration_shows_requisitions_at_every_stage_some_of_them_late() {
    let served = Served::start(0.2).await;
    let (world, today) = (served.world(), served.desk.clock().today());
    let mut at = std::collections::BTreeMap::new();
    for (_, requisition) in world.requisitions.iter() {
        *at.entry(requisition.status(&world)).or_insert(0) += 1;
    }
    let missing: Vec<_> = RequisitionStatus::ALL.iter().filter(|status| !at.contains_key(status)).collect();
    assert!(missing.is_empty(), "{missing:?} of {at:?}");
    let late = world.requisitions.iter().filter(|(_, requisition)| requisition.is_late(&world, today)).count();
    assert!(late > 0 && late * 2 < world.requisitions.len(), "{late} of {}", world.requisitions.len());
    let member = served.signed_in("civilian").await;
    let asked = member.all("/api/requisitions?mine=true").await;
    assert_eq!((asked.len(), asked[0]["status"].as_str()), (1, Some("consenting")));
    let page = member.get(&format!("/api/requisitions/{}", asked[0]["id"].as_str().unwrap())).await.ok();
    assert_eq!(commands(&page), ["give_consent", "refuse_consent"]);
}

/// Whether a nomination is addressed to an account, said without the server's code: the office above or the office itself
/// is asked to accept, or the account's office vets and the board sits.
fn addressed(world: &World, office: Option<OfficeId>, id: RequisitionId, person: PersonId) -> bool {
    let Some(own) = office else { return false };
    let requisition = &world.requisitions[id];
    let gaining = requisition.office(world);
    let holds = |kinds: &[AuthorityKind]| {
        world.authorities.iter().any(|held| {
            held.over == gaining && held.holder == AuthorityHolder::Office(own) && kinds.contains(&held.kind)
        })
    };
    let office = own == gaining || holds(&[AuthorityKind::OperationalControl, AuthorityKind::Parent]);
    let vets = holds(&[AuthorityKind::AttacheFunctions]) || office;
    requisition.nominees.iter().any(|nominee| nominee.person == person)
        && (office || (vets && requisition.board.is_some()))
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_of_a_nominee_who_is_not_theirs_to_see_or_to_decide_on() {
    let served = Served::start(0.05).await;
    let (world, today) = (served.world(), served.desk.clock().today());
    let (mut shown, mut hidden) = (0, 0);
    for account in &served.accounts {
        let caller = served.signed_in(&account.sign_in).await;
        let grant = world.grants(account.account, today).next().unwrap().clone();
        let list = caller.get("/api/requisitions?limit=1000").await;
        if matches!(account.role, Role::Administrator | Role::ProgramManager) {
            assert_eq!(list.status, StatusCode::FORBIDDEN);
            continue;
        }
        let visible: Vec<Value> = list.ok()["items"].as_array().unwrap().clone();
        for (id, requisition) in world.requisitions.iter() {
            let page = caller.get(&format!("/api/requisitions/{id}")).await;
            let listed = visible.iter().any(|row| row["id"] == json!(id.to_string()));
            assert_eq!(page.status == StatusCode::OK, listed, "{} {id}: {}", account.sign_in, page.text);
            if account.role == Role::AssignmentOfficer {
                assert_eq!(listed, requisition.services.contains(&grant.service.unwrap()), "{} {id}", account.sign_in);
            }
            if !listed {
                continue;
            }
            let candidates = caller.get(&format!("/api/requisitions/{id}/candidates?limit=1000")).await;
            if candidates.status == StatusCode::OK {
                for row in candidates.json()["items"].as_array().unwrap() {
                    let person: PersonId = row["person"]["id"].as_str().unwrap().parse().unwrap();
                    assert!(sees(&world, &grant, person, today), "{} {id}: candidate {person}", account.sign_in);
                    assert!(world.people[person].service != Service::LocallyEmployed);
                }
            }
            for nominee in &requisition.nominees {
                let name = &*world.people[nominee.person].name;
                let may =
                    sees(&world, &grant, nominee.person, today) || addressed(&world, grant.office, id, nominee.person);
                let same_name = |other: &&(PersonId, &muster_domain::workforce::Person)| {
                    &*other.1.name == name && sees(&world, &grant, other.0, today)
                };
                let named = page.text.contains(name);
                if named && !may && !world.people.iter().collect::<Vec<_>>().iter().any(|other| same_name(&other)) {
                    panic!("{} is told of {} in {id}: {}", account.sign_in, nominee.person, page.text);
                }
                shown += usize::from(named);
                hidden += usize::from(!named);
                let justified = nominee.justification.as_deref().is_some_and(|said| page.text.contains(said));
                assert!(!justified || may || others_say(&world, id, nominee), "{} {id}", account.sign_in);
            }
        }
    }
    assert!(shown > 10 && hidden > 10, "{shown} shown and {hidden} hidden say too little");
}

fn sees(world: &World, grant: &muster_domain::access::Grant, person: PersonId, day: muster_domain::Date) -> bool {
    may_see(world, grant.role, grant.office, grant.service, grant.person, person, day)
}

/// Whether another nominee of the requisition was justified in the same words, as synthetic ones often are.
fn others_say(world: &World, id: RequisitionId, of: &muster_domain::allocation::Nominee) -> bool {
    let nominees = &world.requisitions[id].nominees;
    nominees.iter().any(|other| other.person != of.person && other.justification == of.justification)
}
