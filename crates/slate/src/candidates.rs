//! Who might fill one opening outside a cycle: everybody whom the list of rules does not rule out at first sight, those
//! who pass every rule first, then those who fail fewest, each with what was compared.
//!
//! The same rules and costs as a slate's. People are sieved by what they share (service, grade, specialty) before anything
//! else is looked at; words are made only for those who are shown. Never here: who may be seen, which the caller says.

use std::collections::HashMap;

use muster_domain::{BilletId, Date, Grade, PersonId, Service, Text, World};
use serde::Serialize;

use crate::cost::{Roads, amounts, points};
use crate::explain::{RuleWhy, rules_of};
use crate::ground::Ground;
use crate::movers::{self, MoverFacts};
use crate::openings::{self, OpeningFacts};
use crate::pair::Pair;
use crate::rules::RULES;
use crate::section_515;

/// Rules about service, grade and specialty that somebody who is still listed may fail.
const PROFILE_RULES_FAILED: u8 = 1;

/// One person in the order of candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// How many rules fail; 0 is eligible.
    pub failed: u8,
    /// Points that the pair would cost.
    pub cost: i64,
    /// The first day the person is free, by ordinary facts.
    pub free: Date,
}

/// Everybody who might fill an opening.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidates {
    /// Those asked for by name, then the eligible, then by rules failed, then by cost.
    pub ranked: Vec<Candidate>,
    /// How many of them pass every rule.
    pub eligible: usize,
    /// How many people were looked at and left out: more than one of service, grade and specialty speaks against them.
    pub left_out: usize,
}

/// One person held against the opening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct CandidateWhy {
    /// Whether every rule passes.
    pub eligible: bool,
    /// Points that the pair would cost.
    pub cost: i64,
    /// The first day the person is free, by ordinary facts.
    pub free: Date,
    /// The day the person could report, by ordinary facts.
    pub awaited: Date,
    /// Every rule and what it compared.
    pub rules: Vec<RuleWhy>,
}

impl CandidateWhy {
    /// The same for somebody without the person's sealed field classes.
    #[must_use]
    pub fn without_private(mut self) -> Self {
        self.rules = self.rules.into_iter().map(RuleWhy::without_private).collect();
        self
    }
}

/// One opening, ready to be held against people.
pub struct Field<'w> {
    ground: Ground<'w>,
    opening: OpeningFacts<'w>,
    roads: Roads,
}

impl<'w> Field<'w> {
    /// The billet as an opening from a day on. `None` where there is no such billet, where it is not authorised then, or
    /// where nobody is ever slated into it.
    pub fn new(world: &'w World, billet: BilletId, report: Date, today: Date) -> Option<Self> {
        let ground = Ground::of_opening(world, report, today).with_endorsed_line(billet);
        let facts = world.billets.get(billet)?;
        if !facts.authorised.contains(ground.first) {
            return None;
        }
        let mut opening = [openings::described(&ground, billet, facts, ground.first)?];
        section_515::alone(&ground, &mut opening);
        let [opening] = opening;
        Some(Self { roads: Roads::to(world, opening.terms.place), ground, opening })
    }

    /// Everybody of whom `admits` is true, in the order of candidates; those asked for by name stand first and are never
    /// left out.
    pub fn ranked(&self, named: &[PersonId], admits: impl Fn(PersonId, Service) -> bool) -> Candidates {
        let mut found = Candidates::default();
        let mut profiles: HashMap<(Service, Grade, &[Text]), u8> = HashMap::new();
        for (id, person) in self.ground.world.people.iter() {
            if !person.service.is_slated() || !admits(id, person.service) {
                continue;
            }
            let last = movers::last_tour(&self.ground, person);
            let free = last.map_or(self.ground.first, |(_, period)| period.end()).max(self.ground.first);
            let key = (person.service, person.grade_on(free), person.specialties.as_slice());
            let against = *profiles.entry(key).or_insert_with_key(|(service, grade, specialties)| {
                let profile = movers::Profile { service: *service, grade: *grade, specialties };
                let fails = |holds: fn(&movers::Profile<'_>, &openings::Kind<'_>, &crate::ground::Levers) -> bool| {
                    !holds(&profile, &self.opening.kind, &self.ground.levers)
                };
                let failed = RULES.iter().filter_map(crate::rules::Rule::profile).filter(|holds| fails(*holds)).count();
                u8::try_from(failed).unwrap_or(u8::MAX)
            });
            if against > PROFILE_RULES_FAILED && !named.contains(&id) {
                found.left_out += 1;
                continue;
            }
            let Some(mover) = movers::described(&self.ground, id, person, last) else {
                found.left_out += 1;
                continue;
            };
            found.ranked.push(self.candidate(&mover));
        }
        found.eligible = found.ranked.iter().filter(|candidate| candidate.failed == 0).count();
        found.ranked.sort_unstable_by_key(|found| {
            (!named.contains(&found.person), found.failed, found.cost, found.free, found.person)
        });
        found
    }

    fn candidate(&self, mover: &MoverFacts<'w>) -> Candidate {
        let pair = Pair::new(&self.ground, mover, &self.opening);
        let failed = RULES.iter().filter(|rule| !rule.holds(&pair)).count();
        Candidate {
            person: mover.mover.person,
            failed: u8::try_from(failed).unwrap_or(u8::MAX),
            cost: points(&self.ground.levers, &amounts(&pair, &self.roads)),
            free: mover.mover.free,
        }
    }

    /// One person held against the opening. `None` for locally employed staff, whoever has separated by then, and where
    /// the record was erased.
    pub fn why(&self, person: PersonId) -> Option<CandidateWhy> {
        let facts = self.ground.world.people.get(person)?;
        let last = movers::last_tour(&self.ground, facts);
        let mover = movers::described(&self.ground, person, facts, last)?;
        let pair = Pair::new(&self.ground, &mover, &self.opening);
        let rules = rules_of(&pair);
        Some(CandidateWhy {
            eligible: rules.iter().all(|rule| rule.checked.passed),
            cost: points(&self.ground.levers, &amounts(&pair, &self.roads)),
            free: mover.mover.free,
            awaited: pair.awaited(),
            rules,
        })
    }
}
