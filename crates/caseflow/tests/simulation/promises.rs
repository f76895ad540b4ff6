//! What holds whatever the network: threads, common random numbers, conservation, limits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use muster_caseflow::simulation::{
    Control, Estimate, Measures, Model, Network, Precision, Settings, Stopped, compare, read, simulate,
    worth_of_one_more,
};
use proptest::prelude::*;

use crate::{model, run};

/// Two offices that share nobody, each with its cases; the first has rework, holds and a busy pool.
const OFFICES: &str = r#"{"horizon": 400, "warm_up": 50,
    "pools": [{"name": "north", "people": 2}, {"name": "south", "people": 2}],
    "stations": [
        {"name": "write", "pool": "north", "service": {"lognormal": {"mean": 1.6, "cv": 0.8}},
         "hold": {"probability": 0.2, "duration": {"exponential": {"mean": 5}}}},
        {"name": "check", "pool": "north", "service": {"erlang": {"phases": 2, "mean": 0.2}}},
        {"name": "State", "service": {"gamma": {"shape": 0.7, "mean": 9}}},
        {"name": "answer", "pool": "south", "service": {"exponential": {"mean": 1.7}}}],
    "classes": [
        {"name": "A", "group": "EUCOM", "arrivals": {"rate": 0.8}, "goal": 12, "enter": "write", "steps": [
            {"station": "write", "next": "check"},
            {"station": "check", "next": [{"to": "write", "probability": 0.15}, {"to": "State", "probability": 0.85}]},
            {"station": "State"}],
         "milestones": [{"name": "checked", "at": "check", "goal": 4}]},
        {"name": "B", "group": "AFRICOM", "arrivals": {"rate": 1}, "enter": "answer", "steps": [{"station": "answer"}]}]}"#;

fn changed(model: &Model, change: impl FnOnce(&mut Network)) -> Arc<Model> {
    let mut network = model.network().clone();
    change(&mut network);
    Arc::new(Model::new(network).unwrap())
}

fn settings(replications: u32) -> Settings {
    Settings { replications, ..Settings::default() }
}

fn is_nothing(found: &Estimate) -> bool {
    found.mean.is_none_or(|mean| mean == 0.0 && found.deviation == Some(0.0))
}

/// Every estimate of these measures.
fn all(measures: &Measures<Estimate>) -> Vec<Estimate> {
    let mut found = Vec::new();
    measures.map(&mut |one| found.push(*one));
    found
}

#[test]
fn the_answer_is_the_same_for_any_number_of_threads() {
    let model = model(OFFICES);
    let answer = |threads| {
        let settings = Settings { threads: Some(threads), ..settings(70) };
        simulate(&model, &settings, Control::default()).unwrap()
    };
    let one = answer(1);
    for threads in [2, 3, 8] {
        let other = answer(threads);
        assert_eq!(other.estimates, one.estimates, "{threads} threads");
        assert_eq!(other.events, one.events);
    }
    assert_ne!(run(&model, 70, 2, 0.95).estimates, one.estimates, "another seed is another sample");
}

#[test]
fn a_scenario_that_changes_nobody_changes_exactly_nothing() {
    let base = model(OFFICES);
    let same = changed(&base, |network| {
        // one leaves and another as good comes on the same day
        network.pool_mut("north").unwrap().change_people(100.0, 0);
        network.pool_mut("south").unwrap().change_people(250.0, 0);
    });
    let found = compare(&base, &[same], &settings(10), Control::default()).unwrap();
    let difference = &found.scenarios[0].difference;
    assert!(all(difference).iter().all(is_nothing), "{difference:?}");
    assert_eq!(found.scenarios[0].run.estimates, found.base.estimates);
}

#[test]
fn one_more_person_leaves_whoever_never_meets_them_exactly_alone() {
    let base = model(OFFICES);
    let more = changed(&base, |network| network.pool_mut("north").unwrap().change_people(60.0, 1));
    let found = compare(&base, &[more], &settings(20), Control::default()).unwrap();
    let difference = &found.scenarios[0].difference;
    let (a, b) = (&difference.classes[0].cases, &difference.classes[1].cases);
    assert!(is_nothing(&b.wait) && is_nothing(&b.time_in_system) && is_nothing(&b.arrivals), "{b:?}");
    assert!(is_nothing(&difference.stations[3].queue_length));
    // the same cases arrive, with the same work; they only wait less
    assert!(is_nothing(&a.arrivals), "{a:?}");
    assert!(a.wait.high.unwrap() < 0.0, "{a:?}");
    assert!(difference.pools[0].people.mean.unwrap() > 0.9 && is_nothing(&difference.pools[1].people));
    assert!(difference.groups[1].cases.wait == b.wait, "AFRICOM is class B");
}

