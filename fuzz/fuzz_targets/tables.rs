//! Any bytes as a table: typed rows or a refusal, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muster_exchange::tabular::{Column, Columns, Kind, Limits, Vocabulary, read_bytes};

fuzz_target!(|bytes: &[u8]| {
    let columns = Columns::new(vec![
        Column::filled("number", Kind::Text { longest: 40 }),
        Column::present("grade", Kind::Choice(Vocabulary::grades())),
        Column::optional("born", Kind::Date),
        Column::optional("cost", Kind::Money),
        Column::optional("key", Kind::Flag),
        Column::optional("count", Kind::Integer { least: 0, most: 9 }),
    ]);
    let limits = Limits { bytes: 1 << 20, rows: 10_000, cells: 100_000, ..Limits::default() };
    if let Err(refused) = read_bytes("file", bytes, &columns, &limits) {
        assert!(!refused.faults.is_empty());
    }
});
