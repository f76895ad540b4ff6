//! Synthetic cases: about 16,000 open ones and some that are over, each with a history.
//!
//! What is calibrated: accepted cases that are not over, and cases not accepted, are as many by country as the figures of
//! its drivers of work planned, which are then recorded anew as the cases stand; what a country accepted in each fiscal
//! year of the published sales adds up to that year's published sales; all open cases are worth $903B. At other scales than
//! 1 all of these shrink alike. Times of steps and everything of execution are our assumption.

mod asked;
mod execution;
mod history;
mod letters;

use std::collections::{BTreeMap, HashMap};

use muster_domain::cases::{
    CaseKind, CaseLine, CaseNotification, CaseRecord, Execution, GoalCategory, LineClass, Milestone, NotificationStep,
    ReportCases, purchaser_class,
};
use muster_domain::partner::Measure;
use muster_domain::policy::PolicyKey;
use muster_domain::{Command, CountryId, Date, FiscalYear, OfficeId, PersonId, World};

pub(crate) use self::asked::asked;
use self::history::{History, Shape};
pub(crate) use self::letters::letters;
use crate::apportion::proportional;
use crate::dice::{Dice, days_after};

/// The value of all open cases, US cents (facts §5: ~$903B, February 2026).
pub(crate) const OPEN_VALUE: i64 = 903_000_000_000 * 100;
/// Fiscal years whose sales are published by country.
const PUBLISHED: std::ops::RangeInclusive<i16> = 2020..=2024;
/// Cases of one command.
const BATCH: usize = 200;
/// The system of record that they are said to come from.
const SOURCE: &str = "Case system (synthetic)";

/// How values scatter, per mille of a typical one: the middles of twenty equal parts of a lognormal of sigma 1.8.
const VALUES: [u64; 20] = [
    29, 75, 126, 186, 256, 340, 440, 560, 710, 890, 1_120, 1_400, 1_780, 2_270, 2_950, 3_900, 5_400, 7_900, 13_300,
    34_000,
];

const TITLES: [(&str, LineClass, u32); 12] = [
    ("Aircraft spare parts", LineClass::Articles, 14),
    ("Radios and communications", LineClass::Articles, 10),
    ("Air defense missiles", LineClass::MajorEquipment, 6),
    ("Fighter aircraft", LineClass::MajorEquipment, 4),
    ("Armoured vehicles", LineClass::MajorEquipment, 5),
    ("Ammunition", LineClass::Articles, 10),
    ("Technical assistance", LineClass::Services, 12),
    ("Pilot and maintenance training", LineClass::Training, 12),
    ("Ship overhaul", LineClass::Services, 5),
    ("Munitions storage construction", LineClass::Construction, 3),
    ("Night vision devices", LineClass::Articles, 8),
    ("Follow-on support", LineClass::Services, 11),
];

/// Where a case stands today, as it is planned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Developing,
    Executing,
    Complete,
    Closed,
    Cancelled,
}

/// A case before its value and its days are known.
struct Plan {
    country: usize,
    fate: Fate,
    /// The fiscal year of its acceptance; none where it is not accepted.
    year: Option<i16>,
    weight: u64,
}

struct Maker<'a> {
    world: &'a World,
    today: Date,
    dice: Dice,
    /// People who manage cases, by office.
    managers: HashMap<OfficeId, Vec<PersonId>>,
    /// How fast each office works, per mille.
    paces: HashMap<OfficeId, i64>,
    /// How many cases a customer has with an agency.
    numbers: BTreeMap<(String, char), usize>,
    made: usize,
}

/// Every case, in commands of some two hundred.
pub(crate) fn cases(world: &World, today: Date, scale: f64, dice: Dice, mut executions: Dice) -> Vec<Command> {
    let mut maker = Maker::new(world, today, dice);
    let plans = maker.plans(scale);
    let values = maker.values(&plans, scale);
    let mut records: Vec<CaseRecord> =
        plans.iter().zip(values).filter_map(|(plan, cents)| maker.record(plan, cents)).collect();
    records.sort_by_key(|record| (record.lor, record.number));
    records.iter_mut().for_each(|record| execution::execute(record, world, today, &mut executions));
    records.chunks(BATCH).map(|cases| ReportCases { source: SOURCE.into(), cases: cases.to_vec() }.into()).collect()
}

/// Whoever manages most of an office's cases.
pub(crate) fn manager_of(world: &World, office: &str) -> Option<PersonId> {
    let office = world.keys.office.get(office)?;
    let mut loads: BTreeMap<PersonId, usize> = BTreeMap::new();
    for (_, case) in world.cases.iter().filter(|(_, case)| case.office == *office) {
        if let Some(person) = case.manager {
            *loads.entry(person).or_default() += 1;
        }
    }
    loads.into_iter().max_by_key(|(person, load)| (*load, std::cmp::Reverse(*person))).map(|(person, _)| person)
}

