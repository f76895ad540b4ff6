//! What systems of record report: taken as it is said, flagged beside, never twice.

use jiff::civil::date;
use muster_domain::workforce::{
    Certificate, CertificateLevel, ContradictionKind, FunctionalArea, LanguageScore, PersonalFacts, ReportBillet,
    ReportPerson, ReportTour, ServiceCoding,
};
use muster_domain::{BilletId, Command, ContradictionId, Event, Grade, Ilr, Period, PersonId, Sealed, Service, TourId};

use super::build::*;

fn person(number: &str) -> ReportPerson {
    let facts = facts(&format!("Reyes, {number}"), Service::Army, Grade::O(4));
    ReportPerson { number: number.into(), source: "eMILPO".into(), as_of: date(2026, 9, 1), facts }
}

fn billet(authorised: Period) -> ReportBillet {
    ReportBillet {
        number: "JOR-001".into(),
        source: "JTD".into(),
        authorised,
        from: authorised.from(),
        terms: terms(|_| {}),
    }
}

fn noted(build: &Build) -> Vec<ContradictionKind> {
    build.world.contradictions.iter().map(|(_, held)| held.kind).collect()
}

/// Taken; taken again it changes nothing; exactly these kinds were noted by it.
#[track_caller]
fn once(build: &mut Build, command: impl Into<Command>, kinds: &[ContradictionKind]) {
    let (command, before) = (command.into(), build.world.contradictions.len());
    build.must(command.clone());
    assert_eq!(&noted(build)[before..], kinds);
    assert_eq!(build.must(command), Vec::new(), "reported again it changes something");
}

/// One billet, two people, nobody there.
fn post_to_fill() -> Build {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    build.person("A1");
    build.person("A2");
    build
}

fn tour(person: u32, billet: u32) -> ReportTour {
    let mut tour = report_tour(PersonId(person), BilletId(billet), date(2025, 6, 1), date(2027, 6, 1));
    tour.arrived = Some(date(2025, 6, 1));
    tour
}

#[test]
fn a_billet_reported_twice_is_authorised_once() {
    let mut build = Build::service();
    once(&mut build, billet(period(date(2024, 1, 1), date(2030, 1, 1))), &[]);
    assert_eq!(build.world.billets.len(), 1);
}

#[test]
fn a_billet_that_another_document_lists_too_is_noted_and_not_taken() {
    let mut build = Build::service();
    build.must(billet(Period::open(date(2024, 1, 1))));
    let mut other = billet(Period::open(date(2024, 1, 1)));
    (other.source, other.terms.key) = ("FMTS".into(), true);
    once(&mut build, other, &[ContradictionKind::SourcesDisagree]);
    assert!(!build.world.billets[BilletId(0)].terms_near(TODAY).key);
}

#[test]
fn a_reported_end_is_taken_and_another_first_day_is_noted_beside_it_at_once() {
    let mut build = Build::service();
    build.must(billet(period(date(2024, 1, 1), date(2030, 1, 1))));
    let report = billet(period(date(2025, 1, 1), date(2028, 1, 1)));
    once(&mut build, report, &[ContradictionKind::SourcesDisagree]);
    assert_eq!(build.world.billets[BilletId(0)].authorised, period(date(2024, 1, 1), date(2028, 1, 1)));
    once(&mut build, billet(period(date(2024, 1, 1), date(2031, 1, 1))), &[ContradictionKind::SourcesDisagree]);
    assert_eq!(build.world.billets[BilletId(0)].authorised.end(), date(2028, 1, 1));
    once(&mut build, billet(period(date(2020, 1, 1), date(2021, 1, 1))), &[ContradictionKind::SourcesDisagree]);
}

#[test]
fn a_reported_end_that_leaves_tours_behind_names_them() {
    let mut build = Build::service();
    build.must(billet(Period::open(date(2024, 1, 1))));
    let serves = build.person("A1");
    build.tour(serves, BilletId(0), date(2027, 1, 1), date(2029, 1, 1));
    let mut report = billet(period(date(2024, 1, 1), date(2028, 1, 1)));
    report.from = date(2026, 1, 1);
    once(&mut build, report, &[ContradictionKind::OutsideAuthorisation]);
    assert_eq!(build.world.contradictions[ContradictionId(0)].tour, Some(TourId(0)));
}

