//! The last five months of requisitions, acted out on the service as it was made: opened, nominated, vetted, accepted,
//! ordered, filled, and some of them left lying so that they are late today. Every deed is a command that the domain took
//! on its own day, given by the account that held the ball.

mod acting;
mod slating;

use std::collections::HashMap;

use muster_domain::allocation::{CancelRequisition, DeclareNoFill, OpenRequisition, Requisition, RequisitionStatus};
use muster_domain::organization::{Holder, speaks_for};
use muster_domain::workforce::{BilletTerms, FillMode, ServiceCoding};
use muster_domain::{
    AccountId, Apply as _, BilletId, Command, Context, Date, Decide as _, PersonId, Position, RequisitionId, Service,
    World,
};

use crate::dice::{Dice, days_after};
use crate::generate::{Given, Stage};

/// Requisitions at scale 1.
const REQUISITIONS: f64 = 300.0;
/// Requisitions at any scale at least.
const LEAST: usize = 14;
/// Days between two days on which somebody acts.
const TICK: i32 = 5;
/// Such days before today.
const TICKS: i32 = 29;
/// How far ahead openings are looked at, in days.
const AHEAD: i32 = 300;
/// Shares of each fill mode, per mille, in the order they are drawn.
const MODES: [(FillMode, usize); 5] = [
    (FillMode::NominativeBoard, 170),
    (FillMode::CivilianReassignment, 120),
    (FillMode::LocallyEmployed, 110),
    (FillMode::CivilianRecruitment, 120),
    (FillMode::ServiceNomination, 480),
];

/// A service with its requisitions while they are acted out.
pub(crate) struct Fill {
    world: World,
    today: Date,
    dice: Dice,
    given: Vec<(Given, Command)>,
    /// Requisitions that are left lying after so many deeds.
    lying: HashMap<RequisitionId, usize>,
    /// Whether a board was left with its vetters.
    vetters_wait: bool,
    /// People who entered on duty, to number the next.
    hired: u32,
}

/// Days before today from which a board may be left with its vetters.
const VETTERS_WAIT: i32 = 28;

/// The requisitions' past as stages, on a World that holds everything else. `consenting` is the civilian whose consent is
/// asked today.
pub(crate) fn history(world: World, today: Date, scale: f64, consenting: Option<PersonId>, dice: Dice) -> Vec<Stage> {
    let mut dice = dice;
    // One throw aside: of the pasts that chance can make, this one shows every stage at the sizes of demo and tests.
    dice.below(2);
    let mut fill = Fill { world, today, dice, given: Vec::new(), lying: HashMap::new(), vetters_wait: false, hired: 0 };
    let mut planned = fill.openings(((REQUISITIONS * scale).round() as usize).max(LEAST));
    for tick in (0..=TICKS).rev() {
        let day = days_after(today, -tick * TICK);
        let (due, later) = planned.into_iter().partition(|(_, opens)| *opens <= day);
        planned = later;
        fill.open(due, day);
        fill.day(day);
    }
    if let Some(person) = consenting {
        fill.ask_consent(person);
    }
    fill.complete();
    fill.slating();
    stages(fill.given)
}

/// Deeds that one account gave on one day after another become one stage, so that a record holds many.
fn stages(given: Vec<(Given, Command)>) -> Vec<Stage> {
    let mut stages: Vec<Stage> = Vec::new();
    for (given, command) in given {
        match stages.last_mut() {
            Some(stage) if stage.given == Some(given) => stage.commands.push(command),
            _ => stages.push(Stage {
                name: "requisitions",
                title: "Requisitions and a slate of the last months",
                commands: vec![command],
                given: Some(given),
            }),
        }
    }
    stages
}

impl Fill {
    /// Gives a command on a day for an account; false where the domain refuses it, and then nothing happened.
    fn give(&mut self, day: Date, actor: Option<AccountId>, command: impl Into<Command>) -> bool {
        let command = command.into();
        let Ok(events) = command.decide(&self.world, &Context { today: day, actor }) else { return false };
        let at = Position(self.world.position.0 + 1);
        events.iter().for_each(|event| event.apply(&mut self.world, at));
        self.world.position = at;
        self.given.push((Given { day, actor }, command));
        true
    }

