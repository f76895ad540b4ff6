//! Manning: whether billets are funded, and requests to establish, change or end them, from the office's draft over
//! headquarters' review and the coordinators' answers to the fiscal year in which the change takes effect.
//!
//! Never here: how evidence is computed or a packet is worded. Both are the staffing engine's; a request holds the
//! numbers as they stood when it was submitted.

mod coordination;
mod decision;
mod draft;
mod evidence;
mod funding;
mod packet;
mod request;
mod submission;

pub use coordination::{
    AnswerBilletRequest, BilletRequestAnswered, BilletRequestReturned, BilletRequestReviewed, ReviewBilletRequest,
};
pub use decision::{BilletRequestDecided, BilletRequestWithdrawn, DecideBilletRequest, WithdrawBilletRequest};
pub use draft::{AmendBilletRequest, BilletRequestAmended, BilletRequestDrafted, DraftBilletRequest};
pub use evidence::{DriverBasis, EvidenceDriver, WorkloadEvidence};
pub use funding::{BilletFunded, BilletFunding, FundBillet};
pub use packet::{EditPacket, PacketEdit, PacketEdited, PacketSection};
pub use request::{
    BilletChange, ChangeRequest, CoordinatorAnswer, CoordinatorAsked, RequestDecision, RequestReview, RequestRound,
    RequestStatus, Stamp, Withdrawal,
};
pub(crate) use submission::first_submission;
pub use submission::{BilletRequestSubmitted, SubmitBilletRequest};
