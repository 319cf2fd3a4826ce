//! Clean copies: visible records only, no history, nothing confirmed that was not.

use crate::help::{Person, SCHEMA, change, header, log_of, sample, text};
use hepai::exchange::{CleanCopy, Scope, Seed, clean_copy, read, write};
use hepai::model::{FieldKey, Log, RecordId, Value};

fn copy(log: &Log) -> CleanCopy {
    let random = std::array::from_fn(|at| u8::try_from(at * 7).expect("small"));
    clean_copy(
        log,
        "PR0JECT0AA".parse().expect("an id"),
        &Seed {
            random,
            time: 1_772_692_200_000,
            author: Some("member/m1".to_owned()),
        },
    )
}

#[test]
fn a_clean_copy_holds_what_is_visible_and_none_of_what_was() {
    let mut log = sample();
    log.add(
        "own",
        change(
            "CCCCCCCCCC-2",
            9,
            None,
            "identity/CCCCCCCCCC",
            &[("member", text("member/m3"), &[])],
        ),
    );
    let clean = copy(&log);
    let mut expected = log.current();
    expected.retain(|record, _| record.kind() != "identity");
    expected
        .entry(RecordId::of("settings"))
        .or_default()
        .insert(FieldKey::of("origin"), text("PR0JECT0AA"));
    let fresh = Log::of(&SCHEMA, 2, clean.changes.iter().cloned());
    assert_eq!(fresh.current(), expected);
    assert_eq!(fresh.conflict_count(), 0);
    assert_eq!(
        clean
            .changes
            .iter()
            .map(|change| change.id.seq)
            .collect::<Vec<_>>(),
        (1..=7).collect::<Vec<_>>()
    );
    assert!(
        clean
            .changes
            .iter()
            .all(|change| change.lamport == 1 && change.id.replica == clean.changes[0].id.replica)
    );
    assert_ne!(clean.id.to_string(), "PR0JECT0AA");
    let file = write(&fresh, &header("member/m1", Scope::Whole));
    for purged in [
        "销售额",
        "需求说明",
        "\"需求文档\"",
        "AAAAAAAAAA",
        "BBBBBBBBBB",
        "CCCCCCCCCC",
        "identity/",
    ] {
        assert!(!file.contains(purged), "{purged}");
    }
    assert_eq!(
        copy(&log).changes,
        clean.changes,
        "the same arguments give the same copy"
    );
}

#[test]
fn what_was_submitted_stays_submitted_and_what_was_contradicted_stays_so() {
    let mut person = Person::new("member/m2", sample());
    person.act(&[("issue/i1", "status", text("submitted"))]);
    let fresh = |log: &Log| Log::of(&SCHEMA, 2, copy(log).changes);
    assert_eq!(
        (
            person.log.conflict_count(),
            fresh(&person.log).conflict_count()
        ),
        (0, 0)
    );
    let status = fresh(&person.log);
    assert!(
        status
            .contradictions(&RecordId::of("issue/i1"), &FieldKey::of("status"))
            .is_empty()
    );
    // A row that came after the submission was not seen by it, there nor here.
    let mut late = Log::of(&SCHEMA, 3, person.log.in_force().cloned());
    late.add(
        "own",
        change(
            "DDDDDDDDDD-1",
            6,
            Some("member/m4"),
            "task/t7",
            &[
                ("parent", text("issue/i1"), &[]),
                ("title", text("漏看的"), &[]),
            ],
        ),
    );
    assert_eq!(
        (late.conflict_count(), fresh(&late).conflict_count()),
        (1, 1)
    );
    // Nor was a row changed behind its back.
    let mut changed = Log::of(&SCHEMA, 3, person.log.in_force().cloned());
    changed.add(
        "own",
        change(
            "DDDDDDDDDD-1",
            6,
            Some("member/m4"),
            "task/t2",
            &[("title", text("改过"), &["BBBBBBBBBB-3"])],
        ),
    );
    assert_eq!(
        (changed.conflict_count(), fresh(&changed).conflict_count()),
        (1, 1)
    );
}

#[test]
fn open_differences_are_told() {
    let mut log = sample();
    log.add(
        "own",
        change(
            "DDDDDDDDDD-1",
            6,
            Some("member/m4"),
            "task/t2",
            &[("title", text("另一个"), &[])],
        ),
    );
    let clean = copy(&log);
    assert_eq!(clean.undecided, log.conflicts());
    assert_eq!(clean.undecided.len(), 1);
    let value =
        Log::of(&SCHEMA, 2, clean.changes).value(&RecordId::of("task/t2"), &FieldKey::of("title"));
    assert_eq!(value, text("另一个"), "the one that counted for now");
}

#[test]
fn a_file_opened_as_another_project_never_meets_the_old_one() {
    let file = write(&sample(), &header("member/m1", Scope::Whole));
    let clean = copy(&log_of(&file));
    let mut other = header("member/m1", Scope::Whole);
    other.project.id = clean.id;
    let content = read(
        write(&Log::of(&SCHEMA, 1, clean.changes), &other).as_bytes(),
        None,
    )
    .expect("a file");
    assert_ne!(content.project.id, "PR0JECT0AA".parse().expect("an id"));
    assert_eq!(
        Log::of(&SCHEMA, 1, content.changes(None).cloned())
            .value(&RecordId::of("settings"), &FieldKey::of("origin")),
        Value::text("PR0JECT0AA")
    );
}
