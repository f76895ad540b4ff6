//! Systems of record: who owns them, how their files are read, what each said and when, whom to believe, and the queue of
//! what does not agree.
//!
//! A [`Source`] keeps, key by key, what its last file said ([`SourceRow`]): ordinary facts only. A load
//! ([`RecordLoad`]) brings the rows that say something new and the keys that a full file has no more; what the source
//! then says as a whole is held against the World ([`findings`]), so that a contradiction is noted when it arises and
//! settled when its cause is gone.
//!
//! Never here: how a file is read (the exchange room does that), a sealed fact, a guess about who somebody is. Matching
//! proposes outside; here a person decides ([`LinkRows`]), reversibly.

mod fields;
mod findings;
mod link;
mod load;
mod measures;
mod precedence;
mod profile;
mod queue;
mod row;
mod source;

pub use fields::{FieldGroup, FieldOf};
pub use link::{LinkRows, RegisterRow, RowLink, RowLinked, RowsLinked, SetRowsAside, UnlinkRow};
pub use load::{Load, LoadRecorded, RecordLoad, RowSaid, RowTaken, RowsMissing, RowsSaid};
pub use measures::{Measures, lacking, measures, misses_billet, misses_person};
pub use precedence::{
    Precedence, PrecedenceSet, Provenance, Saying, SetPrecedence, order_on, overruled, provenance, resolved,
};
pub use profile::{Code, Constant, DateForm, Format, Mapped, Profile};
pub use queue::{
    ContradictionsDeferred, ContradictionsResolved, ContradictionsSentBack, DeferContradictions, ResolveContradictions,
    SendBack, Stepped, owner_of,
};
pub use row::{Candidate, Link, RowFacts, SourceRow};
pub use source::{Coverage, DefineSource, Source, SourceDefined, SourceKind};

use crate::command::{Refusal, refuse};
use crate::kernel::SourceId;
use crate::world::World;

fn known_source(world: &World, id: SourceId) -> Result<&Source, Refusal> {
    world.sources.get(id).ok_or_else(|| {
        refuse("no-source", format!("There is no source {id}."), "Check the id, or define the source first.")
    })
}
