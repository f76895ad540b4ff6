//! Side constraints beside HiGHS and CP-SAT with the same time: 300 couples, five budgets at nine tenths of what the
//! pure optimum spends, three in ten experienced per office, turnover caps.
//!
//! `cargo xtask bench constrained [-- SIZES LIMITS SEEDS [alone]]`, such as `1000,5000 5,30 1,2,3`; all go through the
//! JSON form. With `alone` the peers are left out.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use muster_bench_solver::dice::Dice;
use muster_bench_solver::generator::{Family, OFFICES, REGIONS, Service, generate};
use muster_bench_solver::peers::{Peers, run};
use muster_bench_solver::{assign, peers};
use muster_solver::solve;
use serde_json::{Value, json};

const FUNDS: u32 = 5;
const COUPLES: u32 = 300;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let numbers = |at: usize, otherwise: &str| -> Result<Vec<u64>> {
        let text = arguments.get(at).map_or(otherwise, String::as_str);
        Ok(text.split(',').map(str::parse).collect::<Result<_, _>>()?)
    };
    let (sizes, limits, seeds) = (numbers(0, "1000,5000,20000")?, numbers(1, "5,30")?, numbers(2, "1,2,3")?);
    let theirs: &[&str] = if arguments.get(3).is_some_and(|word| word == "alone") { &[] } else { &["highs", "cp-sat"] };
    let program = assign::build()?;
    let peers = Peers::prepare()?;
    for (&size, &seed) in sizes.iter().flat_map(|size| seeds.iter().map(move |seed| (size, seed))) {
        let file = peers::folder()?.join(format!("constrained-{size}-{seed}.json"));
        let service = generate(Family::Offices, u32::try_from(size)?, 50, seed);
        // The first seed draws what it always drew.
        std::fs::write(&file, write(&service, &mut Dice::new(size + seed - 1))?.to_string())?;
        for &limit in &limits {
            let limit = Duration::from_secs(limit);
            let said = assign::ask(&program, &file, limit, 0)?;
            let gap = said.gap.map_or("none".to_owned(), |gap| format!("{:.3} %", 100.0 * gap));
            let shown = |number: Option<i64>| number.map_or("none".to_owned(), |number| number.to_string());
            let (objective, bound) = (shown(said.objective), shown(said.bound));
            let (seconds, user, megabytes) = (said.seconds, said.user, said.peak as f64 / 1e6);
            println!(
                "{size} x 50, seed {seed}, {limit:?}: ours {objective}, bound {bound}, gap {gap}, {seconds:.1} s \
                 ({user:.1} s of processor), {megabytes:.0} MB"
            );
            for peer in theirs {
                match beside(&peers, peer, &file, limit) {
                    Err(why) => println!("    {peer}: NOT RUN: {why:#}"),
                    Ok(None) => println!("    {peer}: no assignment"),
                    Ok(Some(theirs)) => {
                        let best = said.bound.context("no bound of ours")?;
                        ensure!(theirs >= best, "{peer} found {theirs}, below our bound {best}");
                        println!(
                            "    {peer}: {theirs}, {:.3} % above our bound",
                            100.0 * (theirs - best) as f64 / best as f64
                        );
                    }
                }
            }
        }
    }
    Ok(())
}

/// A peer's objective within the limit, if it found an assignment at all.
fn beside(peers: &Peers, peer: &str, file: &Path, limit: Duration) -> Result<Option<i64>> {
    let mut command = peers.script("constrained.py", &[peer])?;
    command.arg(file).arg(limit.as_secs().to_string());
    // Building the model takes a peer longer than solving it takes us; that is not counted against it.
    let text = run(&mut command, limit * 2 + Duration::from_secs(300))?;
    let word = text.split_whitespace().next().context("the peer said nothing")?;
    Ok(word.parse().ok())
}

/// The instance in the JSON form.
fn write(service: &Service, dice: &mut Dice) -> Result<Value> {
    let instance = &service.instance;
    let (people, positions) = (service.people.len() as u32, service.positions.len() as u32);
    let optimum = solve(&instance.problem()?);
    // A budget each for the first five regions; what a move costs depends on how far it is.
    let price: Vec<i64> = (instance.pairs.iter())
        .map(|&(person, position, _)| {
            let (from, to) = (service.people[person as usize].office, service.positions[position as usize].office);
            i64::from(10 + dice.roll(40) + 50 * u32::from(from % REGIONS != to % REGIONS))
        })
        .collect();
    let mut groups = Vec::new();
    for fund in 0..FUNDS {
        let (mut terms, mut spent) = (Vec::new(), 0);
        for (&(person, position, _), &price) in instance.pairs.iter().zip(&price) {
            if service.positions[position as usize].office % REGIONS == fund {
                terms.push(json!([person, position, price]));
                spent += price * i64::from(optimum.position_of[person as usize] == Some(position));
            }
        }
        groups.push(json!({ "name": format!("fund {fund}"), "terms": terms, "most": spent * 9 / 10 }));
    }
    let members = |office: u32| -> Vec<u32> {
        (0..positions).filter(|&position| service.positions[position as usize].office == office).collect()
    };
    let experienced: Vec<u32> = (0..people).filter(|_| dice.roll(100) < 38).collect();
    let mut shares = Vec::new();
    for office in 0..OFFICES {
        let seats = members(office);
        if seats.is_empty() {
            continue;
        }
        let leaving: Vec<u32> =
            (0..people).filter(|&person| service.people[person as usize].office == office).collect();
        let moved = leaving.iter().filter(|&&person| optimum.position_of[person as usize].is_some()).count();
        let name = format!("office {office}");
        groups.push(json!({ "name": format!("turnover of {name}"), "people": leaving, "most": moved - moved / 12 }));
        shares.push(json!({ "name": name, "people": experienced, "positions": seats, "least": [3, 10] }));
    }
    let couples: Vec<(u32, u32)> = (0..COUPLES.min(people / 4)).map(|couple| (2 * couple, 2 * couple + 1)).collect();
    let commuting: Vec<(u32, u32)> = (0..OFFICES - REGIONS).map(|office| (office, office + REGIONS)).collect();
    let places: Vec<u32> = service.positions.iter().map(|position| position.office).collect();
    Ok(json!({
        "people": people, "positions": positions, "pairs": instance.pairs, "unassigned": instance.unassigned,
        "unfilled": instance.unfilled, "groups": groups, "shares": shares, "couples": couples, "places": places,
        "commuting": commuting
    }))
}
