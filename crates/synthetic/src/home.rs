//! The billets of commands, agencies and schools, most of them in the United States: where most of the workforce is.

use muster_domain::workforce::{Clearance, FundingSource, ServiceCoding, Support, Supported, TourLength};
use muster_domain::{CountryId, Date, Grade, Service};

use crate::apportion::proportional;
use crate::billets::{
    Slot, area_letter, authorised, billet_id, coded, foreign_area, needs, specialty, supports, terms,
};
use crate::country::Partner;
use crate::dice::Dice;
use crate::organization::{Layout, Seat, country_id};
use crate::shapes::{CIVILIAN_GRADES, MILITARY_GRADES, SHAPES, Shape};

/// Fills `slots` up to `total` billets with those of commands, agencies and schools.
pub(crate) fn billets(
    partners: &[Partner],
    layout: &Layout,
    total: usize,
    today: Date,
    slots: &mut Vec<Slot>,
    dice: &mut Dice,
) {
    let weights: Vec<f64> = layout.offices.iter().map(|seat| weight_of(layout, seat)).collect();
    let left = u64::try_from(total.saturating_sub(slots.len())).expect("a count");
    for (office, count) in proportional(left, &weights).into_iter().enumerate() {
        let seat = &layout.offices[office];
        let Some(shape) = shape_of(layout, seat) else { continue };
        let served: Vec<(usize, &Partner)> = partners
            .iter()
            .enumerate()
            .filter(|(_, partner)| seat.area.is_some_and(|area| area == partner.row.command))
            .collect();
        let mut head = None;
        for place in 0..usize::try_from(count).expect("a count") {
            let slot = slot(shape, office, seat, place, head, &served, today, dice);
            if place == 0 {
                head = Some(slots.len());
            }
            slots.push(slot);
        }
    }
}

fn shape_of(layout: &Layout, seat: &Seat) -> Option<&'static Shape> {
    let top = seat.parent.map_or(seat, |parent| &layout.offices[parent]);
    SHAPES.iter().find(|shape| shape.code == top.code).or_else(|| {
        let command = top.area.is_some_and(|area| area == top.code);
        SHAPES.iter().find(|shape| command && shape.code == "command")
    })
}

/// An organisation's weight is divided between its head office and its divisions.
fn weight_of(layout: &Layout, seat: &Seat) -> f64 {
    let Some(shape) = shape_of(layout, seat) else { return 0.0 };
    let whole = shape.weight;
    let divisions = layout
        .offices
        .iter()
        .filter(|other| other.parent.is_some_and(|parent| layout.offices[parent].code == shape.code))
        .count();
    match (shape.code, seat.parent) {
        ("command", None) => whole * 0.4,
        ("command", Some(_)) => whole * 0.2,
        (_, None) if divisions > 0 => whole * 0.25,
        (_, Some(_)) => whole * 0.75 / divisions as f64,
        _ => whole,
    }
}

