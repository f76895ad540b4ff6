//! Durable commands a second through the desk, beside what the same disk does with a bare append and `fdatasync`, in one
//! run: 32 writers, each waiting for its answer before it gives the next command.
//!
//! `cargo run --release -p muster-bench --bin journal [-- SECONDS]`; SQLite in the system's temporary folder, then a
//! throwaway PostgreSQL there. Ends with an error when anything acknowledged is not there afterwards.

use std::io::Write as _;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use muster_bench::load::{TODAY, register, update};
use muster_journal::testing::{TestPlace, postgres_place, sqlite_place};
use muster_server::clock::Clock;
use muster_server::desk::{AllowAll, Desk, DeskOptions, Submission};
use muster_server::vault::{Vault, VaultOptions};

const WRITERS: u32 = 32;
const PEOPLE: u32 = 3_200;
/// Bytes of a typical record.
const RECORD: usize = 600;

#[tokio::main]
async fn main() -> Result<()> {
    let seconds = std::env::args().nth(1).map_or(Ok(5), |text| text.parse()).context("seconds to measure for")?;
    let each = Duration::from_secs(seconds);
    measure("SQLite", sqlite_place(), each, 2.0).await?;
    match postgres_place("journal bench").await {
        Some(place) => {
            measure("PostgreSQL", place.clone(), each, 1.5).await?;
            place.remove().await;
        }
        None => println!("PostgreSQL: not measured, it is not installed"),
    }
    Ok(())
}

async fn measure(name: &str, place: TestPlace, each: Duration, target: f64) -> Result<()> {
    let vault = Vault::open(place.location(), VaultOptions::default()).await?;
    // snapshots are part of what a server does; the default stores one every 20,000 records
    let options = DeskOptions::default();
    let clock = Clock::fixed_day(TODAY);
    let desk = Desk::open_with(place.open().await, vault, Arc::new(AllowAll), clock, options).await?;
    register(&desk, 100, PEOPLE).await?;
    let before = desk.world().position.0;

    let probe = place.file("bare");
    let bare_before = bare(&probe, each / 4)?;
    let begun = Instant::now();
    let writers: Vec<_> = (0..WRITERS).map(|writer| tokio::spawn(write(desk.clone(), writer, begun, each))).collect();
    let mut taken = 0;
    for writer in writers {
        taken += writer.await??;
    }
    let elapsed = begun.elapsed().as_secs_f64();
    let bare_after = bare(&probe, each / 4)?;

    let size = desk.journal().head().await?.size;
    ensure!(size == before + taken, "{taken} commands were acknowledged and {} are there", size - before);
    let audit = desk.audit(None).await?;
    ensure!(audit.is_sound(), "{audit}");
    // the better of the two: other work on the disk while one was measured must not flatter the desk
    let (desk_rate, bare_rate) = (taken as f64 / elapsed, bare_before.max(bare_after));
    println!(
        "{name}: {desk_rate:.0} durable commands/s with {WRITERS} writers; bare append + fdatasync {bare_rate:.0}/s \
         ({bare_before:.0} before, {bare_after:.0} after); ratio {:.2} (target {target}); {taken} taken, none lost",
        desk_rate / bare_rate
    );
    desk.close().await;
    Ok(())
}

/// Gives commands one after the other until the time is over; how many were taken.
async fn write(desk: Desk, writer: u32, begun: Instant, each: Duration) -> Result<u64> {
    let mut taken = 0;
    while begun.elapsed() < each {
        let person = writer + WRITERS * u32::try_from(taken % u64::from(PEOPLE / WRITERS))?;
        desk.submit(Submission::by_installation(update(person, taken + 1))).await?;
        taken += 1;
    }
    Ok(taken)
}

/// Appends of a record's size, each synced, a second.
fn bare(path: &std::path::Path, each: Duration) -> Result<f64> {
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(path)?;
    let (begun, mut count) = (Instant::now(), 0_u32);
    while begun.elapsed() < each {
        file.write_all(&[b'x'; RECORD])?;
        file.sync_data()?;
        count += 1;
    }
    Ok(f64::from(count) / begun.elapsed().as_secs_f64())
}
