//! The instance laid out for the solve: edges by person and by position, what each edge weighs in each row, and
//! the couples' places. A row is a group or a cut of one. Pairs that a couple can never use are gone.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::Cut;
use super::cuts;
use super::model::Constrained;
use crate::market::NONE;

/// Units of a price in one unit of cost: fine enough for multipliers of budgets in small units of money.
pub(super) const SCALE: i64 = 1 << 16;

/// What a group or a cut asks of the sum of its weights.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) least: Option<i64>,
    pub(super) most: Option<i64>,
    /// Largest absolute weight, at least one.
    pub(super) heaviest: i64,
    /// Mean absolute weight of its edges, at least one.
    pub(super) typical: i64,
    /// Violations count in steps of this: of a share floor, what one more of the heavier adds.
    pub(super) step: i64,
}

impl Row {
    /// [`Row::violation`] in whole steps.
    pub(super) fn shortfall(&self, activity: i64) -> i64 {
        let violation = self.violation(activity);
        (violation + self.step - 1) / self.step * self.step
    }

    /// How far an activity lies outside.
    pub(super) fn violation(&self, activity: i64) -> i64 {
        match (self.least, self.most) {
            (Some(least), _) if activity < least => least - activity,
            (_, Some(most)) if activity > most => activity - most,
            _ => 0,
        }
    }
}

/// Two people of a couple and which of their places go together.
#[derive(Debug, Clone)]
pub(super) struct Pairing {
    pub(super) first: u32,
    pub(super) second: u32,
    /// Slots of the first and of the second that are the same place or commute.
    pub(super) together: Vec<(u32, u32)>,
}

/// The compiled instance.
#[derive(Debug, Clone)]
pub(super) struct Core {
    pub(super) start: Vec<u32>,
    pub(super) target: Vec<u32>,
    pub(super) cost: Vec<i64>,
    /// Per edge, its person.
    pub(super) owner: Vec<u32>,
    pub(super) position_start: Vec<u32>,
    /// Edges by position.
    pub(super) position_edge: Vec<u32>,
    pub(super) out: Vec<i64>,
    pub(super) open: Vec<i64>,
    pub(super) rows: Vec<Row>,
    /// Rows from here on are cuts.
    pub(super) groups: usize,
    pub(super) cuts: Vec<Cut>,
    pub(super) term_start: Vec<u32>,
    /// Per edge, where its terms in cuts begin.
    pub(super) cut_start: Vec<u32>,
    pub(super) term: Vec<(u32, i64)>,
    /// Per position, its place, numbered from zero; empty without couples.
    pub(super) place: Vec<u32>,
    /// The instance's name of each numbered place.
    pub(super) place_names: Vec<u32>,
    pub(super) pairings: Vec<Pairing>,
    /// Per person, its pairing or [`NONE`].
    pub(super) pairing_of: Vec<u32>,
    /// Per edge of a person in a couple, which of the person's slots its place is; otherwise zero.
    pub(super) slot: Vec<u32>,
    /// Per person, the place of each slot; empty unless in a couple.
    pub(super) places: Vec<Vec<u32>>,
}

impl Core {
    pub(super) fn new(instance: &Constrained) -> Core {
        let problem = instance.problem();
        let sides = instance.sides();
        let people = problem.people();
        let place = numbered(&sides.place_of);
        let near = Near::new(&sides.place_of, &place, &sides.commuting);
        let mut partner = vec![NONE; people];
        let mut pairing_of = vec![NONE; people];
        for (index, couple) in (0..).zip(&sides.couples) {
            for (one, other) in [(couple.first, couple.second), (couple.second, couple.first)] {
                partner[one as usize] = other;
                pairing_of[one as usize] = index;
            }
        }
        let reach: Vec<BTreeSet<u32>> = (0..people as u32)
            .map(|person| match partner[person as usize] {
                NONE => BTreeSet::new(),
                other => problem.positions_for(other).flat_map(|(j, _)| near.of(place[j as usize])).collect(),
            })
            .collect();

        let (mut start, mut target, mut cost, mut owner) = (vec![0], Vec::new(), Vec::new(), Vec::new());
        for person in 0..people as u32 {
            for (position, price) in problem.positions_for(person) {
                let alone = partner[person as usize] == NONE;
                if alone || reach[person as usize].contains(&place[position as usize]) {
                    target.push(position);
                    cost.push(price);
                    owner.push(person);
                }
            }
            start.push(target.len() as u32);
        }
        let (position_start, position_edge) = transpose(&target, problem.positions());
        let mut core = Core {
            slot: vec![0; target.len()],
            start,
            target,
            cost,
            owner,
            position_start,
            position_edge,
            out: problem.unassigned().to_vec(),
            open: problem.unfilled().to_vec(),
            rows: Vec::new(),
            groups: sides.groups.len(),
            cuts: Vec::new(),
            term_start: Vec::new(),
            cut_start: Vec::new(),
            term: Vec::new(),
            place,
            place_names: names(&sides.place_of),
            pairings: Vec::new(),
            pairing_of,
            places: vec![Vec::new(); people],
        };
        core.add_couples(instance, &near);
        core.add_rows(instance);
        core
    }

