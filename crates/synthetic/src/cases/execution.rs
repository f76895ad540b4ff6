//! The execution of one synthetic case, by what its milestones say: schedule, bills, payments, deliveries, discrepancy
//! reports, reviews, reconciliation. Every rate is our assumption; a closed case has nothing open.

use muster_domain::cases::{
    CaseBill, CaseDelivery, CaseDiscrepancy, CaseHolder, CaseInstalment, CaseKind, CasePayment, CaseReconciliation,
    CaseRecord, CaseReview, CaseReviewKind, DeliverySlip, DifferenceKind, DiscrepancyAnswer, DiscrepancyKind,
    DiscrepancyOutcome, DocumentKind, Execution, ExplainedDifference, LineClass, Milestone, PaymentSchedule,
    ReviewAction, SlipReason,
};
use muster_domain::kernel::{add_months, days_between};
use muster_domain::policy::PolicyKey;
use muster_domain::{Date, FiscalYear, World};

use crate::dice::{Dice, days_after};

/// The days of a case that its execution hangs on.
struct Days {
    today: Date,
    accepted: Date,
    deposited: Option<Date>,
    implemented: Option<Date>,
    complete: Option<Date>,
    closed: Option<Date>,
    /// By when everything is, or is to be, delivered and paid.
    end: Date,
}

impl Days {
    fn of(record: &CaseRecord, today: Date, dice: &mut Dice) -> Option<Self> {
        let day = |milestone| record.milestones.iter().rfind(|(held, _)| *held == milestone).map(|(_, on)| *on);
        let accepted = day(Milestone::Accepted).filter(|_| day(Milestone::Cancelled).is_none())?;
        let (implemented, complete) = (day(Milestone::Implemented), day(Milestone::SupplyComplete));
        let runs = days_after(accepted, dice.between(900, 2_600)).max(days_after(today, dice.between(40, 900)));
        Some(Self {
            today,
            accepted,
            deposited: day(Milestone::Deposited),
            implemented,
            complete,
            closed: day(Milestone::Closed),
            end: complete.unwrap_or(runs),
        })
    }

    /// A day that is known: not after today, nor after the closure.
    fn known(&self, day: Date) -> bool {
        day <= self.closed.unwrap_or(self.today).min(self.today)
    }
}

/// Fills in the execution of a case that was accepted.
pub(super) fn execute(record: &mut CaseRecord, world: &World, today: Date, dice: &mut Dice) {
    let Some(days) = Days::of(record, today, dice) else { return };
    let value: i64 = record.lines.iter().map(|line| line.value_cents).sum();
    let rate = world.policy(PolicyKey::AdminSurcharge, "standard", days.accepted).map_or(0, |figure| figure.value);
    let surcharged = |cents: i64| {
        let added = (i128::from(cents) * i128::from(rate) + 500).div_euclid(1000);
        cents + i64::try_from(added).unwrap_or(0)
    };
    let total = surcharged(value);
    let mut execution = Execution::default();
    let instalments = instalments(total, &days, dice);
    bill(&mut execution, &instalments, &days, dice);
    execution.schedule = Some(PaymentSchedule { set: days_after(days.accepted, -5), instalments });
    if days.implemented.is_some() {
        deliver(&mut execution, record, &days, dice);
        dispute(&mut execution, record, &days, dice);
        document(record, &days, value, dice);
        if days.closed.is_none() {
            review(&mut execution, &days, dice);
        }
    }
    reconcile(&mut execution, record, &days, (value, total), &surcharged, dice);
    record.execution = execution;
}

/// The 15th of the last month of the quarter that lies so many months after a day.
fn quarter_day(from: Date, months: i32) -> Date {
    let day = add_months(from, months);
    let month = (day.month() + 2) / 3 * 3;
    Date::new(day.year(), month, 15).unwrap_or(day)
}

/// The initial deposit and some quarterly instalments, the last of them at the end.
fn instalments(total: i64, days: &Days, dice: &mut Dice) -> Vec<CaseInstalment> {
    let due = days.deposited.unwrap_or_else(|| days_after(days.accepted, 30));
    let months = days_between(days.accepted, days.end) / 30;
    let later = dice.between(2, 7);
    let mut quarters: Vec<Date> = (1..=later).map(|nth| quarter_day(days.accepted, months * nth / later)).collect();
    quarters.retain(|quarter| *quarter > due && days.complete.is_none_or(|complete| *quarter <= complete));
    quarters.dedup();
    let parts = i64::try_from(quarters.len()).unwrap_or(0) + 1;
    let deposit = if parts == 1 { total } else { (total * i64::from(dice.between(8, 25)) / 100).max(1) };
    let each = if parts == 1 { 0 } else { (total - deposit) / (parts - 1) };
    let mut instalments = vec![CaseInstalment { due, cents: deposit }];
    instalments.extend(quarters.into_iter().map(|due| CaseInstalment { due, cents: each }));
    instalments.retain(|one| one.cents > 0);
    let rest = total - instalments.iter().map(|one| one.cents).sum::<i64>();
    if let Some(last) = instalments.last_mut() {
        last.cents += rest;
    }
    instalments
}

