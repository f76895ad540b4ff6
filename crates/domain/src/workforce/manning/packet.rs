//! The sections of a request's packet, and the wording that somebody set in the system's place.

use serde::{Deserialize, Serialize};

use super::request::{request_subject, standing};
use super::{RequestStatus, Stamp};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{ChangeRequestId, Position, Text};
use crate::organization::{Holder, speaks_for};
use crate::world::World;

macro_rules! sections {
    ($($variant:ident $title:literal;)*) => {
        /// A section of the packet, in the order it is read.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the titles say what the variants are")]
        pub enum PacketSection { $($variant,)* }

        impl PacketSection {
            /// Every section.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its heading.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

sections! {
    Purpose "Purpose";
    CurrentManning "Current manning";
    WorkloadEvidence "Workload evidence";
    Comparison "Comparison with like offices";
    Section515 "Effect under section 515";
    Cost "Cost";
    Alternatives "Alternatives considered";
    Coordination "Coordination record";
}

/// Words a section in the system's place, or takes the system's words again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditPacket {
    /// Which request.
    pub request: ChangeRequestId,
    /// Which section.
    pub section: PacketSection,
    /// The text that stands there from now on; null takes the system's own again. Names no person.
    pub note: Option<Text>,
}

impl Decide for EditPacket {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let open = [
            RequestStatus::Drafted,
            RequestStatus::Review,
            RequestStatus::Returned,
            RequestStatus::Coordination,
            RequestStatus::Decision,
        ];
        let request = standing(world, self.request, &open)?;
        let with_office = matches!(request.status(), RequestStatus::Drafted | RequestStatus::Returned);
        let headquarters = |actor| speaks_for(world, actor, Holder::Headquarters, context.today);
        if !with_office && !context.actor.is_none_or(headquarters) {
            return Err(refuse(
                "packet-submitted",
                format!("Request {} was submitted; what others read in it stays as they read it.", self.request),
                "Ask headquarters to return it, or to word the section.",
            ));
        }
        if self.section == PacketSection::Coordination {
            return Err(refuse(
                "record-only",
                "The coordination record is what was answered; nobody words it.",
                "Put remarks into another section.",
            ));
        }
        if self.note.as_ref().is_some_and(|note| note.trim().is_empty()) {
            return Err(refuse(
                "section-empty",
                format!("The section `{}` would be empty.", self.section.title()),
                "Write something, or leave `note` out to take the system's own text.",
            ));
        }
        if request.edits.get(&self.section).map(|edit| &edit.note) == self.note.as_ref() {
            return Ok(Vec::new());
        }
        Ok(vec![
            PacketEdited {
                request: self.request,
                section: self.section,
                note: self.note.clone(),
                stamp: Stamp { by: context.actor, on: context.today },
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        request_subject(world, self.request)
    }
}

/// A section's own wording.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PacketEdit {
    /// The text.
    pub note: Text,
    /// Who wrote it, and when.
    pub stamp: Stamp,
}

/// A section was worded, or has the system's words again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketEdited {
    /// Which request.
    pub request: ChangeRequestId,
    /// Which section.
    pub section: PacketSection,
    /// The text; none for the system's own.
    pub note: Option<Text>,
    /// Who, and when.
    pub stamp: Stamp,
}

impl Apply for PacketEdited {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(request) = world.change_requests.edit(self.request, at) {
            match &self.note {
                Some(note) => {
                    request.edits.insert(self.section, PacketEdit { note: note.clone(), stamp: self.stamp });
                }
                None => {
                    request.edits.remove(&self.section);
                }
            }
        }
    }
}
