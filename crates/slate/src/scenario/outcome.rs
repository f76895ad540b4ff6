//! What a slate comes to: points by what they are paid for, fill by command, country and fund, wishes met by rank, and
//! how evenly services fare. Sums of what the slate says; nothing is estimated.

use std::collections::BTreeMap;

use muster_domain::allocation::CostPart;
use muster_domain::policy::Lever;
use muster_domain::workforce::FundingSource;
use muster_domain::{BilletId, CountryId, OfficeId, PersonId, Service, World};
use serde::Serialize;

use crate::compute::ComputedSlate;
use crate::ground::{Ground, SlateError};

/// What a slate comes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct SlateOutcome {
    /// Its whole cost in points: the sum of `parts`.
    pub objective: i64,
    /// People to move.
    pub movers: usize,
    /// Billets to fill.
    pub openings: usize,
    /// Lines.
    pub lines: usize,
    /// Lines that are locked.
    pub locked: usize,
    /// Openings left unfilled.
    pub unfilled: usize,
    /// Movers left without an assignment.
    pub unmatched: usize,
    /// Points by lever, over lines, unfilled openings and unmatched movers; what costs nothing is left out.
    pub parts: Vec<CostPart>,
    /// Movers who ranked billets.
    pub wished: usize,
    /// How many of them got the billet of each rank, the first first.
    pub wishes_met: Vec<usize>,
    /// How many of them got a billet that they did not rank.
    pub unlisted: usize,
    /// By command or agency.
    pub commands: Vec<CommandFill>,
    /// By the country whose priority counts; openings without one are left out.
    pub countries: Vec<CountryFill>,
    /// By what pays for the billet.
    pub funds: Vec<FundingFill>,
    /// By the movers' service.
    pub services: Vec<ServiceShare>,
    /// Assignments that differ from the slate that is kept to; none where none is.
    pub disrupted: Option<usize>,
}

/// How a command or agency fares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CommandFill {
    /// Which.
    pub command: OfficeId,
    /// Openings.
    pub openings: usize,
    /// Openings filled.
    pub filled: usize,
    /// Points of its lines.
    pub cost: i64,
    /// Lines of people who ranked billets.
    pub wished: usize,
    /// Of these, lines whose person ranked the billet.
    pub met: usize,
}

/// How a country fares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CountryFill {
    /// Which.
    pub country: CountryId,
    /// Openings.
    pub openings: usize,
    /// Openings filled.
    pub filled: usize,
}

/// How the billets of one source of funds fare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FundingFill {
    /// What pays.
    pub funding: FundingSource,
    /// Openings.
    pub openings: usize,
    /// Openings filled.
    pub filled: usize,
    /// Points of their lines.
    pub cost: i64,
}

/// How the people of a service fare.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ServiceShare {
    /// Which.
    pub service: Service,
    /// Movers.
    pub movers: usize,
    /// Movers with an assignment.
    pub assigned: usize,
    /// Movers who ranked billets.
    pub wished: usize,
    /// Of these, movers who got a billet they ranked.
    pub met: usize,
    /// Points of their lines.
    pub cost: i64,
}

impl SlateOutcome {
    /// What a computed slate comes to, on the World it was computed on.
    ///
    /// # Errors
    /// The cycle is not open in this World.
    pub fn of(world: &World, slate: &ComputedSlate) -> Result<Self, SlateError> {
        let ground = Ground::under(world, slate.setting())?;
        let (mut parts, mut wishes_met, mut unlisted) = (BTreeMap::new(), Vec::new(), 0);
        let mut add = |part: &CostPart| {
            let sum: &mut (i64, i64) = parts.entry(part.lever).or_default();
            *sum = (sum.0 + part.amount, sum.1 + part.points);
        };
        slate.lines().iter().flat_map(|line| &line.parts).for_each(&mut add);
        slate.unfilled().flat_map(|opening| &opening.parts).for_each(&mut add);
        for mover in slate.unmatched() {
            let (lever, rate) = (Lever::UnassignedCost, ground.levers.value(Lever::UnassignedCost));
            add(&CostPart { lever, amount: 1, points: rate });
            if ground.disrupts(mover.person, None) {
                let points = ground.unassigned(mover.person) - rate;
                add(&CostPart { lever: Lever::DisruptionCost, amount: 1, points });
            }
        }
        let mut lines: BTreeMap<PersonId, (BilletId, i64, Option<bool>)> = BTreeMap::new();
        for line in slate.lines() {
            let ranked = ground.ranked(line.person);
            let rank = ranked.iter().position(|billet| *billet == line.billet);
            match rank {
                Some(rank) => {
                    wishes_met.resize(wishes_met.len().max(rank + 1), 0);
                    wishes_met[rank] += 1;
                }
                None => unlisted += usize::from(!ranked.is_empty()),
            }
            let met = (!ranked.is_empty()).then_some(rank.is_some());
            lines.insert(line.person, (line.billet, line.cost, met));
        }
        let disrupted = slate.setting().previous.as_ref().map(|before| super::moved(before, slate).len());
        Ok(Self {
            objective: slate.objective(),
            movers: slate.movers().len(),
            openings: slate.openings().len(),
            lines: slate.lines().len(),
            locked: slate.lines().iter().filter(|line| slate.is_locked(line.person, line.billet)).count(),
            unfilled: slate.openings().len() - slate.lines().len(),
            unmatched: slate.movers().len() - slate.lines().len(),
            parts: parts.into_iter().map(|(lever, (amount, points))| CostPart { lever, amount, points }).collect(),
            wished: slate.movers().iter().filter(|mover| !ground.ranked(mover.person).is_empty()).count(),
            wishes_met,
            unlisted,
            commands: commands(world, slate, &lines),
            countries: countries(slate),
            funds: funds(world, slate),
            services: services(world, slate, &ground, &lines),
            disrupted,
        })
    }
}

