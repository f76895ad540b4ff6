//! How a run is measured: best wall time and mean processor time of several runs, and the process's peak memory.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// What one solver did with one instance, in a process of its own. `peers/*` print the same four numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measured {
    /// The cost found.
    pub objective: i64,
    /// Best wall time of the runs, in seconds.
    pub seconds: f64,
    /// Mean processor time of the runs, over all threads, in seconds.
    pub cpu: f64,
    /// Peak resident memory of the whole process, in bytes, its reading of the file included.
    pub peak: u64,
}

impl fmt::Display for Measured {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} {} {}", self.objective, self.seconds, self.cpu, self.peak)
    }
}

impl FromStr for Measured {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Measured> {
        let mut words = text.split_whitespace();
        let mut next = || words.next().with_context(|| format!("the solver answered {text:?}"));
        Ok(Measured {
            objective: next()?.parse()?,
            seconds: next()?.parse()?,
            cpu: next()?.parse()?,
            peak: next()?.parse()?,
        })
    }
}

/// Runs the work at least three times and for at least 0.3 s, but once it has used five seconds no more.
///
/// # Errors
/// What the work or reading `/proc` reports.
pub fn measure(mut work: impl FnMut() -> Result<i64>) -> Result<Measured> {
    let (mut best, mut total, mut runs, mut objective) = (f64::INFINITY, 0.0, 0, 0);
    let before = cpu_seconds()?;
    while total < 5.0 && (runs < 3 || total < 0.3) {
        let started = Instant::now();
        objective = work()?;
        let seconds = started.elapsed().as_secs_f64();
        best = best.min(seconds);
        total += seconds;
        runs += 1;
    }
    let cpu = (cpu_seconds()? - before) / f64::from(runs);
    Ok(Measured { objective, seconds: best, cpu, peak: peak_bytes()? })
}

/// Peak resident memory of this process so far, in bytes.
///
/// # Errors
/// Where there is no `/proc`.
pub fn peak_bytes() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").context("peak memory is read from /proc")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("/proc/self/status has no VmHWM")?;
    let kilobytes: u64 = line.trim().trim_end_matches("kB").trim().parse()?;
    Ok(kilobytes * 1024)
}

/// Processor time of this process, all its threads, in seconds; to the hundredth.
fn cpu_seconds() -> Result<f64> {
    ticks(11)
}

/// As [`cpu_seconds`], of all processes that this one started and waited for.
///
/// # Errors
/// Where there is no `/proc`.
pub fn children_seconds() -> Result<f64> {
    ticks(13)
}

fn ticks(skipped: usize) -> Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").context("processor time is read from /proc")?;
    // The second field is the program's name in parentheses and may hold anything.
    let fields = stat.rsplit_once(')').context("/proc/self/stat is not as expected")?.1;
    let ticks = fields.split_whitespace().skip(skipped).take(2).map(str::parse::<u64>).sum::<Result<u64, _>>()?;
    Ok(ticks as f64 / 100.0)
}

/// Processor time of the calling thread so far. On a machine that does other things it says more than wall time.
///
/// # Errors
/// Where there is no `/proc`.
pub fn thread_time() -> Result<Duration> {
    let times = std::fs::read_to_string("/proc/thread-self/schedstat").context("processor time is read from /proc")?;
    let nanoseconds = times.split_whitespace().next().context("/proc/thread-self/schedstat is empty")?;
    Ok(Duration::from_nanos(nanoseconds.parse()?))
}
