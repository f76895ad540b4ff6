//! Cases: their way from a letter of request on, what refuses to move them, and what a system of record may say all the same.

use jiff::civil::{Date, date};
use muster_domain::cases::{
    AssessLor, AssignCases, Case, CaseHead, CaseHolder, CaseKind, CaseLine, CaseNews, CaseNotification, CasePayment,
    CasePhase, CaseRecord, CorrectMilestone, DecideHold, DelayReason, DeviationKind, DocumentKind, Execution,
    ExtendOffer, GoalCategory, HoldRecord, LiftHold, LineClass, LorAssessment, Milestone, NoteCase, NoteDelay,
    NotificationStep, OpenCase, PlaceHold, RecordDocument, RecordMilestone, RecordNotification, ReportCases, SetLines,
    UpdateCases, WatchCases,
};
use muster_domain::policy::{PolicyKey, SetPolicy};
use muster_domain::{AccountId, CaseId, Command, Context, Decide, PersonId};
use proptest::prelude::*;

use super::build::*;

pub const CASE: CaseId = CaseId(0);
pub const LOR: Date = date(2026, 1, 5);

pub fn lines(value_usd: i64, class: LineClass) -> Vec<CaseLine> {
    vec![CaseLine { line: 1, title: "Radios".into(), class, quantity: 4, value_cents: value_usd * 100 }]
}

pub(super) fn open(designator: &str, value_usd: i64) -> OpenCase {
    OpenCase {
        number: format!("JO-B-{designator}").parse().unwrap(),
        office: SCO,
        kind: CaseKind::DefinedOrder,
        category: GoalCategory::B,
        title: "Radios".into(),
        lor: LOR,
        lines: lines(value_usd, LineClass::Articles),
    }
}

pub fn reach(milestone: Milestone, on: Date) -> RecordMilestone {
    RecordMilestone { case: CASE, milestone, on }
}

pub(super) fn hold(from: Date) -> PlaceHold {
    let (requester, justification) = ("Army".into(), "Price under review".into());
    PlaceHold { case: CASE, requester, justification, from, until: None }
}

/// Every step up to one, a day apart from the day given; the day after the last.
pub fn walk(build: &mut Build, through: Milestone, from: Date) -> Date {
    let at = build.world.cases[CASE].stands_at(TODAY);
    let steps: Vec<Milestone> = Milestone::after(at)
        .filter(|one| one.order == muster_domain::cases::MilestoneOrder::Step && one.milestone <= through)
        .map(|one| one.milestone)
        .collect();
    let mut on = from;
    for milestone in steps {
        build.must(reach(milestone, on));
        on = on.tomorrow().unwrap();
    }
    on
}

pub fn begun(value_usd: i64) -> Build {
    let mut build = Build::service();
    build.must(open("UAA", value_usd));
    build.must(AssessLor { case: CASE, found: LorAssessment::Complete, on: LOR, missing: "".into() });
    build
}

pub fn case(build: &Build) -> &Case {
    &build.world.cases[CASE]
}

