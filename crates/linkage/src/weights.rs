//! How much each finding says (Fellegi and Sunter): the share of rows about one person that show it (`m`) over the
//! share of rows about two people that show it by chance (`u`), as a logarithm to base two.
//!
//! `m` is a constant for each finding: how often systems of record that describe one person differ in this way. The
//! constants are round numbers by judgement, not fitted: sets of other seeds than the committed one showed that they
//! serve. `u` of an agreement is counted among the people already known, value by value: two
//! people share `Smith` far more often than `Zuniga`.

use crate::compare::{self, NameFindings};
use crate::evidence::{Evidence, Field, Finding};
use crate::hash::{HashMap, join};
use crate::name::{Reading, Suffix, Token};
use crate::prepared::Prepared;

/// The fields in the order of the evidence.
pub(crate) const FIELDS: [Field; 12] = [
    Field::Number,
    Field::Family,
    Field::Given,
    Field::Middle,
    Field::Suffix,
    Field::Order,
    Field::Born,
    Field::Service,
    Field::Grade,
    Field::Specialty,
    Field::Position,
    Field::Office,
];

/// A field, how it agreed, and the weight of that in bits.
type Part = (Field, Finding, f64);

/// Two rows compared: a finding and its weight in bits for each of [`FIELDS`].
#[derive(Debug, Clone, Copy)]
pub(crate) struct Comparison {
    pub findings: [(Finding, f64); FIELDS.len()],
    pub score: f64,
}

impl Comparison {
    /// The finding of a field.
    pub fn of(&self, field: Field) -> Finding {
        self.findings[field as usize].0
    }

    /// Nothing about the person gainsays the match; a person looks at it otherwise, however high the odds.
    pub fn gainsaid(&self) -> bool {
        let another = |field| self.of(field) == Finding::Another;
        // Twins may have each other's initial; an initial leaves open which name it stands for.
        let by_middle_initial = self.of(Field::Given) == Finding::GoesByMiddle
            && self.findings[Field::Given as usize].1 < 0.0
            && self.of(Field::Born) == Finding::Same;
        let numbered = self.of(Field::Number) == Finding::Same;
        // Father and son; twins; a number of one person with the name of another.
        another(Field::Suffix)
            || ((another(Field::Given) || by_middle_initial) && !numbered)
            || (another(Field::Family) && another(Field::Given))
            || (another(Field::Born) && (another(Field::Number) || another(Field::Family)))
    }

    /// The evidence, fields that neither side gives left out.
    pub fn evidence(&self) -> Vec<Evidence> {
        FIELDS
            .into_iter()
            .zip(self.findings)
            .filter(|(_, (finding, _))| *finding != Finding::NotGiven)
            .map(|(field, (finding, weight))| Evidence { field, finding, weight })
            .collect()
    }
}

/// How often each value occurs among the people already known.
#[derive(Debug, Default)]
pub(crate) struct Weights {
    people: f64,
    family: HashMap<u32>,
    given: HashMap<u32>,
    middle: HashMap<u32>,
    born: HashMap<u32>,
    service: HashMap<u32>,
    grade: HashMap<u32>,
    specialty: HashMap<u32>,
    position: HashMap<u32>,
    office: HashMap<u32>,
}

impl Weights {
    /// Counts.
    pub fn new(known: &[Prepared]) -> Self {
        let mut weights = Self { people: (known.len() as f64).max(1.0), ..Self::default() };
        for person in known {
            if let Some(reading) = person.name.readings.first() {
                weights.count_name(reading);
            }
            let one = |map: &mut HashMap<u32>, key: u64| *map.entry(key).or_default() += 1;
            if let Some(born) = person.born {
                one(&mut weights.born, day(born));
            }
            if let Some(service) = person.service {
                one(&mut weights.service, service);
                if let Some(grade) = person.grade {
                    one(&mut weights.grade, join(&[service, grade.key()]));
                }
            } else if let Some(grade) = person.grade {
                one(&mut weights.grade, grade.key());
            }
            for &code in &person.specialties {
                one(&mut weights.specialty, code);
            }
            for &code in &person.positions {
                one(&mut weights.position, code);
            }
            for &code in &person.offices {
                one(&mut weights.office, code);
            }
        }
        weights
    }