/// Bills of the instalments, two months before each falls due, and what is paid on them.
fn bill(execution: &mut Execution, instalments: &[CaseInstalment], days: &Days, dice: &mut Dice) {
    let settled = days.closed.unwrap_or(days.today);
    if let (Some(on), Some(deposit)) = (days.deposited, instalments.first()) {
        execution.payments.push(CasePayment { on, cents: deposit.cents });
    }
    for instalment in instalments.iter().skip(1) {
        let issued = add_months(instalment.due, -2).max(days.accepted);
        if !days.known(issued) {
            break;
        }
        execution.bills.push(CaseBill { issued, due: instalment.due, cents: instalment.cents });
        let recent = days_between(instalment.due, days.today) < 200;
        let on = match dice.below(100) {
            0..=11 => days_after(instalment.due, dice.between(5, 90)),
            _ => days_after(instalment.due, -dice.between(0, 24)),
        };
        let on = on.max(issued).min(if days.closed.is_some() { settled } else { on.max(issued) });
        let unpaid = days.closed.is_none() && (if recent { dice.per_mille(110) } else { dice.per_mille(4) });
        if on <= settled && !unpaid {
            execution.payments.push(CasePayment { on, cents: instalment.cents });
        }
    }
}

fn deliver(execution: &mut Execution, record: &CaseRecord, days: &Days, dice: &mut Dice) {
    let Some(implemented) = days.implemented else { return };
    let span = days_between(implemented, days.end).max(1);
    for line in &record.lines {
        let goods = matches!(line.class, LineClass::MajorEquipment | LineClass::Articles);
        let batches = if goods && line.quantity > 3 { 1 + dice.below(3) } else { 1 };
        let batches = u32::try_from(batches).unwrap_or(1);
        for nth in 0..batches {
            let share = |part: u32| line.quantity * part / batches;
            let quantity = share(nth + 1) - share(nth);
            let earliest = span * i32::try_from(nth).unwrap_or(0) / i32::try_from(batches).unwrap_or(1);
            let planned = days_after(implemented, (earliest + dice.between(span / 6, span / 2)).min(span * 9 / 10));
            // Most blanket orders have had an order lately; those that had none are the ones gone idle.
            let lately = nth + 1 == batches && days.complete.is_none() && dice.per_mille(880);
            let (ordered, planned) = match record.kind {
                CaseKind::BlanketOrder if lately => {
                    let ordered = days_after(days.today, -dice.between(3, 170)).max(implemented);
                    (ordered, days_after(ordered, dice.between(60, 220)))
                }
                CaseKind::BlanketOrder => (days_after(planned, -dice.between(60, 220)).max(implemented), planned),
                _ => (implemented, planned),
            };
            if ordered > days.today {
                continue;
            }
            let mut delivery = CaseDelivery {
                line: line.line,
                quantity,
                ordered,
                planned,
                slips: Vec::new(),
                delivered: None,
                withdrawn: None,
            };
            slip(&mut delivery, days, dice);
            let came = days_after(delivery.expected(), dice.between(-12, 12)).max(ordered);
            let late = days.complete.is_none() && dice.per_mille(30);
            let came = days.complete.map_or(came, |complete| came.min(complete));
            delivery.delivered = (came <= days.today && !late).then_some(came);
            execution.deliveries.push(delivery);
        }
    }
}

/// About a third of deliveries slip once, some twice: known a while before the day they were expected.
fn slip(delivery: &mut CaseDelivery, days: &Days, dice: &mut Dice) {
    const WHY: [(SlipReason, &str); 5] = [
        (SlipReason::Production, "Production runs late"),
        (SlipReason::Contract, "The contract was awarded late"),
        (SlipReason::Transport, "No lift was free"),
        (SlipReason::Purchaser, "The purchaser was not ready to receive it"),
        (SlipReason::Release, "Release was not cleared in time"),
    ];
    for chance in [330, 250] {
        if !dice.per_mille(chance) {
            return;
        }
        let on = days_after(delivery.expected(), -dice.between(5, 90)).max(delivery.ordered);
        let mut to = days_after(delivery.expected(), dice.between(20, 300));
        if let Some(complete) = days.complete {
            to = to.min(complete);
        }
        if on > days.today || to <= delivery.expected() {
            return;
        }
        let (reason, note) = *dice.pick(&WHY);
        delivery.slips.push(DeliverySlip { on, to, reason, note: note.into() });
    }
}

