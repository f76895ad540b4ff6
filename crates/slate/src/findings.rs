//! What the rules say of the pairs that a scenario would lock: attached to the command as it is decided, so that no lock
//! enters a scenario that a rule forbids.

use std::borrow::Cow;

use muster_domain::allocation::{ChangeScenario, LockFinding};
use muster_domain::{BilletId, Command, Date, PersonId, Refusal, World, refuse};

use crate::ground::{Ground, Setting};
use crate::pairs::Field;
use crate::rules::RULES;

/// The command with what the rules say of every pair that it locks, as the World says on the day. Whoever decides
/// commands asks this first; what a caller hands in is never read.
pub fn with_findings<'a>(world: &World, today: Date, command: &'a Command) -> Cow<'a, Command> {
    if !locks(command) {
        return Cow::Borrowed(command);
    }
    let mut command = command.clone();
    attach(world, today, &mut command);
    Cow::Owned(command)
}

fn locks(command: &Command) -> bool {
    match command {
        Command::ChangeScenario(change) => change.locks().next().is_some(),
        Command::Together(list) => list.commands.iter().any(locks),
        _ => false,
    }
}

fn attach(world: &World, today: Date, command: &mut Command) {
    match command {
        Command::ChangeScenario(change) => change.findings = findings(world, today, change),
        Command::Together(list) => list.commands.iter_mut().for_each(|member| attach(world, today, member)),
        _ => {}
    }
}

/// Nothing is found of a scenario or a cycle that is not open: the command is refused for that anyway.
fn findings(world: &World, today: Date, change: &ChangeScenario) -> Vec<LockFinding> {
    let Some(scenario) = world.scenarios.get(change.scenario) else { return Vec::new() };
    let overrides = change.after(scenario);
    let setting = Setting { overrides, ..Setting::plain(scenario.cycle, today) };
    let Ok(ground) = Ground::under(world, &setting) else { return Vec::new() };
    let field = Field::new(ground);
    let found = |(person, billet)| LockFinding { person, billet, failed: failed(&field, person, billet) };
    change.locks().map(found).collect()
}

/// The rules that forbid a pair, each as it refuses.
fn failed(field: &Field<'_>, person: PersonId, billet: BilletId) -> Vec<Refusal> {
    let mover = field.movers.binary_search_by_key(&person, |facts| facts.mover.person);
    let opening = field.openings.binary_search_by_key(&billet, |facts| facts.opening.billet);
    let number =
        |id: BilletId| field.ground.world.billets.get(id).map(|billet| billet.number.clone()).unwrap_or_default();
    let Ok(mover) = mover else {
        return vec![refuse(
            "no-mover",
            format!("{person} needs no assignment in this cycle."),
            "Add the person to the scenario first.",
        )];
    };
    let Ok(opening) = opening else {
        return vec![refuse(
            "no-opening",
            format!("Billet {} does not fall open in this cycle.", number(billet)),
            "Add the billet to the scenario first.",
        )];
    };
    let pair = field.pair(mover, opening);
    let failing = RULES.iter().filter(|rule| !rule.holds(&pair));
    failing
        .map(|rule| {
            let remedy = match rule.waivable {
                true => "Choose another pair, or have the rule waived first.",
                false => "Choose another pair; this rule is never waived.",
            };
            let compared = rule.checked(&pair).compared;
            refuse(
                rule.id,
                format!("{person} may not take billet {}: {} Compared: {compared}.", number(billet), rule.title),
                remedy,
            )
        })
        .collect()
}
