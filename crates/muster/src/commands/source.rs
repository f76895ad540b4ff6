//! `muster source`: systems of record, their profiles, and the loads of their files.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use muster_domain::sources::measures;
use muster_domain::{Date, SourceId, World};
use muster_exchange::import::{Difference, Note};
use muster_exchange::sources::{BUILT_IN, LoadOptions, LoadPlan, SourceFile, plan};
use muster_exchange::tabular::{Limits, load};
use muster_server::policy::Question;
use serde::Serialize;

use crate::installation::{Asker, Installation, Place};
use crate::output::{NOTHING, Output, or_nothing, table};
use crate::progress::spinner;

/// Define systems of record, try their files on a sample, and load them
///
/// A profile says how a source's files are read: its columns, codes and dates, as CSV, XLSX or fixed width. A file with a
/// structural fault is refused with every bad row named; what contradicts what is held is taken, flagged and queued.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster source examples service-roster > roster.toml
  muster source define roster.toml --db muster.db
  muster source try \"IPPS-A (synthetic)\" roster.txt --db muster.db
  muster source load \"IPPS-A (synthetic)\" roster.txt --db muster.db --as-of 2026-10-01
  muster source list --db muster.db")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// List the sources: what each last said, matched and not, and whether it is late
    List {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
    },
    /// Define a source by its profile file, or replace the definition of the one of its name
    Define {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// The profile, a TOML file
        file: PathBuf,
        /// Another name than the file gives
        #[arg(long)]
        name: Option<String>,
    },
    /// Print the profile of a source as a file
    Export {
        #[command(flatten)]
        place: Place,
        /// Name or id
        source: String,
    },
    /// Print an example profile, or the names of all
    Examples {
        /// Which
        name: Option<String>,
    },
    /// Show what a file or a sample of one would bring, and take nothing
    Try {
        #[command(flatten)]
        place: Place,
        /// Name or id
        source: String,
        /// The file
        file: PathBuf,
        /// The day it speaks of [default: today]
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
        /// It is a part of a file: what it lacks is not gone
        #[arg(long)]
        sample: bool,
    },
    /// Load a file, wholly or not at all
    Load {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// Name or id
        source: String,
        /// The file
        file: PathBuf,
        /// The day it speaks of [default: today]
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
    },
}

#[derive(Serialize)]
struct Row {
    id: SourceId,
    name: String,
    owner: String,
    rows: u32,
    matched: u32,
    unmatched: u32,
    lacking: u32,
    loads: usize,
    as_of: Option<Date>,
    due: Option<Date>,
    stale: bool,
}

/// What a file brings, as people and programs read it.
#[derive(Serialize)]
struct Brought {
    file: String,
    source: String,
    taken: bool,
    position: muster_domain::Position,
    rows: usize,
    changed: usize,
    unchanged: usize,
    gone: usize,
    proposals: usize,
    settled: usize,
    contradictions: Vec<Flag>,
    differences: Vec<Difference>,
    notes: Vec<Note>,
}

#[derive(Serialize)]
struct Flag {
    kind: muster_domain::workforce::ContradictionKind,
    row: Option<String>,
    detail: String,
}

/// Lines shown to people of each list.
const SHOWN: usize = 30;

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::Examples { name } => examples(name.as_deref(), output),
        Asked::List { place, asker } => {
            let installation = place.open_as(&asker).await?;
            installation.require(Question::Sources)?;
            let rows = rows(&installation.world(), installation.today());
            installation.close().await;
            output.show(&rows, |rows| list(rows))
        }
        Asked::Define { place, asker, file, name } => {
            let text = std::fs::read_to_string(&file).with_context(|| format!("Cannot read {}", file.display()))?;
            let mut read = SourceFile::read(&text).with_context(|| file.display().to_string())?;
            if let Some(name) = name {
                read = read.named(name);
            }
            let installation = place.open_as(&asker).await?;
            let done = define(&installation, &read).await;
            installation.close().await;
            output.say(done?)
        }
        Asked::Export { place, source } => {
            let installation = place.open().await?;
            let world = installation.world();
            installation.close().await;
            let id = named(&world, &source)?;
            crate::output::print(&SourceFile::of(&world, &world.sources[id].definition).write())
        }
        Asked::Try { place, source, file, as_of, sample } => {
            let installation = place.open().await?;
            let done = bring(&installation, &source, &file, as_of, sample, false).await;
            installation.close().await;
            output.show(&done?, text)
        }
        Asked::Load { place, asker, source, file, as_of } => {
            let installation = place.open_as(&asker).await?;
            let done = bring(&installation, &source, &file, as_of, false, true).await;
            installation.close().await;
            output.show(&done?, text)
        }
    }
}

fn examples(name: Option<&str>, output: Output) -> anyhow::Result<()> {
    match name {
        None => {
            let names: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
            output.show(&names, |names| names.join("\n"))
        }
        Some(name) => match BUILT_IN.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => crate::output::print(text),
            None => bail!("There is no example `{name}`. `muster source examples` names them"),
        },
    }
}

async fn define(installation: &Installation, file: &SourceFile) -> anyhow::Result<String> {
    let command = file.define(&installation.world())?;
    let name = command.name.clone();
    let accepted = installation.submit(command).await?;
    let id = installation.world().keys.source[&name];
    Ok(format!("{name} is defined as {id} at position {}.", accepted.position))
}

