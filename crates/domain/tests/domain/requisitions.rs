//! How one opening is filled: by a service, by a board, by a civilian's consent, by recruitment; who may act when, and
//! what is refused.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use muster_domain::access::{Grant, GrantRole, RegisterAccount, Role};
use muster_domain::allocation::{
    AcceptNominee, Ask, AskAgain, CancelRequisition, DeclareNoFill, DeclineByName, DeclineNominee, ExtendSuspense,
    GiveConsent, NominatePerson, NomineeStanding, OpenBoard, OpenRequisition, ProposeReassignment, Rank,
    RecordRecruitmentStep, RecruitmentStep, RefuseConsent, RequestByName, RequisitionStatus, SelectNominee, VetNominee,
    Vetter, WithdrawNomination,
};
use muster_domain::organization::{Authority, AuthorityHolder, AuthorityKind, Holder, OfficeKind, RecordAuthority};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, BilletTerms, CancelTour, ErasePerson, FillMode, OrderTour, RecordArrival, ServiceCoding,
};
use muster_domain::{
    AccountId, BilletId, Context, Decide, Event, Grade, OfficeId, Period, PersonId, Position, RequisitionId, Service,
};

use super::build::*;

/// The day somebody is needed.
const REPORT: Date = date(2027, 7, 1);

fn open(billet: BilletId, services: &[Service]) -> OpenRequisition {
    OpenRequisition { billet, report: REPORT, priority: 3, services: services.to_vec(), suspense: None }
}

fn nominate(requisition: RequisitionId, person: PersonId) -> NominatePerson {
    let justification = "Served in the region before".into();
    NominatePerson { requisition, person, rank: Rank::Primary, report: None, justification }
}

fn accept(requisition: RequisitionId, person: PersonId) -> AcceptNominee {
    AcceptNominee { requisition, person, accompanied: false }
}

fn decline(requisition: RequisitionId, person: PersonId) -> DeclineNominee {
    DeclineNominee { requisition, person, reason: "Needed where the person is".into() }
}

fn vet(requisition: RequisitionId, nominee: PersonId, vetter: Vetter, favourable: bool) -> VetNominee {
    let reason = (!favourable).then(|| "Not known in the country".into());
    VetNominee { requisition, nominee, vetter, favourable, reason }
}

fn step(requisition: RequisitionId, step: RecruitmentStep, on: Date) -> RecordRecruitmentStep {
    RecordRecruitmentStep { requisition, step, on, person: None }
}

fn no_fill(requisition: RequisitionId, service: Service) -> DeclareNoFill {
    DeclareNoFill { requisition, service, until: date(2027, 10, 1), reason: "Nobody of the specialty is free".into() }
}

fn mode(fill_mode: FillMode) -> impl FnOnce(&mut BilletTerms) {
    move |terms| terms.fill_mode = fill_mode
}

fn civilian(fill_mode: FillMode) -> impl FnOnce(&mut BilletTerms) {
    move |terms| {
        terms.fill_mode = fill_mode;
        terms.coding = ServiceCoding::Only(Service::Civilian);
        terms.grade = Grade::Gs(13);
    }
}

fn local(terms: &mut BilletTerms) {
    terms.fill_mode = FillMode::LocallyEmployed;
    terms.coding = ServiceCoding::Only(Service::LocallyEmployed);
    terms.grade = Grade::Gs(9);
}

impl Build {
    fn requisition(&mut self, billet: BilletId, services: &[Service]) -> RequisitionId {
        self.must(open(billet, services));
        last(&self.world.requisitions)
    }

    fn of(&mut self, number: &str, service: Service, grade: Grade) -> PersonId {
        self.must(register(number, service, grade));
        last(&self.world.people)
    }

    fn status(&self, requisition: RequisitionId) -> RequisitionStatus {
        self.world.requisitions[requisition].status(&self.world)
    }

    fn standing(&self, requisition: RequisitionId, person: PersonId) -> NomineeStanding {
        let nominees = &self.world.requisitions[requisition].nominees;
        nominees.iter().rev().find(|nominee| nominee.person == person).unwrap().standing()
    }

