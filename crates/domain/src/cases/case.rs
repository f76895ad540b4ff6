//! What is held of a case. Everything that can be derived from its milestones, holds and lines is derived.

use serde::{Deserialize, Serialize};

use super::{
    CaseHolder, CaseLetter, CaseNotification, CaseNumber, CasePhase, CasePortal, Execution, ExecutionSource, Milestone,
    MilestoneOrder,
};
use crate::kernel::{AccountId, CountryId, Date, OfficeId, PersonId, Text};

/// What kind of case it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    /// Named items in named quantities.
    DefinedOrder,
    /// Orders up to a value.
    BlanketOrder,
    /// A cooperative logistics supply support arrangement (CLSSA).
    SupplySupport,
    /// A pseudo-LOA for building partner capacity (BPC): the purchaser is a US program.
    PseudoLoa,
}

/// The group that the time goal goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[allow(missing_docs, reason = "the letters are the names")]
pub enum GoalCategory {
    A,
    B,
    C,
    D,
}

impl GoalCategory {
    /// Its letter.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// What a line buys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineClass {
    /// Major defense equipment.
    MajorEquipment,
    /// Other articles.
    Articles,
    /// Services.
    Services,
    /// Training.
    Training,
    /// Design and construction.
    Construction,
}

/// A line of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseLine {
    /// Its number, from 1: printed `001`.
    #[schema(minimum = 1, maximum = 999)]
    pub line: u16,
    /// What it buys.
    pub title: Text,
    /// What sort of thing that is.
    pub class: LineClass,
    /// How many; 1 for services.
    #[schema(minimum = 1)]
    pub quantity: u32,
    /// Its value, US cents.
    #[schema(minimum = 0)]
    pub value_cents: i64,
}

/// How a letter of request was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LorAssessment {
    /// It can be acted on, though parts are to come.
    Actionable,
    /// It is complete.
    Complete,
    /// It cannot be acted on: the purchaser is asked for what is missing.
    Insufficient,
}

/// An assessment of the letter of request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// The day.
    pub on: Date,
    /// What was found.
    pub found: LorAssessment,
    /// What is missing, as a sentence; empty where nothing is.
    pub missing: Text,
}

/// A milestone as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// Which milestone.
    pub milestone: Milestone,
    /// The day it was reached.
    pub on: Date,
    /// Who recorded it; a system of record or the installation where absent.
    pub by: Option<AccountId>,
    /// The correction that replaced or withdrew it; few milestones have one.
    pub corrected: Option<Box<Correction>>,
}

/// A recorded correction of a milestone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The day recorded before.
    pub was: Date,
    /// Whether the milestone was withdrawn: it was never reached.
    pub withdrawn: bool,
    /// Why; names no person.
    pub reason: Text,
    /// The day of the correction.
    pub on: Date,
    /// Who corrected.
    pub by: Option<AccountId>,
}

/// A hold: while one is approved and in force, the clock to the offer stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Who asked for it: an organisation, never a person.
    pub requester: Text,
    /// Why; names no person.
    pub justification: Text,
    /// Its first day.
    pub from: Date,
    /// The day by which it is to end.
    pub until: Option<Date>,
    /// Who placed it.
    pub by: Option<AccountId>,
    /// What was decided on it.
    pub decision: Option<HoldDecision>,
    /// The day it was lifted.
    pub lifted: Option<Date>,
}

/// What was decided on a hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldDecision {
    /// Whether it was approved.
    pub approved: bool,
    /// The day.
    pub on: Date,
    /// Who decided; a system of record or the installation where absent.
    pub by: Option<AccountId>,
}

impl Hold {
    /// Whether it was approved and is not lifted before or on this day.
    pub fn is_in_force(&self, day: Date) -> bool {
        let approved = self.decision.as_ref().is_some_and(|decision| decision.approved);
        approved && self.from <= day && self.lifted.is_none_or(|lifted| day < lifted)
    }
}

macro_rules! delay_reasons {
    ($($variant:ident $title:literal;)*) => {
        /// Why an offer takes longer: the ten reasons of the Security Assistance Management Manual.
        // Source: SAMM figure C5.F13, by domain facts §5.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum DelayReason { $(#[doc = $title] $variant,)* }

        impl DelayReason {
            /// Every reason with its title.
            pub const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $title),)*];

            /// What it says.
            pub fn title(self) -> &'static str {
                Self::ALL[self as usize].1
            }
        }
    };
}

delay_reasons! {
    FirstArticle "First-time article";
    FirstPurchaser "First-time purchaser";
    Engineering "Engineering, integration or special acquisition";
    SystemDiffers "System differs from the US one";
    Release "Release or disclosure coordination";
    Pricing "Complex pricing";
    Coordination "Extraordinary coordination";
    Requirements "Incomplete or changing requirements";
    Funding "Funding";
    Other "Other";
}

/// A reason for delay, as it was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delay {
    /// Which reason.
    pub reason: DelayReason,
    /// Since when.
    pub since: Date,
    /// In words; names no person.
    pub note: Text,
}

/// A version of the letter of offer and acceptance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Changes the scope; the purchaser accepts it.
    Amendment,
    /// Changes what needs no acceptance.
    Modification,
    /// The basic offer written anew before acceptance.
    Restatement,
    /// An offer answered by another.
    Counteroffer,
    /// A cancelled offer taken up again.
    Reactivation,
}

/// A document after the basic offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseDocument {
    /// What kind.
    pub kind: DocumentKind,
    /// The how-manieth of its kind, from 1.
    pub number: u16,
    /// The day it took effect.
    pub on: Date,
    /// By how much it changed the case's value, US cents.
    pub change_cents: i64,
}

