//! Measures stable matching and the trade against cost on seeded instances, and how often misstating pays.
//!
//! `cargo run --release -p muster-solver --example stability [-- match | trade | couples | misstate]`

use std::ops::ControlFlow;
use std::time::Instant;

use muster_solver::between::{Asked, TradeLimits, least_cost_stable, trade};
use muster_solver::stable::{
    Couple, Couples, CouplesAnswer, CouplesLimits, Lottery, Preferences, blocking, person_optimal, position_optimal,
    stable_with_couples,
};
use muster_solver::{Problem, solve};

/// Random numbers with a printed seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % u64::from(sides)) as u32
    }

    /// Some of `0..of`, none twice.
    fn some(&mut self, of: u32, count: u32) -> Vec<u32> {
        let mut list = Vec::new();
        while (list.len() as u32) < count.min(of) {
            let next = self.roll(of);
            if !list.contains(&next) {
                list.push(next);
            }
        }
        list
    }
}

type Wishes = Vec<Vec<u32>>;
type Rankings = Vec<Vec<(u32, u32)>>;

/// `people` with `listed` wishes each among `positions`. The popular are listed earlier; positions rank all who list
/// them in `classes`.
fn market(seed: u64, people: u32, positions: u32, listed: u32, classes: u32) -> (Wishes, Rankings) {
    let mut dice = Dice(seed);
    let mut wishes = Vec::new();
    let mut rankings = vec![Vec::new(); positions as usize];
    for person in 0..people {
        let mut list: Vec<(u32, u32)> = dice.some(positions, listed).into_iter().map(|at| (at, at)).collect();
        for (taste, at) in &mut list {
            *taste = *at / 2 + dice.roll(positions);
        }
        list.sort_unstable();
        for &(_, position) in &list {
            rankings[position as usize].push((person, dice.roll(classes)));
        }
        wishes.push(list.into_iter().map(|(_, position)| position).collect());
    }
    (wishes, rankings)
}

/// Costs that know little of the wishes, 0 to 10,000; nobody left out lightly.
fn costs(seed: u64, wishes: &Wishes, positions: usize) -> Problem {
    let mut dice = Dice(seed ^ 0xC0575);
    let mut pairs = Vec::new();
    for (person, list) in (0..).zip(wishes) {
        for (rank, &position) in (0..).zip(list) {
            pairs.push((person, position, i64::from(rank * 40 + dice.roll(8_000))));
        }
    }
    Problem::new(pairs, vec![20_000; wishes.len()], vec![20_000; positions]).expect("costs are small")
}

/// Milliseconds of the quickest of several runs, and what it gave.
fn quickest<T>(times: u32, mut run: impl FnMut() -> T) -> (f64, T) {
    let mut timed = || {
        let start = Instant::now();
        let value = run();
        (start.elapsed().as_secs_f64() * 1000.0, value)
    };
    let mut best = timed();
    for _ in 1..times {
        let next = timed();
        if next.0 < best.0 {
            best = next;
        }
    }
    best
}

fn matching() {
    println!("stable matching, best of 5, milliseconds");
    for (people, listed, classes) in [(6_000, 20, 5), (20_000, 50, 5), (20_000, 50, 1_000_000)] {
        let (wishes, rankings) = market(1, people, people, listed, classes);
        let (drawn, lottery) = quickest(5, || Lottery::draw(1, people as usize));
        let (built, preferences) =
            quickest(5, || Preferences::new(&wishes, &rankings, lottery.clone()).expect("well formed"));
        let (by_people, best) = quickest(5, || person_optimal(&preferences));
        let (by_positions, worst) = quickest(5, || position_optimal(&preferences));
        let (counted, found) = quickest(5, || blocking(&preferences, &best.position_of).expect("an assignment"));
        let differ = best.position_of.iter().zip(&worst.position_of).filter(|(one, other)| one != other).count();
        println!(
            "{people} x {people} x {listed}, {classes} classes: draw {drawn:.1}, build {built:.1}, person-optimal with \
             verification {by_people:.1}, position-optimal with verification {by_positions:.1}, count {counted:.1}; \
             matched {}, blocking {}, people placed otherwise by the two {differ}",
            best.matched(),
            found.pairs.len(),
        );
    }
}

