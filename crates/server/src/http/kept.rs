//! Answers that take a pass over the whole service, kept for the newest World on a day: deadlines pass at midnight
//! without anything moving.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use muster_domain::{Date, Position};

use super::asker::Asker;
use super::problem::{Answer, Problem};

/// Answers kept at most.
const MOST: usize = 16;

/// Answers by their question.
pub struct Kept<K, V>(Mutex<Held<K, V>>);

struct Held<K, V> {
    of: (Position, Option<Date>),
    answers: HashMap<K, Arc<V>>,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Mutex::new(Held { of: (Position(0), None), answers: HashMap::new() }))
    }
}

impl<K: Eq + Hash, V> Kept<K, V> {
    /// The answer kept for the asker's World and day.
    pub fn get(&self, asker: &Asker, key: &K) -> Option<Arc<V>> {
        let held = self.0.lock().expect("no holder panics");
        if held.of != (asker.world.position, Some(asker.today)) {
            return None;
        }
        held.answers.get(key).cloned()
    }

    /// Keeps an answer, unless a newer World's are kept.
    pub fn keep(&self, asker: &Asker, key: K, answer: V) -> Arc<V> {
        let answer = Arc::new(answer);
        let mut held = self.0.lock().expect("no holder panics");
        let of = (asker.world.position, Some(asker.today));
        if held.of.0 > of.0 {
            return answer;
        }
        if held.of != of || held.answers.len() >= MOST {
            *held = Held { of, answers: HashMap::new() };
        }
        held.answers.insert(key, Arc::clone(&answer));
        answer
    }

    /// The answer kept for the asker's World and day, or what the work makes of it beside other requests; `what` names
    /// the work where it panics.
    ///
    /// # Errors
    /// What the work answers.
    pub async fn worked_out<E>(
        &self,
        asker: &Asker,
        key: K,
        what: &str,
        work: impl FnOnce() -> Result<V, E> + Send + 'static,
    ) -> Answer<Arc<V>>
    where
        V: Send + 'static,
        E: Send + 'static,
        Problem: From<E>,
    {
        if let Some(answer) = self.get(asker, &key) {
            return Ok(answer);
        }
        let worked = tokio::task::spawn_blocking(work).await;
        let answer = worked
            .map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, format!("{what} failed; it was logged.")))??;
        Ok(self.keep(asker, key, answer))
    }
}
