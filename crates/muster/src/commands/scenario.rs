//! `muster scenario`: branch a cycle, change what it rests on, compare what comes of it, adopt one.

use anyhow::{Context, anyhow, bail};
use muster_domain::allocation::{
    AdoptScenario, BranchScenario, ChangeScenario, DiscardScenario, Scenario, ScenarioChange, ScenarioEnd,
};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, Date, PersonId, ScenarioId, Text, World};
use muster_server::policy::Question;
use muster_slate::{ComputedSlate, Setting, SlateOutcome, compute_under, moved, setting_of};
use serde::Serialize;

use crate::installation::{Asker, Installation, Place};
use crate::look_up;
use crate::output::{Output, or_nothing, table};
use crate::progress::spinner;

/// Branch a cycle, change levers, locks and wishes of the copy, compare, adopt one
///
/// A scenario holds what differs from the facts and levers in force; its slate is computed anew on today's facts. Adopting
/// one proposes its slate to the commands. With --as the account must be one that may compute slates.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster scenario branch --db demo/muster.db \"Moves cost more\"
  muster scenario change --db demo/muster.db Z0 --lever move_cost=20 --lock P17=B40
  muster scenario compare --db demo/muster.db Z0 Z1
  muster scenario adopt --db demo/muster.db Z0 --as manager")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Args)]
struct Where {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    asker: Asker,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// List scenarios
    List {
        #[command(flatten)]
        place: Where,
        /// Only those of this cycle, by id or name
        #[arg(long)]
        cycle: Option<String>,
        /// Also those that were adopted or discarded
        #[arg(long)]
        ended: bool,
    },
    /// Branch a scenario from a cycle, or from another scenario
    Branch {
        #[command(flatten)]
        place: Where,
        /// Its name
        name: Text,
        /// Id or name of the cycle [default: the open one that begins first]
        #[arg(long, conflicts_with = "of")]
        cycle: Option<String>,
        /// The scenario whose changes it begins with
        #[arg(long, value_name = "SCENARIO")]
        of: Option<ScenarioId>,
    },
    /// Change a scenario in one step
    Change {
        #[command(flatten)]
        place: Where,
        /// Which scenario
        scenario: ScenarioId,
        /// Give a lever another value
        #[arg(long, value_name = "LEVER=VALUE")]
        lever: Vec<String>,
        /// Insist that a person takes a billet
        #[arg(long, value_name = "PERSON=BILLET")]
        lock: Vec<String>,
        /// Rule a pair out
        #[arg(long, value_name = "PERSON=BILLET")]
        forbid: Vec<String>,
    },
    /// Compare scenarios of one cycle with the cycle as it is
    Compare {
        #[command(flatten)]
        place: Where,
        /// Which scenarios
        #[arg(required = true)]
        scenarios: Vec<ScenarioId>,
    },
    /// Compute the slate of a scenario and propose it to the commands
    Adopt {
        #[command(flatten)]
        place: Where,
        /// Which scenario
        scenario: ScenarioId,
    },
    /// Throw a scenario away
    Discard {
        #[command(flatten)]
        place: Where,
        /// Which scenario
        scenario: ScenarioId,
    },
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::List { place, cycle, ended } => {
            let installation = place.open().await?;
            let world = installation.world();
            installation.close().await;
            let cycle = cycle.map(|named| look_up::cycle(&world, Some(&named))).transpose()?;
            let wanted = |row: &Row| (ended || row.ended.is_none()) && cycle.is_none_or(|cycle| cycle == row.cycle);
            let rows: Vec<Row> = world.scenarios.iter().map(|(id, it)| Row::of(id, it)).filter(wanted).collect();
            output.show(&rows, |rows| list(rows))
        }
        Asked::Branch { place, name, cycle, of } => {
            let installation = place.open().await?;
            let world = installation.world();
            let cycle = match of {
                Some(of) => known(&world, of)?.cycle,
                None => look_up::cycle(&world, cycle.as_deref())?,
            };
            done(installation, BranchScenario { cycle, name, of }.into(), None, "Branched", output).await
        }
        Asked::Change { place, scenario, lever, lock, forbid } => {
            let installation = place.open().await?;
            let world = installation.world();
            let mut changes = Vec::new();
            for given in &lever {
                let (lever, value) = lever_of(given)?;
                changes.push(ScenarioChange::SetLever { lever, value });
            }
            for given in &lock {
                let (person, billet) = pair_of(&world, given)?;
                changes.push(ScenarioChange::Lock { person, billet });
            }
            for given in &forbid {
                let (person, billet) = pair_of(&world, given)?;
                changes.push(ScenarioChange::Forbid { person, billet });
            }
            if changes.is_empty() {
                bail!("Nothing is changed. Give --lever, --lock or --forbid");
            }
            let change = ChangeScenario { scenario, name: None, changes, findings: Vec::new() };
            done(installation, change.into(), None, "Changed", output).await
        }
        Asked::Compare { place, scenarios } => {
            let installation = place.open().await?;
            let (world, today) = (installation.world(), installation.today());
            installation.close().await;
            let compared = compare(&world, &scenarios, today)?;
            output.show(&compared, |compared| comparison(compared))
        }
        Asked::Adopt { place, scenario } => {
            let installation = place.open().await?;
            let (world, today) = (installation.world(), installation.today());
            let version = world.scenarios.row(scenario).map(|row| row.changed);
            let held = known(&world, scenario)?;
            let slate = slates(&world, held.cycle, &[held], today)?.remove(1).with_runners_up().proposal();
            // Never is a slate proposed that was computed of an earlier version.
            done(installation, AdoptScenario { scenario, slate }.into(), version, "Proposed", output).await
        }
        Asked::Discard { place, scenario } => {
            let installation = place.open().await?;
            done(installation, DiscardScenario { scenario }.into(), None, "Discarded", output).await
        }
    }
}

