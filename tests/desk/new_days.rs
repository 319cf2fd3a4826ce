//! A new date agreed on in the meeting is not lost at its release: it goes into the plan, or becomes a change request;
//! and what was refused is put back by the lead.

use crate::people::{Desk, date};
use crate::plan_changes::{act, asked, step, submit};
use crate::weekly::{friday, held, talked};
use hepai::model::template::{CellType, Form, STATUS};
use hepai::model::{RecordId, Value};
use hepai::state::NewDayFate;
use hepai::templates::{change_item, change_request, milestone, review_task, task};
use hepai::ui::letter::causes;

const END: &str = task::CURRENT_END.name;

/// The meeting held, its cause given and `day` agreed on for the late task.
fn agreed(day: &str) -> (Desk, RecordId) {
    let (desk, task) = talked();
    for record in desk.session.rows(milestone::KIND) {
        desk.session.delete(&record);
    }
    desk.set(&task, task::BASELINE_START.name, date("2026-03-02").write());
    desk.set(&task, task::BASELINE_END.name, date("2026-03-12").write());
    let meeting = held(&desk);
    desk.session
        .explain_delay(&meeting, &task, "approval", None);
    desk.session.agree_new_day(&meeting, &task, Some(date(day)));
    (desk, task)
}

fn fate(desk: &Desk) -> NewDayFate {
    let days = desk.session.new_days(&held(desk));
    days.into_iter().next().expect("a new date").fate
}

#[test]
fn a_new_date_within_the_tolerance_is_written_into_the_plan_at_the_release() {
    let (desk, task) = agreed("2026-03-14");
    assert_eq!(
        desk.value(&task, END),
        date("2026-03-12").write(),
        "not before"
    );
    assert!(matches!(fate(&desk), NewDayFate::Written(_)));
    let meeting = held(&desk);
    assert!(!desk.session.release_meeting(&meeting, None).is_empty());
    assert_eq!(
        desk.value(&task, END),
        date("2026-03-16").write(),
        "a rest day is the working day after it"
    );
    assert!(desk.session.rows(change_request::KIND).is_empty());
    let said = desk.session.read(|log| {
        let minutes = Form::new(log, meeting.minutes.clone());
        causes(&meeting, &minutes, hepai::model::template::Lang::Zh).concat()
    });
    assert!(said.contains("新日期 03-16"), "{said}");
}

#[test]
fn a_new_date_before_the_first_day_takes_the_whole_task_along() {
    let (desk, task) = agreed("2026-03-11");
    let start = task::CURRENT_START.name;
    desk.set(&task, STATUS, Value::text(task::TODO.key));
    desk.set(&task, task::ACTUAL_START.name, Value::Null);
    desk.set(&task, start, date("2026-03-12").write());
    let meeting = held(&desk);
    assert!(matches!(fate(&desk), NewDayFate::Written(_)));
    desk.session.release_meeting(&meeting, None);
    assert_eq!(desk.value(&task, END), date("2026-03-11").write());
    assert_eq!(desk.value(&task, start), date("2026-03-11").write());
}

#[test]
fn small_moves_in_a_row_do_not_add_up_to_a_large_one_that_nobody_approved() {
    let (desk, task) = agreed("2026-03-16");
    assert!(matches!(fate(&desk), NewDayFate::Written(_)));
    desk.set(&task, END, date("2026-03-13").write());
    let meeting = held(&desk);
    desk.session
        .agree_new_day(&meeting, &task, Some(date("2026-03-17")));
    assert!(
        matches!(fate(&desk), NewDayFate::Requested(_)),
        "two days from the plan, three from the original one"
    );
}

