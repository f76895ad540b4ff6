//! The project's chores, one file a chore. What lives here builds, derives, checks and tests; nothing
//! here is part of the product, and the product never calls it.

mod bench;
mod demo;
mod needs;
mod pages;
mod process;
mod reference;
mod test;

use std::process::ExitCode;

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
    /// Build the pages and the program, make the demo database, serve it and open the browser
    Demo(demo::Args),
    /// Run every check: format, lints, tests on both stores, pages, browser journeys, API
    Test(test::Args),
    /// Build the pages that the program serves
    Web,
    /// Run a bench in release mode; without a name, list them
    Bench(bench::Args),
    /// Derive the tables in reference/ from the public data in ../shared/data
    Reference(reference::Args),
}

fn main() -> ExitCode {
    let done = match Xtask::parse().chore {
        Chore::Demo(args) => demo::demo(&args).map(|()| true),
        Chore::Test(args) => test::test(&args),
        Chore::Web => pages::build().map(|()| true),
        Chore::Bench(args) => bench::bench(&args).map(|()| true),
        Chore::Reference(args) => reference::run(&args).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
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
