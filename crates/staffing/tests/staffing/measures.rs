//! What each number means, one case each.

use crate::common::{Build, Small, TODAY, period, small};
use jiff::civil::{Date, date};
use muster_domain::access::Scope;
use muster_domain::organization::{ValidateStrength, Validation};
use muster_domain::partner::Measure;
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, CancelTour, Certificate, CertificateLevel, FunctionalArea, Incumbency,
    LanguageRequirement, LanguageScore, PlanTour, ReportTour, ScCode, Support, Supported,
};
use muster_domain::{BilletId, Grade, Ilr, OfficeId, Period, PersonId};
use muster_staffing::{
    Ask, BilletState, Driver, GapsAsk, Grouping, Lens, PictureRow, RequiredBasis, StaffingIndex, billet_state,
    country_demand, demand, gap_days, gaps, incumbent, office_row, office_timeline, picture, rotations, vacancies,
};

fn row(build: &Build, office: OfficeId, on: Date) -> PictureRow {
    let index = StaffingIndex::new(&build.world);
    office_row(&build.world, &index, office, on, TODAY).unwrap()
}

fn reported(person: PersonId, billet: BilletId, report: Date, rotation: Date, arrived: bool) -> ReportTour {
    ReportTour {
        source: "a roster".into(),
        as_of: TODAY,
        person,
        billet,
        incumbency: Incumbency::Primary,
        report,
        rotation,
        accompanied: false,
        ordered: None,
        arrived: arrived.then_some(report),
        departed: None,
    }
}

#[test]
fn a_surplus_in_one_billet_hides_no_vacancy_in_another() {
    let Small { mut build, agency, .. } = small();
    let (crowded, _empty) = (build.billet(agency), build.billet(agency));
    for _ in 0..2 {
        let person = build.person();
        build.give(reported(person, crowded, date(2026, 1, 1), date(2028, 1, 1), true));
    }
    let row = row(&build, agency, TODAY);
    assert_eq!((row.authorised, row.assigned, row.present, row.vacant), (2, 1, 2, 1));
    assert_eq!(row.fill_rate, Some(0.5));
}

#[test]
fn a_person_with_an_additional_billet_covers_both_and_counts_once() {
    let Small { mut build, agency, scos, .. } = small();
    let (own, beside) = (build.billet(agency), build.billet(scos[0]));
    let person = build.person();
    build.arrived(person, own, date(2026, 1, 1), date(2028, 1, 1));
    let incumbency = Incumbency::Additional;
    let (report, rotation) = (date(2026, 12, 1), date(2027, 12, 1));
    build.give(PlanTour { person, billet: beside, incumbency, report, rotation, accompanied: false });
    let on = date(2027, 1, 1);
    assert_eq!((row(&build, agency, on).assigned, row(&build, agency, on).present), (1, 1));
    assert_eq!((row(&build, scos[0], on).assigned, row(&build, scos[0], on).present), (1, 0));
}

#[test]
fn an_overdue_arrival_covers_from_tomorrow_and_only_with_plans() {
    let Small { mut build, agency, .. } = small();
    let billet = build.billet(agency);
    let person = build.person();
    build.planned(person, billet, date(2026, 8, 1), date(2028, 8, 1));
    assert_eq!(row(&build, agency, date(2026, 9, 1)).assigned, 0);
    assert_eq!(row(&build, agency, TODAY).assigned, 0);
    assert_eq!(row(&build, agency, TODAY.tomorrow().unwrap()).assigned, 1);
    let index = StaffingIndex::new(&build.world);
    let ask = Ask {
        on: date(2027, 1, 1),
        today: TODAY,
        by: Grouping::Office,
        lens: Lens::Place,
        command: None,
        office: None,
        plans: false,
    };
    assert_eq!(picture(&build.world, &index, &Scope::everything(&build.world), &ask).total.assigned, 0);
}

