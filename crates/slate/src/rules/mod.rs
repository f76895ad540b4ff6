//! The eligibility rules: one list. The fast check of all pairs and the slow comparison of one both read it; the page
//! and the documentation show it. A rule says by its type what it depends on, so that what many pairs share is checked
//! once.

mod checks;
mod compare;

use serde::Serialize;

use crate::ground::{Ground, Levers};
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

/// What a rule found, in words for two audiences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Checked {
    /// Whether the pair passes.
    pub passed: bool,
    /// What was held against what, of ordinary facts only: `needs O-5, holds O-5`.
    pub compared: String,
    /// The same with sealed facts, for those who may see the person's personal and family fields.
    pub private: Option<String>,
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
    #[serde(skip)]
    check: Check,
    #[serde(skip)]
    compare: Compare,
}

/// How a rule puts its comparison in words.
type Compare = fn(&Pair<'_, '_>) -> Compared;

/// A comparison in words: ordinary, and with sealed facts.
pub(crate) struct Compared {
    ordinary: String,
    private: Option<String>,
}

impl Rule {
    /// Whether a pair passes.
    pub(crate) fn holds(&self, pair: &Pair<'_, '_>) -> bool {
        match self.check {
            Check::Mover(holds) => holds(pair.mover),
            Check::Opening(holds) => holds(pair.opening),
            Check::Profile(holds) => holds(&pair.mover.profile, &pair.opening.kind, &pair.ground.levers),
            Check::Pair(holds) => holds(pair),
        }
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
        let Compared { ordinary, private } = (self.compare)(pair);
        Checked { passed: self.holds(pair), compared: ordinary, private }
    }
}

/// The rules apart by what they depend on, to check what is shared once.
pub(crate) struct Sieve {
    mover: Vec<fn(&MoverFacts<'_>) -> bool>,
    opening: Vec<fn(&OpeningFacts<'_>) -> bool>,
    profile: Vec<fn(&Profile<'_>, &Kind<'_>, &Levers) -> bool>,
    pair: Vec<fn(&Pair<'_, '_>) -> bool>,
}

impl Sieve {
    pub(crate) fn new() -> Self {
        let mut sieve = Self { mover: Vec::new(), opening: Vec::new(), profile: Vec::new(), pair: Vec::new() };
        for rule in RULES {
            match rule.check {
                Check::Mover(holds) => sieve.mover.push(holds),
                Check::Opening(holds) => sieve.opening.push(holds),
                Check::Profile(holds) => sieve.profile.push(holds),
                Check::Pair(holds) => sieve.pair.push(holds),
            }
        }
        sieve
    }

    pub(crate) fn mover(&self, mover: &MoverFacts<'_>) -> bool {
        self.mover.iter().all(|holds| holds(mover))
    }

    pub(crate) fn opening(&self, opening: &OpeningFacts<'_>) -> bool {
        self.opening.iter().all(|holds| holds(opening))
    }

    pub(crate) fn profile(&self, ground: &Ground<'_>, profile: &Profile<'_>, kind: &Kind<'_>) -> bool {
        self.profile.iter().all(|holds| holds(profile, kind, &ground.levers))
    }

    pub(crate) fn pair(&self, pair: &Pair<'_, '_>) -> bool {
        self.pair.iter().all(|holds| holds(pair))
    }
}

/// Every eligibility rule, in the order they are shown.
pub const RULES: &[Rule] = &[
    Rule {
        id: "service",
        title: "The person belongs to a service that the billet is coded for.",
        authority: "facts §3: only the service a billet is coded for fills it",
        waivable: false,
        check: Check::Profile(checks::service),
        compare: compare::service,
    },
    Rule {
        id: "grade",
        title: "The person's grade is the billet's, or as near as the lever allows.",
        authority: "facts §3; lever grade_tolerance",
        waivable: true,
        check: Check::Profile(checks::grade),
        compare: compare::grade,
    },
    Rule {
        id: "specialty",
        title: "The person holds the specialty that the billet needs.",
        authority: "facts §3",
        waivable: true,
        check: Check::Profile(checks::specialty),
        compare: compare::specialty,
    },
    Rule {
        id: "language",
        title: "The person speaks and reads every language the billet needs, by a score that counts on the report date.",
        authority: "facts §3: a score ages out after five years; lever language_score_months",
        waivable: true,
        check: Check::Pair(checks::language),
        compare: compare::language,
    },
    Rule {
        id: "clearance",
        title: "The person's clearance reaches the billet's on the report date.",
        authority: "facts §3",
        waivable: false,
        check: Check::Pair(checks::clearance),
        compare: compare::clearance,
    },
    Rule {
        id: "availability",
        title: "Neither the billet nor the person waits longer for the report date than the lever allows.",
        authority: "facts §3; lever report_window_days",
        waivable: true,
        check: Check::Pair(checks::availability),
        compare: compare::availability,
    },
    Rule {
        id: "terms",
        title: "The billet's terms do not change before the report date.",
        authority: "facts §3: a billet's attributes are dated",
        waivable: false,
        check: Check::Pair(checks::terms),
        compare: compare::terms,
    },
    Rule {
        id: "authorisation",
        title: "The billet stays authorised for the shortest tour at least.",
        authority: "facts §3: authorised from and to; lever minimum_tour_months",
        waivable: false,
        check: Check::Pair(checks::authorisation),
        compare: compare::authorisation,
    },
    Rule {
        id: "separation",
        title: "The person can serve the shortest tour at least before separation or retirement.",
        authority: "facts §3: a tour ends before mandatory retirement; lever minimum_tour_months",
        waivable: true,
        check: Check::Pair(checks::separation),
        compare: compare::separation,
    },
    Rule {
        id: "dependents",
        title: "A person with dependents goes unaccompanied where the billet or the post takes none; nobody is barred by it.",
        authority: "facts §2, post status; our decision: the tour is planned unaccompanied, at that length",
        waivable: false,
        check: Check::Pair(checks::dependents),
        compare: compare::dependents,
    },
    Rule {
        id: "post-status",
        title: "The post is neither suspended nor under ordered departure on the report date.",
        authority: "facts §2, post status",
        waivable: true,
        check: Check::Pair(checks::post_status),
        compare: compare::post_status,
    },
    Rule {
        id: "another-slate",
        title: "The person is in no other cycle's live slate.",
        authority: "facts §3: one accepted assignment a person",
        waivable: false,
        check: Check::Mover(checks::another_slate),
        compare: compare::another_slate,
    },
    Rule {
        id: "billet-slated",
        title: "The billet is in no other cycle's live slate.",
        authority: "facts §3: one accepted assignment a billet",
        waivable: false,
        check: Check::Opening(checks::billet_slated),
        compare: compare::billet_slated,
    },
    Rule {
        id: "section-515",
        title: "Section 515 leaves room in the country for one more member.",
        authority: "22 U.S.C. 2321i; facts §2; lever section515_members",
        waivable: false,
        check: Check::Opening(checks::section_515),
        compare: compare::section_515,
    },
    Rule {
        id: "same-billet",
        title: "The billet is another than the one the person leaves.",
        authority: "facts §3: staying is an extension, not an assignment",
        waivable: false,
        check: Check::Pair(checks::same_billet),
        compare: compare::same_billet,
    },
];
