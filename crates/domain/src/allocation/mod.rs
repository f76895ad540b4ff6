//! Assignment cycles, members' preferences, slates and their coordination; requisitions and how they are filled; waivers.

mod amendment;
mod arrival;
mod ballot;
mod coordination;
mod cycle;
mod endorsement;
mod publication;
mod requisition;
mod scenario;
mod scenario_commands;
mod shares;
mod slate;
mod slate_commands;
mod waiver;

pub use amendment::{AmendSlate, SlateAmended};
pub use arrival::{
    ArrivalMark, ArrivalPlan, ArrivalStep, ArrivalStepRecorded, PlannedStep, RecordArrivalStep, Responsible,
    plan_arrival,
};
pub(crate) use ballot::first_preferences;
pub use ballot::{
    Ballot, BallotSet, BallotTerms, CandidateRank, CandidatesRanked, CoupleDeclared, DeclareCouple, FavouritesKept,
    ImportRanking, KeepFavourites, OfficeRanking, PreferencesSubmitted, RankCandidates, Ranking, RankingImported,
    RankingOrigin, SetBallot, SubmitPreferences,
};
pub use coordination::LineTurn;
pub use cycle::{CloseCycle, Cycle, CycleClosed, CycleOpened, OpenCycle};
pub use endorsement::{EndorseLines, EndorsedLine, LinesEndorsed};
pub use publication::{LinesPublished, PublishSlate};
pub use requisition::{
    AcceptNominee, Accepted, Ask, AskAgain, Asked, BoardOpened, ByName, ByNameDeclined, CancelRequisition, Cancelled,
    ConsentAnswered, DeclareNoFill, DeclineByName, DeclineNominee, Deed, DeedKind, ExtendSuspense, GiveConsent, NoFill,
    NoFillDeclared, NominatePerson, NominationWithdrawn, Nominee, NomineeAccepted, NomineeDeclined, NomineeOutcome,
    NomineeSelected, NomineeStanding, NomineeVetted, OpenBoard, OpenRequisition, PersonNominated,
    PersonRequestedByName, ProposeReassignment, Rank, ReassignmentProposed, RecordRecruitmentStep, RecruitmentMark,
    RecruitmentStep, RecruitmentStepRecorded, RefuseConsent, RequestByName, Requisition, RequisitionAskedAgain,
    RequisitionCancelled, RequisitionFacts, RequisitionOpened, RequisitionStatus, SelectNominee, Slated, Step,
    SuspenseExtended, VetNominee, Vetter, Vetting, WithdrawNomination,
};
pub use scenario::{Membership, Overrides, Scenario, ScenarioChange, ScenarioEnd};
pub use scenario_commands::{
    AdoptScenario, BranchScenario, ChangeScenario, DiscardScenario, LockFinding, ScenarioBranched, ScenarioChanged,
    ScenarioEnded, ScenarioUndone, UndoScenario,
};
pub use shares::{
    ServiceCalendarSet, ServiceLimit, ServiceLimitSet, ServiceShare, SetServiceCalendar, SetServiceLimit,
};
pub use slate::{
    Amendment, CostPart, Endorsement, Line, LineDecision, LineStatus, RunnerUp, Slate, SlateLine, SlateMethod,
};
pub use slate_commands::{
    DecideLines, DecidedLine, LinesDecided, ProposeSlate, SlateHeader, SlateLinesProposed, SlateProposed,
    SlateWithdrawn, WithdrawSlate,
};
pub(crate) use waiver::forget_waivers;
pub use waiver::{
    DecideWaiver, RequestWaiver, WaivableRule, Waiver, WaiverAnswer, WaiverDecided, WaiverDecision, WaiverExtent,
    WaiverRequested, WaiverStatus, WaiverWithdrawn, WithdrawWaiver,
};

/// Forgets what an erased person's key sealed in requisitions and on ballots.
pub(crate) fn forget(world: &mut crate::World, person: crate::PersonId, at: crate::Position) {
    requisition::forget(world, person, at);
    ballot::forget(world, person, at);
}
