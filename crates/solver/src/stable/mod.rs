//! Stable matching: an assignment that no person and position would both rather leave for each other.
//!
//! [`Preferences`] hold what people wish and how positions rank them, ties broken by one stated [`Lottery`];
//! [`person_optimal`] and [`position_optimal`] find the two extreme stable matchings, [`blocking`] counts what
//! is unstable in any assignment, [`verify_stable`] proves that nothing is. Costs are not known here.

mod accept;
mod blocking;
mod couples;
mod exhaustive;
mod lottery;
mod place_couples;
mod preferences;
mod stated;

pub use accept::{StableMatching, person_optimal, position_optimal};
pub use blocking::{Blocking, BlockingPair, Instability, StabilityProof, blocking, verify_stable};
pub use couples::{
    Choice, Couple, Couples, CouplesBlocking, CouplesError, blocking_with_couples, verify_stable_with_couples,
};
pub use lottery::Lottery;
pub(crate) use lottery::SplitMix64;
pub use place_couples::{Closest, CouplesAnswer, CouplesLimits, stable_with_couples};
pub use preferences::{Preferences, PreferencesError};
