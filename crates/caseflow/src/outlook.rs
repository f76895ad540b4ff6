//! When each case of the World that is not yet offered comes to its next milestone and to its offer: ranges from cases like
//! it, by the methods of [`forecast::cases`](crate::forecast::cases). Worked out for a whole World at once, off the way of
//! any request; a case that moved since says so.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use muster_domain::cases::{Case, Milestone};
use muster_domain::{CaseId, CountryId, Date, Position, World};
use smol_str::{SmolStr, ToSmolStr as _};

use crate::clock::Span;
use crate::forecast::cases::{
    CaseForecast, CaseRecord, Forecaster, Histories, HistoryError, Question, Settings, Trial, Tried,
};
use crate::histories::{REQUEST, midnight};

/// Decided cases that are learned from at most, the latest: older ones say little of today, and cost time.
pub const LEARNED: usize = 4_000;
/// Days between two mornings on which earlier forecasts are made again to calibrate by.
const INSPECTED: f64 = 28.0;
/// Days between two readings of how earlier forecasts turned out, in the trial of the ranges.
const TRIED_EVERY: f64 = 28.0;
/// Cases on which ranges of a step were tried, from which on that says how they do; else all steps say it.
const ENOUGH: usize = 100;
/// The level of the ranges.
const LEVEL: f64 = 0.8;
/// The same, per mille.
pub const LEVEL_PER_MILLE: u16 = 800;

/// A range of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    /// Not earlier than this.
    pub from: Date,
    /// As likely earlier as later; none beyond everything seen.
    pub median: Option<Date>,
    /// Not later than this; none where so many like it were never seen to come to it.
    pub to: Option<Date>,
}

/// What is foreseen for a case, and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseOutlook {
    /// Where it stood.
    pub milestone: Option<Milestone>,
    /// Since when.
    pub since: Date,
    /// The next milestone, whichever it is.
    pub next: Option<DateRange>,
    /// The offer, if it comes to one.
    pub offer: DateRange,
    /// What the cases it is taken from have in common with it, in words.
    pub like: Vec<SmolStr>,
    /// How many moments of other cases those are.
    pub count: usize,
    /// How many of them are decided.
    pub ended: usize,
    /// How many earlier forecasts set the range.
    pub judged_by: usize,
    /// On how many earlier cases ranges of the offer like its own were tried, and how many held; none where none was.
    pub tried: Option<Tried>,
    /// The chance that it comes to an offer at all, 0 to 1, by those like it.
    pub offered: f64,
}

/// The outlook of every case before its offer.
#[derive(Debug, Clone)]
pub struct Outlooks {
    /// On which day it was made.
    pub day: Date,
    /// Of which World.
    pub position: Position,
    /// How many cases it learned from.
    pub learned: usize,
    cases: HashMap<CaseId, CaseOutlook>,
}

impl Outlooks {
    /// Of every case of a World that is before its offer on a day.
    ///
    /// # Errors
    /// [`HistoryError`] where a history contradicts itself.
    pub fn new(world: &World, day: Date) -> Result<Self, HistoryError> {
        let (histories, places) = histories(world, day)?;
        let settings = Settings { level: LEVEL, inspect_days: Some(INSPECTED), ..Settings::default() };
        // What is recorded for a day is known at its end.
        let at = midnight(day.saturating_add(1.day())) - 1;
        let code = Milestone::Offered.definition().code;
        let mut outlooks = Self {
            day,
            position: world.position,
            learned: histories.cases().len() - places.len(),
            cases: HashMap::new(),
        };
        let Some(question) = Question::step(&histories, code) else { return Ok(outlooks) };
        let (offer, (next, trial)) = rayon::join(
            || Forecaster::new(&histories, question, &settings, at),
            || {
                rayon::join(
                    || Forecaster::new(&histories, Question::NextStep, &settings, at),
                    || {
                        let settings = Settings { recalibrate_days: TRIED_EVERY, ..settings.clone() };
                        Trial::new(&histories, question, &settings, at)
                    },
                )
            },
        );
        for (place, id) in places {
            let Ok(found) = offer.forecast(place) else { continue };
            let case = &world.cases[id];
            let chance = found.comes.iter().find(|(name, _)| name == code).map_or(0.0, |(_, chance)| *chance);
            let outlook = CaseOutlook {
                milestone: case.last_reached(day).map(|one| one.milestone),
                since: case.since(day),
                next: next.forecast(place).ok().map(|found| range(&found, day)),
                offer: range(&found, day),
                like: found.why.like,
                count: found.why.count,
                ended: found.why.ended,
                judged_by: found.why.judged_by,
                tried: trial.of(&histories, place, at, ENOUGH),
                offered: chance,
            };
            outlooks.cases.insert(id, outlook);
        }
        Ok(outlooks)
    }

