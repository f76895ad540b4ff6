//! `cargo xtask demo`: from a fresh clone to a served demo in one command.

use crate::pages;
use crate::process::{cargo, run, target};

/// Build the pages and the program, then run `muster demo`
#[derive(clap::Args)]
pub struct Args {
    /// Options for `muster demo`, such as `--scale 0.1`
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    rest: Vec<String>,
}

/// Builds what is missing or old and hands over to `muster demo`.
pub fn demo(args: &Args) -> anyhow::Result<()> {
    pages::build()?;
    println!("Building the program (the first time takes a few minutes) …");
    run(cargo().args(["build", "--package", "muster"]))?;
    let mut command = crate::process::program(target().join("debug/muster"), &crate::process::root());
    command.arg("demo").args(&args.rest);
    hand_over(command)
}

/// Becomes the program, so that an interrupt at the terminal reaches it alone and its exit code is ours.
#[cfg(unix)]
fn hand_over(mut command: std::process::Command) -> anyhow::Result<()> {
    use std::os::unix::process::CommandExt;
    Err(anyhow::Error::from(command.exec()).context("starting muster"))
}

#[cfg(not(unix))]
fn hand_over(mut command: std::process::Command) -> anyhow::Result<()> {
    run(&mut command)
}