fn scaled(count: i64, scale: f64) -> usize {
    (count.max(0) as f64 * scale).round() as usize
}

impl<'a> Maker<'a> {
    fn new(world: &'a World, today: Date, mut dice: Dice) -> Self {
        let mut managers: HashMap<OfficeId, Vec<PersonId>> = HashMap::new();
        for (id, _) in world.people.iter() {
            let Some(tour) = world.primary_tour(id, today) else { continue };
            let terms = world.billets[tour.billet].terms_near(today);
            if matches!(terms.title.as_str(), "Case Manager" | "Line Manager" | "Country Program Manager") {
                managers.entry(terms.office).or_default().push(id);
            }
        }
        let offices = world.offices.iter().map(|(id, _)| (id, i64::from(dice.between(780, 1480)))).collect();
        Self { world, today, dice, managers, paces: offices, numbers: BTreeMap::new(), made: 0 }
    }

    /// Which cases there are: by country as its drivers of work say, and those that are over.
    fn plans(&mut self, scale: f64) -> Vec<Plan> {
        let mut plans = Vec::new();
        let this_year = FiscalYear::of(self.today).0;
        for (country, facts) in self.world.countries.iter() {
            if facts.purchaser_codes.is_empty() {
                continue;
            }
            let count = |measure| scaled(facts.latest(measure, self.today).map_or(0, |figure| figure.value), scale);
            let (open, developing) = (count(Measure::OpenCases), count(Measure::DevelopmentCases));
            let index = muster_domain::kernel::Id::index(country);
            let sold: Vec<(i16, u32)> = PUBLISHED
                .filter_map(|year| Some((year, self.sold(country, year)?)))
                .map(|(year, usd)| (year, u32::try_from(usd / 1_000_000).unwrap_or(u32::MAX).clamp(1, 1_000_000)))
                .collect();
            let mut add = |fate, year, dice: &mut Dice| {
                plans.push(Plan { country: index, fate, year, weight: VALUES[dice.below(VALUES.len())] });
            };
            for nth in 0..open {
                // Each published year has a case first; then half of all lie in those years, by what was sold.
                let year = if let Some((year, _)) = sold.get(nth) {
                    *year
                } else if !sold.is_empty() && self.dice.per_mille(500) {
                    self.dice.weighted(&sold)
                } else {
                    *self.dice.pick(&[2013, 2014, 2015, 2016, 2017, 2018, 2019, 2019, this_year - 1, this_year - 1])
                };
                // What was accepted long ago is delivered, or nearly.
                let done = (this_year - i16::min(year, this_year)).clamp(0, 13) as u32 * 30;
                let fate = if self.dice.per_mille(done) { Fate::Complete } else { Fate::Executing };
                add(fate, Some(year), &mut self.dice);
            }
            for _ in 0..developing {
                add(Fate::Developing, None, &mut self.dice);
            }
            for _ in 0..open / 6 {
                let year = *self.dice.pick(&[2012, 2013, 2014, 2015, 2016, 2017, 2018]);
                add(Fate::Closed, Some(year), &mut self.dice);
            }
            for _ in 0..open / 14 {
                add(Fate::Cancelled, None, &mut self.dice);
            }
        }
        plans
    }

    /// The published sales of a year, US dollars, where they were sales at all.
    fn sold(&self, country: CountryId, year: i16) -> Option<i64> {
        let held = &self.world.countries[country].figures;
        let of = |measure: Measure, at: i16| measure == Measure::FmsAuthorised && at == year;
        held.iter()
            .rfind(|figure| of(figure.measure, figure.fiscal_year.0))
            .map(|figure| figure.value)
            .filter(|usd| *usd > 0)
    }

    /// The value of each case, US cents: what a country accepted in a published year adds up to what was published; the
    /// other open ones take what is left of the value of all.
    fn values(&self, plans: &[Plan], scale: f64) -> Vec<i64> {
        let mut groups: BTreeMap<(usize, i16), Vec<usize>> = BTreeMap::new();
        let mut others: Vec<usize> = Vec::new();
        for (i, plan) in plans.iter().enumerate() {
            let country = muster_domain::kernel::Id::from_index(plan.country);
            match plan.year.filter(|year| PUBLISHED.contains(year) && self.sold(country, *year).is_some()) {
                Some(year) => groups.entry((plan.country, year)).or_default().push(i),
                None => others.push(i),
            }
        }
        let mut values = vec![0i64; plans.len()];
        for ((country, year), members) in groups {
            let sold = self.sold(muster_domain::kernel::Id::from_index(country), year).unwrap_or(0);
            share(&mut values, plans, &members, (sold as f64 * 100.0 * scale) as i64);
        }
        let open = |i: &usize| !matches!(plans[*i].fate, Fate::Closed | Fate::Cancelled | Fate::Developing);
        let held: i64 = (0..plans.len()).filter(open).map(|i| values[i]).sum();
        let left = ((OPEN_VALUE as f64 * scale) as i64 - held).max(0);
        let (running, rest): (Vec<usize>, Vec<usize>) = others.into_iter().partition(open);
        share(&mut values, plans, &running, left);
        // What is not accepted, or over, is of the size of what runs.
        let each = left / i64::try_from(running.len().max(1)).unwrap_or(1);
        share(&mut values, plans, &rest, each.saturating_mul(i64::try_from(rest.len()).unwrap_or(0)));
        values
    }

