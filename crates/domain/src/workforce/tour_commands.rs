//! What a manpower officer asks of tours.

use serde::{Deserialize, Serialize};

use super::billet_commands::billet_subject;
use super::rules::{TourAsked, conflicts, known_billet, known_person, known_tour};
use super::{
    CurtailmentReason, Incumbency, Tour, TourArrived, TourCancelled, TourCurtailed, TourDeparted, TourExtended,
    TourOrdered, TourPlanned, TourStatus,
};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::kernel::{BilletId, Date, Period, PersonId, Sealed, SlateId, TourId};
use crate::world::World;

/// Plans a tour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanTour {
    /// Who.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Whether the person counts here.
    pub incumbency: Incumbency,
    /// The report date.
    pub report: Date,
    /// The projected rotation date: the first day not in the billet.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
}

impl PlanTour {
    /// The event of planning it, for the slate that endorses it; refused for whatever speaks against it.
    pub(crate) fn planned(&self, world: &World, slate: Option<SlateId>) -> Result<TourPlanned, Refusal> {
        let billet = known_billet(world, self.billet)?;
        known_person(world, self.person)?;
        let period = Period::new(self.report, Some(self.rotation)).map_err(|_| {
            refuse(
                "backward",
                format!("The rotation date {} is not after the report date {}.", self.rotation, self.report),
                "Give a later rotation date.",
            )
        })?;
        let terms = billet.terms_near(self.report);
        if self.accompanied
            && !(terms.accompanied && world.posts[terms.place].status_on(self.report).takes_dependents())
        {
            return Err(refuse(
                "unaccompanied",
                format!("Billet {} takes no dependents on {}.", billet.number, self.report),
                "Plan the tour unaccompanied, or choose another billet.",
            ));
        }
        let asked =
            TourAsked { tour: None, person: self.person, billet: self.billet, incumbency: self.incumbency, period };
        if let Some(conflict) = conflicts(world, &asked).into_iter().next() {
            return Err(conflict.refusal);
        }
        let Self { person, billet, incumbency, report, rotation, accompanied } = *self;
        Ok(TourPlanned {
            tour: world.tours.next_id(),
            person,
            billet,
            incumbency,
            report,
            rotation,
            accompanied,
            slate,
        })
    }
}

impl Decide for PlanTour {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        Ok(vec![self.planned(world, None)?.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject {
            person: Some(self.person),
            service: world.people.get(self.person).map(|person| person.service),
            ..billet_subject(world, self.billet)
        }
    }
}

/// What a command on a tour acts on: its person, its office, its own version.
pub(crate) fn tour_subject(world: &World, tour: TourId) -> Subject {
    let Some(row) = world.tours.row(tour) else { return Subject::default() };
    Subject {
        person: Some(row.fact.person),
        service: Some(world.people[row.fact.person].service),
        changed: Some(row.changed),
        ..billet_subject(world, row.fact.billet)
    }
}

/// The tour, if it has one of these statuses; otherwise a refusal that says what it has.
fn tour_in<'a>(world: &'a World, id: TourId, wanted: &[TourStatus], deed: &str) -> Result<&'a Tour, Refusal> {
    let tour = known_tour(world, id)?;
    let status = tour.status();
    if wanted.contains(&status) {
        return Ok(tour);
    }
    let name = |status: &TourStatus| format!("{status:?}").to_lowercase();
    let wanted = wanted.iter().map(name).collect::<Vec<_>>().join(" or ");
    Err(refuse(
        "tour-status",
        format!("Tour {id} is {}; {deed} needs one that is {wanted}.", name(&status)),
        "Look at the tour's dates first.",
    ))
}

fn not_in_future(day: Date, today: Date, what: &str) -> Result<(), Refusal> {
    if day > today {
        return Err(refuse(
            "future",
            format!("{what} on {day} cannot be recorded on {today}."),
            "Record it on or after the day.",
        ));
    }
    Ok(())
}

fn without_conflict(
    world: &World,
    id: TourId,
    tour: &Tour,
    period: Result<Period, impl std::error::Error>,
) -> Result<(), Refusal> {
    let period =
        period.map_err(|error| refuse("backward", format!("Tour {id}: {error}."), "Give a date that runs forward."))?;
    let asked =
        TourAsked { tour: Some(id), person: tour.person, billet: tour.billet, incumbency: tour.incumbency, period };
    conflicts(world, &asked).into_iter().next().map_or(Ok(()), |conflict| Err(conflict.refusal))
}

