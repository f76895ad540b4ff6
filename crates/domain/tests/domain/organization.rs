//! Offices, lines of authority, billets' terms, reporting lines, the law's limit.

use jiff::civil::{Date, date};
use muster_domain::organization::{Authority, AuthorityHolder, AuthorityKind, EndOffice, OfficeKind, RecordAuthority};
use muster_domain::partner::{
    AuthoriseSection515, Figure, Measure, RecordFigures, Section515Authorisation, SetPriority, SetResponsibleCommand,
};
use muster_domain::workforce::{ApproveGap, ApprovedGap, ChangeBillet, EndBillet, ServiceCoding, TourLength};
use muster_domain::{BilletId, FiscalYear, Grade, OfficeId, Period, Service, Text};

use super::build::*;

fn year(year: i16) -> Date {
    date(year, 1, 1)
}

#[test]
fn an_sco_names_its_country_and_no_other_office_does() {
    let build = Build::service();
    build.refused("sco-country", office("SCO-X", OfficeKind::Sco, None, AMMAN));
    build.refused("sco-country", office("AGENCY", OfficeKind::Agency, Some(JORDAN), ARLINGTON));
    build.refused("office-code", office("SCO X", OfficeKind::Agency, None, ARLINGTON));
}

#[test]
fn a_new_superior_ends_the_one_before_it() {
    let mut build = Build::service();
    build.must(authority(HQ, SCO, Period::open(year(2025))));
    assert_eq!(build.world.superior(SCO, date(2024, 12, 31)), Some(COMMAND));
    assert_eq!(build.world.superior(SCO, year(2025)), Some(HQ));
    assert_eq!(build.world.authorities[0].period, period(year(2020), year(2025)));
}

#[test]
fn authorities_recorded_in_any_order_leave_one_superior_a_day_and_the_list_says_the_same() {
    let mut build = Build::service();
    build.must(authority(HQ, SCO, Period::open(year(2026))));
    // Backdated, and said to last beyond the one that is recorded for later.
    build.must(authority(COMMAND, SCO, period(year(2023), year(2028))));
    // Corrected for the same first day.
    build.must(authority(HQ, SCO, period(year(2023), year(2024))));
    for (day, wanted) in [
        (year(2019), None),
        (year(2021), Some(COMMAND)),
        (year(2023), Some(HQ)),
        (year(2024), None),
        (year(2026), Some(HQ)),
        (year(2029), Some(HQ)),
    ] {
        assert_eq!(build.world.superior(SCO, day), wanted, "{day}");
        let listed: Vec<_> = build.world.authorities.iter().filter(|held| held.period.contains(day)).collect();
        assert_eq!(listed.len(), usize::from(wanted.is_some()), "{day}");
        assert!(listed.iter().all(|held| held.holder == AuthorityHolder::Office(wanted.unwrap())), "{day}");
    }
}

#[test]
fn an_authority_recorded_twice_changes_nothing() {
    let mut build = Build::service();
    let service = RecordAuthority(Authority {
        kind: AuthorityKind::AdministrativeControl,
        holder: AuthorityHolder::Service(Service::Army),
        over: SCO,
        period: Period::open(year(2020)),
        source: "Title 10".into(),
    });
    build.must(service.clone());
    assert_eq!(build.must(service), Vec::new());
    let mission = Authority {
        kind: AuthorityKind::OperationalControl,
        holder: AuthorityHolder::Mission,
        over: SCO,
        period: Period::open(year(2020)),
        source: Text::default(),
    };
    build.refused("authority-holder", RecordAuthority(mission));
}

#[test]
fn no_office_stands_above_itself_on_any_day_of_the_period() {
    let mut build = Build::service();
    build.refused("authority-circle", authority(SCO, SCO, Period::open(year(2025))));
    build.refused("authority-circle", authority(SCO, COMMAND, Period::open(year(2025))));
    // On its first day there is no circle yet: the office below comes only later.
    build.must(authority(HQ, SCO, Period::open(year(2022))));
    build.must(authority(COMMAND, HQ, Period::open(year(2027))));
    build.refused("authority-circle", authority(SCO, COMMAND, Period::open(year(2023))));
    build.must(authority(SCO, COMMAND, period(year(2023), year(2027))));
    assert_eq!(build.world.command_of(COMMAND, year(2024)), HQ);
    assert_eq!(build.world.command_of(SCO, year(2028)), COMMAND);
}

#[test]
fn an_office_that_still_holds_billets_does_not_end() {
    let mut build = Build::service();
    let billet = build.billet("JOR-001", |_| {});
    build.refused("office-has-billets", EndOffice { office: SCO, on: year(2027) });
    build.must(ChangeBillet { billet, from: year(2029), terms: terms(|terms| terms.office = COMMAND) });
    // It moves away, but only after the day.
    build.refused("office-has-billets", EndOffice { office: SCO, on: year(2028) });
    build.must(EndOffice { office: SCO, on: year(2029) });
    assert_eq!(build.must(EndOffice { office: SCO, on: year(2029) }), Vec::new());
    build.refused("not-earlier", EndOffice { office: SCO, on: year(2030) });
    build.refused("backward", EndOffice { office: HQ, on: year(2010) });
}

