//! Accounts and what they are granted. Secrets (password hashes, sessions, keys) are never here: they live in the vault.

mod scope;

pub use scope::Scope;

use serde::{Deserialize, Serialize};

use crate::cases::purchaser_country;
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, Date, OfficeId, Period, PersonId, Position, Service, Text};
use crate::world::World;

/// What a role is for and where it reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct RoleDefinition {
    /// Which role.
    pub role: Role,
    /// The name people use.
    pub title: &'static str,
    /// What a grant of it must name.
    pub reach: Reach,
    /// What its holder is there to do.
    pub purpose: &'static str,
}

/// What a grant of a role must name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// The whole service.
    Everywhere,
    /// An office, with all offices under its authority.
    Office,
    /// One military service's people.
    Service,
    /// One person's own row.
    Person,
    /// The cases of one purchaser code.
    Purchaser,
}

macro_rules! roles {
    ($($variant:ident $title:literal $reach:ident $purpose:literal;)*) => {
        /// A role that an account can be granted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Role { $(#[doc = $purpose] $variant,)* }

        impl Role {
            /// Every role.
            pub const ALL: &'static [RoleDefinition] = &[$(RoleDefinition {
                role: Self::$variant, title: $title, reach: Reach::$reach, purpose: $purpose,
            }),*];

            /// What it is for and where it reaches.
            pub fn definition(self) -> RoleDefinition {
                Self::ALL[self as usize]
            }
        }
    };
}

roles! {
    Director "Service director" Everywhere "Sees strength against demand anywhere, endorses slates.";
    WorkforceManager "DSCS workforce manager" Everywhere "Runs assignment cycles, keeps billets, people and tours.";
    AssignmentOfficer "Service assignment officer" Service "Sees and keeps the people of one military service.";
    CommandOfficer "Command manpower officer" Office "Sees the people of the own area, concurs or not with lines of a slate.";
    OfficeChief "SCO chief" Office "Runs an office: billets, gaps, demand, arrivals and departures.";
    CaseManager "Case manager" Office "Works the cases of an implementing agency's office: milestones, holds, lines, who manages them.";
    ProgramManager "Country program manager" Everywhere "Sees every case, decides on holds, releases what purchasers see.";
    PartnerRepresentative "Partner representative" Purchaser "Sees in the partner portal where the cases of an own purchaser code stand, and writes about them.";
    Member "Member" Person "Sees the own record, ranks billets.";
    Analyst "Oversight analyst" Everywhere "Sees totals and billets everywhere, names nowhere.";
    Auditor "Auditor" Everywhere "Sees who did what, and checks that nothing was removed.";
    Administrator "Administrator" Everywhere "Keeps accounts and grants; sees no people.";
}

/// A role held by an account, where it reaches, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// Which role.
    pub role: Role,
    /// The office it reaches, for roles that reach an office.
    pub office: Option<OfficeId>,
    /// The service it reaches, for roles that reach a service.
    pub service: Option<Service>,
    /// The person it reaches, for roles that reach a person.
    pub person: Option<PersonId>,
    /// The purchaser code it reaches, for roles that reach a purchaser; one grant a code.
    #[serde(default)]
    pub purchaser: Option<Text>,
    /// From when until when.
    pub period: Period,
}

/// Somebody who signs in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The name given at sign-in, unique, lower case.
    pub sign_in: Text,
    /// The name shown.
    pub name: Text,
    /// What it is granted.
    pub grants: Vec<Grant>,
    /// From when it can't be used any more.
    pub disabled: Option<Date>,
}

impl Account {
    /// Whether it belongs to the partner portal's realm: whatever it was ever granted is a representative's, never both.
    pub fn is_partner(&self) -> bool {
        self.grants.iter().any(|grant| grant.role == Role::PartnerRepresentative)
    }
}

/// Registers an account. Its password is set apart, in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterAccount {
    /// The name given at sign-in: 2 to 64 lower-case letters, digits, `.`, `-`, `_`.
    pub sign_in: Text,
    /// The name shown.
    pub name: Text,
}

impl Decide for RegisterAccount {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let valid = (2..=64).contains(&self.sign_in.len())
            && self.sign_in.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-_".contains(&b));
        if !valid {
            return Err(refuse(
                "sign-in-name",
                format!("`{}` is not a sign-in name.", self.sign_in),
                "Give 2 to 64 lower-case letters, digits, `.`, `-` or `_`.",
            ));
        }
        if let Some(id) = world.keys.account.get(&self.sign_in) {
            return Err(refuse(
                "sign-in-taken",
                format!("{} is the sign-in name of {id}.", self.sign_in),
                "Choose another name.",
            ));
        }
        Ok(vec![
            AccountRegistered {
                account: world.accounts.next_id(),
                sign_in: self.sign_in.clone(),
                name: self.name.clone(),
            }
            .into(),
        ])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// An account was registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRegistered {
    /// Its id.
    pub account: AccountId,
    /// The name given at sign-in.
    pub sign_in: Text,
    /// The name shown.
    pub name: Text,
}

impl Apply for AccountRegistered {
    fn apply(&self, world: &mut World, at: Position) {
        world.keys.account.insert(self.sign_in.clone(), self.account);
        world.accounts.push(
            Account { sign_in: self.sign_in.clone(), name: self.name.clone(), grants: Vec::new(), disabled: None },
            at,
        );
    }
}

/// Grants a role to an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GrantRole {
    /// To which account.
    pub account: AccountId,
    /// What is granted.
    pub grant: Grant,
}

