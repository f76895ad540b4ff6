//! Waivers: one eligibility rule set aside for one person in one billet, asked for with a justification, decided by
//! headquarters, for a time. A waiver says which report dates it covers, so that it lapses by itself.
//!
//! Never here: what a rule compares. The list of rules holds each waiver against the facts.

mod decide;
mod request;
mod withdraw;

pub use decide::{DecideWaiver, WaiverAnswer, WaiverDecided};
pub use request::{RequestWaiver, WaiverRequested};
pub use withdraw::{WaiverWithdrawn, WithdrawWaiver};

use serde::{Deserialize, Serialize};

use crate::command::{Refusal, Subject, refuse};
use crate::kernel::{AccountId, BilletId, Date, Period, PersonId, Position, Text, WaiverId};
use crate::world::World;

macro_rules! waivable {
    ($($variant:ident = $slug:literal $(in $unit:literal)?;)*) => {
        /// The eligibility rules that an authority may waive.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "the names are those of the rules")]
        pub enum WaivableRule { $($variant,)* }

        impl WaivableRule {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The rule's slug in the list of rules: the word that is written for it.
            pub fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)* }
            }

            /// What a partial waiver is counted in; `None` where the rule is waived whole or not at all.
            pub fn unit(self) -> Option<&'static str> {
                match self { $(Self::$variant => waivable!(@unit $($unit)?),)* }
            }
        }
    };
    (@unit) => { None };
    (@unit $unit:literal) => { Some($unit) };
}

waivable! {
    Grade = "grade" in "grades";
    Specialty = "specialty";
    Language = "language" in "half steps";
    Certificate = "certificate" in "levels";
    Availability = "availability" in "days";
    Separation = "separation" in "days";
    Retainability = "retainability" in "days";
    TimeOnStation = "time-on-station" in "days";
    JointCredit = "joint-credit" in "days";
    OverseasControl = "overseas-control" in "days";
    ForeignLimit = "foreign-limit" in "days";
    ReturnRights = "return-rights" in "days";
    ConsecutiveHardship = "consecutive-hardship";
    FamilyClearance = "family-clearance";
    Couples = "couples";
    KeyExperience = "key-experience" in "days";
    PostStatus = "post-status";
    FairShare = "fair-share";
    SixEight = "six-eight" in "days";
}

/// How much of a rule is waived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaiverExtent {
    /// All of it.
    Full,
    /// So much short of what the rule asks, in the rule's unit.
    Partial(u16),
}

impl WaiverExtent {
    /// Whether a pair that falls this much short is covered.
    pub fn covers(self, short: i64) -> bool {
        match self {
            Self::Full => true,
            Self::Partial(most) => short <= i64::from(most),
        }
    }
}

/// One rule waived, or asked to be, for one person in one billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// For whom.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Which rule.
    pub rule: WaivableRule,
    /// How much of it.
    pub extent: WaiverExtent,
    /// Why; of the field class *personal*. `None` once erased.
    pub justification: Option<String>,
    /// The day it was asked for.
    pub requested: Date,
    /// Who asked; the installation itself where absent.
    pub by: Option<AccountId>,
    /// What was decided.
    pub decision: Option<WaiverDecision>,
    /// The day it was withdrawn.
    pub withdrawn: Option<Date>,
}

/// What was decided on a waiver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverDecision {
    /// The report dates it covers; none where it was denied.
    pub approved: Option<Period>,
    /// Why; of the field class *personal*. `None` once erased.
    pub reason: Option<String>,
    /// The day.
    pub on: Date,
    /// Who decided.
    pub by: Option<AccountId>,
}

/// Where a waiver stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaiverStatus {
    /// Not decided.
    Requested,
    /// Approved, and not yet lapsed.
    Approved,
    /// Denied.
    Denied,
    /// Approved for report dates that have all passed.
    Lapsed,
    /// Withdrawn.
    Withdrawn,
}

impl Waiver {
    /// The report dates that it covers, if it was approved and stands.
    pub fn in_force(&self) -> Option<Period> {
        if self.withdrawn.is_some() { None } else { self.decision.as_ref()?.approved }
    }

    /// Where it stands on a day.
    pub fn status(&self, day: Date) -> WaiverStatus {
        if self.withdrawn.is_some() {
            return WaiverStatus::Withdrawn;
        }
        match self.decision.as_ref().map(|decision| decision.approved) {
            None => WaiverStatus::Requested,
            Some(None) => WaiverStatus::Denied,
            Some(Some(period)) if period.end() <= day => WaiverStatus::Lapsed,
            Some(Some(_)) => WaiverStatus::Approved,
        }
    }

    /// Whether anything is still to come of it.
    pub fn is_live(&self, day: Date) -> bool {
        matches!(self.status(day), WaiverStatus::Requested | WaiverStatus::Approved)
    }
}

fn known_waiver(world: &World, id: WaiverId) -> Result<&Waiver, Refusal> {
    let missing = || refuse("no-waiver", format!("There is no waiver {id}."), "Check the id in the list of waivers.");
    world.waivers.get(id).ok_or_else(missing)
}

/// Words that a decision rests on.
fn said(words: &Text, what: &str) -> Result<(), Refusal> {
    if words.trim().is_empty() {
        return Err(refuse("reason-missing", format!("The {what} says nothing."), "Say why in a sentence."));
    }
    Ok(())
}

/// The office that gains and the person who is gained.
fn pair_subject(world: &World, person: PersonId, billet: BilletId, day: Date, changed: Option<Position>) -> Subject {
    Subject {
        offices: world.billets.get(billet).map(|billet| billet.terms_near(day).office).into_iter().collect(),
        person: Some(person),
        service: world.people.get(person).map(|person| person.service),
        changed,
        ..Subject::default()
    }
}

fn waiver_subject(world: &World, id: WaiverId) -> Subject {
    let Some(row) = world.waivers.row(id) else { return Subject::default() };
    pair_subject(world, row.fact.person, row.fact.billet, row.fact.requested, Some(row.changed))
}

/// What a person's own key sealed is gone with the key.
pub(crate) fn forget_waivers(world: &mut World, person: PersonId, at: Position) {
    let theirs: Vec<WaiverId> =
        world.waivers.iter().filter(|(_, waiver)| waiver.person == person).map(|(id, _)| id).collect();
    for id in theirs {
        let Some(waiver) = world.waivers.edit(id, at) else { continue };
        waiver.justification = None;
        if let Some(decision) = &mut waiver.decision {
            decision.reason = None;
        }
    }
}
