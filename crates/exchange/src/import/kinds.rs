//! What can be imported, and the columns of each.

use std::fmt;
use std::str::FromStr;

use muster_domain::cases::ExecutionPart;
use serde::Serialize;

use crate::record::{self, Field, Holds, LABELS, Reading};
use crate::tabular::Columns;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportKind {
    /// Offices, by code.
    Offices,
    /// Billets, by position number.
    Billets,
    /// People, by the number of their system of record.
    People,
    /// Tours, by person, position and report date.
    Tours,
    /// Members' ranked billets, from the services' marketplaces.
    Rankings,
    /// Cases, by identifier.
    Cases,
    /// What happened to cases: milestones, holds, notification, documents.
    CaseEvents,
    /// Payment schedules, bills and payments of cases.
    CasePayments,
    /// Deliveries of cases: planned, put off, made.
    CaseDeliveries,
    /// Discrepancy reports on deliveries.
    CaseDiscrepancies,
    /// Program and financial reviews of cases.
    CaseReviews,
    /// Reconciliations of cases.
    CaseReconciliations,
    /// The historical sales book as published.
    SalesBook,
    /// Sales by country and fiscal year as compiled from the fact books before it.
    SalesHistory,
    /// The notifications of Congress as published.
    Notifications,
    /// The Foreign Military Training report as published.
    TrainingReport,
    /// Allowances by post as published.
    PostAllowances,
    /// Spellings of country names as published.
    CountryNames,
}

/// No kind of import goes by this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` cannot be imported: expected one of {names}", names = ImportKind::names())]
pub struct UnknownKind(String);

impl ImportKind {
    /// Every kind with its name and what it is.
    pub const ALL: &'static [(Self, &'static str, &'static str)] = &[
        (Self::Offices, "offices", "offices by code"),
        (Self::Billets, "billets", "billets by position number"),
        (Self::People, "people", "people by the number of their system of record"),
        (Self::Tours, "tours", "tours by person, position and report date"),
        (Self::Rankings, "rankings", "members' ranked billets, from the services' marketplaces"),
        (Self::Cases, "cases", "cases by identifier"),
        (Self::CaseEvents, "case-events", "what happened to cases: a table, XES or OCEL 2.0"),
        (Self::CasePayments, "case-payments", "payment schedules, bills and payments of cases"),
        (Self::CaseDeliveries, "case-deliveries", "deliveries of cases: planned, put off, made"),
        (Self::CaseDiscrepancies, "case-discrepancies", "discrepancy reports (SF 364) on deliveries"),
        (Self::CaseReviews, "case-reviews", "program and financial reviews of cases"),
        (Self::CaseReconciliations, "case-reconciliations", "reconciliations of cases"),
        (Self::SalesBook, "sales-book", "FMS and FMF authorised by country and fiscal year, as DSCA publishes them"),
        (
            Self::SalesHistory,
            "sales-history",
            "FMS agreed and delivered by country and fiscal year, as compiled from DSCA's fact books",
        ),
        (Self::Notifications, "notifications", "notifications of Congress under section 36(b), as DSCA publishes them"),
        (Self::TrainingReport, "training-report", "foreign military training activities, as compiled from the reports"),
        (
            Self::PostAllowances,
            "post-allowances",
            "hardship, danger pay and cost of living by post, as State publishes them",
        ),
        (Self::CountryNames, "country-names", "spellings of country names with their codes"),
    ];

    /// The name on the command line and in the API.
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    fn names() -> String {
        Self::ALL.iter().map(|(_, name, _)| *name).collect::<Vec<_>>().join(", ")
    }

    /// The part of a case's execution that a file of this kind holds.
    pub(super) fn part(self) -> Option<ExecutionPart> {
        match self {
            Self::CasePayments => Some(ExecutionPart::Payments),
            Self::CaseDeliveries => Some(ExecutionPart::Deliveries),
            Self::CaseDiscrepancies => Some(ExecutionPart::Discrepancies),
            Self::CaseReviews => Some(ExecutionPart::Reviews),
            Self::CaseReconciliations => Some(ExecutionPart::Reconciliations),
            _ => None,
        }
    }

    fn fields(self) -> Vec<Field> {
        match self {
            Self::Offices => [record::offices::FIELDS, record::offices::WRITTEN].concat(),
            Self::Billets => {
                let own = [record::billets::TERMS_FROM];
                [record::billets::FIELDS, &own, record::billets::WRITTEN].concat()
            }
            Self::People => {
                use record::people::{FAMILY, FIELDS, PERSONAL, WRITTEN};
                [FIELDS, PERSONAL, FAMILY, WRITTEN].concat()
            }
            Self::Tours => [record::tours::FIELDS, record::tours::WRITTEN].concat(),
            Self::Rankings => record::rankings::FIELDS.to_vec(),
            Self::Cases => [record::cases::FIELDS, record::cases::WRITTEN].concat(),
            Self::CaseEvents => [record::cases::EVENT_FIELDS, record::cases::EVENT_WRITTEN].concat(),
            Self::CasePayments
            | Self::CaseDeliveries
            | Self::CaseDiscrepancies
            | Self::CaseReviews
            | Self::CaseReconciliations => {
                let part = self.part().into_iter();
                part.flat_map(|part| [record::execution::fields(part), record::execution::WRITTEN].concat()).collect()
            }
            Self::SalesBook
            | Self::SalesHistory
            | Self::Notifications
            | Self::TrainingReport
            | Self::PostAllowances
            | Self::CountryNames => Vec::new(),
        }
    }

    pub(super) fn columns(self) -> Columns {
        record::columns(&self.fields())
    }

    /// The columns of a file of this kind, in the order an export writes them; none for a published set, which is read
    /// in the form it is published in.
    pub fn guide(self) -> Vec<ColumnGuide> {
        let fields = self.fields();
        if fields.is_empty() {
            return Vec::new();
        }
        fields.iter().chain(&LABELS).map(ColumnGuide::of).collect()
    }
}

