//! Timings, printed and never asserted: `cargo test --release --test exchange -- --ignored --nocapture timings`.

use crate::help::{SCHEMA, change, header, text};
use hepai::exchange::{self, FileContent, Scope};
use hepai::model::{Change, Log, RecordId};
use std::sync::OnceLock;
use std::time::Instant;

/// Milliseconds this thread has been computing, where the system tells; other work on the machine does not count.
fn now() -> f64 {
    static START: OnceLock<Instant> = OnceLock::new();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let computed = told.and_then(|text| {
        text.split(' ')
            .next()
            .and_then(|number| number.parse::<f64>().ok())
    });
    computed.map_or_else(
        || START.get_or_init(Instant::now).elapsed().as_secs_f64() * 1e3,
        |nanoseconds| nanoseconds / 1e6,
    )
}

/// The shortest of several runs.
fn best<T>(mut run: impl FnMut() -> T) -> f64 {
    let once = |_| {
        let start = now();
        let out = run();
        let took = now() - start;
        drop(out);
        took
    };
    (0..15).map(once).fold(f64::INFINITY, f64::min)
}

fn base(records: usize) -> Vec<Change> {
    let make = |number: usize| {
        let id = format!("BASE000000-{}", number + 1);
        let word = |field: usize| text(&format!("第 {number} 项的第 {field} 格 value"));
        let keys = [
            "title",
            "owner",
            "start",
            "due",
            "deliverable",
            "status_text",
            "remark",
            "effort",
        ];
        let cells: Vec<_> = keys
            .iter()
            .enumerate()
            .map(|(field, key)| (*key, word(field), &[][..]))
            .collect();
        change(
            &id,
            1 + number as u64 / 50,
            Some("member/m1"),
            &format!("task/{number:08}"),
            &cells,
        )
    };
    (0..records).map(make).collect()
}

fn reply(base: &[Change], replica: &str, author: &str) -> Vec<Change> {
    let step = base.len() / 200;
    let edit = |number: usize| {
        let target = &base[number * step + replica.len() % 3];
        let names = target.id.to_string();
        let id = format!("{replica}-{}", number + 1);
        change(
            &id,
            1000 + number as u64,
            Some(author),
            target.record.as_str(),
            &[("title", text(&format!("{author} {number}")), &[&names])],
        )
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
    let replicas = [
        "RRRRRRRRR1",
        "RRRRRRRRR2",
        "RRRRRRRRR3",
        "RRRRRRRRR4",
        "RRRRRRRRR5",
    ];
    let logs: Vec<Log> = replicas
        .iter()
        .zip(["a", "b", "c", "d", "e"])
        .map(|(replica, author)| log_of(reply(&base, replica, author)))
        .collect();
    for has_current in [false, true] {
        head.current = Some(has_current);
        let files: Vec<String> = logs.iter().map(|log| exchange::write(log, &head)).collect();
        let parse = best(|| exchange::read(base_file.as_bytes(), None));
        let content = exchange::read(base_file.as_bytes(), None).expect("a file");
        let opened = || {
            let mut log = Log::new(&SCHEMA, 1);
            log.load("i0", content.changes(None).cloned());
            log
        };
        let load = best(opened);
        let mut log = opened();
        let read = best(|| {
            files
                .iter()
                .map(|file| exchange::read(file.as_bytes(), Some(&log)))
                .collect::<Vec<_>>()
        });
        let contents: Vec<FileContent> = files
            .iter()
            .map(|file| exchange::read(file.as_bytes(), Some(&log)).expect("a file"))
            .collect();
        let named = || {
            contents
                .iter()
                .enumerate()
                .map(|(at, content)| (format!("{at}.json"), content.clone()))
                .collect()
        };
        let look = best(|| exchange::preview(Some(&log), &SCHEMA, 2, named()));
        let preview = exchange::preview(Some(&log), &SCHEMA, 2, named());
        let batches = preview.batches(Some(&log), &preview.left_by_default());
        let start = now();
        log.add_all("i1", batches.take);
        let take = now() - start;
        assert_eq!(
            (preview.new_count(), preview.known, preview.conflicts()),
            (1000, 5000, log.conflict_count())
        );
        let written = best(|| exchange::write(&log, &head));
        let first = best(|| exchange::read(files[0].as_bytes(), None));
        let arrived = exchange::read(files[0].as_bytes(), None).expect("a file");
        let first_look =
            best(|| exchange::preview(None, &SCHEMA, 2, vec![(String::new(), arrived.clone())]));
        println!(
            "current {has_current}: base of {} KiB: parse {parse:.1} ms, load {load:.1} ms",
            base_file.len() / 1024
        );
        println!(
            "  5 replies: read {read:.1} ms, preview {look:.1} ms, take {take:.1} ms, write {written:.1} ms; {} open",
            log.conflict_count()
        );
        println!("  a first arrival: read {first:.1} ms, preview {first_look:.1} ms");
    }
    assert!(
        !logs[0]
            .value(
                &RecordId::of("task/00000001"),
                &"title".parse().expect("a key")
            )
            .is_empty()
    );
}

#[test]
#[ignore = "prints timings"]
fn timings_of_the_greatest_file() {
    let line = |number: usize| {
        change(
            &format!("ZZZZZZZZZZ-{}", number + 1),
            1 + number as u64,
            None,
            &format!("task/{}", number % 50_000),
            &[("title", text("x"), &[])],
        )
    };
    let mut log = Log::new(&SCHEMA, 1);
    log.load("own", (0..exchange::limits::CHANGES).map(line));
    let file = exchange::write(&log, &header("x", Scope::Whole));
    let start = now();
    let content = exchange::read(file.as_bytes(), None).expect("a file");
    println!(
        "{} MiB, {} changes: read {:.0} ms",
        file.len() >> 20,
        content.len(),
        now() - start
    );
    let start = now();
    let preview = exchange::preview(None, &SCHEMA, 2, vec![(String::new(), content)]);
    println!(
        "first arrival: preview {:.0} ms, {} open",
        now() - start,
        preview.conflicts()
    );
}
