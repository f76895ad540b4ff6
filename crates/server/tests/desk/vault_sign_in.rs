//! Signing in: passwords, sessions that end, names and addresses that are closed after too many failures, and what a
//! thief of the vault's file would find.

use std::time::Duration;

use muster_domain::AccountId;
use muster_journal::both_stores;
use muster_journal::testing::{TestPlace, sqlite_place};
use muster_server::vault::{AttemptLimit, PasswordCost, SignIn, SignInRefused, Vault, VaultError, VaultOptions};

const NOW: i64 = 1_790_000_000_000_000;
const MINUTE: i64 = 60_000_000;
const PASSWORD: &str = "four quiet otters swim";

fn attempt(password: &str) -> SignIn<'_> {
    SignIn { name: "jordan", account: Some(AccountId(1)), password, address: None }
}

async fn open(place: &TestPlace) -> Vault {
    let vault = Vault::open(place.location(), VaultOptions::for_tests()).await.unwrap();
    vault.set_password(AccountId(1), PASSWORD).await.unwrap();
    vault
}

both_stores! {
    async fn the_right_password_begins_a_session_that_ends_when_asked(place: TestPlace) {
        let vault = open(&place).await;
        let token = vault.verify_sign_in(attempt(PASSWORD), NOW).await.unwrap();
        assert_eq!(vault.session(token.as_str(), NOW + 1).await.unwrap(), Some(AccountId(1)));
        assert_eq!(vault.session("made up", NOW + 1).await.unwrap(), None);
        let other = vault.verify_sign_in(attempt(PASSWORD), NOW).await.unwrap();
        assert_ne!(token, other);
        vault.end_session(token.as_str()).await.unwrap();
        assert_eq!(vault.session(token.as_str(), NOW + 1).await.unwrap(), None);
        assert_eq!(vault.session(other.as_str(), NOW + 1).await.unwrap(), Some(AccountId(1)));
        vault.set_password(AccountId(1), "another long password").await.unwrap();
        assert_eq!(vault.session(other.as_str(), NOW + 1).await.unwrap(), None, "a new password ends sessions");
    }

    async fn a_session_ends_when_idle_and_when_old(place: TestPlace) {
        let vault = open(&place).await;
        let idle = vault.verify_sign_in(attempt(PASSWORD), NOW).await.unwrap();
        assert_eq!(vault.session(idle.as_str(), NOW + 61 * MINUTE).await.unwrap(), None);
        let busy = vault.verify_sign_in(attempt(PASSWORD), NOW).await.unwrap();
        for minute in (50..12 * 60).step_by(50) {
            assert!(vault.session(busy.as_str(), NOW + minute * MINUTE).await.unwrap().is_some(), "minute {minute}");
        }
        assert_eq!(vault.session(busy.as_str(), NOW + 12 * 60 * MINUTE).await.unwrap(), None);
    }

    async fn an_unknown_name_a_wrong_password_and_no_password_are_answered_alike(place: TestPlace) {
        let vault = open(&place).await;
        let unknown = SignIn { name: "nobody", account: None, password: PASSWORD, address: None };
        let unset = SignIn { name: "new", account: Some(AccountId(2)), password: PASSWORD, address: None };
        let stand_in = SignIn { password: "nobody signs in with this", ..unknown };
        for refused in [unknown, unset, stand_in, attempt("wrong password"), attempt("")] {
            let answer = vault.verify_sign_in(refused, NOW).await.unwrap_err();
            assert!(matches!(answer, SignInRefused::Wrong), "{answer}");
        }
    }

    async fn too_many_failures_close_a_name_for_a_time_whether_or_not_it_exists(place: TestPlace) {
        let vault = open(&place).await;
        for name in ["jordan", "nobody"] {
            let account = (name == "jordan").then_some(AccountId(1));
            let with = |password| SignIn { name, account, password, address: None };
            for _ in 0..5 {
                assert!(matches!(vault.verify_sign_in(with("wrong password"), NOW).await, Err(SignInRefused::Wrong)));
            }
            let closed = vault.verify_sign_in(with(PASSWORD), NOW + MINUTE).await.unwrap_err();
            assert!(matches!(closed, SignInRefused::Locked { until } if until == NOW + 15 * MINUTE), "{closed}");
        }
        let token = vault.verify_sign_in(attempt(PASSWORD), NOW + 15 * MINUTE).await;
        assert!(token.is_ok(), "{token:?}");
    }

    async fn a_success_forgets_the_failures_before_it(place: TestPlace) {
        let vault = open(&place).await;
        for _ in 0..3 {
            for _ in 0..4 {
                assert!(matches!(vault.verify_sign_in(attempt("wrong password"), NOW).await, Err(SignInRefused::Wrong)));
            }
            assert!(vault.verify_sign_in(attempt(PASSWORD), NOW).await.is_ok());
        }
    }

    async fn guesses_made_at_the_same_time_all_count(place: TestPlace) {
        let vault = open(&place).await;
        let guesses: Vec<_> = (0..20).map(|_| {
            let vault = vault.clone();
            tokio::spawn(async move { vault.verify_sign_in(attempt("wrong password"), NOW).await.unwrap_err() })
        }).collect();
        let mut looked_at = 0;
        for guess in guesses {
            looked_at += u32::from(matches!(guess.await.unwrap(), SignInRefused::Wrong));
        }
        assert_eq!(looked_at, 5);
    }

    async fn an_address_that_tries_many_names_is_closed_and_others_are_not(place: TestPlace) {
        let limit = AttemptLimit { failures: 3, closed_for: Duration::from_secs(60) };
        let options = VaultOptions { per_address: limit, ..VaultOptions::for_tests() };
        let vault = Vault::open(place.location(), options).await.unwrap();
        vault.set_password(AccountId(1), PASSWORD).await.unwrap();
        let from = |name, password, address| SignIn { name, account: (name == "jordan").then_some(AccountId(1)), password, address: Some(address) };
        for _ in 0..10 {
            assert!(vault.verify_sign_in(from("jordan", PASSWORD, "192.0.2.1"), NOW).await.is_ok(), "successes do not count");
        }
        for name in ["a", "b", "c"] {
            assert!(matches!(vault.verify_sign_in(from(name, "guess", "192.0.2.1"), NOW).await, Err(SignInRefused::Wrong)));
        }
        let closed = vault.verify_sign_in(from("jordan", PASSWORD, "192.0.2.1"), NOW).await.unwrap_err();
        assert!(matches!(closed, SignInRefused::AddressLocked { .. }), "{closed}");
        assert!(vault.verify_sign_in(from("jordan", PASSWORD, "192.0.2.2"), NOW).await.is_ok());
    }

    async fn a_short_password_is_refused_in_words_that_help(place: TestPlace) {
        let vault = open(&place).await;
        let refused = vault.set_password(AccountId(1), "short").await.unwrap_err();
        assert!(matches!(&refused, VaultError::Password(why) if why.contains("at least 8")), "{refused}");
        assert!(vault.verify_sign_in(attempt(PASSWORD), NOW).await.is_ok());
        assert!(vault.has_password(AccountId(1)).await.unwrap() && !vault.has_password(AccountId(2)).await.unwrap());
    }

    async fn keys_of_the_installation_are_made_once_and_shared(place: TestPlace) {
        let (one, two) = (open(&place).await, open(&place).await);
        let (a, b) = tokio::join!(one.signing_key(), two.signing_key());
        assert_eq!(a.unwrap(), b.unwrap());
        let (a, b) = tokio::join!(one.snapshot_key(), two.snapshot_key());
        assert_eq!(a.unwrap(), b.unwrap());
        let before = one.snapshot_key().await.unwrap();
        one.renew_snapshot_key().await.unwrap();
        assert_ne!(two.snapshot_key().await.unwrap(), before);
    }
}

