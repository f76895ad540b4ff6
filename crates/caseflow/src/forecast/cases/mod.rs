//! When a case comes to its next step, to a step that is asked about, or to its end.

mod backtest;
mod calibration;
mod curve;
mod experience;
mod forecaster;
mod from_log;
mod history;
mod learn;
mod question;
mod replay;
mod score;
mod settings;
mod strata;
mod trial;

pub use backtest::{Backtest, Held, HeldOut, backtest};
pub use forecaster::{CaseForecast, Forecaster, NoForecast, Why};
pub use from_log::Ending;
pub use history::{Case, CaseRecord, Histories, HistoryError, Step};
pub use question::Question;
pub use score::Score;
pub use settings::Settings;
pub use strata::{Feature, Strata};
pub use trial::{Trial, Tried};
