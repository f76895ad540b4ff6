//! An assignment with its cost and the number of its blocking pairs, kept right through every change.

use super::layout::{Layout, NONE};

/// An assignment on its way between two others.
#[derive(Clone)]
pub(super) struct State<'a> {
    layout: &'a Layout<'a>,
    pub(super) position_of: Vec<Option<u32>>,
    pub(super) person_of: Vec<Option<u32>>,
    /// Per person, the first wish it would not rather have: the one it holds, or the end of its list.
    content: Vec<u32>,
    /// Per position, the priority of its holder; the largest number if it has none or does not rank it.
    held: Vec<u64>,
    pub(super) cost: i64,
    pub(super) blocking: u64,
}

impl<'a> State<'a> {
    /// The assignment of a solution of the same instance, or of any with the same pairs.
    pub(super) fn new(layout: &'a Layout<'a>, position_of: &[Option<u32>]) -> State<'a> {
        let (people, positions) = (layout.problem.people(), layout.problem.positions());
        let mut state = State {
            layout,
            position_of: vec![None; people],
            person_of: vec![None; positions],
            content: layout.wish_start[1..].to_vec(),
            held: vec![u64::MAX; positions],
            cost: layout.problem.unassigned().iter().chain(layout.problem.unfilled()).sum(),
            blocking: 0,
        };
        for (person, &position) in (0..).zip(position_of) {
            if let Some(position) = position {
                state.enter(person, position);
            }
        }
        state.blocking = (0..people as u32).map(|person| state.blocking_of_person(person)).sum();
        state
    }

    /// Moves people to other positions, or none, all at once; the positions must be free once all have left theirs.
    pub(super) fn change(&mut self, moves: &[(u32, Option<u32>)]) {
        let mut positions: Vec<u32> =
            moves.iter().flat_map(|&(person, to)| [to, self.position_of[person as usize]]).flatten().collect();
        positions.sort_unstable();
        positions.dedup();
        let mut people: Vec<u32> = moves.iter().map(|&(person, _)| person).collect();
        people.sort_unstable();
        self.blocking -= self.blocking_around(&people, &positions);
        for &(person, _) in moves {
            self.leave(person);
        }
        for &(person, to) in moves {
            if let Some(position) = to {
                self.enter(person, position);
            }
        }
        self.blocking += self.blocking_around(&people, &positions);
    }

    fn leave(&mut self, person: u32) {
        let Some(position) = self.position_of[person as usize].take() else { return };
        let problem = self.layout.problem;
        let pair = self.layout.pair(person, position).expect("it was entered");
        self.person_of[position as usize] = None;
        self.content[person as usize] = self.layout.wish_start[person as usize + 1];
        self.held[position as usize] = u64::MAX;
        self.cost += problem.unassigned()[person as usize] + problem.unfilled()[position as usize] - pair.cost;
    }

    fn enter(&mut self, person: u32, position: u32) {
        let problem = self.layout.problem;
        let pair = self.layout.pair(person, position).expect("only allowed pairs are assigned");
        self.position_of[person as usize] = Some(position);
        self.person_of[position as usize] = Some(person);
        if pair.wish != NONE {
            self.content[person as usize] = pair.wish;
        }
        if pair.ranked != NONE {
            self.held[position as usize] = match pair.wish {
                NONE => self.layout.preferences.priority(position, person).unwrap_or(u64::MAX),
                wish => self.layout.wishes[wish as usize].key,
            };
        }
        self.cost += pair.cost - problem.unassigned()[person as usize] - problem.unfilled()[position as usize];
    }

    /// Whether the person of a wish, if it would rather have it, is preferred there.
    fn blocks(&self, wish: u32) -> bool {
        let wish = &self.layout.wishes[wish as usize];
        wish.key < self.held[wish.position as usize]
    }

    fn blocking_of_person(&self, person: u32) -> u64 {
        let better = self.layout.wish_start[person as usize]..self.content[person as usize];
        better.filter(|&wish| self.blocks(wish)).count() as u64
    }

    /// Blocking pairs that involve any of these people or positions (both sorted).
    fn blocking_around(&self, people: &[u32], positions: &[u32]) -> u64 {
        let by_people: u64 = people.iter().map(|&person| self.blocking_of_person(person)).sum();
        let others = |&position: &u32| {
            let entries = &self.layout.ranked[self.layout.ranked_range(position)];
            let waiting =
                entries.iter().take_while(move |&&(person, _)| self.person_of[position as usize] != Some(person));
            let wants = |&&(person, wish): &&(u32, u32)| {
                wish != NONE
                    && wish < self.content[person as usize]
                    && self.blocks(wish)
                    && people.binary_search(&person).is_err()
            };
            waiting.filter(wants).count() as u64
        };
        by_people + positions.iter().map(others).sum::<u64>()
    }

    /// For each wish of an acceptable pair: one less for the person being content without it, one less for the
    /// position holding somebody better. What is 1 blocks. `out` has one entry a wish.
    pub(super) fn uncovered(&self, out: &mut [i8]) {
        for person in 0..self.position_of.len() as u32 {
            for wish in self.layout.wish_range(person) {
                let entry = &self.layout.wishes[wish];
                let content = self.content[person as usize] <= wish as u32;
                let filled = self.held[entry.position as usize] < entry.key;
                out[wish] = if entry.ranked == NONE { 0 } else { 1 - i8::from(content) - i8::from(filled) };
            }
        }
    }
}