/// A source by name or id.
pub fn named(world: &World, named: &str) -> anyhow::Result<SourceId> {
    let id = named.parse().ok().filter(|id| world.sources.get(*id).is_some());
    id.or_else(|| world.keys.source.get(named).copied())
        .with_context(|| format!("There is no source {named}. `muster source list` names them"))
}

fn rows(world: &World, today: Date) -> Vec<Row> {
    let row = |(id, source): (SourceId, &muster_domain::sources::Source)| {
        let counted = measures(world, id, today);
        Row {
            id,
            name: source.name.to_string(),
            owner: source.definition.owner.name(world),
            rows: counted.rows,
            matched: counted.matched,
            unmatched: counted.unmatched,
            lacking: counted.lacking,
            loads: source.loads.len(),
            as_of: source.loads.last().map(|load| load.as_of),
            due: source.due(),
            stale: counted.stale,
        }
    };
    world.sources.iter().map(row).collect()
}

fn list(rows: &[Row]) -> String {
    if rows.is_empty() {
        return "No source is defined. `muster source define FILE` defines one.".to_owned();
    }
    let cells = rows.iter().map(|row| {
        [
            row.id.to_string(),
            row.name.clone(),
            row.owner.clone(),
            row.rows.to_string(),
            row.matched.to_string(),
            row.unmatched.to_string(),
            row.lacking.to_string(),
            or_nothing(row.as_of),
            format!("{}{}", or_nothing(row.due), if row.stale { ", late" } else { "" }),
        ]
    });
    table(["id", "source", "owner", "rows", "matched", "unmatched", "lacking", "file of", "next"], cells)
}

async fn bring(
    installation: &Installation,
    source: &str,
    file: &Path,
    as_of: Option<Date>,
    sample: bool,
    take: bool,
) -> anyhow::Result<Brought> {
    let (world, today) = (installation.world(), installation.today());
    let id = named(&world, source)?;
    let options = LoadOptions { as_of: as_of.unwrap_or(today), today, limits: Limits::default(), sample };
    let working = spinner(&format!("Reading {}", file.display()));
    let path = file.to_owned();
    let planned = tokio::task::spawn_blocking(move || {
        let (name, bytes) = load(&path, &options.limits)?;
        plan(id, &name, &bytes, &world, &options)
    });
    let planned: Result<LoadPlan, _> = planned.await.context("Reading the file stopped")?;
    working.finish_and_clear();
    let mut planned = planned?;
    let mut brought = Brought {
        file: file.display().to_string(),
        source: installation.world().sources[id].name.to_string(),
        taken: false,
        position: planned.base,
        rows: planned.rows.len(),
        changed: planned.changed,
        unchanged: planned.unchanged,
        gone: planned.gone.len(),
        proposals: planned.proposals.iter().filter(|proposal| !proposal.candidates.is_empty()).count(),
        settled: planned.settled,
        contradictions: planned
            .contradictions
            .iter()
            .map(|noted| Flag {
                kind: noted.kind,
                row: noted.row.as_ref().map(|row| row.key.to_string()),
                detail: noted.detail.to_string(),
            })
            .collect(),
        differences: std::mem::take(&mut planned.differences),
        notes: std::mem::take(&mut planned.notes),
    };
    if let Some(command) = planned.command.filter(|_| take) {
        brought.position = installation.submit(command).await?.position;
        brought.taken = true;
    }
    Ok(brought)
}

fn text(brought: &Brought) -> String {
    let verdict =
        if brought.taken { format!("taken at position {}", brought.position) } else { "not taken".to_owned() };
    let mut text = format!(
        "{}: {verdict}; {} rows, {} say something new, {} unchanged, {} gone; {} fields would change or changed, {} \
         contradictions, {} settled, {} rows with a proposal",
        brought.file,
        brought.rows,
        brought.changed,
        brought.unchanged,
        brought.gone,
        brought.differences.len(),
        brought.contradictions.len(),
        brought.settled,
        brought.proposals,
    );
    let cell = |value: &Option<String>| value.clone().unwrap_or_else(|| NOTHING.to_owned());
    if !brought.differences.is_empty() {
        let rows = brought.differences.iter().take(SHOWN);
        let rows = rows.map(|one| [one.subject.clone(), one.field.clone(), cell(&one.before), cell(&one.after)]);
        text += &format!("\n{}", table(["row", "field", "held", "file"], rows));
    }
    if !brought.contradictions.is_empty() {
        let rows = brought.contradictions.iter().take(SHOWN);
        let rows = rows.map(|one| [super::reconcile::kind(one.kind), or_nothing(one.row.as_ref()), one.detail.clone()]);
        text += &format!("\n{}", table(["contradiction", "row", "what was found"], rows));
    }
    let more = brought.differences.len().max(brought.contradictions.len());
    if more > SHOWN {
        text += "\nand more; --json shows all";
    }
    for note in brought.notes.iter().take(SHOWN) {
        let line = note.line.map_or_else(String::new, |line| format!("line {line}: "));
        text += &format!("\nnote: {line}{}", note.note);
    }
    text
}
