//! What a step of a case found stands on the sheet of its issue, too: nobody types it twice.

use crate::joint::{begun, finish};
use hepai::model::Value;
use hepai::templates::{case, issue};

#[test]
fn what_a_step_found_is_not_typed_again_on_the_sheet_of_the_issue() {
    let (desk, issue) = begun();
    let record = case::of(&issue).expect("a case");
    desk.session.begin_case(&issue);
    let says = |key: &str| desk.value(&issue, key);
    desk.set(&record, case::CONTAINMENT.name, Value::text("停发散件"));
    assert_eq!(says(issue::INTERIM_MEASURE.name), Value::Null);
    finish(&desk, &issue, "containment");
    assert_eq!(says(issue::INTERIM_MEASURE.name), Value::text("停发散件"));
    for (why, text) in case::WHYS.into_iter().zip(["箱角破损", "纸板太薄"]) {
        desk.set(&record, why.name, Value::text(text));
    }
    finish(&desk, &issue, "cause");
    assert_eq!(says(issue::ROOT_CAUSE.name), Value::text("纸板太薄"));
    desk.session.note_case_action(&issue, "换五层纸箱");
    desk.set(&record, case::VERIFY_RESULT.name, Value::text("破损 0 起"));
    finish(&desk, &issue, "verification");
    let solved = Value::text("换五层纸箱\n破损 0 起");
    assert_eq!(says(issue::RESOLUTION.name), solved);
    // What a step that is not done after all said goes with it, and comes anew.
    let cause = case::step("cause").expect("a step");
    desk.session.reopen_case_step(&issue, cause);
    assert_eq!(says(issue::ROOT_CAUSE.name), Value::Null);
    desk.set(&record, case::WHYS[2].name, Value::text("没有跌落试验"));
    finish(&desk, &issue, "cause");
    assert_eq!(says(issue::ROOT_CAUSE.name), Value::text("没有跌落试验"));
    // What somebody wrote there stays.
    desk.set(
        &issue,
        issue::PREVENT_ACTION.name,
        Value::text("改包装规范"),
    );
    let updates = Value::text("包装规范 3.2");
    desk.set(&record, case::STANDARD_UPDATES.name, updates);
    finish(&desk, &issue, "prevention");
    assert_eq!(says(issue::PREVENT_ACTION.name), Value::text("改包装规范"));
}
