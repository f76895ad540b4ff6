//! The accounts of a demonstration: one for each role. Their passwords are set by the caller, in the vault.

use muster_domain::access::{Grant, GrantRole, RegisterAccount, Role};
use muster_domain::{AccountId, Command, Date, OfficeId, Period, PersonId, Service, Text, World};

use crate::dice::days_after;
use crate::partner::PARTNERS;

/// An account of the demonstration.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct DemoAccount {
    /// Its id.
    pub account: AccountId,
    /// The name given at sign-in.
    pub sign_in: String,
    /// The name shown.
    pub name: String,
    /// The role it is granted first.
    pub role: Role,
}

/// What an account of the demonstration reaches.
enum Reaches {
    Everywhere,
    Office(&'static str),
    Service(Service),
    Somebody,
    Civilian,
    Bidder,
    /// An office's cases, and the own row of somebody who manages some.
    Cases(&'static str),
    /// The cases of a purchaser code: the how-manieth of those of the representatives.
    Purchaser(usize),
    /// Whoever is on the slate under coordination, granted when it is known who that is.
    Slated,
}

/// The office whose cases the case manager's account works.
pub(crate) const CASE_OFFICE: &str = "USASAC-CENTCOM";
/// The sign-in of the member on the slate under coordination.
pub(crate) const SLATED: &str = "slated";

const ACCOUNTS: &[(&str, &str, Role, Reaches)] = &[
    ("director", "Service Director", Role::Director, Reaches::Everywhere),
    ("manager", "Workforce Manager", Role::WorkforceManager, Reaches::Everywhere),
    ("army", "Army Assignment Officer", Role::AssignmentOfficer, Reaches::Service(Service::Army)),
    ("airforce", "Air Force Assignment Officer", Role::AssignmentOfficer, Reaches::Service(Service::AirForce)),
    ("navy", "Navy Assignment Officer", Role::AssignmentOfficer, Reaches::Service(Service::Navy)),
    ("marines", "Marine Corps Assignment Officer", Role::AssignmentOfficer, Reaches::Service(Service::MarineCorps)),
    ("africom", "AFRICOM Manpower Officer", Role::CommandOfficer, Reaches::Office("AFRICOM")),
    ("centcom", "CENTCOM Manpower Officer", Role::CommandOfficer, Reaches::Office("CENTCOM")),
    ("eucom", "EUCOM Manpower Officer", Role::CommandOfficer, Reaches::Office("EUCOM")),
    ("indopacom", "INDOPACOM Manpower Officer", Role::CommandOfficer, Reaches::Office("INDOPACOM")),
    ("northcom", "NORTHCOM Manpower Officer", Role::CommandOfficer, Reaches::Office("NORTHCOM")),
    ("southcom", "SOUTHCOM Manpower Officer", Role::CommandOfficer, Reaches::Office("SOUTHCOM")),
    ("chief.jor", "SCO Chief, Jordan", Role::OfficeChief, Reaches::Office("SCO-JOR")),
    ("member", "Member", Role::Member, Reaches::Somebody),
    ("dia", "DIA Attaché Manpower Officer", Role::CommandOfficer, Reaches::Office("DIA")),
    ("civilian", "Member, civilian", Role::Member, Reaches::Civilian),
    ("bidder", "Member, ranking now", Role::Member, Reaches::Bidder),
    (SLATED, "Member, on a slate", Role::Member, Reaches::Slated),
    ("cases", "Case Manager, Army for CENTCOM", Role::CaseManager, Reaches::Cases(CASE_OFFICE)),
    ("program", "Country Program Manager", Role::ProgramManager, Reaches::Everywhere),
    (PARTNERS[0], "Partner Representative", Role::PartnerRepresentative, Reaches::Purchaser(0)),
    (PARTNERS[1], "Partner Representative, another code", Role::PartnerRepresentative, Reaches::Purchaser(1)),
    ("analyst", "Oversight Analyst", Role::Analyst, Reaches::Everywhere),
    ("auditor", "Auditor", Role::Auditor, Reaches::Everywhere),
    ("admin", "Administrator", Role::Administrator, Reaches::Everywhere),
];

/// The people whose own rows the members' accounts see.
pub(crate) struct Reached {
    /// Somebody who ranked in the coming summer's cycle.
    pub member: Option<PersonId>,
    /// The one whose consent to a reassignment is asked.
    pub civilian: Option<PersonId>,
    /// Somebody who manages cases at the case manager's office.
    pub case_manager: Option<PersonId>,
    /// Somebody who may rank today.
    pub bidder: Option<PersonId>,
    /// The purchaser codes of the representatives.
    pub purchasers: Vec<Text>,
}

/// Registers the accounts of members who rank by themselves; their sign-ins have no password.
pub(crate) fn members(people: &[PersonId], today: Date) -> Vec<Command> {
    let period = Period::open(days_after(today, -365));
    let mut commands: Vec<Command> = Vec::new();
    for (i, person) in people.iter().enumerate() {
        let (role, person) = (Role::Member, Some(*person));
        let grant = Grant { role, office: None, service: None, person, purchaser: None, period };
        commands
            .push(RegisterAccount { sign_in: sign_in(i).into(), name: format!("Member {:02}", i + 1).into() }.into());
        let account = AccountId(u32::try_from(ACCOUNTS.len() + i).expect("a short list"));
        commands.push(GrantRole { account, grant }.into());
    }
    commands
}

fn sign_in(index: usize) -> String {
    format!("member.{:02}", index + 1)
}

/// Registers the accounts and grants their roles.
pub(crate) fn accounts(office: impl Fn(&str) -> Option<OfficeId>, reached: &Reached, today: Date) -> Vec<Command> {
    let mut commands: Vec<Command> = Vec::new();
    let period = Period::open(days_after(today, -365));
    for (i, (sign_in, name, role, reaches)) in ACCOUNTS.iter().enumerate() {
        let account = AccountId(u32::try_from(i).expect("a short list"));
        let mut grant = Grant { role: *role, office: None, service: None, person: None, purchaser: None, period };
        let granted = match reaches {
            Reaches::Everywhere => true,
            Reaches::Service(service) => {
                grant.service = Some(*service);
                true
            }
            Reaches::Office(code) => {
                grant.office = office(code);
                grant.office.is_some()
            }
            Reaches::Somebody => {
                grant.person = reached.member;
                grant.person.is_some()
            }
            Reaches::Civilian => {
                grant.person = reached.civilian;
                grant.person.is_some()
            }
            Reaches::Bidder => {
                grant.person = reached.bidder;
                grant.person.is_some()
            }
            Reaches::Cases(code) => {
                grant.office = office(code);
                grant.office.is_some()
            }
            Reaches::Purchaser(nth) => {
                grant.purchaser = reached.purchasers.get(*nth).cloned();
                grant.purchaser.is_some()
            }
            Reaches::Slated => false,
        };
        commands.push(RegisterAccount { sign_in: (*sign_in).into(), name: (*name).into() }.into());
        if granted {
            commands.push(GrantRole { account, grant }.into());
        }
        if let (Reaches::Cases(_), Some(person)) = (reaches, reached.case_manager) {
            let grant = Grant {
                role: Role::Member,
                office: None,
                service: None,
                person: Some(person),
                purchaser: None,
                period,
            };
            commands.push(GrantRole { account, grant }.into());
        }
    }
    commands
}

/// The accounts of the demonstration that a World holds, in the order of the roles.
pub fn demo_accounts(world: &World) -> Vec<DemoAccount> {
    ACCOUNTS
        .iter()
        .filter_map(|(sign_in, name, role, _)| {
            let account = *world.keys.account.get(*sign_in)?;
            Some(DemoAccount { account, sign_in: (*sign_in).to_owned(), name: (*name).to_owned(), role: *role })
        })
        .collect()
}
