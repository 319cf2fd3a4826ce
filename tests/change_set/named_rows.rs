//! Named cases of rows: inserts at one place, pasted blocks, crossed moves, rows without a parent.

use crate::desk::{Desk, exchange, key, record, text};
use crate::laws::bytes;
use hepai::model::RecordId;
use hepai::model::order::{keys_between, needs_new_key};

fn row(desk: &mut Desk, id: &str, parent: &str, order: &str) {
    desk.write_all(
        id,
        &[
            ("title", text(id)),
            ("parent", text(parent)),
            ("order", text(order)),
        ],
    );
}

fn order_of(desk: &Desk, id: &str) -> String {
    desk.value(id, "order")
        .as_text()
        .unwrap_or_default()
        .to_owned()
}

/// Inserts rows behind `after`, as one act of somebody who draws that stem.
fn insert(desk: &mut Desk, parent: &str, after: &str, ids: &[&str], stem: u32) {
    let rows = desk.log.rows_under(&record(parent), "task");
    let at = rows
        .iter()
        .position(|row| *row == record(after))
        .expect("a row there");
    let next = rows.get(at + 1).map(|row| order_of(desk, row.as_str()));
    let keys = keys_between(
        Some(&order_of(desk, after)),
        next.as_deref(),
        ids.len(),
        stem,
    );
    for (id, order) in ids.iter().zip(keys) {
        row(desk, id, parent, &order);
    }
}

fn pair() -> (Desk, Desk) {
    let (mut a, mut b) = (Desk::of("A"), Desk::of("B"));
    let keys = keys_between(None, None, 2, 5);
    row(&mut a, "task/first", "charter", &keys[0]);
    row(&mut a, "task/last", "charter", &keys[1]);
    b.take("a", &a.file());
    (a, b)
}

fn ids(rows: &[RecordId]) -> Vec<&str> {
    rows.iter()
        .map(|row| row.rest().unwrap_or_default())
        .collect()
}

#[test]
fn two_inserts_at_one_place_stand_side_by_side_in_the_same_order_everywhere() {
    let (mut a, mut b) = pair();
    insert(&mut a, "charter", "task/first", &["task/a"], 1_000);
    insert(&mut b, "charter", "task/first", &["task/b"], 2_000);
    exchange(&mut [&mut a, &mut b]);
    let rows = a.log.rows_under(&record("charter"), "task");
    assert_eq!(rows, b.log.rows_under(&record("charter"), "task"));
    assert_eq!(
        (ids(&rows)[0], ids(&rows)[3], rows.len()),
        ("first", "last", 4)
    );
    assert!(a.open().is_empty());
    // And between the two there is room.
    let middle = ids(&rows)[1].to_owned();
    insert(
        &mut a,
        "charter",
        &format!("task/{middle}"),
        &["task/between"],
        9,
    );
    assert_eq!(
        ids(&a.log.rows_under(&record("charter"), "task"))[2],
        "between"
    );
}

#[test]
fn two_blocks_pasted_at_one_place_do_not_interleave() {
    for (stem_a, stem_b) in [(1, 2), (2, 1), (77_777, 3), (4_000_000_000, 5)] {
        let (mut a, mut b) = pair();
        insert(
            &mut a,
            "charter",
            "task/first",
            &["task/a1", "task/a2", "task/a3"],
            stem_a,
        );
        insert(
            &mut b,
            "charter",
            "task/first",
            &["task/b1", "task/b2", "task/b3"],
            stem_b,
        );
        exchange(&mut [&mut a, &mut b]);
        let rows = a.log.rows_under(&record("charter"), "task");
        let inner: String = ids(&rows)[1..7].concat();
        assert!(
            ["a1a2a3b1b2b3", "b1b2b3a1a2a3"].contains(&inner.as_str()),
            "{inner}"
        );
    }
}

#[test]
fn rows_with_equal_keys_sort_by_id_and_the_later_wants_a_new_key() {
    let mut a = Desk::of("A");
    row(&mut a, "task/y", "charter", "V");
    row(&mut a, "task/x", "charter", "V");
    assert_eq!(ids(&a.log.rows("task")), ["x", "y"]);
    assert!(needs_new_key("V", "V") && !needs_new_key("V", "Vb"));
}

