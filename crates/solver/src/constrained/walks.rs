//! The search for assignments, in turns: two walks with different seeds, cooled together over longer and longer
//! cycles; in each one of them begins from the best assignment so far. Which thread walks where changes nothing.

use super::ascent::Best;
use super::core::{Core, SCALE};
use super::dive::{COURSES, Course, dive, many_couples};
use super::floors::Floors;
use super::primal::{self, Incumbent};
use super::solve::beside;
use super::stop::Stop;
use super::walk::{Lists, Walk};

/// Turns of the first cycle.
const FIRST: u32 = 2;

/// How walks go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Manner {
    /// A typical cost over the temperature at which a cycle begins, and over the one at which it ends.
    heat: (f64, f64),
    /// A typical cost over what a typical step in a limit costs at most for the limit to be soft.
    soft: f64,
    /// Positions from which a search for a chain looks further.
    pub(super) reach: u32,
    /// Moves, a person, between two changes of penalties once everything was kept.
    pub(super) patience: u64,
    /// Whether both walks begin each cycle from the best, or one in turn.
    both: bool,
}

/// Where couples are few: cool, so that what the dive and the repair have found is not melted before it is made the
/// best of.
const FEW: Manner = Manner { heat: (250.0, 1_500.0), soft: 5.0, reach: 120, patience: 1, both: false };

/// Where couples are many, little of it is worth keeping.
const MANY: Manner = Manner { heat: (60.0, 1_000.0), soft: 20.0, reach: 60, patience: 4, both: true };

/// Turns of a cycle at most.
const LONGEST: u32 = 16;

/// The search under way.
pub(super) struct Walks<'c> {
    walks: [Walk<'c>; 2],
    /// The better of what the dives led to, people left out until it keeps everything. At first the walks go without it:
    /// what a dive ends with is mostly better than what is left when people are left out.
    left_out: Option<Incumbent>,
    lists: Lists,
    /// The bound at whose prices the lists were made.
    listed_at: i128,
    moves: u64,
    manner: Manner,
    /// In units of cost.
    typical: f64,
    /// Cycles done.
    cycles: usize,
    /// Turns done of the present cycle, and how many it has.
    done: u32,
    length: u32,
}

impl<'c> Walks<'c> {
    /// Each from the assignment that a dive from the bound's prices ends with.
    pub(super) fn new(core: &'c Core, best: &Best, threads: usize, stop: &Stop) -> Walks<'c> {
        let costs: f64 = core.cost.iter().map(|&cost| cost.abs() as f64).sum();
        let typical = (costs / core.cost.len().max(1) as f64).max(1.0);
        let people = core.people() as u64;
        // Where couples are many, sweeps are dear and find little.
        let (manner, sweeps) = if many_couples(core) { (MANY, 2) } else { (FEW, 30) };
        // With floors to be kept by seats, there are two ways down.
        let seats = many_couples(core) && !Floors::new(core).of.is_empty();
        let soft = (typical / manner.soft) as i64 * SCALE;
        let begin = |course: Course, seed: u64| {
            let (start, near) = dive(core, best, course, stop);
            let lists = Lists::new(core, &near.lambda, &near.price);
            let mut walk = Walk::new(core, &start, seed, manner, soft);
            let found = primal::repair(core, &near, &start, sweeps, stop);
            let left_out = (found.is_none() && (seats || stop.now())).then(|| {
                let mut less = walk.clone();
                less.insist(&lists);
                less.fall_back();
                less.best().cloned()
            });
            found.iter().for_each(|found| walk.restart(found));
            (walk, left_out.flatten(), lists)
        };
        let mut first = None;
        let second = beside(threads, || seats.then(|| begin(COURSES[1], 2)), || first = Some(begin(COURSES[0], 1)));
        // INVARIANT: the first is begun in any case.
        let (walk, left_out, lists) = first.unwrap_or_else(|| begin(COURSES[0], 1));
        let (other, rather, _) = second.unwrap_or_else(|| (walk.reseeded(2), None, lists.clone()));
        Walks {
            walks: [walk, other],
            left_out: [left_out, rather].into_iter().flatten().min_by_key(|found| found.objective),
            lists,
            listed_at: best.bound,
            moves: (60_000.max(6 * people)).min(300 * people),
            manner,
            typical,
            cycles: 0,
            done: 0,
            length: FIRST,
        }
    }

    /// One turn of both walks, and the climb beside them.
    pub(super) fn turn(&mut self, threads: usize, stop: &Stop, climb: impl FnOnce()) {
        if self.done == 0
            && let Some(best) = if self.cycles == 0 { self.walked() } else { self.best() }.cloned()
        {
            let turn = self.cycles % 2;
            let begins = |at: usize| self.manner.both || at == turn;
            (0..2).zip(&mut self.walks).filter(|(at, _)| begins(*at)).for_each(|(_, walk)| walk.restart(&best));
        }
        let (from, to) = (self.typical / self.manner.heat.0, self.typical / self.manner.heat.1);
        let at = |done: u32| from * (to / from).powf(f64::from(done) / f64::from(self.length));
        let (lists, moves, range) = (&self.lists, self.moves, (at(self.done), at(self.done + 1)));
        let [one, other] = &mut self.walks;
        if threads > 1 {
            std::thread::scope(|scope| {
                scope.spawn(|| one.run(lists, moves, range, stop));
                climb();
                other.run(lists, moves, range, stop);
            });
        } else {
            climb();
            one.run(lists, moves, range, stop);
            other.run(lists, moves, range, stop);
        }
        // Nothing is cooled while rows are still broken.
        self.done += u32::from(self.walks.iter().any(Walk::kept));
        if self.done == self.length {
            (self.done, self.length) = (0, (self.length * 2).min(LONGEST));
            self.cycles += 1;
        }
    }

    /// Lists the choices anew where the bound has risen much since.
    pub(super) fn refresh(&mut self, core: &Core, best: &Best) {
        if best.bound - self.listed_at > self.listed_at.abs() / 5_000 {
            self.lists = Lists::new(core, &best.lambda, &best.price);
            self.listed_at = best.bound;
        }
    }

    /// The best assignment of both that keeps everything.
    pub(super) fn best(&self) -> Option<&Incumbent> {
        self.walked().into_iter().chain(&self.left_out).min_by_key(|found| found.objective)
    }

    /// The best that the walks have met.
    fn walked(&self) -> Option<&Incumbent> {
        self.walks.iter().filter_map(Walk::best).min_by_key(|found| found.objective)
    }
}
