//! Scenarios: branched, changed step by step and back, discarded, adopted.

use muster_domain::allocation::{
    AdoptScenario, BranchScenario, ChangeScenario, CloseCycle, DiscardScenario, LockFinding, OpenCycle, Overrides,
    ScenarioChange, ScenarioEnd, Taken, UndoScenario,
};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, Command, CycleId, Decide, PersonId, ScenarioId, SlateId, refuse};

use super::build::*;
use super::story::{line, propose, summer};

const CYCLE: CycleId = CycleId(0);
const FIRST: ScenarioId = ScenarioId(0);

/// One refused example of each command in a world where the story was told.
pub fn refused() -> Vec<(&'static str, Command)> {
    let missing = ScenarioId(77);
    vec![
        ("cycle-closed", branch("Late", None).into()),
        ("no-scenario", change(missing, Vec::new()).into()),
        ("no-scenario", UndoScenario { scenario: missing }.into()),
        ("no-scenario", DiscardScenario { scenario: missing }.into()),
        ("no-scenario", AdoptScenario { scenario: missing, slate: propose(Vec::new()) }.into()),
    ]
}

fn branch(name: &str, of: Option<ScenarioId>) -> BranchScenario {
    BranchScenario { cycle: CYCLE, name: name.into(), of }
}

fn change(scenario: ScenarioId, changes: Vec<ScenarioChange>) -> ChangeScenario {
    ChangeScenario { scenario, name: None, changes, findings: Vec::new() }
}

/// A lock whose pair every rule allows.
fn lock(person: u32, billet: u32) -> ChangeScenario {
    let (person, billet) = (PersonId(person), BilletId(billet));
    let findings = vec![LockFinding { person, billet, failed: Vec::new() }];
    ChangeScenario { findings, ..change(FIRST, vec![ScenarioChange::Lock { person, billet }]) }
}

fn forbid(person: u32, billet: u32) -> ScenarioChange {
    ScenarioChange::Forbid { person: PersonId(person), billet: BilletId(billet) }
}

/// Two billets, three people, an open cycle, one scenario of it.
fn branched() -> Build {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    for number in ["A1", "A2", "A3"] {
        build.person(number);
    }
    build.must(summer());
    build.must(branch("First", None));
    build
}

fn overrides(build: &Build) -> &Overrides {
    &build.world.scenarios[FIRST].overrides
}

#[test]
fn a_scenario_has_a_name_of_its_own_and_begins_with_what_it_is_branched_from() {
    let mut build = branched();
    build.refused("scenario-known", branch("First", None));
    build.refused("scenario-name", branch(" ", None));
    build.refused("no-scenario", branch("Second", Some(ScenarioId(9))));
    build.must(change(FIRST, vec![forbid(0, 1)]));
    build.must(branch("Second", Some(FIRST)));
    let second = &build.world.scenarios[ScenarioId(1)];
    assert_eq!((&second.overrides, second.of, second.steps()), (overrides(&build), Some(FIRST), 0));
    build.must(OpenCycle { name: "Other".into(), ..summer() });
    build.refused("another-cycle", BranchScenario { cycle: CycleId(1), ..branch("Third", Some(FIRST)) });
}

#[test]
fn each_step_can_be_taken_back_until_there_is_none() {
    let mut build = branched();
    build.refused("nothing-to-undo", UndoScenario { scenario: FIRST });
    let steps = [
        vec![ScenarioChange::SetLever { lever: Lever::GradeCost, value: 900 }],
        vec![forbid(0, 0), forbid(1, 1)],
        vec![ScenarioChange::TakePerson { person: PersonId(2), taken: Taken::Dropped }],
        vec![ScenarioChange::TakeBillet { billet: BilletId(1), taken: Taken::Added }],
        vec![ScenarioChange::Wish { person: PersonId(0), billets: Some(vec![BilletId(1)]) }],
        vec![ScenarioChange::ResetLever { lever: Lever::GradeCost }],
    ];
    let mut before = Vec::new();
    for step in steps {
        before.push(overrides(&build).clone());
        build.must(change(FIRST, step));
    }
    assert_eq!(overrides(&build).count(), 5);
    assert_eq!(build.must(change(FIRST, vec![forbid(0, 0)])), Vec::new(), "nothing new is no step");
    while let Some(before) = before.pop() {
        build.must(UndoScenario { scenario: FIRST });
        assert_eq!(*overrides(&build), before);
    }
    build.refused("nothing-to-undo", UndoScenario { scenario: FIRST });
}

