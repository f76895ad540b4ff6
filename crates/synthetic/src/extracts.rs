//! Extracts of five systems of record about a World, with what real ones have: people and positions that one has lost
//! and another has, names written otherwise, numbers mistyped, codes that disagree. And the demonstration's use of them.
//!
//! Everything is drawn from the seed and the World; nothing here is anybody's file.

use muster_domain::sources::{
    DeferContradictions, FieldGroup, Format, Link, LinkRows, ResolveContradictions, RowLink, SendBack, SetPrecedence,
};
use muster_domain::workforce::{ContradictionKind, Outcome, Standing};
use muster_domain::{Command, ContradictionId, CountryId, Date, Grade, PersonId, Service, SourceId, Text, World};
use muster_exchange::sources::{BUILT_IN, LoadOptions, SourceFile, plan, write_rows};
use muster_exchange::tabular::Limits;

use crate::Settings;
use crate::dice::{Dice, Stream, days_after};

/// A file of a system of record.
#[derive(Debug, Clone)]
pub struct Extract {
    /// Its name.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

const DOCUMENT: &str = "JTD (synthetic)";
const ROSTER: &str = "IPPS-A (synthetic)";
const CIVILIAN: &str = "DCPDS (synthetic)";
const LIST: &str = "Embassy staffing list (synthetic)";
const CERTIFICATION: &str = "Certification database (synthetic)";

/// Loads of the demonstration: which source, how many days before today its file is of.
const LOADS: [(&str, i32); 6] =
    [(DOCUMENT, 33), (ROSTER, 2), (CIVILIAN, 3), (LIST, 12), (CERTIFICATION, 110), (DOCUMENT, 1)];

/// The profile that is part of the program for a source of the demonstration.
fn example(name: &str) -> SourceFile {
    let at = match name {
        DOCUMENT => 0,
        CIVILIAN => 2,
        LIST => 3,
        CERTIFICATION => 4,
        _ => 1,
    };
    SourceFile::read(BUILT_IN[at].1).expect("a test reads every example profile")
}

/// The extract of a source as its file of a day. `round` counts the files of one source: each has other errors.
pub fn extract(world: &World, settings: &Settings, source: SourceId, as_of: Date, round: u64) -> Extract {
    let held = &world.sources[source];
    let seed = settings.seed.wrapping_mul(1_000_003).wrapping_add(round * 101 + u64::from(source.0));
    let mut writer = Writer { world, as_of, dice: Dice::new(seed, Stream::Extracts), scale: settings.size() };
    use muster_domain::sources::SourceKind;
    let rows = match held.kind() {
        SourceKind::ManningDocument => writer.document(&held.name),
        SourceKind::ServiceRoster => writer.roster(&held.name),
        SourceKind::CivilianRoster => writer.civilian(&held.name),
        SourceKind::StaffingList => writer.list(held.definition.coverage.country),
        SourceKind::CertificationExtract => writer.certification(),
    };
    let ending = match held.profile().format {
        Format::Csv => "csv",
        Format::Workbook => "xlsx",
        Format::FixedWidth => "txt",
    };
    let stem: String = held.name.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let bytes = write_rows(held.profile(), &rows).expect("an extract of a service fits into a workbook");
    Extract { file: format!("{}-{as_of}.{ending}", stem.to_lowercase()), bytes }
}

struct Writer<'a> {
    world: &'a World,
    as_of: Date,
    dice: Dice,
    scale: f64,
}

fn compact(day: Option<Date>) -> String {
    day.map(|day| format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())).unwrap_or_default()
}

fn american(day: Option<Date>) -> String {
    day.map(|day| format!("{:02}/{:02}/{:04}", day.month(), day.day(), day.year())).unwrap_or_default()
}

fn named(day: Option<Date>) -> String {
    const MONTHS: [&str; 12] = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let month = |day: Date| MONTHS[usize::try_from(day.month() - 1).unwrap_or(0).min(11)];
    day.map(|day| format!("{:02} {} {:04}", day.day(), month(day), day.year())).unwrap_or_default()
}

