//! `muster calibration`: how near a synthetic service comes to the public figures it is modelled on.

use muster_domain::Date;
use muster_synthetic::{Settings, Target, build, calibration};

use crate::output::{Output, table};
use crate::progress::spinner;

/// Show what a synthetic service was calibrated to, and what it reached
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  muster calibration --seed 7 --scale 0.1")]
pub struct Args {
    #[command(flatten)]
    made: Made,
}

/// What a synthetic service is made from.
#[derive(Debug, Clone, clap::Args)]
pub struct Made {
    /// Where all chance comes from: the same seed makes the same service
    #[arg(long, default_value_t = Settings::default().seed)]
    pub seed: u64,
    /// Size, from 0.01 to 10; 1 is some 20,000 people
    #[arg(long, default_value_t = Settings::default().scale)]
    pub scale: f64,
    /// The day the service is made for: its today
    #[arg(long, default_value_t = Settings::default().today, value_name = "DATE")]
    pub today: Date,
}

impl Made {
    /// The settings, if they are possible.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        let settings = Settings { seed: self.seed, scale: self.scale, today: self.today };
        settings.check()?;
        Ok(settings)
    }
}

pub fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let settings = args.made.settings()?;
    let working = spinner("Making the service in memory");
    let targets = calibration(&build(&settings));
    working.finish_and_clear();
    output.show(&targets, |targets| {
        let met = targets.iter().filter(|target| target.is_met()).count();
        let rows = targets.iter().map(row);
        let table = table(["", "at least", "at most", "reached", "", "source"], rows);
        format!("{settings}\n{table}\n{met} of {} met", targets.len())
    })
}

fn row(target: &Target) -> [String; 6] {
    let number = |value: f64| format!("{value:.1}");
    let met = if target.is_met() { "met" } else { "MISSED" };
    [
        target.name.clone(),
        number(target.least),
        number(target.most),
        number(target.reached),
        met.into(),
        target.source.into(),
    ]
}
