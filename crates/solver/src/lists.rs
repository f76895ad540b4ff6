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
        let mut filling = Filling::new(nodes, entries.clone().map(|(node, _, _)| node));
        for (node, target, cost) in entries {
            filling.put(node, target, cost);
        }
        filling.lists
    }

    /// The same pairs seen from the other side.
    pub(crate) fn transposed(&self, nodes: usize) -> Lists {
        let mut filling = Filling::new(nodes, self.target.iter().copied());
        for node in 0..self.start.len() as u32 - 1 {
            let (targets, costs) = self.of(node);
            for (&target, &cost) in targets.iter().zip(costs) {
                filling.put(target, node, cost);
            }
        }
        filling.lists
    }
}

/// Lists whose lengths are known and whose entries come in any order of nodes.
struct Filling {
    lists: Lists,
    /// Per node, where its next entry goes.
    next: Vec<u32>,
}

impl Filling {
    /// Makes room for one entry each time a node is named.
    fn new(nodes: usize, named: impl Iterator<Item = u32>) -> Filling {
        let mut start = vec![0_u32; nodes + 1];
        for node in named {
            start[node as usize + 1] += 1;
        }
        for node in 0..nodes {
            start[node + 1] += start[node];
        }
        let entries = start[nodes] as usize;
        Filling { next: start.clone(), lists: Lists { start, target: vec![0; entries], cost: vec![0; entries] } }
    }

    fn put(&mut self, node: u32, target: u32, cost: i64) {
        let slot = self.next[node as usize] as usize;
        self.next[node as usize] += 1;
        self.lists.target[slot] = target;
        self.lists.cost[slot] = cost;
    }
}
