//! How long a session lives, how many wrong passwords are borne, what a password hash costs.

use std::time::Duration;

/// How a vault behaves. The defaults are those of a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VaultOptions {
    /// What computing a password hash costs. Default: [`PasswordCost::Owasp`].
    pub cost: PasswordCost,
    /// A session that asks nothing for this long is over. Default: 1 hour.
    pub session_idle: Duration,
    /// A session is over this long after sign-in, whatever it does. Default: 12 hours.
    pub session_whole: Duration,
    /// Attempts for one sign-in name. Default: 5, then closed for 15 minutes.
    pub per_account: AttemptLimit,
    /// Attempts from one network address. Default: 50, then closed for 15 minutes.
    pub per_address: AttemptLimit,
}

impl Default for VaultOptions {
    fn default() -> Self {
        const MINUTE: Duration = Duration::from_secs(60);
        Self {
            cost: PasswordCost::Owasp,
            session_idle: 60 * MINUTE,
            session_whole: 12 * 60 * MINUTE,
            per_account: AttemptLimit { failures: 5, closed_for: 15 * MINUTE },
            per_address: AttemptLimit { failures: 50, closed_for: 15 * MINUTE },
        }
    }
}

impl VaultOptions {
    /// The defaults with a password hash that costs almost nothing. Only for tests.
    #[must_use]
    pub fn for_tests() -> Self {
        Self { cost: PasswordCost::OnlyForTests, ..Self::default() }
    }
}

/// How many failed attempts are borne, and for how long the next are refused unseen. Failures further apart than that
/// are forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptLimit {
    /// This many failures close it.
    pub failures: u32,
    /// For this long after the last of them.
    pub closed_for: Duration,
}

impl AttemptLimit {
    pub(super) fn micros(self) -> i64 {
        micros(self.closed_for)
    }
}

/// A duration in microseconds, as instants are counted.
pub(super) fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX / 4)
}

/// The parameters of argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordCost {
    /// 19 MiB, 2 passes, 1 lane: what OWASP's Password Storage Cheat Sheet asks for at least.
    Owasp,
    /// 64 KiB, 1 pass: a guesser's gift. Tests that sign in a hundred times use it; nothing else may.
    OnlyForTests,
}
