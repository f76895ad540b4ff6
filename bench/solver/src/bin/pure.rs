//! The pure assignment beside its peers on the same instances in the same run.
//!
//! `cargo xtask bench pure [-- OPTIONS]`. Each solver runs in a process of its own, so that peak memory is its own;
//! reading the file is not counted, our set-up (transpose, renumbering) is. `--help` tells the options.

use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use muster_bench_solver::generator::{Family, generate, plant_perfect};
use muster_bench_solver::measure::{Measured, measure, peak_bytes};
use muster_bench_solver::peers::{Peer, Peers, run};
use muster_solver::{Limits, Problem, solve_with, verify};

const HELP: &str = "\
Pure assignment beside its peers: seconds, ratio to the faster of LEMON network simplex and OR-Tools, peak memory.

  --sizes 1000,5000,…      people (default 1000,5000,20000,100000)
  --degrees 50,200         pairs a person (default 50,200; 200 not at 100,000)
  --seeds 5                seeds a case (without options 2 at 100,000, where peers take minutes)
  --family offices,ties,…  offices, uniform, ties, scarce, product (default: offices; the others at 5,000 with one seed)
  --limit 300              seconds after which a peer is given up
  --threads 0              threads of ours; 0 for as many as the machine has
  --alone                  without peers
  --all-peers              SciPy, lapx and LEMON cost scaling at every size, not only up to 1,000
  --million                1,000,000 people with 20 pairs each, alone
  --write FILE             write one instance (first size, degree, family, seed 1) in DIMACS and stop
  --perfect                with --write: `p asn`, everybody placed, instead of `p min` with a stand-in";

struct Options {
    sizes: Vec<u32>,
    degrees: Vec<u32>,
    seeds: u64,
    families: Vec<Family>,
    limit: Duration,
    threads: usize,
    alone: bool,
    all_peers: bool,
    million: bool,
    write: Option<PathBuf>,
    perfect: bool,
}

fn main() -> Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.first().is_some_and(|first| first == "--child") {
        let [file, threads, vectors] = &arguments[1..] else { bail!("--child FILE THREADS VECTORS") };
        let limits = Limits { threads: threads.parse()?, vectors: vectors == "true", ..Limits::default() };
        return child(Path::new(file), &limits);
    }
    if arguments.iter().any(|argument| argument == "--help") {
        println!("{HELP}");
        return Ok(());
    }
    let plain = arguments.is_empty();
    let options = options(&mut arguments)?;
    if let Some(path) = &options.write {
        return write(&options, path);
    }
    let peers = Peers::prepare()?;
    println!(
        "wall seconds, best of several, and mean processor seconds; ratio: the faster of LEMON network simplex and"
    );
    println!("OR-Tools / ours, by wall time and, for a machine that does other things, by processor time");
    println!("{:<28} {:>8} {:>8} {:>8} {:>7}  peers", "instance", "ours", "scalar", "cpu", "MB");
    if options.million {
        return one(&options, &peers, Family::Offices, 1_000_000, 20, 1).map(drop);
    }
    for &size in &options.sizes {
        for &degree in options.degrees.iter().filter(|&&degree| !plain || size < 100_000 || degree < 200) {
            for &family in &options.families {
                let mut ratios = Vec::new();
                // Peers take minutes a seed at this size.
                let seeds = if plain && size >= 100_000 { options.seeds.min(2) } else { options.seeds };
                for seed in 1..=seeds {
                    ratios.extend(one(&options, &peers, family, size, degree, seed)?);
                }
                summary(&ratios);
            }
        }
    }
    if plain {
        for family in [Family::Uniform, Family::Ties, Family::Scarce, Family::Product] {
            one(&options, &peers, family, 5_000, 50, 1)?;
        }
        one(&Options { alone: true, ..options }, &peers, Family::Offices, 1_000_000, 20, 1)?;
    }
    Ok(())
}

