//! Holidays: the days that were observed, and what an installation says of single days.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};
use muster_domain::policy::{Holiday, SetWorkingDay, legal_holidays};
use muster_domain::{AccountId, Command, Text, World};
use proptest::prelude::*;

use super::build::*;

const CHRISTMAS_EVE: Date = date(2024, 12, 24);

fn set(day: Date, worked: bool) -> SetWorkingDay {
    SetWorkingDay {
        day,
        worked,
        reason: "Executive departments are closed".into(),
        source: "Executive order of December 2024".into(),
    }
}

pub fn tell(build: &mut Build) {
    build.must(set(CHRISTMAS_EVE, false));
}

/// What the story refuses.
pub fn refused() -> Vec<(&'static str, Command)> {
    vec![
        ("working-day-closed", set(CHRISTMAS_EVE, false).into()),
        ("working-day-worked", set(date(2024, 12, 23), true).into()),
        ("working-day-weekend", set(date(2024, 12, 28), false).into()),
    ]
}

/// Some setting, of a day that is a holiday as often as not.
pub fn random(day: Date, worked: bool, reason: Text, source: Text) -> Command {
    let holiday = legal_holidays(day, day.saturating_add(90.days())).into_iter().next();
    let day = holiday.filter(|_| worked).map_or(day, |holiday| holiday.day);
    SetWorkingDay { day, worked, reason, source }.into()
}

fn days(holidays: &[Holiday]) -> Vec<String> {
    holidays.iter().map(|one| one.day.strftime("%m-%d").to_string()).collect()
}

