//! Servers killed while they write, a hundred times: every command that was acknowledged is there, none is there twice,
//! the tree verifies, and the next server goes on. The seed is printed.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::support::{account, desk_with, give, person, try_desk};
use muster_domain::kernel::Text;
use muster_journal::testing::TestPlace;
use muster_journal::{Journal, Location, Options, both_stores};
use muster_server::clock::Clock;
use muster_server::desk::{AllowAll, Desk, DeskOptions, Submission};
use muster_server::vault::{Vault, VaultOptions};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Names the journal for the server that is to be killed.
const KILLED: &str = "MUSTER_TEST_KILLED_SERVER";
/// Servers killed on each store.
const KILLS: u32 = 50;
const SEED: u64 = 20_261_001;

/// Not a test by itself: what runs in the process that is killed. Four writers, snapshots all the time.
#[test]
fn a_server_to_be_killed() {
    let Ok(given) = std::env::var(KILLED) else { return };
    let (first, location) = given.split_once(' ').unwrap();
    let (first, location): (u32, Location) = (first.parse().unwrap(), location.parse().unwrap());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let journal = Journal::open(&location, Options::default()).await.unwrap();
        let vault = Vault::open(&location, VaultOptions::for_tests()).await.unwrap();
        let options = DeskOptions { snapshot_every: 40, ..DeskOptions::default() };
        let desk =
            Desk::open_with(journal, vault, std::sync::Arc::new(AllowAll), Clock::system(), options).await.unwrap();
        let writers: Vec<_> = (0..4).map(|writer| tokio::spawn(write(desk.clone(), first + writer * 10_000))).collect();
        for writer in writers {
            writer.await.unwrap();
        }
    });
}

/// Gives commands for ever and says which were taken, each only once it was acknowledged.
async fn write(desk: Desk, first: u32) {
    for number in first.. {
        let submission = match number % 3 {
            0 => Submission::by_installation(person(number)),
            _ => Submission::by_installation(account(number)),
        };
        let id = submission.id;
        desk.submit(submission).await.unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "taken {number} {id}").unwrap();
        out.flush().unwrap();
    }
}

fn start(location: &str, first: u32) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::a_server_to_be_killed", "--nocapture", "--test-threads=1"])
        .env(KILLED, format!("{first} {location}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What a server acknowledged before it was killed: at a random moment after a random number of acknowledgements.
fn run_and_kill(location: &str, first: u32, chance: &mut ChaCha8Rng) -> Vec<(u32, uuid::Uuid)> {
    let mut server = start(location, first);
    let out = server.stdout.take().unwrap();
    let (told, lines) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            // "taken" may follow the harness's own words on a line
            if let Some((_, taken)) = line.split_once("taken ") {
                let (number, id) = taken.split_once(' ').unwrap();
                told.send((number.parse().unwrap(), id.parse().unwrap())).unwrap();
            }
        }
    });
    let enough = chance.random_range(1..60);
    let mut taken: Vec<(u32, uuid::Uuid)> = Vec::new();
    for _ in 0..enough {
        taken.push(lines.recv_timeout(Duration::from_secs(30)).expect("the server acknowledges commands"));
    }
    let moment = Duration::from_micros(chance.random_range(0..3_000));
    taken.extend(lines.recv_timeout(moment).ok());
    server.kill().unwrap();
    server.wait().unwrap();
    reader.join().unwrap();
    // what it had said and was not read yet counts too
    taken.extend(lines.try_iter());
    taken
}

fn number_of(sign_in_or_number: &Text) -> u32 {
    sign_in_or_number.rsplit('-').next().unwrap().parse().unwrap()
}

both_stores! {
    async fn every_acknowledged_command_outlives_a_hundred_killed_servers(place: TestPlace) {
        println!("seed {SEED}");
        let mut chance = ChaCha8Rng::seed_from_u64(SEED + u64::from(place.is_sqlite()));
        let text = match place.location() {
            Location::Sqlite(path) => path.display().to_string(),
            Location::Postgres(url) => url.clone(),
        };
        desk_with(&place, DeskOptions::default()).await.close().await;
        let mut acknowledged = Vec::new();
        for round in 0..KILLS {
            let (text, mut dice) = (text.clone(), chance.clone());
            let ran = tokio::task::spawn_blocking(move || {
                let taken = run_and_kill(&text, round * 100_000, &mut dice);
                (taken, dice)
            });
            let (taken, dice) = ran.await.unwrap();
            chance = dice;
            acknowledged.extend(taken);
        }

        let desk = try_desk(place.open().await, &place, DeskOptions::default()).await.unwrap();
        let world = desk.world();
        let there: Vec<u32> = world.people.iter().map(|(_, person)| number_of(&person.number))
            .chain(world.accounts.iter().map(|(_, account)| number_of(&account.sign_in)))
            .collect();
        let once: BTreeSet<u32> = there.iter().copied().collect();
        assert_eq!(there.len(), once.len(), "nothing is there twice");
        for (number, id) in &acknowledged {
            assert!(once.contains(number), "command {number} was acknowledged");
            assert!(desk.journal().find_command(*id).await.unwrap().is_some(), "command {number} is found by its id");
        }
        assert!(acknowledged.len() >= KILLS as usize);
        assert!(world.people.iter().all(|(_, person)| person.personal.is_some()), "every sealed fact has its key");
        assert!(desk.audit(None).await.unwrap().is_sound());

        desk.journal().drop_snapshots().await.unwrap();
        let from_records = try_desk(place.open().await, &place, DeskOptions::default()).await.unwrap();
        assert_eq!(crate::support::rows(&from_records.world()), crate::support::rows(&world));
        give(&desk, account(u32::MAX)).await.unwrap();
        println!("{} acknowledged, {} there", acknowledged.len(), there.len());
    }
}