#[test]
fn terms_reported_from_before_the_first_day_hold_from_the_first_day() {
    let mut build = Build::service();
    build.must(billet(Period::open(date(2024, 1, 1))));
    let mut report = billet(Period::open(date(2024, 1, 1)));
    (report.from, report.terms.key) = (date(2020, 1, 1), true);
    once(&mut build, report, &[]);
    assert!(build.world.billets[BilletId(0)].on(date(2024, 1, 1)).unwrap().key);
    assert_eq!(build.world.billets[BilletId(0)].terms.iter().count(), 1);
}

#[test]
fn a_person_reported_twice_is_registered_once_and_a_change_is_taken_once() {
    let mut build = Build::service();
    once(&mut build, person("A1"), &[]);
    let mut promoted = person("A1");
    (promoted.as_of, promoted.facts.grade) = (date(2026, 9, 20), Grade::O(5));
    once(&mut build, promoted, &[]);
    let held = &build.world.people[PersonId(0)];
    assert_eq!((held.grade_on(date(2026, 9, 19)), held.grade_on(date(2026, 9, 20))), (Grade::O(4), Grade::O(5)));
}

#[test]
fn a_second_source_that_disagrees_on_a_person_is_noted_and_not_taken() {
    let mut build = Build::service();
    build.must(person("A1"));
    let mut other = person("A1");
    (other.source, other.facts.grade) = ("DEERS".into(), Grade::O(6));
    once(&mut build, other, &[ContradictionKind::SourcesDisagree]);
    assert_eq!(build.world.people[PersonId(0)].grade_on(TODAY), Grade::O(4));
}

#[test]
fn two_rows_that_seem_one_person_are_both_kept_and_noted_without_the_date_of_birth() {
    let mut build = Build::service();
    build.must(person("A1"));
    let mut twin = person("A2");
    twin.facts.name = "Reyes, A1".into();
    once(&mut build, twin.clone(), &[ContradictionKind::DuplicatePerson]);
    assert_eq!(build.world.people.len(), 2);
    assert!(!build.world.contradictions[ContradictionId(0)].detail.contains("1982"));
    let mut namesake = twin;
    namesake.number = "A3".into();
    namesake.facts.personal = Sealed::Open(PersonalFacts { born: Some(date(1990, 1, 1)), ..PersonalFacts::default() });
    once(&mut build, namesake, &[]);
}

#[test]
fn an_aged_score_and_an_impossible_date_are_noted_once() {
    let mut build = Build::service();
    let level = Ilr::from_half_steps(4).unwrap();
    let score =
        |tested| LanguageScore { language: "Arabic".into(), listening: level, reading: level, speaking: level, tested };
    let mut aged = person("A1");
    aged.facts.languages = vec![score(date(2021, 9, 1))];
    once(&mut build, aged, &[ContradictionKind::ExpiredScore]);
    let mut young = person("A2");
    young.facts.languages = vec![score(date(2021, 9, 2))];
    once(&mut build, young, &[]);
    let mut future = person("A3");
    future.facts.languages = vec![score(date(2026, 9, 2))];
    once(&mut build, future, &[ContradictionKind::ImpossibleDate]);
    let mut lapsed = person("A4");
    lapsed.facts.certificates = vec![Certificate {
        area: FunctionalArea::Acquisition,
        level: CertificateLevel::Basic,
        earned: date(2025, 1, 1),
        lapses: Some(date(2024, 1, 1)),
    }];
    once(&mut build, lapsed, &[ContradictionKind::ImpossibleDate]);
}

#[test]
fn a_command_carries_no_ciphertext() {
    let mut build = Build::service();
    let mut report = person("A1");
    report.facts.personal = Sealed::Closed("bm90IG91cnM=".into());
    build.refused("sealed-facts", report.clone());
    let mut register = register("A1", Service::Army, Grade::O(5));
    register.facts.family = Sealed::Closed("bm90IG91cnM=".into());
    build.refused("sealed-facts", register);
    build.must(person("A1"));
    build.refused("sealed-facts", report);
}

#[test]
fn a_tour_reported_twice_is_stored_once_and_later_news_of_it_are_taken() {
    let mut build = post_to_fill();
    once(&mut build, tour(0, 0), &[]);
    let gone = ReportTour { departed: Some(date(2026, 9, 20)), ..tour(0, 0) };
    once(&mut build, gone, &[]);
    assert_eq!(build.world.tours.len(), 1);
    assert_eq!(build.world.people[PersonId(0)].tours, [TourId(0)]);
}

