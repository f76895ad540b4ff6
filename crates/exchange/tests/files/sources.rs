//! Files of defined sources: read by their profiles, refused in the source's own words, tried without being taken, and
//! answered by a correction list that the profile reads again.

use muster_domain::sources::{Format, LinkRows, RowLink, SendBack, SourceKind};
use muster_domain::workforce::ContradictionKind;
use muster_domain::{Date, PersonId, SourceId, World};
use muster_exchange::sources::{BUILT_IN, LoadOptions, LoadPlan, SourceFile, corrections, detect, plan, write_rows};
use muster_exchange::tabular::{FileRefused, Limits, Problem};
use proptest::prelude::*;

use crate::service::{self, Dice, give, today};

const ROSTER: usize = 1;

fn options() -> LoadOptions {
    let limits = Limits { bytes: 4 << 20, rows: 2_000, cells: 50_000, ..Limits::default() };
    LoadOptions { as_of: today(), today: today(), limits, sample: false }
}

fn example(at: usize) -> SourceFile {
    SourceFile::read(BUILT_IN[at].1).unwrap()
}

/// A small service with the five example sources defined, in the order of the examples.
fn world() -> World {
    let mut world = service::world(1, 6);
    for at in 0..BUILT_IN.len() {
        let define = example(at).define(&world).unwrap();
        give(&mut world, define);
    }
    world
}

fn id(at: usize) -> SourceId {
    SourceId(u32::try_from(at).unwrap())
}

fn rows(world: &World, at: usize, rows: &[&[&str]]) -> Vec<u8> {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    write_rows(world.sources[id(at)].profile(), &rows).unwrap()
}

fn planned(world: &World, at: usize, bytes: &[u8]) -> Result<LoadPlan, FileRefused> {
    plan(id(at), "extract", bytes, world, &options())
}

fn load(world: &mut World, at: usize, bytes: &[u8]) -> LoadPlan {
    let plan = planned(world, at, bytes).unwrap();
    give(world, plan.command.clone().unwrap());
    plan
}

const HALE: &[&str] = &["A900", "Hale, Robert", "AR", "O4", "48G", "19800307", "", "", "", ""];
const VEGA: &[&str] = &["A901", "Vega, Ana", "AR", "E7", "", "19851231", "20300101", "", "", ""];

#[test]
fn a_fixed_width_roster_registers_its_people_and_loaded_again_only_what_changed_is_said() {
    let mut world = world();
    let before = world.people.len();
    let first = rows(&world, ROSTER, &[HALE, VEGA]);
    let plan = load(&mut world, ROSTER, &first);
    assert_eq!((plan.changed, plan.unchanged, world.people.len()), (2, 0, before + 2));
    let person = &world.people[world.keys.person["A901"]];
    assert_eq!(person.name.as_str(), "Vega, Ana");
    assert_eq!(person.personal.as_ref().unwrap().separates, Some(Date::new(2030, 1, 1).unwrap()));
    assert!(planned(&world, ROSTER, &first).unwrap().command.is_none(), "the very same file");

    let promoted: &[&str] = &["A900", "Hale, Robert", "AR", "O5", "48G", "19800307", "", "", "", ""];
    let second = rows(&world, ROSTER, &[promoted]);
    let plan = planned(&world, ROSTER, &second).unwrap();
    assert_eq!((plan.changed, plan.unchanged, plan.gone.len()), (1, 0, 1));
    assert_eq!(plan.differences.len(), 1, "{:?}", plan.differences);
    assert_eq!(
        plan.contradictions.iter().map(|noted| noted.kind).collect::<Vec<_>>(),
        [ContradictionKind::PersonNotNamed]
    );
    assert_eq!(world.people[world.keys.person["A900"]].grade_on(today()).to_string(), "O-4", "a plan takes nothing");
}

#[test]
fn sealed_facts_are_named_in_a_plan_and_kept_out_of_the_rows() {
    let mut world = world();
    let bytes = rows(&world, ROSTER, &[HALE]);
    load(&mut world, ROSTER, &bytes);
    let other: &[&str] = &["A900", "Hale, Robert", "AR", "O4", "48G", "19810307", "", "", "", ""];
    let plan = planned(&world, ROSTER, &rows(&world, ROSTER, &[other])).unwrap();
    let shown = format!("{:?} {:?}", plan.differences, plan.contradictions);
    assert!(shown.contains("born") && !shown.contains("1981") && !shown.contains("1980"), "{shown}");
    let rows = serde_json::to_string(&world.sources[id(ROSTER)].rows).unwrap();
    assert!(!rows.contains("1980"), "a row holds ordinary facts only");
}

