//! Any bytes as any kind of import: a plan or a refusal, never a panic. The first byte chooses the kind.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muster_domain::World;
use muster_exchange::import::{ImportKind, ImportOptions, plan};
use muster_exchange::tabular::Limits;

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, file)) = bytes.split_first() else { return };
    let kind = ImportKind::ALL[usize::from(*choice) % ImportKind::ALL.len()].0;
    let mut options = ImportOptions::new("fuzz", jiff::civil::date(2026, 10, 1));
    options.limits = Limits { bytes: 1 << 20, rows: 10_000, cells: 100_000, ..Limits::default() };
    if let Err(refused) = plan(kind, "file", file, &World::default(), &options) {
        assert!(!refused.faults.is_empty() && !refused.to_string().is_empty());
    }
});
