//! XES: traces of events, each with typed attributes.

use std::borrow::Cow;
use std::io::Read;

use muster_caseflow::log::{ActivityId, Event as LogEvent, LogBuilder, ResourceId, Transition};
use quick_xml::events::{BytesStart, Event};

use super::input::Input;
use super::instant::instant;
use super::kept::Kept;
use super::refusal::Trouble;
use super::xml::{Xml, xml_trouble};
use super::{LogFormat, ReadLog, ReadOptions};

/// Where in the file we are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Outside,
    Log,
    Trace,
    Event,
}

/// What is known of the trace and the event that are being read.
struct Reading<'a> {
    options: &'a ReadOptions,
    builder: LogBuilder,
    traces: usize,
    name: Option<String>,
    about: Vec<(String, Kept)>,
    events: Vec<LogEvent>,
    /// Attributes of the trace's events, by the event's place in the trace.
    details: Vec<(usize, String, Kept)>,
    event: Partial,
    without_offset: u64,
    nameless: u64,
    merged: u64,
}

#[derive(Default)]
struct Partial {
    activity: Option<ActivityId>,
    resource: Option<ResourceId>,
    transition: Transition,
    at: Option<i64>,
}

pub(super) fn read<R: Read>(input: Input<R>, options: &ReadOptions) -> Result<ReadLog, Trouble> {
    let mut xml = Xml::new(input, true);
    let mut reading = Reading {
        options,
        builder: LogBuilder::new(options.limits),
        traces: 0,
        name: None,
        about: Vec::new(),
        events: Vec::new(),
        details: Vec::new(),
        event: Partial::default(),
        without_offset: 0,
        nameless: 0,
        merged: 0,
    };
    // how many elements that mean nothing here we are inside of
    let (mut scope, mut beside, mut found) = (Scope::Outside, 0_usize, false);
    loop {
        match xml.next()? {
            Event::Start(_) if beside > 0 => beside += 1,
            Event::Start(tag) => match enter(scope, tag.local_name().as_ref())? {
                Some(inner) => {
                    scope = inner;
                    found = true;
                }
                None => {
                    reading.attribute(scope, &tag)?;
                    beside = 1;
                }
            },
            Event::Empty(tag) if beside == 0 => match enter(scope, tag.local_name().as_ref())? {
                Some(Scope::Event) => reading.end_event()?,
                Some(_) => found = true,
                None => reading.attribute(scope, &tag)?,
            },
            Event::End(_) if beside > 0 => beside -= 1,
            Event::End(_) => match scope {
                Scope::Event => {
                    reading.end_event()?;
                    scope = Scope::Trace;
                }
                Scope::Trace => {
                    reading.end_trace()?;
                    scope = Scope::Log;
                }
                Scope::Log | Scope::Outside => scope = Scope::Outside,
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if !found {
        return Err(Trouble::new("XML without a <log>", "give an event log as XES or OCEL 2.0"));
    }
    Ok(reading.finish())
}

/// What this element opens, if it is one of the three that hold a log together.
fn enter(scope: Scope, name: &str) -> Result<Option<Scope>, Trouble> {
    match (scope, name) {
        (Scope::Outside, "log") => Ok(Some(Scope::Log)),
        (Scope::Outside, other) => {
            Err(Trouble::value("XML that begins with the element", other, "an event log begins with <log>"))
        }
        (Scope::Log, "trace") => Ok(Some(Scope::Trace)),
        (Scope::Trace, "event") => Ok(Some(Scope::Event)),
        (_, "event") => Err(Trouble::new("an <event> outside of a <trace>", "put each event into the trace of its case")),
        (_, "trace") => Err(Trouble::new("a <trace> outside of the <log>", "put the traces beside one another")),
        _ => Ok(None),
    }
}

impl Reading<'_> {
    fn attribute(&mut self, scope: Scope, tag: &BytesStart<'_>) -> Result<(), Trouble> {
        let all = match scope {
            Scope::Event => self.options.event_attributes,
            Scope::Trace => self.options.case_attributes,
            Scope::Log | Scope::Outside => return Ok(()),
        };
        let name = tag.local_name();
        let kind: &str = name.as_ref();
        let (mut key, mut text): (Option<&str>, Option<Cow<'_, str>>) = (None, None);
        let mut escaped = None;
        for pair in tag.attributes().with_checks(false) {
            let pair = pair.map_err(|error| xml_trouble(error.into()))?;
            match pair.key.as_ref() {
                // nothing more is read of what is not kept
                "key" if !all && !wanted(scope, pair.value.as_ref()) => return Ok(()),
                "key" => {
                    escaped = Some(pair.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(xml_trouble)?);
                }
                "value" => {
                    text = Some(pair.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(xml_trouble)?);
                }
                _ => {}
            }
        }
        if let Some(escaped) = &escaped {
            key = Some(escaped);
        }
        let (Some(key), Some(text)) = (key, text) else { return Ok(()) };
        if scope == Scope::Trace {
            return self.about_trace(key, kind, &text);
        }
        match key {
            "concept:name" => self.event.activity = Some(self.builder.activity(&text)?),
            "org:resource" if text.is_empty() => {}
            "org:resource" => self.event.resource = Some(self.builder.resource(&text)?),
            "lifecycle:transition" => self.event.transition = Transition::from_name(&text),
            "time:timestamp" => {
                let hint = "write instants as 2026-10-01T09:30:00.000+02:00";
                let (at, offset) = instant(&text).ok_or_else(|| Trouble::value("the instant", &text, hint))?;
                self.event.at = Some(at);
                self.without_offset += u64::from(!offset);
            }
            _ => {
                self.bounded(self.details.len())?;
                self.details.push((self.events.len(), key.to_owned(), Kept::typed(kind, &text)));
            }
        }
        Ok(())
    }

    fn about_trace(&mut self, key: &str, kind: &str, text: &str) -> Result<(), Trouble> {
        if key == "concept:name" {
            self.name = Some(text.to_owned());
        } else {
            self.bounded(self.about.len())?;
            self.about.push((key.to_owned(), Kept::typed(kind, text)));
        }
        Ok(())
    }

    /// What is held of one trace is bounded as the log is.
    fn bounded(&self, held: usize) -> Result<(), Trouble> {
        let most = self.options.limits.values;
        let hint = "read the log without its attributes";
        if held < most { Ok(()) } else { Err(Trouble::new(format!("more than {most} values of attributes"), hint)) }
    }

    fn end_event(&mut self) -> Result<(), Trouble> {
        let event = std::mem::take(&mut self.event);
        let missing = |key: &str, what: &str| {
            Trouble::new(format!("an event without {key}"), format!("give each event {what} under the key {key}"))
        };
        let activity = event.activity.ok_or_else(|| missing("concept:name", "its activity"))?;
        let at = event.at.ok_or_else(|| missing("time:timestamp", "its instant"))?;
        let most = self.options.limits.events;
        if self.events.len() >= most {
            return Err(Trouble::new(format!("more than {most} events in one trace"), "split the log"));
        }
        self.events.push(LogEvent { activity, resource: event.resource, transition: event.transition, at });
        Ok(())
    }

    fn end_trace(&mut self) -> Result<(), Trouble> {
        self.traces += 1;
        let name = self.name.take().filter(|name| !name.is_empty());
        // a case to which nothing happened is none
        if self.events.is_empty() {
            self.about.clear();
            return Ok(());
        }
        self.nameless += u64::from(name.is_none());
        let name = name.unwrap_or_else(|| format!("trace {}", self.traces));
        let before = self.builder.cases();
        let case = self.builder.case(&name)?;
        self.merged += u64::from(self.builder.cases() == before);
        for (key, kept) in self.about.drain(..) {
            self.builder.case_attribute(case, &key, kept.value())?;
        }
        let first = self.builder.events();
        for event in self.events.drain(..) {
            self.builder.event(case, event)?;
        }
        for (place, key, kept) in self.details.drain(..) {
            let row = u32::try_from(first + place).expect("the builder counted so many");
            self.builder.event_attribute(row, &key, kept.value())?;
        }
        Ok(())
    }

    fn finish(self) -> ReadLog {
        let mut notes = Vec::new();
        if self.without_offset > 0 {
            notes.push(format!("{} instants name no offset from UTC and are read as UTC", self.without_offset));
        }
        if self.nameless > 0 {
            notes.push(format!("{} traces have no name and are called by their place in the file", self.nameless));
        }
        if self.merged > 0 {
            notes.push(format!("{} traces bear the name of an earlier one and are read as the same case", self.merged));
        }
        ReadLog { log: self.builder.finish(), format: LogFormat::Xes, object_type: None, notes }
    }
}

/// Whether a key is read where attributes are not kept. Keys of the standard hold no entity.
fn wanted(scope: Scope, key: &str) -> bool {
    match scope {
        Scope::Event => matches!(key, "concept:name" | "org:resource" | "lifecycle:transition" | "time:timestamp"),
        _ => key == "concept:name",
    }
}