#[expect(clippy::too_many_arguments, reason = "one billet's surroundings, used in one place")]
fn slot(
    shape: &Shape,
    office: usize,
    seat: &Seat,
    place: usize,
    head: Option<usize>,
    served: &[(usize, &Partner)],
    today: Date,
    dice: &mut Dice,
) -> Slot {
    let military = place == 0 && shape.military > 200 || dice.per_mille(shape.military);
    let (service, grade) = match (place, military) {
        (0, true) => (dice.weighted(shape.services), if seat.parent.is_some() { Grade::O(6) } else { Grade::O(7) }),
        (0, false) => (Service::Civilian, Grade::Ses),
        (_, true) => {
            let service = dice.weighted(shape.services);
            let grade = dice.weighted(MILITARY_GRADES);
            // The Air Force and the Space Force have no warrant officers here.
            let none = matches!(service, Service::AirForce | Service::SpaceForce) && matches!(grade, Grade::W(_));
            (service, if none { Grade::E(7) } else { grade })
        }
        (_, false) => (Service::Civilian, dice.weighted(CIVILIAN_GRADES)),
    };
    let coding = match (military, dice.below(1000)) {
        (true, 0..50) if place > 0 => ServiceCoding::AnyMilitary,
        (_, 50..80) if place > 0 => ServiceCoding::MilitaryOrCivilian,
        _ => ServiceCoding::Only(service),
    };
    let title = if place == 0 { "Director" } else { *dice.pick(shape.titles) };
    let mut terms = terms(title, office, seat.post, grade, coding);
    terms.functional_area = dice.weighted(shape.areas);
    terms.specialty = specialty(service, grade, dice);
    terms.key = place < 2 || dice.per_mille(20);
    terms.reports_to = head.map(billet_id);
    terms.supports = share(served, dice);
    let officer = matches!(grade, Grade::O(3..=6));
    if officer && !served.is_empty() && dice.per_mille(if shape.code == "command" { 320 } else { 90 }) {
        let (_, partner) = *dice.pick(served);
        terms.specialty = Some(foreign_area(service, area_letter(&partner.row.command, partner.code())));
        if let Some(language) = principal_language(partner) {
            terms.languages = vec![needs(language, 4)];
        }
    }
    terms.clearance =
        dice.weighted(&[(Clearance::Secret, 60), (Clearance::TopSecret, 25), (Clearance::TopSecretSci, 15)]);
    terms.funding = match (military, shape.code) {
        (true, _) => FundingSource::MilitaryPay,
        (false, "command") => FundingSource::OperationsMaintenance,
        (false, _) => dice.weighted(&[
            (FundingSource::FmsAdministrative, 70),
            (FundingSource::CaseFunded, 26),
            (FundingSource::FmfAdministrative, 4),
        ]),
    };
    let months = if military { dice.weighted(&[(24, 52), (36, 48)]) } else { 48 };
    terms.tour_length = TourLength { accompanied_months: months, unaccompanied_months: months };
    terms.sc_code = (place == 0 || dice.per_mille(727)).then(|| coded(&terms));
    let authorised =
        if place == 0 { muster_domain::Period::open(seat.since) } else { authorised(seat.since, today, dice) };
    Slot {
        number: format!("{}-{:05}", seat.code, place + 1).into(),
        source: if shape.code == "command" { "JTD (synthetic)" } else { "Agency manning document (synthetic)" },
        authorised,
        terms,
        filler: service,
        attache: None,
        beside: false,
        hardship: 0,
        danger: 0,
        families: true,
    }
}

fn principal_language(partner: &Partner) -> Option<&'static str> {
    let languages = muster_exchange::reference::languages();
    partner
        .row
        .languages
        .iter()
        .filter_map(|iso| languages.iter().find(|language| language.iso == *iso && language.category.is_some()))
        .map(|language| language.language.as_str())
        .next()
}

/// One to three countries of the area by weight of their work; else a program that is no single country's.
fn share(served: &[(usize, &Partner)], dice: &mut Dice) -> Vec<Support> {
    if served.is_empty() {
        return if dice.per_mille(300) {
            vec![Support { supported: Supported::Program("section 333".into()), share_per_mille: 1000 }]
        } else {
            Vec::new()
        };
    }
    let weights: Vec<(usize, u32)> = served.iter().map(|(i, partner)| (*i, (partner.weight * 10.0) as u32)).collect();
    let mut shares: Vec<(CountryId, u16)> = Vec::new();
    for share in dice.weighted(&[(&[1000u16][..], 5), (&[600, 400][..], 3), (&[500, 300, 200][..], 2)]) {
        let country = country_id(dice.weighted(&weights));
        match shares.iter_mut().find(|(held, _)| *held == country) {
            Some((_, held)) => *held += share,
            None => shares.push((country, *share)),
        }
    }
    supports(&shares)
}
