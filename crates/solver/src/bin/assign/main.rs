//! `assign FILE`: solves an assignment read from a file and says what is proven about the answer.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly"))]

mod guard;
mod matching;
mod report;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Parser;
use muster_solver::formats::{self, Input};

use guard::Guard;
use report::Report;

/// Least-cost assignment, with proof
///
/// Reads DIMACS assignment files (p asn), DIMACS minimum-cost flow files that are assignments (p min), OR-Library
/// matrices, and a JSON form with optional sides, side constraints, couples and preferences; FORMAT.md describes them.
///
/// Exit code 0: there is an answer, infeasible included. 2: the input or the command line is at fault.
#[derive(Parser)]
#[command(name = "assign", version)]
struct Args {
    /// The file to solve
    file: PathBuf,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
    /// Print who goes where (part of --json anyway)
    #[arg(long)]
    assignment: bool,
    /// Print the prices of both sides
    #[arg(long)]
    duals: bool,
    /// Stop after this many seconds; what is proven by then is the answer
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    time_limit: Option<Duration>,
    /// Stop once (objective - bound) / max(1, |objective|) is no larger; with side constraints only
    #[arg(long, value_name = "FRACTION", default_value_t = 0.0, value_parser = fraction)]
    gap: f64,
    /// Threads to use
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: u16,
    /// Stop when the process holds this many megabytes
    #[arg(long, value_name = "MB")]
    memory_limit: Option<u64>,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: f64 = text.parse().map_err(|_| "write seconds, such as 5 or 0.5".to_owned())?;
    Duration::try_from_secs_f64(seconds).map_err(|error| error.to_string())
}

fn fraction(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(gap) if (0.0..=1.0).contains(&gap) => Ok(gap),
        _ => Err("write a fraction from 0 to 1, such as 0.001".to_owned()),
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    match answer(&args).and_then(|report| print(&args, &report)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn answer(args: &Args) -> Result<Report, String> {
    let input = formats::read(&args.file).map_err(|error| error.to_string())?;
    // Reading the file does not count; everything after it does.
    let guard = Guard::new(args.time_limit, args.memory_limit);
    let name = args.file.display().to_string();
    match input {
        Input::Matching(instance) => matching::solve(instance, &name, &guard),
        Input::Json(_) => Err("not yet".into()),
    }
}

fn print(args: &Args, report: &Report) -> Result<(), String> {
    let out = std::io::BufWriter::new(std::io::stdout().lock());
    let written = if args.json {
        report.write_json(out, args.duals)
    } else {
        report.write_text(out, args.assignment, args.duals)
    };
    match written {
        // Whoever reads may stop reading, as `head` does.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write the answer: {error}"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_definition_is_valid() {
        super::Args::command().debug_assert();
    }
}
