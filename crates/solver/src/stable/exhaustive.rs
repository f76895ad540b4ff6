//! Every assignment of a small instance with couples, until one is stable or none is left.
//!
//! Depth first over couples, then people. A branch is left as soon as somebody already placed blocks with positions
//! that are already filled, for nothing deeper changes that.

use super::couples::{Choice, Couples, blocking_with_couples};
use super::preferences::Preferences;

/// Deepest search: couples and people together. Beyond it the work limit is used up anyway.
const MOST_AGENTS: usize = 200;

pub(super) enum Exhausted {
    /// A stable matching, verified.
    Found(Vec<Option<u32>>),
    /// There is none; so many partial assignments were looked at.
    Nothing(u64),
    /// The work ran out first.
    OutOfWork,
}

/// One or two people who move together, and what they accept, most wanted first, with their priorities.
struct Agent {
    people: Vec<u32>,
    options: Vec<(Choice, [u64; 2])>,
}

pub(super) fn exhaust(preferences: &Preferences, couples: &Couples, work: u64) -> Exhausted {
    let pairs = (0..).zip(couples.couples()).map(|(index, couple)| Agent {
        people: couple.people.to_vec(),
        options: couples.choices(index).filter_map(|(choice, key)| Some((choice, key?))).collect(),
    });
    let alone = (0..preferences.people() as u32).filter(|&person| couples.of(person).is_none()).map(|person| Agent {
        people: vec![person],
        options: (preferences.wishes(person)).filter_map(|(wish, key)| Some(([Some(wish), None], [key?, 0]))).collect(),
    });
    let agents: Vec<Agent> = pairs.chain(alone).filter(|agent| !agent.options.is_empty()).collect();
    if agents.len() > MOST_AGENTS {
        return Exhausted::OutOfWork;
    }
    let mut search = Tree {
        preferences,
        couples,
        taken: vec![None; agents.len()],
        agents,
        position_of: vec![None; preferences.people()],
        holder: vec![None; preferences.positions()],
        work,
        spent: 0,
    };
    match search.descend(0) {
        Some(true) => Exhausted::Found(search.position_of),
        Some(false) => Exhausted::Nothing(search.spent),
        None => Exhausted::OutOfWork,
    }
}

struct Tree<'a> {
    preferences: &'a Preferences,
    couples: &'a Couples,
    agents: Vec<Agent>,
    /// Per agent decided so far, the option taken, or how many options there are for none.
    taken: Vec<Option<usize>>,
    position_of: Vec<Option<u32>>,
    /// Per position, holder and its priority.
    holder: Vec<Option<(u32, u64)>>,
    work: u64,
    spent: u64,
}

impl Tree<'_> {
    /// Whether a stable matching lies below; nothing if the work ran out.
    fn descend(&mut self, depth: usize) -> Option<bool> {
        if self.spent >= self.work {
            return None;
        }
        self.spent += 1;
        if depth == self.agents.len() {
            let found = blocking_with_couples(self.preferences, self.couples, &self.position_of);
            return Some(found.is_ok_and(|found| found.is_stable()));
        }
        for option in 0..=self.agents[depth].options.len() {
            if !self.place(depth, option) {
                continue;
            }
            if !(0..=depth).any(|agent| self.surely_blocks(agent)) && self.descend(depth + 1)? {
                return Some(true);
            }
            self.clear(depth);
        }
        Some(false)
    }

    /// Gives an agent an option, if its positions are free.
    fn place(&mut self, agent: usize, option: usize) -> bool {
        self.taken[agent] = Some(option);
        let Some(&(choice, key)) = self.agents[agent].options.get(option) else { return true };
        if choice.iter().flatten().any(|&position| self.holder[position as usize].is_some()) {
            self.taken[agent] = None;
            return false;
        }
        for ((&person, position), key) in self.agents[agent].people.iter().zip(choice).zip(key) {
            self.position_of[person as usize] = position;
            if let Some(position) = position {
                self.holder[position as usize] = Some((person, key));
            }
        }
        true
    }

    fn clear(&mut self, agent: usize) {
        self.taken[agent] = None;
        for &person in &self.agents[agent].people {
            if let Some(position) = self.position_of[person as usize].take() {
                self.holder[position as usize] = None;
            }
        }
    }

    /// Whether an agent has a better option of which every position is filled and would rather have it.
    fn surely_blocks(&self, agent: usize) -> bool {
        let Agent { people, options } = &self.agents[agent];
        let Some(taken) = self.taken[agent] else { return false };
        options[..taken].iter().any(|&(choice, key)| {
            people.iter().zip(choice).zip(key).all(|((&person, position), key)| match position {
                None => true,
                Some(position) => {
                    let holder = self.holder[position as usize];
                    holder.is_some_and(|(holder, present)| holder == person || key < present)
                }
            })
        })
    }
}
