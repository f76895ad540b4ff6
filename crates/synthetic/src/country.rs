//! What the reference tables say of each country, gathered: its weight in the work, its priority, its published US
//! presence, and the size of the office it gets.

use std::collections::{BTreeMap, BTreeSet};

use muster_domain::PostId;
use muster_exchange::reference::{self, Country, Sales, Training};

use crate::apportion::apportion;
use crate::zones::zone_of;

/// Share of an office's US people that are hired locally beside them, per mille.
const LOCAL_PER_MILLE: u64 = 280;

/// A country and what this service plans there. Its index is its id.
pub(crate) struct Partner {
    pub row: &'static Country,
    /// Foreign military sales and financing of all years reported, millions of US dollars, reductions counted as none.
    pub sales: f64,
    /// Weight in the work: sales, financing and training, each with falling returns.
    pub weight: f64,
    /// From 1 to 5.
    pub priority: u8,
    /// The post, once the organisation is laid out.
    pub post: Option<PostId>,
    /// The office's size; `None` where there is none.
    pub team: Option<Team>,
}

/// The size of an office in a country.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Team {
    /// Military members and US civilians.
    pub us: u64,
    /// Locally employed.
    pub local: u64,
    /// Whether the chief also holds an attaché billet.
    pub attache: bool,
}

impl Partner {
    /// US people published as present, all missions: the most there may be. `None`: not reported.
    pub fn ceiling(&self) -> Option<u64> {
        let people = self.row.us_active_duty_2024.unwrap_or(0) + self.row.us_civilian_2024.unwrap_or(0);
        (people > 0).then_some(u64::from(people))
    }

    pub fn code(&self) -> &'static str {
        self.row.iso3.as_str()
    }

    /// Hardship differential, per cent.
    pub fn hardship(&self) -> u8 {
        self.row.hardship_pct.unwrap_or(0)
    }

    /// Danger pay, per cent.
    pub fn danger(&self) -> u8 {
        self.row.danger_pct.unwrap_or(0)
    }
}

/// Every country of the reference tables, with offices for `total` billets in all.
pub(crate) fn partners(total: u64) -> Vec<Partner> {
    let mut partners = weighed();
    rank(&mut partners);
    staff(&mut partners, total);
    partners
}

fn weighed() -> Vec<Partner> {
    let sum = |rows: &mut dyn Iterator<Item = Option<i64>>| rows.flatten().sum::<i64>().max(0) as f64 / 1e6;
    reference::countries()
        .iter()
        .map(|row| {
            let sales: Vec<&Sales> = reference::sales().iter().filter(|sales| sales.iso3 == row.iso3).collect();
            let fms = sum(&mut sales.iter().map(|sales| sales.fms_usd));
            let fmf = sum(&mut sales.iter().map(|sales| sales.fmf_usd));
            let students: u32 =
                reference::training().iter().filter(|t: &&Training| t.iso3 == row.iso3).map(|t| t.students).sum();
            let weight = 0.6
                + 0.25 * fms.powf(0.4)
                + 0.25 * fmf.powf(0.4)
                + 0.4 * (f64::from(students) / 300.0).sqrt()
                + f64::from(row.danger_pct.unwrap_or(0)) / 35.0;
            Partner { row, sales: fms + fmf, weight, priority: 1, post: None, team: None }
        })
        .collect()
}

/// Priorities by weight: a few highest, most routine.
fn rank(partners: &mut [Partner]) {
    let mut order: Vec<usize> = (0..partners.len()).collect();
    order.sort_by(|a, b| partners[*b].weight.total_cmp(&partners[*a].weight));
    for (place, i) in order.iter().enumerate() {
        partners[*i].priority = match place * 100 / partners.len() {
            0..=5 => 5,
            6..=17 => 4,
            18..=40 => 3,
            41..=70 => 2,
            _ => 1,
        };
    }
}

/// Gives offices to the heaviest countries, at least one in each command's area; four billets are the least of an
/// average office, so a small service has few.
fn staff(partners: &mut [Partner], total: u64) {
    let mut order: Vec<usize> = (0..partners.len())
        .filter(|i| partners[*i].row.post.is_some() && partners[*i].row.lat.is_some())
        .filter(|i| zone_of(partners[*i].code()).is_some())
        .collect();
    order.sort_by(|a, b| partners[*b].weight.total_cmp(&partners[*a].weight));
    // The heaviest of each area and the country of the demo's office chief come first.
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for i in &order {
        first.entry(partners[*i].row.command.as_str()).or_insert(*i);
    }
    let mut chosen: Vec<usize> = order.iter().copied().filter(|i| partners[*i].code() == "JOR").collect();
    chosen.extend(first.values());
    chosen.extend(&order);
    let mut seen = BTreeSet::new();
    chosen.retain(|i| seen.insert(*i));
    let most = usize::try_from(total / 5).unwrap_or(usize::MAX).clamp(7, 142);
    chosen.truncate(most);

    let us_total = total * 1000 / (1000 + LOCAL_PER_MILLE);
    let room: Vec<(u64, bool)> = chosen
        .iter()
        .map(|i| match partners[*i].ceiling() {
            None => (u64::MAX, true),
            Some(ceiling @ 0..=2) => (ceiling, false),
            Some(ceiling) => (ceiling - 1, true),
        })
        .collect();
    let least: Vec<u64> = room.iter().map(|(room, _)| (*room).min(2)).collect();
    let weights: Vec<f64> = chosen.iter().map(|i| partners[*i].weight).collect();
    let above: Vec<u64> = room.iter().zip(&least).map(|((room, _), least)| room - least).collect();
    let extra = apportion(us_total.saturating_sub(least.iter().sum()), &weights, &above);
    for (place, i) in chosen.into_iter().enumerate() {
        let us = least[place] + extra[place];
        partners[i].team =
            Some(Team { us, local: (us * LOCAL_PER_MILLE / 1000).max(u64::from(us > 1)), attache: room[place].1 });
    }
}
