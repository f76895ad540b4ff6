//! What the benches of event logs and mining share: the Python peer, and processor time.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use muster_bench_solver::peers::run;

/// The Python packages.
const PACKAGES: [&str; 4] = ["pm4py==2.7.23.11", "pandas==3.1.1", "numpy==2.4.6", "lxml==6.1.3"];

/// A script of `peers/` in a virtual environment that has the packages, made once in the temporary folder.
///
/// # Errors
/// Why there is no such Python here.
pub fn script(name: &str) -> Result<Command> {
    const LONG: Duration = Duration::from_secs(900);
    let folder = std::env::temp_dir().join("muster-bench-caseflow");
    let python = folder.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&folder), LONG).context("no Python with venv here")?;
    }
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES);
    run(&mut install, LONG).context("the Python packages cannot be installed here")?;
    let mut command = Command::new(python);
    command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name));
    Ok(command)
}

/// Where the public event logs are on a developer's machine, beside the project.
pub fn logs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/process-logs")
}

/// Wall and processor time of one piece of work, in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Took {
    /// By the clock.
    pub wall: f64,
    /// By all threads of this process, in user and system mode.
    pub cpu: f64,
}

/// Does the work and says what it took.
///
/// # Errors
/// When `/proc` cannot be read.
pub fn timed<T>(work: impl FnOnce() -> T) -> Result<(T, Took)> {
    let (before, started) = (cpu_seconds()?, Instant::now());
    let done = work();
    let wall = started.elapsed().as_secs_f64();
    Ok((done, Took { wall, cpu: cpu_seconds()? - before }))
}

/// The least wall and the least processor time.
pub fn best(took: &[Took]) -> Took {
    let least = |of: fn(&Took) -> f64| took.iter().map(of).fold(f64::INFINITY, f64::min);
    Took { wall: least(|took| took.wall), cpu: least(|took| took.cpu) }
}

/// Processor time of this process, in seconds, by the kernel's hundredths.
fn cpu_seconds() -> Result<f64> {
    let text = std::fs::read_to_string("/proc/self/stat").context("/proc/self/stat cannot be read")?;
    let after = text.rsplit(')').next().context("/proc/self/stat has another form")?;
    let ticks: Vec<f64> = after.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    // of the words after the name the first is no number; user and system time are the 12th and 13th numbers
    let ticks = ticks.get(10..12).context("/proc/self/stat has another form")?;
    Ok(ticks.iter().sum::<f64>() / 100.0)
}
