//! Known logs give known answers. The figures of the textbook example and of the real logs were had from PM4Py 2.7.

use std::path::Path;

use muster_caseflow::log::Value;
use muster_caseflow::mining::{Mined, Page, Settings};
use muster_exchange::event_log::{ReadLog, ReadOptions, read_log};

use crate::{ORDERS_JSON, ORDERS_XML, RUNNING, packed, read};

fn page(read: &ReadLog) -> Page {
    Mined::new(&read.log, Settings::default()).page(&read.log, 10)
}

#[test]
fn the_textbook_example_packed_or_not_gives_its_directly_follows_graph() {
    const KNOWN: [(&str, &str, u64, f64); 16] = [
        ("check ticket", "decide", 6, 129_300.0),
        ("check ticket", "examine casually", 2, 92_430.0),
        ("check ticket", "examine thoroughly", 1, 95_820.0),
        ("decide", "pay compensation", 3, 521_400.0),
        ("decide", "reinitiate request", 3, 91_800.0),
        ("decide", "reject request", 3, 97_560.0),
        ("examine casually", "check ticket", 4, 48_120.0),
        ("examine casually", "decide", 2, 375_420.0),
        ("examine thoroughly", "check ticket", 2, 309_090.0),
        ("examine thoroughly", "decide", 1, 76_740.0),
        ("register request", "check ticket", 2, 39_120.0),
        ("register request", "examine casually", 3, 3_840.0),
        ("register request", "examine thoroughly", 1, 83_040.0),
        ("reinitiate request", "check ticket", 1, 252_900.0),
        ("reinitiate request", "examine casually", 1, 73_080.0),
        ("reinitiate request", "examine thoroughly", 1, 2_880.0),
    ];
    for bytes in [RUNNING.to_vec(), packed(RUNNING)] {
        let page = page(&read(&bytes).unwrap());
        assert_eq!((page.cases, page.events, page.activities, page.variants), (6, 42, 8, 6));
        let mut told: Vec<_> = page.directly_follows.iter().map(|one| (one.from.as_str(), one.to.as_str(), one.count, one.median_seconds)).collect();
        told.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        assert_eq!(told, KNOWN);
        let (starts, ends): (Vec<_>, Vec<_>) =
            page.activity_counts.iter().map(|one| ((one.activity.as_str(), one.starts), (one.activity.as_str(), one.ends))).unzip();
        assert!(starts.contains(&("register request", 6)));
        assert!(ends.contains(&("pay compensation", 3)) && ends.contains(&("reject request", 3)));
    }
}

#[test]
fn an_object_centric_log_is_seen_by_the_type_of_most_events_or_by_the_one_asked_for() {
    for bytes in [ORDERS_JSON, ORDERS_XML] {
        let by_item = read(bytes).unwrap();
        assert_eq!(by_item.object_type.as_deref(), Some("item"));
        assert!(by_item.notes[0].contains("the type that most events relate to"), "{:?}", by_item.notes);
        // the first and the last event are events of two items each
        let told = page(&by_item);
        assert_eq!((told.cases, told.events, told.activities, told.variants), (3, 7, 3, 2));
        let item = by_item.log.find_case("i1").unwrap();
        assert_eq!(by_item.log.case_attributes().get("weight", item.0), Some(Value::Integer(12)));
        let first = by_item.log.trace(item).event(0);
        assert_eq!(first.resource.map(|resource| by_item.log.resource_name(resource)), Some("Ada"));

        let options = ReadOptions { object_type: Some("order".into()), ..crate::everything() };
        let by_order = muster_exchange::event_log::read_log_bytes("log", bytes, &options).unwrap();
        let told = page(&by_order);
        assert_eq!((told.cases, told.events), (2, 3));
        let order = by_order.log.find_case("o1").unwrap();
        assert_eq!(by_order.log.case_attributes().get("country", order.0), Some(Value::Text("AU & NZ")));
        assert!(by_order.notes[0].contains("2 events relate to no object of type order"), "{:?}", by_order.notes);

        let options = ReadOptions { object_type: Some("orders".into()), ..ReadOptions::default() };
        let refused = muster_exchange::event_log::read_log_bytes("log", bytes, &options).unwrap_err();
        assert!(refused.hint.contains("item (5 events), order (3 events)"), "{refused}");
    }
}

#[test]
fn real_logs_give_the_counts_that_are_known_of_them() {
    // cases, events, activities, variants, segments; and one segment with its median
    let known = [
        ("08_receipt.xes.gz", [1_434, 8_577, 27, 116, 99]),
        ("bpic2020_PermitLog.xes.gz", [6_426, 81_092, 49, 1_402, 531]),
        ("helpdesk.xes.gz", [4_580, 21_348, 14, 226, 55]),
        ("running-example.xes", [6, 42, 8, 6, 16]),
    ];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/process-logs");
    for (name, counts) in known {
        let path = folder.join(name);
        if !path.exists() {
            eprintln!("NOT RUN: real_logs_give_the_counts_that_are_known_of_them: ../shared/data is not here");
            return;
        }
        let page = page(&read_log(&path, &ReadOptions::default()).unwrap());
        let told = [page.cases as usize, page.events as usize, page.activities, page.variants, page.directly_follows.len()];
        assert_eq!(told, counts, "{name}");
    }
    let sample = read_log(&folder.join("ocel20_example.jsonocel"), &ReadOptions::default()).unwrap();
    assert_eq!((sample.object_type.as_deref(), sample.log.cases(), sample.log.events()), (Some("Invoice"), 3, 9));
}
