//! Ordered departures, diversions, augmentations: what each command takes, refuses, and leaves.

use jiff::civil::{Date, date};
use muster_domain::kernel::Id;
use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, DepartureOutcome, DepartureReach, EndDeparture, OrderDeparture,
    PostStatus, RecordAuthority, RescindDeparture, SetPostStatus,
};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    AUGMENTATION_FUNDING, AugmentOffice, AugmentationKind, AugmentationPurpose, Augmenting, CurtailmentReason,
    DivertPerson, Duty, EndAugmentation, EndDiversion, ErasePerson, FundingSource, Incumbency, PlanTour, RecordArrival,
    Tour, TourStatus, Whereabouts, whereabouts,
};
use muster_domain::{
    AugmentationId, BilletId, Command, Decide, DiversionId, OfficeId, Period, PersonId, PostId, Sealed, Service, TourId,
};

use super::build::*;

pub fn departure(from: Date) -> OrderDeparture {
    OrderDeparture {
        post: AMMAN,
        from,
        safe_haven: ARLINGTON,
        essential: Vec::new(),
        reach: DepartureReach::NotEssential,
        document: "State cable 101".into(),
    }
}

fn end(on: Date, outcome: DepartureOutcome) -> EndDeparture {
    EndDeparture { post: AMMAN, on, outcome, document: "State cable 102".into() }
}

fn divert(tour: TourId, to: OfficeId, period: Period) -> DivertPerson {
    DivertPerson { tour, to, period, reason: "The other office is short".into() }
}

fn team(heads: u8, period: Period) -> AugmentOffice {
    AugmentOffice {
        office: SCO,
        kind: AugmentationKind::TrainingTeam,
        who: Augmenting::People(heads),
        period,
        document: "Request 7".into(),
        funding: FundingSource::Title10Program,
        purpose: AugmentationPurpose::CapacityBuilding,
    }
}

fn visit(person: PersonId, office: OfficeId, period: Period) -> AugmentOffice {
    AugmentOffice {
        office,
        kind: AugmentationKind::TemporaryDuty,
        who: Augmenting::Person(person),
        period,
        document: "Travel order 9".into(),
        funding: FundingSource::OperationsMaintenance,
        purpose: AugmentationPurpose::CommandSupport,
    }
}

fn tacon(period: Period) -> RecordAuthority {
    RecordAuthority(Authority {
        kind: AuthorityKind::TacticalControl,
        holder: AuthorityHolder::Office(COMMAND),
        over: SCO,
        period,
        source: "Order 3".into(),
    })
}

/// What the story tells of posts: a departure by mistake, one that ended, a diversion, a team.
pub fn told(build: &mut Build) {
    build.must(departure(date(2026, 7, 1)));
    build.must(RescindDeparture { post: AMMAN, from: date(2026, 7, 1), document: "State cable 99".into() });
    build.must(OrderDeparture { essential: vec![PersonId(2)], ..departure(date(2026, 9, 1)) });
    build.must(end(date(2026, 9, 20), DepartureOutcome::Returned));
    build.must(divert(TourId(2), COMMAND, period(date(2026, 10, 5), date(2026, 11, 5))));
    build.must(EndDiversion { diversion: DiversionId(0), on: date(2026, 10, 20) });
    let days = period(date(2026, 10, 1), date(2026, 12, 1));
    build.must(tacon(days));
    build.must(team(12, days));
    build.must(EndAugmentation { augmentation: AugmentationId(0), on: date(2026, 11, 1) });
}

/// One refused example of each command after the story.
pub fn refused() -> Vec<(&'static str, Command)> {
    let later = period(date(2026, 12, 1), date(2026, 12, 20));
    vec![
        ("departure-overlaps", departure(date(2026, 9, 10)).into()),
        ("no-departure", end(date(2026, 10, 2), DepartureOutcome::Returned).into()),
        (
            "no-departure",
            RescindDeparture { post: AMMAN, from: date(2026, 7, 1), document: "State cable 99".into() }.into(),
        ),
        ("diverted-home", divert(TourId(2), SCO, later).into()),
        ("not-earlier", EndDiversion { diversion: DiversionId(0), on: date(2026, 10, 20) }.into()),
        ("no-tacon", team(12, later).into()),
        ("not-earlier", EndAugmentation { augmentation: AugmentationId(0), on: date(2026, 11, 1) }.into()),
    ]
}

