//! The checklist before an arrival, planned backwards from the report date: the last day on which each step can start so
//! that everything that waits for it still fits. A pure function of the tour, the facts and the levers; only what was done
//! is stored, with the tour.

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::{Line, SlateLine};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, BilletId, Date, PersonId, Position, TourId};
use crate::organization::{Holder, OfficeKind, speaks_for};
use crate::policy::Lever;
use crate::workforce::{LanguageRequirement, Tour, TourStatus, tour_subject};
use crate::world::World;

/// Who sees to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// The service that details the person; headquarters for a civilian.
    Employer,
    /// The person.
    Person,
    /// The gaining office.
    Office,
}

macro_rules! steps {
    ($($variant:ident $title:literal $responsible:ident needs [$($need:ident),*];)*) => {
        /// A step before an arrival, in an order in which no step waits for a later one (facts §7).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum ArrivalStep { $(#[doc = $title] $variant,)* }

        impl ArrivalStep {
            /// Every step.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name people use.
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// Who sees to it.
            pub fn responsible(self) -> Responsible {
                match self { $(Self::$variant => Responsible::$responsible,)* }
            }

            /// What must be done before it can start.
            pub fn needs(self) -> &'static [Self] {
                match self { $(Self::$variant => &[$(Self::$need),*],)* }
            }
        }
    };
}

steps! {
    SecurityClearance "Security clearance" Employer needs [];
    Screening "Family screening" Person needs [];
    Medical "Medical clearance" Person needs [];
    Orders "Orders" Employer needs [];
    Language "Language course" Employer needs [];
    ScoCourse "SCO course and certificate" Employer needs [Language];
    Fact "Counter-threat training (FACT)" Employer needs [ScoCourse];
    Passport "Official passport" Person needs [Orders];
    Visa "Visa" Person needs [Passport];
    Housing "Housing" Office needs [Screening];
    HouseholdGoods "Household goods" Person needs [Orders, Medical];
    CountryClearance "Country clearance" Office needs [SecurityClearance, Medical, Visa];
}

/// A step that was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalMark {
    /// The day it was done.
    pub on: Date,
    /// Who recorded it.
    pub by: Option<AccountId>,
}

/// A step of one arrival, as planned on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct PlannedStep {
    /// Which step.
    pub step: ArrivalStep,
    /// Its name.
    pub title: String,
    /// Who sees to it.
    pub responsible: Responsible,
    /// Steps of this arrival that must be done before.
    pub needs: Vec<ArrivalStep>,
    /// Days it takes.
    pub days: i32,
    /// The last day on which it can start.
    pub start_by: Date,
    /// The last day on which it can end.
    pub end_by: Date,
    /// The day it was done.
    pub done: Option<Date>,
    /// Whether it is not done and its last day to start has passed.
    pub late: bool,
}

/// The checklist of one arrival.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ArrivalPlan {
    /// The report date it is planned backwards from.
    pub report: Date,
    /// The steps, in an order in which none waits for a later one.
    pub steps: Vec<PlannedStep>,
}

impl ArrivalPlan {
    /// Steps that are late.
    pub fn late(&self) -> usize {
        self.steps.iter().filter(|step| step.late).count()
    }

    /// Steps that are done.
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|step| step.done.is_some()).count()
    }
}

/// Whose arrival is planned.
struct Arrival<'w> {
    world: &'w World,
    person: PersonId,
    billet: BilletId,
    report: Date,
    accompanied: bool,
    tour: Option<&'w Tour>,
}

/// The checklist of a tour, as it stands on a day.
pub fn plan_arrival(world: &World, tour: &Tour, day: Date) -> ArrivalPlan {
    let Tour { person, billet, report, accompanied, .. } = *tour;
    Arrival { world, person, billet, report, accompanied, tour: Some(tour) }.plan(day)
}

impl Line {
    /// The checklist of the arrival that a line would bring, as it stands on a day: of its tour once one is planned.
    pub fn arrival(&self, world: &World, day: Date) -> ArrivalPlan {
        let SlateLine { person, billet, report, accompanied, .. } = *self.proposal;
        let own = self.tour(world).map(|tour| &world.tours[tour]);
        match own.filter(|tour| tour.person == person && tour.cancelled.is_none()) {
            Some(tour) => plan_arrival(world, tour, day),
            None => Arrival { world, person, billet, report, accompanied, tour: None }.plan(day),
        }
    }
}

