//! Slates computed for scenarios, kept by what decides them: the facts and the setting. So an undone step, a branch and
//! the slate before a step are there already. Bounded; the longest unused goes first.

use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::http::StatusCode;
use muster_domain::allocation::Scenario;
use muster_domain::{CycleId, Position, ScenarioId};
use muster_slate::{
    Assignments, ComputedSlate, Setting, SlateError, SlateOutcome, assigned, compute_under, setting_of,
};
use tokio::sync::Semaphore;

use super::super::asker::Asker;
use super::super::problem::{Answer, Problem};
use super::known;

/// Slates kept at most: each holds its instance, some 15 MB at full size.
const HELD: usize = 8;

/// A computed slate and what it comes to.
pub(in crate::http) struct Worked {
    pub slate: ComputedSlate,
    pub outcome: SlateOutcome,
    pub seconds: f64,
}

/// The slates at hand, and whose turn it is to compute: one at a time.
pub(in crate::http) struct Workbench {
    held: Mutex<Vec<(Position, Arc<Worked>)>>,
    turn: Semaphore,
}

impl Default for Workbench {
    fn default() -> Self {
        Self { held: Mutex::default(), turn: Semaphore::new(1) }
    }
}

impl Workbench {
    fn find(&self, facts: Position, setting: &Setting) -> Option<Arc<Worked>> {
        let mut held = self.held.lock().expect("no holder panics");
        let place = held.iter().position(|(of, worked)| *of == facts && worked.slate.setting() == setting)?;
        let found = held.remove(place);
        let worked = Arc::clone(&found.1);
        held.push(found);
        Some(worked)
    }

    /// Those of the same facts and cycle.
    fn alike(&self, facts: Position, cycle: CycleId) -> Vec<Arc<Worked>> {
        let held = self.held.lock().expect("no holder panics");
        let alike = held.iter().filter(|(of, worked)| *of == facts && worked.slate.cycle() == cycle);
        alike.map(|(_, worked)| Arc::clone(worked)).collect()
    }

    fn keep(&self, facts: Position, worked: Arc<Worked>) {
        let mut held = self.held.lock().expect("no holder panics");
        if held.len() >= HELD {
            held.remove(0);
        }
        held.push((facts, worked));
    }
}

/// Work beside the answers, on all cores but one. What fails there is logged, and told without details.
pub(super) async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(|| muster_slate::leaving_a_core(work))
        .await
        .map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Working on the slate failed; it was logged."))
}

/// The slate of a setting on the asker's World.
pub(super) async fn worked(asker: &Asker, setting: Setting) -> Answer<Arc<Worked>> {
    let (bench, facts) = (&asker.app.workbench, asker.world.facts);
    if let Some(worked) = bench.find(facts, &setting) {
        return Ok(worked);
    }
    let _turn = bench.turn.acquire().await.map_err(|_| Problem::not_found())?;
    if let Some(worked) = bench.find(facts, &setting) {
        return Ok(worked);
    }
    let (alike, world) = (bench.alike(facts, setting.cycle), Arc::clone(&asker.world));
    let worked = aside(move || {
        let begun = Instant::now();
        let known: Vec<&ComputedSlate> = alike.iter().map(|worked| &worked.slate).collect();
        let slate = compute_under(&world, setting, &known)?;
        let outcome = SlateOutcome::of(&world, &slate)?;
        Ok::<_, SlateError>(Arc::new(Worked { slate, outcome, seconds: begun.elapsed().as_secs_f64() }))
    })
    .await??;
    bench.keep(facts, Arc::clone(&worked));
    Ok(worked)
}

/// The slates that a scenario is shown by.
#[derive(Clone)]
pub(super) struct Work {
    /// Its own.
    pub now: Arc<Worked>,
    /// The cycle's, with nothing changed.
    pub plain: Arc<Worked>,
    /// Its own before the last step.
    pub before: Option<Arc<Worked>>,
}

impl Work {
    /// Computes what is not at hand.
    pub async fn of(asker: &Asker, id: ScenarioId) -> Answer<Self> {
        let scenario = known(asker, id)?.fact.clone();
        let plain = worked(asker, Setting::plain(scenario.cycle, asker.today)).await?;
        let setting = |scenario: &Scenario| setting_of(&asker.world, scenario, asker.today, Some(&plain.slate));
        let before = match scenario.earlier() {
            Some(earlier) => Some(worked(asker, setting(&earlier)).await?),
            None => None,
        };
        let now = worked(asker, setting(&scenario)).await?;
        Ok(Self { now, plain, before })
    }

    /// What a scenario is held against: the slate proposed when it was branched, else the cycle's with nothing changed.
    pub fn reference(&self, asker: &Asker, scenario: &Scenario) -> Assignments {
        match scenario.base.and_then(|base| asker.world.slates.get(base)) {
            Some(base) => assigned(base),
            None => self.plain.slate.assignments(),
        }
    }
}
