//! Two years of one small service, in which every command is taken and every kind of event happens.

use jiff::civil::date;
use muster_domain::access::{DisableAccount, EndGrant, Grant, GrantRole, RegisterAccount, Role};
use muster_domain::allocation::{
    AcceptNominee, AdoptScenario, AmendSlate, ArrivalStep, BallotTerms, BranchScenario, ChangeScenario, CloseCycle,
    CostPart, DecideLines, DeclareCouple, DiscardScenario, EndorseLines, ImportRanking, KeepFavourites, LockFinding,
    Membership, NominatePerson, OpenCycle, ProposeSlate, PublishSlate, Rank, RankCandidates, RecordArrivalStep,
    RunnerUp, ScenarioChange, SetBallot, SetServiceCalendar, SetServiceLimit, SlateLine, SlateMethod,
    SubmitPreferences, UndoScenario, WithdrawSlate,
};
use muster_domain::organization::{
    Differentials, EndOffice, OfficeKind, PostStatus, SetPostDifferentials, SetPostStatus, ValidateStrength, Validation,
};
use muster_domain::partner::{
    AuthoriseSection515, Dataset, Figure, Measure, PublishedNotification, RecordDataset, RecordFigures,
    RecordPublishedNotifications, Section515Authorisation, SetPriority, SetResponsibleCommand,
};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, AuthoriseOverlap, CancelTour, ChangeBillet, CurtailTour, CurtailmentReason, EndBillet,
    ErasePerson, ExtendTour, OrderTour, OverlapAuthorisation, RecordArrival, RecordDeparture, ReportBillet,
    ReportPerson, UpdatePerson,
};
use muster_domain::{
    AccountId, BilletId, CycleId, FiscalYear, Grade, Period, PersonId, Position, ScenarioId, Service, SlateId,
    Together, TourId,
};

use super::build::*;

pub fn line(person: PersonId, billet: BilletId) -> SlateLine {
    SlateLine {
        person,
        billet,
        report: date(2027, 6, 1),
        rotation: date(2029, 6, 1),
        accompanied: false,
        cost: 260,
        parts: vec![
            CostPart { lever: Lever::GradeCost, amount: 1, points: 200 },
            CostPart { lever: Lever::PreferenceCost, amount: 2, points: 60 },
        ],
        price: 1250,
        runner_up: None,
    }
}

/// A notification as a list publishes it.
pub fn published(document: &str) -> PublishedNotification {
    PublishedNotification {
        document: document.into(),
        transmittal: Some("24-1".into()),
        year: Some(2024),
        title: "Radios".into(),
        value_usd: Some(70_000_000),
        doubtful: false,
        posted: Some(date(2024, 12, 9)),
        source: "notifications:list.csv#2".into(),
    }
}

pub fn propose(lines: Vec<SlateLine>) -> ProposeSlate {
    ProposeSlate {
        cycle: CycleId(0),
        base: Position(20),
        objective: 1260,
        method: SlateMethod::LeastCost,
        levers: vec![(Lever::GradeCost, 200), (Lever::PreferenceCost, 30)],
        lines,
        unfilled: Vec::new(),
        unmatched: Vec::new(),
    }
}

pub fn summer() -> OpenCycle {
    OpenCycle { name: "Summer 2027".into(), window: period(date(2027, 4, 1), date(2027, 10, 1)), scope: vec![COMMAND] }
}

/// The whole story.
pub fn told() -> Build {
    let mut build = Build::service();
    places(&mut build);
    billets_and_people(&mut build);
    super::manning::tell(&mut build);
    tours(&mut build);
    cycle(&mut build);
    accounts(&mut build);
    super::waivers::tell(&mut build);
    super::cases::tell(&mut build);
    super::execution::tell(&mut build);
    super::requisitions::tell(&mut build);
    super::sources::told(&mut build);
    super::posts::told(&mut build);
    build
}

fn places(build: &mut Build) {
    build.must(office("MILGP-OLD", OfficeKind::Agency, None, ARLINGTON));
    build.must(EndOffice { office: last(&build.world.offices), on: date(2026, 1, 1) });
    let validation = Validation {
        strength: 7,
        document: "Manpower review 2025".into(),
        reviewed: Some(date(2025, 8, 14)),
        evidence: Some("Four weeks of time sheets and a site visit".into()),
    };
    build.must(ValidateStrength { office: SCO, from: date(2025, 10, 1), validation });
    let differentials = Differentials { hardship_pct: 10, danger_pct: 0, cost_of_living_pct: 15 };
    build.must(SetPostDifferentials { post: AMMAN, from: date(2026, 1, 1), differentials, source: "DSSR 920".into() });
    build.must(SetPostStatus { post: AMMAN, from: date(2024, 1, 1), status: PostStatus::PartlyAccompanied });
    let figure = Figure {
        measure: Measure::FmsAuthorised,
        fiscal_year: FiscalYear(2024),
        value: -1_250_000,
        source: "reference/sales.csv#JOR-2024".into(),
        synthetic: false,
    };
    build.must(RecordFigures { country: JORDAN, figures: vec![figure] });
    build.must(RecordPublishedNotifications {
        country: JORDAN,
        notifications: vec![published("https://example/24-1.pdf")],
    });
    build.must(SetPriority { country: JORDAN, from: date(2026, 1, 1), priority: 4 });
    build.must(office("AFRICOM", OfficeKind::CombatantCommand, None, ARLINGTON));
    let africom = last(&build.world.offices);
    build.must(SetResponsibleCommand { country: JORDAN, from: date(2031, 1, 1), office: africom });
    let document = "22 U.S.C. 2321i notification 2025-03".into();
    let authorisation = Section515Authorisation { members: 9, period: Period::open(date(2025, 3, 1)), document };
    build.must(AuthoriseSection515 { country: JORDAN, authorisation });
    build.must(RecordDataset(Dataset {
        kind: "sales-book".into(),
        file: "sales.csv".into(),
        sha256: "ab".repeat(32).into(),
        rows: 7_241,
        source: "published sales book".into(),
    }));
    let reason = "Hand-overs proved too short".into();
    build.must(SetLever { lever: Lever::OverlapDays, from: date(2026, 1, 1), value: 21, reason });
    super::holidays::tell(build);
}

