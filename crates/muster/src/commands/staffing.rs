//! `muster staffing`: the picture for a date as a table.

use muster_domain::Date;
use muster_server::policy::Question;
use muster_staffing::{Ask, Grouping, Lens, Picture, PictureRow, StaffingIndex, picture};

use crate::installation::{Asker, Place};
use crate::look_up::{self, one_of};
use crate::output::{Output, or_nothing, percent, table};

const GROUPINGS: &[&str] =
    &["command", "country", "office", "service", "grade_band", "specialty", "functional_area", "funding"];

/// Show strength against need on a date
///
/// Authorised: billets whose authorisation holds. Assigned: authorised billets covered by somebody. Required: what a
/// manpower review validated, else what the workload standard indicates. Fill rate: assigned of those to be filled,
/// approved gaps left out. With --json an array with one object a row.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster staffing --db demo/muster.db --on 2027-06-01 --by command
  muster staffing --db demo/muster.db --by office --command EUCOM --as eucom
  muster staffing --db demo/muster.db --by country --lens supported --json")]
pub struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    asker: Asker,
    /// The date asked about, past or planned [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
    /// What a row stands for
    #[arg(long, default_value = "command", value_parser = one_of::<Grouping>(GROUPINGS))]
    by: Grouping,
    /// Where offices are, or whom they support
    #[arg(long, default_value = "place", value_parser = one_of::<Lens>(&["place", "supported"]))]
    lens: Lens,
    /// Only this command, agency or headquarters
    #[arg(long, value_name = "CODE")]
    command: Option<String>,
    /// Count only arrivals that happened, also for dates to come
    #[arg(long)]
    without_plans: bool,
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let installation = args.place.open_as(&args.asker).await?;
    let (world, today) = (installation.world(), installation.today());
    let command = args.command.as_deref().map(|code| look_up::office(&world, code)).transpose()?;
    let ask = Ask {
        on: args.on.unwrap_or(today),
        today,
        by: args.by,
        lens: args.lens,
        command,
        office: None,
        plans: !args.without_plans,
    };
    let scope = installation.scope(&world, Question::Totals);
    let picture = picture(&world, &StaffingIndex::new(&world), &scope, &ask);
    installation.close().await;
    output.show(&picture.rows, |_| text(&picture))
}

fn text(picture: &Picture) -> String {
    let header = ["", "required", "authorised", "assigned", "vacant", "gaps", "present", "fill", "+90 d", "+180 d"];
    let rows = picture.rows.iter().chain([&picture.total]).map(row);
    let mut text = format!("On {} (today is {})\n{}", picture.on, picture.today, table(header, rows));
    if let Some(note) = &picture.note {
        text += &format!("\n{note}");
    }
    text
}

fn row(row: &PictureRow) -> [String; 10] {
    [
        row.name.clone(),
        or_nothing(row.required),
        row.authorised.to_string(),
        row.assigned.to_string(),
        row.vacant.to_string(),
        row.approved_gaps.to_string(),
        row.present.to_string(),
        percent(row.fill_rate),
        percent(row.fill_90),
        percent(row.fill_180),
    ]
}
