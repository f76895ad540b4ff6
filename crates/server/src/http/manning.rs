//! Manning documents, the strengths of an office, the section-515 ledger, the turnover book.

use axum::Json;
use muster_domain::{CountryId, Date, OfficeId, Text};
use muster_staffing::manning::{
    Ledger, ManningDocument, Strengths, TurnoverBook, ledger as ledger_of, manning_documents,
    strengths as strengths_of, turnover_book,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::asker::Asker;
use super::countries::OnDay;
use super::names::{CountryName, Names, OfficeName};
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

/// A manning document, with its owners by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct DocumentRow {
    /// As counted.
    #[serde(flatten)]
    pub document: ManningDocument,
    /// The owners by name, whoever has most billets in it first.
    pub owner_names: Vec<OfficeName>,
}

/// The manning documents of the billets in scope
#[utoipa::path(get, path = "/api/manning/documents", tag = "manning", params(OnDay), responses(
    (status = 200, body = Vec<DocumentRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn documents(asker: Asker, Params(day): Params<OnDay>) -> Answer<Json<Vec<DocumentRow>>> {
    let on = asker.date(day.on)?;
    let names = Names::of(&asker);
    let documents = manning_documents(&asker.world, &asker.scope(Question::Manning), on, asker.today);
    let row = |document: ManningDocument| DocumentRow {
        owner_names: document.owners.iter().map(|office| names.office(*office)).collect(),
        document,
    };
    Ok(Json(documents.into_iter().map(row).collect()))
}

/// Indicated, validated, authorised and funded strength of an office, with what stands behind each
#[utoipa::path(get, path = "/api/offices/{office}/strengths", tag = "manning", params(("office" = OfficeId, Path, description = "The office"), OnDay), responses(
    (status = 200, body = Strengths), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn strengths(
    asker: Asker,
    PathId(id): PathId<OfficeId>,
    Params(day): Params<OnDay>,
) -> Answer<Json<Strengths>> {
    let on = asker.date(day.on)?;
    super::offices::seen(&asker, id)?;
    strengths_of(&asker.world, id, on).map(Json).ok_or_else(Problem::not_found)
}

/// The ledger of a country in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerRow {
    /// Which country.
    pub country: CountryName,
    /// The command responsible.
    pub command: Option<OfficeName>,
    /// Members who count.
    pub members: u32,
    /// Billets that would count if filled.
    pub billets: u32,
    /// Members allowed.
    pub limit: u32,
    /// Allowed less counted.
    pub left: i64,
    /// The law or waiver.
    pub document: Text,
    /// Until when it holds, if it ends.
    pub until: Option<Date>,
    /// The first day of the next 36 months on which more members are there than allowed.
    pub exceeded: Option<Date>,
}

/// A country's ledger with the names of its offices.
#[derive(Debug, Serialize, ToSchema)]
pub struct LedgerPage {
    /// As counted.
    #[serde(flatten)]
    pub ledger: Ledger,
    /// The country by name.
    pub name: CountryName,
    /// The offices that its lines name.
    pub offices: Vec<OfficeName>,
}

fn ledger_page(asker: &Asker, country: CountryId, on: Date) -> Option<LedgerPage> {
    let names = Names::of(asker);
    let offices = asker.scope(Question::Manning);
    let ledger = ledger_of(&asker.world, &offices, &names.people, country, on, asker.today)?;
    let mut named: Vec<OfficeId> = ledger.lines.iter().map(|line| line.office).collect();
    named.sort_unstable();
    named.dedup();
    Some(LedgerPage {
        name: names.country(country),
        offices: named.into_iter().map(|office| names.office(office)).collect(),
        ledger,
    })
}

/// The section-515 ledgers of every country with a billet that counts
#[utoipa::path(get, path = "/api/section-515", tag = "manning", params(OnDay), responses(
    (status = 200, body = Vec<LedgerRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ledgers(asker: Asker, Params(day): Params<OnDay>) -> Answer<Json<Vec<LedgerRow>>> {
    let on = asker.date(day.on)?;
    let names = Names::of(&asker);
    let scope = asker.scope(Question::Manning);
    let world = &*asker.world;
    // Only countries of which the asker sees an office: what is left elsewhere is not theirs to reckon with.
    let seen = world.countries.iter().filter(|(country, _)| {
        let mut offices = world.scos_of(*country, on);
        offices.any(|office| scope.sees_office(office))
    });
    let rows = seen.filter_map(|(country, facts)| {
        let ledger = ledger_of(world, &scope, &names.people, country, on, asker.today)?;
        (ledger.billets > 0).then(|| LedgerRow {
            country: names.country(country),
            command: facts.responsible.at(on).map(|office| names.office(*office)),
            members: ledger.members,
            billets: ledger.billets,
            limit: ledger.limit,
            left: ledger.left,
            document: ledger.authority.document,
            until: ledger.authority.period.and_then(muster_domain::Period::until),
            exceeded: ledger.exceeded,
        })
    });
    Ok(Json(rows.collect()))
}

/// The section-515 ledger of a country: who counts, what authorises the number, what is left, when it would be exceeded
#[utoipa::path(get, path = "/api/countries/{country}/section-515", tag = "manning", params(("country" = CountryId, Path, description = "The country"), OnDay), responses(
    (status = 200, body = LedgerPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn ledger(
    asker: Asker,
    PathId(id): PathId<CountryId>,
    Params(day): Params<OnDay>,
) -> Answer<Json<LedgerPage>> {
    let on = asker.date(day.on)?;
    ledger_page(&asker, id, on).map(Json).ok_or_else(Problem::not_found)
}

/// What an arriving chief has to know of the office
#[utoipa::path(get, path = "/api/offices/{office}/turnover", tag = "manning", params(("office" = OfficeId, Path, description = "The office")), responses(
    (status = 200, body = TurnoverBook), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn turnover(asker: Asker, PathId(id): PathId<OfficeId>) -> Answer<Json<TurnoverBook>> {
    let offices = asker.scope(Question::Manning);
    if !offices.sees_office(id) {
        return Err(Problem::not_found());
    }
    let names = Names::of(&asker);
    turnover_book(&asker.world, &offices, &names.people, id, asker.today).map(Json).ok_or_else(Problem::not_found)
}
