//! Manning as answers: the evidence behind a billet change request and its packet, the manning documents, the
//! section-515 ledger of a country, the three strengths of an office, and the book an arriving chief reads.
//!
//! Pure functions of a World, a day and a scope like all of this crate. Nothing here writes a file or knows a page.

mod cost;
mod documents;
mod evidence;
mod ledger;
mod matters;
mod packet;
mod sections;
mod strengths;
mod turnover;
mod workload;

pub use cost::{PayTable, YearlyPay};
pub use documents::{ManningDocument, YearChange, manning_documents};
pub use evidence::{evidence, with_evidence};
pub use ledger::{
    Ledger, LedgerAuthority, LedgerAuthorityKind, LedgerChange, LedgerCount, LedgerLine, ledger, ledger_count,
};
pub use matters::{Matter, MatterKind, MatterTurn};
pub use packet::{Block, Packet, Section, SectionEdit, packet};
pub use strengths::{Review, Strengths, Unfunded, strengths};
pub use turnover::{BookAuthority, BookBillet, BookContact, BookFigure, BookGap, TurnoverBook, turnover_book};
