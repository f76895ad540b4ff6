//! Who is in which billet today, who is not, and when everybody rotates: most in summer.

use jiff::civil::date;
use muster_domain::kernel::{add_months, days_between};
use muster_domain::workforce::{ApprovedGap, Incumbency, OverlapAuthorisation, ReportTour};
use muster_domain::{Command, Date, Period, Service};

use crate::billets::{Slot, billet_id};
use crate::dice::{Dice, days_after};
use crate::people::{Recruit, Recruiter, person_id};

/// One person in one billet for a time, as planned.
#[derive(Debug, Clone)]
pub(crate) struct Stay {
    pub person: usize,
    pub billet: usize,
    pub report: Date,
    pub rotation: Date,
    pub accompanied: bool,
    pub ordered: Option<Date>,
    pub arrived: Option<Date>,
    pub departed: Option<Date>,
}

impl Stay {
    /// The first day not in the billet.
    pub fn end(&self) -> Date {
        self.departed.unwrap_or(self.rotation)
    }

    /// As the person's system of record lists it on a day.
    pub fn report(&self, people: &[Recruit], as_of: Date) -> ReportTour {
        ReportTour {
            source: people[self.person].source.into(),
            as_of,
            person: person_id(self.person),
            billet: billet_id(self.billet),
            incumbency: Incumbency::Primary,
            report: self.report,
            rotation: self.rotation,
            accompanied: self.accompanied,
            ordered: self.ordered,
            arrived: self.arrived,
            departed: self.departed,
        }
    }

    /// The same time in the billet held beside.
    pub fn beside(&self, people: &[Recruit], billet: usize, as_of: Date) -> Command {
        let primary = self.report(people, as_of);
        ReportTour { billet: billet_id(billet), incumbency: Incumbency::Additional, ..primary }.into()
    }
}

/// What one billet stands at today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seat {
    /// Held by the stay of this index.
    Held(usize),
    /// Empty since a day; never filled if that is its first.
    Empty(Date),
    /// Not authorised today, or held only beside another.
    None,
}

/// Billets, people and stays together.
pub(crate) struct Roster {
    pub today: Date,
    pub slots: Vec<Slot>,
    pub people: Vec<Recruit>,
    pub stays: Vec<Stay>,
    pub seats: Vec<Seat>,
    pub gaps: Vec<(usize, ApprovedGap)>,
    pub overlaps: Vec<(usize, OverlapAuthorisation)>,
}

/// The days within which the coming summer's rotations fall.
pub(crate) fn summer_after(today: Date) -> Period {
    let year = today.year() + i16::from(today >= date(today.year(), 5, 1));
    Period::new(date(year, 5, 1), Some(date(year, 10, 1))).expect("May comes before October")
}

/// A day of a summer, most in June and July.
fn summer_day(year: i16, dice: &mut Dice) -> Date {
    let month = dice.weighted(&[(5i8, 9), (6, 32), (7, 33), (8, 20), (9, 6)]);
    days_after(date(year, month, 1), dice.between(0, 29))
}

impl Roster {
    /// Fills the billets of today.
    pub fn fill(slots: Vec<Slot>, recruiter: &mut Recruiter, dice: &mut Dice, today: Date) -> Self {
        let seats = vec![Seat::None; slots.len()];
        let (people, stays) = (Vec::with_capacity(slots.len()), Vec::with_capacity(slots.len() * 2));
        let mut roster = Self { today, slots, people, stays, seats, gaps: Vec::new(), overlaps: Vec::new() };
        for billet in 0..roster.slots.len() {
            roster.seat(billet, recruiter, dice);
        }
        roster
    }

    fn seat(&mut self, billet: usize, recruiter: &mut Recruiter, dice: &mut Dice) {
        let slot = &self.slots[billet];
        if slot.beside || !slot.authorised.contains(self.today) {
            return;
        }
        let from = slot.authorised.from();
        if days_between(from, self.today) < 30 || dice.per_mille(vacancy_per_mille(slot)) {
            let days = dice.weighted(&[(30, 1), (90, 3), (180, 4), (480, 4)]);
            let since = days_after(self.today, -dice.between(5, days));
            self.seats[billet] = Seat::Empty(since.max(from));
            return;
        }
        let mut person = recruiter.for_slot(slot);
        let accompanied = slot.families && slot.terms.accompanied && person.dependents > 0 && dice.per_mille(860);
        let Some((arrived, rotation)) = serve(slot, accompanied, self.today, dice) else {
            self.seats[billet] = Seat::Empty(from);
            return;
        };
        plan_departure(&mut person, rotation, dice);
        let report = days_after(arrived, dice.between(-4, 6));
        let ordered = Some(days_after(report, -dice.between(60, 200)));
        self.seats[billet] = Seat::Held(self.stays.len());
        let stay = Stay {
            person: self.people.len(),
            billet,
            report,
            rotation,
            accompanied,
            ordered,
            arrived: Some(arrived),
            departed: None,
        };
        self.stays.push(stay);
        self.people.push(person);
    }
}

/// How often a billet stands empty: more at hardship posts, less where it is key.
fn vacancy_per_mille(slot: &Slot) -> u32 {
    let place = match (slot.hardship, slot.danger) {
        (25.., 1..) => 150,
        (25.., _) => 115,
        (15.., _) | (_, 1..) => 45,
        _ => 0,
    };
    match (slot.terms.key, slot.filler) {
        (_, Service::LocallyEmployed) => 50,
        (true, _) => 40 + place / 2,
        _ => 114 + place,
    }
}

/// Arrival and rotation of today's incumbent; `None` where the billet's authorisation leaves no room.
fn serve(slot: &Slot, accompanied: bool, today: Date, dice: &mut Dice) -> Option<(Date, Date)> {
    let (from, end) = (slot.authorised.from(), slot.authorised.end());
    let yesterday = days_after(today, -1);
    if slot.filler == Service::LocallyEmployed {
        let arrived = days_after(today, -dice.between(40, 3_200)).max(days_after(from, 20));
        let rotation = days_after(today, dice.between(720, 3_400)).min(end);
        return (arrived < today && rotation > today).then_some((arrived, rotation));
    }
    let months = slot.months(accompanied);
    let years = u8::try_from(months / 12).expect("tours last a few years").max(1);
    let summer = summer_after(today).from().year() + i16::try_from(dice.below(years.into())).expect("a few years");
    let mut rotation = summer_day(summer, dice);
    if dice.per_mille(110) {
        rotation = days_after(date(summer - 1, 10, 1), dice.between(0, 205));
    }
    let rotation = rotation.max(days_after(today, dice.between(4, 40))).min(end);
    let arrived = days_after(add_months(rotation, -months), dice.between(-20, 20));
    let arrived = arrived.min(days_after(yesterday, -dice.between(0, 20))).max(days_after(from, dice.between(3, 25)));
    (arrived < today && rotation > days_after(today, 3)).then_some((arrived, rotation))
}

/// Some retire when they rotate, some a little later, most stay long.
fn plan_departure(person: &mut Recruit, rotation: Date, dice: &mut Dice) {
    if person.facts.service == Service::LocallyEmployed {
        return;
    }
    person.separates = match dice.below(100) {
        0..6 => Some(days_after(rotation, dice.between(0, 60))),
        6..10 => Some(days_after(rotation, dice.between(200, 900))),
        10..45 => Some(days_after(rotation, dice.between(1_500, 5_000))),
        _ => None,
    };
    if dice.per_mille(40) {
        person.available_from = Some(days_after(rotation, dice.between(15, 80)));
    }
}
