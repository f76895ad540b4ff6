//! Simulations under way and at hand: one is worked on at a time, on threads of their own, so that answers keep a core.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use axum::http::StatusCode;
use muster_caseflow::network::{Ground, NoEffect, PoolWorth, StaffingEffect, effect, worth};
use muster_caseflow::simulation::{Control, Stopped};
use muster_domain::{AccountId, Date, Position, World};
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::kept::Kept;
use super::super::problem::{Answer, Problem};
use super::SimulationParts;
use super::ask::{Plan, SimulationAsk, SimulationOf, days};

/// Simulations held, under way or over.
const HELD: usize = 32;
/// Simulations that wait or are worked on at once.
const WAITING: usize = 4;

/// A simulation, as long as this server keeps it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
pub struct SimulationId(pub u32);

impl std::str::FromStr for SimulationId {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// Where a simulation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SimulationState {
    /// It waits for its turn, or is worked on.
    Running,
    /// It is over.
    Finished,
    /// It was cancelled.
    Cancelled,
    /// It has no answer; `problem` says why.
    Failed,
}

/// A simulation: what was asked, how far it is, what it found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Simulation {
    /// Which.
    pub id: SimulationId,
    /// What was asked.
    pub ask: SimulationAsk,
    /// The day it is of.
    pub day: Date,
    /// The position of the facts it rests on.
    pub position: Position,
    /// Where it stands.
    pub state: SimulationState,
    /// Replications done.
    pub done: u32,
    /// Replications planned.
    pub planned: u32,
    /// Seconds it took, once it is over.
    pub seconds: Option<f64>,
    /// What the changes do, once it is over.
    #[schema(value_type = Option<StaffingEffect>)]
    pub effect: Option<Arc<StaffingEffect>>,
    /// What one more person is worth, once it is over.
    #[schema(value_type = Option<Vec<PoolWorth>>)]
    pub worth: Option<Arc<Vec<PoolWorth>>>,
    /// Why there is no answer.
    pub problem: Option<String>,
    /// Whether the histories are synthetic: the answer then proves nothing of the real world.
    pub synthetic: bool,
}

#[derive(Default)]
enum Outcome {
    #[default]
    None,
    Effect(Arc<StaffingEffect>),
    Worth(Arc<Vec<PoolWorth>>),
    Failed(String),
    Cancelled,
}

/// A simulation and whoever asked for it.
pub(super) struct Job {
    id: SimulationId,
    ask: SimulationAsk,
    of: (Position, Date),
    askers: Mutex<Vec<AccountId>>,
    cancelled: AtomicBool,
    done: AtomicU32,
    planned: u32,
    /// Milliseconds it took.
    took: AtomicU64,
    outcome: Mutex<Outcome>,
    synthetic: bool,
}

/// The simulations of this server.
pub(in crate::http) struct Simulations {
    held: Mutex<Held>,
    turn: Arc<Semaphore>,
    pub(super) parts: Kept<(), SimulationParts>,
}

#[derive(Default)]
struct Held {
    next: u32,
    jobs: VecDeque<Arc<Job>>,
}

impl Default for Simulations {
    fn default() -> Self {
        Self { held: Mutex::default(), turn: Arc::new(Semaphore::new(1)), parts: Kept::default() }
    }
}

impl Simulations {
    /// The simulation that was planned: the one at hand, or one begun now.
    pub(super) fn begin(&self, asker: &Asker, plan: Plan) -> Answer<Arc<Job>> {
        // A scenario's slate is found anew by whoever asks; what it holds moves with the scenario alone.
        let facts = if plan.given.scenario.is_some() { asker.world.position } else { asker.world.facts };
        let of = (facts, asker.today);
        let mut held = self.held.lock().expect("no holder panics");
        let same = held.jobs.iter().find(|job| job.of == of && job.ask == plan.given && !job.is_lost());
        if let Some(job) = same {
            job.join(asker.account);
            return Ok(Arc::clone(job));
        }
        if held.jobs.iter().filter(|job| job.runs()).count() >= WAITING {
            return Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, "Enough is being simulated already.")
                .mend("Wait until one is over, or cancel one of yours."));
        }
        let id = SimulationId(held.next);
        held.next = held.next.wrapping_add(1);
        let job = Arc::new(Job {
            id,
            ask: plan.given.clone(),
            of,
            askers: Mutex::new(vec![asker.account]),
            cancelled: AtomicBool::new(false),
            done: AtomicU32::new(0),
            planned: plan.ask.replications * u32::from(plan.given.sets),
            took: AtomicU64::new(0),
            outcome: Mutex::default(),
            synthetic: asker.world.is_synthetic(),
        });
        if held.jobs.len() >= HELD
            && let Some(oldest) = held.jobs.iter().position(|job| !job.runs())
        {
            held.jobs.remove(oldest);
        }
        held.jobs.push_back(Arc::clone(&job));
        let mut ending = asker.app.ending().subscribe();
        let (world, turn, begun) = (Arc::clone(&asker.world), Arc::clone(&self.turn), Arc::clone(&job));
        tokio::spawn(async move {
            let _turn = turn.acquire_owned().await;
            let working = Arc::clone(&begun);
            let work = move || working.work(&world, &plan);
            let mut done = tokio::task::spawn_blocking(move || threads(work));
            let done = tokio::select! {
                done = &mut done => done,
                // The server ends: nothing is left to wait for.
                () = async { drop(ending.wait_for(|ends| *ends).await) } => {
                    begun.cancelled.store(true, Ordering::Relaxed);
                    done.await
                }
            };
            if done.is_err() {
                begun.end(Outcome::Failed("The simulation failed; it was logged.".to_owned()));
            }
        });
        Ok(job)
    }

    /// A simulation that the asker asked for.
    pub(super) fn find(&self, asker: &Asker, id: SimulationId) -> Option<Arc<Job>> {
        let held = self.held.lock().expect("no holder panics");
        held.jobs.iter().find(|job| job.id == id && job.is_of(asker.account)).cloned()
    }
}