    fn count_name(&mut self, reading: &Reading) {
        for token in reading.family.iter().chain(&reading.family_whole) {
            *self.family.entry(token.hash).or_default() += 1;
        }
        if let Some(given) = &reading.given {
            *self.given.entry(given.hash).or_default() += 1;
            if given.full() {
                *self.given.entry(given.initial).or_default() += 1;
            }
        }
        for middle in &reading.middle {
            *self.middle.entry(middle.hash).or_default() += 1;
            if middle.full() {
                *self.middle.entry(middle.initial).or_default() += 1;
            }
        }
    }

    /// Compares a row with one of the people already known.
    pub fn compare(&self, row: &Prepared, known: &Prepared) -> Comparison {
        let mut findings = [(Finding::NotGiven, 0.0); FIELDS.len()];
        let mut set = |field: Field, finding: Finding, weight: f64| findings[field as usize] = (finding, weight);

        let number = compare::numbers(row, known);
        set(Field::Number, number, number_weight(number));

        let mut best: Option<(f64, [Part; 4])> = None;
        for name in compare::readings(&row.name, &known.name) {
            let parts = self.name(&name);
            let total: f64 = parts.iter().map(|part| part.2).sum();
            if best.as_ref().is_none_or(|(most, _)| total > *most) {
                best = Some((total, parts));
            }
        }
        for (field, finding, weight) in best.into_iter().flat_map(|(_, parts)| parts) {
            set(field, finding, weight);
        }
        let (suffix, weight) = suffix(row.name.suffix, known.name.suffix);
        set(Field::Suffix, suffix, weight);

        let born = compare::born(row.born, known.born);
        set(Field::Born, born, self.born(born, known));

        let service = compare::codes(row.service, known.service);
        set(Field::Service, service, self.service(service, known));

        let grade = compare::grades(row.grade, known.grade);
        set(Field::Grade, grade, self.grade(grade, known));

        let (specialty, shared) =
            compare::lists(&row.specialties, &known.specialties, |code| count(&self.specialty, code));
        set(Field::Specialty, specialty, self.code(specialty, shared, 0.90));

        let (position, shared) = compare::lists(&row.positions, &known.positions, |code| count(&self.position, code));
        set(Field::Position, position, self.code(position, shared, 0.90));

        let (office, shared) = compare::lists(&row.offices, &known.offices, |code| count(&self.office, code));
        // Who holds a position sits in its office: the office says nothing more.
        let said = position == Finding::Same;
        set(Field::Office, office, if said { 0.0 } else { self.code(office, shared, 0.88) });

        Comparison { findings, score: findings.iter().map(|(_, weight)| weight).sum() }
    }

    fn name(&self, name: &NameFindings<'_>) -> [Part; 4] {
        [
            (Field::Family, name.family, self.family(name)),
            (Field::Given, name.given, self.given(name)),
            (Field::Middle, name.middle, self.middle(name)),
            // One row in fifty is swapped where the form has two boxes.
            if name.swapped {
                (Field::Order, Finding::Swapped, bits(0.02, 1.0))
            } else {
                (Field::Order, Finding::NotGiven, 0.0)
            },
        ]
    }

    fn family(&self, name: &NameFindings<'_>) -> f64 {
        let Some((row, known)) = name.family_tokens else { return 0.0 };
        let share = self.share(&self.family, known.hash);
        match name.family {
            Finding::Same => bits(0.92, share),
            Finding::Part => bits(0.02, share),
            Finding::OneDiffers | Finding::Transposed => bits(self.typo(&self.family, row, 0.03), share + 0.0003),
            Finding::Cut => bits(0.01, share + 0.0005),
            Finding::Alike => bits(self.typo(&self.family, row, 0.01), share + 0.004),
            Finding::Initial => bits(0.005, 0.08),
            _ => bits(0.012, 0.98),
        }
    }

    fn given(&self, name: &NameFindings<'_>) -> f64 {
        let Some((row, known)) = name.given_tokens else { return 0.0 };
        let share = self.share(&self.given, known.hash);
        match name.given {
            Finding::Same if known.full() => bits(0.85, share),
            Finding::Same | Finding::Initial => bits(0.97, self.share(&self.given, known.initial)),
            Finding::ShortForm => bits(0.08, share + 0.002),
            Finding::OneDiffers | Finding::Transposed => bits(self.typo(&self.given, row, 0.03), share + 0.001),
            Finding::Cut => bits(0.01, share + 0.001),
            Finding::Alike => bits(self.typo(&self.given, row, 0.01), share + 0.004),
            Finding::GoesByMiddle if row.full() && known.full() => bits(0.01, share + 0.002),
            Finding::GoesByMiddle => bits(0.01, 0.06),
            _ => bits(0.012, 0.93),
        }
    }

