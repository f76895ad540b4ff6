//! Sharper floors. A share floor over few seats, such as "at least 30 % of at most seven people", allows fewer whole
//! numbers than its line suggests: one experienced person carries two others, not two and a third. The facets of the
//! hull of the whole numbers are rows of their own, which make the bound tighter (Chvátal 1973, Gomory 1958).

use super::answer::Cut;
use super::model::Group;

/// Groups with more seats than this are left alone: there the line is as good as the hull.
const MAX_SEATS: usize = 400;

/// Facets kept of one group: those nearest to full seats.
const KEPT: usize = 3;

/// The most pairs of a group that can be chosen together: no more than it names people, or positions.
pub(super) fn seats(group: &Group) -> usize {
    let distinct = |nodes: &mut dyn Iterator<Item = u32>| {
        let mut seen: Vec<bool> = Vec::new();
        let mut count = 0;
        for node in nodes.map(|node| node as usize) {
            if seen.len() <= node {
                seen.resize(node + 1, false);
            }
            count += usize::from(!std::mem::replace(&mut seen[node], true));
        }
        count
    };
    let weighed = || group.terms.iter().filter(|term| term.2 != 0);
    distinct(&mut weighed().map(|term| term.0)).min(distinct(&mut weighed().map(|term| term.1)))
}

/// The two weights of a floor that has one positive and one negative.
pub(super) fn two_weights(group: &Group) -> Option<(i64, i64)> {
    let (mut heavy, mut light) = (0, 0);
    for &(_, _, weight) in &group.terms {
        let kept = if weight > 0 { &mut heavy } else { &mut light };
        if weight != 0 && *kept != 0 && *kept != weight {
            return None;
        }
        *kept = if weight == 0 { *kept } else { weight };
    }
    (heavy > 0 && light < 0).then_some((heavy, light))
}

/// The largest count of the lighter beside `heavy` of the heavier that keeps the floor and the seats; nothing if none.
pub(super) fn most_light((up, down): (i64, i64), least: i64, seats: i64, heavy: i64) -> Option<i64> {
    let room = (up * heavy - least).div_euclid(-down);
    (room >= 0 && heavy <= seats).then(|| room.min(seats - heavy))
}

/// The cuts of a group.
pub(super) fn of(index: u32, group: &Group) -> Vec<Cut> {
    let (Some(least), Some(weights)) = (group.least, two_weights(group)) else { return Vec::new() };
    let seats = seats(group);
    if seats > MAX_SEATS {
        return Vec::new();
    }
    let points = (0..=seats as i64).filter_map(|e| Some((e, most_light(weights, least, seats as i64, e)?)));
    let mut hull: Vec<(i64, i64)> = Vec::new();
    for point in points {
        while let [.., before, last] = hull[..] {
            // Drop the last point unless the boundary bends down there.
            if (last.1 - before.1) * (point.0 - last.0) > (point.1 - last.1) * (last.0 - before.0) {
                break;
            }
            hull.pop();
        }
        hull.push(point);
    }
    let facets = hull.windows(2).map(|two| (two[0], two[1]));
    let mut cuts: Vec<Cut> = facets
        .map(|((e, n), (e2, n2))| (e, n, e2 - e, n2 - n))
        // The seats themselves bound the rest.
        .filter(|&(_, _, wide, high)| wide != -high)
        .map(|(e, n, wide, high)| Cut { group: index, heavier: high, lighter: -wide, least: high * e - wide * n })
        .collect();
    if cuts.len() > KEPT {
        cuts.drain(..cuts.len() - KEPT);
    }
    cuts
}
