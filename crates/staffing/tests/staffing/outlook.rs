//! The outlook: small services whose five years can be worked out by hand, and what must hold of any.

use crate::common::random::{grown, steps};
use crate::common::{Build, TODAY, period};
use jiff::civil::date;
use muster_domain::access::Scope;
use muster_domain::organization::OfficeKind;
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    BilletTerms, Certificate, CertificateLevel, FunctionalArea, LanguageRequirement, LanguageScore, PersonFacts,
    PersonalFacts, ScCode, ServiceCoding,
};
use muster_domain::{Ilr, OfficeId, Period, Sealed, Service, World};
use muster_staffing::{
    Ask, Grouping, Lens, Outlook, OutlookAsk, OutlookBy, OutlookNeed, OutlookYear, StaffingIndex, outlook, picture,
};
use proptest::prelude::*;

/// A service without joiners, leavers, seats or friction, in which tests set what they speak of.
fn still() -> (Build, OfficeId) {
    let mut build = Build::default();
    let post = build.post("City", None);
    let office = build.office("HQ", OfficeKind::Headquarters, post, None);
    for (lever, value) in [
        (Lever::OutlookRetention, 1000),
        (Lever::OutlookAccessions, 0),
        (Lever::OutlookPlaced, 1000),
        (Lever::OutlookRenewal, 0),
        (Lever::OutlookLanguageSeats, 0),
        (Lever::OutlookCertificateSeats, 0),
        (Lever::OutlookSpread, 0),
    ] {
        set(&mut build, lever, value);
    }
    (build, office)
}

fn set(build: &mut Build, lever: Lever, value: i64) {
    build.give(SetLever { lever, from: date(2000, 1, 1), value, reason: "the test says so".into() });
}

fn ask() -> OutlookAsk {
    OutlookAsk { today: TODAY, command: None, assumed: Vec::new() }
}

fn look(world: &World) -> Outlook {
    outlook(world, &Scope::everything(world), &ask())
}

fn missing(years: &[OutlookYear]) -> Vec<f64> {
    years.iter().map(|year| year.missing).collect()
}

/// Missing of one need and coding; a row in which nobody is missing is not listed.
fn row(outlook: &Outlook, coding: ServiceCoding, need: &OutlookNeed) -> Vec<f64> {
    let found = outlook.rows.iter().find(|row| row.coding == coding && row.need == *need);
    found.map_or(vec![0.0; 6], |row| missing(&row.years))
}

const ARMY: ServiceCoding = ServiceCoding::Only(Service::Army);

fn army(build: &Build, office: OfficeId) -> BilletTerms {
    BilletTerms { coding: ARMY, ..build.terms(office) }
}

/// So many billets for the Army, each with somebody who serves there for ever.
fn manned(build: &mut Build, office: OfficeId, billets: usize) {
    for _ in 0..billets {
        let billet = build.billet_with(army(build, office), Period::open(date(2020, 1, 1)));
        let person = build.person();
        build.arrived(person, billet, date(2025, 1, 1), date(2040, 1, 1));
    }
}

#[test]
fn incumbents_stay_by_the_lever_and_joiners_follow_the_billets() {
    let (mut build, office) = still();
    manned(&mut build, office, 100);
    assert_eq!(missing(&look(&build.world).total), [0.0; 6]);

    set(&mut build, Lever::OutlookRetention, 900);
    // Of a hundred 90, 81, 72.9, 65.61 and 59.049 stay.
    assert_eq!(missing(&look(&build.world).total), [0.0, 10.0, 19.0, 27.1, 34.4, 41.0]);

    set(&mut build, Lever::OutlookAccessions, 50);
    // Five join a year and nine in ten of them stay: 5, 9.5, 13.55, 17.195, 20.4755.
    assert_eq!(missing(&look(&build.world).total), [0.0, 5.0, 9.5, 13.6, 17.2, 20.5]);
    // Of those who join, nobody seated, half are placed: 2.5, 4.75, 6.775, 8.5975, 10.23775.
    set(&mut build, Lever::OutlookPlaced, 500);
    assert_eq!(missing(&look(&build.world).total), [0.0, 7.5, 14.3, 20.3, 25.8, 30.7]);
}

#[test]
fn known_separations_count_as_a_share_and_only_among_ten_or_more() {
    let leave = |people: usize| {
        let (mut build, office) = still();
        manned(&mut build, office, people - 1);
        let billet = build.billet_with(army(&build, office), Period::open(date(2020, 1, 1)));
        let leaving = PersonalFacts { separates: Some(date(2028, 9, 1)), ..PersonalFacts::default() };
        let person = build.person_with(PersonFacts { personal: Sealed::Open(leaving), ..build.facts() });
        build.arrived(person, billet, date(2025, 1, 1), date(2028, 8, 1));
        missing(&look(&build.world).total)
    };
    assert_eq!(leave(9), [0.0; 6]);
    // Two years on the tour is over and one of ten has gone: nine of ten of each are expected, the free one as well.
    assert_eq!(leave(10), [0.0, 0.0, 1.0, 1.0, 1.0, 1.0]);
}

