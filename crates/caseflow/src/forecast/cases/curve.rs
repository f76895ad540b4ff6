//! When something comes, as a distribution: its percentiles, and where an outcome lies among them.

use crate::clock::Incidence;

use super::question::Question;

/// Percentiles 0 to 100, days from the moment of the forecast. Infinite where so many were never seen to end.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Curve {
    days: Box<[f64; 101]>,
}

impl Curve {
    /// The distribution of what was asked for, given that it comes; `None` where it never did.
    pub(super) fn new(incidence: &Incidence, question: Question) -> Option<Self> {
        let wanted = || incidence.masses().filter(|mass| question.wants(mass.1));
        let came: f64 = wanted().map(|mass| mass.2).sum();
        if came <= 0.0 {
            return None;
        }
        // What has not ended by the oldest age may end as asked for at some later one: as likely as those that did.
        let all: f64 = incidence.masses().map(|mass| mass.2).sum();
        let whole = came / all;
        let mut days = Box::new([f64::INFINITY; 101]);
        let (mut sum, mut next) = (0.0, 0usize);
        for (at, _, mass) in wanted() {
            sum += mass;
            #[allow(clippy::cast_precision_loss, reason = "at most 100")]
            while next <= 100 && (next as f64) / 100.0 * whole <= sum + 1e-9 {
                days[next] = at;
                next += 1;
            }
        }
        Some(Self { days })
    }

    /// Where an outcome lies: 0 to 1 within what was seen, from −1 below it (at once) and above 1 beyond it (twice the
    /// longest is 2). Rises with the outcome; of equal percentiles the highest.
    pub(super) fn position(&self, days: f64) -> f64 {
        let least = self.days[0];
        if days < least {
            return days / least - 1.0;
        }
        let after = self.days.partition_point(|percentile| *percentile <= days);
        #[allow(clippy::cast_precision_loss, reason = "at most 101")]
        let share = |place: usize| place as f64 / 100.0;
        if after == 101 {
            let most = self.days[100];
            return if most > 0.0 { (days / most).max(1.0) } else { 1.0 + days };
        }
        let below = self.days[after.max(1) - 1];
        let above = self.days[after];
        let part =
            if above.is_finite() && above > below { ((days - below) / (above - below)).clamp(0.0, 1.0) } else { 0.0 };
        share(after.max(1) - 1) + part * 0.01
    }

    /// The outcome at a position, days; infinite where so many were never seen to end.
    pub(super) fn at(&self, position: f64) -> f64 {
        let (least, most) = (self.days[0], self.days[100]);
        if position < 0.0 {
            return least * (1.0 + position).max(0.0);
        }
        if position >= 1.0 {
            return if most > 0.0 { most * position } else { position - 1.0 };
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 99")]
        let place = ((position * 100.0) as usize).min(99);
        #[allow(clippy::cast_precision_loss, reason = "at most 99")]
        let part = position * 100.0 - place as f64;
        let (below, above) = (self.days[place], self.days[place + 1]);
        if above.is_finite() || part <= 0.0 {
            if part > 0.0 { below + (above - below) * part } else { below }
        } else {
            above
        }
    }
}
