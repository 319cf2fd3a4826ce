//! What is learned: from a project to the library, and from there into other projects.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::begin::lessons::{KeptLesson, OfferedLesson, library, offered, taken_over};
use hepai::model::template::{CellType, STATUS};
use hepai::model::{RecordId, Value};
use hepai::templates::lesson::{self, times_used};
use hepai::templates::{agenda_item, charter, mechanism, meeting, member, task};

/// Two lessons of a project: one confirmed, one only noted.
fn learned(desk: &Desk) -> (RecordId, RecordId) {
    let add = |text: &str| {
        let fields = vec![
            (lesson::RECOMMENDATION.name, Value::text(text)),
            (lesson::KIND_OF.name, Value::text(lesson::AVOID.key)),
            (lesson::REUSE_AS.name, Value::text(lesson::TASK.key)),
        ];
        desk.session
            .add_rows(lesson::KIND, None, None, &[fields])
            .remove(0)
    };
    let confirmed = add("预算一批准就同时发起拨付申请");
    let noted = add("送检前完成预检");
    desk.step(&confirmed, "publish");
    (confirmed, noted)
}

fn shelf(seed: u64, of: &[KeptLesson]) -> Desk {
    let desk = empty(seed);
    desk.session.set_author(Some("周专员".to_owned()));
    desk.session.keep_lessons("经验库", of);
    desk
}

fn offers(shelf: &Desk, scenario: &str) -> Vec<OfferedLesson> {
    shelf.session.read(|log| offered(log, Some(scenario)))
}

#[test]
fn what_is_confirmed_goes_to_the_library_under_its_own_id() {
    let desk = lead();
    let (confirmed, _) = learned(&desk);
    let kept = desk.session.lessons_to_keep();
    let records: Vec<&RecordId> = kept.iter().map(|one| &one.record).collect();
    assert_eq!(records, [&confirmed], "not what is only noted");
    let shelf = shelf(5, &kept);
    assert_eq!(
        shelf.session.rows(lesson::KIND),
        std::slice::from_ref(&confirmed)
    );
    assert_eq!(
        shelf.value(&charter::record(), charter::PROJECT_NAME.name),
        Value::text("经验库")
    );
    assert_eq!(
        shelf.value(&confirmed, lesson::SOURCE.name),
        Value::text("A1 台灯上市")
    );
    assert_eq!(
        shelf.value(&confirmed, STATUS),
        Value::text(lesson::CONFIRMED.key)
    );
    let today = desk.session.now().date_naive();
    let year = today
        .checked_add_months(chrono::Months::new(12))
        .expect("a day");
    assert_eq!(
        shelf.value(&confirmed, lesson::EXPIRES_ON.name),
        year.write()
    );
    let before = shelf.changes().len();
    assert_eq!(shelf.session.keep_lessons("经验库", &kept), 0);
    assert_eq!(shelf.changes().len(), before, "again is no change");
    assert!(library().is_some());
}

#[test]
fn the_same_scenario_meets_them_and_what_is_ticked_becomes_a_task() {
    let desk = lead();
    learned(&desk);
    let shelf = shelf(5, &desk.session.lessons_to_keep());
    assert_eq!(offers(&shelf, charter::RESOURCE.key), []);
    let offers = offers(&shelf, charter::PROJECT.key);
    assert_eq!(offers.len(), 1);
    let new = lead();
    let before = new.session.rows(task::KIND).len();
    let made = new.session.adopt_lessons(&offers);
    assert_eq!(new.session.rows(task::KIND).len(), before + 1);
    assert_eq!(
        new.value(&made[0], task::TITLE.name),
        Value::text(offers[0].text.as_str())
    );
    assert_eq!(
        new.value(&made[0], task::FROM_LESSON.name),
        offers[0].lesson.record.write()
    );
    assert!(
        new.session.is_visible(&offers[0].lesson.record),
        "to be read there"
    );
    assert!(date("2026-01-01") < new.session.now().date_naive());
}

