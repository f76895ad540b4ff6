//! Ciw and SimPy in a virtual environment of their own, made once in the temporary folder.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};
use muster_bench_solver::peers::run;
use muster_caseflow::simulation::Run;
use serde_json::Value;

const PACKAGES: [&str; 2] = ["ciw==3.2.7", "simpy==4.1.2"];
const LONG: Duration = Duration::from_secs(1200);

/// Where the peers are, or why they are not.
pub struct Peers {
    folder: PathBuf,
    python: Result<PathBuf>,
}

/// What a peer found.
pub struct Found {
    /// Its name and version.
    pub name: String,
    /// Visits ended within the window, all replications.
    pub visits: f64,
    /// Processor seconds.
    pub seconds: f64,
    /// By station: mean wait and half its 99 % interval.
    waits: Vec<(String, f64, f64)>,
}

impl Peers {
    pub fn prepare() -> Result<Self> {
        let folder = std::env::temp_dir().join("muster-bench-simulate");
        std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { python: python(&folder), folder })
    }

    /// Simulates this network file.
    pub fn simulate(&self, peer: &str, text: &str) -> Result<Found> {
        let python = self.python.as_ref().map_err(|why| anyhow::anyhow!("{why:#}"))?;
        let file = self.folder.join("network.json");
        std::fs::write(&file, text)?;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/simulate.py");
        let answer: Value = serde_json::from_str(&run(Command::new(python).arg(script).arg(peer).arg(&file), LONG)?)?;
        let number = |name: &str| answer[name].as_f64().with_context(|| format!("{peer} gave no {name}"));
        let waits = answer["waits"].as_array().into_iter().flatten().filter_map(|wait| {
            Some((wait["station"].as_str()?.to_owned(), wait["mean"].as_f64()?, wait["half"].as_f64()?))
        });
        Ok(Found {
            name: answer["name"].as_str().unwrap_or(peer).to_owned(),
            visits: number("visits")?,
            seconds: number("seconds")?,
            waits: waits.collect(),
        })
    }
}

fn python(folder: &Path) -> Result<PathBuf> {
    let python = folder.join("venv/bin/python");
    if !python.exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(folder.join("venv")), LONG)
            .context("no Python with venv")?;
    }
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PACKAGES);
    run(&mut install, LONG).context("the Python packages cannot be installed here")?;
    Ok(python)
}

/// Whether mean waits differ by no more than their 99 % intervals allow.
pub fn agreement(ours: &Run, peer: &Found) -> String {
    let stations = ours.model.network().stations.iter().zip(&ours.estimates.stations);
    let mut words = Vec::new();
    for ((station, found), (name, mean, half)) in stations.zip(&peer.waits) {
        let (Some(own), Some(low)) = (found.wait.mean, found.wait.low) else { continue };
        let verdict = if (own - mean).abs() <= (own - low).hypot(*half) { "agree" } else { "DIFFER" };
        words.push(format!("{} {own:.4} and {mean:.4} ± {half:.4} {verdict}", station.name));
        debug_assert_eq!(station.name, *name);
    }
    format!("waits {}", words.join(", "))
}
