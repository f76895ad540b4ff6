//! Posts: the list with status and people, and one post with its history, its people and the departure in force.

use axum::Json;
use axum::response::Response;
use muster_domain::access::Scope;
use muster_domain::organization::{
    Departure, DepartureEnd, DepartureReach, Differentials, Post, PostStatus, Rescission,
};
use muster_domain::policy::Lever;
use muster_domain::{CountryId, Date, Period, Position, PostId, Text, TourId};
use muster_staffing::{AtPost, PostCounts};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::etag::versioned;
use super::names::{BilletName, CountryName, Names, OfficeName, PersonName, PostName, matches};
use super::paging::{Page, Paging, Place};
use super::presence::Duty;
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::{FieldClass, Question};

/// Which posts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PostFilter {
    /// Of this status today.
    #[param(inline)]
    status: Option<PostStatus>,
    /// In this country.
    #[param(value_type = Option<CountryId>, inline)]
    country: Option<CountryId>,
    /// In a partner country, or not.
    abroad: Option<bool>,
    /// Words in the name of the post or its country.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// A post in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostRow {
    /// Its id.
    pub id: PostId,
    /// City.
    pub name: Text,
    /// The host country; none in the United States.
    pub country: Option<CountryName>,
    /// Status today.
    pub status: PostStatus,
    /// Differentials today.
    pub differentials: Option<Differentials>,
    /// The asker's offices there.
    pub offices: Vec<OfficeName>,
    /// What these offices have there today.
    #[serde(flatten)]
    pub counts: PostCountsRow,
    /// The ordered departure in force.
    pub departure: Option<DepartureNow>,
}

/// What a post has, of the offices that the asker sees.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostCountsRow {
    /// Billets authorised.
    pub authorised: u32,
    /// Billets covered.
    pub assigned: u32,
    /// People on station.
    pub present: u32,
    /// People assigned who are elsewhere.
    pub away: u32,
    /// People present without a billet.
    pub augmented: u32,
}

impl From<&PostCounts> for PostCountsRow {
    fn from(counts: &PostCounts) -> Self {
        let PostCounts { authorised, assigned, present, away, augmented, .. } = *counts;
        Self { authorised, assigned, present, away, augmented }
    }
}

/// The departure in force, and how long it may last.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartureNow {
    /// Its first day.
    pub from: Date,
    /// Where people went.
    pub safe_haven: PostName,
    /// Whom it took away.
    pub reach: DepartureReach,
    /// Days up to and with today, departures that adjoin counted as one.
    pub days: i32,
    /// Days it may last.
    pub limit: i64,
    /// Days left; negative once it lasts too long.
    pub left: i64,
    /// Whether its end is near or past.
    pub near: bool,
}

impl DepartureNow {
    fn of(names: &Names, post: &Post) -> Option<Self> {
        let (world, today) = (&names.world, names.today);
        let (departure, days) = post.departure_on(today).zip(post.days_departed(today))?;
        let limit = world.lever(Lever::DepartureDays, today);
        let left = limit - i64::from(days);
        Some(Self {
            from: departure.from,
            safe_haven: names.post(departure.safe_haven),
            reach: departure.reach,
            days,
            limit,
            left,
            near: left <= world.lever(Lever::DepartureWarningDays, today),
        })
    }
}

/// A post with what stands around it.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: PostRow,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// Status by date, earliest first, ordered departures among them.
    pub history: Vec<StatusSpan>,
    /// Every ordered departure recorded, the latest first.
    pub departures: Vec<DepartureRow>,
    /// Differentials by date, earliest first.
    pub differential_history: Vec<DifferentialSpan>,
    /// Everybody whose place of duty it is or who is on duty there, as far as the asker sees them; none listed at home.
    pub people: Vec<PostPerson>,
    /// Planned arrivals that are held.
    pub held: Vec<HeldRow>,
    /// The journal position that last changed the post.
    pub changed: Position,
}

