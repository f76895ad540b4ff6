//! The bytes of a log, unpacked, with their place; never more of them at once than one piece of a log may have.

use std::cell::Cell;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::rc::Rc;

use flate2::read::MultiGzDecoder;

use super::refusal::Trouble;

/// The most bytes of one tag, text, or element of JSON.
const LONGEST: usize = 4 << 20;
/// What is looked at to tell the form.
const LOOK: usize = 64 << 10;

/// A piece of a log that has no end in sight.
#[derive(Debug, thiserror::Error)]
#[error("a tag, text or element longer than {} MB", LONGEST >> 20)]
pub(super) struct TooLong;

/// How far a log was read; shared with whoever parses it.
#[derive(Debug, Clone, Default)]
pub(super) struct Place(Rc<State>);

#[derive(Debug, Default)]
struct State {
    lines: Cell<u64>,
    offset: Cell<u64>,
    left: Cell<usize>,
}

impl Place {
    /// The line, from 1.
    pub fn line(&self) -> u64 {
        self.0.lines.get() + 1
    }

    /// Bytes read.
    pub fn offset(&self) -> u64 {
        self.0.offset.get()
    }

    /// A new piece begins.
    pub fn next_piece(&self) {
        self.0.left.set(LONGEST);
    }
}

/// What the first bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    Json,
    /// XML of OCEL.
    ObjectXml,
    /// Any other XML.
    Xml,
}

/// Unpacked bytes that are counted.
pub(super) struct Input<R: Read> {
    source: BufReader<Looked<R>>,
    place: Place,
}

type Whole<R> = std::io::Chain<Cursor<Vec<u8>>, R>;

enum Unpacked<R: Read> {
    Plain(Whole<R>),
    Gzip(Box<MultiGzDecoder<Whole<R>>>),
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Unpacked::Plain(source) => source.read(bytes),
            Unpacked::Gzip(source) => source.read(bytes),
        }
    }
}

/// Bytes of which the first were looked at. What went wrong while looking is said when reading comes there.
struct Looked<R: Read> {
    head: Cursor<Vec<u8>>,
    fault: Option<std::io::Error>,
    rest: Unpacked<R>,
}

impl<R: Read> Read for Looked<R> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.head.read(bytes)?;
        if read > 0 || bytes.is_empty() {
            return Ok(read);
        }
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => self.rest.read(bytes),
        }
    }
}

impl<R: Read> Input<R> {
    /// The bytes of a source, unpacked where they begin as gzip does.
    pub fn open(mut source: R) -> Result<Self, Trouble> {
        let mut magic = Vec::new();
        source.by_ref().take(2).read_to_end(&mut magic)?;
        let packed = magic == [0x1F, 0x8B];
        let whole = Cursor::new(magic).chain(source);
        let mut rest = if packed {
            Unpacked::Gzip(Box::new(MultiGzDecoder::new(whole)))
        } else {
            Unpacked::Plain(whole)
        };
        let mut head = Vec::with_capacity(LOOK);
        let fault = rest.by_ref().take(LOOK as u64).read_to_end(&mut head).err();
        let looked = Looked { head: Cursor::new(head), fault, rest };
        let input = Input { source: BufReader::with_capacity(LOOK, looked), place: Place::default() };
        input.place.next_piece();
        Ok(input)
    }

    pub fn place(&self) -> Place {
        self.place.clone()
    }

    /// Tells the form from the first bytes.
    pub fn shape(&mut self) -> Result<Shape, Trouble> {
        let form = "give an event log as XES, or as OCEL 2.0 in JSON or XML, plain or packed with gzip";
        let bytes = self.source.fill_buf()?;
        if bytes.is_empty() {
            return Err(Trouble::new("an empty file", form));
        }
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(Trouble::new("text in UTF-16", "write the file in UTF-8, as `iconv -f UTF-16 -t UTF-8` does"));
        }
        let marked = bytes.starts_with(&[0xEF, 0xBB, 0xBF]);
        if marked {
            self.source.consume(3);
        }
        let bytes = self.source.fill_buf()?;
        match bytes.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => Ok(Shape::Json),
            Some(b'<') => {
                let begin = String::from_utf8_lossy(bytes);
                let first = |tags: &[&str]| tags.iter().filter_map(|tag| begin.find(tag)).min().unwrap_or(usize::MAX);
                let objects = first(&["<object-types", "<event-types", "<objects", "<events"]);
                let traces = first(&["<trace", "<extension", "<global", "xes.version"]);
                Ok(if objects < traces { Shape::ObjectXml } else { Shape::Xml })
            }
            _ if bytes.starts_with(b"SQLite format 3") => Err(Trouble::new("a SQLite database", form)),
            _ if bytes.starts_with(b"PK") => Err(Trouble::new("a zip archive or workbook", form)),
            _ => Err(Trouble::new("something other than XML or JSON", form)),
        }
    }
}

impl<R: Read> Read for Input<R> {
    fn read(&mut self, bytes: &mut [u8]) -> std::io::Result<usize> {
        let read = self.fill_buf()?.read(bytes)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Input<R> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        let left = self.place.0.left.get();
        let bytes = self.source.fill_buf()?;
        if left == 0 && !bytes.is_empty() {
            return Err(std::io::Error::other(TooLong));
        }
        Ok(&bytes[..bytes.len().min(left)])
    }

    fn consume(&mut self, count: usize) {
        let state = &self.place.0;
        let lines = self.source.buffer()[..count].iter().filter(|byte| **byte == b'\n').count();
        state.lines.set(state.lines.get() + lines as u64);
        state.offset.set(state.offset.get() + count as u64);
        state.left.set(state.left.get().saturating_sub(count));
        self.source.consume(count);
    }
}
