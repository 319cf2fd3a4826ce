//! Named cases of ids, names and what is missing: restored disks, second contents, changes that name each other.

use crate::desk::{Desk, forged, key, record, replica, text};
use crate::laws::{bytes, orders};
use crate::schema::Reading;
use hepai::model::log::Missing;
use hepai::model::{Change, Log};
use std::collections::BTreeSet;

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
        Log::with_dependents(&changes, &BTreeSet::from([0])),
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