    /// What is asked of whom, in order.
    fn asked(&self, requisition: RequisitionId) -> Vec<(Ask, Holder)> {
        let turns = self.world.requisitions[requisition].open_turns(&self.world);
        turns.iter().map(|asked| (asked.ask, asked.turn.holder)).collect()
    }

    pub fn account(&mut self, role: Role, office: Option<OfficeId>, service: Option<Service>) -> AccountId {
        self.granted(Grant {
            role,
            office,
            service,
            person: None,
            purchaser: None,
            period: Period::open(date(2026, 1, 1)),
        })
    }

    pub fn granted(&mut self, grant: Grant) -> AccountId {
        let account = self.world.accounts.next_id();
        let sign_in = format!("filler-{}", account.0);
        self.must(RegisterAccount { sign_in: sign_in.as_str().into(), name: "An officer".into() });
        self.must(GrantRole { account, grant });
        account
    }

    /// Decides for an account so many days later, and keeps nothing.
    pub fn later(&self, actor: AccountId, days: i64, command: impl Decide) -> Result<Vec<Event>, String> {
        let context = Context { today: TODAY.saturating_add(days.days()), actor: Some(actor) };
        command.decide(&self.world, &context).map_err(|refusal| refusal.rule)
    }
}

/// A command's part of the story: every event of a requisition happens.
pub fn tell(build: &mut Build) {
    let free = BilletId(build.world.billets.len() as u32);
    for number in ["FIL-1", "FIL-2"] {
        build.billet(number, mode(FillMode::ServiceNomination));
    }
    build.billet("FIL-3", mode(FillMode::NominativeBoard));
    build.billet("FIL-4", civilian(FillMode::CivilianReassignment));
    build.billet("FIL-5", local);
    let billet = |n: u32| BilletId(free.0 + n);
    let [first, second] = ["F1", "F2"].map(|number| build.of(number, Service::Army, Grade::O(5)));
    let airman = build.of("F3", Service::AirForce, Grade::O(5));
    let [ada, ben] = ["F4", "F5"].map(|number| build.of(number, Service::Civilian, Grade::Gs(13)));
    let cook = build.of("F6", Service::LocallyEmployed, Grade::Gs(9));

    let plain = build.requisition(billet(0), &[Service::Army]);
    let justification = "Knows the case load".into();
    build.must(RequestByName { requisition: plain, person: second, justification });
    build.must(DeclineByName { requisition: plain, person: second, reason: "Is needed in the school".into() });
    build.must(nominate(plain, first));
    let rank = Rank::Alternate;
    build.must(NominatePerson { rank, ..nominate(plain, second) });
    let reason = "Retires".into();
    build.must(WithdrawNomination { requisition: plain, person: second, reason });
    build.must(decline(plain, first));
    build.must(ExtendSuspense {
        requisition: plain,
        ask: Ask::Nominate,
        holder: Holder::Service(Service::Army),
        due: date(2027, 1, 15),
        reason: "Selections are late this year".into(),
    });
    build.must(no_fill(plain, Service::Army));
    let services = vec![Service::Army, Service::Navy];
    build.must(AskAgain { requisition: plain, services, suspense: Some(date(2027, 2, 1)) });
    build.must(nominate(plain, second));
    build.must(accept(plain, second));

    let given_up = build.requisition(billet(1), &[Service::Army]);
    build.must(CancelRequisition { requisition: given_up, reason: "The billet moves next year".into() });

    let board = build.requisition(billet(2), &[Service::Army, Service::AirForce]);
    build.must(nominate(board, first));
    build.must(nominate(board, airman));
    for vetter in Vetter::ALL {
        build.must(vet(board, first, vetter, vetter != Vetter::Dia));
        build.must(vet(board, airman, vetter, true));
    }
    let reason = Some("The better linguist".into());
    build.must(SelectNominee { requisition: board, person: airman, reason });
    build.must(accept(board, airman));

    let moved = build.requisition(billet(3), &[]);
    let propose = |person| ProposeReassignment {
        requisition: moved,
        person,
        report: None,
        justification: "Runs the same program today".into(),
    };
    build.must(propose(ada));
    build.must(RefuseConsent { requisition: moved, person: ada, reason: Some("A child finishes school".into()) });
    build.must(propose(ben));
    build.must(GiveConsent { requisition: moved, person: ben });
    build.must(accept(moved, ben));

    let hired = build.requisition(billet(4), &[]);
    build.must(step(hired, RecruitmentStep::Announcement, TODAY));
    build.must(RecordRecruitmentStep { person: Some(cook), ..step(hired, RecruitmentStep::EntryOnDuty, TODAY) });

    // A board that is opened without waiting needs a suspense that is over: the story's day does not move, so the board
    // is asked on an earlier one.
    build.billet("FIL-7", mode(FillMode::NominativeBoard));
    let waiting = build.world.requisitions.next_id();
    let sailor = build.of("F7", Service::Navy, Grade::O(5));
    let earlier = Context { today: date(2026, 6, 1), actor: None };
    let commands: [muster_domain::Command; 2] = [
        open(last(&build.world.billets), &[Service::Navy, Service::MarineCorps]).into(),
        nominate(waiting, sailor).into(),
    ];
    for command in commands {
        let events = command.decide(&build.world, &earlier).unwrap();
        let at = Position(build.world.position.0 + 1);
        events.iter().for_each(|event| build.world.apply(event, at));
        build.taken.push((command, events));
    }
    build.must(OpenBoard { requisition: waiting });
}

