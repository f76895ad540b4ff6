//! The partner portal over HTTP: its realm is closed both ways, a representative sees the own cases and no other's.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use muster_domain::access::DisableAccount;
use muster_domain::cases::{Case, WriteMessage};
use muster_domain::{CaseId, Text};
use muster_server::desk::{Rejected, Submission};
use muster_server::http::endpoints::{Access, ENDPOINTS};

use super::support::{Answer, Caller, PASSWORD, Served};

/// A request with a form, a cookie and other headers.
async fn send(
    caller: &Caller,
    method: Method,
    path: &str,
    cookie: Option<&str>,
    form: &str,
    more: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "muster.test");
    if let Some(cookie) = cookie {
        request = request.header(header::COOKIE, cookie);
    }
    for (name, value) in more {
        request = request.header(*name, *value);
    }
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    caller.raw(request.body(Body::from(form.to_owned())).unwrap()).await
}

fn form(pairs: &[(&str, &str)]) -> String {
    let plain = |text: &str| text.replace('%', "%25").replace('&', "%26").replace('+', "%2B").replace(' ', "+");
    pairs.iter().map(|(name, value)| format!("{name}={}", plain(value))).collect::<Vec<_>>().join("&")
}

async fn try_sign_in(served: &Served, sign_in: &str, password: &str) -> Answer {
    let form = form(&[("sign_in", sign_in), ("password", password)]);
    send(&served.nobody(), Method::POST, "/partner/sign-in", None, &form, &[]).await
}

/// The cookie of a representative.
async fn sign_in(served: &Served, sign_in: &str) -> String {
    let answer = try_sign_in(served, sign_in, PASSWORD).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.contains("Path=/partner;") && cookie.contains("HttpOnly") && cookie.contains("SameSite"),
        "{cookie}"
    );
    cookie.split(';').next().unwrap().to_owned()
}

async fn get(served: &Served, path: &str, cookie: &str) -> Answer {
    send(&served.nobody(), Method::GET, path, Some(cookie), "", &[]).await
}

fn code(served: &Served, sign_in: &str) -> Text {
    let (world, today) = (served.world(), served.desk.clock().today());
    let account = world.keys.account[sign_in];
    world.grants(account, today).next().unwrap().purchaser.clone().unwrap()
}

