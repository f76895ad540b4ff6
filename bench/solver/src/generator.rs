//! The committed generator: a foreign service in small. 150 offices in 6 regions, 8 grades, 12 specialties; people and
//! positions are drawn from the same population, so that some cells have more people than positions and others
//! fewer; whom a position suits is clustered by specialty and grade. Beside it stand the families that are hard
//! for one method or another.

use crate::dice::Dice;
use crate::instance::Instance;

/// Offices.
pub const OFFICES: u32 = 150;
/// Regions; an office belongs to the region `office % REGIONS`.
pub const REGIONS: u32 = 6;
/// How many of each grade: a pyramid.
const GRADES: [u32; 8] = [6, 9, 12, 14, 12, 8, 5, 2];
/// How many of each specialty.
const SPECIALTIES: [u32; 12] = [18, 15, 12, 10, 9, 8, 7, 6, 5, 4, 3, 3];

/// What kind of instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// Costs 0 to 10,000 from office, region, grade, specialty and taste.
    Offices,
    /// Costs 0 to 10,000, any pair as likely as any other.
    Uniform,
    /// As `Offices`, with the costs in steps of 500: nearly everything is tied.
    Ties,
    /// Ties, and three quarters of the people compete for half of the positions; leaving out is dear.
    Scarce,
    /// The cost is the product of the two indices from one: the classic bad case of shortest augmenting paths.
    Product,
}

impl Family {
    /// All of them.
    pub const ALL: [Family; 5] = [Family::Offices, Family::Uniform, Family::Ties, Family::Scarce, Family::Product];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Family::Offices => "offices",
            Family::Uniform => "uniform",
            Family::Ties => "ties",
            Family::Scarce => "scarce",
            Family::Product => "product",
        }
    }
}

/// What is known of a person or a position.
#[derive(Debug, Clone, Copy)]
pub struct Profile {
    /// The office: a position's own, a person's present one.
    pub office: u32,
    /// From 0, the most junior.
    pub grade: u32,
    /// From 0.
    pub specialty: u32,
}

/// An instance with what it was made from.
#[derive(Debug, Clone)]
pub struct Service {
    /// The pairs and their costs.
    pub instance: Instance,
    /// Per person.
    pub people: Vec<Profile>,
    /// Per position.
    pub positions: Vec<Profile>,
}

/// Draws an instance with as many people as positions, each person with `degree` pairs where there are as many positions.
pub fn generate(family: Family, people: u32, degree: u32, seed: u64) -> Service {
    let mut dice = Dice::new(seed);
    let positions: Vec<Profile> = (0..people).map(|_| profile(&mut dice)).collect();
    let who: Vec<Profile> = (0..people)
        .map(|person| {
            let mut drawn = profile(&mut dice);
            if family == Family::Scarce && person % 4 != 0 {
                drawn.specialty = [0, 4, 6, 8, 9, 10][drawn.specialty as usize / 2];
            }
            drawn
        })
        .collect();
    let taste: Vec<u32> = (0..OFFICES).map(|_| dice.roll(1_501)).collect();
    let mut draw = Draw::new(&positions);
    let mut instance = Instance::default();
    for (person, &profile) in (0..).zip(&who) {
        for position in draw.row(family, profile, degree, &mut dice) {
            let there = positions[position as usize];
            let cost = match family {
                Family::Uniform => dice.roll(10_001).into(),
                Family::Product => i64::from(person + 1) * i64::from(position + 1),
                Family::Offices => cost(&profile, &there, &taste, &mut dice),
                Family::Ties | Family::Scarce => cost(&profile, &there, &taste, &mut dice) / 500,
            };
            instance.pairs.push((person, position, cost));
        }
    }
    let out = |dice: &mut Dice| match family {
        Family::Offices | Family::Uniform => i64::from(12_000 + 2_000 * dice.roll(3)),
        Family::Ties => 40,
        Family::Scarce => 1_000,
        Family::Product => 2 * i64::from(people) * i64::from(people),
    };
    instance.unassigned = who.iter().map(|_| out(&mut dice)).collect();
    instance.unfilled = positions.iter().map(|_| out(&mut dice)).collect();
    Service { instance, people: who, positions }
}

/// Adds a pair for every person so that everybody can be placed, as a `p asn` file asks for: a matching of people and
/// positions in the order of their specialties and grades, at the dearest pair's cost where the pair is new.
pub fn plant_perfect(service: &mut Service) {
    let order = |profiles: &[Profile]| {
        let mut order: Vec<u32> = (0..profiles.len() as u32).collect();
        order.sort_by_key(|&at| (profiles[at as usize].specialty, profiles[at as usize].grade, at));
        order
    };
    let most = service.instance.pairs.iter().map(|&(_, _, cost)| cost).max().unwrap_or(0);
    let matching = order(&service.people).into_iter().zip(order(&service.positions));
    let pairs = &mut service.instance.pairs;
    pairs.extend(matching.map(|(person, position)| (person, position, most)));
    // Stable, so that of a pair drawn before and planted now the drawn one stays.
    pairs.sort_by_key(|&(person, position, _)| (person, position));
    pairs.dedup_by_key(|&mut (person, position, _)| (person, position));
}

