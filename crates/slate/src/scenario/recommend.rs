//! The best choices for one opening or one person, each with what it costs the whole slate and whom it moves: exactly,
//! by solving again with the pair insisted on.

use muster_domain::{BilletId, PersonId};
use muster_solver::WhatIf;
use serde::Serialize;

use super::Moved;
use crate::compute::ComputedSlate;

/// One choice and its effect on the rest of the slate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Recommendation {
    /// Who.
    pub person: PersonId,
    /// Into which billet.
    pub billet: BilletId,
    /// Whether the slate chooses it.
    pub chosen: bool,
    /// Points of the pair.
    pub cost: i64,
    /// Points by which the whole slate would cost more.
    pub costs_more: i64,
    /// Everybody whose assignment would differ from the slate's, the person among them. Where several slates cost the
    /// same, this is one of them.
    pub moves: Vec<Moved>,
}

impl ComputedSlate {
    /// The best people for an opening, the slate's own first, then by what they would cost the whole. Nobody for a billet
    /// that is no opening, or that is locked: it is no choice.
    pub fn recommend_people(&self, billet: BilletId, count: usize) -> Vec<Recommendation> {
        let mut what_if = self.what_if();
        let others = self.other_people_by(&mut what_if, billet, count);
        let own = self.line_of(billet).map(|(_, line)| (line.person, billet));
        self.recommended(&mut what_if, own, others.into_iter().map(|other| (other.person, other.billet)))
    }

    /// The best openings for a mover, the slate's own first, then by what they would cost the whole. None for somebody
    /// who is no mover, or who is locked.
    pub fn recommend_billets(&self, person: PersonId, count: usize) -> Vec<Recommendation> {
        let mut what_if = self.what_if();
        let others = self.other_billets_by(&mut what_if, person, count);
        let own = self.lines().iter().find(|line| line.person == person).map(|line| (person, line.billet));
        self.recommended(&mut what_if, own, others.into_iter().map(|other| (other.person, other.billet)))
    }

    fn recommended(
        &self,
        what_if: &mut WhatIf<'_>,
        own: Option<(PersonId, BilletId)>,
        others: impl Iterator<Item = (PersonId, BilletId)>,
    ) -> Vec<Recommendation> {
        let own = own.filter(|(person, billet)| !self.is_locked(*person, *billet));
        let of = |(person, billet): (PersonId, BilletId)| {
            let (i, j) = (self.place_of_person(person)?, self.place_of(billet)?);
            let cost = self.problem().cost(i, j)?;
            let forced = what_if.forced(i, j).ok()?;
            let billet_at = |place: Option<u32>| place.map(|place| self.openings()[place as usize].billet);
            let moves = forced.changes.iter().map(|change| Moved {
                person: self.movers()[change.person as usize].person,
                before: billet_at(change.before),
                after: billet_at(change.after),
            });
            let (chosen, costs_more) = (own == Some((person, billet)), forced.extra);
            Some(Recommendation { person, billet, chosen, cost, costs_more, moves: moves.collect() })
        };
        own.into_iter().chain(others).filter_map(of).collect()
    }
}
