//! The verifier of constrained answers: are the constraints kept, is the cost right, does the bound follow?
//!
//! It shares no code with the solve. The assignment is held against the instance as given. The bound is derived anew
//! in exact whole numbers from the proof's multipliers and position prices alone: in each case, every person takes
//! whatever is cheapest at those prices, every couple whatever is cheapest for both together, and by weak duality
//! nothing that keeps the constraints costs less than the sum.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::answer::{Answer, Case, Cut, Prices, Proof, Split, Stopped};
use super::model::{Constrained, Group};
use crate::problem::Problem;

/// Proof that an answer was verified: only [`verify_constrained`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConstrainedCertificate {
    objective: Option<i64>,
    bound: i64,
    infeasible: bool,
}

impl ConstrainedCertificate {
    /// What the assignment costs, recomputed; nothing if there is none.
    pub fn objective(&self) -> Option<i64> {
        self.objective
    }

    /// The lower bound, derived anew.
    pub fn bound(&self) -> i64 {
        self.bound
    }

    /// Whether the bound lies above everything that an assignment could cost, so that none exists.
    pub fn infeasible(&self) -> bool {
        self.infeasible
    }
}

/// The first fault found in a constrained answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ConstrainedViolation {
    /// A list of the answer does not fit the instance.
    #[error("{list} has {found} entries, the instance needs {expected}")]
    WrongLength {
        /// The list.
        list: &'static str,
        /// Its length.
        found: usize,
        /// The length that the instance asks for.
        expected: usize,
    },
    /// A chosen pair is not among the allowed ones.
    #[error("person {person} has position {position}, which is not an allowed pair")]
    ForbiddenPair {
        /// The pair's person.
        person: u32,
        /// The pair's position.
        position: u32,
    },
    /// Two people in one position.
    #[error("position {position} is given to person {first} and to person {second}")]
    TakenTwice {
        /// The position.
        position: u32,
        /// One of the two.
        first: u32,
        /// The other.
        second: u32,
    },
    /// A group outside its limits.
    #[error("group {name:?} adds up to {activity}, outside {least:?} to {most:?}")]
    GroupBroken {
        /// The group.
        name: String,
        /// The weighted count.
        activity: i128,
        /// Its floor.
        least: Option<i64>,
        /// Its cap.
        most: Option<i64>,
    },
    /// A couple is parted.
    #[error("couple ({first}, {second}) is parted: positions {at:?} are neither in one place nor commute")]
    Parted {
        /// One of the couple.
        first: u32,
        /// The other.
        second: u32,
        /// Their positions.
        at: (Option<u32>, Option<u32>),
    },
    /// The stated objective is not what the assignment costs.
    #[error("the assignment costs {actual:?}, not {stated:?}")]
    WrongObjective {
        /// The answer's objective.
        stated: Option<i64>,
        /// The cost added up.
        actual: Option<i128>,
    },
    /// The stated bound is not what the proof proves.
    #[error("the bound is stated as {stated}, but the proof gives {proven}")]
    WrongBound {
        /// The answer's bound.
        stated: i64,
        /// The bound derived anew.
        proven: i128,
    },
    /// A price or multiplier that proves nothing.
    #[error("{what}")]
    NoProof {
        /// What is wrong with it.
        what: String,
    },
    /// The reason for ending contradicts the numbers.
    #[error("the answer says {stopped:?}, but its objective is {objective:?} and its bound {bound}")]
    WrongEnd {
        /// What the answer says.
        stopped: Stopped,
        /// The objective.
        objective: Option<i64>,
        /// The bound.
        bound: i64,
    },
    /// A group called impossible can be kept on its own.
    #[error("group {name:?} is called impossible, but on its own it reaches {reach} of {needed}")]
    NotImpossible {
        /// The group.
        name: String,
        /// The best that any assignment reaches.
        reach: i128,
        /// What it asks for.
        needed: i64,
    },
}

use ConstrainedViolation as Fault;

