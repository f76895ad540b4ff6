//! The Rust side: format, lints, and every test of the workspace on both stores.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::tally::Tally;
use crate::needs::Tool;
use crate::process::{cargo, lines, run};

/// Checks the format of every file.
pub fn format(tally: &mut Tally) -> anyhow::Result<()> {
    tally.check("format: run `cargo fmt --all`", run(cargo().args(["fmt", "--all", "--", "--check"])));
    Ok(())
}

/// Checks the lints of the workspace.
pub fn lints(tally: &mut Tally) -> anyhow::Result<()> {
    // not --all-targets: that would read crates without tests inside them a second time
    let targets = ["--lib", "--bins", "--tests", "--examples"];
    let mut command = cargo();
    command.args(["clippy", "--workspace", "--quiet"]).args(targets).args(["--", "-D", "warnings"]);
    tally.check("clippy", run(&mut command));
    Ok(())
}

/// Runs every test of the workspace, those in documentation too, with one PostgreSQL for all of them.
pub fn tests(tally: &mut Tally, require_all: bool) -> anyhow::Result<()> {
    if let Err(error) = run(cargo().args(["test", "--workspace", "--no-run", "--quiet"])) {
        tally.failed(format!("the tests do not build: {error}"));
        return Ok(());
    }
    let postgres = Postgres::start()?;
    let mut command = cargo();
    command.args(["test", "--workspace", "--no-fail-fast", "--", "--show-output"]);
    if let Some(server) = &postgres {
        command.env("MUSTER_TEST_POSTGRES", &server.url);
    }
    if require_all {
        command.env("MUSTER_REQUIRE_ALL", "1");
    }
    let mut reader = Reader::default();
    let succeeded = lines(&mut command, |line| {
        if let Some(shown) = reader.take(line) {
            println!("{shown}");
        }
    })?;
    let counted = reader.finish(tally);
    if !succeeded && counted == 0 {
        tally.failed("cargo test ended early; see above");
    }
    Ok(())
}

/// Reads what the test programs print.
#[derive(Default)]
struct Reader {
    passed: u64,
    failed: Vec<String>,
    not_run: Vec<String>,
    in_failures: bool,
}

impl Reader {
    /// Takes one line; gives it back where somebody watching wants to see it.
    fn take<'a>(&mut self, line: &'a str) -> Option<&'a str> {
        if let Some(counts) = line.strip_prefix("test result: ") {
            self.in_failures = false;
            self.passed += number_before(counts, " passed");
            return (!counts.contains(" 0 passed; 0 failed")).then_some(line);
        }
        if let Some(why) = line.strip_prefix("NOT RUN: ") {
            self.not_run.push(why.to_owned());
            return Some(line);
        }
        if let Some(name) = line.strip_prefix("test ").and_then(|test| test.strip_suffix(" ... FAILED")) {
            self.failed.push(name.to_owned());
            return Some(line);
        }
        if let Some(name) = line.strip_prefix("test ").and_then(|test| test.split_once(" ... ignored")) {
            self.not_run.push(format!("{}: ignored", name.0));
            return Some(line);
        }
        self.in_failures |= line == "failures:";
        self.in_failures.then_some(line)
    }

    /// Adds the counts; how many failed. A test that says it did not run ended well, and is not a pass.
    fn finish(self, tally: &mut Tally) -> usize {
        let said = self.not_run.iter().filter(|why| !why.ends_with(": ignored")).count() as u64;
        tally.passed(self.passed.saturating_sub(said));
        let failed = self.failed.len();
        self.failed.into_iter().for_each(|name| tally.failed(name));
        self.not_run.into_iter().for_each(|why| tally.not_run(why));
        failed
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let number = text.split(word).next().and_then(|before| before.rsplit([' ', '.']).next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

/// A PostgreSQL that ends with this value.
struct Postgres {
    child: Child,
    url: String,
}

impl Postgres {
    /// `None` where its programs are not here, after saying so: then each test says that it did not run.
    fn start() -> anyhow::Result<Option<Self>> {
        if Tool::Postgres.find_or_offer().is_err() {
            return Ok(None);
        }
        let mut command: Command = cargo();
        command.args(["run", "--quiet", "--package", "muster-journal", "--example", "throwaway_postgres"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut url = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut url)?;
        }
        let url = url.trim().to_owned();
        let server = Self { child, url };
        // without an address it said why on standard error; the tests try for themselves and say so by name
        Ok((!server.url.is_empty()).then_some(server))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // it removes its files before it ends; a failure to wait leaves nothing to be done
        drop(self.child.wait());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_output_of_test_programs_is_counted_and_failures_are_shown() {
        let output = "\
running 3 tests
test a ... ok
test b ... FAILED
test c ... ignored, needs a disk

successes:
---- a stdout ----
NOT RUN: a: PostgreSQL not found

failures:
---- b stdout ----
it broke

test result: FAILED. 1 passed; 1 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s
test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let mut reader = Reader::default();
        let shown: Vec<&str> = output.lines().filter_map(|line| reader.take(line)).collect();
        assert!(shown.contains(&"it broke") && !shown.contains(&"test a ... ok"), "{shown:?}");
        let mut tally = Tally::new(false);
        assert_eq!(reader.finish(&mut tally), 1);
        let report = tally.report(std::time::Instant::now());
        assert_eq!(report.lines().last(), Some("4 passed, 1 failed, 2 skipped"));
    }
}
