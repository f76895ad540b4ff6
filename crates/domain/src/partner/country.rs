//! A partner country: its published figures, its priority, what the law authorises there.

use serde::{Deserialize, Serialize};

use crate::kernel::{Date, FiscalYear, OfficeId, Period, Text, Timeline};

/// What a figure measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Foreign military sales authorised, whole US dollars; negative is a reduction.
    FmsAuthorised,
    /// Foreign military financing authorised, whole US dollars; negative is a reduction.
    FmfAuthorised,
    /// Training lines of the year.
    TrainingLines,
    /// Students trained in the year.
    TrainingStudents,
    /// Cost of training, whole US dollars.
    TrainingCost,
    /// Congressional notifications of the calendar year that ends the fiscal year.
    Notifications,
    /// US active-duty members in the country, all missions: a ceiling, never the strength of an office.
    UsActiveDuty,
    /// US defense civilians in the country, all missions.
    UsCivilians,
    /// Open cases in execution.
    OpenCases,
    /// Cases in development, writing or review.
    DevelopmentCases,
    /// Pre-LOR requests.
    PreLorRequests,
    /// Engagements of the year.
    Engagements,
    /// Items under enhanced end-use monitoring.
    EndUseItems,
    /// Visits of the year.
    Visits,
    /// Foreign military sales delivered, whole US dollars.
    FmsDelivered,
}

/// A figure of a country in a fiscal year, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// What it measures.
    pub measure: Measure,
    /// The fiscal year.
    pub fiscal_year: FiscalYear,
    /// The value in the measure's unit.
    pub value: i64,
    /// Source row, such as `reference/sales.csv#IRQ-2024`; synthetic figures say so.
    pub source: Text,
    /// Whether it was generated for demonstration rather than published.
    pub synthetic: bool,
}

/// A partner country or territory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166 alpha-3 code.
    pub iso3: Text,
    /// Its name.
    pub name: Text,
    /// The purchaser codes of its customers (not ISO codes).
    pub purchaser_codes: Vec<Text>,
    /// Principal languages, by the name used in language requirements.
    pub languages: Vec<Text>,
    /// Region as the sales book names it.
    pub region: Text,
    /// The combatant command responsible, by date.
    pub responsible: Timeline<OfficeId>,
    /// Priority from 1 (routine) to 5 (highest), by date.
    pub priority: Timeline<u8>,
    /// Published and synthetic figures, latest recorded last.
    pub figures: Vec<Figure>,
    /// Authorisations of more section-515 members than the law's general limit.
    pub section_515: Vec<Section515Authorisation>,
    /// Notifications of Congress as they were published, in the order recorded.
    #[serde(default)]
    pub notifications: Vec<PublishedNotification>,
}

impl Country {
    /// The figure of the latest fiscal year that is not after the day's.
    pub fn latest(&self, measure: Measure, day: Date) -> Option<&Figure> {
        let year = FiscalYear::of(day);
        self.figures.iter().filter(|f| f.measure == measure && f.fiscal_year <= year).max_by_key(|f| f.fiscal_year)
    }

    /// Priority on this day; 1 where none was set.
    pub fn priority_on(&self, day: Date) -> u8 {
        self.priority.at(day).copied().unwrap_or(1)
    }
}

/// A recorded authorisation of more than the general limit of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Section515Authorisation {
    /// How many members it allows.
    pub members: u32,
    /// From when until when.
    pub period: Period,
    /// The law or waiver.
    pub document: Text,
}

/// A notification of Congress under section 36(b) as it was published. It stands beside the cases of this installation and
/// is never mixed into the history of one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PublishedNotification {
    /// Where the notification itself is published: what tells one row from another. The transmittal number again where
    /// nothing but the number is known: such a row gives way to one that knows more of the same number.
    pub document: Text,
    /// Transmittal number, such as `24-117`; none where the publisher's list has none.
    pub transmittal: Option<Text>,
    /// Calendar year of the transmittal number.
    pub year: Option<i16>,
    /// What is notified, as the list says it.
    pub title: Text,
    /// Estimated cost, whole US dollars, where the list gives one.
    pub value_usd: Option<i64>,
    /// Whether the list gives the same announcement for several transmittal numbers, so that title and value may be of
    /// another.
    pub doubtful: bool,
    /// The day the document was put into the library; documents were moved there years later.
    pub posted: Option<Date>,
    /// The row it stands in, such as `notifications:list.csv#17`.
    pub source: Text,
}

impl PublishedNotification {
    /// Whether nothing but the transmittal number is known.
    pub fn is_number_only(&self) -> bool {
        self.transmittal.as_ref() == Some(&self.document)
    }
}