/// One case through everything that can happen to it.
pub fn tell(build: &mut Build) {
    build.must(open("UAA", 60_000_000));
    let missing = "The configuration of the radios".into();
    build.must(AssessLor { case: CASE, found: LorAssessment::Insufficient, on: LOR, missing });
    build.must(AssessLor { case: CASE, found: LorAssessment::Actionable, on: date(2026, 1, 9), missing: "".into() });
    walk(build, Milestone::DevelopmentStatus, date(2026, 1, 10));
    build.must(CorrectMilestone { case: CASE, entry: 1, on: Some(date(2026, 1, 12)), reason: "Day misread".into() });
    build.must(hold(date(2026, 1, 20)));
    build.must(DecideHold { case: CASE, approved: true });
    build.must(LiftHold { case: CASE, on: date(2026, 1, 30) });
    build.must(NoteDelay {
        case: CASE,
        delay: DelayReason::Pricing,
        since: date(2026, 1, 20),
        note: "New prices".into(),
    });
    build.must(SetLines { case: CASE, lines: lines(70_000_000, LineClass::MajorEquipment) });
    build.must(NoteCase { case: CASE, note: "The purchaser asks for a quicker offer".into() });
    build.must(AssignCases { cases: vec![CASE], manager: None, reason: "Nobody is free yet".into() });
    let actor = build.actor.replace(AccountId(0));
    build.must(WatchCases { cases: vec![CASE], watched: true });
    build.actor = actor;
    let step = |step, on, transmittal: Option<&str>| RecordNotification {
        case: CASE,
        step,
        on,
        transmittal: transmittal.map(Into::into),
    };
    build.must(step(NotificationStep::TieredReview, date(2026, 2, 1), None));
    build.must(step(NotificationStep::AdvanceNotice, date(2026, 2, 10), None));
    build.must(step(NotificationStep::Formal, date(2026, 3, 10), Some("26-31")));
    walk(build, Milestone::Countersigned, date(2026, 2, 1));
    super::purchaser::tell(build);
    super::letters::tell(build);
    build.must(ExtendOffer {
        case: CASE,
        until: date(2026, 9, 30),
        reason: "The purchaser's parliament sits late".into(),
    });
    walk(build, Milestone::Implemented, date(2026, 5, 1));
    let changed = lines(75_000_000, LineClass::MajorEquipment);
    build.must(RecordDocument { case: CASE, kind: DocumentKind::Amendment, on: date(2026, 6, 1), lines: changed });
    build.must(SetPolicy {
        key: PolicyKey::CaseGoalDays,
        applies_to: "B".into(),
        from: date(2026, 10, 1),
        value: 90,
        source: "Test".into(),
    });
    build.must(ReportCases { source: "Case system".into(), cases: vec![record()] });
    build.must(UpdateCases { source: "Case system".into(), cases: vec![news()] });
}

/// What the story refuses.
pub fn refused() -> Vec<(&'static str, Command)> {
    vec![
        ("case-known", open("UAA", 1).into()),
        ("milestone-passed", reach(Milestone::Offered, TODAY).into()),
        ("past-offer", hold(TODAY).into()),
        ("lines-offered", SetLines { case: CASE, lines: Vec::new() }.into()),
        ("no-case", NoteCase { case: CaseId(99), note: "?".into() }.into()),
        ("no-case", WatchCases { cases: vec![CaseId(99)], watched: true }.into()),
        (
            "lor-accepted",
            AssessLor { case: CASE, found: LorAssessment::Complete, on: TODAY, missing: "".into() }.into(),
        ),
        ("no-entry", CorrectMilestone { case: CASE, entry: 99, on: None, reason: "Wrong".into() }.into()),
        ("no-hold", DecideHold { case: CASE, approved: true }.into()),
        ("no-hold", LiftHold { case: CASE, on: TODAY }.into()),
        (
            "document-phase",
            RecordDocument { case: CASE, kind: DocumentKind::Restatement, on: TODAY, lines: Vec::new() }.into(),
        ),
        ("no-offer", ExtendOffer { case: CASE, until: date(2027, 1, 1), reason: "Later".into() }.into()),
        (
            "delay-known",
            NoteDelay { case: CASE, delay: DelayReason::Pricing, since: TODAY, note: "Again".into() }.into(),
        ),
        (
            "notification-order",
            RecordNotification { case: CASE, step: NotificationStep::Formal, on: TODAY, transmittal: None }.into(),
        ),
        ("no-cases", AssignCases { cases: Vec::new(), manager: None, reason: "Nobody".into() }.into()),
        ("case-twice", ReportCases { source: "Case system".into(), cases: vec![record(), record()] }.into()),
        ("case-twice", UpdateCases { source: "Case system".into(), cases: vec![news(), news()] }.into()),
        (
            "policy-applies",
            SetPolicy {
                key: PolicyKey::CaseGoalDays,
                applies_to: "Z".into(),
                from: TODAY,
                value: 1,
                source: "Test".into(),
            }
            .into(),
        ),
    ]
}