    /// The account that speaks for a holder: the office's own before one above it.
    fn account(&self, holder: Holder, day: Date) -> Option<AccountId> {
        let speaks = |id: &AccountId| speaks_for(&self.world, *id, holder, day);
        let own = |id: &AccountId| matches!(holder, Holder::Office(office) if self.world.grants(*id, day).any(|grant| grant.office == Some(office)));
        let all = || self.world.accounts.iter().map(|(id, _)| id);
        all().find(|id| own(id) && speaks(id)).or_else(|| all().find(speaks))
    }

    /// Billets to open requisitions for, each with the day it is opened: of every fill mode its share, as far as there are.
    fn openings(&mut self, wanted: usize) -> Vec<(BilletId, Date)> {
        let falling = muster_slate::falling_open(&self.world, self.today, days_after(self.today, AHEAD));
        let mut chosen = Vec::new();
        for (mode, share) in MODES {
            let of_mode =
                |(billet, from): &&(BilletId, Date)| self.world.billets[*billet].terms_near(*from).fill_mode == mode;
            let mut billets: Vec<BilletId> = falling.iter().filter(of_mode).map(|(billet, _)| *billet).collect();
            self.dice.shuffle(&mut billets);
            // Offices that somebody signs in for come first: what nobody answers would only be late.
            billets.sort_by_key(|billet| {
                let office = self.world.billets[*billet].terms_near(self.today).office;
                self.account(Holder::Office(office), self.today).is_none()
            });
            // One opening is kept for the civilian whose consent is asked today.
            let kept = usize::from(mode == FillMode::CivilianReassignment);
            billets.truncate((wanted * share).div_ceil(1000).min(billets.len().saturating_sub(kept)));
            for billet in billets {
                chosen.push((billet, days_after(self.today, -TICK * self.dice.between(0, TICKS))));
            }
        }
        chosen.sort_unstable();
        chosen
    }

    fn open(&mut self, billets: Vec<(BilletId, Date)>, day: Date) {
        let manager = self.account(Holder::Headquarters, day);
        for (billet, _) in billets {
            let open_from = self.open_from(billet);
            let soonest = days_after(day, self.dice.between(40, 120));
            // A billet that stands vacant today may have been asked for before: then it is filled by now.
            let report = if open_from <= self.today { soonest } else { open_from.max(soonest) };
            let terms = self.world.billets[billet].terms_near(report).clone();
            let country = muster_slate::priority_country(&self.world, &terms);
            let steps = country.map_or(1, |country| self.world.countries[country].priority_on(day)).clamp(1, 5);
            let priority = if terms.key { steps.max(4) } else { steps };
            let command = self.account(Holder::Office(terms.office), day);
            let by_command = command.is_some_and(|account| self.is_command(account, day)) && self.dice.per_mille(200);
            let actor = if by_command { command } else { manager };
            let requisition = self.world.requisitions.next_id();
            let services = asked(&terms);
            if self.give(day, actor, OpenRequisition { billet, report, priority, services, suspense: None })
                && self.dice.per_mille(120)
            {
                let deeds = self.dice.below(5) + 1;
                self.lying.insert(requisition, deeds);
            }
        }
    }

    fn is_command(&self, account: AccountId, day: Date) -> bool {
        self.world.grants(account, day).any(|grant| grant.role == muster_domain::access::Role::CommandOfficer)
    }

    fn open_from(&self, billet: BilletId) -> Date {
        let tours = self.world.billets[billet].tours.iter().filter_map(|tour| self.world.tours[*tour].period());
        tours.map(|period| period.end()).max().unwrap_or(self.today)
    }

    /// Everybody who holds a ball on a day acts or lets it lie, account by account.
    fn day(&mut self, day: Date) {
        let accounts: Vec<Option<AccountId>> =
            self.world.accounts.iter().map(|(id, _)| Some(id)).chain([None]).collect();
        let open: Vec<RequisitionId> = self
            .world
            .requisitions
            .iter()
            .filter(|(_, requisition)| requisition.is_open(&self.world))
            .map(|(id, _)| id)
            .collect();
        for account in accounts {
            for requisition in &open {
                let deeds = self.world.requisitions[*requisition].deeds.len();
                // One board of the last weeks stays with its vetters, so that there is one to look at.
                let vetting = self.world.requisitions[*requisition].status(&self.world) == RequisitionStatus::Vetting;
                if !self.vetters_wait && vetting && day >= days_after(self.today, -VETTERS_WAIT) {
                    self.vetters_wait = true;
                    self.lying.insert(*requisition, deeds);
                }
                if self.lying.get(requisition).is_none_or(|most| deeds < *most) {
                    self.act(*requisition, account, day);
                }
            }
        }
    }

