//! Systems of record: defined as data, loaded whole or not at all, believed by precedence, matched only by a person.

use jiff::civil::date;
use muster_domain::organization::Holder;
use muster_domain::sources::{
    Candidate, Constant, Coverage, DateForm, DeferContradictions, DefineSource, FieldGroup, Format, Link, LinkRows,
    Mapped, Profile, RecordLoad, RegisterRow, ResolveContradictions, RowFacts, RowLink, RowSaid, SendBack,
    SetPrecedence, SetRowsAside, SourceKind, UnlinkRow, measures, owner_of, provenance,
};
use muster_domain::workforce::{ContradictionKind, Outcome, ReportPerson, Standing};
use muster_domain::{Command, ContradictionId, Date, Grade, PersonId, Service, SourceId, Text, Together};

use super::build::*;

pub fn mapped(column: &str, field: &str) -> Mapped {
    Mapped { column: column.into(), field: field.into(), start: None, width: None, codes: Vec::new() }
}

pub fn source(name: &str, kind: SourceKind, fields: &[&str]) -> DefineSource {
    DefineSource {
        name: name.into(),
        kind,
        owner: Holder::Office(COMMAND),
        cadence_days: 31,
        full: true,
        coverage: Coverage::default(),
        profile: Profile {
            format: Format::Csv,
            dates: DateForm::Iso,
            skip_lines: 0,
            columns: fields.iter().map(|field| mapped(&field.to_uppercase(), field)).collect(),
            constants: Vec::new(),
        },
    }
}

pub fn roster() -> DefineSource {
    source("eMILPO", SourceKind::ServiceRoster, &["number", "name", "service", "grade"])
}

pub fn document() -> DefineSource {
    source("JTD", SourceKind::ManningDocument, &["number", "grade", "incumbent_number", "incumbent_name"])
}

pub fn list() -> DefineSource {
    let coverage = Coverage { country: Some(JORDAN), ..Coverage::default() };
    DefineSource { coverage, ..source("Embassy Amman", SourceKind::StaffingList, &["name", "grade", "place"]) }
}

pub fn said(key: &str, change: impl FnOnce(&mut RowFacts)) -> RowSaid {
    let mut facts = RowFacts::default();
    change(&mut facts);
    RowSaid { key: key.into(), facts, candidates: Vec::new() }
}

pub fn load(build: &Build, source: SourceId, as_of: Date, lines: Vec<RowSaid>, absent: &[&str]) -> RecordLoad {
    RecordLoad {
        source,
        after: u32::try_from(build.world.sources[source].loads.len()).unwrap(),
        file: "extract.csv".into(),
        sha256: "a5".repeat(32).into(),
        as_of,
        rows: u32::try_from(lines.len()).unwrap(),
        lines,
        absent: absent.iter().map(|key| Text::from(*key)).collect(),
    }
}

const SEPTEMBER: Date = date(2026, 9, 1);

fn report(number: &str, grade: Grade) -> ReportPerson {
    let facts = facts(&format!("Reyes, {number}"), Service::Army, grade);
    ReportPerson { number: number.into(), source: "eMILPO".into(), as_of: SEPTEMBER, facts }
}

fn row(number: &str, grade: Grade) -> RowSaid {
    said(number, |facts| {
        facts.number = Some(number.into());
        facts.name = Some(format!("Reyes, {number}").into());
        facts.service = Some(Service::Army);
        facts.grade = Some(grade);
    })
}

fn live(build: &Build) -> Vec<ContradictionKind> {
    build.world.contradictions.iter().filter(|(_, held)| held.is_live()).map(|(_, held)| held.kind).collect()
}

/// Two people on the roster, one of them serving in Amman, and an embassy list that knows neither by number.
fn amman() -> (Build, SourceId, SourceId) {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.must(roster());
    build.must(list());
    build.must(report("A1", Grade::O(5)));
    build.must(report("A2", Grade::O(4)));
    build.tour(PersonId(0), muster_domain::BilletId(0), date(2026, 9, 1), date(2028, 9, 1));
    let (roster, list) = (SourceId(0), SourceId(1));
    let lines = vec![row("A1", Grade::O(5)), row("A2", Grade::O(4))];
    build.must(load(&build, roster, SEPTEMBER, lines, &[]));
    (build, roster, list)
}

fn listed(name: &str, grade: Grade) -> RowSaid {
    let mut line = said(&format!("{name}|Amman"), |facts| {
        facts.name = Some(name.into());
        facts.grade = Some(grade);
        facts.place = Some("Amman".into());
    });
    line.candidates = vec![Candidate {
        person: PersonId(0),
        likely_per_mille: 930,
        evidence: vec!["name: alike".into(), "date of birth: the same".into()],
    }];
    line
}

