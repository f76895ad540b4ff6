//! The peers, by their public packages at pinned versions. They are made ready once, in the temporary folder: a Python
//! environment for the packages, and a small program of our own compiled against LEMON's headers. One that is not to
//! be had says why, and the bench goes on without it.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::measure::Measured;

/// The Python packages.
const PACKAGES: [&str; 4] = ["ortools==9.15.6755", "highspy==1.16.0", "scipy==1.17.1", "lapx==0.11.1"];

/// A peer of the pure assignment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peer {
    /// LEMON's network simplex.
    LemonNetworkSimplex,
    /// LEMON's cost scaling.
    LemonCostScaling,
    /// OR-Tools' min-cost flow.
    OrTools,
    /// SciPy's sparse full bipartite matching.
    Scipy,
    /// lapx' sparse Jonker-Volgenant.
    Lapx,
}

impl Peer {
    /// All of them.
    pub const ALL: [Peer; 5] =
        [Peer::LemonNetworkSimplex, Peer::OrTools, Peer::LemonCostScaling, Peer::Scipy, Peer::Lapx];

    /// Its name and version.
    pub fn name(self) -> &'static str {
        match self {
            Peer::LemonNetworkSimplex => "LEMON 1.3.1 network simplex",
            Peer::LemonCostScaling => "LEMON 1.3.1 cost scaling",
            Peer::OrTools => "OR-Tools 9.15 min-cost flow",
            Peer::Scipy => "SciPy 1.17.1 sparse matching",
            Peer::Lapx => "lapx 0.11.1 lapmod",
        }
    }
}

/// Where the peers are, or why one is not.
pub struct Peers {
    folder: PathBuf,
    python: Result<PathBuf>,
    lemon: Result<PathBuf>,
}

impl Peers {
    /// Makes ready what can be made ready.
    ///
    /// # Errors
    /// When the temporary folder cannot be written.
    pub fn prepare() -> Result<Peers> {
        let folder = folder()?;
        Ok(Peers { python: python(&folder), lemon: lemon(&folder), folder })
    }

    /// A file in the folder of the peers, for instances.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Solves the instance in this file, killed after `limit`.
    ///
    /// # Errors
    /// Why there is no answer.
    pub fn solve(&self, peer: Peer, file: &Path, limit: Duration) -> Result<Measured> {
        let mut command = match peer {
            Peer::LemonNetworkSimplex => self.lemon("network-simplex")?,
            Peer::LemonCostScaling => self.lemon("cost-scaling")?,
            Peer::OrTools => self.script("pure.py", &["ortools"])?,
            Peer::Scipy => self.script("pure.py", &["scipy"])?,
            Peer::Lapx => self.script("pure.py", &["lapx"])?,
        };
        run(command.arg(file), limit)?.parse()
    }

    /// A script of `peers/` in the Python that has the packages.
    ///
    /// # Errors
    /// Why there is no such Python.
    pub fn script(&self, name: &str, arguments: &[&str]) -> Result<Command> {
        let python = self.python.as_ref().map_err(|why| anyhow::anyhow!("{why:#}"))?;
        let mut command = Command::new(python);
        command.arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("peers").join(name)).args(arguments);
        Ok(command)
    }

    fn lemon(&self, method: &str) -> Result<Command> {
        let program = self.lemon.as_ref().map_err(|why| anyhow::anyhow!("{why:#}"))?;
        let mut command = Command::new(program);
        command.arg(method);
        Ok(command)
    }
}

/// The benches' own folder under the temporary folder.
///
/// # Errors
/// When it cannot be made.
pub fn folder() -> Result<PathBuf> {
    let folder = std::env::temp_dir().join("muster-bench-solver");
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// A virtual environment with the packages.
fn python(folder: &Path) -> Result<PathBuf> {
    const LONG: Duration = Duration::from_secs(600);
    let python = folder.join("bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(folder), LONG).context("no Python with venv here")?;
    }
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES);
    run(&mut install, LONG).context("the Python packages cannot be installed here")?;
    Ok(python)
}

/// Our program over LEMON's headers, compiled anew whenever its source is younger.
fn lemon(folder: &Path) -> Result<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/lemon.cpp");
    let program = folder.join("lemon");
    let age = |path: &Path| std::fs::metadata(path).and_then(|file| file.modified()).ok();
    if age(&program) < age(&source) || age(&program).is_none() {
        ensure!(
            Path::new("/usr/include/lemon/network_simplex.h").exists(),
            "LEMON's headers are not here: apt-get install liblemon-dev"
        );
        let mut compile = Command::new("g++");
        compile.args(["-O3", "-march=native", "-DNDEBUG", "-w", "-o"]).args([&program, &source]);
        run(&mut compile, Duration::from_secs(300)).context("LEMON cannot be compiled: apt-get install g++")?;
    }
    Ok(program)
}

/// Runs a command, killed after `limit`, and returns what it printed.
///
/// # Errors
/// When it cannot be started, takes too long, or fails: with what it said.
pub fn run(command: &mut Command, limit: Duration) -> Result<String> {
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", command.get_program().display()))?;
    let (mut out, mut err) = (child.stdout.take(), child.stderr.take());
    // Each stream is read in a thread of its own, so that neither can fill up and stop the child.
    std::thread::scope(|scope| {
        let reader = |stream: Option<Box<dyn Read + Send>>| {
            scope.spawn(move || {
                let mut text = String::new();
                stream.map(|mut stream| stream.read_to_string(&mut text)).transpose().map(|_| text)
            })
        };
        let out = reader(out.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>));
        let err = reader(err.take().map(|stream| Box::new(stream) as Box<dyn Read + Send>));
        let started = Instant::now();
        let status = loop {
            if let Some(status) = child.try_wait()? {
                break status;
            }
            if started.elapsed() > limit {
                child.kill()?;
                child.wait()?;
                bail!("no answer within {limit:?}");
            }
            std::thread::sleep(Duration::from_millis(5));
        };
        let [out, err] = [out, err].map(|text| text.join().unwrap_or_else(|_| Ok(String::new())));
        let last = err?.trim().lines().last().unwrap_or_default().to_owned();
        ensure!(status.success(), "{}: {status}: {last}", command.get_program().display());
        Ok(out?)
    })
}
