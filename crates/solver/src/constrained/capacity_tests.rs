//! The search under few limits against trying everything.

use super::ascent::Best;
use super::capacity::{applies, improve};
use super::core::Core;
use super::model::{Constrained, Group, SideConstraints};
use super::primal::Incumbent;
use super::stop::Stop;
use crate::market::NONE;
use crate::problem::Problem;
use crate::stable::SplitMix64;

/// Seven people, three limits with caps and now and then a floor; some positions are sought by two people.
fn small(seed: u64) -> Core {
    instance(seed, true)
}

/// The same with caps alone and a position for everybody under each limit, unless told otherwise.
fn instance(seed: u64, mixed: bool) -> Core {
    let mut random = SplitMix64(seed);
    let mut pairs = Vec::new();
    let mut groups = vec![Vec::new(), Vec::new(), Vec::new()];
    for person in 0..7_u32 {
        for (limit, terms) in (0..).zip(&mut groups) {
            let shared = mixed && person > 0 && random.below(5) == 0;
            let position = 3 * (person - u32::from(shared)) + limit;
            pairs.push((person, position, random.below(40) as i64));
            terms.push((person, position, 1 + random.below(9) as i64));
        }
    }
    let problem = Problem::new(pairs, vec![60; 7], vec![0; 21]).unwrap();
    let group = |(index, terms): (usize, Vec<(u32, u32, i64)>)| Group {
        name: format!("limit {index}"),
        terms,
        least: (mixed && index == 0 && seed.is_multiple_of(2)).then_some(5),
        most: Some(11),
    };
    let groups = groups.into_iter().enumerate().map(group).collect();
    Core::new(&Constrained::new(problem, SideConstraints { groups, ..SideConstraints::default() }).unwrap())
}

/// The least cost, by trying everything.
pub(super) fn cheapest(core: &Core, edge_of: &mut Vec<u32>) -> Option<i64> {
    let person = edge_of.len() as u32;
    if edge_of.len() == core.people() {
        return core.feasible(edge_of).then(|| core.objective(edge_of));
    }
    let free = |edge: usize| edge_of.iter().all(|&at| at == NONE || core.target[at as usize] != core.target[edge]);
    let choices: Vec<u32> =
        core.edges(person).filter(|&edge| free(edge)).map(|edge| edge as u32).chain([NONE]).collect();
    let tries = choices.into_iter().filter_map(|choice| {
        edge_of.push(choice);
        let least = cheapest(core, edge_of);
        edge_of.pop();
        least
    });
    tries.min()
}

fn start(core: &Core) -> Best {
    Best { bound: i128::MIN, lambda: vec![0; core.rows.len()], price: vec![0; core.positions()] }
}

fn found(core: &Core, incumbent: Option<&Incumbent>) -> Option<Incumbent> {
    improve(core, &start(core), incumbent, 1, &Stop::at(None))
}

#[test]
fn small_instances_end_at_the_optimum_and_nothing_is_better_than_it() {
    for seed in 0..16 {
        let core = small(seed);
        let least = cheapest(&core, &mut Vec::new());
        let first = found(&core, None);
        assert!(first.as_ref().is_none_or(|first| core.feasible(&first.edge_of)), "seed {seed}");
        assert_eq!(first.as_ref().map(|first| first.objective), least, "seed {seed}");
        let again = found(&core, first.as_ref());
        assert!(again.is_none(), "seed {seed}: nothing costs less than the optimum");
    }
}

#[test]
fn caps_alone_are_emptied_and_filled_anew_to_the_optimum() {
    for seed in 0..24 {
        let core = instance(seed, false);
        let nobody = vec![NONE; core.people()];
        let incumbent = Incumbent { objective: core.objective(&nobody), edge_of: nobody };
        let filled = found(&core, Some(&incumbent)).unwrap();
        assert!(core.feasible(&filled.edge_of), "seed {seed}");
        assert_eq!(Some(filled.objective), cheapest(&core, &mut Vec::new()), "seed {seed}");
    }
}

#[test]
fn what_comes_back_is_better_than_what_was_given() {
    for seed in 0..16 {
        let core = small(2 * seed + 1);
        let nobody = vec![NONE; core.people()];
        let incumbent = Incumbent { objective: core.objective(&nobody), edge_of: nobody };
        let better = found(&core, Some(&incumbent)).unwrap();
        assert!(core.feasible(&better.edge_of) && better.objective < incumbent.objective, "seed {seed}");
        assert_eq!(better.objective, core.objective(&better.edge_of), "seed {seed}");
    }
}

#[test]
fn the_same_turn_finds_the_same() {
    let core = small(3);
    let (one, other) = (found(&core, None).unwrap(), found(&core, None).unwrap());
    assert_eq!(one.edge_of, other.edge_of);
}

#[test]
fn asked_to_stop_it_does_not_begin() {
    let core = small(1);
    let nobody = vec![NONE; core.people()];
    let incumbent = Incumbent { objective: core.objective(&nobody), edge_of: nobody };
    let stop = Stop::at(None);
    stop.ask();
    assert!(improve(&core, &start(&core), Some(&incumbent), 1, &stop).is_none());
}

#[test]
fn positions_that_several_seek_are_limits_too() {
    assert!(!applies(&small(0)), "three limits and the shared positions are more than half of seven people");
}
