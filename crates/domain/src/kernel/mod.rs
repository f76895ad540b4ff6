//! The small types every area speaks: ids, dates and periods, grades, language levels, tables. No rule of the domain
//! lives here.

mod grade;
mod ids;
mod ilr;
mod sealed;
mod table;
mod text;
mod time;

pub use grade::{Grade, GradeBand, Service};
pub use ids::{
    AccountId, AugmentationId, BilletId, CaseId, ChangeRequestId, ContradictionId, CountryId, CycleId, DiversionId, Id,
    OfficeId, ParseIdError, PersonId, Position, PostId, RequisitionId, ScenarioId, SlateId, SourceId, TourId, WaiverId,
};
pub use ilr::Ilr;
pub use jiff::civil::Date;
pub use sealed::Sealed;
pub(crate) use sealed::open_schema;
pub use table::{Row, Table};
pub use text::Text;
pub use time::{BackwardPeriod, FiscalYear, Period, Timeline, add_months, days_between};
