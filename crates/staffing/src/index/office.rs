//! One office in the index: the segments of its billets and of those who visit it side by side, and their sum by day.

use muster_domain::{BilletId, OfficeId, PersonId, Position, World};

use super::Day;
use super::billet::{Profile, Profiles, Segment, segments, version};
use super::visits;
use crate::Basis;
use crate::tally::Tally;

/// An office's measures from a day until the next.
#[derive(Debug, Clone, Copy)]
struct Step {
    recorded: Tally<u32>,
    planned: Tally<u32>,
}

/// An office's billets in dense columns.
#[derive(Debug)]
pub(crate) struct OfficeEntry {
    changed: Position,
    billets: Vec<BilletId>,
    /// What each billet was computed from.
    versions: Vec<Position>,
    /// Where each column's segments end: first the billets, then diversions to the office and its augmentations.
    ends: Vec<u32>,
    segments: Vec<Segment>,
    profiles: Vec<Profile>,
    /// The day each step begins, apart from the steps so that searching stays within few cache lines.
    days: Vec<Day>,
    steps: Vec<Step>,
    contested: Vec<PersonId>,
}

impl OfficeEntry {
    /// Computes the office, keeping the segments of billets that did not change since the earlier entry.
    pub(super) fn new(world: &World, office: OfficeId, earlier: Option<&Self>) -> Self {
        let row = world.rosters.row(office).expect("every office has a roster");
        let mut profiles = Profiles::starting(earlier.map(|earlier| earlier.profiles.clone()).unwrap_or_default());
        let mut entry = Self {
            changed: row.changed,
            billets: row.fact.billets.clone(),
            versions: Vec::with_capacity(row.fact.billets.len()),
            ends: Vec::with_capacity(row.fact.billets.len()),
            segments: Vec::with_capacity(earlier.map_or(row.fact.billets.len() * 8, |earlier| earlier.segments.len())),
            profiles: Vec::new(),
            days: Vec::new(),
            steps: Vec::new(),
            contested: Vec::new(),
        };
        let mut days = Vec::new();
        for billet in &row.fact.billets {
            let version = version(world, *billet, &mut entry.contested);
            match earlier.and_then(|earlier| earlier.unchanged(*billet, version)) {
                Some(held) => entry.segments.extend_from_slice(held),
                None => segments(world, *billet, office, &mut profiles, &mut days, &mut entry.segments),
            }
            entry.versions.push(version);
            entry.end_column();
        }
        // Few, and dependent on tours elsewhere: always computed anew.
        for id in &row.fact.diversions {
            visits::diversion(world, *id, &mut profiles, &mut entry.segments);
            entry.end_column();
        }
        for id in &row.fact.augmentations {
            visits::augmentation(world, *id, &mut profiles, &mut entry.segments);
            entry.end_column();
        }
        entry.profiles = profiles.list;
        entry.add_up();
        entry
    }

    fn unchanged(&self, billet: BilletId, version: Position) -> Option<&[Segment]> {
        let place = self.billets.binary_search(&billet).ok()?;
        (self.versions[place] == version).then(|| self.column(place))
    }

    fn end_column(&mut self) {
        self.ends.push(u32::try_from(self.segments.len()).expect("an office has fewer than 2^32 segments"));
    }

    fn column(&self, place: usize) -> &[Segment] {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.segments[start as usize..self.ends[place] as usize]
    }

    /// Adds up all columns, day by day.
    fn add_up(&mut self) {
        let mut changes: Vec<(Day, Segment, Segment)> = Vec::with_capacity(self.segments.len());
        for place in 0..self.ends.len() {
            let nothing = Segment { from: 0, profile: 0, recorded: Tally::default(), planned: Tally::default() };
            let held = self.column(place);
            changes.extend(
                held.iter()
                    .enumerate()
                    .map(|(i, after)| (after.from, i.checked_sub(1).map_or(nothing, |before| held[before]), *after)),
            );
        }
        changes.sort_unstable_by_key(|(day, _, _)| *day);
        let (mut recorded, mut planned) = (Tally::<u32>::default(), Tally::<u32>::default());
        for (day, before, after) in changes {
            recorded.replace(before.recorded, after.recorded);
            planned.replace(before.planned, after.planned);
            if self.days.last() == Some(&day) {
                self.steps.pop();
            } else {
                self.days.push(day);
            }
            self.steps.push(Step { recorded, planned });
        }
    }

    pub(super) fn changed(&self) -> Position {
        self.changed
    }

    /// People here who hold two primary tours at once, here or elsewhere.
    pub(super) fn contested(&self) -> &[PersonId] {
        &self.contested
    }

    /// What billets are grouped by; segments name places in this list.
    pub(crate) fn profiles(&self) -> &[Profile] {
        &self.profiles
    }

    /// The office's measures on a day.
    pub(crate) fn total(&self, day: Day, basis: Basis) -> Tally<u32> {
        let after = self.days.partition_point(|from| *from <= day);
        let Some(step) = after.checked_sub(1).map(|place| &self.steps[place]) else { return Tally::default() };
        match basis {
            Basis::Recorded => step.recorded,
            Basis::Planned => step.planned,
        }
    }

    /// Shows, for every column and each of these ascending days, the segment that holds then.
    pub(crate) fn scan<const N: usize>(&self, days: [Day; N], mut see: impl FnMut(usize, &Segment)) {
        for place in 0..self.ends.len() {
            let held = self.column(place);
            let mut after = 0;
            for (nth, day) in days.iter().enumerate() {
                // A billet has some dozen segments, and the days ascend: walking on beats searching anew.
                while held.get(after).is_some_and(|segment| segment.from <= *day) {
                    after += 1;
                }
                if let Some(segment) = after.checked_sub(1).map(|at| &held[at]) {
                    see(nth, segment);
                }
            }
        }
    }
}
