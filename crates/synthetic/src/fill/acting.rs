//! What whoever holds the ball does with it on a day.

use muster_domain::allocation::{
    AcceptNominee, Ask, AskAgain, Asked, CancelRequisition, DeclareNoFill, DeclineByName, DeclineNominee,
    ExtendSuspense, GiveConsent, NominatePerson, Nominee, ProposeReassignment, Rank, RecordRecruitmentStep,
    RecruitmentStep, RefuseConsent, RequestByName, SelectNominee, VetNominee, Vetter,
};
use muster_domain::organization::Holder;
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, Clearance, ClearanceHeld, FamilyFacts, FillMode, OrderTour, PersonFacts, PersonalFacts,
    RecordArrival, RegisterPerson,
};
use muster_domain::{AccountId, Date, Period, PersonId, RequisitionId, Sealed, Service, Text};
use muster_slate::CandidateField;

use super::{Fill, TICK};
use crate::dice::days_after;

/// One in so many people is looked at for a nomination, another share each time: enough to find one, and quick.
const LOOKED_AT: u32 = 4;
/// The candidates a service tries before it says that there is no fill.
const TRIED: usize = 5;
/// The most rules that a nominee may fail: the rest needs a waiver that nobody would give.
const FAILED: u8 = 2;

const WHY: [&str; 5] = [
    "Served two tours in the region and speaks the language.",
    "Strong case management record; asks for the region.",
    "Ready for the grade, and the family is cleared.",
    "Planned the last exercise with this partner.",
    "Best qualified of those who rotate in the window.",
];
const WHY_NOT: [&str; 3] = [
    "The office needs more experience with case execution.",
    "The report date leaves the billet open for too long.",
    "Too little language for the partner's staff.",
];
const UNFAVOURABLE: [&str; 2] =
    ["No embassy experience at this level.", "The record shows no work with this partner's ministry."];

impl Fill {
    /// What an account does in a requisition on a day, as far as it is its turn.
    pub(super) fn act(&mut self, id: RequisitionId, account: Option<AccountId>, day: Date) {
        for asked in self.world.requisitions[id].open_turns(&self.world) {
            if asked.turn.is_late(day) && !matches!(asked.ask, Ask::Order | Ask::Arrive | Ask::Recruit) {
                let holder = asked.turn.holder_on(&self.world, day);
                if self.account(holder, day) == account && account.is_some() && self.dice.per_mille(180) {
                    self.escalated(id, &asked, account, day);
                }
                continue;
            }
            if self.account(asked.turn.holder, day) == account && self.dice.per_mille(self.chance(id, asked.ask, day)) {
                self.take(id, &asked, account, day);
            }
        }
    }

    /// How likely somebody acts on one of the days, per mille: most act within the suspense, some do not.
    fn chance(&self, id: RequisitionId, ask: Ask, day: Date) -> u32 {
        match ask {
            Ask::Nominate | Ask::Order => 330,
            Ask::Accept | Ask::Vet(_) | Ask::Consent => 640,
            Ask::Select => 750,
            Ask::Propose | Ask::Resolve => 420,
            Ask::Arrive if self.world.requisitions[id].tour(&self.world).is_some_and(|tour| tour.report <= day) => 850,
            Ask::Arrive => 0,
            Ask::Recruit => {
                let expected = self.next_step(id).map_or(30, |step| self.world.lever(step.lever(), day)).max(1);
                u32::try_from(i64::from(TICK) * 1000 / expected).unwrap_or(1000).min(900)
            }
        }
    }

    /// Whoever the ball went up to gives more time, or decides in the holder's place.
    fn escalated(&mut self, id: RequisitionId, asked: &Asked, account: Option<AccountId>, day: Date) {
        match asked.ask {
            Ask::Accept | Ask::Vet(_) => self.take(id, asked, account, day),
            _ => {
                let reason = "The holder asked for more time and gave a reason.".into();
                let due = days_after(day, 14);
                let (ask, holder) = (asked.ask, asked.turn.holder);
                self.give(day, account, ExtendSuspense { requisition: id, ask, holder, due, reason });
            }
        }
    }

