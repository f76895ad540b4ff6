//! People: for each billet somebody who fits it, mostly: grades a step off, scores too low, certificates missing, as in
//! any roster.

use std::collections::HashSet;

use jiff::civil::date;
use muster_domain::workforce::{
    Certificate, CertificateLevel, Clearance, ClearanceHeld, FamilyFacts, LanguageScore, PersonFacts, PersonalFacts,
    ReportPerson,
};
use muster_domain::{Command, Date, Grade, Ilr, PersonId, Sealed, Service, Text};

use crate::billets::{Slot, specialty};
use crate::dice::{Dice, days_after};
use crate::names::Names;

/// A person as planned; their index is their id.
#[derive(Debug, Clone)]
pub(crate) struct Recruit {
    pub number: Text,
    pub source: &'static str,
    pub facts: PersonFacts,
    /// Dependents who would move along.
    pub dependents: u8,
    /// Separation or retirement.
    pub separates: Option<Date>,
    /// Not free before.
    pub available_from: Option<Date>,
    pub born: Date,
    /// The overseas control date of a member, where the service keeps one.
    pub overseas_control: Option<Date>,
    /// Until when a civilian may return home.
    pub return_rights: Option<Date>,
    /// Until when the family is cleared to go abroad.
    pub cleared_until: Option<Date>,
    /// The number of a spouse of the workforce.
    pub spouse: Option<Text>,
}

impl Recruit {
    /// What the system of record says, sealed facts included.
    pub fn facts(&self) -> PersonFacts {
        let Self { born, separates, available_from, dependents, .. } = *self;
        let Self { overseas_control, return_rights, cleared_until, .. } = *self;
        PersonFacts {
            personal: Sealed::Open(PersonalFacts {
                born: Some(born),
                separates,
                available_from,
                overseas_control,
                return_rights,
            }),
            family: Sealed::Open(FamilyFacts { dependents, cleared_until, spouse: self.spouse.clone() }),
            ..self.facts.clone()
        }
    }

    pub fn report(&self, as_of: Date) -> Command {
        ReportPerson { number: self.number.clone(), source: self.source.into(), as_of, facts: self.facts() }.into()
    }
}

pub(crate) fn person_id(index: usize) -> PersonId {
    PersonId(u32::try_from(index).expect("a service has far fewer than 2^32 people"))
}

/// The system of record of a service.
pub(crate) fn system_of(service: Service) -> &'static str {
    match service {
        Service::Army => "IPPS-A (synthetic)",
        Service::AirForce | Service::SpaceForce => "MilPDS (synthetic)",
        Service::Navy => "NSIPS (synthetic)",
        Service::MarineCorps => "MCTFS (synthetic)",
        Service::CoastGuard => "Coast Guard roster (synthetic)",
        Service::Civilian => "DCPDS (synthetic)",
        Service::LocallyEmployed => "Embassy roster (synthetic)",
    }
}

/// Makes people.
pub(crate) struct Recruiter {
    names: Names,
    // Asked only whether it holds a pair; never walked.
    known: HashSet<(Text, Date)>,
    dice: Dice,
    /// For facts that came later than the roster, so that they leave it as it was.
    chance: Dice,
    today: Date,
    made: usize,
    /// The number of whoever was made last.
    last: Option<Text>,
}

/// Languages that people bring along beside what their billet asks for.
const COMMON: [&str; 8] = ["Spanish", "French", "German", "Arabic", "Portuguese", "Russian", "Korean", "Tagalog"];

impl Recruiter {
    pub fn new(dice: Dice, chance: Dice, today: Date) -> Self {
        Self { names: Names::new(), known: HashSet::new(), dice, chance, today, made: 0, last: None }
    }

    /// A number nobody has yet.
    pub fn number(&mut self, service: Service) -> Text {
        let letter = match service {
            Service::Army => 'A',
            Service::AirForce => 'F',
            Service::Navy => 'N',
            Service::MarineCorps => 'M',
            Service::SpaceForce => 'S',
            Service::CoastGuard => 'G',
            Service::Civilian => 'C',
            Service::LocallyEmployed => 'L',
        };
        self.made += 1;
        Text::from(format!("{letter}{:08}", 10_000_019 + self.made * 37))
    }

    /// Somebody for this billet.
    pub fn for_slot(&mut self, slot: &Slot) -> Recruit {
        let service = slot.filler;
        let grade = self.grade(slot.terms.grade);
        let name = self.names.draw(&mut self.dice);
        let mut born = self.born(service, grade);
        while !self.known.insert((name.clone(), born)) {
            born = days_after(born, 1);
        }
        let number = self.number(service);
        let dependents = match (service, self.dice.below(100)) {
            (Service::LocallyEmployed, _) | (_, 0..38) => 0,
            (_, at) => u8::try_from(1 + at % 4).expect("at most four"),
        };
        let facts = PersonFacts {
            name,
            service,
            grade,
            specialties: self.specialties(slot),
            languages: self.languages(slot),
            clearance: self.clearance(slot.terms.clearance, service),
            certificates: self.certificates(slot),
            personal: Sealed::Open(PersonalFacts::default()),
            family: Sealed::Open(FamilyFacts::default()),
        };
        let source = system_of(service);
        let military = service.is_military();
        let mut known = |chance: u32, least: i32, most: i32| {
            let day = days_after(self.today, self.chance.between(least, most));
            self.chance.per_mille(chance).then_some(day)
        };
        let overseas_control = known(600, -900, 260).filter(|_| military);
        let return_rights = known(700, 300, 2_000).filter(|_| service == Service::Civilian);
        let cleared_until = known(650, 60, 900).filter(|_| dependents > 0);
        // Now and then two of one office are a couple; each service knows it of its own member only.
        let spouse = self.last.replace(number.clone()).filter(|_| self.chance.per_mille(12));
        let (separates, available_from) = (None, None);
        Recruit {
            number,
            source,
            facts,
            dependents,
            separates,
            available_from,
            born,
            overseas_control,
            return_rights,
            cleared_until,
            spouse,
        }
    }

