//! Which cases an account sees.

use std::sync::Arc;

use muster_domain::access::Scope;
use muster_domain::cases::{Case, CaseCountries};
use muster_domain::{CountryId, OfficeId, World};

/// What one account sees of the cases.
pub struct Sight {
    scope: Arc<Scope>,
    countries: CaseCountries,
}

impl Sight {
    /// What is seen with this scope of [`Question::Cases`](crate::policy::Question::Cases).
    pub fn over(world: &World, scope: Arc<Scope>) -> Self {
        Self { countries: CaseCountries::new(world, &scope), scope }
    }

    /// Whether this case is among them.
    pub fn sees(&self, case: &Case) -> bool {
        self.sees_of(case.office, case.country)
    }

    /// Whether the cases that an office works for a country are among them.
    pub fn sees_of(&self, office: OfficeId, country: CountryId) -> bool {
        self.countries.sees(&self.scope, office, country)
    }
}
