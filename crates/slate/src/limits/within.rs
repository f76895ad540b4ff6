//! The slate of least cost within its limits.
//!
//! Where the slate of least cost without limits breaks one, prices choose, or else the solver's side constraints, with a
//! proven bound on what any slate within the limits costs. What was chosen says whose share of each limit is how large,
//! and which couples go where. Pairs that would use more than their share are closed, couples are held, and what is left is
//! solved to its proven optimum: no share is exceeded by anybody, so every limit is kept, and every price and every other
//! choice is exact for what is open. A limit that did not bind closes nothing.

use std::collections::BTreeSet;

use muster_domain::PersonId;
use muster_domain::policy::Lever;
use muster_solver::{Certificate, Edit, EditError, Problem, Session, SessionError, Solution};
use serde::Serialize;

use super::search::Chosen;
use super::share::Shares;
use super::{Choice, Limited, Limits, pairs_of};
use crate::ground::{Levers, SlateError};

/// How a slate uses a limit.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct LimitUse {
    /// What is limited.
    pub limited: Limited,
    /// The most that its lines may use together: people, seats or US dollars.
    pub most: i64,
    /// What they use.
    pub used: i64,
    /// Points by which the bound on the slate's cost would fall, at the margin, for one more of it; 0 where the limit does
    /// not bind, and in a slate that keeps to no limits.
    pub price: f64,
}

impl LimitUse {
    /// Whether the lines use more than they may.
    pub fn is_exceeded(&self) -> bool {
        self.used > self.most
    }
}

/// How a slate treats a couple that bids together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CoupleUse {
    /// The two, the lower id first.
    pub people: (PersonId, PersonId),
    /// Points that keeping the two together adds to the bound on the slate's cost; none where they would be so anyway.
    pub price: f64,
}

/// An instance with its optimum and the proof of it.
#[derive(Debug, Clone)]
pub(crate) struct Free {
    pub(crate) problem: Problem,
    pub(crate) solution: Solution,
    pub(crate) proof: Certificate,
}

/// A slate within its limits.
#[derive(Debug, Clone)]
pub(crate) struct Within {
    /// What was open to it, with its optimum.
    pub(crate) open: Free,
    /// Without the limits, where they close anything.
    pub(crate) free: Option<Box<Free>>,
    /// Lines of couples: outside what was open, with both their ends.
    pub(crate) held: Vec<(u32, u32)>,
    /// Their points.
    pub(crate) held_cost: i64,
    /// What nothing within the limits costs less than.
    pub(crate) bound: i64,
    /// The price of each limit, and of each couple.
    pub(crate) prices: Vec<f64>,
    pub(crate) couple_prices: Vec<f64>,
    pub(crate) shares: Shares,
}

impl Within {
    /// Takes what a session was left with as what is open, and what was open as what there is without the limits.
    fn close(&mut self, session: &Session) {
        let open = Free {
            problem: session.problem().clone(),
            solution: session.solution().clone(),
            proof: session.certificate().clone(),
        };
        self.free = Some(Box::new(std::mem::replace(&mut self.open, open)));
    }
}

impl Limits {
    /// The slate within the limits, from the one without. The locked pairs are no part of it and use up some of them. Where
    /// the shares of an earlier slate with the same limits are proven to be as good as can be, or as good as asked for where
    /// the earlier was no better, they are kept, so that a small change costs what it costs, not what another search finds.
    pub(crate) fn settle(
        &self,
        levers: &Levers,
        locked: &[(u32, u32)],
        free: Free,
        before: Option<(&Limits, &Within)>,
    ) -> Result<Within, SlateError> {
        let choice = chosen(&free.solution, locked);
        let mut within = Within {
            bound: free.proof.objective(),
            open: free,
            free: None,
            held: Vec::new(),
            held_cost: 0,
            prices: vec![0.0; self.limits.len()],
            couple_prices: vec![0.0; self.couples.pairs.len()],
            shares: Shares::default(),
        };
        if self.keeps(&choice) {
            return Ok(within);
        }
        if let Some((limits, before)) = before
            && self.alike(limits)
            && let Some(kept) = self.kept_from(levers, locked, &within.open, before)?
        {
            return Ok(kept);
        }
        let found = self.found(levers, locked, &within.open)?;
        (within.bound, within.prices, within.couple_prices) = (found.bound, found.prices, found.couple_prices);
        let coupled = self.couples.pairs.iter().flat_map(|(one, other)| [*one, *other]);
        within.held = coupled.filter_map(|person| Some((person, found.position_of[person as usize]?))).collect();
        // INVARIANT: what was chosen is of allowed pairs, which the verifier held it against.
        let cost =
            |(person, position): &(u32, u32)| within.open.problem.cost(*person, *position).expect("an allowed pair");
        within.held_cost = within.held.iter().map(cost).sum();
        let outside: Vec<(u32, u32)> = locked.iter().chain(&within.held).copied().collect();
        let mut closing: BTreeSet<usize> = self.exceeded(&choice).into_iter().collect();
        closing.extend((0..self.limits.len()).filter(|limit| within.prices[*limit] > 0.0));
        let mut session = Session::resume(within.open.problem.clone(), within.open.solution.clone())?;
        loop {
            within.shares = Shares::of(self, &closing, &found.position_of);
            self.restrict(&mut session, &within.open.problem, &within)?;
            let over = self.exceeded(&chosen(session.solution(), &outside));
            if over.is_empty() {
                break;
            }
            closing.extend(over);
        }
        within.close(&session);
        Ok(within)
    }

