//! Holds that were asked for and wait to be decided: what a country program manager finds on arriving.

use muster_domain::cases::{Case, CasePhase, PlaceHold};
use muster_domain::{CaseId, Date, World};

use crate::dice::days_after;
use crate::generate::{Given, Stage};

/// How long ago each was asked for, days: some beyond what is allowed.
const AGO: [i32; 4] = [16, 12, 9, 3];

/// A hold each on some cases in development that stood where they stand and were not held.
pub(crate) fn asked(world: &World, today: Date) -> Vec<Stage> {
    let free = |case: &Case, day: Date| {
        case.phase(today) == CasePhase::DataDevelopment && case.since(today) <= day && case.holds.is_empty()
    };
    let mut taken: Vec<(CaseId, i32)> = Vec::new();
    for ago in AGO {
        let day = days_after(today, -ago);
        let known = |id: &CaseId| taken.iter().any(|(other, _)| other == id);
        let mut cases = world.cases.iter().filter(|(id, case)| free(case, day) && !known(id));
        let found = cases.nth(taken.len() * 3);
        taken.extend(found.map(|(id, _)| (id, ago)));
    }
    let place = |(case, ago): (CaseId, i32)| Stage {
        name: "cases",
        title: "Holds asked for",
        commands: vec![
            PlaceHold {
                case,
                requester: "Implementing agency".into(),
                justification: "The price of a major component is being renewed".into(),
                from: days_after(today, -ago),
                until: None,
            }
            .into(),
        ],
        given: Some(Given { day: days_after(today, -ago), actor: None }),
    };
    taken.into_iter().map(place).collect()
}
