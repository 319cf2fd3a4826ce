//! The look before taking: counts, verdicts, people, what is left out, what comes along, and that it promises what
//! taking gives.

use crate::fixtures::fixture;
use crate::help::{Person, SCHEMA, change, header, log_of, read, read_known, sample, text};
use chrono::TimeDelta;
use hepai::exchange;
use hepai::exchange::preview::{Signer, Verdict};
use hepai::exchange::{FileContent, Preview, Scope, group, write};
use hepai::model::id::MAX_INTEGER;
use hepai::model::{Change, Log, RecordId};
use std::collections::BTreeSet;

pub(crate) fn file_of(log: &Log, by: &str, hours: i64) -> String {
    let mut header = header(by, Scope::Whole);
    header.envelope.at = header.envelope.at.map(|at| at + TimeDelta::hours(hours));
    write(log, &header)
}

pub(crate) fn look(log: &Log, files: &[&str]) -> Preview {
    let read = |(at, file): (usize, &&str)| (format!("{at}.json"), read_known(file, log));
    exchange::preview(
        Some(log),
        log.schema(),
        5,
        files.iter().enumerate().map(read).collect(),
    )
}

pub(crate) fn with(changes: impl IntoIterator<Item = Change>) -> Log {
    let mut log = sample();
    log.load("own", changes);
    log
}

