//! Clocks against textbook values and against what they must be.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use muster_caseflow::clock::{Band, Cause, Durations, Incidence, Observation, Survival, durations_by};
use proptest::prelude::*;

/// Weeks of remission of 21 children with acute leukaemia on 6-mercaptopurine (true: it ended). E. J. Freireich et al., *The
/// effect of 6-mercaptopurine on the duration of steroid-induced remissions in acute leukemia*, Blood 21, 1963.
const MERCAPTOPURINE: [(f64, bool); 21] = [
    (6.0, true),
    (6.0, true),
    (6.0, true),
    (6.0, false),
    (7.0, true),
    (9.0, false),
    (10.0, true),
    (10.0, false),
    (11.0, false),
    (13.0, true),
    (16.0, true),
    (17.0, false),
    (19.0, false),
    (20.0, false),
    (22.0, true),
    (23.0, true),
    (25.0, false),
    (32.0, false),
    (32.0, false),
    (34.0, false),
    (35.0, false),
];

/// The 21 on placebo, same source: none censored.
const PLACEBO: [f64; 21] =
    [1.0, 1.0, 2.0, 2.0, 3.0, 4.0, 4.0, 5.0, 5.0, 8.0, 8.0, 8.0, 8.0, 11.0, 11.0, 12.0, 12.0, 15.0, 17.0, 22.0, 23.0];

fn watched((days, ended): (f64, bool)) -> Observation {
    if ended { Observation::ended(days, ()) } else { Observation::running(days) }
}

fn near(found: f64, expected: f64, within: f64) {
    assert!((found - expected).abs() <= within, "{found}, expected {expected}");
}

/// Kaplan–Meier, its standard error and log(−log) 95 % band as printed in D. G. Kleinbaum and M. Klein, *Survival Analysis*
/// (2nd ed., 2005, chapter 2 and its computer appendix); Nelson–Aalen as in J. P. Klein and M. L. Moeschberger, *Survival
/// Analysis* (2nd ed., 2003), table 4.2.
#[test]
fn remissions_of_leukaemia_have_the_printed_values() {
    let survival = Survival::new(&MERCAPTOPURINE.map(watched)).unwrap();
    let printed = [
        (6.0, 0.8571, 0.0764, 0.6197, 0.9516, 0.1428),
        (7.0, 0.8067, 0.0869, 0.5631, 0.9228, 0.2017),
        (10.0, 0.7529, 0.0963, 0.5032, 0.8894, 0.2683),
        (13.0, 0.6902, 0.1068, 0.4316, 0.8491, 0.3517),
        (16.0, 0.6275, 0.1141, 0.3675, 0.8049, 0.4426),
        (22.0, 0.5378, 0.1282, 0.2678, 0.7468, 0.5854),
        (23.0, 0.4482, 0.1346, 0.1881, 0.6801, 0.7521),
    ];
    assert_eq!(survival.steps().len(), printed.len());
    for (at, share, error, lower, upper, hazard) in printed {
        near(survival.survival(at), share, 5e-5);
        near(survival.standard_error(at), error, 5.1e-5);
        let band = survival.band(at, 0.95);
        near(band.lower, lower, 5e-5);
        near(band.upper, upper, 5e-5);
        near(survival.hazard(at), hazard, 1.1e-4);
    }
    assert_eq!(survival.median(), Some(23.0));
    assert_eq!(survival.quantile_band(0.5, 0.95), (Some(13.0), None));
    assert_eq!(survival.quantile(0.9), None);
}

#[test]
fn without_censoring_the_restricted_mean_is_the_mean() {
    let survival = Survival::new(&PLACEBO.map(|weeks| watched((weeks, true)))).unwrap();
    assert_eq!(survival.median(), Some(8.0));
    let (mean, error) = survival.restricted_mean(1_000.0);
    near(mean, PLACEBO.iter().sum::<f64>() / 21.0, 1e-9);
    // The variance of a mean, with n in place of n − 1, is what the formula gives without censoring.
    let variance = PLACEBO.iter().map(|weeks| (weeks - mean).powi(2)).sum::<f64>() / 21.0;
    near(error, (variance / 21.0).sqrt(), 1e-9);
    near(survival.restricted_mean(1.0).0, 1.0, 1e-9);
}

/// Worked by hand: 5 at risk at 1 (one ends by 0), 4 at 2 (one ends by 1), one censored at 2, 2 at 4 (one ends by 0), 1 at 5.
#[test]
fn two_causes_by_hand() {
    let seen = [
        Observation::ended(1.0, 0),
        Observation::ended(2.0, 1),
        Observation::running(2.0),
        Observation::ended(4.0, 0),
        Observation::running(5.0),
    ];
    let incidence = Incidence::new(&seen).unwrap();
    near(incidence.by(0, 4.0), 1.0 / 5.0 + 3.0 / 5.0 * 1.0 / 2.0, 1e-12);
    near(incidence.by(1, 4.0), 4.0 / 5.0 * 1.0 / 4.0, 1e-12);
    near(incidence.survival(4.0), 3.0 / 10.0, 1e-12);
    assert_eq!(incidence.causes().iter().map(|cause| cause.0).collect::<Vec<_>>(), [0, 1]);
}

