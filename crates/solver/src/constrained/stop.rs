//! When to stop, asked from inside the work of every thread.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// A moment, or a word from another thread.
#[derive(Debug)]
pub(super) struct Stop {
    deadline: Option<Instant>,
    asked: AtomicBool,
}

impl Stop {
    pub(super) fn at(deadline: Option<Instant>) -> Stop {
        Stop { deadline, asked: AtomicBool::new(false) }
    }

    /// Whether the time is up.
    pub(super) fn late(&self) -> bool {
        self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }

    /// Whether to stop, for whatever reason.
    pub(super) fn now(&self) -> bool {
        self.asked.load(Ordering::Relaxed) || self.late()
    }

    /// As [`Stop::now`].
    pub(super) fn flow(&self) -> ControlFlow<()> {
        if self.now() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    /// Tells everybody to stop.
    pub(super) fn ask(&self) {
        self.asked.store(true, Ordering::Relaxed);
    }
}
