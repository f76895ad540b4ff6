//! Making a demo database: every generated command through the desk, in order, many to a record. The ids of commands
//! follow from the settings, so that a build that was cut off goes on where it stopped.

use std::sync::Arc;

use anyhow::Context;
use muster_domain::{Command, Together, World};
use muster_journal::{Journal, Location, Options};
use muster_server::clock::Clock;
use muster_server::desk::{AllowAll, Desk, Submission};
use muster_server::vault::{Vault, VaultOptions};
use muster_synthetic::{Settings, demo_accounts, generate, next_source_command};
use uuid::Uuid;

use crate::progress::{bar, spinner};

/// Commands to a record: enough that a record costs little, few enough that a bar moves.
const TOGETHER: usize = 250;

/// Names the ids of demo commands apart from all others.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d75_7374_6572_4064_a5e0_0000_6465_6d6f);

/// Whether the last stage was taken: the sign-ins, and then the systems of record.
pub fn is_whole(world: &World) -> bool {
    let settings = Settings::of(world);
    let sources = settings.is_some_and(|settings| next_source_command(world, &settings).is_none());
    sources
        && demo_accounts(world)
            .iter()
            .any(|account| account.sign_in == "admin" && !world.accounts[account.account].grants.is_empty())
}

/// Makes the service in an empty database, or finishes one that was cut off.
pub async fn build(db: &Location, settings: &Settings) -> anyhow::Result<()> {
    let journal = Journal::open(db, Options::default()).await?;
    let vault = Vault::open(db, VaultOptions::default()).await?;
    let desk = Desk::open(journal, vault, Arc::new(AllowAll), Clock::fixed_day(settings.today)).await?;
    let working = spinner("Drawing up the service");
    let of = *settings;
    let generated =
        tokio::task::spawn_blocking(move || generate(&of)).await.context("Drawing up the service stopped")?;
    working.finish_and_clear();
    let mut number = 0_u64;
    for stage in generated.stages {
        let progress = bar(stage.title, stage.commands.len() as u64);
        for commands in stage.commands.chunks(TOGETHER) {
            number += 1;
            let id = Uuid::new_v5(&NAMESPACE, format!("{settings} {number}").as_bytes());
            let submission = Submission {
                id,
                actor: stage.given.and_then(|given| given.actor),
                command: together(commands),
                expect: None,
                day: stage.given.map(|given| given.day),
            };
            let taken = desk.submit(submission).await;
            taken.with_context(|| format!("Making the demo stopped in `{}`, record {number}", stage.title))?;
            progress.inc(commands.len() as u64);
        }
        progress.finish_and_clear();
    }
    let working = spinner("Systems of record: extracts, loads, the queue");
    for step in 0_u32.. {
        let world = desk.world();
        let of = *settings;
        let next = tokio::task::spawn_blocking(move || next_source_command(&world, &of)).await;
        let Some(command) = next.context("Drawing up the extracts stopped")? else { break };
        let id = Uuid::new_v5(&NAMESPACE, format!("{settings} sources {}", command.name()).as_bytes());
        let id = Uuid::new_v5(&id, desk.world().position.0.to_string().as_bytes());
        let taken = desk.submit(Submission { id, actor: None, command, expect: None, day: None }).await;
        taken.with_context(|| format!("Making the demo stopped in the systems of record, step {step}"))?;
    }
    working.finish_and_clear();
    desk.close().await;
    Ok(())
}

fn together(commands: &[Command]) -> Command {
    match commands {
        [only] => only.clone(),
        several => Together { commands: several.to_vec() }.into(),
    }
}
