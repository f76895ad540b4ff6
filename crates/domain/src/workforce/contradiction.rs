//! What systems of record said that cannot be true, or not all of it: taken, flagged, and queued to be reconciled.

use serde::{Deserialize, Serialize};

use crate::event::Apply;
use crate::kernel::{BilletId, Date, PersonId, Position, Text, TourId};
use crate::world::World;

/// What kind of contradiction it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ContradictionKind {
    /// Two rows that seem to be one person: same name, same date of birth.
    DuplicatePerson,
    /// An arrival or departure reported long after the day.
    LateReport,
    /// A second source says something else than the source that owns the row.
    SourcesDisagree,
    /// A language score that had aged out when it was reported.
    ExpiredScore,
    /// A date that cannot be: a test in the future, a departure before the arrival.
    ImpossibleDate,
    /// Two primary incumbents overlap for longer than allowed.
    SecondIncumbent,
    /// A tour on days on which its billet is not authorised.
    OutsideAuthorisation,
    /// One person in two primary billets at once.
    TwoPlaces,
    /// A person whose service may not fill the billet.
    WrongService,
    /// More section-515 members than authorised.
    Section515Exceeded,
    /// A tour that lasts beyond the person's separation.
    BeyondSeparation,
}

/// A contradiction that was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Contradiction {
    /// What kind.
    pub kind: ContradictionKind,
    /// The system of record that reported it.
    pub source: Text,
    /// The billet it concerns.
    pub billet: Option<BilletId>,
    /// The person it concerns.
    pub person: Option<PersonId>,
    /// The tour it concerns.
    pub tour: Option<TourId>,
    /// What was found, without sealed facts.
    pub detail: Text,
    /// The day it was noted.
    pub noted: Date,
}

/// A contradiction was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContradictionNoted(pub Contradiction);

impl Apply for ContradictionNoted {
    fn apply(&self, world: &mut World, _at: Position) {
        world.contradictions.push_back(self.0.clone());
    }
}
