//! Who is eligible for one opening of a cycle: what an office ranks. Attached to its command as it is decided, so that
//! nobody else is ever ranked.

use std::borrow::Cow;

use muster_domain::kernel::Id as _;
use muster_domain::{BilletId, Command, CycleId, Date, PersonId, World};

use crate::cost::{Roads, amounts};
use crate::explain::{RuleWhy, rules_of};
use crate::ground::Ground;
use crate::movers::{self, MoverFacts};
use crate::openings::{self, OpeningFacts};
use crate::pair::Pair;
use crate::rules::RULES;
use crate::wishes::points_of_facts;

/// The command with everybody eligible attached to each order of candidates in it, as the World says on the day. Whoever
/// decides commands asks this first; what a caller hands in is never read.
pub fn with_eligible<'a>(world: &World, today: Date, command: &'a Command) -> Cow<'a, Command> {
    if !ranks(command) {
        return Cow::Borrowed(command);
    }
    let mut command = command.clone();
    attach(world, today, &mut command);
    Cow::Owned(command)
}

fn ranks(command: &Command) -> bool {
    match command {
        Command::RankCandidates(_) => true,
        Command::Together(list) => list.commands.iter().any(ranks),
        _ => false,
    }
}

fn attach(world: &World, today: Date, command: &mut Command) {
    match command {
        Command::RankCandidates(rank) => {
            let field = OpeningField::new(world, rank.cycle, rank.billet, today);
            rank.eligible = field.map(|field| {
                let mut eligible: Vec<PersonId> = field.eligible().iter().map(|(person, _)| *person).collect();
                eligible.sort_unstable();
                eligible
            });
        }
        Command::Together(list) => list.commands.iter_mut().for_each(|member| attach(world, today, member)),
        _ => {}
    }
}

/// One opening of a cycle, ready to be held against the cycle's movers.
pub struct OpeningField<'w> {
    ground: Ground<'w>,
    opening: OpeningFacts<'w>,
    movers: Vec<MoverFacts<'w>>,
    roads: Roads,
}

impl<'w> OpeningField<'w> {
    /// The billet as an opening of the cycle. `None` where there is no such open cycle, or the billet does not fall open
    /// in it.
    pub fn new(world: &'w World, cycle: CycleId, billet: BilletId, today: Date) -> Option<Self> {
        let ground = Ground::new(world, cycle, today).ok()?;
        let opening = openings::derive(&ground).into_iter().find(|facts| facts.opening.billet == billet)?;
        let movers = movers::derive(&ground);
        Some(Self { roads: Roads::to(world, opening.terms.place), ground, opening, movers })
    }

    /// Everybody whom every rule allows, with the points of the pair by its facts alone (members' wishes left out);
    /// fewest first. This is the order in which whoever the office does not rank comes after those it does.
    pub fn eligible(&self) -> Vec<(PersonId, i64)> {
        let allowed = self.movers.iter().filter(|mover| {
            let pair = Pair::new(&self.ground, mover, &self.opening);
            RULES.iter().all(|rule| rule.holds(&pair))
        });
        let mut found: Vec<(PersonId, i64)> = allowed
            .map(|mover| {
                let pair = Pair::new(&self.ground, mover, &self.opening);
                (mover.mover.person, points_of_facts(&self.ground.levers, amounts(&pair, &self.roads)))
            })
            .collect();
        found.sort_unstable_by_key(|(person, points)| (*points, person.index()));
        found
    }

    /// Every rule held against one of the movers. `None` for somebody who is none.
    pub fn why(&self, person: PersonId) -> Option<Vec<RuleWhy>> {
        let place = self.movers.binary_search_by_key(&person, |facts| facts.mover.person).ok()?;
        Some(rules_of(&Pair::new(&self.ground, &self.movers[place], &self.opening)))
    }
}
