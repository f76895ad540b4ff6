//! Tours: one person in one billet from a report date to a projected rotation date.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::allocation::{ArrivalMark, ArrivalStep};
use crate::event::{Apply, SealedFact};
use crate::kernel::{BilletId, Date, Period, PersonId, Position, Sealed, SlateId, Text, TourId};
use crate::world::World;

/// The source of a tour that no system of record has reported yet.
pub(super) const PLANNED_HERE: &str = "Muster";

/// Whether the billet is the person's own or one they hold beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Incumbency {
    /// The person counts here.
    Primary,
    /// Held beside the primary billet: the billet is covered, the person is not counted again.
    Additional,
}

/// Where a tour stands, derived from its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's")]
pub enum TourStatus {
    Planned,
    Ordered,
    Arrived,
    Departed,
    Cancelled,
}

/// Why a tour ended early (facts §3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's")]
pub enum CurtailmentReason {
    Medical,
    Clearance,
    ServiceNeed,
    Compassionate,
    LossOfConfidence,
    HostRefusal,
    OrderedDeparture,
    Other,
}

/// A rotation date moved out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Extension {
    /// The rotation date before.
    pub before: Date,
    /// The day it was decided.
    pub decided: Date,
}

/// A rotation date moved in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curtailment {
    /// The rotation date before.
    pub before: Date,
    /// The day it was decided.
    pub decided: Date,
    /// Why.
    pub reason: CurtailmentReason,
    /// A note, of the field class *personal*.
    pub note: Option<String>,
}

/// One person in one billet for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tour {
    /// Who.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Whether the person counts here.
    pub incumbency: Incumbency,
    /// The report date planned.
    pub report: Date,
    /// The projected rotation date (PRD, DEROS or RTD by service): the first day not in the billet.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// The day of the order.
    pub ordered: Option<Date>,
    /// The day of arrival.
    pub arrived: Option<Date>,
    /// The day of departure: the first day not in the billet.
    pub departed: Option<Date>,
    /// Extensions in the order decided.
    pub extensions: Vec<Extension>,
    /// The curtailment, if any.
    pub curtailment: Option<Curtailment>,
    /// The day it was cancelled.
    pub cancelled: Option<Date>,
    /// Where it comes from: a system of record, or `Muster`.
    pub source: Text,
    /// The slate that it came of.
    pub slate: Option<SlateId>,
    /// Steps before the arrival that were done.
    #[serde(default)]
    pub marks: BTreeMap<ArrivalStep, ArrivalMark>,
}

impl Tour {
    /// Where it stands.
    pub fn status(&self) -> TourStatus {
        match self {
            Self { cancelled: Some(_), .. } => TourStatus::Cancelled,
            Self { departed: Some(_), .. } => TourStatus::Departed,
            Self { arrived: Some(_), .. } => TourStatus::Arrived,
            Self { ordered: Some(_), .. } => TourStatus::Ordered,
            _ => TourStatus::Planned,
        }
    }

    /// Whether the person counts in this billet.
    pub fn is_primary(&self) -> bool {
        self.incumbency == Incumbency::Primary
    }

    /// The days in the billet, as far as they are known or planned. `None` when cancelled, or when the reported dates
    /// run backwards.
    pub fn period(&self) -> Option<Period> {
        if self.cancelled.is_some() {
            return None;
        }
        Period::new(self.arrived.unwrap_or(self.report), Some(self.departed.unwrap_or(self.rotation))).ok()
    }

    /// The days in the billet since a recorded arrival. `None` before it.
    pub fn served(&self) -> Option<Period> {
        self.arrived.and_then(|_| self.period())
    }
}

/// The facts a new tour begins with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TourPlanned {
    /// Its id.
    pub tour: TourId,
    /// Who.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Whether the person counts here.
    pub incumbency: Incumbency,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// The slate whose endorsement planned it.
    pub slate: Option<SlateId>,
}

impl Apply for TourPlanned {
    fn apply(&self, world: &mut World, at: Position) {
        let tour = Tour {
            person: self.person,
            billet: self.billet,
            incumbency: self.incumbency,
            report: self.report,
            rotation: self.rotation,
            accompanied: self.accompanied,
            ordered: None,
            arrived: None,
            departed: None,
            extensions: Vec::new(),
            curtailment: None,
            cancelled: None,
            source: Text::from(PLANNED_HERE),
            slate: self.slate,
            marks: BTreeMap::new(),
        };
        store_tour(world, self.tour, tour, at);
    }
}