#[test]
fn a_definition_is_checked_and_the_refusal_names_the_field() {
    let mut build = Build::service();
    let with = |change: fn(&mut DefineSource)| {
        let mut source = roster();
        change(&mut source);
        source
    };
    build.refused("source-name", with(|source| source.name = " ".into()));
    build.refused("source-cadence", with(|source| source.cadence_days = 0));
    build.refused("source-owner", with(|source| source.owner = Holder::Person(PersonId(0))));
    build.refused("source-reference", with(|source| source.owner = Holder::Office(muster_domain::OfficeId(99))));
    build.refused("profile-field", with(|source| source.profile.columns[0].field = "rank".into()));
    build.refused("profile-field-twice", with(|source| source.profile.columns.push(mapped("PAYGRADE", "grade"))));
    build.refused("profile-column-twice", with(|source| source.profile.columns.push(mapped("Number", ""))));
    build.refused("profile-column", with(|source| source.profile.columns.push(mapped(" ", ""))));
    build.refused("profile-place", with(|source| source.profile.columns[0].start = Some(1)));
    build.refused("profile-incomplete", with(|source| drop(source.profile.columns.pop())));
    build.refused(
        "profile-code-twice",
        with(|source| {
            let code = |theirs: &str| muster_domain::sources::Code { theirs: theirs.into(), ours: "O-5".into() };
            source.profile.columns[3].codes = vec![code("LTC"), code("ltc")];
        }),
    );
    let mut fixed = roster();
    fixed.profile.format = Format::FixedWidth;
    build.refused("profile-place", fixed.clone());
    for (at, column) in fixed.profile.columns.iter_mut().enumerate() {
        (column.start, column.width) = (Some(1 + 5 * at as u16), Some(6));
    }
    build.refused("profile-place", fixed.clone());
    fixed.profile.columns.iter_mut().for_each(|column| column.width = Some(5));
    build.must(fixed);
    // A constant stands for a column.
    let mut constant = with(|source| drop(source.profile.columns.pop()));
    constant.profile.constants = vec![Constant { field: "grade".into(), value: "O-5".into() }];
    build.must(constant.clone());
    assert_eq!(build.must(constant), Vec::new(), "defined again as it is, nothing changes");
    assert_eq!(build.world.sources.len(), 1);
}

#[test]
fn a_kind_cannot_change_once_a_file_was_loaded() {
    let (build, ..) = amman();
    let mut other = list();
    other.name = "eMILPO".into();
    build.refused("source-kind", other);
}

#[test]
fn a_load_is_checked_whole_before_anything_of_it_is_taken() {
    let (build, roster, _) = amman();
    let day = date(2026, 9, 20);
    let with = |change: fn(&mut RecordLoad)| {
        let mut load = load(&build, roster, date(2026, 9, 20), vec![row("A1", Grade::O(5))], &[]);
        change(&mut load);
        load
    };
    build.refused("no-source", with(|load| load.source = SourceId(9)));
    build.refused("load-overtaken", with(|load| load.after = 0));
    build.refused("load-future", with(|load| load.as_of = date(2027, 1, 1)));
    build.refused("load-older", with(|load| load.as_of = date(2026, 8, 1)));
    build.refused("load-digest", with(|load| load.sha256 = "abc".into()));
    build.refused("load-key", with(|load| load.absent = vec!["A1".into()]));
    build.refused("load-absent", load(&build, roster, day, Vec::new(), &["A9"]));
    build.refused("no-person", with(|load| load.lines.push(listed("X", Grade::O(1)))).clone_with_person(99));
}

trait WithPerson {
    fn clone_with_person(self, person: u32) -> Self;
}
impl WithPerson for RecordLoad {
    fn clone_with_person(mut self, person: u32) -> Self {
        self.lines.iter_mut().flat_map(|line| &mut line.candidates).for_each(|c| c.person = PersonId(person));
        self
    }
}

#[test]
fn a_person_the_roster_names_no_more_is_queued_and_settled_when_they_are_back() {
    let (mut build, roster, _) = amman();
    build.must(load(&build, roster, date(2026, 9, 10), Vec::new(), &["A2"]));
    assert_eq!(live(&build), [ContradictionKind::PersonNotNamed]);
    assert!(build.world.contradictions[ContradictionId(0)].detail.contains("Not on its file since 2026-09-10"));
    assert_eq!(measures(&build.world, roster, date(2026, 9, 10)).lacking, 1);
    build.must(load(&build, roster, date(2026, 9, 20), vec![row("A2", Grade::O(4))], &[]));
    assert_eq!(live(&build), []);
    let held = &build.world.contradictions[ContradictionId(0)];
    assert_eq!(held.standing_on(TODAY), Standing::Settled { on: TODAY });
}

