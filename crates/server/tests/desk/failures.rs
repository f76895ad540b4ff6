//! A journal that cannot be written: commands are answered *unavailable*, reads go on, and nothing is half done.

#[path = "../../../journal/tests/journal/proxy.rs"]
mod proxy;

use std::sync::{Arc, Mutex};

use crate::support::{TODAY, desk, desk_on, give, person, post, rows, small_service, together, vault};
use muster_domain::{AccountId, Command, Date, World};
use muster_journal::testing::{TestPlace, postgres_place, sqlite_place};
use muster_journal::{Journal, Options, SqliteOptions, both_stores};
use muster_server::clock::Clock;
use muster_server::desk::{Accepted, Authorise, Denial, Desk, Rejected, Submission};
use proxy::{Cut, Proxy};
use tokio::sync::Notify;

fn unavailable(answer: &Result<Accepted, Rejected>, says: &str) {
    assert!(matches!(answer, Err(Rejected::Unavailable(why)) if why.contains(says)), "{answer:?}");
}

both_stores! {
    async fn a_read_only_journal_is_shown_and_every_command_says_why_not(place: TestPlace) {
        let writer = desk(&place).await;
        small_service(&writer, 2).await;
        let reader = desk_on(&place, Options { read_only: true, ..Options::default() }).await;
        assert_eq!(rows(&reader.world()), rows(&writer.world()));
        unavailable(&give(&reader, post("Bonn")).await, "read-only");
        assert_eq!(rows(&reader.world()), rows(&writer.world()));
        assert!(give(&writer, post("Bonn")).await.is_ok());
    }

    async fn a_writer_that_waits_too_long_for_the_lock_is_unavailable_and_then_available(place: TestPlace) {
        let holder = place.open().await;
        let impatient = Options { lock_timeout: std::time::Duration::from_millis(100), ..Options::default() };
        let desk = desk_on(&place, impatient).await;
        let batch = holder.begin().await.unwrap();
        unavailable(&give(&desk, post("Bonn")).await, "writer lock");
        assert_eq!(desk.world().posts.len(), 0);
        batch.rollback().await;
        assert!(give(&desk, post("Bonn")).await.is_ok());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_may_not_grow_takes_no_command_and_reads_go_on() {
    let place = sqlite_place();
    small_service(&desk(&place).await, 5).await;
    let pragmas = vec![("max_page_count".to_owned(), "24".to_owned())];
    let small = Options { sqlite: SqliteOptions { vfs: None, pragmas }, ..Options::default() };
    let desk = desk_on(&place, small).await;
    let before = rows(&desk.world());
    let many = together((100..600).map(|number| person(number).into()).collect());
    unavailable(&give(&desk, many.clone()).await, "disk");
    assert_eq!(rows(&desk.world()), before);

    let roomy = crate::support::desk(&place).await;
    assert_eq!(give(&roomy, many).await.unwrap().created.len(), 500, "with room again");
}

/// The server has one file system for every test, so its own words for a full disk are spoken by a trigger.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_without_room_takes_no_command_and_reads_go_on() {
    let Some(place) = postgres_place("a_server_without_room_takes_no_command_and_reads_go_on").await else { return };
    let desk = desk(&place).await;
    small_service(&desk, 2).await;
    let before = rows(&desk.world());
    place
        .tamper(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$; \
             CREATE TRIGGER full_disk BEFORE INSERT ON journal EXECUTE FUNCTION full_disk()",
        )
        .await;
    unavailable(&give(&desk, post("Bonn")).await, "full");
    assert_eq!(rows(&desk.world()), before);
    place.tamper("DROP TRIGGER full_disk ON journal").await;
    assert!(give(&desk, post("Bonn")).await.is_ok());
    desk.close().await;
    place.remove().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_ends_every_connection_is_connected_to_again() {
    let Some(place) = postgres_place("a_server_that_ends_every_connection_is_connected_to_again").await else { return };
    let desk = desk(&place).await;
    small_service(&desk, 2).await;
    for number in 0..5 {
        place
            .tamper(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND pid <> pg_backend_pid()",
            )
            .await;
        // the first may find the line cut; given again under its id it is done once
        let command = Submission::by_installation(post(&format!("Post {number}")));
        let mut answer = desk.submit(command.clone()).await;
        for _ in 0..5 {
            if answer.is_ok() {
                break;
            }
            answer = desk.submit(command.clone()).await;
        }
        assert!(answer.is_ok(), "{answer:?}");
    }
    assert_eq!(desk.world().posts.len(), 6);
    desk.close().await;
    place.remove().await;
}

/// Allows everything and cuts the line, once the batch has begun, so that its commit is what is cut.
struct CutWhenAsked {
    proxy: Proxy,
    next: Mutex<Cut>,
    asked: Notify,
}

impl CutWhenAsked {
    /// Gives a command whose commit is cut, and mends the line once the database has made up its mind.
    async fn submit(&self, desk: &Desk, direct: &Journal, cut: Cut, command: Submission) -> Result<Accepted, Rejected> {
        *self.next.lock().unwrap() = cut;
        let mend = async {
            self.asked.notified().await;
            // had only when the transaction of the cut line is over
            direct.begin().await.unwrap().rollback().await;
            self.proxy.cut(Cut::Nothing);
        };
        tokio::join!(desk.submit(command), mend).0
    }
}

impl Authorise for CutWhenAsked {
    fn authorise(&self, _: &World, _: Date, _: Option<AccountId>, _: &Command) -> Result<(), Denial> {
        let cut = std::mem::replace(&mut *self.next.lock().unwrap(), Cut::Nothing);
        if cut != Cut::Nothing {
            self.proxy.cut(cut);
            self.asked.notify_one();
        }
        Ok(())
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_commit_whose_answer_is_lost_is_looked_up_before_anybody_is_answered() {
    let name = "a_commit_whose_answer_is_lost_is_looked_up_before_anybody_is_answered";
    let Some(place) = postgres_place(name).await else { return };
    let proxy = Proxy::before(place.location()).await;
    let (direct, line) = (place.open().await, Journal::open(proxy.location(), Options::default()).await.unwrap());
    let policy = Arc::new(CutWhenAsked { proxy, next: Mutex::new(Cut::Nothing), asked: Notify::new() });
    let desk = Desk::open(line, vault(&place).await, policy.clone(), Clock::fixed_day(TODAY)).await.unwrap();
    give(&desk, post("Amman")).await.unwrap();

    let command = Submission::by_installation(post("Bonn"));
    let stored = policy.submit(&desk, &direct, Cut::AfterCommit, command).await.unwrap();
    assert_eq!((stored.created.as_slice(), stored.repeated), (&["L1".to_owned()][..], false));
    assert_eq!(desk.world().posts.len(), 2);

    let command = Submission::by_installation(post("Cairo"));
    let lost = policy.submit(&desk, &direct, Cut::BeforeCommit, command.clone()).await;
    unavailable(&lost, "not stored");
    assert_eq!(desk.world().posts.len(), 2);
    assert_eq!(desk.submit(command).await.unwrap().created, ["L2"]);
    assert!(desk.audit(None).await.unwrap().is_sound());
    desk.close().await;
    place.remove().await;
}
