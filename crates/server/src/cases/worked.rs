//! The forecast of a case as it may be released to its purchaser: the latest outlook's, of the case as it stands.

use std::borrow::Cow;

use muster_caseflow::outlook::{LEVEL_PER_MILLE, Outlooks};
use muster_domain::cases::{Milestone, WorkedForecast};
use muster_domain::{CaseId, Command, Date, World};

/// Forecasts of a back-tested method still claim nothing where the histories are made up.
const SYNTHETIC: &str = "Synthetic histories: nothing is claimed of how often such a range turns out right";

/// What the product foresees for a case, where it was worked out for the case as it stands.
pub fn worked(world: &World, outlooks: &Outlooks, id: CaseId, today: Date) -> Option<WorkedForecast> {
    let case = world.cases.get(id).filter(|case| case.phase(today).is_before_offer())?;
    let outlook = outlooks.of(id, case, today)?;
    let tried = outlook.tried.unwrap_or_default();
    let like: Vec<&str> = outlook.like.iter().map(|one| one.as_str()).collect();
    let same = if tried.same_step { "at the same step" } else { "at any step" };
    let method = format!(
        "Durations of {} moments of cases like it, {} of them decided ({}); the range set by how {} earlier forecasts turned out, tried on later cases {same}",
        outlook.count,
        outlook.ended,
        like.join(", "),
        outlook.judged_by,
    );
    let count = |cases: usize| u32::try_from(cases).unwrap_or(u32::MAX);
    Some(WorkedForecast {
        milestone: Milestone::Offered,
        earliest: outlook.offer.from,
        latest: outlook.offer.to,
        share_per_mille: LEVEL_PER_MILLE,
        tested: count(tried.tested),
        held: count(tried.held),
        made: outlooks.day,
        method: method.into(),
        basis: if world.is_synthetic() { SYNTHETIC.into() } else { "".into() },
    })
}

/// The command with the case's own forecast beside it, where it releases one.
pub fn with_outlook<'a>(
    world: &World,
    today: Date,
    outlooks: Option<&Outlooks>,
    command: &'a Command,
) -> Cow<'a, Command> {
    if !releases(command) {
        return Cow::Borrowed(command);
    }
    let mut command = command.clone();
    attach(world, today, outlooks, &mut command);
    Cow::Owned(command)
}

fn releases(command: &Command) -> bool {
    match command {
        Command::ReleaseForecast(_) => true,
        Command::Together(list) => list.commands.iter().any(releases),
        _ => false,
    }
}

fn attach(world: &World, today: Date, outlooks: Option<&Outlooks>, command: &mut Command) {
    match command {
        Command::ReleaseForecast(release) => {
            let found = outlooks.and_then(|outlooks| worked(world, outlooks, release.case, today));
            release.worked = found.map(Box::new);
        }
        Command::Together(list) => {
            list.commands.iter_mut().for_each(|member| attach(world, today, outlooks, member));
        }
        _ => {}
    }
}
