//! `muster reconcile`: the queue of what systems of record contradict.

use std::path::PathBuf;

use anyhow::Context;
use muster_domain::sources::{SendBack, owner_of};
use muster_domain::workforce::{Contradiction, ContradictionKind, Standing};
use muster_domain::{ContradictionId, Date, Text, World};
use muster_exchange::sources::corrections;
use muster_server::policy::{FieldClass, Question};
use serde::Serialize;

use crate::installation::{Asker, Place};
use crate::output::{Output, or_nothing, table};

/// See what systems of record contradict, and send it back to their owners
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster reconcile list --db muster.db --source \"JTD (synthetic)\"
  muster reconcile send-back X17 X18 --db muster.db --reason \"Please check the row\"
  muster reconcile corrections \"JTD (synthetic)\" --db muster.db --out corrections.csv")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// List the queue, the oldest first
    List {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// Of one source, by name or id
        #[arg(long)]
        source: Option<String>,
        /// What is resolved and settled as well
        #[arg(long)]
        all: bool,
    },
    /// Send contradictions back to the owner of their source
    SendBack {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// Which
        #[arg(required = true)]
        contradictions: Vec<ContradictionId>,
        /// What is asked
        #[arg(long)]
        reason: Text,
    },
    /// Write the correction list of a source in the source's own columns
    Corrections {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// Name or id
        source: String,
        /// Where to write it
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

#[derive(Serialize)]
struct Row {
    id: ContradictionId,
    kind: ContradictionKind,
    source: Text,
    owner: String,
    noted: Date,
    standing: Standing,
    person: Option<Text>,
    position: Option<Text>,
    row: Option<Text>,
    detail: Text,
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::List { place, asker, source, all } => {
            let installation = place.open_as(&asker).await?;
            let (world, today) = (installation.world(), installation.today());
            let scope = installation.scope(&world, Question::Contradictions);
            installation.close().await;
            let wanted = source.map(|source| super::source::named(&world, &source)).transpose()?;
            let wanted = wanted.map(|id| world.sources[id].name.clone());
            let rows: Vec<Row> = world
                .contradictions
                .iter()
                .filter(|(_, held)| wanted.as_ref().is_none_or(|name| held.source == *name))
                .filter(|(_, held)| all || held.is_live())
                .filter(|(_, held)| scope.sees_contradiction(&world, held, today))
                .map(|(id, held)| row(&world, id, held, today))
                .collect();
            output.show(&rows, |rows| list(rows))
        }
        Asked::SendBack { place, asker, contradictions, reason } => {
            let installation = place.open_as(&asker).await?;
            let count = contradictions.len();
            let sent = installation.submit(SendBack { contradictions, reason }).await;
            installation.close().await;
            let accepted = sent?;
            output.say(format!("{count} sent back at position {}.", accepted.position))
        }
        Asked::Corrections { place, asker, source, out } => {
            let installation = place.open_as(&asker).await?;
            let (world, today) = (installation.world(), installation.today());
            let scope = installation.scope(&world, Question::Contradictions);
            let reasons = installation.scope_of(&world, Question::People, FieldClass::Personal);
            installation.close().await;
            let id = super::source::named(&world, &source)?;
            let reasons = reasons.sees_headquarters(&world);
            let list = corrections(&world, id, today, reasons, |held| scope.sees_contradiction(&world, held, today));
            std::fs::write(&out, list.write()?).with_context(|| format!("Cannot write {}", out.display()))?;
            output.say(format!("{} rows written to {}.", list.rows.len(), out.display()))
        }
    }
}

fn row(world: &World, id: ContradictionId, held: &Contradiction, today: Date) -> Row {
    Row {
        id,
        kind: held.kind,
        source: held.source.clone(),
        owner: owner_of(world, held).name(world),
        noted: held.noted,
        standing: held.standing_on(today),
        person: held.person.and_then(|id| world.people.get(id)).map(|person| person.number.clone()),
        position: held.billet.and_then(|id| world.billets.get(id)).map(|billet| billet.number.clone()),
        row: held.row.as_ref().map(|row| row.key.clone()),
        detail: held.detail.clone(),
    }
}

/// The kind in the words of files and the API.
pub fn kind(kind: ContradictionKind) -> String {
    serde_json::to_value(kind)
        .ok()
        .and_then(|value| value.as_str().map(|text| text.replace('_', " ")))
        .unwrap_or_default()
}

fn standing(standing: Standing) -> String {
    match standing {
        Standing::Open => "open".to_owned(),
        Standing::Deferred { until } => format!("deferred until {until}"),
        Standing::SentBack { turn } => format!("sent back, due {}", turn.due),
        Standing::Resolved { .. } => "resolved".to_owned(),
        Standing::Settled { on } => format!("settled on {on}"),
    }
}

fn list(rows: &[Row]) -> String {
    if rows.is_empty() {
        return "Nothing is in the queue.".to_owned();
    }
    let cells = rows.iter().map(|row| {
        [
            row.id.to_string(),
            kind(row.kind),
            row.source.to_string(),
            row.owner.clone(),
            row.noted.to_string(),
            standing(row.standing),
            or_nothing(row.person.as_ref().or(row.position.as_ref()).or(row.row.as_ref())),
            row.detail.to_string(),
        ]
    });
    table(["id", "kind", "source", "owner", "noted", "standing", "about", "what was found"], cells)
}
