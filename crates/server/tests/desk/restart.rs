//! What a start reads: snapshots, records, sealed facts, erasures, and records of a program that knows more.

use crate::support::{
    BORN, desk, desk_with, gap, give, journal_text, post, rows, small_service, tour, try_desk, vault,
};
use muster_domain::kernel::PersonId;
use muster_domain::workforce::ErasePerson;
use muster_journal::testing::TestPlace;
use muster_journal::{Hash, Journal, NewRecord, both_stores};
use muster_server::desk::{Desk, DeskOptions, OpenError, Rejected};
use muster_server::vault::KeyState;

/// Never a snapshot but on closing.
const NO_SNAPSHOTS: DeskOptions = DeskOptions { snapshot_every: u64::MAX, batch: 256, queue: 1024 };

async fn some_history(desk: &Desk) {
    small_service(desk, 4).await;
    for month in 0..6 {
        give(desk, gap(month % 4, month)).await.unwrap();
    }
    give(desk, tour(0, 0)).await.unwrap();
}

/// Appends a record past the desk, as another program would.
async fn append(journal: &Journal, events: &str) {
    let record = NewRecord {
        at: 0,
        actor: "installation".to_owned(),
        command_id: uuid::Uuid::from_u128(7),
        command_hash: Hash::of(&[b"x"]),
        part: 1,
        of: 1,
        events: events.to_owned(),
    };
    let mut batch = journal.begin().await.unwrap();
    batch.append(&[record]).await.unwrap();
    batch.commit().await.unwrap();
}

/// Position of the newest snapshot, by asking the table.
async fn snapshot_at(journal: &Journal) -> Option<u64> {
    journal.latest_snapshot(1).await.unwrap().map(|snapshot| snapshot.position.0)
}

