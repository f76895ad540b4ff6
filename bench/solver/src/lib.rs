//! What the benches of the solver share: the generator, the peers, and how a run is measured.

pub mod assign;
pub mod dice;
pub mod generator;
pub mod instance;
pub mod measure;
pub mod peers;
