//! What an ordered departure would do, before it is recorded: the command's own body goes in, its effect comes out, and
//! nothing changes.

use axum::Json;
use muster_domain::access::Scope;
use muster_domain::organization::{EndDeparture, OrderDeparture, RescindDeparture};
use muster_domain::{Command, Context, Date, PersonId, PostId};
use muster_staffing::{DepartureMove, FamilyMove, Move, PresenceCounts, departure_effect};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::asker::Asker;
use super::names::{BilletName, Names, OfficeName, PersonName, PostName};
use super::posts::{HeldRow, held_row};
use super::problem::{Answer, JsonBody, PathId, Problem};
use crate::policy::{FieldClass, Question};

/// The command whose effect is asked for, as it would be given.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(tag = "command", content = "body")]
pub enum DepartureAsk {
    /// Ordering a departure.
    #[serde(rename = "order_departure")]
    Order(OrderDeparture),
    /// Ending the one in force.
    #[serde(rename = "end_departure")]
    End(EndDeparture),
    /// Undoing one recorded by mistake.
    #[serde(rename = "rescind_departure")]
    Rescind(RescindDeparture),
}

impl DepartureAsk {
    fn post(&self) -> PostId {
        match self {
            Self::Order(order) => order.post,
            Self::End(end) => end.post,
            Self::Rescind(rescind) => rescind.post,
        }
    }

    fn people(&self) -> &[PersonId] {
        if let Self::Order(order) = self { &order.essential } else { &[] }
    }
}

impl From<DepartureAsk> for Command {
    fn from(ask: DepartureAsk) -> Self {
        match ask {
            DepartureAsk::Order(order) => order.into(),
            DepartureAsk::End(end) => end.into(),
            DepartureAsk::Rescind(rescind) => rescind.into(),
        }
    }
}

/// What a command about a departure would do, as far as the asker sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeparturePreview {
    /// The post.
    pub post: PostName,
    /// The first day on which anything is different.
    pub on: Date,
    /// Everybody concerned.
    pub people: Vec<DeparturePerson>,
    /// Planned arrivals that are or would be held.
    pub arrivals: Vec<DepartureArrival>,
    /// Every office concerned.
    pub offices: Vec<DepartureOffice>,
    /// The same, added up.
    pub totals: DepartureTotals,
}

/// What would become of one person.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeparturePerson {
    /// Who.
    pub person: PersonName,
    /// The billet they hold.
    pub billet: Option<BilletName>,
    /// The office they are on duty at.
    pub office: OfficeName,
    /// Whether the departure names them as essential.
    pub essential: bool,
    /// What becomes of them.
    pub moves: Move,
    /// The rotation date that a curtailment takes away.
    pub rotation_before: Option<Date>,
    /// What becomes of the family.
    pub family: FamilyMove,
    /// Dependents, where they are the asker's to see.
    pub dependents: Option<u8>,
}

/// What would become of a planned arrival.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartureArrival {
    /// Who arrives where and when.
    #[serde(flatten)]
    pub arrival: HeldRow,
    /// Whether it is held as things are.
    pub before: bool,
    /// Whether it would be.
    pub after: bool,
}

/// What would be counted of an office.
#[derive(Debug, Serialize, ToSchema)]
pub struct DepartureOffice {
    /// Which.
    pub office: OfficeName,
    /// As things are.
    pub before: PresenceCounts,
    /// As they would be.
    pub after: PresenceCounts,
}

/// Sums of what is shown.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct DepartureTotals {
    /// People who leave.
    pub leave: u32,
    /// People who come back.
    pub come_back: u32,
    /// People on duty before and after.
    pub stay: u32,
    /// People whose tour ends.
    pub curtailed: u32,
    /// Families that leave.
    pub families_leave: u32,
    /// Families that come back, or may.
    pub families_return: u32,
    /// Planned arrivals that would be held and are not.
    pub arrivals_held: u32,
    /// Planned arrivals that are held and would no longer be.
    pub arrivals_released: u32,
}

