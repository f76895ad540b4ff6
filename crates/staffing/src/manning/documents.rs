//! The manning documents: what each authorises, funds and fills today, and how it changes by fiscal year.

use std::collections::BTreeMap;

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, FiscalYear};
use muster_domain::workforce::BilletChange;
use muster_domain::{OfficeId, Text, World};
use serde::Serialize;

use crate::incumbent;

/// Fiscal years after the current one for which changes are shown.
const YEARS_AHEAD: i16 = 3;

/// One manning document, as far as its billets are the asker's to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ManningDocument {
    /// The name billets know it by.
    pub source: Text,
    /// The organisations at the top of its billets' offices: who owns it.
    pub owners: Vec<OfficeId>,
    /// Offices with billets in it.
    pub offices: u32,
    /// Billets authorised on the day.
    pub authorised: u32,
    /// Of these, billets funded.
    pub funded: u32,
    /// Of the authorised, billets covered.
    pub filled: u32,
    /// Billets that begin or end, by fiscal year: the current one and the next three.
    pub years: Vec<YearChange>,
    /// Open change requests about its billets.
    pub requests: u32,
}

/// What changes in a fiscal year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct YearChange {
    /// The fiscal year.
    pub fiscal_year: FiscalYear,
    /// Billets whose authorisation begins in it.
    pub begin: u32,
    /// Billets whose authorisation ends in it.
    pub end: u32,
}

/// Every manning document with a billet in scope, by name.
pub fn manning_documents(world: &World, scope: &Scope, on: Date, today: Date) -> Vec<ManningDocument> {
    let first = FiscalYear::of(on).0;
    let mut documents: BTreeMap<Text, Gathered> = BTreeMap::new();
    for office in scope.offices().filter(|office| world.rosters.get(*office).is_some()) {
        let owner = world.command_of(office, on);
        for id in &world.rosters[office].billets {
            let billet = &world.billets[*id];
            if billet.terms_near(on).office != office {
                continue;
            }
            let gathered = documents.entry(billet.source.clone()).or_insert_with(|| Gathered::new(first));
            *gathered.owners.entry(owner).or_default() += 1;
            gathered.last_office(office);
            if billet.authorised.contains(on) {
                gathered.authorised += 1;
                gathered.funded += u32::from(billet.is_funded(on));
                gathered.filled += u32::from(incumbent(world, *id, on, today).is_some());
            }
            for year in &mut gathered.years {
                let within = |day: Date| FiscalYear::of(day) == year.fiscal_year;
                year.begin += u32::from(within(billet.authorised.from()));
                year.end += u32::from(billet.authorised.until().is_some_and(within));
            }
        }
    }
    for (_, request) in world.change_requests.iter().filter(|(_, request)| scope.sees_office(request.office)) {
        if request.status().is_closed() {
            continue;
        }
        let source = match &request.change {
            BilletChange::Establish { source, .. } => source.clone(),
            change => match change.billet() {
                Some(billet) => world.billets[billet].source.clone(),
                None => continue,
            },
        };
        documents.entry(source).or_insert_with(|| Gathered::new(first)).requests += 1;
    }
    documents.into_iter().map(|(source, gathered)| gathered.document(source)).collect()
}

/// What one document adds up.
struct Gathered {
    owners: BTreeMap<OfficeId, u32>,
    offices: u32,
    latest: Option<OfficeId>,
    authorised: u32,
    funded: u32,
    filled: u32,
    years: Vec<YearChange>,
    requests: u32,
}

impl Gathered {
    fn new(first: i16) -> Self {
        let years = (0..=YEARS_AHEAD).map(|ahead| FiscalYear(first + ahead));
        Self {
            owners: BTreeMap::new(),
            offices: 0,
            latest: None,
            authorised: 0,
            funded: 0,
            filled: 0,
            years: years.map(|fiscal_year| YearChange { fiscal_year, begin: 0, end: 0 }).collect(),
            requests: 0,
        }
    }

    /// Offices come one after the other, so a new one is one that was not the last.
    fn last_office(&mut self, office: OfficeId) {
        if self.latest != Some(office) {
            self.latest = Some(office);
            self.offices += 1;
        }
    }

    fn document(self, source: Text) -> ManningDocument {
        let mut owners: Vec<(OfficeId, u32)> = self.owners.into_iter().collect();
        owners.sort_by_key(|(office, billets)| (std::cmp::Reverse(*billets), *office));
        ManningDocument {
            source,
            owners: owners.into_iter().map(|(office, _)| office).collect(),
            offices: self.offices,
            authorised: self.authorised,
            funded: self.funded,
            filled: self.filled,
            years: self.years,
            requests: self.requests,
        }
    }
}
