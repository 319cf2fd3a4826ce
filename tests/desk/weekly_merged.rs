//! Two people at one weekly meeting: in either order their files make the same one.

use crate::people::{Desk, empty, moment};
use crate::weekly::{friday, held, typed};
use chrono::Days;
use hepai::analysis::inbox::weekly::HeldMeeting;
use hepai::analysis::inbox::weekly_agenda::{PointReason, weekly_agenda};
use hepai::exchange::{Envelope, Header, ProjectInfo, Scope, write};
use hepai::model::template::{Form, Lang, STATUS};
use hepai::model::{Change, Log, RecordId, Value};
use hepai::templates::{minutes, minutes_item, review, review_task};

/// The same person at a browser of their own, with everything the lead has.
fn colleague(of: &Desk, seed: u64, who: &RecordId) -> Desk {
    let desk = empty(seed);
    desk.take(of.changes(), who);
    desk.session.set_author(Some(who.to_string()));
    desk.browser.set_now("2026-03-13T10:00:00+08:00");
    desk
}

/// What a copy that took these in this order would write.
fn merged(files: &[&[Change]], by: &RecordId) -> (Desk, String) {
    let desk = empty(77);
    for changes in files {
        desk.take(changes.to_vec(), by);
    }
    let header = Header {
        app: String::new(),
        page: String::new(),
        project: ProjectInfo {
            id: desk.session.project(),
            name: String::new(),
        },
        scope: Scope::Whole,
        envelope: Envelope::default(),
        lang: Lang::Zh,
        current: None,
    };
    let text = desk.session.read(|log| write(log, &header));
    (desk, text)
}

/// Both of two colleagues at the meeting, and what comes of it in either order; the first desks go on being there, for
/// what is reactive of a desk ends with the desk before it.
fn both(
    act: impl Fn(&Desk, &RecordId),
    other: impl Fn(&Desk, &RecordId),
) -> ([Desk; 3], Desk, RecordId) {
    let (desk, me, task) = friday();
    let lead = desk.person("王经理");
    let (one, two) = (colleague(&desk, 5, &me), colleague(&desk, 6, &lead));
    act(&one, &task);
    other(&two, &task);
    let files = [one.changes(), two.changes()];
    let (here, text) = merged(&[&files[0], &files[1]], &me);
    let (_there, reversed) = merged(&[&files[1], &files[0]], &me);
    assert_eq!(text, reversed, "the same bytes");
    ([desk, one, two], here, task)
}

#[test]
fn two_who_open_one_meeting_make_one_minutes_with_the_lines_of_both() {
    let line = |desk: &Desk, text: &str| {
        desk.session.begin_meeting(&held(desk));
        typed(desk, None, text);
    };
    let (_first, here, _) = both(
        |desk, _| line(desk, "记一笔：甲说的"),
        |desk, _| line(desk, "记一笔：乙说的"),
    );
    let minutes = here.session.rows(minutes::KIND);
    assert_eq!(
        (minutes.len(), here.session.rows(review::KIND).len()),
        (1, 1)
    );
    let lines = here.session.rows_under(&minutes[0], minutes_item::KIND);
    assert_eq!(lines.len(), 2);
}

#[test]
fn two_causes_for_one_task_differ_there_and_hold_the_release_back_until_one_is_chosen() {
    let explain = |cause: &'static str| {
        move |desk: &Desk, task: &RecordId| {
            desk.session.explain_delay(&held(desk), task, cause, None);
        }
    };
    let (_first, here, task) = both(explain("resource"), explain("approval"));
    here.browser.set_now("2026-03-13T10:30:00+08:00");
    let meeting = held(&here);
    let rows = here.session.rows(review_task::KIND);
    assert_eq!(rows.len(), 1, "one row");
    assert_eq!(
        here.session.read(Log::conflict_count),
        1,
        "in that row alone"
    );
    assert_eq!(here.session.lacking_for_release(&meeting).len(), 1);
    here.session
        .explain_delay(&meeting, &task, "approval", None);
    assert_eq!(here.session.read(Log::conflict_count), 0);
    assert!(here.session.lacking_for_release(&meeting).is_empty());
}

