//! The queue: cases by age, by what is left of their goal, by value; who holds them and what comes next.

use axum::Json;
use fixedbitset::FixedBitSet;
use muster_caseflow::outlook::Outlooks;
use muster_caseflow::queue::{CaseQueue, CasesFound, QueueKey, QueueOrder, QueuePart, QueueRow};
use muster_domain::cases::{
    AwaitedAnswers, CaseHolder, CaseKind, CaseNumber, CasePhase, ExecutionState, GoalCategory, Milestone, OfferClock,
};
use muster_domain::kernel::Id;
use muster_domain::{CaseId, CountryId, Date, OfficeId, PersonId, Position, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{CountryName, Names, OfficeName, PersonName};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, Problem};
use super::forecast::{ForecastRange, latest};
use super::sight::Sight;
use super::stuck::{CaseAlarm, StuckKind};

/// Which cases, in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(in super::super) struct CaseFilter {
    /// Which part of the queue; everything that is not over unless asked otherwise.
    #[param(inline)]
    part: Option<QueuePart>,
    /// Where they stand.
    #[param(inline)]
    phase: Option<CasePhase>,
    /// Who works them.
    #[param(inline)]
    holder: Option<CaseHolder>,
    /// The milestone they stand at.
    #[param(inline)]
    milestone: Option<Milestone>,
    /// Of this country.
    #[param(value_type = Option<CountryId>, inline)]
    country: Option<CountryId>,
    /// Of this purchaser code: several codes of one country are separate customers.
    #[param(max_length = 2)]
    purchaser: Option<String>,
    /// Worked by this office, or by one of this command's or agency's.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// Managed by this person.
    #[param(value_type = Option<PersonId>, inline)]
    manager: Option<PersonId>,
    /// The asker's own.
    mine: Option<bool>,
    /// An answer is owed by this party.
    #[param(inline)]
    answer_by: Option<CaseHolder>,
    /// Stuck for this reason.
    #[param(inline)]
    stuck: Option<StuckKind>,
    /// Words of the identifier, the title or the country.
    #[param(max_length = 100)]
    q: Option<String>,
    /// In which order; what awaits an answer by the day it is due unless asked otherwise.
    #[param(inline)]
    order: Option<QueueOrder>,
}

/// A case in the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseRow {
    /// Its id.
    pub id: CaseId,
    /// Its identifier.
    pub number: CaseNumber,
    /// What is bought, in short.
    pub title: Text,
    /// The purchaser's country.
    pub country: CountryName,
    /// The office that works it.
    pub office: OfficeName,
    /// What kind of case it is.
    pub kind: CaseKind,
    /// The group of its time goal.
    pub category: GoalCategory,
    /// Where it stands.
    pub phase: CasePhase,
    /// The last milestone it reached.
    pub milestone: Option<Milestone>,
    /// The step that comes next.
    pub next: Option<Milestone>,
    /// Who works it.
    pub holder: Option<CaseHolder>,
    /// Since when it stands there.
    pub since: Date,
    /// For how many days.
    pub days: i32,
    /// The clock to its offer.
    pub clock: OfferClock,
    /// Days left of the goal; negative when it is passed.
    pub left: Option<i32>,
    /// Since when it is on hold.
    pub held_since: Option<Date>,
    /// The day by which its hold was to end, where that has passed.
    pub hold_overdue: Option<Date>,
    /// Whether a hold waits to be decided.
    pub hold_asked: bool,
    /// The day its offer expires, while it is offered.
    pub expires: Option<Date>,
    /// Its value, US cents.
    pub value_cents: i64,
    /// Whether somebody manages it.
    pub managed: bool,
    /// Who, as far as the asker sees them.
    pub manager: Option<PersonName>,
    /// Why it is stuck; empty where it is not.
    pub alarms: Vec<CaseAlarm>,
    /// Whether the asker watches it.
    pub watched: bool,
    /// When it is offered, 80 times of 100; none once it is, or before that was worked out.
    pub offer: Option<ForecastRange>,
    /// What of its correspondence awaits an answer.
    pub answers: Option<AwaitedAnswers>,
    /// In how many ways its history departs from the rules.
    pub deviations: usize,
    /// What is due or open of its execution; none before acceptance and once it is over.
    pub execution: Option<ExecutionState>,
    /// The system of record that reported it.
    pub source: Option<Text>,
    /// The journal position that last changed it.
    pub changed: Position,
}

impl CaseRow {
    pub(super) fn of(names: &Names, id: CaseId, row: &QueueRow) -> Self {
        let held = names.world.cases.row(id).expect("the queue names cases that exist");
        let case = &held.fact;
        Self {
            id,
            number: case.number,
            title: case.title.clone(),
            country: names.country(case.country),
            office: names.office(case.office),
            kind: case.kind,
            category: case.category,
            phase: row.phase,
            milestone: row.milestone,
            next: row.next,
            holder: row.holder,
            since: row.since,
            days: row.days(names.today),
            clock: row.clock,
            left: row.clock.left(),
            held_since: row.held_since,
            hold_overdue: row.hold_overdue,
            hold_asked: row.hold_asked,
            expires: row.expires,
            value_cents: row.value_cents,
            managed: case.manager.is_some(),
            manager: case.manager.and_then(|person| names.person(person)),
            alarms: Vec::new(),
            watched: false,
            offer: None,
            answers: row.answers,
            deviations: row.deviations,
            execution: row.phase.has_execution().then_some(row.execution),
            source: case.source.clone(),
            changed: held.changed,
        }
    }

