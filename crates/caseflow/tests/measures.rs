//! The measures as a person would count them by hand.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod service;

use jiff::ToSpan;
use jiff::civil::date;
use muster_caseflow::measures::{CaseMeasure, Observed, Quarter, observe, trend};
use muster_domain::cases::{CaseHead, CaseKind, CaseNews, GoalCategory, HoldRecord, Milestone, UpdateCases};
use muster_domain::{CaseId, Date, OfficeId, World};
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
    let quarters = Quarter::up_to(TODAY, 12);
    world.cases.iter().flat_map(|case| observe(measure, world, case, &quarters, TODAY)).collect()
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
    assert_eq!(values(&world, CaseMeasure::OfferWorkingDays), [(10.0, false)]);
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
fn a_case_nobody_touched_ages_and_passes_its_goal_quarter_by_quarter() {
    let mut world = world();
    case(&mut world, "AAA", vec![(Milestone::Initiated, date(2026, 1, 6))], None);
    let late: Vec<f64> = observed(&world, CaseMeasure::LateOpen).iter().map(|one| one.value).collect();
    assert_eq!(late, [0.0, 1.0, 1.0, 1.0], "85 days at the end of March, past 100 from June on");
    let ages: Vec<f64> = observed(&world, CaseMeasure::OldestUntouched).iter().map(|one| one.value).collect();
    assert_eq!(ages, [84.0, 175.0, 267.0, 268.0]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_opens_into_the_rows_it_counts(ways in prop::collection::vec(prop::collection::vec((0..Milestone::ALL.len(), 1..60_i32), 0..8), 1..6)) {
        let mut world = world();
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
            let (all, weekdays) = (values(&world, calendar), values(&world, working));
            prop_assert_eq!(all.len(), weekdays.len());
            prop_assert!(all.iter().zip(&weekdays).all(|(all, weekdays)| weekdays.0 <= all.0 && weekdays.1 == all.1));
        }
    }
}
