//! Which method a series is forecast by, and how far it is usually off: from the trials that were decided by a year.

use super::scale::Candidate;
use super::trial::Trial;

/// A series' own errors count beside those of all series as if these were so many.
const POOLED: f64 = 10.0;
/// An error counts as this many mean changes at most: one order of the century would choose the method for ever.
const WORST: f64 = 10.0;
/// The own spread counts beside the usual one as if that were so many trials.
const POOLED_SPREAD: f64 = 4.0;

/// The choice of each series as of a year.
#[derive(Debug, Clone)]
pub(super) struct Choices {
    /// Which of [`Candidate::ALL`], by series.
    pub candidate: Vec<usize>,
    /// How many trials of its own it rests on, by series.
    pub own: Vec<usize>,
    /// Mean scaled error of the chosen method in the series' own trials; `None` without any.
    pub mase: Vec<Option<f64>>,
    /// Usual size of the residuals on the signed logarithmic scale, by series.
    pub spread: Vec<f64>,
}

/// The choice among what was decided by a year: only trials whose target is not later. Of one candidate only, if asked.
pub(super) fn choose(trials: &[Trial], series: usize, as_of: i16, only: Option<usize>) -> Choices {
    let decided: Vec<&Trial> = trials.iter().filter(|trial| trial.target <= as_of).collect();
    let mut sums = vec![[(0.0, 0.0); Candidate::ALL.len()]; series];
    let mut all = [(0.0, 0.0); Candidate::ALL.len()];
    for trial in &decided {
        let Some(scaled) = trial.scaled else { continue };
        for (sum, count) in [&mut sums[trial.series][trial.candidate], &mut all[trial.candidate]] {
            *sum += scaled.min(WORST);
            *count += 1.0;
        }
    }
    let usual = all.map(|(sum, count)| if count > 0.0 { sum / count } else { 0.0 });
    let score = |of: &[(f64, f64)], place: usize| (of[place].0 + POOLED * usual[place]) / (of[place].1 + POOLED);
    let best = |of: &[(f64, f64); Candidate::ALL.len()]| {
        (0..of.len()).min_by(|a, b| score(of, *a).total_cmp(&score(of, *b))).unwrap_or(Candidate::NAIVE)
    };
    let candidate: Vec<usize> = sums.iter().map(|of| only.unwrap_or_else(|| best(of))).collect();
    let chosen: Vec<&Trial> = decided.into_iter().filter(|trial| trial.candidate == candidate[trial.series]).collect();

    let mut sizes = vec![(0.0, 0.0); series];
    let mut own = vec![(0.0, 0.0); series];
    for trial in &chosen {
        sizes[trial.series].0 += trial.residual().abs();
        sizes[trial.series].1 += 1.0;
        own[trial.series].0 += trial.scaled.unwrap_or(0.0);
        own[trial.series].1 += f64::from(u8::from(trial.scaled.is_some()));
    }
    let (sum, count) = sizes.iter().fold((0.0, 0.0), |all, one| (all.0 + one.0, all.1 + one.1));
    let usual = if count > 0.0 { sum / count } else { 1.0 };
    let spread = |(sum, count): &(f64, f64)| ((sum + POOLED_SPREAD * usual) / (count + POOLED_SPREAD)).max(1e-6);
    let spread: Vec<f64> = sizes.iter().map(spread).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of trials")]
    let counts = own.iter().map(|one| one.1 as usize).collect();
    let mase = own.iter().map(|(sum, count)| (*count > 0.0).then(|| sum / count)).collect();
    Choices { candidate, own: counts, mase, spread }
}