#[test]
fn whom_a_document_does_not_name_and_what_it_does_not_list_is_queued() {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    let lost = build.person("A1");
    build.tour(lost, muster_domain::BilletId(0), date(2026, 9, 1), date(2028, 9, 1));
    let mut jtd = document();
    jtd.name = build.world.billets[muster_domain::BilletId(0)].source.clone();
    build.must(jtd);
    let position = |number: &str| {
        said(number, |facts| {
            facts.position = Some(number.into());
            facts.position_grade = Some(Grade::O(5));
        })
    };
    let lines = vec![position("JOR-001"), position("JOR-009")];
    build.must(load(&build, SourceId(0), date(2026, 9, 20), lines, &[]));
    assert_eq!(
        live(&build),
        [ContradictionKind::UnknownBillet, ContradictionKind::PersonNotListed, ContradictionKind::BilletNotListed]
    );
    assert_eq!(build.world.contradictions[ContradictionId(1)].person, Some(lost));
}

#[test]
fn a_row_without_a_number_waits_for_a_person_and_the_decision_is_remembered_and_can_be_taken_back() {
    let (mut build, _, list) = amman();
    let line = listed("Rayes, A.", Grade::O(6));
    build.must(load(&build, list, date(2026, 9, 10), vec![line.clone()], &[]));
    let held = &build.world.sources[list].rows[&line.key];
    assert_eq!((held.link, held.candidates.len()), (Link::Open, 1));
    assert_eq!(live(&build), [ContradictionKind::UnmatchedRow, ContradictionKind::PersonNotListed]);

    let link = |person: u32| LinkRows {
        source: list,
        links: vec![RowLink { key: line.key.clone(), person: PersonId(person) }],
    };
    build.refused("no-person", link(77));
    build.refused("nothing-chosen", LinkRows { source: list, links: Vec::new() });
    build.refused("no-row", SetRowsAside { source: list, keys: vec!["nobody".into()] });
    build.refused("row-not-decided", UnlinkRow { source: list, key: line.key.clone() });
    build.must(link(0));
    assert_eq!(live(&build), [], "the row is known, and so is the person who was missed");
    build.refused("row-decided", link(1));

    // Next month the same key is exact; what it says is compared.
    let mut again = listed("Rayes, A.", Grade::O(6));
    again.facts.rotation = Some(date(2028, 8, 1));
    build.must(load(&build, list, date(2026, 9, 30), vec![again], &[]));
    assert_eq!(live(&build), [ContradictionKind::SourcesDisagree]);
    let disagree = &build.world.contradictions[ContradictionId(2)];
    assert!(disagree.detail.contains("eMILPO says O-5, Embassy Amman says O-6"), "{}", disagree.detail);

    build.must(UnlinkRow { source: list, key: line.key.clone() });
    assert_eq!(build.world.sources[list].rows[&line.key].link, Link::Open);
    build.must(SetRowsAside { source: list, keys: vec![line.key.clone()] });
    let counted = measures(&build.world, list, TODAY);
    assert_eq!((counted.matched, counted.unmatched, counted.set_aside, counted.lacking), (0, 0, 1, 1));
}

#[test]
fn a_number_that_is_known_needs_no_decision_and_allows_none() {
    let (mut build, roster, _) = amman();
    let links = vec![RowLink { key: "A1".into(), person: PersonId(1) }];
    build.refused("row-exact", LinkRows { source: roster, links });
    let jtd = {
        build.must(document());
        SourceId(2)
    };
    build.must(load(
        &build,
        jtd,
        SEPTEMBER,
        vec![said("JOR-001", |facts| facts.position = Some("JOR-001".into()))],
        &[],
    ));
    build.refused("row-vacant", SetRowsAside { source: jtd, keys: vec!["JOR-001".into()] });
}

#[test]
fn somebody_nobody_knew_is_registered_from_the_row() {
    let (mut build, _, list) = amman();
    let line = listed("Okafor, Ngozi", Grade::O(3));
    build.must(load(&build, list, date(2026, 9, 10), vec![line.clone()], &[]));
    let mut new = RegisterRow { source: list, key: line.key.clone(), number: "A3".into(), service: None, grade: None };
    build.refused("row-incomplete", new.clone());
    new.service = Some(Service::Army);
    build.must(new);
    let person = &build.world.people[PersonId(2)];
    assert_eq!((person.name.as_str(), person.grade_on(TODAY)), ("Okafor, Ngozi", Grade::O(3)));
    assert_eq!(build.world.sources[list].rows[&line.key].link.person(), Some(PersonId(2)));
}

