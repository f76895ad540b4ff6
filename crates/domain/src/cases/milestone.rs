//! The milestones of a case, once: order, code, the phase each begins, who works the step that follows, and the plain name
//! that a purchaser may be shown. Everything that speaks of milestones is derived from this list.

use serde::{Deserialize, Serialize};

/// Where a case stands; derived from its milestones, never stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CasePhase {
    /// A letter of request is there and is being processed.
    LorProcessing,
    /// The data of the offer are developed.
    DataDevelopment,
    /// The offer is written.
    Writing,
    /// The written offer is reviewed.
    Review,
    /// State reviews, then the offer is countersigned.
    StateReview,
    /// The purchaser has the offer.
    Offered,
    /// Accepted; the initial deposit and the implementation are to come.
    Accepted,
    /// Implemented: what was bought is delivered and billed.
    Executing,
    /// Supplies and services are complete.
    SupplyComplete,
    /// Closed but for a suspense account.
    InterimClosed,
    /// Closed.
    Closed,
    /// Cancelled.
    Cancelled,
}

impl CasePhase {
    /// Every phase, in order.
    pub const ALL: [Self; 12] = [
        Self::LorProcessing,
        Self::DataDevelopment,
        Self::Writing,
        Self::Review,
        Self::StateReview,
        Self::Offered,
        Self::Accepted,
        Self::Executing,
        Self::SupplyComplete,
        Self::InterimClosed,
        Self::Closed,
        Self::Cancelled,
    ];

    /// Whether the clock to the offer runs in it.
    pub fn is_before_offer(self) -> bool {
        self < Self::Offered
    }

    /// Whether it is accepted and supplies and services are not complete.
    pub fn is_in_execution(self) -> bool {
        matches!(self, Self::Accepted | Self::Executing)
    }

    /// Whether there is an execution to follow: from acceptance until the case is closed.
    pub fn has_execution(self) -> bool {
        (Self::Accepted..Self::Closed).contains(&self)
    }

    /// Whether nothing is left to do.
    pub fn is_over(self) -> bool {
        self >= Self::Closed
    }
}

/// Who works a step. Only some are pools of the workforce: staffing moves nothing with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CaseHolder {
    /// The security cooperation office in the purchaser's country.
    Sco,
    /// The implementing agency's case managers.
    Agency,
    /// DSCA's case writers.
    CaseWriters,
    /// DSCA's country program managers.
    ProgramManagers,
    /// The Department of State.
    State,
    /// Congress.
    Congress,
    /// Industry.
    Industry,
    /// The purchaser.
    Purchaser,
}

impl CaseHolder {
    /// Whether the pool is part of the workforce, so that staffing can change its pace.
    pub fn is_workforce(self) -> bool {
        matches!(self, Self::Sco | Self::Agency | Self::CaseWriters | Self::ProgramManagers)
    }
}

/// How a milestone stands in the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MilestoneOrder {
    /// Every case passes it, in its place.
    Step,
    /// A case may pass it, in its place.
    Optional,
    /// It takes the case back to what follows an earlier step.
    Back,
    /// It ends the case from wherever it is.
    End,
}

/// What a milestone means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct MilestoneDefinition {
    /// Which milestone.
    pub milestone: Milestone,
    /// Its code in the system of record, or ours where there is none.
    pub code: &'static str,
    /// What it says, as a title.
    pub title: &'static str,
    /// How it stands in the order.
    pub order: MilestoneOrder,
    /// The phase that a case is in once it is reached.
    pub phase: CasePhase,
    /// The step at which a case stands once it is reached: itself, or the earlier one that it takes the case back to.
    pub stands_at: Milestone,
    /// Who works the step that follows.
    pub holder: CaseHolder,
    /// What a purchaser reads where it is shown to purchasers.
    pub plain: &'static str,
}

macro_rules! milestones {
    ($($variant:ident $code:literal $title:literal $order:ident $phase:ident $holder:ident $plain:literal;)*) => {
        /// A milestone of a case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Milestone { $(#[doc = $title] $variant,)* }

        impl Milestone {
            /// Every milestone; those with a place in the order stand in it.
            pub const ALL: &'static [MilestoneDefinition] = &[$(MilestoneDefinition {
                milestone: Self::$variant, code: $code, title: $title, order: MilestoneOrder::$order,
                phase: CasePhase::$phase, stands_at: Self::$variant.stands_at(), holder: CaseHolder::$holder, plain: $plain,
            },)*];

            /// What it means.
            pub fn definition(self) -> &'static MilestoneDefinition {
                &Self::ALL[self as usize]
            }
        }
    };
}