pub(crate) fn title(id: &str, lamport: u64, author: &str, value: &str, names: &[&str]) -> Change {
    change(
        id,
        lamport,
        Some(author),
        "task/t1",
        &[("title", text(value), names)],
    )
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story of five files")]
fn five_files_on_friday_get_one_verdict_each() {
    let base = write(&sample(), &header("member/m1", Scope::Whole));
    let mut lead = Person::new("member/m1", log_of(&base));
    lead.act(&[("charter", "background", text("周三补的"))]);
    let mut li = Person::new("member/m2", log_of(&base));
    li.act(&[
        ("task/t1", "title", text("李的题目")),
        ("task/t2", "title", text("补测两轮")),
    ]);
    let wednesday = file_of(&li.log, "member/m2", -36);
    li.act(&[("task/t1", "owner", text("member/m2"))]);
    let friday = file_of(&li.log, "member/m2", 0);
    let mut zhao = Person::new("赵主管", log_of(&base));
    zhao.act(&[("task/t1", "title", text("赵的题目"))]);
    let thursday = file_of(&zhao.log, "赵主管", -12);
    let monday = file_of(&log_of(&base), "member/m1", -90);
    let preview = look(
        &lead.log,
        &[&friday, &wednesday, &thursday, &monday, &friday],
    );
    let verdicts: Vec<&Verdict> = preview.files.iter().map(|file| &file.verdict).collect();
    assert_eq!(
        verdicts,
        [
            &Verdict::New,
            &Verdict::ContainedIn(vec![0]),
            &Verdict::New,
            &Verdict::Earlier,
            &Verdict::ContainedIn(vec![0])
        ]
    );
    assert_eq!(
        preview
            .files
            .iter()
            .map(|file| file.new)
            .collect::<Vec<_>>(),
        [3, 0, 1, 0, 0]
    );
    assert_eq!(
        (preview.new_count(), preview.known, preview.conflicts()),
        (4, 11, 1)
    );
    let senders = |left: &[usize]| preview.senders(&left.iter().copied().collect());
    assert_eq!(
        senders(&[]),
        BTreeSet::from(["member/m1", "member/m2", "赵主管"])
    );
    assert_eq!(senders(&[2, 3, 4]), BTreeSet::from(["member/m2"]));
    assert!(
        preview
            .files
            .iter()
            .all(|file| file.lacks == 1 && file.known == 11)
    );
    let base_time = sample().sorted().last().expect("changes").time;
    assert!(
        preview
            .files
            .iter()
            .all(|file| file.made_from == Some(base_time))
    );
    assert_eq!(
        preview.files[2]
            .opened
            .iter()
            .map(|place| format!("{} {}", place.record, place.key))
            .collect::<Vec<_>>(),
        ["task/t1 title"]
    );
    assert_eq!(
        preview.files[0].authors,
        [(Signer::Author("member/m2".to_owned()), 3)]
    );
    let people: Vec<(&Signer, usize)> = preview
        .people
        .iter()
        .map(|person| (&person.who, person.count))
        .collect();
    assert_eq!(
        people,
        [
            (&Signer::Author("member/m2".to_owned()), 3),
            (&Signer::Author("赵主管".to_owned()), 1)
        ]
    );
    let fields: Vec<String> = preview.people[0]
        .fields
        .iter()
        .map(|field| {
            format!(
                "{} {}: {:?} → {:?} {}",
                field.record,
                field.key,
                field.from.as_text(),
                field.to.as_text(),
                field.is_open
            )
        })
        .collect();
    assert_eq!(
        fields,
        [
            "task/t1 owner: None → Some(\"member/m2\") false",
            "task/t1 title: Some(\"产品需求文档\") → Some(\"李的题目\") true",
            "task/t2 title: Some(\"补测\") → Some(\"补测两轮\") false"
        ]
    );
    assert_eq!(
        preview
            .title(Some(&lead.log), &RecordId::of("task/t2"))
            .as_deref(),
        Some("补测两轮")
    );
    assert_eq!(
        preview
            .title(Some(&lead.log), &RecordId::of("issue/i1"))
            .as_deref(),
        Some("认证报告退回")
    );
    assert_eq!(
        (preview.kinds["task"].changed, preview.kinds["task"].added),
        (2, 0)
    );
    // Without the third file nothing differs.
    let left = preview.only_in(&[2]);
    assert_eq!(
        (
            left.len(),
            preview.after_leaving(Some(&lead.log), 1, &left).open.len()
        ),
        (1, 0)
    );
    assert_eq!(
        preview.only_in(&[1]).len(),
        0,
        "what the second file brings comes through the first as well"
    );
    assert!(preview.leaving(&[].into()).is_empty());
    assert_eq!(preview.leaving(&[2].into()), left);
    assert_eq!(preview.leaving(&[0, 1, 4].into()).len(), 3);
    // What is here already can be listed, the latest last.
    let known = preview.known_changes(&lead.log, 2);
    let sorted: Vec<Change> = sample().sorted().into_iter().cloned().collect();
    assert_eq!(known, sorted[9..]);
    assert_eq!(preview.known_changes(&lead.log, 99).len(), 11);
}

#[test]
fn a_first_arrival_counts_everything_as_new() {
    let content = read(&fixture("small.json")).expect("a file");
    let preview = exchange::preview(None, &SCHEMA, 1, vec![("a.json".to_owned(), content)]);
    assert!(preview.is_first && preview.makes_whole(&BTreeSet::new()));
    assert_eq!(
        (preview.new_count(), preview.known, preview.conflicts()),
        (11, 0, 0)
    );
    assert_eq!(preview.added.len(), 6);
    assert_eq!(preview.files[0].verdict, Verdict::New);
    let batches = preview.batches(None, &preview.left_by_default());
    assert_eq!(
        write(
            &Log::of(&SCHEMA, 1, batches.take),
            &header("member/m1", Scope::Whole)
        ),
        write(&sample(), &header("member/m1", Scope::Whole))
    );
}

#[test]
fn files_of_several_projects_are_looked_at_apart() {
    let of = |name: &str| -> (String, FileContent) {
        (name.to_owned(), read(&fixture(name)).expect("a file"))
    };
    let groups = group(vec![
        of("small.json"),
        of("current_only.json"),
        of("edited.json"),
    ]);
    let names: Vec<(String, Vec<&str>)> = groups
        .iter()
        .map(|(id, files)| {
            (
                id.to_string(),
                files.iter().map(|file| file.0.as_str()).collect(),
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("PR0JECT0AA".to_owned(), vec!["small.json", "edited.json"]),
            ("T00JPR0J01".to_owned(), vec!["current_only.json"])
        ]
    );
}

#[test]
fn a_project_does_not_begin_with_nothing_in_it() {
    let of = |lamports: &[u64]| {
        let write = |(at, lamport): (usize, &u64)| {
            title(
                &format!("MMMMMMMMMM-{}", at + 1),
                *lamport,
                "x",
                "题目",
                &[],
            )
        };
        let file = file_of(
            &Log::of(&SCHEMA, 1, lamports.iter().enumerate().map(write)),
            "x",
            0,
        );
        let content = read(&file).expect("a file");
        exchange::preview(None, &SCHEMA, 1, vec![(String::new(), content)])
    };
    assert!(of(&[MAX_INTEGER, MAX_INTEGER]).begins_empty());
    assert!(!of(&[1, MAX_INTEGER]).begins_empty());
    assert!(
        !of(&[]).begins_empty(),
        "a file that holds nothing brings nothing"
    );
}

#[test]
fn only_files_that_are_taken_make_a_copy_whole() {
    let base = write(&sample(), &header("member/m1", Scope::Whole));
    let mut part = header("member/m2", Scope::Part);
    part.current = Some(false);
    let part = write(&log_of(&base), &part);
    let preview = look(&Log::new(&SCHEMA, 1), &[&part, &base]);
    let whole = |left: &[usize]| preview.makes_whole(&left.iter().copied().collect());
    assert!(whole(&[]) && whole(&[0]));
    assert!(!whole(&[1]) && !whole(&[0, 1]));
}
