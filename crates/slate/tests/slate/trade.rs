//! Between cost and stability: the curve ends where it must, its bounds hold against everything there is, and the slate of
//! a point is what it says when proposed.

use std::collections::BTreeSet;

use crate::worlds::{Dice, TODAY, give, must, world};
use jiff::ToSpan;
use muster_domain::allocation::{
    BallotTerms, DeclareCouple, RankCandidates, SetBallot, SetServiceLimit, SlateHeader, SlateLine, SlateLinesProposed,
    SlateMethod, SlateProposed,
};
use muster_domain::kernel::Id as _;
use muster_domain::policy::{Lever, SetLever};
use muster_domain::{BilletId, Command, Context, CycleId, Date, Decide, PersonId, Position, Service, World};
use muster_slate::{
    ComputedSlate, Limited, StabilityCurve, Trade, TradeSlate, blocking_of, compute, compute_stable, compute_trade,
    openings, stability_curve, with_eligible,
};
use proptest::prelude::*;

const SEED: u64 = 7;

/// The day after the ballot's last: what was ranked counts.
fn day() -> Date {
    TODAY.saturating_add(1.day())
}

/// A world in which members and offices ranked and no limit over several lines could bind.
fn ranked(seed: u64, billets: usize, people: usize) -> (World, CycleId) {
    let (mut world, cycle) = world(seed, billets, people);
    let room =
        SetLever { lever: Lever::Section515Members, from: TODAY, value: 100, reason: "Room for everybody".into() };
    must(&mut world, room);
    let services = vec![Service::Army, Service::Navy];
    let terms = BallotTerms { members_until: TODAY, offices_until: TODAY, civilians: true, services, boards: true };
    must(&mut world, SetBallot { cycle, terms });
    let mut dice = Dice(seed ^ 0xBA110);
    for billet in (0..world.billets.len()).map(BilletId::from_index) {
        let command = |tiers| Command::from(RankCandidates { cycle, billet, tiers, eligible: None });
        let Command::RankCandidates(open) = with_eligible(&world, TODAY, &command(Vec::new())).into_owned() else {
            unreachable!("it stays the same command")
        };
        let Some(eligible) = open.eligible else { continue };
        let mut tiers: Vec<Vec<PersonId>> = vec![Vec::new(); 3];
        for person in eligible {
            if !dice.once_in(3) {
                tiers[dice.roll(3)].push(person);
            }
        }
        let ranking = with_eligible(&world, TODAY, &command(tiers)).into_owned();
        must(&mut world, ranking);
    }
    (world, cycle)
}

fn curve(world: &World, cycle: CycleId) -> StabilityCurve {
    stability_curve(world, cycle, day(), SEED).unwrap()
}

fn slate_of(world: &World, cycle: CycleId, trade: Trade) -> TradeSlate {
    compute_trade(world, cycle, day(), (trade, SEED), None).unwrap()
}

/// Blocking pairs of any lines, counted by the code that counts them for the page of a proposed slate.
fn blocking(world: &World, cycle: CycleId, pairs: &[(PersonId, BilletId)]) -> usize {
    let mut world = world.clone();
    let (slate, at) = (world.slates.next_id(), Position(world.position.0 + 1));
    let line = |(person, billet): &(PersonId, BilletId)| SlateLine {
        person: *person,
        billet: *billet,
        report: day(),
        rotation: day(),
        accompanied: false,
        cost: 0,
        parts: Vec::new(),
        price: 0,
        runner_up: None,
    };
    let header = SlateHeader {
        cycle,
        proposed: day(),
        base: world.position,
        objective: 0,
        method: SlateMethod::MemberOptimal { seed: SEED },
        levers: Vec::new(),
        unfilled: Vec::new(),
        unmatched: Vec::new(),
    };
    world.apply(&SlateProposed { slate, header }.into(), at);
    world.apply(&SlateLinesProposed { slate, lines: pairs.iter().map(line).collect() }.into(), at);
    blocking_of(&world, slate).unwrap().pairs.len()
}

fn pairs(slate: &TradeSlate) -> Vec<(PersonId, BilletId)> {
    slate.lines().iter().map(|line| (line.person, line.billet)).collect()
}

/// The cost of a slate by what it says of its lines, and by what the openings and the levers say of what it leaves out.
fn cost(world: &World, cycle: CycleId, slate: &TradeSlate) -> i64 {
    let lines: i64 = slate.lines().iter().flat_map(|line| &line.parts).map(|part| part.points).sum();
    let open = openings(world, cycle, day()).unwrap();
    let open = open.iter().filter(|opening| slate.unfilled().contains(&opening.billet)).map(|opening| opening.cost);
    let left = slate.unmatched().len() as i64 * world.lever(Lever::UnassignedCost, day());
    lines + open.sum::<i64>() + left
}