#[test]
fn common_random_numbers_tell_scenarios_apart_that_apart_cannot_be_told() {
    let base = model(OFFICES);
    let more = changed(&base, |network| network.pool_mut("south").unwrap().change_people(0.0, 1));
    let found = compare(&base, std::slice::from_ref(&more), &settings(20), Control::default()).unwrap();
    let paired = found.scenarios[0].difference.classes[1].cases.time_in_system;
    let apart = run(&more, 20, 99, 0.95).estimates.classes[1].cases.time_in_system;
    let before = found.base.estimates.classes[1].cases.time_in_system;
    let half = |found: Estimate| found.high.unwrap() - found.mean.unwrap();
    assert!(half(paired) < half(apart).hypot(half(before)), "{paired:?} against {before:?} and {apart:?}");
}

#[test]
fn the_next_person_is_worth_most_where_people_are_short() {
    let base = changed(&model(OFFICES), |network| network.pool_mut("south").unwrap().change_people(0.0, 3));
    let found = worth_of_one_more(&base, 0.0, &settings(10), Control::default()).unwrap();
    let saved = |at: usize| -found[at].scenario.difference.total.cases.wait.mean.unwrap();
    assert_eq!((found[0].pool.as_str(), found[1].pool.as_str()), ("north", "south"));
    assert!(saved(0) > 10.0 * saved(1) && saved(1) >= 0.0, "{} and {}", saved(0), saved(1));
}

#[test]
fn what_is_not_known_of_people_widens_the_interval_of_what_they_do() {
    let known = model(OFFICES);
    let unknown = changed(&known, |network| network.pool_mut("south").unwrap().uncertain = Some([0.9, 1.4]));
    let spread = |model| run(model, 40, 1, 0.95).estimates.stations[3].in_service.deviation.unwrap();
    assert!(spread(&unknown) > 1.5 * spread(&known));
}

#[test]
fn more_replications_are_done_until_the_wanted_precision_is_reached() {
    let model = model(OFFICES);
    let wanted = |relative, most| {
        let settings = Settings { precision: Some(Precision { relative, most }), ..settings(8) };
        simulate(&model, &settings, Control::default()).unwrap()
    };
    let found = wanted(0.03, 4000);
    assert_eq!(found.precise, Some(true));
    assert!(found.replications > 8);
    for class in &found.estimates.classes {
        let time = class.cases.time_in_system;
        assert!(time.high.unwrap() - time.mean.unwrap() <= 0.03 * time.mean.unwrap());
    }
    let short = wanted(0.000_1, 20);
    assert_eq!((short.precise, short.replications), (Some(false), 20));
}

#[test]
fn cases_that_are_there_at_the_start_go_on_from_where_they_are() {
    let text = r#"{"horizon": 100, "pools": [{"name": "p", "calendar": [{"from": 2, "people": 1}]}],
        "stations": [{"name": "a", "pool": "p", "service": 3}, {"name": "b", "service": 10}],
        "classes": [{"name": "c", "enter": "a", "steps": [{"station": "a", "next": "b"}, {"station": "b"}],
            "milestones": [{"name": "b", "at": "b", "goal": 9}]}],
        "initial": [
            {"class": "c", "station": "a", "count": 2, "elapsed": 4, "age": 6},
            {"class": "c", "station": "a", "state": "in_service", "elapsed": 1},
            {"class": "c", "station": "b", "elapsed": 9, "age": 20}]}"#;
    let found = run(&model(text), 1, 1, 0.95).estimates;
    let mean = |estimate: Estimate| estimate.mean.unwrap();
    // nobody is there before day 2: first what was worked on for 1 of 3 days, on days 2 to 4, then the two that wait
    let a = &found.stations[0];
    assert_eq!(mean(a.departures), 3.0);
    // of the two that wait: 4 + 4 and 4 + 7; of the one begun, 2 days that nobody was there
    assert_eq!(mean(a.wait), (8.0 + 11.0 + 2.0) / 2.0);
    // they reach b on days 4, 7 and 10, at the age of 5, 13 and 16
    let reached = &found.classes[0].milestones[0];
    assert_eq!((mean(reached.reached), mean(reached.time)), (3.0, (5.0 + 13.0 + 16.0) / 3.0));
    assert_eq!(mean(reached.within_goal), 1.0 / 3.0);
    // and leave ten days later; the one at b leaves on day 1
    assert_eq!(mean(found.classes[0].cases.time_in_system), (15.0 + 23.0 + 26.0 + 21.0) / 4.0);
    assert_eq!(mean(found.classes[0].cases.open_at_end), 0.0);
}