pub fn record() -> CaseRecord {
    CaseRecord {
        number: "JO-D-SAB".parse().unwrap(),
        office: SCO,
        kind: CaseKind::BlanketOrder,
        category: GoalCategory::A,
        title: "Spares".into(),
        lor: LOR,
        assessed: Vec::new(),
        milestones: vec![(Milestone::Initiated, LOR), (Milestone::Offered, date(2026, 2, 1))],
        holds: vec![HoldRecord {
            requester: "State".into(),
            justification: "Review".into(),
            from: date(2026, 1, 10),
            until: None,
            lifted: None,
        }],
        delays: Vec::new(),
        lines: lines(80_000_000, LineClass::Articles),
        notification: CaseNotification::default(),
        expires: None,
        documents: Vec::new(),
        manager: None,
        execution: Execution::default(),
    }
}

/// What is said anew of the reported case.
fn news() -> CaseNews {
    let head = CaseHead {
        office: SCO,
        kind: CaseKind::BlanketOrder,
        category: GoalCategory::A,
        title: "Spares and tools".into(),
        lor: LOR,
        lines: None,
        expires: None,
        manager: None,
    };
    CaseNews {
        head: Some(head),
        milestones: vec![(Milestone::Initiated, LOR), (Milestone::Accepted, date(2026, 3, 1))],
        holds: vec![HoldRecord {
            requester: "State".into(),
            justification: "Review".into(),
            from: date(2026, 1, 10),
            until: None,
            lifted: Some(date(2026, 1, 20)),
        }],
        notification: vec![(NotificationStep::TieredReview, date(2026, 1, 15))],
        documents: vec![(DocumentKind::Modification, 1, date(2026, 4, 1), 0)],
        execution: Execution {
            payments: vec![CasePayment { on: date(2026, 4, 2), cents: 500 }],
            ..Execution::default()
        },
        ..CaseNews::of("JO-D-SAB".parse().unwrap())
    }
}

#[test]
fn what_is_said_anew_is_added_and_said_again_changes_nothing() {
    let mut build = Build::service();
    build.must(ReportCases { source: "Case system".into(), cases: vec![record()] });
    build.must(NoteCase { case: CASE, note: "Ask the agency".into() });
    build.must(CorrectMilestone { case: CASE, entry: 0, on: Some(date(2026, 1, 8)), reason: "Day misread".into() });
    let update = || UpdateCases { source: "Case system".into(), cases: vec![news()] };
    build.must(update());
    assert_eq!((&*case(&build).title, case(&build).notes.len(), case(&build).lines.len()), ("Spares and tools", 1, 1));
    let reached: Vec<Milestone> = case(&build).reached().iter().map(|one| one.milestone).collect();
    assert_eq!(reached, [Milestone::Initiated, Milestone::Offered, Milestone::Accepted], "a correction stands");
    assert_eq!(case(&build).held_days(LOR, TODAY), 10, "the hold of that day was lifted, not held twice");
    let before = build.world.cases[CASE].clone();
    let events = update().decide(&build.world, &Context { today: TODAY, actor: None }).unwrap();
    assert!(events.is_empty());
    assert_eq!(build.world.cases[CASE], before);
    let nobody = CaseNews { head: None, ..CaseNews::of("JO-D-NEW".parse().unwrap()) };
    build.refused("no-case", UpdateCases { source: "Case system".into(), cases: vec![nobody] });
    let ahead = CaseNews { milestones: vec![(Milestone::Implemented, date(2099, 1, 1))], ..news() };
    build.refused("day-ahead", UpdateCases { source: "Case system".into(), cases: vec![ahead] });
}

#[test]
fn a_case_keeps_the_order_of_its_milestones() {
    let mut build = begun(1_000_000);
    build.refused("milestone-order", reach(Milestone::DevelopmentStatus, LOR));
    build.must(reach(Milestone::Initiated, date(2026, 1, 8)));
    build.refused("day-order", reach(Milestone::DevelopmentStatus, date(2026, 1, 7)));
    build.refused("day-ahead", reach(Milestone::DevelopmentStatus, date(2026, 12, 1)));
    build.must(reach(Milestone::DevelopmentStatus, date(2026, 1, 9)));
    build.refused("milestone-passed", reach(Milestone::Initiated, date(2026, 1, 9)));
    build.refused("milestone-order", reach(Milestone::AgencyReactivated, date(2026, 1, 9)));
    let on = walk(&mut build, Milestone::ReviewStatus, date(2026, 1, 10));
    build.refused("program-wait", reach(Milestone::ProgramWait, on));
    build.must(reach(Milestone::AgencyReactivated, on));
    assert_eq!(case(&build).phase(TODAY), CasePhase::DataDevelopment);
    assert_eq!(case(&build).next(TODAY), Some(Milestone::AgencyApproved));
    assert_eq!(case(&build).reworked(), 1);
    assert!(case(&build).deviations(&build.world).is_empty());
}

