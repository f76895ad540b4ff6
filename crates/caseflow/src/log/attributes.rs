//! What else a log says of its cases and events: sparse columns, one a key.

use super::error::{Limits, LogError};
use super::names::Names;

/// A value as the log gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A whole number.
    Integer(i64),
    /// A number.
    Real(f64),
    /// Yes or no.
    Boolean(bool),
    /// Microseconds since 1970 (UTC).
    Instant(i64),
}

/// A value as it is held: texts once, by number.
#[derive(Debug, Clone, Copy)]
enum Held {
    Text(u32),
    Integer(i64),
    Real(f64),
    Boolean(bool),
    Instant(i64),
}

#[derive(Debug, Clone, Default)]
struct Column {
    /// Rows and their values; after [`Attributes::settle`] by row, one value a row.
    values: Vec<(u32, Held)>,
}

/// Values by key and row. Nothing is held of a row that has no value.
#[derive(Debug, Clone, Default)]
pub struct Attributes {
    keys: Names,
    texts: Names,
    columns: Vec<Column>,
    count: usize,
}

impl Attributes {
    /// Whether there is no value at all.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// The keys, in the order of first mention.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.keys.iter()
    }

    /// The value of a row under a key.
    pub fn get(&self, key: &str, row: u32) -> Option<Value<'_>> {
        let column = self.columns.get(self.keys.find(key)? as usize)?;
        let place = column.values.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        Some(self.shown(column.values[place].1))
    }

    /// All values under a key, by row.
    pub fn column<'a>(&'a self, key: &str) -> impl Iterator<Item = (u32, Value<'a>)> {
        let column = self.keys.find(key).and_then(|key| self.columns.get(key as usize));
        let values = column.map_or(&[][..], |column| &column.values);
        values.iter().map(|(row, held)| (*row, self.shown(*held)))
    }

    /// All values of a row with their keys.
    pub fn of(&self, row: u32) -> impl Iterator<Item = (&str, Value<'_>)> {
        self.keys.iter().zip(&self.columns).filter_map(move |(key, column)| {
            let place = column.values.binary_search_by_key(&row, |(row, _)| *row).ok()?;
            Some((key, self.shown(column.values[place].1)))
        })
    }

    /// Bytes held on the heap.
    pub fn heap_bytes(&self) -> usize {
        let columns: usize =
            self.columns.iter().map(|column| column.values.capacity() * size_of::<(u32, Held)>()).sum();
        columns + self.keys.heap_bytes() + self.texts.heap_bytes()
    }

    pub(super) fn set(&mut self, limits: &Limits, key: &str, row: u32, value: Value<'_>) -> Result<(), LogError> {
        let too_many = |what, most, remedy| Err(LogError::TooMany { what, most, remedy });
        let most = limits.name;
        if key.is_empty() || key.len() > most {
            return Err(LogError::Name { what: "an attribute", length: key.len(), most });
        }
        if self.count >= limits.values {
            return too_many("values of attributes", limits.values, "read the log without its attributes");
        }
        let held = match value {
            Value::Text(text) if text.len() > most => {
                return too_many("bytes in one text", most, "shorten the text or leave the attribute out");
            }
            Value::Text(text) => {
                if self.texts.text_bytes() + text.len() > limits.text {
                    return too_many("bytes of texts", limits.text, "read the log without its attributes");
                }
                Held::Text(self.texts.number(text))
            }
            Value::Integer(number) => Held::Integer(number),
            Value::Real(number) => Held::Real(number),
            Value::Boolean(yes) => Held::Boolean(yes),
            Value::Instant(at) => Held::Instant(at),
        };
        if self.keys.find(key).is_none() && self.keys.len() >= 10_000 {
            return too_many("attributes", 10_000, "read the log without its attributes");
        }
        let key = self.keys.number(key) as usize;
        if key == self.columns.len() {
            self.columns.push(Column::default());
        }
        self.columns[key].values.push((row, held));
        self.count += 1;
        Ok(())
    }

    /// Brings each column into order; of several values of a row the last one said holds.
    pub(super) fn settle(&mut self) {
        for column in &mut self.columns {
            let values = &mut column.values;
            if !values.is_sorted_by(|a, b| a.0 < b.0) {
                values.sort_by_key(|(row, _)| *row);
                values.reverse();
                values.dedup_by_key(|(row, _)| *row);
                values.reverse();
            }
            values.shrink_to_fit();
        }
        self.count = self.columns.iter().map(|column| column.values.len()).sum();
    }

    fn shown(&self, held: Held) -> Value<'_> {
        match held {
            Held::Text(number) => Value::Text(self.texts.name(number as usize)),
            Held::Integer(number) => Value::Integer(number),
            Held::Real(number) => Value::Real(number),
            Held::Boolean(yes) => Value::Boolean(yes),
            Held::Instant(at) => Value::Instant(at),
        }
    }
}
