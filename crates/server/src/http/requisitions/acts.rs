//! What an asker may do with a requisition now: for showing the right buttons, never for deciding. Each act is one that
//! the policy would let the asker give and whose turn is theirs; the desk decides again when it is given.

use muster_domain::allocation::{
    AcceptNominee, Ask, AskAgain, Asked, CancelRequisition, DeclareNoFill, DeclineByName, ExtendSuspense, GiveConsent,
    NominatePerson, Nominee, OpenBoard, ProposeReassignment, Rank, RecordRecruitmentStep, RecruitmentStep,
    RequestByName, Requisition, SelectNominee, VetNominee, Vetter, WithdrawNomination,
};
use muster_domain::organization::{Holder, speaks_for};
use muster_domain::workforce::{OrderTour, RecordArrival, TourStatus};
use muster_domain::{Command, Context, Date, Decide as _, PersonId, RequisitionId, Service};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::holds;
use crate::desk::Authorise as _;

/// Something the asker may do now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct RequisitionAct {
    /// The command to give.
    pub command: &'static str,
    /// What was asked, for a longer suspense.
    pub ask: Option<Ask>,
    /// Of whom, for a longer suspense.
    pub holder: Option<Holder>,
    /// In the name of which service.
    pub service: Option<Service>,
    /// For whom a nominee is vetted.
    pub vetter: Option<Vetter>,
    /// The nominees it may concern.
    pub people: Vec<PersonId>,
    /// The steps of recruitment that may be recorded.
    pub steps: Vec<StepName>,
}

/// A recruitment step with its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct StepName {
    /// Which step.
    pub step: RecruitmentStep,
    /// Its name.
    pub title: &'static str,
}

impl RequisitionAct {
    fn new(command: &'static str) -> Self {
        Self { command, ask: None, holder: None, service: None, vetter: None, people: Vec::new(), steps: Vec::new() }
    }
}

/// Stands for any person in a command that is only shown to the policy.
fn somebody(asker: &Asker, service: Service) -> PersonId {
    let of = asker.world.people.iter().find(|(_, person)| person.service == service);
    of.map_or(PersonId(0), |(id, _)| id)
}

/// Everything the asker may do now.
pub(super) fn acts(
    asker: &Asker,
    id: RequisitionId,
    requisition: &Requisition,
    turns: &[Asked],
) -> Vec<RequisitionAct> {
    let asking = Asking { asker, id, requisition };
    let mut acts: Vec<RequisitionAct> = Vec::new();
    for asked in turns {
        if holds(asker, asked) {
            asking.in_turn(asked, &mut acts);
        }
    }
    asking.beside(turns, &mut acts);
    acts
}

struct Asking<'a> {
    asker: &'a Asker,
    id: RequisitionId,
    requisition: &'a Requisition,
}

