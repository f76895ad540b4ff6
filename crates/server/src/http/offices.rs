//! Offices: the list, one office, its billets as a timeline, its demand.

use axum::Json;
use axum::response::Response;
use jiff::ToSpan;
use muster_domain::organization::{Act, AuthorityHolder, AuthorityKind, Differentials, OfficeKind, PostStatus};
use muster_domain::{CountryId, Date, OfficeId, Period, Position, Text};
use muster_staffing::manning::LedgerAuthorityKind;
use muster_staffing::{Demand, PictureRow, Rotation, Timeline};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::countries::OnDay;
use super::etag::versioned;
use super::names::{CountryName, Names, OfficeName, PostName, matches};
use super::paging::{Page, Paging, Place};
use super::presence::OfficePresence;
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

/// Which offices.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct OfficeFilter {
    /// Of this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<OfficeKind>,
    /// Words in code, name or designation.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// An office in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeRow {
    /// Its id.
    pub id: OfficeId,
    /// Its code.
    pub code: Text,
    /// Its name.
    pub name: Text,
    /// What sort of organisation it is.
    pub kind: OfficeKind,
    /// What an SCO is called in its country.
    pub designation: Option<Text>,
    /// The host country of an SCO.
    pub country: Option<CountryName>,
    /// The command or agency above.
    pub command: OfficeName,
    /// Where it is.
    pub post: PostName,
    /// The post's status today.
    pub post_status: PostStatus,
    /// Strength today.
    pub picture: PictureRow,
    /// Days without an incumbent, over all billets, in the year up to today.
    pub gap_days_year: i64,
}

/// An office with what stands around it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficePage {
    /// As in lists, on the day asked.
    #[serde(flatten)]
    pub row: OfficeRow,
    /// IANA time zone of its deadlines.
    pub zone: Text,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// From when until when it exists.
    pub existence: Period,
    /// The post's differentials.
    pub differentials: Option<Differentials>,
    /// The manpower review in force.
    pub validated: Option<Review>,
    /// Who holds which authority over it.
    pub authorities: Vec<AuthorityRow>,
    /// Members under section 515 in its country.
    pub section_515: Option<Section515>,
    /// Who of its people is elsewhere today, and who is here without a billet.
    pub presence: OfficePresence,
    /// Who rotates in the next year.
    pub rotations: Vec<Rotation>,
    /// The journal position that last changed the office.
    pub changed: Position,
}

/// A manpower review.
#[derive(Debug, Serialize, ToSchema)]
pub struct Review {
    /// From which day it holds.
    pub from: Date,
    /// The strength it validates.
    pub strength: u32,
    /// Its document.
    pub document: Text,
}

/// An authority over the office.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuthorityRow {
    /// Which kind.
    pub kind: AuthorityKind,
    /// The name people use.
    pub title: &'static str,
    /// Who holds it.
    pub holder: String,
    /// The acts it confers.
    pub acts: &'static [Act],
    /// From when until when.
    pub period: Period,
    /// The document it rests on.
    pub source: Text,
}

/// The section-515 ledger of a country in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct Section515 {
    /// Which country.
    pub country: CountryId,
    /// Covered billets that count, on the day.
    pub members: u32,
    /// Billets that would count if filled.
    pub billets: u32,
    /// Members allowed.
    pub limit: u32,
    /// Allowed less counted.
    pub left: i64,
    /// The law or waiver that allows more than the general limit.
    pub document: Option<Text>,
    /// The first day of the next 36 months on which more members are there than allowed.
    pub exceeded: Option<Date>,
}

/// Days ahead within which the office's page shows rotations.
const ROTATIONS_WITHIN: i32 = 365;

/// From two years before a day until three years after it: the range of the pages.
pub(super) fn five_years(today: Date) -> Period {
    let from = today.saturating_sub(2.years());
    Period::new(from, Some(today.saturating_add(3.years()))).unwrap_or_else(|_| Period::open(from))
}

