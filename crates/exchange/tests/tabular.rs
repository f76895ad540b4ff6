//! What a person who hands in a file notices: what is taken, what is refused, and how well a refusal explains itself.

#![allow(clippy::unwrap_used, missing_docs, reason = "a failing test should stop at once")]

use std::io::Write;

use flate2::{Compression, write::GzEncoder};
use jiff::civil::date;
use muster_exchange::tabular::{
    Column, Columns, FileRefused, Kind, Limits, Problem, Table, Vocabulary, read_bytes, read_file,
};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};

fn columns() -> Columns {
    Columns::new(vec![
        Column::filled("name", Kind::Text { longest: 40 }),
        Column::filled("grade", Kind::Choice(Vocabulary::grades())).or(&["pay grade", "rank"]),
        Column::present("reports", Kind::Date).or(&["report date"]),
        Column::optional("arabic", Kind::Choice(Vocabulary::ilr_levels())),
        Column::optional("key", Kind::Flag),
        Column::optional("dependents", Kind::Integer { least: 0, most: 12 }),
        Column::optional("cost", Kind::Money),
    ])
}

fn read(name: &str, bytes: &[u8]) -> Result<Table, FileRefused> {
    read_bytes(name, bytes, &columns(), &Limits::default())
}

fn problems(refused: &FileRefused) -> Vec<(Option<u64>, Problem)> {
    refused.faults.iter().map(|fault| (fault.line, fault.problem)).collect()
}

const GOOD: &str = "Name,Pay Grade,Report-Date,arabic,key,dependents,cost\n\
    \"Ames, R.\",o-4,2026-10-01,2+,yes,3,1200.50\n\
    Böll,GS-13,,,,,\n";

#[test]
fn a_good_file_gives_typed_rows_whatever_case_and_aliases_its_header_uses() {
    for bytes in
        [GOOD.as_bytes().to_vec(), [b"\xef\xbb\xbf", GOOD.as_bytes()].concat(), GOOD.replace('\n', "\r\n").into_bytes()]
    {
        let table = read("people.csv", &bytes).unwrap();
        let rows: Vec<_> = table.rows().collect();
        assert_eq!(rows.len(), 2);
        assert_eq!((rows[0].line(), rows[0].text("name"), rows[0].text("grade")), (2, Some("Ames, R."), Some("O-4")));
        assert_eq!((rows[0].date("reports"), rows[0].text("arabic")), (Some(date(2026, 10, 1)), Some("2+")));
        assert_eq!(
            (rows[0].flag("key"), rows[0].integer("dependents"), rows[0].cents("cost")),
            (Some(true), Some(3), Some(120_050))
        );
        assert_eq!((rows[1].text("name"), rows[1].date("reports"), rows[1].cents("cost")), (Some("Böll"), None, None));
    }
}

#[test]
fn a_packed_file_reads_as_the_file_it_holds() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(GOOD.as_bytes()).unwrap();
    assert_eq!(read("people.csv.gz", &packed.finish().unwrap()).unwrap().len(), 2);
}

