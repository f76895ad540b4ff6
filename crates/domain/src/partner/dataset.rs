//! Published tables, held as blobs beside the journal.

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{Position, Text};
use crate::world::World;

/// A published table held as a content-addressed blob beside the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Dataset {
    /// What it is: `training-report`, `sales-book` …
    pub kind: Text,
    /// The file it was read from.
    pub file: Text,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: Text,
    /// Rows read.
    pub rows: u64,
    /// Who published it.
    pub source: Text,
}

/// Records a published table whose bytes were stored under their hash.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct RecordDataset(pub Dataset);

impl Decide for RecordDataset {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if self.0.sha256.len() != 64 || !self.0.sha256.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(refuse(
                "sha256",
                format!("`{}` is not a SHA-256.", self.0.sha256),
                "Give 64 hexadecimal digits.",
            ));
        }
        if world.datasets.iter().any(|held| held.kind == self.0.kind && held.sha256 == self.0.sha256) {
            return Ok(Vec::new());
        }
        Ok(vec![DatasetRecorded(self.0.clone()).into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// A published table was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DatasetRecorded(pub Dataset);

impl Apply for DatasetRecorded {
    fn apply(&self, world: &mut World, _at: Position) {
        world.datasets.push_back(self.0.clone());
    }
}
