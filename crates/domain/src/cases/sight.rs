//! Which cases somebody sees: those that an office in scope works, and those of countries with an office in scope.

use crate::access::Scope;
use crate::kernel::{CountryId, Id as _, OfficeId};
use crate::organization::OfficeKind;
use crate::world::World;

/// The countries of a scope's security cooperation offices: their cases are seen, whoever works them.
#[derive(Debug, Clone)]
pub struct CaseCountries(Vec<bool>);

impl CaseCountries {
    /// Of a scope over the cases of offices.
    pub fn new(world: &World, scope: &Scope) -> Self {
        let mut countries = vec![false; world.countries.len()];
        for (id, office) in world.offices.iter() {
            if let Some(country) = office.country.filter(|_| office.kind == OfficeKind::Sco && scope.sees_office(id)) {
                countries[country.index()] = true;
            }
        }
        Self(countries)
    }

    /// Whether the cases that an office works for a country are seen in the scope that these are of.
    pub fn sees(&self, scope: &Scope, office: OfficeId, country: CountryId) -> bool {
        scope.sees_office(office) || self.0[country.index()]
    }
}