#[test]
fn each_year_has_the_days_that_were_observed() {
    // As published by the Office of Personnel Management.
    let years: [(i16, &str); 7] = [
        (2001, "01-01 01-15 02-19 05-28 07-04 09-03 10-08 11-12 11-22 12-25"),
        (2010, "01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31"),
        (2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25"),
        (2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31"),
        (2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26"),
        (2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25"),
        (2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25"),
    ];
    for (year, expected) in years {
        let observed = World::default().holidays(date(year, 1, 1), date(year, 12, 31));
        assert_eq!(days(&observed).join(" "), expected, "{year}");
    }
}

#[test]
fn a_day_in_lieu_says_for_which_holiday_it_stands() {
    let [eve] = <[Holiday; 1]>::try_from(legal_holidays(date(2021, 12, 31), date(2021, 12, 31))).unwrap();
    assert_eq!((eve.name.as_str(), eve.in_lieu_of), ("New Year's Day", Some(date(2022, 1, 1))));
    let [june] = <[Holiday; 1]>::try_from(legal_holidays(date(2022, 6, 20), date(2022, 6, 20))).unwrap();
    assert_eq!(
        (june.name.as_str(), june.in_lieu_of),
        ("Juneteenth National Independence Day", Some(date(2022, 6, 19)))
    );
    assert!(june.source.contains("Pub. L. 117-17"));
    assert_eq!(legal_holidays(date(2024, 7, 4), date(2024, 7, 4))[0].in_lieu_of, None);
}

#[test]
fn a_holiday_begins_with_its_law_and_inauguration_day_is_none() {
    let on = |day| legal_holidays(day, day).len();
    assert_eq!((on(date(2020, 6, 19)), on(date(2021, 6, 18))), (0, 1), "Juneteenth since 2021");
    assert_eq!((on(date(1985, 1, 21)), on(date(1986, 1, 20))), (0, 1), "Martin Luther King, Jr. since 1986");
    assert_eq!((on(date(1977, 11, 11)), on(date(1978, 11, 10))), (0, 1), "Veterans Day in November since 1978");
    assert_eq!(on(date(2021, 1, 20)), 0, "a holiday around Washington alone");
    assert!(legal_holidays(Date::MIN, date(1970, 12, 31)).is_empty());
    assert!(legal_holidays(date(2024, 7, 4), date(2024, 7, 3)).is_empty(), "no day lies between");
    assert_eq!(days(&legal_holidays(date(9999, 12, 1), Date::MAX)), ["12-24"], "the calendar ends");
}

#[test]
fn a_day_is_closed_and_taken_back_with_who_when_and_why() {
    let mut build = Build::service();
    let holiday = |build: &Build, day| build.world.holidays(day, day).pop();
    assert_eq!(holiday(&build, CHRISTMAS_EVE), None);
    build.must(set(CHRISTMAS_EVE, false));
    let closed = holiday(&build, CHRISTMAS_EVE).unwrap();
    assert_eq!((closed.name.as_str(), closed.in_lieu_of), ("Executive departments are closed", None));
    build.refused("working-day-closed", set(CHRISTMAS_EVE, false));
    build.actor = Some(AccountId(0));
    build.must(SetWorkingDay { reason: "Rescinded".into(), ..set(CHRISTMAS_EVE, true) });
    assert_eq!(holiday(&build, CHRISTMAS_EVE), None);
    build.refused("working-day-worked", set(CHRISTMAS_EVE, true));

    let thanksgiving = date(2026, 11, 26);
    build.refused("working-day-closed", set(thanksgiving, false));
    build.must(set(thanksgiving, true));
    assert_eq!(holiday(&build, thanksgiving), None);
    build.must(set(thanksgiving, false));
    assert_eq!(holiday(&build, thanksgiving).unwrap().name.as_str(), "Thanksgiving Day", "it is what it was");

    let all: Vec<(Date, usize)> =
        build.world.working_day_settings(Date::MIN, Date::MAX).map(|(day, settings)| (day, settings.len())).collect();
    assert_eq!(all, [(CHRISTMAS_EVE, 2), (thanksgiving, 2)], "nothing that was set is lost");
    let (_, settings) = build.world.working_day_settings(CHRISTMAS_EVE, CHRISTMAS_EVE).next().unwrap();
    assert_eq!((settings[0].by, settings[0].on), (None, TODAY));
    assert_eq!((settings[1].by, settings[1].worked, settings[1].reason.as_str()), (build.actor, true, "Rescinded"));
}

#[test]
fn what_is_no_working_day_or_has_no_reason_is_refused() {
    let build = Build::service();
    for day in [date(2024, 12, 28), date(2024, 12, 29)] {
        build.refused("working-day-weekend", set(day, false));
        build.refused("working-day-weekend", set(day, true));
    }
    build.refused("reason-missing", SetWorkingDay { reason: " ".into(), ..set(CHRISTMAS_EVE, false) });
    build.refused("reason-missing", SetWorkingDay { source: "".into(), ..set(CHRISTMAS_EVE, false) });
    build.refused("too-long", SetWorkingDay { reason: "x".repeat(2_001).into(), ..set(CHRISTMAS_EVE, false) });
    let read = |body: &str| Command::read("set_working_day", body).unwrap();
    let good = r#"{"day":"2024-12-24","worked":false,"reason":"Closed","source":"E.O."}"#;
    assert!(read(good).is_ok());
    assert!(read(&good.replace("2024-12-24", "2024-12-32")).is_err(), "there is no such day");
    assert!(read(&good.replace("\"worked\":false,", "")).is_err(), "neither closed nor worked");
    assert!(read(&good.replace("}", ",\"until\":\"2024-12-26\"}")).is_err(), "one day at a time");
}

proptest! {
    #[test]
    fn every_year_has_its_holidays_from_monday_to_friday_each_once(year in 1971i16..2200) {
        let all = legal_holidays(date(year, 1, 1), date(year, 12, 31));
        prop_assert!(all.windows(2).all(|pair| pair[0].day < pair[1].day));
        for one in &all {
            prop_assert!(!matches!(one.day.weekday(), Weekday::Saturday | Weekday::Sunday), "{one:?}");
            match one.in_lieu_of.map(|on| (on, on.weekday())) {
                Some((on, Weekday::Saturday)) => prop_assert_eq!(one.day, on.yesterday().unwrap()),
                Some((on, Weekday::Sunday)) => prop_assert_eq!(one.day, on.tomorrow().unwrap()),
                Some(_) => prop_assert!(false, "{:?} stands for a day from Monday to Friday", one),
                None => {}
            }
        }
        // Of New Year's Days a year may observe none, one, or its own and the next one's.
        let others: BTreeSet<&Text> = all.iter().map(|one| &one.name).filter(|name| name.as_str() != "New Year's Day").collect();
        let (rules, new_years) = (match year { ..1978 => 7, 1978..1986 => 8, 1986..2021 => 9, 2021.. => 10 }, all.len() - others.len());
        prop_assert_eq!(others.len(), rules);
        prop_assert!(new_years <= 2);
        let (from, to) = (date(year, 3, 1), date(year, 11, 11));
        let within: Vec<Holiday> = all.iter().filter(|one| from <= one.day && one.day <= to).cloned().collect();
        prop_assert_eq!(legal_holidays(from, to), within, "a span has the holidays of its days");
    }

    #[test]
    fn what_was_set_last_of_a_day_holds(tries in prop::collection::vec((0i32..400, any::<bool>()), 0..60)) {
        let (first, last) = (date(2024, 11, 1), date(2026, 1, 31));
        let mut build = Build::default();
        let mut closed: BTreeSet<Date> = legal_holidays(first, last).iter().map(|one| one.day).collect();
        for (offset, worked) in tries {
            let day = first.saturating_add(offset.days());
            if build.attempt(set(day, worked)).is_ok() {
                prop_assert!(if worked { closed.remove(&day) } else { closed.insert(day) }, "taken only where it changes something");
            } else {
                prop_assert!(matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || closed.contains(&day) != worked);
            }
        }
        let held: BTreeSet<Date> = build.world.holidays(first, last).iter().map(|one| one.day).collect();
        prop_assert_eq!(held, closed);
    }
}
