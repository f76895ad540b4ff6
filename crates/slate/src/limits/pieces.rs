//! What two choices differ by, in pieces that have nothing to do with each other.

use muster_solver::{Problem, Solution};

/// People who go elsewhere by one choice than by the other, because of each other.
pub(super) struct Piece {
    /// By place.
    pub(super) people: Vec<u32>,
    /// Points by which they and the openings they leave or take cost less by the other choice.
    pub(super) less: i64,
}

/// The pieces by which `other` differs from `one`, by their first person: each can be taken over without the rest.
pub(super) fn pieces(problem: &Problem, one: &Solution, other: &Solution) -> Vec<Piece> {
    let mut seen: Vec<bool> = one.position_of.iter().zip(&other.position_of).map(|(one, other)| one == other).collect();
    let mut pieces = Vec::new();
    for first in 0..seen.len() as u32 {
        if std::mem::replace(&mut seen[first as usize], true) {
            continue;
        }
        let mut piece = Piece { people: vec![first], less: 0 };
        let mut next = 0;
        while let Some(&person) = piece.people.get(next) {
            next += 1;
            piece.less += cost(problem, one, other, person) - cost(problem, other, one, person);
            let takers = other.position_of[person as usize].and_then(|at| one.person_of[at as usize]);
            let heirs = one.position_of[person as usize].and_then(|at| other.person_of[at as usize]);
            for person in [takers, heirs].into_iter().flatten() {
                if !std::mem::replace(&mut seen[person as usize], true) {
                    piece.people.push(person);
                }
            }
        }
        pieces.push(piece);
    }
    pieces
}

/// What a person costs by a choice, with the opening that only the other choice fills with them.
fn cost(problem: &Problem, choice: &Solution, other: &Solution, person: u32) -> i64 {
    let at = person as usize;
    // INVARIANT: only allowed pairs are chosen.
    let own = choice.position_of[at].map(|position| problem.cost(person, position).expect("an allowed pair"));
    let left = other.position_of[at].filter(|position| choice.person_of[*position as usize].is_none());
    own.unwrap_or(problem.unassigned()[at]) + left.map_or(0, |position| problem.unfilled()[position as usize])
}
