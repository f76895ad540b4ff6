//! The limits of a cycle: read off the facts and the levers in force, none that could never bind.

use std::collections::BTreeMap;
use std::sync::Arc;

use muster_domain::policy::Lever;
use muster_domain::workforce::FundingSource;
use muster_domain::{Service, Text};

use super::{Each, Limit, Limited, Weights};
use crate::cost::Roads;
use crate::pair::Pair;
use crate::pairs::Field;
use crate::preparation::courses;
use crate::section_515::{self, Cap};
use crate::shares::service_limits;

/// US dollars in one unit of a budget.
const THOUSAND: i64 = 1_000;

/// An allowed pair by its places, and whether it may need a course.
pub(crate) type Allowed = (u32, u32, bool);

/// Every limit that could bind, by what is limited. The allowed pairs rise by person, then opening; they are asked for
/// only where they matter.
pub(super) fn limits<P: Iterator<Item = Allowed>>(field: &Field<'_>, pairs: impl Fn() -> P) -> Vec<Limit> {
    let mut limits: Vec<Limit> = members(field).collect();
    limits.extend(services(field));
    limits.extend(budgets(field, &pairs));
    limits.extend(seats(field, &pairs));
    if let Some(beside) = &field.ground.beside {
        limits.iter_mut().for_each(|limit| limit.most = (limit.most - beside.used(&limit.limited)).max(0));
    }
    limits
}

/// What a line uses of the limits that there may be, but for section 515.
pub(super) fn uses_of(pair: &Pair<'_, '_>, roads: &Roads) -> Vec<(Limited, i64)> {
    let needed = courses(pair);
    let mut uses = vec![
        (Limited::Service { service: pair.mover.profile.service }, 1),
        (Limited::Budget { fund: pair.opening.terms.funding }, move_dollars(pair, roads)),
        (Limited::CertificateSeats, i64::from(needed.certificate)),
    ];
    let seat = |language: &Text| (Limited::LanguageSeats { language: language.clone() }, 1);
    uses.extend(needed.languages.into_iter().map(seat));
    uses
}

fn members(field: &Field<'_>) -> impl Iterator<Item = Limit> + use<> {
    let caps = section_515::caps(&field.ground, &field.openings);
    let military: Arc<[bool]> = field.movers.iter().map(|facts| facts.profile.service.is_military()).collect();
    caps.into_iter().map(move |Cap { country, day, openings, most, serving }| Limit {
        limited: Limited::Section515 { country, day, serving },
        most: most as i64,
        each: Each::Opening,
        weights: Weights::Members { openings, military: Arc::clone(&military) },
    })
}

fn services(field: &Field<'_>) -> Vec<Limit> {
    let Some(cycle) = field.ground.cycle_id() else { return Vec::new() };
    let limit = |(service, most): (Service, u32)| Limit {
        limited: Limited::Service { service },
        most: i64::from(most),
        each: Each::Person,
        weights: Weights::People(field.movers.iter().map(|facts| facts.profile.service == service).collect()),
    };
    service_limits(field.ground.world, cycle, field.ground.today).into_iter().map(limit).collect()
}

/// The lever that is a fund's budget.
fn budget(fund: FundingSource) -> Lever {
    match fund {
        FundingSource::FmsAdministrative => Lever::BudgetFmsAdministrative,
        FundingSource::FmfAdministrative => Lever::BudgetFmfAdministrative,
        FundingSource::CaseFunded => Lever::BudgetCaseFunded,
        FundingSource::OperationsMaintenance => Lever::BudgetOperationsMaintenance,
        FundingSource::Title10Program => Lever::BudgetTitle10Program,
        FundingSource::MilitaryPay => Lever::BudgetMilitaryPay,
        FundingSource::HostNation => Lever::BudgetHostNation,
    }
}

/// Whether a lever is a limit over several lines, whose largest value stands for none.
pub(crate) fn is_limit(lever: Lever) -> bool {
    matches!(lever, Lever::LanguageSeats | Lever::CertificateSeats)
        || FundingSource::ALL.iter().any(|fund| budget(*fund) == lever)
}

/// A lever's value, where it limits anything: its largest value stands for no limit.
fn set(field: &Field<'_>, lever: Lever) -> Option<i64> {
    Some(field.ground.levers.value(lever)).filter(|value| *value < lever.definition().most)
}

fn budgets<P: Iterator<Item = Allowed>>(field: &Field<'_>, pairs: &impl Fn() -> P) -> Vec<Limit> {
    let budgets = FundingSource::ALL.iter().filter_map(|fund| Some((*fund, set(field, budget(*fund))?)));
    budgets
        .map(|(fund, thousands)| {
            let paid: Vec<bool> = field.openings.iter().map(|facts| facts.terms.funding == fund).collect();
            let pairs = pairs().filter(|(_, position, _)| paid[*position as usize]);
            let dollars = pairs.map(|(person, position, _)| {
                (person, position, move_dollars(&field.pair(person as usize, position as usize), &field.roads))
            });
            Limit {
                limited: Limited::Budget { fund },
                most: thousands * THOUSAND,
                each: Each::Opening,
                weights: Weights::Pairs(dollars.filter(|(_, _, dollars)| *dollars > 0).collect()),
            }
        })
        .collect()
}

/// US dollars that moving a person into an opening takes from the billet's fund. Nothing where nobody moves house.
fn move_dollars(pair: &Pair<'_, '_>, roads: &Roads) -> i64 {
    let (from, to) = (pair.mover.place, pair.opening.terms.place);
    if from == Some(to) {
        return 0;
    }
    let levers = &pair.ground.levers;
    levers.value(Lever::MoveDollars)
        + levers.value(Lever::MoveDistanceDollars) * from.map_or(0, |from| roads.thousands(from, to))
        + levers.value(Lever::MoveFamilyDollars) * i64::from(pair.accompanied())
}

/// What people of the slate learn before they report, by the course: of each seat nobody but one may be sure.
fn seats<P: Iterator<Item = Allowed>>(field: &Field<'_>, pairs: &impl Fn() -> P) -> Vec<Limit> {
    let (languages, certificates) = (set(field, Lever::LanguageSeats), set(field, Lever::CertificateSeats));
    if languages.is_none() && certificates.is_none() {
        return Vec::new();
    }
    let mut by_language: BTreeMap<&Text, Vec<(u32, u32, i64)>> = BTreeMap::new();
    let mut training: Vec<(u32, u32, i64)> = Vec::new();
    for (person, position, _) in pairs().filter(|(_, _, course)| *course) {
        let pair: Pair<'_, '_> = field.pair(person as usize, position as usize);
        let needed = courses(&pair);
        for language in needed.languages {
            by_language.entry(language).or_default().push((person, position, 1));
        }
        if needed.certificate {
            training.push((person, position, 1));
        }
    }
    let limit = |limited, most: i64, pairs: Vec<(u32, u32, i64)>| Limit {
        limited,
        most,
        each: Each::Person,
        weights: Weights::Pairs(pairs),
    };
    let of_language = |most: i64| {
        let each = by_language.into_iter();
        each.map(move |(language, pairs)| limit(Limited::LanguageSeats { language: language.clone() }, most, pairs))
    };
    let mut limits: Vec<Limit> = languages.map(of_language).into_iter().flatten().collect();
    let of_training = certificates.filter(|_| !training.is_empty());
    limits.extend(of_training.map(|most| limit(Limited::CertificateSeats, most, training)));
    limits
}
