//! Event logs as other tools write and read them: XES (IEEE 1849-2016) and OCEL 2.0 (JSON and XML), plain or gzip.
//!
//! Read as a stream: the memory it takes is what is kept of the log, whatever the file's size. What is not asked for
//! (attributes) is not kept. Nothing outside the file is ever read: no document type, no entity, no extension's address.

mod input;
mod instant;
mod kept;
mod ocel;
mod ocel_json;
mod ocel_write;
mod ocel_xml;
mod refusal;
mod xes;
mod xes_write;
mod xml;

use std::fs::File;
use std::io::Read;
use std::path::Path;

use muster_caseflow::log::{EventLog, Limits};

pub use ocel_write::write_ocel_json;
pub use refusal::LogRefused;
pub use xes_write::write_xes;

pub(crate) use instant::written;

use input::{Input, Shape};

/// What is read of a log.
#[derive(Debug, Clone, Default)]
pub struct ReadOptions {
    /// Keep what the log says of its cases.
    pub case_attributes: bool,
    /// Keep what the log says of its events beside activity, resource, transition and time.
    pub event_attributes: bool,
    /// The object type whose objects are the cases (OCEL only). Without one, the type that most events relate to is
    /// taken; of equals the one with more objects, then the first by name.
    pub object_type: Option<String>,
    /// How much is taken at most.
    pub limits: Limits,
}

/// A log that was read.
#[derive(Debug)]
pub struct ReadLog {
    /// The log.
    pub log: EventLog,
    /// The form it was in.
    pub format: LogFormat,
    /// The object type whose objects are the cases, for OCEL.
    pub object_type: Option<String>,
    /// What was odd, and what was chosen.
    pub notes: Vec<String>,
}

/// A form of event logs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// XES.
    Xes,
    /// OCEL 2.0 as JSON.
    OcelJson,
    /// OCEL 2.0 as XML.
    OcelXml,
}

impl LogFormat {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            LogFormat::Xes => "XES",
            LogFormat::OcelJson => "OCEL 2.0 JSON",
            LogFormat::OcelXml => "OCEL 2.0 XML",
        }
    }
}

/// Reads an event log. Its form, and whether it is packed, is told from its first bytes, never from its name.
///
/// # Errors
/// What is wrong, where, and what would mend it.
pub fn read_log(path: &Path, options: &ReadOptions) -> Result<ReadLog, LogRefused> {
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| {
        LogRefused::whole(&name, format!("a file that cannot be opened ({error})"), "give the path of an event log")
    })?;
    read(&name, file, options)
}

/// Reads an event log that is in memory; `name` is what refusals call it.
///
/// # Errors
/// What is wrong, where, and what would mend it.
pub fn read_log_bytes(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<ReadLog, LogRefused> {
    read(name, bytes, options)
}

fn read(name: &str, source: impl Read, options: &ReadOptions) -> Result<ReadLog, LogRefused> {
    let mut input = Input::open(source).map_err(|trouble| trouble.in_file(name, 1, 0))?;
    let place = input.place();
    let read = match input.shape() {
        Ok(Shape::Json) => {
            ocel_json::read(input, options).and_then(|ocel| ocel.flattened(LogFormat::OcelJson, options))
        }
        Ok(Shape::ObjectXml) => {
            ocel_xml::read(input, options).and_then(|ocel| ocel.flattened(LogFormat::OcelXml, options))
        }
        Ok(Shape::Xml) => xes::read(input, options),
        Err(trouble) => Err(trouble),
    };
    read.map_err(|trouble| trouble.in_file(name, place.line(), place.offset()))
}
