//! The page API under load: 50 callers of three roles ask the picture for 200 pairs of date and scope while 20 commands a
//! second arrive; beside it, in the same run, the same without repeated questions (nothing kept can answer) and a static
//! file: the shell of the pages, so build those first (`cargo xtask web`).
//!
//! `cargo run --release -p muster-bench --bin http [-- SECONDS [SCALE]]`

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use jiff::ToSpan;
use muster_domain::kernel::Id;
use muster_domain::workforce::ExtendTour;
use muster_domain::{Command, Together, TourId, World};
use muster_journal::{Journal, Location, Options};
use muster_server::clock::Clock;
use muster_server::desk::{Desk, Submission};
use muster_server::http::{App, Settings, serve};
use muster_server::policy::Policy;
use muster_server::vault::{Vault, VaultOptions};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

const CALLERS: u64 = 50;
const PAIRS: u64 = 200;
const COMMANDS_PER_SECOND: u64 = 20;
const PASSWORD: &str = "bench password";
const ROLES: [&str; 3] = ["director", "eucom", "analyst"];

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let seconds = arguments.next().map_or(Ok(10), |text| text.parse()).context("SECONDS is a number")?;
    let scale = arguments.next().map_or(Ok(1.0), |text| text.parse()).context("SCALE is a number")?;
    let folder = std::env::temp_dir().join(format!("muster-bench-http-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = measure(&folder, Duration::from_secs(seconds), scale).await;
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn measure(folder: &std::path::Path, time: Duration, scale: f64) -> Result<()> {
    let settings = muster_synthetic::Settings { scale, ..Default::default() };
    let location: Location = folder.join("bench.db").to_string_lossy().parse()?;
    let policy = Policy::load()?;
    let vault = Vault::open(&location, VaultOptions::for_tests()).await?;
    let journal = Journal::open(&location, Options::default()).await?;
    let desk = Desk::open(journal, vault, Arc::new(policy.clone()), Clock::fixed_day(settings.today)).await?;
    for stage in muster_synthetic::stages(&settings) {
        let together = Command::Together(Together { commands: stage.commands });
        desk.submit(Submission {
            actor: stage.given.and_then(|given| given.actor),
            day: stage.given.map(|given| given.day),
            ..Submission::by_installation(together)
        })
        .await?;
    }
    let world = desk.world();
    println!(
        "{} people, {} billets, {} offices, journal position {}",
        world.people.len(),
        world.billets.len(),
        world.offices.len(),
        world.position
    );
    for name in ROLES {
        let account = *world.keys.account.get(name).with_context(|| format!("no demo account {name}"))?;
        desk.vault().set_password(account, PASSWORD).await?;
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let app = App::new(desk.clone(), policy, Settings { marking: "UNCLASSIFIED".into(), ..Settings::default() });
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let serving = tokio::spawn(serve(listener, app, async move {
        let _ = stopped.await;
    }));
    let mut cookies = Vec::new();
    for name in ROLES {
        cookies.push(sign_in(address, name).await?);
    }
    let cookies = Arc::new(cookies);

    let day = settings.today;
    let commands = [("AFRICOM"), ("CENTCOM"), ("EUCOM"), ("INDOPACOM"), ("SOUTHCOM")]
        .map(|code| world.keys.office.get(code).map_or(0, |id| id.index()));
    let pair = move |n: u64| {
        let on = day.saturating_add(((n / 5) as i64 * 17 % 1095 - 365).days());
        format!("/api/picture?on={on}&by=country&command=O{}", commands[(n % 5) as usize])
    };
    let whole = move |n: u64| {
        let on = day.saturating_add((n as i64 * 17 % 1095 - 365).days());
        format!("/api/picture?on={on}&by=country")
    };
    let fresh = move |n: u64| {
        let on = day.saturating_add((n as i64 % 30_000 - 12_000).days());
        format!("/api/picture?on={on}&by={}", ["country", "command", "office"][(n / 30_000 % 3) as usize])
    };

    let still = load(address, &cookies, time, |_| "/".to_owned()).await?;
    still.print("static file (the shell of the pages)");
    let quiet = load(address, &cookies, time, move |n| whole(n % PAIRS)).await?;
    quiet.print("picture, 200 dates, no commands");
    let uncached = load(address, &cookies, time, fresh).await?;
    uncached.print("picture, no question twice (uncached)");
    let going = Arc::new(AtomicBool::new(true));
    let writer = tokio::spawn(write(desk.clone(), Arc::clone(&going)));
    let busy = load(address, &cookies, time, move |n| pair(n % PAIRS)).await?;
    let busy_whole = load(address, &cookies, time, move |n| whole(n % PAIRS)).await?;
    going.store(false, Ordering::Relaxed);
    let taken = writer.await??;
    busy.print("picture, 200 date and scope pairs, commands arriving");
    busy_whole.print("picture, 200 dates of the whole service, commands arriving");
    println!("commands taken while measured: {:.1}/s", taken as f64 / (2.0 * time.as_secs_f64()));
    println!(
        "ratio to the static file: {:.2} (pairs), {:.2} (whole), {:.2} (uncached)",
        busy.rate() / still.rate(),
        busy_whole.rate() / still.rate(),
        uncached.rate() / still.rate()
    );
    println!("resident memory (server, client and bench in one process): {} MB", resident_mb());
    let _ = stop.send(());
    serving.await??;
    desk.close().await;
    Ok(())
}

/// What a load came to.
struct Load {
    latencies: Vec<u64>,
    bytes: u64,
    elapsed: Duration,
}

impl Load {
    fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.elapsed.as_secs_f64()
    }

    fn print(&self, what: &str) {
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

/// 50 callers, each asking as fast as it is answered.
async fn load(
    address: SocketAddr,
    cookies: &Arc<Vec<String>>,
    time: Duration,
    path: impl Fn(u64) -> String + Clone + Send + 'static,
) -> Result<Load> {
    let begun = Instant::now();
    let number = Arc::new(AtomicU64::new(0));
    let callers = (0..CALLERS).map(|caller| {
        let (cookies, number, path) = (Arc::clone(cookies), Arc::clone(&number), path.clone());
        tokio::spawn(async move {
            let mut stream = BufReader::new(TcpStream::connect(address).await?);
            stream.get_ref().set_nodelay(true)?;
            let (mut latencies, mut bytes) = (Vec::new(), 0);
            let cookie = &cookies[(caller % 3) as usize];
            while begun.elapsed() < time {
                let asked = Instant::now();
                let (status, body) =
                    request(&mut stream, "GET", &path(number.fetch_add(1, Ordering::Relaxed)), cookie, "").await?;
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

/// Extends tours of different offices by a day each, 20 times a second.
async fn write(desk: Desk, going: Arc<AtomicBool>) -> Result<u64> {
    let mut taken = 0;
    let mut ticks = tokio::time::interval(Duration::from_millis(1000 / COMMANDS_PER_SECOND));
    let mut tours = extendable(&desk.world(), desk.clock().today()).into_iter().cycle();
    while going.load(Ordering::Relaxed) {
        ticks.tick().await;
        let Some(tour) = tours.next() else { bail!("no tour can be extended") };
        let rotation = desk.world().tours[tour].rotation.tomorrow()?;
        taken += u64::from(desk.submit(Submission::by_installation(ExtendTour { tour, rotation })).await.is_ok());
    }
    Ok(taken)
}

/// Tours under way that nobody relieves, spread over the offices.
fn extendable(world: &World, today: muster_domain::Date) -> Vec<TourId> {
    let last = |id: TourId| {
        world.billets[world.tours[id].billet].tours.last() == Some(&id)
            && world.people[world.tours[id].person].tours.last() == Some(&id)
    };
    let mut tours: Vec<TourId> = world
        .tours
        .iter()
        .filter(|(id, tour)| {
            last(*id) && tour.is_primary() && tour.served().is_some_and(|period| period.contains(today))
        })
        .map(|(id, _)| id)
        .collect();
    tours.sort_by_key(|id| id.index().wrapping_mul(2_654_435_761) % 1_000_003);
    tours
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

fn resident_mb() -> u64 {
    let pages =
        std::fs::read_to_string("/proc/self/statm").ok().and_then(|text| text.split(' ').nth(1)?.parse::<u64>().ok());
    pages.unwrap_or(0) * 4096 / 1_000_000
}
