//! The first slate at full size: from the World to a proven slate with every runner-up, and a page of explanations,
//! part by part, beside OR-Tools' min-cost flow on the same pairs in the same run.
//!
//! `cargo run --release -p muster-bench --bin slate [-- MONTHS]` builds the synthetic service at scale 1 and opens a cycle
//! whose window is as many months long as it takes to reach 6,000 movers, or as told.

use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use muster_bench::ortools::OrTools;
use muster_domain::allocation::{OpenCycle, Overrides, SetServiceLimit};
use muster_domain::kernel::add_months;
use muster_domain::policy::Lever;
use muster_domain::workforce::FundingSource;
use muster_domain::{BilletId, Command, Context, CycleId, Date, Decide, Period, PersonId, Position, Service, World};
use muster_slate::{ComputedSlate, Explainer, Setting, SlateOutcome, compute, compute_under, moved, movers, openings};
use muster_solver::{Problem, solve, verify};
use muster_synthetic::Settings;

/// The size that the issue asks for.
const MOVERS: usize = 6_000;
/// Runs, of which the best counts.
const RUNS: usize = 5;

fn main() -> Result<()> {
    let settings = Settings::default();
    let (mut world, built) = timed(|| muster_synthetic::build(&settings));
    println!("{settings}: {} people, {} billets, built in {built:.1?}", world.people.len(), world.billets.len());
    let today = settings.today;
    let cycle = match std::env::args().nth(1) {
        Some(months) => open(&mut world, today, months.parse().context("MONTHS is a number")?)?,
        None => wide_enough(&mut world, today)?,
    };
    println!("window {}; best of {RUNS} runs, two threads where rows are independent", world.cycles[cycle].window);

    let (slate, whole) = best(|| compute(&world, cycle, today));
    let slate = slate?;
    let (_, derive) = best(|| (movers(&world, cycle, today).is_ok(), openings(&world, cycle, today).is_ok()));
    let problem = slate.problem();
    let (solution, solved) = best(|| solve(problem));
    let (proof, verified) = best(|| verify(problem, &solution));
    ensure!(proof?.objective() == slate.objective(), "the parts disagree with the whole");
    println!(
        "{} movers x {} openings, {} pairs -> {} lines, {} unfilled, {} unmatched, {} points",
        slate.movers().len(),
        slate.openings().len(),
        slate.pairs(),
        slate.lines().len(),
        slate.unfilled().count(),
        slate.unmatched().count(),
        slate.objective()
    );
    let rest = whole.saturating_sub(solved + verified + derive);
    let (_, explained) = best(|| explain_all(&world, &slate).map_or(0, |characters| characters));
    let (pages, page) = best(|| explain_page(&world, &slate));
    ensure!(pages? > 0, "the explanations are empty");
    println!("derive movers and openings        {derive:>10.1?}  (whole compute, as below, included)");
    println!("solve                             {solved:>10.1?}");
    println!("verify                            {verified:>10.1?}");
    println!("rules, costs, instance, runners-up{rest:>10.1?}");
    println!("compute, end to end               {whole:>10.1?}");
    println!("explain every line                {explained:>10.1?}");
    println!("explain 100 unfilled, 100 unmatched{page:>9.1?}");
    println!("compute and explain every line    {:>10.1?}  (to reach: 2 s)", whole + explained);
    workbench(&world, cycle, today)?;
    beside(problem, slate.objective(), solved)
}

/// Lines that a screen shows.
const ON_SCREEN: usize = 100;

