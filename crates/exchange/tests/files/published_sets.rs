//! The published sets as imports: on the published files where they are at hand, and on small files of their form.

use std::path::{Path, PathBuf};

use muster_domain::partner::{Figure, Measure, PublishedNotification, RecordFigures, RecordPublishedNotifications};
use muster_domain::{Command, CountryId, Date, FiscalYear, PostId};
use muster_exchange::import::{ImportKind, plan, plan_file};
use muster_exchange::reference;
use muster_exchange::sales::published_sales;

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

const HISTORY: &str = "year,country,iso3,program,authorizations_usd,deliveries_usd,notifications_usd,source\n\
    2015,Jordan,JOR,Foreign Military Sales,500,40,,A fact book\n2015,Jordan,JOR,Foreign Military Sales,500,40,,A fact book\n\
    2016,Jordan,JOR,Foreign Military Sales,0,30,,A fact book\n2016,Colombia,COL,Foreign Military Sales,-9,0,,A fact book\n\
    2017,Jordan,JOR,Foreign Military Sales,0,20,,A fact book\n2017,Colombia,COL,Foreign Military Sales,0,0,77,A list\n\
    2016,Jordan,JOR,Direct Commercial Sales,999,1,,A report\n2015,Global,,Foreign Military Sales,1,1,,A fact book\n\
    2014,Jordan,JOR,Foreign Military Sales,1,2,,A fact book\n2014,Jordan,JOR,Foreign Military Sales,3,2,,Another\n";

#[test]
fn earlier_sales_become_figures_and_a_year_that_is_zero_everywhere_is_missing() {
    let mut world = service::world(1, 0);
    let plan_it = |world: &_| plan(ImportKind::SalesHistory, "old.csv", HISTORY.as_bytes(), world, &options()).unwrap();
    let first = plan_it(&world);
    give(&mut world, first.command().unwrap());
    let told = |iso3: &str| {
        let figures = &world.countries[world.keys.country[iso3]].figures;
        let mut told: Vec<_> =
            figures.iter().map(|f| (f.fiscal_year.0, f.measure, f.value, f.source.as_str())).collect();
        told.sort_unstable();
        told
    };
    let (agreed, delivered) = (Measure::FmsAuthorised, Measure::FmsDelivered);
    let expected = [
        (2014, delivered, 2, "sales-history:old.csv#10"),
        (2015, agreed, 500, "sales-history:old.csv#2"),
        (2015, delivered, 40, "sales-history:old.csv#2"),
        (2016, agreed, 0, "sales-history:old.csv#4"),
        (2016, delivered, 30, "sales-history:old.csv#4"),
        (2017, delivered, 20, "sales-history:old.csv#6"),
    ];
    assert_eq!(told("JOR"), expected);
    assert_eq!(
        told("COL"),
        [(2016, agreed, -9, "sales-history:old.csv#5"), (2016, delivered, 0, "sales-history:old.csv#5")]
    );
    let notes: Vec<&str> = first.notes.iter().map(|note| note.note.as_str()).collect();
    assert!(notes.iter().any(|note| note.starts_with("FY2017 agreed by country: missing")), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("JOR has several figures for FY2014")), "{notes:?}");
    assert!(plan_it(&world).commands.is_empty());
}

#[test]
fn a_sales_history_with_a_bad_cell_is_refused_by_line_and_column() {
    let bad = HISTORY.replace("500,40", "five hundred,40");
    let refused = plan(ImportKind::SalesHistory, "old.csv", bad.as_bytes(), &service::world(1, 0), &options());
    let refused = refused.unwrap_err().to_string();
    assert!(refused.contains("authorizations_usd") && refused.contains('2'), "{refused}");
}

#[test]
fn the_published_sales_history_gives_the_figures_of_the_reference_table_and_none_of_fy2017_to_2019() {
    let test = "the_published_sales_history_gives_the_figures_of_the_reference_table_and_none_of_fy2017_to_2019";
    let Some(path) = published(test, "sales/arms_sales_country_year_fy2001_2020.csv") else { return };
    let mut world = service::world(1, 0);
    let plan = plan_file(ImportKind::SalesHistory, &path, &world, &options()).unwrap();
    give(&mut world, plan.command().unwrap());
    for country in ["JOR", "COL", "DEU"] {
        let held = &world.countries[world.keys.country[country]];
        let agreed: Vec<_> = {
            let all = held.figures.iter().filter(|figure| figure.measure == Measure::FmsAuthorised);
            all.map(|figure| (figure.fiscal_year.0, figure.value)).collect()
        };
        let rows = reference::sales_history().iter().filter(|row| row.iso3.as_str() == country);
        assert_eq!(agreed, rows.map(|row| (row.fiscal_year, row.fms_usd)).collect::<Vec<_>>(), "{country}");
    }
    assert!(plan_file(ImportKind::SalesHistory, &path, &world, &options()).unwrap().commands.is_empty());
}

