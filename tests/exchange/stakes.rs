//! What a person must see before anything else: a file that replaces, appoints, decides or answers in twenty ways.

use crate::help::{Person, change, header, text};
use hepai::exchange;
use hepai::exchange::preview::{Signer, Stake};
use hepai::exchange::{FileContent, Preview, Scope, write};
use hepai::model::change::Content;
use hepai::model::log::{Stamp, Write};
use hepai::model::{Change, FieldKey, Log, RecordId, Replica, Value};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

pub(crate) const LEAD: &str = "member/m1";

pub(crate) const LI: &str = "member/m2";

pub(crate) const ZHAO: &str = "member/m3";

pub(crate) type Edit<'a> = (&'a str, &'a str, Value);

/// The lead's project: all of it is the lead's own latest word, but for what the two representatives wrote.
pub(crate) fn project() -> Person {
    let mut lead = Person::new(LEAD, Log::new(&SCHEMA, 1));
    lead.act(&[("charter", "goal_statement", text("三个月内上市"))]);
    lead.act(&[
        ("charter", "background", text("去年缺一款")),
        ("charter", "status", text("final")),
        ("settings", "status", text("running")),
        ("settings", "skip_rest_days", Value::Bool(true)),
    ]);
    for (member, name, role, department) in [
        (LEAD, "王经理", "lead", "department/market"),
        (LI, "李主管", "rep", "department/rd"),
        (ZHAO, "赵主管", "rep", "department/sales"),
    ] {
        lead.act(&[
            (member, "person", text(name)),
            (member, "project_role", text(role)),
            (member, "department", text(department)),
        ]);
    }
    for department in ["department/market", "department/rd", "department/sales"] {
        lead.act(&[(department, "department", text(&department[11..]))]);
    }
    for number in 1..=14 {
        let task = format!("task/t{number:02}");
        lead.act(&[
            (&task, "title", text(&format!("任务 {number}"))),
            (&task, "order", text(&format!("V{number:02}"))),
            (&task, "owner", text(LI)),
            (&task, "baseline_end", text("2026-03-05")),
            (&task, "status", text("doing")),
        ]);
    }
    lead.act(&[
        ("task/t14", "deleted", Value::Bool(true)),
        ("confirmation/market", "answer", text("confirmed")),
        ("milestone/x", "name", text("定型")),
        ("milestone/x", "gate_decision", text("hold")),
        ("dependency/d", "parent", text("task/t01")),
        ("dependency/d", "predecessor", text("task/t02")),
    ]);
    let mut li = Person::new(LI, copy(&lead.log));
    li.act(&[
        ("confirmation/rd", "answer", text("objection")),
        ("confirmation/rd", "comment", text("排期太紧")),
        ("task/t05", "deliverable", text("样机")),
    ]);
    lead.take(&[&li.file()]);
    lead
}

pub(crate) fn copy(log: &Log) -> Log {
    Log::of(&SCHEMA, 1, log.in_force().cloned())
}

/// Acts of a page of its own, signed as `author` and knowing everything in `log`.
pub(crate) fn acts(log: &mut Log, page: &str, author: &str, edits: &[Edit<'_>]) -> Vec<Change> {
    let replica: Replica = page.parse().expect("a replica");
    let writes = edits.iter().map(|(record, key, value)| {
        let (record, key) = (RecordId::of(record), FieldKey::of(key));
        let seen = log.seen_whole(&record, &key, value);
        Write {
            record,
            key,
            value: value.clone(),
            seen,
        }
    });
    let seq = log
        .in_force()
        .filter(|change| change.id.replica == replica)
        .count() as u64;
    let stamp = Stamp {
        replica,
        seq: seq + 1,
        lamport: log.next_lamport(),
        time: 1_772_692_300_000,
        author: (!author.is_empty()).then(|| author.into()),
        on_behalf_of: None,
        note: None,
    };
    let changes = log.draft(writes.collect(), &stamp);
    log.load("own", changes.clone());
    changes
}

pub(crate) fn file(log: &Log, by: &str) -> String {
    write(log, &header(by, Scope::Whole))
}

pub(crate) fn look(lead: &Person, files: &[String]) -> Preview {
    lead.look(&files.iter().map(String::as_str).collect::<Vec<_>>())
}

pub(crate) fn stakes(lead: &Person, preview: &Preview) -> Vec<Stake> {
    preview.stakes(
        Some(&lead.log),
        &preview.after,
        Some(LEAD),
        &BTreeSet::new(),
    )
}

/// What a reader sees in the first lines.
pub(crate) fn told(stakes: &[Stake]) -> Vec<String> {
    let line = |stake: &Stake| {
        let mark = match (stake.replaces, stake.is_yours) {
            (true, true) => "!",
            (true, false) => "+",
            (false, _) => "-",
        };
        let by = match &stake.by {
            Signer::Author(author) => author.as_str(),
            Signer::Unknown(_) => "?",
            Signer::Outside => "hand",
        };
        format!(
            "{mark} {} {}.{} {by} {:?} {:?}",
            stake.weight.key(),
            stake.record,
            stake.key,
            stake.signature,
            stake.files
        )
    };
    stakes.iter().map(line).collect()
}

pub(crate) fn has(lines: &[String], line: &str) {
    assert!(lines.iter().any(|one| one == line), "{line} in {lines:#?}");
}

#[test]
fn a_first_arrival_tells_who_answered_for_another() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        LEAD,
        &[("confirmation/sales", "answer", text("confirmed"))],
    );
    let content: FileContent = exchange::read(file(&log, LEAD).as_bytes(), None).expect("a file");
    let files = vec![("a.json".to_owned(), content)];
    let preview = exchange::preview(None, &SCHEMA, 1, files);
    let stakes = preview.stakes(None, &preview.after, None, &BTreeSet::new());
    assert_eq!(
        told(&stakes),
        ["- word confirmation/sales.answer member/m1 Sender [0]"]
    );
}