/// One refused example of each command in a world where the story was told.
pub fn refused() -> Vec<(&'static str, muster_domain::Command)> {
    let (requisition, person) = (RequisitionId(2), PersonId(0));
    let unknown = RequisitionId(77);
    vec![
        ("no-billet", open(BilletId(99), &[Service::Army]).into()),
        ("requisition-closed", CancelRequisition { requisition, reason: "Again".into() }.into()),
        ("requisition-closed", AskAgain { requisition, services: Vec::new(), suspense: None }.into()),
        (
            "no-requisition",
            ExtendSuspense {
                requisition: unknown,
                ask: Ask::Select,
                holder: Holder::Headquarters,
                due: date(2027, 1, 1),
                reason: "Because".into(),
            }
            .into(),
        ),
        ("requisition-closed", nominate(requisition, person).into()),
        ("requisition-closed", no_fill(requisition, Service::Army).into()),
        ("requisition-closed", WithdrawNomination { requisition, person, reason: "Because".into() }.into()),
        ("requisition-closed", RequestByName { requisition, person, justification: "Because".into() }.into()),
        ("requisition-closed", DeclineByName { requisition, person, reason: "Because".into() }.into()),
        ("no-board", OpenBoard { requisition: RequisitionId(1) }.into()),
        ("not-asked", vet(RequisitionId(1), person, Vetter::Dia, true).into()),
        ("not-asked", SelectNominee { requisition: RequisitionId(1), person, reason: None }.into()),
        ("not-asked", accept(RequisitionId(1), person).into()),
        ("not-asked", decline(RequisitionId(1), person).into()),
        (
            "no-requisition",
            ProposeReassignment { requisition: unknown, person, report: None, justification: "Because".into() }.into(),
        ),
        ("no-requisition", GiveConsent { requisition: unknown, person }.into()),
        ("no-requisition", RefuseConsent { requisition: unknown, person, reason: None }.into()),
        ("no-requisition", step(unknown, RecruitmentStep::Interviews, TODAY).into()),
    ]
}

