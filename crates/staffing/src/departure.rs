//! What an ordered departure would do, before it is recorded: the command is applied to a snapshot and the two Worlds are
//! compared, person by person, family by family, arrival by arrival, office by office. The same for ending and undoing it.
//!
//! Every row of everybody is here; whoever shows them passes each through the asker's scope.

use std::collections::BTreeMap;

use muster_domain::kernel::Date;
use muster_domain::organization::{DepartureOutcome, EndDeparture, OrderDeparture, Post, RescindDeparture};
use muster_domain::policy::Lever;
use muster_domain::workforce::{TourStatus, Whereabouts};
use muster_domain::{
    Apply, BilletId, Command, Context, Decide, Event, OfficeId, PersonId, Position, PostId, Refusal, TourId, World,
    refuse,
};
use serde::Serialize;

use crate::coverage::on_duty;
use crate::manning::ledger_count;
use crate::{Basis, StaffingIndex, office_row};

/// What becomes of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DepartureMoveKind)]
pub enum Move {
    /// On duty at the post before and after.
    Stays,
    /// Leaves for the safe haven.
    Leaves,
    /// Comes back from the safe haven.
    Returns,
    /// Away before and after.
    StaysAway,
    /// The tour ends.
    Curtailed,
}

/// What becomes of the family that came along.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FamilyMove {
    /// No family is at the post or away from it.
    NoFamily,
    /// Stays at the post.
    Stays,
    /// Leaves.
    Leaves,
    /// Comes back.
    Returns,
    /// May come back where the post admits it.
    MayReturn,
    /// Stays away.
    StaysAway,
}

/// What becomes of one person on duty at the post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DepartureMove {
    /// Who.
    pub person: PersonId,
    /// The primary tour they count at.
    pub tour: Option<TourId>,
    /// Its billet.
    pub billet: Option<BilletId>,
    /// The office they are on duty at.
    pub office: OfficeId,
    /// Whether the departure names them as essential.
    pub essential: bool,
    /// What becomes of them.
    pub moves: Move,
    /// The rotation date that a curtailment takes away.
    pub rotation_before: Option<Date>,
    /// What becomes of the family.
    pub family: FamilyMove,
    /// Dependents; of the field class *family*. `None` without a family, or once erased.
    pub dependents: Option<u8>,
}

/// A planned arrival at the post, and whether it is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldArrival {
    /// The tour.
    pub tour: TourId,
    /// Whether it is held as things are.
    pub before: bool,
    /// Whether it would be.
    pub after: bool,
}

/// What is counted of an office.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, utoipa::ToSchema)]
pub struct PresenceCounts {
    /// Billets authorised.
    pub authorised: u32,
    /// Authorised billets covered.
    pub assigned: u32,
    /// People on station.
    pub present: u32,
    /// People assigned who are elsewhere.
    pub away: u32,
    /// People present without a billet.
    pub augmented: u32,
    /// Covered share of the billets to be filled.
    pub fill_rate: Option<f64>,
    /// Members under section 515 in the host country; null where there is none.
    pub section_515: Option<u32>,
}

/// What is counted of an office before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OfficeEffect {
    /// Which.
    pub office: OfficeId,
    /// As things are.
    pub before: PresenceCounts,
    /// As they would be.
    pub after: PresenceCounts,
}

/// What a command about a departure would do on the first day that it changes.
#[derive(Debug, Clone, PartialEq)]
pub struct DepartureEffect {
    /// The post.
    pub post: PostId,
    /// The first day on which anything is different.
    pub on: Date,
    /// Everybody on duty at the post, or away from it by its departure, by office and id.
    pub people: Vec<DepartureMove>,
    /// Planned arrivals that are or would be held, by report date.
    pub arrivals: Vec<HeldArrival>,
    /// Every office whose people these are, or that stands at the post.
    pub offices: Vec<OfficeEffect>,
}

