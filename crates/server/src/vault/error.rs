//! Why the vault could not do what was asked.

use std::path::PathBuf;

/// What can go wrong with the vault, each with what would mend it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum VaultError {
    /// A later version of Muster made this vault.
    #[error(
        "this vault has schema version {found}, and this program knows versions up to {known}; \
             use the newer program that wrote it"
    )]
    NewerSchema {
        /// The version found.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// The vault's file cannot be made or kept to its owner.
    #[error("cannot use the vault {path}: {problem}; check the path and its permissions", path = path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        problem: std::io::Error,
    },
    /// The database refused or went away.
    #[error("the vault's database refused: {0}; check that it can be reached and written")]
    Database(#[from] sqlx::Error),
    /// A stored secret is not of the kind it should be.
    #[error("the vault's {0} is damaged; restore the vault from its backup")]
    Damaged(&'static str),
    /// A password that cannot be taken.
    #[error("{0}")]
    Password(String),
    /// The password hash could not be computed.
    #[error("the password hash could not be computed: {0}")]
    Hashing(String),
}
