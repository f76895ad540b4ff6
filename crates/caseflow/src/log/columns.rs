//! The columns of events, and one case's piece of them.

use super::{ActivityId, Event, ResourceId, Transition};

/// Who did it, where the log says: four bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Resource(u32);

impl Resource {
    /// The resource, if one is named.
    pub fn get(self) -> Option<ResourceId> {
        (self.0 != u32::MAX).then_some(ResourceId(self.0))
    }
}

impl From<Option<ResourceId>> for Resource {
    fn from(resource: Option<ResourceId>) -> Self {
        Resource(resource.map_or(u32::MAX, |resource| resource.0))
    }
}

/// Events in columns of equal length.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    pub times: Vec<i64>,
    pub activities: Vec<ActivityId>,
    pub resources: Vec<Resource>,
    pub transitions: Vec<Transition>,
    /// The number under which each event came in; empty unless events have attributes.
    pub arrivals: Vec<u32>,
}

impl Columns {
    pub fn len(&self) -> usize {
        self.times.len()
    }

    pub fn push(&mut self, event: Event) {
        self.times.push(event.at);
        self.activities.push(event.activity);
        self.resources.push(event.resource.into());
        self.transitions.push(event.transition);
    }

    pub fn insert(&mut self, place: usize, event: Event, arrival: Option<u32>) {
        self.times.insert(place, event.at);
        self.activities.insert(place, event.activity);
        self.resources.insert(place, event.resource.into());
        self.transitions.insert(place, event.transition);
        if let Some(arrival) = arrival {
            self.arrivals.insert(place, arrival);
        }
    }

    pub fn extend(&mut self, trace: Trace<'_>) {
        self.times.extend_from_slice(trace.times);
        self.activities.extend_from_slice(trace.activities);
        self.resources.extend_from_slice(trace.resources);
        self.transitions.extend_from_slice(trace.transitions);
        self.arrivals.extend_from_slice(trace.arrivals);
    }

    pub fn trace(&self, start: usize, end: usize) -> Trace<'_> {
        Trace {
            times: &self.times[start..end],
            activities: &self.activities[start..end],
            resources: &self.resources[start..end],
            transitions: &self.transitions[start..end],
            arrivals: self.arrivals.get(start..end).unwrap_or_default(),
        }
    }

    /// The columns with their rows in another order.
    pub fn reordered(self, order: &[u32], arrivals: bool) -> Columns {
        Columns {
            times: gather(self.times, order),
            activities: gather(self.activities, order),
            resources: gather(self.resources, order),
            transitions: gather(self.transitions, order),
            arrivals: if arrivals { order.to_vec() } else { Vec::new() },
        }
    }

    pub fn shrink(&mut self) {
        self.times.shrink_to_fit();
        self.activities.shrink_to_fit();
        self.resources.shrink_to_fit();
        self.transitions.shrink_to_fit();
        self.arrivals.shrink_to_fit();
    }

    pub fn heap_bytes(&self) -> usize {
        self.times.capacity() * 8
            + self.activities.capacity() * 2
            + self.resources.capacity() * 4
            + self.transitions.capacity()
            + self.arrivals.capacity() * 4
    }
}

fn gather<T: Copy>(column: Vec<T>, order: &[u32]) -> Vec<T> {
    order.iter().map(|row| column[*row as usize]).collect()
}

/// The events of one case by time; those of one instant in the order they came in. All slices are of one length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace<'a> {
    /// Instants in microseconds since 1970 (UTC), never falling.
    pub times: &'a [i64],
    /// What was done.
    pub activities: &'a [ActivityId],
    /// By whom.
    pub resources: &'a [Resource],
    /// Which moment of the activity's life.
    pub transitions: &'a [Transition],
    /// The row of each event in [`super::EventLog::event_attributes`]; empty where events have none.
    pub arrivals: &'a [u32],
}

impl<'a> Trace<'a> {
    /// How many events the case has.
    pub fn len(&self) -> usize {
        self.times.len()
    }

    /// Whether nothing has happened to the case.
    pub fn is_empty(&self) -> bool {
        self.times.is_empty()
    }

    /// The event at a place.
    ///
    /// # Panics
    /// When the case has fewer.
    pub fn event(&self, place: usize) -> Event {
        Event {
            activity: self.activities[place],
            resource: self.resources[place].get(),
            transition: self.transitions[place],
            at: self.times[place],
        }
    }

    /// All events in order.
    pub fn events(self) -> impl ExactSizeIterator<Item = Event> + use<'a> {
        (0..self.len()).map(move |place| self.event(place))
    }

    /// From the first to the last event, in microseconds; 0 for an empty case.
    pub fn duration(&self) -> i64 {
        self.times.last().zip(self.times.first()).map_or(0, |(last, first)| last - first)
    }
}