    fn middle(&self, name: &NameFindings<'_>) -> f64 {
        let Some((_, known)) = name.middle_tokens else { return 0.0 };
        match name.middle {
            Finding::Same if known.full() => bits(0.9, self.share(&self.middle, known.hash)),
            Finding::Same | Finding::Initial => bits(0.95, self.share(&self.middle, known.initial)),
            Finding::Another => bits(0.03, 0.93),
            _ => bits(0.04, 0.01),
        }
    }

    /// A slip of the pen seldom makes another name that people have.
    fn typo(&self, names: &HashMap<u32>, row: &Token, share: f64) -> f64 {
        /// The share of one-letter slips that make another name in use.
        const MAKES_A_NAME: f64 = 0.15;
        if names.contains_key(&row.hash) { share * MAKES_A_NAME } else { share }
    }

    fn born(&self, finding: Finding, known: &Prepared) -> f64 {
        match finding {
            Finding::Same => bits(0.96, known.born.map_or(1.0, |born| self.share(&self.born, day(born))).max(5e-5)),
            Finding::DayAndMonth => bits(0.01, 1e-4),
            Finding::OneDiffers => bits(0.015, 0.004),
            Finding::Transposed => bits(0.004, 0.0008),
            Finding::NotGiven => 0.0,
            _ => bits(0.012, 0.995),
        }
    }

    fn service(&self, finding: Finding, known: &Prepared) -> f64 {
        let share = known.service.map_or(1.0, |service| self.share(&self.service, service));
        match finding {
            Finding::Same => bits(0.98, share),
            Finding::NotGiven => 0.0,
            _ => bits(0.02, 0.7),
        }
    }

    fn grade(&self, finding: Finding, known: &Prepared) -> f64 {
        let share = known.grade.map_or(1.0, |grade| match known.service {
            // Within the service: an officer's grade says nothing more about who is no civilian.
            Some(service) => {
                f64::from(count(&self.grade, join(&[service, grade.key()])).max(1))
                    / f64::from(count(&self.service, service).max(1))
            }
            None => self.share(&self.grade, grade.key()),
        });
        match finding {
            Finding::Same => bits(0.8, share),
            Finding::OneStep => bits(0.16, 0.2),
            Finding::TwoSteps => bits(0.02, 0.15),
            Finding::NotGiven => 0.0,
            _ => bits(0.02, 0.5),
        }
    }

    /// A code of a list: `same` is the share of true matches that have one in common.
    fn code(&self, finding: Finding, shared: u32, same: f64) -> f64 {
        match finding {
            Finding::Same => bits(same, f64::from(shared.max(1)) / self.people),
            Finding::NotGiven => 0.0,
            _ => bits(1.0 - same, 0.95),
        }
    }

    /// The share of the known who have this value; at least one has.
    fn share(&self, counts: &HashMap<u32>, value: u64) -> f64 {
        f64::from(count(counts, value).max(1)) / self.people
    }
}

/// Two people share a number only when a clerk wrote the wrong one; the numbers of two people are within a digit of
/// each other where they were issued in rows.
fn number_weight(finding: Finding) -> f64 {
    match finding {
        Finding::Same => bits(0.97, 1e-6),
        Finding::OneDiffers | Finding::Transposed => bits(0.02, 2e-5),
        Finding::NotGiven => 0.0,
        _ => bits(0.01, 0.9999),
    }
}

/// Most rows leave the suffix out, so that one alone says nothing.
fn suffix(a: Option<Suffix>, b: Option<Suffix>) -> (Finding, f64) {
    match (a, b) {
        (None, None) => (Finding::NotGiven, 0.0),
        (Some(a), Some(b)) if a == b => (Finding::Same, bits(0.97, 0.4)),
        (Some(_), Some(_)) => (Finding::Another, bits(0.03, 0.6)),
        _ => (Finding::NotGiven, 0.0),
    }
}

fn bits(m: f64, u: f64) -> f64 {
    (m / u.min(1.0)).log2()
}

fn count(counts: &HashMap<u32>, value: u64) -> u32 {
    counts.get(&value).copied().unwrap_or(0)
}

fn day(date: jiff::civil::Date) -> u64 {
    join(&[date.year().unsigned_abs().into(), date.month().unsigned_abs().into(), date.day().unsigned_abs().into()])
}
