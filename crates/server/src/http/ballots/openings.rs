//! The openings of a ballot before the member who asks: "do I have a shot?" before "do I want this?".

use axum::Json;
use muster_domain::workforce::{BilletTerms, FunctionalArea};
use muster_domain::{BilletId, CountryId, CycleId, Date, Grade, OfficeId, Text};
use muster_slate::{Chances, OpeningMatch, OwnField, RuleWhy};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{BilletName, CountryName, Names, OfficeName, PostName, matches, requirement};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::{chances, known, own_person};

/// Openings like one that are shown beside it.
const SIMILAR: usize = 5;

/// Which openings.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct ShotFilter {
    /// Only those the asker is eligible for.
    eligible: Option<bool>,
    /// Only the asker's shortlist.
    favourites: Option<bool>,
    /// In this command or agency, with all below it.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// In this country.
    #[param(value_type = Option<CountryId>, inline)]
    country: Option<CountryId>,
    /// In this functional area.
    #[param(inline)]
    area: Option<FunctionalArea>,
    /// Words in the billet's number, title, office, post or country.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// An opening before the asker.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShotRow {
    /// The billet.
    pub billet: BilletName,
    /// Its office.
    pub office: OfficeName,
    /// The command or agency above.
    pub command: OfficeName,
    /// The country.
    pub country: Option<CountryName>,
    /// The place of duty.
    pub post: PostName,
    /// The grade.
    pub grade: Grade,
    /// The functional area.
    pub area: FunctionalArea,
    /// The first day it is open.
    pub open_from: Date,
    /// Months of an accompanied tour; none where no dependents may come.
    pub accompanied_months: Option<u8>,
    /// Months of an unaccompanied tour.
    pub unaccompanied_months: u8,
    /// Languages it needs, in words.
    pub languages: Vec<String>,
    /// Whether every rule lets the asker take it.
    pub eligible: bool,
    /// Rules that speak against.
    pub rules_failed: u8,
    /// How many people of the cycle are eligible for it, the asker among them where eligible.
    pub eligible_people: usize,
    /// What that means for the asker, in words; names nobody.
    pub chance: String,
    /// The place on the asker's own ballot, from 1.
    pub rank: Option<usize>,
    /// Whether it is on the asker's shortlist.
    pub favourite: bool,
}

/// An opening before the asker, with every rule.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShotPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: ShotRow,
    /// Every rule and what it compared of the asker's own facts.
    pub rules: Vec<RuleWhy>,
    /// Openings most like it, those the asker is eligible for first.
    pub similar: Vec<ShotRow>,
}

/// What a number of eligible people means for one of them. Nobody's wishes are in it: they are sealed.
fn chance(found: &OpeningMatch, eligible: usize) -> String {
    match (found.failed, found.barred, eligible) {
        (0, _, 0 | 1) => "You are the only one who is eligible.".to_owned(),
        (0, _, n @ 2..=3) => format!("Good: {n} people are eligible, you among them."),
        (0, _, n @ 4..=10) => format!("Fair: {n} people are eligible, you among them."),
        (0, _, n) => format!("Contested: {n} people are eligible, you among them."),
        (failed, 0, n) => {
            let rules = if failed == 1 { "one rule speaks" } else { "some rules speak" };
            format!("Only with a waiver: {rules} against you; {n} people are eligible without.")
        }
        _ => "No: a rule that nobody waives speaks against you.".to_owned(),
    }
}

/// What all rows of one answer share.
pub(super) struct Shown<'a> {
    pub asker: &'a Asker,
    pub names: Names,
    pub chances: &'a Chances,
    pub ranked: &'a [BilletId],
    pub favourites: &'a [BilletId],
}

impl Shown<'_> {
    fn terms(&self, found: &OpeningMatch) -> &BilletTerms {
        self.asker.world.billets[found.billet].terms_near(found.open_from)
    }

    fn country(&self, terms: &BilletTerms) -> Option<CountryId> {
        self.asker.world.offices[terms.office].country
    }

    pub fn row(&self, found: &OpeningMatch) -> ShotRow {
        let (terms, day) = (self.terms(found), found.open_from);
        let eligible_people = self.chances.eligible_for(found.billet);
        ShotRow {
            billet: self.names.billet(found.billet, day),
            office: self.names.office(terms.office),
            command: self.names.command(terms.office, day),
            country: self.country(terms).map(|country| self.names.country(country)),
            post: self.names.post(terms.place),
            grade: terms.grade,
            area: terms.functional_area,
            open_from: day,
            accompanied_months: terms.accompanied.then_some(terms.tour_length.accompanied_months),
            unaccompanied_months: terms.tour_length.unaccompanied_months,
            languages: terms.languages.iter().map(requirement).collect(),
            eligible: found.failed == 0,
            rules_failed: found.failed,
            eligible_people,
            chance: chance(found, eligible_people),
            rank: self.ranked.iter().position(|billet| *billet == found.billet).map(|place| place + 1),
            favourite: self.favourites.contains(&found.billet),
        }
    }
}

