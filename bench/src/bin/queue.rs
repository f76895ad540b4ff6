//! The queue of cases under load: 50 callers of the roles that see cases ask it with every filter and order there is, and
//! pages of single cases, while nothing changes and while 10 commands a second arrive; beside it, in the same run, a static
//! file: the shell of the pages, so build those first (`cargo xtask web`).
//!
//! `cargo run --release -p muster-bench --bin queue [-- SECONDS [SCALE]]`

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use anyhow::Result;
use muster_bench::caller::{Served, commands_arrive, in_folder, load, resident_mb};
use muster_domain::CaseId;
use muster_domain::cases::CasePhase;

const ROLES: [&str; 8] = ["program", "director", "analyst", "auditor", "manager", "cases", "eucom", "centcom"];

/// Every kind of filter, order and search, with and without each other; the last asks for the whole.
const QUESTIONS: [&str; 16] = [
    "part=open",
    "part=held",
    "part=late",
    "part=unassigned",
    "part=open&order=value",
    "phase=executing",
    "phase=review&order=value",
    "phase=data_development",
    "holder=agency&part=open",
    "holder=state",
    "milestone=writing_status",
    "q=B-AA",
    "q=radar&part=open",
    "part=departing",
    "part=open&limit=200",
    "limit=200",
];

#[tokio::main]
async fn main() -> Result<()> {
    in_folder("queue", measure).await
}

async fn measure(folder: PathBuf, time: Duration, scale: f64) -> Result<()> {
    let served = Served::start(&folder, scale, &ROLES).await?;
    let Served { address, desk, cookies, .. } = &served;
    let address = *address;
    let (world, today) = (desk.world(), desk.clock().today());
    let open: Vec<CaseId> =
        world.cases.iter().filter(|(_, case)| case.phase(today) < CasePhase::Closed).map(|(id, _)| id).collect();
    println!("{} cases, {} of them open", world.cases.len(), open.len());
    // As in a running service, where it is made once a day and when cases moved.
    let begun = Instant::now();
    let forecasts = desk.clone();
    tokio::task::spawn_blocking(move || forecasts.forecasts().finish(&world, today)).await?;
    println!("outlook of open cases: {:.1} s", begun.elapsed().as_secs_f64());
    let queue = |_: usize, n: u64| format!("/api/cases?{}", QUESTIONS[n as usize % QUESTIONS.len()]);
    // A case manager and a command see a part of the cases only: whoever sees all of them asks for single ones.
    let page = move |role: usize, n: u64| match role {
        0..=4 => format!("/api/cases/{}", open[(n as usize).wrapping_mul(7919) % open.len()]),
        _ => "/api/cases?part=open".to_owned(),
    };

    let still = load(address, cookies, time, |_, _| "/".to_owned()).await?;
    still.print("static file (the shell of the pages)");
    let quiet = load(address, cookies, time, queue).await?;
    quiet.print("queue, any filter");
    let single = load(address, cookies, time, page).await?;
    single.print("one case");
    let summary = load(address, cookies, time, |_, _| "/api/cases/summary".to_owned()).await?;
    summary.print("summary of the queue");
    let going = Arc::new(AtomicBool::new(true));
    let writer = tokio::spawn(commands_arrive(desk.clone(), Arc::clone(&going)));
    let busy = load(address, cookies, time, queue).await?;
    going.store(false, Ordering::Relaxed);
    let taken = writer.await??;
    busy.print("queue, commands arriving");
    println!("commands taken while measured: {:.1}/s", taken as f64 / time.as_secs_f64());
    println!(
        "ratio to the static file: {:.2} (queue), {:.2} (one case)",
        quiet.rate() / still.rate(),
        single.rate() / still.rate()
    );
    println!("resident memory (server, client and bench in one process): {} MB", resident_mb());
    served.stop().await
}
