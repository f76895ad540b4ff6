//! A demo server of its own for tests that talk to one: made small, stopped and removed with the value.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use serde_json::Value;

use crate::process::{cargo, program, root, run, scratch, target};

/// A served demo database; ends with the value.
pub struct DemoServer {
    child: Child,
    port: u16,
}

/// How much of the full service the database holds.
const SCALE: &str = "0.2";
/// How long it may take to make the database and be ready.
const PATIENCE: Duration = Duration::from_secs(120);

/// Builds the program that [`DemoServer`] runs. Needed where the Rust tests did not build it: they do so with the same
/// features, so that nothing is compiled twice in a whole run.
pub fn build() -> anyhow::Result<()> {
    run(cargo().args(["build", "--package", "muster"]))
}

impl DemoServer {
    /// Makes a database under this name and serves it; the program is built before: see [`build`].
    pub fn start(name: &str) -> anyhow::Result<Self> {
        let folder = scratch()?.join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder).with_context(|| format!("removing {}", folder.display()))?;
        }
        std::fs::create_dir_all(&folder)?;
        let log = std::fs::File::create(folder.join("server.log"))?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let mut command = program(target().join("debug/muster"), &root());
        command.args(["demo", "--no-open", "--seed", "1", "--scale", SCALE, "--db"]).arg(folder.join("muster.db"));
        command.args(["--port", &port.to_string()]).stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let child = command.spawn().context("starting muster")?;
        let mut server = Self { child, port };
        server.wait_until_ready().with_context(|| format!("see {}", folder.join("server.log").display()))?;
        Ok(server)
    }

    fn wait_until_ready(&mut self) -> anyhow::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                bail!("the demo server ended ({status})");
            }
            if self.ask("GET", "/healthz", None).is_ok_and(|answer| answer.starts_with("HTTP/1.1 200")) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        bail!("the demo server was not ready after {} s", PATIENCE.as_secs());
    }

    /// Its address, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Signs in as the demo account of a role and gives the session's cookie, as `name=value`.
    pub fn cookie(&self, role: &str) -> anyhow::Result<String> {
        let about: Value = serde_json::from_str(body(&self.ask("GET", "/api/about", None)?))?;
        let accounts = about["demo"].as_array().context("the demo lists no sign-ins")?;
        let account = accounts
            .iter()
            .find(|account| account["role"].as_str().is_some_and(|title| title.eq_ignore_ascii_case(role)))
            .with_context(|| format!("the demo has no sign-in for {role}"))?;
        let sign_in = serde_json::json!({ "sign_in": account["sign_in"], "password": account["password"] });
        let answer = self.ask("POST", "/api/session", Some(&sign_in.to_string()))?;
        let cookie = answer.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("set-cookie")
                .then(|| value.trim().split(';').next().unwrap_or_default().to_owned())
        });
        cookie.with_context(|| format!("signing in as {role} gave no cookie: {}", answer.lines().next().unwrap_or("")))
    }

    /// One request over a connection of its own; the whole answer as text.
    fn ask(&self, method: &str, path: &str, body: Option<&str>) -> anyhow::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let body = body.unwrap_or_default();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            self.port,
            body.len(),
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).into_owned())
    }
}

fn body(answer: &str) -> &str {
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    // a chunked body names its length in lines of their own; the document stands between the outermost braces
    match (body.find('{'), body.rfind('}')) {
        (Some(from), Some(to)) if from <= to => &body[from..=to],
        _ => body,
    }
}

impl Drop for DemoServer {
    fn drop(&mut self) {
        // asked first, so that it ends as it does for anybody; what cannot be asked is ended
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let begun = Instant::now();
        while asked.as_ref().is_ok_and(std::process::ExitStatus::success) && begun.elapsed() < Duration::from_secs(15) {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
