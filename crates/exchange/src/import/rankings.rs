//! Members' rankings as the services' own marketplaces hold them: one row a ranked billet, one list a person.

use std::collections::BTreeMap;

use muster_domain::allocation::ImportRanking;
use muster_domain::{BilletId, Context, CycleId, Decide, PersonId, Service, Text, World};

use super::plan::{Difference, Plan};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::record::Word;
use crate::tabular::{FileRefused, Problem, Row};

/// The line a list begins on, and its billets with their ranks.
type List = (u64, Vec<(i64, BilletId)>);

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (table, mut sheet) = Sheet::read(ImportKind::Rankings, name, bytes, world, options)?;
    let mut lists: BTreeMap<(CycleId, PersonId), List> = BTreeMap::new();
    for row in table.rows() {
        let (cycle, person, billet) =
            (cycle(&mut sheet, row), sheet.person(row, "person"), sheet.billet(row, "position"));
        let (Some(cycle), Some(person), Some(billet), Some(rank)) = (cycle, person, billet, row.integer("rank")) else {
            continue;
        };
        let facts = &world.people[person];
        if let Some(service) = row.text("service").and_then(Service::read)
            && service != facts.service
        {
            let expected = format!("{}, the person's own service", facts.service.word());
            sheet.fault(row, "service", Problem::BadCell, service.word(), expected, None);
            continue;
        }
        if sheet.first(row, "rank", &format!("rank {rank} of {} in {cycle}", facts.number)) {
            lists.entry((cycle, person)).or_insert((row.line(), Vec::new())).1.push((rank, billet));
        }
    }
    for ((cycle, person), (line, mut ranked)) in lists {
        ranked.sort_unstable();
        let command = ImportRanking {
            cycle,
            person,
            source: Text::from(&options.source),
            as_of: options.as_of,
            billets: ranked.into_iter().map(|(_, billet)| billet).collect(),
        };
        let number = &world.people[person].number;
        let context = Context { today: options.as_of, actor: None };
        match command.decide(world, &context) {
            // A ballot held here stands, and the rest of the file is taken.
            Err(refusal) if refusal.rule == "ballot-held" => {
                sheet.planner.unchanged();
                sheet.planner.note(line, format!("{} The list is not taken.", refusal.problem));
            }
            Ok(events) if events.is_empty() => sheet.planner.unchanged(),
            _ => {
                // What is ranked is sealed: how much, and never what.
                let difference = Difference {
                    subject: format!("ranking of {number} in {}", world.cycles[cycle].name),
                    field: "positions".to_owned(),
                    before: None,
                    after: Some(format!("{} ranked", command.billets.len())),
                };
                sheet.planner.take(Some(line), command.into(), vec![difference]);
            }
        }
    }
    sheet.planner.finish()
}

/// The cycle a row is about: the one named, or the only open one.
fn cycle(sheet: &mut Sheet<'_>, row: Row<'_>) -> Option<CycleId> {
    let open = || sheet.world.cycles.iter().filter(|(_, cycle)| cycle.closed.is_none());
    let named = row.text("cycle");
    let mut found = match named {
        Some(name) => {
            open().filter(|(id, cycle)| &*cycle.name == name || id.to_string() == name).map(|(id, _)| id).collect()
        }
        None => open().map(|(id, _)| id).collect::<Vec<_>>(),
    };
    let known: Vec<String> = open().map(|(_, cycle)| cycle.name.to_string()).collect();
    if found.len() == 1 {
        return found.pop();
    }
    let expected = match &known[..] {
        [] => "an open cycle; there is none".to_owned(),
        known => format!("the name of one open cycle: {}", known.join(", ")),
    };
    sheet.fault(row, "cycle", Problem::UnknownKey, named.unwrap_or("nothing"), expected, None);
    None
}
