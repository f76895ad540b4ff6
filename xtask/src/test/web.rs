//! The pages: lint, types, unit tests, and the journeys of a browser through a served demo.

use std::path::Path;
use std::process::Command;

use anyhow::Context;
use serde_json::Value;

use super::server::DemoServer;
use super::tally::Tally;
use crate::needs::Tool;
use crate::pages;
use crate::process::{program, run, scratch};

/// Lint, types and unit tests of the pages, and that they build.
pub fn pages(tally: &mut Tally) -> anyhow::Result<()> {
    if let Err(missing) = Tool::Node.find_or_offer() {
        for check in ["lint", "typecheck", "unit tests", "build"] {
            tally.not_run(format!("pages, {check}: {missing}"));
        }
        return Ok(());
    }
    pages::install()?;
    tally.check("pages, lint", run(npm().args(["run", "--silent", "lint"])));
    tally.check("pages, typecheck", run(npm().args(["run", "--silent", "typecheck"])));
    let report = scratch()?.join("vitest.json");
    let reporters = ["test", "--silent", "--", "--reporter=default", "--reporter=json"];
    let mut command = npm();
    command.args(reporters).arg(format!("--outputFile.json={}", report.display()));
    counted(tally, "pages, unit tests", &mut command, &report, count_vitest)?;
    tally.check("pages, build", run(npm().args(["run", "--silent", "build"])));
    Ok(())
}

/// The journeys: a browser signs in and works, on a server of its own.
pub fn journeys(tally: &mut Tally) -> anyhow::Result<()> {
    let missing = [Tool::Node, Tool::Chromium].into_iter().find_map(|tool| tool.find_or_offer().err());
    if let Some(missing) = missing {
        tally.not_run(format!("browser journeys: {missing}"));
        return Ok(());
    }
    pages::build()?;
    let server = match DemoServer::start("journeys") {
        Ok(server) => server,
        Err(error) => {
            tally.failed(format!("browser journeys: {error:#}"));
            return Ok(());
        }
    };
    let report = scratch()?.join("playwright.json");
    let mut command = npm();
    command
        .args(["run", "--silent", "e2e", "--", "--reporter=list,json"])
        .env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report)
        .env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
        .env("MUSTER", server.address())
        .env("CHROMIUM", Tool::Chromium.find()?);
    counted(tally, "browser journeys", &mut command, &report, count_playwright)
}

fn npm() -> Command {
    program("npm", &pages::folder())
}

/// Runs a test program that writes a JSON report, and adds what the report counts.
fn counted(
    tally: &mut Tally,
    name: &str,
    command: &mut Command,
    report: &Path,
    count: fn(&Value, &mut Tally) -> u64,
) -> anyhow::Result<()> {
    if report.exists() {
        std::fs::remove_file(report).with_context(|| format!("removing {}", report.display()))?;
    }
    let ran = run(command);
    let read = std::fs::read(report).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    let failed = read.map_or(0, |report| count(&report, tally));
    if let (Err(error), 0) = (ran, failed) {
        tally.failed(format!("{name}: {error:#}"));
    }
    Ok(())
}

/// Vitest's report; how many failed.
fn count_vitest(report: &Value, tally: &mut Tally) -> u64 {
    tally.passed(report["numPassedTests"].as_u64().unwrap_or(0));
    let mut failed = 0;
    for file in report["testResults"].as_array().into_iter().flatten() {
        for test in file["assertionResults"].as_array().into_iter().flatten() {
            let name = test["fullName"].as_str().unwrap_or("unnamed");
            match test["status"].as_str() {
                Some("failed") => {
                    failed += 1;
                    tally.failed(format!("pages: {name}"));
                }
                Some("passed") => {}
                _ => tally.not_run(format!("pages: {name}: skipped in its file")),
            }
        }
    }
    failed
}

/// Playwright's report: suites in suites, tests in specs; how many failed.
fn count_playwright(report: &Value, tally: &mut Tally) -> u64 {
    let mut failed = 0;
    for suite in report["suites"].as_array().into_iter().flatten() {
        failed += count_playwright(suite, tally);
    }
    for spec in report["specs"].as_array().into_iter().flatten() {
        let name = format!("journey: {}", spec["title"].as_str().unwrap_or("unnamed"));
        for test in spec["tests"].as_array().into_iter().flatten() {
            match test["status"].as_str() {
                Some("expected" | "flaky") => tally.passed(1),
                Some("skipped") => tally.not_run(format!("{name}: skipped in its file")),
                _ => {
                    failed += 1;
                    tally.failed(name.clone());
                }
            }
        }
    }
    failed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_playwright_report_is_counted_through_its_nested_suites() {
        let report = serde_json::json!({ "suites": [ { "specs": [
            { "title": "signs in", "tests": [ { "status": "expected" } ] },
            { "title": "concurs", "tests": [ { "status": "unexpected" } ] } ],
            "suites": [ { "specs": [ { "title": "prints", "tests": [ { "status": "skipped" } ] } ] } ] } ] });
        let mut tally = Tally::new(false);
        assert_eq!(count_playwright(&report, &mut tally), 1);
        let report = tally.report(std::time::Instant::now());
        assert_eq!(report.lines().last(), Some("1 passed, 1 failed, 1 skipped"));
        assert!(report.contains("journey: concurs"), "{report}");
    }
}
