//! Accounts, grants, levers.

use jiff::civil::date;
use muster_domain::access::{DisableAccount, EndGrant, Grant, GrantRole, Reach, RegisterAccount, Role};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::{AccountId, Period, PersonId, Service};

use super::build::*;

fn grant(role: Role) -> Grant {
    Grant { role, office: None, service: None, person: None, purchaser: None, period: Period::open(date(2026, 1, 1)) }
}

#[test]
fn a_grant_names_exactly_the_reach_of_its_role() {
    let mut build = Build::service();
    build.person("A1");
    build.must(RegisterAccount { sign_in: "hale".into(), name: "Hale".into() });
    build.must(RegisterAccount { sign_in: "rep".into(), name: "Representative".into() });
    for definition in Role::ALL {
        let bare = grant(definition.role);
        // A representative's account is nothing else beside.
        let account = AccountId(u32::from(definition.reach == Reach::Purchaser));
        let right = match definition.reach {
            Reach::Everywhere => bare.clone(),
            Reach::Office => Grant { office: Some(SCO), ..bare.clone() },
            Reach::Service => Grant { service: Some(Service::Army), ..bare.clone() },
            Reach::Person => Grant { person: Some(PersonId(0)), ..bare.clone() },
            Reach::Purchaser => Grant { purchaser: Some("JO".into()), ..bare.clone() },
        };
        let both = Grant { office: Some(SCO), person: Some(PersonId(0)), ..bare.clone() };
        build.refused("grant-reach", GrantRole { account, grant: both });
        if right != bare {
            build.refused("grant-reach", GrantRole { account, grant: bare });
        }
        build.must(GrantRole { account, grant: right });
    }
    let account = AccountId(0);
    assert_eq!(build.world.grants(account, TODAY).count(), Role::ALL.len() - 1);
    assert_eq!(build.world.grants(account, date(2025, 12, 31)).count(), 0);
    build.refused(
        "grant-unknown",
        GrantRole { account, grant: Grant { person: Some(PersonId(9)), ..grant(Role::Member) } },
    );
}

#[test]
fn nobody_grants_to_or_disables_the_own_account() {
    let mut build = Build::service();
    build.must(RegisterAccount { sign_in: "admin".into(), name: "Administrator".into() });
    build.actor = Some(AccountId(0));
    build.refused("own-account", GrantRole { account: AccountId(0), grant: grant(Role::Director) });
    build.refused("own-account", DisableAccount { account: AccountId(0), on: TODAY });
}

#[test]
fn an_ended_grant_and_a_disabled_account_hold_no_more() {
    let mut build = Build::service();
    let account = AccountId(0);
    build.must(RegisterAccount { sign_in: "director".into(), name: "Director".into() });
    build.must(GrantRole { account, grant: grant(Role::Director) });
    build.refused("backward", EndGrant { account, index: 0, on: date(2026, 1, 1) });
    build.must(EndGrant { account, index: 0, on: date(2027, 1, 1) });
    assert_eq!(build.world.grants(account, date(2026, 12, 31)).count(), 1);
    assert_eq!(build.world.grants(account, date(2027, 1, 1)).count(), 0);
    assert_eq!(build.must(EndGrant { account, index: 0, on: date(2028, 1, 1) }), Vec::new());
    build.must(DisableAccount { account, on: TODAY });
    assert_eq!(build.world.grants(account, TODAY).count(), 0);
    build.refused("already-disabled", DisableAccount { account, on: date(2027, 1, 1) });
    assert_eq!(build.must(DisableAccount { account, on: TODAY }), Vec::new());
    build.must(DisableAccount { account, on: date(2026, 3, 1) });
    assert_eq!(build.world.grants(account, date(2026, 2, 28)).count(), 1);
}

#[test]
fn a_sign_in_name_is_short_lower_case_and_taken_once() {
    let mut build = Build::service();
    for wrong in ["", "a", "Hale", "h ale", "hälé", &"a".repeat(65)] {
        build.refused("sign-in-name", RegisterAccount { sign_in: wrong.into(), name: "Hale".into() });
    }
    build.must(RegisterAccount { sign_in: "hale".into(), name: "Hale".into() });
    build.refused("sign-in-taken", RegisterAccount { sign_in: "hale".into(), name: "Hale".into() });
}

#[test]
fn every_lever_takes_its_bounds_and_nothing_beyond_them() {
    let mut build = Build::service();
    for lever in Lever::ALL.iter().copied() {
        let bounds = lever.definition();
        let set = |value| SetLever { lever, from: date(2026, 1, 1), value, reason: "Trial".into() };
        build.refused("lever-range", set(bounds.least - 1));
        build.refused("lever-range", set(bounds.most + 1));
        build.must(set(bounds.least));
        build.must(set(bounds.most));
        assert_eq!(build.world.lever(lever, TODAY), bounds.most);
        assert_eq!(build.world.lever(lever, date(2025, 12, 31)), bounds.default);
        assert_eq!(build.world.lever_history(lever).count(), 1);
    }
    let silent = SetLever { lever: Lever::OverlapDays, from: TODAY, value: 3, reason: " ".into() };
    build.refused("reason-missing", silent);
}