/// Checks an answer against its instance.
///
/// # Errors
/// The first [`ConstrainedViolation`] found.
pub fn verify_constrained(
    instance: &Constrained,
    answer: &Answer,
) -> Result<ConstrainedCertificate, ConstrainedViolation> {
    let actual = match &answer.position_of {
        None => None,
        Some(position_of) => Some(check_assignment(instance, position_of)?),
    };
    if actual != answer.objective.map(i128::from) {
        return Err(Fault::WrongObjective { stated: answer.objective, actual });
    }
    let proven = derive(instance, &answer.proof)?;
    // Beyond what any assignment costs, how far beyond means nothing.
    let ceiling = ceiling(instance.problem());
    let proven = proven.min(ceiling + 1);
    if proven != i128::from(answer.bound) {
        return Err(Fault::WrongBound { stated: answer.bound, proven });
    }
    let infeasible = proven > ceiling;
    let consistent = match answer.stopped {
        Stopped::Infeasible => infeasible && answer.objective.is_none(),
        Stopped::Optimal => answer.objective == Some(answer.bound),
        _ => answer.objective.is_none_or(|objective| objective >= answer.bound),
    };
    if !consistent {
        return Err(Fault::WrongEnd { stopped: answer.stopped, objective: answer.objective, bound: answer.bound });
    }
    for &index in &answer.impossible {
        check_impossible(instance, index)?;
    }
    Ok(ConstrainedCertificate { objective: answer.objective, bound: answer.bound, infeasible })
}

/// More than this nothing can cost.
pub(super) fn ceiling(problem: &Problem) -> i128 {
    let person = |person: u32| {
        let dearest = problem.positions_for(person).map(|(_, cost)| cost).max();
        i128::from(problem.unassigned()[person as usize].max(dearest.unwrap_or(i64::MIN)))
    };
    let people: i128 = (0..problem.people() as u32).map(person).sum();
    people + problem.unfilled().iter().map(|&cost| i128::from(cost.max(0))).sum::<i128>()
}

fn check_assignment(instance: &Constrained, position_of: &[Option<u32>]) -> Result<i128, Fault> {
    let problem = instance.problem();
    if position_of.len() != problem.people() {
        return Err(Fault::WrongLength { list: "position_of", found: position_of.len(), expected: problem.people() });
    }
    let mut holder: Vec<Option<u32>> = vec![None; problem.positions()];
    let mut cost = 0;
    for (person, &position) in (0..).zip(position_of) {
        let Some(position) = position else {
            cost += i128::from(problem.unassigned()[person as usize]);
            continue;
        };
        let Some(pair) = problem.cost(person, position) else { return Err(Fault::ForbiddenPair { person, position }) };
        if let Some(first) = holder[position as usize].replace(person) {
            return Err(Fault::TakenTwice { position, first, second: person });
        }
        cost += i128::from(pair);
    }
    let open = holder.iter().zip(problem.unfilled()).filter(|(holder, _)| holder.is_none());
    cost += open.map(|(_, &cost)| i128::from(cost)).sum::<i128>();
    for Group { name, terms, least, most } in &instance.sides().groups {
        let chosen = terms.iter().filter(|&&(person, position, _)| position_of[person as usize] == Some(position));
        let activity: i128 = chosen.map(|term| i128::from(term.2)).sum();
        let below = least.is_some_and(|least| activity < i128::from(least));
        if below || most.is_some_and(|most| activity > i128::from(most)) {
            return Err(Fault::GroupBroken { name: name.clone(), activity, least: *least, most: *most });
        }
    }
    let places = Places::new(instance);
    for couple in &instance.sides().couples {
        let at = (position_of[couple.first as usize], position_of[couple.second as usize]);
        let together = match at {
            (None, None) => true,
            (Some(one), Some(other)) => places.together(one, other),
            _ => false,
        };
        if !together {
            return Err(Fault::Parted { first: couple.first, second: couple.second, at });
        }
    }
    Ok(cost)
}

/// Which positions a couple may hold together.
struct Places<'a> {
    place_of: &'a [u32],
    commuting: BTreeSet<(u32, u32)>,
}

impl Places<'_> {
    fn new(instance: &Constrained) -> Places<'_> {
        let both = |&(one, other): &(u32, u32)| [(one, other), (other, one)];
        let sides = instance.sides();
        Places { place_of: &sides.place_of, commuting: sides.commuting.iter().flat_map(both).collect() }
    }

    fn together(&self, one: u32, other: u32) -> bool {
        let (one, other) = (self.place_of[one as usize], self.place_of[other as usize]);
        self.go_together(one, other)
    }

    fn go_together(&self, one: u32, other: u32) -> bool {
        one == other || self.commuting.contains(&(one, other))
    }
}

