//! The work of a country and who is there for it: strength and movements in totals, demand, cases by phase and customer.

use std::collections::BTreeMap;

use muster_caseflow::queue::{QueueKey, QueuePart};
use muster_domain::cases::CasePhase;
use muster_domain::partner::Country;
use muster_domain::{CountryId, Date, OfficeId, Text};
use muster_staffing::{Demand, MovementMonth, PictureRow};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::asker::Asker;
use super::super::cases::Sight;
use super::super::names::{Names, OfficeName};
use crate::policy::Question;

/// A security cooperation office of the country, in totals.
#[derive(Debug, Serialize, ToSchema)]
pub struct CountryOffice {
    /// Which office.
    pub office: OfficeName,
    /// Its strength on the day: billets and people counted, no person named.
    pub picture: PictureRow,
    /// Planned arrivals and losses of this month and the eleven after it, in numbers.
    pub movements: Vec<MovementMonth>,
}

/// The cases of a country.
#[derive(Debug, Clone, Default, Serialize, ToSchema)]
pub struct CountryCases {
    /// Open cases.
    pub open: usize,
    /// Of those, on hold.
    pub held: usize,
    /// Of those, past their goal and not offered.
    pub late: usize,
    /// Of those, stuck for whatever reason.
    pub stuck: usize,
    /// What the open ones are worth, US cents.
    pub value_cents: i64,
    /// Closed or cancelled.
    pub over: usize,
    /// Open ones by phase, in order; phases without a case are left out.
    pub phases: Vec<CountryPhase>,
    /// Open ones by purchaser code: several codes of one country are separate customers. Codes without a case are there
    /// with zero.
    pub purchasers: Vec<CountryPurchaser>,
}

/// Open cases of a country in a phase.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CountryPhase {
    /// Which phase.
    pub phase: CasePhase,
    /// How many cases.
    pub cases: usize,
    /// Of those, on hold.
    pub held: usize,
    /// Of those, past their goal.
    pub late: usize,
    /// Of those, stuck.
    pub stuck: usize,
    /// What they are worth, US cents.
    pub value_cents: i64,
}

/// Open cases of one purchaser code.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CountryPurchaser {
    /// The code.
    pub code: Text,
    /// How many cases.
    pub cases: usize,
    /// What they are worth, US cents.
    pub value_cents: i64,
}

/// The offices of a country on a day, with their strength: those in the asker's scope of totals.
pub(super) fn pictures(asker: &Asker, country: CountryId, on: Date) -> Vec<(OfficeId, PictureRow)> {
    let (world, scope) = (&*asker.world, asker.scope(Question::Totals));
    let index = asker.app.index(world);
    let offices = world.scos_of(country, on).filter(|office| scope.sees_office(*office));
    offices.filter_map(|id| Some((id, muster_staffing::office_row(world, &index, id, on, asker.today)?))).collect()
}

/// The same with what comes and goes.
pub(super) fn strengths(asker: &Asker, names: &Names, country: CountryId, on: Date) -> Vec<CountryOffice> {
    let scope = asker.scope(Question::Totals);
    let movements = |office| muster_staffing::movements(&asker.world, &scope, office, asker.today);
    let offices = pictures(asker, country, on).into_iter();
    offices.map(|(id, picture)| CountryOffice { office: names.office(id), picture, movements: movements(id) }).collect()
}

/// The demand of a country's work, where it is the asker's to see.
pub(super) fn demand(asker: &Asker, country: CountryId, on: Date) -> Option<Demand> {
    let demand = asker.app.index(&asker.world).country_demand(&asker.world, country, on)?;
    let responsible = || asker.world.countries.get(country)?.responsible.at_or_first(on).copied();
    let office = demand.carried_by.or_else(responsible)?;
    asker.scope(Question::Totals).sees_office(office).then_some(demand)
}

/// The cases that the asker sees, by country.
pub(super) struct CaseTally(BTreeMap<CountryId, Counted>);

#[derive(Default)]
struct Counted {
    sums: CountryCases,
    phases: BTreeMap<CasePhase, CountryPhase>,
    purchasers: BTreeMap<Text, (usize, i64)>,
}

impl CaseTally {
    /// Of every country.
    pub(super) fn of_all(asker: &Asker) -> Self {
        Self::counted(asker, |_| true)
    }

    /// Of one country.
    pub(super) fn of(asker: &Asker, country: CountryId) -> Self {
        Self::counted(asker, |of| of == country)
    }

    fn counted(asker: &Asker, wanted: impl Fn(CountryId) -> bool) -> Self {
        let (sight, queue) = (Sight::of(asker), asker.app.queues.of(asker));
        let mut counted: BTreeMap<CountryId, Counted> = BTreeMap::new();
        for (_, key) in queue.keys() {
            if wanted(key.country) && sight.sees_of(key.office, key.country) {
                counted.entry(key.country).or_default().add(key);
            }
        }
        Self(counted)
    }

    /// The sums of a country; none where the asker sees no case of it.
    pub(super) fn of_country(&self, country: CountryId) -> Option<&CountryCases> {
        self.0.get(&country).map(|counted| &counted.sums)
    }

    /// The same by phase and customer.
    pub(super) fn cases(&self, id: CountryId, country: &Country) -> Option<CountryCases> {
        let counted = self.0.get(&id)?;
        let mut purchasers = counted.purchasers.clone();
        for code in &country.purchaser_codes {
            purchasers.entry(code.clone()).or_default();
        }
        let named = |(code, (cases, value_cents))| CountryPurchaser { code, cases, value_cents };
        Some(CountryCases {
            phases: counted.phases.values().cloned().collect(),
            purchasers: purchasers.into_iter().map(named).collect(),
            ..counted.sums.clone()
        })
    }
}

impl Counted {
    fn add(&mut self, key: &QueueKey) {
        if key.phase.is_over() {
            self.sums.over += 1;
            return;
        }
        let is_in = |part| usize::from(key.is_in(part));
        let (held, late, stuck) = (is_in(QueuePart::Held), is_in(QueuePart::Late), is_in(QueuePart::Stuck));
        let nothing = CountryPhase { phase: key.phase, cases: 0, held: 0, late: 0, stuck: 0, value_cents: 0 };
        let phase = self.phases.entry(key.phase).or_insert(nothing);
        phase.cases += 1;
        phase.held += held;
        phase.late += late;
        phase.stuck += stuck;
        phase.value_cents += key.value_cents;
        self.sums.open += 1;
        self.sums.held += held;
        self.sums.late += late;
        self.sums.stuck += stuck;
        self.sums.value_cents += key.value_cents;
        let customer = self.purchasers.entry(key.number.purchaser().into()).or_default();
        customer.0 += 1;
        customer.1 += key.value_cents;
    }
}
