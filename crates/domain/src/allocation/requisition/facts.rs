//! What a requisition holds.

use serde::{Deserialize, Serialize};

use crate::kernel::{AccountId, BilletId, Date, OfficeId, PersonId, Position, RequisitionId, Service, Text, TourId};
use crate::organization::{AuthorityHolder, AuthorityKind, Holder, Turn};
use crate::policy::Lever;
use crate::workforce::FillMode;
use crate::world::World;

/// What whoever holds a turn is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// A service: nominate a person, or say that there is no fill and until when.
    Nominate,
    /// A vetter of a nominative board: find each nominee favourable or not.
    Vet(Vetter),
    /// Headquarters: select one of the vetted nominees.
    Select,
    /// The gaining office: accept or decline.
    Accept,
    /// Headquarters: propose a civilian for directed reassignment.
    Propose,
    /// The person: consent or not.
    Consent,
    /// Headquarters, or the embassy for locally employed staff: the next step of recruitment.
    Recruit,
    /// Headquarters: nobody fills it; ask again, approve a gap or cancel.
    Resolve,
    /// The service: order the tour. Derived from the tour.
    Order,
    /// The gaining office: receive the person. Derived from the tour.
    Arrive,
}

impl Ask {
    /// What is asked, in words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Nominate => "Nominate",
            Self::Vet(Vetter::Dia) => "Vet for DIA",
            Self::Vet(Vetter::Dsca) => "Vet for DSCA",
            Self::Vet(Vetter::Command) => "Vet for the command",
            Self::Select => "Select",
            Self::Accept => "Accept or decline",
            Self::Propose => "Propose a reassignment",
            Self::Consent => "Consent",
            Self::Recruit => "Recruit",
            Self::Resolve => "Resolve",
            Self::Order => "Order the tour",
            Self::Arrive => "Receive the person",
        }
    }
}

/// A turn, and what is asked in it. A requisition may have several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    /// What is asked.
    pub ask: Ask,
    /// Of whom, since when, until when.
    pub turn: Turn,
}

/// Who vets the nominees of a board (facts §3: DIA, DSCA and the command).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Vetter {
    /// The holder of the DIA attaché functions over the office; headquarters records for it where it is no office here.
    Dia,
    /// Headquarters, for DSCA.
    Dsca,
    /// The command or agency above the office.
    Command,
}

impl Vetter {
    /// Every vetter of a board.
    pub const ALL: [Self; 3] = [Self::Dia, Self::Dsca, Self::Command];

    /// Who vets in this part for an office on a day.
    pub fn holder(self, world: &World, office: OfficeId, day: Date) -> Holder {
        match self {
            Self::Dsca => Holder::Headquarters,
            Self::Command => Holder::Office(world.command_of(office, day)),
            Self::Dia => {
                let over = |at: OfficeId| at == office || world.above(office, day).any(|above| above == at);
                let holder = world.authorities.iter().find_map(|held| match held.holder {
                    AuthorityHolder::Office(holder)
                        if held.kind == AuthorityKind::AttacheFunctions
                            && held.period.contains(day)
                            && over(held.over) =>
                    {
                        Some(holder)
                    }
                    _ => None,
                });
                holder.map_or(Holder::Headquarters, Holder::Office)
            }
        }
    }
}

/// Whether a nominee is the service's choice or its second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's")]
pub enum Rank {
    Primary,
    Alternate,
}

/// What a vetter found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vetting {
    /// For whom.
    pub vetter: Vetter,
    /// Whether the nominee is found favourable.
    pub favourable: bool,
    /// Why, of the field class *personal*.
    pub reason: Option<String>,
    /// Who found it.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

/// How a nomination ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NomineeOutcome {
    /// The gaining office accepted; the tour is planned.
    Accepted,
    /// The gaining office declined.
    Declined,
    /// Whoever nominated took it back.
    Withdrawn,
    /// Another nominee was accepted, or the person was accepted elsewhere.
    Superseded,
    /// The person did not consent.
    Refused,
}

/// Where a nominee stands, derived from what was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's")]
pub enum NomineeStanding {
    Nominated,
    Selected,
    Consented,
    Accepted,
    Declined,
    Withdrawn,
    Superseded,
    Refused,
}

/// A person nominated, or proposed for reassignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nominee {
    /// Who.
    pub person: PersonId,
    /// Of which service.
    pub service: Service,
    /// First choice or second.
    pub rank: Rank,
    /// The day the person would report.
    pub report: Date,
    /// Why this person, of the field class *personal*.
    pub justification: Option<String>,
    /// The day of the nomination.
    pub on: Date,
    /// What the vetters found.
    pub vetted: Vec<Vetting>,
    /// The day of the selection, on a board.
    pub selected: Option<Date>,
    /// The day of the person's consent, for a directed reassignment.
    pub consented: Option<Date>,
    /// How it ended, if it has.
    pub outcome: Option<NomineeOutcome>,
}

impl Nominee {
    /// Whether the nomination still stands.
    pub fn is_live(&self) -> bool {
        self.outcome.is_none()
    }