    fn add_couples(&mut self, instance: &Constrained, near: &Near) {
        for couple in &instance.sides().couples {
            for person in [couple.first, couple.second] {
                let edges = self.edges(person);
                let mut places: Vec<u32> = edges.clone().map(|e| self.place[self.target[e] as usize]).collect();
                places.sort_unstable();
                places.dedup();
                for edge in edges {
                    let here = self.place[self.target[edge] as usize];
                    self.slot[edge] = places.partition_point(|&place| place < here) as u32;
                }
                self.places[person as usize] = places;
            }
            let second = &self.places[couple.second as usize];
            let mut together = Vec::new();
            for (slot, &place) in (0..).zip(&self.places[couple.first as usize]) {
                for other in near.of(place) {
                    if let Ok(there) = second.binary_search(&other) {
                        together.push((slot, there as u32));
                    }
                }
            }
            self.pairings.push(Pairing { first: couple.first, second: couple.second, together });
        }
    }

    fn add_rows(&mut self, instance: &Constrained) {
        let groups = &instance.sides().groups;
        // Edge and weight of everything that weighs, row by row.
        let mut of_rows: Vec<Vec<(u32, i64)>> = Vec::new();
        for group in groups {
            let weighs = group.terms.iter().filter(|term| term.2 != 0);
            of_rows.push(weighs.filter_map(|&(i, j, weight)| Some((self.edge(i, j)?, weight))).collect());
            let mut row = row(group.least, group.most, of_rows.last().into_iter().flatten().map(|term| term.1));
            if let (Some(_), Some((heavier, _))) = (group.least, cuts::two_weights(group)) {
                row.step = heavier;
            }
            self.rows.push(row);
        }
        self.cuts = (0..).zip(groups).flat_map(|(index, group)| cuts::of(index, group)).collect();
        for cut in &self.cuts {
            let weight = |weight: i64| if weight > 0 { cut.heavier } else { cut.lighter };
            let of_group = of_rows[cut.group as usize].iter();
            let of = of_group.map(|&(edge, of)| (edge, weight(of))).filter(|term| term.1 != 0).collect();
            of_rows.push(of);
            self.rows.push(row(Some(cut.least), None, of_rows.last().into_iter().flatten().map(|term| term.1)));
        }
        let edges = self.target.len();
        let counted = |rows: &[Vec<(u32, i64)>]| {
            let mut start = vec![0_u32; edges + 1];
            rows.iter().flatten().for_each(|term| start[term.0 as usize + 1] += 1);
            (0..edges).for_each(|edge| start[edge + 1] += start[edge]);
            start
        };
        let in_groups = counted(&of_rows[..self.groups]);
        self.term_start = counted(&of_rows);
        self.cut_start = (0..edges).map(|edge| self.term_start[edge] + in_groups[edge + 1] - in_groups[edge]).collect();
        let mut next = self.term_start.clone();
        self.term = vec![(0, 0); self.term_start[edges] as usize];
        for (row, of) in (0..).zip(&of_rows) {
            for &(edge, weight) in of {
                self.term[next[edge as usize] as usize] = (row, weight);
                next[edge as usize] += 1;
            }
        }
    }

    pub(super) fn people(&self) -> usize {
        self.out.len()
    }

    pub(super) fn positions(&self) -> usize {
        self.open.len()
    }

    /// The edges of a person.
    pub(super) fn edges(&self, person: u32) -> std::ops::Range<usize> {
        self.start[person as usize] as usize..self.start[person as usize + 1] as usize
    }

    /// The edges of a position.
    pub(super) fn edges_at(&self, position: u32) -> &[u32] {
        let at = position as usize;
        &self.position_edge[self.position_start[at] as usize..self.position_start[at + 1] as usize]
    }

    /// The edge of a pair, if there is one.
    pub(super) fn edge(&self, person: u32, position: u32) -> Option<u32> {
        let edges = self.edges(person);
        let first = edges.start;
        self.target[edges].binary_search(&position).ok().map(|at| (first + at) as u32)
    }

    /// The rows in which an edge weighs something.
    pub(super) fn terms(&self, edge: usize) -> &[(u32, i64)] {
        &self.term[self.term_start[edge] as usize..self.term_start[edge + 1] as usize]
    }

