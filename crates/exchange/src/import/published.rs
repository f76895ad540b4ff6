//! What the published sets have in common: the bytes are kept under their hash, their oddities become notes.

use muster_domain::partner::{Dataset, RecordDataset};
use muster_domain::{Text, World};
use sha2::{Digest, Sha256};

use super::plan::{Difference, Plan, Planner};
use super::{ImportKind, ImportOptions};
use crate::published::{Odd, parse_country_names};
use crate::tabular::{Faults, FileRefused};

/// Oddities named one by one; the rest are counted.
const NAMED: usize = 200;

/// Begins the plan of a published set: records it, unless these bytes are recorded already.
pub(super) fn begin<'a>(
    kind: ImportKind,
    name: &str,
    bytes: &[u8],
    rows: usize,
    world: &'a World,
    options: &ImportOptions,
) -> Planner<'a> {
    let mut planner = Planner::new(world, options.as_of, Faults::new(name, options.limits.faults));
    let sha256 = hex::encode(Sha256::digest(bytes));
    let held = world.datasets.iter().any(|set| set.kind.as_str() == kind.name() && *set.sha256 == *sha256);
    if held {
        planner.unchanged();
        return planner;
    }
    planner.keep(bytes);
    let dataset = Dataset {
        kind: Text::from(kind.name()),
        file: Text::from(name),
        sha256: Text::from(&sha256),
        rows: rows as u64,
        source: Text::from(&options.source),
    };
    let difference = Difference {
        subject: format!("dataset {kind}"),
        field: "sha256".to_owned(),
        before: world.datasets.iter().rev().find(|set| set.kind == dataset.kind).map(|set| set.sha256.to_string()),
        after: Some(sha256),
    };
    planner.take(None, RecordDataset(dataset).into(), vec![difference]);
    planner
}

/// Notes the oddities of a set.
pub(super) fn note(planner: &mut Planner<'_>, odd: &[Odd]) {
    for one in odd.iter().take(NAMED) {
        let nearest = one.nearest.as_ref().map(|nearest| format!("; nearest: {nearest}")).unwrap_or_default();
        planner.note(one.line, format!("{} {:?}: {}{nearest}", one.column, one.found, one.note));
    }
    if odd.len() > NAMED {
        planner.note(None, format!("{} further oddities", odd.len() - NAMED));
    }
}

/// Spellings of country names: kept, for whoever joins another set by them.
pub(super) fn plan_country_names(
    name: &str,
    bytes: &[u8],
    world: &World,
    options: &ImportOptions,
) -> Result<Plan, FileRefused> {
    let read = parse_country_names(name, bytes, &options.limits)?;
    let mut planner = begin(ImportKind::CountryNames, name, bytes, read.content.len(), world, options);
    note(&mut planner, &read.odd);
    planner.finish()
}