/// What ordering, ending or rescinding a departure would do
///
/// Nothing changes; the command itself is given at its own path afterwards.
#[utoipa::path(post, path = "/api/posts/{post}/departure/preview", tag = "organization", params(("post" = PostId, Path, description = "The post")), request_body = DepartureAsk, responses(
    (status = 200, body = DeparturePreview), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn preview(
    asker: Asker,
    PathId(post): PathId<PostId>,
    JsonBody(ask): JsonBody<DepartureAsk>,
) -> Answer<Json<DeparturePreview>> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let scope = asker.scope(Question::Billets);
    let known = world.posts.get(post).is_some()
        && muster_domain::organization::offices_at(world, post, asker.today).iter().any(|id| scope.sees_office(*id));
    // Whether somebody serves at a post is not to be learnt by naming them.
    if !known || ask.people().iter().any(|person| names.person(*person).is_none()) {
        return Err(Problem::not_found());
    }
    if ask.post() != post {
        return Err(Problem::new(axum::http::StatusCode::UNPROCESSABLE_ENTITY, "The body is about another post.")
            .mend("Name the post of the path in `post`."));
    }
    let index = asker.app.index(world);
    let context = Context { today: asker.today, actor: Some(asker.account) };
    let effect = departure_effect(world, &index, &ask.into(), &context)?;
    let family = asker.class_scope(Question::People, FieldClass::Family);
    let people: Vec<DeparturePerson> =
        effect.people.iter().filter_map(|row| person(&names, &family, row, effect.on)).collect();
    let arrivals: Vec<DepartureArrival> = effect
        .arrivals
        .iter()
        .filter_map(|held| {
            let arrival = held_row(&names, &scope, held.tour)?;
            Some(DepartureArrival { arrival, before: held.before, after: held.after })
        })
        .collect();
    let seen = effect.offices.iter().filter(|row| scope.sees_office(row.office));
    let offices =
        seen.map(|row| DepartureOffice { office: names.office(row.office), before: row.before, after: row.after });
    Ok(Json(DeparturePreview {
        post: names.post(effect.post),
        on: effect.on,
        totals: DepartureTotals::of(&people, &arrivals),
        offices: offices.collect(),
        people,
        arrivals,
    }))
}

fn person(names: &Names, family: &Scope, row: &DepartureMove, on: Date) -> Option<DeparturePerson> {
    Some(DeparturePerson {
        person: names.person(row.person)?,
        billet: row.billet.map(|billet| names.billet(billet, on)),
        office: names.office(row.office),
        essential: row.essential,
        moves: row.moves,
        rotation_before: row.rotation_before,
        family: row.family,
        dependents: row.dependents.filter(|_| family.sees_person(&names.world, row.person, names.today)),
    })
}

impl DepartureTotals {
    fn of(people: &[DeparturePerson], arrivals: &[DepartureArrival]) -> Self {
        let moves = |wanted: &[Move]| count(people, |row| wanted.contains(&row.moves));
        let families = |wanted: &[FamilyMove]| count(people, |row| wanted.contains(&row.family));
        Self {
            leave: moves(&[Move::Leaves]),
            come_back: moves(&[Move::Returns]),
            stay: moves(&[Move::Stays]),
            curtailed: moves(&[Move::Curtailed]),
            families_leave: families(&[FamilyMove::Leaves]),
            families_return: families(&[FamilyMove::Returns, FamilyMove::MayReturn]),
            arrivals_held: count(arrivals, |row| row.after && !row.before),
            arrivals_released: count(arrivals, |row| row.before && !row.after),
        }
    }
}

fn count<T>(rows: &[T], wanted: impl Fn(&T) -> bool) -> u32 {
    u32::try_from(rows.iter().filter(|row| wanted(row)).count()).unwrap_or(u32::MAX)
}