#[test]
fn a_workbook_gives_the_same_values_as_the_csv_file() {
    let table = read("people.xlsx", &workbook()).unwrap();
    let row = table.rows().next().unwrap();
    assert_eq!((row.line(), row.text("grade"), row.date("reports")), (2, Some("O-4"), Some(date(2026, 10, 1))));
    assert_eq!((row.text("arabic"), row.integer("dependents"), row.cents("cost")), (Some("2"), Some(3), Some(120_050)));
    assert_eq!(row.flag("key"), Some(true));
    assert_eq!(table.rows().nth(1).unwrap().text("name"), Some("Böll"));
    assert_eq!(table.notes(), ["sheet \"Second\" was not read, only \"People\""]);
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("People").unwrap();
    for (column, name) in ["name", "grade", "reports", "arabic", "key", "dependents", "cost"].into_iter().enumerate() {
        sheet.write(0, u16::try_from(column).unwrap(), name).unwrap();
    }
    sheet.write(1, 0, "Ames").unwrap();
    sheet.write(1, 1, "O-4").unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 10, 1).unwrap();
    sheet.write_with_format(1, 2, &day, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    sheet.write(1, 3, 2).unwrap();
    sheet.write(1, 4, true).unwrap();
    sheet.write(1, 5, 3).unwrap();
    sheet.write(1, 6, 1200.5).unwrap();
    sheet.write(2, 0, "Böll").unwrap();
    sheet.write(2, 1, "GS-13").unwrap();
    book.add_worksheet().set_name("Second").unwrap().write(0, 0, "other").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_refusal_reads_like_a_good_compilers() {
    let refused =
        read("people.csv", b"name,grade,reports,arabic\nAmes,O-44,10/13/2026,2\n,E-5,,\"3 +\"\n").unwrap_err();
    let text = "\
error: people.csv was not taken: 4 things are wrong

  --> people.csv:2, column grade
      found     O-44
      expected  a grade (E-1 to E-9, W-1 to W-5, O-1 to O-10, GS-1 to GS-15, SES)
      nearest   O-4

  --> people.csv:2, column reports
      found     10/13/2026
      expected  a date as year-month-day, such as 2026-10-01
      nearest   2026-10-13

  --> people.csv:3, column name
      found     nothing
      expected  text of at most 40 characters, without control characters

  --> people.csv:3, column arabic
      found     3 +
      expected  an ILR level (0, 0+, 1, 1+, 2, 2+, 3, 3+, 4, 4+, 5)
      nearest   3+

hint: nothing of the file was taken; mend it and give it again";
    assert_eq!(refused.to_string(), text);
}

#[test]
fn a_refusal_is_a_structure_too() {
    let refused = read("people.csv", b"name,grade,reports\nAmes,captain,\n").unwrap_err();
    assert_eq!(
        serde_json::to_value(&refused).unwrap(),
        serde_json::json!({"file": "people.csv", "further": 0, "faults": [{
            "line": 2, "column": "grade", "problem": "bad-cell", "found": "captain", "nearest": null,
            "expected": "a grade (E-1 to E-9, W-1 to W-5, O-1 to O-10, GS-1 to GS-15, SES)"}]})
    );
}

#[test]
fn columns_missing_unknown_and_twice_are_each_named() {
    let refused = read("people.csv", b"name,NAME,grad,cost\nAmes,Ames,O-4,5\n").unwrap_err();
    let named: Vec<_> = refused
        .faults
        .iter()
        .map(|fault| (fault.problem, fault.column.as_deref().unwrap(), fault.nearest.as_deref()))
        .collect();
    assert_eq!(
        named,
        [
            (Problem::DuplicateColumn, "NAME", None),
            (Problem::UnknownColumn, "grad", Some("grade")),
            (Problem::MissingColumn, "grade", None),
            (Problem::MissingColumn, "reports", None),
        ]
    );
}

#[test]
fn ragged_rows_are_refused_by_line_and_blank_lines_are_not_rows() {
    let refused = read("people.csv", b"name,grade,reports\n\nAmes,O-4\nBell,O-3,,x\n").unwrap_err();
    assert_eq!(problems(&refused), [(Some(3), Problem::RaggedRow), (Some(4), Problem::RaggedRow)]);
    assert_eq!(read("people.csv", b"name,grade,reports,,\n\nAmes,O-4,,,\n,,,,\n").unwrap().len(), 1);
}

#[test]
fn what_is_no_table_at_all_is_refused_by_what_it_is() {
    let whole = |name: &str, bytes: &[u8]| problems(&read(name, bytes).unwrap_err())[0];
    assert_eq!(whole("a.csv", b""), (None, Problem::Empty));
    assert_eq!(whole("a.csv", b"\n\n"), (None, Problem::Empty));
    assert_eq!(whole("a.csv", b"name,grade,reports\n"), (Some(1), Problem::Empty));
    assert_eq!(whole("a.csv", b"name,grade,reports\nB\xf6ll,O-4,\n"), (Some(2), Problem::Encoding));
    assert_eq!(whole("a.csv", b"\xff\xfen\0a\0"), (None, Problem::Encoding));
    assert_eq!(whole("a.csv", b"name,grade,reports\nA\0,O-4,\n"), (Some(2), Problem::Encoding));
    assert_eq!(whole("a.csv", b"name;grade;reports\nA;O-4;\n"), (Some(1), Problem::Separator));
    assert_eq!(whole("a.csv", b"name,grade,reports\nA,O-4,\"\nB,O-3,\n"), (Some(2), Problem::OpenQuote));
    assert_eq!(whole("a.csv.gz", b"name,grade\n"), (None, Problem::Unreadable));
    assert_eq!(whole("a.xlsx", b"name,grade\n"), (None, Problem::NotAWorkbook));
    assert_eq!(whole("a.xls", b"\xd0\xcf\x11\xe0rest"), (None, Problem::NotAWorkbook));
    let gone = read_file(std::path::Path::new("/nowhere/people.csv"), &columns(), &Limits::default()).unwrap_err();
    assert_eq!((gone.file.as_str(), gone.faults[0].problem), ("people.csv", Problem::Unreadable));
}

#[test]
fn a_zip_archive_that_is_no_workbook_is_refused() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("readme.txt", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(b"not a workbook").unwrap();
    let refused = read("people.xlsx", &archive.finish().unwrap().into_inner()).unwrap_err();
    assert_eq!(refused.faults[0].problem, Problem::NotAWorkbook);
}

#[test]
fn absurd_sizes_are_refused_before_they_cost_anything() {
    let limits = Limits { bytes: 1 << 20, rows: 10, columns: 8, cells: 40, faults: 3 };
    let refuse = |name: &str, bytes: &[u8]| read_bytes(name, bytes, &columns(), &limits).unwrap_err();
    let rows = format!("name,grade,reports\n{}", "A,O-4,\n".repeat(11));
    assert_eq!(refuse("a.csv", rows.as_bytes()).faults[0].problem, Problem::TooLarge);
    assert_eq!(refuse("a.csv", ",".repeat(20).as_bytes()).faults[0].problem, Problem::TooLarge);
    assert_eq!(refuse("a.csv", &vec![b'a'; (1 << 20) + 1]).faults[0].problem, Problem::TooLarge);
    let cells = format!("name,grade,reports,,,,,\n{}", ",,,,,,,\n".repeat(5));
    assert_eq!(refuse("a.csv", cells.as_bytes()).faults[0].expected, "at most 40 cells");
    let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
    bomb.write_all(&vec![b'a'; 8 << 20]).unwrap();
    let bomb = bomb.finish().unwrap();
    assert!(bomb.len() < 1 << 16);
    assert_eq!(refuse("a.csv.gz", &bomb).faults[0].problem, Problem::TooLarge);
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; 8 << 20]).unwrap();
    assert_eq!(refuse("a.xlsx", &archive.finish().unwrap().into_inner()).faults[0].problem, Problem::TooLarge);
    let mut book = Workbook::new();
    book.add_worksheet().write(1_048_575, 16_383, "far away").unwrap();
    assert_eq!(refuse("a.xlsx", &book.save_to_buffer().unwrap()).faults[0].problem, Problem::TooLarge);
}