impl Job {
    fn work(&self, world: &World, plan: &Plan) {
        let begun = std::time::Instant::now();
        let progress = |done: u32, _: u32| self.done.store(done, Ordering::Relaxed);
        let control = Control { cancelled: &self.cancelled, progress: &progress };
        let ground = Ground::new(world, self.of.1, days(plan.given.months));
        let outcome = match plan.given.of {
            SimulationOf::Effect => {
                effect(&ground, &plan.change, &plan.ask, control).map(|found| Outcome::Effect(Arc::new(found)))
            }
            SimulationOf::Worth => worth(&ground, &plan.ask, control).map(|found| Outcome::Worth(Arc::new(found))),
        };
        self.took.store(u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX), Ordering::Relaxed);
        self.end(outcome.unwrap_or_else(|error| match error {
            NoEffect::Stopped(Stopped::Cancelled) => Outcome::Cancelled,
            other => Outcome::Failed(other.to_string()),
        }));
    }

    fn end(&self, outcome: Outcome) {
        *self.outcome.lock().expect("no holder panics") = outcome;
    }

    fn runs(&self) -> bool {
        matches!(*self.outcome.lock().expect("no holder panics"), Outcome::None)
    }

    /// Whether nothing comes of it any more: whoever asks again begins anew.
    fn is_lost(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
            || matches!(*self.outcome.lock().expect("no holder panics"), Outcome::Failed(_) | Outcome::Cancelled)
    }

    fn is_of(&self, account: AccountId) -> bool {
        self.askers.lock().expect("no holder panics").contains(&account)
    }

    fn join(&self, account: AccountId) {
        let mut askers = self.askers.lock().expect("no holder panics");
        if !askers.contains(&account) {
            askers.push(account);
        }
    }

    /// An asker cancels: it stops once nobody else asked for it.
    pub fn leave(&self, account: AccountId) {
        let mut askers = self.askers.lock().expect("no holder panics");
        if askers.iter().all(|asker| *asker == account) {
            self.cancelled.store(true, Ordering::Relaxed);
        } else {
            askers.retain(|asker| *asker != account);
        }
    }

    /// How it stands.
    pub fn shown(&self) -> Simulation {
        let outcome = self.outcome.lock().expect("no holder panics");
        let mut shown = Simulation {
            id: self.id,
            ask: self.ask.clone(),
            day: self.of.1,
            position: self.of.0,
            state: SimulationState::Finished,
            done: self.done.load(Ordering::Relaxed),
            planned: self.planned,
            seconds: Some(self.took.load(Ordering::Relaxed) as f64 / 1000.0),
            effect: None,
            worth: None,
            problem: None,
            synthetic: self.synthetic,
        };
        match &*outcome {
            Outcome::None if self.cancelled.load(Ordering::Relaxed) => shown.state = SimulationState::Cancelled,
            Outcome::None => (shown.state, shown.seconds) = (SimulationState::Running, None),
            Outcome::Effect(found) => shown.effect = Some(Arc::clone(found)),
            Outcome::Worth(found) => shown.worth = Some(Arc::clone(found)),
            Outcome::Failed(why) => (shown.state, shown.problem) = (SimulationState::Failed, Some(why.clone())),
            Outcome::Cancelled => shown.state = SimulationState::Cancelled,
        }
        shown
    }
}

/// Work on threads of the simulations' own: all cores but one. A slate that is computed meanwhile waits for none of them.
fn threads(work: impl FnOnce() + Send) {
    static POOL: OnceLock<Option<rayon::ThreadPool>> = OnceLock::new();
    let pool = POOL.get_or_init(|| {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        rayon::ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).build().ok()
    });
    match pool {
        Some(pool) => pool.install(work),
        // Without threads of its own it is done on the caller's.
        None => work(),
    }
}
