//! What a synthetic service promises: the same seed gives the same events, the law's limits and the published presence
//! hold, the calibration is met, and the domain finds what was planted and nothing else.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::collections::BTreeMap;

use muster_caseflow::outlook::Outlooks;
use muster_domain::access::{Reach, Role};
use muster_domain::cases::{CasePhase, DeviationKind};
use muster_domain::organization::OfficeKind;
use muster_domain::partner::Measure;
use muster_domain::workforce::{ContradictionKind, Incumbency, section_515_limit};
use muster_domain::{CountryId, Date, Event, Service, World, write_events};
use muster_synthetic::{Planted, Settings, apply, build, calibration, demo_accounts, generate};
use sha2::{Digest, Sha256};

fn small() -> Settings {
    Settings { scale: 0.05, ..Settings::default() }
}

fn hash_of(settings: &Settings) -> String {
    let mut hash = Sha256::new();
    apply(&generate(settings), settings, |event: &Event| {
        hash.update(write_events(std::slice::from_ref(event)));
    })
    .unwrap();
    hex::encode(hash.finalize())
}

fn found(world: &World) -> Planted {
    let count = |kind| world.contradictions.iter().filter(|(_, noted)| noted.kind == kind).count();
    Planted {
        duplicates: count(ContradictionKind::DuplicatePerson),
        late_reports: count(ContradictionKind::LateReport),
        disagreements: count(ContradictionKind::SourcesDisagree),
        expired_scores: count(ContradictionKind::ExpiredScore),
        impossible_dates: count(ContradictionKind::ImpossibleDate),
        second_incumbents: count(ContradictionKind::SecondIncumbent),
        two_places: count(ContradictionKind::TwoPlaces),
    }
}

/// US people published as present in a country: the latest of each figure; `None` where nothing is reported.
fn presence(world: &World, country: CountryId, today: Date) -> Option<i64> {
    let latest = |measure| world.countries[country].latest(measure, today).map_or(0, |figure| figure.value);
    Some(latest(Measure::UsActiveDuty) + latest(Measure::UsCivilians)).filter(|people| *people > 0)
}

fn assert_limits_hold(world: &World, today: Date) {
    for (country, facts) in world.countries.iter() {
        let billets: Vec<_> = world
            .scos_of(country, today)
            .flat_map(|office| world.rosters.get(office).unwrap().billets.clone())
            .collect();
        let us = billets
            .iter()
            .filter(|id| !world.billets[**id].terms_near(today).coding.admits(Service::LocallyEmployed))
            .count();
        if let Some(most) = presence(world, country, today) {
            assert!(us as i64 <= most, "{}: {us} billets, {most} people published", facts.iso3);
        }
        let counted = billets.iter().filter(|id| world.billets[**id].terms_near(today).section_515).count();
        let limit = section_515_limit(world, country, today) as usize;
        assert!(counted <= limit, "{}: {counted} section 515 billets, {limit} authorised", facts.iso3);
    }
}

