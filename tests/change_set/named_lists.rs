//! Named cases of what a log lists: histories, batches, records, the bin, rows at any depth, what stays after an undo.

use crate::desk::{Desk, forged, key, record, replica, text};
use crate::schema::Reading;
use hepai::model::log::OWN;
use hepai::model::template::Schema;
use hepai::model::{Change, ChangeId, Log, Value};

fn log(changes: impl IntoIterator<Item = Change>) -> Log {
    Log::of(&Schema::EMPTY, 3, changes)
}

#[test]
fn a_history_is_told_from_the_oldest_on_however_it_came() {
    let newest = forged("B-1", 9, "task/A", &[("title", "\"b\"", &["A-1"])]);
    let oldest = forged("A-1", 2, "task/A", &[("title", "\"a\"", &[])]);
    let log = log([newest, oldest]);
    let history = log.history(&record("task/A"), &key("title"));
    let lamports: Vec<u64> = history.iter().map(|write| write.change.lamport).collect();
    assert_eq!(lamports, [2, 9]);
}

#[test]
fn own_edits_are_no_batch_to_switch() {
    let mut log = log([forged("A-1", 1, "task/A", &[("title", "\"a\"", &[])])]);
    assert!(Log::new(&Schema::EMPTY, 1).is_empty() && !log.is_empty());
    log.switch("import", 2);
    assert_eq!(log.batch_names().collect::<Vec<_>>(), ["import"]);
    assert!(log.switch(OWN, 1).is_empty());
    assert_eq!((log.len(), log.is_on(OWN)), (1, true));
}

#[test]
fn what_came_by_another_import_too_is_not_kept_because_something_builds_on_it() {
    let both = forged("A-1", 1, "task/A", &[("title", "\"a\"", &[])]);
    let only = forged("A-2", 2, "task/B", &[("title", "\"b\"", &[])]);
    let free = forged("A-3", 3, "task/C", &[("title", "\"c\"", &[])]);
    let mut log = Log::new(&Schema::EMPTY, 3);
    log.add_all("one", [both.clone(), only, free]);
    log.add_all("two", [both]);
    log.add_all(
        OWN,
        [forged("B-1", 4, "task/B", &[("title", "\"x\"", &["A-2"])])],
    );
    assert!(log.kept_of("one").is_empty(), "it is on");
    log.switch("one", 1);
    let kept: Vec<String> = log
        .kept_of("one")
        .into_iter()
        .map(|slot| log.change(slot).id.to_string())
        .collect();
    assert_eq!(kept, ["AAAAAAAAAA-2"]);
}

#[test]
fn of_two_authors_of_a_replica_every_copy_names_the_same() {
    let signed = |number: u64, author: &str| {
        let line = format!(
            r#"{{"author":"{author}","cells":{{"title":["x"]}},"id":"AAAAAAAAAA-{number}","lamport":{number},"record":"task/A","time":0}}"#
        );
        Change::parse(&line).expect("a change")
    };
    for pair in [
        [signed(2, "甲"), signed(3, "乙")],
        [signed(3, "乙"), signed(2, "甲")],
    ] {
        let missing = log(pair).missing(true);
        assert_eq!(missing[0].author.as_deref(), Some("甲"));
    }
}

#[test]
fn only_what_is_in_force_and_only_what_is_deleted_is_listed() {
    let mut log = log([
        forged("A-1", 1, "task/Z", &[("title", "\"z\"", &[])]),
        forged("A-2", 2, "task/B", &[("title", "\"b\"", &[])]),
        forged("A-3", 3, "task/B", &[("deleted", "true", &["A-2"])]),
        forged("A-4", 4, "task/A", &[("title", "\"a\"", &[])]),
        // Deleted by one, restored by another, and it never held anything.
        forged("B-1", 5, "task/E", &[("deleted", "true", &[])]),
        forged("C-1", 5, "task/E", &[("deleted", "null", &[])]),
    ]);
    log.load(
        "off",
        [forged("D-1", 6, "task/H", &[("title", "\"h\"", &[])])],
    );
    log.switch("off", 1);
    let all: Vec<String> = log.all_records().iter().map(ToString::to_string).collect();
    assert_eq!(all, ["task/A", "task/B", "task/E", "task/Z"]);
    assert_eq!(log.bin("task"), [record("task/B")]);
    assert!(!log.is_visible(&record("task/E")));
}

#[test]
fn rows_below_are_the_visible_and_the_deleted_ones_at_any_depth_come_to_an_end() {
    let row = |id: &str, lamport, at: &str, parent: &str| {
        let parent = format!("\"{parent}\"");
        forged(id, lamport, at, &[("parent", &parent, &[])])
    };
    let gone = |id: &str, lamport, at: &str, name: &str| {
        forged(id, lamport, at, &[("deleted", "true", &[name])])
    };
    let log = log([
        row("A-1", 1, "task/A", "charter"),
        row("A-2", 2, "task/B", "charter"),
        row("A-3", 3, "task/C", "task/B"),
        gone("A-4", 4, "task/B", "A-2"),
        gone("A-5", 5, "task/C", "A-3"),
        row("A-6", 6, "task/D", "task/E"),
        row("A-7", 7, "task/E", "task/D"),
        gone("A-8", 8, "task/D", "A-6"),
        gone("A-9", 9, "task/E", "A-7"),
    ]);
    assert_eq!(log.rows_below(&record("charter")), [record("task/A")]);
    let below = log.deleted_below(&record("charter"));
    assert_eq!(below, [record("task/B"), record("task/C")]);
    assert_eq!(log.deleted_below(&record("task/D")), [record("task/E")]);
}

#[test]
fn an_undo_writes_back_what_is_gone_and_not_what_still_stands() {
    let mut desk = Desk::with("W", Reading::New.schema());
    desk.take(
        "i",
        &[
            forged("A-1", 1, "task/A", &[("title", "\"a\"", &[])]),
            forged("B-1", 2, "task/A", &[("title", "\"b\"", &[])]),
        ],
    );
    let slots = desk.write("task/A", "title", "mine");
    let step = desk.log.step_of(&slots);
    let (undone, _) = desk.undo(&step);
    assert_eq!(undone.changes.len(), 1, "{:?}", undone.changes);
    assert_eq!(desk.values("task/A", "title"), [text("b"), text("a")]);
}

#[test]
fn a_step_that_stays_in_its_state_is_a_change_where_it_is_asked_to_be() {
    let mut desk = Desk::of("W");
    desk.write("task/A", "status", "open");
    for (always, made) in [(false, 0), (true, 1)] {
        let value = text("open");
        let mut seen = desk
            .log
            .seen_whole(&record("task/A"), &key("status"), &value);
        if always {
            seen.always();
        }
        assert_eq!(desk.leave("task/A", "status", value, seen).len(), made);
    }
    // Asked for once: what is written after it in the same visit counts as any other write.
    let mut seen = desk.look("task/A", "status");
    seen.always();
    let id = ChangeId {
        replica: replica("W"),
        seq: 9,
    };
    seen.wrote(id, text("done"));
    assert!(
        desk.leave("task/A", "status", text("done"), seen)
            .is_empty()
    );
    let mut nothing = desk.look("task/A", "due");
    nothing.always();
    assert_eq!(desk.leave("task/A", "due", Value::Null, nothing).len(), 1);
}
