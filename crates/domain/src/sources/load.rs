//! One load of one file of a source: the rows that say something new, the keys a full file has no more, and what
//! follows. Given together with the reports of rows that the source owns, it is taken whole or not at all.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::findings::{findings, settled};
use super::precedence::brought_up;
use super::source::source_subject;
use super::{Candidate, Link, RowFacts, SourceRow, known_source, measures};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{AccountId, Date, PersonId, Position, SourceId, Text};
use crate::workforce::{RowKey, note, settle};
use crate::world::World;

/// Rows in one event: the longest rows of as many fit into a record.
const ROWS_OF_AN_EVENT: usize = 200;
/// The most candidates kept for a row.
const MOST_CANDIDATES: usize = 10;

/// A row that says something new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RowSaid {
    /// Its key in the source.
    pub key: Text,
    /// What it says.
    pub facts: RowFacts,
    /// Whom it may be where that is not known exactly, as matching ranked them.
    #[serde(default)]
    pub candidates: Vec<Candidate>,
}

/// Records what a file of a source says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordLoad {
    /// The source.
    pub source: SourceId,
    /// How many loads of the source came before: a load that was compared with an older state is refused.
    pub after: u32,
    /// The file's name.
    pub file: Text,
    /// SHA-256 of its bytes in hexadecimal.
    pub sha256: Text,
    /// The day it speaks of.
    pub as_of: Date,
    /// Rows in the file.
    pub rows: u32,
    /// Rows that are new, say something new, or are back.
    pub lines: Vec<RowSaid>,
    /// Keys of rows that a full file has no more.
    pub absent: Vec<Text>,
}

/// A load as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Load {
    /// The file's name.
    pub file: Text,
    /// SHA-256 of its bytes in hexadecimal.
    pub sha256: Text,
    /// The day it speaks of.
    pub as_of: Date,
    /// The day it was loaded.
    pub loaded: Date,
    /// Who loaded it; the installation itself where absent.
    pub by: Option<AccountId>,
    /// Rows in the file.
    pub rows: u32,
    /// Rows that were new, said something new, or were back.
    pub changed: u32,
    /// Rows that a full file had no more.
    pub gone: u32,
    /// Rows whose person was known.
    pub matched: u32,
    /// Rows that name somebody who was not known.
    pub unmatched: u32,
    /// People and billets it should name and did not.
    pub lacking: u32,
    /// Contradictions that it brought.
    pub noted: u32,
    /// Contradictions whose cause it took away.
    pub settled: u32,
}

impl RecordLoad {
    fn check(&self, world: &World, context: &Context) -> Result<(), Refusal> {
        let source = known_source(world, self.source)?;
        if self.after as usize != source.loads.len() {
            return Err(refuse(
                "load-overtaken",
                format!("{} was loaded since this file was compared with it.", source.name),
                "Compare the file again and load it then.",
            ));
        }
        if self.as_of > context.today {
            return Err(refuse(
                "load-future",
                format!("The file speaks of {}, which has not come.", self.as_of),
                "Give the day of the extract.",
            ));
        }
        if let Some(last) = source.loads.last().filter(|last| last.as_of > self.as_of) {
            return Err(refuse(
                "load-older",
                format!(
                    "{} was last loaded with a file of {}; this one is of {}.",
                    source.name, last.as_of, self.as_of
                ),
                "Load the newer file only.",
            ));
        }
        if self.sha256.len() != 64 || !self.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(refuse("load-digest", "`sha256` is no SHA-256.", "Give 64 hexadecimal digits."));
        }
        let mut keys = BTreeSet::new();
        let all = self.lines.iter().map(|line| &line.key).chain(&self.absent);
        if let Some(twice) = all.into_iter().find(|key| key.trim().is_empty() || !keys.insert(*key)) {
            return Err(refuse(
                "load-key",
                format!("The key `{twice}` is empty or there twice."),
                "Each row of a source has its own key.",
            ));
        }
        if let Some(key) = self.absent.iter().find(|key| !source.rows.contains_key(*key)) {
            return Err(refuse(
                "load-absent",
                format!("`{key}` is no key that {} ever had.", source.name),
                "Leave it out of `absent`.",
            ));
        }
        if !source.definition.full && !self.absent.is_empty() {
            return Err(refuse(
                "load-delta",
                format!("Files of {} hold changes only: what is not in them is not gone.", source.name),
                "Leave `absent` empty.",
            ));
        }
        let candidates = self.lines.iter().flat_map(|line| &line.candidates);
        match candidates.into_iter().find(|candidate| world.people.get(candidate.person).is_none()) {
            Some(candidate) => {
                Err(refuse("no-person", format!("There is no person {}.", candidate.person), "Match the rows again."))
            }
            None => Ok(()),
        }
    }

    /// Whose a row is: the person of its number; else as somebody decided while it named the same; else open.
    fn link(world: &World, facts: &RowFacts, held: Option<&SourceRow>) -> Link {
        if !facts.names_somebody() {
            return Link::Vacant;
        }
        let exact = facts.number.as_ref().and_then(|number| world.keys.person.get(number));
        match (exact, held) {
            (Some(person), _) => Link::Exact(*person),
            (None, Some(held)) if held.facts.names_the_same(facts) && held.link != Link::Vacant => match held.link {
                Link::Exact(_) => Link::Open,
                link => link,
            },
            (None, _) => Link::Open,
        }
    }
}

