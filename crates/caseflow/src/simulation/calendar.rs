//! Steps over time that may begin again after some days.

use super::network::Shift;

/// The same calendar without steps that change nothing: a tour that follows another without a gap moves no event.
pub fn without_repetition(calendar: &[Shift]) -> Vec<Shift> {
    let mut kept: Vec<Shift> = Vec::new();
    for shift in calendar {
        let same =
            |last: &Shift| last.people == shift.people && last.proficiency.to_bits() == shift.proficiency.to_bits();
        if !kept.last().is_some_and(same) {
            kept.push(*shift);
        }
    }
    kept
}

/// The day on which step number `at` of this calendar begins, counting on through repetitions; nothing after its end.
pub fn begins(calendar: &[Shift], repeat: Option<f64>, at: usize) -> Option<f64> {
    let from = |at: usize| calendar.get(at).map(|shift| shift.from);
    match repeat {
        None => from(at),
        Some(days) => {
            let round = at.checked_div(calendar.len())?;
            from(at % calendar.len()).map(|from| from + days * round as f64)
        }
    }
}

/// The mean of a step function over `[0, horizon)`: `steps` are `(from, value)`, with 0 before the first.
pub fn mean(steps: impl Iterator<Item = (f64, f64)> + Clone, repeat: Option<f64>, horizon: f64) -> f64 {
    let until = repeat.unwrap_or(horizon);
    let ends = steps.clone().skip(1).map(|(from, _)| from).chain([f64::INFINITY]);
    let whole: f64 =
        steps.zip(ends).map(|((from, value), end)| value * (end.min(until) - from.max(0.0)).max(0.0)).sum();
    whole / until
}
