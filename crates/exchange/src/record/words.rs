//! The words of the domain's lists as files write them: the same as in the API. A title (`Air Force`) is read as well.

use muster_domain::Service;
use muster_domain::cases::{
    CaseHolder, CaseKind, CaseReviewKind, DifferenceKind, DiscrepancyKind, DiscrepancyOutcome, GoalCategory, LineClass,
    SlipReason,
};
use muster_domain::organization::OfficeKind;
use muster_domain::sources::SourceKind;
use muster_domain::workforce::{
    CertificateLevel, Clearance, ContradictionKind, Coordinator, FillMode, FunctionalArea, FundingSource, Incumbency,
    ServiceCoding,
};

use crate::tabular::Vocabulary;

/// A value that files write as one word of a list.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// What the words are, for a refusal.
    const WHAT: &'static str;
    /// Word, title, value.
    const WORDS: &'static [(&'static str, &'static str, Self)];

    /// The word of the value.
    fn word(self) -> &'static str {
        let found = Self::WORDS.iter().find(|(_, _, value)| *value == self);
        found.map(|(word, _, _)| *word).expect("a test holds every value against its list")
    }

    /// The value of a word, as the vocabulary writes it.
    fn read(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _, _)| *known == word).map(|(_, _, value)| *value)
    }

    /// The words with their titles.
    fn vocabulary() -> Vocabulary {
        let words: Vec<_> = Self::WORDS.iter().map(|(word, title, _)| (*word, *title)).collect();
        Vocabulary::titled(Self::WHAT, words)
    }
}

macro_rules! words {
    ($type:ident, $what:literal: $($word:literal $title:literal $value:expr;)*) => {
        impl Word for $type {
            const WHAT: &'static str = $what;
            const WORDS: &'static [(&'static str, &'static str, Self)] = &[$(($word, $title, $value),)*];
        }
    };
}

