//! `muster completions`: what a shell needs to complete a command line.

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::Cli;
use crate::output::print;

/// Print the completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  muster completions bash > /etc/bash_completion.d/muster")]
pub struct Args {
    /// Which shell
    shell: Shell,
}

pub fn run(args: &Args) -> anyhow::Result<()> {
    let mut text = Vec::new();
    generate(args.shell, &mut Cli::command(), "muster", &mut text);
    print(&String::from_utf8(text)?)
}
