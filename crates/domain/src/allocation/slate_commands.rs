//! Proposing a slate, the commands' concurrence, withdrawing it.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::coordination::may_decide;
use super::cycle::{cycle_subject, open_cycle};
use super::shares::within_limits;
use super::slate::stated;
use super::{Line, LineDecision, LineStatus, Slate, SlateLine, SlateMethod};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, Event, SealedFact};
use crate::kernel::{AccountId, BilletId, CycleId, Date, OfficeId, PersonId, Position, Sealed, SlateId, Text};
use crate::policy::Lever;
use crate::workforce::{Incumbency, PlanTour};
use crate::world::World;

/// Lines in one event, so that a record stays well under a megabyte.
const LINES_PER_EVENT: usize = 500;

/// Proposes a slate that was computed and verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProposeSlate {
    /// In which cycle.
    pub cycle: CycleId,
    /// The position of the World it was computed on.
    pub base: Position,
    /// Its whole cost in points.
    pub objective: i64,
    /// How it was chosen; of least cost where absent.
    #[serde(default, skip_serializing_if = "SlateMethod::is_least_cost")]
    pub method: SlateMethod,
    /// The levers it was made with.
    pub levers: Vec<(Lever, i64)>,
    /// Its lines.
    pub lines: Vec<SlateLine>,
    /// Openings it leaves unfilled.
    pub unfilled: Vec<BilletId>,
    /// Movers it leaves without an assignment.
    pub unmatched: Vec<PersonId>,
}

impl SlateLine {
    /// The tour it would plan.
    pub(super) fn tour(&self) -> PlanTour {
        PlanTour {
            person: self.person,
            billet: self.billet,
            incumbency: Incumbency::Primary,
            report: self.report,
            rotation: self.rotation,
            accompanied: self.accompanied,
        }
    }
}

impl Decide for ProposeSlate {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = open_cycle(world, self.cycle)?;
        if let Some((id, _)) =
            world.slates.iter().find(|(_, slate)| slate.cycle == self.cycle && slate.withdrawn.is_none())
        {
            return Err(refuse(
                "slate-live",
                format!("Slate {id} is already proposed in `{}`.", cycle.name),
                "Withdraw it first.",
            ));
        }
        if self.lines.is_empty() {
            return Err(refuse(
                "slate-empty",
                "The slate has no lines.",
                "Widen the cycle, or fill the openings by single tours.",
            ));
        }
        check_lines(world, &self.lines)?;
        within_limits(world, self.cycle, context.today, self.lines.iter())?;
        check_left_out(world, &self.unfilled, &self.unmatched)?;
        let slate = world.slates.next_id();
        let header = SlateHeader {
            cycle: self.cycle,
            proposed: context.today,
            base: self.base,
            objective: self.objective,
            method: self.method,
            levers: self.levers.clone(),
            unfilled: self.unfilled.clone(),
            unmatched: self.unmatched.clone(),
        };
        let mut events: Vec<Event> = vec![SlateProposed { slate, header }.into()];
        events.extend(
            self.lines.chunks(LINES_PER_EVENT).map(|lines| SlateLinesProposed { slate, lines: lines.to_vec() }.into()),
        );
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        cycle_subject(world, self.cycle)
    }
}

/// Refuses lines that use somebody or something twice, do not add up, or plan what cannot be.
pub(super) fn check_lines(world: &World, lines: &[SlateLine]) -> Result<(), Refusal> {
    let (mut people, mut billets) = (HashSet::new(), HashSet::new());
    for (number, line) in lines.iter().enumerate() {
        if !people.insert(line.person) || !billets.insert(line.billet) {
            return Err(refuse(
                "slate-twice",
                format!("Line {number} uses {} or {} a second time.", line.person, line.billet),
                "Compute the slate again.",
            ));
        }
        let sum = line.parts.iter().try_fold(0_i64, |sum, part| sum.checked_add(part.points));
        if sum != Some(line.cost) {
            return Err(refuse(
                "slate-sum",
                format!("The parts of line {number} do not add to its cost."),
                "Compute the slate again.",
            ));
        }
        if let Some(runner_up) = &line.runner_up
            && world.people.get(runner_up.person).is_none()
        {
            return Err(refuse(
                "no-person",
                format!("Line {number}: there is no person {}, its runner-up.", runner_up.person),
                "Compute the slate again.",
            ));
        }
        is_slated(world, line).map_err(|refusal| in_line(number, refusal))?;
        line.tour().planned(world, None).map_err(|refusal| in_line(number, refusal))?;
    }
    Ok(())
}

