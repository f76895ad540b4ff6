//! What real rosters have: people registered twice, late reports, sources that disagree, scores that aged out, dates that
//! cannot be, billets with two incumbents, people in two places. Each planted once, counted, and found by the domain.

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::workforce::{LanguageScore, ReportPerson};
use muster_domain::{Command, Grade, Ilr, Period, Service};

use crate::dice::{Dice, days_after};
use crate::people::Recruiter;
use crate::roster::{Roster, Seat, Stay};

/// How many contradictions of each kind were planted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Planted {
    /// People registered under a second number with the same name and date of birth.
    pub duplicates: usize,
    /// Departures reported more than a month after the day.
    pub late_reports: usize,
    /// People for whom a second source says another grade.
    pub disagreements: usize,
    /// People whose language score had aged out when it was reported.
    pub expired_scores: usize,
    /// People and tours with a date that cannot be.
    pub impossible_dates: usize,
    /// Billets with a second primary incumbent.
    pub second_incumbents: usize,
    /// People with two primary billets at once.
    pub two_places: usize,
}

impl Planted {
    /// All of them.
    pub fn total(&self) -> usize {
        let Self { duplicates, late_reports, disagreements, expired_scores, .. } = self;
        duplicates
            + late_reports
            + disagreements
            + expired_scores
            + self.impossible_dates
            + self.second_incumbents
            + self.two_places
    }
}

/// The planted, as far as it is not in the roster itself.
pub(crate) struct Plants {
    pub planted: Planted,
    /// Stays reported first without their departure and again long after it.
    pub late: BTreeSet<usize>,
    /// Reports of a second source, given after every person's own.
    pub second_sources: Vec<Command>,
    /// Stays reported after all others.
    pub last: Vec<Stay>,
}

impl Roster {
    /// Plants contradictions, some for each thousand people.
    pub fn plant(&mut self, recruiter: &mut Recruiter, scale: f64, dice: &mut Dice) -> Plants {
        let count = |base: f64| (base * scale).ceil().max(1.0) as usize;
        let mut serving: Vec<usize> = self
            .seats
            .iter()
            .filter_map(|seat| if let Seat::Held(stay) = seat { Some(self.stays[*stay].person) } else { None })
            .filter(|person| self.people[*person].facts.service.is_slated())
            .collect();
        dice.shuffle(&mut serving);
        let mut draw = serving.into_iter();
        let mut planted = Planted::default();

        let scored: Vec<usize> =
            draw.clone().filter(|person| !self.people[*person].facts.languages.is_empty()).take(count(80.0)).collect();
        for person in &scored {
            self.people[*person].facts.languages[0].tested = days_after(self.today, -dice.between(1_840, 2_900));
            planted.expired_scores += 1;
        }
        let mut next =
            |many: usize| -> Vec<usize> { draw.by_ref().filter(|p| !scored.contains(p)).take(many).collect() };
        let (timeless, doubted, doubled) = (next(count(20.0)), next(count(50.0)), next(count(40.0)));
        for person in timeless {
            let level = Ilr::from_half_steps(4).expect("level 2");
            self.people[person].facts.languages = vec![LanguageScore {
                language: "French".into(),
                listening: level,
                reading: level,
                speaking: level,
                tested: days_after(self.today, dice.between(20, 300)),
            }];
            planted.impossible_dates += 1;
        }
        let second_sources: Vec<Command> = doubted.into_iter().map(|person| self.second_source(person)).collect();
        planted.disagreements = second_sources.len();
        for person in doubled {
            let mut twin = self.people[person].clone();
            twin.number = recruiter.number(twin.facts.service);
            twin.separates = twin.separates.filter(|day| *day > self.today);
            self.people.push(twin);
            planted.duplicates += 1;
        }

        let late = self.late(count(60.0), dice);
        planted.late_reports = late.len();
        planted.impossible_dates += self.backward(count(10.0), &late, dice);
        let mut last = self.second_incumbents(count(12.0), recruiter, dice);
        planted.second_incumbents = last.len();
        let elsewhere = self.two_places(count(8.0), dice);
        planted.two_places = elsewhere.len();
        last.extend(elsewhere);
        Plants { planted, late, second_sources, last }
    }

    fn second_source(&self, person: usize) -> Command {
        let recruit = &self.people[person];
        let mut facts = recruit.facts();
        facts.grade = match facts.grade {
            Grade::O(n) => Grade::O(if n > 3 { n - 1 } else { n + 1 }),
            Grade::W(n) => Grade::W(if n > 1 { n - 1 } else { n + 1 }),
            Grade::E(n) => Grade::E(if n > 4 { n - 1 } else { n + 1 }),
            Grade::Gs(n) => Grade::Gs(if n > 1 { n - 1 } else { n + 1 }),
            Grade::Ses => Grade::Gs(15),
        };
        ReportPerson { number: recruit.number.clone(), source: "DEERS (synthetic)".into(), as_of: self.today, facts }
            .into()
    }

