//! What a billet change request is, and where it stands. The status is derived from what was done; a round begins with
//! each submission, so that what was answered to an earlier wording stays with that wording.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{PacketEdit, PacketSection, WorkloadEvidence};
use crate::command::{Decide, Decision, Refusal, Subject, refuse};
use crate::kernel::{AccountId, BilletId, ChangeRequestId, Date, FiscalYear, OfficeId, Period, Text};
use crate::organization::{Holder, Turn};
use crate::workforce::rules::known_billet;
use crate::workforce::{AuthoriseBillet, BilletTerms, ChangeBillet, Coordinator, EndBillet, ServiceCoding};
use crate::world::World;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum BilletChange {
    /// A new billet.
    Establish {
        /// Its position number.
        number: Text,
        /// The manning document it is to stand in.
        source: Text,
        /// Its terms.
        terms: Box<BilletTerms>,
    },
    /// Other terms for a billet; another office among them moves it there.
    Change {
        /// Which billet.
        billet: BilletId,
        /// Its new terms.
        terms: Box<BilletTerms>,
    },
    /// The end of a billet.
    Disestablish {
        /// Which billet.
        billet: BilletId,
    },
}

impl BilletChange {
    /// The billet it is about, where there is one already.
    pub fn billet(&self) -> Option<BilletId> {
        match self {
            Self::Establish { .. } => None,
            Self::Change { billet, .. } | Self::Disestablish { billet } => Some(*billet),
        }
    }

    /// The terms asked for.
    pub fn terms(&self) -> Option<&BilletTerms> {
        match self {
            Self::Establish { terms, .. } | Self::Change { terms, .. } => Some(terms),
            Self::Disestablish { .. } => None,
        }
    }

    /// The terms that hold on a day and those asked for, whichever there are.
    pub fn all_terms<'a>(&'a self, world: &'a World, day: Date) -> Vec<&'a BilletTerms> {
        let held = self.billet().and_then(|id| world.billets.get(id)).map(|billet| billet.terms_near(day));
        held.into_iter().chain(self.terms()).collect()
    }

    /// The offices it touches on a day: the billet's own first.
    pub fn offices(&self, world: &World, day: Date) -> Vec<OfficeId> {
        let mut offices: Vec<OfficeId> = self.all_terms(world, day).iter().map(|terms| terms.office).collect();
        offices.dedup();
        offices
    }

    /// What approving it records, effective on a day.
    pub(super) fn consequence(&self, world: &World, from: Date, context: &crate::command::Context) -> Decision {
        match self {
            Self::Establish { number, source, terms } => AuthoriseBillet {
                number: number.clone(),
                source: source.clone(),
                authorised: Period::open(from),
                terms: (**terms).clone(),
            }
            .decide(world, context),
            Self::Change { billet, terms } => {
                ChangeBillet { billet: *billet, from, terms: (**terms).clone() }.decide(world, context)
            }
            Self::Disestablish { billet } => EndBillet { billet: *billet, on: from }.decide(world, context),
        }
    }

    /// Everybody whom the terms name to be asked, each once: which coordinator, on behalf of which office, who answers.
    pub(super) fn coordinators(&self, world: &World, day: Date) -> Vec<(Coordinator, OfficeId, Holder)> {
        let mut asked: Vec<(Coordinator, OfficeId, Holder)> = Vec::new();
        for terms in self.all_terms(world, day) {
            for coordinator in &terms.coordinators {
                let holder = match coordinator {
                    Coordinator::Command => Holder::Office(world.command_of(terms.office, day)),
                    Coordinator::Dia => attache_head(world, terms.office, day),
                    // A billet that several services may fill has no one service to ask: headquarters records what they say.
                    Coordinator::Service => match terms.coding {
                        ServiceCoding::Only(service) if service.is_military() => Holder::Service(service),
                        _ => Holder::Headquarters,
                    },
                    Coordinator::ChiefOfMission => Holder::Mission(terms.office),
                };
                if !asked.iter().any(|(other, _, by)| other == coordinator && *by == holder) {
                    asked.push((*coordinator, terms.office, holder));
                }
            }
        }
        asked
    }

    /// What it comes to, in a few words.
    pub fn title(&self, world: &World, day: Date) -> String {
        let billet = |id: &BilletId| {
            world
                .billets
                .get(*id)
                .map_or_else(|| id.to_string(), |billet| format!("{} {}", billet.number, billet.terms_near(day).title))
        };
        match self {
            Self::Establish { number, terms, .. } => format!("Establish {number} {}", terms.title),
            Self::Change { billet: id, .. } => format!("Change {}", billet(id)),
            Self::Disestablish { billet: id } => format!("Disestablish {}", billet(id)),
        }
    }
}

