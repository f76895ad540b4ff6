//! Forecasts against processes whose truth is known, and against what must never happen.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use jiff::Timestamp;
use muster_caseflow::forecast::cases::{
    CaseForecast, CaseRecord, Forecaster, HeldOut, Histories, HistoryError, NoForecast, Question, Settings, Trial,
    backtest,
};
use muster_caseflow::forecast::sales::{Series, sales_backtest, sales_forecast};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

const DAY: i64 = 86_400_000_000;

/// Cases that begin every day, wait some days with an exponential distribution for a review, are sent back once in five
/// times, and end some days after. `slow` cases take three times as long.
fn process(cases: i64, seed: u64) -> Vec<CaseRecord> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let mut wait = move |mean: f64| -> (i64, f64) {
        let [a, b]: [f64; 2] = [dice.random(), dice.random()];
        #[allow(clippy::cast_possible_truncation, reason = "a few years at most")]
        let micros = (-(1.0 - a).ln() * mean * 86_400e6) as i64;
        (micros, b)
    };
    let all = (0..cases).map(|number| {
        let (mut at, slow) = (number * DAY / 2, number % 3 == 0);
        let times = if slow { 3.0 } else { 1.0 };
        let mut steps = vec![("Received".into(), at)];
        loop {
            let (micros, chance) = wait(10.0 * times);
            at += micros;
            steps.push(("Reviewed".into(), at));
            if chance < 0.8 {
                break;
            }
            at += wait(2.0).0;
            steps.push(("Returned".into(), at));
        }
        at += wait(5.0 * times).0;
        CaseRecord {
            id: format!("C{number:05}").into(),
            attributes: vec![Some(if slow { "slow" } else { "fast" }.into())],
            steps,
            closed: Some(at),
            holds: Vec::new(),
        }
    });
    all.collect()
}

fn histories(records: impl IntoIterator<Item = CaseRecord>) -> Histories {
    let mut histories = Histories::new(["pace"]);
    for record in records {
        histories.add(record).unwrap();
    }
    histories
}

/// What was known at an instant; cases that had not begun are not there.
fn known_at(records: &[CaseRecord], at: i64) -> Vec<CaseRecord> {
    let cut = records.iter().map(|record| CaseRecord {
        steps: record.steps.iter().filter(|step| step.1 <= at).cloned().collect(),
        closed: record.closed.filter(|closed| *closed <= at),
        ..record.clone()
    });
    cut.filter(|record| !record.steps.is_empty()).collect()
}

fn settings() -> Settings {
    Settings { most_features: 2, ..Settings::default() }
}

#[test]
fn ranges_hold_as_often_as_they_claim_and_are_narrower_than_naive_ones() {
    let histories = histories(process(2_400, 7));
    for question in [Question::End, Question::NextStep, Question::step(&histories, "Reviewed").unwrap()] {
        let held_out = HeldOut::after(&histories, 0.5).unwrap();
        let found = backtest(&histories, question, &settings(), held_out);
        for held in [&found.at_steps, &found.mornings] {
            assert!(held.forecast.count > 900, "{question:?}: {held:?}");
            assert!((held.forecast.coverage - 0.8).abs() < 0.035, "{question:?}: {held:?}");
            assert!(held.forecast.open < 0.1 && held.forecast.crps <= held.naive.crps, "{question:?}: {held:?}");
        }
        assert!(found.at_steps.forecast.interval_score < found.at_steps.naive.interval_score, "{question:?}");
    }
}

#[test]
fn cases_are_held_out_from_earlier_where_half_are_too_few() {
    let histories = histories(process(600, 9));
    let (half, earlier) = (HeldOut::after(&histories, 0.5), HeldOut::after(&histories, 0.3));
    assert_eq!(HeldOut::with_cases(&histories, 10), half);
    assert_eq!(HeldOut::with_cases(&histories, 100_000), half, "so many there are not");
    let begun = |held: HeldOut| {
        let days = held.from.as_microsecond()..held.until.as_microsecond();
        (0..600).filter(|number| days.contains(&(number * DAY / 2))).count()
    };
    let wanted = begun(earlier.unwrap());
    let found = HeldOut::with_cases(&histories, wanted).unwrap();
    assert!(begun(half.unwrap()) < wanted && found.from < half.unwrap().from && begun(found) >= wanted);
}

#[test]
fn a_trial_says_on_how_many_cases_ranges_were_tried_and_how_many_held() {
    let histories = histories(process(1_600, 7));
    let question = Question::step(&histories, "Reviewed").unwrap();
    let at = histories.period().unwrap().1 + DAY;
    let trial = Trial::new(&histories, question, &settings(), at);
    let last = histories.cases().len() - 1;
    let all = trial.of(&histories, last, at, usize::MAX).unwrap();
    assert!(!all.same_step && (100..histories.cases().len() / 2 + 1).contains(&all.tested), "one a case: {all:?}");
    let share = all.held as f64 / all.tested as f64;
    assert!((share - 0.8).abs() < 0.08, "{all:?}");
    // Of a case that waits since it was received: those of the same step alone, where enough were tried.
    let received = histories.cases()[last].steps[0].at + DAY / 4;
    let own = trial.of(&histories, last, received, 100).unwrap();
    assert!(own.same_step && own.tested >= 100 && own.tested <= all.tested, "{own:?} {all:?}");
    let few = Trial::new(&known_histories(&histories, 12), question, &settings(), at);
    assert_eq!(few.of(&histories, last, at, 1), None, "too little was decided to say anything");
}