#[test]
fn who_came_merges_person_by_person() {
    let here = |name: &'static str, how: &'static str| {
        move |desk: &Desk, _: &RecordId| {
            let person = desk.person(name);
            desk.session.attend(&held(desk), &[person], how);
        }
    };
    let (_first, desk, _) = both(here("李主管", "present"), here("赵主管", "小李"));
    let minutes = desk.session.rows(minutes::KIND);
    let came = desk.session.read(|log| {
        Form::new(log, minutes[0].clone())
            .elements(minutes::ATTENDANCE.name)
            .len()
    });
    assert_eq!((minutes.len(), came), (1, 2));
}

#[test]
fn released_on_two_copies_it_has_one_state_and_no_difference_but_what_the_other_did_not_know() {
    let release = |desk: &Desk, task: &RecordId| {
        let meeting = held(desk);
        desk.session.explain_delay(&meeting, task, "resource", None);
        desk.session.end_meeting(&meeting);
        desk.session.release_meeting(&meeting, None);
    };
    let (_first, here, _) = both(release, release);
    let review = &here.session.rows(review::KIND)[0];
    assert_eq!(here.value(review, STATUS), Value::text("published"));
}

#[test]
fn what_two_people_noted_of_one_thing_is_told_and_one_of_it_is_kept() {
    let note = |text: &'static str| {
        move |desk: &Desk, _: &RecordId| {
            desk.session.begin_meeting(&held(desk));
            typed(desk, None, text);
        }
    };
    let (_first, here, _) = both(
        note("记一笔：首批按 15,000 台排产"),
        note("记一笔：首批按 15,000台排产。"),
    );
    let minutes = &here.session.rows(minutes::KIND)[0];
    let lines = here.session.rows_under(minutes, minutes_item::KIND);
    let twice = |lines: &[RecordId]| -> Vec<bool> {
        here.session.read(|log| {
            let is_twice = |line: &RecordId| {
                minutes_item::said_before(&Form::new(log, line.clone())).is_some()
            };
            lines.iter().map(is_twice).collect()
        })
    };
    assert_eq!(twice(&lines), [false, true], "the later one says it again");
    here.session.take_line_back(&lines[1]);
    let lines = here.session.rows_under(minutes, minutes_item::KIND);
    assert_eq!(twice(&lines), [false]);
}

#[test]
fn a_line_added_on_a_copy_that_had_not_seen_the_release_goes_in_or_to_the_next_meeting() {
    let release = |desk: &Desk, task: &RecordId| {
        let meeting = held(desk);
        desk.session.explain_delay(&meeting, task, "resource", None);
        desk.session.end_meeting(&meeting);
        desk.session.release_meeting(&meeting, None);
    };
    let add = |desk: &Desk, _: &RecordId| {
        desk.session.begin_meeting(&held(desk));
        typed(desk, None, "记一笔：包装文案一起改");
    };
    let (_first, here, _) = both(release, add);
    let minutes = here.session.rows(minutes::KIND)[0].clone();
    let meeting = here
        .session
        .read(|log| HeldMeeting::of_minutes(log, &minutes))
        .expect("a meeting");
    assert_eq!(here.session.lines_added(&meeting).len(), 1);
    here.session.put_off_lines(&meeting);
    assert_eq!(here.session.lines_added(&meeting).len(), 0);
    assert!(
        here.session
            .rows_under(&minutes, minutes_item::KIND)
            .is_empty()
    );
    let next = here.session.read(|log| {
        let day = meeting.day + Days::new(7);
        let held = HeldMeeting::on(log, &meeting.meeting, day).expect("the next one");
        weekly_agenda(log, &held, moment("2026-03-20T09:00"))
    });
    let topics: Vec<PointReason> = next.part("").map(|point| point.reason.clone()).collect();
    assert_eq!(topics, [PointReason::Topic(true)], "put off from last week");
}
