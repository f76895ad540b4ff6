//! Who ranked what, and when: civilians on the ballot of the coming summer before it closed, some members on the winter's
//! ballot that is still open, and offices their eligible candidates. Everybody ranks by the own account, on the own day.

use muster_domain::access::Role;
use muster_domain::allocation::{BallotTerms, OpenCycle, RankCandidates, SetBallot, SubmitPreferences};
use muster_domain::kernel::add_months;
use muster_domain::{AccountId, BilletId, Command, CycleId, Date, OfficeId, Period, PersonId, Service, World};
use muster_slate::{OpeningField, OwnField};

use crate::dice::{Dice, days_after};
use crate::generate::{Given, Stage};
use crate::roster::summer_after;

/// The cycle whose ballot has closed, and the one whose ballot is open.
const SUMMER: CycleId = CycleId(0);
const WINTER: CycleId = CycleId(1);
/// Members with an account of their own in each cycle.
const MEMBERS: usize = 10;
/// The fewest openings that the member who ranks today is eligible for.
const CHOICE: usize = 4;
/// Openings that each office or command ranks candidates for in each cycle.
const RANKED_OPENINGS: usize = 3;
/// Candidates that an office ranks for an opening.
const RANKED_CANDIDATES: usize = 4;

/// The cycle after the coming summer.
pub(crate) struct Winter {
    /// The day it was opened.
    pub opened: Date,
    /// Opens it, and gives it a ballot that is open today.
    pub opening: Vec<Command>,
}

/// Opens the winter's cycle.
pub(crate) fn winter(today: Date) -> Winter {
    let from = summer_after(today).end();
    // INVARIANT: six months lie between the two.
    let window = Period::new(from, Some(add_months(from, 6))).unwrap_or_else(|_| Period::open(from));
    let name = format!("Winter {}", from.year()).into();
    let terms = BallotTerms {
        members_until: days_after(today, 20),
        offices_until: days_after(today, 34),
        civilians: true,
        services: vec![Service::SpaceForce, Service::CoastGuard],
        boards: true,
    };
    let opening = vec![OpenCycle { name, window, scope: Vec::new() }.into(), SetBallot { cycle: WINTER, terms }.into()];
    Winter { opened: days_after(today, -30), opening }
}

/// Civilians who move in the winter, by rising id.
fn winter_civilians(world: &World, today: Date) -> Vec<PersonId> {
    let movers = muster_slate::movers(world, WINTER, today).unwrap_or_default();
    let civilian = |person: &PersonId| world.people[*person].service == Service::Civilian;
    let rotating = movers.iter().filter(|mover| mover.office.is_some());
    rotating.map(|mover| mover.person).filter(civilian).collect()
}

/// The openings of the winter a member is eligible for.
fn eligible(world: &World, person: PersonId, today: Date) -> Vec<BilletId> {
    let field = OwnField::new(world, WINTER, person, today).ok().flatten();
    let openings = field.map(|field| field.openings()).unwrap_or_default();
    openings.into_iter().filter(|found| found.failed == 0).map(|found| found.billet).collect()
}

/// A civilian who may rank today and has a choice; where nobody has, the one with most.
pub(crate) fn bidder(world: &World, today: Date) -> Option<PersonId> {
    let mut best: Option<(usize, PersonId)> = None;
    for person in winter_civilians(world, today).into_iter().take(60) {
        let choice = eligible(world, person, today).len();
        if best.is_none_or(|(most, _)| choice > most) {
            best = Some((choice, person));
        }
        if choice >= CHOICE {
            break;
        }
    }
    best.map(|(_, person)| person)
}

/// Members who rank by an account of their own: of the summer, then of the winter. Who has another account is left out.
pub(crate) fn members(
    world: &World,
    ballots: &[SubmitPreferences],
    bidder: Option<PersonId>,
    today: Date,
) -> Vec<PersonId> {
    // The first ballot is the demonstration's own civilian's.
    let mut members: Vec<PersonId> = ballots.iter().skip(1).take(MEMBERS).map(|ballot| ballot.person).collect();
    let winter = winter_civilians(world, today).into_iter();
    let others = winter.filter(|person| Some(*person) != bidder && !members.contains(person));
    let others: Vec<PersonId> = others.take(MEMBERS).collect();
    members.extend(others);
    members
}

