//! Proofs that can be handed to somebody who does not have the journal: JSON documents that each verify on their own and
//! are then held against a signed head. The mathematics is in [`crate::proof`].

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::hash::Hash;
use crate::head::Head;
use crate::journal::Journal;
use crate::proof;
use crate::reading;
use crate::record::{Position, Record, leaf_of};

/// That a record stands at a position of the journal with a given head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InclusionProof {
    /// The record's position, from 1.
    pub position: Position,
    /// The record's leaf.
    pub leaf: Hash,
    /// The number of records in the tree.
    pub size: u64,
    /// The root of the tree.
    pub root: Hash,
    /// The sibling hashes from the leaf to the root.
    pub path: Vec<Hash>,
}

impl InclusionProof {
    /// Checks the path and gives the head that the record is proven under; compare it with a signed head.
    ///
    /// # Errors
    /// [`Error::NotProven`] when the path does not lead to the root.
    pub fn verify(&self) -> Result<Head> {
        let index = self.position.0.checked_sub(1);
        let holds =
            index.is_some_and(|index| proof::verify_inclusion(self.leaf, index, self.size, &self.path, self.root));
        if !holds {
            let text = format!("the path does not lead from the record at position {} to the root", self.position);
            return Err(Error::NotProven(text));
        }
        Ok(Head { size: self.size, root: self.root })
    }

    /// As [`InclusionProof::verify`], and that it is about this very record.
    ///
    /// # Errors
    /// [`Error::NotProven`] when the record's bytes give another leaf or stand at another position.
    pub fn verify_record(&self, record: &Record) -> Result<Head> {
        if record.position != self.position || leaf_of(record) != self.leaf {
            return Err(Error::NotProven(format!(
                "the proof is not about this record at position {}",
                record.position
            )));
        }
        self.verify()
    }
}

/// That the journal with one head was only added to until it had another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsistencyProof {
    /// The number of records before.
    pub old_size: u64,
    /// The root before.
    pub old_root: Hash,
    /// The number of records after.
    pub new_size: u64,
    /// The root after.
    pub new_root: Hash,
    /// The hashes that both roots are computed from.
    pub path: Vec<Hash>,
}

impl ConsistencyProof {
    /// Checks the path and gives both heads, the older first; compare them with signed heads.
    ///
    /// # Errors
    /// [`Error::NotProven`] when the path does not give both roots.
    pub fn verify(&self) -> Result<(Head, Head)> {
        if !proof::verify_consistency(self.old_size, self.new_size, &self.path, self.old_root, self.new_root) {
            let text =
                format!("the first {} of {} records are not shown to be unchanged", self.old_size, self.new_size);
            return Err(Error::NotProven(text));
        }
        let old = Head { size: self.old_size, root: self.old_root };
        Ok((old, Head { size: self.new_size, root: self.new_root }))
    }
}

impl Journal {
    /// Proves that the record at a position is in the tree of the first `size` records.
    ///
    /// # Errors
    /// [`Error::NoSuchPosition`] when the position is not among them or there are fewer records.
    pub async fn prove_inclusion(&self, position: Position, size: u64) -> Result<InclusionProof> {
        let leaves = self.leaves(size).await?;
        let missing = Error::NoSuchPosition { asked: position, size };
        let index = position.0.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let found = index.and_then(|index| Some((*leaves.get(index)?, proof::inclusion(&leaves, index)?)));
        let (leaf, path) = found.ok_or(missing)?;
        Ok(InclusionProof { position, leaf, size, root: proof::root(&leaves), path })
    }

    /// Proves that the first `old` records are the beginning of the first `new` ones.
    ///
    /// # Errors
    /// [`Error::NoSuchPosition`] when there are fewer records than `new`, or `old` is more than `new`.
    pub async fn prove_consistency(&self, old: u64, new: u64) -> Result<ConsistencyProof> {
        let leaves = self.leaves(new).await?;
        let missing = || Error::NoSuchPosition { asked: Position(old), size: new };
        let count = usize::try_from(old).map_err(|_| missing())?;
        let path = proof::consistency(&leaves, count).ok_or_else(missing)?;
        let old_root = proof::root(&leaves[..count]);
        Ok(ConsistencyProof { old_size: old, old_root, new_size: new, new_root: proof::root(&leaves), path })
    }

    async fn leaves(&self, size: u64) -> Result<Vec<Hash>> {
        let mut lease = self.inner.store.reader().await?;
        let head = reading::frontier(&mut lease).await?;
        if size > head.size() {
            return Err(Error::NoSuchPosition { asked: Position(size), size: head.size() });
        }
        reading::leaves(&mut lease, Position::START, Position(size)).await
    }
}
