//! Which histories are like a case: strata from the finest to the coarsest, each by what was known at the moment.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use smol_str::{SmolStr, ToSmolStr};

use super::history::{Case, Histories, UNKNOWN, days};

/// One thing that cases can have in common at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feature {
    /// The step reached.
    Step,
    /// The step before it.
    StepBefore,
    /// Which steps were reached so far, in whatever order.
    StepsReached,
    /// How often this step was reached: 1, 2, 3, or more.
    Visits,
    /// How many steps lie behind it, by powers of two.
    Length,
    /// How old the case is, by powers of two from an hour.
    Age,
    /// How long the step before lasted, by powers of two from a minute.
    LastWait,
    /// The day of the week, UTC.
    Weekday,
    /// The quarter of the day, UTC.
    Hour,
    /// Whether the case was on hold.
    Held,
    /// The value of an attribute, by its place among [`Histories::attributes`].
    Attribute(usize),
}

/// The features that may tell cases apart, in the order in which they are tried.
pub(super) fn candidates(histories: &Histories) -> Vec<Feature> {
    use Feature::{Age, Attribute, Held, Hour, LastWait, Length, StepBefore, StepsReached, Visits, Weekday};
    let mut all = vec![StepBefore, StepsReached, Visits, Length, Age, LastWait, Weekday, Hour, Held];
    all.extend((0..histories.attributes().count()).map(Attribute));
    all
}

/// What a case looked like just after one of its steps.
pub(super) struct Moment<'a> {
    pub(super) case: &'a Case,
    pub(super) step: usize,
}

impl Feature {
    /// The value as a number that is equal where the values are.
    fn code(self, moment: &Moment<'_>) -> u64 {
        let Moment { case, step } = *moment;
        let now = case.steps[step];
        let before = step.checked_sub(1).map(|before| case.steps[before]);
        match self {
            Self::Step => now.step.into(),
            Self::StepBefore => before.map_or(u64::MAX, |before| before.step.into()),
            Self::StepsReached => {
                let reached: BTreeSet<u32> = case.steps[..=step].iter().map(|step| step.step).collect();
                reached.into_iter().fold(0, |hash, step| mix(hash, step.into()))
            }
            Self::Visits => case.steps[..=step].iter().filter(|s| s.step == now.step).count().min(4) as u64,
            Self::Length => u64::from((step + 1).ilog2()),
            Self::Age => power(days(case.steps[0].at, now.at) * 24.0),
            Self::LastWait => before.map_or(u64::MAX, |before| power(days(before.at, now.at) * 1440.0)),
            Self::Weekday => now.at.div_euclid(86_400_000_000).rem_euclid(7).unsigned_abs(),
            Self::Hour => now.at.rem_euclid(86_400_000_000).div_euclid(6 * 3_600_000_000).unsigned_abs(),
            Self::Held => case.holds.holds_at(now.at).into(),
            Self::Attribute(at) => case.attributes[at].into(),
        }
    }

    /// The feature and its value in words.
    pub(super) fn words(self, histories: &Histories, moment: &Moment<'_>) -> SmolStr {
        let code = self.code(moment);
        let step = |code: u64| usize::try_from(code).ok().and_then(|code| histories.steps().get(code)).cloned();
        let powers = |unit| match code {
            0 => format!("under a {unit}"),
            code => format!("{} to {} {unit}s", 1u64 << (code - 1), 1u64 << code),
        };
        match self {
            Self::Step => step(code).map_or_else(String::new, |name| format!("in {name}")),
            Self::StepBefore => step(code).map_or_else(|| "first step".to_owned(), |name| format!("from {name}")),
            Self::StepsReached => "the same steps reached".to_owned(),
            Self::Visits => match code {
                1 => "first time in it".to_owned(),
                4 => "four times or more in it".to_owned(),
                code => format!("{code} times in it"),
            },
            Self::Length => format!("{} steps or more", 1u64 << code),
            Self::Age => format!("case aged {}", powers("hour")),
            Self::LastWait if code == u64::MAX => "no step before".to_owned(),
            Self::LastWait => format!("step before lasted {}", powers("minute")),
            Self::Weekday => {
                // 1 January 1970 was a Thursday.
                let names = ["Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday"];
                format!("on a {}", names[usize::try_from(code % 7).unwrap_or(0)])
            }
            Self::Hour => format!("from {:02}:00 UTC", code * 6),
            Self::Held => if code == 0 { "not on hold" } else { "on hold" }.to_owned(),
            Self::Attribute(at) => {
                let name = histories.attributes().nth(at).map_or("", SmolStr::as_str);
                match u32::try_from(code) {
                    Ok(value) if value != UNKNOWN => format!("{name} {}", histories.value(at, value)),
                    _ => format!("{name} not known"),
                }
            }
        }
        .to_smolstr()
    }
}

/// 0 below 1, then one for each doubling.
fn power(amount: f64) -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "not negative, and at most 64")]
    let doublings = amount.max(1.0).log2().min(40.0) as u64;
    if amount < 1.0 { 0 } else { doublings + 1 }
}

fn mix(hash: u64, value: u64) -> u64 {
    // SplitMix64's finaliser (Steele, Lea and Flood 2014), so that keys of different features do not meet.
    let mut z = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ value.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// The features by which cases are told apart, the most telling first: a stratum of level k shares the first k.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strata {
    /// In order; the last is the first to be given up where a stratum is thin.
    pub features: Vec<Feature>,
}

impl Strata {
    /// The keys of the strata of a moment: everybody, then by the first feature, by the first two, and so on.
    pub(super) fn keys(&self, moment: &Moment<'_>) -> Vec<u64> {
        let mut keys = vec![0];
        let mut hash = 1;
        for feature in &self.features {
            hash = mix(hash, feature.code(moment));
            keys.push(hash);
        }
        keys
    }
}
