//! Cases: the queue, the page of one, the list of milestones, the figures of policy that they go by.

pub(super) mod distribution;
mod execution;
pub(super) mod flow;
pub(super) mod flow_cases;
pub(super) mod forecast;
mod letters;
pub(super) mod page;
pub(super) mod policy;
pub(super) mod purchaser;
pub(super) mod queue;
mod sight;
mod stuck;
pub(super) mod summary;

use std::sync::Arc;

use muster_caseflow::queue::CaseQueue;

pub(super) use sight::Sight;

use super::asker::Asker;
use crate::cases::Queues;

impl Queues {
    /// The queue of the asker's World and day.
    pub(super) fn of(&self, asker: &Asker) -> Arc<CaseQueue> {
        self.on(&asker.world, asker.today)
    }
}
