//! Where one more person is worth most: each pool with one more from a day on, beside the network as it is, on the same
//! random numbers.

use std::sync::Arc;

use super::model::Model;
use super::run::{Control, Scenario, Settings, Stopped, compare};

/// What one more person in a pool changes.
#[derive(Debug)]
pub struct Worth {
    /// The pool.
    pub pool: String,
    /// The network with one more there, and the difference.
    pub scenario: Scenario,
}

/// One more person in each pool, from this day to the horizon, one pool at a time. In the order of the network's pools.
///
/// # Errors
/// As [`compare`].
pub fn worth_of_one_more(
    model: &Arc<Model>,
    from: f64,
    settings: &Settings,
    control: Control<'_>,
) -> Result<Vec<Worth>, Stopped> {
    let network = model.network();
    let mut scenarios = Vec::new();
    for pool in &network.pools {
        let mut changed = network.clone();
        if let Some(pool) = changed.pool_mut(&pool.name) {
            pool.change_people(from, 1);
        }
        let changed = Model::new(changed).map_err(|_| Stopped::Settings("from: give a day of 0 or later"))?;
        scenarios.push(Arc::new(changed));
    }
    let found = compare(model, &scenarios, settings, control)?.scenarios;
    let pools = network.pools.iter().map(|pool| pool.name.clone());
    Ok(pools.zip(found).map(|(pool, scenario)| Worth { pool, scenario }).collect())
}