#[test]
fn a_second_source_that_disagrees_on_a_tour_is_noted_and_not_taken() {
    let mut build = post_to_fill();
    build.must(tour(0, 0));
    let other = ReportTour { source: "NSIPS".into(), rotation: date(2028, 6, 1), ..tour(0, 0) };
    once_not_taken(&mut build, other);
    assert_eq!(build.world.tours[TourId(0)].rotation, date(2027, 6, 1));
    assert_eq!(build.world.tours[TourId(0)].source.as_str(), "eMILPO");
    // One that agrees is no news.
    assert_eq!(build.must(ReportTour { source: "NSIPS".into(), ..tour(0, 0) }), Vec::new());
}

#[track_caller]
fn once_not_taken(build: &mut Build, report: ReportTour) {
    let events = build.must(report.clone());
    assert!(matches!(events[..], [Event::ContradictionNoted(_)]));
    assert_eq!(noted(build).last(), Some(&ContradictionKind::SourcesDisagree));
    assert_eq!(build.must(report), Vec::new());
}

#[test]
fn a_tour_planned_here_becomes_the_one_the_system_of_record_reports() {
    let mut build = post_to_fill();
    build.tour(PersonId(0), BilletId(0), date(2025, 6, 1), date(2027, 6, 1));
    once(&mut build, ReportTour { as_of: date(2025, 7, 1), ..tour(0, 0) }, &[]);
    assert_eq!(build.world.tours.len(), 1);
    assert_eq!(build.world.tours[TourId(0)].source.as_str(), "eMILPO");
}

#[test]
fn each_thing_that_cannot_be_is_taken_and_noted_once() {
    use ContradictionKind::{BeyondSeparation, OutsideAuthorisation, SecondIncumbent, TwoPlaces, WrongService};
    let mut build = post_to_fill();
    let navy = build.billet("JOR-003", |terms| terms.coding = ServiceCoding::Only(Service::Navy));
    build.must(tour(0, 0));
    once(&mut build, tour(1, 0), &[SecondIncumbent]);
    once(&mut build, tour(0, 1), &[TwoPlaces]);
    let third = build.person("A3");
    once(&mut build, ReportTour { person: third, billet: navy, ..tour(0, 0) }, &[WrongService]);
    let late = ReportTour { rotation: date(2040, 1, 1), report: date(2030, 1, 1), arrived: None, ..tour(0, 0) };
    once(&mut build, late, &[OutsideAuthorisation]);
    let mut leaves = register("A4", Service::Army, Grade::O(5));
    leaves.facts.personal =
        Sealed::Open(PersonalFacts { separates: Some(date(2027, 1, 1)), ..PersonalFacts::default() });
    build.must(leaves);
    let billet = build.billet("JOR-004", |_| {});
    let report = ReportTour { person: last(&build.world.people), billet, ..tour(0, 0) };
    once(&mut build, report, &[BeyondSeparation]);
    assert!(
        !build.world.contradictions[last(&build.world.contradictions)].detail.contains("2027-01-01"),
        "the date is sealed"
    );
}

#[test]
fn dates_of_a_tour_that_cannot_be_are_noted_and_give_no_period() {
    let mut build = post_to_fill();
    let backwards = ReportTour { rotation: date(2025, 6, 1), arrived: None, ..tour(0, 0) };
    once(&mut build, backwards, &[ContradictionKind::ImpossibleDate]);
    assert_eq!(build.world.tours[TourId(0)].period(), None);
    let ahead = ReportTour { arrived: Some(date(2026, 12, 1)), ..tour(1, 1) };
    once(&mut build, ahead, &[ContradictionKind::ImpossibleDate]);
    let never_came = ReportTour { arrived: None, departed: Some(date(2026, 1, 1)), ..tour(0, 1) };
    once(&mut build, never_came, &[ContradictionKind::ImpossibleDate]);
}

#[test]
fn a_departure_reported_long_after_the_day_is_noted_as_late() {
    let mut build = post_to_fill();
    build.must(ReportTour { as_of: date(2025, 7, 1), ..tour(0, 0) });
    let late = ReportTour { departed: Some(date(2026, 8, 1)), ..tour(0, 0) };
    once(&mut build, late, &[ContradictionKind::LateReport]);
    build.must(ReportTour { as_of: date(2025, 7, 1), ..tour(1, 1) });
    once(&mut build, ReportTour { departed: Some(date(2026, 9, 1)), ..tour(1, 1) }, &[]);
}

#[test]
fn a_reported_seventh_member_is_noted() {
    let mut build = Build::service();
    for n in 0..7 {
        build.billet(&format!("JOR-{n:03}"), |terms| terms.section_515 = true);
        build.person(&format!("A{n}"));
    }
    for n in 0..6 {
        once(&mut build, tour(n, n), &[]);
    }
    once(&mut build, tour(6, 6), &[ContradictionKind::Section515Exceeded]);
}