/// What the whole proof proves: the least of its leaves, in units of cost, rounded up because costs are whole.
fn derive(instance: &Constrained, proof: &Proof) -> Result<i128, Fault> {
    if proof.scale < 1 {
        return Err(Fault::NoProof { what: format!("the scale is {}, it must be positive", proof.scale) });
    }
    for cut in &proof.cuts {
        check_cut(instance, cut)?;
    }
    let terms = Terms::new(instance, &proof.cuts);
    let places = Places::new(instance);
    let mut cases = proof.cases.iter();
    let mut least = i128::MAX;
    // Answers still to be visited, innermost last.
    let mut open: Vec<Vec<(Split, bool)>> = vec![Vec::new()];
    while let Some(path) = open.pop() {
        match cases.next() {
            None => return Err(Fault::NoProof { what: "the proof ends before all its cases are proven".to_owned() }),
            Some(&Case::Split(split)) => {
                let with = |holds| path.iter().copied().chain([(split, holds)]).collect();
                open.push(with(false));
                open.push(with(true));
            }
            Some(Case::Leaf(prices)) => {
                let scaled = leaf(instance, proof, &terms, &places, prices, &path)?;
                least = least.min(-(-scaled).div_euclid(proof.scale.into()));
            }
        }
    }
    match cases.next() {
        Some(_) => Err(Fault::NoProof { what: "the proof goes on after all its cases are proven".to_owned() }),
        None => Ok(least),
    }
}

/// A cut must hold for every whole-numbered choice that its group allows.
fn check_cut(instance: &Constrained, cut: &Cut) -> Result<(), Fault> {
    let no = |what: &str| Err(Fault::NoProof { what: format!("cut {cut:?}: {what}") });
    let Some(group) = instance.sides().groups.get(cut.group as usize) else { return no("there is no such group") };
    let Some(least) = group.least else { return no("the group has no floor") };
    let weights: BTreeSet<i64> = group.terms.iter().map(|term| term.2).filter(|&weight| weight != 0).collect();
    let [low, high] = weights.iter().copied().collect::<Vec<_>>()[..] else { return no("the group needs two weights") };
    if !(low < 0 && high > 0 && cut.lighter < 0) {
        return no("one weight must be positive, the other negative, and the cut's lighter negative");
    }
    let (people, positions) = (instance.problem().people(), instance.problem().positions());
    let weighed = || group.terms.iter().filter(|term| term.2 != 0);
    let seats = distinct(weighed().map(|term| term.0), people).min(distinct(weighed().map(|term| term.1), positions));
    let seats = seats as i128;
    for heavy in 0..=seats {
        // The cut is worst at the largest count of the lighter that the floor and the seats allow.
        let light = (i128::from(high) * heavy - i128::from(least)).div_euclid(-i128::from(low)).min(seats - heavy);
        if light >= 0 && i128::from(cut.heavier) * heavy + i128::from(cut.lighter) * light < i128::from(cut.least) {
            return no(&format!("{heavy} of the heavier and {light} of the lighter keep the group but not the cut"));
        }
    }
    Ok(())
}

/// How many different ones there are of nodes below `end`.
fn distinct(nodes: impl Iterator<Item = u32>, end: usize) -> usize {
    let mut seen = vec![false; end];
    nodes.filter(|&node| !std::mem::replace(&mut seen[node as usize], true)).count()
}

/// Weights by pair: of groups, and behind them of cuts; those of a person side by side, by rising position.
struct Terms {
    /// Per person, its first; and the end of the last.
    start: Vec<usize>,
    /// Position, row and weight.
    of: Vec<(u32, u32, i64)>,
}

