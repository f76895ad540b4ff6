//! What stands in the journal's way is named with a sentence on how to mend it, leaves nothing half written, and is over
//! when it is over.

use crate::common::{append, everything, id, record};
use crate::proxy::{Cut, Proxy};
use muster_journal::testing::{TestPlace, postgres_place, sqlite_place};
use muster_journal::{Error, Journal, Location, Options, Position, SqliteOptions, audit, both_stores};

/// Ends every connection of the journal that waits inside or outside a transaction.
async fn end_connections(place: &TestPlace, state: &str) {
    place
        .tamper(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
             WHERE datname = current_database() AND application_name = 'muster' AND state = '{state}'"
        ))
        .await;
}

both_stores! {
    async fn a_database_of_a_newer_program_is_refused_and_left_alone(place: TestPlace) {
        place.open().await.close().await;
        place.tamper("UPDATE journal_schema SET version = 7").await;
        let refused = Journal::open(place.location(), Options::default()).await.unwrap_err();
        assert!(matches!(refused, Error::NewerSchema { found: 7, known: 1 }), "{refused}");
        assert!(refused.to_string().contains("newer program"), "{refused}");
        place.tamper("UPDATE journal_schema SET version = 1").await;
        assert_eq!(place.open().await.head().await.unwrap().size, 0);
    }

    async fn a_read_only_journal_is_read_and_every_write_says_why_not(place: TestPlace) {
        append(&place.open().await, 0..5).await;
        let journal = place.open_with(Options { read_only: true, ..Options::default() }).await;
        let written = async {
            let mut batch = journal.begin().await?;
            batch.append(&[record(9)]).await
        };
        let refused = written.await.unwrap_err();
        assert!(matches!(refused, Error::ReadOnly { .. }), "{refused}");
        assert!(refused.to_string().contains("write permission"), "{refused}");
        assert!(matches!(journal.put_blob(b"x").await, Err(Error::ReadOnly { .. })));
        assert_eq!(everything(&journal).await.len(), 5);
        assert!(audit::verify(&journal, None).await.unwrap().is_sound());
    }

    async fn a_place_without_a_journal_is_named_when_none_may_be_made(place: TestPlace) {
        let refused = Journal::open(place.location(), Options { create: false, ..Options::default() }).await.unwrap_err();
        assert!(matches!(refused, Error::CannotOpen { .. }), "{refused}");
        assert!(refused.to_string().contains(&place.location().to_string()), "{refused}");
    }
}

