//! Augmentation: people present at an office for a time without a billet there. Present, never assigned, never strength,
//! never slated. What each kind may be, for how long, under whose control and from which money stands here once.

mod commands;

use serde::{Deserialize, Serialize};

pub use commands::{AugmentOffice, AugmentationEnded, EndAugmentation, OfficeAugmented};

use super::FundingSource;
use crate::kernel::{Date, OfficeId, Period, PersonId, Text};
use crate::policy::Lever;

/// When a kind of augmentation needs tactical control (TACON) over the office to be recorded on its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tacon {
    /// Never: somebody else's authority covers the person.
    Never,
    /// For a team: more than one person who is not on record.
    Teams,
    /// Always.
    Always,
}

/// What a kind of augmentation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct AugmentationDefinition {
    /// Which kind.
    pub kind: AugmentationKind,
    /// The name people use.
    pub title: &'static str,
    /// Whether it may name a person of the workforce; otherwise it is a number of people who are not on record.
    pub names_people: bool,
    /// When tactical control must be recorded.
    pub tacon: Tacon,
    /// The lever that limits its days.
    pub days: Lever,
    /// What it means.
    pub meaning: &'static str,
    /// Where that comes from.
    pub source: &'static str,
}

macro_rules! kinds {
    ($($variant:ident $title:literal $names:literal $tacon:ident $days:ident $source:literal, $doc:literal;)*) => {
        /// A kind of augmentation.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum AugmentationKind { $(#[doc = $doc] $variant,)* }

        impl AugmentationKind {
            /// Every kind.
            pub const ALL: &'static [AugmentationDefinition] = &[$(AugmentationDefinition {
                kind: Self::$variant, title: $title, names_people: $names, tacon: Tacon::$tacon, days: Lever::$days,
                meaning: $doc, source: $source,
            }),*];

            /// What it is.
            pub fn definition(self) -> AugmentationDefinition {
                Self::ALL[self as usize]
            }
        }
    };
}

kinds! {
    TemporaryDuty "Temporary duty" true Teams TemporaryDutyDays "facts §3; Joint Travel Regulations", "Somebody sent to work at the office for a time.";
    ReserveOrders "Reserve orders" true Never ReserveOrdersDays "facts §3; 10 U.S.C. 12301(d)", "A reservist on orders at the office.";
    GuardBilateral "Guard bilateral affairs officer" true Never GuardBilateralDays "facts §3; 10 U.S.C. 341 (State Partnership Program)", "An officer of the National Guard who works for the partnership of a state with the country.";
    Contractor "Contractor" false Never ContractorDays "facts §3", "People of a contractor who work in the office.";
    TrainingTeam "Training team" false Always TrainingTeamDays "facts §2 (TACON for temporary teams), §3", "A team that trains the partner's forces for a time.";
}

