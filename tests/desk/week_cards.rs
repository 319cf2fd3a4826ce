//! Cards that the week brings: each appears for one person, is answered in one act, and is gone.

use crate::people::{Desk, date, lead};
use crate::plan_changes::{act, asked, step, submit};
use crate::weekly::{friday, held, typed};
use hepai::analysis::inbox::asks::asks_of;
use hepai::analysis::{Item, todos};
use hepai::model::template::{CellType, Form, STATUS};
use hepai::model::{RecordId, Value};
use hepai::state::Assessed;
use hepai::templates::{action, assessment, change_request, decision, task};

fn items(desk: &Desk, who: &RecordId, requests: &[&str], day: &str) -> Vec<(Item, bool)> {
    let requests: Vec<String> = requests.iter().map(|one| (*one).to_owned()).collect();
    let all = desk
        .session
        .read(|log| todos(log, who, &requests, date(day)));
    all.into_iter()
        .map(|todo| (todo.item, todo.answer.is_done()))
        .collect()
}

fn of<T>(all: &[(Item, bool)], which: impl Fn(&Item) -> Option<T>) -> Option<(T, bool)> {
    all.iter()
        .find_map(|(item, is_done)| Some((which(item)?, *is_done)))
}

fn causes(item: &Item) -> Option<Vec<RecordId>> {
    match item {
        Item::Causes(tasks) => Some(tasks.clone()),
        _ => None,
    }
}

fn assessments(item: &Item) -> Option<Vec<RecordId>> {
    match item {
        Item::Assessments(changes) => Some(changes.clone()),
        _ => None,
    }
}

#[test]
fn who_finished_late_is_asked_why_until_a_cause_stands() {
    let (desk, owner, late) = friday();
    let ask = |desk: &Desk, who: &RecordId| of(&items(desk, who, &[], "2026-03-13"), causes);
    assert_eq!(ask(&desk, &owner), None, "it is late, and not finished");
    desk.set(&late, task::ACTUAL_END.name, date("2026-03-13").write());
    desk.set(&late, STATUS, Value::text(task::DONE.key));
    assert_eq!(ask(&desk, &owner), Some((vec![late.clone()], false)));
    let other = desk.person("刘经理");
    assert_eq!(ask(&desk, &other), None);
    desk.session.set_author(Some(owner.to_string()));
    desk.session.say_why_late(&late, "third_party");
    assert_eq!(ask(&desk, &owner), None);
    assert_eq!(
        desk.value(&late, task::DELAY_CAUSE.name),
        Value::text("third_party")
    );
    // What was finished in time is nobody's to explain; nor what the meeting has explained.
    desk.set(&late, task::DELAY_CAUSE.name, Value::Null);
    assert!(ask(&desk, &owner).is_some());
    desk.session
        .explain_delay(&held(&desk), &late, "approval", None);
    assert_eq!(ask(&desk, &owner), None);
    desk.set(&late, task::CURRENT_END.name, date("2026-03-13").write());
    assert_eq!(ask(&desk, &owner), None);
}

#[test]
fn what_a_meeting_gives_to_somebody_reaches_them_with_its_release_and_is_noted_in_one_act() {
    let (desk, owner, late) = friday();
    let held = held(&desk);
    let line = typed(&desk, None, "陈专员 周三 复核报价");
    let mine = |desk: &Desk, requests: &[&str]| {
        let all = items(desk, &owner, requests, "2026-03-13");
        of(&all, |item| match item {
            Item::Actions(actions) => Some(actions.len()),
            Item::Work(record) if record.kind() == action::KIND => Some(0),
            _ => None,
        })
    };
    let _ = line;
    assert_eq!(
        mine(&desk, &["note_actions"]),
        None,
        "nobody has released it"
    );
    desk.session.explain_delay(&held, &late, "resource", None);
    desk.session.end_meeting(&held);
    assert!(!desk.session.release_meeting(&held, None).is_empty());
    assert_eq!(
        desk.session.read(|log| asks_of(log, &held.minutes, false)),
        ["note_actions"]
    );
    assert_eq!(
        mine(&desk, &[]),
        Some((0, false)),
        "own work, where no file asks"
    );
    assert_eq!(mine(&desk, &["note_actions"]), Some((1, false)));
    let actions = desk.session.rows(action::KIND);
    desk.session.set_author(Some(owner.to_string()));
    assert_eq!(desk.session.note_actions(&actions).len(), 1);
    assert_eq!(
        mine(&desk, &["note_actions"]),
        Some((1, true)),
        "noted, and still to be done"
    );
    assert_eq!(desk.session.note_actions(&actions).len(), 0, "once");
    desk.session.finish_action(&actions[0], "已复核");
    assert_eq!(mine(&desk, &["note_actions"]), None);
}

