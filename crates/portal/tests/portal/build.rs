//! Small worlds with cases, built through commands.

use jiff::civil::{Date, date};
use muster_domain::cases::{
    AnswerPurchaser, AssessLor, CaseKind, CaseLine, CaseNumber, ExtendOffer, GoalCategory, LineClass, LorAssessment,
    Milestone, MilestoneOrder, OpenCase, RecordMilestone, ReleaseForecast, SetPurchaserVisible, WorkedForecast,
    WriteMessage,
};
use muster_domain::organization::{OfficeKind, RegisterOffice, RegisterPost};
use muster_domain::partner::RegisterCountry;
use muster_domain::{CaseId, Command, Context, Decide, OfficeId, Period, Position, Refusal, Text, Timeline, World};
use muster_portal::{CaseForm, Frame, Viewer, Words};

/// The day on which pages are made.
pub const TODAY: Date = date(2026, 10, 1);
/// The day of every letter of request.
pub const LOR: Date = date(2026, 1, 5);

#[derive(Clone, Default)]
pub struct Build {
    pub world: World,
}

impl Build {
    /// A country of two purchaser codes, and an agency's office.
    pub fn new() -> Self {
        let mut build = Self::default();
        build.must(RegisterPost {
            name: "Arlington, VA".into(),
            country: None,
            latitude_milli: 38_880,
            longitude_milli: -77_100,
        });
        build.must(RegisterOffice {
            code: "USASAC".into(),
            name: "Army Security Assistance Command".into(),
            kind: OfficeKind::Agency,
            designation: None,
            country: None,
            post: muster_domain::PostId(0),
            zone: "America/New_York".into(),
            existence: Period::open(date(2000, 1, 1)),
        });
        build.must(RegisterCountry {
            iso3: "BOL".into(),
            name: "Bolivia".into(),
            purchaser_codes: vec!["BL".into(), "D1".into()],
            languages: vec!["Spanish".into()],
            region: "Western Hemisphere".into(),
            responsible: Timeline::starting(date(2020, 1, 1), OfficeId(0)),
        });
        build
    }

    pub fn attempt(&mut self, command: impl Into<Command>) -> Result<(), Refusal> {
        let events = command.into().decide(&self.world, &Context { today: TODAY, actor: None })?;
        let at = Position(self.world.position.0 + 1);
        events.iter().for_each(|event| self.world.apply(event, at));
        Ok(())
    }

    #[track_caller]
    pub fn must(&mut self, command: impl Into<Command>) {
        self.attempt(command).unwrap();
    }

    /// Opens a case; its letter of request is complete.
    pub fn case(&mut self, number: &str, title: &str) -> CaseId {
        let lines = vec![CaseLine {
            line: 1,
            title: title.into(),
            class: LineClass::Articles,
            quantity: 1_200,
            value_cents: 1_234_567_800,
        }];
        self.must(OpenCase {
            number: number.parse::<CaseNumber>().unwrap(),
            office: OfficeId(0),
            kind: CaseKind::DefinedOrder,
            category: GoalCategory::B,
            title: title.into(),
            lor: LOR,
            lines,
        });
        let case = *self.world.keys.case.get(&number.parse::<CaseNumber>().unwrap()).unwrap();
        self.must(AssessLor { case, found: LorAssessment::Complete, on: LOR, missing: "".into() });
        case
    }

    /// Every step up to one, two days apart.
    pub fn walk(&mut self, case: CaseId, through: Milestone) {
        let at = self.world.cases[case].stands_at(TODAY);
        let steps = Milestone::after(at).filter(|one| one.order == MilestoneOrder::Step && one.milestone <= through);
        let mut on = self.world.cases[case].since(TODAY);
        for step in steps.map(|one| one.milestone).collect::<Vec<_>>() {
            on = on.saturating_add(jiff::ToSpan::days(2)).min(TODAY);
            self.must(RecordMilestone { case, milestone: step, on });
        }
    }

    pub fn show(&mut self, milestones: &[Milestone]) {
        for milestone in milestones {
            let (from, reason) = (TODAY, "Agreed".into());
            self.must(SetPurchaserVisible { milestone: *milestone, visible: true, from, reason });
        }
    }

    /// Everything that may be shown, and two cases of each code with all that a page can hold.
    pub fn full() -> Self {
        let mut build = Self::new();
        let all: Vec<Milestone> =
            Milestone::ALL.iter().map(|one| one.milestone).filter(|one| !one.is_never_shown()).collect();
        build.show(&all);
        for (number, title, through) in [
            ("BL-B-AAA", "Radios", Milestone::Offered),
            ("BL-B-AAB", "Radios", Milestone::WritingStarted),
            ("BL-B-AAC", "Follow-on support", Milestone::Accepted),
            ("D1-B-AAA", "Night vision devices", Milestone::Accepted),
        ] {
            let case = build.case(number, title);
            build.walk(case, through);
            build.must(WriteMessage { case, message: "When does it come?".into() });
            build.must(AnswerPurchaser { case, message: "Soon.".into() });
        }
        build.must(RecordMilestone { case: CaseId(2), milestone: Milestone::Cancelled, on: TODAY });
        let asked = build.case("BL-B-AAD", "Radios");
        let (until, reason) = (date(2026, 12, 31), "Asked for".into());
        build.must(ExtendOffer { case: CaseId(0), until, reason });
        let missing = "The delivery point".into();
        build.must(AssessLor { case: asked, found: LorAssessment::Insufficient, on: TODAY, missing });
        build.must(WriteMessage { case: asked, message: "Which point?".into() });
        build.must(ReleaseForecast {
            case: CaseId(1),
            earliest: date(2026, 11, 1),
            latest: date(2026, 12, 15),
            until: date(2026, 11, 30),
            worked: Some(Box::new(WorkedForecast {
                milestone: Milestone::Offered,
                earliest: date(2026, 11, 1),
                latest: Some(date(2026, 12, 15)),
                share_per_mille: 800,
                tested: 1_500,
                held: 1_190,
                made: TODAY,
                method: "Durations of cases at RSTATUS".into(),
                basis: "Cases of this agency since 2020".into(),
            })),
        });
        build
    }

    pub fn viewer<'a>(&'a self, codes: &'a [Text]) -> Viewer<'a> {
        Viewer { world: &self.world, codes, day: TODAY }
    }

    /// Every page of a viewer of these codes, and the calendar.
    pub fn pages(&self, words: Words, codes: &[Text]) -> Vec<(String, String)> {
        let viewer = self.viewer(codes);
        let frame = |path: &'static str| Frame { words, marking: "UNCLASSIFIED", path, name: Some("Representative") };
        let mut pages = vec![("programs".to_owned(), muster_portal::programs(&frame("/partner"), &viewer.programs()))];
        for case in viewer.cases() {
            let view = viewer.view(case);
            for sent in [None, Some(true), Some(false)] {
                let form = CaseForm { key: "0", sent, draft: "" };
                let page = muster_portal::case(&frame("/partner/cases/X"), &view, viewer.answers(), TODAY, &form);
                pages.push((view.number.clone(), page));
            }
        }
        pages
    }
}
