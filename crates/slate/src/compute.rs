//! Computing a slate: derive, pair, price, solve, verify, find runners-up. A [`ComputedSlate`] exists only with the
//! verifier's certificate. What binds several lines at once comes last: see [`crate::limits`].
//!
//! A locked pair is taken out of the instance with both its ends, and its points are added: nothing else is decided about
//! it, so the rest is of least cost for what is left.

use std::borrow::Cow;
use std::sync::Arc;

use muster_domain::allocation::{ProposeSlate, RunnerUp, SlateLine, SlateMethod};
use muster_domain::kernel::Id;
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, Date, PersonId, Position, World};
use muster_solver::{Certificate, Change, Edit, Problem, Session, Solution, WhatIf, solve, verify};
use rayon::prelude::*;

use crate::alternatives::{people_for, positions_for};
use crate::cost::parts;
use crate::ground::{Assignments, Ground, Setting, SlateError};
use crate::limits::{Choice, CoupleUse, Free, Limit, LimitUse, Limits, Within, after, chosen, lines, refused, solved};
use crate::movers::Mover;
use crate::openings::Opening;
use crate::pairing::Pairing;
use crate::pairs::Field;

/// Lines whose runners-up are sought together.
const LINES_TOGETHER: usize = 128;

/// A slate of least cost, proven so.
#[derive(Debug, Clone)]
pub struct ComputedSlate {
    setting: Setting,
    base: Position,
    levers: Vec<(Lever, i64)>,
    pairing: Arc<Pairing>,
    movers: Vec<Mover>,
    openings: Vec<Opening>,
    lines: Vec<SlateLine>,
    broken: Vec<(PersonId, BilletId)>,
    within: Within,
    limits: Limits,
    uses: Vec<LimitUse>,
    /// Locked pairs, by place.
    locked: Vec<(u32, u32)>,
    /// Points of the locked pairs.
    locked_cost: i64,
}

/// Another choice for one side of a line, and what it would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Alternative {
    /// Who would take it.
    pub person: PersonId,
    /// Which billet.
    pub billet: BilletId,
    /// Points by which the whole slate would cost more; 0 is a tie.
    pub costs_more: i64,
}

/// Computes the slate of least cost of an open cycle as of a day. The same World, cycle and day give the same slate.
///
/// # Errors
/// There is no such open cycle, its window has passed, or the answer does not pass its verification.
pub fn compute(world: &World, cycle: CycleId, today: Date) -> Result<ComputedSlate, SlateError> {
    Ok(compute_under(world, Setting::plain(cycle, today), &[])?.with_runners_up())
}

