//! From the JSON form as written to an instance: indices checked, forced and forbidden pairs carried out, capacities
//! made into seats, shares into weighted counts.

use super::error::FormatError;
use super::json::{Capacity, Instance, Leaving, Seats, Unlimited};
use crate::constrained::{Couple, Group, SideConstraints};
use crate::problem::Problem;

/// How many seats and pairs capacities may grow into.
const MOST: usize = 50_000_000;

/// An instance with demands, in seats: a position that takes several people is several seats.
#[derive(Debug)]
pub struct Built {
    /// The pairs; what leaving out costs there does not count.
    pub problem: Problem,
    /// What leaving each person out costs; `None` must be placed.
    pub unassigned: Vec<Option<i64>>,
    /// What leaving each seat out costs; `None` must be filled.
    pub unfilled: Vec<Option<i64>>,
    /// What else must be kept.
    pub sides: SideConstraints,
    /// The position of each seat.
    pub position_of_seat: Vec<u32>,
}

/// What leaving each of one side out costs; none where it must not be left out.
type Costs = Vec<Option<i64>>;

impl Instance {
    /// Checks the instance and makes it ready to be solved; `file` stands in messages.
    ///
    /// # Errors
    /// The first fault found, naming the field.
    pub fn build(&self, file: &str) -> Result<Built, FormatError> {
        let build = Build { instance: self, file };
        let (mut unassigned, unfilled) = build.leaving()?;
        let pairs = build.pairs(&mut unassigned)?;
        let seats = build.seats(&pairs, &unfilled)?;
        let out: Vec<Option<i64>> = seats.position_of.iter().map(|&position| unfilled[position as usize]).collect();
        let all = pairs
            .iter()
            .enumerate()
            .flat_map(|(at, &(person, position, cost))| seats.of(at, position).map(move |seat| (person, seat, cost)));
        let problem = Problem::new(all, vec![0; unassigned.len()], vec![0; out.len()])
            .map_err(|error| build.fault(error.to_string(), "see FORMAT.md for the limits"))?;
        let mut sides = SideConstraints { groups: build.groups(&pairs, &seats)?, ..SideConstraints::default() };
        build.couples(&mut sides, &seats)?;
        Ok(Built { problem, unassigned, unfilled: out, sides, position_of_seat: seats.position_of })
    }
}

struct Build<'a> {
    instance: &'a Instance,
    file: &'a str,
}

/// Which seats a position has.
struct SeatsOf {
    position_of: Vec<u32>,
    /// Per position, its first seat and how many; or nothing if each of its pairs has a seat of its own.
    shared: Vec<Option<(u32, u32)>>,
    /// Per pair, its own seat, if it has one.
    own: Vec<u32>,
}

impl SeatsOf {
    fn of(&self, pair: usize, position: u32) -> std::ops::Range<u32> {
        match self.shared[position as usize] {
            Some((first, many)) => first..first + many,
            None => self.own[pair]..self.own[pair] + 1,
        }
    }
}

type Pairs = Vec<(u32, u32, i64)>;

