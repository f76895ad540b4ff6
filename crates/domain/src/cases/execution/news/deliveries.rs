//! Deliveries as a system of record says them: as they were planned, or only as they came.

use super::super::{CaseDelivery, DeliverySlip};
use super::ChangedRow;
use super::told::Told;
use crate::kernel::Date;

/// A delivery on its way: held, changed, or new.
struct Row {
    now: CaseDelivery,
    /// Whether it is held and no row of the file is about it yet.
    free: bool,
    /// Of one that is held: how many of it no row of the file that says only what came is about yet.
    left: u32,
    /// Of one that is new: the place among what is said of what made it so.
    said: usize,
}

/// Deliveries that are new, or that change a held one.
pub(super) fn changes(held: &[CaseDelivery], said: &[CaseDelivery]) -> Vec<ChangedRow<CaseDelivery>> {
    let of = |one: &CaseDelivery| Row { now: one.clone(), free: true, left: one.quantity, said: 0 };
    let mut rows: Vec<Row> = held.iter().map(of).collect();
    let mut left: Vec<(usize, &CaseDelivery)> = said.iter().enumerate().collect();
    left.retain(|(_, said)| !take(&mut rows, |now| now == *said));
    let (came, mut planned): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, said)| as_it_came(said));
    planned.retain(|(_, said)| said.delivered.is_none() || !says_nothing_new(&mut rows, said));
    let came: Vec<_> = came.into_iter().map(|(at, said)| (at, beyond_held(&mut rows, said))).collect();
    planned.retain(|(_, said)| !says_nothing_new(&mut rows, said));
    planned.into_iter().for_each(|(at, said)| place(&mut rows, at, said));
    came.into_iter().for_each(|(at, said)| settle(&mut rows, at, &said));
    // What is new stands in the order in which it was said.
    let mut new = rows.split_off(held.len());
    new.sort_by_key(|row| row.said);
    let changed = rows.into_iter().zip(held).enumerate().filter(|(_, (row, held))| row.now != **held);
    let changed = changed.map(|(at, (row, _))| (u32::try_from(at).ok(), row.now));
    changed.chain(new.into_iter().map(|row| (None, row.now))).collect()
}

/// Whether a row only says what came when, and not what was planned.
fn as_it_came(said: &CaseDelivery) -> bool {
    said.delivered == Some(said.planned)
        && said.ordered == said.planned
        && said.slips.is_empty()
        && said.withdrawn.is_none()
}

fn take(rows: &mut [Row], fits: impl Fn(&CaseDelivery) -> bool) -> bool {
    let found = rows.iter_mut().find(|row| row.free && fits(&row.now));
    found.map(|row| row.free = false).is_some()
}

fn says_nothing_new(rows: &mut [Row], said: &CaseDelivery) -> bool {
    take(rows, |now| about(said, now) && said.onto(now) == *now)
}

fn is_open(one: &CaseDelivery) -> bool {
    one.delivered.is_none() && one.withdrawn.is_none()
}

/// Whether a row may be about a held delivery. One that came may be corrected in its day or in how many came, not in both.
fn about(said: &CaseDelivery, held: &CaseDelivery) -> bool {
    let agrees = match (said.delivered, held.delivered) {
        (None, None) => true,
        (Some(_), None) => held.withdrawn.is_none(),
        (None, Some(_)) => said.quantity == held.quantity,
        (Some(said_on), Some(held_on)) => said_on == held_on || said.quantity == held.quantity,
    };
    (said.line, said.planned) == (held.line, held.planned) && agrees
}

impl Told for CaseDelivery {
    /// A slip to the day that was expected already is none. Of two days of ordering the first one counts.
    fn onto(&self, held: &Self) -> Self {
        let ordered = self.ordered.min(held.ordered);
        let mut now = Self { quantity: self.quantity, ordered, ..held.clone() };
        let mut said: Vec<&DeliverySlip> = self.slips.iter().collect();
        said.sort_by_key(|slip| slip.on);
        for slip in said {
            let known = now.slips.iter().any(|one| (one.on, one.to) == (slip.on, slip.to));
            let before = now.slips.iter().rfind(|one| one.on < slip.on).map_or(now.planned, |one| one.to);
            if !known && before != slip.to {
                now.slips.push(slip.clone());
                now.slips.sort_by_key(|one| one.on);
            }
        }
        now.delivered = self.delivered.or(held.delivered);
        now.withdrawn = self.withdrawn.or(held.withdrawn);
        now
    }

