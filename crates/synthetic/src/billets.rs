//! What every billet is made of: its number, its terms, and how specialties, codes and tour lengths follow from them.

use jiff::civil::date;
use muster_domain::workforce::{
    BilletTerms, Clearance, Coordinator, FillMode, FunctionalArea, FundingSource, LanguageRequirement, ReportBillet,
    ScCode, ServiceCoding, Support, Supported, TourLength,
};
use muster_domain::{
    BilletId, Command, CountryId, Date, FiscalYear, Grade, Ilr, OfficeId, Period, PostId, Service, Text,
};

use crate::dice::Dice;

/// A billet as planned; its index is its id.
pub(crate) struct Slot {
    pub number: Text,
    pub source: &'static str,
    pub authorised: Period,
    pub terms: BilletTerms,
    /// The service its people come from: one that the coding admits.
    pub filler: Service,
    /// The attaché billet that its incumbent holds beside it.
    pub attache: Option<usize>,
    /// Whether it is filled only beside another billet.
    pub beside: bool,
    /// Hardship differential of its place, per cent.
    pub hardship: u8,
    /// Danger pay of its place, per cent.
    pub danger: u8,
    /// Whether families may come along to its place.
    pub families: bool,
}

impl Slot {
    /// Whether it stands in an office in a partner country.
    pub fn abroad(&self) -> bool {
        self.terms.coordinators.contains(&Coordinator::ChiefOfMission)
    }

    /// People who can follow each other: same service, grade and specialty.
    pub fn class(&self) -> (Service, Grade, Option<Text>) {
        (self.filler, self.terms.grade, self.terms.specialty.clone())
    }

    /// Months of a tour in it.
    pub fn months(&self, accompanied: bool) -> i32 {
        let length = self.terms.tour_length;
        i32::from(if accompanied { length.accompanied_months } else { length.unaccompanied_months })
    }

    pub fn report(&self) -> Command {
        let from = self.authorised.from();
        let (number, terms) = (self.number.clone(), self.terms.clone());
        ReportBillet { number, source: self.source.into(), authorised: self.authorised, from, terms }.into()
    }
}

pub(crate) fn billet_id(index: usize) -> BilletId {
    BilletId(u32::try_from(index).expect("a service has far fewer than 2^32 billets"))
}

pub(crate) fn office_id(index: usize) -> OfficeId {
    OfficeId(u32::try_from(index).expect("there are a few hundred offices"))
}

/// Terms that most billets share; the caller changes what differs.
pub(crate) fn terms(title: &str, office: usize, place: PostId, grade: Grade, coding: ServiceCoding) -> BilletTerms {
    BilletTerms {
        title: title.into(),
        office: office_id(office),
        place,
        grade,
        coding,
        specialty: None,
        languages: Vec::new(),
        clearance: Clearance::Secret,
        sc_code: None,
        functional_area: FunctionalArea::CaseLifeCycle,
        funding: if grade.is_military() { FundingSource::MilitaryPay } else { FundingSource::FmsAdministrative },
        tour_length: TourLength { accompanied_months: 36, unaccompanied_months: 24 },
        key: false,
        accompanied: true,
        fill_mode: if grade.is_military() { FillMode::ServiceNomination } else { FillMode::CivilianRecruitment },
        section_515: false,
        coordinators: Vec::new(),
        supports: Vec::new(),
        reports_to: None,
    }
}

/// The first day of the fiscal year that the day lies in.
pub(crate) fn fiscal_year_start(day: Date) -> Date {
    date(FiscalYear::of(day).0 - 1, 10, 1)
}

/// From when until when a billet is authorised: most since long ago, some new, some ended, some yet to come.
pub(crate) fn authorised(since: Date, today: Date, dice: &mut Dice) -> Period {
    let year = fiscal_year_start(today);
    let shifted = |years: i16| date(year.year() + years, 10, 1);
    let old = since.max(date(2008 + i16::try_from(dice.below(6)).expect("below six"), 10, 1));
    let ended = |until| Period::new(old, Some(until)).unwrap_or(Period::open(old));
    match dice.below(1000) {
        0..15 => Period::open(shifted(1)),
        15..45 => Period::open(shifted(-1).max(since)),
        45..55 => ended(shifted(-1)),
        55..70 => ended(shifted(2)),
        _ => Period::open(old),
    }
}

