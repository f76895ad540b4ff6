//! What happened in the execution of cases by a day, as far as the asker sees them: a part of it a table.

use muster_domain::cases::{Case, Execution, ExecutionPart};
use muster_domain::{Date, World};

use super::cases::seen;
use super::{Cell, Scopes, Table};
use crate::record::execution::{ExecutionRow, WRITTEN, fields, rows};

pub(super) fn table(part: ExecutionPart, world: &World, scopes: &Scopes<'_>, day: Date) -> Table {
    let all = seen(world, scopes).into_iter().flat_map(|id| of_case(part, world, &world.cases[id], day));
    Table::of(fields(part).iter().chain(WRITTEN), all.collect())
}

fn of_case(part: ExecutionPart, world: &World, case: &Case, day: Date) -> Vec<Vec<Cell>> {
    let (known, number) = (known(&case.execution, day), case.number.to_string());
    let source = case.execution_sources.iter().find(|one| one.part == part).map(|one| &one.source);
    let written = [
        Cell::from(&world.offices[case.office].code),
        Cell::from(&world.countries[case.country].iso3),
        Cell::from(source),
    ];
    let row = |row: ExecutionRow<'_>| [row.cells(&number), written.to_vec()].concat();
    rows(&known, part).into_iter().map(row).collect()
}

/// What was known of it on a day. Nobody recorded when a review was planned: those planned are known from the beginning.
fn known(held: &Execution, day: Date) -> Execution {
    let mut known = held.clone();
    let by = |on: &mut Option<Date>| *on = on.filter(|on| *on <= day);
    known.schedule = known.schedule.filter(|schedule| schedule.set <= day);
    known.bills.retain(|bill| bill.issued <= day);
    known.payments.retain(|payment| payment.on <= day);
    known.deliveries.retain(|delivery| delivery.ordered <= day);
    for delivery in &mut known.deliveries {
        delivery.slips.retain(|slip| slip.on <= day);
        by(&mut delivery.delivered);
        by(&mut delivery.withdrawn);
    }
    known.discrepancies.retain(|report| report.filed <= day);
    for report in &mut known.discrepancies {
        report.answer = report.answer.take().filter(|answer| answer.on <= day);
        by(&mut report.review);
        by(&mut report.closed);
    }
    known.reviews.retain(|review| !review.held || review.on <= day);
    for action in known.reviews.iter_mut().flat_map(|review| &mut review.actions) {
        by(&mut action.done);
    }
    known.reconciliations.retain(|one| one.through <= day);
    known
}
