//! The weekly look at the risks: who is asked, what an answer writes, what a sentence and a prevention become.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::inbox::risks::{score_before, watcher};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::words::risk_sentence::risk_fields;
use hepai::analysis::{Answer, Item, Todo, todos};
use hepai::model::template::{CellType, Form, STATUS};
use hepai::model::{RecordId, Value};
use hepai::templates::{absence, issue, member, risk, task};

/// A risk of 陈专员, watched by 赵主管 in absence, looked at on 2026-03-02.
fn watched() -> (Desk, RecordId, RecordId) {
    let desk = lead();
    for record in desk.session.rows(risk::KIND) {
        desk.session.delete(&record);
    }
    let (owner, fallback) = (desk.person("陈专员"), desk.person("赵主管"));
    let fields = vec![
        (risk::TITLE.name, Value::text("竞品提前降价")),
        (risk::OWNER.name, owner.write()),
        (risk::FALLBACK_OWNER.name, fallback.write()),
        (risk::LIKELIHOOD.name, Value::int(2)),
        (risk::IMPACT.name, Value::int(5)),
        (risk::LAST_REVIEWED_AT.name, date("2026-03-02").write()),
    ];
    let made = desk.session.add_rows(risk::KIND, None, None, &[fields]);
    (desk, owner, made[0].clone())
}

fn cards(desk: &Desk, who: &RecordId, requests: &[&str], today: &str) -> Vec<Todo> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let read = |log: &hepai::model::Log| todos(log, who, &requests, date(today));
    let mut all = desk.session.read(read);
    all.retain(|todo| matches!(todo.item, Item::Risks(_)));
    all
}

fn open(record: &RecordId) -> Vec<Todo> {
    vec![Todo {
        item: Item::Risks(vec![record.clone()]),
        answer: Answer::Open,
    }]
}

#[test]
fn the_owner_is_asked_seven_days_after_the_last_look_and_no_more_once_it_is_taken() {
    let (desk, owner, record) = watched();
    let fallback = desk.person("赵主管");
    assert_eq!(cards(&desk, &owner, &[], "2026-03-08"), []);
    assert_eq!(cards(&desk, &owner, &[], "2026-03-09"), open(&record));
    assert_eq!(cards(&desk, &fallback, &[], "2026-03-09"), []);
    desk.set(
        &record,
        risk::LAST_REVIEWED_AT.name,
        date("2026-03-09").write(),
    );
    assert_eq!(cards(&desk, &owner, &[], "2026-03-09"), []);
    desk.set(&record, risk::REVIEW_EVERY_DAYS.name, Value::int(30));
    assert_eq!(cards(&desk, &owner, &[], "2026-04-01"), [], "once a month");
    desk.set(&record, risk::TRIGGER_DATE.name, date("2026-03-20").write());
    assert_eq!(cards(&desk, &owner, &[], "2026-03-20"), []);
    assert_eq!(
        cards(&desk, &owner, &[], "2026-03-21"),
        open(&record),
        "did it happen?"
    );
    desk.step(&record, "occur");
    assert_eq!(
        cards(&desk, &owner, &[], "2026-05-01"),
        [],
        "it has happened"
    );
}

#[test]
fn in_the_absence_of_the_owner_the_fallback_owner_is_asked() {
    let (desk, owner, record) = watched();
    let fallback = desk.person("赵主管");
    let away = vec![
        (absence::FROM.name, date("2026-03-16").write()),
        (absence::TO.name, date("2026-03-20").write()),
    ];
    let kind = absence::ABSENCE.kind;
    desk.session.add_rows(kind, Some(&owner), None, &[away]);
    assert_eq!(cards(&desk, &owner, &[], "2026-03-16"), []);
    assert_eq!(cards(&desk, &fallback, &[], "2026-03-16"), open(&record));
    assert_eq!(cards(&desk, &owner, &[], "2026-03-21"), open(&record));
    let of = |day: &str| {
        desk.session
            .read(|log| watcher(&Form::new(log, record.clone()), date(day)))
    };
    assert_eq!(of("2026-03-20"), Some(fallback));
}

