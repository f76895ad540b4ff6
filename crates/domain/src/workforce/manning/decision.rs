//! How a request ends: approved with its billet's dated change, disapproved, or withdrawn.

use serde::{Deserialize, Serialize};

use super::request::{first_day, request_subject, standing};
use super::{ChangeRequest, RequestDecision, RequestStatus, Stamp, Withdrawal};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{ChangeRequestId, Date, FiscalYear, Position, Text};
use crate::organization::{Holder, speaks_for};
use crate::workforce::rules::{section_515_billets, section_515_limit};
use crate::world::World;

/// Approves or disapproves a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideBilletRequest {
    /// Which request.
    pub request: ChangeRequestId,
    /// Whether it is approved.
    pub approve: bool,
    /// The fiscal year on whose first day it takes effect; the one asked for unless given.
    pub effective: Option<FiscalYear>,
    /// Why: needed to disapprove, and to approve over somebody who did not concur. Names no person.
    pub reason: Option<Text>,
}

impl DecideBilletRequest {
    fn reasoned(&self) -> bool {
        self.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty())
    }

    /// Whether approving goes over somebody, and whether this actor may.
    fn overrides(&self, world: &World, context: &Context, request: &ChangeRequest) -> Result<bool, Refusal> {
        let asked = request.round().map(|round| round.asked.as_slice()).unwrap_or_default();
        let against = asked.iter().find(|asked| asked.answer.as_ref().is_none_or(|answer| !answer.concurs));
        let Some(against) = against.filter(|_| self.approve) else { return Ok(false) };
        let how = if against.answer.is_some() { "did not concur" } else { "has not answered" };
        if !directs(world, context) {
            return Err(refuse(
                "not-concurred",
                format!("{} {how} with request {}.", against.coordinator.title(), self.request),
                "Return or disapprove it, or ask the service director to approve it with a reason.",
            ));
        }
        if !self.reasoned() {
            return Err(refuse(
                "reason-missing",
                format!("{} {how}; approving all the same needs a reason.", against.coordinator.title()),
                "Say why in `reason`.",
            ));
        }
        Ok(true)
    }

    /// What approving records about the billet.
    fn consequence(&self, world: &World, context: &Context, request: &ChangeRequest, from: Date) -> Decision {
        let events = request.change.consequence(world, from, context)?;
        let mut after = world.clone();
        events.iter().for_each(|event| event.apply(&mut after, world.position));
        let Some(terms) = request.change.terms().filter(|terms| terms.section_515) else { return Ok(events) };
        let Some(country) = world.offices[terms.office].country else { return Ok(events) };
        let (before, counted) = (section_515_billets(world, country, from), section_515_billets(&after, country, from));
        let limit = section_515_limit(world, country, from);
        if counted.len() > before.len() && counted.len() > limit as usize {
            return Err(refuse(
                "section-515",
                format!(
                    "{} would have {} billets under section 515 on {from}; {limit} members are allowed.",
                    world.countries[country].name,
                    counted.len()
                ),
                "Record the law or waiver that authorises more, or leave the billet out of section 515.",
            ));
        }
        Ok(events)
    }
}

/// Whether the actor decides for the service director. The installation itself always may.
fn directs(world: &World, context: &Context) -> bool {
    context.actor.is_none_or(|actor| speaks_for(world, actor, Holder::Director, context.today))
}

impl Decide for DecideBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let open = [RequestStatus::Review, RequestStatus::Coordination, RequestStatus::Decision];
        let allowed = if self.approve { &open[1..] } else { &open[..] };
        let request = standing(world, self.request, allowed)?;
        let overrides = self.overrides(world, context, request)?;
        if !directs(world, context) {
            match &request.turn {
                Some(turn) => turn.taken_by(world, context)?,
                None => {
                    let actor = context.actor.expect("the installation itself directs");
                    if !speaks_for(world, actor, Holder::Headquarters, context.today) {
                        return Err(refuse(
                            "not-your-turn",
                            format!("Request {} is headquarters' to decide.", self.request),
                            "Ask headquarters to decide it.",
                        ));
                    }
                }
            }
        }
        if !self.approve && !self.reasoned() {
            return Err(refuse(
                "reason-missing",
                format!("Request {} would be disapproved without a reason.", self.request),
                "Say why in `reason`.",
            ));
        }
        let effective = self.effective.unwrap_or(request.effective);
        let mut events: Vec<Event> = Vec::new();
        if self.approve {
            let from = first_day(effective, context.today)?;
            events = self.consequence(world, context, request, from)?;
        }
        let made = events.iter().find_map(|event| match event {
            Event::BilletAuthorised(made) => Some(made.billet),
            _ => None,
        });
        let decision = RequestDecision {
            stamp: Stamp { by: context.actor, on: context.today },
            approved: self.approve,
            overrides,
            effective,
            reason: self.reason.clone(),
            billet: made.or(request.change.billet()).filter(|_| self.approve),
        };
        events.insert(0, BilletRequestDecided { request: self.request, decision }.into());
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        request_subject(world, self.request)
    }
}

/// A request was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestDecided {
    /// Which request.
    pub request: ChangeRequestId,
    /// How.
    pub decision: RequestDecision,
}

impl Apply for BilletRequestDecided {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.turn = None;
            request.decision = Some(self.decision.clone());
        }
    }
}

/// Withdraws a request that is not decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawBilletRequest {
    /// Which request.
    pub request: ChangeRequestId,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for WithdrawBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let open = [
            RequestStatus::Drafted,
            RequestStatus::Review,
            RequestStatus::Returned,
            RequestStatus::Coordination,
            RequestStatus::Decision,
        ];
        standing(world, self.request, &open)?;
        if self.reason.trim().is_empty() {
            return Err(refuse(
                "reason-missing",
                format!("Request {} would be withdrawn without a reason.", self.request),
                "Say why in `reason`.",
            ));
        }
        let stamp = Stamp { by: context.actor, on: context.today };
        let withdrawal = Withdrawal { stamp, reason: self.reason.clone() };
        Ok(vec![BilletRequestWithdrawn { request: self.request, withdrawal }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        request_subject(world, self.request)
    }
}

/// A request was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestWithdrawn {
    /// Which request.
    pub request: ChangeRequestId,
    /// Who withdrew it, when, and why.
    pub withdrawal: Withdrawal,
}

impl Apply for BilletRequestWithdrawn {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.turn = None;
            request.withdrawn = Some(self.withdrawal.clone());
        }
    }
}
