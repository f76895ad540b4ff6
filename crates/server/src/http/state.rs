//! What every handler shares.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock};

use muster_domain::{AccountId, Command, CycleId, Date, Position, SlateId, World};
use muster_slate::{Chances, ComputedSlate, SlateBlocking, StabilityCurve, StableSlate, Trade, TradeSlate};
use muster_staffing::StaffingIndex;
use serde::Serialize;
use tokio::sync::watch;
use utoipa::ToSchema;

use super::cases::flow::{CaseFlow, FlowKey};
use super::countries::sales::SalesForecasts;
use super::kept::Kept;
use super::measures::list::MeasureList;
use super::measures::page::{MeasureKey, MeasurePage};
use super::picture::PictureCache;
use super::requisitions::CandidateCache;
use super::scenarios::Workbench;
use super::session::SignInGate;
use super::simulations::Simulations;
use super::stable::Favours;
use super::study::PriceCache;
use crate::cases::Queues;
use crate::desk::Desk;
use crate::policy::Policy;

/// A sign-in that the demo offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DemoSignIn {
    /// The name to give.
    pub sign_in: String,
    /// The password to give.
    pub password: String,
    /// Who it stands for.
    pub name: String,
    /// The role it shows.
    pub role: String,
}

impl DemoSignIn {
    /// Whether it signs in to the partner portal, and so not to the pages.
    pub(super) fn is_partner(&self, world: &World) -> bool {
        let account = world.keys.account.get(self.sign_in.as_str()).and_then(|id| world.accounts.get(*id));
        account.is_some_and(|account| account.is_partner())
    }
}

/// How this server presents itself.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The handling marking on every page and export.
    pub marking: String,
    /// Sign-ins listed for everybody to see: only `muster demo` gives any.
    pub demo: Vec<DemoSignIn>,
    /// Whether the session cookie is only sent over TLS.
    pub secure_cookie: bool,
}

/// The application: cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Shared>);

/// What [`App`] points to.
pub struct Shared {
    /// The one door for changes, and the World.
    pub(super) desk: Desk,
    /// Who may do what.
    pub(super) policy: Policy,
    /// How this server presents itself.
    pub(super) settings: Settings,
    pub(super) pictures: PictureCache,
    pub(super) candidates: CandidateCache,
    pub(super) workbench: Workbench,
    pub(super) prices: PriceCache,
    pub(super) gate: SignInGate,
    /// How many people each opening of a cycle is open to.
    pub(super) chances: Kept<CycleId, Chances>,
    /// Stable slates computed.
    pub(super) stable: Kept<(CycleId, Favours), StableSlate>,
    /// What stability costs in a cycle.
    pub(super) curves: Kept<CycleId, StabilityCurve>,
    /// Slates of trades computed.
    pub(super) trades: Kept<(CycleId, Trade), TradeSlate>,
    /// The queue of cases of the newest World.
    pub(super) queues: Queues,
    /// What partners will buy.
    pub(super) sales_forecasts: SalesForecasts,
    /// How cases flow, for one account.
    pub(super) flows: Kept<FlowKey, CaseFlow>,
    /// What was simulated.
    pub(super) simulations: Simulations,
    /// The measures of what an account sees.
    pub(super) measures: Kept<AccountId, MeasureList>,
    /// One measure of what an account sees.
    pub(super) measure: Kept<MeasureKey, MeasurePage>,
    /// How unstable a slate is.
    pub(super) blocking: Kept<SlateId, SlateBlocking>,
    index: RwLock<(Position, Arc<StaffingIndex>)>,
    computed: Mutex<HashMap<(CycleId, Position), Arc<ComputedSlate>>>,
    ending: watch::Sender<bool>,
}

impl std::ops::Deref for App {
    type Target = Shared;
    fn deref(&self) -> &Shared {
        &self.0
    }
}

/// Computed slates held at most; older positions go first.
const HELD_SLATES: usize = 4;

impl App {
    /// An application over this desk.
    pub fn new(desk: Desk, policy: Policy, settings: Settings) -> Self {
        let world = desk.world();
        Self(Arc::new(Shared {
            index: RwLock::new((world.position, Arc::new(StaffingIndex::new(&world)))),
            desk,
            policy,
            settings,
            pictures: PictureCache::default(),
            candidates: CandidateCache::default(),
            workbench: Workbench::default(),
            prices: PriceCache::default(),
            gate: SignInGate::default(),
            chances: Kept::default(),
            stable: Kept::default(),
            curves: Kept::default(),
            trades: Kept::default(),
            queues: Queues::default(),
            sales_forecasts: SalesForecasts::default(),
            flows: Kept::default(),
            simulations: Simulations::default(),
            measures: Kept::default(),
            measure: Kept::default(),
            blocking: Kept::default(),
            computed: Mutex::default(),
            ending: watch::Sender::new(false),
        }))
    }

    pub(super) fn today(&self) -> Date {
        self.desk.clock().today()
    }

    pub(super) fn ending(&self) -> watch::Sender<bool> {
        self.0.ending.clone()
    }

    /// The staffing index of this World, or of a newer one that was published meanwhile.
    pub(super) fn index(&self, world: &World) -> Arc<StaffingIndex> {
        {
            let held = self.index.read().expect("no holder panics");
            if held.0 == world.position {
                return Arc::clone(&held.1);
            }
        }
        let mut held = self.index.write().expect("no holder panics");
        if held.0 < world.position {
            *held = (world.position, Arc::new(held.1.refreshed(world)));
        } else if held.0 > world.position {
            // An asker still holds an older World: what they see must belong to it.
            return Arc::new(held.1.refreshed(world));
        }
        Arc::clone(&held.1)
    }

    /// The slate of a cycle on this World, computed once a position.
    pub(super) fn computed(&self, cycle: CycleId, position: Position) -> Option<Arc<ComputedSlate>> {
        self.computed.lock().expect("no holder panics").get(&(cycle, position)).cloned()
    }

    pub(super) fn keep_computed(&self, cycle: CycleId, position: Position, slate: Arc<ComputedSlate>) {
        let mut held = self.computed.lock().expect("no holder panics");
        while held.len() >= HELD_SLATES {
            let oldest = held.keys().min_by_key(|(_, position)| *position).copied();
            oldest.and_then(|key| held.remove(&key));
        }
        held.insert((cycle, position), slate);
    }
}

/// The sentence that labels synthetic data, where the World holds any.
pub(super) fn synthetic_label(world: &World) -> Option<String> {
    let made = world.datasets.iter().rev().find(|dataset| &*dataset.kind == "synthetic")?;
    Some(format!(
        "People, billets, tours and case loads are synthetic ({}). Country figures are public and name their source.",
        made.file
    ))
}

/// The names of commands, for checking a path.
pub(super) fn command_title(name: &str) -> Option<&'static str> {
    Command::KINDS.iter().find(|(known, _)| *known == name).map(|(_, title)| *title)
}
