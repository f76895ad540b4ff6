//! What is asked of a source's owner, as a file of the source's own: its columns, order, codes, dates and form, with what
//! Muster holds, what was found and what is asked beside each row.
//!
//! Sealed columns stay empty: what a row said in them was never kept with it.

use std::io::Cursor;

use muster_domain::sources::{Format, Mapped, Profile, RowFacts, SourceKind};
use muster_domain::workforce::{Contradiction, Standing, Taken};
use muster_domain::{ContradictionId, Date, SourceId, World};
use rust_xlsxwriter::{Workbook, XlsxError};

use super::read::write_date;
use crate::export::{WorkbookError, guarded};
use crate::record::Word;
use crate::record::notation::{write_certificate, write_score};

/// The columns that stand after the source's own, with their width in a fixed-width file.
const ASKED: [(&str, usize); 6] = [
    ("muster_ref", 12),
    ("muster_kind", 24),
    ("muster_held", 60),
    ("muster_found", 200),
    ("muster_asked", 200),
    ("muster_answer_by", 12),
];

/// A contradiction on the list.
#[derive(Debug, Clone)]
pub struct Correction {
    /// Which.
    pub contradiction: ContradictionId,
    /// The cells in the order of the file.
    pub cells: Vec<String>,
}

/// A correction list.
#[derive(Debug, Clone)]
pub struct Corrections {
    /// The names of all columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Correction>,
    format: Format,
    places: Vec<(usize, usize)>,
}

/// Rows in the form of a profile: a file that the profile reads.
///
/// # Errors
/// When a workbook cannot be written.
pub fn write_rows(profile: &Profile, rows: &[Vec<String>]) -> Result<Vec<u8>, WorkbookError> {
    let header: Vec<String> = profile.columns.iter().map(|mapped| mapped.column.to_string()).collect();
    let rows: Vec<&[String]> = rows.iter().map(Vec::as_slice).collect();
    write(profile.format, &header, &rows, &places(profile))
}

fn places(profile: &Profile) -> Vec<(usize, usize)> {
    let place = |mapped: &Mapped| (mapped.start.unwrap_or(1).max(1).into(), mapped.width.unwrap_or(0).into());
    profile.columns.iter().map(place).collect()
}

/// The contradictions of a source that were sent back, of those that `sees` admits. `reasons` says whether what is asked
/// in free text is shown: it may be personal.
pub fn corrections(
    world: &World,
    id: SourceId,
    day: Date,
    reasons: bool,
    sees: impl Fn(&Contradiction) -> bool,
) -> Corrections {
    let source = &world.sources[id];
    let profile = source.profile();
    let header = profile.columns.iter().map(|mapped| mapped.column.to_string());
    let header = header.chain(ASKED.iter().map(|(name, _)| (*name).to_owned())).collect();
    let mut rows = Vec::new();
    for (contradiction, held) in world.contradictions.iter() {
        let Standing::SentBack { turn } = held.standing_on(day) else { continue };
        if held.source != source.name || !sees(held) {
            continue;
        }
        let said = held.row.as_ref().and_then(|at| world.sources.get(at.source)?.rows.get(&at.key));
        let facts = said.map_or_else(|| as_held(world, held, day), |row| row.facts.clone());
        let mut cells: Vec<String> =
            profile.columns.iter().map(|mapped| cell(source.kind(), profile, mapped, &facts)).collect();
        let asked = held.steps.iter().rev().find(|step| matches!(step.taken, Taken::SentBack(_)));
        let asked = asked.and_then(|step| step.reason.clone()).filter(|_| reasons).unwrap_or_default();
        cells.extend([
            contradiction.to_string(),
            held.kind.word().to_owned(),
            held_words(world, held, day),
            held.detail.to_string(),
            asked.to_string(),
            write_date(turn.due, profile.dates),
        ]);
        rows.push(Correction { contradiction, cells });
    }
    let mut places = places(profile);
    let mut next = places.iter().map(|(start, width)| start + width).max().unwrap_or(1) + 1;
    for (_, width) in ASKED {
        places.push((next, width));
        next += width + 1;
    }
    Corrections { header, rows, format: profile.format, places }
}

/// What is held of a person or billet that the source does not name: the row that it should have.
fn as_held(world: &World, held: &Contradiction, day: Date) -> RowFacts {
    let mut facts = RowFacts::default();
    if let Some(person) = held.person.and_then(|id| world.people.get(id)) {
        facts.number = Some(person.number.clone());
        facts.name = Some(person.name.clone());
        facts.service = Some(person.service);
        facts.grade = Some(person.grade_on(day));
    }
    if let Some(billet) = held.billet.and_then(|id| world.billets.get(id)) {
        let terms = billet.terms_near(day);
        facts.position = Some(billet.number.clone());
        facts.title = Some(terms.title.clone());
        facts.office = world.offices.get(terms.office).map(|office| office.code.clone());
        facts.place = world.posts.get(terms.place).map(|post| post.name.clone());
        facts.position_grade = Some(terms.grade);
    }
    facts
}

