//! Billet change requests from draft to decision: each step taken and refused, whose turn it is, and that nothing is
//! ever approved that somebody did not concur with, but by the director.

use jiff::ToSpan;
use jiff::civil::date;
use muster_domain::access::{Grant, GrantRole, RegisterAccount, Role};
use muster_domain::organization::{Holder, ValidateStrength, Validation};
use muster_domain::partner::{AuthoriseSection515, Figure, Measure, Section515Authorisation};
use muster_domain::policy::Lever;
use muster_domain::workforce::{
    AmendBilletRequest, AnswerBilletRequest, BilletChange, Coordinator, DecideBilletRequest, DraftBilletRequest,
    DriverBasis, EditPacket, EndBillet, EvidenceDriver, FundBillet, PacketSection, RequestStatus, ReviewBilletRequest,
    ServiceCoding, SubmitBilletRequest, WithdrawBilletRequest, WorkloadEvidence, section_515_billets,
};
use muster_domain::{
    AccountId, BilletId, ChangeRequestId, Command, Context, Decide, Event, FiscalYear, OfficeId, Period, Position,
    Service, World, read_events,
};
use proptest::prelude::*;

use super::build::*;

const FIRST: ChangeRequestId = ChangeRequestId(0);

fn figure(measure: Measure, value: i64) -> Figure {
    Figure { measure, fiscal_year: FiscalYear(2026), value, source: "cases.csv#JOR-2026".into(), synthetic: true }
}

pub fn evidence() -> WorkloadEvidence {
    WorkloadEvidence {
        on: TODAY,
        position: Position(30),
        indicated: Some(9),
        validated: Some(7),
        validated_document: Some("Manpower review 2025".into()),
        authorised: 6,
        funded: 5,
        assigned: 4,
        gap_days_year: 212,
        minutes_month: 78_480,
        available_hours_year: 1_740,
        minimum_team: 2,
        drivers: vec![
            EvidenceDriver {
                measure: Measure::OpenCases,
                count: 500,
                basis: DriverBasis::CasesOnRecord { figure: Some(figure(Measure::OpenCases, 522)) },
                minutes_each: 150,
                lever: Lever::OpenCaseMinutes,
                synthetic: true,
            },
            EvidenceDriver {
                measure: Measure::DevelopmentCases,
                count: 8,
                basis: DriverBasis::CasesOnRecord { figure: None },
                minutes_each: 420,
                lever: Lever::DevelopmentCaseMinutes,
                synthetic: true,
            },
            EvidenceDriver {
                measure: Measure::EndUseItems,
                count: 40,
                basis: DriverBasis::YearlyFigure { figure: figure(Measure::EndUseItems, 40) },
                minutes_each: 3,
                lever: Lever::EndUseItemMinutes,
                synthetic: true,
            },
        ],
        section_515_members: Some(3),
        section_515_limit: Some(6),
    }
}

pub fn draft(change: BilletChange, year: i16) -> DraftBilletRequest {
    DraftBilletRequest { change, effective: FiscalYear(year), reason: "Case load doubled".into() }
}

pub fn ends(billet: BilletId, year: i16) -> DraftBilletRequest {
    draft(BilletChange::Disestablish { billet }, year)
}

fn establishes(number: &str, change: impl FnOnce(&mut muster_domain::workforce::BilletTerms)) -> DraftBilletRequest {
    let terms = Box::new(terms(change));
    draft(BilletChange::Establish { number: number.into(), source: "JTD".into(), terms }, 2029)
}

pub fn amended(request: ChangeRequestId) -> AmendBilletRequest {
    let DraftBilletRequest { change, effective, reason } = establishes("JOR-101", |_| {});
    AmendBilletRequest { request, change, effective, reason }
}

pub fn submit(request: ChangeRequestId) -> SubmitBilletRequest {
    SubmitBilletRequest { request, evidence: Some(Box::new(evidence())) }
}

pub fn review(request: ChangeRequestId, coordinate: bool) -> ReviewBilletRequest {
    ReviewBilletRequest { request, coordinate, note: "The drivers were checked against the case system".into() }
}

pub fn answer(request: ChangeRequestId, index: u32, concurs: bool) -> AnswerBilletRequest {
    let reason = (!concurs).then(|| "The area has no seat for it".into());
    AnswerBilletRequest { request, index, concurs, reason, document: Some("Cable 27 AMMAN 113".into()) }
}

pub fn decide(request: ChangeRequestId, approve: bool) -> DecideBilletRequest {
    let reason = (!approve).then(|| "Not within the ceiling".into());
    DecideBilletRequest { request, approve, effective: None, reason }
}

