//! `muster import`: files into commands, their differences shown before they are taken.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use muster_domain::{Date, Position};
use muster_exchange::import::{Activities, Difference, ImportKind, ImportOptions, Note, Plan, plan_file};
use muster_journal::Location;
use serde::Serialize;

use crate::installation::{Installation, Place};
use crate::output::{NOTHING, Output, table};
use crate::progress::spinner;

/// Take files of a system of record, or published tables
///
/// A file is taken whole or not at all; one with a fault is refused with every bad row named. A file that says what is
/// held already changes nothing. CSV, gzip CSV and XLSX are read; the names of a file's columns are in --columns.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster import people roster.xlsx --db muster.db --source \"Army roster\" --as-of 2026-10-01 --dry-run
  muster import rankings army.csv --db muster.db --source \"Army marketplace\" --as-of 2026-09-20
  muster import cases cases.xlsx --db muster.db --source DSAMS --dry-run
  muster import case-events history.xes.gz --map activities.csv --db muster.db --source DSAMS
  muster import case-payments difs.csv --db muster.db --source DIFS --as-of 2026-09-30 --dry-run
  muster import case-deliveries cisil.xlsx --db muster.db --source CISIL
  muster import sales-book historical_sales_book_fy2024.csv --db muster.db
  muster import sales-history arms_sales_country_year.csv --db muster.db --dry-run
  muster import billets --columns")]
pub struct Args {
    /// What the files hold: offices, billets, people, tours, rankings, cases, case-events, case-payments, case-deliveries, case-discrepancies, case-reviews, case-reconciliations, sales-book, sales-history, notifications, training-report, post-allowances, country-names
    kind: ImportKind,
    /// The files, taken in this order
    #[arg(required_unless_present = "columns")]
    files: Vec<PathBuf>,
    /// The database: a file, or postgres://user@host/name
    #[arg(
        long,
        env = "MUSTER_DB",
        hide_env_values = true,
        value_name = "FILE|URL",
        required_unless_present = "columns"
    )]
    db: Option<Location>,
    /// The day that counts as today [default: the day a demo database was made for, else the real one]
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// The system of record they come from: the owner of their rows
    #[arg(long, default_value = "import")]
    source: String,
    /// The day they speak of [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Show the differences and take nothing
    #[arg(long)]
    dry_run: bool,
    /// Show every difference, however many there are
    #[arg(long)]
    all: bool,
    /// For case-events: what another system's activities stand for, a CSV with the columns activity and code
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// For case-events in OCEL: the object type whose objects are the cases [default: the one that most events relate to]
    #[arg(long, value_name = "NAME")]
    object_type: Option<String>,
    /// Explain the columns of such a file and stop
    #[arg(long)]
    columns: bool,
}

/// What became of one file.
#[derive(Serialize)]
struct Imported {
    file: String,
    kind: ImportKind,
    taken: bool,
    position: Position,
    unchanged: usize,
    differences: Vec<Difference>,
    notes: Vec<Note>,
}

/// Differences, and notes, shown to people unless they ask for all.
const SHOWN: (usize, usize) = (40, 10);
/// Passes over one file: rows that refer to rows of the same file need a second.
const PASSES: usize = 3;

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    if args.columns {
        return output.show(&args.kind.guide(), |columns| {
            if columns.is_empty() {
                return format!("{} is read in the form it is published in.", args.kind);
            }
            let rows = columns.iter().map(|c| [c.name.into(), c.presence.into(), c.holds.clone(), c.meaning.into()]);
            table(["column", "", "holds", "meaning"], rows)
        });
    }
    let db = args.db.clone().context("Say which database to import into. Give --db")?;
    let installation = Place { db, today: args.today }.open().await?;
    let mut done = Vec::new();
    let mut outcome = Ok(());
    for file in &args.files {
        match import(&args, &installation, file).await {
            Ok(imported) => done.push(imported),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    installation.close().await;
    // what was taken before a file was refused stays taken, and is said
    if outcome.is_ok() || !done.is_empty() {
        output.show(&done, |done| done.iter().map(|one| text(one, args.all)).collect::<Vec<_>>().join("\n\n"))?;
    }
    outcome
}

async fn import(args: &Args, installation: &Installation, file: &Path) -> anyhow::Result<Imported> {
    let mut options = ImportOptions::new(&args.source, args.as_of.unwrap_or(installation.today()));
    if let Some(map) = &args.map {
        options.activities = Activities::read_file(map, &options.limits)?;
    }
    options.object_type.clone_from(&args.object_type);
    let mut imported = Imported {
        file: file.display().to_string(),
        kind: args.kind,
        taken: false,
        position: installation.world().position,
        unchanged: 0,
        differences: Vec::new(),
        notes: Vec::new(),
    };
    for pass in 0..PASSES {
        let plan = planned(args.kind, installation, file, &options).await?;
        let (command, again) = (plan.command(), plan.again);
        if pass == 0 {
            imported.unchanged = plan.unchanged;
            imported.notes = plan.notes;
        }
        imported.differences.extend(plan.differences);
        let Some(command) = command.filter(|_| !args.dry_run) else { break };
        if let Some(bytes) = plan.blob {
            installation.desk.journal().put_blob(&bytes).await?;
        }
        imported.position = installation.submit(command).await?.position;
        imported.taken = true;
        if !again {
            return Ok(imported);
        }
    }
    if imported.taken && planned(args.kind, installation, file, &options).await?.again {
        bail!("Rows of {} refer to each other in a circle. Break the circle and import it again", file.display());
    }
    Ok(imported)
}

/// Reads and compares beside the runtime: a large file takes seconds.
async fn planned(
    kind: ImportKind,
    installation: &Installation,
    file: &Path,
    options: &ImportOptions,
) -> anyhow::Result<Plan> {
    let working = spinner(&format!("Reading {}", file.display()));
    let (world, file, options) = (installation.world(), file.to_owned(), options.clone());
    let planned = tokio::task::spawn_blocking(move || plan_file(kind, &file, &world, &options)).await;
    working.finish_and_clear();
    Ok(planned.context("Reading the file stopped")??)
}

fn text(imported: &Imported, all: bool) -> String {
    let verdict = match (imported.differences.is_empty(), imported.taken) {
        (true, false) => "nothing to change".to_owned(),
        (_, true) => format!("taken at position {}", imported.position),
        (false, false) => "not taken (dry run)".to_owned(),
    };
    let mut text = format!(
        "{}: {verdict}; {} differences, {} rows unchanged",
        imported.file,
        imported.differences.len(),
        imported.unchanged
    );
    let (most, notes) = if all { (usize::MAX, usize::MAX) } else { SHOWN };
    if !imported.differences.is_empty() {
        let cell = |value: &Option<String>| value.clone().unwrap_or_else(|| NOTHING.to_owned());
        let rows = imported.differences.iter().take(most);
        let rows = rows.map(|one| [one.subject.clone(), one.field.clone(), cell(&one.before), cell(&one.after)]);
        text += &format!("\n{}", table(["row", "field", "held", "file"], rows));
        if imported.differences.len() > most {
            text += &format!("\nand {} more; --all shows them", imported.differences.len() - most);
        }
    }
    for note in imported.notes.iter().take(notes) {
        let line = note.line.map_or_else(String::new, |line| format!("line {line}: "));
        text += &format!("\nnote: {line}{}", note.note);
    }
    if imported.notes.len() > notes {
        text += &format!("\nand {} more notes; --all shows them", imported.notes.len() - notes);
    }
    text
}
