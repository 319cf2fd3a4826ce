//! Consultations: whom they ask, what counts as said, what waits for whom, what the answers cover, and what two copies
//! make of one.

use crate::people::{Desk, lead, moment};
use hepai::analysis::missing;
use hepai::analysis::rules::checks::findings_of;
use hepai::analysis::standing::consultations::{
    DepartmentSays, at_same_clause, in_order, replied_of, silent_departments, voices,
};
use hepai::model::template::{CellType, Choice, Form, Gate, STATUS};
use hepai::model::{RecordId, Value};
use hepai::state::{Behalf, SaidToClause};
use hepai::templates::{consultation, department, opinion};

/// The lead asks on Monday, 2026-03-02, until Thursday.
pub(crate) fn asked() -> (Desk, RecordId) {
    let desk = lead();
    desk.browser.set_now("2026-03-02T09:00:00+08:00");
    let record = desk.session.begin(consultation::KIND, Vec::new());
    let fields = [
        (consultation::TITLE.name, "费用报销管理办法"),
        (consultation::DRAFT_VERSION.name, "0.9"),
        (consultation::WHERE.name, "部门共享盘/报销/0.9.docx"),
        (
            consultation::CLAUSES.name,
            "第 6 条 报销期限\n第 8 条 电子发票\n第 15 条",
        ),
        (consultation::DUE.name, "2026-03-05"),
    ];
    for (key, text) in fields {
        desk.set(&record, key, Value::text(text));
    }
    desk.step(&record, "ask");
    (desk, record)
}

/// Somebody acts on this desk as themselves.
pub(crate) fn as_(desk: &Desk, who: &str, act: impl FnOnce(&RecordId)) {
    let before = desk.session.author();
    let person = desk.person(who);
    desk.session.set_author(Some(person.to_string()));
    act(&desk.department(&person));
    desk.session.set_author(before);
}

pub(crate) fn say(desk: &Desk, who: &str, record: &RecordId, clause: &str, text: &str) {
    as_(desk, who, |home| {
        let said = SaidToClause {
            clause,
            text,
            instead: "",
        };
        desk.session.give_opinion(record, home, said, None);
    });
}

pub(crate) fn answer(desk: &Desk, line: &RecordId, answer: Choice, reason: &str) {
    let lines = std::slice::from_ref(line);
    desk.session.answer_opinions(lines, answer, reason);
}

pub(crate) fn read<T>(desk: &Desk, record: &RecordId, read: impl Fn(&Form<'_>) -> T) -> T {
    desk.session
        .read(|log| read(&Form::new(log, record.clone())))
}

pub(crate) fn line(desk: &Desk, text: &str) -> RecordId {
    desk.with(opinion::KIND, opinion::OPINION_TEXT, text)
}

fn codes(desk: &Desk, record: &RecordId, now: &str) -> Vec<&'static str> {
    let found = desk
        .session
        .read(|log| findings_of(log, record, moment(now)));
    let own = found.into_iter().map(|one| one.rule.code);
    own.filter(|code| code.starts_with("OPN")).collect()
}

#[test]
fn a_draft_lacks_what_the_gate_asks_and_no_more() {
    let desk = lead();
    let record = desk.session.begin(consultation::KIND, Vec::new());
    desk.set(&record, consultation::TITLE.name, Value::text("办法"));
    let lacks = |desk: &Desk| {
        let now = moment("2026-03-02T09:00");
        let lacks = desk
            .session
            .read(|log| missing(log, &record, Gate::Publish, now));
        let places = lacks.iter().map(|one| one.place().1.expect("a field"));
        places.collect::<Vec<_>>()
    };
    assert_eq!(lacks(&desk), ["draft_version", "where"]);
    let due = desk.value(&record, consultation::DUE.name);
    assert_eq!(
        due,
        Value::text("2026-03-03"),
        "three working days from Friday, the first a Saturday that is worked"
    );
    desk.set(&record, consultation::DUE.name, Value::Null);
    assert_eq!(lacks(&desk), ["draft_version", "where", "due"]);
    for (key, text) in [
        ("draft_version", "0.9"),
        ("where", "共享盘"),
        ("due", "2026-03-09"),
    ] {
        desk.set(&record, key, Value::text(text));
    }
    assert_eq!(lacks(&desk), [""; 0]);
}

#[test]
fn every_department_but_that_of_whoever_answers_is_asked_and_silence_is_no_consent() {
    let (desk, record) = asked();
    let all = desk.session.rows(department::KIND).len();
    assert_eq!(read(&desk, &record, replied_of), Some((0, all - 1)));
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    say(&desk, "赵主管", &record, "第 15 条", "不同意");
    as_(&desk, "李主管", |home| {
        desk.session.no_comment(&record, home, None);
    });
    let voice = |who: &str| {
        let home = desk.department(&desk.person(who));
        let all = read(&desk, &record, voices);
        all.into_iter()
            .find(|(one, _)| *one == home)
            .map(|(_, voice)| voice)
    };
    assert_eq!(voice("赵主管"), Some(DepartmentSays::Lines(2)));
    assert_eq!(voice("李主管"), Some(DepartmentSays::NoComment));
    assert_eq!(voice("吴主管"), Some(DepartmentSays::Silent));
    assert_eq!(voice("王经理"), None, "their own draft");
    assert_eq!(read(&desk, &record, replied_of), Some((2, all - 1)));
    let silent = read(&desk, &record, silent_departments);
    assert_eq!(silent.len(), all - 3);
    assert_eq!(codes(&desk, &record, "2026-03-05T18:00"), ["OPN-03"]);
    assert_eq!(
        codes(&desk, &record, "2026-03-06T09:00"),
        ["OPN-03", "OPN-02"]
    );
    let words = silent
        .iter()
        .flat_map(|home| opinion::no_comment_of(&record, home));
    assert_eq!(words.filter(|one| desk.session.is_visible(one)).count(), 0);
}

