//! The workload evidence of a request: the demand answer and the manning of the day, as stated results.

use std::borrow::Cow;

use muster_domain::kernel::{Date, Period};
use muster_domain::policy::Lever;
use muster_domain::workforce::{EvidenceDriver, WorkloadEvidence};
use muster_domain::{Command, OfficeId, World};

use super::ledger::ledger_count;
use crate::{Basis, Demand, demand};

/// What an office's work asks for and what it has on a day. `None` for an office that does not exist.
pub fn evidence(world: &World, office: OfficeId, today: Date) -> Option<WorkloadEvidence> {
    evidence_of(world, office, today, demand(world, office, today).as_ref())
}

/// The same with the demand on the office, where it is known already.
pub(super) fn evidence_of(
    world: &World,
    office: OfficeId,
    today: Date,
    demand: Option<&Demand>,
) -> Option<WorkloadEvidence> {
    let facts = world.offices.get(office)?;
    let review = facts.validated.at(today);
    let year = Period::new(today.saturating_sub(jiff::ToSpan::years(1)), Some(today)).ok()?;
    let here = world.rosters[office].billets.iter().map(|id| &world.billets[*id]);
    let here = here.filter(|billet| billet.on(today).is_some_and(|terms| terms.office == office));
    let (mut authorised, mut funded, mut assigned) = (0, 0, 0);
    for billet in here {
        authorised += 1;
        funded += u32::from(billet.is_funded(today));
        assigned += u32::from(crate::coverage::incumbent_by(world, billet, today, Basis::Recorded).is_some());
    }
    let counted = facts.country.map(|country| ledger_count(world, country, today, today));
    let drivers: Vec<EvidenceDriver> = demand
        .into_iter()
        .flat_map(|demand| &demand.drivers)
        .map(|driver| EvidenceDriver {
            measure: driver.measure,
            count: driver.count,
            basis: driver.basis.clone(),
            minutes_each: driver.minutes_each,
            lever: driver.lever,
            synthetic: driver.synthetic,
        })
        .collect();
    Some(WorkloadEvidence {
        on: today,
        position: world.position,
        indicated: demand.map(|demand| demand.indicated),
        validated: review.map(|review| review.strength),
        validated_document: review.map(|review| review.document.clone()),
        authorised,
        funded,
        assigned,
        gap_days_year: crate::gap_days(world, office, year, today),
        minutes_month: drivers
            .iter()
            .fold(0, |sum: i64, driver| sum.saturating_add(driver.count.saturating_mul(driver.minutes_each))),
        available_hours_year: world.lever(Lever::AvailableHours, today),
        minimum_team: u32::try_from(world.lever(Lever::MinimumTeam, today)).unwrap_or(0),
        drivers,
        section_515_members: counted.map(|counted| counted.members),
        section_515_limit: counted.map(|counted| counted.limit),
    })
}

/// The command with the evidence attached to every request that it submits, as the World says on the day. Whoever decides
/// commands asks this first; what a caller hands in is never read.
pub fn with_evidence<'a>(world: &World, today: Date, command: &'a Command) -> Cow<'a, Command> {
    if !submits(command) {
        return Cow::Borrowed(command);
    }
    let mut command = command.clone();
    attach(world, today, &mut command);
    Cow::Owned(command)
}

fn submits(command: &Command) -> bool {
    match command {
        Command::SubmitBilletRequest(_) => true,
        Command::Together(list) => list.commands.iter().any(submits),
        _ => false,
    }
}

fn attach(world: &World, today: Date, command: &mut Command) {
    match command {
        Command::SubmitBilletRequest(submit) => {
            let office = world.change_requests.get(submit.request).map(|request| request.office);
            submit.evidence = office.and_then(|office| evidence(world, office, today)).map(Box::new);
        }
        Command::Together(list) => list.commands.iter_mut().for_each(|member| attach(world, today, member)),
        _ => {}
    }
}