/// The account through which a person ranks.
fn account_of(world: &World, person: PersonId, day: Date) -> Option<AccountId> {
    let own =
        |id: &AccountId| world.grants(*id, day).any(|grant| grant.role == Role::Member && grant.person == Some(person));
    world.accounts.iter().map(|(id, _)| id).find(own)
}

/// Everything ranked, on its own days: the World holds accounts and both cycles.
pub(crate) fn rankings(
    world: &World,
    ballots: Vec<SubmitPreferences>,
    bidder: Option<PersonId>,
    today: Date,
    dice: &mut Dice,
) -> Vec<Stage> {
    let mut stages = Vec::new();
    let mut give = |day: Date, actor: Option<AccountId>, commands: Vec<Command>| {
        if !commands.is_empty() {
            let given = Some(Given { day, actor });
            stages.push(Stage { name: "ballots", title: "Ballots of members and offices", commands, given });
        }
    };
    let voted = days_after(today, -15);
    let mut without = Vec::new();
    for ballot in ballots {
        match account_of(world, ballot.person, voted) {
            Some(account) => give(voted, Some(account), vec![ballot.into()]),
            None => without.push(ballot.into()),
        }
    }
    // Whoever has no account here yet handed in a list on paper.
    give(voted, None, without);
    let yesterday = days_after(today, -1);
    for person in winter_civilians(world, today) {
        let account = account_of(world, person, yesterday).filter(|_| Some(person) != bidder);
        let Some(account) = account else { continue };
        let mut choice = eligible(world, person, yesterday);
        let mut billets = Vec::new();
        while billets.len() < 4 && !choice.is_empty() {
            billets.push(choice.swap_remove(dice.below(choice.len())));
        }
        if !billets.is_empty() {
            give(yesterday, Some(account), vec![SubmitPreferences { cycle: WINTER, person, billets }.into()]);
        }
    }
    for (cycle, day) in [(SUMMER, days_after(today, -5)), (WINTER, yesterday)] {
        for (account, office) in ranking_offices(world, day) {
            give(day, Some(account), candidates(world, cycle, office, day, dice));
        }
    }
    stages
}

/// Chiefs and officers of commands who rank for their offices.
fn ranking_offices(world: &World, day: Date) -> Vec<(AccountId, OfficeId)> {
    let grants = world.accounts.iter().flat_map(|(id, _)| world.grants(id, day).map(move |grant| (id, grant)));
    let ranks = |role| matches!(role, Role::OfficeChief | Role::CommandOfficer);
    let offices = grants.filter(|(_, grant)| ranks(grant.role)).filter_map(|(id, grant)| Some((id, grant.office?)));
    // The attaché officer directs functions, not rosters.
    offices.filter(|(_, office)| &*world.offices[*office].code != "DIA").collect()
}

/// The candidates an office or command ranks in a cycle: for a few openings with a choice, two of them tied.
fn candidates(world: &World, cycle: CycleId, office: OfficeId, day: Date, dice: &mut Dice) -> Vec<Command> {
    let openings = muster_slate::openings(world, cycle, day).unwrap_or_default();
    let own = openings.iter().filter(|opening| {
        opening.office == office
            || (world.offices[office].kind == muster_domain::organization::OfficeKind::CombatantCommand
                && world.command_of(opening.office, day) == office)
    });
    let mut commands: Vec<Command> = Vec::new();
    for opening in own.take(RANKED_OPENINGS * 3) {
        if commands.len() == RANKED_OPENINGS {
            break;
        }
        let Some(field) = OpeningField::new(world, cycle, opening.billet, day) else { continue };
        let mut eligible: Vec<PersonId> = field.eligible().into_iter().map(|(person, _)| person).collect();
        eligible.truncate(RANKED_CANDIDATES * 2);
        if eligible.len() < 2 {
            continue;
        }
        let mut tiers: Vec<Vec<PersonId>> = Vec::new();
        while tiers.len() < RANKED_CANDIDATES && !eligible.is_empty() {
            let mut tier = vec![eligible.swap_remove(dice.below(eligible.len()))];
            if tiers.len() == 1 && !eligible.is_empty() {
                tier.push(eligible.swap_remove(dice.below(eligible.len())));
            }
            tiers.push(tier);
        }
        commands.push(RankCandidates { cycle, billet: opening.billet, tiers, eligible: None }.into());
    }
    commands
}
