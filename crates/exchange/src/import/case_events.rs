//! What happened to cases, from a table, XES or OCEL 2.0. What contradicts the rules is taken: it shows as a deviation of
//! the case, to be reconciled. Rows that are held already cause nothing.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use muster_caseflow::log::{Transition, Value};
use muster_domain::cases::{Case, CaseNews, CaseNumber, HoldRecord, UpdateCases};
use muster_domain::{Date, World};

use super::activities::expected_codes;
use super::case_numbers::{CaseNumbers, EXPECTED};
use super::plan::{Difference, Plan, Planner};
use super::sheet::Sheet;
use super::{ImportKind, ImportOptions};
use crate::cases::{Details, Happened, Happening};
use crate::event_log::{LogRefused, ReadOptions, read_log_bytes};
use crate::record::LABEL;
use crate::tabular::{Fault, Faults, FileRefused, Problem, Suggester};

/// One event as a file says it.
struct Said {
    /// Line of a table; a log is named by its case instead.
    line: Option<u64>,
    case: String,
    event: String,
    on: Date,
    details: Details,
}

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let (said, planner) =
        if is_log(name, bytes) { of_log(name, bytes, world, options)? } else { of_table(name, bytes, world, options)? };
    let mut reading =
        Reading { world, options, planner, suggester: Suggester::default(), cases: CaseNumbers::new(world) };
    let mut cases: BTreeMap<CaseNumber, Vec<(Option<u64>, Happening)>> = BTreeMap::new();
    for one in said {
        if let Some((number, happening)) = reading.understood(&one) {
            cases.entry(number).or_default().push((one.line, happening));
        }
    }
    for (number, events) in cases {
        reading.take(number, events);
    }
    reading.planner.finish()
}

/// Whether a file is an event log rather than a table: by its name, else by its first sign.
fn is_log(name: &str, bytes: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    let ends = [".xes", ".json", ".jsonocel", ".xml", ".xmlocel"].iter().any(|ending| name.ends_with(ending));
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    ends || matches!(text.first(), Some(b'<' | b'{'))
}

fn of_table<'a>(
    name: &str,
    bytes: &[u8],
    world: &'a World,
    options: &'a ImportOptions,
) -> Result<(Vec<Said>, Planner<'a>), FileRefused> {
    let (table, sheet) = Sheet::read(ImportKind::CaseEvents, name, bytes, world, options)?;
    let rows = table.rows().filter_map(|row| {
        Some(Said {
            line: Some(row.line()),
            case: row.text("case_number")?.to_owned(),
            event: row.text("event")?.to_owned(),
            on: row.date("date")?,
            details: Details {
                requester: row.text("requester").map(Into::into),
                justification: row.text("justification").map(Into::into),
                until: row.date("until"),
                number: row.integer("number").and_then(|number| u16::try_from(number).ok()),
                change_cents: row.integer("change_cents"),
            },
        })
    });
    let rows = rows.collect();
    Ok((rows, sheet.planner))
}

fn of_log<'a>(
    name: &str,
    bytes: &[u8],
    world: &'a World,
    options: &'a ImportOptions,
) -> Result<(Vec<Said>, Planner<'a>), FileRefused> {
    let limits = muster_caseflow::log::Limits { events: options.limits.rows, ..Default::default() };
    let asked =
        ReadOptions { case_attributes: true, event_attributes: true, object_type: options.object_type.clone(), limits };
    let faults = Faults::new(name, options.limits.faults);
    let read = match read_log_bytes(name, bytes, &asked) {
        Ok(read) => read,
        Err(refused) => return Err(faults.refused_with(fault(refused))),
    };
    let mut planner = Planner::new(world, options.as_of, faults);
    read.notes.iter().for_each(|note| planner.note(None, note));
    let (log, mut said) = (&read.log, Vec::with_capacity(read.log.events()));
    let mut unfinished = 0_usize;
    for case in log.case_ids() {
        let name = log.case_name(case);
        if let Some(Value::Text(label)) = log.case_attributes().get(LABEL, case.0)
            && !world.is_synthetic()
        {
            let expected = format!("no label on {name}: this database holds real rows");
            planner.faults.push(Fault::whole(Problem::BadCell, label, expected).in_column(LABEL));
            continue;
        }
        let trace = log.trace(case);
        for (place, event) in trace.events().enumerate() {
            if !matches!(event.transition, Transition::Complete | Transition::Unstated) {
                unfinished += 1;
                continue;
            }
            said.push(Said {
                line: None,
                case: name.to_owned(),
                event: log.activity_name(event.activity).to_owned(),
                on: day(event.at),
                details: trace.arrivals.get(place).map(|row| details(log, *row)).unwrap_or_default(),
            });
        }
    }
    if unfinished > 0 {
        let note =
            format!("{unfinished} events say that something began or stood, not that it was done, and are left out");
        planner.note(None, note);
    }
    Ok((said, planner))
}

