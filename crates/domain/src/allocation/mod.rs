//! Assignment cycles, members' preferences, slates and their coordination; requisitions and how they are filled.

mod amendment;
mod arrival;
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

pub use amendment::{AmendSlate, SlateAmended};
pub use arrival::{
    ArrivalMark, ArrivalPlan, ArrivalStep, ArrivalStepRecorded, PlannedStep, RecordArrivalStep, Responsible,
    plan_arrival,
};
pub use coordination::LineTurn;
pub use cycle::{CloseCycle, Cycle, CycleClosed, CycleOpened, OpenCycle, PreferencesSubmitted, SubmitPreferences};
pub use endorsement::{EndorseLines, EndorsedLine, LinesEndorsed};
pub use publication::{LinesPublished, PublishSlate};
pub(crate) use requisition::forget;
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
pub use scenario::{Overrides, Scenario, ScenarioChange, ScenarioEnd, Taken};
pub use scenario_commands::{
    AdoptScenario, BranchScenario, ChangeScenario, DiscardScenario, LockFinding, ScenarioBranched, ScenarioChanged,
    ScenarioEnded, ScenarioUndone, UndoScenario,
};
pub use shares::{
    ServiceCalendarSet, ServiceLimit, ServiceLimitSet, ServiceShare, SetServiceCalendar, SetServiceLimit,
};
pub use slate::{Amendment, CostPart, Endorsement, Line, LineDecision, LineStatus, RunnerUp, Slate, SlateLine};
pub use slate_commands::{
    DecideLines, DecidedLine, LinesDecided, ProposeSlate, SlateHeader, SlateLinesProposed, SlateProposed,
    SlateWithdrawn, WithdrawSlate,
};
