//! OCEL 2.0 as XML.

use std::collections::HashMap;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use super::ReadOptions;
use super::input::Input;
use super::kept::Kept;
use super::ocel::Ocel;
use super::refusal::Trouble;
use super::xml::{Xml, attribute, xml_trouble};

/// What an attribute's text belongs to.
struct Open {
    name: String,
    time: Option<String>,
    text: String,
}

#[derive(Default)]
struct State {
    /// Names of the elements we are inside of.
    path: Vec<String>,
    /// Object type and event type of the declaration we are in; declared types of attributes.
    declaring: String,
    declared: HashMap<(String, String), String>,
    object: Option<(String, String)>,
    event: Option<String>,
    open: Option<Open>,
    found: bool,
}

pub(super) fn read<R: Read>(input: Input<R>, options: &ReadOptions) -> Result<Ocel, Trouble> {
    let (mut xml, mut ocel, mut state) = (Xml::new(input, false), Ocel::new(options), State::default());
    loop {
        match xml.next()? {
            Event::Start(tag) => {
                state.begin(&tag, &mut ocel)?;
                state.path.push(tag.local_name().as_ref().to_owned());
            }
            Event::Empty(tag) => {
                state.begin(&tag, &mut ocel)?;
                let name = tag.local_name().as_ref().to_owned();
                state.end(&name, &mut ocel)?;
            }
            Event::End(tag) => {
                state.path.pop();
                let name = tag.local_name().as_ref().to_owned();
                state.end(&name, &mut ocel)?;
            }
            Event::Text(text) => state.text(text.xml10_content().as_ref())?,
            Event::CData(text) => state.text(text.xml10_content().as_ref())?,
            Event::GeneralRef(reference) => state.reference(&reference)?,
            Event::Eof => break,
            _ => {}
        }
    }
    if !state.found {
        return Err(Trouble::new("XML without <events>", "give an event log as XES or OCEL 2.0"));
    }
    Ok(ocel)
}

impl State {
    /// The element we are in, and the one around it.
    fn around(&self) -> (&str, &str) {
        let at = |back: usize| self.path.len().checked_sub(back).map_or("", |place| self.path[place].as_str());
        (at(1), at(2))
    }

    fn begin(&mut self, tag: &BytesStart<'_>, ocel: &mut Ocel) -> Result<(), Trouble> {
        let required = |name: &str| -> Result<String, Trouble> {
            let found = attribute(tag, name)?.map(std::borrow::Cow::into_owned);
            let what = tag.local_name().as_ref().to_owned();
            found.ok_or_else(|| Trouble::new(format!("<{what}> without {name}"), format!("give each <{what}> its {name}")))
        };
        let name = tag.local_name();
        match (name.as_ref(), self.around()) {
            ("object-type" | "event-type", _) => self.declaring = required("name")?,
            ("object", ("objects", "log")) => {
                let (id, kind) = (required("id")?, required("type")?);
                ocel.object(&id, &kind)?;
                self.object = Some((id, kind));
            }
            ("event", ("events", "log")) => {
                let kind = required("type")?;
                ocel.event(&kind, &required("time")?)?;
                self.event = Some(kind);
            }
            ("events", ("log", "")) => self.found = true,
            ("relationship" | "relobj" | "object", ("objects", "event")) => ocel.relation(&required("object-id")?)?,
            ("attribute", ("attributes", "object-type" | "event-type")) => {
                let kind = required("type")?;
                self.declared.insert((self.declaring.clone(), required("name")?), kind);
                if self.declared.len() > 100_000 {
                    return Err(Trouble::new("more than 100000 declared attributes", "leave out what no event uses"));
                }
            }
            ("attribute", ("attributes", "object" | "event")) => {
                let time = attribute(tag, "time")?.map(std::borrow::Cow::into_owned);
                self.open = Some(Open { name: required("name")?, time, text: String::new() });
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<(), Trouble> {
        let Some(open) = &mut self.open else { return Ok(()) };
        open.text.push_str(text);
        if open.text.len() > 1 << 20 {
            return Err(Trouble::new("an attribute longer than 1 MB", "leave it out of the log"));
        }
        Ok(())
    }

    fn reference(&mut self, reference: &quick_xml::events::BytesRef<'_>) -> Result<(), Trouble> {
        if let Some(character) = reference.resolve_char_ref().map_err(xml_trouble)? {
            return self.text(character.encode_utf8(&mut [0; 4]));
        }
        match quick_xml::escape::resolve_xml_entity(reference.as_ref()) {
            Some(text) => self.text(text),
            None => {
                let hint = "only &lt; &gt; &amp; &quot; &apos; and numbers of characters stand for something in a log";
                Err(Trouble::value("an entity that stands for nothing", reference.as_ref(), hint))
            }
        }
    }

    fn end(&mut self, name: &str, ocel: &mut Ocel) -> Result<(), Trouble> {
        match (name, self.around()) {
            ("attribute", (_, within)) => {
                let of_object = within == "object";
                let Some(open) = self.open.take() else { return Ok(()) };
                let kind = if of_object { self.object.as_ref().map(|(_, kind)| kind) } else { self.event.as_ref() };
                let key = (kind.cloned().unwrap_or_default(), open.name);
                let value = Kept::typed(self.declared.get(&key).map_or("string", String::as_str), &open.text);
                match &self.object {
                    Some((id, _)) if of_object => ocel.object_attribute(id, &key.1, open.time.as_deref(), value)?,
                    _ => ocel.event_attribute(&key.1, &open.text, value)?,
                }
            }
            ("object", ("objects", "log")) => self.object = None,
            ("event", ("events", "log")) => self.event = None,
            _ => {}
        }
        Ok(())
    }
}
