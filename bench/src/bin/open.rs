//! How long a server takes to open: a million records without a snapshot (target 10 s), and with one (target 1 s).
//!
//! `cargo run --release -p muster-bench --bin open [-- RECORDS]`, on SQLite in the system's temporary folder. The records
//! are half changes of people, with sealed facts, and half approved gaps, over 20,000 people and 20,000 billets.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use muster_bench::load::{TODAY, event, register};
use muster_journal::testing::{TestPlace, sqlite_place};
use muster_journal::{Hash, Journal, NewRecord};
use muster_server::clock::Clock;
use muster_server::codec::encode;
use muster_server::desk::{AllowAll, Desk, DeskOptions};
use muster_server::vault::{Vault, VaultOptions};

const ROWS: u32 = 20_000;
const BATCH: u64 = 20_000;

#[tokio::main]
async fn main() -> Result<()> {
    let records: u64 =
        std::env::args().nth(1).map_or(Ok(1_000_000), |text| text.parse()).context("how many records")?;
    let place = sqlite_place();
    let desk = open(&place, u64::MAX).await?;
    register(&desk, ROWS, ROWS).await?;
    let begun = Instant::now();
    append(desk.journal(), desk.vault(), records).await?;
    println!("made {records} records in {:.1} s", begun.elapsed().as_secs_f64());
    drop(desk);

    let begun = Instant::now();
    let desk = open(&place, u64::MAX).await?;
    let without = begun.elapsed().as_secs_f64();
    let size = desk.journal().head().await?.size;
    ensure!(desk.world().position.0 == size, "the World is at the head");
    println!("open without a snapshot, {size} records: {without:.2} s (target 10 s at a million)");

    let begun = Instant::now();
    desk.close().await;
    println!("close, storing a snapshot: {:.2} s", begun.elapsed().as_secs_f64());
    let begun = Instant::now();
    let desk = open(&place, u64::MAX).await?;
    println!("open with a snapshot: {:.2} s (target 1 s)", begun.elapsed().as_secs_f64());
    ensure!(desk.world().position.0 == size, "the World is at the head");
    desk.close().await;
    Ok(())
}

async fn open(place: &TestPlace, snapshot_every: u64) -> Result<Desk> {
    let vault = Vault::open(place.location(), VaultOptions::default()).await?;
    let options = DeskOptions { snapshot_every, ..DeskOptions::default() };
    let clock = Clock::fixed_day(TODAY);
    Ok(Desk::open_with(place.open().await, vault, Arc::new(AllowAll), clock, options).await?)
}

/// Writes records past the desk, many to a commit: a million commands one by one are another bench.
async fn append(journal: &Journal, vault: &Vault, records: u64) -> Result<()> {
    for first in (0..records).step_by(usize::try_from(BATCH)?) {
        let mut page = Vec::new();
        for version in first..records.min(first + BATCH) {
            let number = u32::try_from(version * 7_919 % u64::from(ROWS))?;
            let encoded = encode(vec![event(number, version)?], &|person| vault.ring().key(person))?;
            page.extend(encoded.parts.into_iter().map(|events| NewRecord {
                at: 0,
                actor: "installation".to_owned(),
                command_id: uuid(version),
                command_hash: Hash::of(&[&version.to_be_bytes()]),
                part: 1,
                of: 1,
                events,
            }));
        }
        let mut batch = journal.begin().await?;
        batch.append(&page).await?;
        batch.commit().await?;
    }
    Ok(())
}

/// An id in the order of its number, as the time-ordered ids of commands are.
fn uuid(number: u64) -> uuid::Uuid {
    uuid::Uuid::from_u128((0x0190_0000_0000_7000_8000_0000_0000_0000_u128) + (u128::from(number) << 80))
}