/// Any of these commands, from a few small numbers.
pub fn random(n: [u16; 5], period: Period, day: Date) -> Command {
    fn id<I: Id>(n: u16) -> I {
        I::from_index(usize::from(n % 4))
    }
    let [kind, a, b, c, d] = n;
    let outcomes = [DepartureOutcome::Returned, DepartureOutcome::Unaccompanied, DepartureOutcome::Suspended];
    let post = if a % 3 == 0 { id(b) } else { AMMAN };
    match kind % 12 {
        0 | 1 => OrderDeparture {
            post,
            safe_haven: id(b),
            essential: if c % 3 == 0 { vec![id(d)] } else { Vec::new() },
            reach: if d % 5 == 0 { DepartureReach::Families } else { DepartureReach::NotEssential },
            ..departure(day)
        }
        .into(),
        2 | 3 => EndDeparture { post, ..end(day, outcomes[usize::from(c % 3)]) }.into(),
        4 => RescindDeparture { post, from: day, document: "cable".into() }.into(),
        5 | 6 => divert(id(a), id(b), period).into(),
        7 => EndDiversion { diversion: id(a), on: day }.into(),
        8 => visit(id(a), id(b), period).into(),
        9 => team((c % 12) as u8, period).into(),
        10 => EndAugmentation { augmentation: id(a), on: day }.into(),
        _ => tacon(period).into(),
    }
}

/// Two people who serve in Amman from 2026 to 2028, one in the command, with their billets.
struct Posted {
    build: Build,
    tours: [TourId; 3],
}

fn posted() -> Posted {
    let mut build = Build::service();
    for number in ["JOR-001", "JOR-002"] {
        build.billet(number, |_| {});
    }
    build.billet("CEN-001", |terms| (terms.office, terms.place) = (COMMAND, ARLINGTON));
    let tours = [0, 1, 2].map(|n| {
        build.person(&format!("A{n}"));
        let tour = build.tour(PersonId(n), BilletId(n), date(2026, 1, 1), date(2028, 1, 1));
        build.must(RecordArrival { tour, on: date(2026, 1, 1) });
        tour
    });
    Posted { build, tours }
}

fn at(build: &Build, person: u32, day: Date) -> Whereabouts {
    whereabouts(&build.world, PersonId(person), day, Tour::period).unwrap()
}

#[test]
fn a_departure_takes_everybody_but_the_essential_and_gives_them_back() {
    let Posted { mut build, .. } = posted();
    let before = build.world.clone();
    build.must(OrderDeparture { essential: vec![PersonId(1)], ..departure(date(2026, 9, 1)) });
    assert_eq!(build.world.posts[AMMAN].status_on(date(2026, 8, 31)), PostStatus::Accompanied);
    assert_eq!(build.world.posts[AMMAN].status_on(date(2026, 9, 1)), PostStatus::OrderedDeparture);
    assert_eq!(at(&build, 0, date(2026, 9, 1)).departed, Some(ARLINGTON));
    assert_eq!(at(&build, 1, date(2026, 9, 1)).departed, None);
    assert_eq!(at(&build, 2, date(2026, 9, 1)).departed, None);
    // They stay assigned: no tour, no billet changed.
    assert_eq!(build.world.tours[TourId(0)], before.tours[TourId(0)]);
    build.must(end(date(2026, 9, 20), DepartureOutcome::Returned));
    assert_eq!(at(&build, 0, date(2026, 9, 19)).departed, Some(ARLINGTON));
    assert!(at(&build, 0, date(2026, 9, 20)).is_at_own_billet());
    assert_eq!(build.world.posts[AMMAN].status_on(date(2026, 9, 20)), PostStatus::Accompanied);
}

#[test]
fn a_departure_of_families_leaves_everybody_on_duty() {
    let Posted { mut build, .. } = posted();
    build.must(OrderDeparture { reach: DepartureReach::Families, ..departure(date(2026, 9, 1)) });
    assert!(at(&build, 0, TODAY).is_at_own_billet());
    assert_eq!(build.world.posts[AMMAN].status_on(TODAY), PostStatus::OrderedDeparture);
}