#[tokio::test]
async fn a_file_that_a_newer_program_marked_in_its_header_is_refused() {
    let place = sqlite_place();
    place.open().await.close().await;
    place.tamper("PRAGMA user_version = 99").await;
    let refused = Journal::open(place.location(), Options::default()).await.unwrap_err();
    assert!(matches!(refused, Error::NewerSchema { found: 99, known: 1 }), "{refused}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let place = sqlite_place();
    let notes = "these are somebody's notes, long enough to be looked at as a database\n".repeat(40);
    std::fs::write(place.file("muster.db"), &notes).unwrap();
    let refused = Journal::open(place.location(), Options::default()).await.unwrap_err();
    assert!(matches!(refused, Error::CannotOpen { .. }), "{refused}");
    assert_eq!(std::fs::read_to_string(place.file("muster.db")).unwrap(), notes);
}

#[tokio::test]
async fn a_file_that_may_not_grow_is_full_and_reads_go_on() {
    let place = sqlite_place();
    append(&place.open().await, 0..20).await;
    let pragmas = vec![("max_page_count".to_owned(), "16".to_owned())];
    let small = Options { sqlite: SqliteOptions { vfs: None, pragmas }, ..Options::default() };
    let journal = place.open_with(small).await;
    let head = journal.head().await.unwrap();

    let mut batch = journal.begin().await.unwrap();
    let many: Vec<_> = (100..600).map(record).collect();
    let refused = batch.append(&many).await.unwrap_err();
    assert!(matches!(refused, Error::DiskFull { .. }), "{refused}");
    assert!(matches!(batch.commit().await, Err(Error::BatchFailed)));
    assert_eq!(journal.head().await.unwrap(), head);
    assert_eq!(everything(&journal).await.len(), 20);

    // with room again, the same journal takes the same commands
    assert_eq!(append(&place.open().await, 100..600).await.last(), Some(&Position(520)));
}

/// The server has one file system for every test, so its own words for a full disk are spoken by a trigger.
#[tokio::test]
async fn a_server_without_room_is_a_full_disk_and_reads_go_on() {
    let Some(place) = postgres_place("a_server_without_room_is_a_full_disk_and_reads_go_on").await else { return };
    let journal = place.open().await;
    append(&journal, 0..5).await;
    place
        .tamper(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$; \
             CREATE TRIGGER full_disk BEFORE INSERT ON journal EXECUTE FUNCTION full_disk()",
        )
        .await;
    let mut batch = journal.begin().await.unwrap();
    let refused = batch.append(&[record(5)]).await.unwrap_err();
    assert!(matches!(refused, Error::DiskFull { .. }), "{refused}");
    assert!(matches!(batch.commit().await, Err(Error::BatchFailed)));
    assert_eq!(everything(&journal).await.len(), 5);
    place.tamper("DROP TRIGGER full_disk ON journal").await;
    assert_eq!(append(&journal, 5..6).await, [Position(6)]);
    place.remove().await;
}

#[tokio::test]
async fn a_connection_cut_inside_a_batch_stores_nothing_and_the_next_batch_connects_again() {
    let name = "a_connection_cut_inside_a_batch_stores_nothing_and_the_next_batch_connects_again";
    let Some(place) = postgres_place(name).await else { return };
    let journal = place.open().await;
    append(&journal, 0..3).await;
    let mut batch = journal.begin().await.unwrap();
    batch.append(&[record(3)]).await.unwrap();
    end_connections(&place, "idle in transaction").await;
    let cut = batch.append(&[record(4)]).await.unwrap_err();
    assert!(matches!(cut, Error::ConnectionLost { .. }), "{cut}");
    drop(batch);
    assert_eq!(everything(&journal).await.len(), 3);
    assert_eq!(append(&journal, 3..5).await, [Position(4), Position(5)]);

    // a server that was restarted between two batches is not noticed at all
    end_connections(&place, "idle").await;
    assert_eq!(append(&journal, 5..6).await, [Position(6)]);
    assert_eq!(everything(&journal).await.len(), 6);
    place.remove().await;
}

#[tokio::test]
async fn a_commit_whose_answer_is_lost_has_an_unknown_outcome_that_the_command_id_settles() {
    let name = "a_commit_whose_answer_is_lost_has_an_unknown_outcome_that_the_command_id_settles";
    let Some(place) = postgres_place(name).await else { return };
    let proxy = Proxy::before(place.location()).await;
    let journal = Journal::open(proxy.location(), Options::default()).await.unwrap();
    append(&journal, 0..3).await;
    for (cut, stored) in [(Cut::AfterCommit, true), (Cut::BeforeCommit, false)] {
        let size = journal.head().await.unwrap().size;
        let mut batch = journal.begin().await.unwrap();
        batch.append(&[record(100 + size)]).await.unwrap();
        proxy.cut(cut);
        let unknown = batch.commit().await.unwrap_err();
        assert!(matches!(unknown, Error::OutcomeUnknown { .. }), "{unknown}");
        proxy.cut(Cut::Nothing);

        // under the lock the first attempt is over, whichever way it went
        let mut batch = journal.begin().await.unwrap();
        let found = batch.find_command(id(100 + size)).await.unwrap();
        assert_eq!(found.is_some(), stored, "{cut:?}");
        if !stored {
            batch.append(&[record(100 + size)]).await.unwrap();
        }
        assert_eq!(batch.commit().await.unwrap().size, size + 1);
    }
    assert!(audit::verify(&journal, None).await.unwrap().is_sound());
    place.remove().await;
}

#[tokio::test]
async fn a_server_that_cannot_be_reached_is_named_without_its_password() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let location: Location = format!("postgres://muster:hunter2@{free}/muster").parse().unwrap();
    let refused = Journal::open(&location, Options::default()).await.unwrap_err();
    assert!(matches!(refused, Error::CannotOpen { .. }), "{refused}");
    let text = refused.to_string();
    assert!(text.contains(&free.to_string()) && !text.contains("hunter2"), "{text}");
}

/// Root may write anywhere, so the test runs a copy of itself as somebody who may not.
#[tokio::test]
async fn a_read_only_file_in_a_read_only_folder_is_read_and_says_why_it_is_not_written() {
    const HERE: &str = "MUSTER_TEST_READ_ONLY_FILE";
    if let Some(path) = std::env::var_os(HERE) {
        let journal = Journal::open(&Location::Sqlite(path.into()), Options::default()).await.unwrap();
        assert_eq!(everything(&journal).await.len(), 5);
        assert!(audit::verify(&journal, None).await.unwrap().is_sound());
        let mut batch = journal.begin().await.unwrap();
        let refused = batch.append(&[record(9)]).await.unwrap_err();
        assert!(matches!(refused, Error::ReadOnly { .. }), "{refused}");
        return;
    }
    use std::os::unix::fs::PermissionsExt;
    let place = sqlite_place();
    let journal = place.open().await;
    append(&journal, 0..5).await;
    journal.close().await;
    let (file, program) = (place.file("muster.db"), place.file("tests"));
    std::fs::copy(std::env::current_exe().unwrap(), &program).unwrap();
    let allow = |path: &std::path::Path, mode| std::fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    allow(&file, 0o444);
    allow(&program, 0o555);
    allow(file.parent().unwrap(), 0o555);

    let root = std::process::Command::new("id").arg("-u").output().unwrap().stdout == b"0\n";
    let mut command = std::process::Command::new(if root { "setpriv".as_ref() } else { program.as_path() });
    if root {
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&program);
    }
    let name = "failures::a_read_only_file_in_a_read_only_folder_is_read_and_says_why_it_is_not_written";
    let output = command.args(["--exact", name]).env(HERE, &file).output().unwrap();
    allow(file.parent().unwrap(), 0o755);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}
