//! What awaits an account, ballots among it: who moves in a cycle and which billets fall open is known to the engine of
//! slates alone. The page and the mail both ask here.

mod cases;

use muster_caseflow::queue::CaseQueue;
use muster_domain::access::Role;
use muster_domain::allocation::RankingOrigin;
use muster_domain::organization::{Holder, Turn, speaks_for};
use muster_domain::policy::Lever;
use muster_domain::{AccountId, CycleId, Date, PersonId, World};
use muster_staffing::{Notice, NoticeKind, OpenTurn};

use crate::cases::Sight;
use crate::policy::{FieldClass, Policy, Question};

/// Everything that awaits an account on a day, the earliest suspense first: open turns, and what cases ask of it.
pub fn notices(world: &World, account: AccountId, today: Date, queue: &CaseQueue, policy: &Policy) -> Vec<Notice> {
    let mut all = muster_staffing::notices(world, account, today, ballots(world, account, today));
    let sight = || Sight::over(world, policy.scope(world, today, account, Question::Cases, FieldClass::Ordinary));
    all.extend(cases::notices(world, account, today, queue, sight));
    all.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
    all
}

/// Ballots on which the account has still to rank. After the deadline nothing is asked any more.
fn ballots(world: &World, account: AccountId, today: Date) -> Vec<OpenTurn> {
    let mut open = Vec::new();
    for (id, cycle) in world.cycles.iter().filter(|(_, cycle)| cycle.closed.is_none()) {
        let Some(terms) = cycle.ballot.terms() else { continue };
        for grant in world.grants(account, today) {
            match (grant.role, grant.person, grant.office) {
                (Role::Member, Some(person), _)
                    if today <= terms.members_until && has_to_rank(world, id, person, today) =>
                {
                    open.push(ballot(world, id, Holder::Person(person), (terms.members_until, today), None));
                }
                (Role::OfficeChief | Role::CommandOfficer, _, Some(office)) if today <= terms.offices_until => {
                    let holder = Holder::Office(office);
                    let unranked = unranked(world, id, account, today);
                    if unranked > 0 {
                        open.push(ballot(world, id, holder, (terms.offices_until, today), Some(unranked)));
                    }
                }
                _ => {}
            }
        }
    }
    open
}

/// Whether a member moves in the cycle, ranks on its ballot and has not.
fn has_to_rank(world: &World, cycle: CycleId, person: PersonId, today: Date) -> bool {
    let ballot = &world.cycles[cycle].ballot;
    let ranks = ballot.terms().is_some_and(|terms| terms.takes_part(world.people[person].service));
    let ranked =
        ballot.own_ranking(person).is_some_and(|own| own.origin == RankingOrigin::Ballot && !own.billets.is_empty());
    ranks && !ranked && muster_slate::is_mover(world, cycle, person, today).unwrap_or(false)
}

/// How many openings of the offices that an account speaks for have no ranked candidates.
fn unranked(world: &World, cycle: CycleId, account: AccountId, today: Date) -> usize {
    let ballot = &world.cycles[cycle].ballot;
    let openings = muster_slate::openings(world, cycle, today).unwrap_or_default();
    let own = openings.iter().filter(|opening| speaks_for(world, account, Holder::Office(opening.office), today));
    own.filter(|opening| ballot.own_candidates(opening.billet).is_none_or(|ranked| ranked.tiers.is_empty())).count()
}

/// One ballot's turn. In its last days it is another turn, so that whoever has not ranked is told once more.
fn ballot(world: &World, id: CycleId, holder: Holder, (due, today): (Date, Date), openings: Option<usize>) -> OpenTurn {
    let cycle = &world.cycles[id];
    let days = i32::try_from(world.lever(Lever::BallotReminderDays, today)).unwrap_or(0);
    let last = due.saturating_sub(jiff::ToSpan::days(days)).max(cycle.opened);
    let closes = today >= last && last > cycle.opened;
    let what = if openings.is_some() { "Rank your candidates" } else { "Rank openings" };
    OpenTurn {
        id: id.to_string(),
        kind: NoticeKind::Ballot,
        ask: if closes { format!("{what}: the ballot closes") } else { what.to_owned() },
        title: match openings {
            Some(1) => format!("{}, 1 opening without ranked candidates", cycle.name),
            Some(openings) => format!("{}, {openings} openings without ranked candidates", cycle.name),
            None => cycle.name.to_string(),
        },
        page: if openings.is_some() {
            format!("/ballot?cycle={id}&office=true")
        } else {
            format!("/ballot?cycle={id}")
        },
        turn: Turn { holder, since: if closes { last } else { cycle.opened }, due },
    }
}