#[tokio::test]
async fn the_vaults_file_is_its_owners_alone_and_holds_no_password_and_no_token() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = sqlite_place();
    let muster_journal::Location::Sqlite(journal) = place.location() else { unreachable!() };
    let path = Vault::beside(journal);
    std::fs::write(&path, b"").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
    let vault = open(&place).await;
    let token = vault.verify_sign_in(attempt(PASSWORD), NOW).await.unwrap();
    for end in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(end);
        let mode = std::fs::metadata(&file).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.display());
        let bytes = std::fs::read(&file).unwrap();
        for secret in [PASSWORD, token.as_str(), "jordan"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{secret}");
        }
    }
    assert_eq!(format!("{token:?}"), "SessionToken(…)");
}

#[tokio::test]
async fn a_hash_of_a_server_has_the_parameters_that_owasp_asks_for() {
    let place = sqlite_place();
    assert_eq!(VaultOptions::default().cost, PasswordCost::Owasp);
    let vault = Vault::open(place.location(), VaultOptions::default()).await.unwrap();
    vault.set_password(AccountId(1), PASSWORD).await.unwrap();
    vault.close().await;
    let muster_journal::Location::Sqlite(journal) = place.location() else { unreachable!() };
    let bytes = std::fs::read(Vault::beside(journal)).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("$argon2id$v=19$m=19456,t=2,p=1$"));
}

#[tokio::test]
async fn a_vault_of_a_newer_program_is_refused() {
    use sqlx::{ConnectOptions as _, Connection as _};
    let place = sqlite_place();
    open(&place).await.close().await;
    let muster_journal::Location::Sqlite(journal) = place.location() else { unreachable!() };
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(Vault::beside(journal));
    let mut connection = options.connect().await.unwrap();
    sqlx::raw_sql("UPDATE vault_schema SET version = 9").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let refused = Vault::open(place.location(), VaultOptions::for_tests()).await.unwrap_err();
    assert!(matches!(refused, VaultError::NewerSchema { found: 9, known: 1 }), "{refused}");
}
