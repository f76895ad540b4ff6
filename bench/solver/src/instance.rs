//! An instance as the benches hand it to every solver alike: plain numbers, written to a file that each one reads.

use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Result;

/// Pairs and what leaving somebody or something out costs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Instance {
    /// `(person, position, cost)`, by rising person and position, no pair twice.
    pub pairs: Vec<(u32, u32, i64)>,
    /// What it costs to leave each person unassigned.
    pub unassigned: Vec<i64>,
    /// What it costs to leave each position unfilled.
    pub unfilled: Vec<i64>,
}

impl Instance {
    /// The instance as this crate's solver takes it.
    ///
    /// # Errors
    /// What the solver refuses.
    pub fn problem(&self) -> Result<muster_solver::Problem> {
        let pairs = self.pairs.iter().copied();
        Ok(muster_solver::Problem::new(pairs, self.unassigned.clone(), self.unfilled.clone())?)
    }

    /// Writes the form that `peers/*` and the bench's own child processes read, all little-endian: three 64-bit
    /// counts (people, positions, pairs), then a pair each 32-bit person, 32-bit position, 64-bit cost, then the
    /// 64-bit costs of leaving out each person and each position.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_binary(&self, path: &Path) -> Result<()> {
        let mut file = BufWriter::new(std::fs::File::create(path)?);
        for count in [self.unassigned.len(), self.unfilled.len(), self.pairs.len()] {
            file.write_all(&(count as u64).to_le_bytes())?;
        }
        for &(person, position, cost) in &self.pairs {
            file.write_all(&person.to_le_bytes())?;
            file.write_all(&position.to_le_bytes())?;
            file.write_all(&cost.to_le_bytes())?;
        }
        for cost in self.unassigned.iter().chain(&self.unfilled) {
            file.write_all(&cost.to_le_bytes())?;
        }
        Ok(file.flush()?)
    }

    /// Writes a DIMACS file. With `perfect`, as an assignment problem (`p asn`), which asks for everybody to be
    /// placed; otherwise as a minimum-cost flow (`p min`) in which one more node stands in for whoever is left out:
    /// people, then positions, then the stand-in, then a sink.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write_dimacs(&self, path: &Path, perfect: bool) -> Result<()> {
        let (people, positions) = (self.unassigned.len(), self.unfilled.len());
        let mut file = BufWriter::new(std::fs::File::create(path)?);
        let node = |position: u32| people + position as usize + 1;
        if perfect {
            writeln!(file, "p asn {} {}", people + positions, self.pairs.len())?;
            for person in 1..=people {
                writeln!(file, "n {person}")?;
            }
            for &(person, position, cost) in &self.pairs {
                writeln!(file, "a {} {} {cost}", person + 1, node(position))?;
            }
            return Ok(file.flush()?);
        }
        let (stand_in, sink) = (people + positions + 1, people + positions + 2);
        writeln!(file, "p min {sink} {}", self.pairs.len() + people + 2 * positions + 1)?;
        for person in 1..=people {
            writeln!(file, "n {person} 1")?;
        }
        writeln!(file, "n {stand_in} {positions}")?;
        writeln!(file, "n {sink} -{}", people + positions)?;
        for &(person, position, cost) in &self.pairs {
            writeln!(file, "a {} {} 0 1 {cost}", person + 1, node(position))?;
        }
        for (person, cost) in (1..).zip(&self.unassigned) {
            writeln!(file, "a {person} {stand_in} 0 1 {cost}")?;
        }
        for (position, cost) in (0..).zip(&self.unfilled) {
            writeln!(file, "a {stand_in} {} 0 1 {cost}", node(position))?;
            writeln!(file, "a {} {sink} 0 1 0", node(position))?;
        }
        writeln!(file, "a {stand_in} {sink} 0 {people} 0")?;
        Ok(file.flush()?)
    }
}