    /// What a vetter found.
    pub fn vetting(&self, vetter: Vetter) -> Option<&Vetting> {
        self.vetted.iter().find(|vetting| vetting.vetter == vetter)
    }

    /// Whether some vetter found against.
    pub fn is_unfavourable(&self) -> bool {
        self.vetted.iter().any(|vetting| !vetting.favourable)
    }

    /// Where the nomination stands.
    pub fn standing(&self) -> NomineeStanding {
        match (self.outcome, self.selected, self.consented) {
            (Some(NomineeOutcome::Accepted), ..) => NomineeStanding::Accepted,
            (Some(NomineeOutcome::Declined), ..) => NomineeStanding::Declined,
            (Some(NomineeOutcome::Withdrawn), ..) => NomineeStanding::Withdrawn,
            (Some(NomineeOutcome::Superseded), ..) => NomineeStanding::Superseded,
            (Some(NomineeOutcome::Refused), ..) => NomineeStanding::Refused,
            (None, Some(_), _) => NomineeStanding::Selected,
            (None, None, Some(_)) => NomineeStanding::Consented,
            (None, None, None) => NomineeStanding::Nominated,
        }
    }
}

/// A service's answer that nobody can be given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoFill {
    /// Which service.
    pub service: Service,
    /// The first day on which it may be asked with a prospect again.
    pub until: Date,
    /// Why; names no person.
    pub reason: Text,
    /// The day it was said.
    pub on: Date,
}

/// A request for one person by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByName {
    /// Who is asked for.
    pub person: PersonId,
    /// Of which service.
    pub service: Service,
    /// Why, of the field class *personal*.
    pub justification: Option<String>,
    /// The day.
    pub on: Date,
    /// The day the service declined.
    pub declined: Option<Date>,
}

macro_rules! recruitment {
    ($($variant:ident $title:literal $lever:ident;)*) => {
        /// A step of recruitment, in order.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum RecruitmentStep { $(#[doc = $title] $variant,)* }

        impl RecruitmentStep {
            /// Every step, first to last.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name people use.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// The lever that says how many days it is expected to take after the one before.
            pub fn lever(self) -> Lever {
                match self { $(Self::$variant => Lever::$lever,)* }
            }
        }
    };
}

recruitment! {
    Announcement "Announcement" AnnouncementDays;
    Certificate "Certificate of candidates" CertificateDays;
    Interviews "Interviews" InterviewDays;
    Selection "Selection" RecruitSelectionDays;
    TentativeOffer "Tentative offer" TentativeOfferDays;
    SecurityMedical "Security and medical" SecurityMedicalDays;
    FirmOffer "Firm offer" FirmOfferDays;
    EntryOnDuty "Entry on duty" EntryOnDutyDays;
}

/// A step of recruitment that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecruitmentMark {
    /// Which step.
    pub step: RecruitmentStep,
    /// The day it was reached.
    pub on: Date,
}

/// The nominee that the gaining office accepted, and the tour it planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    /// Who.
    pub person: PersonId,
    /// The tour.
    pub tour: TourId,
    /// The day.
    pub on: Date,
}

/// A requisition that was given up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cancelled {
    /// The day.
    pub on: Date,
    /// Why; names no person.
    pub reason: Text,
}

/// What somebody did in a requisition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the deeds")]
pub enum DeedKind {
    Opened,
    Nominated,
    NominatedAlternate,
    DeclaredNoFill,
    RequestedByName,
    DeclinedByName,
    WithdrewNomination,
    Superseded,
    OpenedBoard,
    FoundFavourable,
    FoundUnfavourable,
    Selected,
    Accepted,
    Declined,
    Proposed,
    Consented,
    RefusedConsent,
    ReachedStep,
    ExtendedSuspense,
    AskedAgain,
    Cancelled,
}

impl DeedKind {
    /// What was done, in words.
    pub fn title(self) -> &'static str {
        match self {
            Self::Opened => "Opened the requisition",
            Self::Nominated => "Nominated",
            Self::NominatedAlternate => "Nominated an alternate",
            Self::DeclaredNoFill => "Declared no fill",
            Self::RequestedByName => "Requested by name",
            Self::DeclinedByName => "Declined the request by name",
            Self::WithdrewNomination => "Withdrew the nomination",
            Self::Superseded => "Nomination ended: accepted elsewhere",
            Self::OpenedBoard => "Opened the board",
            Self::FoundFavourable => "Found favourable",
            Self::FoundUnfavourable => "Found unfavourable",
            Self::Selected => "Selected",
            Self::Accepted => "Accepted",
            Self::Declined => "Declined",
            Self::Proposed => "Proposed for reassignment",
            Self::Consented => "Consented",
            Self::RefusedConsent => "Did not consent",
            Self::ReachedStep => "Reached a step",
            Self::ExtendedSuspense => "Extended the suspense",
            Self::AskedAgain => "Asked again",
            Self::Cancelled => "Cancelled",
        }
    }
}

