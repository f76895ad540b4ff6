//! The inbox under load: 50 callers of the real roles ask their inbox, single requisitions and the candidates of one,
//! while nothing changes and while 10 commands a second arrive; beside it, in the same run, a static file: the shell of the
//! pages, so build those first (`cargo xtask web`).
//!
//! `cargo run --release -p muster-bench --bin inbox [-- SECONDS [SCALE]]`

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::{Context, Result};
use muster_bench::caller::{Served, commands_arrive, in_folder, load, resident_mb};
use muster_domain::access::Role;
use muster_domain::{RequisitionId, Service};
use muster_server::desk::Desk;

const ROLES: [&str; 10] =
    ["manager", "army", "airforce", "navy", "eucom", "centcom", "indopacom", "dia", "africom", "civilian"];

#[tokio::main]
async fn main() -> Result<()> {
    in_folder("inbox", measure).await
}

async fn measure(folder: PathBuf, time: Duration, scale: f64) -> Result<()> {
    let served = Served::start(&folder, scale, &ROLES).await?;
    let Served { address, desk, cookies, .. } = &served;
    let address = *address;
    let seen = Arc::new(seen(desk)?);
    let inbox = |role: usize, _: u64| match role {
        0 => "/api/requisitions?mine=true&limit=100".to_owned(),
        _ => "/api/requisitions?mine=true".to_owned(),
    };
    let of = |list: &[RequisitionId], n: u64| list[(n as usize).wrapping_mul(7919) % list.len()];
    let pages = Arc::clone(&seen);
    let page = move |role: usize, n: u64| format!("/api/requisitions/{}", of(&pages[role].0, n));
    let asked = Arc::clone(&seen);
    let candidates = move |role: usize, n: u64| match asked[role].1.as_slice() {
        [] => "/api/requisitions?open=true".to_owned(),
        list => format!("/api/requisitions/{}/candidates?limit=25", of(list, n)),
    };

    let still = load(address, cookies, time, |_, _| "/".to_owned()).await?;
    still.print("static file (the shell of the pages)");
    let quiet = load(address, cookies, time, inbox).await?;
    quiet.print("inbox");
    let single = load(address, cookies, time, page).await?;
    single.print("one requisition");
    let ranked = load(address, cookies, time, candidates.clone()).await?;
    ranked.print("candidates, 25 with every rule");
    let going = Arc::new(AtomicBool::new(true));
    let writer = tokio::spawn(commands_arrive(desk.clone(), Arc::clone(&going)));
    let busy = load(address, cookies, time, inbox).await?;
    let busy_ranked = load(address, cookies, time, candidates).await?;
    going.store(false, Ordering::Relaxed);
    let taken = writer.await??;
    busy.print("inbox, commands arriving");
    busy_ranked.print("candidates, commands arriving (every command ranks anew)");
    println!("commands taken while measured: {:.1}/s", taken as f64 / (2.0 * time.as_secs_f64()));
    println!(
        "ratio to the static file: {:.2} (inbox), {:.2} (one requisition), {:.2} (candidates)",
        quiet.rate() / still.rate(),
        single.rate() / still.rate(),
        ranked.rate() / still.rate()
    );
    println!("resident memory (server, client and bench in one process): {} MB", resident_mb());
    served.stop().await
}

/// For each role the requisitions it sees, and those of them whose candidates it asks for.
type Seen = Vec<(Vec<RequisitionId>, Vec<RequisitionId>)>;

fn seen(desk: &Desk) -> Result<Seen> {
    let (world, today) = (desk.world(), desk.clock().today());
    let mut all = Vec::new();
    for name in ROLES {
        let account = *world.keys.account.get(name).with_context(|| format!("no demo account {name}"))?;
        let grant = world.grants(account, today).next().with_context(|| format!("{name} is granted nothing"))?;
        let visible = |id: &RequisitionId| {
            let requisition = &world.requisitions[*id];
            let office = requisition.office(&world);
            match grant.role {
                Role::AssignmentOfficer => grant.service.is_some_and(|of| requisition.services.contains(&of)),
                Role::CommandOfficer | Role::OfficeChief => {
                    let attache = name == "dia" && world.offices[office].code.starts_with("SCO-");
                    attache || grant.office == Some(office) || grant.office == Some(world.command_of(office, today))
                }
                Role::Member => requisition.nominees.iter().any(|nominee| Some(nominee.person) == grant.person),
                _ => true,
            }
        };
        let ids = || world.requisitions.iter().map(|(id, _)| id);
        let seen: Vec<RequisitionId> = ids().filter(visible).collect();
        let ranks = matches!(grant.role, Role::AssignmentOfficer | Role::WorkforceManager);
        let open = |id: &RequisitionId| {
            let requisition = &world.requisitions[*id];
            ranks && requisition.is_open(&world) && requisition.services.iter().all(|of| *of != Service::Civilian)
        };
        let asked = seen.iter().copied().filter(open).collect();
        anyhow::ensure!(!seen.is_empty(), "{name} sees no requisition");
        all.push((seen, asked));
    }
    Ok(all)
}
