//! Appending and reading: what the desk relies on, on both stores.

use crate::common::{append, everything, id, record};
use muster_journal::testing::TestPlace;
use muster_journal::{Error, Hash, Head, MAX_EVENTS_BYTES, NewRecord, Position, both_stores, tree};

both_stores! {
    async fn an_empty_journal_has_the_empty_root_and_no_records(place: TestPlace) {
        let journal = place.open().await;
        assert_eq!(journal.head().await.unwrap(), Head { size: 0, root: tree::empty_root() });
        assert!(journal.read(Position::START, 10).await.unwrap().is_empty());
    }

    async fn records_come_back_byte_for_byte_in_order_after_reopening(place: TestPlace) {
        let journal = place.open().await;
        let positions = append(&journal, 0..150).await;
        let head = journal.head().await.unwrap();
        journal.close().await;

        let again = place.open().await;
        let records = everything(&again).await;
        assert_eq!(positions, (1..=150).map(Position).collect::<Vec<_>>());
        assert_eq!(again.head().await.unwrap(), head);
        for (number, found) in records.iter().enumerate() {
            let expected = record(number as u64);
            assert_eq!(found.position, Position(number as u64 + 1));
            let NewRecord { at, actor, command_id, command_hash, part, of, events } = expected;
            assert_eq!((found.at, &found.actor, found.command_id, found.command_hash), (at, &actor, command_id, command_hash));
            assert_eq!((found.part, found.of, &found.events), (part, of, &events));
        }
    }

    async fn reading_stops_at_its_limit_and_goes_on_after_a_position(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..10).await;
        let read: Vec<u64> = journal.read(Position(4), 3).await.unwrap().iter().map(|record| record.position.0).collect();
        assert_eq!(read, [5, 6, 7]);
    }

    async fn a_batch_that_is_dropped_or_rolled_back_has_never_been(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..3).await;
        let head = journal.head().await.unwrap();

        let mut dropped = journal.begin().await.unwrap();
        dropped.append(&[record(10)]).await.unwrap();
        drop(dropped);
        let mut rolled_back = journal.begin().await.unwrap();
        rolled_back.append(&[record(11)]).await.unwrap();
        rolled_back.rollback().await;

        assert_eq!(journal.head().await.unwrap(), head);
        assert_eq!(journal.find_command(id(10)).await.unwrap(), None);
        assert_eq!(append(&journal, 10..12).await, [Position(4), Position(5)]);
        assert_eq!(everything(&journal).await.len(), 5);
    }

    async fn an_empty_batch_commits_to_the_head_it_began_with(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..3).await;
        let batch = journal.begin().await.unwrap();
        let begun = batch.begun_at();
        assert_eq!(batch.commit().await.unwrap(), begun);
        assert_eq!(journal.head().await.unwrap(), begun);
    }

    async fn a_command_is_found_with_its_actor_and_its_places(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..2).await;
        let parts: Vec<NewRecord> = (1..=3).map(|part| NewRecord { part, of: 3, ..record(7) }).collect();
        let mut batch = journal.begin().await.unwrap();
        batch.append(&parts).await.unwrap();
        let within = batch.find_command(id(7)).await.unwrap();
        batch.commit().await.unwrap();

        let found = journal.find_command(id(7)).await.unwrap().unwrap();
        assert_eq!(within.as_ref(), Some(&found));
        assert_eq!((found.first, found.last), (Position(3), Position(5)));
        assert_eq!((found.actor, found.command_hash), (record(7).actor, record(7).command_hash));
        assert_eq!(journal.find_command(id(8)).await.unwrap(), None);
    }

    async fn many_commands_are_looked_up_at_once(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..100).await;
        let mut batch = journal.begin().await.unwrap();
        for count in [0, 1, 3, 64, 65, 150] {
            let ids: Vec<_> = (0..count).map(|number| id(number * 2)).collect();
            let found = batch.find_commands(&ids).await.unwrap();
            assert_eq!(found.len() as u64, count.min(50), "{count}");
            for (number, id) in ids.iter().enumerate().take(50) {
                assert_eq!(found[id].first, Position(number as u64 * 2 + 1));
            }
        }
    }

    async fn a_repeated_command_id_is_refused_and_nothing_of_its_batch_is_stored(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..3).await;
        let mut batch = journal.begin().await.unwrap();
        let refused = batch.append(&[record(20), record(1)]).await.unwrap_err();
        assert!(matches!(refused, Error::RepeatedCommand { .. }), "{refused}");
        // the failed batch cannot be talked into storing anything
        assert!(matches!(batch.append(&[record(21)]).await, Err(Error::BatchFailed)));
        assert!(matches!(batch.commit().await, Err(Error::BatchFailed)));

        assert_eq!(journal.head().await.unwrap().size, 3);
        assert_eq!(append(&journal, 20..21).await, [Position(4)]);
    }

    async fn a_record_over_one_megabyte_is_refused_and_the_batch_goes_on(place: TestPlace) {
        let journal = place.open().await;
        let mut batch = journal.begin().await.unwrap();
        let large = |bytes| NewRecord { events: "x".repeat(bytes), ..record(1) };
        let refused = batch.append(&[record(0), large(MAX_EVENTS_BYTES + 1)]).await.unwrap_err();
        assert!(refused.to_string().contains("cut the command into parts"), "{refused}");
        batch.append(&[record(0), large(MAX_EVENTS_BYTES)]).await.unwrap();
        assert_eq!(batch.commit().await.unwrap().size, 2);
    }

    async fn the_parts_of_a_command_lie_side_by_side_or_are_refused(place: TestPlace) {
        let journal = place.open().await;
        let part = |part, of| NewRecord { part, of, ..record(1) };
        for wrong in [vec![part(2, 2)], vec![part(0, 1)], vec![part(1, 2), record(2)], vec![part(1, 3), part(3, 3)], vec![part(1, 2), part(2, 3)]] {
            let mut batch = journal.begin().await.unwrap();
            assert!(matches!(batch.append(&wrong).await, Err(Error::RefusedRecord { .. })), "{wrong:?}");
        }
        let mut unfinished = journal.begin().await.unwrap();
        unfinished.append(&[part(1, 2)]).await.unwrap();
        assert!(matches!(unfinished.commit().await, Err(Error::RefusedRecord { .. })));

        let mut in_two_calls = journal.begin().await.unwrap();
        in_two_calls.append(&[part(1, 2)]).await.unwrap();
        in_two_calls.append(&[part(2, 2), record(2)]).await.unwrap();
        assert_eq!(in_two_calls.commit().await.unwrap().size, 3);
    }

    async fn twenty_thousand_records_go_through_one_batch(place: TestPlace) {
        let journal = place.open().await;
        assert_eq!(append(&journal, 0..20_000).await.last(), Some(&Position(20_000)));
        let records = everything(&journal).await;
        assert_eq!(records.len(), 20_000);
        assert_eq!(records[12_345].command_hash, Hash::of(&[&12_345_u64.to_be_bytes()]));
    }
}
