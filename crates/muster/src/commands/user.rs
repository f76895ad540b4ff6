//! `muster user`: accounts, roles and passwords. An account is a fact in the journal, its password a secret in the vault.

use std::io::{BufRead, IsTerminal};

use anyhow::{Context, bail};
use muster_domain::access::{DisableAccount, Grant, GrantRole, Reach, RegisterAccount, Role};
use muster_domain::{AccountId, Date, Period, Service, Text, World};
use muster_server::mail::own_address;
use serde::Serialize;

use crate::installation::{Installation, Place};
use crate::look_up::{self, one_of};
use crate::output::{Output, or_nothing, table};

const ROLES: &[&str] = &[
    "director",
    "workforce_manager",
    "assignment_officer",
    "command_officer",
    "office_chief",
    "case_manager",
    "program_manager",
    "partner_representative",
    "member",
    "analyst",
    "auditor",
    "administrator",
];
const SERVICES: &[&str] =
    &["army", "air_force", "navy", "marine_corps", "space_force", "coast_guard", "civilian", "locally_employed"];

/// Keep accounts, their roles and passwords
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster user add --db muster.db admin --name \"A. Strator\" --role administrator
  muster user grant --db muster.db jdoe --role command_officer --office EUCOM
  muster user grant --db muster.db rep --role partner_representative --purchaser JO
  muster user password --db muster.db jdoe < password.txt
  muster user mail --db muster.db jdoe j.doe@example.mil
  muster user list --db muster.db")]
pub struct Args {
    #[command(subcommand)]
    asked: Asked,
}