/// Any command on a requisition, for random histories.
pub fn any(kind: u16, n: [u16; 4], day: Date, text: muster_domain::Text) -> muster_domain::Command {
    let (requisition, person) = (RequisitionId(u32::from(n[0] % 4)), PersonId(u32::from(n[1] % 6)));
    let services = [Service::Army, Service::Navy, Service::AirForce];
    let service = services[usize::from(n[2] % 3)];
    let vetter = Vetter::ALL[usize::from(n[2] % 3)];
    let some = |n: u16, day: Date| n.is_multiple_of(3).then_some(day);
    match kind {
        0..=2 => {
            let asked = [&services[..1], &services[..], &services[1..2], &[]][usize::from(n[2] % 4)];
            let billet = BilletId(u32::from(n[0] % 6));
            OpenRequisition { report: day, suspense: some(n[3], day), ..open(billet, asked) }.into()
        }
        3..=5 => {
            let rank = if n[2].is_multiple_of(4) { Rank::Alternate } else { Rank::Primary };
            NominatePerson { rank, report: some(n[3], day), ..nominate(requisition, person) }.into()
        }
        6 => DeclareNoFill { until: day, reason: text, ..no_fill(requisition, service) }.into(),
        7 => match n[3] % 3 {
            0 => WithdrawNomination { requisition, person, reason: text }.into(),
            1 => RequestByName { requisition, person, justification: text }.into(),
            _ => DeclineByName { requisition, person, reason: text }.into(),
        },
        8 => match n[3] % 3 {
            0 => CancelRequisition { requisition, reason: text }.into(),
            1 => AskAgain { requisition, services: services[..usize::from(n[2] % 3)].to_vec(), suspense: None }.into(),
            _ => OpenBoard { requisition }.into(),
        },
        9 | 10 => vet(requisition, person, vetter, !n[3].is_multiple_of(4)).into(),
        11 => SelectNominee { requisition, person, reason: Some(text) }.into(),
        12 => accept(requisition, person).into(),
        13 => decline(requisition, person).into(),
        14 => match n[3] % 4 {
            0 => GiveConsent { requisition, person }.into(),
            1 => RefuseConsent { requisition, person, reason: Some(text) }.into(),
            _ => ProposeReassignment { requisition, person, report: some(n[2], day), justification: text }.into(),
        },
        _ => {
            let step = RecruitmentStep::ALL[usize::from(n[2]) % RecruitmentStep::ALL.len()];
            let person = (step == RecruitmentStep::EntryOnDuty).then_some(person);
            RecordRecruitmentStep { requisition, step, on: TODAY, person }.into()
        }
    }
}

#[test]
fn a_service_nominates_the_office_accepts_and_the_tour_says_the_rest() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let person = build.person("A1");
    let requisition = build.requisition(billet, &[Service::Army]);
    assert_eq!(build.asked(requisition), [(Ask::Nominate, Holder::Service(Service::Army))]);
    build.must(nominate(requisition, person));
    assert_eq!(build.asked(requisition), [(Ask::Accept, Holder::Office(SCO))]);
    build.must(accept(requisition, person));
    assert_eq!(build.asked(requisition), [(Ask::Order, Holder::Service(Service::Army))]);
    let tour = build.world.requisitions[requisition].accepted.unwrap().tour;
    assert_eq!((build.world.tours[tour].report, build.world.tours[tour].person), (REPORT, person));
    assert_eq!(build.status(requisition), RequisitionStatus::Planned);
    build.must(OrderTour { tour, on: TODAY });
    assert_eq!(build.asked(requisition), [(Ask::Arrive, Holder::Office(SCO))]);
    assert_eq!(build.status(requisition), RequisitionStatus::Ordered);
    build.must(RecordArrival { tour, on: TODAY });
    assert_eq!(build.status(requisition), RequisitionStatus::Filled);
    assert!(build.asked(requisition).is_empty());
    build.refused("requisition-closed", nominate(requisition, person));
}

#[test]
fn a_billet_has_one_open_requisition_and_asks_only_who_may_fill_it() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |terms| terms.coding = ServiceCoding::Only(Service::Navy));
    build.refused("service-coding", open(billet, &[Service::Army]));
    build.refused("services-missing", open(billet, &[]));
    build.refused("service-twice", open(billet, &[Service::Navy, Service::Navy]));
    build.refused("priority", OpenRequisition { priority: 6, ..open(billet, &[Service::Navy]) });
    build.refused(
        "suspense-past",
        OpenRequisition { suspense: Some(date(2026, 9, 1)), ..open(billet, &[Service::Navy]) },
    );
    build.refused(
        "outside-authorisation",
        OpenRequisition { report: date(2040, 1, 1), ..open(billet, &[Service::Navy]) },
    );
    build.refused("no-billet", open(BilletId(99), &[Service::Navy]));
    let requisition = build.requisition(billet, &[Service::Navy]);
    build.refused("requisition-open", open(billet, &[Service::Navy]));
    build.must(CancelRequisition { requisition, reason: "Not needed".into() });
    build.must(open(billet, &[Service::Navy]));
    let hire = build.billet("JOR-2", local);
    build.refused("services-not-asked", open(hire, &[Service::Army]));
}

