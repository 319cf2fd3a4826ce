//! What is due next, and how late it is on the day on which somebody looks.

use crate::people::{Desk, date, lead, moment};
use hepai::analysis::standing::due::{
    By, Late, counted_by_day, counted_until, kept_calendar, next_due_items,
};
use hepai::analysis::standing::health::{Cause, standing};
use hepai::analysis::time::calendar::Calendar;
use hepai::model::{RecordId, Value};
use hepai::templates::{calendar_day, issue, settings, task};

#[test]
fn a_day_is_due_until_it_ends_and_late_by_working_days() {
    let due = By::Day(date("2026-03-06"));
    assert_eq!(
        due.late(moment("2026-03-05T09:00"), &Calendar::default()),
        None
    );
    assert_eq!(
        due.late(moment("2026-03-06T23:00"), &Calendar::default()),
        Some(Late::Today)
    );
    assert_eq!(
        due.late(moment("2026-03-08T09:00"), &Calendar::default()),
        Some(Late::Today),
        "Sunday after a Friday"
    );
    assert_eq!(
        due.late(moment("2026-03-10T09:00"), &Calendar::default()),
        Some(Late::Days(2))
    );
}

#[test]
fn a_moment_is_late_by_hours_of_the_clock() {
    let due = By::Moment(moment("2026-04-14T15:00"), true);
    assert_eq!(
        due.late(moment("2026-04-13T09:00"), &Calendar::default()),
        None
    );
    assert_eq!(
        due.late(moment("2026-04-14T09:00"), &Calendar::default()),
        Some(Late::Today)
    );
    assert_eq!(
        due.late(moment("2026-04-16T00:00"), &Calendar::default()),
        Some(Late::Hours(33))
    );
}

#[test]
fn what_is_kept_is_read_back() {
    let at = moment("2026-04-14T15:00");
    for by in [
        By::Day(date("2026-03-06")),
        By::Moment(at, true),
        By::Moment(at, false),
    ] {
        assert_eq!(By::read(&by.kept()), Some(by));
    }
    assert_eq!(By::read("soon"), None);
}

#[test]
fn a_representative_has_their_own_and_the_lead_has_everybodys() {
    let desk = lead();
    let (me, li) = (desk.person("王经理"), desk.person("李主管"));
    let now = moment("2026-03-02T09:00");
    let own = desk.tasks(&li);
    let items = |person| {
        desk.session
            .read(|log| next_due_items(log, Some(person), now, 50))
    };
    assert!(items(&li).iter().all(|(record, _)| own.contains(record)));
    assert_eq!(items(&li).len(), own.len());
    assert!(items(&me).len() > own.len());
    let first = items(&li)[0].0.clone();
    desk.set(&first, "status", Value::text(task::DONE.key));
    assert!(
        items(&li).iter().all(|(record, _)| *record != first),
        "done"
    );

    let fields = vec![
        ("title", Value::text("样机")),
        ("owner", Value::text(li.as_str())),
        ("due_at", Value::text("2026-03-02T12:00:00+08:00")),
        ("status", Value::text(issue::WORKING.key)),
    ];
    let raised = desk
        .session
        .add_rows(issue::ISSUE.kind, None, None, &[fields]);
    assert_eq!(items(&li)[0].0, raised[0], "due first");
    let one = desk
        .session
        .read(|log| next_due_items(log, Some(&li), now, 1));
    assert_eq!(one.len(), 1);
}

/// A lead with one late task and one late issue, whose project works on a weekend and rests on a Wednesday.
fn with_own_days(public_holidays: bool) -> Desk {
    let desk = lead();
    let days = [
        ("2026-04-18", "2026-04-19", "work"),
        ("2026-04-22", "2026-04-22", "rest"),
    ];
    for (from, to, kind) in days {
        let fields = vec![
            (calendar_day::FROM.name, Value::text(from)),
            (calendar_day::TO.name, Value::text(to)),
            (calendar_day::DAY_KIND.name, Value::text(kind)),
        ];
        let parent = settings::record();
        desk.session.add_rows(
            calendar_day::CALENDAR_DAY.kind,
            Some(&parent),
            None,
            &[fields],
        );
    }
    if !public_holidays {
        desk.set(
            &settings::record(),
            settings::PUBLIC_HOLIDAYS.name,
            Value::Bool(false),
        );
    }
    let raised = vec![
        ("title", Value::text("样机")),
        ("due_at", Value::text("2026-04-17T12:00:00+08:00")),
        ("status", Value::text(issue::WORKING.key)),
    ];
    desk.session
        .add_rows(issue::ISSUE.kind, None, None, &[raised]);
    desk
}

#[test]
fn the_list_of_projects_counts_what_is_late_as_the_project_itself_does() {
    for public_holidays in [true, false] {
        let desk = with_own_days(public_holidays);
        for now in [
            "2026-04-21T15:00",
            "2026-04-24T15:00",
            "2026-05-08T15:00",
            "2027-01-06T09:00",
        ] {
            let now = moment(now);
            let (due, kept, causes) = desk.session.read(|log| {
                let due = next_due_items(log, None, now, 500);
                let kept = kept_calendar(log, &due, now);
                (due, kept, standing(log, now).causes)
            });
            let calendar = Calendar::of_kept(&kept);
            let mut counted = 0;
            for (record, by) in due {
                let told = causes.iter().find_map(|cause| match cause {
                    Cause::Task(task, days) if *task == record => Some(Late::Days(*days)),
                    Cause::Issue(issue, hours) if *issue == record => Some(Late::Hours(*hours)),
                    _ => None,
                });
                let late = by.late(now, &calendar).filter(|late| *late != Late::Today);
                assert_eq!(late, told, "{record} {by:?} {now}");
                counted += usize::from(told.is_some());
            }
            assert!(counted > 1, "something is late on {now}");
        }
    }
}

#[test]
fn a_calendar_is_kept_from_a_day_on_and_damage_in_it_is_no_exception() {
    let plain = Calendar::default();
    assert_eq!(plain.kept(date("2026-01-01")), "");
    assert_eq!(Calendar::of_kept(""), plain);
    let none = Calendar::new(&[]);
    let of_none = Calendar::of_kept(&none.kept(date("2026-01-01")));
    assert_eq!(
        of_none, none,
        "no exception at all is not the public calendar"
    );
    let damaged = ";a~b;9~3;-4~7;1~99999999999999999999;5~9999999;~;+";
    assert_eq!(Calendar::of_kept(damaged), none);
}

#[test]
fn of_more_than_are_kept_by_name_the_number_stands_for_every_day_to_come() {
    let desk = with_own_days(true);
    let made = moment("2026-03-02T09:00");
    let all = desk
        .session
        .read(|log| next_due_items(log, None, made, 500));
    let rest = counted_by_day(&all[8..], made);
    assert_eq!(
        rest.iter().map(|(_, count)| count).sum::<usize>(),
        all.len() - 8
    );
    for later in [
        "2026-03-02T09:00",
        "2026-04-17T09:00",
        "2026-05-08T15:00",
        "2028-01-01T00:00",
    ] {
        let later = moment(later);
        let is_due = |(_, by): &&(RecordId, By)| by.late(later, &Calendar::default()).is_some();
        let due = all.iter().filter(is_due).count();
        assert_eq!(
            counted_until(&rest, later),
            due.saturating_sub(8),
            "{later}"
        );
    }
}
