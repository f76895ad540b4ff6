//! What each service gives to a cycle, beside what it can give.

use std::collections::BTreeMap;

use muster_domain::allocation::{LineStatus, Slate};
use muster_domain::{CycleId, Date, Service, World};
use serde::Serialize;

/// What one service gives to a slate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ServiceFill {
    /// Which service.
    pub service: Service,
    /// People of it in the slate.
    pub lines: usize,
    /// Share of the slate's lines, per mille.
    pub share_per_mille: usize,
    /// The most people it can give, where it set a limit.
    pub limit: Option<u32>,
    /// The day by which it has answered every nomination request, where it set one.
    pub done_by: Option<Date>,
}

/// The most people that each service can give to a cycle on a day; services without a limit are left out.
pub fn service_limits(world: &World, cycle: CycleId, day: Date) -> BTreeMap<Service, u32> {
    let Some(cycle) = world.cycles.get(cycle) else { return BTreeMap::new() };
    cycle.shares.keys().filter_map(|service| Some((*service, cycle.limit_of(*service, day)?))).collect()
}

/// What each service gives to a slate: those in it and those that set a limit or a date.
pub fn service_fill(world: &World, slate: &Slate, day: Date) -> Vec<ServiceFill> {
    let cycle = &world.cycles[slate.cycle];
    let mut lines: BTreeMap<Service, usize> = cycle.shares.keys().map(|service| (*service, 0)).collect();
    for line in slate.lines.iter().filter(|line| line.status() != LineStatus::Dropped) {
        *lines.entry(world.people[line.proposal.person].service).or_default() += 1;
    }
    let all: usize = lines.values().sum();
    let fill = |(service, lines): (Service, usize)| ServiceFill {
        service,
        lines,
        share_per_mille: lines * 1000 / all.max(1),
        limit: cycle.limit_of(service, day),
        done_by: cycle.done_by(service),
    };
    lines.into_iter().map(fill).collect()
}
