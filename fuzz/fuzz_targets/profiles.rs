//! Any bytes as a file of any example source, and any text as a profile: a plan, a refusal, never a panic. The first
//! byte chooses the source; of the sixth kind the rest is a profile.

#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use muster_domain::{Context, Decide, Position, SourceId, World};
use muster_exchange::sources::{BUILT_IN, LoadOptions, SourceFile, detect, plan};
use muster_exchange::tabular::Limits;

static WORLD: OnceLock<World> = OnceLock::new();

/// A World that holds nothing but the example sources.
fn world() -> &'static World {
    WORLD.get_or_init(|| {
        let mut world = World::default();
        let context = Context { today: jiff::civil::date(2026, 10, 1), actor: None };
        for (at, (_, text)) in (1..).zip(BUILT_IN) {
            let define = SourceFile::read(text).unwrap().define(&world).unwrap();
            for event in define.decide(&world, &context).unwrap() {
                world.apply(&event, Position(at));
            }
        }
        world
    })
}

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, file)) = bytes.split_first() else { return };
    let choice = usize::from(*choice) % (BUILT_IN.len() + 1);
    if choice == BUILT_IN.len() {
        if let Ok(read) = SourceFile::read(&String::from_utf8_lossy(file)) {
            assert_eq!(SourceFile::read(&read.write()).unwrap(), read);
        }
        return;
    }
    let today = jiff::civil::date(2026, 10, 1);
    let limits = Limits { bytes: 1 << 20, rows: 10_000, cells: 100_000, ..Limits::default() };
    let options = LoadOptions { as_of: today, today, limits, sample: false };
    let id = SourceId(u32::try_from(choice).unwrap());
    if let Err(refused) = plan(id, "file", file, world(), &options) {
        assert!(!refused.faults.is_empty() && !refused.to_string().is_empty());
    }
    let source = &world().sources[id];
    let _ = detect(source.kind(), "file", file, Some(source.profile()), &limits);
});
