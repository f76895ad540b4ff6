//! What is mined of a log, held to definitions worked out plainly and to small logs worked out by hand.
#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use muster_caseflow::log::{CaseId, Event, EventLog, LogBuilder, Transition};
use muster_caseflow::mining::{Bottleneck, Deviation, Mined, Model, NoModel, Page, Period, Settings, Step, StepKind};
use proptest::prelude::*;

const HOUR: i64 = 3_600_000_000;

/// Case, activity, resource, transition, hour.
type Row = (u8, u8, Option<u8>, Transition, i64);

fn names(row: &Row) -> (String, String, Option<String>) {
    (format!("case {}", row.0), format!("step {}", row.1), row.2.map(|resource| format!("person {resource}")))
}

fn built(rows: &[Row]) -> EventLog {
    let mut builder = LogBuilder::default();
    for row in rows {
        let (case, activity, resource) = names(row);
        let (case, activity) = (builder.case(&case).unwrap(), builder.activity(&activity).unwrap());
        let resource = resource.map(|name| builder.resource(&name).unwrap());
        builder.event(case, Event { activity, resource, transition: row.3, at: row.4 * HOUR }).unwrap();
    }
    builder.finish()
}

/// A log of cases that are sequences of (activity, hour).
fn cases(cases: &[&[(&str, i64)]]) -> EventLog {
    let mut builder = LogBuilder::default();
    for (number, events) in cases.iter().enumerate() {
        let case = builder.case(&format!("{number}")).unwrap();
        for (activity, hour) in *events {
            let activity = builder.activity(activity).unwrap();
            let event = Event { activity, resource: None, transition: Transition::Complete, at: hour * HOUR };
            builder.event(case, event).unwrap();
        }
    }
    builder.finish()
}

fn model() -> Model {
    let step = |number, kind| Step { activity: format!("step {number}"), kind };
    let kinds = [StepKind::Required, StepKind::Optional, StepKind::Required, StepKind::Side, StepKind::Required];
    Model::new(kinds.into_iter().enumerate().map(|(number, kind)| step(number, kind)).collect()).unwrap()
}

fn mined(log: &EventLog) -> Mined {
    Mined::new(log, Settings { period: Period::Month, model: Some(model()) })
}

fn page(log: &EventLog) -> Page {
    mined(log).page(log, usize::MAX)
}

fn rows(most: usize) -> impl Strategy<Value = Vec<Row>> {
    let transition = prop_oneof![
        4 => Just(Transition::Complete),
        2 => Just(Transition::Start),
        1 => Just(Transition::Unstated),
        1 => Just(Transition::Suspend),
        1 => Just(Transition::Resume),
        1 => Just(Transition::Schedule),
    ];
    let row = (0..4_u8, 0..6_u8, prop::option::of(0..3_u8), transition, 0..4_000_i64);
    prop::collection::vec(row, 1..most)
}

