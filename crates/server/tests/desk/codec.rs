//! How commands and events are written: digests, sealed facts, records of many events.

use muster_domain::access::{AccountRegistered, RegisterAccount};
use muster_domain::workforce::{CurtailmentReason, TourCurtailed};
use muster_domain::{AccountId, Command, Event, PersonId, Sealed, TourId};
use muster_journal::MAX_EVENTS_BYTES;
use muster_server::clock::Clock;
use muster_server::codec::{Actor, CodecError, Key, command_hash, decode, encode, open, seal};

fn command(name: &str) -> Command {
    RegisterAccount { sign_in: "abc".into(), name: name.into() }.into()
}

#[test]
fn the_digest_tells_actors_bodies_and_secrets_apart() {
    let (secret, other) = (Key::random(), Key::random());
    let actor = Actor::Account(AccountId(3));
    let first = command_hash(&secret, actor, &command("A"));
    assert_eq!(first, command_hash(&secret, actor, &command("A")));
    assert_ne!(first, command_hash(&secret, actor, &command("B")));
    assert_ne!(first, command_hash(&secret, Actor::Installation, &command("A")));
    assert_ne!(first, command_hash(&other, actor, &command("A")));
}

#[test]
fn an_actor_reads_back_from_its_text() {
    for actor in [Actor::Installation, Actor::Account(AccountId(17))] {
        assert_eq!(Actor::read(&actor.to_string()), Some(actor));
    }
    assert_eq!(Actor::read("B17"), None);
}

#[test]
fn only_the_same_key_about_the_same_thing_opens_unchanged_bytes() {
    let key = Key::random();
    let sealed = seal(&key, b"P1", b"born 1985");
    assert_eq!(open(&key, b"P1", &sealed).unwrap(), b"born 1985");
    assert_eq!(open(&key, b"P2", &sealed), None);
    assert_eq!(open(&Key::random(), b"P1", &sealed), None);
    for place in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[place] ^= 1;
        assert_eq!(open(&key, b"P1", &changed), None);
    }
    assert_eq!(open(&key, b"P1", b"short"), None);
}

#[test]
fn the_same_fact_sealed_twice_gives_different_bytes() {
    let key = Key::random();
    assert_ne!(seal(&key, b"P1", b"2"), seal(&key, b"P1", b"2"));
}

fn curtailed(person: u32, note: &str) -> Event {
    let day = jiff::civil::date(2026, 10, 1);
    TourCurtailed {
        tour: TourId(0),
        person: PersonId(person),
        rotation: day,
        decided: day,
        reason: CurtailmentReason::Medical,
        note: Some(Sealed::Open(note.to_owned())),
    }
    .into()
}

#[test]
fn a_sealed_fact_is_unreadable_in_the_text_and_opens_with_its_key_only() {
    let key = Key::random();
    let events = vec![curtailed(4, "a parent is ill")];
    let encoded = encode(events.clone(), &|_| Some(key.clone())).unwrap();
    assert!(!encoded.parts[0].contains("parent"), "{}", encoded.parts[0]);
    assert_eq!(encoded.events, events);
    assert_eq!(decode(&encoded.parts[0], &|_| Some(key.clone())).unwrap(), events);

    let closed = decode(&encoded.parts[0], &|_| None).unwrap();
    let Event::TourCurtailed(closed) = &closed[0] else { panic!("{closed:?}") };
    assert!(matches!(closed.note, Some(Sealed::Closed(_))));

    let wrong = decode(&encoded.parts[0], &|_| Some(Key::random())).unwrap_err();
    assert!(matches!(wrong, CodecError::WrongKey(PersonId(4))), "{wrong}");
}

#[test]
fn a_fact_about_somebody_erased_is_applied_as_a_restart_would_read_it() {
    let encoded = encode(vec![curtailed(4, "ill"), curtailed(5, "well")], &|person| {
        (person == PersonId(5)).then(|| Key::from_slice(&[7; 32]).unwrap())
    });
    let encoded = encoded.unwrap();
    let Event::TourCurtailed(erased) = &encoded.events[0] else { panic!() };
    assert_eq!(erased.note, Some(Sealed::Closed("erased".to_owned())));
    assert_eq!(encoded.events[1], curtailed(5, "well"));
    let read = decode(&encoded.parts[0], &|_| Key::from_slice(&[7; 32]).filter(|_| true));
    assert_eq!(read.unwrap(), encoded.events);
}

#[test]
fn a_large_command_is_cut_between_events_and_reads_back_whole() {
    let account = |number| -> Event {
        AccountRegistered { account: AccountId(number), sign_in: "ab".into(), name: "n".repeat(300_000).into() }.into()
    };
    let events: Vec<Event> = (0..10).map(account).collect();
    let encoded = encode(events.clone(), &|_| None).unwrap();
    assert_eq!(encoded.parts.len(), 4);
    assert!(encoded.parts.iter().all(|part| part.len() <= MAX_EVENTS_BYTES));
    let read: Vec<Event> = encoded.parts.iter().flat_map(|part| decode(part, &|_| None).unwrap()).collect();
    assert_eq!(read, events);
}

#[test]
fn one_event_longer_than_a_record_is_refused_in_words_that_help() {
    let name = "n".repeat(MAX_EVENTS_BYTES);
    let event = AccountRegistered { account: AccountId(0), sign_in: "ab".into(), name: name.into() };
    let refusal = encode(vec![event.into()], &|_| None).unwrap_err();
    assert_eq!(refusal.rule, "event-too-large");
}

#[test]
fn a_command_without_events_is_a_record_of_none() {
    assert_eq!(encode(Vec::new(), &|_| None).unwrap().parts, ["[]"]);
}

#[test]
fn a_fixed_day_changes_the_date_and_leaves_the_instant_alone() {
    let day = jiff::civil::date(2026, 10, 1);
    let clock = Clock::fixed_day(day);
    assert_eq!(clock.today(), day);
    let before = Clock::system().now_micros();
    assert!(clock.now_micros() >= before);
}
