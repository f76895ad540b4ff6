//! Where the price of one limit lies: between a step at which the limit is exceeded and one at which it is kept.

/// The two ends, as far as they are known, and the step that is tried.
#[derive(Debug)]
pub(super) struct Bracket {
    /// The step the price is at; 0 is nothing.
    pub(super) now: i64,
    /// The highest step at which the limit was exceeded, and by how much.
    low: Option<(i64, i64)>,
    /// The lowest step at which it was kept, and what was left of it.
    high: Option<(i64, i64)>,
    /// How far to go next for an end that is not known; nothing as long as nothing is known at all.
    reach: i64,
    /// Times that both ends were known and one turned out not to hold.
    crossed: u32,
    /// Times in a row that the same end moved, and whether it was the higher.
    stays: u32,
    above: bool,
    /// Whether a step is all there is between the two, as where each line uses one.
    exact: bool,
}

impl Bracket {
    /// Of a limit that is exceeded by this much while it costs nothing.
    pub(super) fn new(beyond: i64, exact: bool) -> Self {
        Self { now: 0, low: Some((0, beyond)), high: None, reach: 0, crossed: 0, stays: 0, above: false, exact }
    }

    /// Notes what is left of the limit at the present step; less than nothing where it is exceeded. Other prices may have
    /// moved since the far end was seen: where the two contradict each other, the older one goes.
    pub(super) fn observe(&mut self, left: i64) {
        let above = left >= 0;
        self.stays = if above == self.above { self.stays + 1 } else { 0 };
        self.above = above;
        let known = self.low.is_some() && self.high.is_some();
        if above {
            self.high = Some((self.now, left));
            self.low = self.low.filter(|(low, _)| *low < self.now);
        } else {
            self.low = Some((self.now, -left));
            self.high = self.high.filter(|(high, _)| *high > self.now);
        }
        // Two limits that outbid each other take long strides soon.
        if known && (self.low.is_none() || self.high.is_none()) {
            self.reach = self.width() << self.crossed;
            self.crossed = (self.crossed + 1).min(20);
        }
    }

    /// How close is close: a step, or where single lines use much, a part of the price that none of them feels.
    fn width(&self) -> i64 {
        if self.exact { 1 } else { (self.high.map_or(0, |(high, _)| high) / 64).max(1) }
    }

    /// Whether all of the limit is used at the present step, neither more nor less.
    pub(super) fn is_used_up(&self) -> bool {
        self.high == Some((self.now, 0))
    }

    /// Whether the limit is kept at the present step, and exceeded just below it if not used up.
    pub(super) fn is_settled(&self) -> bool {
        let kept = self.high.is_some_and(|(high, _)| high == self.now);
        let close = self.low.is_some_and(|(low, _)| self.now <= low + self.width());
        self.is_used_up() || kept && (close || self.now == 0)
    }

    /// The step just below, at which the limit was exceeded.
    pub(super) fn below(&self) -> i64 {
        if self.is_used_up() { self.now } else { self.low.map_or(0, |(low, _)| low) }
    }

    /// Tries the next step, `first` where nothing is known: where a straight line between the two ends would have it, or
    /// halfway where that only creeps.
    pub(super) fn advance(&mut self, first: i64) {
        if self.is_settled() {
            return;
        }
        self.now = match (self.low, self.high) {
            (Some((low, beyond)), Some((high, left))) => {
                if high <= low + self.width() {
                    high
                } else if self.stays >= 2 {
                    low + (high - low) / 2
                } else {
                    let line = i128::from(high - low) * i128::from(beyond) / i128::from((beyond + left).max(1));
                    (low + line as i64).clamp(low + 1, high - 1)
                }
            }
            (low, high) => {
                let reach = if self.reach == 0 { first.max(1) } else { self.reach };
                self.reach = reach.saturating_mul(2);
                match high {
                    Some((high, _)) => (high - reach).max(0),
                    None => low.map_or(0, |(low, _)| low) + reach,
                }
            }
        };
    }
}
