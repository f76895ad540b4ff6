//! What a change of staffing does to the times of cases: the network with it beside the network without it.

use muster_domain::cases::CaseHolder;
use serde::{Deserialize, Serialize};

use super::StaffingCoefficient;
use super::capacity::Fill;
use super::observed::ARRIVAL_DAYS;
use crate::simulation::{Refused, Stopped};

/// Cases that must have come to their offer for the network to rest on anything.
pub(super) const LEAST_HISTORIES: usize = 50;

/// More people, or fewer, in a pool.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MorePeople {
    /// The pool's name.
    pub pool: String,
    /// From so many days after today on.
    pub from_day: u16,
    /// So many more; newcomers as any. Below 0: so many fewer.
    pub more: i16,
}

/// More requests, or fewer. Of several for the same country the one that begins last holds.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MoreArrivals {
    /// Of the countries of this command; of all where absent.
    pub command: Option<String>,
    /// Of this country alone, by its ISO 3166 alpha-3 code; of all where absent.
    #[serde(default)]
    pub country: Option<String>,
    /// From so many days after today on.
    pub from_day: u16,
    /// By so many per cent, from -100 to 1000.
    pub percent: i16,
}

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Change {
    /// A cycle's openings with who is assigned: beside the same openings left empty.
    pub fill: Option<Fill>,
    /// People in pools.
    pub people: Vec<MorePeople>,
    /// Requests.
    pub arrivals: Vec<MoreArrivals>,
}

/// How it is simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ask {
    /// Sets of coefficients.
    pub sets: usize,
    /// Replications of each.
    pub replications: u32,
    /// Where all chance comes from.
    pub seed: u64,
    /// Days from today that are not counted: until the change can have begun.
    pub from_day: u32,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoEffect {
    /// Nothing to rest on.
    #[error(
        "only {0} cases came to their offer in the histories of the last three years: too few to say how long steps take. \
         Report the histories of at least {LEAST_HISTORIES} cases first"
    )]
    TooFew(usize),
    /// A pool that is not there.
    #[error("there is no pool \"{0}\". Name one of: {1}")]
    NoPool(String, String),
    /// No request of that country.
    #[error(
        "no letter of request of \"{0}\" came in the last {ARRIVAL_DAYS} days: there is nothing to change. Name a country that \
         sent some, by its three letters"
    )]
    NoCountry(String),
    /// The network cannot be; a fault of ours.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// It was cancelled or did not come to rest.
    #[error(transparent)]
    Stopped(#[from] Stopped),
}

/// A value over all sets of coefficients, with the range in which eight of ten sets' values lie: it carries both what is
/// not known of the coefficients and chance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Ranged {
    /// The mean of the sets.
    pub mean: f64,
    /// The lower end of the range; the mean itself with a single set.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

impl Ranged {
    /// Nothing, for certain.
    pub const ZERO: Self = Self { mean: 0.0, low: 0.0, high: 0.0 };
}

/// A value without the change, with it, and their difference.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Sided {
    /// Without.
    pub without: Ranged,
    /// With.
    pub with: Ranged,
    /// With less without, set by set on the same chance: exactly 0 where nobody is concerned.
    pub difference: Ranged,
}

/// What changes for the countries of a command.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct CommandEffect {
    /// Its code; all commands together where absent.
    pub command: Option<String>,
    /// Half of the offers come within so many days, holds not counted.
    pub median_days: Option<Sided>,
    /// Share of offers within the goal, 0 to 1.
    pub within_goal: Option<Sided>,
    /// Offers in the days counted.
    pub offers: Option<Sided>,
    /// Cases that have no offer at the end.
    pub open_at_end: Option<Sided>,
}

/// What changes in a pool.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PoolEffect {
    /// Its name.
    pub pool: String,
    /// Billets that it is made of.
    pub billets: usize,
    /// People there, in people fully proficient, over the days counted.
    pub people: Sided,
    /// Share of their time that cases before their offer get, by the calibration.
    pub share: Ranged,
    /// Cases that wait for somebody there, on average.
    pub waiting: Option<Sided>,
    /// Share of that time in use, 0 to 1.
    pub utilisation: Option<Sided>,
}

/// How the network without the change keeps to what was.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct NetworkFit {
    /// The command; all where absent.
    pub command: Option<String>,
    /// Cases offered in the year before today.
    pub offered: usize,
    /// Half of them were offered within so many days, holds not counted.
    pub observed_median: Option<f64>,
    /// The simulated median with billets filled as usual.
    pub simulated_median: Option<f64>,
    /// Cases before their offer today.
    pub standing: usize,
    /// The mean number simulated.
    pub simulated_standing: Option<f64>,
}

/// What of the way to the offer is whose.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct HolderShare {
    /// Who.
    pub holder: CaseHolder,
    /// Share of all days before the offer, 0 to 1, holds not counted.
    pub share: f64,
    /// Whether staffing changes anything there.
    pub workforce: bool,
}

/// What a change does.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct StaffingEffect {
    /// All together, then by command.
    pub commands: Vec<CommandEffect>,
    /// By pool.
    pub pools: Vec<PoolEffect>,
    /// How well the network keeps to the histories.
    pub fit: Vec<NetworkFit>,
    /// Whose days they are.
    pub holders: Vec<HolderShare>,
    /// The coefficients with their ranges.
    pub coefficients: Vec<StaffingCoefficient>,
    /// Sets of coefficients simulated.
    pub sets: usize,
    /// Replications of each.
    pub replications: u32,
    /// Days after today that the counted days begin with.
    pub from_day: u32,
    /// Days after today that they end with.
    pub until_day: u32,
    /// Events simulated.
    pub events: u64,
    /// Cases whose complete way to the offer the network rests on.
    pub histories: usize,
}

/// What one more person in a pool is worth.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PoolWorth {
    /// The pool.
    pub pool: String,
    /// Days that all cases together wait less, a year, for one more person there.
    pub case_days: Ranged,
    /// Change of the median of all offers, days.
    pub median_days: Ranged,
}