/// Computes the slate of least cost under a setting, its lines without their runners-up: see
/// [`ComputedSlate::with_runners_up`].
///
/// Slates already known on the same facts save work: one with the same eligible pairs, that no rule is checked again; the
/// plain one, that the solver starts from it. They never change the answer: where several slates cost the same, the one
/// nearest to the plain slate's search is taken, whether the plain slate was known or has to be computed first.
///
/// # Errors
/// As [`compute`].
pub fn compute_under(world: &World, setting: Setting, known: &[&ComputedSlate]) -> Result<ComputedSlate, SlateError> {
    let field = Field::new(Ground::under(world, &setting)?);
    let pairing = match known.iter().find(|known| known.pairing.fits(&field)) {
        Some(known) => Arc::clone(&known.pairing),
        None => Arc::new(Pairing::of(&field)),
    };
    let Locks { mut locked, mut broken } = Locks::of(&field, &pairing);
    let limits = Limits::of(&field, || pairing.pairs(), &locked);
    let named = |(person, position): &(u32, u32)| {
        (field.movers[*person as usize].mover.person, field.openings[*position as usize].opening.billet)
    };
    broken.extend(limits.break_locks(&mut locked).iter().map(named));
    let plain = start(world, &setting, &pairing, known)?;
    let free = match &plain {
        Some(plain) => from_plain(plain.free().clone(), &field, &pairing, &locked)?,
        None => anew(problem(&field, &pairing, &locked)?)?,
    };
    let before = plain.as_deref().map(ComputedSlate::binding);
    let within = limits.settle(&field.ground.levers, &locked, free, before)?;
    let outside: Vec<(u32, u32)> = locked.iter().chain(&within.held).copied().collect();
    let choice = chosen(&within.open.solution, &outside);
    let open = |mover: u32, position: u32| within.shares.open(&limits, mover, position);
    let priced = |(person, position): &(u32, u32)| {
        let price = match outside.iter().any(|(_, held)| held == position) {
            true => outside_price(&field, &pairing, &within.open.solution, &outside, *position, open),
            false => within.open.solution.position_price[*position as usize],
        };
        line(&field, *person, *position, price)
    };
    let mut assigned: Vec<(u32, u32)> = lines(&choice).collect();
    assigned.sort_unstable_by_key(|(_, position)| *position);
    let computed: Vec<SlateLine> = assigned.par_iter().map(priced).collect();
    let of_locked = |(person, position): &(u32, u32)| field.cost(*person as usize, *position as usize);
    let used = |(limit, price): (&Limit, &f64)| LimitUse {
        limited: limit.limited.clone(),
        most: limit.most,
        used: limit.used(lines(&choice)),
        price: rounded(*price),
    };
    Ok(ComputedSlate {
        base: world.position,
        levers: field.ground.levers.of_slates(),
        pairing,
        locked_cost: locked.iter().map(of_locked).sum(),
        broken,
        uses: limits.limits.iter().zip(&within.prices).map(used).collect(),
        movers: field.movers.into_iter().map(|facts| facts.mover).collect(),
        openings: field.openings.into_iter().map(|facts| facts.opening).collect(),
        lines: computed,
        within,
        limits,
        locked,
        setting: setting.clone(),
    })
}

/// The optimum of an instance, proven.
pub(crate) fn anew(problem: Problem) -> Result<Free, SlateError> {
    let solution = solve(&problem);
    let proof = verify(&problem, &solution)?;
    Ok(Free { problem, solution, proof })
}

/// The plain slate, where the setting has the same people, billets and levers, so that the search may start from it. That
/// it does never depends on what is known, so neither does the answer.
fn start<'k>(
    world: &World,
    setting: &Setting,
    pairing: &Pairing,
    known: &[&'k ComputedSlate],
) -> Result<Option<Cow<'k, ComputedSlate>>, SlateError> {
    let plain = Setting::plain(setting.cycle, setting.today);
    if *setting == plain || !setting.overrides.levers.is_empty() || setting.previous.is_some() {
        return Ok(None);
    }
    let field = Field::new(Ground::under(world, &plain)?);
    if !pairing.fits(&field) {
        return Ok(None);
    }
    match known.iter().find(|known| known.setting == plain && known.pairing.fits(&field)) {
        Some(known) => Ok(Some(Cow::Borrowed(*known))),
        None => Ok(Some(Cow::Owned(compute_under(world, plain, known)?))),
    }
}

/// The optimum under a setting that only locks, forbids and wishes, from the plain one: only what changed is solved again.
fn from_plain(
    Free { problem, solution, .. }: Free,
    field: &Field<'_>,
    pairing: &Pairing,
    locked: &[(u32, u32)],
) -> Result<Free, SlateError> {
    let mut session = Session::resume(problem, solution)?;
    let mut edit = |edit: Edit| session.edit(&edit).map_err(refused);
    for person in field.ground.overrides.wishes.keys() {
        let Ok(mover) = field.movers.binary_search_by_key(person, |facts| facts.mover.person) else { continue };
        for position in pairing.openings_of(mover) {
            let cost = field.cost(mover, *position as usize);
            edit(Edit::Allow { person: mover as u32, position: *position, cost })?;
        }
    }
    for (person, billet) in &field.ground.overrides.forbidden {
        let mover = field.movers.binary_search_by_key(person, |facts| facts.mover.person);
        let opening = field.openings.binary_search_by_key(billet, |facts| facts.opening.billet);
        if let (Ok(mover), Ok(opening)) = (mover, opening) {
            edit(Edit::Forbid { person: mover as u32, position: opening as u32 })?;
        }
    }
    for (person, position) in locked {
        edit(Edit::DropPerson { person: *person })?;
        edit(Edit::DropPosition { position: *position })?;
    }
    solved(&mut session)?;
    Ok(Free {
        problem: session.problem().clone(),
        solution: session.solution().clone(),
        proof: session.certificate().clone(),
    })
}

