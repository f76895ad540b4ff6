//! How rows are named in answers. A person's name is only ever written through [`Names::person`], which asks the scope.

use std::sync::Arc;

use muster_domain::access::Scope;
use muster_domain::organization::{Turn, speaks_for};
use muster_domain::workforce::{LanguageRequirement, LanguageScore, ServiceCoding};
use muster_domain::{AccountId, BilletId, CountryId, Date, Grade, OfficeId, PersonId, PostId, Service, Text, World};
use serde::Serialize;
use utoipa::ToSchema;

use super::asker::Asker;
use crate::policy::Question;

/// An office by id and code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OfficeName {
    /// Its id.
    pub id: OfficeId,
    /// Its code.
    pub code: Text,
}

/// A country by id, code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CountryName {
    /// Its id.
    pub id: CountryId,
    /// ISO 3166 alpha-3 code.
    pub iso3: Text,
    /// Its name.
    pub name: Text,
}

/// A post by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PostName {
    /// Its id.
    pub id: PostId,
    /// City.
    pub name: Text,
}

/// A billet by id, number and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct BilletName {
    /// Its id.
    pub id: BilletId,
    /// Position number.
    pub number: Text,
    /// Title.
    pub title: Text,
}

/// A person by id, name, grade and service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct PersonName {
    /// Their id.
    pub id: PersonId,
    /// Family name, given name.
    pub name: Text,
    /// Grade held.
    pub grade: Grade,
    /// Service.
    pub service: Service,
}

impl PersonName {
    /// The name itself, for callers that asked the scope; everybody else goes through [`Names::person`].
    pub(super) fn of(world: &World, id: PersonId, day: Date) -> Self {
        let person = &world.people[id];
        Self { id, name: person.name.clone(), grade: person.grade_on(day), service: person.service }
    }
}

/// Who holds the ball today, and for how long they have held it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct TurnName {
    /// Who, in words that name no person.
    pub holder: String,
    /// The day the turn began.
    pub since: Date,
    /// The suspense: the last day on which it was theirs who were given it.
    pub due: Date,
    /// Days since the turn began.
    pub days_held: i32,
    /// Whether the suspense has passed, so that the ball went up the line.
    pub late: bool,
    /// Whether the asker may act on it.
    pub yours: bool,
}

/// Names rows for one asker.
pub(super) struct Names {
    pub world: Arc<World>,
    pub today: Date,
    pub people: Arc<Scope>,
    account: AccountId,
}

impl Names {
    pub fn of(asker: &Asker) -> Self {
        Self {
            world: Arc::clone(&asker.world),
            today: asker.today,
            people: asker.scope(Question::People),
            account: asker.account,
        }
    }

    pub fn office(&self, id: OfficeId) -> OfficeName {
        OfficeName { id, code: self.world.offices[id].code.clone() }
    }

    /// The command or agency an office belongs to on a day.
    pub fn command(&self, office: OfficeId, day: Date) -> OfficeName {
        self.office(self.world.command_of(office, day))
    }

    pub fn country(&self, id: CountryId) -> CountryName {
        let country = &self.world.countries[id];
        CountryName { id, iso3: country.iso3.clone(), name: country.name.clone() }
    }

    pub fn post(&self, id: PostId) -> PostName {
        PostName { id, name: self.world.posts[id].name.clone() }
    }

    pub fn billet(&self, id: BilletId, day: Date) -> BilletName {
        let billet = &self.world.billets[id];
        BilletName { id, number: billet.number.clone(), title: billet.terms_near(day).title.clone() }
    }

    /// Who holds the ball.
    pub fn turn(&self, turn: &Turn) -> TurnName {
        let holder = turn.holder_on(&self.world, self.today);
        TurnName {
            holder: holder.name(&self.world),
            since: turn.since,
            due: turn.due,
            days_held: turn.days_held(self.today),
            late: turn.is_late(self.today),
            yours: speaks_for(&self.world, self.account, holder, self.today),
        }
    }

    /// The person, if the asker may see them as of today.
    pub fn person(&self, id: PersonId) -> Option<PersonName> {
        let seen = self.people.sees_person(&self.world, id, self.today);
        seen.then(|| PersonName::of(&self.world, id, self.today))
    }
}

/// A billet's service coding in words.
pub(super) fn coding(coding: ServiceCoding) -> String {
    match coding {
        ServiceCoding::Only(service) => service.title().to_owned(),
        ServiceCoding::AnyMilitary => "Any military".to_owned(),
        ServiceCoding::MilitaryOrCivilian => "Military or civilian".to_owned(),
    }
}

/// A language requirement in words: `Arabic 2/2+` (reading/speaking).
pub(super) fn requirement(need: &LanguageRequirement) -> String {
    format!("{} {}/{}", need.language, need.reading, need.speaking)
}

/// A language score in words: `Arabic 2+/2+/2 (2024-05-01)` (listening/reading/speaking, tested).
pub(super) fn score(score: &LanguageScore) -> String {
    format!("{} {}/{}/{} ({})", score.language, score.listening, score.reading, score.speaking, score.tested)
}

/// Whether every word of a search stands in one of these texts, whatever the case.
pub(super) fn matches(search: &str, texts: &[&str]) -> bool {
    search.split_whitespace().all(|word| texts.iter().any(|text| contains_ignoring_case(text, word)))
}

fn contains_ignoring_case(text: &str, word: &str) -> bool {
    if text.is_ascii() && word.is_ascii() {
        return text.as_bytes().windows(word.len().max(1)).any(|part| part.eq_ignore_ascii_case(word.as_bytes()));
    }
    text.to_lowercase().contains(&word.to_lowercase())
}
