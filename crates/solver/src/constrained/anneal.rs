//! Annealing over chains of ejections, with capacities that may be broken at a penalty.
//!
//! A move sends somebody to another of its choices; where that overfills a limit, somebody else there is ejected and
//! moves on in turn, a few times over (ejection chains and adaptive penalties: Yagiura, Ibaraki and Glover 2004,
//! 2006). Whether the whole chain is kept is decided as in annealing (Kirkpatrick, Gelatt and Vecchi 1983). A limit's
//! penalty rises while it is broken and falls while it is kept, so the search swings about the border of what is
//! allowed (strategic oscillation, Glover 1977). Whole numbers throughout: the same on every machine.

use super::capacity::Choices;
use super::core::SCALE;
use super::stop::Stop;
use crate::stable::SplitMix64;

/// People moved in one chain at most.
const CHAIN: u64 = 3;

/// Moves between two looks at the clock.
const UNWATCHED: u64 = 4_096;

struct State<'c> {
    choices: &'c Choices,
    chosen: Vec<u32>,
    activity: Vec<i64>,
    penalty: Vec<i64>,
    /// Per limit, the terms that weigh in it now.
    members: Vec<Vec<u32>>,
    /// Per term, where it stands among its limit's members.
    seat: Vec<u32>,
    /// Per term, its person.
    owner: Vec<u32>,
    /// Limits outside their bounds.
    broken: usize,
    /// In `1/SCALE`, without penalties.
    cost: i64,
    /// The chain under way: who moved, and from which choice.
    chain: Vec<(u32, u32)>,
    /// Whether everything was kept at some moment since the penalties changed.
    seen: bool,
}

/// Anneals from `from`, or from everybody's cheapest choice, for so many moves; returns the cheapest assignment met
/// that keeps every limit, if it is cheaper than `from`. It begins at `heat` hundredths of what a second choice costs
/// more than a first.
pub(super) fn anneal(
    choices: &Choices,
    from: Option<Vec<u32>>,
    moves: u64,
    heat: i64,
    seed: u64,
    stop: &Stop,
) -> Option<Vec<u32>> {
    let people: Vec<u32> = (0..choices.people() as u32).filter(|&person| choices.range(person).len() > 1).collect();
    let warm = from.is_some();
    let mut state = State::new(choices, from.unwrap_or_else(|| choices.start[..choices.people()].to_vec()));
    let mut least = if warm && state.broken == 0 { state.cost } else { i64::MAX };
    let mut best = None;
    if state.broken == 0 && !warm {
        least = state.cost;
        best = Some(state.chosen.clone());
    }
    if people.is_empty() {
        return best;
    }
    let mut random = SplitMix64(seed);
    let seconds: i128 =
        people.iter().map(|&person| i128::from(choices.loss[choices.start[person as usize] as usize + 1])).sum();
    let typical = (seconds / people.len() as i128) as i64;
    let hot = (typical * heat / 100).max(SCALE / 8);
    let cold = (hot / 50).max(SCALE / 16);
    let sweep = people.len() as u64;
    let sweeps = (moves / sweep).max(1);
    let (mut heat, mut cooled) = (hot, 0);
    for step in 0..sweeps {
        // From hot to cold, each hundredth of the way as much cooler as the one before.
        if step * 100 / sweeps > cooled {
            cooled += 1;
            heat = (heat - heat / 26).max(cold);
        }
        for at in 0..sweep {
            if (step * sweep + at).is_multiple_of(UNWATCHED) && stop.now() {
                return best;
            }
            let person = people[random.below(sweep) as usize];
            let change = state.propose(person, &mut random);
            if change > 0 && i128::from(change) * 256 > i128::from(heat) * i128::from(exponential(&mut random)) {
                state.undo_to(0);
                continue;
            }
            state.keep();
            state.seen |= state.broken == 0;
            if state.broken == 0 && state.cost < least {
                least = state.cost;
                best = Some(state.chosen.clone());
            }
        }
        state.adapt();
    }
    best
}

/// A number of exponential distribution, in 1/256: `−ln` of an even one, linear between powers of two.
fn exponential(random: &mut SplitMix64) -> u64 {
    let number = random.next() | 1;
    let zeros = u64::from(number.leading_zeros());
    let rest = (number << zeros << 1) >> 56;
    // ln 2 is 177/256.
    ((zeros << 8) + 256 - rest) * 177 / 256
}

