//! The clock of an issue over its whole way, through Qingming (4 to 6 April) and two days that the project rests.

use super::project::log;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::time::deadline::{due_after, issue_overdue};
use hepai::analysis::{Calendar, allowed, rules::checks};
use hepai::model::template::{Arg, Form};
use hepai::model::{Log, RecordId};

const WAY: &[&str] = &[
    "settings code=1",
    "calendar_day/a parent=settings; from=2026-04-08",
    "calendar_day/b parent=settings; from=2026-04-14",
    "department/a department=研发部",
    "member/lead person=王经理; project_role=lead",
    "member/wu person=吴主管; project_role=member",
    "member/li person=李主管; project_role=rep; department=department/a",
    "issue/i title=账号未开通; impact=2; urgency=2; raised_by=member/wu; support_department=department/a; status=draft",
    "issue/i status=submitted; submitted_at=2026-04-03T10:00:00+08:00",
    "issue/i status=need_info; info_asked_at=2026-04-03T12:00:00+08:00",
    "issue/i status=submitted; info_given_at=2026-04-07T13:00:00+08:00",
    "issue/i status=accepted; owner=member/li; due_at=2026-04-10T11:00:00+08:00",
    "issue/i status=working",
    "issue/i status=resolved; resolution=已开通; resolved_at=2026-04-10T10:00:00+08:00",
    "issue/i status=closed",
];

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(&format!("2026-{text}:00+08:00")).expect("a moment")
}

/// The project as it stood when that was the status last written.
fn until(status: &str, times: usize) -> Log {
    let mark = format!("status={status}");
    let mut found = (0..WAY.len()).filter(|line| WAY[*line].contains(&mark));
    let last = found.nth(times - 1).expect("a step of the way");
    log(&WAY[..=last])
}

fn issue() -> RecordId {
    RecordId::of("issue/i")
}

/// The checks of waiting and deadlines that speak at a moment.
fn said(log: &Log, now: &str) -> Vec<&'static str> {
    let timed = ["ISS-07", "ISS-08", "ISS-17", "ISS-18", "ISS-19", "ISS-22"];
    let found = checks::findings_of(log, &issue(), at(now)).into_iter();
    found
        .map(|one| one.rule.code)
        .filter(|code| timed.contains(code))
        .collect()
}

fn may_close_silently(log: &Log, now: &str) -> bool {
    let lead = RecordId::of("member/lead");
    allowed(log, &issue(), Some(&lead), at(now).date_naive())
        .iter()
        .any(|step| step.transition.key == "close_silent" && step.may.is_ok())
}

#[test]
fn the_clock_of_an_issue_runs_and_rests_over_its_whole_way() {
    let submitted = until("submitted", 1);
    assert!(said(&submitted, "04-03T13:59").is_empty());
    assert_eq!(said(&submitted, "04-03T14:00"), ["ISS-07"], "four hours");

    let asked = until("need_info", 1);
    assert!(
        said(&asked, "04-07T11:59").is_empty(),
        "nobody needs to accept it now, and Qingming is no time to answer in"
    );
    assert_eq!(said(&asked, "04-07T12:00"), ["ISS-17"]);
    assert!(!may_close_silently(&asked, "04-30T10:00"));

    let again = until("submitted", 2);
    assert!(
        said(&again, "04-07T14:59").is_empty(),
        "two hours before the question, two after the answer"
    );
    assert_eq!(said(&again, "04-07T15:00"), ["ISS-07"]);
    assert_eq!(
        due_after(at("04-03T10:00"), 48, &Calendar::default()),
        Some(at("04-08T10:00")),
        "which is what the question and the project's own rest day moved"
    );

    let working = until("working", 1);
    assert!(said(&working, "04-09T22:59").is_empty());
    assert_eq!(said(&working, "04-09T23:00"), ["ISS-22"], "twelve hours");
    assert_eq!(said(&working, "04-10T11:00"), ["ISS-22"], "the last minute");
    assert_eq!(said(&working, "04-10T11:01"), ["ISS-08"]);
    let form = Form::new(&working, issue());
    assert_eq!(issue_overdue(&form, at("04-13T11:00")), Some(24));

    let resolved = until("resolved", 1);
    assert!(said(&resolved, "04-13T09:59").is_empty(), "over a weekend");
    assert_eq!(said(&resolved, "04-13T10:00"), ["ISS-18"]);
    assert_eq!(
        said(&resolved, "04-15T23:00"),
        ["ISS-18"],
        "Monday and Wednesday: on Tuesday the project rests"
    );
    assert!(!may_close_silently(&resolved, "04-15T23:00"));
    assert_eq!(said(&resolved, "04-16T00:30"), ["ISS-19"]);
    assert!(may_close_silently(&resolved, "04-16T00:30"));

    let closed = until("closed", 1);
    assert!(said(&closed, "04-30T10:00").is_empty());
    assert!(!may_close_silently(&closed, "04-30T10:00"));
}

#[test]
fn reminders_before_a_deadline_come_at_twelve_and_at_four_hours() {
    let working = until("working", 1);
    let hours = |now: &str| {
        let found = checks::findings_of(&working, &issue(), at(now)).into_iter();
        found
            .filter(|one| one.rule.code == "ISS-22")
            .flat_map(|one| one.finding.args)
            .find_map(|(name, arg)| match arg {
                Arg::Number(hours) if name == "h" => Some(hours),
                _ => None,
            })
    };
    assert_eq!(hours("04-09T23:00"), Some(12));
    assert_eq!(hours("04-10T06:59"), Some(12));
    assert_eq!(hours("04-10T07:00"), Some(4));
    assert_eq!(hours("04-10T11:30"), None);
}
