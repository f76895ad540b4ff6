//! Any command at all, from a few small numbers, so that a failing history shrinks to a short one.

use jiff::civil::{Date, date};
use muster_domain::access::{DisableAccount, EndGrant, Grant, GrantRole, RegisterAccount, Role};
use muster_domain::allocation::{
    CloseCycle, DecideLines, EndorseLines, OpenCycle, ProposeSlate, SlateLine, WithdrawSlate,
};
use muster_domain::kernel::Id;
use muster_domain::organization::{
    Differentials, EndOffice, OfficeKind, PostStatus, SetPostDifferentials, SetPostStatus, ValidateStrength, Validation,
};
use muster_domain::partner::{
    AuthoriseSection515, Dataset, Figure, Measure, RecordDataset, RecordFigures, RegisterCountry,
    Section515Authorisation, SetPriority,
};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, AuthoriseOverlap, BilletTerms, CancelTour, ChangeBillet, CurtailTour, CurtailmentReason,
    EndBillet, ErasePerson, ExtendTour, FillMode, Incumbency, OrderTour, OverlapAuthorisation, PersonFacts,
    PersonalFacts, PlanTour, RecordArrival, RecordDeparture, ReportBillet, ReportPerson, ReportTour, ServiceCoding,
    UpdatePerson,
};
use muster_domain::{Command, FiscalYear, Grade, Period, Sealed, Service, Text, Timeline, Together};

use super::build::*;
use super::story;

/// The numbers that make one command.
pub type Draw = [u16; 8];

/// Days that meet, follow and miss each other, and the ends of the calendar.
fn day(n: u16) -> Date {
    match n % 64 {
        0 => Date::MAX,
        1 => Date::MIN,
        2 => date(9999, 12, 30),
        n => muster_domain::kernel::add_months(date(2024, 1, 1), i32::from(n)),
    }
}

fn stretch(from: u16, length: u16) -> Period {
    let from = day(from);
    let until = muster_domain::kernel::add_months(from, i32::from(length % 40) + 1);
    if length.is_multiple_of(7) { Period::new(from, None) } else { Period::new(from, Some(until)) }
        .unwrap_or_else(|_| Period::open(date(2020, 1, 1)))
}

fn id<I: Id>(n: u16) -> I {
    I::from_index(usize::from(n % 6))
}

fn some<T>(n: u16, value: T) -> Option<T> {
    (!n.is_multiple_of(3)).then_some(value)
}

fn random_terms(n: [u16; 3]) -> BilletTerms {
    terms(|terms| {
        terms.office = id(n[0] % 4);
        terms.section_515 = n[0].is_multiple_of(2);
        terms.key = n[1].is_multiple_of(2);
        terms.reports_to = some(n[1], id(n[2]));
        terms.accompanied = !n[1].is_multiple_of(5);
        terms.fill_mode = FillMode::ALL[usize::from(n[0] / 8) % FillMode::ALL.len()];
        terms.coding = match n[2] % 5 {
            0 => ServiceCoding::Only(Service::Army),
            1 => ServiceCoding::MilitaryOrCivilian,
            _ => ServiceCoding::AnyMilitary,
        };
    })
}

fn random_facts(n: [u16; 3]) -> PersonFacts {
    let service = Service::ALL[usize::from(n[0] % 8)];
    let grade = if service.is_military() { Grade::O(4 + (n[1] % 2) as u8) } else { Grade::Gs(12) };
    let mut facts = facts(["Hale", "Reyes", "Ito"][usize::from(n[1] % 3)], service, grade);
    facts.personal = Sealed::Open(PersonalFacts {
        born: some(n[2], date(1980, 1, 1)),
        separates: some(n[0], day(n[2])),
        ..PersonalFacts::default()
    });
    facts
}

