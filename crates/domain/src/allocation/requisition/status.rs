//! Where a requisition stands: derived from its open turns, from the tour it planned, and from the billet's approved
//! gaps; never stored.

use serde::{Deserialize, Serialize};

use super::{Ask, Asked, Requisition};
use crate::kernel::{Date, OfficeId};
use crate::organization::{Holder, Turn};
use crate::policy::Lever;
use crate::workforce::{BilletTerms, FillMode, Tour, TourStatus};
use crate::world::World;

use super::flow::after;

/// Where a requisition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequisitionStatus {
    /// A service is to nominate, or headquarters to propose a civilian.
    Nominating,
    /// A board vets.
    Vetting,
    /// Headquarters selects.
    Selecting,
    /// A civilian is asked for consent.
    Consenting,
    /// A recruitment is under way.
    Recruiting,
    /// The gaining office decides.
    Accepting,
    /// Nobody can be given, or the tour fell through: headquarters decides what next.
    Unresolved,
    /// Accepted: the tour is planned.
    Planned,
    /// The tour is ordered.
    Ordered,
    /// The person arrived.
    Filled,
    /// An approved gap covers the report date.
    ApprovedGap,
    /// It was given up.
    Cancelled,
}

impl RequisitionStatus {
    /// Every status, in the order a fill goes through them.
    pub const ALL: [Self; 12] = [
        Self::Nominating,
        Self::Vetting,
        Self::Selecting,
        Self::Consenting,
        Self::Recruiting,
        Self::Accepting,
        Self::Unresolved,
        Self::Planned,
        Self::Ordered,
        Self::Filled,
        Self::ApprovedGap,
        Self::Cancelled,
    ];

    /// The name people use.
    pub fn title(self) -> &'static str {
        match self {
            Self::Nominating => "Nomination",
            Self::Vetting => "Vetting",
            Self::Selecting => "Selection",
            Self::Consenting => "Consent",
            Self::Recruiting => "Recruitment",
            Self::Accepting => "Acceptance",
            Self::Unresolved => "Unresolved",
            Self::Planned => "Planned",
            Self::Ordered => "Ordered",
            Self::Filled => "Filled",
            Self::ApprovedGap => "Approved gap",
            Self::Cancelled => "Cancelled",
        }
    }

    /// Whether somebody still has to act.
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Filled | Self::ApprovedGap | Self::Cancelled)
    }
}

impl Requisition {
    /// The billet's terms on the report date.
    pub fn terms<'w>(&self, world: &'w World) -> &'w BilletTerms {
        world.billets[self.billet].terms_near(self.report)
    }

    /// The gaining office.
    pub fn office(&self, world: &World) -> OfficeId {
        self.terms(world).office
    }

    /// How the billet is filled: as its terms say, or as the slate asks.
    pub fn mode(&self, world: &World) -> FillMode {
        self.slated.map_or_else(|| self.terms(world).fill_mode, |slated| slated.mode)
    }

    /// The tour that acceptance planned.
    pub fn tour<'w>(&self, world: &'w World) -> Option<&'w Tour> {
        self.accepted.map(|accepted| &world.tours[accepted.tour])
    }

    /// Where it stands.
    pub fn status(&self, world: &World) -> RequisitionStatus {
        if self.cancelled.is_some() {
            return RequisitionStatus::Cancelled;
        }
        match self.tour(world).map(Tour::status) {
            Some(TourStatus::Planned) => return RequisitionStatus::Planned,
            Some(TourStatus::Ordered) => return RequisitionStatus::Ordered,
            Some(TourStatus::Arrived | TourStatus::Departed) => return RequisitionStatus::Filled,
            Some(TourStatus::Cancelled) | None => {}
        }
        let asks = |wanted: fn(Ask) -> bool| self.turns.iter().any(|asked| wanted(asked.ask));
        // A slate fills a billet whatever gap was approved before; once nobody of it can be had, the gap holds again.
        let gap_counts = self.slated.is_none() || asks(|ask| ask == Ask::Resolve);
        if gap_counts && world.billets[self.billet].gap_on(self.report).is_some() {
            return RequisitionStatus::ApprovedGap;
        }
        if asks(|ask| ask == Ask::Accept) {
            RequisitionStatus::Accepting
        } else if asks(|ask| ask == Ask::Select) {
            RequisitionStatus::Selecting
        } else if asks(|ask| matches!(ask, Ask::Vet(_))) {
            RequisitionStatus::Vetting
        } else if asks(|ask| ask == Ask::Consent) {
            RequisitionStatus::Consenting
        } else if asks(|ask| ask == Ask::Recruit) {
            RequisitionStatus::Recruiting
        } else if asks(|ask| matches!(ask, Ask::Nominate | Ask::Propose)) {
            RequisitionStatus::Nominating
        } else {
            RequisitionStatus::Unresolved
        }
    }

    /// Whose turns are open: those of the requisition, and once a tour is planned those of the tour. A late order or
    /// arrival goes up the line for attention and is still recorded: what has happened cannot be refused.
    pub fn open_turns(&self, world: &World) -> Vec<Asked> {
        let status = self.status(world);
        match (status, self.accepted, self.tour(world)) {
            (RequisitionStatus::Planned, Some(accepted), Some(tour)) => {
                let service = world.people[accepted.person].service;
                if service.is_military() {
                    let due = after(world, Lever::OrderDays, accepted.on);
                    let turn = Turn { holder: Holder::Service(service), since: accepted.on, due };
                    return vec![Asked { ask: Ask::Order, turn }];
                }
                vec![arrival(self.office(world), accepted.on, tour.report)]
            }
            (RequisitionStatus::Ordered, Some(accepted), Some(tour)) => {
                vec![arrival(self.office(world), tour.ordered.unwrap_or(accepted.on), tour.report)]
            }
            (RequisitionStatus::Unresolved, Some(accepted), Some(tour)) => {
                let since = tour.cancelled.unwrap_or(accepted.on);
                let due = after(world, Lever::ResolutionDays, since);
                vec![Asked { ask: Ask::Resolve, turn: Turn { holder: Holder::Headquarters, since, due } }]
            }
            (status, ..) if status.is_open() => self.turns.clone(),
            _ => Vec::new(),
        }
    }

    /// Whether it is still to be filled.
    pub fn is_open(&self, world: &World) -> bool {
        self.status(world).is_open()
    }

    /// Whether some suspense has passed.
    pub fn is_late(&self, world: &World, day: Date) -> bool {
        self.open_turns(world).iter().any(|asked| asked.turn.is_late(day))
    }
}

fn arrival(office: OfficeId, since: Date, report: Date) -> Asked {
    Asked { ask: Ask::Arrive, turn: Turn { holder: Holder::Office(office), since, due: report.max(since) } }
}
