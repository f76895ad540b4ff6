//! The verifier of a session: as strict as [`verify`](crate::verify()), at a cost that follows the change.
//!
//! It keeps its own copy of the last answer that was proven and its own record of what was edited since, and shares
//! no code with the solve. What neither changed nor was edited needs no second look: a pair whose cost did not fall
//! and neither of whose prices rose keeps the dual constraint that it kept before. Which prices and mates changed it
//! finds out itself, by comparing every node with its copy.

use crate::lists::Row;
use crate::problem::Problem;
use crate::solution::Solution;
use crate::verify::{Certificate, check_lengths, verify};
use crate::violation::Violation;

/// The last proven answer, and what was edited since.
#[derive(Debug, Clone)]
pub(crate) struct Audit {
    proven: Solution,
    /// What each person adds to the objective in the proven answer.
    person_part: Vec<i64>,
    position_part: Vec<i64>,
    objective: i128,
    bound: i128,
    assigned: usize,
    /// Pairs whose cost was changed, that were added or that were removed.
    pairs: Vec<(u32, u32)>,
    /// People and positions whose cost of being left out was changed.
    people: Vec<u32>,
    positions: Vec<u32>,
    /// The whole instance was replaced: nothing proven is left.
    forgotten: bool,
}

impl Audit {
    /// Proves an answer from nothing.
    pub(crate) fn full(problem: &Problem, solution: &Solution) -> Result<(Audit, Certificate), Violation> {
        let certificate = verify(problem, solution)?;
        let person_part = (0..).zip(&solution.position_of).map(|(person, &position)| {
            let pair = position.and_then(|position| problem.cost(person, position));
            pair.unwrap_or(problem.unassigned()[person as usize])
        });
        let position_part = solution.person_of.iter().zip(problem.unfilled());
        let prices = solution.person_price.iter().chain(&solution.position_price);
        let audit = Audit {
            proven: solution.clone(),
            person_part: person_part.collect(),
            position_part: position_part.map(|(held, &limit)| if held.is_none() { limit } else { 0 }).collect(),
            objective: solution.objective.into(),
            bound: prices.map(|&price| i128::from(price)).sum(),
            assigned: certificate.assigned(),
            pairs: Vec::new(),
            people: Vec::new(),
            positions: Vec::new(),
            forgotten: false,
        };
        Ok((audit, certificate))
    }

    /// Takes note that a pair was changed, added or removed.
    pub(crate) fn note_pair(&mut self, person: u32, position: u32) {
        self.pairs.push((person, position));
    }

    /// Takes note that leaving a person out costs something else, or that the person is new.
    pub(crate) fn note_person(&mut self, person: u32) {
        self.people.push(person);
    }

    /// The same for a position.
    pub(crate) fn note_position(&mut self, position: u32) {
        self.positions.push(position);
    }

    /// Takes note that the whole instance was replaced.
    pub(crate) fn forget(&mut self) {
        self.forgotten = true;
    }

    /// Proves the next answer. After a violation the audit is of no use any more.
    pub(crate) fn next(&mut self, problem: &Problem, solution: &Solution) -> Result<Certificate, Violation> {
        if self.forgotten {
            let (audit, certificate) = Audit::full(problem, solution)?;
            *self = audit;
            return Ok(certificate);
        }
        self.admit_new_nodes(problem);
        check_lengths(problem, solution)?;
        for (person, position) in std::mem::take(&mut self.pairs) {
            if let Some(cost) = problem.cost(person, position) {
                check_pair(solution, person, position, cost)?;
            }
            // If the pair is chosen, its cost is part of the objective. One that was chosen and is no more changed both mates.
            if solution.position_of[person as usize] == Some(position) {
                self.people.push(person);
            }
            if solution.person_of[position as usize] == Some(person) {
                self.positions.push(position);
            }
        }
        for person in std::mem::take(&mut self.people) {
            self.check_person(problem, solution, person, true)?;
        }
        for position in std::mem::take(&mut self.positions) {
            self.check_position(problem, solution, position)?;
        }
        for person in 0..problem.people() as u32 {
            let at = person as usize;
            let price = solution.person_price[at];
            if price == self.proven.person_price[at] && solution.position_of[at] == self.proven.position_of[at] {
                continue;
            }
            self.check_person(problem, solution, person, false)?;
            if price > self.proven.person_price[at] {
                let row = problem.people.of(person);
                if !obviously_kept(row, price, &solution.position_price) {
                    row.try_each(|position, cost| check_pair(solution, person, position, cost))?;
                }
            }
        }
        for position in 0..problem.positions() as u32 {
            let at = position as usize;
            let price = solution.position_price[at];
            if price == self.proven.position_price[at] && solution.person_of[at] == self.proven.person_of[at] {
                continue;
            }
            self.check_position(problem, solution, position)?;
            if price > self.proven.position_price[at] {
                let row = problem.by_position().of(position);
                if !obviously_kept(row, price, &solution.person_price) {
                    row.try_each(|person, cost| check_pair(solution, person, position, cost))?;
                }
            }
        }
        self.conclude(solution)
    }