/// The first cases alone.
fn known_histories(of: &Histories, cases: usize) -> Histories {
    histories(process(i64::try_from(of.cases().len().min(cases)).unwrap(), 7))
}

#[test]
fn nothing_after_the_moment_changes_a_forecast() {
    let records = process(500, 11);
    let at = 150 * DAY;
    // The same past, and another future: everything after the moment comes later and otherwise.
    let otherwise: Vec<CaseRecord> = records
        .iter()
        .map(|record| {
            let late = |when: i64| if when > at { when + (when - at) * 3 + 17 } else { when };
            let mut steps: Vec<_> = record.steps.iter().map(|(step, when)| (step.clone(), late(*when))).collect();
            for step in steps.iter_mut().filter(|step| step.1 > at && step.0 != "Received") {
                step.0 = "Something else".into();
            }
            CaseRecord { steps, closed: record.closed.map(late), ..record.clone() }
        })
        .collect();
    let (whole, other, past) = (histories(records.clone()), histories(otherwise), histories(known_at(&records, at)));
    for question in [Question::End, Question::NextStep] {
        let of = |histories: &Histories| Forecaster::new(histories, question, &settings(), at).open();
        let forecasts = of(&whole);
        assert!(forecasts.len() > 10);
        assert_eq!(forecasts, of(&other));
        assert_eq!(forecasts, of(&past));
    }
}

#[test]
fn the_order_of_the_cases_does_not_matter() {
    let records = process(300, 3);
    let at = 120 * DAY;
    let of = |records: Vec<CaseRecord>| {
        let mut found = Forecaster::new(&histories(records), Question::End, &settings(), at).open();
        found.sort_by(|a, b| a.case.cmp(&b.case));
        found
    };
    let turned: Vec<CaseRecord> = records.iter().rev().cloned().collect();
    assert_eq!(of(records), of(turned));
}

#[test]
fn a_forecast_says_what_it_rests_on() {
    let histories = histories(process(600, 5));
    let at = 250 * DAY;
    let forecaster = Forecaster::new(&histories, Question::NextStep, &settings(), at);
    let forecasts = forecaster.open();
    let later = Timestamp::from_microsecond(at).unwrap();
    for CaseForecast { lower, median, upper, comes, why, .. } in &forecasts {
        // A range may have no end, where too many like it were never seen to end.
        let (median, upper) = (median.unwrap_or(Timestamp::MAX), upper.unwrap_or(Timestamp::MAX));
        assert!(later <= *lower && *lower <= median && median <= upper);
        assert!((comes.iter().map(|one| one.1).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(
            why.ended >= 1
                && why.count >= why.ended
                && why.judged_by > 0
                && why.like.iter().chain(&why.given_up).next().unwrap().starts_with("in ")
        );
    }
    let reviewed = forecasts.iter().find(|one| one.step == "Received").unwrap();
    assert_eq!(reviewed.comes[0].0, "Reviewed");
    assert_eq!(forecaster.forecast(0), Err(NoForecast::Closed));
    assert_eq!(forecaster.forecast(9_999), Err(NoForecast::Unknown));
}

#[test]
fn a_case_that_contradicts_itself_is_refused() {
    let mut histories = Histories::new(Vec::<&str>::new());
    let case = |steps, closed| CaseRecord { id: "A".into(), steps, closed, ..CaseRecord::default() };
    assert_eq!(histories.add(case(vec![], None)), Err(HistoryError::Empty("A".into())));
    assert_eq!(histories.add(case(vec![("X".into(), 5)], Some(4))), Err(HistoryError::ClosedEarly("A".into())));
    histories.add(case(vec![("X".into(), 5)], None)).unwrap();
    assert_eq!(histories.add(case(vec![("X".into(), 5)], None)), Err(HistoryError::Twice("A".into())));
}

/// Sixty series about a level of their own, with the gap of the sales book.
fn series(seed: u64) -> Vec<Series> {
    let mut dice = ChaCha8Rng::seed_from_u64(seed);
    let one = |number: i32, dice: &mut ChaCha8Rng| {
        let years = (2001..=2024i16).filter(|year| !(2017..=2019).contains(year));
        let mut amount = || f64::from(number + 1) * 1e7 * (0.5 + dice.random::<f64>());
        Series { key: format!("S{number:02}").into(), years: years.map(|year| (year, amount())).collect() }
    };
    (0..60).map(|number| one(number, &mut dice)).collect()
}

#[test]
fn sales_about_a_level_are_forecast_better_than_by_naive_and_ranges_hold() {
    let found = sales_backtest(&series(1), (2008, 2023), 2, 0.8);
    for score in &found.scores {
        assert!(score.mase[0] < score.mase[1] && score.mase[0] < score.mase[2], "{score:?}");
        assert!((score.coverage - 0.8).abs() < 0.06, "{score:?}");
    }
}

#[test]
fn a_year_that_is_missing_is_not_zero_and_a_later_one_is_not_looked_at() {
    let known = series(2);
    let forecasts = sales_forecast(&known, 2020, 2, 0.8);
    assert_eq!(forecasts.len(), 60);
    for (forecast, of) in forecasts.iter().zip(&known) {
        let least = of.years.values().copied().fold(f64::INFINITY, f64::min);
        assert!(forecast.years[0].forecast > least * 0.8, "{forecast:?}");
    }
    let mut otherwise = known;
    for one in &mut otherwise {
        for amount in one.years.range_mut(2021..).map(|year| year.1) {
            *amount *= -100.0;
        }
    }
    assert_eq!(forecasts, sales_forecast(&otherwise, 2020, 2, 0.8));
}
