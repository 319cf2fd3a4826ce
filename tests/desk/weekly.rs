//! The weekly meeting: what its agenda finds, what is noted in it, what releasing keeps.

use crate::people::{Desk, date, moment};
use crate::progress::{note, running};
use hepai::analysis::inbox::weekly::{HeldMeeting, MeetingState, meeting_at_hand, past_meetings};
use hepai::analysis::inbox::weekly_agenda::{PointReason, WeeklyAgenda, weekly_agenda};
use hepai::model::template::{CellType, Lang, STATUS};
use hepai::model::{FieldKey, Log, RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{action, agenda_item, minutes_item, review, risk, task};
use hepai::ui::letter::{point_said, results};

/// 陈专员's task that is one working day late on the Friday of the meeting.
pub(crate) fn friday() -> (Desk, RecordId, RecordId) {
    let (desk, me, task) = running();
    for other in desk.session.rows(task::KIND) {
        if other != task {
            desk.set(&other, task::CURRENT_START.name, date("2026-06-01").write());
            desk.set(&other, task::CURRENT_END.name, date("2026-06-30").write());
        }
    }
    desk.set(&task, task::CURRENT_END.name, date("2026-03-12").write());
    desk.browser.set_now("2026-03-13T10:00:00+08:00");
    (desk, me, task)
}

pub(crate) fn held(desk: &Desk) -> HeldMeeting {
    let found = desk
        .session
        .read(|log| meeting_at_hand(log, date("2026-03-13")));
    found.expect("the preset has a regular meeting")
}

fn agenda(desk: &Desk) -> WeeklyAgenda {
    let held = held(desk);
    desk.session
        .read(|log| weekly_agenda(log, &held, moment("2026-03-13T10:00")))
}

/// The reasons of a part, in words.
fn said(desk: &Desk, part: &str) -> Vec<String> {
    let agenda = agenda(desk);
    agenda
        .part(part)
        .map(|point| point_said(point, Lang::Zh))
        .collect()
}

pub(crate) fn typed(desk: &Desk, about: Option<&RecordId>, line: &str) -> RecordId {
    let held = held(desk);
    let ground = desk.session.line_ground(&held);
    let said = desk.session.read_line(&ground, about, line);
    let made = desk.session.note_line(&held, about, &said);
    made.expect("a line")
}

#[test]
fn the_agenda_stands_before_anybody_does_anything() {
    let (desk, ..) = friday();
    let held = held(&desk);
    assert_eq!(
        (held.day, held.state),
        (date("2026-03-13"), MeetingState::Ahead)
    );
    assert!(
        !desk.session.is_visible(&held.minutes),
        "nothing is written yet"
    );
    assert_eq!(
        said(&desk, agenda_item::PROGRESS.key),
        ["逾期 1 个工作日、缺原因"]
    );
}

#[test]
fn what_an_owner_answers_is_on_the_agenda_by_itself() {
    let (desk, me, task) = friday();
    desk.set(&task, task::CURRENT_END.name, date("2026-04-30").write());
    assert_eq!(
        said(&desk, agenda_item::PROGRESS.key),
        ["14 天没有更新"],
        "nobody has answered yet"
    );
    desk.session.set_author(Some(me.to_string()));
    desk.session
        .note_progress(&task, &note(40, "off_track", "等图"));
    assert_eq!(said(&desk, agenda_item::PROGRESS.key), ["会延期"]);
    desk.session
        .note_progress(&task, &note(45, "at_risk", "图来了"));
    assert_eq!(said(&desk, agenda_item::PROGRESS.key), ["有风险"]);
    desk.session.note_progress(&task, &note(50, "on_track", ""));
    assert_eq!(said(&desk, agenda_item::PROGRESS.key), Vec::<String>::new());
}

#[test]
fn a_typed_line_is_a_line_and_the_record_it_becomes_in_one_act() {
    let (desk, _, task) = friday();
    let line = typed(&desk, Some(&task), "李主管 取补测报告 3-16");
    let became = desk.value(&line, minutes_item::BECAME.name);
    let became = RecordId::read(&became).expect("an action");
    assert_eq!(
        desk.value(&became, action::WHAT.name),
        Value::text("取补测报告")
    );
    assert_eq!(
        desk.value(&became, action::OWNER.name),
        desk.person("李主管").write()
    );
    assert_eq!(
        desk.value(&became, action::DUE.name),
        date("2026-03-16").write()
    );
    assert_eq!(desk.value(&became, action::LINKED_TASK.name), task.write());
    let undone = desk.session.undo();
    assert!(undone.written > 0 && !desk.session.is_visible(&became));
    assert!(!desk.session.is_visible(&line));
    let risky = typed(&desk, None, "风险：模块缺货");
    let risky = RecordId::read(&desk.value(&risky, minutes_item::BECAME.name)).expect("a risk");
    assert_eq!(risky.kind(), risk::KIND);
    let bright = typed(&desk, None, "亮点：演练做得好");
    assert!(desk.value(&bright, minutes_item::BECAME.name).is_empty());
}

#[test]
fn a_line_is_taken_back_with_what_it_became_and_can_be_typed_again() {
    let (desk, ..) = friday();
    let line = typed(&desk, None, "风险：模块缺货");
    let became = RecordId::read(&desk.value(&line, minutes_item::BECAME.name)).expect("a risk");
    let text = desk.session.take_line_back(&line);
    assert_eq!(text.as_deref(), Some("风险：模块缺货"));
    assert!(!desk.session.is_visible(&line) && !desk.session.is_visible(&became));
}

/// Begun, ended, with two actions and the cause.
pub(crate) fn talked() -> (Desk, RecordId) {
    let (desk, _, task) = friday();
    desk.session.begin_meeting(&held(&desk));
    typed(&desk, Some(&task), "李主管 取补测报告 3-16");
    typed(&desk, None, "决定：价格 399");
    desk.session.end_meeting(&held(&desk));
    (desk, task)
}

#[test]
fn it_cannot_be_released_without_a_cause_for_what_is_late_or_an_owner_for_an_action() {
    let (desk, task) = talked();
    let meeting = held(&desk);
    assert_eq!(meeting.state, MeetingState::Held);
    let lacking = |desk: &Desk| desk.session.lacking_for_release(&meeting).len();
    assert_eq!(lacking(&desk), 1, "the cause");
    assert!(desk.session.release_meeting(&meeting, None).is_empty());
    desk.session
        .explain_delay(&meeting, &task, "third_party", None);
    assert_eq!(lacking(&desk), 0);
    let line = typed(&desk, None, "行动项：订会议室");
    assert_eq!(lacking(&desk), 1, "nobody does it");
    desk.session.take_line_back(&line);
    assert!(!desk.session.release_meeting(&meeting, None).is_empty());
}

#[test]
fn released_figures_stay_and_what_changes_afterwards_differs_at_the_state() {
    let (desk, task) = talked();
    let meeting = held(&desk);
    let review = meeting.review.clone().expect("a regular meeting");
    desk.session
        .explain_delay(&meeting, &task, "third_party", None);
    let lead = desk.person("王经理");
    let behalf = Behalf {
        member: lead,
        basis: "03-13 会上同意".to_owned(),
    };
    desk.session.release_meeting(&meeting, Some(&behalf));
    assert_eq!(desk.value(&meeting.minutes, STATUS), Value::text("sent"));
    assert_eq!(desk.value(&review, STATUS), Value::text("published"));
    assert_eq!(
        desk.session.read(Log::conflict_count),
        0,
        "it names all it covers"
    );
    let overdue = desk.value(&review, review::OVERDUE.name);
    assert_eq!(overdue, Value::int(1));
    desk.set(&task, task::CURRENT_END.name, date("2026-04-30").write());
    assert_eq!(desk.value(&review, review::OVERDUE.name), overdue, "fixed");
    let past = desk.session.read(past_meetings);
    assert_eq!(past.len(), 1);
    desk.session.add_rows(
        minutes_item::KIND,
        Some(&meeting.minutes),
        None,
        &[vec![(minutes_item::TEXT.name, Value::text("还有一件"))]],
    );
    let status = FieldKey::of(STATUS);
    let differs = |desk: &Desk| {
        desk.session
            .read(|log| log.contradictions(&meeting.minutes, &status).len())
    };
    assert!(differs(&desk) > 0, "a line after the release is seen");
    desk.session.release_again(&meeting);
    assert_eq!(differs(&desk), 0);
}

#[test]
fn next_week_opens_with_the_actions_of_this_one() {
    let (desk, task) = talked();
    let meeting = held(&desk);
    desk.session
        .explain_delay(&meeting, &task, "third_party", None);
    assert_eq!(
        said(&desk, agenda_item::ACTIONS.key),
        Vec::<String>::new(),
        "not its own"
    );
    desk.session.release_meeting(&meeting, None);
    let next = desk
        .session
        .read(|log| meeting_at_hand(log, date("2026-03-16")));
    let next = next.expect("the next Friday");
    assert_eq!(next.day, date("2026-03-20"));
    let agenda = desk
        .session
        .read(|log| weekly_agenda(log, &next, moment("2026-03-20T10:00")));
    let reasons: Vec<&PointReason> = agenda
        .part(agenda_item::ACTIONS.key)
        .map(|point| &point.reason)
        .collect();
    assert_eq!(reasons, [&PointReason::ActionOpen(4)]);
}

#[test]
fn the_mail_says_every_line_that_was_typed() {
    let (desk, task) = talked();
    let meeting = held(&desk);
    typed(&desk, None, "亮点：演练做得好");
    typed(&desk, Some(&task), "风险：模块缺货");
    desk.session
        .explain_delay(&meeting, &task, "third_party", None);
    desk.session.sum_up(&meeting, "上市日不变");
    desk.session.release_meeting(&meeting, None);
    let text = desk
        .session
        .read(|log| results(log, &meeting.minutes, date("2026-03-13"), Lang::Zh))
        .join("\n");
    for line in [
        "取补测报告 李主管 03-16",
        "价格 399",
        "演练做得好",
        "模块缺货",
        "上市日不变",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
    assert!(text.contains("外部供应商/第三方"), "{text}");
}

#[test]
fn a_topic_that_was_not_talked_of_comes_back_next_week() {
    let (desk, _, task) = friday();
    let meeting = held(&desk);
    desk.session.propose_topic(&meeting, "守不守上市日");
    typed(&desk, None, "以后：要不要换供应商");
    let topics = |agenda: &WeeklyAgenda| {
        let topics = agenda
            .part("")
            .map(|point| point.reason == PointReason::Topic(true));
        topics.collect::<Vec<_>>()
    };
    assert_eq!(
        topics(&agenda(&desk)),
        [false],
        "what is put off is for another week"
    );
    desk.session
        .explain_delay(&meeting, &task, "resource", None);
    desk.session.end_meeting(&meeting);
    desk.session.release_meeting(&meeting, None);
    let next = desk
        .session
        .read(|log| meeting_at_hand(log, date("2026-03-16")));
    let next = next.expect("the next Friday");
    let agenda = desk
        .session
        .read(|log| weekly_agenda(log, &next, moment("2026-03-20T10:00")));
    assert_eq!(topics(&agenda), [true, true]);
}
