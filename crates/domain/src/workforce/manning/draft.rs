//! Drafting a request and amending it before it goes to headquarters.

use serde::{Deserialize, Serialize};

use super::request::{asking_office, first_day, request_subject, standing};
use super::{BilletChange, ChangeRequest, RequestStatus, Stamp};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{ChangeRequestId, Date, FiscalYear, OfficeId, Position, Text};
use crate::organization::{Holder, Turn};
use crate::policy::Lever;
use crate::workforce::rules::{check_terms, known_billet};
use crate::world::World;

/// Drafts a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftBilletRequest {
    /// What is asked for.
    pub change: BilletChange,
    /// The fiscal year on whose first day it is to take effect.
    pub effective: FiscalYear,
    /// Why; names no person.
    pub reason: Text,
}

/// Refuses what no request can ask for.
fn check(
    world: &World,
    context: &Context,
    own: Option<ChangeRequestId>,
    change: &BilletChange,
    effective: FiscalYear,
    reason: &Text,
) -> Result<(), Refusal> {
    let from = first_day(effective, context.today)?;
    if reason.trim().is_empty() {
        return Err(refuse(
            "reason-missing",
            "A request needs its purpose.",
            "Say in `reason` what the change is for.",
        ));
    }
    if let Some(terms) = change.terms() {
        check_terms(world, change.billet(), terms, from)?;
    }
    match change {
        BilletChange::Establish { source, .. } if source.trim().is_empty() => {
            return Err(refuse(
                "manning-document",
                "A new billet needs the manning document it is to stand in.",
                "Name it in `source`.",
            ));
        }
        // A number taken or missing is refused now rather than after everybody concurred.
        BilletChange::Establish { .. } => drop(change.consequence(world, from, context)?),
        BilletChange::Change { billet, terms } => {
            let held = known_billet(world, *billet)?;
            if held.terms_near(from) == &**terms {
                return Err(refuse(
                    "nothing-changes",
                    format!("Billet {} has these very terms already.", held.number),
                    "Change what the request is about, or withdraw it.",
                ));
            }
            change.consequence(world, from, context)?;
        }
        BilletChange::Disestablish { billet } => {
            let held = known_billet(world, *billet)?;
            if !held.authorised.contains(from) {
                return Err(refuse(
                    "outside-authorisation",
                    format!("Billet {} is authorised {}; {from} is outside.", held.number, held.authorised),
                    "Choose a fiscal year within the authorisation.",
                ));
            }
        }
    }
    let same = |other: &ChangeRequest| match (&other.change, change) {
        (BilletChange::Establish { number, .. }, BilletChange::Establish { number: asked, .. }) => number == asked,
        (held, asked) => held.billet().is_some() && held.billet() == asked.billet(),
    };
    let open =
        world.change_requests.iter().find(|(id, other)| Some(*id) != own && !other.status().is_closed() && same(other));
    match open {
        Some((id, _)) => Err(refuse(
            "request-open",
            format!("Request {id} about the same billet is still open."),
            "Amend that one, or wait until it is decided.",
        )),
        None => Ok(()),
    }
}

impl Decide for DraftBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let office = asking_office(world, &self.change, context.today)?;
        check(world, context, None, &self.change, self.effective, &self.reason)?;
        Ok(vec![
            BilletRequestDrafted {
                request: world.change_requests.next_id(),
                office,
                change: self.change.clone(),
                effective: self.effective,
                reason: self.reason.clone(),
                drafted: Stamp { by: context.actor, on: context.today },
                due: suspense(world, Lever::RequestOfficeDays, context.today),
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        let day = self.effective.period().map_or(Date::MAX, crate::kernel::Period::from);
        Subject { offices: self.change.offices(world, day), ..Subject::default() }
    }
}

/// The last day of a suspense that begins today.
pub(super) fn suspense(world: &World, lever: Lever, today: Date) -> Date {
    today.saturating_add(jiff::ToSpan::days(world.lever(lever, today)))
}

/// A request was drafted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestDrafted {
    /// Its id.
    pub request: ChangeRequestId,
    /// The office that asks.
    pub office: OfficeId,
    /// What it asks for.
    pub change: BilletChange,
    /// The fiscal year it is to take effect in.
    pub effective: FiscalYear,
    /// Why.
    pub reason: Text,
    /// Who drafted it, and when.
    pub drafted: Stamp,
    /// Until when the office has it.
    pub due: Date,
}

impl Apply for BilletRequestDrafted {
    fn apply(&self, world: &mut World, at: Position) {
        world.change_requests.push(
            ChangeRequest {
                office: self.office,
                change: self.change.clone(),
                effective: self.effective,
                reason: self.reason.clone(),
                drafted: self.drafted,
                turn: Some(Turn { holder: Holder::Office(self.office), since: self.drafted.on, due: self.due }),
                rounds: Vec::new(),
                decision: None,
                withdrawn: None,
                edits: Default::default(),
            },
            at,
        );
    }
}

/// Amends a request that is a draft or came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendBilletRequest {
    /// Which request.
    pub request: ChangeRequestId,
    /// What is asked for now; it stays with the same office.
    pub change: BilletChange,
    /// The fiscal year it is to take effect in.
    pub effective: FiscalYear,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for AmendBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let request = standing(world, self.request, &[RequestStatus::Drafted, RequestStatus::Returned])?;
        let office = asking_office(world, &self.change, context.today)?;
        if office != request.office {
            return Err(refuse(
                "other-office",
                format!(
                    "Request {} is {}'s; this change would be {}'s.",
                    self.request, world.offices[request.office].code, world.offices[office].code
                ),
                "Withdraw it, and draft a request of the other office.",
            ));
        }
        check(world, context, Some(self.request), &self.change, self.effective, &self.reason)?;
        let same =
            request.change == self.change && request.effective == self.effective && request.reason == self.reason;
        if same {
            return Ok(Vec::new());
        }
        let Self { request, change, effective, reason } = self.clone();
        Ok(vec![BilletRequestAmended { request, change, effective, reason }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let mut subject = request_subject(world, self.request);
        let day = self.effective.period().map_or(Date::MAX, crate::kernel::Period::from);
        for office in self.change.offices(world, day) {
            if !subject.offices.contains(&office) {
                subject.offices.push(office);
            }
        }
        subject
    }
}

/// A request asks for something else now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestAmended {
    /// Which request.
    pub request: ChangeRequestId,
    /// What it asks for.
    pub change: BilletChange,
    /// The fiscal year it is to take effect in.
    pub effective: FiscalYear,
    /// Why.
    pub reason: Text,
}

impl Apply for BilletRequestAmended {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.change = self.change.clone();
            request.effective = self.effective;
            request.reason = self.reason.clone();
        }
    }
}
