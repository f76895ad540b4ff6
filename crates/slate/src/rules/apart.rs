//! The rules in force apart by what they depend on, to check what is shared once. A waiver lets single pairs pass beside
//! the sieve, so the sieve asks for none.

use muster_domain::Service;

use super::{Check, RULES, Workforce};
use crate::ground::Levers;
use crate::movers::{MoverFacts, Profile};
use crate::openings::{Kind, OpeningFacts};
use crate::pair::Pair;

/// The rules in force, but for one that may be left out.
pub(crate) struct Sieve {
    /// The rule that is left out, by its slug.
    pub(crate) left_out: Option<&'static str>,
    opening: Vec<fn(&OpeningFacts<'_>) -> bool>,
    military: ForPeople,
    civilian: ForPeople,
}

/// The rules for one part of the workforce.
#[derive(Default)]
struct ForPeople {
    mover: Vec<fn(&MoverFacts<'_>) -> bool>,
    profile: Vec<fn(&Profile<'_>, &Kind<'_>, &Levers) -> bool>,
    pair: Vec<fn(&Pair<'_, '_>) -> bool>,
}

impl Sieve {
    /// Every rule in force under these levers.
    pub(crate) fn new(levers: &Levers) -> Self {
        Self::without(levers, None)
    }

    /// The same, as if one rule were waived for everybody.
    pub(crate) fn without(levers: &Levers, left_out: Option<&'static str>) -> Self {
        let (military, civilian) = (ForPeople::default(), ForPeople::default());
        let mut sieve = Self { left_out, opening: Vec::new(), military, civilian };
        let on = |rule: &&super::Rule| {
            Some(rule.id) != left_out && rule.switch.is_none_or(|switch| levers.value(switch) == 1)
        };
        for rule in RULES.iter().filter(on) {
            let (military, civilian) = match rule.workforce {
                Workforce::All => (true, true),
                Workforce::Military => (true, false),
                Workforce::Civilian => (false, true),
            };
            if let Check::Opening(holds) = rule.check {
                // INVARIANT: a rule about the billet alone holds for everybody (test).
                sieve.opening.push(holds);
            }
            for (_, rules) in
                [(military, &mut sieve.military), (civilian, &mut sieve.civilian)].into_iter().filter(|(on, _)| *on)
            {
                match rule.check {
                    Check::Mover(holds) => rules.mover.push(holds),
                    Check::Profile(holds) => rules.profile.push(holds),
                    Check::Pair(holds) => rules.pair.push(holds),
                    Check::Opening(_) => {}
                }
            }
        }
        sieve
    }

    fn of(&self, service: Service) -> &ForPeople {
        if service.is_military() { &self.military } else { &self.civilian }
    }

    pub(crate) fn opening(&self, opening: &OpeningFacts<'_>) -> bool {
        self.opening.iter().all(|holds| holds(opening))
    }

    pub(crate) fn mover(&self, mover: &MoverFacts<'_>) -> bool {
        self.of(mover.profile.service).mover.iter().all(|holds| holds(mover))
    }

    pub(crate) fn profile(&self, levers: &Levers, profile: &Profile<'_>, kind: &Kind<'_>) -> bool {
        self.of(profile.service).profile.iter().all(|holds| holds(profile, kind, levers))
    }

    pub(crate) fn pair(&self, pair: &Pair<'_, '_>) -> bool {
        self.of(pair.mover.profile.service).pair.iter().all(|holds| holds(pair))
    }
}