fn dispute(execution: &mut Execution, record: &CaseRecord, days: &Days, dice: &mut Dice) {
    const KINDS: [(DiscrepancyKind, &str); 5] = [
        (DiscrepancyKind::Shortage, "Fewer came than the papers say"),
        (DiscrepancyKind::Damage, "The crate came open"),
        (DiscrepancyKind::WrongItem, "Another part number came"),
        (DiscrepancyKind::Quality, "It fails its acceptance test"),
        (DiscrepancyKind::Documentation, "The certificate is missing"),
    ];
    let delivered: Vec<(u16, Date)> =
        execution.deliveries.iter().filter_map(|one| Some((one.line, one.delivered?))).collect();
    for (line, delivered) in delivered {
        let filed = days_after(delivered, dice.between(10, 330));
        if !dice.per_mille(70) || !days.known(filed) {
            continue;
        }
        let value = record.lines.iter().find(|held| held.line == line).map_or(0, |held| held.value_cents);
        // A claim on less would outgrow what was paid.
        if value < 2_000_000 {
            continue;
        }
        let claim_cents = (value / 1000 * i64::from(dice.between(1, 20))).clamp(20_000, 1_000_000_000);
        let (kind, note) = *dice.pick(&KINDS);
        let begun = days_after(filed, dice.between(3, 40));
        let answered = days_after(begun, dice.between(15, 200));
        let ended = days_after(answered, dice.between(3, 60));
        // What was filed shortly before a closure was settled with it.
        let day = |day: Date| {
            if days.closed.is_some() {
                Some(day.min(days.closed.unwrap_or(day)))
            } else {
                days.known(day).then_some(day)
            }
        };
        let outcome = *dice.pick(&[
            DiscrepancyOutcome::Credited,
            DiscrepancyOutcome::Replaced,
            DiscrepancyOutcome::Accepted,
            DiscrepancyOutcome::Rejected,
        ]);
        let credited_cents =
            if outcome == DiscrepancyOutcome::Credited { claim_cents * i64::from(dice.between(4, 10)) / 10 } else { 0 };
        let note_of = "Answered in the system of record (synthetic)";
        let answer = day(answered).map(|on| DiscrepancyAnswer { on, outcome, credited_cents, note: note_of.into() });
        // A credit is paid back with the answer, so that the account stays even.
        if let Some(answer) = answer.as_ref().filter(|answer| answer.credited_cents > 0) {
            execution.payments.push(CasePayment { on: answer.on, cents: -answer.credited_cents });
        }
        execution.discrepancies.push(CaseDiscrepancy {
            line,
            kind,
            quantity: 1,
            claim_cents,
            delivered,
            filed,
            note: note.into(),
            review: day(begun),
            answer,
            closed: day(ended),
        });
    }
    execution.payments.sort_by_key(|payment| payment.on);
}

/// Some accepted cases were amended or modified since.
fn document(record: &mut CaseRecord, days: &Days, value: i64, dice: &mut Dice) {
    let Some(from) = days.implemented else { return };
    let until = days.complete.unwrap_or(days.today);
    let room = days_between(from, until);
    if room < 60 {
        return;
    }
    for (kind, chance) in [(DocumentKind::Amendment, 220), (DocumentKind::Modification, 330)] {
        if dice.per_mille(chance) {
            let on = days_after(from, dice.between(20, room - 1));
            let change =
                if kind == DocumentKind::Amendment { value / 100 * i64::from(dice.between(-3, 15)) } else { 0 };
            record.documents.push((kind, 1, on, change));
        }
    }
    record.documents.sort_by_key(|(_, _, on, _)| *on);
}

fn review(execution: &mut Execution, days: &Days, dice: &mut Dice) {
    let since = days_between(days.implemented.unwrap_or(days.today), days.today);
    if since > 90 {
        // Nine in ten were reviewed within the year.
        let ago = if dice.per_mille(900) { dice.between(10, 360) } else { dice.between(366, 700) };
        let on = days_after(days.today, -ago.min(since - 30));
        let late = execution.deliveries.iter().any(|one| one.is_open(on) && one.expected() < on);
        let (kind, findings) = match (late, dice.per_mille(400)) {
            (true, _) => (CaseReviewKind::Program, "Deliveries run late"),
            (false, true) => (CaseReviewKind::Financial, "Account even with the schedule"),
            (false, false) => (CaseReviewKind::Program, "As planned"),
        };
        let actions = if late || dice.per_mille(120) {
            let due = days_after(on, dice.between(30, 120));
            let done = Some(days_after(due, dice.between(-25, 10)).max(on))
                .filter(|done| *done <= days.today && !dice.per_mille(80));
            vec![ReviewAction { action: "Ask for a recovery plan".into(), holder: CaseHolder::Agency, due, done }]
        } else {
            Vec::new()
        };
        execution.reviews.push(CaseReview { kind, on, held: true, findings: findings.into(), actions });
    }
    if dice.per_mille(250) {
        let on = days_after(days.today, dice.between(1, 150));
        let (kind, findings, actions) = (CaseReviewKind::Program, "".into(), Vec::new());
        execution.reviews.push(CaseReview { kind, on, held: false, findings, actions });
    }
}

