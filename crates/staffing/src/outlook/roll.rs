//! One roll through the years: who stays, joins, graduates, is placed, and who is missing.

use muster_domain::Service;
use muster_domain::policy::Lever;
use muster_domain::workforce::ServiceCoding;

use super::count::{Counted, Share};
use super::rates::Rates;
use super::{DAYS, ONE, OutlookNeed};

/// People of today who are expected on each day, in millionths.
pub(super) struct Stock {
    pub(super) cells: Vec<CellStock>,
}

pub(super) struct CellStock {
    /// By bucket.
    pub(super) seated: Vec<[i64; DAYS]>,
    pub(super) free: [i64; DAYS],
}

impl Stock {
    pub(super) fn under(counted: &Counted, rates: &Rates) -> Self {
        let stays: Vec<[i64; DAYS]> = counted
            .cohorts
            .iter()
            .map(|cohort| {
                let mut stays = [ONE; DAYS];
                let mut retained = ONE;
                for (year, stays) in stays.iter_mut().enumerate().skip(1) {
                    retained = retained * rates.at(Lever::OutlookRetention, year) / 1000;
                    let known = i64::from(cohort.people - cohort.separated[year]);
                    *stays = retained * known / i64::from(cohort.people.max(1));
                    // Nobody was counted in a cohort of people who no more serve: retention alone holds for them.
                    if cohort.people == 0 {
                        *stays = retained;
                    }
                }
                stays
            })
            .collect();
        let expected = |(cohort, share): (&usize, &Share), year: usize| {
            let renewed = i64::from(share.lapsed[year]) * rates.at(Lever::OutlookRenewal, year) * (ONE / 1000);
            (i64::from(share.holds[year]) * ONE + renewed) * stays[*cohort][year] / ONE
        };
        let cells = counted.cells.iter().map(|cell| CellStock {
            seated: cell
                .buckets
                .iter()
                .map(|bucket| std::array::from_fn(|year| bucket.seated.iter().map(|entry| expected(entry, year)).sum()))
                .collect(),
            free: std::array::from_fn(|year| cell.free.iter().map(|entry| expected(entry, year)).sum()),
        });
        Self { cells: cells.collect() }
    }
}

/// So many more people a year into one cell: accessions, or graduates.
#[derive(Clone, Copy)]
pub(super) struct Extra {
    pub(super) cell: usize,
    pub(super) people: i64,
}

/// Missing people by cell, bucket and day, in millionths.
pub(super) struct Rolled {
    pub(super) missing: Vec<Vec<[i64; DAYS]>>,
}

impl Rolled {
    pub(super) fn under(counted: &Counted, rates: &Rates) -> Self {
        Self::roll(counted, &Stock::under(counted, rates), rates, None)
    }

    pub(super) fn roll(counted: &Counted, stock: &Stock, rates: &Rates, extra: Option<Extra>) -> Self {
        let mut rolled =
            Self { missing: counted.cells.iter().map(|cell| vec![[0; DAYS]; cell.buckets.len()]).collect() };
        // Who joined or graduated since today and is still here.
        let mut gained = vec![0_i64; counted.cells.len()];
        let mut short = vec![0_i64; counted.cells.len()];
        for year in 0..DAYS {
            let mut people = People { counted, stock, rates, year, gained: &mut gained };
            if year > 0 {
                people.join(extra);
                people.short(&mut short);
                people.teach(&short, Lever::OutlookLanguageSeats, |need| matches!(need, OutlookNeed::Language(_)));
                people
                    .teach(&short, Lever::OutlookCertificateSeats, |need| matches!(need, OutlookNeed::Certificate(_)));
            }
            people.short(&mut short);
            for (cell, short) in short.iter().enumerate() {
                people.share(cell, *short, &mut rolled.missing[cell]);
            }
        }
        rolled
    }
}

/// Whether people who join come with what is needed; else a course teaches it.
pub(super) fn joins(need: &OutlookNeed) -> bool {
    matches!(need, OutlookNeed::Anybody | OutlookNeed::Specialty(_))
}

/// A year of the roll.
struct People<'a> {
    counted: &'a Counted,
    stock: &'a Stock,
    rates: &'a Rates,
    year: usize,
    gained: &'a mut [i64],
}

