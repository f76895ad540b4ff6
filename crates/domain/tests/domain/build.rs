//! Small worlds, built through commands alone, so that they are worlds that can be.

use jiff::civil::{Date, date};
use muster_domain::kernel::{Id, Table};
use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, OfficeKind, RecordAuthority, RegisterOffice, RegisterPost,
};
use muster_domain::partner::RegisterCountry;
use muster_domain::workforce::{
    AuthoriseBillet, BilletTerms, Clearance, ClearanceHeld, Coordinator, FamilyFacts, FillMode, FunctionalArea,
    FundingSource, Incumbency, PersonFacts, PersonalFacts, PlanTour, RegisterPerson, ReportTour, ServiceCoding,
    Support, Supported, TourLength,
};
use muster_domain::{
    AccountId, BilletId, Command, Context, CountryId, Decide, Event, Grade, OfficeId, Period, PersonId, Position,
    PostId, Refusal, Sealed, Service, Text, Timeline, TourId, World,
};

/// The day on which commands are decided.
pub const TODAY: Date = date(2026, 10, 1);
/// Headquarters.
pub const HQ: OfficeId = OfficeId(0);
/// A combatant command.
pub const COMMAND: OfficeId = OfficeId(1);
/// A security cooperation organisation under that command.
pub const SCO: OfficeId = OfficeId(2);
/// The country of that organisation.
pub const JORDAN: CountryId = CountryId(0);
/// A place in the United States.
pub const ARLINGTON: PostId = PostId(0);
/// The place of duty of that organisation.
pub const AMMAN: PostId = PostId(1);

/// A world under construction.
#[derive(Clone, Default)]
pub struct Build {
    pub world: World,
    pub actor: Option<AccountId>,
    /// What was taken, with what it caused.
    pub taken: Vec<(Command, Vec<Event>)>,
}

pub fn period(from: Date, until: Date) -> Period {
    Period::new(from, Some(until)).unwrap()
}

pub fn last<I: Id, T: Clone>(table: &Table<I, T>) -> I {
    I::from_index(table.len() - 1)
}

impl Build {
    /// Headquarters, a command, and an SCO under it in one country; no billets or people yet.
    pub fn service() -> Self {
        let mut build = Self::default();
        build.must(post("Arlington, VA", None));
        build.must(office("HQ", OfficeKind::Headquarters, None, ARLINGTON));
        build.must(office("CENTCOM", OfficeKind::CombatantCommand, None, ARLINGTON));
        build.must(RegisterCountry {
            iso3: "JOR".into(),
            name: "Jordan".into(),
            purchaser_codes: vec!["JO".into()],
            languages: vec!["Arabic".into()],
            region: "Near East".into(),
            responsible: Timeline::starting(date(2020, 1, 1), COMMAND),
        });
        build.must(post("Amman", Some(JORDAN)));
        build.must(office("SCO-JOR", OfficeKind::Sco, Some(JORDAN), AMMAN));
        build.must(authority(COMMAND, SCO, Period::open(date(2020, 1, 1))));
        build
    }

    pub fn context(&self) -> Context {
        Context { today: TODAY, actor: self.actor }
    }

    /// Takes a command, or says why not.
    pub fn attempt(&mut self, command: impl Into<Command>) -> Result<Vec<Event>, Refusal> {
        let command = command.into();
        let events = command.decide(&self.world, &self.context())?;
        let at = Position(self.world.position.0 + 1);
        events.iter().for_each(|event| self.world.apply(event, at));
        self.taken.push((command, events.clone()));
        Ok(events)
    }

    /// Takes a command that must not be refused.
    #[track_caller]
    pub fn must(&mut self, command: impl Into<Command>) -> Vec<Event> {
        let command = command.into();
        let name = command.name();
        match self.attempt(command) {
            Ok(events) => events,
            Err(refusal) => panic!("{name} was refused: {refusal}"),
        }
    }

    /// A command that must be refused by this rule, in words.
    #[track_caller]
    pub fn refused(&self, rule: &str, command: impl Into<Command>) {
        let command = command.into();
        let refusal = match command.decide(&self.world, &self.context()) {
            Ok(_) => panic!("{} was taken; `{rule}` should refuse it", command.name()),
            Err(refusal) => refusal,
        };
        assert_eq!(refusal.rule, rule, "{refusal}");
        assert!(!refusal.problem.is_empty() && !refusal.remedy.is_empty(), "{refusal} helps nobody");
    }