/// Of each person with a line: the billet, its points, and whether it was ranked, where the person ranked any.
type Lines = BTreeMap<PersonId, (BilletId, i64, Option<bool>)>;

fn commands(world: &World, slate: &ComputedSlate, lines: &Lines) -> Vec<CommandFill> {
    let mut by_command: BTreeMap<OfficeId, CommandFill> = BTreeMap::new();
    for opening in slate.openings() {
        let command = world.command_of(opening.office, opening.open_from);
        let new = CommandFill { command, openings: 0, filled: 0, cost: 0, wished: 0, met: 0 };
        let fill = by_command.entry(command).or_insert(new);
        fill.openings += 1;
        if let Some((_, line)) = slate.line_of(opening.billet) {
            fill.filled += 1;
            fill.cost += line.cost;
            let met = lines.get(&line.person).and_then(|(_, _, met)| *met);
            fill.wished += usize::from(met.is_some());
            fill.met += usize::from(met == Some(true));
        }
    }
    by_command.into_values().collect()
}

fn countries(slate: &ComputedSlate) -> Vec<CountryFill> {
    let mut by_country: BTreeMap<CountryId, CountryFill> = BTreeMap::new();
    for opening in slate.openings() {
        let Some(country) = opening.country else { continue };
        let fill = by_country.entry(country).or_insert(CountryFill { country, openings: 0, filled: 0 });
        fill.openings += 1;
        fill.filled += usize::from(slate.line_of(opening.billet).is_some());
    }
    by_country.into_values().collect()
}

fn funds(world: &World, slate: &ComputedSlate) -> Vec<FundingFill> {
    let mut by_fund: Vec<FundingFill> = Vec::new();
    for opening in slate.openings() {
        let funding = world.billets[opening.billet].terms_near(opening.open_from).funding;
        let place = by_fund.iter().position(|fund| fund.funding == funding).unwrap_or_else(|| {
            by_fund.push(FundingFill { funding, openings: 0, filled: 0, cost: 0 });
            by_fund.len() - 1
        });
        by_fund[place].openings += 1;
        if let Some((_, line)) = slate.line_of(opening.billet) {
            by_fund[place].filled += 1;
            by_fund[place].cost += line.cost;
        }
    }
    by_fund.sort_by_key(|fund| std::cmp::Reverse(fund.openings));
    by_fund
}

fn services(world: &World, slate: &ComputedSlate, ground: &Ground<'_>, lines: &Lines) -> Vec<ServiceShare> {
    let mut by_service: BTreeMap<Service, ServiceShare> = BTreeMap::new();
    for mover in slate.movers() {
        let service = world.people[mover.person].service;
        let new = ServiceShare { service, movers: 0, assigned: 0, wished: 0, met: 0, cost: 0 };
        let share = by_service.entry(service).or_insert(new);
        share.movers += 1;
        share.wished += usize::from(!ground.ranked(mover.person).is_empty());
        if let Some((_, cost, met)) = lines.get(&mover.person) {
            share.assigned += 1;
            share.cost += cost;
            share.met += usize::from(*met == Some(true));
        }
    }
    by_service.into_values().collect()
}
