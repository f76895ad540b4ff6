//! The service's own network: what changes nobody changes nothing, more people never make cases wait longer than chance
//! explains, every place's people are the World's own.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use std::sync::OnceLock;

use jiff::ToSpan as _;
use muster_caseflow::network::{
    Ask, Change, Fill, Ground, MoreArrivals, MorePeople, NoEffect, Ranged, Sided, StaffingEffect, effect, worth,
};
use muster_caseflow::simulation::Control;
use muster_domain::organization::{DepartureReach, OfficeKind, OrderDeparture};
use muster_domain::workforce::{DivertPerson, FunctionalArea};
use muster_domain::{Context, Decide, Period, Position, TourId, World};
use muster_synthetic::{Settings, build};

const ASK: Ask = Ask { sets: 3, replications: 2, seed: 7, from_day: 60 };

fn world() -> &'static (World, Settings) {
    static WORLD: OnceLock<(World, Settings)> = OnceLock::new();
    WORLD.get_or_init(|| {
        let settings = Settings { scale: 0.1, ..Settings::default() };
        (build(&settings), settings)
    })
}

fn ground() -> Ground<'static> {
    let (world, settings) = world();
    Ground::new(world, settings.today, 365.0)
}

fn simulated(change: &Change) -> StaffingEffect {
    effect(&ground(), change, &ASK, Control::default()).unwrap()
}

fn people(pool: &str, more: i16) -> Change {
    Change { people: vec![MorePeople { pool: pool.to_owned(), from_day: 60, more }], ..Change::default() }
}

fn differences(found: &StaffingEffect) -> Vec<Ranged> {
    let commands =
        found.commands.iter().flat_map(|one| [&one.median_days, &one.within_goal, &one.offers, &one.open_at_end]);
    let pools = found.pools.iter().flat_map(|one| [&one.waiting, &one.utilisation]);
    let sides: Vec<Sided> = commands.chain(pools).copied().flatten().collect();
    assert!(sides.len() > 20);
    sides.into_iter().map(|one| one.difference).collect()
}

#[test]
fn what_concerns_nobody_changes_exactly_nothing() {
    let pool = ground().pool_names().remove(0);
    assert!(differences(&simulated(&people(&pool, 0))).iter().all(|one| *one == Ranged::ZERO));
    // a cycle without openings, and one whose openings are in nobody's pool
    assert!(
        differences(&simulated(&Change { fill: Some(Fill::default()), ..Change::default() }))
            .iter()
            .all(|one| *one == Ranged::ZERO)
    );
}

#[test]
fn the_same_question_has_the_same_answer() {
    let change = people(&ground().pool_names()[0], 3);
    assert_eq!(simulated(&change), simulated(&change));
}

#[test]
fn more_people_are_there_and_fewer_cases_wait_for_them() {
    let all = ground().pool_names();
    let writers = all.iter().find(|name| name.contains("case writers")).unwrap();
    let more = simulated(&people(writers, 20));
    let pool = more.pools.iter().find(|pool| pool.pool == *writers).unwrap();
    assert!(pool.people.difference.mean > 10.0, "{:?}", pool.people);
    assert!(pool.waiting.unwrap().difference.mean < 0.0, "{:?}", pool.waiting);
    assert!(more.commands[0].median_days.unwrap().difference.mean < 0.0);
    let fewer = simulated(&people(writers, -20));
    assert!(fewer.commands[0].median_days.unwrap().difference.mean > 0.0);
    assert!(fewer.commands[0].open_at_end.unwrap().difference.mean > 0.0);
}

/// The World after a command, or none where it is refused.
fn after(command: &impl Decide) -> Option<World> {
    let (world, settings) = world();
    let events = command.decide(world, &Context { today: settings.today, actor: None }).ok()?;
    let mut changed = world.clone();
    for event in events {
        changed.apply(&event, Position(world.position.0 + 1));
    }
    Some(changed)
}

/// The people of each pool over the year from today, on average.
fn there(of: &World) -> Vec<(String, f64)> {
    let ground = Ground::new(of, world().1.today, 365.0);
    let ask = Ask { sets: 1, replications: 1, seed: 7, from_day: 0 };
    let found = effect(&ground, &Change::default(), &ask, Control::default()).unwrap();
    found.pools.into_iter().map(|pool| (pool.pool, pool.people.without.mean)).collect()
}

/// The tours of people who serve for most of the year at a command's SCO, in billets for the life of cases.
fn at_scos() -> impl Iterator<Item = (TourId, String)> {
    let (world, today) = (&world().0, world().1.today);
    world.tours.iter().filter_map(move |(id, tour)| {
        let terms = world.billets[tour.billet].terms_near(today);
        let serves = tour.is_primary()
            && tour.arrived.is_some_and(|on| on < today.saturating_sub(300.days()))
            && tour.period().is_some_and(|days| days.end() > today.saturating_add(200.days()));
        let sco = world.offices[terms.office].kind == OfficeKind::Sco;
        let command = &world.offices[world.command_of(terms.office, today)].code;
        (serves && sco && terms.functional_area == FunctionalArea::CaseLifeCycle)
            .then(|| (id, format!("SCOs of {command}")))
    })
}