#[test]
fn a_fault_names_line_and_column_as_the_source_does_with_what_it_would_take() {
    let world = world();
    let bad: &[&[&str]] = &[
        &["A1", "Hale, Robert", "AR", "O4", "", "19801399", "", "", "", ""],
        &["A2", "", "XX", "O4", "", "", "", "", "", ""],
        &["A2", "Vega, Ana", "AR", "O77", "", "", "", "", "", ""],
    ];
    let refused = planned(&world, ROSTER, &rows(&world, ROSTER, bad)).unwrap_err();
    let told: Vec<(u64, &str, &str)> = refused
        .faults
        .iter()
        .map(|fault| (fault.line.unwrap(), fault.column.as_deref().unwrap(), fault.found.as_str()))
        .collect();
    assert!(told.contains(&(1, "DOB", "19801399")), "{told:?}");
    assert!(told.contains(&(2, "NAME", "nothing")), "{told:?}");
    assert!(told.contains(&(2, "BR", "XX")), "{told:?}");
    assert!(told.contains(&(3, "GRD", "O77")), "{told:?}");
    assert!(told.contains(&(3, "EMPLID", "A2")), "{told:?}");
    assert_eq!(refused.faults.iter().filter(|fault| fault.column.as_deref() == Some("BR")).count(), 1);
    let date = refused.faults.iter().find(|fault| fault.column.as_deref() == Some("DOB")).unwrap();
    assert!(date.expected.contains("20261001"), "{}", date.expected);
}

#[test]
fn a_renamed_column_is_told_from_the_one_that_is_missing() {
    let world = world();
    let text = "POSN_NBR,POSN_TITEL,UNIT_KEY,AUTH_GRADE,AUTH_SVC,SPECIALTY,SC_CODE,INCUMB_ID,INCUMB_NAME,INCUMB_GRADE\n\
                X-1,Chief,W1,O4,J,,,,,\n";
    let refused = planned(&world, 0, text.as_bytes()).unwrap_err();
    let unknown = refused.faults.iter().find(|fault| fault.problem == Problem::UnknownColumn).unwrap();
    assert_eq!((unknown.column.as_deref(), unknown.nearest.as_deref()), (Some("POSN_TITEL"), Some("POSN_TITLE")));
    assert!(refused.faults.iter().any(|fault| fault.problem == Problem::MissingColumn));
    assert!(!refused.faults.iter().any(|fault| fault.found.contains("REMARKS")), "one passed over may be missing");
}

#[test]
fn a_position_nobody_holds_here_is_queued_and_a_name_without_a_number_proposes_its_person() {
    let mut world = world();
    let (_, person) = world.people.iter().next().unwrap();
    let name = person.name.to_string();
    let held = world.billets.iter().next().unwrap().1.number.to_string();
    let bytes = rows(
        &world,
        0,
        &[
            &["NOBODYS-1", "Chief", "", "O4", "J", "", "", "", "", "", ""],
            &[&held, "", "", "", "", "", "", "", &name, "", ""],
        ],
    );
    let plan = planned(&world, 0, &bytes).unwrap();
    let kinds: Vec<ContradictionKind> = plan.contradictions.iter().map(|noted| noted.kind).collect();
    assert!(kinds.contains(&ContradictionKind::UnknownBillet) && kinds.contains(&ContradictionKind::UnmatchedRow));
    let candidate = &plan.proposals[0].candidates[0];
    assert_eq!(candidate.person, PersonId(0));
    assert!(candidate.evidence.iter().any(|words| words.contains("Family name")), "{:?}", candidate.evidence);
    give(&mut world, plan.command.unwrap());
    let links = vec![RowLink { key: held.as_str().into(), person: PersonId(0) }];
    give(&mut world, LinkRows { source: id(0), links });
    let again = planned(&world, 0, &[&bytes[..], b"\n"].concat()).unwrap();
    assert!(again.proposals.is_empty(), "who it is was decided and is remembered");
}

