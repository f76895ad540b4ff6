//! The training report in memory: 136,000 activities in a few megabytes, every repeated text held once.

use jiff::civil::Date;

use super::words::{Word, Words};
use crate::Iso3;

/// One reported activity, its texts as words of its [`TrainingReport`].
#[derive(Debug, Clone, Copy)]
pub struct Activity {
    /// Line of the file.
    pub line: u32,
    /// Fiscal year the activity is of.
    pub fiscal_year: i16,
    /// Page of the report, where given.
    pub page: Option<u16>,
    /// Country; `None` where the set names one that has no code.
    pub iso3: Option<Iso3>,
    /// Edition of the report, `2019_2020`.
    pub report: Word,
    /// Country as printed.
    pub country: Word,
    /// Short name of the program, `IMET-1`.
    pub program_code: Word,
    /// Program as printed, with year and department.
    pub program: Word,
    /// Course.
    pub course: Word,
    /// US unit that trains.
    pub us_unit: Word,
    /// Unit of the students; numbers in its free text were removed by the publisher.
    pub student_unit: Word,
    /// Place.
    pub place: Word,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// Students.
    pub students: Option<u32>,
    /// Cost in cents of a US dollar.
    pub cost_cents: Option<i64>,
}

/// All activities of the reports read, in the order of the file.
#[derive(Debug, Clone)]
pub struct TrainingReport {
    activities: Vec<Activity>,
    words: Words,
}

/// One activity with its texts.
#[derive(Debug, Clone, Copy)]
pub struct ActivityRow<'a> {
    /// The figures.
    pub activity: &'a Activity,
    words: &'a Words,
}

impl TrainingReport {
    pub(super) fn new(mut activities: Vec<Activity>, words: Words) -> Self {
        activities.shrink_to_fit();
        Self { activities, words }
    }

    /// The activities, in the order of the file, which is that of the printed report.
    pub fn rows(&self) -> impl ExactSizeIterator<Item = ActivityRow<'_>> {
        self.activities.iter().map(|activity| ActivityRow { activity, words: &self.words })
    }

    /// The activities, bare.
    pub fn activities(&self) -> &[Activity] {
        &self.activities
    }

    /// The texts.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Memory it takes, bytes.
    pub fn bytes(&self) -> usize {
        self.activities.capacity() * size_of::<Activity>() + self.words.bytes()
    }
}

impl<'a> ActivityRow<'a> {
    /// Edition of the report, `2019_2020`.
    pub fn report(self) -> &'a str {
        self.words.text(self.activity.report)
    }

    /// Country as printed.
    pub fn country(self) -> &'a str {
        self.words.text(self.activity.country)
    }

    /// Program as printed.
    pub fn program(self) -> &'a str {
        self.words.text(self.activity.program)
    }

    /// Course.
    pub fn course(self) -> &'a str {
        self.words.text(self.activity.course)
    }
}
