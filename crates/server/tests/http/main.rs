//! The API as its callers meet it: a real router on a real journal, over a small synthetic service.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod ballots;
mod cases;
mod cases_work;
mod contract;
mod countries;
mod errors;
mod holidays;
mod journeys;
mod mail;
mod malformed;
mod manning;
mod notices;
mod outlook;
mod partner;
mod policy;
mod posts;
mod privacy;
mod requisitions;
mod scenarios;
mod simulations;
mod sources;
mod support;
mod waivers;