/// A status and its days.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatusSpan {
    /// The days.
    pub period: Period,
    /// The status.
    pub status: PostStatus,
}

/// Differentials and their days.
#[derive(Debug, Serialize, ToSchema)]
pub struct DifferentialSpan {
    /// The days.
    pub period: Period,
    /// The percentages.
    pub differentials: Differentials,
}

/// An ordered departure as it was recorded.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartureRow {
    /// Its first day.
    pub from: Date,
    /// Where people went.
    pub safe_haven: PostName,
    /// Whom it took away.
    pub reach: DepartureReach,
    /// Who stayed as essential, as far as the asker sees them.
    pub essential: Vec<PersonName>,
    /// How many stayed as essential.
    pub essential_count: usize,
    /// The document it rests on.
    pub document: Text,
    /// When and how it ended.
    pub end: Option<DepartureEnd>,
    /// Why it never was, if it was recorded by mistake.
    pub rescinded: Option<Rescission>,
}

/// Somebody whose place of duty is the post, or who is on duty there.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostPerson {
    /// Who.
    pub person: PersonName,
    /// The billet they hold.
    pub billet: Option<BilletName>,
    /// The office they are assigned to, or are present at.
    pub office: OfficeName,
    /// Where they are on duty.
    pub duty: Duty,
    /// Whether the departure in force names them as essential.
    pub essential: bool,
    /// Whether dependents came along.
    pub accompanied: bool,
    /// Dependents, where they are the asker's to see.
    pub dependents: Option<u8>,
    /// When they rotate.
    pub rotation: Option<Date>,
}

/// A planned arrival that is held.
#[derive(Debug, Serialize, ToSchema)]
pub struct HeldRow {
    /// The tour.
    pub tour: TourId,
    /// Who, as far as the asker sees them.
    pub person: Option<PersonName>,
    /// The billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The report date planned.
    pub report: Date,
}

/// The posts of the offices in scope
#[utoipa::path(get, path = "/api/posts", tag = "organization", params(PostFilter, Paging), responses(
    (status = 200, body = Page<PostRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<PostFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<PostRow>>> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let counts = muster_staffing::post_counts(world, &asker.scope(Question::Billets), asker.today, asker.today);
    let rows = counts.iter().filter(|(id, _)| {
        let post = &world.posts[**id];
        let country = post.country.map(|country| &*world.countries[country].name).unwrap_or_default();
        filter.status.is_none_or(|status| post.status_on(asker.today) == status)
            && filter.country.is_none_or(|country| post.country == Some(country))
            && filter.abroad.is_none_or(|abroad| post.country.is_some() == abroad)
            && filter.q.as_deref().is_none_or(|q| matches(q, &[&post.name, country]))
    });
    let rows = rows.map(|(id, counts)| (Place(world.posts[*id].name.clone(), id.0), (*id, counts)));
    paging.page(rows, false, |(id, counts)| row(&names, id, counts)).map(Json)
}

fn row(names: &Names, id: PostId, counts: &PostCounts) -> PostRow {
    let post = &names.world.posts[id];
    PostRow {
        id,
        name: post.name.clone(),
        country: post.country.map(|country| names.country(country)),
        status: post.status_on(names.today),
        differentials: post.differentials.at(names.today).copied(),
        offices: counts.offices.iter().map(|office| names.office(*office)).collect(),
        counts: counts.into(),
        departure: DepartureNow::of(names, post),
    }
}