fn trading() {
    println!("between the least cost and stability; seconds, gap of the bound below the point");
    for (people, positions, listed, steps) in [(300, 350, 15, 200), (6_000, 7_000, 20, 120), (20_000, 20_000, 50, 60)] {
        let (wishes, rankings) = market(2, people, positions, listed, 5);
        let preferences = Preferences::new(&wishes, &rankings, Lottery::draw(2, people as usize)).expect("well formed");
        let problem = costs(2, &wishes, positions as usize);
        let (pure, _) = quickest(1, || solve(&problem));
        let (stable, _) = quickest(1, || least_cost_stable(&problem, &preferences));
        let limits = TradeLimits { steps, ..TradeLimits::default() };
        let run = |asked| {
            quickest(1, || {
                let go_on = &mut |_| ControlFlow::Continue(());
                trade(&problem, &preferences, asked, &limits, go_on)
                    .expect("they belong together")
                    .expect("not told to stop")
            })
        };
        let (took, curve) = run(Asked::Whole);
        let (last, first) = (&curve.points[curve.points.len() - 1], &curve.points[0]);
        println!(
            "{people} x {positions} x {listed}: pure {pure:.0} ms, least costly stable {stable:.0} ms, curve {:.1} s \
             with {} points; least cost {} with {} blocking pairs, stable from {} (+{:.2} %)",
            took / 1000.0,
            curve.points.len(),
            last.cost,
            last.blocking,
            first.cost,
            100.0 * (first.cost - last.cost) as f64 / last.cost as f64
        );
        for share in [0, 1, 2, 5, 10, 25, 50] {
            let limit = last.blocking * share / 100;
            let whole = curve.least_cost(limit);
            let (took, narrow) = run(Asked::Blocking(limit));
            let found = narrow.least_cost(limit);
            let gap = |between: &muster_solver::between::Between<'_>| {
                100.0 * (between.point.cost - between.bound) as f64 / between.bound as f64
            };
            println!(
                "  at most {limit} blocking pairs: cost {} proven {} gap {:.2} % of the cost; asked alone {:.2} % in {:.1} s",
                whole.point.cost,
                whole.bound,
                gap(&whole),
                gap(&found),
                took / 1000.0
            );
        }
        for percent in [1, 2, 5, 10] {
            let limit = last.cost + last.cost * percent / 100;
            let (_, narrow) = run(Asked::Cost(limit));
            let found = narrow.most_stable(limit).expect("the least cost is below");
            println!(
                "  within {percent} % of the least cost: {} blocking pairs, proven {}",
                found.point.blocking, found.bound
            );
        }
    }
}

fn coupled() {
    println!("couples: stable matchings found, seconds");
    for (people, positions, listed, pairs) in
        [(1_000, 1_200, 20, 50), (6_000, 7_000, 20, 300), (6_000, 6_000, 20, 300), (20_000, 20_000, 50, 1_000)]
    {
        let (mut found, mut none, mut unknown, mut took, mut blocked) = (0, 0, 0, 0.0, 0);
        for seed in 0..10 {
            let (mut wishes, rankings) = market(seed, people, positions, listed, 1_000_000);
            let place: Vec<u32> = (0..positions).map(|position| position % 50).collect();
            let couples = (0..pairs).map(|couple| {
                let two = [2 * couple, 2 * couple + 1];
                let lists = two.map(|person| std::mem::take(&mut wishes[person as usize]));
                Couple::same_place(two, [&lists[0], &lists[1]], &place)
            });
            let couples: Vec<Couple> = couples.collect();
            let preferences =
                Preferences::new(&wishes, &rankings, Lottery::draw(seed, people as usize)).expect("well formed");
            let couples = Couples::new(&preferences, couples).expect("well formed");
            let (time, answer) = quickest(1, || stable_with_couples(&preferences, &couples, &CouplesLimits::default()));
            took += time / 1000.0;
            match answer {
                CouplesAnswer::Stable(_) => found += 1,
                CouplesAnswer::NoneExists { .. } => none += 1,
                CouplesAnswer::NotFound { closest, .. } => {
                    unknown += 1;
                    blocked = blocked.max(closest.blocking.count());
                }
            }
        }
        println!(
            "{people} x {positions} with {pairs} couples, 10 seeds: {found} found, {none} without, {unknown} not found (at most {blocked} blocking), {:.4} s each",
            took / 10.0
        );
    }
}

/// Every list of at most `longest` of `0..positions`, in every order.
fn every_list(positions: u32, longest: usize) -> Vec<Vec<u32>> {
    let mut all: Vec<Vec<u32>> = vec![vec![]];
    let mut from = 0;
    while from < all.len() {
        if all[from].len() < longest {
            for position in (0..positions).filter(|position| !all[from].contains(position)).collect::<Vec<_>>() {
                let mut longer = all[from].clone();
                longer.push(position);
                all.push(longer);
            }
        }
        from += 1;
    }
    all
}

