//! The billets of offices in partner countries: a chief, service programs, training, operations, civilians, locally
//! employed staff. At most as many US people as the published presence, at most as many section-515 billets as allowed.

use muster_domain::workforce::{
    Clearance, Coordinator, FillMode, FunctionalArea, FundingSource, ServiceCoding, TourLength,
};
use muster_domain::{Grade, Service};

use crate::billets::{
    Slot, area_letter, authorised, billet_id, coded, foreign_area, needs, specialty, supports, terms,
};
use crate::country::Partner;
use crate::dice::Dice;
use crate::organization::{Layout, country_id, section_515_most};
use muster_domain::Date;
use muster_exchange::reference;

/// The services' shares of the military billets, per cent (issue: near Army 50, Air Force 35, Navy 13, Marine Corps 2).
pub(crate) const SERVICE_MIX: [(Service, u32); 4] =
    [(Service::Army, 50), (Service::AirForce, 35), (Service::Navy, 13), (Service::MarineCorps, 2)];

/// The grade from which civilians of an office are moved by directed reassignment; below it they are recruited.
const DIRECTED_FROM: u8 = 13;

/// Deals services so that the shares come out after any number dealt.
struct Mix {
    dealt: [u32; 4],
}

impl Mix {
    fn next(&mut self) -> Service {
        let all: u32 = self.dealt.iter().sum::<u32>() + 1;
        let behind = |i: usize| i64::from(SERVICE_MIX[i].1 * all) - i64::from(self.dealt[i] * 100);
        let i = (0..4).max_by_key(|i| (behind(*i), 4 - *i)).expect("four services");
        self.dealt[i] += 1;
        SERVICE_MIX[i].0
    }
}

/// The billets of every office in a partner country, and the attaché billets their chiefs hold beside.
pub(crate) fn billets(partners: &[Partner], layout: &Layout, today: Date, dice: &mut Dice) -> Vec<Slot> {
    let mut slots = Vec::new();
    let mut mix = Mix { dealt: [0; 4] };
    let dia = layout.office("DIA").expect("DIA is in the reference tables");
    for (i, partner) in partners.iter().enumerate() {
        let Some(office) = layout.office(&format!("SCO-{}", partner.code())) else { continue };
        let mut team = Drafting { partner, country: i, office, layout, today, slots: &mut slots, chief: None };
        team.draft(dia, &mut mix, dice);
    }
    slots
}

struct Drafting<'a> {
    partner: &'a Partner,
    country: usize,
    office: usize,
    layout: &'a Layout,
    today: Date,
    slots: &'a mut Vec<Slot>,
    chief: Option<usize>,
}