/// The command that these numbers make.
pub fn command(n: &Draw) -> Command {
    let [kind, a, b, c, d, e, f, g] = *n;
    let number = |prefix: &str| Text::from(format!("{prefix}{}", a % 8));
    let text = |n: u16| Text::from(["Because", "", " "][usize::from((n % 5).saturating_sub(2))]);
    let line = |person: u16, billet: u16| SlateLine {
        report: day(c),
        rotation: day(d),
        ..story::line(id(person), id(billet))
    };
    match kind % 72 {
        0 => office(&number("O"), OfficeKind::Agency, None, id(b)).into(),
        1 => EndOffice { office: id(a), on: day(b) }.into(),
        2 => ValidateStrength {
            office: id(a),
            from: day(b),
            validation: Validation {
                strength: u32::from(c),
                document: text(d),
                reviewed: some(e, day(b)),
                evidence: some(f, text(d)),
            },
        }
        .into(),
        3 => post(&number("Post "), some(b, id(c))).into(),
        4 => SetPostDifferentials {
            post: id(a),
            from: day(b),
            differentials: Differentials { hardship_pct: (c % 40) as u8, danger_pct: 0, cost_of_living_pct: 0 },
            source: text(d),
        }
        .into(),
        5 => {
            let status = if b.is_multiple_of(2) { PostStatus::Unaccompanied } else { PostStatus::Accompanied };
            SetPostStatus { post: id(a), from: day(c), status }.into()
        }
        6 | 7 => authority(id(a), id(b), stretch(c, d)).into(),
        8 => RegisterCountry {
            iso3: ["JOR", "EGY", "IRQ", "xx"][usize::from(a % 4)].into(),
            name: "A country".into(),
            purchaser_codes: Vec::new(),
            languages: Vec::new(),
            region: "Near East".into(),
            responsible: Timeline::starting(day(b), id(c)),
        }
        .into(),
        9 => {
            let figure = |year: u16, value: u16| Figure {
                measure: Measure::OpenCases,
                fiscal_year: FiscalYear(year as i16),
                value: i64::from(value),
                source: "sheet".into(),
                synthetic: true,
            };
            RecordFigures { country: id(a), figures: vec![figure(b, c), figure(d, e)] }.into()
        }
        10 => SetPriority { country: id(a), from: day(b), priority: (c % 8) as u8 }.into(),
        11 => {
            let authorisation =
                Section515Authorisation { members: u32::from(b % 10), period: stretch(c, d), document: text(e) };
            AuthoriseSection515 { country: id(a % 2), authorisation }.into()
        }
        12 => RecordDataset(Dataset {
            kind: number("k"),
            file: "f".into(),
            sha256: "0f".repeat(32).into(),
            rows: 1,
            source: text(b),
        })
        .into(),
        13 | 14 => authorise(&number("JOR-"), stretch(b, c), |terms| *terms = random_terms([d, e, f])).into(),
        15 | 16 => ChangeBillet { billet: id(a), from: day(b), terms: random_terms([c, d, e]) }.into(),
        17 => EndBillet { billet: id(a), on: day(b) }.into(),
        18 => {
            let gap = ApprovedGap { period: stretch(b, c), approver: "J1".into(), reason: text(d) };
            ApproveGap { billet: id(a), gap }.into()
        }
        19 => {
            let overlap = OverlapAuthorisation { period: stretch(b, c), document: text(d) };
            AuthoriseOverlap { billet: id(a), overlap }.into()
        }
        20 | 21 => {
            let facts = random_facts([b, c, d]);
            let new = register(&number("A"), facts.service, facts.grade);
            muster_domain::workforce::RegisterPerson { from: day(e), facts, ..new }.into()
        }
        22 => UpdatePerson { person: id(a), from: day(b), facts: random_facts([c, d, e]) }.into(),
        23 => ErasePerson { person: id(a) }.into(),
        24..=28 => PlanTour {
            incumbency: if e.is_multiple_of(5) { Incumbency::Additional } else { Incumbency::Primary },
            accompanied: f.is_multiple_of(2),
            ..plan(id(a), id(b), day(c), day(d))
        }
        .into(),
        29 => OrderTour { tour: id(a), on: day(b) }.into(),
        30 | 31 => RecordArrival { tour: id(a), on: day(b) }.into(),
        32 => RecordDeparture { tour: id(a), on: day(b) }.into(),
        33 => ExtendTour { tour: id(a), rotation: day(b) }.into(),
        34 => {
            let note = some(c, "A note".to_owned());
            CurtailTour { tour: id(a), rotation: day(b), reason: CurtailmentReason::Other, note }.into()
        }
        35 => CancelTour { tour: id(a) }.into(),
        36 | 37 => ReportBillet {
            number: number("JOR-"),
            source: ["JTD", "FMTS"][usize::from(g % 2)].into(),
            authorised: stretch(b, c),
            from: day(d),
            terms: random_terms([e, f, g]),
        }
        .into(),
        38 => ReportPerson {
            number: number("A"),
            source: ["eMILPO", "DEERS"][usize::from(g % 2)].into(),
            as_of: day(b),
            facts: random_facts([c, d, e]),
        }
        .into(),
        39..=42 => ReportTour {
            source: ["eMILPO", "DEERS"][usize::from(g % 2)].into(),
            as_of: if f.is_multiple_of(2) { TODAY } else { day(f) },
            ordered: some(e, day(g)),
            arrived: some(f, day(e)),
            departed: some(g, day(f)),
            ..report_tour(id(a), id(b), day(c), day(d))
        }
        .into(),
        43 => OpenCycle { name: number("Cycle "), window: stretch(b, c), scope: some(d, id(e)).into_iter().collect() }
            .into(),
        44 => CloseCycle { cycle: id(a) }.into(),
        45 => super::ballot::random([a, b, c, d, g], day(e), text(f)),
        46 | 47 => ProposeSlate { cycle: id(a % 2), ..story::propose(vec![line(b, e), line(f, g)]) }.into(),
        48 => {
            let lines = vec![u32::from(b % 3), u32::from(c % 3)];
            DecideLines { slate: id(a % 2), lines, concurs: !d.is_multiple_of(4), reason: some(e, text(f)) }.into()
        }
        49 => match a % 3 {
            0 => WithdrawSlate { slate: id(b % 2) }.into(),
            _ => EndorseLines { slate: id(b % 2), lines: some(c, u32::from(d % 3)).into_iter().collect() }.into(),
        },
        50 if g.is_multiple_of(2) => super::holidays::random(day(b), c.is_multiple_of(2), text(d), text(e)),
        50 => {
            let lever = Lever::ALL[usize::from(a) % Lever::ALL.len()];
            SetLever { lever, from: day(b), value: i64::from(c % 200), reason: text(d) }.into()
        }
        51..=66 => super::requisitions::any(kind % 72 - 51, [a, b, c, d], day(e), text(f)),
        67..=70 => super::posts::random([a, b, c, d, g], stretch(e, f), day(f)),
        _ => {
            let account = id(b % 2);
            let grant = Grant {
                role: Role::OfficeChief,
                office: some(c, id(d)),
                service: None,
                person: None,
                purchaser: None,
                period: stretch(e, f),
            };
            match a % 4 {
                0 => RegisterAccount { sign_in: ["aa", "bb"][usize::from(c % 2)].into(), name: text(d) }.into(),
                1 => GrantRole { account, grant }.into(),
                2 => EndGrant { account, index: u32::from(c % 2), on: day(d) }.into(),
                _ => DisableAccount { account, on: day(c) }.into(),
            }
        }
    }
}

/// One command in eight is a list of the next few.
pub fn commands(draws: &[Draw]) -> Vec<Command> {
    let lists = |(at, draw): (usize, &Draw)| match draw[7] % 8 {
        0 => Together { commands: draws[at..].iter().take(3).map(command).collect() }.into(),
        _ => command(draw),
    };
    draws.iter().enumerate().map(lists).collect()
}
