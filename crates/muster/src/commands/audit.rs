//! `muster audit`: what can be proven about the journal. It reads the records themselves, never the World, so that a
//! damaged journal can still be looked at.

use std::path::PathBuf;

use anyhow::{Context, bail};
use ed25519_dalek::VerifyingKey;
use muster_journal::audit::verify;
use muster_journal::{Journal, Location, Options, Position, SignedHead};
use muster_server::clock::Clock;
use muster_server::vault::{Vault, VaultOptions};

use crate::output::{Output, print};
use crate::progress::spinner;

/// Prove what the journal holds and that nothing was removed
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster audit verify --db muster.db
  muster audit head --db muster.db > /elsewhere/head.json     keep it away from this machine
  muster audit verify --db muster.db --against /elsewhere/head.json
  muster audit prove --db muster.db --position 17")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// Recompute every leaf and the whole tree and name the first bad record
    Verify {
        #[command(flatten)]
        journal: Kept,
        /// A signed head kept elsewhere: shows whether history was only added to since
        #[arg(long, value_name = "HEAD.json")]
        against: Option<PathBuf>,
        /// The public key the head was signed with, in hexadecimal [default: this installation's]
        #[arg(long, value_name = "HEX", requires = "against")]
        public_key: Option<String>,
    },
    /// Print the head, signed now, as JSON
    Head {
        #[command(flatten)]
        journal: Kept,
    },
    /// Print the public key that heads are signed with
    Key {
        #[command(flatten)]
        journal: Kept,
    },
    /// Print a proof: that a record is in the tree, or that the tree was only added to
    Prove {
        #[command(flatten)]
        journal: Kept,
        /// Prove that the record at this position is in the tree
        #[arg(long, required_unless_present = "from")]
        position: Option<u64>,
        /// Prove that the first so many records are the beginning of the tree
        #[arg(long, value_name = "SIZE", conflicts_with = "position")]
        from: Option<u64>,
        /// In the tree of the first so many records [default: all]
        #[arg(long)]
        size: Option<u64>,
    },
}

/// Which journal.
#[derive(Debug, clap::Args)]
struct Kept {
    /// The database: a file, or postgres://user@host/name
    #[arg(long, env = "MUSTER_DB", hide_env_values = true, value_name = "FILE|URL")]
    db: Location,
}

impl Kept {
    /// Opened to be looked at: nothing is written, made or trusted.
    async fn open(&self) -> anyhow::Result<Journal> {
        Ok(Journal::open(&self.db, Options::audit()).await?)
    }

    async fn key(&self) -> anyhow::Result<ed25519_dalek::SigningKey> {
        if let Location::Sqlite(path) = &self.db
            && !Vault::beside(path).exists()
        {
            bail!(
                "There is no vault at {}, which holds the key that signs heads. Put it there, or give --public-key",
                Vault::beside(path).display()
            );
        }
        Ok(Vault::open(&self.db, VaultOptions::default()).await?.signing_key().await?)
    }
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    match args.asked {
        Asked::Verify { journal, against, public_key } => verified(&journal, against, public_key, output).await,
        Asked::Head { journal } => {
            let head = journal.open().await?.head().await?;
            let signed = SignedHead::sign(head, Clock::system().now_micros(), &journal.key().await?);
            print(&serde_json::to_string_pretty(&signed)?)
        }
        Asked::Key { journal } => {
            let key = hex::encode(journal.key().await?.verifying_key().as_bytes());
            output.show(&serde_json::json!({ "public_key": key }), |_| key.clone())
        }
        Asked::Prove { journal, position, from, size } => {
            let opened = journal.open().await?;
            let size = match size {
                Some(size) => size,
                None => opened.head().await?.size,
            };
            let proof = match (position, from) {
                (Some(position), _) => {
                    serde_json::to_string_pretty(&opened.prove_inclusion(Position(position), size).await?)?
                }
                (None, Some(from)) => serde_json::to_string_pretty(&opened.prove_consistency(from, size).await?)?,
                (None, None) => bail!("Say what to prove. Give --position or --from"),
            };
            print(&proof)
        }
    }
}

async fn verified(
    kept: &Kept,
    against: Option<PathBuf>,
    public_key: Option<String>,
    output: Output,
) -> anyhow::Result<()> {
    let head = match against {
        None => None,
        Some(path) => {
            let text =
                std::fs::read(&path).with_context(|| format!("Cannot read {}. Check the path", path.display()))?;
            let signed: SignedHead = serde_json::from_slice(&text).with_context(|| {
                format!("{} is not a signed head. Give what `muster audit head` printed", path.display())
            })?;
            let key = match public_key {
                Some(text) => read_key(&text)?,
                None => kept.key().await?.verifying_key(),
            };
            Some(signed.verify(&key)?)
        }
    };
    let journal = kept.open().await?;
    let working = spinner("Reading every record");
    let report = verify(&journal, head.as_ref()).await;
    working.finish_and_clear();
    let report = report?;
    journal.close().await;
    output.show(&report, |report| {
        let verdict = if report.is_sound() { "Sound." } else { "NOT SOUND." };
        format!("{report}\n{verdict}")
    })?;
    if !report.is_sound() {
        let first = report
            .first_bad()
            .map_or_else(String::new, |position| format!("; the first bad record is at position {position}"));
        bail!("The journal at {} is not sound{first}. Restore it from a backup", kept.db);
    }
    Ok(())
}

fn read_key(text: &str) -> anyhow::Result<VerifyingKey> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(text.trim(), &mut bytes)
        .context("The public key is not 64 hexadecimal digits. Give what `muster audit key` printed")?;
    VerifyingKey::from_bytes(&bytes)
        .context("The public key is not a key of Ed25519. Give what `muster audit key` printed")
}
