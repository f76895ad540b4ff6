//! What is asked of billets, and what it causes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::rules::{check_terms, known_billet};
use super::{ApprovedGap, Billet, BilletTerms, OverlapAuthorisation};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{BilletId, Date, Period, Position, Text, Timeline, TourId};
use crate::world::World;

/// Authorises a billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthoriseBillet {
    /// Position number, unique.
    pub number: Text,
    /// The manning document that authorises it.
    pub source: Text,
    /// From when until when.
    pub authorised: Period,
    /// Its terms from the first day on.
    pub terms: BilletTerms,
}

impl Decide for AuthoriseBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if self.number.trim().is_empty() {
            return Err(refuse(
                "billet-number",
                "A billet needs a position number.",
                "Give the number of the manning document.",
            ));
        }
        if let Some(id) = world.keys.billet.get(&self.number) {
            return Err(refuse(
                "billet-number-taken",
                format!(
                    "Position {} is already {id}, {}.",
                    self.number,
                    world.billets[*id].terms_near(self.authorised.from()).title
                ),
                "Change that billet, or give another number.",
            ));
        }
        check_terms(world, None, &self.terms, self.authorised.from())?;
        Ok(vec![BilletAuthorised { billet: world.billets.next_id(), authorised: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject { offices: vec![self.terms.office], ..Subject::default() }
    }
}

/// A billet was authorised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletAuthorised {
    /// Its id.
    pub billet: BilletId,
    /// Its facts.
    #[serde(rename = "facts")]
    pub authorised: AuthoriseBillet,
}

impl Apply for BilletAuthorised {
    fn apply(&self, world: &mut World, at: Position) {
        let AuthoriseBillet { number, source, authorised, terms } = self.authorised.clone();
        let office = terms.office;
        world.keys.billet.insert(number.clone(), self.billet);
        let terms = Timeline::starting(authorised.from(), Arc::new(terms));
        world.billets.push(
            Billet {
                number,
                source,
                authorised,
                terms,
                gaps: Vec::new(),
                overlaps: Vec::new(),
                funded: Timeline::default(),
                tours: Vec::new(),
            },
            at,
        );
        if let Some(roster) = world.rosters.edit(office, at) {
            roster.billets.push(self.billet);
        }
    }
}

/// Changes a billet's terms from a date on, or corrects what was recorded for that date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeBillet {
    /// Which billet.
    pub billet: BilletId,
    /// The first day of the new terms.
    pub from: Date,
    /// The new terms.
    pub terms: BilletTerms,
}

impl Decide for ChangeBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if !billet.authorised.contains(self.from) {
            return Err(refuse(
                "outside-authorisation",
                format!("Billet {} is authorised {}; {} is outside.", billet.number, billet.authorised, self.from),
                "Choose a date within the authorisation.",
            ));
        }
        check_terms(world, Some(self.billet), &self.terms, self.from)?;
        if billet.terms.at(self.from).is_some_and(|held| **held == self.terms) {
            return Ok(Vec::new());
        }
        Ok(vec![BilletChanged { billet: self.billet, from: self.from, terms: self.terms.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let mut subject = billet_subject(world, self.billet);
        if !subject.offices.contains(&self.terms.office) {
            subject.offices.push(self.terms.office);
        }
        subject
    }
}

/// A billet has these terms from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletChanged {
    /// Which billet.
    pub billet: BilletId,
    /// The first day of the terms.
    pub from: Date,
    /// The terms.
    pub terms: BilletTerms,
}

impl Apply for BilletChanged {
    fn apply(&self, world: &mut World, at: Position) {
        // A correction for the same day may take the billet off a roster it never belonged on.
        world.touch_billet(self.billet, at);
        if let Some(billet) = world.billets.edit(self.billet, at) {
            let corrected = billet.terms.at(self.from).map(|terms| terms.office);
            billet.terms.set(self.from, Arc::new(self.terms.clone()));
            if let Some(office) =
                corrected.filter(|office| !billet.terms.iter().any(|(_, terms)| terms.office == *office))
                && let Some(roster) = world.rosters.edit(office, at)
            {
                roster.billets.retain(|id| *id != self.billet);
            }
        }
        if let Some(roster) = world.rosters.edit(self.terms.office, at)
            && let Err(place) = roster.billets.binary_search(&self.billet)
        {
            roster.billets.insert(place, self.billet);
        }
        world.touch_billet(self.billet, at);
    }
}

/// Ends a billet's authorisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndBillet {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it is not authorised.
    pub on: Date,
}