    pub(super) fn take(&mut self, id: RequisitionId, asked: &Asked, account: Option<AccountId>, day: Date) {
        match (asked.ask, asked.turn.holder) {
            (Ask::Nominate, Holder::Service(service)) => self.nominate(id, service, account, day),
            (Ask::Accept, _) => self.decide(id, account, day),
            (Ask::Vet(vetter), _) => self.vet(id, vetter, account, day),
            (Ask::Select, _) => self.select(id, account, day),
            (Ask::Propose, _) => {
                if let Some(person) = self.candidates(id, Service::Civilian, day).into_iter().next() {
                    self.propose(id, person, account, day);
                }
            }
            (Ask::Consent, Holder::Person(person)) if self.dice.per_mille(780) => {
                self.give(day, account, GiveConsent { requisition: id, person });
            }
            (Ask::Consent, Holder::Person(person)) => {
                let reason = Some("The family cannot move this year.".into());
                self.give(day, account, RefuseConsent { requisition: id, person, reason });
            }
            (Ask::Recruit, _) => self.recruit(id, account, day),
            (Ask::Resolve, _) => self.resolve(id, account, day),
            (Ask::Order, _) => {
                if let Some(accepted) = self.world.requisitions[id].accepted {
                    self.give(day, account, OrderTour { tour: accepted.tour, on: day });
                }
            }
            (Ask::Arrive, _) => {
                // A chief records arrivals, and headquarters for everybody else.
                let manager = self.account(Holder::Headquarters, day);
                let account =
                    if account.is_some_and(|account| self.is_command(account, day)) { manager } else { account };
                if let Some(accepted) = self.world.requisitions[id].accepted {
                    self.give(day, account, RecordArrival { tour: accepted.tour, on: day });
                }
            }
            _ => {}
        }
    }

    fn said(&mut self, of: &[&str]) -> Text {
        Text::from(*self.dice.pick(of))
    }

    /// People of a service who might be given, the best first, as far as they are free of other nominations.
    fn candidates(&mut self, id: RequisitionId, service: Service, day: Date) -> Vec<PersonId> {
        let world = &self.world;
        let requisition = &world.requisitions[id];
        let Some(field) = CandidateField::new(world, requisition.billet, requisition.report, day) else {
            return Vec::new();
        };
        let share = u32::try_from(requisition.deeds.len()).unwrap_or(0) + id.0;
        let ranked = field.ranked(&[], |person, of| of == service && (person.0 + share).is_multiple_of(LOOKED_AT));
        let elsewhere = |person: PersonId| {
            world.requisitions.iter().any(|(_, other)| other.is_open(world) && other.live(person).is_some())
        };
        let refused = |person: PersonId| requisition.nominees.iter().any(|nominee| nominee.person == person);
        ranked
            .ranked
            .iter()
            .filter(|found| found.failed <= FAILED && !elsewhere(found.person) && !refused(found.person))
            .map(|found| found.person)
            .take(TRIED)
            .collect()
    }

    fn nominate(&mut self, id: RequisitionId, service: Service, account: Option<AccountId>, day: Date) {
        let named: Option<PersonId> = self.world.requisitions[id].requested(service).map(|asked| asked.person).next();
        let people = self.candidates(id, service, day);
        if named.is_none() && self.dice.per_mille(90) && self.by_name(id, people.first().copied(), day) {
            return;
        }
        if let Some(person) = named {
            let reason = "Not releasable before the end of the current program.".into();
            if self.dice.per_mille(400) && self.give(day, account, DeclineByName { requisition: id, person, reason }) {
                return;
            }
        }
        let justification = self.said(&WHY);
        let nomination = |person, rank| NominatePerson {
            requisition: id,
            person,
            rank,
            report: None,
            justification: justification.clone(),
        };
        let choice: Vec<PersonId> = named.into_iter().chain(people).collect();
        let given_up = named.is_none() && self.dice.per_mille(70);
        let mut taken = false;
        for person in choice.iter().copied().filter(|_| !given_up) {
            taken = self.give(day, account, nomination(person, Rank::Primary));
            if taken {
                break;
            }
        }
        if taken && self.dice.per_mille(250) {
            for person in choice {
                if self.give(day, account, nomination(person, Rank::Alternate)) {
                    break;
                }
            }
        }
        if !taken {
            let until = days_after(day, 120);
            let reason = "Nobody of the grade and specialty rotates before then.".into();
            self.give(day, account, DeclareNoFill { requisition: id, service, until, reason });
        }
    }

    fn by_name(&mut self, id: RequisitionId, person: Option<PersonId>, day: Date) -> bool {
        let office = self.world.requisitions[id].office(&self.world);
        let (Some(person), Some(account)) = (person, self.account(Holder::Office(office), day)) else { return false };
        let justification = "Worked with this office as a planner and is known to the partner.".into();
        self.give(day, Some(account), RequestByName { requisition: id, person, justification })
    }

    fn decide(&mut self, id: RequisitionId, account: Option<AccountId>, day: Date) {
        let requisition = &self.world.requisitions[id];
        let offered = requisition.nominees.iter().find(|nominee| requisition.is_offered(&self.world, nominee));
        let Some(person) = offered.map(|nominee| nominee.person) else { return };
        let family = self.world.people[person].family.as_ref().map_or(0, |family| family.dependents);
        let accepts = self.dice.per_mille(860);
        let accept = |accompanied| AcceptNominee { requisition: id, person, accompanied };
        let taken = accepts
            && ((family > 0 && self.give(day, account, accept(true))) || self.give(day, account, accept(false)));
        if !taken {
            let reason = self.said(&WHY_NOT);
            self.give(day, account, DeclineNominee { requisition: id, person, reason });
        }
    }

