//! No role ever receives a row or a sealed field outside its scope: every answer is searched for the names of people
//! whom the asker may not see, by a definition that shares no code with the policy.

use std::collections::HashSet;

use muster_domain::access::Role;
use muster_domain::organization::{AuthorityHolder, AuthorityKind};
use muster_domain::{Date, OfficeId, PersonId, Service, World};
use serde_json::{Value, json};

use super::support::Served;

/// Whom a demo account may see by name, said without the policy engine.
pub(super) fn may_see(
    world: &World,
    role: Role,
    office: Option<OfficeId>,
    service: Option<Service>,
    own: Option<PersonId>,
    person: PersonId,
    day: Date,
) -> bool {
    let home = world.home_of(person, day);
    let under = |home: OfficeId, holder: OfficeId| {
        home == holder
            || world.authorities.iter().any(|authority| {
                authority.over == home
                    && authority.holder == AuthorityHolder::Office(holder)
                    && authority.period.contains(day)
                    && matches!(
                        authority.kind,
                        AuthorityKind::OperationalControl | AuthorityKind::Parent | AuthorityKind::ServiceSupport
                    )
            })
    };
    match role {
        Role::Director | Role::WorkforceManager | Role::Auditor => true,
        Role::AssignmentOfficer => service == Some(world.people[person].service),
        Role::CommandOfficer | Role::OfficeChief | Role::CaseManager => {
            home.is_some_and(|home| under(home, office.unwrap()))
        }
        Role::Member => own == Some(person),
        Role::ProgramManager | Role::PartnerRepresentative | Role::Analyst | Role::Administrator => false,
    }
}

fn ids<'a>(items: &'a [Value], field: &str) -> Vec<&'a str> {
    items.iter().filter_map(|item| item[field].as_str()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_answer_names_a_person_outside_the_askers_scope() {
    let served = Served::start(0.02).await.with_sources().await;
    let manager = served.signed_in("manager").await;
    let computed = manager.post("/api/cycles/Y0/compute", json!({})).await.ok();
    manager.post("/api/cycles/Y0/propose", json!({ "base": computed["base"] })).await.ok();
    let (world, today) = (served.world(), served.desk.clock().today());
    let everybody: Vec<Value> = manager.all("/api/people").await;
    let offices: Vec<Value> = manager.all("/api/offices").await;
    let billets: Vec<Value> = manager.all("/api/billets").await;

    for account in &served.accounts {
        let caller = served.signed_in(&account.sign_in).await;
        let grant = world.grants(account.account, today).next().unwrap().clone();
        let seen =
            |person: PersonId| may_see(&world, grant.role, grant.office, grant.service, grant.person, person, today);
        // Some generated names are shared; a name is telling only if nobody of that name may be seen.
        let allowed: HashSet<&str> =
            world.people.iter().filter(|(id, _)| seen(*id)).map(|(_, person)| &*person.name).collect();
        let account_names: HashSet<&str> = world.accounts.iter().map(|(_, account)| &*account.name).collect();
        let hidden: Vec<(PersonId, &str)> = world
            .people
            .iter()
            .filter(|(id, person)| {
                !seen(*id) && !allowed.contains(&*person.name) && !account_names.contains(&*person.name)
            })
            .map(|(id, person)| (id, &*person.name))
            .collect();

        let mut paths: Vec<String> = [
            "about",
            "session",
            "picture?by=office",
            "projection",
            "cycles",
            "cycles/Y0",
            "rules",
            "levers",
            "authorities",
            "journal?limit=200",
            "reconcile/summary",
            "sources",
        ]
        .map(|path| format!("/api/{path}"))
        .into();
        paths.extend(
            ["people", "billets", "offices", "countries", "reconcile", "cycles/Y0/movers", "cycles/Y0/openings"]
                .map(|path| format!("/api/{path}?limit=1000")),
        );
        paths.extend(["posts", "augmentations", "diversions"].map(|path| format!("/api/{path}?limit=1000")));
        paths.extend(world.posts.iter().map(|(id, _)| format!("/api/posts/{id}")));
        paths.extend(
            ["offices", "billets", "people", "tours", "contradictions"].map(|noun| format!("/api/export/{noun}")),
        );
        paths.extend(ids(&offices, "id").iter().flat_map(|id| {
            [format!("/api/offices/{id}"), format!("/api/offices/{id}/timeline"), format!("/api/offices/{id}/demand")]
        }));
        paths.extend(ids(&billets, "id").iter().step_by(7).map(|id| format!("/api/billets/{id}")));
        paths.extend(world.contradictions.iter().map(|(id, _)| format!("/api/reconcile/{id}")));
        for (id, _) in world.sources.iter() {
            paths.extend(["", "/corrections", "/profile"].map(|end| format!("/api/sources/{id}{end}")));
        }
        for path in paths {
            let answer = caller.get(&path).await;
            assert!(answer.status.as_u16() < 500, "{} {path}: {}", account.sign_in, answer.text);
            if let Some((id, name)) = hidden.iter().find(|(_, name)| answer.text.contains(*name)) {
                let at = answer.text.find(*name).unwrap();
                let told = &answer.text
                    [answer.text.floor_char_boundary(at.saturating_sub(200))..answer.text.ceil_char_boundary(at + 300)];
                let home = world.home_of(*id, today).map(|home| &world.offices[home].code);
                panic!("{} asked {path} and was told of {id} {name}, at home in {home:?}: {told}", account.sign_in);
            }
        }
        for person in everybody.iter().step_by(5) {
            let id = person["id"].as_str().unwrap();
            let answer = caller.get(&format!("/api/people/{id}")).await;
            if !seen(id.parse().unwrap()) {
                assert!(answer.status == 404 || answer.status == 403, "{} saw {id}: {}", account.sign_in, answer.text);
                continue;
            }
            let page = answer.ok();
            let sealed = matches!(grant.role, Role::WorkforceManager | Role::AssignmentOfficer | Role::Member);
            assert_eq!(page["personal"].is_object(), sealed, "{} {id}", account.sign_in);
            assert_eq!(page["family"].is_object(), sealed, "{} {id}", account.sign_in);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn slate_lines_go_to_those_whose_people_or_offices_they_concern() {
    let served = Served::start(0.02).await;
    let manager = served.signed_in("manager").await;
    let computed = manager.post("/api/cycles/Y0/compute", json!({})).await.ok();
    manager.post("/api/cycles/Y0/propose", json!({ "base": computed["base"] })).await.ok();
    let (world, today) = (served.world(), served.desk.clock().today());
    let whole = manager.all("/api/slates/S1/lines").await.len();
    assert!(whole > 0);
    for account in
        served.accounts.iter().filter(|account| matches!(account.role, Role::CommandOfficer | Role::OfficeChief))
    {
        let own = world.grants(account.account, today).next().unwrap().office.unwrap();
        for line in served.signed_in(&account.sign_in).await.all("/api/slates/S1/lines").await {
            let person: PersonId = line["person"]["id"].as_str().unwrap().parse().unwrap();
            let office: OfficeId = line["office"]["id"].as_str().unwrap().parse().unwrap();
            let concerned = |office: OfficeId| office == own || world.command_of(office, today) == own;
            assert!(
                concerned(office) || world.home_of(person, today).is_some_and(concerned),
                "{}: {line}",
                account.sign_in
            );
        }
    }
    for role in [Role::Analyst, Role::Administrator, Role::Member] {
        let caller = served.signed_in(&served.of_role(role).sign_in).await;
        assert_eq!(caller.get("/api/slates/S1/lines").await.status, 403, "{role:?}");
    }
}
