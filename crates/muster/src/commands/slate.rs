//! `muster slate`: compute who goes where, propose it, and ask why.

use anyhow::{anyhow, bail};
use muster_domain::allocation::{LineStatus, Slate};
use muster_domain::{BilletId, CycleId, Date, PersonId, Position, SlateId, Text, World};
use muster_server::policy::Question;
use muster_slate::{ComputedSlate, Explainer, LineWhy, Prices, UnfilledWhy, UnmatchedWhy, compute};
use serde::Serialize;

use crate::installation::{Asker, Installation, Place};
use crate::look_up;
use crate::output::{Output, or_nothing, table};
use crate::progress::spinner;

mod trade;

use trade::{Between, TradeProposed, TradeTotals};

/// Compute who goes where, propose it, and ask why
///
/// A computed slate is the one of least cost, proven so by a verifier that trusts no solver, or one between it and the
/// stable slate. With --as the account must be one that may compute slates.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster slate compute --db demo/muster.db
  muster slate propose --db demo/muster.db --as manager
  muster slate curve --db demo/muster.db
  muster slate compute --db demo/muster.db --most-blocking 10
  muster slate show --db demo/muster.db --command EUCOM
  muster slate why --db demo/muster.db --line 0
  muster slate prices --db demo/muster.db --changing
  muster slate why --db demo/muster.db --billet B17")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

/// Which cycle, with whose eyes.
#[derive(Debug, clap::Args)]
struct Where {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    asker: Asker,
    /// Id or name of the cycle [default: the open one that begins first]
    #[arg(long)]
    cycle: Option<String>,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// Compute the slate of a cycle and show its totals; nothing is stored
    Compute {
        #[command(flatten)]
        place: Where,
        #[command(flatten)]
        between: Between,
    },
    /// Compute the slate of a cycle and propose it to the commands
    Propose {
        #[command(flatten)]
        place: Where,
        #[command(flatten)]
        between: Between,
    },
    /// Show what stability costs: slates from the least costly stable one to the one of least cost, each with a bound
    Curve {
        #[command(flatten)]
        place: Where,
    },
    /// Show the lines of a proposed slate
    Show {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        asker: Asker,
        /// Its id [default: the newest]
        slate: Option<String>,
        /// Only lines that this command gains
        #[arg(long, value_name = "CODE")]
        command: Option<String>,
    },
    /// Show what each rule, lever and limit costs: the slate of a cycle solved again without it, or one step away
    Prices {
        #[command(flatten)]
        place: Where,
        /// Only those that would change a line
        #[arg(long)]
        changing: bool,
    },
    /// Say why somebody goes somewhere, a billet stays unfilled or a mover unmatched
    Why {
        #[command(flatten)]
        place: Where,
        /// A line of the newest proposed slate, by number
        #[arg(long, required_unless_present_any = ["billet", "person"])]
        line: Option<u32>,
        /// An opening of the slate computed now, by id or position number
        #[arg(long, conflicts_with = "line")]
        billet: Option<String>,
        /// A mover of the slate computed now, by id or number
        #[arg(long, conflicts_with_all = ["line", "billet"])]
        person: Option<String>,
    },
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::Compute { place, between } => {
            let (installation, cycle) = place.open().await?;
            if let Some(trade) = between.trade() {
                let (totals, _) = trade::computed(&installation, cycle, trade)?;
                installation.close().await;
                return output.show(&totals, TradeTotals::text);
            }
            let computed = computed(&installation, cycle)?;
            let totals = Totals::of(&installation.world(), &computed);
            installation.close().await;
            output.show(&totals, Totals::text)
        }
        Asked::Propose { place, between } => {
            let (installation, cycle) = place.open().await?;
            if let Some(trade) = between.trade() {
                let (totals, proposal) = trade::computed(&installation, cycle, trade)?;
                let accepted = installation.submit(proposal).await;
                installation.close().await;
                let accepted = accepted?;
                let slate = accepted.created.first().cloned();
                return output.show(&TradeProposed { slate, position: accepted.position, totals }, TradeProposed::text);
            }
            let computed = computed(&installation, cycle)?;
            let totals = Totals::of(&installation.world(), &computed);
            let accepted = installation.submit(computed.proposal()).await;
            installation.close().await;
            let accepted = accepted?;
            let proposed = Proposed { slate: accepted.created.first().cloned(), position: accepted.position, totals };
            output.show(&proposed, |proposed| {
                let slate = or_nothing(proposed.slate.as_deref());
                format!("{}\nProposed as {slate} at position {}.", proposed.totals.text(), proposed.position)
            })
        }
        Asked::Curve { place } => {
            let (installation, cycle) = place.open().await?;
            let curve = trade::Shown::of(&installation, cycle)?;
            installation.close().await;
            output.show(&curve, trade::Shown::text)
        }
        Asked::Show { place, asker, slate, command } => {
            let installation = place.open_as(&asker).await?;
            installation.require(Question::Compute)?;
            let world = installation.world();
            installation.close().await;
            let id = look_up::slate(&world, slate.as_deref())?;
            let gaining = command.as_deref().map(|code| look_up::office(&world, code)).transpose()?;
            let shown = Shown::of(&world, id, gaining);
            output.show(&shown, |shown| shown.text(&world.slates[id]))
        }
        Asked::Prices { place, changing } => {
            let (installation, cycle) = place.open().await?;
            let working = spinner("Solving the slate once for each rule, lever and limit");
            let studied = muster_slate::Studied::Cycle(cycle);
            let prices = muster_slate::prices(&installation.world(), studied, installation.today());
            working.finish_and_clear();
            installation.close().await;
            let mut prices = prices?.ok_or_else(|| anyhow!("There is no cycle {cycle}. Check the id"))?;
            prices.prices.retain(|price| !changing || price.lines_changed > 0 || price.lines_more != 0);
            output.show(&prices, price_table)
        }
        Asked::Why { place, line, billet, person } => {
            let (installation, cycle) = place.open().await?;
            let world = installation.world();
            let why = match (line, billet, person) {
                (Some(number), _, _) => line_why(&world, number)?,
                (None, Some(named), _) => billet_why(&world, &computed(&installation, cycle)?, &named)?,
                (None, None, Some(named)) => person_why(&world, &computed(&installation, cycle)?, &named)?,
                (None, None, None) => bail!("Say what is asked about. Give --line, --billet or --person"),
            };
            installation.close().await;
            output.show(&why, Why::text)
        }
    }
}

