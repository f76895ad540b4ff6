//! Open matters of an office: whatever somebody has to act on, of every area in one shape. An area adds its own by one
//! function in [`AREAS`]; the turnover book and whoever else lists matters then shows them without a change.

use muster_domain::kernel::Date;
use muster_domain::organization::Turn;
use muster_domain::{OfficeId, World};
use serde::Serialize;

/// Of which area a matter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// A billet change request.
    ChangeRequest,
    /// A requisition.
    Requisition,
}

/// Who holds the ball in a matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct MatterTurn {
    /// Who, in words that name no person.
    pub holder: String,
    /// The day the turn began.
    pub since: Date,
    /// The last day on which it is theirs who were given it.
    pub due: Date,
    /// Whether that day has passed.
    pub late: bool,
}

impl MatterTurn {
    /// The turn as it stands on a day.
    pub(crate) fn of(world: &World, turn: &Turn, day: Date) -> Self {
        Self {
            holder: turn.holder_on(world, day).name(world),
            since: turn.since,
            due: turn.due,
            late: turn.is_late(day),
        }
    }
}

/// One open matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Matter {
    /// Of which area.
    pub kind: MatterKind,
    /// The id of its row.
    pub id: String,
    /// What it is about, naming no person.
    pub title: String,
    /// Where it stands, in words.
    pub status: String,
    /// Whose turn it is; several may hold one at once.
    pub turns: Vec<MatterTurn>,
}

type Area = fn(&World, OfficeId, Date) -> Vec<Matter>;

/// Every area that has open matters.
const AREAS: &[Area] = &[change_requests, requisitions];

/// Every open matter of an office, area by area.
pub(super) fn matters(world: &World, office: OfficeId, today: Date) -> Vec<Matter> {
    AREAS.iter().flat_map(|area| area(world, office, today)).collect()
}

fn change_requests(world: &World, office: OfficeId, today: Date) -> Vec<Matter> {
    let open = world.change_requests.iter().filter(|(_, request)| {
        !request.status().is_closed()
            && (request.office == office || request.change.offices(world, today).contains(&office))
    });
    open.map(|(id, request)| Matter {
        kind: MatterKind::ChangeRequest,
        id: id.to_string(),
        title: format!("{}, {}", request.change.title(world, today), request.effective),
        status: request.status().title().to_owned(),
        turns: request.turns().into_iter().map(|turn| MatterTurn::of(world, turn, today)).collect(),
    })
    .collect()
}

fn requisitions(world: &World, office: OfficeId, today: Date) -> Vec<Matter> {
    let open = world.requisitions.iter().filter(|(_, held)| held.is_open(world) && held.office(world) == office);
    open.map(|(id, held)| Matter {
        kind: MatterKind::Requisition,
        id: id.to_string(),
        title: format!("{}, needed from {}", held.terms(world).title, held.report),
        status: held.status(world).title().to_owned(),
        turns: held.open_turns(world).iter().map(|asked| MatterTurn::of(world, &asked.turn, today)).collect(),
    })
    .collect()
}