#[test]
fn nobody_is_locked_against_the_rules_or_without_their_check() {
    let mut build = branched();
    let (person, billet) = (PersonId(0), BilletId(0));
    let bare = change(FIRST, vec![ScenarioChange::Lock { person, billet }]);
    build.refused("lock-unchecked", bare.clone());
    let failed = vec![refuse("language", "Needs Arabic.", "Choose another.")];
    build.refused("language", ChangeScenario { findings: vec![LockFinding { person, billet, failed }], ..bare });
    build.must(lock(0, 0));
    build.refused("locked-twice", lock(1, 0));
    build.refused("locked-and-forbidden", change(FIRST, vec![forbid(0, 0)]));
    let dropped = ScenarioChange::TakePerson { person, taken: Taken::Dropped };
    build.refused("locked-and-dropped", change(FIRST, vec![dropped]));
    // Two locked people change places in one step.
    build.must(lock(1, 1));
    let mut swap = lock(0, 1);
    swap.changes.push(ScenarioChange::Lock { person: PersonId(1), billet });
    swap.findings.push(LockFinding { person: PersonId(1), billet, failed: Vec::new() });
    build.must(swap);
    assert_eq!(overrides(&build).locks.values().copied().collect::<Vec<_>>(), [BilletId(1), BilletId(0)]);
}

#[test]
fn a_change_stays_within_the_levers_of_slates_and_names_what_there_is() {
    let build = branched();
    let set = |lever, value| change(FIRST, vec![ScenarioChange::SetLever { lever, value }]);
    build.refused("lever-range", set(Lever::GradeCost, -1));
    build.refused("lever-of-no-slate", set(Lever::OverlapDays, 10));
    build.refused("no-person", change(FIRST, vec![forbid(9, 0)]));
    build.refused("no-billet", change(FIRST, vec![forbid(0, 9)]));
    let wish = |billets| ScenarioChange::Wish { person: PersonId(0), billets: Some(billets) };
    build.refused("too-many-ranked", change(FIRST, vec![wish(vec![BilletId(0); 11])]));
    build.refused("no-billet", change(FIRST, vec![wish(vec![BilletId(9)])]));
}

#[test]
fn a_scenario_ends_once_by_being_discarded_or_adopted_with_every_lock_kept() {
    let mut build = branched();
    build.must(lock(0, 0));
    let adopt = |lines| AdoptScenario { scenario: FIRST, slate: propose(lines) };
    build.refused("lock-broken", adopt(vec![line(PersonId(0), BilletId(1))]));
    build.must(adopt(vec![line(PersonId(0), BilletId(0))]));
    let ended = build.world.scenarios[FIRST].ended;
    assert_eq!(ended, Some(ScenarioEnd::Adopted { on: TODAY, slate: SlateId(0) }));
    assert!(build.world.scenario_of(SlateId(0)).is_some());
    build.refused("scenario-ended", DiscardScenario { scenario: FIRST });
    // What is branched now is measured against the slate that was proposed.
    build.must(branch("Second", Some(FIRST)));
    let second = ScenarioId(1);
    assert_eq!(build.world.scenarios[second].base, Some(SlateId(0)));
    build.refused(
        "slate-live",
        AdoptScenario { scenario: second, slate: propose(vec![line(PersonId(0), BilletId(0))]) },
    );
    build.must(DiscardScenario { scenario: second });
    build.refused("scenario-ended", UndoScenario { scenario: second });
    build.must(branch("Second", None));
    build.must(CloseCycle { cycle: CYCLE });
    build.refused("cycle-closed", change(ScenarioId(2), Vec::new()));
}

#[test]
fn only_so_many_scenarios_are_open_in_a_cycle() {
    let mut build = branched();
    for number in 1..24 {
        build.must(branch(&format!("S{number}"), None));
    }
    build.refused("too-many-scenarios", branch("One more", None));
    build.must(DiscardScenario { scenario: FIRST });
    build.must(branch("One more", None));
}

#[test]
fn two_officers_changing_one_scenario_see_different_versions() {
    let mut build = branched();
    let version = |build: &Build| change(FIRST, Vec::new()).subject(&build.world).changed;
    let before = version(&build);
    build.must(change(FIRST, vec![forbid(0, 0)]));
    assert!(before.is_some() && version(&build) > before);
    assert_eq!(branch("x", None).subject(&build.world).changed, None);
}
