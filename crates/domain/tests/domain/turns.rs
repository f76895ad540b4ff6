//! Who holds the ball, and where it goes when nobody takes it.

use jiff::ToSpan;
use jiff::civil::Date;
use muster_domain::Service;
use muster_domain::access::{Grant, GrantRole, RegisterAccount, Role};
use muster_domain::organization::{Holder, Turn, speaks_for};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::{AccountId, OfficeId, Period};

use super::build::*;

fn turn(holder: Holder) -> Turn {
    Turn { holder, since: TODAY, due: after(10) }
}

fn after(days: i64) -> Date {
    TODAY.saturating_add(days.days())
}

fn account(build: &mut Build, role: Role, office: Option<OfficeId>, service: Option<Service>) -> AccountId {
    let id = build.world.accounts.next_id();
    let sign_in = format!("account-{}", id.0);
    build.must(RegisterAccount { sign_in: sign_in.as_str().into(), name: "An officer".into() });
    let grant = Grant { role, office, service, person: None, purchaser: None, period: Period::open(TODAY) };
    build.must(GrantRole { account: id, grant });
    id
}

#[test]
fn a_turn_that_is_not_taken_goes_up_the_line_and_stays_with_the_director() {
    let build = Build::service();
    let on = |holder, days| turn(holder).holder_on(&build.world, after(days));
    assert_eq!(on(Holder::Office(SCO), 10), Holder::Office(SCO));
    assert_eq!(on(Holder::Office(SCO), 11), Holder::Office(COMMAND));
    assert_eq!(on(Holder::Office(SCO), 17), Holder::Office(COMMAND));
    assert_eq!(on(Holder::Office(SCO), 18), Holder::Headquarters);
    assert_eq!(on(Holder::Office(SCO), 25), Holder::Director);
    assert_eq!(on(Holder::Office(SCO), 40_000), Holder::Director);
    assert_eq!(on(Holder::Service(Service::Army), 11), Holder::Headquarters);
    assert_eq!(on(Holder::Mission(SCO), 11), Holder::Headquarters);
}

#[test]
fn how_fast_it_goes_up_is_a_lever() {
    let mut build = Build::service();
    build.must(SetLever {
        lever: Lever::EscalationDays,
        from: TODAY,
        value: 1,
        reason: "A short fuse for this test".into(),
    });
    assert_eq!(turn(Holder::Office(SCO)).holder_on(&build.world, after(12)), Holder::Headquarters);
}

#[test]
fn a_superior_speaks_for_offices_below_and_nobody_for_those_beside_or_above() {
    let mut build = Build::service();
    let command = account(&mut build, Role::CommandOfficer, Some(COMMAND), None);
    let chief = account(&mut build, Role::OfficeChief, Some(SCO), None);
    let army = account(&mut build, Role::AssignmentOfficer, None, Some(Service::Army));
    let manager = account(&mut build, Role::WorkforceManager, None, None);
    let speaks = |account, holder| speaks_for(&build.world, account, holder, TODAY);
    assert!(speaks(command, Holder::Office(SCO)) && speaks(command, Holder::Office(COMMAND)));
    assert!(speaks(chief, Holder::Office(SCO)) && !speaks(chief, Holder::Office(COMMAND)));
    assert!(speaks(army, Holder::Service(Service::Army)) && !speaks(army, Holder::Service(Service::Navy)));
    assert!(speaks(manager, Holder::Headquarters) && speaks(manager, Holder::Mission(SCO)));
    assert!(!speaks(manager, Holder::Director) && !speaks(manager, Holder::Service(Service::Army)));
}