/// One entry of a requisition's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// What was done.
    pub kind: DeedKind,
    /// The day.
    pub on: Date,
    /// Who did it; the installation itself where absent.
    pub by: Option<AccountId>,
    /// The turn it answered: who was asked, and since when they had held it.
    pub took: Option<Turn>,
    /// Whom it was about.
    pub person: Option<PersonId>,
    /// What it was about otherwise, in ordinary words that name no person.
    pub about: Option<Text>,
    /// Why, of the field class *personal*.
    pub reason: Option<String>,
}

impl Deed {
    /// An entry of this kind by whoever took the step; what else it holds is added to it.
    pub(super) fn of(kind: DeedKind, step: &super::Step) -> Self {
        Self { kind, on: step.on, by: step.by, took: step.took, person: None, about: None, reason: None }
    }
}

/// A request to fill one billet from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Requisition {
    /// Which billet.
    pub billet: BilletId,
    /// The day somebody is needed.
    pub report: Date,
    /// How urgent, 1 (least) to 5.
    pub priority: u8,
    /// The military services asked to nominate; none for civilian and locally employed staff.
    pub services: Vec<Service>,
    /// The line of a slate that raised it, if one did.
    pub slated: Option<super::Slated>,
    /// The day it was opened.
    pub opened: Date,
    /// Who opened it.
    pub by: Option<AccountId>,
    /// Whose turns are open.
    pub turns: Vec<Asked>,
    /// Everybody ever nominated, in the order nominated.
    pub nominees: Vec<Nominee>,
    /// Services that can give nobody.
    pub no_fills: Vec<NoFill>,
    /// Requests by name.
    pub by_name: Vec<ByName>,
    /// Recruitment steps reached, in order.
    pub recruitment: Vec<RecruitmentMark>,
    /// The day the board opened, on a nominative board.
    pub board: Option<Date>,
    /// Who was accepted.
    pub accepted: Option<Accepted>,
    /// Whether it was given up.
    pub cancelled: Option<Cancelled>,
    /// What was done, earliest first.
    pub deeds: Vec<Deed>,
}

impl Requisition {
    /// The nomination of this person that still stands.
    pub fn live(&self, person: PersonId) -> Option<&Nominee> {
        self.nominees.iter().find(|nominee| nominee.person == person && nominee.is_live())
    }

    /// The same, to change.
    pub(super) fn live_mut(&mut self, person: PersonId) -> Option<&mut Nominee> {
        self.nominees.iter_mut().find(|nominee| nominee.person == person && nominee.is_live())
    }

    /// The requests by name that a service has not answered.
    pub fn requested(&self, service: Service) -> impl Iterator<Item = &ByName> {
        self.by_name.iter().filter(move |asked| {
            asked.service == service
                && asked.declined.is_none()
                && !self.nominees.iter().any(|nominee| nominee.person == asked.person)
        })
    }

    /// Whether a request for this person by name is still to be answered.
    pub fn is_requested(&self, person: PersonId) -> bool {
        self.by_name.iter().any(|asked| {
            asked.person == person
                && asked.declined.is_none()
                && !self.nominees.iter().any(|nominee| nominee.person == person)
                && !self.no_fills.iter().any(|no_fill| no_fill.service == asked.service)
        })
    }

    /// Whether the gaining office is asked about this nominee: at once, on a board once selected, a civilian once the
    /// person consented.
    pub fn is_offered(&self, world: &World, nominee: &Nominee) -> bool {
        nominee.is_live()
            && match self.mode(world) {
                FillMode::NominativeBoard => nominee.selected.is_some(),
                FillMode::CivilianReassignment => nominee.consented.is_some(),
                _ => true,
            }
    }

    /// The last recruitment step reached.
    pub fn last_step(&self) -> Option<RecruitmentMark> {
        self.recruitment.last().copied()
    }

    /// Whether text sealed under this person's key is held here.
    fn tells_of(&self, person: PersonId) -> bool {
        let nominee = |n: &Nominee| n.person == person && (n.justification.is_some() || !n.vetted.is_empty());
        self.nominees.iter().any(nominee)
            || self.by_name.iter().any(|asked| asked.person == person && asked.justification.is_some())
            || self.deeds.iter().any(|deed| deed.person == Some(person) && deed.reason.is_some())
    }
}

/// Forgets what an erased person's key sealed in every requisition.
pub(crate) fn forget(world: &mut World, person: PersonId, at: Position) {
    let telling: Vec<RequisitionId> =
        world.requisitions.iter().filter(|(_, held)| held.tells_of(person)).map(|(id, _)| id).collect();
    for id in telling {
        let Some(requisition) = world.requisitions.edit(id, at) else { continue };
        for nominee in requisition.nominees.iter_mut().filter(|nominee| nominee.person == person) {
            nominee.justification = None;
            nominee.vetted.iter_mut().for_each(|vetting| vetting.reason = None);
        }
        for asked in requisition.by_name.iter_mut().filter(|asked| asked.person == person) {
            asked.justification = None;
        }
        for deed in requisition.deeds.iter_mut().filter(|deed| deed.person == Some(person)) {
            deed.reason = None;
        }
    }
}
