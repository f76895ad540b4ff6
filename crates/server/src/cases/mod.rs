//! What pages, notices and mail share of cases: the queue kept beside the World, and which cases an account sees.

mod forecasts;
mod queues;
mod sight;
mod worked;

pub use forecasts::Forecasts;
pub use queues::Queues;
pub use sight::Sight;
pub use worked::{with_outlook, worked};
