//! The audit: reads every record, computes every leaf and the whole tree anew and says what does not fit. It trusts
//! nothing that is stored but the records' own columns, and it changes nothing.

mod report;

use crate::error::{Damage, Error, Result};
use crate::head::{Head, VerifiedHead};
use crate::journal::Journal;
use crate::reading;
use crate::record::Position;
use crate::store::Lease;
use crate::tree::Frontier;

pub use report::{AuditReport, Finding, History};

/// Records read at a time.
const CHUNK: usize = 256;
/// Findings kept in a report; the rest are only counted.
const KEPT_FINDINGS: usize = 100;

/// Verifies a journal from its first record to its last and, against a signed head, that history was only added to since.
///
/// # Errors
/// Only when the database cannot be read; everything that is wrong with the records is in the report.
pub async fn verify(journal: &Journal, against: Option<&VerifiedHead>) -> Result<AuditReport> {
    let mut lease = journal.inner.store.reader().await?;
    let mut audit = Audit { since: against.map(VerifiedHead::head), ..Audit::default() };
    audit.note_root();
    loop {
        audit.read_on(&mut lease).await?;
        // read after the records: in a sound journal it can only be ahead of them, by what was appended meanwhile
        match reading::frontier(&mut lease).await {
            Ok(stored) if stored.size() > audit.place.0 && audit.grown_since(stored.size()) => {}
            Ok(stored) => break audit.compare_head(&stored),
            Err(Error::HeadMismatch { detail }) => break audit.find(None, detail),
            Err(other) => return Err(other),
        }
    }
    // asks for a connection of its own
    drop(lease);
    check_blobs(journal, &mut audit).await?;
    Ok(audit.report())
}

#[derive(Default)]
struct Audit {
    since: Option<Head>,
    root_at_since: Option<crate::Hash>,
    place: Position,
    read: u64,
    frontier: Frontier,
    findings: Vec<Finding>,
    count: u64,
    awaited: u64,
}

impl Audit {
    /// Everything after the place reached.
    async fn read_on(&mut self, lease: &mut Lease) -> Result<()> {
        loop {
            let rows = reading::rows_after(lease, self.place, CHUNK).await?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                let (position, leaf) = match row.and_then(|row| {
                    let position = row.position;
                    row.check().map(|record| (record.position, record.leaf)).map_err(|error| at(position, error))
                }) {
                    Ok((position, leaf)) => (position, Some(leaf)),
                    Err(Error::Damaged { position, damage }) => {
                        self.skip_to(position);
                        let leaf = match &damage {
                            Damage::BytesChanged { computed, .. } => Some(*computed),
                            _ => None,
                        };
                        self.find(Some(position), damage.to_string());
                        (position, leaf)
                    }
                    Err(other) => return Err(other),
                };
                self.skip_to(position);
                self.place = position;
                self.read += 1;
                // without a leaf of its own the record still takes its place, so that later ones stay where they are
                self.frontier.push(leaf.unwrap_or(crate::Hash([0; 32])));
                self.note_root();
            }
        }
    }

    /// Notes every position between the place reached and the next record as missing.
    fn skip_to(&mut self, next: Position) {
        while self.place.next() < next {
            self.place = self.place.next();
            self.find(Some(self.place), Damage::Missing.to_string());
            self.frontier.push(crate::Hash([0; 32]));
            self.note_root();
        }
    }

    fn note_root(&mut self) {
        if self.since.is_some_and(|since| since.size == self.frontier.size()) {
            self.root_at_since = Some(self.frontier.root());
        }
    }

    /// Whether the head moved on since it was last waited for; the second time without new records they are missing.
    fn grown_since(&mut self, size: u64) -> bool {
        let grown = size > self.awaited;
        self.awaited = size;
        grown
    }

    fn compare_head(&mut self, stored: &Frontier) {
        if stored.size() > self.place.0 {
            let what = format!("it and everything after it is missing: the stored head says {} records", stored.size());
            return self.find(Some(self.place.next()), what);
        }
        if stored.size() < self.place.0 {
            let what = format!("the stored head says {} records and there are {}", stored.size(), self.place);
            return self.find(Some(Position(stored.size() + 1)), what);
        }
        if stored.root() != self.frontier.root() && self.count == 0 {
            let (first, last) = self.differing_range(stored);
            let what = format!(
                "the stored head does not fit the records: each fits its own leaf, so a record between positions {first} \
                 and {last} was rewritten together with its leaf, or the stored head was changed"
            );
            self.find(None, what);
        }
    }

    /// The positions under the first peak in which two trees of one size differ.
    fn differing_range(&self, stored: &Frontier) -> (u64, u64) {
        let (ours, theirs) = (self.frontier.to_bytes(), stored.to_bytes());
        let mut first = 1;
        let heights = (0..u64::BITS).rev().filter(|bit| self.frontier.size() >> bit & 1 == 1);
        for ((bit, our), their) in heights.zip(ours.chunks(32)).zip(theirs.chunks(32)) {
            let last = first + (1 << bit) - 1;
            if our != their {
                return (first, last);
            }
            first = last + 1;
        }
        (1, self.frontier.size())
    }

    fn find(&mut self, position: Option<Position>, what: String) {
        self.count += 1;
        if self.findings.len() < KEPT_FINDINGS {
            self.findings.push(Finding { position, what });
        }
    }

    fn report(self) -> AuditReport {
        let history = match (self.since, self.root_at_since) {
            (None, _) => History::No,
            (Some(since), None) => History::Shortened { since, left: self.read },
            (Some(since), Some(now)) if now == since.root => History::OnlyAddedTo { since },
            (Some(since), Some(now)) => History::Rewritten { since, now },
        };
        let head = Head { size: self.frontier.size(), root: self.frontier.root() };
        AuditReport { head, findings: self.findings, count: self.count, history }
    }
}

/// A record whose position column is itself out of range keeps the place the database gave.
fn at(position: i64, error: Error) -> Error {
    match (error, u64::try_from(position)) {
        (Error::Damaged { damage, .. }, Ok(position)) => Error::Damaged { position: Position(position), damage },
        (error, _) => error,
    }
}

/// Every dataset against its name.
async fn check_blobs(journal: &Journal, audit: &mut Audit) -> Result<()> {
    let names = match journal.blobs().await {
        Err(error @ Error::BytesDamaged { .. }) => {
            audit.find(None, error.to_string());
            return Ok(());
        }
        names => names?,
    };
    for name in names {
        match journal.blob(name).await {
            Ok(_) => {}
            Err(error @ Error::BytesDamaged { .. }) => audit.find(None, error.to_string()),
            Err(other) => return Err(other),
        }
    }
    Ok(())
}
