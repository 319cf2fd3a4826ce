//! What to do next, the most urgent first.

use crate::differences::{differing, goal};
use crate::people::{Desk, empty, lead, moment};
use hepai::analysis::inbox::advice::{Advice, Counted, advice};
use hepai::analysis::inbox::agenda::next_meeting;
use hepai::model::Value;
use hepai::templates::{charter, meeting};

fn next(desk: &Desk, counted: &Counted) -> Vec<Advice> {
    let todos = desk.session.todos();
    let now = moment("2026-03-03T09:00");
    desk.session.read(|log| advice(log, now, counted, &todos))
}

#[test]
fn an_empty_project_wants_its_goal_then_people_then_a_plan() {
    let desk = empty(1);
    assert_eq!(
        next(&desk, &Counted::default()),
        [Advice::Goal, Advice::People, Advice::Plan]
    );
    desk.set(
        &charter::record(),
        charter::GOAL_STATEMENT.name,
        Value::text("上市"),
    );
    assert_eq!(
        next(&desk, &Counted::default()),
        [Advice::People, Advice::Plan]
    );
}

#[test]
fn where_nothing_else_is_to_do_one_looks_for_files() {
    assert_eq!(next(&lead(), &Counted::default()), [Advice::Receive]);
}

#[test]
fn what_has_come_goes_before_what_waits_and_that_before_what_is_to_be_sent() {
    let counted = Counted {
        files: 2,
        coming: 3,
        deciding: 0,
        todo: 4,
        findings: 5,
        unsent: 6,
        ..Counted::default()
    };
    assert_eq!(
        next(&lead(), &counted),
        [
            Advice::Look(2),
            Advice::Settle(3),
            Advice::Todo(4),
            Advice::Send(6),
            Advice::Checks(5)
        ]
    );
}

#[test]
fn a_difference_is_told_once_though_it_waits_for_the_lead_too() {
    let desk = differing(&goal().record, charter::BACKGROUND.name, "甲", "乙");
    let counted = Counted {
        todo: 1,
        ..Counted::default()
    };
    assert_eq!(next(&desk, &counted), [Advice::Settle(1)]);
    let more = Counted {
        coming: 2,
        todo: 3,
        ..Counted::default()
    };
    assert_eq!(
        next(&desk, &more),
        [Advice::Settle(2), Advice::Todo(2)],
        "what the files bring, where that is more"
    );
}

#[test]
fn what_is_on_the_agenda_waits_for_the_meeting() {
    let desk = differing(&goal().record, charter::BACKGROUND.name, "甲", "乙");
    let titled = [(goal(), "定一下：背景".to_owned())];
    desk.session.put_on_agenda(&titled);
    let counted = Counted {
        todo: 1,
        ..Counted::default()
    };
    let friday = desk
        .session
        .read(|log| next_meeting(log, moment("2026-03-03T09:00")));
    assert!(friday.is_some());
    assert_eq!(next(&desk, &counted), [Advice::Agenda(1, friday)]);
    for meeting in desk.session.rows(meeting::MEETING.kind) {
        desk.session.delete(&meeting);
    }
    desk.session.put_on_agenda(&titled);
    assert_eq!(
        next(&desk, &counted),
        [Advice::Agenda(1, None)],
        "for any meeting, where none is arranged"
    );
}

#[test]
fn on_the_day_of_the_meeting_who_runs_it_opens_it_and_then_releases_it() {
    let (desk, ..) = crate::weekly::friday();
    let at = |desk: &Desk, counted: &Counted| {
        let todos = desk.session.todos();
        let now = moment("2026-03-13T10:00");
        desk.session.read(|log| advice(log, now, counted, &todos))
    };
    let counted = Counted {
        runs_meetings: true,
        ..Counted::default()
    };
    assert_eq!(at(&desk, &counted).first(), Some(&Advice::Meeting));
    assert!(!at(&desk, &Counted::default()).contains(&Advice::Meeting));
    let held = crate::weekly::held(&desk);
    desk.session.begin_meeting(&held);
    assert_eq!(
        at(&desk, &counted).first(),
        Some(&Advice::Meeting),
        "it goes on"
    );
    desk.session.end_meeting(&held);
    let late = "no cause";
    assert_eq!(
        at(&desk, &counted).first(),
        Some(&Advice::Release(1)),
        "{late}"
    );
}
