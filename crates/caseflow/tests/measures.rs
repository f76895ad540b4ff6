//! The measures as a person would count them by hand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod service;

use jiff::ToSpan;
use jiff::civil::{Weekday, date};
use muster_caseflow::measures::{CaseMeasure, Observed, Quarter, observe, trend};
use muster_caseflow::service_calendar;
use muster_domain::cases::{CaseHead, CaseKind, CaseNews, GoalCategory, HoldRecord, Milestone, UpdateCases};
use muster_domain::policy::SetWorkingDay;
use muster_domain::{CaseId, Context, Date, Decide, OfficeId, World};
use proptest::prelude::*;
use service::{TODAY, give, world};

/// A Monday.
const LOR: Date = date(2026, 1, 5);

fn case(world: &mut World, designator: &str, milestones: Vec<(Milestone, Date)>, held: Option<(Date, Date)>) {
    let head = CaseHead {
        office: OfficeId(0),
        kind: CaseKind::DefinedOrder,
        category: GoalCategory::B,
        title: "Radios".into(),
        lor: LOR,
        lines: None,
        expires: None,
        manager: None,
    };
    let hold = |(from, lifted)| HoldRecord {
        requester: "State".into(),
        justification: "Review".into(),
        from,
        until: None,
        lifted: Some(lifted),
    };
    let news = CaseNews {
        head: Some(head),
        milestones,
        holds: held.map(hold).into_iter().collect(),
        ..CaseNews::of(format!("JO-B-{designator}").parse().unwrap())
    };
    give(world, UpdateCases { source: "Case system".into(), cases: vec![news] });
}

fn observed(world: &World, measure: CaseMeasure) -> Vec<Observed<CaseId>> {
    let (quarters, calendar) = (Quarter::up_to(TODAY, 12), service_calendar(world, TODAY));
    world.cases.iter().flat_map(|case| observe(measure, world, &calendar, case, &quarters, TODAY)).collect()
}

fn values(world: &World, measure: CaseMeasure) -> Vec<(f64, bool)> {
    observed(world, measure).iter().map(|one| (one.value, one.running)).collect()
}

#[test]
fn a_case_that_was_held_counts_its_running_days_only() {
    let mut world = world();
    let way = vec![
        (Milestone::DevelopmentStatus, date(2026, 1, 19)),
        (Milestone::AgencyApproved, date(2026, 2, 16)),
        (Milestone::Offered, date(2026, 3, 2)),
    ];
    case(&mut world, "AAA", way, Some((date(2026, 1, 8), date(2026, 1, 12))));
    assert_eq!(values(&world, CaseMeasure::LorDays), [(10.0, false)], "fourteen days less four held");
    assert_eq!(
        values(&world, CaseMeasure::LorWorkingDays),
        [(8.0, false)],
        "of the four a weekend was not worked anyway"
    );
    assert_eq!(values(&world, CaseMeasure::DevelopmentDays), [(28.0, false)]);
    assert_eq!(values(&world, CaseMeasure::OfferDays), [(14.0, false)]);
    assert_eq!(
        values(&world, CaseMeasure::OfferWorkingDays),
        [(9.0, false)],
        "Washington's Birthday is the day of the approval"
    );
    assert_eq!(values(&world, CaseMeasure::HeldDays), [(4.0, false)]);
    assert_eq!(values(&world, CaseMeasure::OfferedInGoal), [(1.0, false)], "52 days counted of 100");
    let waiting = values(&world, CaseMeasure::AcceptanceDays);
    assert_eq!(waiting, [(213.0, true)], "not accepted yet: it runs, and is not dropped");
    let offered = trend(
        CaseMeasure::OfferedInGoal.definition().statistic,
        &observed(&world, CaseMeasure::OfferedInGoal),
        &Quarter::up_to(TODAY, 4),
    );
    let counted: Vec<(String, usize)> = offered.iter().map(|one| (one.quarter.to_string(), one.count)).collect();
    assert_eq!(counted[0], ("2026Q2".to_owned(), 1));
}

