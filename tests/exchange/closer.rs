//! The look before taking, closer: what is not told where nothing is wrong, who is who, what each file opens, in
//! which order.

use crate::help::{Person, SCHEMA, change, header, id, log_of, read_known, sample, text};
use crate::preview::{file_of, look, title, with};
use hepai::exchange::preview::{Signer, Suspicion, Verdict};
use hepai::exchange::{Scope, is_whole_after, write};
use hepai::model::{Change, Log, RecordId, Value};

/// The base, and somebody at work on it.
pub(crate) fn two() -> (Person, Person) {
    let base = write(&sample(), &header("member/m1", Scope::Whole));
    let lead = Person::new("member/m1", log_of(&base));
    (lead, Person::new("member/m2", log_of(&base)))
}

#[test]
fn an_honest_file_raises_no_doubt() {
    let (lead, mut li) = two();
    li.act(&[("task/t1", "owner", text("member/m2"))]);
    li.act(&[("task/t2", "title", text("补测"))]);
    li.act(&[("task/t2", "title", text("补测两轮"))]);
    let preview = look(&lead.log, &[&file_of(&li.log, "member/m2", 0)]);
    assert!(preview.twice.is_empty() && preview.several_authors.is_empty());
    assert!(preview.left_out.is_empty() && preview.replaced.is_empty());
    assert!(preview.missing(Some(&lead.log), true).is_empty());
    let told: Vec<(String, bool, bool)> = preview.people[0]
        .fields
        .iter()
        .map(|field| {
            (
                format!("{} {}", field.record, field.key),
                field.is_live,
                field.is_open,
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            ("task/t1 owner", true, false),
            ("task/t2 title", true, false)
        ]
        .map(|(place, live, open)| (place.to_owned(), live, open))
    );
}

#[test]
fn items_stand_in_the_one_order_and_people_by_how_much_they_bring() {
    let (lead, mut li) = two();
    let base = write(&sample(), &header("member/m1", Scope::Whole));
    let mut zhao = Person::new("赵主管", log_of(&base));
    zhao.act(&[("task/t3", "title", text("一"))]);
    zhao.act(&[("task/t3", "due", text("二"))]);
    li.act(&[("task/t4", "title", text("三"))]);
    let mut chen = Person::new("member/m0", log_of(&base));
    chen.act(&[("task/t5", "title", text("四"))]);
    // The file with the later change comes first, and one change comes in two of them.
    li.log
        .load("z", zhao.log.in_force().cloned().collect::<Vec<_>>());
    let files = [
        file_of(&zhao.log, "赵主管", 2),
        file_of(&chen.log, "member/m0", 1),
        file_of(&li.log, "member/m2", 0),
    ];
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let preview = look(&lead.log, &files);
    let order = preview.items.windows(2);
    assert!(
        order
            .into_iter()
            .all(|pair| pair[0].change.order(&pair[1].change).is_lt())
    );
    let people: Vec<(&Signer, usize, &[usize])> = preview
        .people
        .iter()
        .map(|person| (&person.who, person.count, person.files.as_slice()))
        .collect();
    let author = |name: &str| Signer::Author(name.to_owned());
    assert_eq!(
        people,
        [
            (&author("赵主管"), 2, &[0, 2][..]),
            (&author("member/m0"), 1, &[1][..]),
            (&author("member/m2"), 1, &[2][..]),
        ]
    );
    assert_eq!(
        preview.files[0].heads[&preview.items[0].change.id.replica],
        2
    );
    let of_base = &preview.files[1].heads;
    let told: Vec<u64> = ["AAAAAAAAAA-7", "BBBBBBBBBB-3", "CCCCCCCCCC-1"]
        .map(|last| of_base[&id(last).replica])
        .to_vec();
    assert_eq!(told, [7, 3, 1]);
}

#[test]
fn a_file_with_gaps_does_not_say_that_its_sender_has_what_it_lacks() {
    let (mut lead, li) = two();
    for number in 1..=4 {
        lead.act(&[("task/t1", "title", text(&format!("题目 {number}")))]);
    }
    let is_mine = |change: &&Change| li.log.find(change.line()).is_none();
    let mine = lead.log.in_force().filter(is_mine);
    let mine: Vec<Change> = mine.cloned().collect();
    let replica = mine[0].id.replica;
    let top = |held: &[usize]| {
        let mut log = Log::of(&SCHEMA, 1, li.log.in_force().cloned());
        log.load("own", held.iter().map(|at| mine[*at].clone()));
        let file = file_of(&log, "member/m2", 1);
        let preview = look(&lead.log, &[&file]);
        preview.files[0].heads.get(&replica).copied()
    };
    let numbers: Vec<u64> = mine.iter().map(|change| change.id.seq).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert_eq!(top(&[0, 1, 2, 3]), Some(4), "all of it");
    assert_eq!(top(&[0, 1]), Some(2), "an earlier state");
    assert_eq!(
        top(&[0, 1, 3]),
        Some(2),
        "the highest says nothing of those below"
    );
    assert_eq!(top(&[3]), None, "the highest alone");
    assert_eq!(top(&[]), None);
}

#[test]
fn an_item_is_counted_for_the_latest_file_and_the_others_say_in_which() {
    let (lead, mut li) = two();
    li.act(&[("task/t1", "owner", text("member/m2"))]);
    let first = file_of(&li.log, "member/m2", 0);
    li.act(&[("task/t1", "due", text("2026-03-09"))]);
    let second = file_of(&li.log, "member/m2", 3);
    let preview = look(&lead.log, &[&first, &second]);
    let verdicts: Vec<(&Verdict, usize)> = preview
        .files
        .iter()
        .map(|file| (&file.verdict, file.new))
        .collect();
    assert_eq!(
        verdicts,
        [(&Verdict::ContainedIn(vec![1]), 0), (&Verdict::New, 2)]
    );
    // Its changes stand in two later files, the first of them in the one that is later still.
    let mut zhao = Person::new("赵主管", log_of(&first));
    zhao.act(&[("task/t3", "title", text("赵"))]);
    let both = {
        let mut log = log_of(&second);
        log.load("z", zhao.log.in_force().cloned().collect::<Vec<_>>());
        file_of(&log, "member/m2", 1)
    };
    let preview = look(
        &lead.log,
        &[&both, &file_of(&zhao.log, "赵主管", 5), &second],
    );
    assert_eq!(preview.files[0].verdict, Verdict::ContainedIn(vec![1, 2]));
}

#[test]
fn a_file_opens_only_the_differences_it_writes_and_a_decision_settles() {
    let (mut lead, mut li) = two();
    lead.act(&[("task/t1", "title", text("负责人的"))]);
    li.act(&[
        ("task/t1", "title", text("李的")),
        ("task/t1", "owner", text("member/m2")),
        ("task/t2", "title", text("补测两轮")),
    ]);
    let preview = look(&lead.log, &[&file_of(&li.log, "member/m2", 0)]);
    let opened = |at: usize| -> Vec<String> {
        let places = preview.files[at].opened.iter();
        places
            .map(|place| format!("{} {}", place.record, place.key))
            .collect()
    };
    assert_eq!(opened(0), ["task/t1 title"]);
    assert!(preview.after.settled.is_empty());

    lead.take(&[&file_of(&li.log, "member/m2", 0)]);
    lead.act(&[("task/t2", "title", text("又一个"))]);
    li.act(&[("task/t2", "title", text("再一个"))]);
    lead.take(&[&file_of(&li.log, "member/m2", 1)]);
    assert_eq!(lead.log.conflict_count(), 2);
    let mut zhao = Person::new("赵主管", log_of(&lead.file()));
    zhao.act(&[("task/t1", "title", text("就这样"))]);
    let preview = look(&lead.log, &[&file_of(&zhao.log, "赵主管", 2)]);
    let settled: Vec<String> = preview
        .after
        .settled
        .iter()
        .map(|place| format!("{} {}", place.record, place.key))
        .collect();
    assert_eq!(
        (settled, preview.conflicts()),
        (vec!["task/t1 title".to_owned()], 1)
    );
}

#[test]
fn what_goes_and_what_comes_back_is_counted_by_kind() {
    let (mut lead, _) = two();
    let restored = with([change(
        "BBBBBBBBBB-4",
        8,
        Some("member/m2"),
        "metric/x",
        &[("deleted", Value::Null, &["AAAAAAAAAA-7"])],
    )]);
    let preview = look(&lead.log, &[&file_of(&restored, "member/m2", 0)]);
    let count = preview.kinds["metric"];
    assert_eq!((count.restored, count.added, count.deleted), (1, 0, 0));
    assert_eq!(preview.restored, [RecordId::of("metric/x")]);

    // Many deletions want a second confirmation: more than ten, or more than a twentieth of what is here.
    let rows: Vec<(String, Value)> = (0..11)
        .map(|n| (format!("task/r{n}"), text("行")))
        .collect();
    let edits: Vec<(&str, &str, Value)> = rows
        .iter()
        .map(|(record, value)| (record.as_str(), "title", value.clone()))
        .collect();
    lead.act(&edits);
    let deleting = |count: usize| {
        let mut li = Person::new("member/m2", log_of(&lead.file()));
        let gone: Vec<(&str, &str, Value)> = rows[..count]
            .iter()
            .map(|(record, _)| (record.as_str(), "deleted", Value::Bool(true)))
            .collect();
        li.act(&gone);
        look(&lead.log, &[&file_of(&li.log, "member/m2", 0)])
    };
    assert!(deleting(11).deletes_much(1_000));
    assert!(!deleting(10).deletes_much(1_000));
    assert!(!deleting(10).deletes_much(200) && deleting(10).deletes_much(199));
    assert!(!deleting(1).deletes_much(3), "one of few is no alarm");
    assert!(deleting(2).deletes_much(3));
}

#[test]
fn lamports_that_climb_step_by_step_jump_nowhere() {
    let step = 1u64 << 32;
    let climb = |first: u64| {
        with([
            title("MMMMMMMMMM-1", first, "x", "一", &[]),
            title("MMMMMMMMMM-2", first + step, "x", "二", &[]),
            title("MMMMMMMMMM-3", first + step * 2 + 1, "x", "三", &[]),
            title("MMMMMMMMMM-4", first + step * 2 + 2, "x", "四", &[]),
        ])
    };
    let preview = look(&sample(), &[&file_of(&climb(7 + step), "x", 0)]);
    assert_eq!(
        preview.left_out.into_iter().collect::<Vec<_>>(),
        [(2, Suspicion::LamportJump), (3, Suspicion::LamportJump)]
    );
}

#[test]
fn a_copy_is_whole_once_and_for_all_or_by_a_whole_file() {
    let of = |scope| read_known(&write(&sample(), &header("x", scope)), &sample());
    let (whole, part) = (of(Scope::Whole), of(Scope::Part));
    assert!(is_whole_after(false, [&part, &whole]));
    assert!(is_whole_after(true, [&part]));
    assert!(!is_whole_after(false, [&part]));
}

#[test]
fn what_is_missing_from_a_part_is_told_in_runs() {
    let named = title(
        "MMMMMMMMMM-9",
        9,
        "x",
        "九",
        &["MMMMMMMMMM-2", "MMMMMMMMMM-3", "MMMMMMMMMM-5"],
    );
    let log = Log::of(&SCHEMA, 1, [named]);
    let file = write(&log, &header("x", Scope::Part));
    let preview = look(&Log::new(&SCHEMA, 1), &[&file]);
    let runs: Vec<(u64, u64)> = preview
        .missing(None, false)
        .iter()
        .map(|missing| (missing.from, missing.to))
        .collect();
    assert_eq!(runs, [(2, 3), (5, 5)]);
}
