//! The committed synthetic set of `bench/data/linkage`, and the peer of the linking: Splink, run by
//! `bench/peers/linkage.py` in a Python that has its package.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use muster_linkage::testing::{Names, PEOPLE, SEED, generate};

/// Where the set lies.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/linkage")
}

/// A file of the set, as text.
pub fn read(name: &str) -> Result<String> {
    let path = folder().join(format!("{name}.csv.gz"));
    let file = std::fs::File::open(&path).with_context(|| format!("cannot open {}", path.display()))?;
    let mut text = String::new();
    GzDecoder::new(file).read_to_string(&mut text).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text)
}

/// Writes the set anew.
pub fn write() -> Result<()> {
    for (name, text) in generate(SEED, PEOPLE, &Names::read(&read("names")?)).files {
        let path = folder().join(format!("{name}.csv.gz"));
        let mut file = GzEncoder::new(Vec::new(), Compression::best());
        file.write_all(text.as_bytes())?;
        std::fs::write(&path, file.finish()?)?;
        println!("{}", path.display());
    }
    Ok(())
}

/// The most memory this process has held so far, in bytes.
pub fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

/// The processor time this process has used so far, all threads added up, in seconds.
pub fn cpu_time() -> Option<f64> {
    /// Clock ticks a second, as Linux reports them to programs.
    const TICKS: f64 = 100.0;
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The second field is the program's name in parentheses; user and system time are the 14th and 15th.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let (user, system): (f64, f64) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some((user + system) / TICKS)
}

/// What the peer reached with one file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reached {
    /// Proposals, right or wrong.
    pub proposed: usize,
    /// Right proposals.
    pub right: usize,
    /// Matches that there are to find.
    pub there: usize,
    /// Rows in the file.
    pub rows: usize,
    /// Wall time of training and linking, in seconds; starting Python and reading the files is not counted.
    pub seconds: f64,
    /// Processor time of the same, all cores added up, in seconds: what a busy machine does not stretch.
    pub cpu: f64,
    /// Peak memory of the process, in bytes.
    pub memory: u64,
}

/// The peer's script in a Python that has its package.
pub struct Splink {
    /// What it says it is.
    pub version: String,
    script: PathBuf,
    python: PathBuf,
}

impl Splink {
    /// Makes a virtual environment in the temporary folder once and installs the package there.
    pub fn prepare() -> Result<Self> {
        let folder = std::env::temp_dir().join("muster-bench-splink");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/linkage.py");
        let python = folder.join("bin/python");
        if !python.exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(&folder)).context("no Python with venv here")?;
        }
        let mut install = Command::new(&python);
        install.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "splink==5.0.0",
            "duckdb==2.0.1",
        ]);
        run(&mut install).context("the package splink cannot be installed here")?;
        let version = run(Command::new(&python).arg(&script).arg("--version"))?;
        Ok(Self { version: version.trim().to_owned(), script, python })
    }

    /// Links one source: what it reaches at its best threshold (by F1, chosen with the truth at hand), and at the
    /// threshold where it proposes most with this precision.
    pub fn link(&self, source: &str, precision: f64) -> Result<(Reached, Reached)> {
        let mut command = Command::new(&self.python);
        command.arg(&self.script).arg(folder()).arg(source).arg(precision.to_string());
        let answer = run(&mut command)?;
        let cpu = answer
            .lines()
            .find_map(|line| line.strip_prefix("cpu ")?.parse().ok())
            .with_context(|| format!("the peer answered {answer:?}"))?;
        let mut lines = answer.lines().filter_map(|line| line.strip_prefix("reached "));
        let mut next = || -> Result<Reached> {
            let line = lines.next().with_context(|| format!("the peer answered {answer:?}"))?;
            let figures: Vec<f64> = line.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
            let [proposed, right, there, rows, seconds, memory] = figures[..] else {
                anyhow::bail!("the peer answered {answer:?}");
            };
            Ok(Reached {
                proposed: proposed as usize,
                right: right as usize,
                there: there as usize,
                rows: rows as usize,
                seconds,
                cpu,
                memory: memory as u64,
            })
        };
        Ok((next()?, next()?))
    }
}

/// Runs a command and returns what it printed.
fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("cannot start {command:?}"))?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr).trim());
    Ok(String::from_utf8(output.stdout)?)
}
