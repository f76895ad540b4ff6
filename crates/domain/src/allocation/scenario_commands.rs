//! Branching a scenario, changing it step by step and back, discarding or adopting it.

use serde::{Deserialize, Serialize};

use super::cycle::{cycle_subject, open_cycle};
use super::scenario::STEPS_KEPT;
use super::{Overrides, ProposeSlate, Scenario, ScenarioChange, ScenarioEnd};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, BilletId, CycleId, Date, PersonId, Position, ScenarioId, SlateId, Text};
use crate::world::World;

/// The most scenarios that may be open in one cycle.
const MOST_OPEN: usize = 24;
/// The most billets that may be ranked for a member.
const MOST_RANKED: usize = 10;

/// Branches a scenario from a cycle, or from another scenario of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BranchScenario {
    /// Which cycle.
    pub cycle: CycleId,
    /// Its name.
    pub name: Text,
    /// The scenario whose changes it begins with; absent to begin with none.
    pub of: Option<ScenarioId>,
}

impl Decide for BranchScenario {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let cycle = open_cycle(world, self.cycle)?;
        named(world, self.cycle, None, &self.name)?;
        let open = world.scenarios.iter().filter(|(_, it)| it.cycle == self.cycle && it.ended.is_none()).count();
        if open >= MOST_OPEN {
            return Err(refuse(
                "too-many-scenarios",
                format!("`{}` has {open} open scenarios.", cycle.name),
                "Discard one first.",
            ));
        }
        let overrides = match self.of {
            None => Overrides::default(),
            Some(of) => match world.scenarios.get(of) {
                Some(scenario) if scenario.cycle == self.cycle => scenario.overrides.clone(),
                Some(_) => {
                    return Err(refuse(
                        "another-cycle",
                        format!("Scenario {of} is of another cycle."),
                        format!("Branch a scenario of {}.", self.cycle),
                    ));
                }
                None => return Err(unknown(of)),
            },
        };
        let live = world.slates.iter().filter(|(_, slate)| slate.cycle == self.cycle && slate.withdrawn.is_none());
        Ok(vec![
            ScenarioBranched {
                scenario: world.scenarios.next_id(),
                cycle: self.cycle,
                name: self.name.clone(),
                of: self.of,
                base: live.map(|(id, _)| id).last(),
                overrides,
                by: context.actor,
                on: context.today,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: None, ..cycle_subject(world, self.cycle) }
    }
}

/// A scenario was branched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioBranched {
    /// Its id.
    pub scenario: ScenarioId,
    /// In which cycle.
    pub cycle: CycleId,
    /// Its name.
    pub name: Text,
    /// The scenario it was branched from.
    pub of: Option<ScenarioId>,
    /// The slate proposed in the cycle.
    pub base: Option<SlateId>,
    /// What differs from the beginning.
    pub overrides: Overrides,
    /// Who branched it.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

impl Apply for ScenarioBranched {
    fn apply(&self, world: &mut World, at: Position) {
        let Self { cycle, name, of, base, overrides, by, on, .. } = self.clone();
        world
            .scenarios
            .push(Scenario { cycle, name, of, base, overrides, past: Vec::new(), by, branched: on, ended: None }, at);
    }
}

/// What the rules say of a pair that would be locked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockFinding {
    /// Who.
    pub person: PersonId,
    /// Into which billet.
    pub billet: BilletId,
    /// The rules that fail, each as it refuses; none where the pair may be locked.
    pub failed: Vec<Refusal>,
}

/// Changes a scenario in one step, and its name if one is given.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeScenario {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// Its new name.
    pub name: Option<Text>,
    /// The changes of the step, in order.
    pub changes: Vec<ScenarioChange>,
    /// What the rules say of each pair that would be locked. Never part of the command's text: the program that takes the
    /// command checks the pairs and attaches what it found.
    #[serde(skip)]
    pub findings: Vec<LockFinding>,
}

/// The same text is the same command, whatever was attached.
impl PartialEq for ChangeScenario {
    fn eq(&self, other: &Self) -> bool {
        (self.scenario, &self.name, &self.changes) == (other.scenario, &other.name, &other.changes)
    }
}

impl ChangeScenario {
    /// What would differ after the step.
    pub fn after(&self, scenario: &Scenario) -> Overrides {
        let mut overrides = scenario.overrides.clone();
        self.changes.iter().for_each(|change| overrides.change(change));
        overrides
    }

    /// The pairs that the step locks.
    pub fn locks(&self) -> impl Iterator<Item = (PersonId, BilletId)> + '_ {
        self.changes.iter().filter_map(|change| match change {
            ScenarioChange::Lock { person, billet } => Some((*person, *billet)),
            _ => None,
        })
    }
}

