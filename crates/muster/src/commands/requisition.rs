//! `muster requisition`: who is asked to fill which billet, and who holds the ball.

use anyhow::Context;
use muster_domain::allocation::{Requisition, RequisitionStatus};
use muster_domain::{Date, RequisitionId, Text, World};
use serde::Serialize;

use crate::installation::Place;
use crate::output::{Output, table};

/// List and show requisitions
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster requisition list --db demo/muster.db --late
  muster requisition show --db demo/muster.db R17")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// List the requisitions still to be filled
    List {
        #[command(flatten)]
        place: Place,
        /// Only those of which a suspense has passed
        #[arg(long)]
        late: bool,
        /// Those that are closed as well
        #[arg(long)]
        all: bool,
    },
    /// Show a requisition: whose turn it is and what was done
    Show {
        #[command(flatten)]
        place: Place,
        /// Its id, such as R17
        requisition: RequisitionId,
    },
}

#[derive(Serialize)]
struct Row {
    id: RequisitionId,
    billet: Text,
    title: Text,
    office: Text,
    report: Date,
    priority: u8,
    status: RequisitionStatus,
    turns: Vec<Turn>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<Deed>,
}

#[derive(Serialize)]
struct Turn {
    asked: &'static str,
    holder: String,
    days_held: i32,
    due: Date,
    late: bool,
}

#[derive(Serialize)]
struct Deed {
    on: Date,
    what: &'static str,
    by: Option<Text>,
    about: Option<Text>,
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::List { place, late, all } => {
            let installation = place.open().await?;
            let (world, today) = (installation.world(), installation.today());
            installation.close().await;
            let rows: Vec<Row> = world
                .requisitions
                .iter()
                .filter(|(_, requisition)| all || requisition.is_open(&world))
                .filter(|(_, requisition)| !late || requisition.is_late(&world, today))
                .map(|(id, requisition)| row(&world, id, requisition, today))
                .collect();
            output.show(&rows, |rows| list(rows))
        }
        Asked::Show { place, requisition: id } => {
            let installation = place.open().await?;
            let (world, today) = (installation.world(), installation.today());
            installation.close().await;
            let requisition =
                world.requisitions.get(id).with_context(|| format!("There is no requisition {id}. Check the id."))?;
            let mut row = row(&world, id, requisition, today);
            row.history = history(&world, requisition);
            output.show(&row, show)
        }
    }
}

fn row(world: &World, id: RequisitionId, requisition: &Requisition, today: Date) -> Row {
    let terms = requisition.terms(world);
    let turns = requisition.open_turns(world);
    Row {
        id,
        billet: world.billets[requisition.billet].number.clone(),
        title: terms.title.clone(),
        office: world.offices[terms.office].code.clone(),
        report: requisition.report,
        priority: requisition.priority,
        status: requisition.status(world),
        turns: turns
            .iter()
            .map(|asked| Turn {
                asked: asked.ask.title(),
                holder: asked.turn.holder_on(world, today).name(world),
                days_held: asked.turn.days_held(today),
                due: asked.turn.due,
                late: asked.turn.is_late(today),
            })
            .collect(),
        history: Vec::new(),
    }
}

/// What was done, by whom; never about whom: names of people are for those who may see them, on the pages.
fn history(world: &World, requisition: &Requisition) -> Vec<Deed> {
    let by = |account| world.accounts.get(account).map(|account| account.name.clone());
    let deeds = requisition.deeds.iter();
    deeds
        .map(|deed| Deed { on: deed.on, what: deed.kind.title(), by: deed.by.and_then(by), about: deed.about.clone() })
        .collect()
}

fn turn(turn: &Turn) -> String {
    let late = if turn.late { ", late since" } else { ", until" };
    format!("{}: {}, {} days{late} {}", turn.asked, turn.holder, turn.days_held, turn.due)
}

fn list(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| {
        [
            row.id.to_string(),
            row.billet.to_string(),
            row.office.to_string(),
            row.status.title().to_owned(),
            row.report.to_string(),
            row.priority.to_string(),
            row.turns.iter().map(turn).collect::<Vec<_>>().join("; "),
        ]
    });
    table(["id", "billet", "office", "stands at", "needed", "priority", "ball"], rows)
}

fn show(row: &Row) -> String {
    let turns: Vec<String> = row.turns.iter().map(|open| format!("ball      {}", turn(open))).collect();
    let deeds = row.history.iter().map(|deed| {
        let by = deed.by.as_ref().map_or(String::new(), |by| format!(" by {by}"));
        let about = deed.about.as_ref().map_or(String::new(), |about| format!(": {about}"));
        format!("{}  {}{by}{about}", deed.on, deed.what)
    });
    format!(
        "{} {}, {}\nbillet    {}\nneeded    {}\npriority  {}\nstands at {}\n{}\n\n{}",
        row.id,
        row.title,
        row.office,
        row.billet,
        row.report,
        row.priority,
        row.status.title(),
        turns.join("\n"),
        deeds.collect::<Vec<_>>().join("\n"),
    )
}
