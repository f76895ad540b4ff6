//! The list of commands: each is taken once and refused once, and reads back from its JSON.

use std::collections::BTreeSet;

use jiff::civil::date;
use muster_domain::access::{DisableAccount, EndGrant, Grant, GrantRole, RegisterAccount, Role};
use muster_domain::allocation::{
    AmendSlate, ArrivalStep, CloseCycle, DecideLines, DeclareCouple, EndorseLines, ImportRanking, KeepFavourites,
    OpenCycle, PublishSlate, RankCandidates, RecordArrivalStep, SetServiceCalendar, SetServiceLimit, SubmitPreferences,
    WithdrawSlate,
};
use muster_domain::organization::{
    Differentials, EndOffice, OfficeKind, PostStatus, RegisterOffice, SetPostDifferentials, SetPostStatus,
    ValidateStrength, Validation,
};
use muster_domain::partner::{
    AuthoriseSection515, Dataset, RecordDataset, RecordFigures, RecordPublishedNotifications, RegisterCountry,
    Section515Authorisation, SetPriority, SetResponsibleCommand,
};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    ApproveGap, ApprovedGap, AuthoriseOverlap, CancelTour, ChangeBillet, CurtailTour, CurtailmentReason, EditPacket,
    EndBillet, ErasePerson, ExtendTour, FundBillet, OrderTour, OverlapAuthorisation, PacketSection, RecordArrival,
    RecordDeparture, ReportBillet, ReportPerson, SubmitBilletRequest, UpdatePerson, WithdrawBilletRequest,
};
use muster_domain::{
    AccountId, BilletId, ChangeRequestId, Command, Context, CycleId, Decide, Grade, OfficeId, Period, PersonId, PostId,
    Service, SlateId, Text, Timeline, Together, TourId, World,
};

use super::build::*;
use super::manning;
use super::story::{self, propose};

/// One refused example of each command in a world where the story was told, with the rule that refuses it.
fn refused() -> Vec<(&'static str, Command)> {
    let mut all = refused_here();
    all.extend(super::sources::refused());
    all.extend(super::scenarios::refused());
    all
}