/// One post
#[utoipa::path(get, path = "/api/posts/{post}", tag = "organization", params(("post" = PostId, Path, description = "The post")), responses(
    (status = 200, body = PostPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<PostId>) -> Answer<Response> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let held = world.posts.row(id).ok_or_else(Problem::not_found)?;
    let post = &held.fact;
    let scope = asker.scope(Question::Billets);
    let counts = muster_staffing::post_counts(world, &scope, asker.today, asker.today);
    let counts = counts.get(&id).ok_or_else(Problem::not_found)?;
    let at_post = match post.country {
        Some(_) => muster_staffing::people_at_post(world, id, asker.today, asker.today),
        None => Vec::new(),
    };
    let family = asker.class_scope(Question::People, FieldClass::Family);
    let waiting = muster_staffing::held_arrivals(world, id, asker.today);
    let page = PostPage {
        row: row(&names, id, counts),
        lat: f64::from(post.latitude_milli) / 1000.0,
        lon: f64::from(post.longitude_milli) / 1000.0,
        history: history(post),
        departures: post.departures.iter().rev().map(|departure| departure_row(&names, departure)).collect(),
        differential_history: post
            .differentials
            .spans()
            .map(|(period, differentials)| DifferentialSpan { period, differentials: *differentials })
            .collect(),
        people: at_post.iter().filter_map(|found| person(&names, &family, post, found)).collect(),
        held: waiting.into_iter().filter_map(|tour| held_row(&names, &scope, tour)).collect(),
        changed: held.changed,
    };
    Ok(versioned(held.changed, page))
}

/// Status by date: what was set, with ordered departures cut into it.
fn history(post: &Post) -> Vec<StatusSpan> {
    let departures = || post.departures.iter().filter_map(Departure::days);
    let mut days: Vec<Date> = post.status.iter().map(|(from, _)| from).collect();
    days.extend(departures().flat_map(|period| [period.from(), period.end()]).filter(|day| *day != Date::MAX));
    days.sort_unstable();
    days.dedup();
    let mut spans: Vec<StatusSpan> = Vec::new();
    for (i, from) in days.iter().enumerate() {
        let Ok(period) = Period::new(*from, days.get(i + 1).copied()) else { continue };
        let status = post.status_on(*from);
        match spans.last_mut().filter(|last| last.status == status) {
            Some(last) => last.period = Period::new(last.period.from(), period.until()).unwrap_or(last.period),
            None => spans.push(StatusSpan { period, status }),
        }
    }
    spans
}

fn departure_row(names: &Names, departure: &Departure) -> DepartureRow {
    DepartureRow {
        from: departure.from,
        safe_haven: names.post(departure.safe_haven),
        reach: departure.reach,
        essential: departure.essential.iter().filter_map(|person| names.person(*person)).collect(),
        essential_count: departure.essential.len(),
        document: departure.document.clone(),
        end: departure.end.clone(),
        rescinded: departure.rescinded.clone(),
    }
}

fn person(names: &Names, family: &Scope, post: &Post, found: &AtPost) -> Option<PostPerson> {
    let (world, today) = (&*names.world, names.today);
    let person = names.person(found.person)?;
    let tour = found.tour.map(|tour| &world.tours[tour]);
    let terms = tour.map(|tour| world.billets[tour.billet].terms_near(today));
    let accompanied = tour.is_some_and(|tour| tour.accompanied);
    let facts = world.people[found.person].family.as_ref();
    let essential = post.departure_on(today).is_some_and(|held| held.essential.contains(&found.person));
    Some(PostPerson {
        person,
        billet: tour.map(|tour| names.billet(tour.billet, today)),
        office: names.office(terms.map_or(found.on_duty.office, |terms| terms.office)),
        duty: Duty::of(names, &found.on_duty),
        essential,
        accompanied,
        dependents: facts
            .map(|facts| facts.dependents)
            .filter(|_| accompanied && family.sees_person(world, found.person, today)),
        rotation: tour.map(|tour| tour.rotation),
    })
}

pub(super) fn held_row(names: &Names, scope: &Scope, id: TourId) -> Option<HeldRow> {
    let tour = &names.world.tours[id];
    let office = names.world.billets[tour.billet].terms_near(tour.report).office;
    scope.sees_office(office).then(|| HeldRow {
        tour: id,
        person: names.person(tour.person),
        billet: names.billet(tour.billet, tour.report),
        office: names.office(office),
        report: tour.report,
    })
}
