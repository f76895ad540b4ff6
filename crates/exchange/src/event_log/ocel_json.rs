//! OCEL 2.0 as JSON, an object or an event at a time.

use std::fmt;
use std::io::{BufReader, Read};

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::ReadOptions;
use super::input::{Input, Place};
use super::kept::Kept;
use super::ocel::Ocel;
use super::refusal::Trouble;

#[derive(Deserialize)]
struct Object {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    attributes: Vec<Attribute>,
}

#[derive(Deserialize)]
struct Event {
    #[serde(rename = "type")]
    kind: String,
    time: String,
    #[serde(default)]
    attributes: Vec<Attribute>,
    #[serde(default)]
    relationships: Vec<Relationship>,
}

#[derive(Deserialize)]
struct Attribute {
    name: String,
    time: Option<String>,
    value: serde_json::Value,
}

#[derive(Deserialize)]
struct Relationship {
    #[serde(rename = "objectId")]
    object: String,
}

/// What takes the pieces, and why it stopped.
struct Sink {
    ocel: Ocel,
    place: Place,
    trouble: Option<Trouble>,
}

pub(super) fn read<R: Read>(input: Input<R>, options: &ReadOptions) -> Result<Ocel, Trouble> {
    let mut sink = Sink { ocel: Ocel::new(options), place: input.place(), trouble: None };
    let mut parser = serde_json::Deserializer::from_reader(BufReader::new(input));
    let read = Whole(&mut sink).deserialize(&mut parser).and_then(|()| parser.end());
    match read {
        Ok(()) => Ok(sink.ocel),
        Err(error) => {
            let line = (error.line() > 0).then_some(error.line() as u64);
            let trouble = sink.trouble.unwrap_or_else(|| json_trouble(error));
            Err(Trouble { line, ..trouble })
        }
    }
}

fn json_trouble(error: serde_json::Error) -> Trouble {
    if error.is_io() {
        return std::io::Error::from(error).into();
    }
    if error.is_eof() {
        return Trouble::new("a file that ends in the middle of a value", "fetch the file again, whole");
    }
    let hint = "write it as the OCEL 2.0 standard says (ocel-standard.org), in UTF-8";
    Trouble::new(format!("JSON that is no OCEL 2.0 ({error})"), hint)
}

impl Sink {
    fn object(&mut self, object: &Object) -> Result<(), Trouble> {
        self.ocel.object(&object.id, &object.kind)?;
        for one in &object.attributes {
            self.ocel.object_attribute(&object.id, &one.name, one.time.as_deref(), kept(&one.value))?;
        }
        Ok(())
    }

    fn event(&mut self, event: &Event) -> Result<(), Trouble> {
        self.ocel.event(&event.kind, &event.time)?;
        for one in &event.attributes {
            let text = one.value.as_str().map_or_else(|| one.value.to_string(), str::to_owned);
            self.ocel.event_attribute(&one.name, &text, kept(&one.value))?;
        }
        event.relationships.iter().try_for_each(|one| self.ocel.relation(&one.object))
    }
}

fn kept(value: &serde_json::Value) -> Kept {
    use serde_json::Value;
    match value {
        Value::Bool(yes) => Kept::Boolean(*yes),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Kept::Integer(whole),
            (None, Some(real)) => Kept::Real(real),
            (None, None) => Kept::Text(number.to_string()),
        },
        Value::String(text) => Kept::Text(text.clone()),
        other => Kept::Text(other.to_string()),
    }
}

/// The outermost object.
struct Whole<'a>(&'a mut Sink);

impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        parser.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with `objects` and `events`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut objects, mut events) = (false, false);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "objects" => {
                    map.next_value_seed(List { sink: self.0, take: Sink::object })?;
                    objects = true;
                }
                "events" => {
                    map.next_value_seed(List { sink: self.0, take: Sink::event })?;
                    events = true;
                }
                "ocel:events" | "ocel:objects" | "ocel:global-log" => {
                    let hint = "write it as OCEL 2.0, as PM4Py's write_ocel2_json does";
                    self.0.trouble = Some(Trouble::new("a log in OCEL 1.0", hint));
                    return Err(A::Error::custom("OCEL 1.0"));
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if !objects || !events {
            return Err(A::Error::custom("it has no list of `objects` or none of `events`"));
        }
        Ok(())
    }
}

/// A list whose elements are taken one at a time.
struct List<'a, T> {
    sink: &'a mut Sink,
    take: fn(&mut Sink, &T) -> Result<(), Trouble>,
}

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for List<'_, T> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, parser: D) -> Result<(), D::Error> {
        parser.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for List<'_, T> {
    type Value = ();
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        self.sink.place.next_piece();
        while let Some(one) = list.next_element::<T>()? {
            if let Err(trouble) = (self.take)(self.sink, &one) {
                let said = trouble.found.clone();
                self.sink.trouble = Some(trouble);
                return Err(A::Error::custom(said));
            }
            self.sink.place.next_piece();
        }
        Ok(())
    }
}