fn refused_here() -> Vec<(&'static str, Command)> {
    let (arrival, departed) = (date(2026, 9, 1), TourId(0));
    let open = Period::open(date(2026, 1, 1));
    let in_jordan = |number: &str| authorise(number, open, |_| {});
    vec![
        ("office-code-taken", office("HQ", OfficeKind::Headquarters, None, ARLINGTON).into()),
        ("office-has-billets", EndOffice { office: SCO, on: date(2027, 1, 1) }.into()),
        (
            "review-document",
            ValidateStrength {
                office: SCO,
                from: TODAY,
                validation: Validation { strength: 1, document: " ".into(), reviewed: None, evidence: None },
            }
            .into(),
        ),
        ("post-known", post("Amman", Some(JORDAN)).into()),
        (
            "differentials",
            SetPostDifferentials {
                post: AMMAN,
                from: TODAY,
                differentials: Differentials { hardship_pct: 36, danger_pct: 0, cost_of_living_pct: 0 },
                source: "DSSR".into(),
            }
            .into(),
        ),
        ("no-post", SetPostStatus { post: PostId(99), from: TODAY, status: PostStatus::Suspended }.into()),
        ("authority-circle", authority(SCO, COMMAND, open).into()),
        (
            "country-known",
            RegisterCountry {
                iso3: "JOR".into(),
                name: "Jordan".into(),
                purchaser_codes: Vec::new(),
                languages: Vec::new(),
                region: Text::default(),
                responsible: Timeline::default(),
            }
            .into(),
        ),
        (
            "no-document",
            RecordPublishedNotifications { country: JORDAN, notifications: vec![story::published("")] }.into(),
        ),
        ("no-country", RecordFigures { country: muster_domain::CountryId(9), figures: Vec::new() }.into()),
        ("priority", SetPriority { country: JORDAN, from: TODAY, priority: 6 }.into()),
        ("not-a-command", SetResponsibleCommand { country: JORDAN, from: TODAY, office: SCO }.into()),
        (
            "document-missing",
            AuthoriseSection515 {
                country: JORDAN,
                authorisation: Section515Authorisation { members: 9, period: open, document: Text::default() },
            }
            .into(),
        ),
        (
            "sha256",
            RecordDataset(Dataset {
                kind: "k".into(),
                file: "f".into(),
                sha256: "12".into(),
                rows: 1,
                source: "s".into(),
            })
            .into(),
        ),
        ("billet-number-taken", in_jordan("JOR-001").into()),
        (
            "outside-authorisation",
            ChangeBillet { billet: BilletId(0), from: date(2019, 1, 1), terms: terms(|_| {}) }.into(),
        ),
        ("billet-has-tours", EndBillet { billet: BilletId(0), on: date(2028, 1, 1) }.into()),
        (
            "gap-overlaps",
            ApproveGap {
                billet: BilletId(2),
                gap: ApprovedGap {
                    period: period(date(2027, 2, 1), date(2027, 4, 1)),
                    approver: "J1".into(),
                    reason: "More".into(),
                },
            }
            .into(),
        ),
        (
            "overlap-open",
            AuthoriseOverlap {
                billet: BilletId(0),
                overlap: OverlapAuthorisation { period: open, document: "Memo".into() },
            }
            .into(),
        ),
        (
            "document-missing",
            FundBillet { billet: BilletId(0), from: TODAY, funded: true, document: " ".into() }.into(),
        ),
        ("fiscal-year-begun", manning::ends(BilletId(0), 2026).into()),
        ("request-status", manning::amended(ChangeRequestId(0)).into()),
        ("request-status", EditPacket { request: ChangeRequestId(0), section: PacketSection::Cost, note: None }.into()),
        ("request-status", SubmitBilletRequest { request: ChangeRequestId(0), evidence: None }.into()),
        ("no-request", manning::review(ChangeRequestId(77), true).into()),
        ("request-status", manning::answer(ChangeRequestId(0), 0, true).into()),
        ("request-status", manning::decide(ChangeRequestId(0), true).into()),
        ("request-status", WithdrawBilletRequest { request: ChangeRequestId(0), reason: "Again".into() }.into()),
        ("grade-service", register("A77", Service::Army, Grade::Gs(13)).into()),
        (
            "person-erased",
            UpdatePerson { person: PersonId(5), from: TODAY, facts: facts("Hale", Service::Army, Grade::O(5)) }.into(),
        ),
        ("person-serves", ErasePerson { person: PersonId(2) }.into()),
        ("backward", plan(PersonId(3), BilletId(2), date(2027, 7, 1), date(2027, 7, 1)).into()),
        ("tour-status", OrderTour { tour: departed, on: arrival }.into()),
        ("future", RecordArrival { tour: TourId(3), on: date(2027, 6, 1) }.into()),
        ("backward", RecordDeparture { tour: TourId(2), on: date(2025, 6, 2) }.into()),
        ("not-later", ExtendTour { tour: TourId(2), rotation: date(2027, 6, 1) }.into()),
        (
            "not-earlier",
            CurtailTour { tour: TourId(2), rotation: date(2027, 6, 1), reason: CurtailmentReason::Medical, note: None }
                .into(),
        ),
        ("tour-status", CancelTour { tour: TourId(2) }.into()),
        (
            "billet-title",
            ReportBillet {
                number: "JOR-009".into(),
                source: "JTD".into(),
                authorised: open,
                from: TODAY,
                terms: terms(|terms| terms.title = " ".into()),
            }
            .into(),
        ),
        (
            "person-number",
            ReportPerson {
                number: " ".into(),
                source: "eMILPO".into(),
                as_of: TODAY,
                facts: facts("Hale", Service::Army, Grade::O(5)),
            }
            .into(),
        ),
        ("no-billet", report_tour(PersonId(0), BilletId(99), date(2026, 1, 1), date(2027, 1, 1)).into()),
        ("cycle-window", OpenCycle { window: Period::open(TODAY), ..story::summer() }.into()),
        ("cycle-closed", CloseCycle { cycle: CycleId(0) }.into()),
        ("no-cycle", SubmitPreferences { cycle: CycleId(7), person: PersonId(0), billets: Vec::new() }.into()),
        ("cycle-closed", story::army_ballot().into()),
        ("no-cycle", KeepFavourites { cycle: CycleId(7), person: PersonId(0), billets: Vec::new() }.into()),
        ("no-cycle", DeclareCouple { cycle: CycleId(7), person: PersonId(0), partner: None }.into()),
        (
            "no-cycle",
            ImportRanking {
                cycle: CycleId(7),
                person: PersonId(0),
                source: "Army".into(),
                as_of: TODAY,
                billets: Vec::new(),
            }
            .into(),
        ),
        (
            "no-cycle",
            RankCandidates { cycle: CycleId(7), billet: BilletId(0), tiers: Vec::new(), eligible: None }.into(),
        ),
        ("cycle-closed", propose(Vec::new()).into()),
        ("slate-withdrawn", DecideLines { slate: SlateId(0), lines: vec![0], concurs: true, reason: None }.into()),
        ("no-slate", EndorseLines { slate: SlateId(4), lines: Vec::new() }.into()),
        ("slate-withdrawn", WithdrawSlate { slate: SlateId(0) }.into()),
        ("slate-withdrawn", PublishSlate { slate: SlateId(0), lines: Vec::new() }.into()),
        (
            "slate-withdrawn",
            AmendSlate {
                slate: SlateId(0),
                dropped: vec![1],
                lines: Vec::new(),
                unfilled: Vec::new(),
                unmatched: Vec::new(),
                objective: 0,
                reason: "Not concurred".into(),
            }
            .into(),
        ),
        (
            "cycle-closed",
            SetServiceLimit { cycle: CycleId(0), service: Service::Army, most: None, reason: "None".into() }.into(),
        ),
        (
            "cycle-closed",
            SetServiceCalendar { cycle: CycleId(0), service: Service::Army, done_by: date(2027, 1, 1) }.into(),
        ),
        ("step-done", RecordArrivalStep { tour: TourId(3), step: ArrivalStep::Medical, on: TODAY }.into()),
        (
            "lever-range",
            SetLever { lever: Lever::OverlapDays, from: TODAY, value: i64::MAX, reason: "Because".into() }.into(),
        ),
        ("sign-in-taken", RegisterAccount { sign_in: "c.officer".into(), name: "Another".into() }.into()),
        (
            "grant-reach",
            GrantRole {
                account: AccountId(0),
                grant: Grant {
                    role: Role::Director,
                    office: Some(OfficeId(0)),
                    service: None,
                    person: None,
                    purchaser: None,
                    period: open,
                },
            }
            .into(),
        ),
        ("no-grant", EndGrant { account: AccountId(0), index: 5, on: TODAY }.into()),
        ("already-disabled", DisableAccount { account: AccountId(0), on: date(2030, 1, 1) }.into()),
        ("nested", Together { commands: vec![Together { commands: Vec::new() }.into()] }.into()),
    ]
    .into_iter()
    .chain(super::requisitions::refused())
    .chain(super::waivers::refused())
    .chain(super::cases::refused())
    .chain(super::purchaser::refused())
    .chain(super::letters::refused())
    .chain(super::execution::refused())
    .chain(super::posts::refused())
    .chain(super::holidays::refused())
    .collect()
}

