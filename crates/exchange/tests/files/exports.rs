//! What an export shows, to whom, and in which form.

use muster_domain::access::Scope;
use muster_domain::{OfficeId, Service, World};
use muster_exchange::export::{About, Cell, Column, ColumnKind, Dialect, Noun, Scopes, Table, export};
use muster_exchange::tabular::{Columns, Kind, Limits, Shape, read_bytes};

use crate::service::{self, everything, today};

fn index(table: &Table, name: &str) -> usize {
    table.columns().iter().position(|column| column.name == name).unwrap()
}

fn column<'t>(table: &'t Table, name: &str) -> impl Iterator<Item = &'t Cell> {
    let at = index(table, name);
    table.rows().iter().map(move |row| &row[at])
}

fn of_jordan(world: &World) -> Scope {
    Scope::of_offices(world, [OfficeId(2)])
}

#[test]
fn an_asker_gets_the_rows_of_the_own_offices_and_the_names_of_the_own_people_only() {
    let world = service::world(11, 120);
    let (all, jordan) = (everything(&world), of_jordan(&world));
    let mixed = Scopes { rows: &all, people: &jordan, cases: &all, personal: None, family: None };
    let billets = export(Noun::Billets, &world, &mixed, today(), "CUI");
    assert_eq!(billets.rows().len(), world.billets.len());
    let (office, state, name) =
        (index(&billets, "office"), index(&billets, "state"), index(&billets, "incumbent_name"));
    let filled: Vec<_> = billets.rows().iter().filter(|row| row[state] == Cell::text("filled")).collect();
    assert!(filled.iter().any(|row| row[name].is_empty()) && filled.iter().any(|row| !row[name].is_empty()));
    assert!(filled.iter().filter(|row| !row[name].is_empty()).all(|row| row[office] == Cell::text("SCO-JOR")));
    let own = export(Noun::Billets, &world, &Scopes::ordinary(&jordan), today(), "CUI");
    assert!(column(&own, "office").all(|office| *office == Cell::text("SCO-JOR")) && !own.rows().is_empty());
    let people = export(Noun::People, &world, &Scopes::ordinary(&jordan), today(), "CUI");
    assert!(column(&people, "office").all(|office| *office == Cell::text("SCO-JOR")) && !people.rows().is_empty());
    let nothing = Scope::nothing();
    for noun in [Noun::Offices, Noun::Billets, Noun::People, Noun::Tours, Noun::Contradictions] {
        assert!(export(noun, &world, &Scopes::ordinary(&nothing), today(), "CUI").rows().is_empty(), "{noun}");
    }
}

#[test]
fn sealed_columns_come_only_when_asked_for_and_only_for_people_whose_facts_are_seen() {
    let world = service::world(11, 60);
    let (all, jordan, air_force) = (everything(&world), of_jordan(&world), Scope::of_service(Service::AirForce));
    let plain = export(Noun::People, &world, &Scopes::ordinary(&all), today(), "CUI");
    assert!(plain.columns().iter().all(|column| !["born", "separates", "dependents"].contains(&column.name)));
    let sealed = |scope| Scopes { personal: Some(scope), family: Some(scope), ..Scopes::ordinary(&all) };
    let own = export(Noun::People, &world, &sealed(&jordan), today(), "CUI");
    assert!(!own.rows().is_empty() && own.rows().len() < plain.rows().len());
    assert!(column(&own, "office").all(|office| *office == Cell::text("SCO-JOR")));
    assert!(column(&own, "born").all(|born| !born.is_empty()));
    assert!(export(Noun::People, &world, &sealed(&air_force), today(), "CUI").rows().is_empty());
}

