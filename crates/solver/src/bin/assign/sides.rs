//! Side constraints, from the instance built to its report.

use std::ops::ControlFlow;
use std::time::Duration;

use muster_solver::constrained::{Answer, Constrained, Options, Stopped, verify_constrained};
use muster_solver::formats::json::Instance;
use muster_solver::formats::{Built, Ended, most_with_demands};
use muster_solver::verify_shortage;

use crate::guard::Guard;
use crate::json::Wanted;
use crate::matching::{Named, in_words, pairs};
use crate::report::{Name, Number, Report, Status};

/// Such problems are hard: without a limit of the caller's, this is when the best so far is the answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// Solves it and has the answer verified.
pub fn solve(
    built: Built,
    instance: &Instance,
    names: &Named,
    file: &str,
    guard: &Guard,
    wanted: &Wanted,
) -> Result<Report, String> {
    let mut report = Report::new(Status::Unknown, 0.0);
    (report.people, report.positions, report.pairs) =
        (built.problem.people(), instance.positions.len(), built.problem.pairs());
    let (unassigned, unfilled) = (built.unassigned.clone(), built.unfilled.clone());
    let options = Options {
        time: Some(guard.left().unwrap_or(PATIENCE)),
        gap: wanted.gap,
        threads: wanted.threads,
        memory: guard.memory.and_then(|bytes| usize::try_from(bytes).ok()),
        ..Options::default()
    };
    let ended = built.solve(&options, &mut |_| match guard.memory {
        Some(_) => guard.check(),
        None => ControlFlow::Continue(()),
    });
    report.taken(guard);
    match ended.map_err(|error| format!("{file}: {error}"))? {
        Ended::Cancelled => "stopped".clone_into(&mut report.verdict),
        Ended::Shortage(problem, shortage) => {
            report.status = Status::Infeasible;
            match verify_shortage(&problem, &unassigned, &unfilled, &shortage) {
                Ok(()) => {
                    report.verified = true;
                    report.verdict = in_words(&shortage, names);
                }
                Err(fault) => report.verdict = fault.to_string(),
            }
        }
        Ended::Answer(constrained, answer) => {
            let kept = answer.position_of.as_ref().is_some_and(|position_of| {
                let placed = position_of.iter().zip(&unassigned).all(|(held, out)| held.is_some() || out.is_some());
                let mut filled: Vec<bool> = unfilled.iter().map(Option::is_some).collect();
                position_of.iter().flatten().for_each(|&seat| filled[seat as usize] = true);
                placed && filled.iter().all(|&filled| filled)
            });
            let most = most_with_demands(&constrained, &unassigned, &unfilled);
            answered(&mut report, &constrained, &answer, names, kept, most);
        }
    }
    Ok(report)
}

fn answered(report: &mut Report, constrained: &Constrained, answer: &Answer, names: &Named, kept: bool, most: i128) {
    match verify_constrained(constrained, answer) {
        Err(violation) => report.verdict = violation.to_string(),
        Ok(proof) => {
            report.verified = true;
            report.bound = Some(proof.bound());
            if proof.infeasible() || (!kept && i128::from(proof.bound()) > most) {
                report.status = Status::Infeasible;
                report.bound = None;
                report.verdict = impossible(constrained, answer);
            } else if let (Some(position_of), true) = (&answer.position_of, kept) {
                report.objective = proof.objective();
                report.status =
                    if proof.objective() == Some(proof.bound()) { Status::Optimal } else { Status::Feasible };
                report.assignment = pairs(position_of, names);
                report.verdict = format!(
                    "{} pairs keep every constraint, and the multipliers prove the bound ({})",
                    report.assignment.len(),
                    ended(answer.stopped)
                );
            } else {
                report.verdict = format!(
                    "the bound is proven; no assignment that keeps everything was found ({})",
                    ended(answer.stopped)
                );
            }
        }
    }
    let real = |names: &[Name], prices: &[f64]| {
        names.iter().cloned().zip(prices.iter().map(|&price| Number::Real(price))).collect()
    };
    report.person_prices = real(&names.people, &answer.person_price);
    report.position_prices = real(&names.positions, &answer.position_price);
    let groups = constrained.sides().groups.iter().map(|group| Name::Text(group.name.clone()));
    report.constraint_prices = groups.zip(answer.group_price.iter().map(|&price| Number::Real(price))).collect();
}

fn ended(stopped: Stopped) -> &'static str {
    match stopped {
        Stopped::Optimal => "solved to the optimum",
        Stopped::Gap => "the gap asked for was reached",
        Stopped::Infeasible => "infeasible",
        Stopped::Time => "the time limit was reached",
        Stopped::Nodes => "the search was done",
        Stopped::Memory => "the memory limit was reached",
        Stopped::Cancelled => "stopped",
    }
}

/// Why nothing keeps everything.
fn impossible(constrained: &Constrained, answer: &Answer) -> String {
    let groups = &constrained.sides().groups;
    let named: Vec<String> =
        answer.impossible.iter().map(|&index| format!("{:?}", groups[index as usize].name)).collect();
    match named.is_empty() {
        true => "the multipliers prove that no assignment keeps every constraint together".to_owned(),
        false => format!("no assignment can keep {}, whatever else is dropped", named.join(", ")),
    }
}
