//! What systems of record said that cannot be true, or not all of it: taken, flagged, and queued to be reconciled.
//!
//! A contradiction is a row of the queue with the steps taken on it; where it stands is derived from the last of them.
//! Never here: who decides on it (see [`crate::sources`]), or a sealed fact.

use serde::{Deserialize, Serialize};

use crate::command::Context;
use crate::event::{Apply, Event};
use crate::kernel::{AccountId, BilletId, ContradictionId, Date, PersonId, Position, SourceId, Text, TourId};
use crate::organization::Turn;
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
    /// A source names a position that is not held here.
    UnknownBillet,
    /// A row that is not known to be anybody: proposals wait for a person's decision.
    UnmatchedRow,
    /// A person whom the roster that owns their row names no more.
    PersonNotNamed,
    /// A person who serves where a document or list speaks, and whom it does not name.
    PersonNotListed,
    /// A billet that no manning document lists any more.
    BilletNotListed,
    /// A document says another grade or code of a billet than is held.
    CodeDisagrees,
    /// A source puts a person in another position or country than is held.
    PlaceDisagrees,
}

impl ContradictionKind {
    /// Every kind, in the order of a queue.
    pub const ALL: &'static [Self] = &[
        Self::UnmatchedRow,
        Self::PersonNotNamed,
        Self::PersonNotListed,
        Self::BilletNotListed,
        Self::UnknownBillet,
        Self::SourcesDisagree,
        Self::CodeDisagrees,
        Self::PlaceDisagrees,
        Self::DuplicatePerson,
        Self::TwoPlaces,
        Self::SecondIncumbent,
        Self::OutsideAuthorisation,
        Self::WrongService,
        Self::Section515Exceeded,
        Self::BeyondSeparation,
        Self::ImpossibleDate,
        Self::ExpiredScore,
        Self::LateReport,
    ];

    /// Whether it is worked out anew from all that a source says whenever the source is loaded.
    pub(crate) fn is_of_a_load(self) -> bool {
        matches!(
            self,
            Self::UnknownBillet
                | Self::UnmatchedRow
                | Self::PersonNotNamed
                | Self::PersonNotListed
                | Self::BilletNotListed
                | Self::CodeDisagrees
                | Self::PlaceDisagrees
        )
    }
}

/// A row of a source by its key.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
pub struct RowKey {
    /// The source.
    pub source: SourceId,
    /// The key of the row in that source.
    pub key: Text,
}

/// What is noted of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noted {
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
    /// The day it was noted: of what a file says, the day that the file speaks of.
    pub noted: Date,
    /// The row that says so, where a defined source was loaded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowKey>,
}

/// How a contradiction was resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// What is held here is right; the source is not asked to change.
    HeldIsRight,
    /// The source is right; what is held was or will be corrected by its own command.
    SourceIsRight,
    /// Both may stand: it is no contradiction, or an accepted one.
    BothStand,
}

/// One step in the life of a contradiction after it was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// What was done.
    pub taken: Taken,
    /// The day.
    pub on: Date,
    /// Who; the installation itself, or a load, where absent.
    pub by: Option<AccountId>,
    /// Why, of the field class *personal* where the contradiction concerns a person; gone once they are erased.
    pub reason: Option<Text>,
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Taken {
    /// Decided.
    Resolved(Outcome),
    /// Put off: it comes back after this day.
    Deferred(Date),
    /// On the correction list of the source's owner, who has the ball.
    SentBack(Turn),
    /// A later report took away its cause.
    Settled,
}

/// Where a contradiction stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody has decided.
    Open,
    /// Put off.
    Deferred {
        /// The last day.
        until: Date,
    },
    /// With the source's owner.
    SentBack {
        /// Who has the ball, until when.
        turn: Turn,
    },
    /// Decided.
    Resolved {
        /// How.
        outcome: Outcome,
    },
    /// A later report took away its cause.
    Settled {
        /// The day.
        on: Date,
    },
}

