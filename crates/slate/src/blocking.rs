//! Blocking pairs of any proposed slate: a member and an office that would both rather have each other than what the slate
//! gives them, each with what the two want. Judged by the rankings that counted on the day it was proposed.

use muster_domain::policy::Lever;
use muster_domain::{BilletId, PersonId, SlateId, World};
use muster_solver::stable::blocking_with_couples;
use serde::Serialize;

use crate::ground::Ground;
use crate::pairs::Field;
use crate::wishes::{Wishes, tiers_of};

/// A member and an office that would rather have each other. Its sentence names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BlockingWhy {
    /// The member.
    pub person: PersonId,
    /// The office's billet.
    pub billet: BilletId,
    /// What the slate gives the member.
    pub given: Option<BilletId>,
    /// Whom the slate gives the office.
    pub holder: Option<PersonId>,
    /// Whether the office sees no difference between the two, so that the lottery alone prefers the member.
    pub by_lottery: bool,
    /// In plain words; names nobody.
    pub sentence: String,
}

/// What is unstable in a slate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SlateBlocking {
    /// Every blocking pair, by member, most wanted billet first.
    pub pairs: Vec<BlockingWhy>,
    /// Couples that would both rather be elsewhere together, where the offices would rather have them.
    pub couples: usize,
    /// Couples the slate does not keep together.
    pub couples_apart: usize,
    /// Members whose ranking counted.
    pub members_ranked: usize,
    /// Openings for which an office's ranking counted.
    pub offices_ranked: usize,
}

/// Finds the blocking pairs of a proposed slate, by today's facts and the levers it was made with. `None` if there is no
/// such slate, or if its rankings do not read.
pub fn blocking_of(world: &World, slate: SlateId) -> Option<SlateBlocking> {
    let proposed = world.slates.get(slate)?;
    let own = proposed.lines.iter().map(|line| line.proposal.person).collect();
    let field = Field::offered(Ground::past(world, slate)?, &own);
    let lever = || u64::try_from(field.ground.levers.value(Lever::LotterySeed)).unwrap_or_default();
    let seed = proposed.method.seed().unwrap_or_else(lever);
    let wishes = Wishes::of(&field, seed).ok()?;
    let mover = |person: PersonId| field.movers.binary_search_by_key(&person, |facts| facts.mover.person).ok();
    let opening = |billet: BilletId| field.openings.binary_search_by_key(&billet, |facts| facts.opening.billet).ok();
    let mut position_of: Vec<Option<u32>> = vec![None; field.movers.len()];
    let mut person_of: Vec<Option<PersonId>> = vec![None; field.openings.len()];
    for line in &proposed.lines {
        // A person or billet that is no longer to be assigned blocks nothing.
        if let (Some(i), Some(j)) = (mover(line.proposal.person), opening(line.proposal.billet)) {
            position_of[i] = Some(j as u32);
            person_of[j] = Some(line.proposal.person);
        }
    }
    let found = blocking_with_couples(&wishes.preferences, &wishes.couples, &position_of).ok()?;
    let pairs = found.alone.pairs.iter().map(|pair| {
        let facts = &field.movers[pair.person as usize];
        let billet = field.openings[pair.position as usize].opening.billet;
        let given = position_of[pair.person as usize].map(|position| field.openings[position as usize].opening.billet);
        let holder = person_of[pair.position as usize];
        let tiers = tiers_of(&field, billet);
        let rank = |billet: BilletId| facts.ranked.iter().position(|ranked| *ranked == billet);
        let tier = |person: PersonId| tiers.iter().position(|tier| tier.contains(&person));
        let member = format!(
            "The member {} and is given {}",
            wants(rank(billet), facts.ranked.is_empty()),
            given.map_or("nothing".to_owned(), |given| gets(rank(given), facts.ranked.is_empty())),
        );
        let office = match (holder, pair.by_lottery) {
            (None, _) => "the office is given nobody".to_owned(),
            (Some(_), true) => {
                "the office sees no difference between the two and the lottery drew the member first".to_owned()
            }
            (Some(holder), false) => {
                format!("the office {} and is given {}", ranks(tier(facts.mover.person)), holds(tier(holder)),)
            }
        };
        let sentence = format!("{member}; {office}.");
        BlockingWhy { person: facts.mover.person, billet, given, holder, by_lottery: pair.by_lottery, sentence }
    });
    let ranked = |billet: BilletId| !tiers_of(&field, billet).is_empty();
    Some(SlateBlocking {
        pairs: pairs.collect(),
        couples: found.couples.len(),
        couples_apart: found.unlisted.len(),
        members_ranked: field.movers.iter().filter(|facts| !facts.ranked.is_empty()).count(),
        offices_ranked: field.openings.iter().filter(|facts| ranked(facts.opening.billet)).count(),
    })
}

fn nth(place: usize) -> String {
    let place = place + 1;
    let ending = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{ending}")
}

fn wants(rank: Option<usize>, no_list: bool) -> String {
    match rank {
        Some(rank) => format!("ranked this billet {}", nth(rank)),
        None if no_list => "ranked nothing, and by points this billet comes earlier".to_owned(),
        None => "did not rank this billet, which comes earlier by points".to_owned(),
    }
}

fn gets(rank: Option<usize>, no_list: bool) -> String {
    match rank {
        Some(rank) => format!("their {} choice", nth(rank)),
        None if no_list => "one with more points".to_owned(),
        None => "one not on their list".to_owned(),
    }
}

fn ranks(tier: Option<usize>) -> String {
    match tier {
        Some(tier) => format!("ranks the member {}", nth(tier)),
        None => "did not rank the member, who comes earlier by points".to_owned(),
    }
}

fn holds(tier: Option<usize>) -> String {
    match tier {
        Some(tier) => format!("somebody it ranks {}", nth(tier)),
        None => "somebody it did not rank, who comes later by points".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_as_people_do() {
        let told: Vec<String> = [0, 1, 2, 3, 10, 11, 12, 20, 21, 111].map(nth).into();
        assert_eq!(told, ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "112th"]);
    }
}