#[test]
fn a_billet_that_moves_stands_on_the_roster_of_both_offices() {
    let mut build = Build::service();
    let billet = build.billet("JOR-001", |_| {});
    let other = build.billet("JOR-002", |terms| terms.office = COMMAND);
    build.must(ChangeBillet { billet, from: year(2027), terms: terms(|terms| terms.office = COMMAND) });
    assert_eq!(build.world.rosters[SCO].billets, [billet]);
    assert_eq!(build.world.rosters[COMMAND].billets, [billet, other]);
    assert_eq!(build.world.billets[billet].on(date(2026, 12, 31)).unwrap().office, SCO);
    assert_eq!(build.world.billets[billet].on(year(2027)).unwrap().office, COMMAND);
    assert_eq!(build.world.billets[billet].on(year(2019)), None);
}

#[test]
fn terms_that_no_billet_can_have_are_refused() {
    let build = Build::service();
    let open = Period::open(year(2020));
    let refused = |rule: &str, change: &dyn Fn(&mut muster_domain::workforce::BilletTerms)| {
        build.refused(rule, authorise("JOR-009", open, |terms| change(terms)));
    };
    refused("no-office", &|terms| terms.office = OfficeId(99));
    refused("grade-coding", &|terms| terms.coding = ServiceCoding::Only(Service::Civilian));
    refused("grade-coding", &|terms| terms.grade = Grade::Gs(13));
    refused("section-515-place", &|terms| (terms.office, terms.section_515) = (COMMAND, true));
    refused("tour-length", &|terms| {
        terms.tour_length = TourLength { accompanied_months: 0, unaccompanied_months: 12 };
    });
    refused("support-shares", &|terms| terms.supports.extend(terms.supports.clone()));
    refused("support-shares", &|terms| terms.supports[0].share_per_mille = 0);
    refused("no-billet", &|terms| terms.reports_to = Some(BilletId(5)));
    build.refused("office-not-there", authorise("JOR-009", Period::open(year(2009)), |_| {}));
    build.refused("billet-number", authorise(" ", open, |_| {}));
}

#[test]
fn a_reporting_line_never_runs_in_a_circle_on_any_day() {
    let mut build = Build::service();
    let (a, b) = (build.billet("JOR-001", |_| {}), build.billet("JOR-002", |_| {}));
    let reports = |billet, to, from| ChangeBillet { billet, from, terms: terms(|terms| terms.reports_to = Some(to)) };
    build.refused("reporting-circle", reports(a, a, year(2025)));
    build.must(reports(a, b, year(2027)));
    build.refused("reporting-circle", reports(b, a, year(2028)));
    // In 2025 the other billet reports to nobody yet; in 2027 it will.
    build.refused("reporting-circle", reports(b, a, year(2025)));
    build.must(ChangeBillet { billet: b, from: year(2026), terms: terms(|terms| terms.key = true) });
    build.must(reports(b, a, year(2025)));
}

#[test]
fn a_billet_ends_once_and_never_before_its_tours() {
    let mut build = Build::service();
    let (billet, person) = (build.billet("JOR-001", |_| {}), build.person("A1"));
    build.tour(person, billet, year(2027), year(2028));
    build.refused("billet-has-tours", EndBillet { billet, on: date(2027, 12, 31) });
    build.refused("backward", EndBillet { billet, on: year(2020) });
    build.must(EndBillet { billet, on: year(2028) });
    assert_eq!(build.must(EndBillet { billet, on: year(2028) }), Vec::new());
    build.refused("not-earlier", EndBillet { billet, on: year(2029) });
    assert_eq!(build.world.billets[billet].authorised, period(year(2020), year(2028)));
}

#[test]
fn a_gap_has_an_end_and_lies_within_the_authorisation() {
    let mut build = Build::service();
    let billet = build.billet("JOR-001", |_| {});
    let gap = |period| ApproveGap { billet, gap: ApprovedGap { period, approver: "J1".into(), reason: "Move".into() } };
    build.refused("gap-without-end", gap(Period::open(year(2027))));
    build.refused("outside-authorisation", gap(period(year(2031), year(2033))));
    build.must(gap(period(year(2027), year(2028))));
    assert!(build.world.billets[billet].gap_on(year(2027)).is_some());
    assert!(build.world.billets[billet].gap_on(year(2028)).is_none());
}