    fn vet(&mut self, id: RequisitionId, vetter: Vetter, account: Option<AccountId>, day: Date) {
        let open = |nominee: &&Nominee| nominee.is_live() && nominee.vetting(vetter).is_none();
        let people: Vec<PersonId> =
            self.world.requisitions[id].nominees.iter().filter(open).map(|nominee| nominee.person).collect();
        for nominee in people {
            let favourable = self.dice.per_mille(880);
            let reason = if favourable { None } else { Some(self.said(&UNFAVOURABLE)) };
            self.give(day, account, VetNominee { requisition: id, nominee, vetter, favourable, reason });
        }
    }

    fn select(&mut self, id: RequisitionId, account: Option<AccountId>, day: Date) {
        let requisition = &self.world.requisitions[id];
        let favourable = |nominee: &&Nominee| nominee.is_live() && !nominee.is_unfavourable();
        let services = requisition.services.clone();
        match requisition.nominees.iter().find(favourable).map(|nominee| nominee.person) {
            Some(person) => self.give(day, account, SelectNominee { requisition: id, person, reason: None }),
            None => self.give(day, account, AskAgain { requisition: id, services, suspense: None }),
        };
    }

    /// Proposes a civilian for reassignment.
    pub(super) fn propose(
        &mut self,
        id: RequisitionId,
        person: PersonId,
        account: Option<AccountId>,
        day: Date,
    ) -> bool {
        let justification = self.said(&WHY);
        self.give(day, account, ProposeReassignment { requisition: id, person, report: None, justification })
    }

    fn resolve(&mut self, id: RequisitionId, account: Option<AccountId>, day: Date) {
        let requisition = &self.world.requisitions[id];
        let (billet, report, services) = (requisition.billet, requisition.report, requisition.services.clone());
        match self.dice.below(4) {
            0 | 1 => {
                let Ok(period) = Period::new(report, Some(days_after(report, 150))) else { return };
                let reason = "No service has a fill before the summer; the office shares the work.".into();
                let gap = ApprovedGap { period, approver: "DSCS J1".into(), reason };
                self.give(day, account, ApproveGap { billet, gap });
            }
            2 => {
                self.give(day, account, AskAgain { requisition: id, services, suspense: None });
            }
            _ => {
                let reason = "The billet is to be recoded; the request is opened again afterwards.".into();
                self.give(day, account, CancelRequisition { requisition: id, reason });
            }
        }
    }

    fn next_step(&self, id: RequisitionId) -> Option<RecruitmentStep> {
        let reached = self.world.requisitions[id].last_step().map_or(0, |mark| mark.step as usize + 1);
        RecruitmentStep::ALL.get(reached).copied()
    }

    fn recruit(&mut self, id: RequisitionId, account: Option<AccountId>, day: Date) {
        let Some(step) = self.next_step(id) else { return };
        let person = match step {
            RecruitmentStep::EntryOnDuty => self.hire(id, account, day),
            _ => None,
        };
        self.give(day, account, RecordRecruitmentStep { requisition: id, step, on: day, person });
    }

    /// Registers whoever enters on duty.
    fn hire(&mut self, id: RequisitionId, account: Option<AccountId>, day: Date) -> Option<PersonId> {
        let requisition = &self.world.requisitions[id];
        let local = requisition.mode(&self.world) == FillMode::LocallyEmployed;
        let terms = requisition.terms(&self.world).clone();
        self.hired += 1;
        let person = self.world.people.next_id();
        let first = ["Amal", "Noor", "Sami", "Lena", "Karim", "Ines", "Petra", "Tomas"][self.hired as usize % 8];
        let register = RegisterPerson {
            number: Text::from(format!("NEW-{:05}", self.hired)),
            source: if local { "Embassy roster (synthetic)".into() } else { "DCPDS (synthetic)".into() },
            from: day,
            facts: PersonFacts {
                name: Text::from(format!("Newhire-{:03}, {first}", self.hired)),
                service: if local { Service::LocallyEmployed } else { Service::Civilian },
                grade: terms.grade,
                specialties: terms.specialty.into_iter().collect(),
                languages: Vec::new(),
                clearance: ClearanceHeld {
                    level: if local { Clearance::None } else { terms.clearance },
                    expires: None,
                },
                certificates: Vec::new(),
                personal: Sealed::Open(PersonalFacts::default()),
                family: Sealed::Open(FamilyFacts::default()),
            },
        };
        self.give(day, account, register).then_some(person)
    }
}
