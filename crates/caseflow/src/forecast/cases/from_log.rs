//! Histories out of an event log.

use std::collections::HashMap;

use smol_str::{SmolStr, ToSmolStr, format_smolstr};

use super::history::{CaseRecord, Histories, HistoryError};
use crate::log::{ActivityId, CaseId, EventLog, Transition, Value};

/// How cases of a log end. A log seldom says that a case is over; its last event is then the end, or only the latest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Ending {
    /// A case is over with its last event if that is an activity with which at least half of the cases that reach it end, or
    /// if nothing followed for longer than 99 of 100 silences between events last. Else it is open.
    #[default]
    Told,
    /// A case is over with its last event if that is one of these activities.
    Activities(Vec<SmolStr>),
}

/// An activity ends cases if it is the last of this share of the cases that reach it.
const ENDS: f64 = 0.5;
/// Silences longer than this share of all are those of cases that are over.
const SILENT: f64 = 0.99;

impl Histories {
    /// The cases of a log with these of its attributes: of the case, or else of its first event. Only completions count
    /// where a log states transitions.
    ///
    /// Name only attributes that were known from the beginning. A log keeps the last value it was given: an end date, or
    /// what was spent in all, would tell what is to be forecast.
    ///
    /// # Errors
    /// [`HistoryError`] where a case contradicts itself.
    pub fn of_log(log: &EventLog, attributes: &[SmolStr], ending: &Ending) -> Result<Self, HistoryError> {
        let counts = |transition: Transition| {
            matches!(transition, Transition::Complete | Transition::Unstated | Transition::Unknown)
        };
        let mut histories = Self::new(attributes.iter().cloned());
        let mut cases: Vec<(CaseId, Vec<(ActivityId, i64)>)> = Vec::with_capacity(log.cases());
        for case in log.case_ids() {
            let events = log.trace(case).events().filter(|event| counts(event.transition));
            let steps: Vec<(ActivityId, i64)> = events.map(|event| (event.activity, event.at)).collect();
            if !steps.is_empty() {
                cases.push((case, steps));
            }
        }
        let is_over = over(log, &cases, ending);
        for (case, steps) in cases {
            let (last, at) = steps[steps.len() - 1];
            let values = attributes.iter().map(|key| value(log, case, key)).collect();
            histories.add(CaseRecord {
                id: log.case_name(case).into(),
                attributes: values,
                steps: steps.iter().map(|(activity, at)| (log.activity_name(*activity).into(), *at)).collect(),
                closed: is_over(last, at).then_some(at),
                holds: Vec::new(),
            })?;
        }
        Ok(histories)
    }
}

fn value(log: &EventLog, case: CaseId, key: &str) -> Option<SmolStr> {
    let of_event = || log.trace(case).arrivals.first().and_then(|row| log.event_attributes().get(key, *row));
    let value = log.case_attributes().get(key, case.0).or_else(of_event)?;
    Some(match value {
        Value::Text(text) => text.into(),
        Value::Integer(number) => number.to_smolstr(),
        Value::Real(number) => number.to_smolstr(),
        Value::Boolean(yes) => yes.to_smolstr(),
        Value::Instant(at) => format_smolstr!("{at}"),
    })
}

/// Whether a case with this last event is over.
fn over<'a>(
    log: &'a EventLog,
    cases: &[(CaseId, Vec<(ActivityId, i64)>)],
    ending: &'a Ending,
) -> impl Fn(ActivityId, i64) -> bool + 'a {
    let mut reached: HashMap<ActivityId, (f64, f64)> = HashMap::new();
    let mut silences = Vec::new();
    let mut end = i64::MIN;
    for (_, steps) in cases {
        let mut met: Vec<ActivityId> = steps.iter().map(|step| step.0).collect();
        met.sort_unstable();
        met.dedup();
        for activity in met {
            reached.entry(activity).or_default().0 += 1.0;
        }
        let (last, at) = steps[steps.len() - 1];
        reached.entry(last).or_default().1 += 1.0;
        silences.extend(steps.windows(2).map(|pair| pair[1].1 - pair[0].1));
        end = end.max(at);
    }
    silences.sort_unstable();
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
    let longest = silences.get((silences.len() as f64 * SILENT) as usize).copied().unwrap_or(0);
    let ends = move |activity: ActivityId| reached.get(&activity).is_some_and(|(all, last)| last / all >= ENDS);
    move |last, at| match ending {
        Ending::Told => ends(last) || end - at > longest,
        Ending::Activities(names) => names.iter().any(|name| name == log.activity_name(last)),
    }
}
