//! Billets: one authorised position each, with terms that change from dates on.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::rules::{check_terms, known_billet};
use super::{CertificateLevel, Clearance, LanguageRequirement};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{
    BilletId, CountryId, Date, Grade, OfficeId, Period, Position, PostId, Service, Text, Timeline, TourId,
};
use crate::world::World;

/// Which services' people may fill a billet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceCoding {
    /// Only this service (or civilian staff, or locally employed staff).
    Only(Service),
    /// Any of the military services.
    AnyMilitary,
    /// Any military service or civilian staff.
    MilitaryOrCivilian,
}

impl ServiceCoding {
    /// Whether a member of this service may fill it.
    pub fn admits(self, service: Service) -> bool {
        match self {
            Self::Only(only) => only == service,
            Self::AnyMilitary => service.is_military(),
            Self::MilitaryOrCivilian => service != Service::LocallyEmployed,
        }
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $title:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs, reason = "the titles say what the variants are")]
        pub enum $name { $($(#[$vdoc])* $variant,)* }
        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];
            /// The name people use.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }
        }
    };
}

named! {
    /// How a billet is filled (facts §3).
    FillMode {
        ServiceNomination = "Service nomination",
        NominativeBoard = "Nominative board",
        CivilianRecruitment = "Civilian recruitment",
        CivilianReassignment = "Civilian directed reassignment",
        LocallyEmployed = "Locally employed hire",
        Temporary = "Temporary",
    }
}

named! {
    /// The areas of concentration of certification program 1.0 (DoDI 5132.15). The nine areas of program 2.0 are not
    /// published.
    FunctionalArea {
        PlanningOversightExecution = "Planning, oversight and execution",
        CaseLifeCycle = "Case life-cycle management",
        TrainingEducation = "Training and education management",
        Acquisition = "Acquisition management",
        ScoOperations = "SCO operations and management",
    }
}

impl FunctionalArea {
    /// The letter in an SC code, from `A` in the order of the list.
    pub fn letter(self) -> char {
        char::from(b'A' + self as u8)
    }
}

named! {
    /// The money that pays for a billet.
    FundingSource {
        FmsAdministrative = "FMS administrative funds",
        FmfAdministrative = "FMF administrative funds",
        CaseFunded = "FMS case line",
        OperationsMaintenance = "Command operations and maintenance",
        Title10Program = "Title 10 program funds",
        MilitaryPay = "Military personnel account",
        HostNation = "Host-nation assistance in kind",
    }
}

named! {
    /// Who is asked before a billet changes.
    Coordinator {
        Command = "Combatant command",
        Dia = "Defense Intelligence Agency",
        Service = "Military service",
        ChiefOfMission = "Chief of mission (NSDD-38)",
    }
}

/// The code of a coded security cooperation position: `SC`, a digit for key or not and military or civilian, the letter
/// of the functional area, the digit of the level (facts §3: shaped like `SC1A2`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ScCode {
    /// 1 key military, 2 non-key military, 3 key civilian, 4 non-key civilian.
    pub standing: u8,
    /// The functional area's letter.
    pub area: FunctionalArea,
    /// The level required, 1 (basic) to 4 (executive).
    pub level: u8,
}

impl ScCode {
    /// The certificate level it asks for.
    pub fn certificate_level(self) -> CertificateLevel {
        match self.level {
            1 => CertificateLevel::Basic,
            2 => CertificateLevel::Intermediate,
            3 => CertificateLevel::Advanced,
            _ => CertificateLevel::Executive,
        }
    }
}

impl fmt::Display for ScCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SC{}{}{}", self.standing, self.area.letter(), self.level)
    }
}

impl From<ScCode> for String {
    fn from(code: ScCode) -> Self {
        code.to_string()
    }
}

impl FromStr for ScCode {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            format!(
                "`{text}` is not an SC code: expected `SC`, a digit 1-4, a letter A-E, a digit 1-4, such as `SC1A2`"
            )
        };
        let [b'S', b'C', standing @ b'1'..=b'4', letter @ b'A'..=b'E', level @ b'1'..=b'4'] = text.as_bytes() else {
            return Err(wrong());
        };
        let area = *FunctionalArea::ALL.get(usize::from(letter - b'A')).ok_or_else(wrong)?;
        Ok(Self { standing: standing - b'0', area, level: level - b'0' })
    }
}

