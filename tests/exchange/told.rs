//! What a look tells of what comes: what is replaced, deleted, missing, and who stands behind it.

use crate::help::{Person, SCHEMA, change, header, id, read, sample, text};
use crate::preview::{file_of, look, title, with};
use hepai::exchange;
use hepai::exchange::preview::Signer;
use hepai::exchange::{Preview, Scope, is_whole_after, write};
use hepai::model::{Log, RecordId, Value};
use std::collections::BTreeSet;

#[test]
fn what_comes_in_already_replaced_is_listed_with_who_replaced_it() {
    let here = sample();
    let log = with([
        title(
            "HHHHHHHHHH-1",
            20,
            "member/honest",
            "老实写的",
            &["AAAAAAAAAA-5"],
        ),
        title(
            "MMMMMMMMMM-1",
            21,
            "member/liar",
            "盖掉的",
            &["HHHHHHHHHH-1", "AAAAAAAAAA-5"],
        ),
    ]);
    let preview = look(&here, &[&file_of(&log, "member/liar", 0)]);
    assert_eq!(preview.replaced.len(), 1);
    let replaced = &preview.replaced[0];
    assert_eq!(
        (&replaced.who, &replaced.by, replaced.with.as_text()),
        (
            &Signer::Author("member/honest".to_owned()),
            &Signer::Author("member/liar".to_owned()),
            Some("盖掉的")
        )
    );
    assert_eq!(preview.items[replaced.item].change.id, id("HHHHHHHHHH-1"));
    assert_eq!(
        preview.files[0].authors.len(),
        2,
        "whose acts arrive through whose file"
    );
}

#[test]
fn a_replica_with_two_authors_is_told() {
    let here = sample();
    let log = with([title(
        "BBBBBBBBBB-4",
        20,
        "member/other",
        "谁写的",
        &["AAAAAAAAAA-5"],
    )]);
    let preview = look(&here, &[&file_of(&log, "member/m2", 0)]);
    let expected: BTreeSet<String> = ["member/m2".to_owned(), "member/other".to_owned()].into();
    assert_eq!(
        preview
            .several_authors
            .iter()
            .map(|several| &several.authors)
            .collect::<Vec<_>>(),
        [&expected]
    );
}

#[test]
fn changes_without_author_belong_to_whom_the_identity_record_names() {
    let here = sample();
    let unnamed = change(
        "DDDDDDDDDD-1",
        20,
        None,
        "task/t2",
        &[("title", text("先改后报名"), &["BBBBBBBBBB-3"])],
    );
    let who = |log: &Log| {
        look(&here, &[&file_of(log, "member/m3", 0)])
            .people
            .iter()
            .map(|person| person.who.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        who(&with([unnamed.clone()])),
        [Signer::Unknown(id("DDDDDDDDDD-1").replica)]
    );
    let identity = change(
        "DDDDDDDDDD-2",
        21,
        Some("member/m3"),
        "identity/DDDDDDDDDD",
        &[("member", text("member/m3"), &[])],
    );
    assert_eq!(
        who(&with([unnamed, identity])),
        [Signer::Author("member/m3".to_owned())]
    );
}

#[test]
fn deletions_and_returns_are_listed() {
    let mut other = Person::new("member/m2", sample());
    other.act(&[
        ("task/t1", "deleted", Value::Bool(true)),
        ("task/t2", "deleted", Value::Bool(true)),
        ("metric/x", "deleted", Value::Null),
    ]);
    other.act(&[("task/t3", "title", text("新任务"))]);
    let preview = look(&sample(), &[&other.file()]);
    let ids = |records: &[RecordId]| records.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        (
            ids(&preview.deleted),
            ids(&preview.restored),
            ids(&preview.added)
        ),
        (
            vec!["task/t1".to_owned(), "task/t2".to_owned()],
            vec!["metric/x".to_owned()],
            vec!["task/t3".to_owned()]
        )
    );
    assert!(
        preview.deletes_much(39) && !preview.deletes_much(40),
        "more than 5 %"
    );
    let kinds = preview.kinds["task"];
    assert_eq!((kinds.deleted, kinds.added, kinds.changed), (2, 1, 0));
}

#[test]
fn what_is_missing_is_told_as_ranges_with_the_name() {
    let mut log = Log::new(&SCHEMA, 1);
    log.load(
        "own",
        [title(
            "BBBBBBBBBB-5",
            9,
            "member/m2",
            "后来",
            &["AAAAAAAAAA-4", "CCCCCCCCCC-7"],
        )],
    );
    let content = read(&file_of(&log, "member/m2", 0)).expect("a file");
    let preview = exchange::preview(None, &SCHEMA, 1, vec![(String::new(), content)]);
    let runs = |was_whole: bool, preview: &Preview| {
        preview
            .missing(None, was_whole)
            .iter()
            .map(|run| {
                (
                    run.replica.to_string(),
                    run.from,
                    run.to,
                    run.author.clone(),
                )
            })
            .collect::<Vec<_>>()
    };
    let author = Some("member/m2".to_owned());
    let whole = [
        ("AAAAAAAAAA".to_owned(), 1, 4, None),
        ("BBBBBBBBBB".to_owned(), 1, 4, author),
        ("CCCCCCCCCC".to_owned(), 1, 7, None),
    ];
    assert_eq!(runs(true, &preview), whole);
    let mut header = header("member/m2", Scope::Part);
    header.current = Some(false);
    let part = read(&write(&log, &header)).expect("a file");
    assert!(!is_whole_after(false, [&part]) && is_whole_after(true, [&part]));
    let preview = exchange::preview(None, &SCHEMA, 1, vec![(String::new(), part)]);
    assert_eq!(
        runs(false, &preview),
        [
            ("AAAAAAAAAA".to_owned(), 4, 4, None),
            ("CCCCCCCCCC".to_owned(), 7, 7, None)
        ]
    );
}
