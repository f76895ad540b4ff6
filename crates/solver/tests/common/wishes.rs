//! Small preference instances, and what stability means on them, told as naively as possible and without the crate.

use muster_solver::stable::{Lottery, Preferences};

use super::Dice;

/// Preferences as a caller states them.
#[derive(Debug, Clone)]
pub struct Stated {
    pub wishes: Vec<Vec<u32>>,
    pub rankings: Vec<Vec<(u32, u32)>>,
    pub seed: u64,
}

impl Stated {
    /// Up to `most` on each side, lists of any length, classes that tie often.
    pub fn small(dice: &mut Dice, most: u64) -> Stated {
        let (people, positions) = (dice.roll(most + 1) as u32, dice.roll(most + 1) as u32);
        let (often, classes) = (dice.roll(4), 1 + dice.roll(4));
        let wishes = (0..people).map(|_| shuffled(dice, positions, often)).collect();
        let rankings = (0..positions).map(|_| {
            let people = shuffled(dice, people, often);
            people.into_iter().map(|person| (person, dice.roll(classes) as u32)).collect()
        });
        Stated { wishes, rankings: rankings.collect(), seed: dice.roll(1000) }
    }

    pub fn build(&self) -> Preferences {
        Preferences::new(&self.wishes, &self.rankings, self.lottery()).unwrap()
    }

    pub fn lottery(&self) -> Lottery {
        Lottery::draw(self.seed, self.wishes.len())
    }

    /// How little a person likes what it holds: its place in the list, and beyond the list alike.
    pub fn dislike(&self, person: u32, held: Option<u32>) -> usize {
        let wishes = &self.wishes[person as usize];
        wishes.iter().position(|&wish| Some(wish) == held).unwrap_or(wishes.len())
    }

    /// How little a position likes its holder: class, then the draw.
    pub fn demur(&self, position: u32, holder: Option<u32>) -> (u32, u32) {
        let worst = (u32::MAX, u32::MAX);
        let Some(person) = holder else { return worst };
        let entry = self.rankings[position as usize].iter().find(|&&(ranked, _)| ranked == person);
        entry.map_or(worst, |&(_, class)| (class, self.lottery().place()[person as usize]))
    }

    pub fn is_acceptable(&self, person: u32, position: u32) -> bool {
        self.wishes[person as usize].contains(&position)
            && self.rankings[position as usize].iter().any(|&(ranked, _)| ranked == person)
    }

    pub fn holder(position_of: &[Option<u32>], position: u32) -> Option<u32> {
        position_of.iter().position(|&held| held == Some(position)).map(|person| person as u32)
    }

    /// All blocking pairs of an assignment.
    pub fn blocking(&self, position_of: &[Option<u32>]) -> Vec<(u32, u32)> {
        let mut found = Vec::new();
        for person in 0..self.wishes.len() as u32 {
            for &position in &self.wishes[person as usize] {
                let better = self.dislike(person, Some(position)) < self.dislike(person, position_of[person as usize]);
                let welcome =
                    self.demur(position, Some(person)) < self.demur(position, Self::holder(position_of, position));
                if better && welcome && self.is_acceptable(person, position) {
                    found.push((person, position));
                }
            }
        }
        found
    }

    /// Every assignment there is, within the lists or, if `any`, at all.
    pub fn assignments(&self, any: bool) -> Vec<Vec<Option<u32>>> {
        let mut all = vec![vec![]];
        for person in 0..self.wishes.len() as u32 {
            let mut longer = Vec::new();
            for start in &all {
                let taken = |position| start.contains(&Some(position));
                let free = (0..self.rankings.len() as u32)
                    .filter(|&position| !taken(position) && (any || self.is_acceptable(person, position)));
                for held in std::iter::once(None).chain(free.map(Some)) {
                    let mut next: Vec<Option<u32>> = start.clone();
                    next.push(held);
                    longer.push(next);
                }
            }
            all = longer;
        }
        all
    }

    /// Every stable matching.
    pub fn stable(&self) -> Vec<Vec<Option<u32>>> {
        self.assignments(false).into_iter().filter(|matching| self.blocking(matching).is_empty()).collect()
    }
}

/// Some of `0..of` in random order: all if `often` is 3, fewer the lower it is.
pub fn shuffled(dice: &mut Dice, of: u32, often: u64) -> Vec<u32> {
    let mut list: Vec<u32> = (0..of).filter(|_| dice.roll(4) <= often).collect();
    for last in (1..list.len()).rev() {
        list.swap(last, dice.roll(last as u64 + 1) as usize);
    }
    list
}

/// Every list there is of distinct positions, in every order, of any length up to `longest`.
pub fn every_list(positions: u32, longest: usize) -> Vec<Vec<u32>> {
    let mut all: Vec<Vec<u32>> = vec![vec![]];
    let mut from = 0;
    while from < all.len() {
        if all[from].len() < longest {
            for position in 0..positions {
                if !all[from].contains(&position) {
                    let mut longer = all[from].clone();
                    longer.push(position);
                    all.push(longer);
                }
            }
        }
        from += 1;
    }
    all
}
