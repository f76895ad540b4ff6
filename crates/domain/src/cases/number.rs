//! How a case is known: purchaser, agency, designator.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A case identifier such as `BN-B-UAA`: purchaser code (two letters or digits; not an ISO code), implementing agency
/// (one letter), designator (three letters or digits).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CaseNumber([u8; 6]);

/// The text is not a case identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a case identifier: expected purchaser code, agency and designator, such as `BN-B-UAA`")]
pub struct ParseCaseNumberError {
    found: String,
}

impl CaseNumber {
    /// The purchaser code.
    pub fn purchaser(&self) -> &str {
        std::str::from_utf8(&self.0[..2]).expect("only ASCII is read in")
    }

    /// A figure that orders identifiers as their text does.
    pub fn rank(&self) -> i64 {
        self.0.into_iter().fold(0, |rank, byte| rank << 8 | i64::from(byte))
    }

    /// The letter of the implementing agency.
    pub fn agency(&self) -> char {
        char::from(self.0[2])
    }

    /// The three characters that tell the purchaser's cases with an agency apart.
    pub fn designator(&self) -> &str {
        std::str::from_utf8(&self.0[3..]).expect("only ASCII is read in")
    }
}

impl fmt::Display for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p1, p2, agency, d1, d2, d3] = self.0;
        f.pad(std::str::from_utf8(&[p1, p2, b'-', agency, b'-', d1, d2, d3]).expect("only ASCII is read in"))
    }
}

impl fmt::Debug for CaseNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for CaseNumber {
    type Err = ParseCaseNumberError;
    fn from_str(text: &str) -> Result<Self, ParseCaseNumberError> {
        let read = || {
            let bytes: &[u8; 8] = text.as_bytes().try_into().ok()?;
            let alphanumeric = |b: &u8| b.is_ascii_uppercase() || b.is_ascii_digit();
            let [p1, p2, b'-', agency, b'-', d1, d2, d3] = bytes else { return None };
            let valid = [p1, p2, d1, d2, d3].into_iter().all(alphanumeric) && agency.is_ascii_uppercase();
            valid.then_some(Self([*p1, *p2, *agency, *d1, *d2, *d3]))
        };
        read().ok_or_else(|| ParseCaseNumberError { found: text.chars().take(40).collect() })
    }
}

impl Serialize for CaseNumber {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CaseNumber {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        <std::borrow::Cow<'de, str>>::deserialize(d)?.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for CaseNumber {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^[A-Z0-9]{2}-[A-Z]-[A-Z0-9]{3}$"))
            .description(Some("A case identifier: purchaser code, agency, designator, such as `BN-B-UAA`"))
            .into()
    }
}
impl utoipa::ToSchema for CaseNumber {}
