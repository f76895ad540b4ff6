//! Random histories: lists of small numbers read as commands on whatever rows exist. Refused ones are passed over.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use muster_domain::kernel::Id;
use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, DepartureOutcome, DepartureReach, EndDeparture, OrderDeparture,
    RecordAuthority, RescindDeparture, ValidateStrength, Validation,
};
use muster_domain::partner::{Figure, Measure, RecordFigures};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, AugmentOffice, AugmentationKind, AugmentationPurpose, Augmenting, AuthoriseBillet,
    BilletTerms, CancelTour, Certificate, CertificateLevel, ChangeBillet, CurtailTour, CurtailmentReason, DivertPerson,
    EndAugmentation, EndBillet, EndDiversion, ExtendTour, FunctionalArea, FundBillet, FundingSource, Incumbency,
    LanguageRequirement, LanguageScore, PersonFacts, PlanTour, RecordArrival, RecordDeparture, RegisterPerson,
    ReportTour, ScCode, ServiceCoding, Support, Supported, Tour, UpdatePerson, whereabouts,
};
use muster_domain::{
    BilletId, Command, FiscalYear, Grade, Ilr, OfficeId, Period, PersonId, PostId, Service, Text, TourId, World,
};
use proptest::prelude::*;

use super::{Build, Small, cases, small};

/// One attempt at changing something: what, and four numbers to choose with.
pub type Step = (u8, [u16; 4]);

/// How many kinds of steps there are.
pub const KINDS: u16 = 54;

/// The first kind that is about cases; so are all after it.
pub const CASES: u16 = 48;

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0..KINDS as u8, prop::array::uniform4(any::<u16>())), 0..most)
}

/// A day within some years around the day of the tests.
pub fn day(n: u16) -> Date {
    date(2024, 1, 1).saturating_add(i32::from(n % 2200).days())
}

pub fn grown(steps: &[Step]) -> Small {
    let mut world = small();
    steps.iter().for_each(|step| take(&mut world, *step));
    world
}

fn pick<I: Id>(len: usize, n: u16) -> Option<I> {
    (len > 0).then(|| I::from_index(usize::from(n) % len))
}

/// Takes one step, if it can be taken.
pub fn take(small: &mut Small, (kind, [a, b, c, d]): Step) {
    if let Some(command) = command(small, kind, [a, b, c, d]) {
        let _refused = small.build.attempt(command);
    }
}