#[test]
fn only_those_who_can_be_given_are_nominated() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let (person, busy) = (build.person("A1"), build.person("A2"));
    let held = build.billet("JOR-2", |_| {});
    build.tour(busy, held, date(2026, 1, 1), date(2028, 1, 1));
    let requisition = build.requisition(billet, &[Service::Army]);
    let airman = build.of("AF", Service::AirForce, Grade::O(5));
    let local = build.of("LE", Service::LocallyEmployed, Grade::Gs(9));
    build.refused("service-not-asked", nominate(requisition, airman));
    build.refused("service-not-asked", nominate(requisition, local));
    build.refused("no-person", nominate(requisition, PersonId(99)));
    build.refused("no-requisition", nominate(RequisitionId(9), person));
    build.refused("two-places", nominate(requisition, busy));
    build.refused("primary-missing", NominatePerson { rank: Rank::Alternate, ..nominate(requisition, person) });
    let later = NominatePerson { report: Some(date(2028, 1, 1)), ..nominate(requisition, busy) };
    build.must(later);
    build.refused("primary-nominated", nominate(requisition, person));
    build.must(NominatePerson { rank: Rank::Alternate, ..nominate(requisition, person) });
    build.refused("already-nominated", NominatePerson { rank: Rank::Alternate, ..nominate(requisition, person) });
    build.must(accept(requisition, busy));
    let tour = build.world.requisitions[requisition].accepted.unwrap().tour;
    assert_eq!(build.world.tours[tour].report, date(2028, 1, 1));
    assert_eq!(build.standing(requisition, person), NomineeStanding::Superseded);
}

#[test]
fn a_declined_nominee_goes_back_to_the_service_with_a_new_suspense() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let (first, second) = (build.person("A1"), build.person("A2"));
    let requisition = build.requisition(billet, &[Service::Army]);
    build.must(nominate(requisition, first));
    build.refused("reason-missing", DeclineNominee { reason: " ".into(), ..decline(requisition, first) });
    build.refused("not-nominated", decline(requisition, second));
    build.must(decline(requisition, first));
    assert_eq!(build.asked(requisition), [(Ask::Nominate, Holder::Service(Service::Army))]);
    build.refused("not-asked", accept(requisition, first));
    build.must(nominate(requisition, second));
    build.must(accept(requisition, second));
    let deeds = &build.world.requisitions[requisition].deeds;
    assert_eq!(deeds.len(), 5);
    assert!(deeds[2].reason.is_some());
}

#[test]
fn whoever_is_accepted_is_withdrawn_everywhere_else_and_accepted_once() {
    let mut build = Build::service();
    let billets = ["JOR-1", "JOR-2"].map(|number| build.billet(number, |_| {}));
    let (person, other) = (build.person("A1"), build.person("A2"));
    let requisitions = billets.map(|billet| build.requisition(billet, &[Service::Army]));
    for requisition in requisitions {
        build.must(nominate(requisition, person));
    }
    build.must(accept(requisitions[0], person));
    assert_eq!(build.standing(requisitions[1], person), NomineeStanding::Superseded);
    assert_eq!(build.asked(requisitions[1]), [(Ask::Nominate, Holder::Service(Service::Army))]);
    build.refused("not-asked", accept(requisitions[1], person));
    build.refused("not-asked", accept(requisitions[0], person));
    build.refused("two-places", nominate(requisitions[1], person));
    build.must(nominate(requisitions[1], other));
}

