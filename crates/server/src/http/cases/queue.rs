//! The queue: cases by age, by what is left of their goal, by value; who holds them and what comes next.

use axum::Json;
use muster_caseflow::outlook::Outlooks;
use muster_caseflow::queue::{CaseQueue, QueueRow};
use muster_domain::cases::{
    AwaitedAnswers, Case, CaseHolder, CaseKind, CaseNumber, CasePhase, ClosurePath, ExecutionState, GoalCategory,
    Milestone, OfferClock,
};
use muster_domain::kernel::days_between;
use muster_domain::{CaseId, CountryId, Date, OfficeId, PersonId, Position, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{CountryName, Names, OfficeName, PersonName, matches};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, Problem};
use super::forecast::{ForecastRange, latest};
use super::sight::Sight;
use super::stuck::{CaseAlarm, StuckKind};

/// Which part of the queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum QueuePart {
    /// Everything that is not over.
    Open,
    /// Until the offer.
    Development,
    /// From acceptance on, not yet complete.
    Execution,
    /// Supplies are complete, the case is not closed.
    Closure,
    /// On hold.
    Held,
    /// A hold waits to be decided, or should have ended.
    Holds,
    /// Past its goal, and not offered.
    Late,
    /// Open and managed by nobody.
    Unassigned,
    /// Stuck, for whatever reason.
    Stuck,
    /// On the asker's watch list, those that are over included.
    Watched,
    /// What happened departs from the rules.
    Departing,
    /// Something asked for is overdue.
    Overdue,
    /// A delivery is past its day.
    DeliveryLate,
    /// A discrepancy report is open.
    Discrepancy,
    /// The next review should have been held.
    ReviewLate,
    /// A fiscal year that is over was not reconciled.
    Reconcile,
    /// To be closed: supply complete, closed for now, or a blanket order gone idle.
    Backlog,
    /// To be closed, and nothing stops it.
    Closable,
    /// To be closed by force.
    Forced,
    /// A letter awaits an answer, on a case that is over as well; overdue first.
    AwaitsAnswer,
    /// Closed or cancelled.
    Over,
}

impl QueuePart {
    /// Whether a case is in it, as far as the case alone tells; the asker tells the rest.
    pub(super) fn holds(self, row: &QueueRow, case: &Case) -> bool {
        let phase = row.phase;
        match self {
            Self::Open | Self::Stuck => !phase.is_over(),
            Self::Watched => true,
            Self::Development => phase.is_before_offer(),
            Self::Execution => matches!(phase, CasePhase::Accepted | CasePhase::Executing),
            Self::Closure => matches!(phase, CasePhase::SupplyComplete | CasePhase::InterimClosed),
            Self::Held => row.is_held(),
            Self::Holds => row.hold_asked || row.hold_overdue.is_some(),
            Self::Late => row.is_late(),
            Self::Unassigned => !phase.is_over() && case.manager.is_none(),
            Self::Departing => row.deviations > 0,
            Self::Overdue => row.execution.overdue_cents > 0,
            Self::DeliveryLate => row.execution.deliveries_late > 0,
            Self::Discrepancy => row.execution.discrepancies > 0,
            Self::ReviewLate => row.review_late,
            Self::Reconcile => row.execution.reconcile.is_some(),
            Self::Backlog => row.execution.closure.is_some(),
            Self::Closable => row.execution.closure.is_some() && row.execution.closure_stops == 0,
            Self::Forced => row.execution.closure == Some(ClosurePath::Forced),
            Self::AwaitsAnswer => row.answers.is_some(),
            Self::Over => phase.is_over(),
        }
    }
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(in super::super) enum QueueOrder {
    /// Longest where it stands first.
    #[default]
    Oldest,
    /// Least left of the goal first.
    Goal,
    /// Largest value first.
    Value,
    /// By identifier.
    Number,
    /// Earliest answer due first.
    Answer,
}

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
    /// What is due or open of its execution.
    pub execution: ExecutionState,
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
            execution: row.execution,
            source: case.source.clone(),
            changed: held.changed,
        }
    }

    /// The same with why it is stuck, when it is offered, and whether the asker watches it.
    pub(super) fn with_work(self, asker: &Asker, queue: &CaseQueue, outlooks: Option<&Outlooks>) -> Self {
        let Some(case) = asker.world.cases.get(self.id) else { return self };
        let alarms = queue.alarms(self.id, case).map(|alarm| CaseAlarm::of(&alarm)).collect();
        let outlook =
            outlooks.filter(|_| self.phase.is_before_offer()).and_then(|all| all.of(self.id, case, asker.today));
        let offer = outlook.map(|outlook| outlook.offer.into());
        Self { alarms, offer, watched: watches(asker, self.id), ..self }
    }
}

