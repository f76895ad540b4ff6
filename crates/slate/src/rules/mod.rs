//! The eligibility rules: one list. The fast check of all pairs and the slow comparison of one both read it; the page
//! and the documentation show it. A rule says by its type what it depends on, so that what many pairs share is checked
//! once, and for which workforce it holds and by which switch, so that a rule set is data.

mod apart;
mod checks;
mod compare;
mod list;
mod shortfall;

use muster_domain::allocation::WaivableRule;
use muster_domain::policy::Lever;
use muster_domain::{Service, WaiverId};
use serde::Serialize;

pub(crate) use apart::Sieve;
pub use list::RULES;

use crate::ground::{InForce, Levers};
use crate::movers::{MoverFacts, Profile};
use crate::openings::{Kind, OpeningFacts};
use crate::pair::Pair;

/// What a rule looks at, and whether it holds.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// The person alone.
    Mover(fn(&MoverFacts<'_>) -> bool),
    /// The billet alone.
    Opening(fn(&OpeningFacts<'_>) -> bool),
    /// Service, grade and specialty on both sides.
    Profile(fn(&Profile<'_>, &Kind<'_>, &Levers) -> bool),
    /// The pair with its dates.
    Pair(fn(&Pair<'_, '_>) -> bool),
}

/// The people a rule holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Workforce {
    /// Everybody who is slated.
    All,
    /// Members of the military services.
    Military,
    /// Civilian staff.
    Civilian,
}

impl Workforce {
    /// Whether people of this service belong to it.
    pub(crate) fn holds(self, service: Service) -> bool {
        match self {
            Self::All => true,
            Self::Military => service.is_military(),
            Self::Civilian => service == Service::Civilian,
        }
    }
}

/// What a rule found, in words for two audiences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Checked {
    /// Whether the pair passes.
    pub passed: bool,
    /// What was held against what, of ordinary facts only: `needs O-5, holds O-5`.
    pub compared: String,
    /// The same with sealed facts, for those who may see the person's personal and family fields.
    pub private: Option<String>,
    /// Whether the facts that the rule asks for are known; where they are not, a lever says how that counts.
    pub known: bool,
    /// The waiver by which the pair passes, if it does not by itself.
    pub waiver: Option<WaiverId>,
}

/// One eligibility rule.
#[derive(Clone, Copy, Serialize, utoipa::ToSchema)]
pub struct Rule {
    /// Its name in the API, as a stable slug.
    pub id: &'static str,
    /// What it asks, as a sentence.
    pub title: &'static str,
    /// Where it comes from.
    pub authority: &'static str,
    /// Whether an authority may waive it.
    pub waivable: bool,
    /// For whom it holds.
    pub workforce: Workforce,
    /// The lever that switches it on with 1; without one it always holds.
    pub switch: Option<Lever>,
    #[serde(skip)]
    check: Check,
    #[serde(skip)]
    compare: Compare,
    /// How much a pair falls short, in the unit of partial waivers; nothing or less passes.
    #[serde(skip)]
    short: Option<Short>,
}

/// How a rule puts its comparison in words.
type Compare = fn(&Pair<'_, '_>) -> Compared;

/// How much a pair falls short.
type Short = fn(&Pair<'_, '_>) -> i64;

/// A comparison in words: ordinary, and with sealed facts.
pub(crate) struct Compared {
    ordinary: String,
    private: Option<String>,
    known: bool,
}

impl Rule {
    /// Whether it holds for people of this service under these levers.
    pub(crate) fn applies(&self, levers: &Levers, service: Service) -> bool {
        self.workforce.holds(service) && self.switch.is_none_or(|switch| levers.value(switch) == 1)
    }

    /// Whether a pair passes, by itself or by a waiver.
    pub(crate) fn holds(&self, pair: &Pair<'_, '_>) -> bool {
        self.met(pair) || self.waived(pair).is_some()
    }

    /// Whether a pair passes by itself.
    pub(crate) fn met(&self, pair: &Pair<'_, '_>) -> bool {
        if !self.applies(&pair.ground.levers, pair.mover.profile.service) {
            return true;
        }
        match self.check {
            Check::Mover(holds) => holds(pair.mover),
            Check::Opening(holds) => holds(pair.opening),
            Check::Profile(holds) => holds(&pair.mover.profile, &pair.opening.kind, &pair.ground.levers),
            Check::Pair(holds) => holds(pair),
        }
    }

    /// The waiver that covers a pair.
    fn waived<'a, 'w>(&self, pair: &'a Pair<'a, 'w>) -> Option<&'a InForce<'w>> {
        let (person, billet) = pair.ids();
        let waivers = pair.ground.waivers(person, billet).iter();
        let covers = |held: &&InForce<'_>| {
            held.waiver.rule.slug() == self.id
                && held.period.contains(pair.report)
                && held.waiver.extent.covers(self.short.map_or(0, |short| short(pair)))
        };
        waivers.filter(|_| self.waivable).find(covers)
    }

    /// The name that waivers give it, if it may be waived.
    pub(crate) fn waiver(&self) -> Option<WaivableRule> {
        WaivableRule::ALL.iter().copied().find(|rule| rule.slug() == self.id)
    }

    /// Whether it asks for service, grade and specialty only, so that many people share the answer.
    pub(crate) fn profile(&self) -> Option<fn(&Profile<'_>, &Kind<'_>, &Levers) -> bool> {
        match self.check {
            Check::Profile(holds) => Some(holds),
            _ => None,
        }
    }

    /// Whether a pair passes, and what was compared.
    pub(crate) fn checked(&self, pair: &Pair<'_, '_>) -> Checked {
        let service = pair.mover.profile.service;
        if !self.applies(&pair.ground.levers, service) {
            let why = match self.workforce.holds(service) {
                true => "the rule is switched off".to_owned(),
                false => format!("does not hold for {}", service.title()),
            };
            return Checked { passed: true, compared: why, private: None, known: true, waiver: None };
        }
        let Compared { mut ordinary, private, known } = (self.compare)(pair);
        let met = self.met(pair);
        let waived = if met { None } else { self.waived(pair) };
        if let Some(held) = waived {
            let until = held.period.until().map_or_else(|| "without an end".to_owned(), |end| format!("until {end}"));
            ordinary.push_str(&format!("; waived {} {until}", held.id));
        }
        if !known {
            ordinary.push_str(if met { "; not known, which passes" } else { "; not known, which does not pass" });
        }
        Checked {
            passed: met || waived.is_some(),
            compared: ordinary,
            private,
            known,
            waiver: waived.map(|held| held.id),
        }
    }

    /// How much a pair falls short, where that is counted.
    pub(crate) fn short(&self, pair: &Pair<'_, '_>) -> Option<i64> {
        self.short.map(|short| short(pair))
    }
}
