//! The monthly reload: the rosters of a whole service (some 20,000 people) through their profiles and the desk, in how
//! many seconds and how much memory, and whether only what changed is recorded. Target: under 10 s, under 1 GB.
//!
//! `cargo xtask bench reload [-- SCALE]`, on SQLite in the system's temporary folder. Every roster is loaded once as it
//! is, then a month later with two people in a hundred promoted and a few gone.

use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};
use muster_domain::sources::SourceKind;
use muster_domain::workforce::UpdatePerson;
use muster_domain::{Command, Context, Date, Decide, Grade, Position, Service, SourceId, Text, Together, World};
use muster_exchange::sources::{BUILT_IN, LoadOptions, LoadPlan, SourceFile, plan};
use muster_exchange::tabular::Limits;
use muster_journal::testing::sqlite_place;
use muster_server::clock::Clock;
use muster_server::desk::{AllowAll, Desk, Submission};
use muster_server::vault::{Vault, VaultOptions};
use muster_synthetic::{Extract, Settings, extract, generate};

const TOGETHER: usize = 250;

#[tokio::main]
async fn main() -> Result<()> {
    let scale = std::env::args().nth(1).map_or(Ok(1.0), |text| text.parse()).context("which scale")?;
    let settings = Settings { scale, ..Settings::default() };
    let place = sqlite_place();
    let vault = Vault::open(place.location(), VaultOptions::default()).await?;
    let clock = Clock::fixed_day(settings.today);
    let desk = Desk::open(place.open().await, vault, Arc::new(AllowAll), clock).await?;
    let begun = Instant::now();
    for stage in generate(&settings).stages {
        for commands in stage.commands.chunks(TOGETHER) {
            let together = Submission {
                actor: stage.given.and_then(|given| given.actor),
                day: stage.given.map(|given| given.day),
                ..Submission::by_installation(Command::Together(Together { commands: commands.to_vec() }))
            };
            desk.submit(together).await?;
        }
    }
    let world = desk.world();
    println!(
        "{} people, {} billets, made in {:.1} s",
        world.people.len(),
        world.billets.len(),
        begun.elapsed().as_secs_f64()
    );
    println!("memory before the first load: {} MB at its peak", peak());
    let sources = define(&desk).await?;
    let last_month = settings.today.saturating_sub(jiff::ToSpan::days(31));

    let first = run(&desk, &settings, &sources, last_month, None).await?;
    println!("\nfirst load: {}", first.told());
    let changed = month_later(&desk.world(), settings.today);
    let reload = run(&desk, &settings, &sources, settings.today, Some(&changed)).await?;
    println!("monthly reload: {}", reload.told());
    println!("peak memory of the whole run: {} MB (target 1,000 MB)", peak());
    // Two in a hundred are promoted, and some more move to another position within the month.
    ensure!(reload.changed * 10 < reload.rows, "a reload records only what changed");
    Ok(())
}

#[derive(Default)]
struct Run {
    seconds: f64,
    slowest: f64,
    rows: usize,
    changed: usize,
    records: u64,
}

impl Run {
    fn told(&self) -> String {
        format!(
            "{} rows in {:.2} s, the largest file {:.2} s (target 10 s); {} rows said something new, {} records",
            self.rows, self.seconds, self.slowest, self.changed, self.records
        )
    }
}

async fn give(desk: &Desk, command: Command) -> Result<()> {
    desk.submit(Submission::by_installation(command)).await?;
    Ok(())
}

/// A source for every system of record that owns people.
async fn define(desk: &Desk) -> Result<Vec<SourceId>> {
    let names: std::collections::BTreeMap<Text, Service> =
        desk.world().people.iter().map(|(_, person)| (person.source.clone(), person.service)).collect();
    let mut ids = Vec::new();
    for (name, service) in names {
        let example = SourceFile::read(BUILT_IN[if service.is_military() { 1 } else { 2 }].1)?;
        let mut source = example.named(name.as_str()).define(&desk.world())?;
        source.coverage.services.clear();
        if service == Service::LocallyEmployed {
            source.profile.constants[0].value = "locally_employed".into();
        }
        ensure!(source.kind != SourceKind::StaffingList, "rosters only");
        give(desk, source.into()).await?;
        ids.push(desk.world().keys.source[&name]);
    }
    Ok(ids)
}

/// The World as the services see it a month later: two people in a hundred promoted.
fn month_later(world: &World, today: Date) -> World {
    let mut changed = world.clone();
    let context = Context { today, actor: None };
    for (id, person) in world.people.iter().filter(|(id, _)| id.0 % 50 == 7) {
        let mut facts = person.facts_on(today);
        facts.grade = match facts.grade {
            Grade::O(n @ 1..=5) => Grade::O(n + 1),
            Grade::E(n @ 1..=8) => Grade::E(n + 1),
            Grade::Gs(n @ 1..=14) => Grade::Gs(n + 1),
            other => other,
        };
        let update = UpdatePerson { person: id, from: today, facts };
        for event in update.decide(world, &context).into_iter().flatten() {
            changed.apply(&event, Position(world.position.0 + 1));
        }
    }
    changed
}

/// Writes each source's file, then times reading, comparing and taking it.
async fn run(desk: &Desk, settings: &Settings, sources: &[SourceId], as_of: Date, said: Option<&World>) -> Result<Run> {
    let mut done = Run::default();
    for id in sources {
        let world = desk.world();
        let file: Extract = extract(said.unwrap_or(&world), settings, *id, as_of, 1);
        let options = LoadOptions { as_of, today: settings.today, limits: Limits::default(), sample: false };
        let before = world.position.0;
        let begun = Instant::now();
        let planned: LoadPlan = plan(*id, &file.file, &file.bytes, &world, &options)?;
        let command = planned.command.context("a file that was not loaded before")?;
        give(desk, command).await?;
        let seconds = begun.elapsed().as_secs_f64();
        let records = desk.world().position.0 - before;
        println!(
            "  {:<28} {:>6} rows {:>6} new {:>5} changes {:>4} contradictions {:>4} records {:>6.2} s",
            world.sources[*id].name.as_str(),
            planned.rows.len(),
            planned.changed,
            planned.differences.len(),
            planned.contradictions.len(),
            records,
            seconds
        );
        done.seconds += seconds;
        done.slowest = done.slowest.max(seconds);
        done.rows += planned.rows.len();
        done.changed += planned.changed;
        done.records += records;
    }
    Ok(done)
}

/// The most memory that this process ever held, in MB, as Linux tells it; 0 elsewhere.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
}
