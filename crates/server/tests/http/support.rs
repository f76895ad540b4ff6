//! A served application over a small synthetic service, and a caller for it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::MockConnectInfo;
use axum::http::{Method, Request, Response, StatusCode, header};
use muster_domain::World;
use muster_domain::access::Role;
use muster_journal::{Journal, Location, Options};
use muster_server::clock::Clock;
use muster_server::desk::{Desk, Submission};
use muster_server::http::{App, Settings, router};
use muster_server::policy::Policy;
use muster_server::vault::{Vault, VaultOptions};
use muster_synthetic::{DemoAccount, demo_accounts, stages};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::Mutex;
use tower::ServiceExt;

pub const PASSWORD: &str = "correct horse battery staple";

pub struct Served {
    pub desk: Desk,
    pub router: Router,
    pub policy: Policy,
    /// Who signs in to the pages.
    pub accounts: Vec<DemoAccount>,
    _folder: TempDir,
}

/// The folder of a service of this size, which nobody changes.
async fn made(scale: f64) -> Arc<TempDir> {
    static MADE: Mutex<BTreeMap<u64, Arc<TempDir>>> = Mutex::const_new(BTreeMap::new());
    let mut made = MADE.lock().await;
    if let Some(folder) = made.get(&scale.to_bits()) {
        return Arc::clone(folder);
    }
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let desk = open(folder.path(), &Policy::load().unwrap(), scale).await;
    for stage in stages(&settings(scale)) {
        let together = muster_domain::Command::Together(muster_domain::Together { commands: stage.commands });
        let given = stage.given;
        let submission = Submission {
            actor: given.and_then(|given| given.actor),
            day: given.map(|given| given.day),
            ..Submission::by_installation(together)
        };
        desk.submit(submission).await.unwrap();
    }
    for account in demo_accounts(&desk.world()) {
        desk.vault().set_password(account.account, PASSWORD).await.unwrap();
    }
    desk.close().await;
    made.insert(scale.to_bits(), Arc::clone(&folder));
    folder
}

async fn open(folder: &Path, policy: &Policy, scale: f64) -> Desk {
    let location = folder.join("muster.db").to_str().unwrap().parse::<Location>().unwrap();
    let journal = Journal::open(&location, Options::default()).await.unwrap();
    let vault = Vault::open(&location, VaultOptions::for_tests()).await.unwrap();
    Desk::open(journal, vault, Arc::new(policy.clone()), Clock::fixed_day(settings(scale).today)).await.unwrap()
}

fn settings(scale: f64) -> muster_synthetic::Settings {
    muster_synthetic::Settings { scale, ..Default::default() }
}

/// A caller with or without a session.
#[derive(Clone)]
pub struct Caller {
    router: Router,
    cookie: Option<String>,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: axum::http::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The answer, which must have succeeded.
    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{}: {}", self.status, self.text);
        self.json()
    }
}

impl Served {
    /// A service of its own: a copy of one that was made once for all tests.
    pub async fn start(scale: f64) -> Self {
        let made = made(scale).await;
        let folder = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(made.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), folder.path().join(entry.file_name())).unwrap();
        }
        let policy = Policy::load().unwrap();
        let desk = open(folder.path(), &policy, scale).await;
        let mut accounts = demo_accounts(&desk.world());
        // Representatives sign in at a door of their own.
        accounts.retain(|account| account.role != Role::PartnerRepresentative);
        let app =
            App::new(desk.clone(), policy.clone(), Settings { marking: "UNCLASSIFIED".into(), ..Settings::default() });
        let router = router(app).layer(MockConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
        Self { desk, router, policy, accounts, _folder: folder }
    }

    /// The demonstration's systems of record: defined, loaded, and some of what they contradict decided.
    pub async fn with_sources(self) -> Self {
        let settings = muster_synthetic::Settings::of(&self.world()).unwrap();
        while let Some(command) = muster_synthetic::next_source_command(&self.world(), &settings) {
            self.desk.submit(Submission::by_installation(command)).await.unwrap();
        }
        self
    }

    pub fn world(&self) -> Arc<World> {
        self.desk.world()
    }

    pub fn nobody(&self) -> Caller {
        Caller { router: self.router.clone(), cookie: None }
    }

    pub async fn signed_in(&self, sign_in: &str) -> Caller {
        let body = serde_json::json!({ "sign_in": sign_in, "password": PASSWORD });
        let answer = self.nobody().send(Method::POST, "/api/session", Some(body), &[]).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        let cookie = answer.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        Caller { router: self.router.clone(), cookie: Some(cookie) }
    }

    /// The sign-in name of the first demo account of a role.
    pub fn of_role(&self, role: Role) -> &DemoAccount {
        self.accounts.iter().find(|account| account.role == role).unwrap()
    }
}

impl Caller {
    /// The cookie of the session, name and all.
    pub fn cookie(&self) -> &str {
        self.cookie.as_deref().unwrap_or_default()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None, &[]).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body), &[]).await
    }

    pub async fn send(&self, method: Method, path: &str, body: Option<Value>, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = match body {
            Some(body) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(body.to_string())
            }
            None => Body::empty(),
        };
        self.raw(request.body(body).unwrap()).await
    }

    pub async fn raw(&self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = &self.cookie {
            request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        }
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        Answer { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// The body of an answer that does not end, piece by piece.
    pub async fn stream(&self, path: &str) -> Pieces {
        let cookie = self.cookie.as_deref().unwrap_or_default();
        let request = Request::builder().uri(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        Pieces(response.into_body().into_data_stream())
    }

    /// Every item of a paged list.
    pub async fn all(&self, path: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut cursor = String::new();
        loop {
            let joint = if path.contains('?') { '&' } else { '?' };
            let page = self.get(&format!("{path}{joint}limit=1000&cursor={cursor}")).await.ok();
            items.extend(page["items"].as_array().unwrap().iter().cloned());
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => return items,
            }
        }
    }
}

/// An answer that does not end.
pub struct Pieces(axum::body::BodyDataStream);

impl Pieces {
    /// The next piece of it.
    pub async fn next_text(&mut self) -> String {
        let piece = tokio_stream::StreamExt::next(&mut self.0).await.unwrap().unwrap();
        String::from_utf8(piece.to_vec()).unwrap()
    }
}
