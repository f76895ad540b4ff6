//! What a file would change, and what is said of one that cannot be taken.

use jiff::civil::date;
use muster_domain::workforce::{ContradictionKind, RegisterPerson};
use muster_domain::{Command, Grade, PersonId, World};
use muster_exchange::export::{Noun, Scopes, export};
use muster_exchange::import::{ImportKind, ImportOptions, Plan, plan};
use muster_exchange::tabular::{FileRefused, Problem};

use crate::service::{self, everything, give, options};

fn planned(world: &World, kind: ImportKind, text: &str) -> Plan {
    plan(kind, "file.csv", text.as_bytes(), world, &options()).unwrap_or_else(|refused| panic!("{refused}"))
}

fn refused(world: &World, kind: ImportKind, text: &str) -> FileRefused {
    plan(kind, "file.csv", text.as_bytes(), world, &options()).unwrap_err()
}

fn said(refused: &FileRefused) -> Vec<(u64, &str, Problem, Option<&str>)> {
    let fault = |fault: &'_ muster_exchange::tabular::Fault| (fault.line.unwrap_or(0), fault.problem);
    refused
        .faults
        .iter()
        .map(|it| (fault(it).0, it.column.as_deref().unwrap_or(""), fault(it).1, it.nearest.as_deref()))
        .collect()
}

const BILLETS: &str = "number,title,office,place,grade,coding,languages,clearance,functional_area,funding,accompanied_months,unaccompanied_months,fill_mode,authorised_from,authorised_until,reports_to\n";

#[test]
fn a_changed_row_is_shown_field_by_field_and_taking_it_leaves_nothing_to_change() {
    let mut world = service::world(1, 3);
    let person = world.people.iter().next().unwrap().1.clone();
    let file = format!(
        "Person Number,name,service,pay grade,languages\n{},\"{}\",Army,o-6,Arabic 2/2+/1 (2026-05-01)\n9,\"New, N.\",Air Force,E-7,\n",
        person.number,
        person.name.replace('=', "'=")
    );
    let plan = planned(&world, ImportKind::People, &file);
    assert_eq!((plan.commands.len(), plan.unchanged), (2, 0));
    let grade = plan.differences.iter().find(|difference| difference.field == "grade").unwrap();
    assert_eq!(grade.after.as_deref(), Some("O-6"));
    assert!(plan.differences.iter().any(|it| it.field == "new" && it.subject == "person 9"));
    // Columns that the file has not stay as they are held.
    let Command::ReportPerson(report) = &plan.commands[0] else { panic!("{:?}", plan.commands[0]) };
    assert_eq!(report.facts.certificates, person.certificates);
    assert_eq!(report.facts.personal.open(), person.personal.as_ref());
    give(&mut world, plan.command().unwrap());
    assert_eq!(world.people[PersonId(0)].grade_on(service::today()), Grade::O(6));
    let again = planned(&world, ImportKind::People, &file);
    assert_eq!((again.commands.len(), again.unchanged), (0, 2));
}

#[test]
fn everything_wrong_with_a_file_is_named_with_line_column_and_nearest_value() {
    let world = service::world(1, 3);
    let good = "SCO-JOR,\"Amman, JOR\",O-4,army,,secret,acquisition,case_funded,36,24,service_nomination,2020-01-01,,";
    let file = format!(
        "{BILLETS}A1,Chief,SCO-JRO,\"Amman, JOR\",O-4,army,,secret,acquisition,case_funded,36,24,service_nomination,2020-01-01,,\n\
         A2,Chief,SCO-JOR,\"Aman, JOR\",O-44,army,Arabic 2/6,secret,acquisition,case_funded,36,24,service_nomination,2020-01-01,,\n\
         A3,Chief,{good}\nA3,Chief,{good}\n\
         A4,Chief,SCO-JOR,\"Amman, JOR\",O-4,army,,secret,acquisition,case_funded,36,24,service_nomination,2020-01-01,2019-01-01,NOBODY\n"
    );
    let refused = refused(&world, ImportKind::Billets, &file);
    assert_eq!(
        said(&refused),
        [
            (2, "office", Problem::UnknownKey, Some("SCO-JOR")),
            (3, "grade", Problem::BadCell, Some("O-4")),
            (3, "place", Problem::UnknownKey, Some("Amman, JOR")),
            (3, "languages", Problem::BadCell, None),
            (5, "number", Problem::DuplicateRow, None),
            (6, "authorised_until", Problem::BadCell, None),
            (6, "reports_to", Problem::UnknownKey, None),
        ]
    );
    assert!(refused.to_string().contains("file.csv:2, column office"), "{refused}");
}

