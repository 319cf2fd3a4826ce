//! Named cases of cells, conflicts and ids: what was argued about once and stays.

use crate::desk::{Desk, exchange, forged, key, record, text};
use crate::laws::bytes;
use crate::schema::Reading;
use hepai::model::{Log, Value};

#[test]
fn what_arrives_while_a_field_is_open_becomes_a_conflict() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "first");
    b.take("from a", &a.file());
    b.write("charter", "title", "theirs");
    let seen = a.look("charter", "title");
    a.take("from b", &b.file());
    assert_eq!(a.value("charter", "title"), text("theirs"));
    a.leave("charter", "title", text("mine"), seen);
    assert_eq!(a.values("charter", "title"), [text("mine"), text("theirs")]);
    assert_eq!(a.open(), ["charter title"]);
}

#[test]
fn what_was_seen_and_written_over_stays_when_its_import_is_undone_meanwhile() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    b.write("charter", "title", "theirs");
    b.write("charter", "due", "tomorrow");
    a.take("from b", &b.file());
    let seen = a.look("charter", "title");
    a.log.switch("from b", 1);
    assert_eq!(a.value("charter", "title"), Value::Null);
    a.leave("charter", "title", text("mine"), seen);
    assert_eq!(
        a.values("charter", "title"),
        [text("mine")],
        "it was seen, so it is replaced"
    );
    let kept: Vec<u64> = a
        .log
        .kept_of("from b")
        .iter()
        .map(|slot| a.log.change(*slot).id.seq)
        .collect();
    assert_eq!(kept, [1], "what is built upon stays, and is listed");
    assert_eq!(a.value("charter", "due"), Value::Null);
    assert_eq!(a.log.history(&record("charter"), &key("title")).len(), 2);
}

#[test]
fn a_second_write_of_a_visit_has_seen_the_first_and_nothing_that_came_between() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    b.write("charter", "title", "theirs");
    let mut seen = a.look("charter", "title");
    let slots = a.leave("charter", "title", text("mi"), seen.clone());
    seen.wrote(a.log.change(slots[0]).id, text("mi"));
    a.take("from b", &b.file());
    a.leave("charter", "title", text("mine"), seen);
    assert_eq!(a.values("charter", "title"), [text("mine"), text("theirs")]);
}

#[test]
fn only_a_higher_lamport_replaces() {
    for (lamport, expected) in [(4, 2), (5, 2), (6, 1)] {
        let log = Log::of(
            Reading::New.schema(),
            1,
            [
                forged("A-1", 5, "charter", &[("title", "\"honest\"", &[])]),
                forged(
                    "B-1",
                    lamport,
                    "charter",
                    &[("title", "\"other\"", &["A-1"])],
                ),
            ],
        );
        assert_eq!(
            log.distinct(&record("charter"), &key("title")).len(),
            expected,
            "lamport {lamport}"
        );
    }
}

#[test]
fn a_name_counts_only_in_the_cell_where_it_stands() {
    let log = Log::of(
        Reading::New.schema(),
        1,
        [
            forged(
                "A-1",
                1,
                "charter",
                &[("title", "\"t\"", &[]), ("due", "\"d\"", &[])],
            ),
            forged("B-1", 2, "charter", &[("title", "\"new\"", &["A-1"])]),
        ],
    );
    assert_eq!(log.value(&record("charter"), &key("due")), text("d"));
    assert_eq!(
        log.distinct(&record("charter"), &key("title")),
        [text("new")]
    );
}

#[test]
fn a_row_of_a_pair_filled_by_two_people_is_one_row() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("assignment/w1-d1", "role", "R");
    b.write("assignment/w1-d1", "note", "as agreed");
    exchange(&mut [&mut a, &mut b]);
    assert_eq!(a.log.rows("assignment"), [record("assignment/w1-d1")]);
    assert_eq!(
        (
            a.value("assignment/w1-d1", "role"),
            a.value("assignment/w1-d1", "note")
        ),
        (text("R"), text("as agreed"))
    );
    assert!(a.open().is_empty());
    assert_eq!(bytes(&a.log), bytes(&b.log));
}

#[test]
fn equal_values_are_no_conflict_and_nothing_is_written_twice() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "same");
    b.write("charter", "title", "same");
    exchange(&mut [&mut a, &mut b]);
    assert!(a.open().is_empty());
    assert_eq!(a.log.live(&record("charter"), &key("title")).len(), 2);
    assert!(
        a.write("charter", "title", "same").is_empty(),
        "what is there already is no change"
    );
    a.write("charter", "title", "next");
    assert_eq!(
        a.values("charter", "title"),
        [text("next")],
        "both equal ones were shown and are named"
    );
}

#[test]
fn null_empty_and_absent_are_the_same() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    assert!(a.write("charter", "title", "").is_empty());
    a.write("charter", "title", "x");
    b.take("a", &a.file());
    a.write("charter", "title", "");
    let seen = b.look("charter", "title");
    b.leave("charter", "title", Value::Null, seen);
    exchange(&mut [&mut a, &mut b]);
    assert!(
        a.open().is_empty(),
        "null and the empty text are no difference"
    );
    assert!(a.log.current().is_empty());
    assert!(a.write("charter", "title", "").is_empty());
}

#[test]
fn an_ordinary_control_in_a_conflict_replaces_only_what_it_shows() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "a");
    b.write("charter", "title", "b");
    exchange(&mut [&mut a, &mut b]);
    assert_eq!(
        a.value("charter", "title"),
        text("b"),
        "last in the order is shown"
    );
    a.write("charter", "title", "c");
    assert_eq!(a.values("charter", "title"), [text("c"), text("a")]);
    a.decide("charter", "title", text("settled"));
    assert_eq!(a.values("charter", "title"), [text("settled")]);
    b.take("a", &a.file());
    assert!(b.open().is_empty(), "a decision settles it on every copy");
}

#[test]
fn two_different_decisions_are_a_new_conflict() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "a");
    b.write("charter", "title", "b");
    exchange(&mut [&mut a, &mut b]);
    a.decide("charter", "title", text("a"));
    b.decide("charter", "title", text("b"));
    exchange(&mut [&mut a, &mut b]);
    assert_eq!(a.open(), ["charter title"]);
    assert_eq!(a.values("charter", "title").len(), 2);
}

#[test]
fn a_set_takes_what_two_add_and_asks_when_one_removes_what_another_adds_again() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("task/R", "helpers/a", "drafts");
    b.write("task/R", "helpers/b", "prints");
    exchange(&mut [&mut a, &mut b]);
    assert!(a.open().is_empty());
    a.write("task/R", "helpers/a", "");
    b.write("task/R", "helpers/a", "draws");
    exchange(&mut [&mut a, &mut b]);
    assert_eq!(a.open(), ["task/R helpers/a"]);
}

#[test]
fn a_latest_field_is_never_a_conflict() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("task/R", "looked_at", "monday");
    b.write("task/R", "looked_at", "tuesday");
    exchange(&mut [&mut a, &mut b]);
    assert!(a.open().is_empty());
    assert_eq!(a.value("task/R", "looked_at"), text("tuesday"));
    a.write("task/R", "looked_at", "wednesday");
    b.take("again", &a.file());
    assert_eq!(b.value("task/R", "looked_at"), text("wednesday"));
}
