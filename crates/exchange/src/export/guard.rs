//! Cells that a spreadsheet would run as a formula.
//!
//! A text that begins with `=`, `+`, `-`, `@`, a tab or a line end is written to CSV with an apostrophe before it, and so
//! is a text that already has apostrophes before such a beginning. An import takes one apostrophe off, so that what was
//! written reads back as it was.

/// Whether a text, after any apostrophes, begins like a formula.
fn like_a_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// The text as it is safe in a CSV cell.
pub(crate) fn guarded(text: &str) -> String {
    if like_a_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was guarded.
pub(crate) fn unguarded(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(text) if like_a_formula(text) => text.to_owned(),
        _ => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_disarmed_and_reads_back() {
        for text in ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "'=x", "''@", "O'Brien", "'quoted'", "", "plain"] {
            let cell = guarded(text);
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
            assert_eq!(unguarded(&cell), text);
        }
    }
}