#[test]
fn faults_beyond_the_limit_are_counted() {
    let limits = Limits { faults: 3, ..Limits::default() };
    let file = format!("name,grade,reports\n{}", "A,B,\n".repeat(10));
    let refused = read_bytes("a.csv", file.as_bytes(), &columns(), &limits).unwrap_err();
    assert_eq!((refused.faults.len(), refused.further), (3, 7));
    assert!(refused.to_string().contains("10 things are wrong") && refused.to_string().contains("and 7 more"));
}

/// The workbook with one part replaced by a damaged copy of itself, so that damage gets past the archive's checksums.
fn damaged_workbook(part_choice: usize, changes: &[(usize, u8)]) -> Vec<u8> {
    let mut source = zip::ZipArchive::new(std::io::Cursor::new(workbook())).unwrap();
    let chosen = part_choice % source.len();
    let mut target = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..source.len() {
        let mut part = source.by_index(index).unwrap();
        let mut bytes = Vec::new();
        std::io::copy(&mut part, &mut bytes).unwrap();
        if index == chosen {
            for (at, byte) in changes {
                let at = at % bytes.len();
                bytes[at] = *byte;
            }
        }
        target.start_file(part.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
        target.write_all(&bytes).unwrap();
    }
    target.finish().unwrap().into_inner()
}

/// Either the file is taken, or every fault says something; returning at all is what is being tested.
fn survives(name: &str, bytes: &[u8]) {
    if let Err(refused) = read(name, bytes) {
        assert!(!refused.faults.is_empty());
        assert!(refused.faults.iter().all(|fault| !fault.expected.is_empty() && !fault.found.is_empty()), "{refused}");
        assert!(refused.to_string().len() < 100_000);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400), form in 0..4_usize) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"\x1f\x8b\x08", b"name,grade,reports\n"][form];
        let bytes = [start, &bytes].concat();
        for name in ["a.csv", "a.csv.gz", "a.xlsx", "a"] {
            survives(name, &bytes);
        }
    }

    #[test]
    fn damaged_csv_never_panics(changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..6), cut in any::<usize>()) {
        let mut bytes = GOOD.as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        survives("a.csv", &bytes);
        survives("a.csv", &bytes[..cut % bytes.len()]);
    }

    #[test]
    fn damaged_workbooks_never_panic(part in any::<usize>(), changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 1..6)) {
        survives("a.xlsx", &damaged_workbook(part, &changes));
        let mut bytes = workbook();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        survives("a.xlsx", &bytes);
    }

    #[test]
    fn what_is_written_is_what_is_read(name in "[a-zA-Z\"', ;éß]{1,40}", dependents in 0..=12_i64, cents in -1_000_000..1_000_000_i64) {
        prop_assume!(!name.trim().is_empty());
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["name", "grade", "reports", "dependents", "cost"]).unwrap();
        let sign = if cents < 0 { "-" } else { "" };
        let cost = format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100);
        writer.write_record([&name, "E-7", "2026-01-31", &dependents.to_string(), &cost]).unwrap();
        let table = read("a.csv", &writer.into_inner().unwrap()).unwrap();
        let row = table.rows().next().unwrap();
        prop_assert_eq!(row.text("name"), Some(name.trim()));
        prop_assert_eq!(row.integer("dependents"), Some(dependents));
        prop_assert_eq!(row.cents("cost"), Some(cents));
    }
}
