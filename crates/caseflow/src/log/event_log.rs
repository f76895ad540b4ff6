//! The log itself: sorted columns, and what came in since they were sorted.

use std::collections::HashMap;

use super::attributes::Attributes;
use super::builder::numbered;
use super::columns::{Columns, Trace};
use super::error::{Limits, LogError, within_calendar};
use super::names::Names;
use super::{ActivityId, CaseId, Event, ResourceId, Transition};

/// Events by case and time. A case to which something was added since the columns were sorted lies apart as a whole, so
/// that a new event moves one case's rows and no others.
#[derive(Debug, Clone)]
pub struct EventLog {
    pub(super) limits: Limits,
    pub(super) cases: Names,
    pub(super) activities: Names,
    pub(super) resources: Names,
    /// Where each case of the sorted columns begins, and where the last one ends.
    pub(super) starts: Vec<u32>,
    pub(super) columns: Columns,
    /// Whole cases that grew since, by their number. INVARIANT: what `columns` holds of them is out of date.
    pub(super) grown: HashMap<u32, Columns>,
    /// Events added since.
    pub(super) added: usize,
    pub(super) case_attributes: Attributes,
    pub(super) event_attributes: Attributes,
}

/// Where a new event went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pushed {
    /// Its case.
    pub case: CaseId,
    /// Its place in the case's trace, from 0.
    pub place: usize,
    /// Its activity.
    pub activity: ActivityId,
}

impl EventLog {
    /// How many cases there are, with or without events.
    pub fn cases(&self) -> usize {
        self.cases.len()
    }

    /// How many events there are.
    pub fn events(&self) -> usize {
        self.columns.len() + self.added
    }

    /// All cases.
    pub fn case_ids(&self) -> impl ExactSizeIterator<Item = CaseId> + use<> {
        (0..u32::try_from(self.cases.len()).expect("within the limits")).map(CaseId)
    }

    /// What a case is called.
    pub fn case_name(&self, case: CaseId) -> &str {
        self.cases.name(case.index())
    }

    /// The case of this name.
    pub fn find_case(&self, name: &str) -> Option<CaseId> {
        self.cases.find(name).map(CaseId)
    }

    /// The names of activities, by number.
    pub fn activities(&self) -> &Names {
        &self.activities
    }

    /// What an activity is called.
    pub fn activity_name(&self, activity: ActivityId) -> &str {
        self.activities.name(activity.index())
    }

    /// The activity of this name.
    pub fn find_activity(&self, name: &str) -> Option<ActivityId> {
        self.activities.find(name).and_then(|number| u16::try_from(number).ok()).map(ActivityId)
    }

    /// The names of resources, by number.
    pub fn resources(&self) -> &Names {
        &self.resources
    }

    /// What a resource is called.
    pub fn resource_name(&self, resource: ResourceId) -> &str {
        self.resources.name(resource.index())
    }

    /// The events of a case.
    pub fn trace(&self, case: CaseId) -> Trace<'_> {
        if !self.grown.is_empty()
            && let Some(grown) = self.grown.get(&case.0)
        {
            return grown.trace(0, grown.len());
        }
        match self.starts.get(case.index()..case.index() + 2) {
            Some(bounds) => self.columns.trace(bounds[0] as usize, bounds[1] as usize),
            None => self.columns.trace(0, 0),
        }
    }

    /// What the log says of its cases; a row is a [`CaseId`]'s number.
    pub fn case_attributes(&self) -> &Attributes {
        &self.case_attributes
    }

    /// What the log says of its events; a row is what [`Trace::arrivals`] gives.
    pub fn event_attributes(&self) -> &Attributes {
        &self.event_attributes
    }

    /// Takes a new event, by names; a case, activity or resource that is new is added. One of the same instant as
    /// others of its case goes after them.
    ///
    /// # Errors
    /// When a name is empty or too long, there is too much, or the instant lies outside the calendar. Nothing but
    /// perhaps a name is added then.
    pub fn push(
        &mut self,
        case: &str,
        activity: &str,
        resource: Option<&str>,
        transition: Transition,
        at: i64,
    ) -> Result<Pushed, LogError> {
        let limits = self.limits;
        within_calendar(at)?;
        let most = limits.events.min(u32::MAX as usize - 1);
        if self.events() >= most {
            return Err(LogError::TooMany { what: "events", most, remedy: "split the log by cases" });
        }
        let most = limits.activities.min(usize::from(u16::MAX));
        let remedy = "an activity is a kind of step: give names without numbers of cases in them";
        let activity = numbered(&mut self.activities, &limits, ["an activity", "activities"], most, remedy, activity)?;
        let activity = ActivityId(u16::try_from(activity).expect("checked against the limit"));
        let what = ["a resource", "resources"];
        let remedy = "give who did it, not what is different for each event";
        let resource = resource
            .map(|name| numbered(&mut self.resources, &limits, what, limits.resources, remedy, name).map(ResourceId))
            .transpose()?;
        let remedy = "split the log by cases";
        let case = numbered(&mut self.cases, &limits, ["a case", "cases"], limits.cases, remedy, case)?;

        let arrival = (!self.event_attributes.is_empty())
            .then(|| u32::try_from(self.events()).expect("checked against the limit"));
        if !self.grown.contains_key(&case) {
            let mut whole = Columns::default();
            whole.extend(self.trace(CaseId(case)));
            self.grown.insert(case, whole);
        }
        let grown = self.grown.entry(case).or_default();
        let place = grown.times.partition_point(|time| *time <= at);
        grown.insert(place, Event { activity, resource, transition, at }, arrival);
        self.added += 1;
        Ok(Pushed { case: CaseId(case), place, activity })
    }

    /// How many events came in since the columns were last sorted: when [`EventLog::settle`] is worth its while.
    pub fn unsettled(&self) -> usize {
        self.added
    }

    /// Brings what came in since into the sorted columns: a pass over everything, after which nothing reads otherwise.
    pub fn settle(&mut self) {
        if self.added == 0 {
            return;
        }
        let mut columns = Columns::default();
        let mut starts = vec![0_u32];
        for case in self.case_ids() {
            columns.extend(self.trace(case));
            starts.push(u32::try_from(columns.len()).expect("within the limits"));
        }
        columns.shrink();
        (self.columns, self.starts, self.added) = (columns, starts, 0);
        self.grown.clear();
    }

    /// Bytes held on the heap, without the attributes.
    pub fn heap_bytes(&self) -> usize {
        let names = self.cases.heap_bytes() + self.activities.heap_bytes() + self.resources.heap_bytes();
        let grown: usize = self.grown.values().map(|columns| columns.heap_bytes() + size_of::<Columns>()).sum();
        names + grown + self.columns.heap_bytes() + self.starts.capacity() * 4
    }
}
