//! Any bytes as an event log: a log that can be counted and reads back as it was written, or a refusal, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muster_caseflow::log::Limits;
use muster_caseflow::mining::{Mined, Settings};
use muster_exchange::event_log::{ReadOptions, read_log_bytes, write_ocel_json, write_xes};

fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { events: 10_000, cases: 1_000, values: 10_000, text: 1 << 20, ..Limits::default() };
    let options = ReadOptions { case_attributes: true, event_attributes: true, limits, ..ReadOptions::default() };
    match read_log_bytes("file", bytes, &options) {
        Ok(read) => {
            let page = Mined::new(&read.log, Settings::default()).page(&read.log, 5);
            assert_eq!(page.events as usize, read.log.events());
            let (mut xes, mut ocel) = (Vec::new(), Vec::new());
            write_xes(&read.log, &mut xes).expect("memory takes everything");
            write_ocel_json(&read.log, "case", &mut ocel).expect("memory takes everything");
            if read.log.events() > 0 {
                let again = read_log_bytes("written", &xes, &ReadOptions::default()).expect("what was written reads");
                assert_eq!(again.log.events(), read.log.events());
            }
        }
        Err(refused) => assert!(!refused.found.is_empty() && !refused.hint.is_empty()),
    }
});