#[test]
fn a_new_date_that_somebody_has_to_approve_becomes_a_request_and_the_plan_stays() {
    let (desk, task) = agreed("2026-03-26");
    assert!(matches!(fate(&desk), NewDayFate::Requested(_)));
    let meeting = held(&desk);
    desk.session.release_meeting(&meeting, None);
    assert_eq!(desk.value(&task, END), date("2026-03-12").write());
    let [made] = &*desk.session.rows(change_request::KIND) else {
        panic!("one request");
    };
    let items = desk.session.rows_under(made, change_item::KIND);
    let after: Vec<Value> = items
        .iter()
        .map(|item| desk.value(item, change_item::AFTER.name))
        .collect();
    assert!(after.contains(&Value::text("2026-03-26")), "{after:?}");
    assert_eq!(
        desk.value(made, change_request::REASON_CODE.name),
        Value::text("approval")
    );
    assert_ne!(
        desk.value(made, STATUS),
        Value::text(change_request::WAITING.key),
        "nobody has said what happens if nothing changes"
    );
    assert!(matches!(fate_of(&desk, &meeting), NewDayFate::Known(_)));
}

fn fate_of(desk: &Desk, meeting: &hepai::analysis::inbox::weekly::HeldMeeting) -> NewDayFate {
    let days = desk.session.new_days(meeting);
    days.into_iter().next().expect("a new date").fate
}

#[test]
fn with_what_happens_if_nothing_changes_the_request_is_handed_in_at_once() {
    let (desk, task) = agreed("2026-03-26");
    let meeting = held(&desk);
    desk.session.say_if_not(&meeting, &task, "整批报废");
    desk.session.release_meeting(&meeting, None);
    let made = &desk.session.rows(change_request::KIND)[0];
    assert_eq!(
        desk.value(made, STATUS),
        Value::text(change_request::WAITING.key)
    );
    let owner = desk.value(&task, task::OWNER.name);
    assert_eq!(desk.value(made, change_request::REQUESTED_BY.name), owner);
}

#[test]
fn a_date_that_is_taken_away_again_does_nothing() {
    let (desk, task) = agreed("2026-03-16");
    desk.session.agree_new_day(&held(&desk), &task, None);
    assert!(desk.session.new_days(&held(&desk)).is_empty());
    desk.session.release_meeting(&held(&desk), None);
    assert_eq!(desk.value(&task, END), date("2026-03-12").write());
}

#[test]
fn a_date_alone_is_no_cause() {
    let (desk, _, task) = friday();
    let meeting = held(&desk);
    desk.session
        .agree_new_day(&meeting, &task, Some(date("2026-03-16")));
    let review = meeting.review.clone().expect("a review");
    let row = review_task::record_of(&review, &task).expect("a row");
    assert!(desk.value(&row, review_task::DELAY_CAUSE.name).is_empty());
    let lacks = desk.session.lacking_for_release(&meeting);
    assert!(!lacks.is_empty(), "the cause is still asked for");
}

#[test]
fn after_a_refusal_the_lead_puts_back_what_the_plan_still_says_in_one_act() {
    let (desk, task, record) = asked("2026-05-08");
    submit(&desk, &record);
    act(&desk, "王经理");
    // Approved on one copy, refused on the other, and the refusal was chosen: the date stands in the plan.
    desk.set(&task, END, date("2026-05-08").write());
    desk.session
        .decide_change(&record, step("refuse"), "来得及", None);
    assert_eq!(desk.value(&task, END), date("2026-05-08").write());
    act(&desk, "陈专员");
    assert!(
        desk.session.take_change_back(&record).is_empty(),
        "the lead's"
    );
    act(&desk, "王经理");
    assert_eq!(desk.session.take_change_back(&record).len(), 1);
    assert_eq!(desk.value(&task, END), date("2026-04-30").write());
    assert!(desk.session.take_change_back(&record).is_empty());
    desk.session.undo();
    assert_eq!(desk.value(&task, END), date("2026-05-08").write());
}

#[test]
fn what_was_moved_otherwise_since_stays_after_a_refusal() {
    let (desk, task, record) = asked("2026-05-08");
    submit(&desk, &record);
    act(&desk, "王经理");
    desk.set(&task, END, date("2026-05-06").write());
    desk.session
        .decide_change(&record, step("refuse"), "来得及", None);
    assert!(desk.session.take_change_back(&record).is_empty());
    assert_eq!(desk.value(&task, END), date("2026-05-06").write());
}
