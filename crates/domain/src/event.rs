//! Events: what a command caused, stored as readable JSON with a version.
//!
//! Each event is one struct beside its [`Apply`] in its area. The list below is the only place that names them all; a
//! changed meaning is a new line with a new name, a changed shape a higher version with its upcast in [`upcast`].

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::kernel::{PersonId, Position, Sealed};
use crate::world::World;
use crate::{access, allocation, cases, organization, partner, policy, sources, workforce};

/// What an event does to the World. It cannot refuse: whatever could be wrong was decided before it was recorded.
pub trait Apply {
    /// Changes the World; rows it touches carry this position from now on.
    fn apply(&self, world: &mut World, at: Position);

    /// Shows each sealed fact with the person whose key seals it.
    fn sealed(
        &mut self,
        _visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        Ok(())
    }
}

/// A sealed fact of any type, as the desk's codec sees it.
pub trait SealedFact {
    /// See [`Sealed::seal`].
    fn seal(&mut self, seal: &mut dyn FnMut(&[u8]) -> String);
    /// See [`Sealed::unseal`].
    fn unseal(&mut self, unseal: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Result<(), serde_json::Error>;
}

impl<T: Serialize + for<'de> Deserialize<'de>> SealedFact for Sealed<T> {
    fn seal(&mut self, seal: &mut dyn FnMut(&[u8]) -> String) {
        Sealed::seal(self, seal);
    }
    fn unseal(&mut self, unseal: &mut dyn FnMut(&str) -> Option<Vec<u8>>) -> Result<(), serde_json::Error> {
        Sealed::unseal(self, unseal)
    }
}

/// A stored event that this program cannot read: it stops serving rather than guess.
#[derive(Debug, thiserror::Error)]
pub enum UnreadableEvent {
    /// Written by a newer program, or not an event at all.
    #[error("event `{name}` version {version} is not known to this program; start a version of Muster that knows it")]
    Unknown {
        /// The stored name.
        name: String,
        /// The stored version.
        version: u16,
    },
    /// The text is not what this event holds.
    #[error("event `{name}` version {version} does not read: {problem}")]
    Malformed {
        /// The stored name.
        name: String,
        /// The stored version.
        version: u16,
        /// What the reader found.
        problem: serde_json::Error,
    },
    /// The record's text is not a list of events.
    #[error("the record's events do not read: {0}")]
    Record(#[from] serde_json::Error),
}

#[derive(Serialize, Deserialize)]
struct Envelope<'a> {
    event: std::borrow::Cow<'a, str>,
    v: u16,
    #[serde(borrow)]
    body: &'a RawValue,
}

macro_rules! events {
    ($($variant:ident($type:ty) = $name:literal v $version:literal;)*) => {
        /// Everything that can have happened.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "each variant is documented at the struct it holds")]
        pub enum Event { $($variant($type),)* }

        $(impl From<$type> for Event {
            fn from(event: $type) -> Self { Self::$variant(event) }
        })*

        impl Event {
            /// Name and current version of every event.
            pub const KINDS: &'static [(&'static str, u16)] = &[$(($name, $version),)*];

            /// The name it is stored under.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }

            fn write(&self, out: &mut Vec<u8>) {
                let body = match self { $(Self::$variant(event) => serde_json::to_string(event),)* };
                let body = body.expect("events are plain data and always serialise");
                let version: u16 = match self { $(Self::$variant(_) => $version,)* };
                out.extend_from_slice(format!(r#"{{"event":"{}","v":{version},"body":{body}}}"#, self.name()).as_bytes());
            }

            fn read(envelope: &Envelope<'_>) -> Result<Self, UnreadableEvent> {
                let name = envelope.event.as_ref();
                let malformed = |problem| UnreadableEvent::Malformed { name: name.to_owned(), version: envelope.v, problem };
                match (name, envelope.v) {
                    $(($name, $version) => serde_json::from_str(envelope.body.get()).map(Self::$variant).map_err(malformed),)*
                    _ => upcast(name, envelope.v, envelope.body.get()).unwrap_or_else(|| Err(UnreadableEvent::Unknown {
                        name: name.to_owned(),
                        version: envelope.v,
                    })),
                }
            }
        }

        impl Apply for Event {
            fn apply(&self, world: &mut World, at: Position) {
                match self { $(Self::$variant(event) => event.apply(world, at),)* }
            }
            fn sealed(&mut self, visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>) -> Result<(), serde_json::Error> {
                match self { $(Self::$variant(event) => event.sealed(visit),)* }
            }
        }
    };
}

events! {
    OfficeRegistered(organization::OfficeRegistered) = "office_registered" v 1;
    OfficeEnded(organization::OfficeEnded) = "office_ended" v 1;
    StrengthValidated(organization::StrengthValidated) = "strength_validated" v 2;
    PostRegistered(organization::PostRegistered) = "post_registered" v 1;
    PostDifferentialsSet(organization::PostDifferentialsSet) = "post_differentials_set" v 1;
    PostStatusSet(organization::PostStatusSet) = "post_status_set" v 1;
    DepartureOrdered(organization::DepartureOrdered) = "departure_ordered" v 1;
    DepartureEnded(organization::DepartureEnded) = "departure_ended" v 1;
    DepartureRescinded(organization::DepartureRescinded) = "departure_rescinded" v 1;
    PersonDiverted(workforce::PersonDiverted) = "person_diverted" v 1;
    DiversionEnded(workforce::DiversionEnded) = "diversion_ended" v 1;
    OfficeAugmented(workforce::OfficeAugmented) = "office_augmented" v 1;
    AugmentationEnded(workforce::AugmentationEnded) = "augmentation_ended" v 1;
    AuthorityRecorded(organization::AuthorityRecorded) = "authority_recorded" v 1;
    CountryRegistered(partner::CountryRegistered) = "country_registered" v 1;
    FiguresRecorded(partner::FiguresRecorded) = "figures_recorded" v 1;
    NotificationsPublished(partner::NotificationsPublished) = "notifications_published" v 1;
    ResponsibleCommandSet(partner::ResponsibleCommandSet) = "responsible_command_set" v 1;
    PrioritySet(partner::PrioritySet) = "priority_set" v 1;
    Section515Authorised(partner::Section515Authorised) = "section_515_authorised" v 1;
    DatasetRecorded(partner::DatasetRecorded) = "dataset_recorded" v 1;
    BilletAuthorised(workforce::BilletAuthorised) = "billet_authorised" v 1;
    BilletChanged(workforce::BilletChanged) = "billet_changed" v 1;
    BilletEnded(workforce::BilletEnded) = "billet_ended" v 1;
    GapApproved(workforce::GapApproved) = "gap_approved" v 1;
    OverlapAuthorised(workforce::OverlapAuthorised) = "overlap_authorised" v 1;
    BilletFunded(workforce::BilletFunded) = "billet_funded" v 1;
    BilletRequestDrafted(workforce::BilletRequestDrafted) = "billet_request_drafted" v 1;
    BilletRequestAmended(workforce::BilletRequestAmended) = "billet_request_amended" v 1;
    PacketEdited(workforce::PacketEdited) = "packet_edited" v 1;
    BilletRequestSubmitted(workforce::BilletRequestSubmitted) = "billet_request_submitted" v 1;
    BilletRequestReviewed(workforce::BilletRequestReviewed) = "billet_request_reviewed" v 1;
    BilletRequestReturned(workforce::BilletRequestReturned) = "billet_request_returned" v 1;
    BilletRequestAnswered(workforce::BilletRequestAnswered) = "billet_request_answered" v 1;
    BilletRequestDecided(workforce::BilletRequestDecided) = "billet_request_decided" v 1;
    BilletRequestWithdrawn(workforce::BilletRequestWithdrawn) = "billet_request_withdrawn" v 1;
    PersonRegistered(workforce::PersonRegistered) = "person_registered" v 2;
    PersonUpdated(workforce::PersonUpdated) = "person_updated" v 2;
    PersonErased(workforce::PersonErased) = "person_erased" v 1;
    TourPlanned(workforce::TourPlanned) = "tour_planned" v 1;
    TourReported(workforce::TourReported) = "tour_reported" v 1;
    TourOrdered(workforce::TourOrdered) = "tour_ordered" v 1;
    TourArrived(workforce::TourArrived) = "tour_arrived" v 1;
    TourDeparted(workforce::TourDeparted) = "tour_departed" v 1;
    TourExtended(workforce::TourExtended) = "tour_extended" v 1;
    TourCurtailed(workforce::TourCurtailed) = "tour_curtailed" v 1;
    TourCancelled(workforce::TourCancelled) = "tour_cancelled" v 1;
    ContradictionNoted(workforce::ContradictionNoted) = "contradiction_noted" v 1;
    ContradictionsSettled(workforce::ContradictionsSettled) = "contradictions_settled" v 1;
    ContradictionsResolved(sources::ContradictionsResolved) = "contradictions_resolved" v 1;
    ContradictionsDeferred(sources::ContradictionsDeferred) = "contradictions_deferred" v 1;
    ContradictionsSentBack(sources::ContradictionsSentBack) = "contradictions_sent_back" v 1;
    SourceDefined(sources::SourceDefined) = "source_defined" v 1;
    PrecedenceSet(sources::PrecedenceSet) = "precedence_set" v 1;
    LoadRecorded(sources::LoadRecorded) = "load_recorded" v 1;
    RowsSaid(sources::RowsSaid) = "rows_said" v 1;
    RowsMissing(sources::RowsMissing) = "rows_missing" v 1;
    RowsLinked(sources::RowsLinked) = "rows_linked" v 1;
    CycleOpened(allocation::CycleOpened) = "cycle_opened" v 1;
    CycleClosed(allocation::CycleClosed) = "cycle_closed" v 1;
    PreferencesSubmitted(allocation::PreferencesSubmitted) = "preferences_submitted" v 2;
    BallotSet(allocation::BallotSet) = "ballot_set" v 1;
    FavouritesKept(allocation::FavouritesKept) = "favourites_kept" v 1;
    CoupleDeclared(allocation::CoupleDeclared) = "couple_declared" v 1;
    RankingImported(allocation::RankingImported) = "ranking_imported" v 1;
    CandidatesRanked(allocation::CandidatesRanked) = "candidates_ranked" v 1;
    SlateProposed(allocation::SlateProposed) = "slate_proposed" v 1;
    SlateLinesProposed(allocation::SlateLinesProposed) = "slate_lines_proposed" v 1;
    LinesDecided(allocation::LinesDecided) = "lines_decided" v 1;
    LinesEndorsed(allocation::LinesEndorsed) = "lines_endorsed" v 2;
    SlateAmended(allocation::SlateAmended) = "slate_amended" v 1;
    LinesPublished(allocation::LinesPublished) = "lines_published" v 1;
    ServiceLimitSet(allocation::ServiceLimitSet) = "service_limit_set" v 1;
    ServiceCalendarSet(allocation::ServiceCalendarSet) = "service_calendar_set" v 1;
    ArrivalStepRecorded(allocation::ArrivalStepRecorded) = "arrival_step_recorded" v 1;
    SlateWithdrawn(allocation::SlateWithdrawn) = "slate_withdrawn" v 1;
    ScenarioBranched(allocation::ScenarioBranched) = "scenario_branched" v 1;
    ScenarioChanged(allocation::ScenarioChanged) = "scenario_changed" v 1;
    ScenarioUndone(allocation::ScenarioUndone) = "scenario_undone" v 1;
    ScenarioEnded(allocation::ScenarioEnded) = "scenario_ended" v 1;
    RequisitionOpened(allocation::RequisitionOpened) = "requisition_opened" v 1;
    RequisitionCancelled(allocation::RequisitionCancelled) = "requisition_cancelled" v 1;
    RequisitionAskedAgain(allocation::RequisitionAskedAgain) = "requisition_asked_again" v 1;
    SuspenseExtended(allocation::SuspenseExtended) = "suspense_extended" v 1;
    PersonNominated(allocation::PersonNominated) = "person_nominated" v 1;
    NoFillDeclared(allocation::NoFillDeclared) = "no_fill_declared" v 1;
    NominationWithdrawn(allocation::NominationWithdrawn) = "nomination_withdrawn" v 1;
    PersonRequestedByName(allocation::PersonRequestedByName) = "person_requested_by_name" v 1;
    ByNameDeclined(allocation::ByNameDeclined) = "by_name_declined" v 1;
    BoardOpened(allocation::BoardOpened) = "board_opened" v 1;
    NomineeVetted(allocation::NomineeVetted) = "nominee_vetted" v 1;
    NomineeSelected(allocation::NomineeSelected) = "nominee_selected" v 1;
    NomineeAccepted(allocation::NomineeAccepted) = "nominee_accepted" v 1;
    NomineeDeclined(allocation::NomineeDeclined) = "nominee_declined" v 1;
    ReassignmentProposed(allocation::ReassignmentProposed) = "reassignment_proposed" v 1;
    ConsentAnswered(allocation::ConsentAnswered) = "consent_answered" v 1;
    RecruitmentStepRecorded(allocation::RecruitmentStepRecorded) = "recruitment_step_recorded" v 1;
    WaiverRequested(allocation::WaiverRequested) = "waiver_requested" v 1;
    WaiverDecided(allocation::WaiverDecided) = "waiver_decided" v 1;
    WaiverWithdrawn(allocation::WaiverWithdrawn) = "waiver_withdrawn" v 1;
    CaseOpened(cases::CaseOpened) = "case_opened" v 1;
    LorAssessed(cases::LorAssessed) = "lor_assessed" v 1;
    MilestoneRecorded(cases::MilestoneRecorded) = "milestone_recorded" v 1;
    MilestoneCorrected(cases::MilestoneCorrected) = "milestone_corrected" v 1;
    CaseHeld(cases::CaseHeld) = "case_held" v 1;
    HoldDecided(cases::HoldDecided) = "hold_decided" v 1;
    HoldLifted(cases::HoldLifted) = "hold_lifted" v 1;
    LinesSet(cases::LinesSet) = "case_lines_set" v 1;
    DocumentRecorded(cases::DocumentRecorded) = "document_recorded" v 1;
    OfferExtended(cases::OfferExtended) = "offer_extended" v 1;
    DelayNoted(cases::DelayNoted) = "delay_noted" v 1;
    NotificationRecorded(cases::NotificationRecorded) = "notification_recorded" v 1;
    CasesReported(cases::CasesReported) = "cases_reported" v 1;
    CasesUpdated(cases::CasesUpdated) = "cases_updated" v 1;
    CasesAssigned(cases::CasesAssigned) = "cases_assigned" v 1;
    CaseNoted(cases::CaseNoted) = "case_noted" v 1;
    LetterRegistered(cases::LetterRegistered) = "letter_registered" v 1;
    LetterAnswered(cases::LetterAnswered) = "letter_answered" v 1;
    LetterCorrected(cases::LetterCorrected) = "letter_corrected" v 1;
    PurchaserVisibleSet(cases::PurchaserVisibleSet) = "purchaser_visible_set" v 1;
    ForecastReleased(cases::ForecastReleased) = "forecast_released" v 1;
    ForecastWithdrawn(cases::ForecastWithdrawn) = "forecast_withdrawn" v 1;
    MessageAnswered(cases::MessageAnswered) = "message_answered" v 1;
    MessageWritten(cases::MessageWritten) = "message_written" v 1;
    PaymentScheduleSet(cases::PaymentScheduleSet) = "payment_schedule_set" v 1;
    BillRecorded(cases::BillRecorded) = "bill_recorded" v 1;
    PaymentRecorded(cases::PaymentRecorded) = "payment_recorded" v 1;
    DeliveriesPlanned(cases::DeliveriesPlanned) = "deliveries_planned" v 1;
    DeliveryMoved(cases::DeliveryMoved) = "delivery_moved" v 1;
    DeliveryRecorded(cases::DeliveryRecorded) = "delivery_recorded" v 1;
    DiscrepancyFiled(cases::DiscrepancyFiled) = "discrepancy_filed" v 1;
    DiscrepancyStepTaken(cases::DiscrepancyStepTaken) = "discrepancy_step_taken" v 1;
    ReviewRecorded(cases::ReviewRecorded) = "review_recorded" v 1;
    ReviewActionSettled(cases::ReviewActionSettled) = "review_action_settled" v 1;
    CaseReconciled(cases::CaseReconciled) = "case_reconciled" v 1;
    CasesWatched(cases::CasesWatched) = "cases_watched" v 1;
    PolicySet(policy::PolicySet) = "policy_set" v 1;
    WorkingDaySet(policy::WorkingDaySet) = "working_day_set" v 1;
    LeverSet(policy::LeverSet) = "lever_set" v 1;
    AccountRegistered(access::AccountRegistered) = "account_registered" v 1;
    RoleGranted(access::RoleGranted) = "role_granted" v 2;
    GrantEnded(access::GrantEnded) = "grant_ended" v 1;
    AccountDisabled(access::AccountDisabled) = "account_disabled" v 1;
}

impl Event {
    /// Whether it changes scenarios and nothing else.
    pub fn is_of_scenarios(&self) -> bool {
        matches!(
            self,
            Self::ScenarioBranched(_) | Self::ScenarioChanged(_) | Self::ScenarioUndone(_) | Self::ScenarioEnded(_)
        )
    }
}

/// Brings an event of an older version to today's shape; `None` where there never was such a version. An event that
/// gains version 2 gets its arm for version 1 here, and its golden file keeps reading.
fn upcast(name: &str, version: u16, body: &str) -> Option<Result<Event, UnreadableEvent>> {
    let read = match (name, version) {
        // Version 1 did not say when the review was held nor what it found; both stay unknown.
        ("strength_validated", 1) => serde_json::from_str(body).map(Event::StrengthValidated),
        // Version 1 knew no overseas control date, return rights, family clearance or spouse; they stay unknown.
        ("person_registered", 1) => serde_json::from_str(body).map(Event::PersonRegistered),
        ("person_updated", 1) => serde_json::from_str(body).map(Event::PersonUpdated),
        // Version 1 held the ranked billets in the open.
        ("preferences_submitted", 1) => allocation::first_preferences(body).map(Event::PreferencesSubmitted),
        // Version 1 planned the tour at once and raised no requisition.
        ("lines_endorsed", 1) => serde_json::from_str(body).map(Event::LinesEndorsed),
        // Version 1 knew no purchaser codes.
        ("role_granted", 1) => serde_json::from_str(body).map(Event::RoleGranted),
        _ => return None,
    };
    Some(read.map_err(|problem| UnreadableEvent::Malformed { name: name.to_owned(), version, problem }))
}

/// The events of one record as JSON text.
pub fn write_events(events: &[Event]) -> String {
    let mut out = Vec::with_capacity(events.len() * 160);
    out.push(b'[');
    for (i, event) in events.iter().enumerate() {
        if i > 0 {
            out.push(b',');
        }
        event.write(&mut out);
    }
    out.push(b']');
    String::from_utf8(out).expect("JSON is UTF-8")
}

/// Reads the events of one record, each brought to its current version.
pub fn read_events(text: &str) -> Result<Vec<Event>, UnreadableEvent> {
    let envelopes: Vec<Envelope<'_>> = serde_json::from_str(text)?;
    envelopes.iter().map(Event::read).collect()
}
