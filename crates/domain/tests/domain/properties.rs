//! Random histories: nothing panics, nothing contradicts itself, everything reads back.

use muster_domain::{Apply, Command, Context, Decide, Position, World, read_events, write_events};
use proptest::prelude::*;

use super::build::{Build, TODAY};
use super::invariants;
use super::random::{self, Draw};

const CONTEXT: Context = Context { today: TODAY, actor: None };

fn draws(most: usize) -> impl Strategy<Value = Vec<Draw>> {
    prop::collection::vec(any::<Draw>(), 1..most)
}

/// The World as comparable data: maps without an order compare without one.
fn facts(world: &World) -> serde_json::Value {
    serde_json::to_value(world).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 384, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_history_breaks_an_invariant_and_every_event_reads_back(draws in draws(90)) {
        let mut build = peopled();
        for command in random::commands(&draws) {
            let _ = command.subject(&build.world);
            let before = build.world.position;
            if let Ok(events) = build.attempt(command.clone()) {
                let text = write_events(&events);
                prop_assert_eq!(&read_events(&text).unwrap(), &events);
                prop_assert_eq!(write_events(&read_events(&text).unwrap()), text);
                prop_assert_eq!(build.world.position > before, !events.is_empty());
            }
        }
        invariants::hold(&build.world);
    }

    #[test]
    fn a_history_read_back_from_its_events_gives_the_same_world(draws in draws(60)) {
        let mut build = peopled();
        for command in random::commands(&draws) {
            let _ = build.attempt(command);
        }
        let mut again = World::default();
        for (_, events) in &build.taken {
            let at = Position(again.position.0 + 1);
            for event in read_events(&write_events(events)).unwrap() {
                again.apply(&event, at);
            }
        }
        prop_assert_eq!(facts(&again), facts(&build.world));
    }

    #[test]
    fn a_snapshot_stored_and_read_back_is_the_same_world(draws in draws(60)) {
        let mut build = peopled();
        for command in random::commands(&draws) {
            let _ = build.attempt(command);
        }
        let stored = postcard::to_stdvec(&build.world).unwrap();
        let read: World = postcard::from_bytes(&stored).unwrap();
        prop_assert_eq!(facts(&read), facts(&build.world));
    }

    #[test]
    fn deciding_changes_nothing_and_a_snapshot_stays_as_it_was(draws in draws(40)) {
        let (first, rest) = draws.split_at(draws.len() / 2);
        let mut build = peopled();
        for command in random::commands(first) {
            let _ = build.attempt(command);
        }
        let (snapshot, before) = (build.world.clone(), facts(&build.world));
        for command in random::commands(rest) {
            let one = command.decide(&build.world, &CONTEXT);
            prop_assert_eq!(&one, &command.decide(&build.world, &CONTEXT));
        }
        prop_assert_eq!(facts(&build.world), before.clone());
        for command in random::commands(rest) {
            let _ = build.attempt(command);
        }
        prop_assert_eq!(facts(&snapshot), before);
    }

    #[test]
    fn what_is_sealed_and_opened_again_is_the_same_event(draws in draws(60)) {
        let mut build = peopled();
        for command in random::commands(&draws) {
            let _ = build.attempt(command);
        }
        for event in build.taken.iter().flat_map(|(_, events)| events) {
            let mut closed = event.clone();
            closed
                .sealed(&mut |person, fact| {
                    fact.seal(&mut |plain| format!("{person}:{}", String::from_utf8_lossy(plain)));
                    Ok(())
                })
                .unwrap();
            let mut open = read_events(&write_events(&[closed])).unwrap().remove(0);
            open.sealed(&mut |_, fact| {
                fact.unseal(&mut |text| text.split_once(':').map(|(_, plain)| plain.as_bytes().to_vec()))
            })
            .unwrap();
            prop_assert_eq!(&open, event);
        }
    }

    #[test]
    fn a_command_reads_back_from_its_json(draw in any::<Draw>()) {
        let command = random::command(&draw);
        let text = serde_json::to_string(&command).unwrap();
        prop_assert_eq!(serde_json::from_str::<Command>(&text).unwrap(), command);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_malformed_body_is_an_error_and_never_a_panic(draw in any::<Draw>(), at in any::<prop::sample::Index>(), with in any::<char>()) {
        let command = random::command(&draw);
        let body = serde_json::to_value(&command).unwrap()["body"].to_string();
        // Cut, or one character replaced.
        let characters: Vec<char> = body.chars().collect();
        let at = at.index(characters.len());
        let cut: String = characters[..at].iter().collect();
        prop_assert!(Command::read(command.name(), &cut).unwrap().is_err());
        let mut replaced = characters;
        replaced[at] = with;
        let replaced: String = replaced.into_iter().collect();
        if let Some(Ok(read)) = Command::read(command.name(), &replaced) {
            let _ = read.decide(&peopled().world, &CONTEXT);
        }
        for (name, _) in Command::KINDS {
            let _ = Command::read(name, &body);
        }
    }

    #[test]
    fn any_text_is_a_body_that_is_refused(text in ".{0,60}") {
        for (name, _) in Command::KINDS {
            prop_assert!(Command::read(name, &text).unwrap().is_err());
        }
        let _ = read_events(&text);
    }
}

/// A service with four billets, two of which count under section 515, and five people.
fn peopled() -> Build {
    let mut build = Build::service();
    for n in 0..4 {
        build.billet(&format!("JOR-{n}"), |terms| terms.section_515 = n < 2);
    }
    for n in 0..5 {
        build.person(&format!("A{n}"));
    }
    build
}
