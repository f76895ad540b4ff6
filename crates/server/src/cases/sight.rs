//! Which cases an account sees: those that an office in scope works, and those of countries with an office in scope.

use std::sync::Arc;

use muster_domain::World;
use muster_domain::access::Scope;
use muster_domain::cases::Case;
use muster_domain::kernel::Id as _;
use muster_domain::organization::OfficeKind;

/// What one account sees of the cases.
pub struct Sight {
    scope: Arc<Scope>,
    countries: Vec<bool>,
}

impl Sight {
    /// What is seen with this scope of [`Question::Cases`](crate::policy::Question::Cases).
    pub fn over(world: &World, scope: Arc<Scope>) -> Self {
        let mut countries = vec![false; world.countries.len()];
        for (id, office) in world.offices.iter() {
            if let Some(country) = office.country.filter(|_| office.kind == OfficeKind::Sco && scope.sees_office(id)) {
                countries[country.index()] = true;
            }
        }
        Self { scope, countries }
    }

    /// Whether this case is among them.
    pub fn sees(&self, case: &Case) -> bool {
        self.scope.sees_office(case.office) || self.countries[case.country.index()]
    }
}
