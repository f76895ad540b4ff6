//! `cargo xtask test`: every check there is, in one command. What cannot run is counted and named, never left out.

mod api;
mod rust;
mod server;
mod tally;
mod web;

use std::time::Instant;

use tally::Tally;

/// Run every check, or those named with --only
#[derive(clap::Args)]
pub struct Args {
    /// Fail when something could not run (except tests that read ../shared/data in a clone without it)
    #[arg(long)]
    require_all: bool,
    /// Run only these checks
    #[arg(long, value_enum, value_delimiter = ',')]
    only: Vec<Check>,
}

/// A group of checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Check {
    /// Format of the Rust files
    Format,
    /// Lint, types, unit tests and build of the pages
    Pages,
    /// Clippy, warnings refused
    Lints,
    /// Unit, property and integration tests on SQLite and PostgreSQL, and examples in documentation
    Rust,
    /// A browser working through the pages
    Journeys,
    /// schemathesis against the API
    Api,
}

impl Check {
    /// All of them, the quick ones first; the pages before the program that serves them.
    const ALL: [Self; 6] = [Self::Format, Self::Pages, Self::Lints, Self::Rust, Self::Journeys, Self::Api];

    fn title(self) -> &'static str {
        match self {
            Self::Format => "Format",
            Self::Pages => "Pages",
            Self::Lints => "Lints",
            Self::Rust => "Rust tests",
            Self::Journeys => "Browser journeys",
            Self::Api => "API against its document",
        }
    }

    fn needs_server(self) -> bool {
        matches!(self, Self::Journeys | Self::Api)
    }

    fn run(self, tally: &mut Tally, require_all: bool) -> anyhow::Result<()> {
        match self {
            Self::Format => rust::format(tally),
            Self::Pages => web::pages(tally),
            Self::Lints => rust::lints(tally),
            Self::Rust => rust::tests(tally, require_all),
            Self::Journeys => web::journeys(tally),
            Self::Api => api::schemathesis(tally),
        }
    }
}

/// Runs the checks and ends with the count; whether everything passed. What `--only` leaves out nobody asked for: it is
/// said and not counted.
pub fn test(args: &Args) -> anyhow::Result<bool> {
    let begun = Instant::now();
    let mut tally = Tally::new(args.require_all);
    let mut built = false;
    for check in Check::ALL {
        if !args.only.is_empty() && !args.only.contains(&check) {
            println!("── {}: left out by --only", check.title());
            continue;
        }
        let since = Instant::now();
        println!("── {}", check.title());
        if check.needs_server() && !built {
            server::build()?;
            built = true;
        }
        built |= check == Check::Rust;
        if let Err(error) = check.run(&mut tally, args.require_all) {
            eprintln!("{error:#}");
            tally.failed(check.title());
        }
        println!("   took {} s", since.elapsed().as_secs());
    }
    println!("{}", tally.report(begun));
    Ok(tally.is_good())
}
