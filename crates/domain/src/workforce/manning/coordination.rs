//! Headquarters' review, and the coordinators' answers, which are asked for side by side.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::draft::suspense;
use super::request::{request_subject, standing};
use super::{CoordinatorAnswer, CoordinatorAsked, RequestReview, RequestRound, RequestStatus, Stamp};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{ChangeRequestId, Date, OfficeId, Period, Position, Service, Text};
use crate::organization::{Holder, Turn};
use crate::policy::Lever;
use crate::workforce::Coordinator;
use crate::world::World;

/// Sends a reviewed request to the coordinators its terms name, or back to its office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewBilletRequest {
    /// Which request.
    pub request: ChangeRequestId,
    /// Whether it goes on to coordination; otherwise it goes back.
    pub coordinate: bool,
    /// What the review found; names no person.
    pub note: Text,
}

impl Decide for ReviewBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        // What everybody answered may still go back: a condition can make the office ask for something else.
        let allowed: &[RequestStatus] =
            if self.coordinate { &[RequestStatus::Review] } else { &[RequestStatus::Review, RequestStatus::Decision] };
        let request = standing(world, self.request, allowed)?;
        if let Some(turn) = &request.turn {
            turn.taken_by(world, context)?;
        }
        if self.note.trim().is_empty() {
            return Err(refuse(
                "note-missing",
                format!("The review of request {} would say nothing.", self.request),
                "Say in `note` what it found.",
            ));
        }
        let stamp = Stamp { by: context.actor, on: context.today };
        let review = RequestReview { stamp, note: self.note.clone() };
        if !self.coordinate {
            let due = suspense(world, Lever::RequestOfficeDays, context.today);
            return Ok(vec![BilletRequestReturned { request: self.request, review, due }.into()]);
        }
        let day = request.effective.period().map_or(context.today, Period::from);
        let asked: Vec<CoordinatorAsked> = request
            .change
            .coordinators(world, day)
            .into_iter()
            .map(|(coordinator, office, holder)| {
                let lever = match coordinator {
                    Coordinator::ChiefOfMission => Lever::RequestMissionDays,
                    _ => Lever::RequestCoordinationDays,
                };
                let turn = Turn { holder, since: context.today, due: suspense(world, lever, context.today) };
                CoordinatorAsked { coordinator, office, turn, answer: None }
            })
            .collect();
        let decide_by = asked.is_empty().then(|| suspense(world, Lever::RequestDecisionDays, context.today));
        Ok(vec![BilletRequestReviewed { request: self.request, review, asked, decide_by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        request_subject(world, self.request)
    }
}

/// A request was reviewed and its coordinators were asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestReviewed {
    /// Which request.
    pub request: ChangeRequestId,
    /// What the review found.
    pub review: RequestReview,
    /// Who was asked.
    pub asked: Vec<CoordinatorAsked>,
    /// Until when headquarters decides, where there was nobody to ask.
    pub decide_by: Option<Date>,
}

impl Apply for BilletRequestReviewed {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.turn =
                self.decide_by.map(|due| Turn { holder: Holder::Headquarters, since: self.review.stamp.on, due });
            edit_round(&mut request.rounds, |round| {
                round.review = Some(self.review.clone());
                round.asked = self.asked.clone();
            });
        }
    }
}

fn edit_round(rounds: &mut [Arc<RequestRound>], change: impl FnOnce(&mut RequestRound)) {
    if let Some(round) = rounds.last_mut() {
        change(Arc::make_mut(round));
    }
}

/// A request went back to its office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestReturned {
    /// Which request.
    pub request: ChangeRequestId,
    /// Who sent it back, when, and why.
    pub review: RequestReview,
    /// Until when the office has it.
    pub due: Date,
}

impl Apply for BilletRequestReturned {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.turn =
                Some(Turn { holder: Holder::Office(request.office), since: self.review.stamp.on, due: self.due });
            edit_round(&mut request.rounds, |round| round.returned = Some(self.review.clone()));
        }
    }
}

