//! The tree against its definition in RFC 6962: the frontier's root is the recursive one, every proof of every tree
//! verifies, and no proof verifies for anything else.

use muster_journal::proof::{consistency, inclusion, root, verify_consistency, verify_inclusion};
use muster_journal::tree::{Frontier, empty_root, node};
use muster_journal::{Hash, Position};
use proptest::prelude::*;

fn leaves(count: usize) -> Vec<Hash> {
    (0..count as u64).map(|number| Hash::of(&[&[0], &number.to_be_bytes()])).collect()
}

/// The definition, word for word: split at the largest power of two below the size.
fn naive_root(leaves: &[Hash]) -> Hash {
    match leaves.len() {
        0 => empty_root(),
        1 => leaves[0],
        size => {
            let mut split = 1;
            while split * 2 < size {
                split *= 2;
            }
            node(&naive_root(&leaves[..split]), &naive_root(&leaves[split..]))
        }
    }
}

#[test]
fn the_published_roots_of_the_first_eight_test_leaves_are_reproduced() {
    // the test vectors that implementations of RFC 6962 share: leaf inputs and the roots after 1, 2, 3 and 8 of them
    let inputs: [&[u8]; 8] = [
        b"",
        b"\x00",
        b"\x10",
        b"\x20\x21",
        b"\x30\x31",
        b"\x40\x41\x42\x43",
        b"\x50\x51\x52\x53\x54\x55\x56\x57",
        b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
    ];
    let leaves: Vec<Hash> = inputs.iter().map(|input| Hash::of(&[&[0], input])).collect();
    let expected = [
        (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        (2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        (3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        (8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ];
    for (size, text) in expected {
        assert_eq!(root(&leaves[..size]).to_string(), text, "size {size}");
    }
}

#[test]
fn every_proof_of_every_small_tree_verifies() {
    for size in 0..=40 {
        let all = leaves(size);
        let new_root = root(&all);
        for index in 0..size {
            let path = inclusion(&all, index).unwrap();
            assert!(verify_inclusion(all[index], index as u64, size as u64, &path, new_root), "{index} of {size}");
        }
        assert_eq!(inclusion(&all, size), None);
        for old in 0..=size {
            let path = consistency(&all, old).unwrap();
            assert!(verify_consistency(old as u64, size as u64, &path, root(&all[..old]), new_root), "{old} of {size}");
        }
        assert_eq!(consistency(&all, size + 1), None);
    }
}

proptest! {
    #[test]
    fn the_frontier_gives_the_root_of_the_definition_and_survives_storing(size in 0_usize..600) {
        let all = leaves(size);
        let mut frontier = Frontier::new();
        frontier.extend(all.iter().copied());
        prop_assert_eq!(frontier.root(), naive_root(&all));
        prop_assert_eq!(root(&all), naive_root(&all));
        let stored = Frontier::from_bytes(frontier.size(), &frontier.to_bytes());
        prop_assert_eq!(stored, Some(frontier));
    }

    #[test]
    fn a_frontier_whose_peaks_do_not_fit_its_size_is_refused(size in 0_u64..1000, peaks in 0_usize..12) {
        let fits = peaks == size.count_ones() as usize;
        prop_assert_eq!(Frontier::from_bytes(size, &vec![7; 32 * peaks]).is_some(), fits);
    }

    #[test]
    fn an_inclusion_proof_holds_for_nothing_else(
        size in 2_usize..300, pick in any::<prop::sample::Index>(), other in any::<prop::sample::Index>(),
        flip in any::<prop::sample::Index>(),
    ) {
        let all = leaves(size);
        let (index, another) = (pick.index(size), other.index(size));
        let path = inclusion(&all, index).unwrap();
        let whole = root(&all);
        if another != index {
            prop_assert!(!verify_inclusion(all[another], index as u64, size as u64, &path, whole));
            prop_assert!(!verify_inclusion(all[index], another as u64, size as u64, &path, whole));
        }
        let mut changed = path.clone();
        changed[flip.index(path.len())].0[0] ^= 1;
        prop_assert!(!verify_inclusion(all[index], index as u64, size as u64, &changed, whole));
        prop_assert!(!verify_inclusion(all[index], index as u64, size as u64, &path[1..], whole));
        prop_assert!(!verify_inclusion(all[index], size as u64, size as u64, &path, whole));
        let longer: Vec<Hash> = path.iter().copied().chain([whole]).collect();
        prop_assert!(!verify_inclusion(all[index], index as u64, size as u64, &longer, whole));
    }

    #[test]
    fn a_consistency_proof_does_not_hold_for_a_rewritten_history(
        size in 2_usize..300, cut in any::<prop::sample::Index>(), rewritten in any::<prop::sample::Index>(),
    ) {
        let all = leaves(size);
        let old = 1 + cut.index(size - 1);
        let mut forged = all.clone();
        forged[rewritten.index(old)].0[5] ^= 1;
        // whoever rewrites history can compute any proof over what is there now; none leads from the old root to the new
        let path = consistency(&forged, old).unwrap();
        prop_assert!(!verify_consistency(old as u64, size as u64, &path, root(&all[..old]), root(&forged)));
        prop_assert!(verify_consistency(old as u64, size as u64, &path, root(&forged[..old]), root(&forged)));
    }

    #[test]
    fn a_hash_is_read_back_from_its_text(bytes in any::<[u8; 32]>()) {
        let hash = Hash(bytes);
        prop_assert_eq!(hash.to_string().parse(), Ok(hash));
        prop_assert_eq!(serde_json::from_str::<Hash>(&serde_json::to_string(&hash).unwrap()).unwrap(), hash);
    }
}

#[test]
fn positions_are_ordered_and_count_from_one() {
    assert_eq!(Position::START.next(), Position(1));
}
