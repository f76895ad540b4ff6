//! The JSON form, from its file to its report.

use muster_solver::formats::Built;
use muster_solver::formats::json::{BestFor, Instance, Stable};
use muster_solver::stable::{Lottery, Preferences, person_optimal, position_optimal, verify_stable};

use crate::guard::Guard;
use crate::matching::{self, Named};
use crate::report::{Name, Report, Status};
use crate::sides;

/// What the command line asks of the solve.
pub struct Wanted {
    pub gap: f64,
    pub threads: usize,
}

/// Solves whatever the file asks for and has the answer verified.
pub fn solve(instance: &Instance, file: &str, guard: &Guard, wanted: &Wanted) -> Result<Report, String> {
    if let Some(stable) = &instance.stable {
        return matched(instance, stable, file, guard);
    }
    let built = instance.build(file).map_err(|error| error.to_string())?;
    let people = (0..instance.people.len() as u32).map(|person| named(&instance.people, person)).collect();
    let positions = built.position_of_seat.iter().map(|&position| named(&instance.positions, position)).collect();
    let names = Named { people, positions };
    if built.sides.groups.is_empty() && built.sides.couples.is_empty() {
        let Built { problem, unassigned, unfilled, .. } = built;
        matching::solve_named(problem, &unassigned, &unfilled, &names, file, guard, wanted.threads)
    } else {
        sides::solve(built, instance, &names, file, guard, wanted)
    }
}

fn named(side: &muster_solver::formats::json::Side, index: u32) -> Name {
    match side {
        muster_solver::formats::json::Side::Count(_) => Name::Number(index),
        muster_solver::formats::json::Side::Names(_) => Name::Text(side.name(index)),
    }
}

/// A stable matching; it has no cost.
fn matched(instance: &Instance, stable: &Stable, file: &str, guard: &Guard) -> Result<Report, String> {
    let refused = |what: &dyn std::fmt::Display| format!("{file}: {what}");
    let (people, positions) = (instance.people.len(), instance.positions.len());
    for (field, found, expected) in
        [("wishes", stable.wishes.len(), people), ("rankings", stable.rankings.len(), positions)]
    {
        if found != expected {
            let what =
                format!("`{field}` has {found} lists for {expected}\n  mend: give one each, empty ones included");
            return Err(refused(&what));
        }
    }
    let rankings: Vec<Vec<(u32, u32)>> = (stable.rankings.iter())
        .map(|classes| (0..).zip(classes).flat_map(|(class, who)| who.iter().map(move |&who| (who, class))).collect())
        .collect();
    let lottery = Lottery::draw(stable.seed, people);
    let preferences = Preferences::new(&stable.wishes, &rankings, lottery).map_err(|error| refused(&error))?;
    let found = match stable.best_for {
        BestFor::People => person_optimal(&preferences),
        BestFor::Positions => position_optimal(&preferences),
    };
    let mut report = Report::new(Status::Optimal, guard.seconds());
    (report.people, report.positions, report.pairs) = (people, positions, preferences.acceptable());
    match verify_stable(&preferences, &found.position_of) {
        Ok(proof) => {
            report.verified = true;
            report.verdict = format!("{} pairs, no blocking pair", proof.matched());
        }
        Err(instability) => report.verdict = instability.to_string(),
    }
    report.assignment = (0..)
        .zip(&found.position_of)
        .filter_map(|(person, position)| {
            Some((named(&instance.people, person), named(&instance.positions, (*position)?)))
        })
        .collect();
    Ok(report)
}
