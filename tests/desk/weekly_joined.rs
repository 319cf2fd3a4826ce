//! 并成一份: two weekly meetings of one week, written apart, become one.

use crate::people::date;
use crate::weekly::{friday, held, typed};
use hepai::analysis::inbox::weekly::{HeldMeeting, doubled};
use hepai::model::Value;
use hepai::model::template::Form;
use hepai::templates::{minutes, minutes_item, review, review_task};

#[test]
fn two_minutes_of_one_week_become_one_with_all_lines_causes_and_people() {
    let (desk, me, task) = friday();
    desk.session.begin_meeting(&held(&desk));
    typed(&desk, None, "记一笔：甲说的");
    typed(&desk, None, "记一笔：乙说的");
    let first = held(&desk);
    let both = |held: &HeldMeeting| desk.session.read(|log| doubled(log, held));
    assert_eq!(both(&first), None, "one a week is no finding");
    // The meeting was moved on another copy: the same week, another day.
    let thursday = desk
        .session
        .read(|log| HeldMeeting::on(log, &first.meeting, date("2026-03-12")))
        .expect("a meeting");
    desk.session.begin_meeting(&thursday);
    let ground = desk.session.line_ground(&thursday);
    let said = desk
        .session
        .read_line(&ground, None, "行动项：周专员 备样机 03-16");
    desk.session.note_line(&thursday, None, &said);
    desk.session
        .attend(&thursday, std::slice::from_ref(&me), minutes::PRESENT.key);
    desk.session
        .explain_delay(&thursday, &task, "resource", None);
    let (keep, other) = both(&first).expect("two of one week");
    assert_eq!(
        (&keep.minutes, &other.minutes),
        (&first.minutes, &thursday.minutes)
    );
    assert_eq!(
        both(&thursday).map(|(keep, _)| keep.minutes),
        Some(first.minutes.clone())
    );
    desk.session.join_minutes(&keep, &other);
    assert_eq!(
        desk.session.rows(minutes::KIND),
        std::slice::from_ref(&first.minutes)
    );
    assert_eq!(desk.session.rows(review::KIND).len(), 1);
    let lines = desk.session.rows_under(&first.minutes, minutes_item::KIND);
    assert_eq!(lines.len(), 3, "the line of Thursday with its action, too");
    let review = first.review.expect("a review");
    let cause = review_task::record_of(&review, &task).expect("a row");
    assert_eq!(
        desk.value(&cause, review_task::DELAY_CAUSE.name),
        Value::text("resource")
    );
    let came = desk
        .session
        .read(|log| Form::new(log, first.minutes.clone()).elements(minutes::ATTENDANCE.name));
    assert_eq!(came.len(), 1);
}
