//! `cargo xtask bench`: the programs of `bench/`, optimised as they would be shipped.

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
    let names = names()?;
    let Some(name) = &args.name else {
        println!("{}", names.join("\n"));
        return Ok(());
    };
    if !names.contains(name) {
        bail!("there is no bench {name}; there are: {}", names.join(", "));
    }
    run(cargo()
        .args(["run", "--release", "--quiet", "--package", "muster-bench", "--bin", name, "--"])
        .args(&args.rest))
}

fn names() -> anyhow::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root().join("bench/src/bin"))? {
        let path = entry?.path();
        let program = path.is_dir() || path.extension().is_some_and(|extension| extension == "rs");
        if let Some(name) = path.file_stem().filter(|_| program) {
            names.push(name.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