#[test]
fn crossed_moves_are_cut_at_the_later_one_which_is_listed_and_shown_at_the_top() {
    let (mut a, mut b) = pair();
    a.write("task/first", "parent", "task/last");
    b.write("task/last", "parent", "task/first");
    exchange(&mut [&mut a, &mut b]);
    for desk in [&a, &b] {
        assert!(desk.log.is_cut(&record("task/last")) && !desk.log.is_cut(&record("task/first")));
        assert_eq!(desk.log.parent_of(&record("task/last")), None);
        assert_eq!(
            desk.log.parent_of(&record("task/first")),
            Some(record("task/last"))
        );
        assert_eq!(desk.log.cut_rows(), [record("task/last")]);
        assert_eq!(
            desk.log.rows_under(&record("task/last"), "task"),
            [record("task/first")]
        );
        assert!(
            desk.log
                .rows_under(&record("task/first"), "task")
                .is_empty(),
            "walking down comes to an end"
        );
        assert!(desk.log.rows_below(&record("task/first")).is_empty());
        assert!(desk.open().is_empty(), "each cell has one value");
    }
    a.write("task/last", "parent", "charter");
    assert!(a.log.cut_rows().is_empty());
}

#[test]
fn a_row_that_is_its_own_parent_stands_at_the_top() {
    let (mut a, _) = pair();
    a.write("task/first", "parent", "task/first");
    assert_eq!(a.log.cut_rows(), [record("task/first")]);
    assert!(a.log.rows_under(&record("task/first"), "task").is_empty());
    a.decide("task/first", "status", text("submitted"));
    assert!(a.open().is_empty());
    a.write("task/first", "due", "not locked");
    assert!(a.open().is_empty(), "it is no row of itself");
}

#[test]
fn a_live_row_under_something_deleted_or_missing_is_listed() {
    let (mut a, mut b) = pair();
    row(&mut a, "task/child", "task/first", "V");
    row(&mut a, "task/orphan", "task/nowhere", "V");
    a.delete("task/first");
    assert_eq!(
        a.log.lost_rows(),
        [
            record("task/child"),
            record("task/last"),
            record("task/orphan")
        ]
    );
    a.write_all("charter", &[("title", text("there now"))]);
    assert_eq!(
        a.log.lost_rows(),
        [record("task/child"), record("task/orphan")]
    );
    a.delete("task/child");
    assert_eq!(a.log.lost_rows(), [record("task/orphan")]);
    b.take("all", &a.file());
    assert_eq!(bytes(&a.log), bytes(&b.log));
    assert_eq!(
        b.log.deleted_below(&record("task/first")),
        [record("task/child")]
    );
}

#[test]
fn an_order_that_two_people_change_is_no_conflict() {
    let (mut a, mut b) = pair();
    a.write("task/first", "order", "x");
    b.write("task/first", "order", "y");
    exchange(&mut [&mut a, &mut b]);
    assert!(a.open().is_empty());
    assert_eq!(a.value("task/first", "order"), text("y"));
    assert_eq!(a.log.live(&record("task/first"), &key("order")).len(), 2);
}

#[test]
fn a_long_chain_and_a_long_loop_are_walked_once_and_cut_where_the_last_came() {
    let at = |number: usize| format!("task/r{number:03}");
    let mut a = Desk::of("A");
    for number in 0..300 {
        a.write(&at(number), "parent", &at(number + 1));
    }
    let cuts = |desk: &Desk| -> Vec<usize> {
        (0..301)
            .filter(|number| desk.log.is_cut(&record(&at(*number))))
            .collect()
    };
    assert!(cuts(&a).is_empty(), "a chain ends");
    a.write(&at(300), "parent", &at(100));
    assert_eq!(cuts(&a), [300], "it came last");
    assert_eq!(a.log.parent_of(&record(&at(299))), Some(record(&at(300))));
    a.write(&at(200), "parent", &at(50));
    assert_eq!(cuts(&a), [200], "a smaller loop, the greater one is open");
    a.write(&at(60), "parent", "charter");
    assert!(cuts(&a).is_empty(), "opened again");
    a.write(&at(60), "parent", &at(60));
    a.write(&at(7), "parent", &at(7));
    assert_eq!(cuts(&a), [7, 60]);
    let ids: Vec<String> = a.log.cut_rows().iter().map(ToString::to_string).collect();
    assert_eq!(ids, [at(7), at(60)]);
}
