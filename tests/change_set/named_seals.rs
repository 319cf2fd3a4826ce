//! Named cases of deletions, locking states, confirmations, and of a key that follows an older one.

use crate::desk::{Desk, exchange, forged, key, record, text};
use crate::schema::Reading;
use hepai::model::{Log, Value};

fn pair() -> (Desk, Desk) {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("task/R", "title", "row");
    b.take("a", &a.file());
    (a, b)
}

#[test]
fn an_edit_against_a_deletion_is_shown_until_somebody_decides() {
    for (decision, is_deleted) in [(Value::Bool(true), true), (Value::Null, false)] {
        let (mut a, mut b) = pair();
        a.delete("task/R");
        assert!(a.log.is_deleted(&record("task/R")) && a.log.current().is_empty());
        assert_eq!(a.log.bin("task"), [record("task/R")]);
        b.write("task/R", "due", "tomorrow");
        exchange(&mut [&mut a, &mut b]);
        assert!(a.log.is_visible(&record("task/R")), "in doubt visible");
        assert_eq!(a.open(), ["task/R deleted"]);
        assert_eq!(a.value("task/R", "due"), text("tomorrow"));
        a.decide("task/R", "deleted", decision);
        b.take("decided", &a.file());
        assert!(b.open().is_empty());
        assert_eq!(b.log.is_deleted(&record("task/R")), is_deleted);
    }
}

#[test]
fn an_edit_that_says_what_stood_there_does_not_contradict_a_deletion() {
    let (mut a, mut b) = pair();
    a.delete("task/R");
    b.write("task/R", "title", "other");
    b.write("task/R", "title", "row");
    exchange(&mut [&mut a, &mut b]);
    assert!(a.open().is_empty());
    assert!(a.log.is_deleted(&record("task/R")));
}

#[test]
fn deleting_against_restoring_is_a_conflict_and_the_row_stays_visible() {
    let (mut a, mut b) = pair();
    a.delete("task/R");
    b.take("deleted", &a.file());
    b.decide("task/R", "deleted", Value::Null);
    a.decide("task/R", "deleted", Value::Null);
    a.delete("task/R");
    exchange(&mut [&mut a, &mut b]);
    assert_eq!(a.open(), ["task/R deleted"]);
    assert!(a.log.is_visible(&record("task/R")));
}

#[test]
fn a_locking_state_is_contradicted_by_what_it_covers_and_by_nothing_else() {
    for (at, field, contradicts) in [
        ("charter", "title", true),
        ("charter", "helpers/a", true),
        ("charter", "goal", true),
        ("charter", "due", false),
        ("task/R", "title", true),
        ("task/R", "order", false),
        ("task/S", "title", false),
    ] {
        let (mut a, mut b) = pair();
        a.write("charter", "title", "goal");
        a.write("task/R", "parent", "charter");
        b.take("again", &a.file());
        a.decide("charter", "status", text("submitted"));
        b.write(at, field, "changed");
        exchange(&mut [&mut a, &mut b]);
        let expected: &[&str] = if contradicts {
            &["charter status"]
        } else {
            &[]
        };
        assert_eq!(a.open(), expected, "{at} {field}");
        a.decide("charter", "status", text("submitted"));
        assert!(
            a.open().is_empty(),
            "agreeing again, knowing more, settles it"
        );
        b.take("agreed", &a.file());
        assert!(b.open().is_empty());
    }
}

#[test]
fn a_new_row_under_a_submitted_form_contradicts_it() {
    let (mut a, mut b) = pair();
    a.write("charter", "title", "goal");
    b.take("again", &a.file());
    a.decide("charter", "status", text("submitted"));
    b.write_all(
        "task/N",
        &[("title", text("new row")), ("parent", text("charter"))],
    );
    exchange(&mut [&mut a, &mut b]);
    assert_eq!(a.open(), ["charter status"]);
    assert_eq!(
        a.log
            .contradictions(&record("charter"), &key("status"))
            .len(),
        1
    );
}

