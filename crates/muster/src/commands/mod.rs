//! The subcommands, one file each.

mod audit;
mod backup;
mod calibration;
mod cases;
mod completions;
mod cycle;
mod demand;
mod demo;
mod export;
mod import;
mod outlook;
mod reconcile;
mod requisition;
mod sales;
mod scenario;
mod serve;
mod simulate;
mod slate;
mod source;
mod staffing;
mod user;

use clap::{Parser, Subcommand};

use crate::output::Output;

/// Workforce and allocation of security cooperation: who is where, what each office needs, who should go where next,
/// and why.
#[derive(Debug, Parser)]
#[command(
    name = "muster",
    bin_name = "muster",
    version,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Examples:
  muster demo                                     a full-size synthetic service in the browser
  muster staffing --db demo/muster.db --by country
  muster slate compute --db demo/muster.db
  muster audit verify --db demo/muster.db

A command acts on the database as the installation itself; --as SIGN_IN narrows it to what an account may see.
`muster help COMMAND` says more. Set MUSTER_LOG=info for a log on standard error."
)]
pub struct Cli {
    /// Print JSON instead of tables and sentences
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Args),
    Serve(serve::Args),
    Import(import::Args),
    Source(source::Args),
    Reconcile(reconcile::Args),
    Staffing(staffing::Args),
    Outlook(outlook::Args),
    Demand(demand::Args),
    Cycle(cycle::Args),
    Slate(slate::Args),
    Scenario(scenario::Args),
    Requisition(requisition::Args),
    Cases(cases::Args),
    Simulate(simulate::Args),
    Sales(sales::Args),
    Export(export::Args),
    Audit(audit::Args),
    User(user::Args),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Calibration(calibration::Args),
    Completions(completions::Args),
}

impl Cli {
    /// Does what was asked.
    pub async fn run(self) -> anyhow::Result<()> {
        let output = Output { json: self.json };
        match self.command {
            Command::Demo(args) => demo::run(args, output).await,
            Command::Serve(args) => serve::run(args, output).await,
            Command::Import(args) => import::run(args, output).await,
            Command::Source(args) => source::run(args, output).await,
            Command::Reconcile(args) => reconcile::run(args, output).await,
            Command::Staffing(args) => staffing::run(args, output).await,
            Command::Outlook(args) => outlook::run(args, output).await,
            Command::Demand(args) => demand::run(args, output).await,
            Command::Cycle(args) => cycle::run(args, output).await,
            Command::Slate(args) => slate::run(args, output).await,
            Command::Scenario(args) => scenario::run(args, output).await,
            Command::Requisition(args) => requisition::run(args, output).await,
            Command::Cases(args) => cases::run(args, output).await,
            Command::Simulate(args) => simulate::run(&args, output),
            Command::Sales(args) => sales::run(args, output).await,
            Command::Export(args) => export::run(args, output).await,
            Command::Audit(args) => audit::run(args, output).await,
            Command::User(args) => user::run(args, output).await,
            Command::Backup(args) => backup::backup(args, output).await,
            Command::Restore(args) => backup::restore(args, output).await,
            Command::Calibration(args) => calibration::run(args, output),
            Command::Completions(args) => completions::run(&args),
        }
    }
}