impl<'c> State<'c> {
    fn new(choices: &'c Choices, chosen: Vec<u32>) -> State<'c> {
        let limits = &choices.limits;
        let mut owner = vec![0; choices.term.len()];
        for person in 0..choices.people() as u32 {
            let range = choices.range(person);
            let terms = choices.term_start[range.start as usize]..choices.term_start[range.end as usize];
            owner[terms.start as usize..terms.end as usize].fill(person);
        }
        let mut state = State {
            choices,
            activity: vec![0; limits.len()],
            penalty: limits
                .iter()
                .map(|limit| (limit.price + limit.price / 4 + SCALE / limit.row.typical + 1).min(limit.steepest))
                .collect(),
            members: vec![Vec::new(); limits.len()],
            seat: vec![0; choices.term.len()],
            owner,
            broken: 0,
            cost: chosen.iter().map(|&choice| choices.cost[choice as usize]).sum(),
            chain: Vec::new(),
            seen: false,
            chosen,
        };
        for person in 0..choices.people() {
            let choice = state.chosen[person];
            for &(limit, weight) in choices.terms(choice) {
                state.activity[limit as usize] += weight;
            }
            state.enter(choice);
        }
        let outside =
            limits.iter().zip(&state.activity).filter(|(limit, activity)| limit.row.violation(**activity) > 0);
        state.broken = outside.count();
        state
    }

    /// Carries out a chain that begins with a person; the change of cost and penalties.
    fn propose(&mut self, person: u32, random: &mut SplitMix64) -> i64 {
        self.chain.clear();
        let links = 1 + random.below(CHAIN);
        let range = self.choices.range(person);
        let mut to = range.start + random.below(range.len() as u64 - 1) as u32;
        to += u32::from(to >= self.chosen[person as usize]);
        let mut change = self.shift(person, to);
        let (mut least, mut length) = (change, 1);
        for _ in 1..links {
            let Some(limit) = self.overfull(to) else { break };
            let Some((next, choice)) = self.ejected(limit) else { break };
            to = choice;
            change += self.shift(next, to);
            if change < least {
                (least, length) = (change, self.chain.len());
            }
        }
        self.undo_to(length);
        least
    }

    /// A limit that a choice overfills.
    fn overfull(&self, choice: u32) -> Option<usize> {
        let over = |limit: usize| self.choices.limits[limit].row.most.is_some_and(|most| self.activity[limit] > most);
        self.choices.terms(choice).iter().map(|term| term.0 as usize).find(|&limit| over(limit))
    }

    /// Who leaves a limit at the least cost, penalties included, and to which choice; nobody twice in a chain.
    fn ejected(&self, limit: usize) -> Option<(u32, u32)> {
        let choices = self.choices;
        let mut best = (i64::MAX, None);
        for &term in &self.members[limit] {
            let person = self.owner[term as usize];
            if self.chain.iter().any(|moved| moved.0 == person) {
                continue;
            }
            let now = self.chosen[person as usize];
            let saved = choices.cost[now as usize]
                - choices
                    .terms(now)
                    .iter()
                    .map(|&(limit, weight)| self.difference(limit as usize, -weight))
                    .sum::<i64>();
            for choice in choices.range(person).filter(|&choice| choice != now) {
                // Weights in limits that both weigh in are taken one after the other: near enough to choose by.
                let more = choices.terms(choice).iter().map(|&(limit, weight)| self.difference(limit as usize, weight));
                let change = choices.cost[choice as usize] - saved + more.sum::<i64>();
                if change < best.0 {
                    best = (change, Some((person, choice)));
                }
            }
        }
        best.1
    }

    /// What more of a limit costs in penalties.
    fn difference(&self, limit: usize, weight: i64) -> i64 {
        let row = &self.choices.limits[limit].row;
        let now = self.activity[limit];
        (row.violation(now + weight) - row.violation(now)) * self.penalty[limit]
    }

    fn shift(&mut self, person: u32, to: u32) -> i64 {
        let from = std::mem::replace(&mut self.chosen[person as usize], to);
        self.chain.push((person, from));
        self.weigh(from, -1) + self.weigh(to, 1)
    }

    /// Adds or takes away a choice; the change of cost and penalties.
    fn weigh(&mut self, choice: u32, sign: i64) -> i64 {
        let choices = self.choices;
        let cost = sign * choices.cost[choice as usize];
        self.cost += cost;
        let mut change = cost;
        for &(limit, weight) in choices.terms(choice) {
            let limit = limit as usize;
            let row = &choices.limits[limit].row;
            let before = row.violation(self.activity[limit]);
            self.activity[limit] += sign * weight;
            let after = row.violation(self.activity[limit]);
            self.broken = self.broken + usize::from(after > 0) - usize::from(before > 0);
            change += (after - before) * self.penalty[limit];
        }
        change
    }

    /// Takes a chain back but for its first links.
    fn undo_to(&mut self, length: usize) {
        while self.chain.len() > length {
            let Some((person, from)) = self.chain.pop() else { return };
            let to = std::mem::replace(&mut self.chosen[person as usize], from);
            self.weigh(to, -1);
            self.weigh(from, 1);
        }
    }

    /// Takes note of who now weighs where.
    fn keep(&mut self) {
        for at in 0..self.chain.len() {
            let (person, from) = self.chain[at];
            self.leave(from);
            self.enter(self.chosen[person as usize]);
        }
    }

    fn enter(&mut self, choice: u32) {
        let choices = self.choices;
        for term in choices.term_start[choice as usize]..choices.term_start[choice as usize + 1] {
            let members = &mut self.members[choices.term[term as usize].0 as usize];
            self.seat[term as usize] = members.len() as u32;
            members.push(term);
        }
    }

    fn leave(&mut self, choice: u32) {
        let choices = self.choices;
        for term in choices.term_start[choice as usize]..choices.term_start[choice as usize + 1] {
            let members = &mut self.members[choices.term[term as usize].0 as usize];
            let seat = self.seat[term as usize];
            members.swap_remove(seat as usize);
            if let Some(&moved) = members.get(seat as usize) {
                self.seat[moved as usize] = seat;
            }
        }
    }

    /// Makes every penalty cheaper if everything was kept at some moment since the last call, and those of broken
    /// limits dearer if not.
    fn adapt(&mut self) {
        let seen = std::mem::take(&mut self.seen);
        for (at, limit) in self.choices.limits.iter().enumerate() {
            let penalty = self.penalty[at];
            let outside = limit.row.violation(self.activity[at]) > 0;
            let changed = match (seen, outside) {
                (true, _) => penalty - penalty / 128,
                (false, true) => penalty + penalty / 64 + 1,
                (false, false) => penalty,
            };
            self.penalty[at] = changed.clamp(1, limit.steepest);
        }
    }
}
