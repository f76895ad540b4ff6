//! What tests of the journal and of everything built on it need: a throwaway PostgreSQL and, for each test, a database of
//! its own on either store. Only behind the feature `testing`; nothing here runs in a server.

mod cluster;
mod place;

pub use cluster::{Cluster, NoPostgres};
pub use place::{TestPlace, postgres_place, sqlite_place};

/// Turns `async fn name(place: TestPlace) { … }` into two tests, `name::sqlite` and `name::postgres`. Where PostgreSQL is
/// not to be had the second prints `NOT RUN: <test>: PostgreSQL not found` on standard error and ends, or panics with
/// `MUSTER_REQUIRE_ALL=1`. The caller's crate needs tokio with its macros.
#[macro_export]
macro_rules! both_stores {
    ($($(#[$meta:meta])* async fn $name:ident($place:ident: $kind:ty) $body:block)*) => {
        $(
            $(#[$meta])*
            mod $name {
                #[allow(unused_imports, reason = "a test may use nothing from its file")]
                use super::*;

                async fn behaviour($place: $kind) $body

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn sqlite() {
                    let place = $crate::testing::sqlite_place();
                    behaviour(place.clone()).await;
                    place.remove().await;
                }

                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn postgres() {
                    let name = concat!(module_path!(), "::postgres");
                    let Some(place) = $crate::testing::postgres_place(name).await else { return };
                    behaviour(place.clone()).await;
                    place.remove().await;
                }
            }
        )*
    };
}
