//! Mail: what newly awaits an account is sent to the address it gave, one mail for everything new. Any number of servers
//! may mail from one vault: each notice is claimed before it is sent and confirmed after.
//!
//! A mail names no person and says nothing that the page would hide: it tells what is asked and where it is done.

mod letter;

use std::sync::Arc;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use muster_domain::{AccountId, Date, World};
use muster_portal::{Language, News, Viewer, Words};
use muster_staffing::Notice;

use crate::cases::Queues;
use crate::desk::Desk;
use crate::notices::notices;
use crate::policy::Policy;
use crate::vault::VaultError;

/// How long the server waits between two looks at what is new.
const EVERY: Duration = Duration::from_secs(60);

/// How mail leaves this server.
#[derive(Clone)]
pub struct MailSettings {
    /// The SMTP server: `smtps://user:password@mail.example`, `smtp://localhost:25`; `?tls=required` asks for STARTTLS.
    pub smtp: String,
    /// The sender, as `Muster <muster@example.mil>` or the bare address.
    pub from: String,
    /// Where the pages are reached, without a slash at the end: `https://muster.example.mil`.
    pub pages: String,
    /// The handling marking at the head of every mail.
    pub marking: String,
}

/// Why mail cannot be set up. Each says which setting to mend.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// The SMTP server's address does not read.
    #[error("the SMTP server's address does not read: {0}; give one such as smtps://user:password@mail.example")]
    Server(lettre::transport::smtp::Error),
    /// The sender's address does not read.
    #[error("`{address}` is no mail address: {problem}; give one such as muster@example.mil")]
    Address {
        /// As given.
        address: String,
        /// What is wrong with it.
        problem: lettre::address::AddressError,
    },
}

/// What one round of mail came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Round {
    /// Mails that the SMTP server took.
    pub sent: usize,
    /// Mails it did not take; they are tried again.
    pub failed: usize,
}

/// What an account may be told of, each under its key.
struct Letters {
    keys: Vec<String>,
    about: About,
}

enum About {
    /// Turns of somebody of the service.
    Turns(Vec<Notice>),
    /// News of a purchaser's cases, in the language chosen in the portal.
    Cases(Words, Vec<News>),
}

impl Letters {
    /// The mail of what is new.
    fn write(&self, by: &Mailer, to: Mailbox, new: &[String]) -> Result<Message, lettre::error::Error> {
        match &self.about {
            About::Turns(open) => {
                let new: Vec<Notice> = open.iter().filter(|notice| new.contains(&notice.key)).cloned().collect();
                letter::write(&by.from, to, &new, &by.pages, &by.marking)
            }
            About::Cases(words, news) => {
                let new: Vec<News> = news.iter().filter(|one| new.contains(&one.key)).cloned().collect();
                letter::to_purchaser(&by.from, to, &muster_portal::letter(words, &new, &by.pages), &by.marking)
            }
        }
    }
}

/// Sends what is new.
#[derive(Clone)]
pub struct Mailer {
    desk: Desk,
    policy: Policy,
    queues: Arc<Queues>,
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    pages: String,
    marking: String,
}

/// Reads a mail address, with or without a name before it.
///
/// # Errors
/// [`MailError::Address`].
fn mailbox(address: &str) -> Result<Mailbox, MailError> {
    address.trim().parse().map_err(|problem| MailError::Address { address: address.to_owned(), problem })
}

/// The longest address that SMTP carries, in bytes (RFC 5321).
const LONGEST: usize = 254;

/// Reads what somebody gives as their own address: a bare one, or nothing but spaces for no mail.
///
/// # Errors
/// What is wrong with it, as a sentence.
pub fn own_address(given: &str) -> Result<Option<&str>, String> {
    let address = given.trim();
    if address.is_empty() {
        return Ok(None);
    }
    if address.len() > LONGEST {
        return Err(format!("An address has at most {LONGEST} bytes."));
    }
    match mailbox(address) {
        Ok(Mailbox { name: None, .. }) => Ok(Some(address)),
        Ok(_) => Err(format!("`{address}` holds more than an address.")),
        Err(_) => Err(format!("`{address}` is no mail address.")),
    }
}

