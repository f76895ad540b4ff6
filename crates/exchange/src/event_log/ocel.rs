//! An object-centric log, and the cases it is seen by.

use muster_caseflow::log::{Event, Limits, LogBuilder, Names, Transition};

use super::instant::instant;
use super::kept::Kept;
use super::refusal::Trouble;
use super::{LogFormat, ReadLog, ReadOptions};

/// What the two forms of OCEL say, in the order of the file. An object may be related to before it is declared.
pub(super) struct Ocel {
    limits: Limits,
    keep_objects: bool,
    keep_events: bool,
    types: Names,
    objects: Names,
    /// The type of each object, once it is declared.
    type_of: Vec<Option<u32>>,
    /// Object, key, since when, value.
    about: Vec<(u32, String, i64, Kept)>,
    activities: Names,
    resources: Names,
    events: Vec<OcelEvent>,
    /// Event and object, by event.
    relations: Vec<(u32, u32)>,
    /// Event, key, value, by event.
    details: Vec<(u32, String, Kept)>,
    text: usize,
    without_offset: u64,
}

struct OcelEvent {
    activity: u32,
    resource: Option<u32>,
    transition: Transition,
    at: i64,
}

const INSTANT: &str = "write instants as 2026-10-01T09:30:00.000+02:00";

impl Ocel {
    pub fn new(options: &ReadOptions) -> Self {
        Ocel {
            limits: options.limits,
            keep_objects: options.case_attributes,
            keep_events: options.event_attributes,
            types: Names::default(),
            objects: Names::default(),
            type_of: Vec::new(),
            about: Vec::new(),
            activities: Names::default(),
            resources: Names::default(),
            events: Vec::new(),
            relations: Vec::new(),
            details: Vec::new(),
            text: 0,
            without_offset: 0,
        }
    }

    /// An object is declared.
    pub fn object(&mut self, id: &str, kind: &str) -> Result<(), Trouble> {
        let object = self.object_number(id)?;
        self.room(self.types.len(), 10_000, "object types", kind)?;
        let kind = self.types.number(kind);
        match &mut self.type_of[object as usize] {
            Some(known) if *known != kind => {
                Err(Trouble::value("two types of the object", id, "give each object an id of its own"))
            }
            known => {
                *known = Some(kind);
                Ok(())
            }
        }
    }

    /// Something is said of the object of this id.
    pub fn object_attribute(&mut self, id: &str, key: &str, since: Option<&str>, value: Kept) -> Result<(), Trouble> {
        if !self.keep_objects {
            return Ok(());
        }
        let since = since.map(|since| self.instant(since)).transpose()?.unwrap_or(i64::MIN);
        let object = self.object_number(id)?;
        self.room(self.about.len(), self.limits.values, "values of attributes", key)?;
        self.about.push((object, key.to_owned(), since, value));
        Ok(())
    }

    /// An event happened; what follows about events is about this one.
    pub fn event(&mut self, activity: &str, at: &str) -> Result<(), Trouble> {
        let at = self.instant(at)?;
        self.room(self.activities.len(), usize::from(u16::MAX), "event types", activity)?;
        self.room(self.events.len(), self.limits.events.min(u32::MAX as usize - 1), "events", "")?;
        let activity = self.activities.number(activity);
        self.events.push(OcelEvent { activity, resource: None, transition: Transition::Unstated, at });
        Ok(())
    }

    /// The last event has this attribute. Who did it, and which moment of the activity's life it was, are two of them.
    pub fn event_attribute(&mut self, key: &str, text: &str, value: Kept) -> Result<(), Trouble> {
        let Some(number) = self.events.len().checked_sub(1) else { return Ok(()) };
        if ["org:resource", "resource"].iter().any(|known| key.eq_ignore_ascii_case(known)) {
            if !text.is_empty() {
                self.room(self.resources.len(), self.limits.resources, "resources", text)?;
                self.events[number].resource = Some(self.resources.number(text));
            }
        } else if ["lifecycle:transition", "lifecycle"].iter().any(|known| key.eq_ignore_ascii_case(known)) {
            self.events[number].transition = Transition::from_name(text);
        } else if self.keep_events {
            self.room(self.details.len(), self.limits.values, "values of attributes", key)?;
            let number = u32::try_from(number).expect("within the limits");
            self.details.push((number, key.to_owned(), value));
        }
        Ok(())
    }

    /// The last event relates to an object; to the same one more than once, however it is qualified, is once.
    pub fn relation(&mut self, object: &str) -> Result<(), Trouble> {
        let Some(number) = self.events.len().checked_sub(1) else { return Ok(()) };
        let number = u32::try_from(number).expect("within the limits");
        let object = self.object_number(object)?;
        self.room(self.relations.len(), self.limits.events.saturating_mul(4), "relations", "")?;
        let of_event = self.relations.iter().rev().take_while(|(event, _)| *event == number);
        if of_event.take(1_000).all(|(_, known)| *known != object) {
            self.relations.push((number, object));
        }
        Ok(())
    }

