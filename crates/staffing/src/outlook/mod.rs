//! The next five years: where people will be short, and which accessions, course seats or points of retention close it.
//!
//! A calculation of expected values, not a forecast of anybody. People and billets are counted by service, grade band and
//! what a billet needs (a *row*), and a cycle is rolled each year under the levers of the group *outlook*. It holds no
//! chance: the same facts and assumptions give the same answer.
//!
//! - *Demand* is the billets authorised on the day, as documents stand today; a vacant one with an approved gap is none.
//! - *Seated* are incumbents whose tour, recorded or planned today, still covers the day, and who hold what is needed.
//! - *Free* is everybody else. Each year's cycle places the share of them that the lever says, in the same proportion in
//!   every command's openings; billets that several services may fill get whom those do not need for their own. Today
//!   nobody is placed yet, so today's shortage is today's vacancies, and the incumbents who lack what is needed.
//! - *Leavers*: known separations, and of the rest what the retention lever says. Separation dates are sealed facts, so
//!   they count only as the share of a service and grade band that has gone, and only where it has ten people or more:
//!   no number here tells the date of one person.
//! - *Joiners* come to each service, grade band and specialty in proportion to today's billets, without certificates or
//!   languages (facts §4: 75 % of students arrive without experience). Grades stay as they are: promotion into a band is
//!   a joiner, out of it a leaver.
//! - *Course seats* go, each year, where most are missing, until that is no more than at the next. Scores and
//!   certificates end on their day, but for the share that is renewed.
//! - *Least* and *most* are the same roll with retention, accessions and renewals better and worse by the spread lever. It
//!   is a range of assumptions; in a row of a few people chance outweighs it, and 0.4 missing means four times in ten.
//!
//! Each need is counted by itself: whoever holds two languages counts for both. Locally employed staff are left out.

mod count;
mod groups;
mod rates;
mod remedies;
mod roll;

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, add_months};
use muster_domain::policy::Lever;
use muster_domain::workforce::{FunctionalArea, ServiceCoding};
use muster_domain::{GradeBand, OfficeId, Text, World};
use serde::Serialize;

pub use groups::{OutlookBy, OutlookGroup};
pub use rates::OUTLOOK_LEVERS;
pub use remedies::{OutlookMissing, OutlookRemedy, OutlookStep};

use rates::{Rates, Turn};
use roll::{Rolled, Stock};

/// How many years are looked at, beside today.
pub const OUTLOOK_YEARS: usize = 5;

/// Instants: today and the same day of each year after.
const DAYS: usize = OUTLOOK_YEARS + 1;

/// A person in the unit of calculation.
const ONE: i64 = 1_000_000;

/// How many rows are listed, the shortest first.
const ROWS: usize = 200;

/// What is asked of the outlook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlookAsk {
    /// The day the question is asked.
    pub today: Date,
    /// Only the shortages of this command or agency; people are still shared by all.
    pub command: Option<OfficeId>,
    /// Assumptions that replace levers for this question, in all five years.
    pub assumed: Vec<(Lever, i64)>,
}

/// What a billet asks of a person beside service and grade band.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
#[serde(tag = "kind", content = "name", rename_all = "snake_case")]
pub enum OutlookNeed {
    /// Nothing: everybody of the service and band counts.
    Anybody,
    /// This specialty.
    Specialty(Text),
    /// A certificate in this functional area at the billet's level.
    Certificate(FunctionalArea),
    /// A score in this language that reaches what the billet asks for.
    Language(Text),
}

/// The next five years.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Outlook {
    /// Today, and the same day of the five years after.
    pub days: Vec<Date>,
    /// What it rests on.
    pub assumptions: Vec<OutlookAssumption>,
    /// People needed and missing, whatever else the billets need.
    pub total: Vec<OutlookYear>,
    /// The same by command, workforce and grade band; then those missing by specialty, certificate and language.
    pub groups: Vec<OutlookGroup>,
    /// Service by grade band by need where anybody is missing, most at the end first; at most 200.
    pub rows: Vec<OutlookRow>,
    /// What stronger retention, more accessions, renewals or seats would leave missing.
    pub steps: Vec<OutlookStep>,
    /// Where one more accession or course seat a year does most; at most ten of each.
    pub remedies: Vec<OutlookRemedy>,
}

/// A lever, the value in force today and the value taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct OutlookAssumption {
    /// The lever.
    pub lever: Lever,
    /// What is taken of it, in its unit.
    pub value: i64,
    /// Its value today.
    pub in_force: i64,
}

