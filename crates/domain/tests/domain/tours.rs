//! Tours: what an order is refused for, and what a tour goes through.

use jiff::civil::{Date, date};
use muster_domain::organization::{PostStatus, SetPostStatus};
use muster_domain::workforce::{
    AuthoriseOverlap, CancelTour, CurtailTour, CurtailmentReason, ErasePerson, ExtendTour, Incumbency, OrderTour,
    OverlapAuthorisation, PersonalFacts, PlanTour, RecordArrival, RecordDeparture, RegisterPerson, ServiceCoding,
    TourStatus,
};
use muster_domain::{BilletId, Grade, Period, PersonId, Sealed, Service, TourId};

use super::build::*;

const A: PersonId = PersonId(0);
const B: PersonId = PersonId(1);
const JOR_1: BilletId = BilletId(0);
const JOR_2: BilletId = BilletId(1);

/// Two billets, two people, one tour from the middle of 2025 to the middle of 2027.
fn one_tour() -> Build {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    build.person("A1");
    build.person("A2");
    build.tour(A, JOR_1, date(2025, 7, 1), date(2027, 7, 1));
    build
}

fn overlap(from: Date, until: Date) -> AuthoriseOverlap {
    let overlap = OverlapAuthorisation { period: period(from, until), document: "Memo 4".into() };
    AuthoriseOverlap { billet: JOR_1, overlap }
}

#[test]
fn a_second_primary_incumbent_is_refused_and_with_a_dated_authorisation_is_taken() {
    let mut build = one_tour();
    let relief = plan(B, JOR_1, date(2027, 6, 1), date(2029, 6, 1));
    build.refused("second-incumbent", relief.clone());
    build.must(overlap(date(2027, 6, 10), date(2027, 7, 1)));
    build.refused("second-incumbent", relief.clone());
    build.must(overlap(date(2027, 6, 1), date(2027, 7, 1)));
    build.must(relief);
}

#[test]
fn a_hand_over_within_the_lever_needs_no_authorisation() {
    let mut build = one_tour();
    build.refused("second-incumbent", plan(B, JOR_1, date(2027, 6, 16), date(2029, 6, 1)));
    build.must(plan(B, JOR_1, date(2027, 6, 17), date(2029, 6, 1)));
}

#[test]
fn a_person_counts_in_one_place_and_may_hold_another_billet_beside_it() {
    let mut build = one_tour();
    let second = plan(A, JOR_2, date(2026, 1, 1), date(2027, 1, 1));
    build.refused("two-places", second.clone());
    build.must(PlanTour { incumbency: Incumbency::Additional, ..second });
    assert_eq!(build.world.people[A].tours.len(), 2);
    assert_eq!(build.world.home_of(A, date(2026, 6, 1)), Some(SCO));
    assert_eq!(build.world.home_of(A, date(2028, 1, 1)), None);
}

#[test]
fn a_tour_outside_the_authorisation_is_refused() {
    let build = one_tour();
    build.refused("outside-authorisation", plan(B, JOR_2, date(2031, 1, 1), date(2032, 1, 2)));
    build.refused("outside-authorisation", plan(B, JOR_2, date(2019, 12, 31), date(2021, 1, 1)));
}

#[test]
fn dates_that_run_backwards_are_refused() {
    let build = one_tour();
    build.refused("backward", plan(B, JOR_2, date(2027, 1, 1), date(2026, 1, 1)));
    build.refused("backward", plan(B, JOR_2, date(2027, 1, 1), date(2027, 1, 1)));
}

#[test]
fn a_billet_is_filled_from_the_service_it_is_coded_for() {
    let mut build = Build::service();
    let only = build.billet("JOR-001", |terms| terms.coding = ServiceCoding::Only(Service::Navy));
    let any = build.billet("JOR-002", |terms| terms.coding = ServiceCoding::MilitaryOrCivilian);
    let army = build.person("A1");
    build.must(register("L1", Service::LocallyEmployed, Grade::Gs(9)));
    let local = last(&build.world.people);
    build.refused("service-coding", plan(army, only, date(2027, 1, 1), date(2028, 1, 1)));
    build.refused("service-coding", plan(local, any, date(2027, 1, 1), date(2028, 1, 1)));
    build.must(plan(army, any, date(2027, 1, 1), date(2028, 1, 1)));
}

#[test]
fn dependents_do_not_go_where_the_billet_or_the_post_takes_none() {
    let mut build = Build::service();
    build.billet("JOR-001", |terms| terms.accompanied = false);
    build.billet("JOR-002", |_| {});
    build.person("A1");
    let with = |billet| PlanTour { accompanied: true, ..plan(A, billet, date(2027, 1, 1), date(2028, 1, 1)) };
    build.refused("unaccompanied", with(JOR_1));
    build.must(SetPostStatus { post: AMMAN, from: date(2026, 12, 1), status: PostStatus::Unaccompanied });
    build.refused("unaccompanied", with(JOR_2));
    build.must(SetPostStatus { post: AMMAN, from: date(2027, 1, 1), status: PostStatus::Accompanied });
    build.must(with(JOR_2));
}

#[test]
fn a_tour_ends_before_the_separation() {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    let mut leaves: RegisterPerson = register("A1", Service::Army, Grade::O(5));
    leaves.facts.personal =
        Sealed::Open(PersonalFacts { separates: Some(date(2028, 1, 1)), ..PersonalFacts::default() });
    build.must(leaves);
    build.refused("beyond-separation", plan(A, JOR_1, date(2027, 1, 1), date(2028, 1, 2)));
    build.must(plan(A, JOR_1, date(2027, 1, 1), date(2028, 1, 1)));
}

