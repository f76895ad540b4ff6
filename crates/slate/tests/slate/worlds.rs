//! Small random worlds, built by the domain's own commands from a seed. A command that the domain refuses is left out,
//! so that whatever stands in a world could stand in a real one.

use jiff::civil::date;
use muster_domain::Decide;
use muster_domain::allocation::{ImportRanking, OpenCycle};
use muster_domain::kernel::add_months;
use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, DepartureReach, Differentials, OfficeKind, OrderDeparture, PostStatus,
    RecordAuthority, RegisterOffice, RegisterPost, SetPostDifferentials, SetPostStatus,
};
use muster_domain::partner::{AuthoriseSection515, RegisterCountry, Section515Authorisation, SetPriority};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, AuthoriseBillet, BilletTerms, Certificate, CertificateLevel, ChangeBillet, Clearance,
    ClearanceHeld, FamilyFacts, FillMode, FunctionalArea, FundingSource, Incumbency, LanguageRequirement,
    LanguageScore, PersonFacts, PersonalFacts, PlanTour, RegisterPerson, ScCode, ServiceCoding, Support, Supported,
    TourLength,
};
use muster_domain::{
    BilletId, Command, Context, CountryId, CycleId, Date, Grade, Ilr, OfficeId, Period, PersonId, Position, PostId,
    Sealed, Service, Timeline, World,
};

/// The day everything is asked on.
pub const TODAY: Date = date(2026, 10, 1);

/// Random numbers from a seed (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.roll(times) == 0
    }

    /// One of these.
    pub fn of<T: Clone>(&mut self, these: &[T]) -> T {
        these[self.roll(these.len())].clone()
    }

    /// A day so many months after another, give or take.
    fn about(&mut self, day: Date, months: i32, spread: usize) -> Date {
        let day = add_months(day, months + self.roll(2 * spread + 1) as i32 - spread as i32);
        day.first_of_month().saturating_add(jiff::Span::new().days(self.roll(28) as i64))
    }
}

/// Gives a command; true if the domain takes it.
pub fn give(world: &mut World, command: impl Into<Command>) -> bool {
    match command.into().decide(world, &Context { today: TODAY, actor: None }) {
        Ok(events) => {
            let at = Position(world.position.0 + 1);
            for event in &events {
                world.apply(event, at);
            }
            true
        }
        Err(_) => false,
    }
}

/// A command that must be taken.
pub fn must(world: &mut World, command: impl Into<Command>) {
    let command = command.into();
    if let Err(refusal) = command.decide(world, &Context { today: TODAY, actor: None }) {
        panic!("{} was refused: {refusal}", command.name());
    }
    give(world, command);
}

pub fn period(from: Date, until: Option<Date>) -> Period {
    Period::new(from, until).unwrap_or_else(|_| Period::open(from))
}

/// A world with one open cycle of so many billets and people.
pub fn world(seed: u64, billets: usize, people: usize) -> (World, CycleId) {
    let mut dice = Dice(seed);
    let mut world = World::default();
    places(&mut world, &mut dice);
    for number in 0..billets {
        billet(&mut world, &mut dice, number);
    }
    for number in 0..people {
        person(&mut world, &mut dice, number);
    }
    let scope = if dice.once_in(4) { vec![OfficeId(1)] } else { Vec::new() };
    let window = period(date(2027, 4, 1), Some(date(2027, 10, 1)));
    must(&mut world, OpenCycle { name: "Summer 2027".into(), window, scope });
    for number in 0..world.people.len() {
        if dice.once_in(2) && !world.billets.is_empty() {
            let mut billets: Vec<BilletId> =
                (0..1 + dice.roll(4)).map(|_| BilletId(dice.roll(world.billets.len()) as u32)).collect();
            billets.sort_unstable();
            billets.dedup();
            let (cycle, person, source) = (CycleId(0), PersonId(number as u32), "Marketplace".into());
            give(&mut world, ImportRanking { cycle, person, source, as_of: TODAY, billets });
        }
    }
    if dice.once_in(3) {
        let value = dice.roll(200) as i64;
        let lever = dice.of(&[Lever::GradeCost, Lever::MoveCost, Lever::UnassignedCost, Lever::GapDayCost]);
        must(&mut world, SetLever { lever, from: TODAY, value, reason: "trial".into() });
    }
    (world, CycleId(0))
}

