//! Records for tests: recognisable, small, each command with an id of its own.

use muster_journal::{Hash, Journal, NewRecord, Position};
use uuid::Uuid;

/// A record of a command of one part, told apart by a number.
pub fn record(number: u64) -> NewRecord {
    NewRecord {
        at: 1_790_000_000_000_000 + number as i64,
        actor: format!("account:{}", number % 7),
        command_id: id(number),
        command_hash: Hash::of(&[&number.to_be_bytes()]),
        part: 1,
        of: 1,
        events: format!(r#"[{{"v":1,"event":"billet_opened","billet":{number},"title":"Gesandtschaft Zürich ✈"}}]"#),
    }
}

/// The id of [`record`]'s command.
pub fn id(number: u64) -> Uuid {
    Uuid::from_u128(0xfeed_0000_0000_7000_8000_0000_0000_0000 + u128::from(number))
}

/// Appends the records of a range of numbers in one batch.
pub async fn append(journal: &Journal, numbers: std::ops::Range<u64>) -> Vec<Position> {
    let records: Vec<NewRecord> = numbers.map(record).collect();
    let mut batch = journal.begin().await.unwrap();
    let positions = batch.append(&records).await.unwrap();
    batch.commit().await.unwrap();
    positions
}

/// Every record, checked one by one and as a whole.
pub async fn everything(journal: &Journal) -> Vec<muster_journal::Record> {
    let mut tail = journal.tail(muster_journal::Frontier::new());
    let mut all = Vec::new();
    loop {
        let mut records = tail.next(100).await.unwrap();
        if records.is_empty() {
            return all;
        }
        all.append(&mut records);
    }
}