impl TryFrom<String> for ScCode {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl utoipa::PartialSchema for ScCode {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^SC[1-4][A-E][1-4]$"))
            .description(Some("The code of a coded security cooperation position"))
            .into()
    }
}
impl utoipa::ToSchema for ScCode {}

/// Tour lengths of a billet, in months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TourLength {
    /// With dependents.
    #[schema(minimum = 1, maximum = 120)]
    pub accompanied_months: u8,
    /// Without.
    #[schema(minimum = 1, maximum = 120)]
    pub unaccompanied_months: u8,
}

/// What a billet supports: place of duty is not partner supported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Supported {
    /// A partner country.
    Country(CountryId),
    /// A program that is not one country's, such as `section 333`.
    Program(Text),
}

/// One share of what a billet supports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// What is supported.
    pub supported: Supported,
    /// Share of the billet's work, per mille; all shares together are at most 1,000.
    #[schema(minimum = 1, maximum = 1000)]
    pub share_per_mille: u16,
}

/// Everything about a billet that may change from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BilletTerms {
    /// Its title.
    pub title: Text,
    /// The office it belongs to.
    pub office: OfficeId,
    /// The place of duty.
    pub place: PostId,
    /// The grade it is authorised at.
    pub grade: Grade,
    /// Which services may fill it.
    pub coding: ServiceCoding,
    /// The specialty it needs, such as `48G`.
    pub specialty: Option<Text>,
    /// The languages it needs.
    pub languages: Vec<LanguageRequirement>,
    /// The clearance it needs.
    pub clearance: Clearance,
    /// The SC code, if the position is coded.
    pub sc_code: Option<ScCode>,
    /// The functional area of its work.
    pub functional_area: FunctionalArea,
    /// The money that pays for it.
    pub funding: FundingSource,
    /// Tour lengths.
    pub tour_length: TourLength,
    /// Whether it is a key billet.
    pub key: bool,
    /// Whether dependents may come along.
    pub accompanied: bool,
    /// How it is filled.
    pub fill_mode: FillMode,
    /// Whether a military incumbent counts under section 515.
    pub section_515: bool,
    /// Who is asked before it changes.
    pub coordinators: Vec<Coordinator>,
    /// Which countries and programs it supports, with shares.
    pub supports: Vec<Support>,
    /// The billet it reports to.
    pub reports_to: Option<BilletId>,
}

/// A decision to leave a billet unfilled for a time: not a vacancy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApprovedGap {
    /// From when until when.
    pub period: Period,
    /// The office or post that approved it; names no person.
    pub approver: Text,
    /// Why; names no person.
    pub reason: Text,
}

/// A dated permission for two primary incumbents to overlap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OverlapAuthorisation {
    /// The days on which two may overlap.
    pub period: Period,
    /// The document it rests on.
    pub document: Text,
}

/// One authorised position.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Billet {
    /// Position number in its manning document, unique.
    pub number: Text,
    /// The manning document or system of record that authorises it.
    pub source: Text,
    /// From when until when it is authorised.
    pub authorised: Period,
    /// Its terms by date.
    pub terms: Timeline<Arc<BilletTerms>>,
    /// Approved gaps.
    pub gaps: Vec<ApprovedGap>,
    /// Overlap authorisations.
    pub overlaps: Vec<OverlapAuthorisation>,
    /// Every tour in it, in id order (derived).
    pub tours: Vec<TourId>,
}

impl Billet {
    /// The terms on this day, if it is authorised then.
    pub fn on(&self, day: Date) -> Option<&BilletTerms> {
        if self.authorised.contains(day) { self.terms.at_or_first(day).map(Arc::as_ref) } else { None }
    }

    /// The terms on this day, or the nearest there are.
    pub fn terms_near(&self, day: Date) -> &BilletTerms {
        self.terms.at_or_first(day).expect("a billet is recorded with its first terms")
    }

    /// The approved gap of this day.
    pub fn gap_on(&self, day: Date) -> Option<&ApprovedGap> {
        self.gaps.iter().find(|gap| gap.period.contains(day))
    }
}