/// Headquarters, two commands, and an SCO in each of three countries.
fn places(world: &mut World, dice: &mut Dice) {
    let post = |name: &str, country, latitude_milli, longitude_milli| RegisterPost {
        name: name.into(),
        country,
        latitude_milli,
        longitude_milli,
    };
    let office = |code: &str, kind, country, post| RegisterOffice {
        code: code.into(),
        name: code.into(),
        kind,
        designation: None,
        country,
        post,
        zone: "UTC".into(),
        existence: Period::open(date(2000, 1, 1)),
    };
    must(world, post("Washington", None, 38_900, -77_000));
    must(world, post("Tampa", None, 27_900, -82_500));
    must(world, office("DSCS", OfficeKind::Headquarters, None, PostId(0)));
    must(world, office("CENTCOM", OfficeKind::CombatantCommand, None, PostId(1)));
    must(world, office("EUCOM", OfficeKind::CombatantCommand, None, PostId(0)));
    let seats = [("JOR", "Amman", 31_900, 35_900), ("EGY", "Cairo", 30_000, 31_200), ("DEU", "Berlin", 52_500, 13_400)];
    for (number, (iso3, city, latitude, longitude)) in (0..).zip(seats) {
        let command = OfficeId(if iso3 == "DEU" { 2 } else { 1 });
        must(
            world,
            RegisterCountry {
                iso3: iso3.into(),
                name: iso3.into(),
                purchaser_codes: Vec::new(),
                languages: Vec::new(),
                region: "".into(),
                responsible: Timeline::starting(date(2000, 1, 1), command),
            },
        );
        let (country, seat) = (CountryId(number), PostId(2 + number));
        must(world, post(city, Some(country), latitude, longitude));
        must(world, office(&format!("SCO-{iso3}"), OfficeKind::Sco, Some(country), seat));
        must(
            world,
            RecordAuthority(Authority {
                kind: AuthorityKind::OperationalControl,
                holder: AuthorityHolder::Office(command),
                over: OfficeId(3 + number),
                period: Period::open(date(2000, 1, 1)),
                source: "test".into(),
            }),
        );
        let from = date(2020, 1, 1);
        must(world, SetPriority { country, from, priority: 1 + dice.roll(5) as u8 });
        let differentials =
            Differentials { hardship_pct: 5 * dice.roll(8) as u8, danger_pct: 0, cost_of_living_pct: 0 };
        must(world, SetPostDifferentials { post: seat, from, differentials, source: "test".into() });
        let status = dice.of(&[
            PostStatus::Accompanied,
            PostStatus::PartlyAccompanied,
            PostStatus::Unaccompanied,
            PostStatus::Unaccompanied,
            PostStatus::OrderedDeparture,
        ]);
        let since = dice.about(TODAY, 4, 8);
        if status == PostStatus::OrderedDeparture {
            let (essential, reach) = (Vec::new(), DepartureReach::NotEssential);
            let (safe_haven, document) = (PostId(0), "test".into());
            must(world, OrderDeparture { post: seat, from: since, safe_haven, essential, reach, document });
        } else {
            must(world, SetPostStatus { post: seat, from: since, status });
        }
        if dice.once_in(3) {
            let until = dice.about(TODAY, 12, 8);
            let authorisation =
                Section515Authorisation { members: 7, period: period(from, Some(until)), document: "test".into() };
            must(world, AuthoriseSection515 { country, authorisation });
        }
    }
    let members = dice.roll(4) as i64;
    must(
        world,
        SetLever { lever: Lever::Section515Members, from: date(2020, 1, 1), value: members, reason: "trial".into() },
    );
}

fn terms(dice: &mut Dice) -> BilletTerms {
    let office = dice.roll(6) as u32;
    let coding = dice.of(&[
        ServiceCoding::AnyMilitary,
        ServiceCoding::AnyMilitary,
        ServiceCoding::Only(Service::Army),
        ServiceCoding::Only(Service::Navy),
        ServiceCoding::MilitaryOrCivilian,
        ServiceCoding::Only(Service::Civilian),
        ServiceCoding::Only(Service::LocallyEmployed),
    ]);
    let civilian = matches!(coding, ServiceCoding::Only(Service::Civilian | Service::LocallyEmployed));
    let military = matches!(coding, ServiceCoding::Only(Service::Army | Service::Navy) | ServiceCoding::AnyMilitary);
    let language = LanguageRequirement { language: "Arabic".into(), reading: ilr(2 + dice.roll(3)), speaking: ilr(4) };
    BilletTerms {
        title: "Chief".into(),
        office: OfficeId(office),
        place: PostId([0, 1, 0, 2, 3, 4][office as usize]),
        grade: if civilian { Grade::Gs(13) } else { Grade::O(4 + dice.roll(2) as u8) },
        coding,
        specialty: dice.once_in(3).then(|| "48G".into()),
        languages: if dice.once_in(3) { vec![language] } else { Vec::new() },
        clearance: dice.of(&[Clearance::None, Clearance::Secret, Clearance::TopSecret]),
        sc_code: dice.once_in(4).then(|| {
            let area = dice.of(FunctionalArea::ALL);
            ScCode { standing: 2, area, level: 1 + dice.roll(3) as u8 }
        }),
        functional_area: dice.of(FunctionalArea::ALL),
        funding: FundingSource::MilitaryPay,
        tour_length: TourLength { accompanied_months: dice.of(&[24, 36]), unaccompanied_months: dice.of(&[9, 12, 24]) },
        key: dice.once_in(3),
        accompanied: !dice.once_in(3),
        fill_mode: if civilian {
            dice.of(&[FillMode::CivilianRecruitment, FillMode::CivilianReassignment])
        } else {
            dice.of(&[
                FillMode::ServiceNomination,
                FillMode::ServiceNomination,
                FillMode::NominativeBoard,
                FillMode::Temporary,
            ])
        },
        section_515: office >= 3 && military && !dice.once_in(3),
        coordinators: Vec::new(),
        supports: if office < 3 && dice.once_in(2) {
            (0..1 + dice.roll(2))
                .map(|country| Support {
                    supported: Supported::Country(CountryId(country as u32)),
                    share_per_mille: dice.of(&[300, 400]),
                })
                .collect()
        } else {
            Vec::new()
        },
        reports_to: None,
    }
}

