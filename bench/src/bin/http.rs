//! The page API under load: 50 callers of three roles ask the picture for 200 pairs of date and scope while 20 commands a
//! second arrive; beside it, in the same run, the same without repeated questions (nothing kept can answer) and a static
//! file: the shell of the pages, so build those first (`cargo xtask web`).
//!
//! `cargo run --release -p muster-bench --bin http [-- SECONDS [SCALE]]`

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Result, bail};
use jiff::ToSpan;
use muster_bench::caller::{Served, in_folder, load, resident_mb};
use muster_domain::kernel::Id;
use muster_domain::workforce::ExtendTour;
use muster_domain::{TourId, World};
use muster_server::desk::{Desk, Submission};

const PAIRS: u64 = 200;
const COMMANDS_PER_SECOND: u64 = 20;
const ROLES: [&str; 3] = ["director", "eucom", "analyst"];

#[tokio::main]
async fn main() -> Result<()> {
    in_folder("http", measure).await
}

async fn measure(folder: PathBuf, time: Duration, scale: f64) -> Result<()> {
    let served = Served::start(&folder, scale, &ROLES).await?;
    let Served { address, desk, cookies, .. } = &served;
    let (address, world) = (*address, desk.world());
    let day = desk.clock().today();
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

    let still = load(address, cookies, time, |_, _| "/".to_owned()).await?;
    still.print("static file (the shell of the pages)");
    let quiet = load(address, cookies, time, move |_, n| whole(n % PAIRS)).await?;
    quiet.print("picture, 200 dates, no commands");
    let uncached = load(address, cookies, time, move |_, n| fresh(n)).await?;
    uncached.print("picture, no question twice (uncached)");
    let going = Arc::new(AtomicBool::new(true));
    let writer = tokio::spawn(write(desk.clone(), Arc::clone(&going)));
    let busy = load(address, cookies, time, move |_, n| pair(n % PAIRS)).await?;
    let busy_whole = load(address, cookies, time, move |_, n| whole(n % PAIRS)).await?;
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
    served.stop().await
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
