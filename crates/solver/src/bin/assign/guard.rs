//! Time and memory: how much was used, and whether to go on.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

/// Watches the limits of one solve.
pub struct Guard {
    started: Instant,
    /// The time limit, if there is one.
    pub time: Option<Duration>,
    /// The memory limit in bytes, if there is one.
    pub memory: Option<u64>,
}

impl Guard {
    /// The clock starts now.
    pub fn new(time: Option<Duration>, megabytes: Option<u64>) -> Guard {
        Guard { started: Instant::now(), time, memory: megabytes.map(|megabytes| megabytes.saturating_mul(1_000_000)) }
    }

    /// Seconds since the start.
    pub fn seconds(&self) -> f64 {
        self.started.elapsed().as_secs_f64()
    }

    /// What is left of the time limit.
    pub fn left(&self) -> Option<Duration> {
        self.time.map(|time| time.saturating_sub(self.started.elapsed()))
    }

    /// Break once a limit is reached.
    pub fn check(&self) -> ControlFlow<()> {
        match self.limit_reached() {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }

    /// Which limit is reached.
    pub fn limit_reached(&self) -> Option<&'static str> {
        if self.time.is_some_and(|time| self.started.elapsed() >= time) {
            Some("the time limit was reached")
        } else if self.memory.is_some_and(|most| peak_bytes().is_some_and(|peak| peak >= most)) {
            Some("the memory limit was reached")
        } else {
            None
        }
    }
}

/// Peak resident memory of this process so far, in bytes; nothing where there is no `/proc`.
pub fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
