//! The measures by which the reform is watched: shares, medians and ages by fiscal quarter, each traced to its cases.
//!
//! A measure is a row of one list ([`CaseMeasure::ALL`]): what it is called, how it is defined, who asks for it, and how
//! the observations of a quarter become one figure ([`Statistic`]). An observation names its case, so that every figure
//! opens into the rows it counts. Durations that are not over stay in as running (Kaplan–Meier). A measure whose facts
//! nobody records has no figure: it stands in [`NOT_RECORDED`] with what it would need.

mod case_measure;
mod observe;
mod quarter;
mod statistic;

pub use case_measure::{CaseMeasure, MeasureDefinition, MeasureUnit, NOT_RECORDED, NotRecorded};
pub use observe::observe;
pub use quarter::Quarter;
pub use statistic::{MeasurePoint, Observed, Statistic, figure, trend};
