//! `cargo xtask bench`: the programs of `bench/`, optimised as they would be shipped.

use std::collections::BTreeMap;

use anyhow::bail;

use crate::process::{cargo, root, run};

/// Run a bench in release mode; without a name, list them
#[derive(clap::Args)]
pub struct Args {
    /// Which bench
    name: Option<String>,
    /// Options for the bench
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Runs one bench, or says which there are.
pub fn bench(args: &Args) -> anyhow::Result<()> {
    let benches = benches()?;
    let names = benches.keys().map(String::as_str).collect::<Vec<_>>();
    let Some(name) = &args.name else {
        println!("{}", names.join("\n"));
        return Ok(());
    };
    let Some(package) = benches.get(name) else {
        bail!("there is no bench {name}; there are: {}", names.join(", "));
    };
    let mut command = cargo();
    command.args(["run", "--release", "--quiet", "--package", package, "--bin", name]);
    // a peer that takes long to build is only built to be raced
    if *package == "muster-bench-caseflow" {
        command.args(["--features", "peers"]);
    }
    run(command.arg("--").args(&args.rest))
}

/// Every bench by name, with the package it belongs to. Those of the solver alone build in seconds.
fn benches() -> anyhow::Result<BTreeMap<String, &'static str>> {
    let mut benches = BTreeMap::new();
    for (package, folder) in [
        ("muster-bench", "bench/src/bin"),
        ("muster-bench-solver", "bench/solver/src/bin"),
        ("muster-bench-caseflow", "bench/caseflow/src/bin"),
    ] {
        for entry in std::fs::read_dir(root().join(folder))? {
            let path = entry?.path();
            let program = path.is_dir() || path.extension().is_some_and(|extension| extension == "rs");
            if let Some(name) = path.file_stem().filter(|_| program) {
                benches.insert(name.to_string_lossy().into_owned(), package);
            }
        }
    }
    Ok(benches)
}
