//! The project's chores, one file a chore. What lives here builds, derives, checks and tests; nothing
//! here is part of the product, and the product never calls it.

mod reference;

use clap::{Parser, Subcommand};

/// The chores of the Muster project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Derive the tables in reference/ from the public data in ../shared/data
    Reference(reference::Args),
}

fn main() -> anyhow::Result<()> {
    match Xtask::parse().chore {
        Chore::Reference(args) => reference::run(&args),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_definition_is_valid() {
        super::Xtask::command().debug_assert();
    }
}
