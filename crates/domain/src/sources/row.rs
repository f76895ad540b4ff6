//! One row of a source: what it says, since when, and whose it is known to be. Ordinary facts only: sealed ones go from
//! the roster that owns a person straight into that person's sealed facts.

use serde::{Deserialize, Serialize};

use super::FieldGroup;
use crate::kernel::{AccountId, Date, Grade, PersonId, Service, Text};
use crate::workforce::{Certificate, ClearanceHeld, LanguageScore, PersonFacts, ServiceCoding};

/// What a row says. What its file has no column for is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RowFacts {
    /// The person's number.
    pub number: Option<Text>,
    /// The person's name.
    pub name: Option<Text>,
    /// The person's service.
    pub service: Option<Service>,
    /// The person's grade.
    pub grade: Option<Grade>,
    /// The person's specialties.
    pub specialties: Option<Vec<Text>>,
    /// The person's language scores.
    pub languages: Option<Vec<LanguageScore>>,
    /// The person's clearance.
    pub clearance: Option<ClearanceHeld>,
    /// The person's certificates.
    pub certificates: Option<Vec<Certificate>>,
    /// The position number.
    pub position: Option<Text>,
    /// The position's title.
    pub title: Option<Text>,
    /// The office as the source writes it.
    pub office: Option<Text>,
    /// The place of duty as the source writes it.
    pub place: Option<Text>,
    /// The grade that the position is authorised at.
    pub position_grade: Option<Grade>,
    /// Which services may fill the position.
    pub coding: Option<ServiceCoding>,
    /// The specialty that the position needs.
    pub specialty: Option<Text>,
    /// The position's SC code.
    pub sc_code: Option<Text>,
    /// The day of arrival.
    pub arrived: Option<Date>,
    /// The rotation date.
    pub rotation: Option<Date>,
}

impl RowFacts {
    /// Whether it names somebody at all: a manning document lists vacant positions too.
    pub fn names_somebody(&self) -> bool {
        self.number.is_some() || self.name.is_some()
    }

    /// What it says of the position alone: for whoever may not see the person.
    #[must_use]
    pub fn of_the_position(&self) -> Self {
        Self {
            position: self.position.clone(),
            title: self.title.clone(),
            office: self.office.clone(),
            place: self.place.clone(),
            position_grade: self.position_grade,
            coding: self.coding,
            specialty: self.specialty.clone(),
            sc_code: self.sc_code.clone(),
            ..Self::default()
        }
    }

    /// Whether two rows name the same person in the same words.
    pub(super) fn names_the_same(&self, other: &Self) -> bool {
        (&self.number, &self.name) == (&other.number, &other.name)
    }

    /// The facts of a person that this row gives for a group, put into `facts`. False where it says nothing of it.
    pub(super) fn give(&self, group: FieldGroup, facts: &mut PersonFacts) -> bool {
        fn set<T: Clone>(said: Option<&T>, held: &mut T) -> bool {
            said.map(|said| held.clone_from(said)).is_some()
        }
        match group {
            FieldGroup::Name => set(self.name.as_ref(), &mut facts.name),
            FieldGroup::Service => set(self.service.as_ref(), &mut facts.service),
            FieldGroup::Grade => set(self.grade.as_ref(), &mut facts.grade),
            FieldGroup::Specialties => set(self.specialties.as_ref(), &mut facts.specialties),
            FieldGroup::Languages => set(self.languages.as_ref(), &mut facts.languages),
            FieldGroup::Clearance => set(self.clearance.as_ref(), &mut facts.clearance),
            FieldGroup::Certificates => set(self.certificates.as_ref(), &mut facts.certificates),
        }
    }

    /// Whether the row agrees with facts on a group; `None` where it says nothing of it. Lists in another order, and
    /// names in another case or with other marks, agree.
    pub fn agrees(&self, group: FieldGroup, facts: &PersonFacts) -> Option<bool> {
        fn same_list<T: PartialEq>(a: &[T], b: &[T]) -> bool {
            a.len() == b.len() && a.iter().all(|item| b.contains(item))
        }
        match group {
            FieldGroup::Name => self.name.as_ref().map(|name| plain(name) == plain(&facts.name)),
            FieldGroup::Service => self.service.map(|service| service == facts.service),
            FieldGroup::Grade => self.grade.map(|grade| grade == facts.grade),
            FieldGroup::Specialties => self.specialties.as_ref().map(|said| same_list(said, &facts.specialties)),
            FieldGroup::Languages => self.languages.as_ref().map(|said| same_list(said, &facts.languages)),
            FieldGroup::Clearance => self.clearance.map(|said| said == facts.clearance),
            FieldGroup::Certificates => self.certificates.as_ref().map(|said| same_list(said, &facts.certificates)),
        }
    }
}

/// A name without case, marks and blanks.
pub(super) fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words of a person's facts of a group, as people read them.
pub(super) fn words(group: FieldGroup, facts: &PersonFacts) -> Text {
    let joined = |items: Vec<String>| Text::from(items.join(", "));
    match group {
        FieldGroup::Name => facts.name.clone(),
        FieldGroup::Service => Text::from(facts.service.title()),
        FieldGroup::Grade => Text::from(facts.grade.to_string()),
        FieldGroup::Specialties => joined(facts.specialties.iter().map(Text::to_string).collect()),
        FieldGroup::Languages => joined(
            facts
                .languages
                .iter()
                .map(|s| format!("{} {}/{}/{} ({})", s.language, s.listening, s.reading, s.speaking, s.tested))
                .collect(),
        ),
        FieldGroup::Clearance => {
            let level = format!("{:?}", facts.clearance.level);
            match facts.clearance.expires {
                None => Text::from(level),
                Some(day) => Text::from(format!("{level} until {day}")),
            }
        }
        FieldGroup::Certificates => joined(
            facts
                .certificates
                .iter()
                .map(|c| format!("{}, {} ({})", c.area.title(), format!("{:?}", c.level).to_lowercase(), c.earned))
                .collect(),
        ),
    }
}

/// Somebody a row may be, as matching ranked them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Who.
    pub person: PersonId,
    /// How likely, per mille.
    #[schema(maximum = 1000)]
    pub likely_per_mille: u16,
    /// What speaks for and against, in words that hold no sealed value.
    pub evidence: Vec<Text>,
}

/// Whose a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// It names nobody: a vacant position.
    Vacant,
    /// The person of its number.
    Exact(PersonId),
    /// A person decided so.
    Decided {
        /// Who it is; nobody of ours where absent.
        person: Option<PersonId>,
        /// Who decided.
        by: Option<AccountId>,
        /// The day.
        on: Date,
    },
    /// Not known yet.
    Open,
}

impl Link {
    /// The person, where it is known.
    pub fn person(self) -> Option<PersonId> {
        match self {
            Self::Exact(person) | Self::Decided { person: Some(person), .. } => Some(person),
            Self::Vacant | Self::Decided { person: None, .. } | Self::Open => None,
        }
    }
}

/// One row of a source, as its last file with it said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceRow {
    /// What it says.
    pub facts: RowFacts,
    /// Since which file's day it says just this.
    pub since: Date,
    /// The day of the first full file that had it no more.
    pub missing_since: Option<Date>,
    /// Whose it is.
    pub link: Link,
    /// Whom it may be, the likeliest first, where that is open.
    pub candidates: Vec<Candidate>,
}
