//! Gap days and overlap days between incumbents: the headline measure of a service that rotates its people.
//!
//! A **gap** is the days of a billet's authorisation after one incumbent (primary or additional) until the next, or until
//! the end of the days asked where no next one is known. Days of an approved gap are left out; so are days before the
//! first incumbent on record, which are a vacancy but lie between no two people. An **overlap** is the days on which two
//! or more primary incumbents hold the billet. Past days count recorded arrivals, days after today plans too.

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, Period};
use muster_domain::workforce::Billet;
use muster_domain::{BilletId, OfficeId, World};
use serde::Serialize;

use crate::coverage::days_known;
use crate::picture::offices_asked;

/// Days in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
    /// How many days.
    pub days: i32,
}

impl From<Period> for Span {
    fn from(period: Period) -> Self {
        Self { from: period.from(), until: period.end(), days: period.days() }
    }
}

/// What is asked of gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GapsAsk {
    /// The days asked; open periods are taken to the latest date there is.
    pub within: Period,
    /// The day the question is asked.
    pub today: Date,
    /// Only offices that belong to this command on the last day asked.
    pub command: Option<OfficeId>,
    /// Only this office.
    pub office: Option<OfficeId>,
}

/// Gap and overlap days of billets and offices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct GapReport {
    /// The first day asked.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
    /// Every office with the sum of its billets.
    pub offices: Vec<OfficeGaps>,
    /// Every billet that has a gap or overlap, by office and id.
    pub billets: Vec<BilletGaps>,
    /// Gap days of all.
    pub gap_days: i64,
    /// Overlap days of all.
    pub overlap_days: i64,
}

/// An office's days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct OfficeGaps {
    /// The office.
    pub office: OfficeId,
    /// Days, added over its billets.
    pub gap_days: i64,
    /// Days, added over its billets.
    pub overlap_days: i64,
}

/// A billet's days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BilletGaps {
    /// The billet.
    pub billet: BilletId,
    /// The office it belongs to in these days.
    pub office: OfficeId,
    /// Its gaps.
    pub gaps: Vec<Span>,
    /// Its overlaps.
    pub overlaps: Vec<Span>,
}

/// Gap and overlap days within a scope.
pub fn gaps(world: &World, scope: &Scope, ask: &GapsAsk) -> GapReport {
    let last = ask.within.end().yesterday().unwrap_or(Date::MIN);
    let mut report = GapReport {
        from: ask.within.from(),
        until: ask.within.end(),
        offices: Vec::new(),
        billets: Vec::new(),
        gap_days: 0,
        overlap_days: 0,
    };
    for office in offices_asked(world, scope, last, ask.command, ask.office) {
        let mut sum = OfficeGaps { office, gap_days: 0, overlap_days: 0 };
        for billet in office_gaps(world, office, ask.within, ask.today) {
            sum.gap_days += days(&billet.gaps);
            sum.overlap_days += days(&billet.overlaps);
            report.billets.push(billet);
        }
        report.gap_days += sum.gap_days;
        report.overlap_days += sum.overlap_days;
        report.offices.push(sum);
    }
    report
}

/// Gap days of one office, added over its billets.
pub fn gap_days(world: &World, office: OfficeId, within: Period, today: Date) -> i64 {
    office_gaps(world, office, within, today).map(|billet| days(&billet.gaps)).sum()
}

fn days(spans: &[Span]) -> i64 {
    spans.iter().map(|span| i64::from(span.days)).sum()
}

fn office_gaps(world: &World, office: OfficeId, within: Period, today: Date) -> impl Iterator<Item = BilletGaps> + '_ {
    let billets = world.rosters.get(office).into_iter().flat_map(|roster| &roster.billets);
    let own = billets.flat_map(move |id| {
        let here = world.billets[*id].terms.spans().filter(move |(_, terms)| terms.office == office);
        here.filter_map(move |(period, _)| Some((*id, period.overlap(within)?)))
    });
    let found = own.map(move |(billet, within)| BilletGaps {
        billet,
        office,
        gaps: spans(billet_gaps(world, &world.billets[billet], within, today)),
        overlaps: spans(billet_overlaps(world, &world.billets[billet], within, today)),
    });
    found.filter(|found| !found.gaps.is_empty() || !found.overlaps.is_empty())
}

/// Periods as answers show them.
pub(crate) fn spans(periods: Vec<Period>) -> Vec<Span> {
    periods.into_iter().map(Span::from).collect()
}

/// The gaps of a billet within the days asked, earliest first.
pub fn billet_gaps(world: &World, billet: &Billet, within: Period, today: Date) -> Vec<Period> {
    let mut covered: Vec<Period> = billet.tours.iter().filter_map(|id| days_known(&world.tours[*id], today)).collect();
    let Some(first) = covered.iter().map(|period| period.from()).min() else { return Vec::new() };
    covered.extend(billet.gaps.iter().map(|gap| gap.period));
    covered.sort_unstable_by_key(|period| period.from());
    let Some(asked) = billet.authorised.overlap(within) else { return Vec::new() };
    let mut open = asked.from().max(first);
    let mut gaps = Vec::new();
    for period in covered {
        gaps.extend(Period::new(open, Some(period.from().min(asked.end()))));
        open = open.max(period.end());
    }
    gaps.extend(Period::new(open, Some(asked.end())));
    gaps
}

/// The days within those asked on which two or more primary incumbents hold a billet, earliest first.
pub fn billet_overlaps(world: &World, billet: &Billet, within: Period, today: Date) -> Vec<Period> {
    let primary = billet.tours.iter().map(|id| &world.tours[*id]).filter(|tour| tour.is_primary());
    let mut held: Vec<Period> =
        primary.filter_map(|tour| days_known(tour, today)?.overlap(billet.authorised)?.overlap(within)).collect();
    held.sort_unstable_by_key(|period| period.from());
    let mut overlaps: Vec<Period> = Vec::new();
    let mut reach: Option<Date> = None;
    for period in held {
        if let Some(both) = reach.and_then(|reach| period.ended(reach)) {
            match overlaps.last_mut().filter(|last| last.end() >= both.from()) {
                Some(last) if last.end() < both.end() => {
                    *last = Period::new(last.from(), Some(both.end())).unwrap_or(both)
                }
                Some(_) => {}
                None => overlaps.push(both),
            }
        }
        reach = reach.max(Some(period.end()));
    }
    overlaps
}