proptest! {
    #[test]
    fn sums_agree_with_one_another(rows in rows(80)) {
        let log = built(&rows);
        let page = page(&log);
        let count: u64 = page.directly_follows.iter().map(|one| one.count).sum();
        prop_assert_eq!(page.events, rows.len() as i64);
        prop_assert_eq!(count as i64, page.events - page.cases);
        prop_assert_eq!(page.activity_counts.iter().map(|one| one.events).sum::<i64>(), page.events);
        prop_assert_eq!(page.activity_counts.iter().map(|one| one.starts).sum::<i64>(), page.cases);
        prop_assert_eq!(page.activity_counts.iter().map(|one| one.ends).sum::<i64>(), page.cases);
        prop_assert_eq!(page.top_variants.iter().map(|one| one.cases).sum::<i64>(), page.cases);
        prop_assert_eq!(page.top_variants.len(), page.variants);
        if let Some(work) = &page.work {
            prop_assert!((work.total_seconds - work.working_seconds - work.waiting_seconds).abs() < 1e-6);
            prop_assert!(work.working_seconds >= 0.0 && work.waiting_seconds >= 0.0);
            prop_assert_eq!(work.cases + work.cases_untold, page.cases);
        }
        let handed: i64 = page.handovers.top.iter().map(|one| one.count).sum();
        prop_assert_eq!(handed + page.handovers.kept, page.handovers.named);
        for one in &page.spectrum {
            let passed: u64 = one.periods.iter().map(|p| p.fastest + p.fast + p.slow + p.slowest).sum();
            let segment = page.segments.iter().find(|segment| segment.from == one.from && segment.to == one.to);
            prop_assert_eq!(Some(passed), segment.map(|segment| segment.count));
        }
    }

    #[test]
    fn times_are_those_of_the_sorted_durations(rows in rows(120)) {
        let log = built(&rows);
        for segment in page(&log).segments {
            let mut durations = Vec::new();
            for case in log.case_ids() {
                let events: Vec<Event> = log.trace(case).events().collect();
                let passed = events.windows(2).filter(|two| {
                    log.activity_name(two[0].activity) == segment.from && log.activity_name(two[1].activity) == segment.to
                });
                durations.extend(passed.map(|two| (two[1].at - two[0].at) as f64 / 1e6));
            }
            durations.sort_by(f64::total_cmp);
            let quantile = |share: f64| {
                let place = share * (durations.len() - 1) as f64;
                let (low, high) = (durations[place.floor() as usize], durations[place.ceil() as usize]);
                low + (high - low) * place.fract()
            };
            prop_assert_eq!(segment.count as usize, durations.len());
            for (share, told) in [
                (0.0, segment.least_seconds), (0.25, segment.quarter_seconds), (0.5, segment.median_seconds),
                (0.75, segment.three_quarters_seconds), (1.0, segment.most_seconds),
            ] {
                prop_assert!((quantile(share) - told).abs() < 1e-6, "{} of {:?} is {}", share, durations, told);
            }
        }
    }

    #[test]
    fn a_log_followed_event_by_event_answers_as_one_counted_at_once(rows in rows(80), first in 0..80_usize) {
        let first = first.min(rows.len());
        let mut log = built(&rows[..first]);
        let mut followed = mined(&log);
        for row in &rows[first..] {
            let (case, activity, resource) = names(row);
            let pushed = log.push(&case, &activity, resource.as_deref(), row.3, row.4 * HOUR).unwrap();
            followed.take(&log, pushed);
        }
        followed.renew_yardstick(&log);
        prop_assert_eq!(followed.page(&log, usize::MAX), page(&built(&rows)));
    }

    #[test]
    fn the_order_of_the_lines_does_not_matter(rows in rows(80), seed in 0..1_000_usize) {
        // no two events of one instant: their order is the file's
        let mut rows: Vec<Row> = (0..).zip(rows).map(|(number, row)| (row.0, row.1, row.2, row.3, row.4 * 100 + number)).collect();
        let told = page(&built(&rows));
        let turn = seed % rows.len();
        rows.rotate_left(turn);
        rows.reverse();
        prop_assert_eq!(page(&built(&rows)), told);
    }

    #[test]
    fn lasting_delay_is_what_no_later_passing_made_good(rows in rows(80)) {
        let log = built(&rows);
        let page = page(&log);
        let typical = |a: &Event, b: &Event| {
            let (from, to) = (log.activity_name(a.activity), log.activity_name(b.activity));
            let segment = page.segments.iter().find(|one| one.from == from && one.to == to).unwrap();
            (segment.median_seconds * 1e6).round() as i64
        };
        // worked out by giving time back, last lost first given
        let (mut lasting, mut ends) = (std::collections::BTreeMap::<(String, String), i64>::new(), 0);
        for case in log.case_ids() {
            let events: Vec<Event> = log.trace(case).events().collect();
            let mut lost: Vec<((String, String), i64)> = Vec::new();
            let (mut sum, mut least) = (0, 0);
            for two in events.windows(2) {
                let mut difference = two[1].at - two[0].at - typical(&two[0], &two[1]);
                sum += difference;
                least = least.min(sum);
                let name = |event: &Event| log.activity_name(event.activity).to_owned();
                if difference > 0 {
                    lost.push(((name(&two[0]), name(&two[1])), difference));
                }
                while difference < 0 && let Some(last) = lost.last_mut() {
                    let given = last.1.min(-difference);
                    last.1 -= given;
                    difference += given;
                    if last.1 == 0 {
                        lost.pop();
                    }
                }
            }
            ends += sum - least;
            lost.into_iter().for_each(|(segment, left)| *lasting.entry(segment).or_default() += left);
        }
        let told: f64 = page.bottlenecks.iter().map(|one| one.lasting_seconds).sum();
        prop_assert!((told - ends as f64 / 1e6).abs() < 1e-3, "{} lasts, cases end {} late", told, ends);
        for one in &page.bottlenecks {
            let left = lasting.remove(&(one.from.clone(), one.to.clone())).unwrap_or_default();
            prop_assert!((one.lasting_seconds - left as f64 / 1e6).abs() < 1e-3, "{:?} is {}", one, left);
        }
        prop_assert!(lasting.values().all(|left| *left == 0));
    }
}

