//! A stable slate: no member and office would both rather have each other than what it gives them. Of all such slates the
//! best for every member, or the best for every office. A [`StableSlate`] exists only with the verifier's proof.
//!
//! Gale and Shapley (1962); with couples the search of Roth and Peranson (1999), see `muster-solver`.

use std::collections::HashSet;

use muster_domain::allocation::{ProposeSlate, SlateLine, SlateMethod};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, Date, PersonId, Position, World};
use muster_solver::stable::{
    CouplesAnswer, CouplesLimits, StabilityProof, person_optimal, position_optimal, stable_with_couples,
    verify_stable_with_couples,
};

use crate::ground::{Ground, SlateError};
use crate::limits::{LimitUse, Limits, lines};
use crate::pairs::Field;
use crate::placed::Placed;
use crate::wishes::Wishes;

/// A slate proven stable.
#[derive(Debug, Clone)]
pub struct StableSlate {
    cycle: CycleId,
    base: Position,
    today: Date,
    method: SlateMethod,
    levers: Vec<(Lever, i64)>,
    placed: Placed,
    pairs: usize,
    couples: usize,
    uses: Vec<LimitUse>,
    proof: StabilityProof,
}

/// Computes a stable slate of an open cycle as of a day, from what of the ballot counts then. The same World, cycle, day
/// and method give the same slate.
///
/// # Errors
/// There is no such open cycle or its window has passed; couples bid where offices are favoured, or no stable slate with
/// the couples exists or is found; the answer does not pass its verification.
pub fn compute_stable(
    world: &World,
    cycle: CycleId,
    today: Date,
    method: SlateMethod,
) -> Result<StableSlate, SlateError> {
    let field = Field::offered(Ground::new(world, cycle, today)?, &HashSet::new());
    let seed =
        method.seed().ok_or_else(|| SlateError::Unstable("A slate of least cost is not a stable one.".into()))?;
    let wishes = Wishes::of(&field, seed)?;
    let couples = wishes.couples.couples().len();
    let matching = match (method, couples) {
        (SlateMethod::OfficeOptimal { .. }, 0) => position_optimal(&wishes.preferences),
        (SlateMethod::OfficeOptimal { .. }, _) => {
            return Err(SlateError::Unstable(format!(
                "{couples} couples bid together, and a slate best for offices cannot place them. Compute the one best for members."
            )));
        }
        (_, 0) => person_optimal(&wishes.preferences),
        _ => match stable_with_couples(&wishes.preferences, &wishes.couples, &CouplesLimits::default()) {
            CouplesAnswer::Stable(matching) => matching,
            CouplesAnswer::NoneExists { closest, .. } => {
                return Err(SlateError::Unstable(format!(
                    "With these {couples} couples there is no stable slate at all; the least unstable one met has {} blocking pairs. Compute the slate of least cost.",
                    closest.blocking.count()
                )));
            }
            CouplesAnswer::NotFound { closest, .. } => {
                return Err(SlateError::Unstable(format!(
                    "No stable slate with these {couples} couples was found, and whether there is one is not known; the least unstable one met has {} blocking pairs. Try another seed, or compute the slate of least cost.",
                    closest.blocking.count()
                )));
            }
        },
    };
    let proof = verify_stable_with_couples(&wishes.preferences, &wishes.couples, &matching.position_of)
        .map_err(|error| SlateError::Unstable(format!("The computed slate is not stable and is withheld: {error}.")))?;
    // What a line that is none would use does not matter.
    let allowed = || lines(&matching.position_of).map(|(person, position)| (person, position, true));
    let uses = Limits::of(&field, allowed, &[]).uses(&matching.position_of).collect();
    let placed = Placed::of(&field, &matching.position_of);
    Ok(StableSlate {
        cycle,
        base: world.position,
        today,
        method,
        levers: field.ground.levers.of_slates(),
        placed,
        pairs: wishes.pairs,
        couples,
        uses,
        proof,
    })
}

impl StableSlate {
    /// In which cycle.
    pub fn cycle(&self) -> CycleId {
        self.cycle
    }

    /// The journal position of the World it was computed on.
    pub fn base(&self) -> Position {
        self.base
    }

    /// The day it was computed as of.
    pub fn today(&self) -> Date {
        self.today
    }

    /// For whom it is best, and the seed of its lottery.
    pub fn method(&self) -> SlateMethod {
        self.method
    }

    /// Its lines, by rising billet. They have no price and no runner-up: cost did not choose them.
    pub fn lines(&self) -> &[SlateLine] {
        &self.placed.lines
    }

    /// Openings it leaves unfilled, by rising billet.
    pub fn unfilled(&self) -> &[BilletId] {
        &self.placed.unfilled
    }

    /// Movers it leaves without an assignment, by rising person.
    pub fn unmatched(&self) -> &[PersonId] {
        &self.placed.unmatched
    }

    /// Its whole cost in points, for comparison with the slate of least cost.
    pub fn objective(&self) -> i64 {
        self.placed.objective
    }

    /// Eligible pairs it chose among.
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// Couples placed together, or neither of the two.
    pub fn couples(&self) -> usize {
        self.couples
    }

    /// How it uses every limit over several lines. It keeps section 515 and what services give; the matching knows no other
    /// limit, so that it may go beyond one.
    pub fn limits(&self) -> &[LimitUse] {
        &self.uses
    }

    /// The verifier's proof that nothing blocks it.
    pub fn proof(&self) -> &StabilityProof {
        &self.proof
    }

    /// The command that proposes it.
    pub fn proposal(&self) -> ProposeSlate {
        self.placed.proposal(self.cycle, self.base, self.method, &self.levers)
    }
}
