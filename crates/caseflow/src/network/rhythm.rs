//! How much of a day's work falls on each day: none on weekends, less in the months in which people take their leave.
//!
//! Hours of a year after leave, holidays and training are a lever already, so the mean over a year is 1 whatever is assumed
//! here: it says when people are there, not how much they do. Holidays are not followed: no table of them is recorded.

use jiff::ToSpan as _;
use muster_domain::Date;

use super::Assumptions;
use crate::clock::Calendar;

/// The months in which most leave is taken.
const SEASON: [i8; 3] = [7, 8, 12];
/// Days of whole years over which the mean is 1: four, so that every date is met as often as it comes.
const YEARS: i32 = 1461;
/// Working days of a year.
const WORKING_DAYS: f64 = 261.0;
/// However much leave falls into a month, somebody works.
const MOST_AWAY: f64 = 0.9;

/// What is done on a day against the average day of a year, as a step function of days from `today`.
pub fn rhythm(today: Date, horizon: f64, assumed: &Assumptions) -> Vec<(f64, f64)> {
    let calendar = Calendar::default();
    let season = WORKING_DAYS * SEASON.len() as f64 / 12.0;
    let away = |days: f64, of: f64| (days / of).min(MOST_AWAY);
    let in_season = away(assumed.leave_days * assumed.leave_season, season);
    let else_away = away(assumed.leave_days * (1.0 - assumed.leave_season), WORKING_DAYS - season);
    let there = |day: i32| {
        let date = today.saturating_add(day.days());
        match calendar.is_working(date) {
            false => 0.0,
            true if SEASON.contains(&date.month()) => 1.0 - in_season,
            true => 1.0 - else_away,
        }
    };
    let mean = (0..YEARS).map(there).sum::<f64>() / f64::from(YEARS);
    let mut steps: Vec<(f64, f64)> = Vec::new();
    for day in 0..horizon.ceil() as i32 {
        let value = there(day) / mean;
        if steps.last().is_none_or(|(_, last)| last.to_bits() != value.to_bits()) {
            steps.push((f64::from(day), value));
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::capacity::mean;
    use jiff::civil::date;

    fn assumed(leave_days: f64, leave_season: f64) -> Assumptions {
        Assumptions {
            responsive: 0.5,
            case_hours: 7.0,
            newcomer: 0.5,
            newcomer_months: 6.0,
            later_months: 6.0,
            gap_days: 60.0,
            leave_days,
            leave_season,
            hours: 145.0,
        }
    }

    #[test]
    fn a_year_has_as_much_work_however_leave_is_taken_and_weekends_have_none() {
        let today = date(2026, 10, 1);
        for (days, season) in [(0.0, 0.5), (22.0, 0.5), (22.0, 0.25), (60.0, 1.0)] {
            let steps = rhythm(today, f64::from(YEARS), &assumed(days, season));
            assert!((mean(&steps, 0.0, f64::from(YEARS)) - 1.0).abs() < 1e-9);
            // 3 October 2026 is a Saturday
            assert_eq!(steps[1], (2.0, 0.0));
            assert!((steps[2].0 - 4.0).abs() < 1e-9 && steps[2].1 > 1.0);
        }
        let steps = rhythm(today, 365.0, &assumed(22.0, 0.5));
        // from 1 July 2027 as many again as before are away
        let (spring, summer) = (mean(&steps, 182.0, 266.0), mean(&steps, 273.0, 329.0));
        assert!(summer < spring - 0.05, "{spring} {summer}");
    }
}
