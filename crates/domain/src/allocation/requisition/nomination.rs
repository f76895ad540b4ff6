//! A service's answers: a person, an alternate, or nobody until a day.

use serde::{Deserialize, Serialize};

use super::flow::{Change, Draft, applies, person_subject, requisition_subject};
use super::open::said;
use super::{Ask, Deed, DeedKind, NoFill, Nominee, NomineeOutcome, Rank, Requisition, Step};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::kernel::{Date, PersonId, RequisitionId, Sealed, Service, Text, add_months};
use crate::organization::Holder;
use crate::workforce::{Incumbency, PlanTour};
use crate::world::World;

/// Nominates a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NominatePerson {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who.
    pub person: PersonId,
    /// First choice or second; an alternate follows a primary nominee.
    pub rank: Rank,
    /// The day the person would report; the requisition's where it is left out.
    pub report: Option<Date>,
    /// Why this person; kept sealed under the person's key.
    pub justification: Text,
}

impl Decide for NominatePerson {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let service = service_of(world, self.person)?;
        if !draft.held.services.contains(&service) {
            return Err(refuse(
                "service-not-asked",
                format!("{service} is not asked in requisition {}.", self.requisition),
                "Nominate for requisitions that are addressed to the service.",
            ));
        }
        let holder = Holder::Service(service);
        let primary = draft.held.nominees.iter().any(|nominee| nominee.is_live() && nominee.service == service);
        let took = match (self.rank, primary) {
            (Rank::Primary, true) => {
                return Err(refuse(
                    "primary-nominated",
                    format!("{service} has nominated somebody already."),
                    "Nominate an alternate, or withdraw the nomination first.",
                ));
            }
            (Rank::Alternate, false) => {
                return Err(refuse(
                    "primary-missing",
                    format!("{service} has nominated nobody yet."),
                    "Nominate a primary first; an alternate follows.",
                ));
            }
            (Rank::Primary, false) => Some(draft.takes(Ask::Nominate, Some(holder))?),
            (Rank::Alternate, true) if draft.held.board.is_some() => {
                return Err(refuse(
                    "board-open",
                    "The board has begun to vet; no alternate can be added.",
                    "Wait for its selection.",
                ));
            }
            (Rank::Alternate, true) if !draft.speaks(holder) => {
                return Err(refuse(
                    "not-your-turn",
                    format!("Only {} may add an alternate.", holder.name(world)),
                    "Ask whoever nominated to act.",
                ));
            }
            (Rank::Alternate, true) => None,
        };
        if self.rank == Rank::Primary
            && let Some(asked) = draft.held.requested(service).next()
            && asked.person != self.person
        {
            return Err(by_name_first(asked.person));
        }
        let report = self.report.unwrap_or(draft.held.report);
        can_be_planned(world, draft.held, self.person, report)?;
        let justification =
            Some(Sealed::Open(self.justification.to_string())).filter(|_| !self.justification.trim().is_empty());
        let event = PersonNominated {
            step: draft.step(),
            person: self.person,
            service,
            rank: self.rank,
            report,
            justification,
        };
        Ok(vec![draft.settle(event, took).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

fn by_name_first(person: PersonId) -> Refusal {
    refuse(
        "by-name-open",
        format!("{person} was requested by name and that is not answered."),
        "Nominate that person, or decline the request first.",
    )
}

pub(super) fn service_of(world: &World, person: PersonId) -> Result<Service, Refusal> {
    world.people.get(person).map(|person| person.service).ok_or_else(|| {
        refuse("no-person", format!("There is no person {person}."), "Check the id, or register the person first.")
    })
}

/// The tour that acceptance would plan: as long as the billet says, cut where its authorisation ends or the person
/// separates.
pub(super) fn tour_of(
    world: &World,
    requisition: &Requisition,
    person: PersonId,
    report: Date,
    accompanied: bool,
) -> PlanTour {
    let billet = &world.billets[requisition.billet];
    let length = billet.terms_near(report).tour_length;
    let months = if accompanied { length.accompanied_months } else { length.unaccompanied_months };
    let full = add_months(report, i32::from(months)).min(billet.authorised.end());
    let separates = world.people[person].personal.as_ref().and_then(|personal| personal.separates);
    let rotation = separates.map_or(full, |separates| full.min(separates));
    PlanTour { person, billet: requisition.billet, incumbency: Incumbency::Primary, report, rotation, accompanied }
}

/// Refuses a person whose tour could not be planned, so that whoever names them learns it now.
pub(super) fn can_be_planned(
    world: &World,
    requisition: &Requisition,
    person: PersonId,
    report: Date,
) -> Result<(), Refusal> {
    let service = service_of(world, person)?;
    let coding = world.billets[requisition.billet].terms_near(report).coding;
    if !coding.admits(service) {
        return Err(refuse(
            "service-coding",
            format!("Billet {} is not coded for {service}.", world.billets[requisition.billet].number),
            "Name somebody of a service that the billet is coded for.",
        ));
    }
    if requisition.live(person).is_some() {
        return Err(refuse("already-nominated", format!("{person} is nominated here already."), "Name somebody else."));
    }
    tour_of(world, requisition, person, report, false).planned(world, None).map(|_| ())
}

/// A person was nominated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonNominated {
    /// In which requisition and by whom.
    pub step: Step,
    /// Who.
    pub person: PersonId,
    /// Of which service.
    pub service: Service,
    /// First choice or second.
    pub rank: Rank,
    /// The day the person would report.
    pub report: Date,
    /// Why.
    pub justification: Option<Sealed<String>>,
}

impl Change for PersonNominated {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.nominees.push(Nominee {
            person: self.person,
            service: self.service,
            rank: self.rank,
            report: self.report,
            justification: self.justification.as_ref().and_then(Sealed::open).cloned(),
            on: self.step.on,
            vetted: Vec::new(),
            selected: None,
            consented: None,
            outcome: None,
        });
    }
    fn deed(&self) -> Deed {
        let kind = match self.rank {
            Rank::Primary => DeedKind::Nominated,
            Rank::Alternate => DeedKind::NominatedAlternate,
        };
        Deed { person: Some(self.person), about: Some(self.service.title().into()), ..Deed::of(kind, &self.step) }
    }
}

applies!(PersonNominated sealed justification);

/// Says that a service can give nobody until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareNoFill {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Which service.
    pub service: Service,
    /// The first day on which it may be asked with a prospect again.
    pub until: Date,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for DeclareNoFill {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let took = draft.takes(Ask::Nominate, Some(Holder::Service(self.service)))?;
        said(&self.reason)?;
        if self.until <= context.today {
            return Err(refuse("until-past", format!("{} is not later than today.", self.until), "Give a later day."));
        }
        if let Some(asked) = draft.held.requested(self.service).next() {
            return Err(by_name_first(asked.person));
        }
        let event = NoFillDeclared {
            step: draft.step(),
            service: self.service,
            until: self.until,
            reason: self.reason.clone(),
        };
        Ok(vec![draft.settle(event, Some(took)).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { service: Some(self.service), ..requisition_subject(world, self.requisition) }
    }
}

/// A service can give nobody until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoFillDeclared {
    /// In which requisition and by whom.
    pub step: Step,
    /// Which service.
    pub service: Service,
    /// The first day on which it may be asked with a prospect again.
    pub until: Date,
    /// Why.
    pub reason: Text,
}

impl Change for NoFillDeclared {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        requisition.no_fills.push(NoFill {
            service: self.service,
            until: self.until,
            reason: self.reason.clone(),
            on: self.step.on,
        });
    }
    fn deed(&self) -> Deed {
        let about = format!("{}, until {}: {}", self.service, self.until, self.reason);
        Deed { about: Some(about.into()), ..Deed::of(DeedKind::DeclaredNoFill, &self.step) }
    }
}

