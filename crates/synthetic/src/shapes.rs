//! How commands, agencies and schools are made up: weight, military share, services, work, grades.

use muster_domain::workforce::FunctionalArea;
use muster_domain::{Grade, Service};

/// How one organisation is made up.
pub(crate) struct Shape {
    /// Code of the organisation; an area's commands share one row.
    pub code: &'static str,
    /// Weight among all organisations at home.
    pub weight: f64,
    /// Military share, per mille.
    pub military: u32,
    pub services: &'static [(Service, u32)],
    pub areas: &'static [(FunctionalArea, u32)],
    pub titles: &'static [&'static str],
}

use FunctionalArea::{Acquisition, CaseLifeCycle, PlanningOversightExecution, ScoOperations, TrainingEducation};
use Service::{AirForce, Army, CoastGuard, MarineCorps, Navy, SpaceForce};

const JOINT: &[(Service, u32)] = &[(Army, 42), (AirForce, 30), (Navy, 20), (MarineCorps, 6), (SpaceForce, 2)];
const CASES: &[&str] = &[
    "Case Manager",
    "Country Program Manager",
    "Case Writer",
    "Line Manager",
    "Logistics Manager",
    "Financial Analyst",
];
const STAFF: &[&str] =
    &["Program Analyst", "Country Desk Officer", "Policy Analyst", "Budget Analyst", "Operations Officer"];
const COMMAND: &[&str] = &[
    "Security Cooperation Planner",
    "Country Desk Officer",
    "Exercise Planner",
    "Assessment Analyst",
    "Program Officer",
];

/// Every organisation at home. Weights and shares are our assumption: no public table of the workforce by organisation
/// was found.
pub(crate) const SHAPES: &[Shape] = &[
    Shape {
        code: "command",
        weight: 52.0,
        military: 770,
        services: JOINT,
        areas: &[(PlanningOversightExecution, 7), (ScoOperations, 2)],
        titles: COMMAND,
    },
    Shape {
        code: "DSCA",
        weight: 52.0,
        military: 300,
        services: JOINT,
        areas: &[(PlanningOversightExecution, 5), (CaseLifeCycle, 4)],
        titles: STAFF,
    },
    Shape {
        code: "DSCS",
        weight: 34.0,
        military: 420,
        services: JOINT,
        areas: &[(ScoOperations, 6), (TrainingEducation, 2)],
        titles: STAFF,
    },
    Shape {
        code: "DSCU",
        weight: 30.0,
        military: 450,
        services: JOINT,
        areas: &[(TrainingEducation, 1)],
        titles: &["Instructor", "Course Director", "Curriculum Developer", "Student Services Officer"],
    },
    Shape {
        code: "USASAC",
        weight: 195.0,
        military: 650,
        services: &[(Army, 1)],
        areas: &[(CaseLifeCycle, 7), (Acquisition, 2)],
        titles: CASES,
    },
    Shape {
        code: "NIPO",
        weight: 130.0,
        military: 620,
        services: &[(Navy, 78), (MarineCorps, 14), (CoastGuard, 8)],
        areas: &[(CaseLifeCycle, 7), (Acquisition, 2)],
        titles: CASES,
    },
    Shape {
        code: "AFSAC",
        weight: 172.0,
        military: 650,
        services: &[(AirForce, 94), (SpaceForce, 6)],
        areas: &[(CaseLifeCycle, 7), (Acquisition, 2)],
        titles: CASES,
    },
    Shape {
        code: "DCMA",
        weight: 58.0,
        military: 400,
        services: JOINT,
        areas: &[(Acquisition, 1)],
        titles: &["Contract Administrator", "Quality Assurance Specialist", "Price Analyst"],
    },
    Shape {
        code: "DLA",
        weight: 26.0,
        military: 250,
        services: JOINT,
        areas: &[(CaseLifeCycle, 1)],
        titles: &["Supply Chain Manager", "Disposition Manager"],
    },
    Shape {
        code: "DFAS",
        weight: 25.0,
        military: 30,
        services: JOINT,
        areas: &[(CaseLifeCycle, 1)],
        titles: &["Trust Fund Accountant", "Billing Analyst"],
    },
    Shape {
        code: "DISA",
        weight: 12.0,
        military: 350,
        services: JOINT,
        areas: &[(Acquisition, 1)],
        titles: &["Communications Security Manager", "Systems Manager"],
    },
    Shape {
        code: "DTRA",
        weight: 12.0,
        military: 450,
        services: JOINT,
        areas: &[(PlanningOversightExecution, 1)],
        titles: &["Program Officer", "Partner Capacity Planner"],
    },
    Shape {
        code: "MDA",
        weight: 5.0,
        military: 350,
        services: JOINT,
        areas: &[(Acquisition, 1)],
        titles: &["International Program Manager"],
    },
    Shape {
        code: "NGA",
        weight: 5.0,
        military: 250,
        services: JOINT,
        areas: &[(CaseLifeCycle, 1)],
        titles: &["Geospatial Program Manager"],
    },
    Shape {
        code: "NSA",
        weight: 5.0,
        military: 350,
        services: JOINT,
        areas: &[(CaseLifeCycle, 1)],
        titles: &["Communications Security Case Manager"],
    },
    Shape {
        code: "DIA",
        weight: 6.0,
        military: 550,
        services: JOINT,
        areas: &[(PlanningOversightExecution, 1)],
        titles: &["Attaché Operations Officer"],
    },
];

/// Grades of military billets at home.
pub(crate) const MILITARY_GRADES: &[(Grade, u32)] = &[
    (Grade::O(3), 14),
    (Grade::O(4), 25),
    (Grade::O(5), 16),
    (Grade::O(6), 4),
    (Grade::W(2), 2),
    (Grade::W(3), 3),
    (Grade::W(4), 2),
    (Grade::E(5), 6),
    (Grade::E(6), 12),
    (Grade::E(7), 11),
    (Grade::E(8), 4),
    (Grade::E(9), 1),
];
/// Grades of civilian billets at home.
pub(crate) const CIVILIAN_GRADES: &[(Grade, u32)] = &[
    (Grade::Gs(7), 4),
    (Grade::Gs(9), 10),
    (Grade::Gs(11), 17),
    (Grade::Gs(12), 30),
    (Grade::Gs(13), 25),
    (Grade::Gs(14), 10),
    (Grade::Gs(15), 4),
];
