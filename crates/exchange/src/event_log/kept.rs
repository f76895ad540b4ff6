//! An attribute's value until it is known where it belongs.

use muster_caseflow::log::Value;

use super::instant::instant;

/// A value of its own.
#[derive(Debug, Clone)]
pub(super) enum Kept {
    Text(String),
    Integer(i64),
    Real(f64),
    Boolean(bool),
    Instant(i64),
}

impl Kept {
    /// The value as the log types it (by the names of XES or of OCEL); what does not read as its type is kept as text.
    pub fn typed(kind: &str, text: &str) -> Kept {
        let typed = match kind {
            "int" | "integer" => text.trim().parse().ok().map(Kept::Integer),
            "float" => text.trim().parse().ok().filter(|number: &f64| number.is_finite()).map(Kept::Real),
            "boolean" => text.trim().parse().ok().map(Kept::Boolean),
            "date" | "time" => instant(text).map(|(at, _)| Kept::Instant(at)),
            _ => None,
        };
        typed.unwrap_or_else(|| Kept::Text(text.to_owned()))
    }

    pub fn value(&self) -> Value<'_> {
        match self {
            Kept::Text(text) => Value::Text(text),
            Kept::Integer(number) => Value::Integer(*number),
            Kept::Real(number) => Value::Real(*number),
            Kept::Boolean(yes) => Value::Boolean(*yes),
            Kept::Instant(at) => Value::Instant(*at),
        }
    }
}
