//! Events in any order into a log.

use super::attributes::{Attributes, Value};
use super::columns::Columns;
use super::error::{Limits, LogError, within_calendar};
use super::event_log::EventLog;
use super::names::Names;
use super::{ActivityId, CaseId, Event, ResourceId};

/// Takes events in any order, and sorts them once at the end.
#[derive(Debug, Default)]
pub struct LogBuilder {
    limits: Limits,
    cases: Names,
    activities: Names,
    resources: Names,
    case_of: Vec<u32>,
    columns: Columns,
    case_attributes: Attributes,
    event_attributes: Attributes,
}

impl LogBuilder {
    /// A log of at most this size.
    pub fn new(limits: Limits) -> Self {
        LogBuilder { limits, ..LogBuilder::default() }
    }

    /// The case of this name, which may have been mentioned before.
    ///
    /// # Errors
    /// When the name is empty or too long, or there are too many.
    pub fn case(&mut self, name: &str) -> Result<CaseId, LogError> {
        let (most, remedy) = (self.limits.cases, "split the log by cases");
        Ok(CaseId(numbered(&mut self.cases, &self.limits, ["a case", "cases"], most, remedy, name)?))
    }

    /// The activity of this name.
    ///
    /// # Errors
    /// When the name is empty or too long, or there are too many.
    pub fn activity(&mut self, name: &str) -> Result<ActivityId, LogError> {
        let most = self.limits.activities.min(usize::from(u16::MAX));
        let remedy = "an activity is a kind of step: give names without numbers of cases in them";
        let id = numbered(&mut self.activities, &self.limits, ["an activity", "activities"], most, remedy, name)?;
        Ok(ActivityId(u16::try_from(id).expect("checked against the limit")))
    }

    /// The resource of this name.
    ///
    /// # Errors
    /// When the name is empty or too long, or there are too many.
    pub fn resource(&mut self, name: &str) -> Result<ResourceId, LogError> {
        let (most, remedy) = (self.limits.resources, "give who did it, not what is different for each event");
        Ok(ResourceId(numbered(&mut self.resources, &self.limits, ["a resource", "resources"], most, remedy, name)?))
    }

    /// Takes an event of a case; the number is the row of its attributes.
    ///
    /// # Errors
    /// When there are too many, or the instant lies outside the calendar.
    pub fn event(&mut self, case: CaseId, event: Event) -> Result<u32, LogError> {
        let most = self.limits.events.min(u32::MAX as usize - 1);
        if self.columns.len() >= most {
            return Err(LogError::TooMany { what: "events", most, remedy: "split the log by cases" });
        }
        within_calendar(event.at)?;
        self.case_of.push(case.0);
        self.columns.push(event);
        Ok(u32::try_from(self.columns.len() - 1).expect("checked against the limit"))
    }

    /// Says something of a case; said twice, the last one holds.
    ///
    /// # Errors
    /// When there is too much.
    pub fn case_attribute(&mut self, case: CaseId, key: &str, value: Value<'_>) -> Result<(), LogError> {
        self.case_attributes.set(&self.limits, key, case.0, value)
    }

    /// Says something of an event, by the number that [`LogBuilder::event`] gave it.
    ///
    /// # Errors
    /// When there is too much.
    pub fn event_attribute(&mut self, event: u32, key: &str, value: Value<'_>) -> Result<(), LogError> {
        self.event_attributes.set(&self.limits, key, event, value)
    }

    /// The case of this name, if it was mentioned.
    pub fn find_case(&self, name: &str) -> Option<CaseId> {
        self.cases.find(name).map(CaseId)
    }

    /// How many cases were named so far.
    pub fn cases(&self) -> usize {
        self.cases.len()
    }

    /// How many events were taken so far.
    pub fn events(&self) -> usize {
        self.columns.len()
    }

    /// The log: by case, then by time, events of one instant in the order they were given.
    pub fn finish(mut self) -> EventLog {
        let mut starts = vec![0_u32; self.cases.len() + 1];
        for case in &self.case_of {
            starts[*case as usize + 1] += 1;
        }
        for case in 1..starts.len() {
            starts[case] += starts[case - 1];
        }
        let arrivals = !self.event_attributes.is_empty();
        let order = (!self.is_in_order()).then(|| self.order(&starts));
        drop(std::mem::take(&mut self.case_of));
        let mut columns = match order {
            Some(order) => self.columns.reordered(&order, arrivals),
            None => self.columns,
        };
        if arrivals && columns.arrivals.is_empty() {
            columns.arrivals = (0..u32::try_from(columns.len()).expect("checked against the limit")).collect();
        }
        columns.shrink();
        for names in [&mut self.cases, &mut self.activities, &mut self.resources] {
            names.shrink();
        }
        self.case_attributes.settle();
        self.event_attributes.settle();
        EventLog {
            limits: self.limits,
            cases: self.cases,
            activities: self.activities,
            resources: self.resources,
            starts,
            columns,
            grown: std::collections::HashMap::new(),
            added: 0,
            case_attributes: self.case_attributes,
            event_attributes: self.event_attributes,
        }
    }

    fn is_in_order(&self) -> bool {
        let (cases, times) = (&self.case_of, &self.columns.times);
        (1..cases.len()).all(|row| (cases[row - 1], times[row - 1]) <= (cases[row], times[row]))
    }

    /// Rows by case, then time, then as given. Both sorts keep the order of equals.
    fn order(&self, starts: &[u32]) -> Vec<u32> {
        let mut next = starts.to_vec();
        let mut order = vec![0_u32; self.case_of.len()];
        for (row, case) in self.case_of.iter().enumerate() {
            let place = &mut next[*case as usize];
            order[*place as usize] = u32::try_from(row).expect("checked against the limit");
            *place += 1;
        }
        let times = &self.columns.times;
        for bounds in starts.windows(2) {
            let rows = &mut order[bounds[0] as usize..bounds[1] as usize];
            rows.sort_by_key(|row| times[*row as usize]);
        }
        order
    }
}

/// The number of a name, checked against the limits. `what` in the singular and the plural.
pub(super) fn numbered(
    names: &mut Names,
    limits: &Limits,
    what: [&'static str; 2],
    most: usize,
    remedy: &'static str,
    name: &str,
) -> Result<u32, LogError> {
    if let Some(number) = names.find(name) {
        return Ok(number);
    }
    if name.is_empty() || name.len() > limits.name {
        return Err(LogError::Name { what: what[0], length: name.len(), most: limits.name });
    }
    if names.len() >= most.min(u32::MAX as usize - 1) {
        return Err(LogError::TooMany { what: what[1], most, remedy });
    }
    let most = limits.text.min(u32::MAX as usize);
    if names.text_bytes() + name.len() > most {
        return Err(LogError::TooMany { what: "bytes of names", most, remedy: "give shorter names" });
    }
    Ok(names.number(name))
}
