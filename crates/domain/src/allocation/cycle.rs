//! Assignment cycles: a window of report dates and a scope of offices. Movers and openings are derived from the facts,
//! never stored.

use serde::{Deserialize, Serialize};

use super::{Ballot, ServiceShare};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CycleId, Date, OfficeId, Period, Position, Service, Text};
use crate::world::World;

/// An assignment cycle.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cycle {
    /// Its name.
    pub name: Text,
    /// The days within which billets fall open and people rotate.
    pub window: Period,
    /// The commands and agencies in scope, with all below them; empty for the whole service.
    pub scope: Vec<OfficeId>,
    /// The day it was opened.
    pub opened: Date,
    /// The day it was closed.
    pub closed: Option<Date>,
    /// What each service can give, and until when.
    #[serde(default)]
    pub shares: imbl::OrdMap<Service, ServiceShare>,
    /// What members and offices rank, and until when.
    pub ballot: Ballot,
}

impl Cycle {
    /// Whether an office lies in its scope on the first day of its window.
    pub fn includes(&self, world: &World, office: OfficeId) -> bool {
        if self.scope.is_empty() || self.scope.contains(&office) {
            return true;
        }
        world.above(office, self.window.from()).any(|above| self.scope.contains(&above))
    }
}

/// Opens a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenCycle {
    /// Its name.
    pub name: Text,
    /// The days within which billets fall open and people rotate; at most two years.
    pub window: Period,
    /// The commands and agencies in scope; empty for the whole service.
    pub scope: Vec<OfficeId>,
}

impl Decide for OpenCycle {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if self.name.trim().is_empty() {
            return Err(refuse("cycle-name", "A cycle needs a name.", "Give `name`, such as `Summer 2027`."));
        }
        if self.window.days() > 731 {
            return Err(refuse(
                "cycle-window",
                format!("The window {} is longer than two years.", self.window),
                "Give a window of two years at most.",
            ));
        }
        if self.window.end() <= context.today {
            return Err(refuse(
                "cycle-past",
                format!("The window {} is over.", self.window),
                "Give a window that ends in the future.",
            ));
        }
        for office in &self.scope {
            crate::organization::known_office(world, *office)?;
        }
        if let Some((id, other)) =
            world.cycles.iter().find(|(_, cycle)| cycle.closed.is_none() && cycle.name == self.name)
        {
            return Err(refuse(
                "cycle-known",
                format!("Cycle {id} `{}` is still open.", other.name),
                "Close it, or choose another name.",
            ));
        }
        Ok(vec![CycleOpened { cycle: world.cycles.next_id(), opened: context.today, facts: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject { offices: self.scope.clone(), ..Subject::default() }
    }
}

/// A cycle was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CycleOpened {
    /// Its id.
    pub cycle: CycleId,
    /// The day.
    pub opened: Date,
    /// Name, window, scope.
    pub facts: OpenCycle,
}

impl Apply for CycleOpened {
    fn apply(&self, world: &mut World, at: Position) {
        let OpenCycle { name, window, scope } = self.facts.clone();
        world.cycles.push(
            Cycle {
                name,
                window,
                scope,
                opened: self.opened,
                closed: None,
                shares: imbl::OrdMap::new(),
                ballot: Ballot::default(),
            },
            at,
        );
    }
}

/// Closes a cycle: no more preferences, no more slates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CloseCycle {
    /// Which cycle.
    pub cycle: CycleId,
}

impl Decide for CloseCycle {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        open_cycle(world, self.cycle)?;
        Ok(vec![CycleClosed { cycle: self.cycle, closed: context.today }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        cycle_subject(world, self.cycle)
    }
}

/// A cycle was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CycleClosed {
    /// Which cycle.
    pub cycle: CycleId,
    /// The day.
    pub closed: Date,
}

impl Apply for CycleClosed {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(cycle) = world.cycles.edit(self.cycle, at) {
            cycle.closed = Some(self.closed);
        }
    }
}

pub(super) fn open_cycle(world: &World, id: CycleId) -> Result<&Cycle, Refusal> {
    let cycle = world.cycles.get(id).ok_or_else(|| {
        refuse("no-cycle", format!("There is no cycle {id}."), "Check the id, or open a cycle first.")
    })?;
    match cycle.closed {
        None => Ok(cycle),
        Some(on) => {
            Err(refuse("cycle-closed", format!("Cycle {id} `{}` was closed on {on}.", cycle.name), "Open a new cycle."))
        }
    }
}

pub(super) fn cycle_subject(world: &World, id: CycleId) -> Subject {
    let row = world.cycles.row(id);
    Subject {
        offices: row.map(|row| row.fact.scope.clone()).unwrap_or_default(),
        changed: row.map(|row| row.changed),
        ..Subject::default()
    }
}
