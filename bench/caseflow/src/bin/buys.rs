//! What a slate buys, at the scale asked (1: the whole service): how long the network takes to be made and simulated, how
//! well it keeps to the histories, and what each pool's next person is worth.
//!
//! `cargo xtask bench buys [SCALE] [SETS] [REPLICATIONS]`

use std::time::Instant;

use anyhow::{Context as _, Result};
use muster_caseflow::network::{Ask, Change, Fill, Ground, Ranged, effect, worth};
use muster_caseflow::simulation::Control;
use muster_domain::kernel::days_between;
use muster_synthetic::{Settings, build};

fn main() -> Result<()> {
    let mut args = std::env::args().skip(1);
    let scale: f64 = args.next().map_or(Ok(1.0), |given| given.parse()).context("SCALE: give a number such as 0.2")?;
    let sets = args.next().map_or(Ok(8), |given| given.parse()).context("SETS: give a whole number")?;
    let replications = args.next().map_or(Ok(6), |given| given.parse()).context("REPLICATIONS: give a whole number")?;
    let settings = Settings { scale, ..Settings::default() };
    let today = settings.today;
    let begun = Instant::now();
    let world = build(&settings);
    println!(
        "synthetic service of scale {scale}: {} cases, made in {:.1} s",
        world.cases.len(),
        begun.elapsed().as_secs_f64()
    );

    let begun = Instant::now();
    let ground = Ground::new(&world, today, 730.0);
    println!("histories read in {:.0} ms; pools {}", begun.elapsed().as_secs_f64() * 1e3, ground.pool_names().len());
    let (_, slate) = world.slates.iter().next().context("the demo proposes a slate")?;
    let cycle = &world.cycles[slate.cycle];
    let mut fill = Fill { begins: Some(cycle.window.from()), ..Fill::default() };
    fill.openings.extend(slate.unfilled.iter().map(|billet| (*billet, None)));
    fill.openings.extend(slate.lines.iter().map(|line| {
        let of = &line.proposal;
        (of.billet, Some((of.person, of.report)))
    }));
    let from_day = u32::try_from(days_between(today, cycle.window.from())).unwrap_or(0);
    let ask = Ask { sets, replications, seed: 1, from_day };
    let change = Change { fill: Some(fill), ..Change::default() };
    let begun = Instant::now();
    let found = effect(&ground, &change, &ask, Control::default())?;
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "slate of {} lines: {sets} sets x {replications}: {:.1} s, {:.1} million events",
        slate.lines.len(),
        seconds,
        found.events as f64 / 1e6
    );
    let show = |one: Ranged| format!("{:.2} [{:.2}, {:.2}]", one.mean, one.low, one.high);
    for (one, fit) in found.commands.iter().zip(&found.fit) {
        let name = one.command.as_deref().unwrap_or("all");
        if let (Some(days), Some(goal), Some(open)) = (&one.median_days, &one.within_goal, &one.open_at_end) {
            println!(
                "{name:12} median {} -> {}: {}; goal {}; open {} | fit: observed {:?} simulated {:.1?}; standing {} {:.0?}",
                show(days.without),
                show(days.with),
                show(days.difference),
                show(goal.difference),
                show(open.difference),
                fit.observed_median,
                fit.simulated_median,
                fit.standing,
                fit.simulated_standing,
            );
        }
    }
    for pool in &found.pools {
        println!(
            "{:34} billets {:4} people {} diff {} share {} waiting {} use {}",
            pool.pool,
            pool.billets,
            show(pool.people.without),
            show(pool.people.difference),
            show(pool.share),
            pool.waiting.as_ref().map_or_else(String::new, |one| show(one.difference)),
            pool.utilisation.as_ref().map_or_else(String::new, |one| show(one.without)),
        );
    }
    for one in &found.holders {
        println!("{:?}: {:.1} % of the days", one.holder, one.share * 100.0);
    }
    let begun = Instant::now();
    for one in
        worth(&ground, &Ask { sets: 6, replications: 2, seed: 1, from_day: 0 }, Control::default())?.iter().take(8)
    {
        println!(
            "one more in {}: {} case days a year; median {}",
            one.pool,
            show(one.case_days),
            show(one.median_days)
        );
    }
    println!("worth of one more in each pool: {:.1} s", begun.elapsed().as_secs_f64());
    Ok(())
}
