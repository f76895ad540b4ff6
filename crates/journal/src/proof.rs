//! Inclusion and consistency proofs (RFC 6962 sections 2.1.1 and 2.1.2) and their verification. Pure functions over
//! leaves and hashes; a verifier never sees the leaves it is told about.

use crate::hash::Hash;
use crate::tree::{empty_root, node};

/// The root over all leaves, by the definition in RFC 6962 section 2.1.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(&root(left), &root(right))
        }
    }
}

/// The largest power of two smaller than `size`, which must be at least 2.
fn split(size: usize) -> usize {
    1 << (size - 1).ilog2()
}

/// The hashes that lead from the leaf at `index` (from 0) up to the root, lowest first; `None` when there is no such leaf.
#[must_use]
pub fn inclusion(leaves: &[Hash], index: usize) -> Option<Vec<Hash>> {
    if index >= leaves.len() {
        return None;
    }
    if leaves.len() == 1 {
        return Some(Vec::new());
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    let (mut path, sibling) =
        if index < at { (inclusion(left, index)?, root(right)) } else { (inclusion(right, index - at)?, root(left)) };
    path.push(sibling);
    Some(path)
}

/// Whether `path` leads from `leaf` at `index` (from 0) to `root` in a tree of `size` leaves.
#[must_use]
pub fn verify_inclusion(leaf: Hash, index: u64, size: u64, path: &[Hash], root: Hash) -> bool {
    if index >= size {
        return false;
    }
    let (mut place, mut last, mut hash) = (index, size - 1, leaf);
    for sibling in path {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            hash = node(sibling, &hash);
            // a last node without a right sibling stands for itself on the levels above
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            hash = node(&hash, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && hash == root
}

/// The hashes that prove the first `old` leaves to be a prefix of all leaves; `None` when there are fewer than `old`.
/// Empty for `old` of 0 and of all leaves.
#[must_use]
pub fn consistency(leaves: &[Hash], old: usize) -> Option<Vec<Hash>> {
    fn subproof(leaves: &[Hash], old: usize, whole: bool) -> Vec<Hash> {
        if old == leaves.len() {
            return if whole { Vec::new() } else { vec![root(leaves)] };
        }
        let at = split(leaves.len());
        let (left, right) = leaves.split_at(at);
        let (mut path, sibling) = if old <= at {
            (subproof(left, old, whole), root(right))
        } else {
            (subproof(right, old - at, false), root(left))
        };
        path.push(sibling);
        path
    }
    match old {
        _ if old > leaves.len() => None,
        0 => Some(Vec::new()),
        _ => Some(subproof(leaves, old, true)),
    }
}

/// Whether `path` proves that the tree of `old` leaves with `old_root` is a prefix of the tree of `new` leaves with
/// `new_root`.
#[must_use]
pub fn verify_consistency(old: u64, new: u64, path: &[Hash], old_root: Hash, new_root: Hash) -> bool {
    if old > new {
        return false;
    }
    if old == 0 {
        return path.is_empty() && old_root == empty_root() && (new > 0 || new_root == empty_root());
    }
    if old == new {
        return path.is_empty() && old_root == new_root;
    }
    let (mut place, mut last) = (old - 1, new - 1);
    while place & 1 == 1 {
        place >>= 1;
        last >>= 1;
    }
    // an old tree that is one perfect subtree is its own starting point and is left out of the path
    let mut rest = path.iter();
    let start = if place == 0 { Some(&old_root) } else { rest.next() };
    let Some(&start) = start else { return false };
    let (mut old_hash, mut new_hash) = (start, start);
    for sibling in rest {
        if last == 0 {
            return false;
        }
        if place & 1 == 1 || place == last {
            old_hash = node(sibling, &old_hash);
            new_hash = node(sibling, &new_hash);
            while place & 1 == 0 && place != 0 {
                place >>= 1;
                last >>= 1;
            }
        } else {
            new_hash = node(&new_hash, sibling);
        }
        place >>= 1;
        last >>= 1;
    }
    last == 0 && old_hash == old_root && new_hash == new_root
}
