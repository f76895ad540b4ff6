//! Billets: one authorised position each, with terms that change from dates on.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{BilletFunding, CertificateLevel, Clearance, LanguageRequirement};
use crate::kernel::{BilletId, CountryId, Date, Grade, OfficeId, Period, PostId, Service, Text, Timeline, TourId};

/// Which services' people may fill a billet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceCoding {
    /// Only this service (or civilian staff, or locally employed staff).
    Only(Service),
    /// Any of the military services.
    AnyMilitary,
    /// Any military service or civilian staff.
    MilitaryOrCivilian,
}

impl ServiceCoding {
    /// Whether a member of this service may fill it.
    pub fn admits(self, service: Service) -> bool {
        match self {
            Self::Only(only) => only == service,
            Self::AnyMilitary => service.is_military(),
            Self::MilitaryOrCivilian => service != Service::LocallyEmployed,
        }
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $title:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the titles say what the variants are")]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The name people use.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

named! {
    /// How a billet is filled (facts §3).
    FillMode {
        ServiceNomination = "Service nomination",
        NominativeBoard = "Nominative board",
        CivilianRecruitment = "Civilian recruitment",
        CivilianReassignment = "Civilian directed reassignment",
        LocallyEmployed = "Locally employed hire",
        Temporary = "Temporary",
    }
}

named! {
    /// The areas of concentration of certification program 1.0 (DoDI 5132.15). The nine areas of program 2.0 are not
    /// published.
    FunctionalArea {
        PlanningOversightExecution = "Planning, oversight and execution",
        CaseLifeCycle = "Case life-cycle management",
        TrainingEducation = "Training and education management",
        Acquisition = "Acquisition management",
        ScoOperations = "SCO operations and management",
    }
}

impl FunctionalArea {
    /// The letter in an SC code, from `A` in the order of the list.
    pub fn letter(self) -> char {
        char::from(b'A' + self as u8)
    }
}

named! {
    /// The money that pays for a billet.
    FundingSource {
        FmsAdministrative = "FMS administrative funds",
        FmfAdministrative = "FMF administrative funds",
        CaseFunded = "FMS case line",
        OperationsMaintenance = "Command operations and maintenance",
        Title10Program = "Title 10 program funds",
        MilitaryPay = "Military personnel account",
        HostNation = "Host-nation assistance in kind",
    }
}

named! {
    /// Who is asked before a billet changes.
    Coordinator {
        Command = "Combatant command",
        Dia = "Defense Intelligence Agency",
        Service = "Military service",
        ChiefOfMission = "Chief of mission (NSDD-38)",
    }
}

/// The code of a coded security cooperation position: `SC`, a digit for key or not and military or civilian, the letter
/// of the functional area, the digit of the level (facts §3: shaped like `SC1A2`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ScCode {
    /// 1 key military, 2 non-key military, 3 key civilian, 4 non-key civilian.
    pub standing: u8,
    /// The functional area's letter.
    pub area: FunctionalArea,
    /// The level required, 1 (basic) to 4 (executive).
    pub level: u8,
}

impl ScCode {
    /// The certificate level it asks for.
    pub fn certificate_level(self) -> CertificateLevel {
        match self.level {
            1 => CertificateLevel::Basic,
            2 => CertificateLevel::Intermediate,
            3 => CertificateLevel::Advanced,
            _ => CertificateLevel::Executive,
        }
    }
}

impl fmt::Display for ScCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SC{}{}{}", self.standing, self.area.letter(), self.level)
    }
}

impl From<ScCode> for String {
    fn from(code: ScCode) -> Self {
        code.to_string()
    }
}

impl FromStr for ScCode {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is not an SC code: expected `SC`, a digit 1-4, a letter A-E, a digit 1-4, such as `SC1A2`"
            )
        };
        let [b'S', b'C', standing @ b'1'..=b'4', letter @ b'A'..=b'E', level @ b'1'..=b'4'] = text.as_bytes() else {
            return Err(wrong());
        };
        let area = *FunctionalArea::ALL.get(usize::from(letter - b'A')).ok_or_else(wrong)?;
        Ok(Self { standing: standing - b'0', area, level: level - b'0' })
    }
}

