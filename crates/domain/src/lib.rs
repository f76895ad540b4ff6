//! The vocabulary of security cooperation staffing, everything known about the service (the [`World`]), and the rules
//! by which it changes.
//!
//! A command is decided ([`Command::decide`]: a pure function of the World and the command) into events or a
//! [`Refusal`]; an event is applied ([`World::apply`]) and cannot be refused. Each area is a folder with its facts, its
//! commands, its events.
//!
//! Never here: I/O, a clock, randomness, floating-point money. Dates and ids are handed in through [`Context`].

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

pub mod access;
pub mod allocation;
pub mod cases;
mod command;
mod event;
pub mod kernel;
pub mod limits;
pub mod organization;
pub mod partner;
pub mod policy;
pub mod sources;
pub mod workforce;
mod world;

pub use command::{Command, Context, Decide, Decision, Refusal, Subject, Together, refuse};
pub use event::{Apply, Event, UnreadableEvent, read_events, write_events};
pub use kernel::{
    AccountId, AugmentationId, BilletId, CaseId, ChangeRequestId, ContradictionId, CountryId, CycleId, Date,
    DiversionId, FiscalYear, Grade, GradeBand, Ilr, OfficeId, Period, PersonId, Position, PostId, RequisitionId,
    ScenarioId, Sealed, Service, SlateId, SourceId, Text, Timeline, TourId, WaiverId,
};
pub use world::World;
