//! Cases for tests: with any history, on any days, in any order that a system of record may report.

use jiff::ToSpan;
use jiff::civil::Date;
use muster_domain::cases::{
    Case, CaseKind, CaseLine, CaseNews, CaseNotification, CasePhase, CaseRecord, CorrectMilestone, Execution,
    GoalCategory, LineClass, Milestone, NoteCase, RecordMilestone, ReportCases, UpdateCases,
};
use muster_domain::{CaseId, Command, CountryId, OfficeId, World};
use muster_staffing::CaseCounts;

use super::random::day;
use super::{Build, Small, TODAY};

/// What a system of record says of a case.
pub fn record(number: &str, office: OfficeId, lor: Date, milestones: Vec<(Milestone, Date)>) -> CaseRecord {
    CaseRecord {
        number: number.parse().unwrap(),
        office,
        kind: CaseKind::DefinedOrder,
        category: GoalCategory::B,
        title: "Radios".into(),
        lor,
        assessed: Vec::new(),
        milestones,
        holds: Vec::new(),
        delays: Vec::new(),
        lines: vec![CaseLine {
            line: 1,
            title: "Radios".into(),
            class: LineClass::Articles,
            quantity: 1,
            value_cents: 100,
        }],
        notification: CaseNotification::default(),
        expires: None,
        documents: Vec::new(),
        manager: None,
        execution: Execution::default(),
    }
}

impl Build {
    /// Takes cases as a system of record reports them.
    pub fn cases(&mut self, cases: Vec<CaseRecord>) {
        self.give(ReportCases { source: "a case system".into(), cases });
    }
}

/// A day that is not ahead of the tests' own.
fn past(n: u16) -> Date {
    day(n % 1000)
}

/// A random attempt at a case: reported, told anew, moved, corrected, written to.
pub fn attempt(small: &Small, kind: u8, [a, b, c, d]: [u16; 4]) -> Option<Command> {
    let cases = &small.build.world.cases;
    let known = || (!cases.is_empty()).then(|| CaseId(u32::from(a) % u32::try_from(cases.len()).unwrap()));
    Some(match kind % 6 {
        0 | 1 => {
            // One in four is a case that is known.
            let nth = if a % 4 == 0 { usize::from(b) % (cases.len() + 1) } else { cases.len() };
            let (lor, pace) = (past(c), 1 + i32::from(d % 40));
            let reached = |days: i32| lor.saturating_add(days.days()).min(TODAY);
            let steps = Milestone::after(None).take(usize::from(b % 30)).map(|one| one.milestone);
            let mut milestones: Vec<_> = steps.zip(0i32..).map(|(one, i)| (one, reached(i * pace))).collect();
            if d % 3 == 0 {
                let any = Milestone::ALL[usize::from(d) % Milestone::ALL.len()].milestone;
                milestones.insert(usize::from(c) % (milestones.len() + 1), (any, past(a)));
            }
            let code = ["AA", "BB"][nth % 2];
            let case = record(&format!("{code}-B-{nth:03}"), small.agency, lor, milestones);
            ReportCases { source: "a case system".into(), cases: vec![case] }.into()
        }
        2 => {
            let case = known()?;
            let next = cases[case].next(TODAY).filter(|_| b % 6 > 0);
            let on = if c % 2 == 0 { TODAY } else { past(c) };
            RecordMilestone { case, milestone: next.unwrap_or(Milestone::Cancelled), on }.into()
        }
        3 => {
            let on = (c % 3 > 0).then(|| past(d));
            CorrectMilestone { case: known()?, entry: b % 9, on, reason: "a reason".into() }.into()
        }
        4 => {
            let any = Milestone::ALL[usize::from(b) % Milestone::ALL.len()].milestone;
            let milestones = (d % 2 == 0).then(|| (any, past(d))).into_iter().collect();
            let news = CaseNews { lor: Some(past(c)), milestones, ..CaseNews::of(cases[known()?].number) };
            UpdateCases { source: "a case system".into(), cases: vec![news] }.into()
        }
        _ => NoteCase { case: known()?, note: "a note".into() }.into(),
    })
}

/// The cases of a country by the definition, each phase by its name.
pub fn counted(world: &World, country: CountryId, on: Date) -> CaseCounts {
    let there = |case: &&Case| case.country == country && case.lor <= on;
    let phases: Vec<CasePhase> =
        world.cases.iter().map(|(_, case)| case).filter(there).map(|case| case.phase(on)).collect();
    let among =
        |wanted: &[CasePhase]| u32::try_from(phases.iter().filter(|phase| wanted.contains(phase)).count()).unwrap();
    CaseCounts {
        open: u32::try_from(phases.len()).unwrap() - among(&[CasePhase::Closed, CasePhase::Cancelled]),
        development: among(&[
            CasePhase::LorProcessing,
            CasePhase::DataDevelopment,
            CasePhase::Writing,
            CasePhase::Review,
            CasePhase::StateReview,
        ]),
        execution: among(&[CasePhase::Accepted, CasePhase::Executing]),
    }
}
