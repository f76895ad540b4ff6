//! The candidates of an office's openings, for those who rank for the office.
//!
//! Whoever ranks for an office sees of its eligible candidates the name, grade and service, and how the ordinary facts
//! compare with what the billet needs: the same as of somebody nominated to it. Nobody sees what another office ranked.

use axum::Json;
use muster_domain::{BilletId, CycleId, Date, OfficeId, Text};
use muster_slate::{OpeningField, RuleWhy};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::names::{BilletName, Names, OfficeName, PersonName};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::{chances, known};
use crate::policy::Question;

/// An opening whose candidates the asker ranks.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeOpeningRow {
    /// The billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The first day it is open.
    pub open_from: Date,
    /// How many people of the cycle are eligible.
    pub eligible: usize,
    /// How many of them the office has ranked.
    pub ranked: usize,
}

/// The eligible candidates for an opening.
#[derive(Debug, Serialize, ToSchema)]
pub struct BallotCandidates {
    /// The billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The last day on which the office may rank.
    pub until: Date,
    /// Whether it may rank today.
    pub open: bool,
    /// What is sealed and until when, and what becomes of whoever is not ranked, as a sentence.
    pub sealed: String,
    /// Everybody eligible: ranked first, then by points of the facts.
    pub candidates: Vec<BallotCandidate>,
}

/// An eligible candidate.
#[derive(Debug, Serialize, ToSchema)]
pub struct BallotCandidate {
    /// Who.
    pub person: PersonName,
    /// The tier the office put them in, from 1; candidates in one tier tie.
    pub tier: Option<usize>,
    /// Points of the pair by its facts: the order of whoever is not ranked, fewest first.
    pub points: i64,
    /// How the ordinary facts compare.
    pub rules: Vec<RuleWhy>,
}

/// The openings of a cycle whose candidates the asker ranks
#[utoipa::path(get, path = "/api/ballots/{cycle}/offices", tag = "ballots", params(("cycle" = CycleId, Path, description = "The cycle"), Paging), responses(
    (status = 200, body = Page<OfficeOpeningRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<OfficeOpeningRow>>> {
    let (cycle, _) = known(&asker, id)?;
    let chances = chances(&asker, id).await?;
    let (names, scope) = (Names::of(&asker), asker.scope(Question::Ballots));
    let openings = muster_slate::openings(&asker.world, id, asker.today)?;
    let own = openings.into_iter().filter(|opening| scope.sees_office(opening.office));
    let rows = own.map(|opening| {
        let code = &asker.world.offices[opening.office].code;
        (Place(Text::from(format!("{code} {}", opening.open_from)), opening.billet.0), opening)
    });
    paging
        .page(rows, false, |opening| OfficeOpeningRow {
            billet: names.billet(opening.billet, opening.open_from),
            office: names.office(opening.office),
            open_from: opening.open_from,
            eligible: chances.eligible_for(opening.billet),
            ranked: (cycle.ballot.own_candidates(opening.billet))
                .map_or(0, |ranking| ranking.tiers.iter().map(Vec::len).sum()),
        })
        .map(Json)
}

/// Which opening.
#[derive(Debug, Deserialize)]
pub(in super::super) struct CandidatesPath {
    cycle: CycleId,
    billet: BilletId,
}

/// The eligible candidates for an opening, with what the office ranked: for those who rank for it
#[utoipa::path(get, path = "/api/ballots/{cycle}/offices/{billet}", tag = "ballots", params(("cycle" = CycleId, Path, description = "The cycle"), ("billet" = BilletId, Path, description = "The billet")), responses(
    (status = 200, body = BallotCandidates), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn show(
    asker: Asker,
    PathId(CandidatesPath { cycle: id, billet }): PathId<CandidatesPath>,
) -> Answer<Json<BallotCandidates>> {
    let (cycle, terms) = known(&asker, id)?;
    let facts = asker.world.billets.get(billet).ok_or_else(Problem::not_found)?;
    let office: OfficeId = facts.terms_near(cycle.window.from()).office;
    if !asker.scope(Question::Ballots).sees_office(office) {
        return Err(Problem::not_found());
    }
    let field = OpeningField::new(&asker.world, id, billet, asker.today).ok_or_else(Problem::not_found)?;
    let names = Names::of(&asker);
    let tiers = cycle.ballot.own_candidates(billet).map_or(&[][..], |ranking| &ranking.tiers);
    let mut candidates: Vec<BallotCandidate> = field
        .eligible()
        .into_iter()
        .map(|(person, points)| BallotCandidate {
            person: PersonName::of(&asker.world, person, asker.today),
            tier: tiers.iter().position(|tier| tier.contains(&person)).map(|tier| tier + 1),
            points,
            rules: (field.why(person).unwrap_or_default()).into_iter().map(RuleWhy::without_private).collect(),
        })
        .collect();
    candidates.sort_by_key(|candidate| candidate.tier.unwrap_or(usize::MAX));
    let open = asker.today <= terms.offices_until;
    let after = "Whoever you do not rank comes after those you do, by points of the facts.";
    let sealed = match open {
        true => format!(
            "Sealed until {} ends: only those who rank for this office read its order, and you can change it until then. {after}",
            terms.offices_until
        ),
        false => format!("Offices ranked until {}. The order counts now. {after}", terms.offices_until),
    };
    Ok(Json(BallotCandidates {
        billet: names.billet(billet, cycle.window.from()),
        office: names.office(office),
        until: terms.offices_until,
        open,
        sealed,
        candidates,
    }))
}