#[test]
fn every_row_carries_the_marking_and_the_label_of_made_up_data() {
    let mut world = service::world(1, 4);
    let all = everything(&world);
    let real = export(Noun::Billets, &world, &Scopes::ordinary(&all), today(), "CUI//SP-PRVCY");
    assert!(column(&real, "data_label").all(Cell::is_empty));
    service::made_up(&mut world);
    for (noun, _) in Noun::ALL {
        let table = export(*noun, &world, &Scopes::ordinary(&all), today(), "CUI//SP-PRVCY");
        assert!(column(&table, "marking").all(|marking| *marking == Cell::text("CUI//SP-PRVCY")));
        assert!(column(&table, "data_label").all(|label| label.to_string().starts_with("SYNTHETIC")));
        assert!(table.columns().iter().all(|column| !column.meaning.is_empty()), "{noun}");
        assert_eq!(table.about().title, noun.name());
    }
}

#[test]
fn no_cell_of_a_csv_file_is_run_as_a_formula() {
    let world = service::world(13, 60);
    let all = everything(&world);
    let table = export(Noun::Billets, &world, &Scopes::ordinary(&all), today(), "=marking()");
    let csv = table.to_csv();
    let mut cells = 0;
    for record in csv::Reader::from_reader(&csv[..]).records() {
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '+', '@', '\t', '\r']), "{cell}");
            assert!(!cell.starts_with('-') || cell.parse::<f64>().is_ok(), "{cell}");
            cells += 1;
        }
    }
    assert_eq!(cells, table.rows().len() * table.columns().len());
}

#[test]
fn a_workbook_says_on_a_second_sheet_what_it_is_and_what_its_columns_mean() {
    let mut world = service::world(1, 4);
    service::made_up(&mut world);
    let all = everything(&world);
    let table = export(Noun::Offices, &world, &Scopes::ordinary(&all), today(), "CUI");
    let bytes = table.to_xlsx().unwrap();
    let anything = Shape { expected: "anything", fits: |_| true };
    let names = Columns::new(
        table
            .columns()
            .iter()
            .map(|c| muster_exchange::tabular::Column::present(c.name, Kind::Shaped(anything)))
            .collect(),
    );
    let read = read_bytes("offices.xlsx", &bytes, &names, &Limits::default()).unwrap();
    assert_eq!(read.len(), table.rows().len());
    assert_eq!(read.rows().next().unwrap().text("latitude"), Some("31.956"));
    assert_eq!(read.notes(), ["sheet \"About\" was not read, only \"offices\""]);
}

#[test]
fn a_table_becomes_statements_that_a_database_takes() {
    let world = service::world(1, 4);
    let all = everything(&world);
    let table = export(Noun::Tours, &world, &Scopes::ordinary(&all), today(), "CUI");
    let ddl = table.ddl(Dialect::Postgres);
    assert!(ddl.starts_with("CREATE TABLE \"tours\" (\n  \"person\" TEXT,"), "{ddl}");
    assert!(ddl.contains("\"arrived\" DATE") && ddl.contains("\"accompanied\" BOOLEAN"));
    assert_eq!(ddl.matches("COMMENT ON COLUMN").count(), table.columns().len());
    assert!(table.ddl(Dialect::Sqlite).ends_with(") STRICT;\n"));
    assert_eq!(table.insert(Dialect::Sqlite).matches('?').count(), table.columns().len());
    let flags: Vec<_> = column(&table, "accompanied").filter_map(Cell::bound).collect();
    assert!(flags.iter().all(|flag| flag == "0" || flag == "1") && !flags.is_empty());
    let dictionary = Table::dictionary([&table], table.about().clone());
    assert_eq!(dictionary.rows().len(), table.columns().len());
    assert_eq!(dictionary.sql_name(), "data_dictionary");
}

#[test]
fn a_table_of_another_room_is_labelled_and_squared() {
    let world = service::world(1, 1);
    let about = About::of("picture", &world, today(), "CUI");
    let columns = vec![
        Column::new("name", ColumnKind::Text, "The command."),
        Column::new("assigned", ColumnKind::Integer, "People."),
    ];
    let table = Table::new(
        about,
        columns,
        vec![vec![Cell::text("EUCOM")], vec![Cell::text("X"), Cell::Integer(3), Cell::Integer(4)]],
    );
    assert_eq!(String::from_utf8(table.to_csv()).unwrap(), "name,assigned,marking,data_label\nEUCOM,,CUI,\nX,3,CUI,\n");
}
