//! All stable matchings at once: the rotations that lead from the people's best to the positions' best, and what
//! must come before what (Irving and Leather 1986; Gusfield and Irving, *The Stable Marriage Problem*, 1989, ch. 3).
//!
//! Every set of rotations that contains all predecessors of its members gives one stable matching, and each stable
//! matching comes from one such set.

use super::layout::{Layout, NONE};
use crate::stable::{person_optimal, position_optimal};

/// A cyclic exchange that turns one stable matching into another, worse for its people, better for its positions.
pub(super) struct Rotation {
    /// Who moves, from which wish to which.
    pub(super) moves: Vec<(u32, u32, u32)>,
}

/// The people's best stable matching and everything that can be exchanged from it.
pub(super) struct Rotations {
    pub(super) person_optimal: Vec<Option<u32>>,
    pub(super) rotations: Vec<Rotation>,
    /// `(before, after)`: the second may only be made if the first was.
    pub(super) order: Vec<(u32, u32)>,
}

pub(super) fn rotations(layout: &Layout<'_>) -> Rotations {
    let first = person_optimal(layout.preferences);
    let last = position_optimal(layout.preferences);
    let mut walk = Walk::new(layout, &first.position_of, &last.position_of);
    for person in 0..layout.problem.people() as u32 {
        while walk.current[person as usize] != walk.last[person as usize] {
            walk.next_rotation(person);
        }
    }
    let order = walk.order();
    Rotations { person_optimal: first.position_of, rotations: walk.found, order }
}

struct Walk<'a> {
    layout: &'a Layout<'a>,
    /// Per person, the wish it holds, and the one it will hold at last; [`NONE`] if it never holds any.
    current: Vec<u32>,
    last: Vec<u32>,
    /// Per person, the first wish after the current one not yet known to refuse it.
    scan: Vec<u32>,
    holder: Vec<u32>,
    held: Vec<u64>,
    /// Per position, its holder's priority in the people's best matching, then after each rotation that moved it.
    history: Vec<Vec<(u64, u32)>>,
    first_held: Vec<u64>,
    found: Vec<Rotation>,
    path: Vec<u32>,
    on_path: Vec<bool>,
}

impl<'a> Walk<'a> {
    fn new(layout: &'a Layout<'a>, first: &[Option<u32>], last: &[Option<u32>]) -> Walk<'a> {
        let (people, positions) = (first.len(), layout.problem.positions());
        let wish_of = |person: u32, position: Option<u32>| {
            position.and_then(|position| layout.pair(person, position)).map_or(NONE, |pair| pair.wish)
        };
        let wishes =
            |of: &[Option<u32>]| (0..).zip(of).map(|(person, &held)| wish_of(person, held)).collect::<Vec<_>>();
        let current = wishes(first);
        let (mut holder, mut held) = (vec![NONE; positions], vec![u64::MAX; positions]);
        for (person, &wish) in (0..).zip(&current) {
            if wish != NONE {
                let entry = &layout.wishes[wish as usize];
                holder[entry.position as usize] = person;
                held[entry.position as usize] = entry.key;
            }
        }
        Walk {
            layout,
            last: wishes(last),
            scan: current.iter().map(|&wish| wish.wrapping_add(1)).collect(),
            current,
            holder,
            first_held: held.clone(),
            held,
            history: vec![Vec::new(); positions],
            found: Vec::new(),
            path: Vec::new(),
            on_path: vec![false; people],
        }
    }

    /// Where a person goes next: the first wish after the present one whose position would rather have it. There is
    /// one as long as the present is not its last, and its holder's present is not its last either.
    fn next_wish(&mut self, person: u32) -> u32 {
        let scan = &mut self.scan[person as usize];
        loop {
            let wish = &self.layout.wishes[*scan as usize];
            if wish.key < self.held[wish.position as usize] {
                return *scan;
            }
            *scan += 1;
        }
    }

    /// Follows who would displace whom until somebody comes up twice; that cycle is a rotation, and is made.
    fn next_rotation(&mut self, start: u32) {
        let mut person = start;
        while !self.on_path[person as usize] {
            self.on_path[person as usize] = true;
            self.path.push(person);
            let wish = self.next_wish(person);
            person = self.holder[self.layout.wishes[wish as usize].position as usize];
        }
        let from = self.path.iter().position(|&other| other == person).expect("it is on the path");
        let cycle: Vec<u32> = self.path[from..].to_vec();
        for other in self.path.drain(..) {
            self.on_path[other as usize] = false;
        }
        let moves: Vec<_> =
            cycle.iter().map(|&person| (person, self.current[person as usize], self.next_wish(person))).collect();
        let index = self.found.len() as u32;
        for &(person, _, to) in &moves {
            let entry = &self.layout.wishes[to as usize];
            self.current[person as usize] = to;
            self.scan[person as usize] = to + 1;
            self.holder[entry.position as usize] = person;
            self.held[entry.position as usize] = entry.key;
            self.history[entry.position as usize].push((entry.key, index));
        }
        self.found.push(Rotation { moves });
    }

    /// A rotation comes after the one that brought a person where it takes it from, and after those that made the
    /// positions it passes over prefer their holders to the person.
    fn order(&self) -> Vec<(u32, u32)> {
        let mut brought_by = vec![NONE; self.current.len()];
        let mut order = Vec::new();
        for (after, rotation) in (0..).zip(&self.found) {
            for &(person, from, to) in &rotation.moves {
                let before = std::mem::replace(&mut brought_by[person as usize], after);
                if before != NONE {
                    order.push((before, after));
                }
                for passed in &self.layout.wishes[from as usize + 1..to as usize] {
                    let position = passed.position as usize;
                    if passed.ranked == NONE || self.first_held[position] < passed.key {
                        continue;
                    }
                    let steps = &self.history[position];
                    let crossed = steps.partition_point(|&(key, _)| key > passed.key);
                    order.push((steps[crossed].1, after));
                }
            }
        }
        order.sort_unstable();
        order.dedup();
        order
    }
}