#[test]
fn saying_something_takes_no_comment_back_and_others_speak_for_nobody() {
    let (desk, record) = asked();
    let li = desk.department(&desk.person("李主管"));
    as_(&desk, "李主管", |home| {
        desk.session.no_comment(&record, home, None);
    });
    say(&desk, "李主管", &record, "第 8 条", "还要打印吗");
    assert_eq!(codes(&desk, &record, "2026-03-03T09:00"), ["OPN-03"]);
    let none = opinion::no_comment_of(&record, &li).expect("an id");
    assert!(!read(&desk, &none, opinion::is_none));
    let chen = desk.department(&desk.person("吴主管"));
    let refused = desk.session.no_comment(&record, &chen, None);
    let none = opinion::no_comment_of(&record, &chen).expect("an id");
    assert!(!read(&desk, &none, opinion::is_none), "{refused:?}");
    let behalf = Behalf {
        member: desk.person("吴主管"),
        basis: "03-03 邮件".to_owned(),
    };
    desk.session.no_comment(&record, &chen, Some(&behalf));
    assert!(
        read(&desk, &none, opinion::is_none),
        "recorded with its basis"
    );
}

#[test]
fn answers_are_shown_once_every_line_has_one_and_what_is_not_adopted_a_reason() {
    let (desk, record) = asked();
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    say(&desk, "吴主管", &record, "第 15 条", "不同意");
    let lacks = |desk: &Desk| {
        let now = moment("2026-03-06T09:00");
        let lacks = desk
            .session
            .read(|log| missing(log, &record, Gate::Release, now));
        lacks
            .iter()
            .map(|one| one.place().1.expect("a field"))
            .collect::<Vec<_>>()
    };
    assert_eq!(lacks(&desk), ["answer"]);
    let [first, second] = [line(&desk, "30 天太紧"), line(&desk, "不同意")];
    answer(&desk, &first, opinion::ADOPTED, "");
    answer(&desk, &second, opinion::PARTLY, "");
    assert_eq!(lacks(&desk), ["answer_reason"]);
    desk.session.explain_answer(&second, "每周二、四付款");
    assert_eq!(lacks(&desk), [""; 0]);
    // What is said anew after its answer asks for another one.
    as_(&desk, "赵主管", |_| {
        desk.set(&first, opinion::OPINION_TEXT.name, Value::text("改 60 天"));
    });
    assert_eq!(lacks(&desk), ["answer"]);
    answer(&desk, &first, opinion::ADOPTED, "");
    assert_eq!(
        lacks(&desk),
        [""; 0],
        "the same answer, to what is said now"
    );
}

#[test]
fn a_short_time_is_told_and_a_long_one_is_not() {
    let (desk, record) = asked();
    assert_eq!(
        codes(&desk, &record, "2026-03-02T10:00"),
        [""; 0],
        "Monday to Thursday"
    );
    desk.set(&record, consultation::DUE.name, Value::text("2026-03-04"));
    assert_eq!(codes(&desk, &record, "2026-03-02T10:00"), ["OPN-01"]);
}

#[test]
fn lines_stand_clause_by_clause_and_those_of_one_clause_are_answered_together() {
    let (desk, record) = asked();
    say(&desk, "吴主管", &record, "第 15 条", "不同意");
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    say(&desk, "李主管", &record, "第 6 条 报销期限", "同上");
    let texts = |desk: &Desk| {
        let order = read(desk, &record, in_order);
        let text = |one: &RecordId| desk.value(one, opinion::OPINION_TEXT.name);
        order.iter().map(text).collect::<Vec<_>>()
    };
    assert_eq!(
        texts(&desk),
        ["30 天太紧", "同上", "不同意"].map(Value::text)
    );
    let first = line(&desk, "30 天太紧");
    let together = read(&desk, &record, |form| at_same_clause(form, &first));
    assert_eq!(together, [first, line(&desk, "同上")]);
    desk.session
        .answer_opinions(&together, opinion::PARTLY, "统一 45 天");
    assert_eq!(
        desk.value(&together[1], opinion::ANSWER_REASON.name),
        Value::text("统一 45 天")
    );
}

#[test]
fn the_next_round_takes_what_is_left() {
    let (desk, record) = asked();
    say(&desk, "赵主管", &record, "第 6 条", "30 天太紧");
    say(&desk, "吴主管", &record, "第 15 条", "不同意");
    answer(&desk, &line(&desk, "30 天太紧"), opinion::ADOPTED, "");
    answer(&desk, &line(&desk, "不同意"), opinion::LATER, "等人力定");
    desk.step(&record, "answer");
    let next = desk.session.begin_next_round(&record);
    let value = |key: &str| desk.value(&next, key);
    assert_eq!(value(consultation::ROUND.name), Value::int(2));
    assert_eq!(value(consultation::CLAUSES.name), Value::text("第 15 条"));
    assert_eq!(value(STATUS), Value::text("draft"));
    assert_eq!(
        value(consultation::ANSWERER.name),
        desk.person("王经理").write()
    );
}
