//! The queue: cases by age, by what is left of their goal, by value; who holds them and what comes next.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use muster_caseflow::queue::QueueRow;
use muster_domain::cases::{
    Case, CaseHolder, CaseKind, CaseNumber, CasePhase, ClosurePath, DelayReason, ExecutionState, GoalCategory,
    Milestone, OfferClock,
};
use muster_domain::{CaseId, CountryId, Date, OfficeId, PersonId, Position, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{CountryName, Names, OfficeName, PersonName, matches};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, Problem};
use super::execution::ExecutionFigures;
use super::sight::Sight;

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
    /// Closed or cancelled.
    Over,
}

impl QueuePart {
    fn holds(self, row: &QueueRow, case: &Case) -> bool {
        let phase = row.phase;
        match self {
            Self::Open => !phase.is_over(),
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
    /// Words of the identifier, the title or the country.
    #[param(max_length = 100)]
    q: Option<String>,
    /// In which order.
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
            deviations: row.deviations,
            execution: row.execution,
            source: case.source.clone(),
            changed: held.changed,
        }
    }
}

/// Everything that a row is compared with.
struct Asked<'a> {
    filter: &'a CaseFilter,
    sight: Sight,
    asker: &'a Asker,
    own: Option<PersonId>,
}

impl<'a> Asked<'a> {
    fn of(asker: &'a Asker, filter: &'a CaseFilter) -> Self {
        let own = asker.world.grants(asker.account, asker.today).find_map(|grant| grant.person);
        Self { filter, sight: Sight::of(asker), asker, own }
    }

    /// Whether the case is in the part or the phase asked for, and wanted.
    fn takes(&self, case: &Case, row: &QueueRow) -> bool {
        let part = self.filter.part.unwrap_or(QueuePart::Open);
        self.filter.phase.map_or_else(|| part.holds(row, case), |phase| row.phase == phase) && self.wants(case, row)
    }

    /// Whether the case is in sight and as the filter says, wherever it stands.
    fn wants(&self, case: &Case, row: &QueueRow) -> bool {
        let (filter, world, today) = (self.filter, &self.asker.world, self.asker.today);
        let within = |office| case.office == office || world.command_of(case.office, today) == office;
        filter.holder.is_none_or(|holder| row.holder == Some(holder))
            && filter.milestone.is_none_or(|milestone| row.milestone == Some(milestone))
            && filter.country.is_none_or(|country| case.country == country)
            && filter.manager.is_none_or(|person| case.manager == Some(person))
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
    let asked = Asked::of(&asker, &filter);
    let order = filter.order.unwrap_or_default();
    let rows = asker.world.cases.iter().zip(queue.iter()).filter(|((_, case), (_, row))| asked.takes(case, row));
    let rows = rows.map(|((id, case), (_, row))| (place(order, id, case, row, asker.today), (id, row))).collect();
    paging.page(rows, false, |(id, row)| CaseRow::of(&names, id, row)).map(Json)
}

/// How many cases stand in a phase.
#[derive(Debug, Serialize, ToSchema)]
pub struct PhaseCount {
    /// Which phase.
    pub phase: CasePhase,
    /// How many cases.
    pub cases: usize,
    /// Of those, on hold.
    pub held: usize,
    /// Of those, past their goal.
    pub late: usize,
    /// Days that half of them have stood where they stand.
    pub median_days: i32,
    /// What they are worth, US cents.
    pub value_cents: i64,
}

/// How many open cases lie with somebody.
#[derive(Debug, Serialize, ToSchema)]
pub struct HolderCount {
    /// Who works them.
    pub holder: CaseHolder,
    /// Whether that is a pool of the workforce.
    pub workforce: bool,
    /// How many cases.
    pub cases: usize,
}

/// How many open cases an office works.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeCount {
    /// Which office.
    pub office: OfficeName,
    /// How many cases.
    pub cases: usize,
    /// Of those, not yet offered.
    pub developing: usize,
    /// Of those not yet offered, past their goal.
    pub late: usize,
    /// Days that half of its cases not yet offered have stood where they stand.
    pub median_days: Option<i32>,
    /// People who manage some of them.
    pub managers: usize,
}

/// How many open cases are delayed by a reason.
#[derive(Debug, Serialize, ToSchema)]
pub struct DelayCount {
    /// Which reason.
    pub reason: DelayReason,
    /// What it says.
    pub title: &'static str,
    /// How many cases not yet offered.
    pub cases: usize,
}

/// The queue in figures.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseSummary {
    /// Open cases.
    pub open: usize,
    /// What they are worth, US cents.
    pub value_cents: i64,
    /// Managed by nobody.
    pub unassigned: usize,
    /// On hold.
    pub held: usize,
    /// Holds that wait to be decided, or should have ended.
    pub holds: usize,
    /// Past their goal, and not offered.
    pub late: usize,
    /// With a history that departs from the rules, those that are over included.
    pub departing: usize,
    /// Offered in the last twelve months.
    pub offered: usize,
    /// Of those, within their goal.
    pub within_goal: usize,
    /// By phase, in order.
    pub phases: Vec<PhaseCount>,
    /// By who works them.
    pub holders: Vec<HolderCount>,
    /// By the office that works them, most cases first.
    pub offices: Vec<OfficeCount>,
    /// Cases not yet offered by the reason noted, in the order of the reasons.
    pub delays: Vec<DelayCount>,
    /// What is due and open of those in execution.
    pub execution: ExecutionFigures,
}

