//! Holds: asked for by an organisation, approved by somebody else, lifted. An approved hold stops the clock.

use serde::{Deserialize, Serialize};

use super::{Hold, HoldDecision, case_subject, known_case, not_ahead, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Date, Position, Text};
use crate::world::World;

/// Asks that a case be held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlaceHold {
    /// Which case.
    pub case: CaseId,
    /// The organisation that asks for it.
    pub requester: Text,
    /// Why; names no person.
    pub justification: Text,
    /// Its first day.
    pub from: Date,
    /// The day by which it is to end, if one is foreseen.
    pub until: Option<Date>,
}

impl Decide for PlaceHold {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let case = known_case(world, self.case)?;
        said(&self.requester, "requester")?;
        said(&self.justification, "justification")?;
        not_ahead(self.from, context.today, "The hold")?;
        if !case.phase(context.today).is_before_offer() {
            return Err(refuse(
                "past-offer",
                format!("{} is past its offer; a hold stops the clock to the offer.", case.number),
                "Note a delay instead.",
            ));
        }
        if self.from < case.since(context.today) {
            return Err(refuse(
                "day-order",
                format!(
                    "{} moved on {}, after the hold of {} would begin.",
                    case.number,
                    case.since(context.today),
                    self.from
                ),
                format!("Let it begin on {} or later.", case.since(context.today)),
            ));
        }
        if self.until.is_some_and(|until| until <= self.from) {
            return Err(refuse("hold-end", "The hold would end before it begins.", "Give a later end, or none."));
        }
        let open =
            |hold: &Hold| hold.lifted.is_none() && hold.decision.as_ref().is_none_or(|decision| decision.approved);
        if case.holds.iter().any(open) {
            return Err(refuse(
                "hold-known",
                format!("{} has a hold already, in force or to be decided.", case.number),
                "Lift or decide that one first.",
            ));
        }
        let hold = Hold {
            requester: self.requester.clone(),
            justification: self.justification.clone(),
            from: self.from,
            until: self.until,
            by: context.actor,
            decision: None,
            lifted: None,
        };
        Ok(vec![CaseHeld { case: self.case, hold }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A hold was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseHeld {
    /// Which case.
    pub case: CaseId,
    /// The hold.
    pub hold: Hold,
}

impl Apply for CaseHeld {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(case) = world.cases.edit(self.case, at) {
            case.holds.push(self.hold.clone());
        }
    }
}

/// Approves or refuses a hold. Nobody approves what they asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideHold {
    /// Which case.
    pub case: CaseId,
    /// Whether it is approved.
    pub approved: bool,
}

/// The hold that was placed last, if it is open.
fn last_open(world: &World, id: CaseId, what: &str, open: impl Fn(&Hold) -> bool) -> Result<Hold, Refusal> {
    let case = known_case(world, id)?;
    let none = || refuse("no-hold", format!("{} has no hold {what}.", case.number), "See the case's holds.");
    case.holds.last().filter(|hold| open(hold)).cloned().ok_or_else(none)
}

impl Decide for DecideHold {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let hold =
            last_open(world, self.case, "to be decided", |hold| hold.decision.is_none() && hold.lifted.is_none())?;
        if context.actor.is_some() && hold.by == context.actor {
            return Err(refuse(
                "own-hold",
                "Nobody approves a hold that they placed themselves.",
                "Let another country program manager decide.",
            ));
        }
        let case = known_case(world, self.case)?;
        let moved = case.since(context.today);
        if self.approved && moved > hold.from {
            return Err(refuse(
                "hold-passed",
                format!("{} moved on {moved}, after the hold of {} would have begun.", case.number, hold.from),
                "Refuse it, and place one that begins later.",
            ));
        }
        let decision = HoldDecision { approved: self.approved, on: context.today, by: context.actor };
        Ok(vec![HoldDecided { case: self.case, decision }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A hold was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldDecided {
    /// Which case.
    pub case: CaseId,
    /// What was decided.
    pub decision: HoldDecision,
}

impl Apply for HoldDecided {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(hold) = world.cases.edit(self.case, at).and_then(|case| case.holds.last_mut()) {
            hold.decision = Some(self.decision.clone());
        }
    }
}

/// Lifts a hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LiftHold {
    /// Which case.
    pub case: CaseId,
    /// The first day on which it is held no more.
    pub on: Date,
}

impl Decide for LiftHold {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let refused = |hold: &Hold| hold.decision.as_ref().is_some_and(|decision| !decision.approved);
        let hold = last_open(world, self.case, "to lift", |hold| hold.lifted.is_none() && !refused(hold))?;
        not_ahead(self.on, context.today, "The end of the hold")?;
        if self.on < hold.from {
            return Err(refuse(
                "day-order",
                format!("The hold begins on {}, after {}.", hold.from, self.on),
                format!("Give a day from {} on.", hold.from),
            ));
        }
        Ok(vec![HoldLifted { case: self.case, on: self.on, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        case_subject(world, self.case)
    }
}

/// A hold was lifted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldLifted {
    /// Which case.
    pub case: CaseId,
    /// The first day without it.
    pub on: Date,
    /// Who lifted it.
    pub by: Option<AccountId>,
}

impl Apply for HoldLifted {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(hold) = world.cases.edit(self.case, at).and_then(|case| case.holds.last_mut()) {
            hold.lifted = Some(self.on);
        }
    }
}
