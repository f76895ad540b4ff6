//! Assignments between two others: where they differ, the differences fall into chains and rings that can be
//! exchanged one by one.

use super::state::State;

/// Walks from one assignment to another, exchanging one chain or ring at a time, that which costs least for each
/// blocking pair it removes first, and shows every assignment on the way.
pub(super) fn relink(from: &State<'_>, to: &State<'_>, show: &mut dyn FnMut(&State<'_>)) {
    let mut state = from.clone();
    let mut parts: Vec<_> = components(from, to)
        .into_iter()
        .map(|moves| {
            let (cost, blocking) = (state.cost, state.blocking);
            let back: Vec<_> = moves.iter().map(|&(person, _)| (person, state.position_of[person as usize])).collect();
            state.change(&moves);
            let effect = (state.cost - cost, state.blocking as i64 - blocking as i64);
            state.change(&back);
            (effect, moves)
        })
        .collect();
    parts.sort_by_key(|&(effect, _)| order(effect));
    for (_, moves) in parts {
        state.change(&moves);
        show(&state);
    }
}

/// What improves both first, then what removes blocking pairs, cheapest first, then what saves cost, and last what
/// worsens both. The effect is the change of cost and of blocking pairs.
fn order((cost, blocking): (i64, i64)) -> (u8, i128) {
    let ratio = i128::from(cost) * (1 << 20) / i128::from(blocking.abs().max(1));
    match (cost > 0, blocking > 0) {
        (false, false) => (0, 0),
        (true, false) if blocking < 0 => (1, ratio),
        (false, true) if cost < 0 => (2, ratio),
        _ => (3, ratio),
    }
}

/// The moves that lead from one assignment to another, those that depend on each other together.
fn components(from: &State<'_>, to: &State<'_>) -> Vec<Vec<(u32, Option<u32>)>> {
    let mut seen = vec![false; from.position_of.len()];
    let mut found = Vec::new();
    for start in 0..from.position_of.len() as u32 {
        if seen[start as usize] || from.position_of[start as usize] == to.position_of[start as usize] {
            continue;
        }
        seen[start as usize] = true;
        let mut moves = Vec::new();
        let mut reached = vec![start];
        while let Some(person) = reached.pop() {
            let (old, new) = (from.position_of[person as usize], to.position_of[person as usize]);
            moves.push((person, new));
            let displaced = new.and_then(|position| from.person_of[position as usize]);
            let follows = old.and_then(|position| to.person_of[position as usize]);
            for other in [displaced, follows].into_iter().flatten() {
                if !std::mem::replace(&mut seen[other as usize], true) {
                    reached.push(other);
                }
            }
        }
        found.push(moves);
    }
    found
}
