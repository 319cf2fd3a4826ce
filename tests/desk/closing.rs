//! The end of a project: what it still needs, who takes on what is left over, and that it is closed and opened again.

use crate::feedback::{as_lead, cards_of, closing, give};
use crate::people::{Desk, date, empty};
use hepai::analysis::standing::closing::{
    ClosingNeed, closing_lacks, closing_row, closing_rows, who_closes,
};
use hepai::analysis::standing::left_over::{LeftOver, left_over};
use hepai::analysis::{Item, Shortfall, StepCount, six_steps};
use hepai::model::template::{CellType, STATUS};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::templates::{
    action, charter, feedback, lesson, metric, open_item, resource_request, settings, suggestion,
    task,
};

/// What the project is not ready for.
fn needs(desk: &Desk) -> Vec<ClosingNeed> {
    let rows = desk.session.read(closing_rows);
    let open = rows.into_iter().filter(|row| !row.is_met);
    open.map(|row| row.need).collect()
}

/// What the gate says, a code each.
fn gate(desk: &Desk) -> Vec<&'static str> {
    let held = desk.session.closing_held();
    let code = |lack: &Shortfall| match lack {
        Shortfall::Rule(found) => found.rule.code,
        lack => lack.place().1.unwrap_or_default(),
    };
    held.lacks.iter().map(code).collect()
}

fn left(desk: &Desk) -> Vec<LeftOver> {
    desk.session.read(left_over)
}

pub(crate) fn finish_tasks(desk: &Desk) {
    for task in desk.session.rows(task::KIND) {
        desk.set(&task, STATUS, Value::text(task::DONE.key));
    }
}

/// A successor and a day.
fn hand_on(desk: &Desk, one: &LeftOver, person: &RecordId) {
    desk.session.begin_left_over(one);
    desk.set(&one.item, open_item::OWNER.name, person.write());
    desk.set(&one.item, open_item::DUE.name, date("2026-07-15").write());
}

/// The closing with all that it needs.
pub(crate) fn ready() -> Desk {
    let desk = closing();
    for row in 0..6 {
        give(&desk, row);
    }
    as_lead(&desk);
    finish_tasks(&desk);
    desk.session.show_feedback();
    for one in desk.session.rows(feedback::KIND) {
        desk.session
            .answer_improvement(&one, suggestion::ADOPTED, "");
    }
    let fields = vec![(
        lesson::RECOMMENDATION.name,
        Value::text("批准时同时发起拨付"),
    )];
    desk.session.add_rows(lesson::KIND, None, None, &[fields]);
    desk.session.finalise_report(Some("数据已齐"));
    desk
}

#[test]
fn the_gate_lists_what_is_missing_at_each_moment_and_nothing_else() {
    let desk = closing();
    as_lead(&desk);
    let open = [
        ClosingNeed::Tasks,
        ClosingNeed::Feedback,
        ClosingNeed::Suggestions,
        ClosingNeed::LeftOver,
        ClosingNeed::Report,
        ClosingNeed::Lessons,
    ];
    assert_eq!(needs(&desk), open);
    assert_eq!(
        gate(&desk),
        ["SUM-10", "SUM-11", "SUM-12", "SUM-01", "SUM-13", "SUM-02"]
    );
    finish_tasks(&desk);
    assert_eq!(gate(&desk), ["SUM-11", "SUM-12", "SUM-13", "SUM-02"]);
    for row in 0..6 {
        give(&desk, row);
    }
    as_lead(&desk);
    let one_silent = ["SUM-11", "SUM-12", "SUM-13", "SUM-02"];
    assert_eq!(gate(&desk), one_silent, "a department without anybody");
    desk.session.show_feedback();
    assert_eq!(
        gate(&desk),
        ["SUM-12", "SUM-13", "SUM-02"],
        "shown, but not answered"
    );
    for one in desk.session.rows(feedback::KIND) {
        desk.session
            .answer_improvement(&one, suggestion::ADOPTED, "");
    }
    assert_eq!(gate(&desk), ["SUM-13", "SUM-02"]);
    let rail = desk
        .session
        .read(|log| six_steps(log, desk.session.now())[5]);
    assert_eq!(rail, StepCount::Lacks(2), "the rail counts the same");
    assert_eq!(desk.session.read(closing_lacks), 2);
    assert!(desk.session.move_project(settings::CLOSE, None).is_empty());
    let ready = ready();
    assert_eq!((needs(&ready), gate(&ready)), (Vec::new(), Vec::new()));
    assert!(!ready.session.move_project(settings::CLOSE, None).is_empty());
    let rail = ready
        .session
        .read(|log| six_steps(log, ready.session.now())[5]);
    assert_eq!(rail, StepCount::Passed);
}

#[test]
fn a_metric_needs_its_value_and_where_it_was_missed_a_reason() {
    let desk = ready();
    let fields = vec![
        (metric::NAME.name, Value::text("首月销售额")),
        (metric::DIRECTION.name, Value::text(metric::AT_LEAST.key)),
        (metric::TARGET_VALUE.name, Value::text("500")),
    ];
    let goal = charter::record();
    let row = desk
        .session
        .add_rows(metric::KIND, Some(&goal), None, &[fields])
        .remove(0);
    assert_eq!(gate(&desk), ["SUM-03"]);
    desk.set(&row, metric::ACTUAL_VALUE.name, Value::text("486.3"));
    assert_eq!(gate(&desk), ["SUM-04"]);
    desk.set(&row, metric::EXPLANATION.name, Value::text("竞品降价"));
    assert_eq!(gate(&desk), Vec::<&str>::new());
}

