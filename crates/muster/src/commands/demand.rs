//! `muster demand`: the strength that a country's work indicates, with every figure and lever behind it.

use anyhow::{anyhow, bail};
use muster_domain::Date;
use muster_domain::workforce::DriverBasis;
use muster_server::policy::Question;
use muster_staffing::{Demand, Driver, country_demand, demand};

use crate::installation::{Asker, Place};
use crate::look_up;
use crate::output::{Output, table};

/// Show the strength that an office's work indicates, and what it is made of
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  muster demand --db demo/muster.db --office SCO-JOR
  muster demand --db demo/muster.db --country JOR --on 2027-01-01 --json")]
pub struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    asker: Asker,
    /// The office, by code
    #[arg(long, value_name = "CODE", required_unless_present = "country")]
    office: Option<String>,
    /// The country, by ISO 3166 alpha-3 code
    #[arg(long, value_name = "ISO3", conflicts_with = "office")]
    country: Option<String>,
    /// The date asked about [default: today]
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

pub async fn run(args: Args, output: Output) -> anyhow::Result<()> {
    let installation = args.place.open_as(&args.asker).await?;
    let (world, on) = (installation.world(), args.on.unwrap_or(installation.today()));
    let scope = installation.scope(&world, Question::Totals);
    let (name, demand) = match (&args.office, &args.country) {
        (Some(code), _) => {
            let office = look_up::office(&world, code)?;
            if !scope.sees_office(office) {
                bail!("There is no office `{code}` for this account. Leave out --as, or name another account");
            }
            let found = demand(&world, office, on);
            let found = found.ok_or_else(|| {
                anyhow!(
                    "{code} carries no country's work on {on}: only an SCO does. Name one, or a country with --country"
                )
            })?;
            (world.offices[office].name.to_string(), found)
        }
        (None, Some(code)) => {
            let country = look_up::country(&world, code)?;
            if scope.is_empty() {
                bail!("This account sees no country's work. Leave out --as, or name another account");
            }
            let found = country_demand(&world, country, on);
            let found = found.ok_or_else(|| anyhow!("There is no country {country}. Check the code"))?;
            (world.countries[country].name.to_string(), found)
        }
        (None, None) => bail!("Name an office or a country. Give --office or --country"),
    };
    installation.close().await;
    output.show(&demand, |demand| text(&name, demand))
}

fn text(name: &str, demand: &Demand) -> String {
    let rows = demand.drivers.iter().map(|driver| {
        let figure = driver.basis.figure();
        [
            driver.title.clone(),
            driver.count.to_string(),
            counted(driver),
            figure.map(|figure| format!("{} in {}", figure.value, figure.fiscal_year)).unwrap_or_default(),
            driver.minutes_each.to_string(),
            format!("{:.1}", driver.hours_month),
        ]
    });
    let drivers = table(["driver", "count", "from", "yearly figure", "minutes each", "hours a month"], rows);
    let missing = if demand.missing.is_empty() {
        String::new()
    } else {
        format!("No figure for: {}\n", demand.missing.join(", "))
    };
    format!(
        "{name} on {}: {} indicated\n{drivers}\n{missing}{:.1} hours a month; {} hours available in a work-year; minimum team {}\n{}\n{}",
        demand.on,
        demand.indicated,
        demand.hours_month,
        demand.available_hours_year,
        demand.minimum_team,
        demand.formula,
        demand.caution,
    )
}

/// What a count rests on.
fn counted(driver: &Driver) -> String {
    match (&driver.basis, driver.synthetic) {
        (DriverBasis::CasesOnRecord { .. }, true) => "cases on record (synthetic)".to_owned(),
        (DriverBasis::CasesOnRecord { .. }, false) => "cases on record".to_owned(),
        (DriverBasis::YearlyFigure { .. }, true) => "synthetic figure".to_owned(),
        (DriverBasis::YearlyFigure { figure }, false) => figure.source.to_string(),
    }
}