    /// What chance left out: a board that waits for its selection, an opening nobody can fill, one that was given up.
    fn complete(&mut self) {
        let day = self.today;
        let vetting = self.at(RequisitionStatus::Vetting);
        // One board stays with its vetters.
        if self.at(RequisitionStatus::Selecting).is_empty()
            && let [id, _, ..] = vetting[..]
        {
            for asked in self.world.requisitions[id].open_turns(&self.world) {
                let account = self.account(asked.turn.holder_on(&self.world, day), day);
                self.take(id, &asked, account, day);
            }
        }
        for status in [RequisitionStatus::Unresolved, RequisitionStatus::Cancelled] {
            let Some(id) = self.single(day).filter(|_| self.at(status).is_empty()) else { continue };
            let (manager, services) =
                (self.account(Holder::Headquarters, day), self.world.requisitions[id].services.clone());
            if status == RequisitionStatus::Cancelled {
                let reason = "The billet is to be recoded; the request is opened again afterwards.".into();
                self.give(day, manager, CancelRequisition { requisition: id, reason });
                continue;
            }
            for service in services {
                let reason = "Nobody of the grade and specialty rotates before then.".into();
                let answer = DeclareNoFill { requisition: id, service, until: days_after(day, 120), reason };
                self.give(day, self.account(Holder::Service(service), day), answer);
            }
        }
    }

    fn at(&self, status: RequisitionStatus) -> Vec<RequisitionId> {
        let all = self.world.requisitions.iter();
        all.filter(|(_, requisition)| requisition.status(&self.world) == status).map(|(id, _)| id).collect()
    }

    /// A requisition in which a service is asked to nominate and is not late.
    fn single(&self, day: Date) -> Option<RequisitionId> {
        let asked = |requisition: &Requisition| {
            !requisition.services.is_empty()
                && requisition.status(&self.world) == RequisitionStatus::Nominating
                && requisition.mode(&self.world) == FillMode::ServiceNomination
                && !requisition.is_late(&self.world, day)
        };
        self.world.requisitions.iter().filter(|(_, requisition)| asked(requisition)).last().map(|(id, _)| id)
    }

    /// One civilian of the demonstration is asked for consent today.
    fn ask_consent(&mut self, person: PersonId) {
        let manager = self.account(Holder::Headquarters, self.today);
        let falling = muster_slate::falling_open(&self.world, self.today, days_after(self.today, 2 * AHEAD));
        let reassigned = |(billet, from): &&(BilletId, Date)| {
            let terms = self.world.billets[*billet].terms_near(*from);
            terms.fill_mode == FillMode::CivilianReassignment
                && self.account(Holder::Office(terms.office), self.today).is_some()
        };
        let billets: Vec<(BilletId, Date)> = falling.iter().filter(reassigned).copied().collect();
        // The person is needed when free, and not before anybody could move.
        let tours = self.world.people[person].tours.iter().filter_map(|tour| self.world.tours[*tour].period());
        let free = tours.map(|period| period.end()).max().unwrap_or(self.today).max(days_after(self.today, 90));
        for (billet, from) in billets {
            let report = from.max(free);
            let requisition = self.world.requisitions.next_id();
            let open = OpenRequisition { billet, report, priority: 3, services: Vec::new(), suspense: None };
            if self.give(self.today, manager, open) && self.propose(requisition, person, manager, self.today) {
                return;
            }
        }
    }
}

/// The services to ask for a billet of these terms.
fn asked(terms: &BilletTerms) -> Vec<Service> {
    match (terms.fill_mode, terms.coding) {
        (FillMode::CivilianRecruitment | FillMode::CivilianReassignment | FillMode::LocallyEmployed, _) => Vec::new(),
        (_, ServiceCoding::Only(service)) => vec![service],
        (FillMode::NominativeBoard, _) => vec![Service::Army, Service::AirForce, Service::Navy],
        (..) => vec![Service::Army, Service::AirForce],
    }
}
