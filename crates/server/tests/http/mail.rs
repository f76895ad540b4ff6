//! Mail, over SMTP to a server on this machine: what newly awaits an account is told once, whoever many servers mail;
//! nothing is lost to an SMTP server that refuses; nobody is named.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use axum::http::{Method, StatusCode};
use mailin::{Action, Handler, Response, SessionBuilder, response};
use muster_server::mail::{MailSettings, Mailer, Round};
use serde_json::{Value, json};

use super::support::{Caller, Served};

/// Letters that an SMTP server took, and whether it takes any.
#[derive(Clone, Default)]
struct Mailbox {
    letters: Arc<Mutex<Vec<(String, String)>>>,
    refuses: Arc<AtomicBool>,
}

/// One connection's part of the mailbox.
struct Receiving {
    mailbox: Mailbox,
    to: String,
    text: Vec<u8>,
}

impl Handler for Receiving {
    fn rcpt(&mut self, to: &str) -> Response {
        self.to = to.to_owned();
        if self.mailbox.refuses.load(Ordering::SeqCst) { response::NO_MAILBOX } else { response::OK }
    }

    fn data(&mut self, line: &[u8]) -> std::io::Result<()> {
        self.text.extend_from_slice(line);
        Ok(())
    }

    fn data_end(&mut self) -> Response {
        let text = String::from_utf8(std::mem::take(&mut self.text)).unwrap();
        self.mailbox.letters.lock().unwrap().push((self.to.clone(), text));
        response::OK
    }
}

impl Mailbox {
    /// Serves SMTP on a free port until the test ends.
    fn serve(&self) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mailbox = self.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mailbox = mailbox.clone();
                std::thread::spawn(move || talk(stream.unwrap(), mailbox));
            }
        });
        address
    }

    fn letters(&self) -> Vec<(String, String)> {
        self.letters.lock().unwrap().clone()
    }
}

/// One conversation, by a protocol implementation that is not the sender's.
fn talk(mut stream: TcpStream, mailbox: Mailbox) {
    let peer = stream.peer_addr().unwrap().ip();
    let handler = Receiving { mailbox, to: String::new(), text: Vec::new() };
    let mut session = SessionBuilder::new("mail.test").build(peer, handler);
    session.greeting().write_to(&mut stream).unwrap();
    let mut lines = BufReader::new(stream.try_clone().unwrap());
    let mut line = Vec::new();
    while lines.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
        let answer = session.process(&line);
        line.clear();
        if answer.action == Action::NoReply {
            continue;
        }
        answer.write_to(&mut stream).and_then(|()| stream.flush()).unwrap();
        if answer.action == Action::Close {
            return;
        }
    }
}

fn mailer(served: &Served, smtp: SocketAddr) -> Mailer {
    let settings = MailSettings {
        smtp: format!("smtp://{smtp}"),
        from: "Muster <muster@example.mil>".into(),
        pages: "https://muster.example.mil/".into(),
        marking: "UNCLASSIFIED".into(),
    };
    Mailer::new(served.desk.clone(), served.policy.clone(), settings).unwrap()
}

async fn set_address(caller: &Caller, address: Value) -> StatusCode {
    caller.send(Method::PUT, "/api/session/mail", Some(json!({ "address": address })), &[]).await.status
}