    /// Past stays without an attaché billet beside, long over.
    fn long_over(&self, dice: &mut Dice) -> Vec<usize> {
        let before = days_after(self.today, -130);
        let mut over: Vec<usize> = (0..self.stays.len())
            .filter(|i| self.stays[*i].departed.is_some_and(|day| day < before))
            .filter(|i| self.slots[self.stays[*i].billet].attache.is_none())
            .filter(|i| self.slots[self.stays[*i].billet].filler != Service::LocallyEmployed)
            .collect();
        dice.shuffle(&mut over);
        over
    }

    fn late(&self, count: usize, dice: &mut Dice) -> BTreeSet<usize> {
        self.long_over(dice).into_iter().take(count).collect()
    }

    fn backward(&mut self, count: usize, late: &BTreeSet<usize>, dice: &mut Dice) -> usize {
        let chosen: Vec<usize> = self.long_over(dice).into_iter().filter(|i| !late.contains(i)).take(count).collect();
        for i in &chosen {
            let stay = &mut self.stays[*i];
            stay.departed = stay.arrived.map(|arrived| days_after(arrived, -dice.between(3, 200)));
        }
        chosen.len()
    }

    /// Billets and people with something planned.
    fn planned(&self) -> (BTreeSet<usize>, BTreeSet<usize>) {
        let planned = self.stays.iter().filter(|stay| stay.arrived.is_none());
        planned.map(|stay| (stay.billet, stay.person)).unzip()
    }

    fn second_incumbents(&mut self, count: usize, recruiter: &mut Recruiter, dice: &mut Dice) -> Vec<Stay> {
        let (billets, _) = self.planned();
        let (early, late) = (days_after(self.today, -90), days_after(self.today, 120));
        let mut held: Vec<usize> = self
            .seats
            .iter()
            .enumerate()
            .filter_map(
                |(billet, seat)| if let Seat::Held(stay) = seat { Some((billet, &self.stays[*stay])) } else { None },
            )
            .filter(|(_, stay)| stay.arrived.is_some_and(|day| day < early) && stay.rotation > late)
            .map(|(billet, _)| billet)
            .filter(|billet| self.is_plain(*billet) && !billets.contains(billet))
            .collect();
        dice.shuffle(&mut held);
        held.truncate(count);
        let mut stays = Vec::new();
        for billet in held {
            self.people.push(recruiter.for_slot(&self.slots[billet]));
            let arrived = days_after(self.today, -dice.between(30, 60));
            stays.push(self.present(
                self.people.len() - 1,
                billet,
                arrived,
                days_after(self.today, dice.between(60, 110)),
            ));
        }
        stays
    }

    fn two_places(&self, count: usize, dice: &mut Dice) -> Vec<Stay> {
        let (billets, people) = self.planned();
        let mut by_class: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for seat in &self.seats {
            let Seat::Held(stay) = *seat else { continue };
            let (billet, person) = (self.stays[stay].billet, self.stays[stay].person);
            let there = self.stays[stay].arrived.is_some_and(|day| day < days_after(self.today, -60));
            if there && self.is_plain(billet) && !people.contains(&person) {
                by_class.entry(self.slots[billet].class()).or_default().push(stay);
            }
        }
        let gapped: BTreeSet<usize> = self.gaps.iter().map(|(billet, _)| *billet).collect();
        let mut empty: Vec<usize> = (0..self.slots.len())
            .filter(|billet| matches!(self.seats[*billet], Seat::Empty(since) if since < days_after(self.today, -60)))
            .filter(|billet| self.is_plain(*billet) && !billets.contains(billet) && !gapped.contains(billet))
            .collect();
        dice.shuffle(&mut empty);
        let mut stays = Vec::new();
        for billet in empty {
            let Some(stay) = by_class.get_mut(&self.slots[billet].class()).and_then(Vec::pop) else { continue };
            let other = &self.stays[stay];
            let (arrived, rotation) = (days_after(self.today, -dice.between(20, 40)), other.rotation);
            if Period::new(arrived, Some(rotation)).is_ok_and(|period| self.slots[billet].authorised.covers(period)) {
                stays.push(self.present(other.person, billet, arrived, rotation));
            }
            if stays.len() == count {
                break;
            }
        }
        stays
    }

    /// A billet in which a planted stay breaks one rule only.
    fn is_plain(&self, billet: usize) -> bool {
        let slot = &self.slots[billet];
        slot.attache.is_none() && !slot.terms.section_515 && slot.filler != Service::LocallyEmployed
    }

    fn present(
        &self,
        person: usize,
        billet: usize,
        arrived: muster_domain::Date,
        rotation: muster_domain::Date,
    ) -> Stay {
        let ordered = Some(days_after(arrived, -50));
        Stay {
            person,
            billet,
            report: arrived,
            rotation,
            accompanied: false,
            ordered,
            arrived: Some(arrived),
            departed: None,
        }
    }
}
