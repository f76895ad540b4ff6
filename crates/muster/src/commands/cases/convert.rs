//! `muster cases convert`: a log from one form into another.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use flate2::Compression;
use flate2::write::GzEncoder;
use muster_caseflow::log::EventLog;
use muster_exchange::event_log::{ReadOptions, read_log, write_ocel_json, write_xes};
use serde::Serialize;

use crate::output::Output;
use crate::progress::spinner;

/// Write an event log in another form
///
/// The new file's name says the form: .xes and .xes.gz are XES; .json, .jsonocel and .ocel.json, with or without .gz,
/// are OCEL 2.0. Attributes of cases and events are kept. An object-centric log is seen by one object type.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:
  muster cases convert permits.xes.gz permits.jsonocel")]
pub struct Args {
    /// The log: XES, or OCEL 2.0 as JSON or XML, plain or gzip
    file: PathBuf,
    /// The file to write; one that is there already is left alone
    out: PathBuf,
    /// The object type whose objects are the cases [default: the one that most events relate to]
    #[arg(long, value_name = "NAME")]
    object_type: Option<String>,
}

/// What was written.
#[derive(Serialize)]
struct Converted {
    file: String,
    cases: usize,
    events: usize,
    notes: Vec<String>,
}

#[derive(Clone, Copy)]
enum Form {
    Xes,
    Ocel,
}

pub fn run(args: &Args, output: Output) -> anyhow::Result<()> {
    let (form, packed) = form(&args.out)?;
    if args.out.exists() {
        bail!("{} is there already and was left alone. Name another file, or move it away", args.out.display());
    }
    let working = spinner(&format!("Reading {}", args.file.display()));
    let options = ReadOptions {
        case_attributes: true,
        event_attributes: true,
        object_type: args.object_type.clone(),
        ..ReadOptions::default()
    };
    let read = read_log(&args.file, &options);
    working.finish_and_clear();
    let read = read?;
    let object_type = read.object_type.as_deref().unwrap_or("case");
    let written = File::create_new(&args.out).and_then(|file| {
        let mut out = BufWriter::new(file);
        if packed {
            let mut packer = GzEncoder::new(out, Compression::default());
            write(&read.log, form, object_type, &mut packer)?;
            out = packer.finish()?;
        } else {
            write(&read.log, form, object_type, &mut out)?;
        }
        out.flush()
    });
    written.with_context(|| format!("{} cannot be written", args.out.display()))?;
    let converted = Converted {
        file: args.out.display().to_string(),
        cases: read.log.cases(),
        events: read.log.events(),
        notes: read.notes,
    };
    output.show(&converted, |converted| {
        let mut text = format!("{}: {} cases, {} events", converted.file, converted.cases, converted.events);
        converted.notes.iter().for_each(|note| text += &format!("\nnote: {note}"));
        text
    })
}

fn write(log: &EventLog, form: Form, object_type: &str, out: &mut impl Write) -> std::io::Result<()> {
    match form {
        Form::Xes => write_xes(log, out),
        Form::Ocel => write_ocel_json(log, object_type, out),
    }
}

/// The form that a file's name asks for, and whether it is to be packed.
fn form(path: &Path) -> anyhow::Result<(Form, bool)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let (name, packed) = name.strip_suffix(".gz").map_or((name.as_str(), false), |name| (name, true));
    if name.ends_with(".xes") {
        Ok((Form::Xes, packed))
    } else if name.ends_with(".json") || name.ends_with(".jsonocel") {
        Ok((Form::Ocel, packed))
    } else {
        bail!("{} does not say its form. Name it .xes, .json or .jsonocel, with or without .gz", path.display())
    }
}
