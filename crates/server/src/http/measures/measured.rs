//! Every measure there is, of cases and of staffing, and what it observes of what an asker sees.

use std::sync::Arc;

use muster_caseflow::measures::{CaseMeasure, MeasureDefinition, MeasureUnit, Observed, Quarter, Statistic, observe};
use muster_caseflow::service_calendar;
use muster_domain::access::Scope;
use muster_domain::{BilletId, CaseId, Date, OfficeId, Period, World};

use super::super::asker::Asker;
use super::super::cases::Sight;
use crate::policy::Question;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// A case.
    Case(CaseId),
    /// A billet of an office.
    Billet(BilletId, OfficeId),
}

/// A measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measured {
    /// Of cases.
    Cases(CaseMeasure),
    /// Billets of security cooperation offices that are covered.
    ScoFill,
    /// Days without an incumbent at security cooperation offices.
    ScoGapDays,
}

const STAFFING: [(Measured, MeasureDefinition); 2] = [
    (
        Measured::ScoFill,
        MeasureDefinition {
            id: "sco_fill",
            title: "SCO fill rate",
            definition: "Of the billets authorised at security cooperation offices on the last day of the quarter (today in the running one), approved gaps left out, the share that an incumbent covers.",
            source: "Asked for by law and reports (domain facts §6)",
            unit: MeasureUnit::Share,
            statistic: Statistic::Share,
            rising_is_good: true,
        },
    ),
    (
        Measured::ScoGapDays,
        MeasureDefinition {
            id: "sco_gap_days",
            title: "Gap days between incumbents",
            definition: "Days of the quarter, so far in the running one, on which billets of security cooperation offices had no incumbent after their first one known, approved gaps not counted, added over the billets.",
            source: "Asked for by law and reports (domain facts §6)",
            unit: MeasureUnit::Days,
            statistic: Statistic::Sum,
            rising_is_good: false,
        },
    ),
];

impl Measured {
    /// Every measure with what it is, those of cases first.
    pub(super) fn all() -> impl Iterator<Item = (Self, &'static MeasureDefinition)> {
        let cases = CaseMeasure::ALL.iter().map(|(measure, definition)| (Self::Cases(*measure), definition));
        cases.chain(STAFFING.iter().map(|(measure, definition)| (*measure, definition)))
    }
}

/// What an asker sees of what is measured.
pub(super) struct Seen {
    world: Arc<World>,
    cases: Sight,
    billets: Arc<Scope>,
    pub(super) today: Date,
}

impl Seen {
    pub(super) fn of(asker: &Asker) -> Self {
        Self {
            world: Arc::clone(&asker.world),
            cases: Sight::of(asker),
            billets: asker.scope(Question::Billets),
            today: asker.today,
        }
    }

    pub(super) fn world(&self) -> &World {
        &self.world
    }

    /// What a measure observes in these quarters.
    pub(super) fn observed(&self, measured: Measured, quarters: &[Quarter]) -> Vec<Observed<Counted>> {
        let (world, today) = (&*self.world, self.today);
        let of_billets = |day, found: Vec<(BilletId, OfficeId, f64)>| {
            let observed = move |(billet, office, value)| Observed {
                subject: Counted::Billet(billet, office),
                day,
                value,
                running: false,
            };
            found.into_iter().map(observed).collect::<Vec<_>>()
        };
        match measured {
            Measured::Cases(measure) => {
                let calendar = service_calendar(world, today);
                let seen = world.cases.iter().filter(|(_, case)| self.cases.sees(case));
                seen.flat_map(|case| observe(measure, world, &calendar, case, quarters, today))
                    .map(|one| Observed {
                        subject: Counted::Case(one.subject),
                        day: one.day,
                        value: one.value,
                        running: one.running,
                    })
                    .collect()
            }
            Measured::ScoFill => quarters
                .iter()
                .flat_map(|quarter| {
                    let day = quarter.counted_on(today);
                    let found = muster_staffing::measures::sco_fill(world, &self.billets, day, today);
                    let value = |(billet, office, filled)| (billet, office, f64::from(u8::from(filled)));
                    of_billets(day, found.into_iter().map(value).collect())
                })
                .collect(),
            Measured::ScoGapDays => quarters
                .iter()
                .flat_map(|quarter| {
                    let until = quarter.end().min(today);
                    let Ok(within) = Period::new(quarter.from(), Some(until)) else { return Vec::new() };
                    let found = muster_staffing::measures::sco_gap_days(world, &self.billets, within, today);
                    #[allow(clippy::cast_precision_loss, reason = "days of a quarter")]
                    let value = |(billet, office, days): (_, _, i64)| (billet, office, days as f64);
                    of_billets(quarter.from(), found.into_iter().map(value).collect())
                })
                .collect(),
        }
    }
}