impl People<'_> {
    fn join(&mut self, extra: Option<Extra>) {
        let retention = self.rates.at(Lever::OutlookRetention, self.year);
        let accessions = self.rates.at(Lever::OutlookAccessions, self.year);
        for (at, cell) in self.counted.cells.iter().enumerate() {
            let billets: u32 = cell.buckets.iter().map(|bucket| bucket.demand[0]).sum();
            let joining = if joins(&cell.need) { i64::from(billets) * accessions * (ONE / 1000) } else { 0 };
            let more = extra.filter(|extra| extra.cell == at).map_or(0, |extra| extra.people * ONE);
            self.gained[at] = self.gained[at] * retention / 1000 + joining + more;
        }
    }

    fn open(&self, cell: usize, bucket: usize) -> i64 {
        let demand = i64::from(self.counted.cells[cell].buckets[bucket].demand[self.year]) * ONE;
        (demand - self.stock.cells[cell].seated[bucket][self.year]).max(0)
    }

    /// Whom the cycle of the year can place of a cell. Nobody is placed today; graduates were taught for an opening.
    fn placed(&self, cell: usize) -> i64 {
        if self.year == 0 {
            return 0;
        }
        let free = self.stock.cells[cell].free[self.year];
        let placed = |people: i64| people * self.rates.at(Lever::OutlookPlaced, self.year) / 1000;
        if joins(&self.counted.cells[cell].need) {
            placed(free + self.gained[cell])
        } else {
            placed(free) + self.gained[cell]
        }
    }

    /// Openings of each cell that stay so. Cells of one band and need stand together, those of one service first, then
    /// any military, then military or civilian: whom one does not need, the next may have.
    fn short(&self, short: &mut [i64]) {
        let mut from = 0;
        for together in self.counted.cells.chunk_by(|one, next| (one.band, &one.need) == (next.band, &next.need)) {
            let (mut military, mut civilian) = (0, 0);
            for (at, cell) in (from..).zip(together) {
                let open: i64 = (0..cell.buckets.len()).map(|bucket| self.open(at, bucket)).sum();
                let others = match cell.coding {
                    ServiceCoding::Only(_) => 0,
                    ServiceCoding::AnyMilitary => std::mem::take(&mut military),
                    ServiceCoding::MilitaryOrCivilian => std::mem::take(&mut military) + std::mem::take(&mut civilian),
                };
                let people = self.placed(at) + others;
                short[at] = (open - people).max(0);
                let left = (people - open).max(0);
                match cell.coding {
                    ServiceCoding::Only(Service::Civilian) => civilian += left,
                    ServiceCoding::Only(_) | ServiceCoding::AnyMilitary => military += left,
                    ServiceCoding::MilitaryOrCivilian => {}
                }
            }
            from += together.len();
        }
    }

    /// Gives a year's seats to the cells of a kind that miss most, until they miss no more than the next ones.
    fn teach(&mut self, short: &[i64], seats: Lever, kind: impl Fn(&OutlookNeed) -> bool) {
        let seats = self.rates.at(seats, self.year) * ONE;
        let mut wanting: Vec<usize> =
            (0..short.len()).filter(|&at| kind(&self.counted.cells[at].need) && short[at] > 0).collect();
        wanting.sort_by_key(|&at| (-short[at], at));
        // The level that all who miss more are brought down to.
        let (mut level, mut sum) = (0, 0_i64);
        for (count, at) in (1_i64..).zip(&wanting) {
            sum += short[*at];
            let next = wanting.get(usize::try_from(count).unwrap_or(usize::MAX)).map_or(0, |at| short[*at]);
            if sum - count * next >= seats {
                // Rounded up, so that never more seats are given than there are.
                level = (sum - seats + count - 1) / count;
                break;
            }
        }
        for at in wanting {
            self.gained[at] += (short[at] - level).max(0);
        }
    }

    /// Divides what a cell misses over its buckets in proportion to their openings; they sum to it exactly.
    fn share(&self, cell: usize, short: i64, missing: &mut [[i64; DAYS]]) {
        let open: Vec<i64> = (0..missing.len()).map(|bucket| self.open(cell, bucket)).collect();
        let all = open.iter().map(|open| i128::from(*open)).sum::<i128>().max(1);
        let (mut before, mut given) = (0_i128, 0_i128);
        for (bucket, open) in open.iter().enumerate() {
            before += i128::from(*open);
            let upto = before * i128::from(short) / all;
            missing[bucket][self.year] = i64::try_from(upto - given).unwrap_or(i64::MAX);
            given = upto;
        }
    }
}
