//! Billets, the people who fill them, and their tours.

mod augmentation;
mod billet;
mod billet_commands;
mod contradiction;
mod diversion;
mod manning;
mod person;
mod qualification;
mod report;
mod rules;
mod sending;
mod tour;
mod tour_commands;
mod whereabouts;

pub use augmentation::{
    AUGMENTATION_FUNDING, AugmentOffice, Augmentation, AugmentationDefinition, AugmentationEnded, AugmentationFunding,
    AugmentationKind, AugmentationPurpose, Augmenting, EndAugmentation, OfficeAugmented, Tacon,
};
pub use billet::{
    ApprovedGap, Billet, BilletTerms, Coordinator, FillMode, FunctionalArea, FundingSource, OverlapAuthorisation,
    ScCode, ServiceCoding, Support, Supported, TourLength,
};
pub use billet_commands::{
    ApproveGap, AuthoriseBillet, AuthoriseOverlap, BilletAuthorised, BilletChanged, BilletEnded, ChangeBillet,
    EndBillet, GapApproved, OverlapAuthorised,
};
pub use contradiction::{
    Contradiction, ContradictionKind, ContradictionNoted, ContradictionsSettled, Noted, Outcome, RowKey, Standing,
    Step, Taken,
};
pub(crate) use contradiction::{note, settle};
pub use diversion::{Diversion, DiversionEnded, DivertPerson, EndDiversion, PersonDiverted};
pub(crate) use manning::first_submission;
pub use manning::{
    AmendBilletRequest, AnswerBilletRequest, BilletChange, BilletFunded, BilletFunding, BilletRequestAmended,
    BilletRequestAnswered, BilletRequestDecided, BilletRequestDrafted, BilletRequestReturned, BilletRequestReviewed,
    BilletRequestSubmitted, BilletRequestWithdrawn, ChangeRequest, CoordinatorAnswer, CoordinatorAsked,
    DecideBilletRequest, DraftBilletRequest, DriverBasis, EditPacket, EvidenceDriver, FundBillet, PacketEdit,
    PacketEdited, PacketSection, RequestDecision, RequestReview, RequestRound, RequestStatus, ReviewBilletRequest,
    Stamp, SubmitBilletRequest, WithdrawBilletRequest, Withdrawal, WorkloadEvidence,
};
pub use person::{
    ErasePerson, FamilyFacts, Person, PersonErased, PersonFacts, PersonRegistered, PersonUpdated, PersonalFacts,
    RegisterPerson, UpdatePerson,
};
pub use qualification::{Certificate, CertificateLevel, Clearance, ClearanceHeld, LanguageRequirement, LanguageScore};
pub(crate) use report::still_holds;
pub use report::{ReportBillet, ReportPerson, ReportTour};
pub use rules::{section_515_billets, section_515_limit};
pub use tour::{
    Curtailment, CurtailmentReason, Extension, Incumbency, Tour, TourArrived, TourCancelled, TourCurtailed,
    TourDeparted, TourExtended, TourOrdered, TourPlanned, TourReported, TourStatus,
};
pub(crate) use tour_commands::tour_subject;
pub use tour_commands::{CancelTour, CurtailTour, ExtendTour, OrderTour, PlanTour, RecordArrival, RecordDeparture};
pub use whereabouts::{Duty, Whereabouts, whereabouts};