/// Records the service's order for a tour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderTour {
    /// Which tour.
    pub tour: TourId,
    /// The day of the order.
    pub on: Date,
}

impl Decide for OrderTour {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        tour_in(world, self.tour, &[TourStatus::Planned], "an order")?;
        not_in_future(self.on, context.today, "An order")?;
        Ok(vec![TourOrdered { tour: self.tour, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}

/// Records an arrival.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordArrival {
    /// Which tour.
    pub tour: TourId,
    /// The day of arrival.
    pub on: Date,
}

impl Decide for RecordArrival {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let tour = tour_in(world, self.tour, &[TourStatus::Planned, TourStatus::Ordered], "an arrival")?;
        not_in_future(self.on, context.today, "An arrival")?;
        without_conflict(world, self.tour, tour, Period::new(self.on, Some(tour.rotation)))?;
        Ok(vec![TourArrived { tour: self.tour, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}

/// Records a departure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordDeparture {
    /// Which tour.
    pub tour: TourId,
    /// The first day not in the billet.
    pub on: Date,
}

impl Decide for RecordDeparture {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let tour = tour_in(world, self.tour, &[TourStatus::Arrived], "a departure")?;
        not_in_future(self.on, context.today, "A departure")?;
        if tour.arrived.is_some_and(|arrived| self.on <= arrived) {
            return Err(refuse(
                "backward",
                format!("Tour {} would end on {}, not after its first day.", self.tour, self.on),
                "Give a later date.",
            ));
        }
        if self.on > tour.rotation {
            without_conflict(world, self.tour, tour, Period::new(tour.arrived.unwrap_or(tour.report), Some(self.on)))?;
        }
        Ok(vec![TourDeparted { tour: self.tour, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}

/// Moves a rotation date out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtendTour {
    /// Which tour.
    pub tour: TourId,
    /// The new rotation date.
    pub rotation: Date,
}

impl Decide for ExtendTour {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let tour = tour_in(
            world,
            self.tour,
            &[TourStatus::Planned, TourStatus::Ordered, TourStatus::Arrived],
            "an extension",
        )?;
        if self.rotation <= tour.rotation {
            return Err(refuse(
                "not-later",
                format!("Tour {} already lasts until {}.", self.tour, tour.rotation),
                "Give a later date, or curtail the tour.",
            ));
        }
        without_conflict(
            world,
            self.tour,
            tour,
            Period::new(tour.arrived.unwrap_or(tour.report), Some(self.rotation)),
        )?;
        Ok(vec![TourExtended { tour: self.tour, rotation: self.rotation, decided: context.today }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}

/// Moves a rotation date in, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CurtailTour {
    /// Which tour.
    pub tour: TourId,
    /// The new rotation date.
    pub rotation: Date,
    /// Why.
    pub reason: CurtailmentReason,
    /// A note, kept sealed under the person's key.
    pub note: Option<String>,
}

impl Decide for CurtailTour {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let tour = tour_in(
            world,
            self.tour,
            &[TourStatus::Planned, TourStatus::Ordered, TourStatus::Arrived],
            "a curtailment",
        )?;
        if self.rotation >= tour.rotation || self.rotation <= tour.arrived.unwrap_or(tour.report) {
            return Err(refuse(
                "not-earlier",
                format!(
                    "Tour {} runs from {} to {}; {} does not lie between.",
                    self.tour,
                    tour.arrived.unwrap_or(tour.report),
                    tour.rotation,
                    self.rotation
                ),
                "Give a date between, extend the tour, or cancel it.",
            ));
        }
        let note = self.note.clone().map(Sealed::Open);
        Ok(vec![
            TourCurtailed {
                tour: self.tour,
                person: tour.person,
                rotation: self.rotation,
                decided: context.today,
                reason: self.reason,
                note,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}

/// Cancels a tour that has not begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CancelTour {
    /// Which tour.
    pub tour: TourId,
}

impl Decide for CancelTour {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        tour_in(world, self.tour, &[TourStatus::Planned, TourStatus::Ordered], "a cancellation")?;
        Ok(vec![TourCancelled { tour: self.tour, on: context.today }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        tour_subject(world, self.tour)
    }
}
