//! The solve: climb to a bound, find assignments near it, and search exactly on what is left, until a limit.
//!
//! Work comes in turns. In each, the multipliers climb and, beside it, one assignment is decoded or improved at the
//! prices of the turn before; both see only what earlier turns found, so the number of threads changes nothing but
//! the time. The answer is verified before it leaves.

use std::ops::ControlFlow;
use std::time::Instant;

use super::answer::{Answer, Case, Improvement, Options, Prices, Proof, Stopped, gap};
use super::ascent::{Ascent, Best};
use super::capacity;
use super::core::{Core, SCALE};
use super::dive::many_couples;
use super::dual::Fixed;
use super::exact::{Exact, Halt};
use super::model::Constrained;
use super::primal::Incumbent;
use super::stop::Stop;
use super::verify::{ConstrainedViolation, ceiling, verify_constrained};
use super::walks::Walks;
use super::whole::WholeClimb;
use super::wide;
use crate::market::NONE;

/// Rounds of the climb in one turn.
const ROUNDS: u32 = 20;

/// Rounds of the climb by all prices and multipliers together in the first turn that has them, and in every other.
const TOGETHER_FIRST: u32 = 1_000;
const TOGETHER: u32 = 60;

/// Bytes that the exact search's proof may use where the caller sets no limit.
const PROOF_BYTES: usize = 256 << 20;

type Watch<'w> = dyn FnMut(&Improvement<'_>) -> ControlFlow<()> + 'w;

