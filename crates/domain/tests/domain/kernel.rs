//! Values that read back, and what time and tables answer.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use muster_domain::cases::CaseNumber;
use muster_domain::kernel::{Ilr, Table, Timeline, days_between};
use muster_domain::organization::{Post, PostStatus, SetPostStatus};
use muster_domain::{BilletId, FiscalYear, Grade, Period, PostId, Sealed};
use proptest::prelude::*;

use super::build::*;

#[test]
fn an_id_reads_back_from_its_text_and_from_nothing_else() {
    assert_eq!("B17".parse::<BilletId>().unwrap(), BilletId(17));
    for wrong in ["17", "P17", "B", "B-1", "B+1", "B01", "B 1", "B99999999999", ""] {
        assert!(wrong.parse::<BilletId>().is_err(), "{wrong}");
    }
}

#[test]
fn a_case_number_reads_back_from_its_text_and_from_nothing_else() {
    let number: CaseNumber = "BN-B-UAA".parse().unwrap();
    assert_eq!((number.purchaser(), number.agency(), number.designator()), ("BN", 'B', "UAA"));
    assert_eq!(number.to_string(), "BN-B-UAA");
    for wrong in ["", "BN-B-UA", "bn-B-UAA", "BN-1-UAA", "BN B UAA", "BN-B-UAAA", "BN-B-UÄ"] {
        assert!(wrong.parse::<CaseNumber>().is_err(), "{wrong}");
    }
}

#[test]
fn every_grade_reads_back_and_others_are_refused() {
    assert_eq!(Grade::all().count(), 40);
    for grade in Grade::all() {
        assert_eq!(grade.to_string().parse::<Grade>().unwrap(), grade);
    }
    assert_eq!("o5".parse::<Grade>().unwrap(), Grade::O(5));
    for wrong in ["O-11", "E-0", "GS", "X-1", "", "O--5", "GS-16"] {
        assert!(wrong.parse::<Grade>().is_err(), "{wrong}");
    }
}

#[test]
fn levels_read_back_and_are_ordered() {
    let all: Vec<Ilr> = (0..=10).filter_map(Ilr::from_half_steps).collect();
    assert!(all.windows(2).all(|pair| pair[0] < pair[1]));
    for level in all {
        assert_eq!(level.to_string().parse::<Ilr>().unwrap(), level);
    }
    for wrong in ["5+", "6", "", "+", "1++", "two"] {
        assert!(wrong.parse::<Ilr>().is_err(), "{wrong}");
    }
}

#[test]
fn a_fact_whose_key_is_gone_stays_closed() {
    let mut fact = Sealed::Open(7u8);
    fact.seal(&mut |plain| format!("<{}>", String::from_utf8_lossy(plain)));
    assert_eq!(fact, Sealed::Closed("<7>".into()));
    fact.unseal(&mut |_| None).unwrap();
    assert_eq!(fact.open(), None);
    fact.unseal(&mut |text| Some(text.trim_matches(['<', '>']).as_bytes().to_vec())).unwrap();
    assert_eq!(fact.open(), Some(&7));
}

fn day(n: i32) -> Date {
    date(2024, 1, 1).saturating_add(n.days())
}

#[test]
fn a_period_may_not_end_before_it_begins() {
    assert!(Period::new(day(5), Some(day(5))).is_err());
    assert!(serde_json::from_str::<Period>(r#"{"from":"2024-02-01","until":"2024-01-01"}"#).is_err());
}

#[test]
fn a_fiscal_year_begins_in_october() {
    assert_eq!(FiscalYear::of(date(2023, 9, 30)), FiscalYear(2023));
    assert_eq!(FiscalYear::of(date(2023, 10, 1)), FiscalYear(2024));
    assert!(FiscalYear(2024).period().unwrap().contains(date(2024, 9, 30)));
}

proptest! {
    #[test]
    fn a_timeline_answers_the_latest_value_set_on_or_before_the_day(
        sets in prop::collection::vec((0..400i32, 0..9u8), 0..20), ask in -10..420i32,
    ) {
        let mut timeline = Timeline::default();
        for (on, value) in &sets {
            timeline.set(day(*on), *value);
        }
        let best = sets.iter().enumerate().filter(|(_, (on, _))| *on <= ask).max_by_key(|(i, (on, _))| (*on, *i));
        prop_assert_eq!(timeline.at(day(ask)), best.map(|(_, (_, value))| value));
    }

    #[test]
    fn days_between_agrees_with_the_calendar_library(from in -300_000..300_000i32, to in -300_000..300_000i32) {
        let (a, b) = (day(from), day(to));
        prop_assert_eq!(days_between(a, b), a.until(b).unwrap().get_days());
    }

    #[test]
    fn overlap_holds_exactly_the_days_of_both(a in 0..40i32, b in 1..40i32, c in 0..40i32, d in 1..40i32, ask in 0..90i32) {
        let one = Period::new(day(a), Some(day(a + b))).unwrap();
        let two = Period::new(day(c), Some(day(c + d))).unwrap();
        let both = one.overlap(two).is_some_and(|both| both.contains(day(ask)));
        prop_assert_eq!(both, one.contains(day(ask)) && two.contains(day(ask)));
    }
}

#[test]
fn a_snapshot_keeps_its_rows_when_the_table_changes() {
    let mut build = Build::service();
    for n in 0..300 {
        build.must(post(&format!("Place {n}"), None));
    }
    let before = build.world.posts.clone();
    build.must(SetPostStatus { post: PostId(200), from: TODAY, status: PostStatus::Unaccompanied });
    build.must(post("The newest", None));

    let changed: Vec<PostId> = build.world.posts.changed_from(&before).map(|(id, _)| id).collect();
    assert_eq!(changed, [PostId(200), last(&build.world.posts)]);
    let row = |table: &Table<PostId, Post>| table.row(PostId(200)).unwrap().changed;
    assert!(row(&before) < row(&build.world.posts));
    assert!(before.get(last(&build.world.posts)).is_none());
    assert_eq!(build.world.posts.iter().count(), before.len() + 1);
    assert_eq!(build.world.posts.changed_from(&build.world.posts).count(), 0);
}