/// Of all people, how many could gain by some other list than the true one, cut off at the cap.
fn misstating() {
    const PEOPLE: u32 = 5;
    println!("people who gain by some misstatement, {PEOPLE} people and positions, 1,000 instances, all lists tried");
    for (cap, by_people) in [(5, true), (4, true), (3, true), (2, true), (1, true), (5, false)] {
        let (mut gain, mut all) = (0, 0);
        for seed in 0..1_000 {
            let (truth, _) = market(seed, PEOPLE, PEOPLE, PEOPLE, 5);
            let mut dice = Dice(seed);
            let rankings: Rankings =
                (0..PEOPLE).map(|_| (0..PEOPLE).map(|person| (person, dice.roll(5))).collect()).collect();
            let lottery = Lottery::draw(seed, PEOPLE as usize);
            let honest: Wishes = truth.iter().map(|list| list[..cap].to_vec()).collect();
            let rank = |wishes: &Wishes, person: usize| {
                let preferences = Preferences::new(wishes, &rankings, lottery.clone()).expect("well formed");
                let matching = if by_people { person_optimal(&preferences) } else { position_optimal(&preferences) };
                matching.position_of[person].map_or(u32::MAX, |held| {
                    truth[person].iter().position(|&wish| wish == held).unwrap_or(usize::MAX) as u32
                })
            };
            for person in 0..PEOPLE as usize {
                let told_true = rank(&honest, person);
                let mut told = honest.clone();
                all += 1;
                gain += usize::from(
                    told_true > 0
                        && every_list(PEOPLE, cap).into_iter().any(|lie| {
                            told[person] = lie;
                            rank(&told, person) < told_true
                        }),
                );
            }
        }
        let side = if by_people { "people propose" } else { "positions propose" };
        println!(
            "  {side}, lists of at most {cap}: {gain} of {all} ({:.2} %)",
            100.0 * f64::from(gain as u32) / f64::from(all)
        );
    }
    couples_misstating();
}

/// The same for couples, who may tell any order of their pairs' subset of at most three, and for the people beside.
fn couples_misstating() {
    let (mut couples_gain, mut singles_gain, mut couples_all, mut singles_all) = (0, 0, 0, 0);
    for seed in 0..1_000 {
        let mut dice = Dice(seed);
        let (mut wishes, _) = market(seed, 5, 5, 5, 5);
        wishes[0].clear();
        wishes[1].clear();
        let rankings: Rankings = (0..5).map(|_| (0..5).map(|person| (person, dice.roll(5))).collect()).collect();
        let pairs: Vec<[Option<u32>; 2]> = dice
            .some(25, 25)
            .into_iter()
            .map(|at| [at / 5, at % 5])
            .filter(|two| two[0] != two[1])
            .take(5)
            .map(|two| two.map(Some))
            .collect();
        let place = |wishes: &Wishes, choices: Vec<[Option<u32>; 2]>| {
            let preferences = Preferences::new(wishes, &rankings, Lottery::draw(seed, 5)).expect("well formed");
            let couples = Couples::new(&preferences, vec![Couple { people: [0, 1], choices }]).expect("well formed");
            match stable_with_couples(&preferences, &couples, &CouplesLimits::default()) {
                CouplesAnswer::Stable(matching) => Some(matching.position_of),
                _ => None,
            }
        };
        let Some(truth) = place(&wishes, pairs.clone()) else { continue };
        let together = |held: &[Option<u32>]| pairs.iter().position(|&pair| pair == [held[0], held[1]]).unwrap_or(9);
        couples_all += 1;
        couples_gain += i32::from(every_list(5, 5).into_iter().any(|lie| {
            let told = lie.into_iter().map(|at| pairs[at as usize]).collect();
            place(&wishes, told).is_some_and(|held| together(&held) < together(&truth))
        }));
        for person in 2..5 {
            let alone =
                |held: &[Option<u32>]| wishes[person].iter().position(|&wish| Some(wish) == held[person]).unwrap_or(9);
            let mut told = wishes.clone();
            singles_all += 1;
            singles_gain += i32::from(every_list(5, 5).into_iter().any(|lie| {
                told[person] = lie;
                place(&told, pairs.clone()).is_some_and(|held| alone(&held) < alone(&truth))
            }));
        }
    }
    println!(
        "  with one couple among five people: {couples_gain} of {couples_all} couples, {singles_gain} of {singles_all} people beside it"
    );
}

fn main() {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let parts: [(&str, fn()); 4] =
        [("match", matching), ("trade", trading), ("couples", coupled), ("misstate", misstating)];
    for (name, run) in parts {
        if asked.is_empty() || asked.iter().any(|part| part == name) {
            run();
        }
    }
}