#[test]
fn what_was_imported_stands_over_the_reference_table_and_made_up_figures_do_not() {
    let mut world = service::world(1, 0);
    let figure = |fiscal_year, value, synthetic| Figure {
        measure: Measure::FmsAuthorised,
        fiscal_year: FiscalYear(fiscal_year),
        value,
        source: "a book#1".into(),
        synthetic,
    };
    let figures = vec![figure(2016, 7, false), figure(2017, 8, false), figure(2018, 9, true)];
    give(&mut world, RecordFigures { country: CountryId(0), figures });
    let (held, table) = (published_sales(Some(&world)), published_sales(None));
    let jordan = &held["JOR"];
    assert_eq!((jordan[&2016].usd, jordan[&2016].source.as_str(), jordan[&2017].usd), (7, "a book#1", 8));
    assert!(!jordan.contains_key(&2018) && !table["JOR"].contains_key(&2017));
    assert_eq!(jordan[&2015], table["JOR"][&2015]);
    assert_eq!(table["JOR"][&2015].source.as_str(), "reference/sales_history.csv#JOR-2015");
}

#[test]
fn a_bare_number_gives_way_to_the_published_row_and_never_replaces_one() {
    let mut world = service::world(1, 0);
    let bare = |number: &str| PublishedNotification {
        document: number.into(),
        transmittal: Some(number.into()),
        year: Some(2024),
        title: "Not known".into(),
        value_usd: None,
        doubtful: false,
        posted: None,
        source: "a table#1".into(),
    };
    let record = |numbers: &[&str]| RecordPublishedNotifications {
        country: CountryId(0),
        notifications: numbers.iter().map(|number| bare(number)).collect(),
    };
    give(&mut world, record(&["24-01", "24-99"]));
    let list = plan(ImportKind::Notifications, "list.csv", NOTIFICATIONS.as_bytes(), &world, &options()).unwrap();
    give(&mut world, list.command().unwrap());
    give(&mut world, record(&["24-01", "24-99"]));
    let held = &world.countries[CountryId(0)].notifications;
    let of = |number: &str| held.iter().filter(|one| one.transmittal.as_deref() == Some(number)).collect::<Vec<_>>();
    assert_eq!(of("24-01").iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["Radios"]);
    assert_eq!(of("24-99").iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["Not known"]);
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

/// Of our own wording, in the form of the published list.
const NOTIFICATIONS: &str = "cn_number,cn_yy,iso2,library_post_date,value_usd,quantity,title,description,pdf_url,page_url\n\
    24-01,24,JO,2024-12-09,70000000,4,Radios,Radios for Jordan,https://library.example/24-01.pdf,https://press.example/1\n\
    09-02,09,JO,2024-12-09,90000000,,Lorries,Lorries for Jordan,https://library.example/09-02.pdf,https://press.example/2\n\
    98-03,98,JO,2024-12-09,90000000,,Lorries,Lorries for Jordan,https://library.example/98-03.pdf,https://press.example/2\n\
    ,,JO,2024-12-09,,,Jordan,,https://library.example/none.pdf,\n24-05,24,ZZ,2024-12-09,,,Nowhere,,https://library.example/zz.pdf,\n";

#[test]
fn notifications_become_rows_of_their_country_and_one_announcement_of_several_numbers_is_doubtful() {
    let mut world = service::world(1, 0);
    let plan_it =
        |world: &_| plan(ImportKind::Notifications, "list.csv", NOTIFICATIONS.as_bytes(), world, &options()).unwrap();
    let first = plan_it(&world);
    assert_eq!(first.commands.len(), 2, "the set and the rows of Jordan");
    assert!(first.notes.iter().any(|note| note.note.contains("ZZ")), "{:?}", first.notes);
    assert!(first.notes.iter().any(|note| note.note.starts_with("2 rows share")), "{:?}", first.notes);
    give(&mut world, first.command().unwrap());
    let held = &world.countries[CountryId(0)].notifications;
    let told: Vec<_> = held.iter().map(|one| (one.transmittal.as_deref(), one.year, one.doubtful)).collect();
    let expected = [
        (Some("24-01"), Some(2024), false),
        (Some("09-02"), Some(2009), true),
        (Some("98-03"), Some(1998), true),
        (None, None, false),
    ];
    assert_eq!(told, expected);
    assert_eq!(held[0].source.as_str(), "notifications:list.csv#2");
    assert!(plan_it(&world).commands.is_empty());
}

#[test]
fn the_published_notifications_are_taken() {
    let test = "the_published_notifications_are_taken";
    let Some(path) = published(test, "notifications/congressional_notifications.csv") else { return };
    let mut world = service::world(1, 0);
    let plan = plan_file(ImportKind::Notifications, &path, &world, &options()).unwrap();
    give(&mut world, plan.command().unwrap());
    let of = |iso3: &str| world.countries[world.keys.country[iso3]].notifications.len();
    assert_eq!((of("JOR"), of("DEU"), of("COL")), (13, 17, 1));
}

#[test]
fn spellings_of_countries_are_kept_as_a_dataset() {
    let file = "CountryName,Country3LetterCode,ISOalpha3\nJordanien,JOR,JOR\nNowhere,,NULL\n";
    let plan = plan(ImportKind::CountryNames, "names.csv", file.as_bytes(), &service::world(1, 0), &options()).unwrap();
    assert!(matches!(&plan.commands[..], [Command::RecordDataset(_)]));
    assert_eq!(plan.notes.len(), 1);
}
