//! What records are called that nobody gave a name of their own, and what somebody's own word says where it is told.

use crate::decisions::{released, say};
use crate::opinions;
use crate::people::{Desk, lead, moment};
use hepai::analysis::inbox::todos::feedback_by;
use hepai::analysis::standing::feedback;
use hepai::analysis::telling::{Did, Naming, Signer, doings, lines};
use hepai::analysis::words::called::NamedIn;
use hepai::analysis::words::dated::until_text;
use hepai::analysis::words::names::short_name;
use hepai::model::template::{CellType, Lang};
use hepai::model::{Change, Log, RecordId, Value};
use hepai::templates::{
    SCHEMA, agenda_item, change_item, decision, meeting, minutes, recipient, rollout_check, task,
};

fn row(desk: &Desk, kind: &str, fields: &[(&str, Value)]) -> RecordId {
    let rows = [fields.to_vec()];
    desk.session.add_rows(kind, None, None, &rows).remove(0)
}

fn called(desk: &Desk, record: &RecordId, lang: Lang) -> String {
    desk.session
        .read(|log| Naming::of(log, lang).record(record))
}

/// What was done since there were so many changes, as a log tells it that holds no more than that, beside the project.
fn told_apart(desk: &Desk, before: usize) -> String {
    let came: Vec<Change> = desk.changes().split_off(before);
    let mut part = Log::new(&SCHEMA, 9);
    part.load("own", came.clone());
    let all = doings(&part, &came.iter().collect::<Vec<_>>());
    let told = desk.session.read(|log| {
        let naming = Naming {
            beside: Some(log),
            ..Naming::of(&part, Lang::Zh)
        };
        let told = lines(naming, &all).into_iter();
        told.map(|line| line.text).collect::<Vec<_>>()
    });
    told.join("\n")
}

#[test]
fn what_is_named_by_a_choice_is_called_by_its_words_and_whose_it_is() {
    let desk = lead();
    let home = desk.department(&desk.person("陈专员"));
    let check = row(
        &desk,
        rollout_check::KIND,
        &[
            (rollout_check::ITEM.name, Value::text("form")),
            (rollout_check::DEPARTMENT.name, home.write()),
        ],
    );
    let (short, of) = desk.session.read(|log| {
        let name = |record| short_name(log, record, Lang::Zh);
        (name(&check), name(&home))
    });
    assert_eq!(short, "新表单");
    let named = called(&desk, &check, Lang::Zh);
    assert_eq!(named, format!("检查项「新表单」（{of}）"));
}

#[test]
fn what_nobody_named_is_called_by_what_it_belongs_to() {
    let desk = lead();
    let task = desk.session.rows(task::KIND).remove(0);
    let moved = row(
        &desk,
        change_item::KIND,
        &[(change_item::TARGET.name, task.write())],
    );
    let task = called(&desk, &task, Lang::Zh);
    let code = task.split(' ').next().unwrap_or_default();
    let item = called(&desk, &moved, Lang::Zh);
    assert!(item.starts_with(&format!("改动 {code} ")), "{item}");
    let meeting = row(
        &desk,
        meeting::KIND,
        &[(meeting::NAME.name, Value::text("选型会"))],
    );
    let held = row(
        &desk,
        minutes::KIND,
        &[
            (minutes::MEETING.name, meeting.write()),
            (
                minutes::PLANNED_START.name,
                moment("2026-12-01T10:00").write(),
            ),
        ],
    );
    assert_eq!(called(&desk, &held, Lang::Zh), "选型会纪要 2026-12-01");
    let topics = [vec![(agenda_item::MINUTES.name, Value::int(5))]];
    let topic = desk
        .session
        .add_rows(agenda_item::KIND, Some(&meeting), None, &topics)
        .remove(0);
    assert_eq!(called(&desk, &topic, Lang::Zh), "一项议程（选型会）");
    assert_eq!(called(&desk, &topic, Lang::En), "Agenda item (选型会)");
}

#[test]
fn a_reply_is_told_with_its_decision_its_answer_and_its_words() {
    let (desk, record) = released();
    let before = desk.changes().len();
    say(&desk, "陈专员", &record, "object", "样机还没到");
    let told = told_apart(&desk, before);
    assert!(told.contains("回复了决策 D-1"), "{told}");
    assert!(told.contains("有异议，「样机还没到」"), "{told}");
    assert!(!told.contains("待定") && !told.contains("未命名"), "{told}");
    let own = recipient::of(&record, &desk.person("陈专员")).expect("a reply");
    desk.session.read(|log| {
        let named = NamedIn::of(log).name(&own, Lang::Zh);
        assert!(named.starts_with("陈专员对「D-1"), "{named}");
        let said = Naming::of(log, Lang::En).word_of(&own).expect("a word");
        assert!(
            said.starts_with("陈专员: replied to decision D-1"),
            "{said}"
        );
    });
    assert_eq!(record.kind(), decision::KIND);
}

#[test]
fn an_opinion_is_told_in_its_words() {
    let (desk, record) = opinions::asked();
    let before = desk.changes().len();
    opinions::say(&desk, "陈专员", &record, "第 15 条", "30 天太紧");
    opinions::as_(&desk, "李主管", |home| {
        desk.session.no_comment(&record, home, None);
    });
    let told = told_apart(&desk, before);
    assert!(told.contains("新加了意见「第 15 条」（"), "{told}");
    assert!(told.contains("：「30 天太紧」"), "{told}");
    assert!(told.contains("没有意见"), "{told}");
    assert!(!told.contains("未命名"), "{told}");
}

#[test]
fn whoever_writes_into_what_another_made_did_not_add_it() {
    let desk = lead();
    let before = desk.changes().len();
    let fields = vec![(task::TITLE.name, Value::text("打样"))];
    let made = row(&desk, task::KIND, &fields);
    let chen = desk.person("陈专员");
    desk.session.set_author(Some(chen.to_string()));
    desk.set(&made, task::TITLE.name, Value::text("打样两轮"));
    let changes: Vec<Change> = desk.changes().split_off(before);
    let all = desk
        .session
        .read(|log| doings(log, &changes.iter().collect::<Vec<_>>()));
    let by_chen = Signer::Author(chen.to_string());
    for doing in all {
        let adds = doing.clauses.iter().any(|clause| clause.did == Did::Added);
        assert_eq!(adds, doing.by != by_chen, "{doing:?}");
    }
}

#[test]
fn midnight_is_the_end_of_the_day_before() {
    for (at, said) in [
        ("2026-12-02T00:00", "2026-12-01 24:00"),
        ("2026-12-01T18:00", "2026-12-01 18:00"),
        ("2026-12-01T00:01", "2026-12-01 00:01"),
    ] {
        assert_eq!(until_text(moment(at)), said);
    }
}

#[test]
fn feedback_is_asked_for_until_the_day_that_its_form_names() {
    let desk = crate::feedback::closing();
    desk.session.read(|log| {
        let due = feedback::due(log).expect("a day");
        let by = feedback_by(log, moment("2026-06-01T09:00")).expect("an evening");
        assert_eq!(by.to_rfc3339(), format!("{due}T18:00:00+08:00"));
        assert_eq!(feedback_by(log, moment("2026-12-01T09:00")), None);
    });
}
