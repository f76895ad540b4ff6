//! The program totals printed in the training reports: an independent check of the activities.

use std::collections::HashMap;
use std::path::Path;

use super::TrainingReport;
use crate::tabular::{Column, Columns, FileRefused, Kind, Limits, read_file};

/// The total a report prints under the activities of one program in one country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedTotal {
    /// Line of the file.
    pub line: u64,
    /// Edition of the report, `2019_2020`.
    pub report: String,
    /// Country as printed.
    pub country: String,
    /// Program as printed.
    pub program: String,
    /// Students.
    pub students: Option<u32>,
    /// Cost, whole US dollars.
    pub cost_usd: Option<i64>,
}

/// One printed total and what the activities sum to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgramCheck<'a> {
    /// As printed.
    pub printed: &'a PrintedTotal,
    /// Sum of the activities' costs in cents; `None` where no block of activities belongs to the total.
    pub cost_cents: Option<i64>,
    /// Sum of the activities' students.
    pub students: Option<u32>,
}

impl ProgramCheck<'_> {
    /// Whether the activities sum to the printed cost, which is rounded to whole dollars.
    pub fn cost_reproduced(&self) -> bool {
        self.cost_cents.is_some_and(|cents| Some((cents + 50).div_euclid(100)) == self.printed.cost_usd)
    }

    /// Whether the activities sum to the printed number of students.
    pub fn students_reproduced(&self) -> bool {
        self.students.is_some() && self.students == self.printed.students
    }
}

/// All printed totals of the reports that the activities are of.
#[derive(Debug, Clone)]
pub struct Reconciliation<'a> {
    /// One for each printed total, in the order printed.
    pub programs: Vec<ProgramCheck<'a>>,
}

impl Reconciliation<'_> {
    /// Programs whose cost is reproduced.
    pub fn costs_reproduced(&self) -> usize {
        self.programs.iter().filter(|program| program.cost_reproduced()).count()
    }

    /// Programs whose number of students is reproduced.
    pub fn students_reproduced(&self) -> usize {
        self.programs.iter().filter(|program| program.students_reproduced()).count()
    }
}

/// Reads the printed totals of all reports.
///
/// # Errors
/// [`FileRefused`] when the file has not the form it is published in.
pub fn read_program_totals(path: &Path, limits: &Limits) -> Result<Vec<PrintedTotal>, FileRefused> {
    let text = || Kind::Text { longest: 300 };
    let columns = Columns::new(vec![
        Column::filled("report", text()),
        Column::present("region_file", text()),
        Column::present("page", text()),
        Column::filled("country", text()),
        Column::present("program", text()),
        Column::present("label", text()),
        Column::present("quantity", Kind::Integer { least: 0, most: i64::from(u32::MAX) }),
        Column::present("total_cost", Kind::Integer { least: i64::MIN, most: i64::MAX }),
    ]);
    let table = read_file(path, &columns, limits)?;
    let own = |text: Option<&str>| text.unwrap_or_default().to_owned();
    Ok(table
        .rows()
        .map(|row| PrintedTotal {
            line: row.line(),
            report: own(row.text("report")),
            country: own(row.text("country")),
            program: own(row.text("program")),
            students: row.integer("quantity").and_then(|students| u32::try_from(students).ok()),
            cost_usd: row.integer("total_cost"),
        })
        .collect())
}

/// The sums of one block: the activities that stand together under one program of one country.
#[derive(Clone, Copy, Default)]
struct Block {
    cost_cents: i64,
    students: u32,
}

type Key<'a> = (&'a str, &'a str, &'a str);

/// Sums the activities and sets each printed total of the same reports beside its sum.
///
/// A report prints a total under each block of activities. A country may have the same program twice (two countries
/// were printed under one name, a program was taken up again pages later), so blocks are matched to totals in order;
/// only where their numbers differ and there is one total do all blocks count for it.
pub fn reconcile<'a>(report: &TrainingReport, printed: &'a [PrintedTotal]) -> Reconciliation<'a> {
    let blocks = blocks(report);
    let editions: std::collections::HashSet<&str> = blocks.keys().map(|(edition, _, _)| *edition).collect();
    let printed: Vec<_> = printed.iter().filter(|total| editions.contains(total.report.as_str())).collect();
    let mut totals_of: HashMap<Key<'_>, usize> = HashMap::new();
    for total in &printed {
        *totals_of.entry(key(total)).or_default() += 1;
    }
    let mut taken: HashMap<Key<'_>, usize> = HashMap::new();
    let programs = printed.into_iter().map(|total| {
        let nth = taken.entry(key(total)).or_default();
        let of_key = blocks.get(&key(total)).map_or(&[][..], Vec::as_slice);
        let sum = match totals_of.get(&key(total)) {
            Some(totals) if *totals == of_key.len() => of_key.get(*nth).copied(),
            Some(1) if !of_key.is_empty() => Some(of_key.iter().fold(Block::default(), |sum, block| sum.with(*block))),
            _ => None,
        };
        *nth += 1;
        ProgramCheck {
            printed: total,
            cost_cents: sum.map(|sum| sum.cost_cents),
            students: sum.map(|sum| sum.students),
        }
    });
    Reconciliation { programs: programs.collect() }
}

impl Block {
    fn with(self, other: Self) -> Self {
        Self {
            cost_cents: self.cost_cents.saturating_add(other.cost_cents),
            students: self.students.saturating_add(other.students),
        }
    }
}

fn key(total: &PrintedTotal) -> Key<'_> {
    (&total.report, &total.country, &total.program)
}

fn blocks(report: &TrainingReport) -> HashMap<Key<'_>, Vec<Block>> {
    let mut blocks: HashMap<Key<'_>, Vec<Block>> = HashMap::new();
    let mut before = None;
    for row in report.rows() {
        let here = (row.activity.report, row.activity.country, row.activity.program);
        let of_key = blocks.entry((row.report(), row.country(), row.program())).or_default();
        if before != Some(here) {
            of_key.push(Block::default());
            before = Some(here);
        }
        if let Some(block) = of_key.last_mut() {
            let activity = Block {
                cost_cents: row.activity.cost_cents.unwrap_or(0),
                students: row.activity.students.unwrap_or(0),
            };
            *block = block.with(activity);
        }
    }
    blocks
}
