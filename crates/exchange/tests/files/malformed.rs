//! Nothing handed in makes the program fall over: a corpus of nasty files, and ten thousand spoiled ones.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use muster_domain::World;
use muster_exchange::export::{Noun, Scopes, export};
use muster_exchange::import::{ImportKind, ImportOptions, plan};
use muster_exchange::tabular::{FileRefused, Limits};

use crate::service::{self, Dice, everything, options, today};

fn small() -> ImportOptions {
    ImportOptions { limits: Limits { bytes: 4 << 20, rows: 2_000, cells: 50_000, ..Limits::default() }, ..options() }
}

/// Plans a file; a refusal must name a fault and be printable.
pub fn hand_in(kind: ImportKind, name: &str, bytes: &[u8], world: &World) -> Result<(), FileRefused> {
    let outcome = plan(kind, name, bytes, world, &small()).map(drop);
    if let Err(refused) = &outcome {
        assert!(!refused.faults.is_empty() && refused.to_string().contains("hint:"));
    }
    outcome
}

/// Files are named `kind.problem.what.ext`, where the problem is one that must be named, or `taken`.
#[test]
fn every_file_of_the_corpus_is_taken_or_refused_for_what_is_wrong_with_it() {
    let world = service::world(1, 3);
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<_> = std::fs::read_dir(corpus).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in &files {
        let name = path.file_name().unwrap().to_str().unwrap();
        let mut parts = name.split('.');
        let (kind, expected) = (parts.next().unwrap().parse().unwrap(), parts.next().unwrap());
        let problems = match hand_in(kind, name, &std::fs::read(path).unwrap(), &world) {
            Ok(()) => vec!["taken".to_owned()],
            Err(refused) => {
                let word = |fault| serde_json::to_value(fault).unwrap().as_str().unwrap().to_owned();
                refused.faults.iter().map(|fault| word(fault.problem)).collect()
            }
        };
        assert!(problems.iter().any(|problem| problem == expected), "{name}: {problems:?}");
    }
    assert!(files.len() >= 30, "{} files", files.len());
}