impl Terms {
    fn new(instance: &Constrained, cuts: &[Cut]) -> Terms {
        let groups = &instance.sides().groups;
        let people = instance.problem().people();
        // Calls back with person, position, row and weight of everything that weighs.
        let each = |call: &mut dyn FnMut(u32, u32, u32, i64)| {
            for (row, group) in (0..).zip(groups) {
                for &(person, position, weight) in &group.terms {
                    call(person, position, row, weight);
                }
            }
            for (row, cut) in (groups.len() as u32..).zip(cuts) {
                for &(person, position, weight) in groups[cut.group as usize].terms.iter().filter(|term| term.2 != 0) {
                    call(person, position, row, if weight > 0 { cut.heavier } else { cut.lighter });
                }
            }
        };
        let mut start = vec![0; people + 1];
        each(&mut |person, _, _, _| start[person as usize + 1] += 1);
        for person in 0..people {
            start[person + 1] += start[person];
        }
        let mut next = start.clone();
        let mut of = vec![(0, 0, 0); start[people]];
        each(&mut |person, position, row, weight| {
            of[next[person as usize]] = (position, row, weight);
            next[person as usize] += 1;
        });
        for person in 0..people {
            of[start[person]..start[person + 1]].sort_unstable();
        }
        Terms { start, of }
    }

    /// Everything of one person.
    fn person(&self, person: u32) -> &[(u32, u32, i64)] {
        &self.of[self.start[person as usize]..self.start[person as usize + 1]]
    }
}

/// What the prices of one case prove, in `1/scale`.
fn leaf(
    instance: &Constrained,
    proof: &Proof,
    terms: &Terms,
    places: &Places<'_>,
    prices: &Prices,
    path: &[(Split, bool)],
) -> Result<i128, Fault> {
    let problem = instance.problem();
    let sides = instance.sides();
    for (list, found, expected) in [
        ("prices of groups", prices.group.len(), sides.groups.len()),
        ("prices of cuts", prices.cut.len(), proof.cuts.len()),
        ("prices of positions", prices.position.len(), problem.positions()),
    ] {
        if found != expected {
            return Err(Fault::WrongLength { list, found, expected });
        }
    }
    let scale = i128::from(proof.scale);
    let mut total = 0;
    let limits = (sides.groups.iter().map(|group| (group.name.as_str(), group.least, group.most)))
        .chain(proof.cuts.iter().map(|cut| ("cut", Some(cut.least), None)));
    let lambda: Vec<i128> = prices.group.iter().chain(&prices.cut).map(|&price| i128::from(price)).collect();
    for ((name, least, most), &price) in limits.zip(&lambda) {
        let limit = if price > 0 { most } else { least };
        match limit {
            Some(limit) => total -= price * i128::from(limit),
            None if price == 0 => {}
            None => {
                return Err(Fault::NoProof { what: format!("{name:?} is priced at {price} on a side without limit") });
            }
        }
    }
    // Offering a position for less than leaving it open saves is always allowed; for more, never.
    let position =
        |at: u32| i128::from(prices.position[at as usize]).min(scale * i128::from(problem.unfilled()[at as usize]));
    total += (0..problem.positions() as u32).map(position).sum::<i128>();
    let allowed = Allowed::new(path, &sides.place_of);
    // What is left of a person's choices: each position with its cost at the prices.
    let choices = |person: u32| {
        let allowed = &allowed;
        let lambda = &lambda;
        let mut weights = terms.person(person);
        // Positions rise in both lists.
        let priced = problem.positions_for(person).map(move |(at, cost)| {
            let mut priced = 0;
            while let [(here, row, weight), rest @ ..] = weights
                && *here <= at
            {
                if *here == at {
                    priced += lambda[*row as usize] * i128::from(*weight);
                }
                weights = rest;
            }
            (at, scale * i128::from(cost) + priced - position(at))
        });
        priced.filter(move |&(at, _)| allowed.pair(person, at))
    };
    let out = |person: u32| scale * i128::from(problem.unassigned()[person as usize]);
    // Where nothing is left to choose, the case is empty: more than anything can cost.
    let nothing = 2
        * scale
        * (ceiling(problem).abs() + 1 + problem.unfilled().iter().map(|&cost| i128::from(cost).abs()).sum::<i128>());
    let mut empty = false;
    let mut coupled = vec![false; problem.people()];
    for couple in &sides.couples {
        let (one, other) = (couple.first, couple.second);
        coupled[one as usize] = true;
        coupled[other as usize] = true;
        // The two cheapest positions of each place: if both would take the same one, one of them takes its second.
        let by_place = |person: u32| {
            let mut least: BTreeMap<u32, Vec<(i128, u32)>> = BTreeMap::new();
            for (at, cost) in choices(person) {
                let of = least.entry(sides.place_of[at as usize]).or_default();
                of.push((cost, at));
                of.sort_unstable();
                of.truncate(2);
            }
            least
        };
        let (first, second) = (by_place(one), by_place(other));
        let both_out = (allowed.out(one) && allowed.out(other)).then(|| out(one) + out(other));
        let both_in = first.iter().flat_map(|(&here, of)| {
            let there = second.iter().filter(move |&(&there, _)| places.go_together(here, there));
            let pairs = move |with: &'_ Vec<(i128, u32)>| {
                let apart = |(one, other): &(&(i128, u32), &(i128, u32))| one.1 != other.1;
                let all = of.iter().flat_map(|one| with.iter().map(move |other| (one, other)));
                all.filter(apart).map(|(one, other)| one.0 + other.0).min()
            };
            there.filter_map(move |(_, with)| pairs(with))
        });
        match both_out.into_iter().chain(both_in).min() {
            Some(least) => total += least,
            None => empty = true,
        }
    }
    for person in (0..problem.people() as u32).filter(|&person| !coupled[person as usize]) {
        let stay = allowed.out(person).then(|| out(person));
        match stay.into_iter().chain(choices(person).map(|(_, cost)| cost)).min() {
            Some(least) => total += least,
            None => empty = true,
        }
    }
    Ok(if empty { nothing } else { total })
}

