//! Event logs in and out: the textbook example, real logs, round trips, and files that are broken on purpose.
#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

mod broken;
mod golden;
mod round_trip;

use std::io::Write;

use muster_exchange::event_log::{LogRefused, ReadLog, ReadOptions, read_log_bytes};

/// The textbook example.
const RUNNING: &[u8] = include_bytes!("running-example.xes");
/// Orders and items, of our own making.
const ORDERS_JSON: &[u8] = include_bytes!("orders.json");
const ORDERS_XML: &[u8] = include_bytes!("orders.xml");

fn everything() -> ReadOptions {
    ReadOptions { case_attributes: true, event_attributes: true, ..ReadOptions::default() }
}

fn read(bytes: &[u8]) -> Result<ReadLog, LogRefused> {
    read_log_bytes("log", bytes, &everything())
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A log of one trace with this inside.
fn trace(inside: &str) -> String {
    format!("<log><trace><string key=\"concept:name\" value=\"7\"/>\n{inside}</trace></log>")
}
