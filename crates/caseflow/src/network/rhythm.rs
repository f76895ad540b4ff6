//! How much of a day's work falls on each day: none on weekends and holidays, less in the months in which people take
//! their leave.
//!
//! Hours of a year after leave, holidays and training are a lever already, so the mean over a year is 1 whatever is assumed
//! here: it says when people are there, not how much they do. What a holiday takes from its day, the others have more.

use jiff::ToSpan as _;
use muster_domain::Date;

use super::Assumptions;
use crate::clock::Calendar;

/// The months in which most leave is taken.
const SEASON: [i8; 3] = [7, 8, 12];
/// Days of whole years over which the mean is 1: four, so that every date is met as often as it comes.
const DAYS: i32 = 1461;
const YEARS: f64 = 4.0;
/// However much leave falls into a month, somebody works.
const MOST_AWAY: f64 = 0.9;

/// The last day that the rhythm of so many days looks at: its calendar must know the holidays until then.
pub fn until(today: Date, horizon: f64) -> Date {
    today.saturating_add(DAYS.max(horizon.ceil() as i32).days())
}

/// What is done on a day against the average day of a year, as a step function of days from `today`.
pub fn rhythm(calendar: &Calendar, today: Date, horizon: f64, assumed: &Assumptions) -> Vec<(f64, f64)> {
    let date = |day: i32| today.saturating_add(day.days());
    let worked = (0..DAYS).map(date).filter(|date| calendar.is_working(*date));
    let (season, rest): (Vec<Date>, Vec<Date>) = worked.partition(|date| SEASON.contains(&date.month()));
    let away = |leave: f64, of: &[Date]| (leave * YEARS / of.len() as f64).min(MOST_AWAY);
    let in_season = away(assumed.leave_days * assumed.leave_season, &season);
    let else_away = away(assumed.leave_days * (1.0 - assumed.leave_season), &rest);
    let there = |day: i32| match date(day) {
        date if !calendar.is_working(date) => 0.0,
        date if SEASON.contains(&date.month()) => 1.0 - in_season,
        _ => 1.0 - else_away,
    };
    // Somebody may have closed every single day.
    let mean = (0..DAYS).map(there).sum::<f64>().max(f64::MIN_POSITIVE) / f64::from(DAYS);
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
    use crate::service_calendar;
    use jiff::civil::date;
    use muster_domain::World;

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
        let calendar = service_calendar(&World::default(), until(today, 365.0));
        for (days, season) in [(0.0, 0.5), (22.0, 0.5), (22.0, 0.25), (60.0, 1.0)] {
            let steps = rhythm(&calendar, today, f64::from(DAYS), &assumed(days, season));
            assert!((mean(&steps, 0.0, f64::from(DAYS)) - 1.0).abs() < 1e-9);
            // 3 October 2026 is a Saturday
            assert_eq!(steps[1], (2.0, 0.0));
            assert!((steps[2].0 - 4.0).abs() < 1e-9 && steps[2].1 > 1.0);
        }
        let steps = rhythm(&calendar, today, 365.0, &assumed(22.0, 0.5));
        // from 1 July 2027 as many again as before are away
        let (spring, summer) = (mean(&steps, 182.0, 266.0), mean(&steps, 273.0, 329.0));
        assert!(summer < spring - 0.05, "{spring} {summer}");
    }

    #[test]
    fn a_holiday_moves_its_work_to_other_days() {
        // a Wednesday; Thanksgiving the day after
        let today = date(2026, 11, 25);
        let with = service_calendar(&World::default(), until(today, 30.0));
        let of = |calendar: &Calendar| rhythm(calendar, today, f64::from(DAYS), &assumed(0.0, 0.5));
        let (kept, all) = (of(&with), of(&Calendar::default()));
        assert_eq!(kept[1], (1.0, 0.0), "nobody works on Thanksgiving");
        assert!(all[1].0 > 1.0, "without holidays Thursday is as Wednesday");
        assert!(kept[0].1 > all[0].1 * 1.03 && kept[0].1 < all[0].1 * 1.06, "{} {}", kept[0].1, all[0].1);
        for steps in [&kept, &all] {
            assert!((mean(steps, 0.0, f64::from(DAYS)) - 1.0).abs() < 1e-9);
        }
        // Years differ by the days they have, as they do without holidays.
        let year = |nth: f64| mean(&kept, 365.0 * nth, 365.0 * (nth + 1.0));
        assert!((0..4).all(|nth| (year(f64::from(nth)) - 1.0).abs() < 0.01));
    }
}
