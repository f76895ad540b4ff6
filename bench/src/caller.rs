//! A served demonstration and 50 callers of it, each on a connection of its own: what several benches ask.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::{Command, Together};
use muster_journal::{Journal, Location, Options};
use muster_server::clock::Clock;
use muster_server::desk::{AllowAll, Desk, Submission};
use muster_server::http::{App, Settings, serve};
use muster_server::policy::Policy;
use muster_server::vault::{Vault, VaultOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

const CALLERS: u64 = 50;
const COMMANDS_PER_SECOND: u64 = 10;
const PASSWORD: &str = "bench password";

/// What a bench under load is asked: how long each part is measured, and the size of the service; and a folder of its own,
/// which is gone afterwards.
///
/// # Errors
/// When an argument is no number, the folder cannot be made or removed, or the bench fails.
pub async fn in_folder<F: Future<Output = Result<()>>>(
    name: &str,
    measure: impl FnOnce(PathBuf, Duration, f64) -> F,
) -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().map_or(Ok(10), |text| text.parse()).context("SECONDS is a number")?;
    let scale = arguments.next().map_or(Ok(1.0), |text| text.parse()).context("SCALE is a number")?;
    let folder = std::env::temp_dir().join(format!("muster-bench-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = measure(folder.clone(), Duration::from_secs(seconds), scale).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

/// A synthetic service, served, with a session for each of some accounts.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its desk.
    pub desk: Desk,
    /// The cookies of the accounts, in the order asked.
    pub cookies: Arc<Vec<String>>,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<std::io::Result<()>>,
}

impl Served {
    /// Makes a service of this size in a folder and serves it.
    ///
    /// # Errors
    /// When it cannot be made, served or signed in to.
    pub async fn start(folder: &Path, scale: f64, names: &[&str]) -> Result<Self> {
        let settings = muster_synthetic::Settings { scale, ..Default::default() };
        let location: Location = folder.join("bench.db").to_string_lossy().parse()?;
        make(&location, &settings).await?;
        let policy = Policy::load()?;
        let vault = Vault::open(&location, VaultOptions::for_tests()).await?;
        let journal = Journal::open(&location, Options::default()).await?;
        let desk = Desk::open(journal, vault, Arc::new(policy.clone()), Clock::fixed_day(settings.today)).await?;
        let world = desk.world();
        println!(
            "{} people, {} billets, {} offices, {} requisitions, journal position {}",
            world.people.len(),
            world.billets.len(),
            world.offices.len(),
            world.requisitions.len(),
            world.position
        );
        for name in names {
            let account = *world.keys.account.get(*name).with_context(|| format!("no demo account {name}"))?;
            desk.vault().set_password(account, PASSWORD).await?;
        }
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let app = App::new(desk.clone(), policy, Settings { marking: "UNCLASSIFIED".into(), ..Settings::default() });
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(serve(listener, app, async move {
            let _ = stopped.await;
        }));
        let mut cookies = Vec::new();
        for name in names {
            cookies.push(sign_in(address, name).await?);
        }
        Ok(Self { address, desk, cookies: Arc::new(cookies), stop, serving })
    }

    /// Stops serving and closes the desk.
    ///
    /// # Errors
    /// When the server ended badly.
    pub async fn stop(self) -> Result<()> {
        let _ = self.stop.send(());
        self.serving.await??;
        self.desk.close().await;
        Ok(())
    }
}

async fn make(location: &Location, settings: &muster_synthetic::Settings) -> Result<()> {
    let vault = Vault::open(location, VaultOptions::for_tests()).await?;
    let journal = Journal::open(location, Options::default()).await?;
    let desk = Desk::open(journal, vault, Arc::new(AllowAll), Clock::fixed_day(settings.today)).await?;
    for stage in muster_synthetic::stages(settings) {
        let together = Command::Together(Together { commands: stage.commands });
        let submission = Submission {
            actor: stage.given.and_then(|given| given.actor),
            day: stage.given.map(|given| given.day),
            ..Submission::by_installation(together)
        };
        desk.submit(submission).await?;
    }
    desk.close().await;
    Ok(())
}

/// Sets a lever that nothing measured depends on, over and over, ten times a second until told otherwise: a command that
/// moves the position. Gives how many were taken.
///
/// # Errors
/// Never in practice: a count beyond every integer.
pub async fn commands_arrive(desk: Desk, going: Arc<AtomicBool>) -> Result<u64> {
    let mut taken = 0;
    let mut ticks = tokio::time::interval(Duration::from_millis(1000 / COMMANDS_PER_SECOND));
    let from = desk.clock().today();
    while going.load(Ordering::Relaxed) {
        ticks.tick().await;
        let value = 60 + i64::try_from(taken % 2)?;
        let set = SetLever { lever: Lever::VisitMinutes, from, value, reason: "Bench".into() };
        taken += u64::from(desk.submit(Submission::by_installation(set)).await.is_ok());
    }
    Ok(taken)
}

/// What a load came to.
pub struct Load {
    latencies: Vec<u64>,
    bytes: u64,
    elapsed: Duration,
}

impl Load {
    /// Requests answered a second.
    pub fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.elapsed.as_secs_f64()
    }

    /// Prints what it came to.
    pub fn print(&self, what: &str) {
        let at = |share: f64| self.latencies[((self.latencies.len() - 1) as f64 * share) as usize] as f64 / 1000.0;
        let mean = self.bytes as f64 / self.latencies.len() as f64 / 1000.0;
        println!(
            "{what}: {:.0} requests/s, p50 {:.1} ms, p99 {:.1} ms, worst {:.1} ms, {mean:.1} kB each",
            self.rate(),
            at(0.5),
            at(0.99),
            at(1.0)
        );
    }
}

/// 50 callers of the roles in turn, each asking as fast as it is answered. `path` is given the role's place and the
/// number of the question.
///
/// # Errors
/// When a question is not answered with success.
pub async fn load(
    address: SocketAddr,
    cookies: &Arc<Vec<String>>,
    time: Duration,
    path: impl Fn(usize, u64) -> String + Clone + Send + 'static,
) -> Result<Load> {
    let begun = Instant::now();
    let number = Arc::new(AtomicU64::new(0));
    let callers = (0..CALLERS).map(|caller| {
        let (cookies, number, path) = (Arc::clone(cookies), Arc::clone(&number), path.clone());
        tokio::spawn(async move {
            let mut stream = BufReader::new(TcpStream::connect(address).await?);
            stream.get_ref().set_nodelay(true)?;
            let (mut latencies, mut bytes) = (Vec::new(), 0);
            let role = caller as usize % cookies.len();
            let cookie = &cookies[role];
            while begun.elapsed() < time {
                let asked = Instant::now();
                let (status, body) =
                    request(&mut stream, "GET", &path(role, number.fetch_add(1, Ordering::Relaxed)), cookie, "")
                        .await?;
                if status != 200 {
                    bail!("answered {status}: {}", String::from_utf8_lossy(&body));
                }
                latencies.push(u64::try_from(asked.elapsed().as_micros())?);
                bytes += body.len() as u64;
            }
            Ok((latencies, bytes))
        })
    });
    let callers: Vec<_> = callers.collect();
    let (mut latencies, mut bytes) = (Vec::new(), 0);
    for caller in callers {
        let (some, sent) = caller.await??;
        latencies.extend(some);
        bytes += sent;
    }
    let elapsed = begun.elapsed();
    latencies.sort_unstable();
    Ok(Load { latencies, bytes, elapsed })
}

async fn sign_in(address: SocketAddr, name: &str) -> Result<String> {
    let mut stream = BufReader::new(TcpStream::connect(address).await?);
    let body = format!(r#"{{"sign_in":"{name}","password":"{PASSWORD}"}}"#);
    let head = send(&mut stream, "POST", "/api/session", "", &body).await?;
    let cookie = head
        .lines()
        .find_map(|line| line.strip_prefix("set-cookie: "))
        .with_context(|| format!("{name} was not signed in: {head}"))?;
    Ok(cookie.split(';').next().unwrap_or_default().to_owned())
}

async fn request(
    stream: &mut BufReader<TcpStream>,
    method: &str,
    path: &str,
    cookie: &str,
    body: &str,
) -> Result<(u16, Vec<u8>)> {
    let head = send(stream, method, path, cookie, body).await?;
    let status = head.split(' ').nth(1).context("no status")?.parse()?;
    let length: usize =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")).context("no length")?.parse()?;
    let mut answer = vec![0; length];
    stream.read_exact(&mut answer).await?;
    Ok((status, answer))
}

/// Sends a request and reads the head of its answer, names in lower case as the server sends them.
async fn send(stream: &mut BufReader<TcpStream>, method: &str, path: &str, cookie: &str, body: &str) -> Result<String> {
    let request = format!(
        "{method} {path} HTTP/1.1\r\nhost: bench\r\ncookie: {cookie}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.get_mut().write_all(request.as_bytes()).await?;
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8(head)?)
}

/// Resident memory of this process, in MB.
pub fn resident_mb() -> u64 {
    let pages =
        std::fs::read_to_string("/proc/self/statm").ok().and_then(|text| text.split(' ').nth(1)?.parse::<u64>().ok());
    pages.unwrap_or(0) * 4096 / 1_000_000
}