impl Decide for ChangeScenario {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let scenario = open_scenario(world, self.scenario)?;
        if let Some(name) = &self.name {
            named(world, scenario.cycle, Some(self.scenario), name)?;
        }
        self.changes.iter().try_for_each(|change| checked(world, change))?;
        let after = self.after(scenario);
        agrees(world, &after)?;
        for (person, billet) in self.locks().filter(|(person, billet)| after.locks.get(person) == Some(billet)) {
            let found = self.findings.iter().find(|found| (found.person, found.billet) == (person, billet));
            let found = found.ok_or_else(|| {
                refuse(
                    "lock-unchecked",
                    format!("{person} would be locked into {billet} without a check of the rules."),
                    "Give the change by itself through the server, which checks the pair.",
                )
            })?;
            if let Some(rule) = found.failed.first() {
                return Err(rule.clone());
            }
        }
        if after == scenario.overrides && self.name.as_ref().is_none_or(|name| *name == scenario.name) {
            return Ok(Vec::new());
        }
        Ok(vec![
            ScenarioChanged {
                scenario: self.scenario,
                name: self.name.clone(),
                changes: self.changes.clone(),
                by: context.actor,
                on: context.today,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        subject(world, self.scenario)
    }
}

/// A scenario was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioChanged {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// Its new name, if it has one.
    pub name: Option<Text>,
    /// What differs now.
    pub changes: Vec<ScenarioChange>,
    /// Who changed it.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

impl Apply for ScenarioChanged {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(scenario) = world.scenarios.edit(self.scenario, at) else { return };
        if let Some(name) = &self.name {
            scenario.name = name.clone();
        }
        if self.changes.is_empty() {
            return;
        }
        if scenario.past.len() == STEPS_KEPT {
            scenario.past.remove(0);
        }
        scenario.past.push(scenario.overrides.clone());
        self.changes.iter().for_each(|change| scenario.overrides.change(change));
    }
}

/// Takes back the last step of a scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoScenario {
    /// Which scenario.
    pub scenario: ScenarioId,
}

impl Decide for UndoScenario {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let scenario = open_scenario(world, self.scenario)?;
        let before = scenario.past.last().ok_or_else(|| {
            refuse(
                "nothing-to-undo",
                format!("`{}` has no step to take back.", scenario.name),
                format!("The last {STEPS_KEPT} steps are kept; change it instead."),
            )
        })?;
        Ok(vec![
            ScenarioUndone { scenario: self.scenario, overrides: before.clone(), by: context.actor, on: context.today }
                .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        subject(world, self.scenario)
    }
}

/// The last step of a scenario was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioUndone {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// What differs now.
    pub overrides: Overrides,
    /// Who took it back.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

impl Apply for ScenarioUndone {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(scenario) = world.scenarios.edit(self.scenario, at) {
            scenario.past.pop();
            scenario.overrides = self.overrides.clone();
        }
    }
}

/// Throws a scenario away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DiscardScenario {
    /// Which scenario.
    pub scenario: ScenarioId,
}

impl Decide for DiscardScenario {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        open_scenario(world, self.scenario)?;
        let ended = ScenarioEnd::Discarded { on: context.today };
        Ok(vec![ScenarioEnded { scenario: self.scenario, ended, by: context.actor }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        subject(world, self.scenario)
    }
}

/// Proposes the slate of a scenario, which ends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdoptScenario {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// Its slate, as computed and verified.
    pub slate: ProposeSlate,
}

impl Decide for AdoptScenario {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let scenario = open_scenario(world, self.scenario)?;
        if scenario.cycle != self.slate.cycle {
            return Err(refuse(
                "another-cycle",
                format!("Scenario {} is of another cycle than the slate.", self.scenario),
                "Adopt the scenario's own slate.",
            ));
        }
        let unkept = scenario.overrides.locks.iter().find(|(person, billet)| {
            !self.slate.lines.iter().any(|line| (line.person, line.billet) == (**person, **billet))
        });
        if let Some((person, billet)) = unkept {
            return Err(refuse(
                "lock-broken",
                format!("The slate does not hold the locked pair {person} and {billet}."),
                "Unlock it, or mend what no longer allows it; then compute the scenario again.",
            ));
        }
        let slate = world.slates.next_id();
        let mut events = self.slate.decide(world, context)?;
        let ended = ScenarioEnd::Adopted { on: context.today, slate };
        events.push(ScenarioEnded { scenario: self.scenario, ended, by: context.actor }.into());
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        subject(world, self.scenario)
    }
}

/// A scenario was discarded or adopted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioEnded {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// How.
    pub ended: ScenarioEnd,
    /// Who ended it.
    pub by: Option<AccountId>,
}

impl Apply for ScenarioEnded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(scenario) = world.scenarios.edit(self.scenario, at) {
            scenario.ended = Some(self.ended);
        }
    }
}

fn unknown(id: ScenarioId) -> Refusal {
    refuse("no-scenario", format!("There is no scenario {id}."), "Check the id.")
}

