//! What every rule and every cost of one cycle shares: the World, the window, the levers in force, who is spoken for.
//! Nothing here is about one person or one billet.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use muster_domain::allocation::{Ballot, Cycle, Line, LineStatus, Overrides, Slate, Waiver};
use muster_domain::kernel::Id;
use muster_domain::policy::Lever;
use muster_domain::workforce::Tour;
use muster_domain::{BilletId, CycleId, Date, OfficeId, Period, PersonId, SlateId, WaiverId, World};

use crate::limits::Beside;

/// Why no slate can be computed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SlateError {
    /// There is no such cycle.
    #[error("There is no cycle {0}. Check the id, or open a cycle first.")]
    NoCycle(CycleId),
    /// There is no such slate.
    #[error("There is no slate {0}. Check the id, or propose one first.")]
    NoSlate(SlateId),
    /// The cycle was closed.
    #[error("Cycle {cycle} was closed on {closed}. Open a new cycle.")]
    Closed {
        /// Which cycle.
        cycle: CycleId,
        /// The day it was closed.
        closed: Date,
    },
    /// The window has passed.
    #[error("The window of cycle {cycle} ended on {end}. Open a new cycle.")]
    WindowOver {
        /// Which cycle.
        cycle: CycleId,
        /// The day after its last.
        end: Date,
    },
    /// The costs are too large for exact arithmetic.
    #[error("The levers give costs that are too large to add exactly: {0}")]
    Costs(#[from] muster_solver::ProblemError),
    /// The verifier refused the solver's answer; it is never shown.
    #[error("The computed slate did not pass its verification and is withheld: {0}")]
    Unproven(#[from] muster_solver::Violation),
    /// Limits over several lines are too large for exact arithmetic.
    #[error("The limits on the slate cannot be priced exactly: {0}")]
    Limits(#[from] muster_solver::constrained::SideError),
    /// The verifier refused the solver's bound under limits; the slate is never shown.
    #[error("The slate's bound did not pass its verification and is withheld: {0}")]
    Unbounded(#[from] muster_solver::constrained::ConstrainedViolation),
    /// There is no stable slate, or none that is known.
    #[error("{0}")]
    Unstable(String),
}

/// What the plain slate overrides.
static PLAIN: Overrides = Overrides::NONE;

/// Who goes into which billet.
pub type Assignments = BTreeMap<PersonId, BilletId>;

/// What a slate is computed for: a cycle on a day, what a scenario changes about it, and the assignments that it had
/// better keep. The plain slate has no overrides and nothing to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Which cycle.
    pub cycle: CycleId,
    /// The day it is computed as of.
    pub today: Date,
    /// What differs from the facts and the levers in force.
    pub overrides: Overrides,
    /// The assignments whose changes cost [`Lever::DisruptionCost`]; `None` where nothing is disrupted.
    pub previous: Option<Arc<Assignments>>,
    /// What lines use of the limits that stay although nothing about them is computed; `None` where there are none.
    pub beside: Option<Arc<Beside>>,
}

/// Who goes where by a proposed slate, but for lines that the gaining command did not concur with.
pub fn assigned(slate: &Slate) -> Assignments {
    let kept =
        slate.lines.iter().filter(|line| !matches!(line.status(), LineStatus::Nonconcurred | LineStatus::Dropped));
    kept.map(|line| (line.proposal.person, line.proposal.billet)).collect()
}

impl Setting {
    /// The cycle as it is.
    pub fn plain(cycle: CycleId, today: Date) -> Self {
        Self { cycle, today, overrides: Overrides::default(), previous: None, beside: None }
    }
}

/// The lever values in force on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Levers(Vec<i64>);

impl Levers {
    pub(crate) fn on(world: &World, day: Date) -> Self {
        Self(Lever::ALL.iter().map(|lever| world.lever(*lever, day)).collect())
    }

    /// The same, but with these values, such as those a slate was made with.
    pub(crate) fn with(mut self, values: impl IntoIterator<Item = (Lever, i64)>) -> Self {
        for (lever, value) in values {
            self.0[lever as usize] = value;
        }
        self
    }

    /// The value of a lever, in its own unit.
    pub(crate) fn value(&self, lever: Lever) -> i64 {
        // INVARIANT: `Lever::ALL` lists the variants in the order they are declared.
        self.0[lever as usize]
    }

    /// A lever counted in months or days, as far as a date can use it.
    pub(crate) fn span(&self, lever: Lever) -> i32 {
        i32::try_from(self.value(lever)).unwrap_or(i32::MAX)
    }

    /// The levers that a slate is made with, in the order they are declared.
    pub(crate) fn of_slates(&self) -> Vec<(Lever, i64)> {
        let used = |lever: &Lever| matches!(lever.definition().group, "slate" | "eligibility");
        Lever::ALL.iter().filter(|lever| used(lever)).map(|lever| (*lever, self.value(*lever))).collect()
    }
}

/// A waiver with the report dates it covers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct InForce<'w> {
    pub(crate) id: WaiverId,
    pub(crate) waiver: &'w Waiver,
    pub(crate) period: Period,
}

fn in_force(world: &World) -> HashMap<(PersonId, BilletId), Vec<InForce<'_>>> {
    let mut waivers: HashMap<_, Vec<_>> = HashMap::new();
    for (id, waiver) in world.waivers.iter() {
        if let Some(period) = waiver.in_force() {
            waivers.entry((waiver.person, waiver.billet)).or_default().push(InForce { id, waiver, period });
        }
    }
    waivers
}