#[test]
fn a_file_that_asks_shows_all_of_them_until_each_is_looked_at_since_the_meeting() {
    let (desk, owner, record) = watched();
    let asked = [request::RISKS];
    // The last meeting was on Friday, 2026-03-06.
    assert_eq!(cards(&desk, &owner, &asked, "2026-03-08"), open(&record));
    desk.set(
        &record,
        risk::LAST_REVIEWED_AT.name,
        date("2026-03-07").write(),
    );
    let told = cards(&desk, &owner, &asked, "2026-03-08");
    assert_eq!(told.len(), 1, "the card stays");
    assert_eq!(told[0].answer, Answer::Agreed);
}

#[test]
fn one_click_looks_at_all_of_ones_own_and_is_one_step_to_take_back() {
    let (desk, owner, record) = watched();
    let other = desk
        .session
        .add_rows(
            risk::KIND,
            None,
            None,
            &[vec![(risk::TITLE.name, Value::text("别人的"))]],
        )
        .remove(0);
    desk.set(&other, risk::OWNER.name, desk.person("刘经理").write());
    desk.session.set_author(Some(owner.to_string()));
    assert!(desk.session.may_look_at_risk(&record));
    assert!(!desk.session.may_look_at_risk(&other));
    desk.session.look_at_risks(&[record.clone(), other.clone()]);
    let looked = |record: &RecordId| desk.value(record, risk::LAST_REVIEWED_AT.name);
    assert_eq!(looked(&record), date("2026-02-27").write(), "today");
    assert!(looked(&other).is_empty(), "that of somebody else");
    desk.session.undo();
    assert_eq!(looked(&record), date("2026-03-02").write());
}

#[test]
fn a_cell_sets_both_and_says_what_it_was_before() {
    let (desk, owner, record) = watched();
    desk.session.set_author(Some(owner.to_string()));
    let before = |desk: &Desk| {
        desk.session
            .read(|log| score_before(&Form::new(log, record.clone())))
    };
    assert_eq!(before(&desk), None);
    let slots = desk.session.assess_risk(&record, 3, 5);
    assert_eq!(slots.len(), 1, "one act, one record");
    assert_eq!(desk.value(&record, risk::LIKELIHOOD.name), Value::int(3));
    assert_eq!(
        desk.value(&record, risk::LAST_REVIEWED_AT.name),
        date("2026-02-27").write()
    );
    assert_eq!(before(&desk), Some(10));
    // Both at once: no score in between is told.
    desk.session.assess_risk(&record, 1, 1);
    assert_eq!(before(&desk), Some(15));
    desk.session
        .set_author(Some(desk.person("刘经理").to_string()));
    desk.session.assess_risk(&record, 5, 5);
    assert_eq!(
        desk.value(&record, risk::IMPACT.name),
        Value::int(1),
        "a suggestion"
    );
    assert!(desk.session.has_open(&record));
}

#[test]
fn a_click_says_that_it_happened_and_the_prevention_is_a_task() {
    let (desk, owner, record) = watched();
    desk.session.set_author(Some(owner.to_string()));
    assert!(
        desk.session.make_task_of_risk(&record).is_empty(),
        "nothing to do"
    );
    desk.set(&record, risk::PREVENTION.name, Value::text("备好赠品包"));
    desk.set(&record, risk::ACTION_DUE.name, date("2026-03-20").write());
    let before = desk.session.rows(task::KIND).len();
    desk.session.make_task_of_risk(&record);
    desk.session.make_task_of_risk(&record);
    assert_eq!(desk.session.rows(task::KIND).len(), before + 1, "one");
    let made = RecordId::read(&desk.value(&record, risk::BECAME_TASK.name)).expect("a task");
    assert_eq!(
        desk.value(&made, task::TITLE.name),
        Value::text("备好赠品包")
    );
    assert_eq!(desk.value(&made, task::OWNER.name), owner.write());
    assert_eq!(
        desk.value(&made, task::CURRENT_END.name),
        date("2026-03-20").write()
    );
    desk.session.risk_happened(&record);
    assert_eq!(desk.value(&record, STATUS), Value::text("occurred"));
    assert!(RecordId::read(&desk.value(&record, risk::BECAME_ISSUE.name)).is_some());
    assert!(!desk.session.rows(issue::KIND).is_empty());
    assert!(!desk.session.may_look_at_risk(&record), "that is over");
}