    /// What is foreseen for a case, as long as it stands where it stood then.
    pub fn of(&self, id: CaseId, case: &Case, day: Date) -> Option<&CaseOutlook> {
        self.standing(id, case.last_reached(day).map(|one| one.milestone), case.since(day))
    }

    /// The same for a case of which is known where it stands, and since when.
    pub fn standing(&self, id: CaseId, milestone: Option<Milestone>, since: Date) -> Option<&CaseOutlook> {
        self.cases.get(&id).filter(|held| (held.milestone, held.since) == (milestone, since))
    }

    /// Every case with its outlook, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (CaseId, &CaseOutlook)> + '_ {
        self.cases.iter().map(|(id, outlook)| (*id, outlook))
    }
}

fn range(found: &CaseForecast, day: Date) -> DateRange {
    // What has not happened by today cannot have happened before.
    let on = |at: Timestamp| at.to_zoned(TimeZone::UTC).date().max(day);
    DateRange { from: on(found.lower), median: found.median.map(on), to: found.upper.map(on) }
}

/// The cases before their offer, and the latest that were decided; and where the former are.
fn histories(world: &World, day: Date) -> Result<(Histories, Vec<(usize, CaseId)>), HistoryError> {
    let mut earlier: HashMap<CountryId, usize> = HashMap::new();
    let mut by_request: Vec<(CaseId, &Case)> = world.cases.iter().filter(|(_, case)| case.lor <= day).collect();
    by_request.sort_by_key(|(id, case)| (case.lor, *id));
    let mut all: Vec<(CaseId, CaseRecord)> = Vec::with_capacity(by_request.len());
    for (id, case) in by_request {
        let before = earlier.entry(case.country).or_default();
        all.push((id, record(world, case, *before, day)));
        *before += 1;
    }
    let mut decided: Vec<i64> = all.iter().filter_map(|(_, record)| record.closed).collect();
    let skipped = decided.len().saturating_sub(LEARNED);
    decided.sort_unstable();
    let from = decided.get(skipped).copied().unwrap_or(i64::MIN);
    let mut histories =
        Histories::new(["kind", "group", "agency", "Congress notified", "earlier cases of the country"]);
    let mut open = Vec::new();
    for (id, record) in all {
        match record.closed {
            Some(closed) if closed < from => continue,
            Some(_) => {}
            None => open.push((histories.cases().len(), id)),
        }
        histories.add(record)?;
    }
    Ok((histories, open))
}

/// A case up to its offer, or to its end without one.
fn record(world: &World, case: &Case, before: usize, day: Date) -> CaseRecord {
    let mut steps: Vec<(SmolStr, i64)> = vec![(REQUEST.into(), midnight(case.lor))];
    let mut closed = None;
    for one in case.reached().into_iter().filter(|one| one.on <= day) {
        let definition = one.milestone.definition();
        // A history that departs from the rules may hold a milestone before its request.
        let at = midnight(one.on.max(case.lor));
        steps.push((definition.code.into(), at));
        if !definition.phase.is_before_offer() {
            closed = Some(at);
            break;
        }
    }
    let kind = format!("{:?}", case.kind).to_smolstr();
    let agency = case.number.to_string().chars().nth(3).map_or_else(SmolStr::default, |letter| letter.to_smolstr());
    let notified = if case.notification_causes(world, case.lor).is_empty() { "no" } else { "yes" };
    let experience = match before {
        0..5 => "fewer than 5",
        5..50 => "5 to 49",
        _ => "50 or more",
    };
    let approved = case.holds.iter().filter(|hold| hold.decision.as_ref().is_some_and(|decision| decision.approved));
    CaseRecord {
        id: case.number.to_smolstr(),
        attributes: vec![
            Some(kind),
            Some(case.category.letter().into()),
            Some(agency),
            Some(notified.into()),
            Some(experience.into()),
        ],
        steps,
        closed,
        holds: approved.map(|hold| Span { from: midnight(hold.from), to: hold.lifted.map(midnight) }).collect(),
    }
}