impl Arrival<'_> {
    fn plan(&self, day: Date) -> ArrivalPlan {
        let wanted: Vec<ArrivalStep> = ArrivalStep::ALL.iter().copied().filter(|step| self.is_needed(*step)).collect();
        let mut steps: Vec<PlannedStep> = Vec::with_capacity(wanted.len());
        // From the last to the first: whatever waits for a step is planned before it.
        for step in wanted.iter().rev() {
            let waiting = steps.iter().filter(|later| later.step.needs().contains(step));
            let end_by = waiting.map(|later| later.start_by).min().unwrap_or(self.report);
            let days = self.days(*step);
            let start_by = end_by.saturating_sub(i64::from(days).days());
            let done = self.done(*step);
            steps.push(PlannedStep {
                step: *step,
                title: step.title().to_owned(),
                responsible: step.responsible(),
                needs: step.needs().iter().copied().filter(|need| wanted.contains(need)).collect(),
                days,
                start_by,
                end_by,
                done,
                late: done.is_none() && day > start_by,
            });
        }
        steps.reverse();
        ArrivalPlan { report: self.report, steps }
    }

    /// Whether the billet, the place and the person ask for a step.
    fn is_needed(&self, step: ArrivalStep) -> bool {
        let terms = self.world.billets[self.billet].terms_near(self.report);
        let abroad = self.world.posts[terms.place].country.is_some();
        match step {
            ArrivalStep::Medical | ArrivalStep::Orders => true,
            // Whoever holds it then has nothing to do about it.
            ArrivalStep::SecurityClearance => {
                self.world.people[self.person].clearance.on(self.report) < terms.clearance
            }
            ArrivalStep::Screening => abroad && self.accompanied,
            ArrivalStep::Language => !terms.languages.is_empty(),
            ArrivalStep::ScoCourse => self.world.offices[terms.office].kind == OfficeKind::Sco,
            ArrivalStep::Fact
            | ArrivalStep::Passport
            | ArrivalStep::Visa
            | ArrivalStep::Housing
            | ArrivalStep::CountryClearance => abroad,
            ArrivalStep::HouseholdGoods => true,
        }
    }

    /// The day a step was done: as recorded, or as the person's own facts say it needs no doing.
    fn done(&self, step: ArrivalStep) -> Option<Date> {
        if let Some(mark) = self.tour.and_then(|tour| tour.marks.get(&step)) {
            return Some(mark.on);
        }
        let terms = self.world.billets[self.billet].terms_near(self.report);
        let person = &self.world.people[self.person];
        match step {
            ArrivalStep::Orders => self.tour.and_then(|tour| tour.ordered),
            ArrivalStep::Language => {
                let days = terms.languages.iter().map(|need| self.reached(need));
                days.collect::<Option<Vec<Date>>>().and_then(|days| days.into_iter().max())
            }
            ArrivalStep::ScoCourse => {
                let holds = person.certificates.iter().filter(|held| held.holds_on(self.report));
                holds.map(|certificate| certificate.earned).min()
            }
            _ => None,
        }
    }

    /// The day of a test that reaches what is needed and still counts on the report date.
    fn reached(&self, need: &LanguageRequirement) -> Option<Date> {
        let months = self.world.lever(Lever::LanguageScoreMonths, self.report);
        let months = i32::try_from(months).unwrap_or(i32::MAX);
        let counts = |tested: Date| crate::kernel::add_months(tested, months) > self.report;
        let scores = self.world.people[self.person].languages.iter();
        scores.filter(|score| score.reaches(need) && counts(score.tested)).map(|score| score.tested).max()
    }

    /// Days that a step takes.
    fn days(&self, step: ArrivalStep) -> i32 {
        let lever = |lever| i32::try_from(self.world.lever(lever, self.report)).unwrap_or(i32::MAX);
        match step {
            ArrivalStep::SecurityClearance => lever(Lever::SecurityLeadDays),
            ArrivalStep::Screening => lever(Lever::ScreeningLeadDays),
            ArrivalStep::Medical => lever(Lever::MedicalLeadDays),
            ArrivalStep::Orders => lever(Lever::OrderDays),
            ArrivalStep::Language => {
                let terms = self.world.billets[self.billet].terms_near(self.report);
                let open = terms.languages.iter().filter(|need| self.reached(need).is_none());
                open.map(|need| lever(course(&need.language)).saturating_mul(7)).max().unwrap_or(0)
            }
            ArrivalStep::ScoCourse => lever(Lever::CertificateLeadDays),
            ArrivalStep::Fact => lever(Lever::FactLeadDays),
            ArrivalStep::Passport => lever(Lever::PassportLeadDays),
            ArrivalStep::Visa => lever(Lever::VisaLeadDays),
            ArrivalStep::Housing => lever(Lever::HousingLeadDays),
            ArrivalStep::HouseholdGoods => lever(Lever::HouseholdGoodsLeadDays),
            ArrivalStep::CountryClearance => lever(Lever::CountryClearanceLeadDays),
        }
    }
}

