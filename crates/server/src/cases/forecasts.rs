//! The outlook of every case before its offer, worked out beside requests and kept: a page shows the latest, never waits.
//!
//! It is made anew when cases moved, but rests nine times as long as it took: it never takes more than a tenth of a core.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use muster_caseflow::outlook::Outlooks;
use muster_domain::{Date, World};

/// The latest outlook, and whether another is being made.
#[derive(Default)]
pub struct Forecasts(Mutex<Held>);

#[derive(Default)]
struct Held {
    latest: Option<Arc<Outlooks>>,
    running: bool,
    rests_until: Option<Instant>,
}

/// How many times as long as it took an outlook rests.
const REST: u32 = 9;

impl Forecasts {
    /// The latest, whatever it was made of; none before the first is ready.
    pub fn latest(&self) -> Option<Arc<Outlooks>> {
        self.held().latest.clone()
    }

    /// The one of this World and day, if it is the latest.
    pub fn current(&self, world: &World, day: Date) -> Option<Arc<Outlooks>> {
        self.latest().filter(|held| held.day == day && held.position >= world.facts)
    }

    /// Whether one should be made now; the caller makes it and says so with [`Forecasts::finish`].
    pub fn begin(&self, world: &World, day: Date) -> bool {
        let mut held = self.held();
        let stale = held.latest.as_ref().is_none_or(|latest| latest.day != day || latest.position < world.facts);
        let rests = held.rests_until.is_some_and(|until| Instant::now() < until);
        let begins = stale && !held.running && !rests;
        held.running |= begins;
        begins
    }

    /// Makes one. An error is logged: histories that contradict themselves have no forecast.
    pub fn finish(&self, world: &World, day: Date) {
        let begun = Instant::now();
        let made = Outlooks::new(world, day);
        let took = begun.elapsed();
        let mut held = self.held();
        held.running = false;
        held.rests_until = Some(Instant::now() + took.saturating_mul(REST).max(Duration::from_secs(1)));
        match made {
            Ok(made) => {
                tracing::debug!(learned = made.learned, seconds = took.as_secs_f64(), "made the outlook of open cases");
                held.latest = Some(Arc::new(made));
            }
            Err(error) => tracing::warn!(%error, "no outlook of open cases"),
        }
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        self.0.lock().expect("no holder panics")
    }
}
