//! `muster export`: one noun as CSV or a workbook, or every noun as a typed table in a database for any BI tool.

mod database;
mod log;
mod picture;

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};
use muster_domain::access::Scope;
use muster_domain::{Date, World};
use muster_exchange::export::{Noun, Scopes, Table, export};
use muster_journal::Location;
use muster_server::policy::{FieldClass, Question};

use crate::installation::{Asker, Installation, Place};
use crate::output::Output;

/// Write what is known as CSV, as a workbook, or as tables of a database
///
/// Every row carries its handling marking, and the label of synthetic rows. Sealed facts are left out unless asked for.
/// With --as only the rows that the account may see are written.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster export billets --db demo/muster.db --out billets.xlsx
  muster export people --db demo/muster.db --as eucom --on 2027-01-01 > people.csv
  muster export case-events --db demo/muster.db --format ocel --out cases.jsonocel
  muster export case-deliveries --db demo/muster.db --out deliveries.xlsx
  muster export --db demo/muster.db --into muster-tables.sqlite
  muster export --db demo/muster.db --into postgres://analyst@db.example/bi --schema muster --replace")]
pub struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    asker: Asker,
    /// The table: offices, billets, people, tours, countries, figures, contradictions, cases, case-events, case-payments, case-deliveries, case-discrepancies, case-reviews, case-reconciliations or picture
    #[arg(required_unless_present = "into", conflicts_with = "into")]
    table: Option<Which>,
    /// The day it speaks of, past or planned [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// The file: .csv or .xlsx; of case events .xes and .jsonocel too [default: CSV on standard output]
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// The form, whatever the file is called; xes and ocel are for case events [default: as the file's name ends]
    #[arg(long, value_enum, conflicts_with = "into")]
    format: Option<Form>,
    /// Every table and a data dictionary into a new SQLite file, or a schema of a PostgreSQL database
    #[arg(long, value_name = "FILE|URL", conflicts_with = "out")]
    into: Option<Location>,
    /// The PostgreSQL schema
    #[arg(long, default_value = "muster_export", requires = "into")]
    schema: String,
    /// Replace the file or schema if it is there
    #[arg(long, requires = "into")]
    replace: bool,
    /// Ask for the sealed personal columns of people too
    #[arg(long)]
    personal: bool,
    /// Ask for the sealed family columns of people too
    #[arg(long)]
    family: bool,
    /// Handling marking on every row [default: CUI, or UNCLASSIFIED // SYNTHETIC for synthetic rows]
    #[arg(long)]
    marking: Option<String>,
}

/// A form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Csv,
    Xlsx,
    Xes,
    Ocel,
}

impl Form {
    /// The form that is asked for, or that the file's name says; CSV where there is no file.
    fn of(args: &Args) -> anyhow::Result<Self> {
        if let Some(form) = args.format {
            return Ok(form);
        }
        let Some(path) = &args.out else { return Ok(Self::Csv) };
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("csv") => Ok(Self::Csv),
            Some("xlsx") => Ok(Self::Xlsx),
            Some("xes") => Ok(Self::Xes),
            Some("json" | "jsonocel") => Ok(Self::Ocel),
            _ => bail!(
                "{} has no known ending. Give a name that ends in .csv, .xlsx, .xes or .jsonocel, or say --format",
                path.display()
            ),
        }
    }
}

/// A table that can be written.
#[derive(Debug, Clone, Copy)]
enum Which {
    Noun(Noun),
    Picture,
}

