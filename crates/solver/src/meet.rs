//! Two nodes that both lack a mate, settled by one search from both ends.
//!
//! Where nearly everyone is placed, the cheapest repair of a person and a position without mates is a long chain from the
//! one to the other. Two balls of half the radius hold far fewer nodes than one, so the search goes out from both ends and
//! stops where they meet (Pohl 1971); the prices move in both balls, each as far as it was searched, so the prices of far
//! fewer nodes change, too. If one end is better settled by itself, it is, and the other waits on.

use crate::kernels::Level;
use crate::market::{NONE, Side};
use crate::search::{Except, Search};

/// A person and a position, both owed a mate, and what they must leave alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    pub(crate) person: u32,
    pub(crate) position: u32,
    /// A pair held fast: its two nodes count as absent.
    pub(crate) fixed: Option<(u32, u32)>,
    /// What pairing the two ends would lose against the prices, if they may be paired.
    pub(crate) direct: Option<i64>,
}

/// The searches that run towards each other, and what one learns from the last meeting for the next.
#[derive(Debug, Clone)]
pub(crate) struct Meeting {
    pub(crate) from_people: Search,
    pub(crate) from_positions: Search,
    /// About twice as far as the last meetings were apart.
    guess: i64,
}

/// How the two searches ended.
enum Ended {
    /// They met, here: a position reached from the person whose mate was reached from the position, or [`NONE`] if the
    /// two ends themselves pair.
    Met(u32),
    /// The person is better settled by itself.
    PersonAlone,
    PositionAlone,
    /// Nothing within the horizon.
    TooFar,
}

impl Meeting {
    /// Scratch space for so many people and positions.
    pub(crate) fn new(people: usize, positions: usize) -> Meeting {
        let level = Level::best();
        Meeting { from_people: Search::new(positions, level), from_positions: Search::new(people, level), guess: 0 }
    }

    /// How rows are read from here on.
    pub(crate) fn read_at(&mut self, level: Level) {
        self.from_people.level = level;
        self.from_positions.level = level;
    }

    /// Makes room for sides that have grown.
    pub(crate) fn grow(&mut self, people: usize, positions: usize) {
        self.from_people.grow(positions);
        self.from_positions.grow(people);
    }

    /// Settles at least one of the two ends: afterwards it has a mate or its price is at its bound. Prices stay dual
    /// feasible and pairs tight.
    pub(crate) fn settle(&mut self, people: &mut Side<'_>, positions: &mut Side<'_>, ends: Ends) {
        let mut horizon = self.guess.max(1);
        let (ended, radii) = loop {
            let (ended, radii) = self.search(people, positions, ends, horizon);
            if !matches!(ended, Ended::TooFar) {
                break (ended, radii);
            }
            horizon = horizon.saturating_mul(4);
        };
        self.guess = (self.guess / 2).saturating_add(radii.0.saturating_add(radii.1));
        let (forth, back) = (&self.from_people, &self.from_positions);
        // Prices before pairs: who moves with whom is told by the pairs as they were searched.
        match ended {
            Ended::Met(..) => {
                forth.reprice(people, positions, radii.0);
                back.reprice(positions, people, radii.1);
            }
            Ended::PersonAlone => {
                back.reprice(positions, people, radii.1);
                forth.conclude(people, positions);
            }
            Ended::PositionAlone => {
                forth.reprice(people, positions, radii.0);
                back.conclude(positions, people);
            }
            Ended::TooFar => {}
        }
        match ended {
            Ended::Met(NONE) => {
                people.mate[ends.person as usize] = ends.position;
                positions.mate[ends.position as usize] = ends.person;
            }
            Ended::Met(middle) => {
                let leaving = positions.mate[middle as usize];
                forth.flip(people, positions, middle);
                back.flip(positions, people, leaving);
            }
            _ => {}
        }
    }

    /// Searches from both ends for paths shorter than the horizon. Also returns how far the prices of either ball are to
    /// move; the one that is settled alone knows that itself.
    fn search(&mut self, people: &Side<'_>, positions: &Side<'_>, ends: Ends, horizon: i64) -> (Ended, (i64, i64)) {
        let Ends { person, position, fixed, direct } = ends;
        let Meeting { from_people: forth, from_positions: back, .. } = self;
        // Each end is absent from the other's search: reaching it is what meeting means.
        let except = |other, fixed| Except { far: [Some(other), fixed], mate: None, joined: true };
        let work = (forth.scanned, back.scanned);
        forth.begin(people, positions, person, except(position, fixed.map(|pair| pair.1)), horizon);
        back.begin(positions, people, position, except(person, fixed.map(|pair| pair.0)), horizon);
        let mut shortest = horizon;
        let mut met = None;
        if let Some(direct) = direct.filter(|&direct| direct <= horizon) {
            (shortest, met) = (direct, Some(NONE));
        }
        // Everything nearer than these is settled.
        let (mut settled_forth, mut settled_back) = (0, 0);
        loop {
            let (ahead_forth, ahead_back) = (forth.least(), back.least());
            if ahead_forth.saturating_add(ahead_back) >= shortest {
                let Some(middle) = met else { return (Ended::TooFar, (0, 0)) };
                // Both searches have settled what is nearer than their share, and noted nothing less that is not settled.
                let radius = settled_forth.max(shortest.saturating_sub(ahead_back));
                return (Ended::Met(middle), (radius, shortest - radius));
            }
            // Whatever one search is certain to cover, the other need not.
            forth.look_within(shortest, shortest - settled_back);
            back.look_within(shortest, shortest - settled_forth);
            let middle = if forth.scanned - work.0 <= back.scanned - work.1 {
                match forth.advance(people, positions) {
                    None if forth.too_far() => return (Ended::TooFar, (0, 0)),
                    None => return (Ended::PersonAlone, (ahead_forth, settled_back)),
                    Some(middle) => {
                        settled_forth = ahead_forth;
                        middle
                    }
                }
            } else {
                match back.advance(positions, people) {
                    None if back.too_far() => return (Ended::TooFar, (0, 0)),
                    None => return (Ended::PositionAlone, (settled_forth, ahead_back)),
                    Some(middle) => {
                        settled_back = ahead_back;
                        people.mate[middle as usize]
                    }
                }
            };
            let there = forth.reached(middle);
            let back = back.reached(positions.mate[middle as usize]);
            if let Some((there, back)) = there.zip(back)
                && there + back < shortest
            {
                (shortest, met) = (there + back, Some(middle));
            }
        }
    }
}
