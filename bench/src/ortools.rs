//! The peer of the assignment: OR-Tools' min-cost flow, run by `bench/peers/assign.py` in a Python that has its package.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// The peer's script in a Python that has its package.
pub struct OrTools {
    /// What it says it is.
    pub version: String,
    script: PathBuf,
    folder: PathBuf,
}

impl OrTools {
    /// Makes a virtual environment in the temporary folder once and installs the package there.
    pub fn prepare() -> Result<Self> {
        let folder = std::env::temp_dir().join("muster-bench-peers");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/assign.py");
        if !folder.join("bin/python").exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).context("no Python with venv here")?;
        }
        let mut install = Command::new(folder.join("bin/python"));
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "ortools==9.15.6755"]);
        run(&mut install).context("the package ortools cannot be installed here")?;
        let version = run(Command::new(folder.join("bin/python")).arg(&script).arg("--version"))?;
        Ok(Self { version: version.trim().to_owned(), script, folder })
    }

    /// Objective and seconds of the peer's solve, its own set-up and reading of the file not counted. `out` is what
    /// leaving any person or position out costs.
    pub fn solve(
        &self,
        people: usize,
        positions: usize,
        pairs: impl Iterator<Item = (u32, u32, i64)>,
        out: i64,
    ) -> Result<(i64, f64)> {
        let mut text = format!("{people} {positions} {out}\n");
        for (person, position, cost) in pairs {
            text.push_str(&format!("{person} {position} {cost}\n"));
        }
        let file = self.folder.join("slate.txt");
        std::fs::write(&file, text)?;
        let answer = run(Command::new(self.folder.join("bin/python")).arg(&self.script).arg(&file))?;
        let mut words = answer.split_whitespace();
        let (Some(objective), Some(seconds)) = (words.next(), words.next()) else {
            bail!("the peer answered {answer:?}");
        };
        Ok((objective.parse()?, seconds.parse()?))
    }
}

/// Runs a command and returns what it printed.
fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr).trim());
    Ok(String::from_utf8(output.stdout)?)
}
