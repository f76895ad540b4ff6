//! An id type per noun. Ids are dense: the n-th row of its table, so that sets of rows are bitsets and look-ups are an
//! index. In text they carry the noun's letter (`B17` is a billet), so that a mix-up is seen at once.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What all id types can do.
pub trait Id: Copy + Eq + Ord + std::hash::Hash + fmt::Debug + fmt::Display + FromStr<Err = ParseIdError> {
    /// The letter that opens the id in text.
    const LETTER: char;
    /// The id of the row at this index of its table.
    fn from_index(index: usize) -> Self;
    /// The row's index in its table.
    fn index(self) -> usize;
}

/// The text is not an id of this noun.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not {noun}: expected `{letter}` and a number, such as `{letter}17`")]
pub struct ParseIdError {
    found: String,
    noun: &'static str,
    letter: char,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal $noun:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl Id for $name {
            const LETTER: char = $letter;
            #[inline]
            fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("a table holds fewer than 2^32 rows"))
            }
            #[inline]
            fn index(self) -> usize {
                self.0 as usize
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}{}", $letter, self.0)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
        impl FromStr for $name {
            type Err = ParseIdError;
            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                // `+5` would parse as a number; ids have one spelling only.
                text.strip_prefix($letter)
                    .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()) && (*digits == "0" || !digits.starts_with('0')))
                    .and_then(|digits| digits.parse().ok())
                    .map(Self)
                    .ok_or_else(|| ParseIdError { found: text.chars().take(40).collect(), noun: $noun, letter: $letter })
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                if s.is_human_readable() { s.collect_str(self) } else { s.serialize_u32(self.0) }
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                if d.is_human_readable() {
                    <std::borrow::Cow<'de, str>>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
                } else {
                    u32::deserialize(d).map(Self)
                }
            }
        }
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .pattern(Some(concat!("^", $letter, "(0|[1-9][0-9]{0,8})$")))
                    .description(Some(concat!("The id of ", $noun)))
                    .into()
            }
        }
        impl utoipa::ToSchema for $name {}
    )*};
}

ids! {
    /// An organisation that holds billets: command, agency, headquarters, school or SCO.
    OfficeId 'O' "an office";
    /// A partner country or territory.
    CountryId 'C' "a country";
    /// A place of duty.
    PostId 'L' "a post";
    /// One authorised position.
    BilletId 'B' "a billet";
    /// A member of the workforce.
    PersonId 'P' "a person";
    /// One person in one billet for a time.
    TourId 'T' "a tour";
    /// Somebody present for a time at another office than the own.
    DiversionId 'V' "a diversion";
    /// Somebody present for a time without a billet.
    AugmentationId 'G' "an augmentation";
    /// A request to establish, change or end a billet.
    ChangeRequestId 'Q' "a billet change request";
    /// An assignment cycle.
    CycleId 'Y' "a cycle";
    /// A proposed set of assignments in a cycle.
    SlateId 'S' "a slate";
    /// A what-if of a cycle.
    ScenarioId 'Z' "a scenario";
    /// A request to fill one billet.
    RequisitionId 'R' "a requisition";
    /// One eligibility rule waived for one person in one billet.
    WaiverId 'W' "a waiver";
    /// A foreign military sales case.
    CaseId 'K' "a case";
    /// Somebody who signs in.
    AccountId 'A' "an account";
    /// A source of files: a system of record.
    SourceId 'F' "a source";
    /// A contradiction in the queue.
    ContradictionId 'X' "a contradiction";
}

/// The place of a record in the journal; 0 before the first. A row carries the position that last changed it.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, utoipa::ToSchema,
)]
#[serde(transparent)]
pub struct Position(pub u64);

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