#[test]
fn a_letter_of_request_that_cannot_be_acted_on_is_the_purchasers() {
    let mut build = Build::service();
    build.must(open("UAA", 1));
    build.must(reach(Milestone::Initiated, LOR));
    build.refused("lor-assessment", reach(Milestone::DevelopmentStatus, LOR));
    let assess = |found, missing: &str| AssessLor { case: CASE, found, on: LOR, missing: missing.into() };
    build.refused("reason-missing", assess(LorAssessment::Insufficient, " "));
    build.must(assess(LorAssessment::Insufficient, "The quantity"));
    assert_eq!(case(&build).holder(TODAY), Some(CaseHolder::Purchaser));
    build.must(assess(LorAssessment::Complete, ""));
    assert_eq!(case(&build).holder(TODAY), Some(CaseHolder::Agency));
}

#[test]
fn an_approved_hold_stops_the_case_and_its_clock() {
    let mut build = begun(1_000_000);
    build.must(reach(Milestone::Initiated, LOR));
    build.actor = Some(AccountId(7));
    build.must(hold(date(2026, 1, 15)));
    build.refused("own-hold", DecideHold { case: CASE, approved: true });
    build.refused("hold-known", hold(date(2026, 1, 16)));
    let clock = case(&build).clock(&build.world, date(2026, 2, 14));
    assert_eq!((clock.elapsed, clock.held), (40, 0), "nothing stands until somebody else approves");
    build.actor = Some(AccountId(8));
    build.must(DecideHold { case: CASE, approved: true });
    build.refused("on-hold", reach(Milestone::DevelopmentStatus, date(2026, 1, 20)));
    build.must(LiftHold { case: CASE, on: date(2026, 2, 4) });
    let clock = case(&build).clock(&build.world, date(2026, 2, 14));
    assert_eq!((clock.elapsed, clock.held, clock.counted, clock.goal), (40, 20, 20, Some(100)));
    assert_eq!(clock.left(), Some(80));
    build.must(reach(Milestone::DevelopmentStatus, date(2026, 2, 4)));
}

#[test]
fn a_hold_is_not_approved_once_the_case_has_moved_on() {
    let mut build = begun(1_000_000);
    build.must(hold(date(2026, 1, 15)));
    build.must(reach(Milestone::Initiated, date(2026, 1, 20)));
    build.refused("hold-passed", DecideHold { case: CASE, approved: true });
    build.must(DecideHold { case: CASE, approved: false });
    assert_eq!(case(&build).held_by(TODAY), None);
    build.must(hold(date(2026, 1, 20)));
}

#[test]
fn congress_is_notified_before_an_offer_of_such_a_value() {
    let mut build = begun(49_999_999);
    assert!(case(&build).notification_causes(&build.world, TODAY).is_empty());
    let formal = |on, number: Option<&str>| RecordNotification {
        case: CASE,
        step: NotificationStep::Formal,
        on,
        transmittal: number.map(Into::into),
    };
    build.refused("notification-not-due", formal(TODAY, Some("26-1")));
    build.must(SetLines { case: CASE, lines: lines(50_000_000, LineClass::Articles) });
    let cause = &case(&build).notification_causes(&build.world, TODAY)[0];
    assert_eq!((cause.threshold, cause.from_usd), (PolicyKey::NotificationTotal, 50_000_000));
    let on = walk(&mut build, Milestone::Countersigned, LOR);
    assert_eq!(case(&build).waits_for(&build.world, TODAY), Some(CaseHolder::State));
    build.refused("notification-open", reach(Milestone::Offered, on));
    build.refused("advance-notice", formal(on, Some("26-1")));
    let (advance, begins) = (date(2026, 2, 1), date(2026, 2, 21));
    build.must(RecordNotification {
        case: CASE,
        step: NotificationStep::AdvanceNotice,
        on: advance,
        transmittal: None,
    });
    build.refused("advance-notice", formal(begins.yesterday().unwrap(), Some("26-1")));
    build.refused("transmittal", formal(begins, None));
    build.must(formal(begins, Some("26-1")));
    assert_eq!(case(&build).waits_for(&build.world, begins), Some(CaseHolder::Congress));
    build.refused("notification-open", reach(Milestone::Offered, date(2026, 3, 22)));
    build.must(reach(Milestone::Offered, date(2026, 3, 23)));
    assert!(case(&build).deviations(&build.world).is_empty());
}

