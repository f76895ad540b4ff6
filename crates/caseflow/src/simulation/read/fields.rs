//! Reading JSON by hand, so that everything wrong is found in one pass and named by its path.

use jiff::civil::Date;
use serde_json::{Map, Value};

use crate::simulation::problem::Problem;

/// What was found wrong, and what dates count from.
#[derive(Default)]
pub struct Reader {
    pub problems: Vec<Problem>,
    pub start: Option<Date>,
}

/// The fields of one object that were not read yet.
pub struct Fields {
    path: String,
    left: Map<String, Value>,
    asked: Vec<&'static str>,
}

impl Fields {
    /// The path of a field.
    pub fn path(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }

    /// Takes a field; null is as if it were not there.
    pub fn take(&mut self, name: &'static str) -> Option<Value> {
        self.asked.push(name);
        self.left.remove(name).filter(|value| !value.is_null())
    }

    /// The only field of an object that stands for one of several things.
    pub fn only(mut self) -> Result<(String, Value), Self> {
        let mut fields = std::mem::take(&mut self.left).into_iter();
        match (fields.next(), fields.next()) {
            (Some(field), None) => Ok(field),
            (first, second) => {
                self.left = first.into_iter().chain(second).chain(fields).collect();
                Err(self)
            }
        }
    }
}

impl Reader {
    pub fn say(&mut self, path: impl Into<String>, problem: impl Into<String>, remedy: impl Into<String>) {
        self.problems.push(Problem::new(path, problem, remedy));
    }

    /// An object's fields.
    pub fn fields(&mut self, value: Value, path: impl Into<String>) -> Option<Fields> {
        let path = path.into();
        match value {
            Value::Object(left) => Some(Fields { path, left, asked: vec!["comment"] }),
            other => {
                self.say(path, format!("it is {}", kind(&other)), "give an object");
                None
            }
        }
    }

    /// Complains of fields that nobody asked for. `comment` may stand anywhere.
    pub fn finish(&mut self, fields: Fields) {
        for name in fields.left.keys().filter(|name| *name != "comment") {
            let known = fields.asked.join(", ");
            self.say(fields.path(name), "there is no such field", format!("known here are: {known}"));
        }
    }

    pub fn list(&mut self, value: Option<Value>, path: &str) -> Vec<(String, Value)> {
        match value {
            None => Vec::new(),
            Some(Value::Array(list)) => {
                list.into_iter().enumerate().map(|(number, value)| (format!("{path}[{number}]"), value)).collect()
            }
            Some(other) => {
                self.say(path, format!("it is {}", kind(&other)), "give an array");
                Vec::new()
            }
        }
    }

    /// The elements of a list in a field.
    pub fn list_of(&mut self, fields: &mut Fields, name: &'static str) -> Vec<(String, Value)> {
        let value = fields.take(name);
        self.list(value, &fields.path(name))
    }

    pub fn text(&mut self, fields: &mut Fields, name: &'static str) -> Option<String> {
        match fields.take(name)? {
            Value::String(text) => Some(text),
            other => {
                self.say(fields.path(name), format!("it is {}", kind(&other)), "give a text");
                None
            }
        }
    }

    /// A text that must be there.
    pub fn needed_text(&mut self, fields: &mut Fields, name: &'static str) -> String {
        let before = self.problems.len();
        let text = self.text(fields, name);
        if text.is_none() && self.problems.len() == before {
            self.say(fields.path(name), "it is missing", "give a text");
        }
        text.unwrap_or_default()
    }

    pub fn flag(&mut self, fields: &mut Fields, name: &'static str) -> Option<bool> {
        match fields.take(name)? {
            Value::Bool(flag) => Some(flag),
            other => {
                self.say(fields.path(name), format!("it is {}", kind(&other)), "give true or false");
                None
            }
        }
    }

    pub fn as_number(&mut self, value: &Value, path: &str) -> f64 {
        value.as_f64().unwrap_or_else(|| {
            self.say(path, format!("it is {}", kind(value)), "give a number");
            1.0
        })
    }

    pub fn number(&mut self, fields: &mut Fields, name: &'static str) -> Option<f64> {
        let value = fields.take(name)?;
        Some(self.as_number(&value, &fields.path(name)))
    }

    /// A number that must be there.
    pub fn needed(&mut self, fields: &mut Fields, name: &'static str) -> f64 {
        self.number(fields, name).unwrap_or_else(|| {
            self.say(fields.path(name), "it is missing", "give a number");
            1.0
        })
    }

    /// A whole number that is not negative.
    pub fn whole(&mut self, fields: &mut Fields, name: &'static str) -> Option<u64> {
        let value = fields.take(name)?;
        let found = value.as_u64();
        if found.is_none() {
            self.say(fields.path(name), format!("it is {}", kind(&value)), "give a whole number, 0 or more");
        }
        found
    }

    /// As [`Reader::whole`], up to the largest of 32 bits.
    pub fn count(&mut self, fields: &mut Fields, name: &'static str) -> Option<u32> {
        let found = self.whole(fields, name)?;
        let count = u32::try_from(found).ok();
        if count.is_none() {
            self.say(fields.path(name), format!("{found} is too large"), "give at most 4,294,967,295");
        }
        count
    }

    /// A day: a number, or a date where the file says what date day 0 is.
    pub fn day(&mut self, fields: &mut Fields, name: &'static str) -> Option<f64> {
        let value = fields.take(name)?;
        let path = fields.path(name);
        let Value::String(text) = value else { return Some(self.as_number(&value, &path)) };
        match (text.parse::<Date>(), self.start) {
            (Ok(date), Some(start)) => Some(f64::from((date - start).get_days())),
            (Ok(_), None) => {
                self.say(path, "it is a date, but day 0 has none", "state start, the date of day 0, or give days");
                Some(0.0)
            }
            (Err(_), _) => {
                self.say(path, format!("\"{text}\" is no date"), "give days, or a date such as 2027-06-01");
                Some(0.0)
            }
        }
    }
}

/// What a value is, in words.
pub fn kind(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => format!("the text \"{}\"", text.chars().take(40).collect::<String>()),
        Value::Array(_) => "an array".to_owned(),
        Value::Object(_) => "an object".to_owned(),
    }
}