impl Build<'_> {
    fn fault(&self, what: impl Into<String>, mend: impl Into<String>) -> FormatError {
        FormatError::whole(self.file, what, mend)
    }

    fn person(&self, person: u32, field: &str) -> Result<(), FormatError> {
        let people = self.instance.people.len();
        if (person as usize) < people {
            return Ok(());
        }
        let what = format!("{field} names person {person}; there are {people}, counted from 0");
        Err(self.fault(what, "correct the index, or `people`"))
    }

    fn position(&self, position: u32, field: &str) -> Result<(), FormatError> {
        let positions = self.instance.positions.len();
        if (position as usize) < positions {
            return Ok(());
        }
        let what = format!("{field} names position {position}; there are {positions}, counted from 0");
        Err(self.fault(what, "correct the index, or `positions`"))
    }

    /// What leaving people and positions out costs.
    fn leaving(&self) -> Result<(Costs, Costs), FormatError> {
        let nothing = Leaving::All(super::json::Cost::Of(0));
        let side = |field: &str, leaving: &Leaving, count: usize| {
            if count > MOST {
                return Err(self.fault(format!("{count} is more than can be solved"), format!("at most {MOST}")));
            }
            if let Leaving::Each(costs) = leaving
                && costs.len() != count
            {
                let what = format!("`{field}` lists {} costs for {count}", costs.len());
                return Err(self.fault(what, "list one each, or give one number for all"));
            }
            Ok((0..count).filter_map(|index| leaving.of(index)).collect::<Vec<_>>())
        };
        let instance = self.instance;
        let unfilled = instance.unfilled.as_ref().unwrap_or(&nothing);
        Ok((
            side("unassigned", &instance.unassigned, instance.people.len())?,
            side("unfilled", unfilled, instance.positions.len())?,
        ))
    }

    /// The pairs that may be chosen, in order, the cheaper of two alike. Who is forced must be placed and has no other.
    fn pairs(&self, unassigned: &mut [Option<i64>]) -> Result<Pairs, FormatError> {
        let instance = self.instance;
        for &(person, position, _) in &instance.pairs {
            self.person(person, "`pairs`")?;
            self.position(position, "`pairs`")?;
        }
        let mut pairs = instance.pairs.clone();
        pairs.sort_unstable();
        pairs.dedup_by_key(|&mut (person, position, _)| (person, position));
        let mut only = vec![None; instance.people.len()];
        let mut clash = vec![false; instance.people.len()];
        for (field, list) in [("forced", &instance.forced), ("forbidden", &instance.forbidden)] {
            for &(person, position) in list {
                self.person(person, &format!("`{field}`"))?;
                self.position(position, &format!("`{field}`"))?;
                if pairs.binary_search_by_key(&(person, position), |&(i, j, _)| (i, j)).is_err() {
                    if field == "forbidden" {
                        continue;
                    }
                    let what = format!("`forced` has the pair [{person}, {position}], which `pairs` does not list");
                    return Err(self.fault(what, "add the pair with its cost, or drop it from `forced`"));
                }
                if field == "forced" {
                    let slot = &mut only[person as usize];
                    clash[person as usize] |= slot.is_some_and(|other| other != position);
                    *slot = Some(position);
                    unassigned[person as usize] = None;
                }
            }
        }
        let forbidden: std::collections::HashSet<(u32, u32)> = instance.forbidden.iter().copied().collect();
        pairs.retain(|&(person, position, _)| {
            !forbidden.contains(&(person, position))
                && !clash[person as usize]
                && only[person as usize].is_none_or(|kept| kept == position)
        });
        Ok(pairs)
    }

    fn seats(&self, pairs: &Pairs, unfilled: &[Option<i64>]) -> Result<SeatsOf, FormatError> {
        let positions = self.instance.positions.len();
        if let Capacity::Each(list) = &self.instance.capacity
            && list.len() != positions
        {
            let what = format!("`capacity` lists {} numbers for {positions} positions", list.len());
            return Err(self.fault(what, "list one each, or give one number for all"));
        }
        let mut wanted = vec![0_u32; positions];
        for &(_, position, _) in pairs {
            wanted[position as usize] += 1;
        }
        let mut seats = SeatsOf { position_of: Vec::new(), shared: vec![None; positions], own: vec![0; pairs.len()] };
        for (position, &unfilled) in unfilled.iter().enumerate() {
            let many = match &self.instance.capacity {
                Capacity::All(many) => *many,
                Capacity::Each(list) => list[position],
            };
            let free = unfilled == Some(0);
            let many = match many {
                Seats::Of(many) if many > 1 && free && many >= wanted[position] => continue,
                Seats::Of(many) => many,
                Seats::Unlimited(Unlimited::Unlimited) if free => continue,
                Seats::Unlimited(Unlimited::Unlimited) => {
                    let what =
                        format!("position {position} takes any number of people, but unfilled seats are not free");
                    return Err(self.fault(what, "give it a capacity, or let `unfilled` be 0 there"));
                }
            };
            let first = seats.position_of.len();
            if first + many as usize > MOST {
                return Err(self.fault(format!("`capacity` adds up to more than {MOST} seats"), "lower the capacities"));
            }
            seats.position_of.extend(std::iter::repeat_n(position as u32, many as usize));
            seats.shared[position] = Some((first as u32, many));
        }
        for (at, &(_, position, _)) in pairs.iter().enumerate() {
            if seats.shared[position as usize].is_none() {
                seats.own[at] = seats.position_of.len() as u32;
                seats.position_of.push(position);
            }
        }
        let grown: usize = pairs.iter().enumerate().map(|(at, &(_, position, _))| seats.of(at, position).len()).sum();
        if grown > MOST {
            return Err(self.fault(format!("`capacity` makes more than {MOST} pairs"), "lower the capacities"));
        }
        Ok(seats)
    }

    fn groups(&self, pairs: &Pairs, seats: &SeatsOf) -> Result<Vec<Group>, FormatError> {
        let mut groups = Vec::new();
        for group in &self.instance.groups {
            let field = format!("group {:?}", group.name);
            let mut terms = Vec::new();
            for &(person, position, weight) in &group.terms {
                self.person(person, &field)?;
                self.position(position, &field)?;
                // A pair that is not allowed can never be chosen and weighs nothing.
                if let Ok(at) = pairs.binary_search_by_key(&(person, position), |&(i, j, _)| (i, j)) {
                    terms.extend(seats.of(at, position).map(|seat| (person, seat, weight)));
                }
            }
            if group.people.is_some() || group.positions.is_some() {
                if !group.terms.is_empty() {
                    let what = format!("{field} has `terms` and also `people` or `positions`");
                    return Err(self.fault(what, "give either the weighted pairs or the sets, not both"));
                }
                let people = self.set(group.people.as_deref(), true, &field)?;
                let positions = self.set(group.positions.as_deref(), false, &field)?;
                terms = counted(pairs, seats, &positions, |person| i64::from(people[person as usize]));
            }
            groups.push(Group { name: group.name.clone(), terms, least: group.least, most: group.most });
        }
        for share in &self.instance.shares {
            let field = format!("share {:?}", share.name);
            let people = self.set(Some(&share.people), true, &field)?;
            let positions = self.set(Some(&share.positions), false, &field)?;
            // At least a in b of those chosen: b for each who counts less a for each, at least zero.
            let weighed = |(part, whole): (u32, u32)| {
                if part > whole || whole == 0 {
                    let what = format!("{field} asks for {part} in {whole}");
                    return Err(self.fault(what, "write a share as [part, whole], such as [3, 10]"));
                }
                Ok(counted(pairs, seats, &positions, |person| {
                    i64::from(whole) * i64::from(people[person as usize]) - i64::from(part)
                }))
            };
            if let Some(least) = share.least {
                groups.push(Group { name: share.name.clone(), terms: weighed(least)?, least: Some(0), most: None });
            }
            if let Some(most) = share.most {
                groups.push(Group { name: share.name.clone(), terms: weighed(most)?, least: None, most: Some(0) });
            }
        }
        Ok(groups)
    }

    /// Who is in a list, everybody if there is none.
    fn set(&self, list: Option<&[u32]>, people: bool, field: &str) -> Result<Vec<bool>, FormatError> {
        let count = if people { self.instance.people.len() } else { self.instance.positions.len() };
        let mut set = vec![list.is_none(); count];
        for &index in list.unwrap_or_default() {
            if people {
                self.person(index, field)?
            } else {
                self.position(index, field)?
            }
            set[index as usize] = true;
        }
        Ok(set)
    }

    fn couples(&self, sides: &mut SideConstraints, seats: &SeatsOf) -> Result<(), FormatError> {
        let instance = self.instance;
        for &(first, second) in &instance.couples {
            self.person(first, "`couples`")?;
            self.person(second, "`couples`")?;
            sides.couples.push(Couple { first, second });
        }
        let positions = instance.positions.len();
        if let Some(places) = &instance.places
            && places.len() != positions
        {
            let what = format!("`places` lists {} places for {positions} positions", places.len());
            return Err(self.fault(what, "list the place of each position"));
        }
        // Without places, each position is a place of its own.
        let place = |&position: &u32| instance.places.as_ref().map_or(position, |places| places[position as usize]);
        if !sides.couples.is_empty() {
            sides.place_of = seats.position_of.iter().map(place).collect();
            sides.commuting.clone_from(&instance.commuting);
        }
        Ok(())
    }
}

/// The weight of each pair at these positions, zero left out.
fn counted(pairs: &Pairs, seats: &SeatsOf, positions: &[bool], weight: impl Fn(u32) -> i64) -> Vec<(u32, u32, i64)> {
    let mut terms = Vec::new();
    for (at, &(person, position, _)) in pairs.iter().enumerate() {
        if positions[position as usize] && weight(person) != 0 {
            terms.extend(seats.of(at, position).map(|seat| (person, seat, weight(person))));
        }
    }
    terms
}