/// The last fiscal year of most running cases, and for good most of those whose supply is complete.
fn reconcile(
    execution: &mut Execution,
    record: &CaseRecord,
    days: &Days,
    (value, total): (i64, i64),
    surcharged: &dyn Fn(i64) -> i64,
    dice: &mut Dice,
) {
    let last_year = FiscalYear(FiscalYear::of(days.today).0 - 1);
    let Some(year_end) = last_year.period().and_then(|period| period.end().yesterday().ok()) else { return };
    let (year, through) = match (days.closed, days.complete) {
        (Some(closed), _) => (None, closed),
        (None, Some(complete)) if dice.per_mille(620) => (None, days_after(complete, 60).min(days.today)),
        (None, None) if days.implemented.is_some_and(|on| on <= year_end) && dice.per_mille(850) => {
            // Before the months to do it in are over, most are still to do.
            let asked = FiscalYear(FiscalYear::of(add_months(days.today, -3)).0 - 1);
            let year = if dice.per_mille(300) { last_year } else { asked };
            let Some(end) = year.period().and_then(|period| period.end().yesterday().ok()) else { return };
            if days.implemented.is_none_or(|on| on > end) {
                return;
            }
            (Some(year), end)
        }
        _ => return,
    };
    let paid = |payments: &[CasePayment], sign: i64| -> i64 {
        payments.iter().filter(|one| one.on <= through).map(|one| one.cents.max(0) * sign).sum()
    };
    let bills = || execution.bills.iter().filter(|bill| bill.issued <= through);
    let deposit = execution.schedule.as_ref().and_then(|schedule| schedule.instalments.first()).copied();
    let deposited = deposit.map_or(0, |one| one.cents);
    let credited_cents: i64 = execution
        .discrepancies
        .iter()
        .filter_map(|report| report.answer.as_ref())
        .filter(|answer| answer.on <= through)
        .map(|answer| answer.credited_cents)
        .sum();
    let delivered_cents: i64 = record
        .lines
        .iter()
        .map(|line| {
            let of_line = execution.deliveries.iter().filter(|one| one.line == line.line);
            let made = of_line.filter(|one| one.delivered.is_some_and(|on| on <= through)).map(|one| one.quantity);
            let worth = i128::from(line.value_cents) * i128::from(made.sum::<u32>().min(line.quantity));
            i64::try_from(worth / i128::from(line.quantity.max(1))).unwrap_or(0)
        })
        .sum();
    let even = days.closed.is_some() || dice.per_mille(850);
    let final_one = year.is_none();
    let obligated_cents = match (final_one, even) {
        (true, true) => value,
        (true, false) => value - value / 1000 * i64::from(dice.between(1, 30)),
        (false, _) => delivered_cents.max(value / 100 * i64::from(dice.between(55, 100))).min(value),
    };
    let mut figures = CaseReconciliation {
        year,
        through,
        ordered_cents: value,
        obligated_cents,
        total_cents: total,
        scheduled_cents: Some(total),
        asked_cents: deposited + bills().map(|bill| bill.cents).sum::<i64>(),
        due_cents: deposit.filter(|one| one.due <= through).map_or(0, |one| one.cents)
            + bills().filter(|bill| bill.due <= through).map(|bill| bill.cents).sum::<i64>(),
        received_cents: paid(&execution.payments, 1) - credited_cents,
        credited_cents,
        delivered_cents,
        delivered_total_cents: surcharged(delivered_cents),
        explained: Vec::new(),
    };
    let explain = |kind, note: &str| ExplainedDifference { difference: kind, note: note.into() };
    let differing: Vec<DifferenceKind> = figures.differences().iter().map(|one| one.kind).collect();
    for kind in differing {
        // Most of what differs while a case runs is explained; at the end half is.
        if dice.per_mille(if final_one { 500 } else { 850 }) {
            figures.explained.push(explain(kind, "Settles with the next bill"));
        }
    }
    execution.reconciliations.push(figures);
}
