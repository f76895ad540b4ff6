//! Each service's own part of a cycle: the date by which it has nominated, and the limit on how many it can give.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cycle::{cycle_subject, open_cycle};
use super::requisition::said;
use super::{Cycle, SlateLine};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CycleId, Date, Position, Service, Text, Timeline};
use crate::world::World;

/// How many people a service can give.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLimit {
    /// The most people; `None` lifts the limit.
    pub most: Option<u32>,
    /// Why; names no person.
    pub reason: Text,
    /// Who set it.
    pub by: Option<AccountId>,
}

/// A service's part of a cycle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceShare {
    /// The day by which it has answered every nomination request of the cycle.
    pub done_by: Option<Date>,
    /// Its limits, each from a day on.
    pub limits: Timeline<ServiceLimit>,
}

impl Cycle {
    /// The most people a service can give on a day; `None` without a limit.
    pub fn limit_of(&self, service: Service, day: Date) -> Option<u32> {
        self.shares.get(&service)?.limits.at(day)?.most
    }

    /// The day by which a service has answered every nomination request.
    pub fn done_by(&self, service: Service) -> Option<Date> {
        self.shares.get(&service)?.done_by
    }
}

/// Refuses lines that take more from a service than it can give.
pub(super) fn within_limits<'l>(
    world: &World,
    id: CycleId,
    day: Date,
    lines: impl Iterator<Item = &'l SlateLine>,
) -> Result<(), Refusal> {
    let mut taken: BTreeMap<Service, u32> = BTreeMap::new();
    for line in lines {
        *taken.entry(world.people[line.person].service).or_default() += 1;
    }
    let cycle = &world.cycles[id];
    let over = |(service, taken): &(Service, u32)| cycle.limit_of(*service, day).is_some_and(|most| *taken > most);
    match taken.into_iter().find(over) {
        None => Ok(()),
        Some((service, taken)) => Err(refuse(
            "service-limit",
            format!(
                "The slate takes {taken} people from {service}; it can give {}.",
                cycle.limit_of(service, day).unwrap_or_default()
            ),
            "Compute the slate again within the limit, or ask the service to raise it.",
        )),
    }
}

fn asked_of(world: &World, cycle: CycleId, service: Service) -> Result<&Cycle, Refusal> {
    let cycle = open_cycle(world, cycle)?;
    if service.is_slated() {
        return Ok(cycle);
    }
    Err(refuse("not-slated", format!("Nobody of {service} is slated."), "Name a service whose people are slated."))
}

/// Limits how many people a service can give in a cycle, from today on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetServiceLimit {
    /// In which cycle.
    pub cycle: CycleId,
    /// Which service.
    pub service: Service,
    /// The most people; absent to lift the limit.
    pub most: Option<u32>,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for SetServiceLimit {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = asked_of(world, self.cycle, self.service)?;
        said(&self.reason)?;
        if cycle.limit_of(self.service, context.today) == self.most {
            return Ok(Vec::new());
        }
        let limit = ServiceLimit { most: self.most, reason: self.reason.clone(), by: context.actor };
        Ok(vec![ServiceLimitSet { cycle: self.cycle, service: self.service, from: context.today, limit }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { service: Some(self.service), ..cycle_subject(world, self.cycle) }
    }
}

/// A service can give so many people from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceLimitSet {
    /// In which cycle.
    pub cycle: CycleId,
    /// Which service.
    pub service: Service,
    /// The first day.
    pub from: Date,
    /// How many, why and by whom.
    pub limit: ServiceLimit,
}

impl Apply for ServiceLimitSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            cycle.shares.entry(self.service).or_default().limits.set(self.from, self.limit.clone());
        }
    }
}

/// Says by which day a service has answered every nomination request of a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetServiceCalendar {
    /// In which cycle.
    pub cycle: CycleId,
    /// Which service.
    pub service: Service,
    /// The day.
    pub done_by: Date,
}

impl Decide for SetServiceCalendar {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = asked_of(world, self.cycle, self.service)?;
        if self.done_by < context.today || self.done_by >= cycle.window.end() {
            return Err(refuse(
                "calendar-outside",
                format!("{} is past, or after the cycle's window {}.", self.done_by, cycle.window),
                "Give a day from today to the end of the window.",
            ));
        }
        if cycle.done_by(self.service) == Some(self.done_by) {
            return Ok(Vec::new());
        }
        let Self { cycle, service, done_by } = *self;
        Ok(vec![ServiceCalendarSet { cycle, service, done_by }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { service: Some(self.service), ..cycle_subject(world, self.cycle) }
    }
}

/// A service has answered by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceCalendarSet {
    /// In which cycle.
    pub cycle: CycleId,
    /// Which service.
    pub service: Service,
    /// The day.
    pub done_by: Date,
}

impl Apply for ServiceCalendarSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            cycle.shares.entry(self.service).or_default().done_by = Some(self.done_by);
        }
    }
}
