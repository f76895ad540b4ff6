//! Ballots: a member's own, and an office's candidates. The one rule of sight: what was ranked goes to the member, and to
//! those who rank for the office, whoever else asks and whatever their role; to everybody else it is a number of ballots.

pub(super) mod member;
pub(super) mod offices;
pub(super) mod openings;

use axum::Json;
use muster_domain::allocation::{Ballot, BallotTerms, Cycle};
use muster_domain::{CycleId, Date, PersonId, Text};
use muster_slate::Chances;
use serde::Serialize;
use utoipa::ToSchema;

use std::sync::Arc;

use super::asker::Asker;
use super::problem::{Answer, Problem};
use crate::policy::Question;

/// Who ranks on a cycle's ballot and until when, and how many have. A number tells nobody's wishes.
#[derive(Debug, Serialize, ToSchema)]
pub struct BallotCount {
    /// Deadlines, and who takes part.
    pub terms: BallotTerms,
    /// Whether members may still rank today: until then what they ranked is sealed.
    pub members_open: bool,
    /// Whether offices may still rank today.
    pub offices_open: bool,
    /// Members who have ranked on this ballot.
    pub submitted: usize,
    /// Members who have ranked, with those whose service's marketplace said so.
    pub ranked: usize,
    /// Openings for which an office has ranked candidates.
    pub offices_ranked: usize,
}

/// The ballot of a cycle in numbers, if it has one.
pub(super) fn count(ballot: &Ballot, today: Date) -> Option<BallotCount> {
    let terms = ballot.terms()?.clone();
    Some(BallotCount {
        members_open: today <= terms.members_until,
        offices_open: today <= terms.offices_until,
        submitted: ballot.submitted(),
        ranked: ballot.members_ranked(),
        offices_ranked: ballot.offices_ranked(),
        terms,
    })
}

/// A ballot in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct BallotRow {
    /// The cycle.
    pub cycle: CycleId,
    /// Its name.
    pub name: Text,
    /// The last day on which members may rank.
    pub members_until: Date,
    /// The last day on which offices may rank.
    pub offices_until: Date,
    /// Whether the asker may rank billets in it as a member who moves.
    pub as_member: bool,
    /// Whether the asker ranks candidates for offices.
    pub as_office: bool,
}

/// The ballots the asker may have a part in: of open cycles, the one that closes first at the top
#[utoipa::path(get, path = "/api/ballots", tag = "ballots", responses(
    (status = 200, body = Vec<BallotRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(asker: Asker) -> Json<Vec<BallotRow>> {
    let scope = asker.scope(Question::Ballots);
    let own = own_person(&asker);
    let as_office = scope.offices().next().is_some();
    let open = asker.world.cycles.iter().filter(|(_, cycle)| cycle.closed.is_none());
    let mut rows: Vec<BallotRow> = open
        .filter_map(|(id, cycle)| {
            let terms = cycle.ballot.terms()?;
            let moves = |person| muster_slate::OwnField::new(&asker.world, id, person, asker.today);
            let as_member = own.is_some_and(|person| {
                (terms.boards || terms.takes_part(asker.world.people[person].service))
                    && moves(person).is_ok_and(|field| field.is_some())
            });
            Some(BallotRow {
                cycle: id,
                name: cycle.name.clone(),
                members_until: terms.members_until,
                offices_until: terms.offices_until,
                as_member,
                as_office,
            })
        })
        .filter(|row| row.as_member || row.as_office)
        .collect();
    let over = |row: &BallotRow| row.members_until < asker.today;
    rows.sort_by_key(|row| (over(row), row.members_until));
    Json(rows)
}

/// The person whose own ballot the asker sees.
fn own_person(asker: &Asker) -> Option<PersonId> {
    asker.scope(Question::Ballots).own_row()
}

/// A cycle with a ballot.
fn known(asker: &Asker, id: CycleId) -> Answer<(&Cycle, &BallotTerms)> {
    let cycle = asker.world.cycles.get(id).ok_or_else(Problem::not_found)?;
    cycle.ballot.terms().map(|terms| (cycle, terms)).ok_or_else(Problem::not_found)
}

/// How many people each opening of a cycle is open to.
async fn chances(asker: &Asker, id: CycleId) -> Answer<Arc<Chances>> {
    let (world, today) = (Arc::clone(&asker.world), asker.today);
    asker.app.chances.worked_out(asker, id, "Counting the chances", move || Chances::of(&world, id, today)).await
}