/// Refuses a line for somebody who is never slated.
pub(super) fn is_slated(world: &World, line: &SlateLine) -> Result<(), Refusal> {
    match world.people.get(line.person) {
        Some(person) if !person.service.is_slated() => Err(refuse(
            "never-slated",
            format!("{} is locally employed: the embassy hires, nobody slates.", line.person),
            "Leave the line out.",
        )),
        _ => Ok(()),
    }
}

/// Refuses openings and movers that do not exist.
pub(super) fn check_left_out(world: &World, unfilled: &[BilletId], unmatched: &[PersonId]) -> Result<(), Refusal> {
    if let Some(id) = unfilled.iter().find(|id| world.billets.get(**id).is_none()) {
        return Err(refuse("no-billet", format!("There is no billet {id}."), "Compute the slate again."));
    }
    if let Some(id) = unmatched.iter().find(|id| world.people.get(**id).is_none()) {
        return Err(refuse("no-person", format!("There is no person {id}."), "Compute the slate again."));
    }
    Ok(())
}

pub(super) fn in_line(number: usize, refusal: Refusal) -> Refusal {
    Refusal { problem: format!("Line {number}: {}", refusal.problem), ..refusal }
}

/// What a slate says as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlateHeader {
    /// In which cycle.
    pub cycle: CycleId,
    /// The day.
    pub proposed: Date,
    /// The position it was computed on.
    pub base: Position,
    /// Its whole cost in points.
    pub objective: i64,
    /// How it was chosen; of least cost where absent.
    #[serde(default, skip_serializing_if = "SlateMethod::is_least_cost")]
    pub method: SlateMethod,
    /// The levers it was made with.
    pub levers: Vec<(Lever, i64)>,
    /// Openings it leaves unfilled.
    pub unfilled: Vec<BilletId>,
    /// Movers it leaves without an assignment.
    pub unmatched: Vec<PersonId>,
}

/// A slate was proposed; its lines follow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlateProposed {
    /// Its id.
    pub slate: SlateId,
    /// What it says as a whole.
    pub header: SlateHeader,
}

impl Apply for SlateProposed {
    fn apply(&self, world: &mut World, at: Position) {
        let SlateHeader { cycle, proposed, base, objective, method, levers, unfilled, unmatched } = self.header.clone();
        world.slates.push(
            Slate {
                cycle,
                proposed,
                base,
                objective,
                method,
                levers,
                lines: Vec::new(),
                unfilled,
                unmatched,
                amendments: Vec::new(),
                withdrawn: None,
            },
            at,
        );
    }
}

/// The next lines of a proposed slate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlateLinesProposed {
    /// Which slate.
    pub slate: SlateId,
    /// The lines, numbered on from those before.
    pub lines: Vec<SlateLine>,
}

impl Apply for SlateLinesProposed {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(slate) = world.slates.edit(self.slate, at) {
            let added = slate.proposed;
            slate.lines.extend(self.lines.iter().map(|line| Line::new(line, added)));
        }
    }
}

pub(super) fn live_slate(world: &World, id: SlateId) -> Result<&Slate, Refusal> {
    let slate =
        world.slates.get(id).ok_or_else(|| refuse("no-slate", format!("There is no slate {id}."), "Check the id."))?;
    match slate.withdrawn {
        None => Ok(slate),
        Some(on) => Err(refuse("slate-withdrawn", format!("Slate {id} was withdrawn on {on}."), "Propose a new one.")),
    }
}

/// The slate, if it is neither withdrawn nor of a closed cycle: its lines can still be decided on.
pub(super) fn coordinated_slate(world: &World, id: SlateId) -> Result<&Slate, Refusal> {
    let slate = live_slate(world, id)?;
    open_cycle(world, slate.cycle)?;
    Ok(slate)
}

pub(super) fn line_of(slate: &Slate, id: SlateId, number: u32) -> Result<&Line, Refusal> {
    slate.lines.get(number as usize).ok_or_else(|| {
        refuse("no-line", format!("Slate {id} has no line {number}; it has {}.", slate.lines.len()), "Count from 0.")
    })
}

/// Concurs or not with lines of a slate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideLines {
    /// Which slate.
    pub slate: SlateId,
    /// Line numbers.
    pub lines: Vec<u32>,
    /// Whether the gaining command concurs.
    pub concurs: bool,
    /// Why; required where it does not concur. Kept sealed under each person's key.
    pub reason: Option<Text>,
}

