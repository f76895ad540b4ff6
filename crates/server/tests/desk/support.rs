//! What the desk's tests share: a small service to act on, and a desk on either store.

use std::sync::Arc;

use muster_domain::access::RegisterAccount;
use muster_domain::kernel::{BilletId, Grade, OfficeId, PersonId, PostId, Service};
use muster_domain::organization::{OfficeKind, RegisterOffice, RegisterPost};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, AuthoriseBillet, BilletTerms, Clearance, ClearanceHeld, FamilyFacts, FillMode,
    FunctionalArea, FundingSource, Incumbency, PersonFacts, PersonalFacts, PlanTour, RegisterPerson, ServiceCoding,
    TourLength,
};
use muster_domain::{Command, Date, Period, Sealed};
use muster_journal::testing::TestPlace;
use muster_journal::{Journal, Options};
use muster_server::clock::Clock;
use muster_server::desk::{Accepted, AllowAll, Desk, DeskOptions, OpenError, Rejected, Submission};
use muster_server::vault::{Vault, VaultOptions};

/// The day the tests are set on.
pub const TODAY: Date = jiff::civil::date(2026, 10, 1);

/// A birth date that stands nowhere else.
pub const BORN: &str = "1983-02-17";

pub async fn vault(place: &TestPlace) -> Vault {
    Vault::open(place.location(), VaultOptions::for_tests()).await.unwrap()
}

/// A desk as another server would open it.
pub async fn desk(place: &TestPlace) -> Desk {
    desk_with(place, DeskOptions::default()).await
}

pub async fn desk_with(place: &TestPlace, options: DeskOptions) -> Desk {
    try_desk(place.open().await, place, options).await.unwrap()
}

pub async fn desk_on(place: &TestPlace, options: Options) -> Desk {
    try_desk(place.open_with(options).await, place, DeskOptions::default()).await.unwrap()
}

pub async fn try_desk(journal: Journal, place: &TestPlace, options: DeskOptions) -> Result<Desk, OpenError> {
    Desk::open_with(journal, vault(place).await, Arc::new(AllowAll), Clock::fixed_day(TODAY), options).await
}

/// Gives a command as the installation.
pub async fn give(desk: &Desk, command: impl Into<Command>) -> Result<Accepted, Rejected> {
    desk.submit(Submission::by_installation(command)).await
}

/// One post, one office, and as many billets and people as asked.
pub async fn small_service(desk: &Desk, count: u32) {
    let mut commands: Vec<Command> = vec![post("Amman").into(), office().into()];
    commands.extend((0..count).map(|number| billet(&format!("BN-{number}")).into()));
    commands.extend((0..count).map(|number| person(number).into()));
    let all = Command::Together(together(commands));
    give(desk, all).await.unwrap();
}

pub fn together(commands: Vec<Command>) -> muster_domain::Together {
    muster_domain::Together { commands }
}

pub fn post(name: &str) -> RegisterPost {
    RegisterPost { name: name.into(), country: None, latitude_milli: 31_950, longitude_milli: 35_930 }
}

fn office() -> RegisterOffice {
    RegisterOffice {
        code: "SCHQ".into(),
        name: "Headquarters".into(),
        kind: OfficeKind::Headquarters,
        designation: None,
        country: None,
        post: PostId(0),
        zone: "America/New_York".into(),
        existence: period(jiff::civil::date(2020, 1, 1), None),
    }
}

pub fn billet(number: &str) -> AuthoriseBillet {
    AuthoriseBillet {
        number: number.into(),
        source: "JTD 2026".into(),
        authorised: period(jiff::civil::date(2020, 1, 1), None),
        terms: BilletTerms {
            title: "Army programs officer".into(),
            office: OfficeId(0),
            place: PostId(0),
            grade: Grade::O(4),
            coding: ServiceCoding::AnyMilitary,
            specialty: None,
            languages: Vec::new(),
            clearance: Clearance::None,
            sc_code: None,
            functional_area: FunctionalArea::ScoOperations,
            funding: FundingSource::MilitaryPay,
            tour_length: TourLength { accompanied_months: 36, unaccompanied_months: 24 },
            key: false,
            accompanied: true,
            fill_mode: FillMode::ServiceNomination,
            section_515: false,
            coordinators: Vec::new(),
            supports: Vec::new(),
            reports_to: None,
        },
    }
}

pub fn person(number: u32) -> RegisterPerson {
    RegisterPerson {
        number: format!("N-{number}").into(),
        source: "personnel system".into(),
        from: jiff::civil::date(2020, 1, 1),
        facts: facts(number),
    }
}

pub fn facts(number: u32) -> PersonFacts {
    PersonFacts {
        name: format!("Quill, Jordan {number}").into(),
        service: Service::Army,
        grade: Grade::O(4),
        specialties: vec!["48G".into()],
        languages: Vec::new(),
        clearance: ClearanceHeld { level: Clearance::TopSecret, expires: None },
        certificates: Vec::new(),
        personal: Sealed::Open(PersonalFacts { born: Some(BORN.parse().unwrap()), ..PersonalFacts::default() }),
        family: Sealed::Open(FamilyFacts { dependents: 3, ..FamilyFacts::default() }),
    }
}

pub fn tour(person: u32, billet: u32) -> PlanTour {
    PlanTour {
        person: PersonId(person),
        billet: BilletId(billet),
        incumbency: Incumbency::Primary,
        report: jiff::civil::date(2027, 1, 1),
        rotation: jiff::civil::date(2029, 1, 1),
        accompanied: true,
    }
}

/// A command that changes a billet and can be given any number of times, each with another month.
pub fn gap(billet: u32, month: u32) -> ApproveGap {
    let from = TODAY.checked_add(jiff::Span::new().months(i64::from(month))).unwrap();
    let until = from.checked_add(jiff::Span::new().days(20)).unwrap();
    ApproveGap {
        billet: BilletId(billet),
        gap: ApprovedGap {
            period: period(from, Some(until)),
            approver: "USEUCOM J1".into(),
            reason: "hiring freeze".into(),
        },
    }
}

pub fn account(number: u32) -> RegisterAccount {
    RegisterAccount { sign_in: format!("user-{number}").into(), name: "Somebody".into() }
}

pub fn period(from: Date, until: Option<Date>) -> Period {
    Period::new(from, until).unwrap()
}

/// Every text of the journal's records, one after the other.
pub async fn journal_text(journal: &Journal) -> String {
    let mut tail = journal.tail(muster_journal::Frontier::new());
    let mut text = String::new();
    loop {
        let page = tail.next(100).await.unwrap();
        if page.is_empty() {
            return text;
        }
        page.iter().for_each(|record| text.push_str(&record.events));
    }
}

/// The World as JSON, to compare two of them; maps without an order are left to their rows.
pub fn rows(world: &muster_domain::World) -> serde_json::Value {
    serde_json::json!({
        "position": world.position,
        "posts": world.posts, "offices": world.offices, "billets": world.billets, "people": world.people,
        "tours": world.tours, "accounts": world.accounts, "rosters": world.rosters,
    })
}