/// One cycle on one World, seen on one day, under what a scenario changes about it.
pub(crate) struct Ground<'w> {
    pub(crate) world: &'w World,
    /// The days within which people rotate.
    pub(crate) window: Period,
    /// Whether people between offices are in scope: where the whole service is.
    pub(crate) whole: bool,
    /// The cycle, with its members' ranked billets; none for one opening outside any cycle.
    cycle: Option<(CycleId, &'w Cycle)>,
    pub(crate) today: Date,
    /// The first day somebody may report: the window's, or today once the window has begun.
    pub(crate) first: Date,
    /// The day after the window's last.
    pub(crate) end: Date,
    pub(crate) levers: Levers,
    /// People and billets in a live line of another cycle's slate.
    slated_people: HashSet<PersonId>,
    slated_billets: HashSet<BilletId>,
    in_scope: Vec<bool>,
    waivers: HashMap<(PersonId, BilletId), Vec<InForce<'w>>>,
    /// The slate whose own endorsed tours are looked past, to explain it as it was proposed.
    past: Option<SlateId>,
    /// What a scenario changes about the cycle.
    pub(crate) overrides: &'w Overrides,
    /// The assignments whose changes cost [`Lever::DisruptionCost`].
    previous: Option<Arc<Assignments>>,
    /// What lines outside of the slate use of its limits.
    pub(crate) beside: Option<Arc<Beside>>,
}

/// People and billets that lines of these slates speak for and no tour does yet.
fn spoken_for<'w>(world: &World, slates: impl Iterator<Item = &'w Slate>) -> (HashSet<PersonId>, HashSet<BilletId>) {
    let (mut people, mut billets) = (HashSet::new(), HashSet::new());
    for line in slates.flat_map(|slate| &slate.lines) {
        if line.holds_person(world) {
            people.insert(line.proposal.person);
        }
        if line.holds_billet(world) {
            billets.insert(line.proposal.billet);
        }
    }
    (people, billets)
}

impl<'w> Ground<'w> {
    /// The ground of a cycle as the facts have it.
    pub(crate) fn new(world: &'w World, id: CycleId, today: Date) -> Result<Self, SlateError> {
        Self::checked(world, id, today)
    }

    /// The ground on which a slate is computed.
    pub(crate) fn under(world: &'w World, setting: &'w Setting) -> Result<Self, SlateError> {
        let ground = Self::checked(world, setting.cycle, setting.today)?;
        let beside = setting.beside.clone();
        Ok(Self { beside, ..ground.overridden(&setting.overrides, setting.previous.clone()) })
    }

    fn overridden(mut self, overrides: &'w Overrides, previous: Option<Arc<Assignments>>) -> Self {
        self.levers = self.levers.with(overrides.levers.iter().map(|(lever, value)| (*lever, *value)));
        self.overrides = overrides;
        self.previous = previous;
        self
    }

    fn checked(world: &'w World, id: CycleId, today: Date) -> Result<Self, SlateError> {
        let cycle = world.cycles.get(id).ok_or(SlateError::NoCycle(id))?;
        if let Some(closed) = cycle.closed {
            return Err(SlateError::Closed { cycle: id, closed });
        }
        if cycle.window.end() <= today {
            return Err(SlateError::WindowOver { cycle: id, end: cycle.window.end() });
        }
        Ok(Self::of(world, id, cycle, today, None))
    }

    /// The ground on which a slate already proposed is explained: of its own day, whatever became of the cycle since, and
    /// with the levers it was made with and what the scenario changed that it was adopted from.
    pub(crate) fn past(world: &'w World, slate: SlateId) -> Option<Self> {
        let proposed = world.slates.get(slate)?;
        let cycle = world.cycles.get(proposed.cycle)?;
        let mut ground = Self::of(world, proposed.cycle, cycle, proposed.proposed, Some(slate));
        if let Some(scenario) = world.scenario_of(slate) {
            let base = scenario.base.and_then(|base| world.slates.get(base));
            ground = ground.overridden(&scenario.overrides, base.map(|base| Arc::new(assigned(base))));
        }
        ground.levers = ground.levers.with(proposed.levers.iter().copied());
        Some(ground)
    }

