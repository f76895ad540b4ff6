//! An instance and its optimum, kept together through change.
//!
//! An edit disturbs prices and pairs only where it must; the next solve repairs what is disturbed by shortest path
//! searches from the old prices, and its answer is proven at a cost that follows the change, too. Answers are exactly
//! as good as solving anew. Where several assignments cost the same, the one chosen depends on the path of edits.

mod bids;
mod edit;
mod hold;

use std::ops::ControlFlow;

use thiserror::Error;

pub use edit::{Edit, EditError};
use hold::Holds;

use crate::audit::Audit;
use crate::market::{Market, NONE, Rows, Side, tighten_one};
use crate::meet::{Ends, Meeting};
use crate::problem::Problem;
use crate::search::Except;
use crate::solution::Solution;
use crate::solve::{Cancelled, Limits, Progress, reach_optimum, solve_with};
use crate::verify::Certificate;
use crate::violation::Violation;
use crate::what_if::Change;

/// Bids in each direction before searches take over.
const BIDS: usize = 2_000;

/// How many times all pairs may be scanned by searches before the auction is called in: where that much changed, it is
/// faster.
const WARM_PASSES: u32 = 12;

/// An instance that can be edited, with its proven optimum.
///
/// ```
/// use muster_solver::{Edit, Problem, Session};
///
/// let problem = Problem::new([(0, 0, 4), (0, 1, 7), (1, 0, 3), (1, 1, 9)], vec![10, 10], vec![50, 50])?;
/// let mut session = Session::new(problem)?;
/// assert_eq!(session.solution().objective, 10);
///
/// session.edit(&Edit::Force { person: 0, position: 0 })?;
/// let proof = session.solve()?;
/// assert_eq!(proof.objective(), 13);
/// assert_eq!(session.changes().len(), 2); // both people, against the answer before
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Session {
    problem: Problem,
    /// The answer of the last solve.
    solution: Solution,
    certificate: Certificate,
    changes: Vec<Change>,
    /// The working state: dual feasible except around touched nodes.
    people: Seat,
    positions: Seat,
    touched: Vec<u32>,
    touched_positions: Vec<u32>,
    /// Nodes that may be owed a mate.
    waiting_people: Vec<u32>,
    waiting_positions: Vec<u32>,
    meeting: Meeting,
    audit: Audit,
    holds: Holds,
}

/// One side's prices and mates.
#[derive(Debug, Clone, Default)]
struct Seat {
    price: Vec<i64>,
    mate: Vec<u32>,
}

/// Why a session gave no answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SessionError {
    /// The caller stopped the solve. The edits stand; the next solve goes on from where it stopped.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The verifier did not accept the answer: a defect of this crate. The next solve starts from nothing.
    #[error("the answer failed its verification, which is a defect of the solver: {0}")]
    Unproven(#[from] Violation),
}

impl Session {
    /// Solves the instance and proves the answer.
    ///
    /// # Errors
    /// [`SessionError::Unproven`], only by a defect.
    pub fn new(problem: Problem) -> Result<Session, SessionError> {
        Session::new_with(problem, &Limits::default(), &mut |_| ControlFlow::Continue(()))
    }