/// The queue in figures: by phase and by who works the cases
#[utoipa::path(get, path = "/api/cases/summary", tag = "cases", params(CaseFilter), responses(
    (status = 200, body = CaseSummary), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(in super::super) async fn summary(asker: Asker, Params(filter): Params<CaseFilter>) -> Json<CaseSummary> {
    let queue = asker.app.queues.of(&asker);
    let asked = Asked::of(&asker, &filter);
    let year_ago = asker.today.saturating_sub(jiff::Span::new().years(1));
    let mut answer = CaseSummary {
        open: 0,
        value_cents: 0,
        unassigned: 0,
        held: 0,
        holds: 0,
        late: 0,
        departing: 0,
        offered: 0,
        within_goal: 0,
        phases: Vec::new(),
        holders: Vec::new(),
        offices: Vec::new(),
        delays: Vec::new(),
        execution: ExecutionFigures::default(),
    };
    let mut offices: BTreeMap<OfficeId, Vec<(&Case, &QueueRow)>> = BTreeMap::new();
    let mut delays: BTreeMap<DelayReason, usize> = BTreeMap::new();
    let mut phases: BTreeMap<CasePhase, Vec<&QueueRow>> = BTreeMap::new();
    let mut holders: BTreeMap<CaseHolder, usize> = BTreeMap::new();
    for ((_, case), (_, row)) in asker.world.cases.iter().zip(queue.iter()) {
        if !asked.wants(case, row) {
            continue;
        }
        answer.departing += usize::from(row.deviations > 0);
        let offered = case.day_of(muster_domain::cases::Milestone::Offered).is_some_and(|on| on > year_ago);
        answer.offered += usize::from(offered);
        answer.within_goal += usize::from(offered && row.clock.left().is_some_and(|left| left >= 0));
        if row.phase.is_over() {
            continue;
        }
        answer.open += 1;
        answer.value_cents += row.value_cents;
        answer.unassigned += usize::from(QueuePart::Unassigned.holds(row, case));
        answer.held += usize::from(row.is_held());
        answer.holds += usize::from(QueuePart::Holds.holds(row, case));
        answer.late += usize::from(row.is_late());
        answer.execution.add(row);
        phases.entry(row.phase).or_default().push(row);
        offices.entry(case.office).or_default().push((case, row));
        if row.phase.is_before_offer() {
            case.delays.iter().for_each(|delay| *delays.entry(delay.reason).or_default() += 1);
        }
        if let Some(holder) = row.holder {
            *holders.entry(holder).or_default() += 1;
        }
    }
    answer.phases = phases.into_iter().map(|(phase, rows)| counted(phase, &rows, asker.today)).collect();
    let named = |(holder, cases): (CaseHolder, usize)| HolderCount { holder, workforce: holder.is_workforce(), cases };
    answer.holders = holders.into_iter().map(named).collect();
    let names = Names::of(&asker);
    answer.offices = offices.into_iter().map(|(office, cases)| worked(&names, office, &cases)).collect();
    answer.offices.sort_by_key(|one| std::cmp::Reverse(one.cases));
    let titled = |(reason, cases): (DelayReason, usize)| DelayCount { reason, title: reason.title(), cases };
    answer.delays = delays.into_iter().map(titled).collect();
    Json(answer)
}

fn worked(names: &Names, office: OfficeId, cases: &[(&Case, &QueueRow)]) -> OfficeCount {
    let developing: Vec<&QueueRow> =
        cases.iter().map(|(_, row)| *row).filter(|row| row.phase.is_before_offer()).collect();
    let managers: BTreeSet<PersonId> = cases.iter().filter_map(|(case, _)| case.manager).collect();
    OfficeCount {
        office: names.office(office),
        cases: cases.len(),
        developing: developing.len(),
        late: developing.iter().filter(|row| row.is_late()).count(),
        median_days: median_days(&developing, names.today),
        managers: managers.len(),
    }
}

/// Days that half of the rows have stood where they stand; none of no rows.
fn median_days(rows: &[&QueueRow], today: Date) -> Option<i32> {
    let mut days: Vec<i32> = rows.iter().map(|row| row.days(today)).collect();
    let middle = days.len() / 2;
    (!days.is_empty()).then(|| *days.select_nth_unstable(middle).1)
}

fn counted(phase: CasePhase, rows: &[&QueueRow], today: Date) -> PhaseCount {
    PhaseCount {
        phase,
        cases: rows.len(),
        held: rows.iter().filter(|row| row.is_held()).count(),
        late: rows.iter().filter(|row| row.is_late()).count(),
        median_days: median_days(rows, today).unwrap_or(0),
        value_cents: rows.iter().map(|row| row.value_cents).sum(),
    }
}
