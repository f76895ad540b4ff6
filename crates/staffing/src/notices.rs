//! What awaits an account: every open turn that it speaks for today, of every area in one shape. An area adds its own by
//! one function in [`AREAS`]; the page, the count in the top bar and the mail then show it without a change.
//!
//! A notice names no person: it leaves the house by mail.

use muster_domain::allocation::Ask;
use muster_domain::organization::{Turn, speaks_for};
use muster_domain::{AccountId, Date, World};
use serde::Serialize;

/// Of which area a notice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    /// A requisition: nominate, vet, select, accept, consent, order, receive.
    Requisition,
    /// A billet change request.
    ChangeRequest,
}

/// One thing that awaits an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Notice {
    /// The same for as long as the turn lasts, and for no other turn.
    pub key: String,
    /// Of which area.
    pub kind: NoticeKind,
    /// What is asked, in words: `Accept or decline`.
    pub ask: String,
    /// What it is about, naming no person.
    pub title: String,
    /// The page where it is done, from the root: `/requisitions/R4`.
    pub page: String,
    /// The day the turn began.
    pub since: Date,
    /// The last day on which it is theirs who were given it.
    pub due: Date,
    /// Whether that day has passed, so that the turn came up the line.
    pub late: bool,
}

/// What an area tells of itself, before it is asked whose turn each is.
struct Open {
    id: String,
    kind: NoticeKind,
    ask: String,
    title: String,
    page: String,
    turn: Turn,
}

type Area = fn(&World, Date) -> Vec<Open>;

/// Every area in which somebody holds a turn.
const AREAS: &[Area] = &[requisitions, change_requests];

/// What awaits an account on a day, the earliest suspense first.
pub fn notices(world: &World, account: AccountId, today: Date) -> Vec<Notice> {
    let open = AREAS.iter().flat_map(|area| area(world, today));
    let own = open.filter(|open| speaks_for(world, account, open.turn.holder_on(world, today), today));
    let mut notices: Vec<Notice> = own.map(|open| open.notice(world, today)).collect();
    notices.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
    notices
}

impl Open {
    fn notice(self, world: &World, today: Date) -> Notice {
        let Self { id, kind, ask, title, page, turn } = self;
        let key = format!("{id} {ask} {} {}", turn.holder.name(world), turn.since);
        Notice { key, kind, ask, title, page, since: turn.since, due: turn.due, late: turn.is_late(today) }
    }
}

fn requisitions(world: &World, today: Date) -> Vec<Open> {
    let open = world.requisitions.iter().filter(|(_, held)| held.is_open(world));
    open.flat_map(|(id, held)| {
        let asked = held.open_turns(world);
        // Whoever receives somebody is told when the day comes, not months before.
        let due = asked.into_iter().filter(move |asked| asked.ask != Ask::Arrive || asked.turn.due <= today);
        due.map(move |asked| Open {
            id: id.to_string(),
            kind: NoticeKind::Requisition,
            ask: asked.ask.title().to_owned(),
            title: format!("{}, needed from {}", held.terms(world).title, held.report),
            page: format!("/requisitions/{id}"),
            turn: asked.turn,
        })
    })
    .collect()
}

fn change_requests(world: &World, today: Date) -> Vec<Open> {
    let turns = world.change_requests.iter().flat_map(|(id, request)| {
        request.turns().into_iter().map(move |turn| Open {
            id: id.to_string(),
            kind: NoticeKind::ChangeRequest,
            ask: format!("Billet change request: {}", request.status().title().to_lowercase()),
            title: format!("{}, {}", request.change.title(world, today), request.effective),
            page: format!("/requests/{id}"),
            turn: *turn,
        })
    });
    turns.collect()
}