impl Decide for DecideLines {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let slate = coordinated_slate(world, self.slate)?;
        if !self.concurs && !stated(self.reason.as_ref()) {
            return Err(refuse("reason-missing", "A command that does not concur says why.", "Give `reason`."));
        }
        if self.lines.is_empty() {
            return Err(refuse("no-lines", "No line is named.", "Give line numbers in `lines`."));
        }
        let mut lines = Vec::with_capacity(self.lines.len());
        for number in self.lines.iter().copied().collect::<std::collections::BTreeSet<u32>>() {
            let line = line_of(slate, self.slate, number)?;
            match line.status() {
                LineStatus::Endorsed => {
                    return Err(refuse(
                        "line-endorsed",
                        format!("Line {number} was endorsed; its requisition is under way."),
                        "Decline the nominee in the requisition instead.",
                    ));
                }
                LineStatus::Dropped => return Err(dropped(number)),
                LineStatus::Proposed | LineStatus::Concurred | LineStatus::Nonconcurred => {}
            }
            may_decide(world, context, line).map_err(|refusal| in_line(number as usize, refusal))?;
            let reason = self.reason.as_ref().map(|reason| Sealed::Open(reason.to_string()));
            lines.push(DecidedLine { line: number, person: line.proposal.person, reason });
        }
        Ok(vec![
            LinesDecided { slate: self.slate, concurs: self.concurs, by: context.actor, on: context.today, lines }
                .into(),
        ])
    }

    /// The gaining offices of every line: each must be the actor's to decide for.
    fn subject(&self, world: &World) -> Subject {
        let row = world.slates.row(self.slate);
        let mut offices: Vec<OfficeId> = row
            .iter()
            .flat_map(|row| self.lines.iter().filter_map(|number| row.fact.lines.get(*number as usize)))
            .map(|line| Slate::gaining(world, &line.proposal).0)
            .collect();
        offices.sort_unstable();
        offices.dedup();
        Subject { offices, changed: row.map(|row| row.changed), ..Subject::default() }
    }
}

/// Refuses a line that is no longer in the slate.
pub(super) fn dropped(number: u32) -> Refusal {
    refuse(
        "line-dropped",
        format!("Line {number} was taken out of the slate by an amendment."),
        "Decide on the line that came in its place.",
    )
}

/// One line of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecidedLine {
    /// Its number.
    pub line: u32,
    /// Whose assignment it is, so whose key seals the reason.
    pub person: PersonId,
    /// Why.
    pub reason: Option<Sealed<String>>,
}

/// A command decided on lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinesDecided {
    /// Which slate.
    pub slate: SlateId,
    /// Whether it concurs.
    pub concurs: bool,
    /// Who decided.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
    /// The lines.
    pub lines: Vec<DecidedLine>,
}

impl Apply for LinesDecided {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(slate) = world.slates.edit(self.slate, at) {
            for decided in &self.lines {
                if let Some(line) = slate.lines.get_mut(decided.line as usize) {
                    let reason = decided.reason.as_ref().and_then(Sealed::open).cloned();
                    line.decision = Some(LineDecision { concurs: self.concurs, reason, by: self.by, on: self.on });
                }
            }
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        self.lines.iter_mut().try_for_each(|line| match &mut line.reason {
            Some(reason) => visit(line.person, reason),
            None => Ok(()),
        })
    }
}

/// Withdraws a slate; requisitions that its endorsed lines raised go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawSlate {
    /// Which slate.
    pub slate: SlateId,
}

impl Decide for WithdrawSlate {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        live_slate(world, self.slate)?;
        Ok(vec![SlateWithdrawn { slate: self.slate, on: context.today }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        slate_subject(world, self.slate)
    }
}

/// A slate was withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlateWithdrawn {
    /// Which slate.
    pub slate: SlateId,
    /// The day.
    pub on: Date,
}

impl Apply for SlateWithdrawn {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(slate) = world.slates.edit(self.slate, at) {
            slate.withdrawn = Some(self.on);
        }
    }
}

pub(super) fn slate_subject(world: &World, id: SlateId) -> Subject {
    match world.slates.row(id) {
        Some(row) => Subject { changed: Some(row.changed), ..cycle_subject(world, row.fact.cycle) },
        None => Subject::default(),
    }
}
