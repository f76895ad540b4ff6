//! What would close a shortage, found by rolling forward again with it: stronger levers, and one more accession or seat.

use muster_domain::GradeBand;
use muster_domain::policy::Lever;
use muster_domain::workforce::ServiceCoding;
use serde::Serialize;

use super::count::Counted;
use super::rates::Rates;
use super::roll::{Extra, Rolled, Stock, joins};
use super::{DAYS, ONE, OUTLOOK_YEARS, OutlookNeed, people};

/// How many remedies of each kind are listed: accessions, and course seats.
const REMEDIES: usize = 10;

/// The most additions a year that are looked at to close one row.
const MOST: i64 = 1000;

/// By how much each lever is moved, in its unit.
const STEPS: [(Lever, [i64; 4]); 6] = [
    (Lever::OutlookRetention, [10, 20, 30, 50]),
    (Lever::OutlookAccessions, [10, 25, 50, 100]),
    (Lever::OutlookPlaced, [10, 25, 50, 100]),
    (Lever::OutlookRenewal, [50, 100, 200, 300]),
    (Lever::OutlookLanguageSeats, [10, 25, 50, 100]),
    (Lever::OutlookCertificateSeats, [10, 25, 50, 100]),
];

/// Who is missing on the last day, by what they are missed for. Needs overlap, so these are not to be added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutlookMissing {
    /// People, whatever else the billets need.
    pub people: f64,
    /// People with the specialty.
    pub specialties: f64,
    /// Holders of the certificate.
    pub certificates: f64,
    /// Speakers of the language.
    pub languages: f64,
}

/// A lever moved, everything else as assumed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutlookStep {
    /// The lever.
    pub lever: Lever,
    /// By how much it is moved in every year, in its unit; 0 is as assumed.
    pub more: i64,
    /// The value it then has.
    pub value: i64,
    /// Who is then missing on the last day.
    pub missing: OutlookMissing,
    /// Years of people missing over the five years, added up at the end of each.
    pub people_years: f64,
}

/// What one more a year would do in one row.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct OutlookRemedy {
    /// Who, in words: `Army, O-4 to O-6, Arabic`.
    pub title: String,
    /// Whose shortage it closes.
    pub coding: ServiceCoding,
    /// Their grade band.
    pub band: GradeBand,
    /// What they need. A language or a certificate is a course seat; anything else an accession.
    pub need: OutlookNeed,
    /// People missing in the row on the last day without it.
    pub missing: f64,
    /// Years of people missing for this kind of need that one more a year saves over the five years, in all rows.
    pub saves: f64,
    /// How many more a year would leave nobody missing in the row on the last day; null where even 1,000 would not.
    pub closes: Option<u32>,
}

/// Missing people that are shown, of the cells wanted, over some of the days.
fn missing(
    counted: &Counted,
    rolled: &Rolled,
    days: std::ops::Range<usize>,
    want: impl Fn(&OutlookNeed) -> bool,
) -> i64 {
    let cells = counted.cells.iter().zip(&rolled.missing).filter(|(cell, _)| want(&cell.need));
    let shown = cells.flat_map(|(cell, missing)| cell.buckets.iter().zip(missing));
    shown.filter(|(bucket, _)| bucket.command.is_some()).flat_map(|(_, missing)| &missing[days.clone()]).sum()
}

const LAST: std::ops::Range<usize> = OUTLOOK_YEARS..DAYS;
const AHEAD: std::ops::Range<usize> = 1..DAYS;

fn is_anybody(need: &OutlookNeed) -> bool {
    *need == OutlookNeed::Anybody
}

/// Every lever as assumed and moved by its steps. A step past the lever's range is left out.
pub(super) fn steps(counted: &Counted, rates: &Rates) -> Vec<OutlookStep> {
    let step = |lever: Lever, more: i64| {
        let rates = rates.with_more(lever, more);
        let rolled = Rolled::under(counted, &rates);
        let last = |want: fn(&OutlookNeed) -> bool| people(missing(counted, &rolled, LAST, want));
        OutlookStep {
            lever,
            more,
            value: rates.at(lever, 0),
            missing: OutlookMissing {
                people: last(is_anybody),
                specialties: last(|need| matches!(need, OutlookNeed::Specialty(_))),
                certificates: last(|need| matches!(need, OutlookNeed::Certificate(_))),
                languages: last(|need| matches!(need, OutlookNeed::Language(_))),
            },
            people_years: people(missing(counted, &rolled, AHEAD, is_anybody)),
        }
    };
    let in_range = |lever: Lever, more: i64| rates.at(lever, 0) + more <= lever.definition().most;
    let all = STEPS.iter().flat_map(|(lever, steps)| [0].into_iter().chain(*steps).map(move |more| (*lever, more)));
    all.filter(|(lever, more)| in_range(*lever, *more)).map(|(lever, more)| step(lever, more)).collect()
}

/// The rows where one more a year saves most.
pub(super) fn remedies(counted: &Counted, stock: &Stock, rates: &Rates, base: &Rolled) -> Vec<OutlookRemedy> {
    let with = |cell, people| Rolled::roll(counted, stock, rates, Some(Extra { cell, people }));
    let kind = |at: usize| {
        let kind = std::mem::discriminant(&counted.cells[at].need);
        move |need: &OutlookNeed| std::mem::discriminant(need) == kind
    };
    let last = |rolled: &Rolled, at: usize| {
        let shown = counted.cells[at].buckets.iter().zip(&rolled.missing[at]);
        shown.filter(|(bucket, _)| bucket.command.is_some()).map(|(_, missing)| missing[OUTLOOK_YEARS]).sum::<i64>()
    };
    // Less than a thousandth of a person is rounding.
    let is_short = |missing: i64| missing >= ONE / 1000;
    let mut found: Vec<(usize, i64)> = (0..counted.cells.len())
        .filter(|&at| is_short(last(base, at)))
        .map(|at| {
            let saved = missing(counted, base, AHEAD, kind(at)) - missing(counted, &with(at, 1), AHEAD, kind(at));
            (at, saved)
        })
        .filter(|(_, saved)| is_short(*saved))
        .collect();
    found.sort_by_key(|&(at, saved)| (-saved, at));
    let (mut accessions, mut seats) = (0, 0);
    found.retain(|(at, _)| {
        let count = if joins(&counted.cells[*at].need) { &mut accessions } else { &mut seats };
        *count += 1;
        *count <= REMEDIES
    });
    let closes = |at: usize| {
        // The fewest that close it: more never leave more missing.
        let (mut low, mut high) = (0, MOST + 1);
        while low < high {
            let middle = (low + high) / 2;
            if middle <= MOST && is_short(last(&with(at, middle), at)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        u32::try_from(low).ok().filter(|_| low <= MOST)
    };
    let remedy = |(at, saved): (usize, i64)| OutlookRemedy {
        title: counted.cells[at].title(),
        coding: counted.cells[at].coding,
        band: counted.cells[at].band,
        need: counted.cells[at].need.clone(),
        missing: people(last(base, at)),
        saves: people(saved),
        closes: closes(at),
    };
    found.into_iter().map(remedy).collect()
}
