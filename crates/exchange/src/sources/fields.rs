//! The fields of each kind of source, typed: what a mapped column must hold.

use muster_domain::Service;
use muster_domain::sources::SourceKind;
use muster_domain::workforce::{CertificateLevel, FunctionalArea};

use crate::import::ColumnGuide;
use crate::record::{self, Field, Holds, Reading, Word};
use crate::tabular::Vocabulary;

const NUMBER: Field =
    Field::optional("number", Holds::Text(60), "Number the system of record knows the person by, unique.");
const NAME: Field = Field::optional("name", Holds::Text(200), "Family name, given name.");
const SERVICE: Field =
    Field::optional("service", Holds::Words(Service::vocabulary), "Service, or civilian or locally employed.");
const GRADE: Field = Field::optional("grade", Holds::Words(Vocabulary::grades), "Grade held on the day of the file.");
const BORN: Field = Field::optional("born", Holds::Date, "Date of birth: compared in matching and never kept.");
const POSITION: Field = Field::optional("position", Holds::Text(60), "Position number of the billet.");
const ARRIVED: Field = Field::optional("arrived", Holds::Date, "Day of arrival.");
const ROTATION: Field =
    Field::optional("rotation", Holds::Date, "Projected rotation date: the first day not in the billet.");

const PLACED: &[Field] = &[POSITION, ARRIVED, ROTATION];

const INCUMBENT: &[Field] = &[
    Field::optional("incumbent_number", Holds::Text(60), "Number of the incumbent; empty where vacant."),
    Field::optional("incumbent_name", Holds::Text(200), "Name of the incumbent."),
    Field::optional("incumbent_grade", Holds::Words(Vocabulary::grades), "Grade of the incumbent."),
    Field::optional("incumbent_service", Holds::Words(Service::vocabulary), "Service of the incumbent."),
];

const STAFFING_LIST: &[Field] = &[
    NAME,
    NUMBER,
    SERVICE,
    GRADE,
    Field::optional("title", Holds::Text(200), "Title of the position as the list writes it."),
    POSITION,
    Field::optional("office", Holds::Text(200), "Office as the list writes it."),
    Field::optional("place", Holds::Text(200), "Place of duty as the list writes it."),
    ARRIVED,
    ROTATION,
    BORN,
];

const CERTIFICATION: &[Field] = &[
    NUMBER,
    NAME,
    SERVICE,
    GRADE,
    Field::optional("certificates", Holds::List(record::notation::CERTIFICATES), "Certificates in one cell."),
    Field::optional("certificate_area", Holds::Words(FunctionalArea::vocabulary), "Area, of one certificate a row."),
    Field::optional("certificate_level", Holds::Words(CertificateLevel::vocabulary), "Level, of one a row."),
    Field::optional("certificate_earned", Holds::Date, "Day it was earned, of one a row."),
    Field::optional("certificate_lapses", Holds::Date, "First day it holds no more, of one a row."),
    BORN,
];

/// The fields of a kind. What the domain calls needed must be filled in every row, all else may be empty.
pub(super) fn fields(kind: SourceKind) -> Vec<Field> {
    use record::people::{FAMILY, FIELDS, PERSONAL};
    let all = match kind {
        SourceKind::ServiceRoster | SourceKind::CivilianRoster => [FIELDS, PERSONAL, FAMILY, PLACED].concat(),
        SourceKind::ManningDocument => [record::billets::FIELDS, INCUMBENT].concat(),
        SourceKind::StaffingList => STAFFING_LIST.to_vec(),
        SourceKind::CertificationExtract => CERTIFICATION.to_vec(),
    };
    let needed = |name: &str| kind.fields().iter().any(|field| field.name == name && field.needed);
    let reading = |field: &Field| if needed(field.name) { Reading::Filled } else { Reading::Optional };
    all.into_iter().map(|field| Field { reading: reading(&field), ..field }).collect()
}

/// The fields that columns of such a source may be mapped to, explained.
pub fn guide(kind: SourceKind) -> Vec<ColumnGuide> {
    fields(kind).iter().map(ColumnGuide::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_that_are_read_are_those_the_domain_allows_in_a_profile() {
        for kind in SourceKind::ALL {
            let read: Vec<&str> = fields(*kind).iter().map(|field| field.name).collect();
            let mut allowed: Vec<&str> = kind.fields().iter().map(|field| field.name).collect();
            assert!(read.iter().all(|name| allowed.contains(name)), "{kind:?}: {read:?}");
            allowed.retain(|name| !read.contains(name));
            assert_eq!(allowed, Vec::<&str>::new(), "{kind:?}");
        }
    }
}
