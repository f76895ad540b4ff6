//! The measures of cases, once.

use muster_domain::cases::Milestone;
use serde::Serialize;

use super::Statistic;

/// What a figure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureUnit {
    /// A share, 0 to 1.
    Share,
    /// Calendar days.
    Days,
    /// Days from Monday to Friday but federal holidays, and days that were closed here.
    WorkingDays,
}

/// A measure as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeasureDefinition {
    /// Its name in addresses.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it counts, and what puts something into a quarter.
    pub definition: &'static str,
    /// Who asks for it.
    pub source: &'static str,
    /// What it counts in.
    pub unit: MeasureUnit,
    /// How observations become a figure.
    pub statistic: Statistic,
    /// Whether more is better.
    pub rising_is_good: bool,
}

/// A measure that is asked for and whose facts nobody records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NotRecorded {
    /// Its name.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What would have to be recorded.
    pub needs: &'static str,
}

/// Measures without a figure: none is better than one that nothing stands behind.
pub const NOT_RECORDED: &[NotRecorded] = &[
    NotRecorded {
        id: "contract_award",
        title: "Contract award time against the standard",
        needs: "The dates of funding and award of each line's contract, from the acquisition system, and the standard in force.",
    },
    NotRecorded {
        id: "certified_on_time",
        title: "Certified on time",
        needs: "The day by which each incumbent of a coded billet must hold which level, and the certificate's program.",
    },
    NotRecorded {
        id: "seat_wait",
        title: "Wait for a course seat",
        needs: "Requests for seats and their quotas by class, from the school's registrar.",
    },
];

/// A measure of cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is defined in the list")]
pub enum CaseMeasure {
    OfferedInGoal,
    LateOpen,
    LorDays,
    LorWorkingDays,
    DevelopmentDays,
    DevelopmentWorkingDays,
    OfferDays,
    OfferWorkingDays,
    AcceptanceDays,
    AcceptanceWorkingDays,
    HeldDays,
    CompleteAtFirst,
    OldestUntouched,
    DeliverySlip,
}

const REPORTS: &str = "Asked for by law and reports (domain facts §6)";
const PHASES: &str = "DSCA policy memorandum 07-26: measured phases (domain facts §5)";

macro_rules! measures {
    ($($variant:ident $id:literal $unit:ident $statistic:ident $good:literal $source:ident $title:literal $definition:literal;)*) => {
        impl CaseMeasure {
            /// Every measure with what it is.
            pub const ALL: &'static [(Self, MeasureDefinition)] = &[$((Self::$variant, MeasureDefinition {
                id: $id, title: $title, definition: $definition, source: $source, unit: MeasureUnit::$unit,
                statistic: Statistic::$statistic, rising_is_good: $good,
            }),)*];
        }
    };
}

measures! {
    OfferedInGoal "offered_in_goal" Share Share true REPORTS "Offered within the goal"
        "Of the cases offered in the quarter for which a goal was in force on the day of their letter of request, the share whose calendar days from that letter to the offer, approved holds not counted, are no more than the goal. A case that is late counts once it is offered; see Late and not offered.";
    LateOpen "late_open" Share Share false REPORTS "Late and not offered"
        "Of the cases that were on their way to an offer at the end of the quarter (today in the running one) and have a goal, the share that had passed it.";
    LorDays "lor_days" Days Median false PHASES "Letter of request: days"
        "Median calendar days from the letter of request to the beginning of development (DSTATUS), approved holds not counted, of the cases whose letter came in the quarter; those still there, and those cancelled there, count as running up to that day.";
    LorWorkingDays "lor_working_days" WorkingDays Median false PHASES "Letter of request: working days"
        "As the days of the letter of request, working days only: Monday to Friday but federal holidays and days declared closed.";
    DevelopmentDays "development_days" Days Median false PHASES "Data development: days"
        "Median calendar days from the beginning of development (DSTATUS) to the agency's approval (MILAP), approved holds not counted, of the cases that began in the quarter. From the first time it began to the last approval, so that going back counts in.";
    DevelopmentWorkingDays "development_working_days" WorkingDays Median false PHASES "Data development: working days"
        "As the days of data development, working days only: Monday to Friday but federal holidays and days declared closed.";
    OfferDays "offer_days" Days Median false PHASES "Writing, review and offer: days"
        "Median calendar days from the agency's approval (MILAP) to the offer, approved holds not counted, of the cases first approved in the quarter. From the first approval to the last offer.";
    OfferWorkingDays "offer_working_days" WorkingDays Median false PHASES "Writing, review and offer: working days"
        "As the days of writing, review and offer, working days only: Monday to Friday but federal holidays and days declared closed.";
    AcceptanceDays "acceptance_days" Days Median false PHASES "Offer to acceptance: days (for information)"
        "Median calendar days from the offer to its acceptance, of the cases first offered in the quarter. The purchaser's time: no goal and no staffing moves it.";
    AcceptanceWorkingDays "acceptance_working_days" WorkingDays Median false PHASES "Offer to acceptance: working days (for information)"
        "As the days from offer to acceptance, working days only: Monday to Friday but federal holidays and days declared closed.";
    HeldDays "held_days" Days Mean false REPORTS "Days on hold"
        "Mean calendar days under an approved hold on the way to the offer, of the cases offered in the quarter; most have none.";
    CompleteAtFirst "complete_at_first" Share Share true REPORTS "Letters of request complete at first submission"
        "Of the letters of request assessed for the first time in the quarter, the share that was found complete at once.";
    OldestUntouched "oldest_untouched" Days Largest false REPORTS "Age of the oldest untouched task"
        "Of the cases on their way to an offer at the end of the quarter (today in the running one) whose next step lies with the workforce and that are not on hold, the most calendar days since anything was recorded.";
    DeliverySlip "delivery_slip" Days Mean false REPORTS "Delivery slip"
        "Mean calendar days by which the deliveries made in the quarter came after the day first planned for them; one that came earlier counts below nothing.";
}

impl CaseMeasure {
    /// What it is.
    pub fn definition(self) -> &'static MeasureDefinition {
        &Self::ALL[self as usize].1
    }

    /// The measured phase that it times: from which milestone (none: the letter of request) to which.
    pub(super) fn phase(self) -> Option<(Option<Milestone>, Milestone)> {
        match self {
            Self::LorDays | Self::LorWorkingDays => Some((None, Milestone::DevelopmentStatus)),
            Self::DevelopmentDays | Self::DevelopmentWorkingDays => {
                Some((Some(Milestone::DevelopmentStatus), Milestone::AgencyApproved))
            }
            Self::OfferDays | Self::OfferWorkingDays => Some((Some(Milestone::AgencyApproved), Milestone::Offered)),
            Self::AcceptanceDays | Self::AcceptanceWorkingDays => Some((Some(Milestone::Offered), Milestone::Accepted)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_finds_its_own_definition_and_no_two_share_a_name() {
        let mut ids = std::collections::BTreeSet::new();
        for (measure, definition) in CaseMeasure::ALL {
            assert_eq!(measure.definition(), definition);
            assert!(ids.insert(definition.id));
        }
        assert!(NOT_RECORDED.iter().all(|one| ids.insert(one.id) && !one.needs.is_empty()));
    }
}
