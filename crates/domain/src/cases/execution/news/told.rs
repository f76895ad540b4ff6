//! Which held row a row of a system of record is about, and what it says of it.

use super::super::{
    CaseBill, CaseDiscrepancy, CasePayment, CaseReconciliation, CaseReview, DiscrepancyAnswer, ReviewAction,
};
use super::ChangedRow;
use crate::kernel::Text;

/// A row that is said of a held one.
pub(super) trait Told: Clone + PartialEq {
    /// The held row with what this one says; what it does not say stays.
    fn onto(&self, held: &Self) -> Self;

    /// How much it is like a held row that it may be about: of several the most alike one is meant.
    fn likeness(&self, _held: &Self) -> u8 {
        0
    }
}

/// Takes the first held row that fits and that nothing else of the file is about.
fn take<T>(held: &[T], free: &mut [bool], fits: impl Fn(&T) -> bool) -> bool {
    match held.iter().zip(&*free).position(|(one, free)| *free && fits(one)) {
        Some(at) => {
            free[at] = false;
            true
        }
        None => false,
    }
}

/// The rows that are new, or that change a held one. `about`: whether a row may be about a held one.
///
/// First go the rows that are held as they are said, then those that say nothing new of one: so the order of a file makes
/// none of them take another's place.
pub(super) fn changes<T: Told>(held: &[T], said: &[T], about: impl Fn(&T, &T) -> bool) -> Vec<ChangedRow<T>> {
    let mut free = vec![true; held.len()];
    let mut left: Vec<&T> = said.iter().filter(|row| !take(held, &mut free, |one| one == *row)).collect();
    left.retain(|row| !take(held, &mut free, |one| about(row, one) && row.onto(one) == *one));
    let placed = left.into_iter().map(|row| {
        let fitting = (0..held.len()).filter(|at| free[*at] && about(row, &held[*at]));
        // Of equals the first: `max_by_key` would take the last.
        match fitting.rev().max_by_key(|at| row.likeness(&held[*at])) {
            Some(at) => {
                free[at] = false;
                (u32::try_from(at).ok(), row.onto(&held[at]))
            }
            None => (None, row.clone()),
        }
    });
    placed.collect()
}

impl Told for CaseBill {
    fn onto(&self, _held: &Self) -> Self {
        *self
    }
}

impl Told for CasePayment {
    fn onto(&self, _held: &Self) -> Self {
        *self
    }
}

impl Told for CaseDiscrepancy {
    fn onto(&self, held: &Self) -> Self {
        let answer = |said: &DiscrepancyAnswer| {
            let before = held.answer.as_ref().map(|answer| &answer.note);
            DiscrepancyAnswer { note: said_or(&said.note, before), ..said.clone() }
        };
        Self {
            note: said_or(&self.note, Some(&held.note)),
            review: self.review.or(held.review),
            answer: self.answer.as_ref().map(answer).or_else(|| held.answer.clone()),
            closed: self.closed.or(held.closed),
            ..self.clone()
        }
    }

    fn likeness(&self, held: &Self) -> u8 {
        u8::from(self.quantity == held.quantity) + u8::from(self.claim_cents == held.claim_cents)
    }
}

impl Told for CaseReview {
    fn onto(&self, held: &Self) -> Self {
        if held.held && !self.held {
            return held.clone();
        }
        Self {
            findings: said_or(&self.findings, Some(&held.findings)),
            actions: actions(&held.actions, &self.actions),
            ..self.clone()
        }
    }

    fn likeness(&self, held: &Self) -> u8 {
        u8::from(self.on == held.on)
    }
}

impl Told for CaseReconciliation {
    fn onto(&self, held: &Self) -> Self {
        let mut explained = held.explained.clone();
        for said in &self.explained {
            match explained.iter_mut().find(|one| one.difference == said.difference) {
                Some(one) => one.note.clone_from(&said.note),
                None => explained.push(said.clone()),
            }
        }
        Self { explained, ..self.clone() }
    }
}

/// Whether a review may be about a held one: the one of its day; the planned one of its sort, which it moves, or which
/// is the one held, unless a later one of the sort was held; and the one held since, where it is a plan overtaken.
pub(super) fn same_review(held: &[CaseReview], said: &[CaseReview]) -> impl Fn(&CaseReview, &CaseReview) -> bool {
    let all: Vec<_> = held.iter().chain(said).filter(|one| one.held).map(|one| (one.kind, one.on)).collect();
    move |said, held| {
        let last = |review: &CaseReview| !all.iter().any(|(kind, on)| *kind == review.kind && *on > review.on);
        let overtaken = !said.held && held.held && held.on >= said.on;
        said.kind == held.kind && (said.on == held.on || (!held.held && (!said.held || last(said))) || overtaken)
    }
}

/// Actions held, with what is said of them; those not held are added.
fn actions(held: &[ReviewAction], said: &[ReviewAction]) -> Vec<ReviewAction> {
    let mut all = held.to_vec();
    let mut free = vec![true; held.len()];
    for action in said {
        match held.iter().zip(&free).position(|(one, free)| *free && one.action == action.action) {
            Some(at) => {
                free[at] = false;
                all[at] = ReviewAction { done: action.done.or(held[at].done), ..action.clone() };
            }
            None => all.push(action.clone()),
        }
    }
    all
}

/// Words that are said, or those held where nothing is.
fn said_or(said: &Text, held: Option<&Text>) -> Text {
    if said.is_empty() { held.cloned().unwrap_or_default() } else { said.clone() }
}
