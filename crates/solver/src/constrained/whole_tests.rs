//! The climb by all prices and multipliers together, and the dive that follows it, against trying everything.

use super::ascent::{Ascent, Best};
use super::capacity_tests::cheapest;
use super::core::{Core, SCALE};
use super::dive::{COURSES, dive};
use super::dual::Fixed;
use super::model::{Constrained, Couple, Group, SideConstraints};
use super::stop::Stop;
use super::whole::WholeClimb;
use crate::market::NONE;
use crate::problem::Problem;
use crate::stable::SplitMix64;

/// Six people of whom four are in couples, six positions at three places, a share floor at one and a budget.
fn small(seed: u64) -> Core {
    let mut random = SplitMix64(seed);
    let mut pairs = Vec::new();
    for person in 0..6_u32 {
        for position in 0..6_u32 {
            if random.below(4) > 0 {
                pairs.push((person, position, random.below(100) as i64));
            }
        }
    }
    let of = |wanted: fn(&(u32, u32, i64)) -> Option<i64>| {
        pairs.iter().filter_map(|pair| Some((pair.0, pair.1, wanted(pair)?))).collect::<Vec<_>>()
    };
    // Half of those at the place of the first two positions have an even number.
    let share = of(|&(person, position, _)| (position < 2).then_some(if person % 2 == 0 { 1 } else { -1 }));
    let spent = of(|&(_, position, cost)| (position >= 3).then_some(1 + cost / 10));
    let problem = Problem::new(pairs.iter().copied(), vec![120; 6], vec![60; 6]).unwrap();
    let group = |name: &str, terms, least, most| Group { name: name.into(), terms, least, most };
    let sides = SideConstraints {
        groups: vec![group("share", share, Some(0), None), group("budget", spent, None, Some(12))],
        couples: vec![Couple { first: 0, second: 1 }, Couple { first: 2, second: 3 }],
        place_of: vec![0, 0, 1, 1, 2, 2],
        commuting: vec![(1, 2)],
    };
    Core::new(&Constrained::new(problem, sides).unwrap())
}

fn begun(core: &Core) -> Best {
    let mut ascent = Ascent::new(core);
    ascent.look(core, &Fixed::nothing(core), 1);
    ascent.best
}

#[test]
fn no_climb_proves_more_than_the_optimum_and_most_end_near_it() {
    let mut near = 0;
    for seed in 0..400 {
        let core = small(seed);
        let optimum = cheapest(&core, &mut Vec::new()).expect("leaving everybody out keeps everything");
        let found = WholeClimb::new(&core, &begun(&core)).climb(400, &Stop::at(None));
        assert!(found.bound <= i128::from(optimum * SCALE), "seed {seed}: {} above {optimum}", found.bound);
        near += u32::from(found.bound >= i128::from(optimum * SCALE * 9 / 10));
    }
    assert!(near > 300, "only {near} of 400 bounds come within a tenth");
}

#[test]
fn two_of_a_couple_never_share_a_seat_in_the_bound() {
    // One cheap seat at the place, and a dear one: the two pay for both.
    let pairs = [(0, 0, 10), (0, 1, 70), (1, 0, 10), (1, 1, 80)];
    let problem = Problem::new(pairs, vec![500; 2], vec![0; 2]).unwrap();
    let sides = SideConstraints {
        couples: vec![Couple { first: 0, second: 1 }],
        place_of: vec![7, 7],
        ..SideConstraints::default()
    };
    let core = Core::new(&Constrained::new(problem, sides).unwrap());
    let nothing = Best { bound: i128::MIN, lambda: Vec::new(), price: vec![0; 2] };
    let found = WholeClimb::new(&core, &nothing).climb(0, &Stop::at(None));
    assert_eq!(found.bound, i128::from(80 * SCALE));
}

#[test]
fn a_dive_parts_no_couple_and_shares_no_position() {
    for seed in 0..100 {
        let core = small(seed);
        let (edge_of, _) = dive(&core, &begun(&core), COURSES[0], &Stop::at(None));
        let mut taken: Vec<u32> =
            edge_of.iter().filter(|&&edge| edge != NONE).map(|&edge| core.target[edge as usize]).collect();
        taken.sort_unstable();
        assert!(taken.windows(2).all(|two| two[0] != two[1]), "seed {seed}");
        for pair in &core.pairings {
            assert!(core.agree(pair, edge_of[pair.first as usize], edge_of[pair.second as usize]), "seed {seed}");
        }
    }
}
