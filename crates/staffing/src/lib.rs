//! The staffing engine: how strong the service is against what it needs, on any date, for any scope, and why.
//!
//! Pure functions of a [`World`](muster_domain::World), a date, a scope and the levers. Nothing here changes anything,
//! reads a clock, or knows who asks; the asker's [`Scope`](muster_domain::access::Scope) is handed in and rows outside it
//! are neither shown nor counted.
//!
//! # What the numbers mean
//!
//! | number | meaning | source |
//! |---|---|---|
//! | authorised | billets whose authorisation holds on the day | facts §2: the third of the three strengths |
//! | funded | authorised billets for which there is money on the day | facts §2: authorisation and money are two facts |
//! | assigned | authorised billets covered by at least one primary or additional tour. A billet counts once, so that a surplus in one hides no vacancy in another | facts §3 |
//! | present | people on station, each once: at the office of the primary tour (of several at once, the one entered first), or at the office they are diverted to. Both sides of a hand-over are present; whom an ordered departure took away is not | facts §3: a person may hold several billets and counts once |
//! | away | people who count at a billet here and are on duty elsewhere: diverted, augmenting another office, or at a safe haven. Assigned all the same, so that fill is unchanged | facts §2, §3 |
//! | diverted in | of those present, people whose billet is elsewhere | facts §2: operational control |
//! | augmented | people present without a billet here, beside those present: temporary duty, reserve orders, Guard officers, contractors, training teams. Nobody is both present and augmenting on a day | facts §3: present, never assigned, never strength |
//! | approved gaps | vacant billets that somebody decided to leave vacant | facts §3: a decision, not a vacancy |
//! | vacant | authorised − assigned − approved gaps | |
//! | fill rate | assigned / (authorised − approved gaps), null where nothing is to be filled | |
//! | fill 90, fill 180 | the fill rate of the same offices 90 and 180 days later | |
//! | indicated | what the workload standard gives for an SCO ([`demand`]), cases counted as they stood on the day ([`CaseCounts`]); null for every other office | facts §5 |
//! | validated | what the last manpower review up to the day validated | facts §2 |
//! | required | validated where it exists, else indicated; `required_basis` says which | facts §2: a model's output is not a requirement |
//! | mismatches | covered billets whose incumbent has another grade than the billet's on that day, does not reach a required language level by an unexpired score, or holds no certificate of the SC code's area and level (or higher) | facts §3, §4 |
//! | rotations due 90 | primary incumbents who leave within the 90 days after the date | |
//! | arrivals, losses | primary tours that are planned to begin, and that end, in a month, from today on ([`movements`]) | |
//!
//! **Past and future.** Up to today a tour covers only by its recorded arrival; after today every tour that is not
//! cancelled covers by its dates, so an arrival that is overdue counts from its report date, on future dates only.
//! Without plans, future dates too count recorded arrivals alone ([`Basis`]).
//!
//! **Incumbent.** Of several tours that cover a billet: primary before additional, then who came first. The relief becomes
//! the incumbent when the predecessor has left.
//!
//! **Required strength** belongs to offices. Groupings that cut through offices (service, grade band, specialty, functional
//! area, funding) and the lens of the partner supported have none; a group's sum covers the offices that have one.
//!
//! **Two lenses.** *Place* puts a billet where its office is: the SCO's host country, else the country of its post, else
//! the United States. *Supported* splits every billet by its dated supports list. What no partner is named for (the rest of
//! the shares, programs, countries without a responsible command in the grouping by command) is one row of its own.
//! Shares are summed per mille and rounded half up at the end, so rows may miss the total by their rounding.
//!
//! **Elsewhere for a time.** Diversions, augmentations and ordered departures are decisions, not plans: they count on their
//! days on either basis, as far as the tour they rest on does. A diversion belongs to a tour and moves nobody on days that
//! the person counts at another. Whoever is diverted counts under the terms of the billet held at home and supports the
//! host country of the office visited; people without a billet are one row of their own.
//!
//! **Groupings** go by the billet's own terms (service by its coding, not by who sits in it), so that every measure of a row
//! speaks of the same billets, and any grouping adds up to the same total.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a failing test should stop at once"))]

mod caseload;
mod coverage;
mod demand;
mod departure;
mod gaps;
mod index;
pub mod manning;
pub mod measures;
mod mismatch;
mod movement;
mod notices;
mod outlook;
mod picture;
mod post;
mod projection;
mod rotation;
mod tally;
mod timeline;
mod vacancy;

pub use caseload::CaseCounts;
pub use coverage::{Basis, incumbent};
pub use demand::{CAUTION, Demand, Driver, country_demand, demand};
pub use departure::{
    DepartureEffect, DepartureMove, FamilyMove, HeldArrival, Move, OfficeEffect, PresenceCounts, departure_effect,
    held_arrivals,
};
pub use gaps::{BilletGaps, GapReport, GapsAsk, OfficeGaps, Span, billet_gaps, billet_overlaps, gap_days, gaps};
pub use index::StaffingIndex;
pub use mismatch::{Mismatches, mismatches};
pub use movement::{MovementMonth, movements};
pub use notices::{Notice, NoticeKind, OpenTurn, notices};
pub use outlook::{
    OUTLOOK_LEVERS, OUTLOOK_YEARS, Outlook, OutlookAsk, OutlookAssumption, OutlookBy, OutlookGroup, OutlookMissing,
    OutlookNeed, OutlookRemedy, OutlookRow, OutlookStep, OutlookYear, outlook,
};
pub use picture::{Ask, Before, Grouping, Lens, Picture, PictureRow, RequiredBasis, office_row, picture};
pub use post::{AtPost, PostCounts, away_from, people_at_post, post_counts};
pub use projection::{Month, Projection, ProjectionAsk, projection};
pub use rotation::{BilletBrief, PersonBrief, Relief, Rotation, rotations};
pub use timeline::{Timeline, TimelineBillet, TimelineTour, billet_timeline, office_timeline};
pub use vacancy::{BilletState, Vacancy, billet_state, vacancies};
