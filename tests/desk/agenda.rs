//! A difference put on the agenda of a meeting instead of being decided.

use crate::differences::{differing, goal};
use crate::people::{empty, lead, moment};
use hepai::analysis::inbox::agenda::{next_meeting, point_of, points};
use hepai::analysis::inbox::differences::open;
use hepai::model::Value;
use hepai::templates::{agenda_item, charter, meeting};

#[test]
fn a_difference_goes_on_the_agenda_of_the_weekly_meeting_once() {
    let desk = differing(&goal().record, charter::BACKGROUND.name, "甲", "乙");
    let now = moment("2026-03-03T09:00");
    let weekly = desk.with(meeting::MEETING.kind, meeting::NAME, "周例会");
    let coming = desk
        .session
        .read(|log| next_meeting(log, now))
        .expect("Friday");
    assert_eq!(
        (coming.meeting.clone(), coming.day, &*coming.time),
        (weekly.clone(), "2026-03-06".parse().ok(), "10:00")
    );
    let titled = [(goal(), "定一下：目标说明书 › 背景".to_owned())];
    let before = desk
        .session
        .rows_under(&weekly, agenda_item::AGENDA_ITEM.kind);
    assert!(!desk.session.put_on_agenda(&titled).is_empty());
    let item = desk
        .session
        .read(|log| point_of(log, &goal(), now))
        .expect("it is on the agenda");
    assert_eq!((item.meeting.as_ref(), item.is_open), (Some(&weekly), true));
    let rows = desk
        .session
        .rows_under(&weekly, agenda_item::AGENDA_ITEM.kind);
    assert_eq!(rows.len(), before.len() + 1);
    assert_eq!(rows.last(), Some(&item.item), "behind the standing points");
    assert!(desk.session.put_on_agenda(&titled).is_empty(), "not twice");

    // Nobody writes into the point when the difference is decided: it is settled all the same.
    desk.session
        .decide(&goal().record, &goal().key, Value::text("乙"), None);
    let settled = desk.session.read(|log| points(log, now));
    assert_eq!((settled.len(), settled[0].is_open), (1, false));
    desk.session.undo();
    assert!(desk.session.read(|log| points(log, now))[0].is_open);
}

#[test]
fn two_people_who_put_the_same_difference_there_make_one_point() {
    let desk = differing(&goal().record, charter::BACKGROUND.name, "甲", "乙");
    let other = empty(7);
    other.take(desk.changes(), &desk.person("王经理"));
    let titled = [(goal(), "定一下：背景".to_owned())];
    other.session.put_on_agenda(&titled);
    desk.session.put_on_agenda(&titled);
    desk.take(other.changes(), &desk.person("陈专员"));
    let now = moment("2026-03-03T09:00");
    assert_eq!(desk.session.read(|log| points(log, now)).len(), 1);
    assert_eq!(desk.session.read(open), [goal()], "and no new difference");
}

#[test]
fn without_a_meeting_it_waits_freely_and_moves_to_the_first_one_arranged() {
    let desk = differing(&goal().record, charter::BACKGROUND.name, "甲", "乙");
    for meeting in desk.session.rows(meeting::MEETING.kind) {
        desk.session.delete(&meeting);
    }
    let titled = [(goal(), "定一下：背景".to_owned())];
    desk.session.put_on_agenda(&titled);
    let now = desk.session.now();
    let free = desk.session.read(|log| point_of(log, &goal(), now));
    assert_eq!(free.expect("on the agenda").meeting, None);
    assert!(desk.session.put_on_agenda(&titled).is_empty());
    let topic = vec![
        (meeting::NAME.name, Value::text("专题会")),
        (meeting::FIRST_DATE.name, Value::text("2026-03-10")),
    ];
    let made = desk
        .session
        .add_rows(meeting::MEETING.kind, None, None, &[topic]);
    assert_eq!(desk.session.read(|log| point_of(log, &goal(), now)), None);
    desk.session.put_on_agenda(&titled);
    let moved = desk.session.read(|log| points(log, now));
    assert_eq!(moved.len(), 1, "the same point");
    assert_eq!(moved[0].meeting.as_ref(), made.first());

    // Once that meeting is over and nothing was decided, it can be put on the next one.
    let later = moment("2026-03-11T09:00");
    assert_eq!(desk.session.read(|log| point_of(log, &goal(), later)), None);
}

#[test]
fn the_next_meeting_is_never_a_stand_up_nor_one_that_is_over() {
    let desk = lead();
    let weekly = desk.with(meeting::MEETING.kind, meeting::NAME, "周例会");
    let next = |text: &str| {
        let coming = desk.session.read(|log| next_meeting(log, moment(text)));
        coming.map(|coming| (coming.meeting, coming.day.map(|day| day.to_string())))
    };
    let friday = |day: &str| Some((weekly.clone(), Some(day.to_owned())));
    assert_eq!(next("2026-03-06T09:59"), friday("2026-03-06"));
    assert_eq!(
        next("2026-03-06T10:01"),
        friday("2026-03-13"),
        "it has begun"
    );
    desk.set(
        &weekly,
        meeting::KIND_OF.name,
        Value::text(meeting::BIWEEKLY.key),
    );
    assert_eq!(
        next("2026-03-07T09:00"),
        friday("2026-03-20"),
        "every other week"
    );
    desk.set(&weekly, meeting::LAST_DATE.name, Value::text("2026-03-10"));
    let other = next("2026-03-11T09:00").expect("gate review or wrap-up");
    assert_ne!(other.0, weekly);
    let standup = desk.with(meeting::MEETING.kind, meeting::NAME, "上线站会");
    for meeting in desk.session.rows(meeting::MEETING.kind) {
        if meeting != standup {
            desk.session.delete(&meeting);
        }
    }
    assert_eq!(next("2026-03-11T09:00"), None);
}
