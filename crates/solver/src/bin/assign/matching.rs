//! A minimum-cost perfect matching, from its file to its report.

use muster_solver::formats::Matching;
use muster_solver::{
    Limits, Outcome, RequiredError, ShortSide, Shortage, solve_required_with, verify_required, verify_shortage,
};

use crate::guard::Guard;
use crate::report::{Name, Number, Report, Status};

/// Solves it and has the answer verified.
pub fn solve(instance: Matching, file: &str, guard: &Guard) -> Result<Report, String> {
    let Matching { people, positions, arcs } = instance;
    let (unassigned, unfilled) = (vec![None; people.len()], vec![None; positions.len()]);
    let refused = |error: &dyn std::fmt::Display| format!("{file}: {error}");
    let problem =
        arcs.into_problem(vec![0; people.len()], vec![0; positions.len()]).map_err(|error| refused(&error))?;
    let pairs = problem.pairs();
    let (people_count, positions_count) = (people.len(), positions.len());
    let sized = move |status| Report {
        people: people_count,
        positions: positions_count,
        pairs,
        ..Report::new(status, guard.seconds())
    };
    let found = solve_required_with(problem, &unassigned, &unfilled, &Limits::default(), &mut |_| guard.check());
    match found {
        Err(RequiredError::Cancelled) => {
            let verdict = guard.limit_reached().unwrap_or("stopped").to_owned();
            Ok(Report { verdict, ..sized(Status::Unknown) })
        }
        Err(RequiredError::Problem(error)) => Err(refused(&error)),
        Ok(Outcome::Optimal(problem, solution)) => {
            let mut report = sized(Status::Optimal);
            match verify_required(&problem, &unassigned, &unfilled, &solution) {
                Ok(proof) => {
                    report.verified = true;
                    report.verdict = format!(
                        "{} pairs, and the prices of both sides prove that nothing costs less",
                        proof.assigned()
                    );
                }
                Err(violation) => report.verdict = violation.to_string(),
            }
            report.objective = Some(solution.objective);
            report.bound = Some(solution.objective);
            let held = (0..).zip(&solution.position_of);
            report.assignment = held
                .filter_map(|(person, position)| {
                    let position = positions[(*position)? as usize];
                    Some((Name::Number(people[person as usize]), Name::Number(position)))
                })
                .collect();
            let priced = |ids: &[u32], prices: &[i64]| {
                ids.iter().zip(prices).map(|(&id, &price)| (Name::Number(id), Number::Whole(price))).collect()
            };
            report.person_prices = priced(&people, &solution.person_price);
            report.position_prices = priced(&positions, &solution.position_price);
            Ok(report)
        }
        Ok(Outcome::Infeasible(problem, shortage)) => {
            let checked = verify_shortage(&problem, &unassigned, &unfilled, &shortage);
            let named = |side: ShortSide, index: u32| match side {
                ShortSide::People => people[index as usize].to_string(),
                ShortSide::Positions => positions[index as usize].to_string(),
            };
            let verdict = match &checked {
                Ok(()) => in_words(&shortage, named),
                Err(fault) => fault.to_string(),
            };
            Ok(Report { verified: checked.is_ok(), verdict, ..sized(Status::Infeasible) })
        }
    }
}

/// The proof of a shortage as a sentence.
pub fn in_words(shortage: &Shortage, name: impl Fn(ShortSide, u32) -> String) -> String {
    const NAMED: usize = 12;
    let list = |side: ShortSide, nodes: &[u32]| {
        let mut names: Vec<String> = nodes.iter().take(NAMED).map(|&node| name(side, node)).collect();
        if nodes.len() > NAMED {
            names.push(format!("and {} more", nodes.len() - NAMED));
        }
        names.join(", ")
    };
    let (side, other) = match shortage.side {
        ShortSide::People => (ShortSide::People, ShortSide::Positions),
        ShortSide::Positions => (ShortSide::Positions, ShortSide::People),
    };
    let (one, many, verb, partner, partners) = match side {
        ShortSide::People => ("person", "people", "placed", "position", "positions"),
        ShortSide::Positions => ("position", "positions", "filled", "person", "people"),
    };
    let count = |number: usize, one: &str, many: &str| match number {
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    };
    format!(
        "{} who must all be {verb} have only {} between them ({}: {}; {}: {})",
        count(shortage.members.len(), one, many),
        count(shortage.partners.len(), partner, partners),
        many,
        list(side, &shortage.members),
        partners,
        if shortage.partners.is_empty() { "none".to_owned() } else { list(other, &shortage.partners) },
    )
}
