//! What is planned: reliefs for billets that fall open or stand empty, people in training without a billet, approved gaps.

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::kernel::add_months;
use muster_domain::workforce::ApprovedGap;
use muster_domain::{Date, Grade, Period, Service, Text};

use crate::dice::{Dice, days_after};
use crate::people::Recruiter;
use crate::roster::{Roster, Seat, Stay, summer_after};

/// The most days between a person's rotation and the next report date.
const IN_TRANSIT: i32 = 60;

type Class = (Service, Grade, Option<Text>);

/// A billet to be relieved on a day.
struct Opening {
    billet: usize,
    report: Date,
}

impl Roster {
    /// Plans reliefs, a pool of people in training, and approved gaps.
    pub fn plan(&mut self, in_training: usize, recruiter: &mut Recruiter, dice: &mut Dice) {
        let openings = self.to_relieve(dice);
        let relieved: BTreeSet<usize> = openings.iter().map(|opening| opening.billet).collect();
        let mut free = self.free_people();
        for opening in openings {
            let person = self.reliever(&opening, &mut free, dice).unwrap_or_else(|| {
                self.people.push(recruiter.for_slot(&self.slots[opening.billet]));
                self.people.len() - 1
            });
            self.relieve(&opening, person, dice);
        }
        self.train(in_training, &relieved, recruiter, dice);
        self.approve_gaps(&relieved, dice);
    }

    fn to_relieve(&self, dice: &mut Dice) -> Vec<Opening> {
        let summer = summer_after(self.today);
        let mut openings = Vec::new();
        for (billet, seat) in self.seats.iter().enumerate() {
            let slot = &self.slots[billet];
            let (chance, report) = match *seat {
                Seat::None => continue,
                Seat::Held(stay) => {
                    let rotation = self.stays[stay].rotation;
                    let report = days_after(rotation, dice.weighted(&[(-10, 2), (0, 2), (12, 3), (30, 2), (45, 1)]));
                    let chance = match rotation {
                        day if slot.filler == Service::LocallyEmployed || day >= summer.end() => 0,
                        day if day < summer.from() => 760,
                        _ => 70,
                    };
                    (chance, report)
                }
                Seat::Empty(_) if slot.filler == Service::LocallyEmployed => continue,
                Seat::Empty(_) => (320, days_after(self.today, dice.between(12, 190))),
            };
            let report = report.max(days_after(self.today, 3));
            let until = add_months(report, 37);
            if dice.per_mille(chance) && Period::new(report, Some(until)).is_ok_and(|p| slot.authorised.covers(p)) {
                openings.push(Opening { billet, report });
            }
        }
        openings.sort_by_key(|opening| (opening.report, opening.billet));
        openings
    }

    /// Today's incumbents who stay in the workforce, by class, in the order they rotate.
    fn free_people(&self) -> BTreeMap<Class, Vec<(Date, usize, bool)>> {
        let mut free: BTreeMap<Class, Vec<(Date, usize, bool)>> = BTreeMap::new();
        for seat in &self.seats {
            let Seat::Held(index) = *seat else { continue };
            let stay = &self.stays[index];
            let stays_on = self.people[stay.person].separates.is_none_or(|day| day > days_after(stay.rotation, 1_400));
            if stays_on {
                free.entry(self.slots[stay.billet].class()).or_default().push((stay.rotation, index, false));
            }
        }
        for people in free.values_mut() {
            people.sort_unstable();
        }
        free
    }

    fn reliever(
        &self,
        opening: &Opening,
        free: &mut BTreeMap<Class, Vec<(Date, usize, bool)>>,
        dice: &mut Dice,
    ) -> Option<usize> {
        if dice.per_mille(250) {
            return None;
        }
        let people = free.get_mut(&self.slots[opening.billet].class())?;
        let first = people.partition_point(|(day, ..)| *day < days_after(opening.report, -IN_TRANSIT));
        let found = people[first..]
            .iter_mut()
            .take(60)
            .take_while(|(day, ..)| *day <= opening.report)
            .find(|(_, stay, taken)| !*taken && self.stays[*stay].billet != opening.billet)?;
        found.2 = true;
        Some(self.stays[found.1].person)
    }

