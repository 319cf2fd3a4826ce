//! Whoever objected is asked again when what they objected to changes.

use crate::answers::{asked, rep};
use crate::people::{Desk, date, empty};
use hepai::analysis::Answer;
use hepai::analysis::goal::answers::{goal_answer, objections};
use hepai::analysis::goal::dates::task_answer;
use hepai::analysis::inbox::asks::{asked_again, owing};
use hepai::analysis::inbox::todos::request;
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::templates::{charter, confirmation, department, task};

#[test]
fn whoever_objected_is_asked_again_when_the_goal_changes() {
    let (desk, me, own) = rep();
    let write = |who: &str, goal: &str| {
        desk.session.set_author(Some(desk.person(who).to_string()));
        let goal = Value::text(goal);
        desk.set(&charter::record(), charter::GOAL_STATEMENT.name, goal);
    };
    let object = |why: &str| {
        desk.session.set_author(Some(me.to_string()));
        desk.session
            .answer_goal(&own, confirmation::OBJECTION, why, None)
    };
    let to = [me.clone()];
    let owing = || {
        let read = |log: &hepai::model::Log| owing(log, &to, date("2026-02-27"));
        desk.session
            .read(read)
            .get(request::GOAL)
            .copied()
            .unwrap_or(0)
    };
    object("人手不够");
    assert_eq!(
        (asked(&desk, &me, request::GOAL), owing()),
        (Answer::Objected, 0)
    );
    write("王经理", "少做一件");
    let answer = desk.session.read(|log| goal_answer(log, &own));
    assert_eq!(answer, Answer::ObjectedBefore(1));
    assert_eq!((asked(&desk, &me, request::GOAL), owing()), (answer, 1));
    let count = || desk.session.read(|log| objections(log, &charter::record()));
    assert_eq!(count(), 0, "nobody objects to what stands there now");
    object("还是不够");
    assert_eq!(
        (asked(&desk, &me, request::GOAL), count()),
        (Answer::Objected, 1)
    );
    // The same words once more are an answer to what stands there now.
    write("王经理", "少做两件");
    object("还是不够");
    assert_eq!(asked(&desk, &me, request::GOAL), Answer::Objected);
}

#[test]
fn whoever_objected_to_their_duties_is_asked_again_when_these_change() {
    for is_written in [false, true] {
        let (desk, me, own) = rep();
        let write = |who: &str, duties: &str| {
            desk.session.set_author(Some(desk.person(who).to_string()));
            desk.set(&own, department::DUTIES.name, Value::text(duties));
        };
        if is_written {
            write("王经理", "装箱");
        }
        desk.session.set_author(Some(me.to_string()));
        desk.session.object_duties(&own, "请先写上");
        assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Objected);
        write("王经理", "包装");
        assert_eq!(
            asked(&desk, &me, request::DUTIES),
            Answer::ObjectedBefore(1)
        );
        desk.session.set_author(Some(me.to_string()));
        desk.session.object_duties(&own, "还少一条");
        assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Objected);
        write("王经理", "包装、验收");
        assert_eq!(
            asked(&desk, &me, request::DUTIES),
            Answer::ObjectedBefore(1)
        );
        desk.session.set_author(Some(me.to_string()));
        desk.session.confirm_duties(&own, None);
        assert_eq!(asked(&desk, &me, request::DUTIES), Answer::Agreed);
    }
}

#[test]
fn duties_that_were_changed_unseen_are_asked_again_whoever_was_later() {
    let (desk, me, own) = rep();
    let other = empty(4);
    other.take(desk.changes(), &me);
    let lead = desk.person("王经理");
    other.session.set_author(Some(lead.to_string()));
    other.set(&own, department::DUTIES.name, Value::text("包装"));
    // The objection is later by any clock, and was said of what stood here.
    desk.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("背景"),
    );
    desk.session.object_duties(&own, "请先写上");
    desk.session.object_duties(&own, "请写上");
    desk.take(other.changes(), &lead);
    assert_eq!(
        asked(&desk, &me, request::DUTIES),
        Answer::ObjectedBefore(1)
    );
}

#[test]
fn whoever_said_that_the_dates_are_fine_is_asked_again_when_they_move() {
    let (desk, me, _) = rep();
    let lead = desk.person("王经理");
    let own = tasks_of(&desk, &me);
    let (moved, kept) = (&own[0], &own[1..]);
    let set = |who: &RecordId, day: &str| {
        desk.session.set_author(Some(who.to_string()));
        desk.set(moved, task::CURRENT_END.name, Value::text(day));
    };
    let say = |answer: &str| {
        desk.session.set_author(Some(me.to_string()));
        desk.session.answer_tasks(&own, answer, None);
    };
    set(&lead, "2026-03-20");
    say(task::FINE.key);
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Agreed);
    let again = || {
        let me = [me.clone()];
        desk.session.read(|log| asked_again(log, &me))
    };
    assert!(again().is_empty());
    set(&lead, "2026-04-10");
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Outdated(1));
    assert_eq!(again(), [request::TASKS]);
    let of = |task: &RecordId| desk.session.read(|log| task_answer(log, task));
    assert!(
        kept.iter().all(|task| of(task) == Answer::Agreed),
        "only that one"
    );
    // Put back, it is what they saw.
    set(&lead, "2026-03-20");
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Agreed);
    set(&lead, "2026-04-12");
    say(task::FINE.key);
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Agreed);
    // What they move themselves they know.
    set(&me, "2026-04-11");
    assert_eq!(asked(&desk, &me, request::TASKS), Answer::Agreed);
}

#[test]
fn whoever_asked_for_another_date_is_asked_again_unless_it_was_given() {
    let (desk, me, _) = rep();
    let lead = desk.person("王经理");
    let own = tasks_of(&desk, &me);
    let answer = || desk.session.read(|log| task_answer(log, &own[0]));
    let set = |day: &str| {
        desk.session.set_author(Some(lead.to_string()));
        desk.set(&own[0], task::CURRENT_END.name, Value::text(day));
    };
    set("2026-03-20");
    desk.session.set_author(Some(me.to_string()));
    desk.session
        .adjust_task(&own[0], Value::text("2026-04-10"), "模具晚到");
    assert_eq!(answer(), Answer::Objected);
    set("2026-04-02");
    assert_eq!(answer(), Answer::ObjectedBefore(1));
    set("2026-04-10");
    assert_eq!(answer(), Answer::Objected, "as they asked");
}

/// Some tasks, which the lead gives to that person.
fn tasks_of(desk: &Desk, me: &RecordId) -> Vec<RecordId> {
    let mut all = desk.session.read(|log| log.rows(task::TASK.kind));
    all.truncate(3);
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    for one in &all {
        desk.set(one, task::OWNER.name, me.write());
    }
    let all_own = desk.session.read(|log| log.rows(task::TASK.kind));
    let is_mine = |one: &RecordId| desk.value(one, task::OWNER.name) == me.write();
    let own: Vec<RecordId> = all_own.into_iter().filter(is_mine).collect();
    assert!(own.len() > 1, "tasks of one's own");
    own
}