#[test]
fn every_row_that_a_rule_refuses_is_named_with_what_would_mend_it() {
    let world = service::world(1, 3);
    let row = |number: &str| {
        format!(
            "{number},Chief,SCO-JOR,\"Amman, JOR\",GS-13,army,,secret,acquisition,case_funded,36,24,service_nomination,2020-01-01,,\n"
        )
    };
    let refused = refused(&world, ImportKind::Billets, &format!("{BILLETS}{}{}", row("A1"), row("A2")));
    assert_eq!(said(&refused), [(2, "", Problem::Rule, None), (3, "", Problem::Rule, None)]);
    assert!(refused.faults[0].found.contains("GS-13") && refused.faults[0].expected.contains("military"));
}

#[test]
fn a_tour_of_unknown_people_or_positions_is_refused() {
    let world = service::world(1, 3);
    let position = &world.billets.iter().next().unwrap().1.number;
    let guarded = if position.starts_with(['-', '=']) { format!("'{position}") } else { position.to_string() };
    let file = format!(
        "person,position,report,rotation\n1000003,{guarded},2026-01-01,2029-01-01\n1000000,XYZ,2026-01-01,2029-01-01\n"
    );
    let refused = refused(&world, ImportKind::Tours, &file);
    assert_eq!(refused.faults.len(), 2, "{refused}");
    assert_eq!(refused.faults[0].nearest.as_deref(), Some("1000000"));
    assert_eq!(
        (refused.faults[1].column.as_deref(), refused.faults[1].problem),
        (Some("position"), Problem::UnknownKey)
    );
}

#[test]
fn a_billet_under_one_that_is_new_in_the_file_is_linked_by_a_second_plan() {
    let mut world = service::world(1, 3);
    let row = |number: &str, above: &str| {
        format!(
            "{number},Chief,SCO-JOR,\"Amman, JOR\",O-4,army,Arabic 2/2,secret,acquisition,case_funded,36,24,service_nomination,2020-01-01,,{above}\n"
        )
    };
    let file = format!("{BILLETS}{}{}", row("NEW-1", "NEW-2"), row("NEW-2", ""));
    let first = planned(&world, ImportKind::Billets, &file);
    assert!(first.again && first.commands.len() == 2);
    give(&mut world, first.command().unwrap());
    let second = planned(&world, ImportKind::Billets, &file);
    assert!(!second.again && second.commands.len() == 1, "{second:?}");
    assert_eq!(second.differences[0].field, "reports_to");
    give(&mut world, second.command().unwrap());
    assert!(planned(&world, ImportKind::Billets, &file).commands.is_empty());
}