impl Where {
    async fn open(&self) -> anyhow::Result<Installation> {
        let installation = self.place.open_as(&self.asker).await?;
        installation.require(Question::Compute)?;
        Ok(installation)
    }
}

fn known(world: &World, id: ScenarioId) -> anyhow::Result<&Scenario> {
    let held = world.scenarios.get(id);
    held.ok_or_else(|| anyhow!("There is no scenario {id}. See `muster scenario list --ended`"))
}

/// Gives a command and says what became of it.
async fn done(
    installation: Installation,
    command: muster_domain::Command,
    version: Option<muster_domain::Position>,
    what: &str,
    output: Output,
) -> anyhow::Result<()> {
    let accepted = installation.submit_expecting(command, version).await;
    installation.close().await;
    let accepted = accepted?;
    let value = serde_json::json!({ "created": accepted.created, "position": accepted.position });
    output.show(&value, |_| {
        let created = accepted.created.first().map_or(String::new(), |id| format!(" as {id}"));
        format!("{what}{created} at position {}.", accepted.position)
    })
}

fn lever_of(given: &str) -> anyhow::Result<(Lever, i64)> {
    let (key, value) = given.split_once('=').ok_or_else(|| anyhow!("`{given}` is not LEVER=VALUE"))?;
    let lever = Lever::ALL.iter().find(|lever| lever.to_string() == key);
    let lever = lever.ok_or_else(|| anyhow!("There is no lever `{key}`. The page /levers lists them"))?;
    Ok((*lever, value.parse().with_context(|| format!("`{value}` is not a whole number"))?))
}

fn pair_of(world: &World, given: &str) -> anyhow::Result<(PersonId, BilletId)> {
    let (person, billet) = given.split_once('=').ok_or_else(|| anyhow!("`{given}` is not PERSON=BILLET"))?;
    Ok((look_up::person(world, person)?, look_up::billet(world, billet)?))
}

