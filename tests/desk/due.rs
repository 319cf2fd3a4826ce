//! What is due next, and how late it is on the day on which somebody looks.

use crate::people::{date, lead, moment};
use hepai::analysis::standing::due::{By, Late, next_due_items};
use hepai::model::Value;
use hepai::templates::{issue, task};

#[test]
fn a_day_is_due_until_it_ends_and_late_by_working_days() {
    let due = By::Day(date("2026-03-06"));
    assert_eq!(due.late(moment("2026-03-05T09:00")), None);
    assert_eq!(due.late(moment("2026-03-06T23:00")), Some(Late::Today));
    assert_eq!(
        due.late(moment("2026-03-08T09:00")),
        Some(Late::Today),
        "Sunday after a Friday"
    );
    assert_eq!(due.late(moment("2026-03-10T09:00")), Some(Late::Days(2)));
}

#[test]
fn a_moment_is_late_by_hours_of_the_clock() {
    let due = By::Moment(moment("2026-04-14T15:00"), true);
    assert_eq!(due.late(moment("2026-04-13T09:00")), None);
    assert_eq!(due.late(moment("2026-04-14T09:00")), Some(Late::Today));
    assert_eq!(due.late(moment("2026-04-16T00:00")), Some(Late::Hours(33)));
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
