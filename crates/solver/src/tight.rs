//! Pairs that cost nothing against the prices: chains of them settle whoever waits without any search for the shortest.
//!
//! Where many costs tie, an auction leaves hundreds of nodes that one chain of tight pairs could settle. Depth first with
//! a look ahead, and never twice through the same position in a pass (Hopcroft and Karp 1973; Duff, Kaya and Uçar 2011).

use crate::market::{NONE, Side};

/// Settles owed near nodes along tight pairs until a pass finds nothing more. Prices stay as they are, dual feasible.
pub(crate) fn augment_tight(near: &mut Side<'_>, far: &mut Side<'_>) {
    let mut waiting: Vec<u32> = (0..near.len()).filter(|&node| near.is_owed(node)).collect();
    let mut walk = Walk { pass: 0, seen_in: vec![0; far.len() as usize], path: Vec::new() };
    loop {
        let before = waiting.len();
        walk.pass += 1;
        waiting.retain(|&node| !walk.settle(near, far, node));
        if waiting.is_empty() || before - waiting.len() < 1 + before / 8 {
            return;
        }
    }
}

struct Walk {
    pass: u32,
    /// Per far node, the last pass that went through it.
    seen_in: Vec<u32>,
    /// Near nodes from the source on, each with the place in its row to go on from and the far node gone through.
    path: Vec<(u32, usize, u32)>,
}

impl Walk {
    /// Looks for a chain of tight pairs from `source` to a free far node, or to a near node that may as well stay out.
    fn settle(&mut self, near: &mut Side<'_>, far: &mut Side<'_>, source: u32) -> bool {
        self.path.clear();
        self.path.push((source, 0, NONE));
        while let Some(&(node, place, _)) = self.path.last() {
            let row = near.rows.of(node);
            let price = near.price[node as usize];
            let tight = |target: u32, cost: i64| cost - price == far.price[target as usize];
            if place == 0
                && let Some((target, _)) =
                    row.find(|target, cost| far.mate[target as usize] == NONE && tight(target, cost))
            {
                self.flip(near, far, target);
                return true;
            }
            let next =
                row.find_from(place, |target, cost| self.seen_in[target as usize] != self.pass && tight(target, cost));
            let Some((at, target)) = next else {
                self.path.pop();
                continue;
            };
            self.seen_in[target as usize] = self.pass;
            let mate = far.mate[target as usize];
            let last = self.path.len() - 1;
            self.path[last].1 = at + 1;
            self.path[last].2 = target;
            if near.headroom(mate) == 0 {
                near.mate[mate as usize] = NONE;
                self.flip(near, far, target);
                return true;
            }
            self.path.push((mate, 0, NONE));
        }
        false
    }

    /// Gives every near node of the path the far node it went through, and the last one `target`.
    fn flip(&mut self, near: &mut Side<'_>, far: &mut Side<'_>, target: u32) {
        if let Some(last) = self.path.last_mut() {
            last.2 = target;
        }
        for &(node, _, through) in &self.path {
            near.mate[node as usize] = through;
            far.mate[through as usize] = node;
        }
    }
}