    /// As [`Core::terms`], without cuts.
    pub(super) fn group_terms(&self, edge: usize) -> &[(u32, i64)] {
        &self.term[self.term_start[edge] as usize..self.cut_start[edge] as usize]
    }

    /// The other of a couple.
    pub(super) fn partner(&self, person: u32) -> Option<u32> {
        let pair = self.pairings.get(self.pairing_of[person as usize] as usize)?;
        Some(if pair.first == person { pair.second } else { pair.first })
    }

    /// Cost of an assignment given by its edges.
    pub(super) fn objective(&self, edge_of: &[u32]) -> i64 {
        let mut filled = vec![false; self.positions()];
        let mut total = 0;
        for (person, &edge) in edge_of.iter().enumerate() {
            if edge == NONE {
                total += self.out[person];
            } else {
                total += self.cost[edge as usize];
                filled[self.target[edge as usize] as usize] = true;
            }
        }
        total + filled.iter().zip(&self.open).filter(|(filled, _)| !**filled).map(|(_, open)| open).sum::<i64>()
    }

    /// The sum of weights in each row.
    pub(super) fn activity(&self, edge_of: &[u32]) -> Vec<i64> {
        let mut activity = vec![0; self.rows.len()];
        for &edge in edge_of.iter().filter(|&&edge| edge != NONE) {
            for &(row, weight) in self.terms(edge as usize) {
                activity[row as usize] += weight;
            }
        }
        activity
    }

    /// Whether a couple's two edges may stand together.
    pub(super) fn agree(&self, pairing: &Pairing, first: u32, second: u32) -> bool {
        match (first, second) {
            (NONE, NONE) => true,
            (NONE, _) | (_, NONE) => false,
            _ => pairing.together.binary_search(&(self.slot[first as usize], self.slot[second as usize])).is_ok(),
        }
    }

    /// Whether an assignment keeps everything.
    pub(super) fn feasible(&self, edge_of: &[u32]) -> bool {
        let activity = self.activity(edge_of);
        self.rows[..self.groups].iter().zip(&activity).all(|(row, &activity)| row.violation(activity) == 0)
            && (self.pairings.iter())
                .all(|pair| self.agree(pair, edge_of[pair.first as usize], edge_of[pair.second as usize]))
    }
}

fn row(least: Option<i64>, most: Option<i64>, weights: impl Iterator<Item = i64>) -> Row {
    let (mut heaviest, mut sum, mut count) = (1, 0, 0);
    for weight in weights {
        heaviest = heaviest.max(weight.abs());
        sum += weight.abs();
        count += 1;
    }
    Row { least, most, heaviest, typical: (sum / count.max(1)).max(1), step: 1 }
}

/// Edges by position: where each position's begin, and the edges.
pub(super) fn transpose(target: &[u32], positions: usize) -> (Vec<u32>, Vec<u32>) {
    let mut start = vec![0_u32; positions + 1];
    for &position in target {
        start[position as usize + 1] += 1;
    }
    for position in 0..positions {
        start[position + 1] += start[position];
    }
    let mut next = start.clone();
    let mut edges = vec![0; target.len()];
    for (edge, &position) in (0..).zip(target) {
        edges[next[position as usize] as usize] = edge;
        next[position as usize] += 1;
    }
    (start, edges)
}

/// The different place names, in their order.
fn names(place_of: &[u32]) -> Vec<u32> {
    let mut names = place_of.to_vec();
    names.sort_unstable();
    names.dedup();
    names
}

/// Numbers from zero for arbitrary place names: each name's rank in [`names`].
fn numbered(place_of: &[u32]) -> Vec<u32> {
    let names = names(place_of);
    place_of.iter().map(|name| names.partition_point(|other| other < name) as u32).collect()
}

/// Which places go together.
struct Near {
    of: BTreeMap<u32, BTreeSet<u32>>,
}

impl Near {
    fn new(names: &[u32], numbers: &[u32], commuting: &[(u32, u32)]) -> Near {
        let number: BTreeMap<u32, u32> = names.iter().copied().zip(numbers.iter().copied()).collect();
        let mut of: BTreeMap<u32, BTreeSet<u32>> = number.values().map(|&place| (place, [place].into())).collect();
        for (one, other) in commuting {
            // A place without positions commutes with nothing that matters.
            if let (Some(&one), Some(&other)) = (number.get(one), number.get(other)) {
                of.entry(one).or_default().insert(other);
                of.entry(other).or_default().insert(one);
            }
        }
        Near { of }
    }

    fn of(&self, place: u32) -> impl Iterator<Item = u32> + '_ {
        self.of.get(&place).into_iter().flatten().copied()
    }
}