#[test]
fn locally_employed_staff_are_at_home_and_stay() {
    let Posted { mut build, .. } = posted();
    build.must(register("LE1", Service::LocallyEmployed, muster_domain::Grade::Gs(9)));
    build.must(authorise("JOR-LE", period(date(2020, 1, 1), date(2032, 1, 1)), |terms| {
        terms.coding = muster_domain::workforce::ServiceCoding::Only(Service::LocallyEmployed);
        terms.grade = muster_domain::Grade::Gs(9);
    }));
    let local = PersonId(3);
    let tour = build.tour(local, BilletId(3), date(2026, 1, 1), date(2028, 1, 1));
    build.must(RecordArrival { tour, on: date(2026, 1, 1) });
    build.must(departure(date(2026, 9, 1)));
    assert!(at(&build, 3, TODAY).is_at_own_billet());
    build.must(end(TODAY, DepartureOutcome::Suspended));
    assert_eq!(build.world.tours[tour].rotation, date(2028, 1, 1));
    assert_eq!(build.world.tours[TourId(0)].rotation, TODAY);
    build.refused("locally-employed", divert(tour, COMMAND, period(TODAY, date(2026, 11, 1))));
    build.refused("locally-employed", visit(local, COMMAND, period(TODAY, date(2026, 11, 1))));
}

#[test]
fn a_departure_is_refused_where_it_cannot_be() {
    let Posted { mut build, .. } = posted();
    build.refused("departure-abroad", OrderDeparture { post: ARLINGTON, safe_haven: AMMAN, ..departure(TODAY) });
    build.refused("safe-haven", OrderDeparture { safe_haven: AMMAN, ..departure(TODAY) });
    build.refused("no-post", OrderDeparture { safe_haven: PostId(9), ..departure(TODAY) });
    build.refused("departure-document", OrderDeparture { document: " ".into(), ..departure(TODAY) });
    build.refused("essential-elsewhere", OrderDeparture { essential: vec![PersonId(2)], ..departure(TODAY) });
    build.refused("essential-elsewhere", OrderDeparture { essential: vec![PersonId(99)], ..departure(TODAY) });
    let families = DepartureReach::Families;
    build.refused(
        "essential-families",
        OrderDeparture { essential: vec![PersonId(0)], reach: families, ..departure(TODAY) },
    );
    build.refused(
        "departure-is-ordered",
        SetPostStatus { post: AMMAN, from: TODAY, status: PostStatus::OrderedDeparture },
    );
    build.must(SetPostStatus { post: AMMAN, from: TODAY, status: PostStatus::Suspended });
    build.refused("post-suspended", departure(TODAY));
    build.refused("no-departure", end(TODAY, DepartureOutcome::Returned));
}

#[test]
fn only_one_departure_holds_on_a_day_and_the_next_may_adjoin() {
    let Posted { mut build, .. } = posted();
    build.must(departure(date(2026, 6, 1)));
    build.refused("departure-overlaps", departure(date(2026, 5, 1)));
    build.refused("departure-overlaps", departure(TODAY));
    build.refused("backward", end(date(2026, 6, 1), DepartureOutcome::Returned));
    build.must(end(date(2026, 7, 1), DepartureOutcome::Returned));
    build.refused("departure-overlaps", departure(date(2026, 6, 30)));
    build.must(OrderDeparture { essential: vec![PersonId(1)], ..departure(date(2026, 7, 1)) });
    // Thirty days of June and the day itself: one absence for those who were away throughout.
    assert_eq!(build.world.posts[AMMAN].days_departed(date(2026, 7, 1)), Some(31));
    assert_eq!(build.world.posts[AMMAN].days_departed(date(2026, 5, 31)), None);
}

#[test]
fn a_rescinded_departure_never_was_and_stays_on_record() {
    let Posted { mut build, .. } = posted();
    let rescind = |from| RescindDeparture { post: AMMAN, from, document: "State cable 104".into() };
    build.must(departure(date(2026, 6, 1)));
    build.refused("no-departure", rescind(date(2026, 6, 2)));
    build.must(rescind(date(2026, 6, 1)));
    assert!(at(&build, 0, date(2026, 6, 1)).is_at_own_billet());
    assert_eq!(build.world.posts[AMMAN].status_on(date(2026, 6, 1)), PostStatus::Accompanied);
    build.refused("no-departure", rescind(date(2026, 6, 1)));
    // The same day again, in earnest; ending it ends this one.
    build.must(departure(date(2026, 6, 1)));
    build.must(end(date(2026, 7, 1), DepartureOutcome::Unaccompanied));
    let held = &build.world.posts[AMMAN].departures;
    assert_eq!(held.len(), 2);
    assert!(held[0].rescinded.is_some() && held[0].end.is_none() && held[1].end.is_some());
    build.refused("departure-changed-post", rescind(date(2026, 6, 1)));
}

