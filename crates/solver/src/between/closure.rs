//! The lightest set of nodes that contains all predecessors of its members, by a minimum cut (Picard, *Maximal
//! closure of a graph*, 1976) with Dinic's blocking flows.

/// Which nodes to take so that the sum of weights is least; `(before, after)` says that `after` needs `before`.
pub(super) fn lightest_closed(weight: &[i128], order: &[(u32, u32)]) -> Vec<bool> {
    let (source, sink) = (weight.len() as u32, weight.len() as u32 + 1);
    let most: i128 = weight.iter().map(|weight| weight.abs()).sum::<i128>() + 1;
    let mut network = Network::new(weight.len() + 2);
    for (node, &weight) in (0..).zip(weight) {
        if weight < 0 {
            network.add(source, node, -weight);
        } else if weight > 0 {
            network.add(node, sink, weight);
        }
    }
    for &(before, after) in order {
        network.add(after, before, most);
    }
    network.link();
    while network.level(source, sink) {
        network.block(source, sink);
    }
    network.depth[..weight.len()].iter().map(|&depth| depth != UNREACHED).collect()
}

const UNREACHED: u32 = u32::MAX;

/// Arcs in pairs: `2k` and its reverse `2k + 1`.
struct Network {
    tail: Vec<u32>,
    head: Vec<u32>,
    left: Vec<i128>,
    /// Arcs by tail.
    start: Vec<u32>,
    arcs: Vec<u32>,
    depth: Vec<u32>,
    next: Vec<u32>,
}

impl Network {
    fn new(nodes: usize) -> Network {
        Network {
            tail: Vec::new(),
            head: Vec::new(),
            left: Vec::new(),
            start: vec![0; nodes + 1],
            arcs: Vec::new(),
            depth: vec![UNREACHED; nodes],
            next: vec![0; nodes],
        }
    }

    fn add(&mut self, from: u32, to: u32, capacity: i128) {
        self.tail.extend([from, to]);
        self.head.extend([to, from]);
        self.left.extend([capacity, 0]);
    }

    /// Groups the arcs by tail once all are added.
    fn link(&mut self) {
        for &tail in &self.tail {
            self.start[tail as usize + 1] += 1;
        }
        for node in 0..self.next.len() {
            self.start[node + 1] += self.start[node];
        }
        let mut slot = self.start.clone();
        self.arcs = vec![0; self.tail.len()];
        for (arc, &tail) in (0..).zip(&self.tail) {
            self.arcs[slot[tail as usize] as usize] = arc;
            slot[tail as usize] += 1;
        }
    }

    /// Distances from the source along arcs with room; false if the sink is cut off.
    fn level(&mut self, source: u32, sink: u32) -> bool {
        self.depth.fill(UNREACHED);
        self.depth[source as usize] = 0;
        let mut queue = std::collections::VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for at in self.start[node as usize]..self.start[node as usize + 1] {
                let arc = self.arcs[at as usize] as usize;
                let head = self.head[arc] as usize;
                if self.left[arc] > 0 && self.depth[head] == UNREACHED {
                    self.depth[head] = self.depth[node as usize] + 1;
                    queue.push_back(head as u32);
                }
            }
        }
        self.depth[sink as usize] != UNREACHED
    }

    /// Sends what fits along shortest paths until none is left, without recursion: paths can be long.
    fn block(&mut self, source: u32, sink: u32) {
        let nodes = self.next.len();
        self.next.copy_from_slice(&self.start[..nodes]);
        let mut path: Vec<u32> = Vec::new();
        let mut node = source;
        loop {
            if node == sink {
                let room = path.iter().map(|&arc| self.left[arc as usize]).min().unwrap_or(0);
                for &arc in &path {
                    self.left[arc as usize] -= room;
                    self.left[arc as usize ^ 1] += room;
                }
                let full = path.iter().position(|&arc| self.left[arc as usize] == 0).unwrap_or(0);
                node = self.tail[path[full] as usize];
                path.truncate(full);
            }
            let at = &mut self.next[node as usize];
            if *at < self.start[node as usize + 1] {
                let arc = self.arcs[*at as usize];
                let head = self.head[arc as usize];
                if self.left[arc as usize] > 0 && self.depth[head as usize] == self.depth[node as usize] + 1 {
                    path.push(arc);
                    node = head;
                } else {
                    *at += 1;
                }
            } else if let Some(arc) = path.pop() {
                node = self.tail[arc as usize];
                self.next[node as usize] += 1;
            } else {
                return;
            }
        }
    }
}