#[test]
fn a_request_by_name_is_answered_before_anybody_else_is_nominated() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let (wanted, other) = (build.person("A1"), build.person("A2"));
    let requisition = build.requisition(billet, &[Service::Army]);
    let request = RequestByName { requisition, person: wanted, justification: "Wrote the plan".into() };
    build.refused("reason-missing", RequestByName { justification: "".into(), ..request.clone() });
    build.must(request.clone());
    build.refused("already-requested", request);
    build.refused("by-name-open", nominate(requisition, other));
    build.refused("by-name-open", no_fill(requisition, Service::Army));
    let mut other_way = build.clone();
    other_way.must(nominate(requisition, wanted));
    build.refused("not-requested", DeclineByName { requisition, person: other, reason: "No".into() });
    build.must(DeclineByName { requisition, person: wanted, reason: "Not releasable".into() });
    build.must(nominate(requisition, other));
}

#[test]
fn when_no_service_has_a_fill_headquarters_resolves() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let requisition = build.requisition(billet, &[Service::Army, Service::Navy]);
    build.refused("until-past", DeclareNoFill { until: TODAY, ..no_fill(requisition, Service::Army) });
    build.must(no_fill(requisition, Service::Army));
    assert_eq!(build.asked(requisition), [(Ask::Nominate, Holder::Service(Service::Navy))]);
    build.refused("not-asked", AskAgain { requisition, services: vec![Service::Navy], suspense: None });
    build.must(no_fill(requisition, Service::Navy));
    assert_eq!(build.asked(requisition), [(Ask::Resolve, Holder::Headquarters)]);
    let mut gapped = build.clone();
    let gap = ApprovedGap {
        period: period(date(2027, 6, 1), date(2027, 12, 1)),
        approver: "CENTCOM J1".into(),
        reason: "No fill".into(),
    };
    gapped.must(ApproveGap { billet, gap });
    assert_eq!(gapped.status(requisition), RequisitionStatus::ApprovedGap);
    gapped.refused("gap-approved", open(billet, &[Service::Army]));
    build.must(AskAgain { requisition, services: vec![Service::AirForce], suspense: Some(date(2026, 12, 1)) });
    let asked = build.world.requisitions[requisition].turns[0];
    assert_eq!((asked.turn.holder, asked.turn.due), (Holder::Service(Service::AirForce), date(2026, 12, 1)));
}

#[test]
fn a_tour_that_falls_through_comes_back_to_headquarters() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let person = build.person("A1");
    let requisition = build.requisition(billet, &[Service::Army]);
    build.must(nominate(requisition, person));
    build.must(accept(requisition, person));
    build.refused("requisition-planned", CancelRequisition { requisition, reason: "Too late".into() });
    let tour = build.world.requisitions[requisition].accepted.unwrap().tour;
    build.must(CancelTour { tour });
    assert_eq!(build.asked(requisition), [(Ask::Resolve, Holder::Headquarters)]);
    build.must(AskAgain { requisition, services: vec![Service::Army], suspense: None });
    assert_eq!(build.status(requisition), RequisitionStatus::Nominating);
    build.must(nominate(requisition, person));
    build.must(accept(requisition, person));
}

