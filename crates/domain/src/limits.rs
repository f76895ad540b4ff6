//! How long text and lists in a command may be. Every command is walked once at the door, whatever its fields are called,
//! so no rule further in ever meets a megabyte of title.
//!
//! Never here: what a text means. A rule that needs more than a length has its own check at its command.

use std::fmt::Display;

use serde::ser::{self, Serialize};

use crate::command::{Refusal, refuse};

/// The most characters of a name, title, code or number.
pub const LONGEST_NAME: usize = 200;
/// The most characters of a reason, a note, a document's name or a source.
pub const LONGEST_REASON: usize = 2_000;
/// The most entries of a list, unless the list is one of [`LONG_LISTS`].
pub const LONGEST_LIST: usize = 1_000;
/// The most entries of a list that grows with the whole service.
pub const LONGEST_SERVICE_LIST: usize = 200_000;

const REASONS: [&str; 9] =
    ["reason", "note", "message", "document", "source", "file", "justification", "evidence", "findings"];
const LONG_LISTS: [&str; 5] = ["lines", "unfilled", "unmatched", "figures", "absent"];

/// Refuses a body with text that is too long or holds control characters, or with a list that is too long.
pub(crate) fn check(body: &impl Serialize) -> Result<(), Refusal> {
    let mut walk = Walk { field: "body", entries: 0 };
    body.serialize(&mut walk).map_err(|excess| match excess {
        Excess::Text { field, characters, most } => refuse(
            "too-long",
            format!("`{field}` has {characters} characters; {most} are the most."),
            "Shorten it, or name a document that holds the rest.",
        ),
        Excess::Control { field, code } => refuse(
            "control-character",
            format!("`{field}` holds the control character U+{code:04X}."),
            "Remove it; only reasons and notes may hold line breaks and tabs.",
        ),
        Excess::List { field, most } => {
            refuse("too-many", format!("`{field}` has more than {most} entries."), "Divide it over several commands.")
        }
        Excess::Other(problem) => refuse("unreadable-body", problem, "Check the command's fields."),
    })
}

#[derive(Debug, thiserror::Error)]
enum Excess {
    #[error("`{field}` is too long")]
    Text { field: &'static str, characters: usize, most: usize },
    #[error("`{field}` holds a control character")]
    Control { field: &'static str, code: u32 },
    #[error("`{field}` has too many entries")]
    List { field: &'static str, most: usize },
    #[error("{0}")]
    Other(String),
}

impl ser::Error for Excess {
    fn custom<T: Display>(message: T) -> Self {
        Self::Other(message.to_string())
    }
}

/// A serializer that writes nothing: it only knows the field it is in and counts the entries of lists.
struct Walk {
    field: &'static str,
    entries: usize,
}

impl Walk {
    fn text(&self, text: &str) -> Result<(), Excess> {
        let field = self.field;
        let long = REASONS.contains(&field);
        let most = if long { LONGEST_REASON } else { LONGEST_NAME };
        // A character has at most four bytes, so most texts need no counting.
        if text.len() > most {
            let characters = text.chars().count();
            if characters > most {
                return Err(Excess::Text { field, characters, most });
            }
        }
        let allowed = |c: char| long && matches!(c, '\n' | '\r' | '\t');
        match text.chars().find(|c| c.is_control() && !allowed(*c)) {
            Some(c) => Err(Excess::Control { field, code: u32::from(c) }),
            None => Ok(()),
        }
    }

    fn entry(&mut self) -> Result<(), Excess> {
        let field = self.field;
        let most = if LONG_LISTS.contains(&field) { LONGEST_SERVICE_LIST } else { LONGEST_LIST };
        self.entries += 1;
        if self.entries > most { Err(Excess::List { field, most }) } else { Ok(()) }
    }

    /// Walks into a value; what it counts is not counted outside.
    fn descend(&mut self, field: &'static str, value: &(impl Serialize + ?Sized)) -> Result<(), Excess> {
        let outside = (std::mem::replace(&mut self.field, field), std::mem::take(&mut self.entries));
        let walked = value.serialize(&mut *self);
        (self.field, self.entries) = outside;
        walked
    }
}

macro_rules! nothing {
    ($($name:ident($type:ty),)*) => {$(
        fn $name(self, _: $type) -> Result<(), Excess> { Ok(()) }
    )*};
}

impl ser::Serializer for &mut Walk {
    type Ok = ();
    type Error = Excess;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    nothing! {
        serialize_bool(bool), serialize_i8(i8), serialize_i16(i16), serialize_i32(i32), serialize_i64(i64),
        serialize_u8(u8), serialize_u16(u16), serialize_u32(u32), serialize_u64(u64), serialize_f32(f32),
        serialize_f64(f64), serialize_char(char), serialize_bytes(&[u8]), serialize_unit_struct(&'static str),
    }

    fn serialize_str(self, text: &str) -> Result<(), Excess> {
        self.text(text)
    }
    /// Dates and ids: of bounded length by their own types.
    fn collect_str<T: Display + ?Sized>(self, _: &T) -> Result<(), Excess> {
        Ok(())
    }
    fn serialize_none(self) -> Result<(), Excess> {
        Ok(())
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Excess> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<(), Excess> {
        Ok(())
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Result<(), Excess> {
        Ok(())
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Excess> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        value: &T,
    ) -> Result<(), Excess> {
        value.serialize(self)
    }
    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Excess> {
        Ok(self)
    }
    fn serialize_tuple(self, _: usize) -> Result<Self, Excess> {
        Ok(self)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self, Excess> {
        Ok(self)
    }
    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self, Excess> {
        Ok(self)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Self, Excess> {
        Ok(self)
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Excess> {
        Ok(self)
    }
    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Self, Excess> {
        Ok(self)
    }
}

macro_rules! entries {
    ($($kind:ident $method:ident;)*) => {$(
        impl ser::$kind for &mut Walk {
            type Ok = ();
            type Error = Excess;
            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Excess> {
                self.entry()?;
                let field = self.field;
                self.descend(field, value)
            }
            fn end(self) -> Result<(), Excess> { Ok(()) }
        }
    )*};
}
entries! {
    SerializeSeq serialize_element;
    SerializeTuple serialize_element;
    SerializeTupleStruct serialize_field;
    SerializeTupleVariant serialize_field;
}

macro_rules! fields {
    ($($kind:ident;)*) => {$(
        impl ser::$kind for &mut Walk {
            type Ok = ();
            type Error = Excess;
            fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Excess> {
                self.descend(name, value)
            }
            fn end(self) -> Result<(), Excess> { Ok(()) }
        }
    )*};
}
fields! { SerializeStruct; SerializeStructVariant; }

impl ser::SerializeMap for &mut Walk {
    type Ok = ();
    type Error = Excess;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Excess> {
        self.entry()?;
        let field = self.field;
        self.descend(field, key)
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Excess> {
        let field = self.field;
        self.descend(field, value)
    }
    fn end(self) -> Result<(), Excess> {
        Ok(())
    }
}