fn command(small: &Small, kind: u8, [a, b, c, d]: [u16; 4]) -> Option<Command> {
    let world = &small.build.world;
    let offices = world.offices.len();
    let billet = |n| pick::<BilletId>(world.billets.len(), n);
    let person = |n| pick::<PersonId>(world.people.len(), n);
    let tour = |n| pick::<TourId>(world.tours.len(), n);
    let office = |n| pick::<OfficeId>(offices, n);
    let incumbency = if d % 4 == 0 { Incumbency::Additional } else { Incumbency::Primary };
    let later = |from: Date, n: u16| from.saturating_add((1 + i32::from(n % 900)).days());
    Some(match kind {
        0..=5 => AuthoriseBillet {
            number: Text::from(format!("R{}", world.billets.len())),
            source: "a document".into(),
            authorised: Period::new(day(b % 700), (c % 3 == 0).then(|| later(day(700), c))).ok()?,
            terms: terms(small, office(a)?, [b, c, d]),
        }
        .into(),
        6..=10 => RegisterPerson {
            number: Text::from(format!("R{}", world.people.len())),
            source: "a roster".into(),
            from: date(2015, 1, 1),
            facts: facts(&small.build, [a, b, c, d]),
        }
        .into(),
        11..=15 => {
            let (report, rotation) = (day(c), later(day(c), d));
            PlanTour { person: person(a)?, billet: billet(b)?, incumbency, report, rotation, accompanied: false }.into()
        }
        16..=22 => ReportTour {
            source: "a roster".into(),
            as_of: super::TODAY,
            person: person(a)?,
            billet: billet(b)?,
            incumbency,
            report: day(c),
            rotation: later(day(c), d),
            accompanied: false,
            ordered: None,
            arrived: (d % 3 != 0).then(|| day(c)),
            departed: (d % 5 == 0).then(|| later(day(c), a)),
        }
        .into(),
        23..=26 => RecordArrival { tour: tour(a)?, on: day(b) }.into(),
        27 => RecordDeparture { tour: tour(a)?, on: day(b) }.into(),
        28 => CancelTour { tour: tour(a)? }.into(),
        29 => ExtendTour { tour: tour(a)?, rotation: day(b) }.into(),
        30 => CurtailTour { tour: tour(a)?, rotation: day(b), reason: CurtailmentReason::Other, note: None }.into(),
        31 => ChangeBillet { billet: billet(a)?, from: day(b), terms: terms(small, office(c)?, [d, a, b]) }.into(),
        32 if d % 2 == 0 => {
            FundBillet { billet: billet(a)?, from: day(b), funded: c % 3 == 0, document: "a plan".into() }.into()
        }
        32 => EndBillet { billet: billet(a)?, on: day(b) }.into(),
        33 | 34 => ApproveGap {
            billet: billet(a)?,
            gap: ApprovedGap {
                period: Period::new(day(b), Some(later(day(b), c))).ok()?,
                approver: "a command".into(),
                reason: "a reason".into(),
            },
        }
        .into(),
        35 => UpdatePerson { person: person(a)?, from: day(b), facts: facts(&small.build, [b, c, d, a]) }.into(),
        36 => ValidateStrength {
            office: office(a)?,
            from: day(b),
            validation: Validation {
                strength: u32::from(c % 9),
                document: "a review".into(),
                reviewed: Some(day(b)),
                evidence: Some("a count".into()),
            },
        }
        .into(),
        37 => {
            let (lever, value) = match a % 4 {
                0 => (Lever::LanguageScoreMonths, 12 + i64::from(b % 100)),
                1 => (Lever::MinimumTeam, i64::from(b % 9)),
                2 => (Lever::CountCases, i64::from(b % 2)),
                _ => (Lever::OpenCaseMinutes, i64::from(b % 3000)),
            };
            SetLever { lever, from: day(c), value, reason: "a reason".into() }.into()
        }
        38 => RecordFigures {
            country: small.countries[usize::from(a) % 2],
            figures: vec![Figure {
                measure: [Measure::OpenCases, Measure::Visits][usize::from(b) % 2],
                fiscal_year: FiscalYear(2024 + (c % 5) as i16),
                value: i64::from(d % 300),
                source: "a table".into(),
                synthetic: true,
            }],
        }
        .into(),
        40..=47 => presence(small, kind, [a, b, c, d])?,
        48..=53 => cases::attempt(small, kind, [a, b, c, d])?,
        _ => RecordAuthority(Authority {
            kind: AuthorityKind::OperationalControl,
            holder: AuthorityHolder::Office(small.commands[usize::from(a) % 2]),
            over: small.scos[usize::from(b) % 3],
            period: Period::open(day(c)),
            source: "a document".into(),
        })
        .into(),
    })
}