#[derive(Debug, clap::Subcommand)]
enum Asked {
    /// Register an account; the first one begins an installation
    Add {
        #[command(flatten)]
        place: Place,
        /// The name to sign in with: lower-case letters, digits, `.`, `-`, `_`
        sign_in: Text,
        /// The name shown
        #[arg(long)]
        name: Text,
        #[command(flatten)]
        role: RoleArgs,
    },
    /// List accounts and what they are granted
    List {
        #[command(flatten)]
        place: Place,
    },
    /// Grant a role to an account
    Grant {
        #[command(flatten)]
        place: Place,
        /// The account
        sign_in: String,
        #[command(flatten)]
        role: RoleArgs,
    },
    /// Set an account's password: asked for at a terminal, else the first line of standard input
    Password {
        #[command(flatten)]
        place: Place,
        /// The account
        sign_in: String,
    },
    /// Set where an account is told by mail of what awaits it; without an address, nowhere
    Mail {
        #[command(flatten)]
        place: Place,
        /// The account
        sign_in: String,
        /// The address
        address: Option<String>,
    },
    /// Disable an account
    Disable {
        #[command(flatten)]
        place: Place,
        /// The account
        sign_in: String,
        /// The first day it cannot be used [default: today]
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
}

/// A role and where it reaches.
#[derive(Debug, clap::Args)]
struct RoleArgs {
    /// The role
    #[arg(long, value_parser = one_of::<Role>(ROLES))]
    role: Role,
    /// The office it reaches, by code: for a command officer, an office chief or a case manager
    #[arg(long, value_name = "CODE")]
    office: Option<String>,
    /// The service it reaches: for an assignment officer
    #[arg(long, value_parser = one_of::<Service>(SERVICES))]
    service: Option<Service>,
    /// The person it reaches, by id or number: for a member
    #[arg(long)]
    person: Option<String>,
    /// The purchaser code it reaches: for a partner representative; grant the role once for each code
    #[arg(long, value_name = "CODE")]
    purchaser: Option<Text>,
    /// The first day it holds [default: today]
    #[arg(long, value_name = "DATE")]
    from: Option<Date>,
}

impl RoleArgs {
    fn grant(&self, world: &World, today: Date) -> anyhow::Result<Grant> {
        Ok(Grant {
            role: self.role,
            office: self.office.as_deref().map(|code| look_up::office(world, code)).transpose()?,
            service: self.service,
            person: self.person.as_deref().map(|named| look_up::person(world, named)).transpose()?,
            purchaser: self.purchaser.clone(),
            period: Period::open(self.from.unwrap_or(today)),
        })
    }
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let installation = match &args.asked {
        Asked::Add { place, .. } => place.open_or_create().await?,
        Asked::List { place }
        | Asked::Grant { place, .. }
        | Asked::Password { place, .. }
        | Asked::Mail { place, .. }
        | Asked::Disable { place, .. } => place.open().await?,
    };
    let done = act(args.asked, &installation).await;
    let world = installation.world();
    let listed = match done {
        Ok(account) => Ok(rows(&installation, &world, account).await?),
        Err(error) => Err(error),
    };
    installation.close().await;
    output.show(&listed?, |rows| text(rows))
}

/// Does it; the account it was about, none for all of them.
async fn act(asked: Asked, installation: &Installation) -> anyhow::Result<Option<AccountId>> {
    let (world, today) = (installation.world(), installation.today());
    match asked {
        Asked::List { .. } => Ok(None),
        Asked::Add { sign_in, name, role, .. } => {
            // what the grant names is looked up before anything is taken
            let grant = role.grant(&world, today)?;
            let accepted = installation.submit(RegisterAccount { sign_in: sign_in.clone(), name }).await?;
            let account = accepted.created.first().context("The account was registered and got no id")?.parse()?;
            installation.submit(GrantRole { account, grant }).await?;
            Ok(Some(account))
        }
        Asked::Grant { sign_in, role, .. } => {
            let account = look_up::account(&world, &sign_in)?;
            installation.submit(GrantRole { account, grant: role.grant(&world, today)? }).await?;
            Ok(Some(account))
        }
        Asked::Password { sign_in, .. } => {
            let account = look_up::account(&world, &sign_in)?;
            installation.desk.vault().set_password(account, &read_password(&sign_in)?).await?;
            Ok(Some(account))
        }
        Asked::Mail { sign_in, address, .. } => {
            let account = look_up::account(&world, &sign_in)?;
            let address = own_address(address.as_deref().unwrap_or_default())
                .map_err(|problem| anyhow::anyhow!("{problem} Give one such as j.doe@example.mil, or none"))?;
            installation.desk.vault().set_mail_address(account, address).await?;
            Ok(Some(account))
        }
        Asked::Disable { sign_in, on, .. } => {
            let account = look_up::account(&world, &sign_in)?;
            installation.submit(DisableAccount { account, on: on.unwrap_or(today) }).await?;
            Ok(Some(account))
        }
    }
}

fn read_password(sign_in: &str) -> anyhow::Result<String> {
    if std::io::stdin().is_terminal() {
        let first = rpassword::prompt_password(format!("New password for {sign_in}: "))?;
        if rpassword::prompt_password("Again: ")? != first {
            bail!("The two passwords differ; nothing was changed. Give the same one twice");
        }
        return Ok(first);
    }
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).context("Cannot read the password from standard input")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

#[derive(Serialize)]
struct Row {
    id: AccountId,
    sign_in: Text,
    name: Text,
    roles: Vec<String>,
    password: bool,
    mail: Option<String>,
    disabled: Option<Date>,
}

async fn rows(installation: &Installation, world: &World, only: Option<AccountId>) -> anyhow::Result<Vec<Row>> {
    let mut rows = Vec::new();
    for (id, account) in world.accounts.iter().filter(|(id, _)| only.is_none_or(|wanted| wanted == *id)) {
        rows.push(Row {
            id,
            sign_in: account.sign_in.clone(),
            name: account.name.clone(),
            roles: account.grants.iter().map(|grant| reaches(world, grant)).collect(),
            password: installation.desk.vault().has_password(id).await?,
            mail: installation.desk.vault().mail_address(id).await?,
            disabled: account.disabled,
        });
    }
    Ok(rows)
}

fn reaches(world: &World, grant: &Grant) -> String {
    let definition = grant.role.definition();
    let reach = match definition.reach {
        Reach::Everywhere => None,
        Reach::Office => grant.office.map(|office| world.offices[office].code.to_string()),
        Reach::Service => grant.service.map(|service| service.title().to_owned()),
        Reach::Person => grant.person.map(|person| person.to_string()),
        Reach::Purchaser => grant.purchaser.as_ref().map(|code| code.to_string()),
    };
    let reach = reach.map_or_else(String::new, |reach| format!(", {reach}"));
    let until = grant.period.until().map_or_else(String::new, |until| format!(" until {until}"));
    format!("{}{reach}{until}", definition.title)
}

fn text(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| {
        let password = if row.password { "set" } else { "none: `muster user password`" };
        let roles = if row.roles.is_empty() { "none: `muster user grant`".to_owned() } else { row.roles.join("; ") };
        [
            row.id.to_string(),
            row.sign_in.to_string(),
            row.name.to_string(),
            roles,
            password.to_owned(),
            or_nothing(row.mail.as_ref()),
            or_nothing(row.disabled),
        ]
    });
    table(["id", "sign-in", "name", "roles", "password", "mail", "disabled"], rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_and_service_of_the_domain_can_be_named() {
        let name = |value: serde_json::Value| value.as_str().map(str::to_owned).unwrap();
        let roles: Vec<String> = Role::ALL.iter().map(|role| name(serde_json::to_value(role.role).unwrap())).collect();
        assert_eq!(roles, ROLES);
        let services: Vec<String> =
            Service::ALL.iter().map(|service| name(serde_json::to_value(service).unwrap())).collect();
        assert_eq!(services, SERVICES);
    }
}
