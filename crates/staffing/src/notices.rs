//! What awaits an account: every open turn that it speaks for today, of every area in one shape. An area adds its own by
//! one function in [`AREAS`], or, where it needs more than the World, by turns that the server hands in; the page, the
//! count in the top bar and the mail then show it without a change.
//!
//! A notice names no person: it leaves the house by mail.

use std::collections::BTreeMap;

use muster_domain::allocation::{Ask, Line, LineStatus, Slate};
use muster_domain::organization::{Holder, Turn, speaks_for};
use muster_domain::policy::Lever;
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
    /// A slate: concur, endorse, amend, publish, and to be told of what was published.
    Slate,
    /// A ballot: rank openings, or candidates.
    Ballot,
    /// A case: stuck, or watched and moved.
    Case,
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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenTurn {
    /// What it is about: the id of a row.
    pub id: String,
    /// Of which area.
    pub kind: NoticeKind,
    /// What is asked, in words.
    pub ask: String,
    /// What it is about, naming no person.
    pub title: String,
    /// The page where it is done, from the root.
    pub page: String,
    /// Of whom, since when, until when.
    pub turn: Turn,
}

type Area = fn(&World, Date) -> Vec<OpenTurn>;

/// Every area in which somebody holds a turn.
const AREAS: &[Area] = &[requisitions, change_requests, slates, publications];

/// What awaits an account on a day, the earliest suspense first. `more` are turns that the World alone does not tell.
pub fn notices(world: &World, account: AccountId, today: Date, more: Vec<OpenTurn>) -> Vec<Notice> {
    let open = AREAS.iter().flat_map(|area| area(world, today)).chain(more);
    let own = open.filter(|open| speaks_for(world, account, open.turn.holder_on(world, today), today));
    let mut notices: Vec<Notice> = own.map(|open| open.notice(world, today)).collect();
    notices.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
    notices
}

impl OpenTurn {
    fn notice(self, world: &World, today: Date) -> Notice {
        let Self { id, kind, ask, title, page, turn } = self;
        let key = format!("{id} {ask} {} {}", turn.holder.name(world), turn.since);
        Notice { key, kind, ask, title, page, since: turn.since, due: turn.due, late: turn.is_late(today) }
    }
}

fn requisitions(world: &World, today: Date) -> Vec<OpenTurn> {
    let open = world.requisitions.iter().filter(|(_, held)| held.is_open(world));
    open.flat_map(|(id, held)| {
        let asked = held.open_turns(world);
        // Whoever receives somebody is told when the day comes, not months before.
        let due = asked.into_iter().filter(move |asked| asked.ask != Ask::Arrive || asked.turn.due <= today);
        due.map(move |asked| OpenTurn {
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

fn change_requests(world: &World, today: Date) -> Vec<OpenTurn> {
    let turns = world.change_requests.iter().flat_map(|(id, request)| {
        request.turns().into_iter().map(move |turn| OpenTurn {
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

/// Whose turn the lines of every slate in force are. Lines that ask the same of the same since the same day are one
/// notice: a command is told of its part of a slate, not of forty lines. An endorsed line is a requisition's.
fn slates(world: &World, today: Date) -> Vec<OpenTurn> {
    let mut open = Vec::new();
    for (id, slate) in world.slates.iter().filter(|(_, slate)| slate.withdrawn.is_none()) {
        let cycle = &world.cycles[slate.cycle];
        let mut turns: BTreeMap<(String, Holder, Date, Date), usize> = BTreeMap::new();
        for line in &slate.lines {
            let coordinated = cycle.closed.is_none() && line.status_on(world, today) != LineStatus::Endorsed;
            let asked = line.turn(world, today).filter(|_| coordinated).map(|asked| (asked.asked, asked.turn));
            let publish = || line.publication(world).map(|turn| ("Publish".to_owned(), turn));
            if let Some((ask, turn)) = asked.or_else(publish) {
                *turns.entry((ask, turn.holder, turn.since, turn.due)).or_default() += 1;
            }
        }
        open.extend(turns.into_iter().map(|((ask, holder, since, due), lines)| OpenTurn {
            id: id.to_string(),
            kind: NoticeKind::Slate,
            ask,
            title: format!("{lines} {} of slate {id}, {}", if lines == 1 { "line" } else { "lines" }, cycle.name),
            page: format!("/slates/{id}"),
            turn: Turn { holder, since, due },
        }));
    }
    open
}

/// Lines that were published lately: the member is told, and the gaining office. Nothing is late and nothing goes up the
/// line: after the lever's days they are told no more.
fn publications(world: &World, today: Date) -> Vec<OpenTurn> {
    let slates = world.slates.iter().filter(|(_, slate)| slate.withdrawn.is_none());
    let lines =
        slates.flat_map(|(id, slate)| (0_u32..).zip(&slate.lines).map(move |(number, line)| (id, number, line)));
    let told = lines.filter_map(|(id, number, line)| {
        let since = line.published.filter(|_| line.is_live(world))?;
        let days = i32::try_from(world.lever(Lever::PublishedDays, since)).unwrap_or(i32::MAX);
        let due = since.saturating_add(jiff::ToSpan::days(days));
        (today <= due).then(|| {
            published(world, (format!("{id}-{number}"), format!("/slates/{id}?line={number}")), line, (since, due))
        })
    });
    told.flatten().collect()
}

fn published(world: &World, (id, page): (String, String), line: &Line, (since, due): (Date, Date)) -> [OpenTurn; 2] {
    let (person, report) = (line.proposal.person, line.proposal.report);
    let (office, _) = Slate::gaining(world, &line.proposal);
    let title = &world.billets[line.proposal.billet].terms_near(report).title;
    let tell = |ask: &str, page, holder| OpenTurn {
        id: id.clone(),
        kind: NoticeKind::Slate,
        ask: ask.to_owned(),
        title: format!("{title}, {}, from {report}", world.offices[office].code),
        page,
        turn: Turn { holder, since, due },
    };
    [
        tell("See your next assignment", format!("/people/{person}"), Holder::Person(person)),
        tell("See who was assigned to you", page, Holder::Office(office)),
    ]
}
