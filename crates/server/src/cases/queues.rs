//! The queue of cases, kept beside the newest World.

use std::sync::{Arc, Mutex};

use muster_caseflow::queue::CaseQueue;
use muster_domain::{Date, World};

/// The queue of the newest World on the day it was asked for.
#[derive(Default)]
pub struct Queues(Mutex<Option<Arc<CaseQueue>>>);

impl Queues {
    /// The queue of a World on a day: kept, or brought up to date from the one kept.
    pub fn on(&self, world: &World, day: Date) -> Arc<CaseQueue> {
        let mut held = self.0.lock().expect("no holder panics");
        let fresh = match held.as_ref() {
            Some(queue) if queue.position() == world.position && queue.day() == day => return Arc::clone(queue),
            Some(queue) => Arc::new(queue.refreshed(world, day)),
            None => Arc::new(CaseQueue::new(world, day)),
        };
        // An asker may still hold an older World: what they see belongs to it, and is not kept.
        if held.as_ref().is_none_or(|queue| queue.position() <= fresh.position()) {
            *held = Some(Arc::clone(&fresh));
        }
        fresh
    }
}