/// One service, grade band and need over the years.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutlookRow {
    /// Who, in words: `Army, O-4 to O-6, Arabic`.
    pub title: String,
    /// Who may fill the billets.
    pub coding: ServiceCoding,
    /// Their grade band.
    pub band: GradeBand,
    /// What they need.
    pub need: OutlookNeed,
    /// Each of the days.
    pub years: Vec<OutlookYear>,
}

/// One day. People are expected values, to a tenth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutlookYear {
    /// Billets to be filled.
    pub demand: u32,
    /// Of them, covered by tours known today.
    pub seated: f64,
    /// People missing.
    pub missing: f64,
    /// People missing where retention, accessions and renewals turn out better by the spread.
    pub least: f64,
    /// People missing where they turn out worse by it.
    pub most: f64,
}

/// Looks five years ahead. Shortages of offices outside the scope are not shown; people are shared with them all the same.
pub fn outlook(world: &World, scope: &Scope, ask: &OutlookAsk) -> Outlook {
    let days: [Date; DAYS] = std::array::from_fn(|year| add_months(ask.today, 12 * year as i32));
    let counted = count::count(world, scope, ask, &days);
    let rates = Rates::of(world, &days, &ask.assumed);
    let rolls = Rolls {
        expected: Rolled::under(&counted, &rates),
        better: Rolled::under(&counted, &rates.turned(Turn::Better)),
        worse: Rolled::under(&counted, &rates.turned(Turn::Worse)),
    };
    let stock = Stock::under(&counted, &rates);
    let mut rows: Vec<(i64, OutlookRow)> = Vec::new();
    let mut total = Sum::default();
    for (at, cell) in counted.cells.iter().enumerate() {
        let sum = rolls.sum(&stock, &counted, at, |bucket| bucket.command.is_some());
        if cell.need == OutlookNeed::Anybody {
            total.add(&sum);
        }
        if sum.missing.iter().any(|missing| *missing > 0) {
            let row = OutlookRow {
                title: cell.title(),
                coding: cell.coding,
                band: cell.band,
                need: cell.need.clone(),
                years: sum.years(),
            };
            rows.push((sum.missing[OUTLOOK_YEARS], row));
        }
    }
    rows.sort_by_key(|(last, _)| -last);
    rows.truncate(ROWS);
    Outlook {
        assumptions: rates.assumptions(world, ask.today),
        total: total.years(),
        groups: groups::groups(world, &counted, &stock, &rolls),
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        steps: remedies::steps(&counted, &rates),
        remedies: remedies::remedies(&counted, &stock, &rates, &rolls.expected),
        days: days.to_vec(),
    }
}

/// The three rolls that a range is made of.
struct Rolls {
    expected: Rolled,
    better: Rolled,
    worse: Rolled,
}

impl Rolls {
    /// The sum over a cell's buckets that are wanted.
    fn sum(&self, stock: &Stock, counted: &count::Counted, cell: usize, want: impl Fn(&count::Bucket) -> bool) -> Sum {
        let mut sum = Sum::default();
        for (at, bucket) in counted.cells[cell].buckets.iter().enumerate().filter(|(_, bucket)| want(bucket)) {
            for year in 0..DAYS {
                let demand = i64::from(bucket.demand[year]) * ONE;
                sum.demand[year] += bucket.demand[year];
                sum.seated[year] += stock.cells[cell].seated[at][year].min(demand);
                sum.missing[year] += self.expected.missing[cell][at][year];
                sum.least[year] += self.better.missing[cell][at][year];
                sum.most[year] += self.worse.missing[cell][at][year];
            }
        }
        sum
    }
}

/// What a set of buckets adds up to.
#[derive(Default, Clone)]
struct Sum {
    demand: [u32; DAYS],
    seated: [i64; DAYS],
    missing: [i64; DAYS],
    least: [i64; DAYS],
    most: [i64; DAYS],
}

impl Sum {
    fn add(&mut self, other: &Self) {
        for year in 0..DAYS {
            self.demand[year] += other.demand[year];
            self.seated[year] += other.seated[year];
            self.missing[year] += other.missing[year];
            self.least[year] += other.least[year];
            self.most[year] += other.most[year];
        }
    }

    /// Course seats go where most are missing, so that what is better on the whole can be worse in one row: the range
    /// holds the expected value all the same.
    fn years(&self) -> Vec<OutlookYear> {
        let year = |at: usize| OutlookYear {
            demand: self.demand[at],
            seated: people(self.seated[at]),
            missing: people(self.missing[at]),
            least: people(self.least[at].min(self.missing[at])),
            most: people(self.most[at].max(self.missing[at])),
        };
        (0..DAYS).map(year).collect()
    }
}

/// People from the unit of calculation, to a tenth.
fn people(amount: i64) -> f64 {
    (amount as f64 / (ONE / 10) as f64).round() / 10.0
}