/// Billets B0 to B3, the last of them reported; people P0 to P4.
fn billets_and_people(build: &mut Build) {
    let chief = build.billet("JOR-001", |terms| (terms.key, terms.section_515) = (true, true));
    build.billet("JOR-002", |terms| terms.reports_to = Some(chief));
    build.billet("JOR-003", |_| {});
    build.must(ChangeBillet { billet: BilletId(2), from: date(2026, 1, 1), terms: terms(|t| t.grade = Grade::O(4)) });
    let gap = ApprovedGap {
        period: period(date(2027, 1, 1), date(2027, 3, 1)),
        approver: "CENTCOM J1".into(),
        reason: "Housing is rebuilt".into(),
    };
    build.must(ApproveGap { billet: BilletId(2), gap });
    let overlap =
        OverlapAuthorisation { period: period(date(2027, 5, 1), date(2027, 8, 1)), document: "Memo 12".into() };
    build.must(AuthoriseOverlap { billet: chief, overlap });
    build.must(ReportBillet {
        number: "JOR-004".into(),
        source: "FMTS".into(),
        authorised: Period::open(date(2024, 1, 1)),
        from: date(2024, 1, 1),
        terms: terms(|_| {}),
    });
    build.must(EndBillet { billet: BilletId(3), on: date(2027, 9, 30) });
    for number in ["A1", "A2", "A3", "A4"] {
        build.person(number);
    }
    build.must(ReportPerson {
        number: "N1".into(),
        source: "NSIPS".into(),
        as_of: date(2026, 9, 1),
        facts: facts("Reyes, N1", Service::Navy, Grade::O(4)),
    });
    build.must(UpdatePerson {
        person: PersonId(1),
        from: date(2026, 7, 1),
        facts: facts("Hale, A2", Service::Army, Grade::O(6)),
    });
    build.must(ReportPerson {
        number: "N1".into(),
        source: "DCPDS".into(),
        as_of: date(2026, 9, 1),
        facts: facts("Reyes, N1", Service::Navy, Grade::O(5)),
    });
    let goes = build.person("A9");
    build.must(ErasePerson { person: goes });
}

fn tours(build: &mut Build) {
    let first = build.tour(PersonId(0), BilletId(0), date(2024, 7, 1), date(2026, 7, 1));
    build.must(OrderTour { tour: first, on: date(2024, 3, 1) });
    build.must(RecordArrival { tour: first, on: date(2024, 7, 3) });
    build.must(ExtendTour { tour: first, rotation: date(2026, 9, 1) });
    let note = Some("Family reasons".to_owned());
    let reason = CurtailmentReason::Compassionate;
    build.must(CurtailTour { tour: first, rotation: date(2026, 8, 1), reason, note });
    build.must(RecordDeparture { tour: first, on: date(2026, 8, 2) });
    let never = build.tour(PersonId(1), BilletId(1), date(2027, 7, 1), date(2029, 7, 1));
    build.must(CancelTour { tour: never });
    let mut reported = report_tour(PersonId(2), BilletId(1), date(2025, 6, 1), date(2027, 6, 1));
    (reported.ordered, reported.arrived) = (Some(date(2025, 2, 1)), Some(date(2025, 6, 2)));
    build.must(reported);
}

pub fn army_ballot() -> SetBallot {
    let (members_until, offices_until) = (date(2026, 12, 1), date(2026, 12, 15));
    let services = vec![Service::Army];
    SetBallot {
        cycle: CycleId(0),
        terms: BallotTerms { members_until, offices_until, civilians: true, services, boards: false },
    }
}

