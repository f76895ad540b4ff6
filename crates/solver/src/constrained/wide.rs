//! Turns of large instances: from the prices of the pure optimum, on the pairs that are cheap at present.

use super::answer::Stopped;
use super::ascent::{Ascent, Best};
use super::core::{Core, SCALE};
use super::dual::Fixed;
use super::model::Constrained;
use super::narrow::{narrow, translate};
use super::primal::Incumbent;
use super::solve::{Run, beside};
use super::stop::Stop;
use super::walks::Walks;
use crate::market::NONE;
use crate::solve::{Limits, solve_with};

/// Rounds of the climb before pairs are chosen for good.
const FIRST: u32 = 24;

/// More people than this have only so many; fewer have twice as many.
const MANY: usize = 10_000;

/// Rounds of the climb in one turn, in the first turns and later.
const ROUNDS: u32 = 20;
const LATER: u32 = 5;
const EARLY: u64 = 20;

/// Turn from which on multipliers move together.
const LEANING: u64 = 4;

/// Halvings of the oracle's increment, one every three turns, at most.
const FINEST: u64 = 5;

/// Pairs from which on an instance is large.
const LARGE: usize = 100_000;

/// Whether an instance is of this kind.
pub(super) fn applies(pairs: usize, people: usize) -> bool {
    pairs > LARGE && pairs > 20 * people
}

impl Run<'_, '_> {
    /// Turns until a limit is reached.
    pub(super) fn wide(&mut self, ascent: &mut Ascent, instance: &Constrained) {
        let core = self.core;
        let chosen = self.start(ascent, instance);
        let close = narrow(core, &ascent.best, &chosen);
        let mut climbing = ascent.on(&close);
        let fixed = Fixed::nothing(&close);
        let rounds = if core.people() > MANY { FIRST } else { 2 * FIRST };
        for round in 0..rounds {
            climbing.look(&close, &fixed, climbing.fine << 5_u32.saturating_sub(4 * round / FIRST));
            climbing.step(&close, &fixed);
            if self.stop.now() {
                break;
            }
        }
        ascent.appraise(core, &climbing.best);
        let chosen = translate(&close, core, &climbing.oracle.edge_of);
        let close = narrow(core, &climbing.best, &chosen);
        climbing = climbing.on(&close);
        let reached = climbing.best.clone();
        climbing.appraise(&close, &reached);
        let mut search: Option<Walks<'_>> = None;
        for turn in 0.. {
            self.prove(ascent.best.bound);
            self.report();
            if self.options.nodes.is_some_and(|nodes| turn >= nodes) {
                self.ended = self.ended.or(Some(Stopped::Nodes));
            }
            if self.ended.is_some() {
                return;
            }
            let target = self.incumbent.as_ref().map(|known| i128::from(known.objective) * i128::from(SCALE));
            let (stop, threads, best) = (&self.stop, self.options.threads, climbing.best.clone());
            let climb = || climb(&mut climbing, &close, turn, target, stop);
            match &mut search {
                Some(walks) => walks.turn(threads, stop, climb),
                None => search = beside(threads, || Some(Walks::new(&close, &best, threads, stop)), climb),
            }
            ascent.appraise(core, &climbing.best);
            let Some(walks) = &mut search else { continue };
            walks.refresh(&close, &climbing.best);
            let Some(found) = walks.best() else { continue };
            if self.incumbent.as_ref().is_none_or(|known| found.objective < known.objective) {
                let edge_of = translate(&close, core, &found.edge_of);
                let found = Incumbent { objective: core.objective(&edge_of), edge_of };
                self.incumbent = Some(found).filter(|found| core.feasible(&found.edge_of)).or(self.incumbent.take());
            }
        }
    }

    /// Prices of the optimum without side constraints, and its assignment.
    fn start(&self, ascent: &mut Ascent, instance: &Constrained) -> Vec<u32> {
        let core = self.core;
        let limits = Limits { threads: self.options.threads, ..Limits::default() };
        let none = vec![NONE; core.people()];
        let Ok(pure) = solve_with(instance.problem(), &limits, &mut |_| self.stop.flow()) else { return none };
        ascent.oracle.price = pure.position_price.iter().map(|&price| price * SCALE).collect();
        let best = Best { price: ascent.oracle.price.clone(), ..ascent.best.clone() };
        ascent.appraise(core, &best);
        // A couple may lack the edge that the optimum gives one of the two.
        let edge = |(person, position): (u32, &Option<u32>)| position.and_then(|at| core.edge(person, at));
        (0..).zip(&pure.position_of).map(edge).map(|edge| edge.unwrap_or(NONE)).collect()
    }
}

/// One turn of the climb: each multiplier for itself at first, all together once an assignment is known.
fn climb(climbing: &mut Ascent, close: &Core, turn: u64, target: Option<i128>, stop: &Stop) {
    let fixed = Fixed::nothing(close);
    let increment = (climbing.fine >> (turn / 3).min(FINEST)).max(1);
    let leaning = target.filter(|_| turn >= LEANING);
    if leaning.is_some() {
        climbing.go_back();
    }
    for _ in 0..if turn < EARLY { ROUNDS } else { LATER } {
        let bound = climbing.look(close, &fixed, increment);
        match leaning {
            Some(target) => climbing.lean(close, &fixed, bound, target, share(turn)),
            None => climbing.step(close, &fixed),
        }
        if stop.now() {
            break;
        }
    }
}

/// The share of the way to the target in one round: less and less.
fn share(turn: u64) -> f64 {
    0.2 * 0.9_f64.powi((turn - LEANING).min(100) as i32)
}
