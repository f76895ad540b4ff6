//! What a file of a source would bring: the reports of rows that it owns and the load itself, as one command; what would
//! change, what would be queued, whom its unknown rows may be.

use std::collections::{BTreeMap, HashSet};

use muster_domain::sources::{Candidate, Link, RecordLoad, RowFacts, RowSaid, Source, SourceKind};
use muster_domain::workforce::Noted;
use muster_domain::{Command, Context, Date, Decide, Event, Position, SourceId, Text, Together, World};
use sha2::{Digest, Sha256};

use super::identity::{Unknown, propose};
use super::read::read;
use super::{people, positions};
use crate::import::sheet::Sheet;
use crate::import::{Difference, ImportOptions, Note};
use crate::tabular::{Fault, FileRefused, Limits, Problem};

/// What a file cannot say of itself.
#[derive(Debug, Clone)]
pub struct LoadOptions {
    /// The day it speaks of.
    pub as_of: Date,
    /// The day it is compared on.
    pub today: Date,
    /// How large it may be.
    pub limits: Limits,
    /// Whether it is a sample: what it lacks is not gone, and it gives no command.
    pub sample: bool,
}

/// A row of a file as its source says it.
#[derive(Debug, Clone)]
pub struct Said {
    /// Its key in the source.
    pub key: Text,
    /// Its line in the file.
    pub line: u64,
    /// What it says.
    pub facts: RowFacts,
    /// The date of birth, for matching only.
    pub(super) born: Option<Date>,
}

/// Whom a row may be.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// The key of the row.
    pub key: Text,
    /// Its line in the file.
    pub line: u64,
    /// The likeliest first.
    pub candidates: Vec<Candidate>,
}

/// What a file would bring to the World it was compared with.
#[derive(Debug, Clone)]
pub struct LoadPlan {
    /// The position of the World compared with.
    pub base: Position,
    /// The rows of the file, in its order.
    pub rows: Vec<Said>,
    /// Rows that are new, say something new, or are back.
    pub changed: usize,
    /// Rows that say what they said.
    pub unchanged: usize,
    /// Rows that the source had and this file has no more.
    pub gone: Vec<Text>,
    /// What the reports of owned rows would change. Sealed values are named, not shown.
    pub differences: Vec<Difference>,
    /// Contradictions it would bring.
    pub contradictions: Vec<Noted>,
    /// Contradictions whose cause it would take away.
    pub settled: usize,
    /// Whom rows without a known number may be.
    pub proposals: Vec<Proposal>,
    /// Things worth knowing that change nothing.
    pub notes: Vec<Note>,
    /// The whole as one command; none for a sample, or where this very file was the last one loaded.
    pub command: Option<Command>,
}

/// Rows being gathered.
pub(super) struct Taking<'a> {
    pub sheet: Sheet<'a>,
    rows: Vec<Said>,
}

impl Taking<'_> {
    pub(super) fn said(&mut self, said: Said) {
        self.rows.push(said);
    }
}