words! { Service, "a service":
    "army" "Army" Self::Army;
    "air_force" "Air Force" Self::AirForce;
    "navy" "Navy" Self::Navy;
    "marine_corps" "Marine Corps" Self::MarineCorps;
    "space_force" "Space Force" Self::SpaceForce;
    "coast_guard" "Coast Guard" Self::CoastGuard;
    "civilian" "Civilian" Self::Civilian;
    "locally_employed" "Locally employed" Self::LocallyEmployed;
}
words! { ServiceCoding, "a service coding":
    "army" "Army" Self::Only(Service::Army);
    "air_force" "Air Force" Self::Only(Service::AirForce);
    "navy" "Navy" Self::Only(Service::Navy);
    "marine_corps" "Marine Corps" Self::Only(Service::MarineCorps);
    "space_force" "Space Force" Self::Only(Service::SpaceForce);
    "coast_guard" "Coast Guard" Self::Only(Service::CoastGuard);
    "civilian" "Civilian" Self::Only(Service::Civilian);
    "locally_employed" "Locally employed" Self::Only(Service::LocallyEmployed);
    "any_military" "Any military" Self::AnyMilitary;
    "military_or_civilian" "Military or civilian" Self::MilitaryOrCivilian;
}
words! { OfficeKind, "a kind of office":
    "combatant_command" "Combatant command" Self::CombatantCommand;
    "agency" "Agency" Self::Agency;
    "headquarters" "Headquarters" Self::Headquarters;
    "school" "School" Self::School;
    "sco" "Security cooperation organization" Self::Sco;
}
words! { FillMode, "how a billet is filled":
    "service_nomination" "Service nomination" Self::ServiceNomination;
    "nominative_board" "Nominative board" Self::NominativeBoard;
    "civilian_recruitment" "Civilian recruitment" Self::CivilianRecruitment;
    "civilian_reassignment" "Civilian directed reassignment" Self::CivilianReassignment;
    "locally_employed" "Locally employed hire" Self::LocallyEmployed;
    "temporary" "Temporary" Self::Temporary;
}
words! { FunctionalArea, "a functional area":
    "planning_oversight_execution" "Planning, oversight and execution" Self::PlanningOversightExecution;
    "case_life_cycle" "Case life-cycle management" Self::CaseLifeCycle;
    "training_education" "Training and education management" Self::TrainingEducation;
    "acquisition" "Acquisition management" Self::Acquisition;
    "sco_operations" "SCO operations and management" Self::ScoOperations;
}
words! { FundingSource, "a source of funds":
    "fms_administrative" "FMS administrative funds" Self::FmsAdministrative;
    "fmf_administrative" "FMF administrative funds" Self::FmfAdministrative;
    "case_funded" "FMS case line" Self::CaseFunded;
    "operations_maintenance" "Command operations and maintenance" Self::OperationsMaintenance;
    "title10_program" "Title 10 program funds" Self::Title10Program;
    "military_pay" "Military personnel account" Self::MilitaryPay;
    "host_nation" "Host-nation assistance in kind" Self::HostNation;
}
words! { Coordinator, "who is asked before a billet changes":
    "command" "Combatant command" Self::Command;
    "dia" "Defense Intelligence Agency" Self::Dia;
    "service" "Military service" Self::Service;
    "chief_of_mission" "Chief of mission (NSDD-38)" Self::ChiefOfMission;
}
words! { Clearance, "a clearance":
    "none" "None" Self::None;
    "secret" "Secret" Self::Secret;
    "top_secret" "Top Secret" Self::TopSecret;
    "top_secret_sci" "TS/SCI" Self::TopSecretSci;
}
words! { CertificateLevel, "a certificate level":
    "basic" "Basic" Self::Basic;
    "intermediate" "Intermediate" Self::Intermediate;
    "advanced" "Advanced" Self::Advanced;
    "executive" "Executive" Self::Executive;
}
words! { Incumbency, "whether the person counts in the billet":
    "primary" "Primary" Self::Primary;
    "additional" "Additional duty" Self::Additional;
}
words! { ContradictionKind, "a kind of contradiction":
    "unmatched_row" "Row not matched to anybody" Self::UnmatchedRow;
    "person_not_named" "Named by no roster any more" Self::PersonNotNamed;
    "person_not_listed" "Lost by a document or list" Self::PersonNotListed;
    "billet_not_listed" "Billet listed no more" Self::BilletNotListed;
    "unknown_billet" "Unknown billet" Self::UnknownBillet;
    "sources_disagree" "Sources disagree" Self::SourcesDisagree;
    "code_disagrees" "Code or grade of a billet disagrees" Self::CodeDisagrees;
    "place_disagrees" "Place disagrees" Self::PlaceDisagrees;
    "duplicate_person" "Registered twice" Self::DuplicatePerson;
    "two_places" "In two places" Self::TwoPlaces;
    "second_incumbent" "Second incumbent" Self::SecondIncumbent;
    "outside_authorisation" "Outside the authorisation" Self::OutsideAuthorisation;
    "wrong_service" "Wrong service" Self::WrongService;
    "section515_exceeded" "Section 515 exceeded" Self::Section515Exceeded;
    "beyond_separation" "Beyond separation" Self::BeyondSeparation;
    "impossible_date" "Impossible date" Self::ImpossibleDate;
    "expired_score" "Score aged out" Self::ExpiredScore;
    "late_report" "Reported late" Self::LateReport;
}
words! { SourceKind, "a kind of source":
    "manning_document" "Manning document" Self::ManningDocument;
    "service_roster" "Service personnel roster" Self::ServiceRoster;
    "civilian_roster" "Civilian roster" Self::CivilianRoster;
    "staffing_list" "Embassy staffing list" Self::StaffingList;
    "certification_extract" "Certification extract" Self::CertificationExtract;
}
words! { CaseKind, "a kind of case":
    "defined_order" "Defined order" Self::DefinedOrder;
    "blanket_order" "Blanket order" Self::BlanketOrder;
    "supply_support" "CLSSA" Self::SupplySupport;
    "pseudo_loa" "Pseudo-LOA" Self::PseudoLoa;
}
words! { GoalCategory, "a group of time goals":
    "A" "A" Self::A;
    "B" "B" Self::B;
    "C" "C" Self::C;
    "D" "D" Self::D;
}
words! { LineClass, "what a line buys":
    "major_equipment" "Major defense equipment" Self::MajorEquipment;
    "articles" "Articles" Self::Articles;
    "services" "Services" Self::Services;
    "training" "Training" Self::Training;
    "construction" "Design and construction" Self::Construction;
}
words! { SlipReason, "why a delivery slipped":
    "contract" "The contract was awarded later" Self::Contract;
    "production" "Industry makes it later" Self::Production;
    "priority" "US forces need it first" Self::Priority;
    "release" "Release or export not cleared" Self::Release;
    "transport" "Transport or clearance at the border" Self::Transport;
    "purchaser" "The purchaser asked for it, or is not ready" Self::Purchaser;
    "funding" "The purchaser has not paid" Self::Funding;
    "other" "Anything else" Self::Other;
}
words! { DiscrepancyKind, "what is wrong with a delivery":
    "shortage" "Shortage" Self::Shortage;
    "overage" "Overage" Self::Overage;
    "damage" "Damage" Self::Damage;
    "wrong_item" "Wrong item" Self::WrongItem;
    "quality" "Quality" Self::Quality;
    "documentation" "Documentation" Self::Documentation;
    "billing" "Billing" Self::Billing;
    "latent_defect" "Latent defect" Self::LatentDefect;
}
words! { DiscrepancyOutcome, "how a report was answered":
    "accepted" "Accepted" Self::Accepted;
    "credited" "Made good in money" Self::Credited;
    "replaced" "Made good in kind" Self::Replaced;
    "rejected" "Not accepted" Self::Rejected;
}
words! { CaseReviewKind, "a sort of review":
    "program" "Program review" Self::Program;
    "financial" "Financial review" Self::Financial;
}
words! { CaseHolder, "who does it":
    "sco" "Security cooperation office" Self::Sco;
    "agency" "Implementing agency" Self::Agency;
    "case_writers" "Case writers" Self::CaseWriters;
    "program_managers" "Country program managers" Self::ProgramManagers;
    "state" "Department of State" Self::State;
    "congress" "Congress" Self::Congress;
    "industry" "Industry" Self::Industry;
    "purchaser" "Purchaser" Self::Purchaser;
}
words! { DifferenceKind, "what does not agree":
    "obligation" "Obligated against ordered" Self::Obligation;
    "delivery" "Delivered against ordered" Self::Delivery;
    "billing" "Asked for against delivered" Self::Billing;
    "collection" "Paid against what fell due" Self::Collection;
    "schedule" "Payment schedule against the total" Self::Schedule;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agree<T: Word + serde::Serialize + std::fmt::Debug>(all: impl IntoIterator<Item = T>) {
        for value in all {
            let said = match serde_json::to_value(value).unwrap() {
                serde_json::Value::Object(only) => only.into_iter().next().unwrap().1,
                other => other,
            };
            assert_eq!(said, value.word(), "{value:?}");
            assert_eq!(T::read(value.word()), Some(value));
        }
    }

    #[test]
    fn files_write_every_list_in_the_words_of_the_api() {
        agree(Service::ALL);
        agree(Service::ALL.map(ServiceCoding::Only));
        agree([ServiceCoding::AnyMilitary, ServiceCoding::MilitaryOrCivilian]);
        agree(FillMode::ALL.iter().copied());
        agree(FunctionalArea::ALL.iter().copied());
        agree(FundingSource::ALL.iter().copied());
        agree(Coordinator::ALL.iter().copied());
        agree([Clearance::None, Clearance::Secret, Clearance::TopSecret, Clearance::TopSecretSci]);
        agree([
            CertificateLevel::Basic,
            CertificateLevel::Intermediate,
            CertificateLevel::Advanced,
            CertificateLevel::Executive,
        ]);
        agree([Incumbency::Primary, Incumbency::Additional]);
        agree(ContradictionKind::ALL.iter().copied());
        agree(SourceKind::ALL.iter().copied());
        agree([CaseKind::DefinedOrder, CaseKind::BlanketOrder, CaseKind::SupplySupport, CaseKind::PseudoLoa]);
        agree([GoalCategory::A, GoalCategory::B, GoalCategory::C, GoalCategory::D]);
        agree([
            LineClass::MajorEquipment,
            LineClass::Articles,
            LineClass::Services,
            LineClass::Training,
            LineClass::Construction,
        ]);
        agree([
            OfficeKind::CombatantCommand,
            OfficeKind::Agency,
            OfficeKind::Headquarters,
            OfficeKind::School,
            OfficeKind::Sco,
        ]);
        agree(SlipReason::WORDS.iter().map(|(_, _, value)| *value));
        agree(DiscrepancyKind::WORDS.iter().map(|(_, _, value)| *value));
        agree(DiscrepancyOutcome::WORDS.iter().map(|(_, _, value)| *value));
        agree([CaseReviewKind::Program, CaseReviewKind::Financial]);
        agree(CaseHolder::WORDS.iter().map(|(_, _, value)| *value));
        agree(DifferenceKind::WORDS.iter().map(|(_, _, value)| *value));
    }

    #[test]
    fn a_title_is_read_as_the_word_it_stands_for() {
        assert_eq!(Service::vocabulary().find("Air Force"), Some("air_force"));
        assert_eq!(Clearance::vocabulary().find("ts/sci"), Some("top_secret_sci"));
    }
}