    fn of(world: &'w World, id: CycleId, cycle: &'w Cycle, today: Date, past: Option<SlateId>) -> Self {
        let live = world.slates.iter().filter(|(_, slate)| slate.cycle != id && slate.withdrawn.is_none());
        let (slated_people, slated_billets) = spoken_for(world, live.map(|(_, slate)| slate));
        Self {
            world,
            window: cycle.window,
            whole: cycle.scope.is_empty(),
            cycle: Some((id, cycle)),
            today,
            first: cycle.window.from().max(today),
            end: cycle.window.end(),
            levers: Levers::on(world, today),
            slated_people,
            slated_billets,
            in_scope: world.offices.iter().map(|(office, _)| cycle.includes(world, office)).collect(),
            waivers: in_force(world),
            past,
            overrides: &PLAIN,
            previous: None,
            beside: None,
        }
    }

    /// The ground of one opening outside any cycle: somebody is needed from this day on, and anybody may be asked.
    pub(crate) fn of_opening(world: &'w World, report: Date, today: Date) -> Self {
        let live = world.slates.iter().filter(|(_, slate)| slate.withdrawn.is_none());
        let (slated_people, slated_billets) = spoken_for(world, live.map(|(_, slate)| slate));
        let first = report.max(today);
        Self {
            world,
            window: Period::open(first),
            whole: true,
            cycle: None,
            today,
            first,
            end: first.tomorrow().unwrap_or(first),
            levers: Levers::on(world, today),
            slated_people,
            slated_billets,
            in_scope: vec![true; world.offices.len()],
            waivers: in_force(world),
            past: None,
            overrides: &PLAIN,
            previous: None,
            beside: None,
        }
    }

    /// For the requisition that an endorsed line raised: the line is no other slate's, for it asks for this very person.
    pub(crate) fn with_endorsed_line(mut self, billet: BilletId) -> Self {
        let live = self.world.slates.iter().filter(|(_, slate)| slate.withdrawn.is_none());
        let endorsed = |line: &&Line| line.proposal.billet == billet && line.status() == LineStatus::Endorsed;
        if let Some(line) = live.flat_map(|(_, slate)| &slate.lines).find(endorsed) {
            self.slated_billets.remove(&billet);
            self.slated_people.remove(&line.proposal.person);
        }
        self
    }

    /// The billets a person ranked, best first, as far as they count today: nothing before the ballot's deadline.
    pub(crate) fn ranked(&self, person: PersonId) -> &'w [BilletId] {
        let counting = || self.ballot().map_or(&[][..], |ballot| ballot.ranked(person, self.today));
        self.overrides.wishes.get(&person).map_or_else(counting, Vec::as_slice)
    }

    /// Which cycle; none for one opening outside any.
    pub(crate) fn cycle_id(&self) -> Option<CycleId> {
        self.cycle.map(|(id, _)| id)
    }

    /// The cycle's ballot; none for one opening outside any cycle.
    pub(crate) fn ballot(&self) -> Option<&'w Ballot> {
        self.cycle.map(|(_, cycle)| &cycle.ballot)
    }

    /// Whether this assignment differs from the one before, where there is one to keep to. `None` is no assignment.
    pub(crate) fn disrupts(&self, person: PersonId, billet: Option<BilletId>) -> bool {
        self.previous.as_ref().is_some_and(|previous| previous.get(&person).copied() != billet)
    }

    /// Points that leaving this person without an assignment costs.
    pub(crate) fn unassigned(&self, person: PersonId) -> i64 {
        let disruption = i64::from(self.disrupts(person, None)) * self.levers.value(Lever::DisruptionCost);
        self.levers.value(Lever::UnassignedCost) + disruption
    }

    /// Whether the office lies in the cycle's scope.
    pub(crate) fn includes(&self, office: OfficeId) -> bool {
        self.in_scope[office.index()]
    }

    /// Whether the person is in a live line of another cycle's slate.
    pub(crate) fn person_slated(&self, person: PersonId) -> bool {
        self.slated_people.contains(&person)
    }

    /// Whether the billet is in a live line of another cycle's slate.
    pub(crate) fn billet_slated(&self, billet: BilletId) -> bool {
        self.slated_billets.contains(&billet)
    }

    /// The waivers that were approved for this person in this billet and stand.
    pub(crate) fn waivers(&self, person: PersonId, billet: BilletId) -> &[InForce<'w>] {
        self.waivers.get(&(person, billet)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every person and billet for whom a waiver stands.
    pub(crate) fn waived_pairs(&self) -> impl Iterator<Item = (PersonId, BilletId)> + '_ {
        self.waivers.keys().copied()
    }

    /// Whether the tour counts: all do but those that the slate being explained has itself planned.
    pub(crate) fn counts(&self, tour: &Tour) -> bool {
        self.past.is_none() || tour.slate != self.past
    }
}