    /// The lines within the limits: by prices where those are proven to be good enough, else by search, if that is better.
    fn found(&self, levers: &Levers, locked: &[(u32, u32)], free: &Free) -> Result<Chosen, SlateError> {
        let Some(priced) = self.priced(locked, free)? else { return self.search(levers, locked, free) };
        let cost = points(&free.problem, &priced.position_of);
        if good_enough(levers, cost, priced.bound) {
            return Ok(priced);
        }
        let mut found = self.search(levers, locked, free)?;
        if priced.bound > found.bound {
            (found.bound, found.prices) = (priced.bound, priced.prices);
        }
        if cost < points(&free.problem, &found.position_of) {
            found.position_of = priced.position_of;
        }
        Ok(found)
    }

    /// Whether the same is limited, and no couple bids.
    fn alike(&self, other: &Self) -> bool {
        let of = |limits: &Self| limits.limits.iter().map(|it| (it.limited.clone(), it.most)).collect::<Vec<_>>();
        self.couples.is_empty() && other.couples.is_empty() && of(self) == of(other)
    }

    /// The slate by the shares of an earlier one; none where they do not keep the limits, or where it is not proven to be
    /// within the gap that is asked for at the earlier one's prices.
    fn kept_from(
        &self,
        levers: &Levers,
        locked: &[(u32, u32)],
        free: &Free,
        before: &Within,
    ) -> Result<Option<Within>, SlateError> {
        if before.free.is_none() {
            return Ok(None);
        }
        let mut within = Within { free: None, ..before.clone() };
        let mut session = Session::resume(free.problem.clone(), free.solution.clone())?;
        self.restrict(&mut session, &free.problem, &within)?;
        if !self.keeps(&chosen(session.solution(), locked)) {
            return Ok(None);
        }
        within.bound = self.paid(free, &self.room(locked), &before.prices)?.max(free.proof.objective());
        let objective = session.certificate().objective();
        let was_least = before.bound == before.open.proof.objective();
        if objective > within.bound && (was_least || !good_enough(levers, objective, within.bound)) {
            return Ok(None);
        }
        within.open = free.clone();
        within.close(&session);
        Ok(Some(within))
    }

    /// Solves a problem again without what is closed, in a session that has all of it, or all but a part of what is closed.
    fn restrict(&self, session: &mut Session, problem: &Problem, within: &Within) -> Result<(), SlateError> {
        let closed = if self.couples.is_empty() { within.shares.closed(self, problem) } else { Vec::new() };
        if self.couples.is_empty() && closed.len() * 16 < problem.pairs() {
            for (person, position) in closed {
                session.edit(&Edit::Forbid { person, position }).map_err(refused)?;
            }
        } else {
            session.replace(self.restricted(problem, within)?).map_err(refused)?;
        }
        solved(session)
    }

    /// A problem without what is closed, and without the couples' lines and both their ends.
    pub(crate) fn restricted(&self, problem: &Problem, within: &Within) -> Result<Problem, SlateError> {
        let (mut unassigned, mut unfilled) = (problem.unassigned().to_vec(), problem.unfilled().to_vec());
        let mut filled = vec![false; unfilled.len()];
        for (person, position) in &within.held {
            (unassigned[*person as usize], unfilled[*position as usize]) = (0, 0);
            filled[*position as usize] = true;
        }
        let closed = within.shares.closed(self, problem);
        let mut closed = closed.iter().peekable();
        let open = |(person, position, _): &(u32, u32, i64)| {
            while closed.next_if(|pair| **pair < (*person, *position)).is_some() {}
            closed.next_if_eq(&&(*person, *position)).is_none()
                && !filled[*position as usize]
                && !within.shares.is_coupled(*person)
                && self.couples.ties(*person, *position)
        };
        let pairs = pairs_of(problem).filter(open);
        Ok(Problem::new(pairs, unassigned, unfilled)?)
    }
}

/// Whether an objective is within the gap that is asked for.
fn good_enough(levers: &Levers, objective: i64, bound: i64) -> bool {
    let gap = levers.value(Lever::SlateGap) as f64 / 1_000_000.0;
    (objective - bound) as f64 <= gap * objective.abs() as f64
}

/// What a choice costs.
pub(super) fn points(problem: &Problem, choice: &Choice) -> i64 {
    let mut empty = problem.unfilled().to_vec();
    let own = |(person, position): (u32, Option<u32>)| match position {
        Some(position) => {
            empty[position as usize] = 0;
            // INVARIANT: only allowed pairs are chosen.
            problem.cost(person, position).expect("an allowed pair")
        }
        None => problem.unassigned()[person as usize],
    };
    (0..).zip(choice.iter().copied()).map(own).sum::<i64>() + empty.iter().sum::<i64>()
}

/// Where everybody goes by a solution and by pairs outside of it.
pub(crate) fn chosen(solution: &Solution, outside: &[(u32, u32)]) -> Choice {
    let mut choice = solution.position_of.clone();
    for (person, position) in outside {
        choice[*person as usize] = Some(*position);
    }
    choice
}

/// Solves a session again, proven.
pub(crate) fn solved(session: &mut Session) -> Result<(), SlateError> {
    match session.solve() {
        Ok(_) => Ok(()),
        Err(SessionError::Unproven(violation)) => Err(violation.into()),
        Err(SessionError::Cancelled(_)) => unreachable!("nobody cancels it"),
    }
}

/// What an edit of an instance was refused for.
pub(crate) fn refused(error: EditError) -> SlateError {
    match error {
        EditError::Size(size) => SlateError::Costs(size),
        // INVARIANT: every place comes from the instance itself, and nothing is held in it.
        other => unreachable!("{other}"),
    }
}
