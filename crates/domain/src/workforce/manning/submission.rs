//! Submitting a request with the evidence as it stands.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::draft::suspense;
use super::evidence::first_evidence;
use super::request::{first_day, request_subject, standing};
use super::{RequestRound, RequestStatus, Stamp, WorkloadEvidence};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{ChangeRequestId, Date, Position};
use crate::organization::{Holder, Turn};
use crate::policy::Lever;
use crate::world::World;

/// Submits a request to headquarters.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitBilletRequest {
    /// Which request.
    pub request: ChangeRequestId,
    /// The workload evidence. It is never part of the command's text: the program that takes the command works it out and
    /// attaches it, so that nobody hands in numbers of their own and a retry is the same command.
    #[serde(skip)]
    pub evidence: Option<Box<WorkloadEvidence>>,
}

/// The same is asked, whatever was attached.
impl PartialEq for SubmitBilletRequest {
    fn eq(&self, other: &Self) -> bool {
        self.request == other.request
    }
}

impl Decide for SubmitBilletRequest {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let request = standing(world, self.request, &[RequestStatus::Drafted, RequestStatus::Returned])?;
        first_day(request.effective, context.today)?;
        if request.status() == RequestStatus::Returned
            && let Some(turn) = &request.turn
        {
            turn.taken_by(world, context)?;
        }
        let Some(evidence) = &self.evidence else {
            return Err(refuse(
                "evidence-missing",
                format!("Request {} would be submitted without its workload evidence.", self.request),
                "Submit it through the server, which works the evidence out and attaches it.",
            ));
        };
        Ok(vec![
            BilletRequestSubmitted {
                request: self.request,
                submitted: Stamp { by: context.actor, on: context.today },
                evidence: (**evidence).clone(),
                due: suspense(world, Lever::RequestReviewDays, context.today),
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        request_subject(world, self.request)
    }
}

/// A request was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletRequestSubmitted {
    /// Which request.
    pub request: ChangeRequestId,
    /// Who submitted it, and when.
    pub submitted: Stamp,
    /// The evidence as it stood.
    pub evidence: WorkloadEvidence,
    /// Until when headquarters has it for review.
    pub due: Date,
}

/// Version 1 of the event, whose evidence knew yearly figures only.
pub(crate) fn first_submission(body: &str) -> Result<BilletRequestSubmitted, serde_json::Error> {
    #[derive(Deserialize)]
    struct First {
        request: ChangeRequestId,
        submitted: Stamp,
        evidence: serde_json::Map<String, serde_json::Value>,
        due: Date,
    }
    let First { request, submitted, evidence, due } = serde_json::from_str(body)?;
    Ok(BilletRequestSubmitted { request, submitted, evidence: first_evidence(evidence)?, due })
}

impl Apply for BilletRequestSubmitted {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            request.turn = Some(Turn { holder: Holder::Headquarters, since: self.submitted.on, due: self.due });
            request.rounds.push(Arc::new(RequestRound {
                submitted: self.submitted,
                evidence: self.evidence.clone(),
                review: None,
                asked: Vec::new(),
                returned: None,
            }));
        }
    }
}
