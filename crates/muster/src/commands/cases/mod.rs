//! `muster cases`: how cases flow.

mod convert;
mod forecast;
mod mine;

use clap::Subcommand;

use crate::output::Output;

pub(super) use forecast::level;

/// Show how cases flow, from event logs of any system
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster cases mine permits.xes.gz
  muster cases mine orders.jsonocel --object-type \"Purchase Order\" --json
  muster cases convert permits.xes.gz permits.json
  muster cases forecast permits.xes.gz --target \"Payment Handled\"")]
pub struct Args {
    #[command(subcommand)]
    question: Question,
}

#[derive(Debug, Subcommand)]
enum Question {
    Forecast(forecast::Args),
    Mine(mine::Args),
    Convert(convert::Args),
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    // reading and counting a log keeps the cores busy: beside the runtime
    let asked = tokio::task::spawn_blocking(move || match args.question {
        Question::Forecast(args) => forecast::run(&args, output),
        Question::Mine(args) => mine::run(&args, output),
        Question::Convert(args) => convert::run(&args, output),
    });
    asked.await?
}