#[test]
fn an_agreement_goes_into_the_communication_rules_and_a_topic_into_the_first_meeting() {
    let desk = lead();
    learned(&desk);
    let shelf = shelf(5, &desk.session.lessons_to_keep());
    let one = offers(&shelf, charter::PROJECT.key).remove(0);
    let new = lead();
    let becomes = |choice: hepai::model::template::Choice| {
        let lesson = OfferedLesson {
            reuse_as: choice.key.to_owned(),
            ..one.clone()
        };
        let made = new.session.adopt_lessons(&[lesson]);
        made.iter()
            .map(|record| record.kind().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(becomes(lesson::RULE), ["ground_rule"]);
    assert_eq!(becomes(lesson::CHECKLIST), ["agenda_item"]);
    let fields = vec![(meeting::KIND_OF.name, Value::text(meeting::GATE.key))];
    let rules = mechanism::record();
    new.session
        .add_rows(meeting::KIND, Some(&rules), None, &[fields]);
    becomes(lesson::CHECKLIST);
    let last = new.session.rows(agenda_item::KIND).pop();
    let at = new
        .session
        .read(|log| log.parent_of(&last.expect("a topic")));
    assert_eq!(
        new.value(&at.expect("a meeting"), meeting::KIND_OF.name),
        Value::text(meeting::GATE.key),
        "at a gate, where there is one"
    );
    assert_eq!(becomes(lesson::RISK), ["risk"]);
    assert_eq!(becomes(lesson::READING), Vec::<String>::new());
}

#[test]
fn adopted_in_two_projects_it_was_used_twice_in_whatever_order_they_meet() {
    let desk = lead();
    let (confirmed, _) = learned(&desk);
    let kept = desk.session.lessons_to_keep();
    let (one, two) = (shelf(5, &kept), shelf(6, &[]));
    two.take(one.changes(), &RecordId::of("member/none"));
    let note = |desk: &Desk, project: &str, name: &str| {
        let project = project.parse().expect("an id");
        let lessons = std::slice::from_ref(&confirmed);
        desk.session.note_applied(lessons, project, name);
    };
    note(&one, "0123456789", "A2 台灯");
    note(&two, "ABCDEFGHJK", "A3 台灯");
    let (first, second) = (one.changes(), two.changes());
    one.take(second, &RecordId::of("member/none"));
    two.take(first, &RecordId::of("member/none"));
    let used = |desk: &Desk| {
        desk.session
            .read(|log| times_used(&hepai::model::template::Form::new(log, confirmed.clone())))
    };
    assert_eq!((used(&one), used(&two)), (2, 2));
    let bytes = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(bytes(&one), bytes(&two));
}

#[test]
fn whoever_keeps_lessons_is_on_the_list_of_the_library_once() {
    let shelf = empty(6);
    shelf.session.sign_on_list("周专员");
    let people = shelf.session.rows(member::KIND);
    assert_eq!(shelf.session.me().as_ref(), people.first());
    shelf.session.set_author(Some("周专员".to_owned()));
    shelf.session.sign_on_list("周专员");
    assert_eq!(
        shelf.session.rows(member::KIND),
        people,
        "known by the name"
    );
    assert_eq!(shelf.session.me().as_ref(), people.first());
}

#[test]
fn a_project_that_took_a_lesson_over_says_whether_it_helped_and_that_comes_first() {
    let desk = lead();
    let (first, second) = learned(&desk);
    desk.step(&second, "publish");
    let shelf = shelf(5, &desk.session.lessons_to_keep());
    assert_eq!(desk.session.read(taken_over), [], "its own are none");
    let next = empty(8);
    next.set(
        &charter::record(),
        charter::PROJECT_NAME.name,
        Value::text("B2 台灯"),
    );
    next.session.adopt_lessons(&offers(&shelf, "project"));
    assert_eq!(next.session.read(taken_over).len(), 2);
    let project = next.session.project();
    for desk in [&next, &shelf] {
        assert!(!desk.session.is_useful(&second, project));
        desk.session.note_useful(&second, project, "B2 台灯");
        assert!(desk.session.is_useful(&second, project));
    }
    let order: Vec<_> = offers(&shelf, "project")
        .into_iter()
        .map(|one| (one.lesson.record, one.useful))
        .collect();
    assert_eq!(order, [(second.clone(), 1), (first, 0)]);
    shelf.session.note_useful(&second, project, "B2 台灯");
    assert!(!shelf.session.is_useful(&second, project), "taken back");
}