/// Authorises a billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthoriseBillet {
    /// Position number, unique.
    pub number: Text,
    /// The manning document that authorises it.
    pub source: Text,
    /// From when until when.
    pub authorised: Period,
    /// Its terms from the first day on.
    pub terms: BilletTerms,
}

impl Decide for AuthoriseBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if self.number.trim().is_empty() {
            return Err(refuse(
                "billet-number",
                "A billet needs a position number.",
                "Give the number of the manning document.",
            ));
        }
        if let Some(id) = world.keys.billet.get(&self.number) {
            return Err(refuse(
                "billet-number-taken",
                format!(
                    "Position {} is already {id}, {}.",
                    self.number,
                    world.billets[*id].terms_near(self.authorised.from()).title
                ),
                "Change that billet, or give another number.",
            ));
        }
        check_terms(world, None, &self.terms, self.authorised.from())?;
        Ok(vec![BilletAuthorised { billet: world.billets.next_id(), authorised: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject { offices: vec![self.terms.office], ..Subject::default() }
    }
}

/// A billet was authorised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletAuthorised {
    /// Its id.
    pub billet: BilletId,
    /// Its facts.
    #[serde(rename = "facts")]
    pub authorised: AuthoriseBillet,
}

impl Apply for BilletAuthorised {
    fn apply(&self, world: &mut World, at: Position) {
        let AuthoriseBillet { number, source, authorised, terms } = self.authorised.clone();
        let office = terms.office;
        world.keys.billet.insert(number.clone(), self.billet);
        let terms = Timeline::starting(authorised.from(), Arc::new(terms));
        world.billets.push(
            Billet { number, source, authorised, terms, gaps: Vec::new(), overlaps: Vec::new(), tours: Vec::new() },
            at,
        );
        if let Some(roster) = world.rosters.edit(office, at) {
            roster.billets.push(self.billet);
        }
    }
}

/// Changes a billet's terms from a date on, or corrects what was recorded for that date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeBillet {
    /// Which billet.
    pub billet: BilletId,
    /// The first day of the new terms.
    pub from: Date,
    /// The new terms.
    pub terms: BilletTerms,
}

impl Decide for ChangeBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if !billet.authorised.contains(self.from) {
            return Err(refuse(
                "outside-authorisation",
                format!("Billet {} is authorised {}; {} is outside.", billet.number, billet.authorised, self.from),
                "Choose a date within the authorisation.",
            ));
        }
        check_terms(world, Some(self.billet), &self.terms, self.from)?;
        if billet.terms.at(self.from).is_some_and(|held| **held == self.terms) {
            return Ok(Vec::new());
        }
        Ok(vec![BilletChanged { billet: self.billet, from: self.from, terms: self.terms.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let mut subject = billet_subject(world, self.billet);
        if !subject.offices.contains(&self.terms.office) {
            subject.offices.push(self.terms.office);
        }
        subject
    }
}

/// A billet has these terms from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletChanged {
    /// Which billet.
    pub billet: BilletId,
    /// The first day of the terms.
    pub from: Date,
    /// The terms.
    pub terms: BilletTerms,
}

impl Apply for BilletChanged {
    fn apply(&self, world: &mut World, at: Position) {
        // A correction for the same day may take the billet off a roster it never belonged on.
        world.touch_billet(self.billet, at);
        if let Some(billet) = world.billets.edit(self.billet, at) {
            let corrected = billet.terms.at(self.from).map(|terms| terms.office);
            billet.terms.set(self.from, Arc::new(self.terms.clone()));
            if let Some(office) =
                corrected.filter(|office| !billet.terms.iter().any(|(_, terms)| terms.office == *office))
                && let Some(roster) = world.rosters.edit(office, at)
            {
                roster.billets.retain(|id| *id != self.billet);
            }
        }
        if let Some(roster) = world.rosters.edit(self.terms.office, at)
            && let Err(place) = roster.billets.binary_search(&self.billet)
        {
            roster.billets.insert(place, self.billet);
        }
        world.touch_billet(self.billet, at);
    }
}

/// Ends a billet's authorisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndBillet {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it is not authorised.
    pub on: Date,
}

