//! XML a piece at a time, and what is never read of it.

use std::borrow::Cow;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::input::{Input, Place};
use super::refusal::Trouble;

/// How deep elements may lie in one another.
const DEEPEST: usize = 100;

/// The pieces of an XML file.
pub(super) struct Xml<R: Read> {
    reader: Reader<Input<R>>,
    place: Place,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: Read> Xml<R> {
    /// `trimmed`: white space around texts says nothing, as where all that counts stands in tags.
    pub fn new(input: Input<R>, trimmed: bool) -> Self {
        let place = input.place();
        let mut reader = Reader::from_reader(input);
        reader.config_mut().trim_text(trimmed);
        Xml { reader, place, buffer: Vec::new(), depth: 0 }
    }

    /// The next piece. Elements that lie too deep, and document types, are refused.
    pub fn next(&mut self) -> Result<Event<'_>, Trouble> {
        self.buffer.clear();
        self.place.next_piece();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(xml_trouble)?;
        match &event {
            Event::Start(_) => {
                self.depth += 1;
                if self.depth > DEEPEST {
                    let found = format!("elements more than {DEEPEST} deep in one another");
                    return Err(Trouble::new(found, "a log needs a few levels; write it without the inner ones"));
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::DocType(_) => {
                let hint = "remove <!DOCTYPE …>: a log needs none, and its entities could grow without end";
                return Err(Trouble::new("a document type definition, which is never read", hint));
            }
            Event::Decl(declaration) => {
                if let Some(Ok(encoding)) = declaration.encoding()
                    && !["utf-8", "utf8", "us-ascii"].iter().any(|known| encoding.eq_ignore_ascii_case(known))
                {
                    let hint = format!("write the file in UTF-8, as `iconv -f {encoding} -t UTF-8` does, and say so");
                    return Err(Trouble::value("text in the encoding", &encoding, &hint));
                }
            }
            Event::Eof if self.depth > 0 => {
                return Err(Trouble::new("a file that ends in the middle of an element", "fetch the file again, whole"));
            }
            _ => {}
        }
        Ok(event)
    }
}

/// The value of an attribute of a tag.
pub(super) fn attribute<'a>(tag: &'a BytesStart<'_>, name: &str) -> Result<Option<Cow<'a, str>>, Trouble> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| xml_trouble(error.into()))?;
        if attribute.key.local_name().as_ref() == name {
            return attribute.normalized_value(XmlVersion::Implicit1_0).map(Some).map_err(xml_trouble);
        }
    }
    Ok(None)
}

pub(super) fn xml_trouble(error: quick_xml::Error) -> Trouble {
    match error {
        quick_xml::Error::Io(error) => match std::sync::Arc::try_unwrap(error) {
            Ok(error) => error.into(),
            Err(error) => Trouble::new(format!("a file that cannot be read ({error})"), "see that it can be read"),
        },
        quick_xml::Error::Encoding(error) => {
            Trouble::new(format!("bytes that are no text in UTF-8 ({error})"), "write the file in UTF-8")
        }
        quick_xml::Error::Escape(error) => {
            let hint = "only &lt; &gt; &amp; &quot; &apos; and numbers of characters stand for something in a log";
            Trouble::new(format!("an entity that stands for nothing ({error})"), hint)
        }
        error => Trouble::new(format!("XML that is not well formed ({error})"), "write the file with an XML library"),
    }
}