fn billet(world: &mut World, dice: &mut Dice, number: usize) {
    let until = dice.once_in(4).then(|| dice.about(TODAY, 24, 14));
    let authorised = period(date(2022, 1, 1), until);
    let first = terms(dice);
    let id = world.billets.next_id();
    must(
        world,
        AuthoriseBillet { number: format!("N{number}").into(), source: "test".into(), authorised, terms: first },
    );
    if dice.once_in(6) {
        give(world, ChangeBillet { billet: id, from: dice.about(TODAY, 8, 6), terms: terms(dice) });
    }
    if dice.once_in(6) {
        let from = dice.about(TODAY, 5, 5);
        let gap = ApprovedGap {
            period: period(from, Some(add_months(from, 1 + dice.roll(8) as i32))),
            approver: "J1".into(),
            reason: "trial".into(),
        };
        give(world, ApproveGap { billet: id, gap });
    }
}

fn ilr(half_steps: usize) -> Ilr {
    Ilr::from_half_steps(half_steps as u8).expect("below eleven half steps")
}

fn person(world: &mut World, dice: &mut Dice, number: usize) {
    let service = dice.of(&[Service::Army, Service::Army, Service::Navy, Service::Civilian, Service::LocallyEmployed]);
    let grade =
        if service.is_military() { Grade::O(3 + dice.roll(4) as u8) } else { Grade::Gs(12 + dice.roll(3) as u8) };
    let score = |language: &str, dice: &mut Dice| LanguageScore {
        language: language.into(),
        listening: ilr(0),
        reading: ilr(2 + dice.roll(5)),
        speaking: ilr(3 + dice.roll(4)),
        tested: dice.about(TODAY, -40, 38),
    };
    let facts = PersonFacts {
        name: format!("Person, {number:03}").into(),
        service,
        grade,
        specialties: if dice.once_in(2) { vec!["48G".into()] } else { Vec::new() },
        languages: match dice.roll(3) {
            0 => vec![score("Arabic", dice)],
            1 => vec![score("Arabic", dice), score("French", dice)],
            _ => Vec::new(),
        },
        clearance: ClearanceHeld {
            level: dice.of(&[Clearance::Secret, Clearance::TopSecret, Clearance::TopSecret]),
            expires: dice.once_in(4).then(|| dice.about(TODAY, 9, 9)),
        },
        certificates: if dice.once_in(2) {
            vec![Certificate {
                area: dice.of(FunctionalArea::ALL),
                level: CertificateLevel::Basic,
                earned: date(2024, 1, 1),
                lapses: dice.once_in(2).then(|| dice.about(TODAY, 8, 5)),
            }]
        } else {
            Vec::new()
        },
        personal: Sealed::Open(PersonalFacts {
            born: None,
            separates: dice.once_in(3).then(|| dice.about(TODAY, 24, 20)),
            available_from: dice.once_in(4).then(|| dice.about(TODAY, 9, 5)),
            overseas_control: dice.once_in(3).then(|| dice.about(TODAY, 8, 5)),
            return_rights: dice.once_in(3).then(|| dice.about(TODAY, 30, 20)),
        }),
        family: Sealed::Open(FamilyFacts {
            dependents: dice.roll(3) as u8,
            cleared_until: dice.once_in(2).then(|| dice.about(TODAY, 12, 8)),
            spouse: dice.once_in(5).then(|| format!("E{}", dice.roll(number + 1)).into()),
        }),
    };
    let id = world.people.next_id();
    must(
        world,
        RegisterPerson { number: format!("E{number}").into(), source: "test".into(), from: date(2020, 1, 1), facts },
    );
    for _ in 0..dice.roll(3) {
        if world.billets.is_empty() {
            return;
        }
        let report = dice.about(TODAY, -18, 14);
        let rotation = dice.about(TODAY, 8, 6);
        let billet = BilletId(dice.roll(world.billets.len()) as u32);
        let incumbency = if dice.once_in(6) { Incumbency::Additional } else { Incumbency::Primary };
        give(world, PlanTour { person: id, billet, incumbency, report, rotation, accompanied: false });
    }
}

/// A number below a million with its thousands apart.
pub fn thousands(value: i64) -> String {
    if value < 1000 { value.to_string() } else { format!("{},{:03}", value / 1000, value % 1000) }
}
