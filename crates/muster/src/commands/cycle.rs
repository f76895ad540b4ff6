//! `muster cycle`: the assignment cycles, their movers and openings.

use muster_domain::allocation::OpenCycle;
use muster_domain::{CycleId, Date, Period, SlateId, Text, World};
use muster_server::policy::Question;
use muster_slate::{movers, openings};
use serde::Serialize;

use crate::installation::{Asker, Place};
use crate::look_up;
use crate::output::{Output, or_nothing, table};

/// List, show and open assignment cycles
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster cycle list --db demo/muster.db
  muster cycle open --db demo/muster.db \"Summer 2028\" --from 2028-05-01 --until 2028-10-01 --scope EUCOM")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// List every cycle
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Show a cycle: its window, scope, movers and openings
    Show {
        #[command(flatten)]
        place: Place,
        /// Id or name [default: the open one that begins first]
        cycle: Option<String>,
    },
    /// Open a cycle
    Open {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// Its name, such as "Summer 2027"
        name: Text,
        /// The first day of its window
        #[arg(long, value_name = "DATE")]
        from: Date,
        /// The day after the last of its window
        #[arg(long, value_name = "DATE")]
        until: Date,
        /// Commands and agencies in scope [default: the whole service]
        #[arg(long, value_name = "CODE", value_delimiter = ',')]
        scope: Vec<String>,
    },
}

#[derive(Serialize)]
struct Row {
    id: CycleId,
    name: Text,
    window: Period,
    scope: Vec<Text>,
    opened: Date,
    closed: Option<Date>,
    preferences: usize,
    slate: Option<SlateId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    movers: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    openings: Option<usize>,
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::List { place } => {
            let installation = place.open().await?;
            let world = installation.world();
            installation.close().await;
            let rows: Vec<Row> = world.cycles.iter().map(|(id, _)| row(&world, id)).collect();
            output.show(&rows, |rows| list(rows))
        }
        Asked::Show { place, cycle } => {
            let installation = place.open().await?;
            let (world, today) = (installation.world(), installation.today());
            installation.close().await;
            let id = look_up::cycle(&world, cycle.as_deref())?;
            let mut row = row(&world, id);
            if row.closed.is_none() {
                row.movers = Some(movers(&world, id, today)?.len());
                row.openings = Some(openings(&world, id, today)?.len());
            }
            output.show(&row, show)
        }
        Asked::Open { place, asker, name, from, until, scope } => {
            let installation = place.open_as(&asker).await?;
            installation.require(Question::Compute)?;
            let world = installation.world();
            let scope = scope.iter().map(|code| look_up::office(&world, code)).collect::<anyhow::Result<_>>()?;
            let accepted =
                installation.submit(OpenCycle { name, window: Period::new(from, Some(until))?, scope }).await;
            let world = installation.world();
            installation.close().await;
            let accepted = accepted?;
            let id = look_up::cycle(&world, accepted.created.first().map(String::as_str))?;
            output.show(&row(&world, id), show)
        }
    }
}

fn row(world: &World, id: CycleId) -> Row {
    let cycle = &world.cycles[id];
    let live = world.slates.iter().filter(|(_, slate)| slate.cycle == id && slate.withdrawn.is_none()).last();
    Row {
        id,
        name: cycle.name.clone(),
        window: cycle.window,
        scope: cycle.scope.iter().map(|office| world.offices[*office].code.clone()).collect(),
        opened: cycle.opened,
        closed: cycle.closed,
        preferences: cycle.ballot.members_ranked(),
        slate: live.map(|(slate, _)| slate),
        movers: None,
        openings: None,
    }
}

fn list(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| {
        [
            row.id.to_string(),
            row.name.to_string(),
            row.window.to_string(),
            scope(row),
            or_nothing(row.closed),
            row.preferences.to_string(),
            or_nothing(row.slate),
        ]
    });
    table(["id", "name", "window", "scope", "closed", "ranked by", "slate"], rows)
}

fn show(row: &Row) -> String {
    format!(
        "{} {}\nwindow    {}\nscope     {}\nopened    {}\nclosed    {}\nmovers    {}\nopenings  {}\nranked by {} members\nslate     {}",
        row.id,
        row.name,
        row.window,
        scope(row),
        row.opened,
        or_nothing(row.closed),
        or_nothing(row.movers),
        or_nothing(row.openings),
        row.preferences,
        or_nothing(row.slate),
    )
}

fn scope(row: &Row) -> String {
    if row.scope.is_empty() {
        return "the whole service".to_owned();
    }
    row.scope.iter().map(Text::as_str).collect::<Vec<_>>().join(", ")
}
