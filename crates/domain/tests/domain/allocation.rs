//! Cycles, preferences, slates and their coordination.

use jiff::civil::date;
use muster_domain::allocation::{
    CostPart, DecideLines, EndorseLines, LineStatus, OpenCycle, RunnerUp, SlateLine, WithdrawSlate,
};
use muster_domain::policy::Lever;
use muster_domain::workforce::{CancelTour, ErasePerson};
use muster_domain::{BilletId, PersonId, SlateId};

use super::build::*;
use super::story::{line, propose, summer};

const SLATE: SlateId = SlateId(0);

/// Two billets of the command's SCO, one of headquarters, three people, an open cycle of the command.
fn open_cycle() -> Build {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    build.billet("HQ-001", |terms| terms.office = HQ);
    for number in ["A1", "A2", "A3"] {
        build.person(number);
    }
    build.must(summer());
    build
}

fn two_lines() -> Build {
    let mut build = open_cycle();
    build.must(propose(vec![line(PersonId(0), BilletId(0)), line(PersonId(1), BilletId(1))]));
    build
}

fn decide(lines: Vec<u32>, concurs: bool, reason: Option<&str>) -> DecideLines {
    DecideLines { slate: SLATE, lines, concurs, reason: reason.map(Into::into) }
}

fn endorse(lines: Vec<u32>) -> EndorseLines {
    EndorseLines { slate: SLATE, lines }
}

fn standing(build: &Build) -> Vec<LineStatus> {
    build.world.slates[SLATE].lines.iter().map(muster_domain::allocation::Line::status).collect()
}

#[test]
fn a_cycle_has_a_name_of_its_own_and_a_window_ahead_of_at_most_two_years() {
    let build = open_cycle();
    build.refused("cycle-known", summer());
    build.refused("cycle-name", OpenCycle { name: " ".into(), ..summer() });
    build.refused("cycle-window", OpenCycle { window: period(TODAY, date(2028, 10, 3)), ..summer() });
    build.refused("cycle-past", OpenCycle { window: period(date(2026, 1, 1), TODAY), ..summer() });
    build.refused("no-office", OpenCycle { name: "W".into(), scope: vec![muster_domain::OfficeId(9)], ..summer() });
}

#[test]
fn a_slate_uses_each_person_and_each_billet_once_and_adds_up() {
    let build = open_cycle();
    let one = || line(PersonId(0), BilletId(0));
    build.refused("slate-empty", propose(Vec::new()));
    build.refused("slate-twice", propose(vec![one(), line(PersonId(0), BilletId(1))]));
    build.refused("slate-twice", propose(vec![one(), line(PersonId(1), BilletId(0))]));
    build.refused("slate-sum", propose(vec![SlateLine { cost: 1, ..one() }]));
    build.refused("backward", propose(vec![SlateLine { rotation: date(2027, 6, 1), ..one() }]));
    let runner_up = Some(RunnerUp { person: PersonId(99), costs_more: 1 });
    build.refused("no-person", propose(vec![SlateLine { runner_up, ..one() }]));
    let mut unknown = propose(vec![one()]);
    unknown.unfilled = vec![BilletId(99)];
    build.refused("no-billet", unknown);
    let mut unknown = propose(vec![one()]);
    unknown.unmatched = vec![PersonId(99)];
    build.refused("no-person", unknown);
}

#[test]
fn points_beyond_every_sum_are_refused_and_do_not_overflow() {
    let build = open_cycle();
    let part = |points| CostPart { lever: Lever::GradeCost, amount: i64::MAX, points };
    let parts = vec![part(i64::MAX), part(i64::MAX), part(2)];
    build.refused("slate-sum", propose(vec![SlateLine { cost: 0, parts, ..line(PersonId(0), BilletId(0)) }]));
    let parts = vec![part(i64::MIN), part(-1)];
    build.refused("slate-sum", propose(vec![SlateLine { cost: i64::MAX, parts, ..line(PersonId(0), BilletId(0)) }]));
}