impl Decide for EndBillet {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if billet.authorised.ended(self.on).is_none() {
            return Err(refuse(
                "backward",
                format!(
                    "Billet {} is authorised from {}, not before {}.",
                    billet.number,
                    billet.authorised.from(),
                    self.on
                ),
                "Give a later date.",
            ));
        }
        if self.on > billet.authorised.end() {
            return Err(refuse(
                "not-earlier",
                format!("Billet {} is authorised {} already.", billet.number, billet.authorised),
                "Give a day before its end.",
            ));
        }
        if self.on == billet.authorised.end() {
            return Ok(Vec::new());
        }
        if let Some(tour) = tours_beyond(world, billet, self.on).next() {
            return Err(refuse(
                "billet-has-tours",
                format!("Tour {tour} in billet {} lasts beyond {}.", billet.number, self.on),
                "Curtail or cancel the tour first.",
            ));
        }
        Ok(vec![BilletEnded { billet: self.billet, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// The tours of a billet that last beyond a day.
pub(super) fn tours_beyond<'a>(world: &'a World, billet: &'a Billet, on: Date) -> impl Iterator<Item = TourId> + 'a {
    billet.tours.iter().copied().filter(move |id| world.tours[*id].period().is_some_and(|period| period.end() > on))
}

/// A billet's authorisation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BilletEnded {
    /// Which billet.
    pub billet: BilletId,
    /// The first day it is not authorised.
    pub on: Date,
}

impl Apply for BilletEnded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at)
            && let Some(authorised) = billet.authorised.ended(self.on)
        {
            billet.authorised = authorised;
        }
        world.touch_billet(self.billet, at);
    }
}

/// Approves a gap in a billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApproveGap {
    /// Which billet.
    pub billet: BilletId,
    /// The gap.
    pub gap: ApprovedGap,
}

impl Decide for ApproveGap {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if self.gap.period.until().is_none() {
            return Err(refuse(
                "gap-without-end",
                format!("The gap in billet {} would never end.", billet.number),
                "Give `until`, or end the billet.",
            ));
        }
        if !billet.authorised.covers(self.gap.period) {
            return Err(refuse(
                "outside-authorisation",
                format!(
                    "Billet {} is authorised {}; the gap {} lies outside.",
                    billet.number, billet.authorised, self.gap.period
                ),
                "Choose days within the authorisation.",
            ));
        }
        if let Some(held) = billet.gaps.iter().find(|held| held.period.overlap(self.gap.period).is_some()) {
            return Err(refuse(
                "gap-overlaps",
                format!("Billet {} already has an approved gap {}.", billet.number, held.period),
                "Choose days outside it.",
            ));
        }
        Ok(vec![GapApproved { billet: self.billet, gap: self.gap.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// A gap was approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GapApproved {
    /// Which billet.
    pub billet: BilletId,
    /// The gap.
    pub gap: ApprovedGap,
}

impl Apply for GapApproved {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at) {
            billet.gaps.push(self.gap.clone());
        }
        world.touch_billet(self.billet, at);
    }
}

/// Authorises two primary incumbents to overlap for more days than the lever allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AuthoriseOverlap {
    /// Which billet.
    pub billet: BilletId,
    /// The overlap.
    pub overlap: OverlapAuthorisation,
}

impl Decide for AuthoriseOverlap {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let billet = known_billet(world, self.billet)?;
        if self.overlap.period.until().is_none() || self.overlap.document.trim().is_empty() {
            return Err(refuse(
                "overlap-open",
                format!("The overlap in billet {} needs an end and a document.", billet.number),
                "Give `until` and `document`.",
            ));
        }
        Ok(vec![OverlapAuthorised { billet: self.billet, overlap: self.overlap.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        billet_subject(world, self.billet)
    }
}

/// An overlap was authorised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverlapAuthorised {
    /// Which billet.
    pub billet: BilletId,
    /// The overlap.
    pub overlap: OverlapAuthorisation,
}

impl Apply for OverlapAuthorised {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(billet) = world.billets.edit(self.billet, at) {
            billet.overlaps.push(self.overlap.clone());
        }
        world.touch_billet(self.billet, at);
    }
}

/// A command on a billet acts on every office it belongs to now or later.
pub(super) fn billet_subject(world: &World, billet: BilletId) -> Subject {
    let row = world.billets.row(billet);
    let offices = row.iter().flat_map(|row| row.fact.terms.iter().map(|(_, terms)| terms.office)).collect();
    Subject { offices, changed: row.map(|row| row.changed), ..Subject::default() }
}
