//! What ran, what failed, what did not run and why. The last line of a test run is its count.

use std::time::Instant;

/// The count of a test run.
#[derive(Debug, Default)]
pub struct Tally {
    passed: u64,
    failed: Vec<String>,
    not_run: Vec<String>,
    refused: Vec<String>,
    require_all: bool,
}

/// What a clone without the shared data cannot run: never a failure.
const SHARED_DATA: &str = "shared/data";

impl Tally {
    /// An empty count; with `require_all` what does not run has failed.
    pub fn new(require_all: bool) -> Self {
        Self { require_all, ..Self::default() }
    }

    /// So many checks passed.
    pub fn passed(&mut self, number: u64) {
        self.passed += number;
    }

    /// A check failed.
    pub fn failed(&mut self, name: impl Into<String>) {
        self.failed.push(name.into());
    }

    /// A check could not run.
    pub fn not_run(&mut self, why: impl Into<String>) {
        let why = why.into();
        let list = if self.require_all && !why.contains(SHARED_DATA) { &mut self.refused } else { &mut self.not_run };
        list.push(why);
    }

    /// One check that is its own count.
    pub fn check(&mut self, name: &str, passed: anyhow::Result<()>) {
        match passed {
            Ok(()) => self.passed(1),
            Err(error) => {
                eprintln!("{error:#}");
                self.failed(name);
            }
        }
    }

    /// Whether anything failed, or did not run although everything was required.
    pub fn is_good(&self) -> bool {
        self.failed.is_empty() && self.refused.is_empty()
    }

    /// What failed and what did not run, by name, and the count in a line of its own.
    pub fn report(&self, begun: Instant) -> String {
        let mut text = String::new();
        for (title, names) in [
            ("Failed", &self.failed),
            ("Not run, although everything was required (these count as failed)", &self.refused),
            ("Not run", &self.not_run),
        ] {
            if !names.is_empty() {
                text += &format!("\n{title}:\n");
            }
            for name in names {
                text += &format!("  {name}\n");
            }
        }
        let seconds = begun.elapsed().as_secs();
        text += &format!("\nTook {} min {} s.\n", seconds / 60, seconds % 60);
        let failed = self.failed.len() + self.refused.len();
        text + &format!("{} passed, {failed} failed, {} skipped", self.passed, self.not_run.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_is_the_count() {
        let mut tally = Tally::new(false);
        tally.passed(3);
        tally.not_run("journeys: Chromium is not here");
        assert!(tally.is_good());
        assert_eq!(tally.report(Instant::now()).lines().last(), Some("3 passed, 0 failed, 1 skipped"));
    }

    #[test]
    fn requiring_everything_fails_what_did_not_run_but_not_what_needs_the_shared_data() {
        let mut tally = Tally::new(true);
        tally.not_run("training_sums: ../shared/data is not here");
        assert!(tally.is_good());
        tally.not_run("store::postgres: PostgreSQL not found");
        assert!(!tally.is_good());
        assert_eq!(tally.report(Instant::now()).lines().last(), Some("0 passed, 1 failed, 1 skipped"));
    }
}