fn fault(refused: LogRefused) -> Fault {
    Fault::whole(Problem::Unreadable, refused.found, refused.hint).at_line(refused.line)
}

fn day(at: i64) -> Date {
    let instant = jiff::Timestamp::from_microsecond(at).unwrap_or_default();
    instant.to_zoned(TimeZone::UTC).date()
}

fn details(log: &muster_caseflow::log::EventLog, row: u32) -> Details {
    let said = |key| log.event_attributes().get(key, row);
    let text = |key| match said(key) {
        Some(Value::Text(text)) if !text.is_empty() => Some(text.to_owned()),
        _ => None,
    };
    let whole = |key| match said(key) {
        Some(Value::Integer(number)) => Some(number),
        Some(Value::Text(text)) => text.parse().ok(),
        _ => None,
    };
    Details {
        requester: text("requester").map(Into::into),
        justification: text("justification").map(Into::into),
        until: match said("until") {
            Some(Value::Instant(at)) => Some(day(at)),
            _ => text("until").and_then(|until| until.parse().ok()),
        },
        number: whole("number").and_then(|number| u16::try_from(number).ok()),
        change_cents: whole("change_cents"),
    }
}

/// Events on their way to commands.
struct Reading<'a> {
    world: &'a World,
    options: &'a ImportOptions,
    planner: Planner<'a>,
    suggester: Suggester,
    cases: CaseNumbers<'a>,
}

impl Reading<'_> {
    fn fault(&mut self, said: &Said, column: &str, found: &str, expected: String, nearest: Option<String>) {
        let problem = if column == "case_number" { Problem::UnknownKey } else { Problem::BadCell };
        let fault = Fault::whole(problem, found, expected).in_column(column).with_nearest(nearest);
        self.planner.faults.push(match said.line {
            Some(line) => fault.at_line(line),
            None => fault,
        });
    }

    /// What a row says of which case; `None` where it is left out, or at fault.
    fn understood(&mut self, said: &Said) -> Option<(CaseNumber, Happening)> {
        let found = self.cases.find(&said.case, &mut self.suggester, 0);
        let (number, _) =
            found.map_err(|nearest| self.fault(said, "case_number", &said.case, EXPECTED.to_owned(), nearest)).ok()?;
        match self.options.activities.find(&said.event) {
            Ok(what) => Some((number, Happening { what: what?, on: said.on, details: said.details.clone() })),
            Err(()) => {
                let codes = Happened::all().map(|(_, code, _)| code);
                let nearest = self.suggester.nearest(1, &said.event, codes);
                self.fault(said, "event", &said.event, expected_codes(), nearest);
                None
            }
        }
    }

    fn take(&mut self, number: CaseNumber, mut events: Vec<(Option<u64>, Happening)>) {
        let case = &self.world.cases[self.world.keys.case[&number]];
        // As a log tells it: by day, those of one day in the order of the file.
        events.sort_by_key(|(_, one)| one.on);
        let line = events.iter().filter_map(|(line, _)| *line).min();
        let mut news = CaseNews::of(number);
        for (line, one) in &events {
            if let Err((found, expected)) = add(&mut news, case, one, &self.options.source) {
                let fault = Fault::whole(Problem::BadCell, format!("{number}: {found}"), expected).in_column("event");
                self.planner.faults.push(match line {
                    Some(line) => fault.at_line(*line),
                    None => fault,
                });
            }
        }
        let fresh = news.beyond(case);
        let differences = differences(case, &fresh);
        let said = events.len();
        for _ in differences.len()..said {
            self.planner.unchanged();
        }
        if differences.is_empty() {
            return;
        }
        let update = UpdateCases { source: self.options.source.as_str().into(), cases: vec![fresh] };
        self.planner.take(line, update.into(), differences);
    }
}