/// Answers a request for one of the coordinators who were asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerBilletRequest {
    /// Which request.
    pub request: ChangeRequestId,
    /// For which of those asked, counted from 0.
    pub index: u32,
    /// Whether they concur.
    pub concurs: bool,
    /// Why not, or on what condition; names no person.
    pub reason: Option<Text>,
    /// The document it rests on. A chief of mission's answer names its NSDD-38 decision.
    pub document: Option<Text>,
}

impl AnswerBilletRequest {
    fn asked<'a>(&self, world: &'a World) -> Option<&'a CoordinatorAsked> {
        world.change_requests.get(self.request)?.round()?.asked.get(self.index as usize)
    }
}

impl Decide for AnswerBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let request = standing(world, self.request, &[RequestStatus::Coordination])?;
        let round = request.round().expect("a request in coordination was submitted");
        let asked = round.asked.get(self.index as usize).ok_or_else(|| {
            refuse(
                "not-asked",
                format!(
                    "Request {} asked {} coordinators; there is none with index {}.",
                    self.request,
                    round.asked.len(),
                    self.index
                ),
                "Count from 0.",
            )
        })?;
        if let Some(answer) = &asked.answer {
            return Err(refuse(
                "answered",
                format!("{} answered on {}.", asked.coordinator.title(), answer.stamp.on),
                "Ask headquarters to return the request if the answer no longer holds.",
            ));
        }
        asked.turn.taken_by(world, context)?;
        let said = |text: &Option<Text>| text.as_ref().is_some_and(|text| !text.trim().is_empty());
        if !self.concurs && !said(&self.reason) {
            return Err(refuse(
                "reason-missing",
                format!("{} would not concur without a reason.", asked.coordinator.title()),
                "Say why in `reason`.",
            ));
        }
        if asked.coordinator == Coordinator::ChiefOfMission && !said(&self.document) {
            return Err(refuse(
                "nsdd-38",
                "A chief of mission's answer rests on an NSDD-38 decision.",
                "Give its reference in `document`.",
            ));
        }
        let last = round.asked.iter().filter(|asked| asked.answer.is_none()).count() == 1;
        Ok(vec![
            BilletRequestAnswered {
                request: self.request,
                index: self.index,
                answer: CoordinatorAnswer {
                    stamp: Stamp { by: context.actor, on: context.today },
                    concurs: self.concurs,
                    reason: self.reason.clone(),
                    document: self.document.clone(),
                },
                decide_by: last.then(|| suspense(world, Lever::RequestDecisionDays, context.today)),
            }
            .into(),
        ])
    }

    /// Whoever answers must be allowed to on the office they were asked for, not on every office the request touches.
    fn subject(&self, world: &World) -> Subject {
        let asked = self.asked(world);
        let service: Option<Service> = asked.and_then(|asked| match asked.turn.holder {
            Holder::Service(service) => Some(service),
            _ => None,
        });
        let offices: Vec<OfficeId> = asked.map(|asked| asked.office).into_iter().collect();
        Subject { offices, service, ..request_subject(world, self.request) }
    }
}

/// A coordinator answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestAnswered {
    /// Which request.
    pub request: ChangeRequestId,
    /// Which of those asked, counted from 0.
    pub index: u32,
    /// The answer.
    pub answer: CoordinatorAnswer,
    /// Until when headquarters decides, if this was the last answer.
    pub decide_by: Option<Date>,
}

impl Apply for BilletRequestAnswered {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.turn =
                self.decide_by.map(|due| Turn { holder: Holder::Headquarters, since: self.answer.stamp.on, due });
            edit_round(&mut request.rounds, |round| {
                if let Some(asked) = round.asked.get_mut(self.index as usize) {
                    asked.answer = Some(self.answer.clone());
                }
            });
        }
    }
}