// Codes and order: domain facts §5. Steps without a code there have one of ours. Who works a step: facts §5 names the
// kinds of holder; which step is whose is our reading (unconfirmed).
milestones! {
    Initiated "CASEINIT" "Case initiated" Step LorProcessing Agency "Request registered";
    DevelopmentStatus "DSTATUS" "Request can be acted on; development begins" Step DataDevelopment Agency "Request accepted for development";
    CaseAssigned "CASEASGN" "Assigned for development" Step DataDevelopment Agency "Work on the offer has begun";
    CaseReturned "CASERETD" "Development data returned" Step DataDevelopment Agency "Offer data gathered";
    StageOneSent "S1SENT" "Development data sent for acceptance" Step DataDevelopment Agency "Offer data under check";
    StageOneAccepted "S1ACCEPT" "Development data accepted" Step DataDevelopment Agency "Offer data complete";
    AgencyApproved "MILAP" "Approved by the implementing agency" Step Writing CaseWriters "Offer approved for writing";
    WriterAssigned "CWDASGN" "Assigned to a case writer" Step Writing CaseWriters "Offer being written";
    WritingStarted "CWDSTART" "Writing begun" Step Writing CaseWriters "Offer being written";
    WriterReturned "CWDRETD" "Draft returned by the case writer" Optional Writing Agency "Offer being written";
    WritingStatus "WSTATUS" "In writing status" Step Writing CaseWriters "Offer being written";
    WritingComplete "WRITECOMP" "Writing complete" Step Review ProgramManagers "Offer written";
    ReviewStatus "RSTATUS" "In review status" Step Review ProgramManagers "Offer under review";
    ProgramWait "BPCWAIT" "Waits for its program's authority (building partner capacity)" Optional Review ProgramManagers "Offer under review";
    ProgramReviewed "CPMREV" "Reviewed by the country program manager" Step Review Agency "Offer under review";
    AgencySigned "MILSGN" "Signed by the implementing agency" Step Review CaseWriters "Offer signed by the agency";
    WriterApproved "CWDAPPRV" "Approved by case writing" Step Review CaseWriters "Offer approved";
    ProposedStatus "PSTATUS" "In proposed status" Step Review ProgramManagers "Offer approved";
    StateListed "STLST" "On the list to State" Step StateReview State "Final government review";
    StateApproved "STAPPR" "Approved by State" Step StateReview ProgramManagers "Final government review";
    Countersigned "CSIGN" "Countersigned" Step StateReview ProgramManagers "Ready to be offered";
    Offered "OFFER" "Offered to the purchaser" Step Offered Purchaser "Offer sent to you";
    Accepted "ACCEPT" "Accepted by the purchaser" Step Accepted Purchaser "Offer accepted by you";
    Deposited "DEPOSIT" "Initial deposit received" Step Accepted Agency "Initial deposit received";
    Implemented "IMPL" "Implemented" Step Executing Agency "Case under way";
    SupplyComplete "SSC" "Supplies and services complete" Step SupplyComplete Agency "Deliveries complete";
    InterimClosed "ICLOSE" "Closed, with a suspense account" Optional InterimClosed Agency "Closed for now";
    Closed "CLOSE" "Closed" Step Closed Agency "Closed";
    DevelopmentReactivated "DREACT" "Back into development" Back DataDevelopment Agency "Back into development";
    AgencyReactivated "MILREACT" "Back to the implementing agency" Back DataDevelopment Agency "Back into development";
    Cancelled "CANCEL" "Cancelled" End Cancelled Agency "Cancelled";
}

impl Milestone {
    /// The milestone of this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.iter().find(|one| one.code == code).map(|one| one.milestone)
    }

    /// The step that a case stands at once this is recorded: itself, or the earlier one that it goes back to.
    pub const fn stands_at(self) -> Self {
        match self {
            Self::DevelopmentReactivated => Self::DevelopmentStatus,
            Self::AgencyReactivated => Self::StageOneAccepted,
            other => other,
        }
    }

    /// The steps with a place in the order that come after this one (all, after none).
    pub fn after(reached: Option<Self>) -> impl Iterator<Item = &'static MilestoneDefinition> {
        let ordered = |one: &&MilestoneDefinition| matches!(one.order, MilestoneOrder::Step | MilestoneOrder::Optional);
        Self::ALL.iter().filter(ordered).filter(move |one| reached.is_none_or(|at| one.milestone > at))
    }

    /// The next step that every case passes after this one.
    pub fn next(reached: Option<Self>) -> Option<Self> {
        Self::after(reached).find(|one| one.order == MilestoneOrder::Step).map(|one| one.milestone)
    }
}