#[test]
fn an_approved_gap_is_no_vacancy_and_nothing_to_fill_has_no_rate() {
    let Small { mut build, agency, .. } = small();
    let billet = build.billet(agency);
    let gap = ApprovedGap {
        period: period(date(2026, 9, 1), date(2026, 11, 1)),
        approver: "NORTH".into(),
        reason: "a move of the office".into(),
    };
    build.give(ApproveGap { billet, gap });
    let now = row(&build, agency, TODAY);
    assert_eq!((now.authorised, now.vacant, now.approved_gaps, now.fill_rate), (1, 0, 1, None));
    let later = row(&build, agency, date(2026, 11, 1));
    assert_eq!((later.vacant, later.approved_gaps, later.fill_rate), (1, 0, Some(0.0)));
    let state = |on| billet_state(&build.world, billet, on, TODAY);
    assert_eq!(state(TODAY), BilletState::ApprovedGap { until: date(2026, 11, 1) });
    assert_eq!(state(date(2026, 12, 1)), BilletState::Vacant { since: date(2026, 11, 1) });
    assert_eq!(state(date(2019, 12, 31)), BilletState::NotAuthorised);
}

#[test]
fn in_a_hand_over_both_are_present_and_the_one_who_leaves_is_the_incumbent() {
    let Small { mut build, agency, .. } = small();
    let billet = build.billet(agency);
    let (leaves, comes) = (build.person(), build.person());
    let old = build.arrived(leaves, billet, date(2024, 10, 8), date(2026, 10, 8));
    let new = build.arrived(comes, billet, date(2026, 9, 28), date(2028, 9, 28));
    let row = row(&build, agency, TODAY);
    assert_eq!((row.assigned, row.present, row.rotations_due_90), (1, 2, 1));
    assert_eq!(incumbent(&build.world, billet, TODAY, TODAY), Some(old));
    assert_eq!(incumbent(&build.world, billet, date(2026, 10, 8), TODAY), Some(new));
}

#[test]
fn a_score_or_certificate_that_expires_makes_a_mismatch_from_that_day() {
    let Small { mut build, agency, .. } = small();
    let level = Ilr::from_half_steps(4).unwrap();
    let mut terms = build.terms(agency);
    terms.languages = vec![LanguageRequirement { language: "Arabic".into(), reading: level, speaking: level }];
    terms.sc_code = Some(ScCode { standing: 2, area: FunctionalArea::CaseLifeCycle, level: 2 });
    terms.grade = Grade::O(5);
    let billet = build.billet_with(terms, Period::open(date(2020, 1, 1)));
    let mut facts = build.facts();
    facts.languages = vec![LanguageScore {
        language: "Arabic".into(),
        listening: level,
        reading: level,
        speaking: level,
        tested: date(2022, 3, 1),
    }];
    facts.certificates = vec![Certificate {
        area: FunctionalArea::CaseLifeCycle,
        level: CertificateLevel::Advanced,
        earned: date(2023, 1, 1),
        lapses: Some(date(2027, 6, 1)),
    }];
    let person = build.person_with(facts);
    build.arrived(person, billet, date(2026, 1, 1), date(2029, 1, 1));
    let mismatches = |on| {
        let row = row(&build, agency, on);
        (row.mismatch_grade, row.mismatch_language, row.mismatch_certificate)
    };
    assert_eq!(mismatches(date(2027, 2, 28)), (1, 0, 0));
    assert_eq!(mismatches(date(2027, 3, 1)), (1, 1, 0), "sixty months after the test");
    assert_eq!(mismatches(date(2027, 6, 1)), (1, 1, 1));
}

#[test]
fn a_rival_tour_in_another_office_moves_presence_there_when_it_is_cancelled() {
    let Small { mut build, agency, scos, .. } = small();
    let (here, there) = (build.billet(agency), build.billet(scos[0]));
    let person = build.person();
    let first = build.planned(person, here, date(2027, 1, 1), date(2028, 1, 1));
    build.give(reported(person, there, date(2027, 1, 1), date(2028, 1, 1), false));
    let before = StaffingIndex::new(&build.world);
    let present = |build: &Build, index: &StaffingIndex| {
        let on = date(2027, 6, 1);
        [agency, scos[0]].map(|office| office_row(&build.world, index, office, on, TODAY).unwrap().present)
    };
    assert_eq!(present(&build, &before), [1, 0]);
    build.give(CancelTour { tour: first });
    assert_eq!(present(&build, &before.refreshed(&build.world)), [0, 1]);
}