/// A request of each end, and a billet without money.
pub fn tell(build: &mut Build) {
    let document = "FY2027 operating plan".into();
    build.must(FundBillet { billet: BilletId(1), from: TODAY, funded: false, document });
    build.must(establishes("JOR-100", |terms| {
        terms.coordinators = Coordinator::ALL.to_vec();
        terms.coding = ServiceCoding::Only(Service::Army);
    }));
    let mut other = amended(FIRST);
    other.effective = FiscalYear(2030);
    if let BilletChange::Establish { terms, .. } = &mut other.change {
        terms.coordinators = Coordinator::ALL.to_vec();
        terms.coding = ServiceCoding::Only(Service::Army);
    }
    build.must(other);
    let note = Some("Two alternatives were weighed and put aside".into());
    build.must(EditPacket { request: FIRST, section: PacketSection::Alternatives, note });
    build.must(submit(FIRST));
    build.must(review(FIRST, false));
    build.must(submit(FIRST));
    build.must(review(FIRST, true));
    for index in 0..4 {
        build.must(answer(FIRST, index, index != 1));
    }
    let reason = Some("The mission needs it".into());
    build.must(DecideBilletRequest { request: FIRST, approve: true, effective: Some(FiscalYear(2031)), reason });
    build.must(ends(BilletId(2), 2030));
    build.must(WithdrawBilletRequest { request: ChangeRequestId(1), reason: "The work stays".into() });
}

/// What holds of the requests of every World.
pub fn requests_hold(world: &World) {
    for (id, request) in world.change_requests.iter() {
        let status = request.status();
        assert_eq!(request.turns().is_empty(), status.is_closed(), "{id}: an open request is with somebody");
        assert!(request.decision.is_none() || request.withdrawn.is_none(), "{id} ended twice");
        if let Some(decision) = request.decision.as_ref().filter(|decision| decision.approved) {
            let asked = &request.round().expect("what is approved was submitted").asked;
            let all = asked.iter().all(|asked| asked.answer.as_ref().is_some_and(|answer| answer.concurs));
            assert!(all || decision.overrides, "{id} was approved over somebody");
            assert!(decision.billet.is_some());
        }
    }
}

/// The account of a role, made when it is asked for.
fn account(build: &mut Build, role: Role, office: Option<OfficeId>, service: Option<Service>) -> AccountId {
    let actor = build.actor.take();
    let id = build.world.accounts.next_id();
    let sign_in = format!("account-{}", id.0);
    build.must(RegisterAccount { sign_in: sign_in.as_str().into(), name: "An officer".into() });
    let grant = Grant { role, office, service, person: None, purchaser: None, period: Period::open(TODAY) };
    build.must(GrantRole { account: id, grant });
    build.actor = actor;
    id
}

/// A request of the SCO that asks command, service and mission, reviewed and sent to them.
fn coordinated() -> (Build, AccountId) {
    let mut build = Build::service();
    let manager = account(&mut build, Role::WorkforceManager, None, None);
    build.must(establishes("JOR-100", |terms| {
        terms.coordinators = vec![Coordinator::Command, Coordinator::Service, Coordinator::ChiefOfMission];
        terms.coding = ServiceCoding::Only(Service::Navy);
    }));
    build.must(submit(FIRST));
    build.actor = Some(manager);
    build.must(review(FIRST, true));
    (build, manager)
}

fn status(build: &Build) -> RequestStatus {
    build.world.change_requests[FIRST].status()
}

