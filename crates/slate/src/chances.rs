//! "Do I have a shot?": the openings of a cycle held against one member by the one list of rules, and how many others
//! each is open to. Numbers only: nobody else is named, and what anybody ranked is not known here.

use std::collections::HashMap;

use muster_domain::{BilletId, CycleId, Date, PersonId, World};

use crate::cost::Roads;
use crate::explain::{RuleWhy, rules_of};
use crate::ground::{Ground, SlateError};
use crate::movers::{self, MoverFacts};
use crate::openings::{self, OpeningFacts};
use crate::pair::Pair;
use crate::pairs::Field;
use crate::rules::RULES;

/// How many people each opening of a cycle is open to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chances {
    /// People to move.
    pub movers: usize,
    /// Billets to fill.
    pub openings: usize,
    eligible: HashMap<BilletId, u32>,
}

impl Chances {
    /// Counts them: every mover against every opening.
    ///
    /// # Errors
    /// There is no such open cycle, or its window has passed.
    pub fn of(world: &World, cycle: CycleId, today: Date) -> Result<Self, SlateError> {
        let field = Field::new(Ground::new(world, cycle, today)?);
        let mut eligible: HashMap<BilletId, u32> = HashMap::new();
        for place in field.eligible().into_iter().flatten() {
            *eligible.entry(field.openings[place as usize].opening.billet).or_default() += 1;
        }
        Ok(Self { movers: field.movers.len(), openings: field.openings.len(), eligible })
    }

    /// How many movers every rule allows into a billet.
    pub fn eligible_for(&self, billet: BilletId) -> usize {
        self.eligible.get(&billet).map_or(0, |count| *count as usize)
    }
}

/// One opening before one member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpeningMatch {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it is open.
    pub open_from: Date,
    /// How many rules speak against; 0 is eligible.
    pub failed: u8,
    /// Of these, how many no authority may waive.
    pub barred: u8,
}

/// One member of a cycle, ready to be held against its openings.
pub struct OwnField<'w> {
    ground: Ground<'w>,
    mover: MoverFacts<'w>,
    openings: Vec<OpeningFacts<'w>>,
}

impl<'w> OwnField<'w> {
    /// The member as a mover of the cycle; `None` where they do not move in it.
    ///
    /// # Errors
    /// There is no such open cycle, or its window has passed.
    pub fn new(world: &'w World, cycle: CycleId, person: PersonId, today: Date) -> Result<Option<Self>, SlateError> {
        let ground = Ground::new(world, cycle, today)?;
        let mover = world.people.get(person).and_then(|facts| movers::facts(&ground, person, facts));
        let openings = openings::derive(&ground);
        Ok(mover.map(|mover| Self { ground, mover, openings }))
    }

    /// The first day the member is free.
    pub fn free(&self) -> Date {
        self.mover.mover.free
    }

    /// Every opening, by rising billet.
    pub fn openings(&self) -> Vec<OpeningMatch> {
        let held = |opening: &OpeningFacts<'w>| {
            let pair = Pair::new(&self.ground, &self.mover, opening);
            let (mut failed, mut barred) = (0_u8, 0_u8);
            for rule in RULES.iter().filter(|rule| !rule.holds(&pair)) {
                failed = failed.saturating_add(1);
                barred = barred.saturating_add(u8::from(!rule.waivable));
            }
            OpeningMatch { billet: opening.opening.billet, open_from: opening.opening.open_from, failed, barred }
        };
        self.openings.iter().map(held).collect()
    }

    /// Every rule held against the member and one opening. `None` for a billet that is none.
    pub fn why(&self, billet: BilletId) -> Option<Vec<RuleWhy>> {
        let opening = self.opening(billet)?;
        Some(rules_of(&Pair::new(&self.ground, &self.mover, opening)))
    }

    /// The openings most like one, those the member is eligible for first: same functional area, then grade, then near.
    pub fn similar(&self, billet: BilletId, count: usize) -> Vec<BilletId> {
        let Some(like) = self.opening(billet) else { return Vec::new() };
        let roads = Roads::to(self.ground.world, like.terms.place);
        let mut others: Vec<_> = self
            .openings
            .iter()
            .filter(|other| other.opening.billet != billet)
            .map(|other| {
                let pair = Pair::new(&self.ground, &self.mover, other);
                let failed = RULES.iter().filter(|rule| !rule.holds(&pair)).count();
                let area = other.terms.functional_area != like.terms.functional_area;
                let grades = other.terms.grade.distance(like.terms.grade);
                let far = roads.thousands(other.terms.place, like.terms.place);
                ((failed > 0, area, grades.is_none(), grades, far), other.opening.billet)
            })
            .collect();
        others.sort_unstable();
        others.into_iter().take(count).map(|(_, billet)| billet).collect()
    }

    fn opening(&self, billet: BilletId) -> Option<&OpeningFacts<'w>> {
        let found = self.openings.binary_search_by_key(&billet, |facts| facts.opening.billet).ok()?;
        Some(&self.openings[found])
    }
}