    fn record(&mut self, plan: &Plan, cents: i64) -> Option<CaseRecord> {
        let (world, today) = (self.world, self.today);
        let country: CountryId = muster_domain::kernel::Id::from_index(plan.country);
        let facts = &world.countries[country];
        let code = facts.purchaser_codes[self.dice.below(facts.purchaser_codes.len())].to_string();
        let (agency, letter) = self.dice.weighted(&[(("USASAC", 'B'), 46), (("AFSAC", 'D'), 30), (("NIPO", 'P'), 24)]);
        let area = facts.responsible.at(today).map(|office| world.offices[*office].code.clone());
        let division = area.and_then(|area| world.keys.office.get(&*format!("{agency}-{area}")));
        let office = *division.or_else(|| world.keys.office.get(agency))?;
        let nth = self.numbers.entry((code.clone(), letter)).or_default();
        let number = format!("{code}-{letter}-{}", designator(*nth)).parse().ok()?;
        *nth += 1;
        let kind = self.dice.weighted(&[
            (CaseKind::DefinedOrder, 62),
            (CaseKind::BlanketOrder, 27),
            (CaseKind::SupplySupport, 3),
            (CaseKind::PseudoLoa, 8),
        ]);
        let lines = self.lines(kind, cents);
        let category = match cents / 100 {
            usd if usd > 50_000_000 => GoalCategory::C,
            _ => self.dice.weighted(&[
                (GoalCategory::A, 30),
                (GoalCategory::B, 45),
                (GoalCategory::C, 10),
                (GoalCategory::D, 15),
            ]),
        };
        let notified = notified(&facts.iso3, kind, &lines, today);
        let shape = Shape { kind, category, pace: self.paces.get(&office).copied().unwrap_or(1000), notified };
        let mut way = History::of(&shape, &mut self.dice);
        let lor = self.begin(plan, &mut way);
        let mut record = CaseRecord {
            number,
            office,
            kind,
            category,
            title: lines[0].title.clone(),
            lor,
            assessed: Vec::new(),
            milestones: Vec::new(),
            holds: Vec::new(),
            delays: Vec::new(),
            lines,
            notification: CaseNotification::default(),
            expires: None,
            documents: Vec::new(),
            manager: None,
            execution: Execution::default(),
        };
        let (approved, accepted) = (way.day_of(Milestone::AgencyApproved), way.day_of(Milestone::Accepted));
        if accepted > approved + 30 && days_after(lor, accepted) <= today {
            record.expires = Some(days_after(lor, accepted + self.dice.between(0, 20)));
        }
        self.made += 1;
        way.write(&mut record, today, self.made);
        self.plant(&mut record);
        self.manage(plan, &mut record);
        Some(record)
    }

    /// The day of the letter of request, by what the case is planned to be today; execution and closure are added.
    fn begin(&mut self, plan: &Plan, way: &mut History) -> Date {
        let today = self.today;
        let accepted = way.day_of(Milestone::Accepted);
        match (plan.fate, plan.year) {
            (Fate::Cancelled, _) => {
                let steps = 1 + self.dice.below(way.milestones.len() - 4);
                way.cancel_after(steps, &mut self.dice);
                let span = way.day_of(Milestone::Cancelled);
                days_after(today, -span - self.dice.between(0, 1_500))
            }
            (_, None) => days_after(today, -self.dice.between(0, accepted.max(1) - 1)),
            (fate, Some(year)) => {
                let from = FiscalYear(year).period().map_or(today, |period| period.from());
                let days = days_after(from, self.dice.between(0, 364)).min(days_after(today, -1));
                let lor = days_after(days, -accepted);
                self.execute(fate, way, lor);
                lor
            }
        }
    }