    fn likeness(&self, held: &Self) -> u8 {
        2 * u8::from(is_open(held)) + u8::from(self.quantity == held.quantity)
    }
}

/// A planned delivery: the one held that is most like it, or a new one. Of one of which less came than was planned the
/// rest stays planned.
fn place(rows: &mut Vec<Row>, order: usize, said: &CaseDelivery) {
    if says_nothing_new(rows, said) || made_in_parts(rows, said) {
        return;
    }
    let fitting = (0..rows.len()).filter(|at| rows[*at].free && about(said, &rows[*at].now));
    let Some(at) = fitting.rev().max_by_key(|at| said.likeness(&rows[*at].now)) else {
        rows.push(Row { now: said.clone(), free: false, left: 0, said: order });
        return;
    };
    let held = rows[at].now.clone();
    if said.delivered.is_some() && is_open(&held) && said.quantity < held.quantity {
        let rest = CaseDelivery { quantity: held.quantity - said.quantity, ..held.clone() };
        rows.push(Row { left: rest.quantity, now: rest, free: true, said: order });
    }
    (rows[at].now, rows[at].free) = (said.onto(&held), false);
}

/// A plan that was made in parts since: it says something of the part that is still open, if anything.
fn made_in_parts(rows: &mut [Row], said: &CaseDelivery) -> bool {
    let part =
        |row: &Row| row.free && !as_it_came(&row.now) && (row.now.line, row.now.planned) == (said.line, said.planned);
    let sum = rows.iter().filter(|row| part(row)).map(|row| u64::from(row.now.quantity)).sum::<u64>();
    let parts = rows.iter().filter(|row| part(row)).count();
    if said.delivered.is_some() || parts < 2 || sum != u64::from(said.quantity) {
        return false;
    }
    for row in rows.iter_mut().filter(|row| part(row)) {
        if is_open(&row.now) {
            row.now = CaseDelivery { quantity: row.now.quantity, ..said.clone() }.onto(&row.now);
        }
        row.free = false;
    }
    true
}

/// Something came, and nobody says of which plan: how many of it are beyond what is held of that line and day.
fn beyond_held(rows: &mut [Row], said: &CaseDelivery) -> CaseDelivery {
    let mut quantity = said.quantity;
    let same = |row: &&mut Row| row.now.line == said.line && row.now.delivered == said.delivered;
    for row in rows.iter_mut().filter(same).filter(|row| row.free || row.left < row.now.quantity) {
        let part = quantity.min(row.left);
        (quantity, row.left) = (quantity - part, row.left - part);
        row.free = row.free && part == 0;
    }
    CaseDelivery { quantity, ..said.clone() }
}

/// What came beyond what is held: the deliveries that are expected first count as made, part of one leaves the rest
/// planned, and what is beyond them came unplanned.
fn settle(rows: &mut Vec<Row>, order: usize, said: &CaseDelivery) {
    let Some(on) = said.delivered else { return };
    let mut left = said.quantity;
    for at in expected_first(rows, said.line) {
        let quantity = rows[at].now.quantity;
        let part = left.min(quantity);
        if part == 0 {
            break;
        }
        left -= part;
        make(rows, order, at, (part, on));
    }
    if left > 0 {
        let now = CaseDelivery { quantity: left, ..said.clone() };
        rows.push(Row { now, free: false, left: 0, said: order });
    }
}

fn expected_first(rows: &[Row], line: u16) -> Vec<usize> {
    let open = |at: &usize| rows[*at].free && rows[*at].now.line == line && is_open(&rows[*at].now);
    let mut all: Vec<usize> = (0..rows.len()).filter(open).collect();
    all.sort_by_key(|at| rows[*at].now.expected());
    all
}

fn make(rows: &mut Vec<Row>, order: usize, at: usize, (part, on): (u32, Date)) {
    let now = rows[at].now.clone();
    if part < now.quantity {
        let rest = CaseDelivery { quantity: now.quantity - part, ..now.clone() };
        rows.push(Row { left: rest.quantity, now: rest, free: true, said: order });
    }
    (rows[at].now, rows[at].free) = (CaseDelivery { quantity: part, delivered: Some(on), ..now }, false);
}
