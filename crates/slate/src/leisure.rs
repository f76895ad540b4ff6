//! Work that leaves a core to answers: in a pool of its own that is one thread smaller than the machine.

use std::sync::OnceLock;

use rayon::{ThreadPool, ThreadPoolBuilder};

/// Does work that spreads over threads without taking the last core. The answer is the same as without.
pub fn leaving_a_core<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
    let pool = POOL.get_or_init(|| {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        ThreadPoolBuilder::new().num_threads(cores.saturating_sub(1).max(1)).build().ok()
    });
    match pool {
        Some(pool) => pool.install(work),
        // Without threads of its own it is done on the caller's.
        None => work(),
    }
}