#[test]
fn an_offer_expires_unless_it_is_extended() {
    let mut build = begun(1_000_000);
    let on = walk(&mut build, Milestone::Offered, LOR);
    let approved = case(&build).day_of(Milestone::AgencyApproved).unwrap();
    let expiry = case(&build).expiry(&build.world).unwrap();
    assert_eq!(muster_domain::kernel::days_between(approved, expiry), 85);
    build.refused("offer-expired", reach(Milestone::Accepted, expiry.tomorrow().unwrap()));
    build.refused("offer-expiry", ExtendOffer { case: CASE, until: on, reason: "Earlier".into() });
    build.must(ExtendOffer { case: CASE, until: expiry.tomorrow().unwrap(), reason: "Asked for".into() });
    build.must(reach(Milestone::Accepted, expiry.tomorrow().unwrap()));
    assert_eq!(case(&build).surcharge(&build.world, TODAY), Some(32));
}

#[test]
fn a_correction_is_recorded_and_the_milestone_stands_as_corrected() {
    let mut build = begun(1_000_000);
    walk(&mut build, Milestone::CaseAssigned, date(2026, 1, 10));
    let correct = |entry, on, reason: &str| CorrectMilestone { case: CASE, entry, on, reason: reason.into() };
    build.refused("no-entry", correct(9, None, "Wrong"));
    build.refused("reason-missing", correct(2, None, ""));
    build.must(correct(2, None, "Another case was meant"));
    assert_eq!(case(&build).stands_at(TODAY), Some(Milestone::DevelopmentStatus));
    assert_eq!(case(&build).milestones.len(), 3, "nothing is removed");
    let correction = case(&build).milestones[2].corrected.as_ref().unwrap();
    assert!(correction.withdrawn && correction.was == date(2026, 1, 12));
    build.must(reach(Milestone::CaseAssigned, date(2026, 1, 20)));
}

#[test]
fn what_a_system_of_record_says_is_taken_and_shown_as_departing() {
    let mut build = Build::service();
    build.must(ReportCases { source: "Case system".into(), cases: vec![record()] });
    let found: Vec<DeviationKind> = case(&build).deviations(&build.world).iter().map(|one| one.kind).collect();
    assert_eq!(found, [DeviationKind::Skipped, DeviationKind::WhileHeld, DeviationKind::BeforeNotification]);
    build.must(NoteCase { case: CASE, note: "Ask the agency".into() });
    build.must(ReportCases {
        source: "Case system".into(),
        cases: vec![CaseRecord { title: "Spare parts".into(), ..record() }],
    });
    assert_eq!(build.world.cases.len(), 1, "a known case is reported anew, not twice");
    assert_eq!((&*case(&build).title, case(&build).notes.len()), ("Spare parts", 1));
    let twice = vec![record(), record()];
    build.refused("case-twice", ReportCases { source: "Case system".into(), cases: twice });
    let elsewhere = CaseRecord { number: "ZZ-D-SAB".parse().unwrap(), ..record() };
    build.refused("purchaser-code", ReportCases { source: "Case system".into(), cases: vec![elsewhere] });
}