/// A case found at age 5 is not at risk before, so it tells nothing of the end at 3, and lowers what ended at 6.
#[test]
fn who_was_found_later_is_at_risk_only_from_then() {
    let seen = [
        Observation::ended(3.0, ()),
        Observation::running(4.0),
        Observation::ended(6.0, ()),
        Observation::ended(8.0, ()).from_age(5.0),
    ];
    let survival = Survival::new(&seen).unwrap();
    near(survival.survival(3.0), 2.0 / 3.0, 1e-12);
    near(survival.survival(6.0), 2.0 / 3.0 * 1.0 / 2.0, 1e-12);
    near(survival.survival(8.0), 0.0, 1e-12);
}

#[test]
fn clocks_by_group_keep_what_is_not_over() {
    let seen = [("B", (10.0, true)), ("A", (30.0, false)), ("B", (20.0, true)), ("A", (5.0, true))];
    let clocks = durations_by(seen.map(|(office, one)| (office, watched(one))), 30.0).unwrap();
    assert_eq!(clocks["A"].running, 1);
    near(clocks["A"].restricted_mean, 17.5, 1e-12);
    near(clocks["B"].restricted_mean, 15.0, 1e-12);
    assert!(Survival::new(&[Observation::<()>::running(-1.0)]).unwrap_err().to_string().contains("give ages in days"));
}

fn durations() -> impl Strategy<Value = Vec<Observation<Cause>>> {
    let one = (0u32..40, 0u32..60, proptest::option::weighted(0.7, 0u32..4));
    proptest::collection::vec(one, 1..80).prop_map(|all| {
        let seen = |(entry, length, end): (u32, u32, Option<Cause>)| Observation {
            entry: f64::from(entry.saturating_sub(20)),
            exit: f64::from(entry.saturating_sub(20) + length),
            end,
            weight: 1.0,
        };
        all.into_iter().map(seen).collect()
    })
}

proptest! {
    #[test]
    fn without_censoring_the_survival_is_the_share_that_lasts(days in proptest::collection::vec(0u32..50, 1..60), at in 0u32..55) {
        let seen: Vec<_> = days.iter().map(|days| Observation::ended(f64::from(*days), ())).collect();
        let survival = Survival::new(&seen).unwrap();
        let longer = days.iter().filter(|days| **days > at).count();
        let share = f64::from(u32::try_from(longer).unwrap()) / f64::from(u32::try_from(days.len()).unwrap());
        prop_assert!((survival.survival(f64::from(at)) - share).abs() < 1e-9);
    }

    #[test]
    fn causes_and_survival_are_everything(seen in durations(), age in 0u32..120) {
        let incidence = Incidence::new(&seen).unwrap();
        let age = f64::from(age);
        let sum: f64 = (0..4).map(|cause| incidence.by(cause, age)).sum();
        prop_assert!((sum + incidence.survival(age) - 1.0).abs() < 1e-9);
        prop_assert!((0..4).all(|cause| incidence.by(cause, age) <= incidence.by(cause, age + 1.0) + 1e-12));
    }

    #[test]
    fn no_order_of_the_durations_matters(mut seen in durations(), turn in 0usize..80) {
        let before = Survival::new(&seen).unwrap();
        let causes = Incidence::new(&seen).unwrap();
        let turn = turn % seen.len();
        seen.rotate_left(turn);
        seen.reverse();
        prop_assert_eq!(Survival::new(&seen).unwrap(), before);
        prop_assert_eq!(Incidence::new(&seen).unwrap(), causes);
    }

    #[test]
    fn quantiles_rise_and_lie_in_their_bands(seen in durations(), a in 0.01f64..0.99, b in 0.01f64..0.99) {
        let survival = Survival::new(&seen).unwrap();
        let (low, high) = (a.min(b), a.max(b));
        match (survival.quantile(low), survival.quantile(high)) {
            (Some(low), Some(high)) => prop_assert!(low <= high),
            (low, high) => prop_assert!(low.is_some() || high.is_none()),
        }
        for step in survival.steps() {
            let Band { lower, upper } = survival.band(step.at, 0.9);
            prop_assert!(lower <= step.survival && step.survival <= upper);
        }
        let clock = Durations::new(&seen, 60.0).unwrap();
        prop_assert!(clock.restricted_mean >= 0.0 && clock.restricted_mean <= 60.0);
    }

    #[test]
    fn a_weight_counts_like_so_many(seen in durations(), times in 2u32..5) {
        let repeated: Vec<_> = seen.iter().flat_map(|one| (0..times).map(|_| *one)).collect();
        let weighted: Vec<_> = seen.iter().map(|one| one.weighing(f64::from(times))).collect();
        let (a, b) = (Incidence::new(&repeated).unwrap(), Incidence::new(&weighted).unwrap());
        for age in [0.0, 5.0, 17.0, 40.0, 90.0] {
            prop_assert!((a.survival(age) - b.survival(age)).abs() < 1e-9);
        }
    }
}
