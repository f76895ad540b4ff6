//! Commands: what somebody may ask to change, and how it is decided.

use serde::{Deserialize, Serialize};

use crate::event::{Apply, Event};
use crate::kernel::{AccountId, Date, OfficeId, PersonId, Position, Service, Text};
use crate::world::World;
use crate::{access, allocation, cases, organization, partner, policy, sources, workforce};

/// What the desk hands to a decision: the rules never look at a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// The civil date the command is decided on.
    pub today: Date,
    /// Who gives it; `None` for the installation itself (first account, demo data, jobs).
    pub actor: Option<AccountId>,
}

/// A command that cannot be taken, in words that help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, utoipa::ToSchema)]
#[error("{problem} {remedy}")]
pub struct Refusal {
    /// The rule that refused, as a stable slug such as `second-incumbent`.
    pub rule: String,
    /// What is wrong and where, as a sentence.
    pub problem: String,
    /// What would mend it, as a sentence.
    pub remedy: String,
}

/// A refusal by this rule: the problem, and what would mend it.
pub fn refuse(rule: &str, problem: impl Into<String>, remedy: impl Into<String>) -> Refusal {
    Refusal { rule: rule.to_owned(), problem: problem.into(), remedy: remedy.into() }
}

/// What a command acts on: what authorisation asks about, and the row whose version a caller may insist on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Every office whose people or billets it changes; the actor must be allowed to act on each. None: the whole
    /// service.
    pub offices: Vec<OfficeId>,
    /// The person it is about, if one.
    pub person: Option<PersonId>,
    /// The service it is about, if one.
    pub service: Option<Service>,
    /// The purchaser code it is about, of a command that a purchaser's representative gives.
    pub purchaser: Option<Text>,
    /// When the row it changes was last changed; `None` for new rows.
    pub changed: Option<Position>,
}

/// The events a command causes, or why it is refused.
pub type Decision = Result<Vec<Event>, Refusal>;

/// How one command is decided.
pub trait Decide {
    /// The events it causes on this World. Pure: the same World, context and command give the same answer.
    fn decide(&self, world: &World, context: &Context) -> Decision;

    /// What it acts on in this World. Ids it names may not exist: then they are left out, and `decide` refuses.
    fn subject(&self, world: &World) -> Subject;
}

/// Schemas by name, the asked one first.
pub type NamedSchemas = Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::schema::Schema>)>;

macro_rules! commands {
    ($($variant:ident($type:ty) = $name:literal, $title:literal;)*) => {
        /// Everything that may be asked to change.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(tag = "command", content = "body", rename_all = "snake_case")]
        #[allow(missing_docs, reason = "each variant is documented at the struct it holds")]
        pub enum Command {
            $(#[serde(rename = $name)] $variant($type),)*
        }

        $(impl From<$type> for Command {
            fn from(command: $type) -> Self { Self::$variant(command) }
        })*

        impl Command {
            /// Name and title of every command.
            pub const KINDS: &'static [(&'static str, &'static str)] = &[$(($name, $title),)*];

            /// Reads the body of the command of this name; `None` if there is no such command.
            pub fn read(name: &str, body: &str) -> Option<Result<Self, serde_json::Error>> {
                match name {
                    $($name => Some(serde_json::from_str::<$type>(body).map(Self::$variant)),)*
                    _ => None,
                }
            }

            /// The schema of the body of the command of this name, with the schemas it refers to.
            pub fn schema(name: &str) -> Option<NamedSchemas> {
                match name {
                    $($name => {
                        let mut schemas = vec![(<$type as utoipa::ToSchema>::name().into_owned(), <$type as utoipa::PartialSchema>::schema())];
                        <$type as utoipa::ToSchema>::schemas(&mut schemas);
                        Some(schemas)
                    })*
                    _ => None,
                }
            }

            /// The name in the API, the policies and the journal.
            pub fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $name,)* }
            }
        }

        impl Decide for Command {
            fn decide(&self, world: &World, context: &Context) -> Decision {
                // The members of a list pass here one by one.
                if !matches!(self, Self::Together(_)) {
                    match self { $(Self::$variant(command) => crate::limits::check(command)?,)* }
                }
                match self { $(Self::$variant(command) => command.decide(world, context),)* }
            }
            fn subject(&self, world: &World) -> Subject {
                match self { $(Self::$variant(command) => command.subject(world),)* }
            }
        }
    };
}

