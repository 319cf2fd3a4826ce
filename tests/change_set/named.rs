//! Named cases of cells, conflicts and ids: what was argued about once and stays.

use crate::desk::{Desk, exchange, forged, key, record, replica, text};
use crate::laws::{bytes, orders};
use crate::schema::Reading;
use hepai::model::log::Missing;
use hepai::model::{Change, Log, Value};
use std::collections::BTreeSet;

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
fn a_restored_disk_writes_under_a_new_replica_and_loses_nothing() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "one");
    let image = a.file();
    a.write("charter", "title", "two");
    let mut restored = Desk::of("R");
    restored.take("own", &image);
    restored.write("charter", "title", "three");
    let mut b = Desk::of("B");
    b.take("a", &a.file());
    b.take("restored", &restored.file());
    assert!(b.log.twice().is_empty());
    assert_eq!(b.values("charter", "title"), [text("three"), text("two")]);
}

#[test]
fn second_contents_of_an_id_are_told_and_kept_in_every_order() {
    let files = [
        forged("A-1", 1, "charter", &[("title", "\"one\"", &[])]),
        forged("A-1", 1, "charter", &[("title", "\"other\"", &[])]),
        forged("B-1", 2, "charter", &[("due", "\"now\"", &["A-1"])]),
        forged("C-1", 2, "charter", &[("title", "\"last\"", &["A-1"])]),
    ];
    let mut shown = BTreeSet::new();
    for order in orders(files.len()) {
        let mut log = Log::new(Reading::New.schema(), 3);
        for at in order {
            log.add(&format!("i{at}"), files[at].clone());
        }
        assert_eq!(log.twice().len(), 1);
        assert_eq!(log.len(), 4);
        assert_eq!(
            log.distinct(&record("charter"), &key("title")),
            [text("last")],
            "a name means every change of that id"
        );
        shown.insert(bytes(&log).changes);
    }
    assert_eq!(shown.len(), 1);
}

#[test]
fn a_second_content_held_back_is_in_force_only_while_the_first_is_not_there() {
    let (first, second) = (
        forged("A-1", 1, "charter", &[("title", "\"one\"", &[])]),
        forged("A-1", 1, "charter", &[("title", "\"other\"", &[])]),
    );
    let naming = forged("B-1", 2, "charter", &[("due", "\"now\"", &["A-1"])]);
    let mut log = Log::new(Reading::New.schema(), 3);
    log.switch("off", 1);
    log.add("off", second.clone());
    assert_eq!(log.len(), 0);
    log.add("on", naming.clone());
    assert_eq!(log.len(), 2, "it is named, so it comes back");
    log.add("on", first.clone());
    let mut anew = Log::new(Reading::New.schema(), 4);
    anew.add_all("on", [naming, first]);
    anew.switch("off", 1);
    anew.add("off", second);
    assert_eq!(bytes(&log), bytes(&anew), "the same after a reload");
    assert_eq!(log.held_back().count(), 1);
}

#[test]
fn a_change_under_our_replica_that_we_did_not_write_is_a_stranger_whatever_its_number() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "mine");
    assert!(!a.log.has_stranger(replica("A"), 1));
    a.take(
        "later number",
        &[forged("A-5", 1, "task/R", &[("title", "\"x\"", &[])])],
    );
    assert!(a.log.has_stranger(replica("A"), 1));
    let mut b = Desk::of("B");
    b.write("charter", "title", "mine");
    b.take(
        "same number",
        &[forged("B-1", 1, "charter", &[("title", "\"x\"", &[])])],
    );
    assert!(
        b.log.has_stranger(replica("B"), 1),
        "a duplicated machine reaches the same number"
    );
}