/// Compares a file of a source with a World.
///
/// # Errors
/// [`FileRefused`] names everything that is wrong with it, in the source's own columns.
pub fn plan(
    id: SourceId,
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &LoadOptions,
) -> Result<LoadPlan, FileRefused> {
    let source = &world.sources[id];
    let mut import = ImportOptions::new(source.name.to_string(), options.as_of);
    import.limits = options.limits;
    let (table, faults) = read(source.kind(), source.profile(), name, bytes, &options.limits)?;
    let (table, sheet) = Sheet::of(table, faults, world, &import);
    let mut taking = Taking { sheet, rows: Vec::with_capacity(table.len()) };
    match source.kind() {
        SourceKind::ServiceRoster | SourceKind::CivilianRoster => people::roster(&mut taking, source, &table),
        SourceKind::StaffingList => people::staffing_list(&mut taking, &table),
        SourceKind::CertificationExtract => people::certification(&mut taking, &table),
        SourceKind::ManningDocument => positions::document(&mut taking, source, &table),
    }
    let lines = u32::try_from(table.len()).unwrap_or(u32::MAX);
    drop(table);
    let Taking { sheet, rows } = taking;
    let plan = sheet.planner.finish()?;
    let proposals = proposals(world, source, options.as_of, &rows);
    let record = record(id, source, name, bytes, lines, options, &rows, &proposals);
    let (changed, gone) = (record.lines.len(), record.absent.clone());
    let mut commands = plan.commands;
    commands.push(record.clone().into());
    let command: Command = Together { commands }.into();
    let again = source.loads.last().is_some_and(|last| last.sha256 == record.sha256 && last.as_of == record.as_of);
    let mut notes = plan.notes;
    let (mut contradictions, mut settled) = (Vec::new(), 0);
    if again {
        notes.push(Note { line: None, note: "this very file was loaded last".to_owned() });
    } else {
        let decided = command.decide(world, &Context { today: options.today, actor: None });
        let events = decided.map_err(|refusal| FileRefused {
            file: name.to_owned(),
            faults: vec![Fault::whole(Problem::Rule, refusal.problem, refusal.remedy)],
            further: 0,
        })?;
        for event in events {
            match event {
                Event::ContradictionNoted(noted) => contradictions.push(noted.0),
                Event::ContradictionsSettled(gone) => settled += gone.contradictions.len(),
                _ => {}
            }
        }
    }
    let unchanged = rows.len().saturating_sub(changed);
    Ok(LoadPlan {
        base: world.position,
        rows,
        changed,
        unchanged,
        gone,
        differences: plan.differences,
        contradictions,
        settled,
        proposals,
        notes,
        command: (!again && !options.sample).then_some(command),
    })
}

/// The rows of nobody known are matched, all together; those that somebody decided on before are not.
fn proposals(world: &World, source: &Source, day: Date, rows: &[Said]) -> Vec<Proposal> {
    let open = |said: &&Said| {
        let facts = &said.facts;
        let exact = facts.number.as_ref().is_some_and(|number| world.keys.person.contains_key(number));
        let decided = source.rows.get(&said.key).is_some_and(|held| {
            matches!(held.link, Link::Decided { .. })
                && (&held.facts.number, &held.facts.name) == (&facts.number, &facts.name)
        });
        facts.names_somebody() && !exact && !decided && !source.kind().registers_people()
    };
    let unknown: Vec<&Said> = rows.iter().filter(open).collect();
    let asked: Vec<Unknown<'_>> = unknown.iter().map(|said| Unknown { facts: &said.facts, born: said.born }).collect();
    let found = propose(world, day, &asked);
    let proposal = |(said, candidates): (&Said, _)| Proposal { key: said.key.clone(), line: said.line, candidates };
    unknown.into_iter().zip(found).map(proposal).collect()
}

#[allow(clippy::too_many_arguments, reason = "each is a field of the record")]
fn record(
    id: SourceId,
    source: &Source,
    name: &str,
    bytes: &[u8],
    lines: u32,
    options: &LoadOptions,
    rows: &[Said],
    proposals: &[Proposal],
) -> RecordLoad {
    let candidates: BTreeMap<&Text, &[Candidate]> =
        proposals.iter().map(|proposal| (&proposal.key, &proposal.candidates[..])).collect();
    let whom = |candidates: &[Candidate]| candidates.iter().map(|candidate| candidate.person).collect::<Vec<_>>();
    let news = |said: &&Said| {
        source.rows.get(&said.key).is_none_or(|held| {
            held.facts != said.facts
                || held.missing_since.is_some()
                || candidates.get(&said.key).is_some_and(|found| whom(found) != whom(&held.candidates))
        })
    };
    let changed = rows.iter().filter(news).map(|said| RowSaid {
        key: said.key.clone(),
        facts: said.facts.clone(),
        candidates: candidates.get(&said.key).map(|found| found.to_vec()).unwrap_or_default(),
    });
    let changed: Vec<RowSaid> = changed.collect();
    let absent = if source.definition.full && !options.sample {
        let there: HashSet<&Text> = rows.iter().map(|said| &said.key).collect();
        source.present().map(|(key, _)| key).filter(|key| !there.contains(key)).cloned().collect()
    } else {
        Vec::new()
    };
    RecordLoad {
        source: id,
        after: u32::try_from(source.loads.len()).unwrap_or(u32::MAX),
        file: Text::from(name.chars().filter(|c| !c.is_control()).take(200).collect::<String>()),
        sha256: Text::from(hex::encode(Sha256::digest(bytes))),
        as_of: options.as_of,
        rows: lines,
        lines: changed,
        absent,
    }
}
