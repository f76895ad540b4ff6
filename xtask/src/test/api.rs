//! schemathesis against a served demo: thousands of requests made from the OpenAPI document, signed in and not. It
//! fails on a server error and on any answer that the document does not describe.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::server::DemoServer;
use super::tally::Tally;
use crate::needs::Tool;
use crate::process::{run, scratch};

/// The version that the fixed seed was chosen with.
const VERSION: &str = "4.32.5";
const SEED: &str = "20261001";
/// Requests made from each operation's schema, beside the ones at its edges.
const EXAMPLES: &str = "4";
/// What an answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance,unsupported_method";
/// Roles that each make every request: the one that may ask most. What others may ask is tested in the server.
const ROLES: &[&str] = &["Service director"];

/// Runs it without a session and with one a role.
pub fn schemathesis(tally: &mut Tally) -> anyhow::Result<()> {
    let python = match Tool::Python.find_or_offer() {
        Ok(python) => python,
        Err(missing) => {
            tally.not_run(format!("schemathesis: {missing}"));
            return Ok(());
        }
    };
    let program = match installed(&python) {
        Ok(program) => program,
        Err(error) => {
            tally.not_run(format!("schemathesis: it could not be installed ({error:#})"));
            return Ok(());
        }
    };
    for role in std::iter::once(None).chain(ROLES.iter().copied().map(Some)) {
        let name = format!("schemathesis, {}", role.unwrap_or("signed out"));
        let checked = DemoServer::start("schemathesis").and_then(|server| {
            let mut command = request(&program, &server);
            if let Some(role) = role {
                // signing in or out would end the session that every other request needs
                command.args([
                    "--header",
                    &format!("Cookie: {}", server.cookie(role)?),
                    "--exclude-path",
                    "/api/session",
                ]);
            }
            run(&mut command)
        });
        tally.check(&name, checked);
    }
    Ok(())
}

fn request(program: &Path, server: &DemoServer) -> Command {
    let mut command = Command::new(program);
    command.arg("run").arg(format!("{}/api/openapi.json", server.address()));
    command.args(["--seed", SEED, "--max-examples", EXAMPLES, "--checks", CHECKS]);
    command.args(["--exclude-path", "/api/changes", "--generation-database", "none", "--no-color"]);
    // one worker: two threads of it at a time trip over each other while they describe what they generate
    command.args(["--phases", "examples,coverage,fuzzing", "--request-timeout", "30", "--workers", "1"]);
    command
}

/// The program in an environment under `target/`, installed once.
fn installed(python: &Path) -> anyhow::Result<PathBuf> {
    let folder = scratch()?.join(format!("schemathesis-{VERSION}"));
    let program = folder.join("bin/schemathesis");
    if !program.exists() {
        println!("Installing schemathesis {VERSION} …");
        run(Command::new(python).args(["-m", "venv"]).arg(&folder))?;
        let package = format!("schemathesis=={VERSION}");
        run(Command::new(folder.join("bin/pip")).args([
            "install",
            "--quiet",
            "--disable-pip-version-check",
            &package,
        ]))?;
    }
    Ok(program)
}
