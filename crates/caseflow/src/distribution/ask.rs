//! What the World knows of an office's cases and of those who manage them.

use std::collections::{BTreeSet, HashMap, HashSet};

use muster_domain::cases::{Case, CaseKind, CasePhase, GoalCategory};
use muster_domain::policy::Lever;
use muster_domain::{AccountId, CaseId, CountryId, Date, OfficeId, PersonId, World};

use super::{Ask, Known, Weights, Work};

/// Who manages cases at an office on a day: whoever is there and manages one, and whoever is there in a billet of the
/// same title, though they have none yet.
pub fn managers_of(world: &World, office: OfficeId, day: Date) -> Vec<PersonId> {
    let busy: HashSet<PersonId> =
        world.cases.iter().filter(|(_, case)| case.office == office).filter_map(|(_, case)| case.manager).collect();
    let title = |person: PersonId| {
        let tour = world.primary_tour(person, day)?;
        Some(world.billets[tour.billet].terms_near(day).title.clone())
    };
    let at_home = |person: &PersonId| world.home_of(*person, day) == Some(office);
    let titles: BTreeSet<_> = busy.iter().filter(|person| at_home(person)).filter_map(|one| title(*one)).collect();
    let people = world.people.iter().map(|(id, _)| id).filter(at_home);
    people.filter(|one| busy.contains(one) || title(*one).is_some_and(|title| titles.contains(&title))).collect()
}

/// What there is to share: these cases of an office among these managers, with what each knows and carries. A case's own
/// manager counts as one who had it before, and carries nothing for it.
pub fn ask(world: &World, cases: &[CaseId], managers: Vec<PersonId>, day: Date) -> Ask {
    let lever = |lever| world.lever(lever, day);
    let weights = Weights {
        load: lever(Lever::DistributionLoad),
        expertise: lever(Lever::DistributionExpertise),
        country: lever(Lever::DistributionCountry),
        continuity: lever(Lever::DistributionContinuity),
        unit: lever(Lever::DevelopmentCaseMinutes).max(1),
    };
    let place: HashMap<PersonId, usize> = managers.iter().enumerate().map(|(at, person)| (*person, at)).collect();
    let shared: HashSet<CaseId> = cases.iter().copied().collect();
    let (mut carried, mut counted) = (vec![0; managers.len()], vec![0; managers.len()]);
    let mut alike: HashMap<(usize, CaseKind, GoalCategory), usize> = HashMap::new();
    let mut countries: HashMap<(usize, CountryId), usize> = HashMap::new();
    for (id, case) in world.cases.iter() {
        let held = case.manager.and_then(|person| place.get(&person)).copied();
        let had = case.managed_before.iter().filter_map(|person| place.get(person)).copied();
        let both: BTreeSet<usize> = held.into_iter().chain(had).collect();
        for manager in both {
            *alike.entry((manager, case.kind, case.category)).or_default() += 1;
            *countries.entry((manager, case.country)).or_default() += 1;
        }
        if let Some(manager) = held.filter(|_| !case.phase(day).is_over() && !shared.contains(&id)) {
            carried[manager] += minutes(world, case, day);
            counted[manager] += 1;
        }
    }
    let accounts = accounts_of(world, day);
    let work = cases.iter().filter_map(|id| Some((*id, world.cases.get(*id)?))).map(|(id, case)| {
        let own = own(case, &accounts);
        let known = managers.iter().enumerate().map(|(at, person)| Known {
            alike: alike.get(&(at, case.kind, case.category)).copied().unwrap_or(0),
            country: countries.get(&(at, case.country)).copied().unwrap_or(0),
            own: own.contains(person),
        });
        Work { case: id, minutes: minutes(world, case, day), known: known.collect() }
    });
    let work = work.collect();
    Ask { carried, cases: counted, work, weights, managers }
}

/// What a case takes, minutes a month: by the levers of demand.
fn minutes(world: &World, case: &Case, day: Date) -> i64 {
    let lever =
        if case.phase(day) < CasePhase::Accepted { Lever::DevelopmentCaseMinutes } else { Lever::OpenCaseMinutes };
    world.lever(lever, day)
}

/// The person that each account stands for.
fn accounts_of(world: &World, day: Date) -> HashMap<AccountId, PersonId> {
    let person = |account| world.grants(account, day).find_map(|grant| grant.person);
    world.accounts.iter().filter_map(|(id, _)| Some((id, person(id)?))).collect()
}

/// Who had the case, or recorded or said something about it.
fn own(case: &Case, accounts: &HashMap<AccountId, PersonId>) -> HashSet<PersonId> {
    let said = case.notes.iter().filter_map(|note| note.by);
    let recorded = case.milestones.iter().filter_map(|one| one.by);
    let worked = said.chain(recorded).filter_map(|account| accounts.get(&account)).copied();
    worked.chain(case.managed_before.iter().copied()).chain(case.manager).collect()
}