#[test]
fn what_is_open_is_left_over_until_somebody_takes_it_on_by_a_day() {
    let desk = ready();
    let chen = desk.person("陈专员");
    let first = desk.session.rows(task::KIND)[0].clone();
    desk.set(&first, STATUS, Value::text(task::DOING.key));
    let fields = vec![(action::WHAT.name, Value::text("备两台样机"))];
    desk.session.add_rows(action::KIND, None, None, &[fields]);
    desk.session.add_left_over("外箱跌落标准修订");
    let all = left(&desk);
    let about: Vec<&str> = all
        .iter()
        .map(|one| one.about.as_ref().map_or("", RecordId::kind))
        .collect();
    assert_eq!(about, [task::KIND, action::KIND, ""]);
    assert_eq!(gate(&desk), ["SUM-10", "SUM-01"]);
    hand_on(&desk, &all[0], &chen);
    assert_eq!(
        gate(&desk),
        ["SUM-01"],
        "a task that is handed on is no open one"
    );
    for one in &all[1..] {
        hand_on(&desk, one, &chen);
    }
    assert_eq!(gate(&desk), Vec::<&str>::new());
    let task = desk
        .session
        .read(|log| closing_row(log, ClosingNeed::Tasks));
    let task = task.expect("a row");
    assert_eq!(task.all - task.done, 1, "it is not done either");

    // The successor answers on their own card; no is back with the lead.
    let card = |desk: &Desk| {
        let all = cards_of(desk, &chen, &[]).into_iter();
        let mut all = all.filter_map(|todo| match todo.item {
            Item::TakeOver(items) => Some(items.len()),
            _ => None,
        });
        all.next().unwrap_or_default()
    };
    assert_eq!(card(&desk), 3);
    desk.session.set_author(Some(chen.to_string()));
    desk.session
        .answer_takeover(&all[0].item, open_item::TAKEN, "");
    desk.session
        .answer_takeover(&all[1].item, open_item::DECLINED, "下月调岗");
    assert_eq!(card(&desk), 1);
    as_lead(&desk);
    assert_eq!(gate(&desk), ["SUM-01"]);
    // Somebody else is asked anew; what was answered stands for what it saw.
    hand_on(&desk, &all[1], &desk.person("李主管"));
    desk.set(
        &all[0].item,
        open_item::DUE.name,
        date("2026-08-03").write(),
    );
    assert_eq!(card(&desk), 2, "another day is another question");
}

#[test]
fn what_is_borrowed_comes_back_or_has_a_successor_but_where_resources_are_shared_it_comes_back() {
    let desk = ready();
    let lend = |sort: &str| {
        let fields = vec![
            (resource_request::TITLE.name, Value::text("培训教室")),
            (resource_request::RESOURCE_TYPE.name, Value::text(sort)),
            (STATUS, Value::text(resource_request::IN_USE.key)),
        ];
        desk.session
            .add_rows(resource_request::KIND, None, None, &[fields])
            .remove(0)
    };
    lend(resource_request::BUDGET.key);
    assert_eq!(needs(&desk), [], "money is used up");
    let room = lend("venue");
    assert_eq!(needs(&desk), [ClosingNeed::LeftOver, ClosingNeed::Borrowed]);
    hand_on(&desk, &left(&desk)[0], &desk.person("陈专员"));
    assert_eq!(needs(&desk), []);
    desk.set(
        &charter::record(),
        charter::SCENARIO.name,
        Value::text(charter::RESOURCE.key),
    );
    assert!(needs(&desk).contains(&ClosingNeed::Borrowed));
    desk.set(&room, STATUS, Value::text(resource_request::RETURNED.key));
    assert!(!needs(&desk).contains(&ClosingNeed::Borrowed));
}

#[test]
fn who_does_it_is_said_for_each_row() {
    let desk = closing();
    as_lead(&desk);
    let today = date("2026-06-02");
    let who = |need: ClosingNeed| {
        desk.session.read(|log| {
            let row = closing_row(log, need).expect("a row");
            who_closes(log, &row, today)
        })
    };
    let lead = desk.person("王经理");
    assert_eq!(who(ClosingNeed::Report), std::slice::from_ref(&lead));
    assert_eq!(who(ClosingNeed::LeftOver), [lead]);
    let silent = who(ClosingNeed::Feedback);
    assert!(silent.contains(&desk.person("陈专员")) && silent.len() == 6);
    assert!(!who(ClosingNeed::Tasks).is_empty());
}

#[test]
fn two_who_name_a_successor_for_one_thing_name_them_for_one() {
    let desk = ready();
    let lead = desk.person("王经理");
    let first = desk.session.rows(task::KIND)[0].clone();
    desk.set(&first, STATUS, Value::text(task::DOING.key));
    let other = empty(7);
    other.take(desk.changes(), &lead);
    other.session.set_author(Some(lead.to_string()));
    let one = left(&desk).remove(0);
    hand_on(&desk, &one, &desk.person("陈专员"));
    hand_on(&other, &one, &desk.person("李主管"));
    let (here, there) = (desk.changes(), other.changes());
    desk.take(there, &lead);
    other.take(here, &lead);
    let items = desk.session.rows(open_item::KIND);
    assert_eq!(items, std::slice::from_ref(&one.item));
    let key = FieldKey::of(open_item::OWNER.name);
    assert_eq!(desk.session.distinct(&one.item, &key).len(), 2);
    let bytes = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(bytes(&desk), bytes(&other));
}