/// The first case of a sign-in's code that its representative sees.
fn own_case(served: &Served, sign_in: &str) -> (CaseId, Case) {
    let code = code(served, sign_in);
    let world = served.world();
    let mut cases = world.cases.iter().filter(|(_, case)| case.is_on_portal() && case.number.purchaser() == &*code);
    cases.next().map(|(id, case)| (id, case.clone())).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_gets_nothing_from_the_api_and_nobody_else_anything_from_the_portal() {
    let served = Served::start(0.02).await;
    let partner = sign_in(&served, "partner").await;
    let token = partner.strip_prefix("muster_partner=").unwrap();
    // The token under the API's cookie as well: what decides is the account, not the cookie.
    let both = format!("{partner}; muster_session={token}");
    let staff = served.signed_in("director").await;
    let staff_token = staff.cookie().strip_prefix("muster_session=").unwrap().to_owned();
    let (mut closed, mut portal) = (0, 0);
    for (method, path, access) in ENDPOINTS {
        let path = path.replace("{name}", "note_case").replace("{noun}", "people");
        let path =
            path.split('/').map(|part| if part.starts_with('{') { "0" } else { part }).collect::<Vec<_>>().join("/");
        match access {
            Access::Public => {}
            Access::Portal => {
                for cookie in
                    [format!("muster_partner={staff_token}"), "other=1".to_owned(), "muster_partner=x".to_owned()]
                {
                    let answer = send(&served.nobody(), method.clone(), &path, Some(&cookie), "", &[]).await;
                    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{method} {path}");
                    assert_eq!(answer.headers[header::LOCATION], "/partner/sign-in", "{method} {path}");
                }
                portal += 1;
            }
            _ => {
                let answer = send(&served.nobody(), method.clone(), &path, Some(&both), "", &[]).await;
                assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}: {}", answer.text);
                closed += 1;
            }
        }
    }
    assert!(closed > 80 && portal > 6, "{closed} {portal}");
    // Neither signs in at the other's door, and the refusal is that of a wrong password.
    let body = serde_json::json!({ "sign_in": "partner", "password": PASSWORD });
    let refused = served.nobody().post("/api/session", body).await;
    let wrong = served.nobody().post("/api/session", serde_json::json!({ "sign_in": "nobody", "password": "x" })).await;
    assert_eq!((refused.status, &refused.text), (StatusCode::UNAUTHORIZED, &wrong.text));
    assert_eq!(try_sign_in(&served, "director", PASSWORD).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_sees_the_own_codes_cases_and_no_others() {
    let served = Served::start(0.2).await;
    let (partner, (_, own), (other_id, other)) =
        (sign_in(&served, "partner").await, own_case(&served, "partner"), own_case(&served, "partner.two"));
    let programs = get(&served, "/partner", &partner).await;
    assert_eq!(programs.status, StatusCode::OK);
    assert!(programs.text.contains(&own.number.to_string()) && !programs.text.contains(&other.number.to_string()));
    let page = get(&served, &format!("/partner/cases/{}", own.number), &partner).await;
    assert!(page.status == StatusCode::OK && page.text.contains(&own.number.to_string()));

    let missing = get(&served, "/partner/cases/ZZ-Z-ZZZ", &partner).await;
    let hidden = get(&served, &format!("/partner/cases/{}", other.number), &partner).await;
    assert_eq!((missing.status, hidden.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(missing.text, hidden.text, "what is another's is as if it were not there");
    let path = format!("/partner/cases/{}/messages", other.number);
    let words = form(&[("key", ""), ("message", "Whose is this?")]);
    let written = send(&served.nobody(), Method::POST, &path, Some(&partner), &words, &[]).await;
    assert_eq!(written.status, StatusCode::NOT_FOUND);
    // The desk says the same, whoever asks it.
    let account = served.world().keys.account["partner"];
    let message = WriteMessage { case: other_id, message: "Whose is this?".into() };
    assert_eq!(served.desk.submit(Submission::by(account, message)).await, Err(Rejected::NotFound));
    assert_eq!(get(&served, "/partner/nothing/here", &partner).await.status, StatusCode::NOT_FOUND);

    for (language, direction) in [("es", "ltr"), ("fr", "ltr"), ("ar", "rtl"), ("en", "ltr")] {
        let page = get(&served, &format!("/partner?lang={language}"), &partner).await;
        assert!(page.text.contains(&format!("<html lang=\"{language}\" dir=\"{direction}\">")));
        let kept = page.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        let next = get(&served, "/partner", &format!("{partner}; {kept}")).await;
        assert!(next.text.contains(&format!("<html lang=\"{language}\"")), "the choice is kept");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_taken_once_from_the_own_page_and_never_from_elsewhere() {
    let served = Served::start(0.02).await;
    let partner = sign_in(&served, "partner").await;
    let (id, own) = own_case(&served, "partner");
    let path = format!("/partner/cases/{}/messages", own.number);
    let key = "01890000-0000-7000-8000-000000000001";
    let words = form(&[("key", key), ("message", "When does it come?")]);
    let before = own.portal.messages.len();
    for (site, wanted) in [("cross-site", StatusCode::FORBIDDEN), ("same-origin", StatusCode::SEE_OTHER)] {
        let headers = [("sec-fetch-site", site)];
        for _ in 0..2 {
            let answer = send(&served.nobody(), Method::POST, &path, Some(&partner), &words, &headers).await;
            assert_eq!(answer.status, wanted, "{site}: {}", answer.text);
        }
    }
    assert_eq!(served.world().cases[id].portal.messages.len(), before + 1, "sent twice, taken once");
    let empty = form(&[("key", ""), ("message", "  ")]);
    let refused = send(&served.nobody(), Method::POST, &path, Some(&partner), &empty, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let out = send(&served.nobody(), Method::POST, "/partner/sign-out", Some(&partner), "", &[]).await;
    assert_eq!(out.status, StatusCode::SEE_OTHER);
    assert_eq!(get(&served, "/partner", &partner).await.status, StatusCode::SEE_OTHER, "the session is over");
}

#[tokio::test(flavor = "multi_thread")]
async fn attempts_at_the_portals_door_are_limited_as_everywhere() {
    let served = Served::start(0.02).await;
    let mut last = StatusCode::OK;
    for _ in 0..60 {
        last = try_sign_in(&served, "partner", "wrong").await.status;
        if last == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        assert_eq!(last, StatusCode::UNAUTHORIZED);
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(try_sign_in(&served, "partner", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_calendar_opens_by_its_address_until_it_is_ended_or_the_account_is() {
    let served = Served::start(0.02).await;
    let partner = sign_in(&served, "partner").await;
    let make = || send_path(&served, &partner, "/partner/subscriptions/calendar");
    let address = |page: &Answer| {
        let (_, after) = page.text.split_once("http://muster.test").expect("the address is shown");
        after.split('<').next().unwrap().to_owned()
    };
    let nobody = "other=1";
    let first = address(&make().await);
    let calendar = get(&served, &first, nobody).await;
    assert!(calendar.status == StatusCode::OK && calendar.text.starts_with("BEGIN:VCALENDAR"), "{}", calendar.text);
    assert!(!get(&served, "/partner/subscriptions", &partner).await.text.contains(&first), "shown once");
    let second = address(&make().await);
    assert_eq!(get(&served, &first, nobody).await.status, StatusCode::NOT_FOUND, "a new address ends the old");
    assert_eq!(get(&served, &second, nobody).await.status, StatusCode::OK);
    send_path(&served, &partner, "/partner/subscriptions/calendar/end").await;
    assert_eq!(get(&served, &second, nobody).await.status, StatusCode::NOT_FOUND);
    let third = address(&make().await);
    let (account, on) = (served.world().keys.account["partner"], served.desk.clock().today());
    served.desk.submit(Submission::by_installation(DisableAccount { account, on })).await.unwrap();
    assert_eq!(get(&served, &third, nobody).await.status, StatusCode::NOT_FOUND, "a disabled account reads nothing");
    assert_eq!(get(&served, "/partner", &partner).await.status, StatusCode::SEE_OTHER);
    let guess = "/partner/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics";
    assert_eq!(get(&served, guess, nobody).await.status, StatusCode::NOT_FOUND);
}

async fn send_path(served: &Served, cookie: &str, path: &str) -> Answer {
    send(&served.nobody(), Method::POST, path, Some(cookie), "", &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_address_is_kept_with_the_language_of_the_page() {
    let served = Served::start(0.02).await;
    let partner = sign_in(&served, "partner").await;
    let spanish = format!("{partner}; muster_partner_language=es");
    let save = |address: &'static str| {
        let (served, spanish) = (&served, spanish.clone());
        async move {
            let words = form(&[("address", address)]);
            send(&served.nobody(), Method::POST, "/partner/subscriptions/mail", Some(&spanish), &words, &[]).await
        }
    };
    assert_eq!(save("no address").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(save("rep@example.org").await.status, StatusCode::OK);
    let account = served.world().keys.account["partner"];
    let vault = served.desk.vault();
    assert_eq!(vault.mail_address(account).await.unwrap().as_deref(), Some("rep@example.org"));
    assert_eq!(vault.portal_language(account).await.unwrap().as_deref(), Some("es"));
    assert_eq!(save("").await.status, StatusCode::OK);
    assert_eq!(vault.mail_address(account).await.unwrap(), None);
}
