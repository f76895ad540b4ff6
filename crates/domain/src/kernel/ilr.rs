//! Language levels on the scale of the Interagency Language Roundtable.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// An ILR level: 0, 0+, 1, 1+ … 4+, 5, in half steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Ilr(u8);

impl Ilr {
    /// The level in half steps: 0 for 0, 5 for 2+, 10 for 5. `None` above 10.
    pub fn from_half_steps(half_steps: u8) -> Option<Self> {
        (half_steps <= 10).then_some(Self(half_steps))
    }

    /// Half steps above level 0.
    pub fn half_steps(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Ilr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0 / 2, if self.0 % 2 == 1 { "+" } else { "" })
    }
}

impl From<Ilr> for String {
    fn from(level: Ilr) -> Self {
        level.to_string()
    }
}

impl FromStr for Ilr {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (digit, plus) = match text.strip_suffix('+') {
            Some(digit) => (digit, 1),
            None => (text, 0),
        };
        match digit.as_bytes() {
            [d @ b'0'..=b'4'] => Ok(Self((d - b'0') * 2 + plus)),
            [b'5'] if plus == 0 => Ok(Self(10)),
            _ => Err(format!("`{text}` is not an ILR level: expected 0, 0+, 1, 1+ … 4+ or 5")),
        }
    }
}

impl TryFrom<String> for Ilr {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl utoipa::PartialSchema for Ilr {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some(r"^([0-4]\+?|5)$"))
            .description(Some("An ILR level"))
            .into()
    }
}
impl utoipa::ToSchema for Ilr {}
