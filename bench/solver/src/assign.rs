//! The program `assign` itself, for benches that go through its files and its answers.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::measure;
use crate::peers::run;

/// Builds the program beside the bench's own; returns where it is.
///
/// # Errors
/// When it cannot be built.
pub fn build() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--release", "--quiet", "--package", "muster-solver", "--bin", "assign"]);
    run(build.current_dir(env!("CARGO_MANIFEST_DIR")), Duration::from_secs(1_800)).context("assign cannot be built")?;
    Ok(std::env::current_exe()?.with_file_name("assign"))
}

/// What it says of a file.
#[derive(Debug, Clone)]
pub struct Said {
    /// `optimal`, `feasible`, `infeasible` or `unknown`.
    pub status: String,
    /// The cost found.
    pub objective: Option<i64>,
    /// The bound proven.
    pub bound: Option<i64>,
    /// `(objective − bound) / max(1, |objective|)`.
    pub gap: Option<f64>,
    /// Its own time, the reading of the file not counted.
    pub seconds: f64,
    /// Processor seconds of its process on all threads, the reading of the file counted.
    pub user: f64,
    /// Peak memory of its process in bytes.
    pub peak: u64,
}

/// Asks it to solve a file.
///
/// # Errors
/// When it fails, or its own verifier does not agree with it.
pub fn ask(program: &Path, file: &Path, limit: Duration, threads: usize) -> Result<Said> {
    let mut command = Command::new(program);
    command.arg(file).arg("--json").args(["--time-limit", &limit.as_secs_f64().to_string()]);
    command.args(["--threads", &threads.to_string()]);
    let before = measure::children_seconds()?;
    let text = run(&mut command, limit * 3 + Duration::from_secs(60))?;
    let user = measure::children_seconds()? - before;
    let said: Value = serde_json::from_str(&text).context("assign --json did not print JSON")?;
    if said["verified"] != Value::Bool(true) && said["status"] != "unknown" {
        bail!("not verified: {}", said["verdict"]);
    }
    Ok(Said {
        status: said["status"].as_str().unwrap_or_default().to_owned(),
        objective: said["objective"].as_i64(),
        bound: said["bound"].as_i64(),
        gap: said["gap"].as_f64(),
        seconds: said["seconds"].as_f64().context("no seconds")?,
        user,
        peak: said["peak_bytes"].as_u64().unwrap_or(0),
    })
}
