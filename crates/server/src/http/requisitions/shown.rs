//! One requisition as its page shows it.

use muster_domain::allocation::{Deed, Nominee, NomineeStanding, Rank, Requisition, Vetter};
use muster_domain::organization::Turn;
use muster_domain::workforce::{Clearance, TourLength, TourStatus};
use muster_domain::{Date, Grade, PersonId, Position, RequisitionId, Service, Text, TourId};
use muster_slate::{CandidateField, CandidateWhy};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::names::{Names, PersonName, coding, requirement};
use super::acts::{RequisitionAct, acts};
use super::pipeline::{Stage, pipeline};
use super::sight::Sight;
use super::{RequisitionRow, row};

/// A requisition with all that the asker may know of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RequisitionPage {
    /// As in lists.
    #[serde(flatten)]
    pub row: RequisitionRow,
    /// What the person needs, from the billet's terms on the report date.
    pub needs: Needs,
    /// The stages of the fill: what is done, where it stands, what follows.
    pub pipeline: Vec<Stage>,
    /// What the asker may do now.
    pub acts: Vec<RequisitionAct>,
    /// Everybody nominated, in the order nominated.
    pub nominees: Vec<NomineeRow>,
    /// Requests by name.
    pub by_name: Vec<ByNameRow>,
    /// Services that can give nobody.
    pub no_fills: Vec<NoFillRow>,
    /// The tour that acceptance planned.
    pub tour: Option<TourRow>,
    /// Why it was cancelled.
    pub cancelled: Option<Text>,
    /// What was done, the latest first.
    pub history: Vec<DeedRow>,
    /// The position that last changed it.
    pub changed: Position,
}

/// What the person needs.
#[derive(Debug, Serialize, ToSchema)]
pub struct Needs {
    /// The grade.
    pub grade: Grade,
    /// Which services may fill it.
    pub service_coding: String,
    /// The specialty.
    pub specialty: Option<Text>,
    /// Languages, as `Arabic 2/2+`.
    pub languages: Vec<String>,
    /// The clearance.
    pub clearance: Clearance,
    /// The place of duty.
    pub place: Text,
    /// How long a tour is.
    pub tour_length: TourLength,
    /// Whether dependents may come along.
    pub accompanied: bool,
    /// Whether a military incumbent counts under section 515.
    pub section_515: bool,
}

/// A nomination.
#[derive(Debug, Serialize, ToSchema)]
pub struct NomineeRow {
    /// Who, where it is the asker's to know.
    pub person: Option<PersonName>,
    /// Of which service.
    pub service: Service,
    /// First choice or second.
    pub rank: Rank,
    /// Where the nomination stands.
    pub standing: NomineeStanding,
    /// The day the person would report.
    pub report: Date,
    /// The day of the nomination.
    pub on: Date,
    /// Why this person, where it is the asker's to read.
    pub justification: Option<String>,
    /// What the vetters found.
    pub vetted: Vec<VettingRow>,
    /// How the person compares with what the billet needs, where the asker sees who it is and the nomination stands.
    pub why: Option<CandidateWhy>,
}

/// A vetter's finding.
#[derive(Debug, Serialize, ToSchema)]
pub struct VettingRow {
    /// For whom.
    pub vetter: Vetter,
    /// Whether the nominee is found favourable.
    pub favourable: bool,
    /// The day.
    pub on: Date,
    /// Why, where it is the asker's to read.
    pub reason: Option<String>,
}

/// A request by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ByNameRow {
    /// Who, where it is the asker's to know.
    pub person: Option<PersonName>,
    /// Of which service.
    pub service: Service,
    /// The day.
    pub on: Date,
    /// The day the service declined.
    pub declined: Option<Date>,
    /// Why this person, where it is the asker's to read.
    pub justification: Option<String>,
}

/// A service that can give nobody.
#[derive(Debug, Serialize, ToSchema)]
pub struct NoFillRow {
    /// Which service.
    pub service: Service,
    /// The first day on which it may be asked with a prospect again.
    pub until: Date,
    /// Why.
    pub reason: Text,
}

/// The tour that acceptance planned.
#[derive(Debug, Serialize, ToSchema)]
pub struct TourRow {
    /// Its id.
    pub id: TourId,
    /// Where it stands.
    pub status: TourStatus,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// The position that last changed it.
    pub changed: Position,
}

