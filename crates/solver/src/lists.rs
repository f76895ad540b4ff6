//! Compressed neighbour lists: the one shape in which pairs are stored, from either side.
//!
//! Knows nothing of costs' meaning and checks nothing: what it is built from was checked before.

/// One side's neighbours, compressed: node `n` owns the entries `start[n]..start[n + 1]`, ordered by target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lists {
    start: Vec<u32>,
    target: Vec<u32>,
    cost: Vec<i64>,
}

impl Lists {
    /// Targets and costs of one node, two slices of equal length.
    pub(crate) fn of(&self, node: u32) -> (&[u32], &[i64]) {
        let range = self.start[node as usize] as usize..self.start[node as usize + 1] as usize;
        (&self.target[range.clone()], &self.cost[range])
    }

    /// Number of pairs.
    pub(crate) fn entries(&self) -> usize {
        self.target.len()
    }

    /// Groups `(node, target, cost)` by node, keeping the order of entries within a node.
    pub(crate) fn grouped(nodes: usize, entries: impl Iterator<Item = (u32, u32, i64)> + Clone) -> Lists {
        let mut start = vec![0_u32; nodes + 1];
        for (node, _, _) in entries.clone() {
            start[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            start[node + 1] += start[node];
        }
        let count = start[nodes] as usize;
        let (mut target, mut cost) = (vec![0; count], vec![0; count]);
        let mut next = start.clone();
        for (node, to, price) in entries {
            let slot = next[node as usize] as usize;
            next[node as usize] += 1;
            target[slot] = to;
            cost[slot] = price;
        }
        Lists { start, target, cost }
    }

    /// The same pairs seen from the other side.
    pub(crate) fn transposed(&self, nodes: usize) -> Lists {
        let entries = (0..self.start.len() as u32 - 1).flat_map(|node| {
            let (target, cost) = self.of(node);
            target.iter().zip(cost).map(move |(&to, &price)| (to, node, price))
        });
        Lists::grouped(nodes, entries)
    }
}
