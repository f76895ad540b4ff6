//! Amending a proposed slate with the least disruption: what commands concurred with and the director endorsed stays, the
//! pairs that a command did not concur with are ruled out, and every other change from the slate as it is costs the lever
//! `disruption_cost`.

use std::sync::Arc;

use muster_domain::allocation::{AmendSlate, Line, LineStatus, Slate, SlateLine};
use muster_domain::{BilletId, Date, PersonId, SlateId, Text, World};

use crate::compute::{ComputedSlate, compute_under};
use crate::ground::{Levers, Setting, SlateError, assigned};
use crate::limits::Beside;

/// An amendment that was computed and verified.
#[derive(Debug, Clone)]
pub struct Amended {
    /// Which slate it amends.
    pub slate: SlateId,
    /// The whole slate as it would be, with its certificate.
    pub computed: ComputedSlate,
    /// Numbers of the lines that go.
    pub dropped: Vec<u32>,
    /// The lines that come, each with its runner-up.
    pub lines: Vec<SlateLine>,
}

/// Computes the amendment of a slate as of a day. `None` if there is no such slate.
///
/// # Errors
/// The cycle is not open, its window has passed, or the answer does not pass its verification.
pub fn amend(world: &World, id: SlateId, today: Date) -> Option<Result<Amended, SlateError>> {
    let slate = world.slates.get(id)?;
    Some(amended(world, id, slate, today))
}

fn amended(world: &World, id: SlateId, slate: &Slate, today: Date) -> Result<Amended, SlateError> {
    let mut setting = setting(world, slate, today);
    let mut beside = going_on(world, slate);
    let beside_of = |lines: &[&Line]| {
        (!lines.is_empty()).then(|| Arc::new(Beside::of(world, id, &Levers::on(world, today), lines)))
    };
    setting.beside = beside_of(&beside);
    let mut computed = compute_under(world, setting.clone(), &[])?;
    // What was decided stays even where today's facts would not choose it: then both ends are left out, and what it uses
    // of the limits is used up. That may leave too little for others that were decided, which are left out in their turn.
    while !computed.broken_locks().is_empty() {
        for (person, billet) in computed.broken_locks() {
            setting.overrides.locks.remove(person);
            setting.overrides.dropped_people.insert(*person);
            setting.overrides.dropped_billets.insert(*billet);
            beside.extend(slate.lines.iter().filter(|line| keeps(line) && is_of(line, *person, *billet)));
        }
        setting.beside = beside_of(&beside);
        computed = compute_under(world, setting.clone(), &[])?;
    }
    let stays = |line: &SlateLine| slate.lines.iter().any(|held| is_of(held, line.person, line.billet) && keeps(held));
    let coming: Vec<usize> =
        (0..).zip(computed.lines()).filter(|(_, line)| !stays(line)).map(|(number, _)| number).collect();
    let lines = computed.lines_with_runners_up(&coming);
    let chosen = computed.assignments();
    let going = |line: &Line| match line.status_on(world, today) {
        LineStatus::Nonconcurred => true,
        LineStatus::Proposed => chosen.get(&line.proposal.person) != Some(&line.proposal.billet),
        LineStatus::Concurred | LineStatus::Endorsed | LineStatus::Dropped => false,
    };
    let dropped = (0..).zip(&slate.lines).filter(|(_, line)| going(line)).map(|(number, _)| number).collect();
    Ok(Amended { slate: id, computed, dropped, lines })
}

/// Whether a line may stay in the slate.
fn keeps(line: &Line) -> bool {
    !matches!(line.status(), LineStatus::Nonconcurred | LineStatus::Dropped)
}

fn is_of(line: &Line, person: PersonId, billet: BilletId) -> bool {
    line.proposal.person == person && line.proposal.billet == billet
}

/// Endorsed lines whose person their service does not give: the requisition goes on, and another is still to come.
fn going_on<'s>(world: &World, slate: &'s Slate) -> Vec<&'s Line> {
    slate.lines.iter().filter(|line| line.status() == LineStatus::Endorsed && !line.is_live(world)).collect()
}

fn setting(world: &World, slate: &Slate, today: Date) -> Setting {
    let mut setting = Setting { previous: Some(Arc::new(assigned(slate))), ..Setting::plain(slate.cycle, today) };
    let overrides = &mut setting.overrides;
    for line in &slate.lines {
        let (person, billet) = (line.proposal.person, line.proposal.billet);
        if line.decision.as_ref().is_some_and(|decision| !decision.concurs) {
            overrides.forbidden.insert((person, billet));
        }
        match line.status_on(world, today) {
            LineStatus::Concurred => drop(overrides.locks.insert(person, billet)),
            LineStatus::Endorsed if line.is_live(world) => drop(overrides.locks.insert(person, billet)),
            // The service gives another, or nobody: its requisition goes on without the slate.
            LineStatus::Endorsed => drop(overrides.dropped_billets.insert(billet)),
            LineStatus::Proposed | LineStatus::Nonconcurred | LineStatus::Dropped => {}
        }
    }
    setting
}

impl Amended {
    /// Whether nothing would change.
    pub fn is_empty(&self) -> bool {
        self.dropped.is_empty() && self.lines.is_empty()
    }

    /// The command that takes it.
    pub fn command(&self, reason: Text) -> AmendSlate {
        AmendSlate {
            slate: self.slate,
            dropped: self.dropped.clone(),
            lines: self.lines.clone(),
            unfilled: self.computed.unfilled().map(|opening| opening.billet).collect(),
            unmatched: self.computed.unmatched().map(|mover| mover.person).collect(),
            objective: self.computed.objective(),
            reason,
        }
    }
}