#[test]
fn offices_are_registered_put_under_a_superior_and_ended() {
    let mut world = service::world(1, 1);
    let file = "code,name,kind,country,post,zone,exists_from,exists_until,superior\n\
                SCO-DEU,ODC Germany,sco,DEU,\"Stuttgart, DEU\",Europe/Berlin,2020-01-01,,EUCOM\n";
    let first = planned(&world, ImportKind::Offices, file);
    assert!(first.again);
    give(&mut world, first.command().unwrap());
    let second = planned(&world, ImportKind::Offices, file);
    give(&mut world, second.command().unwrap());
    let id = world.keys.office["SCO-DEU"];
    assert_eq!(world.superior(id, service::today()), Some(world.keys.office["EUCOM"]));
    let renamed = file.replace("ODC Germany", "ODC Berlin").replace("2020-01-01,,", "2020-01-01,2030-01-01,");
    let third = planned(&world, ImportKind::Offices, &renamed);
    assert_eq!((third.commands.len(), third.notes.len()), (1, 1));
    assert!(third.notes[0].note.contains("name"), "{:?}", third.notes);
    give(&mut world, third.command().unwrap());
    assert_eq!(world.offices[id].existence.until(), Some(date(2030, 1, 1)));
}

#[test]
fn sealed_facts_are_named_but_never_shown() {
    let world = service::world(1, 1);
    let person = world.people.iter().next().unwrap().1;
    let file = format!(
        "number,name,service,grade,born\n{},\"{}\",army,{},1980-02-03\n",
        person.number,
        person.name.replace('=', "'=").replace("-S", "'-S"),
        person.grade_on(service::today())
    );
    let plan = planned(&world, ImportKind::People, &file);
    let born = plan.differences.iter().find(|difference| difference.field == "born").unwrap();
    assert_eq!(born.after.as_deref(), Some("(sealed)"));
    assert!(!serde_json::to_string(&plan.differences).unwrap().contains("1980"));
}

#[test]
fn made_up_rows_do_not_enter_a_real_world() {
    let mut made_up = service::world(1, 2);
    service::made_up(&mut made_up);
    let all = everything(&made_up);
    let csv = export(Noun::People, &made_up, &Scopes::ordinary(&all), service::today(), "CUI").to_csv();
    let refused = plan(ImportKind::People, "p.csv", &csv, &service::world(2, 0), &options()).unwrap_err();
    assert!(refused.faults.iter().all(|fault| fault.column.as_deref() == Some("data_label")));
    assert_eq!(refused.faults.len(), 2);
}

#[test]
fn what_another_source_owns_is_flagged_by_the_domain_and_agreement_is_only_noted() {
    let mut world = service::world(1, 2);
    let all = everything(&world);
    let csv = export(Noun::People, &world, &Scopes::ordinary(&all), service::today(), "CUI").to_csv();
    let other = ImportOptions::new("DCPDS", service::today());
    let agreed = plan(ImportKind::People, "p.csv", &csv, &world, &other).unwrap();
    assert_eq!((agreed.commands.len(), agreed.notes.len()), (0, 2));
    let person = world.people.iter().next().unwrap().1;
    let name = person.name.replace('=', "'=").replace("-S", "'-S");
    let file = format!("number,name,service,grade\n{},\"{name}\",army,O-6\n", person.number);
    let plan = plan(ImportKind::People, "p.csv", file.as_bytes(), &world, &other).unwrap();
    let before = world.contradictions.len();
    give(&mut world, plan.command().unwrap());
    let noted: Vec<_> = world.contradictions.iter().skip(before).map(|(_, noted)| noted.kind).collect();
    assert!(noted.contains(&ContradictionKind::SourcesDisagree), "{noted:?}");
    assert_eq!(world.people[PersonId(0)].source.as_str(), "FMTS");
}

#[test]
fn twenty_thousand_people_are_planned_in_one_pass() {
    let mut world = service::world(1, 0);
    for number in 0..20_000 {
        let mut one: RegisterPerson = service::a_person(number);
        one.facts.grade = Grade::O(4);
        give(&mut world, one);
    }
    let all = everything(&world);
    let csv = export(Noun::People, &world, &Scopes::ordinary(&all), service::today(), "CUI").to_csv();
    let promoted = String::from_utf8(csv).unwrap().replace(",O-4,", ",O-5,");
    let plan = planned(&world, ImportKind::People, &promoted);
    assert_eq!((plan.commands.len(), plan.differences.len()), (20_000, 20_000));
}