#[test]
fn a_department_that_a_change_touches_is_asked_once_and_its_answer_stands_beside_the_others() {
    let (desk, task, change) = asked("2026-05-15");
    submit(&desk, &change);
    let owner = desk
        .session
        .read(|log| Form::new(log, task).get(task::OWNER))
        .expect("an owner");
    let asks = |desk: &Desk, who: &RecordId, requests: &[&str]| {
        of(&items(desk, who, requests, "2026-03-05"), assessments)
    };
    assert_eq!(asks(&desk, &owner, &[]), None, "nobody asked for it");
    act(&desk, "王经理");
    desk.session.ask_departments(&change);
    assert_eq!(
        desk.value(&change, STATUS),
        Value::text(change_request::ASSESSING.key)
    );
    assert_eq!(
        desk.session.read(|log| asks_of(log, &change, false)),
        ["assess_changes"]
    );
    assert_eq!(
        asks(&desk, &owner, &[]),
        Some((vec![change.clone()], false))
    );
    let elsewhere = desk.person("刘经理");
    assert_eq!(
        asks(&desk, &elsewhere, &["assess_changes"]),
        None,
        "it does not touch finance"
    );
    desk.session.set_author(Some(owner.to_string()));
    let said = Assessed {
        opinion: "样机要重做一批".to_owned(),
        days: "3".to_owned(),
        cost: "2万".to_owned(),
    };
    assert!(!desk.session.assess_change(&change, &said).is_empty());
    assert_eq!(asks(&desk, &owner, &[]), None);
    assert_eq!(
        asks(&desk, &owner, &["assess_changes"]),
        Some((vec![change.clone()], true))
    );
    let home = desk.department(&owner);
    desk.session.read(|log| {
        let answer = assessment::of(&Form::new(log, change.clone()), &home).expect("an answer");
        assert_eq!(answer.get(assessment::DAYS), Some(3));
        assert_eq!(answer.get(assessment::COST), Some(2_000_000));
    });
    // Whoever approves goes on, with or without all answers.
    act(&desk, "王经理");
    desk.session
        .decide_change(&change, step("approve"), "", None);
    assert_eq!(
        desk.value(&change, STATUS),
        Value::text(change_request::APPROVED.key)
    );
    assert_eq!(asks(&desk, &owner, &["assess_changes"]), None);
}

#[test]
fn a_decision_comes_back_on_its_day_to_whoever_took_it_until_it_is_said_to_hold() {
    let desk = lead();
    let me = desk.session.me().expect("the lead");
    let text = (decision::DECISION_TEXT.name, Value::text("上市价 399 元。"));
    let made = desk
        .session
        .add_rows(decision::KIND, None, None, &[vec![text]]);
    let record = made[0].clone();
    desk.set(&record, decision::APPROVER.name, me.write());
    desk.set(&record, STATUS, Value::text(decision::CONFIRMED.key));
    desk.set(
        &record,
        decision::REVISIT_ON.name,
        date("2026-03-03").write(),
    );
    let comes = |desk: &Desk, who: &RecordId, day: &str| {
        of(&items(desk, who, &[], day), |item| match item {
            Item::LookAgain(record) => Some(record.clone()),
            _ => None,
        })
    };
    assert_eq!(comes(&desk, &me, "2026-03-02"), None);
    assert_eq!(
        comes(&desk, &me, "2026-03-03"),
        Some((record.clone(), false))
    );
    let other = desk.person("陈专员");
    assert_eq!(comes(&desk, &other, "2026-03-03"), None);
    desk.browser.set_now("2026-03-03T10:00:00+08:00");
    let day = desk.session.holds_still(&record).expect("a day");
    assert_eq!(day, date("2026-06-01"), "in ninety days");
    assert_eq!(comes(&desk, &me, "2026-03-03"), None);
    assert_eq!(desk.session.holds_still(&record), None, "it is not its day");
}