/// A grade as personnel systems write it: `O5`.
fn short(grade: Grade) -> String {
    grade.to_string().replace('-', "")
}

impl Writer<'_> {
    fn count(&self, base: f64) -> usize {
        (base * self.scale).ceil().max(1.0) as usize
    }

    /// So many of a list, drawn without repetition.
    fn some<T: Copy>(&mut self, list: &[T], base: f64) -> Vec<T> {
        let mut drawn = list.to_vec();
        self.dice.shuffle(&mut drawn);
        drawn.truncate(self.count(base));
        drawn
    }

    /// A name with one slip of the pen.
    fn slip(&mut self, name: &str) -> String {
        let letters: Vec<char> = name.chars().collect();
        if letters.len() < 6 {
            return name.to_owned();
        }
        let at = 1 + self.dice.below(letters.len() - 3);
        let mut slipped = letters.clone();
        match self.dice.below(3) {
            0 => slipped.swap(at, at + 1),
            1 => drop(slipped.remove(at)),
            _ => slipped.insert(at, letters[at]),
        }
        slipped.into_iter().collect()
    }

    fn incumbent(&self, billet: muster_domain::BilletId) -> Option<PersonId> {
        let billet = &self.world.billets[billet];
        let tours = billet.tours.iter().map(|tour| &self.world.tours[*tour]);
        let held = tours.filter(|tour| tour.period().is_some_and(|period| period.contains(self.as_of)));
        held.min_by_key(|tour| !tour.is_primary()).map(|tour| tour.person)
    }

    /// Positions of a document, with the incumbents it knows.
    fn document(&mut self, source: &Text) -> Vec<Vec<String>> {
        let today = self.as_of;
        let own: Vec<_> = self
            .world
            .billets
            .iter()
            .filter(|(_, billet)| billet.source == *source && billet.authorised.contains(today))
            .map(|(id, _)| id)
            .collect();
        let filled: Vec<_> = own.iter().copied().filter(|id| self.incumbent(*id).is_some()).collect();
        let lost = self.some(&filled, 40.0);
        let dropped = self.some(&own, 6.0);
        let unnamed = self.some(&filled, 25.0);
        let others: Vec<_> = self
            .world
            .billets
            .iter()
            .filter(|(_, billet)| billet.source.starts_with("DIA ") && billet.authorised.contains(today))
            .map(|(id, _)| id)
            .collect();
        let foreign = self.some(&others, 8.0);
        let mut rows = Vec::new();
        for id in own.iter().copied().filter(|id| !dropped.contains(id)) {
            let mut row = self.position(id);
            if lost.contains(&id) {
                row[7..10].iter_mut().for_each(String::clear);
            } else if unnamed.contains(&id) {
                row[7].clear();
                row[8] = self.slip(&row[8].clone());
            }
            rows.push(row);
        }
        for id in foreign {
            let mut row = self.position(id);
            let grade = self.world.billets[id].terms_near(today).grade;
            row[3] = short(if let Grade::O(n) = grade { Grade::O(if n > 3 { n - 1 } else { n + 1 }) } else { grade });
            row[10] = "listed for information".to_owned();
            rows.push(row);
        }
        for number in 0..self.count(5.0) {
            let mut row = vec![String::new(); 11];
            row[0] = format!("JTD-NEW-{:04}", 101 + number * 7);
            row[1] = "Security assistance officer".to_owned();
            row[3] = "O4".to_owned();
            row[4] = "J".to_owned();
            rows.push(row);
        }
        rows
    }

    fn position(&self, id: muster_domain::BilletId) -> Vec<String> {
        use muster_domain::workforce::ServiceCoding;
        let billet = &self.world.billets[id];
        let terms = billet.terms_near(self.as_of);
        let coding = match terms.coding {
            ServiceCoding::AnyMilitary => "J",
            ServiceCoding::MilitaryOrCivilian => "E",
            ServiceCoding::Only(service) => match service {
                Service::Army => "A",
                Service::AirForce => "F",
                Service::Navy => "N",
                Service::MarineCorps => "M",
                Service::SpaceForce => "S",
                Service::CoastGuard => "G",
                Service::Civilian => "C",
                Service::LocallyEmployed => "L",
            },
        };
        let person = self.incumbent(id).map(|id| &self.world.people[id]);
        vec![
            billet.number.to_string(),
            terms.title.to_string(),
            format!("W{:05}", terms.office.0 * 37 % 100_000),
            short(terms.grade),
            coding.to_owned(),
            terms.specialty.as_ref().map(Text::to_string).unwrap_or_default(),
            terms.sc_code.map(|code| code.to_string()).unwrap_or_default(),
            person.map(|person| person.number.to_string()).unwrap_or_default(),
            person.map(|person| person.name.to_string()).unwrap_or_default(),
            person.map(|person| short(person.grade_on(self.as_of))).unwrap_or_default(),
            String::new(),
        ]
    }

    fn of_source(&self, source: &Text) -> Vec<PersonId> {
        self.world.people.iter().filter(|(_, person)| person.source == *source).map(|(id, _)| id).collect()
    }

    fn position_of(&self, id: PersonId) -> String {
        let billet = self.world.primary_tour(id, self.as_of).map(|tour| &self.world.billets[tour.billet]);
        billet.map(|billet| billet.number.to_string()).unwrap_or_default()
    }

    /// A service's people, but for some who dropped out of its file, and some put into another's position.
    fn roster(&mut self, source: &Text) -> Vec<Vec<String>> {
        let people = self.of_source(source);
        let lost = self.some(&people, 12.0);
        let serving: Vec<PersonId> = people.iter().copied().filter(|id| !self.position_of(*id).is_empty()).collect();
        let astray = self.some(&serving, (9.0_f64).max(2.0 / self.scale));
        let elsewhere: Vec<String> = astray.iter().rev().map(|id| self.position_of(*id)).collect();
        let mut rows = Vec::new();
        for id in people.into_iter().filter(|id| !lost.contains(id)) {
            let person = &self.world.people[id];
            let tour = self.world.primary_tour(id, self.as_of);
            let personal = person.personal.clone().unwrap_or_default();
            let branch = match person.service {
                Service::Army => "AR",
                Service::AirForce => "AF",
                Service::Navy => "NV",
                Service::MarineCorps => "MC",
                Service::SpaceForce => "SF",
                Service::CoastGuard => "CG",
                Service::Civilian => "civilian",
                Service::LocallyEmployed => "locally_employed",
            };
            let position = match astray.iter().position(|one| *one == id) {
                Some(at) => elsewhere[at].clone(),
                None => self.position_of(id),
            };
            rows.push(vec![
                person.number.to_string(),
                person.name.to_string(),
                branch.to_owned(),
                short(person.grade_on(self.as_of)),
                person.specialties.iter().map(Text::to_string).collect::<Vec<_>>().join("; "),
                compact(personal.born),
                compact(personal.separates),
                position,
                compact(tour.and_then(|tour| tour.arrived)),
                compact(tour.map(|tour| tour.rotation)),
            ]);
        }
        rows
    }

    fn civilian(&mut self, source: &Text) -> Vec<Vec<String>> {
        let people = self.of_source(source);
        let lost = self.some(&people, 8.0);
        let mut rows = Vec::new();
        for id in people.into_iter().filter(|id| !lost.contains(id)) {
            let person = &self.world.people[id];
            let personal = person.personal.clone().unwrap_or_default();
            rows.push(vec![
                person.number.to_string(),
                person.name.to_string(),
                person.grade_on(self.as_of).to_string(),
                american(personal.born),
                american(personal.separates),
                self.position_of(id),
                format!("{:04}", 7000 + id.0 % 40),
            ]);
        }
        rows
    }

    /// Those who serve in a country as the embassy writes them, without numbers; some are missing, some other agencies'.
    fn list(&mut self, country: Option<CountryId>) -> Vec<Vec<String>> {
        let here = |id: PersonId| {
            let office = self.world.home_of(id, self.as_of)?;
            (self.world.offices[office].country == country).then_some(office)
        };
        let people: Vec<PersonId> =
            self.world.people.iter().map(|(id, _)| id).filter(|id| here(*id).is_some()).collect();
        let missing = self.dice.below(people.len().max(1));
        let mut rows = Vec::new();
        for (at, id) in people.iter().enumerate() {
            if at == missing {
                continue;
            }
            let person = &self.world.people[*id];
            let tour = self.world.primary_tour(*id, self.as_of);
            let billet = tour.map(|tour| &self.world.billets[tour.billet]);
            let terms = billet.map(|billet| billet.terms_near(self.as_of));
            let agency = match person.service {
                Service::Army => "DOD/ARMY",
                Service::AirForce => "DOD/USAF",
                Service::Navy => "DOD/NAVY",
                Service::MarineCorps => "DOD/USMC",
                Service::SpaceForce => "DOD/USSF",
                Service::CoastGuard => "DHS/USCG",
                Service::Civilian => "DOD/CIV",
                Service::LocallyEmployed => "LE STAFF",
            };
            let (family, given) = person.name.split_once(", ").unwrap_or((&person.name, ""));
            let name = match at % 5 {
                0 => format!("{given} {family}").trim().to_owned(),
                1 => person.name.to_uppercase(),
                2 => {
                    let name = person.name.to_string();
                    self.slip(&name)
                }
                3 => format!("{family}, {}.", given.chars().next().unwrap_or('X')),
                _ => person.name.to_string(),
            };
            let grade = person.grade_on(self.as_of);
            let grade = match (at % 7, grade) {
                (6, Grade::O(n)) => Grade::O((n + 1).min(10)),
                (_, grade) => grade,
            };
            rows.push(vec![
                name,
                agency.to_owned(),
                terms.map(|terms| terms.title.to_string()).unwrap_or_default(),
                terms.map(|terms| self.world.offices[terms.office].code.to_string()).unwrap_or_default(),
                short(grade),
                terms.map(|terms| self.world.posts[terms.place].name.to_string()).unwrap_or_default(),
                named(tour.and_then(|tour| tour.arrived)),
                named(tour.map(|tour| tour.rotation)),
                (id.0 % 4).to_string(),
            ]);
        }
        let others = [
            ("Ashcombe, Lenora", "STATE", "Management officer"),
            ("Brightwater, Tomas", "STATE", "Consular officer"),
            ("Quillfeather, Ada", "USAID", "Program officer"),
            ("Stonebridge, Marcus", "STATE", "Regional security officer"),
        ];
        for (name, agency, title) in others {
            let row = [name, agency, title, "EMB", "", "", "", "", "0"];
            rows.push(row.map(str::to_owned).to_vec());
        }
        rows
    }

    /// One certificate a row; some levels disagree, some numbers are mistyped.
    fn certification(&mut self) -> Vec<Vec<String>> {
        let held: Vec<PersonId> = self
            .world
            .people
            .iter()
            .filter(|(_, person)| {
                !person.certificates.is_empty() && person.certificates.iter().all(|c| c.earned <= self.as_of)
            })
            .map(|(id, _)| id)
            .collect();
        let doubted = self.some(&held, 20.0);
        let mistyped = self.some(&held, 10.0);
        let mut rows = Vec::new();
        for id in held {
            let person = &self.world.people[id];
            for certificate in &person.certificates {
                let mut level = certificate.level as usize + 1;
                if doubted.contains(&id) {
                    level = if level > 1 { level - 1 } else { level + 1 };
                }
                let mut number = person.number.to_string();
                if mistyped.contains(&id) {
                    let last = number.pop().unwrap_or('0');
                    number.push('X');
                    number.push(last);
                }
                rows.push(vec![
                    number,
                    person.name.to_string(),
                    certificate.area.letter().to_string(),
                    level.to_string(),
                    american(Some(certificate.earned)),
                    american(certificate.lapses),
                ]);
            }
        }
        rows
    }
}

