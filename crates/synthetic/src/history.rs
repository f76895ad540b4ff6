//! Who was where in the two years before: people came to their billets from other billets of their class, left gaps or
//! overlapped with their predecessors; some left the workforce.

use std::collections::BTreeMap;

use muster_domain::kernel::add_months;
use muster_domain::workforce::OverlapAuthorisation;
use muster_domain::{Date, Grade, Period, Service, Text};

use crate::billets::Slot;
use crate::dice::{Dice, days_after};
use crate::people::Recruiter;
use crate::roster::{Roster, Seat, Stay};

/// Days of history.
const DAYS: i32 = 731;
/// The most days between leaving one billet and arriving in the next.
const IN_TRANSIT: i32 = 75;

/// A billet whose time before `day` is still to be told, and who took it over then.
#[derive(Clone, Copy)]
struct Start {
    billet: usize,
    day: Date,
    person: Option<usize>,
}

/// A time in a billet that somebody must have served.
#[derive(Clone, Copy)]
struct Past {
    billet: usize,
    arrived: Date,
    departed: Date,
}

type Class = (Service, Grade, Option<Text>);

impl Roster {
    /// Tells the history of every billet.
    pub fn remember(&mut self, recruiter: &mut Recruiter, dice: &mut Dice) {
        let horizon = days_after(self.today, -DAYS);
        let mut starts = self.starts(horizon);
        // Each round goes one incumbent back; twelve-month tours need three, the bound only keeps it finite.
        for _ in 0..6 {
            starts.retain(|start| start.day > horizon);
            if starts.is_empty() {
                break;
            }
            starts = self.one_back(&starts, recruiter, dice);
        }
    }

    fn starts(&self, horizon: Date) -> Vec<Start> {
        let mut starts = Vec::new();
        for (billet, seat) in self.seats.iter().enumerate() {
            let slot = &self.slots[billet];
            let (day, person) = match *seat {
                Seat::Held(stay) => {
                    let stay = &self.stays[stay];
                    (stay.arrived.unwrap_or(stay.report), Some(stay.person))
                }
                Seat::Empty(since) => (since, None),
                Seat::None if slot.beside || slot.authorised.end() <= horizon || slot.authorised.end() > self.today => {
                    continue;
                }
                Seat::None => (days_after(slot.authorised.end(), -dice_free_days(billet)), None),
            };
            starts.push(Start { billet, day, person });
        }
        starts
    }

    fn one_back(&mut self, starts: &[Start], recruiter: &mut Recruiter, dice: &mut Dice) -> Vec<Start> {
        let mut classes: BTreeMap<Class, (Vec<Past>, Vec<Start>)> = BTreeMap::new();
        for start in starts {
            let (pasts, arrivals) = classes.entry(self.slots[start.billet].class()).or_default();
            if start.person.is_some() {
                arrivals.push(*start);
            }
            if let Some(past) = self.before(start, dice) {
                pasts.push(past);
            }
        }
        let mut told: Vec<(Past, usize)> = Vec::new();
        let mut left: BTreeMap<Service, (Vec<Past>, Vec<Start>)> = BTreeMap::new();
        for ((service, ..), (mut pasts, mut arrivals)) in classes {
            if service == Service::LocallyEmployed {
                arrivals.clear();
            }
            self.match_up(&mut pasts, &mut arrivals, &mut told, |_, _| true);
            let rest = left.entry(service).or_default();
            rest.0.append(&mut pasts);
            rest.1.append(&mut arrivals);
        }
        for (mut pasts, mut arrivals) in left.into_values() {
            // Some came from another specialty, or were promoted on the way.
            self.match_up(&mut pasts, &mut arrivals, &mut told, |from, to| {
                from.terms.grade.distance(to.terms.grade).is_some_and(|steps| steps <= 1)
            });
            for past in pasts {
                let mut leaver = recruiter.for_slot(&self.slots[past.billet]);
                leaver.separates = Some(days_after(past.departed, dice.between(0, 30)));
                told.push((past, self.people.len()));
                self.people.push(leaver);
            }
        }
        for (past, person) in &told {
            self.serve_past(past, *person, dice);
        }
        told.iter()
            .map(|(past, person)| Start { billet: past.billet, day: past.arrived, person: Some(*person) })
            .collect()
    }

    /// Gives each past to somebody who arrived elsewhere soon after it ended; what finds nobody, and who came from
    /// nowhere, stays in the lists.
    fn match_up(
        &self,
        pasts: &mut Vec<Past>,
        arrivals: &mut Vec<Start>,
        told: &mut Vec<(Past, usize)>,
        fits: impl Fn(&Slot, &Slot) -> bool,
    ) {
        pasts.sort_by_key(|past| (past.departed, past.billet));
        arrivals.sort_by_key(|start| (start.day, start.billet));
        let mut came = vec![false; arrivals.len()];
        pasts.retain(|past| {
            let first = arrivals.partition_point(|start| start.day < past.departed);
            let latest = days_after(past.departed, IN_TRANSIT);
            let slot = &self.slots[past.billet];
            let found = (first..arrivals.len())
                .take_while(|i| arrivals[*i].day <= latest)
                .filter(|i| !came[*i])
                .take(60)
                .find(|i| arrivals[*i].billet != past.billet && fits(slot, &self.slots[arrivals[*i].billet]));
            let Some((i, person)) = found.and_then(|i| Some((i, arrivals[i].person?))) else { return true };
            came[i] = true;
            told.push((*past, person));
            false
        });
        let mut i = 0;
        arrivals.retain(|_| {
            i += 1;
            !came[i - 1]
        });
    }

    /// The time of the predecessor; `None` if the billet was new.
    fn before(&mut self, start: &Start, dice: &mut Dice) -> Option<Past> {
        let slot = &self.slots[start.billet];
        let gap = match (start.person, dice.below(100)) {
            (None, _) => 0,
            (_, 0..12) => -dice.between(1, 14),
            (_, 12) => -dice.between(16, 32),
            (_, 13..29) => dice.between(0, 7),
            (_, 29..59) => dice.between(8, 60),
            (_, 59..79) => dice.between(60, 180),
            _ => dice.between(180, 480),
        };
        let departed = days_after(start.day, -gap).min(days_after(self.today, -1));
        let months = slot.months(dice.per_mille(600));
        let first = days_after(slot.authorised.from(), dice.between(2, 20));
        let arrived = days_after(add_months(departed, -months), dice.between(-25, 25)).max(first);
        if arrived > days_after(departed, -60) {
            return None;
        }
        if departed > days_after(start.day, 14) {
            let period = Period::new(days_after(start.day, -2), Some(days_after(departed, 2))).ok()?;
            let document = "Overlap approved for turnover (synthetic)".into();
            self.overlaps.push((start.billet, OverlapAuthorisation { period, document }));
        }
        Some(Past { billet: start.billet, arrived, departed })
    }

    fn serve_past(&mut self, past: &Past, person: usize, dice: &mut Dice) {
        let slot = &self.slots[past.billet];
        let accompanied = slot.families && slot.terms.accompanied && self.people[person].dependents > 0;
        let report = days_after(past.arrived, dice.between(-4, 6));
        self.stays.push(Stay {
            person,
            billet: past.billet,
            report,
            rotation: days_after(past.departed, dice.between(-6, 14)),
            accompanied,
            ordered: Some(days_after(report, -dice.between(60, 200))),
            arrived: Some(past.arrived),
            departed: Some(past.departed),
        });
    }
}

/// Days by which the last incumbent left before an ended billet did: spread by its index.
fn dice_free_days(billet: usize) -> i32 {
    i32::try_from(billet % 45).expect("below 45")
}