#[test]
fn the_columns_of_every_file_are_printed_from_their_declaration() {
    for (kind, name, _) in ImportKind::ALL.iter().take(4) {
        let guide = kind.guide();
        assert!(guide.iter().any(|column| column.presence == "required"), "{name}");
        assert!(guide.iter().all(|column| !column.meaning.is_empty() && !column.holds.is_empty()));
        assert_eq!(guide.last().unwrap().name, "data_label");
    }
}

/// A service with one open cycle, whose ballot civilians and airmen rank on.
fn with_cycle() -> World {
    use muster_domain::allocation::{BallotTerms, OpenCycle, SetBallot};
    use muster_domain::{CycleId, Period, Service};

    let mut world = service::world(1, 12);
    let window = Period::new(date(2027, 4, 1), Some(date(2027, 10, 1))).unwrap();
    give(&mut world, OpenCycle { name: "Summer 2027".into(), window, scope: Vec::new() });
    let terms = BallotTerms {
        members_until: date(2026, 12, 1),
        offices_until: date(2026, 12, 15),
        civilians: true,
        services: vec![Service::AirForce],
        boards: false,
    };
    give(&mut world, SetBallot { cycle: CycleId(0), terms });
    for (number, service) in [("R1", "army"), ("R2", "army"), ("R3", "air_force")] {
        let file = format!("number,name,service,grade\n{number},\"Ranks, {number}\",{service},O-4\n");
        let command = planned(&world, ImportKind::People, &file).command().unwrap();
        give(&mut world, command);
    }
    world
}

#[test]
fn a_marketplaces_rankings_are_taken_in_the_order_of_their_ranks_and_never_over_a_ballot() {
    let mut world = with_cycle();
    let billets: Vec<_> = world.billets.iter().map(|(id, billet)| (id, billet.number.clone())).take(3).collect();
    let row =
        |person: &str, service: &str, rank: u32, at: usize| format!("{service},{person},{rank},{}\n", billets[at].1);
    let file = format!(
        "service,person number,rank,billet number\n{}{}{}{}{}",
        row("R1", "army", 2, 0),
        row("R1", "army", 1, 1),
        row("R2", "army", 1, 2),
        row("R3", "air_force", 1, 0),
        row("R1", "army", 7, 2),
    );
    let plan = planned(&world, ImportKind::Rankings, &file);
    assert_eq!((plan.commands.len(), plan.unchanged), (2, 1));
    assert!(
        plan.notes.iter().any(|note| note.note.contains("R3") && note.note.contains("own ballot")),
        "{:?}",
        plan.notes
    );
    // Differences say how much is ranked and never what.
    let told: Vec<_> = plan.differences.iter().map(|difference| difference.after.as_deref().unwrap()).collect();
    assert_eq!(told, ["3 ranked", "1 ranked"]);
    give(&mut world, plan.command().unwrap());
    let ballot = &world.cycles.iter().next().unwrap().1.ballot;
    let person = world.keys.person["R1"];
    assert_eq!(ballot.own_ranking(person).unwrap().billets, [billets[1].0, billets[0].0, billets[2].0]);
    assert!(ballot.ranked(person, date(2026, 12, 1)).is_empty());
    assert_eq!(planned(&world, ImportKind::Rankings, &file).commands.len(), 0);
}

#[test]
fn rankings_with_another_service_a_rank_twice_or_no_cycle_are_refused_by_line() {
    let world = with_cycle();
    let number = &world.billets.iter().next().unwrap().1.number;
    let file = format!(
        "service,person,rank,position,cycle\narmy,R1,1,{number},\narmy,R1,1,{number},\nnavy,R2,1,{number},\narmy,R2,1,{number},Winter 2030\n"
    );
    assert_eq!(
        said(&refused(&world, ImportKind::Rankings, &file)),
        [
            (3, "rank", Problem::DuplicateRow, None),
            (4, "service", Problem::BadCell, None),
            (5, "cycle", Problem::UnknownKey, None),
        ]
    );
}
