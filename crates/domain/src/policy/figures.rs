//! Figures of policy that law and instructions set: thresholds, goals, rates. Rows with dates and sources; the table in
//! `reference/` is what holds until a row is set here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, Date, Position, Text, Timeline};
use crate::world::World;

macro_rules! figures {
    ($($variant:ident $key:literal $unit:literal $meaning:literal;)*) => {
        /// A figure of policy.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum PolicyKey { $(#[doc = $meaning] $variant,)* }

        impl PolicyKey {
            /// Every figure.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its name in the table.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// The unit of its value.
            pub fn unit(self) -> &'static str {
                match self { $(Self::$variant => $unit,)* }
            }

            /// What it means, as a sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => $meaning,)* }
            }
        }
    };
}

figures! {
    AdminSurcharge "admin_surcharge" "per mille" "Administrative surcharge on a case, by the day it was accepted.";
    CaseGoalDays "case_goal_days" "days" "Days from the letter of request to the offer, holds not counted.";
    CaseGoalShare "case_goal_share" "per mille" "Share of cases that are to be offered within their goal.";
    OfferExpiryDays "offer_expiry_days" "days" "Days after the agency's approval on which an offer expires.";
    LorAcknowledgeDays "lor_acknowledge_days" "days" "Days in which a letter of request is acknowledged.";
    LorValidateDays "lor_validate_days" "days" "Days in which a letter of request is validated.";
    NotificationMajorEquipment "notification_major_equipment_usd" "US dollars" "Major defense equipment from which Congress is notified.";
    NotificationTotal "notification_total_usd" "US dollars" "Total value from which Congress is notified.";
    NotificationConstruction "notification_construction_usd" "US dollars" "Design and construction from which Congress is notified.";
    NotificationAdvanceDays "notification_advance_days" "days" "Days of advance notice before the formal notification.";
    NotificationFormalDays "notification_formal_days" "days" "Days from the formal notification until an offer may be made.";
    AcceleratedClosureMonths "accelerated_closure_months" "months" "Months after supply complete in which a case is closed by the accelerated procedure.";
    BlanketOrderIdleDays "blanket_order_idle_days" "days" "Days without an order after which a blanket order is a candidate for closure.";
    PriorityListQuarters "priority_list_quarters" "quarters" "Quarters on the priority list of closure after which a case is closed by force.";
    BillDueDay "bill_due_day" "day of the month" "Day of March, June, September and December on which quarterly bills fall due.";
    CaseReviewMonths "case_review_months" "months" "Months from one review of a case in execution to the next.";
    ReconciliationMonths "reconciliation_months" "months" "Months after a fiscal year in which cases in execution are reconciled for it.";
    DiscrepancyDays "discrepancy_days" "days" "Days after a delivery in which a discrepancy report is taken; defects that could not be seen in time excepted.";
    DiscrepancyMinimum "discrepancy_minimum_usd" "US dollars" "The least claim for which a discrepancy report is reviewed.";
}

/// A value of a figure, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PolicyFigure {
    /// The value, in the figure's unit.
    pub value: i64,
    /// Law, instruction or reason.
    pub source: Text,
    /// Who set it; a row of the reference table where absent.
    pub by: Option<AccountId>,
}

/// Rows by figure and by whom they bind.
pub type PolicyRows = BTreeMap<(PolicyKey, Text), Timeline<PolicyFigure>>;

/// The rows of `reference/policy.csv` that the program asks for.
// INVARIANT: a test reads the table; it is part of the program and cannot be missing.
static REFERENCE: LazyLock<PolicyRows> = LazyLock::new(|| read(include_str!("../../../../reference/policy.csv")));

#[derive(Deserialize)]
struct Row {
    key: String,
    applies_to: Text,
    value: String,
    effective_from: Option<Date>,
    source: Text,
}

