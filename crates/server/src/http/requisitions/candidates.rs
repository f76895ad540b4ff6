//! Who might fill a requisition: people of the asker's own scope, eligible first, each with reasons.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use axum::Json;
use muster_domain::allocation::Requisition;
use muster_domain::workforce::FillMode;
use muster_domain::{AccountId, Date, PersonId, Position, RequisitionId, Service, Text};
use muster_slate::{Candidate, CandidateField, CandidateWhy, Candidates};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{BilletName, Names, OfficeName, PersonName, matches};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::known;
use crate::policy::{FieldClass, Question};

/// Orders kept at most: one for each requisition that somebody has open.
const HELD: usize = 256;

/// Orders of candidates of the newest World, so that turning a page does not rank the whole service again.
#[derive(Default)]
pub struct CandidateCache(Mutex<(Position, Orders)>);

type Orders = HashMap<(RequisitionId, AccountId), Arc<Candidates>>;

impl CandidateCache {
    fn get(&self, asker: &Asker, id: RequisitionId, rank: impl FnOnce() -> Candidates) -> Arc<Candidates> {
        let (position, key) = (asker.world.position, (id, asker.account));
        {
            let mut held = self.0.lock().expect("no holder panics");
            if held.0 != position {
                *held = (position, HashMap::new());
            }
            if let Some(found) = held.1.get(&key) {
                return Arc::clone(found);
            }
        }
        let found = Arc::new(rank());
        let mut held = self.0.lock().expect("no holder panics");
        if held.0 == position && held.1.len() < HELD {
            held.1.insert(key, Arc::clone(&found));
        }
        found
    }
}

/// Which candidates.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct CandidateFilter {
    /// Only those who pass every rule.
    eligible: Option<bool>,
    /// Words in the name.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// Who might fill a requisition.
#[derive(Debug, Serialize, ToSchema)]
pub struct CandidatesPage {
    /// How many pass every rule.
    pub eligible: usize,
    /// How many are listed: those against whom not more than one of service, grade and specialty speaks.
    pub listed: usize,
    /// How many more of the asker's people were looked at.
    pub left_out: usize,
    /// The rows of the page.
    pub items: Vec<CandidateRow>,
    /// The cursor of the page after, if there is one.
    pub next: Option<String>,
    /// Rows that match.
    pub total: usize,
}

/// A candidate.
#[derive(Debug, Serialize, ToSchema)]
pub struct CandidateRow {
    /// Who.
    pub person: Option<PersonName>,
    /// Where the person serves today.
    pub office: Option<OfficeName>,
    /// In which billet.
    pub billet: Option<BilletName>,
    /// Whether the person is nominated here already.
    pub nominated: bool,
    /// In how many other open requisitions the person is nominated.
    pub elsewhere: usize,
    /// Every rule and what it compared.
    pub why: Option<CandidateWhy>,
}

/// The services whose people may fill it.
fn services(requisition: &Requisition, mode: FillMode) -> Vec<Service> {
    match mode {
        FillMode::CivilianReassignment | FillMode::CivilianRecruitment => vec![Service::Civilian],
        // Hired through the embassy, never slated.
        FillMode::LocallyEmployed => Vec::new(),
        FillMode::ServiceNomination | FillMode::NominativeBoard | FillMode::Temporary => requisition.services.clone(),
    }
}

/// The asker's people who might fill a requisition, eligible first
#[utoipa::path(get, path = "/api/requisitions/{requisition}/candidates", tag = "allocation", params(("requisition" = RequisitionId, Path, description = "The requisition"), CandidateFilter, Paging), responses(
    (status = 200, body = CandidatesPage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(
    asker: Asker,
    PathId(id): PathId<RequisitionId>,
    Params(filter): Params<CandidateFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<CandidatesPage>> {
    let requisition = &known(&asker, id)?.fact;
    let (world, names) = (&*asker.world, Names::of(&asker));
    let services = services(requisition, requisition.mode(world));
    let field = CandidateField::new(world, requisition.billet, requisition.report, asker.today);
    let ranked = asker.app.candidates.get(&asker, id, || {
        let people = &names.people;
        let sees = |person, service: Service| {
            services.contains(&service)
                && (people.sees_service(service) || people.sees_person(world, person, asker.today))
        };
        let named: Vec<PersonId> = requisition.by_name.iter().map(|asked| asked.person).collect();
        field.as_ref().map(|field| field.ranked(&named, sees)).unwrap_or_default()
    });
    let wanted = (0_u32..).zip(&ranked.ranked).filter(|(_, candidate)| {
        (!filter.eligible.unwrap_or(false) || candidate.failed == 0)
            && filter.q.as_deref().is_none_or(|q| matches(q, &[&world.people[candidate.person].name]))
    });
    let rows = wanted.map(|(place, candidate)| (Place(Text::default(), place), *candidate));
    let Page { items, next, total } =
        paging.page(rows, false, |candidate| row(&asker, &names, id, field.as_ref(), candidate))?;
    Ok(Json(CandidatesPage {
        eligible: ranked.eligible,
        listed: ranked.ranked.len(),
        left_out: ranked.left_out,
        items,
        next,
        total,
    }))
}

fn row(
    asker: &Asker,
    names: &Names,
    id: RequisitionId,
    field: Option<&CandidateField<'_>>,
    candidate: Candidate,
) -> CandidateRow {
    let (world, today): (_, Date) = (&*asker.world, asker.today);
    let person = candidate.person;
    let sealed = [FieldClass::Personal, FieldClass::Family]
        .into_iter()
        .all(|class| asker.class_scope(Question::People, class).sees_person(world, person, today));
    let why = field.and_then(|field| field.why(person));
    let tours = world.people[person].tours.iter().map(|tour| &world.tours[*tour]);
    let now =
        tours.filter(|tour| tour.is_primary()).find(|tour| tour.period().is_some_and(|period| period.contains(today)));
    let live = |id: RequisitionId| world.requisitions[id].live(person).is_some();
    CandidateRow {
        person: names.person(person),
        office: world.home_of(person, today).map(|office| names.office(office)),
        billet: now.map(|tour| names.billet(tour.billet, today)),
        nominated: live(id),
        elsewhere: world.requisitions.iter().filter(|(other, _)| *other != id && live(*other)).count(),
        why: if sealed { why } else { why.map(CandidateWhy::without_private) },
    }
}
