//! What a purchaser may see and do: which milestones are shown, what is asked of the purchaser, released forecasts, and
//! messages with the country program manager.
//!
//! Everything is hidden until somebody shows it. Never shown: holds, the review inside State, the notification of Congress,
//! reasons for delay, notes, and who works a case.

mod asks;
mod forecast;
mod message;
mod visible;

use serde::{Deserialize, Serialize};

pub use asks::{AskedOfPurchaser, PurchaserAsk};
pub use forecast::{
    ForecastReleased, ForecastWithdrawn, ReleaseForecast, ReleasedForecast, WithdrawForecast, WorkedForecast,
};
pub use message::{AnswerPurchaser, AnswerTime, CaseMessage, MessageAnswered, MessageWritten, WriteMessage};
pub use visible::{PurchaserFlags, PurchaserVisibility, PurchaserVisibleSet, SetPurchaserVisible, ShownStep};

use super::{Case, CaseKind};

/// What the portal holds of a case beside its history.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasePortal {
    /// The forecast released last, unless it was withdrawn.
    pub forecast: Option<Box<ReleasedForecast>>,
    /// Messages between the purchaser and the country program manager, latest last.
    pub messages: Vec<CaseMessage>,
}

impl Case {
    /// Whether its purchaser's representatives see it. A pseudo-LOA is not theirs: its purchaser is a US program.
    pub fn is_on_portal(&self) -> bool {
        self.kind != CaseKind::PseudoLoa
    }
}
