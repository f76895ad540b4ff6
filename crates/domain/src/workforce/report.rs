//! What systems of record report. It is taken as it is said; what cannot be true is flagged beside it. Reporting the
//! same again changes nothing.

use serde::{Deserialize, Serialize};

use super::billet_commands::tours_beyond;
use super::person::person_subject;
use super::rules::{TourAsked, check_open, conflicts, impossible_dates, known_billet, known_person};
use super::tour::PLANNED_HERE;
use super::{
    AuthoriseBillet, BilletChanged, BilletEnded, BilletTerms, Contradiction, ContradictionKind, Incumbency, Noted,
    PersonFacts, PersonRegistered, PersonUpdated, RegisterPerson, Tour, TourReported,
};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Event;
use crate::kernel::{BilletId, Date, Period, PersonId, Text, TourId, add_months, days_between};
use crate::policy::Lever;
use crate::world::World;

/// A billet as a manning document lists it: new, or with terms that hold from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportBillet {
    /// Position number.
    pub number: Text,
    /// The manning document.
    pub source: Text,
    /// From when until when it is authorised.
    pub authorised: Period,
    /// From which day changed terms hold; a new billet's terms hold from its first day.
    pub from: Date,
    /// Its terms.
    pub terms: BilletTerms,
}

impl Decide for ReportBillet {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let Some(id) = world.keys.billet.get(&self.number).copied() else {
            let new = AuthoriseBillet {
                number: self.number.clone(),
                source: self.source.clone(),
                authorised: self.authorised,
                terms: self.terms.clone(),
            };
            return new.decide(world, context);
        };
        let billet = &world.billets[id];
        if billet.source != self.source {
            let detail = format!("{} also lists position {}, which {} owns.", self.source, self.number, billet.source);
            return Ok(note(
                world,
                context,
                &self.source,
                ContradictionKind::SourcesDisagree,
                Subjects { billet: Some(id), ..Subjects::default() },
                detail,
            )
            .into_iter()
            .collect());
        }
        // Terms that are said to hold from before the first day hold from the first day.
        let from = self.from.max(billet.authorised.from());
        super::rules::check_terms(world, Some(id), &self.terms, from)?;
        let mut events = Vec::new();
        if billet.terms.at_or_first(from).is_none_or(|held| **held != self.terms) {
            events.push(BilletChanged { billet: id, from, terms: self.terms.clone() }.into());
        }
        let mut authorised = billet.authorised;
        if self.authorised.end() < authorised.end()
            && let Some(ended) = authorised.ended(self.authorised.end())
        {
            events.push(BilletEnded { billet: id, on: ended.end() }.into());
            authorised = ended;
            for tour in tours_beyond(world, billet, ended.end()) {
                let subjects = Subjects { billet: Some(id), person: Some(world.tours[tour].person), tour: Some(tour) };
                let detail = format!("Billet {} ends on {}; tour {tour} goes beyond.", self.number, ended.end());
                let kind = ContradictionKind::OutsideAuthorisation;
                events.extend(note(world, context, &self.source, kind, subjects, detail));
            }
        }
        // What is left was said of the first day, or of an end that would come later: an end is never taken back.
        if self.authorised != authorised {
            let detail = format!(
                "Position {} is authorised {authorised} here and {} in this report.",
                self.number, self.authorised
            );
            events.extend(note(
                world,
                context,
                &self.source,
                ContradictionKind::SourcesDisagree,
                Subjects { billet: Some(id), ..Subjects::default() },
                detail,
            ));
        }
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        let mut subject = world
            .keys
            .billet
            .get(&self.number)
            .map(|id| super::billet_commands::billet_subject(world, *id))
            .unwrap_or_default();
        if !subject.offices.contains(&self.terms.office) {
            subject.offices.push(self.terms.office);
        }
        subject
    }
}

/// A person as a roster lists them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportPerson {
    /// The number the system of record knows them by.
    pub number: Text,
    /// The system of record.
    pub source: Text,
    /// The day the report speaks of; a changed grade holds from it.
    pub as_of: Date,
    /// What it says.
    pub facts: PersonFacts,
}

