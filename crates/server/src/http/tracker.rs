//! Where a person's assignment stands, in plain words: who holds the ball, since when, what comes next, and the checklist
//! before the arrival. Nobody else is ever named here.

use axum::Json;
use muster_domain::allocation::{ArrivalPlan, Line, LineStatus, RequisitionStatus, plan_arrival};
use muster_domain::workforce::TourStatus;
use muster_domain::{Date, PersonId, SlateId, Text, TourId};
use muster_slate::LineWhy;
use serde::Serialize;
use utoipa::ToSchema;

use super::asker::Asker;
use super::names::{BilletName, Names, OfficeName};
use super::problem::{Answer, PathId, Problem};
use super::slates::AskedTurn;
use crate::policy::{FieldClass, Question};

/// Where a person's next assignment stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct Tracker {
    /// Where it stands, as sentences.
    pub sentence: String,
    /// What comes next.
    pub next: Option<String>,
    /// What is waited for, and who holds the ball.
    pub turn: Option<AskedTurn>,
    /// The billet, once published or planned.
    pub billet: Option<BilletName>,
    /// Its office.
    pub office: Option<OfficeName>,
    /// The report date.
    pub report: Option<Date>,
    /// Why this billet: own rules, own costs; of a published line.
    pub why: Option<LineWhy>,
    /// The tour, once one is planned.
    pub tour: Option<TourId>,
    /// The checklist before the arrival, once published or planned.
    pub arrival: Option<ArrivalPlan>,
}

/// Where a person's next assignment stands
#[utoipa::path(get, path = "/api/people/{person}/tracker", tag = "allocation", params(("person" = PersonId, Path, description = "The person")), responses(
    (status = 200, body = Tracker), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<PersonId>) -> Answer<Json<Tracker>> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let seen = world.people.get(id).is_some() && names.people.sees_person(world, id, asker.today);
    if !seen {
        return Err(Problem::not_found());
    }
    if let Some((slate, number, line)) = live_line(&asker, id) {
        return Ok(Json(of_line(&asker, &names, slate, number, line)));
    }
    let coming = |tour: &&TourId| {
        let tour = &world.tours[**tour];
        tour.is_primary() && matches!(tour.status(), TourStatus::Planned | TourStatus::Ordered)
    };
    let Some(tour) = world.people[id].tours.iter().find(coming).copied() else {
        return Ok(Json(nothing()));
    };
    let planned = &world.tours[tour];
    let ordered = planned.ordered.is_some();
    Ok(Json(Tracker {
        sentence: if ordered { "The tour is ordered." } else { "The tour is planned." }.to_owned(),
        next: Some(if ordered { "Arrival at the office." } else { "The order." }.to_owned()),
        billet: Some(names.billet(planned.billet, planned.report)),
        office: Some(names.office(world.billets[planned.billet].terms_near(planned.report).office)),
        report: Some(planned.report),
        tour: Some(tour),
        arrival: Some(plan_arrival(world, planned, asker.today)),
        ..nothing()
    }))
}

fn nothing() -> Tracker {
    Tracker {
        sentence: "No assignment is under way.".to_owned(),
        next: None,
        turn: None,
        billet: None,
        office: None,
        report: None,
        why: None,
        tour: None,
        arrival: None,
    }
}

/// The line of a slate that stands, by which the person is meant for a billet where nobody has arrived yet.
fn live_line(asker: &Asker, person: PersonId) -> Option<(SlateId, u32, &Line)> {
    let world = &*asker.world;
    let slates = world.slates.iter().filter(|(_, slate)| slate.withdrawn.is_none());
    let lines = slates.filter_map(|(id, slate)| slate.line_of(world, person).map(|(number, line)| (id, number, line)));
    lines.filter(|(_, _, line)| line.fill(world) != Some(RequisitionStatus::Filled)).last()
}

fn of_line(asker: &Asker, names: &Names, slate: SlateId, number: u32, line: &Line) -> Tracker {
    let (world, today) = (&*asker.world, asker.today);
    let cycle: &Text = &world.cycles[world.slates[slate].cycle].name;
    // Before publication only those who see the slate itself learn which billet it is.
    let office = muster_domain::allocation::Slate::gaining(world, &line.proposal).0;
    let told =
        line.published.is_some() || line.tour(world).is_some() || asker.scope(Question::Slates).sees_office(office);
    let (sentence, next) = words(world, line, today);
    let turn = line.turn(world, today);
    let explained = || {
        let why = muster_slate::explain_proposed(world, slate, number)?.without_others();
        let sealed = [FieldClass::Personal, FieldClass::Family].map(|class| asker.class_scope(Question::People, class));
        let sees = sealed.iter().all(|scope| scope.sees_person(world, line.proposal.person, today));
        Some(if sees { why } else { why.without_private() })
    };
    Tracker {
        sentence: format!("{cycle}: {sentence}"),
        next: Some(next.to_owned()),
        turn: turn.map(|held| AskedTurn { asked: held.asked, turn: names.turn(&held.turn) }),
        billet: told.then(|| names.billet(line.proposal.billet, line.proposal.report)),
        office: told.then(|| names.office(office)),
        report: told.then_some(line.proposal.report),
        why: told.then(explained).flatten(),
        tour: line.tour(world),
        arrival: told.then(|| line.arrival(world, today)),
    }
}

/// Where a line stands for its person, and what comes next.
fn words(world: &muster_domain::World, line: &Line, day: Date) -> (&'static str, &'static str) {
    match (line.status_on(world, day), line.fill(world)) {
        (LineStatus::Endorsed, Some(RequisitionStatus::Nominating)) => {
            ("an assignment is endorsed; your service is asked for you.", "Your service nominates you or another.")
        }
        (LineStatus::Endorsed, Some(RequisitionStatus::Vetting | RequisitionStatus::Selecting)) => {
            ("you are nominated before a board.", "The board selects, then the gaining office accepts.")
        }
        (LineStatus::Endorsed, Some(RequisitionStatus::Consenting)) => {
            ("you are asked for your consent.", "The gaining office accepts.")
        }
        (LineStatus::Endorsed, Some(RequisitionStatus::Accepting)) => {
            ("the gaining office decides.", "The tour is planned once it accepts.")
        }
        (LineStatus::Endorsed, Some(RequisitionStatus::Planned)) => ("you are accepted.", "The order for your tour."),
        (LineStatus::Endorsed, Some(RequisitionStatus::Ordered)) => ("your tour is ordered.", "Your arrival."),
        (LineStatus::Endorsed, _) => ("an assignment is endorsed.", "Headquarters decides how it goes on."),
        (LineStatus::Concurred, _) => ("the gaining command concurs with an assignment.", "The director endorses."),
        (LineStatus::Nonconcurred | LineStatus::Dropped, _) => {
            ("an assignment is being looked for again.", "Headquarters amends the slate.")
        }
        (LineStatus::Proposed, _) => {
            ("an assignment is proposed and being coordinated.", "The gaining command concurs or not.")
        }
    }
}
