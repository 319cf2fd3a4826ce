//! A backup of one's own that is taken back: known is not visible.

use super::help::{Person, SCHEMA, text};
use hepai::model::{Log, RecordId, Value};

/// Somebody with two issues, a row of another kind, and a backup of them.
fn saved() -> (Person, String) {
    let mut lead = Person::new("lead", Log::new(&SCHEMA, 1));
    lead.act(&[("issue/a", "title", text("缺物料"))]);
    lead.act(&[("issue/b", "title", text("缺人"))]);
    lead.act(&[("issue/c", "title", text("缺钱"))]);
    let backup = lead.file();
    (lead, backup)
}

fn ids(records: &[RecordId]) -> Vec<&str> {
    records.iter().map(RecordId::as_str).collect()
}

#[test]
fn what_was_deleted_since_is_named_although_the_file_brings_nothing() {
    let (mut lead, backup) = saved();
    assert!(lead.look(&[&backup]).gone(&lead.log).is_empty());
    lead.act(&[("issue/a", "deleted", Value::Bool(true))]);
    lead.act(&[("issue/b", "deleted", Value::Bool(true))]);
    let look = lead.look(&[&backup]);
    assert!(look.is_contained());
    assert_eq!(ids(&look.gone(&lead.log)), ["issue/a", "issue/b"]);
    lead.act(&[("issue/a", "deleted", Value::Null)]);
    assert_eq!(ids(&look.gone(&lead.log)), ["issue/b"], "it came back");
}

#[test]
fn a_file_that_holds_the_deletion_does_not_offer_it_back() {
    let (mut lead, backup) = saved();
    lead.act(&[("issue/a", "deleted", Value::Bool(true))]);
    let later = lead.file();
    assert!(lead.look(&[&later]).gone(&lead.log).is_empty());
    assert!(
        lead.look(&[&backup, &later]).gone(&lead.log).is_empty(),
        "the later of two files tells"
    );
    lead.act(&[("issue/b", "deleted", Value::Bool(true))]);
    assert_eq!(ids(&lead.look(&[&later]).gone(&lead.log)), ["issue/b"]);
}

#[test]
fn a_file_that_brings_something_new_names_what_is_gone_as_well() {
    let (mut lead, backup) = saved();
    let mut other = Person::new("other", Log::new(&SCHEMA, 2));
    other.take(&[&backup]);
    other.act(&[("issue/c", "title", text("缺很多钱"))]);
    let theirs = other.file();
    lead.act(&[("issue/a", "deleted", Value::Bool(true))]);
    let look = lead.look(&[&theirs]);
    assert_eq!(look.new_count(), 1);
    assert_eq!(ids(&look.gone(&lead.log)), ["issue/a"]);
}

#[test]
fn what_was_written_over_since_is_counted() {
    let (mut lead, backup) = saved();
    assert_eq!(lead.look(&[&backup]).overruled(&lead.log), 0);
    lead.act(&[("issue/a", "title", text("缺包材"))]);
    lead.act(&[("issue/b", "title", text("别的"))]);
    lead.act(&[("issue/b", "title", text("缺人"))]);
    let look = lead.look(&[&backup]);
    assert!(look.is_contained());
    assert_eq!(look.overruled(&lead.log), 1, "what was written back stands");
}

#[test]
fn what_was_taken_back_before_is_said_to_count_again() {
    let (lead, backup) = saved();
    let mut other = Person::new("other", Log::new(&SCHEMA, 2));
    other.take(&[&backup]);
    other.log.switch("i1", 1);
    let look = other.look(&[&backup]);
    assert_eq!((look.new_count(), look.switched_off()), (3, 3));
    assert_eq!(lead.look(&[&backup]).switched_off(), 0);
}

#[test]
fn what_another_tab_took_meanwhile_is_not_taken_twice() {
    let (_, backup) = saved();
    let mut other = Person::new("other", Log::new(&SCHEMA, 2));
    let look = other.look(&[&backup]);
    other.take(&[&backup]);
    let batches = look.batches(Some(&other.log), &look.left_by_default());
    assert!(batches.take.is_empty() && batches.leave.is_empty());
    other.log.switch("i1", 1);
    let batches = look.batches(Some(&other.log), &look.left_by_default());
    assert_eq!(batches.take.len(), 3, "it was taken back");
}

#[test]
fn the_first_line_of_an_incomplete_file_says_so() {
    let (lead, _) = saved();
    let part = super::help::header("lead", hepai::exchange::Scope::Part);
    let file = hepai::exchange::write(&lead.log, &part);
    let readme = file.lines().nth(1).expect("a second line");
    assert!(readme.contains("不完整") && readme.contains("incomplete"));
    assert!(readme.chars().count() <= 240, "{readme}");
}
