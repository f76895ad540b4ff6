//! What a billet costs a year, as far as a published table says. The table is handed in: this crate reads no file.

use muster_domain::Grade;
use muster_domain::kernel::Date;
use serde::Serialize;

/// Pay of a year by a published table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct YearlyPay {
    /// Lowest base pay of the grade, whole US dollars a year.
    pub least: i64,
    /// Highest base pay of the grade, whole US dollars a year.
    pub most: i64,
    /// The row of the table.
    pub source: String,
}

/// Looks up the base pay of a grade on a day; `None` where no table covers it.
pub type PayTable<'a> = &'a dyn Fn(Grade, Date) -> Option<YearlyPay>;
