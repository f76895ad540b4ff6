//! Any bytes as names and codes of people: an answer a row with words that hold no digit, never a panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use muster_linkage::{Known, Link, Row};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let rows: Vec<Row> = text.lines().take(64).map(row).collect();
    let (known, asked) = rows.split_at(rows.len() / 2);
    let index = Known::new(known);
    let links = index.link(asked);
    assert_eq!(links.len(), asked.len());
    for link in &links {
        let shown = match link {
            Link::Exact(candidate) | Link::Likely(candidate) => std::slice::from_ref(candidate),
            Link::Unclear(candidates) => candidates,
            Link::Nobody => &[],
        };
        for candidate in shown {
            assert!(candidate.person < known.len() && (0.0..=1.0).contains(&candidate.probability));
            let digit = |letter: char| letter.is_ascii_digit();
            assert!(candidate.evidence.iter().all(|evidence| !evidence.words().contains(digit)));
        }
    }
    index.duplicates();
});

/// `name;number;born;service;grade;specialty;office;position`, as far as it goes.
fn row(line: &str) -> Row {
    let mut cells = line.split(';');
    let mut next = || cells.next().filter(|cell| !cell.is_empty()).map(str::to_owned);
    Row {
        name: next().unwrap_or_default(),
        numbers: next().into_iter().collect(),
        born: next().and_then(|cell| cell.parse().ok()),
        service: next(),
        grade: next(),
        specialties: next().into_iter().collect(),
        offices: next().into_iter().collect(),
        positions: next().into_iter().collect(),
    }
}
