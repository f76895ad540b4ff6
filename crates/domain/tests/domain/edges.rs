//! The ends of the calendar, absurd sizes, and work that must not grow with the square of the service.

use jiff::civil::{Date, date};
use muster_domain::allocation::DecideLines;
use muster_domain::kernel::{add_months, days_between};
use muster_domain::limits::{LONGEST_LIST, LONGEST_NAME, LONGEST_REASON};
use muster_domain::organization::RegisterPost;
use muster_domain::partner::RegisterCountry;
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{ApproveGap, ApprovedGap, ChangeBillet, RecordArrival, ReportTour};
use muster_domain::{
    BilletId, Command, Context, Decide, FiscalYear, Grade, Period, PersonId, Service, SlateId, Text, Timeline, TourId,
};

use super::build::*;

#[test]
fn the_last_day_of_the_calendar_is_a_date_like_any_other() {
    let mut build = Build::service();
    let last = date(9999, 12, 31);
    build.must(authorise("JOR-001", Period::open(date(2020, 1, 1)), |_| {}));
    build.must(authorise("JOR-002", period(date(2020, 1, 1), last), |_| {}));
    build.person("A1");
    build.person("A2");
    build.must(plan(PersonId(0), BilletId(0), date(2025, 1, 1), last));
    build.must(ChangeBillet { billet: BilletId(1), from: date(9999, 12, 30), terms: terms(|t| t.key = true) });
    build.must(plan(PersonId(1), BilletId(1), date(9999, 12, 1), last));
    build.refused("backward", plan(PersonId(1), BilletId(1), last, last));
    build.must(RecordArrival { tour: TourId(0), on: date(2025, 1, 1) });
    build.must(ReportTour { as_of: last, ..report_tour(PersonId(1), BilletId(0), date(2026, 1, 1), last) });
    let gap = ApprovedGap { period: period(TODAY, last), approver: "J1".into(), reason: "Long".into() };
    build.refused("gap-without-end", ApproveGap { billet: BilletId(0), gap });
    assert_eq!(build.world.tours[TourId(0)].period().unwrap().until(), None);
    assert_eq!(add_months(last, i32::MAX), Date::MAX);
    assert_eq!(add_months(Date::MIN, i32::MIN), Date::MIN);
    assert_eq!(add_months(date(2024, 1, 31), 1), date(2024, 2, 29));
    assert!(days_between(Date::MIN, Date::MAX) > 7_000_000);
    assert_eq!(FiscalYear::of(last), FiscalYear(10_000));
    assert!(FiscalYear(i16::MAX).period().is_none() && FiscalYear(i16::MIN).period().is_none());
}

#[test]
fn a_value_set_before_the_first_date_holds_until_that_date() {
    let mut timeline = Timeline::starting(date(2026, 1, 1), 'b');
    timeline.set(date(2024, 1, 1), 'a');
    assert_eq!(timeline.at(date(2025, 12, 31)), Some(&'a'));
    assert_eq!(timeline.at(date(2026, 1, 1)), Some(&'b'));
    assert_eq!(timeline.at(date(2023, 12, 31)), None);
    assert_eq!(timeline.at_or_first(date(2023, 12, 31)), Some(&'a'));
    let spans: Vec<(Period, char)> = timeline.spans().map(|(span, value)| (span, *value)).collect();
    assert_eq!(spans, [(period(date(2024, 1, 1), date(2026, 1, 1)), 'a'), (Period::open(date(2026, 1, 1)), 'b')]);
}

#[test]
fn a_timeline_out_of_order_is_not_read() {
    let body = |responsible: &str| {
        format!(
            r#"{{"iso3":"EGY","name":"Egypt","purchaser_codes":[],"languages":[],"region":"Near East","responsible":{responsible}}}"#
        )
    };
    let read = |responsible: &str| Command::read("register_country", &body(responsible)).unwrap();
    assert!(read(r#"[["2020-01-01","O1"],["2021-01-01","O0"]]"#).is_ok());
    for wrong in [r#"[["2021-01-01","O1"],["2020-01-01","O0"]]"#, r#"[["2020-01-01","O1"],["2020-01-01","O0"]]"#] {
        let problem = read(wrong).unwrap_err().to_string();
        assert!(problem.contains("dates must rise"), "{problem}");
    }
}

#[test]
fn text_and_lists_beyond_their_length_are_refused_with_the_field_and_the_limit() {
    let mut build = Build::service();
    let named = |name: &str| RegisterPost { name: name.into(), ..post("x", None) };
    build.must(named(&"ü".repeat(LONGEST_NAME)));
    for name in ["ü".repeat(LONGEST_NAME + 1), "x".repeat(1_000_000)] {
        build.refused("too-long", named(&name));
    }
    let long = Command::from(named(&"x".repeat(201)));
    let refusal = long.decide(&build.world, &Context { today: TODAY, actor: None }).unwrap_err();
    assert_eq!(refusal.problem, "`name` has 201 characters; 200 are the most.");
    let because =
        |reason: &str| SetLever { lever: Lever::OverlapDays, from: TODAY, value: 3, reason: Text::from(reason) };
    build.must(because(&"y".repeat(LONGEST_REASON)));
    build.must(because("One line\nand another"));
    build.refused("too-long", because(&"y".repeat(LONGEST_REASON + 1)));
    build.refused("control-character", because("A bell\u{7}"));
    build.refused("control-character", named("Two\nlines"));
    build.refused("control-character", named("Nothing\0"));
    let mut person = register("A1", Service::Army, Grade::O(5));
    person.facts.specialties = vec!["48G".into(); LONGEST_LIST + 1];
    build.refused("too-many", person.clone());
    person.facts.specialties = vec!["x".repeat(LONGEST_NAME + 1).into()];
    build.refused("too-long", person.clone());
    person.facts.specialties = vec!["48G".into(); LONGEST_LIST];
    build.must(person);
    let lines = vec![0; 200_001];
    build.refused("too-many", DecideLines { slate: SlateId(0), lines, concurs: true, reason: None });
    build.refused("too-long", muster_domain::Together { commands: vec![named(&"x".repeat(300)).into()] });
}

#[test]
fn a_deeply_nested_body_is_an_error() {
    let deep = "{\"commands\":[{\"command\":\"together\",\"body\":".repeat(20_000);
    assert!(Command::read("together", &deep).unwrap().is_err());
    let country = Command::read("register_country", &"[".repeat(100_000)).unwrap();
    assert!(country.is_err());
}

#[test]
fn a_country_code_is_three_capitals() {
    let again = RegisterCountry {
        iso3: "jor".into(),
        name: "Jordan".into(),
        purchaser_codes: Vec::new(),
        languages: Vec::new(),
        region: Text::default(),
        responsible: Timeline::default(),
    };
    Build::service().refused("iso3", again);
}
