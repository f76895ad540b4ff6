//! Hard cases made by hand, and what must hold of any text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

mod any_text;
mod hard_cases;
