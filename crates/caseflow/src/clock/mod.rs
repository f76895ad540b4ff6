//! Clocks: how long things took, in working and calendar days, and how long they take when some are not over yet.
//!
//! Three questions, one file each. How many days lie between two dates, and how many of them count ([`Calendar`],
//! [`DaySplit`])? What of a span of time was worked on, waited, or was held ([`TimeSplit`])? How long does a step take, when
//! some cases are still in it ([`Survival`], [`Incidence`], [`Durations`])? A duration that is not over is *censored* and
//! stays in: to drop it, or to end it today, makes every clock look better than it is. `../forecast/README.md` names
//! the estimators, their references and what each assumes.
//!
//! Nothing here knows a case, an office or a reason: a caller hands in durations with whatever key it groups by.

mod calendar;
mod durations;
mod hold;
mod incidence;
mod normal;
mod observation;
mod split;
mod survival;

pub use calendar::{Calendar, DaySplit};
pub use durations::{Durations, durations_by};
pub use hold::{Holds, Span};
pub use incidence::{Cause, Incidence, IncidenceStep};
pub use observation::{Observation, ObservationError};
pub use split::TimeSplit;
pub use survival::{Band, Survival, SurvivalStep};