#[test]
fn a_tour_is_ordered_begun_and_ended_in_that_order() {
    let mut build = one_tour();
    let tour = TourId(0);
    build.refused("tour-status", RecordDeparture { tour, on: date(2026, 1, 1) });
    build.refused("future", OrderTour { tour, on: date(2026, 10, 2) });
    build.must(OrderTour { tour, on: date(2025, 2, 1) });
    build.refused("tour-status", OrderTour { tour, on: date(2025, 2, 1) });
    build.refused("future", RecordArrival { tour, on: date(2026, 10, 2) });
    build.must(RecordArrival { tour, on: date(2025, 7, 5) });
    build.refused("tour-status", CancelTour { tour });
    build.refused("backward", RecordDeparture { tour, on: date(2025, 7, 5) });
    build.must(RecordDeparture { tour, on: date(2026, 9, 1) });
    assert_eq!(build.world.tours[tour].status(), TourStatus::Departed);
    assert_eq!(build.world.tours[tour].served(), Some(period(date(2025, 7, 5), date(2026, 9, 1))));
    build.refused("tour-status", ExtendTour { tour, rotation: date(2028, 1, 1) });
    build.refused("no-tour", CancelTour { tour: TourId(9) });
}

#[test]
fn a_cancelled_tour_leaves_room_for_another() {
    let mut build = one_tour();
    build.must(CancelTour { tour: TourId(0) });
    assert_eq!(build.world.tours[TourId(0)].period(), None);
    build.must(plan(B, JOR_1, date(2026, 7, 1), date(2028, 7, 1)));
}

#[test]
fn an_extension_into_the_relief_is_refused() {
    let mut build = one_tour();
    build.tour(B, JOR_1, date(2027, 7, 1), date(2029, 7, 1));
    let extend = |rotation| ExtendTour { tour: TourId(0), rotation };
    build.refused("not-later", extend(date(2027, 7, 1)));
    build.refused("second-incumbent", extend(date(2027, 8, 1)));
    build.refused("outside-authorisation", extend(date(2033, 1, 1)));
    build.must(extend(date(2027, 7, 15)));
    assert_eq!(build.world.tours[TourId(0)].extensions[0].before, date(2027, 7, 1));
}

#[test]
fn a_departure_after_the_rotation_date_is_refused_only_where_the_relief_stands() {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.person("A1");
    build.person("A2");
    let tour = build.tour(A, JOR_1, date(2024, 7, 1), date(2026, 7, 1));
    build.must(RecordArrival { tour, on: date(2024, 7, 1) });
    build.tour(B, JOR_1, date(2026, 7, 1), date(2028, 7, 1));
    build.refused("second-incumbent", RecordDeparture { tour, on: date(2026, 8, 1) });
    build.must(RecordDeparture { tour, on: date(2026, 7, 10) });
}

#[test]
fn an_early_arrival_may_not_push_the_incumbent_out() {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.person("A1");
    build.person("A2");
    build.tour(A, JOR_1, date(2024, 7, 1), date(2026, 9, 15));
    let relief = build.tour(B, JOR_1, date(2026, 9, 15), date(2028, 9, 15));
    build.refused("second-incumbent", RecordArrival { tour: relief, on: date(2026, 8, 1) });
    build.must(RecordArrival { tour: relief, on: date(2026, 9, 5) });
}

#[test]
fn a_curtailment_lies_within_the_tour_and_keeps_its_note_sealed() {
    let mut build = one_tour();
    let curtail = |rotation, note: Option<&str>| CurtailTour {
        tour: TourId(0),
        rotation,
        reason: CurtailmentReason::Medical,
        note: note.map(str::to_owned),
    };
    build.refused("not-earlier", curtail(date(2027, 7, 1), None));
    build.refused("not-earlier", curtail(date(2025, 7, 1), None));
    build.must(curtail(date(2026, 9, 20), Some("Surgery")));
    assert_eq!(build.world.tours[TourId(0)].rotation, date(2026, 9, 20));
    let note = |build: &Build| build.world.tours[TourId(0)].curtailment.as_ref().unwrap().note.clone();
    assert_eq!(note(&build).as_deref(), Some("Surgery"));
    // Erasing the person takes everything that was sealed under their key.
    build.must(ErasePerson { person: A });
    assert_eq!(note(&build), None);
    assert_eq!(build.world.people[A].personal, None);
    assert_eq!(build.world.people[A].name.as_str(), "Hale, A1");
}

#[test]
fn a_person_who_still_serves_is_not_erased() {
    let build = one_tour();
    build.refused("person-serves", ErasePerson { person: A });
}

#[test]
fn a_person_is_at_home_where_the_billet_first_stood_when_its_terms_begin_later() {
    let mut build = one_tour();
    // A report may say that somebody came before the billet was authorised.
    build.person("A3");
    let mut early = report_tour(PersonId(2), JOR_2, date(2019, 1, 1), date(2019, 12, 1));
    early.arrived = Some(date(2019, 1, 1));
    build.must(early);
    assert_eq!(build.world.home_of(PersonId(2), date(2019, 6, 1)), Some(SCO));
    assert_eq!(build.world.home_of(PersonId(77), TODAY), None);
    assert_eq!(build.world.billets[JOR_2].authorised.overlap(Period::open(date(2031, 12, 31))).unwrap().days(), 1);
}
