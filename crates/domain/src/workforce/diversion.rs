//! Diversions: a command sends a person inside its area to another office for a time. They stay assigned where they are
//! and are present where they were sent.

use serde::{Deserialize, Serialize};

use super::rules::known_tour;
use super::sending::{elsewhere_in, may_be_sent, offices_during};
use super::{Tour, TourStatus};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{Date, DiversionId, OfficeId, Period, PersonId, Position, Sealed, Service, TourId};
use crate::policy::Lever;
use crate::world::World;

/// Somebody present for a time at another office than the own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diversion {
    /// The tour they are diverted from.
    pub tour: TourId,
    /// Who.
    pub person: PersonId,
    /// The office they are present at.
    pub to: OfficeId,
    /// From when until when it was decided for.
    pub period: Period,
    /// Why; of the field class *personal*. `None` once erased.
    pub reason: Option<String>,
    /// The day it was decided.
    pub decided: Date,
    /// The first day after it, if it ended early.
    pub ended: Option<Date>,
}

impl Diversion {
    /// Its days; `None` if it ended before it began.
    pub fn days(&self) -> Option<Period> {
        self.ended.map_or(Some(self.period), |on| self.period.ended(on))
    }

    /// Whether it holds on the day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.days().is_some_and(|days| days.contains(day))
    }
}

/// Diverts a person to another office for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DivertPerson {
    /// The tour they are diverted from.
    pub tour: TourId,
    /// The office they are sent to.
    pub to: OfficeId,
    /// From when until when.
    pub period: Period,
    /// Why; kept sealed under the person's key.
    pub reason: String,
}

impl Decide for DivertPerson {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let tour = known_tour(world, self.tour)?;
        check_tour(world, self.tour, tour, self.period)?;
        let to = crate::organization::known_office(world, self.to)?;
        if offices_during(world, tour.billet, self.period).contains(&self.to) {
            return Err(refuse(
                "diverted-home",
                format!("Tour {} is in {} itself.", self.tour, to.code),
                "Choose another office.",
            ));
        }
        let most = world.lever(Lever::DiversionDays, self.period.from());
        if i64::from(self.period.days()) > most {
            return Err(refuse(
                "diversion-days",
                format!("A diversion of {} days is longer than {most}.", self.period.days()),
                "Divert for a shorter time, or ask for a reassignment.",
            ));
        }
        if self.reason.trim().is_empty() {
            return Err(refuse("reason-missing", "The person would be diverted without a reason.", "Give `reason`."));
        }
        may_be_sent(world, self.to, self.period)?;
        elsewhere_in(world, tour.person, self.period)?;
        Ok(vec![
            PersonDiverted {
                diversion: world.diversions.next_id(),
                tour: self.tour,
                person: tour.person,
                to: self.to,
                period: self.period,
                reason: Sealed::Open(self.reason.clone()),
                decided: context.today,
            }
            .into(),
        ])
    }

    /// Both offices: the one that gives and the one that receives.
    fn subject(&self, world: &World) -> Subject {
        let Some(row) = world.tours.row(self.tour) else { return Subject::default() };
        diverted(world, row.fact.person, self.tour, self.to, self.period, row.changed)
    }
}

/// Refuses a tour that nobody can be diverted from in these days.
fn check_tour(world: &World, id: TourId, tour: &Tour, period: Period) -> Result<(), Refusal> {
    if tour.status() != TourStatus::Arrived || !tour.is_primary() {
        return Err(refuse(
            "diversion-tour",
            format!("Tour {id} is not the primary tour of somebody who serves."),
            "Choose a primary tour whose arrival is recorded.",
        ));
    }
    if world.people[tour.person].service == Service::LocallyEmployed {
        return Err(refuse(
            "locally-employed",
            format!("{} is locally employed by the embassy.", tour.person),
            "Ask for somebody of the US staff.",
        ));
    }
    if !tour.served().is_some_and(|served| served.covers(period)) {
        return Err(refuse(
            "beyond-tour",
            format!("Tour {id} does not last for all of {period}."),
            "Divert within the days of the tour, or extend it first.",
        ));
    }
    Ok(())
}

fn diverted(world: &World, person: PersonId, tour: TourId, to: OfficeId, period: Period, changed: Position) -> Subject {
    let mut offices = offices_during(world, world.tours[tour].billet, period);
    offices.push(to);
    Subject {
        offices,
        person: Some(person),
        service: Some(world.people[person].service),
        changed: Some(changed),
        ..Subject::default()
    }
}

/// A person was diverted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonDiverted {
    /// Its id.
    pub diversion: DiversionId,
    /// The tour they are diverted from.
    pub tour: TourId,
    /// Who.
    pub person: PersonId,
    /// The office they are sent to.
    pub to: OfficeId,
    /// From when until when.
    pub period: Period,
    /// Why; of the field class *personal*.
    pub reason: Sealed<String>,
    /// The day it was decided.
    pub decided: Date,
}

impl Apply for PersonDiverted {
    fn apply(&self, world: &mut World, at: Position) {
        let diversion = Diversion {
            tour: self.tour,
            person: self.person,
            to: self.to,
            period: self.period,
            reason: self.reason.open().cloned(),
            decided: self.decided,
            ended: None,
        };
        let id = world.diversions.push(diversion, at);
        if let Some(person) = world.people.edit(self.person, at) {
            person.diversions.push(id);
        }
        if let Some(roster) = world.rosters.edit(self.to, at) {
            roster.diversions.push(id);
        }
        super::person::touch_homes(world, self.person, at);
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.reason)
    }
}

/// Ends a diversion: from the day on the person is back at their own office. On its first day or before, it never was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndDiversion {
    /// Which.
    pub diversion: DiversionId,
    /// The first day after it.
    pub on: Date,
}

impl Decide for EndDiversion {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let Some(diversion) = world.diversions.get(self.diversion) else {
            return Err(refuse(
                "no-diversion",
                format!("There is no diversion {}.", self.diversion),
                "Check the id in the list of diversions.",
            ));
        };
        let Some(days) = diversion.days().filter(|days| self.on < days.end()) else {
            return Err(refuse(
                "not-earlier",
                format!("Diversion {} does not last beyond {}.", self.diversion, self.on),
                "Give a day before its end.",
            ));
        };
        Ok(vec![DiversionEnded { diversion: self.diversion, on: self.on.max(days.from()) }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let Some(row) = world.diversions.row(self.diversion) else { return Subject::default() };
        let Diversion { person, tour, to, period, .. } = row.fact;
        diverted(world, person, tour, to, period, row.changed)
    }
}

/// A diversion ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DiversionEnded {
    /// Which.
    pub diversion: DiversionId,
    /// The first day after it.
    pub on: Date,
}

impl Apply for DiversionEnded {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(diversion) = world.diversions.edit(self.diversion, at) else { return };
        diversion.ended = Some(self.on);
        let person = diversion.person;
        super::person::touch_homes(world, person, at);
    }
}
