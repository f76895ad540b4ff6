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
//! - Who is there on each day are the tours in the pool's billets, arrived and planned. A newcomer works at a share of the
//!   pace for some months. After the last known tour a billet is filled after the usual gap between two incumbents; an
//!   opening of a cycle that is left empty only once a later cycle has filled it.
//!
//! Diversions, departures and leave of single people are not followed: they are part of what is usual.

mod assumptions;
mod build;
mod calibrate;
mod capacity;
mod effect;
mod observed;
mod place;
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