    fn grade(&mut self, wanted: Grade) -> Grade {
        let step = self.dice.weighted(&[(0i8, 90), (-1, 6), (1, 4)]);
        let moved = |n: u8, least: u8, most: u8| n.saturating_add_signed(step).clamp(least, most);
        match wanted {
            Grade::O(n @ 3..=6) => Grade::O(moved(n, 2, 6)),
            Grade::W(n) => Grade::W(moved(n, 1, 5)),
            Grade::E(n) => Grade::E(moved(n, 4, 9)),
            Grade::Gs(n) => Grade::Gs(moved(n, 3, 15)),
            fixed => fixed,
        }
    }

    fn born(&mut self, service: Service, grade: Grade) -> Date {
        let (least, most) = match (service, grade) {
            (Service::LocallyEmployed, _) => (24, 60),
            (_, Grade::O(n)) => (18 + 4 * i32::from(n), 25 + 4 * i32::from(n)),
            (_, Grade::E(n)) => (12 + 3 * i32::from(n), 17 + 3 * i32::from(n)),
            (_, Grade::W(n)) => (26 + 3 * i32::from(n), 32 + 3 * i32::from(n)),
            (_, Grade::Gs(n)) => (20 + i32::from(n), 45 + i32::from(n)),
            (_, Grade::Ses) => (45, 62),
        };
        let age = i16::try_from(self.dice.between(least, most)).expect("an age");
        days_after(date(self.today.year() - age, 1, 1), self.dice.between(0, 364))
    }

    /// The billet's, and for one in four another of the service and grade.
    fn specialties(&mut self, slot: &Slot) -> Vec<Text> {
        let mut specialties: Vec<Text> = slot.terms.specialty.iter().cloned().collect();
        if self.dice.per_mille(250)
            && let Some(second) = specialty(slot.filler, slot.terms.grade, &mut self.dice)
            && !specialties.contains(&second)
        {
            specialties.push(second);
        }
        specialties
    }

    fn languages(&mut self, slot: &Slot) -> Vec<LanguageScore> {
        let mut scores = Vec::new();
        for need in &slot.terms.languages {
            let wanted = need.speaking.half_steps();
            let half_steps = match self.dice.below(100) {
                0..82 => wanted + self.dice.weighted(&[(0u8, 5), (1, 3), (2, 2)]),
                82..92 => wanted.saturating_sub(1),
                _ => continue,
            };
            scores.push(self.score(need.language.clone(), half_steps));
        }
        // Foreign area officers often bring a second language.
        let second = !scores.is_empty() && self.dice.per_mille(350);
        if second || scores.is_empty() && slot.filler != Service::LocallyEmployed && self.dice.per_mille(120) {
            let (language, half_steps) =
                (Text::from(*self.dice.pick(&COMMON)), self.dice.weighted(&[(2u8, 4), (4, 4), (6, 2)]));
            scores.push(self.score(language, half_steps));
        }
        scores
    }

    fn score(&mut self, language: Text, half_steps: u8) -> LanguageScore {
        let level = |steps: u8| Ilr::from_half_steps(steps.min(10)).expect("at most ten half steps");
        // The score ages out after five years; none here is older than 56 months, but for those planted.
        let tested = days_after(self.today, -self.dice.between(25, 1_690));
        let listening = level(half_steps + u8::from(self.dice.per_mille(300)));
        LanguageScore { language, listening, reading: level(half_steps), speaking: level(half_steps), tested }
    }

    fn clearance(&mut self, wanted: Clearance, service: Service) -> ClearanceHeld {
        if service == Service::LocallyEmployed {
            return ClearanceHeld { level: Clearance::None, expires: None };
        }
        let level = match (wanted, self.dice.below(100)) {
            (Clearance::TopSecretSci, 0..4) => Clearance::TopSecret,
            (Clearance::TopSecret | Clearance::TopSecretSci, 4..6) => Clearance::Secret,
            (Clearance::Secret | Clearance::None, 60..75) => Clearance::TopSecret,
            (Clearance::Secret | Clearance::None, 75..82) => Clearance::TopSecretSci,
            (Clearance::None, _) => Clearance::Secret,
            (level, _) => level,
        };
        let days = if self.dice.per_mille(15) { self.dice.between(-60, 200) } else { self.dice.between(400, 2_000) };
        ClearanceHeld { level, expires: Some(days_after(self.today, days)) }
    }

    fn certificates(&mut self, slot: &Slot) -> Vec<Certificate> {
        let Some(code) = slot.terms.sc_code.filter(|_| self.dice.per_mille(780)) else { return Vec::new() };
        let level = match (code.certificate_level(), self.dice.below(10)) {
            (CertificateLevel::Executive, 0..2) => CertificateLevel::Advanced,
            (CertificateLevel::Advanced, 0..2) => CertificateLevel::Intermediate,
            (CertificateLevel::Intermediate, 0..2) => CertificateLevel::Basic,
            (level, _) => level,
        };
        let earned = days_after(self.today, -self.dice.between(60, 2_200));
        let lapses = self.dice.per_mille(350).then(|| days_after(earned, self.dice.between(730, 2_600)));
        vec![Certificate { area: code.area, level, earned, lapses }]
    }
}
