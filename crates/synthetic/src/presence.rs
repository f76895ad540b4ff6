//! Who is where for a time: posts under ordered departure, people diverted inside an area, people present without a billet.

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, DepartureOutcome, DepartureReach, EndDeparture, OrderDeparture,
    RecordAuthority, RescindDeparture,
};
use muster_domain::workforce::{
    AugmentOffice, AugmentationKind, AugmentationPurpose, Augmenting, DivertPerson, EndAugmentation, EndDiversion,
    FundingSource,
};
use muster_domain::{AugmentationId, Command, Date, DiversionId, OfficeId, Period, PersonId, PostId, Service, TourId};

use crate::billets::office_id;
use crate::dice::{Dice, days_after};
use crate::organization::Layout;
use crate::people::person_id;
use crate::roster::{Roster, Seat};

/// Augmentations at scale 1.
const AUGMENTATIONS: f64 = 120.0;
/// Diversions at scale 1.
const DIVERSIONS: f64 = 25.0;
/// Offices whose people and posts the demonstration shows undisturbed.
const QUIET: [&str; 1] = ["SCO-JOR"];
/// Areas in which a post may be under ordered departure.
const TROUBLED: [&str; 2] = ["CENTCOM", "AFRICOM"];

/// A person who serves, with their tour.
#[derive(Debug, Clone, Copy)]
struct Serving {
    person: PersonId,
    tour: TourId,
    arrived: Date,
    rotation: Date,
    chief: bool,
}

/// The service as this stage needs it.
struct Ground<'a> {
    today: Date,
    layout: &'a Layout,
    /// People of each office, as far as their tour counts without doubt.
    serving: BTreeMap<OfficeId, Vec<Serving>>,
    safe_haven: PostId,
}

/// Departures, diversions and augmentations; `tours` are the tours of the roster's stays, `doubted` people whose tours
/// contradict each other.
pub(crate) fn presence(
    roster: &Roster,
    layout: &Layout,
    tours: &[TourId],
    doubted: &BTreeSet<usize>,
    scale: f64,
    dice: &mut Dice,
) -> Vec<Command> {
    let ground = Ground::of(roster, layout, tours, doubted);
    let mut commands = Vec::new();
    let closed = ground.departures(&mut commands);
    let open: Vec<usize> = ground.scos().filter(|i| !closed.contains(&layout.offices[*i].post)).collect();
    let many = |base: f64| (base * scale).ceil().max(3.0) as usize;
    ground.diversions(&open, many(DIVERSIONS), dice, &mut commands);
    ground.augmentations(&open, many(AUGMENTATIONS), dice, &mut commands);
    commands
}

impl<'a> Ground<'a> {
    fn of(roster: &Roster, layout: &'a Layout, tours: &[TourId], doubted: &BTreeSet<usize>) -> Self {
        let mut serving: BTreeMap<OfficeId, Vec<Serving>> = BTreeMap::new();
        for (billet, seat) in roster.seats.iter().enumerate() {
            let (Seat::Held(stay), slot) = (*seat, &roster.slots[billet]) else { continue };
            let held = &roster.stays[stay];
            let Some(arrived) = held.arrived.filter(|_| held.departed.is_none()) else { continue };
            let sure = arrived < held.rotation && arrived <= roster.today && !doubted.contains(&held.person);
            if slot.filler == Service::LocallyEmployed || !sure {
                continue;
            }
            serving.entry(slot.terms.office).or_default().push(Serving {
                person: person_id(held.person),
                tour: tours[stay],
                arrived,
                rotation: held.rotation,
                chief: slot.terms.key,
            });
        }
        let safe_haven = layout.offices[layout.office("DSCA").expect("in the reference tables")].post;
        Self { today: roster.today, layout, serving, safe_haven }
    }

