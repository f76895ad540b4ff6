//! The list itself. Its order is the order in which rules are shown.

use muster_domain::policy::Lever;

use super::{Check, Rule, Workforce, checks, compare, shortfall};

/// What most rules share: for everybody, always, waived whole or not at all.
const PLAIN: Rule = Rule {
    id: "",
    title: "",
    authority: "",
    waivable: false,
    workforce: Workforce::All,
    switch: None,
    check: Check::Pair(checks::dependents),
    compare: compare::dependents,
    short: None,
};

/// Every eligibility rule, in the order they are shown.
pub const RULES: &[Rule] = &[
    Rule {
        id: "service",
        title: "The person belongs to a service that the billet is coded for.",
        authority: "facts §3: only the service a billet is coded for fills it",
        waivable: false,
        check: Check::Profile(checks::service),
        compare: compare::service,
        ..PLAIN
    },
    Rule {
        id: "fill-mode",
        title: "The billet is filled the way in which people of the person's workforce come.",
        authority: "facts §3: fill mode; services detail their own people, civilians are recruited or reassigned",
        waivable: false,
        check: Check::Profile(checks::fill_mode),
        compare: compare::fill_mode,
        ..PLAIN
    },
    Rule {
        id: "grade",
        title: "The person's grade is the billet's, or as near as the lever allows.",
        authority: "facts §3; lever grade_tolerance",
        waivable: true,
        check: Check::Profile(checks::grade),
        compare: compare::grade,
        short: Some(shortfall::grade),
        ..PLAIN
    },
    Rule {
        id: "specialty",
        title: "The person holds the specialty that the billet needs.",
        authority: "facts §3",
        waivable: true,
        check: Check::Profile(checks::specialty),
        compare: compare::specialty,
        ..PLAIN
    },
    Rule {
        id: "language",
        title: "The person speaks and reads every language the billet needs, by a score that counts on the report date or after a course that ends before it.",
        authority: "facts §3: a score ages out after five years; levers language_score_months, language_course_level, course_weeks",
        waivable: true,
        check: Check::Pair(checks::language),
        compare: compare::language,
        short: Some(shortfall::language),
        ..PLAIN
    },
    Rule {
        id: "clearance",
        title: "The person's clearance reaches the billet's on the report date, or is obtained before it.",
        authority: "facts §3; levers clearance_secret_months and its like",
        waivable: false,
        check: Check::Pair(checks::clearance),
        compare: compare::clearance,
        ..PLAIN
    },
    Rule {
        id: "certificate",
        title: "The person holds the certificate that the billet's code asks for, or is trained for it before the report date.",
        authority: "DoDI 5132.15; facts §3 and §4; lever certificate_weeks",
        waivable: true,
        check: Check::Pair(checks::certificate),
        compare: compare::certificate,
        short: Some(shortfall::certificate_levels),
        ..PLAIN
    },
    Rule {
        id: "availability",
        title: "Neither the billet nor the person waits longer for the report date than the lever allows.",
        authority: "facts §3; lever report_window_days",
        waivable: true,
        check: Check::Pair(checks::availability),
        compare: compare::availability,
        short: Some(shortfall::availability),
        ..PLAIN
    },
    Rule {
        id: "terms",
        title: "The billet's terms do not change before the report date.",
        authority: "facts §3: a billet's attributes are dated",
        waivable: false,
        check: Check::Pair(checks::terms),
        compare: compare::terms,
        ..PLAIN
    },
    Rule {
        id: "authorisation",
        title: "The billet stays authorised for the shortest tour at least.",
        authority: "facts §3: authorised from and to; lever minimum_tour_months",
        waivable: false,
        check: Check::Pair(checks::authorisation),
        compare: compare::authorisation,
        ..PLAIN
    },
    Rule {
        id: "separation",
        title: "The person can serve the shortest tour at least before separation or retirement.",
        authority: "facts §3: a tour ends before mandatory retirement; lever minimum_tour_months",
        waivable: true,
        check: Check::Pair(checks::separation),
        compare: compare::separation,
        short: Some(shortfall::separation),
        ..PLAIN
    },
    Rule {
        id: "retainability",
        title: "The member has the months of service left that the service asks for.",
        authority: "facts §3: retainability; lever retainability_months",
        waivable: true,
        workforce: Workforce::Military,
        check: Check::Pair(checks::retainability),
        compare: compare::retainability,
        short: Some(shortfall::retainability),
        ..PLAIN
    },
    Rule {
        id: "time-on-station",
        title: "The member has served long enough on station.",
        authority: "facts §3: time on station; lever time_on_station_months",
        waivable: true,
        workforce: Workforce::Military,
        check: Check::Pair(checks::time_on_station),
        compare: compare::time_on_station,
        short: Some(shortfall::time_on_station),
        ..PLAIN
    },
    Rule {
        id: "joint-credit",
        title: "The officer leaves the joint tour with full credit.",
        authority: "10 U.S.C. 664; facts §3; lever joint_tour_months",
        waivable: true,
        workforce: Workforce::Military,
        check: Check::Pair(checks::joint_credit),
        compare: compare::joint_credit,
        short: Some(shortfall::joint_credit),
        ..PLAIN
    },
    Rule {
        id: "overseas-control",
        title: "The service sends the member overseas again before the billet has waited too long.",
        authority: "facts §3: overseas control date; lever report_window_days",
        waivable: true,
        workforce: Workforce::Military,
        check: Check::Pair(checks::overseas_control),
        compare: compare::overseas_control,
        short: Some(shortfall::overseas_control),
        ..PLAIN
    },
    Rule {
        id: "foreign-limit",
        title: "The civilian stays within the limit of years in foreign areas.",
        authority: "DoDI 1400.25 v1230; facts §3; lever foreign_limit_months",
        waivable: true,
        workforce: Workforce::Civilian,
        check: Check::Pair(checks::foreign_limit),
        compare: compare::foreign_limit,
        short: Some(shortfall::foreign_limit),
        ..PLAIN
    },
    Rule {
        id: "return-rights",
        title: "The civilian's return rights last as long as the shortest tour.",
        authority: "DoDI 1400.25 v1230; facts §3; lever minimum_tour_months",
        waivable: true,
        workforce: Workforce::Civilian,
        check: Check::Pair(checks::return_rights),
        compare: compare::return_rights,
        short: Some(shortfall::return_rights),
        ..PLAIN
    },
    Rule {
        id: "consecutive-hardship",
        title: "The tour is not the second hardship tour in a row.",
        authority: "facts §3, post facts; lever consecutive_hardship_rule",
        waivable: true,
        switch: Some(Lever::ConsecutiveHardshipRule),
        check: Check::Pair(checks::consecutive_hardship),
        compare: compare::consecutive_hardship,
        ..PLAIN
    },
    Rule {
        id: "dependents",
        title: "A person with dependents goes unaccompanied where the billet or the post takes none; nobody is barred by it.",
        authority: "facts §2, post status; our decision: the tour is planned unaccompanied, at that length",
        waivable: false,
        check: Check::Pair(checks::dependents),
        compare: compare::dependents,
        ..PLAIN
    },
    Rule {
        id: "family-clearance",
        title: "A family that goes abroad is medically cleared on the report date.",
        authority: "facts §3: family medically cleared or post approval",
        waivable: true,
        check: Check::Pair(checks::family_clearance),
        compare: compare::family_clearance,
        ..PLAIN
    },
    Rule {
        id: "accreditation",
        title: "The host country has not refused the person before.",
        authority: "facts §3: host refusal ends a tour",
        waivable: false,
        check: Check::Pair(checks::accreditation),
        compare: compare::accreditation,
        ..PLAIN
    },
    Rule {
        id: "couples",
        title: "A spouse of the workforce serves at the same post or within commuting distance.",
        authority: "facts §3: tandem couples; lever commuting_km",
        waivable: true,
        check: Check::Pair(checks::couples),
        compare: compare::couples,
        ..PLAIN
    },
    Rule {
        id: "key-experience",
        title: "Whoever takes a key billet has the experience that it asks for.",
        authority: "facts §3: key billets; lever key_experience_months",
        waivable: true,
        check: Check::Pair(checks::key_experience),
        compare: compare::key_experience,
        short: Some(shortfall::key_experience),
        ..PLAIN
    },
    Rule {
        id: "post-status",
        title: "The post is neither suspended nor under ordered departure on the report date.",
        authority: "facts §2, post status",
        waivable: true,
        check: Check::Pair(checks::post_status),
        compare: compare::post_status,
        ..PLAIN
    },
    Rule {
        id: "another-slate",
        title: "The person is in no other cycle's live slate.",
        authority: "facts §3: one accepted assignment a person",
        waivable: false,
        check: Check::Mover(checks::another_slate),
        compare: compare::another_slate,
        ..PLAIN
    },
    Rule {
        id: "billet-slated",
        title: "The billet is in no other cycle's live slate.",
        authority: "facts §3: one accepted assignment a billet",
        waivable: false,
        check: Check::Opening(checks::billet_slated),
        compare: compare::billet_slated,
        ..PLAIN
    },
    Rule {
        id: "section-515",
        title: "Section 515 leaves room in the country for one more member; how many a slate brings together is a limit of the slate.",
        authority: "22 U.S.C. 2321i; facts §2; lever section515_members",
        waivable: false,
        workforce: Workforce::Military,
        check: Check::Pair(checks::section_515),
        compare: compare::section_515,
        ..PLAIN
    },
    Rule {
        id: "same-billet",
        title: "The billet is another than the one the person leaves.",
        authority: "facts §3: staying is an extension, not an assignment",
        waivable: false,
        check: Check::Pair(checks::same_billet),
        compare: compare::same_billet,
        ..PLAIN
    },
    Rule {
        id: "fair-share",
        title: "The person has served a fair share at hardship posts, or goes to one (State style).",
        authority: "facts §3: fair share; levers state_rules, fair_share_months",
        waivable: true,
        switch: Some(Lever::StateRules),
        check: Check::Pair(checks::fair_share),
        compare: compare::fair_share,
        ..PLAIN
    },
    Rule {
        id: "six-eight",
        title: "The person does not stay at home beyond the limit (State style).",
        authority: "facts §3: 6/8 rule; levers state_rules, domestic_limit_months",
        waivable: true,
        switch: Some(Lever::StateRules),
        check: Check::Pair(checks::six_eight),
        compare: compare::six_eight,
        short: Some(shortfall::six_eight),
        ..PLAIN
    },
];