fn ballot(build: &mut Build) {
    let (cycle, billets) = (CycleId(0), vec![BilletId(0), BilletId(1)]);
    build.must(army_ballot());
    build.must(KeepFavourites { cycle, person: PersonId(1), billets: billets.clone() });
    build.must(SubmitPreferences { cycle, person: PersonId(1), billets: billets.clone() });
    build.must(DeclareCouple { cycle, person: PersonId(1), partner: Some("A3".into()) });
    let (source, as_of) = ("Navy marketplace".into(), date(2026, 9, 20));
    build.must(ImportRanking { cycle, person: PersonId(4), source, as_of, billets });
    let eligible = Some(vec![PersonId(1), PersonId(3)]);
    build.must(RankCandidates { cycle, billet: BilletId(0), tiers: vec![vec![PersonId(3)]], eligible });
}

fn cycle(build: &mut Build) {
    build.must(summer());
    ballot(build);
    let runner_up = Some(RunnerUp { person: PersonId(3), costs_more: 45 });
    let lines = vec![
        SlateLine { runner_up, ..line(PersonId(1), BilletId(0)) },
        SlateLine { report: date(2027, 6, 2), ..line(PersonId(3), BilletId(1)) },
    ];
    build.must(ProposeSlate { unfilled: vec![BilletId(2)], unmatched: vec![PersonId(4)], ..propose(lines) });
    let reason = Some("The grade is too high".into());
    build.must(DecideLines { slate: SlateId(0), lines: vec![1], concurs: false, reason });
    build.must(DecideLines { slate: SlateId(0), lines: vec![0], concurs: true, reason: None });
    build.must(EndorseLines { slate: SlateId(0), lines: Vec::new() });
    coordinate(build);
    build.must(WithdrawSlate { slate: SlateId(0) });
    scenarios(build);
    build.must(CloseCycle { cycle: CycleId(0) });
}

/// From the endorsed line to its tour, and the line that a command did not concur with out of the slate.
fn coordinate(build: &mut Build) {
    let (slate, cycle, service) = (SlateId(0), CycleId(0), Service::Army);
    let requisition = build.world.slates[slate].lines[0].endorsement.unwrap().requisition.unwrap();
    let person = PersonId(1);
    let reason = "Two are deployed".into();
    build.must(SetServiceLimit { cycle, service, most: Some(40), reason });
    build.must(SetServiceCalendar { cycle, service, done_by: date(2027, 2, 1) });
    build.must(AmendSlate {
        slate,
        dropped: vec![1],
        lines: Vec::new(),
        unfilled: vec![BilletId(1), BilletId(2)],
        unmatched: vec![PersonId(3), PersonId(4)],
        objective: 1300,
        reason: "The command does not concur".into(),
    });
    build.must(PublishSlate { slate, lines: Vec::new() });
    let justification = "As slated".into();
    build.must(NominatePerson { requisition, person, rank: Rank::Primary, report: None, justification });
    build.must(AcceptNominee { requisition, person, accompanied: false });
    let tour = build.world.slates[slate].lines[0].tour(&build.world);
    assert_eq!(tour, Some(TourId(3)));
    build.must(RecordArrivalStep { tour: TourId(3), step: ArrivalStep::Medical, on: TODAY });
}

fn scenarios(build: &mut Build) {
    let branch = |name: &str, of| BranchScenario { cycle: CycleId(0), name: name.into(), of };
    let (first, second) = (ScenarioId(0), ScenarioId(1));
    build.must(branch("Grades first", None));
    let (person, billet) = (PersonId(3), BilletId(1));
    let changes = vec![
        ScenarioChange::SetLever { lever: Lever::GradeCost, value: 900 },
        ScenarioChange::Lock { person, billet },
        ScenarioChange::Forbid { person: PersonId(4), billet },
        ScenarioChange::TakePerson { person: PersonId(2), taken: Membership::Dropped },
        ScenarioChange::TakeBillet { billet: BilletId(2), taken: Membership::Added },
        ScenarioChange::Wish { person, billets: Some(vec![billet]) },
    ];
    let findings = vec![LockFinding { person, billet, failed: Vec::new() }];
    build.must(ChangeScenario { scenario: first, name: Some("Grades".into()), changes, findings });
    build.must(branch("Without the lock", Some(first)));
    let changes = vec![ScenarioChange::Unlock { person }];
    build.must(ChangeScenario { scenario: second, name: None, changes, findings: Vec::new() });
    build.must(UndoScenario { scenario: second });
    build.must(DiscardScenario { scenario: second });
    let slate = propose(vec![SlateLine { report: date(2027, 6, 2), ..line(person, billet) }]);
    build.must(AdoptScenario { scenario: first, slate });
    build.must(WithdrawSlate { slate: SlateId(1) });
}

fn accounts(build: &mut Build) {
    build.must(RegisterAccount { sign_in: "c.officer".into(), name: "Command officer".into() });
    let grant = Grant {
        role: Role::CommandOfficer,
        office: Some(COMMAND),
        service: None,
        person: None,
        purchaser: None,
        period: Period::open(date(2026, 1, 1)),
    };
    build.must(GrantRole { account: AccountId(0), grant });
    build.must(EndGrant { account: AccountId(0), index: 0, on: date(2028, 1, 1) });
    build.must(DisableAccount { account: AccountId(0), on: date(2029, 1, 1) });
    let commands = vec![SetPriority { country: JORDAN, from: date(2027, 1, 1), priority: 5 }.into()];
    build.must(Together { commands });
}