#[test]
fn three_vet_in_parallel_and_the_selected_nominee_is_offered() {
    let mut build = Build::service();
    build.must(office("DIA", OfficeKind::Agency, None, ARLINGTON));
    let dia = last(&build.world.offices);
    build.must(RecordAuthority(Authority {
        kind: AuthorityKind::AttacheFunctions,
        holder: AuthorityHolder::Office(dia),
        over: SCO,
        period: Period::open(date(2020, 1, 1)),
        source: "DoDD 5105.75".into(),
    }));
    let billet = build.billet("JOR-1", mode(FillMode::NominativeBoard));
    let soldier = build.person("A1");
    let airman = build.of("AF", Service::AirForce, Grade::O(5));
    let requisition = build.requisition(billet, &[Service::Army, Service::AirForce]);
    build.must(nominate(requisition, soldier));
    assert_eq!(build.status(requisition), RequisitionStatus::Nominating);
    build.refused("not-asked", vet(requisition, soldier, Vetter::Dia, true));
    build.must(nominate(requisition, airman));
    let vetters = [
        (Ask::Vet(Vetter::Dia), Holder::Office(dia)),
        (Ask::Vet(Vetter::Dsca), Holder::Headquarters),
        (Ask::Vet(Vetter::Command), Holder::Office(COMMAND)),
    ];
    assert_eq!(build.asked(requisition), vetters);
    let alternate = NominatePerson { rank: Rank::Alternate, ..nominate(requisition, build.world.people.next_id()) };
    build.refused("no-person", alternate);
    build.refused("reason-missing", VetNominee { reason: None, ..vet(requisition, soldier, Vetter::Dia, false) });
    build.must(vet(requisition, soldier, Vetter::Dia, false));
    build.refused("already-vetted", vet(requisition, soldier, Vetter::Dia, true));
    for vetter in Vetter::ALL {
        if vetter != Vetter::Dia {
            build.must(vet(requisition, soldier, vetter, true));
        }
        build.must(vet(requisition, airman, vetter, true));
    }
    assert_eq!(build.asked(requisition), [(Ask::Select, Holder::Headquarters)]);
    let (manager, director) =
        (build.account(Role::WorkforceManager, None, None), build.account(Role::Director, None, None));
    let select = |person, reason: Option<&str>| SelectNominee { requisition, person, reason: reason.map(Into::into) };
    assert_eq!(build.later(manager, 1, select(soldier, Some("Best"))).unwrap_err(), "found-unfavourable");
    assert_eq!(build.later(director, 1, select(soldier, None)).unwrap_err(), "reason-missing");
    build.later(director, 1, select(soldier, Some("The finding rests on a mix-up"))).unwrap();
    build.later(manager, 1, select(airman, None)).unwrap();
    build.must(select(airman, None));
    build.refused("not-selected", accept(requisition, soldier));
    build.must(decline(requisition, airman));
    assert_eq!(build.asked(requisition), [(Ask::Select, Holder::Headquarters)], "the other nominee is still there");
}

#[test]
fn a_board_waits_for_the_suspense_and_no_longer() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", mode(FillMode::NominativeBoard));
    let person = build.person("A1");
    let requisition = build.requisition(billet, &[Service::Army, Service::Navy]);
    build.refused("nobody-nominated", OpenBoard { requisition });
    build.must(nominate(requisition, person));
    build.refused("suspense-open", OpenBoard { requisition });
    let manager = build.account(Role::WorkforceManager, None, None);
    let opened = build.later(manager, 31, OpenBoard { requisition }).unwrap();
    let Event::BoardOpened(opened) = &opened[0] else { panic!("{opened:?}") };
    assert_eq!(opened.step.turns.len(), 3);
    let mut other = build.clone();
    other.must(no_fill(requisition, Service::Navy));
    assert_eq!(other.status(requisition), RequisitionStatus::Vetting);
}

#[test]
fn a_civilian_is_moved_with_consent_and_not_without() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", civilian(FillMode::CivilianReassignment));
    let (soldier, person) = (build.person("A1"), build.of("C1", Service::Civilian, Grade::Gs(13)));
    let requisition = build.requisition(billet, &[]);
    assert_eq!(build.asked(requisition), [(Ask::Propose, Holder::Headquarters)]);
    let propose =
        |person| ProposeReassignment { requisition, person, report: None, justification: "Knows the program".into() };
    build.refused("not-civilian", propose(soldier));
    build.refused("service-not-asked", nominate(requisition, person));
    build.must(propose(person));
    assert_eq!(build.asked(requisition), [(Ask::Consent, Holder::Person(person))]);
    let member = build.granted(Grant {
        role: Role::Member,
        office: None,
        service: None,
        person: Some(person),
        purchaser: None,
        period: Period::open(date(2026, 1, 1)),
    });
    let manager = build.account(Role::WorkforceManager, None, None);
    assert_eq!(build.later(manager, 1, GiveConsent { requisition, person }).unwrap_err(), "not-your-turn");
    build.later(member, 1, GiveConsent { requisition, person }).unwrap();
    build.refused("not-asked", accept(requisition, person));
    let mut refused = build.clone();
    refused.must(RefuseConsent { requisition, person, reason: None });
    assert_eq!(refused.asked(requisition), [(Ask::Propose, Holder::Headquarters)]);
    build.must(GiveConsent { requisition, person });
    build.must(accept(requisition, person));
    assert_eq!(build.asked(requisition), [(Ask::Arrive, Holder::Office(SCO))]);
}

