//! Compressed neighbour lists: the one shape in which pairs are stored, from either side.
//!
//! A pair takes four bytes where its target and cost fit them together, and twelve otherwise. Rows can change
//! in place, so that a session pays for what it changes and not for what it keeps. Knows nothing of costs'
//! meaning and checks nothing: what it is built from was checked before.

/// One side's neighbours, compressed: each node owns a run of entries, ordered by target.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    start: Vec<u32>,
    end: Vec<u32>,
    /// Per node, where its run would meet the next one; empty as long as no row ever grew.
    room: Vec<u32>,
    live: usize,
    /// All packed entries, past and present, or-ed together.
    seen: u32,
    store: Store,
}

#[derive(Debug, Clone)]
enum Store {
    Packed(Vec<u32>, Code),
    Wide(Vec<u32>, Vec<i64>),
}

/// How a pair fits four bytes: the target above, the cost above `base` below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Code {
    /// Bits of the cost.
    pub(crate) bits: u32,
    /// The cost that is written as zero.
    pub(crate) base: i64,
}

impl Code {
    /// The code for targets below `targets` and costs from zero up, as far as they are likely to go.
    pub(crate) fn widest(targets: usize) -> Option<Code> {
        let above = u64::BITS - (targets.max(2) as u64 - 1).leading_zeros();
        Some(Code { bits: u32::BITS.checked_sub(above)?.min(24), base: 0 })
    }

    /// The code for targets below `targets` and costs within `least..=most`, if they fit.
    pub(crate) fn for_range(targets: usize, least: i64, most: i64) -> Option<Code> {
        let code = Code { base: least, ..Code::widest(targets)? };
        code.fits(most).then_some(code)
    }

    #[inline(always)]
    pub(crate) fn fits(self, cost: i64) -> bool {
        (0..1 << self.bits).contains(&(cost - self.base))
    }

    #[inline(always)]
    pub(crate) fn pack(self, target: u32, cost: i64) -> u32 {
        target << self.bits | (cost - self.base) as u32
    }

    #[inline(always)]
    pub(crate) fn target(self, entry: u32) -> u32 {
        entry >> self.bits
    }

    #[inline(always)]
    fn cost(self, entry: u32) -> i64 {
        self.base + i64::from(entry & ((1 << self.bits) - 1))
    }
}

/// One node's pairs.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Row<'a> {
    Packed(&'a [u32], Code),
    Wide(&'a [u32], &'a [i64]),
}

impl<'a> Row<'a> {
    pub(crate) fn len(self) -> usize {
        match self {
            Row::Packed(entries, _) => entries.len(),
            Row::Wide(targets, _) => targets.len(),
        }
    }

    /// The target and cost of the entry at a place below [`Row::len`].
    pub(crate) fn at(self, place: usize) -> (u32, i64) {
        match self {
            Row::Packed(entries, code) => (code.target(entries[place]), code.cost(entries[place])),
            Row::Wide(targets, costs) => (targets[place], costs[place]),
        }
    }

    /// Every target with its cost, the storage told apart once and not at every entry.
    #[inline(always)]
    pub(crate) fn each(self, mut visit: impl FnMut(u32, i64)) {
        match self {
            Row::Packed(entries, code) => {
                for &entry in entries {
                    visit(code.target(entry), code.cost(entry));
                }
            }
            Row::Wide(targets, costs) => {
                for (&target, &cost) in targets.iter().zip(costs) {
                    visit(target, cost);
                }
            }
        }
    }

    /// As [`Row::each`], stopping at the first error.
    #[inline(always)]
    pub(crate) fn try_each<E>(self, mut visit: impl FnMut(u32, i64) -> Result<(), E>) -> Result<(), E> {
        match self {
            Row::Packed(entries, code) => {
                entries.iter().try_for_each(|&entry| visit(code.target(entry), code.cost(entry)))
            }
            Row::Wide(targets, costs) => targets.iter().zip(costs).try_for_each(|(&target, &cost)| visit(target, cost)),
        }
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = (u32, i64)> + 'a {
        (0..self.len()).map(move |place| self.at(place))
    }

    /// Where a target's entry is, or where it would have to be.
    fn place(self, target: u32) -> Result<usize, usize> {
        match self {
            Row::Packed(entries, code) => entries.binary_search_by_key(&target, |&entry| code.target(entry)),
            Row::Wide(targets, _) => targets.binary_search(&target),
        }
    }

