//! The set: everybody truly there, what Muster knows of them, and what five sources say.

use super::dice::Dice;
use super::entry::{Entry, Layout};
use super::names::{Names, called, marked};
use super::people::{self, Offices, Person, State};
use super::rates::{KNOWN, Rates, SOURCES, Style};
use super::slips;

/// The files of a set as CSV text.
#[derive(Debug)]
pub struct Set {
    /// Name and text of the file of what is known, then of each source.
    pub files: Vec<(&'static str, String)>,
}

/// Writes a set about so many people.
pub fn generate(seed: u64, people: usize, names: &Names) -> Set {
    let mut dice = Dice::new(seed, 1);
    let mut offices = Offices::new();
    let mut everybody: Vec<Person> = (0..people).map(|_| people::draw(names, &mut offices, &mut dice)).collect();
    relatives(&mut everybody, &mut dice);
    for person in &mut everybody {
        people::age(person, names, &mut offices, &mut dice);
    }
    let newcomers = newcomers(&everybody, names, &mut offices, &mut dice);
    everybody.extend(newcomers);
    let files = std::iter::once(&KNOWN)
        .chain(&SOURCES)
        .zip(2..)
        .map(|(rates, stream)| {
            let mut dice = Dice::new(seed, stream);
            let entries = entries(rates, &everybody, people, &mut dice);
            (rates.name, Layout::of(rates).write(&entries))
        })
        .collect();
    Set { files }
}

/// Twins, fathers and sons, couples: pairs that differ in less than strangers do.
fn relatives(everybody: &mut [Person], dice: &mut Dice) {
    const PER_PEOPLE: usize = 100;
    for pair in 0..everybody.len() / PER_PEOPLE {
        let (one, other) = (dice.roll(everybody.len()), dice.roll(everybody.len()));
        if one == other {
            continue;
        }
        let model = everybody[one].clone();
        let other = &mut everybody[other];
        other.before.family.clone_from(&model.before.family);
        match pair % 10 {
            // Twins in one service and office.
            0 | 1 => {
                other.born = model.born;
                other.service = model.service;
                other.before = State { position: other.before.position.clone(), ..model.before };
            }
            // A father and a son of his name.
            2 | 3 => {
                other.given = model.given;
                other.middle = model.middle;
                other.suffix = "Jr";
                other.service = model.service;
            }
            // Couples, most of them at one post.
            _ => other.before.office = model.before.office,
        }
        other.after = other.before.clone();
    }
}

/// People whom Muster does not know; one in seven bears the name of somebody it knows.
fn newcomers(everybody: &[Person], names: &Names, offices: &mut Offices, dice: &mut Dice) -> Vec<Person> {
    const SHARE: usize = 10;
    (0..everybody.len() / SHARE)
        .map(|_| {
            let mut person = people::draw(names, offices, dice);
            if dice.roll(7) == 0 {
                let namesake = dice.pick(everybody);
                person.given.clone_from(&namesake.given);
                person.after.family.clone_from(&namesake.after.family);
            }
            person
        })
        .collect()
}

fn entries(rates: &Rates, everybody: &[Person], known: usize, dice: &mut Dice) -> Vec<Entry> {
    let mut who: Vec<usize> = Vec::new();
    for person in 0..known {
        if dice.per_mille(rates.covers) {
            who.push(person);
            if dice.per_mille(rates.twice) {
                who.push(person);
            }
        }
    }
    for _ in 0..who.len() * rates.newcomers as usize / 1000 {
        who.push(known + dice.roll(everybody.len() - known));
    }
    // Sources are in no order that tells anything.
    for at in (1..who.len()).rev() {
        who.swap(at, dice.roll(at + 1));
    }
    let mut entries: Vec<Entry> = Vec::with_capacity(who.len());
    let mut met = vec![false; everybody.len()];
    for truth in who {
        let person = &everybody[truth];
        let mut entry = entry(rates, person, truth, dice);
        if !entry.office.is_empty() && dice.per_mille(rates.office_off) {
            entry.office.clone_from(&dice.pick(everybody).before.office);
        }
        if rates.name == KNOWN.name && met[truth] {
            // A second entry was made because nobody found the first: under another number.
            entry.number = people::number(dice);
        } else if !entry.number.is_empty()
            && dice.per_mille(rates.number_foreign)
            && let Some(above) = entries.iter().rev().find(|above| !above.number.is_empty())
        {
            entry.number.clone_from(&above.number);
        }
        met[truth] = true;
        entries.push(entry);
    }
    entries
}

fn entry(rates: &Rates, person: &Person, truth: usize, dice: &mut Dice) -> Entry {
    let heard = |before: &State, after: &State, dice: &mut Dice| {
        let mut now = |share: u32| dice.per_mille(share);
        // A move brings office and position at once.
        let moved = if now(rates.current) { after } else { before };
        State {
            family: if now(rates.current) { after.family.clone() } else { before.family.clone() },
            grade: if now(rates.current) { after.grade } else { before.grade },
            specialty: if now(rates.current) { after.specialty.clone() } else { before.specialty.clone() },
            office: moved.office.clone(),
            position: moved.position.clone(),
        }
    };
    let State { family, mut grade, mut specialty, office, position } = heard(&person.before, &person.after, dice);
    if dice.per_mille(rates.grade_off) {
        let steps = if dice.per_mille(150) { 2 } else { 1 };
        grade.1 = if dice.per_mille(700) { grade.1.saturating_sub(steps).max(1) } else { grade.1 + steps };
    }
    if dice.per_mille(rates.specialty_off) {
        specialty = specialty.chars().rev().collect();
    }
    let anonymous = dice.per_mille(rates.anonymous);
    let mut number = person.number.clone();
    if dice.per_mille(rates.number_slip) {
        number = slips::number(&number, dice);
    }
    if anonymous || dice.per_mille(rates.no_number) {
        number.clear();
    }
    let mut born = person.born;
    if dice.per_mille(rates.born_slip) {
        born = slips::date(born, dice);
    }
    if dice.per_mille(rates.day_and_month) {
        born = slips::day_and_month(born);
    }
    let no_born = dice.per_mille(rates.no_born);
    let service = if dice.per_mille(rates.service_off) {
        (*dice.pick(&["ARMY", "AF", "NAVY", "CIV"])).to_owned()
    } else {
        person.service.to_owned()
    };
    let unless = |missing: bool, text: String| if missing { String::new() } else { text };
    let grade = format!("{}{}{}", grade.0, if rates.style == Style::Mixed { "" } else { "-" }, grade.1);
    Entry {
        truth,
        name: name(rates, person, family, dice),
        number,
        born: (!anonymous && !no_born).then_some(born),
        service,
        grade,
        specialty: unless(dice.per_mille(rates.no_specialty), specialty),
        office: unless(dice.per_mille(rates.no_office), office),
        position: unless(dice.per_mille(rates.no_position), position),
    }
}

fn name(rates: &Rates, person: &Person, mut family: String, dice: &mut Dice) -> String {
    let mut given = person.given.clone();
    let middle = if dice.per_mille(rates.no_middle) { "" } else { person.middle.as_str() };
    if dice.per_mille(rates.called) {
        given = called(&given, &person.middle, dice);
    }
    if dice.per_mille(rates.family_slip) {
        family = slips::word(&family, dice);
    }
    if dice.per_mille(rates.given_slip) {
        given = slips::word(&given, dice);
    }
    if dice.per_mille(rates.swapped) {
        std::mem::swap(&mut family, &mut given);
    }
    let initial = |text: &str| text.chars().next().map(String::from).unwrap_or_default();
    // Two systems in three keep a middle initial where they keep anything.
    let middle_kept = if dice.per_mille(650) { initial(middle) } else { middle.to_owned() };
    let suffix = if dice.per_mille(250) { "" } else { person.suffix };
    let spaced = |parts: &[&str]| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    match rates.style {
        Style::Ordered => {
            let middle = if middle_kept.chars().count() == 1 { format!("{middle_kept}.") } else { middle_kept };
            format!("{family}, {}", spaced(&[&given, &middle, suffix]))
        }
        Style::Capitals => format!("{family}, {}", spaced(&[&given, &middle_kept, suffix])).to_uppercase(),
        Style::Natural => {
            let middle = if middle.is_empty() { String::new() } else { format!("{}.", initial(middle)) };
            let name = spaced(&[&given, &middle, &marked(&family)]);
            if suffix.is_empty() { name } else { format!("{name}, {suffix}.") }
        }
        Style::Short => {
            let cut: String = family.chars().take(12).collect();
            let short = match dice.roll(10) {
                0..=4 => spaced(&[&cut, &initial(&given), &initial(middle)]),
                5..=7 => format!("{cut}, {}.", initial(&given)),
                _ => spaced(&[&cut, &given]),
            };
            spaced(&[&short, suffix]).to_uppercase()
        }
        Style::Plain => spaced(&[&given, &initial(middle), &family, suffix]),
        Style::Mixed => match dice.roll(10) {
            0..=2 => spaced(&[&family, &given, &initial(middle)]),
            3..=6 => spaced(&[&given, &initial(middle), &family]),
            _ => format!("{}, {}", family.to_uppercase(), spaced(&[&given, &initial(middle)])),
        },
    }
}