#[test]
fn a_file_that_is_not_taken_replaces_nothing() {
    let lead = project();
    let mut log = copy(&lead.log);
    acts(
        &mut log,
        "ZZZZZZZZZZ",
        ZHAO,
        &[("charter", "goal_statement", text("不上市了"))],
    );
    let mut honest = Person::new(LI, copy(&lead.log));
    honest.act(&[("task/t01", "deliverable", text("清单"))]);
    let preview = look(&lead, &[file(&log, ZHAO), honest.file()]);
    let off = BTreeSet::from([0]);
    let after = preview.after_leaving(Some(&lead.log), 1, &preview.leaving(&off));
    let left = preview.stakes(Some(&lead.log), &after, Some(LEAD), &off);
    assert_eq!(told(&left), [""; 0]);
    assert_eq!(stakes(&lead, &preview).len(), 1);
}

/// What a step sets with it goes without saying; a number is set by no step.
#[test]
fn a_number_that_changes_with_a_step_is_told() {
    let mut lead = project();
    lead.act(&[("task/t01", "code", Value::int(1))]);
    let mut li = Person::new(LI, copy(&lead.log));
    li.act(&[
        ("task/t01", "code", Value::int(31)),
        ("task/t01", "status", text("review")),
    ]);
    let lines = told(&stakes(&lead, &look(&lead, &[li.file()])));
    for place in [" task/t01.code ", " task/t01.status "] {
        let is_told = |line: &String| line.starts_with('!') && line.contains(place);
        assert!(lines.iter().any(is_told), "{place} in {lines:#?}");
    }
}

/// A clock that is wrong is told, whether the file says so or only what it holds; a day's difference is not.
#[test]
fn a_file_from_the_future_is_told_by_its_clock() {
    let lead = project();
    let now = chrono::DateTime::parse_from_rfc3339("2026-03-05T14:30:00+08:00").expect("a moment");
    let clocks = |at: &str, ms: i64| {
        let late = change(
            "1ATE000001-1",
            900,
            Some(LI),
            "task/t1",
            &[("title", text("晚"), &[])],
        );
        let mut late = Content::clone(&late);
        late.time = ms;
        let mut log = copy(&lead.log);
        log.load("own", vec![Change::new(late)]);
        let mut preview = look(&lead, &[file(&log, LI)]);
        preview.files[0].envelope.at = chrono::DateTime::parse_from_rfc3339(at).ok();
        preview.wrong_clocks(now).len()
    };
    let usual = now.timestamp_millis();
    assert_eq!(clocks("2026-03-06T10:00:00+08:00", usual), 0);
    assert_eq!(clocks("2036-03-05T14:30:00+08:00", usual), 1);
    assert_eq!(clocks("1970-01-01T00:00:00+00:00", usual), 1);
    let far = usual + 400 * 86_400_000;
    assert_eq!(clocks("2026-03-05T14:30:00+08:00", far), 1);
    assert_eq!(
        clocks("2026-03-05T14:30:00+08:00", 8_210_266_876_799_999),
        1
    );
}