impl Decide for EndBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if billet.authorised.ended(self.on).is_none() {
            return Err(refuse(
                "backward",
                format!(
                    "Billet {} is authorised from {}, not before {}.",
                    billet.number,
                    billet.authorised.from(),
                    self.on
                ),
                "Give a later date.",
            ));
        }
        if self.on > billet.authorised.end() {
            return Err(refuse(
                "not-earlier",
                format!("Billet {} is authorised {} already.", billet.number, billet.authorised),
                "Give a day before its end.",
            ));
        }
        if self.on == billet.authorised.end() {
            return Ok(Vec::new());
        }
        if let Some(tour) = tours_beyond(world, billet, self.on).next() {
            return Err(refuse(
                "billet-has-tours",
                format!("Tour {tour} in billet {} lasts beyond {}.", billet.number, self.on),
                "Curtail or cancel the tour first.",
            ));
        }
        Ok(vec![BilletEnded { billet: self.billet, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// The tours of a billet that last beyond a day.
pub(super) fn tours_beyond<'a>(world: &'a World, billet: &'a Billet, on: Date) -> impl Iterator<Item = TourId> + 'a {
    billet.tours.iter().copied().filter(move |id| world.tours[*id].period().is_some_and(|period| period.end() > on))
}

/// A billet's authorisation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletEnded {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it is not authorised.
    pub on: Date,
}

impl Apply for BilletEnded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at)
            && let Some(authorised) = billet.authorised.ended(self.on)
        {
            billet.authorised = authorised;
        }
        world.touch_billet(self.billet, at);
    }
}

/// Approves a gap in a billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveGap {
    /// Which billet.
    pub billet: BilletId,
    /// The gap.
    pub gap: ApprovedGap,
}

impl Decide for ApproveGap {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if self.gap.period.until().is_none() {
            return Err(refuse(
                "gap-without-end",
                format!("The gap in billet {} would never end.", billet.number),
                "Give `until`, or end the billet.",
            ));
        }
        if !billet.authorised.covers(self.gap.period) {
            return Err(refuse(
                "outside-authorisation",
                format!(
                    "Billet {} is authorised {}; the gap {} lies outside.",
                    billet.number, billet.authorised, self.gap.period
                ),
                "Choose days within the authorisation.",
            ));
        }
        if let Some(held) = billet.gaps.iter().find(|held| held.period.overlap(self.gap.period).is_some()) {
            return Err(refuse(
                "gap-overlaps",
                format!("Billet {} already has an approved gap {}.", billet.number, held.period),
                "Choose days outside it.",
            ));
        }
        Ok(vec![GapApproved { billet: self.billet, gap: self.gap.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// A gap was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapApproved {
    /// Which billet.
    pub billet: BilletId,
    /// The gap.
    pub gap: ApprovedGap,
}

impl Apply for GapApproved {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at) {
            billet.gaps.push(self.gap.clone());
        }
        world.touch_billet(self.billet, at);
    }
}

/// Authorises two primary incumbents to overlap for more days than the lever allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthoriseOverlap {
    /// Which billet.
    pub billet: BilletId,
    /// The overlap.
    pub overlap: OverlapAuthorisation,
}

impl Decide for AuthoriseOverlap {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if self.overlap.period.until().is_none() || self.overlap.document.trim().is_empty() {
            return Err(refuse(
                "overlap-open",
                format!("The overlap in billet {} needs an end and a document.", billet.number),
                "Give `until` and `document`.",
            ));
        }
        Ok(vec![OverlapAuthorised { billet: self.billet, overlap: self.overlap.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// An overlap was authorised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverlapAuthorised {
    /// Which billet.
    pub billet: BilletId,
    /// The overlap.
    pub overlap: OverlapAuthorisation,
}

impl Apply for OverlapAuthorised {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at) {
            billet.overlaps.push(self.overlap.clone());
        }
        world.touch_billet(self.billet, at);
    }
}

/// A command on a billet acts on every office it belongs to now or later.
pub(super) fn billet_subject(world: &World, billet: BilletId) -> Subject {
    let row = world.billets.row(billet);
    let offices = row.iter().flat_map(|row| row.fact.terms.iter().map(|(_, terms)| terms.office)).collect();
    Subject { offices, changed: row.map(|row| row.changed), ..Subject::default() }
}