/// From a change on the workbench to the new slate with the reasons of the lines on screen, as the server does it: the
/// plain slate and the one before the step are known, everything else is done anew.
fn workbench(world: &World, cycle: CycleId, today: Date) -> Result<()> {
    println!("workbench, {ON_SCREEN} lines on screen, each with its runner-up and every rule compared:");
    let plain = compute_under(world, Setting::plain(cycle, today), &[])?;
    let with = |change: &dyn Fn(&mut Overrides)| {
        let mut setting = Setting::plain(cycle, today);
        change(&mut setting.overrides);
        setting
    };
    let lines: Vec<(PersonId, BilletId)> = plain.lines().iter().map(|line| (line.person, line.billet)).collect();
    let next = lines
        .iter()
        .find_map(|(_, billet)| plain.recommend_people(*billet, 1).into_iter().find(|choice| choice.costs_more > 0));
    let next = next.context("somebody else could fill some billet")?;
    let lever = |lever: Lever, value: i64| {
        with(&move |it: &mut Overrides| {
            it.levers.insert(lever, value);
        })
    };
    let settings = [
        ("a cost lever", lever(Lever::GradeCost, 900), "300 ms"),
        ("what an empty billet costs", lever(Lever::VacancyCost, 3_000), "300 ms"),
        ("a lever of eligibility", lever(Lever::ReportWindowDays, 60), ""),
        (
            "lock a line",
            with(&|it| {
                it.locks.insert(lines[7].0, lines[7].1);
            }),
            "50 ms",
        ),
        (
            "lock somebody else",
            with(&|it| {
                it.locks.insert(next.person, next.billet);
            }),
            "50 ms",
        ),
        (
            "forbid a line",
            with(&|it| {
                it.forbidden.insert(lines[7]);
            }),
            "50 ms",
        ),
        (
            "a person drops out",
            with(&|it| {
                it.dropped_people.insert(lines[7].0);
            }),
            "",
        ),
    ];
    for (name, setting, reach) in settings {
        let (slate, solved) = best(|| compute_under(world, setting.clone(), &[&plain]));
        let slate = slate?;
        let (shown, explained) = best(|| on_screen(world, &slate).map_or(0, |characters| characters));
        ensure!(shown > 0, "nothing is explained");
        println!(
            "{name:28} slate {solved:>8.1?}, reasons {explained:>8.1?}, together {:>8.1?}  {} moved  {}",
            solved + explained,
            moved(&plain.assignments(), &slate).len(),
            if reach.is_empty() { String::new() } else { format!("(to reach: {reach})") }
        );
    }
    under_limits(world, &plain)?;
    under_a_service_limit(world, &plain)?;
    let (_, outcome) = best(|| SlateOutcome::of(world, &plain).is_ok());
    let (found, recommended) = best(|| plain.recommend_people(next.billet, 5).len());
    println!("what the slate comes to           {outcome:>10.1?}");
    println!("recommend {found} people for a billet    {recommended:>10.1?}");
    Ok(())
}

/// Levers that limit moves paid from a fund, and seats of courses.
const LIMITS: [(&str, &[Lever]); 3] = [
    ("a budget that binds", &[Lever::BudgetMilitaryPay]),
    (
        "three budgets that bind",
        &[Lever::BudgetMilitaryPay, Lever::BudgetFmsAdministrative, Lever::BudgetOperationsMaintenance],
    ),
    ("two seats a language", &[Lever::LanguageSeats]),
];

/// The slate within limits over several lines: budgets at nine tenths of what the plain slate's moves take.
fn under_limits(world: &World, plain: &ComputedSlate) -> Result<()> {
    for (name, levers) in LIMITS {
        let mut setting = plain.setting().clone();
        for lever in levers {
            // All but no limit: so that the slate says what it uses.
            setting.overrides.levers.insert(*lever, lever.definition().most - 1);
        }
        let used = compute_under(world, setting.clone(), &[plain])?;
        for lever in levers {
            let fund = |limit: &&muster_slate::LimitUse| match &limit.limited {
                muster_slate::Limited::Budget { fund } => budget(*fund) == Some(*lever),
                _ => false,
            };
            let tenths = used.limits().iter().find(fund).map_or(2, |limit| limit.used * 9 / 10_000);
            setting.overrides.levers.insert(*lever, tenths);
        }
        let (slate, solved) = best(|| compute_under(world, setting.clone(), &[plain]));
        let slate = slate?;
        let (shown, explained) = best(|| on_screen(world, &slate).map_or(0, |characters| characters));
        ensure!(shown > 0, "nothing is explained");
        println!(
            "{name:28} slate {solved:>8.1?}, reasons {explained:>8.1?}; {} of {} limits cost something, proven within {:.4} %",
            slate.limits().iter().filter(|limit| limit.price > 0.0).count(),
            slate.limits().len(),
            slate.gap() * 100.0
        );
    }
    Ok(())
}

/// Changes where a service gives seven tenths of those whom the plain slate takes, as in the demo.
fn under_a_service_limit(world: &World, plain: &ComputedSlate) -> Result<()> {
    let (cycle, today, service) = (plain.cycle(), plain.today(), Service::MarineCorps);
    let given = plain.lines().iter().filter(|line| world.people[line.person].service == service).count();
    let most = Some(u32::try_from(given * 7 / 10)?);
    let mut world = world.clone();
    give(&mut world, today, &SetServiceLimit { cycle, service, most, reason: "Bench".into() }.into())?;
    let plain = compute_under(&world, Setting::plain(cycle, today), &[])?;
    let line = plain.lines().iter().find(|line| world.people[line.person].service == service);
    let line = line.context("the service gives somebody")?;
    let (mut lever, mut forbid, mut lock) = (plain.setting().clone(), plain.setting().clone(), plain.setting().clone());
    lever.overrides.levers.insert(Lever::GradeCost, 900);
    forbid.overrides.forbidden.insert((line.person, line.billet));
    lock.overrides.locks.insert(line.person, line.billet);
    for (name, setting) in [("a cost lever", lever), ("forbid a line of it", forbid), ("lock a line of it", lock)] {
        let (slate, solved) = best(|| compute_under(&world, setting.clone(), &[&plain]));
        let slate = slate?;
        let (shown, explained) = best(|| on_screen(&world, &slate).map_or(0, |characters| characters));
        ensure!(shown > 0, "nothing is explained");
        println!(
            "a service's limit, {name:20} slate {solved:>8.1?}, reasons {explained:>8.1?}, together {:>8.1?}; proven within {:.4} %  (to reach: 300 ms)",
            solved + explained,
            slate.gap() * 100.0
        );
    }
    Ok(())
}

