//! What was compared and how it agreed, in words that never hold a value of a field: a date of birth is sealed, and
//! so are the words about it, because they are a fixed list.

use serde::{Deserialize, Serialize};

/// What was compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the fields'")]
pub enum Field {
    Number,
    Family,
    Given,
    Middle,
    Suffix,
    /// Which part of the name is the family name.
    Order,
    Born,
    Service,
    Grade,
    Specialty,
    Position,
    Office,
}

impl Field {
    /// The name people use.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Family => "Family name",
            Self::Given => "Given name",
            Self::Middle => "Middle name",
            Self::Suffix => "Suffix",
            Self::Order => "Order of the name",
            Self::Born => "Date of birth",
            Self::Service => "Service",
            Self::Grade => "Grade",
            Self::Specialty => "Specialty",
            Self::Position => "Position",
            Self::Office => "Office",
        }
    }
}

/// How a field agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The same.
    Same,
    /// One of several parts is the same: Smith-Jones and Jones.
    Part,
    /// One letter or digit is added, left out or another.
    OneDiffers,
    /// Two neighbouring letters or digits changed places.
    Transposed,
    /// Day and month changed places.
    DayAndMonth,
    /// One is the beginning of the other.
    Cut,
    /// Written otherwise, heard alike.
    Alike,
    /// One is a short form of the other: Bob and Robert.
    ShortForm,
    /// One is the initial of the other.
    Initial,
    /// The given name of one is the middle name of the other.
    GoesByMiddle,
    /// Family and given name changed places.
    Swapped,
    /// One step of grade lies between.
    OneStep,
    /// Two steps of grade lie between.
    TwoSteps,
    /// Another.
    Another,
    /// At least one of the two does not say.
    NotGiven,
}

impl Finding {
    /// How it agreed, in a few words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Same => "the same",
            Self::Part => "one part the same",
            Self::OneDiffers => "one character differs",
            Self::Transposed => "two neighbouring characters changed places",
            Self::DayAndMonth => "day and month swapped",
            Self::Cut => "one is cut short",
            Self::Alike => "spelt otherwise, much alike",
            Self::ShortForm => "a short form",
            Self::Initial => "the initial is the same",
            Self::GoesByMiddle => "given name of one, middle name of the other",
            Self::Swapped => "family and given name swapped",
            Self::OneStep => "one step apart",
            Self::TwoSteps => "two steps apart",
            Self::Another => "another",
            Self::NotGiven => "not given",
        }
    }
}

/// One field's say in a match.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// What was compared.
    pub field: Field,
    /// How it agreed.
    pub finding: Finding,
    /// What that does to the odds, in bits: +1 doubles them, −1 halves them.
    pub weight: f64,
}

impl Evidence {
    /// `Date of birth: day and month swapped`.
    pub fn words(&self) -> String {
        let words = match (self.field, self.finding) {
            (Field::Born | Field::Number, Finding::OneDiffers) => "one digit differs",
            (Field::Born | Field::Number, Finding::Transposed) => "two neighbouring digits changed places",
            (_, finding) => finding.words(),
        };
        format!("{}: {words}", self.field.title())
    }
}

/// Somebody already known whom a row may be about.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Their place in the list that [`Known::new`](crate::Known::new) was given.
    pub person: usize,
    /// How probable it is that the row is about them, all others who come into question considered (0 to 1). In a
    /// proposal, other entries that are surely the same person are counted in.
    pub probability: f64,
    /// The sum of the evidence's weights, in bits.
    pub score: f64,
    /// Field by field; fields that neither side gives are left out.
    pub evidence: Vec<Evidence>,
}

/// Two entries among the people already known who may be one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Place of the one in the list.
    pub first: usize,
    /// Place of the other, greater than `first`.
    pub second: usize,
    /// How probable it is that they are one person (0 to 1).
    pub probability: f64,
    /// The sum of the evidence's weights, in bits.
    pub score: f64,
    /// Field by field.
    pub evidence: Vec<Evidence>,
}

/// What a file's row says of the people already known. It decides nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Link {
    /// The row carries the number of exactly one person, and neither name nor date of birth gainsays it.
    Exact(Candidate),
    /// One candidate stands above the threshold, clear of every other, and nothing gainsays them.
    Likely(Candidate),
    /// Somebody to ask about: candidates, the likeliest first.
    Unclear(Vec<Candidate>),
    /// Nobody known comes into question.
    Nobody,
}

impl Link {
    /// The one person proposed, if it proposes one.
    pub fn proposed(&self) -> Option<&Candidate> {
        match self {
            Self::Exact(candidate) | Self::Likely(candidate) => Some(candidate),
            Self::Unclear(_) | Self::Nobody => None,
        }
    }
}

/// Where the line runs between likely, unclear and nobody. Policy: the caller's levers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// From this probability on a candidate is likely (0 to 1).
    pub likely: f64,
    /// Below this probability a candidate is not shown (0 to 1).
    pub unclear: f64,
    /// At most so many candidates are shown for a row.
    pub shown: usize,
    /// The share of a file's rows that one expects to be about people already known (0 to 1, both excluded).
    pub known_share: f64,
    /// The share of people one expects to be listed twice among the known (0 to 1, both excluded).
    pub duplicate_share: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { likely: 0.9, unclear: 0.02, shown: 5, known_share: 0.95, duplicate_share: 0.005 }
    }
}
