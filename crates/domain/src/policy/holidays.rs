//! Days from Monday to Friday that are not worked: the legal public holidays of the federal government, and what was set
//! here of single days, which goes before them.
//!
//! Holidays follow the rules of a table in `reference/` (5 U.S.C. 6103(a)), so that every year from 1971 on has them: the
//! year of the Monday holidays and of E.O. 11582. One that falls on a Saturday is observed on the Friday before (5 U.S.C.
//! 6103(b)), one on a Sunday on the Monday after (E.O. 11582). Not here: Inauguration Day, which is a holiday in and
//! around Washington alone (5 U.S.C. 6103(c)), and holidays of the country that a post is in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use jiff::civil::Weekday;
use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, Date, Position, Text};
use crate::world::World;

/// A day from Monday to Friday that is not worked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// The day.
    pub day: Date,
    /// The holiday; of a day that was closed here, why.
    pub name: Text,
    /// The Saturday or Sunday on which the holiday itself falls; none where it falls on the day.
    pub in_lieu_of: Option<Date>,
    /// The law or order.
    pub source: Text,
}

/// When a holiday falls in every year.
enum Falls {
    /// On a day of its month.
    Day(i8),
    /// On the nth weekday of its month, 1 the first, -1 the last.
    Nth(i8, Weekday),
}

struct Rule {
    name: Text,
    month: i8,
    falls: Falls,
    first_year: i16,
    source: Text,
}

impl Rule {
    /// The day on which it is observed in a year.
    fn in_year(&self, year: i16) -> Option<Holiday> {
        let on = match self.falls {
            Falls::Day(day) => Date::new(year, self.month, day).ok()?,
            Falls::Nth(nth, weekday) => Date::new(year, self.month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?,
        };
        let day = match on.weekday() {
            Weekday::Saturday => on.saturating_sub(1.day()),
            Weekday::Sunday => on.saturating_add(1.day()),
            _ => on,
        };
        let in_lieu_of = (day != on).then_some(on);
        Some(Holiday { day, name: self.name.clone(), in_lieu_of, source: self.source.clone() })
    }
}

/// The rules of `reference/holidays.csv`.
// INVARIANT: a test reads the table; it is part of the program and cannot be missing.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| read(include_str!("../../../../reference/holidays.csv")));

#[derive(Deserialize)]
struct Row {
    name: Text,
    month: i8,
    day: Option<i8>,
    weekday: Text,
    nth: Option<i8>,
    first_year: i16,
    source: Text,
}

fn read(table: &str) -> Vec<Rule> {
    let rule = |row: Row| {
        let weekday = match row.weekday.as_str() {
            "monday" => Some(Weekday::Monday),
            "thursday" => Some(Weekday::Thursday),
            _ => None,
        };
        let falls = match (row.day, weekday, row.nth) {
            (Some(day), None, None) => Falls::Day(day),
            (None, Some(weekday), Some(nth)) => Falls::Nth(nth, weekday),
            _ => panic!("{} has either a day of its month or the nth of a weekday", row.name),
        };
        Rule { name: row.name, month: row.month, falls, first_year: row.first_year, source: row.source }
    };
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize();
    rows.map(|row| rule(row.expect("the reference table reads"))).collect()
}

/// The legal public holidays observed from a first day to a last, both counted, earliest first.
pub fn legal_holidays(first: Date, last: Date) -> Vec<Holiday> {
    // New Year's Day that is a Saturday is observed in the year before.
    let until = last.year().saturating_add(1);
    let of =
        |rule: &'static Rule| (first.year().max(rule.first_year)..=until).filter_map(move |year| rule.in_year(year));
    let mut all: Vec<Holiday> = RULES.iter().flat_map(of).filter(|one| first <= one.day && one.day <= last).collect();
    all.sort_unstable_by_key(|one| one.day);
    all
}

/// What was set here of one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct WorkingDaySetting {
    /// Whether the day is worked.
    pub worked: bool,
    /// Why.
    pub reason: Text,
    /// The order or law.
    pub source: Text,
    /// The day on which it was set.
    pub on: Date,
    /// Who set it; the installation itself where absent.
    pub by: Option<AccountId>,
}

/// What was set here by day, the latest last.
pub type WorkingDays = BTreeMap<Date, Vec<WorkingDaySetting>>;

impl World {
    /// The days from Monday to Friday that are not worked, from a first day to a last, both counted, earliest first:
    /// legal public holidays that were not taken back here, and days that were closed here.
    pub fn holidays(&self, first: Date, last: Date) -> Vec<Holiday> {
        let legal = legal_holidays(first, last).into_iter();
        let mut days: BTreeMap<Date, Holiday> = legal.map(|one| (one.day, one)).collect();
        for (day, settings) in self.working_day_settings(first, last) {
            match settings.last() {
                Some(set) if set.worked => {
                    days.remove(&day);
                }
                Some(set) => {
                    let (name, source) = (set.reason.clone(), set.source.clone());
                    days.entry(day).or_insert(Holiday { day, name, in_lieu_of: None, source });
                }
                None => {}
            }
        }
        days.into_values().collect()
    }

    /// Every day from a first to a last of which something was set here, each with all that was, the latest last.
    pub fn working_day_settings(
        &self,
        first: Date,
        last: Date,
    ) -> impl Iterator<Item = (Date, &[WorkingDaySetting])> + '_ {
        self.working_days.range(first..=last.max(first)).map(|(day, settings)| (*day, settings.as_slice()))
    }
}

/// Says of one day from Monday to Friday whether it is worked: closes it, or takes a holiday or a closed day back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetWorkingDay {
    /// The day.
    pub day: Date,
    /// Whether it is worked.
    pub worked: bool,
    /// Why; names no person.
    pub reason: Text,
    /// The order or law, such as an executive order.
    pub source: Text,
}

impl Decide for SetWorkingDay {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let day = self.day;
        if matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            return Err(refuse(
                "working-day-weekend",
                format!("{day} is a {}.", day.strftime("%A")),
                "Give a day from Monday to Friday; no other is a working day.",
            ));
        }
        match world.holidays(day, day).pop() {
            Some(held) if !self.worked => {
                return Err(refuse(
                    "working-day-closed",
                    format!("{day} is not worked already: {}.", held.name.trim_end_matches('.')),
                    "Nothing needs to be set. To take the holiday back, say that the day is worked.",
                ));
            }
            None if self.worked => {
                return Err(refuse(
                    "working-day-worked",
                    format!("{day} is a working day already."),
                    "Nothing needs to be set. To close it, say that the day is not worked.",
                ));
            }
            _ => {}
        }
        for (field, text) in [("reason", &self.reason), ("source", &self.source)] {
            if text.trim().is_empty() {
                return Err(refuse(
                    "reason-missing",
                    format!("{day} would change without a {field}."),
                    "Say why in `reason`, and name the order or law in `source`.",
                ));
            }
        }
        let (reason, source) = (self.reason.clone(), self.source.clone());
        let setting = WorkingDaySetting { worked: self.worked, reason, source, on: context.today, by: context.actor };
        Ok(vec![WorkingDaySet { day, setting }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// Of a day it was set whether it is worked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingDaySet {
    /// The day.
    pub day: Date,
    /// Whether it is worked, why and who said so.
    pub setting: WorkingDaySetting,
}

impl Apply for WorkingDaySet {
    fn apply(&self, world: &mut World, _at: Position) {
        world.working_days.entry(self.day).or_default().push(self.setting.clone());
    }
}