    /// As [`Session::new`], within limits and reporting progress.
    ///
    /// # Errors
    /// [`SessionError`].
    pub fn new_with(
        problem: Problem,
        limits: &Limits,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Session, SessionError> {
        let solution = solve_with(&problem, limits, progress)?;
        Ok(Session::resume(problem, solution)?)
    }

    /// Starts from an optimal answer found earlier, which is verified first.
    ///
    /// # Errors
    /// What [`verify`](crate::verify()) finds wrong with the answer.
    pub fn resume(problem: Problem, solution: Solution) -> Result<Session, Violation> {
        let (audit, certificate) = Audit::full(&problem, &solution)?;
        let market = Market::at(&problem, &solution);
        let people = Seat { price: market.people.price, mate: market.people.mate };
        let positions = Seat { price: market.positions.price, mate: market.positions.mate };
        Ok(Session {
            solution,
            certificate,
            changes: Vec::new(),
            touched: Vec::new(),
            touched_positions: Vec::new(),
            waiting_people: Vec::new(),
            waiting_positions: Vec::new(),
            meeting: Meeting::new(problem.people(), problem.positions()),
            people,
            positions,
            audit,
            holds: Holds::default(),
            problem,
        })
    }

    /// The instance as edited. While a pair is held, it is the only one of its two ends.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The optimum that the last solve found; edits since are not in it.
    pub fn solution(&self) -> &Solution {
        &self.solution
    }

    /// The proof of [`Session::solution`].
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The pairs held fast, by rising person.
    pub fn forced(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.holds.pairs()
    }

    /// Whose position the last solve changed, by rising person. A new person was in none before.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Finds and proves the optimum of the instance as edited.
    ///
    /// # Errors
    /// [`SessionError::Unproven`], only by a defect.
    pub fn solve(&mut self) -> Result<&Certificate, SessionError> {
        self.solve_with(&Limits::default(), &mut |_| ControlFlow::Continue(()))
    }

    /// As [`Session::solve`], within limits and reporting progress.
    ///
    /// # Errors
    /// [`SessionError`].
    pub fn solve_with(
        &mut self,
        limits: &Limits,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<&Certificate, SessionError> {
        if self.repair(limits, progress).is_break() {
            return Err(Cancelled.into());
        }
        self.publish();
        match self.audit.next(&self.problem, &self.solution) {
            Ok(certificate) => self.certificate = certificate,
            Err(violation) => {
                self.start_over()?;
                return Err(violation.into());
            }
        }
        Ok(&self.certificate)
    }

    /// Replaces the whole instance, as after a lever moved, and keeps prices and pairs as the start. Indices keep
    /// their meaning; held pairs are let go. The answer follows with the next [`Session::solve`].
    ///
    /// # Errors
    /// [`EditError::NoSuchPerson`] or [`EditError::NoSuchPosition`] if the new instance has fewer of either.
    pub fn replace(&mut self, problem: Problem) -> Result<(), EditError> {
        if problem.people() < self.problem.people() {
            return Err(EditError::NoSuchPerson { person: self.problem.people() as u32 - 1, people: problem.people() });
        }
        if problem.positions() < self.problem.positions() {
            return Err(EditError::NoSuchPosition {
                position: self.problem.positions() as u32 - 1,
                positions: problem.positions(),
            });
        }
        let (old_people, old_positions) = (self.problem.people() as u32, self.problem.positions() as u32);
        self.holds = Holds::default();
        let old = std::mem::replace(&mut self.problem, problem);
        for _ in old_people..self.problem.people() as u32 {
            self.grow_person();
        }
        for _ in old_positions..self.problem.positions() as u32 {
            self.grow_position();
        }
        for person in 0..self.problem.people() as u32 {
            let at = person as usize;
            let is = self.problem.people.of(person);
            let same = person < old_people
                && self.problem.unassigned[at] == old.unassigned[at]
                && old.people.of(person).iter().eq(is.iter());
            let mate = self.people.mate[at];
            let parted = mate != NONE && is.cost_of(mate).is_none();
            if parted {
                self.part(person, mate);
            }
            if !same {
                self.touch_person(person);
            }
        }
        for position in 0..self.problem.positions() as u32 {
            self.cap_position(position);
        }
        self.audit.forget();
        Ok(())
    }

    /// Makes the working state optimal again.
    fn repair(&mut self, limits: &Limits, progress: &mut dyn FnMut(Progress) -> ControlFlow<()>) -> ControlFlow<()> {
        self.meeting.grow(self.problem.people(), self.problem.positions());
        self.meeting.read_at(limits.level());
        let mut market = Market {
            people: Side {
                rows: Rows::People(&self.problem),
                limit: self.problem.unassigned(),
                price: std::mem::take(&mut self.people.price),
                mate: std::mem::take(&mut self.people.mate),
            },
            positions: Side {
                rows: Rows::Positions(&self.problem),
                limit: self.problem.unfilled(),
                price: std::mem::take(&mut self.positions.price),
                mate: std::mem::take(&mut self.positions.mate),
            },
        };
        let Market { people, positions } = &mut market;
        // Positions first: a new one that many could use gives way, and not those who could use it.
        for position in self.touched_positions.drain(..) {
            let mate = positions.mate[position as usize];
            tighten_one(positions, people, position);
            if positions.mate[position as usize] != mate {
                self.waiting_people.push(mate);
            }
            self.waiting_positions.push(position);
        }
        for person in self.touched.drain(..) {
            let mate = people.mate[person as usize];
            tighten_one(people, positions, person);
            if people.mate[person as usize] != mate {
                self.waiting_positions.push(mate);
            }
            self.waiting_people.push(person);
        }
        bids::settle(people, positions, &mut self.waiting_people, BIDS);
        bids::settle(positions, people, &mut self.waiting_positions, BIDS);
        let mut searches = Searches {
            problem: &self.problem,
            meeting: &mut self.meeting,
            work: (self.problem.pairs() as u64).saturating_mul(limits.passes_before_auction.max(WARM_PASSES).into()),
        };
        let mut done = searches.run(people, positions, &mut self.waiting_people, &mut self.waiting_positions, progress);
        if done == ControlFlow::Continue(false) {
            done = reach_optimum(&self.problem, &mut market, limits, progress).map_continue(|()| true);
            if done.is_continue() {
                self.waiting_people.clear();
                self.waiting_positions.clear();
            } else {
                self.touched = (0..market.people.len()).collect();
                self.waiting_positions = (0..market.positions.len()).collect();
            }
        }
        self.people = Seat { price: market.people.price, mate: market.people.mate };
        self.positions = Seat { price: market.positions.price, mate: market.positions.mate };
        done.map_continue(|_| ())
    }

    /// Writes the working state into the answer and notes who moved.
    fn publish(&mut self) {
        let named = |mate: u32| (mate != NONE).then_some(mate);
        let solution = &mut self.solution;
        solution.position_of.resize(self.people.mate.len(), None);
        solution.person_of.resize(self.positions.mate.len(), None);
        self.changes.clear();
        for (person, (held, &mate)) in (0..).zip(solution.position_of.iter_mut().zip(&self.people.mate)) {
            let after = named(mate);
            if *held != after {
                self.changes.push(Change { person, before: *held, after });
                *held = after;
            }
        }
        for (held, &mate) in solution.person_of.iter_mut().zip(&self.positions.mate) {
            *held = named(mate);
        }
        solution.person_price.clone_from(&self.people.price);
        solution.position_price.clone_from(&self.positions.price);
        // At an optimum the prices add up to the cost; the verifier adds up the cost itself.
        solution.objective = self.people.price.iter().chain(&self.positions.price).sum();
    }

    /// After a defect: solves from nothing, so that the session is sound again.
    fn start_over(&mut self) -> Result<(), SessionError> {
        let holds = std::mem::take(&mut self.holds);
        *self = Session::new(self.problem.clone())?;
        self.holds = holds;
        Ok(())
    }

    fn mate_of_person(&self, person: u32) -> Option<u32> {
        let mate = self.people.mate[person as usize];
        (mate != NONE).then_some(mate)
    }

    fn prices(&self, person: u32, position: u32) -> i64 {
        self.people.price[person as usize] + self.positions.price[position as usize]
    }

    fn part(&mut self, person: u32, position: u32) {
        self.people.mate[person as usize] = NONE;
        self.positions.mate[position as usize] = NONE;
        self.waiting_positions.push(position);
        self.touch_person(person);
    }

    fn touch_person(&mut self, person: u32) {
        if self.touched.last() != Some(&person) {
            self.touched.push(person);
        }
    }

    fn touch_position(&mut self, position: u32) {
        if self.touched_positions.last() != Some(&position) {
            self.touched_positions.push(position);
        }
    }

    /// Keeps a position's price within its bound.
    fn cap_position(&mut self, position: u32) {
        let at = position as usize;
        let limit = self.problem.unfilled[at];
        if self.positions.price[at] > limit {
            self.positions.price[at] = limit;
            if self.positions.mate[at] != NONE {
                self.touch_person(self.positions.mate[at]);
            }
        }
        self.waiting_positions.push(position);
    }

    fn grow_person(&mut self) {
        self.people.price.push(0);
        self.people.mate.push(NONE);
    }

    /// A new position is priced at its bound, and lower as soon as a pair demands it.
    fn grow_position(&mut self) {
        let position = self.positions.mate.len();
        self.positions.price.push(self.problem.unfilled[position]);
        self.positions.mate.push(NONE);
    }
}

/// Both directions' scratch space and how many pairs they may still scan.
struct Searches<'s> {
    problem: &'s Problem,
    meeting: &'s mut Meeting,
    work: u64,
}

impl Searches<'_> {
    /// Settles everybody who waits; false if the work runs out before. Whoever is not settled still waits.
    fn run(
        &mut self,
        people: &mut Side<'_>,
        positions: &mut Side<'_>,
        waiting_people: &mut Vec<u32>,
        waiting_positions: &mut Vec<u32>,
        progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> ControlFlow<(), bool> {
        self.meeting.from_people.scanned = 0;
        self.meeting.from_positions.scanned = 0;
        let of = waiting_people.len() + waiting_positions.len();
        for done in 0.. {
            waiting_people.truncate(last_owed(people, waiting_people));
            waiting_positions.truncate(last_owed(positions, waiting_positions));
            if done % 64 == 0 {
                progress(Progress::Search { done, of: of.max(done) })?;
            }
            if self.meeting.from_people.scanned + self.meeting.from_positions.scanned > self.work {
                return ControlFlow::Continue(false);
            }
            match (waiting_people.last(), waiting_positions.last()) {
                (Some(&person), Some(&position)) => {
                    let cost = self.problem.cost(person, position);
                    let prices = people.price[person as usize] + positions.price[position as usize];
                    let direct = cost.map(|cost| cost - prices);
                    self.meeting.settle(people, positions, Ends { person, position, fixed: None, direct });
                }
                (Some(&person), None) => {
                    self.meeting.from_people.settle(people, positions, person, Except::default());
                }
                (None, Some(&position)) => {
                    self.meeting.from_positions.settle(positions, people, position, Except::default());
                }
                (None, None) => break,
            }
        }
        ControlFlow::Continue(true)
    }
}

/// How many of these are left when those at the end who are owed nothing are not counted.
fn last_owed(side: &Side<'_>, waiting: &[u32]) -> usize {
    waiting.iter().rposition(|&node| side.is_owed(node)).map_or(0, |last| last + 1)
}
