//! Whatever is edited, a session's answer costs what solving anew costs, and is proven.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod common;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use common::{Dice, hungarian, sparse};
use muster_solver::{Edit, EditError, Limits, Problem, Session, SessionError, solve, verify};

/// What a session should hold, kept the plain way.
#[derive(Clone)]
struct Model {
    pairs: BTreeMap<(u32, u32), i64>,
    unassigned: Vec<i64>,
    unfilled: Vec<i64>,
    forced: BTreeMap<u32, u32>,
}

impl Model {
    fn of(problem: &Problem) -> Model {
        Model {
            pairs: (0..problem.people() as u32)
                .flat_map(|i| problem.positions_for(i).map(move |(j, cost)| ((i, j), cost)))
                .collect(),
            unassigned: problem.unassigned().to_vec(),
            unfilled: problem.unfilled().to_vec(),
            forced: BTreeMap::new(),
        }
    }

    fn problem(&self) -> Problem {
        let pairs = self.pairs.iter().map(|(&(i, j), &cost)| (i, j, cost));
        Problem::new(pairs, self.unassigned.clone(), self.unfilled.clone()).unwrap()
    }

    /// The least cost with the forced pairs, these taken out of the instance and added at the end.
    fn least_cost(&self, solver: fn(&Problem) -> i64) -> i64 {
        let mut free = self.clone();
        let mut cost = 0;
        for (&person, &position) in &self.forced {
            cost += self.pairs[&(person, position)];
            free.unassigned[person as usize] = 0;
            free.unfilled[position as usize] = 0;
            free.pairs.retain(|&(i, j), _| i != person && j != position);
        }
        cost + solver(&free.problem())
    }

    /// Applies an edit as its documentation says; false if it must be refused.
    fn apply(&mut self, edit: &Edit) -> bool {
        match *edit {
            Edit::Allow { person, position, cost } => {
                self.pairs.insert((person, position), cost);
            }
            Edit::Forbid { person, position } => {
                self.pairs.remove(&(person, position));
                if self.forced.get(&person) == Some(&position) {
                    self.forced.remove(&person);
                }
            }
            Edit::Force { person, position } => {
                let held = self.forced.get(&person);
                if held == Some(&position) {
                    return true;
                }
                let taken = held.is_some() || self.forced.values().any(|&held| held == position);
                if taken || !self.pairs.contains_key(&(person, position)) {
                    return false;
                }
                self.forced.insert(person, position);
            }
            Edit::Release { person } => return self.forced.remove(&person).is_some(),
            Edit::Unassigned { person, cost } => self.unassigned[person as usize] = cost,
            Edit::Unfilled { position, cost } => self.unfilled[position as usize] = cost,
            Edit::AddPerson { unassigned, ref pairs } => {
                let person = self.unassigned.len() as u32;
                self.unassigned.push(unassigned);
                self.pairs.extend(pairs.iter().map(|&(position, cost)| ((person, position), cost)));
            }
            Edit::AddPosition { unfilled, ref pairs } => {
                let position = self.unfilled.len() as u32;
                self.unfilled.push(unfilled);
                self.pairs.extend(pairs.iter().map(|&(person, cost)| ((person, position), cost)));
            }
            Edit::DropPerson { person } => {
                self.forced.remove(&person);
                self.pairs.retain(|&(i, _), _| i != person);
                self.unassigned[person as usize] = 0;
            }
            Edit::DropPosition { position } => {
                self.forced.retain(|_, held| *held != position);
                self.pairs.retain(|&(_, j), _| j != position);
                self.unfilled[position as usize] = 0;
            }
        }
        true
    }
}

/// Any edit, all kinds about equally likely.
fn any_edit(dice: &mut Dice, model: &Model, top: i64) -> Edit {
    let person = dice.roll(model.unassigned.len() as u64) as u32;
    let position = dice.roll(model.unfilled.len() as u64) as u32;
    let cost = dice.cost(-top / 4, top);
    let listed: Vec<_> = model.pairs.keys().copied().collect();
    let (known_person, known_position) =
        if listed.is_empty() { (person, position) } else { listed[dice.roll(listed.len() as u64) as usize] };
    match dice.roll(14) {
        0 | 1 => Edit::Allow { person, position, cost },
        2 | 3 => Edit::Allow { person: known_person, position: known_position, cost },
        4 => Edit::Forbid { person: known_person, position: known_position },
        5 | 6 => Edit::Force { person: known_person, position: known_position },
        7 => match model.forced.keys().next() {
            Some(&person) => Edit::Release { person },
            None => Edit::Release { person },
        },
        8 => Edit::Unassigned { person, cost },
        9 => Edit::Unfilled { position, cost },
        10 => {
            let pairs = (0..model.unfilled.len() as u32).filter(|_| dice.roll(2) == 0).map(|j| (j, cost)).collect();
            Edit::AddPerson { unassigned: dice.cost(0, top), pairs }
        }
        11 => {
            let mut costs = Dice(dice.0);
            let pairs = (0..model.unassigned.len() as u32)
                .filter(|_| dice.roll(2) == 0)
                .map(|i| (i, costs.cost(-5, top)))
                .collect();
            Edit::AddPosition { unfilled: dice.cost(0, top), pairs }
        }
        12 => Edit::DropPerson { person },
        _ => Edit::DropPosition { position },
    }
}

fn start(seed: u64, top: i64) -> Problem {
    let mut sizes = Dice(seed ^ 77);
    let (people, positions) = (sizes.cost(1, 7) as u32, sizes.cost(1, 7) as u32);
    sparse(seed, people, positions, 3, |dice, _, _| dice.cost(-top / 4, top), |dice| dice.cost(-top / 4, top))
}

