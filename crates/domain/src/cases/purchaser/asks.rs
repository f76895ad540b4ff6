//! What is asked of the purchaser: derived from the history, and only where the purchaser sees what it follows from.

use crate::cases::{Case, CasePhase, LorAssessment, Milestone};
use crate::kernel::{Date, Text};
use crate::world::World;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PurchaserAsk {
    /// The letter of request cannot be acted on; this is missing.
    CompleteRequest(Text),
    /// An offer is open: accept it, or not.
    AnswerOffer,
    /// The offer has expired: ask for it to be extended, or let it go.
    RenewOffer,
    /// Accepted: the initial deposit is due.
    PayDeposit,
}

/// What is asked of the purchaser of a case, since when, until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedOfPurchaser {
    /// What.
    pub ask: PurchaserAsk,
    /// The first day.
    pub since: Date,
    /// The last day, where there is one.
    pub until: Option<Date>,
}

impl Case {
    /// What is asked of its purchaser on a day.
    pub fn asked_of_purchaser(&self, world: &World, day: Date) -> Option<AskedOfPurchaser> {
        let shown =
            |milestone| self.day_of(milestone).filter(|on| *on <= day && world.shows_purchasers(milestone, day));
        match self.phase(day) {
            CasePhase::LorProcessing => {
                let last = self.assessed.iter().rfind(|one| one.on <= day)?;
                let asked = last.found == LorAssessment::Insufficient;
                // Asked since the first of the assessments in a row that found it so.
                let row = self.assessed.iter().filter(|one| one.on <= day).rev();
                let since = row.take_while(|one| one.found == LorAssessment::Insufficient).last()?.on;
                let ask = PurchaserAsk::CompleteRequest(last.missing.clone());
                asked.then_some(AskedOfPurchaser { ask, since, until: None })
            }
            CasePhase::Offered => {
                let since = shown(Milestone::Offered)?;
                match self.expiry(world) {
                    Some(expired) if expired < day => {
                        Some(AskedOfPurchaser { ask: PurchaserAsk::RenewOffer, since: expired, until: None })
                    }
                    until => Some(AskedOfPurchaser { ask: PurchaserAsk::AnswerOffer, since, until }),
                }
            }
            CasePhase::Accepted if self.day_of(Milestone::Deposited).is_none_or(|on| on > day) => {
                let since = shown(Milestone::Accepted)?;
                Some(AskedOfPurchaser { ask: PurchaserAsk::PayDeposit, since, until: None })
            }
            _ => None,
        }
    }
}
