//! The events of one command as the texts of its records, and records' texts as events.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use muster_domain::kernel::PersonId;
use muster_domain::{Apply as _, Event, Refusal, UnreadableEvent, read_events, refuse, write_events};
use muster_journal::MAX_EVENTS_BYTES;

use super::{Key, open, seal};

/// What stands for a fact about a person who was erased before it was recorded: there is no key to seal it with.
const ERASED: &str = "erased";

/// Why a record's text is not served.
#[derive(Debug, thiserror::Error)]
pub enum CodecError {
    /// See there.
    #[error(transparent)]
    Unreadable(#[from] UnreadableEvent),
    /// A sealed fact that its person's key does not open.
    #[error(
        "a sealed fact of {0} does not open with the key the vault holds for them; \
             the vault belongs to another journal or was damaged: restore the vault that belongs to this journal"
    )]
    WrongKey(PersonId),
    /// A fact that opens to something else than a fact.
    #[error("a sealed fact of {0} opens to something this program does not read: {1}")]
    WrongFact(PersonId, serde_json::Error),
}

/// The events of a command, ready for the journal.
#[derive(Debug)]
pub struct Encoded {
    /// The text of each record, none longer than a record holds; at least one.
    pub parts: Vec<String>,
    /// The events as a restart would read them: open, but for facts about somebody already erased.
    pub events: Vec<Event>,
}

/// The people with sealed facts in these events, each once.
#[must_use]
pub fn sealed_people(events: &mut [Event]) -> Vec<PersonId> {
    let mut people = Vec::new();
    for event in events {
        people.extend(people_of(event));
    }
    people.sort_unstable();
    people.dedup();
    people
}

fn people_of(event: &mut Event) -> Vec<PersonId> {
    let mut people = Vec::new();
    let shown = event.sealed(&mut |person, _| {
        people.push(person);
        Ok(())
    });
    shown.expect("a visitor that changes nothing does not fail");
    people
}

/// Seals and writes the events. `key` gives a person's key, `None` once they are erased.
///
/// # Errors
/// A refusal when one event alone is longer than a record.
pub fn encode(mut events: Vec<Event>, key: &dyn Fn(PersonId) -> Option<Key>) -> Result<Encoded, Refusal> {
    let mut parts = vec![String::from("[")];
    for event in &mut events {
        let people = people_of(event);
        let text = if people.is_empty() {
            write_events(std::slice::from_ref(event))
        } else {
            let sealed = sealed(event, key);
            let text = write_events(std::slice::from_ref(&sealed));
            if people.iter().any(|person| key(*person).is_none()) {
                *event = sealed;
                unseal(event, key).expect("what was sealed a line above opens with the same key");
            }
            text
        };
        // INVARIANT: one event as a list is its object between two brackets
        let object = &text[1..text.len() - 1];
        push(&mut parts, object).ok_or_else(|| too_large(event, object.len()))?;
    }
    for part in &mut parts {
        part.push(']');
    }
    Ok(Encoded { parts, events })
}

/// Adds an event to the last part, or to a new one where it would grow beyond what a record holds.
fn push(parts: &mut Vec<String>, object: &str) -> Option<()> {
    const BRACKETS: usize = 2;
    if object.len() + BRACKETS > MAX_EVENTS_BYTES {
        return None;
    }
    let full = parts.last().is_none_or(|part| part.len() + object.len() + BRACKETS > MAX_EVENTS_BYTES);
    if full {
        parts.push(String::from("["));
    }
    let last = parts.last_mut()?;
    if last.len() > 1 {
        last.push(',');
    }
    last.push_str(object);
    Some(())
}

fn too_large(event: &Event, bytes: usize) -> Refusal {
    refuse(
        "event-too-large",
        format!("The event {} would be {bytes} bytes; a record holds {MAX_EVENTS_BYTES}.", event.name()),
        "Shorten its texts or lists, or give it as several commands.",
    )
}

fn sealed(event: &Event, key: &dyn Fn(PersonId) -> Option<Key>) -> Event {
    let mut sealed = event.clone();
    let done = sealed.sealed(&mut |person, fact| {
        fact.seal(&mut |plain| match key(person) {
            Some(key) => STANDARD_NO_PAD.encode(seal(&key, person.to_string().as_bytes(), plain)),
            None => ERASED.to_owned(),
        });
        Ok(())
    });
    done.expect("a visitor that only seals does not fail");
    sealed
}

/// The events of a record's text, their sealed facts still closed.
///
/// # Errors
/// [`CodecError::Unreadable`] for an event that this program does not know.
pub fn read_sealed(text: &str) -> Result<Vec<Event>, CodecError> {
    Ok(read_events(text)?)
}

/// The events of a record's text, opened where `key` gives the person's key; where it does not, facts stay closed.
///
/// # Errors
/// [`CodecError`] for an event this program does not know, or a key that is there and does not fit.
pub fn decode(text: &str, key: &dyn Fn(PersonId) -> Option<Key>) -> Result<Vec<Event>, CodecError> {
    let mut events = read_sealed(text)?;
    events.iter_mut().try_for_each(|event| unseal(event, key))?;
    Ok(events)
}

/// Opens an event's sealed facts.
pub(crate) fn unseal(event: &mut Event, key: &dyn Fn(PersonId) -> Option<Key>) -> Result<(), CodecError> {
    let mut wrong_key = None;
    let mut about = PersonId(0);
    let visited = event.sealed(&mut |person, fact| {
        about = person;
        fact.unseal(&mut |text| {
            if text == ERASED {
                return None;
            }
            let key = key(person)?;
            let sealed = STANDARD_NO_PAD.decode(text).ok();
            let plain = sealed.and_then(|sealed| open(&key, person.to_string().as_bytes(), &sealed));
            if plain.is_none() {
                wrong_key = Some(person);
            }
            plain
        })
    });
    match wrong_key {
        Some(person) => Err(CodecError::WrongKey(person)),
        None => visited.map_err(|problem| CodecError::WrongFact(about, problem)),
    }
}
