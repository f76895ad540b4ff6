//! What nobody has measured: every coefficient that ties staffing to time, with the range that it may have.

use muster_domain::policy::Lever;
use muster_domain::{Date, World};
use rand::SeedableRng as _;
use rand::seq::SliceRandom as _;
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

/// A coefficient with its range.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct StaffingCoefficient {
    /// Which lever it is; none where the World's own tours say it.
    pub lever: Option<Lever>,
    /// What it means.
    pub meaning: String,
    /// Its unit.
    pub unit: &'static str,
    /// Its value.
    pub value: f64,
    /// The least that is supposed.
    pub low: f64,
    /// The most that is supposed.
    pub high: f64,
    /// Where it comes from.
    pub source: String,
}

/// One set of coefficients.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumptions {
    /// Share of the days at a place worked by a pool that goes by how many people the pool has, in (0, 1).
    pub responsive: f64,
    /// Hours of work a month on a case before its offer.
    pub case_hours: f64,
    /// What a newcomer does against somebody proficient, in (0, 1].
    pub newcomer: f64,
    /// Months until a newcomer is proficient.
    pub newcomer_months: f64,
    /// Months after the first day of a cycle in which a later one fills what it left open.
    pub later_months: f64,
    /// Days between two people in a billet, where neither is known yet.
    pub gap_days: f64,
    /// Working days a year on which a person is on leave.
    pub leave_days: f64,
    /// Share of them in July, August and December, 0 to 1.
    pub leave_season: f64,
    /// Hours that a person works a month.
    pub hours: f64,
}

/// Days between two people in a billet where the World's tours do not tell.
const GAP_DAYS: f64 = 60.0;

/// The coefficients of a day: the levers in force, and the World's own gaps between incumbents.
pub fn coefficients(world: &World, day: Date, gap: Option<f64>) -> Vec<StaffingCoefficient> {
    let spread = world.lever(Lever::CoefficientSpread, day) as f64 / 1000.0;
    let lever = |lever: Lever, unit: &'static str, scale: f64, most: f64| {
        let value = world.lever(lever, day) as f64 * scale;
        StaffingCoefficient {
            lever: Some(lever),
            meaning: lever.definition().meaning.to_owned(),
            unit,
            value,
            low: value * (1.0 - spread),
            high: f64::min(value * (1.0 + spread), most),
            source: lever.definition().source.to_owned(),
        }
    };
    let days = gap.unwrap_or(GAP_DAYS);
    vec![
        lever(Lever::ResponsiveShare, "share", 0.001, 0.95),
        lever(Lever::DevelopmentCaseMinutes, "hours a month", 1.0 / 60.0, f64::INFINITY),
        lever(Lever::NewcomerProficiency, "share", 0.001, 1.0),
        lever(Lever::NewcomerMonths, "months", 1.0, f64::INFINITY),
        lever(Lever::LaterFillMonths, "months", 1.0, f64::INFINITY),
        StaffingCoefficient {
            lever: None,
            meaning: "Days between two people in a billet whose next incumbent is not known yet.".to_owned(),
            unit: "days",
            value: days,
            low: days * (1.0 - spread),
            high: days * (1.0 + spread),
            source: gap
                .map_or(
                    "our assumption: too few tours follow each other",
                    |_| "tours of the World that follow each other",
                )
                .to_owned(),
        },
        lever(Lever::LeaveDays, "working days a year", 1.0, 120.0),
        lever(Lever::LeaveSeason, "share", 0.001, 1.0),
    ]
}

impl Assumptions {
    /// The set with each coefficient at a place in its range, 0 to 1.
    fn at(of: &[StaffingCoefficient], hours: f64, places: &[f64]) -> Self {
        let value = |at: usize| of[at].low + (of[at].high - of[at].low) * places[at];
        Self {
            responsive: value(0).clamp(0.01, 0.99),
            case_hours: value(1).max(0.01),
            newcomer: value(2).clamp(0.01, 1.0),
            newcomer_months: value(3),
            later_months: value(4),
            gap_days: value(5),
            leave_days: value(6),
            leave_season: value(7).clamp(0.0, 1.0),
            hours,
        }
    }

    /// So many sets that spread over all ranges evenly: in each coefficient every of as many equal parts of its range is
    /// met once (Latin hypercube: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21, 1979). One set is the
    /// middle of every range.
    pub fn sets(world: &World, day: Date, of: &[StaffingCoefficient], count: usize, seed: u64) -> Vec<Self> {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let columns: Vec<Vec<usize>> = of
            .iter()
            .map(|_| {
                let mut order: Vec<usize> = (0..count).collect();
                order.shuffle(&mut rng);
                order
            })
            .collect();
        let hours = world.lever(Lever::AvailableHours, day) as f64 / 12.0;
        let place = |set: usize, at: usize| (columns[at][set] as f64 + 0.5) / count as f64;
        let places = |set: usize| (0..of.len()).map(|at| place(set, at)).collect::<Vec<_>>();
        (0..count).map(|set| Self::at(of, hours, &places(set))).collect()
    }

    /// People that one case before its offer keeps busy.
    pub fn people_a_case(&self) -> f64 {
        self.case_hours / self.hours
    }
}
