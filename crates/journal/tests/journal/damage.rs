//! What was changed behind the journal's back is named and not served, and a signed head kept elsewhere finds what the
//! journal alone cannot.

use crate::common::{append, record};
use ed25519_dalek::SigningKey;
use muster_journal::audit::{AuditReport, History, verify};
use muster_journal::testing::TestPlace;
use muster_journal::{
    Damage, Error, Frontier, Head, Journal, Options, Position, Record, SignedHead, VerifiedHead, both_stores,
    record::leaf_of,
};

fn signed(head: Head) -> VerifiedHead {
    let key = SigningKey::from_bytes(&[9; 32]);
    SignedHead::sign(head, 1_790_000_000_000_000, &key).verify(&key.verifying_key()).unwrap()
}

async fn audit(place: &TestPlace, against: Option<&VerifiedHead>) -> AuditReport {
    let journal = place.open_with(Options::audit()).await;
    let report = verify(&journal, against).await.unwrap();
    journal.close().await;
    report
}

/// SQL for a byte string.
fn bytes(place: &TestPlace, value: &[u8]) -> String {
    let digits: String = value.iter().map(|byte| format!("{byte:02x}")).collect();
    if place.is_sqlite() { format!("x'{digits}'") } else { format!("'\\x{digits}'") }
}

/// Rewrites a record together with its leaf, as somebody would who has read this code.
async fn forge(place: &TestPlace, journal: &Journal, position: u64) -> Record {
    let mut forged = journal.read(Position(position - 1), 1).await.unwrap().remove(0);
    forged.events = r#"[{"v":1,"event":"nothing_happened"}]"#.to_owned();
    forged.leaf = leaf_of(&forged);
    let leaf = bytes(place, forged.leaf.as_bytes());
    place
        .tamper(&format!("UPDATE journal SET events = '{}', leaf = {leaf} WHERE position = {position}", forged.events))
        .await;
    forged
}

/// Makes the stored head fit whatever records there are now.
async fn forge_head(place: &TestPlace, journal: &Journal) {
    let mut frontier = Frontier::new();
    frontier.extend(journal.read(Position::START, 1000).await.unwrap().iter().map(|record| record.leaf));
    let peaks = bytes(place, &frontier.to_bytes());
    place.tamper(&format!("UPDATE head SET size = {}, frontier = {peaks}", frontier.size())).await;
}