impl TryFrom<String> for ScCode {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl utoipa::PartialSchema for ScCode {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^SC[1-4][A-E][1-4]$"))
            .description(Some("The code of a coded security cooperation position"))
            .into()
    }
}
impl utoipa::ToSchema for ScCode {}

/// Tour lengths of a billet, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TourLength {
    /// With dependents.
    #[schema(minimum = 1, maximum = 120)]
    pub accompanied_months: u8,
    /// Without.
    #[schema(minimum = 1, maximum = 120)]
    pub unaccompanied_months: u8,
}

/// What a billet supports: place of duty is not partner supported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Supported {
    /// A partner country.
    Country(CountryId),
    /// A program that is not one country's, such as `section 333`.
    Program(Text),
}

/// One share of what a billet supports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What is supported.
    pub supported: Supported,
    /// Share of the billet's work, per mille; all shares together are at most 1,000.
    #[schema(minimum = 1, maximum = 1000)]
    pub share_per_mille: u16,
}

/// Everything about a billet that may change from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BilletTerms {
    /// Its title.
    pub title: Text,
    /// The office it belongs to.
    pub office: OfficeId,
    /// The place of duty.
    pub place: PostId,
    /// The grade it is authorised at.
    pub grade: Grade,
    /// Which services may fill it.
    pub coding: ServiceCoding,
    /// The specialty it needs, such as `48G`.
    pub specialty: Option<Text>,
    /// The languages it needs.
    pub languages: Vec<LanguageRequirement>,
    /// The clearance it needs.
    pub clearance: Clearance,
    /// The SC code, if the position is coded.
    pub sc_code: Option<ScCode>,
    /// The functional area of its work.
    pub functional_area: FunctionalArea,
    /// The money that pays for it.
    pub funding: FundingSource,
    /// Tour lengths.
    pub tour_length: TourLength,
    /// Whether it is a key billet.
    pub key: bool,
    /// Whether dependents may come along.
    pub accompanied: bool,
    /// How it is filled.
    pub fill_mode: FillMode,
    /// Whether a military incumbent counts under section 515.
    pub section_515: bool,
    /// Who is asked before it changes.
    pub coordinators: Vec<Coordinator>,
    /// Which countries and programs it supports, with shares.
    pub supports: Vec<Support>,
    /// The billet it reports to.
    pub reports_to: Option<BilletId>,
}

/// A decision to leave a billet unfilled for a time: not a vacancy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovedGap {
    /// From when until when.
    pub period: Period,
    /// The office or post that approved it; names no person.
    pub approver: Text,
    /// Why; names no person.
    pub reason: Text,
}

/// A dated permission for two primary incumbents to overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OverlapAuthorisation {
    /// The days on which two may overlap.
    pub period: Period,
    /// The document it rests on.
    pub document: Text,
}

/// One authorised position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Billet {
    /// Position number in its manning document, unique.
    pub number: Text,
    /// The manning document or system of record that authorises it.
    pub source: Text,
    /// From when until when it is authorised.
    pub authorised: Period,
    /// Its terms by date.
    pub terms: Timeline<Arc<BilletTerms>>,
    /// Approved gaps.
    pub gaps: Vec<ApprovedGap>,
    /// Overlap authorisations.
    pub overlaps: Vec<OverlapAuthorisation>,
    /// Whether there is money for it, by date; it counts as funded until something else is recorded.
    pub funded: Timeline<BilletFunding>,
    /// Every tour in it, in id order (derived).
    pub tours: Vec<TourId>,
}

impl Billet {
    /// The terms on this day, if it is authorised then.
    pub fn on(&self, day: Date) -> Option<&BilletTerms> {
        if self.authorised.contains(day) { self.terms.at_or_first(day).map(Arc::as_ref) } else { None }
    }

    /// The terms on this day, or the nearest there are.
    pub fn terms_near(&self, day: Date) -> &BilletTerms {
        self.terms.at_or_first(day).expect("a billet is recorded with its first terms")
    }

    /// Whether it is authorised on this day and there is money for it.
    pub fn is_funded(&self, day: Date) -> bool {
        self.authorised.contains(day) && self.funded.at(day).is_none_or(|funding| funding.funded)
    }

    /// The approved gap of this day.
    pub fn gap_on(&self, day: Date) -> Option<&ApprovedGap> {
        self.gaps.iter().find(|gap| gap.period.contains(day))
    }
}