/// Events, and the World that they leave.
struct Trial {
    world: World,
    at: Position,
    events: Vec<Event>,
}

impl Trial {
    fn take(&mut self, event: impl Into<Event>) {
        let event = event.into();
        event.apply(&mut self.world, self.at);
        self.events.push(event);
    }
}

impl Decide for RecordLoad {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        self.check(world, context)?;
        let source = &world.sources[self.source];
        let at = Position(world.position.0 + 1);
        let mut trial = Trial { world: world.clone(), at, events: Vec::new() };
        let mut touched: BTreeSet<PersonId> = BTreeSet::new();
        for lines in self.lines.chunks(ROWS_OF_AN_EVENT) {
            let mut rows = Vec::with_capacity(lines.len());
            for line in lines {
                let held = source.rows.get(&line.key).map(Arc::as_ref);
                let link = Self::link(world, &line.facts, held);
                touched.extend(held.and_then(|held| held.link.person()).into_iter().chain(link.person()));
                let mut candidates = if link == Link::Open { line.candidates.clone() } else { Vec::new() };
                candidates.truncate(MOST_CANDIDATES);
                rows.push(RowTaken { key: line.key.clone(), facts: line.facts.clone(), link, candidates });
            }
            trial.take(RowsSaid { source: self.source, as_of: self.as_of, rows });
        }
        if !self.absent.is_empty() {
            touched.extend(self.absent.iter().filter_map(|key| source.rows.get(key)?.link.person()));
            trial.take(RowsMissing { source: self.source, as_of: self.as_of, keys: self.absent.clone() });
        }
        for person in touched {
            if let Some(event) = brought_up(&trial.world, person, self.as_of) {
                trial.take(event);
            }
        }
        let found = findings(&trial.world, self.source, self.as_of);
        let gone = settled(&trial.world, self.source, self.as_of, &found);
        let settled_count = gone.len();
        if let Some(event) = settle(context, gone) {
            trial.take(event);
        }
        let fresh: Vec<Event> = found.into_iter().filter_map(|noted| note(&trial.world, noted)).collect();
        let noted_count = fresh.len();
        fresh.into_iter().for_each(|event| trial.take(event));
        let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
        let measured = measures(&trial.world, self.source, self.as_of);
        let load = Load {
            file: self.file.clone(),
            sha256: self.sha256.to_lowercase().into(),
            as_of: self.as_of,
            loaded: context.today,
            by: context.actor,
            rows: self.rows,
            changed: count(self.lines.len()),
            gone: count(self.absent.len()),
            matched: measured.matched,
            unmatched: measured.unmatched,
            lacking: measured.lacking,
            noted: count(noted_count),
            settled: count(settled_count),
        };
        trial.take(LoadRecorded { source: self.source, load });
        Ok(trial.events)
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: None, ..source_subject(world, self.source) }
    }
}

/// A file of a source was loaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoadRecorded {
    /// The source.
    pub source: SourceId,
    /// The load.
    pub load: Load,
}

impl Apply for LoadRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(source) = world.sources.edit(self.source, at) {
            source.loads.push(self.load.clone());
        }
    }
}

/// A row as it was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowTaken {
    /// Its key.
    pub key: Text,
    /// What it says.
    pub facts: RowFacts,
    /// Whose it is.
    pub link: Link,
    /// Whom it may be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
}

/// Rows of a source said something new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsSaid {
    /// The source.
    pub source: SourceId,
    /// The day they speak of.
    pub as_of: Date,
    /// The rows.
    pub rows: Vec<RowTaken>,
}

impl Apply for RowsSaid {
    fn apply(&self, world: &mut World, at: Position) {
        for taken in &self.rows {
            let key = RowKey { source: self.source, key: taken.key.clone() };
            let held = world.sources[self.source].rows.get(&taken.key).cloned();
            relink(world, &key, held.as_ref().and_then(|row| row.link.person()), taken.link.person());
            let same = held.as_ref().filter(|held| held.facts == taken.facts);
            let row = SourceRow {
                facts: taken.facts.clone(),
                since: same.map_or(self.as_of, |held| held.since),
                missing_since: None,
                link: taken.link,
                candidates: taken.candidates.clone(),
            };
            if let Some(source) = world.sources.edit(self.source, at) {
                source.rows.insert(taken.key.clone(), Arc::new(row));
            }
        }
    }
}

/// Keeps the index of rows by person.
pub(super) fn relink(world: &mut World, key: &RowKey, before: Option<PersonId>, after: Option<PersonId>) {
    if before == after {
        return;
    }
    if let Some(keys) = before.and_then(|person| world.keys.said.get_mut(&person)) {
        keys.retain(|held| held != key);
    }
    if let Some(person) = after {
        world.keys.said.entry(person).or_default().push(key.clone());
    }
}

/// A full file has rows no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsMissing {
    /// The source.
    pub source: SourceId,
    /// The day the file speaks of.
    pub as_of: Date,
    /// Their keys.
    pub keys: Vec<Text>,
}

impl Apply for RowsMissing {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(source) = world.sources.edit(self.source, at) else { return };
        for key in &self.keys {
            if let Some(row) = source.rows.get(key).filter(|row| row.missing_since.is_none()) {
                let row = SourceRow { missing_since: Some(self.as_of), ..SourceRow::clone(row) };
                source.rows.insert(key.clone(), Arc::new(row));
            }
        }
    }
}