/// The locks of a setting by places, and those that the facts no longer allow.
struct Locks {
    locked: Vec<(u32, u32)>,
    broken: Vec<(PersonId, BilletId)>,
}

impl Locks {
    fn of(field: &Field<'_>, pairing: &Pairing) -> Self {
        let mut locks = Self { locked: Vec::new(), broken: Vec::new() };
        for (person, billet) in &field.ground.overrides.locks {
            let person_at = field.movers.binary_search_by_key(person, |facts| facts.mover.person);
            let billet_at = field.openings.binary_search_by_key(billet, |facts| facts.opening.billet);
            match (person_at, billet_at) {
                (Ok(i), Ok(j)) if pairing.openings_of(i).binary_search(&(j as u32)).is_ok() => {
                    locks.locked.push((i as u32, j as u32));
                }
                _ => locks.broken.push((*person, *billet)),
            }
        }
        locks
    }
}

fn problem(field: &Field<'_>, pairing: &Pairing, locked: &[(u32, u32)]) -> Result<Problem, SlateError> {
    let mut unassigned: Vec<i64> =
        field.movers.iter().map(|facts| field.ground.unassigned(facts.mover.person)).collect();
    let mut unfilled: Vec<i64> = field.openings.iter().map(|facts| facts.opening.cost).collect();
    let (mut held, mut filled) = (vec![false; unassigned.len()], vec![false; unfilled.len()]);
    for (person, position) in locked {
        (held[*person as usize], filled[*position as usize]) = (true, true);
        (unassigned[*person as usize], unfilled[*position as usize]) = (0, 0);
    }
    let forbidden = &field.ground.overrides.forbidden;
    let pairs = pairing.priced(field, |mover, opening| {
        let named = || (field.movers[mover].mover.person, field.openings[opening as usize].opening.billet);
        !held[mover] && !filled[opening as usize] && (forbidden.is_empty() || !forbidden.contains(&named()))
    });
    Ok(Problem::new(pairs, unassigned, unfilled)?)
}

/// A price to the ten-thousandth of a point.
fn rounded(price: f64) -> f64 {
    (price * 10_000.0).round() / 10_000.0
}

/// What one more billet like one outside the instance would be worth: its dual price follows from the prices of the
/// people who could take another.
fn outside_price(
    field: &Field<'_>,
    pairing: &Pairing,
    solution: &Solution,
    outside: &[(u32, u32)],
    position: u32,
    open: impl Fn(u32, u32) -> bool,
) -> i64 {
    let billet = field.openings[position as usize].opening.billet;
    let free = (0..field.movers.len()).filter(|mover| {
        let person = field.movers[*mover].mover.person;
        pairing.openings_of(*mover).binary_search(&position).is_ok()
            && !outside.iter().any(|(held, _)| *held as usize == *mover)
            && !field.ground.overrides.forbidden.contains(&(person, billet))
            && open(*mover as u32, position)
    });
    let bounds = free.map(|mover| field.cost(mover, position as usize) - solution.person_price[mover]);
    bounds.min().map_or(i64::MAX, |least| least).min(field.openings[position as usize].opening.cost)
}

pub(crate) fn line(field: &Field<'_>, person: u32, position: u32, price: i64) -> SlateLine {
    let pair = field.pair(person as usize, position as usize);
    let parts = parts(&field.ground.levers, &field.amounts(person as usize, position as usize));
    SlateLine {
        person: pair.mover.mover.person,
        billet: pair.opening.opening.billet,
        report: pair.report,
        rotation: pair.rotation(),
        accompanied: pair.accompanied(),
        cost: parts.iter().map(|part| part.points).sum(),
        parts,
        price,
        runner_up: None,
    }
}

impl ComputedSlate {
    /// In which cycle.
    pub fn cycle(&self) -> CycleId {
        self.setting.cycle
    }