/// Adds one event to what is said of its case. `Err`: what is wrong, and what would be taken.
fn add(news: &mut CaseNews, case: &Case, one: &Happening, source: &str) -> Result<(), (String, &'static str)> {
    match one.what {
        Happened::Request => news.lor = Some(one.on),
        Happened::Milestone(milestone) => news.milestones.push((milestone, one.on)),
        Happened::Notification(step) => news.notification.push((step, one.on)),
        Happened::HoldBegins => {
            let held = case.holds.iter().find(|held| held.from == one.on);
            let words = |said: &Option<muster_domain::Text>, held: Option<&muster_domain::Text>| {
                said.clone().or_else(|| held.cloned()).unwrap_or_else(|| format!("Not said by {source}").into())
            };
            news.holds.push(HoldRecord {
                requester: words(&one.details.requester, held.map(|held| &held.requester)),
                justification: words(&one.details.justification, held.map(|held| &held.justification)),
                from: one.on,
                until: one.details.until,
                lifted: None,
            });
        }
        Happened::HoldLifted => lift(news, case, one)?,
        Happened::Document(kind) => {
            let before = case.documents.iter().filter(|held| held.kind == kind).count()
                + news.documents.iter().filter(|(said, ..)| *said == kind).count();
            let number = one.details.number.or_else(|| u16::try_from(before + 1).ok()).unwrap_or(u16::MAX);
            news.documents.push((kind, number, one.on, one.details.change_cents.unwrap_or(0)));
        }
    }
    Ok(())
}

/// The hold that is lifted: the last one of the file that began before and is open, else one that is held.
fn lift(news: &mut CaseNews, case: &Case, one: &Happening) -> Result<(), (String, &'static str)> {
    if let Some(open) = news.holds.iter_mut().rev().find(|hold| hold.lifted.is_none() && hold.from <= one.on) {
        open.lifted = Some(one.on);
        return Ok(());
    }
    let fits =
        |hold: &&muster_domain::cases::Hold| hold.from <= one.on && hold.lifted.is_none_or(|lifted| lifted == one.on);
    let Some(held) = case.holds.iter().rev().find(fits) else {
        let found = format!("a hold is lifted on {} that never began", one.on);
        return Err((found, "the beginning of the hold (CPOHOLD) in the file, or held already"));
    };
    news.holds.push(HoldRecord {
        requester: held.requester.clone(),
        justification: held.justification.clone(),
        from: held.from,
        until: held.until,
        lifted: Some(one.on),
    });
    Ok(())
}

/// What would change, one entry an event.
fn differences(case: &Case, fresh: &CaseNews) -> Vec<Difference> {
    let subject = format!("case {}", case.number);
    let one = |what: Happened, before: Option<String>, after: String| Difference {
        subject: subject.clone(),
        field: what.named().0.to_owned(),
        before,
        after: Some(after),
    };
    let mut all: Vec<Difference> = Vec::new();
    all.extend(fresh.lor.map(|lor| one(Happened::Request, Some(case.lor.to_string()), lor.to_string())));
    all.extend(fresh.milestones.iter().map(|(milestone, on)| {
        let before = case.day_of(*milestone).map(|held| held.to_string());
        one(Happened::Milestone(*milestone), before, on.to_string())
    }));
    for hold in &fresh.holds {
        let held = case.holds.iter().find(|held| held.from == hold.from);
        let approved = held.and_then(|held| held.decision.as_ref()).is_some_and(|decision| decision.approved);
        if !approved {
            all.push(one(Happened::HoldBegins, None, hold.from.to_string()));
        }
        if let Some(lifted) = hold.lifted.filter(|lifted| held.and_then(|held| held.lifted) != Some(*lifted)) {
            let before = held.and_then(|held| held.lifted).map(|held| held.to_string());
            all.push(one(Happened::HoldLifted, before, lifted.to_string()));
        }
    }
    all.extend(fresh.notification.iter().map(|(step, on)| {
        let before = case.notification.day_of(*step).map(|held| held.to_string());
        one(Happened::Notification(*step), before, on.to_string())
    }));
    all.extend(
        fresh
            .documents
            .iter()
            .map(|(kind, number, on, _)| one(Happened::Document(*kind), None, format!("number {number} on {on}"))),
    );
    all
}