#[test]
fn the_outcome_says_what_the_post_is_from_then_on() {
    for (outcome, status) in [
        (DepartureOutcome::Returned, PostStatus::Accompanied),
        (DepartureOutcome::PartlyAccompanied, PostStatus::PartlyAccompanied),
        (DepartureOutcome::Unaccompanied, PostStatus::Unaccompanied),
    ] {
        let Posted { mut build, .. } = posted();
        build.must(departure(date(2026, 9, 1)));
        build.must(end(TODAY, outcome));
        assert_eq!(build.world.posts[AMMAN].status_on(date(2026, 9, 30)), PostStatus::OrderedDeparture);
        assert_eq!(build.world.posts[AMMAN].status_on(TODAY), status);
        assert_eq!(build.world.tours[TourId(0)].status(), TourStatus::Arrived);
    }
}

#[test]
fn a_suspended_post_curtails_whoever_served_there_and_nobody_else() {
    let Posted { mut build, .. } = posted();
    build.person("A3");
    let coming = build.tour(PersonId(3), BilletId(0), date(2028, 1, 1), date(2030, 1, 1));
    build.must(departure(date(2026, 9, 1)));
    build.refused("future", end(date(2026, 10, 2), DepartureOutcome::Suspended));
    build.must(end(TODAY, DepartureOutcome::Suspended));
    for tour in [TourId(0), TourId(1)] {
        let tour = &build.world.tours[tour];
        assert_eq!(tour.rotation, TODAY);
        assert_eq!(tour.curtailment.as_ref().unwrap().reason, CurtailmentReason::OrderedDeparture);
    }
    assert_eq!(build.world.tours[TourId(2)].rotation, date(2028, 1, 1));
    assert_eq!(build.world.tours[coming].status(), TourStatus::Planned);
    assert_eq!(build.world.posts[AMMAN].status_on(TODAY), PostStatus::Suspended);
}

#[test]
fn a_diverted_person_is_there_and_stays_assigned_here() {
    let Posted { mut build, tours } = posted();
    build.must(divert(tours[0], COMMAND, period(date(2026, 10, 5), date(2026, 11, 5))));
    let there = at(&build, 0, date(2026, 10, 5));
    assert_eq!((there.duty, there.office, there.post), (Duty::Diverted(DiversionId(0)), COMMAND, ARLINGTON));
    assert_eq!(there.tour, Some(tours[0]));
    assert!(at(&build, 0, date(2026, 10, 4)).is_at_own_billet());
    assert!(at(&build, 0, date(2026, 11, 5)).is_at_own_billet());
    assert_eq!(build.world.home_of(PersonId(0), date(2026, 10, 5)), Some(SCO));
    // Neither a departure of the post they left, nor of one they are not at, moves them.
    build.must(departure(date(2026, 10, 10)));
    assert_eq!(at(&build, 0, date(2026, 10, 12)).departed, None);
    assert_eq!(at(&build, 0, date(2026, 11, 5)).departed, Some(ARLINGTON));
    // It ends on a day, and on its first day it never was.
    build.must(EndDiversion { diversion: DiversionId(0), on: date(2026, 10, 8) });
    assert_eq!(at(&build, 0, date(2026, 10, 8)).duty, Duty::Own);
    build.must(EndDiversion { diversion: DiversionId(0), on: date(2026, 1, 1) });
    assert_eq!(build.world.diversions[DiversionId(0)].days(), None);
    assert_eq!(at(&build, 0, date(2026, 10, 5)).duty, Duty::Own);
    build.refused("no-diversion", EndDiversion { diversion: DiversionId(7), on: TODAY });
}

