//! The last backup, and when another one is due.

use crate::people::{Desk, lead, moment};
use chrono::Duration;
use hepai::exchange::{Envelope, purpose};
use hepai::model::{RecordId, Value};
use hepai::state::Sent;
use hepai::templates::charter;

fn save(desk: &Desk, is_part: bool) {
    desk.session.note_sent(Sent {
        file: "A1_备份.json".to_owned(),
        envelope: Envelope::of(purpose::BACKUP),
        is_part,
        ..Sent::default()
    });
}

fn edit(desk: &Desk, text: &str) {
    let (goal, key) = (charter::record(), charter::GOAL_STATEMENT.name);
    desk.set(&goal, key, Value::text(text));
}

#[test]
fn a_new_project_is_one_edit_and_its_backup_is_due_after_a_week() {
    let desk = lead();
    let backup = desk.session.backup();
    assert_eq!((backup.last_ms, backup.edits), (None, 1));
    let begun = moment("2026-02-27T17:00");
    assert!(!backup.is_due(begun + Duration::days(6)));
    assert!(backup.is_due(begun + Duration::days(7)));
    assert_eq!(backup.days_ago(begun), None);
}

#[test]
fn only_a_file_with_everything_is_a_backup_and_what_it_holds_is_safe() {
    let desk = lead();
    save(&desk, true);
    assert_eq!(desk.session.backup().edits, 1, "a part of it is none");
    save(&desk, false);
    let backup = desk.session.backup();
    assert_eq!((backup.edits, backup.file.as_str()), (0, "A1_备份.json"));
    let much_later = moment("2026-06-01T09:00");
    assert!(!backup.is_due(much_later), "nothing was written since");
    assert_eq!(backup.days_ago(moment("2026-03-08T09:00")), Some(9));
    edit(&desk, "后来");
    let backup = desk.session.backup();
    assert_eq!(backup.edits, 1);
    assert!(!backup.is_due(moment("2026-03-05T09:00")));
    assert!(backup.is_due(moment("2026-03-06T00:10")), "by the calendar");
}

#[test]
fn fifty_edits_are_enough_on_the_same_day() {
    let desk = lead();
    save(&desk, false);
    let today = moment("2026-02-27T20:00");
    for n in 0..49 {
        edit(&desk, &format!("第 {n} 次"));
    }
    assert!(!desk.session.backup().is_due(today));
    edit(&desk, "第 50 次");
    assert!(desk.session.backup().is_due(today));
    save(&desk, false);
    assert!(!desk.session.backup().is_due(today));
}

#[test]
fn what_somebody_else_wrote_and_who_one_is_need_no_backup() {
    let desk = lead();
    let me = desk.person("王经理");
    let rep = crate::people::empty(2);
    rep.take(desk.changes(), &me);
    assert_eq!(rep.session.backup().edits, 0);
    let chen: RecordId = rep.person("陈专员");
    rep.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("背景"),
    );
    rep.session.set_author(Some(chen.to_string()));
    assert_eq!(rep.session.backup().edits, 1);
}

#[test]
fn a_ledger_of_before_counts_as_backups() {
    let desk = lead();
    let line = "{\"at_ms\":1772000000000,\"file\":\"A1.json\",\"to\":[],\"purpose\":\"update\",\"requests\":[],\"by_when\":\"\",\"covers\":{}}";
    desk.session.set_fact("sent/0123456789", line);
    assert_eq!(desk.session.backup().last_ms, Some(1_772_000_000_000));
}
