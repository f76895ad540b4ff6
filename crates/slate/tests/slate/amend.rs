//! An amendment keeps what was decided and the limits with it, so that it can be taken.

use crate::worlds::{TODAY, give, must, world};
use muster_domain::allocation::{AmendSlate, DecideLines, LineStatus, SetServiceLimit};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::{Service, SlateId, World};
use muster_slate::{LimitUse, Limited, amend, compute, uses_of_slate};

const SLATE: SlateId = SlateId(0);

fn set(world: &mut World, lever: Lever, value: i64) {
    must(world, SetLever { lever, from: TODAY, value, reason: "Policy".into() });
}

/// A proposed slate whose lines of the Army were all concurred with, and which holds as many as the Army gives and as
/// many dollars as there are; then rules changed, by which some of them would not be chosen.
fn decided(seed: u64) -> Option<World> {
    let (mut world, cycle) = world(seed, 20, 24);
    let (service, reason) = (Service::Army, "Manning".into());
    must(&mut world, SetServiceLimit { cycle, service, most: Some(1 + seed as u32 % 4), reason });
    set(&mut world, Lever::BudgetMilitaryPay, 10 + 5 * (seed as i64 % 8));
    let slate = compute(&world, cycle, TODAY).unwrap();
    let army = |person| world.people[person].service == Service::Army;
    let lines: Vec<u32> =
        (0..).zip(slate.lines()).filter(|(_, line)| army(line.person)).map(|(number, _)| number).collect();
    if lines.is_empty() {
        return None;
    }
    must(&mut world, slate.proposal());
    must(&mut world, DecideLines { slate: SLATE, lines, concurs: true, reason: None });
    set(&mut world, Lever::GradeTolerance, 0);
    set(&mut world, Lever::ReportWindowDays, 365);
    Some(world)
}

/// What the lines that were concurred with use of the limits, without the others.
fn uses_of_decided(world: &World) -> Vec<LimitUse> {
    let mut world = world.clone();
    let lines = (0..).zip(&world.slates[SLATE].lines);
    let dropped: Vec<u32> =
        lines.filter(|(_, line)| line.status() == LineStatus::Proposed).map(|(number, _)| number).collect();
    if !dropped.is_empty() {
        let (lines, unfilled, unmatched) = (Vec::new(), Vec::new(), Vec::new());
        let reason = "Undecided".into();
        must(&mut world, AmendSlate { slate: SLATE, dropped, lines, unfilled, unmatched, objective: 0, reason });
    }
    uses_of_slate(&world, SLATE).unwrap()
}

#[test]
fn what_stays_although_the_rules_changed_counts_against_the_limits() {
    let (mut amended, mut came) = (0, 0);
    for mut world in (0..100).filter_map(decided) {
        let amendment = amend(&world, SLATE, TODAY).unwrap().unwrap();
        if amendment.is_empty() {
            continue;
        }
        let decided = uses_of_decided(&world);
        amended += 1;
        came += amendment.lines.len();
        assert!(give(&mut world, amendment.command("Rules changed".into())), "an amendment keeps within the limits");
        for is in uses_of_slate(&world, SLATE).unwrap() {
            // What was decided may by itself be more than the new rules leave room for: then nothing is added to it.
            let was = decided.iter().find(|it| it.limited == is.limited).map_or(0, |it| it.used);
            assert!(is.used <= is.most.max(was), "{:?}: {} of {}", is.limited, is.used, is.most);
        }
    }
    assert!(amended > 10 && came > 10, "{amended} amendments brought {came} lines");
}

#[test]
fn a_proposed_slate_uses_its_limits_as_it_did_when_it_was_computed() {
    let mut bound = 0;
    for seed in 0..40 {
        let (mut world, cycle) = world(seed, 20, 24);
        let most = Some(2);
        must(&mut world, SetServiceLimit { cycle, service: Service::Army, most, reason: "Manning".into() });
        set(&mut world, Lever::BudgetMilitaryPay, 30);
        set(&mut world, Lever::LanguageSeats, 1);
        set(&mut world, Lever::CertificateSeats, 2);
        let slate = compute(&world, cycle, TODAY).unwrap();
        if slate.lines().is_empty() {
            continue;
        }
        must(&mut world, slate.proposal());
        let uses = uses_of_slate(&world, SLATE).unwrap();
        for computed in slate.limits() {
            // A course that no line takes has no limit of its own.
            let found = uses.iter().find(|it| it.limited == computed.limited).map(|it| (it.used, it.most));
            let seats = matches!(computed.limited, Limited::LanguageSeats { .. } | Limited::CertificateSeats);
            assert!(found == Some((computed.used, computed.most)) || seats && computed.used == 0 && found.is_none());
            bound += usize::from(computed.used == computed.most);
        }
        assert!(uses.iter().all(|it| slate.limits().iter().any(|computed| computed.limited == it.limited)));
    }
    assert!(bound > 5, "{bound}");
}