fn named<'a>(page: &'a Page, from: &str, to: &str) -> Option<&'a Bottleneck> {
    page.bottlenecks.iter().find(|one| one.from == from && one.to == to)
}

#[test]
fn a_bottleneck_is_where_cases_lose_time_for_good_not_where_a_step_is_long() {
    // a → b always takes 100 hours; b → c varies and is made good by c → d; d → e varies and nothing makes it good
    let log = cases(&[
        &[("a", 0), ("b", 100), ("c", 102), ("d", 140), ("e", 142)],
        &[("a", 0), ("b", 100), ("c", 102), ("d", 140), ("e", 142)],
        &[("a", 0), ("b", 100), ("c", 102), ("d", 140), ("e", 142)],
        &[("a", 0), ("b", 100), ("c", 132), ("d", 140), ("e", 152)],
        &[("a", 0), ("b", 100), ("c", 132), ("d", 140), ("e", 152)],
    ]);
    let page = Mined::new(&log, Settings::default()).page(&log, 10);
    let first = &page.bottlenecks[0];
    assert_eq!(
        (first.from.as_str(), first.to.as_str(), page.bottlenecks.len()),
        ("d", "e", 1),
        "{:?}",
        page.bottlenecks
    );
    assert_eq!((first.lasting_seconds, first.late, first.share), (20.0 * 3_600.0, 2, 1.0));
    // the longest by its mean causes none, nor does the one that is always made good
    assert!(named(&page, "a", "b").is_none() && named(&page, "b", "c").is_none());
    let slowest = page.segments.iter().max_by(|a, b| a.mean_seconds.total_cmp(&b.mean_seconds)).unwrap();
    assert_eq!((slowest.from.as_str(), slowest.to.as_str()), ("a", "b"));
}

#[test]
fn a_new_event_is_measured_by_the_yardstick_that_was_set() {
    let mut log = cases(&[&[("a", 0), ("b", 10)], &[("a", 0), ("b", 10)], &[("a", 0)]]);
    let mut mined = Mined::new(&log, Settings::default());
    let pushed = log.push("2", "b", None, Transition::Complete, 15 * HOUR).unwrap();
    mined.take(&log, pushed);
    let page = mined.page(&log, 10);
    let one = named(&page, "a", "b").unwrap();
    assert_eq!((one.typical_seconds, one.lasting_seconds, one.late), (Some(36_000.0), 18_000.0, 1));
}

#[test]
fn rework_tells_loops_from_returns_and_starts_from_repeats() {
    let log = cases(&[
        &[("check", 0), ("check", 1), ("decide", 2), ("check", 5), ("check", 6)],
        &[("check", 0), ("decide", 2)],
    ]);
    let rework = Mined::new(&log, Settings::default()).page(&log, 10).rework;
    let check = &rework[0];
    assert_eq!((rework.len(), check.activity.as_str()), (1, "check"));
    assert_eq!((check.times, check.cases, check.cases_again, check.self_loops, check.returns), (5, 2, 1, 2, 1));
    assert_eq!(check.loop_seconds as i64, 6 * 3_600);
    let lifecycle = [
        (0, 0, None, Transition::Start, 0),
        (0, 0, None, Transition::Complete, 4),
        (0, 1, None, Transition::Start, 4),
        (0, 1, None, Transition::Complete, 6),
    ];
    assert!(page(&built(&lifecycle)).rework.is_empty());
}

