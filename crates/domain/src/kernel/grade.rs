//! Services and grades.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The personnel system a member of the workforce belongs to: one of the military services, or civilian or locally
/// employed staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the services'")]
pub enum Service {
    Army,
    AirForce,
    Navy,
    MarineCorps,
    SpaceForce,
    CoastGuard,
    Civilian,
    /// Hired by the embassy in the host country: in strength, never slated.
    LocallyEmployed,
}

impl Service {
    /// Every service, in the order they are listed.
    pub const ALL: [Self; 8] = [
        Self::Army,
        Self::AirForce,
        Self::Navy,
        Self::MarineCorps,
        Self::SpaceForce,
        Self::CoastGuard,
        Self::Civilian,
        Self::LocallyEmployed,
    ];

    /// Whether its people are members of the armed forces.
    pub fn is_military(self) -> bool {
        !matches!(self, Self::Civilian | Self::LocallyEmployed)
    }

    /// Whether its people are slated: locally employed staff are hired by the embassy, so never.
    pub fn is_slated(self) -> bool {
        self != Self::LocallyEmployed
    }

    /// The name people use.
    pub fn title(self) -> &'static str {
        match self {
            Self::Army => "Army",
            Self::AirForce => "Air Force",
            Self::Navy => "Navy",
            Self::MarineCorps => "Marine Corps",
            Self::SpaceForce => "Space Force",
            Self::CoastGuard => "Coast Guard",
            Self::Civilian => "Civilian",
            Self::LocallyEmployed => "Locally employed",
        }
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.title())
    }
}

/// A pay grade: E-1…E-9, W-1…W-5, O-1…O-10, GS-1…GS-15, SES.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[allow(missing_docs, reason = "the variants are the letters of the pay plans")]
pub enum Grade {
    /// Enlisted, 1 to 9.
    E(u8),
    /// Warrant officer, 1 to 5.
    W(u8),
    /// Officer, 1 to 10.
    O(u8),
    /// General Schedule, 1 to 15.
    Gs(u8),
    /// Senior Executive Service.
    Ses,
}

/// Grades as the staffing tables group them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the bands'")]
pub enum GradeBand {
    Enlisted,
    WarrantOfficer,
    /// O-1 to O-3.
    CompanyGrade,
    /// O-4 to O-6.
    FieldGrade,
    /// O-7 and above.
    FlagOfficer,
    /// GS-1 to GS-12.
    Gs12AndBelow,
    /// GS-13 to GS-15.
    Gs13To15,
    SeniorExecutive,
}

impl GradeBand {
    /// The name people use.
    pub fn title(self) -> &'static str {
        match self {
            Self::Enlisted => "Enlisted",
            Self::WarrantOfficer => "Warrant officer",
            Self::CompanyGrade => "O-1 to O-3",
            Self::FieldGrade => "O-4 to O-6",
            Self::FlagOfficer => "O-7 and above",
            Self::Gs12AndBelow => "GS-12 and below",
            Self::Gs13To15 => "GS-13 to GS-15",
            Self::SeniorExecutive => "Senior executive",
        }
    }
}

impl Grade {
    /// The band it belongs to.
    pub fn band(self) -> GradeBand {
        match self {
            Self::E(_) => GradeBand::Enlisted,
            Self::W(_) => GradeBand::WarrantOfficer,
            Self::O(1..=3) => GradeBand::CompanyGrade,
            Self::O(4..=6) => GradeBand::FieldGrade,
            Self::O(_) => GradeBand::FlagOfficer,
            Self::Gs(13..) => GradeBand::Gs13To15,
            Self::Gs(_) => GradeBand::Gs12AndBelow,
            Self::Ses => GradeBand::SeniorExecutive,
        }
    }

    /// Steps between two grades of one pay plan; `None` across plans.
    pub fn distance(self, other: Self) -> Option<u8> {
        match (self, other) {
            (Self::E(a), Self::E(b))
            | (Self::W(a), Self::W(b))
            | (Self::O(a), Self::O(b))
            | (Self::Gs(a), Self::Gs(b)) => Some(a.abs_diff(b)),
            (Self::Ses, Self::Ses) => Some(0),
            _ => None,
        }
    }

    /// Whether it is a grade of the armed forces.
    pub fn is_military(self) -> bool {
        matches!(self, Self::E(_) | Self::W(_) | Self::O(_))
    }

    /// Every grade, junior first within each plan.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=9)
            .map(Self::E)
            .chain((1..=5).map(Self::W))
            .chain((1..=10).map(Self::O))
            .chain((1..=15).map(Self::Gs))
            .chain([Self::Ses])
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::E(n) => write!(f, "E-{n}"),
            Self::W(n) => write!(f, "W-{n}"),
            Self::O(n) => write!(f, "O-{n}"),
            Self::Gs(n) => write!(f, "GS-{n}"),
            Self::Ses => f.write_str("SES"),
        }
    }
}

impl From<Grade> for String {
    fn from(grade: Grade) -> Self {
        grade.to_string()
    }
}

impl FromStr for Grade {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("`{text}` is not a grade: expected E-1 to E-9, W-1 to W-5, O-1 to O-10, GS-1 to GS-15 or SES");
        if text.eq_ignore_ascii_case("SES") {
            return Ok(Self::Ses);
        }
        let split = text.find(|c: char| c == '-' || c.is_ascii_digit()).ok_or_else(wrong)?;
        let (plan, number) = text.split_at(split);
        let number: u8 = number.strip_prefix('-').unwrap_or(number).parse().map_err(|_| wrong())?;
        let (make, highest): (fn(u8) -> Self, u8) = match plan.to_ascii_uppercase().as_str() {
            "E" => (Self::E, 9),
            "W" => (Self::W, 5),
            "O" => (Self::O, 10),
            "GS" => (Self::Gs, 15),
            _ => return Err(wrong()),
        };
        if (1..=highest).contains(&number) { Ok(make(number)) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for Grade {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl utoipa::PartialSchema for Grade {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^(E-[1-9]|W-[1-5]|O-([1-9]|10)|GS-([1-9]|1[0-5])|SES)$"))
            .description(Some("A pay grade such as O-5 or GS-13"))
            .into()
    }
}
impl utoipa::ToSchema for Grade {}
