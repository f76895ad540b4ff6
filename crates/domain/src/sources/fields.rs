//! What a row of a source may say, by kind of source, and the groups of fields that precedence is set for.

use serde::{Deserialize, Serialize};

use super::SourceKind;

/// A field that a column of a source may be mapped to, by the name that Muster's own files use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FieldOf {
    /// Its name.
    pub name: &'static str,
    /// Whether a profile of this kind must map it.
    pub needed: bool,
}

const fn may(name: &'static str) -> FieldOf {
    FieldOf { name, needed: false }
}

const fn must(name: &'static str) -> FieldOf {
    FieldOf { name, needed: true }
}

const ROSTER: &[FieldOf] = &[
    must("number"),
    must("name"),
    must("service"),
    must("grade"),
    may("specialties"),
    may("languages"),
    may("clearance"),
    may("clearance_expires"),
    may("certificates"),
    may("born"),
    may("separates"),
    may("available_from"),
    may("overseas_control"),
    may("return_rights"),
    may("dependents"),
    may("family_cleared_until"),
    may("spouse"),
    may("position"),
    may("arrived"),
    may("rotation"),
];

const MANNING: &[FieldOf] = &[
    must("number"),
    may("title"),
    may("office"),
    may("place"),
    may("grade"),
    may("coding"),
    may("specialty"),
    may("languages"),
    may("clearance"),
    may("sc_code"),
    may("functional_area"),
    may("funding"),
    may("accompanied_months"),
    may("unaccompanied_months"),
    may("key"),
    may("accompanied"),
    may("fill_mode"),
    may("section_515"),
    may("coordinators"),
    may("supports"),
    may("reports_to"),
    may("authorised_from"),
    may("authorised_until"),
    may("incumbent_number"),
    may("incumbent_name"),
    may("incumbent_grade"),
    may("incumbent_service"),
];

const STAFFING_LIST: &[FieldOf] = &[
    must("name"),
    may("number"),
    may("service"),
    may("grade"),
    may("title"),
    may("position"),
    may("office"),
    may("place"),
    may("arrived"),
    may("rotation"),
    may("born"),
];

const CERTIFICATION: &[FieldOf] = &[
    must("number"),
    may("name"),
    may("service"),
    may("grade"),
    may("certificates"),
    may("certificate_area"),
    may("certificate_level"),
    may("certificate_earned"),
    may("certificate_lapses"),
    may("born"),
];

impl SourceKind {
    /// The fields that columns of such a source may be mapped to.
    pub fn fields(self) -> &'static [FieldOf] {
        match self {
            Self::ManningDocument => MANNING,
            Self::ServiceRoster | Self::CivilianRoster => ROSTER,
            Self::StaffingList => STAFFING_LIST,
            Self::CertificationExtract => CERTIFICATION,
        }
    }
}

macro_rules! groups {
    ($($variant:ident = $title:literal,)*) => {
        /// Fields of a person that one source is believed on.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the titles say what the groups are")]
        pub enum FieldGroup { $($variant,)* }
        impl FieldGroup {
            /// Every group.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The name people use.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

groups! {
    Name = "Name",
    Service = "Service",
    Grade = "Grade",
    Specialties = "Specialties",
    Languages = "Language scores",
    Clearance = "Clearance",
    Certificates = "Certificates",
}