fn watches(asker: &Asker, case: CaseId) -> bool {
    asker.world.watched.get(&asker.account).is_some_and(|list| list.contains(&case))
}

/// Everything that a row is compared with.
pub(super) struct Asked<'a> {
    filter: &'a CaseFilter,
    sight: Sight,
    asker: &'a Asker,
    own: Option<PersonId>,
}

impl<'a> Asked<'a> {
    pub(super) fn of(asker: &'a Asker, filter: &'a CaseFilter) -> Self {
        let own = asker.world.grants(asker.account, asker.today).find_map(|grant| grant.person);
        Self { filter, sight: Sight::of(asker), asker, own }
    }

    /// Whether the case is in the part or the phase asked for, and wanted.
    fn takes(&self, queue: &CaseQueue, (id, case): (CaseId, &Case), row: &QueueRow) -> bool {
        let part = self.filter.part.unwrap_or(QueuePart::Open);
        self.filter.phase.map_or_else(|| part.holds(row, case), |phase| row.phase == phase)
            && self.wants(case, row)
            && (part != QueuePart::Watched || watches(self.asker, id))
            && (part != QueuePart::Stuck || queue.alarms(id, case).next().is_some())
            && self.filter.stuck.is_none_or(|kind| queue.alarms(id, case).any(|alarm| kind == alarm.kind.into()))
    }

    /// Whether the case is in sight and as the filter says, wherever it stands.
    pub(super) fn wants(&self, case: &Case, row: &QueueRow) -> bool {
        let (filter, world, today) = (self.filter, &self.asker.world, self.asker.today);
        let within = |office| case.office == office || world.command_of(case.office, today) == office;
        filter.holder.is_none_or(|holder| row.holder == Some(holder))
            && filter.milestone.is_none_or(|milestone| row.milestone == Some(milestone))
            && filter.country.is_none_or(|country| case.country == country)
            && filter.manager.is_none_or(|person| case.manager == Some(person))
            && filter.answer_by.is_none_or(|party| row.answers.is_some() && case.awaited(today, Some(party)).is_some())
            && (filter.mine != Some(true) || (self.own.is_some() && case.manager == self.own))
            && filter.office.is_none_or(within)
            && filter.q.as_ref().is_none_or(|q| {
                matches(q, &[&case.number.to_string(), &case.title, &world.countries[case.country].name])
            })
            && self.sight.sees(case)
    }
}

fn place(order: QueueOrder, id: CaseId, case: &Case, row: &QueueRow, today: Date) -> Place {
    // Figures as text of one length, the wanted first.
    let rising = |figure: i64| Text::from(format!("{:020}", i128::from(figure) + (1i128 << 63)));
    let key = match order {
        QueueOrder::Oldest => rising(-i64::from(row.days(today))),
        QueueOrder::Goal => rising(row.clock.left().filter(|_| row.clock.runs).map_or(i64::MAX, i64::from)),
        QueueOrder::Answer => {
            let due = row.answers.map_or(i64::MAX, |answers| i64::from(days_between(today, answers.due)));
            rising(due)
        }
        QueueOrder::Value => rising(-row.value_cents),
        QueueOrder::Number => case.number.to_string().into(),
    };
    Place(key, id.0)
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
    let (names, queue) = (Names::of(&asker), asker.app.queues.of(&asker));
    let (asked, outlooks) = (Asked::of(&asker, &filter), latest(&asker));
    let usual = match filter.part {
        Some(QueuePart::AwaitsAnswer) => QueueOrder::Answer,
        _ => QueueOrder::default(),
    };
    let order = filter.order.unwrap_or(usual);
    let rows = asker.world.cases.iter().zip(queue.iter()).filter(|(case, (_, row))| asked.takes(&queue, *case, row));
    let rows = rows.map(|((id, case), (_, row))| (place(order, id, case, row, asker.today), (id, row))).collect();
    paging
        .page(rows, false, |(id, row)| CaseRow::of(&names, id, row).with_work(&asker, &queue, outlooks.as_deref()))
        .map(Json)
}
