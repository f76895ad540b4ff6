//! Requisitions: how one opening is filled. A service nominates and the gaining office accepts; a board vets the
//! nominees for a key billet; a civilian is asked for consent; a recruitment goes step by step. Whatever the way, each
//! requisition says who holds the ball and until when.
//!
//! What lives here: the facts, the one rule that says whose turn is next ([`flow`]), and the commands. Never here: who
//! is eligible (that is the slate's list of rules), or a status that is stored. After acceptance the tour says how far
//! the fill has come.

mod acceptance;
mod again;
mod board;
mod by_name;
mod civilian;
mod facts;
mod flow;
mod nomination;
mod open;
mod recruitment;
mod slated;
mod status;

pub use acceptance::{AcceptNominee, DeclineNominee, NomineeAccepted, NomineeDeclined};
pub use again::{AskAgain, ExtendSuspense, RequisitionAskedAgain, SuspenseExtended};
pub use board::{BoardOpened, NomineeSelected, NomineeVetted, OpenBoard, SelectNominee, VetNominee};
pub use by_name::{ByNameDeclined, DeclineByName, PersonRequestedByName, RequestByName};
pub use civilian::{ConsentAnswered, GiveConsent, ProposeReassignment, ReassignmentProposed, RefuseConsent};
pub use facts::{
    Accepted, Ask, Asked, ByName, Cancelled, Deed, DeedKind, NoFill, Nominee, NomineeOutcome, NomineeStanding, Rank,
    RecruitmentMark, RecruitmentStep, Requisition, Vetter, Vetting,
};
pub use flow::Step;
pub use nomination::{
    DeclareNoFill, NoFillDeclared, NominatePerson, NominationWithdrawn, PersonNominated, WithdrawNomination,
};
pub use open::{CancelRequisition, OpenRequisition, RequisitionCancelled, RequisitionFacts, RequisitionOpened};
pub use recruitment::{RecordRecruitmentStep, RecruitmentStepRecorded};
pub use slated::Slated;
pub use status::RequisitionStatus;

pub(crate) use facts::forget;
pub(super) use flow::after;
pub(super) use open::said;
pub(super) use slated::raise;
