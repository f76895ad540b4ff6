//! `muster outlook`: where people will be short in the next five years, and what would close it.

use muster_domain::policy::Lever;
use muster_server::policy::Question;
use muster_staffing::{
    Outlook, OutlookAsk, OutlookBy, OutlookGroup, OutlookNeed, OutlookRemedy, OutlookRow, OutlookStep, OutlookYear,
    outlook,
};

use crate::installation::{Asker, Place};
use crate::look_up;
use crate::output::{NOTHING, Output, or_nothing, table};

/// Show where people will be short in the next five years
///
/// A cycle is rolled each year on expected values, under the levers of the group outlook or what is assumed here in their
/// place. Years show who is missing, and in brackets the range where retention, accessions and renewals turn out better or
/// worse by the spread. Then what stronger levers would leave missing, and where one more accession or course seat a year
/// saves most. With --json an object with every row.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster outlook --db demo/muster.db
  muster outlook --db demo/muster.db --by language --language-seats 120
  muster outlook --db demo/muster.db --retention 930 --command EUCOM --json")]
pub struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    asker: Asker,
    /// What a row stands for
    #[arg(long, default_value = "command", value_parser = look_up::one_of::<OutlookBy>(GROUPINGS))]
    by: OutlookBy,
    /// Only the shortages of this command, agency or headquarters
    #[arg(long, value_name = "CODE")]
    command: Option<String>,
    /// Who stays for a year, per mille [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookRetention))]
    retention: Option<i64>,
    /// Who joins in a year, per mille of billets [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookAccessions))]
    accessions: Option<i64>,
    /// Whom a cycle places of those who are free, per mille [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookPlaced))]
    placed: Option<i64>,
    /// Scores and certificates renewed in time, per mille [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookRenewal))]
    renewal: Option<i64>,
    /// Language course graduates a year [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookLanguageSeats))]
    language_seats: Option<i64>,
    /// Certification course graduates a year [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookCertificateSeats))]
    certificate_seats: Option<i64>,
    /// By how much it may turn out better or worse, per mille [default: the lever]
    #[arg(long, value_name = "N", value_parser = range(Lever::OutlookSpread))]
    spread: Option<i64>,
}

const GROUPINGS: &[&str] = &["command", "workforce", "grade_band", "specialty", "certificate", "language"];

fn range(lever: Lever) -> clap::builder::RangedI64ValueParser<i64> {
    let definition = lever.definition();
    clap::value_parser!(i64).range(definition.least..=definition.most)
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let installation = args.place.open_as(&args.asker).await?;
    let (world, today) = (installation.world(), installation.today());
    let command = args.command.as_deref().map(|code| look_up::office(&world, code)).transpose()?;
    let assumed = [
        (Lever::OutlookRetention, args.retention),
        (Lever::OutlookAccessions, args.accessions),
        (Lever::OutlookPlaced, args.placed),
        (Lever::OutlookRenewal, args.renewal),
        (Lever::OutlookLanguageSeats, args.language_seats),
        (Lever::OutlookCertificateSeats, args.certificate_seats),
        (Lever::OutlookSpread, args.spread),
    ];
    let assumed = assumed.into_iter().filter_map(|(lever, value)| Some((lever, value?))).collect();
    let ask = OutlookAsk { today, command, assumed };
    let found = outlook(&world, &installation.scope(&world, Question::Outlook), &ask);
    let synthetic = installation.synthetic.is_some();
    installation.close().await;
    output.show(&found, |found| text(found, args.by, synthetic))
}

fn text(found: &Outlook, by: OutlookBy, synthetic: bool) -> String {
    let mut text = String::new();
    if synthetic {
        text += "People and billets are synthetic.\n";
    }
    let held = found.assumptions.iter().map(|held| format!("{} {}", held.lever, held.value));
    text += &format!("Assumed: {}\n\nMissing\n", held.collect::<Vec<_>>().join(", "));
    let days: [String; 6] = std::array::from_fn(|at| found.days.get(at).map_or_else(String::new, ToString::to_string));
    let header: [&str; 7] = std::array::from_fn(|at| if at == 0 { "" } else { days[at - 1].as_str() });
    let whole = [years("All people", &found.total)];
    let groups = found.groups.iter().filter(|group| group.by == by && is_short(&group.years));
    text +=
        &table(header, whole.into_iter().chain(groups.map(|group: &OutlookGroup| years(&group.name, &group.years))));
    text += "\n\nMost missing at the end\n";
    text += &table(header, found.rows.iter().take(15).map(row));
    text += "\n\nWhat would be missing at the end with more\n";
    let header = ["lever", "more", "value", "people", "specialties", "certificates", "languages", "people-years"];
    text += &table(header, found.steps.iter().map(step));
    text += "\n\nOne more a year\n";
    let header = ["for", "one more", "missing at the end", "saves years", "closed by"];
    text + &table(header, found.remedies.iter().map(remedy))
}

fn is_short(years: &[OutlookYear]) -> bool {
    years.iter().any(|year| year.missing > 0.0)
}

fn years(name: &str, years: &[OutlookYear]) -> [String; 7] {
    std::array::from_fn(|at| match at.checked_sub(1) {
        None => name.to_owned(),
        Some(at) => years.get(at).map_or_else(String::new, year),
    })
}

fn year(year: &OutlookYear) -> String {
    let [missing, least, most] = [year.missing, year.least, year.most].map(|people| format!("{people:.1}"));
    if least == most { missing } else { format!("{missing} [{least}-{most}]") }
}

fn row(row: &OutlookRow) -> [String; 7] {
    years(&row.title, &row.years)
}

fn step(step: &OutlookStep) -> [String; 8] {
    let more = if step.more == 0 { NOTHING.to_owned() } else { format!("+{}", step.more) };
    let missing = [step.missing.people, step.missing.specialties, step.missing.certificates, step.missing.languages];
    let [people, specialties, certificates, languages] = missing.map(|missing| format!("{missing:.1}"));
    let name = step.lever.to_string();
    let years = format!("{:.1}", step.people_years);
    [name, more, step.value.to_string(), people, specialties, certificates, languages, years]
}

fn remedy(remedy: &OutlookRemedy) -> [String; 5] {
    let more = match remedy.need {
        OutlookNeed::Certificate(_) | OutlookNeed::Language(_) => "course seat",
        OutlookNeed::Anybody | OutlookNeed::Specialty(_) => "accession",
    };
    [
        remedy.title.clone(),
        more.to_owned(),
        format!("{:.1}", remedy.missing),
        format!("{:.1}", remedy.saves),
        or_nothing(remedy.closes),
    ]
}
