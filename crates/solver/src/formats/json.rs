//! The JSON form, as it is written. `FORMAT.md` describes each field; [`build`](super::build) makes an instance of it.

use std::io::BufRead;

use serde::{Deserialize, Serialize};

use super::error::FormatError;

/// One file in the JSON form.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Instance {
    /// Free text.
    pub comment: String,
    /// How many people, or their names.
    pub people: Side,
    /// How many positions, or their names.
    pub positions: Side,
    /// Person, position, cost.
    pub pairs: Vec<(u32, u32, i64)>,
    /// What leaving people out costs; by default nobody may be left out.
    pub unassigned: Leaving,
    /// What leaving positions out costs; by default nothing.
    pub unfilled: Option<Leaving>,
    /// How many people a position takes; by default one.
    pub capacity: Capacity,
    /// Pairs that must be chosen.
    pub forced: Vec<(u32, u32)>,
    /// Pairs that must not.
    pub forbidden: Vec<(u32, u32)>,
    /// Floors and caps on weighted counts.
    pub groups: Vec<Group>,
    /// Floors and caps on shares.
    pub shares: Vec<Share>,
    /// Two people who go together.
    pub couples: Vec<(u32, u32)>,
    /// The place of each position.
    pub places: Option<Vec<u32>>,
    /// Pairs of places between which one can commute.
    pub commuting: Vec<(u32, u32)>,
    /// Preferences, for a stable matching instead of a least costly one.
    pub stable: Option<Stable>,
}

/// A count or names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a number (how many there are) or a list of names")]
pub enum Side {
    /// How many.
    Count(u32),
    /// One name each.
    Names(Vec<String>),
}

impl Default for Side {
    fn default() -> Side {
        Side::Count(0)
    }
}

impl Side {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Side::Count(count) => *count as usize,
            Side::Names(names) => names.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What one of them is called: its name, or else its index.
    pub fn name(&self, index: u32) -> String {
        match self {
            Side::Names(names) => names.get(index as usize).cloned().unwrap_or_else(|| index.to_string()),
            Side::Count(_) => index.to_string(),
        }
    }
}

/// What leaving out costs, for all alike or one by one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a whole number, \"never\", or a list of these, one each")]
pub enum Leaving {
    /// The same for all.
    All(Cost),
    /// One each.
    Each(Vec<Cost>),
}

impl Default for Leaving {
    fn default() -> Leaving {
        Leaving::All(Cost::Never(Never::Never))
    }
}

/// A cost of leaving out, or a demand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a whole number or \"never\"")]
pub enum Cost {
    /// What it costs.
    Of(i64),
    /// It must not happen.
    Never(Never),
}

/// The word `never`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Never {
    /// Written `"never"`.
    Never,
}

impl Leaving {
    /// The cost for one index, `None` for never; or nothing if the list is too short.
    pub fn of(&self, index: usize) -> Option<Option<i64>> {
        let cost = match self {
            Leaving::All(cost) => *cost,
            Leaving::Each(costs) => *costs.get(index)?,
        };
        Some(match cost {
            Cost::Of(cost) => Some(cost),
            Cost::Never(_) => None,
        })
    }
}

/// How many people positions take, for all alike or one by one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a number, \"unlimited\", or a list of these, one a position")]
pub enum Capacity {
    /// The same for all.
    All(Seats),
    /// One each.
    Each(Vec<Seats>),
}

impl Default for Capacity {
    fn default() -> Capacity {
        Capacity::All(Seats::Of(1))
    }
}

/// How many people a position takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged, expecting = "a number or \"unlimited\"")]
pub enum Seats {
    /// At most so many.
    Of(u32),
    /// As many as can be had.
    Unlimited(Unlimited),
}

/// The word `unlimited`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unlimited {
    /// Written `"unlimited"`.
    Unlimited,
}

/// A floor, a cap or both on a weighted count of chosen pairs.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Group {
    /// For messages.
    pub name: String,
    /// Person, position, weight.
    pub terms: Vec<(u32, u32, i64)>,
    /// Instead of terms: every pair of these people weighs one …
    pub people: Option<Vec<u32>>,
    /// … if it is of these positions.
    pub positions: Option<Vec<u32>>,
    /// The floor.
    pub least: Option<i64>,
    /// The cap.
    pub most: Option<i64>,
}

/// A floor or cap on a share: of everybody assigned to `positions`, the part that is in `people`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Share {
    /// For messages.
    pub name: String,
    /// Who counts.
    pub people: Vec<u32>,
    /// Where.
    pub positions: Vec<u32>,
    /// `[3, 10]`: at least three in ten.
    pub least: Option<(u32, u32)>,
    /// `[1, 2]`: at most half.
    pub most: Option<(u32, u32)>,
}

/// Preferences of both sides.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Stable {
    /// Per person, the positions wished for, the best first.
    pub wishes: Vec<Vec<u32>>,
    /// Per position, the people ranked, in classes, the best class first.
    pub rankings: Vec<Vec<Vec<u32>>>,
    /// What breaks ties within a class.
    pub seed: u64,
    /// For whom the matching is the best there is.
    pub best_for: BestFor,
}

/// A side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum BestFor {
    /// Each person has the best position of any stable matching.
    #[default]
    People,
    /// Each position has the best person of any stable matching.
    Positions,
}

/// Reads a file in the JSON form; the text only, not whether its numbers fit together.
pub(super) fn read(stream: impl BufRead, name: &str) -> Result<Instance, FormatError> {
    serde_json::from_reader(stream).map_err(|error| {
        let line = u64::try_from(error.line()).ok().filter(|&line| line > 0);
        let what = error.to_string();
        // The place comes first in our own messages.
        let what = what.split(" at line ").next().unwrap_or(&what).to_owned();
        let mend = if error.is_data() {
            "the fields and their forms are described in FORMAT.md"
        } else {
            "the file must be one JSON object from beginning to end"
        };
        let at = format!("{what} (column {})", error.column());
        FormatError { file: name.to_owned(), line, what: at, mend: mend.into() }
    })
}
