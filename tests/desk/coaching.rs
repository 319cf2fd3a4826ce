//! What the coach says beside a text, and that it holds its tongue once somebody says that the words are fine.

use crate::people::lead;
use hepai::analysis::goal::coach::LeftOpen;
use hepai::model::Value;
use hepai::model::template::Lang;
use hepai::templates::{action, charter, task};

#[test]
fn a_loose_action_is_told_of_until_its_words_are_fine_or_others() {
    let desk = lead();
    let fields = vec![(action::WHAT.name, Value::text("尽快跟进"))];
    let made = desk
        .session
        .add_rows(action::KIND, None, None, &[fields])
        .remove(0);
    let told =
        |desk: &crate::people::Desk| desk.session.coaching(&made, action::WHAT.name, Lang::Zh);
    let coaching = told(&desk).expect("advice");
    assert_eq!(coaching.advice.loose, ["尽快", "跟进"]);
    assert_eq!(coaching.frame, "＿月＿日前，由＿部＿＿（人）跟进，从＿到＿");
    desk.session.leave_as_it_is(&made, action::WHAT.name);
    assert_eq!(told(&desk), None, "these words are fine");
    desk.set(&made, action::WHAT.name, Value::text("尽快跟进合同"));
    assert!(told(&desk).is_some(), "others are looked at anew");
    desk.set(&made, action::WHAT.name, Value::text("取补测报告"));
    assert_eq!(told(&desk), None);
    assert_eq!(
        desk.session.coaching(&made, action::OWNER.name, Lang::Zh),
        None
    );
}

#[test]
fn the_frame_takes_the_place_of_the_words_in_one_step() {
    let desk = lead();
    let goal = charter::record();
    let key = charter::GOAL_STATEMENT.name;
    desk.set(&goal, key, Value::text("年底前完成系统升级"));
    let coaching = desk.session.coaching(&goal, key, Lang::Zh).expect("advice");
    assert_eq!(coaching.advice.open, [LeftOpen::Number]);
    desk.session.take_frame(&goal, key, Lang::Zh);
    assert_eq!(
        desk.value(&goal, key),
        Value::text("年底前完成系统升级，从＿到＿")
    );
    desk.session.undo();
    assert_eq!(desk.value(&goal, key), Value::text("年底前完成系统升级"));
}

#[test]
fn tasks_that_a_project_begins_with_are_left_alone() {
    let desk = lead();
    for row in desk.session.rows(task::KIND) {
        let told = desk.session.coaching(&row, task::TITLE.name, Lang::Zh);
        assert_eq!(told, None, "{:?}", desk.value(&row, task::TITLE.name));
    }
}