/// Who goes where, and what it costs.
type Costed = (i64, Vec<(PersonId, BilletId)>);

/// Every assignment of an instance with its cost, unless there are too many to try.
fn everything(slate: &ComputedSlate) -> Option<Vec<Costed>> {
    const MOST: usize = 1500;
    let problem = slate.problem();
    let mut all: Vec<(i64, Vec<(u32, u32)>)> = vec![(0, Vec::new())];
    for person in 0..problem.people() as u32 {
        let mut next = Vec::new();
        for (cost, taken) in &all {
            next.push((cost + problem.unassigned()[person as usize], taken.clone()));
            for (position, points) in problem.positions_for(person) {
                if taken.iter().all(|(_, other)| *other != position) {
                    next.push((cost + points, [&taken[..], &[(person, position)]].concat()));
                }
            }
        }
        if next.len() > MOST {
            return None;
        }
        all = next;
    }
    let whole = |(cost, taken): (i64, Vec<(u32, u32)>)| {
        let open = (0..).zip(problem.unfilled()).filter(|(at, _)| taken.iter().all(|(_, other)| other != at));
        let cost = cost + open.map(|(_, points)| points).sum::<i64>();
        let named = |(i, j): &(u32, u32)| (slate.movers()[*i as usize].person, slate.openings()[*j as usize].billet);
        (cost, taken.iter().map(named).collect())
    };
    Some(all.into_iter().map(whole).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_curve_runs_from_the_stable_slate_to_the_one_of_least_cost(seed in any::<u64>()) {
        let (world, cycle) = ranked(seed, 12, 14);
        let curve = curve(&world, cycle);
        let least = compute(&world, cycle, day()).unwrap();
        prop_assert!(least.limits().is_empty(), "the world leaves room for everybody");
        let (first, last) = (&curve.points()[0], curve.points().last().unwrap());
        prop_assert_eq!((last.cost, last.bound, curve.least()), (least.objective(), least.objective(), least.objective()));
        prop_assert_eq!((first.blocking, first.bound), (0, first.cost));
        for method in [SlateMethod::MemberOptimal { seed: SEED }, SlateMethod::OfficeOptimal { seed: SEED }] {
            let stable = compute_stable(&world, cycle, day(), method).unwrap();
            prop_assert!(first.cost <= stable.objective());
            prop_assert!(first.lines >= stable.lines().len());
        }
        for two in curve.points().windows(2) {
            prop_assert!(two[0].blocking < two[1].blocking && two[0].cost > two[1].cost);
            prop_assert!(two[0].bound >= two[1].bound, "fewer blocking pairs never cost less");
        }
        for point in curve.points() {
            prop_assert!(point.bound <= point.cost);
            prop_assert!(point.exceeded.is_empty());
        }
        prop_assert_eq!(self::curve(&world, cycle), curve);
    }

    #[test]
    fn the_slate_of_a_point_is_as_good_and_counts_the_same_when_proposed(seed in any::<u64>()) {
        let (mut world, cycle) = ranked(seed, 12, 14);
        let curve = curve(&world, cycle);
        for point in curve.points() {
            let slate = slate_of(&world, cycle, Trade::MostBlocking(point.blocking));
            prop_assert!(slate.blocking() <= point.blocking && slate.objective() <= point.cost);
            prop_assert!(slate.bound() >= point.bound && slate.bound() <= slate.objective());
            prop_assert_eq!(slate.blocking(), blocking(&world, cycle, &pairs(&slate)) as u64);
            prop_assert_eq!(slate.objective(), cost(&world, cycle, &slate));
            let above = u64::try_from(point.cost - curve.least()).unwrap();
            let stable = slate_of(&world, cycle, Trade::AboveLeast(above));
            prop_assert!(stable.blocking() <= point.blocking && stable.objective() <= point.cost);
            prop_assert_eq!(stable.blocking(), blocking(&world, cycle, &pairs(&stable)) as u64);
            prop_assert_eq!(stable.objective(), cost(&world, cycle, &stable));
            let known = compute_trade(&world, cycle, day(), (Trade::AboveLeast(above), SEED), Some(&curve)).unwrap();
            prop_assert_eq!(known.lines(), stable.lines(), "a known curve changes no answer");
        }
        let slate = slate_of(&world, cycle, Trade::MostBlocking(curve.points().last().unwrap().blocking / 2));
        if !slate.lines().is_empty() {
            let (id, at) = (world.slates.next_id(), Position(world.position.0 + 1));
            let events = slate.proposal().decide(&world, &Context { today: day(), actor: None }).unwrap();
            events.iter().for_each(|event| world.apply(event, at));
            prop_assert_eq!(world.slates[id].method, slate.method());
            prop_assert_eq!(blocking_of(&world, id).unwrap().pairs.len() as u64, slate.blocking());
        }
    }

    #[test]
    fn nothing_there_is_beats_a_bound(seed in any::<u64>()) {
        let (world, cycle) = ranked(seed, 7, 5);
        let least = compute(&world, cycle, day()).unwrap();
        let Some(all) = everything(&least) else { return Ok(()) };
        let all: Vec<(i64, u64)> =
            all.iter().map(|(cost, pairs)| (*cost, blocking(&world, cycle, pairs) as u64)).collect();
        let cheapest = |most: u64| all.iter().filter(|(_, blocking)| *blocking <= most).map(|(cost, _)| *cost).min();
        let calmest = |most: i64| all.iter().filter(|(cost, _)| *cost <= most).map(|(_, blocking)| *blocking).min();
        let curve = curve(&world, cycle);
        for point in curve.points() {
            prop_assert!(all.contains(&(point.cost, point.blocking)));
            prop_assert!(Some(point.bound) <= cheapest(point.blocking));
        }
        prop_assert_eq!(Some(curve.points()[0].cost), cheapest(0));
        for most in 0..=curve.points().last().unwrap().blocking {
            let slate = slate_of(&world, cycle, Trade::MostBlocking(most));
            prop_assert!(Some(slate.bound()) <= cheapest(most) && cheapest(most) <= Some(slate.objective()));
        }
        let costs: BTreeSet<i64> = all.iter().map(|(cost, _)| *cost).collect();
        for cost in costs.into_iter().take(12) {
            let above = u64::try_from(cost - curve.least()).unwrap();
            let slate = slate_of(&world, cycle, Trade::AboveLeast(above));
            let bound = u64::try_from(slate.bound()).unwrap();
            prop_assert!(slate.objective() <= cost);
            prop_assert!(Some(bound) <= calmest(cost) && calmest(cost) <= Some(slate.blocking()));
        }
    }
}

#[test]
fn no_more_people_of_a_service_are_placed_than_it_gives() {
    let mut full = 0;
    for seed in 0..40 {
        let (mut world, cycle) = ranked(seed, 12, 14);
        let most = Some(1 + seed as u32 % 2);
        must(&mut world, SetServiceLimit { cycle, service: Service::Army, most, reason: "Manning".into() });
        let of_army = |lines: &[SlateLine]| {
            lines.iter().filter(|line| world.people[line.person].service == Service::Army).count() as u32
        };
        let stable = compute_stable(&world, cycle, day(), SlateMethod::MemberOptimal { seed: SEED }).unwrap();
        assert!(Some(of_army(stable.lines())) <= most);
        let curve = curve(&world, cycle);
        for point in curve.points() {
            let slate = slate_of(&world, cycle, Trade::MostBlocking(point.blocking));
            assert!(Some(of_army(slate.lines())) <= most && slate.exceeded().next().is_none());
            full += u32::from(Some(of_army(slate.lines())) == most);
            assert_eq!(slate.blocking(), blocking(&world, cycle, &pairs(&slate)) as u64);
            if !slate.lines().is_empty() {
                slate.proposal().decide(&world, &Context { today: day(), actor: None }).unwrap();
            }
        }
        let stable: Vec<_> = stable.lines().iter().map(|line| (line.person, line.billet)).collect();
        assert_eq!(blocking(&world, cycle, &stable), 0);
    }
    assert!(full > 0, "no limit was ever reached");
}

#[test]
fn what_a_point_does_not_keep_is_said() {
    let (mut exceeded, mut apart) = (0, 0);
    for seed in 0..40 {
        let (mut world, cycle) = ranked(seed, 12, 14);
        must(
            &mut world,
            SetLever { lever: Lever::BudgetMilitaryPay, from: TODAY, value: 1, reason: "Hardly any moves".into() },
        );
        for (person, other) in [(0, 1), (1, 0), (2, 3), (3, 2)] {
            let partner = Some(world.people[PersonId(other)].number.clone());
            give(&mut world, DeclareCouple { cycle, person: PersonId(person), partner });
        }
        let curve = curve(&world, cycle);
        for point in curve.points() {
            let slate = slate_of(&world, cycle, Trade::MostBlocking(point.blocking));
            for limit in slate.exceeded() {
                assert!(
                    matches!(limit.limited, Limited::Budget { .. }) && limit.most == 1_000 && limit.used > limit.most
                );
            }
            if (slate.blocking(), slate.objective()) == (point.blocking, point.cost) {
                assert_eq!(slate.exceeded().count(), point.exceeded.len());
                exceeded += point.exceeded.len();
                apart += point.couples_apart;
                assert!(point.couples_apart <= curve.couples());
            }
        }
    }
    assert!(exceeded > 0 && apart > 0, "no point broke a limit ({exceeded}) or parted a couple ({apart})");
}