/// Changes a few bytes: flips, cuts, doubles, or puts in something that matters to a reader.
pub fn spoil(good: &[u8], dice: &mut Dice) -> Vec<u8> {
    const NASTY: [&[u8]; 14] = [
        b"\"",
        b",",
        b"\n",
        b"\r",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"'",
        b"=",
        b"99999999999999999999",
        b"9999-12-31",
        b";",
        b"PK\x03\x04",
        "\u{202e}é".as_bytes(),
    ];
    let mut bytes = good.to_vec();
    for _ in 0..=dice.up_to(4) {
        let at = dice.up_to(bytes.len() as u64 + 1) as usize;
        match dice.up_to(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.up_to(8),
            1 => bytes.truncate(at),
            2 => {
                let end = (at + dice.up_to(40) as usize).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => {
                let end = (at + dice.up_to(40) as usize).min(bytes.len());
                bytes.drain(at..end);
            }
            4 if at < bytes.len() => bytes[at] = dice.up_to(256) as u8,
            _ => {
                let nasty = NASTY[dice.up_to(NASTY.len() as u64) as usize];
                bytes.splice(at..at, nasty.iter().copied());
            }
        }
    }
    bytes
}

pub fn falls_over(what: &str, bytes: &[u8], deed: impl FnOnce()) {
    if catch_unwind(AssertUnwindSafe(deed)).is_err() {
        let start: String =
            bytes.iter().take(2_000).map(|byte| std::ascii::escape_default(*byte).to_string()).collect();
        panic!("{what} fell over on: {start}");
    }
}

fn good_files(world: &World) -> Vec<(ImportKind, &'static str, Vec<u8>)> {
    let all = everything(world);
    let scopes = Scopes { personal: Some(&all), family: Some(&all), ..Scopes::ordinary(&all) };
    let table = |noun| export(noun, world, &scopes, today(), "CUI");
    let sales = "iso3,country,combatant_command,state_region,continent,footnote,line,fy1950_2019,fy2020,fy2021,fy2022,fy2023,fy2024,fy1950_2024\nJOR,Jordan,CENTCOM,NEA,Asia,,FMS,1,2,3,4,5,6,21\n";
    let training = "report,fiscal_year,page,iso3,cocom,country,program_code,program,course_title,us_unit,student_unit,start_date,end_date,location,quantity,total_cost\n2019_2020,2019,1,JOR,CENTCOM,Jordan,IMET-1,IMET,Course,Unit,Unit,2019-01-01,2019-02-01,Place,3,1200.50\n";
    let posts = "country_name,country_iso,post_name,post_differential_pct,danger_pay_pct,cola_pct_spendable_income,effective_date\nJORDAN,JO,Amman,10,,5,2026-06-14\n";
    let names = "CountryName,Country3LetterCode,ISOalpha3\nJordanien,JOR,JOR\n";
    vec![
        (ImportKind::Offices, "o.csv", table(Noun::Offices).to_csv()),
        (ImportKind::Billets, "b.csv", table(Noun::Billets).to_csv()),
        (ImportKind::People, "p.csv", table(Noun::People).to_csv()),
        (ImportKind::Tours, "t.csv", table(Noun::Tours).to_csv()),
        (ImportKind::SalesBook, "s.csv", sales.as_bytes().to_vec()),
        (ImportKind::TrainingReport, "r.csv", training.as_bytes().to_vec()),
        (ImportKind::PostAllowances, "a.csv", posts.as_bytes().to_vec()),
        (ImportKind::CountryNames, "n.csv", names.as_bytes().to_vec()),
    ]
}

#[test]
fn eight_thousand_spoiled_text_files_are_taken_or_refused() {
    let world = service::world(1, 3);
    let good = good_files(&world);
    let mut refused = 0;
    for seed in 0..8_000 {
        let (kind, name, bytes) = &good[seed as usize % good.len()];
        let spoiled = spoil(bytes, &mut Dice(seed));
        falls_over(name, &spoiled, || refused += usize::from(hand_in(*kind, name, &spoiled, &world).is_err()));
    }
    assert!((1_000..8_000).contains(&refused), "{refused} were refused");
}

#[test]
fn a_thousand_spoiled_workbooks_and_a_thousand_runs_of_noise_are_refused() {
    let world = service::world(1, 2);
    let all = everything(&world);
    let book = export(Noun::People, &world, &Scopes::ordinary(&all), today(), "CUI").to_xlsx().unwrap();
    for seed in 0..1_000 {
        let mut dice = Dice(seed);
        let spoiled = spoil(&book, &mut dice);
        falls_over("a workbook", &spoiled, || drop(hand_in(ImportKind::People, "p.xlsx", &spoiled, &world)));
        let noise: Vec<u8> = (0..dice.up_to(400)).map(|_| dice.up_to(256) as u8).collect();
        falls_over("noise", &noise, || {
            let kind = ImportKind::ALL[dice.up_to(ImportKind::ALL.len() as u64) as usize].0;
            assert!(hand_in(kind, "noise", &noise, &world).is_err());
        });
    }
}

#[test]
fn spoiled_records_of_the_journal_are_read_or_refused() {
    let good = r#"[{"event":"tour_ordered","v":1,"body":{"tour":"T1","on":"2026-10-01"}},{"event":"lever_set","v":1,"body":{}}]"#;
    for seed in 0..2_000 {
        let spoiled = spoil(good.as_bytes(), &mut Dice(seed));
        let text = String::from_utf8_lossy(&spoiled);
        falls_over("a record", &spoiled, || drop(muster_domain::read_events(&text)));
    }
    assert!(muster_domain::read_events(good).is_err(), "a lever is not set by an empty body");
}
