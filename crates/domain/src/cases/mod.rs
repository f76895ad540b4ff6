//! Foreign military sales cases: what is held of them, how they move from a letter of request to closure, and what refuses
//! to move them.
//!
//! Phase, holder, next step, clock and expiry are derived. What a system of record says happened is taken as it is; how it
//! departs from the rules is derived too ([`Case::deviations`]). No text held here names a person.

mod case;
mod clock;
mod conformance;
mod correspondence;
mod execution;
mod holds;
mod milestone;
mod notification;
mod number;
mod offer;
mod open;
mod progress;
mod purchaser;
mod report;
mod sight;
mod update;
mod watch;
mod work;

pub use case::{
    Assessed, Case, CaseDocument, CaseKind, CaseLine, CaseNote, Correction, Delay, DelayReason, DocumentKind,
    GoalCategory, Hold, HoldDecision, LineClass, LorAssessment, Reached,
};
pub use clock::OfferClock;
pub use conformance::{CaseDeviation, DeviationKind};
pub use correspondence::{
    AnswerLetter, AnswerOwed, AwaitedAnswers, CaseLetter, CorrectLetter, LetterAnswer, LetterAnswerKind,
    LetterAnswered, LetterChange, LetterCorrected, LetterCorrection, LetterDirection, LetterFacts, LetterKind,
    LetterRegistered, RegisterLetter,
};
pub use execution::{
    BillRecorded, CaseBill, CaseClosure, CaseDelivery, CaseDifference, CaseDiscrepancy, CaseInstalment, CasePayment,
    CaseReconciled, CaseReconciliation, CaseReview, CaseReviewKind, ChangedRow, ClosurePath, ClosureStop,
    ClosureStopKind, DecideDiscrepancy, DeliveriesPlanned, DeliveryDue, DeliveryMoved, DeliveryRecorded, DeliverySlip,
    DifferenceKind, DiscrepancyAnswer, DiscrepancyFiled, DiscrepancyKind, DiscrepancyOutcome, DiscrepancyStatus,
    DiscrepancyStep, DiscrepancyStepTaken, Execution, ExecutionChanges, ExecutionPart, ExecutionSource, ExecutionState,
    ExplainedDifference, FileDiscrepancy, LARGEST_AMOUNT, LineDelivered, MoveDelivery, PaymentDue, PaymentKind,
    PaymentRecorded, PaymentSchedule, PaymentScheduleSet, PlanDeliveries, PlannedDelivery, ReconcileCase, RecordBill,
    RecordDelivery, RecordPayment, RecordReview, ReviewAction, ReviewActionSettled, ReviewRecorded, SetPaymentSchedule,
    SettleReviewAction, SlipReason, quarterly_due,
};
pub use holds::{CaseHeld, DecideHold, HoldDecided, HoldLifted, LiftHold, PlaceHold};
pub use milestone::{CaseHolder, CasePhase, Milestone, MilestoneDefinition, MilestoneOrder};
pub use notification::{CaseNotification, NotificationCause, NotificationStep, purchaser_class};
pub use number::{CaseNumber, ParseCaseNumberError};
pub use offer::{
    DelayNoted, DocumentRecorded, ExtendOffer, LinesSet, NoteDelay, NotificationRecorded, OfferExtended,
    RecordDocument, RecordNotification, SetLines,
};
pub use open::{AssessLor, CaseOpened, LorAssessed, OpenCase};
pub use progress::{CorrectMilestone, MilestoneCorrected, MilestoneRecorded, RecordMilestone};
pub use purchaser::{
    AnswerPurchaser, AnswerTime, AskedOfPurchaser, CaseMessage, CasePortal, ForecastReleased, ForecastWithdrawn,
    MessageAnswered, MessageWritten, PurchaserAsk, PurchaserFlags, PurchaserVisibility, PurchaserVisibleSet,
    ReleaseForecast, ReleasedForecast, SetPurchaserVisible, ShownStep, WithdrawForecast, WorkedForecast, WriteMessage,
};
pub use report::{CaseRecord, CasesReported, HoldRecord, ReportCases};
pub use sight::CaseCountries;
pub use update::{CaseHead, CaseNews, CasesUpdated, UpdateCases};
pub use watch::{CasesWatched, WatchCases};
pub use work::{AssignCases, CaseNoted, CasesAssigned, NoteCase};

use crate::command::{Refusal, Subject, refuse};
use crate::kernel::{CaseId, CountryId, Date, Text};
use crate::world::World;

/// The country that a purchaser code belongs to; several codes of one country are separate customers.
pub fn purchaser_country(world: &World, code: &str) -> Option<CountryId> {
    let of = |codes: &[Text]| codes.iter().any(|held| held.as_str() == code);
    world.countries.iter().find(|(_, country)| of(&country.purchaser_codes)).map(|(id, _)| id)
}

fn known_case(world: &World, id: CaseId) -> Result<&Case, Refusal> {
    let missing = || refuse("no-case", format!("There is no case {id}."), "Check the id in the queue of cases.");
    world.cases.get(id).ok_or_else(missing)
}

fn case_subject(world: &World, id: CaseId) -> Subject {
    let Some(row) = world.cases.row(id) else { return Subject::default() };
    Subject { offices: vec![row.fact.office], changed: Some(row.changed), ..Subject::default() }
}

/// Words that something rests on.
fn said(words: &Text, what: &str) -> Result<(), Refusal> {
    if words.trim().is_empty() {
        return Err(refuse("reason-missing", format!("The {what} says nothing."), "Say it in a sentence."));
    }
    Ok(())
}

/// What happened cannot lie ahead.
fn not_ahead(day: Date, today: Date, what: &str) -> Result<(), Refusal> {
    if day > today {
        return Err(refuse(
            "day-ahead",
            format!("{what} is given for {day}, which is after today, {today}."),
            "Record it once it has happened.",
        ));
    }
    Ok(())
}