both_stores! {
    async fn a_restart_from_a_snapshot_is_the_same_as_one_from_the_records(place: TestPlace) {
        let first = desk(&place).await;
        some_history(&first).await;
        let before = rows(&first.world());
        first.close().await;
        assert_eq!(snapshot_at(&place.open().await).await, Some(8), "a clean close leaves a snapshot");

        let second = desk(&place).await;
        assert_eq!(rows(&second.world()), before);
        give(&second, post("Bonn")).await.unwrap();
        let after = rows(&second.world());
        drop(second);
        // without a close: the snapshot and one record
        let third = desk(&place).await;
        assert_eq!(rows(&third.world()), after);
        third.journal().drop_snapshots().await.unwrap();
        let fourth = desk(&place).await;
        assert_eq!(rows(&fourth.world()), after);
    }

    async fn snapshots_are_stored_while_commands_are_taken(place: TestPlace) {
        let desk = desk_with(&place, DeskOptions { snapshot_every: 5, ..DeskOptions::default() }).await;
        some_history(&desk).await;
        desk.close().await;
        let stored = place.open().await.latest_snapshot(1).await.unwrap().unwrap();
        assert_eq!(stored.position.0, 8);
        let born = stored.bytes.windows(BORN.len()).any(|window| window == BORN.as_bytes());
        assert!(!born && !stored.bytes.windows(5).any(|window| window == b"Quill"), "a snapshot is sealed");
    }

    async fn a_damaged_snapshot_costs_time_and_nothing_else(place: TestPlace) {
        let first = desk(&place).await;
        some_history(&first).await;
        let before = rows(&first.world());
        first.close().await;
        // its bytes replaced together with their digest, so that only the seal tells
        let journal = place.open().await;
        let stored = journal.latest_snapshot(1).await.unwrap().unwrap();
        let mut bytes = stored.bytes.clone();
        bytes[40] ^= 1;
        journal.drop_snapshot(stored.id).await.unwrap();
        journal.put_snapshot(stored.position, 1, &bytes).await.unwrap();
        let second = desk(&place).await;
        assert_eq!(rows(&second.world()), before);
        assert_eq!(snapshot_at(second.journal()).await, None, "it is removed");

        // a good one at a place whose tree is another: as after restoring a backup of another journal
        journal.put_snapshot(stored.position, 1, &stored.bytes).await.unwrap();
        place.tamper("UPDATE snapshot SET frontier = (SELECT leaf FROM journal WHERE position = 1)").await;
        assert_eq!(rows(&desk(&place).await.world()), before);

        // one of a newer form is not even looked at
        journal.put_snapshot(stored.position, 2, b"of a later program").await.unwrap();
        assert_eq!(rows(&desk(&place).await.world()), before);
    }

    async fn personal_and_family_facts_cannot_be_read_in_the_journal(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 2).await;
        let text = journal_text(desk.journal()).await;
        assert!(text.contains("Quill, Jordan"), "a name is ordinary");
        assert!(!text.contains(BORN) && !text.contains("dependents"), "{text}");
        assert_eq!(desk.world().people[PersonId(1)].family.as_ref().unwrap().dependents, 3);
        let again = crate::support::desk(&place).await;
        assert_eq!(again.world().people[PersonId(1)].family.as_ref().unwrap().dependents, 3);
    }

    async fn an_erased_persons_facts_are_gone_for_good_and_the_tree_still_verifies(place: TestPlace) {
        let first = desk(&place).await;
        small_service(&first, 3).await;
        let head = first.signed_head().await.unwrap();
        first.close().await;
        let old_snapshot = place.open().await.latest_snapshot(1).await.unwrap().unwrap();

        let second = desk_with(&place, NO_SNAPSHOTS).await;
        give(&second, ErasePerson { person: PersonId(1) }).await.unwrap();
        assert_eq!(second.world().people[PersonId(1)].personal, None);
        assert_eq!(second.vault().ring().state(PersonId(1)), Some(&KeyState::Erased));
        assert_eq!(snapshot_at(second.journal()).await, None, "snapshots from before are dropped");
        assert!(second.audit(Some(&head)).await.unwrap().is_sound());
        let world = rows(&second.world());
        drop(second);

        let keys = vault(&place).await;
        keys.load_person_keys().await.unwrap();
        assert_eq!(keys.ring().state(PersonId(1)), Some(&KeyState::Erased), "not only in memory");
        // a copy of a snapshot from before, put back
        place.open().await.put_snapshot(old_snapshot.position, 1, &old_snapshot.bytes).await.unwrap();
        let third = desk(&place).await;
        assert_eq!(rows(&third.world()), world);
        assert_eq!(snapshot_at(third.journal()).await, None, "its key is gone");
        assert!(third.world().people[PersonId(0)].personal.is_some(), "others are untouched");
    }

    async fn an_erasure_that_a_stop_interrupted_is_carried_out_on_the_next_start(place: TestPlace) {
        let first = desk(&place).await;
        small_service(&first, 2).await;
        first.close().await;
        append(&place.open().await, r#"[{"event":"person_erased","v":1,"body":{"person":"P0"}}]"#).await;

        let second = desk(&place).await;
        assert_eq!(second.world().people[PersonId(0)].personal, None);
        let keys = vault(&place).await;
        keys.load_person_keys().await.unwrap();
        assert_eq!(keys.ring().state(PersonId(0)), Some(&KeyState::Erased));
        assert_eq!(snapshot_at(second.journal()).await, None);
    }

    async fn a_record_of_a_newer_program_keeps_the_desk_shut(place: TestPlace) {
        let first = desk(&place).await;
        give(&first, post("Amman")).await.unwrap();
        append(&place.open().await, r#"[{"event":"billet_transmuted","v":3,"body":{}}]"#).await;

        // the server that runs stops, and goes on showing what it knew
        let refused = give(&first, post("Bonn")).await.unwrap_err();
        assert!(matches!(&refused, Rejected::Unavailable(why) if why.contains("billet_transmuted")), "{refused}");
        assert!(first.stopped().unwrap().contains("billet_transmuted"));
        assert_eq!(first.world().posts.len(), 1);

        let shut = try_desk(place.open().await, &place, DeskOptions::default()).await.unwrap_err();
        assert!(matches!(shut, OpenError::Replay(_)) && shut.to_string().contains("start a version of Muster"), "{shut}");
    }

    async fn a_vault_of_another_journal_is_named(place: TestPlace) {
        let first = desk_with(&place, NO_SNAPSHOTS).await;
        small_service(&first, 1).await;
        drop(first);
        let keys = vault(&place).await;
        keys.renew_snapshot_key().await.unwrap();
        replace_key(&place).await;
        let shut = try_desk(place.open().await, &place, NO_SNAPSHOTS).await.unwrap_err();
        assert!(shut.to_string().contains("belongs to another journal"), "{shut}");
    }
}

/// Gives every person of the vault a key that fits nothing.
async fn replace_key(place: &TestPlace) {
    match place.location() {
        muster_journal::Location::Postgres(_) => {
            place.tamper("UPDATE vault.person_key SET key = decode(repeat('07', 32), 'hex')").await;
        }
        muster_journal::Location::Sqlite(path) => {
            use sqlx::{ConnectOptions as _, Connection as _};
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(muster_server::vault::Vault::beside(path));
            let mut connection = options.connect().await.unwrap();
            sqlx::raw_sql("UPDATE person_key SET key = zeroblob(32)").execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
        }
    }
}
