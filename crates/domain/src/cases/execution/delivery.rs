//! Deliveries of the lines of a case: when they were planned, how they slipped, when they were made.

use serde::{Deserialize, Serialize};

use crate::cases::{Case, CaseLine};
use crate::kernel::{Date, Text, days_between};

/// Why a delivery slipped.
// Ours: no published list was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SlipReason {
    /// The contract was awarded later.
    Contract,
    /// Industry makes it later.
    Production,
    /// US forces need it first.
    Priority,
    /// Release or export is not cleared.
    Release,
    /// Transport or clearance at the border.
    Transport,
    /// The purchaser asked for it, or is not ready.
    Purchaser,
    /// The purchaser has not paid.
    Funding,
    /// Anything else.
    Other,
}

/// A delivery put off, or brought forward.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeliverySlip {
    /// The day it became known.
    pub on: Date,
    /// The day it is expected since.
    pub to: Date,
    /// Why.
    pub reason: SlipReason,
    /// In words; names no person.
    pub note: Text,
}

/// A delivery of one line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseDelivery {
    /// Which line.
    pub line: u16,
    /// How many; 1 for services.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// The day it was ordered or planned.
    pub ordered: Date,
    /// The day first planned for it.
    pub planned: Date,
    /// How it was put off, earliest first.
    #[serde(default)]
    pub slips: Vec<DeliverySlip>,
    /// The day it was made.
    #[serde(default)]
    pub delivered: Option<Date>,
    /// The day it was taken out of the plan.
    #[serde(default)]
    pub withdrawn: Option<Date>,
}

impl CaseDelivery {
    /// The day it is expected, or was last expected.
    pub fn expected(&self) -> Date {
        self.slips.last().map_or(self.planned, |slip| slip.to)
    }

    /// Whether it was planned by a day, and neither made nor withdrawn.
    pub fn is_open(&self, day: Date) -> bool {
        let passed = |end: Option<Date>| end.is_some_and(|end| end <= day);
        self.ordered <= day && !passed(self.delivered) && !passed(self.withdrawn)
    }

    /// Days that it came, or is expected, after the day first planned; negative when earlier. Open and past its day, it
    /// slips day by day.
    pub fn slip_days(&self, day: Date) -> i32 {
        let end = match (self.delivered, self.withdrawn) {
            (Some(delivered), _) => delivered,
            (None, Some(_)) => self.expected(),
            (None, None) => self.expected().max(day),
        };
        days_between(self.planned, end)
    }
}

/// A delivery that is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct DeliveryDue {
    /// Its place among the case's deliveries, from 0: what a command names.
    pub entry: u16,
    /// Which line.
    pub line: u16,
    /// How many.
    pub quantity: u32,
    /// The day first planned.
    pub planned: Date,
    /// The day it is expected.
    pub expected: Date,
    /// Whether that day has passed.
    pub late: bool,
}

/// How much of a line was delivered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct LineDelivered {
    /// Which line.
    pub line: u16,
    /// How many it has.
    pub quantity: u32,
    /// How many were delivered.
    pub delivered: u32,
    /// How many are planned and not delivered.
    pub planned: u32,
    /// What was delivered is worth, US cents.
    pub delivered_cents: i64,
}

impl Case {
    /// Deliveries that are expected as known on a day, earliest first.
    pub fn deliveries_due(&self, day: Date) -> Vec<DeliveryDue> {
        let open = self.execution.deliveries.iter().enumerate().filter(|(_, one)| one.is_open(day));
        let mut due: Vec<DeliveryDue> = open
            .filter_map(|(entry, one)| {
                let (planned, expected) = (one.planned, one.expected());
                let entry = u16::try_from(entry).ok()?;
                Some(DeliveryDue {
                    entry,
                    line: one.line,
                    quantity: one.quantity,
                    planned,
                    expected,
                    late: expected < day,
                })
            })
            .collect();
        due.sort_by_key(|one| (one.expected, one.entry));
        due
    }

    /// The expected day of the delivery that is late the longest, where one is.
    pub fn delivery_late_since(&self, day: Date) -> Option<Date> {
        let open = self.execution.deliveries.iter().filter(|one| one.is_open(day));
        open.map(CaseDelivery::expected).filter(|expected| *expected < day).min()
    }

    /// What was delivered of each line by a day.
    pub fn lines_delivered(&self, day: Date) -> Vec<LineDelivered> {
        self.lines.iter().map(|line| self.line_delivered(line, day)).collect()
    }

    fn line_delivered(&self, line: &CaseLine, day: Date) -> LineDelivered {
        let of_line = |one: &&CaseDelivery| one.line == line.line;
        let sum = |wanted: &dyn Fn(&CaseDelivery) -> bool| {
            let wanted = self.execution.deliveries.iter().filter(of_line).filter(|one| wanted(one));
            wanted.fold(0u32, |sum, one| sum.saturating_add(one.quantity))
        };
        let delivered = sum(&|one| one.delivered.is_some_and(|on| on <= day));
        let planned = sum(&|one| one.is_open(day));
        // What a line holds no more of is worth no more than the line.
        let share = i128::from(delivered.min(line.quantity));
        let worth = i128::from(line.value_cents) * share / i128::from(line.quantity.max(1));
        LineDelivered {
            line: line.line,
            quantity: line.quantity,
            delivered,
            planned,
            delivered_cents: i64::try_from(worth).unwrap_or(i64::MAX),
        }
    }

    /// What was delivered by a day is worth, US cents, without surcharge.
    pub fn delivered_cents(&self, day: Date) -> i64 {
        self.lines_delivered(day).iter().map(|line| line.delivered_cents).sum()
    }

    /// The last day on which a line was delivered, by a day.
    pub(super) fn last_delivered(&self, line: u16, day: Date) -> Option<Date> {
        let of_line = self.execution.deliveries.iter().filter(|one| one.line == line);
        of_line.filter_map(|one| one.delivered).filter(|on| *on <= day).max()
    }
}
