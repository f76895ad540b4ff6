//! Whose turn a line is, worked out from what was decided and the day: concurrence by the gaining command, endorsement by
//! the director, then the requisition that the endorsement raised. Nothing here is stored and no job moves it: a suspense
//! that passes acts by itself.

use serde::{Deserialize, Serialize};

use super::requisition::after;
use super::{Line, LineStatus, Requisition, RequisitionStatus, Slate};
use crate::command::{Context, Refusal, refuse};
use crate::kernel::{Date, OfficeId, PersonId, TourId};
use crate::organization::{Holder, Turn, speaks_for};
use crate::policy::Lever;
use crate::world::World;

/// What a line waits for, and who is to do it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct LineTurn {
    /// What is asked, in words: `Concur or not`.
    pub asked: String,
    /// Of whom, since when, until when.
    pub turn: Turn,
}

/// The turn of the gaining command: its own until the suspense, then one step up the line after another.
pub(super) fn concurrence(world: &World, line: &Line) -> Turn {
    let (_, command) = Slate::gaining(world, &line.proposal);
    let due = after(world, Lever::ConcurrenceDays, line.added);
    Turn { holder: Holder::Office(command), since: line.added, due }
}

/// Whether silence counts as concurrence, for a line that came into its slate on a day.
fn silence_concurs(world: &World, added: Date) -> bool {
    world.lever(Lever::ConcurrenceSilence, added) != 0
}

/// Refuses whoever does not hold the ball of concurrence. Until the suspense the gaining command may decide and so may
/// the office itself and whoever stands between them, as far as policy lets them; after it only whom the ball went to.
pub(super) fn may_decide(world: &World, context: &Context, line: &Line) -> Result<(), Refusal> {
    let turn = concurrence(world, line);
    let (office, _) = Slate::gaining(world, &line.proposal);
    let own = |actor| speaks_for(world, actor, Holder::Office(office), context.today);
    if !turn.is_late(context.today) && context.actor.is_none_or(own) {
        return Ok(());
    }
    if line.status_on(world, context.today) == LineStatus::Concurred && line.decision.is_none() {
        return Err(refuse(
            "concurred-by-silence",
            format!("The suspense passed on {}, and silence counts as concurrence.", turn.due),
            "Ask headquarters to take the line out by an amendment.",
        ));
    }
    turn.taken_by(world, context)
}

impl Line {
    /// Where it stands on a day: what was decided, and what silence past the suspense counts as.
    pub fn status_on(&self, world: &World, day: Date) -> LineStatus {
        let status = self.status();
        let silent = status == LineStatus::Proposed
            && silence_concurs(world, self.added)
            && concurrence(world, self).is_late(day);
        if silent { LineStatus::Concurred } else { status }
    }

    /// The requisition that its endorsement raised.
    pub fn requisition<'w>(&self, world: &'w World) -> Option<&'w Requisition> {
        world.requisitions.get(self.endorsement?.requisition?)
    }

    /// How far the fill of its billet has come since the endorsement.
    pub fn fill(&self, world: &World) -> Option<RequisitionStatus> {
        self.requisition(world).map(|requisition| requisition.status(world))
    }

    /// The tour that came of it, whoever was accepted.
    pub fn tour(&self, world: &World) -> Option<TourId> {
        let accepted = || self.requisition(world)?.accepted.map(|accepted| accepted.tour);
        self.endorsement.and_then(|endorsement| endorsement.tour).or_else(accepted)
    }

    /// Whether its person is still meant for the billet: nobody nonconcurred, declined, or chose another.
    pub fn is_live(&self, world: &World) -> bool {
        self.holds_person(world)
            || self.tour(world).is_some_and(|tour| {
                let tour = &world.tours[tour];
                tour.person == self.proposal.person && tour.cancelled.is_none()
            })
    }

    /// Whether the person is spoken for by it and by no tour yet.
    pub fn holds_person(&self, world: &World) -> bool {
        self.holds(world, |requisition| {
            let person = self.proposal.person;
            requisition.live(person).is_some() || requisition.is_requested(person)
        })
    }

    /// Whether the billet is spoken for by it and by no tour yet.
    pub fn holds_billet(&self, world: &World) -> bool {
        self.holds(world, |_| true)
    }

    fn holds(&self, world: &World, still: impl Fn(&Requisition) -> bool) -> bool {
        match self.status() {
            LineStatus::Proposed | LineStatus::Concurred => true,
            LineStatus::Endorsed => self.requisition(world).is_some_and(|requisition| {
                requisition.is_open(world) && requisition.accepted.is_none() && still(requisition)
            }),
            LineStatus::Nonconcurred | LineStatus::Dropped => false,
        }
    }

    /// Whose turn it is on a day; none once the person arrived, or the line ended.
    pub fn turn(&self, world: &World, day: Date) -> Option<LineTurn> {
        let asked = |asked: &str, turn| Some(LineTurn { asked: asked.to_owned(), turn });
        match (self.status_on(world, day), &self.decision) {
            (LineStatus::Proposed, _) => asked("Concur or not", concurrence(world, self)),
            (LineStatus::Concurred, decision) => {
                let silent = || concurrence(world, self).due.tomorrow().unwrap_or(day);
                let since = decision.as_ref().map_or_else(silent, |decision| decision.on);
                asked("Endorse", turn_of(world, Holder::Director, since, Lever::EndorsementDays))
            }
            (LineStatus::Nonconcurred, decision) => {
                let since = decision.as_ref().map_or(self.added, |decision| decision.on);
                asked("Amend the slate", turn_of(world, Holder::Headquarters, since, Lever::AmendmentDays))
            }
            (LineStatus::Endorsed, _) => {
                let requisition = self.requisition(world)?;
                let first = requisition.open_turns(world).into_iter().next()?;
                asked(first.ask.title(), first.turn)
            }
            (LineStatus::Dropped, _) => None,
        }
    }
}

impl Line {
    /// The turn of headquarters to publish it: endorsed, not yet published.
    pub fn publication(&self, world: &World) -> Option<Turn> {
        let endorsed =
            self.endorsement.filter(|_| self.status() == LineStatus::Endorsed && self.published.is_none())?;
        Some(turn_of(world, Holder::Headquarters, endorsed.on, Lever::PublicationDays))
    }
}

fn turn_of(world: &World, holder: Holder, since: Date, lever: Lever) -> Turn {
    Turn { holder, since, due: after(world, lever, since) }
}

impl Slate {
    /// The line by which a person is meant for a billet, if one is.
    pub fn line_of(&self, world: &World, person: PersonId) -> Option<(u32, &Line)> {
        let own = (0..).zip(&self.lines).filter(|(_, line)| line.proposal.person == person);
        own.filter(|(_, line)| line.is_live(world)).last()
    }

    /// Lines that would bring somebody to an office.
    pub fn joining<'s>(&'s self, world: &'s World, office: OfficeId) -> impl Iterator<Item = (u32, &'s Line)> + 's {
        (0..).zip(&self.lines).filter(move |(_, line)| {
            line.status() != LineStatus::Dropped && Slate::gaining(world, &line.proposal).0 == office
        })
    }
}