/// A contradiction in the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The row that says so, where a defined source was loaded.
    pub row: Option<RowKey>,
    /// What was found, without sealed facts.
    pub detail: Text,
    /// The day it was noted: of what a file says, the day that the file speaks of.
    pub noted: Date,
    /// What was done since, in order.
    pub steps: Vec<Step>,
}

impl Contradiction {
    /// Where it stands.
    pub fn standing_on(&self, day: Date) -> Standing {
        match self.steps.last().map(|step| (step.taken, step.on)) {
            None => Standing::Open,
            Some((Taken::Resolved(outcome), _)) => Standing::Resolved { outcome },
            Some((Taken::Deferred(until), _)) if day <= until => Standing::Deferred { until },
            Some((Taken::Deferred(_), _)) => Standing::Open,
            Some((Taken::SentBack(turn), _)) => Standing::SentBack { turn },
            Some((Taken::Settled, on)) => Standing::Settled { on },
        }
    }

    /// Whether a later report took away its cause.
    pub fn is_settled(&self) -> bool {
        self.steps.last().is_some_and(|step| step.taken == Taken::Settled)
    }

    /// Whether somebody has still to act: neither decided nor settled.
    pub fn is_live(&self) -> bool {
        !matches!(self.steps.last().map(|step| step.taken), Some(Taken::Settled | Taken::Resolved(_)))
    }

    fn is_of(&self, noted: &Noted) -> bool {
        (self.kind, self.tour, self.person, self.billet) == (noted.kind, noted.tour, noted.person, noted.billet)
            && self.row == noted.row
            && self.source == noted.source
            && self.detail == noted.detail
    }
}

/// What a contradiction is looked up by: the person, tour, billet or row it concerns, the first of these that it has; else
/// its source.
fn subject_key(noted: &Noted) -> Text {
    match (noted.person, noted.tour, noted.billet, &noted.row) {
        (Some(person), ..) => Text::from(person.to_string()),
        (None, Some(tour), ..) => Text::from(tour.to_string()),
        (None, None, Some(billet), _) => Text::from(billet.to_string()),
        (None, None, None, Some(row)) => Text::from(format!("{}:{}", row.source, row.key)),
        (None, None, None, None) => Text::from(format!("source {}", noted.source)),
    }
}

/// The event that notes a contradiction; `None` if the same was noted before and its cause was not taken away since.
pub(crate) fn note(world: &World, noted: Noted) -> Option<Event> {
    let held = world.keys.flagged.get(&subject_key(&noted));
    let known = held.is_some_and(|ids| {
        ids.iter().any(|id| {
            let held = &world.contradictions[*id];
            !held.is_settled() && held.is_of(&noted)
        })
    });
    (!known).then(|| ContradictionNoted(noted).into())
}

/// Contradictions of these ids that a report took away the cause of, as one event; `None` where there are none.
pub(crate) fn settle(context: &Context, contradictions: Vec<ContradictionId>) -> Option<Event> {
    (!contradictions.is_empty()).then(|| ContradictionsSettled { on: context.today, contradictions }.into())
}

/// A contradiction was noted; its id is the next of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ContradictionNoted(pub Noted);

impl Apply for ContradictionNoted {
    fn apply(&self, world: &mut World, at: Position) {
        let Noted { kind, source, billet, person, tour, detail, noted, row } = self.0.clone();
        let id = world.contradictions.next_id();
        world.keys.flagged.entry(subject_key(&self.0)).or_default().push(id);
        world
            .contradictions
            .push(Contradiction { kind, source, billet, person, tour, row, detail, noted, steps: Vec::new() }, at);
    }
}

/// Later reports took away the cause of contradictions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContradictionsSettled {
    /// The day.
    pub on: Date,
    /// Which.
    pub contradictions: Vec<ContradictionId>,
}

impl Apply for ContradictionsSettled {
    fn apply(&self, world: &mut World, at: Position) {
        for id in &self.contradictions {
            if let Some(held) = world.contradictions.edit(*id, at) {
                held.steps.push(Step { taken: Taken::Settled, on: self.on, by: None, reason: None });
            }
        }
    }
}