#[test]
fn working_time_is_where_some_work_is_open_and_is_not_made_up_where_no_start_is_told() {
    let log = built(&[
        (0, 0, None, Transition::Start, 0),
        (0, 1, None, Transition::Start, 2),
        (0, 0, None, Transition::Complete, 4),
        (0, 1, None, Transition::Complete, 6),
        (0, 2, None, Transition::Start, 10),
        (0, 2, None, Transition::Suspend, 11),
        (0, 2, None, Transition::Resume, 20),
        (0, 2, None, Transition::Complete, 21),
        (1, 0, None, Transition::Complete, 0),
    ]);
    let work = page(&log).work.unwrap();
    assert_eq!((work.cases, work.cases_untold), (1, 1));
    assert_eq!(
        [work.total_seconds, work.working_seconds, work.waiting_seconds].map(|s| (s / 3_600.0) as i64),
        [21, 8, 13]
    );
    let third = work.activities.iter().find(|one| one.activity == "step 2").unwrap();
    assert_eq!((third.pieces, third.mean_waiting_seconds), (2, Some(4.0 * 3_600.0)));
    assert_eq!(page(&cases(&[&[("a", 0), ("b", 9)]])).work, None);
}

#[test]
fn a_case_is_held_against_the_model_step_by_step_and_only_as_far_as_it_has_come() {
    let log = cases(&[
        &[("step 0", 0), ("step 1", 1), ("step 2", 2), ("step 4", 3)],
        &[("step 0", 0), ("step 3", 1), ("step 2", 2), ("step 3", 3)],
        &[("step 0", 0), ("step 4", 1), ("step 2", 2), ("step 2", 3), ("lunch", 4)],
        &[("step 4", 0)],
        &[("step 2", 0), ("step 1", 1), ("step 0", 2)],
    ]);
    let mined = mined(&log);
    let of = |case| mined.deviations(log.trace(CaseId(case))).unwrap();
    let lunch = log.find_activity("lunch").unwrap();
    assert_eq!((of(0), of(1)), (vec![], vec![]));
    let late = (Deviation::OutOfOrder(2), Some(2));
    assert_eq!(of(2), [late, (Deviation::Repeated(2), Some(3)), (Deviation::Unknown(lunch), Some(4))]);
    assert_eq!(of(3), [(Deviation::Skipped(0), None), (Deviation::Skipped(2), None)]);
    assert_eq!(of(4), [(Deviation::OutOfOrder(1), Some(1)), (Deviation::OutOfOrder(0), Some(2))]);
    let told = mined.page(&log, 10).conformance.unwrap();
    assert_eq!((told.conforming_cases, told.complete_cases, told.share), (2, 1, 0.4));
    let row = |kind, activity| {
        told.deviations
            .iter()
            .find(|one| one.kind == kind && one.activity == activity)
            .map(|one| (one.times, one.cases))
    };
    assert_eq!([row("skipped", "step 0"), row("out_of_order", "step 1"), row("unknown", "lunch")], [Some((1, 1)); 3]);
}

#[test]
fn a_model_names_each_step_once_and_has_an_order() {
    let text =
        r#"{"steps": [{"activity": "a"}, {"activity": "b", "kind": "optional"}, {"activity": "a", "kind": "side"}]}"#;
    assert!(serde_json::from_str::<Model>(text).unwrap_err().to_string().contains("stands twice"));
    let side = Step { activity: "note".into(), kind: StepKind::Side };
    assert_eq!(Model::new(vec![side]), Err(NoModel::NoOrder));
}

#[test]
fn the_performance_spectrum_counts_passings_by_period_and_quarter() {
    let month = 31 * 24;
    let log = cases(&[
        &[("a", 0), ("b", 1)],
        &[("a", 0), ("b", 2)],
        &[("a", month), ("b", month + 3)],
        &[("a", month), ("b", month + 400)],
    ]);
    let spectrum = Mined::new(&log, Settings::default()).spectrum(&log, "a", "b").unwrap();
    let told: Vec<_> =
        spectrum.periods.iter().map(|p| (p.period.as_str(), [p.fastest, p.fast, p.slow, p.slowest])).collect();
    assert_eq!(told, [("1970-01", [1, 1, 0, 0]), ("1970-02", [0, 0, 1, 1])]);
}