    /// The cost of a target, if it is in the row.
    pub(crate) fn cost_of(self, target: u32) -> Option<i64> {
        self.place(target).ok().map(|place| self.at(place).1)
    }
}

impl Lists {
    /// The pairs of one node.
    #[inline(always)]
    pub(crate) fn of(&self, node: u32) -> Row<'_> {
        let range = self.start[node as usize] as usize..self.end[node as usize] as usize;
        match &self.store {
            Store::Packed(entries, code) => Row::Packed(&entries[range], *code),
            Store::Wide(targets, costs) => Row::Wide(&targets[range.clone()], &costs[range]),
        }
    }

    /// The packed pairs of one node; none if they are stored wide.
    #[inline(always)]
    pub(crate) fn entries_of(&self, node: u32) -> &[u32] {
        match &self.store {
            Store::Packed(entries, _) => &entries[self.start[node as usize] as usize..self.end[node as usize] as usize],
            Store::Wide(..) => &[],
        }
    }

    /// Number of pairs.
    pub(crate) fn entries(&self) -> usize {
        self.live
    }

    pub(crate) fn nodes(&self) -> usize {
        self.start.len()
    }

    /// How the pairs are packed, if they are.
    pub(crate) fn code(&self) -> Option<Code> {
        match &self.store {
            Store::Packed(_, code) => Some(*code),
            Store::Wide(..) => None,
        }
    }

    /// Rows that were packed elsewhere: where each begins, all entries in order, and these or-ed together.
    pub(crate) fn packed(start: Vec<u32>, entries: Vec<u32>, code: Code, seen: u32) -> Lists {
        let end = start.iter().skip(1).copied().chain([entries.len() as u32]).take(start.len()).collect();
        let live = entries.len();
        Lists { start, end, room: Vec::new(), live, seen, store: Store::Packed(entries, code) }
    }

    /// Bits that the packed costs use.
    pub(crate) fn cost_bits(&self) -> u32 {
        let code = self.code().unwrap_or(Code { bits: 0, base: 0 });
        u32::BITS - (self.seen & ((1 << code.bits) - 1)).leading_zeros()
    }

    /// Groups `(node, target, cost)` by node, keeping the order of entries within a node. Without a code the pairs
    /// are stored wide.
    pub(crate) fn grouped(
        nodes: usize,
        code: Option<Code>,
        entries: impl Iterator<Item = (u32, u32, i64)> + Clone,
    ) -> Lists {
        let mut filling = Filling::new(nodes, code, |count| {
            for (node, _, _) in entries.clone() {
                count[node as usize] += 1;
            }
        });
        for (node, target, cost) in entries {
            filling.put(node, target, cost);
        }
        filling.lists
    }

    /// The same pairs seen from the other side, which has this many nodes.
    pub(crate) fn transposed(&self, nodes: usize) -> Lists {
        let code = self.code().and_then(|code| {
            let most = code.base + (1_i64 << code.bits) - 1;
            Code::for_range(self.nodes(), code.base, most)
                .or_else(|| Code::for_range(self.nodes(), code.base, self.dearest().unwrap_or(code.base)))
        });
        let mut filling = Filling::new(nodes, code, |count| {
            for node in 0..self.nodes() as u32 {
                self.of(node).each(|target, _| count[target as usize] += 1);
            }
        });
        for node in 0..self.nodes() as u32 {
            self.of(node).each(|target, cost| filling.put(target, node, cost));
        }
        filling.lists
    }

    fn dearest(&self) -> Option<i64> {
        (0..self.nodes() as u32).flat_map(|node| self.of(node).iter()).map(|(_, cost)| cost).max()
    }

    /// Adds a node without pairs.
    pub(crate) fn push_node(&mut self) {
        if !self.room.is_empty() {
            self.room.push(0);
        }
        self.start.push(0);
        self.end.push(0);
    }

    /// Sets the cost of a pair, which becomes part of the row if it was not. Returns the former cost.
    pub(crate) fn set(&mut self, node: u32, target: u32, cost: i64) -> Option<i64> {
        if self.code().is_some_and(|code| !code.fits(cost) || code.target(code.pack(target, code.base)) != target) {
            self.widen();
        }
        let row = self.of(node);
        match row.place(target) {
            Ok(place) => {
                let former = row.at(place).1;
                self.write(self.start[node as usize] as usize + place, target, cost);
                Some(former)
            }
            Err(place) => {
                self.make_room(node);
                let place = self.start[node as usize] as usize + place;
                let end = self.end[node as usize] as usize;
                match &mut self.store {
                    Store::Packed(entries, _) => entries.copy_within(place..end, place + 1),
                    Store::Wide(targets, costs) => {
                        targets.copy_within(place..end, place + 1);
                        costs.copy_within(place..end, place + 1);
                    }
                }
                self.write(place, target, cost);
                self.end[node as usize] += 1;
                self.live += 1;
                None
            }
        }
    }

    /// Takes a pair out of the row. Returns its cost.
    pub(crate) fn remove(&mut self, node: u32, target: u32) -> Option<i64> {
        let row = self.of(node);
        let place = row.place(target).ok()?;
        let former = row.at(place).1;
        if self.room.is_empty() {
            self.room = self.end.clone();
        }
        let place = self.start[node as usize] as usize + place;
        let end = self.end[node as usize] as usize;
        match &mut self.store {
            Store::Packed(entries, _) => entries.copy_within(place + 1..end, place),
            Store::Wide(targets, costs) => {
                targets.copy_within(place + 1..end, place);
                costs.copy_within(place + 1..end, place);
            }
        }
        self.end[node as usize] -= 1;
        self.live -= 1;
        Some(former)
    }

    fn write(&mut self, place: usize, target: u32, cost: i64) {
        match &mut self.store {
            Store::Packed(entries, code) => {
                entries[place] = code.pack(target, cost);
                self.seen |= entries[place];
            }
            Store::Wide(targets, costs) => {
                targets[place] = target;
                costs[place] = cost;
            }
        }
    }

    /// Makes sure that a row can take one more entry: a full one moves to the end with as much room again.
    fn make_room(&mut self, node: u32) {
        if self.room.is_empty() {
            self.room = self.end.clone();
        }
        let (start, end) = (self.start[node as usize] as usize, self.end[node as usize] as usize);
        if end < self.room[node as usize] as usize {
            return;
        }
        let room = (end - start) * 2 + 4;
        let moved = match &mut self.store {
            Store::Packed(entries, _) => {
                let moved = entries.len();
                entries.extend_from_within(start..end);
                entries.resize(moved + room, 0);
                moved
            }
            Store::Wide(targets, costs) => {
                let moved = targets.len();
                targets.extend_from_within(start..end);
                targets.resize(moved + room, 0);
                costs.extend_from_within(start..end);
                costs.resize(moved + room, 0);
                moved
            }
        };
        self.start[node as usize] = moved as u32;
        self.end[node as usize] = (moved + end - start) as u32;
        self.room[node as usize] = (moved + room) as u32;
    }

    /// Whether one more entry could outgrow the 32-bit places of the entries.
    pub(crate) fn is_full(&self, node: u32) -> bool {
        let held = match &self.store {
            Store::Packed(entries, _) => entries.len(),
            Store::Wide(targets, _) => targets.len(),
        };
        held + self.of(node).len() * 2 + 4 >= u32::MAX as usize
    }

    fn widen(&mut self) {
        if let Store::Packed(entries, code) = &self.store {
            let targets = entries.iter().map(|&entry| code.target(entry)).collect();
            let costs = entries.iter().map(|&entry| code.cost(entry)).collect();
            self.store = Store::Wide(targets, costs);
        }
    }
}

/// Lists whose lengths are known and whose entries come in any order of nodes.
struct Filling {
    /// Until everything is put, `end` says where a node's next entry goes.
    lists: Lists,
}

impl Filling {
    /// Makes room for as many entries a node as `count` adds up.
    fn new(nodes: usize, code: Option<Code>, count: impl FnOnce(&mut [u32])) -> Filling {
        let mut start = vec![0_u32; nodes];
        count(&mut start);
        let mut entries = 0;
        for at in &mut start {
            entries += std::mem::replace(at, entries);
        }
        let entries = entries as usize;
        let store = match code {
            Some(code) => Store::Packed(vec![0; entries], code),
            None => Store::Wide(vec![0; entries], vec![0; entries]),
        };
        Filling { lists: Lists { end: start.clone(), start, room: Vec::new(), live: entries, seen: 0, store } }
    }

    #[inline(always)]
    fn put(&mut self, node: u32, target: u32, cost: i64) {
        let slot = self.lists.end[node as usize];
        self.lists.end[node as usize] = slot + 1;
        self.lists.write(slot as usize, target, cost);
    }
}