impl Mailer {
    /// Mail for the accounts of this desk. Nothing is connected to yet.
    ///
    /// # Errors
    /// When a setting does not read.
    pub fn new(desk: Desk, policy: Policy, settings: MailSettings) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.smtp)
            .map_err(MailError::Server)?
            .timeout(Some(Duration::from_secs(30)))
            .build();
        let from = mailbox(&settings.from)?;
        let pages = settings.pages.trim_end_matches('/').to_owned();
        Ok(Self { desk, policy, queues: Arc::default(), transport, from, pages, marking: settings.marking })
    }

    /// Looks every minute, without end. Dropped half way it loses nothing: claims that were not confirmed lapse.
    pub async fn run(self) {
        let mut ticks = tokio::time::interval(EVERY);
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
        loop {
            ticks.tick().await;
            match self.round().await {
                Ok(Round { sent: 0, failed: 0 }) => {}
                Ok(Round { sent, failed }) => tracing::info!(sent, failed, "mailed what is new"),
                Err(error) => tracing::warn!(%error, "could not look for what to mail; trying again in a minute"),
            }
        }
    }

    /// Mails everybody what is new to them.
    ///
    /// # Errors
    /// When the vault cannot be used. A mail that the SMTP server does not take is counted, and tried again next time.
    pub async fn round(&self) -> Result<Round, VaultError> {
        let (world, today) = (self.desk.world(), self.desk.clock().today());
        let mut round = Round::default();
        for (account, address) in self.desk.vault().mail_addresses().await? {
            let usable = world.accounts.get(account).is_some_and(|held| held.disabled.is_none_or(|from| today < from));
            if !usable {
                continue;
            }
            let letters = self.letters(&world, account, today).await?;
            let open: Vec<&str> = letters.keys.iter().map(String::as_str).collect();
            let new = self.claimed(account, &open).await?;
            if new.is_empty() {
                continue;
            }
            let taken = match mailbox(&address).map_err(|problem| problem.to_string()) {
                Ok(to) => self.send(letters.write(self, to, &new)).await,
                Err(problem) => Err(problem),
            };
            if let Err(problem) = &taken {
                tracing::warn!(%account, %problem, "a mail was not taken; trying again later");
            }
            round.sent += usize::from(taken.is_ok());
            round.failed += usize::from(taken.is_err());
            for key in &new {
                match &taken {
                    Ok(()) => self.desk.vault().confirm_notice(account, key).await?,
                    Err(_) => self.desk.vault().forget_notice(account, key).await?,
                }
            }
        }
        Ok(round)
    }

    /// Claims what is new to an account and forgets what no longer awaits it.
    async fn claimed(&self, account: AccountId, open: &[&str]) -> Result<Vec<String>, VaultError> {
        let (vault, now) = (self.desk.vault(), self.desk.clock().now_micros());
        for key in vault.claimed_notices(account).await? {
            if !open.contains(&key.as_str()) {
                vault.forget_notice(account, &key).await?;
            }
        }
        let mut new = Vec::new();
        for key in open {
            if vault.claim_notice(account, key, now).await? {
                new.push((*key).to_owned());
            }
        }
        Ok(new)
    }

    /// What an account may be told of: its turns, or, to a partner's representative, the news of the own cases.
    async fn letters(&self, world: &World, account: AccountId, today: Date) -> Result<Letters, VaultError> {
        if !world.accounts.get(account).is_some_and(|held| held.is_partner()) {
            let queue = self.queues.on(world, today);
            let open = notices(world, account, today, &queue, &self.policy);
            return Ok(Letters {
                keys: open.iter().map(|notice| notice.key.clone()).collect(),
                about: About::Turns(open),
            });
        }
        let codes = self.policy.purchasers(world, today, account);
        let news = muster_portal::news(&Viewer { world, codes: &codes, day: today });
        let language = self.desk.vault().portal_language(account).await?;
        let words = Words::of(language.as_deref().and_then(Language::of_code).unwrap_or_default());
        Ok(Letters { keys: news.iter().map(|one| one.key.clone()).collect(), about: About::Cases(words, news) })
    }

    async fn send(&self, letter: Result<Message, lettre::error::Error>) -> Result<(), String> {
        let letter = letter.map_err(|problem| problem.to_string())?;
        self.transport.send(letter).await.map(drop).map_err(|problem| problem.to_string())
    }
}