#[test]
fn two_who_make_a_task_of_it_make_one() {
    let (here, _, record) = watched();
    here.set(&record, risk::PREVENTION.name, Value::text("备好赠品包"));
    let there = empty(9);
    there.take(here.changes(), &here.person("王经理"));
    there
        .session
        .set_author(Some(here.person("陈专员").to_string()));
    here.session.make_task_of_risk(&record);
    there.session.make_task_of_risk(&record);
    here.take(there.changes(), &here.person("陈专员"));
    let title = Value::text("备好赠品包");
    let rows = here.session.rows(task::KIND);
    let made = rows
        .iter()
        .filter(|row| here.value(row, task::TITLE.name) == title);
    assert_eq!(made.count(), 1);
}

#[test]
fn a_line_that_says_all_three_is_three_fields() {
    let (desk, ..) = watched();
    let line = "因实验室排期紧，可能要补测，导致认证延期";
    let fields = risk_fields(line).expect("a whole sentence");
    let made = desk
        .session
        .add_rows(risk::KIND, None, None, &[fields])
        .remove(0);
    for (key, text) in [
        (risk::CAUSE.name, "实验室排期紧"),
        (risk::EVENT.name, "要补测"),
        (risk::EFFECT.name, "认证延期"),
        (risk::TITLE.name, "要补测"),
    ] {
        assert_eq!(desk.value(&made, key), Value::text(text), "{key}");
    }
    assert_eq!(risk_fields("认证补测"), None);
}

#[test]
fn a_sentence_in_the_title_is_taken_apart_when_somebody_says_so() {
    let (desk, _, record) = watched();
    assert_eq!(desk.session.parts_of_risk(&record), None);
    let line = Value::text("因实验室排期紧，可能要补测，导致认证延期");
    desk.set(&record, risk::TITLE.name, line.clone());
    let parts = desk.session.parts_of_risk(&record).expect("three parts");
    assert_eq!(parts.event, "要补测");
    assert_eq!(desk.value(&record, risk::TITLE.name), line, "not before");
    desk.session.take_risk_apart(&record);
    assert_eq!(desk.value(&record, risk::TITLE.name), Value::text("要补测"));
    assert_eq!(
        desk.value(&record, risk::EFFECT.name),
        Value::text("认证延期")
    );
    assert_eq!(desk.session.parts_of_risk(&record), None, "once");
    // In the field of the cause the title stays.
    desk.session.undo();
    desk.set(&record, risk::TITLE.name, Value::text("补测"));
    desk.set(&record, risk::CAUSE.name, line);
    desk.session.take_risk_apart(&record);
    assert_eq!(desk.value(&record, risk::TITLE.name), Value::text("补测"));
    assert_eq!(
        desk.value(&record, risk::CAUSE.name),
        Value::text("实验室排期紧")
    );
}

#[test]
fn the_backup_of_the_owner_is_who_can_stand_in() {
    let (desk, owner, record) = watched();
    assert_eq!(
        desk.session.fallback_for_risk(&record),
        None,
        "there is one"
    );
    desk.set(&record, risk::FALLBACK_OWNER.name, Value::Null);
    assert_eq!(
        desk.session.fallback_for_risk(&record),
        None,
        "nobody is named"
    );
    let backup = desk.person("刘经理");
    desk.set(&owner, member::BACKUP_PERSON.name, backup.write());
    assert_eq!(desk.session.fallback_for_risk(&record), Some(backup));
    assert!(
        desk.value(&record, risk::FALLBACK_OWNER.name).is_empty(),
        "nothing unseen"
    );
}

/// What whoever asks everybody for progress asks besides.
#[test]
fn asking_for_progress_asks_for_a_look_where_somebody_watches_a_risk() {
    let (desk, _, record) = watched();
    let asked = |desk: &Desk| {
        let done = RecordId::of(hepai::templates::progress::KIND);
        desk.session.addressed(Some((&done, &[]))).requests
    };
    assert_eq!(asked(&desk), request::WEEKLY);
    desk.session.delete(&record);
    assert_eq!(asked(&desk), [request::PROGRESS]);
}