    fn relieve(&mut self, opening: &Opening, person: usize, dice: &mut Dice) {
        let slot = &self.slots[opening.billet];
        let accompanied =
            slot.families && slot.terms.accompanied && self.people[person].dependents > 0 && dice.per_mille(860);
        let months = slot.months(accompanied).min(36);
        let soon = opening.report < days_after(self.today, 150);
        let ordered = (soon || dice.per_mille(300)).then(|| days_after(self.today, -dice.between(1, 90)));
        self.people[person].available_from = None;
        self.stays.push(Stay {
            person,
            billet: opening.billet,
            report: opening.report,
            rotation: add_months(opening.report, months),
            accompanied,
            ordered,
            arrived: None,
            departed: None,
        });
    }

    /// People who have finished or will finish training and hold no billet yet: most learn the language of a billet that
    /// falls open in summer.
    fn train(&mut self, count: usize, relieved: &BTreeSet<usize>, recruiter: &mut Recruiter, dice: &mut Dice) {
        let (mut wanted, slated) = self.training_needs(relieved);
        dice.shuffle(&mut wanted);
        wanted.truncate(count * 4 / 5);
        for (billet, from) in &wanted {
            let mut person = recruiter.for_slot(&self.slots[*billet]);
            person.available_from = Some(days_after(*from, -dice.between(0, 45))).filter(|day| *day > self.today);
            self.people.push(person);
        }
        if slated.is_empty() {
            return;
        }
        for _ in wanted.len()..count {
            let mut person = recruiter.for_slot(&self.slots[*dice.pick(&slated)]);
            person.available_from = dice.per_mille(400).then(|| days_after(self.today, dice.between(20, 240)));
            self.people.push(person);
        }
    }

    /// Billets that need a language and stand or fall open, each with the day; and all billets held by people who are
    /// slated.
    fn training_needs(&self, relieved: &BTreeSet<usize>) -> (Vec<(usize, Date)>, Vec<usize>) {
        let summer = summer_after(self.today);
        let (mut wanted, mut slated) = (Vec::new(), Vec::new());
        for (billet, seat) in self.seats.iter().enumerate().filter(|(i, _)| self.slots[*i].filler.is_slated()) {
            let open = match *seat {
                Seat::None => continue,
                Seat::Empty(_) => summer.from(),
                Seat::Held(stay) => self.stays[stay].rotation,
            };
            if matches!(seat, Seat::Held(_)) {
                slated.push(billet);
            }
            let lasts = self.slots[billet].authorised.contains(add_months(summer.end(), 24));
            if summer.contains(open)
                && lasts
                && !relieved.contains(&billet)
                && !self.slots[billet].terms.languages.is_empty()
            {
                wanted.push((billet, open));
            }
        }
        (wanted, slated)
    }

    fn approve_gaps(&mut self, relieved: &BTreeSet<usize>, dice: &mut Dice) {
        for billet in 0..self.slots.len() {
            let Seat::Empty(since) = self.seats[billet] else { continue };
            let slot = &self.slots[billet];
            if relieved.contains(&billet) || !dice.per_mille(210) {
                continue;
            }
            let until = days_after(self.today, dice.between(60, 420)).min(slot.authorised.end());
            let approver = if slot.abroad() { "Combatant command J1 (synthetic)" } else { "DSCS manpower (synthetic)" };
            let reason = *dice.pick(&[
                "No fill available from the service",
                "Hiring action under way",
                "Accepted at lower priority",
            ]);
            if let Ok(period) = Period::new(since, Some(until)) {
                self.gaps.push((billet, ApprovedGap { period, approver: approver.into(), reason: reason.into() }));
            }
        }
    }
}