/// What ordering, ending or rescinding a departure would do. The index must be of the same World.
///
/// # Errors
/// The refusal that the command itself would meet; and `not-a-departure` for any other command.
pub fn departure_effect(
    world: &World,
    index: &StaffingIndex,
    command: &Command,
    context: &Context,
) -> Result<DepartureEffect, Refusal> {
    let (post, on, family) = match command {
        Command::OrderDeparture(OrderDeparture { post, from, .. }) => (*post, *from, FamilyMove::Leaves),
        Command::EndDeparture(EndDeparture { post, on, outcome, .. }) => (*post, *on, family_after(*outcome)),
        Command::RescindDeparture(RescindDeparture { post, from, .. }) => (*post, *from, FamilyMove::Returns),
        other => {
            return Err(refuse(
                "not-a-departure",
                format!("`{}` neither orders, ends nor rescinds a departure.", other.name()),
                "Give one of these three commands.",
            ));
        }
    };
    let events = command.decide(world, context)?;
    let mut later = world.clone();
    let at = Position(world.position.0 + 1);
    events.iter().for_each(|event| event.apply(&mut later, at));
    later.position = at;
    let compared = Compared { world, later: &later, post, on, today: context.today };
    let people = compared.people(&events, family);
    let later_index = index.refreshed(&later);
    let offices = compared.offices(&people, index, &later_index);
    Ok(DepartureEffect { post, on, people, arrivals: compared.arrivals(), offices })
}

fn family_after(outcome: DepartureOutcome) -> FamilyMove {
    match outcome {
        DepartureOutcome::Returned => FamilyMove::Returns,
        DepartureOutcome::PartlyAccompanied => FamilyMove::MayReturn,
        DepartureOutcome::Unaccompanied | DepartureOutcome::Suspended => FamilyMove::StaysAway,
    }
}

/// Planned arrivals at a post that are held as of a day: the report date lies on a day on which an ordered departure
/// would take them away again, or the post is suspended. An open departure is looked at as far as its lever lets it last.
pub fn held_arrivals(world: &World, post: PostId, today: Date) -> Vec<TourId> {
    let Some(facts) = world.posts.get(post) else { return Vec::new() };
    let mut held: Vec<(Date, TourId)> = Vec::new();
    for billet in world.billets.iter().filter(|(_, billet)| billet.terms.iter().any(|(_, t)| t.place == post)) {
        for id in &billet.1.tours {
            let tour = &world.tours[*id];
            let waits = matches!(tour.status(), TourStatus::Planned | TourStatus::Ordered);
            let here = billet.1.terms_near(tour.report).place == post;
            if waits && here && is_held(world, facts, tour.person, tour.report.max(today)) {
                held.push((tour.report, *id));
            }
        }
    }
    held.sort_unstable();
    held.into_iter().map(|(_, id)| id).collect()
}

fn is_held(world: &World, post: &Post, person: PersonId, report: Date) -> bool {
    match post.departure_on(report) {
        None => !post.receives_on(report),
        Some(departure) => {
            let most = i32::try_from(world.lever(Lever::DepartureDays, departure.from)).unwrap_or(i32::MAX);
            let lasts = muster_domain::kernel::days_between(departure.from, report) < most;
            departure.moves(world, person) && (departure.end.is_some() || lasts)
        }
    }
}

/// Two Worlds, one command apart.
struct Compared<'a> {
    world: &'a World,
    later: &'a World,
    post: PostId,
    on: Date,
    today: Date,
}