impl Where {
    async fn open(&self) -> anyhow::Result<(Installation, CycleId)> {
        let installation = self.place.open_as(&self.asker).await?;
        installation.require(Question::Compute)?;
        let cycle = look_up::cycle(&installation.world(), self.cycle.as_deref())?;
        Ok((installation, cycle))
    }
}

fn computed(installation: &Installation, cycle: CycleId) -> anyhow::Result<ComputedSlate> {
    let working = spinner("Computing the slate");
    let computed = compute(&installation.world(), cycle, installation.today());
    working.finish_and_clear();
    Ok(computed?)
}

#[derive(Serialize)]
struct Totals {
    cycle: CycleId,
    base: Position,
    movers: usize,
    openings: usize,
    pairs: usize,
    lines: usize,
    unfilled: usize,
    unmatched: usize,
    objective: i64,
    bound: i64,
    gap: f64,
    limits: Vec<LimitRow>,
    #[serde(skip)]
    verdict: String,
}

/// How a limit over several lines is used.
#[derive(Serialize)]
struct LimitRow {
    limit: String,
    used: String,
    allowed: String,
    price: f64,
    worth: String,
}

impl Totals {
    fn of(world: &World, computed: &ComputedSlate) -> Self {
        Self {
            cycle: computed.cycle(),
            base: computed.base(),
            movers: computed.movers().len(),
            openings: computed.openings().len(),
            pairs: computed.pairs(),
            lines: computed.lines().len(),
            unfilled: computed.unfilled().count(),
            unmatched: computed.unmatched().count(),
            objective: computed.objective(),
            bound: computed.bound(),
            gap: computed.gap(),
            limits: computed
                .limits()
                .iter()
                .map(|limit| LimitRow {
                    limit: limit.limited.title(world),
                    used: limit.used_words(),
                    allowed: limit.allowed_words(),
                    price: limit.price,
                    worth: limit.price_words(),
                })
                .collect(),
            verdict: computed.verdict(),
        }
    }

