//! What binds several lines of a slate at once, and the slate of least cost within it.
//!
//! Every limit is one mechanism: pairs that weigh something, and how much the chosen ones may weigh together. The slate
//! of least cost without limits is tried first; if it keeps them all, it is the answer. Otherwise see [`within`].

mod beside;
mod bracket;
mod couples;
mod find;
mod flow;
mod pieces;
mod price;
mod pricing;
mod room;
mod search;
mod share;
#[cfg(test)]
mod tests;
mod within;

use std::sync::Arc;

use muster_domain::workforce::FundingSource;
use muster_domain::{CountryId, Date, Service, Text};
use muster_solver::{Change, Problem};
use serde::Serialize;

pub use beside::Beside;
pub(crate) use couples::{Couples, bidding, commutes};
pub(crate) use find::{Allowed, is_limit};
pub use room::{Room, RoomNeeded};
pub use within::{CoupleUse, LimitUse};
pub(crate) use within::{Free, Within, chosen, refused, solved};

use crate::pairs::Field;

/// What limits several lines together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Limited {
    /// Members under section 515 in a country, from a day on (22 U.S.C. 2321i).
    Section515 {
        /// Which country.
        country: CountryId,
        /// The day on which the fewest more may join.
        day: Date,
        /// Members who serve there on that day beside the slate's; they count against the same limit.
        serving: usize,
    },
    /// People whom a service gives to the cycle.
    Service {
        /// Which service.
        service: Service,
    },
    /// US dollars that moves take from a fund.
    Budget {
        /// Which fund.
        fund: FundingSource,
    },
    /// Seats in the course of a language.
    LanguageSeats {
        /// Which language.
        language: Text,
    },
    /// Seats in the training for certificates.
    CertificateSeats,
}

/// A limit on lines, by place.
#[derive(Debug, Clone)]
pub(crate) struct Limit {
    pub(crate) limited: Limited,
    /// What the lines may weigh together.
    pub(crate) most: i64,
    each: Each,
    weights: Weights,
}

/// Whose share of a limit it is that a line uses up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Each {
    Person,
    Opening,
}

/// What each line weighs.
#[derive(Debug, Clone)]
enum Weights {
    /// One where a member fills one of these openings, which rise.
    Members { openings: Vec<u32>, military: Arc<[bool]> },
    /// One where one of these people goes.
    People(Vec<bool>),
    /// As listed, by rising person, then opening; others weigh nothing.
    Pairs(Vec<(u32, u32, i64)>),
}

impl Limit {
    /// What a line weighs.
    pub(crate) fn weight(&self, person: u32, position: u32) -> i64 {
        match &self.weights {
            Weights::Members { openings, military } => {
                i64::from(military[person as usize] && openings.binary_search(&position).is_ok())
            }
            Weights::People(people) => i64::from(people[person as usize]),
            Weights::Pairs(pairs) => {
                let found = pairs.binary_search_by_key(&(person, position), |(i, j, _)| (*i, *j));
                found.map_or(0, |place| pairs[place].2)
            }
        }
    }

    /// What the heaviest line weighs.
    fn heaviest(&self) -> i64 {
        match &self.weights {
            Weights::Members { .. } | Weights::People(_) => 1,
            Weights::Pairs(pairs) => pairs.iter().map(|(_, _, weight)| *weight).max().unwrap_or(1),
        }
    }

    /// The pairs of an instance that weigh something, and what; by rising person, then opening.
    fn weighted(&self, problem: &Problem) -> Vec<(u32, u32, i64)> {
        match &self.weights {
            Weights::Members { openings, military } => {
                let of = |at: u32| problem.people_for(at).map(move |(person, _)| (person, at, 1));
                let all = openings.iter().flat_map(|at| of(*at));
                let mut members: Vec<_> = all.filter(|(person, ..)| military[*person as usize]).collect();
                members.sort_unstable();
                members
            }
            Weights::People(people) => {
                let counted = (0..).zip(people).filter(|(_, counts)| **counts).map(|(person, _)| person);
                counted.flat_map(|person| problem.positions_for(person).map(move |(at, _)| (person, at, 1))).collect()
            }
            Weights::Pairs(pairs) => {
                let mut rows = Rows::new(problem);
                pairs.iter().filter(|(person, position, _)| rows.has(*person, *position)).copied().collect()
            }
        }
    }

    /// What these lines weigh together.
    pub(crate) fn used(&self, lines: impl Iterator<Item = (u32, u32)>) -> i64 {
        lines.map(|(person, position)| self.weight(person, position)).sum()
    }

    /// What the lines of a choice weigh together.
    fn used_by(&self, choice: &Choice) -> i64 {
        let Weights::Pairs(pairs) = &self.weights else { return self.used(lines(choice)) };
        let mut rest = &pairs[..];
        let mut used = 0;
        for line in lines(choice) {
            rest = &rest[before(rest, line)..];
            used += rest.first().filter(|(person, position, _)| (*person, *position) == line).map_or(0, |it| it.2);
        }
        used
    }