fn held_words(world: &World, held: &Contradiction, day: Date) -> String {
    let person =
        held.person.and_then(|id| world.people.get(id)).map(|p| format!("{} {} {}", p.number, p.grade_on(day), p.name));
    let billet = held.billet.and_then(|id| world.billets.get(id)).map(|b| format!("position {}", b.number));
    person.into_iter().chain(billet).collect::<Vec<_>>().join(", ")
}

/// A cell in the source's own code and form.
fn cell(kind: SourceKind, profile: &Profile, mapped: &Mapped, facts: &RowFacts) -> String {
    let text = |text: &Option<muster_domain::Text>| text.as_ref().map(ToString::to_string);
    let date = |date: Option<Date>| date.map(|date| write_date(date, profile.dates));
    let grade = |grade: Option<muster_domain::Grade>| grade.map(|grade| grade.to_string());
    let document = kind == SourceKind::ManningDocument;
    let ours = match mapped.field.as_str() {
        "number" if document => text(&facts.position),
        "number" | "incumbent_number" => text(&facts.number),
        "name" | "incumbent_name" => text(&facts.name),
        "grade" if document => grade(facts.position_grade),
        "grade" | "incumbent_grade" => grade(facts.grade),
        "service" | "incumbent_service" => facts.service.map(|service| service.word().to_owned()),
        "coding" => facts.coding.map(|coding| coding.word().to_owned()),
        "position" => text(&facts.position),
        "title" => text(&facts.title),
        "office" => text(&facts.office),
        "place" => text(&facts.place),
        "specialty" => text(&facts.specialty),
        "sc_code" => text(&facts.sc_code),
        "specialties" => {
            facts.specialties.as_ref().map(|codes| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))
        }
        "languages" => {
            facts.languages.as_ref().map(|scores| scores.iter().map(write_score).collect::<Vec<_>>().join("; "))
        }
        "certificates" => {
            facts.certificates.as_ref().map(|held| held.iter().map(write_certificate).collect::<Vec<_>>().join("; "))
        }
        "clearance" => facts.clearance.map(|held| held.level.word().to_owned()),
        "clearance_expires" => date(facts.clearance.and_then(|held| held.expires)),
        "arrived" => date(facts.arrived),
        "rotation" => date(facts.rotation),
        _ => None,
    };
    let Some(ours) = ours else { return String::new() };
    let theirs = mapped.codes.iter().find(|code| code.ours.as_str() == ours);
    theirs.map_or(ours, |code| code.theirs.to_string())
}

impl Corrections {
    /// The ending of the file's name.
    pub fn extension(&self) -> &'static str {
        match self.format {
            Format::Csv => "csv",
            Format::Workbook => "xlsx",
            Format::FixedWidth => "txt",
        }
    }

    /// The media type of the file.
    pub fn media_type(&self) -> &'static str {
        match self.format {
            Format::Csv => "text/csv; charset=utf-8",
            Format::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Format::FixedWidth => "text/plain; charset=utf-8",
        }
    }

    /// The file.
    ///
    /// # Errors
    /// When a workbook cannot be written.
    pub fn write(&self) -> Result<Vec<u8>, WorkbookError> {
        let rows: Vec<&[String]> = self.rows.iter().map(|row| row.cells.as_slice()).collect();
        write(self.format, &self.header, &rows, &self.places)
    }
}

fn write(
    format: Format,
    header: &[String],
    rows: &[&[String]],
    places: &[(usize, usize)],
) -> Result<Vec<u8>, WorkbookError> {
    match format {
        Format::Csv => Ok(csv(header, rows)),
        Format::Workbook => Ok(workbook(header, rows)?),
        Format::FixedWidth => Ok(fixed_width(rows, places)),
    }
}

fn csv(header: &[String], rows: &[&[String]]) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    for cells in std::iter::once(&header).chain(rows) {
        csv.write_record(cells.iter().map(|cell| guarded(cell))).expect("memory takes every byte");
    }
    csv.into_inner().expect("memory takes every byte")
}

fn workbook(header: &[String], rows: &[&[String]]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    for (line, cells) in (0..).zip(std::iter::once(&header).chain(rows)) {
        for (column, cell) in (0..).zip(cells.iter()) {
            sheet.write_string(line, column, cell)?;
        }
    }
    let mut out = Cursor::new(Vec::new());
    book.save_to_writer(&mut out)?;
    Ok(out.into_inner())
}

/// Each cell at its places; what is longer than its column is cut.
fn fixed_width(rows: &[&[String]], places: &[(usize, usize)]) -> Vec<u8> {
    let longest = places.iter().map(|(start, width)| start + width).max().unwrap_or(1);
    let mut out = String::new();
    for cells in rows {
        let mut line = vec![' '; longest];
        for (cell, (start, width)) in cells.iter().zip(places) {
            for (at, c) in cell.chars().map(|c| if c.is_control() { ' ' } else { c }).take(*width).enumerate() {
                line[start - 1 + at] = c;
            }
        }
        out.push_str(line.into_iter().collect::<String>().trim_end());
        out.push('\n');
    }
    out.into_bytes()
}