fn options(arguments: &mut Vec<String>) -> Result<Options> {
    let mut options = Options {
        sizes: vec![1_000, 5_000, 20_000, 100_000],
        degrees: vec![50, 200],
        seeds: 5,
        families: vec![Family::Offices],
        limit: Duration::from_secs(300),
        threads: 0,
        alone: false,
        all_peers: false,
        million: false,
        write: None,
        perfect: false,
    };
    let mut rest = arguments.drain(..);
    while let Some(name) = rest.next() {
        let mut value = || rest.next().with_context(|| format!("{name} needs a value; see --help"));
        let numbers = |text: String| text.split(',').map(str::parse).collect::<Result<Vec<u32>, _>>();
        match name.as_str() {
            "--sizes" => options.sizes = numbers(value()?)?,
            "--degrees" => options.degrees = numbers(value()?)?,
            "--seeds" => options.seeds = value()?.parse()?,
            "--family" => options.families = value()?.split(',').map(family).collect::<Result<_>>()?,
            "--limit" => options.limit = Duration::from_secs(value()?.parse()?),
            "--threads" => options.threads = value()?.parse()?,
            "--alone" => options.alone = true,
            "--all-peers" => options.all_peers = true,
            "--million" => (options.million, options.alone) = (true, true),
            "--write" => options.write = Some(value()?.into()),
            "--perfect" => options.perfect = true,
            _ => bail!("there is no option {name}; see --help"),
        }
    }
    Ok(options)
}

fn family(name: &str) -> Result<Family> {
    Family::ALL.into_iter().find(|family| family.name() == name).with_context(|| format!("there is no family {name}"))
}

fn write(options: &Options, path: &Path) -> Result<()> {
    let first = |list: &[u32]| list.first().copied().context("an empty list");
    let mut service = generate(options.families[0], first(&options.sizes)?, first(&options.degrees)?, 1);
    if options.perfect {
        plant_perfect(&mut service);
    }
    service.instance.write_dimacs(path, options.perfect)
}

/// Solves one instance with everybody; the ratio, if a peer of the two ran.
fn one(options: &Options, peers: &Peers, family: Family, size: u32, degree: u32, seed: u64) -> Result<Option<Ratios>> {
    let instance = generate(family, size, degree, seed).instance;
    // A file of this run's own: another may be under way.
    let file = peers.file(&format!("pure-{}.instance", std::process::id()));
    instance.write_binary(&file)?;
    drop(instance);
    let ourselves = |vectors: bool| -> Result<Measured> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("--child").arg(&file).args([options.threads.to_string(), vectors.to_string()]);
        run(&mut command, Duration::from_secs(3_600))?.parse()
    };
    let (ours, scalar) = (ourselves(true)?, ourselves(false)?);
    ensure!(scalar.objective == ours.objective, "with vectors {}, without {}", ours.objective, scalar.objective);
    let name = format!("{} {size}x{degree} seed {seed}", family.name());
    let megabytes = ours.peak as f64 / 1e6;
    print!("{name:<28} {:>8.4} {:>8.4} {:>8.4} {megabytes:>7.1}", ours.seconds, scalar.seconds, ours.cpu);
    let (mut fastest, mut fastest_cpu) = (f64::INFINITY, f64::INFINITY);
    for peer in Peer::ALL.into_iter().filter(|_| !options.alone) {
        let main = matches!(peer, Peer::LemonNetworkSimplex | Peer::OrTools);
        if !main && size > 1_000 && !options.all_peers {
            continue;
        }
        match peers.solve(peer, &file, options.limit) {
            Ok(found) => {
                ensure!(found.objective == ours.objective, "{} found {}", peer.name(), found.objective);
                print!(
                    "  {} {:.4} s {:.4} cpu {:.0} MB",
                    peer.name(),
                    found.seconds,
                    found.cpu,
                    found.peak as f64 / 1e6
                );
                if main {
                    fastest = fastest.min(found.seconds);
                    fastest_cpu = fastest_cpu.min(found.cpu);
                }
            }
            Err(why) => print!("  {} NOT RUN: {why:#}", peer.name()),
        }
    }
    let ratio = fastest.is_finite().then_some(fastest / ours.seconds);
    if let Some(ratio) = ratio {
        print!("  ratio {ratio:.1} scalar {:.1} cpu {:.1}", fastest / scalar.seconds, fastest_cpu / ours.cpu);
    }
    println!();
    std::fs::remove_file(&file)?;
    Ok(ratio.map(|ratio| Ratios { ours: ratio, scalar: fastest / scalar.seconds, cpu: fastest_cpu / ours.cpu }))
}