impl std::str::FromStr for Which {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "picture" {
            return Ok(Self::Picture);
        }
        text.parse().map(Self::Noun).map_err(|error: muster_exchange::export::UnknownNoun| format!("{error}, picture"))
    }
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let installation = args.place.open_as(&args.asker).await?;
    let world = installation.world();
    let tables = Tables::of(&args, &installation, &world);
    installation.close().await;
    match (args.table, &args.into) {
        (Some(which), _) => match Form::of(&args)? {
            Form::Csv | Form::Xlsx => write(&tables.table(which), &args, output),
            form => log::write(&tables, which, form, &args, output),
        },
        (None, Some(into)) => {
            let all = tables.all();
            database::write(into, &args.schema, args.replace, &all).await?;
            let counts: Vec<_> = all
                .iter()
                .map(|table| serde_json::json!({ "table": table.sql_name(), "rows": table.rows().len() }))
                .collect();
            output.show(&counts, |_| {
                let rows = all.iter().map(|table| [table.sql_name(), table.rows().len().to_string()]);
                format!("{into}\n{}", crate::output::table(["table", "rows"], rows))
            })
        }
        (None, None) => bail!("Say what to export. Name a table, or a database with --into"),
    }
}

/// What the asker may see, on a day, ready to become tables.
struct Tables<'w> {
    world: &'w World,
    day: Date,
    today: Date,
    marking: String,
    totals: Arc<Scope>,
    rows: Arc<Scope>,
    people: Arc<Scope>,
    cases: Arc<Scope>,
    personal: Option<Arc<Scope>>,
    family: Option<Arc<Scope>>,
}

impl<'w> Tables<'w> {
    fn of(args: &Args, installation: &Installation, world: &'w World) -> Self {
        let default = if installation.synthetic.is_some() { "UNCLASSIFIED // SYNTHETIC" } else { "CUI" };
        let sealed = |wanted: bool, class| wanted.then(|| installation.scope_of(world, Question::People, class));
        Self {
            world,
            day: args.on.unwrap_or(installation.today()),
            today: installation.today(),
            marking: args.marking.clone().unwrap_or_else(|| default.to_owned()),
            totals: installation.scope(world, Question::Totals),
            rows: installation.scope(world, Question::Billets),
            people: installation.scope(world, Question::People),
            cases: installation.scope(world, Question::Cases),
            personal: sealed(args.personal, FieldClass::Personal),
            family: sealed(args.family, FieldClass::Family),
        }
    }

    fn table(&self, which: Which) -> Table {
        let noun = match which {
            Which::Picture => return picture::table(self.world, &self.totals, self.day, self.today, &self.marking),
            Which::Noun(noun) => noun,
        };
        export(noun, self.world, &self.scopes(), self.day, &self.marking)
    }

    fn scopes(&self) -> Scopes<'_> {
        Scopes {
            rows: &self.rows,
            people: &self.people,
            cases: &self.cases,
            personal: self.personal.as_deref(),
            family: self.family.as_deref(),
        }
    }

    /// Every table, and the dictionary of their columns.
    fn all(&self) -> Vec<Table> {
        let mut tables: Vec<Table> = Noun::ALL.iter().map(|(noun, _)| self.table(Which::Noun(*noun))).collect();
        tables.push(self.table(Which::Picture));
        let about = tables[0].about().clone();
        let dictionary = Table::dictionary(&tables, about);
        tables.push(dictionary);
        tables
    }
}

fn write(table: &Table, args: &Args, output: Output) -> anyhow::Result<()> {
    let form = Form::of(args)?;
    let Some(path) = &args.out else {
        let mut stdout = std::io::stdout().lock();
        let written = match form {
            Form::Xlsx => bail!("A workbook does not go to standard output. Name a file with --out"),
            _ => table.write_csv(&mut stdout).and_then(|()| stdout.flush()),
        };
        return broken_pipe_is_fine(written);
    };
    let cannot = || format!("Cannot write {}. Check the folder and its permissions", path.display());
    let file = std::fs::File::create(path).with_context(cannot)?;
    match form {
        Form::Xlsx => table.write_xlsx(file)?,
        _ => table.write_csv(file).with_context(cannot)?,
    }
    let told = serde_json::json!({ "file": path, "rows": table.rows().len(), "about": table.about() });
    output.show(&told, |_| format!("{} rows written to {}", table.rows().len(), path.display()))
}

/// Whoever reads standard output may stop when they have enough.
fn broken_pipe_is_fine(written: std::io::Result<()>) -> anyhow::Result<()> {
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
