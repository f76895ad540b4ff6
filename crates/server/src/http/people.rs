//! People: the list with its filters, and one person with where each fact comes from.

use axum::Json;
use axum::response::Response;
use muster_domain::sources::{Provenance, provenance};
use muster_domain::workforce::{Clearance, FamilyFacts, Incumbency, PersonalFacts, TourStatus};
use muster_domain::{ContradictionId, Date, Grade, OfficeId, Period, PersonId, Position, Service, Text, TourId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::billets::grade_key;
use super::etag::versioned;
use super::names::{BilletName, Names, OfficeName, matches, score};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use super::reconcile::{self, QueueRow};
use crate::policy::{FieldClass, Question};

/// Which people.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PersonFilter {
    /// Serving in this command or agency, with all below it.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Serving in this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// Of this service.
    #[param(inline)]
    service: Option<Service>,
    /// Of this grade today.
    #[param(value_type = Option<Grade>, inline)]
    grade: Option<Grade>,
    /// Words in name, number or specialty.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Rotating before this day.
    rotating_before: Option<Date>,
    /// Between offices.
    unassigned: Option<bool>,
    /// The order.
    #[param(inline)]
    sort: Option<PersonSort>,
    /// Largest first.
    descending: Option<bool>,
}

/// Orders of the list.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PersonSort {
    #[default]
    Id,
    Name,
    Grade,
    Rotation,
}

/// A person in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonRow {
    /// Their id.
    pub id: PersonId,
    /// The number their system of record knows them by.
    pub number: Text,
    /// Family name, given name.
    pub name: Text,
    /// Service.
    pub service: Service,
    /// Grade today.
    pub grade: Grade,
    /// Specialties.
    pub specialties: Vec<Text>,
    /// The office they serve in today.
    pub office: Option<OfficeName>,
    /// The billet they hold today.
    pub billet: Option<BilletName>,
    /// When they arrived there.
    pub arrived: Option<Date>,
    /// When they rotate.
    pub rotation: Option<Date>,
    /// Where they go next, if that is planned.
    pub next: Option<NextTour>,
    /// Language scores, as `Arabic 2+/2/2 (2024-05-01)`.
    pub languages: Vec<String>,
    /// Clearance that holds today.
    pub clearance: Clearance,
    /// Certificates that hold today.
    pub certificates: Vec<String>,
    /// The system of record that owns the row.
    pub source: Text,
}

/// A planned next tour.
#[derive(Debug, Serialize, ToSchema)]
pub struct NextTour {
    /// Its office.
    pub office: OfficeName,
    /// Its billet.
    pub billet: BilletName,
    /// The report date.
    pub report: Date,
}

/// A person with their tours and what is sealed.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: PersonRow,
    /// Every tour, earliest first.
    pub tours: Vec<PersonTour>,
    /// Personal facts, where they are the asker's to see.
    pub personal: Option<PersonalFacts>,
    /// Family facts, where they are the asker's to see.
    pub family: Option<FamilyFacts>,
    /// Where each of the ordinary fields comes from, and who says otherwise.
    pub provenance: Vec<Provenance>,
    /// What systems of record contradict about this person, and nobody has decided or settled.
    pub contradictions: Vec<QueueRow>,
    /// The journal position that last changed the row.
    pub changed: Position,
}

/// A tour of a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonTour {
    /// Its id.
    pub id: TourId,
    /// Its office.
    pub office: OfficeName,
    /// Its billet.
    pub billet: BilletName,
    /// Where it stands.
    pub status: TourStatus,
    /// Primary or additional.
    pub incumbency: Incumbency,
    /// The days in the billet; none when cancelled or reported backwards.
    pub period: Option<Period>,
    /// The report date planned.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// The position that last changed it.
    pub changed: Position,
}

