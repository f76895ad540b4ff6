//! Small worlds for tests: built through commands alone, so that they are worlds that can be.

pub mod cases;
pub mod naive;
pub mod random;

use jiff::civil::{Date, date};
use muster_domain::kernel::{Id, Table};
use muster_domain::organization::{
    Authority, AuthorityHolder, AuthorityKind, OfficeKind, RecordAuthority, RegisterOffice, RegisterPost,
};
use muster_domain::partner::{Figure, Measure, RecordFigures, RegisterCountry};
use muster_domain::workforce::{
    AuthoriseBillet, BilletTerms, Clearance, ClearanceHeld, FamilyFacts, FillMode, FunctionalArea, FundingSource,
    Incumbency, PersonFacts, PersonalFacts, PlanTour, RecordArrival, RegisterPerson, ServiceCoding, TourLength,
};
use muster_domain::{
    BilletId, Command, Context, CountryId, Decide, FiscalYear, Grade, OfficeId, Period, PersonId, Position, PostId,
    Refusal, Sealed, Service, Text, Timeline, TourId, World,
};
use muster_staffing::Grouping;

/// Every way in which a picture may be grouped.
pub const GROUPINGS: [Grouping; 8] = [
    Grouping::Command,
    Grouping::Country,
    Grouping::Office,
    Grouping::Service,
    Grouping::GradeBand,
    Grouping::Specialty,
    Grouping::FunctionalArea,
    Grouping::Funding,
];

/// The day on which tests ask.
pub const TODAY: Date = date(2026, 10, 1);

/// A world under construction.
#[derive(Clone, Default)]
pub struct Build {
    pub world: World,
}

pub fn period(from: Date, until: Date) -> Period {
    Period::new(from, Some(until)).unwrap()
}

fn last<I: Id, T: Clone>(table: &Table<I, T>) -> I {
    I::from_index(table.len() - 1)
}

impl Build {
    /// Takes a command, or says why not.
    pub fn attempt(&mut self, command: impl Into<Command>) -> Result<(), Refusal> {
        let events = command.into().decide(&self.world, &Context { today: TODAY, actor: None })?;
        let at = Position(self.world.position.0 + 1);
        events.iter().for_each(|event| self.world.apply(event, at));
        Ok(())
    }

    /// Takes a command that must not be refused.
    pub fn give(&mut self, command: impl Into<Command>) {
        self.attempt(command).unwrap();
    }

    pub fn country(&mut self, iso3: &str, responsible: Option<OfficeId>) -> CountryId {
        self.give(RegisterCountry {
            iso3: iso3.into(),
            name: iso3.into(),
            purchaser_codes: vec![iso3[..2].into()],
            languages: Vec::new(),
            region: "a region".into(),
            responsible: responsible.map_or_else(Timeline::default, |id| Timeline::starting(date(2000, 1, 1), id)),
        });
        last(&self.world.countries)
    }

    pub fn post(&mut self, name: &str, country: Option<CountryId>) -> PostId {
        let milli = 1000 * self.world.posts.len() as i32;
        self.give(RegisterPost { name: name.into(), country, latitude_milli: milli, longitude_milli: -milli });
        last(&self.world.posts)
    }

    pub fn office(&mut self, code: &str, kind: OfficeKind, post: PostId, country: Option<CountryId>) -> OfficeId {
        self.give(RegisterOffice {
            code: code.into(),
            name: format!("Office {code}").into(),
            kind,
            designation: None,
            country,
            post,
            zone: "UTC".into(),
            existence: Period::open(date(2000, 1, 1)),
        });
        last(&self.world.offices)
    }

    pub fn below(&mut self, office: OfficeId, command: OfficeId, from: Date) {
        let authority = Authority {
            kind: AuthorityKind::OperationalControl,
            holder: AuthorityHolder::Office(command),
            over: office,
            period: Period::open(from),
            source: "a document".into(),
        };
        self.give(RecordAuthority(authority));
    }