#[test]
fn the_correction_list_stands_in_the_sources_own_columns_codes_and_form() {
    for (at, row) in [
        (ROSTER, HALE),
        (2, &["C900", "Lind, Eva", "GS-13", "03/07/1980", "", "", ""][..]),
        (0, &["NOBODYS-1", "Chief", "", "O4", "J", "", "", "", "", "", ""][..]),
    ] {
        let mut world = world();
        let bytes = rows(&world, at, &[row]);
        load(&mut world, at, &bytes);
        if at != 0 {
            // Gone from the next file: what is held is what the row should say.
            let other: &[&str] = match at {
                ROSTER => VEGA,
                _ => &["C901", "Osei, Kofi", "GS-12", "", "", "", ""],
            };
            let next = rows(&world, at, &[other]);
            load(&mut world, at, &next);
        }
        let name = world.sources[id(at)].name.clone();
        let open: Vec<_> =
            world.contradictions.iter().filter(|(_, held)| held.source == name).map(|(id, _)| id).collect();
        give(&mut world, SendBack { contradictions: open, reason: "Please check".into() });
        let list = corrections(&world, id(at), today(), true, |_| true);
        let profile = world.sources[id(at)].profile();
        let columns: Vec<&str> = profile.columns.iter().map(|mapped| mapped.column.as_str()).collect();
        assert_eq!(list.header[..columns.len()], columns[..]);
        let first = &list.rows[0].cells;
        assert_eq!(first[0], row[0]);
        assert!(first.contains(&"Please check".to_owned()));
        if at == ROSTER {
            assert_eq!((first[2].as_str(), list.extension()), ("AR", "txt"), "the source's own code");
        }
        let hidden = corrections(&world, id(at), today(), false, |_| true);
        assert!(!hidden.rows[0].cells.contains(&"Please check".to_owned()));
        assert!(corrections(&world, id(at), today(), true, |_| false).rows.is_empty());
        let written = list.write().unwrap();
        if profile.format == Format::FixedWidth {
            let line = String::from_utf8(written).unwrap().lines().next().unwrap().to_owned();
            assert!(line.starts_with("A900") && line[12..].starts_with("Hale, Robert"), "{line}");
        } else {
            assert!(!written.is_empty());
        }
    }
}

#[test]
fn a_sample_suggests_the_field_of_each_column_and_the_codes_that_need_a_translation() {
    let text =
        "EDIPI,Full Name,Branch,Paygrade,DOB,Shoe size\n1,Hale,AR,O4,03/07/1980,44\n2,Vega,NV,E7,12/31/1985,38\n";
    let found = detect(SourceKind::ServiceRoster, "a.csv", text.as_bytes(), None, &Limits::default()).unwrap();
    let of = |column: &str| found.columns.iter().find(|one| one.column == column).unwrap();
    assert_eq!(
        ["EDIPI", "Full Name", "Branch", "Paygrade", "DOB", "Shoe size"].map(|name| of(name).field.as_str()),
        ["number", "name", "service", "grade", "born", ""]
    );
    assert_eq!(of("Branch").codes, ["AR", "NV"]);
    assert!(of("Paygrade").codes.is_empty(), "O4 is read as it stands");
    assert_eq!(found.profile().dates, muster_domain::sources::DateForm::MonthDayYear);
}

#[test]
fn ten_thousand_spoiled_files_never_panic() {
    let world = world();
    let samples: Vec<(usize, Vec<u8>)> = vec![
        (0, rows(&world, 0, &[&["NOBODYS-1", "Chief", "W1", "O4", "J", "48G", "SC1A2", "A1", "Hale", "O4", "x"]])),
        (ROSTER, rows(&world, ROSTER, &[HALE, VEGA])),
        (2, rows(&world, 2, &[&["C900", "Lind, Eva", "GS-13", "03/07/1980", "", "", "7"]])),
        (3, rows(&world, 3, &[&["Hale, R.", "DOD/ARMY", "Chief", "SCO", "O4", "Amman", "01 OCT 2025", "", "2"]])),
        (4, rows(&world, 4, &[&["A900", "Hale", "A", "2", "03/07/2020", ""]])),
    ];
    let mut dice = Dice(7);
    let mut refused = 0;
    for _ in 0..10_000 {
        let (at, sample) = &samples[dice.up_to(samples.len() as u64) as usize];
        let mut bytes = sample.clone();
        for _ in 0..=dice.up_to(4) {
            let place = dice.up_to(bytes.len().max(1) as u64) as usize;
            match dice.up_to(5) {
                0 => bytes.iter_mut().skip(place).take(1).for_each(|byte| *byte ^= 1 << dice.up_to(8)),
                1 => bytes.truncate(place),
                2 => bytes.insert(place.min(bytes.len()), b"\n,\"\t\0'="[dice.up_to(7) as usize]),
                3 => {
                    let place = place.min(bytes.len());
                    bytes.extend_from_within(place..);
                }
                _ => {
                    let place = place.min(bytes.len());
                    bytes.splice(place..place, "é\u{202e}𝔘".bytes());
                }
            }
        }
        if let Err(error) = planned(&world, *at, &bytes) {
            assert!(!error.faults.is_empty() && error.to_string().contains("hint:"));
            refused += 1;
        }
    }
    assert!((1_000..9_999).contains(&refused), "{refused} of 10,000 were refused");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_as_any_profile_is_a_profile_or_a_refusal(text in ".{0,400}") {
        let _ = SourceFile::read(&text);
    }

    #[test]
    fn any_bytes_through_any_profile_are_a_plan_or_a_refusal(at in 0..5_usize, bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let world = world();
        if let Err(refused) = planned(&world, at, &bytes) {
            prop_assert!(!refused.faults.is_empty());
        }
    }
}