#[test]
fn a_watch_list_is_the_accounts_own() {
    let mut build = begun(1_000_000);
    build.refused("no-account", WatchCases { cases: vec![CASE], watched: true });
    build.actor = Some(AccountId(3));
    build.refused("no-case", WatchCases { cases: vec![CaseId(9)], watched: true });
    build.refused("no-cases", WatchCases { cases: vec![], watched: true });
    build.must(WatchCases { cases: vec![CASE], watched: true });
    assert!(build.world.watched[&AccountId(3)].contains(&CASE));
    assert!(!build.world.watched.contains_key(&AccountId(4)));
    build.must(WatchCases { cases: vec![CASE], watched: false });
    assert!(build.world.watched[&AccountId(3)].is_empty());
}

#[test]
fn a_case_is_managed_by_somebody_of_its_office() {
    let mut build = begun(1_000_000);
    build.billet("JOR-001", |_| {});
    build.person("A1");
    let assign = || AssignCases { cases: vec![CASE], manager: Some(PersonId(0)), reason: "Knows the country".into() };
    build.refused("other-office", assign());
    let tour = build.tour(PersonId(0), muster_domain::BilletId(0), date(2025, 1, 1), date(2028, 1, 1));
    build.must(muster_domain::workforce::RecordArrival { tour, on: date(2025, 1, 1) });
    build.must(assign());
    assert_eq!(case(&build).manager, Some(PersonId(0)));
}

#[test]
fn a_figure_of_policy_is_set_from_a_date_on() {
    let mut build = begun(1_000_000);
    let set = |applies: &str, value| SetPolicy {
        key: PolicyKey::CaseGoalDays,
        applies_to: applies.into(),
        from: date(2026, 1, 1),
        value,
        source: "Directive".into(),
    };
    build.refused("policy-applies", set("E", 30));
    build.refused("policy-range", set("B", -1));
    build.must(set("B", 30));
    assert_eq!(case(&build).clock(&build.world, TODAY).goal, Some(30));
    assert_eq!(build.world.policy(PolicyKey::CaseGoalDays, "B", date(2025, 12, 31)).unwrap().value, 100);
}

proptest! {
    /// Whatever is tried in whatever order, what commands let through never departs from the rules.
    #[test]
    fn what_commands_let_through_keeps_every_rule(
        value in 1_000_000i64..100_000_000,
        tries in prop::collection::vec((0usize..34, 0i32..260), 1..160),
    ) {
        let mut build = begun(value);
        for (what, days) in tries {
            let on = LOR.checked_add(jiff::Span::new().days(days)).unwrap();
            let command: Command = match what {
                31 => hold(on).into(),
                32 => DecideHold { case: CASE, approved: days % 3 > 0 }.into(),
                33 => LiftHold { case: CASE, on }.into(),
                nth => {
                    // The next step is tried most: a case that goes nowhere tests nothing.
                    let next = case(&build).next(TODAY).filter(|_| nth % 4 > 0);
                    reach(next.unwrap_or(Milestone::ALL[nth].milestone), case(&build).since(TODAY).max(on.min(TODAY))).into()
                }
            };
            let _ = build.attempt(command);
        }
        prop_assert_eq!(case(&build).deviations(&build.world), Vec::new());
        let clock = case(&build).clock(&build.world, TODAY);
        prop_assert!(clock.held >= 0 && clock.counted >= 0 && clock.counted + clock.held == clock.elapsed);
    }
}

#[test]
fn nothing_is_decided_twice() {
    let mut build = begun(1_000_000);
    walk(&mut build, Milestone::DevelopmentStatus, LOR);
    let context = Context { today: TODAY, actor: None };
    let command = reach(Milestone::Cancelled, TODAY);
    build.must(command.clone());
    assert_eq!(command.decide(&build.world, &context).unwrap_err().rule, "case-over");
    assert_eq!(case(&build).holder(TODAY), None);
    assert!(!case(&build).clock(&build.world, TODAY).runs);
    build.must(reach(Milestone::DevelopmentReactivated, TODAY));
    let later = TODAY.saturating_add(jiff::Span::new().days(9));
    let (then, now) = (case(&build).clock(&build.world, TODAY), case(&build).clock(&build.world, later));
    assert!(now.runs && now.counted == then.counted + 9, "a case that is taken up again runs on: {now:?}");
}
