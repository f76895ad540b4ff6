//! Running the program in a folder of its own, on a copy of one small demo that the test process makes once.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::LazyLock;

use tempfile::TempDir;

/// A folder with a small demo in `demo.db`, gone with the value.
pub struct Desk {
    folder: TempDir,
}

/// One run of the program.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

static DEMO: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let made = run(folder.path(), &["demo", "--db", "demo.db", "--seed", "1", "--scale", "0.01", "--no-serve"], "");
    assert_eq!(made.code, 0, "{made}");
    folder
});

/// A command of the program that sees nothing of the machine it runs on.
pub fn command(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_muster"));
    command.args(words).current_dir(folder);
    for name in ["MUSTER_DB", "MUSTER_LOG", "DISPLAY", "WAYLAND_DISPLAY"] {
        command.env_remove(name);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs to the end with this text on standard input.
pub fn run(folder: &Path, words: &[&str], input: &str) -> Run {
    use std::io::Write;
    let mut child = command(folder, words).spawn().unwrap();
    // a program that ends before it reads closes its end: that is its answer, not a fault of the test
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    Run::of(child.wait_with_output().unwrap())
}

impl Run {
    pub fn of(output: Output) -> Self {
        Self {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The standard output of a run that must succeed.
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self}");
        self.stdout
    }

    /// The standard output of a run that must succeed, as JSON.
    #[track_caller]
    pub fn json(self) -> serde_json::Value {
        let text = self.ok();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// The standard error of a run that must be refused.
    #[track_caller]
    pub fn refused(self) -> String {
        assert_eq!(self.code, 1, "{self}");
        self.stderr
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "exit code: {}\n----- stdout -----\n{}----- stderr -----\n{}", self.code, self.stdout, self.stderr)
    }
}

impl Desk {
    /// A folder with a demo of its own.
    pub fn with_demo() -> Self {
        let desk = Self::empty();
        for file in ["demo.db", "demo.db.vault"] {
            std::fs::copy(DEMO.path().join(file), desk.path(file)).unwrap();
        }
        desk
    }

    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs the program here.
    pub fn muster(&self, words: &[&str]) -> Run {
        run(self.folder.path(), words, "")
    }

    /// Runs the program here with this text on standard input.
    pub fn muster_given(&self, words: &[&str], input: &str) -> Run {
        run(self.folder.path(), words, input)
    }
}