    /// The log by the objects of one type: an event that relates to several of them is an event of each.
    pub fn flattened(self, format: LogFormat, options: &ReadOptions) -> Result<ReadLog, Trouble> {
        let mut notes = Vec::new();
        let chosen = self.chosen(options, &mut notes)?;
        let mut builder = LogBuilder::new(self.limits);
        let (mut details, mut undeclared, mut left_out) = (0, 0_u64, 0_u64);
        let mut relations = self.relations.as_slice();
        for (number, event) in (0_u32..).zip(&self.events) {
            let own = relations.iter().take_while(|(of, _)| *of == number).count();
            let first = details;
            details += self.details[details..].iter().take_while(|(of, ..)| *of == number).count();
            let mut used = false;
            for (_, object) in &relations[..own] {
                let kind = self.type_of[*object as usize];
                undeclared += u64::from(kind.is_none());
                if kind != Some(chosen) {
                    continue;
                }
                used = true;
                let case = builder.case(self.objects.name(*object as usize))?;
                let activity = builder.activity(self.activities.name(event.activity as usize))?;
                let resource = event.resource.map(|resource| builder.resource(self.resources.name(resource as usize)));
                let (resource, transition) = (resource.transpose()?, event.transition);
                let row = builder.event(case, Event { activity, resource, transition, at: event.at })?;
                for (_, key, value) in &self.details[first..details] {
                    builder.event_attribute(row, key, value.value())?;
                }
            }
            left_out += u64::from(!used);
            relations = &relations[own..];
        }
        self.case_attributes(&mut builder, chosen)?;
        let name = self.types.name(chosen as usize);
        if left_out > 0 {
            notes.push(format!("{left_out} events relate to no object of type {name} and are left out"));
        }
        if undeclared > 0 {
            notes.push(format!("{undeclared} relations are to objects that the file does not declare"));
        }
        if self.without_offset > 0 {
            notes.push(format!("{} instants name no offset from UTC and are read as UTC", self.without_offset));
        }
        Ok(ReadLog { log: builder.finish(), format, object_type: Some(name.to_owned()), notes })
    }

    /// What is said of the chosen objects, the latest last, so that it holds.
    fn case_attributes(&self, builder: &mut LogBuilder, chosen: u32) -> Result<(), Trouble> {
        let mut about: Vec<_> = self.about.iter().filter(|one| self.type_of[one.0 as usize] == Some(chosen)).collect();
        about.sort_by_key(|one| (one.0, one.2));
        for (object, key, _, value) in about {
            if let Some(case) = builder.find_case(self.objects.name(*object as usize)) {
                builder.case_attribute(case, key, value.value())?;
            }
        }
        Ok(())
    }

    /// The object type whose objects are the cases.
    fn chosen(&self, options: &ReadOptions, notes: &mut Vec<String>) -> Result<u32, Trouble> {
        let mut events = vec![0_u64; self.types.len()];
        let mut last = vec![u32::MAX; self.types.len()];
        for (event, object) in &self.relations {
            if let Some(kind) = self.type_of[*object as usize]
                && last[kind as usize] != *event
            {
                last[kind as usize] = *event;
                events[kind as usize] += 1;
            }
        }
        let mut objects = vec![0_u64; self.types.len()];
        self.type_of.iter().flatten().for_each(|kind| objects[*kind as usize] += 1);
        let mut order: Vec<usize> = (0..self.types.len()).filter(|kind| events[*kind] > 0).collect();
        order.sort_by_key(|kind| {
            (std::cmp::Reverse((events[*kind], objects[*kind])), self.types.name(*kind).to_owned())
        });
        let named = |kind: &usize| format!("{} ({} events)", self.types.name(*kind), events[*kind]);
        let all = order.iter().take(20).map(named).collect::<Vec<_>>().join(", ");
        let Some(most) = order.first() else {
            return Err(Trouble::new("no event that relates to an object of a type", "relate events to declared objects"));
        };
        let number = |kind: usize| u32::try_from(kind).expect("few types");
        if let Some(asked) = &options.object_type {
            let found = order.iter().find(|kind| self.types.name(**kind) == asked);
            let hint = format!("events relate to objects of the types {all}");
            return found.map(|kind| number(*kind)).ok_or_else(|| Trouble::value("no object type", asked, &hint));
        }
        if order.len() > 1 {
            let name = self.types.name(*most);
            let rule = "the type that most events relate to";
            notes.push(format!("cases are the objects of type {name}: {rule}. Events relate to {all}"));
        }
        Ok(number(*most))
    }

    fn object_number(&mut self, id: &str) -> Result<u32, Trouble> {
        self.room(self.objects.len(), self.limits.cases, "objects", id)?;
        let object = self.objects.number(id);
        if object as usize == self.type_of.len() {
            self.type_of.push(None);
        }
        Ok(object)
    }

    fn instant(&mut self, text: &str) -> Result<i64, Trouble> {
        let (at, offset) = instant(text).ok_or_else(|| Trouble::value("the instant", text, INSTANT))?;
        self.without_offset += u64::from(!offset);
        Ok(at)
    }

    /// Whether one more fits, and its text.
    fn room(&mut self, held: usize, most: usize, what: &str, text: &str) -> Result<(), Trouble> {
        self.text += text.len();
        if held >= most {
            return Err(Trouble::new(format!("more than {most} {what}"), "split the log by cases"));
        }
        if text.len() > self.limits.name {
            let found = format!("a name of {} bytes", text.len());
            return Err(Trouble::new(found, format!("a name has at most {} bytes", self.limits.name)));
        }
        // names are counted each time they are mentioned: only a file of many gigabytes comes here
        let most = self.limits.text.saturating_mul(64);
        if self.text > most {
            return Err(Trouble::new(format!("more than {most} bytes of names"), "split the log by cases"));
        }
        Ok(())
    }
}
