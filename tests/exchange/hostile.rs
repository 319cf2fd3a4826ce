//! Files made to hang or to win: they end like any other, in time that grows with their size.

use crate::help::{SCHEMA, change, header, read, text};
use hepai::exchange::{self, Scope, write};
use hepai::model::{Change, Log, Value};

const MANY: usize = 3_000;

/// Reads, looks and takes; returns how many changes came and how many differences are open.
fn arrive(changes: Vec<Change>) -> (usize, usize) {
    let mut log = Log::new(&SCHEMA, 1);
    log.load("own", changes);
    let file = write(&log, &header("member/x", Scope::Whole));
    let content = read(&file).expect("a file");
    assert!(content.outside.is_empty() && content.warnings.is_empty());
    let preview = exchange::preview(
        None,
        &SCHEMA,
        1,
        vec![("x.json".to_owned(), content.clone())],
    );
    let here = Log::of(
        &SCHEMA,
        2,
        [change(
            "AAAAAAAAAA-1",
            1,
            None,
            "charter",
            &[("goal_statement", text("x"), &[])],
        )],
    );
    let merged = exchange::preview(
        Some(&here),
        &SCHEMA,
        1,
        vec![
            ("x.json".to_owned(), content.clone()),
            ("y.json".to_owned(), content),
        ],
    );
    assert_eq!(
        (merged.new_count(), merged.conflicts()),
        (preview.new_count(), preview.conflicts())
    );
    (preview.new_count(), preview.conflicts())
}

fn id(number: usize) -> String {
    format!("HHHHHHHHHH-{}", number + 1)
}

#[test]
fn one_id_with_thousands_of_contents() {
    let forged = |number: usize| {
        change(
            "HHHHHHHHHH-1",
            5,
            None,
            &format!("task/{number}"),
            &[("title", text("x"), &[])],
        )
    };
    assert_eq!(arrive((0..MANY).map(forged).collect()), (MANY, 0));
}

#[test]
fn one_cell_written_by_thousands_of_people() {
    let write = |number: usize| {
        change(
            &id(number),
            5,
            Some(&format!("member/{number}")),
            "task/t",
            &[("title", text(&number.to_string()), &[])],
        )
    };
    assert_eq!(arrive((0..MANY).map(write).collect()), (MANY, 1));
}

#[test]
fn one_cell_rewritten_by_thousands_of_people_each_naming_the_one_before() {
    let write = |number: usize| {
        let before = id(number.wrapping_sub(1).min(MANY));
        let names: &[&str] = if number == 0 { &[] } else { &[&before] };
        change(
            &id(number),
            5 + number as u64,
            Some(&format!("member/{number}")),
            "task/t",
            &[("title", text(&number.to_string()), names)],
        )
    };
    assert_eq!(arrive((0..MANY).map(write).collect()), (MANY, 0));
}

#[test]
fn a_name_of_everything_and_everything_named_by_all() {
    let names: Vec<String> = (0..300).map(id).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let write = |number: usize| {
        change(
            &id(number),
            5,
            None,
            "task/t",
            &[("title", text(&number.to_string()), &names)],
        )
    };
    assert_eq!(
        arrive((0..300).map(write).collect()),
        (300, 1),
        "equal lamports replace nothing"
    );
}

#[test]
fn thousands_of_rows_under_one_form_and_rings_of_parents() {
    let row = |number: usize| {
        change(
            &id(number),
            5,
            None,
            &format!("task/{number}"),
            &[("parent", text("issue/i"), &[]), ("title", text("x"), &[])],
        )
    };
    let status = change(
        "KKKKKKKKKK-1",
        6,
        None,
        "issue/i",
        &[("status", text("submitted"), &[])],
    );
    assert_eq!(
        arrive((0..MANY).map(row).chain([status]).collect()),
        (MANY + 1, 1)
    );
    let ring = |number: usize| {
        change(
            &id(number),
            5,
            None,
            &format!("task/{number}"),
            &[("parent", text(&format!("task/{}", (number + 1) % 300)), &[])],
        )
    };
    assert_eq!(arrive((0..300).map(ring).collect()), (300, 0));
}

#[test]
fn everything_deleted_and_everything_restored() {
    let delete = |number: usize| {
        change(
            &id(number),
            5,
            None,
            &format!("task/{number}"),
            &[
                ("deleted", Value::Bool(number.is_multiple_of(2)), &[]),
                ("title", text("x"), &[]),
            ],
        )
    };
    assert_eq!(
        arrive((0..MANY).map(delete).collect()),
        (MANY, 0),
        "its own values do not contradict a deletion"
    );
}

#[test]
fn words_of_programs_are_only_words() {
    let odd = [
        "__proto__",
        "constructor",
        "toString",
        "<img src=x onerror=alert(1)>",
        "=HYPERLINK(\"x\")",
        "\u{202E}gnp.exe",
        "\0",
        "\u{FFFF}",
        "a\u{0301}",
        "\u{00e1}",
    ];
    let write = |(number, odd): (usize, &&str)| {
        change(
            &id(number),
            5,
            Some(*odd),
            &format!("task/{number}"),
            &[("title", text(odd), &[]), ("constructor", text(odd), &[])],
        )
    };
    let changes: Vec<Change> = odd.iter().enumerate().map(write).collect();
    let mut log = Log::new(&SCHEMA, 1);
    log.load("own", changes.clone());
    let content = read(&write_of(&log)).expect("a file");
    let lines: Vec<&str> = content.changes(None).map(Change::line).collect();
    assert_eq!(
        lines,
        changes.iter().map(Change::line).collect::<Vec<_>>(),
        "texts are never altered"
    );
}

fn write_of(log: &Log) -> String {
    write(log, &header("member/x", Scope::Whole))
}