impl fmt::Display for ImportKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for ImportKind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        let found = Self::ALL.iter().find(|(_, name, _)| *name == text);
        found.map(|(kind, _, _)| *kind).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

/// One column, explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnGuide {
    /// Its name in the header. Case, blanks, hyphens and underscores make no difference.
    pub name: &'static str,
    /// Other names it goes by.
    pub aliases: &'static [&'static str],
    /// `required`, `optional` (missing, it leaves what is held), or `not read` (an export writes it).
    pub presence: &'static str,
    /// What its cells hold.
    pub holds: String,
    /// What it means.
    pub meaning: &'static str,
}

impl ColumnGuide {
    pub(crate) fn of(field: &Field) -> Self {
        let holds = match field.holds {
            Holds::Text(_) => "text".to_owned(),
            Holds::Date => "date, such as 2026-10-01".to_owned(),
            Holds::Flag => "yes or no".to_owned(),
            Holds::Integer(_, i64::MAX) | Holds::Thousandths => "number".to_owned(),
            Holds::Integer(least, most) => format!("number from {least} to {most}"),
            Holds::Words(words) => words().expected(),
            Holds::List(form) => form.to_owned(),
        };
        let presence = match field.reading {
            Reading::Filled => "required",
            Reading::Optional => "optional",
            Reading::WrittenOnly => "not read",
        };
        Self { name: field.name, aliases: field.aliases, presence, holds, meaning: field.meaning }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back_from_its_name_and_no_two_columns_of_a_kind_share_one() {
        for (index, (kind, name, _)) in ImportKind::ALL.iter().enumerate() {
            assert_eq!(*kind as usize, index);
            assert_eq!(name.parse::<ImportKind>().unwrap(), *kind);
            // Two columns that went by one name would stop here.
            let columns = kind.columns();
            assert!(kind.guide().is_empty() || kind.guide().len() == columns.iter().count());
        }
        assert!("persons".parse::<ImportKind>().unwrap_err().to_string().contains("people"));
    }
}
