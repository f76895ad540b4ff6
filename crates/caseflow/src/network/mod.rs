//! The service's own network: what a staffing decision buys in time.
//!
//! [`Ground`] reads the histories of the World's cases, who works each step and the tours in the billets of whoever does;
//! [`effect`] simulates the same cases with and without a change, on the same random numbers, for several sets of the
//! coefficients that nobody has measured, and says what differs and how far it may lie from that.
//!
//! How the network is made:
//! - A case stands at the last milestone it reached (`place`); a letter of request that is being mended and the formal
//!   notification of Congress are places of their own. How long it stays and where it goes next are what the histories of
//!   the last three years say, by group of time goals; stays that are not over are censored, never dropped.
//! - Who works a place is said by the list of milestones. A pool is the billets of that office whose functional area is the
//!   life of cases (program managers: planning and oversight); the SCOs of a command are one pool. State, Congress and
//!   the purchaser are no pools: no staffing changes their times.
//! - Of a stay worked by a pool, a share (lever) goes by how many people are there: it is work and waiting for somebody.
//!   The work is what the lever of case hours says; how much of the pool's time these cases get is what makes stays
//!   last as long as they did (`calibrate`), with billets filled as they usually are.
//! - Who is there on each day are the tours in the pool's billets, arrived and planned, as far as the World knows of each
//!   (`roster`): whoever is diverted, augments another office or was taken away by an ordered departure is not there on
//!   those days, and whoever was sent to an office of the pool works there by the functional area of their own billet. A
//!   billet held beside the own one is filled, and nobody is counted twice. A newcomer works at a share of the pace for some
//!   months. After the last known tour a billet is filled after the usual gap between two incumbents; an opening of a
//!   cycle that is left empty only once a later cycle has filled it.
//! - Requests of a class come as often as in the last 120 days, country by country, until a change says otherwise: `Change`
//!   holds how many more or fewer from a day on, of all countries, a command's or one.
//! - Work is done from Monday to Friday but on no federal holiday, and less in the months of leave (`rhythm`): when each
//!   person takes it nobody records, so its days and season are levers with a range.
//!
//! Not followed: people on loan who are not on record or hold no billet, whose functional area nobody knows; holidays of
//! the country that an office is in; and separations ahead, which are sealed and told by no figure that a few people make
//! up.

mod assumptions;
mod build;
mod calibrate;
mod capacity;
mod effect;
mod observed;
mod place;
mod rhythm;
mod roster;
mod run;
mod told;

pub use assumptions::{Assumptions, StaffingCoefficient, coefficients};
pub use build::{Ground, NOBODY, OFFER};
pub use capacity::{Fill, PoolKey};
pub use effect::{
    Ask, Change, CommandEffect, HolderShare, MoreArrivals, MorePeople, NetworkFit, NoEffect, PoolEffect, PoolWorth,
    Ranged, Sided, StaffingEffect,
};
pub use observed::{ARRIVAL_DAYS, HISTORY_DAYS, Observed};
pub use place::{Next, Place, Stay, stays};
pub use run::{effect, worth};
