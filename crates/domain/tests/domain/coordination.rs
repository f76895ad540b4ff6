//! Who holds the ball of a line, what silence means, and what follows an endorsement.

use jiff::ToSpan;
use jiff::civil::date;
use muster_domain::access::Role;
use muster_domain::allocation::{
    AcceptNominee, AmendSlate, ArrivalStep, CloseCycle, DecideLines, DeclareNoFill, DeclineByName, EndorseLines,
    LineStatus, NominatePerson, PublishSlate, Rank, RecordArrivalStep, SetServiceCalendar, SetServiceLimit, SlateLine,
    plan_arrival,
};
use muster_domain::organization::Holder;
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::OrderTour;
use muster_domain::{BilletId, CycleId, PersonId, RequisitionId, Service, SlateId};

use super::build::*;
use super::story::{line, propose, summer};

const SLATE: SlateId = SlateId(0);

fn slate() -> Build {
    let mut build = Build::service();
    for number in ["JOR-001", "JOR-002", "JOR-003"] {
        build.billet(number, |_| {});
    }
    for number in ["A1", "A2", "A3"] {
        build.person(number);
    }
    build.must(summer());
    build.must(propose(vec![line(PersonId(0), BilletId(0)), line(PersonId(1), BilletId(1))]));
    build
}

fn decide(line: u32, concurs: bool) -> DecideLines {
    DecideLines { slate: SLATE, lines: vec![line], concurs, reason: Some("Because".into()) }
}

fn amendment(dropped: Vec<u32>, lines: Vec<SlateLine>) -> AmendSlate {
    let reason = "The command does not concur".into();
    AmendSlate { slate: SLATE, dropped, lines, unfilled: Vec::new(), unmatched: Vec::new(), objective: 9, reason }
}

fn nominate(person: u32) -> NominatePerson {
    let (requisition, person) = (RequisitionId(0), PersonId(person));
    NominatePerson { requisition, person, rank: Rank::Primary, report: None, justification: "Fits".into() }
}

#[test]
fn after_the_suspense_a_line_passes_up_and_the_command_is_too_late() {
    let mut build = slate();
    let command = build.account(Role::CommandOfficer, Some(COMMAND), None);
    let manager = build.account(Role::WorkforceManager, None, None);
    assert!(build.later(command, 21, decide(0, true)).is_ok());
    assert_eq!(build.later(manager, 21, decide(0, true)), Err("not-your-turn".to_owned()));
    assert_eq!(build.later(command, 22, decide(0, true)), Err("not-your-turn".to_owned()));
    assert!(build.later(manager, 22, decide(0, true)).is_ok());
    let held = &build.world.slates[SLATE].lines[0];
    let turn = held.turn(&build.world, TODAY).unwrap().turn;
    assert_eq!(turn.holder, Holder::Office(COMMAND));
    assert_eq!(turn.holder_on(&build.world, TODAY.saturating_add(22.days())), Holder::Headquarters);
}

#[test]
fn silence_counts_as_concurrence_where_the_lever_says_so() {
    let mut build = slate();
    let director = build.account(Role::Director, None, None);
    let command = build.account(Role::CommandOfficer, Some(COMMAND), None);
    let endorse = || EndorseLines { slate: SLATE, lines: vec![0] };
    assert_eq!(build.later(director, 22, endorse()), Err("not-concurred".to_owned()));
    let reason = "Commands are slow".into();
    build.must(SetLever { lever: Lever::ConcurrenceSilence, from: TODAY, value: 1, reason });
    let status =
        |days: i64| build.world.slates[SLATE].lines[0].status_on(&build.world, TODAY.saturating_add(days.days()));
    assert_eq!((status(21), status(22)), (LineStatus::Proposed, LineStatus::Concurred));
    assert_eq!(build.later(command, 22, decide(0, false)), Err("concurred-by-silence".to_owned()));
    assert!(build.later(director, 22, endorse()).is_ok());
}

#[test]
fn an_endorsed_line_goes_through_the_service_and_the_office_to_its_tour() {
    let mut build = slate();
    let done_by = date(2026, 10, 20);
    build.must(SetServiceCalendar { cycle: CycleId(0), service: Service::Army, done_by });
    build.must(decide(0, true));
    build.must(EndorseLines { slate: SLATE, lines: Vec::new() });
    let asked = |build: &Build| {
        let held = &build.world.slates[SLATE].lines[0];
        held.turn(&build.world, TODAY).map(|turn| (turn.asked, turn.turn.holder, turn.turn.due))
    };
    assert_eq!(asked(&build), Some(("Nominate".to_owned(), Holder::Service(Service::Army), done_by)));
    // The person who was slated comes first: another only after the service declined.
    build.refused("by-name-open", nominate(2));
    build.must(nominate(0));
    build.must(AcceptNominee { requisition: RequisitionId(0), person: PersonId(0), accompanied: false });
    let tour = build.world.slates[SLATE].lines[0].tour(&build.world).unwrap();
    assert_eq!(build.world.tours[tour].slate, Some(SLATE));
    build.must(PublishSlate { slate: SLATE, lines: Vec::new() });
    build.refused("nothing-to-publish", PublishSlate { slate: SLATE, lines: Vec::new() });
    build.refused("not-publishable", PublishSlate { slate: SLATE, lines: vec![1] });
}

