//! A synthetic set with planted errors: what Muster knows, and five sources that describe the same people, each with
//! the faults of its kind. The truth stands in a column of its own that the linker never sees. All people are
//! invented. The same seed writes the same bytes; nothing here looks at how the linker works.

mod dice;
mod entry;
mod measure;
mod names;
mod people;
mod rates;
mod slips;
mod sources;

pub use entry::{Extract, Layout, Refused};
pub use measure::{Measure, duplicates, links};
pub use names::Names;
pub use rates::{KNOWN, Rates, SOURCES, table};
pub use sources::{Set, generate};

/// The seed of the committed set. Weights and thresholds were set on other seeds.
pub const SEED: u64 = 20_261_127;
/// How many people Muster knows in the committed set.
pub const PEOPLE: usize = 20_000;
