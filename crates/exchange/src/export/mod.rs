//! Tables for people, spreadsheets and databases: typed rows with a dictionary of their columns, a handling marking and
//! the label of made-up rows on every one.
//!
//! [`export`] builds a [`Table`] of one noun from a World, for one asker's scopes, on one date. A table is written as
//! CSV, as a workbook, or as statements for a relational database. Never here: who the asker is, a figure that another
//! room computes, a row or a cell outside the scopes.

mod billets;
mod cases;
mod contradictions;
mod countries;
mod csv_text;
mod execution;
mod guard;
mod offices;
mod people;
mod report;
mod sql;
mod table;
mod tours;
mod workbook;

use std::fmt;
use std::str::FromStr;

use muster_domain::access::Scope;
use muster_domain::cases::ExecutionPart;
use muster_domain::{CaseId, Date, World};
use serde::Serialize;

pub use crate::record::Cell;
pub(crate) use countries::measure_word;
pub(crate) use guard::{guarded, unguarded};
pub use report::{Part, Report};
pub use sql::Dialect;
pub use table::{About, Column, ColumnKind, Table};
pub use workbook::WorkbookError;

/// What can be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noun {
    /// Offices.
    Offices,
    /// Billets, with the incumbents that the asker may see.
    Billets,
    /// People that the asker may see.
    People,
    /// Tours of people that the asker may see.
    Tours,
    /// Partner countries.
    Countries,
    /// Published figures of countries.
    Figures,
    /// What systems of record said that cannot be true.
    Contradictions,
    /// Cases that the asker may see.
    Cases,
    /// What happened to them.
    CaseEvents,
    /// Their payment schedules, bills and payments.
    CasePayments,
    /// Their deliveries.
    CaseDeliveries,
    /// Discrepancy reports on them.
    CaseDiscrepancies,
    /// Their reviews.
    CaseReviews,
    /// Their reconciliations.
    CaseReconciliations,
}

/// No table goes by this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot be exported: expected one of {names}", names = Noun::names())]
pub struct UnknownNoun(String);

impl Noun {
    /// Every noun with its name.
    pub const ALL: &'static [(Self, &'static str)] = &[
        (Self::Offices, "offices"),
        (Self::Billets, "billets"),
        (Self::People, "people"),
        (Self::Tours, "tours"),
        (Self::Countries, "countries"),
        (Self::Figures, "figures"),
        (Self::Contradictions, "contradictions"),
        (Self::Cases, "cases"),
        (Self::CaseEvents, "case-events"),
        (Self::CasePayments, "case-payments"),
        (Self::CaseDeliveries, "case-deliveries"),
        (Self::CaseDiscrepancies, "case-discrepancies"),
        (Self::CaseReviews, "case-reviews"),
        (Self::CaseReconciliations, "case-reconciliations"),
    ];

    /// The name on the command line, in the API, and of the table in a database.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    fn names() -> String {
        Self::ALL.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Noun {
    type Err = UnknownNoun;

    fn from_str(text: &str) -> Result<Self, UnknownNoun> {
        let found = Self::ALL.iter().find(|(_, name)| *name == text);
        found.map(|(noun, _)| *noun).ok_or_else(|| UnknownNoun(text.to_owned()))
    }
}

/// What one asker may see. The policy computes the scopes; nothing here widens them.
#[derive(Debug, Clone, Copy)]
pub struct Scopes<'a> {
    /// Offices and billets.
    pub rows: &'a Scope,
    /// People: their rows, their tours, their names in billets and contradictions.
    pub people: &'a Scope,
    /// Offices whose cases are seen, and those of whose country they are.
    pub cases: &'a Scope,
    /// Asks for the sealed personal columns of people. The table then holds only people whose personal facts are seen,
    /// because an empty cell would say that there is nothing.
    pub personal: Option<&'a Scope>,
    /// Asks for the sealed family columns; the table is cut down likewise.
    pub family: Option<&'a Scope>,
}

impl<'a> Scopes<'a> {
    /// The same scope for rows, people and cases, without sealed columns.
    pub fn ordinary(scope: &'a Scope) -> Self {
        Self { rows: scope, people: scope, cases: scope, personal: None, family: None }
    }
}

/// The table of one noun on one date. `marking` is the handling marking that every row carries.
pub fn export(noun: Noun, world: &World, scopes: &Scopes<'_>, day: Date, marking: &str) -> Table {
    let part = |part| execution::table(part, world, scopes, day);
    let mut table = match noun {
        Noun::Offices => offices::table(world, scopes, day),
        Noun::Billets => billets::table(world, scopes, day),
        Noun::People => people::table(world, scopes, day),
        Noun::Tours => tours::table(world, scopes, day),
        Noun::Countries => countries::table(world, day),
        Noun::Figures => countries::figures(world),
        Noun::Contradictions => contradictions::table(world, scopes, day),
        Noun::Cases => cases::table(world, scopes, day),
        Noun::CaseEvents => cases::events(world, scopes, day),
        Noun::CasePayments => part(ExecutionPart::Payments),
        Noun::CaseDeliveries => part(ExecutionPart::Deliveries),
        Noun::CaseDiscrepancies => part(ExecutionPart::Discrepancies),
        Noun::CaseReviews => part(ExecutionPart::Reviews),
        Noun::CaseReconciliations => part(ExecutionPart::Reconciliations),
    };
    table.label(About::of(noun.name(), world, day, marking));
    table
}

/// The cases that an asker sees: those whose events go into a log.
pub fn cases_seen(world: &World, scopes: &Scopes<'_>) -> Vec<CaseId> {
    cases::seen(world, scopes)
}