fn assert_calibrated(world: &World) {
    let targets = calibration(world);
    assert!(targets.len() > 15);
    let missed: Vec<_> = targets.iter().filter(|target| !target.is_met()).collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn the_same_seed_gives_the_same_events_and_another_seed_others() {
    let first = hash_of(&small());
    assert_eq!(first, hash_of(&small()));
    assert_ne!(first, hash_of(&Settings { seed: 2, ..small() }));
}

#[test]
fn the_domain_finds_what_was_planted_and_nothing_else() {
    for settings in [small(), Settings { seed: 7, scale: 0.2, ..Settings::default() }] {
        let generated = generate(&settings);
        let world = apply(&generated, &settings, |_| ()).unwrap();
        assert_eq!(found(&world), generated.planted);
        assert_eq!(world.contradictions.len(), generated.planted.total());
        let Planted { duplicates, second_incumbents, two_places, .. } = generated.planted;
        assert!(duplicates > 0 && second_incumbents > 0 && two_places > 0);
    }
}

#[test]
fn presence_and_section_515_hold_at_any_size() {
    for (seed, scale) in [(1, 0.01), (3, 0.4)] {
        let settings = Settings { seed, scale, ..Settings::default() };
        assert_limits_hold(&build(&settings), settings.today);
    }
}

#[test]
fn a_small_service_is_calibrated_as_far_as_its_size_allows() {
    assert_calibrated(&build(&small()));
}

#[test]
fn published_numbers_of_notifications_are_as_many_as_the_figures_say() {
    let world = build(&small());
    let (mut rows, mut counted) = (0, 0);
    for (_, country) in world.countries.iter() {
        rows += country.notifications.len();
        let figures = country.figures.iter().filter(|figure| figure.measure == Measure::Notifications);
        counted += figures.map(|figure| usize::try_from(figure.value).unwrap()).sum::<usize>();
        assert!(country.notifications.iter().all(|one| one.is_number_only() && one.source.starts_with("reference/")));
    }
    assert!(rows > 1000 && rows == counted, "{rows} rows, {counted} counted");
}

#[test]
fn another_day_is_as_plausible() {
    for today in ["2026-03-15", "2027-07-20"] {
        let settings = Settings { today: today.parse().unwrap(), seed: 4, ..small() };
        let generated = generate(&settings);
        let world = apply(&generated, &settings, |_| ()).unwrap();
        assert_eq!(found(&world), generated.planted, "{today}");
        assert_eq!(world.contradictions.len(), generated.planted.total(), "{today}");
        let cycle = &world.cycles.iter().next().unwrap().1;
        assert!(cycle.window.end() > settings.today && cycle.ballot.members_ranked() > 0);
    }
}

#[test]
fn every_role_has_an_account_that_reaches_something() {
    let world = build(&small());
    let today = Settings::default().today;
    let accounts = demo_accounts(&world);
    for definition in Role::ALL {
        let demo = accounts.iter().find(|demo| demo.role == definition.role).unwrap();
        let grant = world.grants(demo.account, today).next().unwrap();
        assert_eq!(grant.role, definition.role);
        assert_eq!(definition.reach == Reach::Office, grant.office.is_some(), "{}", demo.sign_in);
        assert_eq!(definition.reach == Reach::Purchaser, grant.purchaser.is_some(), "{}", demo.sign_in);
    }
    let member = accounts.iter().find(|demo| demo.sign_in == "member").unwrap();
    let person = world.grants(member.account, today).next().unwrap().person.unwrap();
    assert!(world.cycles.iter().next().unwrap().1.ballot.own_ranking(person).is_some());
    let of_a_command = |office| world.offices[office].kind == OfficeKind::CombatantCommand;
    let officers = accounts.iter().filter(|demo| demo.role == Role::CommandOfficer);
    let offices = officers.filter_map(|demo| world.grants(demo.account, today).next()?.office);
    assert_eq!(offices.filter(|office| of_a_command(*office)).count(), 6);
}

#[test]
fn the_representatives_are_of_two_purchaser_codes_and_have_something_to_read() {
    let world = build(&small());
    let today = Settings::default().today;
    let accounts = demo_accounts(&world);
    let partners: Vec<_> = accounts.iter().filter(|demo| demo.role == Role::PartnerRepresentative).collect();
    let code = |account| world.grants(account, today).next().unwrap().purchaser.clone().unwrap();
    let codes: Vec<_> = partners.iter().map(|demo| code(demo.account)).collect();
    assert!(codes.len() == 2 && codes[0] != codes[1]);
    let own = |code: &str| world.cases.iter().filter(|(_, case)| case.number.purchaser() == code).count();
    assert!(own(&codes[0]) > 0, "{codes:?}");
    assert!(world.shows_purchasers(muster_domain::cases::Milestone::Offered, today));
    assert!(world.cases.iter().any(|(_, case)| case.unanswered() > 0));
}

#[test]
fn a_world_says_what_it_was_made_from() {
    let settings = Settings { seed: 12, scale: 0.02, ..Settings::default() };
    let world = build(&settings);
    assert_eq!(Settings::of(&world), Some(settings));
    assert!(Settings::of(&World::default()).is_none() && calibration(&World::default()).is_empty());
    assert!(Settings { scale: 11.0, ..settings }.check().is_err());
    let sources = world.billets.iter().map(|(_, billet)| &billet.source);
    assert!(sources.chain(world.people.iter().map(|(_, person)| &person.source)).all(|s| s.contains("(synthetic)")));
}

#[test]
fn the_whole_service_is_calibrated_within_its_limits_and_holds_only_what_was_planted() {
    let settings = Settings::default();
    let generated = generate(&settings);
    let world = apply(&generated, &settings, |_| ()).unwrap();
    assert_calibrated(&world);
    assert_limits_hold(&world, settings.today);
    assert_eq!(found(&world), generated.planted);
    assert_eq!(world.contradictions.len(), generated.planted.total());

    // A chief is attaché beside, and is counted once.
    let beside = world.tours.iter().filter(|(_, tour)| tour.incumbency == Incumbency::Additional).count();
    assert!(beside > 150, "{beside} attaché tours");
    // The fill rate of the past two years is that of a service, not of a day.
    for days in [730, 550, 365, 180] {
        let day = settings.today.saturating_sub(jiff::Span::new().days(days));
        let mut by_kind: BTreeMap<OfficeKind, (usize, usize)> = BTreeMap::new();
        for (_, billet) in world.billets.iter() {
            let Some(terms) = billet.on(day) else { continue };
            let held = billet.tours.iter().any(|id| world.tours[*id].served().is_some_and(|p| p.contains(day)));
            let counts = by_kind.entry(world.offices[terms.office].kind).or_default();
            *counts = (counts.0 + 1, counts.1 + usize::from(held));
        }
        // Kinds of some size; the service's own headquarters, of that age, began then and fills up from nothing.
        for (kind, (authorised, held)) in by_kind.into_iter().filter(|(_, (authorised, _))| *authorised > 1_000) {
            let share = held as f64 / authorised as f64;
            assert!((0.82..0.955).contains(&share), "{kind:?} on {day}: {share:.3}");
        }
    }
}

#[test]
fn cases_in_execution_are_plausible_and_closed_ones_have_nothing_open() {
    let settings = small();
    let (world, today) = (build(&settings), settings.today);
    let (mut overdue, mut late, mut disputed, mut running, mut closed) = (0, 0, 0, 0, 0);
    let mut paths = BTreeMap::new();
    for (_, case) in world.cases.iter() {
        let state = case.execution_state(&world, today);
        if let Some(difference) = case.schedule_difference(&world, today) {
            assert_eq!(difference, 0, "{}", case.number);
        }
        assert!(case.received_cents(today) >= 0, "{}", case.number);
        assert!(case.claimed_cents(today) <= case.total_cents(&world, today), "{}", case.number);
        overdue += usize::from(state.overdue_cents > 0);
        late += usize::from(state.deliveries_late > 0);
        disputed += usize::from(state.discrepancies > 0);
        running += usize::from(!case.execution.is_empty());
        if let Some(path) = state.closure {
            *paths.entry(path).or_insert(0) += 1;
        }
        if case.phase(today) == CasePhase::Closed {
            closed += 1;
            let wrong = case.deviations(&world).into_iter().find(|one| one.kind == DeviationKind::ClosedOpen);
            assert_eq!(wrong, None, "{}", case.number);
        }
    }
    let in_some = |count: usize| count > 0 && count < running / 3;
    assert!(in_some(overdue) && in_some(late) && in_some(disputed), "{overdue} {late} {disputed} of {running}");
    assert!(closed > 0 && paths.len() == 4, "{closed} closed, {paths:?}");
}

#[test]
fn letters_wait_and_ranges_of_open_cases_were_tried_on_earlier_ones() {
    let settings = Settings { scale: 0.2, ..Settings::default() };
    let (world, today) = (build(&settings), settings.today);
    let waiting: Vec<_> = world.cases.iter().filter_map(|(_, case)| case.awaited(today, None)).collect();
    let overdue = waiting.iter().filter(|awaited| awaited.overdue > 0).count();
    assert!(waiting.len() > 10 && overdue > 3 && overdue < waiting.len(), "{overdue} of {}", waiting.len());
    let labelled = |case: &muster_domain::cases::Case| {
        case.letters.iter().all(|letter| letter.facts.subject.contains("(synthetic)"))
    };
    assert!(world.cases.iter().all(|(_, case)| labelled(case)));

    let outlooks = Outlooks::new(&world, today).unwrap();
    let tried: Vec<_> = outlooks.iter().filter_map(|(_, outlook)| outlook.tried).collect();
    let enough = |one: &&muster_caseflow::forecast::cases::Tried| one.tested >= 100 && one.held * 4 >= one.tested * 3;
    let releasable = tried.iter().filter(enough).count();
    assert!(
        releasable * 2 > outlooks.iter().count(),
        "{releasable} of {}: {:?}",
        outlooks.iter().count(),
        tried.first()
    );
}