#[test]
fn a_diverted_person_leaves_with_the_post_they_were_sent_to() {
    let Posted { mut build, tours } = posted();
    build.must(divert(tours[2], SCO, period(date(2026, 10, 5), date(2026, 11, 5))));
    build.must(departure(date(2026, 10, 10)));
    assert_eq!(at(&build, 2, date(2026, 10, 9)).departed, None);
    assert_eq!(at(&build, 2, date(2026, 10, 10)).departed, Some(ARLINGTON));
    assert_eq!(at(&build, 2, date(2026, 11, 5)).departed, None);
}

#[test]
fn a_diversion_is_refused_where_it_cannot_be() {
    let Posted { mut build, tours } = posted();
    let month = period(date(2026, 10, 5), date(2026, 11, 5));
    let [one, two, three] = tours;
    build.refused("diversion-days", divert(one, COMMAND, period(date(2026, 10, 5), date(2027, 1, 4))));
    build.must(SetLever { lever: Lever::DiversionDays, from: TODAY, value: 120, reason: "Exercise".into() });
    build.must(divert(one, COMMAND, period(date(2026, 10, 5), date(2027, 1, 4))));
    build.refused("already-elsewhere", divert(one, HQ, month));
    build.refused("already-elsewhere", visit(PersonId(0), HQ, month));
    build.refused("beyond-tour", divert(two, COMMAND, period(date(2027, 12, 15), date(2028, 1, 2))));
    build.refused("beyond-tour", divert(two, COMMAND, period(date(2025, 12, 31), date(2026, 2, 2))));
    build.refused("reason-missing", DivertPerson { reason: " ".into(), ..divert(two, COMMAND, month) });
    build.refused("no-office", divert(two, OfficeId(99), month));
    build.refused("no-tour", divert(TourId(99), HQ, month));
    let additional = PlanTour {
        incumbency: Incumbency::Additional,
        ..plan(PersonId(1), BilletId(2), date(2026, 2, 1), date(2027, 1, 1))
    };
    build.must(additional);
    let beside = last(&build.world.tours);
    build.must(RecordArrival { tour: beside, on: date(2026, 2, 1) });
    build.refused("diversion-tour", divert(beside, HQ, month));
    build.must(departure(date(2026, 10, 20)));
    build.refused("post-closed", divert(three, SCO, month));
    build.refused("already-departed", divert(two, HQ, month));
    build.refused("already-departed", visit(PersonId(1), HQ, month));
    build.must(divert(two, HQ, period(date(2026, 10, 5), date(2026, 10, 20))));
}

#[test]
fn why_somebody_is_diverted_is_sealed_and_goes_with_their_key() {
    let Posted { mut build, tours } = posted();
    let events = build.must(divert(tours[0], COMMAND, period(date(2026, 10, 5), date(2026, 11, 5))));
    let muster_domain::Event::PersonDiverted(event) = &events[0] else { panic!("{events:?}") };
    assert!(matches!(event.reason, Sealed::Open(_)));
    let mut sealed = events[0].clone();
    muster_domain::Apply::sealed(&mut sealed, &mut |person, fact| {
        assert_eq!(person, PersonId(0));
        fact.seal(&mut |_| "closed".to_owned());
        Ok(())
    })
    .unwrap();
    assert!(!muster_domain::write_events(&[sealed]).contains("short"));
    build.must(muster_domain::workforce::RecordDeparture { tour: tours[0], on: TODAY });
    assert!(build.world.diversions[DiversionId(0)].reason.is_some());
    build.must(ErasePerson { person: PersonId(0) });
    assert_eq!(build.world.diversions[DiversionId(0)].reason, None);
}

#[test]
fn a_diversion_asks_both_offices_and_an_augmentation_the_one_it_takes_from() {
    let Posted { build, tours } = posted();
    let month = period(date(2026, 10, 5), date(2026, 11, 5));
    let mut offices = divert(tours[0], COMMAND, month).subject(&build.world).offices;
    offices.sort_unstable();
    assert_eq!(offices, [COMMAND, SCO]);
    let subject = visit(PersonId(0), HQ, month).subject(&build.world);
    assert_eq!((subject.offices, subject.person), (vec![HQ, SCO], Some(PersonId(0))));
    // Somebody between offices belongs to headquarters.
    assert_eq!(
        visit(PersonId(0), SCO, period(date(2025, 1, 1), date(2025, 2, 1))).subject(&build.world).offices,
        [SCO, HQ]
    );
    assert_eq!(team(3, month).subject(&build.world).offices, [SCO]);
}