/// The slate of the cycle as it is, then one for each scenario; what is known of the earlier saves work.
fn slates(world: &World, cycle: CycleId, held: &[&Scenario], today: Date) -> anyhow::Result<Vec<ComputedSlate>> {
    let working = spinner("Computing the slates");
    let mut slates = vec![compute_under(world, Setting::plain(cycle, today), &[])?];
    for scenario in held {
        let setting = setting_of(world, scenario, today, Some(&slates[0]));
        let computed = compute_under(world, setting, &slates.iter().collect::<Vec<_>>())?;
        slates.push(computed);
    }
    working.finish_and_clear();
    Ok(slates)
}

/// One slate beside the cycle as it is.
#[derive(Serialize)]
struct Compared {
    /// None for the cycle as it is.
    scenario: Option<ScenarioId>,
    name: Text,
    /// People whose assignment differs from the cycle as it is.
    moved: usize,
    outcome: SlateOutcome,
}

fn compare(world: &World, scenarios: &[ScenarioId], today: Date) -> anyhow::Result<Vec<Compared>> {
    let held = scenarios.iter().map(|id| known(world, *id)).collect::<anyhow::Result<Vec<_>>>()?;
    let cycle = held[0].cycle;
    if let Some(other) = held.iter().position(|scenario| scenario.cycle != cycle) {
        bail!("{} is of another cycle than {}. Compare scenarios of one cycle", scenarios[other], scenarios[0]);
    }
    let slates = slates(world, cycle, &held, today)?;
    let plain = slates[0].assignments();
    let names = [(None, Text::from("Nothing changed"))].into_iter();
    let names = names.chain(scenarios.iter().zip(&held).map(|(id, scenario)| (Some(*id), scenario.name.clone())));
    let sides = slates.iter().zip(names).map(|(slate, (scenario, name))| {
        let outcome = SlateOutcome::of(world, slate)?;
        Ok(Compared { scenario, name, moved: moved(&plain, slate).len(), outcome })
    });
    sides.collect()
}

fn comparison(compared: &[Compared]) -> String {
    let header = ["scenario", "name", "points", "lines", "unfilled", "unmatched", "first wish", "any wish", "moved"];
    let row = |it: &Compared| {
        let met = &it.outcome.wishes_met;
        [
            or_nothing(it.scenario),
            it.name.to_string(),
            it.outcome.objective.to_string(),
            it.outcome.lines.to_string(),
            it.outcome.unfilled.to_string(),
            it.outcome.unmatched.to_string(),
            met.first().copied().unwrap_or(0).to_string(),
            met.iter().sum::<usize>().to_string(),
            it.moved.to_string(),
        ]
    };
    table(header, compared.iter().map(row))
}

#[derive(Serialize)]
struct Row {
    id: ScenarioId,
    cycle: CycleId,
    name: Text,
    of: Option<ScenarioId>,
    branched: Date,
    /// How many things differ from the facts and levers in force.
    differences: usize,
    ended: Option<ScenarioEnd>,
}

impl Row {
    fn of(id: ScenarioId, held: &Scenario) -> Self {
        let Scenario { cycle, ref name, of, branched, ended, .. } = *held;
        Self { id, cycle, name: name.clone(), of, branched, differences: held.overrides.count(), ended }
    }
}

fn list(rows: &[Row]) -> String {
    let ended = |row: &Row| match row.ended {
        None => "open".to_owned(),
        Some(ScenarioEnd::Discarded { on }) => format!("discarded {on}"),
        Some(ScenarioEnd::Adopted { on, slate }) => format!("adopted {on} as {slate}"),
    };
    table(
        ["scenario", "cycle", "name", "of", "branched", "differences", "stands"],
        rows.iter().map(|row| {
            let (id, cycle, branched) = (row.id.to_string(), row.cycle.to_string(), row.branched.to_string());
            [id, cycle, row.name.to_string(), or_nothing(row.of), branched, row.differences.to_string(), ended(row)]
        }),
    )
}
