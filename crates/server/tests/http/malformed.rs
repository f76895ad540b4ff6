//! Requests that no page would send: whatever they hold, the answer is a problem that says so, never a fault of ours.

use axum::body::Body;
use axum::http::{Request, header};
use muster_server::http::endpoints::ENDPOINTS;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::support::{Caller, Served};

/// Requests in the test: a fixed seed, so that a failure comes again.
const REQUESTS: usize = 4_000;

/// Bits that parsers stumble over.
const BITS: &[&str] = &[
    "",
    "0",
    "-1",
    "P0",
    "B0",
    "O1",
    "S0",
    "Y0",
    "B99999999999",
    "null",
    "NaN",
    "1e400",
    "2026-02-30",
    "-271821-04-20",
    "9999-12-31",
    "0000-00-00",
    "%00",
    "%ff%fe",
    "%2e%2e%2f",
    "'; --",
    "\u{202e}",
    "true",
    "[]",
    "{}",
    "eyJ9",
    "O-5",
    "99999999999999999999999",
    "command",
    "cursor",
    "limit",
    "on",
    "by",
    "q",
    "from",
    "until",
    "sort",
    "format",
];

/// Bodies of commands, to be spoiled.
const BODIES: &[&str] = &[
    r#"{"person":"P0","billet":"B0","incumbency":"primary","report":"2027-01-01","rotation":"2029-01-01","accompanied":false}"#,
    r#"{"slate":"S0","lines":[0,4294967295],"concurs":false,"reason":null}"#,
    r#"{"tour":"T0","rotation":"9999-12-30"}"#,
    r#"{"billet":"B0","gap":{"period":{"from":"2026-11-01","until":"2026-12-01"},"approver":"J1","reason":"study"}}"#,
    r#"{"commands":[{"command":"set_priority","body":{"country":"C0","from":"2026-10-01","priority":3}}]}"#,
    r#"{"lever":"vacancy_cost","from":"2026-10-01","value":9223372036854775807,"reason":"x"}"#,
    r#"{"base":18446744073709551615}"#,
    r#"{"sign_in":"director","password":"x"}"#,
    r#"{"name":"x","window":{"from":"2027-01-01","until":"9999-12-31"},"scope":["O0"]}"#,
];

fn bit() -> impl Strategy<Value = String> {
    prop_oneof![3 => prop::sample::select(BITS).prop_map(str::to_owned), 1 => "[ -~]{0,12}".prop_map(|text| text.replace([' ', '#', '"', '<', '>', '\\', '^', '`', '{', '|', '}'], "_"))]
}

fn path() -> impl Strategy<Value = String> {
    let known = prop::sample::select(ENDPOINTS).prop_map(|(_, path, _)| path.to_owned());
    (known, prop::collection::vec(bit(), 3), prop::collection::vec((bit(), bit()), 0..4)).prop_map(
        |(path, bits, query)| {
            let mut bits = bits.into_iter();
            let filled: Vec<String> = path
                .split('/')
                .map(|part| {
                    if part.starts_with('{') {
                        bits.next().unwrap_or_default().replace(['/', '?'], "")
                    } else {
                        part.to_owned()
                    }
                })
                .collect();
            let query: Vec<String> = query.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
            if query.is_empty() { filled.join("/") } else { format!("{}?{}", filled.join("/"), query.join("&")) }
        },
    )
}

fn body() -> impl Strategy<Value = Vec<u8>> {
    (
        prop::sample::select(BODIES),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        any::<bool>(),
    )
        .prop_map(|(body, spoiled, cut)| {
            let mut bytes = body.as_bytes().to_vec();
            for (at, byte) in spoiled {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            if cut {
                bytes.truncate(bytes.len() * 2 / 3);
            }
            bytes
        })
}

fn request() -> impl Strategy<Value = (String, String, Vec<u8>, String)> {
    let method = prop::sample::select(&["GET", "POST", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"][..])
        .prop_map(str::to_owned);
    let kind = prop::sample::select(&["application/json", "application/json", "text/plain", "multipart/form-data"][..])
        .prop_map(str::to_owned);
    let commands =
        prop::sample::select(muster_domain::Command::KINDS).prop_map(|(name, _)| format!("/api/commands/{name}"));
    (method, prop_oneof![2 => path(), 1 => commands], body(), kind)
}

async fn ask(
    caller: &Caller,
    (method, path, body, kind): &(String, String, Vec<u8>, String),
) -> Option<(u16, String, String)> {
    // What is not even a request line never reaches the router.
    let request = Request::builder()
        .method(method.as_str())
        .uri(path)
        .header(header::CONTENT_TYPE, kind)
        .body(Body::from(body.clone()))
        .ok()?;
    if path.starts_with("/api/changes") && method == "GET" {
        return None;
    }
    let answer = caller.raw(request).await;
    let kind =
        answer.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned()).unwrap_or_default();
    Some((answer.status.as_u16(), kind, answer.text))
}

#[tokio::test(flavor = "multi_thread")]
async fn no_request_however_malformed_makes_the_server_fail() {
    let served = Served::start(0.01).await;
    let callers = [served.nobody(), served.signed_in("manager").await, served.signed_in("member").await];
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let mut answered = 0;
    for number in 0..REQUESTS {
        let asked = request().new_tree(&mut runner).unwrap().current();
        let Some((status, kind, text)) = ask(&callers[number % callers.len()], &asked).await else { continue };
        answered += 1;
        assert!(status < 500, "request {number} {asked:?} was answered {status}: {text}");
        // The partner portal speaks to people: its pages say what is wrong.
        let page = asked.1.starts_with("/partner") && kind == "text/html; charset=utf-8";
        let spoken = page || kind == "application/problem+json" || asked.0 == "HEAD" || status < 400;
        assert!(spoken, "request {number} {asked:?} was answered {status} as `{kind}`");
    }
    assert!(answered > REQUESTS / 2, "too few of the requests were requests: {answered}");
}