macro_rules! purposes {
    ($($variant:ident $title:literal;)*) => {
        /// What money for people present for a time is spent on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum AugmentationPurpose { $(#[doc = $title] $variant,)* }

        impl AugmentationPurpose {
            /// The name people use.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

purposes! {
    SecurityAssistance "Security assistance administration";
    CaseWork "Work for one foreign military sale";
    CapacityBuilding "Building partner capacity under title 10";
    BilateralAffairs "State partnership";
    CommandSupport "The command's own operations";
}

/// Money that may pay for a kind of augmentation, and for what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct AugmentationFunding {
    /// For which kind.
    pub kind: AugmentationKind,
    /// The money.
    pub funding: FundingSource,
    /// What it may be spent on.
    pub purpose: AugmentationPurpose,
    /// Why it may.
    pub why: &'static str,
    /// Where that comes from.
    pub source: &'static str,
}

macro_rules! funding {
    ($($kind:ident $funding:ident $purpose:ident $why:literal, $source:literal;)*) => {
        /// Which money may pay for whom, and why. What is not on the list is refused.
        pub const AUGMENTATION_FUNDING: &[AugmentationFunding] = &[$(AugmentationFunding {
            kind: AugmentationKind::$kind,
            funding: FundingSource::$funding,
            purpose: AugmentationPurpose::$purpose,
            why: $why,
            source: $source,
        }),*];
    };
}

funding! {
    TemporaryDuty OperationsMaintenance CommandSupport "A command pays the travel of people it sends for its own work.", "Joint Travel Regulations (unconfirmed in detail)";
    TemporaryDuty FmsAdministrative SecurityAssistance "The administrative surcharge pays for running security assistance.", "22 U.S.C. 2761(e), 2792; SAMM C9";
    TemporaryDuty FmfAdministrative SecurityAssistance "FMF administrative funds pay for running grant assistance.", "22 U.S.C. 2763 (unconfirmed in detail)";
    TemporaryDuty CaseFunded CaseWork "Work beyond the standard level of service is a line of the case.", "DSCA 06-25 (facts §5)";
    TemporaryDuty Title10Program CapacityBuilding "Program funds pay for carrying out the program.", "10 U.S.C. 333 (unconfirmed in detail)";
    ReserveOrders MilitaryPay CommandSupport "Reservists on active duty are paid from the military personnel account.", "10 U.S.C. 12301(d) (unconfirmed in detail)";
    ReserveOrders OperationsMaintenance CommandSupport "A command pays the travel of reservists it asked for.", "our assumption (unconfirmed)";
    ReserveOrders FmsAdministrative SecurityAssistance "The administrative surcharge pays for reservists who run security assistance.", "SAMM C9 (unconfirmed)";
    GuardBilateral MilitaryPay BilateralAffairs "A Guard officer on active duty is paid from the military personnel account.", "10 U.S.C. 341 (unconfirmed in detail)";
    GuardBilateral OperationsMaintenance BilateralAffairs "Operation and maintenance funds pay for partnership work.", "10 U.S.C. 341 (unconfirmed in detail)";
    Contractor FmsAdministrative SecurityAssistance "The administrative surcharge pays for running security assistance.", "22 U.S.C. 2792; SAMM C9";
    Contractor CaseFunded CaseWork "Contractors who serve one sale are paid by its case line.", "SAMM C9 (unconfirmed in detail)";
    Contractor OperationsMaintenance CommandSupport "A command pays contractors for its own work.", "our assumption (unconfirmed)";
    Contractor Title10Program CapacityBuilding "Program funds pay for carrying out the program.", "10 U.S.C. 333 (unconfirmed in detail)";
    TrainingTeam CaseFunded CaseWork "The partner buys the team by a line of a case.", "SAMM C10";
    TrainingTeam Title10Program CapacityBuilding "Program funds pay for training under the program.", "10 U.S.C. 333";
}

/// Who is present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Augmenting {
    /// Somebody of the workforce.
    Person(PersonId),
    /// So many people who are not on record.
    People(u8),
}

impl Augmenting {
    /// The person of the workforce, if it names one.
    pub fn person(self) -> Option<PersonId> {
        if let Self::Person(person) = self { Some(person) } else { None }
    }

    /// How many people.
    pub fn heads(self) -> u8 {
        if let Self::People(heads) = self { heads } else { 1 }
    }
}

/// People present at an office for a time without a billet there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Augmentation {
    /// At which office.
    pub office: OfficeId,
    /// Of which kind.
    pub kind: AugmentationKind,
    /// Who.
    pub who: Augmenting,
    /// From when until when it was decided for.
    pub period: Period,
    /// The orders, contract or request it rests on; names no person.
    pub document: Text,
    /// The money that pays for it.
    pub funding: FundingSource,
    /// What the money is spent on.
    pub purpose: AugmentationPurpose,
    /// The day it was recorded.
    pub decided: Date,
    /// The first day after it, if it ended early.
    pub ended: Option<Date>,
}

impl Augmentation {
    /// Its days; `None` if it ended before it began.
    pub fn days(&self) -> Option<Period> {
        self.ended.map_or(Some(self.period), |on| self.period.ended(on))
    }

    /// Whether it holds on the day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.days().is_some_and(|days| days.contains(day))
    }
}
