//! Files that are broken: a clear refusal with place and remedy, never a panic, never memory without bound.

use std::io::Read;

use muster_caseflow::log::Limits;
use muster_exchange::event_log::{LogRefused, ReadOptions, read_log_bytes};
use proptest::prelude::*;

use crate::{ORDERS_JSON, ORDERS_XML, RUNNING, packed, read, trace};

const EVENT: &str = r#"<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-01-01T00:00:00Z"/></event>"#;

#[track_caller]
fn refused(bytes: &[u8], found: &str, hint: &str) -> LogRefused {
    let refused = read(bytes).unwrap_err();
    let text = refused.to_string();
    assert!(refused.found.contains(found), "{text}");
    assert!(refused.hint.contains(hint) && text.contains("hint:"), "{text}");
    assert!(refused.found.len() < 1_000 && refused.line >= 1, "{text}");
    refused
}

#[test]
fn what_is_no_event_log_is_named() {
    refused(b"", "an empty file", "XES");
    refused(b"case,activity,time\n1,a,2026-01-01\n", "something other than XML or JSON", "OCEL 2.0");
    refused(b"PK\x03\x04", "a zip archive", "XES");
    refused(b"SQLite format 3\0", "a SQLite database", "XES");
    refused(b"<html><body/></html>", "“html”", "begins with <log>");
    refused(b"<!-- nothing -->", "without a <log>", "XES");
    refused(b"{\"a\": 1}", "no OCEL 2.0", "ocel-standard");
    refused(br#"{"ocel:events": {}, "ocel:objects": {}}"#, "OCEL 1.0", "OCEL 2.0");
    refused(b"\xFF\xFE<\0l\0o\0g\0>\0", "UTF-16", "iconv");
    refused(br#"<?xml version="1.0" encoding="ISO-8859-1"?><log/>"#, "ISO-8859-1", "iconv");
}

#[test]
fn a_fault_is_named_with_its_line_and_remedy() {
    let bad = trace(&EVENT.replace("2026-01-01T00:00:00Z", "2026-13-01T00:00:00Z"));
    assert_eq!(refused(bad.as_bytes(), "the instant “2026-13-01T00:00:00Z”", "write instants as").line, 2);
    let nameless = r#"<event><date key="time:timestamp" value="2026-01-01T00:00:00Z"/></event>"#;
    refused(trace(nameless).as_bytes(), "an event without concept:name", "its activity");
    let timeless = r#"<event><string key="concept:name" value="a"/></event>"#;
    refused(trace(timeless).as_bytes(), "an event without time:timestamp", "its instant");
    refused(trace("<event/>").as_bytes(), "an event without concept:name", "its activity");
    refused(format!("<log>{EVENT}</log>").as_bytes(), "outside of a <trace>", "its case");
    refused(trace(EVENT).replace("</trace>", "").as_bytes(), "not well formed", "XML library");
    refused(&trace(EVENT).as_bytes()[..100], "", "");
    refused(&ORDERS_JSON[..700], "ends in the middle of a value", "fetch the file again");
    let bad = String::from_utf8_lossy(ORDERS_JSON).replace("2026-01-08T09:00:00Z", "soon");
    assert!((29..=30).contains(&refused(bad.as_bytes(), "the instant “soon”", "write instants as").line));
    let bad = String::from_utf8_lossy(ORDERS_XML).replace("2026-01-08T09:00:00Z", "soon");
    refused(bad.as_bytes(), "the instant “soon”", "write instants as");
}

#[test]
fn bytes_that_are_no_text_are_refused_wherever_they_stand() {
    for (log, at) in [(RUNNING, "Mike"), (ORDERS_XML, "Ada"), (ORDERS_JSON, "Ada")] {
        let place = log.windows(at.len()).position(|window| window == at.as_bytes()).unwrap();
        let mut bytes = log.to_vec();
        bytes[place] = 0xC3;
        refused(&bytes, "", "UTF-8");
    }
}

#[test]
fn entities_are_never_expanded_and_document_types_never_read() {
    let mut bomb = String::from("<!DOCTYPE log [<!ENTITY a0 \"ha\">");
    (1..40).for_each(|n| bomb += &format!("<!ENTITY a{n} \"&a{};&a{};\">", n - 1, n - 1));
    bomb += &format!("]>{}", trace(&EVENT.replace("\"a\"", "\"&a39;\"")));
    refused(bomb.as_bytes(), "a document type definition", "remove <!DOCTYPE");
    let outside = format!("<!DOCTYPE log SYSTEM \"file:///etc/passwd\">{}", trace(EVENT));
    refused(outside.as_bytes(), "a document type definition", "remove");
    refused(trace(&EVENT.replace("\"a\"", "\"&a39;\"")).as_bytes(), "an entity that stands for nothing", "&lt;");
    let known = trace(&EVENT.replace("\"a\"", "\"R&amp;D &#x2713;\""));
    assert_eq!(read(known.as_bytes()).unwrap().log.activities().name(0), "R&D ✓");
}

#[test]
fn elements_nested_without_end_are_refused() {
    let deep = "<string key=\"k\" value=\"v\">".repeat(5_000);
    refused(trace(&deep).as_bytes(), "100 deep", "a few levels");
    let deep = format!("{{\"objects\": {}", "[".repeat(100_000));
    refused(deep.as_bytes(), "no OCEL 2.0", "");
    let deep = format!("{{\"other\": {}", "[".repeat(100_000));
    refused(deep.as_bytes(), "ends in the middle", "fetch the file again");
    let deep = format!("{{\"other\": {}", "[".repeat(5 << 20));
    refused(deep.as_bytes(), "longer than 4 MB", "");
}

#[test]
fn a_packed_file_that_is_cut_short_or_damaged_says_so() {
    let mut whole = packed(RUNNING);
    refused(&whole[..whole.len() / 2], "cut short", "fetch the file again");
    let last = whole.len() - 6;
    whole[last] ^= 0xFF;
    refused(&whole, "damaged", "fetch the file again");
}

#[test]
fn one_tag_or_value_of_many_megabytes_is_refused_while_it_is_read() {
    // 64 MB unpacked, some kilobytes packed: read as a stream, and given up after 4 MB
    let begin = &b"<log><trace><string key=\"concept:name\" value=\""[..];
    let mut packer = flate2::read::GzEncoder::new(begin.chain(std::io::repeat(b'x').take(64 << 20)), flate2::Compression::fast());
    let mut bomb = Vec::new();
    packer.read_to_end(&mut bomb).unwrap();
    assert!(refused(&bomb, "longer than 4 MB", "leave what is so long out").offset <= 8 << 20);
    let mut bomb = Vec::new();
    let begin = &b"{\"objects\": [], \"events\": [{\"type\": \""[..];
    let mut packer = flate2::read::GzEncoder::new(begin.chain(std::io::repeat(b'x').take(64 << 20)), flate2::Compression::fast());
    packer.read_to_end(&mut bomb).unwrap();
    refused(&bomb, "longer than 4 MB", "leave what is so long out");
}

#[test]
fn more_than_the_limits_is_refused() {
    let options = |limits| ReadOptions { limits, ..crate::everything() };
    let with = |bytes: &[u8], limits| read_log_bytes("log", bytes, &options(limits)).unwrap_err().found;
    assert!(with(RUNNING, Limits { events: 41, ..Limits::default() }).contains("more than 41 events"));
    assert!(with(RUNNING, Limits { cases: 5, ..Limits::default() }).contains("more than 5 cases"));
    assert!(with(RUNNING, Limits { activities: 7, ..Limits::default() }).contains("more than 7 activities"));
    assert!(with(ORDERS_JSON, Limits { cases: 2, ..Limits::default() }).contains("more than 2 objects"));
    assert!(with(ORDERS_XML, Limits { events: 4, ..Limits::default() }).contains("more than 4 events"));
    assert!(with(ORDERS_JSON, Limits { values: 1, ..Limits::default() }).contains("more than 1 values"));
    let long = trace(&EVENT.replace("\"a\"", &format!("\"{}\"", "a".repeat(70_000))));
    assert!(with(long.as_bytes(), Limits::default()).contains("70000 bytes"));
}

#[test]
fn odd_logs_are_read_and_what_was_odd_is_said() {
    let odd = format!(
        "<log xes.version=\"2.0\"><extension name=\"x\"/><trace>{EVENT}</trace><trace/><trace><string key=\"concept:name\" value=\"trace 1\"/>\
         {}<list key=\"l\"><values><string key=\"inner\" value=\"v\"/></values></list></trace></log>",
        EVENT.replace("00Z", "00")
    );
    let read = read(odd.as_bytes()).unwrap();
    assert_eq!((read.log.cases(), read.log.events()), (1, 2));
    assert_eq!(read.notes.len(), 3, "{:?}", read.notes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_bytes_changed_or_cut_give_a_log_or_a_refusal(
        which in 0..4_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..4),
        cut in any::<prop::sample::Index>(),
        whole in any::<bool>(),
    ) {
        let mut bytes = [RUNNING.to_vec(), ORDERS_JSON.to_vec(), ORDERS_XML.to_vec(), packed(RUNNING)][which].clone();
        if !whole {
            bytes.truncate(cut.index(bytes.len()));
        }
        for (place, byte) in &changes {
            if !bytes.is_empty() {
                let place = place.index(bytes.len());
                bytes[place] = *byte;
            }
        }
        match read(&bytes) {
            Ok(read) => prop_assert!(read.log.case_ids().map(|case| read.log.trace(case).len()).sum::<usize>() == read.log.events()),
            Err(refused) => prop_assert!(!refused.found.is_empty() && !refused.hint.is_empty()),
        }
    }

    #[test]
    fn any_text_between_the_tags_gives_a_log_or_a_refusal(text in "[<>/a-z\"'= &;!\\[\\]{}:,0-9-]{0,60}") {
        for bytes in [trace(&text), format!("<log><events>{text}</events></log>"), format!("{{{text}}}")] {
            let _ = read(bytes.as_bytes());
        }
    }
}
