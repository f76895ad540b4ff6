//! The committed synthetic set: it is what the generator writes, and the linker keeps what is promised on it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use muster_linkage::testing::{
    Extract, KNOWN, Layout, Measure, Names, PEOPLE, Rates, SEED, SOURCES, duplicates, generate, links, table,
};
use muster_linkage::{Known, Link, Row, repeated};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench/data/linkage")
}

fn text(name: &str) -> String {
    let mut text = String::new();
    let file = std::fs::File::open(folder().join(format!("{name}.csv.gz"))).unwrap();
    GzDecoder::new(file).read_to_string(&mut text).unwrap();
    text
}

fn extract(rates: &Rates) -> Extract {
    Layout::of(rates).read(&text(rates.name)).unwrap()
}

#[test]
fn the_committed_files_are_what_the_generator_writes() {
    let set = generate(SEED, PEOPLE, &Names::read(&text("names")));
    assert_eq!(set.files.len(), 1 + SOURCES.len());
    for (name, written) in set.files {
        assert!(written == text(name), "{name}.csv.gz is another; `cargo xtask bench linkage --write` writes it anew");
    }
}

#[test]
fn the_readme_states_the_rates_that_are_planted() {
    let readme = std::fs::read_to_string(folder().join("README.md")).unwrap();
    assert!(readme.contains(&table()), "the table should read:\n{}", table());
    assert!(readme.contains(&SEED.to_string()), "the seed is {SEED}");
}

/// Every third row of each file: enough for the promise to mean something, little enough for every run of the tests.
#[test]
fn linking_the_committed_set_is_as_precise_and_complete_as_promised() {
    let known = extract(&KNOWN);
    let index = Known::new(&known.rows);
    let mut total = Measure::default();
    for rates in &SOURCES {
        let file = extract(rates);
        let rows: Vec<Row> = file.rows.iter().step_by(3).cloned().collect();
        let truth: Vec<usize> = file.truth.iter().step_by(3).copied().collect();
        assert!(rows.len() > 6_000, "{}", rates.name);
        let measure = links(&index.link(&rows), &truth, &known.truth);
        assert!(measure.precision() >= 0.998, "{}: {measure:?}", rates.name);
        assert!(measure.recall() >= 0.96, "{}: {measure:?}", rates.name);
        total = total.and(measure);
    }
    assert!(total.precision() >= 0.995 && total.recall() >= 0.97, "{total:?}");
    let found = duplicates(&index.duplicates(), &known.truth, 0.5);
    assert!(found.there > 50 && found.precision() >= 0.95 && found.recall() >= 0.95, "{found:?}");
}

/// A small set of another seed, for what must hold of any.
fn small() -> (Vec<Row>, Vec<Vec<Row>>) {
    let set = generate(7, 1_500, &Names::read(&text("names")));
    let known = Layout::of(&KNOWN).read(&set.files[0].1).unwrap().rows;
    let sources =
        SOURCES.iter().zip(&set.files[1..]).map(|(rates, (_, text))| Layout::of(rates).read(text).unwrap().rows);
    (known, sources.collect())
}

#[test]
fn the_answer_is_the_same_for_any_number_of_threads() {
    let (known, sources) = small();
    let answers = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            let index = Known::new(&known);
            let links: Vec<Vec<Link>> = sources.iter().map(|rows| index.link(rows)).collect();
            (links, index.duplicates())
        })
    };
    let one = answers(1);
    assert!(one.0.iter().flatten().any(|link| matches!(link, Link::Likely(_))));
    assert_eq!(one, answers(3));
}

#[test]
fn the_order_of_a_file_changes_no_answer() {
    let (known, sources) = small();
    let index = Known::new(&known);
    for rows in sources {
        let answers = index.link(&rows);
        assert!(!repeated(&answers).is_empty(), "the file names people twice");
        let backwards: Vec<Row> = rows.into_iter().rev().collect();
        let again: Vec<Link> = index.link(&backwards).into_iter().rev().collect();
        assert_eq!(answers, again);
    }
}

/// A row by itself is judged as in its file, unless another row of the file claims the same person.
#[test]
fn one_row_ranks_the_one_whom_its_file_proposes_first() {
    let (known, sources) = small();
    let index = Known::new(&known);
    let rows = &sources[1];
    let mut proposed = 0;
    for (row, link) in rows.iter().zip(index.link(rows)) {
        if let Link::Likely(candidate) = link {
            let ranked = index.candidates(row);
            assert_eq!(ranked[0].evidence, candidate.evidence);
            assert_eq!(ranked[0].person, candidate.person);
            assert_eq!(index.evidence(row, candidate.person), candidate.evidence);
            let sum: f64 = candidate.evidence.iter().map(|evidence| evidence.weight).sum();
            assert!((sum - candidate.score).abs() < 1e-9, "the score is the sum of the evidence");
            proposed += 1;
        }
    }
    assert!(proposed > 100);
}
