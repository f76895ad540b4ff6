//! People of the workforce. Name, grade and billet are ordinary; personal and family facts are sealed.

use serde::{Deserialize, Serialize};

use super::rules::{check_person, known_person};
use super::{Certificate, ClearanceHeld, LanguageScore};
use crate::allocation::Line;
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{
    AugmentationId, Date, DiversionId, Grade, PersonId, Position, Sealed, Service, SlateId, Text, Timeline, TourId,
    open_schema,
};
use crate::world::World;

/// Facts of the field class *personal*.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonalFacts {
    /// Date of birth.
    pub born: Option<Date>,
    /// Separation or mandatory retirement: the first day out of the workforce.
    pub separates: Option<Date>,
    /// Not free to move before this day, whatever the rotation date says.
    pub available_from: Option<Date>,
    /// The overseas control date: the service sends them overseas again from this day on. Unknown where absent.
    #[serde(default)]
    pub overseas_control: Option<Date>,
    /// Until when a civilian may return to the position left behind (DoDI 1400.25 v1230). Unknown where absent.
    #[serde(default)]
    pub return_rights: Option<Date>,
}

/// Facts of the field class *family*.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FamilyFacts {
    /// Dependents who would move along.
    #[schema(maximum = 20)]
    pub dependents: u8,
    /// Until when the family is medically cleared to go abroad. Unknown where absent.
    #[serde(default)]
    pub cleared_until: Option<Date>,
    /// The number that a system of record knows the spouse by, where they are of the workforce too.
    #[serde(default)]
    pub spouse: Option<Text>,
}

/// What a system of record says of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersonFacts {
    /// Family name, given name.
    pub name: Text,
    /// The service, or civilian or locally employed.
    pub service: Service,
    /// The grade held.
    pub grade: Grade,
    /// Specialties, such as `48G`.
    pub specialties: Vec<Text>,
    /// Language scores.
    pub languages: Vec<LanguageScore>,
    /// The clearance held.
    pub clearance: ClearanceHeld,
    /// Certificates earned.
    pub certificates: Vec<Certificate>,
    /// Sealed personal facts.
    #[schema(schema_with = open_schema::<PersonalFacts>)]
    pub personal: Sealed<PersonalFacts>,
    /// Sealed family facts.
    #[schema(schema_with = open_schema::<FamilyFacts>)]
    pub family: Sealed<FamilyFacts>,
}

/// A member of the workforce.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// The number the system of record knows them by, unique.
    pub number: Text,
    /// The system of record that owns the row.
    pub source: Text,
    /// Family name, given name; it stays when the sealed facts are erased, for a name is ordinary.
    pub name: Text,
    /// The service, or civilian or locally employed.
    pub service: Service,
    /// Grade by date.
    pub grades: Timeline<Grade>,
    /// Specialties.
    pub specialties: Vec<Text>,
    /// Language scores.
    pub languages: Vec<LanguageScore>,
    /// The clearance held.
    pub clearance: ClearanceHeld,
    /// Certificates earned.
    pub certificates: Vec<Certificate>,
    /// Personal facts; `None` once erased.
    pub personal: Option<PersonalFacts>,
    /// Family facts; `None` once erased.
    pub family: Option<FamilyFacts>,
    /// Every tour, in id order (derived).
    pub tours: Vec<TourId>,
    /// Every diversion, in id order (derived).
    pub diversions: Vec<DiversionId>,
    /// Every augmentation they are named in, in id order (derived).
    pub augmentations: Vec<AugmentationId>,
}

impl Person {
    /// The grade on this day, or the first known.
    pub fn grade_on(&self, day: Date) -> Grade {
        *self.grades.at_or_first(day).expect("a person is recorded with a grade")
    }

    /// What is known today, as a system of record would report it.
    pub fn facts_on(&self, day: Date) -> PersonFacts {
        PersonFacts {
            name: self.name.clone(),
            service: self.service,
            grade: self.grade_on(day),
            specialties: self.specialties.clone(),
            languages: self.languages.clone(),
            clearance: self.clearance,
            certificates: self.certificates.clone(),
            personal: Sealed::Open(self.personal.clone().unwrap_or_default()),
            family: Sealed::Open(self.family.clone().unwrap_or_default()),
        }
    }
}

/// Registers a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterPerson {
    /// The number the system of record knows them by, unique.
    pub number: Text,
    /// The system of record that owns the row.
    pub source: Text,
    /// From which day the grade holds.
    pub from: Date,
    /// What is known.
    pub facts: PersonFacts,
}

impl Decide for RegisterPerson {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if self.number.trim().is_empty() {
            return Err(refuse(
                "person-number",
                "A person needs the number of a system of record.",
                "Give the number.",
            ));
        }
        if let Some(id) = world.keys.person.get(&self.number) {
            return Err(refuse(
                "person-number-taken",
                format!("{} is already {id}.", self.number),
                "Update that person.",
            ));
        }
        check_person(&self.facts, context.today)?;
        Ok(vec![PersonRegistered { person: world.people.next_id(), registered: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject { service: Some(self.facts.service), ..Subject::default() }
    }
}

/// A person was registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonRegistered {
    /// Their id.
    pub person: PersonId,
    /// What is known.
    #[serde(rename = "facts")]
    pub registered: RegisterPerson,
}

impl Apply for PersonRegistered {
    fn apply(&self, world: &mut World, at: Position) {
        let RegisterPerson { number, source, from, facts } = self.registered.clone();
        world.keys.person.insert(number.clone(), self.person);
        world.keys.name.entry(facts.name.clone()).or_default().push(self.person);
        world.people.push(
            Person {
                number,
                source,
                name: facts.name,
                service: facts.service,
                grades: Timeline::starting(from, facts.grade),
                specialties: facts.specialties,
                languages: facts.languages,
                clearance: facts.clearance,
                certificates: facts.certificates,
                personal: facts.personal.open().cloned(),
                family: facts.family.open().cloned(),
                tours: Vec::new(),
                diversions: Vec::new(),
                augmentations: Vec::new(),
            },
            at,
        );
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.registered.facts.personal)?;
        visit(self.person, &mut self.registered.facts.family)
    }
}