/// Something said about a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNote {
    /// The day.
    pub on: Date,
    /// Who wrote it.
    pub by: Option<AccountId>,
    /// The words; name no person.
    pub words: Text,
}

/// A foreign military sales case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its identifier.
    pub number: CaseNumber,
    /// The country that its purchaser code belongs to.
    pub country: CountryId,
    /// The office of the implementing agency that works it.
    pub office: OfficeId,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The group that its time goal goes by.
    pub category: GoalCategory,
    /// What is bought, in short.
    pub title: Text,
    /// The day the letter of request was received.
    pub lor: Date,
    /// What was found of the letter of request, latest last.
    pub assessed: Vec<Assessed>,
    /// Milestones in the order in which they were recorded.
    pub milestones: Vec<Reached>,
    /// Holds in the order in which they were placed.
    pub holds: Vec<Hold>,
    /// Reasons for delay.
    pub delays: Vec<Delay>,
    /// Lines as they stand.
    pub lines: Vec<CaseLine>,
    /// The track beside the milestones: notification of Congress.
    pub notification: CaseNotification,
    /// The day the offer expires, where one was set.
    pub expires: Option<Date>,
    /// Documents after the basic offer.
    pub documents: Vec<CaseDocument>,
    /// Who manages it.
    pub manager: Option<PersonId>,
    /// Since when.
    pub managed_since: Option<Date>,
    /// Who managed it before, each once, the latest last.
    #[serde(default)]
    pub managed_before: Vec<PersonId>,
    /// What was said about it, latest last.
    pub notes: Vec<CaseNote>,
    /// Correspondence, in the order of registration.
    #[serde(default)]
    pub letters: Vec<CaseLetter>,
    /// What its purchaser was told and asked.
    pub portal: CasePortal,
    /// What was recorded of its execution.
    #[serde(default)]
    pub execution: Execution,
    /// The systems of record that last said something of its execution.
    #[serde(default)]
    pub execution_sources: Vec<ExecutionSource>,
    /// The system of record that reported it; `None` where it was opened here.
    pub source: Option<Text>,
}

impl Case {
    /// The milestones that count, as recorded.
    fn counting(&self) -> impl Iterator<Item = &Reached> {
        let withdrawn = |one: &Reached| one.corrected.as_ref().is_some_and(|correction| correction.withdrawn);
        self.milestones.iter().filter(move |one| !withdrawn(one))
    }

    /// The milestones that count, in the order in which they were reached: by day, then as recorded.
    pub fn reached(&self) -> Vec<&Reached> {
        let mut all: Vec<&Reached> = self.counting().collect();
        all.sort_by_key(|one| one.on);
        all
    }

    /// The last milestone reached by a day. Of several on one day the one recorded last: `max_by_key` keeps the last.
    pub fn last_reached(&self, day: Date) -> Option<&Reached> {
        self.counting().filter(|one| one.on <= day).max_by_key(|one| one.on)
    }

    /// The step that the case stands at on a day: the last milestone, or where that took it back to.
    pub fn stands_at(&self, day: Date) -> Option<Milestone> {
        self.last_reached(day).map(|one| one.milestone.stands_at())
    }

    /// Since when it stands there.
    pub fn since(&self, day: Date) -> Date {
        self.last_reached(day).map_or(self.lor, |one| one.on)
    }

    /// The first day on which a milestone was reached, the latest time the case came to it.
    pub fn day_of(&self, milestone: Milestone) -> Option<Date> {
        self.counting().filter(|one| one.milestone == milestone).map(|one| one.on).max()
    }

    /// Where it stands on a day.
    pub fn phase(&self, day: Date) -> CasePhase {
        self.last_reached(day).map_or(CasePhase::LorProcessing, |one| one.milestone.definition().phase)
    }

    /// The next step that it has to pass; none once it is over.
    pub fn next(&self, day: Date) -> Option<Milestone> {
        if self.phase(day).is_over() { None } else { Milestone::next(self.stands_at(day)) }
    }

    /// The hold in force on a day.
    pub fn held_by(&self, day: Date) -> Option<&Hold> {
        self.holds.iter().find(|hold| hold.is_in_force(day))
    }

    /// Who works it on a day, while it is not over. A letter of request that cannot be acted on is the purchaser's.
    pub fn holder(&self, day: Date) -> Option<CaseHolder> {
        let phase = self.phase(day);
        if phase.is_over() {
            return None;
        }
        let insufficient = |one: &Assessed| one.found == LorAssessment::Insufficient;
        if phase == CasePhase::LorProcessing
            && self.assessed.iter().rfind(|one| one.on <= day).is_some_and(insufficient)
        {
            return Some(CaseHolder::Purchaser);
        }
        Some(self.last_reached(day).map_or(CaseHolder::Agency, |one| one.milestone.definition().holder))
    }

    /// Gives it to another manager, and remembers who had it.
    pub(super) fn manage(&mut self, before: Option<PersonId>, now: Option<PersonId>) {
        if let Some(before) = before.filter(|before| Some(*before) != now) {
            self.managed_before.retain(|person| *person != before);
            self.managed_before.push(before);
        }
        self.manager = now;
    }

    /// Its value, US cents.
    pub fn value_cents(&self) -> i64 {
        self.lines.iter().map(|line| line.value_cents).sum()
    }

    /// The value of its lines of a class, US cents.
    pub fn value_of(&self, class: LineClass) -> i64 {
        self.lines.iter().filter(|line| line.class == class).map(|line| line.value_cents).sum()
    }

    /// How often the way to the offer was taken back to an earlier step.
    pub fn reworked(&self) -> usize {
        let back = |one: &&Reached| one.milestone.definition().order == MilestoneOrder::Back;
        self.counting().filter(back).count()
    }
}
