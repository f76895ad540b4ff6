//! Least cost without side constraints, a perfect matching among others, from its file to its report.

use muster_solver::formats::Matching;
use muster_solver::{
    Limits, Outcome, Problem, RequiredError, ShortSide, Shortage, Solution, solve_required_with, verify_required,
    verify_shortage,
};

use crate::guard::Guard;
use crate::report::{Name, Number, Report, Status};

/// What the file calls people and positions.
pub struct Named {
    pub people: Vec<Name>,
    pub positions: Vec<Name>,
}

/// Solves a perfect matching.
pub fn solve(instance: Matching, file: &str, guard: &Guard, threads: usize) -> Result<Report, String> {
    let Matching { people, positions, arcs } = instance;
    let problem = arcs
        .into_problem(vec![0; people.len()], vec![0; positions.len()])
        .map_err(|error| format!("{file}: {error}"))?;
    let (unassigned, unfilled) = (vec![None; people.len()], vec![None; positions.len()]);
    let named = |ids: Vec<u32>| ids.into_iter().map(Name::Number).collect();
    let names = Named { people: named(people), positions: named(positions) };
    solve_named(problem, &unassigned, &unfilled, &names, file, guard, threads)
}

/// Solves it and has the answer verified.
pub fn solve_named(
    problem: Problem,
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
    names: &Named,
    file: &str,
    guard: &Guard,
    threads: usize,
) -> Result<Report, String> {
    let mut report = Report::new(Status::Unknown, 0.0);
    (report.people, report.positions, report.pairs) = (problem.people(), problem.positions(), problem.pairs());
    let limits = Limits { threads, ..Limits::default() };
    let found = solve_required_with(problem, unassigned, unfilled, &limits, &mut |_| guard.check());
    report.taken(guard);
    match found {
        Err(RequiredError::Cancelled) => guard.limit_reached().unwrap_or("stopped").clone_into(&mut report.verdict),
        Err(RequiredError::Problem(error)) => return Err(format!("{file}: {error}")),
        Ok(Outcome::Optimal(problem, solution)) => {
            report.status = Status::Optimal;
            match verify_required(&problem, unassigned, unfilled, &solution) {
                Ok(proof) => {
                    report.verified = true;
                    let pairs = proof.assigned();
                    report.verdict =
                        format!("{pairs} pairs, and the prices of both sides prove that nothing costs less");
                }
                Err(violation) => report.verdict = violation.to_string(),
            }
            optimum(&mut report, &solution, names);
        }
        Ok(Outcome::Infeasible(problem, shortage)) => {
            report.status = Status::Infeasible;
            match verify_shortage(&problem, unassigned, unfilled, &shortage) {
                Ok(()) => {
                    report.verified = true;
                    report.verdict = in_words(&shortage, names);
                }
                Err(fault) => report.verdict = fault.to_string(),
            }
        }
    }
    Ok(report)
}

fn optimum(report: &mut Report, solution: &Solution, names: &Named) {
    report.objective = Some(solution.objective);
    report.bound = Some(solution.objective);
    report.assignment = pairs(&solution.position_of, names);
    let priced = |names: &[Name], prices: &[i64]| {
        names.iter().cloned().zip(prices.iter().map(|&price| Number::Whole(price))).collect()
    };
    report.person_prices = priced(&names.people, &solution.person_price);
    report.position_prices = priced(&names.positions, &solution.position_price);
}

/// Who goes where, by name.
pub fn pairs(position_of: &[Option<u32>], names: &Named) -> Vec<(Name, Name)> {
    let held = names.people.iter().zip(position_of);
    held.filter_map(|(person, position)| Some((person.clone(), names.positions[(*position)? as usize].clone())))
        .collect()
}

/// The proof of a shortage as a sentence.
pub fn in_words(shortage: &Shortage, names: &Named) -> String {
    const NAMED: usize = 12;
    let list = |names: &[Name], nodes: &[u32]| {
        let mut list: Vec<String> = nodes.iter().take(NAMED).map(|&node| names[node as usize].to_string()).collect();
        if nodes.len() > NAMED {
            list.push(format!("and {} more", nodes.len() - NAMED));
        }
        if list.is_empty() { "none".to_owned() } else { list.join(", ") }
    };
    let people = (&names.people, "person", "people", "placed");
    let positions = (&names.positions, "position", "positions", "filled");
    let ((members, one, many, verb), (partners, partner, others, _)) = match shortage.side {
        ShortSide::People => (people, positions),
        ShortSide::Positions => (positions, people),
    };
    let count = |number: usize, one: &str, many: &str| format!("{number} {}", if number == 1 { one } else { many });
    format!(
        "{} that must be {verb} can have only {} between them ({many}: {}; {others}: {})",
        count(shortage.members.len(), one, many),
        count(shortage.partners.len(), partner, others),
        list(members, &shortage.members),
        list(partners, &shortage.partners),
    )
}