#[test]
fn a_request_passes_from_draft_to_an_authorised_billet_in_its_fiscal_year() {
    let (mut build, manager) = coordinated();
    let command = account(&mut build, Role::CommandOfficer, Some(COMMAND), None);
    let navy = account(&mut build, Role::AssignmentOfficer, None, Some(Service::Navy));
    let army = account(&mut build, Role::AssignmentOfficer, None, Some(Service::Army));
    let asked: Vec<Holder> =
        build.world.change_requests[FIRST].round().unwrap().asked.iter().map(|asked| asked.turn.holder).collect();
    assert_eq!(asked, [Holder::Office(COMMAND), Holder::Service(Service::Navy), Holder::Mission(SCO)]);

    // Side by side, each answers the own turn alone.
    build.actor = Some(army);
    build.refused("not-your-turn", answer(FIRST, 1, true));
    build.actor = Some(navy);
    build.refused("not-your-turn", answer(FIRST, 0, true));
    build.must(answer(FIRST, 1, true));
    build.refused("answered", answer(FIRST, 1, true));
    build.actor = Some(manager);
    build.refused("not-concurred", decide(FIRST, true));
    build.refused("nsdd-38", AnswerBilletRequest { document: None, ..answer(FIRST, 2, true) });
    build.must(answer(FIRST, 2, true));
    build.actor = Some(command);
    build.refused("reason-missing", AnswerBilletRequest { reason: None, ..answer(FIRST, 0, false) });
    assert_eq!(status(&build), RequestStatus::Coordination);
    build.must(answer(FIRST, 0, true));
    assert_eq!(status(&build), RequestStatus::Decision);
    build.refused("not-your-turn", decide(FIRST, true));

    build.actor = Some(manager);
    let events = build.must(decide(FIRST, true));
    assert_eq!(
        events.iter().map(muster_domain::Event::name).collect::<Vec<_>>(),
        ["billet_request_decided", "billet_authorised"]
    );
    let billet = build.world.change_requests[FIRST].decision.as_ref().unwrap().billet.unwrap();
    assert_eq!(&*build.world.billets[billet].number, "JOR-100");
    assert!(build.world.billets[billet].on(date(2028, 9, 30)).is_none());
    assert!(build.world.billets[billet].on(date(2028, 10, 1)).is_some());
    assert_eq!(status(&build), RequestStatus::Approved);
}

#[test]
fn only_the_director_approves_over_a_coordinator_and_only_with_a_reason() {
    let (mut build, manager) = coordinated();
    let director = account(&mut build, Role::Director, None, None);
    build.actor = None;
    build.must(answer(FIRST, 0, false));
    build.actor = Some(manager);
    build.refused("not-concurred", decide(FIRST, true));
    build.actor = Some(director);
    build.refused("reason-missing", decide(FIRST, true));
    let reason = Some("The mission outweighs it".into());
    build.must(DecideBilletRequest { reason, ..decide(FIRST, true) });
    assert!(build.world.change_requests[FIRST].decision.as_ref().unwrap().overrides);
}

#[test]
fn a_coordinator_who_does_not_answer_loses_the_turn_up_the_line() {
    let (mut build, manager) = coordinated();
    let command = account(&mut build, Role::CommandOfficer, Some(COMMAND), None);
    let late = TODAY.saturating_add(31.days());
    let gives = |build: &Build, actor| {
        Command::from(answer(FIRST, 0, true)).decide(&build.world, &Context { today: late, actor: Some(actor) })
    };
    assert_eq!(gives(&build, command).unwrap_err().rule, "not-your-turn");
    assert!(gives(&build, manager).is_ok(), "headquarters answers for a command that is late");
}

#[test]
fn what_was_answered_to_an_earlier_wording_stays_with_it() {
    let (mut build, manager) = coordinated();
    build.actor = None;
    for index in 0..3 {
        build.must(answer(FIRST, index, true));
    }
    build.actor = Some(manager);
    build.must(review(FIRST, false));
    assert_eq!(status(&build), RequestStatus::Returned);
    build.actor = None;
    build.must(submit(FIRST));
    assert_eq!(status(&build), RequestStatus::Review);
    let rounds = &build.world.change_requests[FIRST].rounds;
    assert_eq!(rounds.iter().map(|round| round.asked.len()).collect::<Vec<_>>(), [3, 0]);
}