#[test]
fn whoever_is_diverted_works_where_they_were_sent() {
    let (before, today) = (there(&world().0), world().1.today);
    let period = Period::new(today.saturating_add(40.days()), Some(today.saturating_add(130.days()))).unwrap();
    let divert = |tour: TourId, to| DivertPerson { tour, to, period, reason: "The other office is short".to_owned() };
    let all: Vec<_> = at_scos().collect();
    let (from, to, changed) = all
        .iter()
        .flat_map(|(tour, from)| all.iter().map(move |(other, to)| (*tour, from, *other, to)))
        .filter(|(_, from, _, to)| {
            from != to && [from, to].iter().all(|pool| before.iter().any(|(name, _)| name == **pool))
        })
        .find_map(|(tour, from, other, to)| {
            let office = world().0.billets[world().0.tours[other].billet].terms_near(today).office;
            Some((from, to, after(&divert(tour, office))?))
        })
        .unwrap();
    for ((pool, was), (_, is)) in before.iter().zip(there(&changed)) {
        let more = is - was;
        // 90 of 365 days, by how much work falls on them
        let expected = if pool == from {
            -0.25
        } else if pool == to {
            0.25
        } else {
            0.0
        };
        assert!((more - expected).abs() < if expected == 0.0 { 1e-9 } else { 0.05 }, "{pool}: {was} and {is}");
    }
}

#[test]
fn whom_an_ordered_departure_takes_away_is_not_there() {
    let (world, before, today) = (&world().0, there(&world().0), world().1.today);
    let (pool, changed) = at_scos()
        .filter(|(_, pool)| before.iter().any(|(name, _)| name == pool))
        .find_map(|(tour, pool)| {
            let post = world.billets[world.tours[tour].billet].terms_near(today).place;
            let order = |safe_haven| OrderDeparture {
                post,
                from: today,
                safe_haven,
                essential: Vec::new(),
                reach: DepartureReach::NotEssential,
                document: "Cable 26-117".into(),
            };
            let haven = world.posts.iter().find(|(haven, _)| *haven != post && after(&order(*haven)).is_some())?.0;
            Some((pool, after(&order(haven))?))
        })
        .unwrap();
    for ((name, was), (_, is)) in before.iter().zip(there(&changed)) {
        // it lasts for at most half a year; somebody at least is away
        assert!(if *name == pool { is < was - 0.35 } else { is < was + 1e-9 }, "{name}: {was} and {is}");
    }
}

#[test]
fn fewer_requests_leave_fewer_cases_open() {
    let arrivals = vec![MoreArrivals { command: None, country: None, from_day: 60, percent: -80 }];
    let found = simulated(&Change { arrivals, ..Change::default() });
    assert!(found.commands[0].open_at_end.unwrap().difference.mean < 0.0);
}

#[test]
fn requests_of_one_country_change_as_many_cases_as_it_sends() {
    let (world, ground) = (&world().0, ground());
    let observed = ground.observed();
    let sent = |country| -> f64 { observed.arrivals.values().filter_map(|sent| sent.get(&country)).sum() };
    let most = observed.countries().into_iter().max_by(|a, b| sent(*a).total_cmp(&sent(*b))).unwrap();
    let code = world.countries[most].iso3.to_string();
    let more = |percent| MoreArrivals { command: None, country: Some(code.clone()), from_day: 60, percent };
    let of = |arrivals| simulated(&Change { arrivals, ..Change::default() });
    // as many as before change nothing, even where another change of the same country was before
    let nothing = differences(&of(vec![more(50), more(0)]));
    assert!(nothing.iter().all(|one| *one == Ranged::ZERO), "{nothing:?}");
    let doubled = of(vec![more(100)]);
    let all = &doubled.commands[0];
    let further = all.offers.unwrap().difference.mean + all.open_at_end.unwrap().difference.mean;
    let expected = sent(most) * 305.0;
    assert!((0.5..1.5).contains(&(further / expected)), "{further} more cases, expected {expected}");
    let nowhere =
        Change { arrivals: vec![MoreArrivals { country: Some("XXX".to_owned()), ..more(1) }], ..Change::default() };
    let refused = effect(&ground, &nowhere, &ASK, Control::default()).unwrap_err();
    assert!(refused.to_string().contains("XXX"), "{refused}");
}

#[test]
fn the_network_keeps_near_what_was() {
    let found = simulated(&Change::default());
    let all = &found.fit[0];
    let (observed, simulated) = (all.observed_median.unwrap(), all.simulated_median.unwrap());
    assert!((0.7..1.4).contains(&(simulated / observed)), "{all:?}");
    let shares: f64 = found.holders.iter().map(|one| one.share).sum();
    assert!((shares - 1.0).abs() < 1e-9);
    assert!(found.holders.iter().any(|one| !one.workforce && one.share > 0.0));
    for one in &found.coefficients {
        assert!(one.low <= one.value && one.value <= one.high, "{one:?}");
    }
}

#[test]
fn one_more_person_is_worth_most_where_cases_wait() {
    let found = worth(&ground(), &ASK, Control::default()).unwrap();
    assert_eq!(found.len(), ground().pool_names().len());
    assert!(found.is_sorted_by(|a, b| a.case_days.mean >= b.case_days.mean));
    assert!(found[0].case_days.mean > 0.0, "{:?}", found[0]);
}

#[test]
fn a_pool_that_is_not_there_and_a_world_without_histories_are_refused_in_words() {
    let refused = effect(&ground(), &people("nobody", 1), &ASK, Control::default()).unwrap_err();
    assert!(refused.to_string().contains("there is no pool \"nobody\""), "{refused}");
    let (empty, today) = (World::default(), world().1.today);
    let none = effect(&Ground::new(&empty, today, 365.0), &Change::default(), &ASK, Control::default());
    assert!(matches!(none, Err(NoEffect::TooFew(0))));
}
