//! tmp
use muster_journal::*;
use std::time::Instant;
#[path = "../tests/common/mod.rs"]
mod common;
#[tokio::main]
async fn main() {
    let location: Location = "/work/main/target/tmp_j/j.db".parse().unwrap();
    let journal = Journal::open(&location, Options::default()).await.unwrap();
    let m = 1_000_000u64;
    if journal.head().await.unwrap().size == 0 {
    let t = Instant::now();
    for at in (0..m).step_by(20_000) { let r: Vec<_> = (at..at+20_000).map(common::record).collect();
        let mut batch = journal.begin().await.unwrap(); batch.append(&r).await.unwrap(); batch.commit().await.unwrap(); }
    println!("bulk {:.0} records/s", m as f64 / t.elapsed().as_secs_f64()); }
    for limit in [500, 2000, 10000] {
    let t = Instant::now();
    let mut tail = journal.tail(Frontier::new()); let mut count = 0usize;
    loop { let r = tail.next(limit).await.unwrap(); if r.is_empty() { break } count += r.len(); }
    println!("limit {limit}: read {count} checked in {:?}: {:.0}/s", t.elapsed(), count as f64 / t.elapsed().as_secs_f64()); }
}