/// The asker before the openings of a cycle.
pub(super) fn own_field(asker: &Asker, id: CycleId) -> Answer<OwnField<'_>> {
    let person = own_person(asker).ok_or_else(Problem::not_found)?;
    OwnField::new(&asker.world, id, person, asker.today)?.ok_or_else(|| {
        Problem::new(axum::http::StatusCode::CONFLICT, "You do not move in this cycle.")
            .mend("Ask your assignment officer which cycle your rotation date falls in.")
    })
}

/// The openings of a cycle with what the rules say of the asker, eligible first
#[utoipa::path(get, path = "/api/ballots/{cycle}/openings", tag = "ballots", params(("cycle" = CycleId, Path, description = "The cycle"), ShotFilter, Paging), responses(
    (status = 200, body = Page<ShotRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(
    asker: Asker,
    PathId(id): PathId<CycleId>,
    Params(filter): Params<ShotFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<ShotRow>>> {
    let (cycle, _) = known(&asker, id)?;
    let field = own_field(&asker, id)?;
    let chances = chances(&asker, id).await?;
    let shown = shown(&asker, &chances, cycle);
    let world = &*asker.world;
    let wanted = field.openings().into_iter().filter(|found| {
        let terms = shown.terms(found);
        let office = &world.offices[terms.office];
        let command = || world.command_of(terms.office, found.open_from);
        let country = shown.country(terms);
        (!filter.eligible.unwrap_or(false) || found.failed == 0)
            && (!filter.favourites.unwrap_or(false) || shown.favourites.contains(&found.billet))
            && filter.command.is_none_or(|wanted| terms.office == wanted || command() == wanted)
            && filter.country.is_none_or(|wanted| country == Some(wanted))
            && filter.area.is_none_or(|wanted| terms.functional_area == wanted)
            && filter.q.as_deref().is_none_or(|q| {
                let country = country.map(|country| &*world.countries[country].name).unwrap_or_default();
                let post = &*world.posts[terms.place].name;
                matches(q, &[&world.billets[found.billet].number, &terms.title, &office.code, post, country])
            })
    });
    let rows = wanted.map(|found| {
        let people = chances.eligible_for(found.billet).min(99_999);
        (Place(Text::from(format!("{:03}{people:05}", found.failed)), found.billet.0), found)
    });
    paging.page(rows, false, |found| shown.row(&found)).map(Json)
}

pub(super) fn shown<'a>(
    asker: &'a Asker,
    chances: &'a Chances,
    cycle: &'a muster_domain::allocation::Cycle,
) -> Shown<'a> {
    let own = own_person(asker);
    let ranking = own.and_then(|person| cycle.ballot.own_ranking(person));
    Shown {
        asker,
        names: Names::of(asker),
        chances,
        ranked: ranking.map_or(&[], |ranking| &ranking.billets),
        favourites: own.map_or(&[], |person| cycle.ballot.own_favourites(person)),
    }
}

/// Which opening.
#[derive(Debug, Deserialize)]
pub(in super::super) struct ShotPath {
    cycle: CycleId,
    billet: BilletId,
}

/// One opening before the asker: every rule, and the openings most like it
#[utoipa::path(get, path = "/api/ballots/{cycle}/openings/{billet}", tag = "ballots", params(("cycle" = CycleId, Path, description = "The cycle"), ("billet" = BilletId, Path, description = "The billet")), responses(
    (status = 200, body = ShotPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn show(asker: Asker, PathId(path): PathId<ShotPath>) -> Answer<Json<ShotPage>> {
    let (cycle, _) = known(&asker, path.cycle)?;
    let field = own_field(&asker, path.cycle)?;
    let chances = chances(&asker, path.cycle).await?;
    let shown = shown(&asker, &chances, cycle);
    let all = field.openings();
    let of = |billet: BilletId| all.iter().find(|found| found.billet == billet);
    let found = of(path.billet).ok_or_else(Problem::not_found)?;
    let similar = field.similar(path.billet, SIMILAR);
    Ok(Json(ShotPage {
        row: shown.row(found),
        rules: field.why(path.billet).unwrap_or_default(),
        similar: similar.into_iter().filter_map(of).map(|found| shown.row(found)).collect(),
    }))
}
