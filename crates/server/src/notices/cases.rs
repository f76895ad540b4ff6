//! What cases ask of an account: those that are stuck, of whoever holds the ball, those it watches that moved, purchasers
//! that wait for an answer, letters whose answer is overdue. A manager gets one notice a stuck case, an office and the
//! program managers one an office with a count, and overdue letters are one notice with a count: nobody is flooded.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use muster_caseflow::queue::{CaseQueue, QueuePart};
use muster_caseflow::stuck::{Alarm, AlarmKind, Ball};
use muster_domain::access::Role;
use muster_domain::cases::{Case, CaseHolder};
use muster_domain::policy::Lever;
use muster_domain::{AccountId, CaseId, Date, OfficeId, World};
use muster_staffing::{Notice, NoticeKind};

use crate::cases::Sight;

/// What is said once for many cases of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Unmanaged,
    Holds,
    Silent,
}

/// What cases ask of an account on a day.
pub(super) fn notices(
    world: &World,
    account: AccountId,
    today: Date,
    queue: &CaseQueue,
    sight: impl FnOnce() -> Sight,
) -> Vec<Notice> {
    let people = world.own_people(account, today);
    let (mut offices, mut program): (Vec<OfficeId>, bool) = (Vec::new(), false);
    for grant in world.grants(account, today) {
        match grant.role {
            Role::CaseManager => offices.extend(grant.office),
            Role::ProgramManager => program = true,
            _ => {}
        }
    }
    let mut notices = Vec::new();
    if program || !people.is_empty() || !offices.is_empty() {
        let mut letters = [(CaseHolder::Agency, None), (CaseHolder::ProgramManagers, None)];
        let own = |case: &Case| case.manager.is_some_and(|person| people.contains(&person));
        let mut groups: BTreeMap<(Group, OfficeId), (usize, Date, Date)> = BTreeMap::new();
        let of = |id: CaseId| (id, &world.cases[id]);
        let waiting = queue.keys().filter(|(_, key)| program && key.purchaser_waits).map(|(id, _)| of(id));
        notices.extend(waiting.filter_map(|(id, case)| purchaser_waits(world, id, case, today)));
        for (_, case) in queue.part(QueuePart::AwaitsAnswer).map(of) {
            for (party, found) in &mut letters {
                let asked = if *party == CaseHolder::Agency { own(case) } else { program };
                if asked {
                    overdue(case, *party, today, found);
                }
            }
        }
        for (id, case) in queue.part(QueuePart::Stuck).map(of) {
            let mut told = false;
            for alarm in queue.alarms(id, case) {
                let group = match alarm.ball {
                    Ball::Manager => {
                        if !told && own(case) {
                            notices.push(of_case(id, case, &alarm, today));
                            told = true;
                        }
                        continue;
                    }
                    Ball::Office if offices.contains(&case.office) && !told => {
                        told = true;
                        Group::Unmanaged
                    }
                    Ball::ProgramManagers if program && alarm.kind == AlarmKind::HoldUndecided => Group::Holds,
                    Ball::ProgramManagers if program => Group::Silent,
                    _ => continue,
                };
                let due = due(&alarm, today);
                let held = groups.entry((group, case.office)).or_insert((0, alarm.since, due));
                *held = (held.0 + 1, held.1.min(alarm.since), held.2.min(due));
            }
        }
        notices.extend(letters.into_iter().filter_map(|(party, found)| Some(of_letters(party, found?))));
        notices.extend(groups.into_iter().map(|((group, office), held)| of_group(world, group, office, held)));
    }
    if let Some(list) = world.watched.get(&account).filter(|list| !list.is_empty()) {
        let sight = sight();
        let cases = list.iter().filter_map(|id| Some((*id, world.cases.get(*id)?)));
        notices
            .extend(cases.filter(|(_, case)| sight.sees(case)).filter_map(|(id, case)| moved(world, id, case, today)));
    }
    notices
}

/// The last day on which nothing was wrong.
fn due(alarm: &Alarm, today: Date) -> Date {
    today.saturating_sub((alarm.days - alarm.allowed).days())
}

