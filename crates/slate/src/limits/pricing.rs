//! The search for prices, each step a warm re-solve.

use muster_solver::{Edit, Problem, Session, Solution};

use super::bracket::Bracket;
use super::pieces::pieces;
use super::price::{Price, SCALE, bound, scaled};
use super::within::{refused, solved};
use super::{Choice, Free, Limit, Limits, Weights};
use crate::ground::SlateError;

/// Units of cost by which the steps of one limit after another are off whole points, where each line uses one: at none of
/// these prices is there a choice, be it between going and staying or between people of two limits.
const OFF: [i64; SCALE as usize - 1] = [4, 2, 6, 1, 5, 3, 7];

/// Solves after which the search gives up.
const SOLVES: usize = 60;

/// Who pays the price of a limit.
enum Payers {
    /// Each of these people, wherever they go: it costs as much less to leave them out.
    People(Vec<u32>),
    /// Whoever takes one of these pairs, by what it weighs.
    Pairs(Vec<(u32, u32, i64)>),
}

impl Payers {
    fn of(limit: &Limit, problem: &Problem) -> Self {
        match &limit.weights {
            Weights::People(people) => {
                Self::People((0..).zip(people).filter(|(_, counts)| **counts).map(|(person, _)| person).collect())
            }
            _ => Self::Pairs(limit.weighted(problem)),
        }
    }
}

/// A limit whose price is sought.
struct Sought {
    payers: Payers,
    bracket: Bracket,
    /// What the session charges for it.
    price: Price,
    /// Units of cost by which its steps are off whole points, where each line uses one.
    off: i64,
}

impl Sought {
    /// Units of cost in one step. Where each line uses one, what the lines are worth decides at whole points.
    fn step(&self) -> i64 {
        if self.price.heaviest == 1 { SCALE } else { SCALE / 4 }
    }

    /// The price at a step.
    fn at(&self, step: i64) -> Price {
        Price { units: (step * self.step() - self.off).max(0), ..self.price }
    }
}

/// A search for prices under way.
pub(super) struct Pricing<'l> {
    limits: &'l Limits,
    room: &'l [i64],
    session: Session,
    sought: Vec<Sought>,
    solves: usize,
}

impl<'l> Pricing<'l> {
    /// Among these pairs, of which the free optimum's are some.
    pub(super) fn new(limits: &'l Limits, room: &'l [i64], among: &Problem, free: &Free) -> Result<Self, SlateError> {
        let solution = &free.solution;
        let start = Solution {
            position_of: solution.position_of.clone(),
            person_of: solution.person_of.clone(),
            person_price: scaled(&solution.person_price),
            position_price: scaled(&solution.position_price),
            objective: solution.objective * SCALE,
        };
        let session = Session::resume(limits.relaxed(among, &[])?, start)?;
        Ok(Self { limits, room, session, sought: Vec::new(), solves: 0 })
    }

    /// Moves prices until the limits are kept just above them and exceeded just below, and chooses between the two. `None`
    /// if that takes too long.
    pub(super) fn search(&mut self, problem: &Problem) -> Result<Option<Choice>, SlateError> {
        self.observe();
        loop {
            while self.sought.iter().any(|sought| !sought.bracket.is_settled()) {
                if self.solves > SOLVES {
                    return Ok(None);
                }
                for index in 0..self.sought.len() {
                    let first = self.first(&self.sought[index]);
                    self.sought[index].bracket.advance(first);
                }
                self.try_now()?;
            }
            let above = self.session.solution().clone();
            if self.sought.iter().all(|sought| sought.bracket.is_used_up()) {
                return Ok(Some(above.position_of));
            }
            let kept: Vec<i64> = self.sought.iter().map(|sought| sought.bracket.now).collect();
            self.charge(self.sought.iter().map(|it| it.at(it.bracket.below())).collect())?;
            let below = self.session.solution().clone();
            // Where the others' prices moved since, a limit may be kept below, too: then its price falls.
            let too_dear = |sought: &Sought| {
                let left = self.left(sought.price.limit, &below.position_of);
                (sought.bracket.below() < sought.bracket.now && left > 0).then_some((sought.bracket.below(), left))
            };
            let falling: Vec<Option<(i64, i64)>> = self.sought.iter().map(too_dear).collect();
            if self.solves > SOLVES || falling.iter().all(Option::is_none) {
                return Ok(Some(self.between(problem, &above, &below)));
            }
            for ((sought, falls), kept) in self.sought.iter_mut().zip(falling).zip(kept) {
                if let Some((step, left)) = falls {
                    sought.bracket.now = step;
                    sought.bracket.observe(left);
                } else {
                    sought.bracket.now = kept;
                }
            }
            self.try_now()?;
        }
    }

    /// Solves again at the steps that the brackets are at, and notes what comes of it.
    fn try_now(&mut self) -> Result<(), SlateError> {
        self.charge(self.sought.iter().map(|it| it.at(it.bracket.now)).collect())?;
        self.observe();
        Ok(())
    }

    /// What a choice leaves of a limit; less than nothing where it is exceeded.
    fn left(&self, limit: usize, choice: &Choice) -> i64 {
        self.room[limit] - self.limits.limits[limit].used_by(choice)
    }