#[test]
fn a_day_that_is_closed_is_no_working_day_until_it_is_taken_back() {
    let mut world = world();
    case(&mut world, "AAA", vec![(Milestone::DevelopmentStatus, date(2026, 1, 19))], None);
    let measured = |world: &World| (values(world, CaseMeasure::LorDays), values(world, CaseMeasure::LorWorkingDays));
    assert_eq!(measured(&world), (vec![(14.0, false)], vec![(10.0, false)]));
    let set = |day, worked| SetWorkingDay { day, worked, reason: "Snow".into(), source: "Order".into() };
    give(&mut world, set(date(2026, 1, 9), false));
    assert_eq!(measured(&world), (vec![(14.0, false)], vec![(9.0, false)]), "days of the calendar are what they were");
    give(&mut world, set(date(2026, 1, 20), false));
    assert_eq!(measured(&world).1, [(9.0, false)], "the letter was answered before");
    give(&mut world, set(date(2026, 1, 9), true));
    assert_eq!(measured(&world).1, [(10.0, false)]);
}

#[test]
fn a_case_nobody_touched_ages_and_passes_its_goal_quarter_by_quarter() {
    let mut world = world();
    case(&mut world, "AAA", vec![(Milestone::Initiated, date(2026, 1, 6))], None);
    let late: Vec<f64> = observed(&world, CaseMeasure::LateOpen).iter().map(|one| one.value).collect();
    assert_eq!(late, [0.0, 1.0, 1.0, 1.0], "85 days at the end of March, past 100 from June on");
    let ages: Vec<f64> = observed(&world, CaseMeasure::OldestUntouched).iter().map(|one| one.value).collect();
    assert_eq!(ages, [84.0, 175.0, 267.0, 268.0]);
}

/// Of so many days from one on those that are neither of a weekend nor a holiday, day by day.
fn by_hand(world: &World, from: Date, days: f64) -> f64 {
    let days = (0..).take_while(|day| f64::from(*day) < days).map(|day: i32| from.saturating_add(day.days()));
    let weekend = |day: &Date| matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    days.filter(|day| !weekend(day) && world.holidays(*day, *day).is_empty()).map(|_| 1.0).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_opens_into_the_rows_it_counts(
        ways in prop::collection::vec(prop::collection::vec((0..Milestone::ALL.len(), 1..60_i32), 0..8), 1..6),
        closed in prop::collection::btree_set(0..250_i32, 0..6),
    ) {
        let mut world = world();
        for day in closed.into_iter().map(|offset| LOR.saturating_add(offset.days())) {
            let set = SetWorkingDay { day, worked: false, reason: "Closed".into(), source: "Order".into() };
            if set.decide(&world, &Context { today: TODAY, actor: None }).is_ok() {
                give(&mut world, set);
            }
        }
        for (nth, steps) in ways.into_iter().enumerate() {
            let mut on = LOR;
            let mut way = Vec::new();
            for (one, days) in steps {
                on = on.saturating_add(days.days());
                if on <= TODAY {
                    way.push((Milestone::ALL[one].milestone, on));
                }
            }
            case(&mut world, &format!("A{nth:02}"), way, None);
        }
        let quarters = Quarter::up_to(TODAY, 12);
        for (measure, definition) in CaseMeasure::ALL {
            let rows = observed(&world, *measure);
            let points = trend(definition.statistic, &rows, &quarters);
            prop_assert_eq!(points.iter().map(|point| point.count).sum::<usize>(), rows.len(), "{}", definition.id);
            prop_assert!(rows.iter().all(|row| row.value >= 0.0 && world.cases.get(row.subject).is_some()));
        }
        for (calendar, working) in [(CaseMeasure::LorDays, CaseMeasure::LorWorkingDays), (CaseMeasure::OfferDays, CaseMeasure::OfferWorkingDays)] {
            let (all, worked) = (observed(&world, calendar), observed(&world, working));
            prop_assert_eq!(all.len(), worked.len());
            for (all, worked) in all.iter().zip(&worked) {
                let expected = (all.subject, all.day, all.running, by_hand(&world, all.day, all.value));
                prop_assert_eq!((worked.subject, worked.day, worked.running, worked.value), expected, "no case was held");
            }
        }
    }
}