    /// A new node was priced at nothing and out at no cost before it came: rising from there, its pairs are checked.
    fn admit_new_nodes(&mut self, problem: &Problem) {
        self.person_part.resize(problem.people(), 0);
        self.position_part.resize(problem.positions(), 0);
        self.proven.position_of.resize(problem.people(), None);
        self.proven.person_price.resize(problem.people(), 0);
        self.proven.person_of.resize(problem.positions(), None);
        self.proven.position_price.resize(problem.positions(), 0);
    }

    /// One person's bound, mate and tightness; updates the sums.
    fn check_person(
        &mut self,
        problem: &Problem,
        solution: &Solution,
        person: u32,
        edited: bool,
    ) -> Result<(), Violation> {
        let at = person as usize;
        let (price, limit) = (solution.person_price[at], problem.unassigned()[at]);
        if price > limit {
            return Err(Violation::PersonOverpriced { person, price, limit });
        }
        let part = match solution.position_of[at] {
            None if price != limit => return Err(Violation::PersonNotTight { person, price, limit }),
            None => limit,
            Some(position) => {
                // An edited pair was looked up before; one that was not edited costs what it did.
                let known = self.proven.position_of[at].filter(|&held| held == position && !edited);
                let cost = known.map(|_| self.person_part[at]).or_else(|| problem.cost(person, position));
                let Some(cost) = cost else { return Err(Violation::ForbiddenPair { person, position }) };
                check_chosen(solution, person, position, cost)?;
                cost
            }
        };
        if let Some(position) = self.proven.position_of[at] {
            check_agreement(solution, person, position)?;
        }
        self.objective += i128::from(part) - i128::from(self.person_part[at]);
        self.person_part[at] = part;
        Ok(())
    }

    /// Whether a person claims this position and differs from the proven answer.
    fn is_changed_mate(&self, solution: &Solution, person: u32, position: u32) -> bool {
        let at = person as usize;
        solution.position_of.get(at) == Some(&Some(position))
            && (solution.person_price[at] != self.proven.person_price[at]
                || solution.position_of[at] != self.proven.position_of[at])
    }

    /// One position's bound, mate and tightness; updates the sums.
    fn check_position(&mut self, problem: &Problem, solution: &Solution, position: u32) -> Result<(), Violation> {
        let at = position as usize;
        let (price, limit) = (solution.position_price[at], problem.unfilled()[at]);
        if price > limit {
            return Err(Violation::PositionOverpriced { position, price, limit });
        }
        let part = match solution.person_of[at] {
            None if price != limit => return Err(Violation::PositionNotTight { position, price, limit }),
            None => limit,
            // Every person that changed is checked, together with its pair.
            Some(person) if self.is_changed_mate(solution, person, position) => 0,
            Some(person) => {
                let Some(cost) = problem.cost(person, position) else {
                    return Err(Violation::ForbiddenPair { person, position });
                };
                check_chosen(solution, person, position, cost)?;
                0
            }
        };
        if let Some(person) = self.proven.person_of[at] {
            check_agreement(solution, person, position)?;
        }
        self.objective += i128::from(part) - i128::from(self.position_part[at]);
        self.position_part[at] = part;
        Ok(())
    }

    /// Compares the sums and takes the answer over as the proven one.
    fn conclude(&mut self, solution: &Solution) -> Result<Certificate, Violation> {
        let changed = |new: &[i64], old: &[i64]| -> i128 {
            new.iter().zip(old).map(|(new, old)| i128::from(*new) - i128::from(*old)).sum()
        };
        self.bound += changed(&solution.person_price, &self.proven.person_price);
        self.bound += changed(&solution.position_price, &self.proven.position_price);
        if self.objective != i128::from(solution.objective) {
            return Err(Violation::WrongObjective { stated: solution.objective, actual: self.objective });
        }
        if self.bound != self.objective {
            return Err(Violation::Gap { objective: self.objective, bound: self.bound });
        }
        self.assigned = solution.position_of.iter().flatten().count();
        self.proven.clone_from(solution);
        Ok(Certificate::new(solution.objective, self.assigned))
    }
}

/// Whether a node's pairs keep their dual constraints, told by a pass without branches; no answer where the prices are so
/// large that sums could overflow.
fn obviously_kept(row: Row<'_>, mine: i64, theirs: &[i64]) -> bool {
    const LARGE: u64 = 1 << 61;
    let (mut kept, mut large) = (true, mine.unsigned_abs());
    row.each(|other, cost| {
        let price = theirs[other as usize];
        kept &= mine.wrapping_add(price) <= cost;
        large |= price.unsigned_abs();
    });
    kept && large < LARGE
}

