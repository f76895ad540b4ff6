//! Assignment cycles, members' preferences, slates and their coordination; requisitions and how they are filled; waivers.

mod cycle;
mod requisition;
mod slate;
mod slate_commands;
mod waiver;

pub use cycle::{CloseCycle, Cycle, CycleClosed, CycleOpened, OpenCycle, PreferencesSubmitted, SubmitPreferences};
pub(crate) use requisition::forget;
pub use requisition::{
    AcceptNominee, Accepted, Ask, AskAgain, Asked, BoardOpened, ByName, ByNameDeclined, CancelRequisition, Cancelled,
    ConsentAnswered, DeclareNoFill, DeclineByName, DeclineNominee, Deed, DeedKind, ExtendSuspense, GiveConsent, NoFill,
    NoFillDeclared, NominatePerson, NominationWithdrawn, Nominee, NomineeAccepted, NomineeDeclined, NomineeOutcome,
    NomineeSelected, NomineeStanding, NomineeVetted, OpenBoard, OpenRequisition, PersonNominated,
    PersonRequestedByName, ProposeReassignment, Rank, ReassignmentProposed, RecordRecruitmentStep, RecruitmentMark,
    RecruitmentStep, RecruitmentStepRecorded, RefuseConsent, RequestByName, Requisition, RequisitionAskedAgain,
    RequisitionCancelled, RequisitionFacts, RequisitionOpened, RequisitionStatus, SelectNominee, Step,
    SuspenseExtended, VetNominee, Vetter, Vetting, WithdrawNomination,
};
pub use slate::{CostPart, Line, LineDecision, LineStatus, RunnerUp, Slate, SlateLine};
pub use slate_commands::{
    DecideLines, DecidedLine, EndorseLines, EndorsedLine, LinesDecided, LinesEndorsed, ProposeSlate, SlateHeader,
    SlateLinesProposed, SlateProposed, SlateWithdrawn, WithdrawSlate,
};
pub(crate) use waiver::forget_waivers;
pub use waiver::{
    DecideWaiver, RequestWaiver, WaivableRule, Waiver, WaiverAnswer, WaiverDecided, WaiverDecision, WaiverExtent,
    WaiverRequested, WaiverStatus, WaiverWithdrawn, WithdrawWaiver,
};
