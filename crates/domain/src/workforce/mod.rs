//! Billets, the people who fill them, and their tours.

mod billet;
mod billet_commands;
mod contradiction;
mod manning;
mod person;
mod qualification;
mod report;
mod rules;
mod tour;
mod tour_commands;

pub use billet::{
    ApprovedGap, Billet, BilletTerms, Coordinator, FillMode, FunctionalArea, FundingSource, OverlapAuthorisation,
    ScCode, ServiceCoding, Support, Supported, TourLength,
};
pub use billet_commands::{
    ApproveGap, AuthoriseBillet, AuthoriseOverlap, BilletAuthorised, BilletChanged, BilletEnded, ChangeBillet,
    EndBillet, GapApproved, OverlapAuthorised,
};
pub use contradiction::{Contradiction, ContradictionKind, ContradictionNoted};
pub use manning::{
    AmendBilletRequest, AnswerBilletRequest, Asked, BilletChange, BilletFunded, BilletFunding, BilletRequestAmended,
    BilletRequestAnswered, BilletRequestDecided, BilletRequestDrafted, BilletRequestReturned, BilletRequestReviewed,
    BilletRequestSubmitted, BilletRequestWithdrawn, ChangeRequest, CoordinatorAnswer, DecideBilletRequest,
    DraftBilletRequest, EditPacket, EvidenceDriver, FundBillet, PacketEdit, PacketEdited, PacketSection,
    RequestDecision, RequestReview, RequestRound, RequestStatus, ReviewBilletRequest, Stamp, SubmitBilletRequest,
    WithdrawBilletRequest, Withdrawal, WorkloadEvidence,
};
pub use person::{
    ErasePerson, FamilyFacts, Person, PersonErased, PersonFacts, PersonRegistered, PersonUpdated, PersonalFacts,
    RegisterPerson, UpdatePerson,
};
pub use qualification::{Certificate, CertificateLevel, Clearance, ClearanceHeld, LanguageRequirement, LanguageScore};
pub use report::{ReportBillet, ReportPerson, ReportTour};
pub use rules::{section_515_billets, section_515_limit};
pub use tour::{
    Curtailment, CurtailmentReason, Extension, Incumbency, Tour, TourArrived, TourCancelled, TourCurtailed,
    TourDeparted, TourExtended, TourOrdered, TourPlanned, TourReported, TourStatus,
};
pub use tour_commands::{CancelTour, CurtailTour, ExtendTour, OrderTour, PlanTour, RecordArrival, RecordDeparture};