/// Departures, diversions, augmentations.
fn presence(small: &Small, kind: u8, [a, b, c, d]: [u16; 4]) -> Option<Command> {
    let world = &small.build.world;
    let office = |n| pick::<OfficeId>(world.offices.len(), n);
    let person = |n| pick::<PersonId>(world.people.len(), n);
    let home = world.offices[small.agency].post;
    let post = world.offices[small.scos[usize::from(a) % 3]].post;
    let span = |from: Date, n: u16| Period::new(from, Some(from.saturating_add((1 + i32::from(n % 80)).days()))).ok();
    Some(match kind {
        40 | 41 => OrderDeparture {
            post,
            from: day(b),
            safe_haven: home,
            // Whoever happens to serve there then stays, one time in two.
            essential: person(d).filter(|id| d % 2 == 0 && serves_at(world, *id, post, day(b))).into_iter().collect(),
            reach: if c % 6 == 0 { DepartureReach::Families } else { DepartureReach::NotEssential },
            document: "a cable".into(),
        }
        .into(),
        42 => {
            let from = world.posts[post].departures.last().map_or(day(b), |held| held.from);
            let outcomes = [DepartureOutcome::Returned, DepartureOutcome::Unaccompanied, DepartureOutcome::Suspended];
            match c % 5 {
                0 => RescindDeparture { post, from, document: "a cable".into() }.into(),
                _ => EndDeparture {
                    post,
                    on: from.saturating_add((1 + i32::from(d % 200)).days()),
                    outcome: outcomes[usize::from(c) % 3],
                    document: "a cable".into(),
                }
                .into(),
            }
        }
        43 | 44 => {
            let tour = pick::<TourId>(world.tours.len(), a)?;
            let from = world.tours[tour].period()?.from().saturating_add(i32::from(c % 300).days());
            DivertPerson { tour, to: office(b)?, period: span(from, d)?, reason: "a reason".into() }.into()
        }
        45 | 46 => AugmentOffice {
            office: office(a)?,
            kind: if b % 3 == 0 { AugmentationKind::Contractor } else { AugmentationKind::TemporaryDuty },
            who: if b % 3 == 0 { Augmenting::People((c % 9) as u8) } else { Augmenting::Person(person(c)?) },
            period: span(day(d), c)?,
            document: "an order".into(),
            funding: FundingSource::OperationsMaintenance,
            purpose: AugmentationPurpose::CommandSupport,
        }
        .into(),
        _ if a % 2 == 0 => EndDiversion { diversion: pick(world.diversions.len(), b)?, on: day(c) }.into(),
        _ => EndAugmentation { augmentation: pick(world.augmentations.len(), b)?, on: day(c) }.into(),
    })
}

fn serves_at(world: &World, person: PersonId, post: PostId, day: Date) -> bool {
    whereabouts(world, person, day, Tour::period).is_some_and(|found| found.post == post)
}

fn terms(small: &Small, office: OfficeId, [a, b, c]: [u16; 3]) -> BilletTerms {
    let support = |nth: usize, share: u16| Support {
        supported: Supported::Country(small.countries[nth]),
        share_per_mille: share,
    };
    let level = Ilr::from_half_steps(4).unwrap();
    BilletTerms {
        grade: if a % 2 == 0 { Grade::O(4) } else { Grade::E(7) },
        coding: if b % 2 == 0 { ServiceCoding::AnyMilitary } else { ServiceCoding::Only(Service::Army) },
        specialty: (c % 3 > 0).then(|| Text::from(format!("48{}", c % 3))),
        languages: if a % 3 == 0 {
            vec![LanguageRequirement { language: "Arabic".into(), reading: level, speaking: level }]
        } else {
            Vec::new()
        },
        sc_code: (b % 3 == 0).then_some(ScCode { standing: 2, area: FunctionalArea::CaseLifeCycle, level: 2 }),
        functional_area: FunctionalArea::ALL[usize::from(c) % 5],
        funding: FundingSource::ALL[usize::from(a) % 7],
        supports: match b % 4 {
            0 => Vec::new(),
            1 => vec![support(0, 1000)],
            2 => vec![support(0, 333), support(1, 250)],
            _ => vec![
                support(1, 600),
                Support { supported: Supported::Program("a program".into()), share_per_mille: 300 },
            ],
        },
        ..small.build.terms(office)
    }
}

fn facts(build: &Build, [a, b, c, d]: [u16; 4]) -> PersonFacts {
    let level = Ilr::from_half_steps((a % 8) as u8).unwrap();
    let tested = day(b % 900);
    PersonFacts {
        grade: if a % 2 == 0 { Grade::O(4) } else { Grade::E(7) },
        languages: if b % 2 == 0 {
            vec![LanguageScore { language: "Arabic".into(), listening: level, reading: level, speaking: level, tested }]
        } else {
            Vec::new()
        },
        certificates: vec![Certificate {
            area: FunctionalArea::CaseLifeCycle,
            level: if c % 2 == 0 { CertificateLevel::Basic } else { CertificateLevel::Advanced },
            earned: day(d % 900),
            lapses: (c % 3 == 0).then(|| day(1000 + d % 900)),
        }],
        ..build.facts()
    }
}
