//! `muster backup` and `muster restore`: a portable copy of the journal, checked record by record. Keys stay behind.

use std::path::PathBuf;

use anyhow::bail;
use muster_journal::{Copied, Head, Journal, Location, Options};
use muster_server::vault::Vault;

use crate::output::Output;
use crate::progress::bar;

const KEYS_STAY: &str = "The vault (passwords and the keys of sealed facts) is not in it: back it up apart, and destroy old \
                         copies of it, or erased people can be read again.";

/// Write a portable copy of the journal to a new file
///
/// The copy is a SQLite file whatever the database is kept in. Every record is checked on the way. The vault is not in it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  muster backup --db postgres://muster@db.example/muster nightly.journal")]
pub struct BackupArgs {
    /// The database: a file, or postgres://user@host/name
    #[arg(long, env = "MUSTER_DB", hide_env_values = true, value_name = "FILE|URL")]
    db: Location,
    /// The new file
    to: PathBuf,
}

/// Restore a backup into a new database
///
/// Whole or not at all. Put the vault that belongs to it beside it before you serve it: without its keys nobody signs in
/// and sealed facts stay sealed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  muster restore nightly.journal --db muster.db && cp vault.copy muster.db.vault")]
pub struct RestoreArgs {
    /// The backup
    from: PathBuf,
    /// The new database: a file, or postgres://user@host/name
    #[arg(long, env = "MUSTER_DB", hide_env_values = true, value_name = "FILE|URL")]
    db: Location,
}

pub async fn backup(args: BackupArgs, output: Output) -> anyhow::Result<()> {
    let journal = Journal::open(&args.db, Options { create: false, ..Options::default() }).await?;
    let progress = bar("Copying records", 0);
    let head = journal.backup(&args.to, &mut |copied| show(&progress, copied)).await;
    progress.finish_and_clear();
    let head = head?;
    journal.close().await;
    told(output, &args.to.display().to_string(), head, KEYS_STAY)
}

pub async fn restore(args: RestoreArgs, output: Output) -> anyhow::Result<()> {
    if !args.from.exists() {
        bail!("There is no backup at {}. Check the path", args.from.display());
    }
    let progress = bar("Copying records", 0);
    let head = muster_journal::restore(&args.from, &args.db, &mut |copied| show(&progress, copied)).await;
    progress.finish_and_clear();
    let beside = match &args.db {
        Location::Sqlite(path) => format!("Put its vault at {} before you serve it.", Vault::beside(path).display()),
        Location::Postgres(_) => "Restore its schema `vault` before you serve it.".to_owned(),
    };
    told(output, &args.db.to_string(), head?, &beside)
}

fn show(progress: &indicatif::ProgressBar, copied: Copied) {
    progress.set_length(copied.of);
    progress.set_position(copied.records);
}

fn told(output: Output, place: &str, head: Head, keys: &str) -> anyhow::Result<()> {
    let value = serde_json::json!({ "to": place, "records": head.size, "root": head.root });
    output.show(&value, |_| format!("{} records written to {place}, root {}.\n{keys}", head.size, head.root))
}
