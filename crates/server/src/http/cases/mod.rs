//! Cases: the queue, the page of one, the list of milestones, the figures of policy that they go by.

mod execution;
pub(super) mod flow;
pub(super) mod page;
pub(super) mod policy;
pub(super) mod purchaser;
pub(super) mod queue;
mod sight;

use std::sync::{Arc, Mutex};

use muster_caseflow::queue::CaseQueue;

use super::asker::Asker;

/// The queue of the newest World on the day it was asked for.
#[derive(Default)]
pub(super) struct Queues(Mutex<Option<Arc<CaseQueue>>>);

impl Queues {
    /// The queue of the asker's World and day: kept, or brought up to date from the one kept.
    fn of(&self, asker: &Asker) -> Arc<CaseQueue> {
        let mut held = self.0.lock().expect("no holder panics");
        let fresh = match held.as_ref() {
            Some(queue) if queue.position() == asker.world.position && queue.day() == asker.today => {
                return Arc::clone(queue);
            }
            Some(queue) => Arc::new(queue.refreshed(&asker.world, asker.today)),
            None => Arc::new(CaseQueue::new(&asker.world, asker.today)),
        };
        // An asker may still hold an older World: what they see belongs to it, and is not kept.
        if held.as_ref().is_none_or(|queue| queue.position() <= fresh.position()) {
            *held = Some(Arc::clone(&fresh));
        }
        fresh
    }
}