impl Decide for GrantRole {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        known_account(world, self.account)?;
        if context.actor == Some(self.account) {
            return Err(refuse(
                "own-account",
                "Nobody grants a role to the account they are signed in with.",
                "Ask another administrator.",
            ));
        }
        let Grant { role, office, service, person, purchaser, .. } = &self.grant;
        let named = [office.is_some(), service.is_some(), person.is_some(), purchaser.is_some()];
        let wanted = match role.definition().reach {
            Reach::Everywhere => [false, false, false, false],
            Reach::Office => [true, false, false, false],
            Reach::Service => [false, true, false, false],
            Reach::Person => [false, false, true, false],
            Reach::Purchaser => [false, false, false, true],
        };
        if named != wanted {
            return Err(refuse(
                "grant-reach",
                format!("A grant of {} names the wrong reach.", role.definition().title),
                match role.definition().reach {
                    Reach::Everywhere => "Leave out `office`, `service`, `person` and `purchaser`.",
                    Reach::Office => "Name an `office` and nothing else.",
                    Reach::Service => "Name a `service` and nothing else.",
                    Reach::Person => "Name a `person` and nothing else.",
                    Reach::Purchaser => "Name a `purchaser` code and nothing else.",
                },
            ));
        }
        if office.is_some_and(|id| world.offices.get(id).is_none())
            || person.is_some_and(|id| world.people.get(id).is_none())
        {
            return Err(refuse(
                "grant-unknown",
                "The grant names an office or a person that does not exist.",
                "Check the id.",
            ));
        }
        if let Some(code) = purchaser.as_ref().filter(|code| purchaser_country(world, code).is_none()) {
            return Err(refuse(
                "grant-unknown",
                format!("No country has the purchaser code `{code}`."),
                "Take a code from the country's page; purchaser codes are not ISO codes.",
            ));
        }
        let held = &world.accounts[self.account].grants;
        let partner = |grant: &Grant| grant.role == Role::PartnerRepresentative;
        if held.iter().any(|held| partner(held) != partner(&self.grant)) {
            return Err(refuse(
                "grant-realm",
                "An account signs in to the partner portal or to the workforce's pages, never to both.",
                "Register another account for the other.",
            ));
        }
        Ok(vec![RoleGranted { account: self.account, grant: self.grant.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.accounts.row(self.account).map(|row| row.changed), ..Subject::default() }
    }
}

/// A role was granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGranted {
    /// To which account.
    pub account: AccountId,
    /// What is granted.
    pub grant: Grant,
}

impl Apply for RoleGranted {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(account) = world.accounts.edit(self.account, at) {
            account.grants.push(self.grant.clone());
        }
    }
}

/// Ends a grant from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndGrant {
    /// Whose grant.
    pub account: AccountId,
    /// Which one, counted from 0 in the order granted.
    pub index: u32,
    /// The first day without it.
    pub on: Date,
}

impl Decide for EndGrant {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let account = known_account(world, self.account)?;
        let grant = account.grants.get(self.index as usize).ok_or_else(|| {
            refuse(
                "no-grant",
                format!(
                    "{} has {} grants; there is none with index {}.",
                    account.sign_in,
                    account.grants.len(),
                    self.index
                ),
                "Count from 0.",
            )
        })?;
        if grant.period.end() <= self.on {
            return Ok(Vec::new());
        }
        if grant.period.ended(self.on).is_none() {
            return Err(refuse(
                "backward",
                format!("The grant began on {}, not before {}.", grant.period.from(), self.on),
                "Give a later date.",
            ));
        }
        Ok(vec![GrantEnded { account: self.account, index: self.index, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.accounts.row(self.account).map(|row| row.changed), ..Subject::default() }
    }
}

/// A grant ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantEnded {
    /// Whose grant.
    pub account: AccountId,
    /// Which one.
    pub index: u32,
    /// The first day without it.
    pub on: Date,
}

impl Apply for GrantEnded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(grant) =
            world.accounts.edit(self.account, at).and_then(|account| account.grants.get_mut(self.index as usize))
            && let Some(period) = grant.period.ended(self.on)
        {
            grant.period = period;
        }
    }
}

/// Disables an account from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DisableAccount {
    /// Which account.
    pub account: AccountId,
    /// The first day it can't be used.
    pub on: Date,
}

impl Decide for DisableAccount {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let account = known_account(world, self.account)?;
        if let Some(held) = account.disabled.filter(|held| *held <= self.on) {
            if held == self.on {
                return Ok(Vec::new());
            }
            return Err(refuse(
                "already-disabled",
                format!("{} can't be used from {held} on already.", account.sign_in),
                "Nothing is left to do; a disabled account does not come back by a later date.",
            ));
        }
        if context.actor == Some(self.account) {
            return Err(refuse(
                "own-account",
                "Nobody disables the account they are signed in with.",
                "Ask another administrator.",
            ));
        }
        Ok(vec![AccountDisabled { account: self.account, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.accounts.row(self.account).map(|row| row.changed), ..Subject::default() }
    }
}

/// An account was disabled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountDisabled {
    /// Which account.
    pub account: AccountId,
    /// The first day it can't be used.
    pub on: Date,
}

impl Apply for AccountDisabled {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(account) = world.accounts.edit(self.account, at) {
            account.disabled = Some(self.on);
        }
    }
}

fn known_account(world: &World, id: AccountId) -> Result<&Account, Refusal> {
    world.accounts.get(id).ok_or_else(|| refuse("no-account", format!("There is no account {id}."), "Check the id."))
}