/// The dual constraint of one pair.
#[inline]
fn check_pair(solution: &Solution, person: u32, position: u32, cost: i64) -> Result<(), Violation> {
    let (mine, yours) = (solution.person_price[person as usize], solution.position_price[position as usize]);
    // Sums that do not fit are compared where they do.
    let kept = mine.checked_add(yours).is_some_and(|prices| prices <= cost);
    if kept {
        return Ok(());
    }
    let prices = i128::from(mine) + i128::from(yours);
    if prices > i128::from(cost) {
        return Err(Violation::PairUnderpriced { person, position, cost, prices });
    }
    Ok(())
}

/// A chosen pair: both sides say so, and its prices add up to its cost.
fn check_chosen(solution: &Solution, person: u32, position: u32, cost: i64) -> Result<(), Violation> {
    let holder = solution.person_of.get(position as usize).copied().flatten();
    if holder != Some(person) {
        return Err(Violation::PersonDisagrees { person, position, holder });
    }
    let held = solution.position_of.get(person as usize).copied().flatten();
    if held != Some(position) {
        return Err(Violation::PositionDisagrees { position, person, held });
    }
    let prices =
        i128::from(solution.person_price[person as usize]) + i128::from(solution.position_price[position as usize]);
    if prices != i128::from(cost) {
        return Err(Violation::PairNotTight { person, position, cost, prices });
    }
    Ok(())
}

/// A pair that was chosen before: either both sides still say so or neither does.
fn check_agreement(solution: &Solution, person: u32, position: u32) -> Result<(), Violation> {
    let held = solution.position_of[person as usize];
    let holder = solution.person_of[position as usize];
    if (held == Some(position)) != (holder == Some(person)) {
        return Err(Violation::PersonDisagrees { person, position, holder });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Audit;
    use crate::problem::Problem;
    use crate::solution::Solution;
    use crate::solve::solve;
    use crate::verify::verify;
    use proptest::prelude::*;

    /// Small instances, any number of pairs.
    fn problem() -> impl Strategy<Value = Problem> {
        (1..6_usize, 1..6_usize).prop_flat_map(|(people, positions)| {
            let cost = -9..20_i64;
            (
                prop::collection::vec(prop::option::of(cost.clone()), people * positions),
                prop::collection::vec(cost.clone(), people),
                prop::collection::vec(cost, positions),
            )
                .prop_map(move |(matrix, unassigned, unfilled)| {
                    let pairs = (0..).zip(matrix).filter_map(|(at, cost): (usize, _)| {
                        cost.map(|cost| ((at / positions) as u32, (at % positions) as u32, cost))
                    });
                    Problem::new(pairs, unassigned, unfilled).unwrap()
                })
        })
    }

    /// A claim made from an answer by a few changes of any kind.
    fn tampered(mut answer: Solution, changes: &[(u8, usize, i64)]) -> Solution {
        let (people, positions) = (answer.position_of.len(), answer.person_of.len());
        for &(kind, at, by) in changes {
            let (person, position) = (at % people, at % positions);
            match kind {
                0 => answer.person_price[person] += by,
                1 => answer.position_price[position] += by,
                2 => answer.objective += by,
                3 => answer.position_of[person] = None,
                4 => answer.person_of[position] = None,
                5 => answer.position_of[person] = Some((by.unsigned_abs() as usize % positions) as u32),
                6 => answer.person_of[position] = Some((by.unsigned_abs() as usize % people) as u32),
                7 => {
                    answer.position_of.swap(person, by.unsigned_abs() as usize % people);
                    answer.person_price[person] += by;
                    answer.position_price[position] -= by;
                }
                _ => {
                    answer.position_of[person] = Some(position as u32);
                    answer.person_of[position] = Some(person as u32);
                }
            }
        }
        answer
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12_000))]

        /// Without edits, from a proven answer, and after the instance changed in one cost that the audit was told of.
        #[test]
        fn the_audit_accepts_exactly_what_the_full_verifier_accepts(
            problem in problem(),
            changes in prop::collection::vec((0..9_u8, 0..30_usize, -4..5_i64), 0..4),
            edit in (0..30_u32, 0..30_u32, prop::option::of(-9..20_i64)),
            solve_anew in any::<bool>(),
        ) {
            let (mut audit, _) = Audit::full(&problem, &solve(&problem)).unwrap();
            let mut edited = problem.clone();
            let (person, position) = (edit.0 % problem.people() as u32, edit.1 % problem.positions() as u32);
            let (people, positions) = edited.lists_mut();
            if let Some(cost) = edit.2 {
                people.set(person, position, cost);
                positions.set(position, person, cost);
            } else {
                people.remove(person, position);
                positions.remove(position, person);
            }
            audit.note_pair(person, position);
            let answer = if solve_anew { solve(&edited) } else { solve(&problem) };
            let claim = tampered(answer, &changes);
            let (full, quick) = (verify(&edited, &claim), audit.next(&edited, &claim));
            prop_assert_eq!(quick.is_ok(), full.is_ok(), "{:?} {:?}", quick, full);
            if full.is_ok() {
                prop_assert_eq!(quick, full);
            }
        }
    }
}
