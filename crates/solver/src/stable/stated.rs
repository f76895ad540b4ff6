//! Preferences as a caller states them: checked, and laid flat.

use super::lottery::Lottery;
use super::preferences::{Preferences, PreferencesError};

pub(super) fn check_counts(wishes: &[Vec<u32>], rankings: &[Vec<(u32, u32)>]) -> Result<(), PreferencesError> {
    for (what, count) in [
        ("people", wishes.len()),
        ("positions", rankings.len()),
        ("wishes", wishes.iter().map(Vec::len).sum()),
        ("ranked people", rankings.iter().map(Vec::len).sum()),
    ] {
        if count >= u32::MAX as usize {
            return Err(PreferencesError::TooMany { what, count });
        }
    }
    Ok(())
}

pub(super) fn flatten_wishes(wishes: &[Vec<u32>], positions: usize) -> Result<(Vec<u32>, Vec<u32>), PreferencesError> {
    let mut start = vec![0];
    let mut flat = Vec::with_capacity(wishes.iter().map(Vec::len).sum());
    let mut last_to_name = vec![u32::MAX; positions];
    for (person, list) in (0..).zip(wishes) {
        for &position in list {
            let Some(last) = last_to_name.get_mut(position as usize) else {
                return Err(PreferencesError::NoSuchPosition { person, position, positions });
            };
            if *last == person {
                return Err(PreferencesError::WishedTwice { person, position });
            }
            *last = person;
            flat.push(position);
        }
        start.push(flat.len() as u32);
    }
    Ok((start, flat))
}

/// Start of each position's entries, and the entries as `(key, person)`, best first.
pub(super) type Ranked = (Vec<u32>, Vec<(u64, u32)>);

pub(super) fn flatten_rankings(rankings: &[Vec<(u32, u32)>], lottery: &Lottery) -> Result<Ranked, PreferencesError> {
    let people = lottery.place().len();
    let mut start = vec![0];
    let mut flat: Vec<(u64, u32)> = Vec::with_capacity(rankings.iter().map(Vec::len).sum());
    let mut last_to_name = vec![u32::MAX; people];
    for (position, list) in (0..).zip(rankings) {
        let first = flat.len();
        for &(person, class) in list {
            let Some(last) = last_to_name.get_mut(person as usize) else {
                return Err(PreferencesError::NoSuchPerson { position, person, people });
            };
            if *last == position {
                return Err(PreferencesError::RankedTwice { position, person });
            }
            if class > Preferences::LAST_CLASS {
                return Err(PreferencesError::ClassTooLarge { position, person, class });
            }
            *last = position;
            flat.push((u64::from(class) << 32 | u64::from(lottery.place()[person as usize]), person));
        }
        flat[first..].sort_unstable();
        start.push(flat.len() as u32);
    }
    Ok((start, flat))
}
