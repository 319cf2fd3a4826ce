//! A difference as it is decided, and as it is put on an agenda instead.

use crate::people::{Desk, empty, lead};
use hepai::analysis::inbox::differences::{
    Difference, ForNow, Meaning, NewValue, SHOWN, open, writers,
};
use hepai::analysis::telling::{Did, Naming, history};
use hepai::analysis::{Item, todos};
use hepai::model::log::ConflictPlace;
use hepai::model::template::{DELETED, FieldType, Lang};
use hepai::model::{Change, FieldKey, RecordId, Value};
use hepai::templates::{charter, task};

/// The lead and a representative who both changed the same field without having seen each other's.
pub(crate) fn differing(record: &RecordId, key: &str, lead_writes: &str, rep_writes: &str) -> Desk {
    let (desk, rep) = (lead(), empty(2));
    let me = desk.person("王经理");
    rep.take(desk.changes(), &me);
    let chen = rep.person("陈专员");
    rep.session.set_author(Some(chen.to_string()));
    desk.set(record, key, Value::text(lead_writes));
    rep.session.apply(
        vec![hepai::model::log::Write {
            record: record.clone(),
            key: FieldKey::of(key),
            value: Value::text(rep_writes),
            seen: rep.session.read(|log| log.seen(record, &FieldKey::of(key))),
        }],
        Some("实验室排期"),
    );
    desk.take(rep.changes(), &chen);
    desk
}

/// The background of the goal.
pub(crate) fn goal() -> ConflictPlace {
    ConflictPlace {
        record: charter::record(),
        key: FieldKey::of(charter::BACKGROUND.name),
    }
}

pub(crate) fn read(desk: &Desk, place: &ConflictPlace) -> Difference {
    desk.session.read(|log| Difference::of(log, place))
}

#[test]
fn a_difference_tells_who_wrote_what_and_why_and_what_stood_before() {
    let desk = lead();
    let first = desk.tasks(&desk.person("陈专员")).remove(0);
    let desk = differing(&first, task::CURRENT_END.name, "2026-04-10", "2026-04-13");
    let place = ConflictPlace {
        record: first.clone(),
        key: FieldKey::of(task::CURRENT_END.name),
    };
    assert_eq!(desk.session.read(open), std::slice::from_ref(&place));
    let one = read(&desk, &place);
    let (me, chen) = (desk.person("王经理"), desk.person("陈专员"));
    let told: Vec<(Value, Option<String>, Option<String>)> = one
        .choices
        .iter()
        .map(|choice| {
            let told = &choice.told[0];
            (choice.value.clone(), told.author.clone(), told.note.clone())
        })
        .collect();
    assert!(told.contains(&(Value::text("2026-04-10"), Some(me.to_string()), None)));
    assert!(told.contains(&(
        Value::text("2026-04-13"),
        Some(chen.to_string()),
        Some("实验室排期".to_owned())
    )));
    assert_eq!(one.for_now, one.choices[0].value, "the first one counts");
    let (before, _) = one.before.expect("the plan had a date");
    assert!(before.as_text().is_some_and(|day| day.starts_with("2026-")));
    assert!(one.choices.iter().all(|choice| choice.value != before));
    assert_eq!(one.new, NewValue::Typed(FieldType::Date));
    let both = [me.to_string(), chen.to_string()];
    let all = desk.session.read(|log| writers(log, &place));
    assert!(all.len() == 2 && both.iter().all(|one| all.contains(one)));
}

#[test]
fn long_texts_can_both_be_kept_one_under_the_other() {
    let desk = differing(
        &goal().record,
        charter::BACKGROUND.name,
        "供应链 2 台\n含运费",
        "供应链 3 台",
    );
    let one = read(&desk, &goal());
    let texts: Vec<&str> = one.choices[..2]
        .iter()
        .filter_map(|choice| choice.value.as_text())
        .collect();
    let both = one.choices.last().expect("a third choice");
    assert_eq!(both.meaning, Meaning::Both);
    assert_eq!(both.value.as_text(), Some(texts.join("\n").as_str()));
    assert!(both.told.is_empty(), "nobody has written it");
    desk.session
        .decide(&goal().record, &goal().key, both.value.clone(), None);
    assert!(desk.session.read(open).is_empty());
    let desk = differing(
        &goal().record,
        charter::PROJECT_NAME.name,
        "一个名字",
        "另一个",
    );
    let name = ConflictPlace {
        key: FieldKey::of(charter::PROJECT_NAME.name),
        ..goal()
    };
    assert_eq!(
        read(&desk, &name).choices.len(),
        2,
        "one line cannot hold two"
    );
}

#[test]
fn a_deletion_that_did_not_know_an_edit_can_be_taken_back() {
    let (desk, rep) = (lead(), empty(2));
    let me = desk.person("王经理");
    rep.take(desk.changes(), &me);
    let task = desk.tasks(&desk.person("陈专员")).remove(0);
    desk.session.delete(&task);
    rep.set(&task, task::TITLE.name, Value::text("改了名字"));
    desk.take(rep.changes(), &rep.person("陈专员"));
    let place = ConflictPlace {
        record: task,
        key: FieldKey::of(DELETED),
    };
    assert_eq!(desk.session.read(open), std::slice::from_ref(&place));
    let one = read(&desk, &place);
    let meant: Vec<Meaning> = one.choices.iter().map(|choice| choice.meaning).collect();
    assert_eq!(meant, [Meaning::Delete, Meaning::Keep]);
    assert_eq!(one.new, NewValue::Nothing);
}

