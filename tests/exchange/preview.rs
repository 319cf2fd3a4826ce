//! The look before taking: counts, verdicts, people, what is left out, what comes along, and that it promises what
//! taking gives.

use crate::fixtures::fixture;
use crate::help::{Person, SCHEMA, change, header, id, log_of, read, read_known, sample, text};
use crate::mutations::Dice;
use chrono::TimeDelta;
use hepai::exchange::limits::LAMPORT_END;
use hepai::exchange::preview::{Signer, Suspicion, Verdict};
use hepai::exchange::{self, FileContent, Preview, Scope, group, is_whole_after, write};
use hepai::model::id::MAX_INTEGER;
use hepai::model::{Change, Log, RecordId, Value};
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
fn a_lamport_that_jumps_is_left_out_by_default_and_can_be_taken() {
    let here = sample();
    let far = 7 + (1u64 << 32);
    let log = with([
        title(
            "MMMMMMMMMM-1",
            far + 1,
            "member/m9",
            "赢定了",
            &["AAAAAAAAAA-5"],
        ),
        title(
            "MMMMMMMMMM-2",
            far + 2,
            "member/m9",
            "再赢",
            &["MMMMMMMMMM-1"],
        ),
    ]);
    let preview = look(&here, &[&file_of(&log, "member/m9", 0)]);
    assert_eq!(
        preview.left_out.values().collect::<Vec<_>>(),
        [&Suspicion::LamportJump, &Suspicion::LamportJump]
    );
    assert_eq!(
        (
            preview.new_count(),
            preview.conflicts(),
            preview.after.touched.len()
        ),
        (2, 0, 0)
    );
    let batches = preview.batches(Some(&here), &preview.left_by_default());
    assert_eq!((batches.take.len(), batches.leave.len()), (0, 2));
    // Just below the limit it is an ordinary change.
    let near = with([title(
        "MMMMMMMMMM-1",
        far,
        "member/m9",
        "合理",
        &["AAAAAAAAAA-5"],
    )]);
    assert!(
        look(&here, &[&file_of(&near, "member/m9", 0)])
            .left_out
            .is_empty()
    );
}

/// What a file of these lamports leaves out in a first arrival: how many of its changes.
fn left_out_at_first(lamports: &[u64]) -> usize {
    let write = |(number, lamport): (usize, &u64)| {
        let id = format!("MMMMMMMMMM-{}", number + 1);
        title(&id, *lamport, "x", &number.to_string(), &[])
    };
    let log = Log::of(&SCHEMA, 1, lamports.iter().enumerate().map(write));
    let content = read(&file_of(&log, "x", 0)).expect("a file");
    let preview = exchange::preview(None, &SCHEMA, 1, vec![(String::new(), content)]);
    let batches = preview.batches(None, &preview.left_by_default());
    let taken = Log::of(&SCHEMA, 2, batches.take);
    assert!(!taken.is_spent(), "what is taken can be written on");
    preview.left_out.len()
}

