//! How many of a pool's people work on cases before their offer at any time, so that cases stay as long as they did.

/// What comes to a pool.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Load {
    /// Stays a day.
    pub rate: f64,
    /// Days of work by somebody proficient that they bring a day.
    pub work: f64,
    /// Twice the sum of the squares of that: exponential service within a kind of stay.
    pub squares: f64,
    /// Days that they are to take at the pool, waiting and worked on, a day.
    pub stay: f64,
}

impl Load {
    /// So many more stays a day of `work` days each, which are to take `stay` days.
    pub fn add(&mut self, rate: f64, work: f64, stay: f64) {
        self.rate += rate;
        self.work += rate * work;
        self.squares += rate * 2.0 * work * work;
        self.stay += rate * stay;
    }

    /// The same work, with stays so many times as long.
    #[must_use]
    pub fn staying(self, times: f64) -> Self {
        Self { stay: self.stay * times, ..self }
    }

    /// Mean days at a pool of so many people, by Sakasegawa's approximation of the M/G/c queue (H. Sakasegawa, *An
    /// approximation formula L ≈ αρ^β/(1−ρ)*, Annals of the Institute of Statistical Mathematics 29, 1977). Parts of a person
    /// are spread over the whole ones. Endless where they cannot keep up.
    fn stay_with(&self, people: f64) -> f64 {
        let servers = people.ceil();
        let slower = servers / people;
        let service = self.work / self.rate * slower;
        let load = self.work / people;
        if load >= 1.0 {
            return f64::INFINITY;
        }
        let spread = self.squares / self.rate * slower * slower / (service * service);
        let wait = spread / 2.0 * load.powf((2.0 * (servers + 1.0)).sqrt() - 1.0) / (servers * (1.0 - load));
        service * (1.0 + wait)
    }

    /// The people with whom stays take as long as they are to, on average.
    pub fn people(&self) -> f64 {
        let wanted = self.stay / self.rate;
        let (mut few, mut many) = (self.work, f64::max(self.work * 2.0, 1.0));
        while self.stay_with(many) > wanted && many < self.work * 1000.0 + 1000.0 {
            (few, many) = (many, many * 2.0);
        }
        for _ in 0..60 {
            let people = f64::midpoint(few, many);
            if self.stay_with(people) > wanted { few = people } else { many = people }
        }
        many
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_people_found_keep_the_stay_wanted() {
        for (rate, work, stay) in [(6.0, 0.2, 2.4), (0.5, 0.3, 3.0), (0.02, 1.0, 12.0), (40.0, 0.1, 0.5)] {
            let mut load = Load::default();
            load.add(rate, work, stay);
            let people = load.people();
            assert!((load.stay_with(people) - stay).abs() < 0.05 * stay, "{rate} {work} {stay}: {people}");
        }
    }
}