#[test]
fn today_is_the_picture_s_vacancies_and_the_next_cycle_places_who_is_free() {
    let (mut build, office) = still();
    manned(&mut build, office, 3);
    for _ in 0..2 {
        build.billet_with(army(&build, office), Period::open(date(2020, 1, 1)));
    }
    build.person();
    let world = &build.world;
    let asked = Ask {
        on: TODAY,
        today: TODAY,
        by: Grouping::Command,
        lens: Lens::Place,
        command: None,
        office: None,
        plans: true,
    };
    let total = picture(world, &StaffingIndex::new(world), &Scope::everything(world), &asked).total;
    let found = look(world);
    assert!((found.total[0].missing - f64::from(total.vacant)).abs() < 1e-9);
    assert_eq!(found.total[0].demand, total.authorised);
    assert_eq!(missing(&found.total), [2.0, 1.0, 1.0, 1.0, 1.0, 1.0]);
    // The one who is missing is one accession: in every year after it is made.
    let step = found.remedies.iter().find(|remedy| remedy.need == OutlookNeed::Anybody).unwrap();
    assert_eq!(step.closes, Some(1));
    assert!((step.missing - 1.0).abs() < 1e-9 && (step.saves - 5.0).abs() < 1e-9, "{step:?}");
}

#[test]
fn certificates_lapse_unless_renewed_and_seats_go_where_most_are_missing() {
    let (mut build, office) = still();
    let area = FunctionalArea::Acquisition;
    for nth in 0..4 {
        let area = if nth == 3 { FunctionalArea::CaseLifeCycle } else { area };
        let terms = BilletTerms {
            sc_code: Some(ScCode { standing: 2, area, level: 1 }),
            functional_area: area,
            ..army(&build, office)
        };
        build.billet_with(terms, Period::open(date(2020, 1, 1)));
    }
    let certificate = Certificate {
        area,
        level: CertificateLevel::Advanced,
        earned: date(2025, 1, 1),
        lapses: Some(date(2028, 6, 1)),
    };
    for _ in 0..2 {
        build.person_with(PersonFacts { certificates: vec![certificate], ..build.facts() });
    }
    let (wide, narrow) = (OutlookNeed::Certificate(area), OutlookNeed::Certificate(FunctionalArea::CaseLifeCycle));
    let found = look(&build.world);
    assert_eq!(row(&found, ARMY, &wide), [3.0, 1.0, 3.0, 3.0, 3.0, 3.0]);
    assert_eq!(row(&found, ARMY, &narrow), [1.0; 6]);
    // One seat a year more for the three: 1 + 2 + 3 + 3 + 3 saved of 1 + 3 + 3 + 3 + 3.
    let remedy = found.remedies.iter().find(|remedy| remedy.need == wide).unwrap();
    assert_eq!((remedy.saves, remedy.closes), (12.0, Some(1)));

    set(&mut build, Lever::OutlookRenewal, 500);
    assert_eq!(row(&look(&build.world), ARMY, &wide), [3.0, 1.0, 2.0, 2.0, 2.0, 2.0]);

    // Two seats: one each in the first year; later the wide one alone misses anybody.
    set(&mut build, Lever::OutlookCertificateSeats, 2);
    let found = look(&build.world);
    assert_eq!(row(&found, ARMY, &narrow), [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(row(&found, ARMY, &wide), [3.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    // One seat for two that miss one each is shared.
    set(&mut build, Lever::OutlookCertificateSeats, 1);
    let found = look(&build.world);
    assert_eq!((row(&found, ARMY, &narrow)[1], row(&found, ARMY, &wide)[1]), (0.5, 0.5));
}

#[test]
fn billets_open_to_several_services_are_covered_by_whom_those_do_not_need() {
    let (mut build, office) = still();
    let open = ServiceCoding::AnyMilitary;
    for coding in [ARMY, ServiceCoding::Only(Service::Navy), open, open] {
        let terms = BilletTerms { coding, ..build.terms(office) };
        build.billet_with(terms, period(date(2020, 1, 1), date(2029, 1, 1)));
    }
    for _ in 0..2 {
        build.person();
    }
    let found = look(&build.world);
    let anybody = OutlookNeed::Anybody;
    assert_eq!(row(&found, ARMY, &anybody), [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    // One soldier is left over for two billets, until no billet is authorised any more.
    assert_eq!(row(&found, open, &anybody), [2.0, 1.0, 1.0, 0.0, 0.0, 0.0]);
    assert_eq!(row(&found, ServiceCoding::Only(Service::Navy), &anybody), [1.0, 1.0, 1.0, 0.0, 0.0, 0.0]);
}

#[test]
fn a_language_counts_at_the_billets_level_until_the_score_has_aged_out() {
    let (mut build, office) = still();
    let level = |half_steps: u8| Ilr::from_half_steps(half_steps).unwrap();
    let need = LanguageRequirement { language: "Thai".into(), reading: level(4), speaking: level(4) };
    let terms = BilletTerms { languages: vec![need], ..army(&build, office) };
    build.billet_with(terms, Period::open(date(2020, 1, 1)));
    let score = |half_steps| LanguageScore {
        language: "Thai".into(),
        listening: level(half_steps),
        reading: level(half_steps),
        speaking: level(half_steps),
        tested: date(2024, 1, 1),
    };
    for half_steps in [3, 4] {
        build.person_with(PersonFacts { languages: vec![score(half_steps)], ..build.facts() });
    }
    // Tested in January 2024, aged out in January 2029: missing on 1 October 2029, the third year.
    let thai = OutlookNeed::Language("Thai".into());
    assert_eq!(row(&look(&build.world), ARMY, &thai), [1.0, 0.0, 0.0, 1.0, 1.0, 1.0]);
}

#[test]
fn an_assumption_of_the_question_stands_in_place_of_the_lever() {
    let (mut build, office) = still();
    manned(&mut build, office, 10);
    let with = |assumed| outlook(&build.world, &Scope::everything(&build.world), &OutlookAsk { assumed, ..ask() });
    let found = with(vec![(Lever::OutlookRetention, 900), (Lever::OutlookSpread, 100)]);
    let year = found.total[1];
    // Retention from 1000 to 800: nobody to two missing, and accessions of at most one.
    assert_eq!((year.missing, year.least, year.most), (1.0, 0.0, 2.0));
    let held = found.assumptions.iter().find(|held| held.lever == Lever::OutlookRetention).unwrap();
    assert_eq!((held.value, held.in_force), (900, 1000));
    let step = found.steps.iter().find(|step| step.lever == Lever::OutlookRetention && step.more == 50).unwrap();
    assert_eq!(step.value, 950);
    assert!(step.missing.people < found.total[5].missing);
}

#[test]
fn whoever_sees_nothing_is_told_nothing() {
    let (mut build, office) = still();
    build.billet(office);
    build.person();
    let found = outlook(&build.world, &Scope::nothing(), &ask());
    assert!(found.rows.is_empty() && found.remedies.is_empty() && found.groups.is_empty());
    assert!(found.total.iter().all(|year| year.demand == 0 && year.most == 0.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// More joiners or seats never make anybody's shortage larger, nor better retention that of people.
    #[test]
    fn more_of_anything_never_makes_a_shortage_larger(
        taken in steps(60), lever in 0_usize..5, low in 0_i64..500, more in 1_i64..500,
    ) {
        let lever = [
            Lever::OutlookRetention, Lever::OutlookAccessions, Lever::OutlookPlaced, Lever::OutlookLanguageSeats,
            Lever::OutlookCertificateSeats,
        ][lever];
        let world = grown(&taken).build.world;
        // Seats are few beside a service; the rest is per mille within its range.
        let value = |value: i64| match lever {
            Lever::OutlookLanguageSeats | Lever::OutlookCertificateSeats => value / 200,
            _ => (lever.definition().least + value).min(lever.definition().most),
        };
        let with = |value| {
            let assumed = vec![(lever, value), (Lever::OutlookSpread, 0)];
            outlook(&world, &Scope::everything(&world), &OutlookAsk { assumed, ..ask() })
        };
        let (before, after) = (with(value(low)), with(value(low + more)));
        let people_only = matches!(lever, Lever::OutlookRetention | Lever::OutlookPlaced);
        let is_held = |by| !people_only || !matches!(by, OutlookBy::Certificate | OutlookBy::Language);
        for (one, other) in before.groups.iter().filter(|group| is_held(group.by)).flat_map(|group| {
            let same = after.groups.iter().find(|other| (other.by, &other.name) == (group.by, &group.name)).unwrap();
            missing(&group.years).into_iter().zip(missing(&same.years))
        }) {
            prop_assert!(other <= one + 0.11, "{} becomes {}", one, other);
        }
    }

    /// Commands, workforces and grade bands each add up to all people missing, whatever is assumed.
    #[test]
    fn every_division_adds_up_to_the_whole(taken in steps(60), retention in 500_i64..1000, spread in 0_i64..200) {
        let world = grown(&taken).build.world;
        let assumed = vec![(Lever::OutlookRetention, retention), (Lever::OutlookSpread, spread)];
        let found = outlook(&world, &Scope::everything(&world), &OutlookAsk { assumed, ..ask() });
        for by in [OutlookBy::Command, OutlookBy::Workforce, OutlookBy::GradeBand] {
            for (year, whole) in found.total.iter().enumerate() {
                let parts: Vec<&OutlookYear> =
                    found.groups.iter().filter(|group| group.by == by).map(|group| &group.years[year]).collect();
                let demand: u32 = parts.iter().map(|part| part.demand).sum();
                let people: f64 = parts.iter().map(|part| part.missing).sum();
                prop_assert_eq!(demand, whole.demand);
                prop_assert!((people - whole.missing).abs() < 0.06 * (parts.len() + 1) as f64);
                prop_assert!(whole.least <= whole.missing && whole.missing <= whole.most);
                prop_assert!(whole.missing + whole.seated <= f64::from(whole.demand) + 0.11);
            }
        }
    }
}