#[test]
fn what_the_locking_change_itself_wrote_is_what_was_agreed_to() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "old");
    a.write_all(
        "charter",
        &[("status", text("submitted")), ("title", text("new"))],
    );
    assert!(a.open().is_empty());
    a.write("charter", "title", "old");
    assert_eq!(
        a.open(),
        ["charter status"],
        "back to what stood before is a change to what was agreed"
    );
    a.write("charter", "title", "new");
    assert!(a.open().is_empty(), "what was agreed stands again");
}

#[test]
fn a_confirmation_remembers_what_was_seen() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "draft 1");
    let covered = [(record("charter"), key("title"))];
    let (at, field) = (record("confirmation/d1"), key("confirmed"));
    let seen = a.log.seen_with(&at, &field, &Value::Bool(true), &covered);
    a.leave("confirmation/d1", "confirmed", Value::Bool(true), seen);
    assert!(a.log.changed_since(&at, &field, &covered).is_empty());
    a.write("charter", "due", "unrelated");
    assert!(a.log.changed_since(&at, &field, &covered).is_empty());
    a.write("charter", "title", "draft 2");
    assert_eq!(a.log.changed_since(&at, &field, &covered).len(), 1);
    let seen = a.log.seen_with(&at, &field, &Value::Bool(true), &covered);
    assert_eq!(
        a.leave("confirmation/d1", "confirmed", Value::Bool(true), seen)
            .len(),
        1,
        "confirming again settles something"
    );
    assert!(a.log.changed_since(&at, &field, &covered).is_empty());
    assert!(
        a.open().is_empty(),
        "a confirmation is outdated, not in conflict"
    );
}

#[test]
fn what_is_filled_after_a_form_is_locked_contradicts_no_lock() {
    let schema = &hepai::templates::SCHEMA;
    let (mut a, mut b) = (Desk::with("A", schema), Desk::with("B", schema));
    a.write("charter", "goal_statement", "goal");
    a.write("metric/M", "parent", "charter");
    b.take("a", &a.file());
    a.decide("charter", "status", text("confirmed"));
    b.write("metric/M", "actual_value", "9");
    exchange(&mut [&mut a, &mut b]);
    assert!(a.open().is_empty(), "it is filled later");
    b.write("metric/M", "name", "other");
    a.take("later", &b.file());
    assert_eq!(a.open(), ["charter status"]);
}

#[test]
fn each_of_hundreds_of_seals_covers_what_it_named_and_nothing_more() {
    let id = |letter: &str, number: usize| format!("{letter}-{}", number + 1);
    // Two hundred who did not know each other; each deletes, having seen the value and the one before it, or that
    // alone.
    let mut changes = Vec::new();
    for number in 0..200 {
        let (first, value) = (format!("\"first {number}\""), format!("\"{number}\""));
        let (old, new, seal) = (id("A", number), id("B", number), id("C", number));
        changes.push(forged(&old, 1, "task/R", &[("title", &first, &[])]));
        changes.push(forged(&new, 2, "task/R", &[("title", &value, &[&old])]));
        let both = [&*new, &*old];
        if number % 3 > 0 {
            let seen = &both[number % 3 - 1..];
            changes.push(forged(&seal, 3, "task/R", &[("deleted", "true", seen)]));
        }
    }
    // Written again by somebody else: what stood there for a deleter contradicts nothing, what it had replaced does.
    for (seq, number) in [(1, 1), (2, 2), (3, 3)] {
        let (id, first) = (format!("D-{seq}"), format!("\"first {number}\""));
        changes.push(forged(&id, 4, "task/R", &[("title", &first, &[])]));
    }
    let log = Log::of(Reading::New.schema(), 1, changes);
    let unseen = log.contradictions(&record("task/R"), &key("deleted"));
    let mut unseen: Vec<String> = unseen
        .iter()
        .filter_map(|(_, write)| write.value.as_text().map(str::to_owned))
        .collect();
    unseen.sort();
    let mut expected: Vec<String> = (0..200)
        .filter(|number| number % 3 != 1)
        .map(|number| number.to_string())
        .collect();
    expected.extend(["first 1", "first 3"].map(str::to_owned));
    expected.sort();
    assert_eq!(unseen, expected);
    assert!(log.is_visible(&record("task/R")));
}
