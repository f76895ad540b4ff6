//! One throwaway PostgreSQL cluster, started with the system's own programs as an unprivileged user, and stopped and
//! removed when whoever started it ends in any way: the shell that watches over it waits for its standard input to close.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A running cluster; dropping it stops the server and removes its files.
#[derive(Debug)]
pub struct Cluster {
    watcher: Child,
    port: u16,
}

/// Why there is no cluster.
#[derive(Debug, thiserror::Error)]
pub enum NoPostgres {
    /// `initdb` is neither on the PATH nor under `/usr/lib/postgresql`.
    #[error("PostgreSQL not found: install the package `postgresql` (its programs initdb and postgres are needed)")]
    NotInstalled,
    /// The programs are there and did not come up.
    #[error("PostgreSQL did not start: {0}")]
    NotStarted(String),
}

/// Runs as the unprivileged user. Says `ready` when the server answers, then waits for its standard input to close.
/// `$1` is the folder of the programs, `$2` the port.
const WATCH: &str = r#"
bin=$1 port=$2
cd /tmp
folder=$(mktemp -d /tmp/muster-postgres.XXXXXX) || exit 1
stop() { [ -z "$server" ] || { kill -INT "$server"; wait "$server"; } 2>/dev/null; rm -rf "$folder"; }
trap stop EXIT
trap 'exit 1' INT TERM HUP
"$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 \
    || { echo "initdb: $(tail -n 3 "$folder/initdb.log" | tr '\n' ' ')"; exit 1; }
"$bin/postgres" -D "$folder/data" -c listen_addresses=127.0.0.1 -c port="$port" -c unix_socket_directories="$folder" \
    -c max_connections=300 -c shared_buffers=64MB -c fsync=on >"$folder/server.log" 2>&1 &
server=$!
tries=0
until "$bin/pg_isready" -q -h 127.0.0.1 -p "$port" -U postgres; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$server" 2>/dev/null; then
        echo "server: $(tail -n 3 "$folder/server.log" | tr '\n' ' ')"; exit 1
    fi
    sleep 0.1
done
echo ready
cat >/dev/null
"#;

impl Cluster {
    /// Makes and starts a cluster on a free port of this machine; takes a second or two.
    ///
    /// # Errors
    /// When the programs are missing or do not start; the text says what they printed.
    pub fn start() -> Result<Self, NoPostgres> {
        const TRIES: usize = 3;
        let programs = programs().ok_or(NoPostgres::NotInstalled)?;
        let mut last = NoPostgres::NotInstalled;
        // another process may take the free port before the server does
        for _ in 0..TRIES {
            match Self::try_start(&programs) {
                Ok(cluster) => return Ok(cluster),
                Err(error) => last = error,
            }
        }
        Err(last)
    }

    fn try_start(programs: &Path) -> Result<Self, NoPostgres> {
        let failed = |error: std::io::Error| NoPostgres::NotStarted(error.to_string());
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).map_err(failed)?.port();
        let mut command = unprivileged(&["sh", "-c", WATCH, "muster-postgres"]);
        command.arg(programs).arg(port.to_string());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // a group of its own, so that an interrupt at the terminal reaches it only through its standard input
        let mut watcher = command.process_group(0).spawn().map_err(failed)?;
        let mut answer = String::new();
        if let Some(stdout) = watcher.stdout.take() {
            BufReader::new(stdout).read_line(&mut answer).map_err(failed)?;
        }
        if answer.trim() != "ready" {
            drop(watcher.stdin.take());
            watcher.wait().map_err(failed)?;
            return Err(NoPostgres::NotStarted(answer.trim().to_owned()));
        }
        Ok(Self { watcher, port })
    }

    /// The address of the maintenance database; anybody on this machine may connect without a password.
    #[must_use]
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        // nothing can be done about a failure here; the files lie in the system's temporary folder
        drop(self.watcher.wait());
    }
}

/// The folder with `initdb`: the newest under `/usr/lib/postgresql`, else the one that the PATH leads to.
fn programs() -> Option<PathBuf> {
    let version = |folder: &PathBuf| folder.file_name().and_then(|name| name.to_str()?.parse::<u32>().ok());
    let installed = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = installed.collect();
    folders.sort_by_key(version);
    let packaged = folders.into_iter().rev().map(|folder| folder.join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path).filter_map(|folder| {
        // a wrapper on the PATH may point elsewhere; the programs it belongs to lie beside the real file
        let real = folder.join("initdb").canonicalize().ok()?;
        Some(real.parent()?.to_owned())
    });
    packaged
        .chain(on_path)
        .find(|folder| ["initdb", "postgres", "pg_isready"].iter().all(|name| folder.join(name).exists()))
}

/// The command as it is, or as `postgres` or `nobody` when the caller is root, as whom PostgreSQL refuses to run.
fn unprivileged(words: &[&str]) -> Command {
    let id = |arguments: &[&str]| {
        let output = Command::new("id").args(arguments).stderr(Stdio::null()).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let mut command =
        match (id(&["-u"]).as_deref(), ["postgres", "nobody"].into_iter().find_map(|user| id(&["-u", user]))) {
            (Some("0"), Some(user)) => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid", &user, "--regid", &user, "--clear-groups", words[0]]);
                command
            }
            _ => Command::new(words[0]),
        };
    command.args(&words[1..]);
    command
}
