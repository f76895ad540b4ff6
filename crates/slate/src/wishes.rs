//! What both sides of a cycle want, in full: what members and offices ranked as far as it counts, and after it everybody
//! else who is eligible, by the points of the facts. Members' own wishes never enter an office's order: else a member
//! could move up in it by what they rank.

use muster_domain::BilletId;
use muster_domain::policy::Lever;
use muster_solver::stable::{Couple, Couples, Lottery, Preferences};

use crate::cost::{Amounts, PAIR_LEVERS, points};
use crate::ground::{Levers, SlateError};
use crate::limits::{bidding, commutes};
use crate::pairs::Field;

/// Joint choices that a couple's list is cut at.
const MOST_CHOICES: usize = 20_000;

/// Both sides' orders, by the places of a field.
pub(crate) struct Wishes {
    pub(crate) preferences: Preferences,
    pub(crate) couples: Couples,
    /// Eligible pairs.
    pub(crate) pairs: usize,
}

/// The points of a pair by its facts: without what the member wishes and what an earlier slate had.
pub(crate) fn points_of_facts(levers: &Levers, mut amounts: Amounts) -> i64 {
    for (lever, amount) in PAIR_LEVERS.iter().zip(&mut amounts) {
        if matches!(lever, Lever::PreferenceCost | Lever::UnlistedCost | Lever::DisruptionCost) {
            *amount = 0;
        }
    }
    points(levers, &amounts)
}

impl Wishes {
    /// Puts the orders together, ties of offices broken by the lottery of this seed.
    pub(crate) fn of(field: &Field<'_>, seed: u64) -> Result<Self, SlateError> {
        let eligible = field.eligible();
        let pairs = eligible.iter().map(Vec::len).sum();
        let (mut wishes, rankings) = orders(field, &eligible);
        let couples = couples(field, &mut wishes);
        let lottery = Lottery::draw(seed, wishes.len());
        let preferences = Preferences::new(&wishes, &rankings, lottery).map_err(|error| unusable(&error))?;
        let couples = Couples::new(&preferences, couples).map_err(|error| unusable(&error))?;
        Ok(Self { preferences, couples, pairs })
    }

    /// The same orders with each of a couple standing alone, for what knows no couples; `eligible` is [`Field::eligible`].
    pub(crate) fn of_each(field: &Field<'_>, eligible: &[Vec<u32>], seed: u64) -> Result<Preferences, SlateError> {
        let (wishes, rankings) = orders(field, eligible);
        Preferences::new(&wishes, &rankings, Lottery::draw(seed, wishes.len())).map_err(|error| unusable(&error))
    }
}

fn unusable(error: &dyn std::fmt::Display) -> SlateError {
    SlateError::Unstable(format!("The rankings cannot be used: {error}."))
}

/// What the people want, best first, and what the positions do, with the class of each.
type Orders = (Vec<Vec<u32>>, Vec<Vec<(u32, u32)>>);

/// Both sides' orders of everybody eligible.
fn orders(field: &Field<'_>, eligible: &[Vec<u32>]) -> Orders {
    let mut rankings: Vec<Vec<(u32, u32)>> = vec![Vec::new(); field.openings.len()];
    let mut wishes: Vec<Vec<u32>> = Vec::with_capacity(eligible.len());
    for (mover, openings) in eligible.iter().enumerate() {
        let person = field.movers[mover].mover.person;
        let by_facts = |opening: u32| points_of_facts(&field.ground.levers, field.amounts(mover, opening as usize));
        let mut order: Vec<(usize, i64, u32)> = Vec::with_capacity(openings.len());
        for opening in openings {
            let (billet, points) = (field.openings[*opening as usize].opening.billet, by_facts(*opening));
            let rank = field.movers[mover].ranked.iter().position(|ranked| *ranked == billet);
            order.push((rank.unwrap_or(usize::MAX), points, *opening));
            let tiers = tiers_of(field, billet);
            let tier = tiers.iter().position(|tier| tier.contains(&person));
            let after = || (tiers.len() as i64).saturating_add(points.max(0));
            let class = tier.map_or_else(after, |tier| tier as i64);
            let class = u32::try_from(class).unwrap_or(u32::MAX).min(Preferences::LAST_CLASS);
            rankings[*opening as usize].push((mover as u32, class));
        }
        order.sort_unstable();
        wishes.push(order.into_iter().map(|(_, _, opening)| opening).collect());
    }
    (wishes, rankings)
}

/// What an office ranked for a billet, as far as it counts.
pub(crate) fn tiers_of<'w>(field: &Field<'w>, billet: BilletId) -> &'w [Vec<muster_domain::PersonId>] {
    field.ground.ballot().map_or(&[], |ballot| ballot.candidates(billet, field.ground.today))
}

/// The couples of the ballot, each with one joint list of the two: posts the same or within commuting distance, or
/// neither. Their own lists are emptied, for the joint one stands for them.
fn couples(field: &Field<'_>, wishes: &mut [Vec<u32>]) -> Vec<Couple> {
    let post = |opening: u32| field.openings[opening as usize].terms.place;
    let together = |one: u32, other: u32| commutes(field, post(one), post(other));
    let mut found = Vec::new();
    for (one, other) in bidding(field) {
        let lists = [one, other].map(|person| std::mem::take(&mut wishes[person as usize]));
        let mut ranked = Vec::new();
        for (i, first) in lists[0].iter().enumerate() {
            for (j, second) in lists[1].iter().enumerate() {
                if first != second && together(*first, *second) {
                    ranked.push(((i + j, i.max(j), i), [Some(*first), Some(*second)]));
                }
            }
        }
        ranked.sort_unstable();
        ranked.truncate(MOST_CHOICES);
        let choices = ranked.into_iter().map(|(_, choice)| choice).collect();
        found.push(Couple { people: [one, other], choices });
    }
    found
}