fn kinds() -> BTreeSet<&'static str> {
    Command::KINDS.iter().map(|(name, _)| *name).collect()
}

#[test]
fn every_command_is_taken_in_the_story() {
    let taken: BTreeSet<&str> = story::told().taken.iter().map(|(command, _)| command.name()).collect();
    assert_eq!(kinds().difference(&taken).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn every_command_is_refused_by_its_rule_in_words_that_help() {
    let build = story::told();
    for (rule, command) in refused() {
        build.refused(rule, command);
    }
    let shown: BTreeSet<&str> = refused().iter().map(|(_, command)| command.name()).collect();
    assert_eq!(kinds().difference(&shown).collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn every_command_reads_back_from_its_own_json_and_has_a_schema() {
    let taken = story::told().taken.into_iter().map(|(command, _)| command);
    for command in taken.chain(refused().into_iter().map(|(_, command)| command)) {
        let whole = serde_json::to_value(&command).unwrap();
        assert_eq!(whole["command"], command.name());
        assert_eq!(serde_json::from_value::<Command>(whole.clone()).unwrap(), command);
        let read = Command::read(command.name(), &whole["body"].to_string()).unwrap().unwrap();
        assert_eq!(read, command);
        assert!(Command::schema(command.name()).is_some());
    }
    assert!(Command::read("no_such_command", "{}").is_none());
}

#[test]
fn a_field_that_no_command_has_is_refused_when_it_is_read() {
    for (name, _) in Command::KINDS {
        assert!(Command::read(name, r#"{"unheard_of":1}"#).unwrap().is_err(), "{name}");
    }
}

#[test]
fn together_is_taken_wholly_or_not_at_all() {
    let mut build = Build::service();
    let good: Command = SetPriority { country: JORDAN, from: TODAY, priority: 2 }.into();
    let bad: Command = SetPriority { country: JORDAN, from: TODAY, priority: 9 }.into();
    build.refused("priority", Together { commands: vec![good.clone(), bad] });
    assert_eq!(build.attempt(Together { commands: vec![] }).unwrap(), Vec::new());
    assert_eq!(build.world.countries[JORDAN].priority_on(TODAY), 1);
    build.must(Together { commands: vec![good] });
    assert_eq!(build.world.countries[JORDAN].priority_on(TODAY), 2);
}

#[test]
fn together_decides_each_command_on_what_the_earlier_ones_leave() {
    let mut build = Build::service();
    let person: Command = register("A1", Service::Army, Grade::O(5)).into();
    let billet: Command = authorise("JOR-001", Period::open(date(2020, 1, 1)), |_| {}).into();
    let tour: Command = plan(PersonId(0), BilletId(0), date(2027, 1, 1), date(2028, 1, 1)).into();
    build.refused("no-billet", Together { commands: vec![tour.clone(), billet.clone()] });
    build.must(Together { commands: vec![person, billet, tour.clone()] });
    assert_eq!(build.world.tours.len(), 1);
    build.refused("second-incumbent", Together { commands: vec![tour.clone()] });
    build.refused("second-incumbent", tour);
}

#[test]
fn a_subject_can_be_asked_of_ids_that_do_not_exist() {
    let world = World::default();
    let context = Context { today: TODAY, actor: None };
    for (_, command) in refused() {
        let _ = command.subject(&world);
        let _ = command.decide(&world, &context);
    }
    let unknown: RegisterOffice = office("X", OfficeKind::Agency, None, PostId(7));
    assert_eq!(unknown.decide(&world, &context).unwrap_err().rule, "no-post");
}
