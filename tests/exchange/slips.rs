//! What a slip and an update take along, and what stays out.

use crate::help::{SCHEMA, change, header, id, log_of, sample, text};
use hepai::exchange::{Part, Scope, slip, write_part};
use hepai::model::{Change, Log, RecordId, Value};
use std::collections::BTreeSet;

fn records(part: &Part<'_>) -> BTreeSet<String> {
    let records = part.changes.iter().map(|change| change.record.to_string());
    records.collect()
}

fn of(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn cut(log: &Log, records: &[&str], left: &[&str]) -> BTreeSet<String> {
    let chosen = records.iter().map(|record| RecordId::of(record)).collect();
    let left: Vec<String> = left.iter().map(|kind| (*kind).to_owned()).collect();
    self::records(&slip(log, &chosen, &left))
}

/// The row of a form, unsigned.
fn row(id: &str, lamport: u64, record: &str, parent: &str) -> Change {
    let cells: &[(&str, Value, &[&str])] = &[("parent", text(parent), &[])];
    change(id, lamport, Some("王经理"), record, cells)
}

#[test]
fn a_slip_takes_rows_of_rows_at_any_depth_and_ends_where_they_go_round() {
    let mut log = Log::new(&SCHEMA, 1);
    log.load(
        "own",
        [
            row("AAAAAAAAAA-1", 1, "task/a", "issue/i1"),
            row("AAAAAAAAAA-2", 2, "task/b", "task/a"),
            row("AAAAAAAAAA-3", 3, "task/c", "task/b"),
            row("AAAAAAAAAA-4", 4, "task/d", "task/e"),
            row("AAAAAAAAAA-5", 5, "task/e", "task/d"),
            row("AAAAAAAAAA-6", 6, "task/f", "issue/i2"),
        ],
    );
    assert_eq!(
        cut(&log, &["issue/i1"], &[]),
        of(&["task/a", "task/b", "task/c"])
    );
    assert_eq!(cut(&log, &["task/d"], &[]), of(&["task/d", "task/e"]));
}

#[test]
fn a_slip_leaves_out_the_kinds_it_is_told_to_and_nothing_else() {
    let mut log = Log::new(&SCHEMA, 1);
    log.load(
        "own",
        [
            row("AAAAAAAAAA-1", 1, "task/a", "issue/i1"),
            row("AAAAAAAAAA-2", 2, "contact/a", "issue/i1"),
            row("AAAAAAAAAA-3", 3, "comment/a", "issue/i1"),
        ],
    );
    let all = ["task/a", "contact/a", "comment/a"];
    assert_eq!(cut(&log, &["issue/i1"], &[]), of(&all));
    assert_eq!(
        cut(&log, &["issue/i1"], &["contact"]),
        of(&["task/a", "comment/a"])
    );
    assert_eq!(
        cut(&log, &["issue/i1", "contact/a"], &["contact", "comment"]),
        of(&["task/a"]),
        "what is to stay out stays out even where it was chosen itself"
    );
}

#[test]
fn a_slip_follows_a_row_whose_parent_differs_to_either_side_and_takes_deleted_ones() {
    let mut log = Log::new(&SCHEMA, 1);
    log.load(
        "own",
        [
            row("AAAAAAAAAA-1", 1, "task/a", "issue/i1"),
            row("BBBBBBBBBB-1", 1, "task/a", "issue/i2"),
            row("AAAAAAAAAA-2", 2, "task/b", "issue/i1"),
            change(
                "AAAAAAAAAA-3",
                3,
                None,
                "task/b",
                &[("deleted", Value::Bool(true), &["AAAAAAAAAA-2"])],
            ),
        ],
    );
    assert_eq!(cut(&log, &["issue/i1"], &[]), of(&["task/a", "task/b"]));
    assert_eq!(cut(&log, &["issue/i2"], &[]), of(&["task/a"]));
}

#[test]
fn a_slip_holds_nothing_that_is_held_back() {
    let mut log = Log::new(&SCHEMA, 1);
    log.load("own", [row("AAAAAAAAAA-1", 1, "task/a", "issue/i1")]);
    log.load(
        "off",
        [
            row("BBBBBBBBBB-1", 2, "task/b", "issue/i1"),
            change(
                "BBBBBBBBBB-2",
                3,
                None,
                "task/a",
                &[("title", text("不要"), &[])],
            ),
        ],
    );
    log.switch("off", 1);
    let part = slip(&log, &BTreeSet::from([RecordId::of("issue/i1")]), &[]);
    assert_eq!(part.changes.len(), 1);
    assert_eq!(records(&part), of(&["task/a"]));
}

#[test]
fn a_slip_names_by_identity_only_those_who_did_not_sign_and_were_named() {
    let identity = |id: &str, lamport, replica: &str, member: Value| {
        let record = format!("identity/{replica}");
        change(id, lamport, None, &record, &[("member", member, &[])])
    };
    let title = |id: &str, lamport, author: Option<&str>| {
        change(id, lamport, author, "task/a", &[("title", text(id), &[])])
    };
    let mut log = Log::new(&SCHEMA, 1);
    log.load(
        "own",
        [
            title("AAAAAAAAAA-1", 1, Some("task/b")),
            title("BBBBBBBBBB-1", 2, None),
            title("CCCCCCCCCC-1", 3, None),
            identity("DDDDDDDDDD-1", 4, "AAAAAAAAAA", text("member/a")),
            identity("DDDDDDDDDD-2", 5, "BBBBBBBBBB", text("李主管")),
            identity("DDDDDDDDDD-3", 6, "CCCCCCCCCC", Value::Null),
            title("EEEEEEEEEE-1", 7, Some("member/e")),
            change(
                "EEEEEEEEEE-2",
                8,
                None,
                "task/b",
                &[("title", text("b"), &[])],
            ),
        ],
    );
    // A name that reads like another record is still a name.
    assert_eq!(
        cut(&log, &["task/a"], &[]),
        of(&["identity/BBBBBBBBBB", "task/a"])
    );
}

#[test]
fn a_slip_stands_in_the_one_order_whatever_came_first_and_counts_what_it_carries() {
    let mut late_first = Log::new(&SCHEMA, 1);
    let mut changes: Vec<Change> = sample().in_force().cloned().collect();
    changes.reverse();
    late_first.load("own", changes);
    let chosen = BTreeSet::from(["issue/i1", "task/t1", "metric/x"].map(RecordId::of));
    let part = slip(&late_first, &chosen, &[]);
    let lamports: Vec<u64> = part.changes.iter().map(|change| change.lamport).collect();
    assert!(lamports.is_sorted(), "{lamports:?}");
    let counts: Vec<(String, usize)> = part.counts().into_iter().collect();
    let wanted = [("issue", 1), ("member", 1), ("task", 2)];
    assert_eq!(counts, wanted.map(|(kind, count)| (kind.to_owned(), count)));
    let header = header("member/m1", Scope::Part);
    let sample = sample();
    let there = slip(&sample, &chosen, &[]);
    assert_eq!(write_part(&part, &header), write_part(&there, &header));
    assert_eq!(
        log_of(&write_part(&part, &header)).len(),
        part.changes.len()
    );
}

#[test]
fn an_update_carries_an_id_with_two_contents_to_those_who_know_one() {
    let mut log = sample();
    let known: BTreeSet<_> = log.in_force().map(|change| change.id).collect();
    assert!(Part::update(&log, &known).changes.is_empty());
    log.load(
        "own",
        [change(
            "BBBBBBBBBB-1",
            4,
            Some("member/m9"),
            "task/t1",
            &[("title", text("另一种"), &[])],
        )],
    );
    let part = Part::update(&log, &known);
    let ids: Vec<_> = part.changes.iter().map(|change| change.id).collect();
    assert_eq!(ids, [id("BBBBBBBBBB-1"), id("BBBBBBBBBB-1")]);
}