impl Drafting<'_> {
    fn draft(&mut self, dia: usize, mix: &mut Mix, dice: &mut Dice) {
        let team = self.partner.team.expect("only countries with a team have an office");
        let us = usize::try_from(team.us).expect("a team is small");
        let civilians = us / 5;
        let military = us - civilians;
        let counted = usize::try_from(section_515_most(self.partner)).expect("a small limit");
        for place in 0..military {
            self.military(place, military, mix.next(), place < counted, dice);
        }
        for place in 0..civilians {
            self.civilian(place, dice);
        }
        for place in 0..usize::try_from(team.local).expect("a team is small") {
            self.local(place, dice);
        }
        if team.attache
            && let Some(chief) = self.chief
        {
            self.attache(chief, dia);
        }
    }

    fn military(&mut self, place: usize, military: usize, service: Service, counted: bool, dice: &mut Dice) {
        let (title, grade, foreign, area) = match (place, place % 7) {
            (0, _) => (
                "Senior Defense Official and SCO Chief".to_owned(),
                Grade::O(if military >= 6 { 6 } else { 5 }),
                true,
                FunctionalArea::ScoOperations,
            ),
            (1, _) if military >= 5 => ("Deputy Chief".to_owned(), Grade::O(5), true, FunctionalArea::ScoOperations),
            (_, 3) => (
                "Operations NCO".to_owned(),
                Grade::E(dice.weighted(&[(6, 3), (7, 4), (8, 2)])),
                false,
                FunctionalArea::ScoOperations,
            ),
            (_, 4) => (
                "Training Officer".to_owned(),
                Grade::O(dice.weighted(&[(3, 3), (4, 4)])),
                false,
                FunctionalArea::TrainingEducation,
            ),
            (_, 5) => (
                "Bilateral Affairs Officer".to_owned(),
                Grade::O(dice.weighted(&[(3, 2), (4, 4)])),
                true,
                FunctionalArea::PlanningOversightExecution,
            ),
            (_, 6) => (
                "Logistics NCO".to_owned(),
                Grade::E(dice.weighted(&[(6, 4), (7, 3)])),
                false,
                FunctionalArea::CaseLifeCycle,
            ),
            _ => (
                format!("{service} Programs Officer"),
                Grade::O(dice.weighted(&[(4, 5), (5, 3), (3, 1)])),
                dice.per_mille(550),
                FunctionalArea::CaseLifeCycle,
            ),
        };
        let coding =
            if place > 1 && dice.per_mille(60) { ServiceCoding::AnyMilitary } else { ServiceCoding::Only(service) };
        let mut slot = self.slot(&title, grade, coding, service, dice);
        let terms = &mut slot.terms;
        terms.functional_area = area;
        terms.specialty = if foreign {
            Some(foreign_area(service, area_letter(&self.partner.row.command, self.partner.code())))
        } else {
            specialty(service, grade, dice)
        };
        if foreign || dice.per_mille(150) {
            self.partner_language(&mut slot, if foreign { 4 } else { 2 });
        }
        let terms = &mut slot.terms;
        terms.clearance = if foreign { Clearance::TopSecretSci } else { Clearance::Secret };
        terms.section_515 = counted;
        terms.key = place < 2;
        if place == 0 {
            terms.fill_mode = FillMode::NominativeBoard;
            terms.coordinators.push(Coordinator::Dia);
        }
        if !counted {
            terms.funding = FundingSource::Title10Program;
        }
        terms.sc_code = Some(coded(terms));
        self.slots.push(slot);
        if place == 0 {
            self.chief = Some(self.slots.len() - 1);
            // An office keeps its chief's billet throughout, so that everybody has somebody to report to.
            let chief = self.slots.last_mut().expect("pushed above");
            chief.authorised = muster_domain::Period::open(self.layout.offices[self.office].since);
        }
    }

    fn civilian(&mut self, place: usize, dice: &mut Dice) {
        let (title, grade, area) = *[
            ("Security Assistance Program Manager", 13, FunctionalArea::CaseLifeCycle),
            ("Budget and Finance Manager", 12, FunctionalArea::PlanningOversightExecution),
            ("Training Program Manager", 11, FunctionalArea::TrainingEducation),
            ("Acquisition Advisor", 13, FunctionalArea::Acquisition),
        ]
        .get(place % 4)
        .expect("four titles");
        let only = ServiceCoding::Only(Service::Civilian);
        let mut slot = self.slot(title, Grade::Gs(grade), only, Service::Civilian, dice);
        slot.terms.functional_area = area;
        slot.terms.specialty = specialty(Service::Civilian, Grade::Gs(grade), dice);
        if grade >= DIRECTED_FROM {
            slot.terms.fill_mode = FillMode::CivilianReassignment;
        }
        slot.terms.funding = FundingSource::FmsAdministrative;
        slot.terms.sc_code = Some(coded(&slot.terms));
        self.slots.push(slot);
    }

    fn local(&mut self, place: usize, dice: &mut Dice) {
        let (title, grade) = *[
            ("Program Assistant", 8),
            ("Training Assistant", 7),
            ("Budget Assistant", 8),
            ("Driver and Expediter", 4),
            ("Logistics Specialist", 9),
        ]
        .get(place % 5)
        .expect("five titles");
        let only = ServiceCoding::Only(Service::LocallyEmployed);
        let mut slot = self.slot(title, Grade::Gs(grade), only, Service::LocallyEmployed, dice);
        slot.terms.functional_area = FunctionalArea::ScoOperations;
        slot.terms.clearance = Clearance::None;
        slot.terms.fill_mode = FillMode::LocallyEmployed;
        slot.terms.funding = dice.weighted(&[(FundingSource::FmsAdministrative, 8), (FundingSource::HostNation, 1)]);
        slot.terms.tour_length = TourLength { accompanied_months: 120, unaccompanied_months: 120 };
        self.slots.push(slot);
    }

    /// The attaché billet stands in the DIA's own organisation, at the post of the embassy.
    fn attache(&mut self, chief: usize, dia: usize) {
        let of = &self.slots[chief];
        let place = of.terms.place;
        let mut terms = terms("Defense Attaché", dia, place, of.terms.grade, ServiceCoding::AnyMilitary);
        terms.clearance = Clearance::TopSecretSci;
        terms.fill_mode = FillMode::NominativeBoard;
        terms.functional_area = FunctionalArea::PlanningOversightExecution;
        terms.tour_length = of.terms.tour_length;
        terms.accompanied = of.terms.accompanied;
        terms.coordinators = vec![Coordinator::Dia, Coordinator::ChiefOfMission];
        terms.supports = supports(&[(country_id(self.country), 1000)]);
        let (authorised, filler) = (of.authorised, of.filler);
        let (hardship, danger, families) = (of.hardship, of.danger, of.families);
        let number = format!("DIA-{}-0001", self.partner.code()).into();
        let index = self.slots.len();
        self.slots[chief].attache = Some(index);
        self.slots.push(Slot {
            number,
            source: "DIA manning document (synthetic)",
            authorised,
            terms,
            filler,
            attache: None,
            beside: true,
            hardship,
            danger,
            families,
        });
    }

    fn slot(&self, title: &str, grade: Grade, coding: ServiceCoding, filler: Service, dice: &mut Dice) -> Slot {
        let partner = self.partner;
        let seat = &self.layout.offices[self.office];
        let mut terms = terms(title, self.office, seat.post, grade, coding);
        terms.coordinators = vec![Coordinator::Command, Coordinator::ChiefOfMission];
        if filler.is_military() {
            terms.coordinators.push(Coordinator::Service);
        }
        terms.supports = supports(&[(country_id(self.country), 1000)]);
        terms.reports_to = self.chief.map(billet_id);
        let families = !(partner.hardship() == 35 || (partner.hardship() >= 30 && partner.danger() >= 25));
        terms.accompanied = families;
        let (with, without) = match (families, partner.hardship()) {
            (false, _) => (12, 12),
            (true, 25..) => (24, 12),
            (true, 15..) => (24, 24),
            _ => (36, 24),
        };
        terms.tour_length = TourLength { accompanied_months: with, unaccompanied_months: without };
        let first = self.slots.iter().rev().take_while(|slot| slot.terms.office == terms.office).count();
        Slot {
            number: format!("{}-{:04}", seat.code, first + 1).into(),
            source: "JTD (synthetic)",
            authorised: authorised(seat.since, self.today, dice),
            terms,
            filler,
            attache: None,
            beside: false,
            hardship: partner.hardship(),
            danger: partner.danger(),
            families,
        }
    }

    fn partner_language(&self, slot: &mut Slot, steps: u8) {
        let name = self
            .partner
            .row
            .languages
            .iter()
            .filter_map(|iso| reference::languages().iter().find(|language| language.iso == *iso))
            .find(|language| language.category.is_some());
        if let Some(language) = name {
            slot.terms.languages = vec![needs(&language.language, steps)];
        }
    }
}
