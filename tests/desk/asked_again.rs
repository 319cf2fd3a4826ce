//! Whoever objected is asked again when what they objected to changes.

use crate::answers::{asked, rep};
use crate::people::{date, empty};
use hepai::analysis::Answer;
use hepai::analysis::goal::answers::{goal_answer, objections};
use hepai::analysis::inbox::asks::owing;
use hepai::analysis::inbox::todos::request;
use hepai::model::Value;
use hepai::templates::{charter, confirmation, department};

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
        let read = |log: &hepai::model::Log| owing(log, request::GOAL, &to, date("2026-02-27"));
        desk.session.read(read)
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