#[test]
fn in_a_first_arrival_lamports_are_measured_from_nothing() {
    let end = MAX_INTEGER;
    assert_eq!(left_out_at_first(&[1, 2, 3]), 0);
    assert_eq!(left_out_at_first(&[1 << 32]), 0);
    assert_eq!(left_out_at_first(&[(1 << 32) + 1]), 1);
    assert_eq!(left_out_at_first(&[end, end, end]), 3, "all at the end");
    assert_eq!(left_out_at_first(&[1, end - 1, end]), 2);
    // A ladder of steps each of which is small enough.
    let ladder: Vec<u64> = (1..=2_000u64).map(|step| step << 32).collect();
    assert_eq!(
        left_out_at_first(&ladder),
        2_000 - 256,
        "no higher than any project comes"
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

#[test]
fn near_the_end_of_the_range_everything_is_left_out_whatever_the_steps() {
    let end = LAMPORT_END;
    let here = Log::of(
        &SCHEMA,
        1,
        [title("AAAAAAAAAA-5", end - 1, "x", "这里", &[])],
    );
    let write = |number: u64| {
        let id = format!("MMMMMMMMMM-{number}");
        title(&id, end - 1 + number, "x", "近", &[])
    };
    let file = file_of(&Log::of(&SCHEMA, 1, (1..=3).map(write)), "x", 0);
    let left: Vec<usize> = look(&here, &[&file]).left_out.into_keys().collect();
    assert_eq!(left, [1, 2], "the first one stands at the end itself");
}

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

#[test]
fn leaving_out_offers_what_names_it_and_what_is_named_comes_along_all_the_same() {
    let mut here = sample();
    let log = with([
        title("DDDDDDDDDD-1", 20, "member/m4", "一", &["AAAAAAAAAA-5"]),
        title("DDDDDDDDDD-2", 21, "member/m4", "二", &["DDDDDDDDDD-1"]),
        change(
            "DDDDDDDDDD-3",
            22,
            Some("member/m4"),
            "task/t2",
            &[("title", text("别的"), &["BBBBBBBBBB-3"])],
        ),
    ]);
    let preview = look(&here, &[&file_of(&log, "member/m4", 0)]);
    let first = BTreeSet::from([0]);
    assert_eq!(preview.upward(&first), BTreeSet::from([0, 1]));
    let after = preview.after_leaving(Some(&here), 1, &first);
    assert_eq!(
        after
            .along
            .iter()
            .map(|change| change.id)
            .collect::<Vec<_>>(),
        [id("DDDDDDDDDD-1")]
    );
    let both = preview.upward(&first);
    let batches = preview.batches(Some(&here), &both);
    here.switch("off", 1);
    here.load("off", batches.leave);
    here.load("on", batches.take);
    assert_eq!((here.len(), here.stored().count()), (12, 14));
    // Held back is still new, and what names it brings it.
    let again = look(&here, &[&file_of(&log, "member/m4", 0)]);
    assert_eq!((again.new_count(), again.known), (2, 12));
    assert!(again.items.iter().all(|item| item.is_held_back));
    let next = with([title(
        "EEEEEEEEEE-1",
        23,
        "member/m5",
        "三",
        &["DDDDDDDDDD-2"],
    )]);
    let naming = look(&here, &[&file_of(&next, "member/m5", 0)]);
    assert_eq!((naming.new_count(), naming.after.along.len()), (1, 2));
}

#[test]
fn what_was_in_force_only_because_something_named_it_is_taken_for_its_own_sake() {
    let first = title("DDDDDDDDDD-1", 20, "member/m4", "一", &["AAAAAAAAAA-5"]);
    let second = title("DDDDDDDDDD-2", 21, "member/m4", "二", &["DDDDDDDDDD-1"]);
    let mut here = sample();
    here.switch("off", 1);
    here.load("off", [first.clone()]);
    here.load("naming", [second]);
    assert_eq!(here.len(), 13);
    let preview = look(&here, &[&file_of(&with([first]), "member/m4", 0)]);
    assert_eq!(
        (preview.new_count(), preview.known),
        (0, 12),
        "in force already"
    );
    let batches = preview.batches(Some(&here), &preview.left_by_default());
    assert_eq!((batches.take.len(), batches.leave.len()), (1, 0));
    here.load("own sake", batches.take);
    here.switch("naming", 1);
    assert_eq!(here.len(), 12, "it stays when what named it goes");
}

/// Random work of several people, files taken in part, imports undone: the look promises exactly what taking gives.
#[test]
fn a_look_promises_what_taking_gives() {
    for seed in 1..=150u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let base = write(&sample(), &header("member/m1", Scope::Whole));
        let names = ["member/a", "member/b", "member/c"];
        let mut people: Vec<Person> = names
            .into_iter()
            .map(|name| Person::new(name, log_of(&base)))
            .collect();
        let mut imports = 0;
        for _ in 0..25 {
            let who = dice.below(3);
            match dice.below(6) {
                0..3 => {
                    let record = dice.pick(&["task/t1", "task/t2", "issue/i1", "task/t9"]);
                    let (key, value) = match dice.below(8) {
                        0 => ("deleted", Value::Bool(true)),
                        1 => ("deleted", Value::Null),
                        2 => ("status", text(dice.pick(&["submitted", "draft"]))),
                        3 => (
                            "parent",
                            text(dice.pick(&["issue/i1", "task/t1", "task/t2"])),
                        ),
                        _ => (
                            dice.pick(&["title", "need"]),
                            text(&format!("v{}", dice.below(4))),
                        ),
                    };
                    people[who].act(&[(record, key, value)]);
                }
                3 => {
                    let batches: Vec<String> =
                        people[who].log.batch_names().map(str::to_owned).collect();
                    if !batches.is_empty() {
                        let batch = &batches[dice.below(batches.len())];
                        let now = people[who].log.switch_of(batch);
                        people[who].log.switch(batch, now + 1);
                    }
                }
                _ => {
                    let files: Vec<String> = (0..=dice.below(2))
                        .map(|_| people[dice.below(3)].file())
                        .collect();
                    let reader = &mut people[who];
                    let preview = look(
                        &reader.log,
                        &files.iter().map(String::as_str).collect::<Vec<_>>(),
                    );
                    let left: BTreeSet<usize> = (0..preview.items.len())
                        .filter(|_| dice.below(4) == 0)
                        .collect();
                    let left = if dice.below(2) == 0 {
                        preview.upward(&left)
                    } else {
                        left
                    };
                    let promise = preview.after_leaving(Some(&reader.log), 1, &left);
                    let batches = preview.batches(Some(&reader.log), &left);
                    let before: BTreeSet<String> = reader
                        .log
                        .in_force()
                        .map(|change| change.line().to_owned())
                        .collect();
                    let taken: BTreeSet<String> = batches
                        .take
                        .iter()
                        .map(|change| change.line().to_owned())
                        .collect();
                    imports += 1;
                    reader.log.switch(&format!("{imports}x"), 1);
                    reader.log.load(&format!("{imports}x"), batches.leave);
                    reader.log.add_all(&imports.to_string(), batches.take);
                    assert_eq!(reader.log.conflicts(), promise.open, "seed {seed}");
                    let along: BTreeSet<String> = promise
                        .along
                        .iter()
                        .map(|change| change.line().to_owned())
                        .collect();
                    let came: BTreeSet<String> = reader
                        .log
                        .in_force()
                        .map(|change| change.line().to_owned())
                        .filter(|line| !before.contains(line))
                        .collect();
                    let expected: BTreeSet<String> = taken
                        .iter()
                        .filter(|line| !before.contains(*line))
                        .cloned()
                        .chain(along)
                        .collect();
                    assert_eq!(came, expected, "seed {seed}");
                    assert_eq!(
                        reader.log.missing(true),
                        look(&reader.log, &[]).missing(Some(&reader.log), true),
                        "seed {seed}"
                    );
                }
            }
        }
    }
}