#[test]
fn a_request_without_its_evidence_is_refused_and_evidence_is_never_read_from_outside() {
    let mut build = Build::service();
    build.must(establishes("JOR-100", |_| {}));
    build.refused("evidence-missing", SubmitBilletRequest { request: FIRST, evidence: None });
    let forged = format!(r#"{{"request":"Q0","evidence":{}}}"#, serde_json::to_string(&evidence()).unwrap());
    assert!(Command::read("submit_billet_request", &forged).unwrap().is_err());
}

#[test]
fn drafts_that_nothing_could_come_of_are_refused() {
    let mut build = Build::service();
    let billet = build.billet("JOR-001", |_| {});
    build.refused("fiscal-year-begun", ends(billet, 2027));
    build.refused("fiscal-year", ends(billet, 0));
    build.refused("outside-authorisation", ends(billet, 2040));
    build.refused("billet-number-taken", establishes("JOR-001", |_| {}));
    build.refused("no-office", establishes("JOR-100", |terms| terms.office = OfficeId(77)));
    build.refused("nothing-changes", draft(BilletChange::Change { billet, terms: Box::new(terms(|_| {})) }, 2029));
    build.refused("reason-missing", DraftBilletRequest { reason: " ".into(), ..ends(billet, 2029) });
    build.must(ends(billet, 2029));
    build.refused("request-open", ends(billet, 2030));
    build.refused(
        "other-office",
        AmendBilletRequest {
            change: BilletChange::Establish {
                number: "CC-1".into(),
                source: "JTD".into(),
                terms: Box::new(terms(|terms| terms.office = COMMAND)),
            },
            ..amended(FIRST)
        },
    );
}

#[test]
fn approving_meets_the_refusals_of_the_change_itself() {
    let mut build = Build::service();
    let (billet, person) = (build.billet("JOR-001", |terms| terms.coordinators.clear()), build.person("A1"));
    build.tour(person, billet, date(2027, 7, 1), date(2029, 7, 1));
    build.must(ends(billet, 2029));
    build.must(submit(FIRST));
    build.must(review(FIRST, true));
    assert_eq!(status(&build), RequestStatus::Decision, "there was nobody to ask");
    build.refused("billet-has-tours", decide(FIRST, true));
    build.must(DecideBilletRequest { effective: Some(FiscalYear(2030)), ..decide(FIRST, true) });
    assert_eq!(build.world.billets[billet].authorised.until(), Some(date(2029, 10, 1)));
}

#[test]
fn a_billet_that_moves_asks_the_commands_of_both_offices() {
    let mut build = Build::service();
    let billet = build.billet("JOR-001", |_| {});
    build.must(draft(BilletChange::Change { billet, terms: Box::new(terms(|terms| terms.office = HQ)) }, 2029));
    build.must(submit(FIRST));
    build.must(review(FIRST, true));
    let asked = &build.world.change_requests[FIRST].round().unwrap().asked;
    assert_eq!(
        asked.iter().map(|asked| (asked.office, asked.turn.holder)).collect::<Vec<_>>(),
        [(SCO, Holder::Office(COMMAND)), (HQ, Holder::Office(HQ))]
    );
}

#[test]
fn a_seventh_billet_under_section_515_waits_for_its_authorisation() {
    let mut build = Build::service();
    for n in 0..6 {
        build.billet(&format!("JOR-{n:03}"), |terms| terms.section_515 = true);
    }
    assert_eq!(section_515_billets(&build.world, JORDAN, TODAY).len(), 6);
    build.must(establishes("JOR-100", |terms| (terms.section_515, terms.coordinators) = (true, Vec::new())));
    build.must(submit(FIRST));
    build.must(review(FIRST, true));
    build.refused("section-515", decide(FIRST, true));
    let period = Period::open(date(2028, 1, 1));
    let authorisation = Section515Authorisation { members: 7, period, document: "Waiver 4".into() };
    build.must(AuthoriseSection515 { country: JORDAN, authorisation });
    build.must(decide(FIRST, true));
}

#[test]
fn a_section_is_worded_and_given_back_to_the_system_but_never_the_record() {
    let (mut build, manager) = coordinated();
    let chief = account(&mut build, Role::OfficeChief, Some(SCO), None);
    let edit = |section, note: Option<&str>| EditPacket { request: FIRST, section, note: note.map(Into::into) };
    build.actor = Some(chief);
    build.refused("packet-submitted", edit(PacketSection::Purpose, Some("Because")));
    build.actor = Some(manager);
    build.must(edit(PacketSection::Purpose, Some("Because")));
    assert_eq!(build.world.change_requests[FIRST].edits[&PacketSection::Purpose].stamp.by, Some(manager));
    assert_eq!(build.must(edit(PacketSection::Purpose, Some("Because"))), Vec::new());
    build.must(edit(PacketSection::Purpose, None));
    assert!(build.world.change_requests[FIRST].edits.is_empty());
    build.refused("record-only", edit(PacketSection::Coordination, Some("All concurred")));
    build.refused("section-empty", edit(PacketSection::Purpose, Some(" ")));
}

#[test]
fn money_is_a_dated_fact_apart_from_the_authorisation() {
    let mut build = Build::service();
    let billet = build.billet("JOR-001", |_| {});
    let fund = |funded, from| FundBillet { billet, from, funded, document: "Operating plan".into() };
    assert!(build.world.billets[billet].is_funded(TODAY));
    build.must(fund(false, date(2027, 10, 1)));
    assert_eq!(build.must(fund(false, date(2027, 10, 1))), Vec::new());
    build.must(fund(true, date(2028, 10, 1)));
    let funded = |day| build.world.billets[billet].is_funded(day);
    assert_eq!([2027, 2028, 2029].map(|year| funded(date(year, 6, 1))), [true, false, true]);
    assert!(!funded(date(2033, 1, 1)), "what is not authorised is not funded");
    build.refused("outside-authorisation", fund(true, date(2033, 1, 1)));
    build.must(EndBillet { billet, on: date(2028, 1, 1) });
}

#[test]
fn a_review_says_when_it_was_held_and_what_it_found() {
    let build = Build::service();
    let review = |reviewed, evidence: Option<&str>| ValidateStrength {
        office: SCO,
        from: date(2026, 10, 1),
        validation: Validation {
            strength: 7,
            document: "Review 3".into(),
            reviewed,
            evidence: evidence.map(Into::into),
        },
    };
    build.refused("review-date", review(None, Some("Time sheets")));
    build.refused("review-date", review(Some(date(2026, 10, 2)), Some("Time sheets")));
    build.refused("review-evidence", review(Some(date(2026, 9, 1)), None));
    build.refused("review-evidence", review(Some(date(2026, 9, 1)), Some("  ")));
    let mut build = build;
    build.must(review(Some(date(2026, 9, 1)), Some("Time sheets")));
}

#[test]
fn a_review_of_the_first_version_reads_without_date_and_evidence() {
    let stored = include_str!("../golden/events/strength_validated.v1.json");
    let mut build = Build::service();
    for event in read_events(stored).unwrap() {
        build.world.apply(&event, Position(99));
    }
    let review = build.world.offices[SCO].validated.last().unwrap();
    assert_eq!((review.strength, review.reviewed, review.evidence.clone()), (7, None, None));
}

#[test]
fn requests_of_every_kind_survive_a_snapshot() {
    let world = super::story::told().world;
    let read: World = postcard::from_bytes(&postcard::to_stdvec(&world).unwrap()).unwrap();
    assert_eq!(read.change_requests.iter().collect::<Vec<_>>(), world.change_requests.iter().collect::<Vec<_>>());
    assert_eq!(read.change_requests.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whoever tries whatever in whatever order: a request is with somebody until it ends, and no coordinator is passed
    /// over but by the director.
    #[test]
    fn no_order_of_steps_passes_over_a_coordinator(steps in prop::collection::vec((0..12u8, 0..5u8, 0..3u32, any::<bool>()), 1..40)) {
        let mut build = Build::service();
        let billet = build.billet("JOR-001", |terms| {
            terms.coordinators = vec![Coordinator::Command, Coordinator::Service, Coordinator::ChiefOfMission];
            terms.coding = ServiceCoding::Only(Service::Army);
        });
        let actors = [
            None,
            Some(account(&mut build, Role::WorkforceManager, None, None)),
            Some(account(&mut build, Role::CommandOfficer, Some(COMMAND), None)),
            Some(account(&mut build, Role::AssignmentOfficer, None, Some(Service::Army))),
            Some(account(&mut build, Role::Director, None, None)),
        ];
        for (step, actor, n, yes) in steps {
            build.actor = actors[usize::from(actor)];
            let request = ChangeRequestId(n % 2);
            let command: Command = match step {
                0 => ends(billet, 2029 + n as i16).into(),
                1 => establishes("JOR-100", |_| {}).into(),
                2 => amended(request).into(),
                3 | 4 => submit(request).into(),
                5 | 6 => review(request, yes || step == 5).into(),
                7..=9 => answer(request, n, yes || step == 7).into(),
                10 => DecideBilletRequest { reason: Some("Why not".into()), ..decide(request, yes) }.into(),
                _ => WithdrawBilletRequest { request, reason: "No".into() }.into(),
            };
            let director = actor == 4 || actor == 0;
            if let Ok(events) = build.attempt(command) {
                for event in events {
                    if let muster_domain::Event::BilletRequestDecided(decided) = event {
                        prop_assert!(director || !decided.decision.overrides);
                    }
                }
            }
            super::invariants::hold(&build.world);
        }
    }
}

#[test]
fn evidence_of_the_first_version_counted_by_yearly_figures() {
    let stored = include_str!("../golden/events/billet_request_submitted.v1.json");
    let events = read_events(stored).unwrap();
    let [Event::BilletRequestSubmitted(submitted)] = &*events else { panic!("one submission is stored") };
    let [driver] = &*submitted.evidence.drivers else { panic!("one driver is stored") };
    assert_eq!((driver.count, submitted.evidence.minutes_month), (522, 78_300));
    let figure = figure(Measure::OpenCases, 522);
    assert_eq!(driver.basis, DriverBasis::YearlyFigure { figure });
}
