//! Two servers on one journal: they take turns, see each other and never both have a position.

use std::time::Duration;

use crate::common::{append, everything, record};
use muster_journal::testing::TestPlace;
use muster_journal::{Error, Journal, Options, Position, both_stores};

/// As a desk does: catch up with what others wrote, then append.
async fn write_some(journal: Journal, numbers: std::ops::Range<u64>) -> Vec<Position> {
    let mut seen = Position::START;
    let mut mine = Vec::new();
    for number in numbers {
        let mut batch = journal.begin().await.unwrap();
        let caught_up = batch.records_after(seen, 1_000).await.unwrap();
        seen = caught_up.last().map_or(seen, |record| record.position);
        assert_eq!(seen.0, batch.begun_at().size, "under the lock everything committed before is visible");
        let positions = batch.append(&[record(number)]).await.unwrap();
        batch.commit().await.unwrap();
        mine.extend(positions);
    }
    mine
}

both_stores! {
    async fn two_writers_leave_no_gap_and_share_no_position(place: TestPlace) {
        let (one, two) = (place.open().await, place.open().await);
        let first = tokio::spawn(write_some(one.clone(), 0..60));
        let second = tokio::spawn(write_some(two.clone(), 1000..1060));
        let mut positions = first.await.unwrap();
        positions.extend(second.await.unwrap());
        positions.sort();
        assert_eq!(positions, (1..=120).map(Position).collect::<Vec<_>>());
        assert_eq!(everything(&one).await.len(), 120);
        assert_eq!(one.head().await.unwrap(), two.head().await.unwrap());
    }

    async fn many_tasks_of_one_server_take_turns(place: TestPlace) {
        let journal = place.open().await;
        let writers: Vec<_> = (0..8).map(|task| tokio::spawn(write_some(journal.clone(), task * 100..task * 100 + 10))).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        assert_eq!(everything(&journal).await.len(), 80);
    }

    async fn a_write_of_another_server_wakes_the_watcher(place: TestPlace) {
        let (one, two) = (place.open().await, place.open().await);
        append(&one, 0..1).await;
        let mut newest = two.watch();
        newest.wait_for(|position| *position == Position(1)).await.unwrap();
        append(&one, 1..4).await;
        let woken = tokio::time::timeout(Duration::from_secs(30), newest.wait_for(|position| *position == Position(4))).await;
        assert_eq!(*woken.expect("the watcher is told").unwrap(), Position(4));
    }

    async fn ones_own_write_is_seen_by_the_watcher_when_the_commit_returns(place: TestPlace) {
        let journal = place.open().await;
        let newest = journal.watch();
        append(&journal, 0..5).await;
        assert_eq!(*newest.borrow(), Position(5));
    }

    async fn two_servers_that_open_a_new_journal_at_once_make_it_once(place: TestPlace) {
        let openings: Vec<_> = (0..6).map(|_| {
            let place = place.clone();
            tokio::spawn(async move { place.open().await })
        }).collect();
        for opening in openings {
            let journal = opening.await.unwrap();
            assert_eq!(journal.head().await.unwrap().size, 0);
        }
    }

    async fn a_writer_that_waits_too_long_for_the_lock_says_so_and_can_try_again(place: TestPlace) {
        let impatient = Options { lock_timeout: Duration::from_millis(50), ..Options::default() };
        let (holder, waiter) = (place.open().await, place.open_with(impatient).await);
        let batch = holder.begin().await.unwrap();
        let refused = waiter.begin().await.err().unwrap();
        assert!(matches!(refused, Error::Locked { .. }), "{refused}");
        assert_eq!(waiter.head().await.unwrap().size, 0, "reads go on");
        batch.rollback().await;
        assert_eq!(append(&waiter, 0..1).await, [Position(1)]);
    }

    async fn a_caller_that_goes_away_while_waiting_leaves_no_lock_behind(place: TestPlace) {
        let (holder, other) = (place.open().await, place.open().await);
        let batch = holder.begin().await.unwrap();
        let waiting = tokio::spawn({ let other = other.clone(); async move { other.begin().await.map(drop) } });
        tokio::task::yield_now().await;
        waiting.abort();
        drop(waiting.await);
        batch.rollback().await;
        assert_eq!(append(&holder, 0..1).await, [Position(1)]);
        assert_eq!(append(&other, 1..2).await, [Position(2)]);
    }
}
