//! Slates: proposed assignments, each with the numbers it was chosen by, and where its coordination stands.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::kernel::{AccountId, BilletId, CycleId, Date, OfficeId, PersonId, Position, RequisitionId, Text, TourId};
use crate::policy::Lever;
use crate::world::World;

/// One part of a line's cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CostPart {
    /// The lever that prices it.
    pub lever: Lever,
    /// How much of it there is, in the lever's own unit: grades, ranks, days, 1,000 km.
    pub amount: i64,
    /// Points: amount times the lever's value, as rounded by the slate's rule for this part.
    pub points: i64,
}

/// The next best person for the billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RunnerUp {
    /// Who.
    pub person: PersonId,
    /// Points by which the whole slate would cost more with that person in this billet; 0 is a tie.
    pub costs_more: i64,
}

/// One proposed assignment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SlateLine {
    /// Who.
    pub person: PersonId,
    /// Into which billet.
    pub billet: BilletId,
    /// The report date.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
    /// Points: the sum of the parts.
    pub cost: i64,
    /// The parts of the cost.
    pub parts: Vec<CostPart>,
    /// What one more such billet would be worth: its dual price, in points.
    pub price: i64,
    /// The next best person, if another was eligible.
    pub runner_up: Option<RunnerUp>,
}

/// Where a line stands, derived from what was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineStatus {
    /// The gaining command has not decided.
    Proposed,
    /// The gaining command concurs.
    Concurred,
    /// The gaining command does not concur.
    Nonconcurred,
    /// Endorsed: a requisition asks the person's service, or the civilian.
    Endorsed,
    /// Taken out of the slate by an amendment.
    Dropped,
}

/// The gaining command's decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineDecision {
    /// Whether it concurs.
    pub concurs: bool,
    /// Why, of the field class *personal*.
    pub reason: Option<String>,
    /// Who decided.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
}

/// The director's endorsement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endorsement {
    /// Who endorsed.
    pub by: Option<AccountId>,
    /// The day.
    pub on: Date,
    /// The requisition that it raised.
    pub requisition: Option<RequisitionId>,
    /// The tour that it planned, where an earlier version of Muster planned it at once.
    pub tour: Option<TourId>,
}

/// A line and what was decided on it. What follows from that on a day is worked out by `coordination`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What was proposed.
    pub proposal: Arc<SlateLine>,
    /// The day it came into the slate.
    pub added: Date,
    /// What the gaining command decided.
    pub decision: Option<LineDecision>,
    /// What the director decided.
    pub endorsement: Option<Endorsement>,
    /// The day it was published to whom it concerns.
    pub published: Option<Date>,
    /// The day an amendment took it out.
    pub dropped: Option<Date>,
}

impl Line {
    /// A line that nobody has decided on.
    pub(super) fn new(proposal: &SlateLine, added: Date) -> Self {
        let proposal = Arc::new(proposal.clone());
        Self { proposal, added, decision: None, endorsement: None, published: None, dropped: None }
    }

    /// Where it stands by what was decided; what silence means on a day is [`Line::status_on`].
    pub fn status(&self) -> LineStatus {
        match (self.dropped, self.endorsement, &self.decision) {
            (Some(_), ..) => LineStatus::Dropped,
            (None, Some(_), _) => LineStatus::Endorsed,
            (None, None, Some(LineDecision { concurs: true, .. })) => LineStatus::Concurred,
            (None, None, Some(_)) => LineStatus::Nonconcurred,
            (None, None, None) => LineStatus::Proposed,
        }
    }
}

/// How a slate was chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SlateMethod {
    /// It costs least by the levers in force.
    #[default]
    LeastCost,
    /// It is stable for the rankings of members and offices, and of all such the best for every member.
    MemberOptimal {
        /// Seed of the lottery that breaks ties.
        seed: u64,
    },
    /// It is stable, and of all such slates the best for every office.
    OfficeOptimal {
        /// Seed of the lottery that breaks ties.
        seed: u64,
    },
    /// Between the two: of the slates with at most so many blocking pairs, the least costly that was found.
    FewBlocking {
        /// The most members and offices that would both rather have each other.
        most: u64,
        /// Seed of the lottery that breaks ties.
        seed: u64,
    },
    /// Between the two: of the slates that cost so little, the one found with the fewest blocking pairs.
    NearLeastCost {
        /// Points by which it may cost more than the least costly slate of whom and what was offered.
        points: u64,
        /// Seed of the lottery that breaks ties.
        seed: u64,
    },
}

impl SlateMethod {
    /// The seed of its lottery, where there was one.
    pub fn seed(self) -> Option<u64> {
        match self {
            Self::LeastCost => None,
            Self::MemberOptimal { seed }
            | Self::OfficeOptimal { seed }
            | Self::FewBlocking { seed, .. }
            | Self::NearLeastCost { seed, .. } => Some(seed),
        }
    }

    pub(super) fn is_least_cost(&self) -> bool {
        *self == Self::LeastCost
    }
}

/// How a slate was changed while it was coordinated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// The day.
    pub on: Date,
    /// Who amended it.
    pub by: Option<AccountId>,
    /// Why; names no person.
    pub reason: Text,
    /// Lines taken out, by number.
    pub dropped: Vec<u32>,
    /// Lines put in, by number.
    pub added: Vec<u32>,
}

/// A proposed set of assignments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slate {
    /// In which cycle.
    pub cycle: CycleId,
    /// The day it was proposed.
    pub proposed: Date,
    /// The position of the World it was computed on.
    pub base: Position,
    /// Its whole cost in points, lines and what stayed open together.
    pub objective: i64,
    /// How it was chosen.
    pub method: SlateMethod,
    /// The levers it was made with.
    pub levers: Vec<(Lever, i64)>,
    /// Its lines; a line's number is its index.
    pub lines: Vec<Line>,
    /// Openings it leaves unfilled.
    pub unfilled: Vec<BilletId>,
    /// Movers it leaves without an assignment.
    pub unmatched: Vec<PersonId>,
    /// How it was changed since, earliest first.
    pub amendments: Vec<Amendment>,
    /// The day it was withdrawn.
    pub withdrawn: Option<Date>,
}

impl Slate {
    /// The office a line's person would join, and the command or agency that decides on it.
    pub fn gaining(world: &World, line: &SlateLine) -> (OfficeId, OfficeId) {
        let office = world.billets[line.billet].terms_near(line.report).office;
        (office, world.command_of(office, line.report))
    }
}

/// Free text about a person, as it enters a command.
pub(super) fn stated(reason: Option<&Text>) -> bool {
    reason.is_some_and(|reason| !reason.trim().is_empty())
}