#[test]
fn figures_recorded_twice_change_nothing_even_where_the_list_contradicts_itself() {
    let mut build = Build::service();
    let figure = |value| Figure {
        measure: Measure::OpenCases,
        fiscal_year: FiscalYear(2026),
        value,
        source: "sheet".into(),
        synthetic: true,
    };
    let list = RecordFigures { country: JORDAN, figures: vec![figure(3), figure(8)] };
    build.must(list.clone());
    assert_eq!(build.must(list), Vec::new());
    assert_eq!(build.world.countries[JORDAN].latest(Measure::OpenCases, TODAY).unwrap().value, 8);
    assert!(build.world.countries[JORDAN].latest(Measure::OpenCases, date(2025, 9, 30)).is_none());
}

#[test]
fn another_command_becomes_responsible_from_its_day() {
    let mut build = Build::service();
    build.must(office("AFRICOM", OfficeKind::CombatantCommand, None, ARLINGTON));
    let africom = last(&build.world.offices);
    let before = build.world.countries[JORDAN].responsible.at(date(2026, 12, 31)).copied();
    build.must(SetResponsibleCommand { country: JORDAN, from: year(2027), office: africom });
    assert_eq!(build.world.countries[JORDAN].responsible.at(date(2026, 12, 31)).copied(), before);
    assert_eq!(build.world.countries[JORDAN].responsible.at(year(2027)), Some(&africom));
    build.refused("not-a-command", SetResponsibleCommand { country: JORDAN, from: year(2028), office: SCO });
}

#[test]
fn a_priority_holds_from_its_day() {
    let mut build = Build::service();
    build.must(SetPriority { country: JORDAN, from: year(2027), priority: 5 });
    build.refused("priority", SetPriority { country: JORDAN, from: year(2027), priority: 0 });
    assert_eq!(build.world.countries[JORDAN].priority_on(date(2026, 12, 31)), 1);
    assert_eq!(build.world.countries[JORDAN].priority_on(year(2027)), 5);
}

/// Eight section-515 billets, six of them held through 2027 and 2028.
fn six_members() -> Build {
    let mut build = Build::service();
    for n in 0..8 {
        build.billet(&format!("JOR-{n:03}"), |terms| terms.section_515 = true);
        build.person(&format!("A{n}"));
    }
    for n in 0..6 {
        build.tour(muster_domain::PersonId(n), BilletId(n), year(2027), year(2029));
    }
    build
}

#[test]
fn a_seventh_member_is_refused_until_more_are_authorised() {
    let mut build = six_members();
    let seventh = plan(muster_domain::PersonId(6), BilletId(6), year(2028), year(2030));
    build.refused("section-515", seventh.clone());
    let late = plan(muster_domain::PersonId(6), BilletId(6), year(2026), date(2027, 1, 2));
    build.refused("section-515", late);
    let authorisation =
        Section515Authorisation { members: 7, period: Period::open(year(2028)), document: "Waiver 3".into() };
    build.must(AuthoriseSection515 { country: JORDAN, authorisation });
    build.must(seventh);
    build.refused("section-515", plan(muster_domain::PersonId(7), BilletId(7), year(2028), year(2030)));
    build.must(plan(muster_domain::PersonId(7), BilletId(7), year(2029), year(2030)));
}

#[test]
fn the_hand_over_of_one_billet_counts_once() {
    let mut build = six_members();
    // Ten days beside the incumbent of the same billet.
    build.must(plan(muster_domain::PersonId(6), BilletId(0), date(2028, 12, 22), year(2031)));
}

#[test]
fn a_member_who_follows_another_in_one_billet_counts_at_both_times() {
    let mut build = Build::service();
    for n in 0..7 {
        build.billet(&format!("JOR-{n:03}"), |terms| terms.section_515 = true);
    }
    for n in 0..8 {
        build.person(&format!("A{n}"));
    }
    let person = muster_domain::PersonId;
    // Billet 0 is held early in 2027 and again in 2028; the other five only in 2028.
    build.tour(person(0), BilletId(0), year(2027), date(2027, 6, 1));
    build.tour(person(1), BilletId(0), year(2028), year(2029));
    for n in 1..6 {
        build.tour(person(1 + n), BilletId(n), year(2028), year(2029));
    }
    build.refused("section-515", plan(person(7), BilletId(6), year(2027), year(2029)));
    build.must(plan(person(7), BilletId(6), year(2027), year(2028)));
}

#[test]
fn a_billet_that_comes_to_count_later_counts_from_then_on() {
    let mut build = six_members();
    let billet = build.billet("JOR-900", |_| {});
    let counted = terms(|terms| terms.section_515 = true);
    build.must(ChangeBillet { billet, from: year(2028), terms: counted });
    build.refused("section-515", plan(muster_domain::PersonId(7), billet, year(2027), year(2029)));
    build.must(plan(muster_domain::PersonId(7), billet, year(2027), year(2028)));
}