#[test]
fn changes_that_name_themselves_each_other_or_the_future_leave_a_live_value() {
    let files = [
        forged("A-1", 5, "charter", &[("title", "\"self\"", &["A-1"])]),
        forged("B-1", 5, "charter", &[("title", "\"b\"", &["C-1"])]),
        forged("C-1", 5, "charter", &[("title", "\"c\"", &["B-1", "D-7"])]),
    ];
    let log = Log::of(Reading::New.schema(), 1, files);
    assert_eq!(
        log.distinct(&record("charter"), &key("title")),
        [text("c"), text("b"), text("self")]
    );
    assert_eq!(
        log.missing(false).iter().map(Missing::count).sum::<u64>(),
        1
    );
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

#[test]
fn a_past_moment_is_closed() {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    a.write("charter", "title", "one");
    b.take("a", &a.file());
    b.write("charter", "title", "two");
    a.take("b", &b.file());
    a.write("charter", "title", "three");
    for (lamport, expected) in [(1, "one"), (2, "two"), (3, "three")] {
        let past = a.log.past(lamport);
        assert_eq!(
            past.distinct(&record("charter"), &key("title")),
            [text(expected)]
        );
        assert!(past.missing(true).is_empty());
    }
    let left = forged("C-1", 1, "charter", &[("due", "\"held\"", &[])]);
    a.log.switch("left out", 1);
    a.take("left out", &[left]);
    assert!(
        a.log
            .past(3)
            .value(&record("charter"), &key("due"))
            .is_empty(),
        "what is held back is in no past moment"
    );
}

#[test]
fn missing_changes_are_told_as_ranges_with_their_author() {
    let mut a = Desk::of("A");
    for value in ["1", "2", "3", "4", "5", "6"] {
        a.write("charter", "title", value);
    }
    let file = a.file();
    let mut b = Desk::of("B");
    b.take("part", &[file[1].clone(), file[5].clone()]);
    let ranges = |log: &Log, is_whole| {
        log.missing(is_whole)
            .iter()
            .map(|m| (m.from, m.to, m.author.clone()))
            .collect::<Vec<_>>()
    };
    let somebody = Some("A".to_owned());
    assert_eq!(
        ranges(&b.log, false),
        [(1, 1, somebody.clone()), (5, 5, somebody.clone())],
        "named and not stored"
    );
    assert_eq!(
        ranges(&b.log, true),
        [(1, 1, somebody.clone()), (3, 5, somebody.clone())],
        "in a whole copy gaps too"
    );
    let mut c = Desk::of("C");
    c.take("end", &file[5..]);
    let naming = forged("D-1", 9, "charter", &[("title", "\"x\"", &["A-8", "A-9"])]);
    c.take("naming", &[naming]);
    assert_eq!(
        ranges(&c.log, false),
        [(5, 5, somebody.clone()), (8, 9, somebody.clone())],
        "neighbours are one range"
    );
    assert_eq!(
        ranges(&c.log, true),
        [(1, 5, somebody.clone()), (7, 9, somebody.clone())],
        "what is named behind the last one stored is missing too"
    );
    c.log.switch("naming", 1);
    assert_eq!(
        ranges(&c.log, false),
        [(5, 5, somebody.clone())],
        "what is held back asks for nothing"
    );
    b.log.switch("rest", 1);
    b.take("rest", &file[0..5]);
    assert!(
        ranges(&b.log, true).is_empty(),
        "what is held back is not missing"
    );
}

#[test]
fn leaving_out_a_change_leaves_out_what_names_it() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "one");
    a.write("charter", "due", "now");
    a.write("charter", "title", "two");
    let file = a.file();
    let changes: Vec<&Change> = file.iter().collect();
    assert_eq!(
        Log::upward(&changes, &BTreeSet::from([0])),
        BTreeSet::from([0, 2])
    );
}

#[test]
fn importing_what_is_in_force_changes_nothing() {
    let mut a = Desk::of("A");
    a.write("charter", "title", "one");
    let before = bytes(&a.log);
    let file = a.file();
    assert!(
        a.log.add_all("again", file).is_empty(),
        "no control is told"
    );
    assert_eq!(bytes(&a.log), before);
}