    pub fn terms(&self, office: OfficeId) -> BilletTerms {
        terms(&self.world, office)
    }

    pub fn billet_with(&mut self, terms: BilletTerms, authorised: Period) -> BilletId {
        let number = Text::from(format!("N{}", self.world.billets.len()));
        self.give(AuthoriseBillet { number, source: "a document".into(), authorised, terms });
        last(&self.world.billets)
    }

    pub fn billet(&mut self, office: OfficeId) -> BilletId {
        self.billet_with(self.terms(office), Period::open(date(2020, 1, 1)))
    }

    pub fn facts(&self) -> PersonFacts {
        PersonFacts {
            name: format!("Person {}", self.world.people.len()).into(),
            service: Service::Army,
            grade: Grade::O(4),
            specialties: Vec::new(),
            languages: Vec::new(),
            clearance: ClearanceHeld { level: Clearance::Secret, expires: None },
            certificates: Vec::new(),
            personal: Sealed::Open(PersonalFacts::default()),
            family: Sealed::Open(FamilyFacts::default()),
        }
    }

    pub fn person_with(&mut self, facts: PersonFacts) -> PersonId {
        let number = Text::from(format!("M{}", self.world.people.len()));
        self.give(RegisterPerson { number, source: "a roster".into(), from: date(2015, 1, 1), facts });
        last(&self.world.people)
    }

    pub fn person(&mut self) -> PersonId {
        self.person_with(self.facts())
    }

    /// A tour that has not begun.
    pub fn planned(&mut self, person: PersonId, billet: BilletId, report: Date, rotation: Date) -> TourId {
        let incumbency = Incumbency::Primary;
        self.give(PlanTour { person, billet, incumbency, report, rotation, accompanied: false });
        last(&self.world.tours)
    }

    /// A tour whose arrival on the report date is recorded.
    pub fn arrived(&mut self, person: PersonId, billet: BilletId, report: Date, rotation: Date) -> TourId {
        let tour = self.planned(person, billet, report, rotation);
        self.give(RecordArrival { tour, on: report });
        tour
    }

    pub fn figure(&mut self, country: CountryId, measure: Measure, year: i16, value: i64) {
        let source = Text::from(format!("table#{year}"));
        let figure = Figure { measure, fiscal_year: FiscalYear(year), value, source, synthetic: false };
        self.give(RecordFigures { country, figures: vec![figure] });
    }
}

/// Two commands, an agency, and three SCOs in two countries, one of them with two.
pub struct Small {
    pub build: Build,
    pub commands: [OfficeId; 2],
    pub agency: OfficeId,
    pub scos: [OfficeId; 3],
    pub countries: [CountryId; 2],
}

pub fn small() -> Small {
    let mut build = Build::default();
    let home = build.post("Home", None);
    let commands = ["NORTH", "SOUTH"].map(|code| build.office(code, OfficeKind::CombatantCommand, home, None));
    let agency = build.office("AGENCY", OfficeKind::Agency, home, None);
    let countries = [build.country("AAA", Some(commands[0])), build.country("BBB", None)];
    let posts = countries.map(|id| build.post("Capital", Some(id)));
    let scos = [("SCO-A1", 0), ("SCO-A2", 0), ("SCO-B", 1)]
        .map(|(code, nth): (&str, usize)| build.office(code, OfficeKind::Sco, posts[nth], Some(countries[nth])));
    for (sco, command) in scos.into_iter().zip([0, 0, 1]) {
        build.below(sco, commands[command], date(2000, 1, 1));
    }
    Small { build, commands, agency, scos, countries }
}

/// The terms of an ordinary billet of an office.
pub fn terms(world: &World, office: OfficeId) -> BilletTerms {
    BilletTerms {
        title: "Officer".into(),
        office,
        place: world.offices[office].post,
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
    }
}
