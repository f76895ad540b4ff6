//! What the chores need of the machine beside Rust, how each is found, and how to get it: one line each.

use std::io::{BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A program that a chore needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Builds and checks the pages.
    Node,
    /// Runs the browser journeys.
    Chromium,
    /// Runs the tests of the second store.
    Postgres,
    /// Runs schemathesis, in an environment of its own.
    Python,
}

/// A tool that is not here, in one line that says how to get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Which.
    pub tool: Tool,
    what: String,
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: apt-get install {}", self.what, self.tool.packages())?;
        if self.tool == Tool::Node {
            write!(f, " (Debian 13 and later; on an older one, any Node 20 from nodejs.org)")?;
        }
        Ok(())
    }
}

impl std::error::Error for Missing {}

/// The oldest Node that the pages are built with.
const LEAST_NODE: u32 = 20;
/// The oldest Python 3 that schemathesis runs on.
const LEAST_PYTHON: u32 = 10;

impl Tool {
    /// The Debian packages that carry it.
    pub fn packages(self) -> &'static str {
        match self {
            Self::Node => "nodejs npm",
            Self::Chromium => "chromium",
            Self::Postgres => "postgresql",
            Self::Python => "python3 python3-venv",
        }
    }

    /// The program, or what is missing.
    pub fn find(self) -> Result<PathBuf, Missing> {
        let missing = |what: String| Missing { tool: self, what };
        match self {
            Self::Node => {
                let node = on_path("node").ok_or_else(|| missing(format!("Node {LEAST_NODE} or newer is not here")))?;
                let version = said(&node, &["--version"]).unwrap_or_default();
                if major(&version) < LEAST_NODE {
                    return Err(missing(format!("Node {LEAST_NODE} or newer is needed and {version} is here")));
                }
                on_path("npm")
                    .map(|_| node)
                    .ok_or_else(|| missing("npm, which comes with Node, is not here".to_owned()))
            }
            Self::Chromium => std::env::var_os("CHROMIUM")
                .map(PathBuf::from)
                .filter(|path| path.exists())
                .or_else(|| ["chromium", "chromium-browser", "google-chrome"].iter().find_map(|name| on_path(name)))
                .ok_or_else(|| missing("Chromium is not here".to_owned())),
            Self::Postgres => postgres()
                .ok_or_else(|| missing("The programs of PostgreSQL (initdb, postgres) are not here".to_owned())),
            Self::Python => {
                let name = format!("Python 3.{LEAST_PYTHON} or newer with its module venv");
                let python = on_path("python3").ok_or_else(|| missing(format!("{name} is not here")))?;
                let check = format!("import sys, venv, ensurepip; sys.exit(sys.version_info < (3, {LEAST_PYTHON}))");
                let ran = Command::new(&python).args(["-c", &check]).stderr(Stdio::null()).status();
                if ran.is_ok_and(|status| status.success()) {
                    Ok(python)
                } else {
                    Err(missing(format!("{name} is not here")))
                }
            }
        }
    }

    /// The program; where it is missing, somebody at a terminal who is root is asked whether to install it.
    pub fn find_or_offer(self) -> Result<PathBuf, Missing> {
        let missing = match self.find() {
            Ok(path) => return Ok(path),
            Err(missing) => missing,
        };
        println!("{missing}");
        if !may_install() || !agreed(&format!("Install {} now? [y/N] ", self.packages())) {
            return Err(missing);
        }
        let installed = Command::new("apt-get").args(["install", "--yes"]).args(self.packages().split(' ')).status();
        if installed.is_ok_and(|status| status.success()) { self.find() } else { Err(missing) }
    }
}

fn may_install() -> bool {
    let root = said(Path::new("id"), &["-u"]).as_deref() == Some("0");
    root && std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && on_path("apt-get").is_some()
}

fn agreed(question: &str) -> bool {
    print!("{question}");
    let mut answer = String::new();
    let heard = std::io::stdout().flush().and_then(|()| std::io::stdin().lock().read_line(&mut answer));
    heard.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes")
}

/// The folder with `initdb`: Debian keeps it off the PATH.
fn postgres() -> Option<PathBuf> {
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    installed.map(|entry| entry.path().join("bin/initdb")).find(|path| path.exists()).or_else(|| on_path("initdb"))
}

/// A program of this name on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn said(program: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The number before the first point, `0` where there is none.
fn major(version: &str) -> u32 {
    version.trim_start_matches('v').split('.').next().and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::{Missing, Tool, major};

    #[test]
    fn a_version_is_read_with_or_without_its_letter() {
        assert_eq!([major("v20.19.2"), major("18.4"), major("nonsense")], [20, 18, 0]);
    }

    #[test]
    fn what_is_missing_says_how_to_get_it_in_one_line() {
        for tool in [Tool::Node, Tool::Chromium, Tool::Postgres, Tool::Python] {
            let line = Missing { tool, what: "It is not here".to_owned() }.to_string();
            assert!(line.contains(&format!("apt-get install {}", tool.packages())), "{line}");
            assert_eq!(line.lines().count(), 1);
        }
    }
}
