//! The served program, from start to a graceful stop.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command};

use crate::support::{Desk, Run, command};

/// A serving program: ended with the value however the test ends.
struct Server {
    child: Option<Child>,
    address: String,
    announced: serde_json::Value,
}

impl Server {
    /// Starts it and reads what it announces: the JSON document up to its closing brace.
    fn start(desk: &Desk, words: &[&str]) -> Self {
        let folder = desk.path("");
        let mut child = command(&folder, words).spawn().unwrap();
        let mut text = String::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            text += &line;
            if line == "}" {
                break;
            }
        }
        let announced: serde_json::Value =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        let address = announced["address"].as_str().unwrap().trim_start_matches("http://").to_owned();
        Self { child: Some(child), address, announced }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks it to stop and waits for its end.
    fn stop(mut self) -> Run {
        let child = self.child.take().unwrap();
        let asked = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        Run::of(child.wait_with_output().unwrap())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[test]
fn serve_is_ready_lists_no_sign_ins_and_stops_when_asked() {
    let desk = Desk::with_demo();
    let server = Server::start(&desk, &["serve", "--db", "demo.db", "--port", "0", "--json"]);
    assert_eq!(server.announced["today"], "2026-10-01");
    assert!(server.get("/healthz").starts_with("HTTP/1.1 200"));
    let about = server.get("/api/about");
    assert!(about.contains("\"demo\":null") && about.contains("synthetic"), "{about}");
    let stopped = server.stop();
    assert_eq!((stopped.code, stopped.stderr.as_str()), (0, ""));
    assert!(desk.muster(&["audit", "verify", "--db", "demo.db"]).ok().contains("Sound."));
}

#[test]
fn today_may_be_another_day_than_the_demo_was_made_for() {
    let desk = Desk::with_demo();
    let server = Server::start(&desk, &["serve", "--db", "demo.db", "--port", "0", "--today", "2027-02-03", "--json"]);
    assert_eq!(server.announced["today"], "2027-02-03");
    assert!(server.get("/api/about").contains("\"today\":\"2027-02-03\""));
}

#[test]
fn demo_serves_what_is_there_with_a_sign_in_for_every_role() {
    let desk = Desk::with_demo();
    let words = ["demo", "--db", "demo.db", "--seed", "1", "--scale", "0.01", "--port", "0", "--no-open", "--json"];
    let server = Server::start(&desk, &words);
    let listed = server.announced["sign_ins"].as_array().unwrap().clone();
    let roles: std::collections::BTreeSet<&str> = listed.iter().map(|one| one["role"].as_str().unwrap()).collect();
    assert_eq!(roles.len(), muster_domain::access::Role::ALL.len());
    let about = server.get("/api/about");
    let first = format!("\"password\":\"{}\"", listed[0]["password"].as_str().unwrap());
    assert!(about.contains(&first), "{about}");
}

#[test]
fn a_taken_port_is_refused_before_the_database_is_touched() {
    let desk = Desk::empty();
    let held = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = held.local_addr().unwrap().port().to_string();
    let said = desk.muster(&["serve", "--db", "new.db", "--port", &port]).refused();
    assert!(said.contains(&format!("127.0.0.1:{port}")) && said.contains("--port"), "{said}");
    assert!(!desk.path("new.db").exists());
}
