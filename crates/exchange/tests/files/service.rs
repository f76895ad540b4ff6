//! A small service in a World, made by commands, varied by a seed.

use jiff::ToSpan;
use jiff::civil::date;
use muster_domain::access::Scope;
use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, OfficeKind, RecordAuthority, RegisterOffice, RegisterPost,
};
use muster_domain::partner::{Dataset, RecordDataset, RegisterCountry};
use muster_domain::workforce::{
    AuthoriseBillet, BilletTerms, Certificate, CertificateLevel, Clearance, ClearanceHeld, Coordinator, FamilyFacts,
    FillMode, FunctionalArea, FundingSource, Incumbency, LanguageRequirement, LanguageScore, PersonFacts,
    PersonalFacts, RegisterPerson, ReportTour, ScCode, ServiceCoding, Support, Supported, TourLength,
};
use muster_domain::{
    BilletId, Command, Context, CountryId, Date, Decide, Grade, Ilr, OfficeId, Period, PersonId, Position, PostId,
    Sealed, Service, Text, Timeline, World,
};
use muster_exchange::import::ImportOptions;

pub fn today() -> Date {
    date(2026, 10, 1)
}

pub fn options() -> ImportOptions {
    ImportOptions::new("FMTS", today())
}

/// Gives a command to the World; a refusal stops the test.
pub fn give(world: &mut World, command: impl Into<Command>) {
    let command = command.into();
    let events = command.decide(world, &Context { today: today(), actor: None }).unwrap();
    let at = Position(world.position.0 + 1);
    events.iter().for_each(|event| world.apply(event, at));
}

/// Numbers that look thrown, the same for the same seed.
pub struct Dice(pub u64);

impl Dice {
    pub fn up_to(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub fn one_in(&mut self, sides: u64) -> bool {
        self.up_to(sides) == 0
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.up_to(of.len() as u64) as usize]
    }

    fn day(&mut self, from: Date, days: u64) -> Date {
        from.saturating_add((self.up_to(days) as i32).days())
    }
}

/// Texts that a careless writer or reader of files would spoil.
const AWKWARD: [&str; 10] = [
    "Security Assistance Officer",
    "=HYPERLINK(\"http://x\")",
    "-1",
    "+49 711",
    "@SUM(A1)",
    "'=already",
    "Chief, \"Ops\"",
    "Büro für Zusammenarbeit",
    "100 % civilian",
    "O'Brien; Jr.",
];

pub fn world(seed: u64, people: usize) -> World {
    let mut world = World::default();
    let dice = &mut Dice(seed);
    places(&mut world);
    for number in 0..people {
        give(&mut world, billet(dice, number));
        give(&mut world, person(dice, number));
    }
    for number in 0..people {
        if !dice.one_in(4) {
            let tour = tour(dice, number);
            give(&mut world, tour);
        }
    }
    world
}

pub fn everything(world: &World) -> Scope {
    Scope::everything(world)
}

fn places(world: &mut World) {
    for (iso3, name) in [("JOR", "Jordan"), ("DEU", "Germany"), ("COL", "Colombia")] {
        give(
            world,
            RegisterCountry {
                iso3: iso3.into(),
                name: name.into(),
                purchaser_codes: vec![iso3[..2].into()],
                languages: vec!["Arabic".into()],
                region: "NEA".into(),
                responsible: Timeline::default(),
            },
        );
    }
    let posts = [
        ("Washington, DC", None),
        ("Amman", Some(CountryId(0))),
        ("Stuttgart", Some(CountryId(1))),
        ("Bogotá", Some(CountryId(2))),
    ];
    for (name, country) in posts {
        give(world, RegisterPost { name: name.into(), country, latitude_milli: 31_956, longitude_milli: -35_945 });
    }
    let offices = [
        ("DSCS-HQ", OfficeKind::Headquarters, None, 0),
        ("EUCOM", OfficeKind::CombatantCommand, None, 2),
        ("SCO-JOR", OfficeKind::Sco, Some(CountryId(0)), 1),
        ("SCO-COL", OfficeKind::Sco, Some(CountryId(2)), 3),
    ];
    for (code, kind, country, post) in offices {
        give(
            world,
            RegisterOffice {
                code: code.into(),
                name: format!("The office {code}").into(),
                kind,
                designation: country.map(|_| "ODC".into()),
                country,
                post: PostId(post),
                zone: "Europe/Berlin".into(),
                existence: Period::open(date(2010, 1, 1)),
            },
        );
    }
    give(
        world,
        RecordAuthority(Authority {
            kind: AuthorityKind::OperationalControl,
            holder: AuthorityHolder::Office(OfficeId(1)),
            over: OfficeId(2),
            period: Period::open(date(2010, 1, 1)),
            source: "test".into(),
        }),
    );
}

pub fn made_up(world: &mut World) {
    give(
        world,
        RecordDataset(Dataset {
            kind: "synthetic".into(),
            file: "seed=1".into(),
            sha256: "0".repeat(64).into(),
            rows: 0,
            source: "test".into(),
        }),
    );
}

fn awkward(dice: &mut Dice, number: usize) -> Text {
    Text::from(format!("{} {number}", dice.pick(&AWKWARD)))
}

fn level(dice: &mut Dice) -> Ilr {
    Ilr::from_half_steps(dice.up_to(11) as u8).unwrap()
}