fn profile(dice: &mut Dice) -> Profile {
    Profile { office: dice.roll(OFFICES), grade: dice.pick(&GRADES), specialty: dice.pick(&SPECIALTIES) }
}

fn cost(person: &Profile, position: &Profile, taste: &[u32], dice: &mut Dice) -> i64 {
    let grade = person.grade.abs_diff(position.grade);
    let far = u32::from(person.office % REGIONS != position.office % REGIONS);
    let other = u32::from(person.specialty != position.specialty);
    let sum = taste[position.office as usize] + 1_000 * grade + 700 * far + 800 * other + dice.roll(6_001);
    i64::from(sum.min(10_000))
}

/// Draws rows of positions without repeating one.
struct Draw {
    /// Positions by specialty, then grade.
    order: Vec<u32>,
    /// Where each (specialty, grade) begins in `order`, and one more.
    start: Vec<usize>,
    /// Per position, the last row that has it.
    seen_in: Vec<u32>,
    row: u32,
}

impl Draw {
    fn new(positions: &[Profile]) -> Draw {
        let cell = |profile: &Profile| (profile.specialty * 8 + profile.grade) as usize;
        let mut order: Vec<u32> = (0..positions.len() as u32).collect();
        order.sort_by_key(|&at| (cell(&positions[at as usize]), at));
        let mut start = vec![0; 12 * 8 + 1];
        for position in positions {
            start[cell(position) + 1] += 1;
        }
        for cell in 0..12 * 8 {
            start[cell + 1] += start[cell];
        }
        Draw { order, start, seen_in: vec![0; positions.len()], row: 0 }
    }

    /// One row: seven in ten of its own specialty and about its grade, then of its specialty, of the next
    /// specialty, and of any; where a pool is too small, the next makes up for it.
    fn row(&mut self, family: Family, person: Profile, degree: u32, dice: &mut Dice) -> Vec<u32> {
        self.row += 1;
        let (low, high) = (person.grade.saturating_sub(1), (person.grade + 1).min(7));
        let cells = |specialty: u32, low: u32, high: u32| {
            (self.start[(specialty * 8 + low) as usize], self.start[(specialty * 8 + high) as usize + 1])
        };
        let pools = [
            (cells(person.specialty, low, high), 70),
            (cells(person.specialty, 0, 7), 85),
            (cells((person.specialty + 1) % 12, low, high), 95),
            ((0, self.order.len()), 100),
        ];
        let mut row = Vec::with_capacity(degree as usize);
        for ((from, to), share) in pools {
            let wanted = degree as usize * share / 100;
            if from == to || (share < 100 && matches!(family, Family::Uniform | Family::Product)) {
                continue;
            }
            for _ in 0..8 * degree {
                if row.len() >= wanted {
                    break;
                }
                let position = self.order[from + dice.roll((to - from) as u32) as usize];
                if std::mem::replace(&mut self.seen_in[position as usize], self.row) != self.row {
                    row.push(position);
                }
            }
        }
        row.sort_unstable();
        row
    }
}

#[cfg(test)]
mod tests {
    use super::{Family, generate, plant_perfect};

    #[test]
    fn a_seed_makes_the_same_instance_and_another_seed_another() {
        for family in Family::ALL {
            let make = |seed| generate(family, 300, 20, seed).instance;
            assert_eq!(make(1), make(1));
            assert_ne!(make(1), make(2), "{}", family.name());
        }
    }

    #[test]
    fn rows_have_the_degree_asked_for_and_costs_keep_their_range() {
        let instance = generate(Family::Offices, 1_000, 50, 7).instance;
        assert_eq!(instance.pairs.len(), 50_000);
        assert!(instance.pairs.is_sorted_by(|a, b| (a.0, a.1) < (b.0, b.1)));
        assert!(instance.pairs.iter().all(|&(_, _, cost)| (0..=10_000).contains(&cost)));
    }

    #[test]
    fn a_planted_instance_places_everybody() {
        let mut service = generate(Family::Scarce, 400, 10, 3);
        plant_perfect(&mut service);
        service.instance.unassigned.fill(1_000_000);
        service.instance.unfilled.fill(1_000_000);
        let solution = muster_solver::solve(&service.instance.problem().expect("the generator makes valid instances"));
        assert!(solution.position_of.iter().all(Option::is_some));
    }
}