impl Compared<'_> {
    fn people(&self, events: &[Event], family: FamilyMove) -> Vec<DepartureMove> {
        let curtailed: BTreeMap<PersonId, Date> = events
            .iter()
            .filter_map(|event| match event {
                Event::TourCurtailed(event) => Some((event.person, self.world.tours[event.tour].rotation)),
                _ => None,
            })
            .collect();
        let basis = Basis::on(self.on, self.today, true);
        let here = |found: &Option<Whereabouts>| found.is_some_and(|found| found.post == self.post);
        let mut people: Vec<DepartureMove> = Vec::new();
        for (person, _) in self.world.people.iter() {
            let before = on_duty(self.world, person, self.on, basis);
            let after = on_duty(self.later, person, self.on, basis);
            if !here(&before) && !here(&after) {
                continue;
            }
            let rotation_before = curtailed.get(&person).copied();
            let departed = |found: Option<Whereabouts>| found.is_some_and(|found| found.departed.is_some());
            let moves = match (departed(before), departed(after)) {
                _ if rotation_before.is_some() => Move::Curtailed,
                (false, false) => Move::Stays,
                (false, true) => Move::Leaves,
                (true, false) => Move::Returns,
                (true, true) => Move::StaysAway,
            };
            let Some(found) = before.or(after) else { continue };
            let accompanied = found.tour.is_some_and(|tour| self.world.tours[tour].accompanied);
            let family = if accompanied { self.family(family) } else { FamilyMove::NoFamily };
            let facts = self.world.people[person].family.as_ref();
            people.push(DepartureMove {
                person,
                tour: found.tour,
                billet: found.tour.map(|tour| self.world.tours[tour].billet),
                office: found.office,
                essential: self.essential(person),
                moves,
                rotation_before,
                family,
                dependents: facts.map(|facts| facts.dependents).filter(|_| accompanied),
            });
        }
        people.sort_by_key(|row| (row.office, row.person));
        people
    }

    /// Of a family that came along: it leaves a post that took families, and is given back to one that does.
    fn family(&self, moves: FamilyMove) -> FamilyMove {
        let takes = |world: &World| world.posts[self.post].status.at(self.on).is_none_or(|s| s.takes_dependents());
        match moves {
            FamilyMove::Leaves if !takes(self.world) => FamilyMove::NoFamily,
            FamilyMove::Returns if !takes(self.later) => FamilyMove::StaysAway,
            moves => moves,
        }
    }

    fn essential(&self, person: PersonId) -> bool {
        let named = |world: &World| {
            let departure = world.posts[self.post].departure_on(self.on);
            departure.is_some_and(|departure| departure.essential.contains(&person))
        };
        let yesterday = self.on.yesterday().unwrap_or(self.on);
        let held = self.world.posts[self.post].departure_on(yesterday);
        named(self.world) || named(self.later) || held.is_some_and(|departure| departure.essential.contains(&person))
    }

    fn arrivals(&self) -> Vec<HeldArrival> {
        let (before, after) =
            (held_arrivals(self.world, self.post, self.today), held_arrivals(self.later, self.post, self.today));
        let mut all: Vec<TourId> = before.iter().chain(&after).copied().collect();
        all.sort_by_key(|tour| (self.world.tours[*tour].report, *tour));
        all.dedup();
        let row = |tour| HeldArrival { tour, before: before.contains(&tour), after: after.contains(&tour) };
        all.into_iter().map(row).collect()
    }

    fn offices(&self, people: &[DepartureMove], before: &StaffingIndex, after: &StaffingIndex) -> Vec<OfficeEffect> {
        let mut offices = muster_domain::organization::offices_at(self.world, self.post, self.on);
        offices.extend(people.iter().map(|row| row.office));
        offices.sort_unstable();
        offices.dedup();
        let effect = |office| OfficeEffect {
            office,
            before: self.counts(self.world, before, office),
            after: self.counts(self.later, after, office),
        };
        offices.into_iter().map(effect).collect()
    }

    fn counts(&self, world: &World, index: &StaffingIndex, office: OfficeId) -> PresenceCounts {
        let row = office_row(world, index, office, self.on, self.today).expect("the office stands in both Worlds");
        PresenceCounts {
            authorised: row.authorised,
            assigned: row.assigned,
            present: row.present,
            away: row.away,
            augmented: row.augmented,
            fill_rate: row.fill_rate,
            section_515: self.section_515(world, office),
        }
    }

    /// Members under section 515 in an office's host country: incumbents, wherever they are on the day.
    fn section_515(&self, world: &World, office: OfficeId) -> Option<u32> {
        let country = world.offices[office].country?;
        Some(ledger_count(world, country, self.on, self.today).members)
    }
}
