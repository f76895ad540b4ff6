//! One key a person, under which their personal and family facts are sealed in the journal. Erasing somebody overwrites
//! the key and leaves a mark, so that no key is ever made for them again.

use std::collections::{HashMap, HashSet};
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use muster_domain::PersonId;
use sqlx::AssertSqlSafe;

use super::store::on;
use super::{Vault, VaultError};
use crate::codec::Key;

/// People a statement names at most; a page of 20,000 people is some forty statements.
const CHUNK: usize = 500;

/// What is known of a person's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyState {
    /// There is one.
    Held(Key),
    /// It was erased for good.
    Erased,
}

/// Keys in memory, so that no fact costs a query.
#[derive(Default)]
pub(super) struct Cache(RwLock<HashMap<PersonId, KeyState>>);

/// A look at the keys in memory; keep it only as long as a page of events takes.
pub struct Ring<'a>(RwLockReadGuard<'a, HashMap<PersonId, KeyState>>);

impl Ring<'_> {
    /// The person's key; `None` when it was erased or is not in memory.
    #[must_use]
    pub fn key(&self, person: PersonId) -> Option<Key> {
        match self.0.get(&person) {
            Some(KeyState::Held(key)) => Some(key.clone()),
            Some(KeyState::Erased) | None => None,
        }
    }

    /// What is known in memory of the person's key.
    #[must_use]
    pub fn state(&self, person: PersonId) -> Option<&KeyState> {
        self.0.get(&person)
    }
}

impl Cache {
    fn read(&self) -> RwLockReadGuard<'_, HashMap<PersonId, KeyState>> {
        // INVARIANT: nothing between lock and unlock can panic half way through a change
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, found: impl IntoIterator<Item = (PersonId, KeyState)>) {
        let mut keys = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (person, state) in found {
            // an erasure seen in the journal is not undone by a row read before it
            if keys.get(&person) != Some(&KeyState::Erased) {
                keys.insert(person, state);
            }
        }
    }
}

impl Vault {
    /// The keys in memory.
    #[must_use]
    pub fn ring(&self) -> Ring<'_> {
        Ring(self.inner.keys.read())
    }

    /// Reads every key into memory, as a start does before it reads records.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn load_person_keys(&self) -> Result<(), VaultError> {
        let rows: Vec<(i64, Option<Vec<u8>>)> = on!(&self.inner.store, pool => {
            sqlx::query_as("SELECT person, key FROM person_key").fetch_all(pool).await
        })?;
        self.remember(rows)
    }

    /// Reads the keys of these people into memory, those not there yet.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn fetch_person_keys(&self, people: &[PersonId]) -> Result<(), VaultError> {
        for chunk in self.not_in_memory(people).chunks(CHUNK) {
            let marks: Vec<String> = (1..=chunk.len()).map(|place| format!("${place}")).collect();
            let sql = format!("SELECT person, key FROM person_key WHERE person IN ({})", marks.join(", "));
            let rows: Vec<(i64, Option<Vec<u8>>)> = on!(&self.inner.store, pool => {
                let mut query = sqlx::query_as(AssertSqlSafe(sql)).persistent(chunk.len() == CHUNK);
                for person in chunk {
                    query = query.bind(i64::from(person.0));
                }
                query.fetch_all(pool).await
            })?;
            self.remember(rows)?;
        }
        Ok(())
    }

    /// Sees to it that each of these people has a key, unless they were erased. Durable when it returns: a fact may be
    /// sealed with it at once.
    ///
    /// # Errors
    /// When the vault cannot be written.
    pub async fn make_person_keys(&self, people: &[PersonId]) -> Result<(), VaultError> {
        for chunk in self.not_in_memory(people).chunks(CHUNK) {
            let marks: Vec<String> =
                (0..chunk.len()).map(|row| format!("(${}, ${})", row * 2 + 1, row * 2 + 2)).collect();
            let sql = format!(
                "INSERT INTO person_key (person, key) VALUES {} ON CONFLICT (person) DO NOTHING",
                marks.join(", ")
            );
            on!(&self.inner.store, pool => {
                let mut query = sqlx::query(AssertSqlSafe(sql)).persistent(chunk.len() == CHUNK);
                for person in chunk {
                    query = query.bind(i64::from(person.0)).bind(Key::random().as_bytes().to_vec());
                }
                query.execute(pool).await.map(drop)
            })?;
            // what the table holds counts: another server may have been first
            self.fetch_person_keys(chunk).await?;
        }
        Ok(())
    }

    /// Which of these people the vault does not yet hold as erased.
    ///
    /// # Errors
    /// When the vault cannot be read.
    pub async fn not_yet_erased(&self, people: &[PersonId]) -> Result<Vec<PersonId>, VaultError> {
        const ERASED: &str = "SELECT person FROM person_key WHERE key IS NULL";
        if people.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<i64> = on!(&self.inner.store, pool => sqlx::query_scalar(ERASED).fetch_all(pool).await)?;
        let erased: HashSet<i64> = rows.into_iter().collect();
        Ok(people.iter().copied().filter(|person| !erased.contains(&i64::from(person.0))).collect())
    }

    /// Forgets a person's key in this process at once.
    pub fn forget_person_keys(&self, people: &[PersonId]) {
        self.inner.keys.put(people.iter().map(|person| (*person, KeyState::Erased)));
    }

    /// Overwrites the keys of these people for good.
    ///
    /// # Errors
    /// When the vault cannot be written; then it is to be tried again.
    pub async fn erase_person_keys(&self, people: &[PersonId]) -> Result<(), VaultError> {
        const ERASE: &str = "INSERT INTO person_key (person, key) VALUES ($1, NULL) \
                             ON CONFLICT (person) DO UPDATE SET key = NULL";
        for person in people {
            on!(&self.inner.store, pool => sqlx::query(ERASE).bind(i64::from(person.0)).execute(pool).await.map(drop))?;
        }
        self.inner.store.scrub().await?;
        self.forget_person_keys(people);
        Ok(())
    }

    fn not_in_memory(&self, people: &[PersonId]) -> Vec<PersonId> {
        let ring = self.ring();
        people.iter().copied().filter(|person| ring.state(*person).is_none()).collect()
    }

    fn remember(&self, rows: Vec<(i64, Option<Vec<u8>>)>) -> Result<(), VaultError> {
        let damaged = || VaultError::Damaged("table of person keys");
        let mut found = Vec::with_capacity(rows.len());
        for (person, key) in rows {
            let person = PersonId(u32::try_from(person).map_err(|_| damaged())?);
            let state = match key {
                Some(bytes) => KeyState::Held(Key::from_slice(&bytes).ok_or_else(damaged)?),
                None => KeyState::Erased,
            };
            found.push((person, state));
        }
        self.inner.keys.put(found);
        Ok(())
    }
}
