//! Publication: from then on each person knows their own line and why, and the gaining office whom it gets.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::slate_commands::{line_of, live_slate, slate_subject};
use super::{Line, LineStatus};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, Date, Position, SlateId};
use crate::world::World;

/// Publishes endorsed lines to whom they concern.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishSlate {
    /// Which slate.
    pub slate: SlateId,
    /// Line numbers; empty for every line endorsed and not yet published.
    pub lines: Vec<u32>,
}

impl Decide for PublishSlate {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let slate = live_slate(world, self.slate)?;
        let ready = |line: &Line| line.status() == LineStatus::Endorsed && line.published.is_none();
        let lines: Vec<u32> = if self.lines.is_empty() {
            (0..).zip(&slate.lines).filter(|(_, line)| ready(line)).map(|(number, _)| number).collect()
        } else {
            self.lines.iter().copied().collect::<BTreeSet<u32>>().into_iter().collect()
        };
        for number in &lines {
            if !ready(line_of(slate, self.slate, *number)?) {
                return Err(refuse(
                    "not-publishable",
                    format!("Line {number} is not endorsed, or is published already."),
                    "Publish lines that the director endorsed.",
                ));
            }
        }
        if lines.is_empty() {
            return Err(refuse(
                "nothing-to-publish",
                format!("No line of slate {} is endorsed and still to be published.", self.slate),
                "Wait for the director to endorse.",
            ));
        }
        Ok(vec![LinesPublished { slate: self.slate, by: context.actor, on: context.today, lines }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        slate_subject(world, self.slate)
    }
}

/// Lines were published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinesPublished {
    /// Which slate.
    pub slate: SlateId,
    /// Who published them.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
    /// The lines.
    pub lines: Vec<u32>,
}

impl Apply for LinesPublished {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(slate) = world.slates.edit(self.slate, at) else { return };
        for number in &self.lines {
            if let Some(line) = slate.lines.get_mut(*number as usize) {
                line.published = Some(self.on);
            }
        }
    }
}
