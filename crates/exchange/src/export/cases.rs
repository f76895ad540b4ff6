//! Cases, and what happened to them, as far as the asker sees them.

use muster_domain::cases::{Case, CaseCountries, CasePhase};
use muster_domain::{CaseId, Date, World};

use super::{Cell, Scopes, Table};
use crate::cases::Happening;
use crate::record::cases::{EVENT_FIELDS, EVENT_WRITTEN, FIELDS, WRITTEN, cells};

/// The cases that the asker sees.
pub(super) fn seen(world: &World, scopes: &Scopes<'_>) -> Vec<CaseId> {
    let countries = CaseCountries::new(world, scopes.cases);
    world
        .cases
        .iter()
        .filter(|(_, case)| countries.sees(scopes.cases, case.office, case.country))
        .map(|(id, _)| id)
        .collect()
}

pub(super) fn table(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let rows = seen(world, scopes).into_iter().map(|id| {
        let case = &world.cases[id];
        let shown = case.manager.is_some_and(|person| scopes.people.sees_person(world, person, day));
        let mut row = cells(world, case, shown);
        let clock = case.clock(world, day);
        row.extend([
            Cell::text(id.to_string()),
            Cell::from(&world.countries[case.country].iso3),
            Cell::text(phase_word(case.phase(day))),
            Cell::from(case.last_reached(day).map(|reached| reached.milestone.definition().code)),
            Cell::from(case.since(day)),
            Cell::Integer(clock.counted.max(0).into()),
            Cell::from(clock.goal.map(i64::from)),
            Cell::Integer(case.value_cents()),
            Cell::Integer(i64::try_from(case.deviations(world).len()).unwrap_or(i64::MAX)),
            Cell::from(case.source.as_ref()),
        ]);
        row
    });
    Table::of(FIELDS.iter().chain(WRITTEN), rows.collect())
}

pub(super) fn events(world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let rows = seen(world, scopes).into_iter().flat_map(|id| {
        let case = &world.cases[id];
        Happening::of(case, day).into_iter().map(|one| event(world, case, &one)).collect::<Vec<_>>()
    });
    Table::of(EVENT_FIELDS.iter().chain(EVENT_WRITTEN), rows.collect())
}

fn event(world: &World, case: &Case, one: &Happening) -> Vec<Cell> {
    let ((code, title), details) = (one.what.named(), &one.details);
    vec![
        Cell::text(case.number.to_string()),
        Cell::from(code),
        Cell::from(one.on),
        Cell::from(details.requester.as_ref()),
        Cell::from(details.justification.as_ref()),
        Cell::from(details.until),
        Cell::from(details.number.map(i64::from)),
        Cell::from(details.change_cents),
        Cell::from(title),
        Cell::from(&world.offices[case.office].code),
        Cell::from(&world.countries[case.country].iso3),
    ]
}

fn phase_word(phase: CasePhase) -> &'static str {
    match phase {
        CasePhase::LorProcessing => "lor_processing",
        CasePhase::DataDevelopment => "data_development",
        CasePhase::Writing => "writing",
        CasePhase::Review => "review",
        CasePhase::StateReview => "state_review",
        CasePhase::Offered => "offered",
        CasePhase::Accepted => "accepted",
        CasePhase::Executing => "executing",
        CasePhase::SupplyComplete => "supply_complete",
        CasePhase::InterimClosed => "interim_closed",
        CasePhase::Closed => "closed",
        CasePhase::Cancelled => "cancelled",
    }
}
