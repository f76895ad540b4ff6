//! Amending a slate while it is coordinated: after a command did not concur, some lines go and others come. What was
//! concurred with or endorsed stays, and the history of what replaced what is kept.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::shares::within_limits;
use super::slate::stated;
use super::slate_commands::{check_left_out, check_lines, coordinated_slate, dropped, line_of, slate_subject};
use super::{Amendment, Line, LineStatus, SlateLine};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, BilletId, Date, PersonId, Position, SlateId, Text};
use crate::world::World;

/// Takes lines out of a slate and puts others in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AmendSlate {
    /// Which slate.
    pub slate: SlateId,
    /// Numbers of the lines that go.
    pub dropped: Vec<u32>,
    /// The lines that come; each is coordinated anew.
    pub lines: Vec<SlateLine>,
    /// Openings that the slate then leaves unfilled.
    pub unfilled: Vec<BilletId>,
    /// Movers whom it then leaves without an assignment.
    pub unmatched: Vec<PersonId>,
    /// Its whole cost then, in points.
    pub objective: i64,
    /// Why; names no person.
    pub reason: Text,
}

impl Decide for AmendSlate {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let slate = coordinated_slate(world, self.slate)?;
        if !stated(Some(&self.reason)) {
            return Err(refuse("reason-missing", "A slate is not amended without a reason.", "Give `reason`."));
        }
        if self.dropped.is_empty() && self.lines.is_empty() {
            return Err(refuse("nothing-amended", "No line goes and none comes.", "Compute the amendment again."));
        }
        let going: BTreeSet<u32> = self.dropped.iter().copied().collect();
        for number in &going {
            let line = line_of(slate, self.slate, *number)?;
            match line.status() {
                LineStatus::Proposed | LineStatus::Nonconcurred => {}
                LineStatus::Dropped => return Err(dropped(*number)),
                LineStatus::Concurred | LineStatus::Endorsed => {
                    return Err(refuse(
                        "line-decided",
                        format!("Line {number} was concurred with; an amendment leaves it as it is."),
                        "Compute the amendment again: somebody has decided since.",
                    ));
                }
            }
        }
        let stays: Vec<&Line> = (0..)
            .zip(&slate.lines)
            .filter(|(number, line)| !going.contains(number) && line.status() != LineStatus::Dropped)
            .map(|(_, line)| line)
            .collect();
        for new in &self.lines {
            if slate.lines.iter().any(|line| refused(line, new)) {
                return Err(refuse(
                    "pair-not-concurred",
                    format!("The gaining command did not concur with {} in {}.", new.person, new.billet),
                    "Compute the amendment again; it leaves such pairs out.",
                ));
            }
            let person = |line: &Line| line.proposal.person == new.person && line.is_live(world);
            let billet = |line: &Line| {
                line.proposal.billet == new.billet && (line.holds_billet(world) || line.tour(world).is_some())
            };
            if let Some(line) = stays.iter().find(|line| person(line) || billet(line)) {
                return Err(refuse(
                    "slate-twice",
                    format!("{} or {} is in a line that stays.", line.proposal.person, line.proposal.billet),
                    "Compute the amendment again: somebody has decided since.",
                ));
            }
        }
        check_lines(world, &self.lines)?;
        check_left_out(world, &self.unfilled, &self.unmatched)?;
        let all = stays.iter().map(|line| &*line.proposal).chain(&self.lines);
        within_limits(world, slate.cycle, context.today, all)?;
        Ok(vec![
            SlateAmended {
                slate: self.slate,
                by: context.actor,
                on: context.today,
                reason: self.reason.clone(),
                dropped: going.into_iter().collect(),
                lines: self.lines.clone(),
                unfilled: self.unfilled.clone(),
                unmatched: self.unmatched.clone(),
                objective: self.objective,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        slate_subject(world, self.slate)
    }
}

fn refused(line: &Line, new: &SlateLine) -> bool {
    let decided = line.decision.as_ref().is_some_and(|decision| !decision.concurs);
    decided && line.proposal.person == new.person && line.proposal.billet == new.billet
}

/// A slate was amended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlateAmended {
    /// Which slate.
    pub slate: SlateId,
    /// Who amended it.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
    /// Why.
    pub reason: Text,
    /// Lines that went.
    pub dropped: Vec<u32>,
    /// Lines that came, numbered on from those before.
    pub lines: Vec<SlateLine>,
    /// Openings left unfilled.
    pub unfilled: Vec<BilletId>,
    /// Movers left without an assignment.
    pub unmatched: Vec<PersonId>,
    /// The whole cost in points.
    pub objective: i64,
}

impl Apply for SlateAmended {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(slate) = world.slates.edit(self.slate, at) else { return };
        for number in &self.dropped {
            if let Some(line) = slate.lines.get_mut(*number as usize) {
                line.dropped = Some(self.on);
            }
        }
        let added = (0..).skip(slate.lines.len()).take(self.lines.len()).collect();
        slate.lines.extend(self.lines.iter().map(|line| Line::new(line, self.on)));
        slate.unfilled.clone_from(&self.unfilled);
        slate.unmatched.clone_from(&self.unmatched);
        slate.objective = self.objective;
        let (reason, dropped) = (self.reason.clone(), self.dropped.clone());
        slate.amendments.push(Amendment { on: self.on, by: self.by, reason, dropped, added });
    }
}