#[test]
fn a_recruitment_goes_step_by_step_and_ends_with_an_arrival() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", local);
    let hired = build.of("LE1", Service::LocallyEmployed, Grade::Gs(9));
    let soldier = build.person("A1");
    let requisition = build.requisition(billet, &[]);
    assert_eq!(build.asked(requisition), [(Ask::Recruit, Holder::Mission(SCO))]);
    build.refused("future", step(requisition, RecruitmentStep::Announcement, date(2027, 1, 1)));
    build.must(step(requisition, RecruitmentStep::Interviews, TODAY));
    build.refused("step-order", step(requisition, RecruitmentStep::Certificate, TODAY));
    let entry = |person| RecordRecruitmentStep { person, ..step(requisition, RecruitmentStep::EntryOnDuty, TODAY) };
    build.refused("entrant-missing", entry(None));
    build.refused("entrant-service", entry(Some(soldier)));
    let early = RecordRecruitmentStep { person: Some(hired), ..step(requisition, RecruitmentStep::FirmOffer, TODAY) };
    build.refused("entrant-early", early);
    build.must(entry(Some(hired)));
    assert_eq!(build.status(requisition), RequisitionStatus::Filled);
    let tour = build.world.requisitions[requisition].accepted.unwrap().tour;
    assert_eq!(build.world.tours[tour].arrived, Some(TODAY));
}

#[test]
fn after_the_suspense_the_next_up_the_line_acts_and_the_original_holder_is_told() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let person = build.person("A1");
    let requisition = build.requisition(billet, &[Service::Army]);
    let army = build.account(Role::AssignmentOfficer, None, Some(Service::Army));
    let navy = build.account(Role::AssignmentOfficer, None, Some(Service::Navy));
    let chief = build.account(Role::OfficeChief, Some(SCO), None);
    let command = build.account(Role::CommandOfficer, Some(COMMAND), None);
    let manager = build.account(Role::WorkforceManager, None, None);
    build.later(army, 30, nominate(requisition, person)).unwrap();
    assert_eq!(build.later(army, 31, nominate(requisition, person)).unwrap_err(), "not-your-turn");
    assert_eq!(build.later(navy, 1, no_fill(requisition, Service::Army)).unwrap_err(), "not-your-turn");
    let extend = ExtendSuspense {
        requisition,
        ask: Ask::Nominate,
        holder: Holder::Service(Service::Army),
        due: date(2026, 12, 1),
        reason: "The selection board sat late".into(),
    };
    assert_eq!(build.later(army, 1, extend.clone()).unwrap_err(), "not-your-turn");
    assert_eq!(build.later(manager, 1, ExtendSuspense { due: TODAY, ..extend.clone() }).unwrap_err(), "suspense-past");
    build.later(manager, 31, extend.clone()).unwrap();
    build.must(extend);
    build.later(army, 40, nominate(requisition, person)).unwrap();
    build.must(nominate(requisition, person));
    build.later(chief, 10, accept(requisition, person)).unwrap();
    assert_eq!(build.later(army, 5, accept(requisition, person)).unwrap_err(), "not-your-turn");
    assert_eq!(build.later(chief, 11, accept(requisition, person)).unwrap_err(), "not-your-turn");
    build.later(command, 11, decline(requisition, person)).unwrap();
    build.later(command, 11, accept(requisition, person)).unwrap();
    build.later(manager, 18, accept(requisition, person)).unwrap();
}

#[test]
fn erasing_a_person_takes_what_was_said_of_them_out_of_every_requisition() {
    let mut build = Build::service();
    let billet = build.billet("JOR-1", |_| {});
    let person = build.person("A1");
    let requisition = build.requisition(billet, &[Service::Army]);
    build.must(RequestByName { requisition, person, justification: "Known to us".into() });
    build.must(nominate(requisition, person));
    build.must(decline(requisition, person));
    build.must(ErasePerson { person });
    let text = serde_json::to_string(&build.world.requisitions[requisition]).unwrap();
    for said in ["Known to us", "Served in the region", "Needed where"] {
        assert!(!text.contains(said), "{said}: {text}");
    }
}