#[test]
fn somebody_who_augments_an_office_is_there_and_not_at_home() {
    let Posted { mut build, .. } = posted();
    let month = period(date(2026, 10, 5), date(2026, 11, 5));
    build.must(visit(PersonId(0), HQ, month));
    let there = at(&build, 0, date(2026, 10, 5));
    assert_eq!((there.duty, there.office), (Duty::Augmenting(AugmentationId(0)), HQ));
    build.must(EndAugmentation { augmentation: AugmentationId(0), on: date(2026, 10, 20) });
    assert!(at(&build, 0, date(2026, 10, 20)).is_at_own_billet());
    build.refused("no-augmentation", EndAugmentation { augmentation: AugmentationId(7), on: TODAY });
}

#[test]
fn a_team_needs_tactical_control_on_all_its_days_and_one_person_does_not() {
    let Posted { mut build, .. } = posted();
    let days = period(date(2026, 10, 5), date(2026, 12, 5));
    build.refused("no-tacon", team(8, days));
    build.must(tacon(period(date(2026, 10, 1), date(2026, 11, 1))));
    build.refused("no-tacon", team(8, days));
    build.must(tacon(period(date(2026, 10, 20), date(2027, 1, 1))));
    build.must(team(8, days));
    let duty = AugmentOffice { who: Augmenting::People(2), ..visit(PersonId(0), HQ, days) };
    build.refused("no-tacon", duty.clone());
    build.must(AugmentOffice { who: Augmenting::People(1), ..duty });
}

#[test]
fn every_kind_is_paid_from_what_the_table_allows_and_from_nothing_else() {
    let Posted { mut build, .. } = posted();
    let days = period(date(2026, 10, 5), date(2026, 11, 5));
    build.must(tacon(days));
    let purposes = [
        AugmentationPurpose::SecurityAssistance,
        AugmentationPurpose::CaseWork,
        AugmentationPurpose::CapacityBuilding,
        AugmentationPurpose::BilateralAffairs,
        AugmentationPurpose::CommandSupport,
    ];
    let mut taken = 0;
    for definition in AugmentationKind::ALL {
        for funding in FundingSource::ALL {
            for purpose in purposes {
                let listed = AUGMENTATION_FUNDING
                    .iter()
                    .any(|line| (line.kind, line.funding, line.purpose) == (definition.kind, *funding, purpose));
                let asked = AugmentOffice { kind: definition.kind, funding: *funding, purpose, ..team(1, days) };
                let answer = asked.decide(&build.world, &muster_domain::Context { today: TODAY, actor: None });
                assert_eq!(answer.is_ok(), listed, "{asked:?}");
                taken += usize::from(listed);
            }
        }
    }
    assert_eq!(taken, AUGMENTATION_FUNDING.len(), "a line twice");
    assert!(AUGMENTATION_FUNDING.iter().all(|line| !line.why.is_empty() && !line.source.is_empty()));
}

#[test]
fn an_augmentation_is_refused_where_it_cannot_be() {
    let Posted { mut build, .. } = posted();
    let month = period(date(2026, 10, 5), date(2026, 11, 5));
    build.refused("augmentation-document", AugmentOffice { document: " ".into(), ..team(3, month) });
    build.refused("augmentation-days", team(3, period(date(2026, 10, 5), date(2027, 4, 3))));
    build.refused("augmentation-days", team(3, Period::open(date(2026, 10, 5))));
    build.refused("augmentation-heads", team(0, month));
    build.refused("augmentation-heads", team(201, month));
    build.refused("augmentation-on-record", AugmentOffice { who: Augmenting::Person(PersonId(0)), ..team(1, month) });
    build.refused("augmentation-home", visit(PersonId(0), SCO, month));
    build.refused("no-person", visit(PersonId(99), SCO, month));
    build.refused("office-not-there", visit(PersonId(0), HQ, period(date(2009, 1, 1), date(2009, 2, 1))));
    build.must(SetPostStatus { post: AMMAN, from: date(2026, 11, 1), status: PostStatus::Suspended });
    build.refused("post-closed", visit(PersonId(2), SCO, month));
    build.must(visit(PersonId(2), SCO, period(date(2026, 10, 5), date(2026, 11, 1))));
}