/// The country whose offices abroad hold the most people on a day.
fn busiest(world: &World, day: Date) -> Option<CountryId> {
    let mut counts = std::collections::BTreeMap::<CountryId, usize>::new();
    for (id, _) in world.people.iter() {
        let country = world.home_of(id, day).and_then(|office| world.offices[office].country);
        if let Some(country) = country {
            *counts.entry(country).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(country, count)| (*count, std::cmp::Reverse(*country))).map(|(country, _)| country)
}

/// What the demonstration does next with its systems of record: define five, load a file of each (one of them twice),
/// and decide on some of what they contradict. `None` once all is done.
pub fn next_source_command(world: &World, settings: &Settings) -> Option<Command> {
    let today = settings.today;
    for (name, _) in LOADS {
        if !world.keys.source.contains_key(name) {
            let mut source = example(name).define(world).expect("the examples name nobody by code");
            if name == LIST {
                source.coverage.country = busiest(world, today);
                let office = source.coverage.country.and_then(|country| world.scos_of(country, today).next());
                source.owner = office.map_or(source.owner, muster_domain::organization::Holder::Mission);
            }
            return Some(source.into());
        }
    }
    let mut seen = std::collections::BTreeMap::<&str, usize>::new();
    for (name, days) in LOADS {
        let id = world.keys.source[name];
        let round = seen.entry(name).or_default();
        *round += 1;
        if world.sources[id].loads.len() < *round {
            let as_of = days_after(today, -days);
            let file = extract(world, settings, id, as_of, *round as u64);
            let options = LoadOptions { as_of, today, limits: Limits::default(), sample: false };
            let planned = plan(id, &file.file, &file.bytes, world, &options).expect("an extract reads by its profile");
            return planned.command;
        }
    }
    decisions(world, today)
}

/// Some of the queue decided, so that every standing is seen.
fn decisions(world: &World, today: Date) -> Option<Command> {
    let stands =
        |wanted: fn(Standing) -> bool| world.contradictions.iter().any(|(_, held)| wanted(held.standing_on(today)));
    let open = |kind: ContradictionKind, most: usize| -> Vec<ContradictionId> {
        let open = world.contradictions.iter().filter(|(_, held)| {
            held.kind == kind
                && held.standing_on(today) == Standing::Open
                && world.keys.source.contains_key(&held.source)
        });
        open.map(|(id, _)| id).take(most).collect()
    };
    let list = world.keys.source[LIST];
    let decided = world.sources[list].rows.values().any(|row| matches!(row.link, Link::Decided { .. }));
    if !decided {
        let likely = world.sources[list].rows.iter().filter_map(|(key, row)| {
            let candidate = row.candidates.first().filter(|c| c.likely_per_mille >= 970 && row.link == Link::Open)?;
            Some(RowLink { key: key.clone(), person: candidate.person })
        });
        let links: Vec<RowLink> = likely.take(6).collect();
        if !links.is_empty() {
            return Some(LinkRows { source: list, links }.into());
        }
    }
    if !stands(|standing| matches!(standing, Standing::SentBack { .. })) {
        let mut contradictions = open(ContradictionKind::PersonNotNamed, 5);
        contradictions.extend(open(ContradictionKind::CodeDisagrees, 4));
        contradictions.extend(open(ContradictionKind::PersonNotListed, 6));
        if !contradictions.is_empty() {
            let reason = "Please check the row and send it with the next file.".into();
            return Some(SendBack { contradictions, reason }.into());
        }
    }
    if !stands(|standing| matches!(standing, Standing::Deferred { .. })) {
        let contradictions = open(ContradictionKind::PlaceDisagrees, 4);
        if !contradictions.is_empty() {
            let (until, reason) = (days_after(today, 21), "The order is on its way.".into());
            return Some(DeferContradictions { contradictions, until, reason }.into());
        }
    }
    if !stands(|standing| matches!(standing, Standing::Resolved { .. })) {
        let contradictions = open(ContradictionKind::SourcesDisagree, 3);
        if !contradictions.is_empty() {
            let (outcome, reason) = (Outcome::HeldIsRight, "Confirmed with the member's office.".into());
            return Some(ResolveContradictions { contradictions, outcome, reason }.into());
        }
    }
    if world.precedence.is_empty() {
        let order = vec![world.keys.source[ROSTER]];
        let reason = "The service codes its own people.".into();
        return Some(SetPrecedence { group: FieldGroup::Specialties, order, from: today, reason }.into());
    }
    None
}