/// How many times as long the faster of the two main peers took.
struct Ratios {
    /// By wall time, against ours with vectors and threads.
    ours: f64,
    /// By wall time, against ours without vectors.
    scalar: f64,
    /// By processor time.
    cpu: f64,
}

fn summary(ratios: &[Ratios]) {
    let sorted = |of: fn(&Ratios) -> f64| {
        let mut ratios: Vec<f64> = ratios.iter().map(of).collect();
        ratios.sort_by(f64::total_cmp);
        ratios
    };
    let (ours, scalar, cpu) = (sorted(|r| r.ours), sorted(|r| r.scalar), sorted(|r| r.cpu));
    if let (Some(least), middle) = (ours.first(), ours.len() / 2) {
        println!(
            "    median ratio of {} seeds: {:.1} (least {least:.1}), scalar {:.1}, by processor time {:.1}",
            ours.len(),
            ours[middle],
            scalar[middle],
            cpu[middle]
        );
    }
}

/// Solves the instance once straight from the file, which tells the peak memory; then again from memory, which tells the
/// time of set-up and solve together. The answer is verified, outside both.
fn child(path: &Path, limits: &Limits) -> Result<()> {
    let solve = |problem: &Problem| solve_with(problem, limits, &mut |_| ControlFlow::Continue(()));
    let (problem, solution) = {
        let mut file = Reader::open(path)?;
        let (people, positions, pairs) = (file.count()?, file.count()?, file.count()?);
        // The costs of leaving out stand at the end of the file.
        let mut end = Reader::open(path)?;
        end.0.seek_relative(i64::try_from(24 + 16 * pairs)?)?;
        let (unassigned, unfilled) = (end.costs(people)?, end.costs(positions)?);
        let pairs = (0..pairs).map_while(|_| file.pair().ok());
        let problem = Problem::new(pairs, unassigned, unfilled)?;
        let solution = solve(&problem)?;
        (problem, solution)
    };
    let peak = peak_bytes()?;
    let proof = verify(&problem, &solution)?;
    let pairs: Vec<(u32, u32, i64)> = (0..problem.people() as u32)
        .flat_map(|person| problem.positions_for(person).map(move |(position, cost)| (person, position, cost)))
        .collect();
    let measured = measure(|| {
        let pairs = pairs.iter().copied();
        let problem = Problem::new(pairs, problem.unassigned().to_vec(), problem.unfilled().to_vec())?;
        Ok(solve(&problem)?.objective)
    })?;
    ensure!(proof.objective() == measured.objective, "the proof is of another objective");
    println!("{}", Measured { peak, ..measured });
    Ok(())
}

/// Reads what `Instance::write_binary` writes.
struct Reader(BufReader<File>);

impl Reader {
    fn open(path: &Path) -> Result<Reader> {
        Ok(Reader(BufReader::with_capacity(1 << 16, File::open(path)?)))
    }

    fn count(&mut self) -> Result<u64> {
        let mut bytes = [0; 8];
        self.0.read_exact(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn pair(&mut self) -> Result<(u32, u32, i64)> {
        let both = self.count()?;
        Ok((both as u32, (both >> 32) as u32, self.count()? as i64))
    }

    fn costs(&mut self, count: u64) -> Result<Vec<i64>> {
        (0..count).map(|_| Ok(self.count()? as i64)).collect()
    }
}