fn give(world: &mut World, today: Date, command: &Command) -> Result<()> {
    let at = Position(world.position.0 + 1);
    for event in command.decide(world, &Context { today, actor: None })? {
        world.apply(&event, at);
    }
    Ok(())
}

fn budget(fund: FundingSource) -> Option<Lever> {
    match fund {
        FundingSource::MilitaryPay => Some(Lever::BudgetMilitaryPay),
        FundingSource::FmsAdministrative => Some(Lever::BudgetFmsAdministrative),
        FundingSource::OperationsMaintenance => Some(Lever::BudgetOperationsMaintenance),
        _ => None,
    }
}

/// Characters of the reasons of the first lines, runners-up sought.
fn on_screen(world: &World, slate: &ComputedSlate) -> Result<usize> {
    let numbers: Vec<usize> = (0..ON_SCREEN).collect();
    let lines = slate.lines_with_runners_up(&numbers);
    let explainer = Explainer::of_computed(world, slate)?;
    let length = |line| {
        let why = explainer.line(line);
        why.sentence.len() + why.rules.iter().map(|rule| rule.checked.compared.len()).sum::<usize>()
    };
    Ok(lines.iter().map(length).sum())
}

/// Opens a cycle of this many months from the coming spring on.
fn open(world: &mut World, today: Date, months: i32) -> Result<CycleId> {
    let from = add_months(today, 6);
    let window = Period::new(from, Some(add_months(from, months)))?;
    let cycle = world.cycles.next_id();
    give(world, today, &OpenCycle { name: format!("Bench {months}").into(), window, scope: Vec::new() }.into())?;
    Ok(cycle)
}

/// Opens the shortest cycle that has the movers asked for; of two years at most.
fn wide_enough(world: &mut World, today: Date) -> Result<CycleId> {
    for months in 1..24 {
        let cycle = open(world, today, months)?;
        if movers(world, cycle, today)?.len() >= MOVERS {
            return Ok(cycle);
        }
    }
    open(world, today, 24)
}

/// Characters of all sentences and comparisons of every line.
fn explain_all(world: &World, slate: &ComputedSlate) -> Result<usize> {
    let explainer = Explainer::of_computed(world, slate)?;
    let of_line = |line| {
        let why = explainer.line(line);
        why.sentence.len() + why.rules.iter().map(|rule| rule.checked.compared.len()).sum::<usize>()
    };
    Ok(slate.lines().iter().map(of_line).sum())
}

fn explain_page(world: &World, slate: &ComputedSlate) -> Result<usize> {
    let explainer = Explainer::of_computed(world, slate)?;
    let unfilled = slate.unfilled().take(100).filter_map(|opening| explainer.unfilled(opening.billet));
    let unmatched = slate.unmatched().take(100).filter_map(|mover| explainer.unmatched(mover.person));
    Ok(unfilled.map(|why| why.sentence.len()).chain(unmatched.map(|why| why.sentence.len())).sum())
}

/// The same pairs to the peer. It knows one cost of leaving out for all, so each pair is priced by what it saves.
fn beside(problem: &Problem, objective: i64, solved: Duration) -> Result<()> {
    let peer = match OrTools::prepare() {
        Ok(peer) => peer,
        Err(why) => {
            println!("NOT RUN: peer: {why:#}");
            return Ok(());
        }
    };
    let (unassigned, unfilled) = (problem.unassigned(), problem.unfilled());
    let saved = |(person, position, cost): (u32, u32, i64)| {
        (person, position, cost - unassigned[person as usize] - unfilled[position as usize])
    };
    let people = 0..problem.people() as u32;
    let pairs = people.flat_map(|person| problem.positions_for(person).map(move |(j, cost)| (person, j, cost)));
    let (found, seconds) = peer.solve(problem.people(), problem.positions(), pairs.map(saved), 0)?;
    let found = found + unassigned.iter().sum::<i64>() + unfilled.iter().sum::<i64>();
    ensure!(found == objective, "{} found {found}, not {objective}", peer.version);
    println!(
        "{}: the same {found} points, solve alone {seconds:.3} s, ratio {:.1}",
        peer.version,
        seconds / solved.as_secs_f64()
    );
    Ok(())
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let value = work();
    (value, started.elapsed())
}

fn best<T>(mut work: impl FnMut() -> T) -> (T, Duration) {
    let first = timed(&mut work);
    (1..RUNS).map(|_| timed(&mut work)).fold(first, |best, next| if next.1 < best.1 { next } else { best })
}