#[test]
fn differences_wait_for_the_lead_alone() {
    let desk = differing(&goal().record, charter::BACKGROUND.name, "甲", "乙");
    let waits = |who: &str| {
        let (me, today) = (desk.person(who), "2026-02-01".parse().expect("a date"));
        let all = desk.session.read(|log| todos(log, &me, &[], today));
        all.into_iter().map(|todo| todo.item).collect::<Vec<_>>()
    };
    assert_eq!(waits("王经理"), [Item::Differences(1)]);
    assert_eq!(waits("陈专员"), []);
}

/// A field that so many people wrote without knowing of each other.
fn parallel(desk: &Desk, record: &RecordId, key: &str, writers: usize) -> ConflictPlace {
    let write = |number: usize| {
        let line = format!(
            r#"{{"cells":{{"{key}":["写法 {number}"]}},"id":"W{number:09}-1","lamport":900,"record":"{record}","time":1}}"#
        );
        Change::parse(&line).expect("a change")
    };
    desk.session.news("own", (0..writers).map(write).collect());
    ConflictPlace {
        record: record.clone(),
        key: FieldKey::of(key),
    }
}

#[test]
fn of_hundreds_of_values_some_are_shown_the_rest_counted_and_one_decision_settles_all() {
    let desk = lead();
    let first = desk.tasks(&desk.person("陈专员")).remove(0);
    let place = parallel(&desk, &first, task::DELIVERABLE.name, SHOWN + 30);
    let one = read(&desk, &place);
    let count = desk.session.distinct(&first, &place.key).len();
    assert_eq!((one.choices.len(), one.more), (SHOWN, count - SHOWN));
    assert!(
        one.choices
            .iter()
            .all(|choice| choice.meaning != Meaning::Both)
    );
    let value = Value::text("写法 7");
    desk.session.decide(&first, &place.key, value.clone(), None);
    assert_eq!(desk.session.distinct(&first, &place.key), [value]);
    assert!(desk.session.read(open).is_empty());
    let (lines, left) = desk.session.read(|log| {
        let (doings, left) = history(log, &first, usize::MAX);
        let naming = Naming::of(log, Lang::Zh);
        let said = doings.iter().map(|doing| naming.predicate(doing));
        (said.collect::<Vec<_>>(), left)
    });
    assert_eq!(left, 0);
    for number in 0..SHOWN + 30 {
        assert!(
            lines
                .iter()
                .any(|line| line.contains(&format!("「写法 {number}」"))),
            "{number}"
        );
    }
}

#[test]
fn of_hundreds_who_wrote_the_same_some_are_named_and_the_rest_counted() {
    let desk = lead();
    let first = desk.tasks(&desk.person("陈专员")).remove(0);
    desk.set(&first, task::DELIVERABLE.name, Value::text("不同的"));
    let same = |number: usize| {
        let line = format!(
            r#"{{"cells":{{"deliverable":["样品"]}},"id":"W{number:09}-1","lamport":900,"record":"{first}","time":1}}"#
        );
        Change::parse(&line).expect("a change")
    };
    desk.session.news("own", (0..SHOWN + 5).map(same).collect());
    let place = ConflictPlace {
        record: first.clone(),
        key: FieldKey::of(task::DELIVERABLE.name),
    };
    let one = read(&desk, &place);
    let choice = &one.choices[0];
    assert_eq!((choice.told.len(), choice.more_told), (SHOWN, 5));
}

#[test]
fn a_history_has_as_many_lines_as_are_asked_for_newest_first() {
    let desk = lead();
    let first = desk.tasks(&desk.person("陈专员")).remove(0);
    for number in 0..5 {
        desk.set(
            &first,
            task::TITLE.name,
            Value::text(format!("第 {number} 稿")),
        );
    }
    desk.session.read(|log| {
        let (lines, left) = history(log, &first, 3);
        assert_eq!((lines.len(), left >= 3), (3, true));
        let wrote = |at: usize| match &lines[at].clauses[0].did {
            Did::Wrote { from, to, .. } => (from.clone(), to.clone()),
            other => panic!("{other:?}"),
        };
        let draft = |number: usize| Value::text(format!("第 {number} 稿"));
        assert_eq!(wrote(0), (draft(3), draft(4)));
        assert_eq!(wrote(2), (draft(1), draft(2)));
    });
}

#[test]
fn what_stood_before_is_what_both_had_and_nobodys_slip() {
    let (desk, rep) = (lead(), empty(2));
    let me = desk.person("王经理");
    let place = goal();
    let write = |desk: &Desk, text: &str| {
        desk.set(&place.record, place.key.as_str(), Value::text(text));
    };
    write(&desk, "大家都看过的");
    rep.take(desk.changes(), &me);
    write(&desk, "手滑");
    write(&desk, "王的");
    write(&rep, "陈的");
    desk.take(rep.changes(), &desk.person("陈专员"));
    let one = read(&desk, &place);
    let before = one.before.map(|(value, _)| value);
    assert_eq!(before, Some(Value::text("大家都看过的")));
    assert_eq!(one.why, ForNow::Later, "it was written with more in hand");

    // Where a clock beside the values says otherwise, nobody is called the later one.
    let (desk, rep) = (lead(), empty(2));
    rep.take(desk.changes(), &me);
    rep.browser.set_now("2026-03-02T09:00:00+08:00");
    write(&rep, "陈的");
    write(&desk, "手滑");
    write(&desk, "王的");
    desk.take(rep.changes(), &desk.person("陈专员"));
    assert_eq!(read(&desk, &place).why, ForNow::ByNumber);

    // Two who never saw the other's first word share nothing.
    let (desk, rep) = (lead(), empty(2));
    rep.take(desk.changes(), &me);
    write(&desk, "王的");
    write(&rep, "陈的");
    desk.take(rep.changes(), &desk.person("陈专员"));
    let one = read(&desk, &place);
    assert_eq!((one.before, one.why), (None, ForNow::ByNumber));
}
