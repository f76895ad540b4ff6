//! Which cases somebody sees: those that an office in scope works, and those of countries with an office in scope.

use super::Case;
use crate::access::Scope;
use crate::kernel::Id as _;
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

    /// Whether the case is seen in the scope that these are of.
    pub fn sees(&self, scope: &Scope, case: &Case) -> bool {
        scope.sees_office(case.office) || self.0[case.country.index()]
    }
}