    fn scos(&self) -> impl Iterator<Item = usize> + '_ {
        let seats = self.layout.offices.iter().enumerate();
        seats.filter(|(_, seat)| seat.code.starts_with("SCO-")).map(|(i, _)| i)
    }

    fn people(&self, office: usize) -> &[Serving] {
        self.serving.get(&office_id(office)).map_or(&[], Vec::as_slice)
    }

    fn day(&self, days: i32) -> Date {
        days_after(self.today, days)
    }

    /// Two departures in force, one of them near its limit; one that ended; one recorded by mistake. The posts they close.
    fn departures(&self, commands: &mut Vec<Command>) -> BTreeSet<PostId> {
        let mut places: Vec<usize> = self
            .scos()
            .filter(|i| {
                let seat = &self.layout.offices[*i];
                !QUIET.contains(&seat.code.as_str()) && seat.area.is_some_and(|area| TROUBLED.contains(&area))
            })
            .collect();
        places.sort_by_key(|i| (std::cmp::Reverse(self.people(*i).len().min(9)), self.layout.offices[*i].post));
        let order = |place: usize, from: i32, number: u32| OrderDeparture {
            post: self.layout.offices[place].post,
            from: self.day(from),
            safe_haven: self.safe_haven,
            essential: self.essential(place, self.day(from)),
            reach: DepartureReach::NotEssential,
            document: format!("State cable {number} (synthetic)").into(),
        };
        let spans = [(-164, None), (-41, None), (-200, Some(-150)), (-120, None)];
        let mut closed = BTreeSet::new();
        for (nth, (place, (from, until))) in (1u32..).zip(places.into_iter().zip(spans)) {
            let ordered = order(place, from, 100 * nth);
            let (post, first) = (ordered.post, ordered.from);
            let document = || format!("State cable {} (synthetic)", 100 * nth + 1).into();
            commands.push(ordered.into());
            match until {
                Some(until) => {
                    let (on, outcome) = (self.day(until), DepartureOutcome::Returned);
                    commands.push(EndDeparture { post, on, outcome, document: document() }.into());
                }
                None if nth == 4 => {
                    commands.push(RescindDeparture { post, from: first, document: document() }.into());
                    continue;
                }
                None => {}
            }
            closed.insert(post);
        }
        closed
    }

    /// The chief, and one in four of those who had arrived by the day.
    fn essential(&self, office: usize, day: Date) -> Vec<PersonId> {
        let there = self.people(office).iter().filter(|who| who.arrived <= day && day < who.rotation);
        let stays = there.enumerate().filter(|(i, who)| who.chief || i % 4 == 1);
        stays.map(|(_, who)| who.person).collect()
    }

    /// People of one office sent to another of the same area.
    fn diversions(&self, open: &[usize], many: usize, dice: &mut Dice, commands: &mut Vec<Command>) {
        let reasons = ["A gap until the relief arrives", "An exercise", "Surge of cases", "The chief is on leave"];
        let mut diverted: BTreeSet<PersonId> = BTreeSet::new();
        let mut number = 0;
        for _ in 0..many * 40 {
            if diverted.len() == many {
                break;
            }
            let (from, to) = (*dice.pick(open), *dice.pick(open));
            let (seat, other) = (&self.layout.offices[from], &self.layout.offices[to]);
            let period = self.days(dice, 75);
            let reason = *dice.pick(&reasons);
            let early = dice.per_mille(120);
            let fits = from != to && seat.area == other.area && !QUIET.contains(&seat.code.as_str());
            let people = self.people(from);
            if !fits || people.is_empty() {
                continue;
            }
            let who = people[dice.below(people.len())];
            let within = who.arrived <= period.from() && period.end() <= who.rotation;
            if !within || who.chief || !diverted.insert(who.person) {
                continue;
            }
            let (tour, to) = (who.tour, office_id(to));
            commands.push(DivertPerson { tour, to, period, reason: reason.to_owned() }.into());
            if early && period.from() < self.today {
                let on = days_after(period.from(), period.days() / 2);
                commands.push(EndDiversion { diversion: DiversionId(number), on }.into());
            }
            number += 1;
        }
    }

    /// Days of which most run today, some are over and some to come; at most this long.
    fn days(&self, dice: &mut Dice, most: i32) -> Period {
        let length = dice.between(14, most);
        let from = match dice.weighted(&[(0u8, 60), (1, 25), (2, 15)]) {
            0 => -dice.between(0, length - 7),
            1 => -length - dice.between(1, 60),
            _ => dice.between(3, 60),
        };
        Period::new(self.day(from), Some(self.day(from + length))).expect("two weeks at least")
    }

    /// People present without a billet, of every kind, at offices in partner countries.
    fn augmentations(&self, open: &[usize], many: usize, dice: &mut Dice, commands: &mut Vec<Command>) {
        let mut home: Vec<Serving> = Vec::new();
        for (i, seat) in self.layout.offices.iter().enumerate().filter(|(_, seat)| !seat.code.starts_with("SCO-")) {
            let agency = seat.area.is_none() && seat.since <= self.day(-700);
            home.extend(self.people(i).iter().filter(|who| agency && !who.chief && who.arrived <= self.day(-240)));
        }
        dice.shuffle(&mut home);
        let mut controlled: BTreeSet<usize> = BTreeSet::new();
        for number in 0..many {
            let place = *dice.pick(open);
            let kind = dice.weighted(&[
                (AugmentationKind::TemporaryDuty, 40),
                (AugmentationKind::ReserveOrders, 16),
                (AugmentationKind::GuardBilateral, 20),
                (AugmentationKind::Contractor, 14),
                (AugmentationKind::TrainingTeam, 10),
            ]);
            let (funding, purpose) = money(kind, dice);
            let most = match kind {
                AugmentationKind::TemporaryDuty => 120,
                AugmentationKind::TrainingTeam => 90,
                _ => 200,
            };
            let drawn = self.days(dice, most);
            // Some are always still to come, in however small a service.
            let coming = Period::new(self.day(20), Some(self.day(60))).expect("it runs forward");
            let period = if number == 0 { coming } else { drawn };
            let early = dice.per_mille(60);
            let heads = match kind {
                AugmentationKind::Contractor => dice.between(1, 9),
                AugmentationKind::TrainingTeam => dice.between(4, 14),
                _ => 1,
            };
            let named = kind == AugmentationKind::TemporaryDuty;
            let visitor = home.last().filter(|who| named && period.end() <= who.rotation).map(|who| who.person);
            let who = match visitor {
                Some(person) => {
                    home.pop();
                    Augmenting::Person(person)
                }
                None => Augmenting::People(u8::try_from(heads).expect("below 15")),
            };
            if kind == AugmentationKind::TrainingTeam && controlled.insert(place) {
                commands.push(self.tactical_control(place));
            }
            let document = format!("{} {}-{:03} (synthetic)", paper(kind), period.from().year(), number + 1).into();
            let office = office_id(place);
            commands.push(AugmentOffice { office, kind, who, period, document, funding, purpose }.into());
            if early && period.from() < self.today {
                let augmentation = AugmentationId(u32::try_from(number).expect("some thousand at most"));
                let on = days_after(period.from(), period.days() / 2);
                commands.push(EndAugmentation { augmentation, on }.into());
            }
        }
    }

    /// The command's tactical control over teams at an office.
    fn tactical_control(&self, office: usize) -> Command {
        let area = self.layout.offices[office].area.expect("an SCO works for a command");
        let command = self.layout.office(area).expect("the command is an office");
        let period = Period::new(self.day(-400), Some(self.day(300))).expect("it runs forward");
        RecordAuthority(Authority {
            kind: AuthorityKind::TacticalControl,
            holder: AuthorityHolder::Office(office_id(command)),
            over: office_id(office),
            period,
            source: "Order for training teams (synthetic)".into(),
        })
        .into()
    }
}

/// The paper that a kind of augmentation rests on.
fn paper(kind: AugmentationKind) -> &'static str {
    match kind {
        AugmentationKind::TemporaryDuty => "Travel order",
        AugmentationKind::ReserveOrders => "Reserve orders",
        AugmentationKind::GuardBilateral => "State partnership request",
        AugmentationKind::Contractor => "Task order",
        AugmentationKind::TrainingTeam => "Team request",
    }
}

/// Money that may pay for it.
fn money(kind: AugmentationKind, dice: &mut Dice) -> (FundingSource, AugmentationPurpose) {
    let lines: Vec<_> =
        muster_domain::workforce::AUGMENTATION_FUNDING.iter().filter(|line| line.kind == kind).collect();
    let line = dice.pick(&lines);
    (line.funding, line.purpose)
}
