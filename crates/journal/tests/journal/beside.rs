//! What is stored beside the records: snapshots, datasets, and whole copies of the journal.

use crate::common::{append, everything};
use muster_journal::testing::{TestPlace, sqlite_place};
use muster_journal::{Error, Hash, Location, Options, Position, both_stores, restore};

/// Several parts long, and no two alike.
fn large(seed: u8) -> Vec<u8> {
    (0..2_500_000_u32).map(|place| (place.wrapping_mul(2_654_435_761) >> 24) as u8 ^ seed).collect()
}

both_stores! {
    async fn the_newest_snapshot_comes_back_with_a_tree_that_its_tail_proves(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..21).await;
        // taken at a position that is no longer the head, as a background task does
        journal.put_snapshot(Position(13), 1, &large(1)).await.unwrap();
        journal.put_snapshot(Position(17), 1, b"").await.unwrap();
        append(&journal, 21..25).await;

        let snapshot = journal.latest_snapshot(1).await.unwrap().unwrap();
        assert_eq!((snapshot.position, snapshot.bytes.len()), (Position(17), 0));
        let mut tail = journal.tail(snapshot.frontier);
        let read: Vec<u64> = tail.next(100).await.unwrap().iter().map(|record| record.position.0).collect();
        assert_eq!(read, (18..=25).collect::<Vec<_>>());
        assert_eq!(tail.frontier().root(), journal.head().await.unwrap().root);

        journal.drop_snapshot(snapshot.id).await.unwrap();
        assert_eq!(journal.latest_snapshot(1).await.unwrap().unwrap().bytes, large(1));
    }

    async fn at_most_two_snapshots_of_a_format_are_kept_and_none_of_an_older_format(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..9).await;
        for position in 1..=5 {
            journal.put_snapshot(Position(position), 1, &[position as u8]).await.unwrap();
        }
        let mut left = Vec::new();
        while let Some(snapshot) = journal.latest_snapshot(1).await.unwrap() {
            journal.drop_snapshot(snapshot.id).await.unwrap();
            left.push(snapshot.position.0);
        }
        assert_eq!(left, [5, 4]);

        journal.put_snapshot(Position(5), 1, b"old").await.unwrap();
        journal.put_snapshot(Position(6), 2, b"new").await.unwrap();
        assert_eq!(journal.latest_snapshot(1).await.unwrap(), None);
        assert_eq!(journal.latest_snapshot(2).await.unwrap().unwrap().bytes, b"new");
        journal.drop_snapshots().await.unwrap();
        assert_eq!(journal.latest_snapshot(2).await.unwrap(), None);
    }

    async fn a_damaged_snapshot_is_passed_over_for_the_one_before(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..9).await;
        journal.put_snapshot(Position(3), 1, b"good").await.unwrap();
        journal.put_snapshot(Position(8), 1, b"newer").await.unwrap();
        place.tamper("UPDATE snapshot_part SET bytes = (SELECT leaf FROM journal WHERE position = 1) \
                      WHERE snapshot = (SELECT id FROM snapshot WHERE position = 8)").await;
        assert_eq!(journal.latest_snapshot(1).await.unwrap().unwrap().bytes, b"good");
        place.tamper("DELETE FROM snapshot_part").await;
        assert_eq!(journal.latest_snapshot(1).await.unwrap(), None);
    }

    async fn a_snapshot_after_the_head_is_refused(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..2).await;
        let refused = journal.put_snapshot(Position(3), 1, b"x").await.unwrap_err();
        assert!(matches!(refused, Error::NoSuchPosition { asked: Position(3), size: 2 }), "{refused}");
    }

    async fn a_dataset_is_found_under_its_hash_and_put_only_once(place: TestPlace) {
        let journal = place.open().await;
        let hash = journal.put_blob(&large(3)).await.unwrap();
        assert_eq!(hash, Hash::of(&[&large(3)]));
        assert_eq!(journal.put_blob(&large(3)).await.unwrap(), hash);
        assert_eq!(journal.blobs().await.unwrap(), [hash]);
        assert_eq!(journal.blob(hash).await.unwrap(), Some(large(3)));
        assert_eq!(journal.blob(Hash([0; 32])).await.unwrap(), None);
    }

    async fn a_changed_dataset_is_named_and_not_served(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..1).await;
        let hash = journal.put_blob(b"post,allowance\n").await.unwrap();
        place.tamper("UPDATE blob SET bytes = (SELECT leaf FROM journal)").await;
        let error = journal.blob(hash).await.unwrap_err();
        assert!(matches!(&error, Error::BytesDamaged { what, .. } if what.contains(&hash.to_string())), "{error}");
        let report = muster_journal::audit::verify(&journal, None).await.unwrap();
        assert!(!report.is_sound() && report.to_string().contains(&hash.to_string()), "{report}");
    }

    async fn a_backup_restored_elsewhere_is_the_same_journal(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..2_345).await;
        let dataset = journal.put_blob(&large(9)).await.unwrap();
        let (file, mut reports) = (place.file("backup.db"), 0);
        let head = journal.backup(&file, &mut |_| reports += 1).await.unwrap();
        assert_eq!((head, reports), (journal.head().await.unwrap(), 3));

        let elsewhere = sqlite_place();
        assert_eq!(restore(&file, elsewhere.location(), &mut |_| {}).await.unwrap(), head);
        let restored = elsewhere.open().await;
        assert_eq!(everything(&restored).await, everything(&journal).await);
        assert_eq!(restored.blob(dataset).await.unwrap(), Some(large(9)));

        // and the other way: what a file holds goes into a new database of this store
        place.tamper("DROP TABLE journal; DROP TABLE journal_schema; DROP TABLE head; DROP TABLE snapshot_part; \
                      DROP TABLE snapshot; DROP TABLE blob;").await;
        if place.is_sqlite() {
            place.tamper("PRAGMA user_version = 0").await;
        }
        assert_eq!(restore(&file, place.location(), &mut |_| {}).await.unwrap(), head);
        assert_eq!(everything(&place.open().await).await.len(), 2_345);
    }

    async fn a_backup_never_replaces_a_file_and_a_restore_never_a_journal(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..5).await;
        let file = place.file("backup.db");
        journal.backup(&file, &mut |_| {}).await.unwrap();
        assert!(matches!(journal.backup(&file, &mut |_| {}).await, Err(Error::File { .. })));
        let refused = restore(&file, place.location(), &mut |_| {}).await.unwrap_err();
        assert!(refused.to_string().contains("already has 5 records"), "{refused}");
        assert_eq!(journal.head().await.unwrap().size, 5);
    }

    async fn a_damaged_journal_gives_no_backup(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..5).await;
        place.tamper("UPDATE journal SET actor = 'nobody' WHERE position = 4").await;
        let file = place.file("backup.db");
        let refused = journal.backup(&file, &mut |_| {}).await.unwrap_err();
        assert!(matches!(refused, Error::Damaged { position: Position(4), .. }), "{refused}");
        let left: Vec<_> = std::fs::read_dir(file.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert!(!left.iter().any(|name| name.to_string_lossy().contains("backup")), "{left:?}");
    }
}

#[tokio::test]
async fn restoring_from_a_file_that_is_no_backup_says_so() {
    let place = sqlite_place();
    let file = place.file("notes.txt");
    std::fs::write(&file, "not a database, but long enough to be looked at as one".repeat(100)).unwrap();
    let refused = restore(&file, place.location(), &mut |_| {}).await.unwrap_err();
    assert!(matches!(refused, Error::CannotOpen { .. }), "{refused}");
    let options = Options { create: false, ..Options::default() };
    let missing =
        muster_journal::Journal::open(&Location::Sqlite(place.file("missing.db")), options).await.unwrap_err();
    assert!(missing.to_string().contains("missing.db"), "{missing}");
}
