//! What is decided on contradictions of the queue: resolved, put off, or sent back to the owner of their source. Several
//! at once; a decision can be followed by another until a later report settles the matter.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{AccountId, ContradictionId, Date, PersonId, Position, Sealed, Text};
use crate::organization::{Holder, Turn};
use crate::policy::Lever;
use crate::workforce::{Contradiction, Outcome, Step, Taken};
use crate::world::World;

/// Who owns the system of record that a contradiction comes from: of one that was never defined, headquarters.
pub fn owner_of(world: &World, contradiction: &Contradiction) -> Holder {
    let source = world.keys.source.get(&contradiction.source).map(|id| &world.sources[*id]);
    source.map_or(Holder::Headquarters, |source| source.definition.owner)
}

/// Resolves contradictions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResolveContradictions {
    /// Which.
    pub contradictions: Vec<ContradictionId>,
    /// How.
    pub outcome: Outcome,
    /// Why.
    pub reason: Text,
}

/// Puts contradictions off: they come back after a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeferContradictions {
    /// Which.
    pub contradictions: Vec<ContradictionId>,
    /// The last day they are put off.
    pub until: Date,
    /// Why.
    pub reason: Text,
}

/// Sends contradictions back to the owner of their source: they go on the correction list, and the ball is theirs until
/// the suspense that the lever `correction_days` gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendBack {
    /// Which.
    pub contradictions: Vec<ContradictionId>,
    /// What is asked.
    pub reason: Text,
}

/// One contradiction of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stepped {
    /// Which.
    pub contradiction: ContradictionId,
    /// Whom it concerns, so whose key seals the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// Why, where it concerns a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Sealed<String>>,
    /// Why, where it concerns none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// What is decided on, each once, and live enough for it.
fn stepped(world: &World, chosen: &[ContradictionId], reason: &Text) -> Result<Vec<Stepped>, Refusal> {
    if reason.trim().is_empty() {
        return Err(refuse("reason-missing", "The decision would stand without a reason.", "Say why in `reason`."));
    }
    let ids: BTreeSet<ContradictionId> = chosen.iter().copied().collect();
    if ids.is_empty() {
        return Err(refuse("nothing-chosen", "No contradiction is named.", "Choose contradictions."));
    }
    let step = |id: ContradictionId| {
        let held = world
            .contradictions
            .get(id)
            .ok_or_else(|| refuse("no-contradiction", format!("There is no contradiction {id}."), "Check the id."))?;
        if held.is_settled() {
            return Err(refuse(
                "contradiction-settled",
                format!("A later report took away the cause of {id}."),
                "Leave it out.",
            ));
        }
        let person = held.person;
        Ok(Stepped {
            contradiction: id,
            person,
            sealed: person.map(|_| Sealed::Open(reason.to_string())),
            reason: person.is_none().then(|| reason.clone()),
        })
    };
    ids.into_iter().map(step).collect()
}

impl Decide for ResolveContradictions {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let lines = stepped(world, &self.contradictions, &self.reason)?;
        Ok(vec![ContradictionsResolved { on: context.today, by: context.actor, outcome: self.outcome, lines }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

impl Decide for DeferContradictions {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if self.until <= context.today {
            return Err(refuse(
                "defer-until",
                format!("{} does not lie ahead.", self.until),
                "Give a later day in `until`.",
            ));
        }
        let lines = stepped(world, &self.contradictions, &self.reason)?;
        Ok(vec![ContradictionsDeferred { on: context.today, by: context.actor, until: self.until, lines }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

impl Decide for SendBack {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let lines = stepped(world, &self.contradictions, &self.reason)?;
        for line in &lines {
            let held = &world.contradictions[line.contradiction];
            if !world.keys.source.contains_key(&held.source) {
                return Err(refuse(
                    "source-undefined",
                    format!("{} comes from {}, which is no defined source.", line.contradiction, held.source),
                    "Define the source with its owner first.",
                ));
            }
        }
        let span = jiff::Span::new().days(world.lever(Lever::CorrectionDays, context.today));
        let due = context.today.checked_add(span).unwrap_or(Date::MAX);
        let turned = lines
            .into_iter()
            .map(|line| {
                let holder = owner_of(world, &world.contradictions[line.contradiction]);
                (Turn { holder, since: context.today, due }, line)
            })
            .collect();
        Ok(vec![ContradictionsSentBack { on: context.today, by: context.actor, lines: turned }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

fn step(world: &mut World, at: Position, line: &Stepped, taken: Taken, on: Date, by: Option<AccountId>) {
    let words = line.sealed.as_ref().and_then(Sealed::open).map(Text::from);
    let reason = words.or_else(|| line.reason.clone());
    if let Some(held) = world.contradictions.edit(line.contradiction, at) {
        held.steps.push(Step { taken, on, by, reason });
    }
}

/// Shows the sealed reason of a line.
fn show(
    line: &mut Stepped,
    visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
) -> Result<(), serde_json::Error> {
    match (line.person, &mut line.sealed) {
        (Some(person), Some(reason)) => visit(person, reason),
        _ => Ok(()),
    }
}

/// Contradictions were resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContradictionsResolved {
    /// The day.
    pub on: Date,
    /// Who decided.
    pub by: Option<AccountId>,
    /// How.
    pub outcome: Outcome,
    /// Which, with the reasons.
    pub lines: Vec<Stepped>,
}

impl Apply for ContradictionsResolved {
    fn apply(&self, world: &mut World, at: Position) {
        for line in &self.lines {
            step(world, at, line, Taken::Resolved(self.outcome), self.on, self.by);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        self.lines.iter_mut().try_for_each(|line| show(line, visit))
    }
}

/// Contradictions were put off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContradictionsDeferred {
    /// The day.
    pub on: Date,
    /// Who decided.
    pub by: Option<AccountId>,
    /// The last day they are put off.
    pub until: Date,
    /// Which, with the reasons.
    pub lines: Vec<Stepped>,
}

impl Apply for ContradictionsDeferred {
    fn apply(&self, world: &mut World, at: Position) {
        for line in &self.lines {
            step(world, at, line, Taken::Deferred(self.until), self.on, self.by);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        self.lines.iter_mut().try_for_each(|line| show(line, visit))
    }
}

/// Contradictions were sent back to the owners of their sources.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContradictionsSentBack {
    /// The day.
    pub on: Date,
    /// Who decided.
    pub by: Option<AccountId>,
    /// Who has the ball for which, with what is asked.
    pub lines: Vec<(Turn, Stepped)>,
}

impl Apply for ContradictionsSentBack {
    fn apply(&self, world: &mut World, at: Position) {
        for (turn, line) in &self.lines {
            step(world, at, line, Taken::SentBack(*turn), self.on, self.by);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        self.lines.iter_mut().try_for_each(|(_, line)| show(line, visit))
    }
}
