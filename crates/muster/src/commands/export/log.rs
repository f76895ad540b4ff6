//! What happened to cases as an event log: XES, or OCEL 2.0 with cases, lines and offices.

use std::fs::File;
use std::io::{BufWriter, Write};

use anyhow::{Context, bail};
use muster_domain::CaseId;
use muster_exchange::cases::{case_log, write_case_ocel};
use muster_exchange::event_log::write_xes;
use muster_exchange::export::{About, Noun, cases_seen};

use super::{Args, Form, Tables, Which, broken_pipe_is_fine};
use crate::output::Output;

pub(super) fn write(tables: &Tables<'_>, which: Which, form: Form, args: &Args, output: Output) -> anyhow::Result<()> {
    if !matches!(which, Which::Noun(Noun::CaseEvents)) {
        bail!("Only case-events are an event log. Export case-events, or write .csv or .xlsx");
    }
    let about = About::of(Noun::CaseEvents.name(), tables.world, tables.day, &tables.marking);
    let cases = cases_seen(tables.world, &tables.scopes());
    let Some(path) = &args.out else {
        let mut stdout = std::io::stdout().lock();
        return broken_pipe_is_fine(events(tables, &cases, form, &about, &mut stdout)?.and_then(|()| stdout.flush()));
    };
    let cannot = || format!("Cannot write {}. Check the folder and its permissions", path.display());
    let mut out = BufWriter::new(File::create(path).with_context(cannot)?);
    events(tables, &cases, form, &about, &mut out)?.and_then(|()| out.flush()).with_context(cannot)?;
    let told = serde_json::json!({ "file": path, "cases": cases.len(), "about": about });
    output.show(&told, |_| format!("The events of {} cases written to {}", cases.len(), path.display()))
}

fn events(
    tables: &Tables<'_>,
    cases: &[CaseId],
    form: Form,
    about: &About,
    out: &mut impl Write,
) -> anyhow::Result<std::io::Result<()>> {
    Ok(match form {
        Form::Xes => write_xes(&case_log(tables.world, cases.iter().copied(), about)?, out),
        _ => write_case_ocel(tables.world, cases, about, out),
    })
}
