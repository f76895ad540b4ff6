//! The demonstration's systems of record: their extracts read by the example profiles, and the queue is full of life.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::collections::BTreeMap;

use muster_domain::workforce::{ContradictionKind, Standing};
use muster_domain::{Context, Decide, Position, World};
use muster_exchange::sources::{BUILT_IN, LoadOptions, SourceFile, plan};
use muster_exchange::tabular::Limits;
use muster_synthetic::{Settings, build, extract, next_source_command};

fn demo(settings: &Settings) -> World {
    let mut world = build(settings);
    let context = Context { today: settings.today, actor: None };
    let mut steps = 0;
    while let Some(command) = next_source_command(&world, settings) {
        let events = command.decide(&world, &context).unwrap_or_else(|refusal| panic!("{}: {refusal}", command.name()));
        let at = Position(world.position.0 + 1);
        events.iter().for_each(|event| world.apply(event, at));
        steps += 1;
        assert!(steps < 40, "the demonstration does not come to an end");
    }
    world
}

#[test]
fn every_example_profile_reads_and_writes_back_as_it_is() {
    let world = World::default();
    for (name, text) in BUILT_IN {
        let file = SourceFile::read(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(SourceFile::read(&file.write()).unwrap(), file, "{name}");
        let define = file.define(&world).unwrap();
        define.decide(&world, &Context { today: Settings::default().today, actor: None }).unwrap();
        assert_eq!(SourceFile::of(&world, &define), file, "{name}");
    }
}

#[test]
fn the_queue_holds_every_kind_that_a_load_finds_and_every_standing() {
    let settings = Settings { scale: 0.1, ..Settings::default() };
    let world = demo(&settings);
    let mut kinds: BTreeMap<ContradictionKind, usize> = BTreeMap::new();
    let mut standings: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, held) in world.contradictions.iter() {
        *kinds.entry(held.kind).or_default() += 1;
        let standing = match held.standing_on(settings.today) {
            Standing::Open => "open",
            Standing::Deferred { .. } => "deferred",
            Standing::SentBack { .. } => "sent back",
            Standing::Resolved { .. } => "resolved",
            Standing::Settled { .. } => "settled",
        };
        *standings.entry(standing).or_default() += 1;
    }
    for kind in [
        ContradictionKind::UnmatchedRow,
        ContradictionKind::PersonNotNamed,
        ContradictionKind::PersonNotListed,
        ContradictionKind::BilletNotListed,
        ContradictionKind::UnknownBillet,
        ContradictionKind::CodeDisagrees,
        ContradictionKind::PlaceDisagrees,
    ] {
        assert!(kinds.contains_key(&kind), "no {kind:?} in {kinds:?}");
    }
    assert_eq!(standings.len(), 5, "{standings:?}");
    let stale = world.sources.iter().filter(|(_, source)| source.is_stale(settings.today)).count();
    assert_eq!((world.sources.len(), stale), (5, 1));
    let rows = world.sources.iter().flat_map(|(_, source)| source.rows.values());
    let evidence: Vec<_> = rows.flat_map(|row| &row.candidates).flat_map(|candidate| &candidate.evidence).collect();
    assert!(!evidence.is_empty());
    for words in evidence {
        assert!(!words.chars().any(|c| c.is_ascii_digit()), "evidence holds a value: {words}");
    }
    assert_eq!(next_source_command(&world, &settings), None);
}

#[test]
fn a_file_loaded_again_changes_nothing_and_the_same_roster_of_another_day_no_row() {
    let settings = Settings { scale: 0.05, ..Settings::default() };
    let world = demo(&settings);
    let roster = world.keys.source["IPPS-A (synthetic)"];
    let last = world.sources[roster].loads.last().unwrap().clone();
    let file = extract(&world, &settings, roster, last.as_of, 1);
    let options = |as_of| LoadOptions { as_of, today: settings.today, limits: Limits::default(), sample: false };
    let again = plan(roster, &file.file, &file.bytes, &world, &options(last.as_of)).unwrap();
    assert!(again.command.is_none() && again.changed == 0 && again.differences.is_empty());
    let later = plan(roster, &file.file, &file.bytes, &world, &options(settings.today)).unwrap();
    assert_eq!((later.changed, later.gone.len(), later.differences.len()), (0, 0, 0));
    // On another day somebody may hold another position than the file still says.
    assert!(later.contradictions.iter().all(|noted| noted.kind == ContradictionKind::PlaceDisagrees));
    let noted = later.contradictions.len();
    let events = later.command.unwrap().decide(&world, &Context { today: settings.today, actor: None }).unwrap();
    assert!(events.len() <= noted + 2, "that it was loaded, and what that contradicts or settles");
}
