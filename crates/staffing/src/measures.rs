//! The measures of staffing that the reform is watched by, as observations of billets of security cooperation offices on
//! days: whoever asks makes a figure of a quarter of them.

use muster_domain::access::Scope;
use muster_domain::organization::OfficeKind;
use muster_domain::{BilletId, Date, OfficeId, Period, World};

use crate::gaps::{Span, billet_gaps};
use crate::vacancy::{BilletState, billet_state};

/// Offices in the countries, in scope, that exist on a day.
fn country_offices<'w>(world: &'w World, scope: &'w Scope, day: Date) -> impl Iterator<Item = OfficeId> + 'w {
    let wanted = move |(id, office): &(OfficeId, &muster_domain::organization::Office)| {
        office.kind == OfficeKind::Sco && office.existence.contains(day) && scope.sees_office(*id)
    };
    world.offices.iter().filter(wanted).map(|(id, _)| id)
}

fn own_billets(world: &World, office: OfficeId, day: Date) -> impl Iterator<Item = BilletId> + '_ {
    let billets = world.rosters.get(office).into_iter().flat_map(|roster| &roster.billets);
    billets.copied().filter(move |id| world.billets[*id].terms.at(day).is_some_and(|terms| terms.office == office))
}

/// Whether each billet authorised at a security cooperation office in scope on a day is covered. As in the fill rate, a
/// billet with an approved gap is left out: it is vacant by decision.
pub fn sco_fill(world: &World, scope: &Scope, day: Date, today: Date) -> Vec<(BilletId, OfficeId, bool)> {
    let mut found = Vec::new();
    for office in country_offices(world, scope, day) {
        for billet in own_billets(world, office, day) {
            match billet_state(world, billet, day, today) {
                BilletState::NotAuthorised | BilletState::ApprovedGap { .. } => {}
                state => found.push((billet, office, matches!(state, BilletState::Filled { .. }))),
            }
        }
    }
    found
}

/// Days without an incumbent, between the first one known and the end of the days asked, of each billet of a security
/// cooperation office in scope that has any; days of an approved gap are not counted.
pub fn sco_gap_days(world: &World, scope: &Scope, within: Period, today: Date) -> Vec<(BilletId, OfficeId, i64)> {
    let last = within.end().yesterday().unwrap_or(Date::MIN);
    let mut found = Vec::new();
    for office in country_offices(world, scope, last) {
        for billet in own_billets(world, office, last) {
            let gaps = billet_gaps(world, &world.billets[billet], within, today);
            let days: i64 = gaps.iter().map(|gap| i64::from(Span::from(*gap).days)).sum();
            if days > 0 {
                found.push((billet, office, days));
            }
        }
    }
    found
}