#[test]
fn demand_is_hours_over_available_hours_each_with_its_source() {
    let Small { mut build, scos, countries, .. } = small();
    build.billet(scos[1]);
    build.figure(countries[0], Measure::OpenCases, 2025, 40);
    build.figure(countries[0], Measure::OpenCases, 2026, 200);
    build.figure(countries[0], Measure::OpenCases, 2027, 500);
    build.figure(countries[0], Measure::EndUseItems, 2026, 1000);
    // 200 × 150 + 1,000 × 3 minutes = 550 hours a month; 550 × 12 / 1,740 = 3.8 people.
    let carried = demand(&build.world, scos[1], date(2026, 9, 30)).unwrap();
    assert_eq!((carried.hours_month, carried.indicated, carried.carried_by), (550.0, 4, Some(scos[1])));
    let figure = |driver: &Driver| driver.basis.figure().unwrap().source.to_string();
    let sources: Vec<_> = carried.drivers.iter().map(|driver| (driver.count, figure(driver))).collect();
    assert_eq!(sources, [(200, "table#2026".to_owned()), (1000, "table#2026".to_owned())]);
    assert_eq!(carried.missing.len(), 6);
    let beside = demand(&build.world, scos[0], date(2026, 9, 30)).unwrap();
    assert_eq!(beside.indicated, 2, "the smaller SCO of the country has the minimum team");
    assert_eq!(country_demand(&build.world, countries[0], TODAY).unwrap().drivers[0].count, 500, "a fiscal year later");
}

#[test]
fn a_validated_strength_wins_over_an_indicated_one_and_the_row_says_which() {
    let Small { mut build, scos, commands, agency, .. } = small();
    let validation = Validation {
        strength: 7,
        document: "a review".into(),
        reviewed: Some(date(2025, 12, 1)),
        evidence: Some("a count".into()),
    };
    build.give(ValidateStrength { office: scos[0], from: date(2026, 1, 1), validation });
    let of = |office| {
        let row = row(&build, office, TODAY);
        (row.indicated, row.validated, row.required, row.required_basis)
    };
    assert_eq!(of(scos[0]), (Some(2), Some(7), Some(7), Some(RequiredBasis::Validated)));
    assert_eq!(of(scos[1]), (Some(2), None, Some(2), Some(RequiredBasis::Indicated)));
    assert_eq!(of(agency), (None, None, None, None));
    let index = StaffingIndex::new(&build.world);
    let ask = Ask {
        on: TODAY,
        today: TODAY,
        by: Grouping::Command,
        lens: Lens::Place,
        command: Some(commands[0]),
        office: None,
        plans: true,
    };
    let picture = picture(&build.world, &index, &Scope::everything(&build.world), &ask);
    let north = &picture.rows[0];
    assert_eq!((picture.rows.len(), north.command.as_deref()), (1, Some("NORTH")));
    assert_eq!((north.required, north.required_basis), (Some(9), Some(RequiredBasis::Mixed)));
    assert_eq!(picture.before.on, date(2026, 9, 1));
}

#[test]
fn seen_by_whom_they_support_billets_are_split_and_the_rest_is_said() {
    let Small { mut build, agency, countries, .. } = small();
    for _ in 0..10 {
        let mut terms = build.terms(agency);
        let share = |country, share_per_mille| Support { supported: Supported::Country(country), share_per_mille };
        terms.supports = vec![share(countries[0], 550), share(countries[1], 200)];
        build.billet_with(terms, Period::open(date(2020, 1, 1)));
    }
    let index = StaffingIndex::new(&build.world);
    let ask = Ask {
        on: TODAY,
        today: TODAY,
        by: Grouping::Country,
        lens: Lens::Supported,
        command: None,
        office: None,
        plans: true,
    };
    let picture = picture(&build.world, &index, &Scope::everything(&build.world), &ask);
    let rows: Vec<_> = picture.rows.iter().map(|row| (row.name.as_str(), row.authorised)).collect();
    // 5.5, 2 and 2.5 billets, each rounded half up.
    assert_eq!(rows, [("AAA", 6), ("BBB", 2), ("No partner named", 3)]);
    assert_eq!((picture.total.authorised, picture.total.required), (10, None));
    assert!(picture.note.is_some());
}

