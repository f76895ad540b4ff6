//! The readers of published formats, on the published files themselves and on small files of the same form.

#![allow(clippy::unwrap_used, missing_docs, reason = "a failing test should stop at once")]

use std::path::{Path, PathBuf};

use muster_exchange::Iso3;
use muster_exchange::published::{
    CountryNames, Fund, Published, SalesLine, Spelling, read_allowances, read_country_names, read_program_totals,
    read_sales_book, read_training, reconcile,
};
use muster_exchange::reference;
use muster_exchange::tabular::{Limits, Problem};
use proptest::prelude::*;

fn shared(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file)
}

/// The published file, or a line that says which test could not run.
fn published(test: &str, file: &str) -> Option<PathBuf> {
    let path = shared(file);
    if path.exists() {
        return Some(path);
    }
    eprintln!("NOT RUN: {test}: ../shared/data is not here");
    None
}

fn iso3(code: &str) -> Iso3 {
    code.parse().unwrap()
}

fn names() -> CountryNames {
    let path = shared("countries/Location_CountryName.csv");
    if path.exists() {
        read_country_names(&path, &Limits::default()).unwrap().content
    } else {
        CountryNames::built_in()
    }
}

/// A file of the test's own, removed with the folder it returns.
fn written(name: &str, text: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

#[test]
fn the_training_reports_activities_sum_to_the_printed_program_totals() {
    let test = "the_training_reports_activities_sum_to_the_printed_program_totals";
    let Some(path) = published(test, "training/foreign_military_training_fy2010_2020.csv.gz") else { return };
    let report = read_training(&path, &names(), &Limits::default()).unwrap().content;
    assert_eq!(report.rows().len(), 135_944);
    let printed = read_program_totals(&shared("training/program_totals_printed.csv"), &Limits::default()).unwrap();
    let check = reconcile(&report, &printed);
    assert_eq!(check.programs.len(), 7_241);
    assert_eq!((check.costs_reproduced(), check.students_reproduced()), (7_235, 7_236));
    let wrong: Vec<_> = check
        .programs
        .iter()
        .filter(|program| !program.cost_reproduced())
        .map(|program| (program.printed.report.as_str(), program.printed.country.as_str()))
        .collect();
    assert_eq!(
        wrong,
        [
            ("2015_2016", "Bangladesh"),
            ("2016_2017", "Niger"),
            ("2016_2017", "Tunisia"),
            ("2017_2018", "Benin"),
            ("2017_2018", "Afghanistan"),
            ("2019_2020", "Angola"),
        ]
    );
}

#[test]
fn the_training_report_is_compact_and_its_oddities_are_named() {
    let test = "the_training_report_is_compact_and_its_oddities_are_named";
    let Some(path) = published(test, "training/foreign_military_training_fy2010_2020.csv.gz") else { return };
    let Published { content: report, odd } = read_training(&path, &names(), &Limits::default()).unwrap();
    assert!(report.bytes() < 16 << 20, "{} bytes for 33 MB of text", report.bytes());
    let count = |column: &str, found: &str| odd.iter().filter(|odd| odd.column == column && odd.found == found).count();
    assert_eq!((count("total_cost", "$"), count("total_cost", ""), count("quantity", "N/A")), (3_056, 26, 7));
    assert_eq!((count("start_date", ""), count("end_date", ""), count("iso3", "Netherlands Antilles")), (26, 26, 1));
    let first = report.rows().next().unwrap();
    assert_eq!((first.report(), first.country(), first.activity.iso3), ("2010_2011", "Angola", Some(iso3("AGO"))));
    assert_eq!((first.activity.line, first.activity.students, first.activity.cost_cents), (2, Some(1), Some(0)));
}

#[test]
fn the_training_report_agrees_with_the_reference_table() {
    let test = "the_training_report_agrees_with_the_reference_table";
    let Some(path) = published(test, "training/foreign_military_training_fy2010_2020.csv.gz") else { return };
    let report = read_training(&path, &names(), &Limits::default()).unwrap().content;
    for row in reference::training() {
        let of_row = || {
            report
                .activities()
                .iter()
                .filter(|activity| activity.iso3 == Some(row.iso3) && activity.fiscal_year == row.fiscal_year)
        };
        assert_eq!(of_row().count(), row.lines as usize, "{}", row.source_row());
        assert_eq!(
            of_row().filter_map(|activity| activity.students).sum::<u32>(),
            row.students,
            "{}",
            row.source_row()
        );
    }
}

#[test]
fn the_sales_book_reads_and_its_slip_is_named_where_it_shows() {
    let test = "the_sales_book_reads_and_its_slip_is_named_where_it_shows";
    let Some(path) = published(test, "sales/historical_sales_book_fy2024.csv") else { return };
    let Published { content: lines, odd } = read_sales_book(&path, &names(), &Limits::default()).unwrap();
    assert_eq!(lines.len(), 561);
    let fms = |code: &str| -> &SalesLine {
        lines.iter().find(|line| line.iso3 == Some(iso3(code)) && line.fund == Fund::Fms).unwrap()
    };
    assert_eq!(fms("BRN").years[4], (2024, Some(25_000)));
    assert_eq!(fms("IRQ").years[0], (2020, Some(-35_188_584)));
    let slips: Vec<_> = odd.iter().filter(|odd| odd.column.starts_with("fy20")).collect();
    let found: Vec<_> = slips.iter().map(|slip| (slip.column, slip.found.as_str(), slip.note.as_str())).collect();
    let notes = ["Brunei: FMS and FMF of the year sum to 25000", "Totals: FMS and FMF of the year sum to 108674680175"];
    assert_eq!(found, [("fy2024", "2500", notes[0]), ("fy2024", "108674657675", notes[1])]);
    for row in reference::sales() {
        let index = usize::try_from(row.fiscal_year - 2020).unwrap();
        assert_eq!(fms(row.iso3.as_str()).years[index].1, row.fms_usd, "{}", row.source_row());
    }
}

#[test]
fn post_allowances_read_with_their_countries() {
    let test = "post_allowances_read_with_their_countries";
    let Some(path) = published(test, "posts/post_allowances_2026-06-14.csv") else { return };
    let Published { content: allowances, odd } = read_allowances(&path, &names(), &Limits::default()).unwrap();
    assert_eq!(allowances.len(), 792);
    let kabul = allowances.iter().find(|allowance| allowance.post == "Kabul").unwrap();
    assert_eq!((kabul.iso3, kabul.hardship_pct, kabul.danger_pct), (Some(iso3("AFG")), 35, 35));
    let unplaced: Vec<_> = odd.iter().map(|odd| odd.found.as_str()).collect();
    assert_eq!(
        unplaced,
        allowances.iter().filter(|a| a.iso3.is_none()).map(|a| a.country.as_str()).collect::<Vec<_>>()
    );
    assert!(unplaced.contains(&"ARCTIC CIRCLE POSTS") && unplaced.len() < 12, "{unplaced:?}");
}

#[test]
fn country_names_lead_to_codes_and_placeholders_to_none() {
    let test = "country_names_lead_to_codes_and_placeholders_to_none";
    let Some(path) = published(test, "countries/Location_CountryName.csv") else { return };
    let names = read_country_names(&path, &Limits::default()).unwrap().content;
    for (spelling, code) in
        [("Korea, Republic of", "KOR"), ("Burma", "MMR"), ("kosovo", "XKX"), ("Cote D’Ivoire", "CIV")]
    {
        assert_eq!(names.find(spelling).map_err(|unknown| unknown.to_string()), Ok(iso3(code)), "{spelling}");
    }
    assert_eq!(names.meaning("Africa Regional"), Some(&Spelling::NoCountry("*AF".to_owned())));
    let unknown = names.find("South Korrea").unwrap_err();
    assert_eq!(names.find(unknown.nearest.as_deref().unwrap()), Ok(iso3("KOR")));
    for country in reference::countries() {
        assert_eq!(names.find(&country.name), Ok(country.iso3));
    }
}

const HEADER: &str = "report,fiscal_year,page,iso3,cocom,country,program_code,program,course_title,us_unit,student_unit,\
start_date,end_date,location,quantity,total_cost\n";

#[test]
fn a_training_report_that_lost_its_form_is_refused_line_by_line() {
    let good = "2019_2020,2019,1,AGO,AFRICOM,Angola,PKO,PKO,C,U,S,2019-01-02,2019-01-09,L,3,12.50\n";
    let text = format!("{HEADER}{good}short,row\n{}{good}", good.replace("2019_2020,2019", "2019_2020,soon"));
    let (_folder, path) = written("training.csv", text.as_bytes());
    let refused = read_training(&path, &CountryNames::built_in(), &Limits::default()).unwrap_err();
    let faults: Vec<_> = refused.faults.iter().map(|fault| (fault.line, fault.problem)).collect();
    assert_eq!(faults, [(Some(3), Problem::RaggedRow), (Some(4), Problem::BadCell)]);
    let (_folder, path) = written("training.csv", text.replace('\n', "\r\n").as_bytes());
    assert_eq!(read_training(&path, &CountryNames::built_in(), &Limits::default()).unwrap_err().faults, refused.faults);
    let (_folder, path) = written("training.csv", HEADER.replace("quantity", "number").as_bytes());
    let refused = read_training(&path, &CountryNames::built_in(), &Limits::default()).unwrap_err();
    assert_eq!(refused.faults[0].column.as_deref(), Some("quantity"));
}

#[test]
fn a_program_printed_twice_in_one_country_is_summed_block_by_block() {
    let row = |program: &str, cost: &str| {
        format!("R,2019,1,AGO,AFRICOM,Angola,P,{program},C,U,S,2019-01-02,2019-01-09,L,1,{cost}\n")
    };
    let text =
        [HEADER.to_owned(), row("X", "1.40"), row("X", "2"), row("Y", "5"), row("X", "7"), row("Z", "1")].concat();
    let (_folder, path) = written("training.csv", text.as_bytes());
    let report = read_training(&path, &CountryNames::built_in(), &Limits::default()).unwrap().content;
    let totals = "report,region_file,page,country,program,label,quantity,total_cost\n\
        R,A,1,Angola,X,,2,3\nR,A,1,Angola,Y,,1,5\nR,A,1,Angola,X,,1,7\nR,A,1,Angola,Z,,1,2\nEarlier,A,1,Angola,Z,,1,2\n";
    let (_folder, path) = written("totals.csv", totals.as_bytes());
    let printed = read_program_totals(&path, &Limits::default()).unwrap();
    let check = reconcile(&report, &printed);
    let costs: Vec<_> =
        check.programs.iter().map(|program| (program.cost_cents.unwrap(), program.cost_reproduced())).collect();
    assert_eq!(costs, [(340, true), (500, true), (700, true), (100, false)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_published_file_never_panics(
        changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 0..8),
        cut in any::<usize>(),
        packed in any::<bool>(),
    ) {
        let row = "2019_2020,2019,1,AGO,AFRICOM,Angola,PKO,PKO,C,U,S,2019-01-02,2019-01-09,L,3,12.50\n";
        let mut bytes = format!("{HEADER}{}", row.repeat(3)).into_bytes();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(1 + cut % bytes.len());
        let (_folder, path) = written(if packed { "t.csv.gz" } else { "t.csv" }, &bytes);
        let names = CountryNames::built_in();
        let limits = Limits::default();
        if let Err(refused) = read_training(&path, &names, &limits) {
            prop_assert!(!refused.faults.is_empty());
        }
        prop_assert!(read_sales_book(&path, &names, &limits).is_err());
        prop_assert!(read_allowances(&path, &names, &limits).is_err());
        prop_assert!(read_country_names(&path, &limits).is_err());
        prop_assert!(read_program_totals(&path, &limits).is_err());
    }
}