/// One entry of the history.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeedRow {
    /// What was done, in words.
    pub title: &'static str,
    /// The day.
    pub on: Date,
    /// The account's name; none for the installation itself.
    pub by: Option<Text>,
    /// Who had been asked, in words that name no person.
    pub holder: Option<String>,
    /// Days they had held it.
    pub days_held: Option<i32>,
    /// Whether their suspense had passed.
    pub late: bool,
    /// Whom it was about, where it is the asker's to know.
    pub person: Option<PersonName>,
    /// What it was about otherwise.
    pub about: Option<Text>,
    /// Why, where it is the asker's to read.
    pub reason: Option<String>,
}

pub(super) fn page(asker: &Asker, id: RequisitionId, requisition: &Requisition, changed: Position) -> RequisitionPage {
    let world = &*asker.world;
    let names = Names::of(asker);
    let sight = Sight::of(asker, &names, requisition);
    let status = requisition.status(world);
    let turns = requisition.open_turns(world);
    let field = CandidateField::new(world, requisition.billet, requisition.report, asker.today);
    RequisitionPage {
        row: row(asker, &names, id, requisition, status, &turns),
        needs: needs(asker, requisition),
        pipeline: pipeline(world, &names, requisition, &turns),
        acts: acts(asker, id, requisition, &turns),
        nominees: requisition.nominees.iter().map(|nominee| nominee_row(&sight, nominee, field.as_ref())).collect(),
        by_name: requisition
            .by_name
            .iter()
            .map(|asked| ByNameRow {
                person: sight.person(asked.person),
                service: asked.service,
                on: asked.on,
                declined: asked.declined,
                justification: asked.justification.clone().filter(|_| sight.findings(asked.person)),
            })
            .collect(),
        no_fills: requisition
            .no_fills
            .iter()
            .map(|said| NoFillRow { service: said.service, until: said.until, reason: said.reason.clone() })
            .collect(),
        tour: requisition.accepted.and_then(|accepted| {
            let row = world.tours.row(accepted.tour)?;
            let tour = &row.fact;
            Some(TourRow {
                id: accepted.tour,
                status: tour.status(),
                report: tour.report,
                rotation: tour.rotation,
                changed: row.changed,
            })
        }),
        cancelled: requisition.cancelled.as_ref().map(|cancelled| cancelled.reason.clone()),
        history: requisition.deeds.iter().rev().map(|deed| deed_row(asker, &sight, deed)).collect(),
        changed,
    }
}

fn needs(asker: &Asker, requisition: &Requisition) -> Needs {
    let terms = requisition.terms(&asker.world);
    Needs {
        grade: terms.grade,
        service_coding: coding(terms.coding),
        specialty: terms.specialty.clone(),
        languages: terms.languages.iter().map(requirement).collect(),
        clearance: terms.clearance,
        place: asker.world.posts[terms.place].name.clone(),
        tour_length: terms.tour_length,
        accompanied: terms.accompanied,
        section_515: terms.section_515,
    }
}

fn nominee_row(sight: &Sight<'_>, nominee: &Nominee, field: Option<&CandidateField<'_>>) -> NomineeRow {
    let person = sight.nominee(nominee);
    let compared = || field.and_then(|field| field.why(nominee.person));
    let shown = person.is_some() && nominee.is_live();
    let why = shown.then(compared).flatten();
    let why = if sight.sealed(nominee.person) { why } else { why.map(CandidateWhy::without_private) };
    NomineeRow {
        person,
        service: nominee.service,
        rank: nominee.rank,
        standing: nominee.standing(),
        report: nominee.report,
        on: nominee.on,
        justification: nominee.justification.clone().filter(|_| sight.justification(nominee)),
        vetted: nominee
            .vetted
            .iter()
            .map(|vetting| VettingRow {
                vetter: vetting.vetter,
                favourable: vetting.favourable,
                on: vetting.on,
                reason: vetting.reason.clone().filter(|_| sight.findings(nominee.person)),
            })
            .collect(),
        why,
    }
}

fn deed_row(asker: &Asker, sight: &Sight<'_>, deed: &Deed) -> DeedRow {
    let reads = deed.person.is_some_and(|person| sight.findings(person));
    let late = deed.took.is_some_and(|turn: Turn| turn.is_late(deed.on));
    DeedRow {
        title: deed.kind.title(),
        on: deed.on,
        by: deed.by.and_then(|by| asker.world.accounts.get(by)).map(|account| account.name.clone()),
        holder: deed.took.map(|turn| turn.holder.name(&asker.world)),
        days_held: deed.took.map(|turn| turn.days_held(deed.on)),
        late,
        person: deed.person.and_then(|person: PersonId| sight.person(person)),
        about: deed.about.clone(),
        reason: deed.reason.clone().filter(|_| reads),
    }
}