fn billet(dice: &mut Dice, number: usize) -> AuthoriseBillet {
    let from = dice.day(date(2015, 1, 1), 6_000);
    let until = dice.one_in(3).then(|| from.saturating_add(2.years()));
    let office = dice.up_to(4) as u32;
    let languages = (0..dice.up_to(3)).map(|n| LanguageRequirement {
        language: Text::from(["Arabic", "Chinese (Mandarin)", "Serbo-Croatian"][n as usize]),
        reading: level(dice),
        speaking: level(dice),
    });
    let languages = languages.collect();
    let terms = BilletTerms {
        title: awkward(dice, number),
        office: OfficeId(office),
        place: PostId(dice.up_to(4) as u32),
        grade: Grade::O(4),
        coding: dice.pick(&[
            ServiceCoding::AnyMilitary,
            ServiceCoding::MilitaryOrCivilian,
            ServiceCoding::Only(Service::Army),
        ]),
        specialty: dice.one_in(2).then(|| "48G".into()),
        languages,
        clearance: dice.pick(&[Clearance::None, Clearance::Secret, Clearance::TopSecretSci]),
        sc_code: dice.one_in(2).then(|| "SC1A2".parse::<ScCode>().unwrap()),
        functional_area: dice.pick(FunctionalArea::ALL),
        funding: dice.pick(FundingSource::ALL),
        tour_length: TourLength { accompanied_months: 36, unaccompanied_months: 24 },
        key: dice.one_in(5),
        accompanied: !dice.one_in(3),
        fill_mode: dice.pick(FillMode::ALL),
        section_515: false,
        coordinators: (0..dice.up_to(3)).map(|n| Coordinator::ALL[n as usize]).collect(),
        supports: vec![
            Support { supported: Supported::Country(CountryId(0)), share_per_mille: 700 },
            Support { supported: Supported::Program("section 333".into()), share_per_mille: 300 },
        ],
        reports_to: (number > 0 && dice.one_in(2)).then(|| BilletId(dice.up_to(number as u64) as u32)),
    };
    AuthoriseBillet {
        number: format!("{}{number:05}", dice.pick(&["POS-", "-", "=", "#"])).into(),
        source: "FMTS".into(),
        authorised: Period::new(from, until).unwrap(),
        terms,
    }
}

fn person(dice: &mut Dice, number: usize) -> RegisterPerson {
    let languages = (0..dice.up_to(3)).map(|n| LanguageScore {
        language: Text::from(["Arabic", "Chinese (Mandarin)", "Spanish"][n as usize]),
        listening: level(dice),
        reading: level(dice),
        speaking: level(dice),
        tested: dice.day(date(2015, 1, 1), 4_000),
    });
    let languages = languages.collect();
    let earned = dice.day(date(2018, 1, 1), 2_000);
    RegisterPerson {
        number: format!("{:07}", 1_000_000 + number).into(),
        source: "FMTS".into(),
        from: date(2014, 1, 1),
        facts: PersonFacts {
            name: format!("{}, {number}", dice.pick(&["Ames", "=Böll", "O'Brien", "-Smith", "Nguyễn"])).into(),
            service: Service::Army,
            grade: dice.pick(&[Grade::O(3), Grade::O(4), Grade::O(5)]),
            specialties: (0..dice.up_to(3)).map(|n| Text::from(["48G", "59A", "1"][n as usize])).collect(),
            languages,
            clearance: ClearanceHeld {
                level: Clearance::Secret,
                expires: dice.one_in(2).then(|| dice.day(date(2026, 1, 1), 2_000)),
            },
            certificates: vec![Certificate {
                area: dice.pick(FunctionalArea::ALL),
                level: dice.pick(&[CertificateLevel::Basic, CertificateLevel::Executive]),
                earned,
                lapses: dice.one_in(2).then(|| earned.saturating_add(3.years())),
            }],
            personal: Sealed::Open(PersonalFacts {
                born: Some(dice.day(date(1965, 1, 1), 9_000)),
                separates: dice.one_in(2).then(|| dice.day(date(2030, 1, 1), 2_000)),
                overseas_control: dice.one_in(3).then(|| dice.day(date(2026, 1, 1), 900)),
                return_rights: dice.one_in(3).then(|| dice.day(date(2028, 1, 1), 900)),
                ..PersonalFacts::default()
            }),
            family: Sealed::Open(FamilyFacts {
                dependents: dice.up_to(5) as u8,
                cleared_until: dice.one_in(3).then(|| dice.day(date(2027, 1, 1), 900)),
                spouse: dice.one_in(6).then(|| "E-SPOUSE".into()),
            }),
        },
    }
}

fn tour(dice: &mut Dice, number: usize) -> ReportTour {
    let report = dice.day(date(2023, 1, 1), 1_800);
    let arrived = (report < today() && !dice.one_in(3)).then_some(report);
    ReportTour {
        source: "FMTS".into(),
        as_of: today(),
        person: PersonId(number as u32),
        billet: BilletId(number as u32),
        incumbency: if dice.one_in(6) { Incumbency::Additional } else { Incumbency::Primary },
        report,
        rotation: report.saturating_add(3.years()),
        accompanied: dice.one_in(2),
        ordered: arrived.map(|day| day.saturating_sub(90.days())),
        arrived,
        departed: None,
    }
}

/// One more person, for a large roster.
pub fn a_person(number: usize) -> RegisterPerson {
    person(&mut Dice(number as u64), number)
}