    fn text(&self) -> String {
        format!(
            "Cycle {}, computed on position {}: {} movers, {} openings, {} eligible pairs.\n{} assigned, {} billets unfilled, \
             {} people unmatched.\nIt costs {} points. {}{}",
            self.cycle,
            self.base,
            self.movers,
            self.openings,
            self.pairs,
            self.lines,
            self.unfilled,
            self.unmatched,
            self.objective,
            self.verdict,
            self.limit_table(),
        )
    }

    fn limit_table(&self) -> String {
        if self.limits.is_empty() {
            return String::new();
        }
        let row = |row: &LimitRow| [&row.limit, &row.used, &row.allowed, &row.worth].map(String::clone);
        let rows = self.limits.iter().map(row);
        format!("\n\n{}", table(["limit", "used", "allowed", "one more is worth"], rows))
    }
}

#[derive(Serialize)]
struct Proposed {
    slate: Option<String>,
    position: Position,
    #[serde(flatten)]
    totals: Totals,
}

#[derive(Serialize)]
struct Shown {
    slate: SlateId,
    cycle: CycleId,
    proposed: Date,
    withdrawn: Option<Date>,
    objective: i64,
    lines: Vec<LineRow>,
}

#[derive(Serialize)]
struct LineRow {
    line: usize,
    person: PersonId,
    name: Text,
    billet: BilletId,
    title: Text,
    office: Text,
    command: Text,
    report: Date,
    rotation: Date,
    accompanied: bool,
    cost: i64,
    status: LineStatus,
}

impl Shown {
    fn of(world: &World, id: SlateId, gaining: Option<muster_domain::OfficeId>) -> Self {
        let slate = &world.slates[id];
        let lines = slate.lines.iter().enumerate().filter_map(|(number, line)| {
            let proposal = &line.proposal;
            let (office, command) = Slate::gaining(world, proposal);
            gaining.is_none_or(|wanted| wanted == command).then(|| LineRow {
                line: number,
                person: proposal.person,
                name: world.people[proposal.person].name.clone(),
                billet: proposal.billet,
                title: world.billets[proposal.billet].terms_near(proposal.report).title.clone(),
                office: world.offices[office].code.clone(),
                command: world.offices[command].code.clone(),
                report: proposal.report,
                rotation: proposal.rotation,
                accompanied: proposal.accompanied,
                cost: proposal.cost,
                status: line.status(),
            })
        });
        Self {
            slate: id,
            cycle: slate.cycle,
            proposed: slate.proposed,
            withdrawn: slate.withdrawn,
            objective: slate.objective,
            lines: lines.collect(),
        }
    }

    fn text(&self, slate: &Slate) -> String {
        let rows = self.lines.iter().map(|line| {
            [
                line.line.to_string(),
                line.name.to_string(),
                line.office.to_string(),
                line.title.to_string(),
                line.report.to_string(),
                line.cost.to_string(),
                word(line.status),
            ]
        });
        format!(
            "Slate {} of cycle {}, proposed {}: {} of {} lines, {} billets unfilled, {} people unmatched\n{}",
            self.slate,
            self.cycle,
            self.proposed,
            self.lines.len(),
            slate.lines.len(),
            slate.unfilled.len(),
            slate.unmatched.len(),
            table(["line", "who", "office", "billet", "report", "points", "status"], rows),
        )
    }
}

fn word(status: LineStatus) -> String {
    match status {
        LineStatus::Proposed => "proposed",
        LineStatus::Concurred => "concurred",
        LineStatus::Nonconcurred => "not concurred",
        LineStatus::Endorsed => "endorsed",
        LineStatus::Dropped => "taken out",
    }
    .to_owned()
}

