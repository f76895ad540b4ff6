//! Who leaves when, who relieves them, and the gap that leaves.

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, days_between};
use muster_domain::workforce::Tour;
use muster_domain::{BilletId, Grade, OfficeId, PersonId, Text, TourId, World};
use serde::Serialize;

use crate::Basis;
use crate::picture::offices_asked;

/// A person in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct PersonBrief {
    /// Who.
    pub id: PersonId,
    /// Name.
    pub name: Text,
    /// Grade on the day asked.
    pub grade: Grade,
}

impl PersonBrief {
    /// The person, unless their row is not the asker's to see today.
    pub(crate) fn seen(world: &World, scope: &Scope, person: PersonId, on: Date, today: Date) -> Option<Self> {
        scope.sees_person(world, person, today).then(|| {
            let facts = &world.people[person];
            Self { id: person, name: facts.name.clone(), grade: facts.grade_on(on) }
        })
    }
}

/// A billet in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BilletBrief {
    /// Which.
    pub id: BilletId,
    /// Its title on the day asked.
    pub title: Text,
    /// Position number.
    pub number: Text,
}

/// A primary incumbent who leaves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Rotation {
    /// The tour that ends.
    pub tour: TourId,
    /// Who leaves; null where the person is not the asker's to see.
    pub person: Option<PersonBrief>,
    /// The billet.
    pub billet: BilletBrief,
    /// Its office on the day asked.
    pub office: OfficeId,
    /// The first day not in the billet.
    pub rotation: Date,
    /// Who comes next; null where nobody is planned.
    pub relief: Option<Relief>,
    /// Days between; 0 where the relief comes in time, null where nobody is planned.
    pub gap_days: Option<i32>,
}

/// The next primary tour in the billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Relief {
    /// The tour that follows.
    pub tour: TourId,
    /// Who; null where the person is not the asker's to see.
    pub person: Option<PersonBrief>,
    /// The day of arrival, recorded or planned.
    pub report: Date,
}

/// Primary tours on station on a date that end within these days after it, soonest first, in the offices in scope.
pub fn rotations(
    world: &World,
    scope: &Scope,
    on: Date,
    today: Date,
    within_days: i32,
    office: Option<OfficeId>,
) -> Vec<Rotation> {
    let basis = Basis::on(on, today, true);
    let mut found = Vec::new();
    for office in offices_asked(world, scope, on, None, office) {
        for billet in &world.rosters[office].billets {
            let facts = &world.billets[*billet];
            let terms = facts.terms_near(on);
            if terms.office != office {
                continue;
            }
            for id in &facts.tours {
                let tour = &world.tours[*id];
                let Some(period) = basis.period(tour).filter(|period| tour.is_primary() && period.contains(on)) else {
                    continue;
                };
                if days_between(on, period.end()) > within_days {
                    continue;
                }
                let relief = relief(world, &facts.tours, tour);
                found.push(Rotation {
                    tour: *id,
                    person: PersonBrief::seen(world, scope, tour.person, on, today),
                    billet: BilletBrief { id: *billet, title: terms.title.clone(), number: facts.number.clone() },
                    office,
                    rotation: period.end(),
                    gap_days: relief.map(|(report, _)| days_between(period.end(), report).max(0)),
                    relief: relief.map(|(report, next)| Relief {
                        tour: next,
                        person: PersonBrief::seen(world, scope, world.tours[next].person, on, today),
                        report,
                    }),
                });
            }
        }
    }
    found.sort_by_key(|rotation| (rotation.rotation, rotation.tour));
    found
}

/// The primary tour in the same billet that begins next after this one began.
fn relief(world: &World, tours: &[TourId], leaving: &Tour) -> Option<(Date, TourId)> {
    let began = leaving.period()?.from();
    let others = tours.iter().filter_map(|id| {
        let tour = &world.tours[*id];
        let from = tour.period().filter(|period| tour.is_primary() && period.from() > began)?.from();
        Some((from, *id))
    });
    others.min()
}