    /// What it was computed for.
    pub fn setting(&self) -> &Setting {
        &self.setting
    }

    /// The journal position of the World it was computed on.
    pub fn base(&self) -> Position {
        self.base
    }

    /// The day it was computed as of.
    pub fn today(&self) -> Date {
        self.setting.today
    }

    /// The levers it was made with.
    pub fn levers(&self) -> &[(Lever, i64)] {
        &self.levers
    }

    /// Its lines, by rising billet. Those of a slate [`compute_under`] a setting are without their runners-up.
    pub fn lines(&self) -> &[SlateLine] {
        &self.lines
    }

    /// Everybody who was to be assigned.
    pub fn movers(&self) -> &[Mover] {
        &self.movers
    }

    /// Everything that was to be filled.
    pub fn openings(&self) -> &[Opening] {
        &self.openings
    }

    /// Its whole cost in points: lines, unfilled openings and unmatched movers together. How much less any slate could
    /// cost: see [`ComputedSlate::bound`].
    pub fn objective(&self) -> i64 {
        self.within.open.proof.objective() + self.within.held_cost + self.locked_cost
    }

    /// What no slate with the same locks and within the same limits can cost less than, as the verifier certified. It
    /// equals the objective where no limit over several lines binds.
    pub fn bound(&self) -> i64 {
        self.within.bound + self.locked_cost
    }

    /// How far the objective may lie above the least that is possible, as a share of it: 0 is proven to be the least.
    pub fn gap(&self) -> f64 {
        (self.objective() - self.bound()) as f64 / self.objective().abs().max(1) as f64
    }

    /// What was proven about it, as a sentence.
    pub fn verdict(&self) -> String {
        let (bound, locks) = (self.bound(), if self.locked.is_empty() { "" } else { " that keeps the locks" });
        if self.bound() == self.objective() {
            return format!(
                "A separate verifier found every line allowed and within its limits, and prices that prove that no slate{locks} costs less than {bound} points: nothing is better."
            );
        }
        format!(
            "A separate verifier found every line allowed and within its limits, and prices that prove that no slate{locks} within the limits costs less than {bound} points: this one is proven within {:.3} % of the best possible.",
            self.gap() * 100.0
        )
    }

    /// How it uses every limit over several lines that could bind.
    pub fn limits(&self) -> &[LimitUse] {
        &self.uses
    }

