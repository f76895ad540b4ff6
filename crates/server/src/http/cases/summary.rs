//! The queue in figures: by phase, by who works the cases, by office, by reason for delay, by what is stuck where.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use muster_caseflow::queue::{QueueKey, QueuePart, QueueRow};
use muster_domain::cases::{CaseHolder, CasePhase, DelayReason};
use muster_domain::kernel::Id as _;
use muster_domain::{Date, OfficeId, PersonId};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::names::{Names, OfficeName};
use super::super::problem::{Params, Problem};
use super::execution::ExecutionFigures;
use super::queue::{Asked, CaseFilter};
use super::stuck::{StuckCounts, StuckStep};

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
    /// Of those, stuck.
    pub stuck: usize,
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
    /// Stuck, for whatever reason.
    pub stuck: usize,
    /// Stuck by reason and step, most cases first; a case that is stuck for two reasons counts in both.
    pub stuck_steps: Vec<StuckStep>,
    /// With a history that departs from the rules, those that are over included.
    pub departing: usize,
    /// With a letter that awaits an answer, those that are over included.
    pub awaits_answer: usize,
    /// Of those, past the day by which it was due.
    pub answer_overdue: usize,
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
    let asked = Asked::of(&asker, &filter, &queue);
    let year_ago = asker.today.saturating_sub(jiff::Span::new().years(1));
    let mut answer = CaseSummary {
        open: 0,
        value_cents: 0,
        unassigned: 0,
        held: 0,
        holds: 0,
        late: 0,
        stuck: 0,
        stuck_steps: Vec::new(),
        departing: 0,
        awaits_answer: 0,
        answer_overdue: 0,
        offered: 0,
        within_goal: 0,
        phases: Vec::new(),
        holders: Vec::new(),
        offices: Vec::new(),
        delays: Vec::new(),
        execution: ExecutionFigures::default(),
    };
    let mut offices = vec![Vec::new(); asker.world.offices.len()];
    let mut delays: BTreeMap<DelayReason, usize> = BTreeMap::new();
    let mut stuck = StuckCounts::default();
    let mut phases: BTreeMap<CasePhase, Vec<&QueueRow>> = BTreeMap::new();
    let mut holders: BTreeMap<CaseHolder, usize> = BTreeMap::new();
    for ((id, key), (_, row)) in queue.keys().zip(queue.iter()).filter(|((id, key), _)| asked.wants(*id, key)) {
        answer.departing += usize::from(row.deviations > 0);
        answer.awaits_answer += usize::from(key.is_in(QueuePart::AwaitsAnswer));
        answer.answer_overdue += usize::from(row.answers.is_some_and(|answers| answers.overdue > 0));
        let offered = row.offered.is_some_and(|on| on > year_ago);
        answer.offered += usize::from(offered);
        answer.within_goal += usize::from(offered && row.clock.left().is_some_and(|left| left >= 0));
        if row.phase.is_over() {
            continue;
        }
        answer.open += 1;
        answer.value_cents += row.value_cents;
        answer.unassigned += usize::from(key.is_in(QueuePart::Unassigned));
        answer.held += usize::from(row.is_held());
        answer.holds += usize::from(key.is_in(QueuePart::Holds));
        answer.late += usize::from(row.is_late());
        answer.execution.add(row);
        if key.is_in(QueuePart::Stuck) {
            answer.stuck += 1;
            stuck.take(key.office, queue.alarms(id, &asker.world.cases[id]));
        }
        phases.entry(row.phase).or_default().push(row);
        offices[key.office.index()].push((key, row));
        if row.phase.is_before_offer() {
            asker.world.cases[id].delays.iter().for_each(|delay| *delays.entry(delay.reason).or_default() += 1);
        }
        if let Some(holder) = row.holder {
            *holders.entry(holder).or_default() += 1;
        }
    }
    answer.phases = phases.into_iter().map(|(phase, rows)| counted(phase, &rows, asker.today)).collect();
    let named = |(holder, cases): (CaseHolder, usize)| HolderCount { holder, workforce: holder.is_workforce(), cases };
    answer.holders = holders.into_iter().map(named).collect();
    let names = Names::of(&asker);
    let offices = asker.world.offices.iter().map(|(id, _)| id).zip(offices).filter(|(_, cases)| !cases.is_empty());
    answer.offices = offices.map(|(office, cases)| worked(&names, office, &cases, stuck.of(office))).collect();
    answer.stuck_steps = stuck.steps();
    answer.offices.sort_by_key(|one| std::cmp::Reverse(one.cases));
    let titled = |(reason, cases): (DelayReason, usize)| DelayCount { reason, title: reason.title(), cases };
    answer.delays = delays.into_iter().map(titled).collect();
    Json(answer)
}

fn worked(names: &Names, office: OfficeId, cases: &[(&QueueKey, &QueueRow)], stuck: usize) -> OfficeCount {
    let rows = cases.iter().map(|(_, row)| *row);
    let developing: Vec<&QueueRow> = rows.filter(|row| row.phase.is_before_offer()).collect();
    let managers: BTreeSet<PersonId> = cases.iter().filter_map(|(key, _)| key.manager).collect();
    OfficeCount {
        office: names.office(office),
        cases: cases.len(),
        developing: developing.len(),
        late: developing.iter().filter(|row| row.is_late()).count(),
        median_days: median_days(&developing, names.today),
        stuck,
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
