//! The slate of least cost within its limits.
//!
//! Where the slate of least cost without limits breaks one, the solver's side constraints choose, with a proven bound on
//! what any slate within the limits costs. What was chosen says whose share of each limit is how large, and which couples
//! go where. Pairs that would use more than their share are closed, couples are held, and what is left is solved to its
//! proven optimum: no share is exceeded by anybody, so every limit is kept, and every price and every other choice is
//! exact for what is open. A limit that did not bind closes nothing.

use std::collections::{BTreeSet, HashMap};

use muster_domain::PersonId;
use muster_domain::policy::Lever;
use muster_solver::{Certificate, EditError, Problem, Session, SessionError, Solution};
use serde::Serialize;

use super::{Choice, Limited, Limits, lines, pairs_of};
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

/// Whose share of each limit is how large, where a limit closes what goes beyond.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shares {
    /// Of each limit that closes: its place, and the share of each person or opening that has one.
    limits: Vec<(usize, HashMap<u32, i64>)>,
    /// People whose couple was decided: nothing is open to them.
    coupled: BTreeSet<u32>,
}

impl Shares {
    fn of(limits: &Limits, closing: &BTreeSet<usize>, chosen: &Choice) -> Self {
        let shares = |index: &usize| {
            let limit = &limits.limits[*index];
            let mut shares: HashMap<u32, i64> = HashMap::new();
            for (person, position) in lines(chosen) {
                let weight = limit.weight(person, position);
                if weight > 0 {
                    *shares.entry(limit.sharer(person, position)).or_default() += weight;
                }
            }
            (*index, shares)
        };
        let coupled = limits.couples.pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
        Self { limits: closing.iter().map(shares).collect(), coupled }
    }

    /// Whether nothing closes the pair.
    pub(crate) fn open(&self, limits: &Limits, person: u32, position: u32) -> bool {
        !self.coupled.contains(&person)
            && limits.couples.ties(person, position)
            && self.closing(limits, person, position).next().is_none()
    }

    /// The limits, by place, of which the pair would use more than its share.
    pub(crate) fn closing<'a>(
        &'a self,
        limits: &'a Limits,
        person: u32,
        position: u32,
    ) -> impl Iterator<Item = usize> + 'a {
        let beyond = move |(index, shares): &&(usize, HashMap<u32, i64>)| {
            let limit = &limits.limits[*index];
            let weight = limit.weight(person, position);
            weight > 0 && weight > shares.get(&limit.sharer(person, position)).copied().unwrap_or(0)
        };
        self.limits.iter().filter(beyond).map(|(index, _)| *index)
    }

    /// As if these people bid each alone.
    pub(crate) fn uncouple(&mut self, people: &[u32]) {
        self.coupled.retain(|person| !people.contains(person));
    }

    /// Whether the person's couple was decided together.
    pub(crate) fn is_coupled(&self, person: u32) -> bool {
        self.coupled.contains(&person)
    }
}

impl Limits {
    /// The slate within the limits, from the one without. The locked pairs are no part of it and use up some of them. Where
    /// the shares of an earlier slate with the same limits are proven to be good enough, they are kept, so that a small
    /// change is answered at once and costs what it costs, not what another search finds.
    pub(crate) fn settle(
        &self,
        levers: &Levers,
        locked: &[(u32, u32)],
        free: Free,
        before: Option<(&Limits, &Within)>,
    ) -> Result<Within, SlateError> {
        let mut choice = chosen(&free.solution, locked);
        let bound = free.proof.objective();
        let mut within = Within {
            open: free,
            free: None,
            held: Vec::new(),
            held_cost: 0,
            bound,
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
        let mut closing: BTreeSet<usize> = self.exceeded(&choice).into_iter().collect();
        let found = self.search(levers, locked, &within.open)?;
        (within.bound, within.prices, within.couple_prices) = (found.bound, found.prices, found.couple_prices);
        let free = within.open.clone();
        let mut session = Session::resume(free.problem.clone(), free.solution.clone())?;
        let coupled = self.couples.pairs.iter().flat_map(|(one, other)| [*one, *other]);
        within.held = coupled.filter_map(|person| Some((person, found.position_of[person as usize]?))).collect();
        // INVARIANT: what was chosen is of allowed pairs, which the verifier held it against.
        let cost = |(person, position): &(u32, u32)| free.problem.cost(*person, *position).expect("an allowed pair");
        within.held_cost = within.held.iter().map(cost).sum();
        let outside: Vec<(u32, u32)> = locked.iter().chain(&within.held).copied().collect();
        loop {
            within.shares = Shares::of(self, &closing, &found.position_of);
            session.replace(self.restricted(&free.problem, &within)?).map_err(refused)?;
            solved(&mut session)?;
            choice = chosen(session.solution(), &outside);
            let over = self.exceeded(&choice);
            if over.is_empty() {
                break;
            }
            closing.extend(over);
        }
        within.open = Free {
            problem: session.problem().clone(),
            solution: session.solution().clone(),
            proof: session.certificate().clone(),
        };
        within.free = Some(Box::new(free));
        Ok(within)
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
        let mut within = before.clone();
        let mut session = Session::resume(free.problem.clone(), free.solution.clone())?;
        session.replace(self.restricted(&free.problem, &within)?).map_err(refused)?;
        solved(&mut session)?;
        if !self.keeps(&chosen(session.solution(), locked)) {
            return Ok(None);
        }
        let objective = session.certificate().objective();
        let paid = self.paid(&free.problem, &self.room(locked), &before.prices)?;
        within.bound = paid.max(free.proof.objective());
        let gap = levers.value(Lever::SlateGap) as f64 / 1_000_000.0;
        if (objective - within.bound) as f64 > gap * objective.abs() as f64 {
            return Ok(None);
        }
        within.open = Free {
            problem: session.problem().clone(),
            solution: session.solution().clone(),
            proof: session.certificate().clone(),
        };
        within.free = Some(Box::new(free.clone()));
        Ok(Some(within))
    }

    /// A problem without what is closed, and without the couples' lines and both their ends.
    pub(crate) fn restricted(&self, problem: &Problem, within: &Within) -> Result<Problem, SlateError> {
        let (mut unassigned, mut unfilled) = (problem.unassigned().to_vec(), problem.unfilled().to_vec());
        let mut filled = vec![false; unfilled.len()];
        for (person, position) in &within.held {
            (unassigned[*person as usize], unfilled[*position as usize]) = (0, 0);
            filled[*position as usize] = true;
        }
        let open = |(person, position, _): &(u32, u32, i64)| {
            !filled[*position as usize] && within.shares.open(self, *person, *position)
        };
        let pairs = pairs_of(problem).filter(open);
        Ok(Problem::new(pairs, unassigned, unfilled)?)
    }
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