#[tokio::test(flavor = "multi_thread")]
async fn what_newly_awaits_an_account_is_mailed_once_and_nobody_is_named() {
    let served = Served::start(0.05).await;
    let manager = served.signed_in("manager").await;
    let awaiting = manager.get("/api/awaiting").await.ok();
    let notices = awaiting.as_array().unwrap();
    assert!(notices.len() > 3, "the demonstration leaves the manager something to do: {awaiting}");
    for notice in notices {
        assert_eq!(manager.get(&format!("/api{}", api_of(notice))).await.status, StatusCode::OK, "{notice}");
    }

    let mailbox = Mailbox::default();
    let smtp = mailbox.serve();
    let (one, other) = (mailer(&served, smtp), mailer(&served, smtp));
    assert_eq!(one.round().await.unwrap(), Round::default(), "nobody gave an address");

    assert_eq!(set_address(&manager, json!("manager@example.mil")).await, StatusCode::OK);
    mailbox.refuses.store(true, Ordering::SeqCst);
    assert_eq!(one.round().await.unwrap(), Round { sent: 0, failed: 1 });
    mailbox.refuses.store(false, Ordering::SeqCst);

    let (first, second) = tokio::join!(one.round(), other.round());
    let (first, second) = (first.unwrap(), second.unwrap());
    assert_eq!(first.failed + second.failed, 0);
    let letters = mailbox.letters();
    assert_eq!(letters.len(), first.sent + second.sent);
    let all: String = letters.iter().map(|(_, text)| text.replace("=\r\n", "").replace("=3D", "=")).collect();
    for notice in notices {
        let page = format!("https://muster.example.mil{}", notice["page"].as_str().unwrap());
        let told = all.matches(&format!("{page}\r\n")).count();
        let turns = notices.iter().filter(|other| other["page"] == notice["page"]).count();
        assert_eq!(told, turns, "{page} is told once a turn");
    }
    assert!(letters.iter().all(|(to, text)| to == "manager@example.mil" && text.contains("Subject: UNCLASSIFIED: ")));
    let world = served.world();
    let named = world.people.iter().find(|(_, person)| all.contains(&*person.name));
    assert!(named.is_none(), "a mail names {named:?}");

    assert_eq!(one.round().await.unwrap(), Round::default(), "nothing is told twice");
    assert_eq!(set_address(&manager, Value::Null).await, StatusCode::OK);
    assert_eq!(manager.get("/api/session/mail").await.ok()["address"], Value::Null);
}

/// The API's path of the row that a notice's page shows.
fn api_of(notice: &Value) -> String {
    let page = notice["page"].as_str().unwrap();
    page.replace("/requests/", "/change-requests/")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_that_is_none_is_refused_with_how_to_mend_it() {
    let served = Served::start(0.02).await;
    let member = served.signed_in("manager").await;
    for bad in ["nobody", "a@b@c", "A Name <a@example.mil>", "a@example.mil\r\nBcc: b@example.mil"] {
        assert_eq!(set_address(&member, json!(bad)).await, StatusCode::UNPROCESSABLE_ENTITY, "{bad:?}");
    }
    assert_eq!(member.get("/api/session/mail").await.ok()["address"], Value::Null);
    assert_eq!(served.nobody().get("/api/session/mail").await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_representative_is_mailed_the_news_of_the_own_cases_once_in_their_language() {
    let served = Served::start(0.02).await;
    let account = served.world().keys.account["partner"];
    served.desk.vault().set_mail_address(account, Some("rep@example.org")).await.unwrap();
    served.desk.vault().set_portal_language(account, "es").await.unwrap();
    let (world, today) = (served.world(), served.desk.clock().today());
    let code = world.grants(account, today).next().unwrap().purchaser.clone().unwrap();
    let own = |case: &muster_domain::cases::Case| case.is_on_portal() && case.number.purchaser() == &*code;
    let (case, facts) = world.cases.iter().find(|(_, case)| own(case)).unwrap();
    let program = world.keys.account["program"];
    let answer = muster_domain::cases::AnswerPurchaser { case, message: "It is on its way.".into() };
    served.desk.submit(muster_server::desk::Submission::by(program, answer)).await.unwrap();

    let mailbox = Mailbox::default();
    let mailer = mailer(&served, mailbox.serve());
    assert_eq!(mailer.round().await.unwrap(), Round { sent: 1, failed: 0 });
    let (to, text) = mailbox.letters().pop().unwrap();
    assert!(to.contains("rep@example.org"));
    let text = text.replace("=\r\n", "").replace("=3D", "=");
    assert!(text.contains(&format!("/partner/cases/{}", facts.number)), "{text}");
    assert!(text.contains("portal de socios"), "{text}");
    assert_eq!(mailer.round().await.unwrap(), Round::default(), "nothing is new");
}