/// A system of record reported a tour, new or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TourReported {
    /// Its id.
    pub tour: TourId,
    /// Who reported it.
    pub source: Text,
    /// Who.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Whether the person counts here.
    pub incumbency: Incumbency,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// The day of the order.
    pub ordered: Option<Date>,
    /// The day of arrival.
    pub arrived: Option<Date>,
    /// The day of departure.
    pub departed: Option<Date>,
}

impl Apply for TourReported {
    fn apply(&self, world: &mut World, at: Position) {
        let earlier = world.tours.get(self.tour).cloned();
        let tour = Tour {
            person: self.person,
            billet: self.billet,
            incumbency: self.incumbency,
            report: self.report,
            rotation: self.rotation,
            accompanied: self.accompanied,
            ordered: self.ordered,
            arrived: self.arrived,
            departed: self.departed,
            extensions: earlier.as_ref().map(|tour| tour.extensions.clone()).unwrap_or_default(),
            curtailment: earlier.as_ref().and_then(|tour| tour.curtailment.clone()),
            cancelled: None,
            source: self.source.clone(),
            slate: earlier.as_ref().and_then(|tour| tour.slate),
            marks: earlier.map(|tour| tour.marks.clone()).unwrap_or_default(),
        };
        store_tour(world, self.tour, tour, at);
    }
}

/// Stores a new tour, or the changed facts of one already held, and marks what it touches.
fn store_tour(world: &mut World, id: TourId, tour: Tour, at: Position) {
    let (person, billet) = (tour.person, tour.billet);
    if id == world.tours.next_id() {
        world.tours.push(tour, at);
        if let Some(person) = world.people.edit(person, at) {
            person.tours.push(id);
        }
        if let Some(billet) = world.billets.edit(billet, at) {
            billet.tours.push(id);
        }
    } else if let Some(held) = world.tours.edit(id, at) {
        *held = tour;
    }
    world.touch_billet(billet, at);
}

macro_rules! tour_event {
    ($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty,)* } |$event:ident, $tour:ident| $change:block) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name {
            /// Which tour.
            pub tour: TourId,
            $($(#[$fdoc])* pub $field: $type,)*
        }
        impl Apply for $name {
            fn apply(&self, world: &mut World, at: Position) {
                let $event = self;
                if let Some($tour) = world.tours.edit(self.tour, at) {
                    $change
                    let billet = $tour.billet;
                    world.touch_billet(billet, at);
                }
            }
        }
    };
}

tour_event! {
    /// The order for a tour was recorded.
    TourOrdered {
        /// The day of the order.
        on: Date,
    } |event, tour| { tour.ordered = Some(event.on); }
}

tour_event! {
    /// The person arrived.
    TourArrived {
        /// The day of arrival.
        on: Date,
    } |event, tour| { tour.arrived = Some(event.on); }
}

tour_event! {
    /// The person departed.
    TourDeparted {
        /// The first day not in the billet.
        on: Date,
    } |event, tour| { tour.departed = Some(event.on); }
}

tour_event! {
    /// The rotation date moved out.
    TourExtended {
        /// The new rotation date.
        rotation: Date,
        /// The day it was decided.
        decided: Date,
    } |event, tour| {
        tour.extensions.push(Extension { before: tour.rotation, decided: event.decided });
        tour.rotation = event.rotation;
    }
}

tour_event! {
    /// The tour was cancelled before it began.
    TourCancelled {
        /// The day of the decision.
        on: Date,
    } |event, tour| { tour.cancelled = Some(event.on); }
}

/// The rotation date moved in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TourCurtailed {
    /// Which tour.
    pub tour: TourId,
    /// Whose.
    pub person: PersonId,
    /// The new rotation date.
    pub rotation: Date,
    /// The day it was decided.
    pub decided: Date,
    /// Why.
    pub reason: CurtailmentReason,
    /// A note, of the field class *personal*.
    pub note: Option<Sealed<String>>,
}

impl Apply for TourCurtailed {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(tour) = world.tours.edit(self.tour, at) {
            let note = self.note.as_ref().and_then(Sealed::open).cloned();
            tour.curtailment =
                Some(Curtailment { before: tour.rotation, decided: self.decided, reason: self.reason, note });
            tour.rotation = self.rotation;
            let billet = tour.billet;
            world.touch_billet(billet, at);
        }
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        match &mut self.note {
            Some(note) => visit(self.person, note),
            None => Ok(()),
        }
    }
}
