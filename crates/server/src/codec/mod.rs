//! Events to record text and back: sealing each sealed fact under its person's key, cutting a large command into
//! records, the digest that tells one command body from another. Pure functions over events and keys; nothing here
//! stores, reads or asks the time.

mod created;
mod digest;
mod events;
mod seal;

pub use created::created_ids;
pub use digest::{Actor, command_hash};
pub(crate) use events::unseal;
pub use events::{CodecError, Encoded, decode, encode, read_sealed, sealed_people};
pub(crate) use seal::random_bytes;
pub use seal::{Key, open, seal};
