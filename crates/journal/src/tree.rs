//! The Merkle tree of RFC 6962 section 2.1 as a value that grows: the compact frontier and its root. Proofs over it are
//! in [`crate::proof`]. Pure functions; nothing here reads a journal.

use serde::{Deserialize, Serialize};

use crate::hash::Hash;

/// An inner node: `SHA-256(0x01 ‖ left ‖ right)`.
#[must_use]
pub fn node(left: &Hash, right: &Hash) -> Hash {
    const NODE: u8 = 0x01;
    Hash::of(&[&[NODE], &left.0, &right.0])
}

/// The root of a tree without leaves: the digest of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    Hash::of(&[])
}

/// The roots of the perfect subtrees that a tree of `size` leaves consists of, largest (leftmost) first: one for every
/// bit set in `size`. Enough to append and to give the root, in 32 bytes a level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Default for Frontier {
    fn default() -> Self {
        Self::new()
    }
}

impl Frontier {
    /// The frontier of the tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self { size: 0, peaks: Vec::new() }
    }

    /// How many leaves the tree has.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Appends one leaf.
    pub fn push(&mut self, leaf: Hash) {
        let mut root = leaf;
        // every trailing one of the old size is a perfect subtree that the new leaf completes into one twice as large
        for _ in 0..self.size.trailing_ones() {
            let left = self.peaks.pop().expect("one peak for every bit set in size");
            root = node(&left, &root);
        }
        self.peaks.push(root);
        self.size += 1;
    }

    /// The root of the whole tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut smallest_first = self.peaks.iter().rev();
        let Some(last) = smallest_first.next() else {
            return empty_root();
        };
        smallest_first.fold(*last, |right, left| node(left, &right))
    }

    /// The peaks as stored: 32 bytes each, largest subtree first.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.peaks.iter().flat_map(|peak| peak.0).collect()
    }

    /// The frontier from its size and stored peaks; `None` when the number of peaks does not fit the size.
    #[must_use]
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Option<Self> {
        if bytes.len() != 32 * size.count_ones() as usize {
            return None;
        }
        let peaks = bytes.chunks_exact(32).filter_map(Hash::from_slice).collect();
        Some(Self { size, peaks })
    }
}

impl Extend<Hash> for Frontier {
    fn extend<I: IntoIterator<Item = Hash>>(&mut self, leaves: I) {
        for leaf in leaves {
            self.push(leaf);
        }
    }
}