fn open_scenario(world: &World, id: ScenarioId) -> Result<&Scenario, Refusal> {
    let scenario = world.scenarios.get(id).ok_or_else(|| unknown(id))?;
    open_cycle(world, scenario.cycle)?;
    let ended = |how: &str, on: Date| {
        refuse("scenario-ended", format!("`{}` was {how} on {on}.", scenario.name), "Branch a new scenario.")
    };
    match scenario.ended {
        None => Ok(scenario),
        Some(ScenarioEnd::Discarded { on }) => Err(ended("discarded", on)),
        Some(ScenarioEnd::Adopted { on, .. }) => Err(ended("adopted", on)),
    }
}

fn subject(world: &World, id: ScenarioId) -> Subject {
    match world.scenarios.row(id) {
        Some(row) => Subject { changed: Some(row.changed), ..cycle_subject(world, row.fact.cycle) },
        None => Subject::default(),
    }
}

/// A name that no other open scenario of the cycle has.
fn named(world: &World, cycle: CycleId, own: Option<ScenarioId>, name: &Text) -> Result<(), Refusal> {
    if name.trim().is_empty() {
        return Err(refuse("scenario-name", "A scenario needs a name.", "Give `name`, such as `Languages first`."));
    }
    let same = |(id, it): &(ScenarioId, &Scenario)| {
        Some(*id) != own && it.cycle == cycle && it.ended.is_none() && it.name == *name
    };
    match world.scenarios.iter().find(same) {
        None => Ok(()),
        Some((id, _)) => {
            Err(refuse("scenario-known", format!("Scenario {id} is called `{name}` too."), "Choose another name."))
        }
    }
}

/// Whether one change may be made at all.
fn checked(world: &World, change: &ScenarioChange) -> Result<(), Refusal> {
    match change {
        ScenarioChange::SetLever { lever, value } => {
            let definition = lever.definition();
            if !matches!(definition.group, "slate" | "eligibility") {
                return Err(refuse(
                    "lever-of-no-slate",
                    format!("`{lever}` does not bear on slates."),
                    "Choose a lever of the groups slate and eligibility.",
                ));
            }
            if !(definition.least..=definition.most).contains(value) {
                return Err(refuse(
                    "lever-range",
                    format!("{value} {} is outside the range of `{lever}`.", definition.unit),
                    format!("Give a value from {} to {}.", definition.least, definition.most),
                ));
            }
            Ok(())
        }
        ScenarioChange::ResetLever { .. } => Ok(()),
        ScenarioChange::Lock { person, billet }
        | ScenarioChange::Forbid { person, billet }
        | ScenarioChange::Allow { person, billet } => known(world, Some(*person), std::slice::from_ref(billet)),
        ScenarioChange::Unlock { person } | ScenarioChange::TakePerson { person, .. } => {
            known(world, Some(*person), &[])
        }
        ScenarioChange::TakeBillet { billet, .. } => known(world, None, std::slice::from_ref(billet)),
        ScenarioChange::Wish { person, billets } => {
            let billets = billets.as_deref().unwrap_or_default();
            if billets.len() > MOST_RANKED {
                return Err(refuse(
                    "too-many-ranked",
                    format!("{} billets are ranked.", billets.len()),
                    format!("Rank at most {MOST_RANKED}."),
                ));
            }
            known(world, Some(*person), billets)
        }
    }
}

fn known(world: &World, person: Option<PersonId>, billets: &[BilletId]) -> Result<(), Refusal> {
    if let Some(person) = person.filter(|person| world.people.get(*person).is_none()) {
        return Err(refuse("no-person", format!("There is no person {person}."), "Check the id."));
    }
    match billets.iter().find(|billet| world.billets.get(**billet).is_none()) {
        None => Ok(()),
        Some(billet) => Err(refuse("no-billet", format!("There is no billet {billet}."), "Check the id.")),
    }
}

/// Whether what differs can hold together.
fn agrees(world: &World, overrides: &Overrides) -> Result<(), Refusal> {
    let number = |billet: &BilletId| &world.billets[*billet].number;
    let mut taken = std::collections::BTreeMap::new();
    for (person, billet) in &overrides.locks {
        if let Some(other) = taken.insert(billet, person) {
            return Err(refuse(
                "locked-twice",
                format!("{other} and {person} would both be locked into billet {}.", number(billet)),
                "Unlock one of them first.",
            ));
        }
        if overrides.forbidden.contains(&(*person, *billet)) {
            return Err(refuse(
                "locked-and-forbidden",
                format!("{person} in billet {} would be locked and forbidden at once.", number(billet)),
                "Allow the pair, or unlock the person, in the same step.",
            ));
        }
        if overrides.dropped_people.contains(person) || overrides.dropped_billets.contains(billet) {
            return Err(refuse(
                "locked-and-dropped",
                format!("{person} in billet {} would be locked and left out at once.", number(billet)),
                "Unlock the person, or take both in, in the same step.",
            ));
        }
    }
    Ok(())
}
