//! Empties a few limits at once and fills them anew, as cheaply as it can be done: a neighbourhood too large to look
//! through move by move, searched depth first (very large neighbourhoods: Ahuja, Ergun, Orlin and Punnen 2002). At
//! the bound's multipliers an assignment costs what they prove, and the losses of its choices, and the worth of the
//! room it leaves; the losses alone cut off nearly everything. It serves where limits are so tight that no exchange
//! of two or three people fits. Whole numbers throughout: the same on every machine.

use super::capacity::Choices;
use super::stop::Stop;
use crate::stable::SplitMix64;

/// Limits emptied at once, at least and at most.
const EMPTIED: (u64, u64) = (3, 4);

/// A choice of somebody free: what it loses, the limit it weighs in, by how much.
#[derive(Debug, Clone, Copy)]
struct Way {
    loss: i64,
    limit: usize,
    weight: i64,
    choice: u32,
}

/// Whether every limit is a cap and everybody weighs in one at most.
pub(super) fn applies(choices: &Choices) -> bool {
    let caps = choices.limits.iter().all(|limit| limit.row.least.is_none() && limit.row.most.is_some());
    let single = choices.term_start.windows(2).all(|ends| ends[1] - ends[0] <= 1);
    caps && single && choices.limits.len() as u64 >= EMPTIED.0 && choices.term.iter().all(|term| term.1 >= 0)
}

/// Improves an assignment that keeps every limit, for so many steps, at most `patience` of them on one set of limits;
/// what it ends at if that is cheaper. Right only where [`applies`] says so.
pub(super) fn regroup(
    choices: &Choices,
    from: Vec<u32>,
    steps: u64,
    patience: u64,
    seed: u64,
    stop: &Stop,
) -> Option<Vec<u32>> {
    let mut random = SplitMix64(seed);
    let mut chosen = from;
    let mut better = false;
    let all = choices.limits.len();
    let mut search = Search {
        // One more that holds everything, for choices that weigh in none.
        room: choices.limits.iter().map(|limit| limit.row.most.unwrap_or(0)).chain([i64::MAX / 2]).collect(),
        price: choices.limits.iter().map(|limit| limit.price).chain([0]).collect(),
        emptied: Vec::new(),
        ways: Vec::new(),
        ends: Vec::new(),
        path: Vec::new(),
        found: None,
        budget: 0,
        left: 0,
    };
    let mut done = 0;
    while done < steps && !stop.now() {
        let count = (EMPTIED.0 + random.below(EMPTIED.1 - EMPTIED.0 + 1)).min(all as u64) as usize;
        search.emptied.clear();
        while search.emptied.len() < count {
            let limit = random.below(all as u64) as usize;
            if !search.emptied.contains(&limit) {
                search.emptied.push(limit);
            }
        }
        let free = search.empty(choices, &chosen);
        search.left = patience;
        search.down(0, 0);
        done += choices.people() as u64 + search.ways.len() as u64 + patience - search.left;
        if let Some(found) = search.found.take() {
            better |= found.1;
            for (person, choice) in free.into_iter().zip(found.0) {
                chosen[person as usize] = choice;
            }
        }
    }
    better.then_some(chosen)
}

/// One set of limits and who may fill it.
struct Search {
    /// What is left of each limit.
    room: Vec<i64>,
    price: Vec<i64>,
    emptied: Vec<usize>,
    /// By person, those whose second choice loses most first; each person's by loss.
    ways: Vec<Way>,
    /// Per person, where its ways end.
    ends: Vec<usize>,
    path: Vec<u32>,
    /// The cheapest met, and whether it is cheaper than what was there.
    found: Option<(Vec<u32>, bool)>,
    /// What losses and room may amount to: no more than now, less than what was met.
    budget: i64,
    /// Steps left.
    left: u64,
}

impl Search {
    /// Lays out the ways of everybody in the emptied limits or in none; who they are.
    fn empty(&mut self, choices: &Choices, chosen: &[u32]) -> Vec<u32> {
        let nowhere = choices.limits.len();
        let place = |choice: u32| choices.terms(choice).first().map_or((nowhere, 0), |term| (term.0 as usize, term.1));
        let mut free: Vec<(i64, u32, Vec<Way>)> = Vec::new();
        // What is there now costs so much more than nothing lost and no room left.
        let mut now: i64 = self.emptied.iter().map(|&limit| self.price[limit] * self.room[limit]).sum();
        for person in 0..choices.people() as u32 {
            let own = place(chosen[person as usize]).0;
            if own != nowhere && !self.emptied.contains(&own) {
                continue;
            }
            let mut ways: Vec<Way> = Vec::new();
            for choice in choices.range(person) {
                let (limit, weight) = place(choice);
                if limit == nowhere || self.emptied.contains(&limit) {
                    let loss = choices.cost[choice as usize] + self.price[limit] * weight;
                    ways.push(Way { loss, limit, weight, choice });
                }
            }
            ways.sort_unstable_by_key(|way| (way.loss, way.choice));
            let Some(least) = ways.first().map(|way| way.loss) else { continue };
            for way in &mut ways {
                way.loss -= least;
            }
            now += choices.cost[chosen[person as usize] as usize] - least;
            free.push((ways.get(1).map_or(i64::MAX, |way| way.loss), person, ways));
        }
        free.sort_by_key(|free| (std::cmp::Reverse(free.0), free.1));
        self.ways.clear();
        self.ends.clear();
        for (_, _, ways) in &free {
            self.ways.extend(ways);
            self.ends.push(self.ways.len());
        }
        self.path = vec![0; free.len()];
        // As cheap as now will do: the search then moves sideways, and does not look at the same again and again.
        self.budget = now + 1;
        free.into_iter().map(|free| free.1).collect()
    }

    /// Places the `depth`-th person and those after it; those before lose `lost`.
    fn down(&mut self, depth: usize, lost: i64) {
        if depth == self.ends.len() {
            let room: i64 = self.emptied.iter().map(|&limit| self.price[limit] * self.room[limit]).sum();
            if lost + room < self.budget {
                // The first met may be as cheap as what was there; any after it is cheaper than the first.
                let better = self.found.is_some() || lost + room + 1 < self.budget;
                self.found = Some((self.path.clone(), better));
                self.budget = lost + room;
            }
            return;
        }
        let first = if depth == 0 { 0 } else { self.ends[depth - 1] };
        for at in first..self.ends[depth] {
            let way = self.ways[at];
            if lost + way.loss >= self.budget || self.left == 0 {
                return;
            }
            if way.weight <= self.room[way.limit] {
                self.left -= 1;
                self.room[way.limit] -= way.weight;
                self.path[depth] = way.choice;
                self.down(depth + 1, lost + way.loss);
                self.room[way.limit] += way.weight;
            }
        }
    }
}