    pub fn billet(&mut self, number: &str, change: impl FnOnce(&mut BilletTerms)) -> BilletId {
        self.must(authorise(number, period(date(2020, 1, 1), date(2032, 1, 1)), change));
        last(&self.world.billets)
    }

    pub fn person(&mut self, number: &str) -> PersonId {
        self.must(register(number, Service::Army, Grade::O(5)));
        last(&self.world.people)
    }

    pub fn tour(&mut self, person: PersonId, billet: BilletId, report: Date, rotation: Date) -> TourId {
        self.must(plan(person, billet, report, rotation));
        last(&self.world.tours)
    }
}

pub fn post(name: &str, country: Option<CountryId>) -> RegisterPost {
    RegisterPost { name: name.into(), country, latitude_milli: 31_950, longitude_milli: 35_930 }
}

pub fn office(code: &str, kind: OfficeKind, country: Option<CountryId>, post: PostId) -> RegisterOffice {
    RegisterOffice {
        code: code.into(),
        name: Text::from(format!("Office {code}")),
        kind,
        designation: (kind == OfficeKind::Sco).then(|| "MAP".into()),
        country,
        post,
        zone: "Asia/Amman".into(),
        existence: Period::open(date(2010, 1, 1)),
    }
}

/// Operational control of one office over another.
pub fn authority(holder: OfficeId, over: OfficeId, period: Period) -> RecordAuthority {
    RecordAuthority(Authority {
        kind: AuthorityKind::OperationalControl,
        holder: AuthorityHolder::Office(holder),
        over,
        period,
        source: "Unified Command Plan".into(),
    })
}

pub fn terms(change: impl FnOnce(&mut BilletTerms)) -> BilletTerms {
    let mut terms = BilletTerms {
        title: "Security assistance officer".into(),
        office: SCO,
        place: AMMAN,
        grade: Grade::O(5),
        coding: ServiceCoding::AnyMilitary,
        specialty: Some("48G".into()),
        languages: Vec::new(),
        clearance: Clearance::Secret,
        sc_code: Some("SC1A2".parse().unwrap()),
        functional_area: FunctionalArea::ScoOperations,
        funding: FundingSource::FmsAdministrative,
        tour_length: TourLength { accompanied_months: 24, unaccompanied_months: 12 },
        key: false,
        accompanied: true,
        fill_mode: FillMode::ServiceNomination,
        section_515: false,
        coordinators: vec![Coordinator::Command],
        supports: vec![Support { supported: Supported::Country(JORDAN), share_per_mille: 1000 }],
        reports_to: None,
    };
    change(&mut terms);
    terms
}

pub fn authorise(number: &str, authorised: Period, change: impl FnOnce(&mut BilletTerms)) -> AuthoriseBillet {
    AuthoriseBillet { number: number.into(), source: "JTD".into(), authorised, terms: terms(change) }
}

pub fn facts(name: &str, service: Service, grade: Grade) -> PersonFacts {
    PersonFacts {
        name: name.into(),
        service,
        grade,
        specialties: vec!["48G".into()],
        languages: Vec::new(),
        clearance: ClearanceHeld { level: Clearance::TopSecret, expires: Some(date(2031, 1, 1)) },
        certificates: Vec::new(),
        personal: Sealed::Open(PersonalFacts {
            born: Some(date(1982, 5, 4)),
            separates: None,
            available_from: None,
            ..Default::default()
        }),
        family: Sealed::Open(FamilyFacts { dependents: 2, ..Default::default() }),
    }
}

pub fn register(number: &str, service: Service, grade: Grade) -> RegisterPerson {
    RegisterPerson {
        number: number.into(),
        source: "eMILPO".into(),
        from: date(2022, 1, 1),
        facts: facts(&format!("Hale, {number}"), service, grade),
    }
}

pub fn plan(person: PersonId, billet: BilletId, report: Date, rotation: Date) -> PlanTour {
    PlanTour { person, billet, incumbency: Incumbency::Primary, report, rotation, accompanied: false }
}

pub fn report_tour(person: PersonId, billet: BilletId, report: Date, rotation: Date) -> ReportTour {
    ReportTour {
        source: "eMILPO".into(),
        as_of: TODAY,
        person,
        billet,
        incumbency: Incumbency::Primary,
        report,
        rotation,
        accompanied: false,
        ordered: None,
        arrived: None,
        departed: None,
    }
}
