//! Can all who must be placed be placed? By Hall's theorem (1935) the answer no has a short proof: a set of people who
//! have, between them, fewer positions than they are.
//!
//! Asked of each side on its own: where the people who must be placed can be, and the positions that must be filled
//! can be, both can be at once (Mendelsohn and Dulmage 1958).

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::market::NONE;
use crate::problem::Problem;
use crate::solution::Solution;

/// A side of the instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShortSide {
    /// People who cannot all be placed.
    People,
    /// Positions that cannot all be filled.
    Positions,
}

/// Proof that a demand cannot be kept: more `members` than there are `partners` for all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shortage {
    /// Which side is too many.
    pub side: ShortSide,
    /// People (or positions) who must all be placed (filled), by rising index.
    pub members: Vec<u32>,
    /// Every position (or person) that any of them may have, by rising index: fewer.
    pub partners: Vec<u32>,
}

/// What is wrong with a claimed [`Shortage`].
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoShortage {
    /// There are enough partners.
    #[error("{members} members have {partners} partners: that is enough")]
    Enough {
        /// How many members.
        members: usize,
        /// How many partners.
        partners: usize,
    },
    /// A member does not exist or is listed out of order.
    #[error("member {member} does not exist, or the members are not listed by rising index")]
    NoSuchMember {
        /// The member.
        member: u32,
    },
    /// A member may be left out, so that it proves nothing.
    #[error("member {member} may be left out")]
    MayBeLeftOut {
        /// The member.
        member: u32,
    },
    /// The partners listed are not those of the members.
    #[error("the partners listed are not those that the members may have")]
    OtherPartners,
}

/// Checks a claimed shortage against the instance and the demands (`None` may not be left out), trusting nothing.
///
/// # Errors
/// The first fault found.
pub fn verify_shortage(
    problem: &Problem,
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
    claim: &Shortage,
) -> Result<(), NoShortage> {
    let demands = match claim.side {
        ShortSide::People => unassigned,
        ShortSide::Positions => unfilled,
    };
    let mut partners = Vec::new();
    let mut before = None;
    for &member in &claim.members {
        let demand = demands.get(member as usize).filter(|_| before < Some(member));
        match demand.ok_or(NoShortage::NoSuchMember { member })? {
            Some(_) => return Err(NoShortage::MayBeLeftOut { member }),
            None => partners.extend(Nodes { problem, side: claim.side }.partners(member)),
        }
        before = Some(member);
    }
    partners.sort_unstable();
    partners.dedup();
    if partners != claim.partners {
        return Err(NoShortage::OtherPartners);
    }
    if partners.len() >= claim.members.len() {
        return Err(NoShortage::Enough { members: claim.members.len(), partners: partners.len() });
    }
    Ok(())
}

/// Looks for a shortage on either side, starting from the pairs of an assignment.
pub(crate) fn shortage(
    problem: &Problem,
    unassigned: &[Option<i64>],
    unfilled: &[Option<i64>],
    start: &Solution,
) -> Option<Shortage> {
    let people = Nodes { problem, side: ShortSide::People };
    let positions = Nodes { problem, side: ShortSide::Positions };
    people
        .shortage(unassigned, &start.position_of, problem.positions())
        .or_else(|| positions.shortage(unfilled, &start.person_of, problem.people()))
}

/// One side of the instance, to be covered.
struct Nodes<'a> {
    problem: &'a Problem,
    side: ShortSide,
}

impl Nodes<'_> {
    fn partners(&self, node: u32) -> Box<dyn Iterator<Item = u32> + '_> {
        match self.side {
            ShortSide::People => Box::new(self.problem.positions_for(node).map(|(position, _)| position)),
            ShortSide::Positions => Box::new(self.problem.people_for(node).map(|(person, _)| person)),
        }
    }

    /// Gives every node that must have one a mate by alternating paths, until one cannot be given any.
    fn shortage(&self, demands: &[Option<i64>], start: &[Option<u32>], others: usize) -> Option<Shortage> {
        let mut mate_of_other = vec![NONE; others];
        let mut mate: Vec<u32> = start.iter().map(|held| held.unwrap_or(NONE)).collect();
        for (node, demand) in (0..).zip(demands) {
            let held = &mut mate[node as usize];
            if demand.is_some() {
                // Whoever may be left out stands in nobody's way.
                *held = NONE;
            } else if *held != NONE {
                mate_of_other[*held as usize] = node;
            }
        }
        let mut reached_from = vec![NONE; others];
        for (node, _) in (0..).zip(demands).filter(|(_, demand)| demand.is_none()) {
            if mate[node as usize] == NONE {
                match self.free_other(node, &mate_of_other, &mut reached_from) {
                    Ok(mut other) => {
                        // Along the path back, each takes what the one before it wanted.
                        while other != NONE {
                            let taker = reached_from[other as usize];
                            mate_of_other[other as usize] = taker;
                            other = std::mem::replace(&mut mate[taker as usize], other);
                        }
                    }
                    Err(members) => return Some(self.proof(members)),
                }
                reached_from.fill(NONE);
            }
        }
        None
    }

    /// A free node of the other side that `source` can reach, or all nodes of this side that it can.
    fn free_other(&self, source: u32, mate_of_other: &[u32], reached_from: &mut [u32]) -> Result<u32, Vec<u32>> {
        let mut members = vec![source];
        let mut waiting = VecDeque::from([source]);
        while let Some(node) = waiting.pop_front() {
            for other in self.partners(node) {
                if reached_from[other as usize] != NONE {
                    continue;
                }
                reached_from[other as usize] = node;
                match mate_of_other[other as usize] {
                    NONE => return Ok(other),
                    mate => {
                        members.push(mate);
                        waiting.push_back(mate);
                    }
                }
            }
        }
        Err(members)
    }

    fn proof(&self, mut members: Vec<u32>) -> Shortage {
        members.sort_unstable();
        let mut partners: Vec<u32> = members.iter().flat_map(|&member| self.partners(member)).collect();
        partners.sort_unstable();
        partners.dedup();
        Shortage { side: self.side, members, partners }
    }
}