impl Decide for ReportPerson {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if self.number.trim().is_empty() || self.facts.name.trim().is_empty() {
            return Err(refuse(
                "person-number",
                "A reported person needs a number and a name.",
                "Complete the row at its source.",
            ));
        }
        check_open(&self.facts)?;
        let known = world.keys.person.get(&self.number).copied();
        // Where another source is believed on a field, what that source says stays.
        let overruled = known.map(|id| crate::sources::overruled(world, id, &self.source, self.as_of, &self.facts));
        let facts = overruled.as_ref().unwrap_or(&self.facts);
        let id = known.unwrap_or(world.people.next_id());
        let subjects = Subjects { person: Some(id), ..Subjects::default() };
        let mut found: Vec<(ContradictionKind, String)> = Vec::new();
        let mut events: Vec<Event> = Vec::new();
        match known.map(|id| &world.people[id]) {
            None => {
                if let Some(twin) = twin_of(world, facts) {
                    found.push((
                        ContradictionKind::DuplicatePerson,
                        format!("Same name and date of birth as {twin} ({}).", world.people[twin].number),
                    ));
                }
                events.push(
                    PersonRegistered {
                        person: id,
                        registered: RegisterPerson {
                            number: self.number.clone(),
                            source: self.source.clone(),
                            from: self.as_of,
                            facts: facts.clone(),
                        },
                    }
                    .into(),
                );
            }
            Some(held) if held.source != self.source => {
                let ours = held.facts_on(self.as_of);
                if (ours.grade, ours.service) != (facts.grade, facts.service) {
                    found.push((
                        ContradictionKind::SourcesDisagree,
                        format!(
                            "{} says {} {}; {} says {} {}.",
                            held.source, ours.service, ours.grade, self.source, facts.service, facts.grade
                        ),
                    ));
                }
            }
            Some(held) if held.personal.is_some() && held.facts_on(self.as_of) != *facts => {
                events.push(PersonUpdated { person: id, from: self.as_of, facts: facts.clone() }.into());
            }
            Some(_) => {}
        }
        if let Some(problem) = impossible_dates(facts, self.as_of) {
            found.push((ContradictionKind::ImpossibleDate, problem));
        }
        let months = i32::try_from(world.lever(Lever::LanguageScoreMonths, self.as_of)).unwrap_or(i32::MAX);
        if let Some(score) = facts.languages.iter().find(|score| add_months(score.tested, months) <= self.as_of) {
            found.push((
                ContradictionKind::ExpiredScore,
                format!("The {} score of {} is older than {months} months.", score.language, score.tested),
            ));
        }
        events.extend(
            found.into_iter().filter_map(|(kind, detail)| note(world, context, &self.source, kind, subjects, detail)),
        );
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        match world.keys.person.get(&self.number) {
            Some(id) => person_subject(world, *id),
            None => Subject { service: Some(self.facts.service), ..Subject::default() },
        }
    }
}

fn twin_of(world: &World, facts: &PersonFacts) -> Option<PersonId> {
    let born = facts.personal.open()?.born?;
    world
        .keys
        .name
        .get(&facts.name)?
        .iter()
        .copied()
        .find(|id| world.people[*id].personal.as_ref().and_then(|p| p.born) == Some(born))
}

/// A tour as a system of record lists it. Person, billet and report date identify it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportTour {
    /// The system of record.
    pub source: Text,
    /// The day the report speaks of.
    pub as_of: Date,
    /// Who.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Whether the person counts here.
    pub incumbency: Incumbency,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// The day of the order.
    pub ordered: Option<Date>,
    /// The day of arrival.
    pub arrived: Option<Date>,
    /// The day of departure.
    pub departed: Option<Date>,
}

impl ReportTour {
    fn says_the_same_as(&self, held: &Tour) -> bool {
        (held.incumbency, held.rotation, held.accompanied) == (self.incumbency, self.rotation, self.accompanied)
            && (held.ordered, held.arrived, held.departed) == (self.ordered, self.arrived, self.departed)
    }

    fn dates_that_cannot_be(&self) -> Option<String> {
        if self.rotation <= self.report {
            return Some(format!("The rotation date {} is not after the report date {}.", self.rotation, self.report));
        }
        if let (Some(arrived), Some(departed)) = (self.arrived, self.departed)
            && departed <= arrived
        {
            return Some(format!("The departure on {departed} is not after the arrival on {arrived}."));
        }
        if self.departed.is_some() && self.arrived.is_none() {
            return Some("A departure is reported without an arrival.".to_owned());
        }
        self.arrived
            .into_iter()
            .chain(self.departed)
            .find(|day| *day > self.as_of)
            .map(|day| format!("{day} is reported as past on {}.", self.as_of))
    }
}

