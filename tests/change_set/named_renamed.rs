//! Named cases of a key that follows an older one: both are one cell, for every version of the app.

use crate::desk::{Desk, forged, key, record, text};
use crate::laws::bytes;
use crate::schema::Reading;
use hepai::model::template::{Field, Key, Label, Schema, Template};
use hepai::model::{FieldKey, Log, RecordId, Value};

#[test]
fn a_newer_key_and_the_one_it_follows_are_one_cell() {
    let (mut old, mut new) = (Desk::with("A", Reading::Old.schema()), Desk::of("B"));
    old.write("charter", "aim", "ours");
    new.take("old", &old.file());
    assert_eq!(new.value("charter", "goal"), text("ours"));
    assert_eq!(new.look("charter", "goal"), new.look("charter", "aim"));
    new.write("charter", "goal", "better");
    assert_eq!(
        new.values("charter", "goal"),
        [text("better")],
        "a name under either key counts for both"
    );
    assert!(
        new.file()[1].cell(&key("goal")).is_some(),
        "writing goes to the new key"
    );
    let seen = new.look("charter", "aim");
    new.leave("charter", "aim", text("best"), seen);
    assert!(
        new.file()[2].cell(&key("goal")).is_some() && new.file()[2].cell(&key("aim")).is_none()
    );
    // A file of the older version that did not know.
    old.write("charter", "aim", "older");
    new.take("later", &old.file());
    assert_eq!(new.open(), ["charter goal"], "one conflict under one key");
    assert_eq!(new.log.conflict_count(), 1);
    let touched = new.log.add_all(
        "third",
        [forged("C-1", 9, "charter", &[("aim", "\"third\"", &[])])],
    );
    assert!(
        touched.contains(&(record("charter"), key("goal"))),
        "the control of the new key is told"
    );
    new.decide("charter", "goal", text("settled"));
    assert!(new.open().is_empty());
}

#[test]
fn two_values_under_the_older_key_are_one_conflict_beside_the_newer() {
    let log = Log::of(
        Reading::New.schema(),
        1,
        [
            forged("A-1", 1, "charter", &[("aim", "\"a\"", &[])]),
            forged("B-1", 1, "charter", &[("aim", "\"b\"", &[])]),
            forged("C-1", 1, "charter", &[("goal", "\"c\"", &[])]),
        ],
    );
    assert_eq!(log.conflict_count(), 1);
    assert_eq!(log.distinct(&record("charter"), &key("goal")).len(), 3);
}

#[test]
fn a_lock_on_the_newer_key_covers_what_an_older_version_writes() {
    let (mut old, mut new) = (Desk::with("A", Reading::Old.schema()), Desk::of("B"));
    new.write("charter", "goal", "x");
    new.decide("charter", "status", text("submitted"));
    old.write("charter", "aim", "y");
    new.take("old", &old.file());
    assert_eq!(new.open(), ["charter goal", "charter status"]);
    assert_eq!(
        new.log
            .contradictions(&record("charter"), &key("status"))
            .len(),
        1,
        "listed once"
    );
}

#[test]
fn every_version_writes_the_same_current_of_a_deleted_record_with_a_renamed_key() {
    let mut new = Desk::of("B");
    new.take(
        "old",
        &[forged("A-1", 1, "charter", &[("aim", "\"x\"", &[])])],
    );
    new.write("charter", "goal", "y");
    new.delete("charter");
    assert!(new.log.current().is_empty());
    for schema in [Reading::Old.schema(), &Schema::EMPTY] {
        assert_eq!(bytes(&Log::of(schema, 1, new.file())), bytes(&new.log));
    }
}

/// Three versions long, and a set among them.
#[test]
fn keys_follow_in_chains_and_sets_follow_with_their_elements() {
    const fn named(name: &'static str) -> Field {
        Field::text(Key::new(name), Label::new(name, name), 9)
    }
    const CREW: Field = Field::set(Key::new("crew"), Label::new("crew", "crew"), &["member"]);
    static FIELDS: [Field; 4] = [
        named("b").follows("a"),
        named("c").follows("b"),
        CREW.follows("helpers"),
        named("stamp").follows("mark").latest(),
    ];
    static FORM: Template =
        Template::plain("form", Label::new("", ""), Label::new("", ""), "c", &FIELDS);
    static SCHEMA: Schema = Schema {
        templates: &[&FORM],
    };
    let at = "form/R";
    let mut desk = Desk::with("B", &SCHEMA);
    desk.take(
        "older",
        &[
            forged("A-1", 1, at, &[("a", "\"first\"", &[])]),
            forged("A-2", 2, at, &[("b", "\"second\"", &["A-1"])]),
            forged("A-3", 3, at, &[("helpers/x", "true", &[])]),
            forged("A-4", 4, at, &[("mark", "\"1\"", &[])]),
            forged("C-1", 4, at, &[("stamp", "\"2\"", &[])]),
        ],
    );
    let cell = |key: &str| (RecordId::of(at), FieldKey::of(key));
    for name in ["a", "b", "c"] {
        assert_eq!(desk.values(at, name), [text("second")], "{name}");
        assert_eq!(
            desk.log.key_to_write(&cell(name).0, &cell(name).1),
            key("c")
        );
    }
    let ends = Log::of(
        &SCHEMA,
        1,
        [
            forged("A-1", 1, at, &[("a", "\"oldest\"", &[])]),
            forged("C-1", 2, at, &[("c", "\"newest\"", &[])]),
        ],
    );
    for name in ["a", "c"] {
        let (record, key) = cell(name);
        assert_eq!(ends.distinct(&record, &key).len(), 2, "{name}");
    }
    assert_eq!(desk.value(at, "crew/x"), Value::Bool(true));
    desk.write(at, "crew/x", "");
    assert!(desk.value(at, "helpers/x").is_empty());
    desk.write(at, "a", "third");
    assert_eq!(desk.values(at, "b"), [text("third")]);
    assert!(
        desk.open().is_empty(),
        "a latest field is none under its older key either"
    );
}
