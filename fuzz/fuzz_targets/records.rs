//! Any text as a record of the journal: events that write and read back as the same, or an error, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muster_domain::{read_events, write_events};

fuzz_target!(|text: &str| {
    if let Ok(events) = read_events(text) {
        let again = read_events(&write_events(&events)).expect("what was written reads");
        assert_eq!(again, events);
    }
});