fn read(table: &str) -> PolicyRows {
    let mut rows = PolicyRows::new();
    for row in csv::Reader::from_reader(table.as_bytes()).deserialize() {
        let row: Row = row.expect("the reference table reads");
        let Some(key) = PolicyKey::ALL.iter().copied().find(|key| key.key() == row.key) else { continue };
        let value = exact(&row.value, if key.unit() == "per mille" { 3 } else { 0 });
        let figure = PolicyFigure { value, source: row.source, by: None };
        rows.entry((key, row.applies_to)).or_default().set(row.effective_from.unwrap_or(Date::MIN), figure);
    }
    rows
}

/// A decimal shifted left by some places.
fn exact(text: &str, places: usize) -> i64 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<places$}").parse().expect("the reference table holds decimals of few places")
}

impl World {
    /// A figure for whom it binds, on a day: what was set, else the reference table's; else the figure's row for `all`.
    pub fn policy(&self, key: PolicyKey, applies_to: &str, day: Date) -> Option<&PolicyFigure> {
        let one = |applies: &str| {
            let name = (key, Text::from(applies));
            self.policy_rows.get(&name).and_then(|rows| rows.at(day)).or_else(|| REFERENCE.get(&name)?.at(day))
        };
        one(applies_to).or_else(|| one("all"))
    }

    /// Every row of a figure: whom it binds, from when, what; those set here after those of the reference table.
    pub fn policy_history(&self, key: PolicyKey) -> impl Iterator<Item = (&Text, Date, &PolicyFigure)> + '_ {
        [&*REFERENCE, &self.policy_rows]
            .into_iter()
            .flatten()
            .filter(move |((held, _), _)| *held == key)
            .flat_map(|((_, applies), rows)| rows.iter().map(move |(from, figure)| (applies, from, figure)))
    }
}

/// Sets a figure of policy from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPolicy {
    /// Which figure.
    pub key: PolicyKey,
    /// Whom it binds: a word of the table's column, such as `others` or `A`.
    pub applies_to: Text,
    /// The first day of the new value.
    pub from: Date,
    /// The value, in the figure's unit.
    pub value: i64,
    /// Law, instruction or reason; names no person.
    pub source: Text,
}

impl Decide for SetPolicy {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if !world.policy_history(self.key).any(|(applies, _, _)| *applies == self.applies_to) {
            let mut known: Vec<&str> = world.policy_history(self.key).map(|(applies, _, _)| applies.as_str()).collect();
            known.dedup();
            return Err(refuse(
                "policy-applies",
                format!("`{}` has no rows for `{}`.", self.key.key(), self.applies_to),
                format!("Give one of: {}.", known.join(", ")),
            ));
        }
        let most = if self.key.unit() == "US dollars" { 1_000_000_000_000 } else { 10_000 };
        if !(0..=most).contains(&self.value) {
            return Err(refuse(
                "policy-range",
                format!("{} is outside the range of `{}`.", self.value, self.key.key()),
                format!("Give {} from 0 to {most}.", self.key.unit()),
            ));
        }
        if self.source.trim().is_empty() {
            return Err(refuse(
                "reason-missing",
                format!("`{}` would change without a source.", self.key.key()),
                "Name the law, instruction or reason in `source`.",
            ));
        }
        let figure = PolicyFigure { value: self.value, source: self.source.clone(), by: context.actor };
        Ok(vec![PolicySet { key: self.key, applies_to: self.applies_to.clone(), from: self.from, figure }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// A figure of policy has this value from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicySet {
    /// Which figure.
    pub key: PolicyKey,
    /// Whom it binds.
    pub applies_to: Text,
    /// The first day of the value.
    pub from: Date,
    /// Value, source and who.
    pub figure: PolicyFigure,
}

impl Apply for PolicySet {
    fn apply(&self, world: &mut World, at: Position) {
        world.set_policy(self.key, &self.applies_to, self.from, self.figure.clone(), at);
    }
}