    /// The same with why it is stuck, when it is offered, and whether the asker watches it.
    pub(super) fn with_work(self, asker: &Asker, queue: &CaseQueue, outlooks: Option<&Outlooks>) -> Self {
        let stuck = queue.key(self.id).is_some_and(|key| key.is_in(QueuePart::Stuck));
        let case = asker.world.cases.get(self.id).filter(|_| stuck).into_iter();
        let alarms = case.flat_map(|case| queue.alarms(self.id, case)).map(|alarm| CaseAlarm::of(&alarm)).collect();
        let outlook = outlooks.filter(|_| self.phase.is_before_offer());
        let outlook = outlook.and_then(|all| all.standing(self.id, self.milestone, self.since));
        let offer = outlook.map(|outlook| outlook.offer.into());
        Self { alarms, offer, watched: watches(asker, self.id), ..self }
    }
}

fn watches(asker: &Asker, case: CaseId) -> bool {
    asker.world.watched.get(&asker.account).is_some_and(|list| list.contains(&case))
}

/// Everything that a case is compared with.
pub(super) struct Asked<'a> {
    filter: &'a CaseFilter,
    asker: &'a Asker,
    sight: Sight,
    own: Vec<PersonId>,
    /// The offices of the one asked for.
    offices: Option<FixedBitSet>,
    /// The cases with the words asked for.
    worded: Option<CasesFound>,
}

impl<'a> Asked<'a> {
    pub(super) fn of(asker: &'a Asker, filter: &'a CaseFilter, queue: &CaseQueue) -> Self {
        let (world, today) = (&asker.world, asker.today);
        let within = |asked| {
            let offices = world.offices.iter().map(|(id, _)| id);
            offices.filter(|id| *id == asked || world.command_of(*id, today) == asked).map(Id::index).collect()
        };
        Self {
            filter,
            asker,
            sight: Sight::of(asker),
            own: world.own_people(asker.account, today),
            offices: filter.office.map(within),
            worded: filter.q.as_deref().map(|words| queue.search(words)),
        }
    }

    /// Whether the case is in the part and the phase asked for, and wanted; asked for a phase alone, whatever the part.
    fn takes(&self, id: CaseId, key: &QueueKey) -> bool {
        let part = self.filter.part.unwrap_or(QueuePart::Open);
        let by_phase_alone = self.filter.part.is_none() && self.filter.phase.is_some();
        self.filter.phase.is_none_or(|phase| key.phase == phase)
            && (by_phase_alone || key.is_in(part))
            && self.wants(id, key)
            && (part != QueuePart::Watched || watches(self.asker, id))
            && self.filter.stuck.is_none_or(|kind| key.has(kind.into()))
    }

    /// Whether the case is in sight and as the filter says, wherever it stands.
    pub(super) fn wants(&self, id: CaseId, key: &QueueKey) -> bool {
        let filter = self.filter;
        filter.holder.is_none_or(|holder| key.holder == Some(holder))
            && filter.milestone.is_none_or(|milestone| key.milestone == Some(milestone))
            && filter.country.is_none_or(|country| key.country == country)
            && filter.purchaser.as_deref().is_none_or(|code| key.number.purchaser() == code)
            && filter.manager.is_none_or(|person| key.manager == Some(person))
            && filter.answer_by.is_none_or(|party| self.awaits(id, key, party))
            && (filter.mine != Some(true) || key.manager.is_some_and(|manager| self.own.contains(&manager)))
            && self.offices.as_ref().is_none_or(|offices| offices.contains(key.office.index()))
            && self.worded.as_ref().is_none_or(|worded| worded.has(id))
            && self.sight.sees_of(key.office, key.country)
    }

    fn awaits(&self, id: CaseId, key: &QueueKey, party: CaseHolder) -> bool {
        let Asker { world, today, .. } = self.asker;
        key.is_in(QueuePart::AwaitsAnswer) && world.cases[id].awaited(*today, Some(party)).is_some()
    }
}

/// The queue of cases in scope; those that stand longest where they stand first
#[utoipa::path(get, path = "/api/cases", tag = "cases", params(CaseFilter, Paging), responses(
    (status = 200, body = Page<CaseRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn list(
    asker: Asker,
    Params(filter): Params<CaseFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<CaseRow>>> {
    let queue = asker.app.queues.of(&asker);
    let (names, outlooks) = (Names::of(&asker), latest(&asker));
    let usual = match filter.part {
        Some(QueuePart::AwaitsAnswer) => QueueOrder::Answer,
        _ => QueueOrder::default(),
    };
    let (asked, order) = (Asked::of(&asker, &filter, &queue), filter.order.unwrap_or(usual));
    let found = queue.keys().filter(|(id, key)| asked.takes(*id, key));
    let found = found.map(|(id, key)| (Place(key.place(order), id.0), id));
    paging
        .page(found, false, |id| {
            let row = queue.row(id).expect("every case that is found has a row");
            CaseRow::of(&names, id, row).with_work(&asker, &queue, outlooks.as_deref())
        })
        .map(Json)
}