#[test]
fn every_edit_costs_what_solving_anew_costs() {
    for seed in 0..3_000 {
        let top = [4, 30, 10_000, 1 << 34][seed as usize % 4];
        let problem = start(seed, top);
        let mut model = Model::of(&problem);
        let mut session = Session::new(problem).unwrap();
        let mut dice = Dice(seed);
        for step in 0..12 {
            for _ in 0..=dice.roll(3) {
                let edit = any_edit(&mut dice, &model, top);
                let accepted = model.apply(&edit);
                assert_eq!(session.edit(&edit).is_ok(), accepted, "seed {seed} step {step}: {edit:?}");
            }
            let before = session.solution().position_of.clone();
            let proof = session.solve().unwrap().clone();
            assert_eq!(
                proof.objective(),
                model.least_cost(|problem| solve(problem).objective),
                "seed {seed} step {step}"
            );
            // The full verifier agrees with the one that looked only at what changed.
            assert_eq!(verify(session.problem(), session.solution()), Ok(proof.clone()));
            assert_eq!(session.certificate(), &proof);
            for (&person, &position) in &model.forced {
                assert_eq!(session.solution().position_of[person as usize], Some(position));
            }
            assert!(session.forced().eq(model.forced.iter().map(|(&i, &j)| (i, j))));
            for change in session.changes() {
                let old = before.get(change.person as usize).copied().flatten();
                assert_eq!(
                    (change.before, change.after),
                    (old, session.solution().position_of[change.person as usize])
                );
                assert_ne!(change.before, change.after);
            }
            if model.forced.is_empty() {
                assert_eq!(session.problem(), &model.problem());
            }
        }
        assert_eq!(session.solution().objective, model.least_cost(hungarian), "seed {seed}");
    }
}

#[test]
fn a_session_that_releases_everything_holds_what_was_given_and_edited() {
    for seed in 0..300 {
        let problem = start(seed, 50);
        let mut model = Model::of(&problem);
        let mut session = Session::new(problem).unwrap();
        let mut dice = Dice(seed);
        for _ in 0..30 {
            let edit = any_edit(&mut dice, &model, 50);
            assert_eq!(session.edit(&edit).is_ok(), model.apply(&edit));
        }
        for person in model.forced.keys().copied().collect::<Vec<_>>() {
            session.edit(&Edit::Release { person }).unwrap();
        }
        assert_eq!(session.problem(), &model.problem());
    }
}

#[test]
fn a_replaced_instance_is_solved_from_the_old_prices() {
    for seed in 0..60 {
        let problem = sparse(seed, 60, 60, 6, |dice, _, _| dice.cost(0, 900), |dice| dice.cost(500, 2_000));
        let other = sparse(seed + 1, 62, 61, 6, |dice, _, _| dice.cost(0, 900), |dice| dice.cost(500, 2_000));
        let mut session = Session::new(problem).unwrap();
        session.replace(other.clone()).unwrap();
        assert_eq!(session.solve().unwrap().objective(), solve(&other).objective);
        session.edit(&Edit::DropPerson { person: 3 }).unwrap();
        let proof = session.solve().unwrap().clone();
        assert_eq!(verify(session.problem(), session.solution()), Ok(proof));
    }
}

#[test]
fn a_solve_that_was_stopped_goes_on() {
    let problem = sparse(5, 400, 400, 8, |dice, _, _| dice.cost(0, 9_000), |_| 20_000);
    let other = sparse(6, 400, 400, 8, |dice, _, _| dice.cost(0, 9_000), |_| 20_000);
    for stop_at in 1..6 {
        let mut session = Session::new(problem.clone()).unwrap();
        session.replace(other.clone()).unwrap();
        let mut asked = 0;
        let auction_only = Limits { passes_before_auction: 0, ..Limits::default() };
        let stopped = session.solve_with(&auction_only, &mut |_| {
            asked += 1;
            if asked == stop_at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        if stopped.is_err() {
            assert!(matches!(stopped, Err(SessionError::Cancelled(_))));
        }
        assert_eq!(session.solve().unwrap().objective(), solve(&other).objective);
    }
}

#[test]
fn edits_that_make_no_sense_are_refused_and_change_nothing() {
    let problem = Problem::new([(0, 0, 1), (1, 0, 2)], vec![9, 9], vec![9, 9]).unwrap();
    let mut session = Session::new(problem.clone()).unwrap();
    let refused = [
        Edit::Allow { person: 2, position: 0, cost: 1 },
        Edit::Allow { person: 0, position: 2, cost: 1 },
        Edit::Allow { person: 0, position: 1, cost: i64::MAX },
        Edit::Force { person: 0, position: 1 },
        Edit::Release { person: 0 },
        Edit::Unassigned { person: 0, cost: i64::MIN },
        Edit::AddPerson { unassigned: 1, pairs: vec![(7, 1)] },
        Edit::AddPosition { unfilled: 1, pairs: vec![(7, 1)] },
        Edit::DropPerson { person: 2 },
        Edit::DropPosition { position: 2 },
    ];
    for edit in refused {
        assert!(session.edit(&edit).is_err(), "{edit:?}");
        assert_eq!(session.problem(), &problem);
    }
    session.edit(&Edit::Force { person: 1, position: 0 }).unwrap();
    let held = EditError::Held { person: 0, position: 0, held_person: 1, held_position: 0 };
    assert_eq!(session.edit(&Edit::Force { person: 0, position: 0 }), Err(held));
    assert_eq!(session.solve().unwrap().objective(), 2 + 9 + 9);
}
