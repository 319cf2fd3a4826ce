//! Timings, printed and never asserted: `cargo test --release --test exchange -- --ignored --nocapture timings`.

use crate::help::{SCHEMA, change, header, text};
use hepai::exchange::{self, FileContent, Scope};
use hepai::model::{Change, Log, RecordId};
use std::time::Instant;

fn ms(from: Instant) -> f64 {
    from.elapsed().as_secs_f64() * 1000.0
}

fn base(records: usize) -> Vec<Change> {
    let make = |number: usize| {
        let id = format!("BASE000000-{}", number + 1);
        let word = |field: usize| text(&format!("第 {number} 项的第 {field} 格 value"));
        let keys = ["title", "owner", "start", "due", "deliverable", "status_text", "remark", "effort"];
        let cells: Vec<_> = keys.iter().enumerate().map(|(field, key)| (*key, word(field), &[][..])).collect();
        change(&id, 1 + number as u64 / 50, Some("member/m1"), &format!("task/{number:08}"), &cells)
    };
    (0..records).map(make).collect()
}

fn reply(base: &[Change], replica: &str, author: &str) -> Vec<Change> {
    let step = base.len() / 200;
    let edit = |number: usize| {
        let target = &base[number * step + replica.len() % 3];
        let names = target.id.to_string();
        let id = format!("{replica}-{}", number + 1);
        change(&id, 1000 + number as u64, Some(author), target.record.as_str(), &[("title", text(&format!("{author} {number}")), &[&names])])
    };
    base.iter().cloned().chain((0..200).map(edit)).collect()
}

#[test]
#[ignore = "prints timings"]
fn timings() {
    let base = base(5000);
    let log_of = |changes: Vec<Change>| {
        let mut log = Log::new(&SCHEMA, 1);
        log.load("own", changes);
        log
    };
    let mut head = header("member/m1", Scope::Whole);
    let base_file = exchange::write(&log_of(base.clone()), &head);
    let replicas = ["RRRRRRRRR1", "RRRRRRRRR2", "RRRRRRRRR3", "RRRRRRRRR4", "RRRRRRRRR5"];
    let logs: Vec<Log> = replicas.iter().zip(["a", "b", "c", "d", "e"]).map(|(replica, author)| log_of(reply(&base, replica, author))).collect();
    for has_current in [false, true] {
        head.current = Some(has_current);
        let files: Vec<String> = logs.iter().map(|log| exchange::write(log, &head)).collect();
        for _ in 0..3 {
            let start = Instant::now();
            let content = exchange::read(base_file.as_bytes(), None).expect("a file");
            let parsed = ms(start);
            let start = Instant::now();
            let mut log = Log::new(&SCHEMA, 1);
            log.load("i0", content.changes(None).cloned());
            let loaded = ms(start);
            let start = Instant::now();
            let contents: Vec<FileContent> = files.iter().map(|file| exchange::read(file.as_bytes(), Some(&log)).expect("a file")).collect();
            let read = ms(start);
            let named = contents.iter().enumerate().map(|(at, content)| (format!("{at}.json"), content.clone())).collect();
            let start = Instant::now();
            let preview = exchange::preview(Some(&log), &SCHEMA, 2, named);
            let looked = ms(start);
            let counts = (preview.new_count(), preview.known, preview.conflicts());
            let start = Instant::now();
            let plan = preview.plan(Some(&log), &preview.left_by_default());
            log.add_all("i1", plan.take);
            let taken = ms(start);
            let start = Instant::now();
            let open = log.conflict_count();
            let conflicts = ms(start);
            let start = Instant::now();
            let bytes = exchange::write(&log, &head).len();
            let written = ms(start);
            assert_eq!((counts, log.value(&RecordId::of("task/00000001"), &"title".parse().expect("a key")).is_empty()), ((1000, 5000, open), false));
            println!(
                "current {has_current}: base {} KiB parse {parsed:.1} load {loaded:.1} | 5 replies read {read:.1} preview {looked:.1} take {taken:.1} conflicts({open}) {conflicts:.1} write {} KiB {written:.1} ms",
                base_file.len() / 1024,
                bytes / 1024
            );
        }
        let start = Instant::now();
        let first = exchange::read(files[0].as_bytes(), None).expect("a file");
        let read = ms(start);
        let start = Instant::now();
        let preview = exchange::preview(None, &SCHEMA, 2, vec![(String::new(), first)]);
        println!("current {has_current}: first arrival read {read:.1} preview {:.1} ms ({} new)", ms(start), preview.new_count());
    }
}

#[test]
#[ignore = "prints timings"]
fn timings_of_the_greatest_file() {
    let line = |number: usize| change(&format!("ZZZZZZZZZZ-{}", number + 1), 1 + number as u64, None, &format!("task/{}", number % 50_000), &[("title", text("x"), &[])]);
    let mut log = Log::new(&SCHEMA, 1);
    log.load("own", (0..exchange::limits::CHANGES).map(line));
    let file = exchange::write(&log, &header("x", Scope::Whole));
    let start = Instant::now();
    let content = exchange::read(file.as_bytes(), None).expect("a file");
    println!("{} MiB, {} changes: read {:.0} ms", file.len() >> 20, content.len(), ms(start));
    let start = Instant::now();
    let preview = exchange::preview(None, &SCHEMA, 2, vec![(String::new(), content)]);
    println!("first arrival: preview {:.0} ms, {} open", ms(start), preview.conflicts());
}
