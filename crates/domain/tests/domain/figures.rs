//! Figures of policy: every one has a value, those of law and regulation hold from their days.

use jiff::civil::{Date, date};
use muster_domain::World;
use muster_domain::cases::{CasePhase, Milestone, MilestoneOrder, purchaser_class, quarterly_due};
use muster_domain::policy::{Lever, PolicyKey};

fn value(key: PolicyKey, applies_to: &str, day: Date) -> Option<i64> {
    World::default().policy(key, applies_to, day).map(|figure| figure.value)
}

#[test]
fn the_surcharge_follows_the_day_of_acceptance() {
    let rate = |year, month| value(PolicyKey::AdminSurcharge, "standard", date(year, month, 1));
    assert_eq!(
        [rate(1970, 1), rate(1999, 5), rate(1999, 6), rate(2012, 10), rate(2024, 1)],
        [20, 30, 25, 38, 32].map(Some)
    );
}

#[test]
fn a_goal_for_all_holds_where_the_category_has_none() {
    assert_eq!(value(PolicyKey::CaseGoalDays, "C", date(2005, 1, 1)), Some(120));
    assert_eq!(value(PolicyKey::CaseGoalDays, "C", date(2015, 1, 1)), Some(90));
    assert_eq!(value(PolicyKey::CaseGoalDays, "C", date(2024, 1, 1)), Some(150));
}

#[test]
fn every_figure_has_a_row() {
    for key in PolicyKey::ALL {
        assert!(World::default().policy_history(*key).next().is_some(), "{key:?}");
    }
}

#[test]
fn every_default_lies_within_its_range() {
    for lever in Lever::ALL {
        let d = lever.definition();
        assert!((d.least..=d.most).contains(&d.default), "{lever}");
    }
}

#[test]
fn every_milestone_finds_its_own_definition_and_code() {
    for one in Milestone::ALL {
        assert_eq!(one.milestone.definition(), one);
        assert_eq!(Milestone::of_code(one.code), Some(one.milestone));
        assert_eq!(one.stands_at != one.milestone, one.order == MilestoneOrder::Back);
    }
}

#[test]
fn phases_never_go_back_along_the_order() {
    let phases: Vec<CasePhase> = Milestone::after(None).map(|one| one.phase).collect();
    assert!(phases.is_sorted());
}

#[test]
fn a_country_is_a_close_partner_from_its_accession_on() {
    assert_eq!(purchaser_class("SWE", date(2024, 3, 6)), "others");
    assert_eq!(purchaser_class("SWE", date(2024, 3, 7)), "close_partners");
    assert_eq!(purchaser_class("KOR", date(1990, 1, 1)), "close_partners");
    assert_eq!(purchaser_class("SAU", date(2024, 1, 1)), "others");
}

#[test]
fn bills_fall_due_by_the_published_timeline() {
    let due = |day| quarterly_due(&World::default(), day);
    assert_eq!(due(date(2026, 1, 15)), date(2026, 3, 15));
    assert_eq!(due(date(2026, 3, 15)), date(2026, 6, 15));
    assert_eq!(due(date(2026, 7, 15)), date(2026, 9, 15));
    assert_eq!(due(date(2026, 12, 15)), date(2027, 3, 15));
}
