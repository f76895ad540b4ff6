//! What cases ask of an account: those that are stuck, of whoever holds the ball, and those it watches that moved. A
//! manager gets one notice a case, an office and the program managers one an office with a count: nobody is flooded.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use muster_caseflow::queue::{CaseQueue, QueuePart};
use muster_caseflow::stuck::{Alarm, AlarmKind, Ball};
use muster_domain::access::Role;
use muster_domain::cases::{Case, CaseHolder};
use muster_domain::policy::Lever;
use muster_domain::{AccountId, CaseId, Date, OfficeId, PersonId, World};
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
    let (mut people, mut offices, mut program): (Vec<PersonId>, Vec<OfficeId>, bool) = (Vec::new(), Vec::new(), false);
    for grant in world.grants(account, today) {
        match grant.role {
            Role::CaseManager => {
                people.extend(grant.person);
                offices.extend(grant.office);
            }
            Role::ProgramManager => program = true,
            _ => {}
        }
    }
    let mut notices = Vec::new();
    if program || !people.is_empty() || !offices.is_empty() {
        let mut groups: BTreeMap<(Group, OfficeId), (usize, Date, Date)> = BTreeMap::new();
        for (id, _) in queue.keys().filter(|(_, key)| key.is_in(QueuePart::Stuck)) {
            let case = &world.cases[id];
            let mut told = false;
            for alarm in queue.alarms(id, case) {
                let group = match alarm.ball {
                    Ball::Manager => {
                        if !told && case.manager.is_some_and(|person| people.contains(&person)) {
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