/// Finds the best assignment it can that keeps every constraint, with a bound, until it is proven optimal or a limit
/// of `options` is reached. `progress` hears of every turn and stops the solve by answering `Break`.
///
/// # Errors
/// Only if the verifier refuses the answer, which would be a fault of this crate.
pub fn solve_constrained(
    instance: &Constrained,
    options: &Options,
    progress: &mut dyn FnMut(&Improvement<'_>) -> ControlFlow<()>,
) -> Result<Answer, ConstrainedViolation> {
    let started = Instant::now();
    let all = || std::thread::available_parallelism().map_or(1, usize::from);
    let options = &Options { threads: if options.threads == 0 { all() } else { options.threads }, ..options.clone() };
    let core = Core::new(instance);
    // The verifier works about as long as it took to lay the instance out.
    let reserve = started.elapsed();
    let stop = Stop::at(options.time.and_then(|time| started.checked_add(time.saturating_sub(reserve))));
    let above = ceiling(instance.problem()) + 1;
    let mut run =
        Run { core: &core, options, stop, started, progress, incumbent: None, bound: i64::MIN, ended: None, above };
    let mut ascent = Ascent::new(&core);
    if !capacity::applies(&core) && wide::applies(core.target.len(), core.people()) {
        run.wide(&mut ascent, instance);
    } else {
        run.turns(&mut ascent);
    }
    let mut cases = vec![leaf(&core, &ascent)];
    if run.ended.is_none() {
        run.exact(&ascent, &mut cases);
    }
    let answer = run.into_answer(instance, &ascent, cases);
    verify_constrained(instance, &answer)?;
    Ok(answer)
}

/// Both, at the same time where there is a second thread.
pub(super) fn beside<T: Send>(
    threads: usize,
    search: impl FnOnce() -> Option<T> + Send,
    climb: impl FnOnce(),
) -> Option<T> {
    if threads > 1 {
        std::thread::scope(|scope| {
            let search = scope.spawn(search);
            climb();
            search.join().unwrap_or(None)
        })
    } else {
        climb();
        search()
    }
}

/// A solve under way.
pub(super) struct Run<'r, 'w> {
    pub(super) core: &'r Core,
    pub(super) options: &'r Options,
    pub(super) stop: Stop,
    started: Instant,
    progress: &'r mut Watch<'w>,
    pub(super) incumbent: Option<Incumbent>,
    /// Proven so far, in units of cost.
    bound: i64,
    pub(super) ended: Option<Stopped>,
    /// More than anything can cost.
    above: i128,
}

impl Run<'_, '_> {
    /// Turns of climbing and repairing, as many as the instance's size deserves before exact search.
    fn turns(&mut self, ascent: &mut Ascent) {
        let core = self.core;
        let fixed = Fixed::nothing(core);
        let small = core.target.len() <= 6_000;
        // Many people, few limits: exchanges within the limits find more than walks, and exact search nothing.
        let shared = capacity::applies(core);
        let turns = if small && !(shared && core.target.len() > 1_000) { 6 } else { u64::MAX };
        for shift in [10, 8, 6, 4, 2] {
            ascent.look(core, &fixed, ascent.fine << shift);
            ascent.step(core, &fixed);
        }
        if shared {
            let known = Best { lambda: capacity::multipliers(core), ..ascent.best.clone() };
            ascent.resume(&known);
            for shift in [4, 2, 0] {
                ascent.look(core, &fixed, ascent.fine << shift);
            }
        }
        let mut search: Option<Walks<'_>> = None;
        let together = !small && !shared && (many_couples(core) || core.target.len() <= 100_000);
        let mut whole: Option<WholeClimb<'_>> = None;
        for turn in 0..turns {
            if self.options.nodes.is_some_and(|nodes| turn >= nodes) {
                self.ended = Some(Stopped::Nodes);
            }
            if self.ended.is_some() {
                return;
            }
            let stuck = turn > 3 && self.incumbent.is_none();
            let walks = if shared { stuck } else { turn > 3 || turn > 0 && (small || core.target.len() > 100_000) };
            if search.is_none() && walks {
                search = Some(Walks::new(core, &ascent.best, self.options.threads, &self.stop));
            }
            let (stop, best, incumbent) = (&self.stop, ascent.best.clone(), self.incumbent.as_ref());
            if together && turn == 3 {
                whole = Some(WholeClimb::new(core, &best));
            }
            let mut climb = || {
                if let Some(whole) = &mut whole {
                    return ascent.keep(whole.climb(if turn == 3 { TOGETHER_FIRST } else { TOGETHER }, stop));
                }
                let coarse = if turn == 0 { 3 } else { 0 };
                for _ in 0..ROUNDS {
                    ascent.look(core, &fixed, ascent.fine << coarse);
                    ascent.step(core, &fixed);
                    if stop.now() {
                        break;
                    }
                }
            };
            let found = match &mut search {
                Some(walks) => {
                    walks.turn(self.options.threads, stop, climb);
                    walks.refresh(core, &ascent.best);
                    walks.best().filter(|found| core.feasible(&found.edge_of)).cloned()
                }
                None if shared && turn > 0 => {
                    let exchange = || capacity::improve(core, &best, incumbent, turn, stop);
                    beside(self.options.threads, exchange, climb)
                }
                None => {
                    climb();
                    None
                }
            };
            self.incumbent = [self.incumbent.take(), found].into_iter().flatten().min_by_key(|found| found.objective);
            self.prove(ascent.best.bound);
            self.report();
        }
    }

    /// Takes note of a bound in `1/SCALE`.
    pub(super) fn prove(&mut self, scaled: i128) {
        let bound = -(-scaled).div_euclid(i128::from(SCALE));
        self.bound = self.bound.max(bound.min(self.above) as i64);
    }

    /// Tells the caller, and decides whether this is the end.
    pub(super) fn report(&mut self) {
        let position_of = self.incumbent.as_ref().map(|incumbent| positions(self.core, &incumbent.edge_of));
        let objective = self.incumbent.as_ref().map(|incumbent| incumbent.objective);
        let improvement = Improvement {
            position_of: position_of.as_deref(),
            objective,
            bound: self.bound,
            elapsed: self.started.elapsed(),
        };
        if (self.progress)(&improvement).is_break() {
            self.stop.ask();
            self.ended = Some(Stopped::Cancelled);
        }
        self.ended = self.ended.or(self.end(objective));
    }

    fn end(&self, objective: Option<i64>) -> Option<Stopped> {
        match objective {
            Some(objective) if objective <= self.bound => Some(Stopped::Optimal),
            Some(_) if gap(objective, self.bound) <= self.options.gap => Some(Stopped::Gap),
            None if i128::from(self.bound) >= self.above => Some(Stopped::Infeasible),
            _ if self.stop.late() => Some(Stopped::Time),
            _ => None,
        }
    }

    /// Exact search from the root; its proof replaces the root's if it proves more.
    fn exact(&mut self, ascent: &Ascent, cases: &mut Vec<Case>) {
        let core = self.core;
        let cutoff = self.incumbent.as_ref().map_or(self.above as i64, |incumbent| incumbent.objective);
        let (started, stop, bound) = (self.started, &self.stop, self.bound);
        let progress = &mut self.progress;
        let mut cancelled = false;
        let mut watch = |found: Option<(&[u32], i64)>| {
            if let Some((edge_of, objective)) = found {
                let position_of = positions(core, edge_of);
                let improvement = Improvement {
                    position_of: Some(&position_of),
                    objective: Some(objective),
                    bound,
                    elapsed: started.elapsed(),
                };
                cancelled |= progress(&improvement).is_break();
            }
            cancelled || stop.now()
        };
        let nodes = self.options.nodes.unwrap_or(u64::MAX);
        let bytes = self.options.memory.unwrap_or(PROOF_BYTES);
        let mut exact = Exact::new(core, cutoff, nodes, bytes, &mut watch);
        exact.search(ascent.clone(), &Fixed::nothing(core), 100);
        let (proven, halted, tree) = (exact.bound, exact.halted, exact.cases);
        if let Some(edge_of) = exact.incumbent {
            self.incumbent = Some(Incumbent { objective: core.objective(&edge_of), edge_of });
        }
        let before = self.bound;
        self.prove(proven);
        if self.bound > before {
            *cases = tree;
        }
        self.ended = self.end(self.incumbent.as_ref().map(|incumbent| incumbent.objective)).or(match halted {
            _ if cancelled => Some(Stopped::Cancelled),
            Some(Halt::Nodes) => Some(Stopped::Nodes),
            Some(Halt::Memory) => Some(Stopped::Memory),
            Some(Halt::Asked) | None => Some(Stopped::Time),
        });
    }

    fn into_answer(self, instance: &Constrained, ascent: &Ascent, cases: Vec<Case>) -> Answer {
        let core = self.core;
        let unit = |scaled: i64| scaled as f64 / SCALE as f64;
        let lambda = &ascent.best.lambda;
        let shares = super::prices::shares(core, &ascent.best);
        let impossible = if self.incumbent.is_none() { super::prices::impossible(instance) } else { Vec::new() };
        Answer {
            position_of: self.incumbent.as_ref().map(|incumbent| positions(core, &incumbent.edge_of)),
            objective: self.incumbent.as_ref().map(|incumbent| incumbent.objective),
            bound: self.bound,
            impossible,
            group_price: super::prices::of_groups(core, lambda),
            couple_price: shares.couple.into_iter().map(unit).collect(),
            person_price: shares.person.into_iter().map(unit).collect(),
            position_price: ascent
                .best
                .price
                .iter()
                .zip(&core.open)
                .map(|(&price, &open)| unit(price.min(open * SCALE)))
                .collect(),
            stopped: self.ended.unwrap_or(Stopped::Nodes),
            proof: Proof { scale: SCALE, cuts: core.cuts.clone(), cases },
        }
    }
}

fn leaf(core: &Core, ascent: &Ascent) -> Case {
    let (group, cut) = ascent.best.lambda.split_at(core.groups);
    Case::Leaf(Prices { group: group.to_vec(), cut: cut.to_vec(), position: ascent.best.price.clone() })
}

fn positions(core: &Core, edge_of: &[u32]) -> Vec<Option<u32>> {
    edge_of.iter().map(|&edge| (edge != NONE).then(|| core.target[edge as usize])).collect()
}