fn price_table(prices: &Prices) -> String {
    let signed = |value: i64| if value > 0 { format!("+{value}") } else { value.to_string() };
    let rows = prices.prices.iter().map(|price| {
        let changed = match (price.from, price.to) {
            (Some(from), Some(to)) => format!("{from} -> {to} {}", price.unit.unwrap_or_default()),
            _ => "waived for everybody".to_owned(),
        };
        let [costs, lines, pairs] = [price.costs_more, price.lines_more, price.pairs_more].map(signed);
        [price.name.clone(), changed, costs, lines, price.lines_changed.to_string(), pairs]
    });
    format!(
        "On position {}: {} points, {} lines, {} eligible pairs. Each row is the slate solved again with one change.\n{}",
        prices.base,
        prices.objective,
        prices.lines,
        prices.pairs,
        table(["rule, limit or lever", "changed", "points", "lines", "others", "pairs"], rows),
    )
}

/// An answer to *why*.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Why {
    Line(Box<LineWhy>),
    Unfilled(Box<UnfilledWhy>),
    Unmatched(Box<UnmatchedWhy>),
}

fn line_why(world: &World, number: u32) -> anyhow::Result<Why> {
    let slate = look_up::slate(world, None)?;
    let why = muster_slate::explain_proposed(world, slate, number);
    let lines = world.slates[slate].lines.len();
    let why = why
        .ok_or_else(|| anyhow!("Slate {slate} has no line {number}. Give one from 0 to {}", lines.saturating_sub(1)))?;
    Ok(Why::Line(Box::new(why)))
}

fn billet_why(world: &World, computed: &ComputedSlate, named: &str) -> anyhow::Result<Why> {
    let billet = look_up::billet(world, named)?;
    let explainer = Explainer::of_computed(world, computed)?;
    if let Some(line) = computed.lines().iter().find(|line| line.billet == billet) {
        return Ok(Why::Line(Box::new(explainer.line(line))));
    }
    let why = explainer.unfilled(billet);
    let why =
        why.ok_or_else(|| anyhow!("{named} is no opening of this cycle. Name one that falls open in its window"))?;
    Ok(Why::Unfilled(Box::new(why)))
}

fn person_why(world: &World, computed: &ComputedSlate, named: &str) -> anyhow::Result<Why> {
    let person = look_up::person(world, named)?;
    let explainer = Explainer::of_computed(world, computed)?;
    if let Some(line) = computed.lines().iter().find(|line| line.person == person) {
        return Ok(Why::Line(Box::new(explainer.line(line))));
    }
    let why = explainer.unmatched(person);
    let why =
        why.ok_or_else(|| anyhow!("{named} is no mover of this cycle. Name somebody who rotates in its window"))?;
    Ok(Why::Unmatched(Box::new(why)))
}

impl Why {
    fn text(&self) -> String {
        match self {
            Self::Line(why) => {
                let rules = why.rules.iter().map(|rule| {
                    let passed = if rule.checked.passed { "passes" } else { "FAILS" };
                    [rule.title.to_owned(), passed.to_owned(), rule.checked.compared.clone()]
                });
                let parts = why.parts.iter().map(|part| {
                    [part.lever.to_string(), part.amount.to_string(), part.rate.to_string(), part.points.to_string()]
                });
                let next = why.runner_up.as_ref().map_or(String::new(), |next| format!("\n{}", next.sentence));
                format!(
                    "{} into {}, report {}, rotation {}\n{}{next}\n\n{}\n\n{}",
                    why.person,
                    why.billet,
                    why.report,
                    why.rotation,
                    why.sentence,
                    table(["rule", "", "compared"], rules),
                    table(["cost", "amount", "rate", "points"], parts),
                )
            }
            Self::Unfilled(why) => format!(
                "{} stays unfilled: {} eligible, costs {} points\n{}",
                why.billet, why.eligible, why.cost, why.sentence
            ),
            Self::Unmatched(why) => format!(
                "{} stays without an assignment: eligible for {} openings, costs {} points\n{}",
                why.person, why.eligible, why.cost, why.sentence
            ),
        }
    }
}