#[test]
fn gap_and_overlap_days_lie_between_incumbents() {
    let Small { mut build, agency, .. } = small();
    let billet = build.billet(agency);
    let people = [(); 3].map(|()| build.person());
    build.arrived(people[0], billet, date(2024, 6, 1), date(2026, 1, 1));
    build.arrived(people[1], billet, date(2026, 2, 1), date(2026, 7, 1));
    build.planned(people[2], billet, date(2026, 12, 1), date(2028, 12, 1));
    let within = period(date(2026, 1, 1), date(2027, 1, 1));
    // January 31 days, and July to November 153.
    assert_eq!(gap_days(&build.world, agency, within, TODAY), 184);
    let gap = ApprovedGap {
        period: period(date(2026, 7, 1), date(2026, 10, 1)),
        approver: "NORTH".into(),
        reason: "a move of the office".into(),
    };
    build.give(ApproveGap { billet, gap });
    let ask = GapsAsk { within, today: TODAY, command: None, office: None };
    let report = gaps(&build.world, &Scope::everything(&build.world), &ask);
    assert_eq!((report.gap_days, report.overlap_days), (31 + 61, 0));
    assert!(gaps(&build.world, &Scope::nothing(), &ask).offices.is_empty());
    let open = vacancies(&build.world, &Scope::everything(&build.world), TODAY, TODAY);
    assert_eq!((open.len(), open[0].billet, open[0].since), (1, billet, date(2026, 10, 1)));
}

#[test]
fn a_rotation_names_its_relief_and_the_gap_it_leaves_but_nobody_out_of_scope() {
    let Small { mut build, agency, scos, .. } = small();
    let (billet, elsewhere) = (build.billet(agency), build.billet(scos[0]));
    let (leaves, comes) = (build.person(), build.person());
    let tour = build.arrived(leaves, billet, date(2024, 11, 1), date(2026, 11, 1));
    build.arrived(comes, elsewhere, date(2025, 1, 1), date(2026, 11, 1));
    build.planned(comes, billet, date(2026, 11, 20), date(2028, 11, 20));
    let seen = rotations(&build.world, &Scope::everything(&build.world), TODAY, TODAY, 90, Some(agency));
    assert_eq!((seen.len(), seen[0].tour, seen[0].gap_days), (1, tour, Some(19)));
    let relief = seen[0].relief.as_ref().unwrap();
    assert_eq!((relief.report, relief.person.as_ref().unwrap().id), (date(2026, 11, 20), comes));
    let own = Scope::of_offices(&build.world, [agency]);
    let narrow = rotations(&build.world, &own, TODAY, TODAY, 90, None);
    assert_eq!(narrow[0].person.as_ref().unwrap().id, leaves);
    assert!(narrow[0].relief.as_ref().unwrap().person.is_none(), "still at an office that is not the asker's to see");
    assert!(rotations(&build.world, &own, TODAY, TODAY, 30, None).is_empty());
    let within = period(date(2026, 1, 1), date(2027, 6, 1));
    let timeline = office_timeline(&build.world, &own, agency, within, TODAY);
    let people: Vec<_> = timeline.billets[0].tours.iter().map(|tour| tour.person.as_ref().map(|p| p.id)).collect();
    assert_eq!(people, [Some(leaves), None]);
    assert_eq!(timeline.billets[0].gaps[0].days, 19);
    assert!(office_timeline(&build.world, &own, scos[0], within, TODAY).billets.is_empty());
}

#[test]
fn answers_carry_the_field_names_of_the_interface() {
    let Small { mut build, scos, .. } = small();
    build.billet(scos[0]);
    let value = serde_json::to_value(row(&build, scos[0], TODAY)).unwrap();
    let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
    for name in ["key", "name", "iso3", "lat", "lon", "command", "required_basis", "fill_rate", "fill_90", "fill_180"] {
        assert!(keys.iter().any(|key| *key == name), "{name}");
    }
    assert_eq!((value["key"].as_str(), value["required_basis"].as_str()), (Some("O3"), Some("indicated")));
    let state = serde_json::to_value(billet_state(&build.world, BilletId(0), TODAY, TODAY)).unwrap();
    assert_eq!(state, serde_json::json!({ "state": "vacant", "since": "2020-01-01" }));
}