/// The SC code that follows from a billet's terms.
pub(crate) fn coded(terms: &BilletTerms) -> ScCode {
    let standing = match (terms.key, terms.grade.is_military()) {
        (true, true) => 1,
        (false, true) => 2,
        (true, false) => 3,
        (false, false) => 4,
    };
    let level = match terms.grade {
        Grade::O(6..) | Grade::Ses => 4,
        Grade::O(5) | Grade::Gs(14..) => 3,
        Grade::O(4) | Grade::W(_) | Grade::E(8..) | Grade::Gs(12..) => 2,
        _ => 1,
    };
    ScCode { standing, area: terms.functional_area, level }
}

/// General professional working proficiency where `steps` is 4 half steps.
pub(crate) fn needs(language: &str, steps: u8) -> LanguageRequirement {
    let level = Ilr::from_half_steps(steps).expect("at most ten half steps are asked for");
    LanguageRequirement { language: language.into(), reading: level, speaking: level }
}

pub(crate) fn supports(shares: &[(CountryId, u16)]) -> Vec<Support> {
    shares
        .iter()
        .filter(|(_, share)| *share > 0)
        .map(|(country, share)| Support { supported: Supported::Country(*country), share_per_mille: *share })
        .collect()
}

/// Letter of the Army's foreign area specialty for a country, by its command and neighbourhood.
pub(crate) fn area_letter(command: &str, iso3: &str) -> char {
    match (command, iso3) {
        (_, "CHN" | "TWN") => 'F',
        (_, "JPN" | "KOR" | "MNG") => 'H',
        (_, "IND" | "BGD" | "NPL" | "LKA" | "MDV" | "PAK") => 'D',
        (_, "UKR" | "MDA" | "GEO" | "ARM" | "AZE" | "KAZ" | "KGZ" | "TJK" | "TKM" | "UZB") => 'E',
        (_, "MAR" | "DZA" | "TUN" | "LBY" | "EGY") => 'G',
        ("AFRICOM", _) => 'J',
        ("CENTCOM", _) => 'G',
        ("EUCOM", _) => 'C',
        ("INDOPACOM", _) => 'I',
        _ => 'B',
    }
}

/// The specialty of a foreign area officer.
pub(crate) fn foreign_area(service: Service, letter: char) -> Text {
    match service {
        Service::Army => format!("48{letter}").into(),
        Service::AirForce | Service::SpaceForce => "16F".into(),
        Service::MarineCorps => "8220".into(),
        _ => "1710".into(),
    }
}

/// A specialty that people of this service and grade have.
pub(crate) fn specialty(service: Service, grade: Grade, dice: &mut Dice) -> Option<Text> {
    let list: &[&str] = match (service, grade) {
        (Service::Army, Grade::O(_)) => &["90A", "51A", "36A", "01A"],
        (Service::Army, Grade::W(_)) => &["920A", "153A"],
        (Service::Army, _) => &["92Y", "42A", "36B", "25B"],
        (Service::AirForce, Grade::O(_)) => &["21R", "63A", "65F", "16R"],
        (Service::AirForce, _) => &["2S0X1", "3F5X1", "6F0X1"],
        (Service::SpaceForce, _) => &["13S", "63A"],
        (Service::Navy, Grade::O(_)) => &["3100", "1510", "1310"],
        (Service::Navy, _) => &["LS", "YN", "IT"],
        (Service::MarineCorps, Grade::O(_)) => &["0402", "8060"],
        (Service::MarineCorps, _) => &["3043", "0111"],
        (Service::CoastGuard, _) => &["OAR10", "SK"],
        (Service::Civilian, _) => &["0130", "0343", "1101", "0501", "0346", "1102"],
        (Service::LocallyEmployed, _) => return None,
    };
    Some((*dice.pick(list)).into())
}
