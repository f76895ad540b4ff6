//! One path between two given nodes, searched from both ends at once.
//!
//! A what-if question leaves a person and a position without a mate. Where nearly everyone is placed, the cheapest
//! repair is a long chain from the one to the other, and meeting half way scans far fewer pairs than searching
//! from one end (Pohl 1971). Only the assignment changes here, not the prices, so no search may follow.

use crate::market::{NONE, Side};
use crate::search::{Except, Search};

/// A person and a position, both without a mate, and what they must leave alone.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ends {
    pub(crate) person: u32,
    pub(crate) position: u32,
    /// A pair held fast: its two nodes count as absent.
    pub(crate) fixed: Option<(u32, u32)>,
    /// What pairing the two ends would lose against the prices, if they may be paired.
    pub(crate) direct: Option<i64>,
}

/// Joins the two ends by a chain of exchanges if that is certainly the least costly way to settle both. If not,
/// or if searching on would not be worth it, leaves everything as it was and says false.
pub(crate) fn join(
    from_people: &mut Search,
    from_positions: &mut Search,
    people: &mut Side<'_>,
    positions: &mut Side<'_>,
    ends: Ends,
) -> bool {
    let Ends { person, position, fixed, direct } = ends;
    // Each end is absent from the other's search: reaching it is what meeting means.
    let except = Except { far: [Some(position), fixed.map(|pair| pair.1)], mate: None, look_beyond: true };
    from_people.begin(people, positions, person, except);
    let except = Except { far: [Some(person), fixed.map(|pair| pair.0)], mate: None, look_beyond: true };
    from_positions.begin(positions, people, position, except);
    let mut shortest = direct.unwrap_or(i64::MAX);
    let mut meeting = NONE;
    let mut turn = false;
    // Each end settled apart from the other would cost at least what its own search has yet to reach.
    while from_people.least().saturating_add(from_positions.least()) < shortest {
        turn = !turn;
        let settled = if turn {
            from_people.advance(people, positions)
        } else {
            from_positions.advance(positions, people).map(|person| people.mate[person as usize])
        };
        let Some(middle) = settled else { return false };
        let there = from_people.reached(middle);
        let back = from_positions.reached(positions.mate[middle as usize]);
        if let Some(length) = there.zip(back).map(|(there, back)| there + back)
            && length < shortest
        {
            shortest = length;
            meeting = middle;
        }
    }
    if meeting == NONE {
        people.mate[person as usize] = position;
        positions.mate[position as usize] = person;
        return true;
    }
    let leaving = positions.mate[meeting as usize];
    from_people.flip(people, positions, meeting);
    from_positions.flip(positions, people, leaving);
    true
}