applies!(NoFillDeclared);

/// Takes a nomination or a proposal back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawNomination {
    /// In which requisition.
    pub requisition: RequisitionId,
    /// Who is no longer nominated.
    pub person: PersonId,
    /// Why; kept sealed under the person's key.
    pub reason: Text,
}

impl Decide for WithdrawNomination {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let draft = Draft::of(world, context, self.requisition)?;
        let nominee = live_nominee(&draft, self.person)?;
        said(&self.reason)?;
        let holder =
            if nominee.service.is_military() { Holder::Service(nominee.service) } else { Holder::Headquarters };
        if !draft.speaks(holder) {
            return Err(refuse(
                "not-your-nominee",
                format!("{} nominated {}.", holder.name(world), self.person),
                "Ask whoever nominated to withdraw it.",
            ));
        }
        let event = NominationWithdrawn {
            step: draft.step(),
            person: self.person,
            outcome: NomineeOutcome::Withdrawn,
            reason: Some(Sealed::Open(self.reason.to_string())),
        };
        Ok(vec![draft.settle(event, None).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.requisition, self.person)
    }
}

/// The nomination of a person that still stands.
pub(super) fn live_nominee<'a>(draft: &Draft<'a>, person: PersonId) -> Result<&'a Nominee, Refusal> {
    draft.held.live(person).ok_or_else(|| {
        refuse(
            "not-nominated",
            format!("{person} is not, or no longer, nominated in requisition {}.", draft.id),
            "Look at the requisition again: somebody else has acted.",
        )
    })
}

/// A nomination stands no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NominationWithdrawn {
    /// In which requisition and by whom.
    pub step: Step,
    /// Whose nomination.
    pub person: PersonId,
    /// How it ended.
    pub outcome: NomineeOutcome,
    /// Why.
    pub reason: Option<Sealed<String>>,
}

impl Change for NominationWithdrawn {
    fn step_mut(&mut self) -> &mut Step {
        &mut self.step
    }
    fn change(&self, requisition: &mut Requisition) {
        if let Some(nominee) = requisition.live_mut(self.person) {
            nominee.outcome = Some(self.outcome);
        }
    }
    fn deed(&self) -> Deed {
        let kind = match self.outcome {
            NomineeOutcome::Superseded => DeedKind::Superseded,
            _ => DeedKind::WithdrewNomination,
        };
        let reason = self.reason.as_ref().and_then(Sealed::open).cloned();
        Deed { person: Some(self.person), reason, ..Deed::of(kind, &self.step) }
    }
}

applies!(NominationWithdrawn sealed reason);