#[test]
fn precedence_decides_field_by_field_and_can_be_reversed() {
    let (mut build, roster, list) = amman();
    let line = listed("Reyes, A1", Grade::O(6));
    build.must(load(&build, list, date(2026, 9, 10), vec![line.clone()], &[]));
    build.must(LinkRows { source: list, links: vec![RowLink { key: line.key.clone(), person: PersonId(0) }] });
    let grade = |build: &Build| build.world.people[PersonId(0)].grade_on(TODAY);
    assert_eq!(grade(&build), Grade::O(5), "the owner of the row is believed first");

    let set = |order: Vec<SourceId>| SetPrecedence {
        group: FieldGroup::Grade,
        order,
        from: TODAY,
        reason: "The list is newer".into(),
    };
    build.refused("precedence-twice", set(vec![list, list]));
    build.refused("no-source", set(vec![SourceId(9)]));
    build.refused("reason-missing", SetPrecedence { reason: " ".into(), ..set(vec![list]) });
    build.must(set(vec![list, roster]));
    assert_eq!(grade(&build), Grade::O(6));
    let told = provenance(&build.world, PersonId(0), TODAY);
    let of_grade = told.iter().find(|held| held.group == FieldGroup::Grade).unwrap();
    assert_eq!((of_grade.source.as_str(), of_grade.since), ("Embassy Amman", Some(date(2026, 9, 10))));
    assert_eq!((of_grade.others[0].value.as_str(), of_grade.others[0].agrees), ("O-5", false));
    // The roster says its own again: nothing moves while the list is believed.
    let mut again = report("A1", Grade::O(5));
    again.as_of = TODAY;
    assert_eq!(build.must(again), Vec::new());
    build.must(set(Vec::new()));
    assert_eq!(grade(&build), Grade::O(5));
}

#[test]
fn the_queue_is_resolved_put_off_and_sent_back_with_who_holds_the_ball() {
    let (mut build, _, list) = amman();
    build.must(load(&build, list, date(2026, 9, 10), vec![listed("Rayes, A.", Grade::O(6))], &[]));
    let both = vec![ContradictionId(0), ContradictionId(1)];
    let standing = |build: &Build, id: u32, day| build.world.contradictions[ContradictionId(id)].standing_on(day);
    assert_eq!(owner_of(&build.world, &build.world.contradictions[ContradictionId(0)]), Holder::Office(COMMAND));

    let defer =
        |until| DeferContradictions { contradictions: both.clone(), until, reason: "Asked by telephone".into() };
    build.refused("defer-until", defer(TODAY));
    build.refused("reason-missing", DeferContradictions { reason: "".into(), ..defer(date(2026, 10, 20)) });
    build.must(defer(date(2026, 10, 20)));
    assert_eq!(standing(&build, 0, TODAY), Standing::Deferred { until: date(2026, 10, 20) });
    assert_eq!(standing(&build, 0, date(2026, 10, 21)), Standing::Open);

    build.must(SendBack { contradictions: vec![ContradictionId(0)], reason: "Who is this?".into() });
    let Standing::SentBack { turn } = standing(&build, 0, TODAY) else { panic!("not sent back") };
    assert_eq!((turn.holder, turn.due), (Holder::Office(COMMAND), date(2026, 10, 31)));

    let resolve = |contradictions: Vec<ContradictionId>| ResolveContradictions {
        contradictions,
        outcome: Outcome::HeldIsRight,
        reason: "On leave that day".into(),
    };
    build.refused("nothing-chosen", resolve(Vec::new()));
    build.refused("no-contradiction", resolve(vec![ContradictionId(9)]));
    build.must(resolve(vec![ContradictionId(1)]));
    assert_eq!(live(&build).len(), 1);
    // What was decided is not noted anew by the same file.
    build.must(load(&build, list, date(2026, 9, 11), Vec::new(), &[]));
    assert_eq!(build.world.contradictions.len(), 2);
    // What is settled is no longer anybody's to decide.
    build.must(load(&build, list, date(2026, 9, 12), Vec::new(), &["Rayes, A.|Amman"]));
    build.refused("contradiction-settled", resolve(vec![ContradictionId(0)]));
}

