//! An installation as a command sees it: the database opened, the day that is today, and who asks.
//!
//! Whoever can read the database file is the installation itself and sees everything; `--as` narrows that to what an
//! account may see and do.

use std::sync::Arc;

use anyhow::{Context, bail};
use muster_domain::access::Scope;
use muster_domain::{AccountId, Command, Date, Event, World, read_events};
use muster_journal::{Journal, Location, Options, Position};
use muster_server::clock::Clock;
use muster_server::desk::{Accepted, Desk, Submission};
use muster_server::policy::{FieldClass, Policy, Question};
use muster_server::vault::{Vault, VaultOptions};
use muster_synthetic::Settings;

use crate::look_up;

/// Which database, which day, whose eyes.
#[derive(Debug, Clone, clap::Args)]
pub struct Place {
    /// The database: a file, or postgres://user@host/name
    #[arg(long, env = "MUSTER_DB", hide_env_values = true, value_name = "FILE|URL")]
    pub db: Location,

    /// The day that counts as today [default: the day a demo database was made for, else the real one]
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
}

/// Whose eyes a question is asked with.
#[derive(Debug, Clone, clap::Args)]
pub struct Asker {
    /// See and do only what this account may [default: everything, as the installation itself]
    #[arg(long = "as", value_name = "SIGN_IN")]
    pub sign_in: Option<String>,
}

/// An opened installation.
pub struct Installation {
    /// The one door for changes, and the World.
    pub desk: Desk,
    /// Who may do what.
    pub policy: Policy,
    /// What a synthetic database was made from.
    pub synthetic: Option<Settings>,
    actor: Option<AccountId>,
}

impl Place {
    /// Opens what is there.
    pub async fn open(&self) -> anyhow::Result<Installation> {
        if let Location::Sqlite(path) = &self.db
            && !path.exists()
        {
            bail!(
                "There is no database at {}. Name another with --db, make one with `muster demo --db {0}`, or begin an \
                 installation with `muster user add`",
                path.display()
            );
        }
        self.open_or_create().await
    }

    /// Opens what is there, or begins an installation.
    pub async fn open_or_create(&self) -> anyhow::Result<Installation> {
        let journal = Journal::open(&self.db, Options::default()).await?;
        let vault = Vault::open(&self.db, VaultOptions::default()).await?;
        let synthetic = made_from(&journal).await?;
        let clock = match self.today.or_else(|| synthetic.map(|settings| settings.today)) {
            Some(day) => Clock::fixed_day(day),
            None => Clock::system(),
        };
        let policy = Policy::load()?;
        let desk = Desk::open(journal, vault, Arc::new(policy.clone()), clock).await?;
        Ok(Installation { desk, policy, synthetic, actor: None })
    }

    /// Opens what is there, with the eyes of an account where one is named.
    pub async fn open_as(&self, asker: &Asker) -> anyhow::Result<Installation> {
        let mut installation = self.open().await?;
        if let Some(sign_in) = &asker.sign_in {
            let world = installation.desk.world();
            let account = look_up::account(&world, sign_in)?;
            if world.grants(account, installation.today()).next().is_none() {
                bail!("The account {sign_in} has no role today. Grant one with `muster user grant {sign_in}`");
            }
            installation.actor = Some(account);
        }
        Ok(installation)
    }
}

/// What the journal says it was made from, read from its first records: the day it was made for must be known before
/// anything is asked of it.
async fn made_from(journal: &Journal) -> anyhow::Result<Option<Settings>> {
    const LABEL_WITHIN: usize = 4;
    for record in journal.read(Position::START, LABEL_WITHIN).await? {
        for event in read_events(&record.events).context("reading the first records")? {
            if let Event::DatasetRecorded(recorded) = event
                && recorded.0.kind.as_str() == muster_synthetic::KIND
            {
                return Ok(recorded.0.file.parse().ok());
            }
        }
    }
    Ok(None)
}

impl Installation {
    /// The World as of now.
    pub fn world(&self) -> Arc<World> {
        self.desk.world()
    }

    /// The day that counts as today.
    pub fn today(&self) -> Date {
        self.desk.clock().today()
    }

    /// The rows that the asker sees for a question.
    pub fn scope(&self, world: &World, question: Question) -> Arc<Scope> {
        self.scope_of(world, question, FieldClass::Ordinary)
    }

    /// The rows whose fields of a class the asker sees for a question.
    pub fn scope_of(&self, world: &World, question: Question, class: FieldClass) -> Arc<Scope> {
        match self.actor {
            None => Arc::new(Scope::everything(world)),
            Some(account) => self.policy.scope(world, self.today(), account, question, class),
        }
    }

    /// Refuses an asker who may not ask a question about the service as a whole.
    pub fn require(&self, question: Question) -> anyhow::Result<()> {
        match self.actor {
            Some(account) if !self.policy.may_ask(&self.world(), self.today(), account, question) => {
                bail!(
                    "None of this account's roles may ask this (`{}`). Leave out --as, or name another account",
                    question.action()
                )
            }
            _ => Ok(()),
        }
    }

    /// Gives a command as the asker and waits until it is durable.
    pub async fn submit(&self, command: impl Into<Command>) -> anyhow::Result<Accepted> {
        self.submit_expecting(command, None).await
    }

    /// The same, but only while the row it changes is still at this version.
    pub async fn submit_expecting(
        &self,
        command: impl Into<Command>,
        expect: Option<muster_domain::Position>,
    ) -> anyhow::Result<Accepted> {
        let submission = Submission { actor: self.actor, expect, ..Submission::by_installation(command) };
        Ok(self.desk.submit(submission).await?)
    }

    /// Stores a snapshot where one is due and closes the database.
    pub async fn close(self) {
        self.desk.close().await;
    }
}
