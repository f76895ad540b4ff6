//! What a pair costs, in points: amounts counted from the facts, each priced by one lever. All whole numbers.

use muster_domain::allocation::CostPart;
use muster_domain::kernel::days_between;
use muster_domain::policy::Lever;
use muster_domain::workforce::LanguageRequirement;
use muster_domain::{PostId, World};

use crate::ground::Levers;
use crate::movers::is_hardship;
use crate::pair::Pair;

/// The levers that price a pair, in the order its parts are listed.
pub(crate) const PAIR_LEVERS: [Lever; 10] = [
    Lever::GradeCost,
    Lever::FunctionalAreaCost,
    Lever::LanguageMarginCost,
    Lever::PreferenceCost,
    Lever::UnlistedCost,
    Lever::MoveCost,
    Lever::GapDayCost,
    Lever::HardshipRepeatCost,
    Lever::TrainingWeekCost,
    Lever::DisruptionCost,
];

/// The place of the disruption among [`PAIR_LEVERS`]: it alone depends on an earlier slate.
pub(crate) const DISRUPTION: usize = PAIR_LEVERS.len() - 1;

/// The place of the weeks of training among [`PAIR_LEVERS`].
pub(crate) const TRAINING: usize = DISRUPTION - 1;

/// How much of each of [`PAIR_LEVERS`] a pair has.
pub(crate) type Amounts = [i64; PAIR_LEVERS.len()];

/// One part of a cost: so much of what this lever prices.
pub(crate) fn part(levers: &Levers, lever: Lever, amount: i64) -> CostPart {
    CostPart { lever, amount, points: amount * levers.value(lever) }
}

/// How much of each lever's thing a pair has, in the order of [`PAIR_LEVERS`].
pub(crate) fn amounts(pair: &Pair<'_, '_>, roads: &Roads) -> Amounts {
    let (mover, opening) = (pair.mover, pair.opening);
    let rank = mover.ranked.iter().position(|billet| *billet == opening.opening.billet);
    let listed = mover.ranked.is_empty() || rank.is_some();
    [
        mover.profile.grade.distance(opening.terms.grade).map_or(0, i64::from),
        i64::from(!mover.certified(opening.terms.functional_area, pair.report)),
        margin(pair),
        rank.map_or(0, |rank| rank as i64),
        i64::from(!listed),
        mover.place.map_or(0, |from| roads.thousands(from, opening.terms.place)),
        i64::from(days_between(opening.opening.open_from, pair.report)),
        i64::from(mover.hardship && is_hardship(opening.post, pair.report)),
        i64::from(pair.preparation.weeks),
        i64::from(pair.ground.disrupts(mover.mover.person, Some(opening.opening.billet))),
    ]
}

/// The points of a pair.
pub(crate) fn points(levers: &Levers, amounts: &Amounts) -> i64 {
    PAIR_LEVERS.iter().zip(amounts).map(|(lever, amount)| amount * levers.value(*lever)).sum()
}

/// The parts of a pair's cost of which there is any.
pub(crate) fn parts(levers: &Levers, amounts: &Amounts) -> Vec<CostPart> {
    let counted = PAIR_LEVERS.iter().zip(amounts).filter(|(_, amount)| **amount != 0);
    counted.map(|(lever, amount)| part(levers, *lever, *amount)).collect()
}

/// Half steps by which the person's best speaking score, of those still counting at the report date, stands above what
/// the billet needs in that language: nothing, where it needs none of it. Of several languages the largest counts.
fn margin(pair: &Pair<'_, '_>) -> i64 {
    let needed = |language: &str| {
        let asks = |need: &&LanguageRequirement| &*need.language == language;
        pair.opening.terms.languages.iter().filter(asks).map(|need| need.speaking.half_steps()).max().unwrap_or(0)
    };
    let current = pair.mover.scores.iter().filter(|aged| aged.ages_out > pair.report);
    current
        .map(|aged| i64::from(aged.score.speaking.half_steps().saturating_sub(needed(&aged.score.language))))
        .max()
        .unwrap_or(0)
}

/// Distances between all posts in whole thousands of kilometres, rounded half up.
pub(crate) struct Roads {
    posts: usize,
    thousands: Vec<u8>,
}

impl Roads {
    /// Measures every pair of posts once.
    pub(crate) fn new(world: &World) -> Self {
        let posts: Vec<_> = world.posts.iter().map(|(_, post)| post).collect();
        let mut thousands = vec![0; posts.len() * posts.len()];
        for (i, from) in posts.iter().enumerate() {
            for (j, to) in posts.iter().enumerate().take(i) {
                // INVARIANT: no two places on Earth are 255,000 km apart.
                let far = ((from.distance_km(to) + 500) / 1000).min(u32::from(u8::MAX)) as u8;
                thousands[i * posts.len() + j] = far;
                thousands[j * posts.len() + i] = far;
            }
        }
        Self { posts: posts.len(), thousands }
    }

    /// Measures the way to one post only: for a single opening.
    pub(crate) fn to(world: &World, place: PostId) -> Self {
        let posts = world.posts.len();
        let mut thousands = vec![0; posts * posts];
        let there = &world.posts[place];
        for (i, (_, from)) in world.posts.iter().enumerate() {
            // INVARIANT: as above.
            thousands[i * posts + place.0 as usize] =
                ((from.distance_km(there) + 500) / 1000).min(u32::from(u8::MAX)) as u8;
        }
        Self { posts, thousands }
    }

    pub(crate) fn thousands(&self, from: PostId, to: PostId) -> i64 {
        i64::from(self.thousands[from.0 as usize * self.posts + to.0 as usize])
    }
}