    /// The couples that bid together, of whom both are to be assigned and neither is locked.
    pub fn couples(&self) -> impl Iterator<Item = CoupleUse> + '_ {
        let person = |place: u32| self.movers[place as usize].person;
        let couples = self.limits.couples.pairs.iter().zip(&self.within.couple_prices);
        couples.map(move |((one, other), price)| CoupleUse {
            people: (person(*one), person(*other)),
            price: rounded(*price),
        })
    }

    /// The verifier's certificate that nothing costs less for what is not locked and what the limits leave open.
    pub fn proof(&self) -> &Certificate {
        &self.within.open.proof
    }

    /// Locked pairs that the facts no longer allow: they are not part of the slate.
    pub fn broken_locks(&self) -> &[(PersonId, BilletId)] {
        &self.broken
    }

    /// Whether a pair is part of the slate because it is locked.
    pub fn is_locked(&self, person: PersonId, billet: BilletId) -> bool {
        self.setting.overrides.locks.get(&person) == Some(&billet) && !self.broken.contains(&(person, billet))
    }

    /// Points that leaving a person without an assignment costs: with the disruption, where they had one.
    pub fn unassigned_cost(&self, person: PersonId) -> i64 {
        self.place_of_person(person).map_or(0, |place| self.free().problem.unassigned()[place as usize])
    }

    /// Who goes where.
    pub fn assignments(&self) -> Assignments {
        self.lines.iter().map(|line| (line.person, line.billet)).collect()
    }

    /// Eligible pairs it chose among, closed ones too.
    pub fn pairs(&self) -> usize {
        self.free().problem.pairs()
    }

    /// The instance it solved: movers and openings by their places in the lists, without what the limits close.
    pub fn problem(&self) -> &Problem {
        &self.within.open.problem
    }

    /// The instance and its optimum without the limits.
    pub(crate) fn free(&self) -> &Free {
        self.within.free.as_deref().unwrap_or(&self.within.open)
    }

    /// The optimum of what the limits leave open.
    pub(crate) fn open(&self) -> &Free {
        &self.within.open
    }

    /// Whether a pair that every rule allows is closed to this slate, because others are worth more within a limit over
    /// several lines, or because a couple goes elsewhere together.
    pub fn is_closed(&self, person: PersonId, billet: BilletId) -> bool {
        let places = self.place_of_person(person).zip(self.place_of(billet));
        places.is_some_and(|(person, position)| !self.within.shares.open(&self.limits, person, position))
    }

    /// Points of a pair that every rule allows, whether or not the limits close it; `None` for any other pair, and where
    /// one of the two is locked.
    pub fn cost_of(&self, person: PersonId, billet: BilletId) -> Option<i64> {
        let (person, position) = self.place_of_person(person).zip(self.place_of(billet))?;
        self.free().problem.cost(person, position)
    }

    /// What a line would use up of each of [`ComputedSlate::limits`], in their order.
    pub fn uses_of(&self, person: PersonId, billet: BilletId) -> Vec<i64> {
        let places = self.place_of_person(person).zip(self.place_of(billet));
        let weight = |limit: &Limit| places.map_or(0, |(person, position)| limit.weight(person, position));
        self.limits.limits.iter().map(weight).collect()
    }

    /// Where everybody goes, by place.
    pub(crate) fn choice(&self) -> Choice {
        chosen(&self.within.open.solution, &self.outside())
    }

    /// Its lines outside the instance: the locked ones and those of couples, by place.
    pub(crate) fn outside(&self) -> Vec<(u32, u32)> {
        self.locked.iter().chain(&self.within.held).copied().collect()
    }

    /// What binds several of its lines.
    pub(crate) fn binding(&self) -> (&Limits, &Within) {
        (&self.limits, &self.within)
    }

    /// The line that fills a billet, and its number.
    pub fn line_of(&self, billet: BilletId) -> Option<(usize, &SlateLine)> {
        let found = self.lines.binary_search_by_key(&billet, |line| line.billet).ok()?;
        Some((found, &self.lines[found]))
    }

    /// The same with every line's exact runner-up. A locked line has none: it is no choice.
    #[must_use]
    pub fn with_runners_up(mut self) -> Self {
        let numbers: Vec<usize> = (0..self.lines.len()).collect();
        self.lines = self.lines_with_runners_up(&numbers);
        self
    }

    /// These of its lines, each with its exact runner-up.
    pub fn lines_with_runners_up(&self, numbers: &[usize]) -> Vec<SlateLine> {
        let what_if = self.what_if();
        let together: Vec<Vec<SlateLine>> = numbers
            .par_chunks(LINES_TOGETHER)
            .map_with(what_if, |what_if, numbers| {
                let lines = numbers.iter().filter_map(|number| self.lines.get(*number));
                lines.map(|line| SlateLine { runner_up: self.runner_up(what_if, line), ..line.clone() }).collect()
            })
            .collect();
        together.concat()
    }

    fn runner_up(&self, what_if: &mut WhatIf<'_>, line: &SlateLine) -> Option<RunnerUp> {
        let next = self.other_people_by(what_if, line.billet, 1).pop()?;
        Some(RunnerUp { person: next.person, costs_more: next.costs_more })
    }

    /// Openings it leaves unfilled, by rising billet.
    pub fn unfilled(&self) -> impl Iterator<Item = &Opening> + '_ {
        let open =
            self.openings.iter().zip(&self.within.open.solution.person_of).filter(|(_, person)| person.is_none());
        open.map(|(opening, _)| opening).filter(|opening| self.line_of(opening.billet).is_none())
    }

    /// Movers it leaves without an assignment, by rising person.
    pub fn unmatched(&self) -> impl Iterator<Item = &Mover> + '_ {
        self.movers.iter().zip(self.choice()).filter(|(_, billet)| billet.is_none()).map(|(mover, _)| mover)
    }

    /// How many people were eligible for an opening; `None` for a billet that is none.
    pub fn eligible_for(&self, billet: BilletId) -> Option<usize> {
        let place = self.place_of(billet)?;
        let eligible = |mover: &usize| self.pairing.openings_of(*mover).binary_search(&place).is_ok();
        Some((0..self.movers.len()).filter(eligible).count())
    }

    /// How many openings a mover was eligible for; `None` for somebody who is none.
    pub fn eligible_of(&self, person: PersonId) -> Option<usize> {
        Some(self.pairing.openings_of(self.place_of_person(person)? as usize).len())
    }

    /// The next best people for an opening, exactly, cheapest first; of those that the limits leave room for.
    pub fn other_people(&self, billet: BilletId, count: usize) -> Vec<Alternative> {
        self.other_people_by(&mut self.what_if(), billet, count)
    }

    /// The next best billets for a mover, exactly, cheapest first; of those that the limits leave room for.
    pub fn other_billets(&self, person: PersonId, count: usize) -> Vec<Alternative> {
        self.other_billets_by(&mut self.what_if(), person, count)
    }

    /// The command that proposes it.
    pub fn proposal(&self) -> ProposeSlate {
        ProposeSlate {
            cycle: self.setting.cycle,
            base: self.base,
            objective: self.objective(),
            method: SlateMethod::LeastCost,
            levers: self.levers.clone(),
            lines: self.lines.clone(),
            unfilled: self.unfilled().map(|opening| opening.billet).collect(),
            unmatched: self.unmatched().map(|mover| mover.person).collect(),
        }
    }

    /// As [`ComputedSlate::other_people`], with what many questions share built once.
    pub(crate) fn other_people_by(&self, what_if: &mut WhatIf<'_>, billet: BilletId, count: usize) -> Vec<Alternative> {
        let Some(position) = self.place_of(billet) else { return Vec::new() };
        let found = people_for(self.open(), what_if, &|changes| self.keeps(changes), position, count);
        found.into_iter().map(|it| self.alternative(it.person, it.position, it.costs_more)).collect()
    }

    /// As [`ComputedSlate::other_billets`], with what many questions share built once.
    pub(crate) fn other_billets_by(
        &self,
        what_if: &mut WhatIf<'_>,
        person: PersonId,
        count: usize,
    ) -> Vec<Alternative> {
        let Some(person) = self.place_of_person(person) else { return Vec::new() };
        let found = positions_for(self.open(), what_if, &|changes| self.keeps(changes), person, count);
        found.into_iter().map(|it| self.alternative(it.person, it.position, it.costs_more)).collect()
    }

    /// Answers questions about other choices.
    pub(crate) fn what_if(&self) -> WhatIf<'_> {
        let Free { problem, solution, .. } = self.open();
        WhatIf::new(problem, solution).expect("the answer was verified when the slate was computed")
    }

    /// Whether the slate keeps its limits after these changes. One that did not bind closes nothing.
    pub(crate) fn keeps(&self, changes: &[Change]) -> bool {
        let more = |limit: &Limit| {
            let weight = |person, position: Option<u32>| position.map_or(0, |position| limit.weight(person, position));
            changes.iter().map(|it| weight(it.person, it.after) - weight(it.person, it.before)).sum::<i64>()
        };
        let kept = self.limits.limits.iter().zip(&self.uses).all(|(limit, it)| it.used + more(limit) <= limit.most);
        kept && (self.limits.couples.is_empty() || self.limits.couples.are_kept(&after(&self.choice(), changes)))
    }

    fn alternative(&self, person: u32, position: u32, costs_more: i64) -> Alternative {
        Alternative {
            person: self.movers[person as usize].person,
            billet: self.openings[position as usize].billet,
            costs_more,
        }
    }

    pub(crate) fn place_of(&self, billet: BilletId) -> Option<u32> {
        let found = self.openings.binary_search_by_key(&billet.index(), |opening| opening.billet.index());
        found.ok().map(|place| place as u32)
    }

    pub(crate) fn place_of_person(&self, person: PersonId) -> Option<u32> {
        let found = self.movers.binary_search_by_key(&person.index(), |mover| mover.person.index());
        found.ok().map(|place| place as u32)
    }
}