impl Decide for ReportTour {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        known_billet(world, self.billet)?;
        let person = known_person(world, self.person)?;
        let held: Option<TourId> = person.tours.iter().copied().find(|id| {
            let tour = &world.tours[*id];
            (tour.billet, tour.report) == (self.billet, self.report) && tour.cancelled.is_none()
        });
        if held.is_some_and(|id| self.says_the_same_as(&world.tours[id])) {
            return Ok(Vec::new());
        }
        let subjects = |tour| Subjects { billet: Some(self.billet), person: Some(self.person), tour: Some(tour) };
        if let Some(id) = held
            && world.tours[id].source != self.source
            && *world.tours[id].source != *PLANNED_HERE
        {
            let owner = &world.tours[id];
            let detail = format!(
                "{} says until {}; {} says until {}, or other days of order, arrival or departure.",
                owner.source, owner.rotation, self.source, self.rotation
            );
            let kind = ContradictionKind::SourcesDisagree;
            return Ok(note(world, context, &self.source, kind, subjects(id), detail).into_iter().collect());
        }
        let tour = held.unwrap_or(world.tours.next_id());
        let mut found: Vec<(ContradictionKind, String)> = Vec::new();
        if let Some(problem) = self.dates_that_cannot_be() {
            found.push((ContradictionKind::ImpossibleDate, problem));
        } else {
            let late = world.lever(Lever::LateReportDays, self.as_of);
            let news = self
                .departed
                .filter(|_| held.is_none_or(|id| world.tours[id].departed.is_none()))
                .or(self.arrived.filter(|_| held.is_some_and(|id| world.tours[id].arrived.is_none())));
            if let Some(day) = news
                && i64::from(days_between(day, self.as_of)) > late
                && held.is_some()
            {
                found.push((
                    ContradictionKind::LateReport,
                    format!("What happened on {day} was reported on {}.", self.as_of),
                ));
            }
            let period = Period::new(self.arrived.unwrap_or(self.report), Some(self.departed.unwrap_or(self.rotation)));
            if let Ok(period) = period {
                let asked = TourAsked {
                    tour: held,
                    person: self.person,
                    billet: self.billet,
                    incumbency: self.incumbency,
                    period,
                };
                found.extend(
                    conflicts(world, &asked).into_iter().map(|conflict| (conflict.kind, conflict.refusal.problem)),
                );
            }
        }
        let mut events: Vec<Event> = vec![
            TourReported {
                tour,
                source: self.source.clone(),
                person: self.person,
                billet: self.billet,
                incumbency: self.incumbency,
                report: self.report,
                rotation: self.rotation,
                accompanied: self.accompanied,
                ordered: self.ordered,
                arrived: self.arrived,
                departed: self.departed,
            }
            .into(),
        ];
        events.extend(
            found
                .into_iter()
                .filter_map(|(kind, detail)| note(world, context, &self.source, kind, subjects(tour), detail)),
        );
        Ok(events)
    }

    fn subject(&self, world: &World) -> Subject {
        Subject {
            person: Some(self.person),
            service: world.people.get(self.person).map(|person| person.service),
            ..super::billet_commands::billet_subject(world, self.billet)
        }
    }
}

#[derive(Default, Clone, Copy)]
struct Subjects {
    billet: Option<BilletId>,
    person: Option<PersonId>,
    tour: Option<TourId>,
}

/// The event that notes a contradiction; `None` if the same was noted before.
fn note(
    world: &World,
    context: &Context,
    source: &Text,
    kind: ContradictionKind,
    subjects: Subjects,
    detail: String,
) -> Option<Event> {
    let Subjects { billet, person, tour } = subjects;
    let (source, detail) = (source.clone(), detail.into());
    super::note(world, Noted { kind, source, billet, person, tour, detail, noted: context.today, row: None })
}

/// Whether what a report was flagged for still holds on a day; `None` where later facts cannot tell.
pub(crate) fn still_holds(world: &World, noted: &Contradiction, day: Date) -> Option<bool> {
    let person = noted.person.map(|id| &world.people[id]);
    match noted.kind {
        ContradictionKind::ExpiredScore => {
            let months = i32::try_from(world.lever(Lever::LanguageScoreMonths, day)).unwrap_or(i32::MAX);
            person.map(|person| person.languages.iter().any(|score| add_months(score.tested, months) <= day))
        }
        ContradictionKind::ImpossibleDate if noted.tour.is_none() => {
            person.map(|person| impossible_dates(&person.facts_on(day), noted.noted).is_some())
        }
        ContradictionKind::SecondIncumbent
        | ContradictionKind::OutsideAuthorisation
        | ContradictionKind::TwoPlaces
        | ContradictionKind::WrongService
        | ContradictionKind::Section515Exceeded
        | ContradictionKind::BeyondSeparation => {
            let id = noted.tour?;
            let tour = &world.tours[id];
            let Some(period) = tour.period() else { return Some(tour.cancelled.is_none()) };
            let asked = TourAsked {
                tour: Some(id),
                person: tour.person,
                billet: tour.billet,
                incumbency: tour.incumbency,
                period,
            };
            Some(conflicts(world, &asked).iter().any(|conflict| conflict.kind == noted.kind))
        }
        _ => None,
    }
}