/// The people in scope
#[utoipa::path(get, path = "/api/people", tag = "workforce", params(PersonFilter, Paging), responses(
    (status = 200, body = Page<PersonRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<PersonFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<PersonRow>>> {
    let names = Names::of(&asker);
    let sort = filter.sort.unwrap_or_default();
    let world = &*asker.world;
    let rows = world
        .people
        .iter()
        .filter(|(id, _)| names.people.sees_person(world, *id, asker.today) && filter.admits(&asker, *id))
        .map(|(id, person)| {
            let key = match sort {
                PersonSort::Id => Text::default(),
                PersonSort::Name => person.name.clone(),
                PersonSort::Grade => grade_key(person.grade_on(asker.today)),
                PersonSort::Rotation => {
                    current(&asker, id).map(|(_, tour)| Text::from(tour.rotation.to_string())).unwrap_or_default()
                }
            };
            (Place(key, id.0), id)
        });
    paging.page(rows, filter.descending.unwrap_or(false), |id| row(&asker, &names, id)).map(Json)
}

impl PersonFilter {
    fn admits(&self, asker: &Asker, id: PersonId) -> bool {
        let (world, today) = (&*asker.world, asker.today);
        let person = &world.people[id];
        let home = || world.home_of(id, today);
        self.service.is_none_or(|service| person.service == service)
            && self.grade.is_none_or(|grade| person.grade_on(today) == grade)
            && self.q.as_deref().is_none_or(|q| {
                let specialties: Vec<&str> = person.specialties.iter().map(|text| &**text).collect();
                matches(q, &[&[&*person.name, &*person.number], &specialties[..]].concat())
            })
            && self.office.is_none_or(|office| home() == Some(office))
            && self.command.is_none_or(|command| {
                home().is_some_and(|home| home == command || world.command_of(home, today) == command)
            })
            && self.unassigned.is_none_or(|unassigned| home().is_none() == unassigned)
            && self.rotating_before.is_none_or(|day| current(asker, id).is_some_and(|(_, tour)| tour.rotation < day))
    }
}

/// The primary tour of today.
fn current(asker: &Asker, id: PersonId) -> Option<(TourId, &muster_domain::workforce::Tour)> {
    let world = &*asker.world;
    let tours = world.people[id].tours.iter().map(|tour| (*tour, &world.tours[*tour]));
    tours
        .filter(|(_, tour)| tour.is_primary())
        .find(|(_, tour)| tour.period().is_some_and(|period| period.contains(asker.today)))
}

fn row(asker: &Asker, names: &Names, id: PersonId) -> PersonRow {
    let (world, today) = (&*asker.world, asker.today);
    let person = &world.people[id];
    let now = current(asker, id).map(|(_, tour)| tour);
    let later = person.tours.iter().map(|tour| &world.tours[*tour]).filter(|tour| tour.is_primary());
    let later =
        later.filter(|tour| tour.period().is_some_and(|period| period.from() > today)).min_by_key(|tour| tour.report);
    let office_on = |tour: &muster_domain::workforce::Tour, day: Date| {
        names.office(world.billets[tour.billet].terms_near(day).office)
    };
    PersonRow {
        id,
        number: person.number.clone(),
        name: person.name.clone(),
        service: person.service,
        grade: person.grade_on(today),
        specialties: person.specialties.clone(),
        office: now.map(|tour| office_on(tour, today)),
        billet: now.map(|tour| names.billet(tour.billet, today)),
        arrived: now.and_then(|tour| tour.arrived),
        rotation: now.map(|tour| tour.rotation),
        next: later.map(|tour| NextTour {
            office: office_on(tour, tour.report),
            billet: names.billet(tour.billet, tour.report),
            report: tour.report,
        }),
        languages: person.languages.iter().map(score).collect(),
        clearance: person.clearance.on(today),
        certificates: person
            .certificates
            .iter()
            .filter(|certificate| certificate.holds_on(today))
            .map(|certificate| {
                format!("{}, {}", certificate.area.title(), format!("{:?}", certificate.level).to_lowercase())
            })
            .collect(),
        source: person.source.clone(),
    }
}

/// One person
#[utoipa::path(get, path = "/api/people/{person}", tag = "workforce", params(("person" = PersonId, Path, description = "The person")), responses(
    (status = 200, body = PersonPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<PersonId>) -> Answer<Response> {
    let world = &*asker.world;
    let names = Names::of(&asker);
    if !names.people.sees_person(world, id, asker.today) {
        return Err(Problem::not_found());
    }
    let held = world.people.row(id).ok_or_else(Problem::not_found)?;
    let sees = |class| asker.class_scope(Question::People, class).sees_person(world, id, asker.today);
    let mut tours: Vec<PersonTour> = held.fact.tours.iter().map(|tour| person_tour(&asker, &names, *tour)).collect();
    tours.sort_by_key(|tour| tour.report);
    let scope = asker.scope(Question::Contradictions);
    let live = |noted: &ContradictionId| {
        let held = &world.contradictions[*noted];
        held.is_live() && scope.sees_contradiction(world, held, asker.today)
    };
    let contradictions: Vec<ContradictionId> = world.flagged_person(id).iter().copied().filter(live).collect();
    let page = PersonPage {
        row: row(&asker, &names, id),
        tours,
        personal: held.fact.personal.clone().filter(|_| sees(FieldClass::Personal)),
        family: held.fact.family.clone().filter(|_| sees(FieldClass::Family)),
        provenance: provenance(world, id, asker.today),
        contradictions: contradictions.iter().map(|noted| reconcile::row(&asker, &names, *noted)).collect(),
        changed: held.changed,
    };
    Ok(versioned(held.changed, page))
}

fn person_tour(asker: &Asker, names: &Names, id: TourId) -> PersonTour {
    let held = asker.world.tours.row(id).expect("a person's tours are rows of the World");
    let tour = &held.fact;
    PersonTour {
        id,
        office: names.office(asker.world.billets[tour.billet].terms_near(tour.report).office),
        billet: names.billet(tour.billet, tour.report),
        status: tour.status(),
        incumbency: tour.incumbency,
        period: tour.period(),
        report: tour.report,
        rotation: tour.rotation,
        accompanied: tour.accompanied,
        changed: held.changed,
    }
}