/// Changes what is known of a person; the grade from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePerson {
    /// Who.
    pub person: PersonId,
    /// From which day a changed grade holds.
    pub from: Date,
    /// What is known now, whole.
    pub facts: PersonFacts,
}

impl Decide for UpdatePerson {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let person = known_person(world, self.person)?;
        if person.personal.is_none() {
            return Err(refuse(
                "person-erased",
                format!("The sealed facts of {} were erased.", self.person),
                "An erased person is not filled again; register them anew if they return.",
            ));
        }
        check_person(&self.facts, context.today)?;
        if person.facts_on(self.from) == self.facts {
            return Ok(Vec::new());
        }
        Ok(vec![PersonUpdated { person: self.person, from: self.from, facts: self.facts.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.person)
    }
}

/// What is known of a person changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonUpdated {
    /// Who.
    pub person: PersonId,
    /// From which day a changed grade holds.
    pub from: Date,
    /// What is known now.
    pub facts: PersonFacts,
}

impl Apply for PersonUpdated {
    fn apply(&self, world: &mut World, at: Position) {
        rename(world, self.person, &self.facts.name);
        if let Some(person) = world.people.edit(self.person, at) {
            let facts = self.facts.clone();
            person.name = facts.name;
            person.service = facts.service;
            if person.grades.at_or_first(self.from) != Some(&facts.grade) {
                person.grades.set(self.from, facts.grade);
            }
            person.specialties = facts.specialties;
            person.languages = facts.languages;
            person.clearance = facts.clearance;
            person.certificates = facts.certificates;
            person.personal = facts.personal.open().cloned();
            person.family = facts.family.open().cloned();
        }
        touch_homes(world, self.person, at);
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.facts.personal)?;
        visit(self.person, &mut self.facts.family)
    }
}

/// Erases a person's sealed facts: the desk deletes their key with the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ErasePerson {
    /// Who.
    pub person: PersonId,
}

impl Decide for ErasePerson {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let person = known_person(world, self.person)?;
        if let Some(tour) =
            person.tours.iter().find(|id| world.tours[**id].period().is_some_and(|p| p.end() > context.today))
        {
            return Err(refuse(
                "person-serves",
                format!("{} still has tour {tour}.", self.person),
                "End or cancel the tour first.",
            ));
        }
        Ok(vec![PersonErased { person: self.person }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        person_subject(world, self.person)
    }
}

/// A person's sealed facts are gone for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonErased {
    /// Who.
    pub person: PersonId,
}

impl Apply for PersonErased {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(person) = world.people.edit(self.person, at) {
            person.personal = None;
            person.family = None;
        }
        // What else their key sealed: a World read back from the journal would not have it either.
        for tour in world.people[self.person].tours.clone() {
            let noted = |tour: &super::Tour| tour.curtailment.as_ref().is_some_and(|held| held.note.is_some());
            if noted(&world.tours[tour])
                && let Some(curtailment) = world.tours.edit(tour, at).and_then(|tour| tour.curtailment.as_mut())
            {
                curtailment.note = None;
            }
        }
        for diversion in world.people[self.person].diversions.clone() {
            if let Some(diversion) = world.diversions.edit(diversion, at) {
                diversion.reason = None;
            }
        }
        let person = self.person;
        let about =
            |line: &Line| line.proposal.person == person && line.decision.as_ref().is_some_and(|d| d.reason.is_some());
        let decided: Vec<SlateId> =
            world.slates.iter().filter(|(_, slate)| slate.lines.iter().any(about)).map(|(id, _)| id).collect();
        for id in decided {
            let Some(slate) = world.slates.edit(id, at) else { continue };
            for decision in slate.lines.iter_mut().filter(|line| about(line)).filter_map(|line| line.decision.as_mut())
            {
                decision.reason = None;
            }
        }
        crate::allocation::forget(world, person, at);
        crate::allocation::forget_waivers(world, person, at);
        let flagged = world.flagged_person(person).to_vec();
        for id in flagged {
            if world.contradictions[id].steps.iter().any(|step| step.reason.is_some())
                && let Some(held) = world.contradictions.edit(id, at)
            {
                held.steps.iter_mut().for_each(|step| step.reason = None);
            }
        }
    }
}

pub(super) fn person_subject(world: &World, person: PersonId) -> Subject {
    let row = world.people.row(person);
    Subject {
        person: Some(person),
        service: row.map(|row| row.fact.service),
        changed: row.map(|row| row.changed),
        ..Subject::default()
    }
}

fn rename(world: &mut World, person: PersonId, name: &Text) {
    let old = world.people[person].name.clone();
    if old != *name {
        if let Some(ids) = world.keys.name.get_mut(&old) {
            ids.retain(|id| *id != person);
        }
        world.keys.name.entry(name.clone()).or_default().push(person);
    }
}

/// A changed person changes the staffing of every office they serve in.
pub(super) fn touch_homes(world: &mut World, person: PersonId, at: Position) {
    let billets: Vec<_> = world.people[person].tours.iter().map(|tour| world.tours[*tour].billet).collect();
    for billet in billets {
        world.touch_billet(billet, at);
    }
}
