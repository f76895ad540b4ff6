//! Whatever the cells hold: an answer a row, probabilities that are some, no panic, and no sealed value in the words.

use jiff::civil::{Date, date};
use muster_linkage::{Candidate, Evidence, Field, Finding, Known, Link, Row};
use proptest::prelude::*;

fn born() -> impl Strategy<Value = Option<Date>> {
    proptest::option::of((1940i16..2010, 1i8..=12, 1i8..=28).prop_map(|(year, month, day)| date(year, month, day)))
}

fn list(of: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(of, 0..3)
}

/// Rows of any text at all.
fn any_row() -> impl Strategy<Value = Row> {
    let option = || proptest::option::of(any::<String>());
    let texts = (any::<String>(), list(any::<String>()), option(), option());
    (texts, born(), list(any::<String>()), list(any::<String>()), list(any::<String>())).prop_map(
        |((name, numbers, service, grade), born, specialties, offices, positions)| Row {
            name,
            numbers,
            born,
            service,
            grade,
            specialties,
            offices,
            positions,
        },
    )
}

/// Rows that are near each other.
fn near_row() -> impl Strategy<Value = Row> {
    let texts = (
        "(Hale|Haley|Smith|Smyth|Ng|De la Cruz), (Robert|Bob|Rob|R|Ana) ?(J|James|)( Jr| III|)",
        list("90000000[0-9]{2}"),
    );
    let codes = (proptest::option::of("ARMY|AF"), proptest::option::of("O-[1-6]|GS-?1[0-5]|SES"));
    (texts, codes, born(), list("48[A-D]"), list("SCO-[A-C]"), list("P[1-5]")).prop_map(
        |((name, numbers), (service, grade), born, specialties, offices, positions)| Row {
            name,
            numbers,
            born,
            service,
            grade,
            specialties,
            offices,
            positions,
        },
    )
}

fn shown(link: &Link) -> Vec<&Candidate> {
    match link {
        Link::Exact(candidate) | Link::Likely(candidate) => vec![candidate],
        Link::Unclear(candidates) => candidates.iter().collect(),
        Link::Nobody => Vec::new(),
    }
}

fn check(known: &[Row], rows: &[Row]) -> Result<(), TestCaseError> {
    let index = Known::new(known);
    let links = index.link(rows);
    prop_assert_eq!(links.len(), rows.len());
    for candidate in links.iter().flat_map(shown) {
        prop_assert!(candidate.person < known.len());
        prop_assert!((0.0..=1.0).contains(&candidate.probability));
        for evidence in &candidate.evidence {
            let words = evidence.words();
            prop_assert!(!words.contains(|letter: char| letter.is_ascii_digit()), "{}", words);
        }
    }
    for pair in index.duplicates() {
        prop_assert!(pair.first < pair.second && pair.second < known.len());
    }
    Ok(())
}

/// Which finding each field has.
fn findings(evidence: Vec<Evidence>) -> Vec<(Field, Finding)> {
    evidence.into_iter().map(|evidence| (evidence.field, evidence.finding)).collect()
}

proptest! {
    #[test]
    fn any_text_gets_an_answer(
        known in proptest::collection::vec(any_row(), 0..8),
        rows in proptest::collection::vec(any_row(), 0..8),
    ) {
        check(&known, &rows)?;
        check(&known, &known)?;
    }

    #[test]
    fn rows_near_each_other_get_an_answer(
        known in proptest::collection::vec(near_row(), 1..12),
        rows in proptest::collection::vec(near_row(), 0..12),
    ) {
        check(&known, &rows)?;
    }

    #[test]
    fn which_row_is_asked_about_which_changes_no_finding(one in near_row(), other in near_row()) {
        let known = Known::new(&[one.clone(), other.clone()]);
        let (there, back) = (findings(known.evidence(&one, 1)), findings(known.evidence(&other, 0)));
        let swapped = |findings: &[(Field, Finding)]| findings.iter().any(|(field, _)| *field == Field::Order);
        prop_assume!(!swapped(&there) && !swapped(&back));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_row_agrees_with_itself(row in near_row()) {
        let known = Known::new(std::slice::from_ref(&row));
        for (field, finding) in findings(known.evidence(&row, 0)) {
            prop_assert_eq!(finding, Finding::Same, "{:?}", field);
        }
    }
}