impl Asking<'_> {
    fn allows(&self, command: impl Into<Command>) -> bool {
        let Asker { app, world, today, account, .. } = self.asker;
        app.policy.authorise(world, *today, Some(*account), &command.into()).is_ok()
    }

    /// Whether the policy allows it and the domain would take it.
    fn takes(&self, command: impl Into<Command>) -> bool {
        let command = command.into();
        let context = Context { today: self.asker.today, actor: Some(self.asker.account) };
        self.allows(command.clone()) && command.decide(&self.asker.world, &context).is_ok()
    }

    fn speaks(&self, holder: Holder) -> bool {
        speaks_for(&self.asker.world, self.asker.account, holder, self.asker.today)
    }

    fn live(&self, admits: impl Fn(&Nominee) -> bool) -> Vec<PersonId> {
        let live = self.requisition.nominees.iter().filter(|nominee| nominee.is_live() && admits(nominee));
        live.map(|nominee| nominee.person).collect()
    }

    /// What answers a turn that the asker holds.
    fn in_turn(&self, asked: &Asked, acts: &mut Vec<RequisitionAct>) {
        let (requisition, world) = (self.id, &*self.asker.world);
        match asked.ask {
            Ask::Nominate => {
                let Holder::Service(service) = asked.turn.holder else { return };
                let person = somebody(self.asker, service);
                let named: Vec<PersonId> = self.requisition.requested(service).map(|asked| asked.person).collect();
                if self.allows(nominate(requisition, person)) {
                    acts.push(RequisitionAct {
                        service: Some(service),
                        people: named.clone(),
                        ..RequisitionAct::new("nominate_person")
                    });
                }
                let until = self.asker.today;
                let no_fill = DeclareNoFill { requisition, service, until, reason: "-".into() };
                if named.is_empty() && self.allows(no_fill) {
                    acts.push(RequisitionAct { service: Some(service), ..RequisitionAct::new("declare_no_fill") });
                }
                if !named.is_empty() && self.allows(DeclineByName { requisition, person: named[0], reason: "-".into() })
                {
                    acts.push(RequisitionAct { people: named, ..RequisitionAct::new("decline_by_name") });
                }
            }
            Ask::Vet(vetter) => {
                let people = self.live(|nominee| nominee.vetting(vetter).is_none());
                let first = people.first().copied();
                let vets = |nominee| VetNominee { requisition, nominee, vetter, favourable: true, reason: None };
                if first.is_some_and(|nominee| self.allows(vets(nominee))) {
                    acts.push(RequisitionAct { vetter: Some(vetter), people, ..RequisitionAct::new("vet_nominee") });
                }
            }
            Ask::Accept => {
                let people = self.live(|nominee| self.requisition.is_offered(world, nominee));
                let first = people.first().copied();
                if first.is_some_and(|person| self.allows(AcceptNominee { requisition, person, accompanied: false })) {
                    acts.push(RequisitionAct { people: people.clone(), ..RequisitionAct::new("accept_nominee") });
                    acts.push(RequisitionAct { people, ..RequisitionAct::new("decline_nominee") });
                }
            }
            Ask::Propose => {
                let person = somebody(self.asker, Service::Civilian);
                let proposed = ProposeReassignment { requisition, person, report: None, justification: "-".into() };
                if self.allows(proposed) {
                    acts.push(RequisitionAct::new("propose_reassignment"));
                }
            }
            Ask::Consent => {
                let Holder::Person(person) = asked.turn.holder else { return };
                if self.allows(GiveConsent { requisition, person }) {
                    acts.push(RequisitionAct { people: vec![person], ..RequisitionAct::new("give_consent") });
                    acts.push(RequisitionAct { people: vec![person], ..RequisitionAct::new("refuse_consent") });
                }
            }
            Ask::Order | Ask::Arrive | Ask::Select | Ask::Recruit | Ask::Resolve => {}
        }
    }

    /// What is not bound to a turn that the asker holds.
    fn beside(&self, turns: &[Asked], acts: &mut Vec<RequisitionAct>) {
        let (requisition, today) = (self.id, self.asker.today);
        let selectable = |person| SelectNominee { requisition, person, reason: Some("-".into()) };
        if turns.iter().any(|asked| asked.ask == Ask::Select) {
            let people: Vec<PersonId> =
                self.live(|_| true).into_iter().filter(|person| self.takes(selectable(*person))).collect();
            if !people.is_empty() {
                acts.push(RequisitionAct { people, ..RequisitionAct::new("select_nominee") });
            }
        }
        if turns.iter().any(|asked| asked.ask == Ask::Recruit) {
            let next = self.requisition.last_step().map_or(0, |mark| mark.step as usize + 1);
            let steps = &RecruitmentStep::ALL[next.min(RecruitmentStep::ALL.len())..];
            let speaks = turns.iter().any(|asked| holds(self.asker, asked) || self.speaks(asked.turn.holder));
            let recorded = |step| RecordRecruitmentStep { requisition, step, on: today, person: None };
            if speaks && steps.first().is_some_and(|step| self.allows(recorded(*step))) {
                let steps = steps.iter().map(|step| StepName { step: *step, title: step.title() }).collect();
                acts.push(RequisitionAct { steps, ..RequisitionAct::new("record_recruitment_step") });
            }
        }
        for service in self.requisition.services.iter().copied() {
            let own = self.live(|nominee| nominee.service == service);
            let alternate = self.requisition.board.is_none() && !own.is_empty();
            let open = turns.iter().any(|asked| matches!(asked.ask, Ask::Nominate | Ask::Accept));
            let person = somebody(self.asker, service);
            let alternates = NominatePerson { rank: Rank::Alternate, ..nominate(requisition, person) };
            if alternate && open && self.speaks(Holder::Service(service)) && self.allows(alternates) {
                acts.push(RequisitionAct { service: Some(service), ..RequisitionAct::new("nominate_person") });
            }
        }
        let withdrawn = |person| WithdrawNomination { requisition, person, reason: "-".into() };
        let people: Vec<PersonId> =
            self.live(|_| true).into_iter().filter(|person| self.takes(withdrawn(*person))).collect();
        if !people.is_empty() {
            acts.push(RequisitionAct { people, ..RequisitionAct::new("withdraw_nomination") });
        }
        self.requests(turns, acts);
        if self.takes(OpenBoard { requisition }) {
            acts.push(RequisitionAct::new("open_board"));
        }
        if self.takes(AskAgain { requisition, services: self.requisition.services.clone(), suspense: None }) {
            acts.push(RequisitionAct::new("ask_again"));
        }
        for asked in turns {
            let due = asked.turn.due.max(today).tomorrow().unwrap_or(Date::MAX);
            let (ask, holder) = (asked.ask, asked.turn.holder);
            if self.takes(ExtendSuspense { requisition, ask, holder, due, reason: "-".into() }) {
                acts.push(RequisitionAct {
                    ask: Some(ask),
                    holder: Some(holder),
                    ..RequisitionAct::new("extend_suspense")
                });
            }
        }
        self.tour(acts);
        if self.takes(CancelRequisition { requisition, reason: "-".into() }) {
            acts.push(RequisitionAct::new("cancel_requisition"));
        }
    }

    /// A request by name, while some service is still to nominate.
    fn requests(&self, turns: &[Asked], acts: &mut Vec<RequisitionAct>) {
        let requisition = self.id;
        let services = turns.iter().filter_map(|asked| match (asked.ask, asked.turn.holder) {
            (Ask::Nominate, Holder::Service(service)) => Some(service),
            _ => None,
        });
        let office = Holder::Office(self.requisition.office(&self.asker.world));
        let speaks = self.speaks(office) || self.speaks(Holder::Headquarters);
        let requests = |service| {
            let person = somebody(self.asker, service);
            self.allows(RequestByName { requisition, person, justification: "-".into() })
        };
        if speaks && services.into_iter().any(requests) {
            acts.push(RequisitionAct::new("request_by_name"));
        }
    }

    /// The order and the arrival are the tour's own commands.
    fn tour(&self, acts: &mut Vec<RequisitionAct>) {
        let Some(accepted) = self.requisition.accepted else { return };
        let status = self.asker.world.tours[accepted.tour].status();
        let (tour, on) = (accepted.tour, self.asker.today);
        if status == TourStatus::Planned && self.allows(OrderTour { tour, on }) {
            acts.push(RequisitionAct::new("order_tour"));
        }
        if matches!(status, TourStatus::Planned | TourStatus::Ordered) && self.allows(RecordArrival { tour, on }) {
            acts.push(RequisitionAct::new("record_arrival"));
        }
    }
}

fn nominate(requisition: RequisitionId, person: PersonId) -> NominatePerson {
    NominatePerson { requisition, person, rank: Rank::Primary, report: None, justification: "-".into() }
}
