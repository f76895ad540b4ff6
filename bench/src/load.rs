//! A service to measure the desk with: made of the same few rows over and over, so that what is measured is the desk.

use anyhow::{Context, Result};
use muster_domain::kernel::{BilletId, Grade, OfficeId, PersonId, PostId, Service};
use muster_domain::organization::{OfficeKind, RegisterOffice, RegisterPost};
use muster_domain::workforce::{
    ApprovedGap, AuthoriseBillet, BilletTerms, Clearance, ClearanceHeld, FamilyFacts, FillMode, FunctionalArea,
    FundingSource, GapApproved, PersonFacts, PersonUpdated, PersonalFacts, RegisterPerson, ServiceCoding, TourLength,
    UpdatePerson,
};
use muster_domain::{Command, Date, Event, Period, Sealed, Together};
use muster_server::desk::{Desk, Submission};

/// The day the load is set on.
pub const TODAY: Date = jiff::civil::date(2026, 10, 1);
const BEGAN: Date = jiff::civil::date(2020, 1, 1);

/// Registers one office with as many billets and people as asked, each kind as one command.
///
/// # Errors
/// When the desk does not take them.
pub async fn register(desk: &Desk, billets: u32, people: u32) -> Result<()> {
    let place = RegisterPost { name: "Amman".into(), country: None, latitude_milli: 31_950, longitude_milli: 35_930 };
    let office = RegisterOffice {
        code: "SCHQ".into(),
        name: "Headquarters".into(),
        kind: OfficeKind::Headquarters,
        designation: None,
        country: None,
        post: PostId(0),
        zone: "America/New_York".into(),
        existence: Period::new(BEGAN, None)?,
    };
    give(desk, vec![place.into(), office.into()]).await?;
    let period = Period::new(BEGAN, None)?;
    give(desk, (0..billets).map(|number| billet(number, period).into()).collect()).await?;
    give(desk, (0..people).map(|number| person(number).into()).collect()).await
}

async fn give(desk: &Desk, commands: Vec<Command>) -> Result<()> {
    let all = Command::Together(Together { commands });
    desk.submit(Submission::by_installation(all)).await.context("the load is registered")?;
    Ok(())
}

fn billet(number: u32, authorised: Period) -> AuthoriseBillet {
    AuthoriseBillet {
        number: format!("BN-{number}").into(),
        source: "JTD 2026".into(),
        authorised,
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

fn person(number: u32) -> RegisterPerson {
    RegisterPerson {
        number: format!("N-{number}").into(),
        source: "personnel system".into(),
        from: BEGAN,
        facts: facts(number, 0),
    }
}

fn facts(number: u32, version: u64) -> PersonFacts {
    PersonFacts {
        name: format!("Quill, Jordan {number}").into(),
        service: Service::Army,
        grade: Grade::O(4),
        specialties: vec![format!("48G{version}").into()],
        languages: Vec::new(),
        clearance: ClearanceHeld { level: Clearance::TopSecret, expires: None },
        certificates: Vec::new(),
        personal: Sealed::Open(PersonalFacts {
            born: Some(jiff::civil::date(1983, 2, 17)),
            ..PersonalFacts::default()
        }),
        family: Sealed::Open(FamilyFacts { dependents: 3, ..FamilyFacts::default() }),
    }
}

/// A command that changes a person, with sealed facts in it; never the same twice for one person.
#[must_use]
pub fn update(number: u32, version: u64) -> UpdatePerson {
    UpdatePerson { person: PersonId(number), from: BEGAN, facts: facts(number, version) }
}

/// The event of such a command, or of an approved gap: every other one.
///
/// # Errors
/// When the calendar ends.
pub fn event(number: u32, version: u64) -> Result<Event> {
    if version.is_multiple_of(2) {
        return Ok(PersonUpdated { person: PersonId(number), from: BEGAN, facts: facts(number, version) }.into());
    }
    let from = TODAY.checked_add(jiff::Span::new().days(i64::try_from(version % 20_000)?))?;
    let gap = ApprovedGap {
        period: Period::new(from, Some(from.tomorrow()?))?,
        approver: "USEUCOM J1".into(),
        reason: "hiring freeze".into(),
    };
    Ok(GapApproved { billet: BilletId(number), gap }.into())
}