both_stores! {
    async fn a_changed_column_is_named_and_nothing_from_there_on_is_served(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..9).await;
        let leaf = bytes(&place, &[7; 32]);
        let changes = [
            "events = replace(events, 'v', 'w')".to_owned(),
            "at = at + 1".to_owned(),
            "actor = 'x'".to_owned(),
            "command_id = upper(command_id)".to_owned(),
            format!("command_hash = {leaf}"),
            "part = 2".to_owned(),
            "of_parts = 2".to_owned(),
            format!("leaf = {leaf}"),
        ];
        for change in changes {
            place.tamper("CREATE TABLE kept AS SELECT * FROM journal WHERE position = 5").await;
            place.tamper(&format!("UPDATE journal SET {change} WHERE position = 5")).await;
            let error = journal.read(Position(2), 5).await.unwrap_err();
            let named = matches!(&error, Error::Damaged { position: Position(5), damage: Damage::BytesChanged { .. } });
            assert!(named, "{change}: {error}");
            assert_eq!(journal.read(Position(2), 2).await.unwrap().len(), 2, "what lies before is served");

            let report = audit(&place, None).await;
            assert_eq!((report.first_bad(), report.count), (Some(Position(5)), 1), "{change}: {report}");
            place.tamper("DELETE FROM journal WHERE position = 5; INSERT INTO journal SELECT * FROM kept; DROP TABLE kept").await;
        }
        assert!(audit(&place, None).await.is_sound());
    }

    async fn a_missing_record_is_named(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..9).await;
        place.tamper("DELETE FROM journal WHERE position IN (4, 5)").await;
        let error = journal.read(Position(2), 5).await.unwrap_err();
        assert!(matches!(&error, Error::Damaged { position: Position(4), damage: Damage::Missing }), "{error}");
        let report = audit(&place, None).await;
        assert_eq!((report.first_bad(), report.count), (Some(Position(4)), 2), "{report}");
    }

    async fn a_damaged_end_is_named_on_opening_and_still_open_to_an_audit(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..9).await;
        journal.close().await;
        place.tamper("UPDATE journal SET actor = 'x' WHERE position = 9").await;
        let error = Journal::open(place.location(), Options::default()).await.unwrap_err();
        assert!(matches!(&error, Error::Damaged { position: Position(9), .. }), "{error}");
        assert_eq!(audit(&place, None).await.first_bad(), Some(Position(9)));

        place.tamper("DELETE FROM journal WHERE position > 7").await;
        let error = Journal::open(place.location(), Options::default()).await.unwrap_err();
        assert!(matches!(&error, Error::HeadMismatch { .. }), "{error}");
        let report = audit(&place, None).await;
        assert_eq!(report.first_bad(), Some(Position(8)), "{report}");
    }

    async fn a_record_rewritten_with_its_leaf_is_found_by_the_tree(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..11).await;
        forge(&place, &journal, 6).await;
        let mut tail = journal.tail(Frontier::new());
        let error = tail.next(100).await.unwrap_err();
        assert!(matches!(error, Error::HeadMismatch { .. }), "{error}");
        let report = audit(&place, None).await;
        assert!(!report.is_sound(), "{report}");
        assert!(report.to_string().contains("between positions 1 and 8"), "{report}");
    }

    async fn a_history_rewritten_with_its_head_is_found_only_against_a_signed_head(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..7).await;
        let kept = signed(journal.head().await.unwrap());
        append(&journal, 7..11).await;
        forge(&place, &journal, 3).await;
        forge_head(&place, &journal).await;

        let alone = audit(&place, None).await;
        assert!(alone.is_sound() && alone.history == History::No);
        assert!(alone.to_string().contains("cannot be detected"), "{alone}");
        let report = audit(&place, Some(&kept)).await;
        assert!(matches!(report.history, History::Rewritten { .. }) && !report.is_sound(), "{report}");
    }

    async fn a_shortened_history_is_found_against_a_signed_head(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..7).await;
        let kept = signed(journal.head().await.unwrap());
        place.tamper("DELETE FROM journal WHERE position > 5").await;
        forge_head(&place, &journal).await;
        assert!(audit(&place, None).await.is_sound());
        let report = audit(&place, Some(&kept)).await;
        assert!(matches!(report.history, History::Shortened { left: 5, .. }) && !report.is_sound(), "{report}");
    }

    async fn a_history_that_was_only_added_to_is_proven_against_every_earlier_head(place: TestPlace) {
        let journal = place.open().await;
        let mut heads = vec![signed(journal.head().await.unwrap())];
        for number in 0..6 {
            append(&journal, number * 3..number * 3 + 3).await;
            heads.push(signed(journal.head().await.unwrap()));
        }
        for head in &heads {
            let report = audit(&place, Some(head)).await;
            assert!(report.is_sound() && matches!(report.history, History::OnlyAddedTo { .. }), "{report}");
            assert_eq!(report.head, journal.head().await.unwrap());
        }
    }

    async fn a_head_row_that_lags_behind_the_records_is_named(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..4).await;
        let peaks = bytes(&place, &[1; 32]);
        place.tamper(&format!("UPDATE head SET size = 2, frontier = {peaks}")).await;
        let report = audit(&place, None).await;
        assert_eq!(report.first_bad(), Some(Position(3)), "{report}");
        place.tamper("UPDATE head SET size = 3").await;
        let error = journal.head().await.unwrap_err();
        assert!(matches!(error, Error::HeadMismatch { .. }), "{error}");
        assert!(!audit(&place, None).await.is_sound());
    }

    async fn proofs_verify_away_from_the_journal_and_against_its_heads(place: TestPlace) {
        let journal = place.open().await;
        append(&journal, 0..5).await;
        let old = journal.head().await.unwrap();
        append(&journal, 5..13).await;
        let new = journal.head().await.unwrap();

        let consistency = journal.prove_consistency(old.size, new.size).await.unwrap();
        let read: muster_journal::ConsistencyProof = serde_json::from_str(&serde_json::to_string(&consistency).unwrap()).unwrap();
        assert_eq!(read.verify().unwrap(), (old, new));
        let forged = muster_journal::ConsistencyProof { old_root: new.root, ..consistency };
        assert!(matches!(forged.verify(), Err(Error::NotProven(_))));

        let records = journal.read(Position::START, 100).await.unwrap();
        for record in &records {
            let proof = journal.prove_inclusion(record.position, new.size).await.unwrap();
            let read: muster_journal::InclusionProof = serde_json::from_str(&serde_json::to_string(&proof).unwrap()).unwrap();
            assert_eq!(read.verify_record(record).unwrap(), new);
            let other = Record { actor: "somebody else".to_owned(), ..record.clone() };
            assert!(read.verify_record(&other).is_err());
        }
        assert!(matches!(journal.prove_inclusion(Position(14), 13).await, Err(Error::NoSuchPosition { .. })));
        assert!(matches!(journal.prove_inclusion(Position(1), 14).await, Err(Error::NoSuchPosition { .. })));
        assert!(matches!(journal.prove_consistency(6, 5).await, Err(Error::NoSuchPosition { .. })));
    }
}

#[test]
fn a_leaf_covers_every_field_without_running_one_into_the_next() {
    let base = Record {
        position: Position(1),
        at: 0,
        actor: "ab".to_owned(),
        command_id: record(1).command_id,
        command_hash: record(1).command_hash,
        part: 1,
        of: 1,
        events: "c".to_owned(),
        leaf: record(1).command_hash,
    };
    let shifted = Record { actor: "a".to_owned(), events: "bc".to_owned(), ..base.clone() };
    assert_ne!(leaf_of(&base), leaf_of(&shifted));
    // a golden value: a changed form of the leaf would make every journal ever written fail its audit
    assert_eq!(leaf_of(&base).to_string(), "898d367d108829745b1704836d9c297adfc5001340196021b65c0660f59bdcc2");
}
