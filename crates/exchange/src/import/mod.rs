//! Files into commands: a file is read, compared with a World, and becomes the commands that would make the World say
//! what the file says.
//!
//! [`plan`] is a pure function of the file, the World and the options. When the World moved on, plan again: it costs a
//! pass over the file. A file with anything wrong in it gives no plan at all, and the refusal names every bad row. What
//! a system of record says that cannot be true is taken: the `report_…` commands flag it. Never here: who asks.

mod activities;
mod allowances;
pub(crate) mod billets;
mod case_events;
mod case_numbers;
mod cases;
mod execution;
mod figures;
mod kinds;
mod notifications;
mod offices;
pub(crate) mod people;
pub(crate) mod plan;
mod published;
mod rankings;
pub(crate) mod sheet;
mod tours;

use std::path::Path;

use muster_domain::{Date, World};

use crate::tabular::{FileRefused, Limits, load};

pub use activities::Activities;
pub use kinds::{ColumnGuide, ImportKind, UnknownKind};
pub use plan::{Difference, Note, Plan};

/// What a file cannot say of itself.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// The system of record or publisher it comes from: the owner of its rows.
    pub source: String,
    /// The day it speaks of; changed grades and terms hold from it.
    pub as_of: Date,
    /// How large it may be.
    pub limits: Limits,
    /// What another system's names of activities stand for, for events of cases.
    pub activities: Activities,
    /// The object type whose objects are the cases, for events of cases in OCEL; the one that most events relate to
    /// unless given.
    pub object_type: Option<String>,
}

impl ImportOptions {
    /// A file of this source that speaks of this day, of usual size.
    pub fn new(source: impl Into<String>, as_of: Date) -> Self {
        Self {
            source: source.into(),
            as_of,
            limits: Limits::default(),
            activities: Activities::default(),
            object_type: None,
        }
    }
}

/// Plans a file by its path.
///
/// # Errors
/// [`FileRefused`] names everything that is wrong with it.
pub fn plan_file(kind: ImportKind, path: &Path, world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (name, bytes) = load(path, &options.limits)?;
    plan(kind, &name, &bytes, world, options)
}

/// Plans a file from memory. `name` decides the format (`.csv`, `.csv.gz`, `.xlsx`; another name is read for what its
/// content looks like) and stands in refusals and in the sources of figures.
///
/// # Errors
/// [`FileRefused`] names everything that is wrong with it.
pub fn plan(
    kind: ImportKind,
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &ImportOptions,
) -> Result<Plan, FileRefused> {
    match kind {
        ImportKind::Offices => offices::plan(name, bytes, world, options),
        ImportKind::Billets => billets::plan(name, bytes, world, options),
        ImportKind::People => people::plan(name, bytes, world, options),
        ImportKind::Tours => tours::plan(name, bytes, world, options),
        ImportKind::Rankings => rankings::plan(name, bytes, world, options),
        ImportKind::Cases => cases::plan(name, bytes, world, options),
        ImportKind::CaseEvents => case_events::plan(name, bytes, world, options),
        ImportKind::CasePayments
        | ImportKind::CaseDeliveries
        | ImportKind::CaseDiscrepancies
        | ImportKind::CaseReviews
        | ImportKind::CaseReconciliations => execution::plan(kind, name, bytes, world, options),
        ImportKind::SalesBook => figures::plan_sales_book(name, bytes, world, options),
        ImportKind::SalesHistory => figures::plan_sales_history(name, bytes, world, options),
        ImportKind::Notifications => notifications::plan(name, bytes, world, options),
        ImportKind::TrainingReport => figures::plan_training(name, bytes, world, options),
        ImportKind::PostAllowances => allowances::plan(name, bytes, world, options),
        ImportKind::CountryNames => published::plan_country_names(name, bytes, world, options),
    }
}