#[test]
fn reports_and_the_load_are_taken_together_or_not_at_all() {
    let (mut build, roster, _) = amman();
    let day = date(2026, 9, 20);
    let mut promoted = report("A1", Grade::O(6));
    promoted.as_of = day;
    let mut stale = load(&build, roster, day, vec![row("A1", Grade::O(6))], &[]);
    stale.after = 0;
    let before = build.world.people[PersonId(0)].clone();
    build.refused("load-overtaken", Together { commands: vec![promoted.clone().into(), stale.into()] });
    assert_eq!(build.world.people[PersonId(0)], before);
    let fresh = load(&build, roster, day, vec![row("A1", Grade::O(6))], &[]);
    build.must(Together { commands: vec![promoted.into(), fresh.into()] });
    assert_eq!(build.world.people[PersonId(0)].grade_on(day), Grade::O(6));
    assert_eq!(live(&build), []);
}

/// The story's part: a list defined and loaded, a row known, one set aside, one taken back, one registered; what it
/// contradicts put off, sent back, resolved and settled; and whom to believe on grades.
pub fn told(build: &mut Build) {
    let name = build.world.people[PersonId(0)].name.clone();
    let mut list = list();
    list.profile.columns[1].codes = vec![muster_domain::sources::Code { theirs: "LTC".into(), ours: "O-5".into() }];
    build.must(list);
    let list = SourceId(0);
    let lines =
        vec![listed(&name, Grade::O(6)), listed("Okafor, Ngozi", Grade::O(3)), listed("Lind, Eva", Grade::O(4))];
    let keys: Vec<Text> = lines.iter().map(|line| line.key.clone()).collect();
    build.must(load(build, list, SEPTEMBER, lines, &[]));
    let first = build.world.contradictions.iter().find(|(_, held)| held.is_live() && held.row.is_some()).unwrap().0;
    build.must(DeferContradictions { contradictions: vec![first], until: date(2026, 11, 1), reason: "Asked".into() });
    build.must(SendBack { contradictions: vec![first], reason: "Who is this?".into() });
    build.must(LinkRows { source: list, links: vec![RowLink { key: keys[0].clone(), person: PersonId(0) }] });
    build.must(UnlinkRow { source: list, key: keys[0].clone() });
    build.must(LinkRows { source: list, links: vec![RowLink { key: keys[0].clone(), person: PersonId(0) }] });
    build.must(RegisterRow {
        source: list,
        key: keys[1].clone(),
        number: "A900".into(),
        service: Some(Service::Navy),
        grade: None,
    });
    build.must(SetRowsAside { source: list, keys: vec![keys[2].clone()] });
    build.must(SetPrecedence {
        group: FieldGroup::Grade,
        order: vec![list],
        from: TODAY,
        reason: "The embassy pays them".into(),
    });
    build.must(load(build, list, date(2026, 9, 20), Vec::new(), &[&keys[2]]));
    let of_person =
        build.world.contradictions.iter().find(|(_, held)| held.is_live() && held.person.is_some()).unwrap().0;
    let reason = "Told by the office".into();
    build.must(ResolveContradictions { contradictions: vec![of_person], outcome: Outcome::BothStand, reason });
}

/// One refused example of each command, where the story was told.
pub fn refused() -> Vec<(&'static str, Command)> {
    let (list, key) = (SourceId(0), Text::from("Lind, Eva|Amman"));
    let reason = || Text::from("Because");
    let none: Vec<ContradictionId> = Vec::new();
    vec![
        ("source-cadence", DefineSource { cadence_days: 400, ..roster() }.into()),
        (
            "reason-missing",
            SetPrecedence { group: FieldGroup::Name, order: vec![list], from: TODAY, reason: "".into() }.into(),
        ),
        (
            "no-source",
            RecordLoad {
                source: SourceId(7),
                after: 0,
                file: "a.csv".into(),
                sha256: "00".repeat(32).into(),
                as_of: TODAY,
                rows: 0,
                lines: Vec::new(),
                absent: Vec::new(),
            }
            .into(),
        ),
        ("nothing-chosen", LinkRows { source: list, links: Vec::new() }.into()),
        ("no-row", UnlinkRow { source: list, key: "nobody".into() }.into()),
        ("row-decided", SetRowsAside { source: list, keys: vec![key.clone()] }.into()),
        ("row-decided", RegisterRow { source: list, key, number: "A901".into(), service: None, grade: None }.into()),
        (
            "nothing-chosen",
            ResolveContradictions { contradictions: none.clone(), outcome: Outcome::BothStand, reason: reason() }
                .into(),
        ),
        ("defer-until", DeferContradictions { contradictions: none.clone(), until: TODAY, reason: reason() }.into()),
        ("nothing-chosen", SendBack { contradictions: none, reason: reason() }.into()),
    ]
}
