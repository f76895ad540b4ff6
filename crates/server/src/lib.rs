//! The server: the one door through which facts change, its secrets, and what is built on them. No business rule lives
//! here.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

pub mod cases;
pub mod clock;
pub mod codec;
pub mod desk;
pub mod http;
pub mod mail;
pub mod notices;
pub mod policy;
pub mod vault;