/// The lever that says how many weeks a course takes: by the category of the language (facts §3), the third where none is
/// known.
fn course(language: &str) -> Lever {
    match language {
        "Spanish" | "French" | "Italian" | "Portuguese" | "Danish" | "Dutch" | "Norwegian" | "Swedish"
        | "Haitian Creole" => Lever::LanguageWeeksI,
        "German" | "Indonesian" | "Malay" | "Romanian" | "Swahili" => Lever::LanguageWeeksII,
        "Arabic" | "Mandarin" | "Korean" | "Japanese" | "Pashto" => Lever::LanguageWeeksIV,
        _ => Lever::LanguageWeeksIII,
    }
}

/// Records a step before an arrival.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordArrivalStep {
    /// For which tour.
    pub tour: TourId,
    /// Which step.
    pub step: ArrivalStep,
    /// The day it was done.
    pub on: Date,
}

impl Decide for RecordArrivalStep {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let Some(tour) = world.tours.get(self.tour) else {
            return Err(refuse("no-tour", format!("There is no tour {}.", self.tour), "Check the id."));
        };
        if !matches!(tour.status(), TourStatus::Planned | TourStatus::Ordered) {
            return Err(refuse(
                "tour-status",
                format!("Tour {} has begun, or is over.", self.tour),
                "Record steps before the arrival.",
            ));
        }
        if self.step == ArrivalStep::Orders {
            return Err(refuse("orders-own", "Orders are recorded as such.", "Record the order for the tour."));
        }
        if self.on > context.today {
            return Err(refuse(
                "future",
                format!("A step on {} cannot be recorded on {}.", self.on, context.today),
                "Record it on or after the day.",
            ));
        }
        let plan = plan_arrival(world, tour, context.today);
        let Some(planned) = plan.steps.iter().find(|planned| planned.step == self.step) else {
            return Err(refuse(
                "step-not-needed",
                format!("{} is not needed for tour {}.", self.step.title(), self.tour),
                "Record the steps of its checklist.",
            ));
        };
        if planned.done.is_some() {
            return Err(refuse(
                "step-done",
                format!("{} is done already.", self.step.title()),
                "Look at the checklist again: somebody else has recorded it.",
            ));
        }
        let open = |need: &&ArrivalStep| plan.steps.iter().any(|step| step.step == **need && step.done.is_none());
        if let Some(first) = planned.needs.iter().find(open) {
            return Err(refuse(
                "step-before",
                format!("{} waits for: {}.", self.step.title(), first.title()),
                "Record that step first.",
            ));
        }
        let service = world.people[tour.person].service;
        let employer = if service.is_military() { Holder::Service(service) } else { Holder::Headquarters };
        let office = world.billets[tour.billet].terms_near(tour.report).office;
        let responsible = match self.step.responsible() {
            Responsible::Employer => employer,
            Responsible::Person => Holder::Person(tour.person),
            Responsible::Office => Holder::Office(office),
        };
        let speaks =
            |actor| [responsible, employer].iter().any(|holder| speaks_for(world, actor, *holder, context.today));
        if !context.actor.is_none_or(speaks) {
            return Err(refuse(
                "not-your-step",
                format!("{} is recorded by {}.", self.step.title(), responsible.name(world)),
                "Ask whoever sees to it.",
            ));
        }
        let mark = ArrivalMark { on: self.on, by: context.actor };
        Ok(vec![ArrivalStepRecorded { tour: self.tour, step: self.step, mark }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}

/// A step before an arrival was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArrivalStepRecorded {
    /// For which tour.
    pub tour: TourId,
    /// Which step.
    pub step: ArrivalStep,
    /// When, and who recorded it.
    pub mark: ArrivalMark,
}

impl Apply for ArrivalStepRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(tour) = world.tours.edit(self.tour, at) {
            tour.marks.insert(self.step, self.mark);
        }
    }
}