#[test]
fn a_hold_stops_the_clock_of_a_milestone_that_says_so() {
    let text = r#"{"horizon": 100,
        "stations": [{"name": "a", "service": 2, "hold": {"probability": 1, "duration": 30}}, {"name": "b", "service": 1}],
        "classes": [{"name": "c", "arrivals": {"times": [1, 5]}, "enter": "a",
            "steps": [{"station": "a", "next": "b"}, {"station": "b"}], "milestones": [
                {"name": "all", "at": "b", "goal": 10}, {"name": "net", "at": "b", "goal": 10, "holds_count": false}]}]}"#;
    let found = run(&model(text), 2, 1, 0.95).estimates;
    let class = &found.classes[0];
    assert_eq!((class.milestones[0].time.mean, class.milestones[0].within_goal.mean), (Some(32.0), Some(0.0)));
    assert_eq!((class.milestones[1].time.mean, class.milestones[1].within_goal.mean), (Some(2.0), Some(1.0)));
    assert_eq!((class.cases.held.mean, class.cases.time_in_system.mean), (Some(30.0), Some(33.0)));
}

#[test]
fn who_leaves_finishes_or_hands_over_as_the_pool_says() {
    let text = |leaving: &str| {
        format!(
            r#"{{"horizon": 50, "pools": [{{"name": "p", "leaving": "{leaving}", "calendar": [
                {{"from": 0, "people": 1}}, {{"from": 4, "people": 0}}, {{"from": 20, "people": 1, "proficiency": 2}}]}}],
            "stations": [{{"name": "a", "pool": "p", "service": 10}}],
            "classes": [{{"name": "c", "arrivals": {{"times": [0, 1]}}, "enter": "a", "steps": [{{"station": "a"}}]}}]}}"#
        )
    };
    let time = |leaving| run(&model(&text(leaving)), 1, 1, 0.95).estimates.classes[0].cases.time_in_system.mean;
    // finished on day 10; the other from day 20 at twice the speed
    assert_eq!(time("finish"), Some(f64::midpoint(10.0, 24.0)));
    // 4 of 10 days done, the rest from day 20 in 3 days; then the other in 5
    assert_eq!(time("hand_over"), Some(f64::midpoint(23.0, 27.0)));
}

#[test]
fn a_network_that_never_comes_to_rest_says_so_and_where() {
    let flood = r#"{"horizon": 1e6, "limits": {"cases": 1000},
        "stations": [{"name": "way in", "service": 0}, {"name": "desk", "servers": 1, "service": {"exponential": {"mean": 2}}}],
        "classes": [{"name": "c", "arrivals": {"rate": 1}, "enter": "way in",
            "steps": [{"station": "way in", "next": "desk"}, {"station": "desk"}]}]}"#;
    let model = model(flood);
    assert!(model.warnings()[0].problem.contains("load 200 %"), "{:?}", model.warnings());
    let stopped = |threads| {
        let settings = Settings { threads: Some(threads), ..settings(20) };
        simulate(&model, &settings, Control::default()).unwrap_err()
    };
    let said = stopped(2);
    assert!(matches!(&said, Stopped::Endless { station, cases: 1001, .. } if station == "desk"), "{said}");
    assert_eq!(stopped(1), said);
    let circle = changed(&model, |network| {
        network.limits.events = 100_000;
        network.stations[1].service = Some(muster_caseflow::simulation::network::Law::Fixed(0.0));
        network.classes[0].steps[1].next =
            vec![muster_caseflow::simulation::network::Route { to: "way in".into(), probability: 0.999_999_99 }];
    });
    let said = simulate(&circle, &settings(1), Control::default()).unwrap_err();
    assert!(matches!(said, Stopped::Endless { events: 100_001, .. }), "{said}");
}

#[test]
fn a_run_tells_how_far_it_is_and_stops_when_told() {
    let model = model(OFFICES);
    let (cancelled, calls) = (AtomicBool::new(false), AtomicU32::new(0));
    let progress = |done: u32, goal: u32| {
        assert!(done <= goal && goal == 1000);
        if calls.fetch_add(1, Ordering::Relaxed) == 5 {
            cancelled.store(true, Ordering::Relaxed);
        }
    };
    // long enough that a replication looks at the flag
    let long = changed(&model, |network| network.horizon = 100_000.0);
    let control = Control { cancelled: &cancelled, progress: &progress };
    assert_eq!(simulate(&long, &settings(1000), control).unwrap_err(), Stopped::Cancelled);
    assert!(calls.load(Ordering::Relaxed) < 20);
}