/// Who answers for the Defense Intelligence Agency: the office that holds its attaché functions there, if anybody signs in
/// for it; else headquarters, which records what the agency says.
fn attache_head(world: &World, office: OfficeId, day: Date) -> Holder {
    use crate::organization::{AuthorityHolder, AuthorityKind};
    let held = world.authorities.iter().find_map(|authority| match authority.holder {
        AuthorityHolder::Office(holder)
            if authority.kind == AuthorityKind::AttacheFunctions
                && authority.over == office
                && authority.period.contains(day) =>
        {
            Some(holder)
        }
        _ => None,
    });
    let speaks = |office: &OfficeId| {
        let mut accounts = world.accounts.iter();
        accounts.any(|(account, _)| crate::organization::speaks_for(world, account, Holder::Office(*office), day))
    };
    held.filter(speaks).map_or(Holder::Headquarters, Holder::Office)
}

/// Who did something, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// Who; the installation itself where absent.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

/// A request with everything done about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeRequest {
    /// The office that asks.
    pub office: OfficeId,
    /// What it asks for.
    pub change: BilletChange,
    /// The fiscal year on whose first day it is to take effect.
    pub effective: FiscalYear,
    /// Why; names no person.
    pub reason: Text,
    /// Who drafted it, and when.
    pub drafted: Stamp,
    /// Who holds the ball while one alone does: the office, or headquarters. None while coordinators answer and at the end.
    pub turn: Option<Turn>,
    /// Every submission with what followed, the latest last.
    pub rounds: Vec<Arc<RequestRound>>,
    /// How it ended, if it was decided.
    pub decision: Option<RequestDecision>,
    /// That it was withdrawn, if it was.
    pub withdrawn: Option<Withdrawal>,
    /// Sections of the packet that somebody worded in the system's place.
    pub edits: BTreeMap<PacketSection, PacketEdit>,
}

/// One submission and what followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestRound {
    /// Who submitted it, and when.
    pub submitted: Stamp,
    /// The evidence as it stood.
    pub evidence: WorkloadEvidence,
    /// Headquarters' review, once it was sent on.
    pub review: Option<RequestReview>,
    /// Who was asked, in the order of the terms.
    pub asked: Vec<CoordinatorAsked>,
    /// That it went back to the office, if it did.
    pub returned: Option<RequestReview>,
}

/// What headquarters said when it sent a request on, or back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestReview {
    /// Who, and when.
    pub stamp: Stamp,
    /// What the review found; names no person.
    pub note: Text,
}

/// A coordinator who was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoordinatorAsked {
    /// Which of the billet's coordinators.
    pub coordinator: Coordinator,
    /// On behalf of which office.
    pub office: OfficeId,
    /// Who holds the ball, since when, until when.
    pub turn: Turn,
    /// The answer.
    pub answer: Option<CoordinatorAnswer>,
}

/// What a coordinator answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CoordinatorAnswer {
    /// Who gave or recorded it, and when.
    pub stamp: Stamp,
    /// Whether they concur.
    pub concurs: bool,
    /// Why not, or on what condition; names no person.
    pub reason: Option<Text>,
    /// The document it rests on: the NSDD-38 decision of a chief of mission.
    pub document: Option<Text>,
}

/// How a request was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestDecision {
    /// Who, and when.
    pub stamp: Stamp,
    /// Whether it was approved.
    pub approved: bool,
    /// Whether the director approved it over a coordinator who did not concur or did not answer.
    pub overrides: bool,
    /// The fiscal year on whose first day it takes effect.
    pub effective: FiscalYear,
    /// Why; names no person.
    pub reason: Option<Text>,
    /// The billet it made or changed.
    pub billet: Option<BilletId>,
}

/// That a request was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// Who, and when.
    pub stamp: Stamp,
    /// Why; names no person.
    pub reason: Text,
}

/// Where a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestStatus {
    /// The office writes it.
    Drafted,
    /// Headquarters reviews it.
    Review,
    /// It went back to the office.
    Returned,
    /// The coordinators answer.
    Coordination,
    /// Everybody answered; headquarters decides.
    Decision,
    /// It was approved, and its billet changes on the first day of its fiscal year.
    Approved,
    /// It was disapproved.
    Disapproved,
    /// The office withdrew it.
    Withdrawn,
}

impl RequestStatus {
    /// What people call it.
    pub fn title(self) -> &'static str {
        match self {
            Self::Drafted => "Draft",
            Self::Review => "Under review",
            Self::Returned => "Returned to the office",
            Self::Coordination => "In coordination",
            Self::Decision => "Waits for a decision",
            Self::Approved => "Approved",
            Self::Disapproved => "Disapproved",
            Self::Withdrawn => "Withdrawn",
        }
    }

    /// Whether nothing is left to do.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Approved | Self::Disapproved | Self::Withdrawn)
    }
}

