//! The packet of a billet change request: what whoever reviews, coordinates or decides it reads. The system writes every
//! section from the facts; where somebody worded one, that text stands beside what the system would write now.

use muster_domain::kernel::{AccountId, Date, FiscalYear};
use muster_domain::workforce::{PacketSection, RequestStatus};
use muster_domain::{ChangeRequestId, OfficeId, Text, World};
use serde::Serialize;

use super::cost::PayTable;
use super::sections;

/// A piece of a section as the system writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A paragraph.
    Text {
        /// Its text.
        text: String,
    },
    /// A table.
    Table {
        /// What it shows.
        caption: String,
        /// The headings of its columns.
        columns: Vec<String>,
        /// Its rows, a cell a column.
        rows: Vec<Vec<String>>,
    },
}

impl Block {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }
}

/// The wording that somebody set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct SectionEdit {
    /// The text.
    pub note: Text,
    /// Who wrote it; the installation itself where null.
    pub by: Option<AccountId>,
    /// The name that account goes by.
    pub by_name: Option<Text>,
    /// When.
    pub on: Date,
}

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = WrittenSection)]
pub struct Section {
    /// Which.
    pub section: PacketSection,
    /// Its heading.
    pub title: String,
    /// What the system writes.
    pub written: Vec<Block>,
    /// What somebody wrote in its place.
    pub edit: Option<SectionEdit>,
}

/// The whole packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Packet {
    /// Of which request.
    pub request: ChangeRequestId,
    /// What the request comes to.
    pub title: String,
    /// The office that asks.
    pub office: OfficeId,
    /// The fiscal year on whose first day it is to take effect.
    pub effective: FiscalYear,
    /// Where it stands.
    pub status: RequestStatus,
    /// The day the packet was written.
    pub on: Date,
    /// The sections in order.
    pub sections: Vec<Section>,
}

/// The packet of a request on a day. `None` if there is no such request. It names no person; who acted is named by office or
/// account.
pub fn packet(world: &World, id: ChangeRequestId, today: Date, pay: PayTable<'_>) -> Option<Packet> {
    let request = world.change_requests.get(id)?;
    let subject = sections::Subject { world, request, today, pay };
    let sections = PacketSection::ALL.iter().map(|section| Section {
        section: *section,
        title: section.title().to_owned(),
        written: subject.write(*section),
        edit: request.edits.get(section).map(|edit| SectionEdit {
            note: edit.note.clone(),
            by: edit.stamp.by,
            by_name: edit.stamp.by.and_then(|account| world.accounts.get(account)).map(|account| account.name.clone()),
            on: edit.stamp.on,
        }),
    });
    Some(Packet {
        request: id,
        title: request.change.title(world, today),
        office: request.office,
        effective: request.effective,
        status: request.status(),
        on: today,
        sections: sections.collect(),
    })
}
