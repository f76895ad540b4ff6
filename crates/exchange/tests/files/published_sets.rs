//! The published sets as imports: on the published files where they are at hand, and on small files of their form.

use std::path::{Path, PathBuf};

use muster_domain::partner::Measure;
use muster_domain::{Command, CountryId, Date, PostId};
use muster_exchange::import::{ImportKind, plan, plan_file};
use muster_exchange::reference;

use crate::service::{self, give, options};

fn published(test: &str, file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
    if path.exists() {
        return Some(path);
    }
    eprintln!("NOT RUN: {test}: ../shared/data is not here");
    None
}

const SALES: &str = "iso3,country,combatant_command,state_region,continent,footnote,line,fy1950_2019,fy2020,fy2021,fy2022,fy2023,fy2024,fy1950_2024\n\
    JOR,Jordan,CENTCOM,NEA,Asia,,FMS,1,2,3,4,5,6,21\nJOR,Jordan,CENTCOM,NEA,Asia,,TOTAL,1,2,3,4,5,6,21\nIRQ,Iraq,CENTCOM,NEA,Asia,,FMF,,,,,,7,7\n";

#[test]
fn the_sales_book_becomes_figures_that_name_their_line_and_a_second_import_changes_nothing() {
    let mut world = service::world(1, 0);
    let plan_it = |world: &_| plan(ImportKind::SalesBook, "book.csv", SALES.as_bytes(), world, &options()).unwrap();
    let first = plan_it(&world);
    assert_eq!(first.commands.len(), 2, "the set and the figures of Jordan");
    assert_eq!(first.blob.as_deref(), Some(SALES.as_bytes()));
    assert!(first.notes.iter().any(|note| note.note.contains("IRQ")));
    give(&mut world, first.command().unwrap());
    let figure = world.countries[CountryId(0)].latest(Measure::FmsAuthorised, service::today()).unwrap();
    assert_eq!((figure.value, figure.source.as_str(), figure.synthetic), (6, "sales-book:book.csv#2", false));
    let second = plan_it(&world);
    assert!(second.commands.is_empty() && second.blob.is_none());
}

#[test]
fn the_published_sales_book_gives_the_figures_of_the_reference_table() {
    let test = "the_published_sales_book_gives_the_figures_of_the_reference_table";
    let Some(path) = published(test, "sales/historical_sales_book_fy2024.csv") else { return };
    let mut world = service::world(1, 0);
    let plan = plan_file(ImportKind::SalesBook, &path, &world, &options()).unwrap();
    give(&mut world, plan.command().unwrap());
    for country in ["JOR", "COL", "DEU"] {
        let held = &world.countries[world.keys.country[country]];
        for row in reference::sales().iter().filter(|row| row.iso3.as_str() == country) {
            let value = |measure| {
                held.figures
                    .iter()
                    .find(|f| f.measure == measure && f.fiscal_year.0 == row.fiscal_year)
                    .map(|f| f.value)
            };
            assert_eq!(
                (value(Measure::FmsAuthorised), value(Measure::FmfAuthorised)),
                (row.fms_usd, row.fmf_usd),
                "{row:?}"
            );
        }
    }
    assert!(plan_file(ImportKind::SalesBook, &path, &world, &options()).unwrap().commands.is_empty());
}

#[test]
fn the_published_training_report_gives_the_figures_of_the_reference_table() {
    let test = "the_published_training_report_gives_the_figures_of_the_reference_table";
    let Some(path) = published(test, "training/foreign_military_training_fy2010_2020.csv.gz") else { return };
    let mut world = service::world(1, 0);
    let plan = plan_file(ImportKind::TrainingReport, &path, &world, &options()).unwrap();
    let Command::RecordDataset(set) = &plan.commands[0] else { panic!("{:?}", plan.commands[0]) };
    assert_eq!((set.0.rows, set.0.kind.as_str()), (135_944, "training-report"));
    give(&mut world, plan.command().unwrap());
    let mut compared = 0;
    for row in reference::training().iter().filter(|row| world.keys.country.contains_key(row.iso3.as_str())) {
        let held = &world.countries[world.keys.country[row.iso3.as_str()]];
        let value = |measure| {
            held.figures.iter().find(|f| f.measure == measure && f.fiscal_year.0 == row.fiscal_year).map(|f| f.value)
        };
        assert_eq!(value(Measure::TrainingLines), Some(i64::from(row.lines)), "{row:?}");
        assert_eq!(value(Measure::TrainingStudents), Some(i64::from(row.students)), "{row:?}");
        assert_eq!(value(Measure::TrainingCost), Some(row.cost_usd), "{row:?}");
        compared += 1;
    }
    assert!(compared >= 6, "{compared}");
}

#[test]
fn allowances_are_set_at_known_posts_and_the_others_are_counted() {
    let mut world = service::world(1, 0);
    let file = "country_name,country_iso,post_name,post_differential_pct,danger_pay_pct,cola_pct_spendable_income,effective_date\n\
                JORDAN,JO,Amman,10,,5,2026-06-14\nJORDAN,JO,Other,15,,0,2026-06-14\nCOLOMBIA,CO,Bogotá,0,,10,2026-06-14\n";
    let plan_it =
        |world: &_| plan(ImportKind::PostAllowances, "posts.csv", file.as_bytes(), world, &options()).unwrap();
    let first = plan_it(&world);
    assert_eq!(first.commands.len(), 3);
    assert!(first.notes.iter().any(|note| note.note.starts_with("1 rows")), "{:?}", first.notes);
    give(&mut world, first.command().unwrap());
    let day: Date = "2026-07-01".parse().unwrap();
    assert_eq!(world.posts[PostId(1)].differentials.at(day).unwrap().hardship_pct, 10);
    assert!(plan_it(&world).commands.is_empty());
}

#[test]
fn spellings_of_countries_are_kept_as_a_dataset() {
    let file = "CountryName,Country3LetterCode,ISOalpha3\nJordanien,JOR,JOR\nNowhere,,NULL\n";
    let plan = plan(ImportKind::CountryNames, "names.csv", file.as_bytes(), &service::world(1, 0), &options()).unwrap();
    assert!(matches!(&plan.commands[..], [Command::RecordDataset(_)]));
    assert_eq!(plan.notes.len(), 1);
}
