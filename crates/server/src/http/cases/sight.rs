//! Which cases an asker sees: those that an office in scope works, and those of countries with an office in scope.

use std::sync::Arc;

use muster_domain::access::Scope;
use muster_domain::cases::Case;
use muster_domain::kernel::Id as _;
use muster_domain::organization::OfficeKind;

use super::super::asker::Asker;
use crate::policy::Question;

/// What one asker sees of the cases.
pub(super) struct Sight {
    scope: Arc<Scope>,
    countries: Vec<bool>,
}

impl Sight {
    pub(super) fn of(asker: &Asker) -> Self {
        let scope = asker.scope(Question::Cases);
        let mut countries = vec![false; asker.world.countries.len()];
        for (id, office) in asker.world.offices.iter() {
            if let Some(country) = office.country.filter(|_| office.kind == OfficeKind::Sco && scope.sees_office(id)) {
                countries[country.index()] = true;
            }
        }
        Self { scope, countries }
    }

    pub(super) fn sees(&self, case: &Case) -> bool {
        self.scope.sees_office(case.office) || self.countries[case.country.index()]
    }
}
