//! The director's endorsement. It assigns nobody: a central service cannot. It raises a requisition for each line, in which
//! the slated person is requested of the service by name, or is asked for consent where civilian; the gaining office
//! accepts, and only then is a tour planned.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::requisition::raise;
use super::slate_commands::{coordinated_slate, dropped, in_line, is_slated, line_of, slate_subject};
use super::{Endorsement, Line, LineStatus};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, Event};
use crate::kernel::{AccountId, Date, Position, RequisitionId, SlateId, TourId};
use crate::world::World;

/// Endorses lines that the gaining commands concurred with: each becomes a requisition that asks for its person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndorseLines {
    /// Which slate.
    pub slate: SlateId,
    /// Line numbers; empty for every line that is concurred with and whose billet no other requisition fills.
    pub lines: Vec<u32>,
}

impl Decide for EndorseLines {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let slate = coordinated_slate(world, self.slate)?;
        let concurred = |line: &Line| line.status_on(world, context.today) == LineStatus::Concurred;
        let numbers: Vec<u32> = if self.lines.is_empty() {
            let ready = |line: &Line| concurred(line) && world.open_requisition(line.proposal.billet).is_none();
            (0..).zip(&slate.lines).filter(|(_, line)| ready(line)).map(|(number, _)| number).collect()
        } else {
            self.lines.iter().copied().collect::<BTreeSet<u32>>().into_iter().collect()
        };
        if numbers.is_empty() {
            return Err(refuse(
                "nothing-concurred",
                format!("No line of slate {} is concurred with and still to be endorsed.", self.slate),
                "Wait for the commands to concur.",
            ));
        }
        // What is decided is decided beside the lines endorsed before, whose tours are not planned yet.
        let at = Position(world.position.0 + 1);
        let (mut scratch, mut planned) = (world.clone(), world.clone());
        for line in slate.lines.iter().filter(|line| line.status() == LineStatus::Endorsed && line.holds_person(world))
        {
            if let Ok(tour) = line.proposal.tour().planned(&planned, Some(self.slate)) {
                tour.apply(&mut planned, at);
            }
        }
        let mut events: Vec<Event> = Vec::with_capacity(numbers.len() * 2 + 1);
        let mut endorsed = Vec::with_capacity(numbers.len());
        for number in numbers {
            let line = line_of(slate, self.slate, number)?;
            if line.status() == LineStatus::Dropped {
                return Err(dropped(number));
            }
            if !concurred(line) {
                return Err(refuse(
                    "not-concurred",
                    format!(
                        "Line {number} is {}; only lines concurred with are endorsed.",
                        format!("{:?}", line.status()).to_lowercase()
                    ),
                    "Leave the line out, or wait for the command.",
                ));
            }
            let in_line = |refusal| in_line(number as usize, refusal);
            is_slated(world, &line.proposal).map_err(in_line)?;
            let tour = line.proposal.tour().planned(&planned, Some(self.slate)).map_err(in_line)?;
            tour.apply(&mut planned, at);
            let (requisition, raised) =
                raise(&mut scratch, context, slate.cycle, (self.slate, number), &line.proposal).map_err(in_line)?;
            endorsed.push(EndorsedLine { line: number, requisition: Some(requisition), tour: None });
            events.extend(raised);
        }
        events.push(LinesEndorsed { slate: self.slate, by: context.actor, on: context.today, lines: endorsed }.into());
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        slate_subject(world, self.slate)
    }
}

/// A line and what its endorsement raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndorsedLine {
    /// Its number.
    pub line: u32,
    /// The requisition; absent in version 1, where the tour was planned at once.
    #[serde(default)]
    pub requisition: Option<RequisitionId>,
    /// The tour, in version 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tour: Option<TourId>,
}

/// Lines were endorsed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinesEndorsed {
    /// Which slate.
    pub slate: SlateId,
    /// Who endorsed.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
    /// The lines.
    pub lines: Vec<EndorsedLine>,
}

impl Apply for LinesEndorsed {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(slate) = world.slates.edit(self.slate, at) else { return };
        for endorsed in &self.lines {
            if let Some(line) = slate.lines.get_mut(endorsed.line as usize) {
                let EndorsedLine { requisition, tour, .. } = *endorsed;
                line.endorsement = Some(Endorsement { by: self.by, on: self.on, requisition, tour });
            }
        }
    }
}
