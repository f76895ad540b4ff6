//! The portal: its texts, its pages, and what never comes onto them.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod build;
mod hidden;
mod messages;
mod pages;