#[test]
fn scenarios_of_unlike_networks_are_refused() {
    let base = model(OFFICES);
    let other = changed(&base, |network| network.classes[1].name = "C".into());
    let said = compare(&base, &[other], &settings(1), Control::default()).unwrap_err();
    assert_eq!(said, Stopped::Unlike("classes"));
    let wrong = Settings { confidence: 1.0, ..settings(1) };
    assert!(matches!(simulate(&base, &wrong, Control::default()), Err(Stopped::Settings(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// Little's law holds on every sample path that begins and ends empty, and time is waiting, worked and held.
    #[test]
    fn areas_are_numbers_times_means(
        times in prop::collection::vec(0.0..100.0, 1..60),
        rework in 0.0..0.6,
        people in 1..4_u32,
        mean in 0.1..3.0,
        held in 0.0..1.0,
        seed in any::<u32>(),
    ) {
        let text = format!(
            r#"{{"horizon": 100000, "stations": [
                {{"name": "a", "servers": {people}, "service": {{"exponential": {{"mean": {mean}}}}},
                  "hold": {{"probability": {held}, "duration": {{"exponential": {{"mean": 4}}}}}}}},
                {{"name": "b", "service": {{"lognormal": {{"mean": 2, "cv": 1}}}}}}],
            "classes": [{{"name": "c", "arrivals": {{"times": {times:?}}}, "enter": "a", "steps": [
                {{"station": "a", "next": "b"}}, {{"station": "b", "next": [{{"to": "a", "probability": {rework}}}]}}]}}]}}"#
        );
        let found = run(&model(&text), 1, u64::from(seed), 0.95).estimates;
        let near = |a: f64, b: f64| (a - b).abs() < 1e-9 * (1.0 + a.abs());
        let cases = &found.classes[0].cases;
        let (count, time) = (times.len() as f64, cases.time_in_system.mean.unwrap());
        for (station, on_hold) in found.stations.iter().zip([cases.held.mean.unwrap() * count, 0.0]) {
            let visits = station.arrivals.mean.unwrap();
            prop_assert_eq!(station.departures.mean.unwrap(), visits);
            prop_assert!(near(station.queue_length.mean.unwrap() * 1e5, visits * station.wait.mean.unwrap()));
            let there = station.queue_length.mean.unwrap() + station.in_service.mean.unwrap();
            prop_assert!(near(there * 1e5 + on_hold, visits * station.time_in_system.mean.unwrap()));
        }
        prop_assert!(near(cases.in_system.mean.unwrap() * 1e5, count * time));
        // total time is waiting, worked and held
        let worked = found.stations.iter().map(|one| one.in_service.mean.unwrap()).sum::<f64>() * 1e5 / count;
        prop_assert!(near(time, cases.wait.mean.unwrap() + worked + cases.held.mean.unwrap()));
    }

    /// Adding a person never lengthens the mean queue: on common random numbers not beyond chance.
    #[test]
    fn one_more_person_never_lengthens_the_queue(
        rate in 0.2..2.0, people in 1..4_u32, rework in 0.0..0.5, cv in 0.3..1.5, from in 0.0..50.0, seed in any::<u32>(),
    ) {
        let text = format!(
            r#"{{"horizon": 200, "pools": [{{"name": "p", "people": {people}}}], "stations": [
                {{"name": "a", "pool": "p", "service": {{"lognormal": {{"mean": 1, "cv": {cv}}}}}}},
                {{"name": "b", "pool": "p", "service": {{"exponential": {{"mean": 0.3}}}}}}],
            "classes": [{{"name": "c", "arrivals": {{"rate": {rate}}}, "enter": "a", "steps": [
                {{"station": "a", "next": "b"}}, {{"station": "b", "next": [{{"to": "a", "probability": {rework}}}]}}]}}]}}"#
        );
        let base = model(&text);
        let more = changed(&base, |network| network.pools[0].change_people(from, 1));
        let settings = Settings { seed: u64::from(seed), confidence: 0.999, ..settings(20) };
        let found = compare(&base, &[more], &settings, Control::default()).unwrap();
        let queue = found.scenarios[0].difference.pools[0].queue_length;
        prop_assert!(queue.mean.unwrap() <= 0.0 || queue.low.unwrap() <= 0.0, "{:?}", queue);
    }

    /// No text makes the reader panic.
    #[test]
    fn any_text_is_read_or_refused(text in "[\\[\\]{}:,\"a-z0-9. ]{0,80}") {
        if let Ok(file) = read(&text) {
            prop_assert!(Model::new(file.network).is_err());
        }
    }
}
