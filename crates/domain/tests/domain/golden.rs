//! Every event kind as it is stored, one file a version: what was once written always reads. `MUSTER_UPDATE=1` writes
//! the files that are missing, and never changes one.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use muster_domain::{Event, UnreadableEvent, read_events, write_events};

use super::story;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/events")
}

fn file(name: &str, version: u16) -> PathBuf {
    folder().join(format!("{name}.v{version}.json"))
}

/// The richest event of each kind that the story tells.
fn examples() -> BTreeMap<&'static str, Event> {
    let mut examples: BTreeMap<&'static str, Event> = BTreeMap::new();
    for event in story::told().taken.into_iter().flat_map(|(_, events)| events) {
        let length = |event: &Event| write_events(std::slice::from_ref(event)).len();
        if examples.get(event.name()).is_none_or(|held| length(held) < length(&event)) {
            examples.insert(event.name(), event);
        }
    }
    examples
}

#[test]
fn every_kind_of_event_has_its_golden_file_and_is_stored_in_its_very_bytes() {
    let examples = examples();
    for (name, version) in Event::KINDS {
        let path = file(name, *version);
        if !path.exists() && std::env::var_os("MUSTER_UPDATE").is_some() {
            let example = examples.get(name).unwrap_or_else(|| panic!("the story tells no `{name}`"));
            fs::write(&path, write_events(std::slice::from_ref(example)) + "\n").unwrap();
        }
        let stored = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}; MUSTER_UPDATE=1 writes it", path.display()));
        let events = read_events(&stored).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(events.iter().map(Event::name).collect::<Vec<_>>(), [*name]);
        assert_eq!(write_events(&events) + "\n", stored, "{name} is no longer stored as it was");
    }
}

#[test]
fn the_story_tells_every_kind_of_event() {
    let told = examples();
    let missing: Vec<&str> =
        Event::KINDS.iter().map(|(name, _)| *name).filter(|name| !told.contains_key(name)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}

#[test]
fn every_golden_file_ever_committed_still_reads() {
    let mut files = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let events = read_events(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(events.len(), 1, "{}", path.display());
        files += 1;
    }
    assert!(files >= Event::KINDS.len());
}

#[test]
fn an_event_this_program_does_not_know_is_named_and_not_guessed() {
    let newer = r#"[{"event":"tour_planned","v":9,"body":{}}]"#;
    assert!(matches!(read_events(newer), Err(UnreadableEvent::Unknown { version: 9, .. })));
    let unknown = r#"[{"event":"tour_dreamt","v":1,"body":{}}]"#;
    assert!(matches!(read_events(unknown), Err(UnreadableEvent::Unknown { .. })));
    let damaged = r#"[{"event":"tour_planned","v":1,"body":{"tour":"B1"}}]"#;
    assert!(matches!(read_events(damaged), Err(UnreadableEvent::Malformed { .. })));
    assert!(matches!(read_events("[{"), Err(UnreadableEvent::Record(_))));
}
