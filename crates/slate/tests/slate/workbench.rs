//! What the workbench shows: outcomes that add up, recommendations that are exact, late changes that disturb little, and
//! locks that every rule allows.

use crate::worlds::{TODAY, must, world};
use muster_domain::allocation::{BranchScenario, ChangeScenario, DecideLines, ScenarioChange};
use muster_domain::policy::Lever;
use muster_domain::{Command, Context, Decide, ScenarioId, SlateId};
use muster_slate::{
    Explainer, LateChange, Setting, SlateError, SlateOutcome, compute, compute_under, moved, resettle, setting_of,
    with_findings,
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn every_sum_of_an_outcome_adds_up(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 25, 30);
        let plain = compute(&world, cycle, TODAY).unwrap();
        let mut setting = Setting::plain(cycle, TODAY);
        setting.previous = (seed % 2 == 0).then(|| std::sync::Arc::new(plain.assignments()));
        setting.overrides.levers.insert(Lever::GradeCost, 900);
        let slate = compute_under(&world, setting, &[&plain]).unwrap();
        let outcome = SlateOutcome::of(&world, &slate).unwrap();
        prop_assert_eq!(outcome.parts.iter().map(|part| part.points).sum::<i64>(), outcome.objective);
        prop_assert_eq!(outcome.openings, outcome.lines + outcome.unfilled);
        prop_assert_eq!(outcome.movers, outcome.lines + outcome.unmatched);
        prop_assert_eq!(outcome.commands.iter().map(|it| it.openings).sum::<usize>(), outcome.openings);
        prop_assert_eq!(outcome.commands.iter().map(|it| it.filled).sum::<usize>(), outcome.lines);
        prop_assert_eq!(outcome.funds.iter().map(|it| it.filled).sum::<usize>(), outcome.lines);
        prop_assert_eq!(outcome.services.iter().map(|it| it.assigned).sum::<usize>(), outcome.lines);
        let of_lines: i64 = slate.lines().iter().map(|line| line.cost).sum();
        prop_assert_eq!(outcome.services.iter().map(|it| it.cost).sum::<i64>(), of_lines);
        let met: usize = outcome.wishes_met.iter().sum();
        prop_assert_eq!(outcome.services.iter().map(|it| it.met).sum::<usize>(), met);
        prop_assert_eq!(outcome.commands.iter().map(|it| it.met).sum::<usize>(), met);
        prop_assert!(met + outcome.unlisted <= outcome.wished);
        prop_assert_eq!(outcome.disrupted.is_some(), seed % 2 == 0);
    }

    #[test]
    fn a_recommendation_costs_what_the_slate_with_it_locked_costs_and_moves_whom_it_says(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 12, 14);
        let plain = compute(&world, cycle, TODAY).unwrap();
        // A lock may open other places within a limit; what is recommended keeps to those that are open.
        prop_assume!(plain.limits().iter().all(|limit| limit.used < limit.most));
        let mut all = Vec::new();
        for opening in plain.openings() {
            all.extend(plain.recommend_people(opening.billet, 3));
        }
        for mover in plain.movers() {
            all.extend(plain.recommend_billets(mover.person, 3));
        }
        for choice in all {
            let mut setting = Setting::plain(cycle, TODAY);
            setting.overrides.locks.insert(choice.person, choice.billet);
            let locked = compute_under(&world, setting, &[&plain]).unwrap();
            prop_assert_eq!(locked.objective() - plain.objective(), choice.costs_more);
            prop_assert_eq!(choice.chosen, choice.moves.is_empty() && choice.costs_more == 0);
            // Making the moves gives a slate of that very cost, with nobody in two places.
            let mut after = plain.assignments();
            for it in &choice.moves {
                prop_assert_eq!(after.get(&it.person).copied(), it.before);
                match it.after {
                    Some(billet) => drop(after.insert(it.person, billet)),
                    None => drop(after.remove(&it.person)),
                }
            }
            prop_assert_eq!(after.get(&choice.person), Some(&choice.billet));
            let mut setting = Setting::plain(cycle, TODAY);
            setting.overrides.locks = after.clone();
            let all_locked = compute_under(&world, setting, &[&plain]).unwrap();
            prop_assert!(all_locked.broken_locks().is_empty());
            prop_assert_eq!(all_locked.objective() - plain.objective(), choice.costs_more);
        }
    }

    #[test]
    fn a_refused_line_is_settled_anew_without_it_and_the_rest_moves_only_where_it_pays(seed in any::<u64>()) {
        let (before, cycle) = world(seed, 20, 24);
        let plain = compute(&before, cycle, TODAY).unwrap();
        prop_assume!(plain.lines().len() > 1);
        let mut world = before.clone();
        must(&mut world, plain.proposal());
        let reason = Some("The grade is too high".into());
        must(&mut world, DecideLines { slate: SlateId(0), lines: vec![0], concurs: false, reason });
        let (refused, dropped) = (&plain.lines()[0], &plain.lines()[1]);
        let changes = [LateChange::PersonDropped(dropped.person)];
        let again = resettle(&world, SlateId(0), TODAY, &changes).unwrap();
        let now = again.slate.assignments();
        prop_assert_ne!(now.get(&refused.person), Some(&refused.billet));
        prop_assert!(!now.contains_key(&dropped.person));
        let mut kept = plain.assignments();
        kept.remove(&refused.person);
        kept.remove(&dropped.person);
        prop_assert_eq!(&again.moved, &moved(&kept, &again.slate));
        // A change that costs nothing may disturb everybody; one that is dear disturbs as few or fewer.
        let mut free = again.slate.setting().clone();
        free.overrides.levers.insert(Lever::DisruptionCost, 0);
        let free = compute_under(&world, free, &[]).unwrap();
        prop_assert!(again.moved.len() <= moved(&kept, &free).len());
        prop_assert_eq!(again.slate.clone().with_runners_up().proposal().lines.len(), again.slate.lines().len());
    }

    #[test]
    fn a_lock_is_refused_by_the_very_rule_that_forbids_the_pair(seed in any::<u64>()) {
        let (mut world, cycle) = world(seed, 8, 10);
        must(&mut world, BranchScenario { cycle, name: "First".into(), of: None });
        let plain = compute(&world, cycle, TODAY).unwrap();
        let explainer = Explainer::of_computed(&world, &plain).unwrap();
        for mover in plain.movers() {
            for opening in plain.openings() {
                let changes = vec![ScenarioChange::Lock { person: mover.person, billet: opening.billet }];
                let change = ChangeScenario { scenario: ScenarioId(0), name: None, changes, findings: Vec::new() };
                let command = Command::from(change);
                let context = Context { today: TODAY, actor: None };
                let decided = with_findings(&world, TODAY, &command).decide(&world, &context);
                let rules = explainer.rules(mover.person, opening.billet).unwrap();
                let failing = rules.iter().find(|rule| !rule.checked.passed).map(|rule| rule.id.to_owned());
                prop_assert_eq!(decided.err().map(|refusal| refusal.rule), failing);
            }
        }
    }
}

#[test]
fn a_scenario_keeps_to_the_slate_proposed_when_it_was_branched() {
    let (mut world, cycle) = (0..)
        .map(|seed| world(seed, 25, 30))
        .find(|(world, cycle)| compute(world, *cycle, TODAY).is_ok_and(|slate| slate.lines().len() > 3))
        .unwrap();
    let plain = compute(&world, cycle, TODAY).unwrap();
    must(&mut world, BranchScenario { cycle, name: "Before".into(), of: None });
    must(&mut world, plain.proposal());
    must(&mut world, BranchScenario { cycle, name: "After".into(), of: None });
    let setting = |id| setting_of(&world, &world.scenarios[ScenarioId(id)], TODAY, Some(&plain));
    assert_eq!(setting(0).previous, None);
    assert_eq!(setting(1).previous.as_deref(), Some(&plain.assignments()));
    assert_eq!(resettle(&world, SlateId(7), TODAY, &[]).unwrap_err(), SlateError::NoSlate(SlateId(7)));
    // Nothing came late: nothing is disturbed.
    assert_eq!(resettle(&world, SlateId(0), TODAY, &[]).unwrap().moved, []);
}
