//! A file of the set: its columns, as that kind of source names them, and the way between text and rows.

use jiff::civil::Date;

use super::rates::Rates;
use crate::Row;

/// A line before it is written.
#[derive(Debug, Clone, Default)]
pub(crate) struct Entry {
    /// Who it is truly about.
    pub truth: usize,
    pub name: String,
    pub number: String,
    pub born: Option<Date>,
    pub service: String,
    pub grade: String,
    pub specialty: String,
    pub office: String,
    pub position: String,
}

/// The columns of a file.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// Headings in order; the last holds the truth.
    pub columns: &'static [(&'static str, Column)],
    /// How dates are written.
    date: &'static str,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The person's name.
    Name,
    /// The number.
    Number,
    /// Date of birth.
    Born,
    /// Service.
    Service,
    /// Grade.
    Grade,
    /// Specialty.
    Specialty,
    /// Office or post.
    Office,
    /// Position number.
    Position,
    /// Who it is truly about; the linker never sees it.
    Truth,
}

/// A file of the set that cannot be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl std::fmt::Display for Refused {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// A file of the set, read: rows for the linker, and the truth beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extract {
    /// What the linker sees.
    pub rows: Vec<Row>,
    /// Who each row is truly about, by the truth's own numbering.
    pub truth: Vec<usize>,
}

impl Layout {
    /// The layout of a file of the set.
    pub fn of(rates: &Rates) -> Self {
        use Column::{Born, Grade, Name, Number, Office, Position, Service, Specialty, Truth};
        match rates.name {
            "service-rosters" => Self {
                columns: &[
                    ("DOD_ID", Number),
                    ("NAME", Name),
                    ("DOB", Born),
                    ("SVC", Service),
                    ("PAY_GRADE", Grade),
                    ("PRIMARY_SPECIALTY", Specialty),
                    ("UNIT", Office),
                    ("SYNTHETIC_PERSON", Truth),
                ],
                date: "%Y%m%d",
            },
            "staffing-list" => Self {
                columns: &[
                    ("Post", Office),
                    ("Employee", Name),
                    ("Agency", Service),
                    ("Grade", Grade),
                    ("Series", Specialty),
                    ("Position No.", Position),
                    ("Employee ID", Number),
                    ("Date of Birth", Born),
                    ("Synthetic person", Truth),
                ],
                date: "%d-%b-%Y",
            },
            "manning-document" => Self {
                columns: &[
                    ("BILLET", Position),
                    ("ORG", Office),
                    ("SVC", Service),
                    ("GRD", Grade),
                    ("SPEC", Specialty),
                    ("INCUMBENT", Name),
                    ("SYNTHETIC_PERSON", Truth),
                ],
                date: "%Y-%m-%d",
            },
            "certification" => Self {
                columns: &[
                    ("member_id", Number),
                    ("member", Name),
                    ("birth_date", Born),
                    ("component", Service),
                    ("grade", Grade),
                    ("career_field", Specialty),
                    ("organization", Office),
                    ("synthetic_person", Truth),
                ],
                date: "%m/%d/%Y",
            },
            "training-travel" => Self {
                columns: &[
                    ("Traveler", Name),
                    ("Rank", Grade),
                    ("Service", Service),
                    ("ID", Number),
                    ("Birth date", Born),
                    ("Specialty", Specialty),
                    ("From office", Office),
                    ("Synthetic person", Truth),
                ],
                date: "%d/%m/%Y",
            },
            _ => Self {
                columns: &[
                    ("number", Number),
                    ("name", Name),
                    ("born", Born),
                    ("service", Service),
                    ("grade", Grade),
                    ("specialty", Specialty),
                    ("office", Office),
                    ("position", Position),
                    ("synthetic_person", Truth),
                ],
                date: "%Y-%m-%d",
            },
        }
    }

    pub(crate) fn write(&self, entries: &[Entry]) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let headings = self.columns.iter().map(|(heading, _)| *heading);
        writer.write_record(headings).expect("a Vec takes any record");
        for entry in entries {
            let born = entry.born.map(|born| born.strftime(self.date).to_string()).unwrap_or_default();
            let truth = entry.truth.to_string();
            let cells = self.columns.iter().map(|(_, column)| match column {
                Column::Name => &entry.name,
                Column::Number => &entry.number,
                Column::Born => &born,
                Column::Service => &entry.service,
                Column::Grade => &entry.grade,
                Column::Specialty => &entry.specialty,
                Column::Office => &entry.office,
                Column::Position => &entry.position,
                Column::Truth => &truth,
            });
            writer.write_record(cells).expect("a Vec takes any record");
        }
        let bytes = writer.into_inner().expect("a Vec takes any record");
        String::from_utf8(bytes).expect("what was written is text")
    }

    /// Reads a file of the set.
    pub fn read(&self, text: &str) -> Result<Extract, Refused> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let mut extract = Extract { rows: Vec::new(), truth: Vec::new() };
        for record in reader.records() {
            let record = record.map_err(|error| Refused(error.to_string()))?;
            let cell = |wanted: Column| {
                let at = self.columns.iter().position(|(_, column)| *column == wanted)?;
                record.get(at).filter(|cell| !cell.is_empty()).map(str::to_owned)
            };
            let born = match cell(Column::Born) {
                Some(text) => Some(
                    Date::strptime(self.date, &text).map_err(|error| Refused(format!("a date of birth: {error}")))?,
                ),
                None => None,
            };
            let truth = cell(Column::Truth).and_then(|text| text.parse().ok());
            extract.truth.push(truth.ok_or_else(|| Refused("a row without truth".to_owned()))?);
            extract.rows.push(Row {
                name: cell(Column::Name).unwrap_or_default(),
                numbers: cell(Column::Number).into_iter().collect(),
                born,
                service: cell(Column::Service),
                grade: cell(Column::Grade),
                specialties: cell(Column::Specialty).into_iter().collect(),
                offices: cell(Column::Office).into_iter().collect(),
                positions: cell(Column::Position).into_iter().collect(),
            });
        }
        Ok(extract)
    }
}