#[test]
fn a_service_may_decline_and_give_another_or_nobody_until_a_day() {
    let mut build = slate();
    build.must(decide(0, true));
    build.must(EndorseLines { slate: SLATE, lines: vec![0] });
    let (requisition, reason) = (RequisitionId(0), || "Not releasable".into());
    let live = |build: &Build| build.world.slates[SLATE].lines[0].is_live(&build.world);
    assert!(live(&build));
    build.must(DeclineByName { requisition, person: PersonId(0), reason: reason() });
    assert!(!live(&build) && build.world.slates[SLATE].lines[0].holds_billet(&build.world));
    let mut other = build.clone();
    other.must(nominate(2));
    let until = date(2027, 9, 1);
    build.must(DeclareNoFill { requisition, service: Service::Army, until, reason: reason() });
    let turn = build.world.slates[SLATE].lines[0].turn(&build.world, TODAY).unwrap();
    assert_eq!(turn.turn.holder, Holder::Headquarters);
}

#[test]
fn an_amendment_leaves_what_was_decided_and_never_repeats_what_was_refused() {
    let mut build = slate();
    build.must(decide(0, true));
    build.must(decide(1, false));
    build.refused("line-decided", amendment(vec![0], Vec::new()));
    build.refused("pair-not-concurred", amendment(vec![1], vec![line(PersonId(1), BilletId(1))]));
    build.refused("slate-twice", amendment(vec![1], vec![line(PersonId(0), BilletId(1))]));
    build.refused("slate-twice", amendment(Vec::new(), vec![line(PersonId(2), BilletId(0))]));
    build.refused("nothing-amended", amendment(Vec::new(), Vec::new()));
    build.must(amendment(vec![1], vec![line(PersonId(2), BilletId(1)), line(PersonId(1), BilletId(2))]));
    // Of two amendments at once the second finds its line gone.
    build.refused("line-dropped", amendment(vec![1], Vec::new()));
    build.refused("line-dropped", decide(1, true));
    let held = &build.world.slates[SLATE];
    let standing: Vec<LineStatus> = held.lines.iter().map(|line| line.status()).collect();
    let proposed = LineStatus::Proposed;
    assert_eq!(standing, [LineStatus::Concurred, LineStatus::Dropped, proposed, proposed]);
    assert_eq!((&held.amendments[0].dropped[..], &held.amendments[0].added[..]), (&[1][..], &[2, 3][..]));
}

#[test]
fn a_closed_cycles_slate_is_decided_on_no_more() {
    let mut build = slate();
    build.must(decide(0, true));
    build.must(CloseCycle { cycle: CycleId(0) });
    build.refused("cycle-closed", EndorseLines { slate: SLATE, lines: Vec::new() });
    build.refused("cycle-closed", decide(1, true));
    build.refused("cycle-closed", amendment(vec![1], Vec::new()));
}

#[test]
fn a_slate_takes_no_more_than_a_service_can_give() {
    let mut build = slate();
    let limit = |most| SetServiceLimit { cycle: CycleId(0), service: Service::Army, most, reason: "Manning".into() };
    build.must(limit(Some(2)));
    build.refused("service-limit", amendment(Vec::new(), vec![line(PersonId(2), BilletId(2))]));
    build.must(limit(None));
    build.must(amendment(Vec::new(), vec![line(PersonId(2), BilletId(2))]));
}

#[test]
fn the_checklist_is_planned_backwards_and_its_steps_wait_for_one_another() {
    let mut build = slate();
    let tour = build.tour(PersonId(0), BilletId(0), date(2027, 6, 1), date(2029, 6, 1));
    let plan = plan_arrival(&build.world, &build.world.tours[tour], TODAY);
    for step in &plan.steps {
        assert_eq!(step.start_by.saturating_add(i64::from(step.days).days()), step.end_by);
        for need in &step.needs {
            let before = plan.steps.iter().find(|other| other.step == *need).unwrap();
            assert!(before.end_by <= step.start_by, "{} ends before {} can start", before.title, step.title);
        }
        assert!(step.end_by <= plan.report);
    }
    assert!(plan.late() == plan.steps.iter().filter(|step| step.done.is_none() && step.start_by < TODAY).count());
    let record = |step| RecordArrivalStep { tour, step, on: TODAY };
    build.refused("orders-own", record(ArrivalStep::Orders));
    build.refused("step-before", record(ArrivalStep::Passport));
    build.must(OrderTour { tour, on: TODAY });
    build.must(record(ArrivalStep::Passport));
    build.refused("step-done", record(ArrivalStep::Passport));
    let stranger = build.account(Role::OfficeChief, Some(HQ), None);
    assert_eq!(build.later(stranger, 0, record(ArrivalStep::Visa)), Err("not-your-step".to_owned()));
}