fn of_case(id: CaseId, case: &Case, alarm: &Alarm, today: Date) -> Notice {
    let ask = match alarm.kind {
        AlarmKind::Silent if alarm.holder == Some(CaseHolder::Agency) => "Move a case that is stuck",
        AlarmKind::Silent => "Ask about a case that is stuck",
        AlarmKind::HoldOverdue => "Lift a hold, or have it renewed",
        AlarmKind::HoldUndecided => "Decide a hold",
        AlarmKind::Unassigned => "Give a case to a manager",
    };
    Notice {
        key: format!("{id} {ask} {}", alarm.since),
        kind: NoticeKind::Case,
        ask: ask.to_owned(),
        title: format!("{}, {}: {}", case.number, case.title, alarm.why()),
        page: format!("/cases/{id}"),
        since: alarm.since,
        due: due(alarm, today),
        late: true,
    }
}

fn of_group(world: &World, group: Group, office: OfficeId, (cases, since, due): (usize, Date, Date)) -> Notice {
    let code = &world.offices[office].code;
    let many = |one: &str, more: &str| if cases == 1 { format!("1 {one}") } else { format!("{cases} {more}") };
    let (ask, title, page) = match group {
        Group::Unmanaged => (
            "Give cases to a manager",
            format!("{} of {code} managed by nobody", many("case", "cases")),
            format!("/cases?part=unassigned&office={office}"),
        ),
        Group::Holds => (
            "Decide holds",
            format!("{} of {code} asked for and not decided", many("hold", "holds")),
            format!("/cases?part=holds&office={office}"),
        ),
        Group::Silent => (
            "Review cases that are stuck",
            format!("{} of {code} longer in review than plausible", many("case", "cases")),
            format!("/cases?part=stuck&holder=program_managers&office={office}"),
        ),
    };
    // Without the day: whoever was told of an office's cases is not told again as one of them goes.
    Notice {
        key: format!("{office} {ask}"),
        kind: NoticeKind::Case,
        ask: ask.to_owned(),
        title,
        page,
        since,
        due,
        late: true,
    }
}

/// A purchaser who wrote in the partner portal and has no answer: told to the program managers until one is written.
fn purchaser_waits(world: &World, id: CaseId, case: &Case, today: Date) -> Option<Notice> {
    let since = case.unanswered_since()?;
    let due = since.saturating_add(world.lever(Lever::PortalAnswerDays, since).days());
    let waiting = match case.unanswered() {
        1 => "1 message waits".to_owned(),
        more => format!("{more} messages wait"),
    };
    Some(Notice {
        key: format!("{id} purchaser waits {since}"),
        kind: NoticeKind::Case,
        ask: "Answer a purchaser".to_owned(),
        title: format!("{}, {}: {waiting} for an answer since {since}", case.number, case.title),
        page: format!("/cases/{id}"),
        since,
        due,
        late: due < today,
    })
}

/// Letters whose answer is overdue: how many, the oldest, the earliest day that was due.
type Overdue = Option<(usize, Date, Date)>;

/// Counts the letters of a case to which a party owes an answer that is overdue.
fn overdue(case: &Case, party: CaseHolder, today: Date, found: &mut Overdue) {
    for (_, letter, owed) in case.awaiting().filter(|(_, _, owed)| owed.by == party && owed.due < today) {
        let (letters, since, due) = found.unwrap_or((0, letter.facts.on, owed.due));
        *found = Some((letters + 1, since.min(letter.facts.on), due.min(owed.due)));
    }
}

fn of_letters(party: CaseHolder, (letters, since, due): (usize, Date, Date)) -> Notice {
    let page = match party {
        CaseHolder::Agency => "/cases?part=awaits_answer&answer_by=agency&mine=true",
        _ => "/cases?part=awaits_answer&answer_by=program_managers",
    };
    Notice {
        key: format!("letters {page}"),
        kind: NoticeKind::Case,
        ask: "Answer letters".to_owned(),
        title: match letters {
            1 => "1 letter whose answer is overdue".to_owned(),
            more => format!("{more} letters whose answers are overdue"),
        },
        page: page.to_owned(),
        since,
        due,
        late: true,
    }
}

/// A watched case that moved within the lever's days.
fn moved(world: &World, id: CaseId, case: &Case, today: Date) -> Option<Notice> {
    let last = case.last_reached(today)?;
    let until = last.on.saturating_add(world.lever(Lever::WatchDays, last.on).days());
    let definition = last.milestone.definition();
    (today <= until).then(|| Notice {
        key: format!("{id} watched {} {}", definition.code, last.on),
        kind: NoticeKind::Case,
        ask: "See a case that you watch".to_owned(),
        title: format!("{}, {}: {} on {}", case.number, case.title, definition.title.to_lowercase(), last.on),
        page: format!("/cases/{id}"),
        since: last.on,
        due: until,
        late: false,
    })
}