#[test]
fn one_slate_is_live_in_a_cycle() {
    let mut build = two_lines();
    let another = propose(vec![line(PersonId(2), BilletId(0))]);
    build.refused("slate-live", another.clone());
    build.must(WithdrawSlate { slate: SLATE });
    build.refused("slate-withdrawn", WithdrawSlate { slate: SLATE });
    build.must(another);
}

#[test]
fn a_line_is_endorsed_once_and_only_after_concurrence() {
    let mut build = two_lines();
    build.refused("nothing-concurred", endorse(Vec::new()));
    build.refused("not-concurred", endorse(vec![0]));
    build.refused("reason-missing", decide(vec![1], false, Some(" ")));
    build.refused("no-lines", decide(Vec::new(), true, None));
    build.refused("no-line", decide(vec![2], true, None));
    build.must(decide(vec![0, 0], true, None));
    build.must(decide(vec![1], false, Some("No housing")));
    assert_eq!(standing(&build), [LineStatus::Concurred, LineStatus::Nonconcurred]);
    build.refused("not-concurred", endorse(vec![0, 1]));
    assert_eq!(build.world.requisitions.len(), 0);
    build.must(endorse(vec![0, 0]));
    assert_eq!(standing(&build), [LineStatus::Endorsed, LineStatus::Nonconcurred]);
    // A central service assigns nobody: the endorsement plans no tour, it asks the service for the person.
    assert_eq!((build.world.tours.len(), build.world.requisitions.len()), (0, 1));
    build.refused("not-concurred", endorse(vec![0]));
    build.refused("line-endorsed", decide(vec![0], false, Some("Too late")));
    build.must(decide(vec![1], true, None));
    build.must(endorse(Vec::new()));
    assert_eq!(build.world.requisitions.len(), 2);
}

#[test]
fn a_line_that_became_impossible_is_refused_when_it_is_endorsed() {
    let mut build = two_lines();
    build.must(decide(vec![0, 1], true, None));
    let other = build.tour(PersonId(2), BilletId(1), date(2027, 1, 1), date(2028, 1, 1));
    build.refused("second-incumbent", endorse(Vec::new()));
    assert_eq!(standing(&build), [LineStatus::Concurred, LineStatus::Concurred]);
    build.must(CancelTour { tour: other });
    build.must(endorse(Vec::new()));
}

#[test]
fn lines_that_only_together_exceed_the_law_are_refused_together() {
    let mut build = Build::service();
    for n in 0..7 {
        build.billet(&format!("JOR-{n:03}"), |terms| terms.section_515 = true);
        build.person(&format!("A{n}"));
    }
    build.must(summer());
    build.must(propose((0..7).map(|n| line(PersonId(n), BilletId(n))).collect()));
    build.must(decide((0..7).collect(), true, None));
    build.refused("section-515", endorse(Vec::new()));
    assert_eq!(build.world.requisitions.len(), 0);
    build.must(endorse((0..6).collect()));
    // The seventh is beside those endorsed before, though none of their tours is planned yet.
    build.refused("section-515", endorse(vec![6]));
}

#[test]
fn the_reason_a_command_gave_about_a_person_is_erased_with_the_person() {
    let mut build = two_lines();
    build.must(decide(vec![0, 1], false, Some("Known at the post")));
    build.must(ErasePerson { person: PersonId(0) });
    let reason = |line: usize| build.world.slates[SLATE].lines[line].decision.as_ref().unwrap().reason.clone();
    assert_eq!((reason(0), reason(1).as_deref()), (None, Some("Known at the post")));
}

#[test]
fn many_lines_are_recorded_in_several_events_and_keep_their_numbers() {
    let mut build = Build::service();
    for n in 0..501 {
        build.billet(&format!("JOR-{n:03}"), |_| {});
        build.person(&format!("A{n}"));
    }
    build.must(summer());
    let events = build.must(propose((0..501).map(|n| line(PersonId(n), BilletId(500 - n))).collect()));
    assert_eq!(events.len(), 3);
    let lines = &build.world.slates[SLATE].lines;
    assert_eq!(
        (lines.len(), lines[500].proposal.person, lines[500].proposal.billet),
        (501, PersonId(500), BilletId(0))
    );
}
