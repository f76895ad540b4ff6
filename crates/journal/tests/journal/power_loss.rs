//! The machine forgets what was not synced, at any moment: no acknowledged record is lost, none is there twice and the
//! tree verifies. With syncing switched off the same test finds losses, so it can fail.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::common::{append, everything, id, record};
use crate::disk::{Chance, Disk};
use muster_journal::audit::verify;
use muster_journal::{Error, Journal, Location, Options, Position, SqliteOptions};

async fn open(disk: &Disk, synchronous: &str) -> muster_journal::Result<Journal> {
    // a small log, so that moving it into the file is cut off too
    let pragmas = [("synchronous", synchronous), ("wal_autocheckpoint", "20"), ("cache_size", "10")];
    let pragmas = pragmas.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    let options = Options { sqlite: SqliteOptions { vfs: Some(disk.boot()), pragmas }, ..Options::default() };
    Journal::open(&Location::Sqlite(PathBuf::from("journal.db")), options).await
}

/// What one life of the machine has promised: positions by command number.
type Acknowledged = BTreeMap<u64, Position>;

/// Writes until the power goes.
async fn live(journal: &Journal, next: &mut u64, chance: &mut Chance) -> Acknowledged {
    let mut acknowledged = Acknowledged::new();
    loop {
        let numbers = *next..*next + 1 + chance.below(5);
        *next = numbers.end;
        let records: Vec<_> = numbers.clone().map(record).collect();
        let written = async {
            let mut batch = journal.begin().await?;
            let positions = batch.append(&records).await?;
            batch.commit().await.map(|_| positions)
        };
        match written.await {
            Ok(positions) => acknowledged.extend(numbers.zip(positions)),
            Err(_) => return acknowledged,
        }
    }
}

/// Several lives of one machine; how many acknowledged records were lost (a journal that cannot be read counts as one),
/// and how many there were.
async fn losses(seed: u64, synchronous: &str) -> (u64, usize) {
    const LIVES: u64 = 3;
    let (disk, mut chance, mut next) = (Disk::default(), Chance(seed), 0);
    let mut promised = Acknowledged::new();
    for _ in 0..LIVES {
        let Ok(journal) = open(&disk, synchronous).await else { return (1, promised.len()) };
        disk.lose_power_after(1 + chance.below(400));
        promised.extend(live(&journal, &mut next, &mut chance).await);
        journal.close().await;
        disk.forget_unsynced(&mut chance);

        let Ok(journal) = open(&disk, synchronous).await else { return (1, promised.len()) };
        let mut lost = 0;
        for (number, position) in &promised {
            let found = journal.find_command(id(*number)).await;
            lost += u64::from(!found.is_ok_and(|found| found.is_some_and(|found| found.first == *position)));
        }
        if lost > 0 {
            return (lost, promised.len());
        }
        let sound = verify(&journal, None).await.is_ok_and(|report| report.is_sound());
        if !sound {
            return (1, promised.len());
        }
        let mut commands: Vec<_> = everything(&journal).await.iter().map(|record| record.command_id).collect();
        let all = commands.len();
        commands.sort();
        commands.dedup();
        assert_eq!(commands.len(), all, "seed {seed}: no command is there twice");
        journal.close().await;
    }
    (0, promised.len())
}

#[tokio::test]
async fn no_acknowledged_record_is_lost_when_the_machine_forgets_unsynced_writes() {
    let mut acknowledged = 0;
    for seed in 0..150 {
        let (lost, promised) = losses(seed, "FULL").await;
        assert_eq!(lost, 0, "seed {seed}");
        acknowledged += promised;
    }
    assert!(acknowledged > 10_000, "only {acknowledged} records were acknowledged: too few to prove anything");
}

#[tokio::test]
async fn without_syncing_the_same_test_finds_lost_records() {
    let mut found = 0;
    for seed in 0..30 {
        found += u64::from(losses(seed, "OFF").await.0 > 0);
    }
    assert!(found > 15, "only {found} of 30 machines lost something without syncing: the test would miss a real loss");
}

#[tokio::test]
async fn a_full_disk_is_named_stores_nothing_and_heals_when_there_is_room() {
    let disk = Disk::default();
    let journal = open(&disk, "FULL").await.unwrap();
    append(&journal, 0..50).await;
    let head = journal.head().await.unwrap();
    disk.set_capacity(Some(disk.used() + 9_000));

    let mut number = 50;
    let refused = loop {
        let records: Vec<_> = (number..number + 40).map(record).collect();
        number += 40;
        let mut batch = journal.begin().await.unwrap();
        let written = async {
            batch.append(&records).await?;
            batch.commit().await
        };
        if let Err(error) = written.await {
            break error;
        }
    };
    assert!(matches!(refused, Error::DiskFull { .. }), "{refused}");
    assert!(refused.to_string().contains("Free space"), "{refused}");
    let now = journal.head().await.unwrap();
    assert!(now.size >= head.size, "reads go on");
    assert_eq!(journal.find_command(id(number - 1)).await.unwrap(), None, "nothing of the refused batch is there");
    assert!(verify(&journal, None).await.unwrap().is_sound());

    disk.set_capacity(None);
    assert_eq!(append(&journal, number..number + 1).await, [Position(now.size + 1)]);
    assert!(verify(&journal, None).await.unwrap().is_sound());
}

#[tokio::test]
async fn a_commit_that_the_disk_does_not_confirm_has_an_unknown_outcome() {
    let disk = Disk::default();
    let journal = open(&disk, "FULL").await.unwrap();
    append(&journal, 0..5).await;
    disk.fail_syncs(true);
    let mut batch = journal.begin().await.unwrap();
    batch.append(&[record(5)]).await.unwrap();
    let unknown = batch.commit().await.unwrap_err();
    assert!(matches!(unknown, Error::OutcomeUnknown { .. }), "{unknown}");

    disk.fail_syncs(false);
    let found = journal.find_command(id(5)).await.unwrap();
    let size = journal.head().await.unwrap().size;
    assert_eq!(found.is_some(), size == 6, "the look-up and the head agree on what became of it");
    assert!(verify(&journal, None).await.unwrap().is_sound());
    assert_eq!(append(&journal, 6..7).await, [Position(size + 1)]);
}