    /// Notes at whose prices what is exceeded, and seeks a price for every limit that is exceeded without one.
    fn observe(&mut self) {
        let choice = &self.session.solution().position_of;
        let left: Vec<i64> = (0..self.room.len()).map(|limit| self.left(limit, choice)).collect();
        for (place, left) in left.into_iter().enumerate() {
            match self.sought.iter_mut().find(|sought| sought.price.limit == place) {
                Some(sought) => sought.bracket.observe(left),
                None if left < 0 => self.seek(place, -left),
                None => {}
            }
        }
    }

    /// Seeks a price for a limit that is exceeded by so much.
    pub(super) fn seek(&mut self, place: usize, beyond: i64) {
        let limit = &self.limits.limits[place];
        let price = Price { limit: place, units: 0, heaviest: limit.heaviest() };
        let bracket = Bracket::new(beyond, price.heaviest == 1);
        let alike = self.sought.iter().filter(|sought| sought.price.heaviest == 1).count();
        let off = if price.heaviest == 1 { OFF[alike % OFF.len()] } else { 0 };
        self.sought.push(Sought { payers: Payers::of(limit, self.session.problem()), bracket, price, off });
    }

    /// The step to begin with: what the present prices say the dearest of those lines is worth that are too many.
    fn first(&self, sought: &Sought) -> i64 {
        let (solution, problem) = (self.session.solution(), self.session.problem());
        let worth = |person: u32| {
            let at = person as usize;
            solution.position_of[at].map(|_| problem.unassigned()[at] - solution.person_price[at])
        };
        let mut worths: Vec<(i64, i64)> = match &sought.payers {
            Payers::People(people) => people.iter().filter_map(|person| Some((worth(*person)?, 1))).collect(),
            Payers::Pairs(pairs) => {
                let taken = pairs.iter().filter(|(i, j, _)| solution.position_of[*i as usize] == Some(*j));
                taken
                    .filter_map(|(i, _, weight)| Some((worth(*i)? * sought.price.heaviest / weight, *weight)))
                    .collect()
            }
        };
        worths.sort_unstable();
        let mut beyond: i64 = -self.left(sought.price.limit, &solution.position_of);
        let last = worths.iter().find(|(_, weight)| {
            beyond -= weight;
            beyond <= 0
        });
        last.map_or(1, |(worth, _)| worth / sought.step())
    }

    /// Charges these prices, one for each that is sought, and solves again.
    fn charge(&mut self, prices: Vec<Price>) -> Result<(), SlateError> {
        let session = &mut self.session;
        for (sought, to) in self.sought.iter_mut().zip(prices) {
            let from = std::mem::replace(&mut sought.price, to);
            if from.units == to.units {
                continue;
            }
            match &sought.payers {
                Payers::People(people) => {
                    for &person in people {
                        let cost = session.problem().unassigned()[person as usize] - (to.units - from.units);
                        session.edit(&Edit::Unassigned { person, cost }).map_err(refused)?;
                    }
                }
                Payers::Pairs(pairs) => {
                    for &(person, position, weight) in pairs {
                        // INVARIANT: the pairs that pay are the instance's.
                        let now = session.problem().cost(person, position).expect("an allowed pair");
                        let cost = now + to.paid(weight) - from.paid(weight);
                        session.edit(&Edit::Allow { person, position, cost }).map_err(refused)?;
                    }
                }
            }
        }
        self.solves += 1;
        solved(session)
    }

    /// What no slate within the limits costs less than by these prices, and where everybody goes then.
    pub(super) fn paid(&mut self, prices: Vec<Price>) -> Result<(i64, Choice), SlateError> {
        self.charge(prices.clone())?;
        let people = self.sought.iter().map(|sought| match &sought.payers {
            Payers::People(people) => people.len() as i128 * i128::from(sought.price.units),
            Payers::Pairs(_) => 0,
        });
        let least = i128::from(self.session.certificate().objective()) + people.sum::<i128>();
        Ok((bound(least, &prices, self.room), self.session.solution().position_of.clone()))
    }

    /// The prices at which what was chosen is as good as anything: where some of a limit is left, those between the steps.
    pub(super) fn at_the_choice(&self) -> Vec<Price> {
        let price = |sought: &Sought| {
            let step = sought.bracket.now;
            let between = sought.price.heaviest == 1 && !sought.bracket.is_used_up();
            if between { Price { units: (step - 1).max(0) * SCALE, ..sought.price } } else { sought.at(step) }
        };
        self.sought.iter().map(price).collect()
    }

    /// The optimum that keeps the limits, with as much of the one that does not as there is room for.
    fn between(&self, problem: &Problem, above: &Solution, below: &Solution) -> Choice {
        let mut choice = above.position_of.clone();
        let mut room: Vec<i64> = (0..self.room.len()).map(|limit| self.left(limit, &choice)).collect();
        let mut pieces = pieces(problem, above, below);
        pieces.retain(|piece| piece.less > 0);
        pieces.sort_by_key(|piece| (-piece.less, piece.people[0]));
        for piece in pieces {
            let weight = |limit: &Limit, person: u32, at: &Solution| {
                at.position_of[person as usize].map_or(0, |position| limit.weight(person, position))
            };
            let more = |limit: &Limit| {
                piece.people.iter().map(|it| weight(limit, *it, below) - weight(limit, *it, above)).sum()
            };
            let more: Vec<i64> = self.limits.limits.iter().map(more).collect();
            if room.iter().zip(&more).all(|(room, more)| more <= room || *more <= 0) {
                room.iter_mut().zip(more).for_each(|(room, more)| *room -= more);
                piece.people.iter().for_each(|it| choice[*it as usize] = below.position_of[*it as usize]);
            }
        }
        choice
    }
}