impl ChangeRequest {
    /// The latest round, if it was ever submitted.
    pub fn round(&self) -> Option<&RequestRound> {
        self.rounds.last().map(Arc::as_ref)
    }

    /// Where it stands.
    pub fn status(&self) -> RequestStatus {
        if self.withdrawn.is_some() {
            return RequestStatus::Withdrawn;
        }
        if let Some(decision) = &self.decision {
            return if decision.approved { RequestStatus::Approved } else { RequestStatus::Disapproved };
        }
        match self.round() {
            None => RequestStatus::Drafted,
            Some(round) if round.returned.is_some() => RequestStatus::Returned,
            Some(round) if round.review.is_none() => RequestStatus::Review,
            Some(round) if round.asked.iter().any(|asked| asked.answer.is_none()) => RequestStatus::Coordination,
            Some(_) => RequestStatus::Decision,
        }
    }

    /// Every turn that somebody holds now: one, or those of the coordinators who have not answered.
    pub fn turns(&self) -> Vec<&Turn> {
        match self.status() {
            status if status.is_closed() => Vec::new(),
            RequestStatus::Coordination => {
                let asked = self.round().into_iter().flat_map(|round| &round.asked);
                asked.filter(|asked| asked.answer.is_none()).map(|asked| &asked.turn).collect()
            }
            _ => self.turn.iter().collect(),
        }
    }
}

pub(super) fn known_request(world: &World, id: ChangeRequestId) -> Result<&ChangeRequest, Refusal> {
    world.change_requests.get(id).ok_or_else(|| {
        refuse("no-request", format!("There is no billet change request {id}."), "Check the id, or draft the request.")
    })
}

/// The request, if it stands where the command expects it.
pub(super) fn standing<'a>(
    world: &'a World,
    id: ChangeRequestId,
    allowed: &[RequestStatus],
) -> Result<&'a ChangeRequest, Refusal> {
    let request = known_request(world, id)?;
    let status = request.status();
    if allowed.contains(&status) {
        return Ok(request);
    }
    let stands = match status {
        RequestStatus::Drafted => "is a draft that was not submitted",
        RequestStatus::Review => "is under review at headquarters",
        RequestStatus::Returned => "was returned to its office",
        RequestStatus::Coordination => "is with its coordinators",
        RequestStatus::Decision => "waits for headquarters' decision",
        RequestStatus::Approved => "was approved",
        RequestStatus::Disapproved => "was disapproved",
        RequestStatus::Withdrawn => "was withdrawn",
    };
    let remedy =
        if status.is_closed() { "Draft a new request." } else { "Look at the request's page for the next step." };
    Err(refuse("request-status", format!("Request {id} {stands}."), remedy))
}

/// The first day of a fiscal year, which must lie ahead: a change never rewrites what was.
pub(super) fn first_day(year: FiscalYear, today: Date) -> Result<Date, Refusal> {
    let period = year
        .period()
        .ok_or_else(|| refuse("fiscal-year", format!("{year} is not a fiscal year."), "Give a year such as 2029."))?;
    if period.from() <= today {
        return Err(refuse(
            "fiscal-year-begun",
            format!("{year} began on {}; a change takes effect on a first day that lies ahead.", period.from()),
            format!("Give FY{} or a later one.", FiscalYear::of(today).0 + 1),
        ));
    }
    Ok(period.from())
}

/// A command on a request acts on every office that the request touches.
pub(super) fn request_subject(world: &World, id: ChangeRequestId) -> Subject {
    let Some(row) = world.change_requests.row(id) else { return Subject::default() };
    let day = row.fact.effective.period().map_or(row.fact.drafted.on, Period::from);
    let mut offices = row.fact.change.offices(world, day);
    if !offices.contains(&row.fact.office) {
        offices.push(row.fact.office);
    }
    Subject { offices, changed: Some(row.changed), ..Subject::default() }
}

/// The office that asks: the one the billet belongs to today, or is to belong to.
pub(super) fn asking_office(world: &World, change: &BilletChange, today: Date) -> Result<OfficeId, Refusal> {
    match change {
        BilletChange::Establish { terms, .. } => {
            crate::organization::known_office(world, terms.office)?;
            Ok(terms.office)
        }
        BilletChange::Change { billet, .. } | BilletChange::Disestablish { billet } => {
            Ok(known_billet(world, *billet)?.terms_near(today).office)
        }
    }
}
