//! A member's own ballot, for that member alone.

use axum::Json;
use muster_domain::allocation::{BallotTerms, RankingOrigin};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, CycleId, Date, PersonId, Text};
use muster_slate::OpeningMatch;
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::names::BilletName;
use super::super::problem::{Answer, PathId, Problem};
use super::openings::{ShotRow, own_field, shown};
use super::{chances, known, own_person};

/// The asker's own ballot.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnBallot {
    /// The cycle.
    pub cycle: CycleId,
    /// Its name.
    pub name: Text,
    /// Whose it is: the asker's own person.
    pub person: PersonId,
    /// The number by which the asker's partner would name them.
    pub number: Text,
    /// Deadlines, and who takes part.
    pub terms: BallotTerms,
    /// Days left until the deadline, its own day not counted; none once it has passed.
    pub days_left: Option<i32>,
    /// Whether the asker ranks any opening here, or only those of nominative boards.
    pub any_opening: bool,
    /// The most openings that may be ranked.
    pub most: i64,
    /// People who move in the cycle.
    pub movers: usize,
    /// Billets that fall open in it.
    pub openings: usize,
    /// Of these, how many the asker is eligible for.
    pub eligible: usize,
    /// The first day the asker is free.
    pub free: Date,
    /// What the asker ranked, best first.
    pub ranked: Vec<RankedRow>,
    /// Where the ranking comes from, if it was imported from a marketplace.
    pub imported_from: Option<Text>,
    /// The asker's shortlist.
    pub favourites: Vec<BilletId>,
    /// The number of the person the asker bids with.
    pub partner: Option<Text>,
    /// Whether that person declared the asker too, so that the two bid together.
    pub partner_confirmed: bool,
    /// What is sealed, from whom and until when, as a sentence.
    pub sealed: String,
}

/// A ranked billet.
#[derive(Debug, Serialize, ToSchema)]
pub struct RankedRow {
    /// The billet.
    pub billet: BilletName,
    /// The opening; none if it does not fall open any more.
    pub opening: Option<ShotRow>,
}

/// The asker's own ballot: nobody else is answered
#[utoipa::path(get, path = "/api/ballots/{cycle}", tag = "ballots", params(("cycle" = CycleId, Path, description = "The cycle")), responses(
    (status = 200, body = OwnBallot), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn show(asker: Asker, PathId(id): PathId<CycleId>) -> Answer<Json<OwnBallot>> {
    let (cycle, terms) = known(&asker, id)?;
    let person = own_person(&asker).ok_or_else(Problem::not_found)?;
    let field = own_field(&asker, id)?;
    let chances = chances(&asker, id).await?;
    let shown = shown(&asker, &chances, cycle);
    let all: Vec<OpeningMatch> = field.openings();
    let ballot = &cycle.ballot;
    let ranked = shown.ranked.iter().map(|billet| RankedRow {
        billet: shown.names.billet(*billet, cycle.window.from()),
        opening: all.iter().find(|found| found.billet == *billet).map(|found| shown.row(found)),
    });
    let imported_from = ballot.own_ranking(person).and_then(|ranking| match &ranking.origin {
        RankingOrigin::Ballot => None,
        RankingOrigin::Import { source, .. } => Some(source.clone()),
    });
    let facts = &asker.world.people[person];
    let left = muster_domain::kernel::days_between(asker.today, terms.members_until);
    let sealed = match left {
        0.. => format!(
            "Sealed: until {} ends nobody but you can read what you rank, and you can change it as often as you like. Your shortlist stays yours.",
            terms.members_until
        ),
        _ => format!(
            "The ballot closed on {}. What you ranked counts in the slate now; your shortlist stays yours.",
            terms.members_until
        ),
    };
    Ok(Json(OwnBallot {
        cycle: id,
        name: cycle.name.clone(),
        person,
        number: facts.number.clone(),
        days_left: (left >= 0).then_some(left),
        any_opening: terms.takes_part(facts.service),
        most: asker.world.lever(Lever::MostRanked, asker.today),
        movers: chances.movers,
        openings: chances.openings,
        eligible: all.iter().filter(|found| found.failed == 0).count(),
        free: field.free(),
        ranked: ranked.collect(),
        imported_from,
        favourites: shown.favourites.to_vec(),
        partner: ballot.own_partner(person).cloned(),
        partner_confirmed: ballot.partner(&asker.world, person).is_some(),
        terms: terms.clone(),
        sealed,
    }))
}
