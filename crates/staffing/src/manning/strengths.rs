//! The three numbers for "required" of an office, funded beside them, and what stands behind each.

use muster_domain::kernel::Date;
use muster_domain::workforce::BilletFunding;
use muster_domain::{OfficeId, Text, World};
use serde::Serialize;

use crate::rotation::BilletBrief;
use crate::{Demand, demand};

/// A manpower review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ManpowerReview)]
pub struct Review {
    /// From which day it holds.
    pub from: Date,
    /// The strength it validates, in people.
    pub strength: u32,
    /// Its document.
    pub document: Text,
    /// The day it was held; null where that was not recorded.
    pub reviewed: Option<Date>,
    /// What it found and rests on; null where that was not recorded.
    pub evidence: Option<Text>,
    /// Whether it is the one in force on the day.
    pub in_force: bool,
}

/// An authorised billet without money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Unfunded {
    /// Which billet.
    pub billet: BilletBrief,
    /// Since when.
    pub since: Date,
    /// The budget document that says so.
    pub document: Text,
}

/// The strengths of an office on a day, in people and billets.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Strengths {
    /// The office.
    pub office: OfficeId,
    /// The day.
    pub on: Date,
    /// What the workload standard indicates, down to its drivers; null for an office that is no SCO.
    pub indicated: Option<Demand>,
    /// What the review in force validates.
    pub validated: Option<u32>,
    /// Every review, the latest first.
    pub reviews: Vec<Review>,
    /// Billets authorised.
    pub authorised: u32,
    /// Of these, billets funded.
    pub funded: u32,
    /// The authorised billets that are not.
    pub unfunded: Vec<Unfunded>,
}

/// The strengths of an office. `None` if there is no such office.
pub fn strengths(world: &World, office: OfficeId, on: Date) -> Option<Strengths> {
    let facts = world.offices.get(office)?;
    let in_force = facts.validated.iter().rfind(|(from, _)| *from <= on).map(|(from, _)| from);
    let reviews = facts.validated.iter().rev().map(|(from, review)| Review {
        from,
        strength: review.strength,
        document: review.document.clone(),
        reviewed: review.reviewed,
        evidence: review.evidence.clone(),
        in_force: Some(from) == in_force,
    });
    let authorised = world.rosters[office].billets.iter().filter_map(|id| {
        let billet = &world.billets[*id];
        billet.on(on).filter(|terms| terms.office == office).map(|terms| (*id, billet, terms))
    });
    let (mut count, mut unfunded) = (0, Vec::new());
    for (id, billet, terms) in authorised {
        count += 1;
        if billet.is_funded(on) {
            continue;
        }
        let said = billet.funded.iter().rfind(|(from, _)| *from <= on);
        let Some((since, BilletFunding { document, .. })) = said else { continue };
        let billet = BilletBrief { id, title: terms.title.clone(), number: billet.number.clone() };
        unfunded.push(Unfunded { billet, since, document: document.clone() });
    }
    Some(Strengths {
        office,
        on,
        indicated: demand(world, office, on),
        validated: facts.validated.at(on).map(|review| review.strength),
        reviews: reviews.collect(),
        authorised: count,
        funded: count - u32::try_from(unfunded.len()).unwrap_or(count),
        unfunded,
    })
}
