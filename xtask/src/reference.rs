//! Derives the compact tables in `reference/` from the public sets in `../shared/data`.
//!
//! What lives here: the choice of rows and columns, and the few judgements that the sources leave open
//! (each a named constant with its reason). What must never: copying a source file, or inventing a figure.
//! Tables written by hand from `domain/facts.md` (commands, agencies, designations, policy …) are not
//! derived; [`run`] only leaves them alone.

mod countries;
mod flows;
mod rates;
mod source;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::process::root;

/// Where to read the public data and where to write the tables.
#[derive(clap::Args)]
pub struct Args {
    /// Folder with the public data
    #[arg(long, default_value_os_t = shared_data())]
    data: PathBuf,
    /// Compare with the committed tables and write nothing
    #[arg(long)]
    check: bool,
}

/// One derived table: its file name in `reference/` and its whole text.
struct Table {
    file: &'static str,
    text: String,
}

/// Writes every derived table, or with `--check` names those that differ from what is committed.
pub fn run(args: &Args) -> anyhow::Result<()> {
    if !args.data.is_dir() {
        bail!(
            "{} is not here. The derived tables are committed, so nothing needs this; to derive them again, \
             put the public data beside the project or name its folder with --data",
            args.data.display()
        );
    }
    let mut differing = Vec::new();
    for table in derive(&args.data)? {
        let path = folder().join(table.file);
        if args.check {
            if std::fs::read_to_string(&path).ok().as_deref() != Some(table.text.as_str()) {
                differing.push(table.file);
            }
            continue;
        }
        std::fs::write(&path, &table.text).with_context(|| format!("writing {}", path.display()))?;
        println!("{:<28} {:>5} rows", table.file, table.text.lines().count() - 1);
    }
    if !differing.is_empty() {
        bail!("these tables differ from what deriving gives: {}; run `cargo xtask reference`", differing.join(", "));
    }
    Ok(())
}

fn derive(data: &Path) -> anyhow::Result<Vec<Table>> {
    Ok(vec![
        countries::derive(data, &folder().join("languages.csv"))?,
        flows::sales(data)?,
        flows::sales_history(data)?,
        flows::training(data)?,
        flows::notifications(data)?,
        rates::differentials(data)?,
        rates::gs_pay(data)?,
        rates::weight_allowances(data)?,
    ])
}

fn folder() -> PathBuf {
    root().join("reference")
}

fn shared_data() -> PathBuf {
    root().join("../shared/data")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::{derive, folder, shared_data};

    #[test]
    fn deriving_again_gives_the_committed_bytes() {
        if !shared_data().is_dir() {
            eprintln!("NOT RUN: deriving_again_gives_the_committed_bytes: ../shared/data is not here");
            return;
        }
        for table in derive(&shared_data()).unwrap() {
            let committed = std::fs::read_to_string(folder().join(table.file)).unwrap();
            assert_eq!(committed, table.text, "{} differs: run `cargo xtask reference`", table.file);
        }
    }
}
