//! Which cases an asker sees: those that an office in scope works, and those of countries with an office in scope.

use std::sync::Arc;

use muster_domain::access::Scope;
use muster_domain::cases::{Case, CaseCountries};

use super::super::asker::Asker;
use crate::policy::Question;

/// What one asker sees of the cases.
pub(in super::super) struct Sight {
    scope: Arc<Scope>,
    countries: CaseCountries,
}

impl Sight {
    pub(in super::super) fn of(asker: &Asker) -> Self {
        let scope = asker.scope(Question::Cases);
        let countries = CaseCountries::new(&asker.world, &scope);
        Self { scope, countries }
    }

    pub(in super::super) fn sees(&self, case: &Case) -> bool {
        self.countries.sees(&self.scope, case)
    }
}