commands! {
    RegisterOffice(organization::RegisterOffice) = "register_office", "Register an office";
    EndOffice(organization::EndOffice) = "end_office", "Close an office from a date";
    ValidateStrength(organization::ValidateStrength) = "validate_strength", "Record a manpower review of an office";
    RegisterPost(organization::RegisterPost) = "register_post", "Register a post";
    SetPostDifferentials(organization::SetPostDifferentials) = "set_post_differentials", "Set a post's differentials from a date";
    SetPostStatus(organization::SetPostStatus) = "set_post_status", "Set a post's status from a date";
    OrderDeparture(organization::OrderDeparture) = "order_departure", "Order the departure of a post's people and families";
    EndDeparture(organization::EndDeparture) = "end_departure", "End the ordered departure of a post";
    RescindDeparture(organization::RescindDeparture) = "rescind_departure", "Undo an ordered departure recorded by mistake";
    DivertPerson(workforce::DivertPerson) = "divert_person", "Divert a person to another office for a time";
    EndDiversion(workforce::EndDiversion) = "end_diversion", "End a diversion";
    AugmentOffice(workforce::AugmentOffice) = "augment_office", "Record people present at an office without a billet";
    EndAugmentation(workforce::EndAugmentation) = "end_augmentation", "End an augmentation";
    RecordAuthority(organization::RecordAuthority) = "record_authority", "Record who holds an authority over an office";
    RegisterCountry(partner::RegisterCountry) = "register_country", "Register a partner country";
    RecordFigures(partner::RecordFigures) = "record_figures", "Record a country's published figures";
    RecordPublishedNotifications(partner::RecordPublishedNotifications) = "record_published_notifications", "Record a country's published notifications of Congress";
    SetResponsibleCommand(partner::SetResponsibleCommand) = "set_responsible_command", "Make a combatant command responsible for a country from a date";
    SetPriority(partner::SetPriority) = "set_priority", "Set a country's priority from a date";
    AuthoriseSection515(partner::AuthoriseSection515) = "authorise_section_515", "Record an authorisation of more than six section 515 members";
    RecordDataset(partner::RecordDataset) = "record_dataset", "Record a published table";
    AuthoriseBillet(workforce::AuthoriseBillet) = "authorise_billet", "Authorise a billet";
    ChangeBillet(workforce::ChangeBillet) = "change_billet", "Change a billet from a date";
    EndBillet(workforce::EndBillet) = "end_billet", "End a billet's authorisation";
    ApproveGap(workforce::ApproveGap) = "approve_gap", "Approve a gap in a billet";
    AuthoriseOverlap(workforce::AuthoriseOverlap) = "authorise_overlap", "Authorise two incumbents to overlap";
    FundBillet(workforce::FundBillet) = "fund_billet", "Fund a billet, or not, from a date";
    DraftBilletRequest(workforce::DraftBilletRequest) = "draft_billet_request", "Draft a billet change request";
    AmendBilletRequest(workforce::AmendBilletRequest) = "amend_billet_request", "Amend a billet change request";
    EditPacket(workforce::EditPacket) = "edit_packet", "Edit a section of a change request's packet";
    SubmitBilletRequest(workforce::SubmitBilletRequest) = "submit_billet_request", "Submit a billet change request with its evidence";
    ReviewBilletRequest(workforce::ReviewBilletRequest) = "review_billet_request", "Send a billet change request to its coordinators, or back";
    AnswerBilletRequest(workforce::AnswerBilletRequest) = "answer_billet_request", "Concur or not with a billet change request";
    DecideBilletRequest(workforce::DecideBilletRequest) = "decide_billet_request", "Approve or disapprove a billet change request";
    WithdrawBilletRequest(workforce::WithdrawBilletRequest) = "withdraw_billet_request", "Withdraw a billet change request";
    RegisterPerson(workforce::RegisterPerson) = "register_person", "Register a person";
    UpdatePerson(workforce::UpdatePerson) = "update_person", "Change what is known of a person";
    ErasePerson(workforce::ErasePerson) = "erase_person", "Erase a person's sealed facts for good";
    PlanTour(workforce::PlanTour) = "plan_tour", "Plan a tour";
    OrderTour(workforce::OrderTour) = "order_tour", "Record the order for a tour";
    RecordArrival(workforce::RecordArrival) = "record_arrival", "Record an arrival";
    RecordDeparture(workforce::RecordDeparture) = "record_departure", "Record a departure";
    ExtendTour(workforce::ExtendTour) = "extend_tour", "Extend a tour";
    CurtailTour(workforce::CurtailTour) = "curtail_tour", "Curtail a tour";
    CancelTour(workforce::CancelTour) = "cancel_tour", "Cancel a tour that has not begun";
    ReportBillet(workforce::ReportBillet) = "report_billet", "Take a billet as a system of record reports it";
    ReportPerson(workforce::ReportPerson) = "report_person", "Take a person as a system of record reports them";
    ReportTour(workforce::ReportTour) = "report_tour", "Take a tour as a system of record reports it";
    DefineSource(sources::DefineSource) = "define_source", "Define a source and how its files are read";
    SetPrecedence(sources::SetPrecedence) = "set_precedence", "Set which source is believed on which fields, from a date";
    RecordLoad(sources::RecordLoad) = "record_load", "Record what a file of a source says";
    LinkRows(sources::LinkRows) = "link_rows", "Decide who rows of a source are";
    UnlinkRow(sources::UnlinkRow) = "unlink_row", "Take back who a row of a source is";
    SetRowsAside(sources::SetRowsAside) = "set_rows_aside", "Decide that rows of a source are nobody of ours";
    RegisterRow(sources::RegisterRow) = "register_row", "Register the person of a row of a source";
    ResolveContradictions(sources::ResolveContradictions) = "resolve_contradictions", "Resolve contradictions";
    DeferContradictions(sources::DeferContradictions) = "defer_contradictions", "Put contradictions off until a day";
    SendBack(sources::SendBack) = "send_back", "Send contradictions back to the owner of their source";
    OpenCycle(allocation::OpenCycle) = "open_cycle", "Open an assignment cycle";
    CloseCycle(allocation::CloseCycle) = "close_cycle", "Close an assignment cycle";
    SubmitPreferences(allocation::SubmitPreferences) = "submit_preferences", "Submit a member's ranked billets";
    SetBallot(allocation::SetBallot) = "set_ballot", "Give a cycle its ballot";
    KeepFavourites(allocation::KeepFavourites) = "keep_favourites", "Keep a member's private shortlist";
    DeclareCouple(allocation::DeclareCouple) = "declare_couple", "Declare with whom a member bids together";
    ImportRanking(allocation::ImportRanking) = "import_ranking", "Take a member's ranking from a service's marketplace";
    RankCandidates(allocation::RankCandidates) = "rank_candidates", "Rank the eligible candidates for an opening";
    ProposeSlate(allocation::ProposeSlate) = "propose_slate", "Propose a slate";
    DecideLines(allocation::DecideLines) = "decide_lines", "Concur or not with lines of a slate";
    EndorseLines(allocation::EndorseLines) = "endorse_lines", "Endorse lines: their people are asked for";
    AmendSlate(allocation::AmendSlate) = "amend_slate", "Amend a slate while it is coordinated";
    PublishSlate(allocation::PublishSlate) = "publish_slate", "Publish endorsed lines to whom they concern";
    WithdrawSlate(allocation::WithdrawSlate) = "withdraw_slate", "Withdraw a slate";
    SetServiceLimit(allocation::SetServiceLimit) = "set_service_limit", "Limit how many a service can give in a cycle";
    SetServiceCalendar(allocation::SetServiceCalendar) = "set_service_calendar", "Set the day by which a service has nominated in a cycle";
    RecordArrivalStep(allocation::RecordArrivalStep) = "record_arrival_step", "Record a step before an arrival";
    BranchScenario(allocation::BranchScenario) = "branch_scenario", "Branch a scenario of a cycle";
    ChangeScenario(allocation::ChangeScenario) = "change_scenario", "Change a scenario";
    UndoScenario(allocation::UndoScenario) = "undo_scenario", "Take back the last step of a scenario";
    DiscardScenario(allocation::DiscardScenario) = "discard_scenario", "Discard a scenario";
    AdoptScenario(allocation::AdoptScenario) = "adopt_scenario", "Propose the slate of a scenario";
    OpenRequisition(allocation::OpenRequisition) = "open_requisition", "Open a requisition for a billet";
    CancelRequisition(allocation::CancelRequisition) = "cancel_requisition", "Cancel a requisition";
    AskAgain(allocation::AskAgain) = "ask_again", "Ask again who is to fill a requisition";
    ExtendSuspense(allocation::ExtendSuspense) = "extend_suspense", "Extend a suspense of a requisition";
    NominatePerson(allocation::NominatePerson) = "nominate_person", "Nominate a person";
    DeclareNoFill(allocation::DeclareNoFill) = "declare_no_fill", "Declare that a service has no fill until a date";
    WithdrawNomination(allocation::WithdrawNomination) = "withdraw_nomination", "Withdraw a nomination";
    RequestByName(allocation::RequestByName) = "request_by_name", "Request a person by name";
    DeclineByName(allocation::DeclineByName) = "decline_by_name", "Decline a request by name";
    OpenBoard(allocation::OpenBoard) = "open_board", "Open a nominative board after the suspense";
    VetNominee(allocation::VetNominee) = "vet_nominee", "Vet a nominee of a board";
    SelectNominee(allocation::SelectNominee) = "select_nominee", "Select a nominee of a board";
    AcceptNominee(allocation::AcceptNominee) = "accept_nominee", "Accept a nominee";
    DeclineNominee(allocation::DeclineNominee) = "decline_nominee", "Decline a nominee";
    ProposeReassignment(allocation::ProposeReassignment) = "propose_reassignment", "Propose a civilian for reassignment";
    GiveConsent(allocation::GiveConsent) = "give_consent", "Consent to a reassignment";
    RefuseConsent(allocation::RefuseConsent) = "refuse_consent", "Refuse a reassignment";
    RecordRecruitmentStep(allocation::RecordRecruitmentStep) = "record_recruitment_step", "Record a step of a recruitment";
    RequestWaiver(allocation::RequestWaiver) = "request_waiver", "Ask that a rule be waived for a person in a billet";
    DecideWaiver(allocation::DecideWaiver) = "decide_waiver", "Approve or deny a waiver";
    WithdrawWaiver(allocation::WithdrawWaiver) = "withdraw_waiver", "Withdraw a waiver";
    OpenCase(cases::OpenCase) = "open_case", "Open a case on a letter of request";
    AssessLor(cases::AssessLor) = "assess_lor", "Assess the letter of request of a case";
    RecordMilestone(cases::RecordMilestone) = "record_milestone", "Record a milestone of a case";
    CorrectMilestone(cases::CorrectMilestone) = "correct_milestone", "Correct a milestone recorded wrongly";
    PlaceHold(cases::PlaceHold) = "place_hold", "Ask that a case be held";
    DecideHold(cases::DecideHold) = "decide_hold", "Approve or refuse a hold";
    LiftHold(cases::LiftHold) = "lift_hold", "Lift a hold";
    SetLines(cases::SetLines) = "set_case_lines", "Set the lines of a case";
    RecordDocument(cases::RecordDocument) = "record_document", "Record an amendment or another document of a case";
    ExtendOffer(cases::ExtendOffer) = "extend_offer", "Let an offer stand longer";
    NoteDelay(cases::NoteDelay) = "note_delay", "Note why an offer takes longer";
    RecordNotification(cases::RecordNotification) = "record_notification", "Record a step of the notification of Congress";
    ReportCases(cases::ReportCases) = "report_cases", "Take cases as a system of record reports them";
    UpdateCases(cases::UpdateCases) = "update_cases", "Take what a system of record says anew of cases";
    AssignCases(cases::AssignCases) = "assign_cases", "Give cases to whoever manages them";
    NoteCase(cases::NoteCase) = "note_case", "Add a note to a case";
    RegisterLetter(cases::RegisterLetter) = "register_letter", "Register a letter on a case";
    AnswerLetter(cases::AnswerLetter) = "answer_letter", "Say that a letter is answered";
    CorrectLetter(cases::CorrectLetter) = "correct_letter", "Correct a letter registered wrongly";
    SetPurchaserVisible(cases::SetPurchaserVisible) = "set_purchaser_visible", "Show a milestone to purchasers, or hide it";
    ReleaseForecast(cases::ReleaseForecast) = "release_forecast", "Release a forecast of a case to its purchaser";
    WithdrawForecast(cases::WithdrawForecast) = "withdraw_forecast", "Withdraw a released forecast";
    AnswerPurchaser(cases::AnswerPurchaser) = "answer_purchaser", "Answer the purchaser of a case";
    WriteMessage(cases::WriteMessage) = "write_message", "Write to the country program manager about a case";
    SetPaymentSchedule(cases::SetPaymentSchedule) = "set_payment_schedule", "Set the payment schedule of a case";
    RecordBill(cases::RecordBill) = "record_bill", "Record a bill of a case";
    RecordPayment(cases::RecordPayment) = "record_payment", "Record a payment on a case";
    PlanDeliveries(cases::PlanDeliveries) = "plan_deliveries", "Plan deliveries of a case";
    MoveDelivery(cases::MoveDelivery) = "move_delivery", "Move a delivery, or take it out of the plan";
    RecordDelivery(cases::RecordDelivery) = "record_delivery", "Record a delivery";
    FileDiscrepancy(cases::FileDiscrepancy) = "file_discrepancy", "File a discrepancy report";
    DecideDiscrepancy(cases::DecideDiscrepancy) = "decide_discrepancy", "Take a discrepancy report its next step";
    RecordReview(cases::RecordReview) = "record_review", "Plan or record a review of a case";
    SettleReviewAction(cases::SettleReviewAction) = "settle_review_action", "Record that an action of a review was done";
    ReconcileCase(cases::ReconcileCase) = "reconcile_case", "Reconcile a case";
    WatchCases(cases::WatchCases) = "watch_cases", "Put cases on the own watch list, or take them off";
    SetPolicy(policy::SetPolicy) = "set_policy", "Set a figure of policy from a date";
    SetWorkingDay(policy::SetWorkingDay) = "set_working_day", "Close a day, or take a holiday back";
    SetLever(policy::SetLever) = "set_lever", "Set a lever from a date";
    RegisterAccount(access::RegisterAccount) = "register_account", "Register an account";
    GrantRole(access::GrantRole) = "grant_role", "Grant a role to an account";
    EndGrant(access::EndGrant) = "end_grant", "End a grant";
    DisableAccount(access::DisableAccount) = "disable_account", "Disable an account";
    Together(Together) = "together", "Take several commands as one, wholly or not at all";
}

/// Several commands as one: each is decided on what the earlier ones leave; one refusal refuses all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Together {
    /// The commands in order.
    #[schema(no_recursion)]
    pub commands: Vec<Command>,
}

impl Decide for Together {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let mut scratch = world.clone();
        let mut all = Vec::with_capacity(self.commands.len());
        for (i, command) in self.commands.iter().enumerate() {
            if matches!(command, Command::Together(_)) {
                return Err(refuse(
                    "nested",
                    format!("Command {} is itself a list of commands.", i + 1),
                    "Put its commands into this list.",
                ));
            }
            let events = command.decide(&scratch, context).map_err(|refusal| Refusal {
                problem: format!("Command {} ({}): {}", i + 1, command.name(), refusal.problem),
                ..refusal
            })?;
            for event in &events {
                event.apply(&mut scratch, Position(world.position.0 + 1));
            }
            all.extend(events);
        }
        Ok(all)
    }

    /// Each member is authorised on its own by the desk; the list as such acts on nothing.
    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}
