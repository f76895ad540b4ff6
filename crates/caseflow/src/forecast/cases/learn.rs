//! Which features tell cases apart, and how fast experience fades: chosen on histories up to an instant, by how well
//! forecasts made within them would have done.

use super::curve::Curve;
use super::experience::{Ask, Experience, Weighing};
use super::history::{Histories, days};
use super::question::Question;
use super::score::crps;
use super::settings::Settings;
use super::strata::{Feature, Strata, candidates};

/// How many moments a choice is judged on.
const SAMPLE: usize = 400;
/// A feature is taken if it makes forecasts better by this share.
const GAIN: f64 = 0.005;

/// The strata and the fading that did best up to an instant.
pub(super) fn learn(histories: &Histories, question: Question, settings: &Settings, until: i64) -> (Strata, Weighing) {
    let mut strata = Strata { features: vec![Feature::Step] };
    let mut weighing = Weighing { enough: settings.enough, half_life: None };
    let Some((first, _)) = histories.period() else { return (strata, weighing) };
    let judge = |strata: &Strata, weighing| loss(histories, question, strata, weighing, first, until);
    let mut best = judge(&strata, weighing);
    let mut left = candidates(histories);
    while strata.features.len() <= settings.most_features {
        let tried = left.iter().map(|feature| {
            let mut finer = strata.clone();
            finer.features.push(*feature);
            (judge(&finer, weighing), *feature)
        });
        let Some((least, feature)) = tried.min_by(|a, b| a.0.total_cmp(&b.0)) else { break };
        // A loss that is no number ends the search as well.
        if least.is_nan() || least >= best * (1.0 - GAIN) {
            break;
        }
        best = least;
        strata.features.push(feature);
        left.retain(|other| *other != feature);
    }
    let span = days(first, until);
    for part in [1.0, 2.0, 4.0, 8.0] {
        let faster = Weighing { half_life: Some(span / part), ..weighing };
        let found = judge(&strata, faster);
        if found < best * (1.0 - GAIN) {
            (best, weighing) = (found, faster);
        }
    }
    (strata, weighing)
}

/// The mean loss of forecasts made in the later half of what was known; of those decided by then.
fn loss(histories: &Histories, question: Question, strata: &Strata, weighing: Weighing, first: i64, until: i64) -> f64 {
    let experience = Experience::new(histories, question, strata.clone(), until);
    let from = first + (until - first) / 2;
    let to = until - (until - first) / 10;
    let asks: Vec<Ask> = experience.moments().filter(|ask| ask.at >= from && ask.at < to).collect();
    let stride = asks.len().div_ceil(SAMPLE).max(1);
    let (mut sum, mut count) = (0.0, 0.0);
    for ask in asks.into_iter().step_by(stride) {
        let outcome = question.outcome(&histories.cases()[ask.case], ask.step, until);
        if !outcome.cause.is_some_and(|cause| question.wants(cause)) {
            continue;
        }
        let curve = experience.likes(ask, weighing).and_then(|likes| Curve::new(&likes.incidence, question));
        let came = days(ask.at, outcome.at);
        sum += curve.map_or(came, |curve| {
            let quantiles: Vec<f64> = (1..20).map(|twentieth| curve.at(f64::from(twentieth) / 20.0)).collect();
            crps(came, &quantiles)
        });
        count += 1.0;
    }
    sum / count
}
