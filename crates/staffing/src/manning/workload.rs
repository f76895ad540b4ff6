//! The workload in a packet: what drives the work of the office, and the offices it is compared with.

use muster_domain::OfficeId;
use muster_domain::kernel::{Date, Id as _};
use muster_domain::organization::OfficeKind;
use muster_domain::workforce::{DriverBasis, EvidenceDriver};

use super::evidence::evidence_of;
use super::packet::Block;
use super::sections::Subject;
use crate::CAUTION;
use crate::caseload::CaseCounts;
use crate::demand::{office_demand, served};

/// Offices shown beside the one that asks.
const LIKE_OFFICES: usize = 5;

impl Subject<'_> {
    pub(super) fn workload(&self) -> Vec<Block> {
        let Some((evidence, when)) = self.evidence() else { return Vec::new() };
        if evidence.indicated.is_none() {
            return vec![Block::text(
                "The workload standard covers security cooperation organisations only; this office is none, so it \
                 indicates no strength.",
            )];
        }
        let rows = evidence.drivers.iter().map(|driver| {
            let minutes = driver.count.saturating_mul(driver.minutes_each);
            let (of, source) = rests_on(driver, evidence.on);
            vec![
                measure(driver.measure),
                driver.count.to_string(),
                of,
                format!("{} ({})", driver.minutes_each, driver.lever),
                hours(minutes),
                source,
            ]
        });
        let columns = ["Driver", "Count", "Of", "Minutes a month each (lever)", "Hours a month", "Source"];
        vec![
            Block::text(format!("Workload on {}, {when}.", evidence.on)),
            Block::Table {
                caption: "What drives the work".to_owned(),
                columns: columns.map(str::to_owned).to_vec(),
                rows: rows.collect(),
            },
            Block::text(format!(
                "{} hours a month × 12 ÷ {} available hours a year (lever available_hours), rounded up to whole people \
                 and never below the minimum team of {} (lever minimum_team), indicate {} people.",
                hours(evidence.minutes_month),
                evidence.available_hours_year,
                evidence.minimum_team,
                evidence.indicated.unwrap_or(0)
            )),
            Block::text(CAUTION),
        ]
    }

    /// SCOs of the same command with the nearest indicated strength, counted today.
    pub(super) fn comparison(&self) -> Vec<Block> {
        let (world, own) = (self.world, self.request.office);
        if world.offices[own].kind != OfficeKind::Sco {
            return vec![Block::text("Offices are compared by their workload, which only SCOs have here.")];
        }
        // One pass over the cases serves every office.
        let cases = CaseCounts::of_all(world, self.today);
        let demand = |office| {
            let country = served(world, office, self.today)?;
            office_demand(world, office, country, self.today, cases[country.index()])
        };
        let indicated = |office| demand(office).map_or(0, |demand| demand.indicated);
        let (mine, command) = (indicated(own), world.command_of(own, self.today));
        let mut like: Vec<(u32, OfficeId, u32)> = world
            .offices
            .iter()
            .filter(|(id, office)| {
                *id != own
                    && office.kind == OfficeKind::Sco
                    && office.existence.contains(self.today)
                    && world.command_of(*id, self.today) == command
            })
            .map(|(id, _)| {
                let asks = indicated(id);
                (asks.abs_diff(mine), id, asks)
            })
            .collect();
        like.sort_unstable();
        let row = |office: OfficeId, asks: u32| {
            let now = evidence_of(world, office, self.today, demand(office).as_ref());
            let now = now.as_ref();
            let share = |part: Option<u32>| match part {
                Some(part) if asks > 0 => format!("{} %", (part * 100 + asks / 2) / asks),
                _ => "–".to_owned(),
            };
            vec![
                world.offices[office].code.to_string(),
                asks.to_string(),
                now.and_then(|now| now.validated).map_or_else(|| "none".to_owned(), |validated| validated.to_string()),
                now.map_or(0, |now| now.authorised).to_string(),
                now.map_or(0, |now| now.assigned).to_string(),
                share(now.map(|now| now.authorised)),
            ]
        };
        let mut rows = vec![row(own, mine)];
        rows.extend(like.into_iter().take(LIKE_OFFICES).map(|(_, office, asks)| row(office, asks)));
        let columns = ["Office", "Indicated", "Validated", "Authorised", "Filled", "Authorised of indicated"];
        vec![
            Block::text(format!(
                "The offices of {} whose indicated strength is nearest, counted on {}. Totals only.",
                world.offices[command].code, self.today
            )),
            Block::Table { caption: "Like offices".to_owned(), columns: columns.map(str::to_owned).to_vec(), rows },
        ]
    }
}

/// Of when a driver's count is, and what it rests on; of a count of cases also the yearly figure, so that a reader sees
/// where the two differ.
fn rests_on(driver: &EvidenceDriver, on: Date) -> (String, String) {
    let labelled = |source: &str, synthetic| format!("{source}{}", if synthetic { " (synthetic)" } else { "" });
    match &driver.basis {
        DriverBasis::YearlyFigure { figure } => {
            (figure.fiscal_year.to_string(), labelled(&figure.source, driver.synthetic))
        }
        DriverBasis::CasesOnRecord { figure } => {
            let counted = labelled("cases on record", driver.synthetic);
            let beside = figure.as_ref().map(|figure| {
                let source = labelled(&figure.source, figure.synthetic);
                format!("{counted}; figure of {}: {}, {source}", figure.fiscal_year, figure.value)
            });
            (on.to_string(), beside.unwrap_or(counted))
        }
    }
}

fn measure(measure: muster_domain::partner::Measure) -> String {
    crate::demand::driver_title(measure).unwrap_or("Other work").to_owned()
}

/// Minutes as hours with one decimal, rounded half up.
fn hours(minutes: i64) -> String {
    let tenths = (minutes.max(0) * 10 + 30) / 60;
    format!("{}.{}", tenths / 10, tenths % 10)
}
