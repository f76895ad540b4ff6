//! What partners will buy: sales by year, with ranges, by the method that did best on the series' own past.
//!
//! Series are short, heavy-tailed (one aircraft order is a decade of everything else), sometimes negative (a reduction of
//! earlier years) and have gaps: a year that was not published is *missing*, never zero. Every method here works on years
//! as they are, gaps and all.

mod backtest;
mod call;
mod choice;
mod method;
mod outlook;
mod scale;
mod series;
mod trial;

pub use backtest::{SalesBacktest, SalesScore, sales_backtest};
pub use method::Method;
pub use outlook::{SalesForecast, SalesRange, sales_forecast};
pub use scale::{Candidate, Scale};
pub use series::Series;
