//! The people, as they truly are: before, when Muster last heard of them, and after, when the sources write.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::dice::Dice;
use super::names::Names;

/// What may change about a person.
#[derive(Debug, Clone)]
pub(crate) struct State {
    pub family: String,
    pub grade: (&'static str, u8),
    pub specialty: String,
    pub office: String,
    pub position: String,
}

/// One person.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub number: String,
    pub given: String,
    /// Empty if they have none.
    pub middle: String,
    pub suffix: &'static str,
    pub born: Date,
    pub service: &'static str,
    pub before: State,
    pub after: State,
}

/// Where people work, and how many.
pub(crate) struct Offices {
    codes: Vec<String>,
    running: Vec<u64>,
    /// The last position number of each.
    positions: Vec<u32>,
    /// Positions that somebody has left.
    vacant: Vec<(String, String)>,
}

impl Offices {
    pub fn new() -> Self {
        const EMBASSIES: usize = 140;
        const AGENCIES: usize = 60;
        let mut offices = Self { codes: Vec::new(), running: Vec::new(), positions: Vec::new(), vacant: Vec::new() };
        let mut total = 0;
        for index in 0..EMBASSIES {
            let letter =
                |place: usize| char::from(b'A' + (index * 7 + place * 11 + index * index * place % 23) as u8 % 26);
            offices.codes.push(format!("SCO-{}{}{}{}", letter(0), letter(1), letter(2), index % 10));
            total += 30 + (index as u64 * 13) % 170;
            offices.running.push(total);
        }
        for rank in 1..=AGENCIES {
            offices.codes.push(format!("AG-{rank:02}"));
            total += 38_000 / rank as u64;
            offices.running.push(total);
        }
        offices.positions = vec![0; offices.codes.len()];
        offices
    }

    /// An office and a position in it: every other time one that somebody has left, if there is any, so that a source
    /// that lags names the one where another sits.
    pub fn place(&mut self, dice: &mut Dice) -> (String, String) {
        if !self.vacant.is_empty() && dice.per_mille(500) {
            return self.vacant.swap_remove(dice.roll(self.vacant.len()));
        }
        let at = dice.weighted(&self.running);
        self.positions[at] += 1 + dice.roll(3) as u32;
        (self.codes[at].clone(), format!("{}-{:05}", self.codes[at].replace('-', ""), self.positions[at]))
    }
}

const SERVICES: [(&str, u64); 5] = [("CIV", 52), ("ARMY", 76), ("AF", 92), ("NAVY", 97), ("USMC", 100)];

/// Draws a person by themself.
pub(crate) fn draw(names: &Names, offices: &mut Offices, dice: &mut Dice) -> Person {
    let running: Vec<u64> = SERVICES.iter().map(|(_, sum)| *sum).collect();
    let service = SERVICES[dice.weighted(&running)].0;
    let female = dice.per_mille(if service == "CIV" { 430 } else { 170 });
    let mut family = names.family(dice);
    if dice.per_mille(20) {
        family = format!("{family}-{}", names.family(dice));
    } else if dice.per_mille(6) {
        family = format!("{} {family}", dice.pick(&["De La", "Van", "Del", "St."]));
    }
    let middle = if dice.per_mille(150) { String::new() } else { names.given(female, dice) };
    let age_days = match service {
        "CIV" => 24 * 365 + dice.roll(42 * 365),
        _ => 21 * 365 + dice.roll(17 * 365) + dice.roll(17 * 365),
    };
    let (office, position) = offices.place(dice);
    let grade = grade(service, age_days / 365, dice);
    let before = State { family, grade, specialty: specialty(service, dice), office, position };
    Person {
        number: number(dice),
        given: names.given(female, dice),
        middle,
        suffix: if !female && dice.per_mille(30) { dice.pick::<&str>(&["Jr", "Jr", "Jr", "III", "II"]) } else { "" },
        born: date(2026, 11, 1).saturating_sub((age_days as i64).days()),
        service,
        after: before.clone(),
        before,
    }
}

/// Time passes: promotions, moves, another specialty, another name.
pub(crate) fn age(person: &mut Person, names: &Names, offices: &mut Offices, dice: &mut Dice) {
    let after = &mut person.after;
    if dice.per_mille(60) && after.grade.1 < 15 {
        after.grade.1 += 1;
    }
    if dice.per_mille(60) {
        let (office, position) = offices.place(dice);
        let left = (std::mem::replace(&mut after.office, office), std::mem::replace(&mut after.position, position));
        offices.vacant.push(left);
    } else if dice.per_mille(20) {
        // Another desk of the same office.
        let (office, position) = offices.place(dice);
        if office == after.office {
            after.position = position;
        }
    }
    if dice.per_mille(20) {
        after.specialty = specialty(person.service, dice);
    }
    if dice.per_mille(4) {
        let married = names.family(dice);
        after.family = if dice.per_mille(400) { format!("{}-{married}", after.family) } else { married };
    }
}

/// Ten digits; numbers of this kind are issued to nobody.
pub(crate) fn number(dice: &mut Dice) -> String {
    format!("9{:03}{:06}", dice.roll(1_000), dice.roll(1_000_000))
}

fn grade(service: &str, age: usize, dice: &mut Dice) -> (&'static str, u8) {
    let step = |low: usize, high: usize, dice: &mut Dice| {
        let span = high - low + 1;
        let by_age = low + span * age.saturating_sub(21) / 40;
        (by_age + dice.roll(4)).saturating_sub(1).clamp(low, high) as u8
    };
    match service {
        "CIV" => ("GS", step(7, 15, dice)),
        _ if dice.per_mille(450) => ("O", step(1, 6, dice)),
        _ if dice.per_mille(80) => ("W", step(1, 5, dice)),
        _ => ("E", step(3, 9, dice)),
    }
}

fn specialty(service: &str, dice: &mut Dice) -> String {
    // The smaller of two draws: some specialties are common, most are not.
    let code = dice.roll(30).min(dice.roll(30));
    match service {
        "CIV" => format!("{:04}", 301 + 37 * code),
        "ARMY" => format!("{}{}", 11 + 3 * code, char::from(b'A' + (code % 7) as u8)),
        "AF" => format!("{}{}X{}", 1 + code % 6, char::from(b'A' + (code % 9) as u8), code % 4),
        "NAVY" => format!("{}", 1100 + 50 * code),
        _ => format!("{:04}", 202 + 100 * code),
    }
}