/// What the answers on the way to a case leave open.
struct Allowed<'a> {
    place_of: &'a [u32],
    by_person: BTreeMap<u32, Vec<(Split, bool)>>,
    /// Positions given to somebody.
    given: BTreeMap<u32, u32>,
}

impl Allowed<'_> {
    fn new<'a>(path: &[(Split, bool)], place_of: &'a [u32]) -> Allowed<'a> {
        let mut by_person: BTreeMap<u32, Vec<(Split, bool)>> = BTreeMap::new();
        let mut given = BTreeMap::new();
        for &(split, holds) in path {
            let (Split::Pair(person, _) | Split::Place(person, _) | Split::Assigned(person)) = split;
            by_person.entry(person).or_default().push((split, holds));
            if let (Split::Pair(person, position), true) = (split, holds) {
                given.insert(position, person);
            }
        }
        Allowed { place_of, by_person, given }
    }

    fn pair(&self, person: u32, at: u32) -> bool {
        self.given.get(&at).is_none_or(|&holder| holder == person)
            && self.by_person.get(&person).into_iter().flatten().all(|&(split, holds)| match split {
                Split::Pair(_, position) => (at == position) == holds,
                Split::Place(_, place) => (self.place_of.get(at as usize) == Some(&place)) == holds,
                Split::Assigned(_) => holds,
            })
    }

    fn out(&self, person: u32) -> bool {
        self.by_person.get(&person).into_iter().flatten().all(|&(_, holds)| !holds)
    }
}

/// The best that an assignment can do for one group alone, by the pure solver and its verifier.
fn check_impossible(instance: &Constrained, index: u32) -> Result<(), Fault> {
    let Some(group) = instance.sides().groups.get(index as usize) else {
        return Err(Fault::NoProof { what: format!("group {index} is called impossible but does not exist") });
    };
    let reach = |sign: i64| -> Result<i128, Fault> {
        let pairs = group.terms.iter().map(|&(person, position, weight)| (person, position, sign * weight));
        let problem = instance.problem();
        let alone = Problem::new(pairs, vec![0; problem.people()], vec![0; problem.positions()])
            .map_err(|fault| Fault::NoProof { what: fault.to_string() })?;
        let certificate = crate::verify::verify(&alone, &crate::solve::solve(&alone))
            .map_err(|fault| Fault::NoProof { what: fault.to_string() })?;
        Ok(i128::from(certificate.objective()))
    };
    if let Some(least) = group.least
        && -reach(-1)? < i128::from(least)
    {
        return Ok(());
    }
    let needed = group.most.or(group.least).unwrap_or(0);
    if let Some(most) = group.most
        && reach(1)? > i128::from(most)
    {
        return Ok(());
    }
    Err(Fault::NotImpossible { name: group.name.clone(), reach: reach(1)?, needed })
}