/// The offices in scope
#[utoipa::path(get, path = "/api/offices", tag = "organization", params(OfficeFilter, OnDay, Paging), responses(
    (status = 200, body = Page<OfficeRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<OfficeFilter>,
    Params(day): Params<OnDay>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<OfficeRow>>> {
    let on = asker.date(day.on)?;
    let (world, names) = (&*asker.world, Names::of(&asker));
    let scope = asker.scope(Question::Billets);
    let rows = scope.offices().filter(|id| {
        let office = &world.offices[*id];
        filter.kind.is_none_or(|kind| office.kind == kind)
            && filter.command.is_none_or(|command| *id == command || world.command_of(*id, on) == command)
            && filter.q.as_deref().is_none_or(|q| {
                matches(q, &[&office.code, &office.name, office.designation.as_deref().unwrap_or_default()])
            })
    });
    let rows = rows.map(|id| (Place(world.offices[id].code.clone(), id.0), id));
    paging.page(rows, false, |id| row(&asker, &names, id, on)).map(Json)
}

fn row(asker: &Asker, names: &Names, id: OfficeId, on: Date) -> OfficeRow {
    let world = &*asker.world;
    let office = &world.offices[id];
    let index = asker.app.index(world);
    let year = Period::new(asker.today.saturating_sub(1.year()), Some(asker.today))
        .unwrap_or_else(|_| Period::open(asker.today));
    OfficeRow {
        id,
        code: office.code.clone(),
        name: office.name.clone(),
        kind: office.kind,
        designation: office.designation.clone(),
        country: office.country.map(|country| names.country(country)),
        command: names.command(id, on),
        post: names.post(office.post),
        post_status: world.posts[office.post].status_on(on),
        picture: muster_staffing::office_row(world, &index, id, on, asker.today)
            .expect("the office is a row of this World"),
        gap_days_year: muster_staffing::gap_days(world, id, year, asker.today),
    }
}

pub(super) fn seen(asker: &Asker, id: OfficeId) -> Answer<()> {
    let there = asker.world.offices.get(id).is_some() && asker.scope(Question::Billets).sees_office(id);
    if there { Ok(()) } else { Err(Problem::not_found()) }
}

/// One office
#[utoipa::path(get, path = "/api/offices/{office}", tag = "organization", params(("office" = OfficeId, Path, description = "The office"), OnDay), responses(
    (status = 200, body = OfficePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<OfficeId>, Params(day): Params<OnDay>) -> Answer<Response> {
    let on = asker.date(day.on)?;
    seen(&asker, id)?;
    let (world, names) = (&*asker.world, Names::of(&asker));
    let held = world.offices.row(id).ok_or_else(Problem::not_found)?;
    let (office, post) = (&held.fact, &world.posts[held.fact.post]);
    let authorities =
        world.authorities.iter().filter(|authority| authority.over == id && authority.period.contains(on));
    let page = OfficePage {
        row: row(&asker, &names, id, on),
        zone: office.zone.clone(),
        lat: f64::from(post.latitude_milli) / 1000.0,
        lon: f64::from(post.longitude_milli) / 1000.0,
        existence: office.existence,
        differentials: post.differentials.at(on).copied(),
        validated: office.validated.iter().rfind(|(from, _)| *from <= on).map(|(from, review)| Review {
            from,
            strength: review.strength,
            document: review.document.clone(),
        }),
        authorities: authorities
            .map(|authority| AuthorityRow {
                kind: authority.kind,
                title: AuthorityKind::ALL[authority.kind as usize].title,
                holder: match authority.holder {
                    AuthorityHolder::Office(holder) => world.offices[holder].name.to_string(),
                    AuthorityHolder::Service(service) => service.title().to_owned(),
                    AuthorityHolder::Mission => "Chief of mission".to_owned(),
                },
                acts: authority.kind.acts(),
                period: authority.period,
                source: authority.source.clone(),
            })
            .collect(),
        section_515: section_515(&asker, id, on),
        presence: OfficePresence::of(&asker, &names, id),
        rotations: muster_staffing::rotations(world, &names.people, on, asker.today, ROTATIONS_WITHIN, Some(id)),
        changed: held.changed,
    };
    Ok(versioned(held.changed, page))
}

fn section_515(asker: &Asker, id: OfficeId, on: Date) -> Option<Section515> {
    let country = asker.world.offices[id].country?;
    let names = Names::of(asker);
    let scope = asker.scope(Question::Billets);
    let ledger = muster_staffing::manning::ledger(&asker.world, &scope, &names.people, country, on, asker.today)?;
    Some(Section515 {
        country,
        members: ledger.members,
        billets: ledger.billets,
        limit: ledger.limit,
        left: ledger.left,
        document: (ledger.authority.kind == LedgerAuthorityKind::Recorded).then_some(ledger.authority.document),
        exceeded: ledger.exceeded,
    })
}

/// Which days of a timeline.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Days {
    /// The first day; two years back unless given.
    from: Option<Date>,
    /// The day after the last; three years ahead unless given.
    until: Option<Date>,
}

/// An office's billets as timelines, with the gaps between incumbents
#[utoipa::path(get, path = "/api/offices/{office}/timeline", tag = "organization", params(("office" = OfficeId, Path, description = "The office"), Days), responses(
    (status = 200, body = Timeline), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn timeline(
    asker: Asker,
    PathId(id): PathId<OfficeId>,
    Params(days): Params<Days>,
) -> Answer<Json<Timeline>> {
    seen(&asker, id)?;
    let whole = five_years(asker.today);
    let (from, until) =
        (asker.date(Some(days.from.unwrap_or(whole.from())))?, asker.date(Some(days.until.unwrap_or(whole.end())))?);
    let within = Period::new(from, Some(until)).map_err(|error| {
        Problem::new(axum::http::StatusCode::BAD_REQUEST, format!("{error}.")).mend("Give `until` after `from`.")
    })?;
    Ok(Json(muster_staffing::office_timeline(&asker.world, &asker.scope(Question::People), id, within, asker.today)))
}

/// What the workload standard gives for an SCO, down to the source rows
#[utoipa::path(get, path = "/api/offices/{office}/demand", tag = "organization", params(("office" = OfficeId, Path, description = "The office"), OnDay), responses(
    (status = 200, body = Demand), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn demand(
    asker: Asker,
    PathId(id): PathId<OfficeId>,
    Params(day): Params<OnDay>,
) -> Answer<Json<Demand>> {
    let on = asker.date(day.on)?;
    seen(&asker, id)?;
    asker.app.index(&asker.world).demand(&asker.world, id, on).map(Json).ok_or_else(|| Problem {
        detail: "The workload standard covers security cooperation organisations only.".to_owned(),
        ..Problem::not_found()
    })
}