    fn execute(&mut self, fate: Fate, way: &mut History, lor: Date) {
        let implemented = way.day_of(Milestone::Implemented);
        let age = muster_domain::kernel::days_between(lor, self.today);
        let room = age - implemented;
        if fate == Fate::Executing || room < 60 {
            return;
        }
        // Supply was complete at some time between implementation and today; a closed case closed after that.
        // One that is still open was completed in the last three years or so: older ones were closed by force.
        let earliest = if fate == Fate::Complete { (room - 1_100).max(room / 3) } else { room / 3 };
        let complete = implemented + 30 + self.dice.between(earliest, (room - 40).max(earliest));
        way.milestones.push((Milestone::SupplyComplete, complete));
        if fate == Fate::Closed {
            let closed = complete + self.dice.between(1, (age - complete).clamp(1, 1_400));
            if self.dice.per_mille(300) {
                way.milestones.push((Milestone::InterimClosed, complete + (closed - complete) / 2));
            }
            way.milestones.push((Milestone::Closed, closed));
        }
    }

    /// What real systems of record hold that cannot be: a step left out, an offer before its notification.
    fn plant(&mut self, record: &mut CaseRecord) {
        if self.dice.per_mille(6) {
            record.milestones.retain(|(milestone, _)| *milestone != Milestone::WritingStatus);
        }
        if self.dice.per_mille(4) {
            record.notification.steps.retain(|(step, _)| *step != NotificationStep::Formal);
            record.notification.transmittal = None;
        }
    }

    fn lines(&mut self, kind: CaseKind, cents: i64) -> Vec<CaseLine> {
        let count = if kind == CaseKind::DefinedOrder { 1 + self.dice.below(4) } else { 1 };
        let weights: Vec<f64> = (0..count).map(|_| f64::from(self.dice.between(10, 100))).collect();
        let parts = proportional(u64::try_from(cents.max(100)).unwrap_or(100), &weights);
        let choices: Vec<_> = TITLES.iter().enumerate().map(|(i, (.., weight))| (i, *weight)).collect();
        let parts = parts.into_iter().enumerate();
        parts
            .map(|(i, value)| {
                let (title, class, _) = TITLES[self.dice.weighted(&choices)];
                let goods = matches!(class, LineClass::MajorEquipment | LineClass::Articles);
                CaseLine {
                    line: u16::try_from(i + 1).expect("four lines at most"),
                    title: title.into(),
                    class,
                    quantity: if goods { 1 + u32::try_from(self.dice.below(60)).unwrap_or(0) } else { 1 },
                    value_cents: i64::try_from(value).unwrap_or(i64::MAX),
                }
            })
            .collect()
    }

    /// Most cases have a manager from the day they are assigned for development.
    fn manage(&mut self, plan: &Plan, record: &mut CaseRecord) {
        let assigned = record.milestones.iter().any(|(milestone, _)| *milestone == Milestone::CaseAssigned);
        let over = matches!(plan.fate, Fate::Closed | Fate::Cancelled);
        let Some(people) = self.managers.get(&record.office).filter(|people| !people.is_empty()) else { return };
        if assigned && !over && self.dice.per_mille(960) {
            record.manager = Some(*self.dice.pick(people));
        }
    }
}

/// Divides a sum over cases by their weights.
fn share(values: &mut [i64], plans: &[Plan], members: &[usize], cents: i64) {
    let weights: Vec<f64> = members.iter().map(|i| plans[*i].weight as f64).collect();
    let parts = proportional(u64::try_from(cents).unwrap_or(0), &weights);
    for (i, part) in members.iter().zip(parts) {
        values[*i] = i64::try_from(part).unwrap_or(i64::MAX);
    }
}

/// Days of advance notice and of the formal notification, where the lines reach a threshold.
fn notified(iso3: &str, kind: CaseKind, lines: &[CaseLine], day: Date) -> Option<(i32, i32)> {
    if kind == CaseKind::PseudoLoa {
        return None;
    }
    let class = purchaser_class(iso3, day);
    let rules = World::default();
    let figure = |key| rules.policy(key, class, day).map_or(i64::MAX, |figure| figure.value);
    let total: i64 = lines.iter().map(|line| line.value_cents).sum();
    let of = |class| lines.iter().filter(|line| line.class == class).map(|line| line.value_cents).sum::<i64>();
    let reached = total / 100 >= figure(PolicyKey::NotificationTotal)
        || of(LineClass::MajorEquipment) / 100 >= figure(PolicyKey::NotificationMajorEquipment)
        || of(LineClass::Construction) / 100 >= figure(PolicyKey::NotificationConstruction);
    let days = |key| i32::try_from(figure(key)).unwrap_or(0);
    reached.then(|| (days(PolicyKey::NotificationAdvanceDays), days(PolicyKey::NotificationFormalDays)))
}

/// The n-th designator: three letters.
fn designator(nth: usize) -> String {
    [nth / 676, nth / 26, nth]
        .map(|digit| char::from(b'A' + u8::try_from(digit % 26).expect("below 26")))
        .iter()
        .collect()
}