    /// The person or the opening whose share a line uses up.
    fn sharer(&self, person: u32, position: u32) -> u32 {
        match self.each {
            Each::Person => person,
            Each::Opening => position,
        }
    }
}

/// How many of these pairs, which rise, come before one: sought with growing strides, for it is mostly near.
fn before(pairs: &[(u32, u32, i64)], one: (u32, u32)) -> usize {
    let comes = |pair: &(u32, u32, i64)| (pair.0, pair.1) < one;
    let mut reach = 1;
    while pairs.get(reach - 1).is_some_and(comes) {
        reach *= 2;
    }
    reach / 2 + pairs[reach / 2..reach.min(pairs.len())].partition_point(comes)
}

/// Where everybody goes, by the mover's place.
pub(crate) type Choice = Vec<Option<u32>>;

/// The lines of a choice.
pub(crate) fn lines(choice: &Choice) -> impl Iterator<Item = (u32, u32)> + '_ {
    (0..).zip(choice).filter_map(|(person, position)| Some((person, (*position)?)))
}

/// Everything that binds several lines of one slate at once.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    pub(crate) limits: Vec<Limit>,
    pub(crate) couples: Couples,
}

impl Limits {
    /// Whatever could bind in this field, beside these locked pairs. The allowed pairs rise by person, then opening.
    pub(crate) fn of<P: Iterator<Item = Allowed>>(
        field: &Field<'_>,
        pairs: impl Fn() -> P,
        locked: &[(u32, u32)],
    ) -> Self {
        Self { limits: find::limits(field, pairs), couples: Couples::of(field, locked) }
    }

    /// Whether nothing binds several lines.
    pub(crate) fn is_empty(&self) -> bool {
        self.limits.is_empty() && self.couples.is_empty()
    }

    /// Takes away the locked pairs that would break a limit, the last ones first; returns them.
    pub(crate) fn break_locks(&self, locked: &mut Vec<(u32, u32)>) -> Vec<(u32, u32)> {
        let mut broken = Vec::new();
        for limit in &self.limits {
            while limit.used(locked.iter().copied()) > limit.most {
                let counted = |(person, position): &(u32, u32)| limit.weight(*person, *position) > 0;
                // INVARIANT: together they weigh more than the limit, which is not negative, so one weighs something.
                let last = locked.iter().rposition(counted).expect("one of them weighs something");
                broken.push(locked.remove(last));
            }
        }
        broken
    }

    /// The limits that a choice does not keep, by place.
    fn exceeded(&self, choice: &Choice) -> Vec<usize> {
        (0..self.limits.len()).filter(|index| self.limits[*index].used_by(choice) > self.limits[*index].most).collect()
    }

    /// How a choice made without regard to the limits uses each of them, without prices.
    pub(crate) fn uses(&self, choice: &Choice) -> impl Iterator<Item = LimitUse> {
        self.limits.iter().map(|limit| LimitUse {
            limited: limit.limited.clone(),
            most: limit.most,
            used: limit.used(lines(choice)),
            price: 0.0,
        })
    }

    /// Whether a choice keeps everything.
    fn keeps(&self, choice: &Choice) -> bool {
        self.couples.are_kept(choice) && self.exceeded(choice).is_empty()
    }

    /// Whether a choice that keeps everything still does after these changes.
    pub(crate) fn keeps_after(&self, choice: &Choice, changes: &[Change]) -> bool {
        self.keeps(&after(choice, changes))
    }
}

/// Every pair of an instance, by rising person, then position.
pub(crate) fn pairs_of(problem: &Problem) -> impl Iterator<Item = (u32, u32, i64)> + '_ {
    let row = |person| problem.positions_for(person).map(move |(position, cost)| (person, position, cost));
    (0..problem.people() as u32).flat_map(row)
}

/// Looks pairs up that rise by person, then position: each row is read once.
struct Rows<'p> {
    problem: &'p Problem,
    person: Option<u32>,
    row: Vec<u32>,
    next: usize,
}

impl<'p> Rows<'p> {
    fn new(problem: &'p Problem) -> Self {
        Self { problem, person: None, row: Vec::new(), next: 0 }
    }

    /// Whether the instance has the pair, which comes after those asked for before.
    fn has(&mut self, person: u32, position: u32) -> bool {
        if self.person != Some(person) {
            self.row.clear();
            self.row.extend(self.problem.positions_for(person).map(|(position, _)| position));
            (self.person, self.next) = (Some(person), 0);
        }
        while self.row.get(self.next).is_some_and(|at| *at < position) {
            self.next += 1;
        }
        self.row.get(self.next) == Some(&position)
    }
}

/// A choice after changes.
pub(crate) fn after(choice: &Choice, changes: &[Change]) -> Choice {
    let mut choice = choice.clone();
    for change in changes {
        choice[change.person as usize] = change.after;
    }
    choice
}
