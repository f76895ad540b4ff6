//! Scopes: which rows one asker may see for one action and field class. The policy computes them; every query takes one.

use fixedbitset::FixedBitSet;

use crate::kernel::{Date, Id, OfficeId, PersonId, Service};
use crate::organization::OfficeKind;
use crate::workforce::Contradiction;
use crate::world::World;

/// The rows that one asker may see: those of a set of offices, of whole services, and the own row.
///
/// A row's home is its office on the day asked; a person between offices belongs to headquarters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    offices: FixedBitSet,
    services: Vec<Service>,
    person: Option<PersonId>,
}

impl Scope {
    /// No row at all.
    pub fn nothing() -> Self {
        Self::default()
    }

    /// Every row of the World.
    pub fn everything(world: &World) -> Self {
        let mut offices = FixedBitSet::with_capacity(world.offices.len());
        offices.insert_range(..);
        Self { offices, ..Self::default() }
    }

    /// The rows of these offices.
    pub fn of_offices(world: &World, seen: impl IntoIterator<Item = OfficeId>) -> Self {
        let mut offices = FixedBitSet::with_capacity(world.offices.len());
        offices.extend(seen.into_iter().map(Id::index).filter(|index| *index < world.offices.len()));
        Self { offices, ..Self::default() }
    }

    /// The people of a whole service, wherever they serve.
    pub fn of_service(service: Service) -> Self {
        Self { services: vec![service], ..Self::default() }
    }

    /// One person's own row.
    pub fn of_person(person: PersonId) -> Self {
        Self { person: Some(person), ..Self::default() }
    }

    /// What either scope sees. An account reaches one person's own row at most; of two the first is kept.
    pub fn or(mut self, other: Self) -> Self {
        self.offices.grow(other.offices.len());
        self.offices.union_with(&other.offices);
        for service in other.services {
            if !self.services.contains(&service) {
                self.services.push(service);
            }
        }
        self.person = self.person.or(other.person);
        self
    }

    /// The same scope within these offices only; the own row and services are left out.
    pub fn within(&self, world: &World, offices: impl IntoIterator<Item = OfficeId>) -> Self {
        Self::of_offices(world, offices.into_iter().filter(|office| self.sees_office(*office)))
    }

    /// Whether it sees the rows of this office.
    pub fn sees_office(&self, office: OfficeId) -> bool {
        self.offices.contains(office.index())
    }

    /// Whether it sees this person on this day. An id without a row is not seen.
    pub fn sees_person(&self, world: &World, person: PersonId, day: Date) -> bool {
        let Some(facts) = world.people.get(person) else { return false };
        // Whoever sees every office need not be asked where somebody's is.
        let everywhere = !self.offices.is_empty() && self.offices.is_full();
        everywhere
            || self.person == Some(person)
            || self.services.contains(&facts.service)
            || match world.home_of(person, day) {
                Some(home) => self.sees_office(home),
                None => self.sees_headquarters(world),
            }
    }

    /// Whether it sees the people of this service, wherever they serve.
    pub fn sees_service(&self, service: Service) -> bool {
        self.services.contains(&service)
    }

    /// The person whose own row it sees, if it is a member's.
    pub fn own_row(&self) -> Option<PersonId> {
        self.person
    }

    /// Whether it sees the headquarters, and with it people between offices.
    pub fn sees_headquarters(&self, world: &World) -> bool {
        world.offices.iter().any(|(id, office)| office.kind == OfficeKind::Headquarters && self.sees_office(id))
    }

    /// Whether it sees a contradiction: whoever sees the person it concerns, or the billet where it concerns no person; of
    /// neither, headquarters.
    pub fn sees_contradiction(&self, world: &World, held: &Contradiction, day: Date) -> bool {
        let person = held.person.or(held.tour.and_then(|id| world.tours.get(id)).map(|tour| tour.person));
        match (person, held.billet.and_then(|id| world.billets.get(id))) {
            (Some(person), _) => self.sees_person(world, person, day),
            (None, Some(billet)) => self.sees_office(billet.terms_near(day).office),
            (None, None) => self.sees_headquarters(world),
        }
    }

    /// The offices whose rows it sees, in id order.
    pub fn offices(&self) -> impl Iterator<Item = OfficeId> + '_ {
        self.offices.ones().map(OfficeId::from_index)
    }

    /// Whether it sees no row.
    pub fn is_empty(&self) -> bool {
        self.offices.is_clear() && self.services.is_empty() && self.person.is_none()
    }
}
